//! The parts of a campaign that people tick off: its milestones, and what is to be better next time.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ops::{NewMilestone, SEES, WRITES, require_state, touch, words};
use super::rules::{check_offset, counted_back};
use super::table::{CAMPAIGN, Campaign, IMPROVEMENT, MILESTONE};
use crate::kernel::rights::Ask;
use crate::kernel::{Command, Day, Error, Module, Need, Post, Result, Table, Tx};
use crate::params;

/// A milestone as it is to be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MilestoneInput {
    /// The milestone; a new one when absent.
    #[serde(default)]
    pub id: Option<i64>,
    /// Its name.
    pub title: String,
    /// Days before the start; negative after it.
    pub offset_days: i64,
    /// The post that sees to it.
    pub owner_post: Post,
}

/// While a campaign is in one of these states its milestones may be moved.
pub(super) const MOVING: &[&str] = &["proposal", "approved", "preparing", "ready", "running"];

/// Sets all milestones of a campaign.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetMilestones {
    /// The campaign.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// All milestones from now on.
    pub milestones: Vec<MilestoneInput>,
}

impl Command for SetMilestones {
    type Output = i64;
    const NAME: &'static str = "campaigns.set_milestones";
    const TITLE: &'static str = "设置活动里程碑";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["campaign"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let campaign: Campaign = tx.get(&CAMPAIGN, self.id)?;
        require_state(&campaign, MOVING, "改里程碑")?;
        if self.milestones.len() > 60 {
            return Err(Error::invalid("milestones", "一场活动最多 60 个里程碑"));
        }
        let have: Vec<i64> =
            tx.all("select id from milestone where campaign_id = ?1", params![campaign.id])?;
        for id in &have {
            if !self.milestones.iter().any(|m| m.id == Some(*id)) {
                tx.remove(&MILESTONE, *id, None)?;
            }
        }
        for mark in &self.milestones {
            let title = words("milestones", "里程碑名称", &mark.title, 60)?;
            check_offset(mark.offset_days)?;
            let due = counted_back(campaign.starts, mark.offset_days);
            match mark.id {
                Some(id) if have.contains(&id) => {
                    let set = [
                        ("title", title.into()),
                        ("offset_days", mark.offset_days.into()),
                        ("due", due.into()),
                        ("owner_post", mark.owner_post.code().into()),
                    ];
                    tx.update(&MILESTONE, id, None, &set)?;
                }
                Some(id) => return Err(Error::not_found("里程碑", id)),
                None => {
                    let row = NewMilestone {
                        campaign_id: campaign.id,
                        title: &title,
                        offset_days: mark.offset_days,
                        due,
                        owner_post: mark.owner_post.code(),
                    };
                    tx.insert(&MILESTONE, &row)?;
                }
            }
        }
        touch(tx, &campaign, self.version)
    }
}

/// Moves one milestone to another day; how far it lies before the start follows.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveMilestone {
    /// The milestone.
    pub id: i64,
    /// The day by which it must be done.
    pub due: Day,
}

impl Command for MoveMilestone {
    type Output = ();
    const NAME: &'static str = "campaigns.move_milestone";
    const TITLE: &'static str = "移动里程碑";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["campaign"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let row: Ticked = tx.get(&MILESTONE, self.id)?;
        let campaign: Campaign = tx.get(&CAMPAIGN, row.campaign_id)?;
        require_state(&campaign, MOVING, "改里程碑")?;
        if row.done_at.is_some() {
            return Err(Error::conflict("done", "这个里程碑已经完成，要改期请先取消完成"));
        }
        let offset = self.due.until(campaign.starts);
        check_offset(offset).map_err(|e| e.at("due"))?;
        let set = [("offset_days", offset.into()), ("due", self.due.into())];
        tx.update(&MILESTONE, self.id, None, &set)?;
        Ok(())
    }
}

/// Marks a milestone as done, or as open again. Whoever holds its post may, too.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FinishMilestone {
    /// The milestone.
    pub id: i64,
    /// Done, or open again.
    pub done: bool,
}

/// A part that a post sees to, as stored.
#[derive(Deserialize)]
struct Ticked {
    campaign_id: i64,
    owner_post: Post,
    done_at: Option<i64>,
}

impl Command for FinishMilestone {
    type Output = ();
    const NAME: &'static str = "campaigns.finish_milestone";
    const TITLE: &'static str = "完成里程碑";
    const NEEDS: Need = SEES;
    const TOUCHES: &'static [&'static str] = &["campaign"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        finish(tx, &MILESTONE, self.id, self.done, &["closed", "aborted"])
    }
}

