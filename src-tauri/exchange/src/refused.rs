//! Why a whole file is turned away, in a sentence the person who dropped it can act on.

use serde::{Deserialize, Serialize};

/// The finer reason of a refusal: stable, for programs; the sentence is for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RefusedReason {
    /// The file has no content.
    Empty,
    /// The file needs a password.
    Encrypted,
    /// A program, a shortcut or a script.
    Program,
    /// An archive whose entries point outside of it.
    UnsafePath,
    /// An archive that unpacks to an absurd size.
    Bomb,
    /// Something other than a table: a picture, a document, another kind of archive.
    NotATable,
    /// A table whose bytes are broken.
    Damaged,
    /// More than this program reads in one go.
    TooLarge,
    /// The disk or the network did not give the bytes.
    Unreadable,
    /// No row that could be a header.
    NoHeader,
    /// The sheet asked for is not in the workbook.
    NoSheet,
    /// A known file of a platform that holds neither products nor listings.
    OtherReport,
    /// No known format, and no column map was given.
    NeedsMap,
    /// What should be written cannot be put in that format.
    NotWritable,
}

/// A whole file that is not read (or not written), and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Refused {
    /// The stable reason.
    pub reason: RefusedReason,
    /// The sentence for the person, in Chinese.
    pub message: String,
}

impl Refused {
    pub(crate) fn new(reason: RefusedReason, message: impl Into<String>) -> Self {
        Self { reason, message: message.into() }
    }

    pub(crate) fn damaged(name: &str) -> Self {
        Self::new(
            RefusedReason::Damaged,
            format!("「{name}」已损坏，读不出来。请重新下载或重新导出一份再导入。"),
        )
    }

    pub(crate) fn unreadable(name: &str, error: &std::io::Error) -> Self {
        let hint = match error.kind() {
            std::io::ErrorKind::NotFound => "文件不在了，请确认没有被移动或删除",
            std::io::ErrorKind::PermissionDenied => {
                "没有读取权限，或文件正被别的程序占用，请关闭后重试"
            }
            _ => "磁盘或网络没有把文件读全，请把文件复制到本机后重试",
        };
        Self::new(RefusedReason::Unreadable, format!("「{name}」打不开：{hint}。"))
    }
}
