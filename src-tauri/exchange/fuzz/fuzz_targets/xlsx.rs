//! A workbook with any rows, texts and styles in it, and any bytes that call themselves one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shopdesk_exchange::{Input, ReadOptions};
use shopdesk_exchange_fuzz::{import, trust_the_fence, zip};

const TYPES: &str =
    r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const HEAD: &str = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>商品编码</t></is></c><c r="B1" t="inlineStr"><is><t>商品名称</t></is></c><c r="C1" t="inlineStr"><is><t>售价</t></is></c></row>"#;
const TAIL: &str = "</sheetData></worksheet>";

fuzz_target!(|bytes: &[u8]| {
    trust_the_fence();
    if bytes.starts_with(b"PK") {
        import(&Input::bytes("商品.xlsx", bytes), &ReadOptions::default());
        return;
    }
    let mut parts = bytes.splitn(3, |&byte| byte == 0);
    let rows = parts.next().unwrap_or_default();
    let sheet = [HEAD.as_bytes(), rows, TAIL.as_bytes()].concat();
    let mut files = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", &sheet),
    ];
    files.extend(["xl/sharedStrings.xml", "xl/styles.xml"].into_iter().zip(parts));
    let file = zip(&files);
    let read = import(&Input::bytes("商品.xlsx", file), &ReadOptions::default());
    assert!(!(bytes.is_empty() && read.is_empty()), "without a change this is a workbook");
});
