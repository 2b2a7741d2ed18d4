//! Any rows under a data pack's header become products or bad rows, none of them both.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shopdesk_exchange::{Input, ReadOptions, headers, read};

fuzz_target!(|bytes: &[u8]| {
    let keys: Vec<&str> = headers::names(headers::DATAPACK_KEYS).collect();
    let mut file = format!("version 1.00\r\n{}\r\n", keys.join("\t")).into_bytes();
    file.extend_from_slice(bytes);
    let Ok(results) = read(&Input::bytes("fuzz.csv", file), &ReadOptions::default()) else { return };
    for result in results {
        assert_eq!(result.rows_ok as usize, result.records.len());
    }
});
