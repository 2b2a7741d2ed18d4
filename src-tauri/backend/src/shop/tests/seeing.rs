//! What one may not open, one does not find elsewhere either: not by searching, not in a history, not
//! in a campaign. And under which hat something was done.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use crate::kernel::Code;
use crate::kernel::door::{Entry, OpKind};
use crate::kernel::rights::Caller;
use crate::testkit::TestShop;

fn history(shop: &TestShop, who: &Caller, entity: &str, id: i64) -> Result<Json, Code> {
    shop.shop.ask(who, "audit.of", json!({ "entity": entity, "id": id })).map_err(|e| e.code)
}

fn found(shop: &TestShop, who: &Caller, q: &str) -> Vec<String> {
    let all = shop.ok(who, "desk.find", json!({ "q": q }));
    all.as_array().unwrap().iter().map(|f| f["kind"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn an_overseas_listing_is_nowhere_for_a_post_that_sees_domestic_ones_only() {
    let shop = TestShop::new();
    let service = shop.person("kefu", &["customer_service"]);
    let overseas = shop.person("heyun", &["overseas"]);
    let (home, away) = (shop.store("taobao"), shop.store("aliexpress"));
    let (product, listings) = shop.listed("QZ-1", "格纹西装外套", &[home, away]);
    let [at_home, abroad] = listings[..] else { panic!("{listings:?}") };
    assert_eq!(found(&shop, &overseas, "西装").iter().filter(|k| *k == "listing").count(), 2);
    assert_eq!(found(&shop, &service, "西装").iter().filter(|k| *k == "listing").count(), 1);
    assert!(history(&shop, &service, "listing", at_home).is_ok());
    assert_eq!(history(&shop, &service, "listing", abroad), Err(Code::NotFound));
    assert!(history(&shop, &overseas, "listing", abroad).is_ok());
    let planner = shop.person("promo", &["promotion"]);
    let made = shop.ok(&planner, "campaigns.create", json!({
        "title": "双12", "kind": "double12", "starts": "2026-12-10", "ends": "2026-12-12", "goal": "30 万"
    }));
    shop.ok(
        &planner,
        "campaigns.set_products",
        json!({
            "id": made["id"], "version": 1,
            "products": [{ "product_id": product, "price": { "amount": 9_900, "currency": "CNY" } }]
        }),
    );
    let offers = |who: &Caller| {
        let seen = shop.ok(who, "campaigns.get", json!({ "id": made["id"] }));
        seen["products"][0]["offers"].as_array().unwrap().len()
    };
    assert_eq!((offers(&service), offers(&overseas)), (1, 2));
}

#[test]
fn a_dropped_listing_is_not_found_any_more() {
    let shop = TestShop::new();
    let op = shop.person("op", &["ops_specialist"]);
    let home = shop.store("taobao");
    let (_, listings) = shop.listed("QZ-1", "格纹西装外套", &[home]);
    assert!(found(&shop, &op, "西装").contains(&"listing".to_owned()));
    let version = shop.ok(&op, "listings.get", json!({ "id": listings[0] }))["version"].clone();
    shop.ok(
        &op,
        "listings.act",
        json!({
            "id": listings[0], "version": version, "action": "drop", "reason": "开错了店"
        }),
    );
    assert!(!found(&shop, &op, "西装").contains(&"listing".to_owned()));
}

#[test]
fn a_draft_of_a_request_is_its_authors_alone() {
    let shop = TestShop::new();
    let service = shop.person("kefu", &["customer_service"]);
    let designer = shop.person("limei", &["designer"]);
    let draft = shop.ok(&service, "assets.create", json!({ "kind": "other", "title": "新门牌" }));
    let id = draft["id"].as_i64().unwrap();
    assert_eq!(found(&shop, &service, "门牌"), ["asset"]);
    assert_eq!(found(&shop, &designer, "门牌"), Vec::<String>::new());
    assert!(history(&shop, &service, "asset", id).is_ok());
    assert_eq!(history(&shop, &designer, "asset", id), Err(Code::NotFound));
}

#[test]
fn the_history_of_settings_and_rights_is_for_those_who_read_the_whole_trail() {
    let shop = TestShop::new();
    let boss = shop.person("boss", &["ops_supervisor"]);
    for post in crate::kernel::Post::ALL {
        let who = shop.person(post.code(), &[post.code()]);
        let whole = matches!(post.code(), "ops_supervisor" | "director" | "admin");
        for entity in ["setting", "right_cell", "session", "no_such_thing"] {
            assert_eq!(history(&shop, &who, entity, 1).is_ok(), whole, "{} {entity}", post.code());
        }
        let hired = history(&shop, &who, "staff", boss.staff);
        assert!(hired.is_ok(), "{}: everybody sees the team", post.code());
    }
}

#[test]
fn things_are_found_by_number_initials_and_barcode() {
    let shop = TestShop::new();
    let op = shop.person("op", &["ops_specialist"]);
    let home = shop.store("taobao");
    let (_, listings) = shop.listed("QZ-1", "格纹西装外套", &[home]);
    assert_eq!(found(&shop, &op, "QZ-1-1")[0], "sku");
    assert!(found(&shop, &op, "gwxz").contains(&"product".to_owned()));
    shop.ok(
        &op,
        "prices.propose",
        json!({
            "listing_id": listings[0], "price": { "amount": 9_900, "currency": "CNY" },
            "start_at": crate::testkit::MORNING + 86_400_000, "reason": "跟价"
        }),
    );
    let code: String = shop
        .shop
        .core()
        .read(&Caller::system(), |cx| cx.one("select code from price_change", crate::params![]))
        .unwrap();
    assert!(found(&shop, &op, &code).contains(&"price_change".to_owned()));
}

#[test]
fn the_trail_says_under_which_of_several_hats_something_was_done() {
    let shop = TestShop::new();
    let promo = shop.person("promo", &["promotion"]);
    let both = shop.person("both", &["product_planner", "ops_supervisor"]);
    let made = shop.ok(
        &promo,
        "campaigns.create",
        json!({
            "title": "双12", "kind": "double12", "starts": "2026-12-10", "ends": "2026-12-12",
            "goal": "30 万", "shops": [shop.store("taobao")]
        }),
    );
    let id = &made["id"];
    shop.ok(&promo, "campaigns.act", json!({ "id": id, "version": 1, "action": "submit" }));
    shop.ok(&both, "campaigns.act", json!({ "id": id, "version": 2, "action": "approve" }));
    let lines = history(&shop, &both, "campaign", id.as_i64().unwrap()).unwrap();
    assert_eq!((&lines[0]["by"], &lines[0]["hat"]), (&json!("both"), &json!("ops_supervisor")));
    // What the first hat may do is done under it.
    let draft = shop.ok(&both, "assets.create", json!({ "kind": "other", "title": "新门牌" }));
    let lines = history(&shop, &both, "asset", draft["id"].as_i64().unwrap()).unwrap();
    assert_eq!(lines[0]["hat"], "product_planner");
}

#[test]
fn what_a_page_waits_for_is_something_that_changes() {
    let shop = TestShop::new();
    let core = shop.shop.core();
    let mut told: BTreeSet<&str> =
        crate::shop::ROOMS.iter().flat_map(|room| room.tables).map(|t| t.entity).collect();
    let asks = |e: &&Entry| matches!(e.kind, OpKind::Query);
    told.insert("audit");
    told.extend(core.entries().filter(|e| !asks(e)).flat_map(|e| e.tags.iter().copied()));
    let deaf: Vec<String> = core
        .entries()
        .filter(asks)
        .flat_map(|e| e.tags.iter().map(move |tag| (e.name, *tag)))
        .filter(|(_, tag)| !told.contains(tag))
        .map(|(name, tag)| format!("{name} waits for {tag}"))
        .collect();
    assert_eq!(deaf, Vec::<String>::new());
}
