//! Files that come in: taken whole, recognised by content, remembered with what they are.

use std::io::{self, Read};
use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::door::Core;
use super::rights::Caller;
use super::{Code, Cx, Error, Kind, Need, Result, Table};
use shopdesk_exchange::{Elsewhere, Input, ReadSeek};
use shopdesk_pictures::{Facts, Limits, Measures, Processed, Refusal, Thumb};

use crate::params;
use crate::store::{Ask, StoreError, Stored};

/// What is known of a stored file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FileFacts {
    /// BLAKE3 of the content.
    pub hash: String,
    /// The name it came with (the first time).
    pub name: String,
    /// Size in bytes.
    pub bytes: i64,
    /// The real type, by content.
    pub mime: String,
    /// `image`, `source`, `document`, `sheet`, `archive`, `text`, `video`, `other`.
    pub kind: String,
    /// Pixels, for pictures, as seen.
    pub width: Option<i64>,
    /// Pixels, for pictures, as seen.
    pub height: Option<i64>,
    /// How it looks (perceptual hash), for pictures.
    pub likeness: Option<String>,
    /// Everything the header says.
    pub facts: Facts,
    /// Ground, subject, sharpness, for pictures with a preview.
    pub measures: Option<Measures>,
    /// What a person should know: the extension lies, CMYK, GPS inside …
    pub warnings: Vec<String>,
}

/// The files as rows; a file may be named by many things and belongs to none.
pub static FILE: Table = Table {
    name: "file",
    entity: "file",
    label: "文件",
    kind: Kind::Derived,
    fields: &[("swept", "清理的文件")],
    sealed: &[],
    files: &[],
};

/// The largest file taken, in bytes. Kinds have their own lower limits.
pub const MAX_BYTES: u64 = 500 * 1024 * 1024;

impl Core {
    /// Takes a file in: hashed while written, recognised, remembered. The same content again answers
    /// what is known. Needs the right to write in any room that takes files.
    pub fn put_file(&self, caller: &Caller, name: &str, from: &mut dyn Read) -> Result<FileFacts> {
        caller.require(TAKES_FILES)?;
        let taken = self.store().files().put(from, MAX_BYTES).map_err(|err| match err {
            // Our own files have a path; what broke without one is the file that was coming in.
            StoreError::Io { path, source } if path.is_empty() => {
                unreadable(name, &source).because("broken_off")
            }
            other => other.into(),
        })?;
        let stored = taken.ok_or_else(|| {
            Error::new(
                Code::TooLarge,
                "too_large",
                format!("“{name}”超过 {} MB，没有收下。请压缩后再拖入", MAX_BYTES / 1024 / 1024),
            )
        })?;
        self.remember(name, &stored)
    }

    /// As [`Core::put_file`] for bytes at hand.
    pub fn put_bytes(&self, caller: &Caller, name: &str, bytes: &[u8]) -> Result<FileFacts> {
        let mut from = bytes;
        self.put_file(caller, name, &mut from)
    }

    /// Keeps a file that the shop itself has made (a workbook), for its maker to fetch.
    pub fn keep_made(&self, name: &str, path: &std::path::Path) -> Result<FileFacts> {
        let mut file = std::fs::File::open(path).map_err(|e| StoreError::io(path, e))?;
        let stored = self.store().files().put(&mut file, u64::MAX)?;
        let stored = stored.ok_or_else(|| Error::internal("a made file over the limit"))?;
        self.remember(name, &stored)
    }

    fn remember(&self, name: &str, stored: &Stored) -> Result<FileFacts> {
        if let Some(facts) = self.known(&stored.hash)?
            && self.seen_again(&stored.hash)?
        {
            return Ok(facts);
        }
        let path = self.store().files().path(&stored.hash);
        let done = if stored.bytes <= Limits::default().image_bytes {
            let bytes = std::fs::read(&path).map_err(|e| StoreError::io(&path, e))?;
            shopdesk_pictures::process_bytes(name, &bytes, &Limits::default())
        } else {
            shopdesk_pictures::process_path(&path, &Limits::default())
        };
        let done = match done {
            Ok(done) => done,
            Err(refusal) => {
                // Nothing refers to it yet: it came in with this call.
                if !stored.known {
                    let _ = std::fs::remove_file(&path);
                }
                return Err(refused(name, &refusal));
            }
        };
        for Thumb { size, bytes, .. } in &done.thumbs {
            self.store().files().put_thumb(&stored.hash, *size, bytes)?;
        }
        let facts = describe(name, stored, done);
        let json = |value: serde_json::Result<String>| value.map_err(Error::internal);
        let writer = self.store().write()?;
        writer.exec(
            "insert into file (hash, name, bytes, mime, kind, width, height, likeness, facts, measures, warnings, created_at, seen_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?12)
             on conflict (hash) do update set seen_at = excluded.seen_at",
            params![
                &facts.hash, &facts.name, facts.bytes, &facts.mime, &facts.kind, facts.width,
                facts.height, facts.likeness.clone(), json(serde_json::to_string(&facts.facts))?,
                facts.measures.map(|m| serde_json::to_string(&m)).transpose().map_err(Error::internal)?,
                json(serde_json::to_string(&facts.warnings))?, self.now(),
            ],
        )?;
        // What lay there when it came in may have been swept away before it was remembered.
        if !self.store().files().has(&facts.hash) {
            return Err(Error::new(
                Code::Unavailable,
                "swept",
                format!("“{name}”没有收下：同样的旧文件正好被清理，请再拖入一次"),
            ));
        }
        writer.commit()?;
        Ok(facts)
    }

