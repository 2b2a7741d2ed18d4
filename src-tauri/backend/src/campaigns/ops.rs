//! Commands of campaigns: plan, change, take a step.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rules::{CYCLE, check_days, counted_back};
use super::table::{CAMPAIGN, Campaign, MILESTONE, SHOP, TEMPLATE};
use super::{gate, pack, parts, prices, view};
use crate::kernel::door::Entry;
use crate::kernel::lifecycle::{Around, Lifecycle};
use crate::kernel::rights::Ask;
use crate::kernel::{Command, Day, Error, Follow, Module, Money, Need, Result, Series, Tx};
use crate::params;
use crate::store::{Value, with_initials};

pub(super) fn operations() -> Vec<Entry> {
    vec![
        Entry::query::<view::ListCampaigns>(),
        Entry::query::<view::CountCampaigns>(),
        Entry::query::<view::GetCampaign>(),
        Entry::query::<view::Calendar>(),
        Entry::command::<CreateCampaign>(),
        Entry::command::<UpdateCampaign>(),
        Entry::command::<ActCampaign>(),
        Entry::command::<prices::SetProducts>(),
        Entry::command::<parts::SetMilestones>(),
        Entry::command::<parts::MoveMilestone>(),
        Entry::command::<parts::FinishMilestone>(),
        Entry::command::<parts::NoteMilestone>(),
        Entry::command::<parts::FinishImprovement>(),
        Entry::command::<gate::Tick>(),
        Entry::command::<pack::FilePack>(),
        Entry::query::<pack::Templates>(),
        Entry::command::<pack::SaveTemplate>(),
    ]
}

pub(super) const SEES: Need = Need::Any(&[Ask::read(Module::Campaigns)]);
pub(super) const WRITES: Need = Need::Any(&[Ask::write(Module::Campaigns)]);
const SERIES: Series = Series { prefix: "CP", daily: true };

pub(super) fn around(campaign: &Campaign) -> Around {
    Around { requester: Some(campaign.owner_id), assignee: None, submitter: campaign.submitter_id }
}

pub(super) fn require_state(campaign: &Campaign, states: &[&str], what: &str) -> Result<()> {
    if states.contains(&campaign.state.as_str()) {
        return Ok(());
    }
    let at: Vec<&str> = states.iter().map(|s| CYCLE.label(s)).collect();
    Err(Error::conflict(
        "wrong_state",
        format!(
            "活动 {} 处于“{}”，不能{what}；要在“{}”时做",
            campaign.no,
            CYCLE.label(&campaign.state),
            at.join("、")
        ),
    ))
}

/// A new version of the campaign, so that two people who change its parts notice each other.
pub(super) fn touch(tx: &mut Tx<'_>, campaign: &Campaign, version: i64) -> Result<i64> {
    // The time alone may stand still in one millisecond; it must differ for a new version.
    let at = tx.now.max(campaign.updated_at + 1);
    tx.update(&CAMPAIGN, campaign.id, Some(version), &[("updated_at", at.into())])
}

/// Plans a campaign; its milestones come from the template of its kind.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateCampaign {
    /// Its name.
    pub title: String,
    /// The code of its kind.
    pub kind: String,
    /// The first day.
    pub starts: Day,
    /// The last day.
    pub ends: Day,
    /// What it may cost; nothing when absent.
    #[serde(default)]
    pub budget: Option<Money>,
    /// What it is to bring.
    #[serde(default)]
    pub goal: String,
    /// Price, time and rules in words.
    #[serde(default)]
    pub rules: String,
    /// The shops it runs in.
    #[serde(default)]
    pub shops: Vec<i64>,
}

/// A campaign was made.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Made {
    /// Its id.
    pub id: i64,
    /// Its number.
    pub no: String,
    /// Its version for the next save.
    pub version: i64,
}

#[derive(Serialize)]
struct NewCampaign<'a> {
    no: &'a str,
    title: &'a str,
    kind: &'a str,
    starts: Day,
    ends: Day,
    budget: i64,
    goal: &'a str,
    rules: &'a str,
    state: &'static str,
    owner_id: i64,
    created_at: i64,
    updated_at: i64,
}

