//! Approved pictures on listings.

use serde_json::{Value as Json, json};

use super::{Room, picture};
use crate::kernel::Code;
use crate::kernel::rights::Caller;

/// A Taobao and an Amazon listing of one product, made by the operators.
struct Shelf {
    op: Caller,
    abroad: Caller,
    taobao: i64,
    amazon: i64,
}

impl Room {
    fn shelf(&self) -> Shelf {
        let op = self.shop.person("周运营", &["ops_specialist"]);
        let abroad = self.shop.person("吴海外", &["overseas"]);
        let product = self
            .shop
            .shop
            .core()
            .write_unasked("test", |tx| {
                tx.insert(
                    &crate::products::PRODUCT,
                    &json!({ "code": "PD-1", "title": "夏季法式连衣裙",
                             "created_at": tx.now, "updated_at": tx.now }),
                )
            })
            .unwrap();
        let channels = self.shop.ok(&self.boss, "channels.list", json!({}));
        let listing = |who: &Caller, code: &str, on: &str| {
            let channel =
                channels.as_array().unwrap().iter().find(|c| c["code"] == on).unwrap()["id"]
                    .clone();
            let args = json!({ "code": code, "name": format!("{code}店"), "channel_id": channel });
            let shop = self.shop.ok(&self.boss, "shops.create", args);
            let args = json!({ "product_id": product, "shop_ids": [shop] });
            self.shop.ok(who, "listings.create", args)[0].as_i64().unwrap()
        };
        let taobao = listing(&op, "TB1", "taobao");
        let amazon = listing(&abroad, "AM1", "amazon");
        Shelf { op, abroad, taobao, amazon }
    }

    fn put(&self, id: &Json, listings: &[i64]) -> Json {
        let version = self.get(id)["versions"][0]["id"].clone();
        json!({ "request": id, "version": version, "listings": listings, "slot": "taobao.main" })
    }
}

#[test]
fn an_approved_picture_goes_onto_listings_and_is_seen_there_and_can_be_taken_back() {
    let room = Room::new();
    let shelf = room.shelf();
    let id = room.in_review("ad_creative", 120);
    let args = room.put(&id, &[shelf.taobao, shelf.amazon]);
    let err = room.shop.refused(&shelf.op, "assets.put_on_listings", args.clone());
    assert_eq!((err.code, err.reason.as_str()), (Code::Conflict, "wrong_state"), "还没通过");
    assert!(err.message.contains("待审核"), "{}", err.message);
    room.act(&room.service, &id, json!({ "action": "approve" }));
    let err = room.shop.refused(&room.designer, "assets.put_on_listings", args.clone());
    assert_eq!(err.code, Code::Forbidden, "美工不改上架商品");

    let done = room.shop.ok(&shelf.op, "assets.put_on_listings", args);
    assert_eq!(done["ok"], json!([shelf.taobao]));
    assert_eq!(done["failed"][0]["id"], shelf.amazon, "海外的商品不归国内运营");
    assert!(done["failed"][0]["message"].as_str().unwrap().contains("海外商务"), "{done}");
    let seen = room.shop.ok(&shelf.op, "listings.get", json!({ "id": shelf.taobao }));
    let file = room.get(&id)["versions"][0]["file"].clone();
    let slots = seen["slots"].as_array().unwrap();
    let main = slots.iter().find(|s| s["code"] == "taobao.main").unwrap();
    assert_eq!(main["files"], json!([file]));
    assert_eq!(room.shop.count("select count(*) from listing_picture"), 1);
    let used = room.get(&id)["where_used"].clone();
    assert_eq!(
        (used[0]["kind"].as_str(), used[0]["listing"].as_i64(), used.as_array().unwrap().len()),
        (Some("listing"), Some(shelf.taobao), 1)
    );
    assert!(used[0]["place"].as_str().unwrap().starts_with("TB1店"), "{used}");
    let again = room.shop.ok(&shelf.op, "assets.put_on_listings", room.put(&id, &[shelf.taobao]));
    assert_eq!(again["failed"][0]["reason"], "already_there");
    assert_eq!(room.shop.count("select count(*) from listing_picture"), 1);
    let by_file = room.shop.ok(&room.planner, "assets.where_used", json!({ "file": file }));
    assert!(by_file.as_array().unwrap().iter().any(|u| u["listing"] == shelf.taobao), "{by_file}");

    room.shop.ok(&shelf.op, "batches.undo", json!({ "batch": done["batch"] }));
    assert_eq!(room.shop.count("select count(*) from listing_picture"), 0);
    assert_eq!(room.shop.count("select count(*) from asset_use"), 0);
    assert_eq!(room.get(&id)["where_used"], json!([]));
}

