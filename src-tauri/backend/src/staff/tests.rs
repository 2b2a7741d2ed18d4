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
    let me = settled(&shop, "limei", "晚风吹过第七条街");
    let seen = shop.ok(&me, "session.me", json!({}));
    assert_eq!(seen["staff"]["posts"], json!(["designer"]));
    assert_eq!(seen["rights"]["assets"]["queue"], json!(true));
    assert_eq!(seen["sees"], json!([]));
}

/// Signs in with a first password, chooses another one and signs in with that.
fn settled(shop: &TestShop, login: &str, first: &str) -> Caller {
    let token = shop.shop.login(login, first, "PC-7").unwrap();
    let me = shop.shop.caller(&token).unwrap();
    let own = "梧桐更兼细雨点点";
    shop.ok(&me, "session.change_password", json!({ "old": first, "new": own }));
    assert!(shop.shop.caller(&token).is_err(), "the old session ends with the old password");
    let token = shop.shop.login(login, own, "PC-7").unwrap();
    shop.shop.caller(&token).unwrap()
}

#[test]
fn a_password_that_somebody_else_gave_only_lets_one_choose_another() {
    let shop = TestShop::new();
    let admin = shop.person("root", &["admin"]);
    let boss = shop.person("boss", &["ops_supervisor"]);
    let refused = shop.refused(&boss, "staff.reset_password", json!({ "id": admin.staff }));
    assert_eq!(refused.code, Code::Forbidden);
    let given = shop.ok(&admin, "staff.reset_password", json!({ "id": boss.staff }));
    let once = given["password"].as_str().unwrap().to_owned();
    let token = shop.shop.login("boss", &once, "PC-7").unwrap();
    let me = shop.shop.caller(&token).unwrap();
    assert_eq!(shop.ok(&me, "session.me", json!({}))["must_change_password"], json!(true));
    assert_eq!(shop.refused(&me, "staff.list", json!({})).code, Code::Forbidden);
    let same = shop.refused(&me, "session.change_password", json!({ "old": once, "new": once }));
    assert_eq!(same.field.as_deref(), Some("new"));
    let me = settled(&shop, "boss", &once);
    shop.ok(&me, "staff.list", json!({}));
}

#[test]
fn a_password_is_nowhere_in_the_trail_and_in_no_conflict() {
    let shop = TestShop::new();
    let admin = shop.person("root", &["admin"]);
    let boss = shop.person("boss", &["ops_supervisor"]);
    shop.ok(&admin, "staff.reset_password", json!({ "id": boss.staff }));
    assert_eq!(shop.count("select count(*) from audit_event where changes like '%argon2%'"), 0);
    let row = shop.ok(&admin, "staff.get", json!({ "id": boss.staff }));
    let save = |name: &str| json!({ "id": row["id"], "version": row["version"], "name": name });
    shop.ok(&admin, "staff.update", save("王主管"));
    let err = shop.refused(&admin, "staff.update", save("王经理"));
    assert!(err.details.unwrap()["current"].get("password").is_none());
}

#[test]
fn somebody_who_leaves_is_signed_out_and_comes_back_with_their_posts() {
    let shop = TestShop::new();
    let boss = shop.person("boss", &["ops_supervisor"]);
    let made = shop.ok(&boss, "staff.create", json!({
        "login": "limei", "name": "李美", "password": "晚风吹过第七条街", "posts": ["designer", "copywriter"]
    }));
    let me = settled(&shop, "limei", "晚风吹过第七条街");
    assert_eq!(shop.ok(&me, "sessions.mine", json!({}))[0]["current"], json!(true));
    let set = |active: bool| {
        let version = shop.ok(&boss, "staff.get", json!({ "id": made }))["version"].clone();
        json!({ "id": made, "version": version, "active": active, "reason": "离职" })
    };
    shop.ok(&boss, "staff.update", set(false));
    assert_eq!(shop.ok(&boss, "sessions.of", json!({ "staff_id": made })), json!([]));
    let err = shop.shop.login("limei", "梧桐更兼细雨点点", "PC-7").unwrap_err();
    assert_eq!(err.reason, "wrong_password");
    let posts = shop.ok(&boss, "posts.list", json!({}));
    let of = |posts: &serde_json::Value, code: &str| {
        posts.as_array().unwrap().iter().find(|p| p["post"] == code).unwrap().clone()
    };
    assert_eq!(of(&posts, "designer")["vacant"], json!(true));
    shop.ok(&boss, "staff.update", set(true));
    let posts = shop.ok(&boss, "posts.list", json!({}));
    assert_eq!(of(&posts, "copywriter")["holders"][0]["name"], json!("李美"));
}

