//! What belongs to a product: pictures, size chart, styles, accessories.

use std::collections::HashSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::ops::{SEES, WRITES, editable, touch};
use super::rules::{self, Advice, Chart, ChartColumn, RELATIONS, SizeRule, clean};
use super::table::{ACCESSORY, PICTURE, PRODUCT_STYLE, SIZE_CHART};
use crate::kernel::{Command, Cx, Error, Need, Query, Result, Tx, files};
use crate::params;

/// A picture of a product.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct PictureView {
    /// The file.
    pub file: String,
    /// The option value that it shows (黑), or empty.
    pub option_value: String,
    /// The name it came with.
    pub name: String,
    /// Pixels.
    pub width: Option<i64>,
    /// Pixels.
    pub height: Option<i64>,
}

pub(super) fn pictures(cx: &Cx<'_>, product: i64) -> Result<Vec<PictureView>> {
    cx.all(
        "select i.file, i.option_value, f.name, f.width, f.height
         from product_picture i join file f on f.hash = i.file
         where i.product_id = ?1 order by i.position, i.id",
        params![product],
    )
}

/// A picture to set.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PictureInput {
    /// The file.
    pub file: String,
    /// The option value that it shows.
    #[serde(default)]
    pub option_value: String,
}

/// Sets all pictures of a product in their order; the first is the one that lists show.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPictures {
    /// The product.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// All pictures, in order.
    pub pictures: Vec<PictureInput>,
}

impl Command for SetPictures {
    type Output = i64;
    const NAME: &'static str = "products.set_pictures";
    const TITLE: &'static str = "设置产品图片";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["product"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let product = editable(tx, self.id)?;
        if self.pictures.len() > 60 {
            return Err(Error::invalid("pictures", "一个产品最多 60 张图片，其余请放进素材库"));
        }
        let version = touch(tx, &product, self.version)?;
        let have: Vec<(i64, String)> =
            tx.all("select id, file from product_picture where product_id = ?1", params![self.id])?;
        let mut seen = HashSet::new();
        for (position, picture) in self.pictures.iter().enumerate() {
            if !seen.insert(&picture.file) {
                return Err(Error::invalid(
                    "pictures",
                    format!("第 {} 张与前面的图片相同，请去掉一张", position + 1),
                ));
            }
            let facts = files::facts(tx, &picture.file)?;
            if facts.kind != "image" {
                return Err(Error::invalid(
                    "pictures",
                    format!("“{}”不是图片，产品图片只收 JPG、PNG、WebP、GIF", facts.name),
                ));
            }
            let value = picture.option_value.trim();
            let known = product.options.iter().any(|o| o.values.iter().any(|v| v == value));
            if !value.is_empty() && !known {
                return Err(Error::invalid(
                    "pictures",
                    format!("这个产品没有规格值“{value}”，请先在 SKU 矩阵里加上"),
                ));
            }
            match have.iter().find(|(_, file)| *file == picture.file) {
                Some((id, _)) => {
                    let set =
                        [("position", json!(position).into()), ("option_value", value.into())];
                    tx.update(&PICTURE, *id, None, &set)?;
                }
                None => {
                    tx.insert(
                        &PICTURE,
                        &json!({ "product_id": self.id, "file": picture.file, "position": position,
                            "option_value": value }),
                    )?;
                }
            }
        }
        for (id, file) in &have {
            if !seen.contains(file) {
                tx.remove(&PICTURE, *id, None)?;
            }
        }
        Ok(version)
    }
}

/// A size chart as it is stored.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct ChartView {
    /// For optimistic saving.
    pub version: i64,
    /// `cm` or `in`.
    pub unit: String,
    /// Columns.
    pub columns: Vec<ChartColumn>,
    /// Rows.
    pub rows: Vec<Vec<String>>,
    /// Rules of size advice.
    pub rules: Vec<SizeRule>,
    /// A word to the customer.
    pub note: String,
}

pub(super) fn chart(cx: &Cx<'_>, product: i64) -> Result<Option<ChartView>> {
    cx.maybe(
        "select version, unit, columns, rows, rules, note from size_chart where product_id = ?1",
        params![product],
    )
}

/// Sets the size chart and the rules of size advice of a product.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetSizeChart {
    /// The product.
    pub id: i64,
    /// The chart's version that was read; 0 when there was none.
    pub version: i64,
    /// The chart; absent takes it away.
    #[serde(default)]
    pub chart: Option<Chart>,
}

