//! The desk through the door.

use serde_json::json;

use crate::testkit::TestShop;

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
