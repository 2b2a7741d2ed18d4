//! The tables of the asset queue.

use serde::{Deserialize, Serialize};

use super::rules::{AssetKind, Priority};
use crate::kernel::{Cx, Day, Follow, Kind, Names, Result, Table};
use crate::params;
use crate::products::PRODUCT;
use crate::staff::STAFF;
use crate::store::{Migration, with_initials};

/// Requests.
pub static REQUEST: Table = Table {
    name: "asset_request",
    entity: "asset",
    label: "素材需求",
    kind: Kind::Entity,
    fields: &[
        ("no", "需求号"),
        ("kind", "种类"),
        ("title", "标题"),
        ("product_id", "商品"),
        ("campaign_id", "活动"),
        ("channel", "渠道"),
        ("slot", "图位"),
        ("brief_md", "说明"),
        ("refs", "参考图"),
        ("requester", "提出人"),
        ("assignee", "负责人"),
        ("difficulty", "难度"),
        ("est_h", "预计工时"),
        ("due", "截止日"),
        ("priority", "优先级"),
        ("state", "状态"),
        ("retake_count", "返工次数"),
        ("fault_count", "计入考核的返工"),
        ("approved_by_requester", "提出人已通过"),
        ("first_approver", "先通过的人"),
        ("first_approved_at", "先通过的时间"),
        ("first_submitted_at", "首次交稿"),
        ("approved_at", "通过时间"),
        ("delivered_at", "交付时间"),
        ("live_at", "上线时间"),
        ("live_where", "上线位置"),
        ("live_to", "下线日"),
        ("submitter", "提交人"),
    ],
    sealed: &[],
    files: &[Names::inside("refs")],
};
/// Files handed in.
pub static VERSION: Table = Table {
    name: "asset_version",
    entity: "asset",
    label: "素材版本",
    kind: Kind::Part { of: "request_id" },
    fields: &[
        ("no", "版本"),
        ("file", "文件"),
        ("name", "文件名"),
        ("is_source", "源文件"),
        ("note", "备注"),
        ("level", "检查结果"),
        ("waived", "放行原因"),
        ("checks", "规格检查"),
        ("waived_by", "放行人"),
        ("waived_at", "放行时间"),
        ("by_id", "上传人"),
        ("at", "上传时间"),
    ],
    sealed: &[],
    files: &[Names::one("file")],
};
/// Remarks at a place in a picture.
pub static PIN: Table = Table {
    name: "asset_pin",
    entity: "asset",
    label: "批注",
    kind: Kind::Part { of: "request_id" },
    fields: &[
        ("text", "批注"),
        ("state", "处理"),
        ("done_in_version", "在哪一版处理"),
        ("answer", "答复"),
        ("version_id", "版本"),
        ("x_bp", "横向位置"),
        ("y_bp", "纵向位置"),
        ("w_bp", "框宽"),
        ("h_bp", "框高"),
        ("author", "批注人"),
    ],
    sealed: &[],
    files: &[],
};
/// What is said about a remark.
pub static REPLY: Table = Table {
    name: "asset_pin_reply",
    entity: "asset",
    label: "批注回复",
    kind: Kind::Part { of: "request_id" },
    fields: &[("text", "回复"), ("pin_id", "批注"), ("author", "回复人"), ("at", "回复时间")],
    sealed: &[],
    files: &[],
};
/// Times it went back.
pub static RETAKE: Table = Table {
    name: "asset_retake",
    entity: "asset",
    label: "返工",
    kind: Kind::Part { of: "request_id" },
    fields: &[
        ("class", "原因"),
        ("text", "要求"),
        ("version_id", "版本"),
        ("counts", "计入返工"),
        ("by_id", "退回人"),
        ("at", "退回时间"),
    ],
    sealed: &[],
    files: &[],
};
/// Where a version was put.
pub static USE: Table = Table {
    name: "asset_use",
    entity: "asset",
    label: "素材使用",
    kind: Kind::Part { of: "request_id" },
    fields: &[
        ("place", "位置"),
        ("listing_id", "上架"),
        ("slot", "图位"),
        ("version_id", "版本"),
        ("file", "文件"),
        ("by_id", "登记人"),
        ("at", "登记时间"),
    ],
    sealed: &[],
    files: &[Names::one("file")],
};
/// Where similar pictures are looked for.
pub static LIKENESS: Table = Table {
    name: "asset_likeness",
    entity: "asset_likeness",
    label: "图片指纹",
    kind: Kind::Derived,
    fields: &[],
    sealed: &[],
    files: &[],
};

