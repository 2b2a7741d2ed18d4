//! Life cycles as tables: the handler, the buttons, the help page and the tests all read the same rows.

use schemars::JsonSchema;
use serde::Serialize;

use super::rights::{Ask, Module, Post};
use super::{Caller, Code, Error, Result};

/// The life of one kind of thing. A pair of state and action that has no step here is refused.
#[derive(Debug)]
pub struct Lifecycle {
    /// The entity it belongs to: `listing`.
    pub name: &'static str,
    /// 上架, 素材需求 …
    pub title: &'static str,
    /// All states, in the order people meet them.
    pub states: &'static [State],
    /// All steps.
    pub steps: &'static [Step],
}

/// One state.
#[derive(Debug, Serialize, JsonSchema)]
pub struct State {
    /// The code in data.
    pub code: &'static str,
    /// The Chinese name.
    pub label: &'static str,
    /// How it looks.
    pub tone: Tone,
    /// Nothing leads out of it but an explicit reopening.
    #[serde(rename = "final")]
    pub last: bool,
}

/// How a state looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "they are what they say")]
pub enum Tone {
    Neutral,
    Info,
    Success,
    Warning,
    Danger,
}

/// One way from state to state.
#[derive(Debug)]
pub struct Step {
    /// From any of these.
    pub from: &'static [&'static str],
    /// The action's code: the end of an operation's name or an argument of it.
    pub action: &'static str,
    /// What the button says.
    pub label: &'static str,
    /// Where it leads. `=` stays where it is.
    pub to: &'static str,
    /// Any one of these may.
    pub who: &'static [Who],
    /// What must hold, as the help and a greyed button say it; the room checks it by `action`.
    pub guard: Option<&'static str>,
    /// The person must say why.
    pub needs_reason: bool,
    /// Who submitted may not do this, across all hats.
    pub four_eyes: bool,
}

/// Who may take a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Somebody with this right.
    Can(Ask),
    /// Somebody who wears this post's hat.
    Post(Post),
    /// Whoever asked for the thing.
    Requester,
    /// Whoever it is assigned to.
    Assignee,
    /// The shop itself, when its hour comes.
    System,
}

impl Who {
    /// Somebody who may change things of this module.
    pub const fn writer(module: Module) -> Self {
        Self::Can(Ask::write(module))
    }
    /// Somebody who may approve in this module.
    pub const fn approver(module: Module) -> Self {
        Self::Can(Ask::approve(module))
    }
}

/// What the people around one thing are to it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Around {
    /// Who asked for it.
    pub requester: Option<i64>,
    /// Who works on it.
    pub assignee: Option<i64>,
    /// Who submitted what is now to be judged.
    pub submitter: Option<i64>,
}

/// A button: what can be done now, or why it cannot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ActionState {
    /// The action's code.
    pub action: &'static str,
    /// What the button says.
    pub label: &'static str,
    /// Whether this caller can do it now.
    pub enabled: bool,
    /// Why not.
    pub why: Option<String>,
    /// The person will be asked for a reason.
    pub needs_reason: bool,
}

/// What has ended is opened again within so many days; after that a new one is made.
const REOPEN_DAYS: i64 = 30;

/// Why what ended at `ended` is not opened again at `now`.
pub fn past_reopening(now: i64, ended: i64) -> Option<String> {
    (now - ended > REOPEN_DAYS * 86_400_000)
        .then(|| format!("结束已超过 {REOPEN_DAYS} 天，不能重新打开，请新建"))
}

impl Lifecycle {
    /// The state with this code.
    pub fn state(&self, code: &str) -> Option<&State> {
        self.states.iter().find(|s| s.code == code)
    }

