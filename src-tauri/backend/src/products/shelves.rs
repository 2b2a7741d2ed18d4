//! The tree of categories and the style taxonomy.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::ops::{SEES, WRITES};
use super::rules::{STYLE_GROUPS, clean};
use super::table::{CATEGORY, STYLE};
use crate::kernel::{Command, Cx, Error, Need, Query, Result, Tx};
use crate::params;
use crate::store::Value;

/// How deep the tree may be.
const DEPTH: usize = 4;

/// The tree of categories.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListCategories {}

/// A category.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct CategoryView {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// The one above.
    pub parent_id: Option<i64>,
    /// Its name.
    pub name: String,
    /// Its place among its siblings.
    pub position: i64,
    /// Out of use.
    pub retired: bool,
    /// Nothing is below it: products can be put here.
    pub leaf: bool,
    /// How many products stand here.
    pub products: i64,
}

impl Query for ListCategories {
    type Output = Vec<CategoryView>;
    const NAME: &'static str = "categories.list";
    const TITLE: &'static str = "类目";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["category", "product"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        cx.all(
            "select c.id, c.version, c.parent_id, c.name, c.position, c.retired,
                not exists (select 1 from category d where d.parent_id = c.id) as leaf,
                (select count(*) from product p where p.category_id = c.id) as products
             from category c order by c.parent_id is not null, c.parent_id, c.position, c.id",
            params![],
        )
    }
}

/// Every category with those above it: `女装 › 连衣裙`.
pub(super) fn paths(cx: &Cx<'_>) -> Result<BTreeMap<i64, String>> {
    let all: Vec<(i64, Option<i64>, String)> =
        cx.all("select id, parent_id, name from category", params![])?;
    let by_id: BTreeMap<i64, (Option<i64>, &str)> =
        all.iter().map(|(id, parent, name)| (*id, (*parent, name.as_str()))).collect();
    Ok(by_id
        .keys()
        .map(|id| {
            let mut names = Vec::new();
            let mut at = Some(*id);
            while let Some((parent, name)) = at.and_then(|i| by_id.get(&i)) {
                names.push(*name);
                at = if names.len() > DEPTH { None } else { *parent };
            }
            names.reverse();
            (*id, names.join(" › "))
        })
        .collect())
}

/// Refuses a category that is none, is out of use or has others below it.
pub(super) fn check_leaf(cx: &Cx<'_>, id: i64) -> Result<()> {
    let found: Option<(String, bool, bool)> = cx.maybe(
        "select name, retired, exists (select 1 from category d where d.parent_id = c.id)
         from category c where id = ?1",
        params![id],
    )?;
    match found {
        None => Err(Error::not_found("类目", id).at("category_id")),
        Some((name, _, true)) => Err(Error::invalid(
            "category_id",
            format!("“{name}”下面还有子类目，产品要放在最末一级，请往下选一级"),
        )
        .because("not_leaf")),
        Some((name, true, _)) => {
            Err(Error::invalid("category_id", format!("类目“{name}”已停用，请选别的类目")))
        }
        Some(_) => Ok(()),
    }
}

/// Makes or changes a category.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveCategory {
    /// The category; a new one when absent.
    #[serde(default)]
    pub id: Option<i64>,
    /// The version that was read.
    #[serde(default)]
    pub version: Option<i64>,
    /// The one above; absent for the top.
    #[serde(default)]
    pub parent_id: Option<i64>,
    /// Its name.
    pub name: String,
    /// Its place among its siblings; the end when absent.
    #[serde(default)]
    pub position: Option<i64>,
    /// Out of use.
    #[serde(default)]
    pub retired: bool,
}

impl Command for SaveCategory {
    type Output = i64;
    const NAME: &'static str = "categories.save";
    const TITLE: &'static str = "保存类目";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["category"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let name = clean("name", "类目名称", &self.name, 30)?;
        if name.is_empty() || name.contains('›') {
            return Err(Error::invalid("name", "请填写类目名称（不能含“›”）"));
        }
        let twin: Option<i64> = tx.maybe(
            "select id from category where coalesce(parent_id, 0) = ?1 and name = ?2 and id <> ?3",
            params![self.parent_id.unwrap_or(0), &name, self.id.unwrap_or(0)],
        )?;
        if let Some(twin) = twin {
            return Err(Error::conflict("duplicate", format!("同一级里已经有类目“{name}”"))
                .at("name")
                .with(json!({ "entity": "category", "id": twin })));
        }
        self.check_place(tx)?;
        let position = match self.position {
            Some(position) => position,
            None => tx.one(
                "select coalesce(max(position), -1) + 1 from category where coalesce(parent_id, 0) = ?1",
                params![self.parent_id.unwrap_or(0)],
            )?,
        };
        match self.id {
            None => tx.insert(
                &CATEGORY,
                &json!({ "parent_id": self.parent_id, "name": name, "position": position,
                    "retired": i64::from(self.retired), "created_at": tx.now, "updated_at": tx.now }),
            ),
            Some(id) => {
                let set = [
                    ("parent_id", Value::from(self.parent_id)),
                    ("name", name.into()),
                    ("position", position.into()),
                    ("retired", self.retired.into()),
                ];
                tx.update(&CATEGORY, id, self.version, &set)?;
                Ok(id)
            }
        }
    }
}

