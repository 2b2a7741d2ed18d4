//! Pure rules: how long a title is, what a typed price means, floors and limits, what is missing.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::kernel::{Currency, Error, Money, Result};

/// How a channel counts the length of a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Characters.
    Char,
    /// Bytes of UTF-8.
    Byte,
    /// A Chinese character counts two, anything else one.
    Cjk2,
}

impl Unit {
    /// Its code in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Char => "char",
            Self::Byte => "byte",
            Self::Cjk2 => "cjk2",
        }
    }
    /// As people say it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Char => "个字符",
            Self::Byte => "字节（UTF-8）",
            Self::Cjk2 => "字节（汉字算 2）",
        }
    }
}

/// The length of a title in a channel's unit.
pub fn title_length(text: &str, unit: Unit) -> usize {
    match unit {
        Unit::Char => text.chars().count(),
        Unit::Byte => text.len(),
        Unit::Cjk2 => text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum(),
    }
}

/// A line of text without control and zero-width characters, runs of blanks as one.
pub(super) fn clean(text: &str) -> String {
    let visible: String = text
        .chars()
        .filter(|c| {
            !matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
        })
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text of several lines without control and zero-width characters.
pub(super) fn clean_lines(text: &str) -> String {
    text.lines().map(clean).collect::<Vec<_>>().join("\n").trim().to_owned()
}

fn half_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            '\u{3000}' => ' ',
            other => other,
        })
        .collect()
}

/// The most that a price may be, in minor units: ten million.
const PRICE_MAX: i64 = 10_000_000_00;

/// A price as typed or pasted: full-width digits, thousands commas and ¥ are harmless, everything
/// else is refused with an example.
pub(super) fn parse_price(text: &str, currency: Currency) -> Result<i64> {
    let plain = half_width(text).replace([',', '¥', '￥', '$', '€', '£', ' '], "");
    let plain = plain.strip_suffix('元').unwrap_or(&plain);
    let decimals = currency.decimals() as usize;
    let bad = |why: &str| {
        Error::invalid("price", format!("价格“{}”{why}，请写成 129 或 129.00 这样", text.trim()))
    };
    if plain.starts_with('-') {
        return Err(bad("是负数"));
    }
    if let Some(number) = plain.strip_suffix('万').and_then(|n| n.parse::<f64>().ok()) {
        return Err(bad(&format!("是以“万”写的，确认是 {:.0} 元的话", number * 10_000.0)));
    }
    let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) || whole.len() > 12 {
        return Err(bad("看不懂"));
    }
    if part.trim_end_matches('0').len() > decimals {
        return Err(bad(&format!("超过 {decimals} 位小数")));
    }
    let mut minor = format!("{part:0<decimals$}");
    minor.truncate(decimals);
    let amount: i64 = format!("{whole}{minor}").parse().map_err(|_| bad("看不懂"))?;
    check_price(amount)?;
    Ok(amount)
}

/// A price in minor units: more than nothing, at most ten million.
pub(super) fn check_price(amount: i64) -> Result<()> {
    if amount <= 0 {
        return Err(Error::invalid("price", "价格必须大于 0，例如 129.00"));
    }
    if amount > PRICE_MAX {
        return Err(Error::invalid("price", "价格最高一千万，请检查是否多打了零"));
    }
    Ok(())
}

/// A quantity as typed or pasted.
pub(super) fn parse_qty(text: &str) -> Result<i64> {
    let plain = half_width(text).replace([',', ' '], "");
    let qty: i64 = plain.parse().map_err(|_| {
        Error::invalid("qty", format!("数量“{}”看不懂，请写成整数，例如 120", text.trim()))
    })?;
    check_qty(qty)?;
    Ok(qty)
}

/// A quantity: whole, not negative, at most 9 999 999.
pub(super) fn check_qty(qty: i64) -> Result<()> {
    if (0..=9_999_999).contains(&qty) {
        Ok(())
    } else {
        Err(Error::invalid("qty", format!("数量 {qty} 不对，应在 0 到 9999999 之间")))
    }
}

/// The money that a command was given, in the listing's currency.
pub(super) fn amount_in(money: &Money, currency: &str) -> Result<i64> {
    if money.currency.code() != currency {
        return Err(Error::invalid(
            "price",
            format!(
                "价格的币种是 {}，这个店铺用 {currency}，请换成 {currency} 再填",
                money.currency.code()
            ),
        ));
    }
    check_price(money.amount)?;
    Ok(money.amount)
}

