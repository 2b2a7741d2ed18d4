//! What must hold for products: codes, barcodes, options, size charts, size advice, links.
//! Nothing here asks the shop; everything can be tested by itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::kernel::lifecycle::Tone;
use crate::kernel::{Error, Lifecycle, Module, Result, State, Step, Who};

/// From waiting to be listed to gone from the shop.
pub static LIFECYCLE: Lifecycle = Lifecycle {
    name: "product",
    title: "产品",
    states: &[
        State { code: "ready", label: "待上新", tone: Tone::Info, last: false },
        State { code: "on_sale", label: "在售", tone: Tone::Success, last: false },
        State { code: "clearing", label: "清仓", tone: Tone::Warning, last: false },
        State { code: "retired", label: "已下市", tone: Tone::Neutral, last: true },
    ],
    steps: &[
        Step {
            from: &["ready"],
            action: "launch",
            label: "上新",
            to: "on_sale",
            who: WRITERS,
            guard: Some("有末级类目、至少一个启用的 SKU、至少一张图片"),
            needs_reason: false,
            four_eyes: false,
        },
        Step {
            from: &["on_sale"],
            action: "clear",
            label: "转清仓",
            to: "clearing",
            who: WRITERS,
            guard: None,
            needs_reason: true,
            four_eyes: false,
        },
        Step {
            from: &["clearing"],
            action: "resume",
            label: "恢复在售",
            to: "on_sale",
            who: WRITERS,
            guard: None,
            needs_reason: false,
            four_eyes: false,
        },
        Step {
            from: &["ready", "on_sale", "clearing"],
            action: "retire",
            label: "下市归档",
            to: "retired",
            who: WRITERS,
            guard: None,
            needs_reason: true,
            four_eyes: false,
        },
        Step {
            from: &["retired"],
            action: "reopen",
            label: "重新启用",
            to: "ready",
            who: WRITERS,
            guard: None,
            needs_reason: true,
            four_eyes: false,
        },
    ],
};

const WRITERS: &[Who] = &[Who::writer(Module::Products)];

/// States of a SKU with their Chinese names.
pub const SKU_STATES: &[(&str, &str)] = &[("active", "启用"), ("stopped", "停用")];

/// How an accessory belongs to a product.
pub const RELATIONS: &[(&str, &str)] =
    &[("included", "随附"), ("optional", "选配"), ("replacement", "替换件")];

/// The groups of the style taxonomy, in order.
pub const STYLE_GROUPS: &[&str] = &["风格", "款式", "场景", "人群"];

/// The most SKUs that one product may have.
pub const MAX_SKUS: usize = 300;

