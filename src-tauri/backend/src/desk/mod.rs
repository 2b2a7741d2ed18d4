//! Today's desk of each post, and finding anything (Ctrl+K).
//!
//! A card stands on somebody's desk because of what they may do and what waits for them, never
//! because of who they are: covers and second posts see theirs too. Routes are paths of the pages.

mod cards;
mod find;
mod help;
#[cfg(test)]
mod tests;
mod today;

use crate::kernel::Room;
use crate::kernel::door::Entry;

/// This room.
pub const ROOM: Room = Room {
    name: "desk",
    migrations: &[],
    tables: &[],
    lists: &[],
    indexes: &[],
    kept: &[],
    lifecycles: &[],
    seeds: &[],
    operations,
};

fn operations() -> Vec<Entry> {
    vec![
        Entry::query::<today::Today>(),
        Entry::query::<find::Find>(),
        Entry::query::<help::PostActs>(),
    ]
}
