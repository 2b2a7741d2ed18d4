//! The life of a price change after it was proposed: approved, waiting for its hour, done, restored.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::change::{close_sync, note_sync, plain, set_prices};
use super::life::PRICE_LIFE;
use super::ops::SEES;
use super::prices::{Change, Item, LIST, allowed, around, is_clockwork, items_of, late};
use super::propose::{priced, submit};
use super::table::{Channel, Listing, PRICE_CHANGE, PRICE_ITEM, SYNC_ITEM, skus_of};
use crate::kernel::door::Entry;
use crate::kernel::rights::Ask;
use crate::kernel::{Command, Cx, Error, Module, Need, Result, Tx};
use crate::params;
use crate::store::Value;

pub(super) fn operations() -> Vec<Entry> {
    vec![Entry::command::<ActOnChange>(), Entry::command::<Advance>()]
}

/// Proposers, and who judges what they propose without being able to propose themselves.
pub(super) const TAKES_PART: Need = Need::Any(&[
    Ask::write(Module::ListingsDomestic).part("title"),
    Ask::write(Module::ListingsOverseas).part("title"),
    Ask::read(Module::ListingsDomestic),
    Ask::read(Module::ListingsOverseas),
]);
/// Takes a step of a price change's life.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActOnChange {
    /// Which.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// The action's code.
    pub action: String,
    /// Why.
    #[serde(default)]
    pub reason: Option<String>,
}

impl Command for ActOnChange {
    type Output = String;
    const NAME: &'static str = "prices.act";
    const TITLE: &'static str = "改价单流转";
    const NEEDS: Need = TAKES_PART;
    const TOUCHES: &'static [&'static str] = &["price_change", "listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let c: Change = tx.get(&PRICE_CHANGE, self.id)?;
        let it = Listing::of(tx, c.listing_id)?;
        let channel = Channel::of(tx, it.channel_id)?;
        channel.may_read(tx, PRICE_CHANGE.label, c.id)?;
        let reason = self.reason.as_deref();
        if is_clockwork(&self.action) {
            return Err(Error::invalid("action", "这一步由系统到时间自动完成"));
        }
        if self.action == "update" {
            return Err(Error::invalid("action", "请打开改价单，在“修改”里填写新的价格和时间"));
        }
        let refusal = allowed(tx, &channel, &self.action, c.end_at, it.violation);
        let step = PRICE_LIFE.step(
            &c.code,
            &c.state,
            &self.action,
            tx.caller,
            around(&c),
            reason,
            |_| None,
        )?;
        if let Some(why) = refusal {
            return Err(match step.action {
                "end_early" => Error::conflict("guard", why),
                "confirm_done" if it.violation => Error::conflict("violation", why),
                _ => Error::forbidden(why),
            });
        }
        if let Some(why) = late(tx, step.action, c.updated_at) {
            return Err(Error::conflict("guard", why));
        }
        tx.because(reason);
        // A stale page is refused before anything moves.
        tx.update(&PRICE_CHANGE, c.id, Some(self.version), &[])?;
        match step.action {
            "submit" => submit(tx, c.id)?,
            "approve" => {
                let set = [
                    ("state", step.to.into()),
                    ("approved_by", tx.caller.staff.into()),
                    ("approved_at", tx.now.into()),
                ];
                tx.update(&PRICE_CHANGE, c.id, None, &set)?;
            }
            "reopen" => {
                let set = [
                    ("state", step.to.into()),
                    ("submitted_by", Value::Null),
                    ("approved_by", Value::Null),
                    ("approved_at", Value::Null),
                    ("auto_approved", false.into()),
                ];
                tx.update(&PRICE_CHANGE, c.id, None, &set)?;
            }
            "confirm_done" => done(tx, c.id, "person")?,
            "confirm_restored" => restored(tx, c.id, "person")?,
            "end_early" => end(tx, &c)?,
            _ => {
                tx.update(&PRICE_CHANGE, c.id, None, &[("state", step.to.into())])?;
                drop_waiting(tx, c.id)?;
            }
        }
        advance(tx)?;
        let now: Change = tx.get(&PRICE_CHANGE, c.id)?;
        Ok(now.state)
    }
}

