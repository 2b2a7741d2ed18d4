//! The cards of 今日台, most urgent first: what each shows, and on whose desk it stands.

use crate::kernel::rights::Ask;
use crate::kernel::{Cx, Level, Module, Post, Tone};

/// One card as declared: who has it, and the SQL of its lines.
///
/// The SQL sees ?1 = me, ?2 = today, ?3 = now, ?4 = whether I see all asset requests, ?5 = today in
/// a week, ?6 = in an hour, ?7 = my posts as `,a,b,`, ?8 = whether I plan campaigns, ?9 = the budget
/// I may approve, and `{kept}` = that the shop `s` is one whose listings I keep; it gives `title,
/// subtitle, due, route, thumb`.
pub(super) struct CardDef {
    pub key: &'static str,
    pub title: &'static str,
    pub tone: Tone,
    pub route: &'static str,
    pub when: fn(&Cx<'_>) -> bool,
    pub from: &'static str,
    pub select: &'static str,
    pub order: &'static str,
}

const ASSET: &str = "r.title as title, r.no as subtitle, r.due as due, '/assets/list/' || r.id as route,
    (select v.file from asset_version v where v.request_id = r.id and v.is_source = 0 order by v.no desc limit 1) as thumb";
const COPY: &str =
    "d.title as title, d.no as subtitle, d.due as due, '/copy/' || d.id as route, null as thumb";
const PRICE: &str = "l.title as title, c.code || ' · ' || s.name as subtitle, null as due,
    '/prices/' || c.id as route, l.picture as thumb";
const LISTING: &str = "l.title as title, s.name as subtitle, null as due, '/listings/' || l.id as route, l.picture as thumb";
const CAMPAIGN: &str = "c.title as title, c.no as subtitle, c.starts as due, '/campaigns/' || c.id as route, null as thumb";
const MARK: &str = "m.title as title, c.title as subtitle, m.due as due, '/campaigns/' || c.id as route, null as thumb";

const fn card(
    key: &'static str,
    title: &'static str,
    tone: Tone,
    route: &'static str,
    from: &'static str,
    select: &'static str,
    order: &'static str,
) -> CardDef {
    CardDef { key, title, tone, route, when: |_| true, from, select, order }
}

pub(super) const CARDS: &[CardDef] = &[
    card(
        "asset_overdue",
        "我的素材已超期",
        Tone::Danger,
        "/assets/list?tab=mine",
        "asset_request r where r.assignee = ?1 and r.due < ?2 and r.state in ('assigned', 'doing', 'retake')",
        ASSET,
        "r.due, r.id",
    ),
    CardDef {
        when: |cx| edits_listings(cx),
        ..card(
            "price_due",
            "到点要在平台改价",
            Tone::Danger,
            "/prices?tab=due",
            "price_change c join listing l on l.id = c.listing_id join shop s on s.id = c.shop_id where c.state in ('due', 'restore_due') and {kept}",
            PRICE,
            "c.start_at, c.id",
        )
    },
    card(
        "milestones_late",
        "已过期的活动节点",
        Tone::Danger,
        "/campaigns/calendar",
        "milestone m join campaign c on c.id = m.campaign_id
            where m.done_at is null and m.due < ?2 and c.state in ('approved', 'preparing', 'ready', 'running', 'ended', 'reviewing')
              and (?8 = 1 or ?7 like '%,' || m.owner_post || ',%')",
        MARK,
        "m.due, m.id",
    ),
    card(
        "asset_retake",
        "退回给我修改的素材",
        Tone::Warning,
        "/assets/list?tab=retake",
        "asset_request r where r.assignee = ?1 and r.state = 'retake'",
        ASSET,
        "r.due, r.id",
    ),
    card(
        "copy_retake",
        "退回给我修改的文案",
        Tone::Warning,
        "/copy?tab=writing",
        "copy_doc d where d.assignee_id = ?1 and d.state = 'retake'",
        COPY,
        "d.due, d.id",
    ),
    card(
        "asset_review",
        "等我审核的素材",
        Tone::Warning,
        "/assets/list?tab=in_review",
        "asset_request r where r.state = 'in_review' and coalesce(r.submitter, 0) <> ?1
            and (r.requester = ?1 or ?4 = 1)",
        ASSET,
        "r.due, r.id",
    ),
    card(
        "copy_review",
        "等我审核的文案",
        Tone::Warning,
        "/copy?tab=in_review",
        "copy_doc d where d.state = 'in_review' and coalesce(d.submitter_id, 0) <> ?1
            and (d.requester_id = ?1 or ?4 = 1)",
        COPY,
        "d.due, d.id",
    ),
    CardDef {
        when: |cx| cx.caller.can(Ask::approve(Module::Campaigns)),
        ..card(
            "campaign_review",
            "待我审批的活动",
            Tone::Warning,
            "/campaigns?tab=review",
            "campaign c where c.state = 'review' and c.budget <= ?9 and coalesce(c.submitter_id, 0) <> ?1",
            CAMPAIGN,
            "c.starts, c.id",
        )
    },
    CardDef {
        when: |cx| cx.caller.can(Ask::approve(Module::ListingsDomestic)),
        ..card(
            "price_pending",
            "待审批的改价",
            Tone::Warning,
            "/prices?tab=pending",
            "price_change c join listing l on l.id = c.listing_id join shop s on s.id = c.shop_id
                where c.state = 'pending' and coalesce(c.submitted_by, 0) <> ?1",
            PRICE,
            "c.start_at, c.id",
        )
    },
    CardDef {
        when: |cx| edits_listings(cx),
        ..card(
            "price_soon",
            "1 小时内要改价",
            Tone::Warning,
            "/prices?tab=scheduled",
            "price_change c join listing l on l.id = c.listing_id join shop s on s.id = c.shop_id where c.state = 'scheduled' and c.start_at <= ?6 and {kept}",
            PRICE,
            "c.start_at, c.id",
        )
    },
    CardDef {
        when: |cx| edits_listings(cx),
        ..card(
            "violation",
            "有违规标记的商品",
            Tone::Danger,
            "/listings?tab=violation",
            "listing l join shop s on s.id = l.shop_id where l.violation = 1 and l.state <> 'deleted' and {kept}",
            LISTING,
            "l.updated_at, l.id",
        )
    },
    CardDef {
        when: |cx| cx.caller.is(Post::OpsSupervisor),
        ..card(
            "campaign_gate",
            "临近开始，等闸门检查的活动",
            Tone::Warning,
            "/campaigns?tab=preparing",
            "campaign c where c.state = 'preparing' and c.starts <= ?5",
            CAMPAIGN,
            "c.starts, c.id",
        )
    },
    CardDef {
        when: |cx| cx.caller.can(Ask::write(Module::Campaigns)),
        ..card(
            "campaign_due",
            "到日子该开始或结束的活动",
            Tone::Warning,
            "/campaigns",
            "campaign c where (c.state = 'ready' and c.starts <= ?2) or (c.state = 'running' and c.ends < ?2)",
            CAMPAIGN,
            "c.starts, c.id",
        )
    },
    CardDef {
        when: |cx| edits_listings(cx),
        ..card(
            "sync",
            "待同步到平台",
            Tone::Warning,
            "/sync",
            "sync_item i join listing l on l.id = i.listing_id join shop s on s.id = i.shop_id
                where i.done_at is null and {kept}",
            LISTING,
            "i.since, i.id",
        )
    },
    card(
        "asset_mine",
        "我要做的素材",
        Tone::Info,
        "/assets/mine",
        "asset_request r where r.assignee = ?1 and r.state in ('assigned', 'doing')",
        ASSET,
        "r.due, r.id",
    ),
    card(
        "copy_mine",
        "我要写的文案",
        Tone::Info,
        "/copy?tab=writing",
        "copy_doc d where d.assignee_id = ?1 and d.state = 'draft'",
        COPY,
        "d.due, d.id",
    ),
    CardDef {
        when: |cx| sees_all_assets(cx),
        ..card(
            "asset_queue",
            "待排期的素材",
            Tone::Info,
            "/assets/list?tab=queued",
            "asset_request r where r.state = 'queued'",
            ASSET,
            "r.due, r.id",
        )
    },
    CardDef {
        when: |cx| cx.caller.is(Post::Copywriter) || cx.caller.can(Ask::approve(Module::Copy)),
        ..card(
            "copy_queue",
            "还没人写的文案",
            Tone::Info,
            "/copy?tab=writing",
            "copy_doc d where d.state = 'draft' and d.assignee_id is null",
            COPY,
            "d.due, d.id",
        )
    },
    card(
        "milestones",
        "活动节点（7 天内）",
        Tone::Info,
        "/campaigns/calendar",
        "milestone m join campaign c on c.id = m.campaign_id
            where m.done_at is null and m.due between ?2 and ?5
              and c.state in ('approved', 'preparing', 'ready', 'running', 'ended', 'reviewing')
              and (?8 = 1 or ?7 like '%,' || m.owner_post || ',%')",
        MARK,
        "m.due, m.id",
    ),
    card(
        "improvements",
        "要落实的改进措施",
        Tone::Info,
        "/campaigns?tab=closed",
        "campaign_improvement m join campaign c on c.id = m.campaign_id
            where m.done_at is null and c.state = 'closed' and ?7 like '%,' || m.owner_post || ',%'",
        "m.text as title, c.title as subtitle, m.due as due, '/campaigns/' || c.id as route, null as thumb",
        "m.due, m.id",
    ),
    CardDef {
        when: |cx| cx.caller.can(Ask::write(Module::Campaigns)),
        ..card(
            "campaign_wrap",
            "待复盘的活动",
            Tone::Info,
            "/campaigns?tab=reviewing",
            "campaign c where c.state in ('ended', 'reviewing')",
            "c.title as title, c.no as subtitle, c.ends as due, '/campaigns/' || c.id as route, null as thumb",
            "c.ends, c.id",
        )
    },
    card(
        "campaign_gate",
        "等我确认备货或排班的活动",
        Tone::Warning,
        "/campaigns?tab=preparing",
        "campaign c where c.state in ('approved', 'preparing')
            and ((c.ticks not like '%\"stock\"%'
                    and (?7 like '%,mall_manager,%' or ?7 like '%,merchandiser,%'))
                or (c.ticks not like '%\"roster\"%'
                    and (?7 like '%,mall_manager,%' or ?7 like '%,ops_specialist,%')))",
        CAMPAIGN,
        "c.starts, c.id",
    ),
    CardDef {
        when: |cx| edits_listings(cx),
        ..card(
            "listing_ready",
            "资料齐全，可以上架",
            Tone::Success,
            "/listings?tab=ready",
            "listing l join shop s on s.id = l.shop_id where l.state = 'ready' and {kept}",
            LISTING,
            "l.updated_at, l.id",
        )
    },
    card(
        "asset_draft",
        "我还没提交的素材需求",
        Tone::Neutral,
        "/assets/list?tab=draft",
        "asset_request r where r.requester = ?1 and r.state = 'draft'",
        ASSET,
        "r.due, r.id",
    ),
    card(
        "price_draft",
        "我还没提交的改价单",
        Tone::Neutral,
        "/prices?tab=draft",
        "price_change c join listing l on l.id = c.listing_id join shop s on s.id = c.shop_id
            where c.state = 'draft' and c.created_by = ?1",
        PRICE,
        "c.updated_at, c.id",
    ),
];

pub(super) fn sees_all_assets(cx: &Cx<'_>) -> bool {
    cx.caller.can(Ask::approve(Module::Assets))
        && !cx.caller.own_only(Module::Assets, Level::Approve)
}

fn edits_listings(cx: &Cx<'_>) -> bool {
    cx.caller.can(Ask::write(Module::ListingsDomestic))
        || cx.caller.can(Ask::write(Module::ListingsOverseas))
}
