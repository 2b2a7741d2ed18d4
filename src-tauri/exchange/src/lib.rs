//! The selling platforms' files, read and written; pure: bytes in, typed records and row errors
//! out. No database, no clock, no network.
//!
//! The way of a file: [`sniff`] says what its bytes are, or refuses it; [`table`] makes one table
//! of any kind of file; [`read`] recognises the format by the header and reads [`records`];
//! [`mod@write`] makes the same files again. A table of a shop's own making is read by a
//! [`map::ColumnMap`] that its names suggest and people correct.
//!
//! Nothing is dropped without a word: a row is a record, or is in `rows_bad` with the cell and
//! what was expected, or in `skipped` with why it is none.

pub mod formats;
pub mod headers;
pub mod input;
pub mod map;
pub mod names;
pub mod numbers;
pub mod pack;
pub mod read;
pub mod records;
pub mod refused;
pub mod sniff;
pub mod table;
pub mod write;

pub use formats::{Format, Kind};
pub use input::{Elsewhere, Input, ReadSeek};
pub use map::{ColumnMap, ColumnRule};
pub use names::Field;
pub use numbers::Money;
pub use pack::{Document, Pack, documents};
pub use read::{
    FileResult, ReadOptions, Recognised, read, read_document, recognise, recognise_document,
};
pub use records::{
    ListingRecord, PictureRecord, PictureSource, ProductRecord, Records, RowProblem, SkuRecord,
};
pub use refused::{Refused, RefusedReason};
pub use table::{CellFix, Table, TableOptions};
