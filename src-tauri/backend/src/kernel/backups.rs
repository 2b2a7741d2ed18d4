//! Backups: by hand, by itself once a day, how old the last one is, and which of them go.
//!
//! They lie in the shop's own `backups` folder, one file each, read back before it gets its name.
//! What is there is what the folder says; the jobs say what is running and what went wrong.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::Datelike;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::door::{Command, Core, Query};
use super::jobs::JobCx;
use super::ops::Started;
use super::rights::{Ask, Caller};
use super::{Code, Cx, Day, Error, Module, Need, Result, Tx};
use crate::params;
use crate::store::{self, StoreError};

const FOLDER: &str = "backups";
const END: &str = ".shopdesk";
const AUTOMATIC: &str = "shopdesk-auto-";
const BY_HAND: &str = "shopdesk-";
const SETTING: &str = "backup.plan";

/// The program is left alone for so long after its start: nobody waits for a backup to open the shop.
const SETTLED_MS: i64 = 60_000;
/// After a failure the next try waits for so long.
const RETRY_MS: i64 = 3_600_000;
/// A backup that seems to run longer than this belongs to a program that was cut off.
const LOST_MS: i64 = 6 * 3_600_000;
/// A backup older than this is overdue.
const OLD_DAYS: i64 = 2;

/// Whether the shop backs itself up, and how many of these backups it keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Once a day, by itself.
    pub automatic: bool,
    /// The last backup of each of so many days …
    pub keep_daily: u32,
    /// … and, before those, the last one of each of so many weeks.
    pub keep_weekly: u32,
}

impl Default for Plan {
    fn default() -> Self {
        Self { automatic: true, keep_daily: 7, keep_weekly: 4 }
    }
}

impl Plan {
    fn of(cx: &Cx<'_>) -> Result<Self> {
        cx.setting(SETTING, Self::default())
    }
}

/// Backs the shop up into its `backups` folder while people work.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BackUpNow {}

impl Command for BackUpNow {
    type Output = Started;
    const NAME: &'static str = "system.backup_now";
    const TITLE: &'static str = "立即备份";
    const NEEDS: Need = Need::Any(&[Ask::write(Module::System)]);
    const TOUCHES: &'static [&'static str] = &["job", "backup"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        if running(tx)?.is_some() {
            return Err(Error::conflict("running", "正在备份，请等这一次完成"));
        }
        Ok(Started { job: start(tx, "备份店铺", BY_HAND)? })
    }
}

/// Sets how the shop backs itself up.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanBackups {
    /// Once a day, by itself.
    pub automatic: bool,
    /// The last backup of each of so many days …
    pub keep_daily: u32,
    /// … and, before those, the last one of each of so many weeks.
    pub keep_weekly: u32,
}

impl Command for PlanBackups {
    type Output = Plan;
    const NAME: &'static str = "system.backup_plan";
    const TITLE: &'static str = "备份计划";
    const NEEDS: Need = Need::Any(&[Ask::write(Module::System)]);
    const TOUCHES: &'static [&'static str] = &["backup"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        if !(1..=60).contains(&self.keep_daily) {
            return Err(Error::invalid("keep_daily", "每日备份要保留 1 到 60 份"));
        }
        if self.keep_weekly > 52 {
            return Err(Error::invalid("keep_weekly", "每周备份最多保留 52 份"));
        }
        let plan = Plan {
            automatic: self.automatic,
            keep_daily: self.keep_daily,
            keep_weekly: self.keep_weekly,
        };
        tx.set_setting(SETTING, &plan)?;
        tx.tag("backup");
        Ok(plan)
    }
}

/// The backups that are there, and how it stands with them.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListBackups {}

