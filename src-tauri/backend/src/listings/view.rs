//! The list of listings, and one listing with everything around it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use shopdesk_pictures::SlotSpec;
use smol_str::SmolStr;

use super::change::{self, checklist};
use super::life::LISTING_LIFE;
use super::ops::{SEES, bare, bare_maybe, guard, money, regions};
use super::rules::{self, Point, Unit};
use super::table::{Channel, LISTING, Listing, skus_of};
use super::{channels, prices, sync};
use crate::kernel::lifecycle::Around;
use crate::kernel::list::{Col, ColKind, ListDef, ListRow, Tab};
use crate::kernel::{ActionState, Cx, Field, Money, Need, Query, Result, Sealed, files};
use crate::{list_operations, params};

/// Listings.
pub static LIST: ListDef = ListDef {
    name: "listings",
    title: "上架商品",
    entity: "listing",
    from: "listing l",
    key: "l.id",
    columns: &[
        Col::new("picture", "首图", "l.picture", ColKind::Image).plain(),
        Col::new(
            "product_code",
            "产品编号",
            "(select p.code from product p where p.id = l.product_id)",
            ColKind::Code,
        )
        .plain(),
        Col::new("title", "标题", "l.title", ColKind::Text).unsorted(),
        Col::new(
            "shop",
            "店铺",
            "(select s.name from shop s where s.id = l.shop_id)",
            ColKind::Text,
        )
        .plain(),
        Col::new(
            "channel",
            "渠道",
            "(select c.title from channel c where c.id = l.channel_id)",
            ColKind::Text,
        )
        .plain(),
        Col::new("item_id", "平台商品ID", "l.item_id", ColKind::Code).unsorted(),
        Col::new("category", "类目", "l.category", ColKind::Text),
        Col::new("state", "状态", "l.state", ColKind::State("listing")),
        Col::new("price", "售价", "l.price", ColKind::Money(Some("currency"))),
        Col::new("list_price", "划线价", "l.list_price", ColKind::Money(Some("currency")))
            .unsorted(),
        Col::new("currency", "币种", "l.currency", ColKind::Code).plain(),
        Col::new("qty", "在售库存", "l.qty", ColKind::Int).unsorted().summed(),
        Col::new("sku_count", "SKU 数", "l.sku_count", ColKind::Int).plain().summed(),
        Col::new("completeness_bp", "完整度", "l.completeness_bp", ColKind::Percent).unsorted(),
        Col::new("violation", "违规", "l.violation", ColKind::Bool).unsorted(),
        Col::new(
            "waiting",
            "待同步",
            "exists (select 1 from sync_item y where y.listing_id = l.id and y.done_at is null)",
            ColKind::Bool,
        )
        .plain(),
        Col::new("live_at", "上架时间", "l.live_at", ColKind::Instant).unsorted(),
        Col::new("updated_at", "更新时间", "l.updated_at", ColKind::Instant),
        Col::new("product_id", "产品", "l.product_id", ColKind::Int).unsorted().inner(),
        Col::new("shop_id", "店铺号", "l.shop_id", ColKind::Int).unsorted().inner(),
        Col::new("channel_id", "渠道号", "l.channel_id", ColKind::Int).unsorted().inner(),
        Col::new("version", "版本", "l.version", ColKind::Int).plain().inner(),
    ],
    tabs: &[
        Tab { key: "planned", title: "计划上架", when: "l.state = 'planned'" },
        Tab { key: "preparing", title: "准备中", when: "l.state = 'preparing'" },
        Tab { key: "ready", title: "待上架", when: "l.state = 'ready'" },
        Tab { key: "live", title: "在售", when: "l.state = 'live'" },
        Tab { key: "delisted", title: "已下架", when: "l.state = 'delisted'" },
        Tab {
            key: "waiting",
            title: "待同步",
            when: "l.id in (select y.listing_id from sync_item y where y.done_at is null)",
        },
        Tab { key: "violation", title: "违规", when: "l.violation = 1" },
        Tab { key: "deleted", title: "已删除", when: "l.state = 'deleted'" },
    ],
    search: Some("listing"),
    order: ("updated_at", true),
    scope: |cx| regions(cx, "l.channel_id"),
    needs: SEES,
};