impl Command for SetSizeChart {
    type Output = i64;
    const NAME: &'static str = "products.set_size_chart";
    const TITLE: &'static str = "修改尺码表";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["product"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        editable(tx, self.id)?;
        let row: Option<i64> =
            tx.maybe("select id from size_chart where product_id = ?1", params![self.id])?;
        let Some(chart) = &self.chart else {
            if let Some(row) = row {
                tx.remove(&SIZE_CHART, row, Some(self.version))?;
            }
            return Ok(0);
        };
        let chart = rules::check_chart(chart)?;
        match row {
            Some(row) => tx.update(
                &SIZE_CHART,
                row,
                Some(self.version),
                &[
                    ("unit", chart.unit.into()),
                    ("columns", json!(chart.columns).into()),
                    ("rows", json!(chart.rows).into()),
                    ("rules", json!(chart.rules).into()),
                    ("note", chart.note.into()),
                ],
            ),
            None => {
                tx.insert(
                    &SIZE_CHART,
                    &json!({ "product_id": self.id, "unit": chart.unit, "columns": chart.columns,
                        "rows": chart.rows, "rules": chart.rules, "note": chart.note,
                        "created_at": tx.now, "updated_at": tx.now }),
                )?;
                Ok(1)
            }
        }
    }
}

/// The size of a product for somebody, and by which rule.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SizeAdvice {
    /// The product.
    pub id: i64,
    /// Centimetres.
    pub height: f64,
    /// Kilograms.
    pub weight: f64,
}

impl Query for SizeAdvice {
    type Output = Advice;
    const NAME: &'static str = "products.size_advice";
    const TITLE: &'static str = "尺码推荐";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["product"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        super::lookup::brief(cx, &[self.id])?
            .pop()
            .ok_or_else(|| Error::not_found("产品", self.id))?;
        let rules = chart(cx, self.id)?.map(|c| c.rules).unwrap_or_default();
        rules::advise(&rules, self.height, self.weight)
    }
}

/// A style of a product.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct StyleView {
    /// Id.
    pub id: i64,
    /// 风格, 款式, 场景, 人群
    pub group: String,
    /// 通勤 …
    pub name: String,
}

pub(super) fn styles(cx: &Cx<'_>, product: i64) -> Result<Vec<StyleView>> {
    cx.all(
        "select y.id, y.kind as \"group\", y.name from product_style x join style y on y.id = x.style_id
         where x.product_id = ?1 order by y.kind, y.position, y.id",
        params![product],
    )
}

/// Refuses ids that are no styles, and styles out of use.
pub(super) fn check_styles(cx: &Cx<'_>, ids: &[i64]) -> Result<()> {
    if ids.len() > 30 {
        return Err(Error::invalid("styles", "一个产品最多 30 个风格款式标签"));
    }
    for id in ids {
        let found: Option<(String, bool)> =
            cx.maybe("select name, retired from style where id = ?1", params![*id])?;
        match found {
            None => return Err(Error::not_found("风格款式", id).at("styles")),
            Some((name, true)) => {
                return Err(Error::invalid(
                    "styles",
                    format!("风格款式“{name}”已停用，请换一个或先启用它"),
                ));
            }
            Some(_) => {}
        }
    }
    Ok(())
}

pub(super) fn add_style(tx: &mut Tx<'_>, product: i64, style: i64) -> Result<()> {
    let known: Option<i64> = tx.maybe(
        "select id from product_style where product_id = ?1 and style_id = ?2",
        params![product, style],
    )?;
    if known.is_none() {
        tx.insert(&PRODUCT_STYLE, &json!({ "product_id": product, "style_id": style }))?;
    }
    Ok(())
}

/// Makes these the styles of a product; styles out of use stay where they are already.
pub(super) fn put_styles(tx: &mut Tx<'_>, product: i64, styles: &[i64]) -> Result<()> {
    let have: Vec<(i64, i64)> =
        tx.all("select id, style_id from product_style where product_id = ?1", params![product])?;
    let fresh: Vec<i64> =
        styles.iter().copied().filter(|s| !have.iter().any(|(_, h)| h == s)).collect();
    check_styles(tx, &fresh)?;
    for (id, style) in have {
        if !styles.contains(&style) {
            tx.remove(&PRODUCT_STYLE, id, None)?;
        }
    }
    for style in fresh {
        add_style(tx, product, style)?;
    }
    Ok(())
}

/// Sets which styles a product has.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetStyles {
    /// The product.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// All its styles.
    pub styles: Vec<i64>,
}

