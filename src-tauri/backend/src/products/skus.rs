//! SKUs: the matrix of a product's options, and one SKU's code, barcode, cost and weight.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::lookup::find_sku;
use super::ops::{WRITES, editable};
use super::rules::{self, OptionDef, OptionValue, SKU_STATES};
use super::table::{Fen, PRODUCT, Product, SKU, cost_of};
use crate::kernel::{Command, Cx, Error, Field, Money, Need, Result, Sealed, Tx};
use crate::params;
use crate::store::Value;

/// A SKU in its product.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct SkuView {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// 商家编码
    pub code: String,
    /// Barcode, or empty.
    pub barcode: String,
    /// Its option values.
    pub options: Vec<OptionValue>,
    /// `黑 / M`
    pub label: String,
    /// What it costs.
    #[schemars(with = "Sealed<Option<Fen>>")]
    pub cost: Sealed<Option<Fen>>,
    /// Grams.
    pub weight_g: Option<i64>,
    /// `active` or `stopped`.
    pub state: String,
}

pub(super) fn of(cx: &Cx<'_>, product: i64) -> Result<Vec<SkuView>> {
    let mut skus: Vec<SkuView> = cx.all(
        "select id, version, code, barcode, options, label, cost, weight_g, state
         from sku where product_id = ?1 order by position, id",
        params![product],
    )?;
    for sku in &mut skus {
        sku.cost.open_for(cx.caller, Field::Cost);
    }
    Ok(skus)
}

/// Sets the options of a product and makes the SKUs that are missing. SKUs that are there stay as
/// they are, also those that the new options no longer name.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MakeSkus {
    /// The product.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// Options with their values; none makes one SKU without options.
    pub options: Vec<OptionDef>,
}

/// What the matrix did.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MatrixDone {
    /// The product's version now.
    pub version: i64,
    /// SKUs made.
    pub made: Vec<i64>,
    /// How many were there already.
    pub kept: usize,
    /// SKUs that no combination names any more; they can be stopped.
    pub outside: Vec<i64>,
}

impl Command for MakeSkus {
    type Output = MatrixDone;
    const NAME: &'static str = "products.make_skus";
    const TITLE: &'static str = "生成 SKU 矩阵";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["product"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let product = editable(tx, self.id)?;
        if product.version != self.version {
            // Answers who changed it and what it is now.
            tx.update(&PRODUCT, self.id, Some(self.version), &[])?;
        }
        make(tx, self.id, &self.options)
    }
}

pub(super) fn make(tx: &mut Tx<'_>, id: i64, options: &[OptionDef]) -> Result<MatrixDone> {
    let options = rules::check_options(options)?;
    let product: Product = tx.get(&PRODUCT, id)?;
    let have: Vec<(i64, String, String)> =
        tx.all("select id, label, code from sku where product_id = ?1", params![id])?;
    let wanted = rules::matrix(&options);
    let fresh = wanted.iter().filter(|w| !have.iter().any(|(_, l, _)| *l == rules::label(w)));
    let total = have.len() + fresh.count();
    if total > rules::MAX_SKUS {
        return Err(Error::invalid(
            "options",
            format!("这个产品会有 {total} 个 SKU，最多 {} 个，请分成几个产品", rules::MAX_SKUS),
        ));
    }
    let version = tx.update(&PRODUCT, id, None, &[("options", json!(options).into())])?;
    let mut number = have.len();
    let mut made = Vec::new();
    for (position, values) in wanted.iter().enumerate() {
        let label = rules::label(values);
        if let Some((known, ..)) = have.iter().find(|(_, l, _)| *l == label) {
            tx.update(&SKU, *known, None, &[("position", Value::Int(as_i64(position)))])?;
            continue;
        }
        let code = if options.is_empty() {
            free_number(tx, &product.code, None)?
        } else {
            number += 1;
            free_number(tx, &product.code, Some(&mut number))?
        };
        made.push(tx.insert(
            &SKU,
            &json!({
                "product_id": id, "code": code, "options": values, "label": label,
                "position": position, "created_at": tx.now, "updated_at": tx.now,
            }),
        )?);
    }
    let labels: Vec<String> = wanted.iter().map(|w| rules::label(w)).collect();
    let outside: Vec<i64> =
        have.iter().filter(|(_, l, _)| !labels.contains(l)).map(|(id, ..)| *id).collect();
    Ok(MatrixDone { version, kept: have.len() - outside.len(), made, outside })
}

