//! People and rights, in the users' words, through the door.

use serde_json::json;

use crate::kernel::Code;
use crate::kernel::rights::Caller;
use crate::testkit::TestShop;

#[test]
fn a_supervisor_adds_a_designer_who_signs_in_and_wears_that_hat() {
    let shop = TestShop::new();
    let boss = shop.person("boss", &["ops_supervisor"]);
    shop.ok(
        &boss,
        "staff.create",
        json!({
            "login": "LiMei", "name": "李美", "password": "晚风吹过第七条街", "posts": ["designer"]
        }),
    );
    let token = shop.shop.login("limei", "晚风吹过第七条街", "PC-7").unwrap();
    let me = shop.shop.caller(&token).unwrap();
    let seen = shop.ok(&me, "session.me", json!({}));
    assert_eq!(seen["staff"]["posts"], json!(["designer"]));
    assert_eq!(seen["rights"]["assets"]["queue"], json!(true));
    assert_eq!(seen["sees"], json!([]));
}

#[test]
fn five_wrong_passwords_lock_the_account_and_the_trail_shows_it() {
    let shop = TestShop::new();
    let boss = shop.person("boss", &["ops_supervisor"]);
    let id = shop.ok(
        &boss,
        "staff.create",
        json!({
            "login": "limei", "name": "李美", "password": "晚风吹过第七条街", "posts": ["designer"]
        }),
    );
    for _ in 0..5 {
        let err = shop.shop.login("limei", "wrong-password", "PC-7").unwrap_err();
        assert_eq!(err.reason, "wrong_password");
    }
    let err = shop.shop.login("limei", "晚风吹过第七条街", "PC-7").unwrap_err();
    assert_eq!((err.code, err.reason.as_str()), (Code::Unauthenticated, "locked"));
    let history = shop.ok(&boss, "audit.of", json!({ "entity": "staff", "id": id }));
    assert!(history.as_array().unwrap().len() >= 6);
}

#[test]
fn nobody_gives_posts_to_themselves_and_a_refusal_leaves_no_trace_but_its_own() {
    let shop = TestShop::new();
    let boss = shop.person("boss", &["ops_supervisor"]);
    let before = shop.ok(&boss, "staff.list", json!({}));
    let err =
        shop.refused(&boss, "staff.set_posts", json!({ "id": boss.staff, "posts": ["director"] }));
    assert_eq!(err.reason, "four_eyes");
    assert_eq!(shop.ok(&boss, "staff.list", json!({})), before);
    let refusals: i64 = shop.count("select count(*) from audit_event where refused is not null");
    assert_eq!(refusals, 1);
}

#[test]
fn the_last_administrator_stays() {
    let shop = TestShop::new();
    let admin = shop.person("root", &["admin"]);
    let row = shop.ok(&admin, "staff.list", json!({}))["rows"][0].clone();
    let err = shop.refused(
        &admin,
        "staff.update",
        json!({ "id": row["id"], "version": row["version"], "active": false }),
    );
    assert_eq!(err.reason, "last_admin");
}

#[test]
fn a_personal_grant_ends_on_its_day() {
    let shop = TestShop::new();
    let admin = shop.person("root", &["admin"]);
    let designer = shop.person("limei", &["designer"]);
    let until = shop.today();
    shop.ok(&admin, "grants.add", json!({
        "staff_id": designer.staff, "module": "imports", "cell": "W o", "until": until, "reason": "帮忙导入"
    }));
    let can = |caller: &Caller| {
        caller.can(crate::kernel::rights::Ask::write(crate::kernel::Module::Imports))
    };
    assert!(can(&shop.again(&designer)));
    shop.days_pass(1);
    assert!(!can(&shop.again(&designer)));
}

#[test]
fn a_save_over_somebody_elses_change_is_told_what_it_is_now() {
    let shop = TestShop::new();
    let boss = shop.person("boss", &["ops_supervisor"]);
    let row = shop.ok(&boss, "staff.list", json!({}))["rows"][0].clone();
    let save = |name: &str| json!({ "id": row["id"], "version": row["version"], "name": name });
    shop.ok(&boss, "staff.update", save("王主管"));
    let err = shop.refused(&boss, "staff.update", save("王经理"));
    assert_eq!((err.code, err.reason.as_str()), (Code::Conflict, "stale"));
    assert_eq!(err.details.unwrap()["current"]["name"], json!("王主管"));
}

#[test]
fn a_changed_cell_of_the_matrix_counts_at_once() {
    let shop = TestShop::new();
    let admin = shop.person("root", &["admin"]);
    let designer = shop.person("limei", &["designer"]);
    assert!(shop.shop.ask(&designer, "rights.matrix", json!({})).is_err());
    let matrix = shop.ok(&admin, "rights.matrix", json!({}));
    let cell = matrix["cells"]
        .as_array()
        .unwrap()
        .iter()
        .find(|c| c["module"] == "system" && c["post"] == "designer")
        .unwrap()
        .clone();
    shop.ok(
        &admin,
        "rights.set_cell",
        json!({
            "id": cell["id"], "version": cell["version"], "cell": "R", "reason": "美工兼管系统"
        }),
    );
    shop.ok(&shop.again(&designer), "rights.matrix", json!({}));
}

#[test]
fn the_trail_cannot_be_changed_and_a_cut_line_is_seen() {
    let shop = TestShop::new();
    let boss = shop.person("boss", &["ops_supervisor"]);
    shop.ok(
        &boss,
        "staff.create",
        json!({
            "login": "limei", "name": "李美", "password": "晚风吹过第七条街", "posts": []
        }),
    );
    let writer = shop.shop.core().store().write().unwrap();
    let cut = writer.exec("delete from audit_event where seq = 2", &[]);
    assert!(cut.is_err());
    drop(writer);
    let admin = shop.person("root", &["admin"]);
    let report = shop.ok(&admin, "system.check", json!({}));
    assert_eq!(report["clean"], json!(true), "{report}");
}
