//! What is written is read back by another program, cell by cell.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook};
use chrono_tz::Asia::Shanghai;
use shopdesk_workbook::{
    Allow, BadRow, Cell, Chart, ChartKind, Column, Compare, Cover, CsvFor, Currency, Definition,
    Error, Kind, Options, Place, Progress, Rows, Rule, Series, Sheet, Tone, Total, Workbook,
    Written, as_text, bad_rows, cumulative_shares, write, write_csv, write_with,
};

fn go(_: Progress<'_>) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Folder {
        Folder(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(self.0.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

fn cover() -> Cover {
    Cover {
        title: "上架与价格变更".into(),
        document: "RP-20261123-001".into(),
        shop: "云栖旗舰店".into(),
        period: "2026-11-01 至 2026-11-22".into(),
        cut_off: Some(1_795_363_199_000),
        author: "林运营".into(),
        generated_at: 1_795_400_000_000,
        masks: vec!["成本价".into()],
        filters: vec![("店铺".into(), "云栖旗舰店".into())],
        definitions: vec![Definition::new("转化率", "支付买家数 ÷ 访客数", "生意参谋日报")],
        batches: vec!["IM-20261122-003 订单报表.xlsx".into()],
        remarks: Vec::new(),
    }
}

fn read(path: &Path, sheet: &str) -> Range<Data> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    book.worksheet_range(sheet).unwrap()
}

fn part(path: &Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut archive.by_name(name).unwrap(), &mut text).unwrap();
    text
}

fn moment(cell: &Data) -> (u16, u8, u8, u8, u8) {
    let Data::DateTime(at) = cell else { panic!("{cell:?} is no date") };
    let (year, month, day, hour, minute, ..) = at.to_ymd_hms_milli();
    (year, month, day, hour, minute)
}

fn one_of_each() -> Vec<Column> {
    vec![
        Column::new("title", "标题", Kind::Text),
        Column::new("order", "订单编号", Kind::Id),
        Column::new("pieces", "件数", Kind::Integer).sum(),
        Column::new("weight", "重量", Kind::Number { decimals: 3 }).total(Total::Average),
        Column::new("price", "金额", Kind::Money { currency: Currency::CNY }).sum(),
        Column::new("rate", "转化率", Kind::Percent),
        Column::new("day", "日期", Kind::Day),
        Column::new("at", "付款时间", Kind::Instant),
        Column::new("hot", "爆款", Kind::Bool),
        Column::new("link", "链接", Kind::Link),
        Column::new("cost", "成本", Kind::Money { currency: Currency::CNY }).sum(),
    ]
}

fn row(order: &str, pieces: i64, fen: i64) -> Vec<Cell> {
    vec![
        Cell::from("羊毛大衣"),
        Cell::from(order.to_owned()),
        Cell::Integer(pieces),
        Cell::Number(1.25),
        Cell::Money(fen),
        Cell::ratio(1, 8),
        Cell::day("2026-11-11"),
        Cell::Instant(1_794_326_400_000),
        Cell::Bool(true),
        Cell::link("https://item.example.com/1", "查看"),
        Cell::Masked,
    ]
}

fn both_ways(rows: Vec<Vec<Cell>>) -> [Rows<'static>; 2] {
    [Rows::List(rows.clone()), Rows::each(rows)]
}

#[test]
fn every_kind_of_cell_reads_back_as_what_it_is_listed_or_streamed() {
    for rows in both_ways(vec![row("1930680000000000001", 2, 12_345), row("0012", 3, -5)]) {
        let folder = Folder::new();
        let path = folder.file("a.xlsx");
        let book =
            Workbook::report(cover(), Shanghai).sheet(Sheet::new("全部", one_of_each(), rows));
        write(book, &path, &mut go).unwrap();

        let cells = read(&path, "全部");
        let first: Vec<&Data> = (0..11).map(|at| cells.get_value((1, at)).unwrap()).collect();
        assert_eq!(first[0], &Data::String("羊毛大衣".into()));
        assert_eq!(first[1], &Data::String("1930680000000000001".into()));
        assert_eq!(first[2].as_f64(), Some(2.0));
        assert_eq!(first[3].as_f64(), Some(1.25));
        assert_eq!(first[4].as_f64(), Some(123.45));
        assert_eq!(first[5].as_f64(), Some(0.125));
        assert_eq!(moment(first[6]), (2026, 11, 11, 0, 0), "a day is a date, not text");
        assert_eq!(moment(first[7]), (2026, 11, 11, 0, 0), "in the shop's zone, not UTC");
        assert_eq!(first[8], &Data::String("是".into()));
        assert_eq!(first[9], &Data::String("查看".into()));
        assert_eq!(first[10], &Data::String("***".into()));
        assert_eq!(cells.get_value((2, 1)), Some(&Data::String("0012".into())));
        assert_eq!(cells.get_value((2, 4)).unwrap().as_f64(), Some(-0.05));
    }
}

#[test]
fn totals_are_formulas_that_follow_the_filter_and_carry_their_value() {
    for rows in both_ways(vec![row("1", 2, 12_345), row("2", 3, -5)]) {
        let folder = Folder::new();
        let path = folder.file("a.xlsx");
        let book = Workbook::plain(Shanghai).sheet(Sheet::new("订单", one_of_each(), rows));
        write(book, &path, &mut go).unwrap();

        let cells = read(&path, "订单");
        assert_eq!(cells.get_value((3, 0)), Some(&Data::String("合计".into())));
        assert_eq!(cells.get_value((3, 2)).unwrap().as_f64(), Some(5.0));
        assert_eq!(cells.get_value((3, 3)).unwrap().as_f64(), Some(1.25));
        assert_eq!(cells.get_value((3, 4)).unwrap().as_f64(), Some(123.40));
        assert_eq!(
            cells.get_value((3, 10)),
            Some(&Data::String("***".into())),
            "what is masked is not given away by its total"
        );
        let mut book: Xlsx<_> = open_workbook(&path).unwrap();
        let formulas = book.worksheet_formula("订单").unwrap();
        assert_eq!(formulas.get_value((3, 2)).unwrap(), "SUBTOTAL(109,C2:C3)");
        assert!(part(&path, "xl/worksheets/sheet1.xml").contains("<autoFilter ref=\"A1:K3\""));
    }
}

#[test]
fn a_list_ends_with_how_many_rows_the_filter_leaves_counted_where_every_row_has_something() {
    let columns = || {
        vec![
            Column::new("note", "备注", Kind::Text).total(Total::Rows),
            Column::new("order", "订单编号", Kind::Id),
            Column::new("pieces", "件数", Kind::Integer).sum(),
        ]
    };
    let rows: Vec<_> = (1..=1_200_i64)
        .map(|n| vec![Cell::Empty, Cell::from(n.to_string()), Cell::Integer(2)])
        .collect();
    for rows in both_ways(rows) {
        let folder = Folder::new();
        let path = folder.file("a.xlsx");
        write(Workbook::plain(Shanghai).sheet(Sheet::new("订单", columns(), rows)), &path, &mut go)
            .unwrap();
        let cells = read(&path, "订单");
        assert_eq!(cells.get_value((1201, 0)), Some(&Data::String("合计 1,200 行".into())));
        assert_eq!(cells.get_value((1201, 2)).unwrap().as_f64(), Some(2_400.0));
        let mut book: Xlsx<_> = open_workbook(&path).unwrap();
        let formulas = book.worksheet_formula("订单").unwrap();
        let count = formulas.get_value((1201, 0)).unwrap();
        assert!(count.contains("SUBTOTAL(103,B2:B1201)"), "{count}");
    }
}

#[test]
fn a_sheet_too_wide_to_read_on_one_page_is_printed_on_two_with_its_first_columns_on_both() {
    let columns: Vec<_> = (0..12)
        .map(|n| {
            Column::new("c", format!("第{n}列"), Kind::Text).width(if n == 0 { 10.0 } else { 30.0 })
        })
        .collect();
    let row: Vec<Cell> = (0..12).map(|n| Cell::from(n.to_string())).collect();
    let folder = Folder::new();
    let path = folder.file("a.xlsx");
    let sheet = Sheet::new("宽", columns, Rows::List(vec![row])).freeze(1);
    write(Workbook::plain(Shanghai).sheet(sheet), &path, &mut go).unwrap();
    let xml = part(&path, "xl/worksheets/sheet1.xml");
    assert!(xml.contains("fitToWidth=\"2\"") && xml.contains("fitToHeight=\"0\""), "{xml}");
    let names = part(&path, "xl/workbook.xml");
    assert!(names.contains("宽!$A:$A,宽!$1:$1"), "{names}");
}

#[test]
fn a_rate_is_totalled_from_its_parts_and_a_zero_denominator_shows_a_dash() {
    let columns = || {
        vec![
            Column::new("shop", "店铺", Kind::Text),
            Column::new("buyers", "买家", Kind::Integer).sum(),
            Column::new("visitors", "访客", Kind::Integer).sum(),
            Column::new("rate", "转化率", Kind::Percent)
                .total(Total::Ratio { part: "buyers", whole: "visitors" }),
        ]
    };
    let shop = |name: &'static str, buyers, visitors| {
        vec![
            Cell::from(name),
            Cell::Integer(buyers),
            Cell::Integer(visitors),
            Cell::ratio(buyers, visitors),
        ]
    };
    let folder = Folder::new();
    let path = folder.file("a.xlsx");
    let rows = vec![shop("甲", 1, 10), shop("乙", 30, 90), shop("丙", 0, 0)];
    let idle = vec![shop("丙", 0, 0)];
    let book = Workbook::plain(Shanghai)
        .sheet(Sheet::new("店铺", columns(), Rows::List(rows)))
        .sheet(Sheet::new("停业", columns(), Rows::List(idle)));
    write(book, &path, &mut go).unwrap();
    let cells = read(&path, "店铺");
    assert_eq!(cells.get_value((3, 3)), Some(&Data::String("—".into())));
    assert_eq!(cells.get_value((4, 3)).unwrap().as_f64(), Some(0.31));
    assert_eq!(read(&path, "停业").get_value((2, 3)), Some(&Data::String("—".into())));
}

