//! `cargo xtask bench`: the speed table of the README, measured on this machine in one run.

use std::fs;

use anyhow::{Context, Result};

use crate::steps::{built, command, output, root, run};
use crate::{run, setup};

/// The table stands between these in the README.
const MARKS: [&str; 2] = ["<!-- bench: begin -->", "<!-- bench: end -->"];

/// Builds in release, measures, prints the table and writes it into the README.
pub fn bench() -> Result<()> {
    setup::to_build()?;
    run::build_ui()?;
    run(command("cargo", &["build", "--release", "--package", "shopdesk-bench"]))?;
    let examples =
        ["build", "--release", "--package", "shopdesk-bench", "--example", "import_speed"];
    run(command("cargo", &examples))?;
    let program = built("release", "shopdesk-bench");
    let table = output(command(&program.to_string_lossy(), &[]))?;
    println!("{table}");
    let readme = root().join("README.md");
    let old = fs::read_to_string(&readme).context("no README.md")?;
    let (before, rest) =
        old.split_once(MARKS[0]).context("the README has no mark for the table")?;
    let (_, after) = rest.split_once(MARKS[1]).context("the README's table has no end")?;
    let new = format!("{before}{}\n{}\n{}{after}", MARKS[0], table.trim(), MARKS[1]);
    fs::write(&readme, new).context("the README could not be written")
}
