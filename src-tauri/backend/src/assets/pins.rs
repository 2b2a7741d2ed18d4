//! Remarks at a place in a picture, dealt with one by one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::table::{PIN, REPLY, REQUEST, Request};
use crate::kernel::rights::Ask;
use crate::kernel::{Command, Cx, Error, Module, Need, Post, Result, Tx};
use crate::params;

const WRITES: Need = Need::Any(&[Ask::write(Module::Assets).part("request")]);

/// Puts a remark at a place in a version.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddPin {
    /// The version (its id).
    pub version: i64,
    /// From the left, in ten-thousandths of the width.
    pub x_bp: i64,
    /// From the top, in ten-thousandths of the height.
    pub y_bp: i64,
    /// Width of an area.
    #[serde(default)]
    pub w_bp: Option<i64>,
    /// Height of an area.
    #[serde(default)]
    pub h_bp: Option<i64>,
    /// What is to be done.
    pub text: String,
}

#[derive(Serialize)]
struct Row<'a> {
    request_id: i64,
    version_id: i64,
    x_bp: i64,
    y_bp: i64,
    w_bp: Option<i64>,
    h_bp: Option<i64>,
    text: &'a str,
    author: i64,
    created_at: i64,
    updated_at: i64,
}

#[derive(Deserialize)]
struct Stored {
    request_id: i64,
    version_id: i64,
    author: i64,
    state: String,
}

fn check_text(text: &str) -> Result<&str> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > 1000 {
        return Err(Error::invalid("text", "批注不能为空，最多 1000 字"));
    }
    Ok(text)
}

fn check_place(x: i64, y: i64, w: Option<i64>, h: Option<i64>) -> Result<()> {
    let inside = |from: i64, size: Option<i64>| {
        (0..=10_000).contains(&from)
            && size.is_none_or(|s| (1..=10_000).contains(&s) && from + s <= 10_000)
    };
    if inside(x, w) && inside(y, h) && w.is_some() == h.is_some() {
        Ok(())
    } else {
        Err(Error::invalid(
            "x_bp",
            "批注的位置不在图片里：左、上、宽、高都按万分之一计，应在 0 到 10000 之间，宽高要么都有要么都没有",
        ))
    }
}

/// The request of a pin, if remarks may still be made there.
fn alive(cx: &Cx<'_>, request: i64) -> Result<Request> {
    let row: Request = cx.get(&REQUEST, request)?;
    if matches!(row.state.as_str(), "archived" | "cancelled") {
        return Err(Error::conflict("wrong_state", format!("{} 已归档或取消，不能再批注", row.no)));
    }
    Ok(row)
}

impl Command for AddPin {
    type Output = i64;
    const NAME: &'static str = "pins.add";
    const TITLE: &'static str = "添加批注";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["asset"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let text = check_text(&self.text)?;
        check_place(self.x_bp, self.y_bp, self.w_bp, self.h_bp)?;
        let (request, is_source): (i64, i64) = tx
            .maybe(
                "select request_id, is_source from asset_version where id = ?1",
                params![self.version],
            )?
            .ok_or_else(|| Error::not_found("素材版本", self.version))?;
        if is_source == 1 {
            return Err(Error::invalid("version", "源文件上不能批注，请批注在图片版本上"));
        }
        alive(tx, request)?;
        let row = Row {
            request_id: request,
            version_id: self.version,
            x_bp: self.x_bp,
            y_bp: self.y_bp,
            w_bp: self.w_bp,
            h_bp: self.h_bp,
            text,
            author: tx.caller.staff,
            created_at: tx.now,
            updated_at: tx.now,
        };
        tx.insert(&PIN, &row)
    }
}

/// Rewords or moves one's own remark.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdatePin {
    /// The remark.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// New words.
    #[serde(default)]
    pub text: Option<String>,
    /// New place.
    #[serde(default)]
    pub place: Option<Place>,
}

/// A place in a picture, in ten-thousandths.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// From the left.
    pub x_bp: i64,
    /// From the top.
    pub y_bp: i64,
    /// Width of an area.
    #[serde(default)]
    pub w_bp: Option<i64>,
    /// Height of an area.
    #[serde(default)]
    pub h_bp: Option<i64>,
}

