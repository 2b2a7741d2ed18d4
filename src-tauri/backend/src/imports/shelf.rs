//! Listings: what the platform's file says about a shop's shelf, beside what we have.
//!
//! The platform is right about what it sells: item numbers, stock, on sale or not. Prices and titles
//! are ours to decide: what differs is told (平台差异), and what waited on the sync list and is now
//! so on the platform is done.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;
use serde_json::json;
use shopdesk_exchange::records::{ListingStatus, Platform, ProductStatus, SkuOption};
use shopdesk_exchange::{Field as Column, ListingRecord, Money, ProductRecord};

use super::plan::{Class, Columns, PlanRow, Set};
use super::rules::{amount, nearest, or_list};
use crate::kernel::rights::Ask;
use crate::kernel::{BulkInsert, Cx, Error, Module, Result, Tx};
use crate::listings::{LISTING, LISTING_SKU, confirm_from_platform};
use crate::params;
use crate::products::rules::{self as product_rules, OptionValue};
use crate::products::{Intake, NewProduct, NewSku};
use crate::store::with_initials;

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
        if cx.caller.can(Ask::write(module)) {
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

/// One SKU of a listing as the file has it.
#[derive(Debug, Clone)]
struct Line {
    row: u64,
    outer: Option<String>,
    options: Vec<OptionValue>,
    price: Option<Money>,
    qty: Option<i64>,
    barcode: Option<String>,
}

/// One listing as the file has it.
#[derive(Debug, Clone)]
pub(super) struct Item {
    record: usize,
    row: u64,
    product: Option<i64>,
    item_id: Option<String>,
    code: Option<String>,
    title: Option<String>,
    state: Option<&'static str>,
    lines: Vec<Line>,
}

fn values(options: &[SkuOption]) -> Vec<OptionValue> {
    options
        .iter()
        .map(|o| OptionValue { name: o.name.trim().to_owned(), value: o.value.trim().to_owned() })
        .collect()
}

/// The records of a platform's listing file.
pub(super) fn of_listings(records: &[ListingRecord]) -> Vec<Item> {
    records
        .iter()
        .enumerate()
        .map(|(record, r)| {
            let mut lines: Vec<Line> = r
                .variations
                .iter()
                .map(|v| Line {
                    row: v.row,
                    outer: v
                        .code
                        .clone()
                        .or_else(|| r.seller_sku.clone().filter(|_| r.variations.len() == 1)),
                    options: values(&v.options),
                    price: v.price.clone().or_else(|| r.price.clone()),
                    qty: v.stock,
                    barcode: v.barcode.clone(),
                })
                .collect();
            if lines.is_empty() {
                let number = r.product_id.as_ref().filter(|p| p.name != "asin");
                lines.push(Line {
                    row: r.row,
                    outer: r.seller_sku.clone(),
                    options: Vec::new(),
                    price: r.price.clone(),
                    qty: r.quantity,
                    barcode: number.map(|p| p.value.clone()),
                });
            }
            Item {
                record,
                row: r.row,
                product: None,
                item_id: r.asin.clone().or_else(|| r.item_id.clone()),
                code: r.seller_sku.clone(),
                title: r.title.clone(),
                state: match (r.status, r.action) {
                    (Some(ListingStatus::Active), _) => Some("live"),
                    (Some(ListingStatus::Inactive), _) => Some("delisted"),
                    (Some(ListingStatus::Incomplete), _) => Some("preparing"),
                    (None, Some(_)) if r.item_id.is_none() => Some("preparing"),
                    (None, _) => None,
                },
                lines,
            }
        })
        .collect()
}

/// The records of a product file as listings of a shop; `products` are the products they became.
pub(super) fn of_products(records: &[ProductRecord], products: &[Option<i64>]) -> Vec<Item> {
    records
        .iter()
        .enumerate()
        .filter(|(i, r)| {
            let told = r.price.is_some() || r.skus.iter().any(|s| s.price.is_some());
            products.get(*i).is_some_and(Option::is_some) && (told || r.platform_item_id.is_some())
        })
        .map(|(record, r)| {
            let mut lines: Vec<Line> = r
                .skus
                .iter()
                .map(|s| Line {
                    row: s.row,
                    outer: s.code.clone(),
                    options: values(&s.options),
                    price: s.price.clone().or_else(|| r.price.clone()),
                    qty: s.stock,
                    barcode: s.barcode.clone(),
                })
                .collect();
            if lines.is_empty() {
                lines.push(Line {
                    row: r.row,
                    outer: r.code.clone(),
                    options: Vec::new(),
                    price: r.price.clone(),
                    qty: r.stock,
                    barcode: r.barcode.clone(),
                });
            }
            Item {
                record,
                row: r.row,
                product: products.get(record).copied().flatten(),
                item_id: r.platform_item_id.clone(),
                code: r.code.clone(),
                title: Some(r.title.clone()).filter(|t| !t.trim().is_empty()),
                state: Some(match r.status {
                    Some(ProductStatus::OnSale) => "live",
                    Some(ProductStatus::InWarehouse) => "delisted",
                    None if r.platform_item_id.is_some() => "live",
                    None => "planned",
                }),
                lines,
            }
        })
        .collect()
}

#[derive(Debug, Clone, Deserialize)]
struct HaveListing {
    id: i64,
    product_id: i64,
    item_id: String,
    title: String,
    state: String,
}

#[derive(Debug, Clone, Deserialize)]
struct HaveLine {
    id: i64,
    listing_id: i64,
    sku_id: i64,
    outer_id: Option<String>,
    price: i64,
    qty: i64,
}

#[derive(Debug, Clone, Deserialize)]
struct HaveSku {
    id: i64,
    product_id: i64,
    code: String,
    barcode: String,
    label: String,
}

#[derive(Default)]
struct Known {
    by_item: HashMap<String, i64>,
    by_product: HashMap<i64, i64>,
    listings: HashMap<i64, HaveListing>,
    by_outer: HashMap<String, i64>,
    lines: HashMap<i64, HaveLine>,
    lines_of: HashMap<i64, Vec<i64>>,
    skus: HashMap<i64, HaveSku>,
    by_sku: HashMap<String, i64>,
    by_barcode: HashMap<String, i64>,
    skus_of: HashMap<i64, Vec<i64>>,
    product_codes: HashMap<String, i64>,
    sku_codes: Vec<String>,
    stock_waits: HashSet<i64>,
}

impl Known {
    fn of(cx: &Cx<'_>, shop: &ShopFacts, items: &[Item]) -> Result<Self> {
        let mut known = Self::default();
        let lines = || items.iter().flat_map(|i| &i.lines);
        let codes: Vec<&str> = items
            .iter()
            .filter_map(|i| i.code.as_deref())
            .chain(lines().filter_map(|l| l.outer.as_deref()))
            .collect();
        let codes = json!(codes).to_string();
        let barcodes: Vec<&str> = lines().filter_map(|l| l.barcode.as_deref()).collect();
        let numbers: Vec<&str> = items.iter().filter_map(|i| i.item_id.as_deref()).collect();
        let mut products: Vec<i64> = items.iter().filter_map(|i| i.product).collect();
        let outer: Vec<(String, i64)> = cx.all(
            "select k.outer_id, k.listing_id from json_each(?1) j join listing_sku k
             on k.shop_id = ?2 and k.outer_id = j.value",
            params![&codes, shop.id],
        )?;
        let mut wanted: Vec<i64> = outer.iter().map(|(_, listing)| *listing).collect();
        let named: Vec<HaveSku> = cx.all(
            "select s.id, s.product_id, s.code, s.barcode, s.label
             from json_each(?1) j join sku s on s.code = j.value",
            params![&codes],
        )?;
        let barred: Vec<HaveSku> = cx.all(
            "select s.id, s.product_id, s.code, s.barcode, s.label from json_each(?1) j
             join sku s on s.barcode = j.value and s.barcode <> ''",
            params![json!(barcodes).to_string()],
        )?;
        let coded: Vec<(String, i64)> = cx.all(
            "select p.code, p.id from json_each(?1) j join product p on p.code = j.value",
            params![&codes],
        )?;
        products.extend(named.iter().chain(&barred).map(|s| s.product_id));
        products.extend(coded.iter().map(|(_, id)| *id));
        known.product_codes = coded.into_iter().collect();
        let by_item: Vec<i64> = cx.all(
            "select l.id from json_each(?1) j join listing l
             on l.item_id = j.value and l.item_id <> ''
             where l.shop_id = ?2 and l.state <> 'deleted'",
            params![json!(numbers).to_string(), shop.id],
        )?;
        wanted.extend(by_item);
        let ids: Vec<i64> = cx.all(
            "select l.id from json_each(?1) j join listing l
             on l.product_id = j.value and l.shop_id = ?2 and l.state <> 'deleted'",
            params![json!(products).to_string(), shop.id],
        )?;
        wanted.extend(ids);
        let wanted = json!(wanted).to_string();
        let found: Vec<HaveListing> = cx.all(
            "select l.id, l.product_id, l.item_id, l.title, l.state
             from listing l where l.id in (select value from json_each(?1)) and l.state <> 'deleted'",
            params![&wanted],
        )?;
        for listing in found {
            products.push(listing.product_id);
            known.by_product.insert(listing.product_id, listing.id);
            if !listing.item_id.is_empty() {
                known.by_item.insert(listing.item_id.clone(), listing.id);
            }
            known.listings.insert(listing.id, listing);
        }
        let lines: Vec<HaveLine> = cx.all(
            "select k.id, k.listing_id, k.sku_id, k.outer_id, k.price, k.qty from listing_sku k
             where k.listing_id in (select value from json_each(?1))",
            params![&wanted],
        )?;
        for line in lines {
            known.lines_of.entry(line.listing_id).or_default().push(line.id);
            if let Some(outer) = &line.outer_id {
                known.by_outer.insert(outer.clone(), line.id);
            }
            known.lines.insert(line.id, line);
        }
        known.stock_waits = cx
            .all::<i64>(
                "select y.listing_sku_id from sync_item y where y.done_at is null
                    and y.kind = 'stock' and y.listing_sku_id is not null
                    and y.listing_id in (select value from json_each(?1))",
                params![&wanted],
            )?
            .into_iter()
            .collect();
        products.sort_unstable();
        products.dedup();
        let skus: Vec<HaveSku> = cx.all(
            "select s.id, s.product_id, s.code, s.barcode, s.label
             from json_each(?1) j join sku s on s.product_id = j.value order by s.position, s.id",
            params![json!(products).to_string()],
        )?;
        for sku in skus {
            known.skus_of.entry(sku.product_id).or_default().push(sku.id);
            known.by_sku.insert(sku.code.clone(), sku.id);
            if !sku.barcode.is_empty() {
                known.by_barcode.insert(sku.barcode.clone(), sku.id);
            }
            known.skus.insert(sku.id, sku);
        }
        Ok(known)
    }

    /// The codes a mistyped one may have meant; asked for once, when the first unknown one turns up.
    fn near(&mut self, cx: &Cx<'_>, wanted: &str) -> Result<Vec<String>> {
        if self.sku_codes.is_empty() {
            self.sku_codes =
                cx.all("select code from sku order by id desc limit 20000", params![])?;
        }
        Ok(nearest(wanted, self.sku_codes.iter().map(String::as_str)))
    }

    fn product_of(&self, item: &Item) -> Option<i64> {
        let sku = |code: &String| self.by_sku.get(code).or_else(|| self.by_barcode.get(code));
        let owner = |id: &i64| self.skus.get(id).map(|s| s.product_id);
        item.product
            .or_else(|| {
                item.lines
                    .iter()
                    .filter_map(|l| l.outer.as_ref())
                    .find_map(|c| owner(self.by_sku.get(c)?))
            })
            .or_else(|| item.code.as_ref().and_then(|c| self.product_codes.get(c)).copied())
            .or_else(|| {
                item.lines.iter().filter_map(|l| l.barcode.as_ref()).find_map(|c| owner(sku(c)?))
            })
    }

    /// The SKU of a product that a line means.
    fn sku_of(&self, product: i64, line: &Line) -> Option<i64> {
        let mine = self.skus_of.get(&product).map(Vec::as_slice).unwrap_or_default();
        let label = product_rules::label(&line.options);
        let find = |test: &dyn Fn(&HaveSku) -> bool| {
            mine.iter().filter_map(|id| self.skus.get(id)).find(|s| test(s)).map(|s| s.id)
        };
        find(&|s| line.outer.as_ref() == Some(&s.code))
            .or_else(|| find(&|s| line.barcode.as_ref().is_some_and(|b| *b == s.barcode)))
            .or_else(|| find(&|s| !label.is_empty() && s.label == label))
            .or_else(|| mine.first().copied().filter(|_| mine.len() == 1))
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
            row.change(&format!("库存（{code}）"), there.qty.to_string(), qty.to_string());
            change.push(("qty", qty.into()));
        }
        if let Some(price) = *price {
            if there.price == 0 || (early && price != there.price) {
                row.change(
                    &format!("售价（{code}）"),
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
    let title = match product_rules::check_title(&title) {
        Ok(title) => title,
        Err(_) => {
            let why = "店里没有这个产品，文件里又没有标题，没法建档。请补上标题，或先建好产品";
            row.problems.push(columns.problem(item.row, Column::Title, "", why));
            return Ok(None);
        }
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

/// Does what was planned.
pub(super) fn apply(tx: &mut Tx<'_>, planned: Vec<Shelved>, shop: &ShopFacts) -> Result<()> {
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
            let (product, skus) = intake.add(tx, &new)?;
            put.product = Some(product);
            made.insert(i, skus);
        }
    }
    intake.done(tx);
    let mut listings = BulkInsert::into(&LISTING);
    let mut of_product: HashMap<i64, i64> = HashMap::new();
    let mut fresh: HashSet<i64> = HashSet::new();
    let mut homes: Vec<i64> = Vec::with_capacity(puts.len());
    for put in &puts {
        let product = put.product.unwrap_or_default();
        let home = match put.listing.or_else(|| of_product.get(&product).copied()) {
            Some(id) => id,
            None => {
                let id = add_listing(tx, &mut listings, shop, put, product)?;
                of_product.insert(product, id);
                fresh.insert(id);
                id
            }
        };
        homes.push(home);
    }
    listings.done(tx);
    let mut lines = BulkInsert::into(&LISTING_SKU);
    let mut changed: Vec<i64> = Vec::new();
    for (i, (put, home)) in puts.iter().zip(&homes).enumerate() {
        if !put.set.is_empty() {
            tx.update(&LISTING, *home, None, &put.set)?;
        }
        if !fresh.contains(home) || put.listing.is_some() {
            changed.push(*home);
        }
        for line in &put.lines {
            if let Some(known) = line.known {
                tx.update(&LISTING_SKU, known, None, &line.set)?;
                continue;
            }
            let sku = match line.sku {
                SkuAt::Known(id) => id,
                SkuAt::Made(n) => made
                    .get(&i)
                    .and_then(|ids| ids.get(n).copied())
                    .ok_or_else(|| Error::internal("a listing line without its SKU"))?,
            };
            lines.add(
                tx,
                &json!({
                    "listing_id": home, "shop_id": shop.id, "sku_id": sku, "outer_id": line.outer,
                    "price": line.price.unwrap_or(0), "qty": line.qty.unwrap_or(0),
                    "created_at": tx.now, "updated_at": tx.now,
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

fn add_listing(
    tx: &Tx<'_>,
    bulk: &mut BulkInsert,
    shop: &ShopFacts,
    put: &Put,
    product: i64,
) -> Result<i64> {
    let (code, product_title): (String, String) =
        tx.one("select code, title from product where id = ?1", params![product])?;
    let title =
        if put.title.trim().is_empty() { product_title } else { put.title.trim().to_owned() };
    let qty: i64 = put.lines.iter().filter_map(|l| l.qty).sum();
    let live_at = (put.state == "live").then_some(tx.now);
    let delisted_at = (put.state == "delisted").then_some(tx.now);
    let id = bulk.add(
        tx,
        &json!({
            "product_id": product, "shop_id": shop.id, "channel_id": shop.channel_id,
            "item_id": put.item_id, "title": title, "state": put.state, "currency": shop.currency,
            "price": put.lines.iter().filter_map(|l| l.price).min().unwrap_or(0),
            "qty": qty, "sku_count": put.lines.len(),
            "live_at": live_at, "delisted_at": delisted_at,
            "created_at": tx.now, "updated_at": tx.now,
        }),
    )?;
    let outer: Vec<&str> = put.lines.iter().filter_map(|l| l.outer.as_deref()).collect();
    let words = with_initials(&title);
    tx.index_new("listing", id, &format!("{words} {code} {} {}", put.item_id, outer.join(" ")))?;
    Ok(id)
}

/// A changed listing's sums over its SKUs.
fn recount(tx: &mut Tx<'_>, id: i64) -> Result<()> {
    let (qty, count, price): (i64, i64, Option<i64>) = tx.one(
        "select coalesce(sum(qty), 0), count(*), min(price) from listing_sku where listing_id = ?1",
        params![id],
    )?;
    let mut set: Set = vec![("qty", qty.into()), ("sku_count", count.into())];
    if let Some(price) = price {
        set.push(("price", price.into()));
    }
    tx.update(&LISTING, id, None, &set)?;
    Ok(())
}

/// Tells the listings room what the platform says.
fn confirm(tx: &mut Tx<'_>, says: Vec<(i64, Option<i64>, &'static str, String)>) -> Result<()> {
    for (listing, sku, kind, value) in says {
        confirm_from_platform(tx, listing, sku, kind, &value)?;
    }
    Ok(())
}

/// The listings of a batch, for the index.
pub(super) fn of_batch(cx: &Cx<'_>, batch: i64) -> Result<Vec<i64>> {
    cx.all(
        "select l.id from audit_event e join audit_bulk b on b.seq = e.seq and b.entity = 'listing'
         join listing l on l.id between b.first and b.last where e.batch_id = ?1",
        params![batch],
    )
}

/// Takes the words of listings that are gone out of the index.
pub(super) fn unindex_gone(tx: &Tx<'_>, ids: &[i64]) -> Result<()> {
    for id in ids {
        let there: bool =
            tx.one("select exists (select 1 from listing where id = ?1)", params![*id])?;
        if !there {
            tx.unindex("listing", *id)?;
        }
    }
    Ok(())
}