/// `PD-00001-003`, the next that no SKU has; the product's own code for a SKU without options.
fn free_number(cx: &Cx<'_>, product: &str, mut number: Option<&mut usize>) -> Result<String> {
    let mut tries = 1;
    loop {
        let code = match number.as_deref_mut() {
            None if tries == 1 => product.to_owned(),
            None => format!("{product}-{:03}", tries - 1),
            Some(n) => format!("{product}-{n:03}"),
        };
        let taken: Option<i64> = cx.maybe("select id from sku where code = ?1", params![&code])?;
        if taken.is_none() {
            return Ok(code);
        }
        tries += 1;
        if let Some(n) = number.as_deref_mut() {
            *n += 1;
        }
    }
}

fn as_i64(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Changes a SKU.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateSku {
    /// The SKU.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// 商家编码
    #[serde(default)]
    pub code: Option<String>,
    /// Barcode; empty takes it away.
    #[serde(default)]
    pub barcode: Option<String>,
    /// What it costs.
    #[serde(default)]
    pub cost: Option<Money>,
    /// Grams.
    #[serde(default)]
    pub weight_g: Option<i64>,
    /// `active` or `stopped`.
    #[serde(default)]
    pub state: Option<String>,
    /// Figures to take away: `cost`, `weight_g`.
    #[serde(default)]
    pub clear: Vec<String>,
}

impl Command for UpdateSku {
    type Output = i64;
    const NAME: &'static str = "products.update_sku";
    const TITLE: &'static str = "修改 SKU";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["product"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let product: Option<i64> =
            tx.maybe("select product_id from sku where id = ?1", params![self.id])?;
        let product = product.ok_or_else(|| Error::not_found("SKU", self.id))?;
        editable(tx, product)?;
        let set = self.columns(tx)?;
        tx.update(&SKU, self.id, Some(self.version), &set)
    }
}

impl UpdateSku {
    fn columns(&self, cx: &Cx<'_>) -> Result<Vec<(&'static str, Value)>> {
        let mut set: Vec<(&'static str, Value)> = Vec::new();
        if let Some(code) = &self.code {
            let code = rules::check_code("code", "商家编码", code)?;
            self.free(cx, "code", "商家编码", &code)?;
            set.push(("code", code.into()));
        }
        if let Some(barcode) = &self.barcode {
            let barcode = rules::check_barcode(barcode)?;
            self.free(cx, "barcode", "条码", &barcode)?;
            set.push(("barcode", barcode.into()));
        }
        let clears_cost = self.clear.iter().any(|c| c == "cost");
        if (self.cost.is_some() || clears_cost) && !cx.sees(Field::Cost) {
            return Err(Error::forbidden(
                "你现在的岗位看不到成本价，也不能修改它，请由产品跟单或产品策划来填",
            )
            .at("cost"));
        }
        if let Some(cost) = &self.cost {
            set.push(("cost", cost_of(cost)?.into()));
        } else if clears_cost {
            set.push(("cost", Value::Null));
        }
        if let Some(weight) = self.weight_g {
            if !(1..=1_000_000).contains(&weight) {
                return Err(Error::invalid("weight_g", "重量应在 1 克到 1000 公斤之间，以克填写"));
            }
            set.push(("weight_g", weight.into()));
        } else if self.clear.iter().any(|c| c == "weight_g") {
            set.push(("weight_g", Value::Null));
        }
        if let Some(state) = &self.state {
            if !SKU_STATES.iter().any(|(code, _)| code == state) {
                return Err(Error::invalid(
                    "state",
                    "SKU 只有启用（active）和停用（stopped）两种状态",
                ));
            }
            set.push(("state", state.into()));
        }
        if let Some(other) = self.clear.iter().find(|c| !matches!(c.as_str(), "cost" | "weight_g"))
        {
            return Err(Error::invalid(
                "clear",
                format!("“{other}”不能清空，只能清空成本价和重量"),
            ));
        }
        Ok(set)
    }

    /// Refuses a code or barcode that another SKU has, and names it.
    fn free(&self, cx: &Cx<'_>, field: &str, what: &str, text: &str) -> Result<()> {
        match find_sku(cx, text)? {
            Some(other) if other.id != self.id => Err(Error::conflict(
                "duplicate",
                format!(
                    "{what}“{text}”已用于《{}》的 SKU {}（{}），请打开核对或换一个",
                    other.title, other.code, other.label
                ),
            )
            .at(field)
            .with(
                json!({ "entity": "product", "id": other.product_id, "sku": other.id,
                "code": other.code, "title": other.title,
                "route": format!("/products/{}", other.product_id) }),
            )),
            _ => Ok(()),
        }
    }
}
