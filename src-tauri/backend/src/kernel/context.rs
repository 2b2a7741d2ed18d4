//! What an operation gets: a [`Cx`] to read with, a [`Tx`] to write with. There is no other way in.

use std::collections::BTreeSet;
use std::ops::Deref;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};

use super::audit::Change;
use super::door::Core;
use super::jobs::{JobCx, Pending, Work};
use super::list::{self, ListDef, ListInput, ListRow, Page};
use super::rights::{Caller, Field, Level, Module};
use super::{Day, Error, Kind, Result, Table, Zone};
use crate::params;
use crate::store::{Ask, Dialect, Files, RowAccess, StoreResult, Value, Writer};

/// Reading: one consistent view of the shop, for one caller, at one moment.
pub struct Cx<'a> {
    pub(super) ask: &'a dyn Ask,
    pub(super) core: &'a Core,
    /// Who asks.
    pub caller: &'a Caller,
    /// The moment of the call, UTC milliseconds. Nothing else asks a clock.
    pub now: i64,
}

/// Another word for reading contexts in signatures of helpers shared by queries and commands.
pub type View<'a> = Cx<'a>;

impl<'a> Cx<'a> {
    /// All rows, as structs by column names.
    pub fn all<T: DeserializeOwned>(&self, sql: &str, params: &[Value]) -> Result<Vec<T>> {
        Ok(self.ask.all(sql, params)?)
    }

    /// The first row, if any.
    pub fn maybe<T: DeserializeOwned>(&self, sql: &str, params: &[Value]) -> Result<Option<T>> {
        Ok(self.ask.maybe(sql, params)?)
    }

    /// The one row; `not_found` when there is none.
    pub fn one<T: DeserializeOwned>(&self, sql: &str, params: &[Value]) -> Result<T> {
        Ok(self.ask.one(sql, params)?)
    }

    /// The row of `table` with this id, as its struct.
    pub fn get<T: DeserializeOwned>(&self, table: &Table, id: i64) -> Result<T> {
        self.maybe(&format!("select * from {} where id = ?1", table.name), params![id])?
            .ok_or_else(|| Error::not_found(table.label, id))
    }

    /// Every row in turn without keeping them; stops when `f` answers `false`.
    pub fn each(
        &self,
        sql: &str,
        params: &[Value],
        f: &mut dyn FnMut(&dyn RowAccess) -> StoreResult<bool>,
    ) -> Result<()> {
        Ok(self.ask.each(sql, params, f)?)
    }

    /// How the engine says what the shared dialect has no words for.
    pub fn dialect(&self) -> Dialect {
        self.ask.dialect()
    }

    /// A page of a list, filtered, sorted, searched and masked.
    pub fn page<R: ListRow>(&self, def: &ListDef, input: &ListInput) -> Result<Page<R>> {
        list::page(self, def, input)
    }

    /// How many rows each tab of a list has under these filters.
    pub fn counts(&self, def: &ListDef, input: &list::CountInput) -> Result<list::Counts> {
        super::counts::counts(self, def, input)
    }

    /// The shop's zone.
    pub fn zone(&self) -> Zone {
        self.core.zone()
    }

    /// Today in the shop's zone.
    pub fn today(&self) -> Day {
        self.zone().day(self.now)
    }

    /// The content-addressed files.
    pub fn files(&self) -> &'a Files {
        self.core.store().files()
    }

    /// The shop itself: its lists, tables, life cycles and jobs.
    pub fn core(&self) -> &'a Core {
        self.core
    }

    /// Whether the caller may see such a column.
    pub fn sees(&self, field: Field) -> bool {
        self.caller.sees(field)
    }

    /// Refuses when this level is only for own records and the thing is somebody else's.
    pub fn own_or_refuse(&self, module: Module, level: Level, owner: Option<i64>) -> Result<()> {
        if self.caller.staff == 0
            || owner == Some(self.caller.staff)
            || !self.caller.own_only(module, level)
        {
            return Ok(());
        }
        Err(Error::forbidden(format!(
            "“{}”你只能处理自己的记录，这一条属于别人。请联系它的负责人或运营主管",
            module.title()
        )))
    }

    /// A setting of the shop, or its default.
    pub fn setting<T: DeserializeOwned>(&self, key: &str, default: T) -> Result<T> {
        let text: Option<String> =
            self.maybe("select value from setting where key = ?1", params![key])?;
        match text {
            Some(text) => serde_json::from_str(&text).map_err(Error::internal),
            None => Ok(default),
        }
    }
}