/// A text as people type or paste it, without control and zero-width characters; `max` characters.
pub fn clean(field: &str, label: &str, text: &str, max: usize) -> Result<String> {
    let kept = |c: char| {
        c == '\n'
            || !(c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'))
    };
    // Most texts are clean: they are looked through, not made anew.
    let text = if text.chars().all(kept) {
        text.trim().to_owned()
    } else {
        text.chars().filter(|c| kept(*c)).collect::<String>().trim().to_owned()
    };
    let length = text.chars().count();
    if length > max {
        return Err(Error::invalid(
            field,
            format!("{label}最多 {max} 个字，现在是 {length} 个，请缩短"),
        ));
    }
    Ok(text)
}

/// A title: one line, not empty.
pub fn check_title(text: &str) -> Result<String> {
    let title = if text.contains('\n') {
        clean("title", "标题", &text.replace('\n', " "), 120)?
    } else {
        clean("title", "标题", text, 120)?
    };
    if title.is_empty() {
        return Err(Error::invalid("title", "请填写产品标题，例如“醋酸通勤连衣裙”"));
    }
    Ok(title)
}

/// A code that people and platforms use as a name: no blanks inside, 60 characters at most.
pub fn check_code(field: &str, label: &str, text: &str) -> Result<String> {
    let code = clean(field, label, &half_width(text), 60)?;
    if code.is_empty() {
        return Err(Error::invalid(field, format!("请填写{label}")));
    }
    if code.chars().any(char::is_whitespace) {
        return Err(Error::invalid(
            field,
            format!("{label}“{code}”里有空格，请去掉，例如 PD-00001-BK-M"),
        ));
    }
    Ok(code)
}

/// A barcode: 13 digits must carry a right EAN-13 check digit; other kinds are letters and digits.
/// Empty means none.
pub fn check_barcode(text: &str) -> Result<String> {
    let mut code = half_width(text);
    code.retain(|c| !c.is_whitespace());
    if code.is_empty() {
        return Ok(code);
    }
    if !code.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '/')) {
        return Err(Error::invalid(
            "barcode",
            format!("条码“{code}”只能有字母、数字和 - . _ /，例如 6901234567892"),
        ));
    }
    if !(4..=48).contains(&code.len()) {
        return Err(Error::invalid("barcode", format!("条码“{code}”应有 4 到 48 位")));
    }
    if code.len() == 13
        && let Some(right) = ean13_check(&code)
        && !code.ends_with(right)
    {
        return Err(Error::invalid(
            "barcode",
            format!("条码“{code}”的校验位不对：最后一位应为 {right}。请对照吊牌重扫或重输"),
        ));
    }
    Ok(code)
}

/// The check digit that belongs to the first 12 digits of an EAN-13; `None` where they are no digits.
pub fn ean13_check(code: &str) -> Option<char> {
    let mut sum = 0;
    let mut digits = 0;
    for (i, c) in code.chars().enumerate() {
        let digit = c.to_digit(10)?;
        if i < 12 {
            sum += digit * if i % 2 == 0 { 1 } else { 3 };
        }
        digits += 1;
    }
    if digits < 12 {
        return None;
    }
    char::from_digit((10 - sum % 10) % 10, 10)
}

/// Full-width letters, digits and signs as half-width ones.
pub fn half_width(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    text.chars()
        .map(|c| match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            '\u{3000}' => ' ',
            other => other,
        })
        .collect()
}

/// One option of a product with all its values: 颜色 with 黑、白.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OptionDef {
    /// 颜色, 尺码 …
    pub name: String,
    /// Its values, in order.
    pub values: Vec<String>,
}

/// The value that a SKU has of one option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OptionValue {
    /// 颜色
    pub name: String,
    /// 黑
    pub value: String,
}

/// The options of a product, tidied: at most three, no empty or double names and values.
pub fn check_options(options: &[OptionDef]) -> Result<Vec<OptionDef>> {
    if options.len() > 3 {
        return Err(Error::invalid("options", "一个产品最多三个规格项，例如颜色、尺码、款式"));
    }
    let mut out: Vec<OptionDef> = Vec::new();
    for option in options {
        let name = clean("options", "规格名", &option.name, 20)?;
        if name.is_empty() {
            return Err(Error::invalid("options", "规格名不能为空，例如“颜色”"));
        }
        if out.iter().any(|o| o.name == name) {
            return Err(Error::invalid("options", format!("规格“{name}”写了两次")));
        }
        let mut values: Vec<String> = Vec::new();
        for value in &option.values {
            let value = clean("options", "规格值", value, 30)?;
            if value.is_empty() {
                return Err(Error::invalid("options", format!("规格“{name}”里有空的值，请删掉")));
            }
            if values.contains(&value) {
                return Err(Error::invalid("options", format!("规格“{name}”里“{value}”写了两次")));
            }
            values.push(value);
        }
        if values.is_empty() {
            return Err(Error::invalid("options", format!("规格“{name}”至少要有一个值")));
        }
        out.push(OptionDef { name, values });
    }
    let count = out.iter().map(|o| o.values.len()).product::<usize>();
    if count > MAX_SKUS {
        return Err(Error::invalid(
            "options",
            format!("这些规格会组成 {count} 个 SKU，最多 {MAX_SKUS} 个，请分成几个产品"),
        ));
    }
    Ok(out)
}