pub(super) const TABLES: &[&Table] = &[&REQUEST, &VERSION, &PIN, &REPLY, &RETAKE, &USE, &LIKENESS];

pub(super) const MIGRATIONS: &[Migration] = &[Migration {
    id: 2026_1123_30,
    room: "assets",
    sql: "
create table asset_request (
    id integer primary key, version integer not null default 1,
    no text not null unique, kind text not null, title text not null,
    product_id integer references product (id), campaign_id integer, channel text not null default '',
    slot text, brief_md text not null default '', refs text not null default '[]',
    requester integer not null references staff (id), assignee integer references staff (id),
    difficulty integer not null default 2, est_h real not null default 0, due text,
    priority text not null default 'normal', state text not null,
    retake_count integer not null default 0, fault_count integer not null default 0,
    approved_by_requester integer not null default 0, first_submitted_at integer,
    approved_at integer, delivered_at integer, live_at integer,
    live_where text not null default '', live_to text, submitter integer,
    created_at integer not null, updated_at integer not null) strict;
create index asset_request_state on asset_request (state, due, id);
create index asset_request_assignee on asset_request (assignee, state, due);
create index asset_request_requester on asset_request (requester, state, due);
create index asset_request_product on asset_request (product_id) where product_id is not null;
create index asset_request_campaign on asset_request (campaign_id) where campaign_id is not null;
create index asset_request_kind on asset_request (kind, state);
create index asset_request_due on asset_request (due, id);
create table asset_version (
    id integer primary key, request_id integer not null references asset_request (id),
    no integer not null, file text not null references file (hash), name text not null,
    is_source integer not null, note text not null default '', by_id integer not null,
    at integer not null, level text not null, checks text not null,
    waived text, waived_by integer, waived_at integer, unique (request_id, no)) strict;
create index asset_version_file on asset_version (file);
create table asset_pin (
    id integer primary key, version integer not null default 1,
    request_id integer not null references asset_request (id),
    version_id integer not null references asset_version (id),
    x_bp integer not null, y_bp integer not null, w_bp integer, h_bp integer,
    text text not null, author integer not null references staff (id),
    state text not null default 'open', done_in_version integer, answer text not null default '',
    created_at integer not null, updated_at integer not null) strict;
create index asset_pin_request on asset_pin (request_id, state);
create table asset_retake (
    id integer primary key, request_id integer not null references asset_request (id),
    version_id integer, class text not null, counts integer not null, text text not null,
    by_id integer not null, at integer not null) strict;
create index asset_retake_request on asset_retake (request_id);
create table asset_use (
    id integer primary key, request_id integer not null references asset_request (id),
    version_id integer not null references asset_version (id), file text not null,
    place text not null, listing_id integer, slot text, by_id integer not null,
    at integer not null) strict;
create index asset_use_file on asset_use (file);
create index asset_use_request on asset_use (request_id);
create table asset_likeness (
    key integer not null, version_id integer not null references asset_version (id) on delete cascade,
    primary key (key, version_id)) strict;
create index asset_likeness_version on asset_likeness (version_id);
",
    search: &["asset"],
    append_only: &[],
}, Migration {
    id: 2026_1125_30,
    room: "assets",
    sql: "
create table asset_pin_reply (
    id integer primary key, request_id integer not null references asset_request (id),
    pin_id integer not null references asset_pin (id), author integer not null references staff (id),
    text text not null, at integer not null) strict;
create index asset_pin_reply_request on asset_pin_reply (request_id);
",
    search: &[],
    append_only: &[],
}, Migration {
    id: 2026_1130_30,
    room: "assets",
    sql: "
alter table asset_request add column first_approver integer;
alter table asset_request add column first_approved_at integer;
",
    search: &[],
    append_only: &[],
}];

