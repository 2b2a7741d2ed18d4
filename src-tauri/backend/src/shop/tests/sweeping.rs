//! The sweep of files: what nothing names any more goes after thirty days, everything else stays.

use serde_json::{Value as Json, json};

use crate::kernel::rights::Caller;
use crate::testkit::TestShop;

struct Desk {
    shop: TestShop,
    boss: Caller,
}

/// A picture; every seed another one.
fn picture(seed: u8) -> Vec<u8> {
    let mut out = b"BM".to_vec();
    let (side, offset) = (64_u32, 54_u32);
    for n in [offset + side * side * 3, 0, offset, 40, side, side] {
        out.extend(n.to_le_bytes());
    }
    out.extend([1, 0, 24, 0]);
    out.extend([0_u8; 24]);
    out.extend((0..side * side * 3).map(|n| n.to_le_bytes()[0].wrapping_mul(seed | 1)));
    out
}

impl Desk {
    fn new() -> Self {
        let shop = TestShop::new();
        let boss = shop.person("boss", &["ops_supervisor"]);
        Self { shop, boss }
    }

    fn file(&self, name: &str, bytes: &[u8]) -> String {
        self.shop.shop.core().put_bytes(&self.boss, name, bytes).unwrap().hash
    }

    /// Lets days go by, and the shop do what its days bring.
    fn days_pass(&self, days: i64) {
        self.shop.days_pass(days);
        self.shop.shop.tick().unwrap();
        self.shop.until_idle();
    }

    /// Whether the file is there, on the disk and among the files.
    fn has(&self, hash: &str) -> bool {
        let known = self.shop.count(&format!("select count(*) from file where hash = '{hash}'"));
        let there = self.shop.shop.core().store().files().has(hash);
        assert_eq!(known == 1, there);
        there
    }

    fn preview(&self, name: &str, bytes: &[u8], store: i64) -> Json {
        let file = self.file(name, bytes);
        let job = self.shop.ok(
            &self.boss,
            "imports.preview",
            json!({ "file": file, "name": name, "shop": store }),
        );
        let done = self.shop.job(&self.boss, &job);
        let done: Json = match done.as_str() {
            Some(text) => serde_json::from_str(text).unwrap(),
            None => done,
        };
        self.shop.ok(&self.boss, "imports.get", json!({ "id": done["imports"][0] }))
    }
}

#[test]
fn the_pictures_of_a_discarded_preview_go_after_thirty_days_and_those_of_one_that_waits_stay() {
    let desk = Desk::new();
    let store = desk.shop.store("taobao");
    let pack = |seed: u8| crate::imports::sample_pack("PK-1", "醋酸通勤连衣裙", &picture(seed));
    let put_away = desk.preview("一.zip", &pack(3), store);
    let waiting = desk.preview("二.zip", &pack(9), store);
    let (gone, kept) = (desk.file("主图.bmp", &picture(3)), desk.file("主图.bmp", &picture(9)));
    desk.shop.ok(&desk.boss, "imports.discard", json!({ "id": put_away["id"] }));
    desk.days_pass(29);
    assert!(desk.has(&gone) && desk.has(&kept));
    let thumb = desk.shop.shop.core().store().files().thumb_path(&gone, 80);
    assert!(thumb.exists());
    desk.days_pass(2);
    assert!(!desk.has(&gone) && desk.has(&kept));
    assert!(!thumb.exists());
    let zips = "select count(*) from file where name like '%.zip'";
    assert_eq!(desk.shop.count(zips), 1);
    // The trail tells what went, and the preview that waits can still be brought in.
    let told =
        "select count(*) from audit_event where op = 'system.sweep' and changes like '%一.zip%'";
    assert_eq!(desk.shop.count(told), 1);
    let job = desk.shop.ok(&desk.boss, "imports.commit", json!({ "id": waiting["id"] }));
    desk.shop.job(&desk.boss, &job);
    desk.days_pass(30);
    assert!(desk.has(&kept));
}

#[test]
fn the_pictures_dropped_with_a_table_stay_as_long_as_its_preview_waits() {
    let desk = Desk::new();
    let came_along = desk.file("平铺.bmp", &picture(41));
    let table = desk.file("商品.csv", "商品编码,标题\nA1,醋酸通勤连衣裙\n".as_bytes());
    let job = desk.shop.ok(
        &desk.boss,
        "imports.preview",
        json!({ "file": table, "name": "商品.csv",
                "pack": [{ "name": "图/平铺.bmp", "file": came_along }] }),
    );
    desk.shop.job(&desk.boss, &job);
    desk.days_pass(30);
    assert!(desk.has(&came_along) && desk.has(&table));
    let import = desk.shop.count("select id from import_batch");
    desk.shop.ok(&desk.boss, "imports.discard", json!({ "id": import }));
    desk.days_pass(1);
    assert!(!desk.has(&came_along) && !desk.has(&table));
}

