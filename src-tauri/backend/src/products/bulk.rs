//! Many products at once: one change over a selection, and the way in for imports.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::lookup::Words;
use super::ops::{Facts, WRITES, act, editable, next_code};
use super::rules::{self, OptionDef, OptionValue, label};
use super::table::{PRODUCT, PRODUCT_STYLE, SKU};
use super::{parts, rules::LIFECYCLE};
use crate::kernel::{BulkInsert, Command, Error, Need, Result, Tx};
use crate::params;
use crate::store::Value;

/// The most products that one command changes.
const MAX: usize = 5000;

/// What a bulk change did.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BulkDone {
    /// Changed.
    pub ok: Vec<i64>,
    /// Not changed, and why.
    pub failed: Vec<Failed>,
    /// For undoing it as a whole.
    pub batch: i64,
}

/// One that was not changed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Failed {
    /// Which.
    pub id: i64,
    /// Why.
    pub message: String,
}

fn check_ids(ids: &[i64]) -> Result<Vec<i64>> {
    if ids.is_empty() || ids.len() > MAX {
        return Err(Error::invalid("ids", format!("请选择 1 到 {MAX} 个产品")));
    }
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// Changes many products the same way, as one batch. Blank keeps what each has.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BulkUpdate {
    /// Which.
    pub ids: Vec<i64>,
    /// What changes; a blank text or an empty list keeps. Titles are not changed in bulk.
    #[serde(default)]
    pub facts: Facts,
    /// Styles that each gets.
    #[serde(default)]
    pub add_styles: Vec<i64>,
    /// Styles that each loses.
    #[serde(default)]
    pub remove_styles: Vec<i64>,
    /// Why.
    #[serde(default)]
    pub reason: Option<String>,
}

impl Command for BulkUpdate {
    type Output = BulkDone;
    const NAME: &'static str = "products.bulk_update";
    const TITLE: &'static str = "批量修改产品";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["product"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let ids = check_ids(&self.ids)?;
        let title = self.facts.title.as_deref().unwrap_or_default();
        if !title.trim().is_empty() {
            return Err(Error::invalid("title", "标题不能批量修改，请逐个产品填写"));
        }
        let facts = Facts { title: None, ..self.facts.clone() };
        let blank = |v: &Value| matches!(v, Value::Text(t) if t.is_empty() || t == "[]");
        let set: Vec<(&str, Value)> =
            facts.columns(tx)?.into_iter().filter(|(_, v)| !blank(v)).collect();
        if set.is_empty() && self.add_styles.is_empty() && self.remove_styles.is_empty() {
            return Err(Error::invalid(
                "facts",
                "没有要改的内容：留空表示保持原样，请至少填写一项",
            ));
        }
        parts::check_styles(tx, &self.add_styles)?;
        tx.because(self.reason.as_deref());
        let batch = tx.batch(&format!("批量修改 {} 个产品", ids.len()))?;
        let mut done = BulkDone { ok: Vec::new(), failed: Vec::new(), batch };
        for id in ids {
            if let Err(e) = editable(tx, id) {
                done.failed.push(Failed { id, message: e.message });
                continue;
            }
            tx.update(&PRODUCT, id, None, &set)?;
            for style in &self.add_styles {
                parts::add_style(tx, id, *style)?;
            }
            for style in &self.remove_styles {
                let link: Option<i64> = tx.maybe(
                    "select id from product_style where product_id = ?1 and style_id = ?2",
                    params![id, *style],
                )?;
                if let Some(link) = link {
                    tx.remove(&PRODUCT_STYLE, link, None)?;
                }
            }
            done.ok.push(id);
        }
        Ok(done)
    }
}

/// Takes a step of the life cycle with many products, as one batch.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActMany {
    /// Which.
    pub ids: Vec<i64>,
    /// `launch`, `clear`, `resume`, `retire`, `reopen`.
    pub action: String,
    /// Why, where the step asks for it.
    #[serde(default)]
    pub reason: Option<String>,
}

impl Command for ActMany {
    type Output = BulkDone;
    const NAME: &'static str = "products.act_many";
    const TITLE: &'static str = "批量改产品状态";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["product"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let ids = check_ids(&self.ids)?;
        let step = LIFECYCLE.steps.iter().find(|s| s.action == self.action).ok_or_else(|| {
            Error::invalid("action", format!("产品没有“{}”这个操作", self.action))
        })?;
        if step.needs_reason && self.reason.as_deref().is_none_or(|r| r.trim().is_empty()) {
            return Err(Error::invalid("reason", format!("“{}”需要写明原因", step.label)));
        }
        tx.because(self.reason.as_deref());
        let batch = tx.batch(&format!("{} {} 个产品", step.label, ids.len()))?;
        let mut done = BulkDone { ok: Vec::new(), failed: Vec::new(), batch };
        for id in ids {
            match act(tx, id, None, &self.action, self.reason.as_deref()) {
                Ok(_) => done.ok.push(id),
                Err(e) => done.failed.push(Failed { id, message: e.message }),
            }
        }
        Ok(done)
    }
}

