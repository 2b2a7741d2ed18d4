//! Listings, prices and the sync list, in the users' words, through the door.

use serde_json::{Value as Json, json};

use super::{NewListing, NewSku, confirm_from_platform, pictures_of, put_picture, where_used};
use crate::kernel::Code;
use crate::kernel::rights::Caller;
use crate::products::{PRODUCT, SKU};
use crate::testkit::{MORNING, TestShop};

/// A shop with one product of two SKUs (cost ¥60), a Taobao shop and an Amazon shop.
pub(super) struct Setup {
    pub shop: TestShop,
    pub op: Caller,
    pub boss: Caller,
    pub product: i64,
    pub taobao: i64,
    pub amazon: i64,
}

pub(super) fn yuan(amount: i64) -> Json {
    json!({ "amount": amount, "currency": "CNY" })
}

pub(super) fn setup() -> Setup {
    let shop = TestShop::new();
    let op = shop.person("op", &["ops_specialist"]);
    let boss = shop.person("boss", &["ops_supervisor"]);
    let product = add_product(&shop, "PD-1", "夏季法式连衣裙", &["D1-S", "D1-M"]);
    let channels = shop.ok(&boss, "channels.list", json!({}));
    let channel = |code: &str| {
        let all = channels.as_array().unwrap();
        all.iter().find(|c| c["code"] == code).unwrap()["id"].clone()
    };
    let make = |code: &str, on: &str| {
        let args = json!({ "code": code, "name": code, "channel_id": channel(on) });
        shop.ok(&boss, "shops.create", args).as_i64().unwrap()
    };
    let (taobao, amazon) = (make("TB1", "taobao"), make("AM1", "amazon"));
    Setup { shop, op, boss, product, taobao, amazon }
}

pub(super) fn add_product(shop: &TestShop, code: &str, title: &str, skus: &[&str]) -> i64 {
    shop.shop
        .core()
        .write_unasked("test", |tx| {
            let now = tx.now;
            let id = tx.insert(
                &PRODUCT,
                &json!({ "code": code, "title": title, "created_at": now, "updated_at": now }),
            )?;
            for sku in skus {
                tx.insert(
                    &SKU,
                    &json!({ "product_id": id, "code": sku, "label": sku, "cost": 60_00,
                             "created_at": now, "updated_at": now }),
                )?;
            }
            Ok(id)
        })
        .unwrap()
}

impl Setup {
    pub fn get(&self, id: i64) -> Json {
        self.shop.ok(&self.boss, "listings.get", json!({ "id": id }))
    }

    pub fn plan(&self, shop: i64, who: &Caller) -> i64 {
        let made = self.shop.ok(
            who,
            "listings.create",
            json!({ "product_id": self.product, "shop_ids": [shop] }),
        );
        made[0].as_i64().unwrap()
    }

    pub fn act(&self, id: i64, action: &str) -> Json {
        let version = self.get(id)["version"].clone();
        self.shop.ok(
            &self.op,
            "listings.act",
            json!({ "id": id, "version": version, "action": action, "reason": "测试" }),
        )
    }

    /// A listing on Taobao at ¥100, on sale, nothing waiting.
    pub fn live(&self) -> i64 {
        let id = self.plan(self.taobao, &self.op);
        self.act(id, "prepare");
        self.complete(id);
        self.act(id, "ready");
        self.act(id, "list");
        let waiting = self.shop.ok(&self.op, "sync.list", json!({ "tab": "open" }));
        let ids: Vec<Json> =
            waiting["rows"].as_array().unwrap().iter().map(|r| r["id"].clone()).collect();
        self.shop.ok(&self.op, "sync.mark_done", json!({ "ids": ids }));
        // Yesterday's first price is no longer a change of today.
        self.shop.days_pass(2);
        id
    }

