//! Zip archives: what is in them, and the ones that must not be opened.

use std::io::Read;

use zip::ZipArchive;

use super::{FileKind, Sniffed};
use crate::input::{Input, ReadSeek};
use crate::refused::{Refused, RefusedReason};

/// The most an archive may unpack to; a full data pack with its pictures stays well below.
const MAX_UNPACKED: u64 = 4 * 1024 * 1024 * 1024;
/// The most the XML of one workbook may unpack to (a million rows is about half of it).
const MAX_WORKBOOK: u64 = 1024 * 1024 * 1024;
/// Above this size, an entry that shrank more than [`MAX_RATIO`] times is taken for a bomb.
const RATIO_FLOOR: u64 = 64 * 1024 * 1024;
/// Real spreadsheets shrink 5 to 30 times.
const MAX_RATIO: u64 = 250;
/// Deflate cannot shrink further than this.
const DEFLATE_LIMIT: u64 = 1032;
/// More entries than any data pack has.
const MAX_ENTRIES: usize = 50_000;

/// One file in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where it stands in the archive.
    pub index: usize,
    /// Its path, `/` between the parts; names that are not UTF-8 are read as GB18030.
    pub path: String,
    /// Its declared size, unpacked.
    pub size: u64,
}

impl Entry {
    /// The last part of the path.
    pub fn file_name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// The extension in lower case, without the dot.
    pub fn extension(&self) -> String {
        self.file_name().rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default()
    }
}

pub(crate) fn open_archive(input: &Input) -> Result<ZipArchive<Box<dyn ReadSeek>>, Refused> {
    ZipArchive::new(input.open()?).map_err(|_| Refused::damaged(input.name()))
}

/// The files of an archive, after every check: no password, no way out, no bomb.
pub fn list_entries(input: &Input) -> Result<Vec<Entry>, Refused> {
    let name = input.name();
    let mut archive = open_archive(input)?;
    if archive.len() > MAX_ENTRIES {
        return Err(Refused::new(
            RefusedReason::TooLarge,
            format!(
                "「{name}」里有 {} 个文件，超过 {MAX_ENTRIES} 个的上限。请拆开再导入。",
                archive.len()
            ),
        ));
    }
    let mut entries = Vec::new();
    let mut total = 0_u64;
    for index in 0..archive.len() {
        // Raw: neither password nor compression method matters for the look.
        let file = archive.by_index_raw(index).map_err(|_| Refused::damaged(name))?;
        if file.encrypted() {
            return Err(Refused::new(
                RefusedReason::Encrypted,
                format!("「{name}」是带密码的压缩包，打不开。请先用密码解压，再导入里面的表格。"),
            ));
        }
        let path = entry_name(file.name_raw());
        if escapes(&path) {
            return Err(Refused::new(
                RefusedReason::UnsafePath,
                format!(
                    "「{name}」里的「{path}」指向压缩包外面的位置，可能是恶意文件，已拒绝。请向对方重新要一份。"
                ),
            ));
        }
        let (size, packed) = (file.size(), file.compressed_size());
        total = total.saturating_add(size);
        let bomb = size > RATIO_FLOOR && size / packed.max(1) > MAX_RATIO;
        if bomb || total > MAX_UNPACKED {
            return Err(Refused::new(
                RefusedReason::Bomb,
                format!("「{name}」解压后大得不正常（「{path}」），可能是压缩炸弹，已拒绝。"),
            ));
        }
        if !file.is_dir() && !path.ends_with('/') && !is_litter(&path) {
            entries.push(Entry { index, path, size });
        }
    }
    Ok(entries)
}

fn entry_name(raw: &[u8]) -> String {
    let name = match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => encoding_rs::GB18030.decode_without_bom_handling(raw).0.into_owned(),
    };
    name.replace('\\', "/")
}

fn escapes(path: &str) -> bool {
    let bytes = path.as_bytes();
    path.starts_with('/')
        || path.contains('\0')
        || matches!(bytes, [drive, b':', ..] if drive.is_ascii_alphabetic())
        || path.split('/').any(|part| part == "..")
}

