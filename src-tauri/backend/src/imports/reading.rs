//! From a stored file to its records, by the person's choices.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use shopdesk_exchange::sniff::TextEncoding;
use shopdesk_exchange::table::SheetFacts;
use shopdesk_exchange::{
    Document, FileResult, Pack, ReadOptions, Recognised, Refused, Table, documents, read_document,
    recognise_document,
};

use crate::kernel::files::input;
use crate::kernel::{Code, Error, Result};
use crate::store::Files;

/// A file that was dropped together with the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PackFile {
    /// Its name as the table says it: `1a2b….tbi`.
    pub name: String,
    /// The stored file.
    #[serde(default)]
    pub file: Option<String>,
    /// Why it was not stored, when it was not: the rows that name it say so.
    #[serde(default)]
    pub refused: Option<String>,
}

impl PackFile {
    /// A file that is in the shop.
    pub fn stored(name: String, file: String) -> Self {
        Self { name, file: Some(file), refused: None }
    }

    /// A file that came along and was not taken in.
    pub fn refused(name: String, why: String) -> Self {
        Self { name, file: None, refused: Some(why) }
    }
}

/// Everything a person chose about an import; kept with it, so that committing reads the same.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Choices {
    /// How the table is read.
    pub read: ReadOptions,
    /// Files dropped together with it.
    pub pack: Vec<PackFile>,
    /// Make the product where a listing's product is not known yet.
    pub create_products: bool,
}

/// One way a text file may be encoded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EncodingChoice {
    /// The encoding.
    pub encoding: TextEncoding,
    /// Its name for people.
    pub label: String,
    /// The file's first telling lines read that way.
    pub preview: String,
}

/// How a table was found in its file, and what else a person could choose.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct TableLook {
    /// `text`, `xlsx`, `html` …
    pub kind: String,
    /// The sheet that is read.
    pub sheet: Option<String>,
    /// All sheets.
    pub sheets: Vec<SheetFacts>,
    /// The encoding of a text file.
    pub encoding: Option<TextEncoding>,
    /// Whether the encoding is beyond doubt.
    pub encoding_sure: bool,
    /// How else it may be encoded, best first.
    pub encodings: Vec<EncodingChoice>,
    /// The header's row number, from 1.
    pub header_row: u64,
    /// The rows above the header.
    pub preamble: Vec<Vec<String>>,
}

impl From<&Recognised> for TableLook {
    fn from(r: &Recognised) -> Self {
        Self {
            kind: serde_json::json!(r.facts.kind).as_str().unwrap_or_default().to_owned(),
            sheet: r.facts.sheet.clone(),
            sheets: r.facts.sheets.clone(),
            encoding: r.facts.encoding,
            encoding_sure: r.facts.encoding_sure,
            encodings: r
                .encodings
                .iter()
                .take(3)
                .map(|g| EncodingChoice {
                    encoding: g.encoding,
                    label: g.label.to_owned(),
                    preview: g.preview.clone(),
                })
                .collect(),
            header_row: r.facts.header_row,
            preamble: r.preamble.clone(),
        }
    }
}

/// The tables in a stored file.
pub(super) fn tables(
    files: &Files,
    hash: &str,
    name: &str,
    pack: &[PackFile],
) -> Result<Vec<Document>> {
    let mut found = documents(&input(name, files.path(hash))).map_err(|r| refused(&r))?;
    if !pack.is_empty() {
        let beside = Pack::came_along(pack.iter().map(|p| {
            let place = p.file.as_ref().map(|file| input(&p.name, files.path(file)));
            let why = || p.refused.clone().unwrap_or_else(|| format!("“{}”没有收下", p.name));
            (p.name.clone(), place.ok_or_else(why))
        }));
        for document in &mut found {
            if document.pack.is_empty() {
                document.pack = beside.clone();
            }
        }
    }
    Ok(found)
}

/// The one table of an import.
pub(super) fn table_of(files: &Files, import: &super::table::Import) -> Result<Document> {
    let all = tables(files, &import.file, &import.name, &import.choices.pack)?;
    usize::try_from(import.position)
        .ok()
        .and_then(|i| all.into_iter().nth(i))
        .ok_or_else(|| Error::not_found("文件里的表格", &import.document))
}

/// Looks at a table.
pub(super) fn look(document: &Document, options: &ReadOptions) -> Result<Recognised, Refused> {
    recognise_document(document, options)
}

/// Reads a table.
pub(super) fn read(document: &Document, options: &ReadOptions) -> Result<FileResult, Refused> {
    read_document(document, options)
}

/// The original cells of these rows, as the person sees them.
pub(super) fn cells(
    document: &Document,
    options: &ReadOptions,
    wanted: &BTreeSet<u64>,
) -> BTreeMap<u64, Vec<String>> {
    let mut out = BTreeMap::new();
    if wanted.is_empty() {
        return out;
    }
    let mut how = options.table.clone();
    if let Some(map) = &options.map {
        how.names.extend(map.columns.iter().map(|rule| rule.source.clone()));
    }
    // The same file was read a moment ago; where it cannot be read again the cells stay away.
    if let Ok(table) = Table::open(&document.input, &how) {
        for row in table {
            if wanted.contains(&row.number) {
                out.insert(row.number, row.texts());
            }
            if out.len() == wanted.len() {
                break;
            }
        }
    }
    out
}

/// A refused file as the door says it.
pub(super) fn refused(refused: &Refused) -> Error {
    let reason = serde_json::to_value(refused.reason)
        .ok()
        .and_then(|v| v.as_str().map(str::to_owned))
        .unwrap_or_default();
    Error::new(Code::Invalid, &reason, refused.message.clone()).at("file")
}
