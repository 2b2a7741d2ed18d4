//! Making a workbook as a job: its number first, then the file, whole or not at all, then where it is.

use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

use shopdesk_workbook::{CsvFor, Error as Fault, Options, Sheet, Watch, Workbook, Written};

use super::frame;
use super::table::{NUMBERS, NewRun, RUN};
use crate::kernel::files::FileFacts;
use crate::kernel::jobs::JobCx;
use crate::kernel::{Cx, Day, Error, Result, Tx};

/// How often at most a running export tells how far it is.
const TELL: Duration = Duration::from_millis(150);

/// A workbook that has its number.
#[derive(Debug, Clone)]
pub(super) struct Begun {
    pub id: i64,
    pub no: String,
    pub kind: String,
}

impl Begun {
    /// The last part of its number, which keeps file names of one day apart.
    pub(super) fn tail(&self) -> &str {
        self.no.rsplit('-').next().unwrap_or_default()
    }
}

/// A workbook that is written.
pub(super) struct Made {
    facts: FileFacts,
    written: Written,
}

/// Gives a workbook its number and starts making it; answers the job.
pub(super) fn start(
    tx: &mut Tx<'_>,
    kind: &str,
    title: &str,
    period: Option<(Day, Day)>,
    filters: &[(String, String)],
    work: impl FnOnce(&JobCx, &Begun) -> Result<serde_json::Value> + Send + 'static,
) -> Result<i64> {
    let no = NUMBERS.next(tx)?;
    let said: Vec<String> =
        filters.iter().map(|(name, value)| format!("{name}：{value}")).collect();
    let row = NewRun {
        no: &no,
        kind,
        title,
        from_day: period.map(|p| p.0),
        to_day: period.map(|p| p.1),
        filters: &said.join("；"),
        staff_id: tx.caller.staff,
        created_at: tx.now,
        updated_at: tx.now,
    };
    let id = tx.insert(&RUN, &row)?;
    let begun = Begun { id, no, kind: kind.to_owned() };
    let code = if kind == "list" { "export" } else { "report" };
    let job = tx.start_job(code, title, "行", move |job| work(job, &begun))?;
    tx.update(&RUN, id, None, &[("job_id", job.into())])?;
    Ok(job)
}

/// Writes a workbook beside the files, and keeps it as one of them.
pub(super) fn write(
    job: &JobCx,
    cx: &Cx<'_>,
    name: &str,
    total: u64,
    book: Workbook<'_>,
) -> Result<Made> {
    keep(job, cx, name, total, |path, watch| shopdesk_workbook::write(book, path, watch))
}

/// Writes one sheet as CSV, to be opened in Excel or WPS, and keeps it as one of the files.
pub(super) fn write_csv(
    job: &JobCx,
    cx: &Cx<'_>,
    name: &str,
    total: u64,
    sheet: Sheet<'_>,
) -> Result<Made> {
    let (zone, options) = (frame::zone(cx)?, Options::default());
    keep(job, cx, name, total, |path, watch| {
        shopdesk_workbook::write_csv(sheet, zone, CsvFor::Excel, path, &options, watch)
    })
}

fn keep(
    job: &JobCx,
    cx: &Cx<'_>,
    name: &str,
    total: u64,
    write: impl FnOnce(&Path, &mut Watch<'_>) -> std::result::Result<Written, Fault>,
) -> Result<Made> {
    let folder = tempfile::tempdir_in(cx.core().store().dir()).map_err(Error::internal)?;
    let path = folder.path().join("made");
    job.step(0, total)?;
    let mut told = Instant::now();
    let written = write(&path, &mut |at| {
        if job.cancelled() {
            return ControlFlow::Break(());
        }
        if told.elapsed() >= TELL {
            told = Instant::now();
            if job.step(at.rows, total.max(at.rows)).is_err() {
                return ControlFlow::Break(());
            }
        }
        ControlFlow::Continue(())
    });
    match written {
        Ok(written) => Ok(Made { facts: cx.core().keep_made(name, &path)?, written }),
        Err(Fault::Cancelled) => Err(Error::conflict("cancelled", "已取消，没有留下文件")),
        Err(e) => Err(Error::conflict("workbook", e.to_string())),
    }
}

/// Notes where the file is; answers what the job made.
pub(super) fn finish(job: &JobCx, begun: &Begun, made: Made) -> Result<serde_json::Value> {
    let Made { facts, written } = made;
    job.write(|tx| {
        let set = [
            ("file", facts.hash.clone().into()),
            ("name", facts.name.clone().into()),
            ("bytes", facts.bytes.into()),
            ("rows", i64::try_from(written.rows).unwrap_or(i64::MAX).into()),
            ("digest", written.digest.clone().into()),
        ];
        tx.update(&RUN, begun.id, None, &set)
    })?;
    Ok(serde_json::json!({
        "no": begun.no, "kind": begun.kind, "file": facts.hash, "name": facts.name,
        "bytes": facts.bytes, "rows": written.rows, "sheets": written.sheets,
        "sha256": written.digest,
    }))
}