#[test]
fn one_signs_oneself_out_elsewhere_and_nobody_else() {
    let shop = TestShop::new();
    let boss = shop.person("boss", &["ops_supervisor"]);
    for login in ["limei", "zhouran"] {
        shop.ok(
            &boss,
            "staff.create",
            json!({
                "login": login, "name": login, "password": "晚风吹过第七条街", "posts": ["designer"]
            }),
        );
    }
    let (limei, zhouran) = (
        settled(&shop, "limei", "晚风吹过第七条街"),
        settled(&shop, "zhouran", "晚风吹过第七条街"),
    );
    let elsewhere = shop.shop.login("limei", "梧桐更兼细雨点点", "平板").unwrap();
    let mine = shop.ok(&limei, "sessions.mine", json!({}));
    let other = mine.as_array().unwrap().iter().find(|s| s["device"] == "平板").unwrap().clone();
    let refused = shop.refused(&zhouran, "sessions.end", json!({ "id": other["id"] }));
    assert_eq!(refused.code, Code::Forbidden);
    assert!(shop.shop.caller(&elsewhere).is_ok());
    shop.ok(&limei, "sessions.end", json!({ "id": other["id"] }));
    assert_eq!(shop.shop.caller(&elsewhere).unwrap_err().reason, "no_session");
}

#[test]
fn wrong_passwords_at_the_lock_screen_lock_the_account_too() {
    let shop = TestShop::new();
    let boss = shop.person("boss", &["ops_supervisor"]);
    shop.ok(
        &boss,
        "staff.create",
        json!({
            "login": "limei", "name": "李美", "password": "晚风吹过第七条街", "posts": ["designer"]
        }),
    );
    let me = settled(&shop, "limei", "晚风吹过第七条街");
    for _ in 0..5 {
        assert!(!shop.shop.knows_password(&me, "not-this-one").unwrap());
    }
    assert_eq!(
        shop.shop.knows_password(&me, "梧桐更兼细雨点点").unwrap_err().reason,
        "account_locked"
    );
    shop.minutes_pass(6);
    assert!(shop.shop.knows_password(&me, "梧桐更兼细雨点点").unwrap());
}

#[test]
fn the_administrator_stays_in_charge_of_the_system_and_out_of_the_business() {
    let shop = TestShop::new();
    let admin = shop.person("root", &["admin"]);
    let cells = shop.ok(&admin, "rights.matrix", json!({}))["cells"].clone();
    let of = |module: &str, post: &str| {
        cells
            .as_array()
            .unwrap()
            .iter()
            .find(|c| c["module"] == module && c["post"] == post)
            .unwrap()
            .clone()
    };
    let set = |cell: &serde_json::Value, to: &str| json!({ "id": cell["id"], "version": cell["version"], "cell": to, "reason": "试试" });
    for (module, to) in [("system", "R"), ("listings_domestic", "A")] {
        let err = shop.refused(&admin, "rights.set_cell", set(&of(module, "admin"), to));
        assert_eq!(err.field.as_deref(), Some("cell"), "{module}");
    }
    shop.ok(&admin, "rights.set_cell", set(&of("products", "designer"), "N"));
    let reset = shop.ok(&admin, "rights.reset", json!({ "post": "designer", "reason": "改回去" }));
    assert_eq!(reset["cells"], json!(1));
    assert_eq!(
        shop.ok(&admin, "rights.matrix", json!({}))["cells"][7 * 12 + 3]["cell"],
        json!("R m")
    );
}

