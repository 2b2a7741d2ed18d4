//! Products in the users' words, through the door.

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::rules::{self, SizeRule, platform_item_id};
use crate::kernel::Code;
use crate::kernel::rights::Caller;
use crate::testkit::TestShop;

/// A picture of one white point.
const PNG: &[u8] = &[
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0,
    1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89, 0, 0, 0, 13, 0x49, 0x44, 0x41, 0x54,
    0x78, 0xDA, 0x63, 0xFC, 0xCF, 0xC0, 0x50, 0x0F, 0, 4, 0x85, 1, 0x80, 0x84, 0xA9, 0x8C, 0x21, 0,
    0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
];

fn leaf(shop: &TestShop, who: &Caller, name: &str) -> i64 {
    let all = shop.ok(who, "categories.list", json!({}));
    let found = all.as_array().unwrap().iter().find(|c| c["name"] == name && c["leaf"] == true);
    found.unwrap()["id"].as_i64().unwrap()
}

/// A dress in two colours and two sizes; answers its id.
fn dress(shop: &TestShop, who: &Caller, title: &str) -> i64 {
    let made = shop.ok(
        who,
        "products.create",
        json!({ "facts": { "title": title, "category_id": leaf(shop, who, "连衣裙"), "season": "2026秋" },
            "options": [{ "name": "颜色", "values": ["黑", "白"] }, { "name": "尺码", "values": ["M", "L"] }] }),
    );
    made["id"].as_i64().unwrap()
}

fn get(shop: &TestShop, who: &Caller, id: i64) -> Json {
    shop.ok(who, "products.get", json!({ "id": id }))
}

fn picture(shop: &TestShop, who: &Caller, id: i64) {
    let file = shop.shop.core().put_bytes(who, "main.png", PNG).unwrap().hash;
    let version = get(shop, who, id)["version"].clone();
    shop.ok(
        who,
        "products.set_pictures",
        json!({ "id": id, "version": version, "pictures": [{ "file": file, "option_value": "黑" }] }),
    );
}

#[test]
fn a_planner_adds_a_product_with_its_matrix_and_finds_it_by_anything() {
    let shop = TestShop::new();
    let planner = shop.person("pan", &["product_planner"]);
    let id = dress(&shop, &planner, "法式醋酸连衣裙");
    let detail = get(&shop, &planner, id);
    assert_eq!(detail["code"], "PD-00001");
    assert_eq!(detail["category"], "女装 › 连衣裙");
    let labels: Vec<&str> =
        detail["skus"].as_array().unwrap().iter().map(|s| s["label"].as_str().unwrap()).collect();
    assert_eq!(labels, ["黑 / M", "黑 / L", "白 / M", "白 / L"]);
    let first = &detail["skus"][0];
    shop.ok(
        &planner,
        "products.update_sku",
        json!({ "id": first["id"], "version": first["version"], "barcode": "６９０１２３４５６７８９２",
            "cost": { "amount": 8800, "currency": "CNY" }, "weight_g": 320 }),
    );
    for q in ["醋酸", "fscslyq", "PD-00001", "PD-00001-003", "6901234567892"] {
        let found = shop.ok(&planner, "products.list", json!({ "q": q }));
        assert_eq!(found["rows"][0]["id"], id, "{q}");
        let card = shop.ok(&planner, "products.card", json!({ "q": q }));
        assert_eq!(card["card"]["id"], id, "{q}");
    }
    let row = shop.ok(&planner, "products.list", json!({}))["rows"][0].clone();
    assert_eq!(row["min_cost"], json!({ "amount": 8800, "currency": "CNY" }));
    assert_eq!(row["sku_count"], 4);
}

