//! The asset queue: requests for pictures, versions from dropped files, spec checks, pins, approval, where-used.

use crate::kernel::Room;

/// This room.
pub const ROOM: Room = Room {
    name: "assets",
    migrations: &[],
    tables: &[],
    lists: &[],
    lifecycles: &[],
    seeds: &[],
    operations: Vec::new,
};