#[test]
fn text_that_looks_like_a_formula_stays_text() {
    let evil = ["=1+1", "+86 138", "-5", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\")"];
    let rows: Vec<Vec<Cell>> =
        evil.iter().map(|&text| vec![Cell::from(text), Cell::from(text)]).collect();
    let columns = || vec![Column::new("t", "标题", Kind::Text), Column::new("i", "编码", Kind::Id)];
    for rows in both_ways(rows) {
        let folder = Folder::new();
        let path = folder.file("a.xlsx");
        let book = Workbook::plain(Shanghai).sheet(Sheet::new("文本", columns(), rows));
        write(book, &path, &mut go).unwrap();
        let cells = read(&path, "文本");
        for (at, text) in (1..).zip(evil) {
            let text = text.replace('\r', "\n");
            assert_eq!(cells.get_value((at, 0)), Some(&Data::String(text.clone())));
            assert_eq!(cells.get_value((at, 1)), Some(&Data::String(text)));
        }
        assert!(!part(&path, "xl/worksheets/sheet1.xml").contains("<f>"));
        assert!(part(&path, "xl/styles.xml").contains("quotePrefix=\"1\""));
    }
}

#[test]
fn a_sheet_of_no_rows_has_its_head_and_says_so() {
    for rows in both_ways(Vec::new()) {
        let folder = Folder::new();
        let path = folder.file("a.xlsx");
        let sheet = Sheet::new("订单", one_of_each(), rows).chart(Chart::new(
            "图",
            ChartKind::Line,
            "day",
            vec![Series::of("price")],
        ));
        let book = Workbook::report(cover(), Shanghai).sheet(sheet);
        let written = write(book, &path, &mut go).unwrap();
        assert_eq!(written.rows, 0);
        assert_eq!(written.sheets, ["封面与口径", "图表", "订单"]);
        let cells = read(&path, "订单");
        assert_eq!(cells.get_value((0, 1)), Some(&Data::String("订单编号".into())));
        assert!(
            cells.rows().flatten().any(|cell| cell == &Data::String("所选范围没有数据。".into()))
        );
    }
}

