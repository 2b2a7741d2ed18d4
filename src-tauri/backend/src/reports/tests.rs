//! Workbooks through the door, read back as a program would.

use serde_json::json;

use crate::testkit::TestShop;

#[test]
fn the_staff_list_becomes_a_workbook_with_its_filter() {
    let shop = TestShop::new();
    let boss = shop.person("boss", &["ops_supervisor"]);
    shop.person("limei", &["designer"]);
    let started =
        shop.ok(&boss, "lists.export", json!({ "list": "staff", "query": { "tab": "active" } }));
    let made = shop.job(&boss, &started);
    assert_eq!(made["name"], json!("员工-20261123.xlsx"));
    let path = shop.shop.core().store().files().path(made["file"].as_str().unwrap());
    assert!(std::fs::read(path).unwrap().starts_with(b"PK"));
}

#[test]
fn a_wrong_filter_is_told_at_once_and_starts_nothing() {
    let shop = TestShop::new();
    let boss = shop.person("boss", &["ops_supervisor"]);
    let err =
        shop.refused(&boss, "lists.export", json!({ "list": "staff", "query": { "tab": "gone" } }));
    assert_eq!(err.field.as_deref(), Some("tab"));
    assert_eq!(shop.count("select count(*) from job"), 0);
}

#[test]
fn reports_of_an_empty_month_are_whole_workbooks() {
    let shop = TestShop::new();
    let boss = shop.person("boss", &["ops_supervisor"]);
    for kind in ["R16", "R19"] {
        let args = json!({ "kind": kind, "from": "2026-11-01", "to": "2026-11-30" });
        let started = shop.ok(&boss, "reports.make", args);
        let made = shop.job(&boss, &started);
        assert!(made["name"].as_str().unwrap().starts_with(kind), "{made}");
    }
}

#[test]
fn a_designer_makes_r16_and_not_r19() {
    let shop = TestShop::new();
    let designer = shop.person("limei", &["designer"]);
    let of = |kind: &str| json!({ "kind": kind, "from": "2026-11-01", "to": "2026-11-30" });
    shop.ok(&designer, "reports.make", of("R16"));
    let err = shop.refused(&designer, "reports.make", of("R19"));
    assert_eq!(err.reason, "no_right");
}
