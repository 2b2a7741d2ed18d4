//! What a shop has on its shelf of everything that a file names, looked up in one pass a table.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;
use serde_json::json;

use super::{Item, Line, ShopFacts};
use crate::imports::rules::nearest;
use crate::kernel::{Cx, Result};
use crate::params;
use crate::products::rules as product_rules;

#[derive(Debug, Clone, Deserialize)]
pub(super) struct HaveListing {
    pub id: i64,
    pub product_id: i64,
    pub item_id: String,
    pub title: String,
    pub state: String,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct HaveLine {
    pub id: i64,
    pub listing_id: i64,
    pub sku_id: i64,
    pub outer_id: Option<String>,
    pub price: i64,
    pub qty: i64,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct HaveSku {
    pub id: i64,
    pub product_id: i64,
    pub code: String,
    pub barcode: String,
    pub label: String,
}

#[derive(Default)]
pub(super) struct Known {
    pub by_item: HashMap<String, i64>,
    pub by_product: HashMap<i64, i64>,
    pub listings: HashMap<i64, HaveListing>,
    pub by_outer: HashMap<String, i64>,
    pub lines: HashMap<i64, HaveLine>,
    pub lines_of: HashMap<i64, Vec<i64>>,
    pub skus: HashMap<i64, HaveSku>,
    pub by_sku: HashMap<String, i64>,
    pub by_barcode: HashMap<String, i64>,
    pub skus_of: HashMap<i64, Vec<i64>>,
    pub product_codes: HashMap<String, i64>,
    pub sku_codes: Vec<String>,
    pub stock_waits: HashSet<i64>,
}

impl Known {
    pub fn of(cx: &Cx<'_>, shop: &ShopFacts, items: &[Item]) -> Result<Self> {
        let (texts, numbers) = (cx.dialect().texts("?1"), cx.dialect().numbers("?1"));
        let mut known = Self::default();
        let lines = || items.iter().flat_map(|i| &i.lines);
        let codes: Vec<&str> = items
            .iter()
            .filter_map(|i| i.code.as_deref())
            .chain(lines().filter_map(|l| l.outer.as_deref()))
            .collect();
        let codes = json!(codes).to_string();
        let barcodes: Vec<&str> = lines().filter_map(|l| l.barcode.as_deref()).collect();
        let item_ids: Vec<&str> = items.iter().filter_map(|i| i.item_id.as_deref()).collect();
        let mut products: Vec<i64> = items.iter().filter_map(|i| i.product).collect();
        let outer: Vec<(String, i64)> = cx.all(
            &format!(
                "select k.outer_id, k.listing_id from {texts} j join listing_sku k
             on k.shop_id = ?2 and k.outer_id = j.value"
            ),
            params![&codes, shop.id],
        )?;
        let mut wanted: Vec<i64> = outer.iter().map(|(_, listing)| *listing).collect();
        let named: Vec<HaveSku> = cx.all(
            &format!(
                "select s.id, s.product_id, s.code, s.barcode, s.label
             from {texts} j join sku s on s.code = j.value"
            ),
            params![&codes],
        )?;
        let barred: Vec<HaveSku> = cx.all(
            &format!(
                "select s.id, s.product_id, s.code, s.barcode, s.label from {texts} j
             join sku s on s.barcode = j.value and s.barcode <> ''"
            ),
            params![json!(barcodes).to_string()],
        )?;
        let coded: Vec<(String, i64)> = cx.all(
            &format!("select p.code, p.id from {texts} j join product p on p.code = j.value"),
            params![&codes],
        )?;
        products.extend(named.iter().chain(&barred).map(|s| s.product_id));
        products.extend(coded.iter().map(|(_, id)| *id));
        known.product_codes = coded.into_iter().collect();
        let by_item: Vec<i64> = cx.all(
            &format!(
                "select l.id from {texts} j join listing l
             on l.item_id = j.value and l.item_id <> ''
             where l.shop_id = ?2 and l.state <> 'deleted'"
            ),
            params![json!(item_ids).to_string(), shop.id],
        )?;
        wanted.extend(by_item);
        let ids: Vec<i64> = cx.all(
            &format!(
                "select l.id from {numbers} j join listing l
             on l.product_id = j.value and l.shop_id = ?2 and l.state <> 'deleted'"
            ),
            params![json!(products).to_string(), shop.id],
        )?;
        wanted.extend(ids);
        let wanted = json!(wanted).to_string();
        let found: Vec<HaveListing> = cx.all(
            &format!(
                "select l.id, l.product_id, l.item_id, l.title, l.state
             from listing l where l.id in (select value from {numbers}) and l.state <> 'deleted'"
            ),
            params![&wanted],
        )?;
        for listing in found {
            products.push(listing.product_id);
            known.by_product.insert(listing.product_id, listing.id);
            if !listing.item_id.is_empty() {
                known.by_item.insert(listing.item_id.clone(), listing.id);
            }
            known.listings.insert(listing.id, listing);
        }
        let lines: Vec<HaveLine> = cx.all(
            &format!(
                "select k.id, k.listing_id, k.sku_id, k.outer_id, k.price, k.qty from listing_sku k
             where k.listing_id in (select value from {numbers})"
            ),
            params![&wanted],
        )?;
        for line in lines {
            known.lines_of.entry(line.listing_id).or_default().push(line.id);
            if let Some(outer) = &line.outer_id {
                known.by_outer.insert(outer.clone(), line.id);
            }
            known.lines.insert(line.id, line);
        }
        known.stock_waits = cx
            .all::<i64>(
                &format!(
                    "select y.listing_sku_id from sync_item y where y.done_at is null
                    and y.kind = 'stock' and y.listing_sku_id is not null
                    and y.listing_id in (select value from {numbers})"
                ),
                params![&wanted],
            )?
            .into_iter()
            .collect();
        products.sort_unstable();
        products.dedup();
        let skus: Vec<HaveSku> = cx.all(
            &format!(
                "select s.id, s.product_id, s.code, s.barcode, s.label
             from {numbers} j join sku s on s.product_id = j.value order by s.position, s.id"
            ),
            params![json!(products).to_string()],
        )?;
        for sku in skus {
            known.skus_of.entry(sku.product_id).or_default().push(sku.id);
            known.by_sku.insert(sku.code.clone(), sku.id);
            if !sku.barcode.is_empty() {
                known.by_barcode.insert(sku.barcode.clone(), sku.id);
            }
            known.skus.insert(sku.id, sku);
        }
        Ok(known)
    }

    /// The codes a mistyped one may have meant; asked for once, when the first unknown one turns up.
    pub fn near(&mut self, cx: &Cx<'_>, wanted: &str) -> Result<Vec<String>> {
        if self.sku_codes.is_empty() {
            self.sku_codes =
                cx.all("select code from sku order by id desc limit 20000", params![])?;
        }
        Ok(nearest(wanted, self.sku_codes.iter().map(String::as_str)))
    }

    pub fn product_of(&self, item: &Item) -> Option<i64> {
        let sku = |code: &String| self.by_sku.get(code).or_else(|| self.by_barcode.get(code));
        let owner = |id: &i64| self.skus.get(id).map(|s| s.product_id);
        item.product
            .or_else(|| {
                item.lines
                    .iter()
                    .filter_map(|l| l.outer.as_ref())
                    .find_map(|c| owner(self.by_sku.get(c)?))
            })
            .or_else(|| item.code.as_ref().and_then(|c| self.product_codes.get(c)).copied())
            .or_else(|| {
                item.lines.iter().filter_map(|l| l.barcode.as_ref()).find_map(|c| owner(sku(c)?))
            })
    }

    /// The SKU of a product that a line means.
    pub fn sku_of(&self, product: i64, line: &Line) -> Option<i64> {
        let mine = self.skus_of.get(&product).map(Vec::as_slice).unwrap_or_default();
        let label = product_rules::label(&line.options);
        let find = |test: &dyn Fn(&HaveSku) -> bool| {
            mine.iter().filter_map(|id| self.skus.get(id)).find(|s| test(s)).map(|s| s.id)
        };
        find(&|s| line.outer.as_ref() == Some(&s.code))
            .or_else(|| find(&|s| line.barcode.as_ref().is_some_and(|b| *b == s.barcode)))
            .or_else(|| find(&|s| !label.is_empty() && s.label == label))
            .or_else(|| mine.first().copied().filter(|_| mine.len() == 1))
    }
}
