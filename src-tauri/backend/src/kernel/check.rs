//! The check of a whole shop: the database, every file, the chain of the trail, and the rows
//! against the trail: played backwards, each change must find what it left behind.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use super::audit::{self, Change, Event};
use super::context::{MOVES_BY_ITSELF, SETTING, add_to_sum};
use super::door::Query;
use super::kept::{self, Stray, Wrong};
use super::rights::Ask as Asks;
use super::{Cx, Kind, Module, Need, Result, Table};
use crate::params;
use crate::store::{self, Ask, Fault, StoreResult, Value, ValueRef};

/// So many faults of one sort are named; the rest is counted.
const NAMED: usize = 20;

/// Checks database, files and trail; slow on a large shop.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckShop {}

/// What a check found.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct CheckReport {
    /// Nothing is wrong.
    pub clean: bool,
    /// Events in the trail.
    pub events: i64,
    /// Rows compared with the trail.
    pub rows: u64,
    /// Files whose content was compared with their name.
    pub files: u64,
    /// Kept figures and entries of the search that are not what the rows give; a repair works them out
    /// anew.
    pub mendable: u64,
    /// What is wrong, a sentence each.
    pub faults: Vec<String>,
}

impl Query for CheckShop {
    type Output = CheckReport;
    const NAME: &'static str = "system.check";
    const TITLE: &'static str = "检查数据";
    const NEEDS: Need = Need::Any(&[Asks::read(Module::System)]);
    const PROVIDES: &'static [&'static str] = &[];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        check(cx)
    }
}

/// The database's own check, foreign keys, every file against its hash, every file that a row
/// names, the chain of the trail, every audited row against it, and what is kept beside the rows
/// against them.
pub fn check(cx: &Cx<'_>) -> Result<CheckReport> {
    let mut report = CheckReport::default();
    database(cx, &mut report)?;
    files(cx, &mut report)?;
    let (events, broken) = audit::verify(cx.ask)?;
    report.events = events;
    match broken {
        // Against a broken trail every row would seem wrong.
        Some(seq) => {
            report.faults.push(format!("审计记录在第 {seq} 条断开，之后的内容可能被改过"));
        }
        None => rows(cx, &mut report)?,
    }
    figures(cx, &mut report)?;
    words(cx, &mut report)?;
    report.clean = report.faults.is_empty();
    Ok(report)
}

fn database(cx: &Cx<'_>, report: &mut CheckReport) -> Result<()> {
    Ok(cx.dialect().faults(cx.ask, &mut |fault| {
        report.faults.push(match fault {
            Fault::Damaged(text) => format!("数据库：{text}"),
            Fault::Dangling(table) => format!("数据库：{table} 有一行指向不存在的记录"),
        });
    })?)
}

fn files(cx: &Cx<'_>, report: &mut CheckReport) -> Result<()> {
    let named: Vec<(String, String, i64)> =
        cx.all("select hash, name, bytes from file", params![])?;
    for (hash, name, bytes) in &named {
        match cx.files().bytes(hash) {
            None => report.faults.push(format!("文件“{name}”（{}）不在磁盘上", &hash[..12])),
            Some(there) if i64::try_from(there) != Ok(*bytes) => {
                report.faults.push(format!(
                    "文件“{name}”（{}）记的大小是 {bytes} 字节，磁盘上是 {there} 字节",
                    &hash[..12]
                ));
            }
            Some(_) => {}
        }
    }
    let names: HashMap<&str, &str> =
        named.iter().map(|(hash, name, _)| (hash.as_str(), name.as_str())).collect();
    for hash in cx.files().all()? {
        if cx.files().rehash(&hash)? != hash {
            let name = names.get(hash.as_str()).copied().unwrap_or_default();
            report.faults.push(format!("文件“{name}”（{}）的内容被改过", &hash[..12]));
        }
        report.files += 1;
    }
    Ok(())
}

