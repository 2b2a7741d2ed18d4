//! Two hundred pictures of 12 megapixels dropped at once: hashed, stored, checked and thumbnailed on
//! all cores, against `vipsthumbnail` making one thumbnail of each of the same files on the same cores.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use serde_json::json;
use shopdesk::Shop;
use shopdesk_pictures::draw::{Drawing, Ground, PALETTE, PATTERNS, PRODUCTS};
use shopdesk_pictures::{Pool, for_each_parallel};

use crate::shop::{Large, folder, refused};
use crate::{Row, timing};

const COUNT: usize = 200;
/// So many different drawings; the others are the same with another number inside, so that each is a
/// file of its own.
const DRAWN: usize = 8;
/// The slot whose rules they are held against.
const SLOT: &str = "taobao.main";

pub fn measure(_: &mut Large) -> Result<Vec<Row>> {
    let files = files()?;
    let there = Command::new("vipsthumbnail").arg("--version").stdout(Stdio::null()).status();
    ensure!(
        there.is_ok_and(|s| s.success()),
        "vipsthumbnail is missing: install Debian's libvips-tools"
    );
    // Turn by turn, three times, the best of each: the disk's own work varies most here.
    let (mut ours, mut theirs) = (Duration::MAX, Duration::MAX);
    for _ in 0..3 {
        theirs = theirs.min(vips(&files)?);
        ours = ours.min(drop_in(&files)?);
    }
    Ok(vec![timing::row(
        "200 pictures of 12 MP dropped: hashed, stored, checked, thumbnailed",
        "`vipsthumbnail` on the same files and cores",
        (ours, theirs),
        1.0,
        "≤ 1×",
    )])
}

/// The files, made once.
fn files() -> Result<Vec<PathBuf>> {
    let dir = folder()?.join("pictures");
    std::fs::create_dir_all(&dir)?;
    let paths: Vec<PathBuf> = (0..COUNT).map(|n| dir.join(format!("IMG_{n:04}.jpg"))).collect();
    if paths.iter().all(|p| p.is_file()) {
        return Ok(paths);
    }
    eprintln!("drawing {DRAWN} pictures of 12 MP …");
    let seeds: Vec<usize> = (0..DRAWN).collect();
    let drawn = Mutex::new(vec![Vec::new(); DRAWN]);
    let draw = |n: &usize| {
        let drawing = Drawing {
            product: PRODUCTS[n % PRODUCTS.len()],
            colour: PALETTE[n % PALETTE.len()].1,
            pattern: PATTERNS[n % PATTERNS.len()],
            ground: Ground::Scene,
            seed: *n as u64 + 1,
            width: 4000,
            height: 3000,
        };
        drawing.jpeg(92.0)
    };
    let mut failed = None;
    for_each_parallel(
        Pool::default(),
        &seeds,
        |_| 200 << 20,
        draw,
        |n, done| match done {
            Ok(bytes) => {
                if let Ok(mut drawn) = drawn.lock() {
                    drawn[n] = bytes;
                }
                ControlFlow::Continue(())
            }
            Err(e) => {
                failed = Some(e);
                ControlFlow::Break(())
            }
        },
    );
    if let Some(e) = failed {
        return Err(anyhow!(e));
    }
    let drawn = drawn.into_inner().map_err(|_| anyhow!("a drawing thread broke off"))?;
    for (n, path) in paths.iter().enumerate() {
        std::fs::write(path, numbered(&drawn[n % DRAWN], n)?)?;
    }
    Ok(paths)
}

/// The JPEG with a comment that holds its number.
fn numbered(jpeg: &[u8], n: usize) -> Result<Vec<u8>> {
    let (start, rest) = jpeg.split_at_checked(2).context("an empty picture")?;
    let comment = format!("picture {n:06}");
    let length = u16::try_from(comment.len() + 2)?.to_be_bytes();
    Ok([start, &[0xff, 0xfe], &length, comment.as_bytes(), rest].concat())
}

/// Into an empty shop, by the same call as the window's, and then the check that each picture gets
/// before it becomes a version: its slot's rules, and whether the shop has it already.
fn drop_in(files: &[PathBuf]) -> Result<Duration> {
    let dir = tempfile::tempdir_in(folder()?)?;
    let shop = Shop::open(dir.path()).map_err(refused)?;
    shop.core()
        .write_unasked("bench", |tx| {
            shopdesk::staff::ops::add_person(tx, "limei", "李玫", &["designer"])
        })
        .map_err(refused)?;
    let caller = shop.local("limei", "cli").map_err(refused)?;
    let started = Instant::now();
    for dropped in shop.take_dropped(&caller, files, |_| ControlFlow::Continue(())) {
        if let Some(error) = dropped.error {
            return Err(refused(error));
        }
        let facts = dropped.facts.context("a picture was neither taken in nor refused")?;
        ensure!(facts.width == Some(4000), "a picture lost its size");
        let asked = json!({ "file": facts.hash, "slot": SLOT });
        let checked = shop.ask(&caller, "assets.check_file", asked).map_err(refused)?;
        ensure!(checked["checks"].as_array().is_some_and(|all| !all.is_empty()), "no check");
    }
    Ok(started.elapsed())
}

/// One process a core, each with its share of the files, one thread each.
fn vips(files: &[PathBuf]) -> Result<Duration> {
    let out = tempfile::tempdir_in(folder()?)?;
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let format = format!("{}/%s_320.jpg[Q=80]", out.path().display());
    let started = Instant::now();
    let running: Vec<_> = files
        .chunks(files.len().div_ceil(cores))
        .map(|share| one_vips(share, &format))
        .collect::<Result<_>>()?;
    for mut child in running {
        ensure!(child.wait()?.success(), "vipsthumbnail failed");
    }
    let time = started.elapsed();
    let made = std::fs::read_dir(out.path())?.count();
    ensure!(made == files.len(), "vipsthumbnail made {made} of {}", files.len());
    Ok(time)
}

fn one_vips(files: &[impl AsRef<Path>], format: &str) -> Result<std::process::Child> {
    Command::new("vipsthumbnail")
        .env("VIPS_CONCURRENCY", "1")
        .args(["--size", "320", "-o", format])
        .args(files.iter().map(AsRef::as_ref))
        .spawn()
        .context("vipsthumbnail could not start")
}
