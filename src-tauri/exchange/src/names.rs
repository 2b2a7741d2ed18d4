//! The column names that shops' files use, and what they mean.
//!
//! Platforms add and move columns without notice, so columns are matched by name, never by
//! position. The platform headers were seen word for word in public exports and code; the common
//! names are what sellers' own sheets and the usual back offices call things.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::headers;
use crate::table::name_key;

/// What a column of a product or listing table means.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The shop's own number of the product.
    Code,
    /// The name or title.
    Title,
    /// The selling point under the title.
    Subtitle,
    /// The platform's number of the category.
    CategoryId,
    /// The category by name.
    Category,
    /// The brand.
    Brand,
    /// The selling price.
    Price,
    /// The crossed-out price.
    MarketPrice,
    /// The purchase price.
    Cost,
    /// Pieces in stock.
    Stock,
    /// The bar code (EAN, UPC, 69 code).
    Barcode,
    /// The shop's own number of the variant.
    SkuCode,
    /// The platform's number of the product or listing.
    PlatformItemId,
    /// The platform's number of the variant.
    PlatformSkuId,
    /// Amazon's number.
    Asin,
    /// A choice of the variant; the column's name is the choice's name (颜色, 尺码).
    SkuOption,
    /// All choices of the variant in one cell (`颜色:米白;尺码:M`).
    SkuOptions,
    /// Weight in grams.
    WeightG,
    /// Weight in kilograms.
    WeightKg,
    /// The unit of sale.
    Unit,
    /// Pictures: addresses or file names.
    Pictures,
    /// The description, HTML or text.
    Description,
    /// On sale, in the warehouse ...
    Status,
    /// A property of the product; the column's name is the property's name (材质).
    Attribute,
    /// Kept as it is, under its own name.
    Extra,
    /// Left out.
    Ignore,
}

impl Field {
    /// All fields, in the order a person would list them.
    pub const ALL: &'static [Self] = &[
        Self::Code,
        Self::Title,
        Self::Subtitle,
        Self::CategoryId,
        Self::Category,
        Self::Brand,
        Self::Price,
        Self::MarketPrice,
        Self::Cost,
        Self::Stock,
        Self::Barcode,
        Self::SkuCode,
        Self::PlatformItemId,
        Self::PlatformSkuId,
        Self::Asin,
        Self::SkuOption,
        Self::SkuOptions,
        Self::WeightG,
        Self::WeightKg,
        Self::Unit,
        Self::Pictures,
        Self::Description,
        Self::Status,
        Self::Attribute,
        Self::Extra,
        Self::Ignore,
    ];

    /// The name people know the field by.
    pub fn label(self) -> &'static str {
        match self {
            Self::Code => "商品编码",
            Self::Title => "标题",
            Self::Subtitle => "卖点",
            Self::CategoryId => "类目编号",
            Self::Category => "类目",
            Self::Brand => "品牌",
            Self::Price => "售价",
            Self::MarketPrice => "划线价",
            Self::Cost => "成本价",
            Self::Stock => "库存",
            Self::Barcode => "条码",
            Self::SkuCode => "SKU 编码",
            Self::PlatformItemId => "平台商品 ID",
            Self::PlatformSkuId => "平台 SKU ID",
            Self::Asin => "ASIN",
            Self::SkuOption => "规格（列名即规格名）",
            Self::SkuOptions => "规格组合",
            Self::WeightG => "重量（克）",
            Self::WeightKg => "重量（千克）",
            Self::Unit => "单位",
            Self::Pictures => "图片",
            Self::Description => "描述",
            Self::Status => "状态",
            Self::Attribute => "属性（列名即属性名）",
            Self::Extra => "保留不用",
            Self::Ignore => "不导入",
        }
    }

    /// Whether one table may have this field only once.
    pub fn once(self) -> bool {
        !matches!(
            self,
            Self::SkuOption | Self::Attribute | Self::Extra | Self::Ignore | Self::Pictures
        )
    }
}

