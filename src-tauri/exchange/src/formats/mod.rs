//! The formats that are recognised by their header, and the reader of each.

pub(crate) mod amazon;
mod cells;
pub(crate) mod datapack;
pub(crate) mod ebay;
mod product_table;
pub(crate) mod props;

use serde::{Deserialize, Serialize};

use crate::headers;
use crate::pack::Document;
use crate::read::{FileResult, ReadOptions};
use crate::records::{Originals, Records, RowProblem};
use crate::refused::Refused;
use crate::table::{Row, Table, name_key};

pub(crate) use cells::Cells;

/// What the records of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Products.
    Products,
    /// Listings on a platform.
    Listings,
}

/// A format of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Format {
    /// 淘宝助理 data pack.
    TaobaoDataPack,
    /// Amazon's all (or active) listings report.
    AmazonAllListings,
    /// Amazon's open listings report.
    AmazonOpenListings,
    /// Amazon's inventory loader upload.
    AmazonInventoryLoader,
    /// eBay's File Exchange or Seller Hub listing file.
    EbayListing,
    /// A shop's own table of products, by a column map.
    ProductTable,
    /// A shop's own table of listings, by a column map.
    ListingTable,
}

impl Format {
    /// The name people know it by.
    pub fn label(self) -> &'static str {
        match self {
            Self::TaobaoDataPack => "淘宝助理数据包",
            Self::AmazonAllListings => "Amazon 全部商品报表",
            Self::AmazonOpenListings => "Amazon 可售商品报表",
            Self::AmazonInventoryLoader => "Amazon 库存上传表",
            Self::EbayListing => "eBay 刊登文件",
            Self::ProductTable => "商品表",
            Self::ListingTable => "上架表",
        }
    }

    /// What its records are.
    pub fn kind(self) -> Kind {
        match self {
            Self::TaobaoDataPack | Self::ProductTable => Kind::Products,
            _ => Kind::Listings,
        }
    }

    /// The format of a table read by a map.
    pub fn of_map(kind: Kind) -> Self {
        match kind {
            Kind::Products => Self::ProductTable,
            Kind::Listings => Self::ListingTable,
        }
    }
}

/// The platform format that a header belongs to.
pub fn recognise_header(header: &[String]) -> Option<Format> {
    let keys: Vec<String> = header.iter().map(|name| name_key(name)).collect();
    let has = |name: &str| keys.contains(&name_key(name));
    if has("title") && has("cateProps") && (has("skuProps") || has("picture")) {
        return Some(Format::TaobaoDataPack);
    }
    let action =
        keys.iter().any(|key| key.starts_with("action(siteid") || key.starts_with("action(cc="));
    let ebay_revise = (has("ItemID") || has("Item number")) && has("Relationship");
    let ebay_draft = has("Custom label (SKU)") && has("Start price");
    if action || ebay_revise || ebay_draft {
        return Some(Format::EbayListing);
    }
    if has("seller-sku") && (has("listing-id") || has("asin1") || has("item-name")) {
        return Some(Format::AmazonAllListings);
    }
    if has("sku") && has("product-id") && (has("add-delete") || has("product-id-type")) {
        return Some(Format::AmazonInventoryLoader);
    }
    let named = keys.iter().filter(|key| !key.is_empty()).count();
    if has("sku") && has("asin") && has("price") && has("quantity") && named <= 8 {
        return Some(Format::AmazonOpenListings);
    }
    None
}

/// The known report that a header belongs to, when it holds neither products nor listings.
pub fn other_report(header: &[String]) -> Option<&'static str> {
    let keys: Vec<String> = header.iter().map(|name| name_key(name)).collect();
    headers::OTHER_REPORTS
        .iter()
        .find(|(_, names)| headers::names(names).all(|name| keys.contains(&name_key(name))))
        .map(|(what, _)| *what)
}

/// What the readers of all formats collect.
#[derive(Default)]
pub(crate) struct Findings {
    pub rows_ok: u64,
    pub bad: Vec<RowProblem>,
    pub warned: Vec<RowProblem>,
    pub originals: Originals,
    pub notes: Vec<String>,
}

impl Findings {
    /// Takes what a row's cells had to say; true when the row is good.
    pub(crate) fn settle(&mut self, row: &Row, cells: Cells<'_>) -> bool {
        let (bad, warned) = cells.finish();
        if bad.is_empty() {
            self.rows_ok += 1;
            self.warned.extend(warned);
            return true;
        }
        self.originals.insert(row.number, row.texts());
        self.bad.extend(bad);
        false
    }

    /// Says a thing about the whole file, once.
    pub(crate) fn note(&mut self, note: impl Into<String>) {
        let note = note.into();
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }
}

/// Reads the rows of a table in a given format.
pub(crate) fn read_table(
    document: &Document,
    mut table: Table,
    format: Format,
    options: &ReadOptions,
    notes: Vec<String>,
) -> Result<FileResult, Refused> {
    let mut findings = Findings { notes, ..Findings::default() };
    let records = match format {
        Format::TaobaoDataPack => {
            Records::Products(datapack::read(&mut table, document, options, &mut findings))
        }
        Format::AmazonAllListings | Format::AmazonOpenListings | Format::AmazonInventoryLoader => {
            Records::Listings(amazon::read(&mut table, format, options, &mut findings))
        }
        Format::EbayListing => Records::Listings(ebay::read(&mut table, options, &mut findings)),
        Format::ProductTable => Records::Products(product_table::read_products(
            &mut table,
            document,
            options,
            &mut findings,
        )),
        Format::ListingTable => {
            Records::Listings(product_table::read_listings(&mut table, options, &mut findings))
        }
    };
    if let Some(fault) = table.fault() {
        return Err(fault);
    }
    let hidden = table.skipped.iter().filter(|s| s.hidden).count();
    if hidden > 0 {
        findings.note(format!("有 {hidden} 行在表格里被隐藏，没有导入"));
    }
    if records.is_empty() && findings.bad.is_empty() {
        findings.note("文件只有表头，没有数据");
    }
    Ok(FileResult {
        file: document.name.clone(),
        format,
        kind: format.kind(),
        rows_ok: findings.rows_ok,
        rows_bad: findings.bad,
        rows_warned: findings.warned,
        skipped: table.skipped,
        skipped_count: table.skipped_count,
        notes: findings.notes,
        facts: table.facts,
        header: table.header,
        records,
        originals: findings.originals,
    })
}