fn counted() -> Vec<Column> {
    vec![
        Column::new("order", "订单编号", Kind::Id),
        Column::new("fen", "金额", Kind::Money { currency: Currency::CNY }).sum(),
        Column::new("mean", "均值", Kind::Number { decimals: 2 }).total(Total::Average),
    ]
}

#[test]
fn more_rows_than_a_sheet_holds_go_on_the_next_one_and_the_totals_still_add_up() {
    let folder = Folder::new();
    let path = folder.file("a.xlsx");
    let rows =
        Rows::each((1..=25_i64).map(|n| {
            vec![Cell::from(n.to_string()), Cell::Money(n * 100), Cell::Number(n as f64)]
        }));
    let book = Workbook::report(cover(), Shanghai).sheet(Sheet::new("订单", counted(), rows));
    let options = Options { rows_per_sheet: 15, ..Options::default() };
    let written = write_with(book, &path, &options, &mut go).unwrap();
    assert_eq!(written.sheets, ["封面与口径", "订单", "订单 (2)", "订单 (3)"]);
    assert_eq!(written.rows, 25);

    let mut ids = Vec::new();
    for name in &written.sheets[1..] {
        let cells = read(&path, name);
        assert!(cells.height() <= 15);
        assert_eq!(cells.get_value((0, 0)), Some(&Data::String("订单编号".into())));
        for row in cells.rows().skip(1) {
            match row[0].as_string().unwrap().parse::<i64>() {
                Ok(id) => ids.push(id),
                Err(_) => break,
            }
        }
    }
    assert_eq!(ids, (1..=25).collect::<Vec<_>>(), "no row is lost or written twice");
    let last = read(&path, "订单 (3)");
    let all = last.rows().find(|row| row[0] == Data::String("全部合计".into())).unwrap();
    assert_eq!(all[1].as_f64(), Some(325.0));
    assert_eq!(all[2].as_f64(), Some(13.0));
    let listed = read(&path, "封面与口径");
    assert!(
        listed
            .rows()
            .flatten()
            .any(|cell| cell == &Data::String("订单（第 2 部分，共 3 部分）".into()))
    );
}

