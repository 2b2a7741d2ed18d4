//! What several commands of this room do to a listing: prices, the sync list, completeness, words.

use super::channels;
use super::kept::FIRST_PICTURE;
use super::ops::money;
use super::rules::{self, Point, count, percent, title_length};
use super::skus::held_by;
use super::table::{
    Channel, LISTING, LISTING_SKU, Listing, PRICE_CHANGE, PRICE_HISTORY, SYNC_ITEM, Sku, skus_of,
};
use crate::kernel::{Cx, Error, Field, Follow, Result, Tx, files};
use crate::params;
use crate::products::PRODUCT;
use crate::staff::ops::limit_of;
use crate::store::{Value, with_initials};

/// Columns with their new values.
pub(super) type Touched<'a> = Vec<(&'a str, Value)>;

/// How far a price may move without approval when the shop has no limit for anybody, basis points.
const LIMIT_BP: i64 = 1_000;
/// The least margin over cost when neither shop nor channel says one, basis points.
const MARGIN_BP: i64 = 1_000;
const DAY_MS: i64 = 86_400_000;

/// The least margin that counts on a channel: its own, else the shop's setting `min_margin_bp`.
pub(super) fn margin_of(cx: &Cx<'_>, channel: &Channel) -> Result<i64> {
    match channel.min_margin_bp {
        Some(own) => Ok(own),
        None => least_margin(cx),
    }
}

/// The least margin where a channel says none: the shop's setting `min_margin_bp`.
pub fn least_margin(cx: &Cx<'_>) -> Result<i64> {
    cx.setting("min_margin_bp", MARGIN_BP)
}

/// How far this caller may move a price alone.
pub(super) fn limit_bp(cx: &Cx<'_>) -> Result<i64> {
    if let Some(own) = limit_of(cx, "price_change_bp")? {
        return Ok(own);
    }
    let any: Option<i64> = cx.maybe(
        "select max(amount) from amount_limit where code = 'price_change_bp' having count(*) > 0",
        params![],
    )?;
    Ok(any.unwrap_or(LIMIT_BP))
}

/// Why a price needs somebody's approval; `None`: it may be set at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Beyond {
    /// Below cost with margin, or below 控价.
    Floor {
        /// Which SKU.
        sku: i64,
        /// The lowest price.
        floor: i64,
    },
    /// Moves further than the limit.
    Limit {
        /// Which SKU.
        sku: i64,
        /// By how much, basis points.
        moved: i64,
        /// From the first price it ever had, which is not a day old yet.
        first: bool,
    },
    /// Its cost is known and its channel's rate is not: whether it covers the cost nobody can say.
    NoRate {
        /// Which SKU.
        sku: i64,
    },
}

impl Beyond {
    /// Why the price cannot be set at once. Who may not see costs hears no floor.
    pub fn said(
        &self,
        cx: &Cx<'_>,
        it: &Listing,
        channel: &Channel,
        prices: &[(Sku, i64)],
    ) -> Result<String> {
        let (Self::Floor { sku, .. } | Self::Limit { sku, .. } | Self::NoRate { sku }) = self;
        let Some((sku, amount)) = prices.iter().find(|(s, _)| s.id == *sku) else {
            return Ok(String::new());
        };
        let which = format!(
            "SKU {} 的 {}",
            sku.outer_id.as_deref().unwrap_or(&sku.code),
            money(*amount, &it.currency)
        );
        Ok(match self {
            Self::Floor { floor, .. } if cx.sees(Field::Cost) => {
                let sum = rules::floor_sum(
                    sku.cost,
                    margin_of(cx, channel)?,
                    channel.fx_micro,
                    it.control_price,
                    money(0, &it.currency).currency,
                );
                format!(
                    "{which} 低于底价 {}（{}）",
                    money(*floor, &it.currency),
                    sum.unwrap_or_default()
                )
            }
            Self::Floor { .. } => format!("{which} 低于底价"),
            Self::Limit { moved, first, .. } => format!(
                "{which} 比{}变动 {}%，超过可直接改价的 {}%",
                if *first { "首次定价" } else { "一天前" },
                percent(*moved),
                percent(limit_bp(cx)?)
            ),
            Self::NoRate { .. } => format!("{which} 无法核对底价：{}", rate_missing(channel)),
        })
    }
}

