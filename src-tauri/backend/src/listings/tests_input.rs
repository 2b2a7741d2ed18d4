//! What people type, paste, import and schedule, and what they are told when it does not fit.

use serde_json::{Value as Json, json};

use super::tests::{DAY, NOW, Setup, act_price, add_product, propose, setup, yuan};
use super::{NewListing, NewSku, advance, pictures_of, put_picture};
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

fn bulk(shop: &TestShop, who: &Caller, row: &Json) -> Json {
    let out = shop.ok(who, "listings.bulk_edit", json!({ "rows": [row], "dry_run": true }));
    out["rows"][0].clone()
}

#[test]
fn what_is_typed_as_a_price_is_understood_or_refused_with_an_example() {
    let s = setup();
    let id = s.live();
    for price in ["９５", "95.00", "¥95", "95.000", " 95 元"] {
        let row = bulk(&s.shop, &s.op, &json!({ "id": id, "price": price }));
        assert_eq!(row["changes"][0]["new"], "¥95.00", "{price}: {row}");
    }
    for (price, why) in [
        ("0", "大于 0"),
        ("-3", "负数"),
        ("95.123", "2 位小数"),
        ("1e2", "129.00"),
        ("约95", "129.00"),
        ("1.5万", "15000"),
    ] {
        let row = bulk(&s.shop, &s.op, &json!({ "id": id, "price": price }));
        assert!(row["refused"].as_str().unwrap().contains(why), "{price}: {row}");
    }
    // Nothing of it was written.
    assert_eq!(s.get(id)["price"]["amount"], 100_00);
}

#[test]
fn a_price_above_the_crossed_out_price_is_refused_and_so_is_the_other_way_round() {
    let s = setup();
    let id = s.live();
    let save = |price: i64| json!({ "id": id, "version": s.get(id)["version"], "list_price": yuan(price) });
    let err = s.shop.refused(&s.op, "listings.update", save(99_00));
    assert!(err.message.contains("¥99.00 低于售价 ¥100.00"), "{}", err.message);
    s.shop.ok(&s.op, "listings.update", save(105_00));
    let err =
        s.shop.refused(&s.op, "listings.set_price", json!({ "id": id, "price": yuan(106_00) }));
    assert!(err.message.contains("高于划线价 ¥105.00"), "{}", err.message);
    let err = s.shop.refused(
        &s.op,
        "prices.propose",
        json!({ "listing_id": id, "price": yuan(106_00), "reason": "涨价" }),
    );
    assert_eq!(err.field.as_deref(), Some("price"));
    assert_eq!(s.shop.count("select count(*) from price_change"), 0);
}

#[test]
fn a_supervisor_is_shown_the_sum_of_the_floor_and_a_specialist_only_that_there_is_one() {
    let s = setup();
    let id = s.live();
    let low = json!({ "id": id, "price": yuan(65_99) });
    let err = s.shop.refused(&s.boss, "listings.set_price", low.clone());
    assert!(err.message.contains("成本 ¥60.00 ×（1 + 最低毛利率 10%）= ¥66.00"), "{}", err.message);
    let err = s.shop.refused(&s.op, "listings.set_price", low);
    assert!(err.message.contains("SKU D1-S 的 ¥65.99 低于底价"), "{}", err.message);
    assert!(!err.message.contains("60.00") && !err.message.contains("66.00"), "{}", err.message);
    let check = |who: &Caller, price: i64| {
        s.shop.ok(who, "prices.check", json!({ "listing_id": id, "price": yuan(price) }))
    };
    let seen = check(&s.boss, 65_99);
    assert_eq!(
        (&seen["direct"], &seen["lines"][1]["floor"]["amount"]),
        (&json!(false), &json!(66_00))
    );
    assert_eq!(check(&s.op, 65_99)["lines"][0]["floor_sum"], "***");
    assert_eq!(check(&s.op, 95_00)["direct"], true);
    let asked = propose(&s, &s.op, id, 65_99, NOW + DAY, None);
    assert_eq!(asked["state"], "pending");
    assert!(asked["why"].as_str().unwrap().contains("低于底价"));
    let view = s.shop.ok(&s.boss, "prices.get", json!({ "id": asked["id"] }));
    assert_eq!(view["items"][0]["floor"]["amount"], 66_00);
}

