//! The trail: append-only, each event chained to the one before by its hash, with old → new per field.
//!
//! Events are written by the door when a command ends, from what the transaction recorded; a command
//! cannot write a row of an audited table around it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::rights::Caller;
use super::{Cx, Result, Table};
use crate::params;
use crate::store::{Ask, Store, StoreResult, Writer};

/// One change to one row, as recorded by the transaction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The table.
    pub table: String,
    /// The row.
    pub row: i64,
    /// `created`, `changed` or `removed`.
    pub kind: String,
    /// For each field: old, new. A created row has only new ones, a removed row only old ones.
    pub fields: BTreeMap<String, (Json, Json)>,
}

/// One event as stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Position in the chain.
    pub seq: i64,
    /// UTC milliseconds.
    pub at: i64,
    /// Who; 0 is the program itself.
    pub staff_id: i64,
    /// Their name at the time.
    pub staff_name: String,
    /// Under which hat.
    pub post: Option<String>,
    /// The acting cover that gave the hat.
    pub acting_id: Option<i64>,
    /// On which device.
    pub device: String,
    /// `ui`, `cli`, `import`, `rule`.
    pub source: String,
    /// The operation.
    pub op: String,
    /// The thing's kind; absent for a refusal.
    pub entity: Option<String>,
    /// The thing.
    pub entity_id: Option<i64>,
    /// Life cycle: from.
    pub from_state: Option<String>,
    /// Life cycle: to.
    pub to_state: Option<String>,
    /// Why, in the person's words; for a refusal its message.
    pub reason: Option<String>,
    /// The bulk operation or import it belongs to.
    pub batch_id: Option<i64>,
    /// Refused: the code.
    pub refused: Option<String>,
    /// The changes.
    pub changes: Vec<Change>,
    /// The hash of the event before.
    pub prev_hash: String,
    /// The hash of this event.
    pub hash: String,
}

/// What an event is about, before it gets its place in the chain.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub op: &'static str,
    pub entity: Option<&'static str>,
    pub entity_id: Option<i64>,
    pub reason: Option<String>,
    pub batch_id: Option<i64>,
    pub refused: Option<String>,
    pub changes: Vec<Change>,
    /// Life cycle: from and to.
    pub states: States,
}

/// The state that a thing came from and the one it ended in, as far as it moved.
pub(super) type States = (Option<String>, Option<String>);

/// What a command did to the state of the thing itself: several steps in one are told as one, from
/// the first to the last. The states of its parts are their own.
pub(super) fn states(of: &Table, id: i64, changes: &[Change]) -> States {
    let mut moves = changes
        .iter()
        .filter(|c| c.table == of.name && c.row == id)
        .filter_map(|c| c.fields.get("state"));
    let text = |json: &Json| json.as_str().map(str::to_owned);
    let Some((from, first)) = moves.next() else { return States::default() };
    let (from, to) = (text(from), text(moves.next_back().map_or(first, |(_, to)| to)));
    if from == to { States::default() } else { (from, to) }
}

/// Appends an event, under the hat that the caller has on.
pub(super) fn append(
    writer: &Writer<'_>,
    caller: &Caller,
    now: i64,
    draft: Draft,
) -> StoreResult<i64> {
    let last: Option<(i64, String)> = (writer as &dyn Ask)
        .maybe("select seq, hash from audit_event order by seq desc limit 1", params![])?;
    let (seq, prev_hash) = last.map_or((1, String::new()), |(seq, hash)| (seq + 1, hash));
    let (from_state, to_state) = draft.states;
    let mut event = Event {
        seq,
        at: now,
        staff_id: caller.staff,
        staff_name: caller.name.clone(),
        post: caller.hat().and_then(|hat| hat.post).map(|post| post.code().to_owned()),
        acting_id: caller.hat().and_then(|hat| hat.acting),
        device: caller.device.clone(),
        source: caller.source.to_owned(),
        op: draft.op.to_owned(),
        entity: draft.entity.map(str::to_owned),
        entity_id: draft.entity_id,
        from_state,
        to_state,
        reason: draft.reason,
        batch_id: draft.batch_id,
        refused: draft.refused,
        changes: draft.changes,
        prev_hash,
        hash: String::new(),
    };
    event.hash = digest(&event);
    let changes = serde_json::to_string(&event.changes).unwrap_or_default();
    writer.exec(
        "insert into audit_event (seq, at, staff_id, staff_name, post, acting_id, device, source, op,
            entity, entity_id, from_state, to_state, reason, batch_id, refused, changes, prev_hash, hash)
         values (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19)",
        params![
            seq, now, event.staff_id, event.staff_name, event.post, event.acting_id, event.device,
            event.source, event.op, event.entity, event.entity_id, event.from_state,
            event.to_state, event.reason, event.batch_id, event.refused, changes,
            event.prev_hash, event.hash,
        ],
    )?;
    Ok(seq)
}

