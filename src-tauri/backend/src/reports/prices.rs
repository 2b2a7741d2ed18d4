//! R19 上架与价格变更: what went on and off the shelf, which prices changed and who approved, what the
//! platforms do not have yet, what sells below its floor, and how prices differ between channels.

use serde::Deserialize;
use shopdesk_workbook::{
    Cell, Chart, ChartKind, Column, Compare, Currency, Kind, Place, Row, Rows, Rule, Series, Sheet,
    Tone, Workbook,
};

use super::flow::{self, Act, Weeks};
use super::frame::{Asked, ChartView, Choice, Drawn, Figure, FilterView, Preview};
use super::frame::{book as under_cover, define};
use super::rules::how_many;
use crate::kernel::{Cx, Day, Field, Result};
use crate::listings::{Broken, SYNC_KINDS, below_floor, regions};
use crate::params;
use crate::store::from_row;

/// Its Chinese title.
pub(super) const TITLE: &str = "上架与价格变更";

/// Shops the caller may see and the filter asks for: a condition over `l` and `s`; the shop is
/// parameter `?at`.
pub(super) fn narrow(cx: &Cx<'_>, at: usize) -> String {
    let region = regions(cx, "l.channel_id").unwrap_or_else(|| "1 = 1".to_owned());
    format!("(?{at} is null or s.id = ?{at}) and {region}")
}

/// The files that brought listings, prices or products in during the period, into these shops.
fn batches(cx: &Cx<'_>, asked: &Asked) -> Result<Vec<String>> {
    let region = regions(cx, "s.channel_id").unwrap_or_else(|| "1 = 1".to_owned());
    let found: Vec<(String, String, i64, i64)> = cx.all(
        &format!(
            "select b.no, b.name, b.rows_ok, b.ended_at from import_batch b
             left join shop s on s.id = b.shop_id
             where b.state = 'committed' and b.ended_at >= ?1 and b.ended_at < ?2
                and (?3 is null or b.shop_id = ?3) and (b.shop_id is null or {region})
             order by b.ended_at desc, b.id desc limit 50"
        ),
        params![asked.start, asked.end, asked.filters.shop],
    )?;
    Ok(found
        .into_iter()
        .map(|(no, name, rows, at)| format!("{no} {name}（{rows} 行，{}）", cx.zone().show(at)))
        .collect())
}

/// Builds the workbook.
pub(super) fn book<'a>(cx: &'a Cx<'_>, asked: &'a Asked, no: &str) -> Result<Workbook<'a>> {
    let mut cover = asked.cover(cx, &format!("R19 {TITLE}"), no)?;
    cover.definitions = define(&[
        ("价格变动", "改后售价 ÷ 改前售价 − 1", "价格记录"),
        (
            "价格指数",
            "期间内改过价的 SKU，周末售价 ÷ 期初售价，取平均；期初为 100%，未改价的周沿用上一周",
            "价格记录",
        ),
        (
            "底价",
            "成本 ×（1 + 最低毛利率）按汇率折成店铺币种、向上取整，与控价比较取高者",
            "产品成本、渠道设置、上架控价",
        ),
        ("价差", "同一商品在售各店最高价 − 最低价，外币按渠道汇率折成人民币", "在售上架、渠道汇率"),
        ("价差率", "价差 ÷ 最低价", "在售上架、渠道汇率"),
    ]);
    if !cx.sees(Field::Cost) {
        cover.masks = vec!["成本".to_owned(), "底价".to_owned()];
    }
    let brought: i64 = cx.one(
        &format!(
            "select count(*) from listing l join shop s on s.id = l.shop_id
             join audit_bulk b on b.entity = 'listing' and l.id between b.first and b.last
             where l.live_at >= ?1 and l.live_at < ?2 and {}",
            narrow(cx, 3)
        ),
        params![asked.start, asked.end, asked.filters.shop],
    )?;
    if brought > 0 {
        cover.remarks.push(format!(
            "另有 {brought} 个在售商品由文件导入带入（平台上的上架时间在期间内），未列入变更流水。"
        ));
    }
    cover.batches = batches(cx, asked)?;
    cover
        .remarks
        .push("待同步差异、破价清单和渠道价差是数据截止时的现状，不受统计期间限制。".to_owned());
    let weekly = Weeks::read(cx, asked)?;
    Ok(under_cover(cx, cover)?
        .sheet(flow::sheet(cx, asked))
        .sheet(by_week(&weekly))
        .sheet(waiting(cx, asked))
        .sheet(floors(cx, asked))
        .sheet(spread(cx, asked)?))
}

