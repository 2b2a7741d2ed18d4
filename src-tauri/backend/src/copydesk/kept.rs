//! What is kept beside the rows of this room: which version of a text is the newest and how long it
//! is, and under which keys it is found by likeness.

use std::collections::BTreeSet;

use super::alike;
use super::table::{self, COPY_DOC};
use crate::kernel::{Kept, Stray};
use crate::params;

/// The newest version and its length.
pub(super) const TEXTS: Kept = Kept {
    of: &COPY_DOC,
    strays: |cx, say| {
        cx.each(
            "select d.id, d.no, d.current, d.char_count, coalesce(n.newest, 0),
                coalesce(v.char_count, 0)
             from copy_doc d
             left join (select doc_id, max(no) as newest from copy_version group by doc_id) n
                on n.doc_id = d.id
             left join copy_version v on v.doc_id = d.id and v.no = n.newest
             where d.current <> coalesce(n.newest, 0) or d.char_count <> coalesce(v.char_count, 0)
             order by d.id",
            params![],
            &mut |row| {
                let (id, name, current, chars, newest, right): (i64, String, i64, i64, i64, i64) =
                    crate::store::from_row(row)?;
                let both = [("当前版本", current, newest), ("字数", chars, right)];
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
        let (newest, chars): (i64, i64) = tx.one(
            "select coalesce(max(no), 0), coalesce((select v.char_count from copy_version v
                where v.doc_id = ?1 order by v.no desc limit 1), 0)
             from copy_version where doc_id = ?1",
            params![id],
        )?;
        let set = [("current", newest.into()), ("char_count", chars.into())];
        tx.update(&COPY_DOC, id, None, &set).map(drop)
    }),
};

/// Under which keys the newest text is found again.
pub(super) const LIKENESS: Kept = Kept {
    of: &COPY_DOC,
    strays: |cx, say| {
        cx.each(
            "select d.id, d.no, coalesce(v.body, ''), coalesce(k.keys, '')
             from copy_doc d
             left join copy_version v on v.doc_id = d.id and v.no = d.current
             left join (select doc_id, string_agg(cast(key as text), ' ') as keys
                from copy_likeness group by doc_id) k on k.doc_id = d.id
             order by d.id",
            params![],
            &mut |row| {
                let (id, name, body, kept): (i64, String, String, String) =
                    crate::store::from_row(row)?;
                let kept: BTreeSet<i64> =
                    kept.split(' ').filter_map(|key| key.parse().ok()).collect();
                let right = alike::keys_of(&body);
                if kept != right {
                    let wrong = kept.difference(&right).count();
                    say(Stray {
                        id,
                        name,
                        what: table::LIKENESS.label,
                        kept: format!("{} 个，其中 {wrong} 个不对", kept.len()),
                        right: format!("{} 个", right.len()),
                    });
                }
                Ok(true)
            },
        )
    },
    follows: &[],
    redo: Some(|tx, id| {
        let text: String = tx.one(
            "select coalesce(v.body, '') from copy_doc d
             left join copy_version v on v.doc_id = d.id and v.no = d.current where d.id = ?1",
            params![id],
        )?;
        alike::note(tx, id, &text)
    }),
};
