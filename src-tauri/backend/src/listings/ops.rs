//! Queries and commands of listings themselves.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use super::change::{
    self, Touched, add_skus, checklist, index_words, note_sync, refresh, set_prices,
};
use super::life::LISTING_LIFE;
use super::rules::{self, Point, amount_in, check_qty, clean, clean_lines, parse_price, parse_qty};
use super::table::{
    Channel, LISTING, LISTING_PICTURE, LISTING_SKU, Listing, PRICE_CHANGE, Sku, skus_of,
};
use super::{channels, prices, sync};
use crate::kernel::door::Entry;
use crate::kernel::lifecycle::Around;
use crate::kernel::list::{Col, ColKind, ListDef, ListRow, Tab};
use crate::kernel::rights::Ask;
use crate::kernel::{
    ActionState, Code, Command, Currency, Cx, Day, Error, Field, Lifecycle, Module, Money, Need,
    Query, Result, Sealed, Tx, files,
};
use crate::store::Value;
use crate::{list_operations, params};

pub(super) fn operations() -> Vec<Entry> {
    let mut all = vec![
        Entry::query::<ListListings>(),
        Entry::query::<CountListings>(),
        Entry::query::<GetListing>(),
        Entry::command::<CreateListings>(),
        Entry::command::<UpdateListing>(),
        Entry::command::<ActOnListing>(),
        Entry::command::<SetPrice>(),
        Entry::command::<SetStock>(),
        Entry::command::<SetOuterIds>(),
        Entry::command::<AddMissingSkus>(),
        Entry::command::<SetPictures>(),
        Entry::command::<BulkEdit>(),
    ];
    all.extend(prices::operations());
    all.extend(sync::operations());
    all.extend(channels::operations());
    all
}

pub(super) const SEES: Need =
    Need::Any(&[Ask::read(Module::ListingsDomestic), Ask::read(Module::ListingsOverseas)]);
pub(super) const WRITES: Need =
    Need::Any(&[Ask::write(Module::ListingsDomestic), Ask::write(Module::ListingsOverseas)]);
const WRITES_WORDS: Need = Need::Any(&[
    Ask::write(Module::ListingsDomestic).part("copy"),
    Ask::write(Module::ListingsDomestic).part("title"),
    Ask::write(Module::ListingsOverseas).part("copy"),
    Ask::write(Module::ListingsOverseas).part("title"),
]);

/// Both regions, one of them, or none: an SQL condition over a column of channel ids.
pub(super) fn regions(cx: &Cx<'_>, column: &str) -> Option<String> {
    let can = |module| cx.caller.can(Ask::read(module));
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

/// Listings.
pub static LIST: ListDef = ListDef {
    name: "listings",
    title: "上架商品",
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
        Col::new("qty", "在售库存", "l.qty", ColKind::Int).unsorted(),
        Col::new("sku_count", "SKU 数", "l.sku_count", ColKind::Int).plain(),
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
        Col::new("product_id", "产品", "l.product_id", ColKind::Int).unsorted(),
        Col::new("shop_id", "店铺号", "l.shop_id", ColKind::Int).unsorted(),
        Col::new("channel_id", "渠道号", "l.channel_id", ColKind::Int).unsorted(),
        Col::new("version", "版本", "l.version", ColKind::Int).plain(),
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

/// One listing in the list.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct ListingRow {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// The product.
    pub product_id: i64,
    /// Its number.
    pub product_code: String,
    /// The shop.
    pub shop_id: i64,
    /// Its name.
    pub shop: String,
    /// The channel.
    pub channel_id: i64,
    /// Its name.
    pub channel: String,
    /// The platform's number.
    pub item_id: String,
    /// Title.
    pub title: String,
    /// Category on the platform.
    pub category: String,
    /// A state of the life cycle `listing`.
    pub state: String,
    /// The lowest price of its SKUs.
    #[serde(deserialize_with = "bare")]
    pub price: Money,
    /// 划线价.
    #[serde(deserialize_with = "bare_maybe")]
    pub list_price: Option<Money>,
    /// The currency.
    pub currency: String,
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
    /// The pictures in it, in order.
    pub files: Vec<String>,
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
            price: money(it.price, &it.currency),
            list_price: it.list_price.map(|a| money(a, &it.currency)),
            control_price: it.control_price.map(|a| money(a, &it.currency)),
            skus: skus
                .iter()
                .map(|s| {
                    let floor = rules::floor(s.cost, margin, channel.fx_micro, it.control_price);
                    let mut floor = Sealed::new(floor.map(|a| money(a, &it.currency)));
                    floor.open_for(cx.caller, Field::Cost);
                    SkuView {
                        id: s.id,
                        version: s.version,
                        sku_id: s.sku_id,
                        code: s.code.clone(),
                        outer_id: s.outer_id.clone(),
                        price: money(s.price, &it.currency),
                        qty: s.qty,
                        floor,
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
        .map(|slot| SlotView {
            files: files.iter().filter(|(s, _)| *s == slot.code).map(|(_, f)| f.clone()).collect(),
            max_count: slot.spec.max_count,
            code: slot.code,
            title: slot.title,
            min_count: slot.min_count,
        })
        .collect())
}

fn guard(
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
                .with(serde_json::json!({ "entity": "listing", "id": id })));
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
            index_words(tx, id)?;
            ids.push(id);
        }
        Ok(ids)
    }
}

