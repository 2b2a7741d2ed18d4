//! What a file is, by its bytes and never by its extension alone.
//!
//! Platforms lie about extensions as a matter of course: `WeChat`'s `.xls` is an HTML table, some
//! `.xls` are CSV text, an order export may come inside a password zip. So the first bytes decide,
//! and whatever cannot be a table is refused here, once, with a sentence.

mod archive;
mod encoding;

pub use archive::{Entry, list_entries};
pub use encoding::{EncodingGuess, TextEncoding, guess_encoding};

use serde::{Deserialize, Serialize};

use crate::input::Input;
use crate::refused::{Refused, RefusedReason};

pub(crate) use archive::{open_archive, read_entry};

/// What the bytes of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// An Office Open XML workbook.
    Xlsx,
    /// A binary Office Open XML workbook.
    Xlsb,
    /// An `OpenDocument` spreadsheet.
    Ods,
    /// An old binary Excel workbook (BIFF).
    Xls,
    /// A web page with a table, whatever it is called.
    Html,
    /// Excel's 2003 XML.
    SpreadsheetMl,
    /// CSV, TSV or other delimited text.
    Text,
    /// An archive with tables in it.
    Zip,
}

/// A file whose nature is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Sniffed {
    /// What the bytes are.
    pub kind: FileKind,
    /// For text (and HTML): how it may be encoded, best first. One entry means no doubt; with two
    /// or three the person should pick one by its preview.
    pub encodings: Vec<EncodingGuess>,
    /// For an archive: the tables in it.
    pub tables: Vec<String>,
}

/// Bytes looked at for the magic numbers and the text checks.
const HEAD: u64 = 64 * 1024;

/// Programs, shortcuts and scripts by extension: refused even when the content is plain text.
const PROGRAMS: &[&str] = &[
    "exe", "lnk", "bat", "cmd", "com", "scr", "ps1", "vbs", "vbe", "js", "jse", "wsf", "hta",
    "msi", "dll", "reg", "sh", "url", "jar", "app", "apk",
];

/// Looks at a file's bytes and says what it is, or refuses it. A file that was looked at is not read
/// again, nor are its clones.
pub fn sniff(input: &Input) -> Result<Sniffed, Refused> {
    if let Some(known) = input.sniffed.get() {
        return Ok(known.clone());
    }
    let found = look(input)?;
    Ok(input.sniffed.get_or_init(|| found).clone())
}

fn look(input: &Input) -> Result<Sniffed, Refused> {
    let name = input.name();
    let head = input.head(HEAD)?;
    if head.is_empty() {
        return Err(Refused::new(
            RefusedReason::Empty,
            format!("「{name}」是空文件（0 字节）。请重新导出一份再导入。"),
        ));
    }
    refuse_programs(input, &head)?;
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return archive::sniff_zip(input);
    }
    if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return sniff_compound(input);
    }
    // BIFF 2 to 4 came without the compound wrapper; no platform writes it any more.
    if matches!(head.get(..2), Some([0x09, 0x00 | 0x02 | 0x04])) && head.get(3) == Some(&0) {
        return Err(Refused::new(
            RefusedReason::NotATable,
            format!("「{name}」是很旧的 Excel 格式，读不了。请用 Excel 打开后另存为 xlsx 再导入。"),
        ));
    }
    refuse_other_kinds(name, &head)?;
    let encodings = guess_encoding(input)?;
    let Some(best) = encodings.first() else {
        return Err(not_text(name));
    };
    let text = best.encoding.decode(&head);
    let body = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n', '\u{a0}']);
    if body.is_empty() && input.len()? <= HEAD {
        return Err(Refused::new(
            RefusedReason::Empty,
            format!("「{name}」里只有空白，没有内容。请重新导出一份再导入。"),
        ));
    }
    let kind = markup_kind(body).unwrap_or(FileKind::Text);
    Ok(Sniffed { kind, encodings, tables: Vec::new() })
}

fn markup_kind(body: &str) -> Option<FileKind> {
    if !body.starts_with('<') {
        return None;
    }
    let start: String = body.chars().take(4096).collect::<String>().to_ascii_lowercase();
    if start.contains("urn:schemas-microsoft-com:office:spreadsheet")
        || start.contains("<workbook")
        || start.contains("<ss:workbook")
    {
        return Some(FileKind::SpreadsheetMl);
    }
    let html = [
        "<table",
        "<html",
        "<!doctype html",
        "<head",
        "<body",
        "<meta",
        "<style",
        "<div",
        "<?xml",
        "<!--",
    ];
    html.iter().any(|tag| start.starts_with(tag)).then_some(FileKind::Html)
}

