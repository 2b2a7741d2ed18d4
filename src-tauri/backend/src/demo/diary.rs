//! What everybody in the demo shop did, in the order of time, each through the door as themselves.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use super::clock::{Calendar, Dice, Hand};
use super::photos::{Photo, Studio};
use crate::kernel::rights::Caller;
use crate::kernel::{Error, Result};
use crate::params;
use crate::{Shop, kernel::Table};

/// The shop while its past is lived through.
pub(super) struct World {
    pub shop: Shop,
    pub calendar: Calendar,
    callers: BTreeMap<&'static str, Caller>,
    /// The hashes of the pictures that were taken, by their place in the studio's list.
    pub files: Vec<String>,
    /// The products by their place in the wardrobe.
    pub products: BTreeMap<usize, i64>,
    /// The shops by code.
    pub shops: BTreeMap<&'static str, i64>,
    /// The listings by the product's place and the shop's code.
    pub listings: BTreeMap<(usize, &'static str), i64>,
    /// Anything else that a later step of the same story needs, by the story's own name.
    pub made: BTreeMap<String, i64>,
}

impl World {
    pub fn new(shop: Shop, calendar: Calendar, logins: &[&'static str]) -> Result<Self> {
        let callers = logins
            .iter()
            .map(|login| Ok((*login, shop.local(login, "ui")?)))
            .collect::<Result<_>>()?;
        Ok(Self {
            shop,
            calendar,
            callers,
            files: Vec::new(),
            products: BTreeMap::new(),
            shops: BTreeMap::new(),
            listings: BTreeMap::new(),
            made: BTreeMap::new(),
        })
    }

    /// The person with this login.
    pub fn who(&self, login: &str) -> Result<&Caller> {
        self.callers.get(login).ok_or_else(|| Error::not_found("员工", login))
    }

    /// The person's number.
    pub fn staff(&self, login: &str) -> Result<i64> {
        Ok(self.who(login)?.staff)
    }

    /// Somebody does something. A refusal names who and what: the story is wrong then.
    pub fn does(&self, login: &str, name: &str, args: &Json) -> Result<Json> {
        self.shop.ask(self.who(login)?, name, args.clone()).map_err(|e| {
            let said = format!("{login} {name} {args}：{}", e.message);
            Error { message: said, ..e }
        })
    }

    /// The version that somebody has just read.
    pub fn version(&self, table: &Table, id: i64) -> Result<i64> {
        self.one(&format!("select version from {} where id = ?1", table.name), id)
    }

    /// One value or row that is on the screen of whoever acts next.
    pub fn one<T: DeserializeOwned>(&self, sql: &str, id: i64) -> Result<T> {
        self.shop.core().read(&Caller::system(), |cx| cx.one(sql, params![id]))
    }

    /// As [`World::one`], all rows.
    pub fn all<T: DeserializeOwned>(&self, sql: &str, id: i64) -> Result<Vec<T>> {
        self.shop.core().read(&Caller::system(), |cx| cx.all(sql, params![id]))
    }

    /// The file of a picture that was taken.
    pub fn file(&self, photo: Photo) -> Result<&str> {
        self.files.get(photo.0).map(String::as_str).ok_or_else(|| Error::internal("no such photo"))
    }

    /// The product at this place of the wardrobe.
    pub fn product(&self, place: usize) -> Result<i64> {
        self.products.get(&place).copied().ok_or_else(|| Error::not_found("产品", place))
    }

    /// The listing of that product in a shop.
    pub fn listing(&self, place: usize, shop: &'static str) -> Result<i64> {
        let found = self.listings.get(&(place, shop)).copied();
        found.ok_or_else(|| Error::not_found("上架商品", format!("{place} {shop}")))
    }

    /// What a story has made.
    pub fn thing(&self, name: &str) -> Result<i64> {
        self.made.get(name).copied().ok_or_else(|| Error::not_found("事项", name))
    }
}

/// The number in an answer.
pub(super) fn id_of(answer: &Json) -> Result<i64> {
    answer["id"].as_i64().ok_or_else(|| Error::internal("an answer without an id"))
}

type Act = Box<dyn FnOnce(&mut World) -> Result<()>>;

/// Everything that will have happened, and the pictures that it needs.
pub(super) struct Diary {
    pub calendar: Calendar,
    pub dice: Dice,
    pub studio: Studio,
    pages: Vec<(i64, Act)>,
}

impl Diary {
    pub fn new(calendar: Calendar, seed: u64) -> Self {
        Self { calendar, dice: Dice::new(seed), studio: Studio::default(), pages: Vec::new() }
    }

    /// At this moment, this happens. What happens at the same moment keeps its order.
    pub fn note(&mut self, at: i64, act: impl FnOnce(&mut World) -> Result<()> + 'static) {
        self.pages.push((at, Box::new(act)));
    }

    /// Takes the pictures, then lives through it all. A step that the shop refuses is left out, as it
    /// would have been on its day; answers what was refused and why.
    pub fn live(mut self, world: &mut World, hand: &Hand) -> Result<Vec<String>> {
        world.files = self.studio.shoot(&world.shop, world.who("qinchuan")?)?;
        self.pages.sort_by_key(|(at, _)| *at);
        let mut refused = Vec::new();
        for (at, act) in self.pages {
            hand.set(at);
            if let Err(e) = act(world) {
                refused.push(e.message);
            }
        }
        hand.set(world.calendar.now);
        Ok(refused)
    }
}
