//! The products of a campaign with their prices, beside what they sell for now and how low they may go.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ops::{WRITES, check_budget, long, require_state, touch};
use super::table::{CAMPAIGN, Campaign, Fen, ITEM};
use crate::kernel::rights::Ask;
use crate::kernel::{Command, Currency, Cx, Error, Field, Module, Money, Need, Result, Sealed, Tx};
use crate::{listings, params};

/// What a product sells for in one shop.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Offer {
    /// The listing.
    pub listing_id: i64,
    /// The shop's name.
    pub shop: String,
    /// The listing's state.
    pub state: String,
    /// Its price, in its own currency.
    pub price: Money,
}

/// How a product stands in the shops of a campaign, in 分.
#[derive(Debug, Clone, Default)]
pub(super) struct Standing {
    /// The lowest price it has now.
    pub normal: Option<i64>,
    /// The lowest price without a supervisor's word.
    pub floor: Option<i64>,
    /// How the floor comes about.
    pub how: String,
    /// The channels without a rate that it is sold on: whether its price covers the cost or keeps 控价
    /// there, nobody can tell.
    pub no_rate: Vec<String>,
    /// What it sells for, shop by shop.
    pub offers: Vec<Offer>,
}

#[derive(Deserialize)]
struct OfferRow {
    product_id: i64,
    listing_id: i64,
    shop: String,
    channel: String,
    state: String,
    price: i64,
    currency: String,
    control_price: Option<i64>,
    fx_micro: Option<i64>,
    min_margin_bp: Option<i64>,
    shown: bool,
}

/// One unit of the shop's own currency.
const PAR: i64 = 1_000_000;

fn in_cny(amount: i64, fx_micro: i64) -> Option<i64> {
    i64::try_from(i128::from(amount) * i128::from(fx_micro) / i128::from(PAR)).ok()
}

