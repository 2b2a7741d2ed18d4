//! Campaigns in the users' words, through the door.

use serde_json::{Value as Json, json};

use crate::kernel::Code;
use crate::kernel::rights::Caller;
use crate::testkit::TestShop;

pub(super) struct Room {
    pub shop: TestShop,
    pub promo: Caller,
    pub boss: Caller,
    pub director: Caller,
}

pub(super) fn room() -> Room {
    let shop = TestShop::new();
    let promo = shop.person("promo", &["promotion"]);
    let boss = shop.person("boss", &["ops_supervisor"]);
    let director = shop.person("director", &["director"]);
    shop.store("taobao");
    Room { shop, promo, boss, director }
}

impl Room {
    pub fn plan(&self, budget: i64) -> i64 {
        let made = self.shop.ok(
            &self.promo,
            "campaigns.create",
            json!({
                "title": "双12 大促", "kind": "double12", "starts": "2026-12-10", "ends": "2026-12-12",
                "budget": { "amount": budget, "currency": "CNY" }, "goal": "销售额 30 万", "shops": [1],
            }),
        );
        assert_eq!(made["no"], "CP-20261123-001");
        made["id"].as_i64().unwrap()
    }
    pub fn get(&self, id: i64) -> Json {
        self.shop.ok(&self.boss, "campaigns.get", json!({ "id": id }))
    }
    pub fn args(&self, id: i64, action: &str) -> Json {
        let version = self.get(id)["version"].clone();
        json!({ "id": id, "version": version, "action": action, "reason": "如题", "confirmed": ["stock", "roster"] })
    }
    pub fn act(&self, who: &Caller, id: i64, action: &str) {
        self.shop.ok(who, "campaigns.act", self.args(id, action));
    }
    pub fn refused(&self, who: &Caller, id: i64, action: &str) -> crate::kernel::Error {
        self.shop.refused(who, "campaigns.act", self.args(id, action))
    }
    pub fn approved(&self) -> i64 {
        let id = self.plan(5_000_00);
        self.act(&self.promo, id, "submit");
        self.act(&self.boss, id, "approve");
        id
    }
    pub fn file_pack(&self, id: i64) -> Result<Json, crate::kernel::Error> {
        let version = self.get(id)["version"].clone();
        self.shop.shop.ask(
            &self.promo,
            "campaigns.file_pack",
            json!({ "id": id, "version": version }),
        )
    }
}

#[test]
fn a_budget_over_the_supervisors_limit_goes_to_the_director() {
    let room = room();
    let id = room.plan(20_000_01);
    room.act(&room.promo, id, "submit");
    let err = room.refused(&room.boss, id, "approve");
    assert!(err.message.contains("公司负责人"), "{}", err.message);
    room.act(&room.director, id, "approve");
    assert_eq!(room.get(id)["approver"], "director");
}

#[test]
fn nobody_approves_the_campaign_they_submitted() {
    let room = room();
    let id = room.plan(5_000_00);
    room.act(&room.boss, id, "submit");
    assert_eq!(room.refused(&room.boss, id, "approve").reason, "four_eyes");
    assert_eq!(room.refused(&room.promo, id, "approve").code, Code::Forbidden);
    room.act(&room.director, id, "approve");
}

#[test]
fn a_plan_without_a_goal_cannot_be_submitted_and_an_end_before_the_start_is_refused() {
    let room = room();
    let made = room.shop.ok(
        &room.promo,
        "campaigns.create",
        json!({ "title": "上新", "kind": "launch", "starts": "2026-12-01", "ends": "2026-12-01" }),
    );
    let err = room.refused(&room.promo, made["id"].as_i64().unwrap(), "submit");
    assert!(err.message.contains("目标"), "{}", err.message);
    let turned =
        json!({ "title": "上新", "kind": "launch", "starts": "2026-12-02", "ends": "2026-12-01" });
    assert_eq!(
        room.shop.refused(&room.promo, "campaigns.create", turned).field.as_deref(),
        Some("ends")
    );
    let cs = room.shop.person("cs", &["customer_service"]);
    let plain =
        json!({ "title": "上新", "kind": "launch", "starts": "2026-12-01", "ends": "2026-12-01" });
    assert_eq!(room.shop.refused(&cs, "campaigns.create", plain).code, Code::Forbidden);
}