/// The hash over everything in the event but itself.
fn digest(event: &Event) -> String {
    let mut plain = event.clone();
    plain.hash = String::new();
    let bytes = serde_json::to_vec(&plain).unwrap_or_default();
    blake3::hash(&bytes).to_hex().to_string()
}

/// When the newest event was written; `None` before the first.
pub(super) fn latest(store: &Store) -> StoreResult<Option<i64>> {
    let reader = store.read()?;
    (&reader as &dyn Ask).maybe("select at from audit_event order by seq desc limit 1", params![])
}

/// Walks the whole chain; answers how many events stand and where it first breaks.
pub fn verify(ask: &dyn Ask) -> StoreResult<(i64, Option<i64>)> {
    let mut prev = String::new();
    let mut count = 0;
    let mut broken = None;
    ask.each("select * from audit_event order by seq", params![], &mut |row| {
        let event: Event = crate::store::from_row(row)?;
        let expected = count + 1;
        if event.seq != expected || event.prev_hash != prev || event.hash != digest(&event) {
            broken = Some(expected);
            return Ok(false);
        }
        count += 1;
        prev = event.hash;
        Ok(true)
    })?;
    Ok((count, broken))
}

/// One line of a thing's history, as a page shows it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct HistoryLine {
    /// Position in the chain.
    pub seq: i64,
    /// UTC milliseconds.
    pub at: i64,
    /// Who.
    pub by: String,
    /// Under which hat: a post's code.
    pub hat: Option<String>,
    /// The hat came from an acting cover.
    pub acting: bool,
    /// The operation.
    pub action: String,
    /// What it is called.
    pub action_label: String,
    /// Life cycle: from.
    pub from_state: Option<String>,
    /// Life cycle: to.
    pub to_state: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Field by field.
    pub changes: Vec<FieldChange>,
    /// The bulk operation it belongs to.
    pub batch: Option<i64>,
}

/// One field's change.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FieldChange {
    /// The column.
    pub field: String,
    /// Its Chinese name.
    pub label: String,
    /// Before.
    pub old: Json,
    /// After.
    pub new: Json,
}

/// The history of one thing, newest first, with columns hidden that the caller may not see.
pub fn history(cx: &Cx<'_>, entity: &str, id: i64) -> Result<Vec<HistoryLine>> {
    let events: Vec<Event> = cx.all(
        "select * from audit_event where entity = ?1 and entity_id = ?2 order by seq desc limit 500",
        params![entity, id],
    )?;
    let mut lines: Vec<HistoryLine> = events.into_iter().map(|e| line(cx, e)).collect();
    let bulk: Option<Event> = cx.maybe(
        "select e.* from audit_bulk b join audit_event e on e.seq = b.seq
         where b.entity = ?1 and ?2 between b.first and b.last order by e.seq desc limit 1",
        params![entity, id],
    )?;
    lines.extend(bulk.map(|e| line(cx, Event { changes: Vec::new(), ..e })));
    Ok(lines)
}

/// Whether an event's hash still fits its content.
pub(super) fn fits(event: &Event) -> bool {
    event.hash == digest(event)
}

/// Recorded changes field by field, with columns hidden that the caller may not see.
pub(super) fn field_changes(cx: &Cx<'_>, changes: &[Change]) -> Vec<FieldChange> {
    let mut out = Vec::new();
    for change in changes {
        let table = cx.core().table(&change.table);
        for (field, (old, new)) in &change.fields {
            if table.is_some_and(|t| t.moves_by_itself(field)) {
                continue;
            }
            let hidden = table.and_then(|t| t.seal(field)).is_some_and(|f| !cx.caller.sees(f));
            let show = |json: &Json| if hidden { Json::from("***") } else { json.clone() };
            out.push(FieldChange {
                label: table.map_or_else(|| field.clone(), |t| t.field_label(field).to_owned()),
                field: field.clone(),
                old: show(old),
                new: show(new),
            });
        }
    }
    out
}

pub(super) fn line(cx: &Cx<'_>, event: Event) -> HistoryLine {
    HistoryLine {
        changes: field_changes(cx, &event.changes),
        seq: event.seq,
        at: event.at,
        by: event.staff_name,
        hat: event.post,
        acting: event.acting_id.is_some(),
        action_label: cx.core().title_of(&event.op).to_owned(),
        action: event.op,
        from_state: event.from_state,
        to_state: event.to_state,
        reason: event.reason,
        batch: event.batch_id,
    }
}
