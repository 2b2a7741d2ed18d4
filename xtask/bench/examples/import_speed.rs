//! How much longer the import of a table of products takes than a bare loop that reads the csv and
//! inserts the same rows into the same tables: `cargo run --release -p shopdesk-bench --example
//! import_speed -- 100000`. Prints one line of JSON.
//!
//! The import is the whole way as `shopdesk import` goes it: sniffed, recognised, read, compared with
//! the shop, every record kept for its preview, checked again and committed with its trail. The bare
//! loop writes products, SKUs and their words in the full-text index, durably, in one transaction.

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
    conn.pragma_update(None, "cache_size", -16_000)?;
    let now = 1_795_399_200_000_i64;
    let started = Instant::now();
    let tx = conn.transaction()?;
    {
        let mut product = tx.prepare(
            "insert into product (code, title, brand, notes, options, created_by, created_at, updated_at)
             values (?1, ?2, ?3, ?4, ?5, 1, ?6, ?6)",
        )?;
        let mut sku = tx.prepare(
            "insert into sku (product_id, code, barcode, options, label, position, cost, weight_g,
                created_at, updated_at) values (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, ?8, ?8)",
        )?;
        let mut words = tx.prepare("insert into search_product (rowid, words) values (?1, ?2)")?;
        let mut reader = csv::Reader::from_path(file)?;
        let mut row = csv::StringRecord::new();
        while reader.read_record(&mut row)? {
            let cell = |i: usize| row.get(i).unwrap_or_default();
            let cost: f64 = cell(6).parse()?;
            let weight: i64 = cell(7).parse()?;
            product.execute(params![
                cell(0),
                cell(1),
                cell(2),
                "",
                format!("[{{\"name\":\"颜色\",\"values\":[\"{}\"]}}]", cell(3)),
                now
            ])?;
            let id = tx.last_insert_rowid();
            sku.execute(params![
                id,
                cell(4),
                cell(5),
                format!("[{{\"name\":\"颜色\",\"value\":\"{}\"}}]", cell(3)),
                cell(3),
                whole(cost * 100.0),
                weight,
                now
            ])?;
            let text = format!("{} {} {} {}", with_initials(cell(1)), cell(0), cell(4), cell(5));
            words.execute(params![id, tokens(&text)])?;
        }
    }
    tx.commit()?;
    Ok(started.elapsed())
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