/// Marks something to be done better as done, or as open again. Whoever holds its post may, too.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FinishImprovement {
    /// The improvement.
    pub id: i64,
    /// Done, or open again.
    pub done: bool,
}

impl Command for FinishImprovement {
    type Output = ();
    const NAME: &'static str = "campaigns.finish_improvement";
    const TITLE: &'static str = "落实改进措施";
    const NEEDS: Need = SEES;
    const TOUCHES: &'static [&'static str] = &["campaign"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        finish(tx, &IMPROVEMENT, self.id, self.done, &["aborted"])
    }
}

/// The part, when the caller may report on it: whoever holds its post, and who plans campaigns.
fn reported(tx: &Tx<'_>, table: &'static Table, id: i64, too_late: &[&str]) -> Result<Ticked> {
    let row: Ticked = tx.get(table, id)?;
    if !tx.caller.goes_on_as(row.owner_post)
        && !tx.caller.goes_on_with(Ask::write(Module::Campaigns))
    {
        return Err(Error::forbidden(format!(
            "这个{}由{}负责，请由其或活动负责人来办",
            table.label,
            row.owner_post.title()
        )));
    }
    let campaign: Campaign = tx.get(&CAMPAIGN, row.campaign_id)?;
    if too_late.contains(&campaign.state.as_str()) {
        return Err(Error::conflict(
            "wrong_state",
            format!("活动 {} 已结束，不能再改{}", campaign.no, table.label),
        ));
    }
    Ok(row)
}

fn finish(
    tx: &mut Tx<'_>,
    table: &'static Table,
    id: i64,
    done: bool,
    too_late: &[&str],
) -> Result<()> {
    let row = reported(tx, table, id, too_late)?;
    if row.done_at.is_some() == done {
        return Ok(());
    }
    let (at, by) = if done { (Some(tx.now), Some(tx.caller.staff)) } else { (None, None) };
    tx.update(table, id, None, &[("done_at", at.into()), ("done_by", by.into())])?;
    Ok(())
}

/// Says how far a milestone is. Whoever holds its post may, too.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteMilestone {
    /// The milestone.
    pub id: i64,
    /// How far it is, what holds it up; nothing takes it away.
    pub note: String,
}

impl Command for NoteMilestone {
    type Output = ();
    const NAME: &'static str = "campaigns.note_milestone";
    const TITLE: &'static str = "填写里程碑进度";
    const NEEDS: Need = SEES;
    const TOUCHES: &'static [&'static str] = &["campaign"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        reported(tx, &MILESTONE, self.id, &["closed", "aborted"])?;
        let note = self.note.trim();
        if note.chars().count() > 300 {
            return Err(Error::invalid("note", "进度最多 300 个字"));
        }
        tx.update(&MILESTONE, self.id, None, &[("note", note.into())])?;
        Ok(())
    }
}

/// Something to do better next time, as it is to be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImprovementInput {
    /// The improvement; a new one when absent.
    #[serde(default)]
    pub id: Option<i64>,
    /// What.
    pub text: String,
    /// The post that does it.
    pub owner_post: Post,
    /// Until when.
    pub due: Day,
}

#[derive(Serialize)]
struct NewImprovement<'a> {
    campaign_id: i64,
    text: &'a str,
    owner_post: &'static str,
    due: Day,
}

/// Sets all that is to be done better; what stays keeps its tick.
pub(super) fn set_improvements(
    tx: &mut Tx<'_>,
    campaign: i64,
    wanted: &[ImprovementInput],
) -> Result<()> {
    if wanted.len() > 100 {
        return Err(Error::invalid("improvements", "改进措施最多 100 条"));
    }
    let have: Vec<i64> =
        tx.all("select id from campaign_improvement where campaign_id = ?1", params![campaign])?;
    for id in &have {
        if !wanted.iter().any(|one| one.id == Some(*id)) {
            tx.remove(&IMPROVEMENT, *id, None)?;
        }
    }
    for one in wanted {
        let text = words("improvements", "改进措施", &one.text, 500)?;
        match one.id {
            Some(id) if have.contains(&id) => {
                let set = [
                    ("text", text.into()),
                    ("owner_post", one.owner_post.code().into()),
                    ("due", one.due.into()),
                ];
                tx.update(&IMPROVEMENT, id, None, &set)?;
            }
            Some(id) => return Err(Error::not_found("改进措施", id)),
            None => {
                let row = NewImprovement {
                    campaign_id: campaign,
                    text: &text,
                    owner_post: one.owner_post.code(),
                    due: one.due,
                };
                tx.insert(&IMPROVEMENT, &row)?;
            }
        }
    }
    Ok(())
}
