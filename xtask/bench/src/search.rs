//! The first page and the count of a search for a Chinese word in a million titles: a common word, a
//! rare one, an absent one. Against bare FTS5 with the page's titles, and against `LIKE`.
//!
//! The count is the one of the tab that is open: the page tells it itself where it shows all there is,
//! otherwise it is asked for. The bare side counts by a statement of its own, as it cannot know before.
//! What the counts of all tabs take besides is told in a row of its own.

use anyhow::Result;
use rusqlite::Connection;
use serde_json::json;
use shopdesk::demo;

use crate::shop::{Large, bare, call};
use crate::{Row, timing};

/// How a page ends that does not show all there is.
const UNCOUNTED: &str = "\"total\":null}";

pub fn measure(large: &mut Large) -> Result<Vec<Row>> {
    let (shop, caller, dir) = large.open()?;
    let conn = bare(dir)?;
    let mut rows = Vec::new();
    for (kind, word) in [("common", demo::COMMON), ("rare", demo::RARE), ("absent", demo::ABSENT)] {
        let page = json!({ "q": word, "limit": 50 });
        let count = json!({ "q": word, "tabs": ["all"] });
        let article = if kind == "absent" { "an" } else { "a" };
        let turns = if kind == "common" { 21 } else { 101 };
        let ours = || {
            let answer = call(shop, caller, "listings.list", &page)?;
            if answer.ends_with(UNCOUNTED) {
                call(shop, caller, "listings.counts", &count)?;
            }
            Ok(())
        };
        let times = timing::compare(turns, ours, || full_text(&conn, word))?;
        rows.push(timing::row(
            format!("first page and count of a search, 1 M titles: {article} {kind} word ({word})"),
            "bare FTS5",
            times,
            2.0,
            "≤ 2×",
        ));
        if kind == "common" {
            let every = json!({ "q": word });
            let with_tabs = || {
                call(shop, caller, "listings.list", &page)?;
                call(shop, caller, "listings.counts", &every).map(drop)
            };
            let times = timing::compare(turns, with_tabs, || full_text(&conn, word))?;
            let what = format!("the same with the counts of all tabs: a common word ({word})");
            let against = "bare FTS5, which counts no tabs";
            rows.push(timing::row(what, against, times, f64::INFINITY, "—"));
        } else {
            let (mine, like) = timing::compare(3, ours, || by_like(&conn, word))?;
            let faster = like.as_secs_f64() / mine.as_secs_f64().max(1e-9);
            rows.push(Row {
                what: format!("the same: {article} {kind} word ({word})"),
                against: "`LIKE`".to_owned(),
                ours: timing::show(mine),
                theirs: timing::show(like),
                ratio: format!("{faster:.0}× faster"),
                reach: "≥ 20× faster",
                reached: faster >= 20.0,
            });
        }
    }
    Ok(rows)
}

/// The page's ids and titles, newest first, and the count, by the index alone.
fn full_text(conn: &Connection, word: &str) -> Result<()> {
    let mut page = conn.prepare_cached(
        "select l.id, l.title from search_listing f join listing l on l.id = f.rowid
         where search_listing match ?1 order by f.rowid desc limit 50",
    )?;
    let phrase = format!("\"{word}\"");
    let found = page.query_map([&phrase], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, String>(1)?)))?;
    let _titles = found.collect::<rusqlite::Result<Vec<_>>>()?;
    conn.prepare_cached("select count(*) from search_listing where search_listing match ?1")?
        .query_row([&phrase], |r| r.get::<_, i64>(0))?;
    Ok(())
}

fn by_like(conn: &Connection, word: &str) -> Result<()> {
    let like = format!("%{word}%");
    let mut page = conn.prepare_cached(
        "select id, title from listing where title like ?1 order by id desc limit 50",
    )?;
    let found = page.query_map([&like], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, String>(1)?)))?;
    let _titles = found.collect::<rusqlite::Result<Vec<_>>>()?;
    conn.prepare_cached("select count(*) from listing where title like ?1")?
        .query_row([&like], |r| r.get::<_, i64>(0))?;
    Ok(())
}
