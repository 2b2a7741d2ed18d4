//! Where a file's bytes come from: a path, or bytes already in memory.

use std::fs::File;
use std::io::{BufReader, Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use crate::refused::{Refused, RefusedReason};
use crate::sniff::Sniffed;

/// What every reader here needs of a file: to read it, and to jump about in it.
pub trait ReadSeek: Read + Seek + Send {}
impl<T: Read + Seek + Send> ReadSeek for T {}

/// A file to read. Cheap to clone; opened anew for each pass.
#[derive(Debug, Clone)]
pub struct Input {
    /// The name people know it by.
    name: String,
    source: Source,
    /// What its bytes are, once somebody has looked: the whole file is read for that, and every reader
    /// of a file and of its clones asks.
    pub(crate) sniffed: Arc<OnceLock<Sniffed>>,
}

#[derive(Debug, Clone)]
enum Source {
    /// A file on disk.
    File(PathBuf),
    /// Bytes in memory, such as one entry of a zip.
    Bytes(Arc<[u8]>),
}

impl Input {
    fn of(name: String, source: Source) -> Self {
        Self { name, source, sniffed: Arc::default() }
    }

    /// A file on disk, named as it is there.
    pub fn path(path: impl AsRef<Path>) -> Self {
        let path = path.as_ref();
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        Self::of(name, Source::File(path.to_path_buf()))
    }

    /// A file on disk that people know by another name (a content-addressed store).
    pub fn named(name: impl Into<String>, path: impl Into<PathBuf>) -> Self {
        Self::of(name.into(), Source::File(path.into()))
    }

    /// Bytes in memory.
    pub fn bytes(name: impl Into<String>, bytes: impl Into<Arc<[u8]>>) -> Self {
        Self::of(name.into(), Source::Bytes(bytes.into()))
    }

    /// Where the file lies; none for bytes in memory.
    pub(crate) fn place(&self) -> Option<&Path> {
        match &self.source {
            Source::File(path) => Some(path),
            Source::Bytes(_) => None,
        }
    }

    /// The name people know the file by.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The extension in lower case, without the dot; empty when there is none.
    pub fn extension(&self) -> String {
        Path::new(self.name())
            .extension()
            .map(|e| e.to_string_lossy().to_ascii_lowercase())
            .unwrap_or_default()
    }

    /// How many bytes the file has.
    pub fn len(&self) -> Result<u64, Refused> {
        let name = &self.name;
        match &self.source {
            Source::File(path) => match std::fs::metadata(path) {
                Ok(facts) if facts.is_dir() => Err(Refused::new(
                    RefusedReason::NotATable,
                    format!("「{name}」是文件夹，不是表格。请选择里面的文件。"),
                )),
                Ok(facts) => Ok(facts.len()),
                Err(error) => Err(Refused::unreadable(name, &error)),
            },
            Source::Bytes(bytes) => Ok(bytes.len() as u64),
        }
    }

    /// Whether the file has no bytes at all.
    pub fn is_empty(&self) -> Result<bool, Refused> {
        Ok(self.len()? == 0)
    }

    /// Opens the file for one pass.
    pub fn open(&self) -> Result<Box<dyn ReadSeek>, Refused> {
        match &self.source {
            Source::File(path) => match File::open(path) {
                Ok(file) => Ok(Box::new(BufReader::with_capacity(64 * 1024, file))),
                Err(error) => Err(Refused::unreadable(&self.name, &error)),
            },
            Source::Bytes(bytes) => Ok(Box::new(Cursor::new(Arc::clone(bytes)))),
        }
    }

    /// The first bytes of the file, at most `limit`.
    pub fn head(&self, limit: u64) -> Result<Vec<u8>, Refused> {
        let mut head = Vec::new();
        self.open()?
            .take(limit)
            .read_to_end(&mut head)
            .map_err(|error| Refused::unreadable(self.name(), &error))?;
        Ok(head)
    }

    /// The whole file, when it is not longer than `limit`.
    pub fn read_all(&self, limit: u64) -> Result<Vec<u8>, Refused> {
        let bytes = self.head(limit.saturating_add(1))?;
        if bytes.len() as u64 > limit {
            return Err(Refused::new(
                RefusedReason::TooLarge,
                format!(
                    "「{}」超过 {} MB，一次读不下。请拆成几份，或另存为 xlsx、csv 再导入。",
                    self.name(),
                    limit / (1024 * 1024)
                ),
            ));
        }
        Ok(bytes)
    }
}
