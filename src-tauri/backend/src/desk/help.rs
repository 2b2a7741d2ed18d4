//! What each post may do, for the help: read from the rights as they are set and the life cycles.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::kernel::lifecycle::Who;
use crate::kernel::rights::Right;
use crate::kernel::{Cx, Level, Module, Need, Post, Query, Result};
use crate::params;

/// What each post may do.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PostActs {}

/// One post.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PostView {
    /// The post.
    pub post: Post,
    /// Its Chinese title.
    pub title: &'static str,
    /// The areas it may enter, widest rights first.
    pub areas: Vec<Area>,
    /// The steps of life cycles it may take.
    pub steps: Vec<PostStep>,
}

/// One area.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Area {
    /// The area.
    pub module: Module,
    /// Its Chinese title.
    pub title: &'static str,
    /// How far.
    pub level: Level,
    /// Only for own records.
    pub own: bool,
    /// Only for parts of it.
    pub parts: bool,
}

/// One step that a post may take.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PostStep {
    /// The life cycle.
    pub cycle: &'static str,
    /// Its Chinese title.
    pub title: &'static str,
    /// The action's code.
    pub action: &'static str,
    /// What the button says.
    pub label: &'static str,
}

#[derive(Deserialize)]
struct Cell {
    module: Module,
    post: Post,
    cell: String,
}

impl Query for PostActs {
    type Output = Vec<PostView>;
    const NAME: &'static str = "help.posts";
    const TITLE: &'static str = "各岗位能做什么";
    const NEEDS: Need = Need::SignedIn;
    const PROVIDES: &'static [&'static str] = &["right_cell"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        let cells: Vec<Cell> =
            cx.all("select module, post, cell from right_cell order by id", params![])?;
        let mut rights = Vec::new();
        for cell in cells {
            rights.push((cell.post, cell.module, Right::parse(&cell.cell)?));
        }
        Ok(Post::ALL.iter().map(|post| of_post(cx, *post, &rights)).collect())
    }
}

fn of_post(cx: &Cx<'_>, post: Post, rights: &[(Post, Module, Right)]) -> PostView {
    let mine: Vec<(Module, &Right)> = rights
        .iter()
        .filter(|(p, ..)| *p == post)
        .map(|(_, module, right)| (*module, right))
        .collect();
    let may = |who: &Who| match who {
        Who::Can(ask) => {
            mine.iter().any(|(module, right)| *module == ask.module && right.allows(ask))
        }
        Who::Post(one) => *one == post,
        // These depend on the thing, not on the post.
        Who::Requester | Who::Assignee | Who::System => false,
    };
    let steps = cx.core().lifecycles().iter().flat_map(|cycle| {
        cycle.steps.iter().filter(|step| step.who.iter().any(may)).map(|step| PostStep {
            cycle: cycle.name,
            title: cycle.title,
            action: step.action,
            label: step.label,
        })
    });
    let mut areas: Vec<Area> = mine
        .iter()
        .filter(|(_, right)| right.level > Level::None)
        .map(|(module, right)| Area {
            module: *module,
            title: module.title(),
            level: right.level,
            own: right.own,
            parts: !right.parts.is_empty(),
        })
        .collect();
    areas.sort_by_key(|area| std::cmp::Reverse(area.level));
    PostView { post, title: post.title(), areas, steps: steps.collect() }
}
