//! Money, counts, shares and weights.

use serde::{Deserialize, Serialize};

use super::decimal::{Decimal, DecimalMark, narrow};

/// An amount in the currency's smallest unit.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Money {
    /// Minor units: fen, cents; whole yen.
    pub amount: i64,
    /// ISO 4217.
    pub currency: String,
}

/// Money that was read, and what the person should confirm about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoneyRead {
    /// The amount.
    pub money: Money,
    /// Set when a unit was multiplied out (`1.2万`): a sentence to show.
    pub confirm: Option<String>,
}

/// How many decimals a currency has.
pub fn currency_digits(currency: &str) -> u32 {
    match currency {
        "JPY" | "KRW" | "VND" | "CLP" | "ISK" => 0,
        "KWD" | "BHD" | "JOD" | "OMR" | "TND" => 3,
        _ => 2,
    }
}

/// The amount as digits with a point: `1234.50`.
pub fn format_amount(money: &Money) -> String {
    let digits = currency_digits(&money.currency) as usize;
    let sign = if money.amount < 0 { "-" } else { "" };
    let plain = format!("{:0width$}", money.amount.unsigned_abs(), width = digits + 1);
    let (whole, part) = plain.split_at(plain.len() - digits);
    if digits == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

/// Signs and codes of currencies, longest first; `None` keeps the expected currency.
const SIGNS: &[(&str, Option<&str>)] = &[
    ("人民币", Some("CNY")),
    ("US $", Some("USD")),
    ("US$", Some("USD")),
    ("AU $", Some("AUD")),
    ("AU$", Some("AUD")),
    ("C $", Some("CAD")),
    ("CA$", Some("CAD")),
    ("HK$", Some("HKD")),
    ("NT$", Some("TWD")),
    ("S$", Some("SGD")),
    ("RMB", Some("CNY")),
    ("CNY", Some("CNY")),
    ("USD", Some("USD")),
    ("EUR", Some("EUR")),
    ("GBP", Some("GBP")),
    ("JPY", Some("JPY")),
    ("AUD", Some("AUD")),
    ("CAD", Some("CAD")),
    ("HKD", Some("HKD")),
    ("SGD", Some("SGD")),
    ("美元", Some("USD")),
    ("欧元", Some("EUR")),
    ("英镑", Some("GBP")),
    ("日元", Some("JPY")),
    ("円", Some("JPY")),
    ("€", Some("EUR")),
    ("£", Some("GBP")),
    ("¥", None),
    ("￥", None),
    ("$", None),
    ("元", None),
    ("块", None),
];

/// Reads an amount of money. `expected` is the currency when the cell names none.
pub fn parse_money(text: &str, expected: &str, mark: DecimalMark) -> Result<MoneyRead, String> {
    const EXAMPLE: &str = "请写成 39.90、1,234.50 或 ¥39.90";
    let refuse = |why: &str| Err(format!("「{}」不是有效的金额：{why}。{EXAMPLE}", short(text)));
    let mut body = narrow(text);
    let mut currency = expected.to_owned();
    let signed = body.starts_with(['-', '+']);
    let mut negative = take_sign(&mut body);
    let mut found = None;
    // Digits alone carry no sign of a currency: most amounts of a table are just that.
    let bare = body.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b' '));
    for (sign, code) in SIGNS.iter().filter(|_| !bare) {
        let upper = body.to_uppercase();
        let sign = &narrow(sign);
        let rest = if upper.starts_with(sign.as_str()) {
            body.get(sign.len()..)
        } else if upper.len() == body.len() && upper.ends_with(sign.as_str()) {
            body.get(..body.len() - sign.len())
        } else {
            continue;
        };
        let Some(rest) = rest else { continue };
        body = rest.trim().to_owned();
        found = *code;
        if sign == "$"
            && !matches!(expected, "USD" | "AUD" | "CAD" | "HKD" | "SGD" | "TWD" | "NZD" | "MXN")
        {
            found = Some("USD");
        }
        if matches!(sign.as_str(), "¥" | "元" | "块")
            && !matches!(expected, "CNY" | "JPY" | "TWD" | "HKD")
        {
            found = Some("CNY");
        }
        break;
    }
    if let Some(code) = found {
        code.clone_into(&mut currency);
    }
    if !signed {
        negative = take_sign(&mut body);
    }
    // `1.2万元`: the sign came off the end first, the unit is next.
    let unit = [("万", 4), ("亿", 8), ("千", 3)].iter().find(|(unit, _)| body.ends_with(unit));
    if let Some((unit, _)) = unit {
        body.truncate(body.len() - unit.len());
        body = body.trim_end().to_owned();
    }
    // `EUR 90,00` says itself that the comma is decimal.
    let mark =
        if currency == "EUR" && ends_in_comma_cents(&body) { DecimalMark::Comma } else { mark };
    if mark == DecimalMark::Point && ends_in_comma_cents(&body) && !body.contains('.') {
        return refuse(
            "看不出逗号是小数点还是千分位，如果是欧洲站点的文件，请在导入时选「逗号作小数点」",
        );
    }
    let value = match Decimal::parse(&body, mark) {
        Ok(value) => value,
        Err(why) => return refuse(why),
    };
    let digits = currency_digits(&currency);
    let shifted = match unit {
        Some((_, power)) => value.shifted(*power),
        None => Some(value),
    };
    if unit.is_none() && value.scale > digits {
        return refuse(if digits == 0 { "这种货币没有小数" } else { "小数最多两位" });
    }
    let Some(amount) = shifted.and_then(|v| v.scaled(digits)) else {
        return refuse("数字太大或小数位太多");
    };
    if negative && amount != 0 {
        return refuse("金额不能是负数");
    }
    let money = Money { amount, currency };
    let confirm =
        unit.map(|_| format!("「{}」按 {} 读取，请确认", short(text), format_amount(&money)));
    Ok(MoneyRead { money, confirm })
}

