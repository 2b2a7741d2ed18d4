//! A folder as an import: which of its files are tables, and which came along with them.

use std::path::{Path, PathBuf};

use crate::kernel::{Error, Result};

/// The endings that tables and packs have.
pub const TABLES: &[&str] =
    &["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods", "htm", "html", "xml", "zip"];
/// How deep a pack may be nested.
const DEPTH: usize = 4;
/// More files than any pack has: the wrong folder was given.
const MOST: usize = 20_000;

/// Whether a file is read as a table.
pub fn is_table(path: &Path) -> bool {
    let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    TABLES.contains(&ending.as_str())
}

/// Every file under a folder in the order of their paths; hidden ones and what systems leave behind
/// (`Thumbs.db`) stay out, and links are not followed out of it.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut out = Vec::new();
    walk(folder, DEPTH, &mut out)?;
    out.sort();
    Ok(out)
}

fn walk(folder: &Path, depth: usize, out: &mut Vec<PathBuf>) -> Result<()> {
    let unreadable = |e: std::io::Error| {
        Error::invalid(
            "file",
            format!("文件夹“{}”打不开：{e}。请确认它还在，并且有权限读取", folder.display()),
        )
    };
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let kind = entry.file_type().map_err(unreadable)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || name.starts_with("~$") || name.eq_ignore_ascii_case("thumbs.db")
        {
            continue;
        }
        if kind.is_dir() && depth > 1 {
            walk(&entry.path(), depth - 1, out)?;
        } else if kind.is_file() {
            out.push(entry.path());
        }
        if out.len() > MOST {
            return Err(Error::invalid(
                "file",
                format!(
                    "文件夹“{}”里超过 {MOST} 个文件，不像数据包。请选数据包那一层",
                    folder.display()
                ),
            ));
        }
    }
    Ok(())
}
