//! The export of a million listings to Excel through the door, against a bare loop of the spreadsheet
//! library over the same rows. Each turn is a program of its own (`export_speed`), so that its peak of
//! memory is its own; both work on a copy of the shop, which keeps what was exported.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value as Json;

use crate::Row;
use crate::shop::{Large, copy, example};
use crate::timing::{middle, show};

const TURNS: usize = 3;
const MOST: f64 = 1.3;
const MOST_MB: u64 = 150;

/// What a turn said of itself.
struct Turn {
    time: Duration,
    rows: u64,
    peak_mb: u64,
}

pub fn measure(large: &mut Large) -> Result<Vec<Row>> {
    let (_, _, dir) = large.open()?;
    let dir = copy(dir)?;
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    let (mut peak, mut bare_peak) = (0, 0);
    for _ in 0..TURNS {
        let (a, b) = (turn(&dir, &["ours"], &["linwan"])?, turn(&dir, &["bare"], &[])?);
        ensure!(a.rows == b.rows && a.rows >= 1_000_000, "{} rows, {} bare", a.rows, b.rows);
        (peak, bare_peak) = (peak.max(a.peak_mb), bare_peak.max(b.peak_mb));
        ours.push(a.time);
        bare.push(b.time);
    }
    let (ours, bare) = (middle(ours), middle(bare));
    let ratio = ours.as_secs_f64() / bare.as_secs_f64().max(1e-9);
    Ok(vec![Row {
        what: "export of 1 M rows to xlsx".to_owned(),
        against: "a bare rust_xlsxwriter constant-memory loop over the same rows".to_owned(),
        ours: format!("{}, peak {peak} MB", show(ours)),
        theirs: format!("{}, peak {bare_peak} MB", show(bare)),
        ratio: format!("{ratio:.2}×"),
        reach: "≤ 1.3×, peak ≤ 150 MB",
        reached: ratio <= MOST && peak <= MOST_MB,
    }])
}

fn turn(dir: &Path, way: &[&str], who: &[&str]) -> Result<Turn> {
    let said = example("export_speed").args(way).arg(dir).args(who).output()?;
    ensure!(said.status.success(), "export_speed: {}", String::from_utf8_lossy(&said.stderr));
    let line = String::from_utf8_lossy(&said.stdout).into_owned();
    let json: Json = serde_json::from_str(line.trim()).with_context(|| line.clone())?;
    let number = |key: &str| json[key].as_u64().with_context(|| format!("no {key} in {line}"));
    Ok(Turn {
        time: Duration::from_millis(number("ms")?),
        rows: number("rows")?,
        peak_mb: number("peak_kb")?.div_ceil(1024),
    })
}
