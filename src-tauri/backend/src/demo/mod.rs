//! A believable demo shop, seeded: 云上衣舍, women's wear in six shops, as of today.
//!
//! Everything goes through the door, as people would have done it, on the days they would have: each
//! story ([`products`], [`shelves`], …) writes its steps into one diary, and the diary is
//! lived through in the order of time, each step by the person whose post it is. So rights, numbers,
//! history and reports are true. Days are counted back from today; everything else is the same every
//! time.

mod campaigns;
mod clock;
mod details;
mod diary;
mod imports;
mod large;
mod people;
mod photos;
mod prices;
mod products;
mod queue;
mod reports;
mod shelves;
#[cfg(test)]
mod tests;
mod texts;
mod wardrobe;

use std::path::Path;

use serde::Serialize;

use crate::Shop;
use crate::kernel::{Result, millis};
use clock::{Calendar, Hand};
use diary::{Diary, World};

pub use large::{ABSENT, COMMON, PRODUCTS, RARE};

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
    /// Steps of the stories that the shop refused, and why; none, unless a room's rules changed.
    pub refused: Vec<String>,
}

/// What the variety of the shop is thrown with.
const SEED: u64 = 20_261_111;

/// Makes the shop in an empty folder. `large` adds a million SKUs and listings for measuring.
pub fn make(dir: &Path, large: bool) -> Result<Made> {
    let now = millis();
    let (shop, made) = make_at(dir, now)?;
    if large {
        large::fill(&shop, now)?;
    }
    Ok(made)
}

/// As [`make`], at this moment.
fn make_at(dir: &Path, now: i64) -> Result<(Shop, Made)> {
    let calendar = Calendar::ending(now);
    let hand = Hand::at(calendar.beginning());
    let shop = Shop::open_at(dir, hand.clock())?;
    let logins = people::hire(&shop)?;
    let names: Vec<&'static str> = logins.iter().map(|l| l.login).collect();
    let mut world = World::new(shop, calendar, &names)?;
    let mut diary = Diary::new(calendar, SEED);
    let shots = products::plan(&mut diary);
    shelves::plan(&mut diary, &shots);
    queue::plan(&mut diary, &shots);
    texts::plan(&mut diary);
    details::plan(&mut diary);
    campaigns::plan(&mut diary, &shots);
    prices::plan(&mut diary, &shots);
    imports::plan(&mut diary);
    reports::plan(&mut diary);
    let refused = diary.live(&mut world, &hand)?;
    Ok((world.shop, Made { logins, refused }))
}
