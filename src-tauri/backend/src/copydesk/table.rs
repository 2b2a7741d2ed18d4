//! The tables of the copy desk, the channels' lengths and the banned words a shop begins with.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::limits::{self, Limit, OwnRule, PLACES};
use super::rules::{Finding, Severity, Word};
use crate::kernel::{Cx, Day, Kind, Names, Result, Table, Tx};
use crate::listings::{self, Unit};
use crate::params;
use crate::store::Migration;

/// Copy requests.
pub static COPY_DOC: Table = Table {
    name: "copy_doc",
    entity: "copy_doc",
    label: "文案",
    kind: Kind::Entity,
    fields: &[
        ("no", "编号"),
        ("kind", "类型"),
        ("product_id", "商品"),
        ("campaign_id", "活动"),
        ("channel", "渠道"),
        ("locale", "语言"),
        ("title", "标题"),
        ("brief", "需求说明"),
        ("requester_id", "提出人"),
        ("assignee_id", "负责人"),
        ("due", "期限"),
        ("state", "状态"),
        ("current", "当前版本"),
        ("waiver", "放行原因"),
        ("published_where", "发布位置"),
        ("listing_id", "上架商品"),
        ("checked_at", "资料核对时间"),
        ("submitter_id", "提交人"),
        ("submitted", "送审版本"),
        ("submitted_at", "送审时间"),
        ("char_count", "字数"),
        ("checks_level", "检查结果"),
        ("waived_by", "放行人"),
        ("retake_count", "退回次数"),
        ("approved_at", "通过时间"),
        ("approved_by", "审核人"),
        ("approved_version", "通过版本"),
        ("published_at", "发布时间"),
        ("published_version", "发布版本"),
    ],
    sealed: &[],
    files: &[],
};
/// Their versions; never changed once written.
pub static COPY_VERSION: Table = Table {
    name: "copy_version",
    entity: "copy_doc",
    label: "文案版本",
    kind: Kind::Part { of: "doc_id" },
    fields: &[
        ("no", "版本"),
        ("body", "正文"),
        ("note", "说明"),
        ("source_name", "来自文件"),
        ("file", "文件"),
        ("char_count", "字数"),
        ("checks", "检查结果"),
        ("by_id", "写的人"),
        ("at", "写的时间"),
    ],
    sealed: &[],
    files: &[Names::one("file")],
};
/// How long a text of a kind may be on a channel.
pub static COPY_LIMIT: Table = Table {
    name: "copy_limit",
    entity: "copy_limit",
    label: "文案字数规则",
    kind: Kind::Entity,
    fields: &[
        ("channel", "渠道"),
        ("kind", "类型"),
        ("unit", "计数方式"),
        ("min", "下限"),
        ("max", "上限"),
        ("emoji", "表情符号"),
    ],
    sealed: &[],
    files: &[],
};
/// Banned words and allowed phrases.
pub static COPY_WORD: Table = Table {
    name: "copy_word",
    entity: "copy_word",
    label: "违禁词",
    kind: Kind::Entity,
    fields: &[
        ("word", "词"),
        ("category", "类别"),
        ("severity", "级别"),
        ("channels", "渠道"),
        ("suggestion", "可改为"),
        ("active", "启用"),
    ],
    sealed: &[],
    files: &[],
};

/// Where texts that say the same are looked for.
pub static LIKENESS: Table = Table {
    name: "copy_likeness",
    entity: "copy_likeness",
    label: "文案指纹",
    kind: Kind::Derived,
    fields: &[],
    sealed: &[],
    files: &[],
};

pub(super) const TABLES: &[&Table] =
    &[&COPY_DOC, &COPY_VERSION, &COPY_LIMIT, &COPY_WORD, &LIKENESS];

