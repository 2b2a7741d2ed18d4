//! Doing what was planned for a shelf, and what an undo needs to know of it.

use std::collections::{HashMap, HashSet};

use serde_json::json;

use super::{Put, PutLine, Shelved, ShopFacts, SkuAt};
use crate::kernel::{BulkInsert, Cx, Error, Result, Tx};
use crate::listings::{
    Bulk, LISTING, LISTING_SKU, NewListing, NewSku, Shelf, confirm_from_platform, recount,
};
use crate::params;
use crate::products::Intake;

/// Does what was planned. A new listing shows those pictures of its product that were `brought` along,
/// by their hashes.
pub(in crate::imports) fn apply(
    tx: &mut Tx<'_>,
    planned: Vec<Shelved>,
    shop: &ShopFacts,
    brought: &HashSet<&str>,
) -> Result<()> {
    let mut says = Vec::new();
    let mut puts: Vec<Put> = Vec::new();
    for plan in planned {
        says.extend(plan.says);
        puts.extend(plan.put);
    }
    // The products first, so that their event in the trail stands before those that lean on them.
    let mut intake = Intake::default();
    let mut made: HashMap<usize, Vec<i64>> = HashMap::new();
    for (i, put) in puts.iter_mut().enumerate() {
        if let Some(new) = put.make.take() {
            let (product, skus) = intake.add(tx, new)?;
            put.product = Some(product);
            made.insert(i, skus);
        }
    }
    intake.done(tx);
    let sku_of = |i: usize, line: &PutLine| match line.sku {
        SkuAt::Known(id) => Ok(id),
        SkuAt::Made(n) => made
            .get(&i)
            .and_then(|ids| ids.get(n).copied())
            .ok_or_else(|| Error::internal("a listing line without its SKU")),
    };
    // A product has one listing a shop: lines of several rows may belong to the same new one.
    let mut fresh: Vec<(i64, Vec<usize>)> = Vec::new();
    let mut place: HashMap<i64, usize> = HashMap::new();
    for (i, put) in puts.iter().enumerate().filter(|(_, p)| p.listing.is_none()) {
        let product = put.product.ok_or_else(|| Error::internal("a listing without a product"))?;
        let at = *place.entry(product).or_insert_with(|| {
            fresh.push((product, Vec::new()));
            fresh.len() - 1
        });
        if let Some((_, members)) = fresh.get_mut(at) {
            members.push(i);
        }
    }
    let mut bulk = Bulk::new();
    let shelf = Shelf::of(tx, shop.channel_id)?;
    for (product, members) in fresh {
        let Some(first) = members.first().and_then(|i| puts.get(*i)) else { continue };
        let mut skus = Vec::new();
        for i in &members {
            for line in puts.get(*i).map(|p| p.lines.as_slice()).unwrap_or_default() {
                skus.push(NewSku {
                    sku_id: sku_of(*i, line)?,
                    outer_id: line.outer.clone(),
                    price: line.price.unwrap_or(0),
                    qty: line.qty.unwrap_or(0),
                });
            }
        }
        let files = brought_for(tx, product, brought)?;
        add_listing(tx, (&mut bulk, &shelf), (shop, first, product), &skus, &files)?;
    }
    bulk.done(tx);
    let mut lines = BulkInsert::into(&LISTING_SKU);
    let mut changed: Vec<i64> = Vec::new();
    for (i, put) in puts.iter().enumerate() {
        let Some(listing) = put.listing else { continue };
        if !put.set.is_empty() {
            tx.update(&LISTING, listing, None, &put.set)?;
        }
        changed.push(listing);
        for line in &put.lines {
            if let Some(known) = line.known {
                tx.update(&LISTING_SKU, known, None, &line.set)?;
                continue;
            }
            lines.add(
                tx,
                &json!({
                    "listing_id": listing, "shop_id": shop.id, "sku_id": sku_of(i, line)?,
                    "outer_id": line.outer, "price": line.price.unwrap_or(0),
                    "qty": line.qty.unwrap_or(0), "created_at": tx.now, "updated_at": tx.now,
                }),
            )?;
        }
    }
    lines.done(tx);
    changed.sort_unstable();
    changed.dedup();
    for id in changed {
        recount(tx, id)?;
    }
    confirm(tx, says)
}

/// The pictures of a product that came along, in its order.
fn brought_for(cx: &Cx<'_>, product: i64, brought: &HashSet<&str>) -> Result<Vec<String>> {
    if brought.is_empty() {
        return Ok(Vec::new());
    }
    let mut files: Vec<String> = cx.all(
        "select file from product_picture where product_id = ?1 and option_value = ''
         order by position",
        params![product],
    )?;
    files.retain(|file| brought.contains(file.as_str()));
    Ok(files)
}

/// Puts a new listing on its shelf, showing what came along for its product.
fn add_listing(
    tx: &Tx<'_>,
    (bulk, shelf): (&mut Bulk, &Shelf),
    (shop, put, product): (&ShopFacts, &Put, i64),
    skus: &[NewSku],
    files: &[String],
) -> Result<()> {
    let (code, product_title, picture): (String, String, Option<String>) = tx.one(
        "select p.code, p.title, (select i.file from product_picture i where i.product_id = p.id
            order by i.position limit 1) from product p where p.id = ?1",
        params![product],
    )?;
    let own = put.title.trim();
    let title = if own.is_empty() { product_title.clone() } else { own.to_owned() };
    let mut new = NewListing {
        product_id: product,
        shop_id: shop.id,
        channel_id: shop.channel_id,
        item_id: put.item_id.clone(),
        title,
        category: String::new(),
        state: put.state.to_owned(),
        price: skus.iter().map(|s| s.price).min().unwrap_or(0),
        list_price: None,
        currency: shop.currency.clone(),
        qty: skus.iter().map(|s| s.qty).sum(),
        sku_count: i64::try_from(skus.len()).unwrap_or(i64::MAX),
        completeness_bp: 0,
        picture,
        live_at: (put.state == "live").then_some(tx.now),
        created_at: tx.now,
        updated_at: tx.now,
    };
    new.completeness_bp = shelf.completeness(tx, &new, skus, files)?;
    let listing = bulk.add(tx, &new, skus, (&code, &product_title))?;
    bulk.show(tx, listing, shelf, files)
}

/// Tells the listings room what the platform says.
fn confirm(tx: &mut Tx<'_>, says: Vec<(i64, Option<i64>, &'static str, String)>) -> Result<()> {
    for (listing, sku, kind, value) in says {
        confirm_from_platform(tx, listing, sku, kind, &value)?;
    }
    Ok(())
}
