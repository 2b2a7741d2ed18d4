//! The verbs that do one thing and end.

use std::path::Path;

use serde_json::json;
use shopdesk::kernel::check::CheckReport;
use shopdesk::kernel::rights::Caller;
use shopdesk::kernel::{Code, Error, kept, millis};
use shopdesk::{Shop, store};

use crate::data::Failure;
use crate::{Common, print};

/// Makes a demo shop in an empty folder.
pub fn demo(common: &Common, large: bool) -> Result<(), Failure> {
    let folder = common.folder();
    let occupied = std::fs::read_dir(&folder).is_ok_and(|mut entries| entries.next().is_some());
    if occupied {
        return Err(common.failure(Error::conflict(
            "occupied",
            format!("{} 不是空文件夹，示例店铺只建在空文件夹里。请换一个文件夹", folder.display()),
        )));
    }
    let made = shopdesk::demo::make(&folder, large).map_err(|e| common.failure(e))?;
    let mut lines = vec![format!("示例店铺已建好：{}", folder.display())];
    for login in &made.logins {
        lines.push(format!(
            "  {} {}（{}），密码 {}",
            login.login, login.name, login.title, login.password
        ));
    }
    lines.extend(made.refused.iter().map(|said| format!("没有做成：{said}")));
    common.say(&json!(made), &lines.join("\n"))
}

/// Calls any operation as a member of staff.
pub fn call(common: &Common, name: &str, args: &str, login: &str) -> Result<(), Failure> {
    let shop = common.open()?;
    let done = shop
        .local(login, "cli")
        .and_then(|caller| {
            let out = shop.call(&caller, name, args)?;
            settle(&shop, &caller, &out)?;
            Ok(out)
        })
        .map_err(|e| common.failure(e))?;
    print::line(&done).map_err(|e| common.failure(e))
}

/// A command that started a job is done when the job is: this program ends with it.
fn settle(shop: &Shop, caller: &Caller, out: &str) -> Result<(), Error> {
    let value: serde_json::Value = serde_json::from_str(out).map_err(Error::internal)?;
    let Some(id) = value.get("job").and_then(serde_json::Value::as_i64) else { return Ok(()) };
    wait(shop, caller, id).map(|_| ())
}

/// Waits for a job and answers what it made.
pub fn wait(shop: &Shop, caller: &Caller, id: i64) -> Result<serde_json::Value, Error> {
    let mut events = shop.core().feed().listen();
    loop {
        let jobs = shop.ask(caller, "jobs.list", json!({}))?;
        let job = jobs
            .as_array()
            .and_then(|jobs| jobs.iter().find(|j| j["id"] == id))
            .cloned()
            .ok_or_else(|| Error::not_found("任务", id))?;
        match job["state"].as_str() {
            Some("running") => drop(events.blocking_recv()),
            Some("done") => return Ok(job["result"].clone()),
            _ => {
                return Err(serde_json::from_value(job["error"].clone())
                    .unwrap_or_else(|_| Error::internal("the job ended without saying why")));
            }
        }
    }
}

/// Backs the whole shop up while others work.
pub fn backup(common: &Common, out: &Path) -> Result<(), Failure> {
    let shop = common.open()?;
    let manifest = store::backup(shop.core().store(), out, millis(), &mut |_, _| true)
        .map_err(|e| common.failure(e))?
        .ok_or_else(|| common.failure(Error::new(Code::Conflict, "cancelled", "备份被取消")))?;
    let size = std::fs::metadata(out).map(|m| m.len()).unwrap_or_default();
    common.say(
        &json!({ "file": out, "files": manifest.files.len(), "bytes": size }),
        &format!(
            "已备份到 {}（{} 个文件，{} MB），并已回读核对",
            out.display(),
            manifest.files.len(),
            size / 1_048_576
        ),
    )
}

/// Restores a backup into an empty folder.
pub fn restore(common: &Common, file: &Path) -> Result<(), Failure> {
    let folder = common.folder();
    let manifest = store::restore(file, &folder).map_err(|e| match e {
        store::StoreError::Constraint(_) => common.failure(Error::conflict(
            "occupied",
            format!("{} 不是空文件夹，恢复不会覆盖已有的数据。请换一个空文件夹", folder.display()),
        )),
        other => common.failure(other),
    })?;
    // Opening brings an older backup up to date, and shows that it opens.
    common.open()?;
    common.say(
        &json!({ "data": folder, "files": manifest.files.len() }),
        &format!("已恢复到 {}（{} 个文件）", folder.display(), manifest.files.len()),
    )
}

/// Checks database, files, trail, sums and search; before that, on demand, works out sums and search
/// anew.
pub fn check(common: &Common, repair: bool) -> Result<(), Failure> {
    let shop = common.open()?;
    if repair {
        let mended = kept::repair(shop.core()).map_err(|e| common.failure(e))?;
        eprintln!("重新计算了 {mended} 处");
    }
    let report = shop
        .core()
        .read(&Caller::system(), shopdesk::kernel::check::check)
        .map_err(|e| common.failure(e))?;
    let summary = if report.clean {
        format!(
            "没有问题：{} 条审计记录、{} 行数据、{} 个文件",
            report.events, report.rows, report.files
        )
    } else {
        report.faults.join("\n")
    };
    common.say(&json!(report), &summary)?;
    if report.clean {
        Ok(())
    } else {
        Err(common.failure(Error::new(
            Code::Unavailable,
            "damaged",
            format!("发现 {} 处问题，{}", report.faults.len(), what_now(&report)),
        )))
    }
}

/// What is to be done about what a check found.
fn what_now(report: &CheckReport) -> &'static str {
    if report.mendable > 0 {
        "其中记着的合计与搜索索引可以重新计算：shopdesk check --repair；仍有问题再用最近一次备份恢复"
    } else {
        "请用最近一次备份恢复"
    }
}

/// Prints the OpenAPI document.
pub fn api() -> Result<(), Failure> {
    let common = Common { data: None, json: true };
    let folder = std::env::temp_dir().join(format!("shopdesk-api-{}", std::process::id()));
    let shop = Shop::open(&folder).map_err(|e| common.failure(e));
    let printed = shop.and_then(|shop| {
        print::line(&format!("{:#}", shop.openapi())).map_err(|e| common.failure(e))
    });
    // A scratch shop only to list the operations; nothing of it is kept.
    let _ = std::fs::remove_dir_all(&folder);
    printed
}
