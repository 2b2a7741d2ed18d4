//! `ui/src/api/generated/`: made from the list of the shop's operations, never by hand.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::setup;
use crate::steps::{built, command, output, root, run, target};

/// Makes the generated files anew.
pub fn write() -> Result<()> {
    setup::npm("ui")?;
    build()?;
    make(&root().join("ui/src/api/generated"))
}

/// Fails when the generated files are not what the operations say now.
pub fn check() -> Result<()> {
    setup::npm("ui")?;
    build()?;
    check_as_built()
}

/// As [`check`], by the program as it has been built.
pub fn check_as_built() -> Result<()> {
    let fresh = target().join("generated");
    make(&fresh)?;
    let mut stale = Vec::new();
    for file in files(&fresh)? {
        let name = file.file_name().unwrap_or_default();
        let committed = root().join("ui/src/api/generated").join(name);
        if std::fs::read(&committed).ok() != std::fs::read(&file).ok() {
            stale.push(name.to_string_lossy().into_owned());
        }
    }
    if stale.is_empty() {
        println!("ui/src/api/generated is up to date");
        return Ok(());
    }
    bail!("ui/src/api/generated is stale ({}): run `cargo xtask generate`", stale.join(", "))
}

fn build() -> Result<()> {
    run(command("cargo", &["build", "--package", "shopdesk-hub"]))
}

fn make(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let document = output(command(&built("debug", "shopdesk").to_string_lossy(), &["api"]))?;
    let source = target().join("openapi.json");
    std::fs::write(&source, document).with_context(|| source.display().to_string())?;
    let mut types = command("node", &["scripts/generate.mjs"]);
    types.arg(&source).arg(folder).current_dir(root().join("ui"));
    run(types)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    std::fs::read_dir(folder)
        .with_context(|| folder.display().to_string())?
        .map(|entry| Ok(entry?.path()))
        .collect()
}
