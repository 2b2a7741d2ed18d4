//! How much longer a described workbook takes than a bare loop over the same cells:
//! `cargo run --release -p shopdesk-workbook --example speed -- 200000`. With a second argument,
//! `ours` or `bare`, only that one runs (to look at its memory).

use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use chrono_tz::Asia::Shanghai;
use shopdesk_workbook::{Cell, Column, Cover, Currency, Kind, Row, Rows, Sheet, Workbook, write};

type Anything = Result<(), Box<dyn std::error::Error>>;

const STATES: [&str; 4] = ["待发货", "已发货", "已完成", "退款中"];

fn order(n: u32) -> String {
    format!("19306800{:011}", u64::from(n) * 7_919)
}

fn ours(path: &Path, rows: u32) -> Anything {
    let money = Kind::Money { currency: Currency::CNY };
    let columns = vec![
        Column::new("order", "订单编号", Kind::Id),
        Column::new("shop", "店铺", Kind::Text),
        Column::new("title", "商品标题", Kind::Text),
        Column::new("sku", "商家编码", Kind::Id),
        Column::new("pieces", "件数", Kind::Integer).sum(),
        Column::new("price", "单价", money),
        Column::new("paid", "实付", money).sum(),
        Column::new("rate", "折扣", Kind::Percent),
        Column::new("day", "下单日", Kind::Day),
        Column::new("at", "付款时间", Kind::Instant),
        Column::new("state", "状态", Kind::Text),
        Column::new("weight", "重量", Kind::Number { decimals: 3 }).sum(),
    ];
    let day = NaiveDate::from_ymd_opt(2026, 11, 11).unwrap_or_default();
    let rows = Rows::Push(Box::new(move |sink| {
        let mut row = Row::new();
        for n in 0..rows {
            let pieces = i64::from(n % 5 + 1);
            row.extend([
                Cell::from(order(n)),
                Cell::from("云栖旗舰店"),
                Cell::from(format!("羊毛双面呢大衣 秋冬新款 {n}")),
                Cell::from(format!("YQ-{:05}", n % 30_000)),
                Cell::Integer(pieces),
                Cell::Money(29_900),
                Cell::Money(29_900 * pieces),
                Cell::Number(0.85),
                Cell::Day(day),
                Cell::Instant(1_794_326_400_000 + i64::from(n) * 137),
                Cell::from(STATES[n as usize % 4]),
                Cell::Number(f64::from(n % 1000) / 1000.0),
            ]);
            sink(&mut row)?;
        }
        Ok(())
    }));
    let cover = Cover { title: "订单".into(), ..Cover::default() };
    let book = Workbook::report(cover, Shanghai).sheet(Sheet::new("订单", columns, rows));
    write(book, path, &mut |_| ControlFlow::Continue(()))?;
    Ok(())
}

fn bare(path: &Path, rows: u32) -> Anything {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.set_tempdir(path.parent().unwrap_or(Path::new(".")))?;
    let sheet = book.add_worksheet_with_constant_memory()?;
    for n in 0..rows {
        let line = n + 1;
        let pieces = f64::from(n % 5 + 1);
        sheet.write_string(line, 0, order(n))?;
        sheet.write_string(line, 1, "云栖旗舰店")?;
        sheet.write_string(line, 2, format!("羊毛双面呢大衣 秋冬新款 {n}"))?;
        sheet.write_string(line, 3, format!("YQ-{:05}", n % 30_000))?;
        sheet.write_number(line, 4, pieces)?;
        sheet.write_number(line, 5, 299.0)?;
        sheet.write_number(line, 6, 299.0 * pieces)?;
        sheet.write_number(line, 7, 0.85)?;
        sheet.write_number(line, 8, 46_337.0)?;
        sheet.write_number(line, 9, 46_337.0 + f64::from(n) * 137.0 / 86_400_000.0)?;
        sheet.write_string(line, 10, STATES[n as usize % 4])?;
        sheet.write_number(line, 11, f64::from(n % 1000) / 1000.0)?;
    }
    book.save(path)?;
    Ok(())
}

fn timed(make: impl Fn() -> Anything) -> Result<Duration, Box<dyn std::error::Error>> {
    let start = Instant::now();
    make()?;
    Ok(start.elapsed())
}

fn main() -> Anything {
    let mut arguments = std::env::args().skip(1);
    let rows: u32 = arguments.next().map_or(Ok(200_000), |rows| rows.parse())?;
    let only = arguments.next();
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("speed.xlsx");
    match only.as_deref() {
        Some("ours") => println!("ours {:?}", timed(|| ours(&path, rows))?),
        Some("bare") => println!("bare {:?}", timed(|| bare(&path, rows))?),
        _ => {
            // By turns, the best of each: what else the machine does falls on both.
            let (mut best_bare, mut best_ours) = (Duration::MAX, Duration::MAX);
            for _ in 0..3 {
                best_bare = best_bare.min(timed(|| bare(&path, rows))?);
                best_ours = best_ours.min(timed(|| ours(&path, rows))?);
            }
            let ratio = best_ours.as_secs_f64() / best_bare.as_secs_f64();
            println!("{rows} rows: bare {best_bare:?}, ours {best_ours:?}, ratio {ratio:.2}");
            let size =
                |make: fn(&Path, u32) -> Anything| -> Result<u64, Box<dyn std::error::Error>> {
                    make(&path, rows)?;
                    Ok(std::fs::metadata(&path)?.len())
                };
            println!("bytes: bare {}, ours {}", size(bare)?, size(ours)?);
        }
    }
    Ok(())
}
