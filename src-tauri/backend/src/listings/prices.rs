//! 改价单 as people see them: the list, one of them, the calendar, and what a new price would need.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::change::{Beyond, delta_of, judge, margin_of, under_list_price};
use super::life::PRICE_LIFE;
use super::ops::{SEES, bare, money, regions};
use super::propose::{ProposedItem, proposed};
use super::rules;

use super::table::{Channel, LISTING, Listing, PRICE_CHANGE, Sku, skus_of};
use crate::kernel::door::Entry;
use crate::kernel::lifecycle::{Around, past_reopening};
use crate::kernel::list::{Col, ColKind, ListDef, ListRow, Tab};
use crate::kernel::{ActionState, Cx, Error, Field, Money, Need, Query, Result, Sealed};
use crate::{list_operations, params};

pub(super) fn operations() -> Vec<Entry> {
    vec![
        Entry::query::<ListChanges>(),
        Entry::query::<CountChanges>(),
        Entry::query::<GetChange>(),
        Entry::query::<Calendar>(),
        Entry::query::<CheckPrice>(),
    ]
}

/// Price changes.
pub static LIST: ListDef = ListDef {
    name: "prices",
    title: "改价单",
    entity: "price_change",
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
        Col::new("listing_id", "上架商品", "c.listing_id", ColKind::Int).unsorted().inner(),
        Col::new("shop_id", "店铺号", "c.shop_id", ColKind::Int).unsorted().inner(),
        Col::new("version", "版本", "c.version", ColKind::Int).plain().inner(),
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

/// A price change as rules need it.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Change {
    pub id: i64,
    pub version: i64,
    pub code: String,
    pub listing_id: i64,
    pub new_price: i64,
    pub old_price: i64,
    pub currency: String,
    pub start_at: i64,
    pub end_at: Option<i64>,
    pub reason: String,
    pub state: String,
    pub below_floor: bool,
    pub auto_approved: bool,
    pub created_by: i64,
    pub submitted_by: Option<i64>,
    pub updated_at: i64,
}

/// One SKU of a price change as rules need it.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Item {
    pub id: i64,
    pub listing_sku_id: i64,
    pub old: i64,
    pub new: i64,
}

/// The SKUs of a price change.
pub(super) fn items_of(cx: &Cx<'_>, change: i64) -> Result<Vec<Item>> {
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
    /// The lowest price without approval.
    pub floor: Sealed<Option<Money>>,
    /// How the floor came about.
    pub floor_sum: Sealed<Option<String>>,
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
        let margin = margin_of(cx, &channel)?;
        let items = items_of(cx, c.id)?
            .into_iter()
            .map(|i| {
                let sku = skus.iter().find(|s| s.id == i.listing_sku_id);
                let (floor, floor_sum) = floor_of(cx, &it, &channel, margin, sku);
                ItemView {
                    listing_sku_id: i.listing_sku_id,
                    sku: sku.map(name_of).unwrap_or_default(),
                    old: money(i.old, &c.currency),
                    new: money(i.new, &c.currency),
                    floor,
                    floor_sum,
                }
            })
            .collect();
        let actions = PRICE_LIFE.actions(&c.state, cx.caller, around(&c), |step| {
            allowed(cx, &channel, step.action, c.end_at, it.violation)
                .or_else(|| late(cx, step.action, c.updated_at))
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

/// Steps that only the clock takes.
pub(super) fn is_clockwork(action: &str) -> bool {
    matches!(action, "start" | "end" | "settle" | "miss" | "take_over" | "auto_approve")
}

/// Who stands around a price change.
pub(super) fn around(c: &Change) -> Around {
    Around { requester: Some(c.created_by), assignee: None, submitter: c.submitted_by }
}

/// Why this caller may not take this step on this channel.
pub(super) fn allowed(
    cx: &Cx<'_>,
    channel: &Channel,
    action: &str,
    end_at: Option<i64>,
    violation: bool,
) -> Option<String> {
    let director = cx.caller.is(crate::kernel::Post::Director);
    match action {
        "approve" | "reject" | "reopen" => (!director && !channel.may_approve(cx))
            .then(|| format!("你没有“{}”的审批权限", channel.module().title())),
        "end_early" if end_at.is_none() => Some("长期改价没有恢复日".to_owned()),
        "confirm_done" if violation => Some("上架商品有未处理的违规".to_owned()),
        "update" if director || channel.may_approve(cx) => None,
        "update" | "submit" | "cancel" => {
            channel.may_write(cx, &["title"]).err().map(|e| e.message)
        }
        _ => channel.may_write(cx, &[]).err().map(|e| e.message),
    }
}

/// Why a change that has ended so long ago is not opened again.
pub(super) fn late(cx: &Cx<'_>, action: &str, ended: i64) -> Option<String> {
    if action == "reopen" { past_reopening(cx.now, ended) } else { None }
}

/// How people call a SKU of a listing.
fn name_of(sku: &Sku) -> String {
    sku.outer_id.clone().unwrap_or_else(|| sku.code.clone())
}

/// The floor of a SKU and its sum, open for who may see costs.
fn floor_of(
    cx: &Cx<'_>,
    it: &Listing,
    channel: &Channel,
    margin: i64,
    sku: Option<&Sku>,
) -> (Sealed<Option<Money>>, Sealed<Option<String>>) {
    let cost = sku.and_then(|s| s.cost);
    let currency = money(0, &it.currency).currency;
    let floor = rules::floor(cost, margin, channel.fx_micro, it.control_price);
    let sum = rules::floor_sum(cost, margin, channel.fx_micro, it.control_price, currency);
    let mut floor = Sealed::new(floor.map(|a| money(a, &it.currency)));
    let mut sum = Sealed::new(sum);
    floor.open_for(cx.caller, Field::Cost);
    sum.open_for(cx.caller, Field::Cost);
    (floor, sum)
}

/// What a new price would need, before anything is written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckPrice {
    /// The listing.
    pub listing_id: i64,
    /// One price for all its SKUs …
    #[serde(default)]
    pub price: Option<Money>,
    /// … or one for each of these.
    #[serde(default)]
    pub items: Vec<ProposedItem>,
}

/// What becomes of a new price.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PriceCheck {
    /// It may be set at once; otherwise somebody has to approve it.
    pub direct: bool,
    /// Why it has to be approved.
    pub why: Option<String>,
    /// SKU by SKU.
    pub lines: Vec<CheckLine>,
}

/// One SKU's new price beside its floor.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CheckLine {
    /// The listing's SKU.
    pub listing_sku_id: i64,
    /// 商家编码.
    pub sku: String,
    /// Now.
    pub old: Money,
    /// Then.
    pub new: Money,
    /// By how much it moves, basis points.
    pub moved_bp: i64,
    /// The lowest price without approval.
    pub floor: Sealed<Option<Money>>,
    /// How the floor came about.
    pub floor_sum: Sealed<Option<String>>,
}

