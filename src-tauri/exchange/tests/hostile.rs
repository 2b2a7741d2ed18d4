//! Small files that ask for more than there is: each is refused with what is wrong and what to do, before a
//! parser believes it; and the honest file next to it is read.

mod support;

use std::io::{Cursor, Write};

use shopdesk_exchange::*;
use support::{only, products, text};
use zip::write::{SimpleFileOptions, ZipWriter};

#[allow(clippy::expect_used)] // Only tests pack.
fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).expect("begun");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("finished").into_inner()
}

/// Sees that a file is refused for its size, in a sentence that has these words.
#[allow(clippy::expect_used)]
fn too_large(input: &Input, words: &str) {
    let refused = read(input, &ReadOptions::default()).expect_err("too large");
    assert_eq!(refused.reason, RefusedReason::TooLarge, "{}", refused.message);
    assert!(refused.message.contains(words), "{}", refused.message);
    assert!(refused.message.contains(input.name()), "{}", refused.message);
}

#[allow(clippy::expect_used)]
fn damaged(input: &Input) {
    let refused = read(input, &ReadOptions::default()).expect_err("damaged");
    assert_eq!(refused.reason, RefusedReason::Damaged, "{}", refused.message);
}

const FAR: &str = "离得很远的单元格";
const WORDY: &str = "文字填进每个单元格后超过";

// ---- xlsx

