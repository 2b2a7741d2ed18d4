//! The asset queue, in the users' words, through the door.

mod files;
mod put;

use serde_json::{Value as Json, json};
use shopdesk_pictures::{Bitmap, thumbs};

use super::AssetKind;
use crate::kernel::rights::Caller;
use crate::kernel::{Code, Error};
use crate::testkit::TestShop;

/// A picture of coloured blocks, another one for each seed, as a JPEG of this size.
fn picture(seed: u64, width: u32, height: u32) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut dice = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let cells: Vec<[u8; 3]> =
        (0..49).map(|_| dice().to_le_bytes()[2..5].try_into().unwrap()).collect();
    let mut data = Vec::with_capacity((width * height * 3) as usize);
    for y in 0..height {
        for x in 0..width {
            let cell = (y * 7 / height) * 7 + x * 7 / width;
            data.extend(cells[cell as usize]);
        }
    }
    let bitmap = Bitmap { width, height, alpha: false, data };
    thumbs::make(&bitmap, &[width.max(height)]).remove(0).bytes
}

/// A brief that answers what is asked for this kind.
fn brief(kind: &str) -> String {
    let kind: AssetKind = serde_json::from_value(kind.into()).unwrap();
    super::sample_brief(super::questions(kind))
}

struct Room {
    shop: TestShop,
    boss: Caller,
    planner: Caller,
    service: Caller,
    designer: Caller,
}

impl Room {
    fn new() -> Self {
        let shop = TestShop::new();
        Self {
            boss: shop.person("王主管", &["ops_supervisor"]),
            planner: shop.person("陈策划", &["product_planner"]),
            service: shop.person("赵客服", &["customer_service"]),
            designer: shop.person("李美工", &["designer"]),
            shop,
        }
    }

    /// A stored file.
    fn file(&self, name: &str, bytes: &[u8]) -> String {
        self.shop.shop.core().put_bytes(&self.designer, name, bytes).unwrap().hash
    }

    fn psd(&self) -> String {
        // A Photoshop header: one pixel, RGB, 8 bits.
        let mut bytes = b"8BPS\0\x01\0\0\0\0\0\0\0\x03".to_vec();
        bytes.extend([0, 0, 0, 1, 0, 0, 0, 1, 0, 8, 0, 3]);
        bytes.extend([0; 12]);
        bytes.extend([0, 0, 1, 2, 3]);
        self.file("源.psd", &bytes)
    }

    /// A request of this kind, handed in by the customer service.
    fn request(&self, kind: &str, title: &str) -> Json {
        let due = self.shop.today().plus(3);
        self.shop.ok(
            &self.service,
            "assets.create",
            json!({
                "kind": kind, "title": title, "brief_md": brief(kind),
                "due": due, "slot": "taobao.main", "submit": true
            }),
        )
    }

    fn schedule(&self, asset: &Json) -> Json {
        self.shop.ok(
            &self.planner,
            "assets.schedule",
            json!({
                "id": asset["id"], "version": asset["version"], "assignee": self.designer.staff,
                "due": self.shop.today().plus(2), "est_h": 3.5, "difficulty": 3
            }),
        )
    }

    fn act(&self, who: &Caller, id: &Json, more: Json) -> Json {
        self.shop.ok(who, "assets.act", self.step(id, more))
    }

    fn act_refused(&self, who: &Caller, id: &Json, more: Json) -> Error {
        self.shop.refused(who, "assets.act", self.step(id, more))
    }

    fn step(&self, id: &Json, mut more: Json) -> Json {
        let version = self.get(id)["version"].clone();
        let args = more.as_object_mut().unwrap();
        args.insert("id".into(), id.clone());
        args.entry("version").or_insert(version);
        more
    }

    fn get(&self, id: &Json) -> Json {
        self.shop.ok(&self.planner, "assets.get", json!({ "id": id }))
    }

    fn add(&self, id: &Json, name: &str, file: &str) -> Json {
        self.shop.ok(
            &self.designer,
            "assets.add_version",
            json!({ "request": id, "file": file, "name": name }),
        )
    }

    /// A request of the designer's with one good picture handed in.
    fn in_review(&self, kind: &str, seed: u64) -> Json {
        let asset = self.request(kind, "夏款连衣裙推广图");
        let id = asset["id"].clone();
        self.schedule(&asset);
        self.add(&id, "一稿.jpg", &self.file("一稿.jpg", &picture(seed, 800, 800)));
        self.act(&self.designer, &id, json!({ "action": "submit_version" }));
        id
    }
}