#[test]
fn a_code_that_another_listing_has_is_refused_with_that_listing() {
    let s = setup();
    let dress = s.live();
    let belt = add_product(&s.shop, "PD-2", "腰带", &["B1"]);
    let made =
        s.shop.ok(&s.op, "listings.create", json!({ "product_id": belt, "shop_ids": [s.taobao] }));
    let it = s.get(made[0].as_i64().unwrap());
    let err = s.shop.refused(
        &s.op,
        "listings.set_outer_ids",
        json!({ "id": it["id"], "version": it["version"],
            "rows": [{ "listing_sku_id": it["skus"][0]["id"], "outer_id": "D1-S" }] }),
    );
    assert_eq!((err.code, err.field.as_deref()), (Code::Conflict, Some("outer_id")));
    assert!(err.message.contains("夏季法式连衣裙"), "{}", err.message);
    assert_eq!(err.details.unwrap()["id"], dress);
    assert_eq!(s.get(it["id"].as_i64().unwrap())["skus"][0]["outer_id"], "B1");
}

#[test]
fn hidden_characters_leave_a_title_and_an_emoji_is_warned_of() {
    let s = setup();
    let id = s.live();
    let title = "🔥法式\u{200B}连衣裙\u{FEFF}  夏";
    let row = bulk(&s.shop, &s.op, &json!({ "id": id, "title": title }));
    assert_eq!(row["changes"][0]["new"], "🔥法式连衣裙 夏");
    assert_eq!(row["notes"].as_array().unwrap().len(), 2, "{row}");
    let version = s.get(id)["version"].clone();
    s.shop.ok(&s.op, "listings.update", json!({ "id": id, "version": version, "title": title }));
    let it = s.get(id);
    assert_eq!(it["title"], "🔥法式连衣裙 夏");
    assert!(it["title_warnings"][0].as_str().unwrap().contains("🔥"));
}

#[test]
fn words_that_are_too_long_are_refused_and_the_field_is_named() {
    let s = setup();
    let id = s.live();
    let version = s.get(id)["version"].clone();
    for (field, value) in [
        ("subtitle", json!("长".repeat(201))),
        ("keywords", json!("长".repeat(1001))),
        ("freight", json!("长".repeat(61))),
        ("bullets", json!(["长".repeat(501)])),
        ("detail", json!("长".repeat(50_001))),
        ("item_id", json!("淘宝 123")),
        ("presale_on", json!("2026-02-30")),
        ("stock_alloc", json!(99)),
    ] {
        let err = s.shop.refused(
            &s.op,
            "listings.update",
            json!({ "id": id, "version": version, field: value }),
        );
        assert_eq!(err.code, Code::Invalid, "{field}: {}", err.message);
    }
    assert_eq!(s.get(id)["version"], version);
}

#[test]
fn more_stock_than_the_shop_was_given_is_refused_with_both_numbers() {
    let s = setup();
    let id = s.live();
    let it = s.get(id);
    s.shop.ok(
        &s.op,
        "listings.update",
        json!({ "id": id, "version": it["version"], "stock_alloc": 100 }),
    );
    let it = s.get(id);
    let err = s.shop.refused(
        &s.op,
        "listings.set_stock",
        json!({ "id": id, "version": it["version"],
            "rows": [{ "listing_sku_id": it["skus"][0]["id"], "qty": 51 }] }),
    );
    assert!(
        err.message.contains("合计 101 件") && err.message.contains("100 件"),
        "{}",
        err.message
    );
    let err = s.shop.refused(
        &s.op,
        "listings.set_stock",
        json!({ "id": id, "version": it["version"],
            "rows": [{ "listing_sku_id": it["skus"][0]["id"], "qty": -1 }] }),
    );
    assert_eq!(err.code, Code::Invalid);
}

#[test]
fn a_stale_save_is_told_with_what_stands_there_now() {
    let s = setup();
    let id = s.live();
    let version = s.get(id)["version"].clone();
    let save = |title: &str| json!({ "id": id, "version": version, "title": title });
    s.shop.ok(&s.boss, "listings.update", save("主管改的标题"));
    let err = s.shop.refused(&s.op, "listings.update", save("我改的标题"));
    assert_eq!((err.code, err.reason.as_str()), (Code::Conflict, "stale"));
    let details = err.details.unwrap();
    assert_eq!(details["current"]["title"], "主管改的标题");
    assert_eq!(s.get(id)["title"], "主管改的标题");
}

