//! 改价单: proposing, approving, waiting for the hour, doing, restoring.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::change::{Beyond, judge, note_sync, plain, set_prices, under_list_price};
use super::life::PRICE_LIFE;
use super::ops::{SEES, bare, money, regions};
use super::rules::amount_in;
use super::table::{Channel, LISTING, Listing, PRICE_CHANGE, PRICE_ITEM, SYNC_ITEM, Sku, skus_of};
use crate::kernel::door::Entry;
use crate::kernel::lifecycle::Around;
use crate::kernel::list::{Col, ColKind, ListDef, ListRow, Tab};
use crate::kernel::rights::Ask;
use crate::kernel::{
    ActionState, Command, Cx, Error, Module, Money, Need, Query, Result, Series, Tx,
};
use crate::store::{Value, with_initials};
use crate::{list_operations, params};

pub(super) fn operations() -> Vec<Entry> {
    vec![
        Entry::query::<ListChanges>(),
        Entry::query::<CountChanges>(),
        Entry::query::<GetChange>(),
        Entry::command::<ProposePrice>(),
        Entry::command::<ActOnChange>(),
        Entry::command::<Advance>(),
    ]
}

const PROPOSES: Need = Need::Any(&[
    Ask::write(Module::ListingsDomestic).part("title"),
    Ask::write(Module::ListingsOverseas).part("title"),
]);
const NUMBERS: Series = Series { prefix: "PC", daily: true };

/// Price changes.
pub static LIST: ListDef = ListDef {
    name: "prices",
    title: "改价单",
    from: "price_change c",
    key: "c.id",
    columns: &[
        Col::new("code", "单号", "c.code", ColKind::Code),
        Col::new(
            "title",
            "商品",
            "(select l.title from listing l where l.id = c.listing_id)",
            ColKind::Text,
        )
        .plain(),
        Col::new(
            "picture",
            "首图",
            "(select l.picture from listing l where l.id = c.listing_id)",
            ColKind::Image,
        )
        .plain(),
        Col::new(
            "shop",
            "店铺",
            "(select s.name from shop s where s.id = c.shop_id)",
            ColKind::Text,
        )
        .plain(),
        Col::new("old_price", "原价", "c.old_price", ColKind::Money(Some("currency"))),
        Col::new("new_price", "新价", "c.new_price", ColKind::Money(Some("currency"))),
        Col::new("currency", "币种", "c.currency", ColKind::Code).plain(),
        Col::new("below_floor", "低于底价", "c.below_floor", ColKind::Bool),
        Col::new("start_at", "开始", "c.start_at", ColKind::Instant),
        Col::new("end_at", "结束", "c.end_at", ColKind::Instant).unsorted(),
        Col::new("state", "状态", "c.state", ColKind::State("price_change")),
        Col::new("reason", "原因", "c.reason", ColKind::Text).unsorted(),
        Col::new(
            "by",
            "提出人",
            "coalesce((select s.name from staff s where s.id = c.created_by), '系统')",
            ColKind::Text,
        )
        .plain(),
        Col::new(
            "approved_by",
            "审批人",
            "(select s.name from staff s where s.id = c.approved_by)",
            ColKind::Text,
        )
        .plain(),
        Col::new("auto_approved", "自动通过", "c.auto_approved", ColKind::Bool),
        Col::new("created_at", "提出时间", "c.created_at", ColKind::Instant),
        Col::new("listing_id", "上架商品", "c.listing_id", ColKind::Int).unsorted(),
        Col::new("shop_id", "店铺号", "c.shop_id", ColKind::Int).unsorted(),
        Col::new("version", "版本", "c.version", ColKind::Int).plain(),
    ],
    tabs: &[
        Tab { key: "draft", title: "草稿", when: "c.state = 'draft'" },
        Tab { key: "pending", title: "待审批", when: "c.state = 'pending'" },
        Tab { key: "scheduled", title: "已排期", when: "c.state = 'scheduled'" },
        Tab { key: "due", title: "待改价", when: "c.state = 'due'" },
        Tab { key: "active", title: "执行中", when: "c.state = 'active'" },
        Tab { key: "restore_due", title: "待恢复", when: "c.state = 'restore_due'" },
        Tab {
            key: "over",
            title: "已结束",
            when: "c.state in ('restored', 'done', 'missed', 'cancelled')",
        },
    ],
    search: Some("price_change"),
    order: ("start_at", true),
    scope: |cx| {
        regions(cx, "channel_id")
            .map(|sql| format!("c.shop_id in (select id from shop where {sql})"))
    },
    needs: SEES,
};

