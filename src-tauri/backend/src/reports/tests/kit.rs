//! Two small shops with a history, and a workbook's cells as text.

use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::{Value as Json, json};
use shopdesk_pictures::{Bitmap, thumbs};

use crate::assets::{AssetKind, questions, sample_brief};
use crate::kernel::rights::Caller;
use crate::listings::{Bulk, LISTING, NewListing, NewSku};
use crate::products::{PRODUCT, SKU};
use crate::testkit::TestShop;

/// Makes a report of November 2026; answers what the job made.
pub fn report(shop: &TestShop, who: &Caller, kind: &str) -> Json {
    let args = json!({ "kind": kind, "from": "2026-11-01", "to": "2026-11-30" });
    let started = shop.ok(who, "reports.make", args);
    shop.job(who, &started)
}

/// Where the file of something made lies.
pub fn path(shop: &TestShop, made: &Json) -> PathBuf {
    shop.shop.core().store().files().path(made["file"].as_str().unwrap())
}

/// A sheet's cells, row by row.
pub fn rows(path: &Path, sheet: &str) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

/// A cell as a person reads it, its type told where Excel would treat it differently.
pub fn told(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(n) => format!("#{n}"),
        Data::Int(n) => format!("#{n}"),
        Data::DateTime(at) => {
            let first = chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
            #[expect(clippy::cast_possible_truncation, reason = "days of this century")]
            let seconds = (at.as_f64() * 86_400.0).round() as i64;
            let moment =
                first.and_time(chrono::NaiveTime::MIN) + chrono::TimeDelta::seconds(seconds);
            moment.format("@%Y-%m-%d %H:%M").to_string()
        }
        other => format!("{other:?}"),
    }
}

/// A sheet as text, for snapshots; the fingerprint, which any change of a cell changes, left out.
pub fn text(path: &Path, sheet: &str) -> String {
    let mut out = String::new();
    for row in rows(path, sheet) {
        let cells: Vec<String> = row.iter().map(told).collect();
        let line = cells.join(" | ").trim_end_matches([' ', '|']).to_owned();
        out.push_str(if line.contains("SHA-256") {
            " | 数据指纹 | SHA-256 …"
        } else {
            &line
        });
        out.push('\n');
    }
    out
}

/// All sheets as text.
pub fn whole(path: &Path) -> String {
    let told: Vec<String> =
        sheets(path).iter().map(|sheet| format!("== {sheet}\n{}", text(path, sheet))).collect();
    told.join("\n")
}

/// The names of the sheets.
pub fn sheets(path: &Path) -> Vec<String> {
    let book: Xlsx<_> = open_workbook(path).unwrap();
    book.sheet_names().clone()
}

/// A picture of coloured blocks, another one for each seed, as a JPEG.
fn picture(seed: u8) -> Vec<u8> {
    let (width, height) = (800_u32, 800_u32);
    let mut data = Vec::with_capacity((width * height * 3) as usize);
    for y in 0..height {
        for x in 0..width {
            let cell = u8::try_from(y / 160 * 5 + x / 160).unwrap();
            let mixed = cell.wrapping_mul(37).wrapping_add(seed.wrapping_mul(91));
            data.extend([mixed, mixed.wrapping_mul(3), mixed.wrapping_add(80)]);
        }
    }
    let bitmap = Bitmap { width, height, alpha: false, data };
    thumbs::make(&bitmap, &[width]).remove(0).bytes
}

/// A month of the asset queue: one picture changed by wish and approved, one late and twice at fault,
/// one handed in, one not begun.
pub struct Studio {
    pub shop: TestShop,
    pub boss: Caller,
    pub designer: Caller,
    planner: Caller,
    service: Caller,
    seed: std::cell::Cell<u8>,
}

