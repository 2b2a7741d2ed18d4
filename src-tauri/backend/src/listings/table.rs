//! The tables of channels, shops, listings, prices and the sync list.

use serde::Deserialize;

use super::rules::Unit;
use crate::kernel::rights::{Ask, Module};
use crate::kernel::{Cx, Error, Kind, Names, Result, Table};
use crate::params;
use crate::store::Migration;

/// Channels: a platform with its limits, as data.
pub static CHANNEL: Table = Table {
    name: "channel",
    entity: "channel",
    label: "渠道",
    kind: Kind::Entity,
    fields: &[
        ("title", "渠道"),
        ("currency", "币种"),
        ("fx_micro", "汇率（百万分之一元）"),
        ("fx_on", "汇率日期"),
        ("title_max", "标题上限"),
        ("title_unit", "标题计数方式"),
        ("bullets_max", "卖点条数上限"),
        ("bullet_max", "每条卖点上限"),
        ("fee_bp", "平台费率"),
        ("handling_days", "备货天数"),
        ("min_margin_bp", "最低毛利率"),
        ("source", "依据"),
        ("confirmed", "已在平台核对"),
        ("noted_on", "记录日期"),
        ("active", "启用"),
        ("code", "渠道代码"),
        ("region", "国内或海外"),
    ],
    sealed: &[],
    files: &[],
};
/// Picture slots of a channel.
pub static CHANNEL_SLOT: Table = Table {
    name: "channel_slot",
    entity: "channel",
    label: "图片位",
    kind: Kind::Part { of: "channel_id" },
    fields: &[
        ("title", "图片位"),
        ("min_count", "至少几张"),
        ("spec", "规格"),
        ("source", "依据"),
        ("confirmed", "已在平台核对"),
        ("noted_on", "记录日期"),
        ("code", "图片位代码"),
    ],
    sealed: &[],
    files: &[],
};
/// Categories of a channel, as far as the shop has pasted them in.
pub static CHANNEL_CATEGORY: Table = Table {
    name: "channel_category",
    entity: "channel",
    label: "渠道类目",
    kind: Kind::Derived,
    fields: &[("paths", "类目数"), ("first", "头几个")],
    sealed: &[],
    files: &[],
};
/// Shops on channels.
pub static SHOP: Table = Table {
    name: "shop",
    entity: "shop",
    label: "店铺",
    kind: Kind::Entity,
    fields: &[
        ("code", "店铺代码"),
        ("name", "店铺"),
        ("site", "站点"),
        ("active", "启用"),
        ("channel_id", "渠道"),
    ],
    sealed: &[],
    files: &[],
};
/// A product in a shop.
pub static LISTING: Table = Table {
    name: "listing",
    entity: "listing",
    label: "上架商品",
    kind: Kind::Entity,
    fields: &[
        ("item_id", "平台商品ID"),
        ("title", "标题"),
        ("subtitle", "副标题"),
        ("category", "类目"),
        ("state", "状态"),
        ("price", "售价"),
        ("list_price", "划线价"),
        ("control_price", "控价"),
        ("currency", "币种"),
        ("stock_alloc", "分配库存"),
        ("qty", "在售库存"),
        ("presale_on", "预售发货日"),
        ("freight", "运费模板"),
        ("attributes", "类目属性"),
        ("bullets", "卖点"),
        ("detail", "详情文案"),
        ("keywords", "关键词"),
        ("picture", "首图"),
        ("completeness_bp", "完整度"),
        ("violation", "违规"),
        ("violation_note", "违规说明"),
        ("live_at", "上架时间"),
        ("delisted_at", "下架时间"),
        ("product_id", "商品"),
        ("shop_id", "店铺"),
        ("sku_count", "SKU 数"),
        ("channel_id", "渠道"),
    ],
    sealed: &[],
    files: &[Names::one("picture")],
};
/// The SKUs that a listing sells.
pub static LISTING_SKU: Table = Table {
    name: "listing_sku",
    entity: "listing",
    label: "上架 SKU",
    kind: Kind::Part { of: "listing_id" },
    fields: &[
        ("sku_id", "SKU"),
        ("outer_id", "商家编码"),
        ("price", "SKU 售价"),
        ("qty", "SKU 库存"),
        ("shop_id", "店铺"),
    ],
    sealed: &[],
    files: &[],
};
/// The pictures of a listing by slot.
pub static LISTING_PICTURE: Table = Table {
    name: "listing_picture",
    entity: "listing",
    label: "上架图片",
    kind: Kind::Part { of: "listing_id" },
    fields: &[
        ("slot", "图片位"),
        ("position", "第几张"),
        ("file", "文件"),
        ("request_id", "素材需求"),
        ("asset_version_id", "素材版本"),
        ("since", "换上时间"),
    ],
    sealed: &[],
    files: &[Names::one("file")],
};
/// What a price was and became.
pub static PRICE_HISTORY: Table = Table {
    name: "price_history",
    entity: "listing",
    label: "价格记录",
    kind: Kind::Part { of: "listing_id" },
    fields: &[
        ("old", "原价"),
        ("new", "新价"),
        ("source", "来源"),
        ("listing_sku_id", "SKU"),
        ("at", "改价时间"),
        ("by_id", "改价人"),
        ("price_change_id", "改价单"),
    ],
    sealed: &[],
    files: &[],
};
/// Proposed and scheduled price changes.
pub static PRICE_CHANGE: Table = Table {
    name: "price_change",
    entity: "price_change",
    label: "改价单",
    kind: Kind::Entity,
    fields: &[
        ("code", "单号"),
        ("old_price", "原价"),
        ("new_price", "新价"),
        ("start_at", "开始"),
        ("end_at", "结束"),
        ("reason", "原因"),
        ("state", "状态"),
        ("below_floor", "低于底价"),
        ("auto_approved", "自动通过"),
        ("approved_by", "审批人"),
        ("listing_id", "上架商品"),
        ("shop_id", "店铺"),
        ("currency", "币种"),
        ("created_by", "提出人"),
        ("submitted_by", "提交人"),
        ("approved_at", "批准时间"),
    ],
    sealed: &[],
    files: &[],
};
/// The SKUs of a price change.
pub static PRICE_ITEM: Table = Table {
    name: "price_item",
    entity: "price_change",
    label: "改价明细",
    kind: Kind::Part { of: "price_change_id" },
    fields: &[("listing_sku_id", "SKU"), ("old", "原价"), ("new", "新价")],
    sealed: &[],
    files: &[],
};
/// What was changed here and not yet on the platform.
pub static SYNC_ITEM: Table = Table {
    name: "sync_item",
    entity: "listing",
    label: "待同步",
    kind: Kind::Part { of: "listing_id" },
    fields: &[
        ("kind", "同步内容"),
        ("old", "平台上的"),
        ("new", "应改为"),
        ("done_at", "完成时间"),
        ("done_by", "完成人"),
        ("confirmed_by", "确认方式"),
        ("shop_id", "店铺"),
        ("listing_sku_id", "SKU"),
        ("since", "等待自"),
        ("by_id", "修改人"),
        ("price_change_id", "改价单"),
    ],
    sealed: &[],
    files: &[],
};
/// What the platform's last export says otherwise than we do.
pub static LISTING_DRIFT: Table = Table {
    name: "listing_drift",
    entity: "listing",
    label: "平台差异",
    kind: Kind::Derived,
    fields: &[],
    sealed: &[],
    files: &[],
};

