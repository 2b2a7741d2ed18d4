//! Prices, stock and codes of a listing's SKUs.

use schemars::JsonSchema;
use serde::Deserialize;

use super::change::{self, add_skus, note_sync, refresh, set_prices};
use super::edit::short;
use super::ops::WRITES;
use super::rules::{amount_in, check_qty};
use super::table::{Channel, LISTING, LISTING_SKU, Listing, PRICE_CHANGE, Sku, skus_of};
use crate::kernel::{Command, Cx, Error, Money, Need, Result, Tx};
use crate::params;

/// Changes a price at once: within the limits, above the floor. Beyond them a 改价单 is needed.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPrice {
    /// The listing.
    pub id: i64,
    /// The version that was read; absent: whatever it is now.
    #[serde(default)]
    pub version: Option<i64>,
    /// The new price.
    pub price: Money,
    /// Only these SKUs of the listing; all when absent.
    #[serde(default)]
    pub sku_ids: Option<Vec<i64>>,
    /// Why.
    #[serde(default)]
    pub reason: Option<String>,
}

impl Command for SetPrice {
    type Output = i64;
    const NAME: &'static str = "listings.set_price";
    const TITLE: &'static str = "改价";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let it = Listing::of(tx, self.id)?;
        let channel = Channel::of(tx, it.channel_id)?;
        channel.may_read(tx, LISTING.label, it.id)?;
        channel.may_write(tx, &[])?;
        let amount = amount_in(&self.price, &it.currency)?;
        let all = skus_of(tx, it.id)?;
        let skus = pick(&it, &all, self.sku_ids.as_deref())?;
        change::price_allowed(tx, &it, &channel, &skus, amount)?;
        tx.because(self.reason.as_deref());
        let prices: Vec<(Sku, i64)> = skus.into_iter().map(|s| (s, amount)).collect();
        set_prices(tx, &it, self.version, &all, &prices, "direct", None)
    }
}

/// These SKUs of the listing, all of them without ids.
pub(super) fn pick(it: &Listing, all: &[Sku], ids: Option<&[i64]>) -> Result<Vec<Sku>> {
    if all.is_empty() {
        return Err(Error::conflict(
            "no_sku",
            format!("上架商品 {} 还没有 SKU，请先补上 SKU 再定价", it.name()),
        ));
    }
    let Some(ids) = ids else { return Ok(all.to_vec()) };
    ids.iter()
        .map(|id| {
            all.iter()
                .find(|s| s.id == *id)
                .cloned()
                .ok_or_else(|| Error::not_found("上架 SKU", id))
        })
        .collect()
}

/// Sets the stock on sale of SKUs.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetStock {
    /// The listing.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// By SKU of the listing.
    pub rows: Vec<StockLine>,
    /// Why.
    #[serde(default)]
    pub reason: Option<String>,
}

/// One SKU's stock.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StockLine {
    /// The listing's SKU.
    pub listing_sku_id: i64,
    /// From now on.
    pub qty: i64,
}

impl Command for SetStock {
    type Output = i64;
    const NAME: &'static str = "listings.set_stock";
    const TITLE: &'static str = "调整在售库存";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let it = writable(tx, self.id, self.version)?;
        tx.because(self.reason.as_deref());
        let all = skus_of(tx, it.id)?;
        let mut next = Vec::new();
        for row in &self.rows {
            check_qty(row.qty)?;
            let sku = pick(&it, &all, Some(&[row.listing_sku_id]))?;
            next.extend(sku.into_iter().map(|s| (s, row.qty)));
        }
        set_stock(tx, &it, &all, &next)?;
        refresh(tx, it.id, &[])
    }
}

/// The listing, if this caller may change everything of it now and has read its newest version.
pub(super) fn writable(tx: &mut Tx<'_>, id: i64, version: i64) -> Result<Listing> {
    let it = Listing::of(tx, id)?;
    let channel = Channel::of(tx, it.channel_id)?;
    channel.may_read(tx, LISTING.label, id)?;
    channel.may_write(tx, &[])?;
    it.changeable()?;
    tx.update(&LISTING, id, Some(version), &[])?;
    Ok(it)
}

