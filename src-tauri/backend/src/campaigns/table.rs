//! The tables of campaigns.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};

use crate::assets::AssetKind;
use crate::copydesk::CopyKind;
use crate::kernel::{Day, Kind, Money, Post, Table};
use crate::store::Migration;

/// Campaigns.
pub static CAMPAIGN: Table = Table {
    name: "campaign",
    entity: "campaign",
    label: "活动",
    kind: Kind::Entity,
    fields: &[
        ("no", "编号"),
        ("title", "名称"),
        ("kind", "类型"),
        ("starts", "开始日期"),
        ("ends", "结束日期"),
        ("budget", "预算"),
        ("goal", "目标"),
        ("rules", "活动规则"),
        ("state", "状态"),
        ("review", "复盘"),
        ("no_improvement", "无需改进的原因"),
        ("ticks", "人工确认"),
        ("gate", "闸门检查"),
        ("owner_id", "负责人"),
        ("submitter_id", "提交人"),
        ("approved_by", "批准人"),
        ("approved_at", "批准时间"),
    ],
    sealed: &[],
    files: &[],
};
/// The shops it runs in.
pub static SHOP: Table = Table {
    name: "campaign_shop",
    entity: "campaign",
    label: "活动店铺",
    kind: Kind::Part { of: "campaign_id" },
    fields: &[("shop_id", "店铺")],
    sealed: &[],
    files: &[],
};
/// The products it sells, at which price.
pub static ITEM: Table = Table {
    name: "campaign_product",
    entity: "campaign",
    label: "活动商品",
    kind: Kind::Part { of: "campaign_id" },
    fields: &[("product_id", "商品"), ("price", "活动价"), ("floor_note", "底价说明")],
    sealed: &[],
    files: &[],
};
/// What must be done by when.
pub static MILESTONE: Table = Table {
    name: "milestone",
    entity: "campaign",
    label: "里程碑",
    kind: Kind::Part { of: "campaign_id" },
    fields: &[
        ("title", "名称"),
        ("offset_days", "提前天数"),
        ("due", "期限"),
        ("owner_post", "负责岗位"),
        ("note", "进度"),
        ("done_at", "完成时间"),
        ("done_by", "完成人"),
    ],
    sealed: &[],
    files: &[],
};
/// Which pieces of the asset pack have been filed.
pub static PACK: Table = Table {
    name: "campaign_pack",
    entity: "campaign",
    label: "素材包",
    kind: Kind::Part { of: "campaign_id" },
    fields: &[
        ("item", "项目"),
        ("request_id", "素材需求"),
        ("copy_id", "文案"),
        ("filed_at", "提需求时间"),
    ],
    sealed: &[],
    files: &[],
};
/// What is to be done better next time, each with who does it by when.
pub static IMPROVEMENT: Table = Table {
    name: "campaign_improvement",
    entity: "campaign",
    label: "改进措施",
    kind: Kind::Part { of: "campaign_id" },
    fields: &[
        ("text", "措施"),
        ("owner_post", "负责岗位"),
        ("due", "期限"),
        ("done_at", "完成时间"),
        ("done_by", "完成人"),
    ],
    sealed: &[],
    files: &[],
};
/// Asset packs and milestones by kind of campaign.
pub static TEMPLATE: Table = Table {
    name: "campaign_template",
    entity: "campaign_template",
    label: "活动模板",
    kind: Kind::Entity,
    fields: &[
        ("kind", "类型"),
        ("title", "名称"),
        ("items", "素材包"),
        ("copies", "文案包"),
        ("milestones", "里程碑"),
    ],
    sealed: &[],
    files: &[],
};

pub(super) const TABLES: &[&Table] =
    &[&CAMPAIGN, &SHOP, &ITEM, &MILESTONE, &PACK, &IMPROVEMENT, &TEMPLATE];

