//! The whole way of a file in one call, for the command line: through the same operations as the
//! page, so that it can do no more and no less.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;
use serde_json::{Value as Json, json};

use super::folder;
use super::plan::Problem;
use super::reading::PackFile;
use crate::kernel::door::Core;
use crate::kernel::rights::Caller;
use crate::kernel::{Code, Error, Result};
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
    /// The file as it was asked for; of several tables in one, `zip/table`.
    pub file: String,
    /// The format's code; empty when it was not recognised.
    pub format: String,
    /// `products`, `listings` or empty.
    pub kind: String,
    /// Rows that can be imported.
    pub rows_ok: i64,
    /// Wrong cells; `row` counts the file's records from 1, header included.
    pub rows_bad: Vec<Problem>,
    /// Cells to look at; row 0 is the file as a whole.
    pub rows_warned: Vec<Problem>,
    /// What is to be known of the whole table.
    pub notes: Vec<String>,
    /// Why the file was not imported, when it was not.
    pub refused: Option<String>,
    /// The number of the import that was written.
    pub batch: Option<String>,
}

impl ImportReport {
    /// A file that could not be read at all.
    fn refused(file: String, why: String) -> Self {
        Self {
            file,
            format: String::new(),
            kind: String::new(),
            rows_ok: 0,
            rows_bad: Vec::new(),
            rows_warned: Vec::new(),
            notes: Vec::new(),
            refused: Some(why),
            batch: None,
        }
    }
}

/// Imports a file from disk with the folder of pictures beside it, or a folder with all that is in it;
/// one report for each table. A file that cannot be read at all is one report with the reason.
pub fn run_file(
    core: &Arc<Core>,
    caller: &Caller,
    path: &Path,
    options: &RunOptions,
) -> Result<Vec<ImportReport>> {
    let given = path.display().to_string();
    match go(core, caller, path, options) {
        Ok(mut reports) => {
            // What was asked for is called as it was asked for; more tables than one keep their own names.
            if let [only] = reports.as_mut_slice() {
                only.file = given;
            }
            Ok(reports)
        }
        Err(e) if e.code == Code::Internal => Err(e),
        Err(e) => Ok(vec![ImportReport::refused(given, e.message)]),
    }
}

fn go(
    core: &Arc<Core>,
    caller: &Caller,
    path: &Path,
    options: &RunOptions,
) -> Result<Vec<ImportReport>> {
    let ids = chosen(core, caller, options)?;
    let beside = path.with_extension("");
    let (tables, others) = if path.is_dir() {
        let found = folder::files(path)?;
        let (tables, others): (Vec<PathBuf>, Vec<PathBuf>) =
            found.into_iter().partition(|p| folder::is_table(p));
        if tables.is_empty() {
            return Err(Error::invalid(
                "file",
                format!(
                    "文件夹“{}”里没有可以导入的表格（{}）。数据包请选放着 csv 的那一层",
                    path.display(),
                    folder::TABLES.join("、")
                ),
            ));
        }
        (tables, others)
    } else if beside != path && beside.is_dir() {
        (vec![path.to_owned()], folder::files(&beside)?)
    } else {
        (vec![path.to_owned()], Vec::new())
    };
    let mut pack: Vec<PackFile> = Vec::new();
    let mut left_out: Vec<Problem> = Vec::new();
    for other in &others {
        let name = file_name(other);
        match put(core, caller, other, &name) {
            Ok(file) => pack.push(PackFile::stored(name, file)),
            Err(e) if e.code == Code::Internal => return Err(e),
            // One odd file beside the pictures is told of; the table does not fall with it.
            Err(e) => {
                pack.push(PackFile::refused(name.clone(), e.message.clone()));
                left_out.push(Problem {
                    row: 0,
                    column: String::new(),
                    value: name,
                    why: e.message,
                    nearest: Vec::new(),
                });
            }
        }
    }
    let mut reports = Vec::new();
    for table in &tables {
        let name = file_name(table);
        match previewed(core, caller, table, &name, &pack, &ids, options) {
            Ok(found) => {
                for id in found {
                    reports.push(one(core, caller, id, options)?);
                }
            }
            Err(e) if e.code == Code::Internal => return Err(e),
            Err(e) => reports.push(ImportReport::refused(name, e.message)),
        }
    }
    for report in &mut reports {
        // What a row names is told of there, as for a picture inside a zip.
        let named = |file: &Problem| report.rows_bad.iter().any(|bad| bad.value == file.value);
        let others: Vec<_> = left_out.iter().filter(|file| !named(file)).cloned().collect();
        report.rows_warned.extend(others);
    }
    Ok(reports)
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The shop and the saved map that the options name.
struct Chosen {
    shop: Option<i64>,
    profile: Option<i64>,
}

fn chosen(core: &Arc<Core>, caller: &Caller, options: &RunOptions) -> Result<Chosen> {
    let find = |what: &str, sql: &str, said: Option<&String>, kept: &str| -> Result<Option<i64>> {
        let Some(said) = said else { return Ok(None) };
        let found: Option<i64> = core.read(caller, |cx| cx.maybe(sql, params![kept]))?;
        found.map(Some).ok_or_else(|| Error::not_found(what, said))
    };
    let (shop, map) = (options.shop.as_ref(), options.map.as_ref());
    // Shop codes are kept in capitals; on the command line they may be typed in small letters.
    let capitals = shop.map(|said| said.trim().to_uppercase()).unwrap_or_default();
    let name = map.map(|name| name.trim()).unwrap_or_default();
    Ok(Chosen {
        shop: find("店铺", "select id from shop where code = ?1", shop, &capitals)?,
        profile: find("导入方案", "select id from import_profile where name = ?1", map, name)?,
    })
}

fn previewed(
    core: &Arc<Core>,
    caller: &Caller,
    path: &Path,
    name: &str,
    pack: &[PackFile],
    chosen: &Chosen,
    options: &RunOptions,
) -> Result<Vec<i64>> {
    let file = put(core, caller, path, name)?;
    let done = finished(
        core,
        caller,
        "imports.preview",
        &json!({
            "file": file, "name": name, "pack": pack, "shop": chosen.shop,
            "profile": chosen.profile, "create_products": options.create_products,
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
        notes: serde_json::from_value(view["notes"].clone()).unwrap_or_default(),
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
        Err(e) if e.code == Code::Internal => return Err(e),
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
pub(crate) fn finished(core: &Arc<Core>, caller: &Caller, name: &str, args: &Json) -> Result<Json> {
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