#[derive(Serialize)]
struct NewShop {
    campaign_id: i64,
    shop_id: i64,
}

#[derive(Serialize)]
pub(super) struct NewMilestone<'a> {
    pub campaign_id: i64,
    pub title: &'a str,
    pub offset_days: i64,
    pub due: Day,
    pub owner_post: &'static str,
}

impl Command for CreateCampaign {
    type Output = Made;
    const NAME: &'static str = "campaigns.create";
    const TITLE: &'static str = "新建活动";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["campaign"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let title = words("title", "名称", &self.title, 100)?;
        check_days(self.starts, self.ends)?;
        let budget = check_budget(self.budget.as_ref())?;
        let (goal, rules) = (long("goal", &self.goal)?, long("rules", &self.rules)?);
        let template = pack::template(tx, &self.kind)?.ok_or_else(|| {
            Error::invalid("kind", format!("没有“{}”这种活动，请先在活动模板里添加", self.kind))
        })?;
        let no = SERIES.next(tx)?;
        let id = tx.insert(
            &CAMPAIGN,
            &NewCampaign {
                no: &no,
                title: &title,
                kind: &self.kind,
                starts: self.starts,
                ends: self.ends,
                budget,
                goal: &goal,
                rules: &rules,
                state: "proposal",
                owner_id: tx.caller.staff,
                created_at: tx.now,
                updated_at: tx.now,
            },
        )?;
        set_shops(tx, id, &self.shops)?;
        for mark in &template.milestones {
            let row = NewMilestone {
                campaign_id: id,
                title: &mark.title,
                offset_days: mark.offset_days,
                due: counted_back(self.starts, mark.offset_days),
                owner_post: mark.owner_post.code(),
            };
            tx.insert(&MILESTONE, &row)?;
        }
        Ok(Made { id, no, version: 1 })
    }
}

pub(super) fn words(field: &str, label: &str, text: &str, most: usize) -> Result<String> {
    let text: String = text.trim().chars().filter(|c| !c.is_control()).collect();
    if text.is_empty() || text.chars().count() > most {
        return Err(Error::invalid(field, format!("{label}应为 1 到 {most} 个字")));
    }
    Ok(text)
}

pub(super) fn long(field: &str, text: &str) -> Result<String> {
    if text.chars().count() > 20_000 {
        return Err(Error::invalid(field, "最多 2 万字，请精简"));
    }
    Ok(text.trim().to_owned())
}

pub(super) fn check_budget(money: Option<&Money>) -> Result<i64> {
    let Some(money) = money else { return Ok(0) };
    if money.currency.code() != "CNY" {
        return Err(Error::invalid("budget", "活动预算请用人民币"));
    }
    if !(0..=100_000_000_00).contains(&money.amount) {
        return Err(Error::invalid("budget", "预算应在 0 到 1 亿元之间"));
    }
    Ok(money.amount)
}

fn set_shops(tx: &mut Tx<'_>, campaign: i64, shops: &[i64]) -> Result<()> {
    if shops.len() > 200 {
        return Err(Error::invalid("shops", "一个活动最多 200 家店铺，请减少一些"));
    }
    for shop in shops {
        let there: bool =
            tx.one("select exists (select 1 from shop where id = ?1)", params![*shop])?;
        if !there {
            return Err(Error::invalid(
                "shops",
                format!("没有编号为 {shop} 的店铺，可能已被删除，请重新选择"),
            ));
        }
    }
    let have: Vec<(i64, i64)> =
        tx.all("select id, shop_id from campaign_shop where campaign_id = ?1", params![campaign])?;
    for (row, shop) in &have {
        if !shops.contains(shop) {
            tx.remove(&SHOP, *row, None)?;
        }
    }
    let mut known: Vec<i64> = have.into_iter().map(|(_, shop)| shop).collect();
    for shop in shops {
        if !known.contains(shop) {
            tx.insert(&SHOP, &NewShop { campaign_id: campaign, shop_id: *shop })?;
            known.push(*shop);
        }
    }
    Ok(())
}