/// How it stands with the backups.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BackupsView {
    /// The plan.
    pub plan: Plan,
    /// Where they lie on the machine that keeps the shop.
    pub folder: String,
    /// When the newest whole one was made, UTC milliseconds.
    pub last_at: Option<i64>,
    /// So many whole days ago, in the shop's zone.
    pub age_days: Option<i64>,
    /// Older than two days, or none although the shop is older than that.
    pub overdue: bool,
    /// One is being made now.
    pub running: Option<Running>,
    /// Why the last try failed, when nothing succeeded since.
    pub failed: Option<Failed>,
    /// Newest first.
    pub backups: Vec<BackupView>,
}

/// A backup in the making.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Running {
    /// Its job.
    pub job: i64,
    /// Files written.
    pub done: u64,
    /// Files in all; 0 while unknown.
    pub total: u64,
}

/// A try that failed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Failed {
    /// UTC milliseconds.
    pub at: i64,
    /// Why, in a sentence.
    pub message: String,
}

/// One backup.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BackupView {
    /// Its file's name.
    pub name: String,
    /// UTC milliseconds.
    pub made_at: i64,
    /// Size in bytes.
    pub bytes: u64,
    /// How many pictures and documents are inside.
    pub files: u64,
    /// Made by the shop itself, and replaced by itself in time.
    pub automatic: bool,
    /// It cannot be read any more: why.
    pub fault: Option<String>,
}

impl Query for ListBackups {
    type Output = BackupsView;
    const NAME: &'static str = "system.backups";
    const TITLE: &'static str = "备份";
    const NEEDS: Need = Need::Any(&[Ask::read(Module::System)]);
    const PROVIDES: &'static [&'static str] = &["backup"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        view(cx)
    }
}

/// How old the newest backup is, by the names alone: no file is opened.
pub(super) struct Age {
    /// The shop backs itself up.
    pub automatic: bool,
    /// One is being made now.
    pub running: bool,
    /// Why the last try failed, when nothing succeeded since.
    pub failed: Option<Failed>,
    /// So many days ago; `None` when there is none.
    pub days: Option<i64>,
    /// Older than two days, or none although the shop is older than that.
    pub overdue: bool,
}

pub(super) fn age(cx: &Cx<'_>) -> Result<Age> {
    let days = |day: Day| day.until(cx.today());
    let (names, unreadable) = match names(&folder(cx.core())) {
        Ok(names) => (names, None),
        Err(error) => (Vec::new(), Some(Failed { at: cx.now, message: error.message })),
    };
    let last = names.iter().filter_map(|name| made_on(name)).max();
    let since = match last {
        Some(day) => Some(day),
        None => born(cx)?.map(|at| cx.zone().day(at)),
    };
    Ok(Age {
        automatic: Plan::of(cx)?.automatic,
        running: running(cx)?.is_some(),
        failed: unreadable.map_or_else(|| failed(cx, None), |why| Ok(Some(why)))?,
        days: last.map(days),
        overdue: since.is_some_and(|day| days(day) > OLD_DAYS),
    })
}

/// How it stands with the backups.
pub fn view(cx: &Cx<'_>) -> Result<BackupsView> {
    let folder = folder(cx.core());
    let mut backups = found(&folder)?;
    backups.sort_by(|a, b| b.made_at.cmp(&a.made_at).then_with(|| b.name.cmp(&a.name)));
    let last_at = backups.iter().find(|b| b.fault.is_none()).map(|b| b.made_at);
    let days = |at: i64| cx.zone().day(at).until(cx.today());
    let since = last_at.or(born(cx)?);
    Ok(BackupsView {
        plan: Plan::of(cx)?,
        folder: folder.display().to_string(),
        last_at,
        age_days: last_at.map(days),
        overdue: since.is_some_and(|at| days(at) > OLD_DAYS),
        running: running(cx)?,
        failed: failed(cx, last_at)?,
        backups,
    })
}