#[test]
fn a_setting_has_its_range_its_owner_and_is_not_overwritten_unseen() {
    let shop = TestShop::new();
    let admin = shop.person("root", &["admin"]);
    let boss = shop.person("boss", &["ops_supervisor"]);
    let set = |key: &str, was: serde_json::Value, value: serde_json::Value| json!({ "key": key, "was": was, "value": value });
    let lock = "lock_after_min";
    assert_eq!(
        shop.refused(&boss, "settings.set", set(lock, json!(15), json!(5))).code,
        Code::Forbidden
    );
    let err = shop.refused(&admin, "settings.set", set(lock, json!(15), json!(9_999)));
    assert_eq!(err.message, "“无人操作多久锁屏”应在 0 到 240 分钟 之间");
    shop.ok(&admin, "settings.set", set(lock, json!(15), json!(5)));
    assert_eq!(shop.ok(&boss, "session.me", json!({}))["lock_after_min"], json!(5));
    let err = shop.refused(&admin, "settings.set", set(lock, json!(15), json!(8)));
    assert_eq!((err.code, err.reason.as_str()), (Code::Conflict, "stale"));
    shop.ok(&boss, "settings.set", set("min_margin_bp", json!(1_000), json!(2_000)));
    shop.ok(&admin, "settings.set", set("zone", json!("Asia/Shanghai"), json!("America/New_York")));
    assert_eq!(shop.shop.core().zone().name(), "America/New_York");
}

#[test]
fn the_trail_tells_who_did_what_under_which_hat_and_each_sees_their_own() {
    let shop = TestShop::new();
    let admin = shop.person("root", &["admin"]);
    let boss = shop.person("boss", &["ops_supervisor"]);
    let designer = shop.person("limei", &["designer"]);
    let row = shop.ok(&boss, "staff.get", json!({ "id": designer.staff }));
    shop.ok(
        &boss,
        "staff.update",
        json!({ "id": row["id"], "version": row["version"], "phone": "13800001111" }),
    );
    shop.refused(
        &designer,
        "staff.create",
        json!({ "login": "xx", "name": "x", "password": "晚风吹过第七条街" }),
    );
    let seen = shop.ok(&boss, "audit.list", json!({ "tab": "changed" }));
    let last = &seen["rows"][0];
    assert_eq!((&last["staff_name"], &last["post"]), (&json!("boss"), &json!("ops_supervisor")));
    assert_eq!(last["op_label"], json!("修改员工资料"));
    assert_eq!(
        last["fields"][0],
        json!({ "field": "phone", "label": "电话", "old": "", "new": "13800001111" })
    );
    let one = shop.ok(&boss, "audit.get", json!({ "id": last["id"] }));
    assert_eq!((&one["intact"], &one["entity_label"]), (&json!(true), &json!("员工")));
    let own = shop.ok(&designer, "audit.list", json!({}));
    assert_eq!(own["rows"].as_array().unwrap().len(), 1);
    assert_eq!(own["rows"][0]["refused"], json!("no_right"));
    assert_eq!(
        shop.refused(&designer, "audit.get", json!({ "id": last["id"] })).code,
        Code::Forbidden
    );
    assert_eq!(shop.ok(&admin, "audit.verify", json!({}))["broken_at"], json!(null));
    let ids = shop.ok(&boss, "lists.ids", json!({ "list": "staff", "query": { "tab": "active" } }));
    assert_eq!(ids.as_array().unwrap().len(), 3);
}

#[test]
fn the_trail_tells_who_signed_in_where_and_who_signed_them_out() {
    let shop = TestShop::new();
    let admin = shop.person("root", &["admin"]);
    let boss = shop.person("boss", &["ops_supervisor"]);
    shop.ok(&admin, "staff.reset_password", json!({ "id": boss.staff }));
    let given = shop.ok(&admin, "staff.reset_password", json!({ "id": boss.staff }));
    let me = settled(&shop, "boss", given["password"].as_str().unwrap());
    let elsewhere = shop.shop.login("boss", "梧桐更兼细雨点点", "前台电脑").unwrap();
    shop.shop.logout(&elsewhere).unwrap();
    shop.shop.logout(&elsewhere).unwrap();
    shop.ok(&admin, "sessions.end", json!({ "id": me.session }));
    let told = shop.ok(
        &admin,
        "audit.list",
        json!({ "filters": [
        { "field": "entity", "op": "eq", "value": "session" }] }),
    );
    let lines: Vec<(&str, &str, &str)> = told["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let text = |key: &str| row[key].as_str().unwrap();
            (text("staff_name"), text("op_label"), text("device"))
        })
        .collect();
    let own = (boss.name.as_str(), "登录", "PC-7");
    assert_eq!(
        lines,
        [
            (admin.name.as_str(), "退出设备", "本机"),
            (boss.name.as_str(), "退出登录", "前台电脑"),
            (boss.name.as_str(), "登录", "前台电脑"),
            own,
            (boss.name.as_str(), "修改密码", "PC-7"),
            own,
        ]
    );
}

