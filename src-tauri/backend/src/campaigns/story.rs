//! A campaign's whole life in the users' words, through the door, and the wrong person at each turn.

use serde_json::{Value as Json, json};
use shopdesk_pictures::{Bitmap, thumbs};

use super::tests::{Room, room};
use crate::kernel::rights::Caller;
use crate::kernel::{Code, Day};
use crate::products::{PRODUCT, SKU};

fn yuan(fen: i64) -> Json {
    json!({ "amount": fen, "currency": "CNY" })
}

/// A plain picture of this size.
fn picture(side: u32) -> Vec<u8> {
    let data = (0..side * side).flat_map(|n| (n * 7 % 251).to_le_bytes()[..3].to_vec()).collect();
    let bitmap = Bitmap { width: side, height: side, alpha: false, data };
    thumbs::make(&bitmap, &[side]).remove(0).bytes
}

impl Room {
    /// A dress of ¥60 cost on sale for ¥100 in a Taobao shop.
    fn dress(&self) -> i64 {
        let product = self.shop.shop.core().write_unasked("test", |tx| {
            let now = tx.now;
            let id = tx.insert(
                &PRODUCT,
                &json!({ "code": "PD-1", "title": "夏季法式连衣裙", "created_at": now, "updated_at": now }),
            )?;
            tx.insert(
                &SKU,
                &json!({ "product_id": id, "code": "D1-S", "label": "S", "cost": 60_00,
                         "created_at": now, "updated_at": now }),
            )?;
            Ok(id)
        });
        let product = product.unwrap();
        let shop = self.shop.count("select id from shop");
        let made = self.shop.ok(
            &self.boss,
            "listings.create",
            json!({ "product_id": product, "shop_ids": [shop] }),
        );
        let price = json!({ "id": made[0], "price": yuan(100_00) });
        self.shop.ok(&self.boss, "listings.set_price", price);
        product
    }

    fn priced(&self, id: i64, product: i64, fen: i64, note: &str) -> Json {
        json!({ "id": id, "version": self.get(id)["version"],
                "products": [{ "product_id": product, "price": yuan(fen), "floor_note": note }] })
    }

    fn check(&self, id: i64, key: &str) -> Json {
        let seen = self.get(id);
        seen["checks"].as_array().unwrap().iter().find(|c| c["key"] == key).unwrap().clone()
    }

    fn tick(&self, id: i64, key: &str) -> Json {
        json!({ "id": id, "version": self.get(id)["version"], "key": key, "done": true, "note": "已到仓" })
    }

    fn update(&self, id: i64, mut change: Json) -> Json {
        change["id"] = json!(id);
        change["version"] = self.get(id)["version"].clone();
        change
    }

    /// The pack's first picture and first text are made and approved; the rest is not wanted.
    fn make_the_pack(&self, id: i64) {
        // The products came after the pack: each needs its marked picture.
        self.file_pack(id).unwrap();
        let designer = self.shop.person("limei", &["designer"]);
        let writer = self.shop.person("xuwen", &["copywriter"]);
        for piece in self.get(id)["pack"].as_array().unwrap() {
            let request = &piece["request_id"];
            match (piece["sort"].as_str().unwrap(), piece["item"].as_str().unwrap()) {
                ("asset", "ad#1") => self.draw(&designer, request),
                ("copy", "theme#copy") => self.write(&writer, request),
                ("asset", _) => self.step("assets", &self.promo, request, "cancel"),
                (_, _) => self.step("copy", &self.promo, request, "cancel"),
            }
        }
    }

    /// A campaign that has passed its gate, from 2026-12-10 to 2026-12-12.
    fn ready(&self) -> i64 {
        let product = self.dress();
        let id = self.approved();
        self.file_pack(id).unwrap();
        self.act(&self.promo, id, "prepare");
        let args = self.priced(id, product, 79_00, "");
        self.shop.ok(&self.promo, "campaigns.set_products", args);
        self.make_the_pack(id);
        self.act(&self.boss, id, "gate");
        id
    }

    fn step(&self, desk: &str, who: &Caller, id: &Json, action: &str) {
        let now = self.shop.ok(&self.boss, &format!("{desk}.get"), json!({ "id": id }));
        let mut args =
            json!({ "id": id, "version": now["version"], "action": action, "reason": "这次不用" });
        if desk == "assets" && action == "approve" {
            args["ticks"] = now["ticks"].clone();
        }
        self.shop.ok(who, &format!("{desk}.act"), args);
    }

