//! A durable `listings.set_price` through the door, against the same rows written by bare rusqlite
//! with the same settings into a copy of the same database: the SKU, the listing, the price's history,
//! the sync list, the trail, the feed; in one transaction that the disk has before the answer.

use anyhow::{Result, ensure};
use rusqlite::{Connection, params};
use serde_json::json;

use crate::shop::{Large, bare, call, copy};
use crate::{Row, timing};

const TURNS: usize = 401;

struct Target {
    listing: i64,
    sku: i64,
    price: i64,
}

pub fn measure(large: &mut Large) -> Result<Vec<Row>> {
    let (shop, caller, dir) = large.open()?;
    let targets = targets(&bare(dir)?)?;
    let conn = bare(&copy(dir)?)?;
    ensure!(targets.len() >= 2 * TURNS + 2, "too few listings to measure");
    let (mine, others) = targets.split_at(TURNS + 1);
    let (mut mine, mut others) = (mine.iter(), others.iter());
    let times = timing::compare(
        TURNS,
        || {
            let Some(it) = mine.next() else { return Ok(()) };
            let price = json!({ "amount": it.price + 100, "currency": "CNY" });
            let args = json!({ "id": it.listing, "price": price, "reason": "跟价" });
            call(shop, caller, "listings.set_price", &args).map(drop)
        },
        || others.next().map_or(Ok(()), |it| by_hand(&conn, it)),
    )?;
    Ok(vec![timing::row(
        "a durable `listings.set_price` through the door",
        "the same rows written by bare rusqlite, same pragmas",
        times,
        2.0,
        "≤ 2×",
    )])
}

/// Live listings with one SKU that cost well under their price, spread over the table. A run uses some of
/// them up, and the shop is kept: there are enough for a hundred runs.
fn targets(conn: &Connection) -> Result<Vec<Target>> {
    let mut statement = conn.prepare(
        "select l.id, k.id, k.price from listing l join listing_sku k on k.listing_id = l.id
         join sku s on s.id = k.sku_id join shop h on h.id = l.shop_id
         where l.state = 'live' and l.sku_count = 1 and l.violation = 0 and h.code = 'TM1'
           and k.price > 2 * s.cost and k.price > 5000 and l.id % 7 = 0
           and not exists (select 1 from price_history y where y.listing_id = l.id)
         order by l.id desc limit 4000",
    )?;
    let all = statement
        .query_map([], |r| Ok(Target { listing: r.get(0)?, sku: r.get(1)?, price: r.get(2)? }))?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

fn by_hand(conn: &Connection, it: &Target) -> Result<()> {
    let (now, new) = (1_795_399_200_000_i64, it.price + 100);
    conn.prepare_cached("begin immediate")?.execute([])?;
    conn.prepare_cached(
        "update listing_sku set price = ?2, version = version + 1, updated_at = ?3 where id = ?1",
    )?
    .execute(params![it.sku, new, now])?;
    conn.prepare_cached(
        "insert into price_history (listing_id, listing_sku_id, old, new, at, by_id, source)
         values (?1, ?2, ?3, ?4, ?5, 1, 'direct')",
    )?
    .execute(params![it.listing, it.sku, it.price, new, now])?;
    conn.prepare_cached(
        "insert into sync_item (listing_id, shop_id, listing_sku_id, kind, old, new, since, by_id)
         select ?1, shop_id, ?2, 'price', ?3, ?4, ?5, 1 from listing where id = ?1",
    )?
    .execute(params![it.listing, it.sku, it.price.to_string(), new.to_string(), now])?;
    conn.prepare_cached(
        "update listing set price = ?2, version = version + 1, updated_at = ?3 where id = ?1",
    )?
    .execute(params![it.listing, new, now])?;
    // The event of the trail is as long as the door's own: three rows with their old and new values.
    conn.prepare_cached(
        "insert into audit_event (seq, at, staff_id, staff_name, post, device, source, op, entity,
            entity_id, reason, changes, prev_hash, hash)
         select coalesce(max(seq), 0) + 1, ?1, 2, '林婉', 'ops_supervisor', '', 'cli',
            'listings.set_price', 'listing', ?2, '跟价', ?3, ?4, ?4 from audit_event",
    )?
    .execute(params![now, it.listing, "x".repeat(760), "0".repeat(64)])?;
    conn.prepare_cached("insert into feed (at, tags) values (?1, ?2)")?
        .execute(params![now, format!("[\"listing\",\"listing:{}\"]", it.listing)])?;
    conn.prepare_cached("commit")?.execute([])?;
    Ok(())
}
