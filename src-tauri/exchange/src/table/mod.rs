//! Every kind of table file as one thing: a header and an iterator of rows.
//!
//! Text is read line by line in constant memory; workbooks keep one sheet's filled cells. What is
//! not a record (blank rows, totals, footers, repeated headers, hidden rows) is left out and every
//! leaving-out is noted in [`Table::skipped`]: nothing is dropped without a word.

mod book;
mod cell;
mod clean;
mod header;
mod markup;
mod old_book;
mod open_document;
mod text;

use std::collections::{HashMap, VecDeque};

use serde::{Deserialize, Serialize};

pub use cell::{Blemish, Cell, LostId, Row};
pub use clean::{Cleaned, clean, is_lost_id, is_null, name_key};

use book::Book;

use crate::input::{Input, ReadSeek};
use crate::refused::{Refused, RefusedReason};
use crate::sniff::{FileKind, TextEncoding, sniff};
use text::{Dialect, Lines, Records, delimiter_of};

/// Choices a person may make about reading a file; by default everything is found out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub struct TableOptions {
    /// The sheet to read; without it the first visible one with known names.
    pub sheet: Option<String>,
    /// The encoding of a text file.
    pub encoding: Option<TextEncoding>,
    /// The delimiter of a text file.
    pub delimiter: Option<char>,
    /// The header's row number, from 1, as Excel shows it.
    pub header_row: Option<u64>,
    /// Read hidden rows too.
    pub include_hidden: bool,
    /// Names that count as known besides the built-in ones (those of a saved column map).
    pub names: Vec<String>,
    /// Cells that a person has put right; they are read instead of what stands in the file.
    pub fixes: Vec<CellFix>,
}

/// A cell that a person has put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct CellFix {
    /// The record's number in the file, from 1, header included.
    pub row: u64,
    /// The column's name.
    pub column: String,
    /// What to read there.
    pub value: String,
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct SheetFacts {
    /// Its name on the tab.
    pub name: String,
    /// Hidden in the workbook.
    pub hidden: bool,
}

/// What was found out about a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct TableFacts {
    /// What the bytes are.
    pub kind: FileKind,
    /// The sheet that is read.
    pub sheet: Option<String>,
    /// All sheets.
    pub sheets: Vec<SheetFacts>,
    /// The encoding of a text file.
    pub encoding: Option<TextEncoding>,
    /// Whether the encoding is beyond doubt.
    pub encoding_sure: bool,
    /// The delimiter of a text file.
    pub delimiter: Option<char>,
    /// The header's row number, from 1.
    pub header_row: u64,
}

/// A row that is no record, and why it was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Skipped {
    /// Its number in the file, from 1.
    pub row: u64,
    /// Its first words.
    pub value: String,
    /// Why it is no record.
    pub why: String,
    /// Hidden in the workbook: the one kind a person may want after all.
    pub hidden: bool,
}

/// The most skipped rows that are noted one by one; [`Table::skipped_count`] counts on.
const MAX_SKIPPED: usize = 1000;
/// The most rows any sheet has.
const MAX_ROWS: usize = 1_048_576;
/// Above this, a page or an XML workbook is not read: it has to be in memory as a whole.
const MAX_MARKUP: u64 = 256 * 1024 * 1024;

/// The most cells of a sheet that no one wrote: the blank ones left of a cell far out, the copies of one
/// that reaches over rows. A few bytes ask for sixteen thousand of them.
const MOST_FILLER: usize = 1 << 24;

/// What a workbook asks room for, found out before a parser makes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Size {
    /// It will do.
    Fits,
    /// More cells than are held at once.
    TooWide,
    /// More text than is held at once, each cell having its copy.
    TooWordy,
    /// The numbers contradict each other, or the end is missing: no program wrote this.
    Damaged,
}

enum Source {
    Text(Box<Records<Box<dyn ReadSeek>>>),
    Rows(std::vec::IntoIter<Row>),
}

