//! Export of a big list to Excel through the door, against a bare loop of the spreadsheet library over
//! the same rows, read by bare rusqlite. One way a run, so that each run's peak of memory is its own:
//!
//! ```text
//! export_speed fill DIR ROWS    a shop with so many listings
//! export_speed ours DIR LOGIN   lists.export of all listings, as that member of staff
//! export_speed bare DIR         the bare loop
//! ```
//!
//! `ours` and `bare` print one object: `{"way", "rows", "ms", "peak_kb", "bytes"}`.

use std::path::Path;
use std::time::Instant;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use rust_xlsxwriter::Workbook;
use serde_json::json;
use shopdesk::Shop;
use shopdesk::kernel::BulkInsert;
use shopdesk::listings::{Bulk, NewListing, NewSku, SHOP};
use shopdesk::products::{PRODUCT, SKU};

type Anything<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Anything<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let (way, begun, (rows, bytes)) = match args[..] {
        ["fill", dir, rows] => return fill(Path::new(dir), rows.parse()?),
        ["ours", dir, login] => ("ours", Instant::now(), ours(Path::new(dir), login)?),
        ["bare", dir] => ("bare", Instant::now(), bare(Path::new(dir))?),
        _ => return Err("export_speed fill DIR ROWS | ours DIR LOGIN | bare DIR".into()),
    };
    let ms = u64::try_from(begun.elapsed().as_millis())?;
    println!(
        "{}",
        json!({ "way": way, "rows": rows, "ms": ms, "peak_kb": peak(), "bytes": bytes })
    );
    Ok(())
}

/// The most memory this process ever had, in KB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|l| l.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|n| n.parse().ok()).unwrap_or_default()
}

/// Through the door, until the file is kept.
fn ours(dir: &Path, login: &str) -> Anything<(u64, u64)> {
    let shop = Shop::open(dir)?;
    let caller = shop.local(login, "cli")?;
    let mut events = shop.core().feed().listen();
    let args = json!({ "list": "listings", "columns": COLUMNS.map(|(key, _)| key) });
    let started = shop.ask(&caller, "lists.export", args)?;
    loop {
        let jobs = shop.ask(&caller, "jobs.list", json!({}))?;
        let job = jobs.as_array().and_then(|all| all.iter().find(|j| j["id"] == started["job"]));
        let job = job.ok_or("the job is gone")?;
        match job["state"].as_str() {
            Some("running") => drop(events.blocking_recv()),
            Some("done") => {
                let made = &job["result"];
                return Ok((
                    made["rows"].as_u64().unwrap_or_default(),
                    made["bytes"].as_u64().unwrap_or_default(),
                ));
            }
            _ => return Err(job.to_string().into()),
        }
    }
}

/// The columns of the list, with their SQL.
const COLUMNS: [(&str, &str); 13] = [
    ("product_code", "(select p.code from product p where p.id = l.product_id)"),
    ("title", "l.title"),
    ("shop", "(select s.name from shop s where s.id = l.shop_id)"),
    ("channel", "(select c.title from channel c where c.id = l.channel_id)"),
    ("item_id", "l.item_id"),
    ("category", "l.category"),
    ("state", "l.state"),
    ("price", "l.price"),
    ("currency", "l.currency"),
    ("qty", "l.qty"),
    ("completeness_bp", "l.completeness_bp"),
    ("live_at", "l.live_at"),
    ("updated_at", "l.updated_at"),
];

fn bare(dir: &Path) -> Anything<(u64, u64)> {
    let db = Connection::open_with_flags(dir.join("shop.db"), OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let select: Vec<&str> = COLUMNS.iter().map(|(_, sql)| *sql).collect();
    let sql = format!(
        "select {} from listing l order by l.updated_at desc, l.id desc",
        select.join(", ")
    );
    let mut statement = db.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let folder = tempfile::tempdir_in(dir)?;
    let path = folder.path().join("bare.xlsx");
    let mut book = Workbook::new();
    book.set_tempdir(folder.path())?;
    let sheet = book.add_worksheet_with_constant_memory()?;
    for (column, (key, _)) in (0_u16..).zip(COLUMNS) {
        sheet.write_string(0, column, key)?;
    }
    let mut line = 0;
    while let Some(row) = rows.next()? {
        line += 1;
        for column in 0..COLUMNS.len() {
            let at = u16::try_from(column)?;
            match row.get_ref(column)? {
                ValueRef::Text(text) => {
                    sheet.write_string(line, at, std::str::from_utf8(text)?)?;
                }
                #[expect(clippy::cast_precision_loss, reason = "as Excel keeps numbers")]
                ValueRef::Integer(n) => {
                    sheet.write_number(line, at, n as f64)?;
                }
                _ => {}
            }
        }
    }
    book.save(&path)?;
    Ok((u64::from(line), std::fs::metadata(&path)?.len()))
}

/// A shop with so many listings, brought in as an import brings them.
fn fill(dir: &Path, rows: i64) -> Anything<()> {
    let shop = Shop::open(dir)?;
    let (channel, at) = shop.core().write_unasked("fill", |tx| {
        shopdesk::staff::ops::add_person(tx, "linwan", "林晚", &["ops_supervisor"])?;
        let channel: i64 = tx.one("select id from channel where code = 'taobao'", &[])?;
        let row = json!({ "code": "TB1", "name": "淘宝女装店", "channel_id": channel,
                          "created_at": tx.now, "updated_at": tx.now });
        Ok((channel, tx.insert(&SHOP, &row)?))
    })?;
    for first in (0..rows).step_by(50_000) {
        shop.core().write_unasked("fill", |tx| {
            let now = tx.now;
            let (mut products, mut skus) = (BulkInsert::into(&PRODUCT), BulkInsert::into(&SKU));
            let mut listings = Bulk::new();
            for n in first..rows.min(first + 50_000) {
                let code = format!("PD-{n:07}");
                let title = format!("羊毛双面呢大衣 秋冬新款 通勤 {n}");
                let row =
                    json!({ "code": code, "title": title, "created_at": now, "updated_at": now });
                let product_id = products.add(tx, &row)?;
                let row = json!({ "product_id": product_id, "code": format!("SKU{n:07}"),
                                  "label": "均码", "created_at": now, "updated_at": now });
                let sku_id = skus.add(tx, &row)?;
                let listing = NewListing {
                    product_id,
                    shop_id: at,
                    channel_id: channel,
                    item_id: format!("67890123{n:011}"),
                    title,
                    category: "女装 > 毛呢外套".to_owned(),
                    state: "live".to_owned(),
                    price: 29_900 + n % 500,
                    list_price: None,
                    currency: "CNY".to_owned(),
                    qty: n % 300,
                    sku_count: 1,
                    completeness_bp: 9_000,
                    picture: None,
                    live_at: Some(now),
                    created_at: now,
                    updated_at: now + n,
                };
                let sku = NewSku { sku_id, outer_id: None, price: 29_900, qty: n % 300 };
                listings.add(tx, &listing, &[sku], (&code, &listing.title))?;
            }
            products.done(tx);
            skus.done(tx);
            listings.done(tx);
            Ok(())
        })?;
    }
    Ok(())
}