/// That a channel has no rate, and where to put it.
fn rate_missing(channel: &Channel) -> String {
    format!(
        "渠道“{}”还没有汇率，请在“渠道与店铺”的这个渠道里填写 1 {} 合多少元人民币",
        channel.title, channel.currency
    )
}

/// Judges new prices of SKUs. Small steps in a row count together: the limit is measured from the
/// price of a day ago; where there was none, from the first price since.
pub(super) fn judge(
    cx: &Cx<'_>,
    it: &Listing,
    channel: &Channel,
    prices: &[(Sku, i64)],
) -> Result<Option<Beyond>> {
    let margin = margin_of(cx, channel)?;
    let limit = limit_bp(cx)?;
    let earlier: Vec<(i64, i64, i64)> = cx.all(
        "select listing_sku_id, old, new from price_history where listing_id = ?1 and at > ?2
         order by at, id",
        params![it.id, cx.now - DAY_MS],
    )?;
    for (sku, new) in prices {
        let floor = rules::floor(sku.cost, margin, channel.fx_micro, it.control_price);
        if let Some(floor) = floor.filter(|f| new < f) {
            return Ok(Some(Beyond::Floor { sku: sku.id, floor }));
        }
    }
    if let Some((sku, _)) = prices.iter().find(|(s, _)| rules::unjudged(s.cost, channel.fx_micro)) {
        return Ok(Some(Beyond::NoRate { sku: sku.id }));
    }
    for (sku, new) in prices {
        let (from, first) = match earlier.iter().find(|(id, ..)| *id == sku.id) {
            // Nothing to measure from yet: the first price is what later ones of the day move from.
            Some((_, old, set)) if *old <= 0 => (*set, true),
            Some((_, old, _)) => (*old, false),
            None => (sku.price, false),
        };
        let moved = delta_of(from, *new);
        if moved.abs() > limit {
            return Ok(Some(Beyond::Limit { sku: sku.id, moved, first }));
        }
    }
    Ok(None)
}

/// How far a price moves; a first price is not a change.
pub(super) fn delta_of(old: i64, new: i64) -> i64 {
    if old == 0 { 0 } else { rules::delta_bp(old, new) }
}

/// Refuses a direct change of prices that the rules do not allow.
pub(super) fn price_allowed(
    cx: &Cx<'_>,
    it: &Listing,
    channel: &Channel,
    skus: &[Sku],
    amount: i64,
) -> Result<()> {
    it.changeable()?;
    rules::check_price(amount)?;
    under_list_price(it, amount)?;
    if let Some(code) = held_by(cx, it.id)? {
        return Err(Error::conflict(
            "schedule",
            format!(
                "上架商品 {} 正在执行改价单 {code}，价格由它管着；请先提前结束它，或等它恢复",
                it.name()
            ),
        )
        .with(serde_json::json!({ "entity": "price_change", "code": code })));
    }
    let prices: Vec<(Sku, i64)> = skus.iter().map(|s| (s.clone(), amount)).collect();
    let Some(beyond) = judge(cx, it, channel, &prices)? else { return Ok(()) };
    let reason = match beyond {
        Beyond::Floor { .. } => "below_floor",
        Beyond::Limit { .. } => "over_limit",
        Beyond::NoRate { .. } => "no_rate",
    };
    Err(Error::conflict(
        reason,
        format!(
            "{}，需要运营主管批准。请填写原因，提交改价单",
            beyond.said(cx, it, channel, &prices)?
        ),
    )
    .at("price"))
}

/// Refuses a price above 划线价.
pub(super) fn under_list_price(it: &Listing, amount: i64) -> Result<()> {
    match it.list_price.filter(|top| amount > *top) {
        None => Ok(()),
        Some(top) => Err(Error::invalid(
            "price",
            format!(
                "售价 {} 高于划线价 {}，请先提高划线价",
                money(amount, &it.currency),
                money(top, &it.currency)
            ),
        )),
    }
}

