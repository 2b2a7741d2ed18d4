//! Ctrl+K: any product, SKU, listing, asset, copy, campaign or person, by number, words, pinyin
//! initials or barcode.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::kernel::rights::Ask;
use crate::kernel::{Cx, Module, Need, Query, Result};
use crate::params;
use crate::products::rules::platform_item_id;
use crate::store::match_query;

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
    /// `product`, `sku`, `listing`, `asset`, `copy`, `campaign`, `staff`.
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

/// Where to look: the module that lets one see it, and the SQL with ?1 the words for the index and
/// ?2 the text as typed.
const PLACES: &[(Module, bool, &str)] = &[
    (
        Module::Products,
        false,
        "select 'sku' as kind, k.id, p.title || ' ' || k.label as title, k.code as subtitle, null as thumb,
            '/card?id=' || p.id as route
         from sku k join product p on p.id = k.product_id
         where k.code = ?1 or k.barcode = ?1 limit 5",
    ),
    (
        Module::Products,
        true,
        "select 'product' as kind, p.id, p.title, p.code as subtitle,
            (select file from product_picture where product_id = p.id order by position limit 1) as thumb,
            '/products/' || p.id as route
         from search_product join product p on p.id = search_product.rowid
         where search_product match ?1 order by search_product.rowid desc limit 6",
    ),
    (
        Module::ListingsDomestic,
        true,
        "select 'listing' as kind, l.id, l.title, s.name as subtitle, l.picture as thumb,
            '/listings/' || l.id as route
         from search_listing join listing l on l.id = search_listing.rowid join shop s on s.id = l.shop_id
         where search_listing match ?1 order by search_listing.rowid desc limit 6",
    ),
    (
        Module::Assets,
        true,
        "select 'asset' as kind, r.id, r.title, r.no as subtitle, null as thumb, '/assets/' || r.id as route
         from search_asset join asset_request r on r.id = search_asset.rowid
         where search_asset match ?1 order by search_asset.rowid desc limit 6",
    ),
    (
        Module::Copy,
        true,
        "select 'copy' as kind, d.id, d.title, d.no as subtitle, null as thumb, '/copy/' || d.id as route
         from search_copy join copy_doc d on d.id = search_copy.rowid
         where search_copy match ?1 order by search_copy.rowid desc limit 6",
    ),
    (
        Module::Campaigns,
        true,
        "select 'campaign' as kind, c.id, c.title, c.no as subtitle, null as thumb,
            '/campaigns/' || c.id as route
         from search_campaign join campaign c on c.id = search_campaign.rowid
         where search_campaign match ?1 order by search_campaign.rowid desc limit 6",
    ),
    (
        Module::People,
        false,
        "select 'staff' as kind, s.id, s.name as title, s.login as subtitle, null as thumb, '/team/' || s.id as route
         from staff s where s.active = 1 and (s.name like '%' || ?1 || '%' or s.login like ?1 || '%') limit 5",
    ),
];

impl Query for Find {
    type Output = Vec<Found>;
    const NAME: &'static str = "desk.find";
    const TITLE: &'static str = "全局查找";
    const NEEDS: Need = Need::SignedIn;
    const PROVIDES: &'static [&'static str] = &["product", "listing", "asset", "copy", "staff"];
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
        let Some(words) = match_query(text) else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        for (module, indexed, sql) in PLACES {
            let overseas = *module == Module::ListingsDomestic
                && cx.caller.can(Ask::read(Module::ListingsOverseas));
            if cx.caller.can(Ask::read(*module)) || overseas {
                let term = if *indexed { &words } else { text };
                found.extend(cx.all::<Found>(sql, params![term])?);
            }
        }
        Ok(found)
    }
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
