//! Campaigns with shops, products, budget, prices, milestones and their asset pack.

use crate::kernel::Room;

/// This room.
pub const ROOM: Room = Room {
    name: "campaigns",
    migrations: &[],
    tables: &[],
    lists: &[],
    lifecycles: &[],
    seeds: &[],
    operations: Vec::new,
};