/// Refuses more stock on sale than the shop was given.
pub(super) fn stock_allowed(it: &Listing, all: &[Sku], next: &[(Sku, i64)]) -> Result<()> {
    let total: i64 = all
        .iter()
        .map(|s| next.iter().find(|(n, _)| n.id == s.id).map_or(s.qty, |(_, q)| *q))
        .sum();
    match it.stock_alloc {
        Some(alloc) if total > alloc => Err(Error::invalid(
            "qty",
            format!("合计 {total} 件，超过分给这家店的 {alloc} 件，请减少数量或先调整分配库存"),
        )),
        _ => Ok(()),
    }
}

/// Sets the stock on sale and puts it on the sync list.
pub(super) fn set_stock(
    tx: &mut Tx<'_>,
    it: &Listing,
    all: &[Sku],
    next: &[(Sku, i64)],
) -> Result<()> {
    stock_allowed(it, all, next)?;
    for (sku, qty) in next {
        if *qty != sku.qty {
            tx.update(&LISTING_SKU, sku.id, None, &[("qty", (*qty).into())])?;
            let (old, new) = (sku.qty.to_string(), qty.to_string());
            note_sync(tx, it, Some(sku.id), "stock", &old, &new, None)?;
        }
    }
    Ok(())
}

/// Sets 商家编码 of SKUs.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetOuterIds {
    /// The listing.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// By SKU of the listing.
    pub rows: Vec<OuterLine>,
}

/// One SKU's 商家编码.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OuterLine {
    /// The listing's SKU.
    pub listing_sku_id: i64,
    /// From now on.
    pub outer_id: String,
}

impl Command for SetOuterIds {
    type Output = i64;
    const NAME: &'static str = "listings.set_outer_ids";
    const TITLE: &'static str = "修改商家编码";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let it = writable(tx, self.id, self.version)?;
        let all = skus_of(tx, it.id)?;
        for row in &self.rows {
            let sku = pick(&it, &all, Some(&[row.listing_sku_id]))?;
            let outer_id = short("outer_id", "商家编码", &row.outer_id, 64)?;
            if !outer_id.is_empty() {
                change::outer_id_free(tx, it.shop_id, &outer_id, Some(row.listing_sku_id))?;
            }
            let value = (!outer_id.is_empty()).then_some(outer_id);
            for sku in sku {
                let old = sku.outer_id.unwrap_or_default();
                let new = value.clone().unwrap_or_default();
                if old != new {
                    tx.update(&LISTING_SKU, sku.id, None, &[("outer_id", value.clone().into())])?;
                    note_sync(tx, &it, Some(sku.id), "outer_id", &old, &new, None)?;
                }
            }
        }
        refresh(tx, it.id, &[])
    }
}

/// Brings in the product's SKUs that the listing does not sell yet.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddMissingSkus {
    /// The listing.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
}

impl Command for AddMissingSkus {
    type Output = i64;
    const NAME: &'static str = "listings.add_skus";
    const TITLE: &'static str = "补上新 SKU";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let it = writable(tx, self.id, self.version)?;
        for (sku, code) in add_skus(tx, it.id, it.shop_id, it.product_id, it.price)? {
            let new = format!("{code}，售价 {}", change::plain(it.price, &it));
            note_sync(tx, &it, Some(sku), "sku", "", &new, None)?;
        }
        refresh(tx, it.id, &[])
    }
}

/// The price change that holds a listing's price now, if any: neither a direct nor a bulk change may
/// take it out from under it.
pub(super) fn held_by(cx: &Cx<'_>, listing: i64) -> Result<Option<String>> {
    cx.maybe(
        &format!(
            "select code from {} where listing_id = ?1 and state in ('active', 'restore_due') limit 1",
            PRICE_CHANGE.name
        ),
        params![listing],
    )
}