/// Changes title, copy, category and the other fields of a listing. What is absent stays.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateListing {
    /// Which.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// Title.
    #[serde(default)]
    pub title: Option<String>,
    /// Second line.
    #[serde(default)]
    pub subtitle: Option<String>,
    /// Selling points.
    #[serde(default)]
    pub bullets: Option<Vec<String>>,
    /// Text of the detail page.
    #[serde(default)]
    pub detail: Option<String>,
    /// Keywords.
    #[serde(default)]
    pub keywords: Option<String>,
    /// Category.
    #[serde(default)]
    pub category: Option<String>,
    /// The platform's number.
    #[serde(default)]
    pub item_id: Option<String>,
    /// 划线价; below or equal to nothing takes it away.
    #[serde(default)]
    pub list_price: Option<Money>,
    /// 控价; an amount of 0 takes it away.
    #[serde(default)]
    pub control_price: Option<Money>,
    /// Allocation; −1 takes it away.
    #[serde(default)]
    pub stock_alloc: Option<i64>,
    /// Presale day; empty takes it away.
    #[serde(default)]
    pub presale_on: Option<String>,
    /// Freight template.
    #[serde(default)]
    pub freight: Option<String>,
    /// Attributes, all of them.
    #[serde(default)]
    pub attributes: Option<BTreeMap<String, String>>,
}

