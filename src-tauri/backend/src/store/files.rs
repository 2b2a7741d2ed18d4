//! Content-addressed files: written aside, synced, renamed; the same bytes twice are stored once.
//!
//! `files/ab/abcdef…` holds the originals, never changed. `thumbs/` is a cache that may be deleted.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{StoreError, StoreResult};

/// How the name of an original ends that is on its way out.
const GONE: &str = ".gone";

/// A file that is on disk for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stored {
    /// BLAKE3 of the content, 64 hex digits.
    pub hash: String,
    /// Size in bytes.
    pub bytes: u64,
    /// It was there before: the same content came in earlier.
    pub known: bool,
}

/// The files of one shop.
#[derive(Debug, Clone)]
pub struct Files {
    root: PathBuf,
    incoming: PathBuf,
    thumbs: PathBuf,
}

impl Files {
    pub(super) fn open(dir: &Path) -> StoreResult<Self> {
        let files = Self {
            root: dir.join("files"),
            incoming: dir.join("files").join("incoming"),
            thumbs: dir.join("thumbs"),
        };
        for folder in [&files.root, &files.incoming, &files.thumbs] {
            fs::create_dir_all(folder).map_err(|e| StoreError::io(folder, e))?;
        }
        Ok(files)
    }

    /// Takes in everything `from` gives, at most `limit` bytes; over that nothing is kept and the
    /// answer is `None`.
    pub fn put(&self, from: &mut dyn Read, limit: u64) -> StoreResult<Option<Stored>> {
        let mut temp = tempfile::NamedTempFile::new_in(&self.incoming)
            .map_err(|e| StoreError::io(&self.incoming, e))?;
        let mut hasher = blake3::Hasher::new();
        let mut bytes = 0_u64;
        let mut buffer = vec![0_u8; 1 << 18];
        loop {
            let n = match from.read(&mut buffer) {
                Ok(0) => break,
                Ok(n) => n,
                Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
                Err(e) => return Err(StoreError::io("", e)),
            };
            bytes += n as u64;
            if bytes > limit {
                return Ok(None);
            }
            hasher.update(&buffer[..n]);
            temp.write_all(&buffer[..n]).map_err(|e| StoreError::io(temp.path(), e))?;
        }
        let hash = hasher.finalize().to_hex().to_string();
        let path = self.path(&hash);
        if path.exists() {
            return Ok(Some(Stored { hash, bytes, known: true }));
        }
        temp.as_file().sync_all().map_err(|e| StoreError::io(temp.path(), e))?;
        let folder = self.folder(&hash);
        fs::create_dir_all(&folder).map_err(|e| StoreError::io(&folder, e))?;
        temp.persist(&path).map_err(|e| StoreError::io(&path, e.error))?;
        sync_folder(&folder);
        Ok(Some(Stored { hash, bytes, known: false }))
    }

    /// Takes in bytes that are already in memory.
    pub fn put_bytes(&self, bytes: &[u8]) -> StoreResult<Stored> {
        let mut from = bytes;
        self.put(&mut from, u64::MAX)?
            .ok_or_else(|| StoreError::Sql("a file in memory cannot be over the limit".into()))
    }

    /// Where the original with this hash lies.
    pub fn path(&self, hash: &str) -> PathBuf {
        self.folder(hash).join(hash)
    }

    /// Whether the original is there.
    pub fn has(&self, hash: &str) -> bool {
        is_hash(hash) && self.path(hash).is_file()
    }

    /// How large the original is on disk; `None` when it is not there.
    pub fn bytes(&self, hash: &str) -> Option<u64> {
        let found = fs::metadata(self.path(hash)).ok().filter(fs::Metadata::is_file);
        found.filter(|_| is_hash(hash)).map(|file| file.len())
    }

    /// Opens the original for reading; `None` when it is not there.
    pub fn open_file(&self, hash: &str) -> StoreResult<Option<File>> {
        if !is_hash(hash) {
            return Ok(None);
        }
        let path = self.path(hash);
        match File::open(&path) {
            Ok(file) => Ok(Some(file)),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(StoreError::io(path, e)),
        }
    }