#[test]
fn a_wider_matrix_keeps_the_skus_that_are_there() {
    let shop = TestShop::new();
    let planner = shop.person("pan", &["product_planner"]);
    let id = dress(&shop, &planner, "连衣裙");
    let before = get(&shop, &planner, id);
    let done = shop.ok(
        &planner,
        "products.make_skus",
        json!({ "id": id, "version": before["version"],
            "options": [{ "name": "颜色", "values": ["黑", "红"] }, { "name": "尺码", "values": ["M", "L"] }] }),
    );
    assert_eq!(done["made"].as_array().unwrap().len(), 2);
    assert_eq!(done["kept"], 2);
    assert_eq!(done["outside"].as_array().unwrap().len(), 2);
    let after = get(&shop, &planner, id);
    assert_eq!(after["skus"].as_array().unwrap().len(), 6);
    let old = |d: &Json| {
        d["skus"].as_array().unwrap().iter().find(|s| s["label"] == "黑 / M").unwrap()["id"].clone()
    };
    assert_eq!(old(&before), old(&after));
    let err = shop.refused(
        &planner,
        "products.make_skus",
        json!({ "id": id, "version": after["version"], "options": [{ "name": "颜色", "values": ["黑", "黑"] }] }),
    );
    assert!(err.message.contains("写了两次"), "{}", err.message);
}

#[test]
fn a_code_or_barcode_that_is_taken_names_who_has_it() {
    let shop = TestShop::new();
    let planner = shop.person("pan", &["product_planner"]);
    let id = dress(&shop, &planner, "醋酸连衣裙");
    let err = shop.refused(
        &planner,
        "products.create",
        json!({ "code": "PD-00001", "facts": { "title": "另一条" } }),
    );
    assert_eq!((err.code, err.reason.as_str()), (Code::Conflict, "duplicate"));
    assert!(err.message.contains("醋酸连衣裙"));
    assert_eq!(err.details.unwrap()["id"], id);
    let skus = get(&shop, &planner, id)["skus"].clone();
    let err = shop.refused(
        &planner,
        "products.update_sku",
        json!({ "id": skus[1]["id"], "version": 1, "code": skus[0]["code"] }),
    );
    assert_eq!(err.reason, "duplicate");
    let err = shop.refused(
        &planner,
        "products.update_sku",
        json!({ "id": skus[1]["id"], "version": 1, "barcode": "6901234567890" }),
    );
    assert!(err.message.contains("应为 2"), "{}", err.message);
}

#[test]
fn a_product_goes_on_sale_only_with_sku_picture_and_leaf_category() {
    let shop = TestShop::new();
    let planner = shop.person("pan", &["product_planner"]);
    let id = dress(&shop, &planner, "连衣裙");
    let launch = |version: &Json| json!({ "id": id, "version": version, "action": "launch" });
    let err = shop.refused(&planner, "products.act", launch(&json!(1)));
    assert_eq!(err.reason, "guard");
    picture(&shop, &planner, id);
    let detail = get(&shop, &planner, id);
    assert_eq!(detail["actions"][0]["enabled"], true);
    shop.ok(&planner, "products.act", launch(&detail["version"]));
    let counts = shop.ok(&planner, "products.counts", json!({}));
    assert_eq!(counts["tabs"]["on_sale"], 1);
    let version = get(&shop, &planner, id)["version"].clone();
    let err = shop.refused(&planner, "products.act", launch(&version));
    assert_eq!(err.reason, "wrong_state");
    let err = shop.refused(
        &planner,
        "products.act",
        json!({ "id": id, "version": version, "action": "retire" }),
    );
    assert_eq!(err.field.as_deref(), Some("reason"));
    let top = shop.ok(&planner, "categories.list", json!({}))[0]["id"].clone();
    let err = shop.refused(
        &planner,
        "products.update",
        json!({ "id": id, "version": version, "facts": { "category_id": top } }),
    );
    assert_eq!(err.reason, "not_leaf");
}

