//! An `OpenDocument` sheet with any rows in it, whole or broken off.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shopdesk_exchange::{Input, ReadOptions};
use shopdesk_exchange_fuzz::{import, trust_the_fence, zip};

const HEAD: &str = r#"<office:document-content><office:spreadsheet><table:table table:name="1"><table:table-row><table:table-cell office:value-type="string"><text:p>商品编码</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>商品名称</text:p></table:table-cell></table:table-row>"#;
const END: &str = "</table:table></office:spreadsheet></office:document-content>";

fuzz_target!(|bytes: &[u8]| {
    trust_the_fence();
    let (choice, rows) = bytes.split_first().map_or((0, bytes), |(&choice, rows)| (choice, rows));
    let end = if choice & 1 == 0 { END } else { "" };
    let file = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest/>"),
        ("content.xml", &[HEAD.as_bytes(), rows, end.as_bytes()].concat()),
    ]);
    let read = import(&Input::bytes("商品.ods", file), &ReadOptions::default());
    assert!(!(bytes.is_empty() && read.is_empty()), "without a change this is a workbook");
});