pub(super) const TABLES: &[&Table] = &[
    &CHANNEL,
    &CHANNEL_SLOT,
    &CHANNEL_CATEGORY,
    &SHOP,
    &LISTING,
    &LISTING_SKU,
    &LISTING_PICTURE,
    &PRICE_HISTORY,
    &PRICE_CHANGE,
    &PRICE_ITEM,
    &SYNC_ITEM,
    &LISTING_DRIFT,
];

pub(super) const MIGRATIONS: &[Migration] = &[Migration {
    id: 2026_1123_20,
    room: "listings",
    sql: "
create table channel (
    id integer primary key, version integer not null default 1,
    code text not null unique, title text not null, region text not null, currency text not null,
    fx_micro integer, fx_on text,
    title_max integer not null, title_unit text not null,
    bullets_max integer not null default 0, bullet_max integer not null default 0,
    fee_bp integer not null default 0, handling_days integer not null default 2,
    min_margin_bp integer,
    source text not null default '', confirmed integer not null default 0,
    noted_on text not null, active integer not null default 1,
    created_at integer not null, updated_at integer not null) strict;
create table channel_slot (
    id integer primary key, version integer not null default 1,
    channel_id integer not null references channel (id), code text not null, title text not null,
    min_count integer not null default 0, spec text not null, source text not null,
    confirmed integer not null default 0, noted_on text not null,
    unique (channel_id, code)) strict;
create table channel_category (
    id integer primary key, channel_id integer not null references channel (id),
    path text not null, leaf integer not null, unique (channel_id, path)) strict;
create table shop (
    id integer primary key, version integer not null default 1,
    code text not null unique, name text not null, channel_id integer not null references channel (id),
    site text not null default '', active integer not null default 1,
    created_at integer not null, updated_at integer not null) strict;
create table listing (
    id integer primary key, version integer not null default 1,
    product_id integer not null references product (id), shop_id integer not null references shop (id),
    channel_id integer not null references channel (id),
    item_id text not null default '', title text not null default '', subtitle text not null default '',
    category text not null default '', state text not null default 'planned',
    price integer not null default 0, list_price integer, control_price integer,
    currency text not null, stock_alloc integer, qty integer not null default 0,
    sku_count integer not null default 0, presale_on text, freight text not null default '',
    attributes text not null default '{}', bullets text not null default '[]',
    detail text not null default '', keywords text not null default '', picture text,
    completeness_bp integer not null default 0, violation integer not null default 0,
    violation_note text not null default '', live_at integer, delisted_at integer,
    created_at integer not null, updated_at integer not null) strict;
create unique index listing_of on listing (product_id, shop_id) where state <> 'deleted';
create index listing_updated on listing (updated_at);
create index listing_state on listing (state, updated_at);
create index listing_shop on listing (shop_id, updated_at);
create index listing_channel on listing (channel_id, updated_at);
create index listing_category on listing (category, updated_at);
create index listing_price on listing (price);
create index listing_item on listing (item_id) where item_id <> '';
create index listing_violation on listing (violation, updated_at) where violation = 1;
create table listing_sku (
    id integer primary key, version integer not null default 1,
    listing_id integer not null references listing (id), shop_id integer not null references shop (id),
    sku_id integer not null references sku (id), outer_id text, price integer not null default 0,
    qty integer not null default 0, created_at integer not null, updated_at integer not null,
    unique (shop_id, outer_id), unique (listing_id, sku_id)) strict;
create index listing_sku_sku on listing_sku (sku_id);
create table listing_picture (
    id integer primary key, version integer not null default 1,
    listing_id integer not null references listing (id), slot text not null,
    position integer not null, file text not null, request_id integer, asset_version_id integer,
    since integer not null, unique (listing_id, slot, position)) strict;
create index listing_picture_file on listing_picture (file);
create table price_change (
    id integer primary key, version integer not null default 1, code text not null unique,
    listing_id integer not null references listing (id), shop_id integer not null references shop (id),
    old_price integer not null, new_price integer not null, currency text not null,
    start_at integer not null, end_at integer, reason text not null,
    state text not null, below_floor integer not null default 0,
    auto_approved integer not null default 0,
    created_by integer not null, submitted_by integer, approved_by integer, approved_at integer,
    created_at integer not null, updated_at integer not null) strict;
create index price_change_state on price_change (state, start_at);
create index price_change_start on price_change (start_at);
create index price_change_listing on price_change (listing_id, state);
create table price_item (
    id integer primary key, price_change_id integer not null references price_change (id),
    listing_sku_id integer not null references listing_sku (id),
    old integer not null, new integer not null, unique (price_change_id, listing_sku_id)) strict;
create index price_item_sku on price_item (listing_sku_id);
create table price_history (
    id integer primary key, listing_id integer not null references listing (id),
    listing_sku_id integer not null references listing_sku (id), old integer not null,
    new integer not null, at integer not null, by_id integer not null, source text not null,
    price_change_id integer references price_change (id)) strict;
create index price_history_listing on price_history (listing_id, at);
create index price_history_sku on price_history (listing_sku_id, at);
create table sync_item (
    id integer primary key, version integer not null default 1,
    listing_id integer not null references listing (id), shop_id integer not null references shop (id),
    listing_sku_id integer references listing_sku (id), kind text not null,
    old text not null, new text not null, since integer not null, by_id integer not null,
    price_change_id integer references price_change (id),
    done_at integer, done_by integer, confirmed_by text) strict;
create index sync_item_open on sync_item (since) where done_at is null;
create index sync_item_waits on sync_item (listing_id, kind) where done_at is null;
create index sync_item_listing on sync_item (listing_id);
create index sync_item_since on sync_item (since);
create table listing_drift (
    id integer primary key, listing_id integer not null references listing (id),
    listing_sku_id integer references listing_sku (id), kind text not null,
    ours text not null, theirs text not null, seen_at integer not null) strict;
create index listing_drift_listing on listing_drift (listing_id, kind);
",
    search: &["listing", "price_change"],
    append_only: &[],
}];