/// The lowest price without approval: cost × (1 + least margin) in the listing's currency, rounded
/// up, or the controlled price when that is higher. `None`: neither is known. A cost without a rate
/// says nothing here, and is not "no floor": see [`unjudged`].
pub fn floor(
    cost: Option<i64>,
    margin_bp: i64,
    fx_micro: Option<i64>,
    control: Option<i64>,
) -> Option<i64> {
    let by_cost = match (cost.filter(|c| *c > 0), fx_micro.filter(|f| *f > 0)) {
        (Some(cost), Some(fx)) => {
            let top = i128::from(cost) * i128::from(10_000 + margin_bp.max(0)) * 1_000_000;
            let under = 10_000 * i128::from(fx);
            i64::try_from((top + under - 1) / under).ok()
        }
        _ => None,
    };
    by_cost.max(control.filter(|c| *c > 0))
}

/// Whether a cost is known and the rate to compare it with a price is not: such a price cannot be
/// judged, and nobody may take it for one that is high enough.
pub(super) fn unjudged(cost: Option<i64>, fx_micro: Option<i64>) -> bool {
    cost.is_some_and(|c| c > 0) && fx_micro.is_none_or(|f| f <= 0)
}

/// Basis points as people write them: 1000 → `10`, 1250 → `12.5`.
pub(super) fn percent(bp: i64) -> String {
    let sign = if bp < 0 { "-" } else { "" };
    let text = format!("{sign}{}.{:02}", (bp / 100).abs(), (bp % 100).abs());
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// How the floor came about, as a sum: `成本 ¥60.00 ×（1 + 最低毛利率 10%）= ¥66.00`.
pub(super) fn floor_sum(
    cost: Option<i64>,
    margin_bp: i64,
    fx_micro: Option<i64>,
    control: Option<i64>,
    currency: Currency,
) -> Option<String> {
    let lowest = floor(cost, margin_bp, fx_micro, control)?;
    let said = Money { amount: lowest, currency };
    let by_cost = floor(cost, margin_bp, fx_micro, None);
    let Some(cost) = cost.filter(|_| by_cost == Some(lowest)) else {
        return Some(format!("控价 {said}"));
    };
    let (cost, margin) = (Money::cny(cost), percent(margin_bp.max(0)));
    let Some(fx) = fx_micro.filter(|_| currency.code() != "CNY") else {
        return Some(format!("成本 {cost} ×（1 + 最低毛利率 {margin}%）= {said}"));
    };
    let rate = format!("{}.{:06}", fx / 1_000_000, fx % 1_000_000);
    let rate = rate.trim_end_matches('0').trim_end_matches('.');
    Some(format!("成本 {cost} ×（1 + 最低毛利率 {margin}%）÷ 汇率 {rate} = {said}"))
}

/// What platforms often refuse in a title although it may be typed: emoji and other pictures.
pub(super) fn title_warnings(title: &str) -> Vec<String> {
    let mut found: Vec<char> = Vec::new();
    for c in title.chars().filter(|c| is_emoji(*c)) {
        if !found.contains(&c) {
            found.push(c);
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    let list: String = found.into_iter().collect();
    vec![format!("标题里有表情符号 {list}，平台可能不收或显示成方框，建议去掉")]
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{FE0F}' | '\u{20E3}')
}

/// How far a price moves, in basis points of the old one; a first price moves endlessly far.
pub(super) fn delta_bp(old: i64, new: i64) -> i64 {
    if old <= 0 {
        return i64::MAX;
    }
    let moved = i128::from(new - old) * 10_000 / i128::from(old);
    i64::try_from(moved).unwrap_or(i64::MAX)
}

/// Whether two spans of time share a moment; without an end a span goes on for ever.
#[cfg(test)]
pub(super) fn overlap(a: (i64, Option<i64>), b: (i64, Option<i64>)) -> bool {
    a.1.is_none_or(|end| b.0 < end) && b.1.is_none_or(|end| a.0 < end)
}

/// One point of the list of what a listing needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Point {
    /// Stable word: `title`, `category`, `price`, `sku`, `stock`, `slot:taobao.main` …
    pub key: String,
    /// In Chinese.
    pub label: String,
    /// It is there and right.
    pub ok: bool,
    /// What is missing or wrong, in words.
    pub why: Option<String>,
}

impl Point {
    pub(super) fn of(
        key: impl Into<String>,
        label: impl Into<String>,
        why: Option<String>,
    ) -> Self {
        Self { key: key.into(), label: label.into(), ok: why.is_none(), why }
    }
}

/// How many there are, as the database counts.
pub(super) fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The share of points that are right, in basis points.
pub(super) fn completeness(points: &[Point]) -> i64 {
    let ok = count(points.iter().filter(|p| p.ok).count());
    if points.is_empty() { 10_000 } else { ok * 10_000 / count(points.len()) }
}

/// What is missing, as one sentence.
pub(super) fn missing(points: &[Point]) -> Option<String> {
    let list: Vec<&str> = points.iter().filter_map(|p| p.why.as_deref()).collect();
    (!list.is_empty()).then(|| format!("还差 {} 项：{}", list.len(), list.join("；")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirty_chinese_characters_are_sixty_on_taobao() {
        let title = "夏".repeat(30);
        assert_eq!(title_length(&title, Unit::Cjk2), 60);
        assert_eq!(title_length(&title, Unit::Char), 30);
        assert_eq!(title_length(&title, Unit::Byte), 90);
    }

    #[test]
    fn what_people_paste_as_a_price() {
        let cny = Currency::cny();
        for (text, fen) in
            [("129", 12_900), ("１２９．５", 12_950), ("¥1,299.00", 129_900), ("12.500", 1_250)]
        {
            assert_eq!(parse_price(text, cny).unwrap(), fen, "{text}");
        }
        for text in ["0", "-3", "12.345", "1e3", "abc", "", "1.5万"] {
            assert!(parse_price(text, cny).is_err(), "{text}");
        }
    }

    #[test]
    fn the_floor_is_cost_and_margin_or_the_controlled_price() {
        assert_eq!(floor(Some(10_000), 1_000, Some(1_000_000), None), Some(11_000));
        assert_eq!(floor(Some(10_001), 1_000, Some(1_000_000), None), Some(11_002));
        assert_eq!(floor(Some(10_000), 1_000, Some(1_000_000), Some(12_000)), Some(12_000));
        assert_eq!(floor(Some(7_000), 0, Some(7_000_000), None), Some(1_000));
        assert_eq!(floor(None, 0, Some(1_000_000), None), None);
    }

    #[test]
    fn a_cost_without_a_rate_cannot_be_judged_and_is_not_taken_for_no_floor() {
        assert!(unjudged(Some(7_000), None));
        assert!(unjudged(Some(7_000), Some(0)));
        assert!(!unjudged(Some(7_000), Some(7_000_000)));
        // Nothing is known that a price would have to cover.
        assert!(!unjudged(None, None));
        assert!(!unjudged(Some(0), None));
        // 控价 counts without a rate, and does not stand in for the cost.
        assert_eq!(floor(Some(7_000), 0, None, Some(900)), Some(900));
        assert!(unjudged(Some(7_000), None));
    }

    #[test]
    fn the_sum_of_a_floor_can_be_followed_on_paper() {
        let cny = Currency::cny();
        let usd = Currency::new("USD").unwrap();
        let sum = |cost, margin, fx, control, currency| {
            floor_sum(cost, margin, Some(fx), control, currency).unwrap()
        };
        assert_eq!(
            sum(Some(60_00), 1_000, 1_000_000, None, cny),
            "成本 ¥60.00 ×（1 + 最低毛利率 10%）= ¥66.00"
        );
        assert_eq!(
            sum(Some(70_00), 1_250, 7_100_000, None, usd),
            "成本 ¥70.00 ×（1 + 最低毛利率 12.5%）÷ 汇率 7.1 = $11.10"
        );
        assert_eq!(sum(Some(60_00), 1_000, 1_000_000, Some(88_00), cny), "控价 ¥88.00");
        assert_eq!(floor_sum(None, 0, None, None, cny), None);
    }

    #[test]
    fn a_price_in_ten_thousands_is_asked_back() {
        let err = parse_price("1.5万", Currency::cny()).unwrap_err();
        assert!(err.message.contains("15000"), "{}", err.message);
    }

    #[test]
    fn an_emoji_in_a_title_is_warned_of_and_a_chinese_word_is_not() {
        assert!(title_warnings("夏季连衣裙 2026 新款（现货）").is_empty());
        let said = title_warnings("🔥夏季连衣裙🔥");
        assert_eq!(said.len(), 1);
        assert!(said[0].contains('🔥'));
    }

    #[test]
    fn spans_that_touch_do_not_overlap() {
        assert!(!overlap((0, Some(10)), (10, None)));
        assert!(overlap((0, Some(11)), (10, None)));
        assert!(overlap((5, None), (0, Some(6))));
    }

    #[test]
    fn zero_width_characters_do_not_hide_in_a_title() {
        assert_eq!(clean(" 连衣\u{200B}裙\t夏 "), "连衣裙 夏");
    }
}