/// Sets prices of SKUs, writes the history, puts them on the sync list, and keeps the listing's own
/// price (the lowest). Answers the listing's new version.
pub(super) fn set_prices(
    tx: &mut Tx<'_>,
    it: &Listing,
    version: Option<i64>,
    all: &[Sku],
    prices: &[(Sku, i64)],
    source: &str,
    change: Option<i64>,
) -> Result<i64> {
    for (sku, new) in prices {
        if sku.price == *new {
            continue;
        }
        tx.update(&LISTING_SKU, sku.id, None, &[("price", (*new).into())])?;
        tx.insert(
            &PRICE_HISTORY,
            &serde_json::json!({
                "listing_id": it.id, "listing_sku_id": sku.id, "old": sku.price, "new": new,
                "at": tx.now, "by_id": tx.caller.staff, "source": source, "price_change_id": change,
            }),
        )?;
        // What a schedule changes is on the sync list since its hour came.
        if change.is_none() {
            let (old, new) = (plain(sku.price, it), plain(*new, it));
            note_sync(tx, it, Some(sku.id), "price", &old, &new, None)?;
        }
    }
    let lowest = all
        .iter()
        .map(|s| prices.iter().find(|(p, _)| p.id == s.id).map_or(s.price, |(_, new)| *new))
        .min()
        .unwrap_or(it.price);
    if it.price > 0 || lowest == it.price {
        return tx.update(&LISTING, it.id, version, &[("price", lowest.into())]);
    }
    // A first price completes the list of what is needed.
    tx.update(&LISTING, it.id, version, &[("price", lowest.into())])?;
    refresh(tx, it.id, &[])
}

/// An amount as a figure to copy: `129.00`.
pub(super) fn plain(amount: i64, it: &Listing) -> String {
    plain_in(amount, &it.currency)
}

/// As [`plain`], in a currency.
pub(super) fn plain_in(amount: i64, currency: &str) -> String {
    let decimals = money(0, currency).currency.decimals();
    let unit = 10_i64.pow(decimals);
    if decimals == 0 {
        return amount.to_string();
    }
    format!("{}.{:0width$}", amount / unit, amount % unit, width = decimals as usize)
}

/// Puts a change on the sync list. What already waits there for the same thing keeps what is on the
/// platform; when it comes back to that, nothing waits any more.
pub(super) fn note_sync(
    tx: &mut Tx<'_>,
    it: &Listing,
    sku: Option<i64>,
    kind: &str,
    old: &str,
    new: &str,
    change: Option<i64>,
) -> Result<()> {
    // What has never been on the platform has nothing to be brought in line there.
    if matches!(it.state.as_str(), "planned" | "preparing") {
        return Ok(());
    }
    if it.state == "ready" && kind != "state" {
        return Ok(());
    }
    let waiting: Option<(i64, String)> = tx.maybe(
        "select id, old from sync_item where listing_id = ?1 and kind = ?2 and done_at is null
            and listing_sku_id is not distinct from ?3
            and price_change_id is not distinct from ?4",
        params![it.id, kind, sku, change],
    )?;
    match waiting {
        Some((id, was)) if was == new && !was.is_empty() => tx.remove(&SYNC_ITEM, id, None),
        Some((id, _)) => {
            tx.update(&SYNC_ITEM, id, None, &[("new", new.into()), ("since", tx.now.into())])?;
            Ok(())
        }
        None => {
            tx.insert(
                &SYNC_ITEM,
                &serde_json::json!({
                    "listing_id": it.id, "shop_id": it.shop_id, "listing_sku_id": sku,
                    "kind": kind, "old": old, "new": new, "since": tx.now,
                    "by_id": tx.caller.staff, "price_change_id": change,
                }),
            )?;
            Ok(())
        }
    }
}

/// Ends a wait of the sync list. `how`: `person`, `import` or `superseded`.
pub(super) fn close_sync(tx: &mut Tx<'_>, id: i64, how: &str) -> Result<()> {
    let set = [
        ("done_at", tx.now.into()),
        ("done_by", tx.caller.staff.into()),
        ("confirmed_by", how.into()),
    ];
    tx.update(&SYNC_ITEM, id, None, &set)?;
    Ok(())
}