#[test]
fn a_picture_that_does_not_fit_the_listings_own_channel_stays_off_it() {
    let room = Room::new();
    let shelf = room.shelf();
    let id = room.in_review("ad_creative", 121);
    room.act(&room.service, &id, json!({ "action": "approve" }));
    let mut args = room.put(&id, &[shelf.amazon]);
    let done = room.shop.ok(&shelf.abroad, "assets.put_on_listings", args.clone());
    assert_eq!((&done["ok"], &done["batch"]), (&json!([]), &Json::Null));
    let why = done["failed"][0]["message"].as_str().unwrap();
    assert!(why.contains("没有图片位") && why.contains("Amazon"), "{why}");
    args["slot"] = json!("amazon.main");
    let done = room.shop.ok(&shelf.abroad, "assets.put_on_listings", args.clone());
    assert_eq!(done["failed"][0]["reason"], "wrong_spec", "800 像素，Amazon 要 1000：{done}");
    assert_eq!(room.shop.count("select count(*) from listing_picture"), 0);
    assert_eq!(room.shop.count("select count(*) from asset_use"), 0);
    // Not the version that was approved.
    let other = room.in_review("ad_creative", 122);
    args["version"] = room.get(&other)["versions"][0]["id"].clone();
    let err = room.shop.refused(&shelf.abroad, "assets.put_on_listings", args);
    assert_eq!(err.field.as_deref(), Some("version"));
}

/// A picture of 800 by 600 asked for as 淘宝主图, whose red check the requester has let pass.
fn let_pass(room: &Room) -> Json {
    let asset = room.request("ad_creative", "横版推广图");
    let id = asset["id"].clone();
    room.schedule(&asset);
    let added = room.add(&id, "横版.jpg", &room.file("横版.jpg", &picture(124, 800, 600)));
    assert_eq!(added["version"]["level"], "red", "{added}");
    let args = json!({ "version": added["version"]["id"], "reason": "淘宝这一期收横版" });
    room.shop.ok(&room.service, "assets.waive", args);
    id
}

#[test]
fn what_was_let_pass_for_one_slot_is_still_refused_by_every_other() {
    let room = Room::new();
    let shelf = room.shelf();
    let id = let_pass(&room);
    room.act(&room.designer, &id, json!({ "action": "submit_version" }));
    room.act(&room.service, &id, json!({ "action": "approve" }));
    let mut args = room.put(&id, &[shelf.amazon]);
    args["slot"] = json!("amazon.main");
    let done = room.shop.ok(&shelf.abroad, "assets.put_on_listings", args.clone());
    assert_eq!(done["ok"], json!([]));
    assert_eq!(done["failed"][0]["reason"], "wrong_spec", "{done}");
    let why = done["failed"][0]["message"].as_str().unwrap();
    assert!(why.contains("主图”放行过") && why.contains("重新导出"), "{why}");
    // Nor does another slot of the same channel take it.
    let mut args = room.put(&id, &[shelf.taobao]);
    args["slot"] = json!("taobao.white");
    let done = room.shop.ok(&shelf.op, "assets.put_on_listings", args);
    assert_eq!(done["failed"][0]["reason"], "wrong_spec", "{done}");
    assert_eq!(room.shop.count("select count(*) from listing_picture"), 0);
    let args = room.put(&id, &[shelf.taobao]);
    let done = room.shop.ok(&shelf.op, "assets.put_on_listings", args);
    assert_eq!(done["ok"], json!([shelf.taobao]), "{done}");
}

#[test]
fn a_request_that_moves_to_another_slot_has_to_be_let_pass_anew() {
    let room = Room::new();
    let id = let_pass(&room);
    let seen = room.get(&id);
    let args = json!({ "id": id, "version": seen["version"], "slot": "amazon.main" });
    room.shop.ok(&room.service, "assets.update", args);
    let seen = room.get(&id);
    assert_eq!(seen["versions"][0]["waived"], Json::Null);
    let err = room.act_refused(&room.designer, &id, json!({ "action": "submit_version" }));
    assert!(err.message.contains("红色") && err.message.contains("赵客服"), "{}", err.message);
}

#[test]
fn the_slots_are_those_of_the_channels_as_the_shop_keeps_them() {
    let room = Room::new();
    let slots = room.shop.ok(&room.service, "assets.slots", json!({}));
    let codes: Vec<&str> =
        slots.as_array().unwrap().iter().map(|s| s["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"mall.main") && codes.contains(&"wechat.cover"), "{codes:?}");
    assert_eq!(codes.iter().filter(|c| **c == "taobao.main").count(), 1);
    // The supervisor notes that the platform asks for more; the next file is judged by it.
    let channels = room.shop.ok(&room.boss, "channels.list", json!({}));
    let channel = room.shop.ok(&room.boss, "channels.get", json!({ "id": channels[0]["id"] }));
    let slot = channel["slots"].as_array().unwrap();
    let slot = slot.iter().find(|s| s["code"] == "taobao.main").unwrap();
    let mut spec = slot["spec"].clone();
    spec["min_width"] = json!(1200);
    let args = json!({ "id": slot["id"], "version": slot["version"], "spec": spec,
                       "source": "平台公告 2026-11" });
    room.shop.ok(&room.boss, "slots.update", args);
    let file = room.file("小.jpg", &picture(123, 800, 800));
    let args = json!({ "file": file, "slot": "taobao.main" });
    let checked = room.shop.ok(&room.designer, "assets.check_file", args);
    assert_eq!(checked["level"], "red");
    let red = checked["checks"].as_array().unwrap().iter().find(|c| c["level"] == "red").unwrap();
    assert!(red["source"].as_str().unwrap().contains("平台公告 2026-11"), "{red}");
}