#[test]
fn a_request_lives_its_whole_life() {
    let room = Room::new();
    let asset = room.request("ad_creative", "夏款连衣裙推广图");
    assert_eq!(
        (asset["state"].as_str(), asset["no"].as_str()),
        (Some("queued"), Some("AR-20261123-001"))
    );
    let id = asset["id"].clone();
    let planned = room.schedule(&asset);
    assert_eq!(planned["assignee"]["name"], "李美工");
    let added = room.add(&id, "一稿.jpg", &room.file("一稿.jpg", &picture(1, 800, 800)));
    assert_eq!(added["state"], "doing", "放入第一个文件就开始了");
    assert_ne!(added["version"]["level"], "red", "{added}");
    let handed = room.act(&room.designer, &id, json!({ "action": "submit_version" }));
    assert_eq!(handed["state"], "in_review");
    assert_eq!(handed["submitter"]["name"], "李美工");
    assert!(handed["first_submitted_at"].is_i64());
    let approved = room.act(&room.service, &id, json!({ "action": "approve" }));
    assert_eq!(approved["state"], "approved");
    let err = room.act_refused(&room.designer, &id, json!({ "action": "deliver" }));
    assert_eq!(err.reason, "no_source");
    room.add(&id, "源.psd", &room.psd());
    let delivered = room.act(&room.designer, &id, json!({ "action": "deliver" }));
    assert_eq!(delivered["state"], "delivered");
    let err = room.act_refused(&room.designer, &id, json!({ "action": "mark_live" }));
    assert_eq!(err.field.as_deref(), Some("where"));
    let to = room.shop.today().plus(5);
    let live = room.act(
        &room.designer,
        &id,
        json!({ "action": "mark_live", "where": "天猫旗舰店 直通车", "live_to": to }),
    );
    assert_eq!(live["state"], "live");
    assert_eq!(live["where_used"][0]["place"], "天猫旗舰店 直通车");
    let sweep = || room.shop.shop.core().write_unasked("test", super::expire).unwrap();
    room.shop.days_pass(5);
    assert!(sweep().is_empty(), "最后一天还在线");
    room.shop.days_pass(1);
    assert_eq!(sweep().len(), 1);
    assert_eq!(room.get(&id)["state"], "expired");
    let events = room.shop.count("select count(*) from audit_event");
    assert!(sweep().is_empty(), "再扫一遍什么也不做");
    assert_eq!(room.shop.count("select count(*) from audit_event"), events);
    assert_eq!(room.act(&room.planner, &id, json!({ "action": "archive" }))["state"], "archived");
}

#[test]
fn a_brief_that_lacks_something_is_not_handed_in_and_nothing_is_kept() {
    let room = Room::new();
    let err = room.shop.refused(
        &room.service,
        "assets.create",
        json!({ "kind": "main_image", "title": "主图", "brief_md": "好看", "submit": true }),
    );
    assert!(err.message.contains("商品") && err.message.contains("希望完成日"), "{}", err.message);
    assert_eq!(room.shop.count("select count(*) from asset_request"), 0);
}

#[test]
fn the_blank_questions_of_the_form_are_no_brief_and_what_is_open_is_named() {
    let room = Room::new();
    let blank: Vec<String> =
        super::questions(AssetKind::AdCreative).iter().map(|(zh, _)| format!("{zh}：")).collect();
    let blank = blank.join("\n");
    let ask = |brief: &str| {
        json!({ "kind": "ad_creative", "title": "推广图", "brief_md": brief, "slot": "taobao.main",
                "due": room.shop.today().plus(3), "submit": true })
    };
    let err = room.shop.refused(&room.service, "assets.create", ask(&blank));
    for question in ["投放位置", "人群", "卖点/文案", "要几个版本"] {
        assert!(err.message.contains(question), "{question}: {}", err.message);
    }
    let half = blank.replace("人群：", "人群：老客户").replace("投放位置：", "投放位置：直通车");
    let err = room.shop.refused(&room.service, "assets.create", ask(&half));
    assert!(err.message.contains("卖点/文案、要几个版本"), "{}", err.message);
    assert!(!err.message.contains("人群"), "{}", err.message);
    assert_eq!(room.shop.count("select count(*) from asset_request"), 0);
    // As a draft it is kept, and the page says what is still open.
    let mut draft = ask(&half);
    draft["submit"] = json!(false);
    let kept = room.shop.ok(&room.service, "assets.create", draft);
    assert!(kept["missing"][0].as_str().unwrap().contains("要几个版本"), "{}", kept["missing"]);
    let args = json!({ "id": kept["id"], "version": kept["version"], "action": "submit" });
    let err = room.shop.refused(&room.service, "assets.act", args);
    assert!(err.message.contains("要几个版本"), "{}", err.message);
    // Once handed in, the answers stay.
    let asset = room.request("ad_creative", "推广图");
    let args = json!({ "id": asset["id"], "version": asset["version"], "brief_md": blank });
    let err = room.shop.refused(&room.service, "assets.update", args);
    assert_eq!(err.field.as_deref(), Some("brief_md"));
}

