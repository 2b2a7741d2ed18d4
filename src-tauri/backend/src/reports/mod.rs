//! Workbooks for supervisors, and Excel from every list.
//!
//! A report reads from one consistent view, is built as typed sheets, written to a file whole or not
//! at all, and kept as a stored file that its maker fetches. Columns that the maker may not see are
//! `***` in it, and the cover says so.

mod export;
mod ops;
mod prices;
mod production;
#[cfg(test)]
mod tests;

use crate::kernel::Room;

/// This room.
pub const ROOM: Room = Room {
    name: "reports",
    migrations: &[],
    tables: &[],
    lists: &[],
    indexes: &[],
    lifecycles: &[],
    seeds: &[],
    operations: ops::operations,
};
