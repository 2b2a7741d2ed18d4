//! What stands under the columns: formulas that follow the filter, and their values, computed while
//! the rows stream by, for viewers that do not calculate.

use crate::currency::Currency;
use crate::sheet::{Column, Kind, Total};
use crate::value::{Cell, DASH, MASK};

/// The running figures of one column.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tally {
    whole: i128,
    fraction: f64,
    lost: f64,
    numbers: u64,
    filled: u64,
    rows: u64,
    masked: bool,
    mixed: bool,
}

impl Tally {
    pub(crate) fn add(&mut self, cell: &Cell, kind: Kind) {
        self.rows += 1;
        match cell {
            Cell::Empty => return,
            Cell::Integer(n) if kind != Kind::Id => {
                self.whole += i128::from(*n);
                self.numbers += 1;
            }
            Cell::Money(minor) => {
                self.whole += i128::from(*minor);
                self.numbers += 1;
            }
            Cell::MoneyIn(minor, own) => {
                self.whole += i128::from(*minor);
                self.numbers += 1;
                self.mixed |= kind != (Kind::Money { currency: *own });
            }
            Cell::Number(n) if n.is_finite() => {
                // Kahan: a million small figures add up to what they are.
                let add = n - self.lost;
                let sum = self.fraction + add;
                self.lost = (sum - self.fraction) - add;
                self.fraction = sum;
                self.numbers += 1;
            }
            Cell::Masked => self.masked = true,
            Cell::Text(text) if text.is_empty() => return,
            _ => {}
        }
        self.filled += 1;
    }

    pub(crate) fn merge(&mut self, other: &Tally) {
        self.whole += other.whole;
        self.fraction += other.fraction;
        self.numbers += other.numbers;
        self.filled += other.filled;
        self.rows += other.rows;
        self.masked |= other.masked;
        self.mixed |= other.mixed;
    }

    fn sum(&self, kind: Kind) -> f64 {
        let whole = match kind {
            Kind::Money { currency } => self.whole as f64 / currency.scale() as f64,
            _ => self.whole as f64,
        };
        whole + self.fraction
    }

    fn exact(&self, kind: Kind) -> String {
        match kind {
            Kind::Money { currency } if self.fraction == 0.0 => currency.plain(self.whole),
            _ if self.fraction == 0.0 => self.whole.to_string(),
            _ => self.sum(kind).to_string(),
        }
    }
}

/// What to write under one column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Under {
    Nothing,
    Words(&'static str),
    Formula { formula: String, result: String },
}

/// The rows a total runs over: sheet (for totals over several sheets), first and last row from 1.
pub(crate) struct Span {
    pub(crate) sheet: Option<String>,
    pub(crate) first: u32,
    pub(crate) last: u32,
}

/// What stands under column `at`; `label` is the word of this row of totals.
pub(crate) fn under(
    columns: &[Column],
    tallies: &[Tally],
    at: usize,
    spans: &[Span],
    label: &'static str,
) -> Under {
    let (Some(column), Some(tally)) = (columns.get(at), tallies.get(at)) else {
        return Under::Nothing;
    };
    let function = |number: u8, at: usize| {
        let ranges: Vec<String> = spans
            .iter()
            .map(|span| {
                let sheet = span
                    .sheet
                    .as_deref()
                    .map(|name| format!("{}!", crate::names::quoted(name)))
                    .unwrap_or_default();
                let letters = letters(at);
                format!("{sheet}{letters}{}:{letters}{}", span.first, span.last)
            })
            .collect();
        format!("SUBTOTAL({number},{})", ranges.join(","))
    };
    let figure = match &column.total {
        Total::None => return Under::Nothing,
        Total::Rows => return rows(tallies, label, |full| function(103, full)),
        Total::Sum => (format!("={}", function(109, at)), tally.exact(column.kind)),
        Total::Count => (format!("={}", function(103, at)), tally.filled.to_string()),
        Total::Average => {
            let result = if tally.numbers == 0 {
                DASH.to_owned()
            } else {
                (tally.sum(column.kind) / tally.numbers as f64).to_string()
            };
            (format!("=IFERROR({},\"{DASH}\")", function(101, at)), result)
        }
        Total::Ratio { part, whole } => {
            let find = |key: &str| columns.iter().position(|column| column.key == key);
            let (Some(part), Some(whole)) = (find(part), find(whole)) else {
                return Under::Nothing;
            };
            let (above, below) = (&tallies[part], &tallies[whole]);
            if above.masked || below.masked {
                return Under::Words(MASK);
            }
            if above.mixed || below.mixed {
                return Under::Words(DASH);
            }
            let divisor = below.sum(columns[whole].kind);
            let result = if divisor == 0.0 {
                DASH.to_owned()
            } else {
                (above.sum(columns[part].kind) / divisor).to_string()
            };
            let formula =
                format!("=IFERROR({}/{},\"{DASH}\")", function(109, part), function(109, whole));
            (formula, result)
        }
    };
    if tally.masked {
        return Under::Words(MASK);
    }
    // Amounts in several currencies do not add up to anything.
    if tally.mixed && column.total != Total::Count {
        return Under::Words(DASH);
    }
    Under::Formula { formula: figure.0, result: figure.1 }
}

/// Whether a column's figures are needed for its own total or another's.
pub(crate) fn is_counted(columns: &[Column], at: usize) -> bool {
    columns[at].total != Total::None
        || columns.iter().any(|column| match column.total {
            Total::Rows => true,
            Total::Ratio { part, whole } => part == columns[at].key || whole == columns[at].key,
            _ => false,
        })
}

/// How many rows the filter leaves, counted where every row has something: Excel counts filled cells.
fn rows(tallies: &[Tally], label: &'static str, count: impl Fn(usize) -> String) -> Under {
    let all = tallies.iter().map(|tally| tally.rows).max().unwrap_or(0);
    match tallies.iter().position(|tally| tally.filled == all) {
        Some(full) => Under::Formula {
            formula: format!("=\"{label} \"&TEXT({},\"#,##0\")&\" 行\"", count(full)),
            result: format!("{label} {} 行", grouped(&all.to_string())),
        },
        None => Under::Words(label),
    }
}

/// A, B, … Z, AA, …
pub(crate) fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// The figures as people read them: for text and CSV.
pub(crate) fn money(minor: i128, currency: Currency) -> String {
    let plain = currency.plain(minor);
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    format!("{sign}{}{}", currency.symbol(), grouped(digits))
}

/// Thousands separated.
pub(crate) fn grouped(digits: &str) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    grouped.push_str(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if let Some(fraction) = fraction {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_excel_does() {
        assert_eq!(letters(0), "A");
        assert_eq!(letters(25), "Z");
        assert_eq!(letters(26), "AA");
        assert_eq!(letters(16_383), "XFD");
    }

    #[test]
    fn a_tenth_added_a_million_times_is_a_hundred_thousand() {
        let mut tally = Tally::default();
        for _ in 0..1_000_000 {
            tally.add(&Cell::Number(0.1), Kind::Number { decimals: 1 });
        }
        assert!((tally.sum(Kind::Number { decimals: 1 }) - 100_000.0).abs() < 1e-9);
    }

    #[test]
    fn amounts_read_as_people_write_them() {
        assert_eq!(money(-123_456_789, Currency::CNY), "-¥1,234,567.89");
        assert_eq!(money(5, Currency::USD), "US$0.05");
        assert_eq!(money(1200, Currency::JPY), "JP¥1,200");
    }
}