#[test]
fn a_step_that_is_not_possible_says_what_is() {
    let s = setup();
    let id = s.live();
    let version = s.get(id)["version"].clone();
    let act = |action: &str, version: &Json| json!({ "id": id, "version": version, "action": action, "reason": "清理" });
    // On sale it cannot be deleted; delisted it can, once nothing is open on the platform.
    let err = s.shop.refused(&s.op, "listings.act", act("delete", &version));
    assert_eq!(err.reason, "wrong_state");
    assert!(err.message.contains("下架"), "{}", err.message);
    s.act(id, "delist");
    let version = s.get(id)["version"].clone();
    let err = s.shop.refused(&s.op, "listings.act", act("delete", &version));
    assert!(err.message.contains("没有未完成的订单"), "{}", err.message);
    let mut sure = act("delete", &version);
    sure["no_open_orders"] = json!(true);
    s.shop.ok(&s.op, "listings.act", sure);
    assert_eq!(s.get(id)["state"], "deleted");
    let err =
        s.shop.refused(&s.op, "listings.set_price", json!({ "id": id, "price": yuan(99_00) }));
    assert_eq!(err.reason, "wrong_state");
}

#[test]
fn many_are_delisted_at_once_and_taken_back_whole() {
    let s = setup();
    let id = s.live();
    let abroad = s.plan(s.amazon, &s.shop.person("ov", &["overseas"]));
    let args = json!({ "ids": [id, abroad], "action": "delist", "reason": "换季" });
    let done = s.shop.ok(&s.op, "listings.act_many", args);
    assert_eq!((&done["ok"], done["failed"].as_array().unwrap().len()), (&json!([id]), 1));
    assert_eq!(s.get(id)["state"], "delisted");
    s.shop.ok(&s.op, "batches.undo", json!({ "batch": done["batch"] }));
    let it = s.get(id);
    assert_eq!((&it["state"], &it["waiting"]), (&json!("live"), &json!([])));
}

#[test]
fn a_pasted_row_names_its_listing_by_code_or_item_number() {
    let s = setup();
    let id = s.live();
    let version = s.get(id)["version"].clone();
    s.shop.ok(
        &s.op,
        "listings.update",
        json!({ "id": id, "version": version, "item_id": "612345678901" }),
    );
    let by = |row: Json| bulk(&s.shop, &s.op, &row);
    assert_eq!(by(json!({ "outer_id": "D1-M", "price": "95" }))["id"], id);
    assert_eq!(
        by(json!({ "item_id": "612345678901", "price": "95" }))["changes"][0]["field"],
        "price"
    );
    assert!(
        by(json!({ "outer_id": "D1-X", "price": "95" }))["refused"]
            .as_str()
            .unwrap()
            .contains("D1-X")
    );
    assert!(by(json!({ "price": "95" }))["refused"].as_str().unwrap().contains("上架号"));
    let second = s.shop.ok(
        &s.boss,
        "shops.create",
        json!({ "code": "TB2", "name": "分店", "channel_id": s.get(id)["channel_id"] }),
    );
    s.shop.ok(&s.op, "listings.create", json!({ "product_id": s.product, "shop_ids": [second] }));
    let both = by(json!({ "outer_id": "D1-M", "price": "95" }));
    assert!(both["refused"].as_str().unwrap().contains("分店"), "{both}");
    assert_eq!(by(json!({ "outer_id": "D1-M", "shop": "TB1", "price": "95" }))["id"], id);
    let hit = s.shop.ok(&s.op, "listings.of_item", json!({ "item_id": " 612345678901 " }));
    assert_eq!((&hit[0]["listing_id"], &hit[0]["product_id"]), (&json!(id), &json!(s.product)));
    // Ctrl+K takes the same number, and the link that a customer sends.
    for q in ["612345678901", "看看这件 https://item.taobao.com/item.htm?id=612345678901 怎么样"]
    {
        let found = s.shop.ok(&s.op, "desk.find", json!({ "q": q }));
        assert_eq!(found[0]["route"], format!("/card?id={}", s.product), "{q}");
        assert_eq!(found[1]["route"], format!("/listings/{id}"), "{q}");
    }
    let none = "https://item.taobao.com/item.htm?id=999999999999";
    assert_eq!(s.shop.ok(&s.op, "desk.find", json!({ "q": none })), json!([]));
}

