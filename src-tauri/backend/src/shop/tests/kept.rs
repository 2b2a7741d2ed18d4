//! What is kept beside the rows: it stays in step, and the check finds what has gone astray.

use serde_json::{Value as Json, json};

use crate::kernel::kept::repair;
use crate::kernel::rights::Caller;
use crate::testkit::TestShop;

/// A shop with one of everything that has something kept beside it.
struct Desk {
    shop: TestShop,
    boss: Caller,
    product: i64,
    listing: i64,
}

const WORDS: &str = "羊毛双面呢大衣，手工缝制，里外都看不见线迹，落肩廓形，里面加得下厚毛衣";

impl Desk {
    fn new() -> Self {
        let shop = TestShop::new();
        let boss = shop.person("boss", &["ops_supervisor"]);
        let planner = shop.person("planner", &["product_planner"]);
        let designer = shop.person("designer", &["designer"]);
        let writer = shop.person("writer", &["copywriter"]);
        let store = shop.store("taobao");
        let (product, listings) = shop.listed("PD-1", "真丝连衣裙", &[store]);

        let kind = crate::assets::AssetKind::MainImage;
        let brief = crate::assets::sample_brief(crate::assets::questions(kind));
        let asset = shop.ok(
            &planner,
            "assets.create",
            json!({ "kind": kind, "title": "夏裙主图", "brief_md": brief, "due": shop.today().plus(3),
                    "product_id": product, "slot": "taobao.main", "submit": true }),
        );
        shop.ok(
            &planner,
            "assets.schedule",
            json!({ "id": asset["id"], "version": asset["version"], "assignee": designer.staff,
                    "due": shop.today().plus(2), "est_h": 3.5, "difficulty": 3 }),
        );
        let picture = shop.shop.core().put_bytes(&designer, "主图.bmp", &blocks(7)).unwrap();
        shop.ok(
            &designer,
            "assets.add_version",
            json!({ "request": asset["id"], "file": picture.hash, "name": "主图.bmp" }),
        );

        let kind: crate::copydesk::CopyKind = serde_json::from_value(json!("social")).unwrap();
        let brief = crate::assets::sample_brief(kind.questions());
        let copy = shop.ok(
            &writer,
            "copy.create",
            json!({ "kind": "social", "title": "大衣文案", "channel": "weibo", "brief": brief,
                    "assignee_id": writer.staff }),
        );
        shop.ok(
            &writer,
            "copy.add_version",
            json!({ "id": copy["id"], "version": copy["version"], "body": WORDS }),
        );

        let table = "商品编码,标题,类目,SKU编码\nA1,醋酸通勤连衣裙,连衣裙,A1-BK\n";
        let file = shop.shop.core().put_bytes(&boss, "商品.csv", table.as_bytes()).unwrap();
        let job =
            shop.ok(&boss, "imports.preview", json!({ "file": file.hash, "name": "商品.csv" }));
        shop.job(&boss, &job);
        Self { shop, boss, product, listing: listings[0] }
    }

    fn faults(&self) -> String {
        self.shop.check().faults.join("\n")
    }
}

/// A picture of coloured blocks; every seed another one.
fn blocks(seed: u8) -> Vec<u8> {
    let mut out = b"BM".to_vec();
    let (side, offset) = (64_u32, 54_u32);
    for n in [offset + side * side * 3, 0, offset, 40, side, side] {
        out.extend(n.to_le_bytes());
    }
    out.extend([1, 0, 24, 0]);
    out.extend([0_u8; 24]);
    for i in 0..side * side {
        let block = (i % side / 9) * 7 + i / side / 9;
        let shade = (u32::from(seed) + block).wrapping_mul(0x9E37_79B1).to_le_bytes();
        out.extend(&shade[1..]);
    }
    out
}

#[test]
fn the_check_names_every_kept_figure_that_was_spoilt_and_which_record_it_belongs_to() {
    let spoilt = [
        ("update listing set qty = qty + 5", "真丝连衣裙 的“在售库存”记的是 5，按现有记录应为 0"),
        ("update listing set sku_count = 9", "真丝连衣裙 的“SKU 数”记的是 9，按现有记录应为 1"),
        (
            "update listing set price = 12900",
            "真丝连衣裙 的“售价”记的是 ¥129.00，按现有记录应为 ¥0.00",
        ),
        ("update listing set picture = 'abc'", "真丝连衣裙 的“首图”记的是 abc，按现有记录应为 无"),
        ("update listing set completeness_bp = 10000", "真丝连衣裙 的“完整度”记的是 100%"),
        (
            "update listing set channel_id = (select id from channel where code = 'ebay')",
            "真丝连衣裙 的“渠道（随店铺）”",
        ),
        (
            "insert into shop (code, name, channel_id, created_at, updated_at)
                select 'x', 'x', channel_id, 1, 1 from shop;
             update listing_sku set shop_id = (select max(id) from shop)",
            "的“店铺（随上架商品）”",
        ),
        (
            "update asset_request set retake_count = 3",
            "AR-20261123-001 的“返工次数”记的是 3，按现有记录应为 0",
        ),
        (
            "update asset_request set fault_count = 2",
            "AR-20261123-001 的“计入考核的返工”记的是 2，按现有记录应为 0",
        ),
        (
            "update asset_likeness set key = key + 1000000",
            "v1 的“图片指纹”记的是 7 个，其中 7 个不对",
        ),
        ("delete from asset_likeness", "AR-20261123-001 v1 的“图片指纹”记的是 0 个"),
        ("delete from copy_likeness", "CR-20261123-001 的“文案指纹”记的是 0 个"),
        ("update copy_doc set char_count = 1", "CR-20261123-001 的“字数”记的是 1，"),
        (
            "update copy_doc set current = 4",
            "CR-20261123-001 的“当前版本”记的是 4，按现有记录应为 1",
        ),
        ("update import_batch set new = 7", "IM-20261123-001 的“新增”记的是 7，按现有记录应为 1"),
        (
            "update import_batch set new = 1; delete from import_row",
            "IM-20261123-001 的“新增”记的是 1，按现有记录应为 0",
        ),
        ("update file set bytes = 1", "记的大小是 1 字节，磁盘上是"),
        ("update audit_bulk set last = last + 1", "条变更记录的成批写入"),
    ];
    let desk = Desk::new();
    assert_eq!(desk.faults(), "");
    for (sql, said) in spoilt {
        desk.shop.spoil(sql);
        assert!(desk.faults().contains(said), "{sql}\n{}", desk.faults());
    }
}

