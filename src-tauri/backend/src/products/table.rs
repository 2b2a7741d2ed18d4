//! The tables of products.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::json;

use super::rules::OptionDef;
use crate::kernel::{BulkInsert, Error, Field, Kind, Money, Names, Result, Table, Tx};
use crate::store::Migration;

/// Products (SPU).
pub static PRODUCT: Table = Table {
    name: "product",
    entity: "product",
    label: "产品",
    kind: Kind::Entity,
    fields: &[
        ("code", "产品编号"),
        ("title", "标题"),
        ("category_id", "类目"),
        ("brand", "品牌"),
        ("season", "季节"),
        ("material", "面料材质"),
        ("state", "状态"),
        ("selling_points", "卖点"),
        ("forbidden_claims", "禁说"),
        ("care", "洗护说明"),
        ("supplier_note", "供应商备注"),
        ("notes", "备注"),
        ("faq", "常见问答"),
        ("options", "规格"),
        ("created_by", "建档人"),
    ],
    sealed: &[],
    files: &[],
};
/// SKUs: what is on the shelf.
pub static SKU: Table = Table {
    name: "sku",
    entity: "product",
    label: "SKU",
    kind: Kind::Part { of: "product_id" },
    fields: &[
        ("product_id", "产品"),
        ("code", "商家编码"),
        ("barcode", "条码"),
        ("options", "规格值"),
        ("label", "规格"),
        ("position", "顺序"),
        ("cost", "成本价"),
        ("weight_g", "重量（克）"),
        ("state", "SKU 状态"),
    ],
    sealed: &[("cost", Field::Cost)],
    files: &[],
};
/// Pictures of a product in their order.
pub static PICTURE: Table = Table {
    name: "product_picture",
    entity: "product",
    label: "产品图片",
    kind: Kind::Part { of: "product_id" },
    fields: &[
        ("product_id", "产品"),
        ("file", "图片"),
        ("position", "顺序"),
        ("option_value", "对应规格值"),
    ],
    sealed: &[],
    files: &[Names::one("file")],
};
/// Which styles a product has.
pub static PRODUCT_STYLE: Table = Table {
    name: "product_style",
    entity: "product",
    label: "产品风格",
    kind: Kind::Part { of: "product_id" },
    fields: &[("product_id", "产品"), ("style_id", "风格款式")],
    sealed: &[],
    files: &[],
};
/// Which SKUs are accessories of a product.
pub static ACCESSORY: Table = Table {
    name: "accessory_link",
    entity: "product",
    label: "配件",
    kind: Kind::Part { of: "product_id" },
    fields: &[
        ("product_id", "产品"),
        ("sku_id", "配件 SKU"),
        ("relation", "关系"),
        ("note", "说明"),
        ("position", "顺序"),
    ],
    sealed: &[],
    files: &[],
};
/// The size chart of a product.
pub static SIZE_CHART: Table = Table {
    name: "size_chart",
    entity: "product",
    label: "尺码表",
    kind: Kind::Part { of: "product_id" },
    fields: &[
        ("product_id", "产品"),
        ("unit", "单位"),
        ("columns", "列"),
        ("rows", "行"),
        ("rules", "尺码推荐"),
        ("note", "尺码说明"),
    ],
    sealed: &[],
    files: &[],
};
/// The tree of categories.
pub static CATEGORY: Table = Table {
    name: "category",
    entity: "category",
    label: "类目",
    kind: Kind::Entity,
    fields: &[
        ("parent_id", "上级类目"),
        ("name", "名称"),
        ("position", "顺序"),
        ("retired", "停用"),
    ],
    sealed: &[],
    files: &[],
};
/// The style taxonomy.
pub static STYLE: Table = Table {
    name: "style",
    entity: "style",
    label: "风格款式",
    kind: Kind::Entity,
    fields: &[("kind", "分组"), ("name", "名称"), ("position", "顺序"), ("retired", "停用")],
    sealed: &[],
    files: &[],
};

