//! The one import pipeline: recognise, map, dry run, fix, commit whole, undo.
//!
//! A file becomes one import per table in it. Its rows are read by `shopdesk-exchange`, compared
//! with the shop (`goods` for products, `shelf` for listings) and shown before anything is written;
//! committing reads and compares again inside the one transaction that writes.
//!
//! For other programs: [`run_file`] does the whole way in one call, through the same operations.
//!
//! Deliberately absent: what the platforms' files look like (that is the exchange crate), and
//! fetching pictures from addresses: nothing here goes to the network.

mod bad_rows;
mod folder;
mod goods;
mod kept;
mod looked;
mod ops;
mod pictures;
mod plan;
mod profiles;
mod reading;
mod rules;
mod run;
mod shelf;
mod table;
mod tally;
#[cfg(test)]
mod tests;
mod view;
mod work;

pub(crate) use run::finished;
pub use run::{ImportReport, RunOptions, run_file};
pub use table::IMPORT;
#[cfg(test)]
pub(crate) use tests::sample_pack;

use crate::kernel::Room;

/// This room.
pub const ROOM: Room = Room {
    name: "imports",
    migrations: table::MIGRATIONS,
    tables: table::TABLES,
    lists: &[&view::LIST],
    indexes: &[],
    kept: &[tally::ROWS],
    lifecycles: &[],
    seeds: &[],
    operations: ops::operations,
};
