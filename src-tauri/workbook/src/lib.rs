//! Workbooks as data, and a small writer that turns them into `.xlsx` or `.csv`.
//!
//! A room describes a report as a [`Workbook`]: a [`Cover`] that says what the figures mean, and
//! [`Sheet`]s of typed [`Column`]s and [`Cell`]s. The description can be tested as text
//! ([`as_text`]) without a file; [`write()`] makes the file, whole or not at all, in constant memory
//! however many rows there are; [`write_csv`] writes one sheet as CSV.
//!
//! Nothing here knows the database, the clock or the shop: whatever varies comes in as a value.

mod bad_rows;
mod chart;
mod cover;
mod currency;
mod delimited;
mod digest;
mod error;
mod gallery;
mod names;
mod paper;
mod rules;
mod serial;
mod sheet;
mod sheet_writer;
mod style;
mod text;
mod totals;
mod value;
mod workbook;
mod write;

pub use bad_rows::{BadRow, bad_rows};
pub use chart::{Chart, ChartKind, Look, Place, Series, cumulative_shares};
pub use cover::{Cover, Definition};
pub use currency::Currency;
pub use delimited::{CsvFor, write_csv};
pub use error::{Error, SourceError};
pub use names::SheetNames;
pub use sheet::{
    Allow, Column, Compare, Kind, Puller, Pusher, Rows, Rule, Sheet, Sink, Tone, Total,
};
pub use text::as_text;
pub use value::{Cell, Picture, Row};
pub use workbook::Workbook;
pub use write::{Options, Phase, Progress, Watch, Written, write, write_with};
