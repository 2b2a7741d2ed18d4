//! Numbers, money and dates as people and platforms write them.
//!
//! The harmless is understood: full-width digits, thousands commas, currency signs, `元`, `%`.
//! What could mean two things (`1,234` in a European file, `03/04/2024`) needs a hint; the rest is
//! refused with a sentence that shows what would be accepted. Nothing here goes through a float.

mod date;
mod decimal;
mod money;

pub use date::{DayOrder, When, parse_when};
pub use decimal::{Decimal, DecimalMark, narrow};
pub use money::{
    Money, MoneyRead, currency_digits, format_amount, parse_money, parse_percent, parse_quantity,
    parse_weight_g,
};