    /// Where the thumbnail of this size (longest side in pixels) is kept.
    pub fn thumb_path(&self, hash: &str, size: u32) -> PathBuf {
        self.thumbs.join(hash.get(..2).unwrap_or("__")).join(format!("{hash}.{size}"))
    }

    /// Writes a thumbnail into the cache, whole or not at all.
    pub fn put_thumb(&self, hash: &str, size: u32, bytes: &[u8]) -> StoreResult<()> {
        let path = self.thumb_path(hash, size);
        let folder = path.parent().unwrap_or(&self.thumbs);
        fs::create_dir_all(folder).map_err(|e| StoreError::io(folder, e))?;
        let mut temp = tempfile::NamedTempFile::new_in(&self.thumbs)
            .map_err(|e| StoreError::io(&self.thumbs, e))?;
        temp.write_all(bytes).map_err(|e| StoreError::io(&path, e))?;
        temp.persist(&path).map_err(|e| StoreError::io(&path, e.error))?;
        Ok(())
    }

    /// Every original on disk, by hash.
    pub fn all(&self) -> StoreResult<Vec<String>> {
        let mut out = Vec::new();
        let io = |e| StoreError::io(&self.root, e);
        for folder in fs::read_dir(&self.root).map_err(io)? {
            let folder = folder.map_err(io)?;
            if folder.file_name().len() != 2 {
                continue;
            }
            for file in fs::read_dir(folder.path()).map_err(io)? {
                let name = file.map_err(io)?.file_name();
                if let Some(name) = name.to_str().filter(|n| is_hash(n)) {
                    out.push(name.to_owned());
                }
            }
        }
        out.sort();
        Ok(out)
    }

    /// The hash of what is on disk under `hash` now; differs when the file is damaged.
    pub fn rehash(&self, hash: &str) -> StoreResult<String> {
        let path = self.path(hash);
        let mut hasher = blake3::Hasher::new();
        let mut file = File::open(&path).map_err(|e| StoreError::io(&path, e))?;
        io::copy(&mut file, &mut hasher).map_err(|e| StoreError::io(&path, e))?;
        Ok(hasher.finalize().to_hex().to_string())
    }

    /// Keeps every file where it is for as long as the answer is held, in all programs on this shop;
    /// waits for a sweep to end.
    pub fn hold(&self) -> StoreResult<File> {
        let (path, lock) = self.lock()?;
        lock.lock_shared().map_err(|e| StoreError::io(path, e))?;
        Ok(lock)
    }

    /// The right to take files away, while the answer is held; `None` when somebody holds them.
    pub fn alone(&self) -> StoreResult<Option<File>> {
        let (path, lock) = self.lock()?;
        match lock.try_lock() {
            Ok(()) => Ok(Some(lock)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(e)) => Err(StoreError::io(path, e)),
        }
    }

    fn lock(&self) -> StoreResult<(PathBuf, File)> {
        let path = self.root.join("lock");
        let lock = File::options().create(true).append(true).open(&path);
        Ok((path.clone(), lock.map_err(|e| StoreError::io(&path, e))?))
    }

    /// Originals that nobody has touched on disk for so long.
    pub fn older_than(&self, age: Duration) -> StoreResult<Vec<String>> {
        let mut all = self.all()?;
        all.retain(|hash| {
            let touched = fs::metadata(self.path(hash)).and_then(|m| m.modified()).ok();
            touched.and_then(|at| at.elapsed().ok()).is_some_and(|old| old > age)
        });
        Ok(all)
    }

    /// Takes an original out of its place, not yet for good; false when there is none.
    pub fn set_aside(&self, hash: &str) -> StoreResult<bool> {
        match fs::rename(self.path(hash), self.gone(hash)) {
            Ok(()) => Ok(true),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(e) => Err(StoreError::io(self.path(hash), e)),
        }
    }

