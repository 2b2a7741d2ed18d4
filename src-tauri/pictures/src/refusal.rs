//! Why a file is not taken in: one variant per case, each with a sentence for the person who dropped it.

use serde::Serialize;

/// A file that may not come in, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Refusal {
    /// Nothing in it.
    #[error("文件是空的（0 字节）。请重新导出后再放进来。")]
    Empty,
    /// Over the size limit of its kind.
    #[error("{what}有 {} MB，超过上限 {} MB。请压缩或缩小后再放进来。", mb(*bytes), mb(*limit))]
    TooLarge {
        /// 图片, 源文件 ...
        what: &'static str,
        /// How big it is.
        bytes: u64,
        /// How big it may be.
        limit: u64,
    },
    /// An executable, whatever its name says.
    #[error("这是可执行程序（{what}），为了安全不接收。需要传资料请另存为图片、文档或压缩包。")]
    Program {
        /// Windows 程序, 安装包 ...
        what: &'static str,
    },
    /// A link to a file, not the file.
    #[error("这是快捷方式，不是文件本身。请打开它指向的文件夹，把原文件拖进来。")]
    Shortcut,
    /// A script that a double click would run.
    #[error("这是脚本文件（{what}），为了安全不接收。静态页面请打包成 zip 再上传。")]
    Script {
        /// The kind of script.
        what: String,
    },
    /// The file breaks off before its end.
    #[error("{format} 图片不完整（{detail}），多半是没有传完或没有存完。请重新导出或重新下载。")]
    Truncated {
        /// JPEG, PNG ...
        format: &'static str,
        /// What is missing.
        detail: String,
    },
    /// More pixels than the computer should be asked to open.
    #[error(
        "图片尺寸 {width}×{height}（{} 万像素）超过上限 {} 万像素，没有打开。请缩小尺寸后再放进来。",
        u64::from(*width) * u64::from(*height) / 10_000, limit / 10_000
    )]
    PixelBomb {
        /// Width its header states.
        width: u32,
        /// Height its header states.
        height: u32,
        /// Most pixels allowed.
        limit: u64,
    },
    /// The header or the pixels make no sense.
    #[error("{format} 图片已损坏，打不开（{detail}）。请用原软件重新导出。")]
    Damaged {
        /// JPEG, PNG ...
        format: &'static str,
        /// What was wrong.
        detail: String,
    },
    /// The system would not let it be read.
    #[error("读不到文件：{detail}。如果正在 Photoshop 里打开，请先保存并关闭，再试一次。")]
    Unreadable {
        /// What the system said.
        detail: String,
    },
}

impl Refusal {
    /// A stable word for the reason, the same as on the wire.
    pub fn reason(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too_large",
            Self::Program { .. } => "program",
            Self::Shortcut => "shortcut",
            Self::Script { .. } => "script",
            Self::Truncated { .. } => "truncated",
            Self::PixelBomb { .. } => "pixel_bomb",
            Self::Damaged { .. } => "damaged",
            Self::Unreadable { .. } => "unreadable",
        }
    }

    /// Turns what the system said about a file into a sentence.
    pub fn from_io(error: &std::io::Error) -> Self {
        use std::io::ErrorKind as K;
        let detail = match error.kind() {
            K::NotFound => "文件已不在原来的位置".into(),
            K::PermissionDenied => "没有读取权限，或文件正被别的软件占用".into(),
            K::TimedOut | K::NetworkDown | K::NetworkUnreachable | K::HostUnreachable => {
                "网络位置断开了".into()
            }
            K::IsADirectory => "这是文件夹".into(),
            _ => error.to_string(),
        };
        Self::Unreadable { detail }
    }
}

/// Megabytes with one decimal, rounded up so that a refused size never reads as the limit itself.
fn mb(bytes: u64) -> String {
    let tenths = (bytes * 10).div_ceil(1024 * 1024);
    if tenths.is_multiple_of(10) {
        (tenths / 10).to_string()
    } else {
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}
