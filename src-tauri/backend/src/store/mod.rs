//! Ground floor: the database file, its transactions, the content-addressed files, search, backup.
//!
//! Only this folder names an engine. Above it there are [`Value`]s, serde structs, and SQL in the
//! dialect that SQLite and PostgreSQL both speak (upsert, `returning`, CTEs, window functions,
//! `filter`, `string_agg`, `is not distinct from`; no `strftime`, no `rowid`, no `insert or replace`;
//! placeholders `?1 ?2 …`). What the two say each in their own way is asked of the [`Dialect`]. A test
//! of the repository refuses the words of one engine above this folder.
//!
//! Deliberately absent: permissions, audit and every rule of the shop. Those are the kernel's.

mod backup;
mod dialect;
mod entries;
mod files;
mod migrate;
mod rows;
mod search;
mod sqlite;
mod value;

pub use backup::{Manifest, backup, manifest, restore, verify};
pub use dialect::{Dialect, Fault};
pub use entries::{Print, Scratch};
pub use files::{Files, Stored};
pub use migrate::{FORMAT, Migration};
pub use rows::{RowAccess, from_row};
pub use search::{tokens, with_initials};
pub use sqlite::{Ask, DATABASE, Reader, Store, Writer};
pub use value::{Value, ValueRef};

/// What can go wrong below the rules of the shop.
///
/// `Unique` and `Foreign` carry the engine's name of the constraint, so that a room can turn it
/// into a sentence; everything else is for the log.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A unique index refused the row; carries `table.column, …`.
    #[error("unique: {0}")]
    Unique(String),
    /// A foreign key or check constraint refused the row.
    #[error("constraint: {0}")]
    Constraint(String),
    /// No such row where exactly one was expected.
    #[error("no row")]
    NoRow,
    /// Another process holds the database, or the disk is full: try again.
    #[error("busy: {0}")]
    Busy(String),
    /// The disk has no room left; nothing was written.
    #[error("disk full: {0}")]
    Full(String),
    /// The file was written by a newer program.
    #[error("made by a newer version ({found}; this program knows {known})")]
    Newer {
        /// The file's number.
        found: i64,
        /// This program's number.
        known: i64,
    },
    /// The file is damaged or is not a shop.
    #[error("damaged: {0}")]
    Damaged(String),
    /// A file on disk could not be read or written.
    #[error("{path}: {source}")]
    Io {
        /// Which file.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// Any other refusal of the engine; a programming error.
    #[error("sql: {0}")]
    Sql(String),
}

/// Shorthand of this floor.
pub type StoreResult<T> = Result<T, StoreError>;

impl StoreError {
    /// Wraps an I/O error with the path that it happened at.
    pub fn io(path: impl AsRef<std::path::Path>, source: std::io::Error) -> Self {
        if source.kind() == std::io::ErrorKind::StorageFull {
            return Self::Full(path.as_ref().display().to_string());
        }
        Self::Io { path: path.as_ref().display().to_string(), source }
    }
}

/// Does something to a shop's database that no operation would; for tests of the check.
#[cfg(test)]
pub(crate) fn tamper(dir: &std::path::Path, sql: &str) {
    sqlite::tamper(dir, sql).unwrap();
}

/// As [`tamper`], answering the engine's refusal.
#[cfg(test)]
pub(crate) fn try_tamper(dir: &std::path::Path, sql: &str) -> StoreResult<()> {
    sqlite::tamper(dir, sql)
}

/// Builds the parameters of a statement: `params![id, "text", Option::<i64>::None]`.
#[macro_export]
macro_rules! params {
    () => { &[] as &[$crate::store::Value] };
    ($($value:expr),+ $(,)?) => { &[$($crate::store::Value::from($value)),+][..] };
}