#[test]
fn an_undone_import_leaves_nothing_behind() {
    let s = setup();
    let rows = || {
        s.shop.count(
            "select (select count(*) from listing) + (select count(*) from listing_sku)
                + (select count(*) from search_listing)",
        )
    };
    let before = rows();
    let (product, taobao) = (s.product, s.taobao);
    let batch = s
        .shop
        .shop
        .core()
        .write_unasked("import", |tx| {
            let batch = tx.batch("导入 1 件")?;
            let channel_id =
                tx.one("select channel_id from shop where id = ?1", &[taobao.into()])?;
            let sku_id =
                tx.one("select min(id) from sku where product_id = ?1", &[product.into()])?;
            let row = NewListing {
                product_id: product,
                shop_id: taobao,
                channel_id,
                item_id: "612345678901".to_owned(),
                title: "导入的连衣裙".to_owned(),
                category: String::new(),
                state: "live".to_owned(),
                price: 100_00,
                list_price: None,
                currency: "CNY".to_owned(),
                qty: 1,
                sku_count: 1,
                completeness_bp: 0,
                picture: None,
                live_at: None,
                created_at: tx.now,
                updated_at: tx.now,
            };
            let sku = NewSku { sku_id, outer_id: Some("X".to_owned()), price: 100_00, qty: 1 };
            let mut bulk = super::Bulk::new();
            bulk.add(tx, &row, &[sku], ("PD-1", "夏季法式连衣裙"))?;
            bulk.done(tx);
            Ok(batch)
        })
        .unwrap();
    assert_eq!(rows(), before + 3);
    s.shop.ok(&s.boss, "batches.undo", json!({ "batch": batch }));
    assert_eq!(rows(), before);
    let none = s.shop.ok(&s.op, "listings.list", json!({ "q": "导入" }));
    assert_eq!(none["rows"], json!([]));
}

/// What the program that owns the shop does every minute.
fn tick(s: &super::tests::Setup) -> u64 {
    s.shop.shop.core().write_unasked("tick", advance).unwrap()
}

#[test]
fn the_clock_moves_a_schedule_once_and_a_second_look_finds_nothing_to_do() {
    let s = setup();
    let id = s.live();
    propose(&s, &s.op, id, 92_00, NOW + 30 * 60_000, Some(NOW + 90 * 60_000));
    let open = || {
        s.shop.ok(&s.op, "sync.list", json!({ "tab": "open" }))["rows"].as_array().unwrap().clone()
    };
    s.shop.minutes_pass(29);
    assert_eq!((tick(&s), open().len()), (0, 0));
    s.shop.minutes_pass(1);
    assert_eq!((tick(&s), open().len()), (1, 2));
    assert_eq!((tick(&s), open().len()), (0, 2));
    assert_eq!(open()[0]["by"], "系统");
    s.shop.ok(&s.op, "sync.mark_done", json!({ "ids": [open()[0]["id"]] }));
    assert_eq!((tick(&s), open().len()), (0, 0));
    s.shop.minutes_pass(60);
    assert_eq!((tick(&s), open().len()), (1, 2));
    assert_eq!((&open()[0]["old"], &open()[0]["new"]), (&json!("92.00"), &json!("100.00")));
    assert_eq!(tick(&s), 0);
    // Ticked off, it is over for good.
    s.shop.ok(&s.op, "sync.mark_done", json!({ "ids": [open()[1]["id"]] }));
    s.shop.days_pass(9);
    assert_eq!(
        (tick(&s), open().len(), s.get(id)["price"]["amount"].clone()),
        (0, 0, json!(100_00))
    );
}

