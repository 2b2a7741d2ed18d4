//! What this room can be asked, and the making and the life of listings.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};

use super::change::{self, add_skus, checklist, note_sync, refresh};
use super::life::LISTING_LIFE;
use super::rules::{self, amount_in, clean};
use super::sync::{Failed, Many};
use super::table::{Channel, LISTING, LISTING_SKU, Listing, skus_of};
use super::{bulk, channels, edit, grid, prices, propose, schedule, shops, skus, sync, view};
use crate::kernel::door::Entry;
use crate::kernel::lifecycle::Around;
use crate::kernel::rights::Ask;
use crate::kernel::{
    Code, Command, Currency, Cx, Error, Lifecycle, Module, Money, Need, Result, Tx,
};
use crate::params;
use crate::store::Value;

pub(super) fn operations() -> Vec<Entry> {
    let mut all = vec![
        Entry::query::<view::ListListings>(),
        Entry::query::<view::CountListings>(),
        Entry::query::<view::GetListing>(),
        Entry::query::<view::OfItem>(),
        Entry::query::<grid::Grid>(),
        Entry::command::<CreateListings>(),
        Entry::command::<ActOnListing>(),
        Entry::command::<ActOnMany>(),
        Entry::command::<edit::UpdateListing>(),
        Entry::command::<edit::SetPictures>(),
        Entry::command::<skus::SetPrice>(),
        Entry::command::<skus::SetStock>(),
        Entry::command::<skus::SetOuterIds>(),
        Entry::command::<skus::AddMissingSkus>(),
        Entry::command::<bulk::BulkEdit>(),
    ];
    all.extend(prices::operations());
    all.extend(propose::operations());
    all.extend(schedule::operations());
    all.extend(sync::operations());
    all.extend(channels::operations());
    all.extend(shops::operations());
    all
}

pub(super) const SEES: Need =
    Need::Any(&[Ask::read(Module::ListingsDomestic), Ask::read(Module::ListingsOverseas)]);
pub(super) const WRITES: Need =
    Need::Any(&[Ask::write(Module::ListingsDomestic), Ask::write(Module::ListingsOverseas)]);
pub(super) const WRITES_WORDS: Need = Need::Any(&[
    Ask::write(Module::ListingsDomestic).part("copy"),
    Ask::write(Module::ListingsDomestic).part("title"),
    Ask::write(Module::ListingsOverseas).part("copy"),
    Ask::write(Module::ListingsOverseas).part("title"),
]);

/// The regions that the caller sees, both, one or none: an SQL condition over a column of channel ids.
pub fn regions(cx: &Cx<'_>, column: &str) -> Option<String> {
    regions_by(cx, column, Ask::read)
}

/// As [`regions`], those whose listings the caller keeps.
pub fn kept_regions(cx: &Cx<'_>, column: &str) -> Option<String> {
    regions_by(cx, column, Ask::write)
}

fn regions_by(cx: &Cx<'_>, column: &str, ask: fn(Module) -> Ask) -> Option<String> {
    let can = |module| cx.caller.can(ask(module));
    let region = match (can(Module::ListingsDomestic), can(Module::ListingsOverseas)) {
        (true, true) => return None,
        (true, false) => "domestic",
        (false, true) => "overseas",
        (false, false) => "none",
    };
    Some(format!("{column} in (select id from channel where region = '{region}')"))
}

/// A whole number of minor units from a column; the row's `finish` gives it its currency.
pub(super) fn bare<'de, D: Deserializer<'de>>(from: D) -> Result<Money, D::Error> {
    i64::deserialize(from).map(Money::cny)
}

/// As [`bare`], for a column that may be empty.
pub(super) fn bare_maybe<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Money>, D::Error> {
    Ok(Option::<i64>::deserialize(from)?.map(Money::cny))
}

/// An amount in this currency; a currency that came from our own rows is always one.
pub(super) fn money(amount: i64, currency: &str) -> Money {
    Money { amount, currency: Currency::new(currency).unwrap_or_else(|_| Currency::cny()) }
}

