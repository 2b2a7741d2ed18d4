//! Pure rules of campaigns: the life cycle, days counted back, what the gate asks.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::kernel::lifecycle::{Lifecycle, State, Step, Tone, Who};
use crate::kernel::{Day, Error, Module, Post, Result};

const WRITES: Who = Who::writer(Module::Campaigns);
const JUDGES: Who = Who::approver(Module::Campaigns);

const fn step(
    from: &'static [&'static str],
    action: &'static str,
    label: &'static str,
    to: &'static str,
    who: &'static [Who],
) -> Step {
    Step { from, action, label, to, who, guard: None, needs_reason: false, four_eyes: false }
}

/// The life of a campaign.
pub static CYCLE: Lifecycle = Lifecycle {
    name: "campaign",
    title: "活动",
    states: &[
        State { code: "proposal", label: "方案", tone: Tone::Neutral, last: false },
        State { code: "review", label: "待审批", tone: Tone::Info, last: false },
        State { code: "approved", label: "已批准", tone: Tone::Success, last: false },
        State { code: "preparing", label: "筹备中", tone: Tone::Info, last: false },
        State { code: "ready", label: "已就绪", tone: Tone::Success, last: false },
        State { code: "running", label: "进行中", tone: Tone::Success, last: false },
        State { code: "ended", label: "已结束", tone: Tone::Neutral, last: false },
        State { code: "reviewing", label: "复盘中", tone: Tone::Warning, last: false },
        State { code: "closed", label: "已关闭", tone: Tone::Neutral, last: true },
        State { code: "aborted", label: "已中止", tone: Tone::Danger, last: true },
    ],
    steps: &[
        Step {
            guard: Some("起止日期、目标、至少一个店铺或商品已填"),
            ..step(&["proposal"], "submit", "提交审批", "review", &[WRITES])
        },
        Step {
            needs_reason: true,
            four_eyes: true,
            ..step(&["review"], "return", "退回", "proposal", &[JUDGES])
        },
        step(&["review"], "withdraw", "撤回", "proposal", &[Who::Requester]),
        Step {
            guard: Some("预算超过审批人上限的由公司负责人审批"),
            four_eyes: true,
            ..step(&["review"], "approve", "批准", "approved", &[JUDGES])
        },
        step(&["approved"], "prepare", "开始筹备", "preparing", &[WRITES]),
        Step {
            guard: Some("商品与价、素材、文案齐备；库存与排班由主管逐项确认"),
            ..step(
                &["preparing"],
                "gate",
                "闸门检查通过",
                "ready",
                &[Who::Post(Post::OpsSupervisor), Who::Post(Post::Director)],
            )
        },
        Step {
            needs_reason: true,
            ..step(&["ready"], "reopen", "退回筹备", "preparing", &[JUDGES])
        },
        Step {
            guard: Some("结束不到 30 天"),
            needs_reason: true,
            ..step(
                &["closed"],
                "reopen",
                "重新打开",
                "reviewing",
                &[Who::Post(Post::OpsSupervisor)],
            )
        },
        // What was stopped is planned, and approved, anew.
        Step {
            guard: Some("中止不到 30 天"),
            needs_reason: true,
            ..step(
                &["aborted"],
                "reopen",
                "重新打开",
                "proposal",
                &[Who::Post(Post::OpsSupervisor)],
            )
        },
        Step {
            guard: Some("已到开始日期"),
            ..step(&["ready"], "start", "开始活动", "running", &[WRITES, Who::System])
        },
        step(&["running"], "end", "结束活动", "ended", &[WRITES, Who::System]),
        step(&["ended"], "begin_review", "开始复盘", "reviewing", &[WRITES]),
        Step {
            guard: Some("写好复盘，并有至少一条改进措施，或写明无需改进的原因"),
            ..step(&["reviewing"], "close", "完成复盘", "closed", &[WRITES])
        },
        Step {
            needs_reason: true,
            ..step(
                &["proposal", "review", "approved", "preparing", "ready", "running"],
                "abort",
                "中止",
                "aborted",
                &[JUDGES],
            )
        },
    ],
};

/// One thing that the gate looks at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GateCheck {
    /// `price`, `assets`, `copy`, `milestones`, `stock`, `roster`.
    pub key: String,
    /// In Chinese.
    pub title: String,
    /// How it stands.
    pub state: GateState,
    /// What the shop's data says.
    pub detail: String,
    /// What to do about it.
    #[serde(default)]
    pub todo: String,
    /// Who answered for it, where a person has to.
    #[serde(default)]
    pub by: Option<String>,
    /// When.
    #[serde(default)]
    pub at: Option<i64>,
    /// Whether this caller may answer for it now.
    #[serde(default)]
    pub may_tick: bool,
}

/// How one thing at the gate stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GateState {
    /// The data says it is there.
    Pass,
    /// The data says it is not.
    Fail,
    /// Worth a look; does not hold the gate.
    Warn,
    /// The shop has no data on it; a person answers for it.
    Confirm,
}

/// The day `offset` days before the start.
pub fn counted_back(starts: Day, offset: i64) -> Day {
    starts.plus(-offset)
}

/// The first and last day of a campaign make sense.
pub fn check_days(starts: Day, ends: Day) -> Result<()> {
    let days = starts.until(ends);
    if days < 0 {
        return Err(Error::invalid(
            "ends",
            format!("结束日期 {ends} 早于开始日期 {starts}，请改正"),
        ));
    }
    if days > 365 {
        return Err(Error::invalid("ends", "一场活动最长一年，请检查起止日期"));
    }
    Ok(())
}

/// An offset in days before the start: 0 to 180, negative ones after it down to 60.
pub fn check_offset(offset: i64) -> Result<()> {
    if (-60..=180).contains(&offset) {
        return Ok(());
    }
    Err(Error::invalid("offset_days", "提前天数应在 0 到 180 之间（活动后写负数，最多 60 天）"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_life_cycle_has_no_dead_end() {
        assert_eq!(CYCLE.faults(), Vec::<String>::new());
    }

    #[test]
    fn days_are_counted_back_over_the_end_of_a_month() {
        let start: Day = "2026-12-02".parse().unwrap();
        assert_eq!(counted_back(start, 5).to_string(), "2026-11-27");
        assert!(check_days(start, start).is_ok());
        assert!(check_days(start, start.plus(-1)).is_err());
    }
}