#[test]
fn what_came_in_again_has_thirty_new_days() {
    let desk = Desk::new();
    let hash = desk.file("图.bmp", &picture(5));
    desk.days_pass(29);
    assert_eq!(desk.file("同一张.bmp", &picture(5)), hash);
    desk.days_pass(28);
    assert!(desk.has(&hash));
    desk.days_pass(3);
    assert!(!desk.has(&hash));
    // And comes in as new once it is gone.
    assert_eq!(desk.file("图.bmp", &picture(5)), hash);
    assert!(desk.has(&hash));
}

#[test]
fn a_picture_stays_that_only_an_older_version_the_references_or_the_trail_name() {
    let desk = Desk::new();
    let (shop, boss) = (&desk.shop, &desk.boss);
    let planner = shop.person("planner", &["product_planner"]);
    let designer = shop.person("designer", &["designer"]);
    let [old, new, asked, shown, nothing] =
        [11, 13, 17, 19, 23].map(|n| desk.file("图.bmp", &picture(n)));

    let (product, _) = shop.listed("PD-1", "真丝连衣裙", &[shop.store("taobao")]);
    let kind = crate::assets::AssetKind::MainImage;
    let brief = crate::assets::sample_brief(crate::assets::questions(kind));
    let asset = shop.ok(
        &planner,
        "assets.create",
        json!({ "kind": kind, "title": "夏裙主图", "brief_md": brief, "due": shop.today().plus(30),
                "product_id": product, "refs": [asked], "slot": "taobao.main", "submit": true }),
    );
    shop.ok(
        &planner,
        "assets.schedule",
        json!({ "id": asset["id"], "version": asset["version"], "assignee": designer.staff,
                "due": shop.today().plus(20), "est_h": 3.5, "difficulty": 3 }),
    );
    for file in [&old, &new] {
        let args = json!({ "request": asset["id"], "file": file, "name": "图.bmp" });
        shop.ok(&designer, "assets.add_version", args);
    }

    // A product's picture that was taken away again: only the trail still tells of it.
    let set = |pictures: Json| {
        let version = shop.ok(boss, "products.get", json!({ "id": product }))["version"].clone();
        let args = json!({ "id": product, "version": version, "pictures": pictures });
        shop.ok(boss, "products.set_pictures", args);
    };
    set(json!([{ "file": shown }]));
    set(json!([]));

    desk.days_pass(40);
    assert!(!desk.has(&nothing));
    for hash in [&old, &new, &asked, &shown] {
        assert!(desk.has(hash), "{hash}");
    }
    set(json!([{ "file": shown }]));
}

#[test]
fn a_sweep_that_a_crash_cut_off_puts_back_what_is_still_known() {
    let desk = Desk::new();
    let files = desk.shop.shop.core().store().files();
    let known = desk.file("图.bmp", &picture(29));
    let (product, _) = desk.shop.listed("PD-1", "真丝连衣裙", &[desk.shop.store("taobao")]);
    let version =
        desk.shop.ok(&desk.boss, "products.get", json!({ "id": product }))["version"].clone();
    let args = json!({ "id": product, "version": version, "pictures": [{ "file": known }] });
    desk.shop.ok(&desk.boss, "products.set_pictures", args);
    let forgotten = files.put_bytes(b"forgotten").unwrap().hash;
    for hash in [&known, &forgotten] {
        assert!(files.set_aside(hash).unwrap());
        assert!(!files.has(hash));
    }
    desk.days_pass(31);
    assert!(desk.has(&known) && !desk.has(&forgotten));
    let folder = files.path(&known).parent().unwrap().with_file_name("incoming");
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 0);
}

#[test]
fn while_a_backup_is_being_made_every_file_stays() {
    let desk = Desk::new();
    let hash = desk.file("图.bmp", &picture(37));
    let held = desk.shop.shop.core().store().files().hold().unwrap();
    desk.days_pass(31);
    assert!(desk.has(&hash));
    drop(held);
    desk.days_pass(1);
    assert!(!desk.has(&hash));
}
