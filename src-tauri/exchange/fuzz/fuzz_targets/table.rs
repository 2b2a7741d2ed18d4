//! Any bytes that open as a table of text can be read to the end, row numbers rising, however a person
//! says they are encoded and cut.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shopdesk_exchange::sniff::TextEncoding;
use shopdesk_exchange::{Input, Table, TableOptions};

fuzz_target!(|bytes: &[u8]| {
    shopdesk_exchange_fuzz::trust_the_fence();
    let Some((&choice, bytes)) = bytes.split_first() else { return };
    let options = TableOptions {
        encoding: match choice & 7 {
            1 => Some(TextEncoding::Utf8),
            2 => Some(TextEncoding::Gb18030),
            3 => Some(TextEncoding::Utf16Le),
            _ => None,
        },
        delimiter: [None, Some('\t'), Some(','), Some(';')][usize::from(choice >> 3 & 3)],
        header_row: (choice & 0x20 != 0).then_some(u64::from(choice >> 6)),
        include_hidden: choice & 0x40 != 0,
        ..TableOptions::default()
    };
    let Ok(mut table) = Table::open(&Input::bytes("fuzz", bytes), &options) else { return };
    let mut last = 0;
    for row in table.by_ref() {
        assert!(row.number > last);
        last = row.number;
    }
    assert!(table.fault().is_none(), "memory has no faults");
});
