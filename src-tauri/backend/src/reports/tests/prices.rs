//! R19, cell by cell.

use serde_json::json;

use super::kit::{OUTER, Shelf, path, report, sheets, text, whole};

#[test]
fn r19_of_a_month_with_changes_in_it() {
    let shelf = Shelf::new();
    let made = report(&shelf.shop, &shelf.boss, "R19");
    let file = path(&shelf.shop, &made);
    assert_eq!(
        sheets(&file),
        ["封面与口径", "变更流水", "按周汇总", "待同步差异", "破价清单", "渠道价差"]
    );
    insta::assert_snapshot!("r19", whole(&file));
}

#[test]
fn who_may_not_see_cost_gets_no_cost_columns_and_is_told_so() {
    let shelf = Shelf::new();
    let made = report(&shelf.shop, &shelf.op, "R19");
    let file = path(&shelf.shop, &made);
    let floors = text(&file, "破价清单");
    assert!(floors.contains(OUTER), "{floors}");
    for word in ["成本 |", "底价 |", "#66", "#72.6"] {
        assert!(!floors.contains(word), "{word} in {floors}");
    }
    assert!(text(&file, "封面与口径").contains("以下字段制表人无权查看，未列出：成本、底价"));
}

#[test]
fn a_price_abroad_without_a_rate_is_listed_as_not_to_be_judged() {
    let shelf = Shelf::new();
    let made = report(&shelf.shop, &shelf.boss, "R19");
    let floors = text(&path(&shelf.shop, &made), "破价清单");
    assert!(floors.contains("缺汇率，无法判断"), "{floors}");
    let args = json!({ "kind": "R19", "from": "2026-11-16", "to": "2026-11-29", "filters": {} });
    let seen = shelf.shop.ok(&shelf.boss, "reports.preview", args);
    let figure = seen["figures"].as_array().unwrap().iter().find(|f| f["title"] == "缺汇率 SKU");
    assert_eq!(figure.unwrap()["value"].as_f64(), Some(1.0));
    // With a rate it is judged like any other.
    let channel = shelf.shop.count("select id from channel where code = 'amazon'");
    let version = shelf.shop.count("select version from channel where code = 'amazon'");
    shelf.shop.ok(
        &shelf.boss,
        "channels.update",
        json!({ "id": channel, "version": version, "fx_micro": 7_000_000 }),
    );
    let made = report(&shelf.shop, &shelf.boss, "R19");
    let floors = text(&path(&shelf.shop, &made), "破价清单");
    assert!(!floors.contains("缺汇率"), "{floors}");
    // $19.99 covers ¥66 and a tenth.
    assert!(!floors.contains("Amazon US"), "{floors}");
}

#[test]
fn the_preview_counts_the_flow() {
    let shelf = Shelf::new();
    let args = json!({ "kind": "R19", "from": "2026-11-16", "to": "2026-11-29",
                       "filters": { "shop": shelf.taobao } });
    let seen = shelf.shop.ok(&shelf.op, "reports.preview", args);
    let figure = |title: &str| {
        let all = seen["figures"].as_array().unwrap();
        all.iter().find(|f| f["title"] == title).unwrap()["value"].as_f64().unwrap()
    };
    assert_eq!((figure("改价"), figure("下架"), figure("调类目")), (2.0, 1.0, 1.0));
    assert_eq!((figure("上新"), figure("破价 SKU"), figure("有价差的商品")), (0.0, 1.0, 1.0));
    let index = &seen["charts"][0]["series"][4];
    assert_eq!((&index["name"], &index["values"]), (&json!("价格指数"), &json!([1.0, 0.7])));
}
