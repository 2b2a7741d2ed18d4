//! Figures in a text held against the product: shares of fibres, weights, sizes, measures and prices.
//! Pure. What the product says nothing about is not judged.

use super::rules::{Finding, Severity};

/// What a product says in figures.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figures {
    /// Its fibres with their shares in percent.
    pub fibres: Vec<(String, f64)>,
    /// The weights of its SKUs, grams.
    pub weights: Vec<i64>,
    /// Its sizes: S, M, 38.
    pub sizes: Vec<String>,
    /// The measured columns of its size chart (胸围) with what stands there, in centimetres.
    pub measures: Vec<(String, Vec<(f64, f64)>)>,
    /// What it costs now, 分: prices and 划线价 of its listings at home.
    pub prices: Vec<i64>,
}

/// Fibres that are told by their share; longer names first, so that 绵羊毛 is not taken for 羊毛.
const FIBRES: &[&str] = &[
    "聚酯纤维",
    "再生纤维素纤维",
    "醋酸纤维",
    "莱赛尔",
    "桑蚕丝",
    "绵羊毛",
    "山羊绒",
    "羊驼毛",
    "马海毛",
    "粘胶纤维",
    "真丝",
    "羊毛",
    "羊绒",
    "驼绒",
    "兔毛",
    "蚕丝",
    "亚麻",
    "苎麻",
    "涤纶",
    "锦纶",
    "尼龙",
    "氨纶",
    "腈纶",
    "粘纤",
    "莫代尔",
    "天丝",
    "棉",
];

/// The fibres of a material as products note it: `棉 98% 氨纶 2%`, `60%羊毛 40%锦纶`.
pub fn fibres_of(material: &str) -> Vec<(String, f64)> {
    let chars: Vec<char> = material.chars().collect();
    fibres_in(&chars, &[]).into_iter().map(|f| (f.name, f.share)).collect()
}

struct Fibre {
    name: String,
    share: f64,
    at: (usize, usize),
}

/// A number with its place.
struct Number {
    value: f64,
    from: usize,
    to: usize,
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(c as u32 - 0xFEE0),
        '.' | '．' => Some('.'),
        _ => None,
    }
}

fn numbers(chars: &[char]) -> Vec<Number> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let run: String = chars[at..].iter().map_while(|c| digit(*c)).collect();
        let len = run.chars().count();
        if let Ok(value) = run.trim_end_matches('.').parse::<f64>() {
            let to = at + run.trim_end_matches('.').chars().count();
            out.push(Number { value, from: at, to });
        }
        at += len.max(1);
    }
    out
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '：' | ':' | '约')
}

/// The few characters before a place, blanks left out.
fn before(chars: &[char], at: usize, most: usize) -> String {
    let kept: Vec<char> =
        chars[..at].iter().rev().filter(|c| !is_blank(**c)).take(most).copied().collect();
    kept.into_iter().rev().collect()
}

/// The few characters from a place on, blanks left out.
fn after(chars: &[char], at: usize, most: usize) -> String {
    chars[at..].iter().filter(|c| !is_blank(**c)).take(most).collect()
}

/// Shares of fibres in a text. Whether the share stands before the fibre or behind it is the same all
/// along a line: its first share decides.
fn fibres_in(chars: &[char], own: &[(String, f64)]) -> Vec<Fibre> {
    let mut names: Vec<&str> =
        own.iter().map(|(name, _)| name.as_str()).chain(FIBRES.iter().copied()).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
    let mut out: Vec<Fibre> = Vec::new();
    let mut line_from = 0;
    let mut leads: Option<bool> = None;
    for n in numbers(chars) {
        if chars[line_from..n.from].contains(&'\n') {
            leads = None;
        }
        line_from = n.from;
        if !chars.get(n.to).is_some_and(|c| matches!(c, '%' | '％')) {
            continue;
        }
        let ahead = before(chars, n.from, 8);
        let ahead = ahead.trim_end_matches(['占', '量', '含']);
        let behind = after(chars, n.to + 1, 9);
        let behind = behind.trim_start_matches(['纯', '优', '质', '精', '的']);
        let found_ahead = names.iter().find(|name| ahead.ends_with(**name));
        let found_behind = names.iter().find(|name| behind.starts_with(**name));
        let led = *leads.get_or_insert(found_ahead.is_some());
        let found = if led { found_ahead.or(found_behind) } else { found_behind };
        if let Some(name) = found {
            out.push(Fibre { name: (*name).to_owned(), share: n.value, at: (n.from, n.to + 1) });
        }
    }
    out
}

