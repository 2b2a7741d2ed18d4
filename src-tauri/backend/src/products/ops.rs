//! The list of products, one product in full, and its making, changing and life cycle.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};

use super::parts::{self, AccessoryView, ChartView, FitsView, PictureView, StyleView};
use super::rules::{self, LIFECYCLE, OptionDef, clean};
use super::shelves::{self, check_leaf};
use super::skus::{self, SkuView};
use super::table::{Faq, Fen, PRODUCT, Product};
use crate::kernel::lifecycle::Around;
use crate::kernel::list::{Col, ColKind, ListDef, ListRow, Tab};
use crate::kernel::rights::Ask;
use crate::kernel::{
    ActionState, Command, Cx, Error, Field, Level, Lifecycle, Module, Need, Query, Result, Sealed,
    Series, Tx,
};
use crate::store::Value;
use crate::{list_operations, params};

pub(super) const SEES: Need = Need::Any(&[Ask::read(Module::Products)]);
pub(super) const WRITES: Need = Need::Any(&[Ask::write(Module::Products)]);

const NUMBERS: Series = Series { prefix: "PD", daily: false };

/// Products.
pub static LIST: ListDef = ListDef {
    name: "products",
    title: "产品",
    entity: "product",
    from: "product p left join category c on c.id = p.category_id",
    key: "p.id",
    columns: &[
        Col::new("version", "版本", "p.version", ColKind::Int).plain().inner(),
        Col::new(
            "picture",
            "图片",
            "(select i.file from product_picture i where i.product_id = p.id order by i.position limit 1)",
            ColKind::Image,
        )
        .plain(),
        Col::new("code", "产品编号", "p.code", ColKind::Code),
        Col::new("title", "标题", "p.title", ColKind::Text),
        Col::new("category_id", "类目编号", "p.category_id", ColKind::Int).unsorted().inner(),
        Col::new("category", "类目", "c.name", ColKind::Text).unsorted(),
        Col::new("brand", "品牌", "p.brand", ColKind::Text),
        Col::new("season", "季节", "p.season", ColKind::Text),
        Col::new(
            "styles",
            "风格款式",
            "coalesce((select string_agg(y.name, '、') from product_style x join style y on y.id = x.style_id
                where x.product_id = p.id), '')",
            ColKind::Text,
        )
        .unsorted(),
        Col::new(
            "sku_count",
            "SKU 数",
            "(select count(*) from sku s where s.product_id = p.id)",
            ColKind::Int,
        )
        .summed(),
        Col::new(
            "min_cost",
            "最低成本",
            "(select min(s.cost) from sku s where s.product_id = p.id)",
            ColKind::Money(None),
        )
        .unsorted()
        .sealed(Field::Cost),
        Col::new("state", "状态", "p.state", ColKind::State("product")),
        Col::new("created_at", "建档时间", "p.created_at", ColKind::Instant),
        Col::new("updated_at", "更新时间", "p.updated_at", ColKind::Instant),
    ],
    tabs: &[
        Tab { key: "ready", title: "待上新", when: "p.state = 'ready'" },
        Tab { key: "on_sale", title: "在售", when: "p.state = 'on_sale'" },
        Tab { key: "clearing", title: "清仓", when: "p.state = 'clearing'" },
        Tab { key: "retired", title: "已下市", when: "p.state = 'retired'" },
    ],
    search: Some("product"),
    order: ("id", true),
    scope: |_| None,
    needs: SEES,
};

/// One product in the list.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct ProductRow {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// The hash of the first picture.
    pub picture: Option<String>,
    /// Code.
    pub code: String,
    /// Title.
    pub title: String,
    /// The leaf category.
    pub category_id: Option<i64>,
    /// Its name.
    pub category: Option<String>,
    /// Brand.
    pub brand: String,
    /// Season.
    pub season: String,
    /// The names of its styles.
    pub styles: String,
    /// How many SKUs it has.
    pub sku_count: i64,
    /// The cheapest SKU's cost.
    #[schemars(with = "Sealed<Option<Fen>>")]
    pub min_cost: Sealed<Option<Fen>>,
    /// State.
    pub state: String,
    /// UTC milliseconds.
    pub created_at: i64,
    /// UTC milliseconds.
    pub updated_at: i64,
}

