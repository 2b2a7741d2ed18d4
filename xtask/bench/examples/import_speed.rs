//! How much longer the import of a table of products takes than a bare loop that reads the csv and
//! inserts the same rows into the same tables: `cargo run --release -p shopdesk-bench --example
//! import_speed -- 100000`. Prints one line of JSON.
//!
//! The import is the whole way as `shopdesk import` goes it: sniffed, recognised, read, compared with
//! the shop, every record kept for its preview, checked again and committed with its trail. The bare
//! loop writes what the import writes, durably, in one transaction: products, SKUs, their words in the
//! full-text index, the row of the import for each record, the events of the trail. It checks nothing.

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::{Connection, params};
use shopdesk::Shop;
use shopdesk::imports::{RunOptions, run_file};
use shopdesk::store::{DATABASE, tokens, with_initials};

type Anything<T> = Result<T, Box<dyn std::error::Error>>;

const COLOURS: [&str; 5] = ["米白", "雾蓝", "焦糖", "黑色", "豆沙粉"];
const GOODS: [&str; 5] =
    ["醋酸通勤连衣裙", "法式方领衬衫", "高腰阔腿西裤", "羊毛双面呢大衣", "针织开衫"];

#[expect(clippy::cast_possible_truncation, reason = "prices of a few hundred")]
fn whole(number: f64) -> i64 {
    number.round() as i64
}

/// A table as a warehouse exports it: a product a line, each with one SKU.
fn table(rows: usize) -> String {
    let mut out = String::from("商品编码,标题,品牌,颜色,SKU编码,条码,成本价,重量(克)\r\n");
    for n in 0..rows {
        let (good, colour) = (GOODS[n % GOODS.len()], COLOURS[n / 5 % COLOURS.len()]);
        let _ = write!(
            out,
            "KD{n:06},\"{good} 秋冬新款 {n}\",云上衣舍,{colour},KD{n:06}-01,69{:010},{}.{:02},{}\r\n",
            n * 7,
            30 + n % 200,
            n % 100,
            200 + n % 900
        );
    }
    out
}

fn shop(folder: &Path) -> Anything<Shop> {
    let shop = Shop::open(folder)?;
    shop.core().write_unasked("bench", |tx| {
        shopdesk::staff::ops::add_person(tx, "boss", "测速", &["ops_supervisor"])
    })?;
    Ok(shop)
}

fn ours(folder: &Path, file: &Path, rows: usize) -> Anything<Duration> {
    let shop = shop(folder)?;
    let boss = shop.local("boss", "import")?;
    let started = Instant::now();
    let reports = run_file(shop.core(), &boss, file, &RunOptions::default())?;
    let took = started.elapsed();
    let report = reports.first().ok_or("no report")?;
    if report.batch.is_none() || usize::try_from(report.rows_ok)? != rows {
        return Err(
            format!("not imported: {:?} {:?}", report.refused, report.rows_bad.first()).into()
        );
    }
    Ok(took)
}

