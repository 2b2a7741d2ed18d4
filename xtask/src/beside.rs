//! `cargo xtask beside`: the shop's window beside a bare one, built the same way.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::steps::{built, command, output, root, run};
use crate::{run, setup};

/// Builds both windows for release and measures them on a screen of their own: for `bare` and for
/// `shop` the milliseconds until it can be used (`ms`) and the megabytes of all its processes (`mb`),
/// the middle of several times; `start` and `memory` are the shop's as a multiple of the bare one's.
pub fn measure() -> Result<Value> {
    setup::to_build()?;
    setup::to_test()?;
    run::build_ui()?;
    let packages = ["shopdesk-hub", "shopdesk-desktop", "bare-window"];
    let mut build = command("cargo", &["build", "--release", "--locked"]);
    build.args(packages.iter().flat_map(|name| ["--package", name]));
    run(build)?;
    let mut node = command("node", &["bench/window.js"]);
    node.current_dir(root().join("tests"))
        .env("SHOPDESK", built("release", "shopdesk"))
        .env("SHOPDESK_WINDOW", built("release", "shopdesk-desktop"))
        .env("BARE_WINDOW", built("release", "bare-window"));
    let said = output(node)?;
    let line = said.lines().last().unwrap_or_default();
    serde_json::from_str(line).with_context(|| format!("the measuring ended with: {said}"))
}

/// Measures and says what came of it.
pub fn beside() -> Result<()> {
    let seen = measure()?;
    for window in ["bare", "shop"] {
        println!("{window}: {} ms, {} MB", seen[window]["ms"], seen[window]["mb"]);
    }
    println!("the shop to the bare one: {}× time, {}× memory", seen["start"], seen["memory"]);
    Ok(())
}
