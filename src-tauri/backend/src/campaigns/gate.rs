//! What must hold before a campaign goes on: the plan's open points, who may approve which budget,
//! and the gate before the start with what people answer for themselves.

use schemars::JsonSchema;
use serde::Deserialize;

use super::ops::{SEES, long, require_state};
use super::rules::{GateCheck, GateState};
use super::table::{CAMPAIGN, Campaign, Fen, TickMark};
use super::{pack, prices};
use crate::kernel::lifecycle::{Step, past_reopening};
use crate::kernel::{Command, Cx, Error, Money, Need, Post, Result, Tx};
use crate::{copydesk, params, staff};

/// What people answer for at the gate, and which posts may: the shop has no data on it.
const BY_HAND: &[(&str, &str, &str, &[Post])] = &[
    (
        "stock",
        "备货",
        "店务台还没有库存数据：请核对货已到仓、数量够卖，再由跟单、商城管理或主管在这里确认",
        &[Post::Merchandiser, Post::MallManager, Post::OpsSupervisor, Post::Director],
    ),
    (
        "roster",
        "客服排班",
        "店务台还没有排班数据：请核对高峰班次与话术已安排，再由商城管理、运营专员或主管在这里确认",
        &[Post::MallManager, Post::OpsSpecialist, Post::OpsSupervisor, Post::Director],
    ),
];

fn may_tick(cx: &Cx<'_>, posts: &[Post]) -> bool {
    posts.iter().any(|post| cx.caller.is(*post))
}

/// All that steps of the life cycle depend on.
pub(super) struct Facts {
    pub checks: Vec<GateCheck>,
    pub limit: Option<i64>,
    pub open: Vec<&'static str>,
    pub improvements: i64,
}

impl Facts {
    pub(super) fn of(cx: &Cx<'_>, campaign: &Campaign) -> Result<Self> {
        Ok(Self {
            checks: checks(cx, campaign)?,
            limit: budget_limit(cx)?,
            open: open_points(cx, campaign)?,
            improvements: cx.one(
                "select count(*) from campaign_improvement where campaign_id = ?1",
                params![campaign.id],
            )?,
        })
    }
}

/// How much this caller may approve; `None`: any budget. Who approves without a limit of their own
/// (a right lent to another post) is held to the lowest one there is.
fn budget_limit(cx: &Cx<'_>) -> Result<Option<i64>> {
    if cx.caller.is(Post::Director) {
        return Ok(None);
    }
    match staff::ops::limit_of(cx, "campaign_budget")? {
        Some(own) => Ok(Some(own)),
        None => lowest_limit(cx),
    }
}

/// The budget up to which a supervisor approves.
pub(super) fn lowest_limit(cx: &Cx<'_>) -> Result<Option<i64>> {
    cx.one("select min(amount) from amount_limit where code = 'campaign_budget'", params![])
}

