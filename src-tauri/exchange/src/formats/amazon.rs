//! Amazon's listing files: the all listings and open listings reports, and the inventory loader.
//!
//! Tab-separated, one header line, nothing quoted. The reports name neither the site nor the
//! currency, so the currency is asked for and said when it was assumed. Rows of goods in Amazon's
//! own warehouse have no quantity (and in the open listings no price): that is no mistake.

use super::{Cells, Findings, Format};
use crate::read::ReadOptions;
use crate::records::{
    Fulfillment, ListingAction, ListingRecord, ListingStatus, Pair, PictureRecord, PictureSource,
    Platform,
};
use crate::table::Table;

pub(crate) fn read(
    table: &mut Table,
    format: Format,
    options: &ReadOptions,
    findings: &mut Findings,
) -> Vec<ListingRecord> {
    let header = table.header.clone();
    let currency = options.currency.clone().unwrap_or_else(|| {
        findings.note("文件里没有写币种，按 USD 读取。如果不是美国站，请在导入时选择币种");
        "USD".to_owned()
    });
    let mark = options.decimal.unwrap_or_default();
    let text_file = table.facts.encoding.is_some();
    let columns: Vec<String> = header.clone();
    let at = |name: &str| columns.iter().position(|have| have.trim().eq_ignore_ascii_case(name));
    let mut listings = Vec::new();
    for row in table.by_ref() {
        let mut cells = Cells::new(&row, &header, &currency, mark);
        cells.check_shape(text_file);
        let mut listing = ListingRecord::new(row.number, Platform::Amazon);
        match format {
            Format::AmazonAllListings => all_listings(&mut cells, &at, options, &mut listing),
            Format::AmazonInventoryLoader => loader(&mut cells, &at, &mut listing),
            _ => {
                listing.seller_sku = cells.id(at("sku"));
                listing.asin = cells.id(at("asin"));
                listing.price = cells.money(at("price"));
                listing.quantity = cells.quantity(at("quantity"));
                if listing.price.is_none() && listing.quantity.is_none() {
                    listing.fulfillment = Some(Fulfillment::Amazon);
                }
            }
        }
        if listing.seller_sku.is_none() {
            cells.bad(at("seller-sku").or(at("sku")), "缺少卖家 SKU，请补上，例如 WT-BEAR-01");
        }
        listing.extra.extend(cells.extra());
        if findings.settle(&row, cells) {
            listings.push(listing);
        }
    }
    listings
}

fn all_listings(
    cells: &mut Cells<'_>,
    at: &dyn Fn(&str) -> Option<usize>,
    options: &ReadOptions,
    listing: &mut ListingRecord,
) {
    listing.seller_sku = cells.id(at("seller-sku"));
    listing.item_id = cells.id(at("listing-id"));
    listing.asin = cells.id(at("asin1"));
    listing.title = cells.text(at("item-name"));
    listing.description_html = cells.text(at("item-description"));
    listing.price = cells.money(at("price"));
    listing.quantity = cells.quantity(at("quantity"));
    listing.opened_at = cells.when(at("open-date"), options.day_order, options.today);
    listing.condition = cells.id(at("item-condition"));
    if let Some(url) = cells.text(at("image-url")) {
        listing.pictures.push(PictureRecord {
            position: 0,
            option: None,
            source: PictureSource::Url(url),
        });
    }
    product_id(cells, at, listing);
    let channel = cells.text(at("fulfillment-channel"));
    listing.fulfillment = match channel.as_deref() {
        Some("DEFAULT") => Some(Fulfillment::Merchant),
        Some(code) if code.to_ascii_uppercase().starts_with("AMAZON") => Some(Fulfillment::Amazon),
        _ => None,
    };
    // The region behind AMAZON_ (NA, EU, JP) is not a field of its own.
    if let Some(channel) = channel
        && channel != "DEFAULT"
    {
        listing.extra.push(Pair::new("fulfillment-channel", channel));
    }
    let status = at("status");
    listing.status_text = cells.text(status);
    listing.status = match listing.status_text.as_deref().map(str::to_ascii_lowercase).as_deref() {
        Some("active") => Some(ListingStatus::Active),
        Some("inactive") => Some(ListingStatus::Inactive),
        Some("incomplete") => Some(ListingStatus::Incomplete),
        Some(_) => {
            cells
                .warn(status, "不认识的状态（认识的有：Active、Inactive、Incomplete），按原文保留");
            None
        }
        None => None,
    };
}

/// Product numbers: `product-id-type` 1 is ASIN, 2 ISBN, 3 UPC, 4 EAN.
const ID_TYPES: &[(&str, &str)] = &[("1", "asin"), ("2", "isbn"), ("3", "upc"), ("4", "ean")];

/// The platform's digit for a kind of product number.
pub(crate) fn id_type_code(name: &str) -> Option<&'static str> {
    ID_TYPES.iter().find(|(_, known)| *known == name).map(|(code, _)| *code)
}

fn product_id(
    cells: &mut Cells<'_>,
    at: &dyn Fn(&str) -> Option<usize>,
    listing: &mut ListingRecord,
) {
    let kind = cells.id(at("product-id-type"));
    let Some(value) = cells.id(at("product-id")) else {
        listing.extra.extend(kind.map(|kind| Pair::new("product-id-type", kind)));
        return;
    };
    let name = match kind.as_deref() {
        Some(code) => {
            if let Some((_, name)) = ID_TYPES.iter().find(|(known, _)| *known == code) {
                (*name).to_owned()
            } else {
                cells.bad(
                    at("product-id-type"),
                    "商品编号类型只能是 1（ASIN）、2（ISBN）、3（UPC）或 4（EAN）",
                );
                return;
            }
        }
        None => String::new(),
    };
    if name == "asin" && listing.asin.is_none() {
        listing.asin = Some(value.clone());
    }
    listing.product_id = Some(Pair::new(name, value));
}

fn loader(cells: &mut Cells<'_>, at: &dyn Fn(&str) -> Option<usize>, listing: &mut ListingRecord) {
    listing.seller_sku = cells.id(at("sku"));
    listing.price = cells.money(at("price"));
    listing.min_price = cells.money(at("minimum-seller-allowed-price"));
    listing.max_price = cells.money(at("maximum-seller-allowed-price"));
    listing.quantity = cells.quantity(at("quantity"));
    listing.condition = cells.id(at("item-condition"));
    product_id(cells, at, listing);
    let column = at("add-delete");
    let word = cells.text(column);
    listing.action = match word.as_deref().map(str::to_ascii_lowercase).as_deref() {
        // Without a word Amazon takes the row as an addition or a change.
        None => None,
        Some("a") => Some(ListingAction::Add),
        Some("d") => Some(ListingAction::End),
        Some("x") => Some(ListingAction::Delete),
        Some(_) => {
            cells.bad(column, "add-delete 只能是 a（添加或更新）、d（下架）或 x（删除）");
            None
        }
    };
    if let (Some(min), Some(max)) = (&listing.min_price, &listing.max_price)
        && min.amount > max.amount
    {
        cells.bad(at("minimum-seller-allowed-price"), "最低价高于最高价，请核对这两列");
    }
}
