//! The operations: the catalogue of reports, making one, and Excel from a list.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::export::{self, Wanted};
use super::{prices, production};
use crate::kernel::door::Entry;
use crate::kernel::list::ListInput;
use crate::kernel::ops::Started;
use crate::kernel::rights::Ask;
use crate::kernel::{Command, Cx, Day, Error, Module, Need, Query, Result, Tx};

pub(super) fn operations() -> Vec<Entry> {
    vec![
        Entry::query::<Catalogue>(),
        Entry::command::<MakeReport>(),
        Entry::command::<ExportList>(),
    ]
}

/// The reports there are.
const REPORTS: &[(&str, &str, &str)] = &[
    ("R16", "素材与美工产能", "需求、交稿、返工与准时，按人与按类型；含缩略图与返工原因帕累托图"),
    ("R19", "上架与价格变更", "上新、改价、下架流水，待同步差异，破价清单与渠道价差"),
];

/// The workbooks that can be made.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {}

/// One workbook of the catalogue.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReportView {
    /// `R16`.
    pub code: &'static str,
    /// Its Chinese title.
    pub title: &'static str,
    /// What is in it.
    pub about: &'static str,
    /// Whether the caller may make it.
    pub enabled: bool,
}

impl Query for Catalogue {
    type Output = Vec<ReportView>;
    const NAME: &'static str = "reports.list";
    const TITLE: &'static str = "报表目录";
    const NEEDS: Need = Need::Any(&[Ask::read(Module::Reports)]);
    const PROVIDES: &'static [&'static str] = &[];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        Ok(REPORTS
            .iter()
            .map(|(code, title, about)| ReportView { code, title, about, enabled: may(cx, code) })
            .collect())
    }
}

fn may(cx: &Cx<'_>, code: &'static str) -> bool {
    cx.caller.can(Ask::write(Module::Reports).part(code))
        || cx.caller.can(Ask::approve(Module::Reports))
}

/// Makes a workbook for a period, as a job.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MakeReport {
    /// `R16`, `R19`.
    pub kind: String,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

impl Command for MakeReport {
    type Output = Started;
    const NAME: &'static str = "reports.make";
    const TITLE: &'static str = "生成报表";
    const NEEDS: Need = Need::Any(&[
        Ask::write(Module::Reports),
        Ask::write(Module::Reports).part("R16"),
        Ask::write(Module::Reports).part("R19"),
    ]);
    const TOUCHES: &'static [&'static str] = &["job"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let Some((code, title, _)) = REPORTS.iter().find(|(code, ..)| *code == self.kind) else {
            return Err(Error::invalid(
                "kind",
                format!("没有“{}”这份报表，可选 R16、R19", self.kind),
            ));
        };
        if !may(tx, code) {
            return Err(Error::forbidden(format!("你现在的岗位不能生成“{title}”，请联系运营主管")));
        }
        let (from, to) = (self.from, self.to);
        if !(0..=1100).contains(&from.until(to)) {
            return Err(Error::invalid("to", "结束日应不早于开始日，且最长三年"));
        }
        let job = tx.start_job("report", title, "行", move |job| {
            let facts = job.read(|cx| {
                let book = match *code {
                    "R16" => production::book(cx, from, to)?,
                    _ => prices::book(cx, from, to)?,
                };
                let name = format!("{code}-{title}-{}-{}.xlsx", from.compact(), to.compact());
                export::write(job, cx, &name, book)
            })?;
            Ok(serde_json::json!({ "file": facts.hash, "name": facts.name, "bytes": facts.bytes }))
        })?;
        Ok(Started { job })
    }
}

/// Excel from a list with its present filter and columns, as a job.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportList {
    /// The list.
    pub list: String,
    /// Its filter and order.
    #[serde(default)]
    pub query: ListInput,
    /// Only these.
    #[serde(default)]
    pub ids: Option<Vec<i64>>,
    /// These columns in this order; all when absent.
    #[serde(default)]
    pub columns: Option<Vec<String>>,
}

impl Command for ExportList {
    type Output = Started;
    const NAME: &'static str = "lists.export";
    const TITLE: &'static str = "导出 Excel";
    const NEEDS: Need = Need::SignedIn;
    const TOUCHES: &'static [&'static str] = &["job"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let def = tx
            .core()
            .list(&self.list)
            .ok_or_else(|| Error::invalid("list", format!("没有“{}”这个列表", self.list)))?;
        tx.caller.require(def.needs)?;
        if self.ids.as_ref().is_some_and(|ids| ids.is_empty() || ids.len() > 10_000) {
            return Err(Error::invalid("ids", "请选择 1 到 10000 条，或不选而导出全部符合条件的"));
        }
        let columns = match &self.columns {
            None => export::default_columns(def),
            Some(keys) => keys
                .iter()
                .filter_map(|key| def.column(key))
                .filter(|col| col.kind != crate::kernel::list::ColKind::Json)
                .collect(),
        };
        if columns.is_empty() {
            return Err(Error::invalid("columns", "请至少选一列"));
        }
        // A wrong filter is told now, not in a job that fails later.
        def.check(tx, &self.query)?;
        let wanted = Wanted { def, query: self.query, ids: self.ids, columns };
        let title = format!("导出{}", def.title);
        let job = tx.start_job("export", &title, "行", move |job| export::run(job, wanted))?;
        Ok(Started { job })
    }
}
