//! What a page costs does not grow with what is in the shop.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use crate::assets::{AssetKind, questions, sample_brief};
use crate::copydesk::CopyKind;
use crate::kernel::door::OpKind;
use crate::kernel::rights::Caller;
use crate::testkit::TestShop;

/// Walks the whole shop, and is not asked for by a list or a page of one thing.
const WALKS_THE_SHOP: &[&str] = &["system.check"];

struct Filled {
    shop: TestShop,
    boss: Caller,
    planner: Caller,
    shops: Vec<i64>,
    made: usize,
}

impl Filled {
    fn new() -> Self {
        let shop = TestShop::new();
        let boss = shop.person("boss", &["ops_supervisor"]);
        let planner = shop.person("planner", &["product_planner"]);
        let channels = shop.ok(&boss, "channels.list", json!({}));
        let taobao = channels.as_array().unwrap().iter().find(|c| c["code"] == "taobao").unwrap();
        let args = json!({ "code": "TB1", "name": "旗舰店", "channel_id": taobao["id"] });
        let first = shop.ok(&boss, "shops.create", args).as_i64().unwrap();
        Self { boss, planner, shops: vec![first], shop, made: 0 }
    }

    /// Some more of everything.
    fn more(&mut self, count: usize) {
        for _ in 0..count {
            self.made += 1;
            self.one(self.made);
        }
    }

    fn one(&self, n: usize) {
        let (shop, boss) = (&self.shop, &self.boss);
        shop.person(&format!("person{n}"), &["designer"]);
        let product = self.product(n);
        let listed = shop.ok(
            boss,
            "listings.create",
            json!({ "product_id": product, "shop_ids": self.shops }),
        );
        let due = shop.today().plus(5);
        shop.ok(
            boss,
            "assets.create",
            json!({ "kind": "main_image", "title": format!("主图 {n}"), "product_id": product,
                    "brief_md": sample_brief(questions(AssetKind::MainImage)), "due": due,
                    "slot": "taobao.main", "submit": true }),
        );
        shop.ok(
            &self.planner,
            "copy.create",
            json!({ "kind": "title", "title": format!("标题 {n}"), "channel": "tmall",
                    "brief": sample_brief(CopyKind::Title.questions()) }),
        );
        shop.ok(
            boss,
            "campaigns.create",
            json!({ "title": format!("活动 {n}"), "kind": "double12", "starts": "2026-12-10",
                    "ends": "2026-12-12", "budget": { "amount": 100, "currency": "CNY" },
                    "goal": "卖得好", "shops": [1] }),
        );
        assert!(listed[0].is_i64());
    }

    fn product(&self, n: usize) -> i64 {
        let core = self.shop.shop.core();
        core.write_unasked("test", |tx| {
            let now = tx.now;
            let id = tx.insert(
                &crate::products::PRODUCT,
                &json!({ "code": format!("PD-{n}"), "title": "夏季连衣裙",
                         "created_at": now, "updated_at": now }),
            )?;
            // The first product also grows itself.
            for (product, code) in [(id, format!("A{n}")), (1, format!("B{n}"))] {
                tx.insert(
                    &crate::products::SKU,
                    &json!({ "product_id": product, "code": code, "label": code, "cost": 60_00,
                             "created_at": now, "updated_at": now }),
                )?;
            }
            Ok(id)
        })
        .unwrap()
    }

    /// How many statements every question takes that can be asked in these words.
    fn cost(&self) -> BTreeMap<String, u64> {
        let core = self.shop.shop.core();
        let questions: Vec<&str> = core
            .entries()
            .filter(|e| e.kind == OpKind::Query && !WALKS_THE_SHOP.contains(&e.name))
            .map(|e| e.name)
            .collect();
        let mut cost = BTreeMap::new();
        for name in questions {
            for args in
                [json!({}), json!({ "id": 1 }), json!({ "q": "连衣" }), json!({ "limit": 500 })]
            {
                let before = core.store().statements();
                let answer: Result<Json, _> = self.shop.shop.ask(&self.boss, name, args.clone());
                if answer.is_ok() {
                    cost.insert(format!("{name} {args}"), core.store().statements() - before);
                }
            }
        }
        cost
    }
}

#[test]
fn no_question_takes_more_statements_when_there_is_more_in_the_shop() {
    let mut filled = Filled::new();
    filled.more(2);
    let few = filled.cost();
    filled.more(8);
    let many = filled.cost();
    let lists = many.keys().filter(|name| name.contains(".list {}")).count();
    assert!(lists >= 6 && many.contains_key("products.get {\"id\":1}"), "{many:?}");
    let grown: Vec<String> = many
        .iter()
        .filter_map(|(name, cost)| {
            let before = few.get(name)?;
            (cost > before).then(|| format!("{name}: {before} statements, then {cost}"))
        })
        .collect();
    assert!(grown.is_empty(), "{grown:#?}");
}

#[test]
fn every_tab_of_every_list_counts_what_it_shows_whatever_the_conditions() {
    let mut filled = Filled::new();
    filled.more(4);
    let (shop, boss) = (&filled.shop, &filled.boss);
    let names: Vec<&str> = shop.shop.core().entries().map(|e| e.name).collect();
    let lists: Vec<&str> = names
        .iter()
        .filter_map(|name| name.strip_suffix(".counts"))
        .filter(|list| names.contains(&format!("{list}.list").as_str()))
        .collect();
    assert!(lists.len() >= 6, "{lists:?}");
    let some = json!([{ "field": "updated_at", "op": "gt", "value": 0 }]);
    let conditions = [
        json!({}),
        json!({ "q": "连衣" }),
        json!({ "filters": some }),
        json!({ "q": "主图", "filters": some }),
    ];
    let mut compared = 0;
    for list in lists {
        for conditions in &conditions {
            let Ok(counts) = shop.shop.ask(boss, &format!("{list}.counts"), conditions.clone())
            else {
                continue;
            };
            for (tab, count) in counts["tabs"].as_object().unwrap() {
                let mut asked = conditions.clone();
                asked["tab"] = json!(tab);
                asked["limit"] = json!(500);
                let mut shown = 0;
                loop {
                    let page = shop.ok(boss, &format!("{list}.list"), asked.clone());
                    shown += page["rows"].as_array().unwrap().len();
                    if page["next"].is_null() {
                        break;
                    }
                    asked["after"] = page["next"].clone();
                }
                assert_eq!(count, &json!(shown), "{list} {tab} under {conditions}");
                let mut alone = conditions.clone();
                alone["tabs"] = json!([tab]);
                let alone = shop.ok(boss, &format!("{list}.counts"), alone);
                assert_eq!(alone["tabs"], json!({ tab: count }), "{list} {tab} alone");
                compared += usize::from(shown > 0);
            }
        }
    }
    assert!(compared > 20, "{compared}");
}