/// Starts today's automatic backup when it is due. Answers its job.
pub(crate) fn start_if_due(core: &Arc<Core>) -> Result<Option<i64>> {
    let system = Caller::system();
    if !core.read(&system, due)? {
        return Ok(None);
    }
    let (job, pending) = core.write(&system, BackUpNow::NAME, |tx| {
        // Another program on the same shop may have begun in between.
        if due(tx)? { start(tx, "每日自动备份", AUTOMATIC).map(Some) } else { Ok(None) }
    })?;
    Core::start(core, &system, pending);
    Ok(job)
}

fn due(cx: &Cx<'_>) -> Result<bool> {
    if cx.now - cx.core().opened_at() < SETTLED_MS || !Plan::of(cx)?.automatic {
        return Ok(false);
    }
    let last = names(&folder(cx.core()))?.iter().filter_map(|name| day_of(name)).max();
    let last = last.or(born(cx)?.map(|at| cx.zone().day(at)));
    if last.is_none_or(|day| day >= cx.today()) || running(cx)?.is_some() {
        return Ok(false);
    }
    Ok(failed(cx, None)?.is_none_or(|f| cx.now - f.at >= RETRY_MS))
}

/// When the shop's first event was written.
fn born(cx: &Cx<'_>) -> Result<Option<i64>> {
    cx.maybe("select at from audit_event where seq = 1", params![])
}

fn running(cx: &Cx<'_>) -> Result<Option<Running>> {
    let job: Option<i64> = cx.maybe(
        "select id from job where kind = 'backup' and state = 'running' and started_at > ?1
         order by id desc limit 1",
        params![cx.now - LOST_MS],
    )?;
    Ok(job.map(|job| {
        let (done, total) = cx.core().jobs().progress(job).unwrap_or_default();
        Running { job, done, total }
    }))
}

/// The last try, when it failed, and later than `after`.
fn failed(cx: &Cx<'_>, after: Option<i64>) -> Result<Option<Failed>> {
    let last: Option<(String, Option<i64>, Option<String>)> = cx.maybe(
        "select state, ended_at, error from job where kind = 'backup' and state <> 'running'
         order by id desc limit 1",
        params![],
    )?;
    let Some((state, Some(at), Some(error))) = last else { return Ok(None) };
    if state != "failed" || after.is_some_and(|after| after > at) {
        return Ok(None);
    }
    let error: Error = serde_json::from_str(&error).map_err(Error::internal)?;
    Ok(Some(Failed { at, message: error.message }))
}

fn start(tx: &mut Tx<'_>, title: &str, prefix: &'static str) -> Result<i64> {
    tx.tag("backup");
    tx.start_job("backup", title, "个文件", move |job| make(job, prefix))
}

fn make(job: &JobCx, prefix: &str) -> Result<serde_json::Value> {
    let core = job.core();
    let name = format!("{prefix}{}{END}", core.zone().stamp(core.now()));
    let path = folder(core).join(&name);
    let made = store::backup(core.store(), &path, core.now(), &mut |done, total| {
        job.step(done, total).is_ok()
    })?;
    let manifest =
        made.ok_or_else(|| Error::new(Code::Conflict, "cancelled", "已取消，没有留下备份文件"))?;
    let removed = if prefix == AUTOMATIC { retire(job)? } else { Vec::new() };
    Ok(serde_json::json!({ "name": name, "files": manifest.files.len(), "removed": removed }))
}

/// Removes the automatic backups that the plan no longer keeps.
fn retire(job: &JobCx) -> Result<Vec<String>> {
    let plan = job.read(Plan::of)?;
    let folder = folder(job.core());
    let going = superseded(names(&folder)?, plan);
    for name in &going {
        let path = folder.join(name);
        fs::remove_file(&path).map_err(|e| StoreError::io(&path, e))?;
    }
    Ok(going)
}

/// The shop's own backups.
fn folder(core: &Core) -> PathBuf {
    core.store().dir().join(FOLDER)
}

