//! What a text says of its product, in the users' words, through the door.

use serde_json::{Value as Json, json};

use super::tests::{Desk, brief, desk};

impl Desk {
    /// A product of 60 % wool in S and M, its chart, and a listing at ¥399.
    fn coat(&self) -> i64 {
        let product = self.product();
        self.set(product, json!({ "material": "羊毛 60% 锦纶 40%" }));
        self.chart(product, "96");
        let listing = self.listing(product, "tmall");
        self.shop
            .shop
            .core()
            .write_unasked("test", |tx| {
                let now = tx.now;
                let shop: i64 =
                    tx.one("select shop_id from listing where id = ?1", crate::params![listing])?;
                let sku = tx.insert(
                    &crate::products::SKU,
                    &json!({ "product_id": product, "code": format!("C{product}"), "label": "S",
                             "created_at": now, "updated_at": now }),
                )?;
                tx.insert(
                    &crate::listings::LISTING_SKU,
                    &json!({ "listing_id": listing, "shop_id": shop, "sku_id": sku, "price": 399_00,
                             "created_at": now, "updated_at": now }),
                )?;
                crate::listings::recount(tx, listing)?;
                tx.update(&crate::listings::LISTING, listing, None, &[("state", "live".into())])
            })
            .unwrap();
        self.shop.minutes_pass(1);
        product
    }

    fn set(&self, product: i64, facts: Json) {
        let read = self.shop.ok(&self.boss, "products.get", json!({ "id": product }));
        let args = json!({ "id": product, "version": read["version"], "facts": facts });
        self.shop.ok(&self.boss, "products.update", args);
        self.shop.minutes_pass(1);
    }

    fn chart(&self, product: i64, bust: &str) {
        let read = self.shop.ok(&self.boss, "products.get", json!({ "id": product }));
        let chart = json!({ "unit": "cm",
            "columns": [{ "name": "尺码", "number": false }, { "name": "胸围", "number": true }],
            "rows": [["S", bust], ["M", "100-104"]] });
        let version = read["chart"]["version"].as_i64().unwrap_or(0);
        let args = json!({ "id": product, "version": version, "chart": chart });
        self.shop.ok(&self.boss, "products.set_size_chart", args);
        self.shop.minutes_pass(1);
    }

    fn detail(&self, product: i64) -> i64 {
        let made = self.shop.ok(
            &self.planner,
            "copy.create",
            json!({ "kind": "detail", "title": "大衣详情", "channel": "tmall",
                    "product_id": product, "brief": brief("detail"),
                    "assignee_id": self.writer.staff }),
        );
        made["id"].as_i64().unwrap()
    }
}

const WORDS: &str = "含 60% 羊毛的双面呢，手工缝制，里外都看不见线迹。S 码胸围 96cm，到手 399 元。";

