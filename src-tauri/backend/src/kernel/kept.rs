//! What is kept beside the rows because working it out each time would be too slow: sums, copies of a
//! column, fingerprints, the words of the full-text indexes. Each is declared once, by the room whose
//! rows they belong to: how it is worked out, and which other tables' changes it follows. From that
//! the door keeps it in step, [`super::check`] finds what has gone astray, and [`repair`] mends it.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::audit::Change;
use super::door::Core;
use super::rights::Caller;
use super::{Cx, Result, Table, Tx};
use crate::params;
use crate::store::Scratch;

/// Rows whose kept part depends on another row.
#[derive(Debug, Clone, Copy)]
pub struct Follow {
    /// The table whose changes are followed.
    pub table: &'static Table,
    /// Only changes of these columns count; of any column when there are none.
    pub columns: &'static [&'static str],
    /// Which rows depend on the thing `?1` that changed; the thing itself when `None`.
    pub rows: Option<&'static str>,
}

impl Follow {
    /// The thing itself, by these columns of one of its tables.
    pub const fn own(table: &'static Table, columns: &'static [&'static str]) -> Self {
        Self { table, columns, rows: None }
    }

    /// The rows that depend on a change of these columns.
    pub const fn of(
        table: &'static Table,
        columns: &'static [&'static str],
        rows: &'static str,
    ) -> Self {
        Self { table, columns, rows: Some(rows) }
    }

    fn counts(&self, table: &Table, change: Option<&Change>) -> bool {
        std::ptr::eq(self.table, table)
            && change.is_none_or(|change| {
                self.columns.is_empty()
                    || self.columns.iter().any(|column| change.fields.contains_key(*column))
            })
    }

    fn ids(&self, cx: &Cx<'_>, thing: i64) -> Result<Vec<i64>> {
        match self.rows {
            None => Ok(vec![thing]),
            Some(sql) => cx.all(sql, params![thing]),
        }
    }
}