#[test]
fn a_picture_of_the_wrong_size_is_red_and_goes_nowhere_until_the_requester_lets_it_pass() {
    let room = Room::new();
    let asset = room.request("ad_creative", "推广图");
    let id = asset["id"].clone();
    room.schedule(&asset);
    let added = room.add(&id, "小图.jpg", &room.file("小图.jpg", &picture(3, 400, 300)));
    assert_eq!(added["version"]["level"], "red");
    let checks = added["version"]["checks"].as_array().unwrap();
    assert!(checks.iter().any(|c| c["rule"] == "ratio" && c["level"] == "red"));
    let err = room.act_refused(&room.designer, &id, json!({ "action": "submit_version" }));
    assert!(err.message.contains("红色") && err.message.contains("赵客服"), "{}", err.message);
    let version = &added["version"]["id"];
    let waive =
        |who: &Caller| (who.clone(), json!({ "version": version, "reason": "老客户指定这个尺寸" }));
    let (who, args) = waive(&room.designer);
    assert_eq!(room.shop.refused(&who, "assets.waive", args).code, Code::Forbidden);
    let err = room.shop.refused(
        &room.service,
        "assets.waive",
        json!({ "version": version, "reason": " " }),
    );
    assert_eq!(err.field.as_deref(), Some("reason"));
    let (who, args) = waive(&room.service);
    assert_eq!(room.shop.ok(&who, "assets.waive", args)["waived_by_name"], "赵客服");
    assert_eq!(
        room.act(&room.designer, &id, json!({ "action": "submit_version" }))["state"],
        "in_review"
    );
}

#[test]
fn the_same_file_in_another_request_is_named_and_so_is_a_similar_one() {
    let room = Room::new();
    let first = room.in_review("ad_creative", 5);
    let first_no = room.get(&first)["no"].as_str().unwrap().to_owned();
    let second = room.request("ad_creative", "另一张推广图");
    room.schedule(&second);
    let same =
        room.add(&second["id"], "又一张.jpg", &room.file("又一张.jpg", &picture(5, 800, 800)));
    let twin = &same["duplicates"][0];
    assert_eq!(
        (twin["exact"].as_bool(), twin["no"].as_str()),
        (Some(true), Some(first_no.as_str()))
    );
    assert_eq!(twin["message"], format!("与 {first_no} v1 相同"));
    let near = room.add(&second["id"], "缩小.jpg", &room.file("缩小.jpg", &picture(5, 720, 720)));
    let near = &near["duplicates"][0];
    assert_eq!(near["exact"], false);
    assert!(near["percent"].as_u64().unwrap() >= 90, "{near}");
    assert!(near["message"].as_str().unwrap().ends_with("% 相似"), "{near}");
    let other = room.add(&second["id"], "别的.jpg", &room.file("别的.jpg", &picture(77, 800, 800)));
    assert_eq!(other["duplicates"], json!([]));
    let err = room.shop.refused(
        &room.designer,
        "assets.add_version",
        json!({ "request": second["id"], "file": other["version"]["file"], "name": "别的.jpg" }),
    );
    assert_eq!(err.reason, "duplicate");
    let pair = json!({ "a": same["version"]["file"], "b": other["version"]["file"] });
    let compared = room.shop.ok(&room.planner, "assets.compare", pair);
    assert!(compared["percent"].as_u64().unwrap() < 90 && compared["same"] == false);
    let used = room.shop.ok(
        &room.planner,
        "assets.where_used",
        json!({ "file": same["version"]["file"] }),
    );
    assert_eq!(used.as_array().unwrap().len(), 2);
}

