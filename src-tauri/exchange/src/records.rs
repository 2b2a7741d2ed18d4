//! What is read out of any platform's file, in one neutral shape.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::numbers::{Money, When};

/// A name and its value.
#[derive(
    Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize, schemars::JsonSchema,
)]
pub struct Pair {
    /// The name.
    pub name: String,
    /// The value.
    pub value: String,
}

impl Pair {
    /// A pair of the two.
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { name: name.into(), value: value.into() }
    }
}

/// One choice of a variant: 颜色 = 米白.
#[derive(
    Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize, schemars::JsonSchema,
)]
pub struct SkuOption {
    /// What is chosen: 颜色, 尺码.
    pub name: String,
    /// The choice: 米白, M.
    pub value: String,
    /// The platform's numbers for both (`1627207:28320`), where it has them.
    pub platform_id: Option<String>,
}

/// One variant of a product or listing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
pub struct SkuRecord {
    /// Its record's number in the file.
    pub row: u64,
    /// The shop's own number.
    pub code: Option<String>,
    /// The platform's number.
    pub platform_sku_id: Option<String>,
    /// The choices that make it.
    pub options: Vec<SkuOption>,
    /// The selling price.
    pub price: Option<Money>,
    /// The crossed-out price.
    pub market_price: Option<Money>,
    /// The purchase price.
    pub cost: Option<Money>,
    /// Pieces in stock.
    pub stock: Option<i64>,
    /// The bar code.
    pub barcode: Option<String>,
    /// Weight in grams.
    pub weight_g: Option<i64>,
    /// Columns that have no field of their own, unchanged.
    pub extra: Vec<Pair>,
}

/// Where a picture's bytes are.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PictureSource {
    /// A file of the pack, by its path in it: see [`crate::pack::Pack`].
    Entry(String),
    /// An address.
    Url(String),
}

/// A picture of a product.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
pub struct PictureRecord {
    /// Its place among the product's pictures, from 0: the order is the seller's and is kept.
    pub position: u32,
    /// The choice it shows (颜色 = 米白); without one it is a main picture.
    pub option: Option<SkuOption>,
    /// Where it is.
    pub source: PictureSource,
}

/// Whether a product is on sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProductStatus {
    /// Can be bought.
    OnSale,
    /// In the warehouse: known to the platform, not for sale.
    InWarehouse,
}

/// A product.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
pub struct ProductRecord {
    /// Its first record's number in the file, from 1, header included.
    pub row: u64,
    /// The shop's own number.
    pub code: Option<String>,
    /// The platform's number.
    pub platform_item_id: Option<String>,
    /// The title.
    pub title: String,
    /// The selling point under it.
    pub subtitle: Option<String>,
    /// The platform's number of the category.
    pub category_id: Option<String>,
    /// The category by name.
    pub category: Option<String>,
    /// The shop's own categories, by the platform's numbers.
    pub shop_categories: Vec<String>,
    /// The brand.
    pub brand: Option<String>,
    /// The unit of sale.
    pub unit: Option<String>,
    /// The selling price.
    pub price: Option<Money>,
    /// The crossed-out price.
    pub market_price: Option<Money>,
    /// The purchase price.
    pub cost: Option<Money>,
    /// Pieces in stock, over all variants.
    pub stock: Option<i64>,
    /// The bar code.
    pub barcode: Option<String>,
    /// Weight in grams.
    pub weight_g: Option<i64>,
    /// On sale or not, where the file says it in a known word.
    pub status: Option<ProductStatus>,
    /// Properties: 材质 = 羊毛.
    pub attributes: Vec<Pair>,
    /// The variants.
    pub skus: Vec<SkuRecord>,
    /// The pictures, in the seller's order.
    pub pictures: Vec<PictureRecord>,
    /// The description, as the platform holds it: HTML, to be made safe before it is shown.
    pub description_html: Option<String>,
    /// Columns that have no field of their own, unchanged, in the file's order.
    pub extra: Vec<Pair>,
}

