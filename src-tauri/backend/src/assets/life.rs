//! The life of a request, SM-ASSET.

use super::rules::missing_in_brief;
use super::table::{Request, Standing};
use crate::kernel::lifecycle::{Around, Lifecycle, State, Step, Tone, Who};
use crate::kernel::{Caller, Post};

const PLANNERS: &[Who] = &[Who::Post(Post::ProductPlanner), Who::Post(Post::OpsSupervisor)];
const REVIEWERS: &[Who] =
    &[Who::Requester, Who::Post(Post::ProductPlanner), Who::Post(Post::OpsSupervisor)];

const fn state(code: &'static str, label: &'static str, tone: Tone, last: bool) -> State {
    State { code, label, tone, last }
}

const fn step(
    from: &'static [&'static str],
    action: &'static str,
    label: &'static str,
    to: &'static str,
    who: &'static [Who],
) -> Step {
    Step { from, action, label, to, who, guard: None, needs_reason: false, four_eyes: false }
}

/// The life cycle `asset`.
pub static LIFE: Lifecycle = Lifecycle {
    name: "asset",
    title: "素材需求",
    states: &[
        state("draft", "草稿", Tone::Neutral, false),
        state("queued", "待排期", Tone::Info, false),
        state("assigned", "待开始", Tone::Info, false),
        state("doing", "制作中", Tone::Info, false),
        state("in_review", "待审核", Tone::Warning, false),
        state("retake", "修改", Tone::Danger, false),
        state("approved", "已通过", Tone::Success, false),
        state("delivered", "已交付", Tone::Success, false),
        state("live", "已上线", Tone::Success, false),
        state("expired", "已过期", Tone::Warning, false),
        state("archived", "已归档", Tone::Neutral, true),
        state("cancelled", "已取消", Tone::Neutral, true),
    ],
    steps: &[
        Step {
            guard: Some("说明已按种类写全"),
            ..step(&["draft"], "submit", "提交需求", "queued", REVIEWERS)
        },
        Step {
            guard: Some("有负责人和截止日"),
            ..step(&["queued"], "schedule", "排期", "assigned", PLANNERS)
        },
        step(
            &["assigned", "doing", "in_review", "retake"],
            "reschedule",
            "改派/改期",
            "=",
            PLANNERS,
        ),
        Step {
            guard: Some("换了负责人：新的人还没有开始"),
            ..step(&["doing"], "reassign", "换人", "assigned", PLANNERS)
        },
        Step {
            needs_reason: true, ..step(&["queued"], "return", "退回补充", "draft", PLANNERS)
        },
        step(&["assigned"], "start", "开始制作", "doing", &[Who::Assignee]),
        Step {
            guard: Some("有一张新图，规格检查不是红色（或提出人已放行）"),
            ..step(
                &["doing", "retake"],
                "submit_version",
                "提交审核",
                "in_review",
                &[Who::Assignee],
            )
        },
        step(&["in_review"], "withdraw", "撤回", "doing", &[Who::Assignee]),
        Step {
            guard: Some("先由提出人审核；主图、海报、活动页再由产品策划审核"),
            four_eyes: true,
            ..step(&["in_review"], "approve", "通过", "approved", REVIEWERS)
        },
        Step {
            guard: Some("写明原因种类，并有图上批注或文字；已通过的只能因需求变更退回"),
            four_eyes: true,
            ..step(&["in_review", "approved"], "retake", "退回修改", "retake", REVIEWERS)
        },
        Step {
            guard: Some("源文件已存，或写明没有源文件的原因"),
            ..step(&["approved"], "deliver", "交付", "delivered", &[Who::Assignee])
        },
        Step {
            guard: Some("写明用在哪里"),
            ..step(
                &["delivered", "expired"],
                "mark_live",
                "已上线",
                "live",
                &[
                    Who::Post(Post::OpsSpecialist),
                    Who::Post(Post::Overseas),
                    Who::Assignee,
                    Who::Post(Post::OpsSupervisor),
                ],
            )
        },
        step(
            &["live"],
            "take_down",
            "已下线",
            "expired",
            &[
                Who::Post(Post::OpsSpecialist),
                Who::Post(Post::Overseas),
                Who::Assignee,
                Who::Post(Post::OpsSupervisor),
            ],
        ),
        step(&["live"], "expire", "到期", "expired", &[Who::System]),
        step(&["delivered", "expired"], "archive", "归档", "archived", REVIEWERS),
        Step {
            needs_reason: true,
            ..step(
                &["draft", "queued", "assigned", "doing", "in_review", "retake", "approved"],
                "cancel",
                "取消",
                "cancelled",
                REVIEWERS,
            )
        },
        step(&["cancelled"], "reopen", "重新打开", "draft", REVIEWERS),
    ],
};

/// States in which somebody still has something to do before it is approved.
pub(super) const OPEN: &[&str] = &["queued", "assigned", "doing", "in_review", "retake"];

/// Who is who around a request.
pub(super) fn around(row: &Request) -> Around {
    Around { requester: Some(row.requester), assignee: row.assignee, submitter: row.submitter }
}

/// Whether the first of two approvals may be given by this caller in the requester's place.
fn speaks_for_requester(row: &Request, caller: &Caller) -> bool {
    let conflicted = row.submitter == Some(row.requester);
    caller.staff == row.requester
        || caller.is(Post::OpsSupervisor)
        || caller.is(Post::ProductPlanner) && conflicted
}

/// Whether an approval by this caller now would be the last one.
pub(super) fn is_final_word(row: &Request, caller: &Caller) -> bool {
    !row.kind.two_step() || caller.is(Post::ProductPlanner) || caller.is(Post::OpsSupervisor)
}

/// Why the condition of an action does not hold for what is stored; what an action's own arguments
/// must say is checked by the command.
pub(super) fn guard(
    row: &Request,
    standing: &Standing,
    caller: &Caller,
    requester_name: &str,
    step: &Step,
) -> Option<String> {
    match step.action {
        "submit" => {
            let missing = missing_in_brief(
                row.kind,
                row.product_id.is_some(),
                row.campaign_id.is_some(),
                row.slot.is_some(),
                &row.brief_md,
                row.due.is_some(),
            );
            (!missing.is_empty()).then(|| format!("还缺{}", missing.join("、")))
        }
        "submit_version" => match (standing.last, standing.last_no) {
            (None, _) | (_, None) => Some("还没有图片版本，请先把文件拖进来".to_owned()),
            (Some(last), Some(no)) => {
                if row.state == "retake" && standing.retaken == Some(last) {
                    Some(format!("第 {no} 版已被退回，请先放入修改后的新版本"))
                } else if standing.level.as_deref() == Some("red") && !standing.waived {
                    Some(format!(
                        "第 {no} 版规格检查是红色，请按提示重新导出，或请提出人 {requester_name} 写明原因放行"
                    ))
                } else {
                    None
                }
            }
        },
        "approve" => {
            let first_done = row.approved_by_requester || speaks_for_requester(row, caller);
            if row.kind.two_step() && !first_done {
                Some(format!("先由提出人 {requester_name} 审核，再由产品策划审核"))
            } else if row.approved_by_requester && !is_final_word(row, caller) {
                Some("提出人已通过，正等产品策划审核".to_owned())
            } else {
                None
            }
        }
        "deliver" => standing.last.is_none().then(|| "还没有成品图".to_owned()),
        _ => None,
    }
}