impl Command for UpdateListing {
    type Output = i64;
    const NAME: &'static str = "listings.update";
    const TITLE: &'static str = "修改上架资料";
    const NEEDS: Need = WRITES_WORDS;
    const TOUCHES: &'static [&'static str] = &["listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let it = Listing::of(tx, self.id)?;
        let channel = Channel::of(tx, it.channel_id)?;
        channel.may_read(tx, LISTING.label, it.id)?;
        let copy_only = self.subtitle.is_some() || self.bullets.is_some() || self.detail.is_some();
        let rest = self.category.is_some()
            || self.item_id.is_some()
            || self.list_price.is_some()
            || self.control_price.is_some()
            || self.stock_alloc.is_some()
            || self.presale_on.is_some()
            || self.freight.is_some()
            || self.attributes.is_some();
        let parts: &[&'static str] = match (rest, copy_only) {
            (true, _) => &[],
            (false, true) => &["copy"],
            (false, false) => &["copy", "title"],
        };
        channel.may_write(tx, parts)?;
        it.changeable()?;
        let mut set: Vec<(&str, Value)> = Vec::new();
        if let Some(title) = &self.title {
            let title = check_title(title, &it, &channel)?;
            if title != it.title {
                note_sync(tx, &it, None, "title", &it.title, &title, None)?;
            }
            set.push(("title", title.into()));
        }
        if let Some(category) = &self.category {
            let category = change::check_category(tx, channel.id, category)?;
            if category != it.category {
                note_sync(tx, &it, None, "category", &it.category, &category, None)?;
            }
            set.push(("category", category.into()));
        }
        let mut copy = false;
        if let Some(subtitle) = &self.subtitle {
            set.push(("subtitle", short("subtitle", "副标题", subtitle, 200)?.into()));
            copy = true;
        }
        if let Some(bullets) = &self.bullets {
            let bullets = check_bullets(bullets, &channel)?;
            set.push(("bullets", serde_json::json!(bullets).into()));
            copy = true;
        }
        if let Some(detail) = &self.detail {
            if detail.chars().count() > 50_000 {
                return Err(Error::invalid("detail", "详情文案最多 5 万字"));
            }
            set.push(("detail", clean_lines(detail).into()));
            copy = true;
        }
        if let Some(keywords) = &self.keywords {
            set.push(("keywords", short("keywords", "关键词", keywords, 1000)?.into()));
            copy = true;
        }
        if let Some(item_id) = &self.item_id {
            let item_id = short("item_id", "平台商品ID", item_id, 40)?;
            if !item_id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')) {
                return Err(Error::invalid(
                    "item_id",
                    format!("平台商品ID“{item_id}”只能是字母、数字和 - _ ."),
                ));
            }
            set.push(("item_id", item_id.into()));
        }
        if let Some(list_price) = &self.list_price {
            let amount = if list_price.amount <= 0 {
                None
            } else {
                Some(amount_in(list_price, &it.currency).map_err(|e| e.at("list_price"))?)
            };
            let top = skus_of(tx, it.id)?.iter().map(|s| s.price).max().unwrap_or(it.price);
            if let Some(amount) = amount.filter(|a| *a < top) {
                return Err(Error::invalid(
                    "list_price",
                    format!(
                        "划线价 {} 低于售价 {}，请先降低售价或提高划线价",
                        money(amount, &it.currency),
                        money(top, &it.currency)
                    ),
                ));
            }
            set.push(("list_price", amount.into()));
        }
        if let Some(control) = &self.control_price {
            let amount = if control.amount <= 0 {
                None
            } else {
                Some(amount_in(control, &it.currency).map_err(|e| e.at("control_price"))?)
            };
            if !channel.may_approve(tx) {
                return Err(Error::forbidden("控价只能由运营主管设置"));
            }
            set.push(("control_price", amount.into()));
        }
        if let Some(alloc) = self.stock_alloc {
            if alloc >= 0 {
                check_qty(alloc).map_err(|e| e.at("stock_alloc"))?;
                if alloc < it.qty {
                    return Err(Error::invalid(
                        "stock_alloc",
                        format!("分配库存 {alloc} 少于在售库存 {}，请先减少在售库存", it.qty),
                    ));
                }
            }
            set.push(("stock_alloc", (alloc >= 0).then_some(alloc).into()));
        }
        if let Some(day) = &self.presale_on {
            let day: Option<Day> = if day.trim().is_empty() { None } else { Some(day.parse()?) };
            set.push(("presale_on", day.into()));
        }
        if let Some(freight) = &self.freight {
            set.push(("freight", short("freight", "运费模板", freight, 60)?.into()));
        }
        if let Some(attributes) = &self.attributes {
            let attributes: BTreeMap<String, String> = attributes
                .iter()
                .map(|(k, v)| (clean(k), clean(v)))
                .filter(|(k, v)| !k.is_empty() && !v.is_empty())
                .collect();
            if attributes.len() > 100 {
                return Err(Error::invalid("attributes", "类目属性最多 100 项"));
            }
            set.push(("attributes", serde_json::json!(attributes).into()));
        }
        if copy {
            note_sync(tx, &it, None, "copy", "", "文案已修改", None)?;
        }
        tx.update(&LISTING, it.id, Some(self.version), &set)?;
        if self.title.is_some() || self.item_id.is_some() {
            index_words(tx, it.id)?;
        }
        refresh(tx, it.id, &[])
    }
}

fn short(field: &str, label: &str, text: &str, max: usize) -> Result<String> {
    let text = clean(text);
    if text.chars().count() > max {
        return Err(Error::invalid(field, format!("{label}最多 {max} 个字")));
    }
    Ok(text)
}

/// A title without hidden characters; one that is too long is refused on what is already on sale,
/// and counted as missing on what is not yet.
fn check_title(title: &str, it: &Listing, channel: &Channel) -> Result<String> {
    let title = clean(title);
    if title.is_empty() {
        return Err(Error::invalid("title", "标题不能为空"));
    }
    if let Some(why) = change::title_fault(&title, channel)
        && (it.state == "live" || rules::title_length(&title, channel.title_unit) > 1000)
    {
        return Err(Error::invalid("title", why));
    }
    Ok(title)
}