/// One price change in the list.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct ChangeRow {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// Its number.
    pub code: String,
    /// The listing.
    pub listing_id: i64,
    /// Its title.
    pub title: String,
    /// Its first picture.
    pub picture: Option<String>,
    /// The shop.
    pub shop_id: i64,
    /// Its name.
    pub shop: String,
    /// The lowest price before.
    #[serde(deserialize_with = "bare")]
    pub old_price: Money,
    /// The lowest price after.
    #[serde(deserialize_with = "bare")]
    pub new_price: Money,
    /// The currency.
    pub currency: String,
    /// Below cost with margin, or below 控价.
    pub below_floor: bool,
    /// UTC milliseconds.
    pub start_at: i64,
    /// UTC milliseconds; for good when absent.
    pub end_at: Option<i64>,
    /// A state of the life cycle `price_change`.
    pub state: String,
    /// Why.
    pub reason: String,
    /// Who proposed it.
    pub by: String,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// It was within the limits.
    pub auto_approved: bool,
    /// UTC milliseconds.
    pub created_at: i64,
}

impl ListRow for ChangeRow {
    fn finish(&mut self, _cx: &Cx<'_>) {
        self.old_price = money(self.old_price.amount, &self.currency);
        self.new_price = money(self.new_price.amount, &self.currency);
    }
}

list_operations!(
    ListChanges,
    CountChanges,
    LIST,
    ChangeRow,
    "prices.list",
    "prices.counts",
    "改价单",
    SEES,
    ["price_change", "listing", "shop"]
);

/// A price change as a listing shows it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChangeBrief {
    /// Id.
    pub id: i64,
    /// Its number.
    pub code: String,
    /// State.
    pub state: String,
    /// The lowest price after.
    pub new_price: Money,
    /// UTC milliseconds.
    pub start_at: i64,
    /// UTC milliseconds.
    pub end_at: Option<i64>,
}

/// The price changes of a listing that are not over.
pub(super) fn briefs(cx: &Cx<'_>, listing: i64) -> Result<Vec<ChangeBrief>> {
    let rows: Vec<Change> = cx.all(
        "select * from price_change where listing_id = ?1
            and state in ('draft', 'pending', 'scheduled', 'due', 'active', 'restore_due')
         order by start_at",
        params![listing],
    )?;
    Ok(rows
        .into_iter()
        .map(|c| ChangeBrief {
            id: c.id,
            new_price: money(c.new_price, &c.currency),
            code: c.code,
            state: c.state,
            start_at: c.start_at,
            end_at: c.end_at,
        })
        .collect())
}

#[derive(Debug, Clone, Deserialize)]
struct Change {
    id: i64,
    version: i64,
    code: String,
    listing_id: i64,
    new_price: i64,
    old_price: i64,
    currency: String,
    start_at: i64,
    end_at: Option<i64>,
    reason: String,
    state: String,
    below_floor: bool,
    auto_approved: bool,
    created_by: i64,
    submitted_by: Option<i64>,
}

#[derive(Debug, Clone, Deserialize)]
struct Item {
    id: i64,
    listing_sku_id: i64,
    old: i64,
    new: i64,
}

fn items_of(cx: &Cx<'_>, change: i64) -> Result<Vec<Item>> {
    cx.all(
        "select id, listing_sku_id, old, new from price_item where price_change_id = ?1 order by id",
        params![change],
    )
}

/// One price change with its SKUs.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetChange {
    /// Which.
    pub id: i64,
}

/// One price change as its page shows it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChangeView {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// Its number.
    pub code: String,
    /// The listing.
    pub listing_id: i64,
    /// Its title.
    pub title: String,
    /// The shop.
    pub shop: String,
    /// State.
    pub state: String,
    /// The lowest price before.
    pub old_price: Money,
    /// The lowest price after.
    pub new_price: Money,
    /// UTC milliseconds.
    pub start_at: i64,
    /// UTC milliseconds.
    pub end_at: Option<i64>,
    /// Why.
    pub reason: String,
    /// Below cost with margin, or below 控价.
    pub below_floor: bool,
    /// It was within the limits.
    pub auto_approved: bool,
    /// SKU by SKU.
    pub items: Vec<ItemView>,
    /// What can be done now.
    pub actions: Vec<ActionState>,
}

