//! Makes one workbook with everything in it, to be looked at in Excel and WPS:
//! `cargo run -p shopdesk-workbook --example sample -- sample.xlsx`. All data is invented.

use std::ops::ControlFlow;
use std::path::PathBuf;

use chrono::{Days, NaiveDate};
use chrono_tz::Asia::Shanghai;
use shopdesk_workbook::{
    Cell, Chart, ChartKind, Column, Compare, Cover, Currency, Definition, Kind, Place, Row, Rows,
    Rule, Series, Sheet, Tone, Total, Workbook, cumulative_shares, write,
};

const CNY: Kind = Kind::Money { currency: Currency::CNY };

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).map_or_else(|| PathBuf::from("sample.xlsx"), PathBuf::from);
    let book = Workbook::report(cover(), Shanghai)
        .sheet(days())
        .sheet(reasons())
        .sheet(assets())
        .sheet(prices())
        .sheet(progress());
    let written = write(book, &path, &mut |_| ControlFlow::Continue(()))?;
    println!("{written:?}");
    Ok(())
}

fn cover() -> Cover {
    Cover {
        title: "月度运营报表".into(),
        document: "RP-20261201-003".into(),
        shop: "云栖旗舰店".into(),
        period: "2026-11-01 至 2026-11-30".into(),
        cut_off: Some(1_796_054_399_000),
        author: "林晓（运营主管）".into(),
        generated_at: 1_796_090_000_000,
        masks: vec!["成本价".into(), "买家手机号".into()],
        filters: vec![("店铺".into(), "云栖旗舰店".into()), ("类目".into(), "女装 / 大衣".into())],
        definitions: vec![
            Definition::new("支付转化率", "支付买家数 ÷ 访客数，按日去重", "生意参谋 店铺日报"),
            Definition::new("客单价", "支付金额 ÷ 支付买家数", "生意参谋 店铺日报"),
            Definition::new(
                "退款率",
                "统计期内申请退款的金额 ÷ 统计期内支付金额；退款按申请日计，不追溯到支付日，因此活动后一周通常偏高",
                "售后单、订单报表",
            ),
            Definition::new(
                "一次通过率",
                "首稿即通过的需求数 ÷ 已通过的需求数",
                "素材需求流转记录",
            ),
        ],
        batches: vec![
            "IM-20261201-001　店铺日报_20261130.xlsx（30 行）".into(),
            "IM-20261201-002　ExportOrderList202611.csv（18,204 行）".into(),
        ],
        remarks: vec!["双十一当天含预售尾款，环比时请看剔除预售的口径。".into()],
    }
}

fn days() -> Sheet<'static> {
    let columns = vec![
        Column::new("day", "日期", Kind::Day),
        Column::new("visitors", "访客数", Kind::Integer).sum().rule(Rule::DataBar(Tone::Info)),
        Column::new("buyers", "支付买家数", Kind::Integer).sum(),
        Column::new("gmv", "支付金额", CNY).sum(),
        Column::new("rate", "支付转化率", Kind::Percent)
            .total(Total::Ratio { part: "buyers", whole: "visitors" })
            .defined("支付买家数 ÷ 访客数，按日去重。来源：生意参谋 店铺日报。")
            .rule(Rule::When(Compare::Below(0.018), Tone::Bad))
            .rule(Rule::When(Compare::AtLeast(0.03), Tone::Good)),
        Column::new("each", "客单价", CNY).total(Total::Ratio { part: "gmv", whole: "buyers" }),
        Column::new("refund", "退款金额", CNY).sum(),
        Column::new("refund_rate", "退款率", Kind::Percent)
            .total(Total::Ratio { part: "refund", whole: "gmv" })
            .rule(Rule::GreenToRed),
        Column::new("cost", "成本", CNY).sum(),
    ];
    let first = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap_or_default();
    let rows = (0..30_i64)
        .map(|n| {
            let rush = if n == 10 { 6 } else { 1 };
            let visitors = if n == 29 { 0 } else { (8_000 + n * 137 % 2_100) * rush };
            let buyers = visitors * (18 + n * 7 % 19) / 1_000;
            let gmv = buyers * (28_900 + n * 311 % 9_000);
            let refund = gmv * (3 + n * 5 % 9) / 100;
            vec![
                Cell::Day(first + Days::new(n.unsigned_abs())),
                Cell::Integer(visitors),
                Cell::Integer(buyers),
                Cell::Money(gmv),
                Cell::ratio(buyers, visitors),
                if buyers == 0 { Cell::Dash } else { Cell::Money(gmv / buyers) },
                Cell::Money(refund),
                Cell::ratio(refund, gmv),
                Cell::Masked,
            ]
        })
        .collect();
    Sheet::new("经营日报", columns, Rows::List(rows))
        .freeze(1)
        .chart(Chart::new(
            "支付金额与转化率",
            ChartKind::Combined,
            "day",
            vec![Series::columns("gmv"), Series::line("rate").on_the_right()],
        ))
        .chart(Chart::new("访客数", ChartKind::Line, "day", vec![Series::of("visitors")]))
        .note("访客数为无线与 PC 去重后的合计。")
}

