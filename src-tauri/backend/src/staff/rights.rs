//! The matrix of rights, personal grants with their end, and amount limits.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::table::{AMOUNT_LIMIT, RIGHT_CELL, STAFF_GRANT};
use crate::kernel::door::Entry;
use crate::kernel::rights::{Ask, Right, default_matrix};
use crate::kernel::{Command, Cx, Day, Error, Level, Module, Need, Post, Query, Result, Tx};
use crate::params;

pub(super) const SEES: Need = Need::Any(&[Ask::read(Module::People)]);
pub(super) const SETS_RIGHTS: Need = Need::Any(&[Ask::write(Module::System)]);

pub(super) fn operations() -> Vec<Entry> {
    vec![
        Entry::query::<Matrix>(),
        Entry::command::<SetCell>(),
        Entry::command::<ResetCells>(),
        Entry::query::<Grants>(),
        Entry::command::<AddGrant>(),
        Entry::command::<EndGrant>(),
        Entry::query::<Limits>(),
        Entry::command::<SetLimit>(),
        Entry::command::<AddLimit>(),
        Entry::command::<RemoveLimit>(),
    ]
}

/// The whole matrix as the shop has it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Matrix {}

/// One cell as the matrix page shows it.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct CellView {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// The module.
    pub module: Module,
    /// The post.
    pub post: Post,
    /// `A`, `R m`, `W :request` …
    pub cell: String,
    /// What a new shop begins with.
    #[serde(default)]
    pub default: String,
}

/// The matrix with its titles.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MatrixView {
    /// Module codes with their Chinese names, in order.
    pub modules: Vec<(&'static str, &'static str)>,
    /// Post codes with their Chinese names, in order.
    pub posts: Vec<(&'static str, &'static str)>,
    /// The cells.
    pub cells: Vec<CellView>,
}

impl Query for Matrix {
    type Output = MatrixView;
    const NAME: &'static str = "rights.matrix";
    const TITLE: &'static str = "权限表";
    const NEEDS: Need = Need::Any(&[Ask::read(Module::System)]);
    const PROVIDES: &'static [&'static str] = &["right_cell"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let mut cells: Vec<CellView> = cx
            .all("select id, version, module, post, cell from right_cell order by id", params![])?;
        let defaults = defaults();
        for cell in &mut cells {
            cell.default = defaults.get(&(cell.module, cell.post)).cloned().unwrap_or_default();
        }
        Ok(MatrixView {
            modules: Module::ALL.iter().map(|m| (m.code(), m.title())).collect(),
            posts: Post::ALL.iter().map(|p| (p.code(), p.title())).collect(),
            cells,
        })
    }
}

/// The matrix a new shop begins with, by module and post.
fn defaults() -> BTreeMap<(Module, Post), String> {
    default_matrix().into_iter().map(|(m, p, right)| ((m, p), right.cell())).collect()
}

/// What no change of the matrix may do: shut everybody out of the system, or let the administrator
/// decide the shop's business.
fn check_cell(module: Module, post: Post, right: &Right) -> Result<()> {
    if post != Post::Admin {
        return Ok(());
    }
    if module == Module::System && right.level < Level::Write {
        return Err(Error::invalid(
            "cell",
            "系统管理员必须能管理系统，否则再没有人能改回来；请至少保留 W",
        ));
    }
    admin_decides_nothing(right)
}

fn admin_decides_nothing(right: &Right) -> Result<()> {
    if right.level == Level::Approve {
        return Err(Error::invalid(
            "cell",
            "系统管理员不能审批业务单据，请改为 N、R 或 W；需要审批的人请另任一个岗位",
        ));
    }
    Ok(())
}

/// Changes one cell of the matrix.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetCell {
    /// The cell.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// The new right.
    pub cell: String,
    /// Why.
    pub reason: String,
}

impl Command for SetCell {
    type Output = i64;
    const NAME: &'static str = "rights.set_cell";
    const TITLE: &'static str = "修改权限表";
    const NEEDS: Need = SETS_RIGHTS;
    const TOUCHES: &'static [&'static str] = &["right_cell"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let right = Right::parse(&self.cell)?;
        if self.reason.trim().is_empty() {
            return Err(Error::invalid("reason", "修改权限需要写明原因"));
        }
        let (module, post): (Module, Post) = tx
            .maybe("select module, post from right_cell where id = ?1", params![self.id])?
            .ok_or_else(|| Error::not_found("权限", self.id))?;
        check_cell(module, post, &right)?;
        tx.because(Some(&self.reason));
        let set = [("cell", right.cell().into())];
        tx.update(&RIGHT_CELL, self.id, Some(self.version), &set)
    }
}