#[test]
fn what_nobody_did_before_its_end_is_missed_and_waits_no_more() {
    let s = setup();
    let id = s.live();
    propose(&s, &s.op, id, 92_00, NOW + DAY, Some(NOW + 2 * DAY));
    s.shop.days_pass(1);
    assert_eq!(tick(&s), 1);
    s.shop.days_pass(2);
    assert_eq!((tick(&s), tick(&s)), (1, 0));
    let it = s.get(id);
    assert_eq!((&it["price"]["amount"], &it["waiting"]), (&json!(100_00), &json!([])));
    assert_eq!(s.shop.count("select count(*) from price_change where state = 'missed'"), 1);
}

#[test]
fn a_schedule_that_follows_another_goes_back_to_the_price_before_the_first() {
    let s = setup();
    let id = s.live();
    let first = propose(&s, &s.op, id, 95_00, NOW + DAY, Some(NOW + 2 * DAY));
    let second = propose(&s, &s.op, id, 92_00, NOW + 2 * DAY, Some(NOW + 3 * DAY));
    s.shop.days_pass(1);
    tick(&s);
    act_price(&s, &s.op, &first["id"], "confirm_done");
    s.shop.days_pass(1);
    tick(&s);
    // The second is typed in on the platform before anybody undid the first.
    act_price(&s, &s.op, &second["id"], "confirm_done");
    let it = s.get(id);
    assert_eq!((&it["price"]["amount"], &it["waiting"]), (&json!(92_00), &json!([])));
    let over = s.shop.ok(&s.op, "prices.get", json!({ "id": first["id"] }));
    assert_eq!(over["state"], "restored");
    s.shop.days_pass(1);
    tick(&s);
    act_price(&s, &s.op, &second["id"], "confirm_restored");
    assert_eq!(s.get(id)["price"]["amount"], 100_00);
}

#[test]
fn a_scheduled_price_on_the_platform_ends_the_wait_of_an_older_one() {
    let s = setup();
    let id = s.live();
    s.shop.ok(&s.op, "listings.set_price", json!({ "id": id, "price": yuan(98_00) }));
    let change = propose(&s, &s.op, id, 92_00, NOW + DAY, Some(NOW + 2 * DAY));
    s.shop.days_pass(1);
    tick(&s);
    let waits = |price: &str| {
        let it = s.get(id);
        let waiting = it["waiting"].as_array().unwrap();
        waiting.iter().filter(|w| w["new"] == price).count()
    };
    assert_eq!((waits("98.00"), waits("92.00")), (2, 2));
    // Whoever ticks off all of them is told of no failure.
    let open = s.shop.ok(&s.op, "sync.list", json!({ "tab": "open" }));
    let mut rows = open["rows"].as_array().unwrap().clone();
    rows.sort_by_key(|row| row["new"] != "92.00");
    let ids: Vec<_> = rows.iter().map(|row| row["id"].clone()).collect();
    let marked = s.shop.ok(&s.op, "sync.mark_done", json!({ "ids": ids }));
    assert_eq!(marked["failed"], json!([]));
    let done = s.shop.ok(&s.op, "sync.list", json!({ "tab": "done" }));
    let overtaken = done["rows"].as_array().unwrap().iter();
    assert_eq!(overtaken.filter(|row| row["confirmed_by"] == "superseded").count(), 2);
    assert_eq!(s.get(id)["waiting"], json!([]), "nobody types 98.00 over the 92.00 of today");
    // The older price is what the shop goes back to.
    s.shop.days_pass(1);
    tick(&s);
    assert_eq!(waits("98.00"), 2);
    act_price(&s, &s.op, &change["id"], "confirm_restored");
    assert_eq!(s.get(id)["price"]["amount"], 98_00);
}

#[test]
fn the_calendar_shows_what_touches_the_span_and_nothing_of_the_other_region() {
    let s = setup();
    let id = s.live();
    let change = propose(&s, &s.op, id, 95_00, NOW + DAY, Some(NOW + 3 * DAY));
    let look = |who: &Caller, from: i64, to: i64| {
        s.shop
            .ok(who, "prices.calendar", json!({ "from": from, "to": to }))
            .as_array()
            .unwrap()
            .clone()
    };
    assert_eq!(look(&s.op, NOW + 2 * DAY, NOW + 9 * DAY)[0]["code"], change["code"]);
    assert!(look(&s.op, NOW + 3 * DAY, NOW + 9 * DAY).is_empty());
    assert!(look(&s.op, NOW - 9 * DAY, NOW + DAY).is_empty());
    let err = s.shop.refused(&s.op, "prices.calendar", json!({ "from": NOW, "to": NOW }));
    assert_eq!(err.code, Code::Invalid);
}

