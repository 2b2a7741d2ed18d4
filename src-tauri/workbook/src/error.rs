//! What can go wrong while a workbook is made, in words a shop assistant can act on.

use std::path::PathBuf;

/// Whatever the rows' own source reports; handed back unchanged in [`Error::Source`].
pub type SourceError = Box<dyn std::error::Error + Send + Sync + 'static>;

/// Why a workbook was not written. Nothing of it is left on disk.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The person pressed cancel.
    #[error("已取消导出，没有生成文件。")]
    Cancelled,
    /// The rows could not be read; the cause is the source's own error.
    #[error("表「{sheet}」的数据读取失败：{cause}")]
    Source {
        /// The sheet being written.
        sheet: String,
        /// The source's error, to be downcast by whoever made the source.
        #[source]
        cause: SourceError,
    },
    /// A row does not have as many cells as the sheet has columns.
    #[error(
        "表「{sheet}」第 {row} 行有 {got} 个单元格，应为 {want} 个，导出已停止，请联系管理员。"
    )]
    Shape {
        /// The sheet being written.
        sheet: String,
        /// The data row, counted from 1.
        row: u64,
        /// Cells in the row.
        got: usize,
        /// Columns of the sheet.
        want: usize,
    },
    /// A chart, a total or a rule names a column that the sheet does not have.
    #[error("表「{sheet}」里没有「{key}」这一列，图表或合计引用不到它，请联系管理员。")]
    UnknownColumn {
        /// The sheet.
        sheet: String,
        /// The missing column's key.
        key: String,
    },
    /// The description asks for something that an Excel sheet cannot hold.
    #[error("表「{sheet}」写不进 Excel：{why}。请减少列或调整导出条件后重试。")]
    Sheet {
        /// The sheet.
        sheet: String,
        /// What Excel's limit is.
        why: String,
    },
    /// The disk refused the file.
    #[error("无法写入文件「{}」：{cause}。请检查磁盘空间、文件夹权限，并关闭正在打开该文件的程序后重试。", path.display())]
    Disk {
        /// The file that was to be written.
        path: PathBuf,
        /// The system's error.
        #[source]
        cause: std::io::Error,
    },
}
