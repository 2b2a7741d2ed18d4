//! Listings as a file has them, whether it is a platform's listing report or a table of products.

use shopdesk_exchange::records::{ListingStatus, ProductStatus, SkuOption};
use shopdesk_exchange::{ListingRecord, Money, ProductRecord};

use crate::products::rules::OptionValue;

/// One SKU of a listing as the file has it.
#[derive(Debug, Clone)]
pub(in crate::imports) struct Line {
    pub row: u64,
    pub outer: Option<String>,
    pub options: Vec<OptionValue>,
    pub price: Option<Money>,
    pub qty: Option<i64>,
    pub barcode: Option<String>,
}

/// One listing as the file has it.
#[derive(Debug, Clone)]
pub(in crate::imports) struct Item {
    pub record: usize,
    pub row: u64,
    pub product: Option<i64>,
    pub item_id: Option<String>,
    pub code: Option<String>,
    pub title: Option<String>,
    pub state: Option<&'static str>,
    /// Nothing but how many pieces there are: no reason to put it on sale.
    pub only_counted: bool,
    pub lines: Vec<Line>,
}

fn values(options: &[SkuOption]) -> Vec<OptionValue> {
    options
        .iter()
        .map(|o| OptionValue { name: o.name.trim().to_owned(), value: o.value.trim().to_owned() })
        .collect()
}

/// The records of a platform's listing file.
pub(in crate::imports) fn of_listings(records: &[ListingRecord]) -> Vec<Item> {
    records
        .iter()
        .enumerate()
        .map(|(record, r)| {
            let mut lines: Vec<Line> = r
                .variations
                .iter()
                .map(|v| Line {
                    row: v.row,
                    outer: v
                        .code
                        .clone()
                        .or_else(|| r.seller_sku.clone().filter(|_| r.variations.len() == 1)),
                    options: values(&v.options),
                    price: v.price.clone().or_else(|| r.price.clone()),
                    qty: v.stock,
                    barcode: v.barcode.clone(),
                })
                .collect();
            if lines.is_empty() {
                let number = r.product_id.as_ref().filter(|p| p.name != "asin");
                lines.push(Line {
                    row: r.row,
                    outer: r.seller_sku.clone(),
                    options: Vec::new(),
                    price: r.price.clone(),
                    qty: r.quantity,
                    barcode: number.map(|p| p.value.clone()),
                });
            }
            Item {
                record,
                row: r.row,
                product: None,
                item_id: r.asin.clone().or_else(|| r.item_id.clone()),
                code: r.seller_sku.clone(),
                title: r.title.clone(),
                state: match (r.status, r.action) {
                    (Some(ListingStatus::Active), _) => Some("live"),
                    (Some(ListingStatus::Inactive), _) => Some("delisted"),
                    (Some(ListingStatus::Incomplete), _) => Some("preparing"),
                    (None, Some(_)) if r.item_id.is_none() => Some("preparing"),
                    (None, _) => None,
                },
                only_counted: false,
                lines,
            }
        })
        .collect()
}

/// Whether a record of a product file says what its listing is: its price, or its number there.
pub(in crate::imports) fn is_listed(record: &ProductRecord) -> bool {
    record.price.is_some()
        || record.platform_item_id.is_some()
        || record.skus.iter().any(|s| s.price.is_some())
}

/// Whether a record says how many pieces there are.
pub(in crate::imports) fn is_counted(record: &ProductRecord) -> bool {
    record.stock.is_some() || record.skus.iter().any(|s| s.stock.is_some())
}

/// The records of a product file as listings of a shop; `products` are the products they became.
pub(in crate::imports) fn of_products(
    records: &[ProductRecord],
    products: &[Option<i64>],
) -> Vec<Item> {
    records
        .iter()
        .enumerate()
        .filter(|(i, r)| {
            products.get(*i).is_some_and(Option::is_some) && (is_listed(r) || is_counted(r))
        })
        .map(|(record, r)| {
            let mut lines: Vec<Line> = r
                .skus
                .iter()
                .map(|s| Line {
                    row: s.row,
                    outer: s.code.clone(),
                    options: values(&s.options),
                    price: s.price.clone().or_else(|| r.price.clone()),
                    qty: s.stock,
                    barcode: s.barcode.clone(),
                })
                .collect();
            if lines.is_empty() {
                lines.push(Line {
                    row: r.row,
                    outer: r.code.clone(),
                    options: Vec::new(),
                    price: r.price.clone(),
                    qty: r.stock,
                    barcode: r.barcode.clone(),
                });
            }
            Item {
                record,
                row: r.row,
                product: products.get(record).copied().flatten(),
                item_id: r.platform_item_id.clone(),
                code: r.code.clone(),
                title: Some(r.title.clone()).filter(|t| is_listed(r) && !t.trim().is_empty()),
                only_counted: !is_listed(r),
                state: is_listed(r).then_some(match r.status {
                    Some(ProductStatus::OnSale) => "live",
                    Some(ProductStatus::InWarehouse) => "delisted",
                    None if r.platform_item_id.is_some() => "live",
                    None => "planned",
                }),
                lines,
            }
        })
        .collect()
}