pub(super) fn check_bullets(bullets: &[String], channel: &Channel) -> Result<Vec<String>> {
    let bullets: Vec<String> = bullets.iter().map(|b| clean(b)).filter(|b| !b.is_empty()).collect();
    if channel.bullets_max > 0 && bullets.len() as i64 > channel.bullets_max {
        return Err(Error::invalid(
            "bullets",
            format!(
                "“{}”最多 {} 条卖点，现在有 {} 条",
                channel.title,
                channel.bullets_max,
                bullets.len()
            ),
        ));
    }
    if bullets.len() > 20 {
        return Err(Error::invalid("bullets", "卖点最多 20 条"));
    }
    let max = if channel.bullet_max > 0 { channel.bullet_max } else { 500 };
    if let Some(i) = bullets.iter().position(|b| b.chars().count() as i64 > max) {
        return Err(Error::invalid("bullets", format!("第 {} 条卖点超过 {max} 个字符", i + 1)));
    }
    Ok(bullets)
}

/// Takes a step of a listing's life.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActOnListing {
    /// Which.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
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
        let it = Listing::of(tx, self.id)?;
        let channel = Channel::of(tx, it.channel_id)?;
        channel.may_read(tx, LISTING.label, it.id)?;
        channel.may_write(tx, &[])?;
        let skus = skus_of(tx, it.id)?;
        let missing = rules::missing(&checklist(tx, &it, &channel, &skus)?);
        let open = change::open_changes(tx, it.id)?;
        let reason = self.reason.as_deref();
        let step = LISTING_LIFE.step(
            &it.name(),
            &it.state,
            &self.action,
            tx.caller,
            Around::default(),
            reason,
            |s| guard(s.action, &it, missing, &open, self.no_open_orders),
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
        if let Some(item_id) = self.item_id.as_deref().map(clean).filter(|t| !t.is_empty()) {
            set.push(("item_id", item_id.into()));
        }
        tx.update(&LISTING, it.id, Some(self.version), &set)?;
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
        index_words(tx, it.id)?;
        Ok(Listing::of(tx, it.id)?.version)
    }
}

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

fn pick(it: &Listing, all: &[Sku], ids: Option<&[i64]>) -> Result<Vec<Sku>> {
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
fn writable(tx: &mut Tx<'_>, id: i64, version: i64) -> Result<Listing> {
    let it = Listing::of(tx, id)?;
    let channel = Channel::of(tx, it.channel_id)?;
    channel.may_read(tx, LISTING.label, id)?;
    channel.may_write(tx, &[])?;
    it.changeable()?;
    tx.update(&LISTING, id, Some(version), &[])?;
    Ok(it)
}

fn stock_allowed(it: &Listing, all: &[Sku], next: &[(Sku, i64)]) -> Result<()> {
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

fn set_stock(tx: &mut Tx<'_>, it: &Listing, all: &[Sku], next: &[(Sku, i64)]) -> Result<()> {
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
        index_words(tx, it.id)?;
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
        add_skus(tx, it.id, it.shop_id, it.product_id, it.price)?;
        index_words(tx, it.id)?;
        refresh(tx, it.id, &[])
    }
}

/// Puts pictures into a slot, all of it, in this order.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPictures {
    /// The listing.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// The slot's code.
    pub slot: String,
    /// The pictures' hashes.
    pub files: Vec<String>,
}

impl Command for SetPictures {
    type Output = i64;
    const NAME: &'static str = "listings.set_pictures";
    const TITLE: &'static str = "更换上架图片";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let it = writable(tx, self.id, self.version)?;
        let slot = channels::slot_of(tx, it.channel_id, &self.slot)?;
        if let Some(max) = slot.spec.max_count.filter(|m| self.files.len() > *m as usize) {
            return Err(Error::invalid(
                "files",
                format!("“{}”最多 {max} 张，现在有 {} 张", slot.title, self.files.len()),
            ));
        }
        for hash in &self.files {
            let facts = files::facts(tx, hash)?;
            if facts.kind != "image" {
                return Err(Error::invalid("files", format!("“{}”不是图片", facts.name)));
            }
        }
        let old: Vec<i64> = tx.all(
            "select id from listing_picture where listing_id = ?1 and slot = ?2",
            params![it.id, &self.slot],
        )?;
        for id in old {
            tx.remove(&LISTING_PICTURE, id, None)?;
        }
        for (i, hash) in self.files.iter().enumerate() {
            tx.insert(
                &LISTING_PICTURE,
                &serde_json::json!({
                    "listing_id": it.id, "slot": self.slot, "position": i, "file": hash,
                    "since": tx.now,
                }),
            )?;
        }
        let said = format!("{}换为 {} 张新图", slot.title, self.files.len());
        note_sync(tx, &it, None, "picture", "", &said, None)?;
        refresh(tx, it.id, &[])
    }
}

