//! Amazon's all listings report and inventory loader: tabs, one header line, nothing quoted, UTF-8.

use super::{Written, extra, flat};
use crate::formats::amazon::id_type_code;
use crate::headers;
use crate::numbers::format_amount;
use crate::records::{Fulfillment, ListingAction, ListingRecord, PictureSource};

fn lines(header: &'static str, rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut text = headers::names(header).collect::<Vec<_>>().join("\t");
    text.push_str("\r\n");
    for row in rows {
        text.push_str(&row.join("\t"));
        text.push_str("\r\n");
    }
    text.into_bytes()
}

fn text(value: Option<&String>) -> String {
    value.map(|value| flat(value)).unwrap_or_default()
}

/// The all listings report.
pub fn amazon_all_listings(listings: &[ListingRecord]) -> Written {
    let row = |listing: &ListingRecord| -> Vec<String> {
        headers::names(headers::AMAZON_ALL_LISTINGS)
            .map(|name| match name {
                "item-name" => text(listing.title.as_ref()),
                "item-description" => text(listing.description_html.as_ref()),
                "listing-id" => text(listing.item_id.as_ref()),
                "seller-sku" => text(listing.seller_sku.as_ref()),
                "price" => listing.price.as_ref().map(format_amount).unwrap_or_default(),
                "quantity" => listing.quantity.map(|q| q.to_string()).unwrap_or_default(),
                "open-date" => opened(listing),
                "image-url" => listing
                    .pictures
                    .iter()
                    .find_map(|p| match &p.source {
                        PictureSource::Url(url) => Some(flat(url)),
                        PictureSource::Entry(_) => None,
                    })
                    .unwrap_or_default(),
                "product-id-type" => match &listing.product_id {
                    Some(id) => id_type_code(&id.name).unwrap_or_default().to_owned(),
                    None => flat(extra(&listing.extra, name)),
                },
                "product-id" => {
                    listing.product_id.as_ref().map(|id| flat(&id.value)).unwrap_or_default()
                }
                "item-condition" => text(listing.condition.as_ref()),
                "asin1" => text(listing.asin.as_ref()),
                "fulfillment-channel" => match (listing.fulfillment, extra(&listing.extra, name)) {
                    (Some(Fulfillment::Merchant), "") => "DEFAULT".to_owned(),
                    (Some(Fulfillment::Amazon), "") => "AMAZON_NA".to_owned(),
                    (_, said) => flat(said),
                },
                "status" => text(listing.status_text.as_ref()),
                other => flat(extra(&listing.extra, other)),
            })
            .collect()
    };
    Written {
        bytes: lines(headers::AMAZON_ALL_LISTINGS, listings.iter().map(row)),
        notes: Vec::new(),
    }
}

/// `2013-01-07 07:35:42 PST`, in the zone the listing was said to be opened in.
fn opened(listing: &ListingRecord) -> String {
    let Some(when) = listing.opened_at else { return String::new() };
    let Some(time) = when.time else { return when.day.to_string() };
    let zone = match when.offset_min {
        None => String::new(),
        Some(-480) => " PST".to_owned(),
        Some(-420) => " PDT".to_owned(),
        Some(0) => " GMT".to_owned(),
        Some(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            format!(" {sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        }
    };
    format!("{} {}{zone}", when.day, time.format("%H:%M:%S"))
}

/// The inventory loader upload.
pub fn amazon_inventory_loader(listings: &[ListingRecord]) -> Written {
    let mut notes = Vec::new();
    let rows: Vec<Vec<String>> = listings
        .iter()
        .map(|listing| {
            let action = match listing.action {
                Some(ListingAction::End) => "d",
                Some(ListingAction::Delete) => "x",
                Some(ListingAction::Add | ListingAction::Revise | ListingAction::Relist) => "a",
                Some(ListingAction::Verify | ListingAction::Draft) => {
                    let sku = listing.seller_sku.as_deref().unwrap_or_default();
                    notes.push(format!("「{sku}」：Amazon 库存上传表没有试上架和草稿，这一列留空"));
                    ""
                }
                None => "",
            };
            headers::names(headers::AMAZON_INVENTORY_LOADER)
                .map(|name| match name {
                    "sku" => text(listing.seller_sku.as_ref()),
                    "product-id" => {
                        listing.product_id.as_ref().map(|id| flat(&id.value)).unwrap_or_default()
                    }
                    "product-id-type" => match &listing.product_id {
                        Some(id) => id_type_code(&id.name).unwrap_or_default().to_owned(),
                        None => flat(extra(&listing.extra, name)),
                    },
                    "price" => listing.price.as_ref().map(format_amount).unwrap_or_default(),
                    "minimum-seller-allowed-price" => {
                        listing.min_price.as_ref().map(format_amount).unwrap_or_default()
                    }
                    "maximum-seller-allowed-price" => {
                        listing.max_price.as_ref().map(format_amount).unwrap_or_default()
                    }
                    "item-condition" => text(listing.condition.as_ref()),
                    "quantity" => listing.quantity.map(|q| q.to_string()).unwrap_or_default(),
                    "add-delete" => action.to_owned(),
                    other => flat(extra(&listing.extra, other)),
                })
                .collect()
        })
        .collect();
    Written { bytes: lines(headers::AMAZON_INVENTORY_LOADER, rows.into_iter()), notes }
}