fn reasons() -> Sheet<'static> {
    let columns = vec![
        Column::new("why", "退款原因", Kind::Text),
        Column::new("count", "单数", Kind::Integer).sum(),
        Column::new("share", "累计占比", Kind::Percent),
        Column::new("amount", "退款金额", CNY).sum(),
    ];
    let whys = ["尺码不合适", "与描述不符", "质量问题", "不想要了", "发错货", "物流太慢"];
    let counts = [312, 204, 121, 88, 31, 12];
    let rows = whys
        .into_iter()
        .zip(counts)
        .zip(cumulative_shares(&counts))
        .map(|((why, count), share)| {
            vec![Cell::from(why), Cell::Integer(count), share, Cell::Money(count * 31_900)]
        })
        .collect();
    Sheet::new("退款原因", columns, Rows::List(rows))
        .chart(Chart::pareto("退款原因（帕累托）", "why", "count", "share"))
        .chart(Chart::new("退款单数占比", ChartKind::Doughnut, "why", vec![Series::of("count")]))
        .chart(
            Chart::new("退款单数", ChartKind::Bar, "why", vec![Series::of("count")])
                .at(Place::Below),
        )
        .chart(
            Chart::new("退款金额占比", ChartKind::Pie, "why", vec![Series::of("amount")])
                .at(Place::Beside),
        )
}

fn assets() -> Sheet<'static> {
    let columns = vec![
        Column::new("shot", "缩略图", Kind::Image),
        Column::new("no", "需求编号", Kind::Id),
        Column::new("kind", "类型", Kind::Text),
        Column::new("asked", "提报时间", Kind::Instant),
        Column::new("first", "首次交稿", Kind::Instant),
        Column::new("retakes", "返工次数", Kind::Integer)
            .total(Total::Average)
            .rule(Rule::When(Compare::AtLeast(2.0), Tone::Warn)),
        Column::new("points", "点数", Kind::Number { decimals: 1 }).sum(),
        Column::new("state", "状态", Kind::Text)
            .rule(Rule::Is("已通过".into(), Tone::Good))
            .rule(Rule::Is("返工中".into(), Tone::Bad)),
        Column::new("ontime", "准时", Kind::Bool),
        Column::new("note", "备注", Kind::Text).width(40.0).wrap(),
    ];
    let rows = (0..8_i64)
        .map(|n| {
            vec![
                Cell::image(swatch(n.unsigned_abs()), format!("主图 {n}")),
                Cell::from(format!("AR-20261123-{:03}", n + 1)),
                Cell::from(one_of(&["主图", "详情页", "海报", "短视频封面"], n)),
                Cell::Instant(1_795_400_000_000 + n * 5_400_000),
                Cell::Instant(1_795_486_400_000 + n * 3_600_000),
                Cell::Integer(n % 4),
                Cell::Number(1.5 + n as f64 / 2.0),
                Cell::from(one_of(&["已通过", "返工中", "待审核"], n)),
                Cell::Bool(n % 3 != 1),
                Cell::from(
                    "模特手部要露出袖口细节，背景换成浅灰；@设计 请按上一版留白，标题不超过两行。",
                ),
            ]
        })
        .collect();
    Sheet::new("素材需求", columns, Rows::List(rows)).freeze(2).chart(Chart::new(
        "点数",
        ChartKind::StackedColumn,
        "no",
        vec![Series::of("points"), Series::of("retakes")],
    ))
}

