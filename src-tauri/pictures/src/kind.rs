//! What a file really is, by its first bytes; a name that says otherwise is reported.
//!
//! Not here: opening the file any further (that is [`crate::header`]).

use crate::Refusal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How the shop treats a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A picture a browser shows.
    Image,
    /// A designer's working file (PSD, AI, TIFF, RAW, fonts): kept, shown by a preview if it has one.
    Source,
    /// Word, `PowerPoint`, PDF.
    Document,
    /// Excel, CSV.
    Sheet,
    /// zip, rar, 7z.
    Archive,
    /// Plain text of any sort.
    Text,
    /// Moving pictures.
    Video,
    /// Anything else.
    Other,
    /// Never taken in.
    Refused,
}

/// The real format of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // each is the format's own name
pub enum Format {
    Jpeg,
    Png,
    Gif,
    Webp,
    Bmp,
    Tiff,
    Psd,
    Ai,
    Eps,
    Pdf,
    Svg,
    Heic,
    Avif,
    Raw,
    Font,
    Mp4,
    Mov,
    Avi,
    Mkv,
    Docx,
    Doc,
    Pptx,
    Ppt,
    Xlsx,
    Xls,
    Csv,
    Text,
    Markdown,
    Html,
    Css,
    Json,
    Xml,
    Zip,
    Rar,
    SevenZip,
    Gzip,
    Other,
}

impl Format {
    /// Label, media type, treatment and the extensions it may carry, in one table.
    const fn row(self) -> (&'static str, &'static str, FileKind, &'static [&'static str]) {
        use FileKind as K;
        match self {
            Self::Jpeg => ("JPEG", "image/jpeg", K::Image, &["jpg", "jpeg", "jpe", "jfif"]),
            Self::Png => ("PNG", "image/png", K::Image, &["png", "apng"]),
            Self::Gif => ("GIF", "image/gif", K::Image, &["gif"]),
            Self::Webp => ("WebP", "image/webp", K::Image, &["webp"]),
            Self::Bmp => ("BMP", "image/bmp", K::Image, &["bmp", "dib"]),
            Self::Tiff => ("TIFF", "image/tiff", K::Source, &["tif", "tiff"]),
            Self::Psd => ("PSD", "image/vnd.adobe.photoshop", K::Source, &["psd", "psb"]),
            Self::Ai => ("AI", "application/illustrator", K::Source, &["ai"]),
            Self::Eps => ("EPS", "application/postscript", K::Source, &["eps", "ps", "ai"]),
            Self::Pdf => ("PDF", "application/pdf", K::Document, &["pdf"]),
            Self::Svg => ("SVG", "image/svg+xml", K::Source, &["svg"]),
            Self::Heic => ("HEIC", "image/heic", K::Source, &["heic", "heif"]),
            Self::Avif => ("AVIF", "image/avif", K::Source, &["avif"]),
            Self::Raw => ("相机 RAW", "image/x-raw", K::Source, RAW),
            Self::Font => ("字体", "font/sfnt", K::Source, &["ttf", "otf", "ttc", "woff", "woff2"]),
            Self::Mp4 => ("MP4", "video/mp4", K::Video, &["mp4", "m4v"]),
            Self::Mov => ("MOV", "video/quicktime", K::Video, &["mov", "qt"]),
            Self::Avi => ("AVI", "video/x-msvideo", K::Video, &["avi"]),
            Self::Mkv => ("MKV/WebM", "video/x-matroska", K::Video, &["mkv", "webm"]),
            Self::Docx => (
                "Word 文档",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                K::Document,
                &["docx", "docm", "dotx"],
            ),
            Self::Doc => {
                ("Word 97 文档", "application/msword", K::Document, &["doc", "wps", "dot"])
            }
            Self::Pptx => (
                "PowerPoint 文档",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                K::Document,
                &["pptx", "pptm", "ppsx"],
            ),
            Self::Ppt => (
                "PowerPoint 97 文档",
                "application/vnd.ms-powerpoint",
                K::Document,
                &["ppt", "pps", "dps"],
            ),
            Self::Xlsx => (
                "Excel 工作簿",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                K::Sheet,
                &["xlsx", "xlsm", "xltx"],
            ),
            Self::Xls => ("Excel 97 工作簿", "application/vnd.ms-excel", K::Sheet, &["xls", "et"]),
            Self::Csv => ("CSV", "text/csv", K::Sheet, &["csv", "tsv"]),
            Self::Text => ("文本", "text/plain", K::Text, &["txt", "log", "ini", "srt"]),
            Self::Markdown => ("Markdown", "text/markdown", K::Text, &["md", "markdown"]),
            Self::Html => ("网页", "text/html", K::Text, &["html", "htm"]),
            Self::Css => ("样式表", "text/css", K::Text, &["css"]),
            Self::Json => ("JSON", "application/json", K::Text, &["json"]),
            Self::Xml => ("XML", "application/xml", K::Text, &["xml"]),
            Self::Zip => ("zip 压缩包", "application/zip", K::Archive, &["zip"]),
            Self::Rar => ("rar 压缩包", "application/vnd.rar", K::Archive, &["rar"]),
            Self::SevenZip => ("7z 压缩包", "application/x-7z-compressed", K::Archive, &["7z"]),
            Self::Gzip => ("gz 压缩包", "application/gzip", K::Archive, &["gz", "tgz"]),
            Self::Other => ("其他文件", "application/octet-stream", K::Other, &[]),
        }
    }

    /// The name people call it by.
    pub const fn label(self) -> &'static str {
        self.row().0
    }

    /// Its media type.
    pub const fn mime(self) -> &'static str {
        self.row().1
    }

    /// How the shop treats it.
    pub const fn kind(self) -> FileKind {
        self.row().2
    }

    /// Extensions that tell the truth about it; the first is the usual one.
    pub const fn extensions(self) -> &'static [&'static str] {
        self.row().3
    }

    /// Whether its pixels can be decoded here.
    pub const fn decodable(self) -> bool {
        matches!(
            self,
            Self::Jpeg | Self::Png | Self::Gif | Self::Webp | Self::Bmp | Self::Tiff | Self::Psd
        )
    }
}