#[test]
fn who_submits_never_approves_and_a_designer_approves_nothing() {
    let room = Room::new();
    let id = room.in_review("ad_creative", 8);
    let err = room.act_refused(&room.designer, &id, json!({ "action": "approve" }));
    assert_eq!(err.code, Code::Forbidden);
    // The same person as planner and designer: asks, makes, and still may not approve.
    let both = room.shop.person("周双岗", &["designer", "product_planner"]);
    let asset = room.request("ad_creative", "双岗");
    room.shop.ok(
        &room.boss,
        "assets.schedule",
        json!({ "id": asset["id"], "version": asset["version"], "assignee": both.staff,
                "due": room.shop.today() }),
    );
    let file = room.file("稿.jpg", &picture(9, 800, 800));
    room.shop.ok(
        &both,
        "assets.add_version",
        json!({ "request": asset["id"], "file": file, "name": "稿.jpg" }),
    );
    room.act(&both, &asset["id"], json!({ "action": "submit_version" }));
    let err = room.act_refused(&both, &asset["id"], json!({ "action": "approve" }));
    assert_eq!(err.reason, "four_eyes");
}

#[test]
fn a_banner_needs_the_requester_and_then_the_planner() {
    let room = Room::new();
    let id = room.in_review("banner", 11);
    let err = room.act_refused(&room.planner, &id, json!({ "action": "approve" }));
    assert!(err.message.contains("赵客服"), "{}", err.message);
    let first = room.act(&room.service, &id, json!({ "action": "approve" }));
    assert_eq!(
        (first["state"].as_str(), first["approved_by_requester"].as_bool()),
        (Some("in_review"), Some(true))
    );
    // Card and page say whose word is there and since when.
    assert_eq!(first["first_approver"], "赵客服");
    let listed = room.shop.ok(&room.planner, "assets.list", json!({ "tab": "in_review" }));
    let card = &listed["rows"][0];
    assert_eq!(card["first_approver"], "赵客服");
    assert_eq!(card["first_approved_at"], first["first_approved_at"]);
    let err = room.act_refused(&room.service, &id, json!({ "action": "approve" }));
    assert!(err.message.contains("产品策划"), "{}", err.message);
    assert_eq!(room.act(&room.planner, &id, json!({ "action": "approve" }))["state"], "approved");
}

#[test]
fn a_change_of_mind_does_not_count_against_the_designer_and_too_many_retakes_are_seen() {
    let room = Room::new();
    let id = room.in_review("ad_creative", 20);
    let err = room.act_refused(&room.service, &id, json!({ "action": "retake", "reason": "改" }));
    assert_eq!(err.field.as_deref(), Some("class"));
    let err =
        room.act_refused(&room.service, &id, json!({ "action": "retake", "class": "below_par" }));
    assert_eq!(err.field.as_deref(), Some("reason"), "没有批注也没有文字");
    let back = room.act(
        &room.service,
        &id,
        json!({ "action": "retake", "class": "change", "reason": "换成蓝色款" }),
    );
    assert_eq!((back["retake_count"].as_i64(), back["fault_count"].as_i64()), (Some(1), Some(0)));
    let err = room.act_refused(&room.designer, &id, json!({ "action": "submit_version" }));
    assert!(err.message.contains("新版本"), "{}", err.message);
    for round in 0..4u64 {
        let name = format!("改{round}.jpg");
        room.add(&id, &name, &room.file(&name, &picture(21 + round, 800, 800)));
        room.act(&room.designer, &id, json!({ "action": "submit_version" }));
        let last = room.get(&id)["versions"][0]["id"].clone();
        room.shop.ok(
            &room.service,
            "pins.add",
            json!({ "version": last, "x_bp": 100, "y_bp": 200, "text": "袖口虚了" }),
        );
        room.act(&room.service, &id, json!({ "action": "retake", "class": "below_par" }));
    }
    let now = room.get(&id);
    assert_eq!((now["retake_count"].as_i64(), now["fault_count"].as_i64()), (Some(5), Some(4)));
    assert_eq!(now["over_retakes"], true);
    let first = now["first_submitted_at"].clone();
    assert!(first.is_i64(), "首次交稿的时间不随返工改变");
    let counts = room.shop.ok(&room.boss, "assets.counts", json!({}));
    assert_eq!(counts["tabs"]["over_retakes"], 1);
}

