//! Workbooks that were made on their days: the supervisor's of every week, and lists that people took.

use serde_json::{Value as Json, json};

use super::diary::{Diary, World};
use crate::imports::finished;
use crate::kernel::Result;

pub(super) fn plan(diary: &mut Diary) {
    let calendar = diary.calendar;
    // 每周一早上看上一周。
    for week in 1..=4_i64 {
        let ago = week * 7 - 3;
        for (kind, minute) in [("R16", 9 * 60 + 2), ("R19", 9 * 60 + 6)] {
            diary.note(calendar.past(ago, minute), move |world| {
                let day = |ago: i64| world.calendar.today().plus(-ago);
                let args = json!({ "kind": kind, "from": day(ago + 7), "to": day(ago + 1) });
                made(world, "linwan", "reports.make", &args)
            });
        }
    }
    diary.note(calendar.past(12, 16 * 60 + 20), |world| {
        let args = json!({ "list": "sync", "query": { "tab": "open" },
            "columns": ["title", "shop", "item_id", "outer_id", "old", "new"] });
        made(world, "huanglei", "lists.export", &args)
    });
    diary.note(calendar.past(5, 11 * 60 + 35), |world| {
        let args = json!({ "list": "products", "query": { "tab": "on_sale" }, "format": "csv" });
        made(world, "qinchuan", "lists.export", &args)
    });
}

fn made(world: &World, who: &str, name: &str, args: &Json) -> Result<()> {
    let _: Json = finished(world.shop.core(), world.who(who)?, name, args)?;
    Ok(())
}
