//! `shopdesk report`, as another program calls it.

#![allow(clippy::unwrap_used, reason = "a test: what fails here is what it tells")]

use std::path::Path;
use std::process::{Command, Output};

use calamine::{Reader, Xlsx, open_workbook};

fn shopdesk(args: &[&str], data: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_shopdesk"))
        .args(args)
        .arg("--data")
        .arg(data)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A demo shop of one's own: a copy of the one that is there for all tests, or a new one.
fn demo_shop(data: &Path) {
    if let Some(there) = std::env::var_os("SHOPDESK_DEMO") {
        return copy(&Path::new(&there).join("shop"), data);
    }
    let made = shopdesk(&["demo"], data);
    assert!(made.status.success(), "{}", said(&made));
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let (one, at) = (entry.as_ref().unwrap().path(), to.join(entry.unwrap().file_name()));
        if one.is_dir() {
            copy(&one, &at);
        } else {
            std::fs::copy(&one, &at).unwrap();
        }
    }
}

#[test]
fn a_report_is_written_whole_or_not_at_all_and_a_refusal_says_what_there_is() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("shop");
    demo_shop(&data);
    let out = folder.path().join("r16.xlsx");
    let file = out.to_str().unwrap();
    let ask = |kind: &str, login: &str, to: &str, file: &str| {
        let days = ["--from", "2026-11-01", "--to", to];
        let rest = ["--out", file, "--as", login, "--json"];
        shopdesk(&[&["report", kind][..], &days, &rest].concat(), &data)
    };

    let done = ask("r16", "linwan", "2026-11-30", file);
    assert!(done.status.success(), "{}", said(&done));
    let told: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!((&told["kind"], told["sha256"].as_str().unwrap().len()), (&"R16".into(), 64));
    assert_eq!(told["bytes"].as_u64().unwrap(), std::fs::metadata(&out).unwrap().len());
    let book: Xlsx<_> = open_workbook(&out).unwrap();
    assert_eq!(book.sheet_names()[0], "封面与口径");

    let before = std::fs::read(&out).unwrap();
    let unknown = ask("r99", "linwan", "2026-11-30", file);
    assert_eq!(unknown.status.code(), Some(1));
    for word in ["R16 素材与美工产能", "R19 上架与价格变更"] {
        assert!(said(&unknown).contains(word), "{}", said(&unknown));
    }
    let backwards = ask("r16", "linwan", "2026-10-01", file);
    assert!(!backwards.status.success());
    let no_day = ask("r16", "linwan", "2026-02-30", file);
    assert!(!no_day.status.success());
    let nobody = ask("r16", "nobody", "2026-11-30", file);
    assert!(!nobody.status.success());
    assert_eq!(std::fs::read(&out).unwrap(), before, "a refusal leaves the old file as it was");

    let nowhere = folder.path().join("没有").join("r.xlsx");
    let lost = ask("r16", "linwan", "2026-11-30", nowhere.to_str().unwrap());
    assert!(!lost.status.success() && said(&lost).contains("不存在"), "{}", said(&lost));
    let mut left: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    left.sort();
    assert_eq!(left, ["r16.xlsx", "shop"]);
}