/// A table: its header, then its records by iteration.
pub struct Table {
    /// What was found out on the way.
    pub facts: TableFacts,
    /// The names of the columns, cleaned.
    pub header: Vec<String>,
    /// The rows before the header, as texts: notes, periods, `version 1.00`.
    pub preamble: Vec<Vec<String>>,
    /// Rows left out so far.
    pub skipped: Vec<Skipped>,
    /// How many rows were left out so far.
    pub skipped_count: u64,
    name: String,
    include_hidden: bool,
    fixes: HashMap<u64, Vec<(usize, String)>>,
    ahead: VecDeque<Row>,
    source: Source,
}

/// The sheets of a workbook (or the tables of a web page); one nameless sheet for text.
pub fn sheets(input: &Input) -> Result<Vec<SheetFacts>, Refused> {
    let sniffed = sniff(input)?;
    match sniffed.kind {
        FileKind::Xlsx | FileKind::Xls | FileKind::Xlsb | FileKind::Ods => {
            Ok(Book::open(input, sniffed.kind)?.sheets())
        }
        FileKind::Html | FileKind::SpreadsheetMl => {
            let encoding = sniffed.encodings.first().map_or(TextEncoding::Utf8, |g| g.encoding);
            Ok(markup_sheets(input, encoding)?
                .into_iter()
                .map(|(name, _)| SheetFacts { name, hidden: false })
                .collect())
        }
        FileKind::Text | FileKind::Zip => Ok(Vec::new()),
    }
}

fn markup_sheets(
    input: &Input,
    encoding: TextEncoding,
) -> Result<Vec<(String, Vec<Row>)>, Refused> {
    let bytes = input.read_all(MAX_MARKUP)?;
    markup::sheets(&encoding.decode(&bytes)).ok_or_else(|| too_wide(input.name()))
}

/// A sheet with cells so far out that the blank ones before them fill the memory.
fn too_wide(name: &str) -> Refused {
    Refused::new(
        RefusedReason::TooLarge,
        format!(
            "「{name}」里有离得很远的单元格，连同中间的空白单元格一次读不下。请删掉表格右边和下面多余的内容，另存为 xlsx 再导入。"
        ),
    )
}

fn no_header(name: &str) -> Refused {
    Refused::new(
        RefusedReason::NoHeader,
        format!(
            "「{name}」里找不到表头（前 45 行都不像列名）。请确认第一行是列名，或在导入时指定表头所在的行。"
        ),
    )
}

impl Table {
    /// Opens a table: sniffs it, picks the sheet, finds the header.
    pub fn open(input: &Input, options: &TableOptions) -> Result<Self, Refused> {
        let sniffed = sniff(input)?;
        let extra: Vec<String> = options.names.iter().map(|n| name_key(n)).collect();
        let known = |name: &str| {
            crate::names::is_known(name) || (!name.is_empty() && extra.contains(&name_key(name)))
        };
        let guess = sniffed.encodings.first().map_or(TextEncoding::Utf8, |g| g.encoding);
        let encoding = options.encoding.unwrap_or(guess);
        let sure = options.encoding.is_some() || sniffed.encodings.len() <= 1;
        let mut facts = TableFacts {
            kind: sniffed.kind,
            sheet: None,
            sheets: Vec::new(),
            encoding: None,
            encoding_sure: true,
            delimiter: None,
            header_row: 0,
        };
        match sniffed.kind {
            FileKind::Zip => Err(Refused::new(
                RefusedReason::NotATable,
                format!(
                    "「{}」是压缩包，请选择里面的一份表格：{}。",
                    input.name(),
                    sniffed.tables.join("、")
                ),
            )),
            FileKind::Text => {
                facts.encoding = Some(encoding);
                facts.encoding_sure = sure;
                Self::open_text(input, facts, encoding, options, &known)
            }
            FileKind::Html | FileKind::SpreadsheetMl => {
                facts.encoding = Some(encoding);
                facts.encoding_sure = sure;
                let sheets = markup_sheets(input, encoding)?;
                facts.sheets = sheets
                    .iter()
                    .map(|(name, _)| SheetFacts { name: name.clone(), hidden: false })
                    .collect();
                let mut sheets = sheets;
                let chosen = choose(input.name(), &facts.sheets, options, |index| {
                    let rows =
                        sheets.get(index).map(|(_, rows)| rows.as_slice()).unwrap_or_default();
                    Ok(known_names(rows, &known))
                })?;
                let (name, rows) = sheets.swap_remove(chosen);
                facts.sheet = Some(name);
                Self::from_rows(input.name(), facts, rows, options, &known)
            }
            kind => {
                let mut book = Book::open(input, kind)?;
                facts.sheets = book.sheets();
                let chosen = choose(input.name(), &facts.sheets, options, |index| {
                    let Some(sheet) = facts.sheets.get(index) else { return Ok(0) };
                    Ok(known_names(&book.rows(&sheet.name, header::LOOK)?, &known))
                })?;
                let name = facts.sheets.get(chosen).map(|s| s.name.clone()).unwrap_or_default();
                let rows = book.rows(&name, MAX_ROWS)?;
                facts.sheet = Some(name);
                Self::from_rows(input.name(), facts, rows, options, &known)
            }
        }
    }

