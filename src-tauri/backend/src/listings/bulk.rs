//! Many listings at once, as pasted from a table.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::change::{self, Touched, refresh, set_prices};
use super::edit::check_title;
use super::ops::{WRITES, money, regions};
use super::rules::{parse_price, parse_qty, title_warnings};
use super::skus::{pick, set_stock, stock_allowed};
use super::table::{Channel, LISTING, Listing, Sku, skus_of};
use super::told::note_edits;
use crate::kernel::{Code, Command, Cx, Error, Need, Result, Tx};
use crate::params;

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
    /// The listing; 0 when it is named otherwise.
    pub id: i64,
    /// Or the platform's number of it …
    pub item_id: Option<String>,
    /// … in this shop (its code or name), where the number or 商家编码 is used in several.
    pub shop: Option<String>,
    /// Only the SKU with this 商家编码; all SKUs when blank. Alone it names the listing as well.
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
    /// The listing; 0 when none was found.
    pub id: i64,
    /// Its title.
    pub title: String,
    /// What changes.
    pub changes: Vec<BulkChange>,
    /// What was put right or may not be taken by the platform.
    pub notes: Vec<String>,
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
    notes: Vec<String>,
}

fn cell(text: Option<&String>) -> Option<&str> {
    text.map(|t| t.trim()).filter(|t| !t.is_empty())
}

/// The listing that a row means: by its id, else by the platform's number, else by 商家编码.
fn meant(cx: &Cx<'_>, row: &BulkRow) -> Result<i64> {
    if row.id > 0 {
        return Ok(row.id);
    }
    let scope = regions(cx, "l.channel_id").unwrap_or_else(|| "1 = 1".to_owned());
    let shop = cell(row.shop.as_ref());
    let (column, field, label, text) =
        match (cell(row.item_id.as_ref()), cell(row.outer_id.as_ref())) {
            (Some(item), _) => ("l.item_id", "item_id", "平台商品ID", item),
            (None, Some(outer)) => ("k.outer_id", "outer_id", "商家编码", outer),
            (None, None) => {
                return Err(Error::invalid(
                    "id",
                    "这一行没有写是哪一件：请填上架号、平台商品ID或商家编码",
                ));
            }
        };
    let found: Vec<(i64, String)> = cx.all(
        &format!(
            "select distinct l.id, s.name from listing l join shop s on s.id = l.shop_id
             left join listing_sku k on k.listing_id = l.id
             where {column} = ?1 and l.state <> 'deleted' and {scope}
                and (?2 is null or s.code = ?2 or s.name = ?2)
             order by l.id limit 10"
        ),
        params![text, shop],
    )?;
    match found.as_slice() {
        [(id, _)] => Ok(*id),
        [] => Err(Error::invalid(
            field,
            match shop {
                Some(shop) => format!("店铺“{shop}”里没有{label}“{text}”，请核对店铺和编码"),
                None => format!("没有{label}是“{text}”的上架商品，请核对"),
            },
        )),
        many => Err(Error::invalid(
            "shop",
            format!(
                "{label}“{text}”在 {} 家店都有（{}），请加一列店铺",
                many.len(),
                many.iter().map(|(_, s)| s.as_str()).collect::<Vec<_>>().join("、")
            ),
        )),
    }
}

fn plan(cx: &Cx<'_>, row: &BulkRow) -> Result<Planned> {
    let it = Listing::of(cx, meant(cx, row)?)?;
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
        notes: Vec::new(),
        all,
        it,
    };
    let it = &out.it;
    if let Some(text) = cell(row.price.as_ref()) {
        let amount = parse_price(text, money(0, &it.currency).currency)?;
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
            if title.chars().count() < text.chars().count() {
                out.notes.push("标题里看不见的字符和多余的空格已去掉".to_owned());
            }
            out.notes.extend(title_warnings(&title));
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
                        title: String::new(),
                        changes: Vec::new(),
                        notes: Vec::new(),
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
                if !out.ok.contains(&planned.it.id) {
                    out.ok.push(planned.it.id);
                }
            }
            out.rows.push(BulkLine {
                row,
                id: planned.it.id,
                title: planned.it.title,
                changes: planned.changes,
                notes: planned.notes,
                refused: None,
            });
        }
        Ok(out)
    }
}

fn apply(tx: &mut Tx<'_>, planned: &Planned) -> Result<()> {
    let it = &planned.it;
    set_stock(tx, it, &planned.all, &planned.stock)?;
    let mut set: Touched = Vec::new();
    if let Some(title) = &planned.title {
        set.push(("title", title.into()));
    }
    if let Some(category) = &planned.category {
        set.push(("category", category.into()));
    }
    if !planned.prices.is_empty() {
        set_prices(tx, it, None, &planned.all, &planned.prices, "bulk", None)?;
    }
    refresh(tx, it.id, &set)?;
    note_edits(tx, it)?;
    Ok(())
}
