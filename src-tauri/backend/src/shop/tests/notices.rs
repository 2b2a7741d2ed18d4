//! What is told to people before they go on: a clock that cannot be right, backups that are not made.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use serde_json::{Value as Json, json};

use crate::Shop;
use crate::kernel::rights::Caller;
use crate::testkit::{MORNING, TestShop};

const DAY: i64 = 86_400_000;

fn told(shop: &TestShop, who: &Caller) -> Vec<Json> {
    let view = shop.ok(who, "system.notices", json!({}));
    view["notices"].as_array().unwrap().clone()
}

fn keys(shop: &TestShop, who: &Caller) -> Vec<String> {
    told(shop, who).iter().map(|one| one["key"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_clock_that_goes_back_is_told_to_everybody_until_it_is_right_again() {
    let shop = TestShop::new();
    let clerk = shop.person("kefu", &["customer_service"]);
    assert_eq!(told(&shop, &clerk), Vec::<Json>::new());
    shop.minutes_pass(-1);
    assert_eq!(keys(&shop, &clerk), Vec::<String>::new(), "two programs are never quite in step");
    shop.days_pass(-400);
    assert_eq!(
        told(&shop, &clerk),
        [json!({ "key": "clock_behind", "at": MORNING, "days": null, "why": null })]
    );
    // Work that goes on under the wrong clock does not hide it.
    shop.person("late", &["designer"]);
    assert_eq!(keys(&shop, &clerk), ["clock_behind"]);
    shop.days_pass(400);
    shop.minutes_pass(1);
    assert_eq!(keys(&shop, &clerk), Vec::<String>::new());
}

#[test]
fn a_clock_far_ahead_of_the_last_record_is_told_for_a_day_after_the_shop_was_opened() {
    let home = tempfile::tempdir().unwrap();
    let clock = Arc::new(AtomicI64::new(MORNING));
    let open = || {
        let hand = Arc::clone(&clock);
        Shop::open_at(home.path(), Arc::new(move || hand.load(Ordering::Relaxed))).unwrap()
    };
    let told = |shop: &Shop| -> Json {
        let caller = shop.local("kefu", "ui").unwrap();
        let view = shop.core().call(&caller, "system.notices", "{}").unwrap();
        serde_json::from_str::<Json>(&view).unwrap()["notices"].clone()
    };
    let first = open();
    let add = |tx: &mut crate::kernel::Tx<'_>| {
        crate::staff::ops::add_person(tx, "kefu", "客服", &["customer_service"])
    };
    first.core().write_unasked("test", add).unwrap();
    drop(first);
    clock.fetch_add(10 * DAY, Ordering::Relaxed);
    let holidays = open();
    assert_eq!(told(&holidays), json!([]), "a shop rests over the holidays");
    drop(holidays);
    clock.fetch_add(3000 * DAY, Ordering::Relaxed);
    let leapt = open();
    let wrong = json!([{ "key": "clock_ahead", "at": MORNING, "days": 3010, "why": null }]);
    assert_eq!(told(&leapt), wrong);
    clock.fetch_add(2 * DAY, Ordering::Relaxed);
    assert_eq!(told(&leapt), json!([]));
}

#[test]
fn a_backup_that_is_too_old_or_missing_or_failed_is_told_to_those_who_answer_for_the_shop() {
    let shop = TestShop::new();
    let admin = shop.person("admin", &["admin"]);
    let boss = shop.person("boss", &["ops_supervisor"]);
    let clerk = shop.person("kefu", &["customer_service"]);
    shop.days_pass(2);
    assert_eq!(keys(&shop, &boss), Vec::<String>::new(), "a new shop has some days");
    shop.days_pass(1);
    assert_eq!(keys(&shop, &boss), ["backup_none"]);
    assert_eq!(keys(&shop, &clerk), Vec::<String>::new());

    let started = shop.ok(&admin, "system.backup_now", json!({}));
    shop.job(&admin, &started);
    shop.until_idle();
    assert_eq!(keys(&shop, &boss), Vec::<String>::new(), "one made by hand is one");
    shop.days_pass(4);
    let old = json!({ "key": "backup_old", "at": null, "days": 4, "why": null });
    assert_eq!(told(&shop, &admin), [old]);

    let folder = shop.dir().join("backups");
    std::fs::rename(&folder, shop.dir().join("elsewhere")).unwrap();
    std::fs::write(&folder, "a file is in the way").unwrap();
    let failed = told(&shop, &boss);
    assert_eq!(failed[0]["key"], "backup_failed");
    assert!(failed[0]["why"].as_str().unwrap().contains("backups"), "{failed:?}");
}
