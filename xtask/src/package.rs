//! `cargo xtask package`: what a shop installs.

use anyhow::{Context, Result, bail};

use crate::steps::{built, command, root, run, target};
use crate::{run, setup};

/// Builds the release programs; on Linux also the Debian package that holds both.
pub fn package() -> Result<()> {
    setup::to_build()?;
    run::build_ui()?;
    let packages = ["--package", "shopdesk-hub", "--package", "shopdesk-desktop"];
    run(command("cargo", &[&["build", "--release", "--locked"], packages.as_slice()].concat()))?;
    for name in ["shopdesk", "shopdesk-desktop"] {
        println!("built {}", built("release", name).display());
    }
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    setup::npm("src-tauri")?;
    let folder = target().join("release/bundle/deb");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
    }
    // The program for the command line comes with the window.
    let files = serde_json::json!({
        "bundle": { "linux": { "deb": { "files": {
            "/usr/bin/shopdesk": built("release", "shopdesk"),
        }}}}
    });
    let mut bundle = command("npx", &["--no-install", "tauri", "bundle", "--bundles", "deb"]);
    bundle.args(["--config", &files.to_string()]).current_dir(root().join("src-tauri"));
    run(bundle)?;
    let made = std::fs::read_dir(&folder)
        .with_context(|| folder.display().to_string())?
        .filter_map(Result::ok)
        .find(|entry| entry.path().extension().is_some_and(|end| end == "deb"));
    match made {
        Some(package) => println!("packaged {}", package.path().display()),
        None => bail!("the bundler left no .deb in {}", folder.display()),
    }
    Ok(())
}