#[test]
fn the_fingerprint_depends_on_the_data_alone() {
    let digest = |rows: Rows<'static>, per_sheet: u32| -> String {
        let folder = Folder::new();
        let book = Workbook::plain(Shanghai).sheet(Sheet::new("订单", counted(), rows));
        let options = Options { rows_per_sheet: per_sheet, ..Options::default() };
        write_with(book, &folder.file("a.xlsx"), &options, &mut go).unwrap().digest
    };
    let rows = |first: i64| {
        (1..=30_i64)
            .map(|n| {
                let fen = if n == 1 { first } else { n };
                vec![Cell::from(n.to_string()), Cell::Money(fen), Cell::Number(0.5)]
            })
            .collect::<Vec<_>>()
    };
    let whole = digest(Rows::List(rows(1)), 1_000);
    assert_eq!(whole.len(), 64);
    assert_eq!(whole, digest(Rows::each(rows(1)), 1_000));
    assert_eq!(whole, digest(Rows::each(rows(1)), 15));
    assert_ne!(whole, digest(Rows::each(rows(2)), 1_000), "one fen more is other data");
}

#[test]
fn cancelling_or_a_failing_source_leaves_nothing_behind_and_the_old_file_untouched() {
    let folder = Folder::new();
    let path = folder.file("a.xlsx");
    std::fs::write(&path, "昨天的报表").unwrap();
    let endless = || {
        Rows::Pull(Box::new(|row| {
            row.extend([Cell::from("1"), Cell::Money(1), Cell::Dash]);
            Ok(true)
        }))
    };
    let mut heard = 0;
    let stopped = write(
        Workbook::plain(Shanghai).sheet(Sheet::new("订单", counted(), endless())),
        &path,
        &mut |progress| {
            heard += 1;
            if progress.rows >= 6_000 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        },
    );
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert_eq!(heard, 3);

    let broken = Rows::Push(Box::new(|sink| {
        sink(&mut vec![Cell::from("1"), Cell::Money(1), Cell::Dash])?;
        Err("数据库正忙".into())
    }));
    let failed = write(
        Workbook::plain(Shanghai).sheet(Sheet::new("订单", counted(), broken)),
        &path,
        &mut go,
    );
    let message = failed.unwrap_err().to_string();
    assert_eq!(message, "表「订单」的数据读取失败：数据库正忙");

    let late = write(
        Workbook::plain(Shanghai).sheet(Sheet::new(
            "订单",
            counted(),
            Rows::each((0..200_000).map(|n: i64| {
                vec![Cell::from((n * 7_919).to_string()), Cell::Money(n), Cell::Dash]
            })),
        )),
        &path,
        &mut |progress| match progress.phase {
            shopdesk_workbook::Phase::Rows => ControlFlow::Continue(()),
            shopdesk_workbook::Phase::Saving => ControlFlow::Break(()),
        },
    );
    assert!(matches!(late, Err(Error::Cancelled)), "packing can be cancelled too");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "昨天的报表");
    assert_eq!(folder.names(), ["a.xlsx"], "no half-written file is left");
}

