//! Names that Excel accepts for sheets.

use std::collections::HashSet;

/// Hands out sheet names: legal, at most 31 characters long, no two alike.
#[derive(Debug, Default)]
pub struct SheetNames {
    taken: HashSet<String>,
}

/// Excel counts UTF-16 units.
const LONGEST: usize = 31;

impl SheetNames {
    /// No name is taken yet.
    pub fn new() -> SheetNames {
        SheetNames::default()
    }

    /// The name nearest to `wanted` that is legal and still free, and takes it.
    pub fn take(&mut self, wanted: &str) -> String {
        let safe = safe(wanted);
        let mut name = cut(&safe, LONGEST);
        let mut number = 2;
        while !self.taken.insert(name.to_lowercase()) {
            let suffix = format!(" ({number})");
            name = format!("{}{suffix}", cut(&safe, LONGEST - suffix.len()));
            number += 1;
        }
        name
    }
}

/// Full-width twins for the characters Excel forbids, so that the name still reads the same.
fn safe(wanted: &str) -> String {
    let name: String = wanted
        .chars()
        .filter_map(|c| match c {
            '[' => Some('［'),
            ']' => Some('］'),
            ':' => Some('：'),
            '*' => Some('＊'),
            '?' => Some('？'),
            '/' => Some('／'),
            '\\' => Some('＼'),
            '\u{FFFE}' | '\u{FFFF}' => None,
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect();
    let name = name.trim().trim_matches('\'').trim();
    match name {
        "" => "工作表".to_owned(),
        name if name.eq_ignore_ascii_case("history") => format!("{name}_"),
        name => name.to_owned(),
    }
}

fn cut(name: &str, most: usize) -> String {
    let mut units = 0;
    let kept: String = name
        .chars()
        .take_while(|c| {
            units += c.len_utf16();
            units <= most
        })
        .collect();
    kept.trim_end().trim_end_matches('\'').to_owned()
}

/// A name as formulas write it.
pub(crate) fn quoted(name: &str) -> String {
    format!("'{}'", name.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_name_with_illegal_characters_is_made_legal_and_still_reads_the_same() {
        let mut names = SheetNames::new();
        assert_eq!(names.take("订单[全部]:退/换*?\\"), "订单［全部］：退／换＊？＼");
    }

    #[test]
    fn long_names_are_cut_to_31_and_stay_unique_whatever_their_case() {
        let mut names = SheetNames::new();
        let long = "双十一大促活动复盘与改进措施落实情况跟踪明细表（含预售与尾款）".repeat(2);
        let first = names.take(&long);
        let second = names.take(&long);
        assert_eq!(first.encode_utf16().count(), 31);
        assert_eq!(second.encode_utf16().count(), 31);
        assert!(second.ends_with(" (2)"));
        assert_eq!(names.take("SKU"), "SKU");
        assert_eq!(names.take("sku"), "sku (2)");
    }

    #[test]
    fn a_name_of_nothing_or_quotes_gets_a_name_and_reserved_ones_are_changed() {
        let mut names = SheetNames::new();
        assert_eq!(names.take("  "), "工作表");
        assert_eq!(names.take("'销售'"), "销售");
        assert_eq!(names.take("History"), "History_");
    }

    #[test]
    fn an_astral_character_is_not_cut_in_half() {
        let mut names = SheetNames::new();
        let name = names.take(&"𠮷".repeat(20));
        assert_eq!(name.encode_utf16().count(), 30);
    }
}