/// One listing in the list. Short words are kept in place: a page of rows asks the heap for little.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct ListingRow {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// The product.
    pub product_id: i64,
    /// Its number.
    pub product_code: SmolStr,
    /// The shop.
    pub shop_id: i64,
    /// Its name.
    pub shop: SmolStr,
    /// The channel.
    pub channel_id: i64,
    /// Its name.
    pub channel: SmolStr,
    /// The platform's number.
    pub item_id: SmolStr,
    /// Title.
    pub title: String,
    /// Category on the platform.
    pub category: String,
    /// A state of the life cycle `listing`.
    pub state: SmolStr,
    /// The lowest price of its SKUs.
    #[serde(deserialize_with = "bare")]
    pub price: Money,
    /// 划线价.
    #[serde(deserialize_with = "bare_maybe")]
    pub list_price: Option<Money>,
    /// The currency.
    pub currency: SmolStr,
    /// On sale, all SKUs.
    pub qty: i64,
    /// How many SKUs.
    pub sku_count: i64,
    /// Basis points.
    pub completeness_bp: i64,
    /// The first picture.
    pub picture: Option<String>,
    /// Under a violation.
    pub violation: bool,
    /// Something waits to be changed on the platform.
    pub waiting: bool,
    /// UTC milliseconds.
    pub live_at: Option<i64>,
    /// UTC milliseconds.
    pub updated_at: i64,
}

impl ListRow for ListingRow {
    fn finish(&mut self, _cx: &Cx<'_>) {
        self.price = money(self.price.amount, &self.currency);
        self.list_price = self.list_price.take().map(|m| money(m.amount, &self.currency));
    }
}

list_operations!(
    ListListings,
    CountListings,
    LIST,
    ListingRow,
    "listings.list",
    "listings.counts",
    "上架商品",
    SEES,
    ["listing", "shop", "channel", "product"]
);

/// One listing with everything around it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetListing {
    /// Which.
    pub id: i64,
}

/// One listing as its page shows it.
#[derive(Debug, Serialize, JsonSchema)]
#[expect(clippy::struct_excessive_bools, reason = "each one is a right or a mark of its own")]
pub struct ListingView {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// The product.
    pub product_id: i64,
    /// Its number.
    pub product_code: String,
    /// Its title.
    pub product_title: String,
    /// The shop.
    pub shop_id: i64,
    /// Its name.
    pub shop: String,
    /// The channel.
    pub channel_id: i64,
    /// Its name.
    pub channel: String,
    /// `domestic` or `overseas`.
    pub region: String,
    /// The platform's number.
    pub item_id: String,
    /// Title.
    pub title: String,
    /// Its length in the channel's unit.
    pub title_length: usize,
    /// The most the channel takes.
    pub title_max: i64,
    /// The unit, in words.
    pub title_unit: &'static str,
    /// The unit, as the channel's profile has it.
    pub title_counts: Unit,
    /// What the platform may not take although it can be typed.
    pub title_warnings: Vec<String>,
    /// The most selling points the channel takes; 0: as many as one likes, up to 20.
    pub bullets_max: i64,
    /// The longest selling point; 0: not limited by the channel.
    pub bullet_max: i64,
    /// Second line.
    pub subtitle: String,
    /// Category.
    pub category: String,
    /// State.
    pub state: String,
    /// The lowest price of its SKUs.
    pub price: Money,
    /// 划线价.
    pub list_price: Option<Money>,
    /// 控价: never below without approval.
    pub control_price: Option<Money>,
    /// The currency.
    pub currency: String,
    /// How much of the stock this shop may sell.
    pub stock_alloc: Option<i64>,
    /// On sale.
    pub qty: i64,
    /// Presale: when it ships.
    pub presale_on: Option<String>,
    /// Freight template.
    pub freight: String,
    /// Attributes the category asks for.
    pub attributes: BTreeMap<String, String>,
    /// Selling points.
    pub bullets: Vec<String>,
    /// Text of the detail page.
    pub detail: String,
    /// Keywords.
    pub keywords: String,
    /// The first picture.
    pub picture: Option<String>,
    /// Basis points.
    pub completeness_bp: i64,
    /// What it needs, point by point.
    pub points: Vec<Point>,
    /// Under a violation.
    pub violation: bool,
    /// Which.
    pub violation_note: String,
    /// UTC milliseconds.
    pub live_at: Option<i64>,
    /// UTC milliseconds.
    pub delisted_at: Option<i64>,
    /// UTC milliseconds.
    pub updated_at: i64,
    /// May change everything of it (and not only the words).
    pub writable: bool,
    /// May change title and copy.
    pub words_writable: bool,
    /// May propose prices.
    pub prices_writable: bool,
    /// May set 控价 and approve prices.
    pub approves: bool,
    /// SKUs.
    pub skus: Vec<SkuView>,
    /// Slots of the channel with the pictures in them.
    pub slots: Vec<SlotView>,
    /// What prices were and became, newest first.
    pub history: Vec<PriceLine>,
    /// Price changes that are not over.
    pub changes: Vec<prices::ChangeBrief>,
    /// What waits to be changed on the platform.
    pub waiting: Vec<sync::WaitingView>,
    /// What can be done now.
    pub actions: Vec<ActionState>,
}