/// Every combination of the options, the first option slowest. One empty combination without any.
pub fn matrix(options: &[OptionDef]) -> Vec<Vec<OptionValue>> {
    let mut out: Vec<Vec<OptionValue>> = vec![Vec::new()];
    for option in options {
        out = out
            .into_iter()
            .flat_map(|head| {
                option.values.iter().map(move |value| {
                    let one = OptionValue { name: option.name.clone(), value: value.clone() };
                    head.iter().cloned().chain([one]).collect()
                })
            })
            .collect();
    }
    out
}

/// How a SKU is called beside its product: `黑 / M`.
pub fn label(values: &[OptionValue]) -> String {
    values.iter().map(|v| v.value.as_str()).collect::<Vec<_>>().join(" / ")
}

/// A column of a size chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChartColumn {
    /// 尺码, 胸围, 衣长 …
    pub name: String,
    /// Holds figures (or a span of figures such as 96-100).
    pub number: bool,
}

/// A rule of size advice: a span of height and weight and the size that fits it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SizeRule {
    /// The size, one of the chart's first column.
    pub size: String,
    /// Centimetres, from.
    pub height_from: f64,
    /// Centimetres, up to and with.
    pub height_to: f64,
    /// Kilograms, from.
    pub weight_from: f64,
    /// Kilograms, up to and with.
    pub weight_to: f64,
}

/// A size chart: columns, rows, unit, and the rules of size advice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chart {
    /// `cm` or `in`.
    pub unit: String,
    /// The columns; the first one is the size.
    pub columns: Vec<ChartColumn>,
    /// The rows, each as wide as the columns.
    pub rows: Vec<Vec<String>>,
    /// The rules of size advice, the first that fits counts.
    #[serde(default)]
    pub rules: Vec<SizeRule>,
    /// A word to the customer: how it was measured, how it falls.
    #[serde(default)]
    pub note: String,
}

/// The chart, tidied, or what is wrong in which row.
pub fn check_chart(chart: &Chart) -> Result<Chart> {
    let bad = |what: String| Err(Error::invalid("chart", what));
    if !matches!(chart.unit.as_str(), "cm" | "in") {
        return bad("尺码表的单位应为厘米（cm）或英寸（in）".to_owned());
    }
    if chart.columns.is_empty() || chart.columns.len() > 12 {
        return bad("尺码表应有 1 到 12 列，第一列是尺码".to_owned());
    }
    if chart.rows.len() > 40 || chart.rules.len() > 100 {
        return bad("尺码表最多 40 行，尺码推荐最多 100 条".to_owned());
    }
    let mut columns: Vec<ChartColumn> = Vec::new();
    for (i, column) in chart.columns.iter().enumerate() {
        let name = clean("chart", "列名", &column.name, 20)?;
        if name.is_empty() || columns.iter().any(|c| c.name == name) {
            return bad(format!("第 {} 列的列名是空的或与前面重复", i + 1));
        }
        columns.push(ChartColumn { name, number: column.number && i > 0 });
    }
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (i, row) in chart.rows.iter().enumerate() {
        let at = i + 1;
        if row.len() != columns.len() {
            return bad(format!("第 {at} 行有 {} 格，应与列数 {} 相同", row.len(), columns.len()));
        }
        let mut cells = Vec::new();
        for (cell, column) in row.iter().zip(&columns) {
            let text = clean("chart", &column.name, &half_width(cell), 30)?;
            if column.number && !text.is_empty() && !is_figure(&text) {
                return bad(format!(
                    "第 {at} 行“{}”是“{text}”，这一列要填数字，例如 96 或 96-100",
                    column.name
                ));
            }
            cells.push(text);
        }
        if cells[0].is_empty() || rows.iter().any(|r| r[0] == cells[0]) {
            return bad(format!("第 {at} 行的尺码是空的或与前面重复"));
        }
        rows.push(cells);
    }
    let mut rules = Vec::new();
    for (i, rule) in chart.rules.iter().enumerate() {
        let at = i + 1;
        let size = clean("chart", "尺码", &half_width(&rule.size), 30)?;
        if !rows.iter().any(|r| r[0] == size) {
            return bad(format!("推荐第 {at} 条的尺码“{size}”不在尺码表里"));
        }
        let spans = [
            ("身高", rule.height_from, rule.height_to, HEIGHT),
            ("体重", rule.weight_from, rule.weight_to, WEIGHT),
        ];
        for (what, from, to, (low, high)) in spans {
            if !(from >= low && to <= high && from <= to) {
                return bad(format!(
                    "推荐第 {at} 条的{what} {from}–{to} 不对：应从小到大，在 {low} 到 {high} 之间"
                ));
            }
        }
        rules.push(SizeRule { size, ..rule.clone() });
    }
    let note = clean("chart", "尺码说明", &chart.note, 500)?;
    Ok(Chart { unit: chart.unit.clone(), columns, rows, rules, note })
}