const RAW: &[&str] = &["cr2", "cr3", "nef", "arw", "dng", "raf", "rw2", "orf"];

/// Every format, for looking one up by extension.
const ALL: &[Format] = &[
    Format::Jpeg,
    Format::Png,
    Format::Gif,
    Format::Webp,
    Format::Bmp,
    Format::Tiff,
    Format::Psd,
    Format::Ai,
    Format::Eps,
    Format::Pdf,
    Format::Svg,
    Format::Heic,
    Format::Avif,
    Format::Raw,
    Format::Font,
    Format::Mp4,
    Format::Mov,
    Format::Avi,
    Format::Mkv,
    Format::Docx,
    Format::Doc,
    Format::Pptx,
    Format::Ppt,
    Format::Xlsx,
    Format::Xls,
    Format::Csv,
    Format::Text,
    Format::Markdown,
    Format::Html,
    Format::Css,
    Format::Json,
    Format::Xml,
    Format::Zip,
    Format::Rar,
    Format::SevenZip,
    Format::Gzip,
];

/// What the first bytes say, and whether the name agrees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sniffed {
    /// The real format.
    pub format: Format,
    /// A sentence when the extension claims another format.
    pub lie: Option<String>,
    /// An archive or workbook that asks for a password.
    pub locked: bool,
}

/// Names a file's real format from its beginning and end, and refuses what must never come in.
///
/// `head` is the first 64 KB or more (or the whole file), `tail` the last 64 KB (or the whole file).
pub fn sniff(head: &[u8], tail: &[u8], name: &str) -> Result<Sniffed, Refusal> {
    if head.is_empty() {
        return Err(Refusal::Empty);
    }
    let ext = extension(name);
    refuse_dangerous(head, &ext)?;
    let format = by_magic(head, tail, &ext).unwrap_or_else(|| {
        if looks_like_text(head) { text_format(head, &ext) } else { Format::Other }
    });
    let locked = match format {
        Format::Zip => head.get(6).is_some_and(|flags| flags & 1 == 1),
        Format::Doc | Format::Xls | Format::Ppt => {
            contains(head, &utf16("EncryptedPackage")) || contains(tail, &utf16("EncryptedPackage"))
        }
        _ => false,
    };
    Ok(Sniffed { format, lie: lie(format, &ext), locked })
}

/// The extension in lower case, without the dot; empty when there is none.
pub fn extension(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    // Windows drops trailing dots and spaces, so `a.exe. ` is a program too.
    let last = last.trim_end_matches(['.', ' ']);
    match last.rsplit_once('.') {
        Some((_, ext)) => ext.to_ascii_lowercase(),
        None => String::new(),
    }
}