/// Why a step is not possible now.
pub(super) fn guard(
    action: &str,
    it: &Listing,
    missing: Option<String>,
    open: &[String],
    confirmed: bool,
) -> Option<String> {
    let violation = || it.violation.then(|| format!("有未处理的违规：{}", it.violation_note));
    let busy =
        || (!open.is_empty()).then(|| format!("还有进行中的改价单 {}，请先取消", open.join("、")));
    match action {
        "ready" => missing,
        "list" | "relist" => violation().or(missing),
        "delist" => violation(),
        "drop" => busy(),
        "delete" => busy()
            .or_else(|| (!confirmed).then(|| "请先确认平台上这件商品没有未完成的订单".to_owned())),
        "flag" => it.violation.then(|| "已经标记了违规".to_owned()),
        "clear" => (!it.violation).then(|| "没有违规标记".to_owned()),
        _ => None,
    }
}

/// Plans a product in shops; its SKUs come along with their codes as 商家编码.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateListings {
    /// The product.
    pub product_id: i64,
    /// The shops.
    pub shop_ids: Vec<i64>,
    /// Title; the product's when absent.
    #[serde(default)]
    pub title: Option<String>,
    /// A first price for all SKUs, in each shop's own currency.
    #[serde(default)]
    pub price: Option<Money>,
}

impl Command for CreateListings {
    type Output = Vec<i64>;
    const NAME: &'static str = "listings.create";
    const TITLE: &'static str = "计划上架";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        if self.shop_ids.is_empty() || self.shop_ids.len() > 50 {
            return Err(Error::invalid("shop_ids", "请选择 1 到 50 家店铺"));
        }
        let product: Option<(String, String)> =
            tx.maybe("select code, title from product where id = ?1", params![self.product_id])?;
        let (code, product_title) =
            product.ok_or_else(|| Error::not_found("产品", self.product_id))?;
        let title = clean(self.title.as_deref().unwrap_or(&product_title));
        let mut ids = Vec::new();
        for shop_id in &self.shop_ids {
            let shop: Option<(String, i64, bool)> = tx.maybe(
                "select name, channel_id, active from shop where id = ?1",
                params![*shop_id],
            )?;
            let (shop, channel_id, active) =
                shop.ok_or_else(|| Error::not_found("店铺", shop_id))?;
            let channel = Channel::of(tx, channel_id)?;
            channel.may_write(tx, &[])?;
            if !active {
                return Err(Error::conflict("inactive", format!("店铺“{shop}”已停用，不能上架")));
            }
            let there: Option<i64> = tx.maybe(
                "select id from listing where product_id = ?1 and shop_id = ?2 and state <> 'deleted'",
                params![self.product_id, *shop_id],
            )?;
            if let Some(id) = there {
                return Err(Error::conflict(
                    "duplicate",
                    format!("产品 {code} 在“{shop}”已有上架商品 #{id}，请打开原有的那一条"),
                )
                .with(serde_json::json!({ "entity": "listing", "id": id, "route": format!("/listings/{id}") })));
            }
            let price = self.price.as_ref().map(|m| amount_in(m, &channel.currency)).transpose()?;
            let id = tx.insert(
                &LISTING,
                &serde_json::json!({
                    "product_id": self.product_id, "shop_id": shop_id, "channel_id": channel_id,
                    "title": title, "currency": channel.currency, "price": price.unwrap_or(0),
                    "created_at": tx.now, "updated_at": tx.now,
                }),
            )?;
            add_skus(tx, id, *shop_id, self.product_id, price.unwrap_or(0))?;
            refresh(tx, id, &[])?;
            ids.push(id);
        }
        Ok(ids)
    }
}

/// Takes a step of a listing's life.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActOnListing {
    /// Which.
    pub id: i64,
    /// The version that was read; absent: whatever it is now.
    #[serde(default)]
    pub version: Option<i64>,
    /// The action's code.
    pub action: String,
    /// Why.
    #[serde(default)]
    pub reason: Option<String>,
    /// The platform's number, when it has one now.
    #[serde(default)]
    pub item_id: Option<String>,
    /// For deleting: nothing is open on the platform.
    #[serde(default)]
    pub no_open_orders: bool,
}

