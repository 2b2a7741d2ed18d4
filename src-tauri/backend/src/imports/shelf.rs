//! Listings: what the platform's file says about a shop's shelf, beside what we have.
//!
//! The platform is right about what it sells: item numbers, stock, on sale or not. Prices and titles
//! are ours to decide: what differs is told (平台差异), and what waited on the sync list and is now
//! so on the platform is done.

mod apply;
mod item;
mod known;

use std::collections::HashMap;

use serde::Deserialize;
use shopdesk_exchange::records::Platform;
use shopdesk_exchange::{Field as Column, Format, ListingRecord};

pub(super) use self::apply::apply;
use self::item::Line;
pub(super) use self::item::{Item, is_counted, is_listed, of_listings, of_products};
use self::known::Known;
use super::plan::{Class, Columns, PlanRow, Problem, Set};
use super::rules::{amount, or_list};
use crate::kernel::rights::Ask;
use crate::kernel::{Cx, Error, Module, Result};
use crate::params;
use crate::products::rules as product_rules;
use crate::products::{NewProduct, NewSku};

/// The shop that a file belongs to.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct ShopFacts {
    pub id: i64,
    pub name: String,
    pub active: bool,
    pub channel_id: i64,
    pub channel: String,
    pub channel_title: String,
    pub region: String,
    pub currency: String,
}

impl ShopFacts {
    /// The shop with this id.
    pub fn of(cx: &Cx<'_>, id: i64) -> Result<Self> {
        cx.maybe(
            "select s.id, s.name, s.active, s.channel_id, c.code as channel,
                c.title as channel_title, c.region, c.currency
             from shop s join channel c on c.id = s.channel_id where s.id = ?1",
            params![id],
        )?
        .ok_or_else(|| Error::not_found("店铺", id))
    }

    /// The one active shop on the platform whose file this is, where there is exactly one.
    pub fn only_one_for(cx: &Cx<'_>, format: Format) -> Result<Option<Self>> {
        let code = match format {
            Format::AmazonAllListings
            | Format::AmazonOpenListings
            | Format::AmazonInventoryLoader => "amazon",
            Format::EbayListing => "ebay",
            _ => return Ok(None),
        };
        let shops: Vec<i64> = cx.all(
            "select s.id from shop s join channel c on c.id = s.channel_id
             where s.active = 1 and lower(c.code) like ?1 limit 2",
            params![format!("%{code}%")],
        )?;
        match shops.as_slice() {
            [only] => Self::of(cx, *only).map(Some),
            _ => Ok(None),
        }
    }

    /// Refuses who may not change this shop's listings, and shops that are closed.
    pub fn may_write(&self, cx: &Cx<'_>) -> Result<()> {
        if !self.active {
            return Err(Error::conflict(
                "inactive",
                format!("店铺“{}”已停用，不能导入。请选别的店铺，或先启用它", self.name),
            ));
        }
        let module = if self.region == "overseas" {
            Module::ListingsOverseas
        } else {
            Module::ListingsDomestic
        };
        if cx.caller.goes_on_with(Ask::write(module)) {
            return Ok(());
        }
        Err(Error::forbidden(format!(
            "你现在的岗位没有“{}”的编辑权限，不能往店铺“{}”导入上架商品。请联系运营主管",
            module.title(),
            self.name
        )))
    }

    /// Why a file of that platform cannot be this shop's, if it cannot.
    pub fn mismatch(&self, records: &[ListingRecord]) -> Option<String> {
        let platform = records.first()?.platform;
        let (name, code) = match platform {
            Platform::Amazon => ("Amazon", "amazon"),
            Platform::Ebay => ("eBay", "ebay"),
            _ => return None,
        };
        (!self.channel.to_lowercase().contains(code)).then(|| {
            format!(
                "这是 {name} 的文件，但店铺“{}”在{}。请改选 {name} 的店铺",
                self.name, self.channel_title
            )
        })
    }
}

/// Where a line's SKU is, or will be.
#[derive(Debug, Clone, Copy)]
enum SkuAt {
    Known(i64),
    /// The n-th of the product that is made with it.
    Made(usize),
}

#[derive(Debug)]
struct PutLine {
    known: Option<i64>,
    sku: SkuAt,
    outer: Option<String>,
    price: Option<i64>,
    qty: Option<i64>,
    set: Set,
}

#[derive(Debug)]
struct Put {
    listing: Option<i64>,
    product: Option<i64>,
    make: Option<NewProduct>,
    set: Set,
    item_id: String,
    title: String,
    state: &'static str,
    lines: Vec<PutLine>,
}

