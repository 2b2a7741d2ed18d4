//! 导出 Excel: any list, as it stands on the page: its filter, its order, its columns.

use std::ops::ControlFlow;

use shopdesk_workbook::{Cell, Column, Cover, Currency, Kind, Rows, Sheet, Workbook};

use crate::kernel::jobs::JobCx;
use crate::kernel::list::{Col, ColKind, ListDef, ListInput, each_row};
use crate::kernel::{Cx, Error, Field, Result, files::FileFacts};
use crate::store::{RowAccess, ValueRef};

/// What an export was asked for.
pub(super) struct Wanted {
    pub def: &'static ListDef,
    pub query: ListInput,
    pub ids: Option<Vec<i64>>,
    pub columns: Vec<&'static Col>,
}

/// Writes the workbook of a list as a job.
pub(super) fn run(job: &JobCx, wanted: Wanted) -> Result<serde_json::Value> {
    let facts = job.read(|cx| {
        let name = format!("{}-{}.xlsx", wanted.def.title, cx.today().compact());
        let columns: Vec<Column> = wanted
            .columns
            .iter()
            .map(|col| Column::new(col.key, col.title, kind(col.kind)))
            .collect();
        let masked: Vec<bool> =
            wanted.columns.iter().map(|c| c.seal.is_some_and(|f| !cx.sees(f))).collect();
        let rows = Rows::Push(Box::new(|sink| {
            let mut row = Vec::with_capacity(wanted.columns.len());
            let mut failed = None;
            let read = each_row(
                cx,
                wanted.def,
                &wanted.query,
                wanted.ids.as_deref(),
                &wanted.columns,
                &mut |from| {
                    row.clear();
                    for (i, col) in wanted.columns.iter().enumerate() {
                        row.push(if masked[i] {
                            Cell::Masked
                        } else {
                            cell(cx, col.kind, from, i)
                        });
                    }
                    match sink(&mut row) {
                        Ok(()) => Ok(true),
                        Err(e) => {
                            failed = Some(e);
                            Ok(false)
                        }
                    }
                },
            );
            match failed {
                Some(e) => Err(e),
                None => read.map_err(|e| Box::new(e) as _),
            }
        }));
        let sheet = Sheet::new(wanted.def.title, columns, rows).freeze(1);
        let book = Workbook::report(cover(cx, &wanted, &masked)?, zone(cx)?).sheet(sheet);
        write(job, cx, &name, book)
    })?;
    Ok(serde_json::json!({ "file": facts.hash, "name": facts.name, "bytes": facts.bytes }))
}

/// Writes a workbook beside the files, and keeps it as one of them.
pub(super) fn write(job: &JobCx, cx: &Cx<'_>, name: &str, book: Workbook<'_>) -> Result<FileFacts> {
    let folder = tempfile::tempdir_in(cx.core().store().dir()).map_err(Error::internal)?;
    let path = folder.path().join("made.xlsx");
    let progress = &|rows: u64| job.step(rows, 0).is_ok();
    let written = shopdesk_workbook::write(book, &path, &mut |p| {
        if progress(p.rows) { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    match written {
        Ok(_) => cx.core().keep_made(name, &path),
        Err(shopdesk_workbook::Error::Cancelled) => {
            Err(Error::conflict("cancelled", "已取消，没有留下文件"))
        }
        Err(e) => Err(Error::conflict("workbook", e.to_string())),
    }
}

/// The shop's zone as the workbook wants it.
pub(super) fn zone(cx: &Cx<'_>) -> Result<chrono_tz::Tz> {
    cx.zone().name().parse().map_err(Error::internal)
}

fn cover(cx: &Cx<'_>, wanted: &Wanted, masked: &[bool]) -> Result<Cover> {
    let mut filters = Vec::new();
    if let Some(tab) = &wanted.query.tab {
        let title = wanted.def.tabs.iter().find(|t| t.key == tab).map_or("全部", |t| t.title);
        filters.push(("页签".to_owned(), title.to_owned()));
    }
    if let Some(q) = wanted.query.q.as_deref().filter(|q| !q.trim().is_empty()) {
        filters.push(("搜索".to_owned(), q.to_owned()));
    }
    for filter in &wanted.query.filters {
        let title = wanted.def.column(&filter.field).map_or(filter.field.as_str(), |c| c.title);
        filters.push((title.to_owned(), filter.value.to_string()));
    }
    if let Some(ids) = &wanted.ids {
        filters.push(("只导出选中".to_owned(), format!("{} 条", ids.len())));
    }
    let masks = wanted
        .columns
        .iter()
        .zip(masked)
        .filter(|(_, hidden)| **hidden)
        .map(|(col, _)| col.title.to_owned())
        .collect();
    Ok(Cover {
        title: format!("{}列表", wanted.def.title),
        shop: cx.setting("shop_name", String::new())?,
        cut_off: Some(cx.now),
        author: cx.caller.name.clone(),
        generated_at: cx.now,
        masks,
        filters,
        ..Cover::default()
    })
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

/// One value of a row as the workbook's cell.
fn cell(cx: &Cx<'_>, kind: ColKind, row: &dyn RowAccess, i: usize) -> Cell {
    let value = row.get(i);
    match (kind, value) {
        (_, ValueRef::Null | ValueRef::Blob(_)) => Cell::Empty,
        (ColKind::Money(currency), ValueRef::Int(n)) => {
            let code = currency.and_then(|key| column_text(row, key));
            match code.and_then(shopdesk_workbook::Currency::parse) {
                Some(currency) => Cell::MoneyIn(n, currency),
                None => Cell::Money(n),
            }
        }
        (ColKind::Percent, ValueRef::Int(bp)) => Cell::Number(bp as f64 / 10_000.0),
        (ColKind::Instant, ValueRef::Int(n)) => Cell::Instant(n),
        (ColKind::Bool, ValueRef::Int(n)) => Cell::Bool(n != 0),
        (_, ValueRef::Int(n)) => Cell::Integer(n),
        (_, ValueRef::Real(x)) => Cell::Number(x),
        (ColKind::Day, ValueRef::Text(day)) => Cell::day(day),
        (ColKind::State(life), ValueRef::Text(code)) => {
            let label = cx.core().lifecycle(life).map_or(code, |l| l.label(code));
            Cell::text(label.to_owned())
        }
        (ColKind::Choice(names), ValueRef::Text(code)) => {
            let name = names.iter().find(|(c, _)| *c == code).map_or(code, |(_, name)| name);
            Cell::text(name.to_owned())
        }
        (ColKind::Image, ValueRef::Text(hash)) => match cx.core().thumb(hash, 80) {
            Ok(Some(bytes)) => Cell::image(bytes, ""),
            _ => Cell::Empty,
        },
        (_, ValueRef::Text(text)) => Cell::text(text.to_owned()),
    }
}

fn column_text<'r>(row: &'r dyn RowAccess, key: &str) -> Option<&'r str> {
    (0..row.width()).find(|i| row.name(*i) == key).and_then(|i| match row.get(i) {
        ValueRef::Text(text) => Some(text),
        _ => None,
    })
}

/// The columns an export has when none are named: all but nested ones, and the version.
pub(super) fn default_columns(def: &'static ListDef) -> Vec<&'static Col> {
    def.columns.iter().filter(|c| c.kind != ColKind::Json && c.key != "version").collect()
}

/// Sealed fields in words, for covers of reports.
pub(super) fn masks(cx: &Cx<'_>) -> Vec<String> {
    if cx.sees(Field::Cost) { Vec::new() } else { vec!["成本与底价".to_owned()] }
}