/// One SKU of a price change.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ItemView {
    /// The listing's SKU.
    pub listing_sku_id: i64,
    /// 商家编码.
    pub sku: String,
    /// Before.
    pub old: Money,
    /// After.
    pub new: Money,
}

impl Query for GetChange {
    type Output = ChangeView;
    const NAME: &'static str = "prices.get";
    const TITLE: &'static str = "改价单";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["price_change", "listing"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let c: Change = cx.get(&PRICE_CHANGE, self.id)?;
        let it = Listing::of(cx, c.listing_id)?;
        let channel = Channel::of(cx, it.channel_id)?;
        channel.may_read(cx, PRICE_CHANGE.label, c.id)?;
        let shop: String = cx.one("select name from shop where id = ?1", params![it.shop_id])?;
        let skus = skus_of(cx, it.id)?;
        let items = items_of(cx, c.id)?
            .into_iter()
            .map(|i| ItemView {
                listing_sku_id: i.listing_sku_id,
                sku: skus
                    .iter()
                    .find(|s| s.id == i.listing_sku_id)
                    .map(|s| s.outer_id.clone().unwrap_or_else(|| s.code.clone()))
                    .unwrap_or_default(),
                old: money(i.old, &c.currency),
                new: money(i.new, &c.currency),
            })
            .collect();
        let actions = PRICE_LIFE.actions(&c.state, cx.caller, around(&c), |step| {
            allowed(cx, &channel, step.action, c.end_at, it.violation)
        });
        Ok(ChangeView {
            id: c.id,
            version: c.version,
            old_price: money(c.old_price, &c.currency),
            new_price: money(c.new_price, &c.currency),
            code: c.code,
            listing_id: it.id,
            title: it.title,
            shop,
            state: c.state,
            start_at: c.start_at,
            end_at: c.end_at,
            reason: c.reason,
            below_floor: c.below_floor,
            auto_approved: c.auto_approved,
            items,
            actions: actions.into_iter().filter(|a| !is_clockwork(a.action)).collect(),
        })
    }
}

fn is_clockwork(action: &str) -> bool {
    matches!(action, "start" | "end" | "settle" | "miss" | "auto_approve")
}

fn around(c: &Change) -> Around {
    Around { requester: Some(c.created_by), assignee: None, submitter: c.submitted_by }
}

/// Why this caller may not take this step on this channel.
fn allowed(
    cx: &Cx<'_>,
    channel: &Channel,
    action: &str,
    end_at: Option<i64>,
    violation: bool,
) -> Option<String> {
    match action {
        "approve" | "reject" => {
            let director = cx.caller.is(crate::kernel::Post::Director);
            (!director && !channel.may_approve(cx))
                .then(|| format!("你没有“{}”的审批权限", channel.module().title()))
        }
        "end_early" if end_at.is_none() => Some("长期改价没有恢复日".to_owned()),
        "confirm_done" if violation => Some("上架商品有未处理的违规".to_owned()),
        "submit" | "cancel" => channel.may_write(cx, &["title"]).err().map(|e| e.message),
        _ => channel.may_write(cx, &[]).err().map(|e| e.message),
    }
}

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
    /// Its number.
    pub code: String,
    /// `draft`, `pending`, `scheduled` or `due`.
    pub state: String,
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
        it.changeable()?;
        let reason = self.reason.trim();
        if reason.is_empty() || reason.chars().count() > 500 {
            return Err(Error::invalid("reason", "请写明改价的原因（最多 500 字）"));
        }
        // A minute's grace: the person has just typed "now".
        let start_at = self.start_at.unwrap_or(tx.now);
        if start_at < tx.now - 60_000 {
            return Err(Error::invalid("start_at", "开始时间已经过去，请选现在或以后的时间"));
        }
        if self.end_at.is_some_and(|end| end <= start_at) {
            return Err(Error::invalid("end_at", "结束时间应在开始时间之后"));
        }
        let all = skus_of(tx, it.id)?;
        let prices = self.prices(&it, &all)?;
        for (_, amount) in &prices {
            under_list_price(&it, *amount)?;
        }
        let ids: Vec<i64> = prices.iter().map(|(s, _)| s.id).collect();
        no_conflict(tx, &ids, start_at, self.end_at, None)?;
        let below = matches!(judge(tx, &it, &channel, &prices)?, Some(Beyond::Floor(_)));
        let code = NUMBERS.next(tx)?;
        let old_price = prices.iter().map(|(s, _)| s.price).min().unwrap_or(it.price);
        let new_price = prices.iter().map(|(_, p)| *p).min().unwrap_or(it.price);
        tx.because(Some(reason));
        let id = tx.insert(
            &PRICE_CHANGE,
            &serde_json::json!({
                "code": code, "listing_id": it.id, "shop_id": it.shop_id, "old_price": old_price,
                "new_price": new_price, "currency": it.currency, "start_at": start_at,
                "end_at": self.end_at, "reason": reason, "state": "draft", "below_floor": below,
                "created_by": tx.caller.staff, "created_at": tx.now, "updated_at": tx.now,
            }),
        )?;
        for (sku, amount) in &prices {
            tx.insert(
                &PRICE_ITEM,
                &serde_json::json!({
                    "price_change_id": id, "listing_sku_id": sku.id, "old": sku.price, "new": amount,
                }),
            )?;
        }
        tx.index_new("price_change", id, &with_initials(&format!("{code} {}", it.title)))?;
        if !self.draft {
            submit(tx, id)?;
            advance(tx)?;
        }
        let c: Change = tx.get(&PRICE_CHANGE, id)?;
        Ok(Proposed { id, code, state: c.state })
    }
}