impl Command for UpdatePin {
    type Output = i64;
    const NAME: &'static str = "pins.update";
    const TITLE: &'static str = "修改批注";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["asset"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let pin: Stored = tx.get(&PIN, self.id)?;
        alive(tx, pin.request_id)?;
        if pin.author != tx.caller.staff {
            return Err(Error::forbidden("只能修改自己写的批注；要补充请另加一条"));
        }
        let mut set = Vec::new();
        if let Some(text) = &self.text {
            set.push(("text", check_text(text)?.into()));
        }
        if let Some(p) = &self.place {
            check_place(p.x_bp, p.y_bp, p.w_bp, p.h_bp)?;
            set.push(("x_bp", p.x_bp.into()));
            set.push(("y_bp", p.y_bp.into()));
            set.push(("w_bp", p.w_bp.into()));
            set.push(("h_bp", p.h_bp.into()));
        }
        tx.update(&PIN, self.id, Some(self.version), &set)
    }
}

/// What became of a remark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PinState {
    /// Still to be done.
    Open,
    /// Done.
    Done,
    /// Will not be done; says why.
    Wont,
}

/// Says that a remark is done, will not be done, or is open again.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResolvePin {
    /// The remark.
    pub id: i64,
    /// The version that was read.
    pub version: i64,
    /// What became of it.
    pub state: PinState,
    /// Why, when it will not be done; an answer otherwise.
    #[serde(default)]
    pub reason: Option<String>,
}

impl Command for ResolvePin {
    type Output = i64;
    const NAME: &'static str = "pins.resolve";
    const TITLE: &'static str = "处理批注";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["asset"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let pin: Stored = tx.get(&PIN, self.id)?;
        let request = alive(tx, pin.request_id)?;
        let me = tx.caller.staff;
        let may = me == pin.author
            || request.assignee == Some(me)
            || request.requester == me
            || tx.caller.is(Post::OpsSupervisor)
            || tx.caller.is(Post::ProductPlanner);
        if !may {
            return Err(Error::forbidden(
                "批注由写的人、负责人、提出人、产品策划或运营主管处理，这一条不归你",
            ));
        }
        let reason = self.reason.as_deref().map(str::trim).filter(|r| !r.is_empty());
        let (state, done_in): (&str, Option<i64>) = match self.state {
            PinState::Open => ("open", None),
            PinState::Wont if reason.is_none() => {
                return Err(Error::invalid("reason", "不处理这条批注需要写明原因"));
            }
            PinState::Wont => ("wont", None),
            PinState::Done => (
                "done",
                tx.maybe(
                    "select max(no) from asset_version where request_id = ?1 and is_source = 0
                     and id >= ?2",
                    params![pin.request_id, pin.version_id],
                )?
                .flatten(),
            ),
        };
        if pin.state == state {
            let label = if state == "open" { "未处理" } else { "处理过" };
            return Err(Error::conflict("wrong_state", format!("这条批注已经是{label}的")));
        }
        tx.because(reason);
        tx.update(
            &PIN,
            self.id,
            Some(self.version),
            &[
                ("state", state.into()),
                ("done_in_version", done_in.into()),
                ("answer", reason.unwrap_or_default().into()),
            ],
        )
    }
}

/// Says something about a remark.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplyPin {
    /// The remark.
    pub id: i64,
    /// What is said.
    pub text: String,
}

#[derive(Serialize)]
struct NewReply<'a> {
    request_id: i64,
    pin_id: i64,
    author: i64,
    text: &'a str,
    at: i64,
}

impl Command for ReplyPin {
    type Output = i64;
    const NAME: &'static str = "pins.reply";
    const TITLE: &'static str = "回复批注";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["asset"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let text = check_text(&self.text)?;
        let pin: Stored = tx.get(&PIN, self.id)?;
        alive(tx, pin.request_id)?;
        let row = NewReply {
            request_id: pin.request_id,
            pin_id: self.id,
            author: tx.caller.staff,
            text,
            at: tx.now,
        };
        tx.insert(&REPLY, &row)
    }
}