fn by_week(weekly: &Weeks) -> Sheet<'static> {
    let mut columns = vec![
        Column::new("week", "周", Kind::Text),
        Column::new("from", "起", Kind::Day),
        Column::new("to", "止", Kind::Day),
    ];
    let keys = ["on", "price", "off", "category"];
    columns.extend(
        keys.iter()
            .zip(Act::ALL)
            .map(|(key, act)| Column::new(key, act.label(), Kind::Integer).sum()),
    );
    columns.push(
        Column::new("index", "价格指数", Kind::Percent)
            .defined("期间内改过价的 SKU，周末售价 ÷ 期初售价的平均"),
    );
    let rows = weekly
        .spans
        .iter()
        .zip(&weekly.counts)
        .zip(&weekly.index)
        .map(|(((from, to), counts), index)| {
            let mut row: Row =
                vec![Cell::text(week_label(*from, *to)), Cell::Day(from.0), Cell::Day(to.0)];
            row.extend(counts.map(Cell::Integer));
            row.push(index.map_or(Cell::Dash, Cell::Number));
            row
        })
        .collect();
    let note = "周一至周日为一周，首尾两周按统计期间截取。";
    Sheet::new("按周汇总", columns, Rows::List(rows)).freeze(1).note(note).chart(
        Chart::new(
            "每周上新、改价、下架、调类目与价格指数",
            ChartKind::Combined,
            "week",
            keys.iter()
                .map(|key| Series::columns(key))
                .chain([Series::line("index").on_the_right()])
                .collect(),
        )
        .at(Place::Below),
    )
}

fn week_label(from: Day, to: Day) -> String {
    let short = |day: Day| day.0.format("%m-%d").to_string();
    if from == to { short(from) } else { format!("{}–{}", short(from), short(to)) }
}

#[derive(Deserialize)]
struct Waiting {
    origin: String,
    shop: String,
    channel: String,
    code: String,
    title: String,
    outer_id: String,
    kind: String,
    theirs: String,
    ours: String,
    since: i64,
    by: String,
}

fn waiting<'a>(cx: &'a Cx<'_>, asked: &'a Asked) -> Sheet<'a> {
    let columns = vec![
        Column::new("origin", "来源", Kind::Text)
            .rule(Rule::Is("平台导出不同".to_owned(), Tone::Warn)),
        Column::new("shop", "店铺", Kind::Text),
        Column::new("channel", "渠道", Kind::Text),
        Column::new("code", "商品编码", Kind::Id),
        Column::new("title", "标题", Kind::Text).width(30.0).wrap(),
        Column::new("outer", "商家编码", Kind::Id),
        Column::new("kind", "项目", Kind::Text),
        Column::new("theirs", "平台上的", Kind::Text).width(22.0),
        Column::new("ours", "应改为", Kind::Text).width(22.0),
        Column::new("since", "从何时起", Kind::Instant),
        Column::new("days", "已等天数", Kind::Integer)
            .rule(Rule::When(Compare::Above(7.0), Tone::Bad))
            .rule(Rule::When(Compare::AtLeast(3.0), Tone::Warn)),
        Column::new("by", "修改人", Kind::Text),
    ];
    let sql = format!(
        "select 'here' as origin, s.name as shop, c.title as channel, p.code, l.title,
            coalesce(k.outer_id, '') as outer_id, i.kind, i.old as theirs, i.new as ours,
            i.since, coalesce(b.name, '系统') as \"by\"
         from sync_item i join listing l on l.id = i.listing_id join shop s on s.id = i.shop_id
         join channel c on c.id = l.channel_id join product p on p.id = l.product_id
         left join listing_sku k on k.id = i.listing_sku_id left join staff b on b.id = i.by_id
         where i.done_at is null and {where_}
         union all
         select 'there', s.name, c.title, p.code, l.title, coalesce(k.outer_id, ''), d.kind,
            d.theirs, d.ours, d.seen_at, '平台导出'
         from listing_drift d join listing l on l.id = d.listing_id join shop s on s.id = l.shop_id
         join channel c on c.id = l.channel_id join product p on p.id = l.product_id
         left join listing_sku k on k.id = d.listing_sku_id where {where_}
         order by 10, 2, 4, 6",
        where_ = narrow(cx, 1)
    );
    let today = cx.today();
    let rows = pushed(cx, sql, asked, move |w: Waiting| {
        let text = |s: String| if s.is_empty() { Cell::Empty } else { Cell::text(s) };
        let kind = SYNC_KINDS.iter().find(|(code, _)| *code == w.kind);
        vec![
            Cell::text(if w.origin == "here" { "本店已改" } else { "平台导出不同" }),
            text(w.shop),
            text(w.channel),
            text(w.code),
            text(w.title),
            text(w.outer_id),
            kind.map_or_else(|| text(w.kind.clone()), |(_, label)| Cell::text(*label)),
            text(w.theirs),
            text(w.ours),
            Cell::Instant(w.since),
            Cell::Integer(cx.zone().day(w.since).until(today)),
            text(w.by),
        ]
    });
    Sheet::new("待同步差异", columns, rows).freeze(2).note(
        "“本店已改”是在店务台改过、平台还没有照改的；“平台导出不同”是最近一次导入平台文件时发现的差异。",
    )
}