/// Writing: a [`Cx`] that also changes. Exists only after the operation's right has been checked,
/// and what it changes is recorded for the audit trail by itself.
pub struct Tx<'a> {
    cx: Cx<'a>,
    writer: &'a Writer<'a>,
    op: &'static str,
    pub(super) changes: Vec<(&'static Table, i64, Change)>,
    pub(super) bulk: Vec<Bulk>,
    /// Things that got or lost rows of this table in bulk.
    pub(super) moved: BTreeSet<(&'static str, i64)>,
    pub(super) tags: BTreeSet<String>,
    pub(super) reason: Option<String>,
    pub(super) batch: Option<i64>,
    pub(super) pending: Vec<Pending>,
}

/// Many new rows of one table, audited as one.
#[derive(Debug, Serialize)]
pub(super) struct Bulk {
    #[serde(skip)]
    pub table: &'static Table,
    pub first: i64,
    pub last: i64,
    pub count: u64,
    pub sum: String,
    pub columns: Vec<String>,
    /// They were taken away together.
    #[serde(skip)]
    pub removed: bool,
}

impl Bulk {
    pub fn of(table: &'static Table, first: i64, last: i64) -> Self {
        Self {
            table,
            first,
            last,
            count: 0,
            sum: String::new(),
            columns: Vec::new(),
            removed: false,
        }
    }
}

impl<'a> Deref for Tx<'a> {
    type Target = Cx<'a>;
    fn deref(&self) -> &Cx<'a> {
        &self.cx
    }
}

impl<'a> Tx<'a> {
    pub(super) fn new(cx: Cx<'a>, writer: &'a Writer<'a>, op: &'static str) -> Self {
        Self {
            cx,
            writer,
            op,
            changes: Vec::new(),
            bulk: Vec::new(),
            moved: BTreeSet::new(),
            tags: BTreeSet::new(),
            reason: None,
            batch: None,
            pending: Vec::new(),
        }
    }

    /// Adds a row (a struct without `id`); answers its id.
    pub fn insert(&mut self, table: &'static Table, row: &impl Serialize) -> Result<i64> {
        let fields = columns(row)?;
        let id = insert_row(self.writer, table, &fields)?;
        if table.kind == Kind::Derived {
            self.touch(table, id);
            return Ok(id);
        }
        let entity = Self::entity_of(table, id, &fields)?;
        let fields = fields
            .into_iter()
            .filter(|(_, v)| !v.is_null())
            .map(|(k, v)| (k, (Json::Null, v)))
            .collect();
        self.record(
            table,
            entity,
            Change { table: table.name.to_owned(), row: id, kind: "created".to_owned(), fields },
        );
        Ok(id)
    }

    /// Changes some columns of a row. With `version`, refuses with `conflict` when somebody else
    /// has changed it since, and says what it is now. Columns that keep their value are left out of
    /// the trail; when none changes nothing is written. Answers the new version.
    pub fn update(
        &mut self,
        table: &'static Table,
        id: i64,
        version: Option<i64>,
        set: &[(&str, Value)],
    ) -> Result<i64> {
        let old: Map<String, Json> = self.row_json(table, id)?;
        let at = old.get("version").and_then(Json::as_i64).unwrap_or_default();
        if version.is_some_and(|v| v != at) {
            return Err(self.stale(table, id, old));
        }
        let changed: Vec<&(&str, Value)> =
            set.iter().filter(|(name, value)| old.get(*name) != Some(&value.to_json())).collect();
        if changed.is_empty() {
            return Ok(at);
        }
        let mut sql = format!("update {} set ", table.name);
        let mut values = vec![Value::Int(id)];
        for (i, (name, value)) in changed.iter().enumerate() {
            let comma = if i > 0 { ", " } else { "" };
            sql.push_str(&format!("{comma}{name} = ?{}", values.len() + 1));
            values.push(value.clone());
        }
        let versioned = old.contains_key("version");
        if versioned {
            sql.push_str(", version = version + 1");
        }
        if old.contains_key("updated_at") && !set.iter().any(|(n, _)| *n == "updated_at") {
            values.push(Value::Int(self.now));
            sql.push_str(&format!(", updated_at = ?{}", values.len()));
        }
        sql.push_str(" where id = ?1");
        if versioned {
            values.push(Value::Int(at));
            sql.push_str(&format!(" and version = ?{}", values.len()));
        }
        // The check of the version and the write are one statement.
        if self.writer.exec(&sql, &values)? == 0 {
            let now = self.row_json(table, id)?;
            return Err(self.stale(table, id, now));
        }
        let fields = changed
            .iter()
            .map(|(name, value)| {
                let was = old.get(*name).cloned().unwrap_or(Json::Null);
                ((*name).to_owned(), (was, value.to_json()))
            })
            .collect();
        let entity = Self::entity_of(table, id, &old)?;
        self.record(
            table,
            entity,
            Change { table: table.name.to_owned(), row: id, kind: "changed".to_owned(), fields },
        );
        Ok(at + 1)
    }

