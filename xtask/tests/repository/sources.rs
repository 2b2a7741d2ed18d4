//! What no file of the project may hold.

use std::collections::BTreeMap;

use crate::{none, root, texts, texts_in};

const CODE: &[&str] = &["rs", "ts", "vue", "js", "mjs", "css", "py"];
const LONGEST: usize = 700;

#[test]
fn nothing_names_a_path_of_one_machine() {
    // Put together here, so that this file does not find itself.
    let foreign = [concat!("/wo", "rk/"), concat!("../sha", "red/"), concat!("/ro", "ot/")];
    let mut wrong = Vec::new();
    for (path, text) in texts() {
        for (number, line) in text.lines().enumerate() {
            if foreign.iter().any(|word| names_path(line, word)) {
                wrong.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    none("a clone on another machine has none of these paths:", wrong);
}

/// Whether the line has the path itself, and not a longer one that ends in the same words.
fn names_path(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        !line[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '/'))
    })
}

/// Doc tests are off (`doctest = false`): an example that nobody runs would rot.
#[test]
fn no_doc_comment_has_code_that_nobody_runs() {
    let mut wrong = Vec::new();
    for (path, text) in texts_in("", &["rs"]) {
        let mut inside = false;
        for (number, line) in text.lines().enumerate() {
            let said = line.trim_start();
            let Some(said) = said.strip_prefix("///").or_else(|| said.strip_prefix("//!")) else {
                continue;
            };
            let Some(kind) = said.trim().strip_prefix("```") else { continue };
            inside = !inside;
            if inside && kind != "text" {
                wrong.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    none("make it a test, or mark it as ```text:", wrong);
}

/// `long_files.txt` names those that were too long before this was checked and how long each may
/// be at most; a line goes when its file is short enough.
#[test]
fn no_file_is_longer_than_a_reader_can_hold() {
    let listed = std::fs::read_to_string(root().join("xtask/tests/long_files.txt"))
        .expect("the list of long files is there");
    let mut allowed: BTreeMap<&str, usize> = BTreeMap::new();
    for line in listed.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (path, length) = line.split_once(' ').expect("a line is: path length");
        allowed.insert(path, length.parse().expect("the length is a number"));
    }
    let mut wrong = Vec::new();
    for (path, text) in texts_in("", CODE) {
        if path.contains("/generated/") || path.ends_with(".d.ts") {
            continue;
        }
        let length = text.lines().count();
        match allowed.remove(path.as_str()) {
            None if length > LONGEST => wrong.push(format!("{path} has {length} lines")),
            Some(limit) if length > limit => {
                wrong.push(format!("{path} grew from {limit} to {length} lines"));
            }
            Some(_) if length <= LONGEST => {
                wrong.push(format!("{path} is short enough now: take it off the list"));
            }
            _ => {}
        }
    }
    wrong.extend(allowed.keys().map(|path| format!("{path} is gone: take it off the list")));
    none("split these by what a reader looks for:", wrong);
}

#[test]
fn no_test_is_skipped_or_alone() {
    let mut words = vec![concat!("#[ign", "ore").to_owned()];
    for runner in ["it", "test", "describe"] {
        for mark in ["skip", "only", "todo"] {
            words.push(format!("{runner}.{mark}("));
        }
    }
    let mut wrong = Vec::new();
    for (path, text) in texts_in("", CODE) {
        for (number, line) in text.lines().enumerate() {
            if words.iter().any(|word| line.contains(word.as_str())) {
                wrong.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    none("a test runs or goes:", wrong);
}

#[test]
fn every_member_takes_its_versions_from_the_one_list() {
    let mut wrong = Vec::new();
    for (path, text) in texts_in("", &["toml"]) {
        // A member that is a workspace of its own cannot share the list.
        if !path.ends_with("/Cargo.toml") || text.contains("[workspace]") {
            continue;
        }
        let mut in_dependencies = false;
        for line in text.lines() {
            if line.starts_with('[') {
                in_dependencies = line.contains("dependencies");
            } else if in_dependencies
                && line.contains('=')
                && !line.starts_with('#')
                && !line.contains("workspace = true")
            {
                wrong.push(format!("{path}: {line}"));
            }
        }
    }
    none("versions stand once, in the root Cargo.toml:", wrong);
}

/// Words and forms of SQL that one engine alone knows, in lower case.
const OF_ONE_ENGINE: &[&str] = &[
    "rowid",
    "match ?",
    "search_{",
    "from search_",
    "match {",
    "json_each(",
    "json_group_",
    "json_array(",
    "json_extract(",
    "group_concat(",
    "strftime(",
    "julianday(",
    "unixepoch(",
    "datetime('",
    "ifnull(",
    "instr(",
    "iif(",
    "typeof(",
    "insert or ",
    "replace into",
    "raise(abort",
    "autoincrement",
    "pragma ",
    "sqlite_",
    "collate nocase",
    " is ?",
    " is not ?",
    "limit -1",
    "indexed by",
    "ilike",
];

#[test]
fn above_the_store_sql_is_in_the_dialect_that_both_engines_speak() {
    let mut wrong = Vec::new();
    for (path, text) in texts_in("src-tauri/backend/src", &["rs"]) {
        // A test may do to the database what no operation can.
        if path.contains("/store/") || path.contains("/tests") {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            let told = line.starts_with("//");
            let plain = line.to_lowercase();
            let foreign = OF_ONE_ENGINE.iter().any(|word| plain.contains(word));
            if !told && (foreign || adds_up_a_condition(&plain)) {
                wrong.push(format!("{path}:{}: {line}", number + 1));
            }
        }
    }
    none("ask the store's dialect, or say it as both engines do:", wrong);
}

/// `sum(state = 'done')`: only one engine adds up what is true.
fn adds_up_a_condition(line: &str) -> bool {
    line.match_indices(" sum(").chain(line.match_indices("(sum(")).any(|(at, _)| {
        let inside = &line[at + 5..];
        let inside = &inside[..inside.find(')').unwrap_or(inside.len())];
        !inside.contains("case ") && (inside.contains(['=', '<', '>']) || inside.contains(" in "))
    })
}
