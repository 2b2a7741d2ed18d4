//! Excel from lists, and who may make what.

use calamine::Data;
use serde_json::{Value as Json, json};

use super::kit::{ITEM, Shelf, path, report, rows, text};
use crate::kernel::rights::Caller;
use crate::testkit::TestShop;

fn export(shop: &TestShop, who: &Caller, args: Json) -> Json {
    let started = shop.ok(who, "lists.export", args);
    shop.job(who, &started)
}

#[test]
fn a_list_becomes_a_workbook_with_its_filter_its_order_and_its_columns() {
    let shelf = Shelf::new();
    let made = export(
        &shelf.shop,
        &shelf.op,
        json!({
            "list": "listings", "columns": ["title", "item_id", "state", "price"],
            "query": {
                "tab": "live", "sort": [{ "field": "price", "desc": true }],
                "filters": [{ "field": "shop_id", "op": "ne", "value": shelf.taobao }]
            }
        }),
    );
    assert_eq!(made["name"], json!("上架商品-20261125-001.xlsx"));
    let file = path(&shelf.shop, &made);
    insta::assert_snapshot!("listings_export", text(&file, "上架商品"));
    let cover = text(&file, "封面与口径");
    assert!(cover.contains("页签：在售；店铺：不是 淘宝女装店；排序：售价从大到小"), "{cover}");
    assert!(cover.contains("RP-20261125-001") && cover.contains("孙运营"), "{cover}");
    let sheet = rows(&file, "上架商品");
    assert_eq!(sheet[1][1], Data::String(ITEM.to_owned()), "nineteen digits stay what they are");
}

#[test]
fn the_same_list_as_csv_is_the_rows_alone_with_a_mark_for_excel_and_no_total() {
    let shelf = Shelf::new();
    let columns = ["picture", "title", "item_id", "qty"];
    let made = export(
        &shelf.shop,
        &shelf.op,
        json!({ "list": "listings", "format": "csv", "columns": columns, "query": { "tab": "live" } }),
    );
    assert_eq!(made["name"], json!("上架商品-20261125-001.csv"));
    let text = std::fs::read_to_string(path(&shelf.shop, &made)).unwrap();
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    assert_eq!(lines[0], "\u{feff}标题,平台商品ID,在售库存", "pictures have no place in it");
    assert!(lines.iter().any(|line| line.contains(&format!("\t{ITEM}"))), "{text}");
    assert!(!text.contains("合计"), "{text}");
    let book = export(
        &shelf.shop,
        &shelf.op,
        json!({ "list": "listings", "columns": &columns[1..], "query": { "tab": "live" } }),
    );
    assert_eq!(made["sha256"], book["sha256"], "the same data, whatever it is written as");
    assert_eq!(made["rows"], json!(lines.len() - 1));
    let cells = rows(&path(&shelf.shop, &book), "上架商品");
    let last = cells.last().unwrap();
    assert_eq!(last[0], Data::String(format!("合计 {} 行", lines.len() - 1)));
}

#[test]
fn what_is_only_filtered_by_is_no_column_to_export() {
    let shelf = Shelf::new();
    for def in shelf.shop.shop.core().lists() {
        let args = json!({ "list": def.name });
        let Ok(offered) = shelf.shop.shop.ask(&shelf.boss, "lists.columns", args) else { continue };
        for col in def.columns.iter().filter(|c| c.inner) {
            assert!(
                !offered.as_array().unwrap().iter().any(|o| o["key"] == col.key),
                "{}",
                col.key
            );
            let args = json!({ "list": def.name, "columns": [col.key] });
            let err = shelf.shop.refused(&shelf.boss, "lists.export", args);
            assert_eq!(err.field.as_deref(), Some("columns"));
        }
    }
}

#[test]
fn dollars_stay_dollars_even_without_the_currency_column() {
    let shelf = Shelf::new();
    let made = export(
        &shelf.shop,
        &shelf.op,
        json!({ "list": "listings", "columns": ["price"], "query": { "q": "French" } }),
    );
    let file = path(&shelf.shop, &made);
    let mut zip = zip::ZipArchive::new(std::fs::File::open(&file).unwrap()).unwrap();
    let mut styles = String::new();
    std::io::Read::read_to_string(&mut zip.by_name("xl/styles.xml").unwrap(), &mut styles).unwrap();
    assert!(styles.contains("US$"), "{styles}");
    assert_eq!(rows(&file, "上架商品")[1][0], Data::Float(19.99));
}

#[test]
fn only_the_picked_rows_and_a_cell_that_begins_like_a_formula_is_text() {
    let shelf = Shelf::new();
    let products = shelf.shop.ok(&shelf.boss, "products.list", json!({}));
    let of = |code: &str| {
        let all = products["rows"].as_array().unwrap();
        all.iter().find(|p| p["code"] == code).unwrap()["id"].clone()
    };
    let made = export(
        &shelf.shop,
        &shelf.boss,
        json!({ "list": "products", "ids": [of("PD-2")], "columns": ["code", "title"] }),
    );
    let sheet = rows(&path(&shelf.shop, &made), "产品");
    assert_eq!(sheet.len(), 3, "the head, the row and how many there are");
    assert_eq!(sheet[1][1], Data::String("=HYPERLINK(\"x\") 半身裙".to_owned()));
}

