//! Money as whole minor units of a currency; never a float.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Error, Result};

/// An ISO 4217 code: three letters, kept in place, because every row with a price has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, JsonSchema)]
#[schemars(with = "String")]
pub struct Currency([u8; 3]);

impl Currency {
    /// Checks the three letters.
    pub fn new(code: &str) -> Result<Self> {
        let letters: Option<[u8; 3]> = code.trim().as_bytes().try_into().ok();
        match letters.map(|l| l.map(|b| b.to_ascii_uppercase())) {
            Some(letters) if letters.iter().all(u8::is_ascii_uppercase) => Ok(Self(letters)),
            _ => Err(Error::invalid(
                "currency",
                format!("币种“{}”不对，应为三个字母的代码，如 CNY、USD", code.trim()),
            )),
        }
    }

    /// 人民币.
    pub const fn cny() -> Self {
        Self(*b"CNY")
    }

    /// The three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// How many decimal places the minor unit has (ISO 4217).
    pub fn decimals(&self) -> u32 {
        match self.code() {
            "JPY" | "KRW" | "VND" | "CLP" => 0,
            "KWD" | "BHD" | "JOD" | "OMR" | "TND" => 3,
            _ => 2,
        }
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let code = Cow::<'_, str>::deserialize(from)?;
        Self::new(&code).map_err(|e| serde::de::Error::custom(e.message))
    }
}

/// An amount in minor units (分 for CNY) of one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Money {
    /// Minor units. At most 2⁵³ − 1, so that JavaScript can hold it.
    pub amount: i64,
    /// The currency.
    pub currency: Currency,
}

impl Money {
    /// An amount of 分.
    pub fn cny(fen: i64) -> Self {
        Self { amount: fen, currency: Currency::cny() }
    }
}

impl std::fmt::Display for Money {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let decimals = self.currency.decimals();
        let unit = 10_u64.pow(decimals);
        let sign = if self.amount < 0 { "-" } else { "" };
        let amount = self.amount.unsigned_abs();
        let symbol = match self.currency.code() {
            "CNY" => "¥".to_owned(),
            "USD" => "$".to_owned(),
            "EUR" => "€".to_owned(),
            "GBP" => "£".to_owned(),
            code => format!("{code} "),
        };
        write!(f, "{sign}{symbol}{}", amount / unit)?;
        if decimals > 0 {
            write!(f, ".{:0width$}", amount % unit, width = decimals as usize)?;
        }
        Ok(())
    }
}

/// Splits `total` in proportion to `weights`, so that the parts add up to it exactly: the remainder
/// goes one unit each to the largest fractions (largest remainder), the first of equals first.
/// All weights zero: everything is split evenly.
pub fn share(total: i64, weights: &[u64]) -> Vec<i64> {
    if weights.is_empty() {
        return Vec::new();
    }
    let sum: u128 = weights.iter().map(|w| u128::from(*w)).sum();
    let even = vec![1_u64; weights.len()];
    let (weights, sum) = if sum == 0 { (&even[..], weights.len() as u128) } else { (weights, sum) };
    let size = u128::from(total.unsigned_abs());
    let exact: Vec<u128> = weights.iter().map(|w| size * u128::from(*w)).collect();
    let mut parts: Vec<u128> = exact.iter().map(|x| x / sum).collect();
    let mut left = size - parts.iter().sum::<u128>();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|i| std::cmp::Reverse(exact[*i] % sum));
    for i in order {
        if left == 0 {
            break;
        }
        parts[i] += 1;
        left -= 1;
    }
    // Every part is at most |total|, which fitted in an i64.
    let signed = |p: u128| i64::try_from(p).unwrap_or(i64::MAX) * total.signum();
    parts.into_iter().map(signed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_discount_of_ten_fen_over_three_lines_loses_nothing() {
        assert_eq!(share(10, &[1, 1, 1]), [4, 3, 3]);
        assert_eq!(share(-10, &[1, 1, 1]), [-4, -3, -3]);
        assert_eq!(share(7, &[0, 0]), [4, 3]);
    }

    #[test]
    fn money_is_shown_in_its_currency() {
        assert_eq!(Money::cny(-123_405).to_string(), "-¥1234.05");
        let yen = Money { amount: 500, currency: Currency::new("jpy").unwrap() };
        assert_eq!(yen.to_string(), "JPY 500");
    }

    proptest! {
        #[test]
        fn parts_always_add_up(total in -1_000_000_000_000_i64..1_000_000_000_000,
                               weights in proptest::collection::vec(0_u64..1_000_000, 1..40)) {
            let parts = share(total, &weights);
            prop_assert_eq!(parts.iter().sum::<i64>(), total);
            let sum: u64 = weights.iter().sum();
            if sum > 0 {
                for (part, weight) in parts.iter().zip(&weights) {
                    let exact = total as f64 * *weight as f64 / sum as f64;
                    prop_assert!((*part as f64 - exact).abs() < 1.0 + exact.abs() * 1e-9);
                }
            }
        }
    }
}
