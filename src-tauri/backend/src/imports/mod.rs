//! The one import pipeline: recognise, map, dry run, fix, commit whole, undo.

use crate::kernel::Room;

/// This room.
pub const ROOM: Room = Room {
    name: "imports",
    migrations: &[],
    tables: &[],
    lists: &[],
    lifecycles: &[],
    seeds: &[],
    operations: Vec::new,
};
