//! Files as they should not be: each is told apart, and none of them leaves anything half-written.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{Format as Look, Formula, Workbook};
use serde_json::{Value as Json, json};
use shopdesk_exchange::sniff::TextEncoding;
use zip::write::SimpleFileOptions;

use super::{Desk, RunOptions, counts, sample};

/// Runs the bytes as a file of that name; answers why it was refused, and that nothing was written.
fn refused(name: &str, bytes: &[u8]) -> String {
    let desk = Desk::new();
    let before = desk.rows();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let report = desk.run(&path, &RunOptions::default()).remove(0);
    assert_eq!(report.batch, None, "{name}");
    assert_eq!(desk.rows(), before, "{name}");
    assert_eq!(desk.shop.count("select count(*) from product"), 0);
    report.refused.clone().unwrap_or_else(|| panic!("{name} was taken: {report:?}"))
}

fn zip(entry: &str, bytes: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(entry, SimpleFileOptions::default()).unwrap();
    zip.write_all(bytes).unwrap();
    zip.finish().unwrap().into_inner()
}

/// The flag in both headers is what an encrypted entry has.
fn locked(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes[6] |= 1;
    let central = bytes.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
    bytes[central + 8] |= 1;
    bytes
}

#[test]
fn a_workbook_with_a_password_asks_for_one_without() {
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.resize(1024, 0);
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes[512..512 + name.len()].copy_from_slice(&name);
    bytes[512 + 64] = 34;
    assert!(refused("密.xlsx", &bytes).contains("密码"));
    assert!(refused("密.zip", &locked(zip("a.csv", b"a,b\n1,2\n"))).contains("密码"));
}

#[test]
fn archives_that_mean_harm_are_refused() {
    let why = refused("外.zip", &zip("../../a.csv", b"a,b\n1,2\n"));
    assert!(why.contains("压缩包外面"), "{why}");
    let bomb = zip("a.csv", &vec![0; 100 * 1024 * 1024]);
    assert!(bomb.len() < 1024 * 1024);
    let why = refused("弹.zip", &bomb);
    assert!(why.contains("解压") || why.contains("压缩"), "{why}");
}

#[test]
fn empty_broken_and_foreign_files_are_refused() {
    assert!(refused("空.csv", b"").contains("空"));
    assert!(refused("白.csv", b" \r\n\r\n").contains("空"));
    let mut whole = Workbook::new();
    whole.add_worksheet().write(0, 0, "商品编码").unwrap();
    let whole = whole.save_to_buffer().unwrap();
    let why = refused("半.xlsx", &whole[..whole.len() / 2]);
    assert!(why.contains("损坏") || why.contains("不完整"), "{why}");
    assert!(refused("程序.csv", b"MZ\x90\0\x03\0\0\0").contains("程序"));
    let orders = std::fs::read(sample("orders_gbk.csv")).unwrap();
    assert!(refused("订单.csv", &orders).contains("订单"));
    let mut blank = Workbook::new();
    blank.add_worksheet();
    assert!(refused("空表.xlsx", &blank.save_to_buffer().unwrap()).contains("没有内容"));
}

#[test]
fn a_page_saved_as_xls_is_read_as_the_table_it_is() {
    let desk = Desk::new();
    let page = "<html><body><table><tr><th>商品编码</th><th>标题</th></tr>\
        <tr><td>H-1</td><td>手工 &amp; 羊毛</td></tr></table></body></html>";
    let seen = desk.preview("商品.xls", page.as_bytes(), json!({}));
    assert_eq!(seen["facts"]["kind"], "html");
    assert_eq!(counts(&seen), (1, 0, 0, 0), "{seen}");
    assert_eq!(seen["rows"][0]["title"], "手工 & 羊毛");
}

#[test]
fn merged_cells_two_header_rows_and_formula_text_are_read_as_people_mean_them() {
    let desk = Desk::new();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let look = Look::new();
    sheet.merge_range(0, 0, 1, 0, "商品编码", &look).unwrap();
    sheet.merge_range(0, 1, 1, 1, "标题", &look).unwrap();
    sheet.merge_range(0, 2, 0, 3, "规格", &look).unwrap();
    sheet.write(1, 2, "颜色").unwrap().write(1, 3, "尺码").unwrap();
    sheet.merge_range(2, 0, 3, 0, "T-1", &look).unwrap();
    sheet.merge_range(2, 1, 3, 1, "=cmd|' /C calc'!A0", &look).unwrap();
    for (row, size) in [(2, "M"), (3, "L")] {
        sheet.write(row, 2, "米白").unwrap().write(row, 3, size).unwrap();
    }
    let seen = desk.preview("商品.xlsx", &book.save_to_buffer().unwrap(), json!({}));
    assert_eq!(seen["header"], json!(["商品编码", "标题", "颜色", "尺码"]));
    assert_eq!(counts(&seen), (1, 0, 0, 0), "{seen}");
    desk.commit(&seen);
    assert_eq!(desk.shop.count("select count(*) from sku"), 2);
    // It is text, here and in what we write: never a formula.
    let title = "select count(*) from product where title = '=cmd|'' /C calc''!A0'";
    assert_eq!(desk.shop.count(title), 1);
}