/// One SKU of a listing.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SkuView {
    /// The listing's SKU.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// The SKU.
    pub sku_id: i64,
    /// Its code.
    pub code: String,
    /// 商家编码 in this shop.
    pub outer_id: Option<String>,
    /// Price.
    pub price: Money,
    /// Stock on sale.
    pub qty: i64,
    /// The lowest price without approval; nothing when neither cost nor 控价 is known.
    pub floor: Sealed<Option<Money>>,
    /// How the floor came about.
    pub floor_sum: Sealed<Option<String>>,
}

/// A slot with its pictures.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SlotView {
    /// `taobao.main`.
    pub code: String,
    /// 主图.
    pub title: String,
    /// So many at least.
    pub min_count: i64,
    /// So many at most.
    pub max_count: Option<u32>,
    /// What a picture must be.
    pub spec: SlotSpec,
    /// The pictures in it, in order.
    pub files: Vec<String>,
    /// The same with what is known of them.
    pub pictures: Vec<PlacedView>,
}

/// A picture in its slot.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PlacedView {
    /// The file.
    pub file: String,
    /// The name it came with.
    pub name: String,
    /// Pixels.
    pub width: Option<u32>,
    /// Pixels.
    pub height: Option<u32>,
    /// Which rule of the slot it breaks.
    pub fault: Option<String>,
}

/// One line of the price history.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct PriceLine {
    /// Which SKU, by its code.
    pub sku: String,
    /// Before.
    #[serde(deserialize_with = "bare")]
    pub old: Money,
    /// After.
    #[serde(deserialize_with = "bare")]
    pub new: Money,
    /// UTC milliseconds.
    pub at: i64,
    /// Who.
    pub by: String,
    /// `direct`, `bulk`, `schedule`, `restore`, `import`.
    pub source: String,
}

impl Query for GetListing {
    type Output = ListingView;
    const NAME: &'static str = "listings.get";
    const TITLE: &'static str = "上架商品";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] =
        &["listing", "price_change", "channel", "shop", "product"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let it = Listing::of(cx, self.id)?;
        let channel = Channel::of(cx, it.channel_id)?;
        channel.may_read(cx, LISTING.label, self.id)?;
        let (product_code, product_title, shop): (String, String, String) = cx.one(
            "select p.code, p.title, s.name from product p, shop s where p.id = ?1 and s.id = ?2",
            params![it.product_id, it.shop_id],
        )?;
        let skus = skus_of(cx, it.id)?;
        let slots = slot_views(cx, &it)?;
        let points = checklist(cx, &it, &channel, &skus)?;
        let missing = rules::missing(&points);
        let open = change::open_changes(cx, it.id)?;
        let writable = channel.may_write(cx, &[]).is_ok();
        let actions = LISTING_LIFE.actions(&it.state, cx.caller, Around::default(), |step| {
            if let Err(e) = channel.may_write(cx, &[]) {
                return Some(e.message);
            }
            guard(step.action, &it, missing.clone(), &open, true)
        });
        let margin = change::margin_of(cx, &channel)?;
        let mut history: Vec<PriceLine> = cx.all(
            "select coalesce(k.outer_id, c.code) as sku, h.old, h.new, h.at, coalesce(s.name, '系统') as \"by\", h.source
             from price_history h join listing_sku k on k.id = h.listing_sku_id
             join sku c on c.id = k.sku_id left join staff s on s.id = h.by_id
             where h.listing_id = ?1 order by h.at desc, h.id desc limit 100",
            params![it.id],
        )?;
        for line in &mut history {
            line.old = money(line.old.amount, &it.currency);
            line.new = money(line.new.amount, &it.currency);
        }
        Ok(ListingView {
            id: it.id,
            version: it.version,
            product_id: it.product_id,
            product_code,
            product_title,
            shop_id: it.shop_id,
            shop,
            channel_id: it.channel_id,
            channel: channel.title.clone(),
            region: channel.region.clone(),
            item_id: it.item_id.clone(),
            title_length: rules::title_length(&it.title, channel.title_unit),
            title_max: channel.title_max,
            title_unit: channel.title_unit.title(),
            title_counts: channel.title_unit,
            title_warnings: rules::title_warnings(&it.title),
            bullets_max: channel.bullets_max,
            bullet_max: channel.bullet_max,
            prices_writable: channel.may_write(cx, &["title"]).is_ok(),
            approves: channel.may_approve(cx),
            price: money(it.price, &it.currency),
            list_price: it.list_price.map(|a| money(a, &it.currency)),
            control_price: it.control_price.map(|a| money(a, &it.currency)),
            skus: skus
                .iter()
                .map(|s| {
                    let floor = rules::floor(s.cost, margin, channel.fx_micro, it.control_price);
                    let mut floor = Sealed::new(floor.map(|a| money(a, &it.currency)));
                    floor.open_for(cx.caller, Field::Cost);
                    let mut floor_sum = Sealed::new(rules::floor_sum(
                        s.cost,
                        margin,
                        channel.fx_micro,
                        it.control_price,
                        money(0, &it.currency).currency,
                    ));
                    floor_sum.open_for(cx.caller, Field::Cost);
                    SkuView {
                        id: s.id,
                        version: s.version,
                        sku_id: s.sku_id,
                        code: s.code.clone(),
                        outer_id: s.outer_id.clone(),
                        price: money(s.price, &it.currency),
                        qty: s.qty,
                        floor,
                        floor_sum,
                    }
                })
                .collect(),
            writable,
            words_writable: channel.may_write(cx, &["copy", "title"]).is_ok(),
            slots,
            completeness_bp: rules::completeness(&points),
            points,
            history,
            changes: prices::briefs(cx, it.id)?,
            waiting: sync::waiting_of(cx, it.id)?,
            actions,
            title: it.title,
            subtitle: it.subtitle,
            category: it.category,
            state: it.state,
            currency: it.currency,
            stock_alloc: it.stock_alloc,
            qty: it.qty,
            presale_on: it.presale_on,
            freight: it.freight,
            attributes: it.attributes,
            bullets: it.bullets,
            detail: it.detail,
            keywords: it.keywords,
            picture: it.picture,
            violation: it.violation,
            violation_note: it.violation_note,
            live_at: it.live_at,
            delisted_at: it.delisted_at,
            updated_at: it.updated_at,
        })
    }
}