#[test]
fn pictures_change_places_and_keep_where_they_come_from() {
    let s = setup();
    let id = s.live();
    let file = |name: &str, last: u8| {
        let mut bytes = PNG.to_vec();
        bytes.push(last);
        s.shop.shop.core().put_bytes(&s.op, name, &bytes).unwrap().hash
    };
    let (a, b) = (file("a.png", 1), file("b.png", 2));
    let put = |hash: &str, at: i64| {
        s.shop
            .shop
            .core()
            .write_unasked("test", |tx| {
                put_picture(tx, id, "taobao.main", Some(at), hash, Some(7), Some(9))
            })
            .unwrap();
    };
    put(&a, 0);
    put(&b, 1);
    let set = |files: Json| json!({ "id": id, "version": s.get(id)["version"], "slot": "taobao.main", "files": files });
    s.shop.ok(&s.op, "listings.set_pictures", set(json!([b, a])));
    let there = s.shop.shop.core().read(&Caller::system(), |cx| pictures_of(cx, id)).unwrap();
    let main: Vec<_> = there.iter().filter(|p| p.slot == "taobao.main").collect();
    assert_eq!((main[0].file.as_str(), main[0].asset_version_id), (b.as_str(), Some(9)));
    let slot = s.get(id)["slots"][0].clone();
    assert!(slot["pictures"][0]["fault"].as_str().unwrap().contains("实际"), "{slot}");
    let err = s.shop.refused(&s.op, "listings.set_pictures", set(json!([a, a])));
    assert!(err.message.contains("第 2 张"), "{}", err.message);
    let err = s.shop.refused(&s.op, "listings.set_pictures", set(json!([a, b, a, b, a])));
    assert!(err.message.contains("最多 4 张"), "{}", err.message);
    let designer = s.shop.person("ds", &["designer"]);
    let err = s.shop.refused(&designer, "listings.set_pictures", set(json!([])));
    assert_eq!(err.code, Code::Forbidden);
    s.shop.ok(&s.op, "listings.set_pictures", set(json!([])));
    assert_eq!(s.get(id)["slots"][0]["files"], json!([]));
}

#[test]
fn a_channel_gets_a_slot_of_its_own_and_the_rule_carries_its_source() {
    let s = setup();
    let channel = s.shop.ok(&s.op, "channels.list", json!({}))[0]["id"].clone();
    let make = |title: &str| json!({ "channel_id": channel, "title": title, "spec": { "min_width": 600 }, "source": "店内约定" });
    s.shop.ok(&s.op, "slots.create", make("细节图"));
    let twin = s.shop.refused(&s.op, "slots.create", make("细节图"));
    assert_eq!(twin.reason, "duplicate");
    let slots = s.shop.ok(&s.op, "channels.get", json!({ "id": channel }))["slots"].clone();
    let fresh = slots.as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&fresh["spec"]["min_width"], &fresh["spec"]["source"]),
        (&json!(600), &json!("店内约定"))
    );
    let save = |what: Json| {
        let mut args = json!({ "id": fresh["id"], "version": fresh["version"] });
        args.as_object_mut().unwrap().extend(what.as_object().unwrap().clone());
        args
    };
    let err = s.shop.refused(
        &s.op,
        "slots.update",
        save(json!({ "min_count": 3, "spec": { "max_count": 2 } })),
    );
    assert!(err.message.contains("最多张数"), "{}", err.message);
    s.shop.ok(&s.op, "slots.update", save(json!({ "confirmed": true })));
    let slots = s.shop.ok(&s.op, "channels.get", json!({ "id": channel }))["slots"].clone();
    assert_eq!(slots.as_array().unwrap().last().unwrap()["spec"]["confirmed"], true);
}