/// A product to take in.
#[derive(Debug, Clone, Default)]
pub struct NewProduct {
    /// Its code; the next `PD-` number when empty.
    pub code: String,
    /// Title.
    pub title: String,
    /// A leaf category.
    pub category_id: Option<i64>,
    /// Brand.
    pub brand: String,
    /// Season.
    pub season: String,
    /// A state of the life cycle `product`; `ready` when empty.
    pub state: String,
    /// For colleagues.
    pub notes: String,
    /// Its SKUs.
    pub skus: Vec<NewSku>,
}

/// A SKU to take in.
#[derive(Debug, Clone, Default)]
pub struct NewSku {
    /// 商家编码; made from the product's code when empty.
    pub code: String,
    /// Barcode, or empty.
    pub barcode: String,
    /// Its option values; the first SKU's names are the product's options.
    pub options: Vec<OptionValue>,
    /// 分
    pub cost: Option<i64>,
    /// Grams.
    pub weight_g: Option<i64>,
}

/// A nested thing as the text that its column holds.
fn nested(value: &impl Serialize) -> Result<Value> {
    serde_json::to_string(value).map(Value::Text).map_err(Error::internal)
}

/// The SKUs of a new product with their codes and barcodes as they are kept.
fn checked(product: &str, skus: Vec<NewSku>) -> Result<Vec<NewSku>> {
    let many = skus.len() > 1;
    skus.into_iter()
        .enumerate()
        .map(|(i, sku)| {
            let code = if !sku.code.trim().is_empty() {
                rules::check_code("sku", "商家编码", &sku.code)?
            } else if many {
                format!("{product}-{:03}", i + 1)
            } else {
                product.to_owned()
            };
            Ok(NewSku { code, barcode: rules::check_barcode(&sku.barcode)?, ..sku })
        })
        .collect()
}

/// The options of a product that has these SKUs, in the order in which they appear.
fn options_of(skus: &[NewSku]) -> Vec<OptionDef> {
    let mut options: Vec<OptionDef> = Vec::new();
    for one in skus.iter().flat_map(|s| &s.options) {
        match options.iter_mut().find(|o| o.name == one.name) {
            Some(def) if def.values.contains(&one.value) => {}
            Some(def) => def.values.push(one.value.clone()),
            None => {
                options.push(OptionDef { name: one.name.clone(), values: vec![one.value.clone()] });
            }
        }
    }
    options
}

/// Takes many products in fast: one event in the trail for all products and one for all SKUs, and
/// each findable at once. Call [`Intake::done`] at the end. Inside [`Tx::batch`] it can be undone.
pub struct Intake {
    products: BulkInsert,
    skus: BulkInsert,
}

impl Default for Intake {
    fn default() -> Self {
        Self { products: BulkInsert::into(&PRODUCT), skus: BulkInsert::into(&SKU) }
    }
}

impl Intake {
    /// Adds one product with its SKUs; answers its id and theirs. A code or barcode that is taken is
    /// refused by the database as `duplicate`: check with [`super::find_product`] and
    /// [`super::find_sku`] first to say so per row.
    pub fn add(&mut self, tx: &Tx<'_>, new: NewProduct) -> Result<(i64, Vec<i64>)> {
        let code = if new.code.trim().is_empty() {
            next_code(tx)?
        } else {
            rules::check_code("code", "产品编号", &new.code)?
        };
        let title = rules::check_title(&new.title)?;
        let state = if new.state.is_empty() { "ready".to_owned() } else { new.state };
        if LIFECYCLE.state(&state).is_none() {
            return Err(Error::invalid("state", format!("产品没有“{state}”这个状态")));
        }
        let mut words = Words::of(&code, &title);
        let skus = checked(&code, new.skus)?;
        for sku in &skus {
            words.sku(&sku.code, &sku.barcode);
        }
        let id = self.products.add_columns(
            tx,
            [
                ("code", code.into()),
                ("title", title.into()),
                ("category_id", new.category_id.into()),
                ("brand", new.brand.into()),
                ("season", new.season.into()),
                ("state", state.into()),
                ("notes", new.notes.into()),
                ("options", nested(&options_of(&skus))?),
                ("created_by", tx.caller.staff.into()),
                ("created_at", tx.now.into()),
                ("updated_at", tx.now.into()),
            ],
        )?;
        let mut ids = Vec::with_capacity(skus.len());
        for (i, sku) in skus.into_iter().enumerate() {
            ids.push(self.skus.add_columns(
                tx,
                [
                    ("product_id", id.into()),
                    ("code", sku.code.into()),
                    ("barcode", sku.barcode.into()),
                    ("options", nested(&sku.options)?),
                    ("label", label(&sku.options).into()),
                    ("position", i64::try_from(i).unwrap_or(i64::MAX).into()),
                    ("cost", sku.cost.into()),
                    ("weight_g", sku.weight_g.into()),
                    ("created_at", tx.now.into()),
                    ("updated_at", tx.now.into()),
                ],
            )?);
        }
        tx.index_new("product", id, words.text())?;
        Ok((id, ids))
    }

    /// Hands counts and sums to the trail; answers how many products there were.
    pub fn done(self, tx: &mut Tx<'_>) -> u64 {
        let products = self.products.done(tx);
        self.skus.done(tx);
        products
    }
}
