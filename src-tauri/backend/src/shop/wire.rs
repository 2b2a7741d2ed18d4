//! The door as window and hub open it to a page: an operation by name, plus signing in and out,
//! which need the session itself and so stand beside the operations.

use serde::Deserialize;

use super::Shop;
use crate::kernel::{Code, Error, Result};

/// What the window or the hub must do with the session it keeps for the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionChange {
    /// Nothing.
    Keep,
    /// Keep this token from now on.
    Start(String),
    /// Forget the token.
    End,
}

/// The answer to a page, and what becomes of its session.
#[derive(Debug)]
pub struct Answer {
    /// JSON text, or the refusal.
    pub body: Result<String>,
    /// What becomes of the session.
    pub session: SessionChange,
}

#[derive(Deserialize)]
struct Login {
    login: String,
    password: String,
}

#[derive(Deserialize)]
struct Unlock {
    password: String,
}

/// The names that [`Shop::answer`] serves beside the operations.
pub(super) const SESSION_NAMES: [&str; 3] = ["session.login", "session.logout", "session.unlock"];

impl Shop {
    /// Answers a page. `token` is the session it has, `device` what it runs on.
    pub fn answer(&self, token: Option<&str>, device: &str, name: &str, args: &str) -> Answer {
        let keep = |body| Answer { body, session: SessionChange::Keep };
        match name {
            "session.login" => match self.sign_in(device, args) {
                Ok((token, me)) => Answer { body: Ok(me), session: SessionChange::Start(token) },
                Err(e) => keep(Err(e)),
            },
            "session.logout" => {
                if let Some(token) = token
                    && let Err(e) = self.logout(token)
                {
                    return keep(Err(e));
                }
                Answer { body: Ok("null".to_owned()), session: SessionChange::End }
            }
            "session.unlock" => keep(self.unlock(token, args)),
            _ => match self.signed_in(token) {
                Ok(caller) => keep(self.call(&caller, name, args)),
                Err(e) => {
                    let session =
                        if token.is_some() { SessionChange::End } else { SessionChange::Keep };
                    Answer { body: Err(e), session }
                }
            },
        }
    }

    /// The caller behind the token, or the sentence that asks for a login.
    pub fn signed_in(&self, token: Option<&str>) -> Result<crate::kernel::rights::Caller> {
        match token {
            Some(token) => self.caller(token),
            None => Err(Error::new(Code::Unauthenticated, "no_session", "请先登录")),
        }
    }

    fn sign_in(&self, device: &str, args: &str) -> Result<(String, String)> {
        let Login { login, password } = read(args)?;
        let token = self.login(&login, &password, device)?;
        let me = self.call(&self.caller(&token)?, "session.me", "{}")?;
        Ok((token, me))
    }

    fn unlock(&self, token: Option<&str>, args: &str) -> Result<String> {
        let caller = self.signed_in(token)?;
        let Unlock { password } = read(args)?;
        if self.knows_password(&caller, &password)? {
            Ok("true".to_owned())
        } else {
            Err(Error::new(Code::Unauthenticated, "wrong_password", "密码不对，请再试一次"))
        }
    }
}

fn read<'a, T: Deserialize<'a>>(args: &'a str) -> Result<T> {
    serde_json::from_str(args).map_err(|_| Error::invalid("password", "请填写登录名和密码"))
}