impl SaveCategory {
    /// The one above exists, holds no products, is not below this one, and the tree stays flat enough.
    fn check_place(&self, cx: &Cx<'_>) -> Result<()> {
        let Some(parent) = self.parent_id else { return Ok(()) };
        let mut at = Some(parent);
        let mut depth = 1;
        while let Some(id) = at {
            if Some(id) == self.id {
                return Err(Error::invalid("parent_id", "类目不能放在自己或自己的子类目下面"));
            }
            let found: Option<(Option<i64>, String)> =
                cx.maybe("select parent_id, name from category where id = ?1", params![id])?;
            let (above, _) =
                found.ok_or_else(|| Error::not_found("上级类目", id).at("parent_id"))?;
            at = above;
            depth += 1;
        }
        if depth > DEPTH {
            return Err(Error::invalid("parent_id", format!("类目最多 {DEPTH} 级，请放高一级")));
        }
        let products: i64 =
            cx.one("select count(*) from product where category_id = ?1", params![parent])?;
        if products > 0 {
            return Err(Error::conflict(
                "not_leaf",
                format!(
                    "上级类目下还有 {products} 个产品；加了子类目它就不是最末一级了，请先把产品移走"
                ),
            )
            .at("parent_id"));
        }
        Ok(())
    }
}

/// The style taxonomy.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListStyles {}

/// A style.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct StyleRow {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// 风格, 款式, 场景, 人群
    pub group: String,
    /// 通勤 …
    pub name: String,
    /// Its place in its group.
    pub position: i64,
    /// Out of use.
    pub retired: bool,
    /// How many products have it.
    pub products: i64,
}

impl Query for ListStyles {
    type Output = Vec<StyleRow>;
    const NAME: &'static str = "styles.list";
    const TITLE: &'static str = "风格款式";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["style", "product"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        cx.all(
            "select y.id, y.version, y.kind as \"group\", y.name, y.position, y.retired,
                (select count(*) from product_style x where x.style_id = y.id) as products
             from style y
             order by case y.kind when '风格' then 0 when '款式' then 1 when '场景' then 2 else 3 end,
                y.position, y.id",
            params![],
        )
    }
}

/// Makes or changes a style.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveStyle {
    /// The style; a new one when absent.
    #[serde(default)]
    pub id: Option<i64>,
    /// The version that was read.
    #[serde(default)]
    pub version: Option<i64>,
    /// 风格, 款式, 场景, 人群
    pub group: String,
    /// Its name.
    pub name: String,
    /// Its place in its group; the end when absent.
    #[serde(default)]
    pub position: Option<i64>,
    /// Out of use: no product gets it any more.
    #[serde(default)]
    pub retired: bool,
}

impl Command for SaveStyle {
    type Output = i64;
    const NAME: &'static str = "styles.save";
    const TITLE: &'static str = "保存风格款式";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["style"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        if !STYLE_GROUPS.contains(&self.group.as_str()) {
            return Err(Error::invalid(
                "group",
                format!("分组“{}”不对，应为{}之一", self.group, STYLE_GROUPS.join("、")),
            ));
        }
        let name = clean("name", "名称", &self.name, 20)?;
        if name.is_empty() || name.contains('、') {
            return Err(Error::invalid("name", "请填写名称，一次一个（不能含“、”）"));
        }
        let twin: Option<i64> = tx.maybe(
            "select id from style where kind = ?1 and name = ?2 and id <> ?3",
            params![&self.group, &name, self.id.unwrap_or(0)],
        )?;
        if let Some(twin) = twin {
            return Err(Error::conflict(
                "duplicate",
                format!("“{}”里已经有“{name}”，直接使用它就可以", self.group),
            )
            .at("name")
            .with(json!({ "entity": "style", "id": twin })));
        }
        let position = match self.position {
            Some(position) => position,
            None => tx.one(
                "select coalesce(max(position), -1) + 1 from style where kind = ?1",
                params![&self.group],
            )?,
        };
        match self.id {
            None => tx.insert(
                &STYLE,
                &json!({ "kind": self.group, "name": name, "position": position,
                    "retired": i64::from(self.retired), "created_at": tx.now, "updated_at": tx.now }),
            ),
            Some(id) => {
                let set = [
                    ("kind", Value::from(&self.group)),
                    ("name", name.into()),
                    ("position", position.into()),
                    ("retired", self.retired.into()),
                ];
                tx.update(&STYLE, id, self.version, &set)?;
                Ok(id)
            }
        }
    }
}
