//! Approved copy goes into listings; and whether what it says of the product still holds.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ops::{SEES, around, body, find, guard};
use super::rules::{CYCLE, KINDS};
use super::table::{COPY_DOC, Doc};
use crate::kernel::audit::Change;
use crate::kernel::rights::Ask;
use crate::kernel::{Command, Cx, Error, Module, Need, Result, Tx};
use crate::listings::{self, Copy};
use crate::params;
use crate::products::{PRODUCT, SIZE_CHART};
use crate::store::Value;

/// Listings that one text is put into at once.
const MOST: usize = 200;

/// What a text says of a product: when one of these or its size chart changes after the text was handed
/// in, somebody has to look.
const FACTS: &[&str] = &[
    "title",
    "brand",
    "season",
    "material",
    "care",
    "selling_points",
    "forbidden_claims",
    "faq",
    "options",
];

/// The product has been changed since the text was handed in or approved.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Stale {
    /// Who changed it last.
    pub by: String,
    /// When, UTC milliseconds.
    pub at: i64,
    /// What was changed, in Chinese.
    pub fields: Vec<String>,
    /// It is judged now: whoever approves it looks first.
    pub in_review: bool,
    /// The moment in the shop's zone.
    pub shown_at: String,
}

impl Stale {
    /// What happened and what to do.
    pub(super) fn sentence(&self) -> String {
        format!(
            "{}之后商品资料被 {} 在 {} 改过（{}），请先对照商品核对文案，无误点“资料已核对”，有误点“{}”",
            if self.in_review { "送审" } else { "通过" },
            self.by,
            self.shown_at,
            self.fields.join("、"),
            if self.in_review { "退回修改" } else { "改版" },
        )
    }
}

/// True where the product of a text (`d`) has been changed in one of [`FACTS`] since the text was
/// handed in, approved or looked at again.
pub(super) const STALE: &str = "(d.state in ('in_review', 'approved', 'published') and exists (
    select 1 from audit_event e
    where e.entity = 'product' and e.entity_id = d.product_id and e.refused is null
        and e.at > coalesce(d.checked_at, d.approved_at, d.submitted_at)
        and (e.changes like '%\"title\":[%' or e.changes like '%\"brand\":[%'
            or e.changes like '%\"season\":[%' or e.changes like '%\"material\":[%'
            or e.changes like '%\"care\":[%' or e.changes like '%\"selling_points\":[%'
            or e.changes like '%\"forbidden_claims\":[%'
            or e.changes like '%\"faq\":[%' or e.changes like '%\"options\":[%'
            or e.changes like '%\"size_chart\"%')))";

/// Whether, and how, the product has been changed since the text was handed in, approved or looked at
/// again.
pub(super) fn stale(cx: &Cx<'_>, doc: &Doc) -> Result<Option<Stale>> {
    let since = doc.checked_at.or(doc.approved_at).or(doc.submitted_at);
    let (Some(product), Some(since)) = (doc.product_id, since) else { return Ok(None) };
    if !matches!(doc.state.as_str(), "in_review" | "approved" | "published") {
        return Ok(None);
    }
    let events: Vec<(String, i64, Vec<Change>)> = cx.all(
        "select staff_name, at, changes from audit_event where entity = 'product'
            and entity_id = ?1 and at > ?2 and refused is null order by seq desc limit 50",
        params![product, since],
    )?;
    let mut found: Option<Stale> = None;
    for (by, at, changes) in events {
        for change in &changes {
            let facts = FACTS.iter().filter(|f| change.fields.contains_key(**f));
            let said: Vec<&str> = match change.table.as_str() {
                table if table == PRODUCT.name => facts.map(|f| PRODUCT.field_label(f)).collect(),
                table if table == SIZE_CHART.name => vec![SIZE_CHART.label],
                _ => Vec::new(),
            };
            for label in said.into_iter().map(str::to_owned) {
                let stale = found.get_or_insert_with(|| Stale {
                    by: by.clone(),
                    at,
                    fields: Vec::new(),
                    in_review: doc.state == "in_review",
                    shown_at: cx.zone().show(at),
                });
                if !stale.fields.contains(&label) {
                    stale.fields.push(label);
                }
            }
        }
    }
    Ok(found)
}