/// The platform has the new price: it counts here from now on. `how`: `person` or `import`.
pub(super) fn done(tx: &mut Tx<'_>, id: i64, how: &str) -> Result<()> {
    let c: Change = tx.get(&PRICE_CHANGE, id)?;
    let it = Listing::of(tx, c.listing_id)?;
    it.changeable()?;
    let all = skus_of(tx, it.id)?;
    let items = items_of(tx, id)?;
    let mut before = Vec::new();
    // What it goes back to is the price of this moment, not of the day it was proposed; and where
    // one change follows another without a gap, the price from before the first of them.
    for item in &items {
        let Some(sku) = all.iter().find(|s| s.id == item.listing_sku_id) else { continue };
        let held: Option<(i64, i64)> = tx.maybe(
            "select c.id, i.old from price_item i join price_change c on c.id = i.price_change_id
             where i.listing_sku_id = ?1 and c.id <> ?2 and c.state in ('active', 'restore_due')
             order by c.start_at desc limit 1",
            params![sku.id, id],
        )?;
        if let Some((other, _)) = held
            && !before.contains(&other)
        {
            before.push(other);
        }
        let old = held.map_or(sku.price, |(_, old)| old);
        tx.update(&PRICE_ITEM, item.id, None, &[("old", old.into())])?;
    }
    set_prices(tx, &it, None, &all, &priced(&all, &items), "schedule", Some(id))?;
    tx.update(&PRICE_CHANGE, id, None, &[("state", "active".into())])?;
    close_waiting(tx, id, how)?;
    supersede(tx, id)?;
    if c.end_at.is_none() {
        clock(tx, id, "settle")?;
    }
    for other in before {
        taken_over(tx, other, &items)?;
    }
    Ok(())
}

/// The SKUs of an earlier change that a later one has taken need no going back; when none is left,
/// the earlier change is over.
fn taken_over(tx: &mut Tx<'_>, earlier: i64, by: &[Item]) -> Result<()> {
    let mut left = 0;
    for item in items_of(tx, earlier)? {
        if !by.iter().any(|i| i.listing_sku_id == item.listing_sku_id) {
            left += 1;
            continue;
        }
        let waits: Option<i64> = tx.maybe(
            "select id from sync_item where price_change_id = ?1 and listing_sku_id = ?2
                and done_at is null",
            params![earlier, item.listing_sku_id],
        )?;
        if let Some(waits) = waits {
            tx.remove(&SYNC_ITEM, waits, None)?;
        }
    }
    if left == 0 {
        clock(tx, earlier, "take_over")?;
    }
    Ok(())
}

/// A step that the shop takes by itself, as the table has it.
fn clock(tx: &mut Tx<'_>, id: i64, action: &str) -> Result<()> {
    let state: String = tx.one("select state from price_change where id = ?1", params![id])?;
    let to = PRICE_LIFE.by_itself(&state, action)?;
    tx.update(&PRICE_CHANGE, id, None, &[("state", to.into())])?;
    Ok(())
}

/// The platform has the old price again.
pub(super) fn restored(tx: &mut Tx<'_>, id: i64, how: &str) -> Result<()> {
    let c: Change = tx.get(&PRICE_CHANGE, id)?;
    let it = Listing::of(tx, c.listing_id)?;
    let all = skus_of(tx, it.id)?;
    let mut back = Vec::new();
    for item in items_of(tx, id)? {
        // A later change that began meanwhile holds the price now.
        let held: bool = tx.one(
            "select exists (select 1 from price_item i join price_change c on c.id = i.price_change_id
             where i.listing_sku_id = ?1 and c.id <> ?2 and c.start_at >= ?3
                and c.state in ('active', 'restore_due'))",
            params![item.listing_sku_id, id, c.start_at],
        )?;
        let sku = all.iter().find(|s| s.id == item.listing_sku_id).filter(|_| !held);
        back.extend(sku.map(|s| (s.clone(), item.old)));
    }
    set_prices(tx, &it, None, &all, &back, "restore", Some(id))?;
    tx.update(&PRICE_CHANGE, id, None, &[("state", "restored".into())])?;
    close_waiting(tx, id, how)
}

fn end(tx: &mut Tx<'_>, c: &Change) -> Result<()> {
    tx.update(&PRICE_CHANGE, c.id, None, &[("state", "restore_due".into())])?;
    let it = Listing::of(tx, c.listing_id)?;
    for item in items_of(tx, c.id)? {
        let (old, new) = (plain(item.new, &it), plain(item.old, &it));
        note_sync(tx, &it, Some(item.listing_sku_id), "price", &old, &new, Some(c.id))?;
    }
    Ok(())
}

