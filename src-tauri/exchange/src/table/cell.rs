//! A cell and a row, whatever file they came from.

use chrono::NaiveDateTime;

use super::clean::{Cleaned, clean, is_lost_id};

/// One cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing, or a word for it (`-`, `--`, `None`).
    #[default]
    Blank,
    /// Cleaned text.
    Text(String),
    /// A number cell of a workbook.
    Number(f64),
    /// A date cell of a workbook.
    Moment(NaiveDateTime),
    /// A yes/no cell of a workbook.
    Bool(bool),
    /// A formula that failed: `#N/A`, `#REF!` ...
    Error(String),
}

/// An id that Excel has rounded: the digits are gone and must not be guessed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LostId;

/// Excel keeps fifteen digits; a longer number has already lost some.
const EXACT: f64 = 1e15;

impl Cell {
    /// Whether there is nothing in it.
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Blank)
    }

    /// How many blank cells take as much memory as this one.
    pub(crate) fn room(&self) -> usize {
        match self {
            Self::Text(text) | Self::Error(text) => 1 + text.len() / size_of::<Self>(),
            _ => 1,
        }
    }

    /// The text a person sees; numbers without exponent or needless zeros.
    pub fn text(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) | Self::Error(text) => text.clone(),
            Self::Number(number) => number_text(*number),
            Self::Moment(moment) => {
                let format = if moment.time() == chrono::NaiveTime::MIN {
                    "%Y-%m-%d"
                } else {
                    "%Y-%m-%d %H:%M:%S"
                };
                moment.format(format).to_string()
            }
            Self::Bool(value) => if *value { "是" } else { "否" }.to_owned(),
        }
    }

    /// Whether a person sees just this text in it.
    pub fn says(&self, text: &str) -> bool {
        match self {
            Self::Text(mine) | Self::Error(mine) => mine == text,
            other => other.text() == text,
        }
    }

    /// The cell as an id: text, never a rounded number.
    pub fn id(&self) -> Result<Option<String>, LostId> {
        match self {
            Self::Blank => Ok(None),
            Self::Number(number) if number.abs() >= EXACT => Err(LostId),
            Self::Text(text) if is_lost_id(text) => Err(LostId),
            other => Ok(Some(other.text())),
        }
    }

    /// A cell of a text file.
    pub(crate) fn from_raw(raw: &str) -> (Self, Cleaned) {
        let mut cleaned = clean(raw);
        let text = std::mem::take(&mut cleaned.text);
        let cell = if text.is_empty() {
            Self::Blank
        } else if is_formula_error(&text) {
            Self::Error(text)
        } else {
            Self::Text(text)
        };
        (cell, cleaned)
    }
}

fn is_formula_error(text: &str) -> bool {
    matches!(
        text,
        "#N/A"
            | "#REF!"
            | "#VALUE!"
            | "#DIV/0!"
            | "#NAME?"
            | "#NULL!"
            | "#NUM!"
            | "#GETTING_DATA"
            | "#SPILL!"
    )
}

fn number_text(number: f64) -> String {
    if !number.is_finite() {
        return String::new();
    }
    // Sums in a sheet end in 39.900000000000006; fifteen digits are what Excel itself shows.
    let rounded = format!("{number:.14e}").parse::<f64>().unwrap_or(number);
    format!("{rounded}")
}

/// What cleaning a row had to take away or could not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blemish {
    /// Zero-width or control characters were removed.
    Invisible,
    /// Bytes that are no text in the file's encoding.
    Undecodable,
    /// A quotation mark that is never closed; the line was read without it.
    OpenQuote,
}

/// One record of the table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// Its number in the file, from 1, header and blank rows counted, as Excel shows it.
    pub number: u64,
    /// Its cells; may be shorter or longer than the header.
    pub cells: Vec<Cell>,
    /// Columns (from 0) with something to tell the person.
    pub blemishes: Vec<(usize, Blemish)>,
    /// Hidden in the workbook, by hand or by a filter.
    pub hidden: bool,
}

impl Row {
    /// The cell of a column; blank past the end.
    pub fn cell(&self, column: usize) -> &Cell {
        static BLANK: Cell = Cell::Blank;
        self.cells.get(column).unwrap_or(&BLANK)
    }

    /// Whether every cell is blank.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }

    /// The cells as a person sees them.
    pub fn texts(&self) -> Vec<String> {
        self.cells.iter().map(Cell::text).collect()
    }

    /// Reads `value` in a column instead of what the file has there.
    pub(crate) fn put_right(&mut self, column: usize, value: &str) {
        if self.cells.len() <= column {
            self.cells.resize(column + 1, Cell::Blank);
        }
        if let Some(cell) = self.cells.get_mut(column) {
            *cell = Cell::from_raw(value).0;
        }
        self.blemishes.retain(|(at, _)| *at != column);
    }

    pub(crate) fn from_fields<'a>(number: u64, fields: impl IntoIterator<Item = &'a str>) -> Self {
        let fields = fields.into_iter();
        let room = fields.size_hint().0;
        let mut row = Self { number, cells: Vec::with_capacity(room), ..Self::default() };
        for (column, raw) in fields.enumerate() {
            let (cell, cleaned) = Cell::from_raw(raw);
            if cleaned.undecodable {
                row.blemishes.push((column, Blemish::Undecodable));
            } else if cleaned.invisible {
                row.blemishes.push((column, Blemish::Invisible));
            }
            row.cells.push(cell);
        }
        row
    }
}