fn rows(cx: &Cx<'_>, report: &mut CheckReport) -> Result<()> {
    let mut replay = Replay {
        cx,
        rows: HashMap::new(),
        made: HashSet::new(),
        bulks: Vec::new(),
        told: BTreeSet::new(),
        faults: Vec::new(),
        compared: 0,
    };
    cx.each("select * from audit_event order by seq desc", params![], &mut |row| {
        let event: Event = store::from_row(row)?;
        for change in event.changes.iter().rev() {
            replay.step(event.seq, change)?;
        }
        Ok(true)
    })?;
    replay.untold()?;
    replay.index_of_bulks()?;
    report.rows = replay.compared;
    let more = replay.faults.len().saturating_sub(NAMED);
    report.faults.extend(replay.faults.into_iter().take(NAMED));
    if more > 0 {
        report.faults.push(format!("另有 {more} 处与变更记录不符"));
    }
    Ok(())
}

/// What is kept beside the rows, against what they give.
fn figures(cx: &Cx<'_>, report: &mut CheckReport) -> Result<()> {
    for kept in cx.core().kept() {
        let mut found = Sort::default();
        (kept.strays)(cx, &mut |stray| {
            let Stray { name, what, kept: has, right, .. } = stray;
            found.say(format!(
                "{} {name} 的“{what}”记的是 {has}，按现有记录应为 {right}",
                kept.of.label
            ));
        })?;
        if kept.redo.is_some() {
            report.mendable += found.count;
        }
        let label = kept.of.label;
        found.tell(report, |more| format!("另有 {more} 处“{label}”里记的数与现有记录不符"));
    }
    Ok(())
}

/// The full-text indexes, against what the rows say.
fn words(cx: &Cx<'_>, report: &mut CheckReport) -> Result<()> {
    for index in cx.core().indexes() {
        let mut found = Sort::default();
        let Table { label, name, .. } = index.of;
        kept::compare(cx, index, &mut |id, wrong| {
            found.say(match wrong {
                Wrong::Missing => format!("{label}（{name} {id}）不在搜索索引里，现在搜不到它"),
                Wrong::Other => format!("{label}（{name} {id}）在搜索索引里的词与它的内容不一致"),
                Wrong::Surplus => format!("搜索索引里还有已经不存在的{label}（{name} {id}）"),
            });
        })?;
        report.mendable += found.count;
        found.tell(report, |more| format!("另有 {more} 条{label}的搜索索引不对"));
    }
    Ok(())
}

/// Faults of one sort: the first are named, the rest is counted.
#[derive(Default)]
struct Sort {
    named: Vec<String>,
    count: u64,
}

impl Sort {
    fn say(&mut self, fault: String) {
        self.count += 1;
        if self.named.len() < NAMED {
            self.named.push(fault);
        }
    }

    fn tell(self, report: &mut CheckReport, more: impl FnOnce(u64) -> String) {
        let left = self.count - self.named.len() as u64;
        report.faults.extend(self.named);
        if left > 0 {
            report.faults.push(more(left));
        }
    }
}

type Row = Option<Map<String, Json>>;