/// What still has to be filled in before a campaign can be submitted.
fn open_points(cx: &Cx<'_>, campaign: &Campaign) -> Result<Vec<&'static str>> {
    let mut out = Vec::new();
    if campaign.goal.trim().is_empty() {
        out.push("目标");
    }
    let some: bool = cx.one(
        "select exists (select 1 from campaign_shop where campaign_id = ?1)
             or exists (select 1 from campaign_product where campaign_id = ?1)",
        params![campaign.id],
    )?;
    if !some {
        out.push("店铺或商品");
    }
    Ok(out)
}

/// What the gate says, from what the shop knows and what people have answered for.
fn checks(cx: &Cx<'_>, campaign: &Campaign) -> Result<Vec<GateCheck>> {
    let check = |key: &str, title: &str, state, detail: String, todo: &str| GateCheck {
        key: key.to_owned(),
        title: title.to_owned(),
        state,
        detail,
        todo: if state == GateState::Pass { String::new() } else { todo.to_owned() },
        by: None,
        at: None,
        may_tick: false,
    };
    let ok = |good: bool| if good { GateState::Pass } else { GateState::Fail };
    let items = prices::items(cx, campaign.id)?;
    let priced = items.iter().filter(|i| i.price.0 > 0).count();
    let blind =
        items.iter().filter(|i| !i.no_rate.is_empty() && i.floor_note.trim().is_empty()).count();
    let low = items.iter().filter(|i| i.below && i.floor_note.trim().is_empty()).count();
    let mut said = format!("{} 个商品，{priced} 个已定活动价", items.len());
    if low > 0 {
        said.push_str(&format!("，{low} 个低于底价且没有主管说明"));
    }
    if blind > 0 {
        said.push_str(&format!("，{blind} 个缺汇率、无法核对底价"));
    }
    let (requests, made): (i64, i64) = cx.one(
        "select count(*), coalesce(sum(case when state in ('approved', 'delivered', 'live', 'archived')
                then 1 else 0 end), 0)
         from asset_request where campaign_id = ?1 and state <> 'cancelled'",
        params![campaign.id],
    )?;
    let texts = copydesk::of_campaign(cx, campaign.id)?;
    let (no_request, no_text) = pack::unfiled(cx, campaign)?;
    let late: i64 = cx.one(
        "select count(*) from milestone where campaign_id = ?1 and done_at is null and due < ?2",
        params![campaign.id, cx.today()],
    )?;
    let mut out = vec![
        check(
            "price",
            "商品与活动价",
            ok(!items.is_empty() && priced == items.len() && low + blind == 0),
            said,
            "到“商品与价”加商品、补活动价；低于底价的请主管写说明或提高价格；缺汇率的到“渠道与店铺”填汇率",
        ),
        check(
            "assets",
            "素材",
            ok(requests > 0 && made == requests && no_request == 0),
            with_unfiled(format!("{requests} 条素材需求，{made} 条已通过或交付"), no_request),
            if requests == 0 || no_request > 0 {
                "到“素材包”一键提交需求"
            } else {
                "到“素材包”看哪一条还没通过，催美工或审核人；不要的请取消"
            },
        ),
        check(
            "copy",
            "文案",
            ok(texts.total > 0 && texts.done == texts.total && no_text == 0),
            with_unfiled(format!("{} 条文案，{} 条已通过", texts.total, texts.done), no_text),
            if texts.total == 0 || no_text > 0 {
                "到“素材包”一键提交，文案需求会一起提"
            } else {
                "到“素材包”看哪一条文案还没通过，催文案或审核人"
            },
        ),
        check(
            "milestones",
            "里程碑",
            if late == 0 { GateState::Pass } else { GateState::Warn },
            if late == 0 {
                "没有过期未完成的里程碑".to_owned()
            } else {
                format!("{late} 个里程碑已过期未完成")
            },
            "不拦开始，但请到“里程碑”勾掉已做的，或改期",
        ),
    ];
    for (key, title, todo, posts) in BY_HAND {
        let tick = campaign.ticks.iter().find(|t| t.key == *key);
        let mut one = check(
            key,
            title,
            if tick.is_some() { GateState::Pass } else { GateState::Confirm },
            match tick {
                Some(tick) if tick.note.is_empty() => format!("{} 已人工确认", tick.by),
                Some(tick) => format!("{} 已人工确认：{}", tick.by, tick.note),
                None => "还没有人确认".to_owned(),
            },
            todo,
        );
        one.by = tick.map(|t| t.by.clone());
        one.at = tick.map(|t| t.at);
        one.may_tick =
            may_tick(cx, posts) && matches!(campaign.state.as_str(), "approved" | "preparing");
        out.push(one);
    }
    Ok(out)
}

/// Adds what the pack asks for and nobody has filed.
fn with_unfiled(mut said: String, count: usize) -> String {
    if count > 0 {
        said.push_str(&format!("，{count} 条还没有提交"));
    }
    said
}

/// What must hold for a step, beyond who may take it. `confirmed` is what the caller answers for
/// with the step itself.
pub(super) fn guard(
    cx: &Cx<'_>,
    campaign: &Campaign,
    step: &Step,
    facts: &Facts,
    confirmed: &[String],
) -> Option<String> {
    match step.action {
        "submit" if !facts.open.is_empty() => Some(format!("还没有填{}", facts.open.join("、"))),
        "approve" => facts.limit.filter(|limit| campaign.budget.0 > *limit).map(|limit| {
            format!(
                "预算 {} 超过你的审批上限 {}，请公司负责人审批",
                Money::cny(campaign.budget.0),
                Money::cny(limit)
            )
        }),
        "gate" => {
            let open = |state: GateState| facts.checks.iter().filter(move |c| c.state == state);
            let missing: Vec<String> =
                open(GateState::Fail).map(|c| format!("{}（{}）", c.title, c.detail)).collect();
            if !missing.is_empty() {
                return Some(missing.join("；"));
            }
            let unsaid: Vec<&str> = open(GateState::Confirm)
                .filter(|c| !confirmed.contains(&c.key))
                .map(|c| c.title.as_str())
                .collect();
            (!unsaid.is_empty())
                .then(|| format!("还没有人确认{}，请在“闸门检查”里逐项确认", unsaid.join("、")))
        }
        "start" if cx.today() < campaign.starts => {
            Some(format!("活动 {} 才开始，今天是 {}", campaign.starts, cx.today()))
        }
        "reopen" if matches!(campaign.state.as_str(), "closed" | "aborted") => {
            past_reopening(cx.now, campaign.updated_at)
        }
        "close" if campaign.review.trim().is_empty() => Some("还没有写复盘".to_owned()),
        "close" if facts.improvements == 0 && campaign.no_improvement.trim().is_empty() => {
            Some("请写至少一条改进措施，或写明无需改进的原因".to_owned())
        }
        _ => None,
    }
}

