//! A sheet as data: its columns, its rows, and what stands around them.

use std::fmt;

use crate::chart::Chart;
use crate::currency::Currency;
use crate::error::SourceError;
use crate::value::{Cell, Row};

/// What a column holds; decides type, format and alignment in Excel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// An id, phone, tracking number or 商家编码: text whatever its digits.
    Id,
    /// A count.
    Integer,
    /// A measure with so many decimals.
    Number {
        /// Digits after the point.
        decimals: u8,
    },
    /// An amount.
    Money {
        /// The currency of [`Cell::Money`] in this column.
        currency: Currency,
    },
    /// A share, shown with two decimals.
    Percent,
    /// A calendar day.
    Day,
    /// Date and time in the workbook's zone.
    Instant,
    /// 是/否.
    Bool,
    /// A thumbnail.
    Image,
    /// A web address.
    Link,
}

impl Kind {
    /// Whether its cells are numbers that can be added up or averaged.
    pub fn is_numeric(self) -> bool {
        matches!(self, Kind::Integer | Kind::Number { .. } | Kind::Money { .. } | Kind::Percent)
    }
}

/// What stands under a column; follows the filter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Total {
    /// Nothing.
    #[default]
    None,
    /// The sum.
    Sum,
    /// How many cells are filled.
    Count,
    /// How many rows there are, in words: 合计 36 行.
    Rows,
    /// The mean of the figures; — when there are none.
    Average,
    /// The sum of one column over the sum of another: how a rate is totalled truly.
    Ratio {
        /// Key of the column above the line.
        part: &'static str,
        /// Key of the column below the line.
        whole: &'static str,
    },
}

/// How good or bad a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Green.
    Good,
    /// Amber.
    Warn,
    /// Red.
    Bad,
    /// Blue.
    Info,
    /// Grey.
    Muted,
}

/// A comparison with the cell's number, in the unit the cell shows (yuan, not fen).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Compare {
    /// <
    Below(f64),
    /// ≤
    AtMost(f64),
    /// ≥
    AtLeast(f64),
    /// >
    Above(f64),
    /// Both ends included.
    Between(f64, f64),
}

/// A conditional colour. Earlier rules win.
#[derive(Debug, Clone, PartialEq)]
pub enum Rule {
    /// A bar in the cell as long as its number.
    DataBar(Tone),
    /// A heat map from white to the tone.
    Heat(Tone),
    /// Red for the lowest, amber, green for the highest.
    RedToGreen,
    /// Green for the lowest, amber, red for the highest.
    GreenToRed,
    /// Numbers that compare so.
    When(Compare, Tone),
    /// Cells that are not empty.
    Filled(Tone),
    /// Cells that say exactly this.
    Is(String, Tone),
    /// Cells that contain this.
    Contains(String, Tone),
}

/// What a person may type into a template's column.
#[derive(Debug, Clone, PartialEq)]
pub enum Allow {
    /// One of these, from a drop-down list.
    OneOf(Vec<String>),
    /// A whole number between these.
    Whole(i32, i32),
    /// A number between these.
    Decimal(f64, f64),
    /// A day.
    Day,
    /// Text of at most so many characters.
    TextUpTo(u32),
}

/// One column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// What charts and ratios call it.
    pub key: &'static str,
    /// What its head says.
    pub title: String,
    /// What it holds.
    pub kind: Kind,
    /// Width in Latin letters; found from the data when `None`.
    pub width: Option<f64>,
    /// What stands under it.
    pub total: Total,
    /// Its conditional colours.
    pub rules: Vec<Rule>,
    /// How the figure is made; becomes the head's note.
    pub definition: Option<String>,
    /// Whether long text is broken into lines.
    pub wrap: bool,
    /// What may be typed into it, in a template.
    pub allow: Option<Allow>,
}

impl Column {
    /// A column with nothing but a name and a kind.
    pub fn new(key: &'static str, title: impl Into<String>, kind: Kind) -> Column {
        Column {
            key,
            title: title.into(),
            kind,
            width: None,
            total: Total::None,
            rules: Vec::new(),
            definition: None,
            wrap: false,
            allow: None,
        }
    }

    /// Sets the width, in Latin letters.
    #[must_use]
    pub fn width(mut self, width: f64) -> Column {
        self.width = Some(width);
        self
    }

    /// Sets what stands under it.
    #[must_use]
    pub fn total(mut self, total: Total) -> Column {
        self.total = total;
        self
    }

    /// Shorthand for `total(Total::Sum)`.
    #[must_use]
    pub fn sum(self) -> Column {
        self.total(Total::Sum)
    }

    /// Adds a conditional colour.
    #[must_use]
    pub fn rule(mut self, rule: Rule) -> Column {
        self.rules.push(rule);
        self
    }

    /// Says how the figure is made.
    #[must_use]
    pub fn defined(mut self, definition: impl Into<String>) -> Column {
        self.definition = Some(definition.into());
        self
    }

