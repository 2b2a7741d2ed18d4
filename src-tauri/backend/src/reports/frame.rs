//! What every report has: its period, its filters, its cover; and the figures shown before it is made.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use shopdesk_workbook::{Cover, Definition, Workbook};

use crate::assets::{AssetKind, KINDS};
use crate::kernel::{Cx, Day, Error, Result};
use crate::params;

/// What a report is narrowed to; each report looks at the ones it has.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Filters {
    /// R16: only this person's work.
    #[serde(default)]
    pub assignee: Option<i64>,
    /// R16: only this kind of picture.
    #[serde(default)]
    pub asset_kind: Option<AssetKind>,
    /// R19: only this shop.
    #[serde(default)]
    pub shop: Option<i64>,
}

/// A report as asked for: days, and the instants they begin and end at.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub from: Day,
    pub to: Day,
    pub start: i64,
    pub end: i64,
    pub filters: Filters,
    /// The filters in words: name and value.
    pub words: Vec<(String, String)>,
}

impl Asked {
    /// Checks period and filters.
    pub(super) fn new(cx: &Cx<'_>, from: Day, to: Day, filters: Filters) -> Result<Self> {
        if to < from {
            return Err(Error::invalid("to", format!("结束日 {to} 早于开始日 {from}，请调换")));
        }
        if from.until(to) > 1_100 {
            return Err(Error::invalid("to", "一份报表最长三年，请缩短期间"));
        }
        let mut words = Vec::new();
        if let Some(id) = filters.assignee {
            let name: Option<String> =
                cx.maybe("select name from staff where id = ?1", params![id])?;
            let name = name.ok_or_else(|| Error::not_found("员工", id).at("assignee"))?;
            words.push(("负责人".to_owned(), name));
        }
        if let Some(kind) = filters.asset_kind {
            words.push(("类型".to_owned(), kind.label().to_owned()));
        }
        if let Some(id) = filters.shop {
            let name: Option<String> =
                cx.maybe("select name from shop where id = ?1", params![id])?;
            let name = name.ok_or_else(|| Error::not_found("店铺", id).at("shop"))?;
            words.push(("店铺".to_owned(), name));
        }
        Ok(Self {
            from,
            to,
            start: cx.zone().start_of(from),
            end: cx.zone().start_of(to.plus(1)),
            filters,
            words,
        })
    }

    /// The cover of this report.
    pub(super) fn cover(&self, cx: &Cx<'_>, title: &str, no: &str) -> Result<Cover> {
        Ok(Cover {
            title: title.to_owned(),
            document: no.to_owned(),
            shop: cx.setting("shop_name", String::new())?,
            period: if self.from == self.to {
                self.from.to_string()
            } else {
                format!("{} 至 {}", self.from, self.to)
            },
            cut_off: Some(cx.now),
            author: cx.caller.name.clone(),
            generated_at: cx.now,
            filters: self.words.clone(),
            ..Cover::default()
        })
    }
}

/// The workbook under its cover.
pub(super) fn book<'a>(cx: &Cx<'_>, cover: Cover) -> Result<Workbook<'a>> {
    Ok(Workbook::report(cover, zone(cx)?))
}

/// The shop's zone as the workbook wants it.
pub(super) fn zone(cx: &Cx<'_>) -> Result<chrono_tz::Tz> {
    cx.zone().name().parse().map_err(Error::internal)
}

pub(super) fn define(list: &[(&str, &str, &str)]) -> Vec<Definition> {
    list.iter().map(|(name, formula, source)| Definition::new(*name, *formula, *source)).collect()
}

/// One figure of the preview.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Figure {
    /// Its name.
    pub title: &'static str,
    /// `None`: there is no such figure (a ratio over zero).
    pub value: Option<f64>,
    /// A share, 1 is 100 %.
    pub percent: bool,
    /// How it is made.
    pub explain: &'static str,
}

impl Figure {
    pub(super) fn count(title: &'static str, value: i64, explain: &'static str) -> Self {
        Self { title, value: Some(value as f64), percent: false, explain }
    }
    pub(super) fn ratio(title: &'static str, part: i64, whole: i64, explain: &'static str) -> Self {
        let value = (whole != 0).then(|| part as f64 / whole as f64);
        Self { title, value, percent: true, explain }
    }
}

/// One series of a chart of the preview.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Drawn {
    /// Its name.
    pub name: String,
    /// One value a label.
    pub values: Vec<Option<f64>>,
    /// A line, in a chart of columns.
    pub line: bool,
    /// Shares on the right-hand axis, 1 is 100 %.
    pub percent: bool,
    /// Columns on top of each other.
    pub stacked: bool,
}

impl Drawn {
    pub(super) fn columns(name: &str, values: impl Iterator<Item = i64>, stacked: bool) -> Self {
        let values = values.map(|v| Some(v as f64)).collect();
        Self { name: name.to_owned(), values, line: false, percent: false, stacked }
    }
    pub(super) fn shares(name: &str, values: Vec<Option<f64>>) -> Self {
        Self { name: name.to_owned(), values, line: true, percent: true, stacked: false }
    }
}

/// A chart of the preview; the workbook has the same as a native one.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChartView {
    /// Its title.
    pub title: &'static str,
    /// Under the columns.
    pub labels: Vec<String>,
    /// What is drawn.
    pub series: Vec<Drawn>,
}

/// The key figures of a report.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Preview {
    /// The figures.
    pub figures: Vec<Figure>,
    /// The charts.
    pub charts: Vec<ChartView>,
    /// What the reader must know, as the cover says it.
    pub remarks: Vec<String>,
}

/// A choice of a filter.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Choice {
    /// What is sent.
    pub value: serde_json::Value,
    /// What is shown.
    pub label: String,
}

/// A filter of a report.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FilterView {
    /// The field of [`Filters`].
    pub key: &'static str,
    /// Its Chinese name.
    pub title: &'static str,
    /// What can be chosen.
    pub choices: Vec<Choice>,
}

pub(super) fn asset_kinds() -> FilterView {
    let choices = KINDS
        .iter()
        .map(|(code, label)| Choice { value: (*code).into(), label: (*label).to_owned() })
        .collect();
    FilterView { key: "asset_kind", title: "类型", choices }
}
