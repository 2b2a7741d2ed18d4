//! Who may call what, and that nothing is written around the trail.

use serde_json::json;

use crate::kernel::{Code, Kind, Need, Table};
use crate::params;
use crate::testkit::TestShop;

/// Operations that ask for no right but to be somebody: one's own session, views and jobs, and what
/// looks for itself at what each caller may see.
fn for_everybody(shop: &TestShop) -> Vec<&'static str> {
    let entries = shop.shop.core().entries();
    entries.filter(|e| e.needs == Need::SignedIn).map(|e| e.name).collect()
}

#[test]
fn every_operation_refuses_somebody() {
    let shop = TestShop::new();
    let newcomer = shop.person("newcomer", &[]);
    let for_everybody = for_everybody(&shop);
    for entry in shop.shop.core().entries() {
        let name = entry.name;
        let refused = shop.shop.answer(None, "test", name, "{}").body.unwrap_err();
        assert_eq!(refused.code, Code::Unauthenticated, "{name} answers a stranger");
        if !for_everybody.contains(&name) {
            // Somebody who holds no post yet, or none any more.
            let refused = shop.shop.call(&newcomer, name, "no JSON").unwrap_err();
            assert_eq!(refused.code, Code::Forbidden, "{name} answers who holds no post");
        }
    }
}

/// A room that wanted to write a table of the trail's would have to say something like this.
static FORGED: Table = Table {
    name: "audit_event",
    entity: "audit",
    label: "审计",
    kind: Kind::Derived,
    fields: &[],
    sealed: &[],
    files: &[],
};

#[test]
fn nothing_is_written_around_the_trail() {
    let shop = TestShop::new();
    shop.person("boss", &["ops_supervisor"]);
    let staff = &crate::staff::STAFF;
    let session = shop.shop.core().table("session").unwrap();
    let core = shop.shop.core();
    let tried = |table: &'static Table, sql: &'static str| {
        core.write_unasked("test", move |tx| tx.exec(table, sql, params![]).map(|_| ()))
    };
    for (table, sql) in [
        (staff, "update staff set name = 'x'"),
        (session, "update staff set name = 'x'"),
        (session, "with a as (select 1) update staff set name = 'x'"),
        (session, "update or replace staff set name = 'x'"),
        (session, "delete from session; delete from staff"),
        (session, "drop table staff"),
        (&FORGED, "delete from audit_event"),
    ] {
        assert!(tried(table, sql).is_err(), "{sql}");
    }
    for sql in [
        "update staff set name = 'x' returning id",
        "insert into setting (key, value) values ('zone', '1') returning 1",
        "delete from audit_event returning seq",
    ] {
        let asked = core.write_unasked("test", move |tx| tx.maybe::<i64>(sql, params![]));
        assert!(asked.is_err(), "{sql}");
    }
    assert_eq!(shop.count("select count(*) from staff where name = 'x'"), 0);
    assert_eq!(shop.count("select count(*) from setting where key = 'zone'"), 0);
}

#[test]
fn the_trail_itself_can_neither_be_changed_nor_shortened() {
    let shop = TestShop::new();
    for sql in ["update audit_event set op = 'x'", "delete from audit_event"] {
        let refused = crate::store::try_tamper(shop.dir(), sql).unwrap_err();
        assert!(refused.to_string().contains("audit_event only grows"), "{refused}");
    }
}

#[test]
fn a_command_that_fails_leaves_no_trace_but_a_refusal_does() {
    let shop = TestShop::new();
    let clerk = shop.person("kefu", &["customer_service"]);
    let admin = shop.person("admin", &["admin"]);
    let events = || shop.count("select count(*) from audit_event");
    let (before, feed) = (events(), shop.count("select count(*) from feed"));
    let odd = json!({ "automatic": true, "keep_daily": 99, "keep_weekly": 4 });
    shop.refused(&admin, "system.backup_plan", odd);
    assert_eq!((events(), shop.count("select count(*) from feed")), (before, feed));
    shop.refused(&clerk, "system.backup_now", json!({}));
    assert_eq!(events(), before + 1);
    let line =
        "select count(*) from audit_event where refused = 'no_right' and op = 'system.backup_now'
                and staff_name = 'kefu' and post = 'customer_service'";
    assert_eq!(shop.count(line), 1);
}

#[test]
fn nobody_is_shown_a_password_not_even_its_hash() {
    let shop = TestShop::new();
    let boss = shop.person("boss", &["ops_supervisor"]);
    let admin = shop.person("admin", &["admin"]);
    let set = json!({ "id": boss.staff, "password": "一个很长很长的密码" });
    shop.ok(&admin, "staff.set_password", set);
    let history = shop.ok(&boss, "audit.of", json!({ "entity": "staff", "id": boss.staff }));
    assert!(!history.to_string().contains("argon2"), "{history}");
}
