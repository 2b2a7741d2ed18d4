//! What the program says in Chinese has its English, and the English says nothing that is gone.
//!
//! The Rust sources speak Chinese; the pages turn it into English by `ui/src/locales/told/*.en.json`, whose keys are
//! the sentences as they stand in the sources, every `{…}` of a format as `{}`. So the sources are read for what they
//! say: every string literal with a Chinese character in it, but those of tests and those named in `NOT_SAID`.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::{none, root, texts_in};

const SPEAKERS: &[&str] = &["backend", "exchange", "pictures", "hub", "src"];
const CATALOGUE: &str = "ui/src/locales/told/";
const DUTIES: &str = "src-tauri/backend/src/staff/duties.txt";

/// Chinese that no page says: by file, and by the const or fn it stands in (`""`: all of the file).
const NOT_SAID: &[(&str, &str)] = &[
    // The command line and the window's own menu and first dialog: they have no page to translate them.
    ("hub/src/data.rs", ""),
    ("hub/src/import.rs", ""),
    ("hub/src/print.rs", ""),
    ("hub/src/report.rs", ""),
    ("hub/src/verbs.rs", ""),
    ("src/main.rs", ""),
    ("src/tray.rs", ""),
    // The document of the interface, for whoever writes a program against it.
    ("backend/src/shop/routes.rs", ""),
    // The platforms' column names and values, as they stand in the files.
    ("exchange/src/formats/product_table.rs", "status"),
    ("exchange/src/formats/props.rs", "PROPERTIES"),
    ("exchange/src/formats/props.rs", "VALUES"),
    ("exchange/src/formats/props.rs", "property_id"),
    ("exchange/src/headers.rs", "DATAPACK_NAMES"),
    ("exchange/src/names.rs", "ALIASES"),
    ("exchange/src/numbers/money.rs", "SIGNS"),
    ("exchange/src/write/datapack.rs", "TAIL_NAMES"),
    // Words that are looked for in what people wrote.
    ("backend/src/copydesk/figures.rs", "FIBRES"),
    ("backend/src/copydesk/figures.rs", "NOT_A_PRICE"),
    ("backend/src/staff/duties.rs", "heading"),
    ("exchange/src/table/header.rs", "is_total"),
    // What a new shop begins with, and may name as it likes: campaign templates, categories, styles; the names of
    // drawn colours.
    ("backend/src/campaigns/templates.rs", ""),
    ("backend/src/products/table.rs", "STYLES"),
    ("backend/src/products/table.rs", "TREE"),
    ("pictures/src/draw/mod.rs", "PALETTE"),
];