/// Puts an approved text into listings of its product. Each listing gets it whole or is named with
/// the reason; the text is published with where it went. One batch that can be undone.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishCopy {
    /// The request.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// The listings, 200 at most.
    pub listings: Vec<i64>,
}

/// A listing that did not get the text.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NotPublished {
    /// The listing.
    pub id: i64,
    /// The finer kind of refusal.
    pub reason: String,
    /// Why not.
    pub message: String,
}

/// What became of the listings.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Published {
    /// The listings that have the text now.
    pub ok: Vec<i64>,
    /// Those that do not.
    pub failed: Vec<NotPublished>,
    /// For undoing; absent when no listing got it.
    pub batch: Option<i64>,
    /// The version of the request for the next save.
    pub version: i64,
}

impl Command for PublishCopy {
    type Output = Published;
    const NAME: &'static str = "copy.publish_to_listing";
    const TITLE: &'static str = "文案用到上架商品";
    const NEEDS: Need = Need::Any(&[
        Ask::write(Module::ListingsDomestic).part("copy"),
        Ask::write(Module::ListingsDomestic).part("title"),
        Ask::write(Module::ListingsOverseas).part("copy"),
        Ask::write(Module::ListingsOverseas).part("title"),
    ]);
    const TOUCHES: &'static [&'static str] = &["copy_doc", "listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        if self.listings.is_empty() || self.listings.len() > MOST {
            return Err(Error::invalid("listings", "一次用到 1 到 200 个上架商品，请分批"));
        }
        tx.caller.require(SEES)?;
        let doc: Doc = tx.get(&COPY_DOC, self.id)?;
        if self.version != doc.version {
            tx.update(&COPY_DOC, doc.id, Some(self.version), &[])?;
        }
        let text = body(tx, doc.id, doc.current)?;
        // What is published already may go into further listings of the same text.
        let again = doc.state == "published" && doc.published_version == Some(doc.current);
        if !again {
            let checks = find(tx, &doc, &text)?;
            CYCLE.step(&doc.no, &doc.state, "publish", tx.caller, around(&doc), None, |step| {
                guard(tx, &doc, step, &checks)
            })?;
        } else if let Some(stale) = stale(tx, &doc)? {
            return Err(Error::conflict("stale_facts", stale.sentence()));
        }
        let copy = words(&doc, &text)?;
        let mut ids = self.listings;
        ids.sort_unstable();
        ids.dedup();
        let mut done =
            Published { ok: Vec::new(), failed: Vec::new(), batch: None, version: doc.version };
        let mut places: Vec<String> = Vec::new();
        for id in ids {
            // Everything is checked before the first row of a listing is written.
            let place = match fits(tx, &doc, id, &copy) {
                Ok(place) => place,
                Err(err) => {
                    let (reason, message) = (err.reason, err.message);
                    done.failed.push(NotPublished { id, reason, message });
                    continue;
                }
            };
            if done.batch.is_none() {
                done.batch = Some(tx.batch("文案用到上架商品")?);
            }
            listings::put_copy(tx, id, &copy)?;
            done.ok.push(id);
            places.push(place);
        }
        let Some(first) = done.ok.first().copied() else { return Ok(done) };
        if again && let Some(before) = &doc.published_where {
            places.insert(0, before.clone());
        }
        let set: [(&str, Value); 5] = [
            ("state", "published".into()),
            ("published_at", tx.now.into()),
            ("published_version", doc.current.into()),
            ("published_where", in_words(&places).into()),
            ("listing_id", first.into()),
        ];
        done.version = tx.update(&COPY_DOC, doc.id, None, &set)?;
        if !again {
            supersede_others(tx, &doc)?;
        }
        Ok(done)
    }
}