#[test]
fn a_designer_sees_products_but_no_cost_anywhere() {
    let shop = TestShop::new();
    let planner = shop.person("pan", &["product_planner"]);
    let designer = shop.person("limei", &["designer"]);
    let id = dress(&shop, &planner, "连衣裙");
    let sku = get(&shop, &planner, id)["skus"][0].clone();
    let cost = |amount: i64| json!({ "id": sku["id"], "version": sku["version"], "cost": { "amount": amount, "currency": "CNY" } });
    shop.ok(&planner, "products.update_sku", cost(8765));
    assert_eq!(shop.ok(&designer, "products.list", json!({}))["rows"][0]["min_cost"], "***");
    assert_eq!(get(&shop, &designer, id)["skus"][0]["cost"], "***");
    let card = shop.ok(&designer, "products.card", json!({ "q": "PD-00001" }));
    assert_eq!(card["card"]["skus"][0]["cost"], "***");
    let history =
        shop.ok(&planner, "audit.of", json!({ "entity": "product", "id": id })).to_string();
    assert!(history.contains("8765"));
    let history =
        shop.ok(&designer, "audit.of", json!({ "entity": "product", "id": id })).to_string();
    assert!(!history.contains("8765"));
    let err =
        shop.refused(&designer, "products.list", json!({ "sort": [{ "field": "min_cost" }] }));
    assert_eq!(err.code, Code::Forbidden);
    let filter = json!({ "filters": [{ "field": "min_cost", "op": "gt", "value": 100 }] });
    assert_eq!(shop.refused(&designer, "products.list", filter).code, Code::Forbidden);
    assert_eq!(shop.refused(&designer, "products.update_sku", cost(1)).code, Code::Forbidden);
    // 运营专员 may edit products, but not what may not be seen.
    let ops = shop.person("ops", &["ops_specialist"]);
    let err = shop.refused(
        &ops,
        "products.update_sku",
        json!({ "id": sku["id"], "version": 2, "cost": { "amount": 1, "currency": "CNY" } }),
    );
    assert_eq!((err.code, err.field.as_deref()), (Code::Forbidden, Some("cost")));
}

#[test]
fn a_bulk_update_keeps_what_is_blank_and_can_be_undone_whole() {
    let shop = TestShop::new();
    let planner = shop.person("pan", &["product_planner"]);
    let ids = [dress(&shop, &planner, "连衣裙一"), dress(&shop, &planner, "连衣裙二")];
    let before: Vec<Json> = ids.iter().map(|id| get(&shop, &planner, *id)).collect();
    let style = shop.ok(&planner, "styles.list", json!({}))[0].clone();
    let done = shop.ok(
        &planner,
        "products.bulk_update",
        json!({ "ids": [ids[0], ids[1], 999], "facts": { "brand": "晚风", "season": "" }, "add_styles": [style["id"]] }),
    );
    assert_eq!(done["ok"], json!(ids));
    assert_eq!(done["failed"][0]["id"], 999);
    let after = get(&shop, &planner, ids[0]);
    assert_eq!((&after["brand"], &after["season"]), (&json!("晚风"), &json!("2026秋")));
    assert_eq!(after["styles"][0]["name"], style["name"]);
    let filter =
        json!({ "filters": [{ "field": "styles", "op": "contains", "value": style["name"] }] });
    assert_eq!(shop.ok(&planner, "products.list", filter)["rows"].as_array().unwrap().len(), 2);
    shop.ok(&planner, "batches.undo", json!({ "batch": done["batch"] }));
    for (id, was) in ids.iter().zip(before) {
        let now = get(&shop, &planner, *id);
        assert_eq!((&now["brand"], &now["styles"]), (&was["brand"], &was["styles"]));
    }
    let err = shop.refused(
        &planner,
        "products.bulk_update",
        json!({ "ids": ids, "facts": { "brand": " " } }),
    );
    assert_eq!(err.field.as_deref(), Some("facts"));
}

