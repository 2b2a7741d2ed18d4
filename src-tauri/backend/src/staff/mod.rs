//! People and rights: staff with their posts, sessions, the matrix, personal grants, amount limits,
//! settings, saved views, and the page of the 76 duties.
//!
//! Deliberately absent: what a right means for a thing (each room says what it needs), acting cover's
//! life cycle (its own room later; the hats it gives are read here), wages and appraisal.

pub mod devices;
pub mod duties;
mod me;
pub mod ops;
pub mod rights;
mod rules;
pub mod sessions;
pub mod settings;
mod table;
#[cfg(test)]
mod tests;
pub mod views;

pub use rules::LIMITS;
pub use table::{STAFF, names};

use crate::kernel::Room;

/// This room.
pub const ROOM: Room = Room {
    name: "staff",
    migrations: table::MIGRATIONS,
    tables: table::TABLES,
    lists: &[&ops::LIST],
    indexes: &[ops::INDEX],
    kept: &[],
    lifecycles: &[],
    seeds: &[(2026_1123_01, table::seed), (2026_1125_20, table::index_people)],
    operations: ops::operations,
};
