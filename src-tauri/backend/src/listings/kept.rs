//! What is kept beside the rows of this room: a listing's stock, lowest price, first picture and
//! completeness, and which shop its parts are in.

use std::collections::HashMap;

use serde::Deserialize;

use super::change::{points, refresh};
use super::channels::{SlotRow, slots_of};
use super::ops::money;
use super::rules::{completeness, percent};
use super::table::{
    CHANNEL, CHANNEL_CATEGORY, CHANNEL_SLOT, Channel, LISTING, LISTING_SKU, Listing, Sku,
};
use crate::kernel::{Cx, Follow, Kept, Result, Stray};
use crate::params;
use crate::products;

/// The listings of a channel whose completeness still matters: what is on its way to being listed.
/// Afterwards it says how complete a listing was when it was last touched.
const WAITING: &str = "select id from listing where channel_id = ?1
    and state in ('planned', 'preparing', 'ready')";

/// What a listing keeps of its SKUs, pictures and rules.
pub(super) const LISTINGS: Kept = Kept {
    of: &LISTING,
    strays: |cx, say| {
        figures(cx, say)?;
        completeness_of_waiting(cx, say)
    },
    follows: &[
        Follow::of(
            &products::PICTURE,
            &[],
            "select id from listing l where product_id = ?1 and state <> 'deleted' and not exists (
                select 1 from listing_picture p where p.listing_id = l.id)",
        ),
        Follow::of(
            &products::SKU,
            &["cost"],
            "select l.id from listing l join channel c on c.id = l.channel_id
             where l.product_id = ?1 and l.state in ('planned', 'preparing', 'ready')
                and c.currency <> 'CNY'",
        ),
        Follow::of(
            &CHANNEL,
            &["title_max", "title_unit", "bullets_max", "currency", "fx_micro"],
            WAITING,
        ),
        Follow::of(&CHANNEL_SLOT, &["min_count", "spec"], WAITING),
        Follow::of(&CHANNEL_CATEGORY, &[], WAITING),
    ],
    redo: Some(|tx, id| refresh(tx, id, &[]).map(drop)),
};

/// The picture that tells people in a list what a listing is: its own first one, until then its
/// product's.
pub(super) const FIRST_PICTURE: &str = "coalesce(
    (select p.file from listing_picture p where p.listing_id = l.id
     order by case when p.slot like '%.main' then 0 else 1 end, p.slot, p.position limit 1),
    (select i.file from product_picture i where i.product_id = l.product_id
     order by i.position limit 1))";

#[derive(Deserialize)]
struct Figures {
    id: i64,
    title: String,
    currency: String,
    qty: i64,
    sku_count: i64,
    price: i64,
    picture: Option<String>,
    skus_qty: i64,
    skus: i64,
    lowest: i64,
    first: Option<String>,
}

fn figures(cx: &Cx<'_>, say: &mut dyn FnMut(Stray)) -> Result<()> {
    let sql = format!(
        "select l.id, l.title, l.currency, l.qty, l.sku_count, l.price, l.picture,
            coalesce(k.qty, 0) as skus_qty, coalesce(k.skus, 0) as skus,
            coalesce(k.lowest, l.price) as lowest, {FIRST_PICTURE} as first
         from listing l left join (
            select listing_id, sum(qty) as qty, count(*) as skus, min(price) as lowest
            from listing_sku group by listing_id) k on k.listing_id = l.id
         where l.state <> 'deleted' and (l.qty <> coalesce(k.qty, 0)
            or l.sku_count <> coalesce(k.skus, 0) or l.price <> coalesce(k.lowest, l.price)
            or l.picture is distinct from {FIRST_PICTURE})
         order by l.id"
    );
    cx.each(&sql, params![], &mut |row| {
        let row: Figures = crate::store::from_row(row)?;
        let name = named(row.id, &row.title);
        let mut found = |what, kept: String, right: String| {
            if kept != right {
                say(Stray { id: row.id, name: name.clone(), what, kept, right });
            }
        };
        let price = |amount| money(amount, &row.currency).to_string();
        let file = |hash: &Option<String>| {
            hash.as_ref().map_or_else(|| "无".to_owned(), |h| h.chars().take(12).collect())
        };
        found("在售库存", row.qty.to_string(), row.skus_qty.to_string());
        found("SKU 数", row.sku_count.to_string(), row.skus.to_string());
        found("售价", price(row.price), price(row.lowest));
        found("首图", file(&row.picture), file(&row.first));
        Ok(true)
    })
}