/// A selling platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Platform {
    /// Taobao and Tmall.
    Taobao,
    /// Amazon.
    Amazon,
    /// eBay.
    Ebay,
    /// Any other, or not said.
    Other,
}

/// Whether a listing can be bought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ListingStatus {
    /// Can be bought.
    Active,
    /// Cannot be bought.
    Inactive,
    /// Something is missing for it to be sold.
    Incomplete,
}

/// What an upload file asks the platform to do with a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ListingAction {
    /// List it.
    Add,
    /// Check it as if listing it.
    Verify,
    /// Keep it as a draft.
    Draft,
    /// Change it.
    Revise,
    /// List it again.
    Relist,
    /// Take it down.
    End,
    /// Delete it and its number.
    Delete,
}

/// Who ships.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Fulfillment {
    /// The seller.
    Merchant,
    /// Amazon, from its own warehouse; the file then says no quantity.
    Amazon,
}

/// A listing of a product on a platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct ListingRecord {
    /// Its record's number in the file, from 1, header included.
    pub row: u64,
    /// The platform.
    pub platform: Platform,
    /// The platform's site, where the file says it: US, DE ...
    pub site: Option<String>,
    /// The platform's number of the listing.
    pub item_id: Option<String>,
    /// The seller's own number.
    pub seller_sku: Option<String>,
    /// Amazon's number of the product.
    pub asin: Option<String>,
    /// A product number such as an EAN: name (`ean`, `upc`, `isbn`) and value.
    pub product_id: Option<Pair>,
    /// The title.
    pub title: Option<String>,
    /// The selling price.
    pub price: Option<Money>,
    /// The lowest price the seller allows.
    pub min_price: Option<Money>,
    /// The highest price the seller allows.
    pub max_price: Option<Money>,
    /// Pieces offered; nothing when the platform keeps the stock itself.
    pub quantity: Option<i64>,
    /// Whether it can be bought, where the file says so.
    pub status: Option<ListingStatus>,
    /// The file's own word for it.
    pub status_text: Option<String>,
    /// What an upload file asks for.
    pub action: Option<ListingAction>,
    /// Who ships.
    pub fulfillment: Option<Fulfillment>,
    /// The platform's code of the condition: 11 and 1000 are new.
    pub condition: Option<String>,
    /// The platform's number of the category.
    pub category_id: Option<String>,
    /// When it was listed.
    pub opened_at: Option<When>,
    /// The description, HTML.
    pub description_html: Option<String>,
    /// Item specifics: Brand = Unbranded.
    pub attributes: Vec<Pair>,
    /// The variations.
    pub variations: Vec<SkuRecord>,
    /// The pictures, in order.
    pub pictures: Vec<PictureRecord>,
    /// Columns that have no field of their own, unchanged, in the file's order.
    pub extra: Vec<Pair>,
}

impl ListingRecord {
    /// A listing with nothing said about it yet.
    pub fn new(row: u64, platform: Platform) -> Self {
        Self {
            row,
            platform,
            site: None,
            item_id: None,
            seller_sku: None,
            asin: None,
            product_id: None,
            title: None,
            price: None,
            min_price: None,
            max_price: None,
            quantity: None,
            status: None,
            status_text: None,
            action: None,
            fulfillment: None,
            condition: None,
            category_id: None,
            opened_at: None,
            description_html: None,
            attributes: Vec::new(),
            variations: Vec::new(),
            pictures: Vec::new(),
            extra: Vec::new(),
        }
    }
}

/// The records of a file: one kind a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Records {
    /// Products with their variants.
    Products(Vec<ProductRecord>),
    /// Listings on a platform.
    Listings(Vec<ListingRecord>),
}

impl Records {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Products(records) => records.len(),
            Self::Listings(records) => records.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A cell that is wrong, or that the person should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct RowProblem {
    /// The record's number in the file, from 1, header included.
    pub row: u64,
    /// The column's name.
    pub column: String,
    /// What stands in the cell.
    pub value: String,
    /// What was expected, in Chinese.
    pub why: String,
}

/// The original cells of the rows that were not imported, by row number.
pub type Originals = BTreeMap<u64, Vec<String>>;
