//! What people must know before they go on: the clock cannot be right, or nobody backs the shop up.
//!
//! Only what is wrong is told, and only to who can do something about it: the clock to everybody,
//! since all that is due hangs on it; the backups to those who answer for the shop.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::door::Query;
use super::rights::Ask;
use super::{Cx, Module, Need, Result, backups};
use crate::params;

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 86_400_000;

/// The clock may be so far before the newest record: two programs on the shop are not quite in step.
const SLACK_MS: i64 = 2 * MINUTE_MS;
/// Among so many of the newest records the newest time is looked for: once the clock has gone back,
/// the last one is not the latest.
const RECENT: i64 = 500;
/// No shop stands still for longer without somebody knowing.
const STILL_DAYS: i64 = 35;
/// After a leap of the clock it is told for so long.
const TOLD_MS: i64 = DAY_MS;
/// A shop that backs itself up is given this long after it was opened, before it is called overdue.
const CATCHING_UP_MS: i64 = 10 * MINUTE_MS;

/// What I must know before I go on.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Notices {}

/// All there is to tell.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NoticesView {
    /// The time on the machine that keeps the shop, UTC milliseconds.
    pub now: i64,
    /// Most urgent first.
    pub notices: Vec<Notice>,
}

/// One of them. The page has its words.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Notice {
    /// `clock_behind`, `clock_ahead`, `backup_failed`, `backup_none` or `backup_old`.
    pub key: &'static str,
    /// Since when, or the record it is measured by: UTC milliseconds.
    pub at: Option<i64>,
    /// So many days.
    pub days: Option<i64>,
    /// Why, in a sentence.
    pub why: Option<String>,
}

impl Query for Notices {
    type Output = NoticesView;
    const NAME: &'static str = "system.notices";
    const TITLE: &'static str = "重要提醒";
    const NEEDS: Need = Need::SignedIn;
    const PROVIDES: &'static [&'static str] = &["backup"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let mut notices = Vec::from_iter(clock(cx)?);
        if cx.caller.can(Ask::read(Module::System)) {
            notices.extend(backup(cx)?);
        }
        Ok(NoticesView { now: cx.now, notices })
    }
}

/// What cannot be right with the clock.
fn clock(cx: &Cx<'_>) -> Result<Option<Notice>> {
    let latest: Option<i64> = cx.one(
        "select max(e.at) from (select at from audit_event order by seq desc limit ?1) e",
        params![RECENT],
    )?;
    if let Some(at) = latest.filter(|at| at - cx.now > SLACK_MS) {
        return Ok(Some(Notice { key: "clock_behind", at: Some(at), days: None, why: None }));
    }
    let core = cx.core();
    let leapt = core.left_at().filter(|_| (0..TOLD_MS).contains(&(cx.now - core.opened_at())));
    Ok(leapt.and_then(|at| {
        let days = (core.opened_at() - at) / DAY_MS;
        let notice = Notice { key: "clock_ahead", at: Some(at), days: Some(days), why: None };
        (days > STILL_DAYS).then_some(notice)
    }))
}

/// What is wrong with the backups.
fn backup(cx: &Cx<'_>) -> Result<Option<Notice>> {
    let age = backups::age(cx)?;
    if age.running {
        return Ok(None);
    }
    if let Some(failed) = age.failed {
        let at = Some(failed.at);
        return Ok(Some(Notice {
            key: "backup_failed",
            at,
            days: age.days,
            why: Some(failed.message),
        }));
    }
    let catching_up = age.automatic && cx.now - cx.core().opened_at() < CATCHING_UP_MS;
    if !age.overdue || catching_up {
        return Ok(None);
    }
    let key = if age.days.is_some() { "backup_old" } else { "backup_none" };
    Ok(Some(Notice { key, at: None, days: age.days, why: None }))
}