/// A channel as rules need it.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Channel {
    pub id: i64,
    pub code: String,
    pub title: String,
    pub region: String,
    pub currency: String,
    pub fx_micro: Option<i64>,
    pub title_max: i64,
    pub title_unit: Unit,
    pub bullets_max: i64,
    pub bullet_max: i64,
    pub min_margin_bp: Option<i64>,
}

impl Channel {
    /// The channel with this id.
    pub fn of(cx: &Cx<'_>, id: i64) -> Result<Self> {
        cx.get(&CHANNEL, id)
    }

    /// The module whose rights count for its listings.
    pub fn module(&self) -> Module {
        if self.region == "overseas" { Module::ListingsOverseas } else { Module::ListingsDomestic }
    }

    /// Refuses who may not change listings of this channel (or only other parts of them).
    pub fn may_write(&self, cx: &Cx<'_>, parts: &[&'static str]) -> Result<()> {
        let module = self.module();
        let ask = Ask::write(module);
        let on = |ask| cx.caller.goes_on_with(ask);
        if on(ask) || parts.iter().any(|p| on(ask.part(p))) {
            return Ok(());
        }
        Err(Error::forbidden(format!(
            "这是{}渠道“{}”的商品，你现在的岗位没有“{}”的编辑权限。请联系{}",
            if self.region == "overseas" { "海外" } else { "国内" },
            self.title,
            module.title(),
            if self.region == "overseas" { "海外商务" } else { "运营专员" },
        )))
    }

    /// Whether the caller may approve on this channel.
    pub fn may_approve(&self, cx: &Cx<'_>) -> bool {
        cx.caller.goes_on_with(Ask::approve(self.module()))
    }

    /// Refuses who may not see listings of this channel. To them the listing does not exist.
    pub fn may_read(&self, cx: &Cx<'_>, what: &str, id: i64) -> Result<()> {
        if cx.caller.can(Ask::read(self.module())) {
            Ok(())
        } else {
            Err(Error::not_found(what, id))
        }
    }
}

