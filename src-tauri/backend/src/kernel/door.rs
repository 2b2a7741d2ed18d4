//! The one door: every operation is listed once, and everybody's way to it is the same —
//! may they → is it valid → one transaction → the trail → told to everyone looking.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

use parking_lot::RwLock;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::aside::Aside;
use super::audit::{self, Draft};
use super::context::{Bulk, SETTING};
use super::events::Feed;
use super::jobs::{Jobs, Pending};
use super::kept::{self, Index, Kept};
use super::list::ListDef;
use super::rights::Caller;
use super::{Clock, Code, Cx, Error, Kind, Lifecycle, Need, Result, Table, Tx, Zone, millis};
use crate::params;
use crate::store::{Migration, Store, Writer};

/// Asks. Runs on a read-only connection.
pub trait Query: DeserializeOwned + JsonSchema {
    /// What it answers.
    type Output: Serialize + JsonSchema;
    /// `room.verb`.
    const NAME: &'static str;
    /// What it is called in Chinese.
    const TITLE: &'static str;
    /// Who may.
    const NEEDS: Need;
    /// What it shows; a change of any of these makes it stale.
    const PROVIDES: &'static [&'static str];
    /// Answers.
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output>;
}

/// Changes. Runs in one transaction on the one writer: all of it or nothing.
pub trait Command: DeserializeOwned + JsonSchema {
    /// What it answers.
    type Output: Serialize + JsonSchema;
    /// `room.verb`.
    const NAME: &'static str;
    /// What it is called in Chinese, as the history says it.
    const TITLE: &'static str;
    /// Who may.
    const NEEDS: Need;
    /// What it changes.
    const TOUCHES: &'static [&'static str];
    /// Does it.
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output>;
}

/// Whether an operation asks or changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OpKind {
    /// Asks.
    Query,
    /// Changes.
    Command,
}

type Run = fn(&Arc<Core>, &Caller, &str) -> Result<String>;
type MakeSchema = fn(&mut SchemaGenerator) -> Schema;

/// One operation as the door lists it.
#[derive(Clone, Copy)]
pub struct Entry {
    /// `room.verb`.
    pub name: &'static str,
    /// In Chinese.
    pub title: &'static str,
    /// Asks or changes.
    pub kind: OpKind,
    /// Who may.
    pub needs: Need,
    /// What it shows or changes.
    pub tags: &'static [&'static str],
    /// The schema of its arguments.
    pub input: MakeSchema,
    /// The schema of its answer.
    pub output: MakeSchema,
    run: Run,
}

impl Entry {
    /// Lists a query.
    pub fn query<Q: Query>() -> Self {
        Self {
            name: Q::NAME,
            title: Q::TITLE,
            kind: OpKind::Query,
            needs: Q::NEEDS,
            tags: Q::PROVIDES,
            input: |g| g.subschema_for::<Q>(),
            output: |g| g.subschema_for::<Q::Output>(),
            run: |core, caller, args| {
                caller.require(Q::NEEDS)?;
                let query: Q = parse(args)?;
                core.read(caller, |cx| to_json(&query.run(cx)?))
            },
        }
    }

    /// Lists a command.
    pub fn command<C: Command>() -> Self {
        Self {
            name: C::NAME,
            title: C::TITLE,
            kind: OpKind::Command,
            needs: C::NEEDS,
            tags: C::TOUCHES,
            input: |g| g.subschema_for::<C>(),
            output: |g| g.subschema_for::<C::Output>(),
            run: |core, caller, args| {
                let done = caller.require(C::NEEDS).and_then(|()| {
                    let command: C = parse(args)?;
                    core.write_as(caller, C::NAME, C::NEEDS, |tx| to_json(&command.run(tx)?))
                });
                match done {
                    Ok((out, pending)) => {
                        Core::start(core, caller, pending);
                        Ok(out)
                    }
                    Err(err) => {
                        core.note_refusal(caller, C::NAME, &err);
                        Err(err)
                    }
                }
            },
        }
    }
}

