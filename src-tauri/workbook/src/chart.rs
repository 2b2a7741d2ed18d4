//! Charts as data: what is drawn from which columns.

use crate::value::Cell;

/// How a chart draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// Upright bars side by side.
    Column,
    /// Upright bars on top of each other.
    StackedColumn,
    /// Upright bars filled to 100 %.
    ShareColumn,
    /// Lying bars, the first on top.
    Bar,
    /// Lying bars end to end; with an unseen first series a Gantt or waterfall chart.
    StackedBar,
    /// Lines.
    Line,
    /// Filled lines on top of each other.
    StackedArea,
    /// Columns and lines together; each series says which, and on which axis.
    Combined,
    /// Falling columns and the cumulative share on a second axis up to 100 %.
    Pareto,
    /// A pie of the first series.
    Pie,
    /// A ring of the first series.
    Doughnut,
    /// A web, one corner per category.
    Radar,
    /// Points: categories are the x values.
    Scatter,
}

/// How one series of a combined chart draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// As the chart does.
    #[default]
    AsChart,
    /// As columns.
    Column,
    /// As a line.
    Line,
}

/// Where a chart stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    /// With all others on the sheet 「图表」 after the cover.
    #[default]
    Gallery,
    /// On its own sheet, to the right of the table.
    Beside,
    /// On its own sheet, under the table.
    Below,
}

/// One series: a column of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// The column's key.
    pub column: &'static str,
    /// Columns or a line, in a combined chart.
    pub look: Look,
    /// Measured on the right-hand axis.
    pub secondary: bool,
    /// Takes room but is not drawn (the start of a Gantt bar).
    pub unseen: bool,
}

impl Series {
    /// A series that looks as its chart does.
    pub fn of(column: &'static str) -> Series {
        Series { column, look: Look::AsChart, secondary: false, unseen: false }
    }

    /// A series drawn as columns.
    pub fn columns(column: &'static str) -> Series {
        Series { look: Look::Column, ..Series::of(column) }
    }

    /// A series drawn as a line.
    pub fn line(column: &'static str) -> Series {
        Series { look: Look::Line, ..Series::of(column) }
    }

    /// Measures it on the right-hand axis.
    #[must_use]
    pub fn on_the_right(mut self) -> Series {
        self.secondary = true;
        self
    }

    /// Leaves room for it without drawing it.
    #[must_use]
    pub fn unseen(mut self) -> Series {
        self.unseen = true;
        self
    }
}

/// One chart over columns of the sheet that carries it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// What it shows, above it.
    pub title: String,
    /// How it draws.
    pub kind: ChartKind,
    /// Key of the column with the categories (or x values).
    pub categories: &'static str,
    /// What is drawn.
    pub series: Vec<Series>,
    /// Only the first so many rows, when set.
    pub rows: Option<u32>,
    /// Words at the horizontal axis.
    pub x_title: Option<String>,
    /// Words at the vertical axis.
    pub y_title: Option<String>,
    /// Where it stands.
    pub place: Place,
}

impl Chart {
    /// A chart of `series` over `categories`.
    pub fn new(
        title: impl Into<String>,
        kind: ChartKind,
        categories: &'static str,
        series: Vec<Series>,
    ) -> Chart {
        Chart {
            title: title.into(),
            kind,
            categories,
            series,
            rows: None,
            x_title: None,
            y_title: None,
            place: Place::Gallery,
        }
    }

    /// A Pareto chart: `value` falling, and its cumulative share (see [`cumulative_shares`]).
    pub fn pareto(
        title: impl Into<String>,
        categories: &'static str,
        value: &'static str,
        cumulative: &'static str,
    ) -> Chart {
        let series = vec![Series::columns(value), Series::line(cumulative).on_the_right()];
        Chart::new(title, ChartKind::Pareto, categories, series)
    }

    /// Puts it somewhere else.
    #[must_use]
    pub fn at(mut self, place: Place) -> Chart {
        self.place = place;
        self
    }

    /// Draws only the first rows.
    #[must_use]
    pub fn first(mut self, rows: u32) -> Chart {
        self.rows = Some(rows);
        self
    }

    /// Names the axes.
    #[must_use]
    pub fn axes(mut self, x: impl Into<String>, y: impl Into<String>) -> Chart {
        self.x_title = Some(x.into());
        self.y_title = Some(y.into());
        self
    }
}

/// For a Pareto chart: the running share of each value, in the order given. — where all are zero.
pub fn cumulative_shares(values: &[i64]) -> Vec<Cell> {
    let whole: i128 = values.iter().map(|&value| i128::from(value)).sum();
    let mut running = 0_i128;
    values
        .iter()
        .map(|&value| {
            running += i128::from(value);
            if whole == 0 { Cell::Dash } else { Cell::Number(running as f64 / whole as f64) }
        })
        .collect()
}
