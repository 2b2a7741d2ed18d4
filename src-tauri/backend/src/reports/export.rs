//! 导出: any list, as it stands on the page: its filter, its order, its columns.

use shopdesk_workbook::{Cell, Column, Cover, Currency, Kind, Rows, Sheet, Total};

use super::frame;
use super::ops::Format;
use super::rules::how_many;
use super::run::{self, Begun};
use crate::kernel::jobs::JobCx;
use crate::kernel::list::{Col, ColKind, Filter, FilterOp, ListDef, ListInput, each_row};
use crate::kernel::{Cx, Lifecycle, Result};
use crate::store::{RowAccess, Value, ValueRef};

/// Pictures go into the workbook up to so many rows: each one is a file read and held.
const MOST_PICTURES: i64 = 2_000;

/// What an export was asked for.
pub(super) struct Wanted {
    pub def: &'static ListDef,
    pub query: ListInput,
    pub ids: Option<Vec<i64>>,
    pub columns: Vec<&'static Col>,
    /// Titles of columns the caller may not see.
    pub hidden: Vec<String>,
    pub format: Format,
}

/// The columns a person can choose from.
pub(super) fn offered(def: &'static ListDef) -> impl Iterator<Item = &'static Col> {
    def.columns.iter().filter(|c| c.kind != ColKind::Json && !c.inner)
}

/// Whether the caller may not see this column.
pub(super) fn sealed(cx: &Cx<'_>, col: &Col) -> bool {
    col.seal.is_some_and(|field| !cx.sees(field))
}

/// Writes a list as a job.
pub(super) fn run(job: &JobCx, wanted: &Wanted, begun: &Begun) -> Result<serde_json::Value> {
    let made = job.read(|cx| {
        let total = count(cx, wanted)?;
        let pictures = wanted.format == Format::Xlsx && total <= MOST_PICTURES;
        let columns: Vec<&'static Col> = wanted
            .columns
            .iter()
            .copied()
            .filter(|c| pictures || c.kind != ColKind::Image)
            .collect();
        let name = format!("{}-{}-{}", wanted.def.title, cx.today().compact(), begun.tail());
        let sheet = sheet(cx, wanted, &columns);
        let total = u64::try_from(total).unwrap_or_default();
        match wanted.format {
            Format::Csv => run::write_csv(job, cx, &format!("{name}.csv"), total, sheet),
            Format::Xlsx => {
                let mut cover = cover(cx, wanted, begun)?;
                if columns.len() < wanted.columns.len() {
                    cover.remarks.push(format!(
                        "共 {total} 行，超过 {MOST_PICTURES} 行的导出不放缩略图；需要图片时请先筛选或选中。"
                    ));
                }
                let book = frame::book(cx, cover)?.sheet(sheet);
                run::write(job, cx, &format!("{name}.xlsx"), total, book)
            }
        }
    })?;
    run::finish(job, begun, made)
}

/// The rows of a list as one sheet, with what adds up at its end.
fn sheet<'a>(cx: &'a Cx<'_>, wanted: &'a Wanted, columns: &[&'static Col]) -> Sheet<'a> {
    let (select, makers) = makers(cx, wanted.def, columns);
    let counted = columns.iter().position(|col| col.kind != ColKind::Image && !col.sum);
    let heads = columns
        .iter()
        .enumerate()
        .map(|(at, col)| {
            let head = Column::new(col.key, col.title, kind(col.kind));
            let head = if col.sum {
                head.sum()
            } else if counted == Some(at) {
                head.total(Total::Rows)
            } else {
                head
            };
            if matches!(col.kind, ColKind::Text) && long(col.key) {
                head.width(36.0).wrap()
            } else {
                head
            }
        })
        .collect();
    let width = columns.len();
    let rows = Rows::Push(Box::new(move |sink| {
        let mut row = Vec::with_capacity(width);
        let mut failed = None;
        let read =
            each_row(cx, wanted.def, &wanted.query, wanted.ids.as_deref(), &select, &mut |from| {
                row.clear();
                row.extend(makers.iter().enumerate().map(|(i, make)| make.cell(cx, from, i)));
                match sink(&mut row) {
                    Ok(()) => Ok(true),
                    Err(e) => {
                        failed = Some(e);
                        Ok(false)
                    }
                }
            });
        match failed {
            Some(e) => Err(e),
            None => read.map_err(Into::into),
        }
    }));
    let freeze = if columns.first().is_some_and(|c| c.kind == ColKind::Image) { 2 } else { 1 };
    Sheet::new(wanted.def.title, heads, rows).freeze(freeze)
}

fn count(cx: &Cx<'_>, wanted: &Wanted) -> Result<i64> {
    if let Some(ids) = &wanted.ids {
        return Ok(how_many(ids.len()));
    }
    let q = &wanted.query;
    let query = wanted.def.query(cx, q.tab.as_deref(), q.q.as_deref(), &q.filters)?;
    cx.one(&format!("select count(*) from {}{}", query.from, query.where_sql()), &query.params)
}

/// Words that need room.
fn long(key: &str) -> bool {
    ["title", "brief", "reason", "note", "detail"].iter().any(|word| key.contains(word))
}

fn cover(cx: &Cx<'_>, wanted: &Wanted, begun: &Begun) -> Result<Cover> {
    Ok(Cover {
        title: format!("{}列表", wanted.def.title),
        document: begun.no.clone(),
        shop: cx.setting("shop_name", String::new())?,
        cut_off: Some(cx.now),
        author: cx.caller.name.clone(),
        generated_at: cx.now,
        masks: wanted.hidden.clone(),
        filters: words(cx, wanted)?,
        ..Cover::default()
    })
}

/// The question in words, for the cover and for the list of what was made.
pub(super) fn words(cx: &Cx<'_>, wanted: &Wanted) -> Result<Vec<(String, String)>> {
    let mut out = Vec::new();
    let mut say = |name: &str, value: String| out.push((name.to_owned(), value));
    if let Some(tab) = wanted.query.tab.as_deref().filter(|t| *t != "all") {
        let title = wanted.def.tabs.iter().find(|t| t.key == tab).map_or(tab, |t| t.title);
        say("页签", title.to_owned());
    }
    if let Some(q) = wanted.query.q.as_deref().map(str::trim).filter(|q| !q.is_empty()) {
        say("搜索", q.to_owned());
    }
    for filter in &wanted.query.filters {
        let Some(col) = wanted.def.column(&filter.field) else { continue };
        let (title, value) = condition(cx, wanted.def, col, filter)?;
        say(title, value);
    }
    if let Some(ids) = &wanted.ids {
        say("只导出选中", format!("{} 条", ids.len()));
    }
    if !wanted.query.sort.is_empty() {
        let by: Vec<String> = wanted
            .query
            .sort
            .iter()
            .filter_map(|s| Some((wanted.def.column(&s.field)?, s.desc)))
            .map(|(col, desc)| {
                format!("{}{}", col.title, if desc { "从大到小" } else { "从小到大" })
            })
            .collect();
        say("排序", by.join("，"));
    }
    Ok(out)
}

fn condition(
    cx: &Cx<'_>,
    def: &'static ListDef,
    col: &'static Col,
    filter: &Filter,
) -> Result<(&'static str, String)> {
    // A number that refers to something is said by that thing's name.
    let named = col.key.strip_suffix("_id").and_then(|key| def.column(key));
    let told = |value: &serde_json::Value| -> Result<String> {
        if let (Some(name), Some(id)) = (named, value.as_i64()) {
            let sql =
                format!("select {} from {} where {} = ?1 limit 1", name.sql, def.from, col.sql);
            let found: Option<String> = cx.maybe(&sql, &[Value::Int(id)])?;
            return Ok(found.unwrap_or_else(|| format!("#{id}")));
        }
        Ok(match (col.kind, value) {
            (ColKind::State(life), serde_json::Value::String(code)) => {
                cx.core().lifecycle(life).map_or(code.as_str(), |l| l.label(code)).to_owned()
            }
            (ColKind::Choice(list), serde_json::Value::String(code)) => {
                list.iter().find(|(c, _)| c == code).map_or(code.as_str(), |(_, n)| *n).to_owned()
            }
            (ColKind::Money(_), serde_json::Value::Number(n)) => {
                Currency::CNY.plain(i128::from(n.as_i64().unwrap_or_default()))
            }
            (ColKind::Percent, serde_json::Value::Number(n)) => {
                format!("{}%", n.as_f64().unwrap_or_default() / 100.0)
            }
            (ColKind::Instant, serde_json::Value::Number(n)) => {
                cx.zone().show(n.as_i64().unwrap_or_default())
            }
            (_, serde_json::Value::Bool(yes)) => (if *yes { "是" } else { "否" }).to_owned(),
            (_, serde_json::Value::String(text)) => text.clone(),
            (_, other) => other.to_string(),
        })
    };
    let all = |between: &str| -> Result<String> {
        let values = filter.value.as_array().map(Vec::as_slice).unwrap_or_default();
        Ok(values.iter().map(&told).collect::<Result<Vec<_>>>()?.join(between))
    };
    let value = match filter.op {
        FilterOp::Eq => told(&filter.value)?,
        FilterOp::Ne => format!("不是 {}", told(&filter.value)?),
        FilterOp::In => all("、")?,
        FilterOp::Between => all(" 至 ")?,
        FilterOp::Lt => format!("小于 {}", told(&filter.value)?),
        FilterOp::Le => format!("不大于 {}", told(&filter.value)?),
        FilterOp::Gt => format!("大于 {}", told(&filter.value)?),
        FilterOp::Ge => format!("不小于 {}", told(&filter.value)?),
        FilterOp::Contains => format!("包含“{}”", told(&filter.value)?),
        FilterOp::IsNull => "为空".to_owned(),
        FilterOp::NotNull => "不为空".to_owned(),
    };
    Ok((named.unwrap_or(col).title, value))
}

fn kind(kind: ColKind) -> Kind {
    match kind {
        ColKind::Code => Kind::Id,
        ColKind::Int => Kind::Integer,
        ColKind::Money(_) => Kind::Money { currency: Currency::CNY },
        ColKind::Percent => Kind::Percent,
        ColKind::Day => Kind::Day,
        ColKind::Instant => Kind::Instant,
        ColKind::Bool => Kind::Bool,
        ColKind::Image => Kind::Image,
        ColKind::Text | ColKind::State(_) | ColKind::Choice(_) | ColKind::Json => Kind::Text,
    }
}

/// How one column's values become cells, decided once for all rows.
enum Make {
    Plain,
    /// With the currency in this column of the row.
    Money(Option<usize>),
    Percent,
    Day,
    Instant,
    Bool,
    State(&'static Lifecycle),
    Choice(&'static [(&'static str, &'static str)]),
    Image,
}

/// What to select (the columns, and after them the currencies they need), and a maker a column.
fn makers(
    cx: &Cx<'_>,
    def: &'static ListDef,
    columns: &[&'static Col],
) -> (Vec<&'static Col>, Vec<Make>) {
    let mut select = columns.to_vec();
    let makers = columns
        .iter()
        .map(|col| match col.kind {
            ColKind::Money(currency) => Make::Money(currency.and_then(|key| {
                if let Some(at) = select.iter().position(|c| c.key == key) {
                    return Some(at);
                }
                select.push(def.column(key)?);
                Some(select.len() - 1)
            })),
            ColKind::Percent => Make::Percent,
            ColKind::Day => Make::Day,
            ColKind::Instant => Make::Instant,
            ColKind::Bool => Make::Bool,
            ColKind::State(life) => cx.core().lifecycle(life).map_or(Make::Plain, Make::State),
            ColKind::Choice(names) => Make::Choice(names),
            ColKind::Image => Make::Image,
            ColKind::Text | ColKind::Code | ColKind::Int | ColKind::Json => Make::Plain,
        })
        .collect();
    (select, makers)
}

impl Make {
    fn cell(&self, cx: &Cx<'_>, row: &dyn RowAccess, i: usize) -> Cell {
        match (self, row.get(i)) {
            (_, ValueRef::Null | ValueRef::Blob(_)) => Cell::Empty,
            (Self::Money(at), ValueRef::Int(n)) => {
                let code = at.and_then(|at| match row.get(at) {
                    ValueRef::Text(code) => Currency::parse(code),
                    _ => None,
                });
                code.map_or(Cell::Money(n), |currency| Cell::MoneyIn(n, currency))
            }
            (Self::Percent, ValueRef::Int(bp)) => Cell::Number(bp as f64 / 10_000.0),
            (Self::Instant, ValueRef::Int(at)) => Cell::Instant(at),
            (Self::Bool, ValueRef::Int(n)) => Cell::Bool(n != 0),
            (_, ValueRef::Int(n)) => Cell::Integer(n),
            (_, ValueRef::Real(x)) => Cell::Number(x),
            (_, ValueRef::Text("")) => Cell::Empty,
            (Self::Day, ValueRef::Text(day)) => Cell::day(day),
            (Self::State(life), ValueRef::Text(code)) => match life.state(code) {
                Some(state) => Cell::text(state.label),
                None => Cell::text(code.to_owned()),
            },
            (Self::Choice(names), ValueRef::Text(code)) => {
                match names.iter().find(|(c, _)| *c == code) {
                    Some((_, name)) => Cell::text(*name),
                    None => Cell::text(code.to_owned()),
                }
            }
            (Self::Image, ValueRef::Text(hash)) => match cx.core().thumb(hash, 80) {
                Ok(Some(bytes)) => Cell::image(bytes, ""),
                _ => Cell::Empty,
            },
            (_, ValueRef::Text(text)) => Cell::text(text.to_owned()),
        }
    }
}
