//! The shop's window beside a bare one built the same way, on a screen of their own: how long from the
//! start until it can be used, and how much memory its processes take together. The window is driven
//! by `tests/bench/window.js`, as the tests drive it.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value as Json;

use crate::shop::{Large, beside};
use crate::{Row, timing};

const MOST: f64 = 1.5;

pub fn measure(_: &mut Large) -> Result<Vec<Row>> {
    let said = Command::new("node")
        .arg("bench/window.js")
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests"))
        .env("SHOPDESK", beside("shopdesk"))
        .env("SHOPDESK_WINDOW", beside("shopdesk-desktop"))
        .env("BARE_WINDOW", beside("bare-window"))
        .stderr(Stdio::inherit())
        .output()?;
    let text = String::from_utf8_lossy(&said.stdout).into_owned();
    ensure!(said.status.success(), "the windows could not be measured: {text}");
    let line = text.lines().last().unwrap_or_default();
    let seen: Json = serde_json::from_str(line).with_context(|| text.clone())?;
    let number = |window: &str, key: &str| {
        seen[window][key].as_u64().with_context(|| format!("no {key} of {window} in {line}"))
    };
    let (mine, bare) = (number("shop", "mb")?, number("bare", "mb")?);
    let memory = mine as f64 / (bare as f64).max(1.0);
    let time = |window| Ok::<_, anyhow::Error>(Duration::from_millis(number(window, "ms")?));
    Ok(vec![
        timing::row(
            "release window, start to usable 今日台",
            "a bare Tauri window built the same way",
            (time("shop")?, time("bare")?),
            MOST,
            "≤ 1.5×",
        ),
        Row {
            what: "memory of its processes".to_owned(),
            against: "the same".to_owned(),
            ours: format!("{mine} MB"),
            theirs: format!("{bare} MB"),
            ratio: format!("{memory:.2}×"),
            reach: "≤ 1.5×",
            reached: memory <= MOST,
        },
    ])
}