fn waiting(cx: &Cx<'_>, change: i64) -> Result<Vec<i64>> {
    cx.all(
        "select i.id from sync_item i join price_change c on c.id = i.price_change_id
         where c.id = ?1 and i.listing_id = c.listing_id and i.kind = 'price' and i.done_at is null",
        params![change],
    )
}

fn close_waiting(tx: &mut Tx<'_>, change: i64, how: &str) -> Result<()> {
    waiting(tx, change)?.into_iter().try_for_each(|id| close_sync(tx, id, how))
}

/// The platform has this change's prices: an older price that still waited for the same SKUs must not
/// be typed in over them. It comes back with the end of the change.
fn supersede(tx: &mut Tx<'_>, change: i64) -> Result<()> {
    let older: Vec<i64> = tx.all(
        "select y.id from sync_item y join price_item i on i.listing_sku_id = y.listing_sku_id
         where i.price_change_id = ?1 and y.kind = 'price' and y.price_change_id is null
            and y.done_at is null",
        params![change],
    )?;
    older.into_iter().try_for_each(|id| close_sync(tx, id, "superseded"))
}

fn drop_waiting(tx: &mut Tx<'_>, change: i64) -> Result<()> {
    for id in waiting(tx, change)? {
        tx.remove(&SYNC_ITEM, id, None)?;
    }
    Ok(())
}

/// A price change whose hour has come.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Due {
    /// The price change.
    pub id: i64,
    /// Its number.
    pub code: String,
    /// The listing.
    pub listing_id: i64,
    /// Its title.
    pub title: String,
    /// `due` or `restore_due`.
    pub state: String,
    /// When it became due, UTC milliseconds.
    pub since: i64,
}

/// What is to be typed in on platforms now, the oldest first; also what the clock has reached since
/// anybody last looked.
pub fn due_changes(cx: &Cx<'_>, limit: i64) -> Result<Vec<Due>> {
    let scope = (LIST.scope)(cx).unwrap_or_else(|| "1 = 1".to_owned());
    cx.all(
        &format!(
            "select c.id, c.code, c.listing_id, l.title,
                case when c.state in ('active', 'restore_due') then 'restore_due' else 'due' end as state,
                case when c.state in ('active', 'restore_due') then coalesce(c.end_at, c.start_at)
                    else c.start_at end as since
             from price_change c join listing l on l.id = c.listing_id
             where (c.state in ('due', 'restore_due') or (c.state = 'scheduled' and c.start_at <= ?1)
                or (c.state = 'active' and c.end_at <= ?1)) and {scope}
             order by since limit ?2"
        ),
        params![cx.now, limit],
    )
}

/// Moves on what the clock has reached: scheduled → due, active → to be restored, and what was never
/// done before its end → missed. Whoever owns the shop calls it every minute; called again at the same
/// moment it finds nothing to do. Answers how many moved.
pub fn advance(tx: &mut Tx<'_>) -> Result<u64> {
    let mut moved = 0;
    let missed: Vec<i64> = tx.all(
        "select id from price_change where state in ('scheduled', 'due') and end_at <= ?1",
        params![tx.now],
    )?;
    for id in missed {
        clock(tx, id, "miss")?;
        drop_waiting(tx, id)?;
        moved += 1;
    }
    let started: Vec<Change> = tx.all(
        "select * from price_change where state = 'scheduled' and start_at <= ?1 order by start_at",
        params![tx.now],
    )?;
    for c in started {
        clock(tx, c.id, "start")?;
        let it = Listing::of(tx, c.listing_id)?;
        for item in items_of(tx, c.id)? {
            let now: i64 = tx
                .one("select price from listing_sku where id = ?1", params![item.listing_sku_id])?;
            let (old, new) = (plain(now, &it), plain(item.new, &it));
            note_sync(tx, &it, Some(item.listing_sku_id), "price", &old, &new, Some(c.id))?;
        }
        moved += 1;
    }
    let over: Vec<Change> = tx.all(
        "select * from price_change where state = 'active' and end_at <= ?1 order by end_at",
        params![tx.now],
    )?;
    for c in over {
        end(tx, &c)?;
        moved += 1;
    }
    Ok(moved)
}

/// Moves on what the clock has reached.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Advance {}

impl Command for Advance {
    type Output = u64;
    const NAME: &'static str = "prices.advance";
    const TITLE: &'static str = "改价到点";
    const NEEDS: Need = SEES;
    const TOUCHES: &'static [&'static str] = &["price_change", "listing"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        advance(tx)
    }
}