    fn draw(&self, designer: &Caller, id: &Json) {
        self.begin(designer, id);
        self.drop_picture(designer, id, 800);
        self.step("assets", designer, id, "submit_version");
        self.step("assets", &self.promo, id, "approve");
    }

    /// The request is given to a designer.
    pub fn begin(&self, designer: &Caller, id: &Json) {
        let now = self.shop.ok(&self.boss, "assets.get", json!({ "id": id }));
        let due = self.shop.today().plus(2);
        self.shop.ok(
            &self.boss,
            "assets.schedule",
            json!({ "id": id, "version": now["version"], "assignee": designer.staff, "due": due,
                    "est_h": 2.0, "difficulty": 2 }),
        );
    }

    /// A square picture is put to the request.
    pub fn drop_picture(&self, designer: &Caller, id: &Json, side: u32) -> Json {
        let file = self.shop.shop.core().put_bytes(designer, "一稿.jpg", &picture(side)).unwrap();
        self.shop.ok(
            designer,
            "assets.add_version",
            json!({ "request": id, "file": file.hash, "name": "一稿.jpg" }),
        )
    }

    fn write(&self, writer: &Caller, id: &Json) {
        let now = self.shop.ok(&self.boss, "copy.get", json!({ "id": id }));
        let body = "双12 暖冬节：满 300 减 40，全店包邮，七天无理由";
        self.shop.ok(
            writer,
            "copy.add_version",
            json!({ "id": id, "version": now["version"], "body": body }),
        );
        self.step("copy", writer, id, "submit");
        self.step("copy", &self.promo, id, "approve");
    }
}

#[test]
fn a_campaign_lives_its_whole_life_and_each_wrong_person_is_refused() {
    let room = room();
    let product = room.dress();
    let id = room.plan(20_000_01);
    let service = room.shop.person("cs", &["customer_service"]);

    // Who approves: the budget is one 分 over the supervisor's limit.
    let seen = room.get(id);
    assert_eq!(
        (&seen["approval"]["over"], &seen["approval"]["by"]),
        (&json!(true), &json!("director"))
    );
    assert_eq!(room.refused(&service, id, "submit").code, Code::Forbidden);
    room.act(&room.promo, id, "submit");
    assert_eq!(room.refused(&room.promo, id, "approve").code, Code::Forbidden);
    assert!(room.refused(&room.boss, id, "approve").message.contains("审批上限"));
    room.act(&room.director, id, "approve");

    // The plan is turned into work; the pack is filed once, and a wrong person files nothing.
    let args = json!({ "id": id, "version": room.get(id)["version"] });
    assert_eq!(room.shop.refused(&service, "campaigns.file_pack", args).code, Code::Forbidden);
    assert_eq!(room.shop.count("select count(*) from campaign_pack"), 0);
    room.file_pack(id).unwrap();
    assert_eq!(room.shop.count("select count(*) from campaign_pack"), 14);
    room.act(&room.promo, id, "prepare");

    // The gate is red, says why and what to do, and opens for nobody.
    assert_eq!(room.check(id, "price")["state"], "fail");
    assert!(room.check(id, "assets")["detail"].as_str().unwrap().contains("10 条素材需求，0 条"));
    assert!(room.check(id, "copy")["todo"].as_str().unwrap().contains("催文案"));
    assert_eq!(room.refused(&room.promo, id, "gate").code, Code::Forbidden);
    assert_eq!(room.refused(&room.boss, id, "gate").reason, "guard");

    // Prices, pictures and words come in; what the shop cannot know is answered for by name.
    let args = room.priced(id, product, 79_00, "");
    room.shop.ok(&room.promo, "campaigns.set_products", args);
    room.make_the_pack(id);
    for key in ["price", "assets", "copy"] {
        assert_eq!(room.check(id, key)["state"], "pass", "{key}: {}", room.check(id, key));
    }
    let mut unsaid = room.args(id, "gate");
    unsaid["confirmed"] = json!([]);
    let err = room.shop.refused(&room.boss, "campaigns.act", unsaid.clone());
    assert!(err.message.contains("备货、客服排班"), "{}", err.message);
    let err = room.shop.refused(&room.promo, "campaigns.tick", room.tick(id, "stock"));
    assert!(err.message.contains("产品跟单"), "{}", err.message);
    let stocker = room.shop.person("stock", &["merchandiser"]);
    room.shop.ok(&stocker, "campaigns.tick", room.tick(id, "stock"));
    assert_eq!(
        room.shop.refused(&stocker, "campaigns.tick", room.tick(id, "roster")).code,
        Code::Forbidden
    );
    let mall = room.shop.person("mall", &["mall_manager"]);
    room.shop.ok(&mall, "campaigns.tick", room.tick(id, "roster"));
    let stock = room.check(id, "stock");
    assert_eq!((&stock["by"], &stock["state"]), (&json!("stock"), &json!("pass")));
    unsaid["version"] = room.get(id)["version"].clone();
    room.shop.ok(&room.boss, "campaigns.act", unsaid);
    assert_eq!(room.get(id)["gate"].as_array().unwrap().len(), 6);

    // It does not start before its day, and runs to its end.
    assert!(room.refused(&room.promo, id, "start").message.contains("2026-12-10 才开始"));
    room.shop.days_pass(17);
    room.act(&room.promo, id, "start");
    assert_eq!(room.refused(&service, id, "end").code, Code::Forbidden);
    room.act(&room.promo, id, "end");
    room.act(&room.promo, id, "begin_review");

    // A review without what to do better is no review.
    assert!(room.refused(&room.promo, id, "close").message.contains("还没有写复盘"));
    room.shop.ok(
        &room.promo,
        "campaigns.update",
        room.update(id, json!({ "review": "成交 32 万，超目标 7%" })),
    );
    assert!(room.refused(&room.promo, id, "close").message.contains("改进措施"));
    let better = json!({ "improvements": [
        { "text": "首焦提前到 T-7 定稿", "owner_post": "designer", "due": "2027-01-31" }] });
    room.shop.ok(&room.promo, "campaigns.update", room.update(id, better));
    room.act(&room.promo, id, "close");
    assert_eq!(room.get(id)["state"], "closed");

    // The improvement is on the designer's desk until it is ticked, and nobody else ticks it.
    let designer = room.shop.again(&room.shop.person("zhouran", &["designer"]));
    let desk = room.shop.ok(&designer, "desk.today", json!({}));
    assert!(desk["cards"].as_array().unwrap().iter().any(|c| c["key"] == "improvements"), "{desk}");
    let one = json!({ "id": room.get(id)["improvements"][0]["id"], "done": true });
    assert_eq!(
        room.shop.refused(&service, "campaigns.finish_improvement", one.clone()).code,
        Code::Forbidden
    );
    room.shop.ok(&designer, "campaigns.finish_improvement", one);

    // The next campaign of the kind is shown what this one left, and how far that got.
    let next = room.shop.ok(
        &room.promo,
        "campaigns.create",
        json!({ "title": "明年双12", "kind": "double12", "starts": "2027-12-10", "ends": "2027-12-12" }),
    );
    let lessons = room.get(next["id"].as_i64().unwrap())["lessons"].clone();
    assert_eq!(lessons["improvements"][0]["done_by"], "zhouran", "{lessons}");

    // Who did all this is in the trail.
    let trail = room.shop.ok(&room.boss, "audit.of", json!({ "entity": "campaign", "id": id }));
    assert!(trail.as_array().unwrap().len() > 10);
}