/// Common names of each field, best first, `|` between them.
const ALIASES: &[(Field, &str)] = &[
    (
        Field::Code,
        "商品编码|商品编号|货号|款号|产品编码|产品编号|商品货号|款式编码|SPU编码|SPU|商品代码|\
        产品货号|编号|商品code|style no|product code|item code|parent sku|model|style|item no|\
        spu code",
    ),
    (
        Field::Title,
        "商品标题|标题|商品名称|宝贝标题|宝贝名称|产品名称|品名|产品标题|名称|商品名|款式名称|title|\
        product name|item name|product title|name|item title",
    ),
    (Field::Subtitle, "卖点|宝贝卖点|商品卖点|副标题|短标题|subtitle|selling point"),
    (Field::CategoryId, "类目ID|类目编号|宝贝类目|商品类目ID|category id|cid"),
    (
        Field::Category,
        "类目|分类|商品分类|商品类目|品类|产品分类|类别|产品类别|category|product type|\
        product category",
    ),
    (Field::Brand, "品牌|品牌名称|商品品牌|brand|vendor"),
    (
        Field::Price,
        "售价|价格|销售价|一口价|宝贝价格|商品价格|单价|零售价|销售价格|SKU价格|sku售价|售价(元)|\
        价格(元)|单买价|拼单价|price|sale price|selling price|unit price",
    ),
    (
        Field::MarketPrice,
        "市场价|划线价|吊牌价|原价|参考价|市场价(元)|list price|msrp|compare at price",
    ),
    (
        Field::Cost,
        "成本价|成本|进价|采购价|进货价|供货价|成本价(元)|cost|cost price|purchase price|\
        cost per item",
    ),
    (
        Field::Stock,
        "库存|库存数量|数量|宝贝数量|可售库存|商品库存|SKU库存|现有库存|可用库存|库存量|stock|\
        quantity|qty|inventory|inventory qty",
    ),
    (
        Field::Barcode,
        "条码|条形码|商品条码|商品条形码|国际条码|69码|SKU条码|barcode|upc|ean|gtin|ean13",
    ),
    (
        Field::SkuCode,
        "SKU编码|SKU|商家编码|规格编码|sku货号|外部系统编号|外部编码|规格商家编码|商品sku|SKU编号|\
        sku代码|商家sku|sku code|seller sku|variant sku|custom label|商家编码-规格维度",
    ),
    (
        Field::PlatformItemId,
        "商品ID|宝贝ID|数字ID|平台商品ID|主体ID|链接ID|item id|listing id|商品链接ID",
    ),
    (Field::PlatformSkuId, "SKUID|平台SKUID|样式ID|规格ID|sku_id"),
    (Field::Asin, "ASIN|asin1|子ASIN"),
    (
        Field::SkuOption,
        "颜色|颜色分类|尺码|尺寸|规格|款式|型号|口味|容量|套餐|适用机型|鞋码|color|colour|size|\
        material variant",
    ),
    (
        Field::SkuOptions,
        "商品属性|销售属性|规格名称|规格属性|SKU规格|规格组合|商品规格|颜色及规格|sku属性|variation|\
        options",
    ),
    (Field::WeightG, "重量(g)|重量g|重量(克)|克重|净重(g)|毛重(g)|weight(g)|weight_g"),
    (
        Field::WeightKg,
        "重量(kg)|重量kg|重量(千克)|重量(公斤)|物流重量|净重(kg)|毛重(kg)|weight(kg)",
    ),
    (Field::Unit, "单位|计量单位|销售单位|unit"),
    (
        Field::Pictures,
        "图片|主图|商品图片|商品主图|图片链接|主图链接|主图1|主图2|主图3|主图4|主图5|图片1|图片2|\
        图片3|图片4|图片5|图片地址|新图片|image|images|image url|image src|picture|pic url|picurl|\
        photo",
    ),
    (
        Field::Description,
        "描述|商品描述|宝贝描述|详情|商品详情|详情描述|产品描述|description|body html|\
        product description|item description",
    ),
    (Field::Status, "状态|商品状态|上架状态|销售状态|是否上架|status|listing status"),
    (
        Field::Attribute,
        "材质|面料|产地|风格|适用季节|适用人群|成分|图案|工艺|保质期|material|country of origin",
    ),
    (
        Field::Extra,
        "供应商|供应商名称|备注|说明|上架时间|创建时间|修改时间|店铺|店铺名称|平台|仓库|库位|\
        supplier|notes|remark",
    ),
];

fn fields() -> &'static HashMap<String, (Field, usize)> {
    static FIELDS: OnceLock<HashMap<String, (Field, usize)>> = OnceLock::new();
    FIELDS.get_or_init(|| {
        let mut map = HashMap::new();
        for (field, names) in ALIASES {
            for (rank, name) in names.split('|').enumerate() {
                map.entry(name_key(name)).or_insert((*field, rank));
            }
        }
        map
    })
}

fn platform_names() -> &'static std::collections::HashSet<String> {
    static NAMES: OnceLock<std::collections::HashSet<String>> = OnceLock::new();
    NAMES.get_or_init(|| {
        [
            headers::DATAPACK_KEYS,
            headers::DATAPACK_NAMES,
            headers::AMAZON_ALL_LISTINGS,
            headers::AMAZON_OPEN_LISTINGS,
            headers::AMAZON_INVENTORY_LOADER,
            headers::EBAY_LISTING,
            headers::EBAY_MORE,
        ]
        .into_iter()
        .chain(headers::OTHER_REPORTS.iter().map(|(_, names)| *names))
        .flat_map(headers::names)
        .map(name_key)
        .collect()
    })
}

/// Whether a cell is a name that some known header has.
pub fn is_known(name: &str) -> bool {
    let name = name.trim().trim_matches('"');
    if name.is_empty() || name.len() > 120 {
        return false;
    }
    let key = name_key(name);
    fields().contains_key(&key)
        || platform_names().contains(&key)
        || key.starts_with("action(siteid")
        || (name.starts_with("C:") && name.len() > 2)
}

/// What a column of that name means by custom, and how customary the name is (0 is best).
pub fn field_of(name: &str) -> Option<(Field, usize)> {
    let key = name_key(name);
    if let Some(found) = fields().get(&key) {
        return Some(*found);
    }
    // `售价（元）`, `库存(件)`: the unit in brackets says nothing about the meaning.
    let bare = key.split('(').next().filter(|bare| !bare.is_empty() && *bare != key)?;
    fields().get(bare).map(|(field, rank)| (*field, rank + 100))
}

/// Whether a header line is one of Amazon's flat files, which quote nothing.
pub(crate) fn is_amazon_flat(line: &str) -> bool {
    let names: Vec<&str> = line.split('\t').map(str::trim).collect();
    let has = |name: &str| names.contains(&name);
    (has("sku") && (has("asin") || has("product-id") || has("add-delete")))
        || (has("seller-sku") && has("listing-id"))
        || has("amazon-order-id")
        || has("order-item-id")
        || has("settlement-id")
}
