//! The import of a product table of a hundred thousand rows, the whole way from the file to the trail,
//! against bare csv and prepared inserts into the same tables. Measured by a program of its own,
//! `import_speed`, so that whoever works on imports can run it alone.

use anyhow::{Context, Result, ensure};
use serde_json::Value as Json;

use crate::shop::{Large, example};
use crate::{Row, timing};

pub fn measure(_: &mut Large) -> Result<Vec<Row>> {
    let said = example("import_speed").arg("100000").output().context("import_speed")?;
    ensure!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let text = String::from_utf8_lossy(&said.stdout).into_owned();
    let line = text.lines().rev().find(|l| l.starts_with('{')).context("it said nothing")?;
    let json: Json = serde_json::from_str(line)?;
    let seconds = |key: &str| {
        json[key].as_f64().map(std::time::Duration::from_secs_f64).with_context(|| line.to_owned())
    };
    Ok(vec![timing::row(
        "import of a product table of 100 k rows",
        "bare csv and prepared inserts into the same tables (products, SKUs, search index, rows of the import, trail)",
        (seconds("ours_s")?, seconds("bare_s")?),
        2.0,
        "≤ 2×",
    )])
}