#[test]
fn the_check_holds_every_search_index_against_its_rows_both_ways() {
    let desk = Desk::new();
    let indexes: Vec<_> =
        desk.shop.shop.core().indexes().iter().map(|i| (i.name, i.of.label, i.of.name)).collect();
    for (index, label, table) in indexes {
        // What nothing is filed in yet can only have too much.
        let filled = desk.shop.count(&format!("select count(*) from search_{index}")) > 0;
        desk.shop.spoil(&format!("insert into search_{index} (rowid, words) values (99, 'x')"));
        let said = format!("搜索索引里还有已经不存在的{label}（{table} 99）");
        assert!(desk.faults().contains(&said), "{}", desk.faults());
        desk.shop.spoil(&format!("delete from search_{index} where rowid = 99"));
        assert_eq!(desk.faults(), "");
        if !filled {
            continue;
        }
        desk.shop.spoil(&format!(
            "delete from search_{index} where rowid = 1;
             insert into search_{index} (rowid, words) values (1, '别的')"
        ));
        let said = format!("{label}（{table} 1）在搜索索引里的词与它的内容不一致");
        assert!(desk.faults().contains(&said), "{}", desk.faults());
        desk.shop.spoil(&format!("delete from search_{index} where rowid = 1"));
        let said = format!("{label}（{table} 1）不在搜索索引里，现在搜不到它");
        assert!(desk.faults().contains(&said), "{}", desk.faults());
        assert_eq!(desk.shop.check().mendable, 1);
        assert_eq!(repair(desk.shop.shop.core()).unwrap(), 1);
        assert_eq!(desk.faults(), "");
    }
}

#[test]
fn a_repair_works_out_anew_what_has_gone_astray_and_a_second_one_finds_nothing() {
    let desk = Desk::new();
    desk.shop.spoil(
        "delete from copy_likeness; delete from asset_likeness; delete from search_listing;
         insert into search_product (rowid, words) values (77, '影子')",
    );
    assert_eq!(desk.shop.check().mendable, 4);
    assert_eq!(repair(desk.shop.shop.core()).unwrap(), 4);
    assert_eq!(desk.faults(), "");
    assert_eq!(repair(desk.shop.shop.core()).unwrap(), 0);
    let found = desk.shop.ok(&desk.boss, "listings.list", json!({ "q": "真丝" }));
    assert_eq!(found["rows"].as_array().unwrap().len(), 1);
}

#[test]
fn a_figure_put_right_after_somebody_went_around_the_trail_leaves_that_in_the_report() {
    let desk = Desk::new();
    desk.shop.spoil("update listing set sku_count = 5");
    assert_eq!(repair(desk.shop.shop.core()).unwrap(), 1);
    assert_eq!(desk.shop.count("select sku_count from listing"), 1);
    let faults = desk.faults();
    assert!(faults.contains("“SKU 数”与变更记录不符"), "{faults}");
    assert!(!faults.contains("按现有记录应为"), "{faults}");
}

#[test]
fn a_product_that_gets_another_name_or_picture_is_found_and_shown_by_it_on_its_listings() {
    let desk = Desk::new();
    let (shop, boss) = (&desk.shop, &desk.boss);
    let listed = |q: &str| {
        let page = shop.ok(boss, "listings.list", json!({ "q": q }));
        page["rows"].as_array().unwrap().clone()
    };
    let read = || shop.ok(boss, "products.get", json!({ "id": desk.product }));
    let version = read()["version"].clone();
    let args =
        json!({ "id": desk.product, "version": version, "facts": { "title": "香云纱长裙" } });
    shop.ok(boss, "products.update", args);
    assert_eq!(listed("香云纱").len(), 1);
    let assets = shop.ok(boss, "assets.list", json!({ "q": "香云纱" }));
    assert_eq!(assets["rows"].as_array().unwrap().len(), 1);

    let picture = shop.shop.core().put_bytes(boss, "平铺.bmp", &blocks(90)).unwrap().hash;
    let args = json!({ "id": desk.product, "version": read()["version"],
                       "pictures": [{ "file": picture }] });
    shop.ok(boss, "products.set_pictures", args);
    let listing = listed("香云纱").remove(0);
    assert_eq!((&listing["id"], &listing["picture"]), (&json!(desk.listing), &json!(picture)));
}

#[test]
fn a_channel_that_asks_for_more_makes_what_is_on_its_way_less_complete() {
    let desk = Desk::new();
    let (shop, boss) = (&desk.shop, &desk.boss);
    let complete = || shop.count("select completeness_bp from listing");
    let before = complete();
    let channel = shop.count("select channel_id from listing");
    let lines: Json = json!(["女装 > 连衣裙"]);
    let args = json!({ "channel_id": channel, "title": "细节图", "min_count": 3 });
    shop.ok(boss, "slots.create", args);
    assert!(complete() < before, "{} {before}", complete());
    shop.ok(boss, "channels.put_categories", json!({ "channel_id": channel, "lines": lines }));
}
