//! Approved pictures go onto listings, and where every picture is in use.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use shopdesk_pictures::Level;
use shopdesk_pictures::spec::check;

use super::life::LIFE;
use super::table::{REQUEST, Request, Standing, USE, standing};
use super::view::{SEES, slot_spec};
use crate::kernel::files::{FileFacts, facts};
use crate::kernel::rights::Ask;
use crate::kernel::{Command, Cx, Day, Error, Module, Need, Query, Result, Tx};
use crate::listings;
use crate::params;

/// Listings on which one picture is put at once.
const MOST: usize = 200;

/// Puts the approved picture of a request into a slot of listings. Each listing gets it whole or is
/// named with the reason; the listings that got it are one batch that can be undone.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PutOnListings {
    /// The request.
    pub request: i64,
    /// The version (its id) that was approved.
    pub version: i64,
    /// The listings, 200 at most.
    pub listings: Vec<i64>,
    /// The slot's code.
    pub slot: String,
    /// The place in the slot, from 0; at the end when absent.
    #[serde(default)]
    pub position: Option<i64>,
}

/// A listing that did not get the picture.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NotPut {
    /// The listing.
    pub id: i64,
    /// The finer kind of refusal.
    pub reason: String,
    /// Why not.
    pub message: String,
}

/// What became of the listings.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PutDone {
    /// The listings that show the picture now.
    pub ok: Vec<i64>,
    /// Those that do not.
    pub failed: Vec<NotPut>,
    /// For undoing; absent when no listing got it.
    pub batch: Option<i64>,
}

impl Command for PutOnListings {
    type Output = PutDone;
    const NAME: &'static str = "assets.put_on_listings";
    const TITLE: &'static str = "素材放到上架商品";
    const NEEDS: Need =
        Need::Any(&[Ask::write(Module::ListingsDomestic), Ask::write(Module::ListingsOverseas)]);
    const TOUCHES: &'static [&'static str] = &["asset", "listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        if self.listings.is_empty() || self.listings.len() > MOST {
            return Err(Error::invalid("listings", "一次放到 1 到 200 个上架商品，请分批"));
        }
        if self.position.is_some_and(|p| !(0..100).contains(&p)) {
            return Err(Error::invalid("position", "位置应在第 1 到第 100 张之间"));
        }
        let slot = self.slot.trim();
        if slot.is_empty() {
            return Err(Error::invalid("slot", "请选择放到哪个图片位"));
        }
        let row: Request = tx.get(&REQUEST, self.request)?;
        let stand = standing(tx, row.id)?;
        let file = self.approved(tx, &row, &stand)?;
        // Red checks were let pass for the slot of the request and for no other.
        let waived = if stand.waived { row.slot.as_deref() } else { None };
        let mut ids = self.listings.clone();
        ids.sort_unstable();
        ids.dedup();
        let mut done = PutDone { ok: Vec::new(), failed: Vec::new(), batch: None };
        for id in ids {
            // Everything is checked before the first row of a listing is written.
            let place = match fits(tx, id, slot, &file, waived) {
                Ok(place) => place,
                Err(err) => {
                    let (reason, message) = (err.reason, err.message);
                    done.failed.push(NotPut { id, reason, message });
                    continue;
                }
            };
            if done.batch.is_none() {
                done.batch = Some(tx.batch("素材放到上架商品")?);
            }
            listings::put_picture(
                tx,
                id,
                slot,
                self.position,
                &file.hash,
                Some(row.id),
                Some(self.version),
            )?;
            note_use(tx, &row, &stand, &place, Some(id), Some(slot))?;
            done.ok.push(id);
        }
        Ok(done)
    }
}

impl PutOnListings {
    /// The picture that may be put up, or why there is none.
    fn approved(&self, cx: &Cx<'_>, row: &Request, stand: &Standing) -> Result<FileFacts> {
        if !matches!(row.state.as_str(), "approved" | "delivered" | "live") {
            return Err(Error::conflict(
                "wrong_state",
                format!(
                    "{} 处于“{}”，只有已通过、已交付、已上线的素材能放到上架商品上",
                    row.no,
                    LIFE.label(&row.state)
                ),
            ));
        }
        let (no, of, hash): (i64, i64, String) = cx
            .maybe(
                "select no, request_id, file from asset_version where id = ?1",
                params![self.version],
            )?
            .ok_or_else(|| Error::not_found("素材版本", self.version))?;
        if of != row.id {
            return Err(Error::invalid("version", format!("这一版不是 {} 的", row.no)));
        }
        if stand.last != Some(self.version) {
            return Err(Error::conflict(
                "not_approved",
                format!(
                    "第 {no} 版不是 {} 通过的那一版（第 {} 版），请放通过的那一版",
                    row.no,
                    stand.last_no.unwrap_or_default()
                ),
            )
            .at("version"));
        }
        let file = facts(cx, &hash)?;
        if file.kind == "image" {
            Ok(file)
        } else {
            Err(Error::invalid("version", format!("“{}”不是图片，不能放到上架商品上", file.name)))
        }
    }
}

