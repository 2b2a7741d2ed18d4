//! eBay's File Exchange listing file: UTF-8 csv, site and currency in the first column's name.

use super::{Written, csv_bytes, extra};
use crate::formats::ebay::comma_site;
use crate::headers;
use crate::numbers::{Money, format_amount};
use crate::records::{ListingAction, ListingRecord, PictureSource, SkuRecord};
use crate::refused::Refused;

/// The site a file is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EbaySite {
    /// The site: US, UK, Germany ...
    pub site: String,
    /// The country the goods ship from.
    pub country: String,
    /// The site's currency.
    pub currency: String,
}

fn word(action: ListingAction) -> &'static str {
    match action {
        ListingAction::Add => "Add",
        ListingAction::Verify => "VerifyAdd",
        ListingAction::Draft => "Draft",
        ListingAction::Revise => "Revise",
        ListingAction::Relist => "Relist",
        ListingAction::End => "End",
        ListingAction::Delete => "Delete",
    }
}

/// Writes listings with their variations and item specifics.
pub fn ebay_listings(listings: &[ListingRecord], site: &EbaySite) -> Result<Written, Refused> {
    let mut notes = Vec::new();
    let comma = comma_site(&site.site);
    let amount = |money: &Money| {
        let plain = format_amount(money);
        if comma { plain.replace('.', ",") } else { plain }
    };
    let mut header = vec![format!(
        "*Action(SiteID={}|Country={}|Currency={}|Version=1193|CC=UTF-8)",
        site.site, site.country, site.currency
    )];
    header.push("ItemID".to_owned());
    header.extend(headers::names(headers::EBAY_LISTING).map(str::to_owned));
    header.extend(
        ["Relationship", "RelationshipDetails", "Product:UPC", "Product:EAN", "Product:ISBN"]
            .map(str::to_owned),
    );
    for listing in listings {
        for pair in &listing.attributes {
            let name = format!("C:{}", pair.name);
            if !header.contains(&name) {
                header.push(name);
            }
        }
    }
    let mut rows = vec![header.clone()];
    for listing in listings {
        rows.push(header.iter().map(|name| parent_cell(name, listing, &amount)).collect());
        for pair in listing.extra.iter().filter(|pair| pair.name == "Compatibility") {
            rows.push(
                header
                    .iter()
                    .map(|name| match name.as_str() {
                        "Relationship" => "Compatibility".to_owned(),
                        "RelationshipDetails" => pair.value.clone(),
                        _ => String::new(),
                    })
                    .collect(),
            );
        }
        for sku in &listing.variations {
            rows.push(header.iter().map(|name| child_cell(name, sku, &amount)).collect());
        }
        if listing.pictures.iter().any(|p| matches!(p.source, PictureSource::Entry(_))) {
            let title = listing.title.as_deref().unwrap_or_default();
            notes.push(format!(
                "「{title}」有本地图片，eBay 文件里只能写图片网址，本地图片没有写入"
            ));
        }
    }
    Ok(Written { bytes: csv_bytes(if comma { b';' } else { b',' }, &rows)?, notes })
}

fn parent_cell(name: &str, listing: &ListingRecord, amount: &dyn Fn(&Money) -> String) -> String {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let code = |kind: &str| {
        listing
            .product_id
            .as_ref()
            .filter(|id| id.name == kind)
            .map(|id| id.value.clone())
            .unwrap_or_default()
    };
    if name.starts_with("*Action(") {
        return listing.action.map(word).unwrap_or_default().to_owned();
    }
    if let Some(specific) = name.strip_prefix("C:") {
        return extra(&listing.attributes, specific).to_owned();
    }
    match name {
        "ItemID" => text(&listing.item_id),
        "CustomLabel" => text(&listing.seller_sku),
        "*Category" => text(&listing.category_id),
        "*Title" => text(&listing.title),
        "*Description" => text(&listing.description_html),
        "*ConditionID" => text(&listing.condition),
        "PicURL" => {
            let urls = listing.pictures.iter().filter_map(|p| match &p.source {
                PictureSource::Url(url) => Some(url.as_str()),
                PictureSource::Entry(_) => None,
            });
            urls.collect::<Vec<_>>().join("|")
        }
        "*StartPrice" => listing.price.as_ref().map(amount).unwrap_or_default(),
        "*Quantity" => listing.quantity.map(|q| q.to_string()).unwrap_or_default(),
        "Product:UPC" => code("upc"),
        "Product:EAN" => code("ean"),
        "Product:ISBN" => code("isbn"),
        // A parent lists all its choices: Color=Red;Blue|Size=M;L
        "RelationshipDetails" => all_choices(&listing.variations),
        "Relationship" => String::new(),
        other => extra(&listing.extra, other).to_owned(),
    }
}

fn all_choices(skus: &[SkuRecord]) -> String {
    let mut choices: Vec<(&str, Vec<&str>)> = Vec::new();
    for option in skus.iter().flat_map(|sku| &sku.options) {
        match choices.iter_mut().find(|(name, _)| *name == option.name) {
            Some((_, values)) if !values.contains(&option.value.as_str()) => {
                values.push(&option.value);
            }
            Some(_) => {}
            None => choices.push((&option.name, vec![&option.value])),
        }
    }
    choices
        .iter()
        .map(|(name, values)| format!("{name}={}", values.join(";")))
        .collect::<Vec<_>>()
        .join("|")
}

fn child_cell(name: &str, sku: &SkuRecord, amount: &dyn Fn(&Money) -> String) -> String {
    match name {
        "Relationship" => "Variation".to_owned(),
        "RelationshipDetails" => sku
            .options
            .iter()
            .map(|o| format!("{}={}", o.name, o.value))
            .collect::<Vec<_>>()
            .join("|"),
        "CustomLabel" => sku.code.clone().unwrap_or_default(),
        "*StartPrice" => sku.price.as_ref().map(amount).unwrap_or_default(),
        "*Quantity" => sku.stock.map(|q| q.to_string()).unwrap_or_default(),
        "Product:EAN" => sku.barcode.clone().unwrap_or_default(),
        other => extra(&sku.extra, other).to_owned(),
    }
}
