//! The same words for another product: texts are found again by the least of their shingles' hashes, and
//! then compared whole.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::rules::{Finding, Severity, fold};
use super::table::{Doc, LIKENESS};
use crate::kernel::{Cx, Result, Tx};
use crate::params;

/// So many characters in a row are one shingle.
const SHINGLE: usize = 5;
/// A shorter text says too little to be called a copy.
const LEAST: usize = 12;
/// So many hashes stand for a text.
const KEYS: u64 = 24;
/// So many of them two texts share before they are compared.
const SHARED: i64 = 6;
/// From this share of common shingles on, in percent, a text is called alike.
const ALIKE: usize = 60;

fn shingles(text: &str) -> BTreeSet<u64> {
    let plain: Vec<char> = fold(text).0.chars().filter(|c| *c != '\n').collect();
    if plain.len() < LEAST {
        return BTreeSet::new();
    }
    plain
        .windows(SHINGLE)
        .map(|w| mix(w.iter().fold(0, |h, c| mix(h ^ u64::from(*c as u32)))))
        .collect()
}

/// Spreads a number over all bits; never changed, as its outcome is stored.
fn mix(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// What a text is found by.
fn keys(of: &BTreeSet<u64>) -> Vec<i64> {
    (0..KEYS)
        .filter_map(|n| {
            let least = of.iter().map(|h| mix(h ^ mix(n))).min()?;
            i64::try_from((n << 40) | (least >> 24)).ok()
        })
        .collect()
}

/// What a text is found by, each key once.
pub(super) fn keys_of(text: &str) -> BTreeSet<i64> {
    keys(&shingles(text)).into_iter().collect()
}

/// How alike two texts are, in percent.
fn percent(a: &BTreeSet<u64>, b: &BTreeSet<u64>) -> usize {
    let common = a.intersection(b).count();
    let all = a.len() + b.len() - common;
    (common * 100).checked_div(all).unwrap_or(0)
}

/// Notes what the newest text of a request is found by.
pub(super) fn note(tx: &mut Tx<'_>, doc: i64, text: &str) -> Result<()> {
    tx.exec(&LIKENESS, "delete from copy_likeness where doc_id = ?1", params![doc])?;
    for key in keys_of(text) {
        tx.exec(
            &LIKENESS,
            "insert into copy_likeness (key, doc_id) values (?1, ?2)",
            params![key, doc],
        )?;
    }
    Ok(())
}

#[derive(Deserialize)]
struct Other {
    no: String,
    product: String,
    body: String,
}

/// The texts of other products that say much the same.
pub(super) fn check(cx: &Cx<'_>, doc: &Doc, text: &str) -> Result<Vec<Finding>> {
    let own = shingles(text);
    let (Some(product), false) = (doc.product_id, own.is_empty()) else { return Ok(Vec::new()) };
    let list: Vec<String> = keys(&own).iter().map(i64::to_string).collect();
    let found: Vec<Other> = cx.all(
        &format!(
            "select d.no, p.code || ' ' || p.title as product, v.body
             from (select doc_id, count(*) as shared from copy_likeness where key in ({})
                   group by doc_id having count(*) >= {SHARED}) k
             join copy_doc d on d.id = k.doc_id
             join copy_version v on v.doc_id = d.id and v.no = d.current
             join product p on p.id = d.product_id
             where d.id <> ?1 and d.product_id <> ?2 and d.state not in ('cancelled', 'superseded')
             order by k.shared desc, d.id limit 5",
            list.join(", ")
        ),
        params![doc.id, product],
    )?;
    Ok(found
        .into_iter()
        .filter_map(|other| {
            let alike = percent(&own, &shingles(&other.body));
            (alike >= ALIKE).then(|| Finding {
                code: "duplicate".to_owned(),
                severity: Severity::Warn,
                message: if alike == 100 {
                    format!(
                        "与 {}（{}）的文案一样，请写出这个商品自己的特点",
                        other.no, other.product
                    )
                } else {
                    format!(
                        "与 {}（{}）的文案有 {alike}% 相同，请确认不是照抄",
                        other.no, other.product
                    )
                },
                at: None,
                waivable: false,
            })
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const COAT: &str = "双面呢大衣，手工缝制，里外都看不见线迹。落肩廓形，里面加得下厚毛衣。";

    #[test]
    fn the_same_words_with_another_colour_are_alike_and_other_words_are_not() {
        let coat = shingles(COAT);
        let other = shingles(&COAT.replace("厚毛衣", "薄羽绒"));
        assert!(percent(&coat, &other) >= ALIKE, "{}", percent(&coat, &other));
        let shared = keys(&coat).iter().filter(|k| keys(&other).contains(k)).count();
        assert!(i64::try_from(shared).is_ok_and(|n| n >= SHARED), "{shared}");
        let dress = shingles("桑蚕丝连衣裙，收腰不勒，裙摆走起来有风，通勤和约会都能穿。");
        assert_eq!(percent(&coat, &dress), 0);
    }

    #[test]
    fn blanks_and_signs_make_no_other_text() {
        assert_eq!(shingles(COAT), shingles(&COAT.replace('，', " ").replace('。', "\n")));
    }

    #[test]
    fn a_word_or_two_are_no_copy() {
        assert!(shingles("法式连衣裙").is_empty());
    }
}