#[test]
fn a_shared_view_has_a_history_and_only_its_owner_changes_it() {
    let shop = TestShop::new();
    let admin = shop.person("root", &["admin"]);
    let boss = shop.person("boss", &["ops_supervisor"]);
    let save = |name: &str, id: Option<i64>| json!({ "list": "products", "id": id, "name": name, "view": { "tab": "all" }, "shared": true });
    let id = shop.ok(&boss, "views.save", save("秋装", None)).as_i64().unwrap();
    assert_eq!(
        shop.ok(&boss, "views.save", save("秋装", None)),
        id,
        "the same name is the same view"
    );
    shop.ok(&boss, "views.save", save("秋冬装", Some(id)));
    let other = shop.refused(&admin, "views.save", save("我的", Some(id)));
    assert_eq!(other.code, Code::Forbidden);
    assert_eq!(shop.refused(&admin, "views.remove", json!({ "id": id })).code, Code::Forbidden);
    shop.ok(&boss, "views.remove", json!({ "id": id }));
    let told = shop.ok(&admin, "audit.of", json!({ "entity": "view", "id": id }));
    let acts: Vec<&str> =
        told.as_array().unwrap().iter().map(|l| l["action_label"].as_str().unwrap()).collect();
    assert_eq!(acts, ["删除视图", "保存视图", "保存视图"]);
    assert_eq!(told[1]["changes"][0]["label"], "名称");
    assert_eq!(told[1]["changes"][0]["new"], "秋冬装");
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
    assert_eq!((err.code, err.reason.as_str()), (Code::Unauthenticated, "account_locked"));
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
    let boss = shop.person("linwan", &["ops_supervisor"]);
    let rows = shop.ok(&admin, "staff.list", json!({}))["rows"].clone();
    let row = rows.as_array().unwrap().iter().find(|row| row["login"] == "root").unwrap();
    let err = shop.refused(
        &boss,
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
fn a_grant_only_adds_reaches_who_has_no_post_and_makes_no_administrator_a_judge() {
    use crate::kernel::Module;
    use crate::kernel::rights::Ask;
    let shop = TestShop::new();
    let admin = shop.person("root", &["admin"]);
    let specialist = shop.person("op", &["ops_specialist"]);
    let nobody = shop.person("newcomer", &[]);
    let other = shop.person("root2", &["admin"]);
    let until = shop.today();
    let grant = |staff: i64, module: &str, cell: &str| json!({ "staff_id": staff, "module": module, "cell": cell, "until": until, "reason": "顶班" });
    // The post may write all domestic listings; a narrower word on top takes nothing away.
    shop.ok(&admin, "grants.add", grant(specialist.staff, "listings_domestic", "W :title"));
    shop.ok(&admin, "grants.add", grant(specialist.staff, "listings_domestic", "W o"));
    let write = Ask::write(Module::ListingsDomestic);
    let after = shop.again(&specialist);
    assert!(
        after.can(write) && !after.own_only(Module::ListingsDomestic, crate::kernel::Level::Write)
    );
    shop.ok(&admin, "grants.add", grant(nobody.staff, "listings_domestic", "R"));
    assert!(shop.again(&nobody).can(Ask::read(Module::ListingsDomestic)));
    assert_eq!(shop.ok(&shop.again(&nobody), "session.me", json!({}))["hats"], json!([]));
    let err = shop.refused(&admin, "grants.add", grant(other.staff, "campaigns", "A"));
    assert!(err.message.contains("系统管理员不能审批"), "{}", err.message);
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
