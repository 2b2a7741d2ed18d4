//! Proposing prices: what is asked is checked and judged, kept as a draft, changed while it is one,
//! and submitted.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::change::{Beyond, judge, under_list_price};
use super::life::PRICE_LIFE;
use super::prices::{Change, Item, allowed, around, items_of};
use super::rules::amount_in;
use super::schedule::{TAKES_PART, advance};
use super::table::{Channel, LISTING, Listing, PRICE_CHANGE, PRICE_ITEM, Sku, skus_of};
use crate::kernel::door::Entry;
use crate::kernel::rights::Ask;
use crate::kernel::{Command, Cx, Error, Module, Money, Need, Result, Series, Tx};
use crate::params;
use crate::store::Value;

pub(super) fn operations() -> Vec<Entry> {
    vec![Entry::command::<ProposePrice>(), Entry::command::<UpdateChange>()]
}

const PROPOSES: Need = Need::Any(&[
    Ask::write(Module::ListingsDomestic).part("title"),
    Ask::write(Module::ListingsOverseas).part("title"),
]);
const NUMBERS: Series = Series { prefix: "PC", daily: true };

/// Proposes new prices for a listing, from a moment on and perhaps until another.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposePrice {
    /// The listing.
    pub listing_id: i64,
    /// One price for all its SKUs …
    #[serde(default)]
    pub price: Option<Money>,
    /// … or one for each of these.
    #[serde(default)]
    pub items: Vec<ProposedItem>,
    /// From when, UTC milliseconds; now when absent.
    #[serde(default)]
    pub start_at: Option<i64>,
    /// Until when; for good when absent.
    #[serde(default)]
    pub end_at: Option<i64>,
    /// Why.
    pub reason: String,
    /// Only keeps a draft.
    #[serde(default)]
    pub draft: bool,
}

/// One SKU's new price.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposedItem {
    /// The listing's SKU.
    pub listing_sku_id: i64,
    /// Its price.
    pub price: Money,
}

/// What became of a proposal.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Proposed {
    /// Id.
    pub id: i64,
    /// Its version now.
    pub version: i64,
    /// Its number.
    pub code: String,
    /// `draft`, `pending`, `scheduled` or `due`.
    pub state: String,
    /// Why it has to be approved, when it has.
    pub why: Option<String>,
}

impl Command for ProposePrice {
    type Output = Proposed;
    const NAME: &'static str = "prices.propose";
    const TITLE: &'static str = "提出改价";
    const NEEDS: Need = PROPOSES;
    const TOUCHES: &'static [&'static str] = &["price_change", "listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        advance(tx)?;
        let it = Listing::of(tx, self.listing_id)?;
        let channel = Channel::of(tx, it.channel_id)?;
        channel.may_read(tx, LISTING.label, it.id)?;
        channel.may_write(tx, &["title"])?;
        let asked = Asked {
            price: self.price.as_ref(),
            items: &self.items,
            start_at: self.start_at,
            end_at: self.end_at,
            reason: &self.reason,
        };
        let plan = asked.checked(tx, &it, &channel, None)?;
        let code = NUMBERS.next(tx)?;
        tx.because(Some(plan.reason));
        let id = tx.insert(
            &PRICE_CHANGE,
            &serde_json::json!({
                "code": code, "listing_id": it.id, "shop_id": it.shop_id, "old_price": plan.old_price,
                "new_price": plan.new_price, "currency": it.currency, "start_at": plan.start_at,
                "end_at": plan.end_at, "reason": plan.reason, "state": "draft",
                "below_floor": plan.below_floor,
                "created_by": tx.caller.staff, "created_at": tx.now, "updated_at": tx.now,
            }),
        )?;
        for (sku, amount) in &plan.prices {
            put_item(tx, id, sku, *amount)?;
        }
        came_to(tx, id, !self.draft, plan.why)
    }
}

/// What somebody asks for a 改价单 to be, when it is proposed and when its draft is changed.
struct Asked<'a> {
    price: Option<&'a Money>,
    items: &'a [ProposedItem],
    start_at: Option<i64>,
    end_at: Option<i64>,
    reason: &'a str,
}

/// The same, checked and judged.
struct Plan<'a> {
    prices: Vec<(Sku, i64)>,
    old_price: i64,
    new_price: i64,
    start_at: i64,
    end_at: Option<i64>,
    reason: &'a str,
    below_floor: bool,
    /// Why it has to be approved, when it has.
    why: Option<String>,
}

