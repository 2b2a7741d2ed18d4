//! Workbooks: xlsx, xlsb, ods and BIFF xls, through calamine.
//!
//! Beyond calamine: hidden rows (a filter left on hides rows that the person never sees; they are
//! not imported and each is told), merged cells filled downwards, and a fence around broken files,
//! since a damaged compound file may make a parser stop in ways it did not plan.

use std::collections::HashSet;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    Data, DataRef, Dimensions, Ods, Reader, SheetVisible, Xls, XlsError, Xlsb, XlsbError, Xlsx,
    XlsxError,
};

use super::cell::{Cell, Row};
use super::{MOST_FILLER, SheetFacts, Size, old_book, open_document, too_wide};
use crate::input::{Input, ReadSeek};
use crate::refused::{Refused, RefusedReason};
use crate::sniff::{FileKind, encrypted, open_archive};

/// Above this, an old workbook is not read: it has to be in memory as a whole.
const MAX_OLD_BOOK: u64 = 256 * 1024 * 1024;
/// The most bytes of text that cells may take from the list which they share: each makes a copy of it.
const MOST_SHARED: usize = 512 * 1024 * 1024;

/// A workbook, opened once however many of its sheets are looked at.
pub(crate) struct Book<'a> {
    input: &'a Input,
    parser: Parser,
}

enum Parser {
    Xlsx(Box<Xlsx<Box<dyn ReadSeek>>>),
    Xlsb(Box<Xlsb<Box<dyn ReadSeek>>>),
    Ods(Box<Ods<Box<dyn ReadSeek>>>),
    Xls(Box<Xls<Box<dyn ReadSeek>>>),
}

/// Runs a parser over bytes that may be broken in any way.
fn fenced<T>(name: &str, work: impl FnOnce() -> Result<T, Refused>) -> Result<T, Refused> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(Refused::damaged(name)))
}

/// Lets a workbook of this size through to its parser, or refuses it.
fn weighed(name: &str, size: Size) -> Result<(), Refused> {
    match size {
        Size::Fits => Ok(()),
        Size::TooWide => Err(too_wide(name)),
        Size::TooWordy => Err(too_wordy(name)),
        Size::Damaged => Err(Refused::damaged(name)),
    }
}

/// Texts that many cells share, and that are too long to be copied into each.
fn too_wordy(name: &str) -> Refused {
    Refused::new(
        RefusedReason::TooLarge,
        format!(
            "「{name}」里的文字填进每个单元格后超过 {} MB，一次读不下。请拆成几份再导入。",
            MOST_SHARED / 1024 / 1024
        ),
    )
}

impl Parser {
    fn open(input: &Input, kind: FileKind) -> Result<Self, Refused> {
        let name = input.name();
        match kind {
            FileKind::Xlsb => match Xlsb::new(input.open()?) {
                Ok(book) => Ok(Self::Xlsb(Box::new(book))),
                Err(XlsbError::Password) => Err(encrypted(name)),
                Err(_) => Err(Refused::damaged(name)),
            },
            FileKind::Ods => {
                let mut archive = open_archive(input)?;
                if open_document::is_locked(&mut archive) {
                    return Err(encrypted(name));
                }
                weighed(name, open_document::size(&mut archive))?;
                match Ods::new(input.open()?) {
                    Ok(book) => Ok(Self::Ods(Box::new(book))),
                    Err(_) => Err(Refused::damaged(name)),
                }
            }
            FileKind::Xls => {
                weighed(name, old_book::size(&input.read_all(MAX_OLD_BOOK)?))?;
                match Xls::new(input.open()?) {
                    Ok(book) => Ok(Self::Xls(Box::new(book))),
                    Err(XlsError::Password) => Err(encrypted(name)),
                    Err(_) => Err(Refused::damaged(name)),
                }
            }
            _ => match Xlsx::new(input.open()?) {
                Ok(book) => Ok(Self::Xlsx(Box::new(book))),
                Err(XlsxError::Password) => Err(encrypted(name)),
                Err(_) => Err(Refused::damaged(name)),
            },
        }
    }
}

impl<'a> Book<'a> {
    /// Opens a workbook, after a look at how much it asks room for.
    pub(crate) fn open(input: &'a Input, kind: FileKind) -> Result<Self, Refused> {
        let parser = fenced(input.name(), || Parser::open(input, kind))?;
        Ok(Self { input, parser })
    }

    /// The sheets, in order.
    pub(crate) fn sheets(&self) -> Vec<SheetFacts> {
        let sheets = match &self.parser {
            Parser::Xlsx(book) => book.sheets_metadata(),
            Parser::Xlsb(book) => book.sheets_metadata(),
            Parser::Ods(book) => book.sheets_metadata(),
            Parser::Xls(book) => book.sheets_metadata(),
        };
        sheets
            .iter()
            .map(|s| SheetFacts {
                name: s.name.clone(),
                hidden: s.visible != SheetVisible::Visible,
            })
            .collect()
    }

