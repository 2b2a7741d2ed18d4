//! `cargo xtask shots DIR`: what every page of the demo shop looks like to every post.

use anyhow::{Context, Result};

use crate::steps::{built, command, root, run};
use crate::{run, setup};

/// Takes the pictures into a folder.
pub fn shots(folder: &str) -> Result<()> {
    setup::to_test()?;
    run::build_ui()?;
    run(command("cargo", &["build", "--package", "shopdesk-hub"]))?;
    let folder = std::env::current_dir().context("no working folder")?.join(folder);
    let mut shots = command("node", &["browser/shots.js"]);
    shots.arg(folder).current_dir(root().join("tests"));
    shots.env("SHOPDESK", built("debug", "shopdesk"));
    run(shots)
}