#[test]
fn a_folder_that_is_not_there_is_a_sentence_not_a_panic() {
    let folder = Folder::new();
    let path = folder.file("没有/a.xlsx");
    let book =
        Workbook::plain(Shanghai).sheet(Sheet::new("订单", counted(), Rows::List(Vec::new())));
    let error = write(book, &path, &mut go).unwrap_err();
    assert!(matches!(error, Error::Disk { .. }));
    assert!(error.to_string().contains("请检查磁盘空间"), "{error}");
}

#[test]
fn rows_of_the_wrong_shape_and_charts_of_no_column_are_refused() {
    let folder = Folder::new();
    let short = Rows::List(vec![vec![Cell::from("1")]]);
    let book = Workbook::plain(Shanghai).sheet(Sheet::new("订单", counted(), short));
    let error = write(book, &folder.file("a.xlsx"), &mut go).unwrap_err();
    assert!(error.to_string().starts_with("表「订单」第 1 行有 1 个单元格，应为 3 个"));

    let sheet = Sheet::new("订单", counted(), Rows::List(Vec::new())).chart(Chart::new(
        "图",
        ChartKind::Line,
        "day",
        vec![Series::of("fen")],
    ));
    let error =
        write(Workbook::plain(Shanghai).sheet(sheet), &folder.file("b.xlsx"), &mut go).unwrap_err();
    assert!(matches!(error, Error::UnknownColumn { key, .. } if key == "day"));
    assert!(folder.names().is_empty());
}

#[test]
fn sheet_names_are_made_legal_and_unique() {
    let folder = Folder::new();
    let path = folder.file("a.xlsx");
    let plain = |name: &str| Sheet::new(name, counted(), Rows::List(Vec::new()));
    let long = "渠道价差与破价清单（按店铺、按类目、按季节、按供应商，含历史）".to_owned();
    let book = Workbook::plain(Shanghai)
        .sheet(plain("改价[前/后]:*?\\"))
        .sheet(plain(&long))
        .sheet(plain(&long))
        .sheet(plain("选项"));
    let written = write(book, &path, &mut go).unwrap();
    let book: Xlsx<_> = open_workbook(&path).unwrap();
    assert_eq!(book.sheet_names(), written.sheets);
    assert_eq!(written.sheets[0], "改价［前／后］：＊？＼");
    assert!(written.sheets.iter().all(|name| name.encode_utf16().count() <= 31));
    let unique: std::collections::HashSet<_> = written.sheets.iter().collect();
    assert_eq!(unique.len(), 4);
}

