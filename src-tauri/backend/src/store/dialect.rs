//! The few things that engines say each in their own way, so that no room has to.

use std::collections::HashMap;

use super::{Ask, Print, StoreResult, ValueRef, entries, search};

/// How an engine says what the shared dialect has no words for. Every answer is a piece of SQL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// The embedded engine.
    Sqlite,
}

/// What an engine finds wrong with its own data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Its pages or indexes are damaged; in the engine's words.
    Damaged(String),
    /// A row of this table points at one that is not there.
    Dangling(String),
}

impl Dialect {
    /// Texts given as one parameter (a JSON array) as a table: each in `value`, its place in `key`.
    pub fn texts(self, mark: &str) -> String {
        match self {
            Self::Sqlite => format!("json_each({mark})"),
        }
    }

    /// Whole numbers given as one parameter, as [`Dialect::texts`].
    pub fn numbers(self, mark: &str) -> String {
        match self {
            Self::Sqlite => format!("json_each({mark})"),
        }
    }

    /// Whether `text` contains the parameter, letter for letter.
    pub fn contains(self, text: &str, mark: &str) -> String {
        match self {
            Self::Sqlite => format!("instr({text}, {mark}) > 0"),
        }
    }

    /// The full-text index of this name as a table.
    pub fn index(self, index: &str) -> String {
        match self {
            Self::Sqlite => format!("search_{index}"),
        }
    }

    /// The id of the row that an entry of the index belongs to.
    pub fn hit(self, index: &str) -> String {
        match self {
            Self::Sqlite => format!("search_{index}.rowid"),
        }
    }

    /// Whether an entry of the index has the words of the parameter, as [`Dialect::words`] gives them.
    pub fn found(self, index: &str, mark: &str) -> String {
        match self {
            Self::Sqlite => format!("search_{index} match {mark}"),
        }
    }

    /// What was typed as the parameter of [`Dialect::found`]; `None` when it holds nothing to look for.
    pub fn words(self, typed: &str) -> Option<String> {
        match self {
            Self::Sqlite => search::match_query(typed),
        }
    }

    /// What words each entry of the index of this name has, by the id of its row.
    pub fn entries(self, ask: &dyn Ask, index: &str) -> StoreResult<HashMap<i64, Print>> {
        match self {
            Self::Sqlite => entries::of(ask, index),
        }
    }

    /// A table whose rows stay as they are once written, whoever asks.
    pub(super) fn append_only(self, table: &str) -> String {
        match self {
            Self::Sqlite => ["update", "delete"]
                .map(|act| {
                    format!(
                        "create trigger {table}_no_{act} before {act} on {table}
                 begin select raise(abort, '{table} only grows'); end;"
                    )
                })
                .concat(),
        }
    }

    /// Asks the engine to look through its own data; calls `f` for every fault.
    pub fn faults(self, ask: &dyn Ask, f: &mut dyn FnMut(Fault)) -> StoreResult<()> {
        match self {
            Self::Sqlite => {
                ask.each("pragma integrity_check", &[], &mut |row| {
                    if let ValueRef::Text(text) = row.get(0)
                        && text != "ok"
                    {
                        f(Fault::Damaged(text.to_owned()));
                    }
                    Ok(true)
                })?;
                ask.each("pragma foreign_key_check", &[], &mut |row| {
                    if let ValueRef::Text(table) = row.get(0) {
                        f(Fault::Dangling(table.to_owned()));
                    }
                    Ok(true)
                })
            }
        }
    }
}
