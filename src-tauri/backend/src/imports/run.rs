//! The whole way of a file in one call, for the command line: through the same operations as the
//! page, so that it can do no more and no less.

use std::path::Path;
use std::sync::Arc;

use serde::Serialize;
use serde_json::{Value as Json, json};

use super::plan::Problem;
use super::reading::PackFile;
use crate::kernel::door::Core;
use crate::kernel::rights::Caller;
use crate::kernel::{Error, Result};
use crate::params;

/// How a file is imported.
#[derive(Debug, Clone, Default)]
pub struct RunOptions {
    /// The code of the shop that the file belongs to.
    pub shop: Option<String>,
    /// The name of a saved column map.
    pub map: Option<String>,
    /// Say what would happen, and write nothing.
    pub dry_run: bool,
    /// Import the good rows of a file with wrong ones.
    pub skip_bad: bool,
    /// Import a file that was imported before.
    pub again: bool,
    /// Make products for listings whose product the shop does not know.
    pub create_products: bool,
}

/// What came of one table of a file.
#[derive(Debug, Clone, Serialize)]
pub struct ImportReport {
    /// The file, or `zip/table`.
    pub file: String,
    /// The format's code; empty when it was not recognised.
    pub format: String,
    /// `products`, `listings` or empty.
    pub kind: String,
    /// Rows that could be read.
    pub rows_ok: i64,
    /// Wrong cells.
    pub rows_bad: Vec<Problem>,
    /// Cells to look at.
    pub rows_warned: Vec<Problem>,
    /// Why the file was not imported, when it was not.
    pub refused: Option<String>,
    /// The number of the import that was written.
    pub batch: Option<String>,
}

/// Imports a file from disk, with the folder of pictures beside it; one report for each table. A
/// file that cannot be read at all is one report with the reason.
pub fn run_file(
    core: &Arc<Core>,
    caller: &Caller,
    path: &Path,
    options: &RunOptions,
) -> Result<Vec<ImportReport>> {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    match previewed(core, caller, path, &name, options) {
        Ok(ids) => ids.into_iter().map(|id| one(core, caller, id, options)).collect(),
        Err(e) if e.code == crate::kernel::Code::Internal => Err(e),
        Err(e) => Ok(vec![ImportReport {
            file: name,
            format: String::new(),
            kind: String::new(),
            rows_ok: 0,
            rows_bad: Vec::new(),
            rows_warned: Vec::new(),
            refused: Some(e.message),
            batch: None,
        }]),
    }
}

fn previewed(
    core: &Arc<Core>,
    caller: &Caller,
    path: &Path,
    name: &str,
    options: &RunOptions,
) -> Result<Vec<i64>> {
    let file = put(core, caller, path, name)?;
    let mut pack: Vec<PackFile> = Vec::new();
    let folder = path.with_extension("");
    if folder != path
        && let Ok(found) = std::fs::read_dir(&folder)
    {
        for entry in found.flatten().filter(|e| e.path().is_file()) {
            let name = entry.file_name().to_string_lossy().into_owned();
            pack.push(PackFile { file: put(core, caller, &entry.path(), &name)?, name });
        }
    }
    let shop: Option<i64> = options
        .shop
        .as_deref()
        .map(|code| {
            let found: Option<i64> = core.read(caller, |cx| {
                cx.maybe("select id from shop where code = ?1", params![code])
            })?;
            found.ok_or_else(|| Error::not_found("店铺", code))
        })
        .transpose()?;
    let profile: Option<i64> = options
        .map
        .as_deref()
        .map(|name| {
            let found: Option<i64> = core.read(caller, |cx| {
                cx.maybe("select id from import_profile where name = ?1", params![name])
            })?;
            found.ok_or_else(|| Error::not_found("导入方案", name))
        })
        .transpose()?;
    let done = finished(
        core,
        caller,
        "imports.preview",
        &json!({
            "file": file, "name": name, "pack": pack, "shop": shop, "profile": profile,
            "create_products": options.create_products,
        }),
    )?;
    Ok(serde_json::from_value(done["imports"].clone()).unwrap_or_default())
}

fn one(core: &Arc<Core>, caller: &Caller, id: i64, options: &RunOptions) -> Result<ImportReport> {
    let view = call(core, caller, "imports.get", &json!({ "id": id }))?;
    let text = |key: &str| view[key].as_str().unwrap_or_default().to_owned();
    let mut report = ImportReport {
        file: text("document"),
        format: text("format"),
        kind: text("kind"),
        rows_ok: view["rows_ok"].as_i64().unwrap_or_default(),
        rows_bad: problems(core, caller, id, "error", "problems")?,
        rows_warned: problems(core, caller, id, "warned", "warnings")?,
        refused: view["refused"].as_str().map(str::to_owned),
        batch: None,
    };
    if options.dry_run || report.refused.is_some() {
        call(core, caller, "imports.discard", &json!({ "id": id }))?;
        return Ok(report);
    }
    let args = json!({ "id": id, "skip_bad": options.skip_bad, "again": options.again });
    match finished(core, caller, "imports.commit", &args) {
        Ok(_) => report.batch = Some(text("no")),
        Err(e) if e.code == crate::kernel::Code::Internal => return Err(e),
        Err(e) => {
            report.refused = Some(e.message);
            call(core, caller, "imports.discard", &json!({ "id": id }))?;
        }
    }
    Ok(report)
}

fn problems(
    core: &Arc<Core>,
    caller: &Caller,
    id: i64,
    class: &str,
    what: &str,
) -> Result<Vec<Problem>> {
    let mut out = Vec::new();
    let mut after = Json::Null;
    loop {
        let args = json!({ "id": id, "class": class, "after": after, "limit": 500 });
        let page = call(core, caller, "imports.rows", &args)?;
        for row in page["rows"].as_array().map(Vec::as_slice).unwrap_or_default() {
            let some: Vec<Problem> = serde_json::from_value(row[what].clone()).unwrap_or_default();
            out.extend(some);
        }
        after = page["next"].clone();
        if after.is_null() {
            return Ok(out);
        }
    }
}

fn put(core: &Arc<Core>, caller: &Caller, path: &Path, name: &str) -> Result<String> {
    let mut from = std::fs::File::open(path).map_err(|e| {
        Error::invalid(
            "file",
            format!("“{name}”打不开：{e}。请确认文件还在，并且没有被别的程序占用"),
        )
    })?;
    Ok(core.put_file(caller, name, &mut from)?.hash)
}

fn call(core: &Arc<Core>, caller: &Caller, name: &str, args: &Json) -> Result<Json> {
    serde_json::from_str(&core.call(caller, name, &args.to_string())?).map_err(Error::internal)
}

/// Calls an operation that starts a job, and waits for the job's end.
fn finished(core: &Arc<Core>, caller: &Caller, name: &str, args: &Json) -> Result<Json> {
    let mut events = core.feed().listen();
    let id = call(core, caller, name, args)?["job"].as_i64().unwrap_or_default();
    loop {
        let row: (String, Option<String>, Option<String>) = core.read(caller, |cx| {
            cx.one("select state, error, result from job where id = ?1", params![id])
        })?;
        match row {
            (state, _, _) if state == "running" => drop(events.blocking_recv()),
            (state, _, result) if state == "done" => {
                return serde_json::from_str(result.as_deref().unwrap_or("null"))
                    .map_err(Error::internal);
            }
            (_, error, _) => {
                let error: Option<Error> =
                    error.as_deref().and_then(|e| serde_json::from_str(e).ok());
                return Err(error.unwrap_or_else(|| Error::internal("a job failed without a word")));
            }
        }
    }
}