    /// The rows of one sheet, at most `limit` of them.
    pub(crate) fn rows(&mut self, sheet: &str, limit: usize) -> Result<Vec<Row>, Refused> {
        let (input, parser) = (self.input, &mut self.parser);
        fenced(input.name(), || {
            let damaged = || Refused::damaged(input.name());
            let mut rows = match parser {
                Parser::Xlsx(book) => {
                    let merged = book.merge_cells_by_sheet_name(sheet).unwrap_or_default();
                    let mut cells = book.worksheet_cells_reader(sheet).map_err(|_| damaged())?;
                    let mut rows = streamed_rows(input.name(), limit, || cells.next_cell())?;
                    let hidden = hidden_rows(input, sheet).unwrap_or_default();
                    for row in rows.iter_mut().filter(|row| hidden.contains(&row.number)) {
                        row.hidden = true;
                    }
                    fill_merged(&mut rows, &merged, input.name())?;
                    rows
                }
                Parser::Xls(book) => {
                    let merged = book.merge_cells_by_sheet_name(sheet).unwrap_or_default();
                    let range = book.worksheet_range(sheet).map_err(|_| damaged())?;
                    let mut rows = range_rows(&range, limit);
                    fill_merged(&mut rows, &merged, input.name())?;
                    rows
                }
                Parser::Xlsb(book) => {
                    let mut cells = book.worksheet_cells_reader(sheet).map_err(|_| damaged())?;
                    streamed_rows(input.name(), limit, || cells.next_cell())?
                }
                Parser::Ods(book) => {
                    range_rows(&book.worksheet_range(sheet).map_err(|_| damaged())?, limit)
                }
            };
            rows.truncate(limit);
            Ok(rows)
        })
    }
}

/// Streams the sheet: cells come in file order, and between them only blank ones take memory.
fn streamed_rows<'a, E>(
    name: &str,
    limit: usize,
    mut next: impl FnMut() -> Result<Option<calamine::Cell<DataRef<'a>>>, E>,
) -> Result<Vec<Row>, Refused> {
    let mut rows: Vec<Row> = Vec::new();
    let (mut blanks, mut shared) = (0, 0);
    while let Some(cell) = next().map_err(|_| Refused::damaged(name))? {
        let (row, column) = cell.get_position();
        if column >= 16_384 {
            continue;
        }
        let value = match cell.get_value() {
            DataRef::Empty => continue,
            DataRef::SharedString(text) => {
                shared += text.len();
                if shared > MOST_SHARED {
                    return Err(too_wordy(name));
                }
                text_cell(text)
            }
            DataRef::String(text) => text_cell(text),
            DataRef::Int(number) => Cell::Number(*number as f64),
            DataRef::Float(number) => Cell::Number(*number),
            DataRef::Bool(value) => Cell::Bool(*value),
            DataRef::DateTime(moment) => moment_cell(moment),
            DataRef::DateTimeIso(text) => iso_cell(text),
            DataRef::DurationIso(text) => Cell::Text(text.clone()),
            DataRef::Error(error) => Cell::Error(error.to_string()),
        };
        let number = u64::from(row) + 1;
        if rows.last().is_none_or(|last| last.number != number) {
            if rows.len() == limit {
                break;
            }
            rows.push(Row { number, ..Row::default() });
        }
        if let Some(last) = rows.last_mut() {
            blanks += (column as usize).saturating_sub(last.cells.len());
            if blanks > MOST_FILLER {
                return Err(too_wide(name));
            }
            put(last, column as usize, value);
        }
    }
    // Files written out of order are rare, and allowed.
    if !rows.is_sorted_by_key(|row| row.number) {
        rows.sort_by_key(|row| row.number);
    }
    Ok(rows)
}

fn put(row: &mut Row, column: usize, cell: Cell) {
    if row.cells.len() <= column {
        row.cells.resize(column + 1, Cell::Blank);
    }
    if let Some(slot) = row.cells.get_mut(column) {
        *slot = cell;
    }
}

fn text_cell(text: &str) -> Cell {
    Cell::from_raw(text).0
}

fn moment_cell(moment: &calamine::ExcelDateTime) -> Cell {
    if moment.is_duration() {
        return Cell::Number(moment.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    chrono::NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
        .and_then(|date| date.and_hms_opt(u32::from(hour), u32::from(minute), u32::from(second)))
        .map_or(Cell::Number(moment.as_f64()), Cell::Moment)
}

fn iso_cell(text: &str) -> Cell {
    let moment =
        chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f").ok().or_else(|| {
            chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d")
                .ok()
                .map(|day| day.and_time(chrono::NaiveTime::MIN))
        });
    moment.map_or_else(|| text_cell(text), Cell::Moment)
}

