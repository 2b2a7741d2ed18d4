//! How many rows of each sort an import has, kept with it.

use serde::Deserialize;

use super::table::IMPORT;
use crate::kernel::{Kept, Stray};
use crate::params;

#[derive(Deserialize)]
struct Counts {
    id: i64,
    no: String,
    new: i64,
    updated: i64,
    unchanged: i64,
    bad: i64,
    warned: i64,
    new_rows: i64,
    updated_rows: i64,
    unchanged_rows: i64,
    bad_rows: i64,
    warned_rows: i64,
}

/// The counts of a preview. A preview that was put away keeps them without its rows.
pub(super) const ROWS: Kept = Kept {
    of: &IMPORT,
    strays: |cx, say| {
        cx.each(
            "select b.id, b.no, b.new, b.updated, b.unchanged, b.bad, b.warned,
                coalesce(r.new, 0) as new_rows, coalesce(r.updated, 0) as updated_rows,
                coalesce(r.unchanged, 0) as unchanged_rows, coalesce(r.bad, 0) as bad_rows,
                coalesce(r.warned, 0) as warned_rows
             from import_batch b left join (
                select import_id, count(*) filter (where class = 'new') as new,
                    count(*) filter (where class = 'update') as updated,
                    count(*) filter (where class = 'unchanged') as unchanged,
                    count(*) filter (where class = 'error') as bad, sum(warned) as warned
                from import_row group by import_id) r on r.import_id = b.id
             where b.state <> 'discarded'
             order by b.id",
            params![],
            &mut |row| {
                let b: Counts = crate::store::from_row(row)?;
                let sorts = [
                    ("新增", b.new, b.new_rows),
                    ("更新", b.updated, b.updated_rows),
                    ("无变化", b.unchanged, b.unchanged_rows),
                    ("错误", b.bad, b.bad_rows),
                    ("提醒", b.warned, b.warned_rows),
                ];
                for (what, kept, right) in sorts.into_iter().filter(|(_, a, b)| a != b) {
                    let (kept, right) = (kept.to_string(), right.to_string());
                    say(Stray { id: b.id, name: b.no.clone(), what, kept, right });
                }
                Ok(true)
            },
        )
    },
    follows: &[],
    redo: None,
};