#[test]
fn a_price_below_the_floor_needs_a_supervisors_word_and_leaves_no_trace_without_it() {
    let room = room();
    let product = room.dress();
    let id = room.plan(5_000_00);
    let low = room.priced(id, product, 65_00, "");
    let err = room.shop.refused(&room.boss, "campaigns.set_products", low.clone());
    assert_eq!(err.reason, "below_floor");
    for part in ["PD-1", "¥65.00", "¥66.00", "成本 ¥60.00 × (1 + 10%)", "还差 ¥1.00"] {
        assert!(err.message.contains(part), "{part}: {}", err.message);
    }
    // A planner's word is not enough.
    let own = room.priced(id, product, 65_00, "清库存");
    assert_eq!(
        room.shop.refused(&room.promo, "campaigns.set_products", own.clone()).reason,
        "below_floor"
    );
    assert_eq!(room.shop.count("select count(*) from campaign_product"), 0);
    assert_eq!(room.get(id)["version"], low["version"]);

    room.shop.ok(&room.boss, "campaigns.set_products", own);
    let item = room.get(id)["products"][0].clone();
    assert_eq!((&item["below"], &item["floor"]), (&json!(true), &yuan(66_00)));
    assert_eq!(item["normal"], yuan(100_00));
    assert_eq!(item["offers"][0]["shop"], "taobao一店");
    // What the supervisor wrote stays when somebody else saves the list again, and not otherwise.
    let same = room.priced(id, product, 65_00, "清库存");
    room.shop.ok(&room.promo, "campaigns.set_products", same);
    let lower = room.priced(id, product, 64_00, "清库存");
    assert_eq!(
        room.shop.refused(&room.promo, "campaigns.set_products", lower).reason,
        "below_floor"
    );
    // Who may not see costs is not told them.
    let designer = room.shop.person("limei", &["designer"]);
    let seen = room.shop.ok(&designer, "campaigns.get", json!({ "id": id }));
    assert_eq!(
        (&seen["products"][0]["floor"], &seen["products"][0]["how"]),
        (&json!("***"), &json!("***"))
    );
}