    /// Takes a row away.
    pub fn remove(&mut self, table: &'static Table, id: i64, version: Option<i64>) -> Result<()> {
        let old = self.row_json(table, id)?;
        let at = old.get("version").and_then(Json::as_i64).unwrap_or_default();
        if version.is_some_and(|v| v != at) {
            return Err(self.stale(table, id, old));
        }
        let entity = Self::entity_of(table, id, &old)?;
        self.writer.exec(&format!("delete from {} where id = ?1", table.name), params![id])?;
        let fields = old
            .into_iter()
            .filter(|(k, v)| k != "id" && !v.is_null())
            .map(|(k, v)| (k, (v, Json::Null)))
            .collect();
        self.record(
            table,
            entity,
            Change { table: table.name.to_owned(), row: id, kind: "removed".to_owned(), fields },
        );
        Ok(())
    }

    /// Changes a derived table freely: sums, queues, caches. Refused for any other table.
    pub fn exec(&self, table: &'static Table, sql: &str, params: &[Value]) -> Result<usize> {
        let verb_ok = ["insert into", "update", "delete from"]
            .iter()
            .any(|verb| target(sql, verb) == Some(table.name));
        let listed = self.core.table(table.name).is_some_and(|known| std::ptr::eq(known, table));
        if table.kind != Kind::Derived || !listed || !verb_ok {
            return Err(Error::internal(format!(
                "{}: not a change of a derived table: {sql}",
                self.op
            )));
        }
        Ok(self.writer.exec(sql, params)?)
    }

    /// Says in the trail what happened to rows of a derived table that nobody would look for one by one:
    /// `kind` is `created`, `changed` or `removed`, each field has what it was and what it is.
    pub fn note(
        &mut self,
        table: &'static Table,
        row: i64,
        kind: &str,
        fields: &[(&str, Json, Json)],
    ) {
        let fields = fields
            .iter()
            .map(|(name, old, new)| ((*name).to_owned(), (old.clone(), new.clone())))
            .collect();
        let change = Change { table: table.name.to_owned(), row, kind: kind.to_owned(), fields };
        self.record(table, row, change);
    }

    /// Puts words of a row into the full-text index, replacing what it had.
    pub fn index(&self, index: &str, id: i64, text: &str) -> Result<()> {
        Ok(self.writer.index_text(index, id, text)?)
    }

    /// As [`Tx::index`], for a row made in this transaction.
    pub fn index_new(&self, index: &str, id: i64, text: &str) -> Result<()> {
        Ok(self.writer.index_new_text(index, id, text)?)
    }

    /// Takes a row out of the full-text index.
    pub fn unindex(&self, index: &str, id: i64) -> Result<()> {
        Ok(self.writer.unindex_text(index, id)?)
    }

    /// Takes the rows `first` to `last` out of the full-text index.
    pub(super) fn unindex_all(&self, index: &str, first: i64, last: i64) -> Result<()> {
        Ok(self.writer.unindex_texts(index, first, last)?)
    }