/// A listing as rules need it.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Listing {
    pub id: i64,
    pub version: i64,
    pub product_id: i64,
    pub shop_id: i64,
    pub channel_id: i64,
    pub item_id: String,
    pub title: String,
    pub subtitle: String,
    pub category: String,
    pub state: String,
    pub price: i64,
    pub list_price: Option<i64>,
    pub control_price: Option<i64>,
    pub currency: String,
    pub stock_alloc: Option<i64>,
    pub qty: i64,
    pub presale_on: Option<String>,
    pub freight: String,
    pub attributes: std::collections::BTreeMap<String, String>,
    pub bullets: Vec<String>,
    pub detail: String,
    pub keywords: String,
    pub picture: Option<String>,
    pub completeness_bp: i64,
    pub violation: bool,
    pub violation_note: String,
    pub live_at: Option<i64>,
    pub delisted_at: Option<i64>,
    pub updated_at: i64,
}

impl Listing {
    /// The listing with this id.
    pub fn of(cx: &Cx<'_>, id: i64) -> Result<Self> {
        cx.get(&LISTING, id)
    }

    /// For sentences: its number and the beginning of its title.
    pub fn name(&self) -> String {
        let short: String = self.title.chars().take(16).collect();
        if short.is_empty() { format!("#{}", self.id) } else { format!("#{} {short}", self.id) }
    }

    /// Refuses changes of what is gone or under a violation.
    pub fn changeable(&self) -> Result<()> {
        if self.state == "deleted" {
            return Err(Error::conflict(
                "wrong_state",
                format!("上架商品 {} 已删除，不能再修改", self.name()),
            ));
        }
        if self.violation {
            return Err(Error::conflict(
                "violation",
                format!(
                    "上架商品 {} 有未处理的违规（{}），处理完并取消违规标记后才能修改",
                    self.name(),
                    self.violation_note
                ),
            ));
        }
        Ok(())
    }
}

/// A SKU of a listing with what its price must cover.
#[derive(Debug, Clone, Default, Deserialize)]
#[expect(clippy::struct_field_names, reason = "named as the columns are")]
pub(super) struct Sku {
    pub id: i64,
    pub version: i64,
    pub listing_id: i64,
    pub sku_id: i64,
    pub code: String,
    pub outer_id: Option<String>,
    pub price: i64,
    pub qty: i64,
    pub cost: Option<i64>,
}

/// The SKUs of a listing.
pub(super) fn skus_of(cx: &Cx<'_>, listing: i64) -> Result<Vec<Sku>> {
    cx.all(
        "select l.id, l.version, l.listing_id, l.sku_id, s.code, l.outer_id, l.price, l.qty, s.cost
         from listing_sku l join sku s on s.id = l.sku_id where l.listing_id = ?1 order by l.id",
        params![listing],
    )
}