fn said(seen: &Json, code: &str) -> Vec<String> {
    let all = seen["checks"].as_array().unwrap().iter().filter(|c| c["code"] == code);
    all.map(|c| c["message"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn figures_that_are_not_the_products_hold_a_text_until_a_supervisor_answers_for_them() {
    let desk = desk();
    let id = desk.detail(desk.coat());
    desk.write(&desk.writer, id, WORDS);
    assert_eq!(said(&desk.get(id), "figure"), Vec::<String>::new());
    let wrong = WORDS.replace("60%", "80%").replace("96cm", "90cm").replace("399", "299");
    desk.write(&desk.writer, id, &wrong);
    let found = said(&desk.get(id), "figure");
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found[0].contains("羊毛 80%") && found[0].contains("羊毛 60%"), "{found:?}");
    let err = desk.refused(&desk.writer, id, "submit");
    assert!(err.message.contains("3 处红项"), "{}", err.message);
    let waive = json!({ "id": id, "version": desk.get(id)["version"], "reason": "新批次已换面料" });
    desk.shop.ok(&desk.boss, "copy.waive", waive);
    desk.act(&desk.writer, id, "submit");
    // What is typed is judged as it is typed.
    let live = desk.shop.ok(
        &desk.writer,
        "copy.check",
        json!({ "text": "90% 羊毛", "kind": "detail", "channel": "tmall", "id": id }),
    );
    let found = live["findings"].as_array().unwrap();
    assert!(found.iter().any(|f| f["code"] == "figure"), "{live}");
}

#[test]
fn what_may_not_be_said_of_a_product_is_red_in_its_texts_and_in_no_others() {
    let desk = desk();
    let coat = desk.coat();
    let (scarf, _) = desk.shop.listed("PD-9", "羊绒围巾", &[desk.shop.store("tmall")]);
    let (id, other) = (desk.detail(coat), desk.detail(scarf));
    desk.set(coat, json!({ "forbidden_claims": ["纯 羊绒", ""] }));
    let card = desk.shop.ok(&desk.boss, "products.card", json!({ "id": coat }));
    assert_eq!(card["card"]["forbidden_claims"], json!(["纯 羊绒"]));

    let text = "纯羊绒的手感，双面呢，手工缝制，里外都看不见线迹。";
    desk.write(&desk.writer, id, text);
    desk.write(&desk.writer, other, text);
    let found = said(&desk.get(id), "word");
    assert_eq!(found, ["“纯 羊绒”属于该产品禁说用语，请删去或换一种说法"]);
    let err = desk.refused(&desk.writer, id, "submit");
    assert!(err.message.contains("纯 羊绒"), "{}", err.message);
    assert_eq!(said(&desk.get(other), "word"), Vec::<String>::new());
    let typed = json!({ "text": text, "kind": "detail", "channel": "tmall", "id": id });
    let live = desk.shop.ok(&desk.writer, "copy.check", typed);
    assert_eq!(live["level"], "block", "{live}");
}

#[test]
fn a_price_that_has_moved_since_is_seen_when_the_text_is_approved() {
    let desk = desk();
    let product = desk.coat();
    let id = desk.detail(product);
    desk.write(&desk.writer, id, WORDS);
    desk.act(&desk.writer, id, "submit");
    let listing = desk.shop.count("select id from listing");
    desk.shop.ok(
        &desk.boss,
        "listings.set_price",
        json!({ "id": listing, "price": { "amount": 369_00, "currency": "CNY" } }),
    );
    let err = desk.refused(&desk.planner, id, "approve");
    assert!(err.message.contains("399") && err.message.contains("369"), "{}", err.message);
}

#[test]
fn a_product_changed_after_submission_has_to_be_looked_at_before_approval() {
    let desk = desk();
    let product = desk.coat();
    let id = desk.detail(product);
    desk.write(&desk.writer, id, "双面呢大衣，落肩廓形，里面加得下厚毛衣。");
    desk.act(&desk.writer, id, "submit");
    desk.shop.minutes_pass(1);
    assert_eq!(desk.get(id)["stale"], Json::Null);
    desk.chart(product, "94");
    let seen = desk.get(id);
    assert_eq!(seen["stale"]["fields"], json!(["尺码表"]));
    let err = desk.refused(&desk.planner, id, "approve");
    assert!(err.message.contains("送审之后") && err.message.contains("尺码表"), "{}", err.message);
    let listed = desk.shop.ok(&desk.boss, "copy.list", json!({ "tab": "stale" }));
    assert_eq!(listed["rows"][0]["id"], id);
    desk.act(&desk.planner, id, "recheck");
    desk.act(&desk.planner, id, "approve");
    assert_eq!(desk.get(id)["state"], "approved");
}

#[test]
fn the_words_of_another_product_are_told_to_writer_and_approver() {
    let desk = desk();
    let (coat, other) = (desk.coat(), desk.coat());
    let first = desk.detail(coat);
    desk.write(&desk.writer, first, WORDS);
    let second = desk.detail(other);
    let written = desk.write(&desk.writer, second, &WORDS.replace("线迹", "针脚"));
    assert_eq!(said(&written, "duplicate").len(), 1, "{written}");
    let no = desk.get(first)["no"].as_str().unwrap().to_owned();
    let found = said(&desk.get(second), "duplicate");
    assert!(found[0].contains(&no) && found[0].contains("相同"), "{found:?}");
    // It is a warning: two colours of one coat may say the same.
    desk.act(&desk.writer, second, "submit");
    // A second text of the same product is no copy of another's.
    let again = desk.detail(coat);
    desk.write(&desk.writer, again, "收腰的另一种写法，和上一条完全不一样的句子在这里。");
    assert_eq!(said(&desk.get(again), "duplicate"), Vec::<String>::new());
}

#[test]
fn the_desk_says_how_many_products_on_sale_have_their_detail_text() {
    let desk = desk();
    let (coat, other) = (desk.coat(), desk.coat());
    let cover = || desk.shop.ok(&desk.boss, "copy.coverage", json!({}));
    assert_eq!((&cover()["on_sale"], &cover()["covered"]), (&json!(2), &json!(0)));
    let id = desk.detail(coat);
    desk.write(&desk.writer, id, WORDS);
    let seen = cover();
    let row = seen["missing"].as_array().unwrap().iter().find(|p| p["id"] == coat).unwrap();
    assert_eq!((&row["doc_id"], &row["doc_state"]), (&json!(id), &json!("draft")));
    desk.act(&desk.writer, id, "submit");
    desk.act(&desk.planner, id, "approve");
    let seen = cover();
    assert_eq!(seen["covered"], 1);
    assert_eq!(seen["missing"][0]["id"], other);
}

#[test]
fn the_supervisor_opens_a_cancelled_text_again_within_thirty_days() {
    let desk = desk();
    let id = desk.asked("title");
    desk.act(&desk.planner, id, "cancel");
    assert_eq!(desk.refused(&desk.planner, id, "reopen").code, crate::kernel::Code::Forbidden);
    desk.act(&desk.boss, id, "reopen");
    assert_eq!(desk.get(id)["state"], "draft");
    desk.act(&desk.planner, id, "cancel");
    desk.shop.days_pass(31);
    let boss = desk.shop.again(&desk.boss);
    let version = desk.shop.ok(&boss, "copy.get", json!({ "id": id }))["version"].clone();
    let args = json!({ "id": id, "version": version, "action": "reopen", "reason": "又要了" });
    let err = desk.shop.refused(&boss, "copy.act", args);
    assert!(err.message.contains("30 天"), "{}", err.message);
}