    fn complete(&self, id: i64) {
        let it = self.get(id);
        self.shop.ok(&self.op, "listings.set_price", json!({ "id": id, "price": yuan(100_00) }));
        let rows: Vec<Json> = it["skus"]
            .as_array()
            .unwrap()
            .iter()
            .map(|s| json!({ "listing_sku_id": s["id"], "qty": 50 }))
            .collect();
        let version = self.get(id)["version"].clone();
        self.shop.ok(
            &self.op,
            "listings.set_stock",
            json!({ "id": id, "version": version, "rows": rows }),
        );
        let version = self.get(id)["version"].clone();
        self.shop.ok(
            &self.op,
            "listings.update",
            json!({
                "id": id, "version": version, "category": "女装>连衣裙", "freight": "全国包邮",
                "attributes": { "材质": "棉" }, "detail": "夏天穿的裙子", "bullets": ["透气"],
            }),
        );
        let slots: Vec<String> = self.get(id)["slots"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|s| s["min_count"].as_i64().unwrap() > 0)
            .map(|s| s["code"].as_str().unwrap().to_owned())
            .collect();
        self.shop
            .shop
            .core()
            .write_unasked("test", |tx| {
                for slot in &slots {
                    put_picture(tx, id, slot, None, &format!("{slot}-file"), Some(7), Some(9))?;
                }
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn nothing_goes_live_before_its_checklist_is_done_and_the_refusal_names_what_is_missing() {
    let s = setup();
    let id = s.plan(s.taobao, &s.op);
    s.act(id, "prepare");
    let it = s.get(id);
    let err = s.shop.refused(
        &s.op,
        "listings.act",
        json!({ "id": id, "version": it["version"], "action": "ready" }),
    );
    assert_eq!(err.reason, "guard");
    for word in ["类目没有填写", "没有价格", "没有库存", "主图", "第 5 张白底图", "运费模板"]
    {
        assert!(err.message.contains(word), "{word}: {}", err.message);
    }
    s.complete(id);
    let it = s.get(id);
    assert_eq!(it["completeness_bp"], 10_000, "{}", it["points"]);
    s.act(id, "ready");
    s.act(id, "list");
    assert_eq!(s.get(id)["state"], "live");
    let tabs = s.shop.ok(&s.op, "listings.counts", json!({}));
    assert_eq!((&tabs["tabs"]["live"], &tabs["tabs"]["waiting"]), (&json!(1), &json!(1)));
}

#[test]
fn a_title_is_counted_as_the_channel_counts_and_a_live_one_may_not_be_too_long() {
    let s = setup();
    let id = s.live();
    let version = s.get(id)["version"].clone();
    let err = s.shop.refused(
        &s.op,
        "listings.update",
        json!({ "id": id, "version": version, "title": "夏".repeat(31) }),
    );
    assert!(err.message.contains("62") && err.message.contains("60"), "{}", err.message);
    s.shop.ok(
        &s.op,
        "listings.update",
        json!({ "id": id, "version": version, "title": "夏".repeat(30) }),
    );
    let found = s.shop.ok(&s.op, "listings.list", json!({ "q": "夏夏" }));
    assert_eq!(found["rows"].as_array().unwrap().len(), 1);
}

#[test]
fn a_small_change_of_price_counts_at_once_and_waits_for_the_platform() {
    let s = setup();
    let id = s.live();
    s.shop.ok(&s.op, "listings.set_price", json!({ "id": id, "price": yuan(95_00) }));
    let it = s.get(id);
    assert_eq!(it["price"]["amount"], 95_00);
    assert_eq!(it["history"][0]["old"]["amount"], 100_00);
    assert_eq!(it["waiting"].as_array().unwrap().len(), 2);
    assert_eq!(
        (&it["waiting"][0]["old"], &it["waiting"][0]["new"]),
        (&json!("100.00"), &json!("95.00"))
    );
    // Back to what the platform has: nothing waits.
    s.shop.ok(&s.op, "listings.set_price", json!({ "id": id, "price": yuan(100_00) }));
    assert_eq!(s.get(id)["waiting"], json!([]));
}

#[test]
fn a_price_below_the_floor_is_refused_without_telling_the_cost() {
    let s = setup();
    let id = s.live();
    let err =
        s.shop.refused(&s.op, "listings.set_price", json!({ "id": id, "price": yuan(65_99) }));
    assert_eq!(err.reason, "below_floor");
    assert!(!err.message.contains("66.00"), "{}", err.message);
    assert_eq!(s.shop.ok(&s.op, "listings.get", json!({ "id": id }))["skus"][0]["floor"], "***");
    assert_eq!(s.get(id)["skus"][0]["floor"]["amount"], 66_00);
    let zero = s.shop.refused(&s.op, "listings.set_price", json!({ "id": id, "price": yuan(0) }));
    assert_eq!(zero.code, Code::Invalid);
}

#[test]
fn small_steps_in_a_row_do_not_get_around_the_limit() {
    let s = setup();
    let id = s.live();
    s.shop.ok(&s.op, "listings.set_price", json!({ "id": id, "price": yuan(92_00) }));
    let err =
        s.shop.refused(&s.op, "listings.set_price", json!({ "id": id, "price": yuan(85_00) }));
    assert_eq!(err.reason, "over_limit");
    assert_eq!(s.get(id)["price"]["amount"], 92_00);
}

#[test]
fn on_the_day_of_its_first_price_a_price_moves_no_further_than_the_limit_from_that_one() {
    let s = setup();
    let id = s.plan(s.taobao, &s.op);
    s.shop.ok(&s.op, "listings.set_price", json!({ "id": id, "price": yuan(100_00) }));
    let set = |price| json!({ "id": id, "price": yuan(price) });
    let err = s.shop.refused(&s.op, "listings.set_price", set(190_00));
    assert_eq!(err.reason, "over_limit");
    assert!(err.message.contains("比首次定价变动 90%"), "{}", err.message);
    // Small steps on that day count together, as on any other.
    s.shop.ok(&s.op, "listings.set_price", set(105_00));
    assert_eq!(s.shop.refused(&s.op, "listings.set_price", set(112_00)).reason, "over_limit");
}

pub(super) fn propose(
    s: &Setup,
    who: &Caller,
    id: i64,
    price: i64,
    start: i64,
    end: Option<i64>,
) -> Json {
    s.shop.ok(
        who,
        "prices.propose",
        json!({ "listing_id": id, "price": yuan(price), "start_at": start, "end_at": end,
                "reason": "周末活动" }),
    )
}

pub(super) fn act_price(s: &Setup, who: &Caller, id: &Json, action: &str) -> Json {
    let version = s.shop.ok(&s.boss, "prices.get", json!({ "id": id }))["version"].clone();
    s.shop.ok(
        who,
        "prices.act",
        json!({ "id": id, "version": version, "action": action, "reason": "同意" }),
    )
}

#[test]
fn the_supervisor_opens_a_cancelled_price_change_again_and_it_is_judged_anew() {
    let s = setup();
    let id = s.live();
    let made = propose(&s, &s.op, id, 60_00, NOW + DAY, Some(NOW + 2 * DAY));
    act_price(&s, &s.op, &made["id"], "cancel");
    let version = s.shop.ok(&s.boss, "prices.get", json!({ "id": made["id"] }))["version"].clone();
    let again =
        json!({ "id": made["id"], "version": version, "action": "reopen", "reason": "又要做了" });
    assert_eq!(s.shop.refused(&s.op, "prices.act", again).code, Code::Forbidden);
    assert_eq!(act_price(&s, &s.boss, &made["id"], "reopen"), "draft");
    assert_eq!(act_price(&s, &s.op, &made["id"], "submit"), "pending");
}

pub(super) const DAY: i64 = 86_400_000;
pub(super) const NOW: i64 = MORNING + 2 * DAY;

#[test]
fn whoever_proposed_a_price_cannot_approve_it_and_somebody_else_can() {
    let s = setup();
    let id = s.live();
    let own = propose(&s, &s.boss, id, 50_00, NOW + DAY, None);
    assert_eq!(own["state"], "pending");
    let err = s.shop.refused(
        &s.boss,
        "prices.act",
        json!({ "id": own["id"], "version": 2, "action": "approve" }),
    );
    assert_eq!(err.reason, "four_eyes");
    let director = s.shop.person("dir", &["director"]);
    assert_eq!(act_price(&s, &director, &own["id"], "approve"), "scheduled");
    let op = s.shop.refused(
        &s.op,
        "prices.act",
        json!({ "id": own["id"], "version": 3, "action": "approve" }),
    );
    assert_eq!(op.reason, "wrong_state");
}

#[test]
fn two_schedules_of_one_sku_at_one_time_are_refused_with_the_others_number() {
    let s = setup();
    let id = s.live();
    let first = propose(&s, &s.op, id, 95_00, NOW + DAY, Some(NOW + 3 * DAY));
    assert_eq!(first["state"], "scheduled");
    let err = s.shop.refused(
        &s.op,
        "prices.propose",
        json!({ "listing_id": id, "price": yuan(96_00), "start_at": NOW + 2 * DAY, "reason": "促销" }),
    );
    assert_eq!(err.reason, "schedule");
    assert!(err.message.contains(first["code"].as_str().unwrap()), "{}", err.message);
    propose(&s, &s.op, id, 96_00, NOW + 3 * DAY, None);
}

#[test]
fn a_scheduled_price_becomes_due_is_done_and_goes_back_at_its_end() {
    let s = setup();
    let id = s.live();
    let change = propose(&s, &s.op, id, 92_00, NOW + DAY, Some(NOW + 3 * DAY));
    s.shop.days_pass(1);
    s.shop.ok(&s.op, "prices.advance", json!({}));
    let waiting = s.shop.ok(&s.op, "sync.list", json!({ "tab": "open" }));
    let rows = waiting["rows"].as_array().unwrap();
    assert_eq!((rows.len(), &rows[0]["new"]), (2, &json!("92.00")));
    // One SKU ticked off confirms the whole change: it is one price on the platform's page.
    s.shop.ok(&s.op, "sync.mark_done", json!({ "ids": [rows[0]["id"]] }));
    assert_eq!(s.get(id)["price"]["amount"], 92_00);
    let held =
        s.shop.refused(&s.op, "listings.set_price", json!({ "id": id, "price": yuan(93_00) }));
    assert_eq!(held.reason, "schedule");
    s.shop.days_pass(2);
    s.shop.ok(&s.op, "prices.advance", json!({}));
    assert_eq!(act_price(&s, &s.op, &change["id"], "confirm_restored"), "restored");
    let it = s.get(id);
    assert_eq!((&it["price"]["amount"], &it["waiting"]), (&json!(100_00), &json!([])));
    assert_eq!(it["history"][0]["source"], "restore");
}

#[test]
fn a_bulk_edit_says_first_what_it_would_do_keeps_blanks_and_can_be_undone_whole() {
    let s = setup();
    let id = s.live();
    let other = add_product(&s.shop, "PD-2", "腰带", &["B1"]);
    let made = s.shop.ok(
        &s.op,
        "listings.create",
        json!({ "product_id": other, "shop_ids": [s.taobao], "price": yuan(80_00) }),
    );
    let belt = made[0].as_i64().unwrap();
    let schedule = propose(&s, &s.op, id, 98_00, NOW + DAY, Some(NOW + 2 * DAY));
    let rows = json!([
        { "id": id, "price": "９５", "qty": "", "title": " " },
        { "id": belt, "qty": "1,200", "category": "服饰配件/腰带" },
        { "id": belt, "price": "12.345" },
    ]);
    let before = (s.get(id), s.get(belt));
    let dry = s.shop.ok(&s.op, "listings.bulk_edit", json!({ "rows": rows, "dry_run": true }));
    assert_eq!(dry["batch"], Json::Null);
    assert_eq!((&dry["ok"], dry["failed"].as_array().unwrap().len()), (&json!([id, belt]), 1));
    assert_eq!((s.get(id), s.get(belt)), before);
    let done = s.shop.ok(&s.op, "listings.bulk_edit", json!({ "rows": rows }));
    let (dress, leather) = (s.get(id), s.get(belt));
    assert_eq!((&dress["price"]["amount"], &dress["title"]), (&json!(95_00), &before.0["title"]));
    assert_eq!((&leather["qty"], &leather["price"]["amount"]), (&json!(1200), &json!(80_00)));
    assert_eq!(dress["changes"][0]["code"], schedule["code"]);
    s.shop.ok(&s.op, "batches.undo", json!({ "batch": done["batch"] }));
    let (dress, leather) = (s.get(id), s.get(belt));
    assert_eq!((&dress["price"]["amount"], &dress["waiting"]), (&json!(100_00), &json!([])));
    assert_eq!((&leather["qty"], &leather["category"]), (&json!(0), &json!("")));
}

#[test]
fn the_overseas_post_cannot_touch_domestic_listings_nor_the_other_way_round() {
    let s = setup();
    let id = s.live();
    let overseas = s.shop.person("ov", &["overseas"]);
    let err =
        s.shop.refused(&overseas, "listings.set_price", json!({ "id": id, "price": yuan(99_00) }));
    assert_eq!(err.code, Code::Forbidden);
    let abroad = s.plan(s.amazon, &overseas);
    let version = s.get(abroad)["version"].clone();
    let err = s.shop.refused(
        &s.op,
        "listings.act",
        json!({ "id": abroad, "version": version, "action": "prepare" }),
    );
    assert_eq!(err.code, Code::Forbidden);
    // Customer service has no right to see overseas listings: to them there are none.
    let service = s.shop.person("cs", &["customer_service"]);
    let seen = s.shop.ok(&service, "listings.list", json!({}));
    assert_eq!(seen["rows"].as_array().unwrap().len(), 1);
    let hidden = s.shop.refused(&service, "listings.get", json!({ "id": abroad }));
    assert_eq!(hidden.code, Code::NotFound);
}

#[test]
fn the_copywriter_changes_words_and_nothing_else() {
    let s = setup();
    let id = s.live();
    let writer = s.shop.person("cw", &["copywriter"]);
    let version = s.get(id)["version"].clone();
    let save = |what: Json| {
        let mut args = json!({ "id": id, "version": version });
        args.as_object_mut().unwrap().extend(what.as_object().unwrap().clone());
        args
    };
    let err = s.shop.refused(&writer, "listings.update", save(json!({ "freight": "自提" })));
    assert_eq!(err.code, Code::Forbidden);
    s.shop.ok(&writer, "listings.update", save(json!({ "bullets": ["透气", "不透光"] })));
    assert_eq!(s.get(id)["bullets"], json!(["透气", "不透光"]));
}

#[test]
fn a_product_code_is_used_once_in_a_shop_and_a_violation_blocks_changes() {
    let s = setup();
    let id = s.live();
    let err = s.shop.refused(
        &s.op,
        "listings.create",
        json!({ "product_id": s.product, "shop_ids": [s.taobao] }),
    );
    assert_eq!(err.reason, "duplicate");
    let it = s.get(id);
    let err = s.shop.refused(
        &s.op,
        "listings.set_outer_ids",
        json!({ "id": id, "version": it["version"], "rows": [
            { "listing_sku_id": it["skus"][0]["id"], "outer_id": it["skus"][1]["outer_id"] } ] }),
    );
    assert_eq!(err.reason, "duplicate");
    s.act(id, "flag");
    let err =
        s.shop.refused(&s.op, "listings.set_price", json!({ "id": id, "price": yuan(99_00) }));
    assert_eq!(err.reason, "violation");
    s.act(id, "clear");
    s.shop.ok(&s.op, "listings.set_price", json!({ "id": id, "price": yuan(99_00) }));
}

#[test]
fn a_category_must_be_a_leaf_once_the_channels_categories_are_known() {
    let s = setup();
    let id = s.plan(s.taobao, &s.op);
    let channel = s.get(id)["channel_id"].clone();
    s.shop.ok(
        &s.op,
        "channels.put_categories",
        json!({ "channel_id": channel, "lines": ["女装>连衣裙", "女装>半身裙"] }),
    );
    let admin = s.shop.person("root", &["admin"]);
    let told = s.shop.ok(&admin, "audit.of", json!({ "entity": "channel", "id": channel }));
    let paths = told[0]["changes"].as_array().unwrap().iter().find(|c| c["label"] == "类目数");
    assert_eq!(paths.map(|c| (&c["old"], &c["new"])), Some((&json!(0), &json!(3))));
    let version = s.get(id)["version"].clone();
    let err = s.shop.refused(
        &s.op,
        "listings.update",
        json!({ "id": id, "version": version, "category": "女装" }),
    );
    assert!(err.message.contains("末级"), "{}", err.message);
    let args = json!({ "id": id, "version": version, "category": "女装 / 连衣裙" });
    s.shop.ok(&s.op, "listings.update", args);
}

#[test]
fn an_import_confirms_what_waits_and_reports_what_differs() {
    let s = setup();
    let id = s.live();
    s.shop.ok(&s.op, "listings.set_price", json!({ "id": id, "price": yuan(95_00) }));
    let skus = s.get(id)["skus"].clone();
    let agrees = |sku: &Json, value: &str| {
        let sku = sku["id"].as_i64();
        s.shop
            .shop
            .core()
            .write_unasked("test", |tx| confirm_from_platform(tx, id, sku, "price", value))
            .unwrap()
    };
    assert!(agrees(&skus[0], "95.00"));
    assert!(!agrees(&skus[1], "100.00"));
    assert_eq!(s.get(id)["waiting"].as_array().unwrap().len(), 1);
    let drift = s.shop.ok(&s.op, "sync.drift", json!({}));
    assert_eq!((&drift[0]["ours"], &drift[0]["theirs"]), (&json!("95.00"), &json!("100.00")));
}

#[test]
fn where_a_picture_is_used_is_known() {
    let s = setup();
    let id = s.live();
    let (used, there) = s
        .shop
        .shop
        .core()
        .read(&Caller::system(), |cx| {
            Ok((where_used(cx, "taobao.main-file")?, pictures_of(cx, id)?))
        })
        .unwrap();
    assert_eq!((used[0].listing_id, used[0].slot.as_str()), (id, "taobao.main"));
    assert!(there.iter().all(|p| p.asset_version_id == Some(9)));
}

#[test]
fn limits_are_data_and_a_senseless_one_is_refused() {
    let s = setup();
    let channel = s.shop.ok(&s.op, "channels.list", json!({}))[0].clone();
    let save =
        |n: i64| json!({ "id": channel["id"], "version": channel["version"], "title_max": n });
    assert_eq!(s.shop.refused(&s.op, "channels.update", save(0)).code, Code::Invalid);
    s.shop.ok(&s.op, "channels.update", save(128));
    let designer = s.shop.person("ds", &["designer"]);
    assert_eq!(s.shop.refused(&designer, "channels.update", save(60)).code, Code::Forbidden);
    let view = s.shop.ok(&s.op, "channels.get", json!({ "id": channel["id"] }));
    let slot = view["slots"][0].clone();
    let mut spec = slot["spec"].clone();
    spec["min_width"] = json!(900);
    spec["max_width"] = json!(800);
    let err = s.shop.refused(
        &s.op,
        "slots.update",
        json!({ "id": slot["id"], "version": slot["version"], "spec": spec }),
    );
    assert!(err.message.contains("最小尺寸"), "{}", err.message);
}

#[test]
fn a_longer_list_asks_no_more_questions() {
    let s = setup();
    let bring = |from: i64, to: i64| {
        for n in from..to {
            let (product, sku) = (format!("PX-{n}"), format!("X{n}"));
            let id = add_product(&s.shop, &product, "批量裙子", &[&sku]);
            s.shop
                .shop
                .core()
                .write_unasked("test", |tx| {
                    let sku_id =
                        tx.one("select id from sku where product_id = ?1", &[id.into()])?;
                    let channel_id =
                        tx.one("select channel_id from shop where id = ?1", &[s.taobao.into()])?;
                    let mut bulk = super::Bulk::new();
                    let row = NewListing {
                        product_id: id,
                        shop_id: s.taobao,
                        channel_id,
                        item_id: n.to_string(),
                        title: "批量裙子".to_owned(),
                        category: String::new(),
                        state: "live".to_owned(),
                        price: 100,
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
                    let skus = [NewSku { sku_id, outer_id: Some(sku.clone()), price: 100, qty: 1 }];
                    bulk.add(tx, &row, &skus, (&product, "批量裙子"))?;
                    bulk.done(tx);
                    Ok(())
                })
                .unwrap();
        }
    };
    let statements = || s.shop.shop.core().store().statements();
    let asked = |q: Option<&str>| {
        let before = statements();
        let page = s.shop.ok(&s.op, "listings.list", json!({ "q": q, "limit": 100 }));
        (statements() - before, page["rows"].as_array().unwrap().len())
    };
    bring(0, 2);
    let (few, rows) = asked(None);
    assert_eq!(rows, 2);
    bring(2, 20);
    assert_eq!(asked(None), (few, 20));
    assert_eq!(asked(Some("批量")).1, 20);
    assert_eq!(asked(Some("x7")).1, 1);
}
