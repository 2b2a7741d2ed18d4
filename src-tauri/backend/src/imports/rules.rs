//! What can be said without the shop: which known words are near, which header a map is for.

use shopdesk_exchange::table::name_key;

/// The (at most three) known words nearest to `wanted`, the nearest first; far ones are left out.
pub fn nearest<'k>(wanted: &str, known: impl Iterator<Item = &'k str>) -> Vec<String> {
    let wanted = wanted.trim().to_lowercase();
    let mut scored: Vec<(f64, &str)> = known
        .map(|word| {
            let have = word.to_lowercase();
            let inside = !wanted.is_empty() && (have.contains(&wanted) || wanted.contains(&have));
            let score = strsim::jaro_winkler(&wanted, &have) + if inside { 0.3 } else { 0.0 };
            (score, word)
        })
        .filter(|(score, _)| *score >= 0.6)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    scored.dedup_by(|a, b| a.1 == b.1);
    scored.into_iter().take(3).map(|(_, word)| word.to_owned()).collect()
}

/// A header as one word: the same columns in any order have the same.
pub fn fingerprint(header: &[String]) -> String {
    let mut keys: Vec<String> =
        header.iter().map(|name| name_key(name)).filter(|key| !key.is_empty()).collect();
    keys.sort();
    blake3::hash(keys.join("\u{1f}").as_bytes()).to_hex().to_string()
}

/// `“a”、“b” 或 “c”` for a sentence; empty without any.
pub fn or_list(words: &[String]) -> String {
    words.iter().map(|w| format!("“{w}”")).collect::<Vec<_>>().join("、")
}

/// An amount of minor units as people write it.
pub fn amount(minor: i64, currency: &str) -> String {
    shopdesk_exchange::numbers::format_amount(&shopdesk_exchange::Money {
        amount: minor,
        currency: currency.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_word_finds_its_neighbours() {
        let known = ["连衣裙", "半身裙", "牛仔裤", "套装"];
        assert_eq!(nearest("连衣群", known.into_iter())[0], "连衣裙");
        assert!(nearest("螺丝刀", known.into_iter()).is_empty());
    }

    #[test]
    fn the_order_of_columns_does_not_matter() {
        let header = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
        let one = fingerprint(&header(&["货号", "标题 "]));
        assert_eq!(one, fingerprint(&header(&["标题", "货号"])));
        assert_ne!(one, fingerprint(&header(&["货号", "价格"])));
    }
}