#[test]
fn pins_are_dealt_with_one_by_one_and_only_ones_own_are_reworded() {
    let room = Room::new();
    let id = room.in_review("ad_creative", 30);
    let version = room.get(&id)["versions"][0]["id"].clone();
    let bad = json!({ "version": version, "x_bp": 9000, "y_bp": 0, "w_bp": 2000, "h_bp": 10, "text": "出界" });
    assert_eq!(room.shop.refused(&room.service, "pins.add", bad).code, Code::Invalid);
    let pin = room.shop.ok(
        &room.service,
        "pins.add",
        json!({ "version": version, "x_bp": 5000, "y_bp": 5000, "text": "领口有褶" }),
    );
    let err = room.shop.refused(
        &room.planner,
        "pins.update",
        json!({ "id": pin, "version": 1, "text": "别人的话" }),
    );
    assert_eq!(err.code, Code::Forbidden);
    let stranger = room.shop.person("孙文案", &["copywriter"]);
    let done = json!({ "id": pin, "version": 1, "state": "done" });
    assert_eq!(room.shop.refused(&stranger, "pins.resolve", done.clone()).code, Code::Forbidden);
    let err = room.shop.refused(
        &room.designer,
        "pins.resolve",
        json!({ "id": pin, "version": 1, "state": "wont" }),
    );
    assert_eq!(err.field.as_deref(), Some("reason"));
    room.shop.ok(&room.designer, "pins.resolve", done.clone());
    assert_eq!(
        room.shop
            .refused(
                &room.service,
                "pins.update",
                json!({ "id": pin, "version": 1, "text": "晚了一步" })
            )
            .reason,
        "stale"
    );
    let seen = room.get(&id);
    assert_eq!(
        (seen["pins"][0]["state"].as_str(), seen["pins"][0]["done_in_version"].as_i64()),
        (Some("done"), Some(1))
    );
}

#[test]
fn a_remark_is_talked_over_and_the_talk_stays_with_it() {
    let room = Room::new();
    let id = room.in_review("ad_creative", 31);
    let version = room.get(&id)["versions"][0]["id"].clone();
    let area = json!({ "version": version, "x_bp": 1000, "y_bp": 2000, "w_bp": 3000, "h_bp": 500,
                       "text": "这一行字换成品牌红" });
    let pin = room.shop.ok(&room.service, "pins.add", area);
    let say = |who: &Caller, text: &str| {
        room.shop.shop.ask(who, "pins.reply", json!({ "id": pin, "text": text }))
    };
    say(&room.designer, "品牌红是 #C8102E 吗？").unwrap();
    say(&room.service, "对").unwrap();
    let empty = say(&room.designer, "  ").unwrap_err();
    assert_eq!(empty.field.as_deref(), Some("text"));
    room.shop.ok(
        &room.designer,
        "pins.resolve",
        json!({ "id": pin, "version": 1, "state": "done", "reason": "已换" }),
    );
    // The next version has its own remarks; the talk of the first stays where it was.
    room.act(
        &room.service,
        &id,
        json!({ "action": "retake", "class": "below_par", "reason": "见批注" }),
    );
    room.add(&id, "二稿.jpg", &room.file("二稿.jpg", &picture(32, 800, 800)));
    let seen = room.get(&id);
    let thread = seen["pins"][0]["replies"].as_array().unwrap();
    let said: Vec<(&str, &str)> = thread
        .iter()
        .map(|r| (r["author_name"].as_str().unwrap(), r["text"].as_str().unwrap()))
        .collect();
    assert_eq!(said, [("李美工", "品牌红是 #C8102E 吗？"), ("赵客服", "对")]);
    assert_eq!(
        (&seen["pins"][0]["version_no"], &seen["pins"][0]["w_bp"]),
        (&json!(1), &json!(3000))
    );
    room.act(&room.planner, &id, json!({ "action": "cancel", "reason": "不做了" }));
    assert_eq!(say(&room.service, "晚了").unwrap_err().reason, "wrong_state");
}

#[test]
fn two_people_decide_at_once_and_the_second_is_told_who_was_first() {
    let room = Room::new();
    let id = room.in_review("ad_creative", 40);
    let read = room.get(&id)["version"].clone();
    room.act(&room.service, &id, json!({ "action": "approve" }));
    let err = room.shop.refused(
        &room.planner,
        "assets.act",
        json!({ "id": id, "version": read, "action": "approve" }),
    );
    assert_eq!((err.code, err.reason.as_str()), (Code::Conflict, "stale"));
    assert!(err.message.contains("赵客服"), "{}", err.message);
}

