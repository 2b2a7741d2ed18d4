//! What a product says in figures, read for its texts; and which products still lack their words.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::figures::{self, Figures};
use super::ops::SEES;
use super::rules::{Finding, Severity, Word, WordList};
use super::table::{self, Doc};
use crate::kernel::{Cx, Need, Query, Result};
use crate::params;
use crate::products::{ChartColumn, OptionDef};

/// The figures of a text that are not the product's. What a campaign's text says of prices is the
/// campaign's.
pub(super) fn check(cx: &Cx<'_>, doc: &Doc, text: &str) -> Result<Vec<Finding>> {
    let Some(product) = doc.product_id else { return Ok(Vec::new()) };
    if !text.chars().any(char::is_numeric) && !text.contains('码') {
        return Ok(Vec::new());
    }
    let mut known = figures_of(cx, product)?;
    if doc.campaign_id.is_some() {
        known.prices.clear();
    }
    Ok(figures::check(text, &known))
}

/// The words that a text for a channel is held against: the shop's, and what nobody may say of the
/// product that it is about.
pub(super) fn words(cx: &Cx<'_>, channel: &str, doc: Option<&Doc>) -> Result<WordList> {
    let mut words = table::words(cx)?;
    if let Some(product) = doc.and_then(|doc| doc.product_id) {
        words.extend(forbidden(cx, product)?);
    }
    WordList::new(words, channel)
}

fn forbidden(cx: &Cx<'_>, product: i64) -> Result<Vec<Word>> {
    let claims: Option<(Vec<String>,)> =
        cx.maybe("select forbidden_claims from product where id = ?1", params![product])?;
    let word = |word| Word {
        word,
        category: "该产品禁说".to_owned(),
        severity: Severity::Block,
        channels: Vec::new(),
        suggestion: String::new(),
    };
    Ok(claims.unwrap_or_default().0.into_iter().map(word).collect())
}

fn figures_of(cx: &Cx<'_>, product: i64) -> Result<Figures> {
    let of: Option<(String, Vec<OptionDef>)> =
        cx.maybe("select material, options from product where id = ?1", params![product])?;
    let (material, options) = of.unwrap_or_default();
    let chart: Option<(String, Vec<ChartColumn>, Vec<Vec<String>>)> = cx.maybe(
        "select unit, columns, rows from size_chart where product_id = ?1",
        params![product],
    )?;
    let sizes = options.into_iter().filter(|o| o.name.contains('码') || o.name.contains("尺寸"));
    Ok(Figures {
        fibres: figures::fibres_of(&material),
        weights: cx.all(
            "select distinct weight_g from sku where product_id = ?1 and weight_g > 0 and state = 'active'",
            params![product],
        )?,
        sizes: sizes.flat_map(|o| o.values).collect(),
        measures: chart.map(|(unit, columns, rows)| measures(&unit, &columns, &rows)).unwrap_or_default(),
        prices: cx.all(
            "select k.price from listing_sku k join listing l on l.id = k.listing_id
             where l.product_id = ?1 and l.state <> 'deleted' and l.currency = 'CNY' and k.price > 0
             union select l.list_price from listing l
             where l.product_id = ?1 and l.state <> 'deleted' and l.currency = 'CNY' and l.list_price > 0",
            params![product],
        )?,
    })
}

/// The measured columns of a chart in centimetres; texts are not written in inches.
fn measures(
    unit: &str,
    columns: &[ChartColumn],
    rows: &[Vec<String>],
) -> Vec<(String, Vec<(f64, f64)>)> {
    if unit != "cm" {
        return Vec::new();
    }
    let span = |cell: &String| -> Option<(f64, f64)> {
        let (from, to) = cell.split_once(['-', '~', '–']).unwrap_or((cell, cell));
        Some((from.trim().parse().ok()?, to.trim().parse().ok()?))
    };
    columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.number && !column.name.is_empty())
        .map(|(at, column)| {
            let cells = rows.iter().filter_map(|row| row.get(at)).filter_map(span).collect();
            (column.name.clone(), cells)
        })
        .filter(|(_, cells): &(String, Vec<(f64, f64)>)| !cells.is_empty())
        .collect()
}

/// How many products on sale have an approved text for their detail page, and which lack one.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coverage {}

/// A product on sale without a text for its detail page.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Bare {
    /// The product.
    pub id: i64,
    /// Its number.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The text that is being written or judged for it.
    pub doc_id: Option<i64>,
    /// That text's number.
    pub doc_no: Option<String>,
    /// That text's state.
    pub doc_state: Option<String>,
}

/// How far the products on sale are covered.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CoverageView {
    /// Products with a listing on sale.
    pub on_sale: i64,
    /// Those of them with an approved or published text for the detail page.
    pub covered: i64,
    /// The others, by number, 200 at most.
    pub missing: Vec<Bare>,
}

const ON_SALE: &str =
    "exists (select 1 from listing l where l.product_id = p.id and l.state = 'live')";
const COVERED: &str = "exists (select 1 from copy_doc d where d.product_id = p.id
    and d.kind = 'detail' and d.state in ('approved', 'published'))";

impl Query for Coverage {
    type Output = CoverageView;
    const NAME: &'static str = "copy.coverage";
    const TITLE: &'static str = "详情文案覆盖";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["copy_doc", "listing", "product"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let (on_sale, covered): (i64, i64) = cx.one(
            &format!(
                "select count(*), coalesce(sum(case when {COVERED} then 1 else 0 end), 0)
                 from product p where {ON_SALE}"
            ),
            params![],
        )?;
        let missing = cx.all(
            &format!(
                "select p.id, p.code, p.title, d.id as doc_id, d.no as doc_no, d.state as doc_state
                 from product p left join copy_doc d on d.id = (
                    select max(o.id) from copy_doc o where o.product_id = p.id and o.kind = 'detail'
                        and o.state in ('draft', 'in_review', 'retake'))
                 where {ON_SALE} and not {COVERED} order by p.code limit 200"
            ),
            params![],
        )?;
        Ok(CoverageView { on_sale, covered, missing })
    }
}
