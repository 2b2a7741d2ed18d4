//! R16, cell by cell.

use serde_json::json;

use super::kit::{Studio, path, report, sheets, text, whole};

#[test]
fn r16_of_a_month_with_work_in_it() {
    let studio = Studio::new();
    let made = report(&studio.shop, &studio.boss, "R16");
    let file = path(&studio.shop, &made);
    assert_eq!(made["no"], "RP-20261126-001");
    assert_eq!(made["name"], "R16-素材与美工产能-20261101-20261130-001.xlsx");
    assert_eq!(sheets(&file), ["封面与口径", "需求", "人员", "返工原因", "上线与过期"]);
    insta::assert_snapshot!("r16", whole(&file));
    let cover = super::kit::rows(&file, "封面与口径");
    let print = cover.iter().flatten().map(super::kit::told).find(|t| t.starts_with("SHA-256"));
    assert_eq!(print.unwrap(), format!("SHA-256 {}", made["sha256"].as_str().unwrap()));
}

#[test]
fn the_preview_says_what_the_workbook_says() {
    let studio = Studio::new();
    let args = json!({ "kind": "r16", "from": "2026-11-01", "to": "2026-11-30" });
    let seen = studio.shop.ok(&studio.designer, "reports.preview", args);
    let figures: Vec<(&str, Option<f64>)> = seen["figures"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| (f["title"].as_str().unwrap(), f["value"].as_f64()))
        .collect();
    assert_eq!(
        figures,
        [
            ("新提需求", Some(4.0)),
            ("首次交稿", Some(3.0)),
            ("完成点数", Some(10.0)),
            ("准时率", Some(2.0 / 3.0)),
            ("一次通过率", Some(0.5)),
            ("计入返工", Some(2.0)),
        ]
    );
    assert_eq!(seen["charts"][0]["labels"], json!(["周美工", "李美工"]));
    assert_eq!(seen["charts"][0]["series"][1]["values"], json!([5.0, 0.0]));
    assert!(seen["remarks"][0].as_str().unwrap().contains("改图前后效果"));
}

#[test]
fn a_month_before_anything_happened_has_no_figures_but_is_whole() {
    let studio = Studio::new();
    let args = json!({ "kind": "R16", "from": "2026-01-01", "to": "2026-01-31" });
    let seen = studio.shop.ok(&studio.boss, "reports.preview", args.clone());
    assert_eq!(seen["figures"][3]["value"], json!(null), "0 ÷ 0 is no figure");
    let started = studio.shop.ok(&studio.boss, "reports.make", args);
    let made = studio.shop.job(&studio.boss, &started);
    assert!(text(&path(&studio.shop, &made), "人员").contains("所选范围没有数据"));
}

#[test]
fn one_designer_alone_is_one_persons_report() {
    let studio = Studio::new();
    let args = json!({ "kind": "R16", "from": "2026-11-01", "to": "2026-11-30",
                       "filters": { "assignee": studio.designer.staff } });
    let started = studio.shop.ok(&studio.boss, "reports.make", args);
    let made = studio.shop.job(&studio.boss, &started);
    let file = path(&studio.shop, &made);
    assert!(!text(&file, "人员").contains("周美工"));
    assert!(text(&file, "封面与口径").contains("负责人：李美工"));
}
