//! Workbooks for supervisors, and Excel from every list.
//!
//! A report reads from one consistent view, is built as typed sheets, written to a file whole or not
//! at all, and kept as a stored file that its maker fetches, under a number of its own. Columns that
//! the maker may not see are not in it, and the cover says so.
//!
//! Deliberately absent: how a workbook is written (the crate `shopdesk-workbook`), and what a figure
//! means where its own room already says so (floors of prices, regions).

mod export;
mod flow;
mod frame;
mod made;
mod ops;
mod prices;
mod production;
mod rules;
mod run;
mod table;
#[cfg(test)]
mod tests;

use crate::kernel::Room;

/// This room.
pub const ROOM: Room = Room {
    name: "reports",
    migrations: table::MIGRATIONS,
    tables: table::TABLES,
    lists: &[&made::LIST],
    indexes: &[],
    kept: &[],
    lifecycles: &[],
    seeds: &[],
    operations: ops::operations,
};
