//! What keeps a shop: the clock, its backups, and the check that finds what is wrong.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use serde_json::{Value as Json, json};
use shopdesk_pictures::{Bitmap, thumbs};

use crate::Shop;
use crate::kernel::check::{CheckReport, check};
use crate::kernel::rights::Caller;
use crate::products::{Intake, NewProduct, PRODUCT};
use crate::store::{self, DATABASE, StoreError};
use crate::testkit::{MORNING, TestShop};

/// A shop with a picture and a changed product, in a folder of its own.
struct Kept {
    home: tempfile::TempDir,
    shop: Shop,
    hash: String,
}

impl Kept {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let shop = Shop::open_at(&home.path().join("shop"), Arc::new(|| MORNING)).unwrap();
        shop.core()
            .write_unasked("test", |tx| {
                crate::staff::ops::add_person(tx, "boss", "林晚", &["ops_supervisor"])?;
                crate::staff::ops::add_person(tx, "admin", "管理", &["admin"])
            })
            .unwrap();
        let boss = shop.local("boss", "ui").unwrap();
        let bitmap = Bitmap { width: 64, height: 64, alpha: false, data: vec![0xA0; 64 * 64 * 3] };
        let picture = thumbs::make(&bitmap, &[64]).remove(0).bytes;
        let facts = shop.core().put_bytes(&boss, "主图.jpg", &picture).unwrap();
        Self { home, shop, hash: facts.hash }
    }

    fn dir(&self) -> PathBuf {
        self.home.path().join("shop")
    }

    fn check(&self) -> CheckReport {
        self.shop.core().read(&Caller::system(), check).unwrap()
    }

    /// Does something to the database that no operation would.
    fn tamper(&self, sql: &str) {
        store::tamper(&self.dir(), sql);
    }
}

fn faults(kept: &Kept) -> String {
    let report = kept.check();
    assert!(!report.clean, "nothing was found");
    report.faults.join("\n")
}

#[test]
fn a_shop_left_alone_is_clean() {
    let kept = Kept::new();
    let report = kept.check();
    assert!(report.clean, "{:?}", report.faults);
    assert!(report.rows > 0 && report.files == 1 && report.events > 0);
}

#[test]
fn the_check_finds_a_row_that_was_changed_around_the_trail() {
    let kept = Kept::new();
    kept.tamper("update staff set name = '别人' where login = 'boss'");
    assert!(faults(&kept).contains("与变更记录不符"), "{}", faults(&kept));
}

#[test]
fn the_check_finds_a_row_that_was_taken_away_and_one_that_was_slipped_in() {
    let kept = Kept::new();
    kept.tamper("pragma foreign_keys = off; delete from staff where login = 'admin'");
    assert!(faults(&kept).contains("变更记录里却没有删除它"), "{}", faults(&kept));
    let kept = Kept::new();
    kept.tamper("insert into staff_post (staff_id, post, since) select id, 'director', '2026-01-01' from staff where login = 'admin'");
    assert!(faults(&kept).contains("没有来历"), "{}", faults(&kept));
}

#[test]
fn rows_that_came_in_bulk_are_checked_too_changed_removed_or_undone() {
    let kept = Kept::new();
    let core = kept.shop.core();
    let bulk = || {
        core.write_unasked("test", |tx| {
            let batch = tx.batch("导入")?;
            let mut bulk = Intake::default();
            for n in 0..5 {
                let (code, title) = (format!("B{batch}-{n}"), "连衣裙".to_owned());
                bulk.add(tx, NewProduct { code, title, ..NewProduct::default() })?;
            }
            bulk.done(tx);
            Ok(batch)
        })
        .unwrap()
    };
    bulk();
    core.write_unasked("test", |tx| {
        tx.update(&PRODUCT, 2, None, &[("title", "半身裙".into())])?;
        tx.remove(&PRODUCT, 3, None)
    })
    .unwrap();
    let second = bulk();
    core.write_unasked("test", |tx| crate::kernel::undo::undo(tx, second, false)).unwrap();
    let report = kept.check();
    assert!(report.clean, "{:?}", report.faults);
    kept.tamper("update product set title = '偷改' where id = 4");
    assert!(faults(&kept).contains("成批写入的行被改过"), "{}", faults(&kept));
    kept.tamper(
        "update product set title = '连衣裙' where id = 4; delete from product where id = 5",
    );
    assert!(faults(&kept).contains("成批写入的行被改过"), "{}", faults(&kept));
}

#[test]
fn the_check_finds_a_line_cut_out_of_the_trail() {
    let kept = Kept::new();
    kept.tamper("drop trigger audit_event_no_delete; delete from audit_event where seq = 2");
    assert!(faults(&kept).contains("审计记录在第 2 条断开"), "{}", faults(&kept));
}