/// Recounts what a listing has (stock, lowest price, first picture, completeness) and sets `also`
/// with it. Answers the new version.
pub(super) fn refresh(tx: &mut Tx<'_>, id: i64, also: &[(&str, Value)]) -> Result<i64> {
    if !also.is_empty() {
        tx.update(&LISTING, id, None, also)?;
    }
    let mut it = Listing::of(tx, id)?;
    let channel = Channel::of(tx, it.channel_id)?;
    let skus = skus_of(tx, id)?;
    it.qty = skus.iter().map(|s| s.qty).sum();
    it.price = skus.iter().map(|s| s.price).min().unwrap_or(it.price);
    let picture: Option<String> =
        tx.one(&format!("select {FIRST_PICTURE} from listing l where l.id = ?1"), params![id])?;
    let points = checklist(tx, &it, &channel, &skus)?;
    let set = [
        ("qty", it.qty.into()),
        ("price", it.price.into()),
        ("sku_count", count(skus.len()).into()),
        ("picture", picture.into()),
        ("completeness_bp", rules::completeness(&points).into()),
    ];
    tx.update(&LISTING, id, None, &set)
}

/// Why a title does not fit the channel.
pub(super) fn title_fault(title: &str, channel: &Channel) -> Option<String> {
    let length = count(title_length(title, channel.title_unit));
    if title.is_empty() {
        return Some("标题没有填写".to_owned());
    }
    (length > channel.title_max).then(|| {
        format!(
            "标题长 {length} {unit}，“{}”最多 {} {unit}",
            channel.title,
            channel.title_max,
            unit = channel.title_unit.title()
        )
    })
}

/// What a listing needs before it goes live, point by point.
pub(super) fn checklist(
    cx: &Cx<'_>,
    it: &Listing,
    channel: &Channel,
    skus: &[Sku],
) -> Result<Vec<Point>> {
    let placed: Vec<(String, String)> = cx.all(
        "select slot, file from listing_picture where listing_id = ?1 order by slot, position",
        params![it.id],
    )?;
    points(cx, it, (channel, &channels::slots_of(cx, it.channel_id)?), skus, &placed)
}

/// As [`checklist`], of a listing whose channel with its slots and whose pictures (slot, file) are at hand.
pub(super) fn points(
    cx: &Cx<'_>,
    it: &Listing,
    (channel, slots): (&Channel, &[channels::SlotRow]),
    skus: &[Sku],
    placed: &[(String, String)],
) -> Result<Vec<Point>> {
    let mut points = vec![
        Point::of("title", "标题", title_fault(&it.title, channel)),
        Point::of(
            "category",
            "类目",
            if it.category.is_empty() {
                Some("类目没有填写".to_owned())
            } else {
                category_fault(cx, channel.id, &it.category)?
            },
        ),
        Point::of("price", "价格", {
            let unpriced = skus.iter().filter(|s| s.price <= 0).count();
            if skus.is_empty() && it.price <= 0 || unpriced > 0 {
                Some(format!("{} 个 SKU 没有价格", unpriced.max(1)))
            } else {
                it.list_price
                    .filter(|top| skus.iter().any(|s| s.price > *top))
                    .map(|_| "售价高于划线价".to_owned())
            }
        }),
        Point::of(
            "sku",
            "SKU 与商家编码",
            if skus.is_empty() {
                Some("还没有 SKU".to_owned())
            } else {
                let without: Vec<&str> = skus
                    .iter()
                    .filter(|s| s.outer_id.as_deref().is_none_or(str::is_empty))
                    .map(|s| s.code.as_str())
                    .collect();
                (!without.is_empty()).then(|| format!("SKU {} 没有商家编码", without.join("、")))
            },
        ),
        Point::of(
            "stock",
            "库存",
            (it.qty <= 0 && it.presale_on.is_none())
                .then(|| "没有库存，也没有填预售发货日".to_owned()),
        ),
        Point::of(
            "attributes",
            "类目属性",
            it.attributes.is_empty().then(|| "类目属性没有填写".to_owned()),
        ),
        Point::of(
            "freight",
            "运费模板",
            it.freight.is_empty().then(|| "没有选运费模板".to_owned()),
        ),
        Point::of(
            "copy",
            "文案",
            if channel.bullets_max > 0 && it.bullets.is_empty() {
                Some(format!("卖点没有填写（最多 {} 条）", channel.bullets_max))
            } else {
                it.detail.is_empty().then(|| "详情文案没有填写".to_owned())
            },
        ),
    ];
    if channel.currency != "CNY" {
        let unjudged = skus.iter().any(|s| rules::unjudged(s.cost, channel.fx_micro));
        points.push(Point::of("rate", "汇率", unjudged.then(|| rate_missing(channel))));
    }
    for slot in slots {
        let here: Vec<&str> =
            placed.iter().filter(|(s, _)| *s == slot.code).map(|(_, f)| f.as_str()).collect();
        if slot.min_count == 0 && here.is_empty() {
            continue;
        }
        let why = if count(here.len()) < slot.min_count {
            Some(format!("“{}”要 {} 张，现在 {} 张", slot.title, slot.min_count, here.len()))
        } else {
            slot_fault(cx, slot, &here)
        };
        points.push(Point::of(format!("slot:{}", slot.code), format!("图片·{}", slot.title), why));
    }
    Ok(points)
}