    fn open_text(
        input: &Input,
        mut facts: TableFacts,
        encoding: TextEncoding,
        options: &TableOptions,
        known: &dyn Fn(&str) -> bool,
    ) -> Result<Self, Refused> {
        let mut lines = Lines::new(input.open()?, encoding);
        // First pass over the physical lines: the line that is the header chooses the delimiter.
        let mut first: Vec<String> = Vec::new();
        while first.len() < header::LOOK
            && let Some(line) = lines.next_line()
        {
            first.push(line);
        }
        let wanted = options
            .header_row
            .map(|row| usize::try_from(row.saturating_sub(1)).unwrap_or(usize::MAX));
        let mut best = (',', 0_usize, 0_usize);
        let mut header_line = String::new();
        for (index, line) in first.iter().enumerate() {
            if wanted.is_some_and(|wanted| wanted != index) {
                continue;
            }
            let found = delimiter_of(line, known);
            if best.2 == 0 || found.1 > best.1 || (best.1 == 0 && found.2 > best.2) {
                best = found;
                header_line.clone_from(line);
            }
        }
        let delimiter = options.delimiter.unwrap_or(best.0);
        // Amazon's flat files quote nothing: a mark at the start of a cell is content.
        let quoted = !(delimiter == '\t' && crate::names::is_amazon_flat(&header_line));
        facts.delimiter = Some(delimiter);
        lines.put_back(first.into_iter());
        let mut records = Records::new(lines, Dialect { delimiter, quoted }, 0);
        let mut ahead = Vec::new();
        while ahead.len() < header::LOOK
            && let Some(row) = records.next()
        {
            ahead.push(row);
        }
        if let Some(error) = &records.lines.fault {
            return Err(Refused::unreadable(input.name(), error));
        }
        Self::start(input.name(), facts, ahead, Source::Text(Box::new(records)), options, known)
    }

    fn from_rows(
        name: &str,
        facts: TableFacts,
        mut rows: Vec<Row>,
        options: &TableOptions,
        known: &dyn Fn(&str) -> bool,
    ) -> Result<Self, Refused> {
        let rest = rows.split_off(rows.len().min(header::LOOK));
        Self::start(name, facts, rows, Source::Rows(rest.into_iter()), options, known)
    }

    fn start(
        name: &str,
        mut facts: TableFacts,
        mut ahead: Vec<Row>,
        source: Source,
        options: &TableOptions,
        known: &dyn Fn(&str) -> bool,
    ) -> Result<Self, Refused> {
        if ahead.iter().all(Row::is_blank) {
            return Err(Refused::new(
                RefusedReason::Empty,
                format!("「{name}」里没有内容。请确认导出时选对了工作表和时间范围。"),
            ));
        }
        let found = match options.header_row {
            Some(wanted) => {
                let index = ahead
                    .iter()
                    .position(|row| row.number == wanted)
                    .ok_or_else(|| no_header(name))?;
                header::find(ahead.get(index..=index).unwrap_or_default(), &|_| true)
                    .map(|found| header::Found { index, ..found })
            }
            None => header::find(&ahead, known),
        };
        let found = found.filter(|f| !f.names.is_empty()).ok_or_else(|| no_header(name))?;
        facts.header_row = ahead.get(found.index).map_or(0, |row| row.number);
        let rest = ahead.split_off((found.index + found.height).min(ahead.len()));
        ahead.truncate(found.index);
        let mut fixes: HashMap<u64, Vec<(usize, String)>> = HashMap::new();
        for fix in &options.fixes {
            let key = name_key(&fix.column);
            if let Some(column) = found.names.iter().position(|name| name_key(name) == key) {
                fixes.entry(fix.row).or_default().push((column, fix.value.clone()));
            }
        }
        Ok(Self {
            facts,
            header: found.names,
            preamble: ahead.iter().map(Row::texts).collect(),
            skipped: Vec::new(),
            skipped_count: 0,
            name: name.to_owned(),
            include_hidden: options.include_hidden,
            fixes,
            ahead: rest.into(),
            source,
        })
    }