fn parse<T: DeserializeOwned>(args: &str) -> Result<T> {
    let args = if args.trim().is_empty() { "{}" } else { args };
    let mut from = serde_json::Deserializer::from_str(args);
    let value = serde_path_to_error::deserialize(&mut from).map_err(|e| {
        let path = e.path().to_string();
        let field = if path == "." { String::new() } else { path };
        Error::invalid(&field, explain(&field, &e.into_inner().to_string()))
    })?;
    from.end().map_err(|e| Error::invalid("", format!("参数不是完整的 JSON：{e}")))?;
    Ok(value)
}

/// serde's words as a sentence that names the field.
fn explain(field: &str, why: &str) -> String {
    let quoted = |text: &str| text.split('`').nth(1).unwrap_or_default().to_owned();
    if why.starts_with("missing field") {
        format!("缺少必填项“{}”", quoted(why))
    } else if why.starts_with("unknown field") {
        format!("不认识的参数“{}”", quoted(why))
    } else if !why.is_ascii() {
        // One of our own sentences.
        why.split(" at line").next().unwrap_or(why).to_owned()
    } else {
        format!("“{field}”的值不对：{}", why.split(" at line").next().unwrap_or(why))
    }
}

fn to_json(value: &impl Serialize) -> Result<String> {
    sonic_rs::to_string(value).map_err(Error::internal)
}

/// Data that a room brings along at the first start: a number (as for migrations) and what to do.
pub type Seed = (i64, fn(&mut Tx<'_>) -> Result<()>);

/// One room, as the top floor lists it.
#[derive(Clone, Copy)]
pub struct Room {
    /// Its folder's name.
    pub name: &'static str,
    /// Its migrations.
    pub migrations: &'static [Migration],
    /// Its tables.
    pub tables: &'static [&'static Table],
    /// Its lists.
    pub lists: &'static [&'static ListDef],
    /// Its full-text indexes.
    pub indexes: &'static [Index],
    /// What it keeps beside its rows.
    pub kept: &'static [Kept],
    /// Its life cycles.
    pub lifecycles: &'static [&'static Lifecycle],
    /// The data it brings along.
    pub seeds: &'static [Seed],
    /// Its operations.
    pub operations: fn() -> Vec<Entry>,
}

/// What the program does in its own name, as the history says it.
const OWN_ACTS: &[(&str, &str)] = &[
    ("system.seed", "初始数据"),
    ("system.time", "到时自动处理"),
    ("system.repair", "重新计算"),
    ("system.sweep", "清理不再使用的文件"),
    ("session", "登录失败计数"),
    ("session.login", "登录"),
    ("session.logout", "退出登录"),
];

/// An opened shop, as everything behind the door sees it.
pub struct Core {
    store: Store,
    clock: Clock,
    zone: RwLock<Zone>,
    entries: BTreeMap<&'static str, Entry>,
    tables: BTreeMap<&'static str, &'static Table>,
    lists: BTreeMap<&'static str, &'static ListDef>,
    indexes: Vec<Index>,
    kept: Vec<Kept>,
    lifecycles: Vec<&'static Lifecycle>,
    feed: Feed,
    jobs: Jobs,
    aside: Aside,
    opened_at: i64,
    left_at: Option<i64>,
}