pub(super) const TABLES: &[&Table] =
    &[&PRODUCT, &SKU, &PICTURE, &PRODUCT_STYLE, &ACCESSORY, &SIZE_CHART, &CATEGORY, &STYLE];

pub(super) const MIGRATIONS: &[Migration] = &[
    FIRST,
    Migration {
        id: 2026_1201_10,
        room: "products",
        sql: "alter table product add column forbidden_claims text not null default '[]';",
        search: &[],
        append_only: &[],
    },
];

const FIRST: Migration = Migration {
    id: 2026_1123_10,
    room: "products",
    sql: "
create table category (
    id integer primary key, version integer not null default 1,
    parent_id integer references category (id), name text not null,
    position integer not null default 0, retired integer not null default 0,
    created_at integer not null, updated_at integer not null) strict;
create unique index category_name on category (coalesce(parent_id, 0), name);
create table style (
    id integer primary key, version integer not null default 1,
    kind text not null, name text not null,
    position integer not null default 0, retired integer not null default 0,
    created_at integer not null, updated_at integer not null,
    unique (kind, name)) strict;
create table product (
    id integer primary key, version integer not null default 1,
    code text not null unique, title text not null,
    category_id integer references category (id),
    brand text not null default '', season text not null default '',
    material text not null default '', state text not null default 'ready',
    selling_points text not null default '[]', care text not null default '',
    supplier_note text not null default '', notes text not null default '',
    faq text not null default '[]', options text not null default '[]',
    created_by integer not null default 0,
    created_at integer not null, updated_at integer not null) strict;
create index product_state on product (state);
create index product_category on product (category_id);
create index product_title on product (title);
create index product_brand on product (brand);
create index product_season on product (season);
create index product_updated on product (updated_at);
create table sku (
    id integer primary key, version integer not null default 1,
    product_id integer not null references product (id),
    code text not null unique, barcode text not null default '',
    options text not null default '[]', label text not null default '',
    position integer not null default 0, cost integer, weight_g integer,
    state text not null default 'active',
    created_at integer not null, updated_at integer not null,
    unique (product_id, label)) strict;
create unique index sku_barcode on sku (barcode) where barcode <> '';
create index sku_cost on sku (product_id, cost);
create table product_picture (
    id integer primary key, product_id integer not null references product (id),
    file text not null references file (hash), position integer not null,
    option_value text not null default '', unique (product_id, file)) strict;
create index product_picture_order on product_picture (product_id, position);
create index product_picture_file on product_picture (file);
create table product_style (
    id integer primary key, product_id integer not null references product (id),
    style_id integer not null references style (id), unique (product_id, style_id)) strict;
create index product_style_style on product_style (style_id);
create table accessory_link (
    id integer primary key, product_id integer not null references product (id),
    sku_id integer not null references sku (id), relation text not null,
    note text not null default '', position integer not null default 0,
    unique (product_id, sku_id)) strict;
create index accessory_link_sku on accessory_link (sku_id);
create table size_chart (
    id integer primary key, version integer not null default 1,
    product_id integer not null unique references product (id),
    unit text not null, columns text not null, rows text not null, rules text not null,
    note text not null default '',
    created_at integer not null, updated_at integer not null) strict;
",
    search: &["product"],
    append_only: &[],
};

/// An amount of 分 in a column; money of the shop's books on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(with = "Money")]
pub struct Fen(pub i64);

impl Serialize for Fen {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        Money::cny(self.0).serialize(to)
    }
}

/// A question that buyers ask, and the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Faq {
    /// The question.
    pub q: String,
    /// The answer.
    pub a: String,
}

