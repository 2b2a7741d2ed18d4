//! Which row is the header.
//!
//! Exports put zero to seven lines before it (seen: Taobao 0, eBay 1, data pack 1, Alipay 4, sycm
//! 3 to 5, Amazon's date range 7), so the row with the most known names among the first lines
//! wins, and a table of unknown names falls back on looks.

use super::cell::{Cell, Row};

/// Physical lines looked at.
pub(crate) const LOOK: usize = 45;

/// Where the header is and what the names are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// Index into the rows looked at.
    pub index: usize,
    /// Rows the header takes: 1, or 2 when a second row completes or translates it.
    pub height: usize,
    /// The names, one a column.
    pub names: Vec<String>,
}

/// Finds the header among the first rows.
pub(crate) fn find(rows: &[Row], known: &dyn Fn(&str) -> bool) -> Option<Found> {
    let score =
        |row: &Row| row.cells.iter().filter(|c| matches!(c, Cell::Text(t) if known(t))).count();
    let mut best: Option<(usize, usize)> = None;
    for (index, row) in rows.iter().enumerate().take(LOOK) {
        let points = score(row);
        if points > best.map_or(0, |(_, most)| most) {
            best = Some((index, points));
        }
    }
    let enough = |index: usize, points: usize| {
        let filled = rows.get(index).map_or(0, filled);
        points >= 2 || (points == 1 && filled <= 3)
    };
    let index = match best {
        Some((index, points)) if enough(index, points) => index,
        _ => by_looks(rows)?,
    };
    Some(complete(rows, index, known))
}

fn filled(row: &Row) -> usize {
    row.cells.iter().filter(|c| !c.is_blank()).count()
}

/// A header of unknown names: the first row of several distinct words that is as wide as what
/// follows it.
fn by_looks(rows: &[Row]) -> Option<usize> {
    let width = rows.iter().take(LOOK).map(filled).max().unwrap_or(0);
    let wordy = |row: &Row| {
        let texts: Vec<String> =
            row.cells.iter().filter(|c| !c.is_blank()).map(Cell::text).collect();
        let mut distinct = texts.clone();
        distinct.sort();
        distinct.dedup();
        !texts.is_empty()
            // Two tables side by side repeat a name or two.
            && distinct.len() * 4 >= texts.len() * 3
            && texts.iter().all(|t| !looks_like_value(t) && t.chars().count() <= 60)
            && row.cells.iter().all(|c| matches!(c, Cell::Blank | Cell::Text(_)))
    };
    rows.iter()
        .take(LOOK)
        .position(|row| filled(row) * 2 > width && filled(row) >= width.min(2) && wordy(row))
}

fn looks_like_value(text: &str) -> bool {
    text.starts_with("http")
        || text
            .chars()
            .next()
            .is_some_and(|c| c.is_ascii_digit() || matches!(c, '¥' | '￥' | '$' | '€' | '+' | '.'))
            && text.chars().filter(char::is_ascii_digit).count() * 2 >= text.chars().count()
}

/// Puts the names together, from a group row above or a second row below where there is one.
fn complete(rows: &[Row], index: usize, known: &dyn Fn(&str) -> bool) -> Found {
    let names_of = |row: &Row| -> Vec<String> {
        row.cells.iter().map(|c| c.text().trim().to_owned()).collect()
    };
    let Some(row) = rows.get(index) else {
        return Found { index, height: 1, names: Vec::new() };
    };
    let mut names = names_of(row);
    let mut height = 1;
    if let Some(below) = rows.get(index + 1) {
        let under = names_of(below);
        let words = below.cells.iter().all(|c| matches!(c, Cell::Blank | Cell::Text(_)));
        let filled_below = under.iter().filter(|n| !n.is_empty()).count();
        let known_below = under.iter().filter(|n| known(n)).count();
        let fills_gap = under.iter().enumerate().any(|(column, name)| {
            known(name) && names.get(column).is_none_or(|top| top.is_empty() || !known(top))
        });
        if words && filled_below > 0 && known_below * 5 >= filled_below * 4 && known_below >= 2 {
            // A translation of the same names, or the rest of a header of two rows.
            height = 2;
            if fills_gap {
                merge(&mut names, &under, known);
            }
        }
    }
    // Column names over merged cells stand one row higher than their neighbours'.
    if let Some(above) = index.checked_sub(1).and_then(|i| rows.get(i)) {
        for (column, name) in names_of(above).into_iter().enumerate() {
            if names.get(column).is_some_and(String::is_empty) && known(&name) {
                if let Some(slot) = names.get_mut(column) {
                    *slot = name;
                }
            } else if column >= names.len() && known(&name) {
                names.resize(column, String::new());
                names.push(name);
            }
        }
    }
    while names.last().is_some_and(String::is_empty) {
        names.pop();
    }
    Found { index, height, names }
}

fn merge(names: &mut Vec<String>, under: &[String], known: &dyn Fn(&str) -> bool) {
    if names.len() < under.len() {
        names.resize(under.len(), String::new());
    }
    for (top, name) in names.iter_mut().zip(under) {
        if !name.is_empty() && (top.is_empty() || (known(name) && !known(top))) {
            top.clone_from(name);
        }
    }
}

/// Whether a row that begins with this is a sum of the others; 「合计 36 行」 is how our own lists end.
fn is_total(word: &str) -> bool {
    let word = word.strip_prefix("本表").or_else(|| word.strip_prefix("全部")).unwrap_or(word);
    let counted = word.strip_prefix("合计 ").and_then(|rest| rest.strip_suffix(" 行"));
    matches!(
        word,
        "合计"
            | "总计"
            | "汇总"
            | "累计"
            | "小计"
            | "共计"
            | "合 计"
            | "总 计"
            | "Total"
            | "TOTAL"
            | "Grand Total"
    ) || counted.is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit() || b == b','))
}

/// Why a row after the header is no record, when it is none.
pub(crate) fn skip_reason(row: &Row, header: &[String]) -> Option<&'static str> {
    let mut filled = row.cells.iter().filter(|c| !c.is_blank());
    let first = filled.next()?.text();
    let others = filled.count();
    if is_total(first.trim().trim_end_matches(['：', ':']).trim()) {
        return Some("合计行");
    }
    if first.starts_with('#') && others <= 1 && !first.starts_with("#N/A") {
        return Some("文件自带的说明行");
    }
    if others <= 6 && first.starts_with(|c: char| c.is_ascii_digit()) {
        let next =
            row.cells.iter().filter(|c| !c.is_blank()).nth(1).map(Cell::text).unwrap_or_default();
        if next.starts_with("record(s) downloaded") || first.ends_with("record(s) downloaded") {
            return Some("文件自带的说明行");
        }
    }
    if others <= 1
        && (first.starts_with("Seller ID")
            || first.starts_with("共导出")
            || first.starts_with("----"))
    {
        return Some("文件自带的说明行");
    }
    let same = row
        .cells
        .iter()
        .zip(header)
        .filter(|(cell, name)| !name.is_empty() && cell.says(name))
        .count();
    let named = header.iter().filter(|n| !n.is_empty()).count();
    (named >= 2 && same == named).then_some("重复的表头行")
}