/// Rows of a query, read while they are written.
fn pushed<'a, T: serde::de::DeserializeOwned>(
    cx: &'a Cx<'_>,
    sql: String,
    asked: &'a Asked,
    make: impl Fn(T) -> Row + 'a,
) -> Rows<'a> {
    Rows::Push(Box::new(move |sink| {
        let mut stopped = None;
        let read = cx.each(&sql, params![asked.filters.shop], &mut |row| match sink(&mut make(
            from_row(row)?,
        )) {
            Ok(()) => Ok(true),
            Err(e) => {
                stopped = Some(e);
                Ok(false)
            }
        });
        match stopped {
            Some(e) => Err(e),
            None => read.map_err(Into::into),
        }
    }))
}

fn floors<'a>(cx: &'a Cx<'_>, asked: &'a Asked) -> Sheet<'a> {
    let sees = cx.sees(Field::Cost);
    let money = Kind::Money { currency: Currency::CNY };
    let mut columns = vec![
        Column::new("shop", "店铺", Kind::Text),
        Column::new("code", "商品编码", Kind::Id),
        Column::new("title", "标题", Kind::Text).width(34.0).wrap(),
        Column::new("outer", "商家编码", Kind::Id),
        Column::new("price", "售价", money),
        Column::new("why", "低于", Kind::Text),
    ];
    if sees {
        columns.extend([
            Column::new("cost", "成本", money),
            Column::new("floor", "底价", money).defined("成本 ×（1 + 最低毛利率）与控价取高者"),
            Column::new("gap", "低于底价", money),
            Column::new("share", "低于底价比例", Kind::Percent)
                .defined("（底价 − 售价）÷ 底价")
                .rule(Rule::Heat(Tone::Bad)),
        ]);
    }
    let rows = Rows::Push(Box::new(move |sink| {
        let mut stopped = None;
        let read =
            below_floor(cx, &narrow(cx, 1), params![asked.filters.shop], &mut |b: Broken| {
                let currency = Currency::parse(&b.currency).unwrap_or(Currency::CNY);
                let mut row = vec![
                    Cell::text(b.shop),
                    Cell::text(b.code),
                    Cell::text(b.title),
                    Cell::text(b.outer_id),
                    Cell::MoneyIn(b.price, currency),
                    Cell::text(match b.floor {
                        None => "缺汇率，无法判断",
                        Some(_) if b.controlled => "控价",
                        Some(_) => "成本加最低毛利",
                    }),
                ];
                if sees {
                    row.extend([
                        b.cost.map_or(Cell::Empty, Cell::Money),
                        b.floor.map_or(Cell::Empty, |floor| Cell::MoneyIn(floor, currency)),
                        b.floor
                            .map_or(Cell::Empty, |floor| Cell::MoneyIn(floor - b.price, currency)),
                        b.floor.map_or(Cell::Empty, |floor| Cell::ratio(floor - b.price, floor)),
                    ]);
                }
                match sink(&mut row) {
                    Ok(()) => true,
                    Err(e) => {
                        stopped = Some(e);
                        false
                    }
                }
            });
        match stopped {
            Some(e) => Err(e),
            None => read.map_err(Into::into),
        }
    }));
    Sheet::new("破价清单", columns, rows).freeze(2).note(
        "在售 SKU 的现价低于底价。外币渠道没有汇率的无法判断，也列在此，请先填汇率；没有成本也没有控价的没有底价，不在此列。",
    )
}