pub(super) const MIGRATIONS: &[Migration] = &[
    Migration {
        id: 2026_1123_40,
        room: "copydesk",
        sql: "
create table copy_doc (
    id integer primary key, version integer not null default 1,
    no text not null unique, kind text not null,
    product_id integer, campaign_id integer, listing_id integer,
    channel text not null, locale text not null, title text not null, brief text not null,
    requester_id integer not null, assignee_id integer, submitter_id integer,
    due text not null, state text not null,
    current integer not null default 0, submitted integer not null default 0,
    char_count integer not null default 0, checks_level text not null default 'ok',
    waiver text, waived_by integer, retake_count integer not null default 0,
    approved_at integer, approved_by integer, approved_version integer,
    published_at integer, published_version integer, published_where text,
    created_at integer not null, updated_at integer not null) strict;
create index copy_doc_state on copy_doc (state, due, id);
create index copy_doc_due on copy_doc (due, id);
create index copy_doc_updated on copy_doc (updated_at, id);
create index copy_doc_product on copy_doc (product_id) where product_id is not null;
create index copy_doc_campaign on copy_doc (campaign_id) where campaign_id is not null;
create index copy_doc_assignee on copy_doc (assignee_id, state) where assignee_id is not null;
create table copy_version (
    id integer primary key, doc_id integer not null references copy_doc (id),
    no integer not null, body text not null, note text not null,
    file text, source_name text, char_count integer not null, checks text not null,
    by_id integer not null, at integer not null, unique (doc_id, no)) strict;
create table copy_limit (
    id integer primary key, version integer not null default 1,
    channel text not null, channel_title text not null, kind text not null,
    unit text not null, min integer not null, max integer not null, emoji text not null,
    created_at integer not null, updated_at integer not null, unique (channel, kind)) strict;
create table copy_word (
    id integer primary key, version integer not null default 1,
    word text not null unique, category text not null, severity text not null,
    channels text not null, suggestion text not null, active integer not null default 1,
    created_at integer not null, updated_at integer not null) strict;
",
        search: &["copy"],
        append_only: &[],
    },
    Migration {
        id: 2026_1125_40,
        room: "copydesk",
        sql: "
alter table copy_doc add column checked_at integer;
",
        search: &[],
        append_only: &[],
    },
    // How long a title and selling points may be is said by the channel's profile alone.
    Migration {
        id: 2026_1130_40,
        room: "copydesk",
        sql: "
delete from copy_limit where
    kind = 'title' and channel in ('taobao', 'tmall', 'mall', 'aliexpress', 'ebay', 'amazon')
    or kind = 'selling_point' and channel = 'amazon';
alter table copy_limit drop column channel_title;
",
        search: &[],
        append_only: &[],
    },
    Migration {
        id: 2026_1130_41,
        room: "copydesk",
        sql: "
alter table copy_doc add column submitted_at integer;
create table copy_likeness (
    key integer not null, doc_id integer not null references copy_doc (id) on delete cascade,
    primary key (key, doc_id)) strict;
create index copy_likeness_doc on copy_likeness (doc_id);
",
        search: &[],
        append_only: &[],
    },
];

/// A copy request as stored.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Doc {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// `CR-20261123-001`.
    pub no: String,
    /// The kind's code.
    pub kind: String,
    /// The product it is about.
    pub product_id: Option<i64>,
    /// The campaign it is for.
    pub campaign_id: Option<i64>,
    /// The listing it went to.
    pub listing_id: Option<i64>,
    /// The channel it is written for.
    pub channel: String,
    /// `zh-CN`, `en` …
    pub locale: String,
    /// What is asked for, in a line.
    pub title: String,
    /// What is asked for, at length.
    pub brief: String,
    /// Who asked.
    pub requester_id: i64,
    /// Who writes.
    pub assignee_id: Option<i64>,
    /// Who submitted what is now to be judged.
    pub submitter_id: Option<i64>,
    /// Until when.
    pub due: Day,
    /// The state.
    pub state: String,
    /// The newest version; 0 when nothing is written yet.
    pub current: i64,
    /// The version submitted last; 0 before.
    pub submitted: i64,
    /// When.
    pub submitted_at: Option<i64>,
    /// How long the newest version is, in the channel's unit.
    pub char_count: i64,
    /// The worst finding of the newest version.
    pub checks_level: Severity,
    /// Why a supervisor lets banned words pass.
    pub waiver: Option<String>,
    /// Who let them pass.
    pub waived_by: Option<i64>,
    /// How often it came back.
    pub retake_count: i64,
    /// When it was approved.
    pub approved_at: Option<i64>,
    /// By whom.
    pub approved_by: Option<i64>,
    /// Which version.
    pub approved_version: Option<i64>,
    /// When somebody last held it against the changed product and found it right.
    pub checked_at: Option<i64>,
    /// When it was published.
    pub published_at: Option<i64>,
    /// Which version.
    pub published_version: Option<i64>,
    /// Where.
    pub published_where: Option<String>,
    /// UTC milliseconds.
    pub created_at: i64,
    /// UTC milliseconds.
    pub updated_at: i64,
}

/// A request as inserted.
#[derive(Serialize)]
pub(super) struct NewDoc<'a> {
    pub no: &'a str,
    pub kind: &'static str,
    pub product_id: Option<i64>,
    pub campaign_id: Option<i64>,
    pub channel: &'a str,
    pub locale: &'a str,
    pub title: &'a str,
    pub brief: &'a str,
    pub requester_id: i64,
    pub assignee_id: Option<i64>,
    pub due: Day,
    pub state: &'static str,
    pub created_at: i64,
    pub updated_at: i64,
}