#[test]
fn a_post_without_the_right_gets_no_cost_column_anywhere() {
    let shelf = Shelf::new();
    for def in shelf.shop.shop.core().lists() {
        let columns = json!({ "list": def.name });
        let Ok(offered) = shelf.shop.shop.ask(&shelf.op, "lists.columns", columns) else {
            continue;
        };
        for col in def.columns.iter().filter(|c| c.seal.is_some()) {
            let there = offered.as_array().unwrap().iter().any(|o| o["key"] == col.key);
            assert!(!there, "{}.{} is offered to a post that may not see it", def.name, col.key);
            let args = json!({ "list": def.name, "columns": [col.key] });
            let err = shelf.shop.refused(&shelf.op, "lists.export", args);
            assert_eq!(err.field.as_deref(), Some("columns"));
        }
    }
    let made = export(&shelf.shop, &shelf.boss, json!({ "list": "products" }));
    assert!(text(&path(&shelf.shop, &made), "封面与口径").contains("全部字段可见"));
}

#[test]
fn every_list_can_be_exported_whole() {
    let shelf = Shelf::new();
    let director = shelf.shop.person("dir", &["director"]);
    for def in shelf.shop.shop.core().lists() {
        let made = export(&shelf.shop, &director, json!({ "list": def.name }));
        let file = path(&shelf.shop, &made);
        let head: Vec<String> = rows(&file, def.title)[0].iter().map(super::kit::told).collect();
        assert!(!head.is_empty(), "{}", def.name);
        assert!(!head.iter().any(|h| h.ends_with('号') && h.starts_with("店铺")), "{head:?}");
    }
}

#[test]
fn what_is_wrong_is_told_at_once_and_starts_nothing() {
    let shelf = Shelf::new();
    let refused = |who: &Caller, args: Json| shelf.shop.refused(who, "lists.export", args);
    let err = refused(&shelf.boss, json!({ "list": "staff", "query": { "tab": "gone" } }));
    assert_eq!(err.field.as_deref(), Some("tab"));
    let err = refused(&shelf.boss, json!({ "list": "staff", "columns": ["password"] }));
    assert!(err.message.contains("没有“password”这一列"), "{}", err.message);
    let err = refused(&shelf.boss, json!({ "list": "nothing" }));
    assert_eq!(err.field.as_deref(), Some("list"));
    let designer = shelf.shop.person("limei", &["designer"]);
    let err = refused(&designer, json!({ "list": "imports" }));
    assert_eq!(err.reason, "no_right");
    assert_eq!(shelf.shop.count("select count(*) from job"), 0);
    assert_eq!(shelf.shop.count("select count(*) from report_run"), 0);
    let made = export(&shelf.shop, &shelf.boss, json!({ "list": "staff" }));
    assert_eq!(made["no"], "RP-20261125-001", "a refusal uses up no number");
}

#[test]
fn a_designer_makes_r16_and_not_r19_and_the_catalogue_says_the_same() {
    let shop = TestShop::new();
    let designer = shop.person("limei", &["designer"]);
    let of = |kind: &str| json!({ "kind": kind, "from": "2026-11-01", "to": "2026-11-30" });
    shop.ok(&designer, "reports.make", of("R16"));
    for op in ["reports.make", "reports.preview"] {
        assert_eq!(shop.refused(&designer, op, of("R19")).reason, "no_right");
    }
    let codes = |who: &Caller| -> Vec<String> {
        let all = shop.ok(who, "reports.catalogue", json!({}));
        all.as_array().unwrap().iter().map(|r| r["code"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(codes(&designer), ["R16"]);
    assert_eq!(codes(&shop.person("boss", &["ops_supervisor"])), ["R16", "R19"]);
    let service = shop.person("kefu", &["customer_service"]);
    assert!(codes(&service).is_empty());
    assert_eq!(shop.refused(&service, "reports.make", of("R16")).reason, "no_right");
}

#[test]
fn a_report_nobody_knows_and_a_period_that_runs_backwards() {
    let shop = TestShop::new();
    let boss = shop.person("boss", &["ops_supervisor"]);
    let args = json!({ "kind": "R99", "from": "2026-11-01", "to": "2026-11-30" });
    let err = shop.refused(&boss, "reports.make", args);
    assert_eq!(err.message, "没有“R99”这份报表，可选：R16 素材与美工产能、R19 上架与价格变更");
    let args = json!({ "kind": "R16", "from": "2026-11-30", "to": "2026-11-01" });
    assert_eq!(shop.refused(&boss, "reports.make", args).field.as_deref(), Some("to"));
    assert_eq!(shop.count("select count(*) from job"), 0);
}

#[test]
fn what_was_made_can_be_fetched_again_by_its_maker_and_the_supervisor() {
    let shelf = Shelf::new();
    let made = report(&shelf.shop, &shelf.op, "R19");
    export(&shelf.shop, &shelf.boss, json!({ "list": "staff" }));
    let seen = |who: &Caller| -> Vec<Json> {
        let page = shelf.shop.ok(who, "reports.list", json!({}));
        page["rows"].as_array().unwrap().clone()
    };
    let own = seen(&shelf.op);
    assert_eq!(own.len(), 1);
    assert_eq!((&own[0]["file"], &own[0]["state"]), (&made["file"], &json!("done")));
    assert_eq!((&own[0]["from_day"], &own[0]["by"]), (&json!("2026-11-01"), &json!("孙运营")));
    assert_eq!(seen(&shelf.boss).len(), 2);
    let designer = shelf.shop.person("limei", &["designer"]);
    assert!(seen(&designer).is_empty());
}