/// A listing with its plan.
#[derive(Debug)]
pub(super) struct Shelved {
    pub row: PlanRow,
    pub record: usize,
    put: Option<Put>,
    /// What the platform says of prices and titles: (listing, its SKU, what, value).
    says: Vec<(i64, Option<i64>, &'static str, String)>,
}

/// What each listing of a file would do in the shop. Nothing is written.
pub(super) fn plan(
    cx: &Cx<'_>,
    items: &[Item],
    columns: &Columns,
    shop: &ShopFacts,
    create: bool,
) -> Result<Vec<Shelved>> {
    let mut known = Known::of(cx, shop, items)?;
    let mut outers: HashMap<String, u64> = HashMap::new();
    let mut out = Vec::with_capacity(items.len());
    for item in items {
        out.push(one(cx, &mut known, &mut outers, columns, shop, item, create)?);
    }
    Ok(out)
}

fn one(
    cx: &Cx<'_>,
    known: &mut Known,
    outers: &mut HashMap<String, u64>,
    columns: &Columns,
    shop: &ShopFacts,
    item: &Item,
    create: bool,
) -> Result<Shelved> {
    let key = item.code.clone().or_else(|| item.item_id.clone()).unwrap_or_default();
    let mut row = PlanRow::new(item.row, key.clone(), item.title.clone().unwrap_or_default());
    row.rows.extend(item.lines.iter().map(|l| l.row).filter(|r| *r != item.row));
    row.rows.dedup();
    let mut prices: Vec<Option<i64>> = Vec::new();
    for line in &item.lines {
        if let Some(outer) = &line.outer
            && let Some(before) = outers.insert(outer.clone(), line.row)
        {
            let why = format!("SKU 编码和第 {before} 行重复，同一家店里一个编码只能有一行");
            row.problems.push(columns.problem(line.row, Column::SkuCode, outer, why));
        }
        prices.push(price(&mut row, columns, shop, line));
        if line.qty.is_some_and(|q| q < 0) {
            let text = line.qty.unwrap_or_default().to_string();
            let why = "库存不能是负数，请改成 0 或正数";
            row.problems.push(columns.problem(line.row, Column::Stock, text, why));
        }
    }
    let listing = item
        .item_id
        .as_ref()
        .and_then(|id| known.by_item.get(id))
        .or_else(|| {
            let line = item.lines.iter().find_map(|l| known.by_outer.get(l.outer.as_ref()?))?;
            known.lines.get(line).map(|l| &l.listing_id)
        })
        .copied();
    let product = listing
        .and_then(|id| known.listings.get(&id))
        .map(|l| l.product_id)
        .or_else(|| known.product_of(item));
    let listing = listing.or_else(|| product.and_then(|p| known.by_product.get(&p)).copied());

    let Some(product) = product else {
        let made = unknown(cx, known, &mut row, columns, item, create)?;
        return Ok(finish(
            row,
            item,
            made.map(|make| new_listing(item, None, Some(make), &prices, &[])),
            Vec::new(),
        ));
    };
    let mut skus: Vec<Option<i64>> = Vec::new();
    for line in &item.lines {
        let at = line
            .outer
            .as_ref()
            .and_then(|o| known.by_outer.get(o))
            .and_then(|id| known.lines.get(id))
            .filter(|l| Some(l.listing_id) == listing)
            .map(|l| l.sku_id);
        let sku = at.or_else(|| known.sku_of(product, line));
        if sku.is_none() {
            let code = line.outer.clone().unwrap_or_else(|| product_rules::label(&line.options));
            let near = known.near(cx, &code)?;
            let hint = if near.is_empty() {
                String::new()
            } else {
                format!("，相近的有 {}", or_list(&near))
            };
            let why =
                format!("产品里没有 SKU“{code}”{hint}；请先在产品里建好这个 SKU，或改成已有的编码");
            let mut problem = columns.problem(line.row, Column::SkuCode, code, why);
            problem.nearest = near;
            row.problems.push(problem);
        }
        skus.push(sku);
    }
    let Some(have) = listing.and_then(|id| known.listings.get(&id)).cloned() else {
        if item.only_counted {
            row.warnings.push(not_on_sale(columns, shop, item.row));
            return Ok(finish(row, item, None, Vec::new()));
        }
        let put = new_listing(item, Some(product), None, &prices, &skus);
        row.change("上架", "", format!("{}：{} 个 SKU", shop.name, item.lines.len()));
        if let Some(low) = prices.iter().flatten().min() {
            row.change("售价", "", amount(*low, &shop.currency));
        }
        return Ok(finish(row, item, Some(put), Vec::new()));
    };
    let mut set: Set = Vec::new();
    let mut says = Vec::new();
    if row.title.is_empty() {
        row.title.clone_from(&have.title);
    }
    if let Some(number) = item.item_id.as_deref().filter(|n| have.item_id != *n) {
        if have.item_id.is_empty() {
            row.change("平台商品ID", "", number);
            set.push(("item_id", number.into()));
        } else {
            let why = format!(
                "店里这个商品的平台商品 ID 是 {}，文件里是 {number}，没有改动",
                have.item_id
            );
            row.warnings.push(columns.problem(item.row, Column::PlatformItemId, number, why));
        }
    }
    let early = matches!(have.state.as_str(), "planned" | "preparing" | "ready");
    match item.state {
        Some("live") if have.state != "live" => {
            row.change("状态", state_label(&have.state), "在售");
            set.push(("state", "live".into()));
            set.push(("live_at", cx.now.into()));
        }
        Some("delisted") if have.state == "live" => {
            row.change("状态", "在售", "已下架");
            set.push(("state", "delisted".into()));
            set.push(("delisted_at", cx.now.into()));
        }
        _ => {}
    }
    if let Some(title) = item.title.as_deref().map(str::trim).filter(|t| !t.is_empty()) {
        if have.title.is_empty() || (early && item.product.is_none()) {
            if have.title != title {
                row.change("标题", &have.title, title);
                set.push(("title", title.into()));
            }
        } else {
            says.push((have.id, None, "title", title.to_owned()));
            if have.title != title {
                let why = format!(
                    "平台上的标题和店里的不同（店里：{}），记入平台差异，没有改动",
                    have.title
                );
                row.warnings.push(columns.problem(item.row, Column::Title, title, why));
            }
        }
    }
    let mut lines = Vec::new();
    for ((line, price), sku) in item.lines.iter().zip(&prices).zip(&skus) {
        let Some(sku) = *sku else { continue };
        let mine = known.lines_of.get(&have.id).map(Vec::as_slice).unwrap_or_default();
        let there = mine.iter().filter_map(|id| known.lines.get(id)).find(|l| l.sku_id == sku);
        let Some(there) = there else {
            row.change("上架 SKU", "", line.outer.clone().unwrap_or_default());
            lines.push(PutLine {
                known: None,
                sku: SkuAt::Known(sku),
                outer: line.outer.clone(),
                price: *price,
                qty: line.qty,
                set: Vec::new(),
            });
            continue;
        };
        let mut change: Set = Vec::new();
        let code = there.outer_id.clone().or_else(|| line.outer.clone()).unwrap_or_default();
        if let (None, Some(outer)) = (&there.outer_id, &line.outer) {
            row.change("商家编码", "", outer);
            change.push(("outer_id", outer.clone().into()));
        }
        if let Some(qty) = line.qty.filter(|_| known.stock_waits.contains(&there.id)) {
            says.push((have.id, Some(there.id), "stock", qty.to_string()));
            if qty != there.qty {
                let why =
                    format!("店里改成了 {}，还在待同步；平台上仍是 {qty}，没有改动", there.qty);
                row.warnings.push(columns.problem(line.row, Column::Stock, qty.to_string(), why));
            }
        } else if let Some(qty) = line.qty.filter(|q| *q != there.qty) {
            row.change(format!("库存（{code}）"), there.qty.to_string(), qty.to_string());
            change.push(("qty", qty.into()));
        }
        if let Some(price) = *price {
            if there.price == 0 || (early && price != there.price) {
                row.change(
                    format!("售价（{code}）"),
                    amount(there.price, &shop.currency),
                    amount(price, &shop.currency),
                );
                change.push(("price", price.into()));
            } else {
                says.push((have.id, Some(there.id), "price", amount(price, &shop.currency)));
                if price != there.price {
                    let why = format!(
                        "平台上是 {}，店里是 {}，记入平台差异，没有改动",
                        amount(price, &shop.currency),
                        amount(there.price, &shop.currency)
                    );
                    row.warnings.push(columns.problem(
                        line.row,
                        Column::Price,
                        amount(price, &shop.currency),
                        why,
                    ));
                }
            }
        }
        if !change.is_empty() {
            lines.push(PutLine {
                known: Some(there.id),
                sku: SkuAt::Known(sku),
                outer: None,
                price: None,
                qty: None,
                set: change,
            });
        }
    }
    let put = (!set.is_empty() || !lines.is_empty()).then(|| Put {
        listing: Some(have.id),
        product: Some(product),
        make: None,
        set,
        item_id: String::new(),
        title: String::new(),
        state: "live",
        lines,
    });
    Ok(finish(row, item, put, says))
}

fn state_label(code: &str) -> &str {
    crate::listings::LISTING_LIFE.label(code)
}

fn price(row: &mut PlanRow, columns: &Columns, shop: &ShopFacts, line: &Line) -> Option<i64> {
    let money = line.price.as_ref()?;
    if money.currency != shop.currency {
        let why = format!(
            "价格是 {}，店铺“{}”用 {}。请核对选的店铺，或在导入时选对币种",
            money.currency, shop.name, shop.currency
        );
        let text = amount(money.amount, &money.currency);
        row.problems.push(columns.problem(line.row, Column::Price, text, why));
        return None;
    }
    if money.amount <= 0 {
        let text = amount(money.amount, &money.currency);
        row.problems.push(columns.problem(line.row, Column::Price, text, "售价要大于 0"));
        return None;
    }
    Some(money.amount)
}

/// A listing whose product the shop does not know: made when the person allows it.
fn unknown(
    cx: &Cx<'_>,
    known: &mut Known,
    row: &mut PlanRow,
    columns: &Columns,
    item: &Item,
    create: bool,
) -> Result<Option<NewProduct>> {
    let code = item
        .lines
        .iter()
        .find_map(|l| l.outer.clone())
        .or_else(|| item.code.clone())
        .unwrap_or_default();
    if !create {
        let near = known.near(cx, &code)?;
        let hint = if near.is_empty() {
            String::new()
        } else {
            format!("相近的有 {}；", or_list(&near))
        };
        let why = format!("店里没有这个 SKU，{hint}请改成已有的编码，或勾选“没有的产品自动建档”");
        let mut problem = columns.problem(item.row, Column::SkuCode, code, why);
        problem.nearest = near;
        row.problems.push(problem);
        return Ok(None);
    }
    if !cx.caller.can(Ask::write(Module::Products)) {
        let why = "店里没有这个 SKU，你现在的岗位不能新建产品，请联系产品同事";
        row.problems.push(columns.problem(item.row, Column::SkuCode, code, why));
        return Ok(None);
    }
    let title: String = item.title.clone().unwrap_or_default().chars().take(120).collect();
    let Ok(title) = product_rules::check_title(&title) else {
        let why = "店里没有这个产品，文件里又没有标题，没法建档。请补上标题，或先建好产品";
        row.problems.push(columns.problem(item.row, Column::Title, "", why));
        return Ok(None);
    };
    for line in &item.lines {
        if let Some(outer) = &line.outer
            && let Err(e) = product_rules::check_code("sku", "SKU 编码", outer)
        {
            row.problems.push(columns.problem(line.row, Column::SkuCode, outer, e.message));
        }
    }
    row.change("新产品", "", &title);
    row.change("上架 SKU", "", format!("{} 个", item.lines.len()));
    let good = |b: &String| product_rules::check_barcode(b).ok();
    Ok(Some(NewProduct {
        code: item.code.clone().or(Some(code)).unwrap_or_default(),
        title,
        skus: item
            .lines
            .iter()
            .map(|l| NewSku {
                code: l.outer.clone().unwrap_or_default(),
                barcode: l
                    .barcode
                    .as_ref()
                    .filter(|b| !known.by_barcode.contains_key(*b))
                    .and_then(good)
                    .unwrap_or_default(),
                options: l.options.clone(),
                ..NewSku::default()
            })
            .collect(),
        ..NewProduct::default()
    }))
}

/// A count of what a shop does not sell.
pub(super) fn not_on_sale(columns: &Columns, shop: &ShopFacts, row: u64) -> Problem {
    let why = format!("“{}”没有上架这个商品，库存没有写入。要上架请加上售价列", shop.name);
    columns.problem(row, Column::Stock, "", why)
}

fn new_listing(
    item: &Item,
    product: Option<i64>,
    make: Option<NewProduct>,
    prices: &[Option<i64>],
    skus: &[Option<i64>],
) -> Put {
    let lines = item
        .lines
        .iter()
        .enumerate()
        .map(|(i, line)| PutLine {
            known: None,
            sku: skus.get(i).copied().flatten().map_or(SkuAt::Made(i), SkuAt::Known),
            outer: line.outer.clone(),
            price: prices.get(i).copied().flatten(),
            qty: line.qty,
            set: Vec::new(),
        })
        .collect();
    Put {
        listing: None,
        product,
        make,
        set: Vec::new(),
        item_id: item.item_id.clone().unwrap_or_default(),
        title: item.title.clone().unwrap_or_default(),
        state: item.state.unwrap_or("live"),
        lines,
    }
}

fn finish(
    mut row: PlanRow,
    item: &Item,
    put: Option<Put>,
    says: Vec<(i64, Option<i64>, &'static str, String)>,
) -> Shelved {
    if !row.problems.is_empty() {
        row.class = Class::Error;
        return Shelved { row, record: item.record, put: None, says: Vec::new() };
    }
    row.class = match &put {
        None => Class::Unchanged,
        Some(put) if put.listing.is_none() => Class::New,
        Some(_) => Class::Update,
    };
    Shelved { row, record: item.record, put, says }
}