/// Puts cells back to what a new shop begins with: one post's column, or all of them.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResetCells {
    /// Only this post's column.
    #[serde(default)]
    pub post: Option<Post>,
    /// Why.
    pub reason: String,
}

/// What a reset did.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reset {
    /// How many cells went back.
    pub cells: usize,
    /// The batch, for taking it back within 30 minutes.
    pub batch: i64,
}

impl Command for ResetCells {
    type Output = Reset;
    const NAME: &'static str = "rights.reset";
    const TITLE: &'static str = "恢复默认权限";
    const NEEDS: Need = SETS_RIGHTS;
    const TOUCHES: &'static [&'static str] = &["right_cell"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        if self.reason.trim().is_empty() {
            return Err(Error::invalid("reason", "恢复默认权限需要写明原因"));
        }
        tx.because(Some(&self.reason));
        let batch = tx.batch("恢复默认权限")?;
        let rows: Vec<(i64, Module, Post, String)> =
            tx.all("select id, module, post, cell from right_cell order by id", params![])?;
        let defaults = defaults();
        let mut cells = 0;
        for (id, module, post, cell) in rows {
            let Some(default) = defaults.get(&(module, post)) else { continue };
            if self.post.is_none_or(|only| only == post) && cell != *default {
                tx.update(&RIGHT_CELL, id, None, &[("cell", default.as_str().into())])?;
                cells += 1;
            }
        }
        Ok(Reset { cells, batch })
    }
}

/// Rights given to single persons, with their end.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Grants {}

/// One personal right.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct GrantView {
    /// Id.
    pub id: i64,
    /// Who.
    pub staff_id: i64,
    /// Their name.
    pub name: String,
    /// The module.
    pub module: Module,
    /// The right.
    pub cell: String,
    /// The last day it holds.
    pub until: Day,
    /// Why.
    pub reason: String,
}

impl Query for Grants {
    type Output = Vec<GrantView>;
    const NAME: &'static str = "grants.list";
    const TITLE: &'static str = "个人授权";
    const NEEDS: Need = Need::Any(&[Ask::read(Module::System)]);
    const PROVIDES: &'static [&'static str] = &["staff"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        grants_of(cx, None)
    }
}

/// Personal grants of everybody, or of one person; the latest end first.
pub(super) fn grants_of(cx: &Cx<'_>, staff: Option<i64>) -> Result<Vec<GrantView>> {
    cx.all(
        "select g.id, g.staff_id, s.name, g.module, g.cell, g.until, g.reason
         from staff_grant g join staff s on s.id = g.staff_id
         where ?1 is null or g.staff_id = ?1 order by g.until desc, g.id",
        params![staff],
    )
}

/// Gives one person a right until a day.
#[derive(Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddGrant {
    /// Who.
    pub staff_id: i64,
    /// The module.
    pub module: Module,
    /// The right.
    pub cell: String,
    /// The last day it holds; at most a year ahead.
    pub until: Day,
    /// Why.
    pub reason: String,
}

impl Command for AddGrant {
    type Output = i64;
    const NAME: &'static str = "grants.add";
    const TITLE: &'static str = "个人授权";
    const NEEDS: Need = SETS_RIGHTS;
    const TOUCHES: &'static [&'static str] = &["staff"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let right = Right::parse(&self.cell)?;
        let cell = right.cell();
        if self.reason.trim().is_empty() {
            return Err(Error::invalid("reason", "授权需要写明原因"));
        }
        let days = tx.today().until(self.until);
        if !(0..=366).contains(&days) {
            return Err(Error::invalid("until", "到期日应在今天到一年之内"));
        }
        if self.staff_id == tx.caller.staff {
            return Err(
                Error::forbidden("不能给自己授权，请由另一位管理员来做").because("four_eyes")
            );
        }
        let known: Option<i64> =
            tx.maybe("select id from staff where id = ?1", params![self.staff_id])?;
        known.ok_or_else(|| Error::not_found("员工", self.staff_id))?;
        let admin: bool = tx.one(
            "select exists (select 1 from staff_post where staff_id = ?1 and post = ?2)",
            params![self.staff_id, Post::Admin.code()],
        )?;
        if admin {
            admin_decides_nothing(&right)?;
        }
        tx.insert(&STAFF_GRANT, &Self { cell, ..self })
    }
}

/// Ends a personal right now.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EndGrant {
    /// The grant.
    pub id: i64,
}