/// How many SKUs sell below their floor, and of how many nobody can tell.
fn broken(cx: &Cx<'_>, asked: &Asked) -> Result<(i64, i64)> {
    let (mut below, mut unknown) = (0, 0);
    below_floor(cx, &narrow(cx, 1), params![asked.filters.shop], &mut |b| {
        match b.floor {
            Some(_) => below += 1,
            None => unknown += 1,
        }
        true
    })?;
    Ok((below, unknown))
}

#[derive(Deserialize)]
struct OnSale {
    product_id: i64,
    code: String,
    title: String,
    shop: String,
    price: i64,
    currency: String,
    fx_micro: Option<i64>,
}

struct Gap {
    code: String,
    title: String,
    /// Shop, price in CNY, price as it stands there.
    shops: Vec<(String, i64, String)>,
}

impl Gap {
    fn low(&self) -> i64 {
        self.shops.iter().map(|s| s.1).min().unwrap_or_default()
    }
    fn high(&self) -> i64 {
        self.shops.iter().map(|s| s.1).max().unwrap_or_default()
    }
    fn at(&self, price: i64) -> String {
        let names: Vec<&str> =
            self.shops.iter().filter(|s| s.1 == price).map(|s| s.0.as_str()).collect();
        names.join("、")
    }
}

/// The most products that are listed; the widest gaps come first.
const MOST_GAPS: usize = 20_000;

/// Products sold at different prices, the widest gap first; and how many more there are.
fn gaps(cx: &Cx<'_>, asked: &Asked) -> Result<(Vec<Gap>, usize)> {
    let mut found: Vec<Gap> = Vec::new();
    let mut more = 0;
    let mut open: Option<(i64, Gap)> = None;
    let mut close = |open: Option<(i64, Gap)>| {
        let Some((_, gap)) = open.filter(|(_, g)| g.high() > g.low()) else { return };
        found.push(gap);
        if found.len() > 2 * MOST_GAPS {
            found.sort_by_key(|g| std::cmp::Reverse(g.high() - g.low()));
            more += found.len() - MOST_GAPS;
            found.truncate(MOST_GAPS);
        }
    };
    // The other shops of a product count even when one shop is asked for.
    let region = regions(cx, "l.channel_id").unwrap_or_else(|| "1 = 1".to_owned());
    cx.each(
        &format!(
            "select l.product_id, p.code, p.title, s.name as shop, l.price, l.currency, c.fx_micro
             from listing l join product p on p.id = l.product_id join shop s on s.id = l.shop_id
             join channel c on c.id = l.channel_id
             where l.state = 'live' and l.price > 0 and (l.currency = 'CNY' or c.fx_micro > 0)
               and (?1 is null or l.product_id in
                   (select o.product_id from listing o where o.shop_id = ?1 and o.state = 'live'))
               and {region} order by l.product_id, s.name"
        ),
        params![asked.filters.shop],
        &mut |row| {
            let on: OnSale = from_row(row)?;
            let currency = Currency::parse(&on.currency).unwrap_or(Currency::CNY);
            let fx = if on.currency == "CNY" { 1_000_000 } else { on.fx_micro.unwrap_or_default() };
            let minor = 10_i128.pow(u32::from(currency.digits()));
            let cny = i128::from(on.price) * i128::from(fx) * 100 / (minor * 1_000_000);
            let cny = i64::try_from(cny).unwrap_or(i64::MAX);
            let told = currency.show(on.price);
            if open.as_ref().is_none_or(|(id, _)| *id != on.product_id) {
                close(open.take());
                open = Some((
                    on.product_id,
                    Gap { code: on.code, title: on.title, shops: Vec::new() },
                ));
            }
            if let Some((_, gap)) = &mut open {
                gap.shops.push((on.shop, cny, told));
            }
            Ok(true)
        },
    )?;
    close(open);
    found.sort_by_key(|g| std::cmp::Reverse(g.high() - g.low()));
    more += found.len().saturating_sub(MOST_GAPS);
    found.truncate(MOST_GAPS);
    Ok((found, more))
}