impl ProposePrice {
    fn prices(&self, it: &Listing, all: &[Sku]) -> Result<Vec<(Sku, i64)>> {
        if all.is_empty() {
            return Err(Error::conflict(
                "no_sku",
                format!("上架商品 {} 还没有 SKU，不能改价", it.name()),
            ));
        }
        if let Some(price) = &self.price {
            let amount = amount_in(price, &it.currency)?;
            return Ok(all.iter().map(|s| (s.clone(), amount)).collect());
        }
        if self.items.is_empty() {
            return Err(Error::invalid("price", "请填写新价格"));
        }
        let mut out: Vec<(Sku, i64)> = Vec::new();
        for item in &self.items {
            let sku = all
                .iter()
                .find(|s| s.id == item.listing_sku_id)
                .ok_or_else(|| Error::not_found("上架 SKU", item.listing_sku_id))?;
            if out.iter().any(|(s, _)| s.id == sku.id) {
                return Err(Error::invalid("items", format!("SKU {} 写了两次", sku.code)));
            }
            out.push((sku.clone(), amount_in(&item.price, &it.currency)?));
        }
        Ok(out)
    }
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
             where i.listing_sku_id = ?1 and c.id is not ?4
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
fn submit(tx: &mut Tx<'_>, id: i64) -> Result<()> {
    let c: Change = tx.get(&PRICE_CHANGE, id)?;
    let it = Listing::of(tx, c.listing_id)?;
    let channel = Channel::of(tx, it.channel_id)?;
    let items = items_of(tx, id)?;
    let ids: Vec<i64> = items.iter().map(|i| i.listing_sku_id).collect();
    no_conflict(tx, &ids, c.start_at, c.end_at, Some(id))?;
    let all = skus_of(tx, it.id)?;
    let prices = priced(&all, &items);
    let beyond = judge(tx, &it, &channel, &prices)?;
    let below = matches!(beyond, Some(Beyond::Floor(_)));
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

fn priced(all: &[Sku], items: &[Item]) -> Vec<(Sku, i64)> {
    items
        .iter()
        .filter_map(|i| all.iter().find(|s| s.id == i.listing_sku_id).map(|s| (s.clone(), i.new)))
        .collect()
}

/// Takes a step of a price change's life.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActOnChange {
    /// Which.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// The action's code.
    pub action: String,
    /// Why.
    #[serde(default)]
    pub reason: Option<String>,
}

impl Command for ActOnChange {
    type Output = String;
    const NAME: &'static str = "prices.act";
    const TITLE: &'static str = "改价单流转";
    const NEEDS: Need = Need::Any(&[
        Ask::write(Module::ListingsDomestic).part("title"),
        Ask::write(Module::ListingsOverseas).part("title"),
        Ask::read(Module::ListingsDomestic),
        Ask::read(Module::ListingsOverseas),
    ]);
    const TOUCHES: &'static [&'static str] = &["price_change", "listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let c: Change = tx.get(&PRICE_CHANGE, self.id)?;
        let it = Listing::of(tx, c.listing_id)?;
        let channel = Channel::of(tx, it.channel_id)?;
        channel.may_read(tx, PRICE_CHANGE.label, c.id)?;
        let reason = self.reason.as_deref();
        if is_clockwork(&self.action) {
            return Err(Error::invalid("action", "这一步由系统到时间自动完成"));
        }
        let refusal = allowed(tx, &channel, &self.action, c.end_at, it.violation);
        let step = PRICE_LIFE.step(
            &c.code,
            &c.state,
            &self.action,
            tx.caller,
            around(&c),
            reason,
            |_| None,
        )?;
        if let Some(why) = refusal {
            return Err(match step.action {
                "end_early" => Error::conflict("guard", why),
                "confirm_done" if it.violation => Error::conflict("violation", why),
                _ => Error::forbidden(why),
            });
        }
        tx.because(reason);
        // A stale page is refused before anything moves.
        tx.update(&PRICE_CHANGE, c.id, Some(self.version), &[])?;
        match step.action {
            "submit" => submit(tx, c.id)?,
            "approve" => {
                let set = [
                    ("state", step.to.into()),
                    ("approved_by", tx.caller.staff.into()),
                    ("approved_at", tx.now.into()),
                ];
                tx.update(&PRICE_CHANGE, c.id, None, &set)?;
            }
            "confirm_done" => done(tx, c.id)?,
            "confirm_restored" => restored(tx, c.id)?,
            "end_early" => end(tx, &c)?,
            _ => {
                tx.update(&PRICE_CHANGE, c.id, None, &[("state", step.to.into())])?;
                drop_waiting(tx, c.id)?;
            }
        }
        advance(tx)?;
        let now: Change = tx.get(&PRICE_CHANGE, c.id)?;
        Ok(now.state)
    }
}