/// Many listings at once, as pasted from a table. A blank cell keeps what is there.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BulkEdit {
    /// The rows.
    pub rows: Vec<BulkRow>,
    /// Only say what would happen.
    #[serde(default)]
    pub dry_run: bool,
    /// Why.
    #[serde(default)]
    pub reason: Option<String>,
}

/// One row; cells as typed.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct BulkRow {
    /// The listing.
    pub id: i64,
    /// Only the SKU with this 商家编码; all SKUs when blank.
    pub outer_id: Option<String>,
    /// New price, as typed.
    pub price: Option<String>,
    /// New stock, as typed.
    pub qty: Option<String>,
    /// New title.
    pub title: Option<String>,
    /// New category.
    pub category: Option<String>,
}

/// What became, or would become, of the rows.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BulkOutcome {
    /// Row by row, in their order.
    pub rows: Vec<BulkLine>,
    /// Listings that are or would be changed.
    pub ok: Vec<i64>,
    /// Rows that are refused.
    pub failed: Vec<BulkFailure>,
    /// The batch, to undo it; nothing for a dry run or when nothing changed.
    pub batch: Option<i64>,
}

/// One row's outcome.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BulkLine {
    /// Which row, from 0.
    pub row: usize,
    /// The listing.
    pub id: i64,
    /// What changes.
    pub changes: Vec<BulkChange>,
    /// Why it is refused.
    pub refused: Option<String>,
}

/// One cell's change.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BulkChange {
    /// `price`, `qty`, `title`, `category`.
    pub field: &'static str,
    /// Before, as people read it.
    pub old: String,
    /// After.
    pub new: String,
}

/// A refused row.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BulkFailure {
    /// The listing.
    pub id: i64,
    /// Why.
    pub message: String,
}

struct Planned {
    it: Listing,
    all: Vec<Sku>,
    prices: Vec<(Sku, i64)>,
    stock: Vec<(Sku, i64)>,
    title: Option<String>,
    category: Option<String>,
    changes: Vec<BulkChange>,
}

fn cell(text: Option<&String>) -> Option<&str> {
    text.map(|t| t.trim()).filter(|t| !t.is_empty())
}