fn refuse_dangerous(head: &[u8], ext: &str) -> Result<(), Refusal> {
    if head.starts_with(b"MZ")
        && (head.len() < 64 || contains(&head[..head.len().min(1024)], b"PE\0\0"))
    {
        return Err(Refusal::Program { what: "Windows 程序" });
    }
    if head.starts_with(b"\x7fELF") {
        return Err(Refusal::Program { what: "Linux 程序" });
    }
    let mach = [[0xcf, 0xfa, 0xed, 0xfe], [0xce, 0xfa, 0xed, 0xfe], [0xca, 0xfe, 0xba, 0xbe]];
    if mach.iter().any(|magic| head.starts_with(magic)) {
        return Err(Refusal::Program { what: "macOS 或 Java 程序" });
    }
    if head.starts_with(b"\x4c\0\0\0\x01\x14\x02\0") {
        return Err(Refusal::Shortcut);
    }
    if head.starts_with(b"[InternetShortcut]") {
        return Err(Refusal::Shortcut);
    }
    if head.starts_with(b"#!") {
        return Err(Refusal::Script { what: "#! 脚本".into() });
    }
    match ext {
        "exe" | "com" | "scr" | "pif" | "cpl" | "dll" | "sys" | "ocx" | "gadget" => {
            Err(Refusal::Program { what: "Windows 程序" })
        }
        "msi" | "msp" | "msix" | "appx" | "apk" | "dmg" | "deb" | "rpm" | "jar" => {
            Err(Refusal::Program { what: "安装包" })
        }
        "lnk" | "url" | "desktop" | "webloc" => Err(Refusal::Shortcut),
        "bat" | "cmd" | "ps1" | "psm1" | "vbs" | "vbe" | "js" | "jse" | "mjs" | "wsf" | "wsh"
        | "hta" | "reg" | "sh" | "bash" | "py" | "pl" | "rb" | "jsx" | "atn" | "scf" | "inf" => {
            Err(Refusal::Script { what: format!(".{ext}") })
        }
        _ => Ok(()),
    }
}

/// Where a format's first bytes stand, for those that they alone decide.
const MAGIC: &[(usize, &[u8], Format)] = &[
    (0, b"\xff\xd8\xff", Format::Jpeg),
    (0, b"\x89PNG\r\n\x1a\n", Format::Png),
    (0, b"GIF87a", Format::Gif),
    (0, b"GIF89a", Format::Gif),
    (0, b"8BPS", Format::Psd),
    (0, b"IIRO", Format::Raw),
    (0, b"IIU\0", Format::Raw),
    (0, b"FUJIFILMCCD-RAW", Format::Raw),
    (0, b"%!PS", Format::Eps),
    (0, b"\xc5\xd0\xd3\xc6", Format::Eps),
    (0, b"\x1a\x45\xdf\xa3", Format::Mkv),
    (0, b"Rar!\x1a\x07", Format::Rar),
    (0, b"7z\xbc\xaf\x27\x1c", Format::SevenZip),
    (0, b"\x1f\x8b", Format::Gzip),
    (0, b"\0\x01\0\0\0", Format::Font),
    (0, b"OTTO", Format::Font),
    (0, b"ttcf", Format::Font),
    (0, b"wOF", Format::Font),
];

fn by_magic(head: &[u8], tail: &[u8], ext: &str) -> Option<Format> {
    let at =
        |offset: usize, magic: &[u8]| head.get(offset..).is_some_and(|it| it.starts_with(magic));
    if let Some(row) = MAGIC.iter().find(|row| at(row.0, row.1)) {
        return Some(row.2);
    }
    // The rest share their first bytes with others, and are told apart further in.
    if at(0, b"RIFF") {
        if at(8, b"WEBP") {
            return Some(Format::Webp);
        }
        return at(8, b"AVI ").then_some(Format::Avi);
    }
    if at(0, b"BM") && bmp_header(head) {
        return Some(Format::Bmp);
    }
    if at(0, b"II*\0") || at(0, b"MM\0*") {
        return Some(if RAW.contains(&ext) { Format::Raw } else { Format::Tiff });
    }
    if at(0, b"%PDF-") {
        let drawn = ext == "ai" || contains(head, b"/AIPrivateData");
        return Some(if drawn { Format::Ai } else { Format::Pdf });
    }
    if at(4, b"ftyp") {
        return iso_media(head);
    }
    if at(0, b"PK\x03\x04") || at(0, b"PK\x05\x06") {
        return Some(zipped(head, tail));
    }
    if at(0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(compound(head, tail, ext));
    }
    None
}

