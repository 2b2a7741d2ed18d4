//! Saved column maps (导入方案): one for each kind of file that a shop gets again and again.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use shopdesk_exchange::{ColumnMap, Kind as RecordKind};

use super::ops::WRITES;
use super::rules::fingerprint;
use super::table::PROFILE;
use super::view::SEES;
use crate::kernel::{Command, Cx, Error, Level, Module, Need, Query, Result, Tx};
use crate::params;

/// The saved column maps.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListProfiles {}

/// A saved column map.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct ProfileView {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// What the rows are.
    pub kind: RecordKind,
    /// Which column is which.
    pub map: ColumnMap,
    /// Who made it.
    pub by: String,
    /// UTC milliseconds.
    pub updated_at: i64,
}

impl Query for ListProfiles {
    type Output = Vec<ProfileView>;
    const NAME: &'static str = "profiles.list";
    const TITLE: &'static str = "导入方案";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["import_profile"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        cx.all(
            "select p.id, p.version, p.name, p.kind, p.map, coalesce(s.name, '系统') as by, p.updated_at
             from import_profile p left join staff s on s.id = p.created_by order by p.name",
            params![],
        )
    }
}

/// Keeps a column map under a name; the same name again replaces it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveProfile {
    /// Its name.
    pub name: String,
    /// The columns' names of the files it is for.
    pub header: Vec<String>,
    /// Which column is which.
    pub map: ColumnMap,
}

impl Command for SaveProfile {
    type Output = i64;
    const NAME: &'static str = "profiles.save";
    const TITLE: &'static str = "保存导入方案";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["import_profile"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        save_profile(tx, self.name.trim(), &fingerprint(&self.header), &self.map)
    }
}

/// Keeps a map under a name, for files with these columns.
pub(super) fn save_profile(
    tx: &mut Tx<'_>,
    name: &str,
    fingerprint: &str,
    map: &ColumnMap,
) -> Result<i64> {
    if name.is_empty() || name.chars().count() > 40 {
        return Err(Error::invalid("name", "方案名应为 1 到 40 个字，例如“仓库商品表”"));
    }
    if !map.is_useful() {
        return Err(Error::invalid("map", "列对应还不够：至少要有标题或编码，再加一列别的内容"));
    }
    let kind = json!(map.kind).as_str().map(str::to_owned).unwrap_or_default();
    let known: Option<(i64, i64)> =
        tx.maybe("select id, created_by from import_profile where name = ?1", params![name])?;
    if let Some((id, owner)) = known {
        tx.own_or_refuse(Module::Imports, Level::Write, Some(owner))?;
        tx.update(
            &PROFILE,
            id,
            None,
            &[
                ("fingerprint", fingerprint.into()),
                ("kind", kind.into()),
                ("map", json!(map).into()),
            ],
        )?;
        return Ok(id);
    }
    let row = json!({
        "name": name, "fingerprint": fingerprint, "kind": kind, "map": map,
        "created_by": tx.caller.staff, "created_at": tx.now, "updated_at": tx.now,
    });
    tx.insert(&PROFILE, &row)
}

/// Takes a saved map away; imports that used it keep what they read.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RemoveProfile {
    /// The map.
    pub id: i64,
    /// Its version.
    pub version: i64,
}

impl Command for RemoveProfile {
    type Output = bool;
    const NAME: &'static str = "profiles.remove";
    const TITLE: &'static str = "删除导入方案";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["import_profile"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let owner: Option<i64> =
            tx.maybe("select created_by from import_profile where id = ?1", params![self.id])?;
        let owner = owner.ok_or_else(|| Error::not_found("导入方案", self.id))?;
        tx.own_or_refuse(Module::Imports, Level::Write, Some(owner))?;
        tx.remove(&PROFILE, self.id, Some(self.version))?;
        Ok(true)
    }
}