/// Changes a campaign: the plan while it is a proposal, the review while it is being reviewed.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateCampaign {
    /// The campaign.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// Its name.
    #[serde(default)]
    pub title: Option<String>,
    /// The first day; milestones not done yet move along.
    #[serde(default)]
    pub starts: Option<Day>,
    /// The last day.
    #[serde(default)]
    pub ends: Option<Day>,
    /// What it may cost.
    #[serde(default)]
    pub budget: Option<Money>,
    /// What it is to bring.
    #[serde(default)]
    pub goal: Option<String>,
    /// Price, time and rules in words.
    #[serde(default)]
    pub rules: Option<String>,
    /// All shops it runs in.
    #[serde(default)]
    pub shops: Option<Vec<i64>>,
    /// How it went.
    #[serde(default)]
    pub review: Option<String>,
    /// All that is to be done better.
    #[serde(default)]
    pub improvements: Option<Vec<parts::ImprovementInput>>,
    /// Why nothing has to be done better.
    #[serde(default)]
    pub no_improvement: Option<String>,
}

impl Command for UpdateCampaign {
    type Output = i64;
    const NAME: &'static str = "campaigns.update";
    const TITLE: &'static str = "修改活动";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["campaign"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let campaign: Campaign = tx.get(&CAMPAIGN, self.id)?;
        let mut set: Vec<(&str, Value)> = Vec::new();
        let planned = self.starts.is_some()
            || self.ends.is_some()
            || self.budget.is_some()
            || self.goal.is_some()
            || self.title.is_some()
            || self.shops.is_some();
        if planned {
            // What was approved stays what was approved.
            require_state(&campaign, &["proposal"], "改名称、日期、预算、目标和店铺")?;
        }
        if self.rules.is_some() {
            require_state(
                &campaign,
                &["proposal", "approved", "preparing", "ready"],
                "改活动规则",
            )?;
        }
        if self.review.is_some() || self.improvements.is_some() || self.no_improvement.is_some() {
            require_state(&campaign, &["ended", "reviewing"], "写复盘")?;
        }
        if let Some(title) = &self.title {
            set.push(("title", words("title", "名称", title, 100)?.into()));
        }
        let (starts, ends) =
            (self.starts.unwrap_or(campaign.starts), self.ends.unwrap_or(campaign.ends));
        check_days(starts, ends)?;
        set.push(("starts", starts.into()));
        set.push(("ends", ends.into()));
        if self.budget.is_some() {
            set.push(("budget", check_budget(self.budget.as_ref())?.into()));
        }
        for (field, text) in [
            ("goal", &self.goal),
            ("rules", &self.rules),
            ("review", &self.review),
            ("no_improvement", &self.no_improvement),
        ] {
            if let Some(text) = text {
                set.push((field, long(field, text)?.into()));
            }
        }
        let mut version = tx.update(&CAMPAIGN, campaign.id, Some(self.version), &set)?;
        if version == campaign.version && (self.shops.is_some() || self.improvements.is_some()) {
            version = touch(tx, &campaign, version)?;
        }
        if let Some(shops) = &self.shops {
            set_shops(tx, campaign.id, shops)?;
        }
        if let Some(improvements) = &self.improvements {
            parts::set_improvements(tx, campaign.id, improvements)?;
        }
        if starts != campaign.starts {
            let open: Vec<(i64, i64)> = tx.all(
                "select id, offset_days from milestone where campaign_id = ?1 and done_at is null",
                params![campaign.id],
            )?;
            for (id, offset) in open {
                let due = counted_back(starts, offset);
                tx.update(&MILESTONE, id, None, &[("due", due.into())])?;
            }
        }
        Ok(version)
    }
}

/// Takes a step of the life cycle.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActCampaign {
    /// The campaign.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// The action's code.
    pub action: String,
    /// Why, where the step asks for it.
    #[serde(default)]
    pub reason: Option<String>,
    /// For `gate`: what this person answers for (`stock`, `roster`).
    #[serde(default)]
    pub confirmed: Vec<String>,
}

