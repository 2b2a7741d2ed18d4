//! What campaigns show: the list, one campaign, the calendar.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gate::{self, Approval, Facts};
use super::ops::{SEES, WRITES, around};
use super::pack::{self, PackPiece, Template};
use super::parts::MOVING;
use super::prices::{self, ItemView};
use super::rules::{CYCLE, GateCheck};
use super::table::{CAMPAIGN, Campaign, Fen};
use crate::kernel::lifecycle::ActionState;
use crate::kernel::list::{Col, ColKind, ListDef, ListRow, Tab};
use crate::kernel::{Cx, Day, Error, Need, Post, Query, Result};
use crate::store::Value;
use crate::{copydesk, list_operations, params};

/// Campaigns.
pub static LIST: ListDef = ListDef {
    name: "campaigns",
    title: "活动",
    entity: "campaign",
    from: "campaign c",
    key: "c.id",
    columns: &[
        Col::new("no", "编号", "c.no", ColKind::Code),
        Col::new("title", "名称", "c.title", ColKind::Text),
        Col::new("kind", "类型", "c.kind", ColKind::Code),
        Col::new(
            "kind_title",
            "类型名称",
            "coalesce((select t.title from campaign_template t where t.kind = c.kind), c.kind)",
            ColKind::Text,
        )
        .plain(),
        Col::new("state", "状态", "c.state", ColKind::State("campaign")),
        Col::new("starts", "开始", "c.starts", ColKind::Day),
        Col::new("ends", "结束", "c.ends", ColKind::Day),
        Col::new("budget", "预算", "c.budget", ColKind::Money(None)).summed(),
        Col::new(
            "owner",
            "负责人",
            "(select s.name from staff s where s.id = c.owner_id)",
            ColKind::Text,
        )
        .plain(),
        Col::new("owner_id", "负责人编号", "c.owner_id", ColKind::Int).inner(),
        Col::new(
            "products",
            "商品数",
            "(select count(*) from campaign_product i where i.campaign_id = c.id)",
            ColKind::Int,
        )
        .plain()
        .summed(),
        Col::new(
            "open_milestones",
            "未完成里程碑",
            "(select count(*) from milestone m where m.campaign_id = c.id and m.done_at is null)",
            ColKind::Int,
        )
        .plain()
        .summed(),
        Col::new("version", "修订", "c.version", ColKind::Int).plain().inner(),
        Col::new("updated_at", "更新时间", "c.updated_at", ColKind::Instant),
    ],
    tabs: &[
        Tab { key: "proposal", title: "方案", when: "c.state = 'proposal'" },
        Tab { key: "review", title: "待审批", when: "c.state = 'review'" },
        Tab { key: "preparing", title: "筹备", when: "c.state in ('approved', 'preparing')" },
        Tab { key: "ready", title: "已就绪", when: "c.state = 'ready'" },
        Tab { key: "running", title: "进行中", when: "c.state = 'running'" },
        Tab { key: "reviewing", title: "复盘", when: "c.state in ('ended', 'reviewing')" },
        Tab { key: "closed", title: "已关闭", when: "c.state in ('closed', 'aborted')" },
    ],
    search: Some("campaign"),
    order: ("starts", true),
    scope: |_| None,
    needs: SEES,
};

/// A campaign in the list.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct CampaignRow {
    /// Id.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// `CP-20261123-001`.
    pub no: String,
    /// Its name.
    pub title: String,
    /// The code of its kind.
    pub kind: String,
    /// The kind's name.
    pub kind_title: String,
    /// The state.
    pub state: String,
    /// The first day.
    pub starts: Day,
    /// The last day.
    pub ends: Day,
    /// What it may cost.
    pub budget: Fen,
    /// Who plans it.
    pub owner: Option<String>,
    /// Their id.
    pub owner_id: i64,
    /// How many products.
    pub products: i64,
    /// Milestones not done yet.
    pub open_milestones: i64,
    /// UTC milliseconds.
    pub updated_at: i64,
}
impl ListRow for CampaignRow {}

list_operations!(
    ListCampaigns,
    CountCampaigns,
    LIST,
    CampaignRow,
    "campaigns.list",
    "campaigns.counts",
    "活动",
    SEES,
    ["campaign", "campaign_template"]
);

/// A campaign with its products, milestones, asset pack and what can be done now.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetCampaign {
    /// The campaign.
    pub id: i64,
}