/// Adds the caller's word for `keys` to what has been answered for.
pub(super) fn with_word(cx: &Cx<'_>, campaign: &Campaign, keys: &[String]) -> Vec<TickMark> {
    let mut ticks = campaign.ticks.clone();
    for (key, ..) in BY_HAND.iter().filter(|(key, ..)| keys.iter().any(|k| k == key)) {
        if !ticks.iter().any(|t| t.key == *key) {
            ticks.push(TickMark {
                key: (*key).to_owned(),
                by: cx.caller.name.clone(),
                at: cx.now,
                note: String::new(),
            });
        }
    }
    ticks
}

/// The checks as they stand with these ticks, to be kept with the campaign.
pub(super) fn kept(mut checks: Vec<GateCheck>, ticks: &[TickMark]) -> Vec<GateCheck> {
    for check in &mut checks {
        if let Some(tick) = ticks.iter().find(|t| t.key == check.key) {
            check.state = GateState::Pass;
            check.detail = format!("{} 已人工确认", tick.by);
            check.by = Some(tick.by.clone());
            check.at = Some(tick.at);
        }
        check.may_tick = false;
        check.todo.clear();
    }
    checks
}

/// Who approves a campaign of this budget.
#[derive(Debug, serde::Serialize, JsonSchema)]
pub struct Approval {
    /// The budget up to which a supervisor approves.
    pub limit: Option<Fen>,
    /// The budget is above it.
    pub over: bool,
    /// The post.
    pub by: Post,
}

/// Who approves this campaign.
pub(super) fn approval(cx: &Cx<'_>, campaign: &Campaign) -> Result<Approval> {
    let limit = lowest_limit(cx)?;
    let over = limit.is_some_and(|limit| campaign.budget.0 > limit);
    let post = if over { Post::Director } else { Post::OpsSupervisor };
    Ok(Approval { limit: limit.map(Fen), over, by: post })
}

/// Answers, in one's own name, for something at the gate that the shop has no data on.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tick {
    /// The campaign.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// `stock` or `roster`.
    pub key: String,
    /// Answered for, or taken back.
    pub done: bool,
    /// What was seen.
    #[serde(default)]
    pub note: String,
}

impl Command for Tick {
    type Output = i64;
    const NAME: &'static str = "campaigns.tick";
    const TITLE: &'static str = "闸门人工确认";
    const NEEDS: Need = SEES;
    const TOUCHES: &'static [&'static str] = &["campaign"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let campaign: Campaign = tx.get(&CAMPAIGN, self.id)?;
        let Some((key, title, _, posts)) = BY_HAND.iter().find(|(key, ..)| *key == self.key) else {
            return Err(Error::invalid("key", "没有这一项人工确认，可确认的是备货和客服排班"));
        };
        if !may_tick(tx, posts) {
            let who: Vec<&str> = posts.iter().map(|p| p.title()).collect();
            return Err(Error::forbidden(format!("{title}要由{}来确认", who.join("、"))));
        }
        require_state(&campaign, &["approved", "preparing"], "确认备货与排班")?;
        if self.note.chars().count() > 200 {
            return Err(Error::invalid("note", "说明最多 200 个字"));
        }
        let mut ticks = campaign.ticks.clone();
        ticks.retain(|t| t.key != *key);
        if self.done {
            ticks.push(TickMark {
                key: self.key,
                by: tx.caller.name.clone(),
                at: tx.now,
                note: long("note", &self.note)?,
            });
        }
        let set = [("ticks", serde_json::json!(ticks).into())];
        tx.update(&CAMPAIGN, campaign.id, Some(self.version), &set)
    }
}
