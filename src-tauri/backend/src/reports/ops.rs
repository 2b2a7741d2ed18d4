//! The operations: the catalogue of reports, looking before making, making one, and Excel from a list.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::export::{self, Wanted};
use super::frame::{Asked, FilterView, Filters, Preview};
use super::made::{CountMade, ListMade};
use super::{prices, production, run};
use crate::kernel::door::Entry;
use crate::kernel::list::{ColKind, ListDef, ListInput};
use crate::kernel::ops::Started;
use crate::kernel::rights::Ask;
use crate::kernel::{Command, Cx, Day, Error, Module, Need, Query, Result, Tx};

pub(super) fn operations() -> Vec<Entry> {
    vec![
        Entry::query::<Catalogue>(),
        Entry::query::<Look>(),
        Entry::command::<MakeReport>(),
        Entry::query::<ListMade>(),
        Entry::query::<CountMade>(),
        Entry::query::<ListColumns>(),
        Entry::command::<ExportList>(),
    ]
}

/// A report there is.
struct Report {
    code: &'static str,
    title: &'static str,
    about: &'static str,
    sheets: &'static [&'static str],
    filters: fn(&Cx<'_>) -> Result<Vec<FilterView>>,
    preview: fn(&Cx<'_>, &Asked) -> Result<Preview>,
}

const REPORTS: &[Report] = &[
    Report {
        code: "R16",
        title: production::TITLE,
        about: "谁交了多少、准不准时、一次通过多少、为什么返工，哪些素材在线、哪些快到期",
        sheets: &["需求", "人员", "返工原因", "上线与过期"],
        filters: production::filters,
        preview: production::preview,
    },
    Report {
        code: "R19",
        title: prices::TITLE,
        about: "上新、改价、下架、调类目的前后与批准，平台还没照改的，破价的，各店差价",
        sheets: &["变更流水", "按周汇总", "待同步差异", "破价清单", "渠道价差"],
        filters: prices::filters,
        preview: prices::preview,
    },
];

impl Report {
    /// The report with this code, however it is written.
    fn of(cx: &Cx<'_>, kind: &str) -> Result<&'static Self> {
        let wanted = kind.trim();
        let Some(report) = REPORTS.iter().find(|r| r.code.eq_ignore_ascii_case(wanted)) else {
            let all: Vec<String> =
                REPORTS.iter().map(|r| format!("{} {}", r.code, r.title)).collect();
            return Err(Error::invalid(
                "kind",
                format!("没有“{wanted}”这份报表，可选：{}", all.join("、")),
            )
            .because("unknown_report"));
        };
        if !report.allowed(cx) {
            return Err(Error::forbidden(format!(
                "你现在的岗位不能生成“{} {}”，请联系运营主管",
                report.code, report.title
            )));
        }
        Ok(report)
    }

    fn allowed(&self, cx: &Cx<'_>) -> bool {
        cx.caller.can(Ask::write(Module::Reports).part(self.code))
            || cx.caller.can(Ask::approve(Module::Reports))
    }
}

/// The workbooks that the caller may make.
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
    /// What it answers.
    pub about: &'static str,
    /// Its sheets.
    pub sheets: &'static [&'static str],
    /// What it can be narrowed by.
    pub filters: Vec<FilterView>,
}

const READS: Need = Need::Any(&[Ask::read(Module::Reports)]);

impl Query for Catalogue {
    type Output = Vec<ReportView>;
    const NAME: &'static str = "reports.catalogue";
    const TITLE: &'static str = "报表目录";
    const NEEDS: Need = READS;
    const PROVIDES: &'static [&'static str] = &["staff", "shop"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        REPORTS
            .iter()
            .filter(|report| report.allowed(cx))
            .map(|report| {
                Ok(ReportView {
                    code: report.code,
                    title: report.title,
                    about: report.about,
                    sheets: report.sheets,
                    filters: (report.filters)(cx)?,
                })
            })
            .collect()
    }
}

const MAKES: Need = Need::Any(&[
    Ask::write(Module::Reports),
    Ask::write(Module::Reports).part("R16"),
    Ask::write(Module::Reports).part("R19"),
]);

/// The key figures of a report, before it is made.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// `R16`, `R19`.
    pub kind: String,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// What it is narrowed to.
    #[serde(default)]
    pub filters: Filters,
}

impl Query for Look {
    type Output = Preview;
    const NAME: &'static str = "reports.preview";
    const TITLE: &'static str = "报表预览";
    const NEEDS: Need = MAKES;
    const PROVIDES: &'static [&'static str] = &["asset", "listing", "price_change"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let report = Report::of(cx, &self.kind)?;
        let asked = Asked::new(cx, self.from, self.to, self.filters)?;
        (report.preview)(cx, &asked)
    }
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
    /// What it is narrowed to.
    #[serde(default)]
    pub filters: Filters,
}

