//! Any bytes that open as a table can be read to the end, row numbers rising.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shopdesk_exchange::{Input, Table, TableOptions};

fuzz_target!(|bytes: &[u8]| {
    let Ok(table) = Table::open(&Input::bytes("fuzz", bytes), &TableOptions::default()) else { return };
    let mut last = 0;
    for row in table {
        assert!(row.number > last);
        last = row.number;
    }
});