#[test]
fn the_check_finds_that_the_end_of_the_trail_is_missing() {
    let kept = Kept::new();
    kept.tamper(
        "drop trigger audit_event_no_delete;
         delete from audit_event where seq = (select max(seq) from audit_event)",
    );
    assert!(faults(&kept).contains("没有来历"), "{}", faults(&kept));
}

#[test]
fn the_check_finds_a_missing_file_and_a_changed_one() {
    let kept = Kept::new();
    let path = kept.shop.core().store().files().path(&kept.hash);
    std::fs::write(&path, b"other").unwrap();
    assert!(faults(&kept).contains("“主图.jpg”") && faults(&kept).contains("内容被改过"));
    std::fs::remove_file(&path).unwrap();
    assert!(faults(&kept).contains("不在磁盘上"), "{}", faults(&kept));
}

#[test]
fn a_backup_with_files_comes_back_whole_and_only_into_an_empty_folder() {
    let kept = Kept::new();
    let file = kept.home.path().join("out").join("shop.shopdesk");
    let made = store::backup(kept.shop.core().store(), &file, MORNING, &mut |_, _| true);
    assert_eq!(made.unwrap().unwrap().files, std::slice::from_ref(&kept.hash));

    let refused = store::restore(&file, &kept.dir()).unwrap_err();
    assert!(matches!(refused, StoreError::Constraint(_)), "{refused}");

    let there = kept.home.path().join("restored");
    store::restore(&file, &there).unwrap();
    let back = Shop::open_at(&there, Arc::new(|| MORNING)).unwrap();
    let report = back.core().read(&Caller::system(), check).unwrap();
    assert!(report.clean, "{:?}", report.faults);
    assert_eq!(report.files, 1);
    let boss = back.local("boss", "ui").unwrap();
    assert_eq!(back.ask(&boss, "session.me", json!({})).unwrap()["staff"]["name"], "林晚");
    assert_eq!(std::fs::read_dir(file.parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn a_backup_that_is_cut_short_or_changed_is_refused_and_restores_nothing() {
    let kept = Kept::new();
    let file = kept.home.path().join("shop.shopdesk");
    store::backup(kept.shop.core().store(), &file, MORNING, &mut |_, _| true).unwrap();
    let whole = std::fs::read(&file).unwrap();
    let there = kept.home.path().join("restored");
    let mut changed = whole.clone();
    let picture = std::fs::read(kept.shop.core().store().files().path(&kept.hash)).unwrap();
    let at = changed.windows(picture.len()).position(|part| part == picture).unwrap();
    changed[at + picture.len() / 2] ^= 1;
    for bytes in [&whole[..whole.len() / 2], &changed] {
        std::fs::write(&file, bytes).unwrap();
        assert!(store::restore(&file, &there).is_err());
        assert!(!there.exists());
    }
}

#[test]
fn a_cancelled_backup_leaves_nothing() {
    let kept = Kept::new();
    let file = kept.home.path().join("out").join("shop.shopdesk");
    let made = store::backup(kept.shop.core().store(), &file, MORNING, &mut |_, _| false).unwrap();
    assert!(made.is_none());
    assert_eq!(std::fs::read_dir(file.parent().unwrap()).unwrap().count(), 0);
}

#[test]
fn an_old_program_refuses_a_newer_shop_with_a_sentence() {
    let kept = Kept::new();
    let Kept { home, shop, .. } = kept;
    drop(shop);
    store::tamper(&home.path().join("shop"), "pragma user_version = 99");
    let refused = Shop::open(&home.path().join("shop")).err().unwrap();
    assert_eq!(refused.reason, "newer");
    assert!(refused.message.contains("请先升级"), "{}", refused.message);
}

#[test]
fn a_database_of_another_program_is_left_alone() {
    let home = tempfile::tempdir().unwrap();
    store::tamper(home.path(), "create table notes (id integer)");
    let before = std::fs::read(home.path().join(DATABASE)).unwrap();
    let refused = Shop::open(home.path()).err().unwrap();
    assert_eq!(refused.reason, "damaged");
    assert_eq!(std::fs::read(home.path().join(DATABASE)).unwrap(), before);
}

/// A shop whose clock the test moves, with its administrator.
fn timed() -> (TestShop, Caller) {
    let shop = TestShop::new();
    let admin = shop.person("admin", &["admin"]);
    (shop, admin)
}

fn backups(shop: &TestShop, admin: &Caller) -> Json {
    shop.ok(admin, "system.backups", json!({}))
}

#[test]
fn the_shop_backs_itself_up_once_a_day_and_verifies_it() {
    let (shop, admin) = timed();
    shop.minutes_pass(5);
    assert_eq!(shop.shop.tick().unwrap().backup, None, "a new shop has until tomorrow");
    shop.days_pass(1);
    let job = shop.shop.tick().unwrap().backup.expect("it is due");
    shop.until_idle();
    assert_eq!(shop.shop.tick().unwrap().backup, None, "once a day");
    let view = backups(&shop, &admin);
    assert_eq!(view["backups"].as_array().unwrap().len(), 1, "{view}");
    assert_eq!(view["backups"][0]["automatic"], true);
    assert_eq!((&view["age_days"], &view["overdue"]), (&json!(0), &json!(false)));
    assert_eq!(view["failed"], Json::Null);
    let file = Path::new(view["folder"].as_str().unwrap())
        .join(view["backups"][0]["name"].as_str().unwrap());
    store::verify(&file).unwrap();
    assert!(job > 0);
    shop.days_pass(3);
    let view = backups(&shop, &admin);
    assert_eq!((&view["age_days"], &view["overdue"]), (&json!(3), &json!(true)));
}

#[test]
fn old_automatic_backups_go_as_planned_and_those_made_by_hand_stay() {
    let (shop, admin) = timed();
    let started = shop.ok(&admin, "system.backup_now", json!({}));
    shop.job(&admin, &started);
    let plan = json!({ "automatic": true, "keep_daily": 2, "keep_weekly": 1 });
    shop.ok(&admin, "system.backup_plan", plan);
    for _ in 0..16 {
        shop.days_pass(1);
        assert!(shop.shop.tick().unwrap().backup.is_some());
        shop.until_idle();
    }
    let view = backups(&shop, &admin);
    let automatic: Vec<bool> =
        view["backups"].as_array().unwrap().iter().map(|b| b["automatic"] == true).collect();
    assert_eq!(automatic, [true, true, true, false], "{view}");
    shop.ok(
        &admin,
        "system.backup_plan",
        json!({ "automatic": false, "keep_daily": 2, "keep_weekly": 1 }),
    );
    shop.days_pass(1);
    assert_eq!(shop.shop.tick().unwrap().backup, None);
}

#[test]
fn a_backup_that_cannot_be_written_says_why_and_is_tried_again_later() {
    let (shop, admin) = timed();
    let folder = shop.dir().join("backups");
    std::fs::write(&folder, "a file is in the way").unwrap();
    shop.days_pass(1);
    assert!(shop.shop.tick().is_err());
    std::fs::remove_file(&folder).unwrap();
    assert!(shop.shop.tick().unwrap().backup.is_some());
    shop.until_idle();
    assert_eq!(backups(&shop, &admin)["failed"], Json::Null);
}

#[test]
fn only_the_administrator_plans_backups_and_only_those_who_answer_for_the_shop_see_them() {
    let (shop, admin) = timed();
    let clerk = shop.person("kefu", &["customer_service"]);
    let boss = shop.person("boss", &["ops_supervisor"]);
    for op in ["system.backup_now", "system.backups", "system.check"] {
        assert_eq!(shop.refused(&clerk, op, json!({})).reason, "no_right", "{op}");
    }
    shop.ok(&boss, "system.backups", json!({}));
    assert_eq!(shop.refused(&boss, "system.backup_now", json!({})).reason, "no_right");
    let odd = json!({ "automatic": true, "keep_daily": 0, "keep_weekly": 4 });
    let refused = shop.refused(&admin, "system.backup_plan", odd);
    assert_eq!(refused.field.as_deref(), Some("keep_daily"));
}

#[test]
fn what_time_brings_is_brought_once() {
    let clock = Arc::new(AtomicI64::new(MORNING));
    let hand = clock.clone();
    let home = tempfile::tempdir().unwrap();
    let shop = Shop::open_at(home.path(), Arc::new(move || hand.load(Ordering::Relaxed))).unwrap();
    shop.core()
        .write_unasked("test", |tx| {
            let id = crate::staff::ops::add_person(tx, "boss", "林晚", &["ops_supervisor"])?;
            crate::staff::ops::give_password(tx, id, "一个很长很长的密码")
        })
        .unwrap();
    let token = shop.login("boss", "一个很长很长的密码", "test").unwrap();
    assert_eq!(shop.tick().unwrap().sessions, 0);
    clock.fetch_add(15 * 86_400_000, Ordering::Relaxed);
    assert_eq!(shop.tick().unwrap().sessions, 1);
    assert_eq!(shop.tick().unwrap().sessions, 0);
    assert_eq!(shop.caller(&token).unwrap_err().reason, "no_session");
}