#[test]
fn a_price_abroad_without_a_rate_is_told_and_holds_the_gate() {
    let room = room();
    let product = room.dress();
    let amazon = room.shop.store("amazon");
    room.shop.ok(
        &room.boss,
        "listings.create",
        json!({ "product_id": product, "shop_ids": [amazon] }),
    );
    let id = room.plan(5_000_00);
    let wider = room.update(id, json!({ "shops": [1, amazon] }));
    room.shop.ok(&room.promo, "campaigns.update", wider);
    let fair = room.priced(id, product, 79_00, "");
    let err = room.shop.refused(&room.promo, "campaigns.set_products", fair.clone());
    assert_eq!(err.reason, "no_rate");
    assert!(err.message.contains("Amazon") && err.message.contains("汇率"), "{}", err.message);

    // The supervisor's word stands for it; the page goes on telling.
    let vouched = room.priced(id, product, 79_00, "美元价按 7 算过");
    room.shop.ok(&room.boss, "campaigns.set_products", vouched);
    assert_eq!(room.get(id)["products"][0]["no_rate"], json!(["Amazon"]));

    // With a rate there is nothing to vouch for.
    let channel = room.shop.count("select id from channel where code = 'amazon'");
    let version = room.shop.count("select version from channel where code = 'amazon'");
    let rate = json!({ "id": channel, "version": version, "fx_micro": 7_000_000 });
    room.shop.ok(&room.boss, "channels.update", rate);
    room.shop.ok(&room.promo, "campaigns.set_products", room.priced(id, product, 79_00, ""));
    assert_eq!(room.get(id)["products"][0]["no_rate"], json!([]));
}

#[test]
fn a_price_that_loses_its_rate_holds_the_gate() {
    let room = room();
    let product = room.dress();
    let id = room.plan(5_000_00);
    room.shop.ok(&room.promo, "campaigns.set_products", room.priced(id, product, 79_00, ""));
    assert_eq!(room.check(id, "price")["state"], "pass");
    let amazon = room.shop.store("amazon");
    room.shop.ok(
        &room.boss,
        "listings.create",
        json!({ "product_id": product, "shop_ids": [amazon] }),
    );
    let wider = room.update(id, json!({ "shops": [1, amazon] }));
    room.shop.ok(&room.promo, "campaigns.update", wider);
    let check = room.check(id, "price");
    assert_eq!(check["state"], "fail");
    assert!(check["detail"].as_str().unwrap().contains("1 个缺汇率、无法核对底价"), "{check}");
}

#[test]
fn a_milestone_is_moved_by_its_day_and_not_once_it_is_done() {
    let room = room();
    let id = room.plan(5_000_00);
    let mark = room.get(id)["milestones"][0]["id"].clone();
    let to = |day: &str| json!({ "id": mark, "due": day });
    let designer = room.shop.person("limei", &["designer"]);
    assert_eq!(
        room.shop.refused(&designer, "campaigns.move_milestone", to("2026-12-01")).code,
        Code::Forbidden
    );
    room.shop.ok(&room.promo, "campaigns.move_milestone", to("2026-12-01"));
    let marks = room.get(id)["milestones"].clone();
    let moved = marks.as_array().unwrap().iter().find(|m| m["id"] == mark).unwrap();
    assert_eq!((&moved["due"], &moved["offset_days"]), (&json!("2026-12-01"), &json!(9)));
    let err = room.shop.refused(&room.promo, "campaigns.move_milestone", to("2027-12-01"));
    assert_eq!(err.field.as_deref(), Some("due"));
    // Its post says how far it is, another post does not; it is late, and everybody sees it.
    let note = json!({ "id": mark, "note": "选品已定，等打样" });
    assert_eq!(
        room.shop.refused(&designer, "campaigns.note_milestone", note.clone()).code,
        Code::Forbidden
    );
    room.shop.ok(&room.promo, "campaigns.note_milestone", note);
    room.act(&room.promo, id, "submit");
    room.act(&room.boss, id, "approve");
    room.shop.days_pass(9);
    let days = json!({ "from": "2027-03-01", "to": "2027-03-31" });
    let seen = room.shop.ok(&designer, "campaigns.calendar", days);
    let late = seen["late"].as_array().unwrap().iter().find(|m| m["id"] == mark).unwrap();
    assert_eq!(late["note"], "选品已定，等打样");
    let done = json!({ "id": mark, "done": true });
    room.shop.ok(&room.promo, "campaigns.finish_milestone", done);
    assert_eq!(
        room.shop.refused(&room.promo, "campaigns.move_milestone", to("2026-12-02")).reason,
        "done"
    );
}