#[test]
fn a_broken_formula_is_a_wrong_row_with_its_cell_and_can_be_put_right_in_place() {
    let desk = Desk::new();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in ["商品编码", "标题", "成本价"].into_iter().enumerate() {
        sheet.write(0, u16::try_from(column).unwrap(), name).unwrap();
    }
    sheet.write(1, 0, "K-1").unwrap().write(1, 1, "碗").unwrap().write(1, 2, 12).unwrap();
    sheet.write(2, 0, "K-2").unwrap().write(2, 1, "盘").unwrap();
    sheet.write(2, 2, Formula::new("=VLOOKUP(A3,X:Y,2,0)").set_result("#N/A")).unwrap();
    let seen = desk.preview("商品.xlsx", &book.save_to_buffer().unwrap(), json!({}));
    assert_eq!(counts(&seen), (1, 0, 0, 1), "{seen}");
    let problem = &seen["rows"][0]["problems"][0];
    assert_eq!((&problem["row"], &problem["column"]), (&json!(3), &json!("成本价")));
    assert!(problem["why"].as_str().unwrap().contains("#N/A"), "{problem}");
    let fix =
        json!({ "id": seen["id"], "fixes": [{ "row": 3, "column": "成本价", "value": "9.90" }] });
    let job = desk.shop.ok(&desk.boss, "imports.fix", fix);
    desk.shop.job(&desk.boss, &job);
    desk.commit(&desk.get(&seen["id"]));
    assert_eq!(desk.shop.count("select sum(cost) from sku"), 2190);
    let nowhere =
        json!({ "id": seen["id"], "fixes": [{ "row": 3, "column": "没有", "value": "1" }] });
    desk.shop.refused(&desk.boss, "imports.fix", nowhere);
}

#[test]
fn the_wrong_sheet_is_seen_and_another_is_chosen() {
    let desk = Desk::new();
    let mut book = Workbook::new();
    book.add_worksheet().set_name("说明").unwrap();
    let goods = book.add_worksheet();
    goods.set_name("商品").unwrap();
    goods.write(0, 0, "商品编码").unwrap().write(0, 1, "标题").unwrap();
    goods.write(1, 0, "A").unwrap().write(1, 1, "杯").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let seen = desk.preview("商品.xlsx", &bytes, json!({}));
    assert_eq!(seen["facts"]["sheet"], "商品");
    let choose = |sheet: &str| {
        let job =
            desk.shop.ok(&desk.boss, "imports.choose", json!({ "id": seen["id"], "sheet": sheet }));
        desk.shop.job(&desk.boss, &job);
        desk.get(&seen["id"])
    };
    let wrong = choose("说明");
    assert!(wrong["refused"].as_str().unwrap().contains("没有内容"), "{wrong}");
    // The sheets are still there to choose from.
    assert_eq!(wrong["facts"]["sheets"][1]["name"], "商品");
    assert_eq!(counts(&choose("商品")), (1, 0, 0, 0));
}

#[test]
fn doubtful_encodings_come_with_three_readings_to_click() {
    let desk = Desk::new();
    let mut bytes = TextEncoding::Gb18030.encode("商品编码,标题\nG-1,羊毛开衫\nG-2,");
    bytes.extend("混编的标题\n".as_bytes());
    let seen = desk.preview("混.csv", &bytes, json!({}));
    let guesses = seen["facts"]["encodings"].as_array().unwrap();
    assert!(guesses.len() >= 2, "{seen}");
    assert!(guesses.iter().all(|g| !g["preview"].as_str().unwrap().is_empty()));
    assert_eq!(seen["facts"]["encoding_sure"], false);
    let other = guesses.iter().find(|g| g["encoding"] == "gb18030").unwrap();
    let args = json!({ "id": seen["id"], "encoding": other["encoding"] });
    let job = desk.shop.ok(&desk.boss, "imports.choose", args);
    desk.shop.job(&desk.boss, &job);
    let read = desk.get(&seen["id"]);
    assert_eq!(read["facts"]["encoding"], "gb18030");
    assert!(read["rows"].to_string().contains("羊毛开衫"), "{read}");
}

#[test]
fn the_same_code_twice_in_a_file_is_told_with_both_rows() {
    let desk = Desk::new();
    let text = "商品编码,标题,条码\nD-1,杯,6901234567892\nD-2,碗,6901234567892\nD-1,盘,\n";
    let seen = desk.preview("商品.csv", text.as_bytes(), json!({}));
    let said = seen["rows"].to_string();
    assert!(said.contains("第 2 行重复") && said.contains("条码"), "{said}");
    desk.shop.refused(&desk.boss, "imports.commit", json!({ "id": seen["id"] }));
    assert_eq!(desk.shop.count("select count(*) from product"), 0);
}

#[test]
fn two_hundred_thousand_rows_are_read_page_by_page() {
    let desk = Desk::new();
    let mut text = "商品编码,标题\n".to_owned();
    for n in 0..200_000 {
        text.extend([format!("P-{n},\"名称, {n}\"\n")]);
    }
    let seen = desk.preview("大表.csv", text.as_bytes(), json!({}));
    assert_eq!(counts(&seen), (200_000, 0, 0, 0));
    assert!(seen["rows"].as_array().unwrap().len() <= 200, "the page shows the first ones");
    let ask = |more: Json| {
        let mut args = json!({ "id": seen["id"], "class": "new", "limit": 100 });
        for (key, value) in more.as_object().unwrap() {
            args[key] = value.clone();
        }
        desk.shop.ok(&desk.boss, "imports.rows", args)
    };
    let first = ask(json!({}));
    let far = ask(json!({ "after": first["next"], "skip": 150_000 }));
    assert_eq!(far["rows"][0]["key"], "P-150100");
}
