//! 今日台: what is due, what waits for me, what came back.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::kernel::rights::Ask;
use crate::kernel::{Cx, Day, Module, Need, Query, Result, Tone};
use crate::store::Value;

/// My desk today.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Today {}

/// The desk.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TodayView {
    /// The cards, most urgent first; empty ones are left out.
    pub cards: Vec<Card>,
}

/// One card.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Card {
    /// A stable word.
    pub key: &'static str,
    /// Its Chinese title.
    pub title: &'static str,
    /// How it looks.
    pub tone: Tone,
    /// How many there are in all.
    pub count: i64,
    /// The first of them.
    pub rows: Vec<CardRow>,
    /// The page that shows all.
    pub route: String,
}

/// One line of a card.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct CardRow {
    /// What it is.
    pub title: String,
    /// Number, shop, people.
    pub subtitle: String,
    /// Its day.
    pub due: Option<Day>,
    /// The page that shows it.
    pub route: String,
    /// The hash of its picture.
    pub thumb: Option<String>,
}

/// How many lines a card shows.
const LINES: i64 = 6;

impl Query for Today {
    type Output = TodayView;
    const NAME: &'static str = "desk.today";
    const TITLE: &'static str = "今日台";
    const NEEDS: Need = Need::SignedIn;
    const PROVIDES: &'static [&'static str] =
        &["asset", "copy", "listing", "price_change", "sync", "campaign", "staff"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let mut cards = Vec::new();
        for card in CARDS {
            if (card.when)(cx) {
                cards.extend(fill(cx, card)?);
            }
        }
        Ok(TodayView { cards })
    }
}

