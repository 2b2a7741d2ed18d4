//! The desk through the door.

use serde_json::json;

use crate::kernel::rights::Caller;
use crate::testkit::TestShop;

/// The cards on somebody's desk, by their stable words.
fn cards(shop: &TestShop, who: &Caller) -> Vec<String> {
    let desk = shop.ok(who, "desk.today", json!({}));
    let keys =
        desk["cards"].as_array().unwrap().iter().map(|c| c["key"].as_str().unwrap().to_owned());
    keys.collect()
}

#[test]
fn an_empty_shop_has_an_empty_desk_for_every_post() {
    let shop = TestShop::new();
    for post in crate::kernel::Post::ALL {
        let person = shop.person(post.code(), &[post.code()]);
        assert_eq!(
            shop.ok(&person, "desk.today", json!({})),
            json!({ "cards": [] }),
            "{}",
            post.code()
        );
    }
}

#[test]
fn people_are_found_by_name_and_nothing_by_nothing() {
    let shop = TestShop::new();
    let boss = shop.person("boss", &["ops_supervisor"]);
    shop.person("limei", &["designer"]);
    let found = shop.ok(&boss, "desk.find", json!({ "q": "lim" }));
    assert_eq!(found[0]["title"], json!("limei"));
    assert_eq!(shop.ok(&boss, "desk.find", json!({ "q": "  " })), json!([]));
}

#[test]
fn a_campaign_stands_on_the_desks_of_those_it_waits_for_and_on_no_others() {
    let shop = TestShop::new();
    let promo = shop.person("promo", &["promotion"]);
    let boss = shop.person("boss", &["ops_supervisor"]);
    let director = shop.person("director", &["director"]);
    let designer = shop.person("limei", &["designer"]);
    let overseas = shop.person("heyun", &["overseas"]);
    shop.store("taobao");
    let plan = |budget: i64| {
        let made = shop.ok(
            &promo,
            "campaigns.create",
            json!({ "title": "双12", "kind": "double12", "starts": "2026-11-26", "ends": "2026-11-28",
                    "budget": { "amount": budget, "currency": "CNY" }, "goal": "30 万", "shops": [1] }),
        );
        let args = json!({ "id": made["id"], "version": 1, "action": "submit" });
        shop.ok(&promo, "campaigns.act", args);
        made["id"].clone()
    };
    let large = plan(90_000_00);
    // Too large for the supervisor: it waits for the director alone.
    assert!(!cards(&shop, &boss).contains(&"campaign_review".to_owned()));
    assert!(cards(&shop, &director).contains(&"campaign_review".to_owned()));
    assert_eq!(cards(&shop, &promo), Vec::<String>::new());
    let args = json!({ "id": large, "version": 2, "action": "approve" });
    shop.ok(&director, "campaigns.act", args);
    // Its milestones: all for who plans, and each for the post that sees to it.
    assert!(cards(&shop, &promo).contains(&"milestones_late".to_owned()));
    let desk = shop.ok(&designer, "desk.today", json!({}));
    let mine = desk["cards"].as_array().unwrap().iter().find(|c| c["key"] == "milestones").unwrap();
    assert_eq!((&mine["count"], &mine["rows"][0]["title"]), (&json!(1), &json!("素材交付")));
    assert_eq!(cards(&shop, &overseas), Vec::<String>::new());
}

#[test]
fn listings_stand_on_the_desks_of_those_who_keep_their_shops() {
    let shop = TestShop::new();
    let op = shop.person("op", &["ops_specialist"]);
    let overseas = shop.person("heyun", &["overseas"]);
    let boss = shop.person("boss", &["ops_supervisor"]);
    let shops = [shop.store("taobao"), shop.store("aliexpress")];
    let (_, listings) = shop.listed("QZ-1", "格纹西装外套", &shops);
    for id in &listings {
        for action in ["prepare", "flag"] {
            let version = shop.ok(&boss, "listings.get", json!({ "id": id }))["version"].clone();
            let args = json!({ "id": id, "version": version, "action": action, "reason": "平台要求补资料" });
            shop.ok(&boss, "listings.act", args);
        }
    }
    let violations = |who: &Caller| {
        let desk = shop.ok(who, "desk.today", json!({}));
        let card =
            desk["cards"].as_array().unwrap().iter().find(|c| c["key"] == "violation").cloned();
        card.map_or(0, |card| card["count"].as_i64().unwrap())
    };
    assert_eq!((violations(&op), violations(&overseas), violations(&boss)), (1, 1, 2));
}

#[test]
fn a_campaign_waits_for_the_word_of_those_who_answer_for_stock_and_shifts() {
    let shop = TestShop::new();
    let promo = shop.person("promo", &["promotion"]);
    let boss = shop.person("boss", &["ops_supervisor"]);
    let mall = shop.person("wuhao", &["mall_manager"]);
    let designer = shop.person("limei", &["designer"]);
    let made = shop.ok(&promo, "campaigns.create", json!({
        "title": "双12", "kind": "double12", "starts": "2026-12-10", "ends": "2026-12-12", "goal": "30 万",
        "shops": [shop.store("taobao")]
    }));
    let waits = |who: &Caller| cards(&shop, who).contains(&"campaign_gate".to_owned());
    assert!(!waits(&mall));
    shop.ok(&promo, "campaigns.act", json!({ "id": made["id"], "version": 1, "action": "submit" }));
    shop.ok(&boss, "campaigns.act", json!({ "id": made["id"], "version": 2, "action": "approve" }));
    assert!(waits(&mall) && !waits(&designer) && !waits(&promo));
    for key in ["stock", "roster"] {
        let version =
            shop.ok(&mall, "campaigns.get", json!({ "id": made["id"] }))["version"].clone();
        let args =
            json!({ "id": made["id"], "version": version, "key": key, "done": true, "note": "" });
        shop.ok(&mall, "campaigns.tick", args);
    }
    assert!(!waits(&mall));
}

#[test]
fn the_help_tells_for_each_post_what_it_may_do_as_the_rights_are_set_now() {
    let shop = TestShop::new();
    let designer = shop.person("limei", &["designer"]);
    let help = shop.ok(&designer, "help.posts", json!({}));
    let of =
        |post: &str| help.as_array().unwrap().iter().find(|p| p["post"] == post).unwrap().clone();
    let may = |post: &str, action: &str| {
        let all = of(post);
        all["steps"]
            .as_array()
            .unwrap()
            .iter()
            .any(|s| s["cycle"] == "campaign" && s["action"] == action)
    };
    assert!(may("ops_supervisor", "approve") && may("director", "approve"));
    assert!(may("promotion", "submit") && !may("promotion", "approve"));
    assert!(!may("admin", "submit") && !may("designer", "submit"));
    assert!(of("designer")["areas"].as_array().unwrap().iter().all(|a| a["level"] != "none"));
    assert_eq!(help.as_array().unwrap().len(), 12);
}