/// Figures that a room keeps beside its rows.
#[derive(Debug, Clone, Copy)]
pub struct Kept {
    /// The table that holds them.
    pub of: &'static Table,
    /// Finds those that are not what the rows give.
    pub strays: fn(&Cx<'_>, &mut dyn FnMut(Stray)) -> Result<()>,
    /// What they follow besides the room's own commands, which see to them themselves.
    pub follows: &'static [Follow],
    /// Works out those of one row anew; `None` where nothing but the rows could say which is right.
    pub redo: Option<fn(&mut Tx<'_>, i64) -> Result<()>>,
}

/// A kept figure that is not what the rows give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stray {
    /// The row, as [`Kept::redo`] takes it.
    pub id: i64,
    /// The row in words: `CR-20261123-001`.
    pub name: String,
    /// The figure's name: 在售库存.
    pub what: &'static str,
    /// What is kept.
    pub kept: String,
    /// What the rows give.
    pub right: String,
}

/// The words of rows, by id.
pub type Words = Vec<(i64, String)>;

/// A full-text index, and what words its rows give.
#[derive(Debug, Clone, Copy)]
pub struct Index {
    /// Its name, as the migration made it.
    pub name: &'static str,
    /// The table whose ids it has.
    pub of: &'static Table,
    /// The words of the rows whose ids are in this range, both ends included.
    pub words: fn(&Cx<'_>, i64, i64) -> Result<Words>,
    /// Whose changes change the words.
    pub follows: &'static [Follow],
}

impl Index {
    /// Puts a row's words into the index as they are now; takes them out where the row is gone.
    pub fn put(&self, tx: &Tx<'_>, id: i64) -> Result<()> {
        match (self.words)(tx, id, id)?.pop() {
            Some((_, text)) => tx.index(self.name, id, &text),
            None => tx.unindex(self.name, id),
        }
    }
}

/// Works out anew what depends on the rows that this transaction has changed. What was brought in in
/// bulk is seen to by whoever brought it, or told by [`Tx::moved`].
pub(super) fn keep_in_step(tx: &mut Tx<'_>) -> Result<()> {
    let core = tx.core();
    let (mut done, mut words) = (BTreeSet::new(), BTreeSet::new());
    let mut at = 0;
    loop {
        // What is worked out anew is itself a change that others may follow.
        let (table, thing, change) = match tx.changes.get(at) {
            Some((table, thing, change)) => (*table, *thing, Some(change)),
            None => match tx.moved.pop_first() {
                Some((name, thing)) => match core.table(name) {
                    Some(table) => (table, thing, None),
                    None => continue,
                },
                None => break,
            },
        };
        let mut due = Vec::new();
        for (n, kept) in core.kept().iter().enumerate() {
            for follow in kept.follows.iter().filter(|f| f.counts(table, change)) {
                for id in follow.ids(tx, thing)? {
                    due.push((n, id));
                }
            }
        }
        for (n, index) in core.indexes().iter().enumerate() {
            for follow in index.follows.iter().filter(|f| f.counts(table, change)) {
                words.extend(follow.ids(tx, thing)?.into_iter().map(|id| (n, id)));
            }
        }
        at += usize::from(change.is_some());
        for (n, id) in due {
            if let Some(Kept { of, redo: Some(redo), .. }) = core.kept().get(n)
                && done.insert((n, id))
                && tx.maybe_row_json(of, id)?.is_some()
            {
                redo(tx, id)?;
            }
        }
    }
    for (n, id) in words {
        core.indexes()[n].put(tx, id)?;
    }
    Ok(())
}

/// So many rows' words are worked out at a time.
const PAGE: i64 = 2_000;

/// An entry of an index that does not have the words of its row.
pub(super) enum Wrong {
    /// The row is not in the index.
    Missing,
    /// Its words are others.
    Other,
    /// The index has a row that is not there.
    Surplus,
}

/// Holds an index against its rows, both ways.
pub(super) fn compare(cx: &Cx<'_>, index: &Index, say: &mut dyn FnMut(i64, Wrong)) -> Result<()> {
    let mut have = cx.dialect().entries(cx.ask, index.name)?;
    let mut scratch = Scratch::new()?;
    let next = format!(
        "select max(page.id) from (select id from {} where id > ?1 order by id limit {PAGE}) page",
        index.of.name
    );
    let mut after = 0;
    while let Some(last) = cx.one::<Option<i64>>(&next, params![after])? {
        let texts = (index.words)(cx, after + 1, last)?;
        let mut want = scratch.prints(&texts)?;
        for (id, _) in texts {
            match (have.remove(&id), want.remove(&id)) {
                (None, Some(_)) => say(id, Wrong::Missing),
                (has, wants) if has != wants => say(id, Wrong::Other),
                _ => {}
            }
        }
        after = last;
    }
    let mut left: Vec<i64> = have.into_keys().collect();
    left.sort_unstable();
    for id in left {
        say(id, Wrong::Surplus);
    }
    Ok(())
}

/// Works out anew everything that has gone astray and can be worked out; answers how many rows.
/// What was changed around the trail stays in the check's report: that it happened remains true.
pub fn repair(core: &Arc<Core>) -> Result<u64> {
    let (astray, words) = core.read(&Caller::system(), |cx| {
        let mut astray: BTreeSet<(usize, i64)> = BTreeSet::new();
        for (n, kept) in core.kept().iter().enumerate().filter(|(_, k)| k.redo.is_some()) {
            (kept.strays)(cx, &mut |stray| {
                astray.insert((n, stray.id));
            })?;
        }
        let mut words: HashMap<usize, Vec<i64>> = HashMap::new();
        for (n, index) in core.indexes().iter().enumerate() {
            compare(cx, index, &mut |id, _| words.entry(n).or_default().push(id))?;
        }
        Ok((astray, words))
    })?;
    if astray.is_empty() && words.is_empty() {
        return Ok(0);
    }
    core.write_unasked("system.repair", |tx| {
        for (n, id) in &astray {
            if let Some(redo) = core.kept().get(*n).and_then(|kept| kept.redo) {
                redo(tx, *id)?;
            }
        }
        for (n, ids) in &words {
            for id in ids {
                core.indexes()[*n].put(tx, *id)?;
            }
        }
        Ok(())
    })?;
    Ok((astray.len() + words.values().map(Vec::len).sum::<usize>()) as u64)
}
