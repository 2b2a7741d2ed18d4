//! The flow of R19: what went on and off the shelf, which prices and categories changed, before and
//! after, why, and who approved.

use std::collections::{BTreeMap, VecDeque};

use serde::Deserialize;
use shopdesk_workbook::{
    Cell, Column, Compare, Currency, Kind, Row, Rows, Rule, Sheet, Sink, SourceError, Tone,
};

use super::frame::Asked;
use super::prices::narrow;
use super::rules::{PriceIndex, week_of, weeks};
use crate::kernel::audit::Change;
use crate::kernel::{Cx, Day, Result};
use crate::params;
use crate::store::{StoreError, StoreResult, from_row};

/// What can happen to a listing, as the flow counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Act {
    On,
    Price,
    Off,
    Category,
}

impl Act {
    pub(super) const ALL: [Self; 4] = [Self::On, Self::Price, Self::Off, Self::Category];

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::On => "上新",
            Self::Price => "改价",
            Self::Off => "下架",
            Self::Category => "调类目",
        }
    }
}

#[derive(Deserialize)]
struct Event {
    at: i64,
    shop: String,
    channel: String,
    code: String,
    title: String,
    from_state: Option<String>,
    to_state: Option<String>,
    reason: String,
    by: String,
    changes: String,
}

#[derive(Deserialize)]
struct Priced {
    at: i64,
    listing_sku_id: i64,
    shop: String,
    channel: String,
    code: String,
    title: String,
    outer_id: String,
    old: i64,
    new: i64,
    currency: String,
    reason: String,
    by: String,
    approved: String,
    no: String,
}

/// One line of the flow that is not a price.
struct Line {
    at: i64,
    act: Act,
    label: &'static str,
    before: String,
    after: String,
    event: usize,
}

fn events(cx: &Cx<'_>, asked: &Asked) -> Result<(Vec<Event>, Vec<Line>)> {
    let found: Vec<Event> = cx.all(
        &format!(
            "select e.at, s.name as shop, c.title as channel, p.code, l.title, e.from_state,
                e.to_state, coalesce(e.reason, '') as reason, e.staff_name as \"by\", e.changes
             from audit_event e join listing l on l.id = e.entity_id join shop s on s.id = l.shop_id
             join channel c on c.id = l.channel_id join product p on p.id = l.product_id
             where e.entity = 'listing' and e.refused is null and e.at >= ?1 and e.at < ?2
               and (e.to_state in ('live', 'delisted', 'deleted') or e.changes like '%\"category\"%')
               and {} order by e.at, e.seq",
            narrow(cx, 3)
        ),
        params![asked.start, asked.end, asked.filters.shop],
    )?;
    let life = cx.core().lifecycle("listing");
    let label = |code: &str| life.map_or(code, |l| l.label(code)).to_owned();
    let mut lines = Vec::new();
    for (at, event) in found.iter().enumerate() {
        let from = event.from_state.as_deref().unwrap_or_default();
        let act = match event.to_state.as_deref() {
            Some("live") if from == "delisted" => Some((Act::On, "重新上架")),
            Some("live") => Some((Act::On, "上新")),
            Some("delisted") => Some((Act::Off, "下架")),
            Some("deleted") if from == "delisted" => Some((Act::Off, "删除")),
            _ => None,
        };
        if let Some((act, title)) = act {
            let after = label(event.to_state.as_deref().unwrap_or_default());
            lines.push(Line {
                at: event.at,
                act,
                label: title,
                before: label(from),
                after,
                event: at,
            });
        }
        if let Some((before, after)) = category(&event.changes) {
            lines.push(Line {
                at: event.at,
                act: Act::Category,
                label: "调类目",
                before,
                after,
                event: at,
            });
        }
    }
    Ok((found, lines))
}

/// The old and the new category of an event; a first category is not a change.
fn category(changes: &str) -> Option<(String, String)> {
    let changes: Vec<Change> = serde_json::from_str(changes).ok()?;
    let (old, new) = changes
        .iter()
        .filter(|c| c.table == "listing" && c.kind == "changed")
        .find_map(|c| c.fields.get("category"))?;
    let (old, new) = (old.as_str()?, new.as_str()?);
    (!old.is_empty() && old != new).then(|| (old.to_owned(), new.to_owned()))
}

fn each_price(
    cx: &Cx<'_>,
    asked: &Asked,
    f: &mut dyn FnMut(Priced) -> StoreResult<()>,
) -> Result<()> {
    cx.each(
        &format!(
            "select h.at, h.listing_sku_id, s.name as shop, c.title as channel, p.code, l.title,
                coalesce(k.outer_id, '') as outer_id, h.old, h.new, l.currency,
                coalesce(g.reason, '') as reason, coalesce(b.name, '系统') as \"by\",
                case when g.id is null then '限额内直接改价'
                     when a.name is not null then a.name
                     when g.auto_approved = 1 then '自动通过（限额内）' else '' end as approved,
                coalesce(g.code, '') as no
             from price_history h join listing l on l.id = h.listing_id
             join shop s on s.id = l.shop_id join channel c on c.id = l.channel_id
             join product p on p.id = l.product_id join listing_sku k on k.id = h.listing_sku_id
             left join staff b on b.id = h.by_id left join price_change g on g.id = h.price_change_id
             left join staff a on a.id = g.approved_by
             where h.at >= ?1 and h.at < ?2 and h.old > 0 and {} order by h.at, h.id",
            narrow(cx, 3)
        ),
        params![asked.start, asked.end, asked.filters.shop],
        &mut |row| {
            f(from_row(row)?)?;
            Ok(true)
        },
    )
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("at", "时间", Kind::Instant),
        Column::new("act", "类型", Kind::Text)
            .rule(Rule::Is("上新".to_owned(), Tone::Good))
            .rule(Rule::Is("下架".to_owned(), Tone::Muted))
            .rule(Rule::Is("改价".to_owned(), Tone::Info)),
        Column::new("shop", "店铺", Kind::Text),
        Column::new("channel", "渠道", Kind::Text),
        Column::new("code", "商品编码", Kind::Id),
        Column::new("title", "标题", Kind::Text).width(30.0).wrap(),
        Column::new("outer", "商家编码", Kind::Id),
        Column::new("before", "前", Kind::Text).width(22.0),
        Column::new("after", "后", Kind::Text).width(22.0),
        Column::new("moved", "价格变动", Kind::Percent)
            .defined("改后售价 ÷ 改前售价 − 1")
            .rule(Rule::When(Compare::Below(-0.1), Tone::Bad))
            .rule(Rule::When(Compare::Above(0.1), Tone::Warn)),
        Column::new("reason", "原因", Kind::Text).width(28.0).wrap(),
        Column::new("by", "经手", Kind::Text),
        Column::new("approved", "批准", Kind::Text),
        Column::new("no", "改价单", Kind::Id),
    ]
}