#[test]
fn a_ready_campaign_that_is_reopened_asks_again_and_a_stopped_one_says_why() {
    let room = room();
    let id = room.ready();
    assert_eq!(room.check(id, "roster")["by"], "boss");
    room.act(&room.boss, id, "reopen");
    assert_eq!(room.check(id, "roster")["state"], "confirm");
    let mut mute = room.args(id, "abort");
    mute["reason"] = json!(" ");
    assert_eq!(
        room.shop.refused(&room.boss, "campaigns.act", mute).field.as_deref(),
        Some("reason")
    );
    assert_eq!(room.refused(&room.promo, id, "abort").code, Code::Forbidden);
    room.act(&room.boss, id, "abort");
    assert_eq!(room.refused(&room.promo, id, "submit").reason, "wrong_state");
    let trail = room.shop.ok(&room.boss, "audit.of", json!({ "entity": "campaign", "id": id }));
    assert!(trail.as_array().unwrap().iter().any(|t| t["reason"] == "如题"));
}

#[test]
fn the_supervisor_opens_a_stopped_campaign_again_within_thirty_days() {
    let room = room();
    let id = room.approved();
    room.act(&room.boss, id, "abort");
    assert_eq!(room.refused(&room.promo, id, "reopen").code, Code::Forbidden);
    room.act(&room.boss, id, "reopen");
    // It is a plan again: what was approved then is approved anew.
    let seen = room.get(id);
    assert_eq!((&seen["state"], &seen["approver"]), (&json!("proposal"), &Json::Null));
    room.act(&room.boss, id, "abort");
    room.shop.days_pass(31);
    let err = room.refused(&room.shop.again(&room.boss), id, "reopen");
    assert!(err.message.contains("30 天"), "{}", err.message);
}

#[test]
fn a_ready_campaign_begins_on_its_first_day_and_ends_after_its_last_by_itself() {
    let room = room();
    let id = room.ready();
    let ticked = || room.shop.shop.tick().unwrap().campaigns;
    let until = |day: &str| {
        let day: Day = day.parse().unwrap();
        room.shop.days_pass(room.shop.today().until(day));
    };
    until("2026-12-09");
    assert_eq!((ticked(), room.get(id)["state"].clone()), (0, json!("ready")));
    until("2026-12-10");
    assert_eq!((ticked(), room.get(id)["state"].clone()), (1, json!("running")));
    until("2026-12-12");
    assert_eq!((ticked(), room.get(id)["state"].clone()), (0, json!("running")));
    until("2026-12-13");
    assert_eq!((ticked(), room.get(id)["state"].clone()), (1, json!("ended")));
    assert_eq!(ticked(), 0);
    let boss = room.shop.again(&room.boss);
    let trail = room.shop.ok(&boss, "audit.of", json!({ "entity": "campaign", "id": id }));
    assert!(
        trail.as_array().unwrap().iter().any(|t| t["reason"] == "结束日期已过，自动结束"),
        "{trail}"
    );
}

#[test]
fn a_campaign_that_went_by_while_the_shop_was_shut_has_begun_and_ended() {
    let room = room();
    let id = room.ready();
    room.shop.days_pass(60);
    assert_eq!(room.shop.shop.tick().unwrap().campaigns, 2);
    assert_eq!(room.get(id)["state"], "ended");
}

#[test]
fn a_right_to_approve_that_was_lent_reaches_no_further_than_the_supervisors() {
    let room = room();
    let id = room.plan(20_000_01);
    room.act(&room.promo, id, "submit");
    let op = room.shop.person("op", &["ops_specialist"]);
    let admin = room.shop.person("guanli", &["admin"]);
    room.shop.ok(
        &admin,
        "grants.add",
        json!({ "staff_id": op.staff, "module": "campaigns", "cell": "A", "until": "2026-12-31", "reason": "主管休假" }),
    );
    let op = room.shop.again(&op);
    assert!(room.refused(&op, id, "approve").message.contains("审批上限"));
}
