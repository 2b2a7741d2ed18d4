//! One pass over a file: real type, header, hash, one small decode, and from it everything else.

use crate::{
    Bitmap, ColourMode, FileKind, Format, Header, Likeness, Measures, Refusal, Sniffed, Thumb,
    bitmap, header, kind, measure, psd, thumbs,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;

/// What a shop lets in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Limits {
    /// Largest picture.
    pub image_bytes: u64,
    /// Largest file of any other sort (source files, videos, archives).
    pub source_bytes: u64,
    /// Most pixels that will be decoded.
    pub pixels: u64,
}

impl Default for Limits {
    /// 50 MB a picture, 500 MB a source file, 120 million pixels.
    fn default() -> Self {
        Self { image_bytes: 50 << 20, source_bytes: 500 << 20, pixels: 120_000_000 }
    }
}

/// What a file is, as the shop keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Facts {
    /// BLAKE3 of the content, 64 hexadecimal digits.
    pub hash: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Real format.
    pub format: Format,
    /// How the shop treats it.
    pub kind: FileKind,
    /// Media type.
    pub mime: String,
    /// Width as seen (orientation applied); `None` when it is not a picture.
    pub width: Option<u32>,
    /// Height as seen.
    pub height: Option<u32>,
    /// Colour mode.
    pub colour: Option<ColourMode>,
    /// Bits a channel.
    pub depth: Option<u8>,
    /// Transparent somewhere. Known from the pixels once decoded, from the header otherwise.
    pub alpha: bool,
    /// More than one frame.
    pub animated: bool,
    /// EXIF orientation, 1 when upright.
    pub orientation: u8,
    /// Carries EXIF.
    pub exif: bool,
    /// EXIF says where it was taken.
    pub gps: bool,
    /// A preview could be made.
    pub preview: bool,
    /// Sentences for the person who brought it: a lying extension, CMYK, GPS, no preview ...
    pub warnings: Vec<String>,
}

/// Everything one pass found out.
#[derive(Debug, Clone, PartialEq)]
pub struct Processed {
    /// What the file is.
    pub facts: Facts,
    /// 320 and 80 pixels; empty without a preview.
    pub thumbs: Vec<Thumb>,
    /// How it looks; `None` without a preview.
    pub likeness: Option<Likeness>,
    /// Ground, subject, sharpness; `None` without a preview.
    pub measures: Option<Measures>,
}

/// What is said of a picture that has all its pixels and no end mark; other programs open it too.
pub const NO_END: &str = "图片缺少结尾标记，能打开，但可能没有存完。请看一眼画面，最好重新导出";

/// The longer side of the one decode that thumbnails, likeness and measures share.
const WORKING: u32 = 480;
/// How much of a file's beginning and end tells its type.
const SNIFF: usize = 64 << 10;

/// Memory that processing a file of this size and header may take, for
/// [`for_each_parallel`](crate::for_each_parallel).
pub fn cost(path: &Path) -> u64 {
    let bytes = std::fs::metadata(path).map_or(0, |it| it.len());
    // The file itself, and a decode: photographs pack about ten to one, flat pictures far better,
    // so never count less than a 12-megapixel RGB picture.
    bytes.saturating_mul(4).max(40 << 20)
}

