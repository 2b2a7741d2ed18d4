//! Today's desk of each post, and finding anything (Ctrl+K).

use crate::kernel::Room;

/// This room.
pub const ROOM: Room = Room {
    name: "desk",
    migrations: &[],
    tables: &[],
    lists: &[],
    lifecycles: &[],
    seeds: &[],
    operations: Vec::new,
};
