//! Where a file's bytes come from: memory, or wherever the caller keeps them.

use std::fmt::Debug;
use std::io::{self, Cursor, Read, Seek};
use std::sync::{Arc, OnceLock};

use crate::refused::{Refused, RefusedReason};
use crate::sniff::Sniffed;

/// What every reader here needs of a file: to read it, and to jump about in it.
pub trait ReadSeek: Read + Seek + Send {}
impl<T: Read + Seek + Send> ReadSeek for T {}

/// Bytes that lie elsewhere, because they may be too many for memory. This crate reads no disk: who
/// keeps files there hands them in as this.
pub trait Elsewhere: Debug + Send + Sync {
    /// How many bytes there are. A folder answers [`io::ErrorKind::IsADirectory`].
    fn size(&self) -> io::Result<u64>;
    /// Opens them for one pass.
    fn open(&self) -> io::Result<Box<dyn ReadSeek>>;
}

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
    /// Wherever the caller keeps them.
    Elsewhere(Arc<dyn Elsewhere>),
    /// Bytes in memory, such as one entry of a zip.
    Bytes(Arc<[u8]>),
}

impl Input {
    fn of(name: String, source: Source) -> Self {
        Self { name, source, sniffed: Arc::default() }
    }

    /// Bytes that lie elsewhere.
    pub fn elsewhere(name: impl Into<String>, bytes: impl Elsewhere + 'static) -> Self {
        Self::of(name.into(), Source::Elsewhere(Arc::new(bytes)))
    }

    /// Bytes in memory.
    pub fn bytes(name: impl Into<String>, bytes: impl Into<Arc<[u8]>>) -> Self {
        Self::of(name.into(), Source::Bytes(bytes.into()))
    }

    /// The name people know the file by.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The extension in lower case, without the dot; empty when there is none.
    pub fn extension(&self) -> String {
        let file = self.name.rsplit(['/', '\\']).next().unwrap_or_default();
        match file.rsplit_once('.') {
            Some((stem, ending)) if !stem.is_empty() => ending.to_ascii_lowercase(),
            _ => String::new(),
        }
    }

    /// How many bytes the file has.
    pub fn len(&self) -> Result<u64, Refused> {
        let name = &self.name;
        match &self.source {
            Source::Elsewhere(bytes) => bytes.size().map_err(|error| {
                if error.kind() == io::ErrorKind::IsADirectory {
                    return Refused::new(
                        RefusedReason::NotATable,
                        format!("「{name}」是文件夹，不是表格。请选择里面的文件。"),
                    );
                }
                Refused::unreadable(name, &error)
            }),
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
            Source::Elsewhere(bytes) => {
                bytes.open().map_err(|error| Refused::unreadable(&self.name, &error))
            }
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
