//! The first page of a filtered, sorted list of a million rows, through the door (JSON in, JSON out),
//! against its own SQL by bare rusqlite.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use shopdesk::kernel::list::{ListInput, page_sql};
use shopdesk::store::Value;

use crate::shop::{Large, bare, call, read_all, refused};
use crate::{Row, timing};

pub fn measure(large: &mut Large) -> Result<Vec<Row>> {
    let (shop, caller, dir) = large.open()?;
    let args = json!({
        "tab": "live",
        "filters": [{ "field": "price", "op": "ge", "value": 20_000 }],
        "sort": [{ "field": "updated_at", "desc": true }],
        "limit": 50,
    });
    let input: ListInput = serde_json::from_value(args.clone())?;
    let core = shop.core();
    let list = core.list("listings").context("no list of listings")?;
    let (sql, params) = core.read(caller, |cx| page_sql(cx, list, &input)).map_err(refused)?;
    let params: Vec<rusqlite::types::Value> = params.into_iter().map(plain).collect();
    let conn = bare(dir)?;
    ensure!(read_all(&conn, &sql, &params)? >= 50, "the list is too short to measure");
    let times = timing::compare(
        301,
        || call(shop, caller, "listings.list", &args).map(drop),
        || read_all(&conn, &sql, &params).map(drop),
    )?;
    Ok(vec![timing::row(
        "first page of 50 of a filtered, sorted list, 1 M listings, through the door",
        "the same SQL by bare rusqlite",
        times,
        1.5,
        "≤ 1.5×",
    )])
}

/// A bound value as the bare engine takes it.
fn plain(value: Value) -> rusqlite::types::Value {
    match value {
        Value::Null => rusqlite::types::Value::Null,
        Value::Int(n) => rusqlite::types::Value::Integer(n),
        Value::Real(x) => rusqlite::types::Value::Real(x),
        Value::Text(s) => rusqlite::types::Value::Text(s),
        Value::Blob(b) => rusqlite::types::Value::Blob(b),
    }
}
