//! Every life cycle of the shop: its table is whole, and what is not in it cannot be done.

use serde_json::{Map, Value as Json, json};

use crate::kernel::rights::Caller;
use crate::kernel::{Lifecycle, Table, Who};
use crate::params;
use crate::testkit::TestShop;
use crate::{assets, campaigns, copydesk, listings, products};

/// A thing with a life, the operation that takes its steps, and the ones with an operation of their own.
struct Thing {
    life: &'static str,
    table: &'static Table,
    id: i64,
    act: &'static str,
    own: &'static [&'static str],
}

/// One shop with one of everything that has a life. The people of it wear every hat that a step asks
/// for, so that nothing but the table stands in their way.
struct World {
    shop: TestShop,
    people: Vec<Caller>,
    designer: i64,
    things: Vec<Thing>,
}

fn world() -> World {
    let shop = TestShop::new();
    let boss = shop.person("boss", &["ops_supervisor", "director"]);
    let maker = shop.person(
        "maker",
        &["designer", "copywriter", "ops_specialist", "overseas", "product_planner", "promotion"],
    );
    let money = |amount: i64| json!({ "amount": amount, "currency": "CNY" });
    let product = shop.ok(
        &boss,
        "products.create",
        json!({ "facts": { "title": "连衣裙" }, "options": [{ "name": "尺码", "values": ["M"] }] }),
    )["id"]
        .as_i64()
        .unwrap();
    let channels = shop.ok(&boss, "channels.list", json!({}));
    let taobao =
        channels.as_array().unwrap().iter().find(|c| c["code"] == "taobao").unwrap()["id"].clone();
    let store = shop.ok(
        &boss,
        "shops.create",
        json!({ "code": "TB1", "name": "TB1", "channel_id": taobao }),
    );
    let listing = shop.ok(
        &maker,
        "listings.create",
        json!({ "product_id": product, "shop_ids": [store], "price": money(100_00) }),
    )[0]
    .as_i64()
    .unwrap();
    let change = shop.ok(
        &maker,
        "prices.propose",
        json!({ "listing_id": listing, "price": money(95_00), "reason": "促销", "draft": true }),
    );
    let asset = shop.ok(&maker, "assets.create", json!({ "kind": "other", "title": "门牌" }));
    let copy = shop.ok(
        &maker,
        "copy.create",
        json!({ "kind": "title", "title": "标题", "channel": "tmall", "assignee_id": maker.staff,
                "brief": "必须有的词：无\n不要出现：无" }),
    );
    let campaign = shop.ok(
        &maker,
        "campaigns.create",
        json!({ "title": "上新", "kind": "launch", "starts": "2026-12-01", "ends": "2026-12-02" }),
    );
    let id = |made: &Json| made["id"].as_i64().unwrap();
    let thing = |life, table, id, act, own| Thing { life, table, id, act, own };
    let things = vec![
        thing("product", &products::PRODUCT, product, "products.act", &[]),
        thing("listing", &listings::LISTING, listing, "listings.act", &[]),
        thing("price_change", &listings::PRICE_CHANGE, id(&change), "prices.act", &["update"]),
        thing(
            "asset",
            &assets::REQUEST,
            id(&asset),
            "assets.act",
            &["schedule", "reschedule", "reassign"],
        ),
        thing("copy_doc", &copydesk::COPY_DOC, id(&copy), "copy.act", &["write"]),
        thing("campaign", &campaigns::CAMPAIGN, id(&campaign), "campaigns.act", &[]),
    ];
    let designer = maker.staff;
    World { shop, people: vec![boss, maker], designer, things }
}

impl World {
    fn row(&self, thing: &Thing) -> Map<String, Json> {
        let sql = format!("select * from {} where id = ?1", thing.table.name);
        self.shop.shop.core().write_unasked("test", |tx| tx.one(&sql, params![thing.id])).unwrap()
    }

    fn put(&self, thing: &Thing, state: &str) {
        let set = [("state", state.into()), ("assignee", self.designer.into())];
        let set = if thing.life == "asset" { &set[..] } else { &set[..1] };
        self.shop
            .shop
            .core()
            .write_unasked("test", |tx| tx.update(thing.table, thing.id, None, set))
            .unwrap();
    }