impl Core {
    /// Opens the shop in `dir` with these rooms.
    pub fn open(dir: &Path, rooms: &[Room], clock: Option<Clock>) -> Result<Arc<Self>> {
        let migrations: Vec<Migration> =
            rooms.iter().flat_map(|r| r.migrations.iter().copied()).collect();
        let store = Store::open(dir, &migrations)?;
        let feed = Feed::open(&store)?;
        let left_at = audit::latest(&store)?;
        let clock = clock.unwrap_or_else(|| Arc::new(millis));
        let core = Arc::new(Self {
            store,
            opened_at: clock(),
            left_at,
            clock,
            zone: RwLock::new(Zone::shanghai()),
            entries: rooms.iter().flat_map(|r| (r.operations)()).map(|e| (e.name, e)).collect(),
            tables: std::iter::once(&SETTING)
                .chain(rooms.iter().flat_map(|r| r.tables.iter().copied()))
                .map(|t| (t.name, t))
                .collect(),
            lists: rooms
                .iter()
                .flat_map(|r| r.lists.iter().copied())
                .map(|l| (l.name, l))
                .collect(),
            indexes: rooms.iter().flat_map(|r| r.indexes.iter().copied()).collect(),
            kept: rooms.iter().flat_map(|r| r.kept.iter().copied()).collect(),
            lifecycles: rooms.iter().flat_map(|r| r.lifecycles.iter().copied()).collect(),
            feed,
            jobs: Jobs::default(),
            aside: Aside::default(),
        });
        core.seed(rooms)?;
        core.reload()?;
        Ok(core)
    }

    fn seed(&self, rooms: &[Room]) -> Result<()> {
        let system = Caller::system();
        for (id, plant) in rooms.iter().flat_map(|r| r.seeds.iter()) {
            let done: bool = self.read(&system, |cx| {
                cx.one("select exists (select 1 from seed where id = ?1)", params![*id])
            })?;
            if !done {
                self.write(&system, "system.seed", |tx| {
                    plant(tx)?;
                    tx.run("insert into seed (id) values (?1)", params![*id])?;
                    Ok(())
                })?;
            }
        }
        Ok(())
    }

    /// Reads again what is kept in memory: the zone; and marks jobs that a crash cut off.
    fn reload(&self) -> Result<()> {
        let name: String = self
            .read(&Caller::system(), |cx| cx.setting("zone", Zone::shanghai().name().to_owned()))?;
        *self.zone.write() = Zone::new(&name)?;
        Ok(())
    }

    /// Ends the jobs that another run of the program left behind; called by the program that owns
    /// the shop (window or hub), not by a one-off command beside it.
    pub fn sweep_jobs(&self) -> Result<()> {
        let lost = serde_json::to_string(&Error::new(
            Code::Unavailable,
            "interrupted",
            "程序在完成前被关闭，没有写入任何数据，请重新执行",
        ))
        .map_err(Error::internal)?;
        self.store.clear_leftovers()?;
        let writer = self.store.write()?;
        writer.exec(
            "update job set state = 'failed', error = ?1, ended_at = ?2 where state = 'running'",
            params![lost, self.now()],
        )?;
        Ok(writer.commit()?)
    }

    /// Calls an operation by name with JSON arguments; answers JSON.
    pub fn call(self: &Arc<Self>, caller: &Caller, name: &str, args: &str) -> Result<String> {
        let Some(entry) = self.entries.get(name) else {
            return Err(Error::new(
                Code::NotFound,
                "unknown_operation",
                format!("没有“{name}”这个操作，请检查名称；可用的操作见 /api/openapi.json"),
            ));
        };
        let run = std::panic::AssertUnwindSafe(|| (entry.run)(self, caller, args));
        std::panic::catch_unwind(run)
            .unwrap_or_else(|_| Err(Error::internal(format!("operation {name} panicked"))))
    }