impl Studio {
    pub fn new() -> Self {
        let shop = TestShop::new();
        let studio = Self {
            boss: shop.person("王主管", &["ops_supervisor"]),
            planner: shop.person("陈策划", &["product_planner"]),
            service: shop.person("赵客服", &["customer_service"]),
            designer: shop.person("李美工", &["designer"]),
            seed: std::cell::Cell::new(0),
            shop,
        };
        let other = studio.shop.person("周美工", &["designer"]);
        let own = studio.designer.clone();
        let wish = studio.request("夏款连衣裙推广图", &own, 3, 2);
        let late = studio.request("=1+1 秋款推广图", &other, 5, 1);
        let handed = studio.request("直播间背景", &other, 2, 9);
        studio.plain("还没开始的推广图");
        studio.hand_in(&own, &wish);
        studio.back(&wish, "change", "换成蓝色款");
        studio.hand_in(&own, &wish);
        studio.act(&studio.service, &wish, json!({ "action": "approve" }));
        studio.act(&own, &wish, json!({ "action": "deliver", "reason": "外包没有给源文件" }));
        let to = studio.shop.today().plus(5);
        studio.act(
            &own,
            &wish,
            json!({ "action": "mark_live", "where": "天猫旗舰店 直通车", "live_to": to }),
        );
        studio.shop.days_pass(3);
        studio.hand_in(&other, &late);
        studio.back(&late, "below_par", "太暗");
        studio.hand_in(&other, &late);
        studio.back(&late, "wrong_spec", "要 800×800");
        studio.hand_in(&other, &late);
        studio.act(&studio.service, &late, json!({ "action": "approve" }));
        studio.hand_in(&other, &handed);
        studio
    }

    fn plain(&self, title: &str) -> Json {
        self.shop.ok(
            &self.service,
            "assets.create",
            json!({
                "kind": "ad_creative", "title": title, "slot": "taobao.main", "submit": true,
                "brief_md": sample_brief(questions(AssetKind::AdCreative)), "due": self.shop.today().plus(9)
            }),
        )
    }

    fn request(&self, title: &str, who: &Caller, points: i64, days: i64) -> Json {
        let asset = self.plain(title);
        self.shop.ok(
            &self.planner,
            "assets.schedule",
            json!({
                "id": asset["id"], "version": asset["version"], "assignee": who.staff,
                "due": self.shop.today().plus(days), "difficulty": points
            }),
        );
        asset["id"].clone()
    }

    fn act(&self, who: &Caller, id: &Json, mut step: Json) {
        let now = self.shop.ok(&self.planner, "assets.get", json!({ "id": id }));
        step["id"] = id.clone();
        step["version"] = now["version"].clone();
        self.shop.ok(who, "assets.act", step);
    }

    fn hand_in(&self, who: &Caller, id: &Json) {
        self.seed.set(self.seed.get() + 1);
        let bytes = picture(self.seed.get());
        let file = self.shop.shop.core().put_bytes(who, "稿.jpg", &bytes).unwrap().hash;
        let args = json!({ "request": id, "file": file, "name": "稿.jpg" });
        self.shop.ok(who, "assets.add_version", args);
        self.act(who, id, json!({ "action": "submit_version" }));
    }

    fn back(&self, id: &Json, class: &str, why: &str) {
        let step = json!({ "action": "retake", "class": class, "reason": why });
        self.act(&self.service, id, step);
    }
}

/// A month of the shelf: a price set directly, one approved and scheduled, one below its floor, a
/// listing up, one down, a category changed, and the same product cheaper in another shop.
pub struct Shelf {
    pub shop: TestShop,
    pub boss: Caller,
    pub op: Caller,
    pub taobao: i64,
    pub listing: i64,
}

/// 商家编码 and platform numbers as they are: nineteen digits.
pub const OUTER: &str = "1930679858170647123";
pub const ITEM: &str = "6789012345678901234";

fn yuan(amount: i64) -> Json {
    json!({ "amount": amount, "currency": "CNY" })
}

impl Shelf {
    pub fn new() -> Self {
        let shop = TestShop::new();
        let boss = shop.person("王主管", &["ops_supervisor"]);
        let op = shop.person("孙运营", &["ops_specialist"]);
        let channels = shop.ok(&boss, "channels.list", json!({}));
        let opened = |code: &str, name: &str, on: &str| {
            let all = channels.as_array().unwrap();
            let channel = all.iter().find(|c| c["code"] == on).unwrap()["id"].clone();
            let args = json!({ "code": code, "name": name, "channel_id": channel });
            shop.ok(&boss, "shops.create", args).as_i64().unwrap()
        };
        let taobao = opened("TB1", "淘宝女装店", "taobao");
        let tmall = opened("TM1", "天猫旗舰店", "tmall");
        let amazon = opened("AM1", "Amazon US", "amazon");
        let dress = product(&shop, "PD-1", "法式连衣裙", "D1", 60_00);
        let skirt = product(&shop, "PD-2", "=HYPERLINK(\"x\") 半身裙", "S1", 40_00);
        let listing = bring(&shop, dress, taobao, "法式连衣裙 夏", "live", 100_00, OUTER);
        bring(&shop, dress, tmall, "法式连衣裙 天猫", "live", 129_00, "TM-D1");
        bring(&shop, dress, amazon, "French dress", "live", 19_99, "AM-D1");
        let down = bring(&shop, skirt, taobao, "半身裙", "live", 80_00, "TB-S1");
        let up = bring(&shop, skirt, tmall, "半身裙 天猫", "ready", 88_00, "TM-S1");
        let shelf = Self { shop, boss, op, taobao, listing };
        shelf.history(down, up);
        shelf
    }