/// The place in words, if this caller may put this picture into that slot of that listing; `waived` is
/// the slot that its red checks were let pass for.
fn fits(
    cx: &Cx<'_>,
    listing: i64,
    slot: &str,
    file: &FileFacts,
    waived: Option<&str>,
) -> Result<String> {
    let to = listings::target(cx, listing, &[])?;
    let slots = listings::slots_of(cx, to.channel_id)?;
    let Some(found) = slots.iter().find(|s| s.code == slot) else {
        let has: Vec<&str> = slots.iter().map(|s| s.title.as_str()).collect();
        return Err(Error::invalid(
            "slot",
            format!(
                "上架商品 {} 在“{}”，那里没有图片位“{slot}”，可用：{}",
                to.name,
                to.channel_title,
                has.join("、")
            ),
        ));
    };
    let shown = listings::pictures_of(cx, listing)?;
    if let Some(there) = shown.iter().find(|p| p.slot == slot && p.file == file.hash) {
        return Err(Error::conflict(
            "already_there",
            format!(
                "上架商品 {} 的“{}”第 {} 张已经是这张图，没有重复放",
                to.name,
                found.title,
                there.position + 1
            ),
        ));
    }
    let lamps = check(&file.facts, file.measures.as_ref(), &found.spec);
    if let Some(red) = lamps.iter().find(|c| c.level == Level::Red)
        && waived != Some(slot)
    {
        let only = match waived {
            Some(code) => slot_spec(cx, code)?
                .map(|s| format!("规格检查只为“{} {}”放行过，", s.channel, s.slot)),
            None => None,
        };
        return Err(Error::conflict(
            "wrong_spec",
            format!(
                "上架商品 {} 的“{}”不收这张图：应为 {}，实际 {}。{}请让美工按这个图片位重新导出",
                to.name,
                found.title,
                red.expected,
                red.actual,
                only.unwrap_or_default()
            ),
        ));
    }
    Ok(format!("{} · {}", to.shop, found.title))
}

#[derive(Serialize)]
struct NewUse<'a> {
    request_id: i64,
    version_id: i64,
    file: &'a str,
    place: &'a str,
    listing_id: Option<i64>,
    slot: Option<&'a str>,
    by_id: i64,
    at: i64,
}

/// Remembers that the last picture of a request is used somewhere.
pub(super) fn note_use(
    tx: &mut Tx<'_>,
    row: &Request,
    stand: &Standing,
    place: &str,
    listing: Option<i64>,
    slot: Option<&str>,
) -> Result<()> {
    let Some(version) = stand.last else { return Ok(()) };
    let file: String = tx.one("select file from asset_version where id = ?1", params![version])?;
    let used = NewUse {
        request_id: row.id,
        version_id: version,
        file: &file,
        place,
        listing_id: listing,
        slot,
        by_id: tx.caller.staff,
        at: tx.now,
    };
    tx.insert(&USE, &used).map(drop)
}

/// A place where a file is used.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct UseView {
    /// `request` (a version of a request), `place` (put somewhere), `listing` (shown there now).
    pub kind: String,
    /// The request.
    pub request: Option<i64>,
    /// Its number.
    pub no: Option<String>,
    /// The version's number.
    pub version_no: Option<i64>,
    /// The listing.
    pub listing: Option<i64>,
    /// Where, in words.
    pub place: String,
    /// The slot.
    pub slot: Option<String>,
    /// The state of the request, or of the listing.
    pub state: Option<String>,
    /// The last day it may be shown.
    pub live_to: Option<Day>,
    /// UTC milliseconds.
    pub at: i64,
}

/// Everywhere a file is.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WhereUsed {
    /// The file's hash.
    pub file: String,
}

impl Query for WhereUsed {
    type Output = Vec<UseView>;
    const NAME: &'static str = "assets.where_used";
    const TITLE: &'static str = "用在哪里";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["asset", "listing"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        facts(cx, &self.file)?;
        let mut out: Vec<UseView> = cx.all(
            "select 'request' as kind, r.id as request, r.no, v.no as version_no, null as listing,
                r.title as place, r.slot, r.state, r.live_to, v.at
             from asset_version v join asset_request r on r.id = v.request_id where v.file = ?1
             order by v.id desc limit 200",
            params![&self.file],
        )?;
        out.extend(places(cx, "u.file = ?1", "p.file = ?1", params![&self.file])?);
        Ok(out)
    }
}

/// Where the pictures of one request are.
pub(super) fn of_request(cx: &Cx<'_>, request: i64) -> Result<Vec<UseView>> {
    places(
        cx,
        "u.request_id = ?1",
        "p.file in (select x.file from asset_version x where x.request_id = ?1 and x.is_source = 0)",
        params![request],
    )
}

/// Places said in words, and the listings that show the picture now: one that has another picture
/// since is no place of this one any more.
fn places(
    cx: &Cx<'_>,
    used: &str,
    shown: &str,
    params: &[crate::store::Value],
) -> Result<Vec<UseView>> {
    let scope = listings::regions(cx, "l.channel_id").unwrap_or_else(|| "1 = 1".to_owned());
    let mut out: Vec<UseView> = cx.all(
        &format!(
            "select 'listing' as kind, r.id as request, r.no, v.no as version_no,
                p.listing_id as listing, s.name || ' · ' || coalesce((select c.title
                    from channel_slot c where c.channel_id = l.channel_id and c.code = p.slot),
                    p.slot) || ' · ' || l.title as place, p.slot, l.state,
                null as live_to, p.since as at
             from listing_picture p join listing l on l.id = p.listing_id
             join shop s on s.id = l.shop_id
             left join asset_request r on r.id = p.request_id
             left join asset_version v on v.id = p.asset_version_id
             where {shown} and l.state <> 'deleted' and {scope} order by p.since desc, p.id desc limit 500"
        ),
        params,
    )?;
    out.extend(cx.all::<UseView>(
        &format!(
            "select 'place' as kind, r.id as request, r.no, v.no as version_no, null as listing,
                u.place, u.slot, r.state, r.live_to, u.at
             from asset_use u join asset_request r on r.id = u.request_id
             join asset_version v on v.id = u.version_id
             where {used} and u.listing_id is null order by u.id desc limit 200"
        ),
        params,
    )?);
    Ok(out)
}