/// Reads and processes a file. Pictures are read whole; big source files only in part.
pub fn process_path(path: &Path, limits: &Limits) -> Result<Processed, Refusal> {
    let io = |error: std::io::Error| Refusal::from_io(&error);
    let name = path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let mut file = File::open(path).map_err(io)?;
    let about = file.metadata().map_err(io)?;
    if about.is_dir() {
        return Err(Refusal::Unreadable { detail: "这是文件夹".into() });
    }
    let size = about.len();
    let mut head = Vec::new();
    file.by_ref().take(SNIFF as u64).read_to_end(&mut head).map_err(io)?;
    let mut tail = Vec::new();
    file.seek(SeekFrom::Start(size.saturating_sub(SNIFF as u64))).map_err(io)?;
    file.by_ref().take(SNIFF as u64).read_to_end(&mut tail).map_err(io)?;
    let sniffed = kind::sniff(&head, &tail, &name)?;
    check_size(sniffed.format, size, limits)?;
    file.seek(SeekFrom::Start(0)).map_err(io)?;
    // What no decoder here needs whole, and Photoshop files, are hashed as they stream by.
    if !sniffed.format.decodable() || sniffed.format == Format::Psd {
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(&mut file).map_err(io)?;
        let hash = hasher.finalize().to_hex().to_string();
        if sniffed.format != Format::Psd {
            return finish(sniffed, hash, size, None, None, limits);
        }
        let mut file = BufReader::with_capacity(1 << 20, file);
        let header = header::read_from(Format::Psd, &mut file).transpose()?;
        let work = |it: &Header| {
            let preview = psd::preview(it, &mut file, WORKING);
            preview.map_err(|detail| Refusal::Damaged { format: "PSD", detail })
        };
        let preview = header.as_ref().filter(|it| it.pixels() <= limits.pixels).map(work);
        return finish(sniffed, hash, size, header, preview, limits);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    file.read_to_end(&mut bytes).map_err(io)?;
    whole(sniffed, &bytes, limits)
}

/// Processes a file held in memory.
pub fn process_bytes(name: &str, bytes: &[u8], limits: &Limits) -> Result<Processed, Refusal> {
    let sniffed = kind::sniff(bytes, &bytes[bytes.len().saturating_sub(SNIFF)..], name)?;
    check_size(sniffed.format, bytes.len() as u64, limits)?;
    whole(sniffed, bytes, limits)
}

/// Makes one thumbnail of any size from the original, for the sizes not made on arrival.
///
/// `None` when the format has no preview here.
pub fn thumb(
    name: &str,
    bytes: &[u8],
    size: u32,
    limits: &Limits,
) -> Result<Option<Thumb>, Refusal> {
    let sniffed = kind::sniff(bytes, &bytes[bytes.len().saturating_sub(SNIFF)..], name)?;
    let Some(header) = header::read(sniffed.format, bytes).transpose()? else { return Ok(None) };
    check_pixels(&header, limits)?;
    let Some(picture) = bitmap::decode(&header, bytes, size).transpose()? else { return Ok(None) };
    Ok(thumbs::make(&picture, &[size]).pop())
}

fn check_size(format: Format, bytes: u64, limits: &Limits) -> Result<(), Refusal> {
    let (what, limit) = match format.kind() {
        FileKind::Image => ("图片", limits.image_bytes),
        FileKind::Source => ("源文件", limits.source_bytes),
        FileKind::Video => ("视频", limits.source_bytes),
        _ => ("文件", limits.source_bytes),
    };
    if bytes > limit { Err(Refusal::TooLarge { what, bytes, limit }) } else { Ok(()) }
}

fn check_pixels(header: &Header, limits: &Limits) -> Result<(), Refusal> {
    if header.pixels() > limits.pixels {
        let (width, height) = (header.width, header.height);
        return Err(Refusal::PixelBomb { width, height, limit: limits.pixels });
    }
    Ok(())
}

fn whole(sniffed: Sniffed, bytes: &[u8], limits: &Limits) -> Result<Processed, Refusal> {
    let header = match header::read(sniffed.format, bytes).transpose() {
        Ok(header) => header,
        // A working file nobody here can read is still a designer's working file.
        Err(_) if sniffed.format.kind() == FileKind::Source => None,
        Err(refusal) => return Err(refusal),
    };
    if let Some(header) = header.as_ref().filter(|it| it.format.kind() == FileKind::Image) {
        check_pixels(header, limits)?;
    }
    if let Some(header) = header.as_ref().filter(|it| !it.ended)
        && !bitmap::is_all_there(header, bytes)
    {
        let detail = "缺少结尾标记，画面也不全".to_owned();
        return Err(Refusal::Truncated { format: header.format.label(), detail });
    }
    let fits = |it: &&Header| it.pixels() <= limits.pixels;
    let picture = header.as_ref().filter(fits).and_then(|it| bitmap::decode(it, bytes, WORKING));
    let hash = blake3::hash(bytes).to_hex().to_string();
    finish(sniffed, hash, bytes.len() as u64, header, picture, limits)
}

fn finish(
    sniffed: Sniffed,
    hash: String,
    bytes: u64,
    header: Option<Header>,
    picture: Option<Result<Bitmap, Refusal>>,
    limits: &Limits,
) -> Result<Processed, Refusal> {
    let format = sniffed.format;
    let picture = match picture {
        Some(Err(refusal)) if format.kind() == FileKind::Image => return Err(refusal),
        Some(Ok(picture)) => Some(picture),
        _ => None,
    };
    let mut facts = Facts {
        hash,
        bytes,
        format,
        kind: format.kind(),
        mime: format.mime().to_owned(),
        width: header.as_ref().map(|it| it.shown().0),
        height: header.as_ref().map(|it| it.shown().1),
        colour: header.as_ref().map(|it| it.colour),
        depth: header.as_ref().map(|it| it.depth),
        alpha: match (&header, &picture) {
            (Some(it), Some(picture)) if it.format != Format::Psd => picture.alpha,
            (Some(it), _) => it.alpha,
            _ => false,
        },
        animated: header.as_ref().is_some_and(|it| it.animated),
        orientation: header.as_ref().map_or(1, |it| it.orientation),
        exif: header.as_ref().is_some_and(|it| it.exif),
        gps: header.as_ref().is_some_and(|it| it.gps),
        preview: picture.is_some(),
        warnings: sniffed.lie.into_iter().collect(),
    };
    facts.warnings.extend(warnings(&facts, sniffed.locked, header.as_ref(), limits));
    Ok(Processed {
        facts,
        likeness: picture.as_ref().map(Likeness::of),
        measures: picture.as_ref().map(measure::measure),
        thumbs: picture.as_ref().map(|it| thumbs::make(it, &thumbs::STANDARD)).unwrap_or_default(),
    })
}

fn warnings(facts: &Facts, locked: bool, header: Option<&Header>, limits: &Limits) -> Vec<String> {
    let mut out = Vec::new();
    let mut say = |yes: bool, text: &str| {
        if yes {
            out.push(text.to_owned());
        }
    };
    let image = facts.kind == FileKind::Image;
    say(header.is_some_and(|it| !it.ended), NO_END);
    say(locked, "文件设了密码，打开前需要先去掉密码");
    say(
        image && facts.colour == Some(ColourMode::Cmyk),
        "CMYK 色彩模式，网页上会偏色，请在 PS 里转成 RGB 再存",
    );
    say(image && facts.depth.is_some_and(|it| it > 8), "每通道 16 位，平台只收 8 位，请转成 8 位");
    say(facts.animated, "是动图，只取第一帧做预览和检查");
    say(facts.gps, "照片里带有拍摄地点（GPS），对外使用前建议去掉");
    say(facts.orientation != 1, "照片靠 EXIF 旋转显示，个别平台会横着显示，建议在 PS 里转正再存");
    let bomb = header.is_some_and(|it| it.pixels() > limits.pixels);
    say(bomb, "画布太大，只存原文件，不生成预览");
    let designed = matches!(facts.kind, FileKind::Source) || facts.format == Format::Pdf;
    say(!facts.preview && designed && !bomb, "这种文件没有预览，只存原文件");
    out
}
