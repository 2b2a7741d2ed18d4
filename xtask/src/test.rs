//! `cargo xtask test`: every check there is, in one go.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::steps::{Steps, built, command, is_there, output, root, run, target};
use crate::{generate, setup};

/// Runs every check, whatever fails, and fails at the end when one did.
pub fn test() -> Result<()> {
    let mut steps = Steps::default();
    steps.perform("setup", setup::to_test);

    steps.run("formatting", command("cargo", &["fmt", "--all", "--check"]), nothing);

    steps.run("UI lint", npm("ui", &["run", "lint"]), nothing);
    steps.run("UI types", npm("ui", &["run", "check"]), nothing);
    steps.run("UI unit tests", npm("ui", &["run", "test"]), vitest);
    let pages = steps.run("UI build", npm("ui", &["run", "build"]), nothing);

    let mut clippy = cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
    clippy.env("CARGO_TERM_PROGRESS_WHEN", "never");
    steps.run("clippy", clippy, nothing);

    if let Some(deny) = setup::tool_path("cargo-deny") {
        steps.run("cargo deny", command(&deny.to_string_lossy(), DENY), nothing);
    }

    // All targets at once: with other crates in sight cargo would compile most of them anew.
    let programs = ["build", "--workspace", "--all-targets"];
    let built_all = steps.run("programs", cargo(&programs), nothing);
    steps.perform("generated files", generate::check_as_built);
    let demo = target().join("test-demo");
    let demo_made = built_all && steps.perform("demo shop", || make_demo(&demo));

    test_rust(&mut steps, demo_made.then_some(demo.as_path()));
    if pages && demo_made {
        test_programs(&mut steps, &demo);
    } else {
        println!(
            "no pages, no programs or no demo shop: the browser and window tests have nothing to run on"
        );
    }
    steps.close()
}

/// All tests in Rust; those that need a demo shop copy the one that is there.
fn test_rust(steps: &mut Steps, demo: Option<&Path>) {
    let rust = |arguments: &[&str]| {
        let mut rust = cargo(arguments);
        if let Some(demo) = demo {
            rust.env("SHOPDESK_DEMO", demo);
        }
        rust
    };
    if is_there("cargo", &["nextest", "--version"]) {
        let all = ["nextest", "run", "--workspace", "--no-fail-fast", "--status-level", "fail"];
        let part = |which: &'static str| rust(&[&all[..], &["-E", which]].concat());
        steps.run("Rust tests", part("not test(demo::)"), cargo_closing);
        steps.run("demo shop tests", part("test(demo::)"), cargo_closing);
    } else {
        let all = ["test", "--workspace", "--no-fail-fast", "--quiet"];
        steps.run("Rust tests", rust(&all), cargo_closing);
    }
}

/// The programs themselves, at the page, in the window and when things go wrong.
fn test_programs(steps: &mut Steps, demo: &Path) {
    for (name, folder) in
        [("browser tests", "browser"), ("window tests", "window"), ("faults", "faults")]
    {
        let mut node = npm("tests", &["run", folder]);
        node.env("SHOPDESK", built("debug", "shopdesk"))
            .env("SHOPDESK_WINDOW", built("debug", "shopdesk-desktop"))
            .env("SHOPDESK_DEMO", demo);
        steps.run(name, node, node_closing);
    }
}

/// One demo shop for all tests that open one: it takes a while to draw.
fn make_demo(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let mut demo = command(&built("debug", "shopdesk").to_string_lossy(), &["demo", "--json"]);
    demo.arg("--data").arg(folder.join("shop"));
    let made: serde_json::Value = serde_json::from_str(&output(demo)?)?;
    Ok(fs::write(folder.join("logins.json"), made["logins"].to_string())?)
}

const DENY: &[&str] = &["deny", "check", "bans", "licenses", "sources"];

/// Judges all crates by `deny.toml`.
pub fn deny() -> Result<()> {
    setup::cargo_tool("cargo-deny", "0.20.2")?;
    let tool = setup::tool_path("cargo-deny").unwrap_or_else(|| "cargo-deny".into());
    run(command(&tool.to_string_lossy(), DENY))
}

fn npm(folder: &str, arguments: &[&str]) -> std::process::Command {
    let mut npm = command("npm", arguments);
    npm.current_dir(root().join(folder));
    npm
}

/// Cargo, compiling as `.ci/cargo.toml` says where this is CI.
fn cargo(arguments: &[&str]) -> std::process::Command {
    if std::env::var_os("CI").is_none() {
        return command("cargo", arguments);
    }
    let options =
        arguments.iter().position(|word| word.starts_with('-')).unwrap_or(arguments.len());
    let (verb, options) = arguments.split_at(options);
    command("cargo", &[verb, &["--config", ".ci/cargo.toml"], options].concat())
}

fn nothing(_: &str) -> bool {
    false
}

fn cargo_closing(line: &str) -> bool {
    line.trim_start().starts_with("Summary [") || line.starts_with("test result:")
}

fn vitest(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("Test Files ") || line.starts_with("Tests ")
}

/// The closing lines of node's own test runner.
fn node_closing(line: &str) -> bool {
    let line = line.trim_start_matches(['#', 'ℹ', ' ']);
    ["tests ", "pass ", "fail ", "skipped ", "duration_ms "]
        .iter()
        .any(|word| line.strip_prefix(word).is_some_and(|rest| rest.parse::<f64>().is_ok()))
}
