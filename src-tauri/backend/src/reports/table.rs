//! What was made: every report and every list exported, by whom, and where its file is.

use serde::Serialize;

use crate::kernel::{Day, Kind, Names, Series, Table};
use crate::store::Migration;

/// Reports and exports made.
pub static RUN: Table = Table {
    name: "report_run",
    entity: "report",
    label: "报表",
    kind: Kind::Entity,
    fields: &[
        ("no", "单据编号"),
        ("kind", "报表"),
        ("title", "名称"),
        ("from_day", "开始日"),
        ("to_day", "结束日"),
        ("filters", "条件"),
        ("staff_id", "制表人"),
        ("file", "文件"),
        ("name", "文件名"),
        ("bytes", "大小"),
        ("rows", "数据行数"),
        ("digest", "数据指纹"),
        ("job_id", "任务"),
    ],
    sealed: &[],
    files: &[Names::one("file")],
};

pub(super) const TABLES: &[&Table] = &[&RUN];

/// Every workbook has a number, also one that is cancelled: a number never means two things.
pub(super) const NUMBERS: Series = Series { prefix: "RP", daily: true };

pub(super) const MIGRATIONS: &[Migration] = &[Migration {
    id: 2026_1123_70,
    room: "reports",
    sql: "
create table report_run (
    id integer primary key, version integer not null default 1,
    no text not null unique, kind text not null, title text not null,
    from_day text, to_day text, filters text not null default '',
    staff_id integer not null references staff (id), job_id integer,
    file text, name text not null default '', bytes integer not null default 0,
    rows integer not null default 0, digest text not null default '',
    created_at integer not null, updated_at integer not null) strict;
create index report_run_made on report_run (created_at);
create index report_run_staff on report_run (staff_id, created_at);
",
    search: &[],
    append_only: &[],
}];

/// A workbook that is begun.
#[derive(Debug, Serialize)]
pub(super) struct NewRun<'a> {
    pub no: &'a str,
    pub kind: &'a str,
    pub title: &'a str,
    pub from_day: Option<Day>,
    pub to_day: Option<Day>,
    pub filters: &'a str,
    pub staff_id: i64,
    pub created_at: i64,
    pub updated_at: i64,
}
