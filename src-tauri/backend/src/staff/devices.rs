//! Where people are signed in, and signing them out there.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rights::SETS_RIGHTS;
use super::rules::SESSION_MS;
use super::sessions::{Of, end};
use crate::kernel::rights::Ask;
use crate::kernel::{Command, Cx, Error, Module, Need, Query, Result, Tx};
use crate::params;

/// One place where somebody is signed in.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct SessionView {
    /// Its id.
    pub id: i64,
    /// On what.
    pub device: String,
    /// Since when, UTC milliseconds.
    pub created_at: i64,
    /// Last used.
    pub used_at: i64,
    /// It is the one this question came through.
    pub current: bool,
}

fn sessions_of(cx: &Cx<'_>, staff: i64) -> Result<Vec<SessionView>> {
    cx.all(
        "select id, device, created_at, used_at, id = ?3 as current from session
         where staff_id = ?1 and ended_at is null and used_at > ?2 order by used_at desc, id desc",
        params![staff, cx.now - SESSION_MS, cx.caller.session.unwrap_or_default()],
    )
}

/// Where I am signed in.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MySessions {}

impl Query for MySessions {
    type Output = Vec<SessionView>;
    const NAME: &'static str = "sessions.mine";
    const TITLE: &'static str = "我的登录设备";
    const NEEDS: Need = Need::SignedIn;
    const PROVIDES: &'static [&'static str] = &["session"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        sessions_of(cx, cx.caller.staff)
    }
}

/// Where somebody is signed in.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionsOf {
    /// Who.
    pub staff_id: i64,
}

impl Query for SessionsOf {
    type Output = Vec<SessionView>;
    const NAME: &'static str = "sessions.of";
    const TITLE: &'static str = "登录设备";
    const NEEDS: Need = Need::Any(&[Ask::write(Module::People)]);
    const PROVIDES: &'static [&'static str] = &["session"];
    fn run(self, cx: &Cx<'_>) -> Result<Self::Output> {
        sessions_of(cx, self.staff_id)
    }
}

/// Signs somebody out of one device: oneself anywhere, others only with the right to manage accounts.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EndSession {
    /// The session.
    pub id: i64,
}

impl Command for EndSession {
    type Output = ();
    const NAME: &'static str = "sessions.end";
    const TITLE: &'static str = "退出设备";
    const NEEDS: Need = Need::SignedIn;
    const TOUCHES: &'static [&'static str] = &["session"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let owner: Option<i64> =
            tx.maybe("select staff_id from session where id = ?1", params![self.id])?;
        let owner = owner.ok_or_else(|| Error::not_found("登录", self.id))?;
        if owner != tx.caller.staff {
            tx.caller.require(SETS_RIGHTS)?;
        }
        end(tx, &Of::Session(self.id))?;
        tx.tag("session");
        Ok(())
    }
}