impl Command for ActCampaign {
    type Output = i64;
    const NAME: &'static str = "campaigns.act";
    const TITLE: &'static str = "办理活动";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["campaign"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let campaign: Campaign = tx.get(&CAMPAIGN, self.id)?;
        if self.version != campaign.version {
            tx.update(&CAMPAIGN, campaign.id, Some(self.version), &[])?;
        }
        let facts = gate::Facts::of(tx, &campaign)?;
        let reason = self.reason.as_deref();
        let step = CYCLE.step(
            &campaign.no,
            &campaign.state,
            &self.action,
            tx.caller,
            around(&campaign),
            reason,
            |step| gate::guard(tx, &campaign, step, &facts, &self.confirmed),
        )?;
        let mut set: Vec<(&str, Value)> =
            vec![("state", Lifecycle::target(step, &campaign.state).into())];
        match step.action {
            "submit" => set.push(("submitter_id", tx.caller.staff.into())),
            "approve" => {
                set.push(("approved_by", tx.caller.staff.into()));
                set.push(("approved_at", tx.now.into()));
            }
            "gate" => {
                let ticks = gate::with_word(tx, &campaign, &self.confirmed);
                let kept = gate::kept(facts.checks, &ticks);
                set.push(("ticks", serde_json::json!(ticks).into()));
                set.push(("gate", serde_json::json!(kept).into()));
            }
            "reopen" if campaign.state == "closed" => {}
            "reopen" if campaign.state == "aborted" => {
                set.push(("submitter_id", Value::Null));
                set.push(("approved_by", Value::Null));
                set.push(("approved_at", Value::Null));
                set.push(("ticks", serde_json::json!([]).into()));
                set.push(("gate", Value::Null));
            }
            // What was answered for has to be looked at again.
            "reopen" => set.push(("ticks", serde_json::json!([]).into())),
            _ => {}
        }
        tx.because(reason);
        tx.update(&CAMPAIGN, campaign.id, Some(self.version), &set)
    }
}

/// Takes the steps that the calendar has reached: a ready campaign starts on its first day, a running
/// one ends after its last. Whoever owns the shop calls it every minute; called again it finds nothing
/// to do. Answers how many steps were taken.
pub fn advance(tx: &mut Tx<'_>) -> Result<u64> {
    let reached = [
        ("start", "starts <= ?1", "到开始日期，自动开始"),
        ("end", "ends < ?1", "结束日期已过，自动结束"),
    ];
    let mut taken = 0;
    for (action, when, why) in reached {
        tx.because(Some(why));
        let step = CYCLE.steps.iter().find(|s| s.action == action);
        for (from, to) in step.iter().flat_map(|s| s.from.iter().map(|from| (*from, s.to))) {
            let due: Vec<i64> = tx.all(
                &format!("select id from campaign where state = ?2 and {when} order by id"),
                params![tx.today(), from],
            )?;
            for id in due {
                tx.update(&CAMPAIGN, id, None, &[("state", to.into())])?;
                taken += 1;
            }
        }
    }
    Ok(taken)
}

/// The index of campaigns: a campaign is found by its number, its title and its kind: 双12.
pub(super) const INDEX: crate::kernel::Index = crate::kernel::Index {
    name: "campaign",
    of: &CAMPAIGN,
    words: |cx, first, last| {
        let rows: Vec<(i64, String)> = cx.all(
            "select c.id, c.no || ' ' || c.title || ' ' || coalesce(t.title, '') from campaign c
             left join campaign_template t on t.kind = c.kind
             where c.id between ?1 and ?2 order by c.id",
            params![first, last],
        )?;
        Ok(rows.into_iter().map(|(id, words)| (id, with_initials(&words))).collect())
    },
    follows: &[
        Follow::own(&CAMPAIGN, &["no", "title", "kind"]),
        Follow::of(
            &TEMPLATE,
            &["kind", "title"],
            "select c.id from campaign c join campaign_template t on t.kind = c.kind
             where t.id = ?1",
        ),
    ],
};
