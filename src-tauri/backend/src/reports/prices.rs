//! R19 上架与价格变更: what went on and off the shelf, which prices changed and who approved, what the
//! platforms do not have yet, what sells below its floor, and how prices differ between channels.

use serde::Deserialize;
use shopdesk_workbook::{
    Cell, Chart, ChartKind, Column, Cover, Currency, Definition, Kind, Rows, Series, Sheet,
    Workbook,
};

use super::export;
use crate::kernel::{Cx, Day, Error, Field, Result};
use crate::params;
use crate::store::{RowAccess, ValueRef};

/// Builds the workbook of one period.
pub(super) fn book(cx: &Cx<'_>, from: Day, to: Day) -> Result<Workbook<'static>> {
    let (start, end) = (cx.zone().start_of(from), cx.zone().start_of(to.plus(1)));
    let cover = Cover {
        title: "R19 上架与价格变更".to_owned(),
        shop: cx.setting("shop_name", String::new())?,
        period: format!("{from} 至 {to}"),
        cut_off: Some(cx.now),
        author: cx.caller.name.clone(),
        generated_at: cx.now,
        masks: export::masks(cx),
        definitions: vec![
            Definition::new("价格指数", "改后售价 ÷ 改前售价", "价格流水"),
            Definition::new("底价", "成本 ×（1 + 最低毛利率）", "产品成本与渠道设置"),
            Definition::new("渠道价差", "同一商品各店售价与最低价之差", "在售上架（同一币种）"),
        ],
        ..Cover::default()
    };
    Ok(Workbook::report(cover, export::zone(cx)?)
        .sheet(price_changes(cx, start, end)?)
        .sheet(state_changes(cx, start, end)?)
        .sheet(waiting(cx)?)
        .sheet(below_floor(cx)?)
        .sheet(spread(cx)?)
        .sheet(weeks(cx, start, end)?))
}

fn text(row: &dyn RowAccess, i: usize) -> Cell {
    match row.get(i) {
        ValueRef::Text(t) => Cell::text(t.to_owned()),
        ValueRef::Int(n) => Cell::text(n.to_string()),
        _ => Cell::Empty,
    }
}

fn int(row: &dyn RowAccess, i: usize) -> Option<i64> {
    match row.get(i) {
        ValueRef::Int(n) => Some(n),
        _ => None,
    }
}

fn money(row: &dyn RowAccess, amount: usize, currency: usize) -> Cell {
    let code = match row.get(currency) {
        ValueRef::Text(code) => Currency::parse(code),
        _ => None,
    };
    match (int(row, amount), code) {
        (Some(n), Some(code)) => Cell::MoneyIn(n, code),
        (Some(n), None) => Cell::Money(n),
        _ => Cell::Empty,
    }
}

fn rows(
    cx: &Cx<'_>,
    sql: &str,
    params: &[crate::store::Value],
    f: impl Fn(&dyn RowAccess) -> Vec<Cell>,
) -> Result<Rows<'static>> {
    let mut out = Vec::new();
    cx.each(sql, params, &mut |row| {
        out.push(f(row));
        Ok(true)
    })?;
    Ok(Rows::List(out))
}

fn amount(key: &'static str, title: &str) -> Column {
    Column::new(key, title, Kind::Money { currency: Currency::CNY })
}

