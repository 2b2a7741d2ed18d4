//! The cells of a sheet.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::currency::Currency;

/// One row: as many cells as the sheet has columns.
pub type Row = Vec<Cell>;

/// A picture to show in a cell: the bytes of a small PNG, JPEG, GIF or BMP (a thumbnail, not the
/// original), and the words that stand for it where it cannot be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The encoded picture.
    pub bytes: Arc<[u8]>,
    /// What it shows; also what CSV and unreadable pictures give instead.
    pub alt: String,
}

/// One cell. What it looks like is its column's business; a cell only says what is true.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// There is no such figure (a ratio over zero): shown as —.
    Dash,
    /// The viewer may not see it: shown as ***.
    Masked,
    /// Words, or an id, a phone, a code: always stays text.
    Text(Cow<'static, str>),
    /// A count.
    Integer(i64),
    /// A measure; in a percent column 0.125 is 12.5%.
    Number(f64),
    /// An amount in minor units of the column's currency.
    Money(i64),
    /// An amount in minor units of its own currency.
    MoneyIn(i64, Currency),
    /// A calendar day.
    Day(NaiveDate),
    /// A point in time: UTC milliseconds, shown in the workbook's zone.
    Instant(i64),
    /// 是 or 否.
    Bool(bool),
    /// A picture.
    Image(Box<Picture>),
    /// A web address and the words to click on.
    Link(Box<(String, String)>),
}

impl Cell {
    /// Text from anything that is or can become a string.
    pub fn text(text: impl Into<Cow<'static, str>>) -> Cell {
        Cell::Text(text.into())
    }

    /// An id of the house, as text.
    pub fn id(id: i64) -> Cell {
        Cell::Text(Cow::Owned(id.to_string()))
    }

    /// A day from `YYYY-MM-DD`; what is not a day stays as the text it is.
    pub fn day(day: &str) -> Cell {
        NaiveDate::parse_from_str(day, "%Y-%m-%d")
            .map_or_else(|_| Cell::Text(Cow::Owned(day.to_owned())), Cell::Day)
    }

    /// `part` over `whole`; — when there is no whole.
    pub fn ratio(part: i64, whole: i64) -> Cell {
        if whole == 0 { Cell::Dash } else { Cell::Number(part as f64 / whole as f64) }
    }

    /// A web address shown as `words`.
    pub fn link(url: impl Into<String>, words: impl Into<String>) -> Cell {
        Cell::Link(Box::new((url.into(), words.into())))
    }

    /// A thumbnail.
    pub fn image(bytes: impl Into<Arc<[u8]>>, alt: impl Into<String>) -> Cell {
        Cell::Image(Box::new(Picture { bytes: bytes.into(), alt: alt.into() }))
    }
}

impl From<&'static str> for Cell {
    fn from(text: &'static str) -> Cell {
        Cell::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(Cow::Owned(text))
    }
}

impl From<i64> for Cell {
    fn from(count: i64) -> Cell {
        Cell::Integer(count)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Cell {
        Cell::Number(number)
    }
}

impl From<bool> for Cell {
    fn from(yes: bool) -> Cell {
        Cell::Bool(yes)
    }
}

impl From<NaiveDate> for Cell {
    fn from(day: NaiveDate) -> Cell {
        Cell::Day(day)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Cell {
        value.map_or(Cell::Empty, Into::into)
    }
}

/// What 是/否 cells say.
pub(crate) fn yes_no(yes: bool) -> &'static str {
    if yes { "是" } else { "否" }
}

/// What a viewer without the right sees.
pub(crate) const MASK: &str = "***";

/// What stands where there is no figure.
pub(crate) const DASH: &str = "—";

/// Excel would take text that begins so for a formula when someone edits the cell.
pub(crate) fn looks_like_formula(text: &str) -> bool {
    matches!(text.as_bytes().first(), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r'))
}

/// How wide text is in Latin letters: a Chinese character counts two.
pub(crate) fn display_width(text: &str) -> usize {
    text.lines().map(|line| line.chars().map(char_width).sum()).max().unwrap_or(0)
}

fn char_width(c: char) -> usize {
    match u32::from(c) {
        0x1100..=0x115F
        | 0x2014..=0x2026
        | 0x2E80..=0xA4CF
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F
        | 0xFF00..=0xFF60
        | 0xFFE0..=0xFFE6
        | 0x1F300..=0x1FAFF
        | 0x20000..=0x3FFFD => 2,
        _ => 1,
    }
}

/// Text as an XML file can hold it, and no longer than a cell can: borrowed when it already is.
pub(crate) fn clean(text: Cow<'static, str>) -> Cow<'static, str> {
    const MOST: usize = 32_767;
    let odd = text.bytes().any(|b| (b < 0x20 && b != b'\t' && b != b'\n') || b == 0xEF)
        && text.chars().any(unwritable);
    if !odd && text.len() <= MOST {
        return text;
    }
    let mut kept = String::with_capacity(text.len().min(MOST));
    let mut units = 0;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let c = match c {
            '\r' if characters.peek() == Some(&'\n') => continue,
            '\r' => '\n',
            c if unwritable(c) => '\u{FFFD}',
            c => c,
        };
        if units + c.len_utf16() >= MOST {
            kept.push('…');
            break;
        }
        units += c.len_utf16();
        kept.push(c);
    }
    Cow::Owned(kept)
}

fn unwritable(c: char) -> bool {
    (c < ' ' && c != '\t' && c != '\n') || matches!(c, '\u{FFFE}' | '\u{FFFF}')
}