#[test]
fn many_requests_are_given_out_at_once_and_the_calendar_shows_the_load() {
    let room = Room::new();
    let ids: Vec<Json> =
        (0..3).map(|n| room.request("retouch", &format!("修图{n}"))["id"].clone()).collect();
    let args = json!({ "ids": ids, "assignee": room.designer.staff });
    assert_eq!(
        room.shop.refused(&room.designer, "assets.bulk_assign", args.clone()).code,
        Code::Forbidden
    );
    let wrong = json!({ "ids": ids, "assignee": room.service.staff });
    assert_eq!(
        room.shop.refused(&room.planner, "assets.bulk_assign", wrong).field.as_deref(),
        Some("assignee")
    );
    let done = room.shop.ok(&room.planner, "assets.bulk_assign", args);
    assert_eq!(done["ok"].as_array().unwrap().len(), 3);
    let load = room.shop.ok(&room.planner, "assets.capacity", json!({}));
    assert_eq!((load["people"][0]["open"].as_i64(), load["queued"].as_i64()), (Some(3), Some(0)));
    room.shop.ok(&room.planner, "batches.undo", json!({ "batch": done["batch"] }));
    assert_eq!(room.get(&ids[0])["state"], "queued");
}

#[test]
fn only_the_requester_or_a_planner_changes_a_request_and_a_new_slot_is_judged_again() {
    let room = Room::new();
    let asset = room.request("ad_creative", "推广图");
    let args = json!({ "id": asset["id"], "version": asset["version"], "title": "改名" });
    assert_eq!(
        room.shop.refused(&room.designer, "assets.update", args.clone()).code,
        Code::Forbidden
    );
    room.shop.ok(&room.service, "assets.update", args.clone());
    assert_eq!(room.shop.refused(&room.service, "assets.update", args).reason, "stale");
    let found = room.shop.ok(&room.planner, "assets.list", json!({ "q": "改名" }));
    assert_eq!(found["rows"].as_array().unwrap().len(), 1);
    let planned = room.schedule(&room.get(&asset["id"]));
    room.add(&asset["id"], "稿.jpg", &room.file("稿.jpg", &picture(80, 800, 800)));
    let version = room.get(&asset["id"])["version"].clone();
    assert_ne!(version, planned["version"]);
    room.shop.ok(
        &room.planner,
        "assets.update",
        json!({ "id": asset["id"], "version": version, "slot": "wechat.cover" }),
    );
    assert_eq!(room.get(&asset["id"])["versions"][0]["level"], "red");
}

#[test]
fn lists_and_board_ask_the_same_number_of_statements_however_many_requests_there_are() {
    let room = Room::new();
    let statements = |name: &str, args: Json| {
        let store = room.shop.shop.core().store();
        room.shop.ok(&room.designer, name, args.clone());
        let before = store.statements();
        room.shop.ok(&room.designer, name, args);
        store.statements() - before
    };
    room.in_review("ad_creative", 90);
    let tab = json!({ "tab": "mine", "sort": [{ "field": "due" }] });
    let few = (statements("assets.list", tab.clone()), statements("assets.board", json!({})));
    for seed in 91..99 {
        room.in_review("ad_creative", seed);
    }
    let many = (statements("assets.list", tab), statements("assets.board", json!({})));
    assert_eq!(few, many);
    let board =
        room.shop.ok(&room.designer, "assets.board", json!({ "filter": "mine", "per_column": 2 }));
    let column =
        board["columns"].as_array().unwrap().iter().find(|c| c["state"] == "in_review").unwrap();
    assert_eq!((column["count"].as_i64(), column["cards"].as_array().unwrap().len()), (Some(9), 2));
    assert!(column["cards"][0]["thumb"].is_string());
    room.shop.days_pass(9);
    let counts = room.shop.ok(&room.designer, "assets.counts", json!({}));
    assert_eq!(
        (counts["tabs"]["mine"].as_i64(), counts["tabs"]["overdue"].as_i64()),
        (Some(9), Some(9))
    );
}

#[test]
fn a_draft_is_its_authors_alone() {
    let room = Room::new();
    let draft =
        room.shop.ok(&room.service, "assets.create", json!({ "kind": "other", "title": "门牌" }));
    assert_eq!(draft["state"], "draft");
    assert_eq!(
        room.shop.refused(&room.designer, "assets.get", json!({ "id": draft["id"] })).code,
        Code::NotFound
    );
    assert_eq!(room.shop.ok(&room.designer, "assets.list", json!({}))["rows"], json!([]));
}

#[test]
fn the_table_of_the_life_has_no_dead_ends() {
    assert_eq!(super::LIFE.faults(), Vec::<String>::new());
}