impl ListRow for ProductRow {
    fn finish(&mut self, cx: &Cx<'_>) {
        self.min_cost.open_for(cx.caller, Field::Cost);
    }
}

list_operations!(
    ListProducts,
    CountProducts,
    LIST,
    ProductRow,
    "products.list",
    "products.counts",
    "产品",
    SEES,
    ["product", "category", "style"]
);

/// One product with everything that belongs to it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetProduct {
    /// The product.
    pub id: i64,
}

/// A product in full.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Detail {
    /// The product itself.
    #[serde(flatten)]
    pub product: Product,
    /// The category with those above it: `女装 › 连衣裙`.
    pub category: Option<String>,
    /// Who made it.
    pub creator: String,
    /// SKUs in the order of the matrix.
    pub skus: Vec<SkuView>,
    /// Pictures in order.
    pub pictures: Vec<PictureView>,
    /// The size chart.
    pub chart: Option<ChartView>,
    /// Styles.
    pub styles: Vec<StyleView>,
    /// What goes with it.
    pub accessories: Vec<AccessoryView>,
    /// Whose accessory it is.
    pub fits: Vec<FitsView>,
    /// What can be done now.
    pub actions: Vec<ActionState>,
}

impl Query for GetProduct {
    type Output = Detail;
    const NAME: &'static str = "products.get";
    const TITLE: &'static str = "产品详情";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["product", "category", "style"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        detail(cx, self.id)
    }
}

pub(super) fn detail(cx: &Cx<'_>, id: i64) -> Result<Detail> {
    let product: Product = cx.get(&PRODUCT, id)?;
    let category = match product.category_id {
        Some(category) => shelves::paths(cx)?.remove(&category),
        None => None,
    };
    let creator: Option<String> =
        cx.maybe("select name from staff where id = ?1", params![product.created_by])?;
    let lacks = lacks(cx, &product)?;
    let around = Around { requester: Some(product.created_by), ..Around::default() };
    let actions = LIFECYCLE.actions(&product.state, cx.caller, around, |step| {
        (step.action == "launch").then(|| lacks.clone()).flatten()
    });
    Ok(Detail {
        category,
        creator: creator.unwrap_or_default(),
        skus: skus::of(cx, id)?,
        pictures: parts::pictures(cx, id)?,
        chart: parts::chart(cx, id)?,
        styles: parts::styles(cx, id)?,
        accessories: parts::accessories(cx, id)?,
        fits: parts::fits(cx, id)?,
        actions,
        product,
    })
}

/// What a product still lacks before it can be listed.
fn lacks(cx: &Cx<'_>, product: &Product) -> Result<Option<String>> {
    let (skus, pictures): (i64, i64) = cx.one(
        "select (select count(*) from sku where product_id = ?1 and state = 'active'),
                (select count(*) from product_picture where product_id = ?1)",
        params![product.id],
    )?;
    let mut missing = Vec::new();
    if product.category_id.is_none() {
        missing.push("还没有选类目");
    }
    if skus == 0 {
        missing.push("没有启用的 SKU");
    }
    if pictures == 0 {
        missing.push("一张图片也没有");
    }
    Ok((!missing.is_empty()).then(|| missing.join("、")))
}

/// What people write about a product. Absent keeps what it is.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Facts {
    /// Title.
    pub title: Option<String>,
    /// A leaf category.
    pub category_id: Option<i64>,
    /// Brand.
    pub brand: Option<String>,
    /// 2026秋 …
    pub season: Option<String>,
    /// What it is made of.
    pub material: Option<String>,
    /// At most five.
    pub selling_points: Option<Vec<String>>,
    /// What nobody may say of it, at most twenty.
    pub forbidden_claims: Option<Vec<String>>,
    /// How to wash and keep it.
    pub care: Option<String>,
    /// About the supplier, for the shop only.
    pub supplier_note: Option<String>,
    /// For colleagues.
    pub notes: Option<String>,
    /// What buyers ask.
    pub faq: Option<Vec<Faq>>,
}