/// What operating systems leave in archives.
fn is_litter(path: &str) -> bool {
    path.split('/').any(|part| part == "__MACOSX")
        || matches!(path.rsplit('/').next(), Some(".DS_Store" | "Thumbs.db" | "desktop.ini"))
        || path
            .rsplit('/')
            .next()
            .is_some_and(|file| file.starts_with("._") || file.starts_with("~$"))
}

/// Reads one entry, at most `limit` bytes of it whatever its header promises.
pub(crate) fn read_entry(input: &Input, index: usize, limit: u64) -> Result<Vec<u8>, Refused> {
    let mut archive = open_archive(input)?;
    let file = archive.by_index(index).map_err(|_| Refused::damaged(input.name()))?;
    let mut bytes = Vec::new();
    file.take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|_| Refused::damaged(input.name()))?;
    if bytes.len() as u64 > limit {
        return Err(Refused::new(
            RefusedReason::Bomb,
            format!("「{}」里有文件解压后超过 {} MB，已拒绝。", input.name(), limit / 1024 / 1024),
        ));
    }
    Ok(bytes)
}

pub(super) fn sniff_zip(input: &Input) -> Result<Sniffed, Refused> {
    let name = input.name();
    let entries = list_entries(input)?;
    if entries.is_empty() {
        return Err(Refused::new(
            RefusedReason::Empty,
            format!("「{name}」是空的压缩包，里面没有文件。"),
        ));
    }
    let has = |path: &str| entries.iter().any(|e| e.path.eq_ignore_ascii_case(path));
    let under = |folder: &str| entries.iter().any(|e| e.path.starts_with(folder));
    let workbook = |kind| {
        refuse_workbook_bomb(input, &entries)?;
        Ok(Sniffed { kind, encodings: Vec::new(), tables: Vec::new() })
    };
    if has("xl/workbook.xml") {
        return workbook(FileKind::Xlsx);
    }
    if has("xl/workbook.bin") {
        return workbook(FileKind::Xlsb);
    }
    if has("content.xml") && has("mimetype") {
        return workbook(FileKind::Ods);
    }
    if has("[Content_Types].xml") {
        let what = if under("word/") {
            "一份 Word 文档"
        } else if under("ppt/") {
            "一份 PPT 文档"
        } else if under("xl/") {
            return workbook(FileKind::Xlsx);
        } else {
            return Err(Refused::damaged(name));
        };
        return Err(Refused::new(
            RefusedReason::NotATable,
            format!("「{name}」是{what}，不是表格。请导入 xlsx、xls 或 csv。"),
        ));
    }
    let tables: Vec<String> = entries
        .iter()
        .filter(|e| {
            ["csv", "tsv", "txt", "xlsx", "xls", "xlsb", "ods"].contains(&e.extension().as_str())
        })
        .map(|e| e.path.clone())
        .collect();
    if tables.is_empty() {
        return Err(Refused::new(
            RefusedReason::NotATable,
            format!("「{name}」里没有表格（csv、txt、xls、xlsx）。请确认压缩包没有拿错。"),
        ));
    }
    Ok(Sniffed { kind: FileKind::Zip, encodings: Vec::new(), tables })
}

/// The workbook reader unpacks whole parts, so their true size is counted first where the packed
/// size leaves room for a lie in the headers.
fn refuse_workbook_bomb(input: &Input, entries: &[Entry]) -> Result<(), Refused> {
    let bomb = || {
        Refused::new(
            RefusedReason::Bomb,
            format!("「{}」解压后超过 1 GB，大得不正常，已拒绝。请拆成几份再导入。", input.name()),
        )
    };
    if entries.iter().map(|e| e.size).sum::<u64>() > MAX_WORKBOOK {
        return Err(bomb());
    }
    if input.len()?.saturating_mul(DEFLATE_LIMIT) <= MAX_WORKBOOK {
        return Ok(());
    }
    let mut archive = open_archive(input)?;
    let mut left = MAX_WORKBOOK;
    for entry in entries {
        let file = archive.by_index(entry.index).map_err(|_| Refused::damaged(input.name()))?;
        let read = std::io::copy(&mut file.take(left), &mut std::io::sink())
            .map_err(|_| Refused::damaged(input.name()))?;
        left -= read;
        if left == 0 {
            return Err(bomb());
        }
    }
    Ok(())
}
