//! Ctrl+K: any product, SKU, listing, price change, asset, copy, campaign or person, by number, words, pinyin
//! initials or barcode.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::kernel::rights::Ask;
use crate::kernel::{Cx, Module, Need, Query, Result};
use crate::params;
use crate::products::rules::platform_item_id;
use crate::store::Dialect;

/// Finds anything.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Find {
    /// What was typed, pasted or scanned.
    pub q: String,
}

/// Something found.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Found {
    /// `product`, `sku`, `listing`, `price_change`, `asset`, `copy`, `campaign`, `staff`.
    pub kind: String,
    /// Its id.
    pub id: i64,
    /// What it is called.
    pub title: String,
    /// Its number and place.
    pub subtitle: String,
    /// The hash of its picture.
    pub thumb: Option<String>,
    /// The page that shows it.
    pub route: String,
}

/// Where to look: the list whose rights and scope decide what is found, and the SQL. Where it names the
/// list's full-text index, `?1` is the words for it, otherwise the text as typed.
const PLACES: &[(&str, &str)] = &[
    (
        "products",
        "select 'sku' as kind, k.id, p.title || ' ' || k.label as title, k.code as subtitle, null as thumb,
            '/card?id=' || p.id as route
         from sku k join product p on p.id = k.product_id
         where (k.code = ?1 or k.barcode = ?1) and {scope} limit 5",
    ),
    (
        "products",
        "select 'product' as kind, p.id, p.title, p.code as subtitle,
            (select file from product_picture where product_id = p.id order by position limit 1) as thumb,
            '/products/' || p.id as route
         from {index} join product p on p.id = {hit}
         where {found} and {scope} order by {hit} desc limit 6",
    ),
    (
        "listings",
        "select 'listing' as kind, l.id, l.title, s.name as subtitle, l.picture as thumb,
            '/listings/' || l.id as route
         from {index} join listing l on l.id = {hit} join shop s on s.id = l.shop_id
         where {found} and l.state <> 'deleted' and {scope}
         order by {hit} desc limit 6",
    ),
    (
        "prices",
        "select 'price_change' as kind, c.id, c.code || ' ' || l.title as title, s.name as subtitle,
            l.picture as thumb, '/prices/' || c.id as route
         from {index} join price_change c on c.id = {hit}
         join listing l on l.id = c.listing_id join shop s on s.id = l.shop_id
         where {found} and {scope} order by {hit} desc limit 4",
    ),
    (
        "assets",
        "select 'asset' as kind, r.id, r.title, r.no as subtitle, null as thumb, '/assets/' || r.id as route
         from {index} join asset_request r on r.id = {hit}
         where {found} and {scope} order by {hit} desc limit 6",
    ),
    (
        "copy",
        "select 'copy' as kind, d.id, d.title, d.no as subtitle, null as thumb, '/copy/' || d.id as route
         from {index} join copy_doc d on d.id = {hit}
         where {found} and {scope} order by {hit} desc limit 6",
    ),
    (
        "campaigns",
        "select 'campaign' as kind, c.id, c.title, c.no as subtitle, null as thumb,
            '/campaigns/' || c.id as route
         from {index} join campaign c on c.id = {hit}
         where {found} and {scope} order by {hit} desc limit 6",
    ),
    (
        "staff",
        "select 'staff' as kind, s.id, s.name as title, s.login as subtitle, null as thumb, '/team/' || s.id as route
         from staff s where s.active = 1 and (s.name like '%' || ?1 || '%' or s.login like ?1 || '%')
            and {scope} limit 5",
    ),
];

impl Query for Find {
    type Output = Vec<Found>;
    const NAME: &'static str = "desk.find";
    const TITLE: &'static str = "全局查找";
    const NEEDS: Need = Need::SignedIn;
    const PROVIDES: &'static [&'static str] =
        &["product", "listing", "price_change", "asset", "copy_doc", "campaign", "staff"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let text = self.q.trim();
        // A pasted link to an item on a platform means the item, whatever else stands around it.
        let item = platform_item_id(text).map(|(_, id)| id);
        if let Some(item) = &item {
            let hits = on_platform(cx, item)?;
            if !hits.is_empty() || text.contains("://") {
                return Ok(hits);
            }
        }
        let Some(words) = cx.dialect().words(text) else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        for (list, sql) in PLACES {
            // What the list does not show to this person is not found here either.
            let Some(list) = cx.core().list(list).filter(|l| cx.caller.require(l.needs).is_ok())
            else {
                continue;
            };
            let scope = (list.scope)(cx).unwrap_or_else(|| "1 = 1".to_owned());
            let sql = sql.replace("{scope}", &scope);
            found.extend(match list.search.filter(|_| sql.contains("{found}")) {
                Some(index) => {
                    cx.all::<Found>(&with_index(cx.dialect(), index, &sql), params![&words])?
                }
                None => cx.all::<Found>(&sql, params![text])?,
            });
        }
        Ok(found)
    }
}

/// The statement with its full-text index put in.
fn with_index(dialect: Dialect, index: &str, sql: &str) -> String {
    sql.replace("{index}", &dialect.index(index))
        .replace("{hit}", &dialect.hit(index))
        .replace("{found}", &dialect.found(index, "?1"))
}

/// The product cards and listings of an item on a platform.
fn on_platform(cx: &Cx<'_>, item: &str) -> Result<Vec<Found>> {
    let can = |module| cx.caller.can(Ask::read(module));
    let region = match (can(Module::ListingsDomestic), can(Module::ListingsOverseas)) {
        (true, true) => "c.region",
        (true, false) => "'domestic'",
        (false, true) => "'overseas'",
        (false, false) => return Ok(Vec::new()),
    };
    let mut found = Vec::new();
    if can(Module::Products) {
        found.extend(cx.all::<Found>(
            &format!(
                "select distinct 'product' as kind, p.id, p.title, p.code as subtitle,
                    (select file from product_picture where product_id = p.id
                     order by position limit 1) as thumb,
                    '/card?id=' || p.id as route
                 from listing l join product p on p.id = l.product_id
                 join channel c on c.id = l.channel_id
                 where l.item_id = ?1 and c.region = {region} limit 5"
            ),
            params![item],
        )?);
    }
    found.extend(cx.all::<Found>(
        &format!(
            "select 'listing' as kind, l.id, l.title, s.name as subtitle, l.picture as thumb,
                '/listings/' || l.id as route
             from listing l join shop s on s.id = l.shop_id join channel c on c.id = l.channel_id
             where l.item_id = ?1 and l.state <> 'deleted' and c.region = {region} limit 5"
        ),
        params![item],
    )?);
    Ok(found)
}