impl Command for MakeReport {
    type Output = Started;
    const NAME: &'static str = "reports.make";
    const TITLE: &'static str = "生成报表";
    const NEEDS: Need = MAKES;
    const TOUCHES: &'static [&'static str] = &["job", "report"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let report = Report::of(tx, &self.kind)?;
        let (code, title) = (report.code, report.title);
        let asked = Asked::new(tx, self.from, self.to, self.filters)?;
        let period = Some((asked.from, asked.to));
        let words = asked.words.clone();
        let said = format!("{code} {title}");
        let job = run::start(tx, code, &said, period, &words, move |job, begun| {
            let name = format!(
                "{code}-{title}-{}-{}-{}.xlsx",
                asked.from.compact(),
                asked.to.compact(),
                begun.tail()
            );
            let made = job.read(|cx| {
                let book = match code {
                    "R16" => production::book(cx, &asked, &begun.no)?,
                    _ => prices::book(cx, &asked, &begun.no)?,
                };
                run::write(job, cx, &name, 0, book)
            })?;
            run::finish(job, begun, made)
        })?;
        Ok(Started { job })
    }
}

fn list_of(cx: &Cx<'_>, name: &str) -> Result<&'static ListDef> {
    let def = cx
        .core()
        .list(name)
        .ok_or_else(|| Error::invalid("list", format!("没有“{name}”这个列表")))?;
    cx.caller.require(def.needs)?;
    Ok(def)
}

/// The columns that an export of a list can have.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListColumns {
    /// The list.
    pub list: String,
}

/// A column of an export.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ColumnView {
    /// Its name.
    pub key: &'static str,
    /// Its Chinese title.
    pub title: &'static str,
    /// A picture: only in small exports.
    pub picture: bool,
}

impl Query for ListColumns {
    type Output = Vec<ColumnView>;
    const NAME: &'static str = "lists.columns";
    const TITLE: &'static str = "可导出的列";
    const NEEDS: Need = Need::SignedIn;
    const PROVIDES: &'static [&'static str] = &[];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let def = list_of(cx, &self.list)?;
        Ok(export::offered(def)
            .filter(|col| !export::sealed(cx, col))
            .map(|col| ColumnView {
                key: col.key,
                title: col.title,
                picture: col.kind == ColKind::Image,
            })
            .collect())
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
    /// These columns in this order; all when absent. What the caller may not see is left out.
    #[serde(default)]
    pub columns: Option<Vec<String>>,
    /// As what; a workbook when absent.
    #[serde(default)]
    pub format: Format,
}

/// What an export is written as.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// A workbook with its cover, thumbnails and totals.
    #[default]
    Xlsx,
    /// The rows alone, UTF-8 with a byte order mark, for other programs.
    Csv,
}

impl Command for ExportList {
    type Output = Started;
    const NAME: &'static str = "lists.export";
    const TITLE: &'static str = "导出列表";
    const NEEDS: Need = Need::SignedIn;
    const TOUCHES: &'static [&'static str] = &["job", "report"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let def = list_of(tx, &self.list)?;
        if self.ids.as_ref().is_some_and(|ids| ids.is_empty() || ids.len() > 10_000) {
            return Err(Error::invalid("ids", "请选择 1 到 10000 条，或不选而导出全部符合条件的"));
        }
        let asked = match &self.columns {
            None => export::offered(def).collect(),
            Some(keys) => {
                let mut asked = Vec::new();
                for key in keys {
                    let col = export::offered(def).find(|c| c.key == key);
                    let Some(col) = col else {
                        return Err(Error::invalid(
                            "columns",
                            format!("“{}”没有“{key}”这一列，请重新选择要导出的列", def.title),
                        ));
                    };
                    if !asked.iter().any(|c: &&crate::kernel::list::Col| c.key == col.key) {
                        asked.push(col);
                    }
                }
                asked
            }
        };
        let (hidden, columns): (Vec<_>, Vec<_>) =
            asked.into_iter().partition(|col| export::sealed(tx, col));
        if columns.is_empty() {
            return Err(Error::invalid("columns", "请至少选一列您能看到的"));
        }
        // A wrong filter is told now, not in a job that fails later.
        def.check(tx, &self.query)?;
        let hidden = hidden.iter().map(|col| col.title.to_owned()).collect();
        let format = self.format;
        let wanted = Wanted { def, query: self.query, ids: self.ids, columns, hidden, format };
        let words = export::words(tx, &wanted)?;
        let title = format!("导出{}", def.title);
        let job = run::start(tx, "list", &title, None, &words, move |job, begun| {
            export::run(job, &wanted, begun)
        })?;
        Ok(Started { job })
    }
}
