//! What of a listing's own fields its platform must be told of when they change.

use super::change::{note_sync, plain};
use super::table::Listing;
use crate::kernel::{Result, Tx};

/// A change to be made on the platform: a kind of the sync list, what it has, what it should have.
type Told = (&'static str, String, String);

/// What is different between a listing as the platform knows it and as it is now. 控价, the
/// allocation and the platform's own number are the shop's business alone.
fn told(was: &Listing, now: &Listing) -> Vec<Told> {
    let price = |it: &Listing| it.list_price.map_or_else(none, |amount| plain(amount, it));
    let freight = |it: &Listing| if it.freight.is_empty() { none() } else { it.freight.clone() };
    let day = |it: &Listing| it.presale_on.clone().unwrap_or_else(none);
    let mut out: Vec<Told> = [
        ("title", was.title.clone(), now.title.clone()),
        ("category", was.category.clone(), now.category.clone()),
        ("list_price", price(was), price(now)),
        ("presale", day(was), day(now)),
        ("freight", freight(was), freight(now)),
        ("attributes", attributes(was), attributes(now)),
    ]
    .into_iter()
    .filter(|(_, old, new)| old != new)
    .collect();
    let copy = |it: &Listing| {
        (it.subtitle.clone(), it.bullets.clone(), it.detail.clone(), it.keywords.clone())
    };
    if copy(was) != copy(now) {
        // Too long for a line: whoever brings it over copies it from the listing.
        out.push(("copy", String::new(), "文案已修改".to_owned()));
    }
    out
}

/// What the sync list shows for nothing: an empty "should be" would read as a mistake.
fn none() -> String {
    "无".to_owned()
}

fn attributes(it: &Listing) -> String {
    let list: Vec<String> = it.attributes.iter().map(|(k, v)| format!("{k}：{v}")).collect();
    if list.is_empty() { none() } else { list.join("；") }
}

/// Puts on the sync list what the listing's fields have come to differ in since `was` was read.
pub(super) fn note_edits(tx: &mut Tx<'_>, was: &Listing) -> Result<()> {
    let now = Listing::of(tx, was.id)?;
    for (kind, old, new) in told(was, &now) {
        note_sync(tx, was, None, kind, &old, &new, None)?;
    }
    Ok(())
}
