//! Channels with their limits, shops, listings with SKUs, pictures and copy, prices with floors and
//! schedules, and what still has to be changed on the platform (待同步).
//!
//! For other rooms: [`target`], [`put_picture`], [`pictures_of`], [`put_copy`], [`slots_of`],
//! [`profiles`], [`where_used`], for imports [`Bulk`] and [`confirm_from_platform`],
//! [`due_changes`], [`advance`], and for reports [`regions`], [`below_floor`], [`SYNC_KINDS`]. They
//! change only through the transaction they are given, so the trail is written as for a command of
//! this room.
//!
//! Deliberately absent: orders, stock in the warehouse, the making of pictures and copy.

mod bulk;
mod change;
mod channels;
mod edit;
mod facade;
mod floors;
mod grid;
mod kept;
mod life;
mod ops;
mod prices;
mod profiles;
mod propose;
mod rules;
mod schedule;
mod shops;
mod skus;
mod sync;
mod table;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_draft;
#[cfg(test)]
mod tests_input;
#[cfg(test)]
mod tests_sync;
mod told;
mod view;

pub use change::least_margin;
pub use channels::{SlotRow, every_slot_of, slots_of};
pub use facade::{
    Bulk, Copy, NewListing, NewSku, Picture, Profile, Shelf, Target, Use, all_slots, copy_fits,
    pictures_of, profiles, put_copy, put_picture, recount, target, where_used,
};
pub use floors::{Broken, below_floor};
pub use life::{LISTING_LIFE, PRICE_LIFE};
pub use ops::{kept_regions, regions};
pub use rules::{Unit, floor, title_length};
pub use schedule::{Due, advance, due_changes};
pub use sync::{KINDS as SYNC_KINDS, confirm_from_platform};
pub use table::{CHANNEL, CHANNEL_SLOT, LISTING, LISTING_PICTURE, LISTING_SKU, PRICE_CHANGE, SHOP};

use crate::kernel::Room;

/// This room.
pub const ROOM: Room = Room {
    name: "listings",
    migrations: table::MIGRATIONS,
    tables: table::TABLES,
    lists: &[&view::LIST, &prices::LIST, &sync::LIST],
    indexes: &[change::INDEX, change::PRICE_INDEX],
    kept: &[kept::LISTINGS, kept::SHOPS],
    lifecycles: &[&LISTING_LIFE, &PRICE_LIFE],
    seeds: &[(2026_1123_20, profiles::seed)],
    operations: ops::operations,
};
