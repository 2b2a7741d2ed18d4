//! The top floor: one shop, opened. Every room is listed here, and here only.

mod dropped;
mod openapi;
mod routes;
mod time;
mod wire;

#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::Arc;

use crate::kernel::door::Core;
use crate::kernel::rights::Caller;
use crate::kernel::{Clock, Error, Result, Room};
use crate::{
    assets, campaigns, copydesk, desk, imports, kernel, listings, products, reports, staff,
};

pub use dropped::{DropProgress, DropSize, Dropped, measure_dropped};
pub use routes::{ROUTES, Route};
pub use time::{Beat, Ticked};
pub use wire::{Answer, SessionChange};

/// Every room, from the ground up. Adding a room is adding a line.
pub const ROOMS: &[Room] = &[
    kernel::ops::ROOM,
    staff::ROOM,
    products::ROOM,
    listings::ROOM,
    assets::ROOM,
    copydesk::ROOM,
    campaigns::ROOM,
    imports::ROOM,
    reports::ROOM,
    desk::ROOM,
];

/// An opened shop. Cheap to clone; every clone is the same shop.
#[derive(Clone)]
pub struct Shop {
    core: Arc<Core>,
}

impl Shop {
    /// Opens the shop in `dir`, making a new one where there is none.
    pub fn open(dir: &Path) -> Result<Self> {
        Ok(Self { core: Core::open(dir, ROOMS, None)? })
    }

    /// As [`Shop::open`] with a clock of the caller's, for demo data and tests.
    pub fn open_at(dir: &Path, clock: Clock) -> Result<Self> {
        Ok(Self { core: Core::open(dir, ROOMS, Some(clock))? })
    }

    /// Calls an operation as this caller: JSON in, JSON out.
    pub fn call(&self, caller: &Caller, name: &str, args: &str) -> Result<String> {
        self.core.call(caller, name, args)
    }

    /// As [`Shop::call`] with values, for tests and programs in Rust.
    pub fn ask(
        &self,
        caller: &Caller,
        name: &str,
        args: serde_json::Value,
    ) -> Result<serde_json::Value> {
        let out = self.call(caller, name, &args.to_string())?;
        serde_json::from_str(&out).map_err(Error::internal)
    }

    /// The member of staff with this login, trusted because whoever runs a program on this machine
    /// can read the shop's folder anyway. Never for requests from the network.
    pub fn local(&self, login: &str, source: &'static str) -> Result<Caller> {
        staff::sessions::local(&self.core, login, source)
    }

    /// Signs somebody in; answers the session's token, which is shown once and kept only as a hash.
    pub fn login(&self, login: &str, password: &str, device: &str) -> Result<String> {
        staff::sessions::login(&self.core, login, password, device)
    }

    /// Who is behind a token, with the hats worn now.
    pub fn caller(&self, token: &str) -> Result<Caller> {
        staff::sessions::caller(&self.core, token)
    }

    /// Whether this is the password of the person behind a token; for unlocking a locked window.
    pub fn knows_password(&self, caller: &Caller, password: &str) -> Result<bool> {
        staff::sessions::knows_password(&self.core, caller, password)
    }

    /// The OpenAPI 3.1 document of every operation.
    pub fn openapi(&self) -> serde_json::Value {
        openapi::document(&self.core)
    }

    /// Ends a session.
    pub fn logout(&self, token: &str) -> Result<()> {
        staff::sessions::logout(&self.core, token)
    }

    /// What everything behind the door shares: store, feed, jobs, lists.
    pub fn core(&self) -> &Arc<Core> {
        &self.core
    }
}