#[test]
fn amounts_in_several_currencies_are_shown_each_in_its_own_and_not_added_up() {
    let folder = Folder::new();
    let path = folder.file("a.xlsx");
    let columns = vec![
        Column::new("site", "站点", Kind::Text),
        Column::new("gmv", "销售额", Kind::Money { currency: Currency::CNY }).sum(),
    ];
    let rows = vec![
        vec![Cell::from("中国"), Cell::MoneyIn(10_000, Currency::CNY)],
        vec![Cell::from("日本"), Cell::MoneyIn(10_000, Currency::JPY)],
    ];
    let book = Workbook::plain(Shanghai).sheet(Sheet::new("站点", columns, Rows::List(rows)));
    write(book, &path, &mut go).unwrap();
    let cells = read(&path, "站点");
    assert_eq!(cells.get_value((1, 1)).unwrap().as_f64(), Some(100.0));
    assert_eq!(cells.get_value((2, 1)).unwrap().as_f64(), Some(10_000.0));
    assert_eq!(cells.get_value((3, 1)), Some(&Data::String("—".into())));
    assert!(part(&path, "xl/styles.xml").contains("JP¥"));
}

#[test]
fn control_characters_and_endless_text_do_not_spoil_the_file() {
    let folder = Folder::new();
    let path = folder.file("a.xlsx");
    let long = "长".repeat(40_000);
    let rows = vec![
        vec![Cell::from("a\u{0}b\u{b}c\u{FFFF}，d_x0041_".to_owned())],
        vec![Cell::from(long)],
        vec![Cell::from("第一行\r\n第二行")],
    ];
    let columns = vec![Column::new("t", "备注", Kind::Text)];
    let book = Workbook::plain(Shanghai).sheet(Sheet::new("备注", columns, Rows::each(rows)));
    write(book, &path, &mut go).unwrap();
    let cells = read(&path, "备注");
    let text = |row| cells.get_value((row, 0)).unwrap().as_string().unwrap();
    assert_eq!(text(1), "a\u{FFFD}b\u{FFFD}c\u{FFFD}，d_x0041_");
    assert_eq!(text(2).chars().count(), 32_767);
    assert!(text(2).ends_with('…'));
    assert_eq!(text(3), "第一行\n第二行");
}

#[test]
fn days_and_counts_that_excel_cannot_hold_are_written_as_text_exactly() {
    let folder = Folder::new();
    let path = folder.file("a.xlsx");
    let columns = vec![
        Column::new("d", "日期", Kind::Day),
        Column::new("n", "数", Kind::Integer),
        Column::new("x", "比", Kind::Number { decimals: 2 }),
    ];
    let rows = vec![vec![Cell::day("1899-12-31"), Cell::Integer(i64::MAX), Cell::Number(f64::NAN)]];
    let book = Workbook::plain(Shanghai).sheet(Sheet::new("边界", columns, Rows::List(rows)));
    write(book, &path, &mut go).unwrap();
    let cells = read(&path, "边界");
    assert_eq!(cells.get_value((1, 0)), Some(&Data::String("1899-12-31".into())));
    assert_eq!(cells.get_value((1, 1)), Some(&Data::String(i64::MAX.to_string())));
    assert_eq!(cells.get_value((1, 2)), Some(&Data::String("—".into())));
}

#[test]
fn the_cover_says_what_the_figures_mean_and_carries_the_fingerprint() {
    let folder = Folder::new();
    let path = folder.file("a.xlsx");
    let rows = Rows::List(vec![row("1", 1, 1)]);
    let book = Workbook::report(cover(), Shanghai).sheet(Sheet::new("订单", one_of_each(), rows));
    let written = write(book, &path, &mut go).unwrap();
    let cells = read(&path, "封面与口径");
    let facts: BTreeMap<String, String> = cells
        .rows()
        .filter_map(|row| Some((row.first()?.as_string()?, row.get(1)?.as_string()?)))
        .collect();
    assert_eq!(facts["报表名称"], "上架与价格变更");
    assert_eq!(facts["单据编号"], "RP-20261123-001");
    assert_eq!(facts["数据截止"], "2026-11-22 23:59:59");
    assert_eq!(facts["筛选条件"], "店铺：云栖旗舰店");
    assert_eq!(facts["转化率"], "支付买家数 ÷ 访客数");
    assert_eq!(facts["数据指纹"], format!("SHA-256 {}", written.digest));
    assert!(facts["查看权限"].contains("成本价"));
    assert_eq!(facts["1"], "IM-20261122-003 订单报表.xlsx");
}