/// The platform has the new price: it counts here from now on.
pub(super) fn done(tx: &mut Tx<'_>, id: i64) -> Result<()> {
    let c: Change = tx.get(&PRICE_CHANGE, id)?;
    let it = Listing::of(tx, c.listing_id)?;
    it.changeable()?;
    let all = skus_of(tx, it.id)?;
    let items = items_of(tx, id)?;
    // What it goes back to is the price of this moment, not of the day it was proposed.
    for item in &items {
        if let Some(sku) = all.iter().find(|s| s.id == item.listing_sku_id) {
            tx.update(&PRICE_ITEM, item.id, None, &[("old", sku.price.into())])?;
        }
    }
    set_prices(tx, &it, None, &all, &priced(&all, &items), "schedule", Some(id))?;
    tx.update(&PRICE_CHANGE, id, None, &[("state", "active".into())])?;
    close_waiting(tx, id, "person")?;
    if c.end_at.is_none() {
        tx.update(&PRICE_CHANGE, id, None, &[("state", "done".into())])?;
    }
    Ok(())
}

/// The platform has the old price again.
pub(super) fn restored(tx: &mut Tx<'_>, id: i64) -> Result<()> {
    let c: Change = tx.get(&PRICE_CHANGE, id)?;
    let it = Listing::of(tx, c.listing_id)?;
    let all = skus_of(tx, it.id)?;
    let back: Vec<(Sku, i64)> = items_of(tx, id)?
        .iter()
        .filter_map(|i| all.iter().find(|s| s.id == i.listing_sku_id).map(|s| (s.clone(), i.old)))
        .collect();
    set_prices(tx, &it, None, &all, &back, "restore", Some(id))?;
    tx.update(&PRICE_CHANGE, id, None, &[("state", "restored".into())])?;
    close_waiting(tx, id, "person")
}

fn end(tx: &mut Tx<'_>, c: &Change) -> Result<()> {
    tx.update(&PRICE_CHANGE, c.id, None, &[("state", "restore_due".into())])?;
    let it = Listing::of(tx, c.listing_id)?;
    for item in items_of(tx, c.id)? {
        let (old, new) = (plain(item.new, &it), plain(item.old, &it));
        note_sync(tx, &it, Some(item.listing_sku_id), "price", &old, &new, Some(c.id))?;
    }
    Ok(())
}

