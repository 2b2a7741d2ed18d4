//! Exact decimal numbers out of text.

use serde::{Deserialize, Serialize};

/// Which mark stands before the decimals.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// `1,234.50`: China, USA, UK, Japan.
    #[default]
    Point,
    /// `1.234,50` or `1 234,50`: Germany, France, Italy, Spain.
    Comma,
}

/// A number as digits and a count of decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    /// All digits, with sign.
    pub mantissa: i128,
    /// How many of them are decimals.
    pub scale: u32,
}

/// Full-width forms to their plain ones; blanks of all kinds at the ends off.
pub fn narrow(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            c @ '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '\u{3000}' | '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
            '。' => '.',
            '−' | '–' => '-',
            c => c,
        })
        .collect::<String>()
        .trim()
        .to_owned()
}

impl Decimal {
    /// The number as an integer of `digits` decimals; `None` when it has more of them, or is too
    /// large.
    pub fn scaled(self, digits: u32) -> Option<i64> {
        let mut value = self;
        while value.scale > digits && value.mantissa % 10 == 0 {
            value.mantissa /= 10;
            value.scale -= 1;
        }
        let up = digits.checked_sub(value.scale)?;
        i64::try_from(value.mantissa.checked_mul(10_i128.checked_pow(up)?)?).ok()
    }

    /// The number times a power of ten.
    pub fn shifted(self, power: u32) -> Option<Self> {
        let taken = power.min(self.scale);
        let mantissa = self.mantissa.checked_mul(10_i128.checked_pow(power - taken)?)?;
        Some(Self { mantissa, scale: self.scale - taken })
    }

    /// Reads digits with grouping; the text has no sign, currency or unit any more.
    pub fn parse(text: &str, mark: DecimalMark) -> Result<Self, &'static str> {
        let (group, point) = match mark {
            DecimalMark::Point => (',', '.'),
            DecimalMark::Comma => ('.', ','),
        };
        if text.is_empty() {
            return Err("里面没有数字");
        }
        if text.contains(['e', 'E']) && text.starts_with(|c: char| c.is_ascii_digit()) {
            return Err("不接受科学计数法");
        }
        let (whole, part) = match text.split_once(point) {
            Some((whole, part)) => (whole, Some(part)),
            None => (text, None),
        };
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if let Some(part) = part
            && (part.is_empty() || !digits(part))
        {
            return Err("不是数字");
        }
        let whole_digits: String = whole.chars().filter(|c| *c != group && *c != ' ').collect();
        if whole_digits.is_empty() || !digits(&whole_digits) {
            return Err("不是数字");
        }
        if whole_digits.len() != whole.len() && !well_grouped(whole, group) {
            return Err("千分位的位置不对");
        }
        let part = part.unwrap_or_default();
        if whole_digits.len() + part.len() > 30 {
            return Err("位数太多");
        }
        let mantissa = format!("{whole_digits}{part}").parse::<i128>().map_err(|_| "位数太多")?;
        Ok(Self { mantissa, scale: u32::try_from(part.len()).unwrap_or(0) })
    }
}

/// Groups of three behind a first group of one to three.
fn well_grouped(whole: &str, group: char) -> bool {
    let separator = if whole.contains(group) { group } else { ' ' };
    if separator == group && whole.contains(' ') {
        return false;
    }
    let mut groups = whole.split(separator);
    groups.next().is_some_and(|first| (1..=3).contains(&first.len()))
        && groups.all(|g| g.len() == 3)
}