fn price_changes(cx: &Cx<'_>, start: i64, end: i64) -> Result<Sheet<'static>> {
    let columns = vec![
        Column::new("at", "时间", Kind::Instant),
        Column::new("shop", "店铺", Kind::Text),
        Column::new("code", "商品编码", Kind::Id),
        Column::new("title", "标题", Kind::Text),
        Column::new("outer", "商家编码", Kind::Id),
        amount("old", "改前"),
        amount("new", "改后"),
        Column::new("index", "价格指数", Kind::Percent).defined("改后售价 ÷ 改前售价"),
        Column::new("reason", "原因", Kind::Text),
        Column::new("by", "经手", Kind::Text),
        Column::new("approved", "批准", Kind::Text),
    ];
    let rows = rows(
        cx,
        "select h.at, s.name, p.code, l.title, k.outer_id, h.old, h.new, l.currency,
            coalesce(c.reason, ''), b.name, coalesce(a.name, case when c.auto_approved = 1 then '自动' else '' end)
         from price_history h join listing l on l.id = h.listing_id join shop s on s.id = l.shop_id
         join product p on p.id = l.product_id join listing_sku k on k.id = h.listing_sku_id
         left join staff b on b.id = h.by_id left join price_change c on c.id = h.price_change_id
         left join staff a on a.id = c.approved_by
         where h.at >= ?1 and h.at < ?2 order by h.at, h.id",
        params![start, end],
        |r| {
            vec![
                int(r, 0).map_or(Cell::Empty, Cell::Instant),
                text(r, 1),
                text(r, 2),
                text(r, 3),
                text(r, 4),
                money(r, 5, 7),
                money(r, 6, 7),
                Cell::ratio(int(r, 6).unwrap_or_default(), int(r, 5).unwrap_or_default()),
                text(r, 8),
                text(r, 9),
                text(r, 10),
            ]
        },
    )?;
    Ok(Sheet::new("改价流水", columns, rows).freeze(1))
}

fn state_changes(cx: &Cx<'_>, start: i64, end: i64) -> Result<Sheet<'static>> {
    let columns = vec![
        Column::new("at", "时间", Kind::Instant),
        Column::new("shop", "店铺", Kind::Text),
        Column::new("code", "商品编码", Kind::Id),
        Column::new("title", "标题", Kind::Text),
        Column::new("from", "原状态", Kind::Text),
        Column::new("to", "新状态", Kind::Text),
        Column::new("reason", "原因", Kind::Text),
        Column::new("by", "经手", Kind::Text),
    ];
    let life = cx
        .core()
        .lifecycle("listing")
        .ok_or_else(|| Error::internal("no life cycle of listings"))?;
    let label = |row: &dyn RowAccess, i: usize| match row.get(i) {
        ValueRef::Text(code) => Cell::text(life.label(code).to_owned()),
        _ => Cell::Empty,
    };
    let rows = rows(
        cx,
        "select e.at, s.name, p.code, l.title, e.from_state, e.to_state, coalesce(e.reason, ''), e.staff_name
         from audit_event e join listing l on l.id = e.entity_id join shop s on s.id = l.shop_id
         join product p on p.id = l.product_id
         where e.entity = 'listing' and e.to_state is not null and e.at >= ?1 and e.at < ?2 order by e.seq",
        params![start, end],
        |r| {
            vec![
                int(r, 0).map_or(Cell::Empty, Cell::Instant),
                text(r, 1),
                text(r, 2),
                text(r, 3),
                label(r, 4),
                label(r, 5),
                text(r, 6),
                text(r, 7),
            ]
        },
    )?;
    Ok(Sheet::new("上下架流水", columns, rows).freeze(1))
}

fn waiting(cx: &Cx<'_>) -> Result<Sheet<'static>> {
    let columns = vec![
        Column::new("since", "从何时起", Kind::Instant),
        Column::new("shop", "店铺", Kind::Text),
        Column::new("code", "商品编码", Kind::Id),
        Column::new("title", "标题", Kind::Text),
        Column::new("kind", "项目", Kind::Text),
        Column::new("old", "平台现值", Kind::Text),
        Column::new("new", "应改为", Kind::Text),
    ];
    let rows = rows(
        cx,
        "select i.since, s.name, p.code, l.title, i.kind, i.old, i.new
         from sync_item i join listing l on l.id = i.listing_id join shop s on s.id = i.shop_id
         join product p on p.id = l.product_id where i.done_at is null order by i.since",
        params![],
        |r| {
            let kind = match r.get(4) {
                ValueRef::Text("price") => Cell::text("售价"),
                ValueRef::Text("stock" | "qty") => Cell::text("库存"),
                ValueRef::Text("title") => Cell::text("标题"),
                ValueRef::Text("category") => Cell::text("类目"),
                ValueRef::Text("state") => Cell::text("上下架"),
                ValueRef::Text("copy") => Cell::text("文案"),
                ValueRef::Text("picture" | "pictures") => Cell::text("图片"),
                _ => text(r, 4),
            };
            vec![
                int(r, 0).map_or(Cell::Empty, Cell::Instant),
                text(r, 1),
                text(r, 2),
                text(r, 3),
                kind,
                text(r, 5),
                text(r, 6),
            ]
        },
    )?;
    Ok(Sheet::new("待同步差异", columns, rows).freeze(1))
}

/// Listings whose SKU sells below its cost in CNY; without the right to see cost the amounts are hidden.
fn below_floor(cx: &Cx<'_>) -> Result<Sheet<'static>> {
    let columns = vec![
        Column::new("shop", "店铺", Kind::Text),
        Column::new("code", "商品编码", Kind::Id),
        Column::new("outer", "商家编码", Kind::Id),
        amount("price", "售价"),
        amount("cost", "成本"),
        amount("floor", "底价").defined("成本 ×（1 + 最低毛利率）"),
    ];
    let sees = cx.sees(Field::Cost);
    let rows = rows(
        cx,
        "select s.name, p.code, k.outer_id, k.price, u.cost,
            u.cost + u.cost * coalesce(c.min_margin_bp, 0) / 10000, l.currency
         from listing_sku k join listing l on l.id = k.listing_id join shop s on s.id = l.shop_id
         join channel c on c.id = s.channel_id join sku u on u.id = k.sku_id
         join product p on p.id = l.product_id
         where l.state = 'live' and l.currency = 'CNY' and u.cost is not null
           and k.price < u.cost + u.cost * coalesce(c.min_margin_bp, 0) / 10000
         order by s.name, p.code limit 100000",
        params![],
        |r| {
            let hidden = |cell: Cell| if sees { cell } else { Cell::Masked };
            vec![
                text(r, 0),
                text(r, 1),
                text(r, 2),
                money(r, 3, 6),
                hidden(int(r, 4).map_or(Cell::Empty, Cell::Money)),
                hidden(int(r, 5).map_or(Cell::Empty, Cell::Money)),
            ]
        },
    )?;
    Ok(Sheet::new("破价清单", columns, rows).freeze(1))
}

fn spread(cx: &Cx<'_>) -> Result<Sheet<'static>> {
    let columns = vec![
        Column::new("code", "商品编码", Kind::Id),
        Column::new("title", "商品", Kind::Text),
        Column::new("shops", "在售店铺数", Kind::Integer),
        amount("low", "最低售价"),
        amount("high", "最高售价"),
        amount("gap", "价差"),
    ];
    let rows = rows(
        cx,
        "select p.code, p.title, count(*), min(l.price), max(l.price), max(l.price) - min(l.price), l.currency
         from listing l join product p on p.id = l.product_id where l.state = 'live'
         group by p.id, p.code, p.title, l.currency having count(*) > 1 and max(l.price) > min(l.price)
         order by max(l.price) - min(l.price) desc limit 100000",
        params![],
        |r| vec![text(r, 0), text(r, 1), Cell::Integer(int(r, 2).unwrap_or_default()), money(r, 3, 6), money(r, 4, 6), money(r, 5, 6)],
    )?;
    Ok(Sheet::new("渠道价差", columns, rows).freeze(1))
}

/// How many prices changed in each week, and how far on average.
fn weeks(cx: &Cx<'_>, start: i64, end: i64) -> Result<Sheet<'static>> {
    #[derive(Deserialize)]
    struct Week {
        first: i64,
        changes: i64,
        ratio: f64,
    }
    const WEEK: i64 = 7 * 86_400_000;
    let found: Vec<Week> = cx.all(
        "select ?1 + (at - ?1) / ?3 * ?3 as first, count(*) as changes,
            avg(new * 1.0 / old) as ratio
         from price_history where at >= ?1 and at < ?2 and old > 0 group by first order by first",
        params![start, end, WEEK],
    )?;
    let columns = vec![
        Column::new("week", "周起始日", Kind::Text),
        Column::new("changes", "改价次数", Kind::Integer).sum(),
        Column::new("index", "平均价格指数", Kind::Percent),
    ];
    let rows = found
        .into_iter()
        .map(|w| {
            vec![
                Cell::text(cx.zone().day(w.first).to_string()),
                Cell::Integer(w.changes),
                Cell::Number(w.ratio),
            ]
        })
        .collect();
    Ok(Sheet::new("按周", columns, Rows::List(rows)).chart(Chart::new(
        "每周改价次数与价格指数",
        ChartKind::Combined,
        "week",
        vec![Series::columns("changes"), Series::line("index").on_the_right()],
    )))
}
