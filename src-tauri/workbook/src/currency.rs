//! Currencies, as far as a sheet has to show them.

use std::fmt;

/// An ISO 4217 currency code, such as `CNY`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    /// 人民币.
    pub const CNY: Currency = Currency(*b"CNY");
    /// US dollar.
    pub const USD: Currency = Currency(*b"USD");
    /// Euro.
    pub const EUR: Currency = Currency(*b"EUR");
    /// Japanese yen.
    pub const JPY: Currency = Currency(*b"JPY");

    /// Reads a three letter code; `None` when it is not one.
    pub fn parse(code: &str) -> Option<Currency> {
        let bytes: [u8; 3] = code.trim().as_bytes().try_into().ok()?;
        bytes
            .iter()
            .all(u8::is_ascii_alphabetic)
            .then(|| Currency(bytes.map(|b| b.to_ascii_uppercase())))
    }

    /// The three letter code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// How many decimal digits its minor unit has (ISO 4217): 2 for CNY, 0 for JPY.
    pub fn digits(self) -> u8 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG"
            | b"RWF" | b"UGX" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            _ => 2,
        }
    }

    /// How many minor units make one unit.
    pub(crate) fn scale(self) -> i64 {
        10_i64.pow(u32::from(self.digits()))
    }

    /// What is printed before the amount. No two currencies share one.
    pub fn symbol(&self) -> String {
        match &self.0 {
            b"CNY" => "¥",
            b"USD" => "US$",
            b"EUR" => "€",
            b"GBP" => "£",
            b"JPY" => "JP¥",
            b"HKD" => "HK$",
            b"TWD" => "NT$",
            b"KRW" => "₩",
            b"SGD" => "S$",
            b"AUD" => "A$",
            b"CAD" => "C$",
            b"RUB" => "₽",
            b"BRL" => "R$",
            b"MXN" => "MX$",
            b"THB" => "฿",
            b"VND" => "₫",
            b"MYR" => "RM",
            b"PHP" => "₱",
            b"INR" => "₹",
            _ => return format!("{} ", self.code()),
        }
        .to_owned()
    }

    /// Excel's number format for amounts in this currency.
    pub(crate) fn number_format(self) -> String {
        let symbol = self.symbol();
        let digits = decimals(self.digits());
        format!("\"{symbol}\"#,##0{digits};[Red]-\"{symbol}\"#,##0{digits}")
    }

    /// The amount as people write it: `¥1,234.50`.
    pub fn show(self, minor: i64) -> String {
        crate::totals::money(i128::from(minor), self)
    }

    /// The amount as plain digits, exact: `-1234.50`.
    pub fn plain(self, minor: i128) -> String {
        let digits = usize::from(self.digits());
        let sign = if minor < 0 { "-" } else { "" };
        let magnitude = minor.unsigned_abs();
        if digits == 0 {
            return format!("{sign}{magnitude}");
        }
        let scale = u128::from(self.scale().unsigned_abs());
        format!("{sign}{}.{:0digits$}", magnitude / scale, magnitude % scale)
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// `.00` for two digits, nothing for none.
pub(crate) fn decimals(digits: u8) -> String {
    if digits == 0 { String::new() } else { format!(".{}", "0".repeat(usize::from(digits))) }
}