impl Facts {
    /// The columns that are set, checked.
    pub(super) fn columns(&self, cx: &Cx<'_>) -> Result<Vec<(&'static str, Value)>> {
        let mut out: Vec<(&'static str, Value)> = Vec::new();
        if let Some(title) = &self.title {
            out.push(("title", rules::check_title(title)?.into()));
        }
        if let Some(category) = self.category_id {
            check_leaf(cx, category)?;
            out.push(("category_id", category.into()));
        }
        let lines = [
            ("brand", "品牌", &self.brand, 40),
            ("season", "季节", &self.season, 20),
            ("material", "面料材质", &self.material, 200),
            ("care", "洗护说明", &self.care, 500),
            ("supplier_note", "供应商备注", &self.supplier_note, 1000),
            ("notes", "备注", &self.notes, 2000),
        ];
        for (column, label, text, max) in lines {
            if let Some(text) = text {
                out.push((column, clean(column, label, text, max)?.into()));
            }
        }
        if let Some(points) = &self.selling_points {
            let kept = several("selling_points", "卖点", points, 60)?;
            if kept.len() > 5 {
                return Err(Error::invalid("selling_points", "卖点最多 5 条，请挑最要紧的"));
            }
            out.push(("selling_points", json!(kept).into()));
        }
        if let Some(claims) = &self.forbidden_claims {
            let kept = several("forbidden_claims", "禁说", claims, 40)?;
            if kept.len() > 20 {
                return Err(Error::invalid(
                    "forbidden_claims",
                    "禁说最多 20 条；整家店都不能说的，请加到违禁词",
                ));
            }
            if let Some(bare) = kept.iter().find(|one| !one.chars().any(char::is_alphanumeric)) {
                return Err(Error::invalid(
                    "forbidden_claims",
                    format!("禁说里的“{bare}”没有文字或数字，请写出不能说的词"),
                ));
            }
            out.push(("forbidden_claims", json!(kept).into()));
        }
        if let Some(faq) = &self.faq {
            let mut kept = Vec::new();
            for one in faq {
                let (q, a) =
                    (clean("faq", "问题", &one.q, 100)?, clean("faq", "回答", &one.a, 500)?);
                if q.is_empty() != a.is_empty() {
                    return Err(Error::invalid("faq", "常见问答里，问题和回答都要填写"));
                }
                if !q.is_empty() {
                    kept.push(Faq { q, a });
                }
            }
            if kept.len() > 30 {
                return Err(Error::invalid("faq", "常见问答最多 30 条"));
            }
            out.push(("faq", json!(kept).into()));
        }
        Ok(out)
    }
}

/// Lines of a field, cleaned, without the empty ones.
fn several(field: &str, label: &str, lines: &[String], max: usize) -> Result<Vec<String>> {
    let cleaned = lines.iter().map(|one| clean(field, label, one, max));
    cleaned.filter(|one| one.as_ref().map_or(true, |it| !it.is_empty())).collect()
}

/// Adds a product.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateProduct {
    /// The shop's own code; the next `PD-` number when absent.
    #[serde(default)]
    pub code: Option<String>,
    /// What is known of it; at least the title.
    pub facts: Facts,
    /// Its styles.
    #[serde(default)]
    pub styles: Vec<i64>,
    /// Options from which the SKUs are made; absent: none yet, empty: one SKU without options.
    #[serde(default)]
    pub options: Option<Vec<OptionDef>>,
}

/// What was made.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Made {
    /// Id.
    pub id: i64,
    /// Its code.
    pub code: String,
}

impl Command for CreateProduct {
    type Output = Made;
    const NAME: &'static str = "products.create";
    const TITLE: &'static str = "新建产品";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["product"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        if self.facts.title.is_none() {
            rules::check_title("")?;
        }
        let columns = self.facts.columns(tx)?;
        let code = match self.code.as_deref().map(str::trim).filter(|c| !c.is_empty()) {
            Some(code) => {
                let code = rules::check_code("code", "产品编号", code)?;
                free_code(tx, &code)?;
                code
            }
            None => next_code(tx)?,
        };
        let mut row: Map<String, Json> =
            columns.into_iter().map(|(name, value)| (name.to_owned(), value.to_json())).collect();
        row.insert("code".to_owned(), json!(code));
        row.insert("created_by".to_owned(), json!(tx.caller.staff));
        row.insert("created_at".to_owned(), json!(tx.now));
        row.insert("updated_at".to_owned(), json!(tx.now));
        let id = tx.insert(&PRODUCT, &row)?;
        parts::put_styles(tx, id, &self.styles)?;
        if let Some(options) = &self.options {
            skus::make(tx, id, options)?;
        }
        Ok(Made { id, code })
    }
}

