//! Any bytes that call themselves a workbook of the old kind, or a web page under its name.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shopdesk_exchange::{Input, ReadOptions};
use shopdesk_exchange_fuzz::{import, trust_the_fence};

fuzz_target!(|bytes: &[u8]| {
    trust_the_fence();
    import(&Input::bytes("商品.xls", bytes), &ReadOptions::default());
});