/// Heights of people, centimetres.
const HEIGHT: (f64, f64) = (40.0, 230.0);
/// Weights of people, kilograms.
const WEIGHT: (f64, f64) = (2.0, 250.0);

fn is_figure(text: &str) -> bool {
    let plain = |part: &str| {
        !part.is_empty()
            && part.len() <= 7
            && part.chars().all(|c| c.is_ascii_digit() || c == '.')
            && part.parse::<f64>().is_ok()
    };
    match text.split_once(['-', '–', '~']) {
        Some((from, to)) => plain(from.trim()) && plain(to.trim()),
        None => plain(text),
    }
}

/// A size, and why.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Advice {
    /// The size; absent when no rule fits.
    pub size: Option<String>,
    /// Which rule was used, counted from 1.
    pub row: Option<usize>,
    /// The rule.
    pub rule: Option<SizeRule>,
    /// Other sizes whose rules fit as well.
    pub also: Vec<String>,
    /// The answer as a sentence.
    pub why: String,
}

/// The size for somebody of this height (cm) and weight (kg).
pub fn advise(rules: &[SizeRule], height: f64, weight: f64) -> Result<Advice> {
    for (field, what, value, (low, high)) in
        [("height", "身高（厘米）", height, HEIGHT), ("weight", "体重（公斤）", weight, WEIGHT)]
    {
        if !(low..=high).contains(&value) {
            return Err(Error::invalid(field, format!("{what}应在 {low} 到 {high} 之间")));
        }
    }
    let fits = |r: &SizeRule| {
        (r.height_from..=r.height_to).contains(&height)
            && (r.weight_from..=r.weight_to).contains(&weight)
    };
    let none = |why: String| Advice { size: None, row: None, rule: None, also: Vec::new(), why };
    if rules.is_empty() {
        return Ok(none("这个产品还没有尺码推荐规则，请对照尺码表，或请产品同事补上".to_owned()));
    }
    let Some((at, rule)) = rules.iter().enumerate().find(|(_, r)| fits(r)) else {
        return Ok(none(format!(
            "没有一条推荐规则适合身高 {height} 厘米、体重 {weight} 公斤，请对照尺码表量体选择"
        )));
    };
    let mut also: Vec<String> = Vec::new();
    for other in rules.iter().skip(at + 1).filter(|r| fits(r) && r.size != rule.size) {
        if !also.contains(&other.size) {
            also.push(other.size.clone());
        }
    }
    Ok(Advice {
        size: Some(rule.size.clone()),
        row: Some(at + 1),
        rule: Some(rule.clone()),
        why: format!(
            "推荐 {}：依据第 {} 条，身高 {}–{} 厘米、体重 {}–{} 公斤",
            rule.size,
            at + 1,
            rule.height_from,
            rule.height_to,
            rule.weight_from,
            rule.weight_to
        ),
        also,
    })
}