impl<'a> Asked<'a> {
    /// Refuses what cannot be proposed for this listing. `own` is the change itself, when there is
    /// one already: it does not stand in its own way.
    fn checked(
        &self,
        cx: &Cx<'_>,
        it: &Listing,
        channel: &Channel,
        own: Option<i64>,
    ) -> Result<Plan<'a>> {
        it.changeable()?;
        let reason = self.reason.trim();
        if reason.is_empty() || reason.chars().count() > 500 {
            return Err(Error::invalid("reason", "请写明改价的原因（最多 500 字）"));
        }
        // A minute's grace: the person has just typed "now".
        let start_at = self.start_at.unwrap_or(cx.now);
        if start_at < cx.now - 60_000 {
            return Err(Error::invalid("start_at", "开始时间已经过去，请选现在或以后的时间"));
        }
        if self.end_at.is_some_and(|end| end <= start_at) {
            return Err(Error::invalid("end_at", "结束时间应在开始时间之后"));
        }
        let all = skus_of(cx, it.id)?;
        let prices = proposed(it, &all, self.price, self.items)?;
        for (_, amount) in &prices {
            under_list_price(it, *amount)?;
        }
        let ids: Vec<i64> = prices.iter().map(|(s, _)| s.id).collect();
        no_conflict(cx, &ids, start_at, self.end_at, own)?;
        let beyond = judge(cx, it, channel, &prices)?;
        Ok(Plan {
            old_price: prices.iter().map(|(s, _)| s.price).min().unwrap_or(it.price),
            new_price: prices.iter().map(|(_, p)| *p).min().unwrap_or(it.price),
            start_at,
            end_at: self.end_at,
            reason,
            below_floor: matches!(beyond, Some(Beyond::Floor { .. })),
            why: beyond.map(|b| b.said(cx, it, channel, &prices)).transpose()?,
            prices,
        })
    }
}

fn put_item(tx: &mut Tx<'_>, change: i64, sku: &Sku, amount: i64) -> Result<()> {
    tx.insert(
        &PRICE_ITEM,
        &serde_json::json!({
            "price_change_id": change, "listing_sku_id": sku.id, "old": sku.price, "new": amount,
        }),
    )?;
    Ok(())
}

/// Submits the draft, if it is to be, and answers what became of it.
fn came_to(tx: &mut Tx<'_>, id: i64, submitted: bool, why: Option<String>) -> Result<Proposed> {
    if submitted {
        submit(tx, id)?;
        advance(tx)?;
    }
    let c: Change = tx.get(&PRICE_CHANGE, id)?;
    let why = why.filter(|_| c.state == "pending");
    Ok(Proposed { id, version: c.version, code: c.code, state: c.state, why })
}

/// Changes a draft of a price change, whole: what was sent back is put right and submitted again.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateChange {
    /// Which.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// One price for all the listing's SKUs …
    #[serde(default)]
    pub price: Option<Money>,
    /// … or one for each of these.
    #[serde(default)]
    pub items: Vec<ProposedItem>,
    /// From when, UTC milliseconds; now when absent.
    #[serde(default)]
    pub start_at: Option<i64>,
    /// Until when; for good when absent.
    #[serde(default)]
    pub end_at: Option<i64>,
    /// Why.
    pub reason: String,
    /// Submits it as well.
    #[serde(default)]
    pub submit: bool,
}

impl Command for UpdateChange {
    type Output = Proposed;
    const NAME: &'static str = "prices.update";
    const TITLE: &'static str = "修改改价单草稿";
    const NEEDS: Need = TAKES_PART;
    const TOUCHES: &'static [&'static str] = &["price_change", "listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let c: Change = tx.get(&PRICE_CHANGE, self.id)?;
        let it = Listing::of(tx, c.listing_id)?;
        let channel = Channel::of(tx, it.channel_id)?;
        channel.may_read(tx, PRICE_CHANGE.label, c.id)?;
        let (state, me) = (c.state.as_str(), around(&c));
        PRICE_LIFE.step(&c.code, state, "update", tx.caller, me, None, |_| None)?;
        if let Some(why) = allowed(tx, &channel, "update", c.end_at, it.violation) {
            return Err(Error::forbidden(why));
        }
        if self.submit {
            PRICE_LIFE.step(&c.code, state, "submit", tx.caller, me, None, |_| None)?;
            channel.may_write(tx, &["title"])?;
        }
        let asked = Asked {
            price: self.price.as_ref(),
            items: &self.items,
            start_at: self.start_at,
            end_at: self.end_at,
            reason: &self.reason,
        };
        let plan = asked.checked(tx, &it, &channel, Some(c.id))?;
        tx.because(Some(plan.reason));
        let set = [
            ("old_price", plan.old_price.into()),
            ("new_price", plan.new_price.into()),
            ("start_at", plan.start_at.into()),
            ("end_at", plan.end_at.into()),
            ("reason", plan.reason.into()),
            ("below_floor", plan.below_floor.into()),
        ];
        tx.update(&PRICE_CHANGE, c.id, Some(self.version), &set)?;
        replace_items(tx, c.id, &plan.prices)?;
        came_to(tx, c.id, self.submit, plan.why)
    }
}

