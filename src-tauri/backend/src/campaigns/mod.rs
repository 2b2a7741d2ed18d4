//! Campaigns: plan, approval within the budget limit, milestones counted back from the start, the
//! asset pack filed in one go, the gate before the start, and the review that ends it.
//!
//! Deliberately absent: stock and rosters (the shop keeps none yet; at the gate the supervisor
//! answers for them in writing), what the platform's tools cost, and advertising.

mod gate;
mod ops;
mod pack;
mod parts;
mod prices;
mod rules;
#[cfg(test)]
mod story;
mod table;
mod templates;
#[cfg(test)]
mod tests;
mod view;
mod wishes;

pub use ops::advance;
pub use rules::CYCLE;
pub use table::CAMPAIGN;

use crate::kernel::Room;

/// This room.
pub const ROOM: Room = Room {
    name: "campaigns",
    migrations: table::MIGRATIONS,
    tables: table::TABLES,
    lists: &[&view::LIST],
    indexes: &[ops::INDEX],
    kept: &[],
    lifecycles: &[&rules::CYCLE],
    seeds: &[(2026_1123_50, templates::seed)],
    operations: ops::operations,
};
