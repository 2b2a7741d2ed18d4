//! Doing what was planned for products, and what an undo needs to know of it.

use std::collections::{HashMap, HashSet};

use serde_json::json;
use shopdesk_exchange::{PictureSource, ProductRecord};

use super::{Class, Planned, Step};
use crate::kernel::{BulkInsert, Result, Tx};
use crate::params;
use crate::products::rules as product_rules;
use crate::products::{Intake, NewSku, PICTURE, PRODUCT, SKU};

/// Does what was planned; answers the product of every record that has one now.
pub(in crate::imports) fn apply(
    tx: &mut Tx<'_>,
    planned: Vec<Planned>,
    records: &[ProductRecord],
    files: &HashMap<String, String>,
) -> Result<Vec<Option<i64>>> {
    let mut products: Vec<Option<i64>> = vec![None; records.len()];
    let mut intake = Intake::default();
    let mut fresh: HashSet<i64> = HashSet::new();
    let mut pictured: Vec<(i64, usize)> = Vec::new();
    for plan in planned {
        let id = match plan.step {
            Step::Keep => plan.product.filter(|_| plan.row.class != Class::Error),
            Step::New(new) => {
                let (id, _) = intake.add(tx, new)?;
                fresh.insert(id);
                Some(id)
            }
            Step::Change { id, set, skus, fresh: added } => {
                if !set.is_empty() {
                    tx.update(&PRODUCT, id, None, &set)?;
                }
                for (sku, set) in &skus {
                    tx.update(&SKU, *sku, None, set)?;
                }
                add_skus(tx, id, &added)?;
                Some(id)
            }
        };
        if let (Some(id), Some(slot)) = (id, products.get_mut(plan.record)) {
            *slot = Some(id);
            pictured.push((id, plan.record));
        }
    }
    intake.done(tx);
    let mut pictures = BulkInsert::into(&PICTURE);
    for (id, record) in pictured {
        let Some(record) = records.get(record).filter(|r| !r.pictures.is_empty()) else { continue };
        add_pictures(tx, &mut pictures, id, record, files)?;
        if !fresh.contains(&id) {
            tx.moved(&PICTURE, id);
        }
    }
    pictures.done(tx);
    Ok(products)
}

fn add_skus(tx: &mut Tx<'_>, product: i64, fresh: &[NewSku]) -> Result<()> {
    if fresh.is_empty() {
        return Ok(());
    }
    let (code, mut position): (String, i64) = tx.one(
        "select p.code, (select coalesce(max(s.position), -1) from sku s where s.product_id = p.id)
         from product p where p.id = ?1",
        params![product],
    )?;
    for sku in fresh {
        position += 1;
        let mut number = position;
        let own = loop {
            if !sku.code.is_empty() {
                break sku.code.clone();
            }
            let code = format!("{code}-{:03}", number + 1);
            let taken: bool =
                tx.one("select exists (select 1 from sku where code = ?1)", params![&code])?;
            if !taken {
                break code;
            }
            number += 1;
        };
        tx.insert(
            &SKU,
            &json!({
                "product_id": product, "code": own, "barcode": sku.barcode, "options": sku.options,
                "label": product_rules::label(&sku.options), "position": position, "cost": sku.cost,
                "weight_g": sku.weight_g, "created_at": tx.now, "updated_at": tx.now,
            }),
        )?;
    }
    Ok(())
}

fn add_pictures(
    tx: &Tx<'_>,
    bulk: &mut BulkInsert,
    product: i64,
    record: &ProductRecord,
    files: &HashMap<String, String>,
) -> Result<()> {
    let rows: Vec<(String, i64)> = tx.all(
        "select file, position from product_picture where product_id = ?1",
        params![product],
    )?;
    let mut position = rows.iter().map(|(_, p)| *p).max().map_or(0, |p| p + 1);
    let mut have: HashSet<String> = rows.into_iter().map(|(file, _)| file).collect();
    let mut ordered: Vec<_> = record.pictures.iter().collect();
    ordered.sort_by_key(|p| (p.option.is_some(), p.position));
    for picture in ordered {
        let PictureSource::Entry(path) = &picture.source else { continue };
        let Some(hash) = files.get(path).filter(|h| have.insert((*h).clone())) else { continue };
        let option = picture.option.as_ref().map(|o| o.value.trim()).unwrap_or_default();
        bulk.add(
            tx,
            &json!({
                "product_id": product, "file": hash, "position": position, "option_value": option,
            }),
        )?;
        position += 1;
    }
    Ok(())
}
