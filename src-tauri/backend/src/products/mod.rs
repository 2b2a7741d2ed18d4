//! Products, SKUs, codes, size charts, style taxonomy, cost, pictures; the quick card.

use crate::kernel::Room;

/// This room.
pub const ROOM: Room = Room {
    name: "products",
    migrations: &[],
    tables: &[],
    lists: &[],
    lifecycles: &[],
    seeds: &[],
    operations: Vec::new,
};
