//! Tables in markup: a web page saved as `.xls` (back offices love it) and Excel's 2003 XML.
//!
//! Both are read by one small tolerant scanner: only rows and cells matter here, and real exports
//! leave tags open that a strict parser stumbles on.

use std::collections::BTreeMap;

use super::cell::{Cell, Row};
use super::clean::clean;

/// One thing in a markup text.
enum Piece<'a> {
    Open { name: String, attributes: &'a str, closed: bool },
    Close(String),
    Text(&'a str),
}

/// The sheets in a markup text: (name, rows). A web page has one sheet for each table. `None` when the
/// text asks for more [`filler`](super::MOST_FILLER) than there is memory for.
pub(crate) fn sheets(text: &str) -> Option<Vec<(String, Vec<Row>)>> {
    let mut builder = Builder::default();
    let mut rest = text;
    while let Some((piece, after)) = next_piece(rest) {
        builder.take(piece);
        if builder.filler > super::MOST_FILLER {
            return None;
        }
        rest = after;
    }
    builder.end_table();
    Some(builder.sheets)
}

fn next_piece(text: &str) -> Option<(Piece<'_>, &str)> {
    if text.is_empty() {
        return None;
    }
    if let Some(rest) = text.strip_prefix("<!--") {
        let end = rest.find("-->").map_or(rest.len(), |i| i + 3);
        return Some((Piece::Text(""), rest.get(end..)?));
    }
    if let Some(rest) = text.strip_prefix("<![CDATA[") {
        let end = rest.find("]]>").unwrap_or(rest.len());
        return Some((Piece::Text(rest.get(..end)?), rest.get((end + 3).min(rest.len())..)?));
    }
    let tag_next = text.starts_with('<')
        && text[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
    if !tag_next {
        let skip = text.chars().next().map_or(0, char::len_utf8);
        let end = text.get(skip..)?.find('<').map_or(text.len(), |i| i + skip);
        return Some((Piece::Text(text.get(..end)?), text.get(end..)?));
    }
    let end = tag_end(text);
    let inner = text.get(1..end)?;
    let after = text.get((end + 1).min(text.len())..)?;
    if let Some(name) = inner.strip_prefix('/') {
        return Some((Piece::Close(tag_name(name)), after));
    }
    let name = tag_name(inner);
    // What scripts and styles hold is not text of the page.
    if matches!(name.as_str(), "script" | "style") && !inner.ends_with('/') {
        let close = format!("</{name}").into_bytes();
        let mut ahead = after.as_bytes().windows(close.len());
        let end = ahead.position(|it| it.eq_ignore_ascii_case(&close)).unwrap_or(after.len());
        return Some((Piece::Text(""), after.get(end..)?));
    }
    let attributes = inner.get(inner.find(|c: char| c.is_whitespace()).unwrap_or(inner.len())..)?;
    Some((Piece::Open { name, attributes, closed: inner.ends_with('/') }, after))
}

/// Where the tag ends; `>` inside quoted attribute values does not count.
fn tag_end(text: &str) -> usize {
    let mut quote = None;
    for (index, character) in text.char_indices() {
        match (quote, character) {
            (None, '>') => return index,
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    text.len()
}

fn tag_name(inner: &str) -> String {
    let name =
        inner.split(|c: char| c.is_whitespace() || c == '/' || c == '>').next().unwrap_or_default();
    name.rsplit(':').next().unwrap_or(name).to_ascii_lowercase()
}

/// The value of an attribute, namespace prefix ignored.
pub(crate) fn attribute(attributes: &str, wanted: &str) -> Option<String> {
    let lower = attributes.to_ascii_lowercase();
    let mut from = 0;
    while let Some(found) = lower.get(from..)?.find(wanted) {
        let at = from + found;
        from = at + wanted.len();
        let before = lower.get(..at)?.chars().next_back();
        if before.is_some_and(|c| !c.is_whitespace() && c != ':') {
            continue;
        }
        let Some(value) = attributes.get(from..)?.trim_start().strip_prefix('=') else { continue };
        let value = value.trim_start();
        let value = match value.chars().next() {
            Some(mark @ ('"' | '\'')) => value.get(1..)?.split(mark).next()?,
            _ => value.split(|c: char| c.is_whitespace() || c == '/').next()?,
        };
        return Some(entities(value));
    }
    None
}

/// Resolves the entities that exports use.
pub(crate) fn entities(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        let end = rest.bytes().take(12).position(|b| b == b';');
        let resolved = end.and_then(|end| {
            let name = rest.get(1..end)?;
            let character = match name {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "apos" => '\'',
                "nbsp" => '\u{a0}',
                "yen" => '¥',
                "euro" => '€',
                "pound" => '£',
                "times" => '×',
                "middot" => '·',
                "mdash" => '—',
                "hellip" => '…',
                _ => {
                    let number = name.strip_prefix('#')?;
                    let code = match number.strip_prefix(['x', 'X']) {
                        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                        None => number.parse().ok()?,
                    };
                    char::from_u32(code)?
                }
            };
            Some((character, end))
        });
        if let Some((character, end)) = resolved {
            out.push(character);
            rest = rest.get(end + 1..).unwrap_or_default();
        } else {
            out.push('&');
            rest = rest.get(1..).unwrap_or_default();
        }
    }
    out.push_str(rest);
    out
}

/// A cell that reaches into rows below: how many of them are left, and what it says.
struct Span {
    rows: usize,
    cell: Cell,
}

/// Most columns any sheet has; a forged `colspan` must not fill the memory.
const MAX_COLUMNS: usize = 16_384;

#[derive(Default)]
struct Builder {
    sheets: Vec<(String, Vec<Row>)>,
    sheet_name: Option<String>,
    rows: Vec<Row>,
    number: u64,
    row: Option<Row>,
    column: usize,
    cell: Option<OpenCell>,
    /// Cells of rows above that reach into this one, by column: a forged file puts thousands into one.
    spans: BTreeMap<usize, Span>,
    /// Cells of this row that reach further down.
    fresh: BTreeMap<usize, Span>,
    /// Tables inside a cell belong to the cell.
    depth: usize,
    /// How much was put into rows that does not stand there in the text.
    filler: usize,
}

struct OpenCell {
    text: String,
    across: usize,
    down: usize,
    kind: Option<String>,
}

impl Builder {
    fn take(&mut self, piece: Piece<'_>) {
        match piece {
            Piece::Text(text) => {
                if let Some(cell) = &mut self.cell {
                    cell.text.push_str(&entities(text));
                }
            }
            Piece::Open { name, attributes, closed } => self.open(&name, attributes, closed),
            Piece::Close(name) => match name.as_str() {
                "table" => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth == 0 {
                        self.end_table();
                    }
                }
                _ if self.depth > 1 => {}
                "row" | "tr" => self.end_row(),
                "cell" | "td" | "th" => self.end_cell(),
                _ => {}
            },
        }
    }

    fn open(&mut self, name: &str, attributes: &str, closed: bool) {
        match name {
            "worksheet" => self.sheet_name = attribute(attributes, "name"),
            "table" => {
                if self.depth == 0 {
                    self.end_table();
                }
                self.depth += 1;
            }
            _ if self.depth > 1 => {}
            "tr" | "row" => {
                self.end_row();
                let index = attribute(attributes, "index").and_then(|v| v.parse::<u64>().ok());
                self.number = match index {
                    Some(index) if name == "row" && index > self.number && index <= 1_048_576 => {
                        index
                    }
                    _ => self.number + 1,
                };
                let hidden = attribute(attributes, "hidden").is_some_and(|v| v == "1")
                    || attribute(attributes, "style")
                        .is_some_and(|s| s.replace(' ', "").contains("display:none"));
                self.row = Some(Row { number: self.number, hidden, ..Row::default() });
                self.column = 0;
                if closed {
                    self.end_row();
                }
            }
            "td" | "th" | "cell" if self.row.is_some() || name != "cell" => {
                self.end_cell();
                if self.row.is_none() {
                    self.number += 1;
                    self.row = Some(Row { number: self.number, ..Row::default() });
                    self.column = 0;
                }
                if name == "cell"
                    && let Some(index) =
                        attribute(attributes, "index").and_then(|v| v.parse::<usize>().ok())
                    && (1..=MAX_COLUMNS).contains(&index)
                {
                    self.column = index - 1;
                }
                let number =
                    |wanted| attribute(attributes, wanted).and_then(|v| v.parse::<usize>().ok());
                let (across, down) = if name == "cell" {
                    let one_more = |wanted| number(wanted).unwrap_or(0).saturating_add(1);
                    (one_more("mergeacross"), one_more("mergedown"))
                } else {
                    (number("colspan").unwrap_or(1), number("rowspan").unwrap_or(1))
                };
                self.cell = Some(OpenCell {
                    text: String::new(),
                    across: across.clamp(1, MAX_COLUMNS),
                    down: down.clamp(1, 65_536),
                    kind: None,
                });
                if closed {
                    self.end_cell();
                }
            }
            "data" => {
                if let Some(cell) = &mut self.cell {
                    cell.kind = attribute(attributes, "type");
                }
            }
            "br" | "p" => {
                if let Some(cell) = &mut self.cell
                    && !cell.text.is_empty()
                {
                    cell.text.push('\n');
                }
            }
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let (Some(open), Some(row)) = (self.cell.take(), self.row.as_mut()) else { return };
        self.column = hang_in(&self.spans, self.column, row, &mut self.filler);
        let (cell, cleaned) = match open.kind.as_deref() {
            Some("Number") => match open.text.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => (Cell::Number(number), clean("")),
                _ => Cell::from_raw(&open.text),
            },
            Some("DateTime") => {
                match chrono::NaiveDateTime::parse_from_str(
                    open.text.trim(),
                    "%Y-%m-%dT%H:%M:%S%.f",
                ) {
                    Ok(moment) => (Cell::Moment(moment), clean("")),
                    Err(_) => Cell::from_raw(&open.text),
                }
            }
            _ => Cell::from_raw(&open.text),
        };
        if cleaned.undecodable {
            row.blemishes.push((self.column, super::cell::Blemish::Undecodable));
        }
        if self.column >= MAX_COLUMNS {
            return;
        }
        if open.down > 1 {
            self.fresh.insert(self.column, Span { rows: open.down - 1, cell: cell.clone() });
        }
        fill(row, self.column, &mut self.filler);
        row.cells.push(cell);
        self.column = (self.column + open.across).min(MAX_COLUMNS);
    }

    fn end_row(&mut self) {
        self.end_cell();
        let Some(mut row) = self.row.take() else { return };
        // Cells that hang in from above behind the row's last own cell.
        for (column, span) in self.spans.range(self.column..) {
            copy(&span.cell, *column, &mut row, &mut self.filler);
        }
        self.spans.retain(|_, span| {
            span.rows -= 1;
            span.rows > 0
        });
        self.spans.append(&mut self.fresh);
        self.rows.push(row);
    }

    fn end_table(&mut self) {
        self.end_row();
        self.spans.clear();
        self.fresh.clear();
        self.number = 0;
        let rows = std::mem::take(&mut self.rows);
        if rows.iter().any(|row| !row.is_blank()) {
            let name =
                self.sheet_name.take().unwrap_or_else(|| format!("表{}", self.sheets.len() + 1));
            self.sheets.push((name, rows));
        }
    }
}

/// Puts the cells that hang in from above before the next own cell; answers its column.
fn hang_in(
    spans: &BTreeMap<usize, Span>,
    mut column: usize,
    row: &mut Row,
    filler: &mut usize,
) -> usize {
    while let Some(span) = spans.get(&column) {
        copy(&span.cell, column, row, filler);
        column += 1;
    }
    column
}

fn copy(cell: &Cell, column: usize, row: &mut Row, filler: &mut usize) {
    fill(row, column, filler);
    *filler += cell.room();
    row.cells.push(cell.clone());
}

/// Makes the row as long as the column before the next cell.
fn fill(row: &mut Row, column: usize, filler: &mut usize) {
    *filler += column.saturating_sub(row.cells.len());
    row.cells.resize(column, Cell::Blank);
}