fn names(folder: &Path) -> Result<Vec<String>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => return Err(StoreError::io(folder, e).into()),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|e| StoreError::io(folder, e))?;
        if let Some(name) = entry.file_name().to_str().filter(|n| n.ends_with(END)) {
            names.push(name.to_owned());
        }
    }
    Ok(names)
}

fn found(folder: &Path) -> Result<Vec<BackupView>> {
    let mut out = Vec::new();
    for name in names(folder)? {
        let path = folder.join(&name);
        let Ok(file) = fs::metadata(&path) else { continue };
        let automatic = name.starts_with(AUTOMATIC);
        let mut view =
            BackupView { name, made_at: 0, bytes: file.len(), files: 0, automatic, fault: None };
        match store::manifest(&path) {
            Ok(manifest) => {
                view.made_at = manifest.made_at;
                view.files = manifest.files.len() as u64;
            }
            Err(e) => view.fault = Some(Error::from(e).message),
        }
        out.push(view);
    }
    Ok(out)
}

/// The day in the name of an automatic backup.
fn day_of(name: &str) -> Option<Day> {
    stamped(name.strip_prefix(AUTOMATIC)?)
}

/// The day in the name of any backup.
fn made_on(name: &str) -> Option<Day> {
    day_of(name).or_else(|| stamped(name.strip_prefix(BY_HAND)?))
}

fn stamped(rest: &str) -> Option<Day> {
    let stamp = rest.get(..8)?;
    chrono::NaiveDate::parse_from_str(stamp, "%Y%m%d").ok().map(Day)
}

/// Which automatic backups go: kept are the last of each of the newest days, and before those the
/// last of each of the newest weeks. What was made by hand is never among them.
fn superseded(mut names: Vec<String>, plan: Plan) -> Vec<String> {
    names.retain(|name| day_of(name).is_some());
    names.sort_unstable_by(|a, b| b.cmp(a));
    let (mut days, mut weeks) = (BTreeSet::new(), BTreeSet::new());
    names.retain(|name| {
        let Some(day) = day_of(name) else { return false };
        if days.contains(&day) {
            return true;
        }
        if days.len() < plan.keep_daily as usize {
            days.insert(day);
            return false;
        }
        let week = (day.0.iso_week().year(), day.0.iso_week().week());
        let kept = weeks.len() < plan.keep_weekly as usize && weeks.insert(week);
        !kept
    });
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(days: impl Iterator<Item = i64>) -> Vec<String> {
        let first: Day = "2026-08-01".parse().unwrap();
        days.map(|n| format!("{AUTOMATIC}{}-030000{END}", first.plus(n).compact())).collect()
    }

    #[test]
    fn seven_days_and_four_weeks_before_them_are_kept() {
        let mut kept = Vec::new();
        for day in 0..100 {
            kept.extend(made(std::iter::once(day)));
            let gone = superseded(kept.clone(), Plan::default());
            kept.retain(|name| !gone.contains(name));
        }
        assert_eq!(kept.len(), 11);
        assert_eq!(kept[4..], made(93..100));
        let weeks: BTreeSet<u32> =
            kept[..4].iter().filter_map(|n| Some(day_of(n)?.0.iso_week().week())).collect();
        assert_eq!(weeks.len(), 4, "{kept:?}");
    }

    #[test]
    fn what_was_made_by_hand_is_never_removed() {
        let plan = Plan { automatic: true, keep_daily: 1, keep_weekly: 0 };
        let by_hand = format!("{BY_HAND}20260101-120000{END}");
        let names = [vec![by_hand], made(0..3)].concat();
        assert_eq!(superseded(names, plan), [made(1..2), made(0..1)].concat());
    }

    #[test]
    fn of_two_on_one_day_the_later_is_kept() {
        let early = format!("{AUTOMATIC}20261123-030000{END}");
        let late = format!("{AUTOMATIC}20261123-190000{END}");
        let gone = superseded(vec![late, early.clone()], Plan::default());
        assert_eq!(gone, [early]);
    }
}
