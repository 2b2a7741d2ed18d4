//! Imports, in the users' words, through the door.

mod bad_input;
mod samples;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};
use shopdesk_exchange::records::{
    ListingStatus, Pair, PictureRecord, PictureSource, Platform, ProductStatus, SkuOption,
};
use shopdesk_exchange::sniff::TextEncoding;
use shopdesk_exchange::write::{
    DataPackColumns, EbaySite, amazon_all_listings, datapack, ebay_listings,
};
use shopdesk_exchange::{ListingRecord, Money, ProductRecord, SkuRecord};

use super::{ImportReport, RunOptions, run_file};
use crate::kernel::Code;
use crate::kernel::rights::Caller;
use crate::params;
use crate::testkit::TestShop;

/// A platform's file in its real byte shape, with invented people and numbers.
fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../exchange/tests/samples").join(name)
}

#[expect(clippy::unnecessary_wraps, reason = "records hold prices that may be missing")]
fn money(amount: i64, currency: &str) -> Option<Money> {
    Some(Money { amount, currency: currency.to_owned() })
}

fn product(code: &str, title: &str) -> ProductRecord {
    let sku = |n: i64, colour: &str| SkuRecord {
        code: Some(format!("{code}-{n}")),
        options: vec![SkuOption {
            name: "颜色".to_owned(),
            value: colour.to_owned(),
            platform_id: None,
        }],
        price: money(12_900, "CNY"),
        stock: Some(10 * n),
        ..SkuRecord::default()
    };
    ProductRecord {
        code: Some(code.to_owned()),
        title: title.to_owned(),
        platform_item_id: Some(format!("61000000{}", code.len() + title.len())),
        price: money(12_900, "CNY"),
        stock: Some(30),
        status: Some(ProductStatus::OnSale),
        skus: vec![sku(1, "米白"), sku(2, "雾蓝")],
        pictures: (0..2)
            .map(|position| PictureRecord {
                position,
                option: None,
                source: PictureSource::Entry(format!("{code}-{position}.jpg")),
            })
            .collect(),
        ..ProductRecord::default()
    }
}

/// A small real picture; every seed another one.
fn picture(seed: u8) -> Vec<u8> {
    let mut out = b"BM".to_vec();
    let (side, offset) = (64_u32, 54_u32);
    let size = offset + side * side * 3;
    for n in [size, 0, offset, 40, side, side] {
        out.extend(n.to_le_bytes());
    }
    out.extend([1, 0, 24, 0]);
    out.extend([0_u8; 24]);
    for i in 0..side * side {
        let x = u8::try_from(i % side).unwrap();
        out.extend([x.wrapping_mul(3).wrapping_add(seed), seed, 200 - x]);
    }
    out
}

fn pack(products: &[ProductRecord]) -> Vec<u8> {
    let mut seed = 0;
    datapack("春装", products, DataPackColumns::C63, &mut |_| {
        seed += 17;
        Some(picture(seed))
    })
    .unwrap()
    .bytes
}

/// A pack of one product with two pictures, both this one.
pub(crate) fn sample_pack(code: &str, title: &str, picture: &[u8]) -> Vec<u8> {
    let products = [product(code, title)];
    datapack("春装", &products, DataPackColumns::C63, &mut |_| Some(picture.to_vec()))
        .unwrap()
        .bytes
}

/// A job's result as a value, whether it comes as one or as its text.
fn plain(value: Json) -> Json {
    match value.as_str() {
        Some(text) => serde_json::from_str(text).unwrap(),
        None => value,
    }
}

struct Desk {
    shop: TestShop,
    boss: Caller,
}

impl Desk {
    fn new() -> Self {
        let shop = TestShop::new();
        let boss = shop.person("boss", &["ops_supervisor"]);
        Self { shop, boss }
    }