#[test]
fn the_grid_shows_where_a_product_is_listed_and_where_it_is_not() {
    let s = setup();
    let id = s.live();
    let belt = add_product(&s.shop, "PD-2", "腰带", &["B1"]);
    let grid = |who: &Caller, args: Json| s.shop.ok(who, "listings.grid", args)["rows"].clone();
    let all = grid(&s.boss, json!({}));
    assert_eq!((&all[0]["product_id"], &all[0]["cells"]), (&json!(belt), &json!([])));
    assert_eq!(
        (&all[1]["cells"][0]["listing_id"], &all[1]["cells"][0]["state"]),
        (&json!(id), &json!("live"))
    );
    assert_eq!(all[1]["cells"][0]["price"], yuan(100_00));
    let next = s.shop.ok(&s.boss, "listings.grid", json!({ "after": belt }));
    assert_eq!((next["rows"].as_array().unwrap().len(), &next["next"]), (1, &Json::Null));
    // Amazon has neither of them, so both have a gap; who sees only domestic shops sees one gap.
    assert_eq!(grid(&s.boss, json!({ "gaps": true })).as_array().unwrap().len(), 2);
    let service = s.shop.person("cs", &["customer_service"]);
    assert_eq!(grid(&service, json!({ "gaps": true })).as_array().unwrap().len(), 1);
}

#[test]
fn without_a_rate_a_price_abroad_goes_to_approval_and_says_where_the_rate_is_missing() {
    let s = setup();
    let overseas = s.shop.person("ov", &["overseas"]);
    let id = s.plan(s.amazon, &overseas);
    let dollars = |cents: i64| json!({ "amount": cents, "currency": "USD" });
    // Its cost is known (¥60), its price nobody can compare with it: not even $1 may pass in silence.
    let args = json!({ "id": id, "price": dollars(100) });
    let err = s.shop.refused(&overseas, "listings.set_price", args);
    assert_eq!(err.reason, "no_rate");
    for word in ["Amazon", "汇率", "渠道与店铺", "USD", "提交改价单"] {
        assert!(err.message.contains(word), "{word}: {}", err.message);
    }
    assert_eq!(s.get(id)["price"]["amount"], 0);
    let check =
        s.shop.ok(&overseas, "prices.check", json!({ "listing_id": id, "price": dollars(100) }));
    assert_eq!(check["direct"], false);
    assert!(check["why"].as_str().unwrap().contains("汇率"), "{check}");
    let rate = |s: &Setup| {
        let it = s.get(id);
        let point = it["points"].as_array().unwrap().iter().find(|p| p["key"] == "rate").cloned();
        (point.unwrap(), it["completeness_bp"].as_i64().unwrap())
    };
    let (point, before) = rate(&s);
    assert!(point["why"].as_str().unwrap().contains("渠道与店铺"), "{point}");
    let made = s.shop.ok(
        &overseas,
        "prices.propose",
        json!({ "listing_id": id, "price": dollars(100), "reason": "首次定价" }),
    );
    assert_eq!(made["state"], "pending");
    assert!(made["why"].as_str().unwrap().contains("汇率"), "{made}");

    // With a rate the floor counts as everywhere: ¥60 × 1.1 ÷ 7 = $9.43.
    let channels = s.shop.ok(&s.boss, "channels.list", json!({}));
    let amazon = channels.as_array().unwrap().iter().find(|c| c["code"] == "amazon").unwrap();
    let args = json!({ "id": amazon["id"], "version": amazon["version"], "fx_micro": 7_000_000 });
    s.shop.ok(&overseas, "channels.update", args);
    let (point, after) = rate(&s);
    assert_eq!((&point["ok"], after > before), (&json!(true), true));
    let listed = s.shop.ok(&overseas, "listings.list", json!({}));
    assert_eq!(listed["rows"][0]["completeness_bp"], after);
    let low = json!({ "id": id, "price": dollars(942) });
    assert_eq!(s.shop.refused(&overseas, "listings.set_price", low).reason, "below_floor");
    s.shop.ok(&overseas, "listings.set_price", json!({ "id": id, "price": dollars(943) }));
    // Nobody asks a domestic listing for a rate.
    let home = s.get(s.live());
    assert!(home["points"].as_array().unwrap().iter().all(|p| p["key"] != "rate"));
}