    /// Says that a thing got or lost rows of `table` in bulk: whatever follows them is worked out anew.
    pub fn moved(&mut self, table: &'static Table, thing: i64) {
        self.moved.insert((table.name, thing));
    }

    /// Why, in the person's words; goes into the trail.
    pub fn because(&mut self, reason: Option<&str>) {
        self.reason = reason.map(str::trim).filter(|r| !r.is_empty()).map(str::to_owned);
    }

    /// Makes this one batch that can be undone as a whole for 30 minutes; answers its number.
    pub fn batch(&mut self, title: &str) -> Result<i64> {
        if let Some(batch) = self.batch {
            return Ok(batch);
        }
        let id: i64 = self.returning(
            "insert into batch (title, op, staff_id, at) values (?1, ?2, ?3, ?4) returning id",
            params![title, self.op, self.caller.staff, self.now],
        )?;
        self.batch = Some(id);
        Ok(id)
    }

    /// Starts `work` once this command is committed; answers the job's number.
    pub fn start_job(
        &mut self,
        kind: &str,
        title: &str,
        unit: &str,
        work: impl FnOnce(&JobCx) -> Result<Json> + Send + 'static,
    ) -> Result<i64> {
        let id: i64 = self.returning(
            "insert into job (kind, title, unit, staff_id, state, started_at)
             values (?1, ?2, ?3, ?4, 'running', ?5) returning id",
            params![kind, title, unit, self.caller.staff, self.now],
        )?;
        let work: Work = Box::new(work);
        self.pending.push(Pending { id, op: self.op, work });
        self.tags.insert("job".to_owned());
        Ok(id)
    }

    /// Sets a setting of the shop.
    pub fn set_setting(&mut self, key: &str, value: &impl Serialize) -> Result<()> {
        let text = serde_json::to_string(value).map_err(Error::internal)?;
        let old: Option<String> =
            self.maybe("select value from setting where key = ?1", params![key])?;
        self.writer.exec(
            "insert into setting (key, value) values (?1, ?2)
             on conflict (key) do update set value = excluded.value",
            params![key, &text],
        )?;
        let change = Change {
            table: SETTING.name.to_owned(),
            row: 0,
            kind: "changed".to_owned(),
            fields: [(key.to_owned(), (Json::from(old), Json::from(text)))].into(),
        };
        self.record(&SETTING, 0, change);
        Ok(())
    }

    /// Says that something changed that no row of an audited table shows.
    pub fn tag(&mut self, tag: impl Into<String>) {
        self.tags.insert(tag.into());
    }

    /// The one row of a changing statement of the kernel's own tables (`returning`).
    pub(super) fn returning<T: DeserializeOwned>(&self, sql: &str, params: &[Value]) -> Result<T> {
        Ok(self.writer.returning(sql, params)?)
    }

    /// Runs a changing statement of the kernel's own tables.
    pub(super) fn run(&self, sql: &str, params: &[Value]) -> Result<usize> {
        Ok(self.writer.exec(sql, params)?)
    }

    /// The row as JSON by column names.
    pub(super) fn row_json(&self, table: &Table, id: i64) -> Result<Map<String, Json>> {
        self.maybe_row_json(table, id)?.ok_or_else(|| Error::not_found(table.label, id))
    }

    /// As [`Tx::row_json`], `None` where there is no such row.
    pub(super) fn maybe_row_json(
        &self,
        table: &Table,
        id: i64,
    ) -> Result<Option<Map<String, Json>>> {
        let mut out = None;
        self.each(
            &format!("select * from {} where id = ?1", table.name),
            params![id],
            &mut |row| {
                let mut map = Map::new();
                for i in 0..row.width() {
                    map.insert(row.name(i).to_owned(), row.get(i).to_value().to_json());
                }
                out = Some(map);
                Ok(false)
            },
        )?;
        Ok(out)
    }

    /// Puts a removed row back under its old id; for undo.
    pub(super) fn put_back(
        &mut self,
        table: &'static Table,
        id: i64,
        mut row: Map<String, Json>,
    ) -> Result<()> {
        row.insert("id".to_owned(), Json::from(id));
        insert_row(self.writer, table, &row)?;
        row.remove("id");
        let entity = Self::entity_of(table, id, &row)?;
        let fields = row.into_iter().map(|(k, v)| (k, (Json::Null, v))).collect();
        self.record(
            table,
            entity,
            Change { table: table.name.to_owned(), row: id, kind: "created".to_owned(), fields },
        );
        Ok(())
    }