pub(super) const MIGRATIONS: &[Migration] = &[Migration {
    id: 2026_1123_50,
    room: "campaigns",
    sql: "
create table campaign_template (
    id integer primary key, version integer not null default 1,
    kind text not null unique, title text not null, items text not null,
    copies text not null default '[]', milestones text not null,
    created_at integer not null, updated_at integer not null) strict;
create table campaign (
    id integer primary key, version integer not null default 1,
    no text not null unique, title text not null, kind text not null,
    starts text not null, ends text not null, budget integer not null default 0,
    goal text not null default '', rules text not null default '', state text not null,
    owner_id integer not null, submitter_id integer,
    approved_by integer, approved_at integer,
    ticks text not null default '[]', gate text, review text not null default '',
    no_improvement text not null default '',
    created_at integer not null, updated_at integer not null) strict;
create index campaign_state on campaign (state, starts, id);
create index campaign_starts on campaign (starts, id);
create index campaign_ends on campaign (ends, id);
create table campaign_shop (
    id integer primary key, campaign_id integer not null references campaign (id),
    shop_id integer not null, unique (campaign_id, shop_id)) strict;
create table campaign_product (
    id integer primary key, campaign_id integer not null references campaign (id),
    product_id integer not null references product (id), price integer not null,
    floor_note text not null default '', unique (campaign_id, product_id)) strict;
create index campaign_product_product on campaign_product (product_id);
create table milestone (
    id integer primary key, campaign_id integer not null references campaign (id),
    title text not null, offset_days integer not null, due text not null,
    owner_post text not null, note text not null default '', done_at integer, done_by integer) strict;
create index milestone_campaign on milestone (campaign_id, due);
create index milestone_due on milestone (due) where done_at is null;
create table campaign_pack (
    id integer primary key, campaign_id integer not null references campaign (id),
    item text not null, request_id integer references asset_request (id),
    copy_id integer references copy_doc (id), filed_at integer not null,
    unique (campaign_id, item), check ((request_id is null) <> (copy_id is null))) strict;
create index campaign_pack_request on campaign_pack (request_id) where request_id is not null;
create index campaign_pack_copy on campaign_pack (copy_id) where copy_id is not null;
create table campaign_improvement (
    id integer primary key, campaign_id integer not null references campaign (id),
    text text not null, owner_post text not null, due text not null,
    done_at integer, done_by integer) strict;
create index campaign_improvement_of on campaign_improvement (campaign_id, due);
create index campaign_improvement_due on campaign_improvement (due) where done_at is null;
",
    search: &["campaign"],
    append_only: &[],
}];

/// Money in 分 in the database, an amount with its currency on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(with = "Money")]
pub struct Fen(pub i64);

impl Serialize for Fen {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        Money::cny(self.0).serialize(to)
    }
}

/// What a person answers for at the gate, because the shop has no data on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TickMark {
    /// `stock` or `roster`.
    pub key: String,
    /// Who answers for it.
    pub by: String,
    /// UTC milliseconds.
    pub at: i64,
    /// What they saw.
    pub note: String,
}

/// A campaign as stored.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Campaign {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// `CP-20261123-001`.
    pub no: String,
    /// Its name.
    pub title: String,
    /// The code of its template.
    pub kind: String,
    /// The first day.
    pub starts: Day,
    /// The last day.
    pub ends: Day,
    /// What it may cost.
    pub budget: Fen,
    /// What it is to bring.
    pub goal: String,
    /// Price, time and rules in words: the one source that pictures and copy take them from.
    pub rules: String,
    /// The state.
    pub state: String,
    /// Who plans it.
    pub owner_id: i64,
    /// Who submitted it.
    pub submitter_id: Option<i64>,
    /// Who approved it.
    pub approved_by: Option<i64>,
    /// When.
    pub approved_at: Option<i64>,
    /// What people have answered for.
    pub ticks: Vec<TickMark>,
    /// What the gate found when it was passed.
    pub gate: Option<Vec<super::rules::GateCheck>>,
    /// How it went.
    pub review: String,
    /// Why nothing has to be done better.
    pub no_improvement: String,
    /// UTC milliseconds.
    pub created_at: i64,
    /// UTC milliseconds.
    pub updated_at: i64,
}

/// One line of an asset pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PackItem {
    /// Its code inside the template; what was filed is known by it.
    pub key: String,
    /// What is asked for.
    pub asset_kind: AssetKind,
    /// The slot's code, where it has one.
    #[serde(default)]
    pub slot: Option<String>,
    /// Its name.
    pub title: String,
    /// So many days before the start.
    pub offset_days: i64,
    /// Sizes and rules in words.
    #[serde(default)]
    pub specs: String,
    /// How many of it.
    pub count: u32,
    /// So many for each product of the campaign rather than for the campaign.
    #[serde(default)]
    pub per_product: bool,
}

/// One text of an asset pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CopyItem {
    /// Its code inside the template; what was filed is known by it.
    pub key: String,
    /// What is asked for.
    pub copy_kind: CopyKind,
    /// Its name.
    pub title: String,
    /// So many days before the start.
    pub offset_days: i64,
    /// What the text has to say.
    #[serde(default)]
    pub brief: String,
}

/// One milestone of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// Its name.
    pub title: String,
    /// So many days before the start; negative after it.
    pub offset_days: i64,
    /// Who sees to it.
    pub owner_post: Post,
}