/// A version as inserted.
#[derive(Serialize)]
pub(super) struct NewVersion<'a> {
    pub doc_id: i64,
    pub no: i64,
    pub body: &'a str,
    pub note: &'a str,
    pub file: Option<&'a str>,
    pub source_name: Option<&'a str>,
    pub char_count: i64,
    pub checks: &'a [Finding],
    pub by_id: i64,
    pub at: i64,
}

/// The rule of a kind on a channel.
pub(super) fn limit(cx: &Cx<'_>, channel: &str, kind: &str) -> Result<Option<Limit>> {
    let own: Option<OwnRule> = cx.maybe(
        "select kind, unit, min, max, emoji from copy_limit
         where kind = ?2 and channel in (?1, 'general') order by channel = 'general' limit 1",
        params![channel, kind],
    )?;
    let profiles = listings::profiles(cx)?;
    let profile = profiles.iter().find(|p| p.code == channel);
    Ok(own.map(|own| limits::limit(own, channel, profile)))
}

/// What texts are written for, by code and Chinese name: everything, the channels in use as their
/// profiles name them, and the other places.
pub(super) fn channels(cx: &Cx<'_>) -> Result<Vec<(String, String)>> {
    let profiles = listings::profiles(cx)?;
    let other = |(code, _): &&(&str, &str)| !profiles.iter().any(|p| p.code == *code);
    let named = |(code, title): &(&str, &str)| ((*code).to_owned(), (*title).to_owned());
    let (general, rest): (Vec<_>, Vec<_>) =
        PLACES.iter().filter(other).partition(|(code, _)| *code == "general");
    Ok(general
        .into_iter()
        .map(named)
        .chain(profiles.iter().filter(|p| p.active).map(|p| (p.code.clone(), p.title.clone())))
        .chain(rest.into_iter().map(named))
        .collect())
}

/// The banned words in force.
pub(super) fn words(cx: &Cx<'_>) -> Result<Vec<Word>> {
    cx.all(
        "select word, category, severity, channels, suggestion from copy_word where active = 1
         order by id",
        params![],
    )
}

/// Defaults where no channel's profile has a say: channel, kind, unit, min, max, emoji.
const LIMITS: &[(&str, &str, Unit, i64, i64, Severity)] = &[
    ("general", "title", Unit::Cjk2, 10, 60, Severity::Warn),
    ("general", "subtitle", Unit::Cjk2, 0, 80, Severity::Warn),
    ("general", "selling_point", Unit::Char, 0, 500, Severity::Warn),
    ("general", "detail", Unit::Char, 20, 20_000, Severity::Warn),
    ("general", "faq", Unit::Char, 0, 20_000, Severity::Ok),
    ("general", "campaign", Unit::Char, 0, 5_000, Severity::Ok),
    ("general", "brand", Unit::Char, 0, 20_000, Severity::Ok),
    ("general", "social", Unit::Char, 0, 2_000, Severity::Ok),
    ("general", "script", Unit::Char, 0, 20_000, Severity::Ok),
    ("jd", "title", Unit::Char, 10, 60, Severity::Block),
    ("pdd", "title", Unit::Cjk2, 20, 60, Severity::Block),
    ("douyin", "title", Unit::Cjk2, 16, 60, Severity::Block),
    ("amazon", "detail", Unit::Byte, 0, 2_000, Severity::Block),
    ("weibo", "social", Unit::Char, 0, 2_000, Severity::Ok),
    ("wechat", "title", Unit::Char, 4, 64, Severity::Warn),
];

#[derive(Serialize)]
struct LimitRow {
    channel: &'static str,
    kind: &'static str,
    unit: Unit,
    min: i64,
    max: i64,
    emoji: Severity,
    created_at: i64,
    updated_at: i64,
}

#[derive(Serialize)]
struct WordRow<'a> {
    word: &'a str,
    category: &'a str,
    severity: &'a str,
    channels: [&'a str; 0],
    suggestion: &'a str,
    created_at: i64,
    updated_at: i64,
}

pub(super) fn seed(tx: &mut Tx<'_>) -> Result<()> {
    let now = tx.now;
    for (channel, kind, unit, min, max, emoji) in LIMITS {
        let row = LimitRow {
            channel,
            kind,
            unit: *unit,
            min: *min,
            max: *max,
            emoji: *emoji,
            created_at: now,
            updated_at: now,
        };
        tx.insert(&COPY_LIMIT, &row)?;
    }
    for line in include_str!("words.txt").lines().filter(|l| !l.starts_with('#')) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [word, category, severity, suggestion] = cells[..] else { continue };
        let row = WordRow {
            word,
            category,
            severity,
            channels: [],
            suggestion,
            created_at: now,
            updated_at: now,
        };
        tx.insert(&COPY_WORD, &row)?;
    }
    Ok(())
}