#[test]
fn many_products_are_retired_at_once_and_each_refusal_is_told() {
    let shop = TestShop::new();
    let planner = shop.person("pan", &["product_planner"]);
    let ids = [dress(&shop, &planner, "一"), dress(&shop, &planner, "二")];
    let args = json!({ "ids": ids, "action": "retire", "reason": "换季" });
    let done = shop.ok(&planner, "products.act_many", args.clone());
    assert_eq!(done["ok"], json!(ids));
    let again = shop.ok(&planner, "products.act_many", args);
    assert_eq!(again["failed"].as_array().unwrap().len(), 2);
    let no_reason = json!({ "ids": ids, "action": "retire" });
    assert_eq!(
        shop.refused(&planner, "products.act_many", no_reason).field.as_deref(),
        Some("reason")
    );
    shop.ok(&planner, "batches.undo", json!({ "batch": done["batch"] }));
    assert_eq!(get(&shop, &planner, ids[0])["state"], "ready");
}

#[test]
fn a_size_chart_takes_figures_and_advice_says_which_row_was_used() {
    let shop = TestShop::new();
    let planner = shop.person("pan", &["product_planner"]);
    let service = shop.person("kefu", &["customer_service"]);
    let id = dress(&shop, &planner, "连衣裙");
    let chart = |bust: &str| {
        json!({ "id": id, "version": 0, "chart": { "unit": "cm",
            "columns": [{ "name": "尺码", "number": false }, { "name": "胸围", "number": true }],
            "rows": [["M", "８８"], ["L", bust]],
            "rules": [{ "size": "M", "height_from": 155, "height_to": 165, "weight_from": 45, "weight_to": 52 },
                      { "size": "L", "height_from": 160, "height_to": 172, "weight_from": 50, "weight_to": 60 }] } })
    };
    let err = shop.refused(&planner, "products.set_size_chart", chart("大"));
    assert!(err.message.contains("第 2 行“胸围”"), "{}", err.message);
    shop.ok(&planner, "products.set_size_chart", chart("92-96"));
    assert_eq!(get(&shop, &service, id)["chart"]["rows"][0][1], "88");
    let ask = |h: f64, w: f64| {
        shop.ok(&service, "products.size_advice", json!({ "id": id, "height": h, "weight": w }))
    };
    let both = ask(162.0, 51.0);
    assert_eq!(
        (&both["size"], &both["row"], &both["also"]),
        (&json!("M"), &json!(1), &json!(["L"]))
    );
    assert_eq!(ask(170.0, 58.0)["row"], 2);
    assert_eq!(ask(180.0, 80.0)["size"], Json::Null);
    let err = shop.refused(
        &service,
        "products.size_advice",
        json!({ "id": id, "height": 1.6, "weight": 50 }),
    );
    assert_eq!(err.field.as_deref(), Some("height"));
}

#[test]
fn an_accessory_belongs_to_another_product_and_is_seen_from_both_sides() {
    let shop = TestShop::new();
    let planner = shop.person("pan", &["product_planner"]);
    let id = dress(&shop, &planner, "连衣裙");
    let belt = shop.ok(
        &planner,
        "products.create",
        json!({ "code": "BELT", "facts": { "title": "腰带" }, "options": [] }),
    )["id"]
        .as_i64()
        .unwrap();
    let belt_sku = get(&shop, &planner, belt)["skus"][0].clone();
    assert_eq!(belt_sku["code"], "BELT");
    let own = get(&shop, &planner, id);
    let set = |sku: &Json, relation: &str| json!({ "id": id, "version": own["version"], "accessories": [{ "sku_id": sku, "relation": relation }] });
    let err =
        shop.refused(&planner, "products.set_accessories", set(&own["skus"][0]["id"], "included"));
    assert!(err.message.contains("自己"));
    shop.refused(&planner, "products.set_accessories", set(&belt_sku["id"], "gift"));
    shop.ok(&planner, "products.set_accessories", set(&belt_sku["id"], "included"));
    assert_eq!(get(&shop, &planner, id)["accessories"][0]["code"], "BELT");
    assert_eq!(get(&shop, &planner, belt)["fits"][0]["product_id"], id);
    let service = shop.person("kefu", &["customer_service"]);
    assert_eq!(
        shop.refused(&service, "products.set_accessories", set(&belt_sku["id"], "optional")).code,
        Code::Forbidden
    );
}

