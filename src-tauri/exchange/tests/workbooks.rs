//! Workbooks as people leave them: filters on, titles merged, formulas broken, two header rows.

mod support;

use std::io::Read;

use rust_xlsxwriter::{Format as Look, Formula, Workbook};
use shopdesk_exchange::sniff::{TextEncoding, sniff};
use shopdesk_exchange::*;
use support::{only, products, sample, text};

#[allow(clippy::expect_used)] // Only tests save.
fn saved(mut book: Workbook) -> Input {
    Input::bytes("商品.xlsx", book.save_to_buffer().expect("saved"))
}

#[test]
fn hidden_rows_stay_out_and_are_told_and_can_be_asked_for() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (name, column) in ["商品编码", "商品名称", "售价"].into_iter().zip(0_u16..) {
        sheet.write(0, column, name).expect("written");
    }
    for row in 1..=5_u32 {
        sheet.write(row, 0, format!("A-{row}")).expect("written");
        sheet.write(row, 1, "杯子").expect("written");
        sheet.write(row, 2, 9.9 * f64::from(row)).expect("written");
    }
    sheet.set_row_hidden(3).expect("hidden");
    let input = saved(book);
    let result = only(&input);
    let codes: Vec<&str> = products(&result).iter().filter_map(|p| p.code.as_deref()).collect();
    assert_eq!(codes, ["A-1", "A-2", "A-4", "A-5"]);
    assert_eq!((result.skipped[0].row, result.skipped[0].hidden), (4, true));
    assert_eq!(
        products(&result)[2].price.as_ref().map(|p| p.amount),
        Some(3960),
        "sums of a sheet are exact"
    );
    let mut options = ReadOptions::default();
    options.table.include_hidden = true;
    assert_eq!(read(&input, &options).expect("readable")[0].rows_ok, 5);
}

#[test]
fn merged_titles_belong_to_every_row_they_cover_and_two_header_rows_are_one() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let look = Look::new();
    sheet.merge_range(0, 0, 1, 0, "商品编码", &look).expect("merged");
    sheet.merge_range(0, 1, 1, 1, "商品名称", &look).expect("merged");
    sheet.merge_range(0, 2, 0, 3, "规格", &look).expect("merged");
    sheet.merge_range(0, 4, 0, 5, "价格", &look).expect("merged");
    for (column, name) in [(2, "颜色"), (3, "尺码"), (4, "售价"), (5, "成本价")] {
        sheet.write(1, column, name).expect("written");
    }
    sheet.merge_range(2, 0, 4, 0, "T-1", &look).expect("merged");
    sheet.merge_range(2, 1, 4, 1, "亚麻T恤", &look).expect("merged");
    for row in 2..=4_u32 {
        sheet.write(row, 2, "米白").expect("written");
        sheet.write(row, 3, format!("{row}码")).expect("written");
        sheet.write(row, 4, 99).expect("written");
        sheet.write(row, 5, 30.5).expect("written");
    }
    let result = only(&saved(book));
    assert!(result.rows_bad.is_empty(), "{:?}", result.rows_bad);
    assert_eq!(result.header, ["商品编码", "商品名称", "颜色", "尺码", "售价", "成本价"]);
    assert_eq!(products(&result).len(), 1);
    assert_eq!(products(&result)[0].skus.len(), 3);
    assert_eq!(products(&result)[0].skus[2].cost.as_ref().map(|c| c.amount), Some(3050));
}

#[test]
fn a_broken_formula_or_a_rounded_id_is_a_bad_row_with_its_cell() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (name, column) in ["商品编码", "商品名称", "售价", "商品ID"].into_iter().zip(0_u16..)
    {
        sheet.write(0, column, name).expect("written");
    }
    sheet.write(1, 0, 1001).expect("written");
    sheet.write(1, 1, "碗").expect("written");
    sheet.write(1, 2, Formula::new("=NA()").set_result("#N/A")).expect("written");
    sheet.write(2, 0, 1002).expect("written");
    sheet.write(2, 1, "盘").expect("written");
    sheet.write(2, 2, 12).expect("written");
    sheet.write(2, 3, 1.930_68e18).expect("written");
    sheet.write(3, 0, 1003).expect("written");
    sheet.write(3, 1, "勺").expect("written");
    sheet.write(3, 3, 690_000_000_001.0).expect("written");
    let result = only(&saved(book));
    let bad: Vec<(u64, &str)> =
        result.rows_bad.iter().map(|p| (p.row, p.column.as_str())).collect();
    assert_eq!(bad, [(2, "售价"), (3, "商品ID")]);
    assert!(result.rows_bad[0].why.contains("#N/A"), "{}", result.rows_bad[0].why);
    assert_eq!(products(&result)[0].code.as_deref(), Some("1003"));
    assert_eq!(products(&result)[0].platform_item_id.as_deref(), Some("690000000001"));
}