/// The first picture that breaks the slot's rules, in words. Pictures whose files are not here
/// (named by an import only) cannot be judged and pass.
fn slot_fault(cx: &Cx<'_>, slot: &channels::SlotRow, here: &[&str]) -> Option<String> {
    for (i, hash) in here.iter().enumerate() {
        let Ok(facts) = files::facts(cx, hash) else { continue };
        if let Some(why) = picture_fault(&facts, slot) {
            return Some(format!("“{}”第 {} 张不合规格：{why}", slot.title, i + 1));
        }
    }
    None
}

/// The rule of a slot that a picture breaks: `应为 …，实际 …`.
pub(super) fn picture_fault(facts: &files::FileFacts, slot: &channels::SlotRow) -> Option<String> {
    let checks = shopdesk_pictures::spec::check(&facts.facts, facts.measures.as_ref(), &slot.spec);
    checks
        .iter()
        .find(|c| c.level == shopdesk_pictures::Level::Red)
        .map(|red| format!("应为 {}，实际 {}", red.expected, red.actual))
}

/// A category as the channel takes it: a leaf, where the shop knows the channel's categories.
pub(super) fn check_category(cx: &Cx<'_>, channel: i64, text: &str) -> Result<String> {
    let category = tidy_category(text);
    if category.is_empty() {
        return Err(Error::invalid("category", "类目不能为空，例如 女装 > 连衣裙"));
    }
    match category_fault(cx, channel, &category)? {
        None => Ok(category),
        Some(why) => Err(Error::invalid("category", why)),
    }
}

/// `女装>连衣裙` and `女装 / 连衣裙` are the same path.
pub(super) fn tidy_category(text: &str) -> String {
    rules::clean(text)
        .split(['>', '＞', '/', '》'])
        .map(str::trim)
        .filter(|p| !p.is_empty())
        .collect::<Vec<_>>()
        .join(" > ")
}

fn category_fault(cx: &Cx<'_>, channel: i64, category: &str) -> Result<Option<String>> {
    let known: Option<bool> = cx.maybe(
        "select leaf from channel_category where channel_id = ?1 and path = ?2",
        params![channel, category],
    )?;
    match known {
        Some(true) => return Ok(None),
        Some(false) => {
            return Ok(Some(format!("类目“{category}”不是末级类目，请选到最后一级")));
        }
        None => {}
    }
    let any: bool = cx.one(
        "select exists (select 1 from channel_category where channel_id = ?1)",
        params![channel],
    )?;
    if !any {
        return Ok(None);
    }
    let last = category.rsplit(" > ").next().unwrap_or(category);
    let near: Vec<String> = cx.all(
        &format!(
            "select path from channel_category where channel_id = ?1 and leaf = 1
                and {} order by length(path) limit 3",
            cx.dialect().contains("path", "?2")
        ),
        params![channel, last],
    )?;
    let hint = if near.is_empty() {
        String::new()
    } else {
        format!("，相近的有：{}", near.join("；"))
    };
    Ok(Some(format!("渠道里没有类目“{category}”{hint}")))
}

