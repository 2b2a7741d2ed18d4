//! 错误行.xlsx: the wrong rows as a workbook, to be put right there and dropped again.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;
use shopdesk_workbook as workbook;

use super::ops::WRITES;
use super::plan::Problem;
use super::table::Import;
use super::view::{ROW, RowView};
use crate::kernel::ops::Started;
use crate::kernel::{Command, Error, Need, Result, Tx};
use crate::params;

/// The wrong rows as a workbook: the file's own columns, why, and where each stood.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BadRows {
    /// The import.
    pub id: i64,
}

impl Command for BadRows {
    type Output = Started;
    const NAME: &'static str = "imports.bad_rows";
    const TITLE: &'static str = "下载错误行";
    const NEEDS: Need = WRITES;
    const TOUCHES: &'static [&'static str] = &["job"];
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let import = Import::of(tx, self.id)?;
        if import.bad == 0 {
            return Err(Error::conflict("no_bad_rows", "这个文件没有错误的行"));
        }
        let id = self.id;
        let job =
            tx.start_job("export", &format!("错误行 {}", import.name), "行", move |job| {
                let rows: Vec<RowView> = job.read(|cx| {
                    cx.all(
                        &format!(
                            "{ROW} where import_id = ?1 and class = 'error' order by row_no, id"
                        ),
                        params![id],
                    )
                })?;
                let bad = rows.into_iter().flat_map(|row| {
                    let whys: Vec<(u64, String)> =
                        row.problems.iter().map(|p| (p.row, said(p))).collect();
                    let first = row.row_no.unsigned_abs();
                    row.cells.into_iter().map(move |(number, cells)| {
                        let own: Vec<&str> = whys
                            .iter()
                            .filter(|(at, _)| *at == number || (number == first && *at == 0))
                            .map(|(_, why)| why.as_str())
                            .collect();
                        let why = if own.is_empty() {
                            format!("和第 {first} 行是同一个商品，一起改好再导入")
                        } else {
                            own.join("；")
                        };
                        workbook::BadRow { number, cells, why }
                    })
                });
                let sheet = workbook::bad_rows("错误行", &import.header, bad);
                let zone = job.core().zone().name().parse().unwrap_or(chrono_tz::Asia::Shanghai);
                let folder = tempfile::tempdir().map_err(Error::internal)?;
                let path = folder.path().join("bad.xlsx");
                let book = workbook::Workbook::plain(zone).sheet(sheet);
                workbook::write(book, &path, &mut |_| std::ops::ControlFlow::Continue(()))
                    .map_err(Error::internal)?;
                let stem = import.name.rsplit_once('.').map_or(import.name.as_str(), |(s, _)| s);
                let name = format!("错误行-{stem}.xlsx");
                let bytes = std::fs::read(&path).map_err(Error::internal)?;
                let facts = job.core().put_bytes(job.caller(), &name, &bytes)?;
                Ok(json!({ "file": facts.hash, "name": name }))
            })?;
        Ok(Started { job })
    }
}

fn said(problem: &Problem) -> String {
    if problem.column.is_empty() {
        problem.why.clone()
    } else {
        format!("【{}】{}", problem.column, problem.why)
    }
}