/// A request as stored.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Request {
    pub id: i64,
    pub version: i64,
    pub no: String,
    pub kind: AssetKind,
    pub title: String,
    pub product_id: Option<i64>,
    pub campaign_id: Option<i64>,
    pub channel: String,
    pub slot: Option<String>,
    pub brief_md: String,
    pub refs: Vec<String>,
    pub requester: i64,
    pub assignee: Option<i64>,
    pub difficulty: i64,
    pub est_h: f64,
    pub due: Option<Day>,
    pub priority: Priority,
    pub state: String,
    pub retake_count: i64,
    pub fault_count: i64,
    pub approved_by_requester: bool,
    pub first_approver: Option<i64>,
    pub first_approved_at: Option<i64>,
    pub first_submitted_at: Option<i64>,
    pub approved_at: Option<i64>,
    pub delivered_at: Option<i64>,
    pub live_at: Option<i64>,
    pub live_where: String,
    pub live_to: Option<Day>,
    pub submitter: Option<i64>,
    pub created_at: i64,
    pub updated_at: i64,
}

/// A new request.
#[derive(Debug, Serialize)]
pub(super) struct RequestRow<'a> {
    pub no: &'a str,
    pub kind: AssetKind,
    pub title: &'a str,
    pub product_id: Option<i64>,
    pub campaign_id: Option<i64>,
    pub channel: &'a str,
    pub slot: Option<&'a str>,
    pub brief_md: &'a str,
    pub refs: &'a [String],
    pub requester: i64,
    pub due: Option<Day>,
    pub priority: Priority,
    pub state: &'static str,
    pub created_at: i64,
    pub updated_at: i64,
}

/// A new version.
#[derive(Debug, Serialize)]
pub(super) struct VersionRow<'a> {
    pub request_id: i64,
    pub no: i64,
    pub file: &'a str,
    pub name: &'a str,
    pub is_source: bool,
    pub note: &'a str,
    pub by_id: i64,
    pub at: i64,
    pub level: &'static str,
    pub checks: serde_json::Value,
}

/// What the guards of the life cycle ask about the versions of a request.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Standing {
    /// The last picture handed in.
    pub last: Option<i64>,
    /// Its number.
    pub last_no: Option<i64>,
    /// Its checks.
    pub level: Option<String>,
    /// Its red checks were let pass.
    pub waived: bool,
    /// There is a working file.
    pub sources: i64,
    /// Remarks on the last picture.
    pub pins: i64,
    /// The version that the last retake was about.
    pub retaken: Option<i64>,
}

pub(super) fn standing(cx: &Cx<'_>, request: i64) -> Result<Standing> {
    Ok(cx
        .maybe(
            "select v.id as last, v.no as last_no, v.level, v.waived is not null as waived,
                (select count(*) from asset_version s where s.request_id = r.id and s.is_source = 1) as sources,
                (select count(*) from asset_pin p where p.version_id = v.id and p.state = 'open') as pins,
                (select t.version_id from asset_retake t where t.request_id = r.id order by t.id desc limit 1) as retaken
             from asset_request r left join asset_version v on v.id = (
                select x.id from asset_version x where x.request_id = r.id and x.is_source = 0
                order by x.no desc limit 1)
             where r.id = ?1",
            params![request],
        )?
        .unwrap_or_default())
}

/// The index of requests.
pub(super) const INDEX: crate::kernel::Index = crate::kernel::Index {
    name: "asset",
    of: &REQUEST,
    words: |cx, first, last| {
        let rows: Vec<(i64, String)> = cx.all(
            "select r.id, r.no || ' ' || r.title || ' ' || s.name || ' ' || r.brief_md
                || ' ' || coalesce(p.code || ' ' || p.title, '')
             from asset_request r join staff s on s.id = r.requester
             left join product p on p.id = r.product_id
             where r.id between ?1 and ?2 order by r.id",
            params![first, last],
        )?;
        Ok(rows.into_iter().map(|(id, words)| (id, with_initials(&words))).collect())
    },
    follows: &[
        Follow::own(&REQUEST, &["no", "title", "brief_md", "requester", "product_id"]),
        Follow::of(&STAFF, &["name"], "select id from asset_request where requester = ?1"),
        Follow::of(
            &PRODUCT,
            &["code", "title"],
            "select id from asset_request where product_id = ?1",
        ),
    ],
};
