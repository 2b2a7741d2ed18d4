//! What a platform must be told of, and what it must not: every field of a listing, and new SKUs.

use serde_json::{Value as Json, json};

use super::SYNC_KINDS;
use super::edit::UpdateListing;
use super::tests::{Setup, setup, yuan};
use crate::products::SKU;

/// Every field of a listing with a new value for it and what then stands on the sync list.
fn fields() -> Vec<(&'static str, Json, Option<&'static str>)> {
    vec![
        ("title", json!("秋季新款连衣裙"), Some("title")),
        ("category", json!("女装 > 半身裙"), Some("category")),
        ("list_price", yuan(199_00), Some("list_price")),
        ("presale_on", json!("2026-12-31"), Some("presale")),
        ("freight", json!("满 99 包邮"), Some("freight")),
        ("attributes", json!({ "材质": "亚麻" }), Some("attributes")),
        ("subtitle", json!("通勤也能穿"), Some("copy")),
        ("bullets", json!(["不起皱"]), Some("copy")),
        ("detail", json!("换了一版详情"), Some("copy")),
        ("keywords", json!("法式 连衣裙"), Some("copy")),
        // Known here alone.
        ("item_id", json!("778899"), None),
        ("control_price", yuan(88_00), None),
        ("stock_alloc", json!(500), None),
    ]
}

fn update(s: &Setup, id: i64, field: &str, value: &Json) {
    let mut args = json!({ "id": id, "version": s.get(id)["version"] });
    args[field] = value.clone();
    s.shop.ok(&s.boss, "listings.update", args);
}

fn waiting(s: &Setup, id: i64) -> Vec<String> {
    let it = s.get(id);
    let all = it["waiting"].as_array().unwrap();
    all.iter().map(|w| w["kind"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_field_of_a_listing_is_decided_on_whether_its_platform_is_told() {
    let schema = serde_json::to_value(schemars::schema_for!(UpdateListing)).unwrap();
    let mut asked: Vec<&str> =
        schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    asked.retain(|field| !matches!(*field, "id" | "version"));
    let mut decided: Vec<&str> = fields().iter().map(|(field, ..)| *field).collect();
    asked.sort_unstable();
    decided.sort_unstable();
    assert_eq!(asked, decided);
}

#[test]
fn a_live_listings_changes_wait_for_the_platform_until_they_are_taken_back() {
    for (field, value, kind) in fields() {
        let s = setup();
        let id = s.live();
        let before = s.get(id)[field].clone();
        update(&s, id, field, &value);
        assert_eq!(waiting(&s, id), kind.into_iter().collect::<Vec<_>>(), "{field}");
        let Some(kind) = kind else { continue };
        assert!(SYNC_KINDS.iter().any(|(code, _)| *code == kind), "{kind} has no name");
        // Nothing more is said when the same is saved again.
        update(&s, id, field, &value);
        assert_eq!(waiting(&s, id).len(), 1, "{field}");
        if kind == "copy" {
            continue;
        }
        let back = match (field, before) {
            ("list_price", Json::Null) => yuan(0),
            ("presale_on", Json::Null) => json!(""),
            (_, before) => before,
        };
        update(&s, id, field, &back);
        assert_eq!(waiting(&s, id), Vec::<String>::new(), "{field} is what the platform has");
    }
}

#[test]
fn of_a_listing_that_was_never_on_sale_nothing_waits() {
    let s = setup();
    let id = s.plan(s.taobao, &s.op);
    for (field, value, _) in fields() {
        update(&s, id, field, &value);
    }
    s.act(id, "prepare");
    update(&s, id, "freight", &json!("全国包邮"));
    assert_eq!(waiting(&s, id), Vec::<String>::new());
}

#[test]
fn saving_the_copy_that_is_there_tells_the_platform_nothing() {
    let s = setup();
    let id = s.live();
    let detail = s.get(id)["detail"].clone();
    update(&s, id, "detail", &detail);
    assert_eq!(waiting(&s, id), Vec::<String>::new());
}

#[test]
fn a_sku_added_to_a_live_listing_waits_until_the_platform_has_it() {
    let s = setup();
    let id = s.live();
    let product = s.product;
    s.shop
        .shop
        .core()
        .write_unasked("test", |tx| {
            let now = tx.now;
            tx.insert(
                &SKU,
                &json!({ "product_id": product, "code": "D1-L", "label": "D1-L", "cost": 60_00,
                         "created_at": now, "updated_at": now }),
            )
        })
        .unwrap();
    let add = || {
        let version = s.get(id)["version"].clone();
        s.shop.ok(&s.op, "listings.add_skus", json!({ "id": id, "version": version }));
    };
    add();
    let it = s.get(id);
    assert_eq!(it["waiting"].as_array().unwrap().len(), 1, "{}", it["waiting"]);
    assert_eq!(it["waiting"][0]["kind"], "sku");
    assert!(it["waiting"][0]["new"].as_str().unwrap().contains("D1-L，售价 100.00"));
    // No second time.
    add();
    assert_eq!(waiting(&s, id), ["sku"]);
    // The platform's own export names it: it is there.
    let sku = s.get(id)["skus"][2]["id"].as_i64().unwrap();
    s.shop
        .shop
        .core()
        .write_unasked("test", |tx| {
            super::confirm_from_platform(tx, id, Some(sku), "stock", "0").map(drop)
        })
        .unwrap();
    assert_eq!(waiting(&s, id), Vec::<String>::new());
    // A planned listing brings its SKUs along, and nobody is to be told.
    let other = s.plan(s.amazon, &s.shop.person("ov", &["overseas"]));
    assert_eq!(waiting(&s, other), Vec::<String>::new());
}