fn spread(cx: &Cx<'_>, asked: &Asked) -> Result<Sheet<'static>> {
    let money = Kind::Money { currency: Currency::CNY };
    let columns = vec![
        Column::new("code", "商品编码", Kind::Id),
        Column::new("title", "商品", Kind::Text).width(30.0).wrap(),
        Column::new("shops", "在售店铺数", Kind::Integer),
        Column::new("low", "最低价", money),
        Column::new("low_at", "最低价店铺", Kind::Text).width(22.0).wrap(),
        Column::new("high", "最高价", money),
        Column::new("high_at", "最高价店铺", Kind::Text).width(22.0).wrap(),
        Column::new("gap", "价差", money).rule(Rule::DataBar(Tone::Info)),
        Column::new("share", "价差率", Kind::Percent).defined("价差 ÷ 最低价"),
        Column::new("all", "各店售价", Kind::Text).width(46.0).wrap(),
    ];
    let (found, more) = gaps(cx, asked)?;
    let rows = found
        .into_iter()
        .map(|g| {
            let (low, high) = (g.low(), g.high());
            let all: Vec<String> =
                g.shops.iter().map(|(shop, _, told)| format!("{shop} {told}")).collect();
            vec![
                Cell::text(g.code.clone()),
                Cell::text(g.title.clone()),
                Cell::Integer(how_many(g.shops.len())),
                Cell::Money(low),
                Cell::text(g.at(low)),
                Cell::Money(high),
                Cell::text(g.at(high)),
                Cell::Money(high - low),
                Cell::ratio(high - low, low),
                Cell::text(all.join("；")),
            ]
        })
        .collect();
    let sheet = Sheet::new("渠道价差", columns, Rows::List(rows))
        .freeze(1)
        .note("价格是上架商品各 SKU 的最低价；外币按渠道汇率折成人民币，没有汇率的渠道不比较。");
    Ok(if more > 0 {
        sheet.note(format!("只列价差最大的 {MOST_GAPS} 个商品，另有 {more} 个没有列出。"))
    } else {
        sheet
    })
}

/// The key figures.
pub(super) fn preview(cx: &Cx<'_>, asked: &Asked) -> Result<Preview> {
    let weekly = Weeks::read(cx, asked)?;
    let waiting: i64 = cx.one(
        &format!(
            "select count(*) from sync_item i join listing l on l.id = i.listing_id
             join shop s on s.id = i.shop_id where i.done_at is null and {}",
            narrow(cx, 1)
        ),
        params![asked.filters.shop],
    )?;
    let (found, more) = gaps(cx, asked)?;
    let (below, unknown) = broken(cx, asked)?;
    let mut series: Vec<Drawn> = Act::ALL
        .iter()
        .map(|act| {
            Drawn::columns(act.label(), weekly.counts.iter().map(|c| c[*act as usize]), false)
        })
        .collect();
    series.push(Drawn::shares("价格指数", weekly.index.clone()));
    Ok(Preview {
        figures: vec![
            Figure::count("上新", weekly.total(Act::On), "期间内上架和重新上架的次数"),
            Figure::count("改价", weekly.total(Act::Price), "期间内售价变动的 SKU 次数"),
            Figure::count("下架", weekly.total(Act::Off), "期间内下架和删除的次数"),
            Figure::count("调类目", weekly.total(Act::Category), "期间内换过类目的次数"),
            Figure::count("待同步", waiting, "本店已改、平台还没有照改的（现在）"),
            Figure::count("破价 SKU", below, "在售现价低于底价的 SKU（现在）"),
            Figure::count(
                "缺汇率 SKU",
                unknown,
                "在售、有成本、渠道没有汇率，无法判断是否破价的 SKU（现在）",
            ),
            Figure::count(
                "有价差的商品",
                how_many(found.len() + more),
                "在几家店售价不同的商品（现在）",
            ),
        ],
        charts: vec![ChartView {
            title: "每周上新、改价、下架、调类目与价格指数",
            labels: weekly.spans.iter().map(|(from, to)| week_label(*from, *to)).collect(),
            series,
        }],
        remarks: Vec::new(),
    })
}

/// What it can be narrowed by.
pub(super) fn filters(cx: &Cx<'_>) -> Result<Vec<FilterView>> {
    let region = regions(cx, "channel_id").unwrap_or_else(|| "1 = 1".to_owned());
    let shops: Vec<(i64, String)> =
        cx.all(&format!("select id, name from shop where {region} order by name"), params![])?;
    let choices = shops.into_iter().map(|(id, label)| Choice { value: id.into(), label }).collect();
    Ok(vec![FilterView { key: "shop", title: "店铺", choices }])
}