    /// Breaks long text into lines.
    #[must_use]
    pub fn wrap(mut self) -> Column {
        self.wrap = true;
        self
    }

    /// Says what may be typed into it.
    #[must_use]
    pub fn allow(mut self, allow: Allow) -> Column {
        self.allow = Some(allow);
        self
    }
}

/// Takes one row at a time; the row is emptied and its storage handed back for the next one.
pub type Sink<'s> = dyn FnMut(&mut Row) -> Result<(), SourceError> + 's;

/// Fills the empty row and says whether there was one.
pub type Puller<'a> = dyn FnMut(&mut Row) -> Result<bool, SourceError> + 'a;

/// Hands all its rows to the sink.
pub type Pusher<'a> = dyn FnOnce(&mut Sink<'_>) -> Result<(), SourceError> + 'a;

/// Where rows come from.
pub enum Rows<'a> {
    /// All at hand.
    List(Vec<Row>),
    /// Asked for one by one: fills the empty row and says whether there was one.
    Pull(Box<Puller<'a>>),
    /// Pushed one by one into the sink (a database cursor). An error from the sink must be
    /// returned at once: it means that writing has stopped.
    Push(Box<Pusher<'a>>),
}

impl<'a> Rows<'a> {
    /// Rows from an iterator that cannot fail.
    pub fn each(rows: impl IntoIterator<Item = Row> + 'a) -> Rows<'a> {
        Rows::Push(Box::new(move |sink| {
            for mut row in rows {
                sink(&mut row)?;
            }
            Ok(())
        }))
    }
}

impl fmt::Debug for Rows<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rows::List(rows) => write!(f, "List({} rows)", rows.len()),
            Rows::Pull(_) => f.write_str("Pull"),
            Rows::Push(_) => f.write_str("Push"),
        }
    }
}

/// One sheet.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// Its name, in the trade's words; made legal when written.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Rows<'a>,
    /// Charts over its columns.
    pub charts: Vec<Chart>,
    /// How many columns on the left stay in sight; the head always does.
    pub freeze_columns: u16,
    /// Whether the head gets filter buttons.
    pub filter: bool,
    /// Sentences under the table.
    pub notes: Vec<String>,
    /// Height of the rows in points; found from the pictures when `None`.
    pub row_height: Option<f64>,
    /// A template: so many empty rows are ready to be filled in, checked as the columns say.
    pub template_rows: u32,
    /// Printed across A4; upright when `false`.
    pub landscape: bool,
}

impl<'a> Sheet<'a> {
    /// A sheet with a head, a filter and these rows.
    pub fn new(name: impl Into<String>, columns: Vec<Column>, rows: Rows<'a>) -> Sheet<'a> {
        Sheet {
            name: name.into(),
            columns,
            rows,
            charts: Vec::new(),
            freeze_columns: 0,
            filter: true,
            notes: Vec::new(),
            row_height: None,
            template_rows: 0,
            landscape: true,
        }
    }

    /// An empty form to be filled in and imported again.
    pub fn template(name: impl Into<String>, columns: Vec<Column>, rows: u32) -> Sheet<'a> {
        let mut sheet = Sheet::new(name, columns, Rows::List(Vec::new()));
        sheet.template_rows = rows;
        sheet
    }

    /// Adds a chart.
    #[must_use]
    pub fn chart(mut self, chart: Chart) -> Sheet<'a> {
        self.charts.push(chart);
        self
    }

    /// Keeps the first columns in sight.
    #[must_use]
    pub fn freeze(mut self, columns: u16) -> Sheet<'a> {
        self.freeze_columns = columns;
        self
    }

    /// Adds a sentence under the table.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Sheet<'a> {
        self.notes.push(note.into());
        self
    }

    /// Where a column stands.
    pub(crate) fn position(&self, key: &str) -> Option<u16> {
        self.columns.iter().position(|column| column.key == key).and_then(|at| at.try_into().ok())
    }

    pub(crate) fn has_pictures(&self) -> bool {
        self.columns.iter().any(|column| column.kind == Kind::Image)
    }

    pub(crate) fn has_totals(&self) -> bool {
        self.columns.iter().any(|column| column.total != Total::None)
    }
}

/// A sheet of plain text, every cell kept as it is: for lists that only have headings.
impl Sheet<'_> {
    /// Rows of text under these headings.
    pub fn of_text(
        name: impl Into<String>,
        titles: &[String],
        rows: Vec<Vec<String>>,
    ) -> Sheet<'static> {
        let columns =
            titles.iter().map(|title| Column::new("", title.clone(), Kind::Id)).collect::<Vec<_>>();
        let width = columns.len();
        let rows = rows
            .into_iter()
            .map(|row| {
                let mut row: Row = row.into_iter().map(Cell::from).collect();
                row.resize(width, Cell::Empty);
                row
            })
            .collect();
        Sheet::new(name, columns, Rows::List(rows))
    }
}
