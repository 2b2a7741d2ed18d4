//! Products by shops: what is listed where, what is not.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ops::{SEES, bare, money, regions};
use crate::kernel::{Cx, Money, Query, Result};
use crate::params;
use crate::store::Value;

/// How many products one page has.
const PAGE: usize = 50;

/// A page of products with their listings in every shop.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Grid {
    /// Words of the product: title, codes, initials.
    #[serde(default)]
    pub q: Option<String>,
    /// Products after this one, for the next page.
    #[serde(default)]
    pub after: Option<i64>,
    /// Only products that some shop in use does not have.
    #[serde(default)]
    pub gaps: bool,
}

/// A page of the grid.
#[derive(Debug, Serialize, JsonSchema)]
pub struct GridPage {
    /// Products, the newest first.
    pub rows: Vec<GridRow>,
    /// What to ask next; nothing at the end.
    pub next: Option<i64>,
}

/// A product with its listings.
#[derive(Debug, Serialize, JsonSchema)]
pub struct GridRow {
    /// The product.
    pub product_id: i64,
    /// Its number.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Its first picture.
    pub picture: Option<String>,
    /// Its listings.
    pub cells: Vec<GridCell>,
}

/// A product in a shop.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct GridCell {
    /// The product.
    pub product_id: i64,
    /// The shop.
    pub shop_id: i64,
    /// The listing.
    pub listing_id: i64,
    /// A state of the life cycle `listing`.
    pub state: String,
    /// The lowest price of its SKUs.
    #[serde(deserialize_with = "bare")]
    pub price: Money,
    /// The currency.
    pub currency: String,
    /// On sale.
    pub qty: i64,
    /// Basis points.
    pub completeness_bp: i64,
    /// Under a violation.
    pub violation: bool,
}

impl Query for Grid {
    type Output = GridPage;
    const NAME: &'static str = "listings.grid";
    const TITLE: &'static str = "铺货表";
    const NEEDS: crate::kernel::Need = SEES;
    const PROVIDES: &'static [&'static str] = &["listing", "product", "shop"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let scope = regions(cx, "s.channel_id").unwrap_or_else(|| "1 = 1".to_owned());
        let words = self.q.as_deref().map(str::trim).filter(|q| !q.is_empty());
        let mut wheres = vec!["p.state <> 'retired'".to_owned(), "p.id < ?1".to_owned()];
        let mut values: Vec<Value> = params![self.after.unwrap_or(i64::MAX)].to_vec();
        if let Some(q) = words {
            let Some(terms) = cx.dialect().words(q) else {
                return Ok(GridPage { rows: Vec::new(), next: None });
            };
            values.push(terms.into());
            let dialect = cx.dialect();
            wheres.push(format!(
                "p.id in (select {} from {} where {})",
                dialect.hit("product"),
                dialect.index("product"),
                dialect.found("product", "?2")
            ));
        }
        if self.gaps {
            wheres.push(format!(
                "exists (select 1 from shop s where s.active = 1 and {scope} and not exists
                    (select 1 from listing l where l.product_id = p.id and l.shop_id = s.id
                        and l.state <> 'deleted'))"
            ));
        }
        let mut found: Vec<(i64, String, String, Option<String>)> = cx.all(
            &format!(
                "select p.id, p.code, p.title,
                    (select i.file from product_picture i where i.product_id = p.id
                     order by i.position limit 1)
                 from product p where {} order by p.id desc limit {}",
                wheres.join(" and "),
                PAGE + 1
            ),
            &values,
        )?;
        let more = found.len() > PAGE;
        found.truncate(PAGE);
        let marks: Vec<String> = (1..=found.len()).map(|i| format!("?{i}")).collect();
        let ids: Vec<Value> = found.iter().map(|(id, ..)| Value::Int(*id)).collect();
        let mut cells: Vec<GridCell> = if ids.is_empty() {
            Vec::new()
        } else {
            cx.all(
                &format!(
                    "select l.product_id, l.shop_id, l.id as listing_id, l.state, l.price,
                        l.currency, l.qty, l.completeness_bp, l.violation
                     from listing l join shop s on s.id = l.shop_id
                     where l.product_id in ({}) and l.state <> 'deleted' and {scope}",
                    marks.join(", ")
                ),
                &ids,
            )?
        };
        for cell in &mut cells {
            cell.price = money(cell.price.amount, &cell.currency);
        }
        Ok(GridPage {
            next: found.last().filter(|_| more).map(|(id, ..)| *id),
            rows: found
                .into_iter()
                .map(|(id, code, title, picture)| GridRow {
                    cells: cells.iter().filter(|c| c.product_id == id).cloned().collect(),
                    product_id: id,
                    code,
                    title,
                    picture,
                })
                .collect(),
        })
    }
}