/// A product as it is stored.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Product {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// `PD-00001`, or the shop's own.
    pub code: String,
    /// Title.
    pub title: String,
    /// The leaf category.
    pub category_id: Option<i64>,
    /// Brand.
    pub brand: String,
    /// 2026秋 …
    pub season: String,
    /// What it is made of.
    pub material: String,
    /// A state of the life cycle `product`.
    pub state: String,
    /// At most five.
    pub selling_points: Vec<String>,
    /// What nobody may say of it to a customer or in a text.
    pub forbidden_claims: Vec<String>,
    /// How to wash and keep it.
    pub care: String,
    /// About the supplier, for the shop only.
    pub supplier_note: String,
    /// For colleagues.
    pub notes: String,
    /// What buyers ask.
    pub faq: Vec<Faq>,
    /// Options with their values.
    pub options: Vec<OptionDef>,
    /// Who made it.
    pub created_by: i64,
    /// UTC milliseconds.
    pub created_at: i64,
    /// UTC milliseconds.
    pub updated_at: i64,
}

/// The shop starts with a tree of clothing and the usual words of style; both can be changed.
pub(super) fn seed(tx: &mut Tx<'_>) -> Result<()> {
    let now = tx.now;
    let mut categories = BulkInsert::into(&CATEGORY);
    for (i, (top, children)) in TREE.iter().enumerate() {
        let parent: Option<i64> = None;
        let parent = categories.add(
            tx,
            &json!({ "parent_id": parent, "name": top, "position": i, "created_at": now, "updated_at": now }),
        )?;
        for (j, name) in children.iter().enumerate() {
            categories.add(
                tx,
                &json!({ "parent_id": parent, "name": name, "position": j, "created_at": now, "updated_at": now }),
            )?;
        }
    }
    categories.done(tx);
    let mut styles = BulkInsert::into(&STYLE);
    for (kind, names) in STYLES {
        for (i, name) in names.iter().enumerate() {
            styles.add(
                tx,
                &json!({ "kind": kind, "name": name, "position": i, "created_at": now, "updated_at": now }),
            )?;
        }
    }
    styles.done(tx);
    Ok(())
}

const TREE: &[(&str, &[&str])] = &[
    (
        "女装",
        &[
            "连衣裙",
            "半身裙",
            "T恤",
            "衬衫",
            "针织衫",
            "毛衣",
            "卫衣",
            "西装",
            "风衣",
            "羽绒服",
            "大衣",
            "牛仔裤",
            "休闲裤",
            "套装",
        ],
    ),
    ("男装", &["T恤", "衬衫", "卫衣", "夹克", "西装", "羽绒服", "毛衣", "牛仔裤", "休闲裤"]),
    ("童装", &["连衣裙", "上衣", "裤子", "外套", "连体衣", "亲子装"]),
    ("内衣家居", &["文胸", "内裤", "家居服", "睡衣", "袜子", "保暖内衣"]),
    ("运动户外", &["运动上衣", "运动裤", "瑜伽服", "冲锋衣", "速干衣"]),
    ("鞋靴", &["单鞋", "运动鞋", "凉鞋", "靴子", "拖鞋"]),
    ("箱包", &["单肩包", "双肩包", "手提包", "钱包", "旅行箱"]),
    ("服饰配件", &["腰带", "帽子", "围巾", "手套", "首饰", "纽扣辅料", "包装物料"]),
];

const STYLES: &[(&str, &[&str])] = &[
    ("风格", &["通勤", "法式", "国风", "复古", "极简", "街头", "甜美", "运动", "学院", "民族"]),
    (
        "款式",
        &["修身", "直筒", "宽松", "A字", "高腰", "V领", "圆领", "翻领", "长款", "短款", "无袖"],
    ),
    ("场景", &["上班", "约会", "度假", "居家", "运动健身", "宴会", "婚礼", "校园", "旅行"]),
    ("人群", &["年轻女性", "熟龄女性", "小个子", "大码", "孕妇", "男士", "儿童", "中老年"]),
];

/// The amount in 分; refuses another currency and what no cost can be.
pub(super) fn cost_of(money: &Money) -> Result<i64> {
    if money.currency.code() != "CNY" {
        return Err(Error::invalid("cost", "成本价按人民币记账，请换算成人民币后填写"));
    }
    if !(0..=100_000_000).contains(&money.amount) {
        return Err(Error::invalid("cost", "成本价应在 0 到 1,000,000 元之间"));
    }
    Ok(money.amount)
}