    /// Reads from one consistent view. The caller's right has been checked.
    pub fn read<T>(&self, caller: &Caller, f: impl FnOnce(&Cx<'_>) -> Result<T>) -> Result<T> {
        let reader = self.store.read()?;
        f(&Cx { ask: &reader, core: self, caller, now: self.now() })
    }

    /// Writes in one transaction under the operation `op`; answers also the jobs to start.
    pub(super) fn write<T>(
        &self,
        caller: &Caller,
        op: &'static str,
        f: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<(T, Vec<Pending>)> {
        let needs = self.entries.get(op).map_or(Need::SignedIn, |e| e.needs);
        self.write_as(caller, op, needs, f)
    }

    /// Writes in the program's own name, for what happens before anybody is signed in.
    pub fn write_unasked<T>(
        &self,
        op: &'static str,
        f: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<T> {
        Ok(self.write(&Caller::system(), op, f)?.0)
    }

    /// Writes in somebody's own name what is no operation of the list: signing in and out.
    pub fn write_by<T>(
        &self,
        caller: &Caller,
        op: &'static str,
        f: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<T> {
        Ok(self.write(caller, op, f)?.0)
    }

    fn write_as<T>(
        &self,
        caller: &Caller,
        op: &'static str,
        needs: Need,
        f: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<(T, Vec<Pending>)> {
        // A copy begins with no hat on: what the command asks for decides under which one it is done.
        let caller = &caller.clone();
        caller.require(needs)?;
        let now = self.now();
        let writer = self.store.write()?;
        let mut tx = Tx::new(Cx { ask: &writer, core: self, caller, now }, &writer, op);
        let value = f(&mut tx)?;
        kept::keep_in_step(&mut tx)?;
        let pending = std::mem::take(&mut tx.pending);
        let resets = tx.tags.contains(SETTING.entity);
        settle(&writer, caller, tx, op, now)?;
        writer.commit()?;
        if resets {
            self.reload()?;
        }
        // The change is durable; telling of it may wait for the next call.
        let _ = self.feed.pump(&self.store);
        Ok((value, pending))
    }

    /// A refused command leaves a line too: who tried what, and why not.
    fn note_refusal(&self, caller: &Caller, op: &'static str, err: &Error) {
        if err.code != Code::Forbidden || caller.staff == 0 {
            return;
        }
        // No hat carried it: the line bears the first.
        let caller = &caller.clone();
        let draft = Draft {
            op,
            refused: Some(err.reason.clone()),
            reason: Some(err.message.clone()),
            ..Draft::default()
        };
        let noted = self.store.write().and_then(|writer| {
            audit::append(&writer, caller, self.now(), draft)?;
            writer.commit()
        });
        if let Err(e) = noted {
            eprintln!("a refusal of {op} could not be noted: {e}");
        }
    }

    /// The moment, UTC milliseconds.
    pub fn now(&self) -> i64 {
        (self.clock)()
    }

    /// When this program opened the shop, UTC milliseconds.
    pub fn opened_at(&self) -> i64 {
        self.opened_at
    }

    /// When the shop's last record was written before that; `None` in a new shop.
    pub fn left_at(&self) -> Option<i64> {
        self.left_at
    }

    /// The shop's zone.
    pub fn zone(&self) -> Zone {
        *self.zone.read()
    }

    /// The ground floor.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Who is looking hears here.
    pub fn feed(&self) -> &Feed {
        &self.feed
    }

    /// The jobs of this program.
    pub fn jobs(&self) -> &Jobs {
        &self.jobs
    }

    /// What a room has put aside for a moment.
    pub fn aside(&self) -> &Aside {
        &self.aside
    }

    /// Every operation, by name.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    /// The Chinese name of an operation, or of what the program does by itself.
    pub fn title_of<'n>(&'n self, op: &'n str) -> &'n str {
        let own = || OWN_ACTS.iter().find(|(name, _)| *name == op).map(|(_, title)| *title);
        self.entries.get(op).map(|e| e.title).or_else(own).unwrap_or(op)
    }

    /// A table by its name.
    pub fn table(&self, name: &str) -> Option<&'static Table> {
        self.tables.get(name).copied()
    }

    /// Every table.
    pub fn tables(&self) -> impl Iterator<Item = &'static Table> + '_ {
        self.tables.values().copied()
    }

    /// A list by its name.
    pub fn list(&self, name: &str) -> Option<&'static ListDef> {
        self.lists.get(name).copied()
    }

    /// The list whose rows are these things.
    pub fn list_of(&self, entity: &str) -> Option<&'static ListDef> {
        self.lists.values().copied().find(|list| list.entity == entity && !entity.is_empty())
    }

    /// Every list.
    pub fn lists(&self) -> impl Iterator<Item = &'static ListDef> + '_ {
        self.lists.values().copied()
    }

    /// Every full-text index.
    pub fn indexes(&self) -> &[Index] {
        &self.indexes
    }

    /// What is kept beside the rows.
    pub fn kept(&self) -> &[Kept] {
        &self.kept
    }

    /// Every life cycle.
    pub fn lifecycles(&self) -> &[&'static Lifecycle] {
        &self.lifecycles
    }

    /// The life cycle of an entity.
    pub fn lifecycle(&self, name: &str) -> Option<&'static Lifecycle> {
        self.lifecycles.iter().find(|l| l.name == name).copied()
    }
}

/// Writes what the transaction recorded into the trail and the feed: one event for each thing.
fn settle(
    writer: &Writer<'_>,
    caller: &Caller,
    tx: Tx<'_>,
    op: &'static str,
    now: i64,
) -> Result<()> {
    let core = tx.core();
    let own = |entity| core.tables().find(|t| t.entity == entity && t.kind == Kind::Entity);
    let Tx { changes, bulk, mut tags, reason, batch, .. } = tx;
    if !changes.is_empty() || !bulk.is_empty() {
        // Histories that stand open grow by this.
        tags.insert("audit".to_owned());
    }
    let mut things: Vec<(&'static str, i64, Vec<audit::Change>)> = Vec::new();
    let mut places: HashMap<(&'static str, i64), usize> = HashMap::new();
    for (table, entity, change) in changes {
        let place = *places.entry((table.entity, entity)).or_insert(things.len());
        match things.get_mut(place) {
            Some((_, _, list)) => list.push(change),
            None => things.push((table.entity, entity, vec![change])),
        }
    }
    let draft = |entity, entity_id| Draft {
        op,
        entity: Some(entity),
        entity_id,
        reason: reason.clone(),
        batch_id: batch,
        ..Draft::default()
    };
    for (entity, id, changes) in things {
        let states = own(entity).map(|of| audit::states(of, id, &changes)).unwrap_or_default();
        let draft = Draft { changes, states, ..draft(entity, Some(id)) };
        audit::append(writer, caller, now, draft)?;
    }
    for part in bulk {
        settle_bulk(writer, &part, |change| {
            let draft = Draft { changes: vec![change], ..draft(part.table.entity, None) };
            Ok(audit::append(writer, caller, now, draft)?)
        })?;
    }
    if !tags.is_empty() {
        let tags: Vec<String> = tags.into_iter().collect();
        writer
            .exec("insert into feed (at, tags) values (?1, ?2)", params![now, to_json(&tags)?])?;
    }
    Ok(())
}

fn settle_bulk(
    writer: &Writer<'_>,
    bulk: &Bulk,
    append: impl FnOnce(audit::Change) -> Result<i64>,
) -> Result<()> {
    let summary = serde_json::to_value(bulk).map_err(Error::internal)?;
    let seq = append(audit::Change {
        table: bulk.table.name.to_owned(),
        row: bulk.first,
        kind: if bulk.removed { "bulk_removed" } else { "bulk" }.to_owned(),
        fields: [("rows".to_owned(), (serde_json::Value::Null, summary))].into(),
    })?;
    if bulk.removed {
        return Ok(());
    }
    writer.exec(
        "insert into audit_bulk (seq, entity, first, last, count) values (?1, ?2, ?3, ?4, ?5)",
        params![
            seq,
            bulk.table.name,
            bulk.first,
            bulk.last,
            i64::try_from(bulk.count).unwrap_or(i64::MAX),
        ],
    )?;
    Ok(())
}