/// Refuses a 商家编码 that another SKU of the shop has.
pub(super) fn outer_id_free(
    cx: &Cx<'_>,
    shop: i64,
    outer_id: &str,
    own: Option<i64>,
) -> Result<()> {
    let taken: Option<(i64, String)> = cx.maybe(
        "select l.id, l.title from listing_sku k join listing l on l.id = k.listing_id
         where k.shop_id = ?1 and k.outer_id = ?2 and k.id is distinct from ?3",
        params![shop, outer_id, own],
    )?;
    match taken {
        None => Ok(()),
        Some((id, title)) => Err(Error::conflict(
            "duplicate",
            format!("商家编码“{outer_id}”在这家店已被上架商品 #{id}“{title}”使用"),
        )
        .at("outer_id")
        .with(serde_json::json!({ "entity": "listing", "id": id, "route": format!("/listings/{id}") }))),
    }
}

/// Adds the product's SKUs that the listing does not have; their codes become 商家编码. Answers which:
/// their ids and codes.
pub(super) fn add_skus(
    tx: &mut Tx<'_>,
    listing: i64,
    shop: i64,
    product: i64,
    price: i64,
) -> Result<Vec<(i64, String)>> {
    let skus: Vec<(i64, String)> = tx.all(
        "select s.id, s.code from sku s where s.product_id = ?1 and s.state = 'active'
            and not exists (select 1 from listing_sku k where k.listing_id = ?2 and k.sku_id = s.id)
         order by s.position, s.id",
        params![product, listing],
    )?;
    let mut added = Vec::with_capacity(skus.len());
    for (sku, code) in skus {
        outer_id_free(tx, shop, &code, None)?;
        let id = tx.insert(
            &LISTING_SKU,
            &serde_json::json!({
                "listing_id": listing, "shop_id": shop, "sku_id": sku, "outer_id": code,
                "price": price, "qty": 0, "created_at": tx.now, "updated_at": tx.now,
            }),
        )?;
        added.push((id, code));
    }
    Ok(added)
}

/// The index of price changes.
pub(super) const PRICE_INDEX: crate::kernel::Index = crate::kernel::Index {
    name: "price_change",
    of: &PRICE_CHANGE,
    words: |cx, first, last| {
        let rows: Vec<(i64, String)> = cx.all(
            "select c.id, c.code || ' ' || l.title from price_change c
             join listing l on l.id = c.listing_id where c.id between ?1 and ?2 order by c.id",
            params![first, last],
        )?;
        Ok(rows.into_iter().map(|(id, words)| (id, with_initials(&words))).collect())
    },
    follows: &[
        Follow::own(&PRICE_CHANGE, &["code"]),
        Follow::of(&LISTING, &["title"], "select id from price_change where listing_id = ?1"),
    ],
};

/// The index of listings.
pub(super) const INDEX: crate::kernel::Index = crate::kernel::Index {
    name: "listing",
    of: &LISTING,
    words: |cx, first, last| {
        type Found = (i64, String, String, String, String, String);
        let rows: Vec<Found> = cx.all(
            "select l.id, l.title, p.title, p.code, l.item_id, coalesce((
                select string_agg(k.outer_id, ' ' order by k.id)
                from listing_sku k where k.listing_id = l.id), '')
             from listing l join product p on p.id = l.product_id
             where l.id between ?1 and ?2 order by l.id",
            params![first, last],
        )?;
        let found = |(id, title, product, code, item, outer): Found| {
            (id, words(&title, (&code, &product), &item, &outer))
        };
        Ok(rows.into_iter().map(found).collect())
    },
    follows: &[
        Follow::own(&LISTING, &["title", "item_id"]),
        Follow::own(&LISTING_SKU, &["outer_id"]),
        Follow::of(&PRODUCT, &["code", "title"], "select id from listing where product_id = ?1"),
    ],
};

/// What a listing is found by: its title and, where it is another one, its product's, both with
/// initials; the product's code, the platform's number and the 商家编码.
pub(super) fn words(title: &str, (code, product): (&str, &str), item: &str, outer: &str) -> String {
    let product = if product == title { "" } else { product };
    let mut words = with_initials(&format!("{title} {product}"));
    for word in [code, item, outer] {
        words.push(' ');
        words.push_str(word);
    }
    words
}

/// The numbers of price changes of a listing that are not over.
pub(super) fn open_changes(cx: &Cx<'_>, listing: i64) -> Result<Vec<String>> {
    cx.all(
        "select code from price_change where listing_id = ?1
            and state in ('pending', 'scheduled', 'due', 'active', 'restore_due') order by id",
        params![listing],
    )
}
