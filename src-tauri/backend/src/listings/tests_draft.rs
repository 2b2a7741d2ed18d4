//! A 改价单 that was sent back is put right and submitted again, by whom it concerns and nobody else.

use serde_json::{Value as Json, json};

use super::tests::{DAY, NOW, Setup, act_price, propose, setup, yuan};
use crate::kernel::Code;
use crate::kernel::rights::Caller;

fn get(s: &Setup, id: &Json) -> Json {
    s.shop.ok(&s.boss, "prices.get", json!({ "id": id }))
}

/// Of `op`, below the floor, sent back by the supervisor.
fn returned(s: &Setup) -> Json {
    let listing = s.live();
    let made = propose(s, &s.op, listing, 50_00, NOW + DAY, None);
    assert_eq!(made["state"], "pending");
    assert_eq!(act_price(s, &s.boss, &made["id"], "reject"), "draft");
    made["id"].clone()
}

fn wanted(s: &Setup, id: &Json, price: i64, submit: bool) -> Json {
    json!({ "id": id, "version": get(s, id)["version"], "price": yuan(price),
            "start_at": NOW + 2 * DAY, "end_at": NOW + 5 * DAY, "reason": "改为九五折",
            "submit": submit })
}

#[test]
fn a_returned_change_is_put_right_and_submitted_again() {
    let s = setup();
    let id = returned(&s);
    let update = &get(&s, &id)["actions"][0];
    assert_eq!((&update["action"], &update["label"]), (&json!("update"), &json!("修改")));
    let kept = s.shop.ok(&s.op, "prices.update", wanted(&s, &id, 96_00, false));
    assert_eq!(kept["state"], "draft");
    let it = get(&s, &id);
    assert_eq!((&it["state"], &it["below_floor"]), (&json!("draft"), &json!(false)));
    assert_eq!((&it["new_price"]["amount"], &it["end_at"]), (&json!(96_00), &json!(NOW + 5 * DAY)));
    assert_eq!(it["items"].as_array().unwrap().len(), 2);
    assert!(it["items"].as_array().unwrap().iter().all(|i| i["new"]["amount"] == 96_00));
    // What is within the limits needs nobody now.
    let sent = s.shop.ok(&s.op, "prices.update", wanted(&s, &id, 95_00, true));
    assert_eq!((&sent["state"], &sent["why"]), (&json!("scheduled"), &Json::Null));
    assert_eq!(sent["code"], it["code"]);
}

#[test]
fn what_still_needs_approval_waits_for_it_again_and_says_why() {
    let s = setup();
    let id = returned(&s);
    let sent = s.shop.ok(&s.op, "prices.update", wanted(&s, &id, 60_00, true));
    assert_eq!(sent["state"], "pending");
    assert!(sent["why"].as_str().unwrap().contains("低于底价"), "{sent}");
    assert_eq!(act_price(&s, &s.boss, &id, "approve"), "scheduled");
}

#[test]
fn only_its_proposer_and_its_judges_change_a_draft() {
    let s = setup();
    let id = returned(&s);
    let before = get(&s, &id);
    let refused =
        |who: &Caller| s.shop.refused(who, "prices.update", wanted(&s, &id, 95_00, false));
    let colleague = s.shop.person("op2", &["ops_specialist"]);
    let err = refused(&colleague);
    assert_eq!(err.code, Code::Forbidden);
    assert!(err.message.contains("提出人"), "{}", err.message);
    assert_eq!(refused(&s.shop.person("ds", &["designer"])).code, Code::Forbidden);
    assert_eq!(get(&s, &id), before);
    // Who judges it may put it right, and then somebody else has to judge.
    s.shop.ok(&s.boss, "prices.update", wanted(&s, &id, 55_00, true));
    let version = get(&s, &id)["version"].clone();
    let args = json!({ "id": id, "version": version, "action": "approve" });
    assert_eq!(s.shop.refused(&s.boss, "prices.act", args).reason, "four_eyes");
}

#[test]
fn what_is_no_draft_any_more_is_not_changed_under_its_judge() {
    let s = setup();
    let listing = s.live();
    let made = propose(&s, &s.op, listing, 50_00, NOW + DAY, None);
    let before = get(&s, &made["id"]);
    let args = wanted(&s, &made["id"], 95_00, false);
    let err = s.shop.refused(&s.op, "prices.update", args);
    assert_eq!(err.reason, "wrong_state");
    assert!(err.message.contains("待审批"), "{}", err.message);
    assert_eq!(get(&s, &made["id"]), before);
}

#[test]
fn a_draft_changed_meanwhile_is_shown_as_it_is_now() {
    let s = setup();
    let id = returned(&s);
    let stale = wanted(&s, &id, 97_00, false);
    s.shop.ok(&s.op, "prices.update", wanted(&s, &id, 96_00, false));
    let err = s.shop.refused(&s.op, "prices.update", stale);
    assert_eq!(err.code, Code::Conflict);
    assert_eq!(err.reason, "stale");
    assert_eq!(get(&s, &id)["new_price"]["amount"], 96_00);
}

#[test]
fn a_draft_is_checked_as_a_proposal_is() {
    let s = setup();
    let id = returned(&s);
    let before = get(&s, &id);
    let with = |key: &str, value: Json| {
        let mut args = wanted(&s, &id, 95_00, false);
        args[key] = value;
        s.shop.refused(&s.op, "prices.update", args)
    };
    assert_eq!(with("reason", json!(" ")).field.as_deref(), Some("reason"));
    assert_eq!(with("start_at", json!(NOW - DAY)).field.as_deref(), Some("start_at"));
    assert_eq!(with("end_at", json!(NOW)).field.as_deref(), Some("end_at"));
    assert_eq!(with("price", yuan(0)).field.as_deref(), Some("price"));
    let taken =
        propose(&s, &s.op, before["listing_id"].as_i64().unwrap(), 94_00, NOW + 3 * DAY, None);
    let err = with("reason", json!("同一时间"));
    assert_eq!(err.reason, "schedule");
    assert!(err.message.contains(taken["code"].as_str().unwrap()), "{}", err.message);
    // Not by the general step either, which knows no prices.
    let args = json!({ "id": id, "version": before["version"], "action": "update" });
    assert_eq!(s.shop.refused(&s.op, "prices.act", args).code, Code::Invalid);
    assert_eq!(get(&s, &id), before);
}

#[test]
fn one_sku_alone_can_be_left_of_a_draft() {
    let s = setup();
    let id = returned(&s);
    let first = get(&s, &id)["items"][0]["listing_sku_id"].clone();
    let mut args = wanted(&s, &id, 95_00, false);
    args["price"] = Json::Null;
    args["items"] = json!([{ "listing_sku_id": first, "price": yuan(94_00) }]);
    s.shop.ok(&s.op, "prices.update", args);
    let items = get(&s, &id)["items"].clone();
    assert_eq!((items.as_array().unwrap().len(), &items[0]["new"]["amount"]), (1, &json!(94_00)));
}

#[test]
fn the_history_of_a_proposal_tells_the_state_that_it_came_to() {
    let s = setup();
    let listing = s.live();
    let made = propose(&s, &s.op, listing, 50_00, NOW + DAY, None);
    let args = json!({ "entity": "price_change", "id": made["id"] });
    let line = s.shop.ok(&s.boss, "audit.of", args)[0].clone();
    assert_eq!((&line["from_state"], &line["to_state"]), (&Json::Null, &json!("pending")));
}