/// One card as declared: who has it, and the SQL of its lines.
///
/// The SQL sees ?1 = me, ?2 = today, ?3 = now, and gives `title, subtitle, due, route, thumb`.
struct CardDef {
    key: &'static str,
    title: &'static str,
    tone: Tone,
    route: &'static str,
    when: fn(&Cx<'_>) -> bool,
    from: &'static str,
    select: &'static str,
    order: &'static str,
}

const ASSET: &str = "r.title as title, r.no as subtitle, r.due as due, '/assets/' || r.id as route,
    (select v.file from asset_version v where v.request_id = r.id and v.is_source = 0 order by v.no desc limit 1) as thumb";
const COPY: &str =
    "d.title as title, d.no as subtitle, d.due as due, '/copy/' || d.id as route, null as thumb";
const PRICE: &str = "l.title as title, c.code || ' · ' || s.name as subtitle, null as due,
    '/prices/' || c.id as route, l.picture as thumb";

const CARDS: &[CardDef] = &[
    CardDef {
        key: "asset_overdue",
        title: "我的素材已超期",
        tone: Tone::Danger,
        route: "/assets?tab=mine",
        when: |_| true,
        from: "asset_request r where r.assignee = ?1 and r.due < ?2 and r.state in ('assigned', 'doing', 'retake')",
        select: ASSET,
        order: "r.due, r.id",
    },
    CardDef {
        key: "asset_retake",
        title: "退回给我修改",
        tone: Tone::Warning,
        route: "/assets?tab=retake",
        when: |_| true,
        from: "asset_request r where r.assignee = ?1 and r.state = 'retake'",
        select: ASSET,
        order: "r.due, r.id",
    },
    CardDef {
        key: "asset_mine",
        title: "我要做的素材",
        tone: Tone::Info,
        route: "/assets?tab=mine",
        when: |_| true,
        from: "asset_request r where r.assignee = ?1 and r.state in ('assigned', 'doing')",
        select: ASSET,
        order: "r.due, r.id",
    },
    CardDef {
        key: "asset_review",
        title: "等我审核的素材",
        tone: Tone::Warning,
        route: "/assets?tab=in_review",
        when: |_| true,
        from: "asset_request r where r.state = 'in_review' and coalesce(r.submitter, 0) <> ?1
            and (r.requester = ?1 or ?4 = 1)",
        select: ASSET,
        order: "r.due, r.id",
    },
    CardDef {
        key: "asset_queue",
        title: "待排期的素材",
        tone: Tone::Info,
        route: "/assets?tab=queued",
        when: |cx| sees_all_assets(cx),
        from: "asset_request r where r.state = 'queued'",
        select: ASSET,
        order: "r.due, r.id",
    },
    CardDef {
        key: "copy_mine",
        title: "我要写的文案",
        tone: Tone::Info,
        route: "/copy",
        when: |_| true,
        from: "copy_doc d where d.assignee_id = ?1 and d.state in ('draft', 'retake')",
        select: COPY,
        order: "d.due, d.id",
    },
    CardDef {
        key: "copy_review",
        title: "等我审核的文案",
        tone: Tone::Warning,
        route: "/copy?tab=in_review",
        when: |_| true,
        from: "copy_doc d where d.state = 'in_review' and (d.requester_id = ?1 or ?4 = 1)",
        select: COPY,
        order: "d.due, d.id",
    },
    CardDef {
        key: "price_pending",
        title: "待审批的改价",
        tone: Tone::Warning,
        route: "/prices?tab=pending",
        when: |cx| cx.caller.can(Ask::approve(Module::ListingsDomestic)),
        from: "price_change c join listing l on l.id = c.listing_id join shop s on s.id = c.shop_id
            where c.state = 'pending' and coalesce(c.submitted_by, 0) <> ?1",
        select: PRICE,
        order: "c.start_at, c.id",
    },
    CardDef {
        key: "price_due",
        title: "到点要在平台改价",
        tone: Tone::Danger,
        route: "/prices?tab=due",
        when: |cx| edits_listings(cx),
        from: "price_change c join listing l on l.id = c.listing_id join shop s on s.id = c.shop_id
            where c.state in ('due', 'restore_due')",
        select: PRICE,
        order: "c.start_at, c.id",
    },
    CardDef {
        key: "sync",
        title: "待同步到平台",
        tone: Tone::Warning,
        route: "/sync",
        when: |cx| edits_listings(cx),
        from: "sync_item i join listing l on l.id = i.listing_id join shop s on s.id = i.shop_id
            where i.done_at is null",
        select: "l.title as title, s.name as subtitle, null as due, '/listings/' || l.id as route, l.picture as thumb",
        order: "i.since, i.id",
    },
    CardDef {
        key: "listing_ready",
        title: "资料齐全，可以上架",
        tone: Tone::Success,
        route: "/listings?tab=ready",
        when: |cx| edits_listings(cx),
        from: "listing l join shop s on s.id = l.shop_id where l.state = 'ready'",
        select: "l.title as title, s.name as subtitle, null as due, '/listings/' || l.id as route, l.picture as thumb",
        order: "l.updated_at, l.id",
    },
    CardDef {
        key: "campaign_review",
        title: "待审批的活动",
        tone: Tone::Warning,
        route: "/campaigns?tab=review",
        when: |cx| cx.caller.can(Ask::approve(Module::Campaigns)),
        from: "campaign c where c.state = 'review'",
        select: "c.title as title, c.no as subtitle, c.starts as due, '/campaigns/' || c.id as route, null as thumb",
        order: "c.starts, c.id",
    },
    CardDef {
        key: "milestones",
        title: "活动节点（7 天内）",
        tone: Tone::Info,
        route: "/campaigns",
        when: |cx| cx.caller.can(Ask::write(Module::Campaigns)),
        from: "milestone m join campaign c on c.id = m.campaign_id
            where m.done_at is null and m.due <= ?5 and c.state in ('approved', 'preparing', 'ready', 'running')",
        select: "m.title as title, c.title as subtitle, m.due as due, '/campaigns/' || c.id as route, null as thumb",
        order: "m.due, m.id",
    },
];

fn sees_all_assets(cx: &Cx<'_>) -> bool {
    cx.caller.can(Ask::approve(Module::Assets))
        && !cx.caller.own_only(Module::Assets, crate::kernel::Level::Approve)
}

fn edits_listings(cx: &Cx<'_>) -> bool {
    cx.caller.can(Ask::write(Module::ListingsDomestic))
        || cx.caller.can(Ask::write(Module::ListingsOverseas))
}

fn fill(cx: &Cx<'_>, def: &CardDef) -> Result<Option<Card>> {
    let all = [
        Value::from(cx.caller.staff),
        cx.today().into(),
        cx.now.into(),
        sees_all_assets(cx).into(),
        cx.today().plus(7).into(),
    ];
    let count_sql = format!("select count(*) from {}", def.from);
    let list_sql =
        format!("select {} from {} order by {} limit {LINES}", def.select, def.from, def.order);
    let count: i64 = cx.one(&count_sql, used(&count_sql, &all))?;
    if count == 0 {
        return Ok(None);
    }
    let rows = cx.all(&list_sql, used(&list_sql, &all))?;
    Ok(Some(Card {
        key: def.key,
        title: def.title,
        tone: def.tone,
        count,
        rows,
        route: def.route.to_owned(),
    }))
}

/// The parameters up to the highest one that a statement names: an engine refuses more.
fn used<'v>(sql: &str, all: &'v [Value]) -> &'v [Value] {
    let highest = (1..=all.len()).rev().find(|n| sql.contains(&format!("?{n}"))).unwrap_or(0);
    &all[..highest]
}
