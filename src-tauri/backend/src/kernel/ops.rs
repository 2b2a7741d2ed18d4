//! The operations that belong to no room: history, jobs, batches, life cycles, backup, check.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::audit::{self, HistoryLine};
use super::door::{Command, Entry, Query, Room};
use super::jobs::JobView;
use super::lifecycle::LifecycleView;
use super::list::{self, ListInput};
use super::rights::Ask;
use super::{Cx, Error, Level, Module, Need, Result, Tx, backups, check, notices, trail, undo};
use crate::params;
use crate::store::Migration;

/// The kernel as a room: its tables and its operations.
pub const ROOM: Room = Room {
    name: "kernel",
    migrations: MIGRATIONS,
    tables: &[&super::files::FILE],
    lists: &[&trail::LIST],
    indexes: &[],
    kept: &[],
    lifecycles: &[],
    seeds: &[],
    operations,
};

const MIGRATIONS: &[Migration] = &[Migration {
    id: 2026_1123_00,
    room: "kernel",
    sql: "
create table setting (key text primary key, value text not null) strict;
create table seed (id integer primary key) strict;
create table audit_event (
    seq integer primary key, at integer not null, staff_id integer not null,
    staff_name text not null, post text, acting_id integer, device text not null,
    source text not null, op text not null, entity text, entity_id integer,
    from_state text, to_state text, reason text, batch_id integer, refused text,
    changes text not null, prev_hash text not null, hash text not null) strict;
create index audit_entity on audit_event (entity, entity_id, seq);
create index audit_batch on audit_event (batch_id) where batch_id is not null;
create index audit_staff on audit_event (staff_id, seq);
create table audit_bulk (
    seq integer not null, entity text not null, first integer not null, last integer not null,
    count integer not null, primary key (entity, first, seq)) strict;
create table feed (seq integer primary key, at integer not null, tags text not null) strict;
create table number_series (
    prefix text not null, day text not null, last integer not null, primary key (prefix, day)) strict;
create table batch (
    id integer primary key, title text not null, op text not null, staff_id integer not null,
    at integer not null, undone_at integer, undone_by integer) strict;
create table job (
    id integer primary key, kind text not null, title text not null, unit text not null,
    staff_id integer not null, state text not null, error text, result text,
    started_at integer not null, ended_at integer) strict;
create index job_staff on job (staff_id, id);
create index job_running on job (id) where state = 'running';
create table file (
    hash text primary key, name text not null, bytes integer not null, mime text not null,
    kind text not null, width integer, height integer, likeness text, facts text not null,
    measures text, warnings text not null, created_at integer not null) strict;
create index file_likeness on file (likeness) where likeness is not null;
",
    search: &[],
    append_only: &["audit_event"],
}, Migration {
    id: 2026_1130_00,
    room: "kernel",
    sql: "
alter table file add column seen_at integer not null default 0;
update file set seen_at = created_at;
create index file_seen on file (seen_at);
",
    search: &[],
    append_only: &[],
}];

fn operations() -> Vec<Entry> {
    vec![
        Entry::query::<HistoryOf>(),
        Entry::query::<trail::ListEvents>(),
        Entry::query::<trail::CountEvents>(),
        Entry::query::<trail::Facets>(),
        Entry::query::<trail::OneEvent>(),
        Entry::query::<trail::VerifyTrail>(),
        Entry::query::<IdsOf>(),
        Entry::query::<ListJobs>(),
        Entry::command::<CancelJob>(),
        Entry::command::<UndoBatch>(),
        Entry::query::<AllLifecycles>(),
        Entry::command::<backups::BackUpNow>(),
        Entry::command::<backups::PlanBackups>(),
        Entry::query::<backups::ListBackups>(),
        Entry::query::<check::CheckShop>(),
        Entry::query::<notices::Notices>(),
    ]
}

/// The history of one thing, field by field, newest first.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HistoryOf {
    /// Its kind: `product`.
    pub entity: String,
    /// Its id.
    pub id: i64,
}

impl Query for HistoryOf {
    type Output = Vec<HistoryLine>;
    const NAME: &'static str = "audit.of";
    const TITLE: &'static str = "变更记录";
    const NEEDS: Need = Need::Any(&[Ask::read(Module::Audit)]);
    const PROVIDES: &'static [&'static str] = &["audit"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        // The whole trail is open to those who read all of it; others see the history of what they see.
        let all = !cx.caller.own_only(Module::Audit, Level::Read);
        let shown = match cx.core().list_of(&self.entity) {
            _ if all => true,
            Some(list) => list.shows(cx, self.id)?,
            None => false,
        };
        if !shown {
            return Err(Error::not_found("变更记录", self.id));
        }
        audit::history(cx, &self.entity, self.id)
    }
}

