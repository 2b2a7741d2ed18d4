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
        if let Some(id) = self.id {
            let changed = tx.exec(
                &SAVED_VIEW,
                "update saved_view set name = ?3, view = ?4, shared = ?5, updated_at = ?6
                 where id = ?1 and staff_id = ?2",
                params![id, tx.caller.staff, name, view, self.shared, tx.now],
            )?;
            if changed == 0 {
                return Err(Error::forbidden("只能修改自己保存的视图；别人共享的视图请另存一份"));
            }
            tx.tag("view");
            return Ok(id);
        }
        tx.exec(
            &SAVED_VIEW,
            "insert into saved_view (list, name, staff_id, shared, view, updated_at)
             values (?1, ?2, ?3, ?4, ?5, ?6)
             on conflict (list, staff_id, name) do update
             set view = excluded.view, shared = excluded.shared, updated_at = excluded.updated_at",
            params![&self.list, &name, tx.caller.staff, self.shared, view, tx.now],
        )?;
        tx.tag("view");
        tx.one(
            "select id from saved_view where list = ?1 and staff_id = ?2 and name = ?3",
            params![self.list, tx.caller.staff, name],
        )
    }
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
        let gone = tx.exec(
            &SAVED_VIEW,
            "delete from saved_view where id = ?1 and staff_id = ?2",
            params![self.id, tx.caller.staff],
        )?;
        if gone == 0 {
            return Err(Error::forbidden("只能删除自己保存的视图"));
        }
        tx.tag("view");
        Ok(())
    }
}
