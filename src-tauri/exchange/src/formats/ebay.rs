//! eBay's listing files: File Exchange and Seller Hub uploads, and the newer draft template.
//!
//! Column 1 is `*Action(SiteID=US|Country=US|Currency=USD|Version=1193|CC=UTF-8)` (seen word for
//! word in ten files): site, currency and version are in its name. A listing with variations is a
//! parent row followed by rows with a blank action and `Relationship` = `Variation`; a revise file
//! may have such rows only. Pictures are joined by `|`; Italy's files are separated by `;` and the
//! continental sites write decimal commas.

use super::{Cells, Findings};
use crate::numbers::DecimalMark;
use crate::read::ReadOptions;
use crate::records::{
    ListingAction, ListingRecord, Pair, PictureRecord, PictureSource, Platform, SkuOption,
    SkuRecord,
};
use crate::table::{Table, name_key};

/// What the name of the first column says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Header {
    site: Option<String>,
    currency: Option<String>,
}

fn read_header(header: &[String]) -> Header {
    let mut facts = Header::default();
    let action = header.iter().find(|name| name_key(name).starts_with("action("));
    let inner =
        action.and_then(|name| name.split_once('(')).map(|(_, rest)| rest.trim_end_matches(')'));
    for part in inner.unwrap_or_default().split('|') {
        let Some((key, value)) = part.split_once('=') else { continue };
        let value = Some(value.trim().to_owned()).filter(|v| !v.is_empty());
        match key.trim().to_ascii_lowercase().as_str() {
            "siteid" => facts.site = value,
            "currency" => facts.currency = value.map(|v| v.to_ascii_uppercase()),
            _ => {}
        }
    }
    facts
}

/// Whether a site writes decimal commas.
pub(crate) fn comma_site(site: &str) -> bool {
    matches!(
        site.to_ascii_uppercase().as_str(),
        "DE" | "GERMANY"
            | "FR"
            | "FRANCE"
            | "IT"
            | "ITALY"
            | "ES"
            | "SPAIN"
            | "AT"
            | "AUSTRIA"
            | "NL"
            | "NETHERLANDS"
            | "BE"
            | "BELGIUM_FRENCH"
            | "BELGIUM_DUTCH"
            | "PL"
            | "POLAND"
    )
}

/// Where the fields stand; each has an older and a newer name.
struct Columns {
    header: Vec<String>,
}

impl Columns {
    fn at(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| {
            let key = name_key(name);
            self.header.iter().position(|have| *have == key)
        })
    }
}

const ACTION: &[&str] = &["Action"];
const ITEM: &[&str] = &["ItemID", "Item number"];
const SKU: &[&str] = &["CustomLabel", "Custom label (SKU)"];
const PRICE: &[&str] = &["*StartPrice", "Start price"];
const QUANTITY: &[&str] = &["*Quantity"];
const RELATION: &[&str] = &["Relationship"];
const DETAILS: &[&str] = &["RelationshipDetails", "Relationship details"];
const PICTURES: &[&str] = &["PicURL", "Item photo URL"];
const CODES: &[(&str, &[&str])] = &[
    ("upc", &["P:UPC", "Product:UPC"]),
    ("ean", &["P:EAN", "Product:EAN"]),
    ("isbn", &["P:ISBN", "Product:ISBN"]),
];

pub(crate) fn read(
    table: &mut Table,
    options: &ReadOptions,
    findings: &mut Findings,
) -> Vec<ListingRecord> {
    let header = table.header.clone();
    let facts = read_header(&header);
    let currency =
        options.currency.clone().or_else(|| facts.currency.clone()).unwrap_or_else(|| {
            findings.note("文件里没有写币种，按 USD 读取。如果不是美国站，请在导入时选择币种");
            "USD".to_owned()
        });
    let by_site = if facts.site.as_deref().is_some_and(comma_site) {
        DecimalMark::Comma
    } else {
        DecimalMark::Point
    };
    let hinted = options.decimal;
    let columns = Columns {
        header: header
            .iter()
            .map(|name| {
                let key = name_key(name);
                if key.starts_with("action(") { "action".to_owned() } else { key }
            })
            .collect(),
    };
    let text_file = table.facts.encoding.is_some();
    let mut listings: Vec<ListingRecord> = Vec::new();
    // Whether the rows that hang on a parent may be taken: not when the parent was refused.
    let mut parent_ok = false;
    for row in table.by_ref() {
        // A continental file may still hold `12.99`: a comma that is not there is not waited for.
        let price = columns.at(PRICE).map(|c| row.cell(c).text()).unwrap_or_default();
        let mark = hinted.unwrap_or(if price.contains(',') { by_site } else { DecimalMark::Point });
        let mut cells = Cells::new(&row, &header, &currency, mark);
        cells.check_shape(text_file);
        let relation = cells.text(columns.at(RELATION)).unwrap_or_default();
        if relation.eq_ignore_ascii_case("variation") {
            let sku = variation(&mut cells, &columns);
            let own_item = cells.id(columns.at(ITEM));
            // In a revise file each variation may name its listing itself.
            let needs_own =
                own_item.is_some() && listings.last().is_none_or(|last| last.item_id != own_item);
            if needs_own {
                parent_ok = true;
            } else if !parent_ok {
                cells.bad(
                    columns.at(RELATION),
                    "这一行是变体，但上面没有可用的主商品行。请先改好主商品行",
                );
            }
            cells.text(columns.at(ACTION));
            let extra = cells.extra();
            if findings.settle(&row, cells) {
                if needs_own {
                    let mut listing = ListingRecord::new(row.number, Platform::Ebay);
                    listing.site.clone_from(&facts.site);
                    listing.item_id = own_item;
                    listing.action = Some(ListingAction::Revise);
                    listings.push(listing);
                }
                if let Some(parent) = listings.last_mut() {
                    parent.variations.push(SkuRecord { extra, ..sku });
                }
            }
            continue;
        }
        if relation.eq_ignore_ascii_case("compatibility") {
            let details = cells.text(columns.at(DETAILS));
            if !parent_ok {
                cells.bad(
                    columns.at(RELATION),
                    "这一行是适配车型，但上面没有可用的主商品行。请先改好主商品行",
                );
            }
            if findings.settle(&row, cells)
                && let (Some(parent), Some(details)) = (listings.last_mut(), details)
            {
                parent.extra.push(Pair::new("Compatibility", details));
            }
            continue;
        }
        let mut listing = ListingRecord::new(row.number, Platform::Ebay);
        listing.site.clone_from(&facts.site);
        parent_row(&mut cells, &columns, &header, &mut listing);
        listing.extra.extend(cells.extra());
        parent_ok = findings.settle(&row, cells);
        if parent_ok {
            listings.push(listing);
        }
    }
    listings
}

