//! The demo shop as its users find it.

use std::sync::LazyLock;

use serde_json::{Value as Json, json};

use super::make_at;
use crate::Shop;
use crate::kernel::rights::Caller;
use crate::params;
use crate::store::{RowAccess, Value};

/// 2026-11-25 15:30 in Shanghai.
const AFTERNOON: i64 = 1_795_591_800_000;

struct Made {
    dir: tempfile::TempDir,
    shop: Shop,
    refused: Vec<String>,
}

fn make() -> Made {
    let dir = tempfile::tempdir().unwrap();
    let refused = make_at(dir.path(), AFTERNOON).unwrap().1.refused;
    let shop = Shop::open_at(dir.path(), std::sync::Arc::new(|| AFTERNOON)).unwrap();
    Made { dir, shop, refused }
}

/// Made once for all tests of one run.
static SHOP: LazyLock<Made> = LazyLock::new(make);

fn ask(login: &str, name: &str, args: Json) -> Json {
    let caller = SHOP.shop.local(login, "ui").unwrap();
    SHOP.shop.ask(&caller, name, args).unwrap_or_else(|e| panic!("{name}: {}", e.message))
}

fn every_column_that_names_a_file_is_declared_so_that_no_sweep_takes_it() {
    let core = SHOP.shop.core();
    let found: Vec<String> = core
        .read(&Caller::system(), |cx| {
            let files: Vec<String> = cx.all("select hash from file", params![])?;
            let files: std::collections::HashSet<String> = files.into_iter().collect();
            let tables: Vec<String> = cx.all(
                "select name from sqlite_schema where type = 'table' and name not like 'search_%'
                    and name not in ('file', 'audit_event', 'setting', 'job')",
                params![],
            )?;
            let mut found = std::collections::BTreeSet::new();
            for table in tables {
                cx.each(&format!("select * from {table}"), params![], &mut |row| {
                    for i in 0..row.width() {
                        if let Value::Text(text) = row.get(i).to_value()
                            && text
                                .split(|c: char| !c.is_ascii_hexdigit())
                                .any(|w| files.contains(w))
                        {
                            found.insert((table.clone(), row.name(i).to_owned()));
                        }
                    }
                    Ok(true)
                })?;
            }
            let undeclared = found.iter().filter(|(table, column)| {
                let declared = core.table(table).map_or(&[][..], |t| t.files);
                !declared.iter().any(|names| names.column == column.as_str())
            });
            assert!(found.len() > 5, "{found:?}");
            Ok(undeclared.map(|(table, column)| format!("{table}.{column}")).collect())
        })
        .unwrap();
    assert_eq!(found, Vec::<String>::new());
}

/// Every row of the database as text, without what chance or the machine decides: passwords and the
/// hashes of the trail.
fn dump(shop: &Shop) -> Vec<String> {
    let system = Caller::system();
    shop.core()
        .read(&system, |cx| {
            let rooms = crate::shop::ROOMS.iter().flat_map(|room| room.tables);
            let tables = rooms.map(|t| t.name).chain(["file", "audit_event", "feed"]);
            let mut out = Vec::new();
            for table in tables {
                let mut rows = Vec::new();
                cx.each(
                    &format!("select * from {table}"),
                    params![],
                    &mut |row: &dyn RowAccess| {
                        let cells: Vec<String> = (0..row.width())
                            .filter(|i| !matches!(row.name(*i), "password" | "hash" | "prev_hash"))
                            .map(|i| match row.get(i).to_value() {
                                Value::Text(t) if t.contains("$argon2") => "secret".to_owned(),
                                value => value.to_json().to_string(),
                            })
                            .collect();
                        rows.push(format!("{table}: {}", cells.join("|")));
                        Ok(true)
                    },
                )?;
                // Files come in on several threads.
                rows.sort();
                out.append(&mut rows);
            }
            Ok(out)
        })
        .unwrap()
}

/// One test, since the shop takes a while to draw and every test has a process of its own.
#[test]
fn the_demo_shop_is_what_its_users_expect() {
    let again = std::thread::spawn(make);
    no_step_of_any_story_is_refused();
    let again = again.join().unwrap();
    made_twice_it_is_the_same(&again);
    every_column_that_names_a_file_is_declared_so_that_no_sweep_takes_it();
    its_database_files_and_trail_are_sound();
    the_post_of_the_merchandiser_is_vacant_and_all_others_are_held();
    every_tab_of_every_list_has_rows();
    every_post_finds_rows_on_the_lists_it_may_see();
    every_state_of_every_life_cycle_is_there();
    imports_stand_in_every_state_and_one_waits_with_wrong_rows();
    pictures_are_judged_in_all_three_colours_and_some_are_late();
    most_pages_have_their_words_and_some_do_not();
    words_of_the_large_shop_are_common_rare_and_absent(&again);
}

fn no_step_of_any_story_is_refused() {
    assert_eq!(SHOP.refused, Vec::<String>::new());
}

fn made_twice_it_is_the_same(again: &Made) {
    let (one, other) = (dump(&SHOP.shop), dump(&again.shop));
    let first = one.iter().zip(&other).find(|(a, b)| a != b);
    assert_eq!((first, one.len()), (None, other.len()));
    assert!(again.dir.path().join("files").is_dir());
}

fn its_database_files_and_trail_are_sound() {
    let report = ask("guanli", "system.check", json!({}));
    assert!(SHOP.dir.path().is_dir());
    assert_eq!((&report["faults"], &report["clean"]), (&json!([]), &json!(true)));
}

