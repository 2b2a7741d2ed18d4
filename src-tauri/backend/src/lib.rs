//! Every rule and every table of the shop; no window, no HTTP.
//!
//! Floors, from the ground up. Imports point down only, and the rooms stand in this order:
//! a room may use the rooms before it, never one behind it.
//!
//! 1. [`store`]: the database, the files, search, backup. Only here is an engine named.
//! 2. [`kernel`]: money, time, rights, life cycles, lists, audit, jobs, and the traits of operations.
//! 3. rooms: `staff` → `products` → `listings` → `assets` → `copydesk` → `campaigns` → `imports`
//!    → `reports` → `desk`.
//! 4. [`shop`]: the one door. It lists every room's operations and lets callers in.

pub mod assets;
pub mod campaigns;
pub mod copydesk;
pub mod demo;
pub mod desk;
pub mod imports;
pub mod kernel;
pub mod listings;
pub mod products;
pub mod reports;
pub mod shop;
pub mod staff;
pub mod store;
#[cfg(test)]
pub(crate) mod testkit;

pub use shop::{
    Answer, Beat, DropProgress, DropSize, Dropped, SessionChange, Shop, Ticked, measure_dropped,
};