#[test]
fn pictures_are_pictures_and_a_stale_save_is_told() {
    let shop = TestShop::new();
    let planner = shop.person("pan", &["product_planner"]);
    let id = dress(&shop, &planner, "连衣裙");
    let text = shop.shop.core().put_bytes(&planner, "a.txt", b"hello").unwrap().hash;
    let set = |version: i64, file: &str, value: &str| json!({ "id": id, "version": version, "pictures": [{ "file": file, "option_value": value }] });
    let version = get(&shop, &planner, id)["version"].as_i64().unwrap();
    let err = shop.refused(&planner, "products.set_pictures", set(version, &text, ""));
    assert!(err.message.contains("不是图片"));
    picture(&shop, &planner, id);
    let file = get(&shop, &planner, id)["pictures"][0]["file"].as_str().unwrap().to_owned();
    let err = shop.refused(&planner, "products.set_pictures", set(version, &file, "黑"));
    assert_eq!(err.reason, "stale");
    let err = shop.refused(&planner, "products.set_pictures", set(version + 1, &file, "紫"));
    assert!(err.message.contains("紫"));
    assert_eq!(shop.ok(&planner, "products.list", json!({}))["rows"][0]["picture"], json!(file));
    shop.ok(
        &planner,
        "products.set_pictures",
        json!({ "id": id, "version": version + 1, "pictures": [] }),
    );
    assert_eq!(get(&shop, &planner, id)["pictures"], json!([]));
}

#[test]
fn categories_and_styles_are_the_shops_own_and_have_no_twins() {
    let shop = TestShop::new();
    let planner = shop.person("pan", &["product_planner"]);
    let id = dress(&shop, &planner, "连衣裙");
    let dresses = leaf(&shop, &planner, "连衣裙");
    let err = shop.refused(
        &planner,
        "categories.save",
        json!({ "parent_id": dresses, "name": "吊带裙" }),
    );
    assert_eq!(err.reason, "not_leaf");
    let top = shop.ok(&planner, "categories.save", json!({ "name": "汉服" }));
    let twin = shop.refused(&planner, "categories.save", json!({ "name": "汉服" }));
    assert_eq!(twin.reason, "duplicate");
    let under = json!({ "id": top, "version": 1, "parent_id": top, "name": "汉服" });
    assert_eq!(
        shop.refused(&planner, "categories.save", under).field.as_deref(),
        Some("parent_id")
    );
    let style = shop.ok(&planner, "styles.save", json!({ "group": "风格", "name": "新中式" }));
    shop.refused(&planner, "styles.save", json!({ "group": "风格", "name": "新中式" }));
    shop.refused(&planner, "styles.save", json!({ "group": "颜色", "name": "红" }));
    let version = get(&shop, &planner, id)["version"].clone();
    shop.ok(
        &planner,
        "products.set_styles",
        json!({ "id": id, "version": version, "styles": [style] }),
    );
    shop.ok(
        &planner,
        "styles.save",
        json!({ "id": style, "version": 1, "group": "风格", "name": "新中式", "retired": true }),
    );
    let other = dress(&shop, &planner, "另一条");
    let version = get(&shop, &planner, other)["version"].clone();
    let err = shop.refused(
        &planner,
        "products.set_styles",
        json!({ "id": other, "version": version, "styles": [style] }),
    );
    assert!(err.message.contains("已停用"));
    assert_eq!(get(&shop, &planner, id)["styles"][0]["name"], "新中式");
}

