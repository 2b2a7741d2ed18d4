//! The shops on channels.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::channels::{KEEPS, keeps};
use super::rules::clean;
use super::table::{Channel, SHOP};
use crate::kernel::door::Entry;
use crate::kernel::{Command, Currency, Cx, Error, Need, Query, Result, Tx};
use crate::params;
use crate::store::Value;

pub(super) fn operations() -> Vec<Entry> {
    vec![
        Entry::query::<ListShops>(),
        Entry::command::<CreateShop>(),
        Entry::command::<UpdateShop>(),
    ]
}

/// The shops.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListShops {}

/// A shop.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct ShopRow {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// `TB1`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The channel.
    pub channel_id: i64,
    /// Its name.
    pub channel: String,
    /// `domestic` or `overseas`.
    pub region: String,
    /// The currency.
    pub currency: String,
    /// `US`, `RU` …
    pub site: String,
    /// In use.
    pub active: bool,
}

impl Query for ListShops {
    type Output = Vec<ShopRow>;
    const NAME: &'static str = "shops.list";
    const TITLE: &'static str = "店铺";
    const NEEDS: Need = Need::SignedIn;
    const PROVIDES: &'static [&'static str] = &["shop", "channel"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        cx.all(
            "select s.id, s.version, s.code, s.name, s.channel_id, c.title as channel, c.region,
                c.currency, s.site, s.active
             from shop s join channel c on c.id = s.channel_id order by c.id, s.code",
            params![],
        )
    }
}

/// Adds a shop on a channel.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateShop {
    /// Short code, unique.
    pub code: String,
    /// Name.
    pub name: String,
    /// The channel.
    pub channel_id: i64,
    /// `US`, `RU` …
    #[serde(default)]
    pub site: String,
}

fn shop_name(name: &str) -> Result<String> {
    let name = clean(name);
    if name.is_empty() || name.chars().count() > 40 {
        return Err(Error::invalid("name", "店铺名不能为空，最多 40 个字"));
    }
    Ok(name)
}

impl Command for CreateShop {
    type Output = i64;
    const NAME: &'static str = "shops.create";
    const TITLE: &'static str = "新建店铺";
    const NEEDS: Need = KEEPS;
    const TOUCHES: &'static [&'static str] = &["shop"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let channel = Channel::of(tx, self.channel_id)?;
        keeps(tx, &channel)?;
        let code = clean(&self.code).to_uppercase();
        let fits = (1..=16).contains(&code.chars().count())
            && code.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        if !fits {
            return Err(Error::invalid(
                "code",
                format!("店铺代码“{code}”不对，应为 1 到 16 个字母或数字，例如 TB1"),
            ));
        }
        let taken: Option<String> =
            tx.maybe("select name from shop where code = ?1", params![&code])?;
        if let Some(name) = taken {
            return Err(Error::conflict(
                "duplicate",
                format!("店铺代码“{code}”已被“{name}”使用，请换一个"),
            )
            .at("code"));
        }
        Currency::new(&channel.currency)?;
        tx.insert(
            &SHOP,
            &serde_json::json!({
                "code": code, "name": shop_name(&self.name)?, "channel_id": self.channel_id,
                "site": clean(&self.site), "created_at": tx.now, "updated_at": tx.now,
            }),
        )
    }
}

/// Changes a shop's name, site, or whether it is in use. Its channel stays: listings depend on it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateShop {
    /// Which.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// New name.
    #[serde(default)]
    pub name: Option<String>,
    /// New site.
    #[serde(default)]
    pub site: Option<String>,
    /// In use.
    #[serde(default)]
    pub active: Option<bool>,
}

impl Command for UpdateShop {
    type Output = i64;
    const NAME: &'static str = "shops.update";
    const TITLE: &'static str = "修改店铺";
    const NEEDS: Need = KEEPS;
    const TOUCHES: &'static [&'static str] = &["shop"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let channel: Option<i64> =
            tx.maybe("select channel_id from shop where id = ?1", params![self.id])?;
        let channel = channel.ok_or_else(|| Error::not_found(SHOP.label, self.id))?;
        keeps(tx, &Channel::of(tx, channel)?)?;
        let mut set: Vec<(&str, Value)> = Vec::new();
        if let Some(name) = &self.name {
            set.push(("name", shop_name(name)?.into()));
        }
        if let Some(site) = &self.site {
            set.push(("site", clean(site).into()));
        }
        if let Some(active) = self.active {
            set.push(("active", active.into()));
        }
        tx.update(&SHOP, self.id, Some(self.version), &set)
    }
}