    /// Ends what [`Files::set_aside`] began, also what a crash left: a file that is still known goes
    /// back into its place, any other goes for good, with its thumbnails.
    pub fn settle(&self, known: &mut dyn FnMut(&str) -> StoreResult<bool>) -> StoreResult<()> {
        let io = |e| StoreError::io(&self.incoming, e);
        for entry in fs::read_dir(&self.incoming).map_err(io)? {
            let name = entry.map_err(io)?.file_name();
            let hash = name.to_str().and_then(|n| n.strip_suffix(GONE)).filter(|n| is_hash(n));
            let Some(hash) = hash else { continue };
            let gone = self.gone(hash);
            if known(hash)? && !self.path(hash).exists() {
                fs::rename(&gone, self.path(hash)).map_err(|e| StoreError::io(&gone, e))?;
                continue;
            }
            fs::remove_file(&gone).map_err(|e| StoreError::io(&gone, e))?;
            if !self.path(hash).exists() {
                self.forget_thumbs(hash)?;
            }
        }
        Ok(())
    }

    fn gone(&self, hash: &str) -> PathBuf {
        self.incoming.join(format!("{hash}{GONE}"))
    }

    fn forget_thumbs(&self, hash: &str) -> StoreResult<()> {
        let folder = self.thumb_path(hash, 0).with_file_name("");
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(e) => return Err(StoreError::io(folder, e)),
        };
        for entry in entries {
            let entry = entry.map_err(|e| StoreError::io(&folder, e))?;
            if entry.file_name().to_string_lossy().starts_with(hash) {
                let path = entry.path();
                fs::remove_file(&path).map_err(|e| StoreError::io(&path, e))?;
            }
        }
        Ok(())
    }

    pub(super) fn clear_leftovers(&self) -> StoreResult<()> {
        clear_temporary(&self.incoming)?;
        clear_temporary(&self.thumbs)
    }

    fn folder(&self, hash: &str) -> PathBuf {
        self.root.join(hash.get(..2).unwrap_or("__"))
    }
}

/// Removes temporary files and folders (`.tmp…`) that nobody has touched for a day.
pub(super) fn clear_temporary(folder: &Path) -> StoreResult<()> {
    const DAY: std::time::Duration = std::time::Duration::from_secs(86_400);
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(e) => return Err(StoreError::io(folder, e)),
    };
    for entry in entries {
        let entry = entry.map_err(|e| StoreError::io(folder, e))?;
        let touched = entry.metadata().and_then(|m| m.modified()).ok();
        let old = touched.and_then(|at| at.elapsed().ok()).is_some_and(|age| age > DAY);
        if old && entry.file_name().to_string_lossy().starts_with(".tmp") {
            let path = entry.path();
            let gone =
                if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
            gone.map_err(|e| StoreError::io(&path, e))?;
        }
    }
    Ok(())
}

/// 64 lower-case hex digits: nothing else may become part of a path.
pub(super) fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// Makes a rename durable where the system needs the folder synced as well.
fn sync_folder(folder: &Path) {
    if let Ok(handle) = File::open(folder) {
        // Some systems cannot sync a folder; the file itself is already safe.
        let _ = handle.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_bytes_twice_are_stored_once() {
        let dir = tempfile::tempdir().unwrap();
        let files = Files::open(dir.path()).unwrap();
        let first = files.put_bytes(b"one").unwrap();
        let second = files.put_bytes(b"one").unwrap();
        assert!(!first.known && second.known);
        assert_eq!(files.all().unwrap(), std::slice::from_ref(&first.hash));
        assert_eq!(files.rehash(&first.hash).unwrap(), first.hash);
    }

    #[test]
    fn a_file_over_the_limit_leaves_no_trace() {
        let dir = tempfile::tempdir().unwrap();
        let files = Files::open(dir.path()).unwrap();
        assert_eq!(files.put(&mut &[0_u8; 100][..], 99).unwrap(), None);
        assert!(files.all().unwrap().is_empty());
        assert_eq!(fs::read_dir(dir.path().join("files/incoming")).unwrap().count(), 0);
    }

    #[test]
    fn a_name_that_is_no_hash_opens_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let files = Files::open(dir.path()).unwrap();
        assert!(files.open_file("../../etc/passwd").unwrap().is_none());
    }
}
