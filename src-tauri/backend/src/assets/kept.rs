//! What is kept beside the rows of this room: how often a request came back, and under which keys its
//! pictures are found by likeness.

use std::collections::BTreeSet;

use super::rules::bands;
use super::table;
use crate::kernel::{Kept, Stray};
use crate::params;

/// How often a request came back.
pub(super) const RETAKES: Kept = Kept {
    of: &table::REQUEST,
    strays: |cx, say| {
        cx.each(
            "select r.id, r.no, r.retake_count, r.fault_count,
                coalesce(t.times, 0), coalesce(t.faults, 0)
             from asset_request r left join (
                select request_id, count(*) as times, sum(counts) as faults
                from asset_retake group by request_id) t on t.request_id = r.id
             where r.retake_count <> coalesce(t.times, 0) or r.fault_count <> coalesce(t.faults, 0)
             order by r.id",
            params![],
            &mut |row| {
                let (id, name, times, faults, right_times, right_faults): (
                    i64,
                    String,
                    i64,
                    i64,
                    i64,
                    i64,
                ) = crate::store::from_row(row)?;
                let both =
                    [("返工次数", times, right_times), ("计入考核的返工", faults, right_faults)];
                for (what, kept, right) in both.into_iter().filter(|(_, a, b)| a != b) {
                    let (kept, right) = (kept.to_string(), right.to_string());
                    say(Stray { id, name: name.clone(), what, kept, right });
                }
                Ok(true)
            },
        )
    },
    follows: &[],
    redo: Some(|tx, id| {
        let (times, faults): (i64, i64) = tx.one(
            "select count(*), coalesce(sum(counts), 0) from asset_retake where request_id = ?1",
            params![id],
        )?;
        let set = [("retake_count", times.into()), ("fault_count", faults.into())];
        tx.update(&table::REQUEST, id, None, &set).map(drop)
    }),
};

/// Under which keys a picture is found again.
pub(super) const LIKENESS: Kept = Kept {
    of: &table::VERSION,
    strays: |cx, say| {
        cx.each(PICTURES, params![], &mut |row| {
            let (id, no, version, likeness, kept): (i64, String, i64, Option<String>, String) =
                crate::store::from_row(row)?;
            let kept: BTreeSet<i64> = kept.split(' ').filter_map(|key| key.parse().ok()).collect();
            let right = keys(likeness.as_deref());
            if kept != right {
                say(Stray {
                    id,
                    name: format!("{no} v{version}"),
                    what: "图片指纹",
                    kept: format!(
                        "{} 个，其中 {} 个不对",
                        kept.len(),
                        kept.difference(&right).count()
                    ),
                    right: format!("{} 个", right.len()),
                });
            }
            Ok(true)
        })
    },
    follows: &[],
    redo: Some(|tx, id| {
        let likeness: Option<String> = tx.one(
            "select case when v.is_source = 0 then f.likeness end
             from asset_version v join file f on f.hash = v.file where v.id = ?1",
            params![id],
        )?;
        tx.exec(&table::LIKENESS, "delete from asset_likeness where version_id = ?1", params![id])?;
        for key in keys(likeness.as_deref()) {
            tx.exec(
                &table::LIKENESS,
                "insert into asset_likeness (key, version_id) values (?1, ?2)",
                params![key, id],
            )?;
        }
        Ok(())
    }),
};

const PICTURES: &str = "select v.id, r.no, v.no, case when v.is_source = 0 then f.likeness end,
        coalesce(k.keys, '')
     from asset_version v join asset_request r on r.id = v.request_id join file f on f.hash = v.file
     left join (select version_id, string_agg(cast(key as text), ' ') as keys
        from asset_likeness group by version_id) k on k.version_id = v.id
     order by v.id";

fn keys(likeness: Option<&str>) -> BTreeSet<i64> {
    likeness.and_then(|text| text.parse().ok()).into_iter().flat_map(bands).collect()
}
