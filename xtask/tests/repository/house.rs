//! The order of the floors and rooms: what stands below never knows what stands above.

use std::collections::BTreeSet;

use crate::{none, root, texts_in};

/// The backend from the ground up. A part may use those before it and no other.
const ORDER: &[&str] = &[
    "store",
    "kernel",
    "staff",
    "products",
    "listings",
    "assets",
    "copydesk",
    "campaigns",
    "imports",
    "reports",
    "desk",
    "shop",
    "demo",
];

const BACKEND: &str = "src-tauri/backend/src/";

fn floor(part: &str) -> Option<usize> {
    ORDER.iter().position(|known| *known == part)
}

/// The part of the backend that a file belongs to: `staff` for `staff/ops.rs` and `staff.rs`.
fn part_of(path: &str) -> Option<&str> {
    let inside = path.strip_prefix(BACKEND)?;
    Some(inside.split('/').next()?.trim_end_matches(".rs"))
}

/// A room's tests may come in by the door of the shop, as everyone does.
fn is_test(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

/// The parts of the backend that a text names: `crate::staff::…`, `use crate::{staff, products::Sku}`.
fn parts_named(text: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for line_start in ["crate::", "super::super::"] {
        for (at, _) in text.match_indices(line_start) {
            let rest = &text[at + line_start.len()..];
            match rest.strip_prefix('{') {
                None => named.extend(first_word(rest)),
                Some(group) => named.extend(group_heads(group)),
            }
        }
    }
    named.retain(|name| floor(name).is_some());
    named
}

fn first_word(text: &str) -> Option<String> {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    (end > 0).then(|| text[..end].to_owned())
}

/// The first word of every path in `{a, b::c, d::{e, f}}`, the opening brace already read.
fn group_heads(group: &str) -> Vec<String> {
    let mut heads = Vec::new();
    let mut depth = 0;
    let mut start = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                heads.extend(first_word(group[start..at].trim_start()));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    heads
}

#[test]
fn no_part_of_the_backend_uses_one_above_it() {
    let mut wrong = Vec::new();
    for (path, text) in texts_in(BACKEND, &["rs"]) {
        let Some(own) = part_of(&path).and_then(floor) else { continue };
        for used in parts_named(&text) {
            let above = floor(&used).is_some_and(|other| other > own);
            if above && !(is_test(&path) && used == "shop") {
                wrong.push(format!("{path} uses {used}, which stands above {}", ORDER[own]));
            }
        }
    }
    none("the parts of the backend stand in this order, and use only what is below them:", wrong);
}

#[test]
fn every_part_of_the_backend_has_its_place_in_the_order() {
    let unknown = texts_in(BACKEND, &["rs"])
        .iter()
        .filter_map(|(path, _)| part_of(path))
        .filter(|part| !matches!(*part, "lib" | "testkit") && floor(part).is_none())
        .map(str::to_owned)
        .collect::<BTreeSet<_>>();
    none(
        "say in xtask/tests/repository/house.rs where these stand:",
        unknown.into_iter().collect(),
    );
}

#[test]
fn only_the_store_names_its_engine() {
    let engine = "rusqlite";
    let wrong = texts_in("src-tauri/", &["rs"])
        .into_iter()
        .filter(|(path, _)| !path.starts_with("src-tauri/backend/src/store"))
        .filter(|(_, text)| {
            text.lines().any(|line| {
                let code = line.split("//").next().unwrap_or_default();
                code.contains(engine)
            })
        })
        .map(|(path, _)| path)
        .collect();
    none("rooms see Tx and their own structs; these name the engine outside store/:", wrong);
}

#[test]
fn the_pure_crates_use_no_part_of_the_house() {
    let mut wrong = Vec::new();
    for pure in ["exchange", "pictures", "workbook"] {
        let manifest = format!("src-tauri/{pure}/Cargo.toml");
        let text = std::fs::read_to_string(root().join(&manifest)).expect("the manifest is there");
        for line in text.lines().filter(|line| line.starts_with("shopdesk")) {
            wrong.push(format!("{manifest}: {line}"));
        }
    }
    none("exchange, pictures and workbook are pure and know nothing of the shop:", wrong);
}

#[test]
fn what_reads_the_platforms_files_touches_neither_disk_nor_network() {
    let mut wrong = Vec::new();
    for (path, text) in texts_in("src-tauri/exchange/src/", &["rs"]) {
        for (n, line) in text.lines().enumerate() {
            let named = ["std::fs", "std::path", "std::net", "std::process", "std::env"];
            if named.iter().any(|part| line.contains(part)) {
                wrong.push(format!("{path}:{}: {}", n + 1, line.trim()));
            }
        }
    }
    none("exchange is handed its bytes; these look for them themselves:", wrong);
}

#[test]
fn only_the_host_module_of_the_pages_knows_the_window() {
    let wrong = texts_in("ui/src/", &["ts", "vue", "js"])
        .into_iter()
        .filter(|(path, text)| !path.starts_with("ui/src/host/") && text.contains("@tauri-apps/"))
        .map(|(path, _)| path)
        .collect();
    none("what is Tauri's own sits behind ui/src/host; these reach past it:", wrong);
}

/// What each permission of the window is for: the words of ui/src/host/window.ts that need it.
const USED_BY: &[(&str, &str)] = &[
    ("allow-call", "'call'"),
    ("allow-measure-paths", "'measure_paths'"),
    ("allow-stage-bytes", "'stage_bytes'"),
    ("allow-stage-paths", "'stage_paths'"),
    ("allow-stop-staging", "'stop_staging'"),
    ("allow-save-file", "'save_file'"),
    ("core:event:allow-listen", "listen<"),
    ("core:event:allow-unlisten", "stop())"),
    ("core:window:allow-set-title", ".setTitle("),
    ("core:window:allow-set-background-color", ".setBackgroundColor("),
    ("dialog:allow-open", "{ open }"),
    ("dialog:allow-save", "{ save }"),
    ("notification:allow-is-permission-granted", ".isPermissionGranted("),
    ("notification:allow-request-permission", ".requestPermission("),
    ("notification:allow-notify", ".sendNotification("),
];

#[test]
fn the_window_may_do_what_its_pages_use_and_nothing_else() {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).expect("the file is there");
    let capability: serde_json::Value =
        serde_json::from_str(&read("src-tauri/capabilities/window.json")).expect("it is JSON");
    let face = read("ui/src/host/window.ts");
    let given = capability["permissions"].as_array().expect("it lists permissions");
    let unused = given
        .iter()
        .filter(|permission| {
            !USED_BY.iter().any(|(name, word)| *permission == name && face.contains(word))
        })
        .map(ToString::to_string)
        .collect();
    none("a page has no use for these permissions of the window:", unused);
}

#[test]
fn the_reading_of_imports_sees_groups_and_nested_groups() {
    let text = "use crate::{kernel::{Money, Day}, staff, products::Sku};\nuse crate::shop::Shop;\n\
                let x = super::super::desk::today();";
    let named: Vec<_> = parts_named(text).into_iter().collect();
    assert_eq!(named, ["desk", "kernel", "products", "shop", "staff"]);
}