impl Command for ActOnListing {
    type Output = i64;
    const NAME: &'static str = "listings.act";
    const TITLE: &'static str = "上架流转";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        act(tx, &self)
    }
}

fn act(tx: &mut Tx<'_>, wanted: &ActOnListing) -> Result<i64> {
    let it = Listing::of(tx, wanted.id)?;
    let channel = Channel::of(tx, it.channel_id)?;
    channel.may_read(tx, LISTING.label, it.id)?;
    channel.may_write(tx, &[])?;
    let skus = skus_of(tx, it.id)?;
    let missing = rules::missing(&checklist(tx, &it, &channel, &skus)?);
    let open = change::open_changes(tx, it.id)?;
    let reason = wanted.reason.as_deref();
    let step = LISTING_LIFE.step(
        &it.name(),
        &it.state,
        &wanted.action,
        tx.caller,
        Around::default(),
        reason,
        |s| guard(s.action, &it, missing, &open, wanted.no_open_orders),
    )?;
    tx.because(reason);
    let to = Lifecycle::target(step, &it.state).to_owned();
    let mut set: Vec<(&str, Value)> = vec![("state", to.as_str().into())];
    match step.action {
        "flag" => {
            set.push(("violation", true.into()));
            set.push(("violation_note", clean(reason.unwrap_or_default()).into()));
        }
        "clear" => {
            set.push(("violation", false.into()));
            set.push(("violation_note", "".into()));
        }
        "list" | "relist" => set.push(("live_at", tx.now.into())),
        "delist" => set.push(("delisted_at", tx.now.into())),
        _ => {}
    }
    if let Some(item_id) = wanted.item_id.as_deref().map(clean).filter(|t| !t.is_empty()) {
        set.push(("item_id", item_id.into()));
    }
    tx.update(&LISTING, it.id, wanted.version, &set)?;
    if to != it.state && matches!(step.action, "list" | "relist" | "delist" | "delete") {
        let (was, is) = (LISTING_LIFE.label(&it.state), LISTING_LIFE.label(&to));
        note_sync(tx, &it, None, "state", was, is, None)?;
    }
    if to == "deleted" {
        // Its codes may be used again.
        for sku in &skus {
            tx.update(&LISTING_SKU, sku.id, None, &[("outer_id", Value::Null)])?;
        }
    }
    Ok(Listing::of(tx, it.id)?.version)
}

/// Takes the same step of many listings' lives; what is refused is told one by one.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActOnMany {
    /// Which.
    pub ids: Vec<i64>,
    /// The action's code.
    pub action: String,
    /// Why.
    #[serde(default)]
    pub reason: Option<String>,
}

impl Command for ActOnMany {
    type Output = Many;
    const NAME: &'static str = "listings.act_many";
    const TITLE: &'static str = "批量上下架";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        if self.ids.is_empty() || self.ids.len() > 5_000 {
            return Err(Error::invalid("ids", "一次处理 1 到 5000 件"));
        }
        let label = LISTING_LIFE
            .steps
            .iter()
            .find(|s| s.action == self.action)
            .map(|s| s.label)
            .ok_or_else(|| {
                Error::invalid("action", format!("上架商品没有“{}”这个操作", self.action))
            })?;
        let batch = tx.batch(&format!("{label} {} 件", self.ids.len()))?;
        let mut out = Many { ok: Vec::new(), failed: Vec::new(), batch };
        for id in self.ids {
            let wanted = ActOnListing {
                id,
                version: None,
                action: self.action.clone(),
                reason: self.reason.clone(),
                item_id: None,
                no_open_orders: false,
            };
            match act(tx, &wanted) {
                Ok(_) => out.ok.push(id),
                Err(e) if e.code == Code::Internal => return Err(e),
                Err(e) => out.failed.push(Failed { id, message: e.message }),
            }
        }
        Ok(out)
    }
}