/// The platform and the item's number in a pasted link, or in a bare number: Taobao, Tmall, 1688,
/// `AliExpress`, Amazon, eBay. Nothing is fetched, so a short link (m.tb.cn) tells nothing.
///
/// A bare number does not name its platform: one of 9 to 12 digits counts as Taobao's, 16 digits that
/// begin with 1005 or 3256 as `AliExpress`'s, `B0…` as Amazon's.
pub fn platform_item_id(text: &str) -> Option<(&'static str, String)> {
    let text = half_width(text);
    let text = text.trim();
    from_link(text).or_else(|| from_bare(text))
}

fn from_link(text: &str) -> Option<(&'static str, String)> {
    // A pasted text holds other words around the link; a link typed from memory has no https.
    let start =
        ["https://", "http://"].iter().filter_map(|s| text.find(s).map(|i| i + s.len())).min();
    let link = &text[start.unwrap_or(0)..];
    let end = link.find(|c: char| c.is_whitespace() || !c.is_ascii()).unwrap_or(link.len());
    let link = &link[..end];
    let cut = link.find(['/', '?', '#']).unwrap_or(link.len());
    let (host, rest) = link.split_at(cut);
    let host = host.to_ascii_lowercase();
    let host = host.split(':').next().unwrap_or_default();
    let of = |domain: &str| host == domain || host.ends_with(&format!(".{domain}"));
    let brand = |name: &str| host.split('.').any(|part| part == name);
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let query = query.split('#').next().unwrap_or_default();
    let path = path.split('#').next().unwrap_or_default();
    let param = |name: &str| {
        query.split('&').find_map(|p| p.strip_prefix(name)?.strip_prefix('=')).map(str::to_owned)
    };
    let digits = |id: String| {
        ((6..=20).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_digit())).then_some(id)
    };
    let last_number = || {
        path.split('/')
            .rev()
            .map(|part| part.trim_end_matches(".html").trim_end_matches(".htm").to_owned())
            .find_map(digits)
    };
    if of("tmall.com") || of("tmall.hk") {
        return param("id").and_then(digits).map(|id| ("tmall", id));
    }
    if of("taobao.com") {
        return param("id").and_then(digits).or_else(last_number).map(|id| ("taobao", id));
    }
    if of("1688.com") {
        let id = param("offerId").and_then(digits).or_else(last_number);
        return id.map(|id| ("1688", id));
    }
    if brand("aliexpress") {
        return last_number()
            .or_else(|| param("productId").and_then(digits))
            .map(|id| ("aliexpress", id));
    }
    if brand("amazon") {
        let parts: Vec<&str> = path.split('/').collect();
        let asin = parts.windows(2).find_map(|pair| {
            (matches!(pair[0], "dp" | "product" | "asin") && is_asin(pair[1])).then_some(pair[1])
        });
        return asin.map(|id| ("amazon", id.to_ascii_uppercase()));
    }
    if brand("ebay") {
        return last_number().or_else(|| param("item").and_then(digits)).map(|id| ("ebay", id));
    }
    None
}

fn from_bare(text: &str) -> Option<(&'static str, String)> {
    if is_asin(text) && text.to_ascii_uppercase().starts_with("B0") {
        return Some(("amazon", text.to_ascii_uppercase()));
    }
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match text.len() {
        9..=12 => Some(("taobao", text.to_owned())),
        16 if text.starts_with("1005") || text.starts_with("3256") => {
            Some(("aliexpress", text.to_owned()))
        }
        _ => None,
    }
}

fn is_asin(text: &str) -> bool {
    text.len() == 10 && text.bytes().all(|b| b.is_ascii_alphanumeric())
}