fn prices() -> Sheet<'static> {
    let columns = vec![
        Column::new("at", "变更时间", Kind::Instant),
        Column::new("what", "动作", Kind::Text),
        Column::new("order", "商品 ID", Kind::Id),
        Column::new("title", "标题", Kind::Text),
        Column::new("before", "原价", CNY),
        Column::new("after", "现价", CNY),
        Column::new("delta", "涨跌", CNY),
        Column::new("index", "价格指数", Kind::Number { decimals: 2 }).rule(Rule::RedToGreen),
        Column::new("link", "页面", Kind::Link),
    ];
    let rows = Rows::each((0..120_i64).map(|n| -> Row {
        let before = 39_900 + n * 100;
        let after = before - 5_000 + n * 83;
        vec![
            Cell::Instant(1_795_400_000_000 + n * 777_000),
            Cell::from(one_of(&["改价", "上新", "下架", "调类目"], n)),
            Cell::from(format!("{}", 6_823_456_789_012_345_000 + n)),
            Cell::from(if n == 3 {
                "=双面呢大衣（标题以等号开头）".to_owned()
            } else {
                format!("羊毛双面呢大衣 {n} 号")
            }),
            Cell::Money(before),
            Cell::Money(after),
            Cell::Money(after - before),
            Cell::Number(after as f64 / before as f64),
            Cell::link(format!("https://item.example.com/{n}"), "打开"),
        ]
    }));
    Sheet::new("上架/改价流水", columns, rows)
}

fn progress() -> Sheet<'static> {
    let columns = vec![
        Column::new("po", "采购单", Kind::Id),
        Column::new("start", "开工（第几天）", Kind::Integer),
        Column::new("make", "生产（天）", Kind::Integer).total(Total::Average),
        Column::new("ship", "在途（天）", Kind::Integer).total(Total::Average),
    ];
    let rows = (0..6_i64)
        .map(|n| {
            vec![
                Cell::from(format!("PO-20261101-{:03}", n + 1)),
                Cell::Integer(n * 4),
                Cell::Integer(12 + n % 3 * 4),
                Cell::Integer(3 + n % 2),
            ]
        })
        .collect();
    Sheet::new("跟单进度", columns, Rows::List(rows)).chart(Chart::new(
        "跟单进度",
        ChartKind::StackedBar,
        "po",
        vec![Series::of("start").unseen(), Series::of("make"), Series::of("ship")],
    ))
}

/// The words by turns.
fn one_of(words: &[&'static str], n: i64) -> &'static str {
    usize::try_from(n).map_or("", |n| words[n % words.len()])
}

/// A 48 × 64 picture as an uncompressed BMP.
fn swatch(n: u64) -> Vec<u8> {
    let (width, height) = (48_u32, 64_u32);
    let mut bytes = b"BM".to_vec();
    let size = 54 + width * height * 3;
    for value in [size, 0, 54, 40, width, height] {
        bytes.extend(value.to_le_bytes());
    }
    bytes.extend([1, 0, 24, 0]);
    for value in [0, width * height * 3, 2_835, 2_835, 0, 0] {
        bytes.extend(value.to_le_bytes());
    }
    for y in 0..height {
        for x in 0..width {
            let shade = |k: u64| {
                u8::try_from((n * k + u64::from(x) * 2 + u64::from(y)) % 200 + 40).unwrap_or(0)
            };
            bytes.extend([shade(37), shade(91), shade(53)]);
        }
    }
    bytes
}