/// A workbook of these rows, shared texts and merged blocks, each as XML.
fn xlsx(rows: &str, shared: &str, merged: &str) -> Input {
    let book = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="商品" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    let relation = |kind: &str, target: &str| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>"#
        )
    };
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"#
    );
    let shared = format!(
        r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{shared}</sst>"#
    );
    let parts: [(&str, &str); 5] = [
        ("_rels/.rels", &relation("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", &relation("worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", &sheet),
        ("xl/sharedStrings.xml", &shared),
    ];
    Input::bytes("商品.xlsx", packed(&parts.map(|(name, part)| (name, part.as_bytes()))))
}

fn told(cell: &str, text: &str) -> String {
    format!(r#"<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

fn header_row() -> String {
    let cells = [told("A1", "商品编码"), told("B1", "商品名称"), told("C1", "颜色")].concat();
    format!(r#"<row r="1">{cells}</row>"#)
}

#[test]
fn merged_blocks_that_lie_upon_each_other_by_the_thousand_are_refused() {
    let mut rows = header_row();
    for row in 2..4_300 {
        rows += &format!(r#"<row r="{row}">{}</row>"#, told(&format!("B{row}"), "杯子"));
    }
    let blocks = |end: u32, times| format!(r#"<mergeCell ref="A1:A{end}"/>"#).repeat(times);
    too_large(&xlsx(&rows, "", &blocks(1_048_576, 4_300)), FAR);
    // As many blocks that each cover a title and the row below it are no trouble.
    let first = format!(r#"<row r="2">{}{}</row>"#, told("A2", "A-1"), told("B2", "杯子"));
    let result = only(&xlsx(&(header_row() + &first), "", &blocks(2, 4_300)));
    assert_eq!(products(&result)[0].code.as_deref(), Some("A-1"));
}

#[test]
fn a_long_text_merged_over_all_rows_is_refused() {
    let long = "长".repeat(400_000);
    let mut rows = header_row();
    rows += &format!(r#"<row r="2">{}{}</row>"#, told("A2", "A-1"), told("B2", &long));
    for row in 3..2_000 {
        rows += &format!(r#"<row r="{row}">{}</row>"#, told(&format!("C{row}"), "白"));
    }
    too_large(&xlsx(&rows, "", r#"<mergeCell ref="B2:B1048576"/>"#), FAR);
}

#[test]
fn a_long_text_that_many_cells_share_is_refused() {
    // Blank, so that what is read until then takes no memory of its own.
    let shared = format!("<si><t xml:space=\"preserve\">{}</t></si>", "　".repeat(1 << 19));
    let cells = |number: u32| {
        let cell = |row| format!(r#"<row r="{row}"><c r="B{row}" t="s"><v>0</v></c></row>"#);
        (2..2 + number).map(cell).collect::<String>()
    };
    too_large(&xlsx(&(header_row() + &cells(350)), &shared, ""), WORDY);
    let last = format!(r#"<row r="99">{}{}</row>"#, told("A99", "A-1"), told("B99", "杯子"));
    let result = only(&xlsx(&(header_row() + &cells(9) + &last), &shared, ""));
    assert_eq!(products(&result)[0].title, "杯子");
}

// ---- xlsb

fn binary_record(kind: u16, content: &[u8]) -> Vec<u8> {
    let [low, high] = [kind & 0x7f, kind >> 7].map(|it| it.to_le_bytes()[0]);
    let mut record = if kind < 0x80 { vec![low] } else { vec![low | 0x80, high] };
    assert!(content.len() < 0x80, "one byte says how long it is");
    record.push(content.len().to_le_bytes()[0]);
    record.extend_from_slice(content);
    record
}

#[allow(clippy::cast_possible_truncation)] // Short texts.
fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut bytes = (units.len() as u32).to_le_bytes().to_vec();
    bytes.extend(units.into_iter().flat_map(u16::to_le_bytes));
    bytes
}

/// A binary workbook of these rows: number from 0, and its cells as column and text.
fn xlsb(rows: &[(u32, &[(u32, &str)])]) -> Input {
    let sheet_facts = [&[0; 4][..], &[1, 0, 0, 0], &wide("rId1"), &wide("商品")].concat();
    let book = [
        binary_record(0x009c, &sheet_facts),
        binary_record(0x0090, &[]),
        binary_record(0x009d, &[]),
    ];
    let mut sheet = [binary_record(0x0094, &[0; 16]), binary_record(0x0091, &[])].concat();
    for (row, cells) in rows {
        sheet.extend(binary_record(0x0000, &row.to_le_bytes()));
        for (column, text) in *cells {
            let place = [column.to_le_bytes(), [0; 4]].concat();
            sheet.extend(binary_record(0x0006, &[place, wide(text)].concat()));
        }
    }
    sheet.extend(binary_record(0x0092, &[]));
    let relations = br#"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.bin"/></Relationships>"#;
    let parts: [(&str, &[u8]); 3] = [
        ("xl/workbook.bin", &book.concat()),
        ("xl/_rels/workbook.bin.rels", relations),
        ("xl/worksheets/sheet1.bin", &sheet),
    ];
    Input::bytes("商品.xlsb", packed(&parts))
}

#[test]
fn a_binary_workbook_with_one_cell_in_its_last_corner_is_read() {
    // From corner to corner it has seventeen thousand million cells.
    let result = only(&xlsb(&[
        (0, &[(0, "商品编码"), (1, "商品名称")]),
        (1, &[(0, "A-1"), (1, "杯子")]),
        (1_048_575, &[(16_383, "误触")]),
    ]));
    assert_eq!(products(&result)[0].title, "杯子");
    assert_eq!(result.rows_bad[0].row, 1_048_576, "{:?}", result.rows_bad);
}

#[test]
fn a_binary_workbook_with_a_thousand_cells_far_out_is_refused() {
    let mut rows: Vec<(u32, &[(u32, &str)])> = vec![(0, &[(0, "商品编码"), (1, "商品名称")])];
    let far: &[(u32, &str)] = &[(16_383, "误触")];
    rows.extend((1..1_100).map(|row| (row, far)));
    too_large(&xlsb(&rows), FAR);
}

// ---- ods

fn ods_of(content: &str, manifest: &str) -> Input {
    let parts: [(&str, &[u8]); 3] = [
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", content.as_bytes()),
    ];
    Input::bytes("商品.ods", packed(&parts))
}

const BEGIN: &str = r#"<office:document-content><office:body><office:spreadsheet><table:table table:name="商品"><table:table-row><table:table-cell office:value-type="string"><text:p>商品编码</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>商品名称</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>颜色</text:p></table:table-cell></table:table-row>"#;
const END: &str = "</table:table></office:spreadsheet></office:body></office:document-content>";

/// An `OpenDocument` sheet with these rows below its header.
fn ods(rows: &str) -> Input {
    ods_of(&[BEGIN, rows, END].concat(), "<manifest:manifest/>")
}

fn ods_row(repeats: u64, cells: &[(&str, u64)]) -> String {
    let cells: String = cells
        .iter()
        .map(|(text, repeats)| {
            let tag = format!(r#"table:table-cell table:number-columns-repeated="{repeats}""#);
            if text.is_empty() {
                format!("<{tag}/>")
            } else {
                format!(r#"<{tag} office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
            }
        })
        .collect();
    format!(r#"<table:table-row table:number-rows-repeated="{repeats}">{cells}</table:table-row>"#)
}

#[test]
fn a_sheet_of_a_few_hundred_bytes_that_repeats_its_cells_by_the_million_is_refused() {
    let goods = ods_row(1, &[("A-1", 1), ("杯子", 1)]);
    let repeated = [
        // Rows with one cell each, and rows that are full; below 100 million cells calamine makes them all.
        ods_row(1_048_570, &[("A-2", 1), ("", 20), ("杯子", 1)]),
        ods_row(6_000, &[("杯子", 16_384)]),
        // Empty rows down to one cell, each as wide as the sheet.
        ods_row(1_000_000, &[("", 1)]) + &ods_row(1, &[("", 40), ("误触", 1)]),
        // No row is wide but one, and the others are made as wide.
        ods_row(1_000, &[("A-2", 1)]) + &ods_row(1, &[("", 16_383), ("误触", 1)]),
        // A text that is long, repeated.
        ods_row(1, &[(&"长".repeat(100_000), 1_000)]),
        // Blanks by number.
        ods_row(1, &[(r#"<text:s text:c="2000000000"/>"#, 1)]),
    ];
    for rows in repeated {
        too_large(&ods(&(goods.clone() + &rows)), FAR);
    }
    // Several sheets count together.
    let sheet =
        [r#"</table:table><table:table table:name="二">"#, &ods_row(500_000, &[("误触", 5)])];
    too_large(&ods(&(goods + &sheet.concat().repeat(4))), FAR);
}

#[test]
fn a_sheet_as_an_office_program_writes_it_is_read_with_what_it_repeats() {
    let rows = [
        ods_row(2, &[("A-1", 1), ("杯子", 2), ("", 16_381)]),
        ods_row(3, &[("", 16_384)]),
        ods_row(1, &[("B-1", 1), ("碗", 1), ("", 16_382)]),
        ods_row(1_048_569, &[("", 16_384)]),
    ];
    let result = only(&ods(&rows.concat()));
    let rows: Vec<(u64, &str)> =
        products(&result).iter().map(|it| (it.row, it.title.as_str())).collect();
    assert_eq!(rows.first(), Some(&(2, "杯子")));
    assert_eq!(rows.last(), Some(&(7, "碗")));
}

#[test]
fn a_sheet_that_breaks_off_is_damaged_and_nobody_waits_for_its_end() {
    let row = ods_row(1, &[("A-1", 1), ("杯子", 1)]);
    let note =
        r#"<table:table-row><table:table-cell office:value-type="string"><office:annotation>"#;
    for rest in [row.as_str(), "<table:table-row>", note, ""] {
        damaged(&ods_of(&[BEGIN, rest].concat(), "<manifest:manifest/>"));
    }
}

#[test]
fn a_sheet_with_a_password_is_refused_for_that() {
    let manifest = "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let refused = read(&ods_of("\u{1}\u{2}", manifest), &ReadOptions::default());
    assert_eq!(refused.expect_err("locked").reason, RefusedReason::Encrypted);
}

// ---- xls

fn old_record(kind: u16, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len()).unwrap_or(u16::MAX);
    [&kind.to_le_bytes(), &length.to_le_bytes(), content].concat()
}

/// A compound file with this stream as its workbook.
#[allow(clippy::cast_possible_truncation)]
fn compound(mut stream: Vec<u8>) -> Input {
    stream.resize(stream.len().next_multiple_of(512).max(4_096), 0);
    let sectors = stream.len() / 512;
    let tables = (sectors + 2).div_ceil(127);
    // First the tables of chains, then the folder, then the workbook.
    let mut next: Vec<u32> = vec![0xffff_fffd; tables];
    next.push(0xffff_fffe);
    next.extend((1..sectors).map(|at| (tables + 1 + at) as u32));
    next.push(0xffff_fffe);
    next.resize(tables * 128, 0xffff_ffff);
    let mut head = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    head.resize(24, 0);
    head.extend([0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0]);
    head.resize(44, 0);
    head.extend((tables as u32).to_le_bytes());
    head.extend((tables as u32).to_le_bytes()); // where the folder begins
    head.extend([0, 0, 0, 0, 0, 0x10, 0, 0]);
    head.extend([0xfe, 0xff, 0xff, 0xff, 0, 0, 0, 0].repeat(2));
    head.extend((0..tables as u32).flat_map(u32::to_le_bytes));
    assert!(tables <= 109, "all tables are named in the head");
    head.resize(512, 0xff);
    let entry = |name: &str, kind: u8, start: u32, length: usize| {
        let mut name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let named = name.len() as u16 + 2;
        name.resize(64, 0);
        let mut entry =
            [name, named.to_le_bytes().to_vec(), vec![kind, 1], vec![0xff; 12]].concat();
        entry.resize(116, 0);
        entry.extend(start.to_le_bytes());
        entry.extend((length as u64).to_le_bytes());
        entry
    };
    let mut folder = entry("Root Entry", 5, 0xffff_fffe, 0);
    folder.extend(entry("Workbook", 2, tables as u32 + 1, stream.len()));
    folder.resize(512, 0);
    let next: Vec<u8> = next.into_iter().flat_map(u32::to_le_bytes).collect();
    Input::bytes("商品.xls", [head, next, folder, stream].concat())
}

/// An old workbook of these shared texts (each of ASCII), with as many empty pieces after them, and of
/// these cells: row, column, and which text.
#[allow(clippy::cast_possible_truncation)]
fn xls(texts: &[&str], pieces: usize, cells: impl Iterator<Item = (u16, u16, u32)>) -> Input {
    let begin = |kind: u8| old_record(0x0809, &[&[0, 6, kind, 0][..], &[0; 12]].concat());
    let mut shared = vec![0; 8];
    for text in texts {
        shared.extend((text.len() as u16).to_le_bytes());
        shared.push(0);
        shared.extend(text.as_bytes());
    }
    let shared = [old_record(0x00fc, &shared), old_record(0x003c, &[]).repeat(pieces)].concat();
    let end = old_record(0x000a, &[]);
    let head = begin(5);
    let start = head.len() + 4 + 4 + 2 + 2 + 1 + shared.len() + end.len();
    let facts = [&(start as u32).to_le_bytes()[..], &[0, 0, 1, 0], b"1"].concat();
    let mut stream = [head, old_record(0x0085, &facts), shared, end.clone()].concat();
    assert_eq!(stream.len(), start);
    stream.extend(begin(0x10));
    for (row, column, text) in cells {
        let place = [row.to_le_bytes(), column.to_le_bytes(), [0; 2]].concat();
        stream.extend(old_record(0x00fd, &[place, text.to_le_bytes().to_vec()].concat()));
    }
    stream.extend(end);
    compound(stream)
}

const TEXTS: [&str; 4] = ["seller-sku", "item-name", "A-1", "Cup"];

#[test]
fn an_old_workbook_is_read_and_one_whose_cells_share_a_long_text_is_refused() {
    let goods = [(0, 0, 0), (0, 1, 1), (1, 0, 2), (1, 1, 3)];
    let result = only(&xls(&TEXTS, 0, goods.into_iter()));
    assert_eq!(result.header, ["seller-sku", "item-name"]);
    let long = "x".repeat(60_000);
    let texts = [&TEXTS[..], &[&long]].concat();
    let cells = |number: u16| goods.into_iter().chain((2..2 + number).map(|row| (row, 1, 4)));
    too_large(&xls(&texts, 0, cells(4_500)), WORDY);
    assert_eq!(only(&xls(&texts, 0, cells(5))).header, ["seller-sku", "item-name"]);
}

#[test]
fn an_old_workbook_whose_texts_come_in_a_hundred_thousand_pieces_is_damaged() {
    damaged(&xls(&TEXTS, 100_000, [(0, 0, 0), (0, 1, 1), (1, 0, 2), (1, 1, 3)].into_iter()));
}

// ---- pages

#[test]
fn scripts_end_where_they_end_however_many_there_are() {
    // What a script holds is no table, and the next script is not looked for in the whole page each time.
    let script = "<script>if (a<b) \"<table><tr><td>商品编码<td>假\"</SCRIPT>";
    let goods = "<table><tr><th>商品编码<th>商品名称</tr><tr><td>A-1<td>杯子</tr></table>";
    let result = only(&text("商品.xls", &["<html>", &script.repeat(100_000), goods].concat()));
    assert_eq!(products(&result)[0].title, "杯子");
    assert_eq!(result.facts.sheets.len(), 1);
    // One without an end takes the rest of the page with it.
    let open = text("商品.xls", &["<html>", goods, "<script>", goods].concat());
    assert_eq!(only(&open).facts.sheets.len(), 1);
}

#[test]
fn cells_of_old_xml_that_all_reach_down_in_one_column_do_not_stop_the_reading() {
    let cell = |attributes: &str, text: &str| {
        format!("<Cell {attributes}><Data ss:Type=\"String\">{text}</Data></Cell>")
    };
    let header = [cell("", "商品编码"), cell("", "商品名称")].concat();
    let down = cell("ss:Index=\"1\" ss:MergeDown=\"65000\"", "A-1").repeat(20_000);
    let rows = format!("<Row>{}</Row>", cell("ss:Index=\"2\"", "杯子")).repeat(20_000);
    let xml = format!(
        "<?xml version=\"1.0\"?><Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\
         <Worksheet ss:Name=\"1\"><Table><Row>{header}</Row><Row>{down}{}</Row>{rows}</Table></Worksheet></Workbook>",
        cell("ss:Index=\"2\"", "杯子")
    );
    let result = only(&text("商品.xls", &xml));
    assert_eq!(products(&result)[0].code.as_deref(), Some("A-1"));
    assert_eq!(result.rows_ok, 20_001);
}