impl Command for EndGrant {
    type Output = ();
    const NAME: &'static str = "grants.end";
    const TITLE: &'static str = "收回个人授权";
    const NEEDS: Need = SETS_RIGHTS;
    const TOUCHES: &'static [&'static str] = &["staff"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        tx.remove(&STAFF_GRANT, self.id, None)
    }
}

/// How much each post may decide alone.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Limits {}

/// One amount limit.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct LimitView {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// What kind of decision.
    pub code: String,
    /// In Chinese.
    pub title: String,
    /// The post.
    pub post: Post,
    /// 分, or basis points where the code ends in `_bp`.
    pub amount: i64,
}

impl Query for Limits {
    type Output = Vec<LimitView>;
    const NAME: &'static str = "limits.list";
    const TITLE: &'static str = "金额权限";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["amount_limit"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        cx.all(
            "select id, version, code, title, post, amount from amount_limit order by id",
            params![],
        )
    }
}

/// Changes an amount limit.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetLimit {
    /// The limit.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// The new amount.
    pub amount: i64,
    /// Why.
    pub reason: String,
}

impl Command for SetLimit {
    type Output = i64;
    const NAME: &'static str = "limits.set";
    const TITLE: &'static str = "修改金额权限";
    const NEEDS: Need = SETS_RIGHTS;
    const TOUCHES: &'static [&'static str] = &["amount_limit"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        if !(0..=1_000_000_000_00).contains(&self.amount) {
            return Err(Error::invalid("amount", "上限应在 0 到 10 亿元之间"));
        }
        if self.reason.trim().is_empty() {
            return Err(Error::invalid("reason", "修改金额权限需要写明原因"));
        }
        tx.because(Some(&self.reason));
        tx.update(&AMOUNT_LIMIT, self.id, Some(self.version), &[("amount", self.amount.into())])
    }
}

/// Gives another post a limit for a kind of decision that there is already.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddLimit {
    /// What kind of decision.
    pub code: String,
    /// The post.
    pub post: Post,
    /// The amount.
    pub amount: i64,
    /// Why.
    pub reason: String,
}

#[derive(Serialize)]
struct NewLimit<'a> {
    code: &'a str,
    title: String,
    post: Post,
    amount: i64,
}

impl Command for AddLimit {
    type Output = i64;
    const NAME: &'static str = "limits.add";
    const TITLE: &'static str = "新增金额权限";
    const NEEDS: Need = SETS_RIGHTS;
    const TOUCHES: &'static [&'static str] = &["amount_limit"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        if self.reason.trim().is_empty() {
            return Err(Error::invalid("reason", "新增金额权限需要写明原因"));
        }
        if !(0..=1_000_000_000_00).contains(&self.amount) {
            return Err(Error::invalid("amount", "上限应在 0 到 10 亿元之间"));
        }
        let title: Option<String> = tx
            .maybe("select title from amount_limit where code = ?1 limit 1", params![&self.code])?;
        let title = title.ok_or_else(|| Error::not_found("金额权限", &self.code))?;
        let there: bool = tx.one(
            "select exists (select 1 from amount_limit where code = ?1 and post = ?2)",
            params![&self.code, self.post.code()],
        )?;
        if there {
            return Err(Error::conflict(
                "duplicate",
                format!("“{}”已经有“{title}”的上限，请直接修改那一行", self.post.title()),
            )
            .at("post"));
        }
        tx.because(Some(&self.reason));
        let row = NewLimit { code: &self.code, title, post: self.post, amount: self.amount };
        tx.insert(&AMOUNT_LIMIT, &row)
    }
}

/// Takes a post's limit away: it then decides nothing of that kind alone.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RemoveLimit {
    /// The limit.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// Why.
    pub reason: String,
}

impl Command for RemoveLimit {
    type Output = ();
    const NAME: &'static str = "limits.remove";
    const TITLE: &'static str = "删除金额权限";
    const NEEDS: Need = SETS_RIGHTS;
    const TOUCHES: &'static [&'static str] = &["amount_limit"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        if self.reason.trim().is_empty() {
            return Err(Error::invalid("reason", "删除金额权限需要写明原因"));
        }
        tx.because(Some(&self.reason));
        tx.remove(&AMOUNT_LIMIT, self.id, Some(self.version))
    }
}

/// The highest amount that the caller's hats may decide alone; nothing when no limit is set for them.
pub fn limit_of(cx: &Cx<'_>, code: &str) -> Result<Option<i64>> {
    let rows: Vec<(String, i64)> =
        cx.all("select post, amount from amount_limit where code = ?1", params![code])?;
    Ok(rows
        .into_iter()
        .filter(|(post, _)| cx.caller.posts().any(|have| have.code() == post))
        .map(|(_, amount)| amount)
        .max())
}