    fn entity_of(table: &Table, id: i64, row: &Map<String, Json>) -> Result<i64> {
        let Kind::Part { of } = table.kind else { return Ok(id) };
        match row.get(of).and_then(Json::as_i64) {
            Some(entity) => Ok(entity),
            None => Err(Error::internal(format!("{}.{of} is missing in row {id}", table.name))),
        }
    }

    fn record(&mut self, table: &'static Table, entity: i64, mut change: Change) {
        self.touch(table, entity);
        for secret in SECRETS {
            if let Some((old, new)) = change.fields.get_mut(*secret) {
                for side in [old, new] {
                    if !side.is_null() {
                        *side = Json::from("***");
                    }
                }
            }
        }
        self.changes.push((table, entity, change));
    }

    fn touch(&mut self, table: &'static Table, id: i64) {
        self.tags.insert(table.entity.to_owned());
        self.tags.insert(format!("{}:{id}", table.entity));
    }

    fn stale(&self, table: &Table, id: i64, mut now: Map<String, Json>) -> Error {
        for secret in SECRETS {
            now.remove(*secret);
        }
        for (field, seal) in table.sealed {
            if !self.caller.sees(*seal)
                && let Some(value) = now.get_mut(*field)
            {
                *value = Json::from("***");
            }
        }
        let entity = Self::entity_of(table, id, &now).unwrap_or(id);
        let last: Option<(String, i64)> = self
            .maybe(
                "select staff_name, at from audit_event where entity = ?1 and entity_id = ?2
                 order by seq desc limit 1",
                params![table.entity, entity],
            )
            .unwrap_or_default();
        let (by, at) = last.unwrap_or_default();
        let label = table.label;
        let said = if by.is_empty() {
            format!(
                "{label}已被别人改过，你的改动还没有保存。请对照现在的内容，选择保留哪一边后再保存"
            )
        } else {
            let at = self.zone().show(at);
            format!(
                "{label}已被 {by} 在 {at} 改过，你的改动还没有保存。请对照现在的内容，选择保留哪一边后再保存"
            )
        };
        Error::conflict("stale", said)
            .with(serde_json::json!({ "current": now, "by": by, "at": at }))
    }
}

/// Columns whose content is nobody's business: the trail and a conflict only say that they changed.
const SECRETS: &[&str] = &["password"];

/// The settings of the shop, as the history knows them.
pub(super) static SETTING: Table = Table {
    name: "setting",
    entity: "setting",
    label: "设置",
    kind: Kind::Entity,
    fields: &[("key", "设置项"), ("value", "设置值")],
    sealed: &[],
    files: &[],
};

/// Adds many rows of one table fast: one prepared statement, and one event in the trail with their
/// count and sum. The columns are those of the first row; ids rise without gaps inside one bulk.
pub struct BulkInsert {
    sql: String,
    names: Vec<String>,
    /// Which of them go into the sum.
    summed: Vec<bool>,
    bulk: Bulk,
    sum: blake3::Hasher,
}

impl BulkInsert {
    /// Into this table.
    pub fn into(table: &'static Table) -> Self {
        Self {
            sql: String::new(),
            names: Vec::new(),
            summed: Vec::new(),
            bulk: Bulk::of(table, 0, 0),
            sum: blake3::Hasher::new(),
        }
    }

    /// Adds one row; answers its id.
    pub fn add(&mut self, tx: &Tx<'_>, row: &impl Serialize) -> Result<i64> {
        let (names, values): (Vec<String>, Vec<Value>) =
            columns(row)?.into_iter().map(|(name, json)| (name, Value::from_json(json))).unzip();
        self.put(tx, names.iter().map(String::as_str), &values)
    }