fn refuse_programs(input: &Input, head: &[u8]) -> Result<(), Refused> {
    let name = input.name();
    let shortcut = head.starts_with(&[0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00]);
    if shortcut || input.extension() == "lnk" {
        return Err(Refused::new(
            RefusedReason::Program,
            format!("「{name}」是快捷方式，不是文件本身。请找到原文件再导入。"),
        ));
    }
    let windows = head.starts_with(b"MZ") && head.iter().take(64).any(|&b| b == 0);
    let unix = head.starts_with(b"\x7fELF") || head.starts_with(b"#!/");
    let mac =
        matches!(head.get(..4), Some([0xCF | 0xCE, 0xFA, 0xED, 0xFE] | [0xCA, 0xFE, 0xBA, 0xBE]));
    if windows || unix || mac || PROGRAMS.contains(&input.extension().as_str()) {
        return Err(Refused::new(
            RefusedReason::Program,
            format!(
                "「{name}」是程序或脚本，出于安全不予接收。请选择表格文件（xlsx、xls、csv、txt 或 zip）。"
            ),
        ));
    }
    Ok(())
}

fn refuse_other_kinds(name: &str, head: &[u8]) -> Result<(), Refused> {
    let kinds: &[(&[u8], &str)] = &[
        (b"\xFF\xD8\xFF", "一张 JPEG 图片"),
        (b"\x89PNG\r\n\x1a\n", "一张 PNG 图片"),
        (b"GIF87a", "一张 GIF 图片"),
        (b"GIF89a", "一张 GIF 图片"),
        (b"8BPS", "一份 PSD 源文件"),
        (b"%PDF-", "一份 PDF 文档"),
        (b"Rar!\x1a\x07", "一个 RAR 压缩包，请先解压，再导入里面的表格"),
        (b"7z\xBC\xAF\x27\x1C", "一个 7z 压缩包，请先解压，再导入里面的表格"),
        (b"\x1F\x8B", "一个 gz 压缩包，请先解压，再导入里面的表格"),
        (b"SQLite format 3\0", "一个数据库文件"),
        (b"{\\rtf", "一份 RTF 文档"),
    ];
    let webp = head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP");
    let found = kinds.iter().find(|(magic, _)| head.starts_with(magic)).map(|(_, what)| *what);
    match found.or(webp.then_some("一张 WebP 图片")) {
        Some(what) => Err(Refused::new(
            RefusedReason::NotATable,
            format!("「{name}」是{what}，不是表格。可以导入的有：xlsx、xls、csv、txt、zip。"),
        )),
        None => Ok(()),
    }
}

fn not_text(name: &str) -> Refused {
    Refused::new(
        RefusedReason::NotATable,
        format!(
            "「{name}」不是表格：内容既不是 Excel 也不是文本。可以导入的有：xlsx、xls、csv、txt、zip。"
        ),
    )
}

/// A compound file: an old workbook, an encrypted new one, or another Office document.
fn sniff_compound(input: &Input) -> Result<Sniffed, Refused> {
    let name = input.name();
    let bytes = input.read_all(256 * 1024 * 1024)?;
    if has_stream(&bytes, "EncryptedPackage") {
        return Err(encrypted(name));
    }
    if has_stream(&bytes, "Workbook") || has_stream(&bytes, "Book") {
        return Ok(Sniffed { kind: FileKind::Xls, encodings: Vec::new(), tables: Vec::new() });
    }
    let what = if has_stream(&bytes, "WordDocument") {
        "一份 Word 文档"
    } else if has_stream(&bytes, "PowerPoint Document") {
        "一份 PPT 文档"
    } else {
        return Err(Refused::damaged(name));
    };
    Err(Refused::new(
        RefusedReason::NotATable,
        format!("「{name}」是{what}，不是表格。请导入 xlsx、xls 或 csv。"),
    ))
}

/// Whether the compound file's directory has an entry of that name: 64 bytes of UTF-16LE, zero
/// padded, with its length in bytes (terminator included) right after.
fn has_stream(bytes: &[u8], stream: &str) -> bool {
    let mut entry: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length = entry.len() + 2;
    entry.resize(64, 0);
    entry.extend(u16::try_from(length).unwrap_or(0).to_le_bytes());
    // Directory entries are 128 bytes each, in sectors of at least 512 bytes.
    bytes.chunks(128).any(|chunk| chunk.starts_with(&entry))
}

pub(crate) fn encrypted(name: &str) -> Refused {
    Refused::new(
        RefusedReason::Encrypted,
        format!("「{name}」设了打开密码，读不了。请用密码打开后另存一份不加密的，再导入。"),
    )
}
