//! `cargo xtask run`: the demo shop, in the window or, without a display, in a browser.

use std::process::Stdio;

use anyhow::{Context, Result};

use crate::setup;
use crate::steps::{built, command, run as run_command, target};

/// Builds everything, makes the demo shop once and opens it.
pub fn run() -> Result<()> {
    setup::to_build()?;
    build_ui()?;
    let has_display = has_display();
    let mut packages = vec!["build", "--package", "shopdesk-hub"];
    if has_display {
        packages.extend(["--package", "shopdesk-desktop"]);
    }
    run_command(command("cargo", &packages))?;

    let data = target().join("demo");
    if !data.exists() {
        println!("making the demo shop in {}", data.display());
        // A half-made shop is not left behind under the name that says it is there.
        let making = target().join("demo-making");
        if making.exists() {
            std::fs::remove_dir_all(&making).with_context(|| making.display().to_string())?;
        }
        let mut demo = command(&built("debug", "shopdesk").to_string_lossy(), &["demo", "--data"]);
        demo.arg(&making);
        run_command(demo)?;
        std::fs::rename(&making, &data).with_context(|| data.display().to_string())?;
    }
    println!("the demo shop is {} (delete the folder to start anew)", data.display());

    let mut open = if has_display {
        let mut window = command(&built("debug", "shopdesk-desktop").to_string_lossy(), &[]);
        window.arg("--data").arg(&data);
        window
    } else {
        println!("no display here: serving the shop to a browser on this machine (Ctrl+C ends it)");
        let mut serve =
            command(&built("debug", "shopdesk").to_string_lossy(), &["serve", "--data"]);
        serve.arg(&data).args(["--listen", "127.0.0.1:7321"]);
        serve
    };
    open.stdin(Stdio::inherit());
    run_command(open)
}

/// The pages, which the window and the hub carry inside.
pub fn build_ui() -> Result<()> {
    let mut build = command("npm", &["run", "build"]);
    build.current_dir(crate::steps::root().join("ui"));
    run_command(build)
}

fn has_display() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