impl Command for SetStyles {
    type Output = i64;
    const NAME: &'static str = "products.set_styles";
    const TITLE: &'static str = "设置风格款式";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["product"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let product = editable(tx, self.id)?;
        let version = touch(tx, &product, self.version)?;
        put_styles(tx, self.id, &self.styles)?;
        Ok(version)
    }
}

/// An accessory of a product.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct AccessoryView {
    /// The accessory's SKU.
    pub sku_id: i64,
    /// Its code.
    pub code: String,
    /// The product that it is a SKU of.
    pub product_id: i64,
    /// That product's title.
    pub title: String,
    /// `黑 / M`
    pub label: String,
    /// `included`, `optional`, `replacement`.
    pub relation: String,
    /// What to know about it.
    pub note: String,
}

pub(super) fn accessories(cx: &Cx<'_>, product: i64) -> Result<Vec<AccessoryView>> {
    cx.all(
        "select a.sku_id, s.code, s.product_id, p.title, s.label, a.relation, a.note
         from accessory_link a join sku s on s.id = a.sku_id join product p on p.id = s.product_id
         where a.product_id = ?1 order by a.position, a.id",
        params![product],
    )
}

/// A product that this one is an accessory of.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct FitsView {
    /// The product.
    pub product_id: i64,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Which of our SKUs.
    pub sku: String,
    /// `included`, `optional`, `replacement`.
    pub relation: String,
}

pub(super) fn fits(cx: &Cx<'_>, product: i64) -> Result<Vec<FitsView>> {
    cx.all(
        "select p.id as product_id, p.code, p.title, s.code as sku, a.relation
         from sku s join accessory_link a on a.sku_id = s.id join product p on p.id = a.product_id
         where s.product_id = ?1 order by p.id desc limit 100",
        params![product],
    )
}

/// An accessory to set.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccessoryInput {
    /// The accessory's SKU.
    pub sku_id: i64,
    /// `included`, `optional`, `replacement`.
    pub relation: String,
    /// What to know about it.
    #[serde(default)]
    pub note: String,
}

/// Sets all accessories of a product in their order.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetAccessories {
    /// The product.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// All its accessories.
    pub accessories: Vec<AccessoryInput>,
}

impl Command for SetAccessories {
    type Output = i64;
    const NAME: &'static str = "products.set_accessories";
    const TITLE: &'static str = "设置配件";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["product"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let product = editable(tx, self.id)?;
        if self.accessories.len() > 100 {
            return Err(Error::invalid("accessories", "一个产品最多 100 个配件"));
        }
        let version = touch(tx, &product, self.version)?;
        let have: Vec<(i64, i64)> = tx
            .all("select id, sku_id from accessory_link where product_id = ?1", params![self.id])?;
        let mut seen = HashSet::new();
        for (position, one) in self.accessories.iter().enumerate() {
            let sku: Option<(i64, String)> =
                tx.maybe("select product_id, code from sku where id = ?1", params![one.sku_id])?;
            let (owner, code) =
                sku.ok_or_else(|| Error::not_found("SKU", one.sku_id).at("accessories"))?;
            if owner == self.id {
                return Err(Error::invalid(
                    "accessories",
                    format!("SKU {code} 就是这个产品自己的，不能做自己的配件"),
                ));
            }
            if !seen.insert(one.sku_id) {
                return Err(Error::invalid("accessories", format!("配件 {code} 写了两次")));
            }
            if !RELATIONS.iter().any(|(c, _)| *c == one.relation) {
                return Err(Error::invalid(
                    "accessories",
                    "配件关系只有随附（included）、选配（optional）、替换件（replacement）",
                ));
            }
            let note = clean("accessories", "配件说明", &one.note, 200)?;
            match have.iter().find(|(_, sku)| *sku == one.sku_id) {
                Some((id, _)) => {
                    let set = [
                        ("relation", one.relation.as_str().into()),
                        ("note", note.into()),
                        ("position", json!(position).into()),
                    ];
                    tx.update(&ACCESSORY, *id, None, &set)?;
                }
                None => {
                    tx.insert(
                        &ACCESSORY,
                        &json!({ "product_id": self.id, "sku_id": one.sku_id,
                            "relation": one.relation, "note": note, "position": position }),
                    )?;
                }
            }
        }
        for (id, sku) in have {
            if !seen.contains(&sku) {
                tx.remove(&ACCESSORY, id, None)?;
            }
        }
        Ok(version)
    }
}