/// A literal and where it stands.
struct Literal {
    path: String,
    item: String,
    text: String,
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn has_han(text: &str) -> bool {
    text.contains(is_han)
}

fn is_test(path: &str) -> bool {
    let parts = path.split('/').collect::<Vec<_>>();
    parts.iter().any(|part| {
        part.starts_with("tests") || matches!(*part, "demo" | "fuzz" | "story.rs" | "testkit.rs")
    })
}

/// Every Chinese string literal of the code that people meet, with the const or fn around it.
fn literals() -> Vec<Literal> {
    let mut found = Vec::new();
    for speaker in SPEAKERS {
        for (path, text) in texts_in(&format!("src-tauri/{speaker}/"), &["rs"]) {
            if is_test(&path) || path.ends_with("build.rs") {
                continue;
            }
            let tokens: TokenStream = text.parse().expect("the file is Rust");
            let path = path.trim_start_matches("src-tauri/");
            walk(tokens, "", &mut |item, text| {
                found.push(Literal { path: path.to_owned(), item: item.to_owned(), text });
            });
        }
    }
    found
}

/// Hands over every Chinese literal below `tokens`; attributes (documentation is one) and tests are passed by.
fn walk(tokens: TokenStream, around: &str, found: &mut impl FnMut(&str, String)) {
    let mut tokens = tokens.into_iter().peekable();
    let mut item = around.to_owned();
    let mut function = None;
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(mark) if mark.as_char() == '#' => {
                tokens.next_if(
                    |next| matches!(next, TokenTree::Punct(mark) if mark.as_char() == '!'),
                );
                let attribute = tokens
                    .next_if(|next| matches!(next, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket));
                if attribute.is_some_and(|attribute| {
                    attribute.to_string().replace(' ', "") == "[cfg(test)]"
                }) {
                    let ends = |token: &TokenTree| match token {
                        TokenTree::Punct(mark) => mark.as_char() == ';',
                        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                        _ => false,
                    };
                    tokens.find(ends);
                }
            }
            TokenTree::Punct(mark) if mark.as_char() == ';' => around.clone_into(&mut item),
            TokenTree::Ident(word)
                if matches!(word.to_string().as_str(), "const" | "static" | "fn") =>
            {
                let Some(TokenTree::Ident(name)) = tokens.peek() else { continue };
                let name = name.to_string();
                if word == "fn" {
                    function = Some(name);
                } else if name.chars().next().is_some_and(char::is_uppercase) {
                    item = name;
                }
            }
            TokenTree::Group(group) => {
                let body = group.delimiter() == Delimiter::Brace;
                let name = if body { function.take() } else { None };
                walk(group.stream(), name.as_ref().unwrap_or(&item), found);
            }
            TokenTree::Literal(literal) => {
                if let syn::Lit::Str(text) = syn::Lit::new(literal)
                    && has_han(&text.value())
                {
                    found(&item, text.value());
                }
            }
            _ => {}
        }
    }
}

/// What a literal says: a format with its values taken out; of SQL, the words in its quotes.
fn said_by(literal: &str) -> Vec<String> {
    let quoted = literal.split('\'').skip(1).step_by(2).filter(|part| has_han(part));
    let outside = literal.split('\'').step_by(2);
    if literal.contains('\'') && !outside.into_iter().any(has_han) {
        return quoted.map(str::to_owned).collect();
    }
    vec![template(literal)]
}

/// `{name:>3}` as `{}`, `{{` as `{`.
fn template(format: &str) -> String {
    let mut out = String::new();
    let mut rest = format.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '{' if rest.next_if_eq(&'{').is_none() => {
                rest.by_ref().find(|c| *c == '}');
                out.push_str("{}");
            }
            '}' => {
                rest.next_if_eq(&'}');
                out.push('}');
            }
            c => out.push(c),
        }
    }
    out
}

/// The duties, as `staff/duties.rs` takes them from their text: by their numbers, without the posts' headings.
fn duties() -> Vec<String> {
    let text = std::fs::read_to_string(root().join(DUTIES)).expect("the duties are there");
    let mut out = Vec::new();
    for line in text.lines().filter(|line| line.chars().nth(1) != Some('、')) {
        let line = line.trim_start_matches(|c: char| c.is_ascii_digit());
        for piece in line.split_inclusive('.') {
            let duty = piece.trim_matches(|c: char| c == '.' || c.is_ascii_digit()).trim();
            if has_han(duty) {
                out.push(duty.to_owned());
            }
        }
    }
    out
}

/// All keys of the catalogue, without the sense some have (`修改@step`), by the files they stand in.
fn catalogue() -> BTreeMap<String, Vec<String>> {
    let mut keys: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, text) in texts_in(CATALOGUE, &["en.json"]) {
        let words: BTreeMap<String, String> =
            serde_json::from_str(&text).expect("the catalogue is text by text");
        for (key, english) in words {
            assert!(!english.is_empty(), "{path}: “{key}” is empty");
            keys.entry(key).or_default().push(path.clone());
        }
    }
    keys
}