/// The places as one line that still fits where it is shown.
fn in_words(places: &[String]) -> String {
    let mut out = String::new();
    for place in places {
        if out.chars().count() + place.chars().count() > 180 {
            return format!("{out} 等 {} 处", places.len());
        }
        if !out.is_empty() {
            out.push('；');
        }
        out.push_str(place);
    }
    out
}

/// The fields of a listing that a text of this kind fills.
fn words(doc: &Doc, text: &str) -> Result<Copy> {
    let mut copy = Copy::default();
    match doc.kind.as_str() {
        "title" => copy.title = Some(text.to_owned()),
        "subtitle" => copy.subtitle = Some(text.to_owned()),
        "selling_point" => {
            let lines = text.lines().map(str::trim).filter(|l| !l.is_empty());
            copy.bullets = Some(lines.map(str::to_owned).collect());
        }
        "detail" => copy.detail = Some(text.to_owned()),
        other => {
            let label = KINDS.iter().find(|(code, _)| *code == other).map_or(other, |(_, l)| *l);
            return Err(Error::invalid(
                "id",
                format!("“{label}”不是上架商品的栏目，发布之后请用“登记已发布”写明位置"),
            ));
        }
    }
    Ok(copy)
}

/// The place in words, if this caller may put this text into that listing.
fn fits(cx: &Cx<'_>, doc: &Doc, listing: i64, copy: &Copy) -> Result<String> {
    let parts: &[&'static str] = if copy.title.is_some() { &["copy", "title"] } else { &["copy"] };
    let to = listings::target(cx, listing, parts)?;
    if doc.product_id.is_some_and(|product| product != to.product_id) {
        return Err(Error::conflict(
            "other_product",
            format!("上架商品 {} 是另一个商品的，这份文案不是写给它的", to.name),
        ));
    }
    if doc.channel != "general" && doc.channel != to.channel {
        return Err(Error::conflict(
            "other_channel",
            format!(
                "上架商品 {} 在“{}”，这份文案是为别的渠道写的；请为该渠道另写一份，或把渠道改为“通用”",
                to.name, to.channel_title
            ),
        ));
    }
    listings::copy_fits(cx, listing, copy).map_err(|err| Error {
        message: format!("上架商品 {} 放不下：{}", to.name, err.message),
        ..err
    })?;
    Ok(format!("{} {}", to.shop, to.name))
}

/// What was published before for the same product, channel, kind and language is replaced now.
pub(super) fn supersede_others(tx: &mut Tx<'_>, doc: &Doc) -> Result<()> {
    let Some(product) = doc.product_id else { return Ok(()) };
    let old: Vec<i64> = tx.all(
        "select id from copy_doc where product_id = ?1 and channel = ?2 and kind = ?3
         and locale = ?4 and state = 'published' and id <> ?5",
        params![product, &doc.channel, &doc.kind, &doc.locale, doc.id],
    )?;
    for id in old {
        tx.update(&COPY_DOC, id, None, &[("state", "superseded".into())])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_and_the_page_look_at_the_same_facts() {
        for field in FACTS {
            assert!(STALE.contains(&format!("\"{field}\":[")), "{field}");
        }
        assert!(STALE.contains(SIZE_CHART.name));
        assert_eq!(STALE.matches(" like ").count(), FACTS.len() + 1);
    }

    #[test]
    fn a_long_list_of_places_says_how_many_there_are() {
        let many: Vec<String> = (0..40).map(|n| format!("天猫旗舰店 #{n} 连衣裙")).collect();
        let line = in_words(&many);
        assert!(line.ends_with("等 40 处") && line.chars().count() <= 200, "{line}");
        assert_eq!(in_words(&many[..1]), "天猫旗舰店 #0 连衣裙");
    }
}