    /// The column with that name, from 0; names are compared without blanks, stars and width.
    pub fn column(&self, name: &str) -> Option<usize> {
        let key = name_key(name);
        self.header.iter().position(|have| name_key(have) == key)
    }

    /// A fault of the disk that ended the rows early. Ask after the last row.
    pub fn fault(&self) -> Option<Refused> {
        match &self.source {
            Source::Text(records) => {
                records.lines.fault.as_ref().map(|e| Refused::unreadable(&self.name, e))
            }
            Source::Rows(_) => None,
        }
    }

    fn skip(&mut self, row: &Row, why: String) {
        self.skipped_count += 1;
        if self.skipped.len() < MAX_SKIPPED {
            let value =
                row.cells.iter().find(|c| !c.is_blank()).map(Cell::text).unwrap_or_default();
            self.skipped.push(Skipped {
                row: row.number,
                value: value.chars().take(60).collect(),
                why,
                hidden: row.hidden,
            });
        }
    }
}

impl Iterator for Table {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        loop {
            let mut row = match self.ahead.pop_front() {
                Some(row) => row,
                None => match &mut self.source {
                    Source::Text(records) => records.next()?,
                    Source::Rows(rows) => rows.next()?,
                },
            };
            if let Some(fixes) = self.fixes.get(&row.number) {
                for (column, value) in fixes {
                    row.put_right(*column, value);
                }
            }
            if row.is_blank() {
                continue;
            }
            if row.hidden && !self.include_hidden {
                self.skip(
                    &row,
                    "这一行在表格里被隐藏或被筛选掉了，没有导入；需要的话请取消隐藏后再导入"
                        .to_owned(),
                );
                continue;
            }
            if let Some(why) = header::skip_reason(&row, &self.header) {
                self.skip(&row, why.to_owned());
                continue;
            }
            return Some(row);
        }
    }
}

fn known_names(rows: &[Row], known: &dyn Fn(&str) -> bool) -> usize {
    rows.iter()
        .map(|row| row.cells.iter().filter(|c| matches!(c, Cell::Text(t) if known(t))).count())
        .max()
        .unwrap_or(0)
}

/// The sheet to read: the one asked for, else the visible one with the most known names.
fn choose(
    name: &str,
    sheets: &[SheetFacts],
    options: &TableOptions,
    mut score: impl FnMut(usize) -> Result<usize, Refused>,
) -> Result<usize, Refused> {
    if let Some(wanted) = &options.sheet {
        return sheets
            .iter()
            .position(|s| s.name == *wanted)
            .ok_or_else(|| book::no_sheet(name, wanted, sheets));
    }
    let visible: Vec<usize> =
        (0..sheets.len()).filter(|i| sheets.get(*i).is_some_and(|s| !s.hidden)).collect();
    match visible.as_slice() {
        [] => Err(Refused::new(
            RefusedReason::Empty,
            format!("「{name}」里没有可见的工作表，没有内容可读。"),
        )),
        [only] => Ok(*only),
        many => {
            let mut best = (many.first().copied().unwrap_or(0), 0);
            for &index in many.iter().take(20) {
                let points = score(index)?;
                if points > best.1 {
                    best = (index, points);
                }
            }
            Ok(best.0)
        }
    }
}
