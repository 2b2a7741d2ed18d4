//! The tables of campaigns and the templates a shop begins with.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};

use crate::assets::AssetKind;
use crate::kernel::{Day, Kind, Money, Post, Result, Table, Tx};
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
        ("improvements", "改进措施"),
        ("no_improvement", "无需改进的原因"),
        ("gate", "闸门检查"),
    ],
    sealed: &[],
};
/// The shops it runs in.
pub static SHOP: Table = Table {
    name: "campaign_shop",
    entity: "campaign",
    label: "活动店铺",
    kind: Kind::Part { of: "campaign_id" },
    fields: &[("shop_id", "店铺")],
    sealed: &[],
};
/// The products it sells, at which price.
pub static ITEM: Table = Table {
    name: "campaign_product",
    entity: "campaign",
    label: "活动商品",
    kind: Kind::Part { of: "campaign_id" },
    fields: &[("product_id", "商品"), ("price", "活动价"), ("floor_note", "底价说明")],
    sealed: &[],
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
        ("done_at", "完成时间"),
    ],
    sealed: &[],
};
/// Which pieces of the asset pack have been filed.
pub static PACK: Table = Table {
    name: "campaign_pack",
    entity: "campaign",
    label: "素材包",
    kind: Kind::Part { of: "campaign_id" },
    fields: &[("item", "项目"), ("request_id", "素材需求")],
    sealed: &[],
};
/// Asset packs and milestones by kind of campaign.
pub static TEMPLATE: Table = Table {
    name: "campaign_template",
    entity: "campaign_template",
    label: "活动模板",
    kind: Kind::Entity,
    fields: &[("kind", "类型"), ("title", "名称"), ("items", "素材包"), ("milestones", "里程碑")],
    sealed: &[],
};

pub(super) const TABLES: &[&Table] = &[&CAMPAIGN, &SHOP, &ITEM, &MILESTONE, &PACK, &TEMPLATE];

pub(super) const MIGRATIONS: &[Migration] = &[Migration {
    id: 2026_1123_50,
    room: "campaigns",
    sql: "
create table campaign_template (
    id integer primary key, version integer not null default 1,
    kind text not null unique, title text not null, items text not null, milestones text not null,
    created_at integer not null, updated_at integer not null) strict;
create table campaign (
    id integer primary key, version integer not null default 1,
    no text not null unique, title text not null, kind text not null,
    starts text not null, ends text not null, budget integer not null default 0,
    goal text not null default '', rules text not null default '', state text not null,
    owner_id integer not null, submitter_id integer,
    approved_by integer, approved_at integer,
    gate text, review text not null default '', improvements text not null default '[]',
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
    owner_post text not null, done_at integer, done_by integer) strict;
create index milestone_campaign on milestone (campaign_id, due);
create index milestone_due on milestone (due) where done_at is null;
create table campaign_pack (
    id integer primary key, campaign_id integer not null references campaign (id),
    item text not null, request_id integer not null references asset_request (id),
    filed_at integer not null, unique (campaign_id, item)) strict;
",
    search: &["campaign"],
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

/// Something to do better next time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Improvement {
    /// What.
    pub text: String,
    /// The post that does it.
    pub owner_post: Post,
    /// Until when.
    pub due: Day,
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
    /// What the gate found when it was passed.
    pub gate: Option<Vec<super::rules::GateCheck>>,
    /// How it went.
    pub review: String,
    /// What to do better.
    pub improvements: Vec<Improvement>,
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

#[derive(Serialize)]
struct TemplateRow {
    kind: &'static str,
    title: &'static str,
    items: Vec<PackItem>,
    milestones: Vec<Mark>,
    created_at: i64,
    updated_at: i64,
}

/// The kinds of campaign that a shop begins with, and whether they are large.
const SEEDS: &[(&str, &str, bool)] = &[
    ("618", "618", true),
    ("double11", "双11", true),
    ("double12", "双12", true),
    ("new_year", "年货节", true),
    ("anniversary", "店庆", true),
    ("launch", "上新", false),
    ("clearance", "清仓", false),
    ("daily", "日常", false),
];

type Line = (&'static str, AssetKind, Option<&'static str>, &'static str, i64, &'static str, u32);

const LARGE: &[Line] = &[
    ("banner", AssetKind::Banner, None, "首焦", 5, "PC 1920×600，手机 750×1000", 1),
    ("venue", AssetKind::CampaignPage, None, "活动承接页", 5, "宽 750，分会场与商品区齐全", 1),
    ("ad", AssetKind::AdCreative, None, "直通车图", 4, "800×800，四张不同卖点，留 48 小时测图", 4),
    (
        "main",
        AssetKind::MainImage,
        Some("taobao.main"),
        "主图打标",
        3,
        "800×800，打标不遮住商品",
        1,
    ),
    (
        "detail",
        AssetKind::DetailPage,
        Some("taobao.detail"),
        "详情关联",
        3,
        "宽 750，放活动商品关联",
        1,
    ),
    ("social", AssetKind::SocialImage, None, "社媒预热图", 3, "1080×1080 与 1080×1440 各一", 2),
];

const SMALL: &[Line] = &[
    ("banner", AssetKind::Banner, None, "首焦", 5, "PC 1920×600，手机 750×1000", 1),
    ("ad", AssetKind::AdCreative, None, "直通车图", 4, "800×800，留 48 小时测图", 2),
    (
        "main",
        AssetKind::MainImage,
        Some("taobao.main"),
        "主图打标",
        3,
        "800×800，打标不遮住商品",
        1,
    ),
    (
        "detail",
        AssetKind::DetailPage,
        Some("taobao.detail"),
        "详情关联",
        3,
        "宽 750，放活动商品关联",
        1,
    ),
];

const MARKS_LARGE: &[(&str, i64, Post)] = &[
    ("报名与选品", 30, Post::Promotion),
    ("备货到仓", 15, Post::Merchandiser),
    ("活动价定稿", 10, Post::OpsSpecialist),
    ("文案定稿", 7, Post::Copywriter),
    ("素材交付", 3, Post::Designer),
    ("客服排班与话术", 3, Post::CustomerService),
    ("上线检查", 1, Post::OpsSpecialist),
    ("复盘", -7, Post::Promotion),
];

const MARKS_SMALL: &[(&str, i64, Post)] = &[
    ("选品与定价", 7, Post::Promotion),
    ("文案定稿", 5, Post::Copywriter),
    ("素材交付", 3, Post::Designer),
    ("上线检查", 1, Post::OpsSpecialist),
    ("复盘", -3, Post::Promotion),
];

pub(super) fn seed(tx: &mut Tx<'_>) -> Result<()> {
    for (kind, title, large) in SEEDS {
        let (lines, marks) = if *large { (LARGE, MARKS_LARGE) } else { (SMALL, MARKS_SMALL) };
        let row = TemplateRow {
            kind,
            title,
            items: lines
                .iter()
                .map(|(key, asset_kind, slot, title, offset_days, specs, count)| PackItem {
                    key: (*key).to_owned(),
                    asset_kind: *asset_kind,
                    slot: slot.map(str::to_owned),
                    title: (*title).to_owned(),
                    offset_days: *offset_days,
                    specs: (*specs).to_owned(),
                    count: *count,
                })
                .collect(),
            milestones: marks
                .iter()
                .map(|(title, offset_days, owner_post)| Mark {
                    title: (*title).to_owned(),
                    offset_days: *offset_days,
                    owner_post: *owner_post,
                })
                .collect(),
            created_at: tx.now,
            updated_at: tx.now,
        };
        tx.insert(&TEMPLATE, &row)?;
    }
    Ok(())
}