#[test]
fn the_sheet_with_the_goods_is_read_unless_another_is_asked_for() {
    let mut book = Workbook::new();
    book.add_worksheet()
        .set_name("说明")
        .expect("named")
        .write(0, 0, "请按模板填写")
        .expect("written");
    let goods = book.add_worksheet();
    goods.set_name("商品").expect("named");
    goods.write(0, 0, "商品编码").expect("written").write(0, 1, "商品名称").expect("written");
    goods.write(1, 0, "A").expect("written").write(1, 1, "杯").expect("written");
    let input = saved(book);
    assert_eq!(only(&input).facts.sheet.as_deref(), Some("商品"));
    assert_eq!(table::sheets(&input).expect("sheets").len(), 2);
    let mut options = ReadOptions::default();
    options.table.sheet = Some("价目".into());
    let refused = read(&input, &options).expect_err("no such sheet");
    assert_eq!(refused.reason, RefusedReason::NoSheet);
    assert!(refused.message.contains("「商品」"), "{}", refused.message);
}

#[test]
fn an_encrypted_workbook_is_refused_before_anything_else() {
    // A compound file whose directory holds the stream that every encrypted workbook has.
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.resize(1024, 0);
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes[512..512 + name.len()].copy_from_slice(&name);
    bytes[512 + 64] = 34;
    let refused = sniff(&Input::bytes("密.xlsx", bytes)).expect_err("encrypted");
    assert_eq!(refused.reason, RefusedReason::Encrypted);
    assert!(refused.message.contains("密码"));
}

#[test]
fn a_page_with_merged_cells_and_excels_own_xml_are_tables_too() {
    let page = "<html><body><table><tr><th>商品编码<th>商品名称<th>颜色<th>售价</tr>\
        <tr><td rowspan=2>T-1<td rowspan='2'>T&#24676; &amp; 杯<td>白<td>9.9</tr><tr><td>黑<td>8.8</tr></table></body></html>";
    let result = only(&text("导出.xls", page));
    assert_eq!(products(&result)[0].title, "T恤 & 杯");
    assert_eq!(products(&result)[0].skus.len(), 2);
    let xml = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\
        <Worksheet ss:Name=\"商品\"><Table><Row><Cell><Data ss:Type=\"String\">商品编码</Data></Cell><Cell ss:Index=\"3\"><Data ss:Type=\"String\">售价</Data></Cell></Row>\
        <Row ss:Index=\"4\"><Cell><Data ss:Type=\"String\">A</Data></Cell><Cell ss:Index=\"3\"><Data ss:Type=\"Number\">9.5</Data></Cell></Row></Table></Worksheet></Workbook>";
    let result = only(&text("导出.xls", xml));
    assert_eq!(result.facts.sheet.as_deref(), Some("商品"));
    assert_eq!(
        (products(&result)[0].row, products(&result)[0].price.as_ref().map(|p| p.amount)),
        (4, Some(950))
    );
}

