//! `shopdesk report`: one workbook for a period, whole in the file that was named, or not at all.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use shopdesk::Shop;
use shopdesk::kernel::{Code, Error};

use crate::Common;
use crate::data::Failure;
use crate::verbs::wait;

/// What `shopdesk report` is asked for.
pub struct Asked<'a> {
    /// `R16`, `r19` …
    pub kind: &'a str,
    /// The first day.
    pub from: &'a str,
    /// The last day.
    pub to: &'a str,
    /// The workbook to write.
    pub out: &'a Path,
    /// Who makes it.
    pub login: &'a str,
}

/// Makes a report and puts it where it was asked for.
pub fn report(common: &Common, asked: &Asked<'_>) -> Result<(), Failure> {
    let made = common.open().and_then(|shop| make(&shop, asked).map_err(|e| common.failure(e)))?;
    let file = asked.out.display();
    common.say(
        &json!({
            "no": made["no"], "kind": made["kind"], "file": asked.out, "bytes": made["bytes"],
            "rows": made["rows"], "sheets": made["sheets"], "sha256": made["sha256"],
        }),
        &format!(
            "{} 已写入 {file}（{} 行数据）",
            made["no"].as_str().unwrap_or_default(),
            made["rows"]
        ),
    )
}

fn make(shop: &Shop, asked: &Asked<'_>) -> Result<serde_json::Value, Error> {
    let folder = folder_of(asked.out)?;
    let caller = shop.local(asked.login, "cli")?;
    let args = json!({ "kind": asked.kind, "from": asked.from, "to": asked.to });
    let started = shop.ask(&caller, "reports.make", args)?;
    let id = started["job"].as_i64().ok_or_else(|| Error::internal("no job was started"))?;
    let made = wait(shop, &caller, id)?;
    let hash = made["file"].as_str().ok_or_else(|| Error::internal("the job made no file"))?;
    let written = put(&shop.core().store().files().path(hash), &folder, asked.out);
    written.map_err(|e| {
        Error::new(
            Code::Unavailable,
            "disk",
            format!("写不到 {}（{e}）。请检查磁盘空间和权限", asked.out.display()),
        )
    })?;
    Ok(made)
}

/// Where the file goes; told before any work is done.
fn folder_of(out: &Path) -> Result<PathBuf, Error> {
    let bad = |why: String| Err(Error::invalid("out", why));
    if !out.extension().is_some_and(|e| e.eq_ignore_ascii_case("xlsx")) {
        return bad(format!("{} 应以 .xlsx 结尾", out.display()));
    }
    let folder = match out.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    if !folder.is_dir() {
        return bad(format!("文件夹 {} 不存在，请先建好", folder.display()));
    }
    if out.is_dir() {
        return bad(format!("{} 是文件夹，请给出文件名", out.display()));
    }
    Ok(folder)
}

/// Copies beside the target and renames: an old file stays as it was until the new one is whole.
fn put(from: &Path, folder: &Path, out: &Path) -> std::io::Result<()> {
    let part = folder.join(format!(".shopdesk-{}.part", std::process::id()));
    let copied = (|| {
        let mut to = fs::File::create(&part)?;
        std::io::copy(&mut fs::File::open(from)?, &mut to)?;
        to.sync_all()?;
        fs::rename(&part, out)
    })();
    if copied.is_err() {
        let _ = fs::remove_file(&part);
    }
    copied
}