impl Query for CheckPrice {
    type Output = PriceCheck;
    const NAME: &'static str = "prices.check";
    const TITLE: &'static str = "试算改价";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["listing", "price_change"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let it = Listing::of(cx, self.listing_id)?;
        let channel = Channel::of(cx, it.channel_id)?;
        channel.may_read(cx, LISTING.label, it.id)?;
        let all = skus_of(cx, it.id)?;
        let prices = proposed(&it, &all, self.price.as_ref(), &self.items)?;
        for (_, amount) in &prices {
            under_list_price(&it, *amount)?;
        }
        let beyond = judge(cx, &it, &channel, &prices)?;
        let margin = margin_of(cx, &channel)?;
        Ok(PriceCheck {
            direct: beyond.is_none(),
            why: beyond.map(|b: Beyond| b.said(cx, &it, &channel, &prices)).transpose()?,
            lines: prices
                .iter()
                .map(|(sku, new)| {
                    let (floor, floor_sum) = floor_of(cx, &it, &channel, margin, Some(sku));
                    CheckLine {
                        listing_sku_id: sku.id,
                        sku: name_of(sku),
                        old: money(sku.price, &it.currency),
                        new: money(*new, &it.currency),
                        moved_bp: delta_of(sku.price, *new),
                        floor,
                        floor_sum,
                    }
                })
                .collect(),
        })
    }
}

/// The price changes of a span of time, listing by listing.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// From, UTC milliseconds.
    pub from: i64,
    /// Until, UTC milliseconds, not with it.
    pub to: i64,
    /// Only this shop.
    #[serde(default)]
    pub shop_id: Option<i64>,
    /// Only this listing.
    #[serde(default)]
    pub listing_id: Option<i64>,
}

/// A price change in the calendar.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct CalendarLine {
    /// Id.
    pub id: i64,
    /// Its number.
    pub code: String,
    /// The listing.
    pub listing_id: i64,
    /// Its title.
    pub title: String,
    /// Its first picture.
    pub picture: Option<String>,
    /// The shop.
    pub shop: String,
    /// The currency.
    pub currency: String,
    /// The lowest price before.
    #[serde(deserialize_with = "bare")]
    pub old_price: Money,
    /// The lowest price after.
    #[serde(deserialize_with = "bare")]
    pub new_price: Money,
    /// How many SKUs.
    pub skus: i64,
    /// State.
    pub state: String,
    /// UTC milliseconds.
    pub start_at: i64,
    /// UTC milliseconds; for good when absent.
    pub end_at: Option<i64>,
    /// Why.
    pub reason: String,
}

/// The most that one calendar shows.
const CALENDAR_MOST: i64 = 500;

impl Query for Calendar {
    type Output = Vec<CalendarLine>;
    const NAME: &'static str = "prices.calendar";
    const TITLE: &'static str = "改价日历";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["price_change", "listing", "shop"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        if self.to <= self.from || self.to - self.from > 100 * 86_400_000 {
            return Err(Error::invalid("to", "改价日历一次看 1 到 100 天"));
        }
        let scope = (LIST.scope)(cx).unwrap_or_else(|| "1 = 1".to_owned());
        let mut lines: Vec<CalendarLine> = cx.all(
            &format!(
                "select c.id, c.code, c.listing_id, l.title, l.picture, s.name as shop, c.currency,
                    c.old_price, c.new_price, c.state, c.start_at, c.end_at, c.reason,
                    (select count(*) from price_item i where i.price_change_id = c.id) as skus
                 from price_change c join listing l on l.id = c.listing_id
                 join shop s on s.id = c.shop_id
                 where c.start_at < ?2 and c.state not in ('cancelled', 'missed')
                    and (c.end_at > ?1 or (c.end_at is null and (c.start_at >= ?1
                        or c.state in ('draft', 'pending', 'scheduled', 'due'))))
                    and (?3 is null or c.shop_id = ?3) and (?4 is null or c.listing_id = ?4)
                    and {scope}
                 order by c.listing_id, c.start_at limit ?5"
            ),
            params![self.from, self.to, self.shop_id, self.listing_id, CALENDAR_MOST],
        )?;
        for line in &mut lines {
            line.old_price = money(line.old_price.amount, &line.currency);
            line.new_price = money(line.new_price.amount, &line.currency);
        }
        Ok(lines)
    }
}