/// The next free number: one that was given by hand before is passed over.
pub(super) fn next_code(tx: &Tx<'_>) -> Result<String> {
    loop {
        let code = NUMBERS.next(tx)?;
        let taken: Option<i64> =
            tx.maybe("select id from product where code = ?1", params![&code])?;
        if taken.is_none() {
            return Ok(code);
        }
    }
}

/// Refuses a code that is taken, and names the product that has it.
fn free_code(cx: &Cx<'_>, code: &str) -> Result<()> {
    match super::find_product(cx, code)? {
        None => Ok(()),
        Some(found) => Err(Error::conflict(
            "duplicate",
            format!(
                "产品编号“{code}”已用于《{}》（{}），请打开那个产品，或换一个编号",
                found.title,
                LIFECYCLE.label(&found.state)
            ),
        )
        .at("code")
        .with(
            json!({ "entity": "product", "id": found.id, "code": found.code, "title": found.title,
            "route": format!("/products/{}", found.id) }),
        )),
    }
}

/// Changes what is known of a product.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateProduct {
    /// The product.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// A new code.
    #[serde(default)]
    pub code: Option<String>,
    /// What changes.
    #[serde(default)]
    pub facts: Facts,
}

impl Command for UpdateProduct {
    type Output = i64;
    const NAME: &'static str = "products.update";
    const TITLE: &'static str = "修改产品资料";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["product"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let product = editable(tx, self.id)?;
        let mut set = self.facts.columns(tx)?;
        if let Some(code) = &self.code {
            let code = rules::check_code("code", "产品编号", code)?;
            if code != product.code {
                free_code(tx, &code)?;
            }
            set.push(("code", code.into()));
        }
        tx.update(&PRODUCT, self.id, Some(self.version), &set)
    }
}

/// The product, if this caller may change it.
pub(super) fn editable(cx: &Cx<'_>, id: i64) -> Result<Product> {
    let product: Product = cx.get(&PRODUCT, id)?;
    cx.own_or_refuse(Module::Products, Level::Write, Some(product.created_by))?;
    Ok(product)
}

/// Marks a product as changed after something that belongs to it changed; refuses a stale version.
pub(super) fn touch(tx: &mut Tx<'_>, product: &Product, version: i64) -> Result<i64> {
    let at = tx.now.max(product.updated_at + 1);
    tx.update(&PRODUCT, product.id, Some(version), &[("updated_at", at.into())])
}

/// Takes a step of the life cycle.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// The product.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// `launch`, `clear`, `resume`, `retire`, `reopen`.
    pub action: String,
    /// Why, where the step asks for it.
    #[serde(default)]
    pub reason: Option<String>,
}

impl Command for Act {
    type Output = i64;
    const NAME: &'static str = "products.act";
    const TITLE: &'static str = "产品状态";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["product"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        tx.because(self.reason.as_deref());
        act(tx, self.id, Some(self.version), &self.action, self.reason.as_deref())
    }
}

pub(super) fn act(
    tx: &mut Tx<'_>,
    id: i64,
    version: Option<i64>,
    action: &str,
    reason: Option<&str>,
) -> Result<i64> {
    let product = editable(tx, id)?;
    let lacks = lacks(tx, &product)?;
    let around = Around { requester: Some(product.created_by), ..Around::default() };
    let step = LIFECYCLE.step(
        &product.code,
        &product.state,
        action,
        tx.caller,
        around,
        reason,
        |step| if step.action == "launch" { lacks } else { None },
    )?;
    let to = Lifecycle::target(step, &product.state);
    tx.update(&PRODUCT, id, version, &[("state", to.into())])
}