fn named(id: i64, title: &str) -> String {
    format!("#{id} {}", title.chars().take(16).collect::<String>())
}

/// So many listings are looked at together.
const PAGE: usize = 500;

fn completeness_of_waiting(cx: &Cx<'_>, say: &mut dyn FnMut(Stray)) -> Result<()> {
    let channels: Vec<i64> = cx.all("select id from channel order by id", params![])?;
    for id in channels {
        let channel = Channel::of(cx, id)?;
        let slots = slots_of(cx, id)?;
        let mut after = 0;
        loop {
            let page: Vec<Listing> = cx.all(
                &format!(
                    "select * from listing
                     where id in ({WAITING}) and id > ?2 order by id limit {PAGE}"
                ),
                params![id, after],
            )?;
            let Some(last) = page.last() else { break };
            after = last.id;
            compare(cx, (&channel, &slots), &page, say)?;
        }
    }
    Ok(())
}

fn compare(
    cx: &Cx<'_>,
    rules: (&Channel, &[SlotRow]),
    page: &[Listing],
    say: &mut dyn FnMut(Stray),
) -> Result<()> {
    let (Some(first), Some(last)) = (page.first(), page.last()) else { return Ok(()) };
    let range = params![rules.0.id, first.id, last.id];
    let mut skus: HashMap<i64, Vec<Sku>> = HashMap::new();
    let all: Vec<Sku> = cx.all(
        "select k.id, k.version, k.listing_id, k.sku_id, s.code, k.outer_id, k.price, k.qty, s.cost
         from listing l join listing_sku k on k.listing_id = l.id join sku s on s.id = k.sku_id
         where l.channel_id = ?1 and l.id between ?2 and ?3 order by k.id",
        range,
    )?;
    for sku in all {
        skus.entry(sku.listing_id).or_default().push(sku);
    }
    let mut placed: HashMap<i64, Vec<(String, String)>> = HashMap::new();
    let all: Vec<(i64, String, String)> = cx.all(
        "select p.listing_id, p.slot, p.file from listing l
         join listing_picture p on p.listing_id = l.id
         where l.channel_id = ?1 and l.id between ?2 and ?3 order by p.slot, p.position",
        range,
    )?;
    for (listing, slot, file) in all {
        placed.entry(listing).or_default().push((slot, file));
    }
    let (skus, placed) = (&mut skus, &mut placed);
    for it in page {
        let own = skus.remove(&it.id).unwrap_or_default();
        let pictures = placed.remove(&it.id).unwrap_or_default();
        let right = completeness(&points(cx, it, rules, &own, &pictures)?);
        if right != it.completeness_bp {
            say(Stray {
                id: it.id,
                name: named(it.id, &it.title),
                what: "完整度",
                kept: format!("{}%", percent(it.completeness_bp)),
                right: format!("{}%", percent(right)),
            });
        }
    }
    Ok(())
}

/// Which shop or channel a row is in, copied from the row it belongs to.
pub(super) const SHOPS: Kept = Kept {
    of: &LISTING_SKU,
    strays: |cx, say| {
        for (what, sql) in COPIES {
            cx.each(sql, params![], &mut |row| {
                let (id, name, kept, right): (i64, String, i64, i64) = crate::store::from_row(row)?;
                say(Stray { id, name, what, kept: kept.to_string(), right: right.to_string() });
                Ok(true)
            })?;
        }
        Ok(())
    },
    follows: &[],
    redo: None,
};

const COPIES: [(&str, &str); 4] = [
    (
        "渠道（随店铺）",
        "select l.id, '#' || l.id || ' ' || l.title, l.channel_id, s.channel_id from listing l
         join shop s on s.id = l.shop_id where s.channel_id <> l.channel_id order by l.id",
    ),
    (
        "店铺（随上架商品）",
        "select k.id, '#' || l.id || ' ' || l.title || ' SKU ' || k.sku_id, k.shop_id, l.shop_id
         from listing_sku k join listing l on l.id = k.listing_id
         where l.shop_id <> k.shop_id order by k.id",
    ),
    (
        "店铺（随上架商品）",
        "select c.id, c.code, c.shop_id, l.shop_id from price_change c
         join listing l on l.id = c.listing_id where l.shop_id <> c.shop_id order by c.id",
    ),
    (
        "店铺（随上架商品）",
        "select i.id, '#' || l.id || ' ' || l.title || ' · ' || i.id, i.shop_id, l.shop_id
         from sync_item i join listing l on l.id = i.listing_id
         where l.shop_id <> i.shop_id order by i.id",
    ),
];
