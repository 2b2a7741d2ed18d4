//! A table together with the files that came with it: a zip, or what the caller hands in with it.

use std::collections::HashMap;
use std::io::Read;
use std::sync::{Arc, Mutex, PoisonError};

use zip::ZipArchive;

use crate::input::{Input, ReadSeek};
use crate::refused::{Refused, RefusedReason};
use crate::sniff::{Entry, FileKind, list_entries, open_archive, read_entry, sniff};

/// The largest single picture that is taken out of a pack.
const MAX_PICTURE: u64 = 100 * 1024 * 1024;
/// The largest table that is taken out of a zip.
const MAX_TABLE: u64 = 512 * 1024 * 1024;

enum Place {
    Nowhere,
    Zip { archive: Box<Mutex<ZipArchive<Box<dyn ReadSeek>>>>, name: String },
    Inputs,
}

/// The files that came with a table. Lookups go by file name, without regard to case: packs are
/// made on Windows.
pub struct Pack {
    place: Place,
    /// Path in the pack by file name in lower case.
    by_name: HashMap<String, String>,
    indexes: HashMap<String, usize>,
    inputs: HashMap<String, Input>,
    /// Why a file that came along was not taken, by its path.
    refused: HashMap<String, String>,
}

impl Pack {
    /// No files came along.
    pub fn nothing() -> Arc<Self> {
        Arc::new(Self::empty(Place::Nowhere))
    }

    fn empty(place: Place) -> Self {
        Self {
            place,
            by_name: HashMap::new(),
            indexes: HashMap::new(),
            inputs: HashMap::new(),
            refused: HashMap::new(),
        }
    }

    /// The files of a zip.
    pub fn zip(input: &Input) -> Result<Arc<Self>, Refused> {
        let entries = list_entries(input)?;
        let archive = Box::new(Mutex::new(open_archive(input)?));
        let mut pack = Self::empty(Place::Zip { archive, name: input.name().to_owned() });
        for entry in &entries {
            pack.by_name.insert(entry.file_name().to_lowercase(), entry.path.clone());
            pack.indexes.insert(entry.path.clone(), entry.index);
        }
        Ok(Arc::new(pack))
    }

    /// Files that were picked or dropped together with the table, by name, or the sentence why one was
    /// not taken: it came along, so it is not missing.
    pub fn came_along(
        files: impl IntoIterator<Item = (String, Result<Input, String>)>,
    ) -> Arc<Self> {
        let mut pack = Self::empty(Place::Inputs);
        for (name, place) in files {
            let file = name.rsplit(['/', '\\']).next().unwrap_or(&name).to_lowercase();
            pack.by_name.insert(file, name.clone());
            match place {
                Ok(input) => drop(pack.inputs.insert(name, input)),
                Err(why) => drop(pack.refused.insert(name, why)),
            }
        }
        Arc::new(pack)
    }

    /// Whether no files came along.
    pub fn is_empty(&self) -> bool {
        self.by_name.is_empty()
    }

    /// The path in the pack of the file with that name.
    pub fn find(&self, file_name: &str) -> Option<&str> {
        self.by_name.get(&file_name.to_lowercase()).map(String::as_str)
    }

    /// Reads a file of the pack by its path in it.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, Refused> {
        let missing =
            || Refused::new(RefusedReason::Unreadable, format!("数据包里没有文件「{path}」。"));
        match &self.place {
            Place::Nowhere => Err(missing()),
            Place::Zip { archive, name } => {
                let index = *self.indexes.get(path).ok_or_else(missing)?;
                let mut archive = archive.lock().unwrap_or_else(PoisonError::into_inner);
                let file = archive.by_index(index).map_err(|_| Refused::damaged(name))?;
                let mut bytes = Vec::new();
                file.take(MAX_PICTURE + 1)
                    .read_to_end(&mut bytes)
                    .map_err(|_| Refused::damaged(name))?;
                if bytes.len() as u64 > MAX_PICTURE {
                    return Err(Refused::new(
                        RefusedReason::TooLarge,
                        format!("「{path}」超过 {} MB，没有导入。", MAX_PICTURE / 1024 / 1024),
                    ));
                }
                Ok(bytes)
            }
            Place::Inputs => {
                if let Some(why) = self.refused.get(path) {
                    return Err(Refused::new(RefusedReason::Unreadable, why.clone()));
                }
                self.inputs.get(path).ok_or_else(missing)?.read_all(MAX_PICTURE)
            }
        }
    }
}

/// One table to import, with the files that belong to it.
#[derive(Clone)]
pub struct Document {
    /// What to call it: the file's name, or `zip/entry`.
    pub name: String,
    /// Its bytes.
    pub input: Input,
    /// What came with it.
    pub pack: Arc<Pack>,
}

/// The tables in a file: the file itself, or each table of a zip.
pub fn documents(input: &Input) -> Result<Vec<Document>, Refused> {
    let sniffed = sniff(input)?;
    if sniffed.kind != FileKind::Zip {
        let (name, input) = (input.name().to_owned(), input.clone());
        return Ok(vec![Document { name, input, pack: Pack::nothing() }]);
    }
    let pack = Pack::zip(input)?;
    let entries = list_entries(input)?;
    let tables: Vec<&Entry> = entries.iter().filter(|e| sniffed.tables.contains(&e.path)).collect();
    let total = tables.iter().map(|e| e.size).fold(0_u64, u64::saturating_add);
    if total > MAX_TABLE {
        return Err(Refused::new(
            RefusedReason::TooLarge,
            format!(
                "「{}」里的表格解压后超过 {} MB。请解压后逐个导入。",
                input.name(),
                MAX_TABLE / 1024 / 1024
            ),
        ));
    }
    tables
        .into_iter()
        .map(|entry| {
            let bytes = read_entry(input, entry.index, MAX_TABLE)?;
            let name = format!("{}/{}", input.name(), entry.path);
            Ok(Document { input: Input::bytes(name.clone(), bytes), name, pack: Arc::clone(&pack) })
        })
        .collect()
}
