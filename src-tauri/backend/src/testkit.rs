//! For tests of any room: a shop in a scratch folder, a clock that stands still, people at hand.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use serde_json::{Value as Json, json};

use crate::Shop;
use crate::kernel::check::{CheckReport, check};
use crate::kernel::rights::Caller;
use crate::kernel::{Day, Error, Zone};
use crate::params;

/// 2026-11-23 10:00 in Shanghai.
pub const MORNING: i64 = 1_795_399_200_000;

/// A shop of its own for one test, which the check must find clean when the test is over.
pub struct TestShop {
    /// The shop.
    pub shop: Shop,
    clock: Arc<AtomicI64>,
    spoilt: AtomicBool,
    _dir: tempfile::TempDir,
}

impl Drop for TestShop {
    fn drop(&mut self) {
        if !std::thread::panicking() && !self.spoilt.load(Ordering::Relaxed) {
            self.until_idle();
            assert_eq!(self.check().faults, Vec::<String>::new());
        }
    }
}

impl TestShop {
    /// An empty shop on the morning of 2026-11-23.
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let clock = Arc::new(AtomicI64::new(MORNING));
        let hand = clock.clone();
        let shop =
            Shop::open_at(dir.path(), Arc::new(move || hand.load(Ordering::Relaxed))).unwrap();
        Self { shop, clock, spoilt: AtomicBool::new(false), _dir: dir }
    }

    /// A member of staff with these posts, at work.
    pub fn person(&self, login: &str, posts: &[&str]) -> Caller {
        let made = self
            .shop
            .core()
            .write_unasked("test", |tx| crate::staff::ops::add_person(tx, login, login, posts));
        made.unwrap();
        self.shop.local(login, "ui").unwrap()
    }

    /// The same person with the rights of this moment.
    pub fn again(&self, caller: &Caller) -> Caller {
        self.shop.local(&caller.name, "ui").unwrap()
    }

    /// A shop on this channel, `taobao1`; answers its id.
    pub fn store(&self, channel: &str) -> i64 {
        let id = self.count(&format!("select id from channel where code = '{channel}'"));
        let args = json!({ "code": format!("{channel}1"), "name": format!("{channel}一店"), "channel_id": id });
        self.ok(&Caller::system(), "shops.create", args).as_i64().unwrap()
    }

    /// A product with this code and title, on sale in these shops; answers it and its listings.
    pub fn listed(&self, code: &str, title: &str, shops: &[i64]) -> (i64, Vec<i64>) {
        let made = self.shop.core().write_unasked("test", |tx| {
            let mut intake = crate::products::Intake::default();
            let sku = crate::products::NewSku { code: format!("{code}-1"), ..Default::default() };
            let new = crate::products::NewProduct {
                code: code.to_owned(),
                title: title.to_owned(),
                skus: vec![sku],
                ..Default::default()
            };
            let (id, _) = intake.add(tx, new)?;
            intake.done(tx);
            Ok(id)
        });
        let product = made.unwrap();
        let args = json!({ "product_id": product, "shop_ids": shops });
        let made = self.ok(&Caller::system(), "listings.create", args);
        (product, made.as_array().unwrap().iter().map(|id| id.as_i64().unwrap()).collect())
    }

    /// The operation succeeds and answers this.
    pub fn ok(&self, caller: &Caller, name: &str, args: Json) -> Json {
        match self.shop.ask(caller, name, args) {
            Ok(out) => out,
            Err(e) => panic!("{name} as {}: {} [{}]", caller.name, e.message, e.reason),
        }
    }

    /// The operation is refused with this.
    pub fn refused(&self, caller: &Caller, name: &str, args: Json) -> Error {
        match self.shop.ask(caller, name, args) {
            Ok(out) => panic!("{name} as {} went through: {out}", caller.name),
            Err(e) => e,
        }
    }

    /// Today in the shop.
    pub fn today(&self) -> Day {
        Zone::shanghai().day(self.clock.load(Ordering::Relaxed))
    }

    /// Lets days go by.
    pub fn days_pass(&self, days: i64) {
        self.clock.fetch_add(days * 86_400_000, Ordering::Relaxed);
    }

    /// Lets minutes go by.
    pub fn minutes_pass(&self, minutes: i64) {
        self.clock.fetch_add(minutes * 60_000, Ordering::Relaxed);
    }

    /// What the check of the whole shop finds.
    pub fn check(&self) -> CheckReport {
        self.shop.core().read(&Caller::system(), check).unwrap()
    }

    /// Does something to the database that no operation would; from then on the shop need not be clean.
    pub fn spoil(&self, sql: &str) {
        self.spoilt.store(true, Ordering::Relaxed);
        crate::store::tamper(self.dir(), sql);
    }

    /// The shop's folder.
    pub fn dir(&self) -> &std::path::Path {
        self.shop.core().store().dir()
    }

    /// Waits until no job is running.
    pub fn until_idle(&self) {
        let mut events = self.shop.core().feed().listen();
        while self.shop.core().jobs().running() > 0 {
            drop(events.blocking_recv());
        }
    }

    /// One number from the database.
    pub fn count(&self, sql: &str) -> i64 {
        self.shop.core().read(&Caller::system(), |cx| cx.one(sql, params![])).unwrap()
    }

    /// Waits for a job and answers its result.
    pub fn job(&self, caller: &Caller, started: &Json) -> Json {
        let id = started["job"].as_i64().unwrap();
        let mut events = self.shop.core().feed().listen();
        loop {
            let jobs = self.ok(caller, "jobs.list", json!({}));
            let job = jobs.as_array().unwrap().iter().find(|j| j["id"] == id).unwrap().clone();
            match job["state"].as_str().unwrap() {
                "running" => drop(events.blocking_recv()),
                "done" => return job["result"].clone(),
                other => panic!("job {other}: {job}"),
            }
        }
    }
}