#[test]
fn refused_rows_come_back_as_they_were_with_the_reason() {
    let folder = Folder::new();
    let path = folder.file("错误行.xlsx");
    let titles = ["订单编号".to_owned(), "金额".to_owned()];
    let bad = vec![
        BadRow {
            number: 7,
            cells: vec!["1930680000000000001".into(), "=12".into(), "多余".into()],
            why: "金额应为数字，如 12.00".into(),
        },
        BadRow { number: 9, cells: vec!["2".into()], why: "缺少金额".into() },
    ];
    let book = Workbook::plain(Shanghai).sheet(bad_rows("错误行", &titles, bad));
    write(book, &path, &mut go).unwrap();
    let cells = read(&path, "错误行");
    let texts = |at: usize| -> Vec<String> {
        cells.rows().nth(at).unwrap().iter().map(|c| c.as_string().unwrap_or_default()).collect()
    };
    assert_eq!(texts(0), ["订单编号", "金额", "第3列", "原因", "原行号"]);
    assert_eq!(texts(1), ["1930680000000000001", "=12", "多余", "金额应为数字，如 12.00", "7"]);
    assert_eq!(texts(2), ["2", "", "", "缺少金额", "9"]);
}

#[test]
fn csv_opens_in_excel_as_the_same_data() {
    let folder = Folder::new();
    let path = folder.file("a.csv");
    let mut odd = row("1930680000000000001", 2, -12_345);
    odd[0] = Cell::from("=1+1,\"引号\"");
    let rows = || Rows::each(vec![odd.clone()]);
    let options = Options::default();
    let sheet = Sheet::new("订单", one_of_each(), rows());
    let written = write_csv(sheet, Shanghai, CsvFor::Excel, &path, &options, &mut go).unwrap();
    let book = Workbook::plain(Shanghai).sheet(Sheet::new("订单", one_of_each(), rows()));
    let as_book = write(book, &folder.file("a.xlsx"), &mut go).unwrap();
    assert_eq!(written.rows, 1);
    assert_eq!(written.digest, as_book.digest, "the same data, whatever it is written as");
    std::fs::remove_file(folder.file("a.xlsx")).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(
        text,
        "\u{FEFF}标题,订单编号,件数,重量,金额,转化率,日期,付款时间,爆款,链接,成本\r\n\
         \"'=1+1,\"\"引号\"\"\",\t1930680000000000001,2,1.25,-123.45,0.125,2026-11-11,\
         2026-11-11 00:00:00,是,https://item.example.com/1,***\r\n"
    );
    let sheet = Sheet::new("订单", one_of_each(), rows());
    write_csv(sheet, Shanghai, CsvFor::Program, &path, &options, &mut go).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("\"=1+1,\"\"引号\"\"\",1930680000000000001,2,"));
    assert_eq!(folder.names(), ["a.csv"]);
}