/// The sheet; its rows are read while they are written.
pub(super) fn sheet<'a>(cx: &'a Cx<'_>, asked: &'a Asked) -> Sheet<'a> {
    let rows = Rows::Push(Box::new(move |sink| {
        let (found, lines) = events(cx, asked)?;
        let mut waiting: VecDeque<Line> = lines.into();
        let mut row = Row::new();
        let mut stopped = None;
        let read = each_price(cx, asked, &mut |price| {
            let mut give = || {
                while waiting.front().is_some_and(|line| line.at <= price.at) {
                    let Some(line) = waiting.pop_front() else { break };
                    put(sink, &mut row, told(&line, &found))?;
                }
                put(sink, &mut row, priced(&price))
            };
            give().map_err(|e| {
                stopped = Some(e);
                StoreError::Sql("writing has stopped".to_owned())
            })
        });
        if let Some(e) = stopped {
            return Err(e);
        }
        read?;
        for line in waiting {
            put(sink, &mut row, told(&line, &found))?;
        }
        Ok(())
    }));
    Sheet::new("变更流水", columns(), rows)
        .freeze(2)
        .note("上新含重新上架，下架含删除。按时间先后，同一次改价每个 SKU 一行；首次定价不算改价。")
}

fn put(sink: &mut Sink<'_>, row: &mut Row, cells: [Cell; 14]) -> Result<(), SourceError> {
    row.clear();
    row.extend(cells);
    sink(row)
}

fn told(line: &Line, events: &[Event]) -> [Cell; 14] {
    let event = &events[line.event];
    let text = |s: &str| if s.is_empty() { Cell::Empty } else { Cell::text(s.to_owned()) };
    [
        Cell::Instant(line.at),
        Cell::text(line.label),
        text(&event.shop),
        text(&event.channel),
        text(&event.code),
        text(&event.title),
        Cell::Empty,
        text(&line.before),
        text(&line.after),
        Cell::Empty,
        text(&event.reason),
        text(&event.by),
        Cell::Dash,
        Cell::Empty,
    ]
}

fn priced(p: &Priced) -> [Cell; 14] {
    let text = |s: &str| if s.is_empty() { Cell::Empty } else { Cell::text(s.to_owned()) };
    let currency = Currency::parse(&p.currency).unwrap_or(Currency::CNY);
    [
        Cell::Instant(p.at),
        Cell::text("改价"),
        text(&p.shop),
        text(&p.channel),
        text(&p.code),
        text(&p.title),
        text(&p.outer_id),
        Cell::MoneyIn(p.old, currency),
        Cell::MoneyIn(p.new, currency),
        Cell::ratio(p.new - p.old, p.old),
        text(&p.reason),
        text(&p.by),
        text(&p.approved),
        text(&p.no),
    ]
}

/// The flow by week.
pub(super) struct Weeks {
    pub spans: Vec<(Day, Day)>,
    /// Counts by week, in the order of [`Act::ALL`].
    pub counts: Vec<[i64; 4]>,
    /// Prices at the end of each week against the beginning.
    pub index: Vec<Option<f64>>,
}

impl Weeks {
    pub(super) fn read(cx: &Cx<'_>, asked: &Asked) -> Result<Self> {
        let weeks = weeks(asked.from, asked.to);
        let mut counts = vec![[0_i64; 4]; weeks.len()];
        let mut index = PriceIndex::new(weeks.len());
        let (_, lines) = events(cx, asked)?;
        for line in lines {
            if let Some(week) = week_of(&weeks, cx.zone().day(line.at)) {
                counts[week][line.act as usize] += 1;
            }
        }
        // Changes come by time: the week of the last one is the week of most.
        let mut ends: BTreeMap<i64, usize> = BTreeMap::new();
        for (at, (_, last)) in weeks.iter().enumerate() {
            ends.insert(cx.zone().start_of(last.plus(1)), at);
        }
        each_price(cx, asked, &mut |price| {
            if let Some((_, week)) = ends.range(price.at + 1..).next() {
                counts[*week][Act::Price as usize] += 1;
                index.add(*week, price.listing_sku_id, price.old, price.new);
            }
            Ok(())
        })?;
        Ok(Self { spans: weeks, counts, index: index.ends() })
    }

    pub(super) fn total(&self, act: Act) -> i64 {
        self.counts.iter().map(|c| c[act as usize]).sum()
    }
}
