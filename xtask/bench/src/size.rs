//! How much script and style the first page loads, compressed: what `npm run size` says of the built
//! pages.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::Row;
use crate::shop::Large;

const MOST: f64 = 350.0 * 1024.0;

pub fn measure(_: &mut Large) -> Result<Vec<Row>> {
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui");
    ensure!(ui.join("dist/index.html").is_file(), "build the pages first: npm run build in ui/");
    let said = Command::new("node").arg("scripts/size.mjs").current_dir(&ui).output()?;
    let text = String::from_utf8_lossy(&said.stdout).into_owned();
    let bytes = first_load(&text).with_context(|| format!("no size in: {text}"))?;
    Ok(vec![Row {
        what: "first load of the UI".to_owned(),
        against: "—".to_owned(),
        ours: format!("{:.0} KB gzip of script and style", bytes / 1024.0),
        theirs: "—".to_owned(),
        ratio: "—".to_owned(),
        reach: "≤ 350 KB",
        reached: bytes <= MOST,
    }])
}

/// The bytes on the line that sums up.
fn first_load(text: &str) -> Option<f64> {
    let line = text.lines().find(|l| l.contains("first load"))?;
    line.split_whitespace().next()?.parse().ok()
}