#[test]
fn the_asset_pack_is_filed_once_with_days_counted_back_from_the_start() {
    let room = room();
    let early = room.plan(5_000_00);
    assert_eq!(room.file_pack(early).unwrap_err().reason, "wrong_state");
    room.act(&room.promo, early, "submit");
    room.act(&room.boss, early, "approve");
    let filed = room.file_pack(early).unwrap();
    let pieces = filed["filed"].as_array().unwrap();
    assert_eq!(pieces.len(), 14, "十张图、四份文案；还没有商品，主图打标等着");
    let due = |item: &str| pieces.iter().find(|p| p["item"] == item).unwrap()["due"].clone();
    assert_eq!(
        (due("banner#1"), due("ad#4"), due("detail#1")),
        (json!("2026-12-05"), json!("2026-12-06"), json!("2026-12-07"))
    );
    let err = room.file_pack(early).unwrap_err();
    assert_eq!(err.reason, "already_filed");
    let count = "select count(*) from asset_request where campaign_id is not null";
    assert_eq!(room.shop.count(count), 10);
    assert_eq!(due("theme#copy"), "2026-12-03", "文案早于用它的图");
    let texts = room.shop.ok(&room.boss, "copy.list", json!({ "q": "主题" }));
    assert_eq!(texts["rows"][0]["title"], "双12 大促·活动主题与卖点");
    let text = room.shop.ok(&room.boss, "copy.get", json!({ "id": texts["rows"][0]["id"] }));
    assert!(text["brief"].as_str().unwrap().contains("2026-12-10 至 2026-12-12"), "{text}");
}

impl Room {
    /// A campaign in these shops for these products, approved, and its filed pack.
    fn pack_of(&self, shops: &[i64], products: &[i64]) -> (i64, Vec<Json>) {
        let made = self.shop.ok(
            &self.promo,
            "campaigns.create",
            json!({ "title": "毛衣节", "kind": "daily", "starts": "2026-12-10", "ends": "2026-12-12",
                    "budget": { "amount": 5_000_00, "currency": "CNY" }, "goal": "动销六成",
                    "shops": shops }),
        );
        let id = made["id"].as_i64().unwrap();
        self.sells(id, products);
        self.act(&self.promo, id, "submit");
        self.act(&self.boss, id, "approve");
        let filed = self.file_pack(id).unwrap()["filed"].as_array().unwrap().clone();
        (id, filed.into_iter().filter(|p| p["sort"] == "asset").collect())
    }

    fn all_pictures_are_approved(&self, campaign: i64) {
        let done = self.shop.shop.core().write_unasked("test", |tx| {
            let ids: Vec<i64> = tx.all(
                "select id from asset_request where campaign_id = ?1",
                crate::params![campaign],
            )?;
            ids.into_iter().try_for_each(|id| {
                let set = [("state", "approved".into())];
                tx.update(&crate::assets::REQUEST, id, None, &set).map(drop)
            })
        });
        done.unwrap();
    }

    fn sells(&self, id: i64, products: &[i64]) {
        let goods: Vec<Json> = products
            .iter()
            .map(|p| json!({ "product_id": p, "price": { "amount": 79_00, "currency": "CNY" } }))
            .collect();
        let args = json!({ "id": id, "version": self.get(id)["version"], "products": goods });
        self.shop.ok(&self.promo, "campaigns.set_products", args);
    }

    fn product(&self, code: &str, title: &str) -> i64 {
        let made = self.shop.shop.core().write_unasked("test", |tx| {
            let now = tx.now;
            tx.insert(
                &crate::products::PRODUCT,
                &json!({ "code": code, "title": title, "created_at": now, "updated_at": now }),
            )
        });
        made.unwrap()
    }
}

fn items(pieces: &[Json]) -> Vec<(&Json, &Json)> {
    pieces.iter().map(|p| (&p["item"], &p["slot"])).collect()
}

