//! One file that holds a whole shop: made while people work, verified after writing, restored into
//! an empty folder or not at all.
//!
//! Format: a zip without compression (pictures do not compress): `manifest.json`, `shop.db`,
//! `files/<hash>`.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::files::is_hash;
use super::{DATABASE, FORMAT, Store, StoreError, StoreResult};

/// What a backup says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// When it was made, UTC milliseconds.
    pub made_at: i64,
    /// The forward-compatibility number of the database inside.
    pub format: i64,
    /// BLAKE3 of the database.
    pub database: String,
    /// The files inside, by hash.
    pub files: Vec<String>,
}

/// Writes the shop into `out`. `progress` hears (done, total) files and answers whether to go on.
/// The file appears under its name only when it is complete and has been read back.
pub fn backup(
    store: &Store,
    out: &Path,
    now: i64,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> StoreResult<Option<Manifest>> {
    let folder = out.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|e| StoreError::io(folder, e))?;
    let scratch = tempfile::tempdir_in(folder).map_err(|e| StoreError::io(folder, e))?;
    let _held = store.files().hold()?;
    // The database first: every file it names was stored before it was named.
    let database = scratch.path().join(DATABASE);
    store.copy_database(&database)?;
    let manifest = Manifest {
        made_at: now,
        format: FORMAT,
        database: hash_of(&database)?,
        files: store.files().all()?,
    };
    let mut temp =
        tempfile::NamedTempFile::new_in(folder).map_err(|e| StoreError::io(folder, e))?;
    let complete = write_archive(store, &database, &manifest, temp.as_file_mut(), progress)
        .map_err(|e| StoreError::io(out, e))?;
    if !complete {
        return Ok(None);
    }
    temp.as_file().sync_all().map_err(|e| StoreError::io(out, e))?;
    verify(temp.path())?;
    temp.persist(out).map_err(|e| StoreError::io(out, e.error))?;
    Ok(Some(manifest))
}

fn write_archive(
    store: &Store,
    database: &Path,
    manifest: &Manifest,
    to: &mut File,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> io::Result<bool> {
    let options =
        SimpleFileOptions::default().compression_method(CompressionMethod::Stored).large_file(true);
    let mut zip = ZipWriter::new(BufWriter::new(to));
    zip.start_file("manifest.json", options)?;
    zip.write_all(&serde_json::to_vec_pretty(manifest)?)?;
    zip.start_file(DATABASE, options)?;
    io::copy(&mut File::open(database)?, &mut zip)?;
    let total = manifest.files.len() as u64;
    for (done, hash) in (0_u64..).zip(&manifest.files) {
        if !progress(done, total) {
            return Ok(false);
        }
        zip.start_file(format!("files/{hash}"), options)?;
        io::copy(&mut File::open(store.files().path(hash))?, &mut zip)?;
    }
    zip.finish()?.flush()?;
    progress(total, total);
    Ok(true)
}

/// What a backup says of itself, without reading the rest.
pub fn manifest(file: &Path) -> StoreResult<Manifest> {
    Ok(open(file)?.1)
}

/// Reads a backup from end to end and compares every sum.
pub fn verify(file: &Path) -> StoreResult<Manifest> {
    read(file, None)
}

/// Restores a backup into `dir`, which must be empty or missing. Everything is verified before the
/// folder gets its name.
pub fn restore(file: &Path, dir: &Path) -> StoreResult<Manifest> {
    let occupied = fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some());
    if occupied {
        return Err(StoreError::Constraint(format!("not empty: {}", dir.display())));
    }
    let parent = dir.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(|e| StoreError::io(parent, e))?;
    let scratch = tempfile::tempdir_in(parent).map_err(|e| StoreError::io(parent, e))?;
    let manifest = read(file, Some(scratch.path()))?;
    if dir.exists() {
        fs::remove_dir(dir).map_err(|e| StoreError::io(dir, e))?;
    }
    let made = scratch.keep();
    fs::rename(&made, dir).map_err(|e| StoreError::io(dir, e))?;
    Ok(manifest)
}

fn damaged(file: &Path, what: &str) -> StoreError {
    StoreError::Damaged(format!("{}: {what}", file.display()))
}

fn open(file: &Path) -> StoreResult<(ZipArchive<io::BufReader<File>>, Manifest)> {
    let damaged = |what: &str| damaged(file, what);
    let opened = File::open(file).map_err(|e| StoreError::io(file, e))?;
    let mut zip = ZipArchive::new(io::BufReader::new(opened))
        .map_err(|e| damaged(&format!("not a backup ({e})")))?;
    let mut text = String::new();
    zip.by_name("manifest.json")
        .map_err(|_| damaged("no manifest"))?
        .read_to_string(&mut text)
        .map_err(|e| StoreError::io(file, e))?;
    let manifest: Manifest = serde_json::from_str(&text).map_err(|e| damaged(&e.to_string()))?;
    if manifest.format > FORMAT {
        return Err(StoreError::Newer { found: manifest.format, known: FORMAT });
    }
    if manifest.files.iter().any(|hash| !is_hash(hash)) {
        return Err(damaged("a file with an impossible name"));
    }
    Ok((zip, manifest))
}

fn read(file: &Path, into: Option<&Path>) -> StoreResult<Manifest> {
    let damaged = |what: &str| damaged(file, what);
    let (mut zip, manifest) = open(file)?;
    let members = std::iter::once((DATABASE.to_owned(), DATABASE.to_owned(), &manifest.database))
        .chain(
            manifest
                .files
                .iter()
                .map(|h| (format!("files/{h}"), format!("files/{}/{h}", &h[..2]), h)),
        );
    for (member, path, sum) in members {
        let mut entry = zip.by_name(&member).map_err(|_| damaged(&format!("{member} missing")))?;
        let mut hasher = blake3::Hasher::new();
        match into {
            None => {
                io::copy(&mut entry, &mut hasher).map_err(|e| StoreError::io(file, e))?;
            }
            Some(dir) => {
                let target = dir.join(path);
                let folder = target.parent().unwrap_or(dir);
                fs::create_dir_all(folder).map_err(|e| StoreError::io(folder, e))?;
                copy_out(&mut entry, &target, &mut hasher)
                    .map_err(|e| StoreError::io(&target, e))?;
            }
        }
        if hasher.finalize().to_hex().as_str() != sum {
            return Err(damaged(&format!("{member} differs from its sum")));
        }
    }
    Ok(manifest)
}

fn copy_out(from: &mut dyn Read, to: &Path, hasher: &mut blake3::Hasher) -> io::Result<()> {
    let mut out = File::create(to)?;
    let mut buffer = vec![0_u8; 1 << 18];
    loop {
        let n = from.read(&mut buffer)?;
        if n == 0 {
            break;
        }
        hasher.update(&buffer[..n]);
        out.write_all(&buffer[..n])?;
    }
    out.sync_all()
}

fn hash_of(path: &Path) -> StoreResult<String> {
    let mut hasher = blake3::Hasher::new();
    let mut file = File::open(path).map_err(|e| StoreError::io(path, e))?;
    io::copy(&mut file, &mut hasher).map_err(|e| StoreError::io(path, e))?;
    Ok(hasher.finalize().to_hex().to_string())
}