/// The SKUs of a draft as they are now wanted; whose price stays is not written again.
fn replace_items(tx: &mut Tx<'_>, change: i64, prices: &[(Sku, i64)]) -> Result<()> {
    let had = items_of(tx, change)?;
    for item in &had {
        match prices.iter().find(|(s, _)| s.id == item.listing_sku_id) {
            None => tx.remove(&PRICE_ITEM, item.id, None)?,
            Some((sku, amount)) => {
                let set = [("old", sku.price.into()), ("new", (*amount).into())];
                tx.update(&PRICE_ITEM, item.id, None, &set)?;
            }
        }
    }
    let fresh = |sku: &Sku| had.iter().all(|i| i.listing_sku_id != sku.id);
    prices
        .iter()
        .filter(|(sku, _)| fresh(sku))
        .try_for_each(|(sku, amount)| put_item(tx, change, sku, *amount))
}

/// The SKUs with their new prices: one price for all, or one each.
pub(super) fn proposed(
    it: &Listing,
    all: &[Sku],
    price: Option<&Money>,
    items: &[ProposedItem],
) -> Result<Vec<(Sku, i64)>> {
    if all.is_empty() {
        return Err(Error::conflict(
            "no_sku",
            format!("上架商品 {} 还没有 SKU，不能改价", it.name()),
        ));
    }
    if let Some(price) = price {
        let amount = amount_in(price, &it.currency)?;
        return Ok(all.iter().map(|s| (s.clone(), amount)).collect());
    }
    if items.is_empty() {
        return Err(Error::invalid("price", "请填写新价格"));
    }
    let mut out: Vec<(Sku, i64)> = Vec::new();
    for item in items {
        let sku = all
            .iter()
            .find(|s| s.id == item.listing_sku_id)
            .ok_or_else(|| Error::not_found("上架 SKU", item.listing_sku_id))?;
        if out.iter().any(|(s, _)| s.id == sku.id) {
            return Err(Error::invalid("items", format!("SKU {} 写了两次", sku.code)));
        }
        let amount = amount_in(&item.price, &it.currency)
            .map_err(|e| Error { message: format!("SKU {}：{}", sku.code, e.message), ..e })?;
        out.push((sku.clone(), amount));
    }
    Ok(out)
}

/// Refuses when another change that is not over holds one of these SKUs in the same span of time.
fn no_conflict(
    cx: &Cx<'_>,
    skus: &[i64],
    start: i64,
    end: Option<i64>,
    own: Option<i64>,
) -> Result<()> {
    for sku in skus {
        let other: Option<(i64, String, String)> = cx.maybe(
            "select c.id, c.code, c.state from price_item i
             join price_change c on c.id = i.price_change_id
             where i.listing_sku_id = ?1 and c.id is distinct from ?4
                and c.state in ('pending', 'scheduled', 'due', 'active', 'restore_due')
                and (c.end_at is null or c.state = 'restore_due' or c.end_at > ?2)
                and (?3 is null or c.start_at < ?3)
             order by c.start_at limit 1",
            params![*sku, start, end, own],
        )?;
        if let Some((id, code, state)) = other {
            return Err(Error::conflict(
                "schedule",
                format!(
                    "同一个 SKU 在这段时间已有改价单 {code}（{}），请先取消它或错开时间",
                    PRICE_LIFE.label(&state)
                ),
            )
            .with(serde_json::json!({ "entity": "price_change", "id": id, "code": code })));
        }
    }
    Ok(())
}

/// Submits a draft; what is within the limits is approved by itself.
pub(super) fn submit(tx: &mut Tx<'_>, id: i64) -> Result<()> {
    let c: Change = tx.get(&PRICE_CHANGE, id)?;
    let it = Listing::of(tx, c.listing_id)?;
    let channel = Channel::of(tx, it.channel_id)?;
    let items = items_of(tx, id)?;
    let ids: Vec<i64> = items.iter().map(|i| i.listing_sku_id).collect();
    no_conflict(tx, &ids, c.start_at, c.end_at, Some(id))?;
    let all = skus_of(tx, it.id)?;
    let prices = priced(&all, &items);
    let beyond = judge(tx, &it, &channel, &prices)?;
    let below = matches!(beyond, Some(Beyond::Floor { .. }));
    let auto = beyond.is_none();
    let mut set: Vec<(&str, Value)> = vec![
        ("state", if auto { "scheduled" } else { "pending" }.into()),
        ("below_floor", below.into()),
        ("auto_approved", auto.into()),
        ("submitted_by", tx.caller.staff.into()),
    ];
    if auto {
        set.push(("approved_at", tx.now.into()));
    }
    tx.update(&PRICE_CHANGE, id, None, &set)?;
    Ok(())
}

pub(super) fn priced(all: &[Sku], items: &[Item]) -> Vec<(Sku, i64)> {
    items
        .iter()
        .filter_map(|i| all.iter().find(|s| s.id == i.listing_sku_id).map(|s| (s.clone(), i.new)))
        .collect()
}