fn percent(bp: i64) -> String {
    let text = format!("{}.{:02}", bp / 100, bp % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// How all products of a campaign stand in its shops; in every shop when it names none.
pub(super) fn standings(cx: &Cx<'_>, campaign: i64) -> Result<BTreeMap<i64, Standing>> {
    let costs: Vec<(i64, Option<i64>)> = cx.all(
        "select i.product_id, max(k.cost) from campaign_product i
         left join sku k on k.product_id = i.product_id and k.state = 'active'
         where i.campaign_id = ?1 group by i.product_id",
        params![campaign],
    )?;
    // Floors and the lowest price are of all its shops; what each asks is shown to whom its listing is.
    let shown = listings::regions(cx, "l.channel_id").unwrap_or_else(|| "1 = 1".to_owned());
    let rows: Vec<OfferRow> = cx.all(
        &format!("select l.product_id, l.id as listing_id, s.name as shop, c.title as channel,
                l.state, l.price, l.currency,
                l.control_price, c.fx_micro, c.min_margin_bp, {shown} as shown
         from campaign_product i join listing l on l.product_id = i.product_id
         join shop s on s.id = l.shop_id join channel c on c.id = l.channel_id
         where i.campaign_id = ?1 and l.state <> 'deleted'
           and (not exists (select 1 from campaign_shop h where h.campaign_id = ?1)
             or exists (select 1 from campaign_shop h where h.campaign_id = ?1 and h.shop_id = l.shop_id))
         order by l.product_id, l.id"),
        params![campaign],
    )?;
    let least = listings::least_margin(cx)?;
    let mut out: BTreeMap<i64, Standing> = BTreeMap::new();
    for (product, cost) in &costs {
        let mut standing = Standing::default();
        let mut lacking: Vec<String> = Vec::new();
        let mine: Vec<&OfferRow> = rows.iter().filter(|r| r.product_id == *product).collect();
        let mut consider = |margin: i64, control: Option<i64>| {
            let Some(floor) = listings::floor(*cost, margin, Some(PAR), control) else { return };
            if standing.floor.is_some_and(|known| known >= floor) {
                return;
            }
            standing.floor = Some(floor);
            standing.how = match (control.filter(|c| *c >= floor), cost) {
                (Some(control), _) => format!("控价 {}", Money::cny(control)),
                (None, Some(cost)) => format!(
                    "成本 {} × (1 + {}%) = {}",
                    Money::cny(*cost),
                    percent(margin),
                    Money::cny(floor)
                ),
                (None, None) => String::new(),
            };
        };
        if mine.is_empty() {
            consider(least, None);
        }
        for row in mine {
            let fx = if row.currency == "CNY" { Some(PAR) } else { row.fx_micro };
            let costs = cost.is_some_and(|c| c > 0) || row.control_price.is_some_and(|c| c > 0);
            if costs && fx.is_none_or(|fx| fx <= 0) && !lacking.contains(&row.channel) {
                lacking.push(row.channel.clone());
            }
            let control = row.control_price.zip(fx).and_then(|(c, fx)| in_cny(c, fx));
            consider(row.min_margin_bp.unwrap_or(least), control);
            let now = fx.filter(|_| row.price > 0).and_then(|fx| in_cny(row.price, fx));
            standing.normal = match (standing.normal, now) {
                (Some(known), Some(now)) => Some(known.min(now)),
                (known, now) => known.or(now),
            };
            if row.shown {
                standing.offers.push(Offer {
                    listing_id: row.listing_id,
                    shop: row.shop.clone(),
                    state: row.state.clone(),
                    price: Money { amount: row.price, currency: Currency::new(&row.currency)? },
                });
            }
        }
        standing.no_rate = lacking;
        out.insert(*product, standing);
    }
    Ok(out)
}

/// A product of a campaign.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ItemView {
    /// The product.
    pub product_id: i64,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Its state.
    pub state: String,
    /// The hash of its first picture.
    pub picture: Option<String>,
    /// The price in the campaign.
    pub price: Fen,
    /// Why the price may be so low.
    pub floor_note: String,
    /// The lowest price it has now in the campaign's shops.
    pub normal: Option<Fen>,
    /// The lowest price without a supervisor's word.
    pub floor: Sealed<Option<Fen>>,
    /// How the floor comes about.
    pub how: Sealed<String>,
    /// The price is below the floor.
    pub below: bool,
    /// The channels without a rate that it is sold on: there nobody can tell whether the price is too low.
    pub no_rate: Vec<String>,
    /// What it sells for now, shop by shop.
    pub offers: Vec<Offer>,
}

#[derive(Deserialize)]
struct ItemRow {
    product_id: i64,
    code: String,
    title: String,
    state: String,
    picture: Option<String>,
    price: i64,
    floor_note: String,
}

/// The products of a campaign in the order they were added.
pub(super) fn items(cx: &Cx<'_>, campaign: i64) -> Result<Vec<ItemView>> {
    let rows: Vec<ItemRow> = cx.all(
        "select i.product_id, p.code, p.title, p.state, i.price, i.floor_note,
                (select f.file from product_picture f where f.product_id = p.id
                 order by f.position limit 1) as picture
         from campaign_product i join product p on p.id = i.product_id
         where i.campaign_id = ?1 order by i.id",
        params![campaign],
    )?;
    let mut known = standings(cx, campaign)?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let standing = known.remove(&row.product_id).unwrap_or_default();
            let mut floor = Sealed::new(standing.floor.map(Fen));
            floor.open_for(cx.caller, Field::Cost);
            let mut how = Sealed::new(standing.how);
            how.open_for(cx.caller, Field::Cost);
            ItemView {
                product_id: row.product_id,
                code: row.code,
                title: row.title,
                state: row.state,
                picture: row.picture,
                no_rate: standing.no_rate,
                below: standing.floor.is_some_and(|floor| row.price < floor),
                price: Fen(row.price),
                floor_note: row.floor_note,
                normal: standing.normal.map(Fen),
                floor,
                how,
                offers: standing.offers,
            }
        })
        .collect())
}

/// A product with its price as it is to be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemInput {
    /// The product.
    pub product_id: i64,
    /// Its price in the campaign.
    pub price: Money,
    /// Why the price may be so low; a supervisor's word.
    #[serde(default)]
    pub floor_note: String,
}

/// Sets all products of a campaign with their prices.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetProducts {
    /// The campaign.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// All products from now on.
    pub products: Vec<ItemInput>,
}

#[derive(Serialize)]
struct NewItem<'a> {
    campaign_id: i64,
    product_id: i64,
    price: i64,
    floor_note: &'a str,
}

#[derive(Deserialize)]
struct Stored {
    id: i64,
    product_id: i64,
    price: i64,
    floor_note: String,
}

