//! Any text is a number, money or a moment, or is refused with words; money that is read can be written
//! and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shopdesk_exchange::numbers::{
    DayOrder, DecimalMark, format_amount, parse_money, parse_percent, parse_quantity,
    parse_weight_g, parse_when,
};

fuzz_target!(|text: &str| {
    for mark in [DecimalMark::Point, DecimalMark::Comma] {
        for currency in ["CNY", "JPY", "KWD"] {
            if let Ok(read) = parse_money(text, currency, mark) {
                let written = format_amount(&read.money);
                let again = parse_money(&written, &read.money.currency, DecimalMark::Point);
                assert_eq!(again.map(|it| it.money), Ok(read.money));
            }
        }
        let _ = parse_quantity(text, mark);
    }
    let _ = parse_percent(text);
    for kilograms in [true, false] {
        let _ = parse_weight_g(text, kilograms);
    }
    for order in [DayOrder::Ask, DayOrder::DayFirst, DayOrder::MonthFirst] {
        if let Ok(when) = parse_when(text, order, None) {
            let _ = when.utc_ms(480);
        }
    }
});