fn parent_row(
    cells: &mut Cells<'_>,
    columns: &Columns,
    header: &[String],
    listing: &mut ListingRecord,
) {
    let at = |names: &[&str]| columns.at(names);
    let word = cells.text(at(ACTION));
    listing.action = match word.as_deref().map(str::to_ascii_lowercase).as_deref() {
        None => None,
        Some("add") => Some(ListingAction::Add),
        Some("verifyadd") => Some(ListingAction::Verify),
        Some("draft") => Some(ListingAction::Draft),
        Some("revise") => Some(ListingAction::Revise),
        Some("relist") => Some(ListingAction::Relist),
        Some("end") => Some(ListingAction::End),
        Some("delete") => Some(ListingAction::Delete),
        Some(_) => {
            cells.bad(
                at(ACTION),
                "不认识的操作，应为 Add、VerifyAdd、Draft、Revise、Relist、End 或 Delete",
            );
            None
        }
    };
    listing.item_id = cells.id(at(ITEM));
    listing.seller_sku = cells.id(at(SKU));
    listing.title = cells.text(at(&["*Title"]));
    listing.category_id = cells.id(at(&["*Category", "Category ID"]));
    listing.description_html = cells.text(at(&["*Description"]));
    listing.condition = cells.id(at(&["*ConditionID", "Condition ID"]));
    listing.price = cells.money(at(PRICE));
    listing.quantity = cells.quantity(at(QUANTITY));
    for (name, columns) in CODES {
        if let Some(value) = cells.id(at(columns))
            && listing.product_id.is_none()
        {
            listing.product_id = Some(Pair::new(*name, value));
        }
    }
    for (position, url) in
        urls(&cells.text(at(PICTURES)).unwrap_or_default()).into_iter().enumerate()
    {
        listing.pictures.push(PictureRecord {
            position: u32::try_from(position).unwrap_or(u32::MAX),
            option: None,
            source: PictureSource::Url(url),
        });
    }
    for (column, name) in header.iter().enumerate() {
        if let Some(specific) = name.trim_start_matches('*').strip_prefix("C:")
            && let Some(value) = cells.text(Some(column))
        {
            listing.attributes.push(Pair::new(specific.trim(), value));
        }
    }
    let revising = matches!(
        listing.action,
        Some(
            ListingAction::Revise
                | ListingAction::Relist
                | ListingAction::End
                | ListingAction::Delete
        )
    );
    if listing.title.is_none() && !revising && listing.item_id.is_none() {
        cells.bad(at(&["*Title"]), "缺少标题，新刊登的商品必须有标题");
    }
    if listing.title.as_ref().is_some_and(|title| title.chars().count() > 80) {
        cells.warn(at(&["*Title"]), "标题超过 eBay 的 80 个字符，上传时会被拒绝");
    }
    if revising && listing.item_id.is_none() && listing.seller_sku.is_none() {
        cells.bad(at(ITEM), "修改或下架时要有 ItemID 或 CustomLabel，才知道是哪个商品");
    }
}

fn urls(text: &str) -> Vec<String> {
    text.split('|').map(str::trim).filter(|url| !url.is_empty()).map(str::to_owned).collect()
}

/// `Color=Red|Size=M`.
fn variation(cells: &mut Cells<'_>, columns: &Columns) -> SkuRecord {
    let mut sku = SkuRecord {
        row: cells.row.number,
        code: cells.id(columns.at(SKU)),
        price: cells.money(columns.at(PRICE)),
        stock: cells.quantity(columns.at(QUANTITY)),
        ..SkuRecord::default()
    };
    for (_, names) in CODES {
        let code = cells.id(columns.at(names));
        sku.barcode = sku.barcode.or(code);
    }
    let column = columns.at(DETAILS);
    let details = cells.text(column).unwrap_or_default();
    for part in details.split('|').map(str::trim).filter(|part| !part.is_empty()) {
        match part.split_once('=') {
            Some((name, value)) if !name.trim().is_empty() && !value.trim().is_empty() => {
                sku.options.push(SkuOption {
                    name: name.trim().to_owned(),
                    value: value.trim().to_owned(),
                    platform_id: None,
                });
            }
            _ => cells.bad(column, "变体的规格要写成 Color=Red|Size=M"),
        }
    }
    if details.is_empty() {
        cells.bad(column, "变体行缺少规格，要写成 Color=Red|Size=M");
    }
    sku
}
