//! What sells below its floor now, or cannot be judged, for the report of prices.

use serde::Deserialize;

use super::change::margin_of;
use super::rules;
use super::table::Channel;
use crate::kernel::{Cx, Result};
use crate::params;
use crate::store::{Value, from_row};

/// A SKU on sale below cost with margin, or below 控价; or at a price that nobody can judge.
#[derive(Debug, Clone)]
pub struct Broken {
    /// The shop's name.
    pub shop: String,
    /// The product's number.
    pub code: String,
    /// The listing's title.
    pub title: String,
    /// 商家编码.
    pub outer_id: String,
    /// Its price, minor units of `currency`.
    pub price: i64,
    /// The currency.
    pub currency: String,
    /// The floor, in the same currency; nothing: its channel has no rate, so that whether the price covers
    /// the cost cannot be told.
    pub floor: Option<i64>,
    /// Cost in CNY.
    pub cost: Option<i64>,
    /// The floor is 控价 and not cost with margin.
    pub controlled: bool,
}

#[derive(Deserialize)]
struct Row {
    channel_id: i64,
    shop: String,
    code: String,
    title: String,
    outer_id: String,
    price: i64,
    currency: String,
    cost: Option<i64>,
    control_price: Option<i64>,
}

/// Every SKU on sale whose price is below its floor or cannot be judged, by shop and product. `narrow` is a condition over
/// `l` (listing) and `s` (shop) with the parameters `values`; `f` answers whether to go on.
pub fn below_floor(
    cx: &Cx<'_>,
    narrow: &str,
    values: &[Value],
    f: &mut dyn FnMut(Broken) -> bool,
) -> Result<()> {
    let mut channels: Vec<(Channel, i64)> = Vec::new();
    for channel in cx.all::<Channel>("select * from channel", params![])? {
        let margin = margin_of(cx, &channel)?;
        channels.push((channel, margin));
    }
    let sql = format!(
        "select l.channel_id, s.name as shop, p.code, l.title, coalesce(k.outer_id, u.code) as outer_id,
            k.price, l.currency, u.cost, l.control_price
         from listing_sku k join listing l on l.id = k.listing_id join shop s on s.id = l.shop_id
         join sku u on u.id = k.sku_id join product p on p.id = l.product_id
         where l.state = 'live' and (u.cost > 0 or l.control_price > 0) and {narrow}
         order by s.name, p.code, k.id"
    );
    cx.each(&sql, values, &mut |row| {
        let row: Row = from_row(row)?;
        let Some((channel, margin)) = channels.iter().find(|(c, _)| c.id == row.channel_id) else {
            return Ok(true);
        };
        let floor = rules::floor(row.cost, *margin, channel.fx_micro, row.control_price);
        let floor = floor.filter(|floor| row.price < *floor);
        if floor.is_none() && !rules::unjudged(row.cost, channel.fx_micro) {
            return Ok(true);
        }
        Ok(f(Broken {
            shop: row.shop,
            code: row.code,
            title: row.title,
            outer_id: row.outer_id,
            price: row.price,
            currency: row.currency,
            floor,
            cost: row.cost,
            controlled: floor.is_some() && row.control_price == floor,
        }))
    })
}