/// A milestone of a campaign.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct MilestoneView {
    /// Id.
    pub id: i64,
    /// Its name.
    pub title: String,
    /// Days before the start.
    pub offset_days: i64,
    /// Until when.
    pub due: Day,
    /// The post that sees to it.
    pub owner_post: Post,
    /// How far it is.
    pub note: String,
    /// When it was done.
    pub done_at: Option<i64>,
    /// By whom.
    pub done_by: Option<String>,
}

/// Something to do better next time.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct ImprovementView {
    /// Id.
    pub id: i64,
    /// What.
    pub text: String,
    /// The post that does it.
    pub owner_post: Post,
    /// Until when.
    pub due: Day,
    /// When it was done.
    pub done_at: Option<i64>,
    /// By whom.
    pub done_by: Option<String>,
}

/// What the last campaign of the same kind left to do better.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Lessons {
    /// That campaign.
    pub campaign_id: i64,
    /// Its name.
    pub title: String,
    /// What was to be done better.
    pub improvements: Vec<ImprovementView>,
}

/// A campaign as its page shows it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CampaignView {
    /// The campaign.
    #[serde(flatten)]
    pub campaign: Campaign,
    /// The kind's name.
    pub kind_title: String,
    /// Who plans it.
    pub owner: Option<String>,
    /// Who approved it.
    pub approver: Option<String>,
    /// The shops it runs in.
    pub shops: Vec<i64>,
    /// Its products and prices.
    pub products: Vec<ItemView>,
    /// Its milestones by day.
    pub milestones: Vec<MilestoneView>,
    /// Its asset pack: filed and to be filed.
    pub pack: Vec<PackPiece>,
    /// What the pack will have for each product, while there is no product yet.
    pub pack_waits: Vec<String>,
    /// How far its texts are.
    pub copy: copydesk::Progress,
    /// What is to be done better next time.
    pub improvements: Vec<ImprovementView>,
    /// What the last campaign of the same kind left to do better.
    pub lessons: Option<Lessons>,
    /// Who approves a budget like this.
    pub approval: Approval,
    /// Whether this caller may change it at all.
    pub writable: bool,
    /// What the gate says now.
    pub checks: Vec<GateCheck>,
    /// What can be done now.
    pub actions: Vec<ActionState>,
}

impl Query for GetCampaign {
    type Output = CampaignView;
    const NAME: &'static str = "campaigns.get";
    const TITLE: &'static str = "活动详情";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &[
        "campaign",
        "campaign_template",
        "copy_doc",
        "asset_request",
        "asset",
        "product",
        "channel",
    ];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let campaign: Campaign = cx.get(&CAMPAIGN, self.id)?;
        let name = |id: Option<i64>| -> Result<Option<String>> {
            match id {
                Some(id) => cx.maybe("select name from staff where id = ?1", params![id]),
                None => Ok(None),
            }
        };
        let pack = pack::pieces(cx, &campaign)?;
        let facts = Facts::of(cx, &campaign)?;
        let actions = CYCLE.actions(&campaign.state, cx.caller, around(&campaign), |step| {
            gate::guard(cx, &campaign, step, &facts, &[])
        });
        Ok(CampaignView {
            kind_title: pack::template(cx, &campaign.kind)?
                .map_or_else(|| campaign.kind.clone(), |t: Template| t.title),
            owner: name(Some(campaign.owner_id))?,
            approver: name(campaign.approved_by)?,
            shops: cx.all(
                "select shop_id from campaign_shop where campaign_id = ?1 order by id",
                params![campaign.id],
            )?,
            products: prices::items(cx, campaign.id)?,
            milestones: cx.all(
                "select m.id, m.title, m.offset_days, m.due, m.owner_post, m.note,
                        m.done_at, s.name as done_by
                 from milestone m left join staff s on s.id = m.done_by
                 where m.campaign_id = ?1 order by m.due, m.id",
                params![campaign.id],
            )?,
            copy: copydesk::of_campaign(cx, campaign.id)?,
            pack,
            pack_waits: pack::waiting(cx, &campaign)?,
            improvements: improvements(cx, campaign.id)?,
            lessons: lessons(cx, &campaign)?,
            approval: gate::approval(cx, &campaign)?,
            writable: cx.caller.require(WRITES).is_ok(),
            checks: facts.checks,
            actions,
            campaign,
        })
    }
}

fn improvements(cx: &Cx<'_>, campaign: i64) -> Result<Vec<ImprovementView>> {
    cx.all(
        "select i.id, i.text, i.owner_post, i.due, i.done_at, s.name as done_by
         from campaign_improvement i left join staff s on s.id = i.done_by
         where i.campaign_id = ?1 order by i.due, i.id",
        params![campaign],
    )
}