#[test]
fn every_product_of_a_campaign_gets_its_own_marked_picture() {
    let room = room();
    let (coat, scarf) = (room.product("PD-1", "羊毛大衣"), room.product("PD-2", "羊绒围巾"));
    let (id, filed) = room.pack_of(&[1], &[coat]);
    let main: Vec<&Json> = filed.iter().filter(|p| p["kind"] == "main_image").collect();
    assert_eq!(main.len(), 1);
    assert_eq!(
        (&main[0]["product_id"], &main[0]["title"]),
        (&json!(coat), &json!("主图打标·PD-1 羊毛大衣"))
    );
    let request = room.shop.ok(&room.promo, "assets.get", json!({ "id": main[0]["request_id"] }));
    assert_eq!((&request["product_id"], &request["slot"]), (&json!(coat), &json!("taobao.main")));

    // A product that comes later needs its picture too; the one there is not asked for twice.
    room.sells(id, &[coat, scarf]);
    let assets = |id| {
        let checks = room.get(id)["checks"].as_array().unwrap().clone();
        checks.into_iter().find(|c| c["key"] == "assets").unwrap()
    };
    // Even with all that was asked for in hand, its picture holds the gate until it is asked for.
    room.all_pictures_are_approved(id);
    assert_eq!(assets(id)["state"], "fail");
    assert!(assets(id)["detail"].as_str().unwrap().ends_with("1 条还没有提交"));
    let more = room.file_pack(id).unwrap();
    room.all_pictures_are_approved(id);
    assert_eq!(assets(id)["state"], "pass", "{}", assets(id));
    assert_eq!(more["filed"].as_array().unwrap().len(), 1);
    assert_eq!(more["filed"][0]["title"], "主图打标·PD-2 羊绒围巾");
    assert_eq!(room.file_pack(id).unwrap_err().reason, "already_filed");
}

#[test]
fn without_products_the_pack_says_what_it_waits_for() {
    let room = room();
    let (id, filed) = room.pack_of(&[1], &[]);
    assert!(filed.iter().all(|p| p["kind"] != "main_image"));
    assert_eq!(room.get(id)["pack_waits"], json!(["主图打标"]));
    let coat = room.product("PD-1", "羊毛大衣");
    room.sells(id, &[coat]);
    assert_eq!(room.get(id)["pack_waits"], json!([]));
}

#[test]
fn the_pack_asks_for_what_the_channels_of_the_campaigns_shops_need() {
    let room = room();
    let (tmall, overseas) = (room.shop.store("tmall"), room.shop.store("aliexpress"));
    let coat = room.product("PD-1", "羊毛大衣");
    // 天猫 alone: its own detail width, and nothing of 淘宝's.
    let (_, filed) = room.pack_of(&[tmall], &[coat]);
    let has = |filed: &[Json], slot: &str| filed.iter().filter(|p| p["slot"] == slot).count();
    assert_eq!((has(&filed, "tmall.detail"), has(&filed, "taobao.detail")), (1, 0));
    let detail = filed.iter().find(|p| p["slot"] == "tmall.detail").unwrap();
    assert!(detail["specs"].as_str().unwrap().starts_with("宽正好 790"), "{detail}");
    assert_eq!((has(&filed, "taobao.banner"), has(&filed, "taobao.banner_m")), (1, 1));

    // 淘宝, 天猫 and 速卖通: what they share is drawn once, what differs once for each.
    let (_, filed) = room.pack_of(&[1, tmall, overseas], &[coat]);
    for (slot, times) in [
        ("taobao.banner", 1),
        ("taobao.main", 1),
        ("aliexpress.main", 1),
        ("taobao.detail", 1),
        ("tmall.detail", 1),
        ("taobao.ad", 2),
    ] {
        assert_eq!(has(&filed, slot), times, "{slot}: {:?}", items(&filed));
    }

    // Abroad alone: a detail picture has no place there; 首焦 is made all the same.
    let (_, filed) = room.pack_of(&[overseas], &[coat]);
    assert!(filed.iter().all(|p| p["kind"] != "detail_page"), "{:?}", items(&filed));
    assert_eq!(filed.iter().filter(|p| p["kind"] == "banner").count(), 2);
}

#[test]
fn a_banner_of_the_wrong_size_is_red_with_a_sentence_and_is_not_handed_in() {
    let room = room();
    let coat = room.product("PD-1", "羊毛大衣");
    let (_, filed) = room.pack_of(&[1], &[coat]);
    let id = filed.iter().find(|p| p["slot"] == "taobao.banner").unwrap()["request_id"].clone();
    let designer = room.shop.person("limei", &["designer"]);
    room.begin(&designer, &id);
    let added = room.drop_picture(&designer, &id, 800);
    let size = added["version"]["checks"].as_array().unwrap().iter().find(|c| c["rule"] == "size");
    assert_eq!(size.unwrap()["level"], "red");
    assert!(size.unwrap()["message"].as_str().unwrap().contains("正好 1920×600，现在 800×800"));
    let now = room.shop.ok(&designer, "assets.get", json!({ "id": id }));
    let hand_in = json!({ "id": id, "version": now["version"], "action": "submit_version" });
    let err = room.shop.refused(&designer, "assets.act", hand_in);
    assert_eq!(err.reason, "guard", "{}", err.message);
}

