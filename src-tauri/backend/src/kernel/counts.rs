//! How many rows each tab of a list has: all tabs in one pass over what meets the conditions.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::list::{Filter, ListDef, Query};
use super::{Cx, Error, Result};
use crate::store::ValueRef;

/// What counts are asked for.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CountInput {
    /// Words to look for.
    #[serde(default)]
    pub q: Option<String>,
    /// Conditions, all of which must hold.
    #[serde(default)]
    pub filters: Vec<Filter>,
    /// Only these tabs; every tab when empty. A page asks for its own first.
    #[serde(default)]
    pub tabs: Vec<String>,
}

impl CountInput {
    /// Whether this tab is asked for.
    pub fn asks(&self, tab: &str) -> bool {
        self.tabs.is_empty() || self.tabs.iter().any(|t| t == tab)
    }
}

/// How many rows each tab has.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Counts {
    /// By tab, `all` included.
    pub tabs: BTreeMap<&'static str, i64>,
}

pub(super) fn counts(cx: &Cx<'_>, def: &ListDef, input: &CountInput) -> Result<Counts> {
    let known = || std::iter::once("all").chain(def.tabs.iter().map(|t| t.key));
    if let Some(unknown) = input.tabs.iter().find(|t| known().all(|key| key != **t)) {
        return Err(Error::invalid("tabs", format!("列表“{}”没有“{unknown}”这个页签", def.title)));
    }
    let mut keys: Vec<&'static str> = known().filter(|key| input.asks(key)).collect();
    let mut tabs = BTreeMap::new();
    let whole = def.query(cx, None, input.q.as_deref(), &input.filters)?;
    if let Some(index) = def.search
        && whole.wheres.len() == 1
        && whole.from.starts_with(&cx.dialect().index(index))
        && keys.first() == Some(&"all")
    {
        // A search without conditions is counted in the index alone.
        let sql =
            format!("select count(*) from {}{}", cx.dialect().index(index), whole.where_sql());
        tabs.insert(keys.remove(0), cx.one(&sql, &whole.params)?);
    }
    if whole.wheres.is_empty() || keys.len() == 1 {
        // Of everything there is, each tab is counted by the index over its own condition.
        for key in keys {
            let query = def.query(cx, Some(key), input.q.as_deref(), &input.filters)?;
            let sql = format!("select count(*) from {}{}", query.from, query.where_sql());
            tabs.insert(key, cx.one(&sql, &query.params)?);
        }
    } else if !keys.is_empty() {
        together(cx, def, &whole, &keys, &mut tabs)?;
    }
    Ok(Counts { tabs })
}

/// Counts these tabs in one pass.
fn together(
    cx: &Cx<'_>,
    def: &ListDef,
    whole: &Query,
    keys: &[&'static str],
    tabs: &mut BTreeMap<&'static str, i64>,
) -> Result<()> {
    let sums: Vec<String> = keys
        .iter()
        .map(|key| match def.tabs.iter().find(|t| t.key == *key) {
            Some(tab) => format!("count(case when {} then 1 end)", tab.when),
            None => "count(*)".to_owned(),
        })
        .collect();
    let sql = format!("select {} from {}{}", sums.join(", "), whole.from, whole.where_sql());
    cx.each(&sql, &whole.params, &mut |row| {
        for (i, key) in keys.iter().enumerate() {
            if let ValueRef::Int(count) = row.get(i) {
                tabs.insert(key, count);
            }
        }
        Ok(false)
    })
}
