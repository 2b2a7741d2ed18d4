//! What a caller can act on. One type for every room and every wire.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::store::StoreError;

/// Shorthand of every floor above the store.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The kinds of refusal. Programs match on these and on [`Error::reason`], never on the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The input breaks a rule; the message says which and what is accepted.
    Invalid,
    /// No such thing, or none that this caller may know of.
    NotFound,
    /// The caller may not do this.
    Forbidden,
    /// The thing has changed or is in the wrong state for this.
    Conflict,
    /// Nobody is signed in.
    Unauthenticated,
    /// A file or a request is larger than allowed.
    TooLarge,
    /// The disk, the database or the hub cannot answer now; trying again may help.
    Unavailable,
    /// A fault of the program; the number in the message finds it in the log.
    Internal,
}

/// A refusal: a stable code and reason for programs, a sentence for people.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Error {
    /// The kind.
    pub code: Code,
    /// The finer kind, a stable word such as `stale` or `four_eyes`.
    pub reason: String,
    /// What is wrong, where, and what to do, in Chinese.
    pub message: String,
    /// The input field that it is about.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub field: Option<String>,
    /// What a page needs to help: the present row, the allowed actions, the nearest matches.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub details: Option<Json>,
}

impl Error {
    /// A refusal of this kind.
    pub fn new(code: Code, reason: &str, message: impl Into<String>) -> Self {
        Self {
            code,
            reason: reason.to_owned(),
            message: message.into(),
            field: None,
            details: None,
        }
    }

    /// The input field `field` breaks a rule.
    pub fn invalid(field: &str, message: impl Into<String>) -> Self {
        Self { field: Some(field.to_owned()), ..Self::new(Code::Invalid, "invalid", message) }
    }

    /// No `what` (its Chinese noun) under this id.
    pub fn not_found(what: &str, id: impl std::fmt::Display) -> Self {
        Self::new(
            Code::NotFound,
            "not_found",
            format!("没有找到{what} {id}，可能已被删除，请刷新列表后再试"),
        )
    }

    /// The caller may not; `who` says who can.
    pub fn forbidden(message: impl Into<String>) -> Self {
        Self::new(Code::Forbidden, "no_right", message)
    }

    /// The thing cannot take this now.
    pub fn conflict(reason: &str, message: impl Into<String>) -> Self {
        Self::new(Code::Conflict, reason, message)
    }

    /// A fault of the program. The text goes to the log; the caller gets a number.
    pub fn internal(what: impl std::fmt::Display) -> Self {
        let text = what.to_string();
        let number = blake3::hash(format!("{text}{}", chrono::Utc::now()).as_bytes()).to_hex();
        eprintln!("fault {}: {text}", &number[..8]);
        Self::new(
            Code::Internal,
            "fault",
            format!(
                "程序出错（错误编号 {}），没有写入任何数据。请重试；若仍出现，把编号告诉管理员",
                &number[..8]
            ),
        )
    }

    /// Adds what a page needs to help.
    #[must_use]
    pub fn with(mut self, details: impl Serialize) -> Self {
        self.details = serde_json::to_value(details).ok();
        self
    }

    /// Names the input field.
    #[must_use]
    pub fn at(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }

    /// Gives the finer reason.
    #[must_use]
    pub fn because(mut self, reason: &str) -> Self {
        reason.clone_into(&mut self.reason);
        self
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.message)
    }
}

impl std::error::Error for Error {}

impl From<StoreError> for Error {
    fn from(err: StoreError) -> Self {
        match err {
            StoreError::Unique(what) => Self::new(
                Code::Conflict,
                "duplicate",
                "已经有一条相同的记录，请改用别的编号或打开原有的记录",
            )
            .with(what),
            StoreError::NoRow => Self::new(
                Code::NotFound,
                "not_found",
                "没有找到这条记录，可能已被删除，请刷新后再试",
            ),
            StoreError::Busy(_) => Self::new(
                Code::Unavailable,
                "busy",
                "数据库正忙（另一个程序正在写入），没有写入任何数据，请稍后再试",
            ),
            StoreError::Full(_) => Self::new(
                Code::Unavailable,
                "disk_full",
                "磁盘已满，没有写入任何数据。请先清理磁盘空间，再重试一次",
            ),
            StoreError::Newer { found, known } => Self::new(
                Code::Unavailable,
                "newer",
                format!(
                    "这个店铺数据是由更新版本的店务台写的（数据版本 {found}，本程序只认识到 {known}），请先升级本机的店务台再打开"
                ),
            ),
            StoreError::Damaged(what) => Self::new(
                Code::Unavailable,
                "damaged",
                format!("文件已损坏或不是店务台的数据（{what}），请用最近一次备份恢复"),
            ),
            StoreError::Io { path, source } => Self::new(
                Code::Unavailable,
                "io",
                format!("读写文件失败：{path}（{source}）。请检查磁盘、网络盘与权限后重试"),
            ),
            other @ (StoreError::Constraint(_) | StoreError::Sql(_)) => Self::internal(other),
        }
    }
}