    /// The Chinese name of a state.
    pub fn label<'a>(&self, code: &'a str) -> &'a str
    where
        'static: 'a,
    {
        self.state(code).map_or(code, |s| s.label)
    }

    /// Every action of this state, each with whether this caller can take it.
    ///
    /// `guard` answers, for an action, why its condition does not hold.
    pub fn actions(
        &self,
        from: &str,
        caller: &Caller,
        around: Around,
        mut guard: impl FnMut(&Step) -> Option<String>,
    ) -> Vec<ActionState> {
        self.steps
            .iter()
            .filter(|s| s.from.contains(&from) && s.who != [Who::System])
            .map(|step| {
                let why = refusal(step, caller, around).map(|e| e.message).or_else(|| guard(step));
                ActionState {
                    action: step.action,
                    label: step.label,
                    enabled: why.is_none(),
                    why,
                    needs_reason: step.needs_reason,
                }
            })
            .collect()
    }

    /// The step that `action` takes from `from`, if this caller may take it and its guard holds.
    ///
    /// `number` is the thing's human number, for the sentence.
    #[expect(clippy::too_many_arguments, reason = "a step is judged by all of these at once")]
    pub fn step(
        &self,
        number: &str,
        from: &str,
        action: &str,
        caller: &Caller,
        around: Around,
        reason: Option<&str>,
        guard: impl FnOnce(&Step) -> Option<String>,
    ) -> Result<&Step> {
        let Some(step) = self.steps.iter().find(|s| s.action == action && s.from.contains(&from))
        else {
            return Err(self.wrong_state(number, from, action));
        };
        if let Some(err) = refusal(step, caller, around) {
            return Err(err);
        }
        if step.needs_reason && reason.is_none_or(|r| r.trim().is_empty()) {
            return Err(Error::invalid("reason", format!("“{}”需要写明原因", step.label)));
        }
        wear(step, caller, around);
        match guard(step) {
            None => Ok(step),
            Some(why) => Err(Error::conflict(
                "guard",
                format!("{} {number} 还不能“{}”：{why}", self.title, step.label),
            )),
        }
    }

    /// Where a step that the shop takes by itself leads from `from`; a step that is not in the table
    /// is a mistake of the program, not of a person.
    pub fn by_itself(&self, from: &str, action: &str) -> Result<&'static str> {
        self.steps
            .iter()
            .find(|s| s.action == action && s.from.contains(&from) && s.who.contains(&Who::System))
            .map(|s| s.to)
            .ok_or_else(|| Error::internal(format!("{}: no step {action} from {from}", self.name)))
    }

    /// Where a step leads from `from`.
    pub fn target<'a>(step: &'a Step, from: &'a str) -> &'a str {
        if step.to == "=" { from } else { step.to }
    }

    fn wrong_state(&self, number: &str, from: &str, action: &str) -> Error {
        let label = self.steps.iter().find(|s| s.action == action).map_or(action, |s| s.label);
        let mut allowed: Vec<(&str, &str)> = Vec::new();
        for step in self.steps.iter().filter(|s| s.from.contains(&from)) {
            if !allowed.iter().any(|(a, _)| *a == step.action) {
                allowed.push((step.action, step.label));
            }
        }
        let can = if allowed.is_empty() {
            "查看".to_owned()
        } else {
            allowed.iter().map(|(_, label)| *label).collect::<Vec<_>>().join("、")
        };
        let codes: Vec<&str> = allowed.iter().map(|(code, _)| *code).collect();
        Error::conflict(
            "wrong_state",
            format!(
                "{} {number} 处于“{}”，不能“{label}”。可做：{can}",
                self.title,
                self.label(from)
            ),
        )
        .with(serde_json::json!({
            "entity": self.name, "from": from, "action": action, "allowed": codes,
        }))
    }
}

fn refusal(step: &Step, caller: &Caller, around: Around) -> Option<Error> {
    let me = caller.staff;
    let system = me == 0;
    let may = system
        || step.who.iter().any(|who| match who {
            Who::Can(ask) => caller.can(*ask) && !narrowed_out(*ask, caller, around),
            Who::Post(post) => caller.is(*post),
            Who::Requester => around.requester == Some(me),
            Who::Assignee => around.assignee == Some(me),
            Who::System => false,
        });
    if !may {
        let who: Vec<String> = step.who.iter().map(who_text).collect();
        return Some(Error::forbidden(format!("“{}”只能由{}来做", step.label, who.join("、"))));
    }
    if step.four_eyes && !system && around.submitter == Some(me) {
        return Some(Error::new(
            Code::Forbidden,
            "four_eyes",
            format!(
                "“{}”要由另一个人来做：提交的人不能审批自己提交的内容，换岗位也不行",
                step.label
            ),
        ));
    }
    None
}