    /// The operation and its arguments that take this step.
    fn call(&self, thing: &Thing, action: &str) -> (&'static str, Json) {
        let (id, version) = (thing.id, self.row(thing)["version"].clone());
        if !thing.own.contains(&action) {
            let args =
                json!({ "id": id, "version": version, "action": action, "reason": "试一试" });
            return (thing.act, args);
        }
        match thing.life {
            "price_change" => (
                "prices.update",
                json!({ "id": id, "version": version, "reason": "改一改",
                        "price": { "amount": 96_00, "currency": "CNY" } }),
            ),
            "asset" => (
                "assets.schedule",
                json!({ "id": id, "version": version, "assignee": self.designer,
                        "due": "2026-12-01" }),
            ),
            _ => {
                ("copy.add_version", json!({ "id": id, "version": version, "body": "夏季连衣裙" }))
            }
        }
    }

    /// Nobody can take this step from here, and trying leaves everything as it is.
    fn closed(&self, thing: &Thing, state: &str, action: &str) {
        self.put(thing, state);
        let before = self.row(thing);
        let (name, args) = self.call(thing, action);
        for who in &self.people {
            let tried = self.shop.shop.ask(who, name, args.clone());
            let what = format!("{}: {action} from {state} as {}", thing.life, who.name);
            let err = match tried {
                Ok(out) => panic!("{what} went through: {out}"),
                Err(err) => err,
            };
            assert!(!err.message.is_empty() && err.reason != "internal", "{what}: {err:?}");
            assert_eq!(self.row(thing), before, "{what}");
        }
    }
}

/// Every action that a life knows, each once.
fn actions(life: &Lifecycle) -> Vec<&'static str> {
    let mut all: Vec<&'static str> = life.steps.iter().map(|s| s.action).collect();
    all.sort_unstable();
    all.dedup();
    all
}

#[test]
fn every_table_is_whole() {
    let shop = TestShop::new();
    let lives = shop.shop.core().lifecycles();
    assert!(lives.len() >= 6);
    for life in lives {
        assert_eq!(life.faults(), Vec::<String>::new(), "{}", life.name);
    }
}

#[test]
fn what_is_not_in_a_table_is_refused_and_changes_nothing() {
    let world = world();
    let core = world.shop.shop.core();
    let known: Vec<&str> = world.things.iter().map(|t| t.life).collect();
    for life in core.lifecycles() {
        assert!(known.contains(&life.name), "no test walks the life of {}", life.name);
    }
    for thing in &world.things {
        let life = core.lifecycle(thing.life).unwrap();
        for state in life.states {
            for action in actions(life) {
                // Planning is one operation: the state says which of its steps it takes.
                let one = thing.life == "asset" && thing.own.contains(&action);
                let taken = |s: &&crate::kernel::Step| {
                    let same = s.action == action || one && thing.own.contains(&s.action);
                    same && s.from.contains(&state.code)
                };
                match life.steps.iter().find(taken) {
                    None => world.closed(thing, state.code, action),
                    // The clock's own steps are nobody's.
                    Some(step) if step.who == [Who::System] => {
                        world.closed(thing, state.code, action);
                    }
                    Some(_) => {}
                }
            }
            // Nor is there a step that no table knows.
            let (id, version) = (thing.id, world.row(thing)["version"].clone());
            let args = json!({ "id": id, "version": version, "action": "fly", "reason": "试" });
            world.shop.refused(&world.people[0], thing.act, args);
        }
    }
}

#[test]
fn the_refusal_says_what_can_be_done_instead() {
    let world = world();
    let listing = world.things.iter().find(|t| t.life == "listing").unwrap();
    let (name, args) = world.call(listing, "delist");
    let err = world.shop.refused(&world.people[1], name, args);
    assert_eq!(err.reason, "wrong_state");
    for word in ["计划上架", "下架", "开始准备"] {
        assert!(err.message.contains(word), "{word}: {}", err.message);
    }
}
