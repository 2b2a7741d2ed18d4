//! Views that people save over lists: one's own, or shared with everybody.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::table::SAVED_VIEW;
use crate::kernel::{Command, Cx, Error, Need, Query, Result, Tx};
use crate::params;

/// One saved view.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct SavedView {
    /// Its id.
    pub id: i64,
    /// The list it is over.
    pub list: String,
    /// Its name.
    pub name: String,
    /// Everybody sees it.
    pub shared: bool,
    /// It is the caller's own.
    pub mine: bool,
    /// What the page keeps in it: tab, filters, sort, columns, density.
    pub view: Json,
}

/// The views over a list: my own and the shared ones.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListViews {
    /// The list.
    pub list: String,
}

impl Query for ListViews {
    type Output = Vec<SavedView>;
    const NAME: &'static str = "views.list";
    const TITLE: &'static str = "常用视图";
    const NEEDS: Need = Need::SignedIn;
    const PROVIDES: &'static [&'static str] = &["view"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        #[derive(Deserialize)]
        struct Row {
            id: i64,
            list: String,
            name: String,
            shared: bool,
            mine: bool,
            view: String,
        }
        let rows: Vec<Row> = cx.all(
            "select id, list, name, shared, staff_id = ?2 as mine, view from saved_view
             where list = ?1 and (staff_id = ?2 or shared = 1) order by name",
            params![self.list, cx.caller.staff],
        )?;
        rows.into_iter()
            .map(|r| {
                let view = serde_json::from_str(&r.view).map_err(Error::internal)?;
                Ok(SavedView {
                    id: r.id,
                    list: r.list,
                    name: r.name,
                    shared: r.shared,
                    mine: r.mine,
                    view,
                })
            })
            .collect()
    }
}

/// Saves a view; one with the same name of mine is replaced.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveView {
    /// The list.
    pub list: String,
    /// The view to change; a new one when absent.
    #[serde(default)]
    pub id: Option<i64>,
    /// Its name.
    pub name: String,
    /// What to keep.
    pub view: Json,
    /// Everybody sees it.
    #[serde(default)]
    pub shared: bool,
}

impl Command for SaveView {
    type Output = i64;
    const NAME: &'static str = "views.save";
    const TITLE: &'static str = "保存视图";
    const NEEDS: Need = Need::SignedIn;
    const TOUCHES: &'static [&'static str] = &["view"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        if tx.core().list(&self.list).is_none() {
            return Err(Error::invalid("list", format!("没有“{}”这个列表", self.list)));
        }
        let name = self.name.trim().to_owned();
        if name.is_empty() || name.chars().count() > 30 {
            return Err(Error::invalid("name", "视图名称不能为空，最多 30 个字"));
        }
        let view = self.view.to_string();
        if view.len() > 20_000 {
            return Err(Error::invalid("view", "这个视图的条件太多，保存不下，请删掉一些筛选值"));
        }
        let row = NewView {
            list: &self.list,
            name: &name,
            staff_id: tx.caller.staff,
            shared: self.shared,
            view: &view,
            updated_at: tx.now,
        };
        let own = |id| mine(tx, id, "修改", "；别人共享的视图请另存一份");
        let at = match self.id {
            Some(id) => Some(own(id)?),
            None => tx.maybe(
                "select id from saved_view where list = ?1 and staff_id = ?2 and name = ?3",
                params![row.list, row.staff_id, row.name],
            )?,
        };
        let Some(id) = at else { return tx.insert(&SAVED_VIEW, &row) };
        let set =
            [("name", row.name.into()), ("view", row.view.into()), ("shared", row.shared.into())];
        tx.update(&SAVED_VIEW, id, None, &set)?;
        Ok(id)
    }
}

#[derive(Serialize)]
struct NewView<'v> {
    list: &'v str,
    name: &'v str,
    staff_id: i64,
    shared: bool,
    view: &'v str,
    updated_at: i64,
}

/// The view, if it is the caller's own.
fn mine(cx: &Cx<'_>, id: i64, act: &str, hint: &str) -> Result<i64> {
    cx.maybe(
        "select id from saved_view where id = ?1 and staff_id = ?2",
        params![id, cx.caller.staff],
    )?
    .ok_or_else(|| Error::forbidden(format!("只能{act}自己保存的视图{hint}")))
}

/// Removes a view of mine.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RemoveView {
    /// The view.
    pub id: i64,
}

impl Command for RemoveView {
    type Output = ();
    const NAME: &'static str = "views.remove";
    const TITLE: &'static str = "删除视图";
    const NEEDS: Need = Need::SignedIn;
    const TOUCHES: &'static [&'static str] = &["view"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let id = mine(tx, self.id, "删除", "")?;
        tx.remove(&SAVED_VIEW, id, None)
    }
}
