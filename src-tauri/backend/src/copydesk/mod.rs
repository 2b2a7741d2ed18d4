//! Copy as text with versions: requests, word diff, approval, fields of listings.

use crate::kernel::Room;

/// This room.
pub const ROOM: Room = Room {
    name: "copydesk",
    migrations: &[],
    tables: &[],
    lists: &[],
    lifecycles: &[],
    seeds: &[],
    operations: Vec::new,
};