impl Command for SetProducts {
    type Output = i64;
    const NAME: &'static str = "campaigns.set_products";
    const TITLE: &'static str = "设置活动商品与价";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["campaign"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let campaign: Campaign = tx.get(&CAMPAIGN, self.id)?;
        require_state(&campaign, &["proposal", "approved", "preparing"], "改商品与活动价")?;
        if self.products.len() > 2_000 {
            return Err(Error::invalid("products", "一场活动最多 2000 个商品"));
        }
        for (n, item) in self.products.iter().enumerate() {
            if self.products[..n].iter().any(|other| other.product_id == item.product_id) {
                return Err(Error::invalid("products", format!("第 {} 行的商品重复了", n + 1)));
            }
            let price = check_budget(Some(&item.price)).map_err(|e| e.at("products"))?;
            if price == 0 {
                return Err(Error::invalid("products", format!("第 {} 行还没有活动价", n + 1)));
            }
            long("products", &item.floor_note)?;
            let known: Option<i64> =
                tx.maybe("select id from product where id = ?1", params![item.product_id])?;
            known.ok_or_else(|| Error::not_found("商品", item.product_id).at("products"))?;
        }
        let have: Vec<Stored> = tx.all(
            "select id, product_id, price, floor_note from campaign_product where campaign_id = ?1",
            params![campaign.id],
        )?;
        for row in &have {
            if !self.products.iter().any(|i| i.product_id == row.product_id) {
                tx.remove(&ITEM, row.id, None)?;
            }
        }
        for item in &self.products {
            let note = item.floor_note.trim();
            match have.iter().find(|row| row.product_id == item.product_id) {
                Some(row) => {
                    let set = [("price", item.price.amount.into()), ("floor_note", note.into())];
                    tx.update(&ITEM, row.id, None, &set)?;
                }
                None => {
                    let row = NewItem {
                        campaign_id: campaign.id,
                        product_id: item.product_id,
                        price: item.price.amount,
                        floor_note: note,
                    };
                    tx.insert(&ITEM, &row)?;
                }
            }
        }
        above_the_floor(tx, &campaign, &self.products, &have)?;
        touch(tx, &campaign, self.version)
    }
}

/// Refuses a price below the floor, or one that no rate can be judged by, unless a supervisor says in writing why. What stood there before
/// stays as it is.
fn above_the_floor(
    cx: &Cx<'_>,
    campaign: &Campaign,
    wanted: &[ItemInput],
    had: &[Stored],
) -> Result<()> {
    let standings = standings(cx, campaign.id)?;
    let judges = cx.caller.can(Ask::approve(Module::Campaigns));
    for item in wanted {
        let Some(standing) = standings.get(&item.product_id) else { continue };
        let floor = standing.floor.filter(|floor| item.price.amount < *floor);
        if floor.is_none() && standing.no_rate.is_empty() {
            continue;
        }
        let note = item.floor_note.trim();
        let stood = had.iter().any(|row| {
            row.product_id == item.product_id
                && row.price == item.price.amount
                && row.floor_note == note
                && !note.is_empty()
        });
        if stood || (judges && !note.is_empty()) {
            continue;
        }
        let code: String =
            cx.one("select code from product where id = ?1", params![item.product_id])?;
        let Some(floor) = floor else {
            return Err(Error::conflict(
                "no_rate",
                format!(
                    "{code} 的活动价 {} 无法核对底价：渠道“{}”还没有汇率。请先在“渠道与店铺”填汇率，或由运营主管写明说明",
                    Money::cny(item.price.amount),
                    standing.no_rate.join("、")
                ),
            )
            .at("products")
            .with(serde_json::json!({ "product_id": item.product_id })));
        };
        let why = if cx.sees(Field::Cost) {
            format!(
                "底价 {}（{}），还差 {}",
                Money::cny(floor),
                standing.how,
                Money::cny(floor - item.price.amount)
            )
        } else {
            "底价（按成本和最低毛利算，你的岗位看不到数）".to_owned()
        };
        let what = if judges {
            "确要这样卖，请写明低价说明"
        } else {
            "请提高活动价，或请运营主管写明说明后由主管来定"
        };
        return Err(Error::conflict(
            "below_floor",
            format!("{code} 的活动价 {} 低于{why}。{what}", Money::cny(item.price.amount)),
        )
        .at("products")
        .with(serde_json::json!({ "product_id": item.product_id })));
    }
    Ok(())
}