/// The ids of everything a list's question finds, for acting on all of it at once.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IdsOf {
    /// The list.
    pub list: String,
    /// Its question.
    #[serde(default)]
    pub query: ListInput,
}

/// The most rows that one bulk act may take.
const MOST_AT_ONCE: usize = 5_000;

impl Query for IdsOf {
    type Output = Vec<i64>;
    const NAME: &'static str = "lists.ids";
    const TITLE: &'static str = "选择全部";
    const NEEDS: Need = Need::SignedIn;
    const PROVIDES: &'static [&'static str] = &[];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let def = cx
            .core()
            .list(&self.list)
            .ok_or_else(|| Error::invalid("list", format!("没有“{}”这个列表", self.list)))?;
        cx.caller.require(def.needs)?;
        let ids = list::ids(cx, def, &self.query, MOST_AT_ONCE)?;
        if ids.len() > MOST_AT_ONCE {
            return Err(Error::new(
                super::Code::TooLarge,
                "too_many",
                format!("符合条件的超过 {MOST_AT_ONCE} 条，一次处理不了。请加上筛选条件分批处理"),
            ));
        }
        Ok(ids)
    }
}

/// My jobs: the running ones and the last ones that ended.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListJobs {}

impl Query for ListJobs {
    type Output = Vec<JobView>;
    const NAME: &'static str = "jobs.list";
    const TITLE: &'static str = "任务中心";
    const NEEDS: Need = Need::SignedIn;
    const PROVIDES: &'static [&'static str] = &["job"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let mut jobs: Vec<JobView> = cx.all(
            "select id, kind, title, unit, 0 as done, 0 as total, state, error, result, started_at, ended_at
             from job where staff_id = ?1 order by id desc limit 30",
            params![cx.caller.staff],
        )?;
        for job in &mut jobs {
            // Kept as text, because a result may be any JSON.
            if let Some(serde_json::Value::String(text)) = &job.result {
                job.result = serde_json::from_str(text).ok();
            }
            if let Some((done, total)) = cx.core().jobs().progress(job.id) {
                (job.done, job.total) = (done, total);
            }
        }
        Ok(jobs)
    }
}

/// Stops one of my jobs; what it began to write is not there.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CancelJob {
    /// The job.
    pub id: i64,
}

impl Command for CancelJob {
    type Output = bool;
    const NAME: &'static str = "jobs.cancel";
    const TITLE: &'static str = "取消任务";
    const NEEDS: Need = Need::SignedIn;
    const TOUCHES: &'static [&'static str] = &["job"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let owner: Option<i64> =
            tx.maybe("select staff_id from job where id = ?1", params![self.id])?;
        match owner {
            Some(owner) if owner == tx.caller.staff => Ok(tx.core().jobs().cancel(self.id)),
            Some(_) => Err(Error::forbidden("只能取消自己启动的任务")),
            None => Err(Error::not_found("任务", self.id)),
        }
    }
}

/// Undoes a batch within 30 minutes, whole or not at all.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UndoBatch {
    /// The batch.
    pub batch: i64,
}

/// What an undo did.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Undone {
    /// How many rows went back.
    pub rows: u64,
}

impl Command for UndoBatch {
    type Output = Undone;
    const NAME: &'static str = "batches.undo";
    const TITLE: &'static str = "撤销批量操作";
    const NEEDS: Need = Need::SignedIn;
    const TOUCHES: &'static [&'static str] = &["batch"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        undo::undo(tx, self.batch, false).map(|rows| Undone { rows })
    }
}

/// All life cycles, as the buttons, the help and the state tags show them.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AllLifecycles {}

impl Query for AllLifecycles {
    type Output = Vec<LifecycleView>;
    const NAME: &'static str = "lifecycles.all";
    const TITLE: &'static str = "生命周期";
    const NEEDS: Need = Need::SignedIn;
    const PROVIDES: &'static [&'static str] = &[];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        Ok(cx.core().lifecycles().iter().map(|l| l.view()).collect())
    }
}

/// A job has been started.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Started {
    /// The job.
    pub job: i64,
}
