//! What the shop has of everything that a file of products names, looked up in one pass a table.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;
use serde_json::json;
use shopdesk_exchange::ProductRecord;

use crate::kernel::{Cx, Result};
use crate::params;
use crate::products::rules::OptionDef;

#[derive(Debug, Clone, Deserialize)]
pub(super) struct HaveProduct {
    pub id: i64,
    pub code: String,
    pub title: String,
    pub brand: String,
    pub category_id: Option<i64>,
    pub options: Vec<OptionDef>,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct HaveSku {
    pub id: i64,
    pub product_id: i64,
    pub code: String,
    pub barcode: String,
    pub label: String,
    pub cost: Option<i64>,
    pub weight_g: Option<i64>,
}

/// What the shop has of everything that a file names, looked up in one pass a table.
#[derive(Default)]
pub(super) struct Shelf {
    pub products: HashMap<i64, HaveProduct>,
    pub by_code: HashMap<String, i64>,
    pub skus: HashMap<i64, HaveSku>,
    pub by_sku: HashMap<String, i64>,
    pub by_barcode: HashMap<String, i64>,
    pub of_product: HashMap<i64, Vec<i64>>,
    pub pictures: HashMap<i64, HashSet<String>>,
    pub by_item: HashMap<String, i64>,
    pub categories: BTreeMap<String, i64>,
}

const SKU_COLUMNS: &str = "s.id, s.product_id, s.code, s.barcode, s.label, s.cost, s.weight_g";

impl Shelf {
    pub fn of(cx: &Cx<'_>, records: &[ProductRecord], shop: Option<i64>) -> Result<Self> {
        let (texts, numbers) = (cx.dialect().texts("?1"), cx.dialect().numbers("?1"));
        let mut shelf = Self::default();
        let mut codes: Vec<&str> = Vec::new();
        let mut barcodes: Vec<&str> = Vec::new();
        let mut items: Vec<&str> = Vec::new();
        for record in records {
            codes.extend(record.code.as_deref());
            barcodes.extend(record.barcode.as_deref());
            items.extend(record.platform_item_id.as_deref());
            for sku in &record.skus {
                codes.extend(sku.code.as_deref());
                barcodes.extend(sku.barcode.as_deref());
            }
        }
        let (codes, barcodes) = (json!(codes).to_string(), json!(barcodes).to_string());
        let mut wanted: HashSet<i64> = HashSet::new();
        let named: Vec<(i64, String)> = cx.all(
            &format!("select p.id, p.code from {texts} j join product p on p.code = j.value"),
            params![&codes],
        )?;
        for (id, code) in named {
            shelf.by_code.insert(code, id);
            wanted.insert(id);
        }
        let named: Vec<HaveSku> = cx.all(
            &format!("select {SKU_COLUMNS} from {texts} j join sku s on s.code = j.value"),
            params![&codes],
        )?;
        let barred: Vec<HaveSku> = cx.all(
            &format!(
                "select {SKU_COLUMNS} from {texts} j
                 join sku s on s.barcode = j.value and s.barcode <> ''"
            ),
            params![&barcodes],
        )?;
        wanted.extend(named.iter().chain(&barred).map(|s| s.product_id));
        for sku in named.into_iter().chain(barred) {
            shelf.note(sku);
        }
        if let Some(shop) = shop {
            let known: Vec<(String, i64)> = cx.all(
                &format!(
                    "select l.item_id, l.product_id from {texts} j
                 join listing l on l.item_id = j.value and l.item_id <> ''
                 where l.shop_id = ?2 and l.state <> 'deleted'"
                ),
                params![json!(items).to_string(), shop],
            )?;
            wanted.extend(known.iter().map(|(_, id)| *id));
            shelf.by_item = known.into_iter().collect();
        }
        let ids = json!(wanted.into_iter().collect::<Vec<_>>()).to_string();
        let products: Vec<HaveProduct> = cx.all(
            &format!(
                "select p.id, p.code, p.title, p.brand, p.category_id, p.options
             from {numbers} j join product p on p.id = j.value"
            ),
            params![&ids],
        )?;
        shelf.products = products.into_iter().map(|p| (p.id, p)).collect();
        let skus: Vec<HaveSku> = cx.all(
            &format!("select {SKU_COLUMNS} from {numbers} j join sku s on s.product_id = j.value"),
            params![&ids],
        )?;
        for sku in skus {
            shelf.of_product.entry(sku.product_id).or_default().push(sku.id);
            shelf.note(sku);
        }
        let pictures: Vec<(i64, String)> = cx.all(
            &format!(
                "select i.product_id, i.file from {numbers} j
             join product_picture i on i.product_id = j.value"
            ),
            params![&ids],
        )?;
        for (product, file) in pictures {
            shelf.pictures.entry(product).or_default().insert(file);
        }
        let categories: Vec<(i64, String, Option<String>)> = cx.all(
            "select c.id, c.name, p.name from category c left join category p on p.id = c.parent_id
             where c.retired = 0 and not exists (select 1 from category d where d.parent_id = c.id)
             order by c.id desc",
            params![],
        )?;
        for (id, name, parent) in categories {
            if let Some(parent) = parent {
                shelf.categories.insert(format!("{parent}/{name}"), id);
            }
            shelf.categories.insert(name, id);
        }
        Ok(shelf)
    }

    pub fn note(&mut self, sku: HaveSku) {
        self.by_sku.insert(sku.code.clone(), sku.id);
        if !sku.barcode.is_empty() {
            self.by_barcode.insert(sku.barcode.clone(), sku.id);
        }
        self.skus.insert(sku.id, sku);
    }

    pub fn owner(&self, sku: Option<&i64>) -> Option<i64> {
        sku.and_then(|id| self.skus.get(id)).map(|s| s.product_id)
    }

    /// A category by its name, its path, or its name behind any of the usual arrows.
    pub fn category(&self, text: &str) -> Option<i64> {
        let path = text.replace([' ', '　'], "").replace(['>', '›', '》', '-', '\\'], "/");
        let parts: Vec<&str> = path.split('/').filter(|p| !p.is_empty()).collect();
        let tail = parts.len().saturating_sub(2);
        self.categories
            .get(&parts.get(tail..).unwrap_or_default().join("/"))
            .or_else(|| self.categories.get(*parts.last()?))
            .or_else(|| self.categories.get(text.trim()))
            .copied()
    }
}
