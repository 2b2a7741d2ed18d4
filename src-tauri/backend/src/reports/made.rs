//! The list of reports and exports that were made, each to be fetched again.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::kernel::list::{Col, ColKind, ListDef, ListRow, Tab};
use crate::kernel::rights::Ask;
use crate::kernel::{Module, Need};
use crate::list_operations;

const SEES: Need = Need::Any(&[Ask::read(Module::Reports)]);

const KINDS: &[(&str, &str)] = &[("R16", "R16"), ("R19", "R19"), ("list", "列表导出")];
const STATES: &[(&str, &str)] =
    &[("running", "生成中"), ("done", "已完成"), ("failed", "失败"), ("cancelled", "已取消")];

/// What was made.
pub static LIST: ListDef = ListDef {
    name: "reports",
    title: "已生成的报表",
    entity: "report",
    from: "report_run m left join job j on j.id = m.job_id",
    key: "m.id",
    columns: &[
        Col::new("no", "单据编号", "m.no", ColKind::Code),
        Col::new("kind", "报表", "m.kind", ColKind::Choice(KINDS)),
        Col::new("title", "名称", "m.title", ColKind::Text),
        Col::new("from_day", "开始日", "m.from_day", ColKind::Day).unsorted(),
        Col::new("to_day", "结束日", "m.to_day", ColKind::Day).unsorted(),
        Col::new("filters", "条件", "m.filters", ColKind::Text).unsorted(),
        Col::new("state", "状态", "coalesce(j.state, 'done')", ColKind::Choice(STATES)),
        Col::new("error", "没有完成的原因", "coalesce(j.error ->> 'message', '')", ColKind::Text)
            .plain(),
        Col::new("rows", "数据行数", "m.rows", ColKind::Int),
        Col::new("bytes", "大小（字节）", "m.bytes", ColKind::Int),
        Col::new(
            "by",
            "制表人",
            "(select s.name from staff s where s.id = m.staff_id)",
            ColKind::Text,
        )
        .plain(),
        Col::new("created_at", "制表时间", "m.created_at", ColKind::Instant),
        Col::new("name", "文件名", "m.name", ColKind::Text).plain(),
        Col::new("file", "文件", "m.file", ColKind::Code).plain(),
        Col::new("digest", "数据指纹 SHA-256", "m.digest", ColKind::Code).plain(),
        Col::new("job_id", "任务", "m.job_id", ColKind::Int).plain().inner(),
    ],
    tabs: &[
        Tab { key: "report", title: "报表", when: "m.kind <> 'list'" },
        Tab { key: "list", title: "列表导出", when: "m.kind = 'list'" },
    ],
    search: None,
    order: ("created_at", true),
    // Whoever approves reports sees everybody's; the others their own.
    scope: |cx| {
        let all = cx.caller.can(Ask::approve(Module::Reports));
        (!all).then(|| format!("m.staff_id = {}", cx.caller.staff))
    },
    needs: SEES,
};

/// One that was made.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct MadeRow {
    /// Id.
    pub id: i64,
    /// Its number.
    pub no: String,
    /// `R16`, `R19`, `list`.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// The first day, for reports.
    pub from_day: Option<String>,
    /// The last day, for reports.
    pub to_day: Option<String>,
    /// Its filters in words.
    pub filters: String,
    /// `running`, `done`, `failed`, `cancelled`.
    pub state: String,
    /// Why it was not finished.
    pub error: String,
    /// Data rows.
    pub rows: i64,
    /// Size.
    pub bytes: i64,
    /// Who made it.
    pub by: String,
    /// UTC milliseconds.
    pub created_at: i64,
    /// The file's name.
    pub name: String,
    /// The file's hash; absent until it is there.
    pub file: Option<String>,
    /// SHA-256 of the data.
    pub digest: String,
    /// The job.
    pub job_id: Option<i64>,
}
impl ListRow for MadeRow {}

list_operations!(
    ListMade,
    CountMade,
    LIST,
    MadeRow,
    "reports.list",
    "reports.counts",
    "已生成的报表",
    SEES,
    ["report", "job"]
);
