//! Words for the full-text index, so that two Chinese characters are found in the middle of a title.
//!
//! `SQLite`'s trigram tokenizer finds nothing under three characters, so a run of CJK characters is
//! indexed as overlapping pairs plus its last character: 连衣裙 → `连衣 衣裙 裙`. A pair is then one
//! token, and counting its hits walks one list. Other words are lower-cased alphanumeric runs.

/// The text as index tokens, separated by blanks. Written as the text goes by: every row of an import
/// comes through here.
pub fn tokens(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3);
    let mut within = Within::Nothing;
    for c in text.chars().map(half_width) {
        if is_cjk(c) {
            if let Within::Cjk(before) = within {
                token(&mut out, before);
                out.push(c);
            }
            within = Within::Cjk(c);
            continue;
        }
        if let Within::Cjk(last) = within {
            token(&mut out, last);
        }
        if !c.is_alphanumeric() {
            within = Within::Nothing;
            continue;
        }
        let mut lower = c.to_lowercase();
        if !matches!(within, Within::Word)
            && let Some(first) = lower.next()
        {
            token(&mut out, first);
        }
        out.extend(lower);
        within = Within::Word;
    }
    if let Within::Cjk(last) = within {
        token(&mut out, last);
    }
    out
}

/// What the text before a character was.
enum Within {
    Nothing,
    /// A run of CJK; its last character still stands open.
    Cjk(char),
    Word,
}

/// Begins a token.
fn token(out: &mut String, first: char) {
    if !out.is_empty() {
        out.push(' ');
    }
    out.push(first);
}

/// The query as an FTS5 `match` expression, or `None` when it holds nothing to look for.
///
/// Every run must be found; a CJK run as a phrase of its pairs, the last word also as a prefix.
pub(super) fn match_query(query: &str) -> Option<String> {
    let parts: Vec<String> = runs(query)
        .into_iter()
        .map(|run| match run {
            Run::Cjk(chars) if chars.len() == 1 => format!("\"{}\"*", chars[0]),
            Run::Cjk(chars) => {
                let pairs: Vec<String> = chars.windows(2).map(|p| p.iter().collect()).collect();
                format!("\"{}\"", pairs.join(" "))
            }
            Run::Word(word) => format!("\"{word}\"*"),
        })
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// The text followed by the pinyin initials of its Chinese words, so that `lyq` finds 连衣裙.
pub fn with_initials(text: &str) -> String {
    use pinyin::ToPinyin;
    let mut out = String::with_capacity(text.len() + text.len() / 2);
    out.push_str(text);
    // Whether the letters of the run are still to be parted from what stands before them.
    let mut apart = true;
    for c in text.chars() {
        if !is_cjk(c) {
            apart = true;
        } else if let Some(letter) = c.to_pinyin().and_then(|p| p.plain().chars().next()) {
            if apart {
                out.push(' ');
            }
            out.push(letter);
            apart = false;
        }
    }
    out
}

enum Run {
    Cjk(Vec<char>),
    Word(String),
}

fn runs(text: &str) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    let mut open = false;
    for c in text.chars().map(half_width) {
        if is_cjk(c) {
            match out.last_mut() {
                Some(Run::Cjk(chars)) if open => chars.push(c),
                _ => out.push(Run::Cjk(vec![c])),
            }
            open = true;
        } else if c.is_alphanumeric() {
            let lower = c.to_lowercase();
            match out.last_mut() {
                Some(Run::Word(word)) if open => word.extend(lower),
                _ => out.push(Run::Word(lower.collect())),
            }
            open = true;
        } else {
            open = false;
        }
    }
    out
}

/// Full-width letters and digits are typed by accident and mean the same.
fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        other => other,
    }
}

fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{2FA1F}' | '\u{3040}'..='\u{30FF}' | '\u{AC00}'..='\u{D7AF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_and_the_last_character_are_indexed() {
        assert_eq!(tokens("夏季连衣裙 V-neck"), "夏季 季连 连衣 衣裙 裙 v neck");
    }

    #[test]
    fn a_query_is_a_phrase_of_pairs() {
        assert_eq!(match_query("连衣裙").as_deref(), Some("\"连衣 衣裙\""));
        assert_eq!(match_query("裙").as_deref(), Some("\"裙\"*"));
        assert_eq!(match_query("ＳＫＵ-1").as_deref(), Some("\"sku\"* \"1\"*"));
        assert_eq!(match_query(" \"' ").as_deref(), None);
    }

    #[test]
    fn initials_follow_the_text() {
        assert_eq!(with_initials("连衣裙A"), "连衣裙A lyq");
        assert_eq!(with_initials("秋装 V领上衣"), "秋装 V领上衣 qz lsy");
        assert_eq!(with_initials("V-neck"), "V-neck");
    }

    proptest::proptest! {
        /// What is indexed is cut as what is looked for: each run of a query is found in its own text.
        #[test]
        fn a_text_is_cut_into_the_runs_that_a_query_has(text in "[a-zA-ZİＡ０-９0-9 ,\\-裙衣连の한]{0,24}") {
            let mut wanted: Vec<String> = Vec::new();
            for run in runs(&text) {
                match run {
                    Run::Word(word) => wanted.push(word),
                    Run::Cjk(chars) => {
                        wanted.extend(chars.windows(2).map(|pair| pair.iter().collect::<String>()));
                        wanted.extend(chars.last().map(char::to_string));
                    }
                }
            }
            proptest::prop_assert_eq!(tokens(&text), wanted.join(" "));
        }
    }
}
