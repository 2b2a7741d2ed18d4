//! Undoing a batch from the trail itself: what was changed gets its old values back, what was made
//! goes, what was removed returns — if nobody has touched it since, and within 30 minutes.

use serde::Deserialize;
use serde_json::{Map, Value as Json};

use super::audit::{Change, Event};
use super::context::Bulk;
use super::{Error, Kind, Result, Table, Tx};
use crate::params;
use crate::store::Value;

/// How long a batch can be undone.
pub const UNDO_FOR_MS: i64 = 30 * 60 * 1000;

#[derive(Deserialize)]
struct Batch {
    title: String,
    staff_id: i64,
    at: i64,
    undone_at: Option<i64>,
}

/// Undoes a batch whole, or refuses and names the first thing that stands in the way.
/// `anytime` lifts the 30 minutes (imports: as long as nothing depends on the rows).
pub fn undo(tx: &mut Tx<'_>, batch: i64, anytime: bool) -> Result<u64> {
    let found: Option<Batch> =
        tx.maybe("select title, staff_id, at, undone_at from batch where id = ?1", params![batch])?;
    let found = found.ok_or_else(|| Error::not_found("批次", batch))?;
    if found.undone_at.is_some() {
        return Err(Error::conflict("undone", format!("“{}”已经撤销过了", found.title)));
    }
    if found.staff_id != tx.caller.staff && !tx.caller.is(super::Post::OpsSupervisor) {
        return Err(Error::forbidden("只有本人或运营主管可以撤销这一批操作"));
    }
    if !anytime && tx.now - found.at > UNDO_FOR_MS {
        return Err(Error::conflict("too_late", "超过 30 分钟，不能整批撤销了；请逐条修改"));
    }
    let events: Vec<Event> =
        tx.all("select * from audit_event where batch_id = ?1 order by seq desc", params![batch])?;
    tx.because(Some(&format!("撤销：{}", found.title)));
    let mut undone = 0;
    for change in events.iter().flat_map(|e| e.changes.iter().rev()) {
        let table = tx
            .core()
            .table(&change.table)
            .ok_or_else(|| Error::internal(format!("no table {}", change.table)))?;
        undone += revert(tx, table, change)?;
    }
    tx.run(
        "update batch set undone_at = ?2, undone_by = ?3 where id = ?1",
        params![batch, tx.now, tx.caller.staff],
    )?;
    tx.tag("batch");
    Ok(undone)
}

fn revert(tx: &mut Tx<'_>, table: &'static Table, change: &Change) -> Result<u64> {
    match change.kind.as_str() {
        "created" => {
            unchanged(
                tx,
                table,
                change.row,
                &change.fields.iter().map(|(k, v)| (k, &v.1)).collect::<Vec<_>>(),
            )?;
            take_away(tx, table, change.row)?;
            Ok(1)
        }
        "changed" => {
            unchanged(
                tx,
                table,
                change.row,
                &change.fields.iter().map(|(k, v)| (k, &v.1)).collect::<Vec<_>>(),
            )?;
            let set: Vec<(&str, Value)> = change
                .fields
                .iter()
                .map(|(name, (old, _))| (name.as_str(), Value::from_json(old.clone())))
                .collect();
            tx.update(table, change.row, None, &set)?;
            Ok(1)
        }
        "removed" => {
            let row: Map<String, Json> =
                change.fields.iter().map(|(k, (old, _))| (k.clone(), old.clone())).collect();
            tx.put_back(table, change.row, row)?;
            Ok(1)
        }
        "bulk" => revert_bulk(tx, table, change),
        other => Err(Error::internal(format!("unknown change {other}"))),
    }
}

/// Every row of a bulk is still as it was made (version 1), and nothing depends on it.
fn revert_bulk(tx: &mut Tx<'_>, table: &'static Table, change: &Change) -> Result<u64> {
    let rows = change.fields.get("rows").map(|(_, new)| new).cloned().unwrap_or_default();
    let bound = |key: &str| rows.get(key).and_then(Json::as_i64).unwrap_or_default();
    let (first, last, count) = (bound("first"), bound("last"), bound("count"));
    let has_version =
        tx.maybe_row_json(table, first)?.is_some_and(|row| row.contains_key("version"));
    if has_version {
        let edited: Option<i64> = tx.maybe(
            &format!(
                "select id from {} where id between ?1 and ?2 and version > 1 limit 1",
                table.name
            ),
            params![first, last],
        )?;
        if let Some(id) = edited {
            return Err(in_the_way(table, id));
        }
    }
    if let Kind::Part { of } = table.kind {
        let things: Vec<i64> = tx.all(
            &format!("select distinct {of} from {} where id between ?1 and ?2", table.name),
            params![first, last],
        )?;
        for thing in things {
            tx.moved(table, thing);
        }
    }
    let gone = tx
        .run(
            &format!("delete from {} where id between ?1 and ?2", table.name),
            params![first, last],
        )
        .map_err(|_| depended(table))?;
    if i64::try_from(gone).unwrap_or(-1) != count {
        return Err(Error::conflict(
            "collides",
            format!("这一批的{}有一部分已被删除，不能整批撤销", table.label),
        ));
    }
    tx.tag(table.entity);
    let core = tx.core();
    for index in core.indexes().iter().filter(|index| std::ptr::eq(index.of, table)) {
        tx.unindex_all(index.name, first, last)?;
    }
    let mut bulk = Bulk::of(table, first, last);
    (bulk.count, bulk.removed) = (gone as u64, true);
    tx.bulk.push(bulk);
    Ok(gone as u64)
}

fn unchanged(tx: &Tx<'_>, table: &Table, row: i64, expect: &[(&String, &Json)]) -> Result<()> {
    let now = tx.row_json(table, row).map_err(|_| in_the_way(table, row))?;
    let same = expect
        .iter()
        .filter(|(k, _)| !matches!(k.as_str(), "version" | "updated_at"))
        .all(|(k, v)| now.get(*k) == Some(v));
    if same { Ok(()) } else { Err(in_the_way(table, row)) }
}

fn take_away(tx: &mut Tx<'_>, table: &'static Table, row: i64) -> Result<()> {
    tx.remove(table, row, None)
        .map_err(|e| if e.code == super::Code::Internal { depended(table) } else { e })
}

fn in_the_way(table: &Table, row: i64) -> Error {
    Error::conflict(
        "collides",
        format!("{}（{row}）在这之后又被改过，不能整批撤销；请逐条修改", table.label),
    )
    .with(serde_json::json!({ "entity": table.entity, "id": row }))
}

fn depended(table: &Table) -> Error {
    Error::conflict("depended", format!("已有别的记录用到这一批的{}，不能撤销", table.label))
}