fn the_post_of_the_merchandiser_is_vacant_and_all_others_are_held() {
    let posts = ask("linwan", "posts.list", json!({})).to_string();
    for (login, _, of) in super::people::PEOPLE {
        assert!(!of.is_empty() && posts.contains(&SHOP.shop.local(login, "ui").unwrap().name));
    }
    let held: i64 = SHOP
        .shop
        .core()
        .read(&Caller::system(), |cx| {
            cx.one("select count(*) from staff_post where post = 'merchandiser'", params![])
        })
        .unwrap();
    assert_eq!(held, 0);
}

/// The tabs of a list that have no rows.
fn empty_tabs(login: &str, list: &str, but: &[&str]) -> Vec<String> {
    let counts = ask(login, &format!("{list}.counts"), json!({}));
    let tabs = counts["tabs"].as_object().unwrap();
    tabs.iter()
        .filter(|(key, n)| n.as_i64() == Some(0) && !but.contains(&key.as_str()))
        .map(|(key, _)| format!("{list} {key}"))
        .collect()
}

fn every_tab_of_every_list_has_rows() {
    let mut empty = Vec::new();
    for list in ["products", "listings", "prices", "sync", "assets", "copy", "campaigns"] {
        // What is one's own is looked for at those who draw and ask.
        let own = ["mine", "requested"];
        empty.append(&mut empty_tabs("linwan", list, &[&own[..], &["drift"]].concat()));
    }
    for (login, list, tab) in [("limei", "assets", "mine"), ("huanglei", "assets", "requested")] {
        let found = ask(login, &format!("{list}.counts"), json!({}))["tabs"][tab].as_i64();
        if found.unwrap_or(0) == 0 {
            empty.push(format!("{list} {tab} of {login}"));
        }
    }
    assert_eq!(empty, Vec::<String>::new());
}

fn every_post_finds_rows_on_the_lists_it_may_see() {
    for (login, _, _) in super::people::PEOPLE {
        let caller = SHOP.shop.local(login, "ui").unwrap();
        for list in ["products", "listings", "prices", "sync", "assets", "copy", "campaigns"] {
            match SHOP.shop.ask(&caller, &format!("{list}.list"), json!({})) {
                Ok(page) => assert_ne!(page["rows"], json!([]), "{login} {list}"),
                Err(e) => assert_eq!(e.code, crate::kernel::Code::Forbidden, "{login} {list}"),
            }
        }
    }
}

fn every_state_of_every_life_cycle_is_there() {
    let system = Caller::system();
    let mut missing = Vec::new();
    for (life, table) in [
        ("product", "product"),
        ("listing", "listing"),
        ("price_change", "price_change"),
        ("asset", "asset_request"),
        ("copy_doc", "copy_doc"),
        ("campaign", "campaign"),
    ] {
        let states: Vec<String> = SHOP
            .shop
            .core()
            .read(&system, |cx| cx.all(&format!("select distinct state from {table}"), params![]))
            .unwrap();
        let cycle = SHOP.shop.core().lifecycle(life).unwrap();
        for state in cycle.states {
            if !states.iter().any(|s| s == state.code) {
                missing.push(format!("{life} {}", state.label));
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

fn imports_stand_in_every_state_and_one_waits_with_wrong_rows() {
    let page = ask("linwan", "imports.list", json!({}));
    let rows = page["rows"].as_array().unwrap();
    let states: std::collections::BTreeSet<&str> =
        rows.iter().filter_map(|row| row["state"].as_str()).collect();
    assert_eq!(
        states.into_iter().collect::<Vec<_>>(),
        ["committed", "discarded", "previewed", "undone"]
    );
    let waiting = rows.iter().find(|row| row["state"] == "previewed").unwrap();
    assert_eq!((&waiting["new"], &waiting["bad"]), (&json!(3), &json!(3)));
}

fn pictures_are_judged_in_all_three_colours_and_some_are_late() {
    let (green, amber, red, late): (i64, i64, i64, i64) = SHOP
        .shop
        .core()
        .read(&Caller::system(), |cx| {
            cx.one(
                "select sum(level = 'green'), sum(level = 'amber'), sum(level = 'red'),
                    (select count(*) from asset_request where due < ?1
                        and state in ('assigned', 'doing', 'retake', 'in_review'))
                 from asset_version",
                params!["2026-11-25"],
            )
        })
        .unwrap();
    assert!(green > 10 && amber > 3 && red > 2 && late > 1, "{green} {amber} {red} {late}");
}

fn most_pages_have_their_words_and_some_do_not() {
    let told = ask("xuwen", "copy.coverage", json!({}));
    let (sale, covered) = (told["on_sale"].as_i64().unwrap(), told["covered"].as_i64().unwrap());
    assert!(covered * 2 > sale && covered < sale, "{covered} of {sale}");
}

fn words_of_the_large_shop_are_common_rare_and_absent(made: &Made) {
    super::large::fill_with(&made.shop, AFTERNOON, 1_000).unwrap();
    let caller = made.shop.local("linwan", "ui").unwrap();
    let found = |word: &str| {
        let args = json!({ "q": word });
        made.shop.ask(&caller, "listings.counts", args).unwrap()["tabs"]["all"].as_i64().unwrap()
    };
    assert_eq!((found(super::RARE), found(super::ABSENT)), (20, 0));
    assert!((600..1_200).contains(&found(super::COMMON)), "{}", found(super::COMMON));
    let check = made.shop.ask(&made.shop.local("guanli", "ui").unwrap(), "system.check", json!({}));
    assert_eq!(check.unwrap()["faults"], json!([]));
}