#[test]
fn a_pasted_link_is_read_without_the_network() {
    let shop = TestShop::new();
    let service = shop.person("kefu", &["customer_service"]);
    let card = shop.ok(
        &service,
        "products.card",
        json!({ "q": "【淘宝】好看的裙子 https://item.taobao.com/item.htm?spm=a1&id=612345678901 点开" }),
    );
    assert_eq!(card["item"], json!({ "channel": "taobao", "item_id": "612345678901" }));
    assert!(card["hint"].as_str().unwrap().contains("612345678901"));
    let short = shop.ok(&service, "products.card", json!({ "q": "https://m.tb.cn/h.abc" }));
    assert!(short["hint"].as_str().unwrap().contains("短链接"));
    let cases = [
        (
            "https://detail.tmall.com/item.htm?id=712345678901&skuId=5",
            Some(("tmall", "712345678901")),
        ),
        ("detail.1688.com/offer/612345678901.html?x=1", Some(("1688", "612345678901"))),
        (
            "https://www.aliexpress.com/item/1005006123456789.html",
            Some(("aliexpress", "1005006123456789")),
        ),
        ("https://www.amazon.co.jp/some-dress/dp/B0ABCDEF12/ref=x", Some(("amazon", "B0ABCDEF12"))),
        ("https://www.ebay.com/itm/Dress/123456789012?hash=1", Some(("ebay", "123456789012"))),
        ("612345678901", Some(("taobao", "612345678901"))),
        ("1005006123456789", Some(("aliexpress", "1005006123456789"))),
        ("b0abcdef12", Some(("amazon", "B0ABCDEF12"))),
        ("连衣裙", None),
        ("https://example.com/item.htm?id=612345678901", None),
    ];
    for (text, want) in cases {
        let got = platform_item_id(text);
        assert_eq!(got.as_ref().map(|(c, id)| (*c, id.as_str())), want, "{text}");
    }
}

#[test]
fn an_import_takes_many_products_in_and_each_is_found() {
    let shop = TestShop::new();
    let planner = shop.person("pan", &["product_planner"]);
    let done = shop.shop.core().write_unasked("import", |tx| {
        let mut intake = super::Intake::default();
        for i in 0..500 {
            let sku = |size: &str| super::NewSku {
                options: vec![rules::OptionValue { name: "尺码".into(), value: size.into() }],
                cost: Some(4200),
                ..Default::default()
            };
            let new = super::NewProduct {
                code: format!("IM-{i}"),
                title: format!("导入连衣裙{i}"),
                state: "on_sale".into(),
                skus: vec![sku("M"), sku("L")],
                ..Default::default()
            };
            intake.add(tx, new)?;
        }
        Ok(intake.done(tx))
    });
    assert_eq!(done.unwrap(), 500);
    assert_eq!(shop.count("select count(*) from sku"), 1000);
    let found = shop.ok(&planner, "products.card", json!({ "q": "IM-499-002" }));
    assert_eq!(found["card"]["code"], "IM-499");
    assert_eq!(found["card"]["options"][0]["values"], json!(["M", "L"]));
    let some = shop.ok(&planner, "products.list", json!({ "q": "drlyq", "limit": 10 }));
    assert_eq!(some["rows"].as_array().unwrap().len(), 10);
    assert!(some["next"].is_string());
    assert_eq!(some["total"], json!(null), "what goes on is counted by products.counts");
    let one = shop.ok(&planner, "products.list", json!({ "q": "IM-499", "limit": 10 }));
    assert_eq!((&one["next"], &one["total"]), (&json!(null), &json!(1)));
    let last = json!({ "q": "drlyq", "limit": 400, "skip": 200 });
    let last = shop.ok(&planner, "products.list", last);
    assert_eq!((&last["next"], &last["total"]), (&json!(null), &json!(null)));
}