#[test]
fn a_template_checks_what_is_typed_even_from_a_long_list() {
    let folder = Folder::new();
    let path = folder.file("a.xlsx");
    let many: Vec<String> = (0..200).map(|n| format!("供应商{n:03}")).collect();
    let columns = vec![
        Column::new("state", "状态", Kind::Text)
            .allow(Allow::OneOf(vec!["在售".into(), "下架".into()])),
        Column::new("supplier", "供应商", Kind::Text).allow(Allow::OneOf(many)),
        Column::new("pieces", "件数", Kind::Integer).allow(Allow::Whole(1, 9_999)),
        Column::new("price", "价格", Kind::Money { currency: Currency::CNY })
            .allow(Allow::Decimal(0.01, 99_999.0)),
        Column::new("day", "到货日", Kind::Day).allow(Allow::Day),
        Column::new("note", "备注", Kind::Text).allow(Allow::TextUpTo(200)),
    ];
    let book = Workbook::plain(Shanghai).sheet(Sheet::template("到货登记", columns, 500));
    write(book, &path, &mut go).unwrap();
    let xml = part(&path, "xl/worksheets/sheet1.xml");
    assert_eq!(xml.matches("<dataValidation ").count(), 6);
    assert!(xml.contains("sqref=\"A2:A501\""));
    assert!(xml.contains("选项!$A$1:$A$200"));
    assert!(
        part(&path, "xl/workbook.xml").contains("name=\"选项\" sheetId=\"2\" state=\"hidden\"")
    );
    assert_eq!(read(&path, "到货登记").height(), 1, "a template holds nothing to be imported");
}

#[test]
fn charts_refer_to_cells_and_pictures_are_in_the_file() {
    let folder = Folder::new();
    let path = folder.file("a.xlsx");
    let columns = vec![
        Column::new("why", "原因", Kind::Text),
        Column::new("count", "次数", Kind::Integer).sum().rule(Rule::DataBar(Tone::Info)),
        Column::new("share", "累计占比", Kind::Percent)
            .rule(Rule::When(Compare::AtMost(0.8), Tone::Warn)),
        Column::new("shot", "图", Kind::Image),
    ];
    let counts = [60, 30, 10];
    let rows = ["色差", "构图", "文字"]
        .into_iter()
        .zip(counts)
        .zip(cumulative_shares(&counts))
        .map(|((why, count), share)| {
            vec![Cell::from(why), Cell::Integer(count), share, Cell::image(dot(), "主图")]
        })
        .chain([vec![
            Cell::from("其他"),
            Cell::Integer(0),
            Cell::Dash,
            Cell::image(*b"not a picture", "坏图"),
        ]])
        .collect();
    let sheet = Sheet::new("返工", columns, Rows::List(rows))
        .chart(Chart::pareto("返工原因", "why", "count", "share"))
        .chart(
            Chart::new("占比", ChartKind::Pie, "why", vec![Series::of("count")]).at(Place::Beside),
        )
        .chart(Chart::new("条", ChartKind::Bar, "why", vec![Series::of("count")]).at(Place::Below));
    let book = Workbook::report(cover(), Shanghai).sheet(sheet);
    let written: Written = write(book, &path, &mut go).unwrap();
    assert_eq!(written.pictures_left_out, 1);
    let pareto = part(&path, "xl/charts/chart1.xml");
    assert!(pareto.contains("返工!$B$2:$B$5") && pareto.contains("<c:lineChart>"));
    assert!(part(&path, "xl/drawings/drawing2.xml").contains("<xdr:pic>"));
    assert_eq!(read(&path, "返工").get_value((4, 3)), Some(&Data::String("坏图".into())));
}

/// The smallest PNG there is.
fn dot() -> Vec<u8> {
    vec![
        0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0,
        0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89, 0, 0, 0, 13, b'I', b'D', b'A',
        b'T', 0x78, 0x9C, 0x63, 0xF8, 0xCF, 0xC0, 0xF0, 0x1F, 0, 5, 0, 1, 0xFF, 0x56, 0xC7, 0x2F,
        0x0D, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xAE, 0x42, 0x60, 0x82,
    ]
}

#[test]
fn a_workbook_reads_as_text() {
    let sheet =
        Sheet::new("订单", one_of_each(), Rows::List(vec![row("1930680000000000001", 2, 12_345)]))
            .chart(Chart::new("每日", ChartKind::Line, "day", vec![Series::of("price")]))
            .note("含预售定金");
    let book = Workbook::report(cover(), Shanghai).sheet(sheet);
    insta::assert_snapshot!(as_text(&book));
}
