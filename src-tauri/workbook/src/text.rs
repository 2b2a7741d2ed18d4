//! A workbook as text, for snapshot tests and for widths.

use std::fmt::Write;

use chrono::{DateTime, NaiveDateTime, TimeZone};
use chrono_tz::Tz;

use crate::cover::Cover;
use crate::sheet::{Kind, Rows, Sheet, Total};
use crate::totals::{self, Span, Tally, Under};
use crate::value::{Cell, DASH, MASK, yes_no};
use crate::workbook::Workbook;

/// The workbook as text: the cover, every sheet with its columns, totals, rules, charts and notes,
/// and the rows that are at hand. Rows that stream are only mentioned.
pub fn as_text(workbook: &Workbook<'_>) -> String {
    let mut out = String::new();
    if let Some(cover) = &workbook.cover {
        cover_text(&mut out, cover, workbook.zone);
    }
    for sheet in &workbook.sheets {
        sheet_text(&mut out, sheet, workbook.zone);
    }
    out
}

fn cover_text(out: &mut String, cover: &Cover, zone: Tz) {
    let _ = writeln!(out, "# 封面与口径");
    for (name, value) in cover.facts(zone) {
        let _ = writeln!(out, "{name}: {value}");
    }
    for definition in &cover.definitions {
        let _ = writeln!(
            out,
            "口径 {} = {}（{}）",
            definition.name, definition.formula, definition.source
        );
    }
    for batch in &cover.batches {
        let _ = writeln!(out, "批次 {batch}");
    }
}

fn sheet_text(out: &mut String, sheet: &Sheet<'_>, zone: Tz) {
    if !out.is_empty() {
        out.push('\n');
    }
    let _ = writeln!(out, "# {}", sheet.name);
    for column in &sheet.columns {
        let _ = write!(out, "- {} [{}] {:?}", column.title, column.key, column.kind);
        if column.total != Total::None {
            let _ = write!(out, " total={:?}", column.total);
        }
        for rule in &column.rules {
            let _ = write!(out, " rule={rule:?}");
        }
        if let Some(allow) = &column.allow {
            let _ = write!(out, " allow={allow:?}");
        }
        if let Some(definition) = &column.definition {
            let _ = write!(out, " // {definition}");
        }
        out.push('\n');
    }
    let titles: Vec<&str> = sheet.columns.iter().map(|column| column.title.as_str()).collect();
    let _ = writeln!(out, "| {} |", titles.join(" | "));
    match &sheet.rows {
        Rows::List(rows) => {
            let mut tallies = vec![Tally::default(); sheet.columns.len()];
            for row in rows {
                let cells: Vec<String> = row
                    .iter()
                    .enumerate()
                    .map(|(at, cell)| {
                        let kind = sheet.columns.get(at).map_or(Kind::Text, |column| column.kind);
                        if let Some(tally) = tallies.get_mut(at) {
                            tally.add(cell, kind);
                        }
                        shown(cell, kind, zone).replace('|', "\\|").replace('\n', "⏎")
                    })
                    .collect();
                let _ = writeln!(out, "| {} |", cells.join(" | "));
            }
            if sheet.has_totals() && !rows.is_empty() {
                let last = u32::try_from(rows.len() + 1).unwrap_or(u32::MAX);
                let spans = [Span { sheet: None, first: 2, last }];
                let cells: Vec<String> = (0..sheet.columns.len())
                    .map(|at| match totals::under(&sheet.columns, &tallies, at, &spans, "合计") {
                        Under::Nothing => String::new(),
                        Under::Words(words) => words.to_owned(),
                        Under::Formula { result, .. } => result,
                    })
                    .collect();
                let _ = writeln!(out, "合计 | {} |", cells.join(" | "));
            }
        }
        Rows::Pull(_) | Rows::Push(_) => out.push_str("(rows stream)\n"),
    }
    for chart in &sheet.charts {
        let series: Vec<String> = chart
            .series
            .iter()
            .map(|series| {
                let side = if series.secondary { "→" } else { "" };
                let unseen = if series.unseen { "(unseen)" } else { "" };
                format!("{}{side}{unseen}", series.column)
            })
            .collect();
        let _ = writeln!(
            out,
            "chart {:?} 「{}」 {} × {} at {:?}",
            chart.kind,
            chart.title,
            chart.categories,
            series.join("+"),
            chart.place
        );
    }
    for note in &sheet.notes {
        let _ = writeln!(out, "注 {note}");
    }
}

/// A cell as Excel shows it.
pub(crate) fn shown(cell: &Cell, kind: Kind, zone: Tz) -> String {
    match cell {
        Cell::Integer(n) if matches!(kind, Kind::Id | Kind::Text) => n.to_string(),
        Cell::Integer(n) => totals::grouped(&n.to_string()),
        Cell::Number(n) if !n.is_finite() => DASH.to_owned(),
        Cell::Number(n) => match kind {
            Kind::Percent => format!("{:.2}%", n * 100.0),
            Kind::Number { decimals } => {
                totals::grouped(&format!("{n:.digits$}", digits = usize::from(decimals)))
            }
            _ => n.to_string(),
        },
        Cell::Money(minor) => match kind {
            Kind::Money { currency } => totals::money(i128::from(*minor), currency),
            _ => minor.to_string(),
        },
        Cell::MoneyIn(minor, currency) => totals::money(i128::from(*minor), *currency),
        Cell::Link(link) => link.1.clone(),
        other => plain(other, kind, zone),
    }
}

/// A cell as other programs read it: no thousands separators, no signs.
pub(crate) fn plain(cell: &Cell, kind: Kind, zone: Tz) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Masked => MASK.to_owned(),
        Cell::Text(text) => text.clone().into_owned(),
        Cell::Integer(n) => n.to_string(),
        Cell::Number(n) if n.is_finite() => n.to_string(),
        Cell::Number(_) | Cell::Dash => DASH.to_owned(),
        Cell::Money(minor) => match kind {
            Kind::Money { currency } => currency.plain(i128::from(*minor)),
            _ => minor.to_string(),
        },
        Cell::MoneyIn(minor, currency) => match kind {
            Kind::Money { currency: usual } if usual == *currency => {
                currency.plain(i128::from(*minor))
            }
            _ => format!("{} {}", currency.code(), currency.plain(i128::from(*minor))),
        },
        Cell::Day(day) => day.format("%Y-%m-%d").to_string(),
        Cell::Instant(at) => instant(*at, zone),
        Cell::Bool(yes) => yes_no(*yes).to_owned(),
        Cell::Image(picture) => picture.alt.clone(),
        Cell::Link(link) => link.0.clone(),
    }
}

/// A point in time on the zone's clock; `None` beyond the calendar.
pub(crate) fn local(at: i64, zone: Tz) -> Option<NaiveDateTime> {
    let utc = DateTime::from_timestamp_millis(at)?.naive_utc();
    Some(zone.from_utc_datetime(&utc).naive_local())
}

/// `2026-11-23 18:30:00` on the zone's clock.
pub(crate) fn instant(at: i64, zone: Tz) -> String {
    local(at, zone)
        .map_or_else(|| at.to_string(), |local| local.format("%Y-%m-%d %H:%M:%S").to_string())
}