#[test]
fn what_the_program_says_in_chinese_has_its_english() {
    let mut said: BTreeMap<String, String> = BTreeMap::new();
    let mut idle: BTreeSet<(&str, &str)> = NOT_SAID.iter().copied().collect();
    for literal in literals() {
        let excepted = NOT_SAID.iter().find(|(path, item)| {
            *path == literal.path && (item.is_empty() || *item == literal.item)
        });
        if let Some(one) = excepted {
            idle.remove(one);
        // Names of columns in a row, as other programs' files are known by.
        } else if literal.path != "exchange/src/headers.rs" || !literal.text.contains('|') {
            for text in said_by(&literal.text) {
                said.entry(text).or_insert_with(|| literal.path.clone());
            }
        }
    }
    for duty in duties() {
        said.entry(duty).or_insert_with(|| DUTIES.to_owned());
    }
    assert!(said.len() > 2000, "the sources were read: {}", said.len());

    let keys = catalogue();
    let plain: BTreeSet<&str> = keys.keys().map(|key| without_sense(key)).collect();
    let mut wrong = Vec::new();
    wrong.extend(
        said.iter()
            .filter(|(text, _)| !keys.contains_key(*text))
            .map(|(text, path)| format!("no English for {text:?} of {path}")),
    );
    wrong.extend(
        plain
            .iter()
            .filter(|text| !said.contains_key(**text))
            .map(|text| format!("nobody says {text:?}")),
    );
    wrong.extend(
        keys.iter()
            .filter(|(_, files)| files.len() > 1)
            .map(|(key, files)| format!("{key:?} stands in {files:?}")),
    );
    wrong.extend(idle.iter().map(|one| format!("{one:?} excepts nothing: take it off the list")));
    none(
        &format!(
            "{CATALOGUE}*.en.json holds the English of every Chinese sentence in the sources:"
        ),
        wrong,
    );
}

fn without_sense(key: &str) -> &str {
    ["@state", "@step", "@verb"].iter().find_map(|sense| key.strip_suffix(sense)).unwrap_or(key)
}

#[test]
fn the_english_fills_in_the_same_values() {
    let mut wrong = Vec::new();
    for (path, text) in texts_in(CATALOGUE, &["en.json"]) {
        let words: BTreeMap<String, String> =
            serde_json::from_str(&text).expect("the catalogue is text by text");
        for (key, english) in words {
            let mut places: Vec<usize> = english
                .split('{')
                .skip(1)
                .filter_map(|rest| rest.split(['}', ':']).next()?.parse().ok())
                .collect();
            places.sort_unstable();
            places.dedup();
            if places != (0..key.matches("{}").count()).collect::<Vec<_>>()
                || has_han_outside_examples(&key, &english)
            {
                wrong.push(format!("{path}: {key:?}: {english:?}"));
            }
        }
    }
    none(
        "every value of the Chinese stands in the English, and no Chinese but its examples:",
        wrong,
    );
}

/// Chinese in the English is a word the Chinese has too: an example, a character of a file.
fn has_han_outside_examples(key: &str, english: &str) -> bool {
    english.split(|c: char| !is_han(c)).any(|word| !word.is_empty() && !key.contains(word))
}

#[test]
fn the_reading_of_the_sources_sees_what_is_said_and_what_is_not() {
    let source = r#"
        /// 文档
        const WORDS: &[&str] = &["词"];
        fn f() -> String { format!("{name:>3} 不行，{{原样}}") }
        const fn g() -> &'static str { "另一个" }
        #[cfg(test)]
        mod tests { const SEEN: &str = "测试"; }
        fn after() { let _ = ("后面", r"原文"); } // "注释"
    "#;
    let mut seen = Vec::new();
    walk(source.parse().expect("it is Rust"), "", &mut |item, text| {
        seen.extend(said_by(&text).into_iter().map(|text| format!("{item}: {text}")));
    });
    let wanted = ["WORDS: 词", "f: {} 不行，{原样}", "g: 另一个", "after: 后面", "after: 原文"];
    assert_eq!(seen, wanted);
    assert_eq!(said_by("select coalesce(s.name, '系统') from t"), ["系统"]);
}
