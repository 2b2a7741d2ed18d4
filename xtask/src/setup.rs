//! What the other verbs need on this machine, and installing what is missing.
//!
//! On Debian and its kin the system packages are installed; elsewhere they are named. Rust and
//! Node.js are never installed here: they are the two things to have first.

use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use crate::steps::{command, is_there, output, root, run, target};

/// Needed to compile the window and the picture codecs.
const TO_BUILD: &[&str] = &[
    "build-essential",
    "cmake",
    "libayatana-appindicator3-dev",
    "libwebkit2gtk-4.1-dev",
    "nasm",
    "pkg-config",
];

/// Needed on top of that to drive a browser and the real window on a screen of their own.
const TO_TEST: &[&str] = &[
    "chromium",
    "dbus-x11",
    "fonts-noto-cjk",
    "gir1.2-gtk-3.0",
    "libreoffice-calc-nogui",
    "openbox",
    "poppler-utils",
    "python3-gi",
    "webkit2gtk-driver",
    "xdotool",
    "xvfb",
];

/// Needed to measure: what the pictures are measured against.
const TO_BENCH: &[&str] = &["libvips-tools"];

const NODE_MAJOR: u32 = 20;

/// All that any verb needs.
pub fn everything() -> Result<()> {
    to_test()?;
    to_bench()
}

/// What `run` and `package` need.
pub fn to_build() -> Result<()> {
    packages(TO_BUILD)?;
    node()?;
    npm("ui")
}

/// What `test` and `shots` need.
pub fn to_test() -> Result<()> {
    to_build()?;
    packages(TO_TEST)?;
    npm("tests")
}

/// What `bench` needs besides what tests need.
pub fn to_bench() -> Result<()> {
    packages(TO_BENCH)
}

/// Installs the system packages that are missing.
fn packages(wanted: &[&str]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    if !is_there("dpkg-query", &["--version"]) {
        println!(
            "setup: this is not Debian or Ubuntu, so nothing is installed. Needed here, under your \
             system's names: {}",
            wanted.join(" ")
        );
        return Ok(());
    }
    let missing: Vec<&str> = wanted.iter().copied().filter(|name| !installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("setup: installing Debian packages {}", missing.join(" "));
    apt_get(&["update"])?;
    apt_get(&[&["install", "-y", "--no-install-recommends"], missing.as_slice()].concat())
}

fn installed(package: &str) -> bool {
    command("dpkg-query", &["-W", "-f=${db:Status-Status}", package])
        .stderr(Stdio::null())
        .output()
        .is_ok_and(|output| output.stdout == b"installed")
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    let root = output(command("id", &["-u"]))?.trim() == "0";
    let mut apt = if root {
        command("apt-get", arguments)
    } else if is_there("sudo", &["--version"]) {
        command("sudo", &[&["apt-get"], arguments].concat())
    } else {
        bail!("as root, run: apt-get {}", arguments.join(" "));
    };
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    run(apt)
}

fn node() -> Result<()> {
    let needed = format!("Node.js {NODE_MAJOR} or newer is needed, with npm (nodejs.org)");
    let version = output(command("node", &["--version"])).with_context(|| needed.clone())?;
    let major = version.trim().trim_start_matches('v').split('.').next().unwrap_or_default();
    if major.parse::<u32>().is_ok_and(|major| major >= NODE_MAJOR) {
        return Ok(());
    }
    bail!("{needed}; this is {}", version.trim())
}

/// Installs a folder's npm packages when its package-lock.json is not the one installed last.
pub fn npm(folder: &str) -> Result<()> {
    let folder = root().join(folder);
    let lock = std::fs::read(folder.join("package-lock.json"))
        .with_context(|| format!("{} has no package-lock.json", folder.display()))?;
    let stamp = folder.join("node_modules").join(".installed-lock");
    if std::fs::read(&stamp).is_ok_and(|last| last == lock) {
        return Ok(());
    }
    println!("setup: installing npm packages in {}", folder.display());
    let mut npm = command("npm", &["ci", "--no-audit", "--no-fund"]);
    npm.current_dir(&folder);
    run(npm)?;
    std::fs::write(&stamp, lock).with_context(|| stamp.display().to_string())
}

/// The folder for programs that cargo installs for this work tree only.
pub fn tools() -> std::path::PathBuf {
    target().join("tools")
}

/// Installs a program of crates.io under `target/tools`, once.
pub fn cargo_tool(name: &str, version: &str) -> Result<()> {
    let tools = tools();
    if tool_path(name).is_some() {
        return Ok(());
    }
    println!("setup: compiling {name} {version} (once, into {})", tools.display());
    let folder = tools.to_string_lossy().into_owned();
    run(command("cargo", &["install", "--locked", name, "--version", version, "--root", &folder]))
}

/// Where such a program stands, in `target/tools` or already on this machine.
pub fn tool_path(name: &str) -> Option<std::path::PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let ours = tools().join("bin").join(&file);
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::iter::once(ours)
        .chain(std::env::split_paths(&path).map(|folder| folder.join(&file)))
        .find(|candidate| Path::is_file(candidate))
}