fn ends_in_comma_cents(body: &str) -> bool {
    body.rsplit_once(',').is_some_and(|(whole, part)| {
        (1..=2).contains(&part.len())
            && part.bytes().all(|b| b.is_ascii_digit())
            && !whole.is_empty()
    })
}

fn take_sign(body: &mut String) -> bool {
    let (rest, negative) = if let Some(rest) = body.strip_prefix('-') {
        (rest, true)
    } else if let Some(rest) = body.strip_prefix('+') {
        (rest, false)
    } else {
        return false;
    };
    *body = rest.trim().to_owned();
    negative
}

fn short(text: &str) -> String {
    let text = text.trim();
    if text.chars().count() > 40 {
        format!("{}…", text.chars().take(40).collect::<String>())
    } else {
        text.to_owned()
    }
}

/// Reads a count of pieces.
pub fn parse_quantity(text: &str, mark: DecimalMark) -> Result<i64, String> {
    let refuse = |why: &str| {
        Err(format!("「{}」不是有效的数量：{why}。请写成整数，例如 120 或 1,200", short(text)))
    };
    let mut body = narrow(text);
    let negative = take_sign(&mut body);
    for unit in ["件", "个", "只", "双", "套", "条", "瓶", "盒", "包", "台", "pcs", "PCS", "piece"]
    {
        if let Some(rest) = body.strip_suffix(unit) {
            body = rest.trim_end().to_owned();
            break;
        }
    }
    let value = match Decimal::parse(&body, mark) {
        Ok(value) => value,
        Err(why) => return refuse(why),
    };
    match value.scaled(0) {
        None if value.scale > 0 => refuse("数量必须是整数"),
        None => refuse("数字太大"),
        Some(0) => Ok(0),
        Some(_) if negative => refuse("数量不能是负数"),
        Some(count) => Ok(count),
    }
}

/// Reads a share in millionths: `3.88%` is 38800; without the sign the text is the fraction itself
/// (`0.0388`).
pub fn parse_percent(text: &str) -> Result<i64, String> {
    let refuse = |why: &str| {
        Err(format!("「{}」不是有效的比率：{why}。请写成 3.88% 或 0.0388", short(text)))
    };
    let mut body = narrow(text);
    let negative = take_sign(&mut body);
    let percent = body.ends_with('%');
    if percent {
        body.pop();
    }
    let value = match Decimal::parse(body.trim(), DecimalMark::Point) {
        Ok(value) => value,
        Err(why) => return refuse(why),
    };
    match value.scaled(if percent { 4 } else { 6 }) {
        Some(share) => Ok(if negative { -share } else { share }),
        None => refuse("小数位太多"),
    }
}

