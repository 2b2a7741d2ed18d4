//! Any text is a number or is refused; money that is read can be written and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shopdesk_exchange::numbers::{DayOrder, DecimalMark, format_amount, parse_money, parse_percent, parse_quantity, parse_when};

fuzz_target!(|text: &str| {
    for mark in [DecimalMark::Point, DecimalMark::Comma] {
        if let Ok(read) = parse_money(text, "CNY", mark) {
            let again = parse_money(&format_amount(&read.money), &read.money.currency, DecimalMark::Point);
            assert_eq!(again.map(|r| r.money), Ok(read.money));
        }
        let _ = parse_quantity(text, mark);
    }
    let _ = parse_percent(text);
    let _ = parse_when(text, DayOrder::Ask, None);
});