/// `BM` alone also begins plenty of text; a bitmap's header size is one of six numbers.
fn bmp_header(head: &[u8]) -> bool {
    matches!(head.get(14..18), Some([12 | 40 | 52 | 56 | 64 | 108 | 124, 0, 0, 0]))
}

fn iso_media(head: &[u8]) -> Option<Format> {
    let brand = head.get(8..12)?;
    Some(match brand {
        b"avif" | b"avis" => Format::Avif,
        b"heic" | b"heix" | b"hevc" | b"mif1" | b"msf1" | b"heim" => Format::Heic,
        b"crx " => Format::Raw,
        b"qt  " => Format::Mov,
        _ => Format::Mp4,
    })
}

/// Office documents are zip files; the entries' names, which also stand at the end, tell which.
fn zipped(head: &[u8], tail: &[u8]) -> Format {
    let has = |name: &[u8]| contains(head, name) || contains(tail, name);
    if has(b"[Content_Types].xml") {
        for (part, format) in [
            (&b"word/document"[..], Format::Docx),
            (&b"xl/workbook"[..], Format::Xlsx),
            (&b"ppt/presentation"[..], Format::Pptx),
        ] {
            if has(part) {
                return format;
            }
        }
    }
    Format::Zip
}

fn compound(head: &[u8], tail: &[u8], ext: &str) -> Format {
    let has = |name: &str| contains(head, &utf16(name)) || contains(tail, &utf16(name));
    if has("WordDocument") {
        Format::Doc
    } else if has("PowerPoint Document") {
        Format::Ppt
    } else if has("Workbook") {
        Format::Xls
    } else {
        match ext {
            "doc" | "docx" | "wps" => Format::Doc,
            "ppt" | "pptx" | "dps" => Format::Ppt,
            "xls" | "xlsx" | "et" => Format::Xls,
            _ => Format::Other,
        }
    }
}

fn looks_like_text(head: &[u8]) -> bool {
    let sample = &head[..head.len().min(8192)];
    if sample.starts_with(b"\xff\xfe") || sample.starts_with(b"\xfe\xff") {
        return true;
    }
    // Any encoding in use here (UTF-8, GBK, Big5) keeps control bytes out of text.
    sample.iter().all(|&byte| byte >= 0x20 || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b))
}

fn text_format(head: &[u8], ext: &str) -> Format {
    let start = head
        .iter()
        .take(1024)
        .copied()
        .skip_while(|it| it.is_ascii_whitespace() || matches!(it, 0xef | 0xbb | 0xbf));
    let start: Vec<u8> = start.map(|it| it.to_ascii_lowercase()).collect();
    let lower: Vec<u8> = head.iter().take(4096).map(u8::to_ascii_lowercase).collect();
    if start.starts_with(b"<svg")
        || (start.starts_with(b"<?xml") || start.starts_with(b"<!")) && contains(&lower, b"<svg")
    {
        return Format::Svg;
    }
    if start.starts_with(b"<!doctype html") || start.starts_with(b"<html") {
        return Format::Html;
    }
    match ext {
        "csv" | "tsv" => Format::Csv,
        "md" | "markdown" => Format::Markdown,
        "html" | "htm" => Format::Html,
        "css" => Format::Css,
        "json" => Format::Json,
        _ if start.starts_with(b"<?xml") => Format::Xml,
        "xml" => Format::Xml,
        _ => Format::Text,
    }
}

fn lie(format: Format, ext: &str) -> Option<String> {
    if ext.is_empty() || format == Format::Other || format.extensions().contains(&ext) {
        return None;
    }
    // A name nobody else claims (`.bak`, `.tmp`) says nothing, so it does not lie.
    let claimed = ALL.iter().find(|it| it.extensions().contains(&ext))?;
    // Backends export HTML and CSV under Excel's name every day; the importers know that themselves.
    if claimed.kind() == format.kind() && format.kind() == FileKind::Text {
        return None;
    }
    let right = format.extensions().first().copied().unwrap_or("");
    Some(format!("文件名是 .{ext}，内容其实是 {}，建议改为 .{right}", format.label()))
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

pub(crate) fn contains(hay: &[u8], needle: &[u8]) -> bool {
    let Some(&first) = needle.first() else { return true };
    let mut from = 0;
    while let Some(step) = hay[from..].iter().position(|&byte| byte == first) {
        let at = from + step;
        if hay[at..].starts_with(needle) {
            return true;
        }
        from = at + 1;
    }
    false
}