    fn history(&self, down: i64, up: i64) {
        let Self { shop, op, boss, listing, .. } = self;
        shop.ok(op, "listings.set_price", json!({ "id": listing, "price": yuan(95_00) }));
        let version =
            |id: i64| shop.ok(boss, "listings.get", json!({ "id": id }))["version"].clone();
        shop.ok(
            op,
            "listings.update",
            json!({ "id": listing, "version": version(*listing), "category": "女装>半身裙" }),
        );
        let why = "换季";
        let args =
            json!({ "id": down, "version": version(down), "action": "delist", "reason": why });
        shop.ok(op, "listings.act", args);
        let live = [("state", "live".into())];
        let put = |tx: &mut crate::kernel::Tx<'_>| tx.update(&LISTING, up, None, &live);
        shop.shop.core().write_unasked("test", put).unwrap();
        let start = crate::testkit::MORNING + 86_400_000;
        let change = shop.ok(
            op,
            "prices.propose",
            json!({ "listing_id": listing, "price": yuan(70_00), "start_at": start, "reason": "清仓" }),
        );
        let now = shop.ok(boss, "prices.get", json!({ "id": change["id"] }));
        let step = json!({ "id": change["id"], "version": now["version"], "action": "approve" });
        shop.ok(boss, "prices.act", step);
        shop.days_pass(2);
        shop.ok(op, "prices.advance", json!({}));
        let waiting = shop.ok(op, "sync.list", json!({ "tab": "open" }));
        let rows = waiting["rows"].as_array().unwrap();
        let due = rows.iter().find(|r| r["new"] == "70.00").unwrap();
        shop.ok(op, "sync.mark_done", json!({ "ids": [due["id"]] }));
        // The factory asks more: what is sold at ¥70 now costs ¥66 and should bring ¥72.60.
        let dearer = [("cost", 66_00_i64.into())];
        let cost = |tx: &mut crate::kernel::Tx<'_>| {
            let id: i64 = tx.one("select id from sku where code = 'D1'", &[])?;
            tx.update(&SKU, id, None, &dearer)
        };
        shop.shop.core().write_unasked("test", cost).unwrap();
    }
}

fn product(shop: &TestShop, code: &str, title: &str, sku: &str, cost: i64) -> i64 {
    let made = shop.shop.core().write_unasked("test", |tx| {
        let (at, by) = (tx.now, tx.now);
        let row = json!({ "code": code, "title": title, "created_at": at, "updated_at": by });
        let id = tx.insert(&PRODUCT, &row)?;
        let row = json!({
            "product_id": id, "code": sku, "label": sku, "cost": cost,
            "created_at": at, "updated_at": by
        });
        tx.insert(&SKU, &row)?;
        Ok(id)
    });
    made.unwrap()
}

/// A listing as an import brings it.
fn bring(
    shop: &TestShop,
    product: i64,
    at: i64,
    title: &str,
    state: &str,
    price: i64,
    outer: &str,
) -> i64 {
    let made = shop.shop.core().write_unasked("test", |tx| {
        let sku_id = tx.one("select id from sku where product_id = ?1", &[product.into()])?;
        let channel_id: i64 = tx.one("select channel_id from shop where id = ?1", &[at.into()])?;
        let currency =
            tx.one("select currency from channel where id = ?1", &[channel_id.into()])?;
        let mut bulk = Bulk::new();
        let row = NewListing {
            product_id: product,
            shop_id: at,
            channel_id,
            item_id: ITEM.to_owned(),
            title: title.to_owned(),
            category: "女装 > 连衣裙".to_owned(),
            state: state.to_owned(),
            price,
            list_price: None,
            currency,
            qty: 10,
            sku_count: 1,
            completeness_bp: 8_000,
            picture: None,
            live_at: (state == "live").then_some(tx.now),
            created_at: tx.now,
            updated_at: tx.now,
        };
        let skus = [NewSku { sku_id, outer_id: Some(outer.to_owned()), price, qty: 10 }];
        let (code, title): (String, String) =
            tx.one("select code, title from product where id = ?1", &[product.into()])?;
        let id = bulk.add(tx, &row, &skus, (&code, &title))?;
        bulk.done(tx);
        Ok(id)
    });
    made.unwrap()
}