/// Reads a weight, in grams; `kilograms` says what a bare number counts.
pub fn parse_weight_g(text: &str, kilograms: bool) -> Result<i64, String> {
    let refuse =
        |why: &str| Err(format!("「{}」不是有效的重量：{why}。请写成 280g 或 0.28kg", short(text)));
    let mut body = narrow(text).to_lowercase();
    let mut kilograms = kilograms;
    for (unit, kilo) in [("kg", true), ("千克", true), ("公斤", true), ("g", false), ("克", false)]
    {
        if let Some(rest) = body.strip_suffix(unit) {
            body = rest.trim_end().to_owned();
            kilograms = kilo;
            break;
        }
    }
    let value = match Decimal::parse(&body, DecimalMark::Point) {
        Ok(value) => value,
        Err(why) => return refuse(why),
    };
    let grams = if kilograms { value.shifted(3) } else { Some(value) };
    // Fractions of a gram are noise of the sheet, not of the goods: the nearest gram.
    let grams = grams.and_then(|v| {
        let unit = 10_i128.checked_pow(v.scale)?;
        i64::try_from((v.mantissa + unit / 2) / unit).ok()
    });
    grams.map_or_else(|| refuse("数字太大"), Ok)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(text: &str) -> Result<(i64, String), String> {
        parse_money(text, "CNY", DecimalMark::Point)
            .map(|read| (read.money.amount, read.money.currency))
    }

    #[test]
    fn money_as_people_write_it_is_understood() {
        for (text, amount, currency) in [
            ("39.90", 3990, "CNY"),
            ("３９．９", 3990, "CNY"),
            ("1,234.50", 123_450, "CNY"),
            ("¥39.9", 3990, "CNY"),
            ("￥ 39", 3900, "CNY"),
            ("0元", 0, "CNY"),
            ("201.12元", 20112, "CNY"),
            ("1.2万", 1_200_000, "CNY"),
            ("1.2万元", 1_200_000, "CNY"),
            ("$1,015.00", 101_500, "USD"),
            ("AU $3,000.00", 300_000, "AUD"),
            ("EUR 90,00", 9000, "EUR"),
            ("USD 12.99", 1299, "USD"),
            ("12.99 usd", 1299, "USD"),
        ] {
            assert_eq!(money(text), Ok((amount, currency.to_owned())), "{text}");
        }
        assert_eq!(
            parse_money("1.234,50 €", "EUR", DecimalMark::Comma).map(|r| r.money.amount),
            Ok(123_450)
        );
        assert_eq!(
            parse_money("1 234,50 €", "EUR", DecimalMark::Comma).map(|r| r.money.amount),
            Ok(123_450)
        );
        assert_eq!(
            parse_money("¥1,280", "JPY", DecimalMark::Point).map(|r| r.money.amount),
            Ok(1280)
        );
        assert!(parse_money("1.2万", "CNY", DecimalMark::Point).is_ok_and(|r| r.confirm.is_some()));
    }

    #[test]
    fn money_that_may_mean_anything_is_refused_with_an_example() {
        for text in
            ["1e3", "12.345", "-5", "九块九", "1,2345", "90,00", "12.", "", "abc", "12 34", "--5"]
        {
            let why = money(text).expect_err(text);
            assert!(why.contains("39.90"), "{why}");
        }
    }

    #[test]
    fn counts_are_whole_and_not_negative() {
        assert_eq!(parse_quantity("1,200件", DecimalMark::Point), Ok(1200));
        assert_eq!(parse_quantity("１２", DecimalMark::Point), Ok(12));
        assert_eq!(parse_quantity("3.0", DecimalMark::Point), Ok(3));
        for text in ["2.5", "-1", "有货", "1e3", "1.2万"] {
            assert!(parse_quantity(text, DecimalMark::Point).is_err(), "{text}");
        }
    }

    #[test]
    fn shares_and_weights() {
        assert_eq!(parse_percent("3.88%"), Ok(38800));
        assert_eq!(parse_percent("0.03331"), Ok(33310));
        assert_eq!(parse_percent("-0.15%"), Ok(-1500));
        assert_eq!(parse_weight_g("0.28", true), Ok(280));
        assert_eq!(parse_weight_g("280g", true), Ok(280));
        assert!(parse_weight_g("轻", false).is_err());
    }

    #[test]
    fn amounts_are_written_as_they_are_read() {
        let amount =
            |amount, currency: &str| format_amount(&Money { amount, currency: currency.into() });
        assert_eq!(amount(5, "CNY"), "0.05");
        assert_eq!(amount(-123_450, "USD"), "-1234.50");
        assert_eq!(amount(1280, "JPY"), "1280");
    }
}
