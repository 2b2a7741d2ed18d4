//! `shopdesk import`: the platforms' files from a script, by the same operations as the page.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;
use shopdesk::imports::{ImportReport, RunOptions, run_file};
use shopdesk::kernel::{Code, Error};

use crate::Common;
use crate::data::Failure;

/// How many wrong cells are printed for people; `--json` prints all.
const SHOWN: usize = 20;

/// How the files are imported.
#[derive(Args)]
pub struct How {
    /// 文件属于哪家店铺：店铺代码
    #[arg(long, value_name = "CODE")]
    shop: Option<String>,
    /// 按哪个已保存的导入方案对应各列
    #[arg(long, value_name = "PROFILE")]
    map: Option<String>,
    /// 只看会发生什么，不写入
    #[arg(long)]
    dry_run: bool,
    /// 跳过有错误的行，导入其余的行
    #[arg(long)]
    skip_bad: bool,
    /// 这个文件以前导入过，仍要再导入一次
    #[arg(long)]
    again: bool,
    /// 店里没有的产品自动建档（上架文件）
    #[arg(long)]
    create_products: bool,
}

/// Imports each file and says what came of it. A refused file does not stop the next one; the status
/// is 0 only when none was refused.
pub fn import(common: &Common, files: &[PathBuf], login: &str, how: How) -> Result<(), Failure> {
    let shop = common.open()?;
    let caller = shop.local(login, "import").map_err(|e| common.failure(e))?;
    let options = RunOptions {
        shop: how.shop,
        map: how.map,
        dry_run: how.dry_run,
        skip_bad: how.skip_bad,
        again: how.again,
        create_products: how.create_products,
    };
    let mut refused = 0_usize;
    let mut tables = 0_usize;
    for file in files {
        let reports =
            run_file(shop.core(), &caller, file, &options).map_err(|e| common.failure(e))?;
        for report in &reports {
            tables += 1;
            refused += usize::from(report.refused.is_some());
            common.say(&json!(report), &sentence(report, how.dry_run))?;
        }
    }
    if refused == 0 {
        return Ok(());
    }
    Err(common.failure(Error::new(
        Code::Invalid,
        "refused",
        format!("{tables} 张表里有 {refused} 张没有导入，原因见上"),
    )))
}

fn sentence(report: &ImportReport, dry_run: bool) -> String {
    let what = match (report.refused.as_ref(), report.batch.as_ref()) {
        (Some(why), _) => format!("没有导入：{why}"),
        (None, Some(no)) => format!("已导入，批次 {no}"),
        (None, None) if dry_run => "试运行，没有写入".to_owned(),
        (None, None) => "没有写入".to_owned(),
    };
    let mut lines = vec![format!("{}：{what}", report.file)];
    if !report.format.is_empty() {
        lines.push(format!(
            "  格式 {}，{} 行可以导入，{} 处错误，{} 处提醒",
            report.format,
            report.rows_ok,
            report.rows_bad.len(),
            report.rows_warned.len()
        ));
    }
    let told = report
        .rows_bad
        .iter()
        .map(|p| ("错误", p))
        .chain(report.rows_warned.iter().map(|p| ("提醒", p)));
    for (kind, p) in told.clone().take(SHOWN) {
        let column =
            if p.column.is_empty() { String::new() } else { format!("【{}】", p.column) };
        lines.push(format!("  {kind} 第 {} 行{column}“{}”：{}", p.row, p.value, p.why));
    }
    let more = told.count().saturating_sub(SHOWN);
    if more > 0 {
        lines.push(format!("  还有 {more} 处，用 --json 查看全部"));
    }
    lines.join("\n")
}