#[test]
fn what_is_typed_into_a_product_is_put_right_or_refused_with_its_field() {
    let shop = TestShop::new();
    let planner = shop.person("pan", &["product_planner"]);
    let id = dress(&shop, &planner, "连衣裙");
    let before = get(&shop, &planner, id);
    let save = |facts: Json| json!({ "id": id, "version": before["version"], "facts": facts });
    for (facts, field) in [
        (json!({ "title": " \u{200B} " }), "title"),
        (json!({ "title": "长".repeat(121) }), "title"),
        (json!({ "brand": "长".repeat(41) }), "brand"),
        (json!({ "notes": "长".repeat(2001) }), "notes"),
        (json!({ "selling_points": ["a", "b", "c", "d", "e", "f"] }), "selling_points"),
        (json!({ "forbidden_claims": ["真丝", "——"] }), "forbidden_claims"),
        (json!({ "forbidden_claims": vec!["真丝"; 21] }), "forbidden_claims"),
        (json!({ "faq": [{ "q": "会缩水吗", "a": "" }] }), "faq"),
        (json!({ "category_id": 9999 }), "category_id"),
    ] {
        let err = shop.refused(&planner, "products.update", save(facts.clone()));
        assert_eq!(err.field.as_deref(), Some(field), "{facts}: {}", err.message);
    }
    assert_eq!(get(&shop, &planner, id)["version"], before["version"]);
    shop.ok(&planner, "products.update", save(json!({ "title": "法式\u{200B}连衣裙\u{FEFF}" })));
    assert_eq!(get(&shop, &planner, id)["title"], "法式连衣裙");
    let sku = before["skus"][0].clone();
    let set = |what: Json| {
        let mut args = json!({ "id": sku["id"], "version": sku["version"] });
        args.as_object_mut().unwrap().extend(what.as_object().unwrap().clone());
        args
    };
    for (what, field) in [
        (json!({ "code": "有 空格" }), "code"),
        (json!({ "code": "" }), "code"),
        (json!({ "barcode": "６９０１２３４５６７８９０" }), "barcode"),
        (json!({ "weight_g": -5 }), "weight_g"),
        (json!({ "state": "gone" }), "state"),
        (json!({ "cost": { "amount": -1, "currency": "CNY" } }), "cost"),
        (json!({ "cost": { "amount": 100, "currency": "USD" } }), "cost"),
    ] {
        let err = shop.refused(&planner, "products.update_sku", set(what.clone()));
        assert_eq!(err.field.as_deref(), Some(field), "{what}: {}", err.message);
    }
}

#[test]
fn a_stale_save_of_a_product_is_told_with_what_stands_there_now() {
    let shop = TestShop::new();
    let planner = shop.person("pan", &["product_planner"]);
    let other = shop.person("li", &["merchandiser"]);
    let id = dress(&shop, &planner, "连衣裙");
    let version = get(&shop, &planner, id)["version"].clone();
    let save = |brand: &str| json!({ "id": id, "version": version, "facts": { "brand": brand } });
    shop.ok(&other, "products.update", save("晚风"));
    let err = shop.refused(&planner, "products.update", save("早风"));
    assert_eq!((err.code, err.reason.as_str()), (Code::Conflict, "stale"));
    assert_eq!(err.details.unwrap()["current"]["brand"], "晚风");
    let err = shop.refused(
        &planner,
        "products.act",
        json!({ "id": id, "version": version, "action": "resume" }),
    );
    assert_eq!(err.reason, "wrong_state");
    assert!(err.message.contains("上新"), "{}", err.message);
}