#[test]
fn encodings_are_told_apart_and_doubt_gives_three_to_choose_from() {
    let chinese = "商品编码,商品标题\r\nA,手工羊毛毡钥匙扣\r\n";
    for encoding in [TextEncoding::Utf8, TextEncoding::Gb18030] {
        let sniffed = sniff(&Input::bytes("f.csv", encoding.encode(chinese))).expect("text");
        let found: Vec<TextEncoding> = sniffed.encodings.iter().map(|g| g.encoding).collect();
        assert_eq!(found, [encoding]);
        assert!(
            sniffed.encodings[0].preview.contains("羊毛毡"),
            "{:?}",
            sniffed.encodings[0].preview
        );
    }
    let japanese =
        TextEncoding::ShiftJis.encode("注文番号,商品の名前\r\n1,ひつじの毛のキーホルダー\r\n");
    assert_eq!(
        sniff(&Input::bytes("f.csv", japanese)).expect("text").encodings[0].encoding,
        TextEncoding::ShiftJis
    );
    // One rare pair of bytes could be anything.
    let doubtful = sniff(&Input::bytes("f.csv", b"sku,name\r\nA,\xFC\x72\x81\x40\r\n".as_slice()))
        .expect("text");
    assert_eq!(doubtful.encodings.len(), 3);
}

#[allow(clippy::expect_used)] // Only tests bend.
fn old_workbook() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut file = sample("biff_sycm_items.xls").open().expect("there");
    file.read_to_end(&mut bytes).expect("read");
    bytes
}

/// The old workbook of the samples with the bytes after the first `mark` changed.
#[allow(clippy::expect_used)] // Only tests bend.
fn bent(mark: &[u8], change: &[u8]) -> Input {
    let mut bytes = old_workbook();
    let at = bytes.windows(mark.len()).position(|it| it == mark).expect("there") + mark.len();
    bytes[at..at + change.len()].copy_from_slice(change);
    Input::bytes("商品.xls", bytes)
}

#[test]
fn an_old_workbook_with_a_bent_number_is_damaged_and_takes_no_memory() {
    // The sheet says that it has four thousand million rows.
    let rows = bent(&[0x00, 0x02, 0x0e, 0x00], &[0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]);
    // The folder's chain of sectors runs in a circle: its own place in the table of chains names itself.
    let mut circle = old_workbook();
    let number = |at: usize| -> [u8; 4] { circle[at..at + 4].try_into().expect("four bytes") };
    let (folder, table) = (number(48), u32::from_le_bytes(number(76)));
    let at = (table as usize + 1) * 512 + u32::from_le_bytes(folder) as usize * 4;
    circle[at..at + 4].copy_from_slice(&folder);
    for input in [rows, Input::bytes("商品.xls", circle)] {
        let refused = read(&input, &ReadOptions::default()).expect_err("damaged");
        assert_eq!(refused.reason, RefusedReason::Damaged, "{}", refused.message);
    }
}

#[test]
fn a_workbook_with_cells_far_out_is_refused_with_what_to_do() {
    // One text cell of an old workbook stands as far out as its numbers reach.
    let old = bent(&[0xfd, 0x00, 0x0a, 0x00], &[0xff; 4]);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "商品编码").expect("written");
    for row in 1..1_100 {
        sheet.write(row, 16_383, 1).expect("written");
    }
    // A page with one cell over all rows in its last column: each row is as wide as that.
    let page = format!(
        "<table><tr><th>商品编码<th colspan=16382>商品名称<th rowspan=65536>售价</tr>{}</table>",
        "<tr>".repeat(1_100)
    );
    for input in [old, saved(book), text("商品.xls", &page)] {
        let refused = read(&input, &ReadOptions::default()).expect_err("too large");
        assert_eq!(refused.reason, RefusedReason::TooLarge, "{}", refused.message);
        assert!(refused.message.contains("另存为 xlsx"));
    }
}

#[test]
fn numbers_out_of_this_world_in_a_page_or_in_old_xml_do_not_stop_the_reading() {
    let xml = format!(
        "<?xml version=\"1.0\"?><Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\
         <Worksheet ss:Name=\"1\"><Table><Row>\
         <Cell><Data ss:Type=\"String\">商品编码</Data></Cell>\
         <Cell><Data ss:Type=\"String\">商品名称</Data></Cell></Row><Row>\
         <Cell><Data ss:Type=\"String\">A-1</Data></Cell>\
         <Cell ss:MergeAcross=\"{0}\" ss:MergeDown=\"{0}\"><Data ss:Type=\"String\">杯子</Data></Cell>\
         </Row></Table></Worksheet></Workbook>",
        usize::MAX
    );
    let result = only(&text("商品.xls", &xml));
    assert_eq!(products(&result)[0].title, "杯子");
}