/// The trail played backwards over the rows as they are.
struct Replay<'c, 'a> {
    cx: &'c Cx<'a>,
    /// Rows as they were before the events already played; what is not here is as it is now.
    rows: HashMap<&'static str, BTreeMap<i64, Row>>,
    made: HashSet<(&'static str, i64)>,
    bulks: Vec<(&'static str, i64, i64)>,
    /// The bulks, as the trail tells of them: event, table, first and last row, count.
    told: BTreeSet<(i64, String, i64, i64, i64)>,
    faults: Vec<String>,
    compared: u64,
}

impl Replay<'_, '_> {
    fn step(&mut self, seq: i64, change: &Change) -> StoreResult<()> {
        // A table that an earlier version had is nothing to compare with.
        let Some(table) = self.cx.core().table(&change.table) else { return Ok(()) };
        if std::ptr::eq(table, &raw const SETTING) {
            return self.setting(change);
        }
        // What is only noted of derived rows is a summary.
        if table.kind == Kind::Derived {
            return Ok(());
        }
        match change.kind.as_str() {
            "bulk" => self.bulk(seq, table, change),
            "bulk_removed" => {
                let (first, last, _) = range(change);
                self.bulks.push((table.name, first, last));
                Ok(())
            }
            kind => self.one(table, kind, change),
        }
    }

    fn one(&mut self, table: &'static Table, kind: &str, change: &Change) -> StoreResult<()> {
        let known = self.rows.entry(table.name).or_default();
        let row = match known.entry(change.row) {
            std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::btree_map::Entry::Vacant(entry) => {
                self.compared += 1;
                entry.insert(read_row(self.cx.ask, table, change.row)?)
            }
        };
        let name = || format!("{}（{} {}）", table.label, table.name, change.row);
        match (kind, row.as_mut()) {
            ("removed", None) => {
                *row = Some(change.fields.iter().map(|(k, v)| (k.clone(), v.0.clone())).collect());
            }
            ("removed", Some(_)) => {
                self.faults.push(format!("{}已按记录删除，却还在", name()));
            }
            (_, None) => self.faults.push(format!("{}不在了，变更记录里却没有删除它", name())),
            (kind, Some(now)) => {
                for (field, (old, new)) in &change.fields {
                    let at = now.get(field).unwrap_or(&Json::Null);
                    // The trail only says of a secret that it changed.
                    let told = !matches!(field.as_str(), "version" | "updated_at") && *new != "***";
                    if told && !same(at, new) {
                        let label = table.field_label(field);
                        self.faults.push(format!("{}的“{label}”与变更记录不符", name()));
                    }
                    now.insert(field.clone(), old.clone());
                }
                if kind == "created" {
                    *row = None;
                }
            }
        }
        if kind == "created" {
            self.made.insert((table.name, change.row));
        }
        Ok(())
    }

    fn setting(&mut self, change: &Change) -> StoreResult<()> {
        let known = self.rows.entry(SETTING.name).or_default().entry(0).or_default();
        let known = known.get_or_insert_default();
        for (key, (old, new)) in &change.fields {
            let now = match known.get(key) {
                Some(now) => now.clone(),
                None => {
                    self.compared += 1;
                    let text: Option<String> = self
                        .cx
                        .ask
                        .maybe("select value from setting where key = ?1", params![key])?;
                    Json::from(text)
                }
            };
            if now != *new {
                self.faults.push(format!("设置“{key}”与变更记录不符"));
            }
            known.insert(key.clone(), old.clone());
        }
        Ok(())
    }

    /// The rows of a bulk, put back to how they were made, must add up to the sum in the trail.
    fn bulk(&mut self, seq: i64, table: &'static Table, change: &Change) -> StoreResult<()> {
        let (first, last, summary) = range(change);
        let count = summary["count"].as_i64().unwrap_or_default();
        self.told.insert((seq, table.name.to_owned(), first, last, count));
        let removed = self.bulks.contains(&(table.name, first, last));
        self.bulks.push((table.name, first, last));
        let columns: Vec<String> =
            serde_json::from_value(summary["columns"].clone()).unwrap_or_default();
        if removed || columns.is_empty() {
            return Ok(());
        }
        let changed = self.rows.entry(table.name).or_default();
        let mut earlier = changed.range(first..=last).peekable();
        let mut sum = blake3::Hasher::new();
        let mut count: i64 = 0;
        let mut add = |map: &Map<String, Json>| {
            for column in columns.iter().filter(|c| !MOVES_BY_ITSELF.contains(&c.as_str())) {
                add_to_sum(
                    &mut sum,
                    &Value::from_json(map.get(column).cloned().unwrap_or_default()),
                );
            }
            count += 1;
        };
        let sql = format!(
            "select id, {} from {} where id between ?1 and ?2 order by id",
            columns.join(", "),
            table.name
        );
        self.cx.ask.each(&sql, params![first, last], &mut |row| {
            let ValueRef::Int(id) = row.get(0) else { return Ok(true) };
            while let Some((_, gone)) = earlier.next_if(|(at, _)| **at < id) {
                gone.iter().for_each(&mut add);
            }
            match earlier.next_if(|(at, _)| **at == id) {
                Some((_, was)) => was.iter().for_each(&mut add),
                None => add(&map_of(row)),
            }
            Ok(true)
        })?;
        earlier.filter_map(|(_, gone)| gone.as_ref()).for_each(&mut add);
        self.compared += count.unsigned_abs();
        let sum = sum.finalize().to_hex();
        if summary["count"].as_i64() != Some(count) || summary["sum"].as_str() != Some(&sum) {
            self.faults.push(format!(
                "{}（{} {first}–{last}）与第 {seq} 条变更记录不符：成批写入的行被改过或删过",
                table.label, table.name
            ));
        }
        Ok(())
    }

    /// Where the trail's bulks are looked up by row, against the trail.
    fn index_of_bulks(&mut self) -> StoreResult<()> {
        let kept: Vec<(i64, String, i64, i64, i64)> = self.cx.ask.all(
            "select seq, entity, first, last, count from audit_bulk order by seq",
            params![],
        )?;
        let kept: BTreeSet<_> =
            kept.into_iter().filter(|bulk| self.cx.core().table(&bulk.1).is_some()).collect();
        for (seq, name, first, last, _) in kept.symmetric_difference(&self.told) {
            let label = self.cx.core().table(name).map_or(name.as_str(), |table| table.label);
            self.faults.push(format!(
                "第 {seq} 条变更记录的成批写入（{label} {first}–{last}）与它的索引不符"
            ));
        }
        Ok(())
    }

    /// Rows that the trail never saw made.
    fn untold(&mut self) -> StoreResult<()> {
        for table in self.cx.core().tables() {
            if table.kind == Kind::Derived || std::ptr::eq(table, &raw const SETTING) {
                continue;
            }
            let bulks: Vec<(i64, i64)> = self
                .bulks
                .iter()
                .filter(|(name, ..)| *name == table.name)
                .map(|(_, first, last)| (*first, *last))
                .collect();
            let (made, faults) = (&self.made, &mut self.faults);
            self.cx.ask.each(&format!("select id from {}", table.name), params![], &mut |row| {
                if let ValueRef::Int(id) = row.get(0)
                    && !made.contains(&(table.name, id))
                    && !bulks.iter().any(|(first, last)| (first..=last).contains(&&id))
                {
                    faults.push(format!(
                        "{}（{} {id}）在变更记录里没有来历",
                        table.label, table.name
                    ));
                }
                Ok(true)
            })?;
        }
        Ok(())
    }
}

fn range(change: &Change) -> (i64, i64, Json) {
    let summary = change.fields.get("rows").map(|(_, new)| new.clone()).unwrap_or_default();
    let bound = |key: &str| summary[key].as_i64().unwrap_or_default();
    (bound("first"), bound("last"), summary)
}

fn read_row(ask: &dyn Ask, table: &Table, id: i64) -> StoreResult<Row> {
    let mut out = None;
    ask.each(&format!("select * from {} where id = ?1", table.name), params![id], &mut |row| {
        out = Some(map_of(row));
        Ok(false)
    })?;
    Ok(out)
}

fn map_of(row: &dyn store::RowAccess) -> Map<String, Json> {
    (0..row.width()).map(|i| (row.name(i).to_owned(), row.get(i).to_value().to_json())).collect()
}

/// A whole number may come back from a column of measurements as `1.0`.
fn same(a: &Json, b: &Json) -> bool {
    let flat = |json: &Json| Value::from_json(json.clone()).to_json();
    a == b || flat(a) == flat(b) || a.as_f64().is_some_and(|x| b.as_f64() == Some(x))
}
