//! The daily sweep: files that came in and that nothing names any more go, thirty days after they came
//! in last. What names a file is declared beside each table ([`super::Names`]); besides, everything that
//! the trail tells of stays, for an undo or a look at what was before, and what jobs have made of late.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value as Json, json};

use super::door::Core;
use super::files::FILE;
use super::jobs::JobCx;
use super::rights::Caller;
use super::{Cx, Names, Result, Tx};
use crate::params;
use crate::store::{Files, ValueRef};

/// The operation's name in the trail.
const OP: &str = "system.sweep";
const KIND: &str = "sweep";
/// A file that nothing names stays for so long after it came in last: somebody may be about to use it. A
/// form that was not sent yet may name it, and is kept on its PC for seven days after it was last touched.
pub const GRACE_MS: i64 = 30 * DAY_MS;
const DAY_MS: i64 = 86_400_000;
/// The program is left alone for so long after its start.
const SETTLED_MS: i64 = 60_000;
/// So many files go in one transaction.
const AT_ONCE: usize = 100;

/// Starts today's sweep when it is due. Answers its job.
pub(crate) fn start_if_due(core: &Arc<Core>) -> Result<Option<i64>> {
    let system = Caller::system();
    if !core.read(&system, due)? {
        return Ok(None);
    }
    let (job, pending) = core.write(&system, OP, |tx| {
        // Another program on the same shop may have begun in between.
        if !due(tx)? {
            return Ok(None);
        }
        tx.start_job(KIND, "清理不再使用的文件", "个文件", sweep).map(Some)
    })?;
    Core::start(core, &system, pending);
    Ok(job)
}

/// Once a day, and only when some file is old enough to go.
fn due(cx: &Cx<'_>) -> Result<bool> {
    if cx.now - cx.core().opened_at() < SETTLED_MS {
        return Ok(false);
    }
    let last: Option<i64> = cx.maybe(
        "select started_at from job where kind = ?1 order by id desc limit 1",
        params![KIND],
    )?;
    let today = cx.today();
    Ok(last.is_none_or(|at| cx.zone().day(at) < today)
        && cx.one("select exists (select 1 from file where seen_at < ?1)", params![limit(cx)])?)
}

fn limit(cx: &Cx<'_>) -> i64 {
    cx.now - GRACE_MS
}

fn sweep(job: &JobCx) -> Result<Json> {
    let files = job.core().store().files();
    // A backup under way keeps every file where it is; tomorrow is another day.
    let Some(_alone) = files.alone()? else { return Ok(json!({ "files": 0 })) };
    settle(job, files)?;
    let (mut going, told) = job.read(|cx| {
        let mut going = old(cx)?;
        unnamed(cx, &mut going, 0)?;
        let told: i64 = cx.one("select coalesce(max(seq), 0) from audit_event", params![])?;
        Ok((going, told))
    })?;
    going.sort_unstable();
    let total = going.len() as u64;
    let mut gone = 0;
    for some in going.chunks(AT_ONCE) {
        job.step(gone, total)?;
        // The files leave their places inside the transaction that forgets them: to whoever brings the
        // same content in again they are there or not, and never half.
        gone += job.write(|tx| take(tx, files, some.to_vec(), told))?;
        settle(job, files)?;
    }
    job.step(total, total)?;
    Ok(json!({ "files": gone }))
}

/// Ends what this sweep, or one that a crash cut off, has set aside.
fn settle(job: &JobCx, files: &Files) -> Result<()> {
    job.read(|cx| {
        Ok(files.settle(&mut |hash| {
            cx.ask.one("select exists (select 1 from file where hash = ?1)", params![hash])
        })?)
    })
}

/// What came in last before the grace began, and what lies on the disk without having been remembered.
fn old(cx: &Cx<'_>) -> Result<Vec<String>> {
    let mut old: Vec<String> =
        cx.all("select hash from file where seen_at < ?1", params![limit(cx)])?;
    let known: HashSet<String> =
        cx.all::<String>("select hash from file", params![])?.into_iter().collect();
    let stray = cx.files().older_than(Duration::from_millis(GRACE_MS.unsigned_abs()))?;
    old.extend(stray.into_iter().filter(|hash| !known.contains(hash)));
    Ok(old)
}

/// Takes those of these files away that still nothing names; answers how many.
fn take(tx: &mut Tx<'_>, files: &Files, mut going: Vec<String>, told: i64) -> Result<u64> {
    unnamed(tx, &mut going, told)?;
    let mut swept = Vec::new();
    for hash in &going {
        let found: Option<(String, i64)> =
            tx.maybe("select name, seen_at from file where hash = ?1", params![hash])?;
        match found {
            // It came in again in between.
            Some((_, seen)) if seen >= limit(tx) => continue,
            Some((name, _)) => {
                tx.exec(&FILE, "delete from file where hash = ?1", params![hash])?;
                swept.push(name);
            }
            None => {}
        }
        files.set_aside(hash)?;
    }
    let count = swept.len() as u64;
    if count > 0 {
        tx.note(&FILE, 0, "removed", &[("swept", json!(swept), Json::Null)]);
    }
    Ok(count)
}

/// Strikes off what anything names: the tables, and the trail from the event after `told`.
fn unnamed(cx: &Cx<'_>, going: &mut Vec<String>, told: i64) -> Result<()> {
    if going.is_empty() {
        return Ok(());
    }
    let mut left: HashSet<String> = going.drain(..).collect();
    for table in cx.core().tables() {
        for names in table.files {
            named_in(cx, table.name, names, &mut left)?;
        }
    }
    let strike = |sql: &str, from: i64, left: &mut HashSet<String>| {
        cx.each(sql, params![from], &mut |row| Ok(cross_out(row.get(0), left)))
    };
    strike("select value from setting where ?1 = ?1", 0, &mut left)?;
    strike(
        "select result from job where result is not null and (ended_at is null or ended_at > ?1)",
        limit(cx),
        &mut left,
    )?;
    strike("select changes from audit_event where seq > ?1", told, &mut left)?;
    going.extend(left);
    Ok(())
}

fn named_in(cx: &Cx<'_>, table: &str, names: &Names, left: &mut HashSet<String>) -> Result<()> {
    let Names { column, inside, when } = *names;
    let when = if when.is_empty() { String::new() } else { format!(" and {when}") };
    if inside {
        let sql = format!("select {column} from {table} where length({column}) >= 64{when}");
        return cx.each(&sql, params![], &mut |row| Ok(cross_out(row.get(0), left)));
    }
    let texts = cx.dialect().texts("?1");
    let found: Vec<String> = cx.all(
        &format!("select distinct {column} from {table} where {column} in (select value from {texts}){when}"),
        params![json!(left)],
    )?;
    for hash in found {
        left.remove(&hash);
    }
    Ok(())
}

/// Crosses out every hash that stands in a text; false once nothing is left.
fn cross_out(text: ValueRef<'_>, left: &mut HashSet<String>) -> bool {
    if let ValueRef::Text(text) = text {
        for word in text.split(|c: char| !c.is_ascii_hexdigit()).filter(|word| word.len() == 64) {
            left.remove(word);
        }
    }
    !left.is_empty()
}