fn slot_views(cx: &Cx<'_>, it: &Listing) -> Result<Vec<SlotView>> {
    let files: Vec<(String, String)> = cx.all(
        "select slot, file from listing_picture where listing_id = ?1 order by slot, position",
        params![it.id],
    )?;
    Ok(channels::slots_of(cx, it.channel_id)?
        .into_iter()
        .map(|slot| {
            let here: Vec<String> =
                files.iter().filter(|(s, _)| *s == slot.code).map(|(_, f)| f.clone()).collect();
            let pictures = here.iter().map(|file| placed(cx, file, &slot)).collect();
            SlotView {
                pictures,
                files: here,
                max_count: slot.spec.max_count,
                code: slot.code,
                title: slot.title,
                min_count: slot.min_count,
                spec: slot.spec,
            }
        })
        .collect())
}

/// A picture that an import only named has no facts yet.
fn placed(cx: &Cx<'_>, file: &str, slot: &channels::SlotRow) -> PlacedView {
    match files::facts(cx, file) {
        Ok(facts) => PlacedView {
            file: file.to_owned(),
            fault: change::picture_fault(&facts, slot),
            width: facts.facts.width,
            height: facts.facts.height,
            name: facts.name,
        },
        Err(_) => PlacedView {
            file: file.to_owned(),
            name: String::new(),
            width: None,
            height: None,
            fault: None,
        },
    }
}

/// The listings that a platform's item number belongs to.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfItem {
    /// The platform's number.
    pub item_id: String,
}

/// A listing that was found by its number on the platform.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct ItemHit {
    /// The listing.
    pub listing_id: i64,
    /// Its product.
    pub product_id: i64,
    /// Its title.
    pub title: String,
    /// The shop's name.
    pub shop: String,
    /// A state of the life cycle `listing`.
    pub state: String,
}

impl Query for OfItem {
    type Output = Vec<ItemHit>;
    const NAME: &'static str = "listings.of_item";
    const TITLE: &'static str = "按平台商品ID查上架";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["listing", "shop"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let scope = regions(cx, "l.channel_id").unwrap_or_else(|| "1 = 1".to_owned());
        cx.all(
            &format!(
                "select l.id as listing_id, l.product_id, l.title, s.name as shop, l.state
                 from listing l join shop s on s.id = l.shop_id
                 where l.item_id = ?1 and l.item_id <> '' and {scope}
                 order by l.state = 'deleted', l.id limit 20"
            ),
            params![self.item_id.trim()],
        )
    }
}
