//! Workbooks for supervisors, and Excel from every list.

use crate::kernel::Room;

/// This room.
pub const ROOM: Room = Room {
    name: "reports",
    migrations: &[],
    tables: &[],
    lists: &[],
    lifecycles: &[],
    seeds: &[],
    operations: Vec::new,
};