#[test]
fn categories_are_moved_and_retired_and_a_retired_one_takes_no_product() {
    let shop = TestShop::new();
    let planner = shop.person("pan", &["product_planner"]);
    let id = dress(&shop, &planner, "连衣裙");
    let top = shop.ok(&planner, "categories.save", json!({ "name": "汉服" }));
    let under = shop.ok(&planner, "categories.save", json!({ "name": "马面裙", "parent_id": top }));
    let of = |id: &Json| {
        let all = shop.ok(&planner, "categories.list", json!({}));
        all.as_array().unwrap().iter().find(|c| c["id"] == *id).unwrap().clone()
    };
    assert_eq!((&of(&top)["leaf"], &of(&under)["parent_id"]), (&json!(false), &top));
    let save = |id: &Json, what: Json| {
        let now = of(id);
        let mut args = json!({ "id": id, "version": now["version"], "name": now["name"],
            "parent_id": now["parent_id"], "position": now["position"] });
        args.as_object_mut().unwrap().extend(what.as_object().unwrap().clone());
        args
    };
    shop.ok(&planner, "categories.save", save(&under, json!({ "name": "百褶马面裙" })));
    shop.ok(
        &planner,
        "categories.save",
        save(&under, json!({ "parent_id": null, "position": null })),
    );
    assert_eq!((&of(&under)["parent_id"], &of(&top)["leaf"]), (&Json::Null, &json!(true)));
    shop.ok(&planner, "categories.save", save(&under, json!({ "retired": true })));
    let version = get(&shop, &planner, id)["version"].clone();
    let err = shop.refused(
        &planner,
        "products.update",
        json!({ "id": id, "version": version, "facts": { "category_id": under } }),
    );
    assert!(err.message.contains("已停用"), "{}", err.message);
    let designer = shop.person("ds", &["designer"]);
    let err = shop.refused(&designer, "categories.save", json!({ "name": "旗袍" }));
    assert_eq!(err.code, Code::Forbidden);
}

#[test]
fn an_undone_import_of_products_leaves_no_word_in_the_search() {
    let shop = TestShop::new();
    let boss = shop.person("boss", &["ops_supervisor"]);
    let batch = shop.shop.core().write_unasked("import", |tx| {
        let batch = tx.batch("导入 1 件")?;
        let mut intake = super::Intake::default();
        let skus = vec![super::NewSku::default()];
        let new = super::NewProduct { title: "导入连衣裙".into(), skus, ..Default::default() };
        intake.add(tx, new)?;
        intake.done(tx);
        Ok(batch)
    });
    let rows = "select (select count(*) from product) + (select count(*) from sku)
        + (select count(*) from search_product)";
    assert_eq!(shop.count(rows), 3);
    shop.ok(&boss, "batches.undo", json!({ "batch": batch.unwrap() }));
    assert_eq!(shop.count(rows), 0);
}

proptest! {
    #[test]
    fn any_twelve_digits_with_their_check_digit_pass_and_with_another_do_not(
        digits in "[0-9]{12}", wrong in 1u32..10
    ) {
        let right = rules::ean13_check(&digits).unwrap();
        let good = format!("{digits}{right}");
        prop_assert_eq!(rules::check_barcode(&good).unwrap(), good);
        let other = char::from_digit((right.to_digit(10).unwrap() + wrong) % 10, 10).unwrap();
        let code = format!("{digits}{other}");
        prop_assert!(rules::check_barcode(&code).is_err());
    }

    #[test]
    fn advice_is_the_first_rule_that_fits_or_none(
        spans in proptest::collection::vec((140.0f64..190.0, 0.0f64..20.0, 35.0f64..90.0, 0.0f64..15.0), 0..8),
        height in 130.0f64..200.0, weight in 30.0f64..110.0
    ) {
        let rules_: Vec<SizeRule> = spans.iter().enumerate().map(|(i, (h, dh, w, dw))| SizeRule {
            size: format!("S{i}"), height_from: *h, height_to: h + dh, weight_from: *w, weight_to: w + dw,
        }).collect();
        let fits = |r: &SizeRule| r.height_from <= height && height <= r.height_to
            && r.weight_from <= weight && weight <= r.weight_to;
        let advice = rules::advise(&rules_, height, weight).unwrap();
        let first = rules_.iter().position(fits);
        prop_assert_eq!(advice.row, first.map(|i| i + 1));
        prop_assert_eq!(advice.size, first.map(|i| rules_[i].size.clone()));
        prop_assert!(advice.also.iter().all(|s| rules_.iter().any(|r| r.size == *s && fits(r))));
    }

    #[test]
    fn no_pasted_text_breaks_the_link_reader(text in "\\PC{0,80}") {
        let _ = platform_item_id(&text);
        let _ = rules::check_barcode(&text);
        let _ = rules::check_code("code", "编号", &text);
    }
}