    /// As [`BulkInsert::add`], column by column: for those who bring hundreds of thousands, a struct
    /// need not become a tree of JSON first.
    pub fn add_columns<const N: usize>(
        &mut self,
        tx: &Tx<'_>,
        row: [(&'static str, Value); N],
    ) -> Result<i64> {
        let (mut names, mut values) = ([""; N], Vec::with_capacity(N));
        for (slot, (name, value)) in names.iter_mut().zip(row) {
            *slot = name;
            values.push(value);
        }
        self.put(tx, names.into_iter(), &values)
    }

    fn put<'n>(
        &mut self,
        tx: &Tx<'_>,
        names: impl ExactSizeIterator<Item = &'n str>,
        values: &[Value],
    ) -> Result<i64> {
        if self.sql.is_empty() {
            self.names = names.map(str::to_owned).collect();
            self.sql = insert_sql(self.bulk.table, self.names.iter().map(String::as_str));
            self.summed =
                self.names.iter().map(|n| !MOVES_BY_ITSELF.contains(&n.as_str())).collect();
        } else if names.len() != self.names.len() || names.zip(&self.names).any(|(a, b)| a != b) {
            return Err(Error::internal(format!("bulk rows of {} differ", self.bulk.table.name)));
        }
        let id = tx.writer.insert(&self.sql, values)?;
        for (value, _) in values.iter().zip(&self.summed).filter(|(_, summed)| **summed) {
            add_to_sum(&mut self.sum, value);
        }
        if self.bulk.count == 0 {
            self.bulk.first = id;
        }
        self.bulk.last = id;
        self.bulk.count += 1;
        Ok(id)
    }

    /// Hands the count and sum to the trail; answers how many rows there were.
    pub fn done(mut self, tx: &mut Tx<'_>) -> u64 {
        let count = self.bulk.count;
        if count > 0 {
            self.bulk.sum = self.sum.finalize().to_hex().to_string();
            self.bulk.columns = self.names;
            tx.tags.insert(self.bulk.table.entity.to_owned());
            tx.bulk.push(self.bulk);
        }
        count
    }
}

/// Columns that every later change moves without a word in the trail, so no sum can hold them.
pub(super) const MOVES_BY_ITSELF: [&str; 2] = ["version", "updated_at"];

/// Adds a value to the sum of a bulk; a check adds up the same rows again.
pub(super) fn add_to_sum(sum: &mut blake3::Hasher, value: &Value) {
    match value {
        Value::Null => sum.update(b"\0"),
        Value::Int(n) => sum.update(&n.to_le_bytes()),
        Value::Real(x) => sum.update(&x.to_le_bytes()),
        Value::Text(s) => sum.update(s.as_bytes()).update(b"\x1f"),
        Value::Blob(b) => sum.update(b),
    };
}

/// A struct as columns, as the database will hold them: nested things as text, booleans as 0 and 1.
fn columns(row: &impl Serialize) -> Result<Map<String, Json>> {
    match serde_json::to_value(row).map_err(Error::internal)? {
        Json::Object(map) => Ok(map
            .into_iter()
            .map(|(k, v)| {
                let flat = match v {
                    Json::Bool(b) => Json::from(i64::from(b)),
                    Json::Array(_) | Json::Object(_) => Json::from(v.to_string()),
                    plain => plain,
                };
                (k, flat)
            })
            .collect()),
        _ => Err(Error::internal("a row must be a struct")),
    }
}

fn insert_row(writer: &Writer<'_>, table: &Table, fields: &Map<String, Json>) -> Result<i64> {
    let sql = insert_sql(table, fields.keys().map(String::as_str));
    let values: Vec<Value> = fields.values().cloned().map(Value::from_json).collect();
    Ok(writer.insert(&sql, &values)?)
}

fn insert_sql<'n>(table: &Table, names: impl Iterator<Item = &'n str>) -> String {
    let names: Vec<&str> = names.collect();
    let marks: Vec<String> = (1..=names.len()).map(|i| format!("?{i}")).collect();
    let (table, names, marks) = (table.name, names.join(", "), marks.join(", "));
    format!("insert into {table} ({names}) values ({marks})")
}

/// The table a statement changes, when it begins with `verb`.
fn target<'s>(sql: &'s str, verb: &str) -> Option<&'s str> {
    let text = sql.trim_start();
    let head = text.get(..verb.len())?;
    if !head.eq_ignore_ascii_case(verb) {
        return None;
    }
    text[verb.len()..].split_whitespace().next().map(|w| w.split('(').next().unwrap_or(w))
}