fn range_rows(range: &calamine::Range<Data>, limit: usize) -> Vec<Row> {
    let (top, left) = range.start().unwrap_or((0, 0));
    range
        .rows()
        .take(limit)
        .enumerate()
        .map(|(index, cells)| {
            let mut row = Row { number: u64::from(top) + index as u64 + 1, ..Row::default() };
            for (column, cell) in cells.iter().enumerate() {
                let value = match cell {
                    Data::Empty => continue,
                    Data::String(text) => text_cell(text),
                    Data::Int(number) => Cell::Number(*number as f64),
                    Data::Float(number) => Cell::Number(*number),
                    Data::Bool(value) => Cell::Bool(*value),
                    Data::DateTime(moment) => moment_cell(moment),
                    Data::DateTimeIso(text) => iso_cell(text),
                    Data::DurationIso(text) => Cell::Text(text.clone()),
                    Data::Error(error) => Cell::Error(error.to_string()),
                };
                put(&mut row, left as usize + column, value);
            }
            row
        })
        .filter(|row| !row.cells.is_empty())
        .collect()
}

/// Writes the value of a merged block into the rows it covers, in its first column: a title merged
/// over three variants belongs to all three.
fn fill_merged(rows: &mut [Row], merged: &[Dimensions], name: &str) -> Result<(), Refused> {
    let mut filler = 0;
    for block in merged {
        let (top, column) = block.start;
        if block.end.0 <= top {
            continue;
        }
        let at = rows.partition_point(|row| row.number < u64::from(top) + 1);
        let Some(first) = rows.get(at).filter(|row| row.number == u64::from(top) + 1) else {
            continue;
        };
        let value = first.cell(column as usize).clone();
        if value.is_blank() {
            continue;
        }
        let below =
            rows.iter_mut().skip(at + 1).take_while(|row| row.number <= u64::from(block.end.0) + 1);
        for row in below {
            // Counted even where nothing is put: forged blocks lie upon each other by the thousand.
            filler += value.room() + (column as usize).saturating_sub(row.cells.len());
            if filler > MOST_FILLER {
                return Err(too_wide(name));
            }
            if row.cell(column as usize).is_blank() && !row.is_blank() {
                put(row, column as usize, value.clone());
            }
        }
    }
    Ok(())
}

/// The rows of a sheet that are hidden, from the sheet's own XML.
fn hidden_rows(input: &Input, sheet: &str) -> Option<HashSet<u64>> {
    let path = sheet_path(input, sheet)?;
    let mut archive = open_archive(input).ok()?;
    let mut part = archive.by_name(&path).ok()?;
    let mut hidden = HashSet::new();
    let mut buffer = vec![0_u8; 64 * 1024];
    let mut rest: Vec<u8> = Vec::new();
    loop {
        let read = part.read(&mut buffer).ok()?;
        rest.extend_from_slice(buffer.get(..read)?);
        let mut at = 0;
        while let Some(start) = find(rest.get(at..)?, b"<row ") {
            let start = at + start;
            let Some(end) = rest.get(start..)?.iter().position(|b| *b == b'>') else {
                at = start;
                break;
            };
            let tag = std::str::from_utf8(rest.get(start..start + end)?).ok()?;
            if tag.contains("hidden=\"1\"") || tag.contains("hidden=\"true\"") {
                let number = tag.split(" r=\"").nth(1).and_then(|r| r.split('"').next());
                hidden.extend(number.and_then(|n| n.parse::<u64>().ok()));
            }
            at = start + end;
        }
        if read == 0 {
            return Some(hidden);
        }
        // Keep an unfinished tag (or the few bytes that may start one) for the next round.
        let keep = if rest.get(at..)?.starts_with(b"<row ") {
            at
        } else {
            rest.len().saturating_sub(4).max(at)
        };
        if rest.len() - keep > 1024 * 1024 {
            return Some(hidden);
        }
        rest.drain(..keep);
    }
}

pub(super) fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

/// Where in the archive a sheet is kept: workbook.xml names its relation, the relations its part.
fn sheet_path(input: &Input, sheet: &str) -> Option<String> {
    let mut archive = open_archive(input).ok()?;
    let mut part = |name: &str| -> Option<String> {
        let mut text = String::new();
        archive.by_name(name).ok()?.take(8 * 1024 * 1024).read_to_string(&mut text).ok()?;
        Some(text)
    };
    let workbook = part("xl/workbook.xml")?;
    let tag = workbook.split("<sheet ").skip(1).find(|tag| {
        super::markup::attribute(tag.split('>').next().unwrap_or_default(), "name").as_deref()
            == Some(sheet)
    })?;
    let id = super::markup::attribute(&format!(" {}", tag.split('>').next()?), "id")?;
    let relations = part("xl/_rels/workbook.xml.rels")?;
    let target = relations.split("<Relationship ").skip(1).find_map(|tag| {
        let tag = format!(" {}", tag.split("/>").next()?);
        (super::markup::attribute(&tag, "id")? == id)
            .then(|| super::markup::attribute(&tag, "target"))?
    })?;
    Some(match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("xl/{target}"),
    })
}

/// A sheet that is not there, with the ones that are.
pub(crate) fn no_sheet(name: &str, wanted: &str, sheets: &[SheetFacts]) -> Refused {
    let have = sheets.iter().map(|s| format!("「{}」", s.name)).collect::<Vec<_>>().join("、");
    Refused::new(
        RefusedReason::NoSheet,
        format!("「{name}」里没有工作表「{wanted}」，有的是：{have}。请重新选择工作表。"),
    )
}