/// The step is done under the hat of whoever of its list the caller is, in the list's order.
fn wear(step: &Step, caller: &Caller, around: Around) {
    let me = Some(caller.staff);
    let _ = step.who.iter().any(|who| match who {
        Who::Can(ask) => !narrowed_out(*ask, caller, around) && caller.goes_on_with(*ask),
        Who::Post(post) => caller.goes_on_as(*post),
        Who::Requester => around.requester == me,
        Who::Assignee => around.assignee == me,
        Who::System => false,
    });
}

/// A right for own records only counts on things that the person asked for.
fn narrowed_out(ask: Ask, caller: &Caller, around: Around) -> bool {
    caller.own_only(ask.module, ask.level) && around.requester != Some(caller.staff)
}

/// Who may, as the help and refusals say it.
pub fn who_text(who: &Who) -> String {
    match who {
        Who::Can(ask) => {
            let verb = match ask.level {
                super::Level::Approve => "审批",
                super::Level::Write => "编辑",
                _ => "查看",
            };
            format!("有“{}”{verb}权限的人", ask.module.title())
        }
        Who::Post(post) => post.title().to_owned(),
        Who::Requester => "提出人".to_owned(),
        Who::Assignee => "负责人".to_owned(),
        Who::System => "系统".to_owned(),
    }
}

/// The table as the wire and the help page show it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LifecycleView {
    /// The entity.
    pub name: &'static str,
    /// Its Chinese title.
    pub title: &'static str,
    /// Its states.
    pub states: &'static [State],
    /// Its steps.
    pub steps: Vec<StepView>,
}

/// One step as the wire shows it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StepView {
    /// From any of these states.
    pub from: Vec<&'static str>,
    /// The action's code.
    pub action: &'static str,
    /// What the button says.
    pub label: &'static str,
    /// Where it leads; `=` stays.
    pub to: &'static str,
    /// Who may, in words.
    pub who: Vec<String>,
    /// What must hold, in words.
    pub guard: Option<&'static str>,
    /// A reason is asked for.
    pub needs_reason: bool,
    /// Who submitted may not.
    pub four_eyes: bool,
}

impl Lifecycle {
    /// For the wire.
    pub fn view(&'static self) -> LifecycleView {
        LifecycleView {
            name: self.name,
            title: self.title,
            states: self.states,
            steps: self
                .steps
                .iter()
                .map(|s| StepView {
                    from: s.from.to_vec(),
                    action: s.action,
                    label: s.label,
                    to: s.to,
                    who: s.who.iter().map(who_text).collect(),
                    guard: s.guard,
                    needs_reason: s.needs_reason,
                    four_eyes: s.four_eyes,
                })
                .collect(),
        }
    }

    /// What is wrong with the table itself: unknown states, dead ends, unreachable states.
    pub fn faults(&self) -> Vec<String> {
        let mut out = Vec::new();
        for step in self.steps {
            for code in step.from.iter().chain((step.to != "=").then_some(&step.to)) {
                if self.state(code).is_none() {
                    out.push(format!(
                        "{}: step {} names unknown state {code}",
                        self.name, step.action
                    ));
                }
            }
            for from in step.from {
                let same = self
                    .steps
                    .iter()
                    .filter(|s| s.action == step.action && s.from.contains(from))
                    .count();
                if same > 1 {
                    out.push(format!("{}: {from} has {same} steps {}", self.name, step.action));
                }
            }
        }
        for (i, state) in self.states.iter().enumerate() {
            let leaves = self.steps.iter().any(|s| s.from.contains(&state.code));
            let reached = i == 0 || self.steps.iter().any(|s| s.to == state.code);
            if !leaves && !state.last {
                out.push(format!("{}: nothing leads out of {}", self.name, state.code));
            }
            if !reached {
                out.push(format!("{}: nothing leads to {}", self.name, state.code));
            }
        }
        out.sort();
        out.dedup();
        out
    }
}