fn told(message: String, at: (usize, usize)) -> Finding {
    Finding {
        code: "figure".to_owned(),
        severity: Severity::Block,
        message,
        at: Some(at),
        waivable: true,
    }
}

fn plain(value: f64) -> String {
    format!("{value:.2}").trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn listed(values: impl Iterator<Item = String>) -> String {
    let mut all: Vec<String> = Vec::new();
    for value in values {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    let more = if all.len() > 6 { "…" } else { "" };
    all.truncate(6);
    format!("{}{more}", all.join("、"))
}

/// The figures of a text that are not the product's.
pub fn check(text: &str, is: &Figures) -> Vec<Finding> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = Vec::new();
    fibres(&chars, is, &mut out);
    for n in numbers(&chars) {
        weight(&chars, &n, is, &mut out);
        price(&chars, &n, is, &mut out);
        measure(&chars, &n, is, &mut out);
    }
    sizes(&chars, is, &mut out);
    out.truncate(20);
    out
}

fn fibres(chars: &[char], is: &Figures, out: &mut Vec<Finding>) {
    if is.fibres.is_empty() {
        return;
    }
    let known = listed(is.fibres.iter().map(|(name, share)| format!("{name} {}%", plain(*share))));
    for said in fibres_in(chars, &is.fibres) {
        let fits = is
            .fibres
            .iter()
            .any(|(name, share)| *name == said.name && (share - said.share).abs() < 0.05);
        if !fits {
            out.push(told(
                format!("写的是“{} {}%”，商品资料的面料是 {known}", said.name, plain(said.share)),
                said.at,
            ));
        }
    }
}

fn weight(chars: &[char], n: &Number, is: &Figures, out: &mut Vec<Finding>) {
    let ahead = before(chars, n.from, 6);
    if is.weights.is_empty() || !ahead.contains('重') || ahead.contains("克重") {
        return;
    }
    let rest = after(chars, n.to, 3).to_lowercase();
    let unit = [
        ("千克", 1_000.0),
        ("公斤", 1_000.0),
        ("kg", 1_000.0),
        ("克", 1.0),
        ("g", 1.0),
        ("斤", 500.0),
    ]
    .into_iter()
    .find(|(unit, _)| rest.starts_with(unit));
    let Some((_, grams)) = unit else { return };
    let said = n.value * grams;
    // What people write is rounded.
    if is.weights.iter().any(|w| (*w as f64 - said).abs() <= (*w as f64 * 0.02).max(1.0)) {
        return;
    }
    let known = listed(is.weights.iter().map(|w| format!("{w} 克")));
    out.push(told(format!("写的重量是 {} 克，商品资料是 {known}", plain(said)), (n.from, n.to)));
}

/// Words before an amount that make it something else than what the product costs.
const NOT_A_PRICE: &[&str] = &[
    "满", "减", "省", "返", "券", "送", "赠", "惠", "付", "金", "差", "补", "值", "费", "降", "免",
];

fn price(chars: &[char], n: &Number, is: &Figures, out: &mut Vec<Finding>) {
    let sign =
        n.from.checked_sub(1).and_then(|at| chars.get(at)).is_some_and(|c| matches!(c, '¥' | '￥'));
    let rest = after(chars, n.to, 4);
    let yuan = rest.starts_with('元') || rest.starts_with("块");
    if is.prices.is_empty() || !(sign || yuan) {
        return;
    }
    let ahead = before(chars, n.from - usize::from(sign), 2);
    let behind = rest.trim_start_matches(['元', '块']);
    if NOT_A_PRICE.iter().any(|word| ahead.contains(word))
        || ["券", "红包", "优惠", "运费", "无门", "以", "档"]
            .iter()
            .any(|word| behind.starts_with(word))
    {
        return;
    }
    let said = (n.value * 100.0).round();
    if is.prices.iter().any(|p| (*p as f64 - said).abs() < 0.5) {
        return;
    }
    let known = listed(is.prices.iter().map(|p| format!("{} 元", plain(*p as f64 / 100.0))));
    out.push(told(format!("写的价格是 {} 元，商品现在卖 {known}", plain(n.value)), (n.from, n.to)));
}

fn measure(chars: &[char], n: &Number, is: &Figures, out: &mut Vec<Finding>) {
    let ahead = before(chars, n.from, 8);
    let ahead = ahead.trim_end_matches(['为', '是']);
    let Some((name, spans)) = is.measures.iter().find(|(name, _)| ahead.ends_with(name.as_str()))
    else {
        return;
    };
    if spans.iter().any(|(from, to)| (*from - 0.05..=*to + 0.05).contains(&n.value)) {
        return;
    }
    let known = listed(spans.iter().map(|(from, to)| {
        if (to - from).abs() < 0.05 {
            plain(*from)
        } else {
            format!("{}-{}", plain(*from), plain(*to))
        }
    }));
    out.push(told(format!("写的{name}是 {}，尺码表里是 {known}", plain(n.value)), (n.from, n.to)));
}

fn sizes(chars: &[char], is: &Figures, out: &mut Vec<Finding>) {
    if is.sizes.is_empty() {
        return;
    }
    let own: Vec<String> = is.sizes.iter().map(|s| s.to_uppercase()).collect();
    for (at, c) in chars.iter().enumerate() {
        if *c != '码' {
            continue;
        }
        let end = if at > 0 && chars[at - 1] == ' ' { at - 1 } else { at };
        let from =
            chars[..end].iter().rposition(|c| !c.is_ascii_alphanumeric()).map_or(0, |p| p + 1);
        let said: String = chars[from..end].iter().collect::<String>().to_uppercase();
        // 大 1 码 tells a difference, not a size.
        let differs =
            before(chars, from, 1).chars().any(|c| matches!(c, '大' | '小' | '差' | '每' | '隔'));
        if said.is_empty()
            || said.len() > 4
            || differs
            || own.iter().any(|s| s.trim_end_matches('码') == said)
        {
            continue;
        }
        let known = listed(is.sizes.iter().cloned());
        out.push(told(format!("写了“{said} 码”，商品的尺码是 {known}"), (from, at + 1)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coat() -> Figures {
        Figures {
            fibres: fibres_of("羊毛 60% 锦纶 40%"),
            weights: vec![880, 910],
            sizes: ["S", "M", "L"].map(str::to_owned).to_vec(),
            measures: vec![("胸围".to_owned(), vec![(96.0, 96.0), (100.0, 104.0)])],
            prices: vec![399_00, 599_00],
        }
    }

    #[track_caller]
    fn wrong(text: &str, with: &str) {
        let found = check(text, &coat());
        assert!(found.iter().any(|f| f.message.contains(with)), "{text}: {found:?}");
    }

    #[track_caller]
    fn right(text: &str) {
        assert_eq!(check(text, &coat()), Vec::new(), "{text}");
    }

    #[test]
    fn the_material_is_read_in_either_order() {
        let both = vec![("羊毛".to_owned(), 60.0), ("锦纶".to_owned(), 40.0)];
        assert_eq!(fibres_of("羊毛60%锦纶40%"), both);
        assert_eq!(fibres_of("60%羊毛40%锦纶"), both);
        assert_eq!(fibres_of("双面呢"), Vec::new());
    }

    #[test]
    fn a_share_of_a_fibre_is_the_products() {
        right("含 60% 羊毛，锦纶 40% 更挺括");
        right("60%羊毛40%锦纶");
        wrong("80%羊毛，暖到骨子里", "羊毛 80%");
        wrong("羊毛含量 70%", "羊毛 60%、锦纶 40%");
        wrong("30%羊绒", "羊绒 30%");
        right("好评率 98%，回购 40% 以上");
    }

    #[test]
    fn a_weight_is_the_skus() {
        right("单件重约 0.88kg");
        wrong("净重 500g", "500 克");
        right("克重 300g/㎡ 的双面呢");
    }

    #[test]
    fn a_price_is_what_it_sells_for_and_other_amounts_are_let_be() {
        right("到手 399 元，专柜同款 ¥599");
        wrong("现在只要 299 元", "299 元");
        right("满 300 元减 40 元，再领 20 元券，运费险送 10 元");
    }

    #[test]
    fn sizes_and_measures_are_those_of_the_chart() {
        right("S 码胸围 96cm，L码胸围：102");
        wrong("XL 码也有", "XL 码");
        wrong("胸围 110cm", "96、100-104");
        right("偏大 1 码，建议拍小一码");
    }

    #[test]
    fn what_the_product_does_not_say_is_not_judged() {
        let nothing = Figures::default();
        assert_eq!(check("80%羊毛，净重 3kg，99 元，XXL码，胸围 300", &nothing), Vec::new());
    }
}
