//! `cargo xtask bench`: the speed table of the README, measured on this machine in one run.

use std::fs;

use anyhow::{Context, Result};

use crate::steps::{built, command, output, root, run};
use crate::{run, setup};

/// The table stands between these in the README.
const MARKS: [&str; 2] = ["<!-- bench: begin -->", "<!-- bench: end -->"];

/// Builds in release, measures, prints the table and writes it into the README.
pub fn bench() -> Result<()> {
    let table = measure("")?;
    let readme = root().join("README.md");
    let old = fs::read_to_string(&readme).context("no README.md")?;
    let (before, rest) =
        old.split_once(MARKS[0]).context("the README has no mark for the table")?;
    let (_, after) = rest.split_once(MARKS[1]).context("the README's table has no end")?;
    let new = format!("{before}{}\n{}\n{}{after}", MARKS[0], table.trim(), MARKS[1]);
    fs::write(&readme, new).context("the README could not be written")
}

/// Measures only the rows whose name holds the word, and only prints them.
pub fn some(only: &str) -> Result<()> {
    measure(only).map(drop)
}

fn measure(only: &str) -> Result<String> {
    setup::to_test()?;
    setup::to_bench()?;
    run::build_ui()?;
    // Everything in one selection: two would give shared crates other features and compile them twice.
    let all = ["build", "--release", "--locked", "--workspace", "--bins", "--examples"];
    run(command("cargo", &all))?;
    let program = built("release", "shopdesk-bench");
    let table = output(command(&program.to_string_lossy(), &[only]))?;
    println!("{table}");
    Ok(table)
}
