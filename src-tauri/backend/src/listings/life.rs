//! The life of a listing and of a price change.

use crate::kernel::lifecycle::{Lifecycle, State, Step, Tone, Who};
use crate::kernel::rights::Ask;
use crate::kernel::{Module, Post};

const WRITERS: &[Who] =
    &[Who::writer(Module::ListingsDomestic), Who::writer(Module::ListingsOverseas)];

const fn state(code: &'static str, label: &'static str, tone: Tone, last: bool) -> State {
    State { code, label, tone, last }
}

const fn step(
    from: &'static [&'static str],
    action: &'static str,
    label: &'static str,
    to: &'static str,
) -> Step {
    Step {
        from,
        action,
        label,
        to,
        who: WRITERS,
        guard: None,
        needs_reason: false,
        four_eyes: false,
    }
}

/// 计划 → 准备 → 待上架 → 在售 ↔ 已下架 → 已删除.
pub static LISTING_LIFE: Lifecycle = Lifecycle {
    name: "listing",
    title: "上架商品",
    states: &[
        state("planned", "计划上架", Tone::Neutral, false),
        state("preparing", "准备中", Tone::Info, false),
        state("ready", "待上架", Tone::Warning, false),
        state("live", "在售", Tone::Success, false),
        state("delisted", "已下架", Tone::Neutral, false),
        state("deleted", "已删除", Tone::Danger, true),
    ],
    steps: &[
        step(&["planned"], "prepare", "开始准备", "preparing"),
        Step {
            guard: Some("上新清单全部完成（完整度 100%）"),
            ..step(&["preparing"], "ready", "准备完成", "ready")
        },
        step(&["ready"], "reopen", "退回准备", "preparing"),
        Step {
            guard: Some("完整度 100%，没有未处理的违规"),
            ..step(&["ready"], "list", "上架", "live")
        },
        Step {
            guard: Some("没有未处理的违规"),
            needs_reason: true,
            ..step(&["live"], "delist", "下架", "delisted")
        },
        Step {
            guard: Some("完整度 100%，没有未处理的违规"),
            ..step(&["delisted"], "relist", "重新上架", "live")
        },
        Step {
            guard: Some("已确认平台上没有未完成的订单，也没有进行中的改价单"),
            needs_reason: true,
            ..step(&["delisted"], "delete", "删除", "deleted")
        },
        Step {
            needs_reason: true,
            guard: Some("没有进行中的改价单"),
            ..step(&["planned", "preparing", "ready"], "drop", "取消上架计划", "deleted")
        },
        Step {
            needs_reason: true,
            guard: Some("还没有违规标记"),
            ..step(&["preparing", "ready", "live", "delisted"], "flag", "标记违规", "=")
        },
        Step {
            needs_reason: true,
            guard: Some("有违规标记"),
            ..step(&["preparing", "ready", "live", "delisted"], "clear", "违规已处理", "=")
        },
    ],
};

const PROPOSERS: &[Who] = &[
    Who::Can(Ask::write(Module::ListingsDomestic).part("title")),
    Who::writer(Module::ListingsOverseas),
];
const APPROVERS: &[Who] = &[
    Who::approver(Module::ListingsDomestic),
    Who::approver(Module::ListingsOverseas),
    Who::Post(Post::Director),
];
/// Whoever proposed it, and whoever may judge it.
const EDITORS: &[Who] = &[
    Who::Requester,
    Who::approver(Module::ListingsDomestic),
    Who::approver(Module::ListingsOverseas),
    Who::Post(Post::Director),
];
const BY_ITSELF: &[Who] = &[Who::System];

/// 草稿 → 待审批 → 已排期 → 待改价 → 执行中 → 待恢复 → 已恢复.
pub static PRICE_LIFE: Lifecycle = Lifecycle {
    name: "price_change",
    title: "改价单",
    states: &[
        state("draft", "草稿", Tone::Neutral, false),
        state("pending", "待审批", Tone::Warning, false),
        state("scheduled", "已排期", Tone::Info, false),
        state("due", "待改价", Tone::Danger, false),
        state("active", "执行中", Tone::Success, false),
        state("restore_due", "待恢复", Tone::Danger, false),
        state("restored", "已恢复", Tone::Neutral, true),
        state("done", "已完成", Tone::Success, true),
        state("missed", "已错过", Tone::Danger, true),
        state("cancelled", "已取消", Tone::Neutral, true),
    ],
    steps: &[
        Step { who: EDITORS, ..step(&["draft"], "update", "修改", "=") },
        Step { who: PROPOSERS, ..step(&["draft"], "submit", "提交", "pending") },
        Step {
            who: BY_ITSELF,
            guard: Some("不低于底价，且幅度在自动通过的范围内"),
            ..step(&["pending"], "auto_approve", "自动通过", "scheduled")
        },
        Step {
            who: APPROVERS,
            four_eyes: true,
            ..step(&["pending"], "approve", "通过", "scheduled")
        },
        Step {
            who: APPROVERS,
            four_eyes: true,
            needs_reason: true,
            ..step(&["pending"], "reject", "退回", "draft")
        },
        Step { who: BY_ITSELF, ..step(&["scheduled"], "start", "到开始时间", "due") },
        Step { who: WRITERS, ..step(&["due"], "confirm_done", "平台已改", "active") },
        Step { who: BY_ITSELF, ..step(&["active"], "settle", "长期改价完成", "done") },
        Step { who: BY_ITSELF, ..step(&["active"], "end", "到结束时间", "restore_due") },
        Step {
            who: WRITERS,
            needs_reason: true,
            ..step(&["active"], "end_early", "提前结束", "restore_due")
        },
        Step {
            who: WRITERS,
            ..step(&["restore_due"], "confirm_restored", "平台已恢复", "restored")
        },
        Step {
            who: BY_ITSELF,
            guard: Some("它的 SKU 都由后一张改价单接着执行"),
            ..step(&["active", "restore_due"], "take_over", "由后一张接手", "restored")
        },
        Step { who: BY_ITSELF, ..step(&["scheduled", "due"], "miss", "错过时间", "missed") },
        // What took effect is undone by a change of its own; what never did is proposed anew.
        Step {
            who: &[Who::Post(Post::OpsSupervisor)],
            guard: Some("结束不到 30 天"),
            needs_reason: true,
            ..step(&["missed", "cancelled"], "reopen", "重新打开", "draft")
        },
        Step {
            who: PROPOSERS,
            needs_reason: true,
            ..step(&["draft", "pending", "scheduled", "due"], "cancel", "取消", "cancelled")
        },
    ],
};