fn plan(cx: &Cx<'_>, row: &BulkRow) -> Result<Planned> {
    let it = Listing::of(cx, row.id)?;
    let channel = Channel::of(cx, it.channel_id)?;
    channel.may_read(cx, LISTING.label, it.id)?;
    channel.may_write(cx, &[])?;
    it.changeable()?;
    let all = skus_of(cx, it.id)?;
    let skus: Vec<Sku> = match cell(row.outer_id.as_ref()) {
        None => all.clone(),
        Some(code) => {
            let sku = all
                .iter()
                .find(|s| s.outer_id.as_deref() == Some(code) || s.code == code)
                .ok_or_else(|| {
                    Error::invalid(
                        "outer_id",
                        format!("上架商品 {} 没有商家编码“{code}”", it.name()),
                    )
                })?;
            vec![sku.clone()]
        }
    };
    let mut out = Planned {
        prices: Vec::new(),
        stock: Vec::new(),
        title: None,
        category: None,
        changes: Vec::new(),
        all,
        it,
    };
    let it = &out.it;
    if let Some(text) = cell(row.price.as_ref()) {
        let amount = parse_price(text, &money(0, &it.currency).currency)?;
        let skus = if skus.is_empty() { pick(it, &skus, None)? } else { skus.clone() };
        if skus.iter().any(|s| s.price != amount) {
            change::price_allowed(cx, it, &channel, &skus, amount)?;
            let old = skus.iter().map(|s| s.price).min().unwrap_or(it.price);
            out.changes.push(BulkChange {
                field: "price",
                old: money(old, &it.currency).to_string(),
                new: money(amount, &it.currency).to_string(),
            });
            out.prices = skus.into_iter().map(|s| (s, amount)).collect();
        }
    }
    if let Some(text) = cell(row.qty.as_ref()) {
        let qty = parse_qty(text)?;
        let skus = skus_for_stock(it, &skus)?;
        if skus.qty != qty {
            out.changes.push(BulkChange {
                field: "qty",
                old: skus.qty.to_string(),
                new: qty.to_string(),
            });
            out.stock = vec![(skus, qty)];
            stock_allowed(it, &out.all, &out.stock)?;
        }
    }
    if let Some(text) = cell(row.title.as_ref()) {
        let title = check_title(text, it, &channel)?;
        if title != it.title {
            out.changes.push(BulkChange {
                field: "title",
                old: it.title.clone(),
                new: title.clone(),
            });
            out.title = Some(title);
        }
    }
    if let Some(text) = cell(row.category.as_ref()) {
        let category = change::check_category(cx, channel.id, text)?;
        if category != it.category {
            out.changes.push(BulkChange {
                field: "category",
                old: it.category.clone(),
                new: category.clone(),
            });
            out.category = Some(category);
        }
    }
    Ok(out)
}

fn skus_for_stock(it: &Listing, skus: &[Sku]) -> Result<Sku> {
    match skus {
        [one] => Ok(one.clone()),
        [] => Err(Error::conflict("no_sku", format!("上架商品 {} 还没有 SKU", it.name()))),
        many => Err(Error::invalid(
            "outer_id",
            format!(
                "上架商品 {} 有 {} 个 SKU，改库存请在“商家编码”一列写明是哪一个",
                it.name(),
                many.len()
            ),
        )),
    }
}

impl Command for BulkEdit {
    type Output = BulkOutcome;
    const NAME: &'static str = "listings.bulk_edit";
    const TITLE: &'static str = "批量修改上架";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        if self.rows.is_empty() || self.rows.len() > 5_000 {
            return Err(Error::invalid("rows", "一次修改 1 到 5000 行"));
        }
        let mut out =
            BulkOutcome { rows: Vec::new(), ok: Vec::new(), failed: Vec::new(), batch: None };
        tx.because(self.reason.as_deref());
        for (row, line) in self.rows.iter().enumerate() {
            let planned = match plan(tx, line) {
                Ok(planned) => planned,
                Err(e) if e.code == Code::Internal => return Err(e),
                Err(e) => {
                    out.failed.push(BulkFailure { id: line.id, message: e.message.clone() });
                    out.rows.push(BulkLine {
                        row,
                        id: line.id,
                        changes: Vec::new(),
                        refused: Some(e.message),
                    });
                    continue;
                }
            };
            if !planned.changes.is_empty() {
                if !self.dry_run {
                    if out.batch.is_none() {
                        let title = format!("批量修改上架 {} 行", self.rows.len());
                        out.batch = Some(tx.batch(&title)?);
                    }
                    apply(tx, &planned)?;
                }
                if !out.ok.contains(&line.id) {
                    out.ok.push(line.id);
                }
            }
            out.rows.push(BulkLine { row, id: line.id, changes: planned.changes, refused: None });
        }
        Ok(out)
    }
}

fn apply(tx: &mut Tx<'_>, planned: &Planned) -> Result<()> {
    let it = &planned.it;
    set_stock(tx, it, &planned.all, &planned.stock)?;
    let mut set: Touched = Vec::new();
    if let Some(title) = &planned.title {
        note_sync(tx, it, None, "title", &it.title, title, None)?;
        set.push(("title", title.into()));
    }
    if let Some(category) = &planned.category {
        note_sync(tx, it, None, "category", &it.category, category, None)?;
        set.push(("category", category.into()));
    }
    if !planned.prices.is_empty() {
        set_prices(tx, it, None, &planned.all, &planned.prices, "bulk", None)?;
    }
    refresh(tx, it.id, &set)?;
    if planned.title.is_some() {
        index_words(tx, it.id)?;
    }
    Ok(())
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