    fn store(&self, channel: &str) -> i64 {
        self.shop.store(channel)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> String {
        self.shop.shop.core().put_bytes(&self.boss, name, bytes).unwrap().hash
    }

    fn preview(&self, name: &str, bytes: &[u8], more: Json) -> Json {
        let mut args = json!({ "file": self.file(name, bytes), "name": name });
        for (key, value) in more.as_object().unwrap() {
            args[key] = value.clone();
        }
        let job = self.shop.ok(&self.boss, "imports.preview", args);
        let done = plain(self.shop.job(&self.boss, &job));
        self.get(&done["imports"][0])
    }

    fn get(&self, id: &Json) -> Json {
        self.shop.ok(&self.boss, "imports.get", json!({ "id": id }))
    }

    fn commit(&self, import: &Json) {
        let job = self.shop.ok(&self.boss, "imports.commit", json!({ "id": import["id"] }));
        self.shop.job(&self.boss, &job);
    }

    /// As `shopdesk import` runs a file or a folder.
    fn run(&self, path: &Path, options: &RunOptions) -> Vec<ImportReport> {
        run_file(self.shop.shop.core(), &self.boss, path, options).unwrap()
    }

    /// As [`Desk::run`] for one table that goes in whole; answers the import.
    fn bring(&self, path: &Path, options: &RunOptions) -> Json {
        let report = self.run(path, options).remove(0);
        assert_eq!(report.refused, None, "{:?}", report.rows_bad);
        let no = report.batch.unwrap();
        self.get(&json!(self.shop.count(&format!("select id from import_batch where no = '{no}'"))))
    }

    /// How many rows every table of the shop's own things has; trails, jobs and files aside,
    /// and the feed, in which open pages hear that something happened.
    fn rows(&self) -> BTreeMap<String, i64> {
        let aside =
            ["audit", "batch", "import_", "job", "sqlite_", "event", "feed", "file", "number"];
        self.shop
            .shop
            .core()
            .read(&self.boss, |cx| {
                let names: Vec<String> = cx.all(
                    "select name from sqlite_schema where type = 'table'
                        and not (name like 'search_%' and name like '%\\_%\\_%' escape '\\')",
                    params![],
                )?;
                names
                    .into_iter()
                    .filter(|n| !aside.iter().any(|a| n.starts_with(a)))
                    .map(|n| {
                        Ok((n.clone(), cx.one(&format!("select count(*) from {n}"), params![])?))
                    })
                    .collect()
            })
            .unwrap()
    }

    fn undo(&self, import: &Json) {
        self.shop.ok(&self.boss, "imports.undo", json!({ "id": import["id"] }));
    }

    fn failure(&self, started: &Json) -> Json {
        let id = started["job"].as_i64().unwrap();
        let mut events = self.shop.shop.core().feed().listen();
        loop {
            let jobs = self.shop.ok(&self.boss, "jobs.list", json!({}));
            let job = jobs.as_array().unwrap().iter().find(|j| j["id"] == id).unwrap().clone();
            match job["state"].as_str().unwrap() {
                "running" => drop(events.blocking_recv()),
                "failed" => return plain(job["error"].clone()),
                other => panic!("job {other}: {job}"),
            }
        }
    }
}

fn counts(import: &Json) -> (i64, i64, i64, i64) {
    let of = |key: &str| import["counts"][key].as_i64().unwrap();
    (of("new"), of("update"), of("unchanged"), of("error"))
}

const TABLE: &str = "商品编码,标题,类目,成本价,颜色,SKU编码\n\
    A1,醋酸通勤连衣裙,连衣裙,55.00,黑,A1-BK\n\
    A1,醋酸通勤连衣裙,连衣裙,55.00,白,A1-WH\n\
    B2,法式方领衬衫,衬衫,38.50,白,B2-WH\n";

#[test]
fn a_data_pack_brings_products_pictures_and_the_shelf_of_its_shop() {
    let desk = Desk::new();
    let shop = desk.store("taobao");
    let bytes = pack(&[product("PK-1", "醋酸通勤连衣裙"), product("PK-22", "法式方领衬衫")]);
    let seen = desk.preview("春装.zip", &bytes, json!({ "shop": shop }));
    assert_eq!(seen["format"], "taobao_data_pack", "{seen}");
    assert_eq!(counts(&seen), (2, 0, 0, 0), "{seen}");
    assert_eq!(desk.shop.count("select count(*) from product"), 0);
    desk.commit(&seen);
    assert_eq!(desk.shop.count("select count(*) from product"), 2);
    assert_eq!(desk.shop.count("select count(*) from sku"), 4);
    assert_eq!(desk.shop.count("select count(*) from product_picture"), 4);
    assert_eq!(desk.shop.count("select count(*) from listing where state = 'live'"), 2);
    assert_eq!(desk.shop.count("select sum(qty) from listing_sku"), 60);
    // The pictures of the goods stand in the main slot of what is on the shelf, in their order.
    assert_eq!(
        desk.shop.count(
            "select count(*) from listing l join listing_picture p on p.listing_id = l.id
             where p.slot = 'taobao.main' and p.position = 0 and p.file = l.picture"
        ),
        2
    );
    assert_eq!(desk.shop.count("select count(*) from sync_item"), 0);
    assert_eq!(desk.get(&seen["id"])["state"], "committed");
    // A fresh export of the same goods says nothing new.
    let again = pack(&[product("PK-22", "法式方领衬衫"), product("PK-1", "醋酸通勤连衣裙")]);
    let after = desk.preview("春装.zip", &again, json!({ "shop": shop }));
    assert_eq!(after["counts"]["error"], 0, "{after}");
    assert_eq!(after["counts"]["new"], 0, "{after}");
}

#[test]
fn a_wrong_row_stops_all_until_it_is_put_right_in_place() {
    let desk = Desk::new();
    let text = TABLE.replace("法式方领衬衫,衬衫", "法式方领衬衫,衬杉");
    let seen = desk.preview("商品.csv", text.as_bytes(), json!({}));
    assert_eq!(counts(&seen), (1, 0, 0, 1), "{seen}");
    let wrong = seen["rows"].as_array().unwrap().iter().find(|r| r["class"] == "error").unwrap();
    let problem = &wrong["problems"][0];
    assert_eq!((&problem["row"], &problem["column"]), (&json!(4), &json!("类目")));
    assert_eq!(problem["nearest"][0], "衬衫", "{problem}");
    let err = desk.shop.refused(&desk.boss, "imports.commit", json!({ "id": seen["id"] }));
    assert_eq!(err.reason, "bad_rows");
    let job = desk.shop.ok(&desk.boss, "imports.bad_rows", json!({ "id": seen["id"] }));
    let made = plain(desk.shop.job(&desk.boss, &job));
    assert_eq!(made["name"], "错误行-商品.xlsx");
    let job = desk.shop.ok(
        &desk.boss,
        "imports.fix",
        json!({ "id": seen["id"], "fixes": [{ "row": 4, "column": "类目", "value": "衬衫" }] }),
    );
    desk.shop.job(&desk.boss, &job);
    let seen = desk.get(&seen["id"]);
    assert_eq!(counts(&seen), (2, 0, 0, 0), "{seen}");
    desk.commit(&seen);
    assert_eq!(desk.shop.count("select count(*) from sku"), 3);
    assert_eq!(desk.shop.count("select sum(cost) from sku"), 14_850);
    let found = desk.shop.ok(&desk.boss, "products.list", json!({ "q": "B2-WH" }));
    assert_eq!(found["rows"].as_array().unwrap().len(), 1);
}

#[test]
fn the_good_rows_go_in_alone_only_when_that_is_said() {
    let desk = Desk::new();
    let text = TABLE.replace("38.50", "三十八块五");
    let seen = desk.preview("商品.csv", text.as_bytes(), json!({}));
    assert_eq!(counts(&seen), (1, 0, 0, 1), "{seen}");
    let job =
        desk.shop.ok(&desk.boss, "imports.commit", json!({ "id": seen["id"], "skip_bad": true }));
    desk.shop.job(&desk.boss, &job);
    assert_eq!(desk.shop.count("select count(*) from product"), 1);
    let notes = desk.get(&seen["id"])["notes"].to_string();
    assert!(notes.contains("跳过了 1 条"), "{notes}");
}

#[test]
fn the_same_file_twice_is_recognised_and_changes_come_as_updates() {
    let desk = Desk::new();
    let seen = desk.preview("商品.csv", TABLE.as_bytes(), json!({}));
    desk.commit(&seen);
    let second = desk.preview("另存.csv", TABLE.as_bytes(), json!({}));
    assert_eq!(counts(&second), (0, 0, 2, 0), "{second}");
    assert_eq!(second["before"]["no"], seen["no"]);
    let err = desk.shop.refused(&desk.boss, "imports.commit", json!({ "id": second["id"] }));
    assert_eq!((err.code, err.reason.as_str()), (Code::Conflict, "already_imported"));
    assert!(err.message.contains(seen["no"].as_str().unwrap()), "{}", err.message);
    let text = TABLE.replace("法式方领衬衫", "法式方领白衬衫");
    let third = desk.preview("商品.csv", text.as_bytes(), json!({}));
    assert_eq!(counts(&third), (0, 1, 1, 0), "{third}");
    desk.commit(&third);
    let titles = "select count(*) from product where title = '法式方领白衬衫'";
    assert_eq!(desk.shop.count(titles), 1);
    desk.shop.ok(&desk.boss, "imports.undo", json!({ "id": third["id"] }));
    assert_eq!(desk.shop.count(titles), 0);
}

/// The text of the rows of an import, with all that is said of them.
fn said(desk: &Desk, import: &Json) -> String {
    desk.shop.ok(&desk.boss, "imports.rows", json!({ "id": import["id"] })).to_string()
}

#[test]
fn skus_named_by_their_codes_need_no_options_and_a_code_that_is_not_there_is_told() {
    let desk = Desk::new();
    let seen = desk.preview("商品.csv", TABLE.as_bytes(), json!({}));
    desk.commit(&seen);
    let text = "商品编码,SKU编码,重量(克)\nA1,A1-BK,420\nA1,A1-WH,430\n";
    let weighed = desk.preview("实测重量.csv", text.as_bytes(), json!({}));
    assert_eq!(counts(&weighed), (0, 1, 0, 0), "{}", said(&desk, &weighed));
    desk.commit(&weighed);
    assert_eq!(desk.shop.count("select sum(weight_g) from sku"), 850);
    let typo = text.replace("A1-WH", "A1-HW");
    let seen = desk.preview("实测重量.csv", typo.as_bytes(), json!({}));
    assert_eq!(counts(&seen), (0, 0, 0, 1));
    assert!(said(&desk, &seen).contains("没有编码为“A1-HW”的 SKU"), "{}", said(&desk, &seen));
    assert_eq!(desk.shop.count("select count(*) from sku"), 3);
}

#[test]
fn a_count_goes_to_the_shelf_of_its_shop_and_puts_nothing_on_sale() {
    let desk = Desk::new();
    let shop = desk.store("taobao");
    let priced = "商品编码,标题,售价,库存\nA1,醋酸通勤连衣裙,129.00,5\n";
    desk.commit(&desk.preview("商品.csv", priced.as_bytes(), json!({ "shop": shop })));
    let unlisted = "商品编码,标题\nB2,法式方领衬衫\n";
    desk.commit(&desk.preview("新品.csv", unlisted.as_bytes(), json!({})));
    let text = "商品编码,库存\nA1,12\nB2,7\n";
    let counted = desk.preview("盘点.csv", text.as_bytes(), json!({ "shop": shop }));
    assert_eq!(counts(&counted), (0, 1, 1, 0), "{}", said(&desk, &counted));
    assert!(said(&desk, &counted).contains("没有上架这个商品，库存没有写入"));
    desk.commit(&counted);
    assert_eq!(desk.shop.count("select sum(qty) from listing_sku"), 12);
    assert_eq!(desk.shop.count("select count(*) from listing"), 1);
}

#[test]
fn what_changed_in_the_shop_between_the_preview_and_the_import_is_seen() {
    let desk = Desk::new();
    let theirs = TABLE.replace("法式方领衬衫", "法式方领白衬衫");
    let other = desk.preview("别人的.csv", theirs.as_bytes(), json!({}));
    let first = desk.preview("商品.csv", TABLE.as_bytes(), json!({}));
    assert_eq!(counts(&first), (2, 0, 0, 0));
    // A colleague brings the same products under other titles while the preview is looked at.
    desk.commit(&other);
    desk.commit(&first);
    assert_eq!(desk.shop.count("select count(*) from product"), 2);
    assert_eq!(desk.shop.count("select count(*) from sku"), 3);
    assert_eq!(desk.shop.count("select count(*) from product where title = '法式方领衬衫'"), 1);
    let found = desk.shop.ok(&desk.boss, "products.counts", json!({ "q": "白衬衫" }));
    assert_eq!(found["tabs"]["all"], 0);
}

#[test]
fn an_import_is_taken_back_days_later_unless_a_row_was_edited() {
    let desk = Desk::new();
    let seen = desk.preview("商品.csv", TABLE.as_bytes(), json!({}));
    desk.commit(&seen);
    desk.shop.days_pass(3);
    desk.shop.ok(&desk.boss, "imports.undo", json!({ "id": seen["id"] }));
    assert_eq!(desk.shop.count("select count(*) from product"), 0);
    let found = desk.shop.ok(&desk.boss, "products.counts", json!({ "q": "A1-BK" }));
    assert_eq!(found["tabs"]["all"], 0);
    assert_eq!(desk.get(&seen["id"])["state"], "undone");

    let second = desk.preview("商品.csv", TABLE.as_bytes(), json!({}));
    desk.commit(&second);
    let row = desk.shop.ok(&desk.boss, "products.list", json!({ "q": "A1" }))["rows"][0].clone();
    desk.shop.ok(
        &desk.boss,
        "products.update",
        json!({ "id": row["id"], "version": row["version"], "facts": { "title": "改过的标题" } }),
    );
    let err = desk.shop.refused(&desk.boss, "imports.undo", json!({ "id": second["id"] }));
    assert_eq!((err.code, err.reason.as_str()), (Code::Conflict, "collides"));
    assert_eq!(desk.shop.count("select count(*) from product"), 2);
}

#[test]
fn a_table_in_gbk_with_names_of_its_own_is_read_by_a_map_that_is_kept() {
    let desk = Desk::new();
    let text = "内部号,叫什么,进价\n店内001,亚麻阔腿裤,45.5\n店内002,棉麻衬衫,30\n";
    let bytes = TextEncoding::Gb18030.encode(text);
    let seen = desk.preview("仓库.csv", &bytes, json!({}));
    assert!(seen["refused"].is_string(), "{seen}");
    assert_eq!(seen["header"], json!(["内部号", "叫什么", "进价"]));
    let map = json!({ "kind": "products", "columns": [
        { "source": "内部号", "field": "code" },
        { "source": "叫什么", "field": "title" },
        { "source": "进价", "field": "cost" },
    ]});
    let job = desk.shop.ok(
        &desk.boss,
        "imports.map",
        json!({ "id": seen["id"], "map": map, "save_as": "仓库商品表" }),
    );
    desk.shop.job(&desk.boss, &job);
    let seen = desk.get(&seen["id"]);
    assert_eq!(counts(&seen), (2, 0, 0, 0), "{seen}");
    desk.commit(&seen);
    let more = TextEncoding::Gb18030.encode("内部号,叫什么,进价\n店内003,羊毛开衫,88\n");
    let next = desk.preview("仓库2.csv", &more, json!({}));
    assert_eq!(counts(&next), (1, 0, 0, 0), "{next}");
    assert!(next["notes"].to_string().contains("仓库商品表"), "{next}");
    let saved = desk.shop.ok(&desk.boss, "profiles.list", json!({}));
    let args = json!({ "id": saved[0]["id"], "version": saved[0]["version"] });
    desk.shop.ok(&desk.boss, "profiles.remove", args);
    assert_eq!(desk.shop.ok(&desk.boss, "profiles.list", json!({})), json!([]));
}

fn amazon(sku: &str, title: &str, price: i64, quantity: i64) -> ListingRecord {
    let mut listing = ListingRecord::new(0, Platform::Amazon);
    listing.seller_sku = Some(sku.to_owned());
    listing.asin = Some(format!("B0{:0>8}", sku.len()));
    listing.item_id = Some(format!("0101{sku}"));
    listing.title = Some(title.to_owned());
    listing.price = money(price, "USD");
    listing.quantity = Some(quantity);
    listing.status = Some(ListingStatus::Active);
    listing
}

#[test]
fn amazons_report_needs_its_shop_and_makes_unknown_products_only_when_allowed() {
    let desk = Desk::new();
    let rows = [amazon("BEAR-1", "Linen Dress", 3999, 12)];
    let bytes = amazon_all_listings(&rows).bytes;
    let seen = desk.preview("All+Listings.txt", &bytes, json!({}));
    assert_eq!(seen["refused_reason"], "needs_shop", "{seen}");
    let shop = desk.store("amazon");
    let only = desk.preview("All+Listings.txt", &bytes, json!({}));
    assert_eq!(only["shop_id"], shop, "the one Amazon shop is meant: {only}");
    let again = |choice: Json| {
        let mut args = json!({ "id": seen["id"] });
        for (key, value) in choice.as_object().unwrap() {
            args[key] = value.clone();
        }
        let job = desk.shop.ok(&desk.boss, "imports.choose", args);
        desk.shop.job(&desk.boss, &job);
        desk.get(&seen["id"])
    };
    let strict = again(json!({ "shop": shop }));
    assert_eq!(counts(&strict), (0, 0, 0, 1), "{strict}");
    let made = again(json!({ "create_products": true }));
    assert_eq!(counts(&made), (1, 0, 0, 0), "{made}");
    desk.commit(&made);
    assert_eq!(desk.shop.count("select count(*) from listing where price = 3999 and qty = 12"), 1);
    // The next report: less stock is a fact, another price is told and not taken over.
    let next = amazon_all_listings(&[amazon("BEAR-1", "Linen Dress", 3599, 9)]).bytes;
    let seen = desk.preview("All+Listings.txt", &next, json!({ "shop": shop }));
    assert_eq!(counts(&seen), (0, 1, 0, 0), "{seen}");
    desk.commit(&seen);
    assert_eq!(desk.shop.count("select count(*) from listing where price = 3999 and qty = 9"), 1);
    assert_eq!(desk.shop.count("select count(*) from listing_drift where kind = 'price'"), 1);
}

#[test]
fn ebays_file_belongs_to_an_ebay_shop() {
    let desk = Desk::new();
    let (ebay, taobao) = (desk.store("ebay"), desk.store("taobao"));
    let mut listing = amazon("EB-1", "Silk Scarf", 1999, 4);
    listing.platform = Platform::Ebay;
    listing.asin = None;
    listing.item_id = None;
    listing.status = None;
    listing.action = Some(shopdesk_exchange::records::ListingAction::Add);
    listing.category_id = Some("45238".to_owned());
    listing.condition = Some("1000".to_owned());
    listing.attributes.push(Pair::new("Brand", "Unbranded"));
    let site =
        EbaySite { site: "US".to_owned(), country: "US".to_owned(), currency: "USD".to_owned() };
    let bytes = ebay_listings(&[listing], &site).unwrap().bytes;
    let wrong = desk.preview("ebay.csv", &bytes, json!({ "shop": taobao }));
    assert_eq!(wrong["refused_reason"], "wrong_shop", "{wrong}");
    let seen = desk.preview("ebay.csv", &bytes, json!({ "shop": ebay, "create_products": true }));
    assert_eq!(counts(&seen), (1, 0, 0, 0), "{seen}");
    desk.commit(&seen);
    assert_eq!(desk.shop.count("select count(*) from listing where state = 'preparing'"), 1);
}

#[test]
fn a_fault_in_the_middle_leaves_nothing_behind() {
    let desk = Desk::new();
    let seen = desk.preview("商品.csv", TABLE.as_bytes(), json!({}));
    let writer = desk.shop.shop.core().store().write().unwrap();
    writer
        .exec(
            "create trigger full before insert on sku when new.code = 'B2-WH'
             begin select raise(abort, 'no room'); end",
            &[],
        )
        .unwrap();
    writer.commit().unwrap();
    let job = desk.shop.ok(&desk.boss, "imports.commit", json!({ "id": seen["id"] }));
    let error = desk.failure(&job);
    assert!(error["message"].as_str().unwrap().contains("没有写入任何数据"), "{error}");
    assert_eq!(desk.shop.count("select count(*) from product"), 0);
    assert_eq!(desk.shop.count("select count(*) from sku"), 0);
    assert_eq!(desk.get(&seen["id"])["state"], "previewed");
}

#[test]
fn a_designer_may_not_import_and_others_only_go_on_with_their_own() {
    let desk = Desk::new();
    let designer = desk.shop.person("limei", &["designer"]);
    let file = desk.file("商品.csv", TABLE.as_bytes());
    let args = json!({ "file": file, "name": "商品.csv" });
    let err = desk.shop.refused(&designer, "imports.preview", args);
    assert_eq!(err.code, Code::Forbidden);
    let seen = desk.preview("商品.csv", TABLE.as_bytes(), json!({}));
    let merchandiser = desk.shop.person("wang", &["merchandiser"]);
    let err = desk.shop.refused(&merchandiser, "imports.commit", json!({ "id": seen["id"] }));
    assert_eq!(err.code, Code::Forbidden);
    desk.shop.ok(&desk.boss, "imports.discard", json!({ "id": seen["id"] }));
    let err = desk.shop.refused(&desk.boss, "imports.commit", json!({ "id": seen["id"] }));
    assert_eq!(err.reason, "wrong_state");
    // A post that may import, but not products.
    let manager = desk.shop.person("zhao", &["mall_manager"]);
    let job =
        desk.shop.ok(&manager, "imports.preview", json!({ "file": file, "name": "商品.csv" }));
    let done = plain(desk.shop.job(&manager, &job));
    let seen = desk.get(&done["imports"][0]);
    assert_eq!(seen["refused_reason"], "no_right", "{seen}");
}