    /// Notes that a known file came in again, at most once a day; false when it has just been swept away.
    fn seen_again(&self, hash: &str) -> Result<bool> {
        let (now, day) = (self.now(), 86_400_000);
        let recent: bool = (&self.store().read()? as &dyn Ask).one(
            "select exists (select 1 from file where hash = ?1 and seen_at > ?2)",
            params![hash, now - day],
        )?;
        if recent {
            return Ok(true);
        }
        let writer = self.store().write()?;
        let there =
            writer.exec("update file set seen_at = ?2 where hash = ?1", params![hash, now])? > 0;
        writer.commit()?;
        Ok(there)
    }

    fn known(&self, hash: &str) -> Result<Option<FileFacts>> {
        let reader = self.store().read()?;
        Ok((&reader as &dyn Ask).maybe(SELECT, params![hash])?)
    }

    /// The thumbnail of a stored picture whose longer side is `size` (80, 320 or 1600), made when it
    /// is not in the cache. `None`: the file has no preview.
    pub fn thumb(&self, hash: &str, size: u32) -> Result<Option<Vec<u8>>> {
        if !matches!(size, 80 | 320 | 1600) || !self.store().files().has(hash) {
            return Ok(None);
        }
        let cached = self.store().files().thumb_path(hash, size);
        if let Ok(bytes) = std::fs::read(&cached) {
            return Ok(Some(bytes));
        }
        let path = self.store().files().path(hash);
        let bytes = std::fs::read(&path).map_err(|e| StoreError::io(&path, e))?;
        let name = self.known(hash)?.map(|f| f.name).unwrap_or_default();
        let made = shopdesk_pictures::thumb(&name, &bytes, size, &Limits::default())
            .map_err(|refusal| refused(&name, &refusal))?;
        let Some(made) = made else { return Ok(None) };
        self.store().files().put_thumb(hash, size, &made.bytes)?;
        Ok(Some(made.bytes))
    }
}

fn describe(name: &str, stored: &Stored, done: Processed) -> FileFacts {
    let kind = serde_json::to_value(done.facts.kind).ok();
    FileFacts {
        hash: stored.hash.clone(),
        name: name.to_owned(),
        bytes: i64::try_from(stored.bytes).unwrap_or(i64::MAX),
        mime: done.facts.mime.clone(),
        kind: kind.and_then(|k| k.as_str().map(str::to_owned)).unwrap_or_default(),
        width: done.facts.width.map(i64::from),
        height: done.facts.height.map(i64::from),
        likeness: done.likeness.map(|l| l.to_string()),
        warnings: done.facts.warnings.clone(),
        facts: done.facts,
        measures: done.measures,
    }
}

fn refused(name: &str, refusal: &Refusal) -> Error {
    let code =
        if matches!(refusal, Refusal::TooLarge { .. }) { Code::TooLarge } else { Code::Invalid };
    Error::new(code, refusal.reason(), format!("“{name}”没有收下：{refusal}")).at("file")
}

/// The sentence for a file that the system would not let be read.
pub fn unreadable(name: &str, error: &std::io::Error) -> Error {
    Error { code: Code::Unavailable, ..refused(name, &Refusal::from_io(error)) }
}

/// A file on disk as the crate takes it that reads the platforms' files.
#[derive(Debug)]
struct OnDisk(PathBuf);

impl Elsewhere for OnDisk {
    fn size(&self) -> io::Result<u64> {
        let facts = std::fs::metadata(&self.0)?;
        if facts.is_dir() { Err(io::ErrorKind::IsADirectory.into()) } else { Ok(facts.len()) }
    }

    fn open(&self) -> io::Result<Box<dyn ReadSeek>> {
        Ok(Box::new(io::BufReader::with_capacity(64 * 1024, std::fs::File::open(&self.0)?)))
    }
}

/// A file on disk to be read as a table or a text, under the name that people know it by.
pub fn input(name: &str, path: impl Into<PathBuf>) -> Input {
    Input::elsewhere(name, OnDisk(path.into()))
}

const SELECT: &str =
    "select hash, name, bytes, mime, kind, width, height, likeness, facts, measures, warnings
     from file where hash = ?1";

/// Who may bring files in: whoever may write in a room that keeps some.
pub const TAKES_FILES: Need = {
    use super::Module as M;
    use super::rights::Ask as A;
    Need::Any(&[
        A::write(M::Assets).part("request"),
        A::write(M::Copy).part("request"),
        A::write(M::Products),
        A::write(M::Imports),
        A::write(M::ListingsDomestic).part("copy"),
    ])
};

/// The facts of a stored file.
pub fn facts(cx: &Cx<'_>, hash: &str) -> Result<FileFacts> {
    cx.maybe(SELECT, params![hash])?
        .ok_or_else(|| Error::not_found("文件", hash.get(..12).unwrap_or(hash)))
}