fn bare(folder: &Path, file: &Path) -> Anything<Duration> {
    drop(shop(folder)?);
    let mut conn = Connection::open(folder.join(DATABASE))?;
    conn.pragma_update(None, "journal_mode", "wal")?;
    conn.pragma_update(None, "synchronous", "full")?;
    conn.pragma_update(None, "foreign_keys", "on")?;
    conn.pragma_update(None, "temp_store", "memory")?;
    conn.pragma_update(None, "cache_size", -16_000)?;
    let now = 1_795_399_200_000_i64;
    let started = Instant::now();
    let tx = conn.transaction()?;
    let import = once(&tx, now)?;
    let (mut first, mut last) = (i64::MAX, 0);
    {
        let mut product = tx.prepare(
            "insert into product (code, title, category_id, brand, season, state, notes, options,
                created_by, created_at, updated_at)
             values (?1, ?2, null, ?3, '', 'ready', '', ?4, 1, ?5, ?5)",
        )?;
        let mut sku = tx.prepare(
            "insert into sku (product_id, code, barcode, options, label, position, cost, weight_g,
                created_at, updated_at) values (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, ?8, ?8)",
        )?;
        let mut words = tx.prepare("insert into search_product (rowid, words) values (?1, ?2)")?;
        let mut record = tx.prepare(
            "insert into import_row (import_id, row_no, class, key, title, warned, problems,
                warnings, changes, cells, picture)
             values (?1, ?2, 'new', ?3, ?4, 0, '[]', '[]', ?5, '[]', null)",
        )?;
        let mut reader = csv::Reader::from_path(file)?;
        let mut row = csv::StringRecord::new();
        let mut number = 1_i64;
        while reader.read_record(&mut row)? {
            number += 1;
            let cell = |i: usize| row.get(i).unwrap_or_default();
            let cost: f64 = cell(6).parse()?;
            let weight: i64 = cell(7).parse()?;
            let options = format!("[{{\"name\":\"颜色\",\"values\":[\"{}\"]}}]", cell(3));
            product.execute(params![cell(0), cell(1), cell(2), options, now])?;
            let id = tx.last_insert_rowid();
            (first, last) = (first.min(id), id);
            let option = format!("[{{\"name\":\"颜色\",\"value\":\"{}\"}}]", cell(3));
            let cost = whole(cost * 100.0);
            sku.execute(params![id, cell(4), cell(5), option, cell(3), cost, weight, now])?;
            let text = format!("{} {} {} {}", with_initials(cell(1)), cell(0), cell(4), cell(5));
            words.execute(params![id, tokens(&text)])?;
            let changes = format!(
                "[{{\"label\":\"标题\",\"old\":\"\",\"new\":\"{}\"}},{{\"label\":\"品牌\",\"old\":\"\",\
                 \"new\":\"{}\"}},{{\"label\":\"SKU\",\"old\":\"\",\"new\":\"1 个\"}}]",
                cell(1),
                cell(2)
            );
            record.execute(params![import, number, cell(0), cell(1), changes])?;
        }
    }
    trail(&tx, now, first, last)?;
    tx.commit()?;
    Ok(started.elapsed())
}

/// The one row that stands for the import; answers its id.
fn once(tx: &Connection, now: i64) -> Anything<i64> {
    tx.execute(
        "insert into import_batch (no, file, name, document, position, state, choices, staff_id, at)
         values ('IM-1', 'f', '商品.csv', '商品.csv', 0, 'committed', '{}', 1, ?1)",
        [now],
    )?;
    Ok(tx.last_insert_rowid())
}

/// The two events of the trail, one for all products and one for all SKUs, and the feed's line.
fn trail(tx: &Connection, now: i64, first: i64, last: i64) -> Anything<()> {
    for entity in ["product", "sku"] {
        tx.execute(
            "insert into audit_event (seq, at, staff_id, staff_name, device, source, op, entity,
                changes, prev_hash, hash)
             select coalesce(max(seq), 0) + 1, ?1, 1, '测速', '', 'import', 'imports.commit', ?2,
                '[]', ?3, ?3 from audit_event",
            params![now, entity, "0".repeat(64)],
        )?;
        tx.execute(
            "insert into audit_bulk (seq, entity, first, last, count)
             select max(seq), ?1, ?2, ?3, ?3 - ?2 + 1 from audit_event",
            params![entity, first, last],
        )?;
    }
    tx.execute("insert into feed (at, tags) values (?1, '[\"product\"]')", [now])?;
    Ok(())
}

fn main() -> Anything<()> {
    let rows: usize = std::env::args().nth(1).map_or(Ok(100_000), |n| n.parse())?;
    let only = std::env::args().nth(2);
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("商品.csv");
    std::fs::write(&file, table(rows))?;
    let mut best = (Duration::MAX, Duration::MAX);
    let rounds = if only.is_some() { 1 } else { 3 };
    for round in 0..rounds {
        if only.as_deref() != Some("bare") {
            best.0 = best.0.min(ours(&folder.path().join(format!("ours{round}")), &file, rows)?);
        }
        if only.as_deref() != Some("ours") {
            best.1 = best.1.min(bare(&folder.path().join(format!("bare{round}")), &file)?);
        }
    }
    println!(
        "{{\"rows\":{rows},\"ours_s\":{:.3},\"bare_s\":{:.3},\"ratio\":{:.3}}}",
        best.0.as_secs_f64(),
        best.1.as_secs_f64(),
        best.0.as_secs_f64() / best.1.as_secs_f64()
    );
    Ok(())
}