fn lessons(cx: &Cx<'_>, campaign: &Campaign) -> Result<Option<Lessons>> {
    let last: Option<(i64, String)> = cx.maybe(
        "select c.id, c.title from campaign c
         where c.kind = ?1 and c.id <> ?2 and c.state = 'closed' and c.ends <= ?3
           and exists (select 1 from campaign_improvement i where i.campaign_id = c.id)
         order by c.ends desc, c.id desc limit 1",
        params![&campaign.kind, campaign.id, campaign.starts],
    )?;
    let Some((campaign_id, title)) = last else { return Ok(None) };
    Ok(Some(Lessons { campaign_id, title, improvements: improvements(cx, campaign_id)? }))
}

/// Campaigns and milestones between two days.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

/// A campaign as a bar.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Bar {
    /// The campaign.
    pub id: i64,
    /// For optimistic saving.
    pub version: i64,
    /// Its number.
    pub no: String,
    /// Its name.
    pub title: String,
    /// Its state.
    pub state: String,
    /// The first day.
    pub starts: Day,
    /// The last day.
    pub ends: Day,
    /// Whether its days can still be moved, and by this caller.
    pub movable: bool,
}

/// A milestone as a mark.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct CalendarMark {
    /// The milestone.
    pub id: i64,
    /// Its campaign.
    pub campaign_id: i64,
    /// The campaign's name.
    pub campaign: String,
    /// Its name.
    pub title: String,
    /// Until when.
    pub due: Day,
    /// The post that sees to it.
    pub owner_post: Post,
    /// How far it is.
    pub note: String,
    /// Done.
    pub done: bool,
    /// The campaign's state.
    pub state: String,
    /// Whether it can still be moved, and by this caller.
    #[serde(default)]
    pub movable: bool,
    /// Whether this caller may mark it as done.
    #[serde(default)]
    pub tickable: bool,
}

/// What lies between two days.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CalendarView {
    /// Today in the shop.
    pub today: Day,
    /// Campaigns that run on some of the days.
    pub campaigns: Vec<Bar>,
    /// Milestones due on one of them.
    pub milestones: Vec<CalendarMark>,
    /// Milestones whose day has gone by, of all campaigns under way, whatever the days asked for.
    pub late: Vec<CalendarMark>,
}

impl Query for Calendar {
    type Output = CalendarView;
    const NAME: &'static str = "campaigns.calendar";
    const TITLE: &'static str = "活动日历";
    const NEEDS: Need = SEES;
    const PROVIDES: &'static [&'static str] = &["campaign"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let days = self.from.until(self.to);
        if !(0..=400).contains(&days) {
            return Err(Error::invalid("to", "日历一次最多看 400 天，结束日不能早于开始日"));
        }
        let writes = cx.caller.require(WRITES).is_ok();
        let milestones = marks(
            cx,
            "m.due between ?1 and ?2 and c.state <> 'aborted'",
            params![self.from, self.to],
        )?;
        let late = marks(
            cx,
            "m.done_at is null and m.due < ?1
             and c.state in ('approved', 'preparing', 'ready', 'running', 'ended', 'reviewing')",
            params![cx.today()],
        )?;
        Ok(CalendarView {
            today: cx.today(),
            campaigns: cx.all(
                "select id, version, no, title, state, starts, ends,
                        state = 'proposal' and ?3 as movable from campaign
                 where starts <= ?2 and ends >= ?1 and state <> 'aborted' order by starts, id limit 500",
                params![self.from, self.to, writes],
            )?,
            milestones,
            late,
        })
    }
}

/// Milestones with their campaigns, and what this caller may do with each.
fn marks(cx: &Cx<'_>, which: &str, values: &[Value]) -> Result<Vec<CalendarMark>> {
    let mut marks: Vec<CalendarMark> = cx.all(
        &format!(
            "select m.id, m.campaign_id, c.title as campaign, m.title, m.due, m.owner_post, m.note,
                    m.done_at is not null as done, c.state
             from milestone m join campaign c on c.id = m.campaign_id
             where {which} order by m.due, m.id limit 1000"
        ),
        values,
    )?;
    let writes = cx.caller.require(WRITES).is_ok();
    for mark in &mut marks {
        mark.movable = writes && !mark.done && MOVING.contains(&mark.state.as_str());
        mark.tickable = mark.state != "closed" && (writes || cx.caller.is(mark.owner_post));
    }
    Ok(marks)
}
