//! Channels with their limits, shops, listings with their SKUs, price changes, the list of what waits to be changed on the platform.

use crate::kernel::Room;

/// This room.
pub const ROOM: Room = Room {
    name: "listings",
    migrations: &[],
    tables: &[],
    lists: &[],
    lifecycles: &[],
    seeds: &[],
    operations: Vec::new,
};