fn waiting(cx: &Cx<'_>, change: i64) -> Result<Vec<i64>> {
    cx.all(
        "select i.id from sync_item i join price_change c on c.id = i.price_change_id
         where c.id = ?1 and i.listing_id = c.listing_id and i.kind = 'price' and i.done_at is null",
        params![change],
    )
}

fn close_waiting(tx: &mut Tx<'_>, change: i64, how: &str) -> Result<()> {
    for id in waiting(tx, change)? {
        let set = [
            ("done_at", tx.now.into()),
            ("done_by", tx.caller.staff.into()),
            ("confirmed_by", how.into()),
        ];
        tx.update(&SYNC_ITEM, id, None, &set)?;
    }
    Ok(())
}

fn drop_waiting(tx: &mut Tx<'_>, change: i64) -> Result<()> {
    for id in waiting(tx, change)? {
        tx.remove(&SYNC_ITEM, id, None)?;
    }
    Ok(())
}

/// A price change whose hour has come.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Due {
    /// The price change.
    pub id: i64,
    /// Its number.
    pub code: String,
    /// The listing.
    pub listing_id: i64,
    /// Its title.
    pub title: String,
    /// `due` or `restore_due`.
    pub state: String,
    /// When it became due, UTC milliseconds.
    pub since: i64,
}

/// What is to be typed in on platforms now, the oldest first; also what the clock has reached since
/// anybody last looked.
pub fn due_changes(cx: &Cx<'_>, limit: i64) -> Result<Vec<Due>> {
    let scope = (LIST.scope)(cx).unwrap_or_else(|| "1 = 1".to_owned());
    cx.all(
        &format!(
            "select c.id, c.code, c.listing_id, l.title,
                case when c.state in ('active', 'restore_due') then 'restore_due' else 'due' end as state,
                case when c.state in ('active', 'restore_due') then coalesce(c.end_at, c.start_at)
                    else c.start_at end as since
             from price_change c join listing l on l.id = c.listing_id
             where (c.state in ('due', 'restore_due') or (c.state = 'scheduled' and c.start_at <= ?1)
                or (c.state = 'active' and c.end_at <= ?1)) and {scope}
             order by since limit ?2"
        ),
        params![cx.now, limit],
    )
}

/// Moves on what the clock has reached: scheduled → due, active → to be restored, and what was never
/// done before its end → missed. Called by this room's commands; a server may call it every minute.
/// Answers how many moved.
pub fn advance(tx: &mut Tx<'_>) -> Result<u64> {
    let mut moved = 0;
    let missed: Vec<i64> = tx.all(
        "select id from price_change where state in ('scheduled', 'due') and end_at <= ?1",
        params![tx.now],
    )?;
    for id in missed {
        tx.update(&PRICE_CHANGE, id, None, &[("state", "missed".into())])?;
        drop_waiting(tx, id)?;
        moved += 1;
    }
    let started: Vec<Change> = tx.all(
        "select * from price_change where state = 'scheduled' and start_at <= ?1 order by start_at",
        params![tx.now],
    )?;
    for c in started {
        tx.update(&PRICE_CHANGE, c.id, None, &[("state", "due".into())])?;
        let it = Listing::of(tx, c.listing_id)?;
        for item in items_of(tx, c.id)? {
            let now: i64 = tx
                .one("select price from listing_sku where id = ?1", params![item.listing_sku_id])?;
            let (old, new) = (plain(now, &it), plain(item.new, &it));
            note_sync(tx, &it, Some(item.listing_sku_id), "price", &old, &new, Some(c.id))?;
        }
        moved += 1;
    }
    let over: Vec<Change> = tx.all(
        "select * from price_change where state = 'active' and end_at <= ?1 order by end_at",
        params![tx.now],
    )?;
    for c in over {
        end(tx, &c)?;
        moved += 1;
    }
    Ok(moved)
}

/// Moves on what the clock has reached.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Advance {}

impl Command for Advance {
    type Output = u64;
    const NAME: &'static str = "prices.advance";
    const TITLE: &'static str = "改价到点";
    const NEEDS: Need = SEES;
    const TOUCHES: &'static [&'static str] = &["price_change", "listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        advance(tx)
    }
}