#[test]
fn milestones_follow_the_start_and_whoever_holds_the_post_ticks_them() {
    let room = room();
    let id = room.plan(5_000_00);
    let version = room.get(id)["version"].clone();
    room.shop.ok(
        &room.promo,
        "campaigns.update",
        json!({ "id": id, "version": version, "starts": "2026-12-20", "ends": "2026-12-22" }),
    );
    let marks = room.get(id)["milestones"].clone();
    let mark = marks.as_array().unwrap().iter().find(|m| m["title"] == "素材交付").unwrap().clone();
    assert_eq!(mark["due"], "2026-12-17");
    let designer = room.shop.person("limei", &["designer"]);
    let writer = room.shop.person("writer", &["copywriter"]);
    let done = json!({ "id": mark["id"], "done": true });
    assert_eq!(
        room.shop.refused(&writer, "campaigns.finish_milestone", done.clone()).code,
        Code::Forbidden
    );
    room.shop.ok(&designer, "campaigns.finish_milestone", done);
    let seen = room.shop.ok(
        &designer,
        "campaigns.calendar",
        json!({ "from": "2026-12-01", "to": "2026-12-31" }),
    );
    assert_eq!(seen["campaigns"][0]["starts"], "2026-12-20");
    assert!(seen["milestones"].as_array().unwrap().iter().any(|m| m["done"] == true));
    let backwards = json!({ "from": "2026-12-31", "to": "2026-12-01" });
    assert_eq!(
        room.shop.refused(&designer, "campaigns.calendar", backwards).field.as_deref(),
        Some("to")
    );
}

#[test]
fn the_gate_says_what_is_missing_and_an_approved_plan_keeps_its_budget() {
    let room = room();
    let id = room.approved();
    room.act(&room.promo, id, "prepare");
    let err = room.refused(&room.boss, id, "gate");
    assert!(err.message.contains("素材") && err.message.contains("活动价"), "{}", err.message);
    let version = room.get(id)["version"].clone();
    let more =
        json!({ "id": id, "version": version, "budget": { "amount": 1, "currency": "CNY" } });
    assert_eq!(room.shop.refused(&room.promo, "campaigns.update", more).reason, "wrong_state");
    let nothing = json!({ "id": id, "version": version, "products": [{ "product_id": 99, "price": { "amount": 9900, "currency": "CNY" } }] });
    assert_eq!(
        room.shop.refused(&room.promo, "campaigns.set_products", nothing).code,
        Code::NotFound
    );
    room.act(&room.boss, id, "abort");
    assert_eq!(room.get(id)["state"], "aborted");
}

#[test]
fn a_template_with_two_lines_of_one_code_is_refused_and_a_new_kind_can_be_planned() {
    let room = room();
    let line = json!({ "key": "banner", "asset_kind": "banner", "title": "首焦", "offset_days": 5, "count": 1 });
    let save = |items: Json| json!({ "kind": "spring", "title": "春上新", "items": items, "milestones": [] });
    let twice = save(json!([line.clone(), line.clone()]));
    assert_eq!(
        room.shop.refused(&room.promo, "campaigns.save_template", twice).field.as_deref(),
        Some("items")
    );
    room.shop.ok(&room.promo, "campaigns.save_template", save(json!([line])));
    room.shop.ok(
        &room.promo,
        "campaigns.create",
        json!({ "title": "春上新", "kind": "spring", "starts": "2027-03-01", "ends": "2027-03-03" }),
    );
    let page = room.shop.ok(&room.promo, "campaigns.list", json!({ "q": "春上新" }));
    assert_eq!(page["rows"][0]["kind_title"], "春上新");
    assert_eq!(room.shop.ok(&room.promo, "campaigns.counts", json!({}))["tabs"]["proposal"], 1);
}
