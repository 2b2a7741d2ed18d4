//! A picture's own header: size, colour, transparency, movement, EXIF, without decoding a pixel.
//!
//! A JPEG or PNG that breaks off is found here too, by walking its segments or chunks to the end. One
//! that only lacks its end mark has a header, and the pixels say whether it is whole.

use crate::{Format, Refusal};
use exif::{In, Tag};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::io::{Read, Seek, SeekFrom};

/// How colours are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ColourMode {
    /// Red, green, blue.
    Rgb,
    /// One channel.
    Gray,
    /// Four inks, for print; most shops' pages show it with wrong colours or not at all.
    Cmyk,
    /// A palette of at most 256 colours.
    Indexed,
    /// Anything else (Lab, duotone).
    Other,
}

impl ColourMode {
    /// As Photoshop's menu says it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Rgb => "RGB",
            Self::Gray => "灰度",
            Self::Cmyk => "CMYK",
            Self::Indexed => "索引色",
            Self::Other => "其他色彩模式",
        }
    }
}

/// What a picture says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Its real format.
    pub format: Format,
    /// Stored width, before the EXIF orientation.
    pub width: u32,
    /// Stored height, before the EXIF orientation.
    pub height: u32,
    /// Colour mode.
    pub colour: ColourMode,
    /// Bits in a channel: 8, or 16 and more.
    pub depth: u8,
    /// Has (or may have) transparent pixels.
    pub alpha: bool,
    /// More than one frame.
    pub animated: bool,
    /// EXIF orientation, 1 (upright) to 8.
    pub orientation: u8,
    /// Carries EXIF.
    pub exif: bool,
    /// EXIF says where it was taken.
    pub gps: bool,
    /// JPEG: Adobe's marker, by which CMYK is stored inverted.
    pub adobe: bool,
    /// Its end mark is there.
    pub ended: bool,
    /// JPEG: lines of pixels in a row of blocks, below which nothing is known of a cut one; 0 when that
    /// cannot be told (restart marks).
    pub block_lines: u32,
    /// TIFF: its strips or tiles are JPEGs, each with a size of its own.
    pub jpegs: bool,
}

/// What is said of a picture whose header states one size and whose pixels have another: the header is
/// what was weighed.
pub(crate) const TWO_SIZES: &str = "有两个不同的尺寸";

/// Pixels of a part (a tile, a first frame) that may be larger than the picture it belongs to: sloppy
/// writers make such parts, and this many cost little.
pub(crate) const MOST_OF_A_PART: u64 = 1 << 24;

/// Bytes of the tables that the JPEGs of a TIFF share: real ones take a few hundred.
const MOST_OF_TABLES: u32 = 1 << 20;

/// Bytes in a row of a TIFF, channels that nobody sees included: the decoder holds one.
const MOST_OF_A_ROW: u64 = 1 << 30;

impl Header {
    fn new(format: Format, width: u32, height: u32) -> Self {
        Self {
            format,
            width,
            height,
            colour: ColourMode::Rgb,
            depth: 8,
            alpha: false,
            animated: false,
            orientation: 1,
            exif: false,
            gps: false,
            adobe: false,
            ended: true,
            block_lines: 0,
            jpegs: false,
        }
    }

    /// Width and height as seen, with the orientation applied.
    pub const fn shown(&self) -> (u32, u32) {
        if self.orientation >= 5 { (self.height, self.width) } else { (self.width, self.height) }
    }

    /// Number of pixels.
    pub const fn pixels(&self) -> u64 {
        self.width as u64 * self.height as u64
    }

    fn take_exif(&mut self, tiff: &[u8]) {
        self.exif = true;
        let Ok(found) = exif::Reader::new().read_raw(tiff.to_vec()) else { return };
        if let Some(turn) = found
            .get_field(Tag::Orientation, In::PRIMARY)
            .and_then(|field| field.value.get_uint(0))
            .and_then(|value| u8::try_from(value).ok())
            .filter(|value| (1..=8).contains(value))
        {
            self.orientation = turn;
        }
        self.gps = found.get_field(Tag::GPSLatitude, In::PRIMARY).is_some();
    }
}

/// Reads the header of a picture held in memory. `None` for formats that have no pixels to speak of.
pub fn read(format: Format, bytes: &[u8]) -> Option<Result<Header, Refusal>> {
    Some(match format {
        Format::Jpeg => jpeg(bytes),
        Format::Png => png(bytes),
        Format::Gif => gif(bytes),
        Format::Webp => webp(bytes),
        Format::Bmp => bmp(bytes),
        Format::Tiff | Format::Psd => return read_from(format, &mut std::io::Cursor::new(bytes)),
        _ => return None,
    })
}

/// Reads the header of a big source file (TIFF, PSD) without holding the file in memory.
pub fn read_from(format: Format, file: &mut (impl Read + Seek)) -> Option<Result<Header, Refusal>> {
    Some(match format {
        Format::Tiff => tiff(file).map_err(|error| damaged("TIFF", &error.to_string())),
        Format::Psd => psd(file).map_err(|error| damaged("PSD", &error.to_string())),
        _ => return None,
    })
}

fn damaged(format: &'static str, detail: &str) -> Refusal {
    Refusal::Damaged { format, detail: detail.to_owned() }
}

fn be16(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn le16(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn le32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// A real camera or editor writes about ten scans; thousands are there to keep a decoder busy.
const MOST_SCANS: usize = 100;

fn jpeg(bytes: &[u8]) -> Result<Header, Refusal> {
    let cut = |detail: &str| Refusal::Truncated { format: "JPEG", detail: detail.to_owned() };
    let mut header: Option<Header> = None;
    let mut exif: Option<&[u8]> = None;
    let (mut adobe, mut ended, mut restarts) = (false, true, false);
    let mut scans = 0;
    let mut at = 2;
    loop {
        // To the next marker: right here in the header, further on after a scan's data.
        let Some(step) = bytes.get(at..).and_then(|rest| rest.iter().position(|&it| it == 0xff))
        else {
            ended = false;
            break;
        };
        at += step + 1;
        let Some(&marker) = bytes.get(at) else {
            ended = false;
            break;
        };
        match marker {
            0xff => continue, // padding
            0x00 | 0x01 | 0xd0..=0xd8 => {
                at += 1;
                continue;
            } // stuffed byte, restart
            0xd9 => break,    // end of image
            _ => at += 1,
        }
        let Some(length) = be16(bytes, at).map(usize::from) else {
            return Err(cut("头部没有写完"));
        };
        let Some(body) = bytes.get(at + 2..at + length) else {
            return Err(cut("头部没有写完"));
        };
        match marker {
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) && header.is_none() => {
                let (Some(height), Some(width), Some(&parts)) =
                    (be16(body, 1), be16(body, 3), body.get(5))
                else {
                    return Err(damaged("JPEG", "尺寸段太短"));
                };
                let mut it = Header::new(Format::Jpeg, width.into(), height.into());
                it.depth = body[0];
                it.colour = match parts {
                    1 => ColourMode::Gray,
                    3 => ColourMode::Rgb,
                    4 => ColourMode::Cmyk,
                    _ => ColourMode::Other,
                };
                let tallest =
                    body[6..].chunks(3).filter_map(|part| Some(part.get(1)? & 0x0f)).max();
                it.block_lines = 8 * u32::from(tallest.unwrap_or(1).max(1));
                header = Some(it);
            }
            0xdd => restarts = body.iter().any(|&it| it != 0),
            0xe1 if body.starts_with(b"Exif\0\0") && exif.is_none() => exif = Some(&body[6..]),
            0xee if body.starts_with(b"Adobe") => adobe = true,
            0xda => {
                scans += 1;
                if scans > MOST_SCANS {
                    return Err(damaged("JPEG", "扫描次数异常"));
                }
            }
            _ => {}
        }
        at += length;
    }
    if !ended && (header.is_none() || scans == 0) {
        return Err(cut("缺少结尾标记"));
    }
    let Some(mut header) = header else { return Err(damaged("JPEG", "没有尺寸信息")) };
    if scans == 0 {
        return Err(cut("没有图像数据"));
    }
    if header.width == 0 || header.height == 0 {
        return Err(damaged("JPEG", "宽或高为 0"));
    }
    (header.adobe, header.ended) = (adobe, ended);
    if restarts {
        header.block_lines = 0;
    }
    if let Some(tiff) = exif {
        header.take_exif(tiff);
    }
    Ok(header)
}

fn png(bytes: &[u8]) -> Result<Header, Refusal> {
    let cut = |detail: &str| Refusal::Truncated { format: "PNG", detail: detail.to_owned() };
    let mut header: Option<Header> = None;
    let mut at = 8;
    let (mut data, mut ended) = (false, true);
    loop {
        let (Some(length), Some(name)) = (be32(bytes, at), bytes.get(at + 4..at + 8)) else {
            if data {
                ended = false;
                break;
            }
            return Err(cut("缺少结尾块 IEND"));
        };
        let length = length as usize;
        // The chunk and the four bytes of its checksum.
        let whole = bytes.get(at + 8..).and_then(|rest| rest.get(..length.checked_add(4)?));
        let Some(body) = whole.map(|it| &it[..length]) else {
            if name == b"IEND" {
                ended = false;
                break;
            }
            return Err(cut("数据块没有写完"));
        };
        match name {
            b"IHDR" if header.is_none() => {
                let (Some(width), Some(height), Some(&depth), Some(&colour)) =
                    (be32(body, 0), be32(body, 4), body.get(8), body.get(9))
                else {
                    return Err(damaged("PNG", "头部太短"));
                };
                let mut it = Header::new(Format::Png, width, height);
                it.depth = depth;
                it.alpha = matches!(colour, 4 | 6);
                it.colour = match colour {
                    0 | 4 => ColourMode::Gray,
                    3 => ColourMode::Indexed,
                    _ => ColourMode::Rgb,
                };
                header = Some(it);
            }
            b"tRNS" => {
                if let Some(it) = &mut header {
                    it.alpha = true;
                }
            }
            b"acTL" => {
                if let Some(it) = &mut header {
                    it.animated = be32(body, 0).is_some_and(|frames| frames > 1);
                }
            }
            b"eXIf" => {
                if let Some(it) = &mut header {
                    it.take_exif(body);
                }
            }
            b"IDAT" => data = true,
            b"IEND" => break,
            _ => {}
        }
        at += 12 + length;
    }
    let Some(mut header) = header else { return Err(damaged("PNG", "没有头部 IHDR")) };
    if !data {
        return Err(cut("没有图像数据"));
    }
    if header.width == 0 || header.height == 0 {
        return Err(damaged("PNG", "宽或高为 0"));
    }
    header.ended = ended;
    Ok(header)
}

fn gif(bytes: &[u8]) -> Result<Header, Refusal> {
    let (Some(width), Some(height), Some(&packed)) =
        (le16(bytes, 6), le16(bytes, 8), bytes.get(10))
    else {
        return Err(damaged("GIF", "头部太短"));
    };
    let mut header = Header::new(Format::Gif, width.into(), height.into());
    header.colour = ColourMode::Indexed;
    let table = |packed: u8| if packed & 0x80 == 0 { 0 } else { 3 << ((packed & 7) + 1) };
    let mut at = 13 + table(packed);
    let mut frames = 0;
    let skip_blocks = |mut at: usize| -> usize {
        while let Some(&length) = bytes.get(at) {
            at += 1 + usize::from(length);
            if length == 0 {
                break;
            }
        }
        at
    };
    loop {
        match bytes.get(at) {
            Some(0x21) => {
                if bytes.get(at + 1) == Some(&0xf9) {
                    header.alpha |= bytes.get(at + 3).is_some_and(|flags| flags & 1 == 1);
                }
                at = skip_blocks(at + 2);
            }
            Some(0x2c) => {
                frames += 1;
                if let (1, Some(width), Some(height)) =
                    (frames, le16(bytes, at + 5), le16(bytes, at + 7))
                    && u64::from(width) * u64::from(height) > header.pixels().max(MOST_OF_A_PART)
                {
                    return Err(damaged("GIF", TWO_SIZES));
                }
                let local = bytes.get(at + 9).copied().map_or(0, table);
                at = skip_blocks(at + 11 + local);
                if frames > 1 {
                    break;
                }
            }
            // The trailer; but many writers forget the trailer; the first frame decides whether it opens.
            _ => break,
        }
    }
    if frames == 0 {
        return Err(Refusal::Truncated { format: "GIF", detail: "没有图像数据".into() });
    }
    if header.width == 0 || header.height == 0 {
        return Err(damaged("GIF", "宽或高为 0"));
    }
    header.animated = frames > 1;
    Ok(header)
}

fn webp(bytes: &[u8]) -> Result<Header, Refusal> {
    let short = || damaged("WebP", "头部太短");
    let size = le32(bytes, 4).ok_or_else(short)? as usize;
    if bytes.len() < size.saturating_add(8) {
        return Err(Refusal::Truncated { format: "WebP", detail: "数据没有写完".into() });
    }
    let body = bytes.get(20..).ok_or_else(short)?;
    let u24 = |at: usize| -> Option<u32> {
        let it = body.get(at..at + 3)?;
        Some(u32::from(it[0]) | u32::from(it[1]) << 8 | u32::from(it[2]) << 16)
    };
    let mut header = match bytes.get(12..16) {
        Some(b"VP8 ") => {
            let width = le16(body, 6).ok_or_else(short)? & 0x3fff;
            let height = le16(body, 8).ok_or_else(short)? & 0x3fff;
            Header::new(Format::Webp, width.into(), height.into())
        }
        Some(b"VP8L") => {
            let bits = le32(body, 1).ok_or_else(short)?;
            let mut it =
                Header::new(Format::Webp, (bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
            it.alpha = bits >> 28 & 1 == 1;
            it
        }
        Some(b"VP8X") => {
            let flags = *body.first().ok_or_else(short)?;
            let width = u24(4).ok_or_else(short)? + 1;
            let height = u24(7).ok_or_else(short)? + 1;
            let mut it = Header::new(Format::Webp, width, height);
            it.alpha = flags & 0x10 != 0;
            it.animated = flags & 0x02 != 0;
            it.exif = flags & 0x08 != 0;
            it
        }
        _ => return Err(damaged("WebP", "不认识的编码")),
    };
    if header.width == 0 || header.height == 0 {
        return Err(damaged("WebP", "宽或高为 0"));
    }
    let mut exif = None;
    for (name, chunk) in chunks(bytes.get(12..).ok_or_else(short)?) {
        match name {
            b"EXIF" if header.exif => exif = exif.or(Some(chunk)),
            b"VP8 " => bitstream(&header, chunk)?,
            // A frame of a moving picture: where it stands, and then its own chunks.
            b"ANMF" => {
                let inner = chunks(chunk.get(16..).unwrap_or_default());
                inner
                    .filter(|(name, _)| *name == b"VP8 ")
                    .try_for_each(|(_, chunk)| bitstream(&header, chunk))?;
            }
            _ => {}
        }
    }
    if let Some(chunk) = exif {
        header.take_exif(chunk.strip_prefix(b"Exif\0\0").unwrap_or(chunk));
    }
    Ok(header)
}

/// The chunks of a WebP file, or of a frame in it; one that breaks off as far as it goes.
fn chunks(mut rest: &[u8]) -> impl Iterator<Item = (&[u8; 4], &[u8])> {
    std::iter::from_fn(move || {
        let (name, length) = (rest.first_chunk()?, le32(rest, 4)? as usize);
        let body = rest.get(8..)?;
        rest = body.get(length.saturating_add(length & 1)..).unwrap_or_default();
        Some((name, body.get(..length).unwrap_or(body)))
    })
}

/// The decoder makes room for as many pixels as the bitstream has before it sees that they are too many.
fn bitstream(header: &Header, chunk: &[u8]) -> Result<(), Refusal> {
    let size = |at: usize| le16(chunk, at).map_or(0, |it| u64::from(it & 0x3fff));
    if size(6) * size(8) > header.pixels() {
        return Err(damaged("WebP", TWO_SIZES));
    }
    Ok(())
}

fn bmp(bytes: &[u8]) -> Result<Header, Refusal> {
    let short = || damaged("BMP", "头部太短");
    let (width, height, bits) = if bytes.get(14) == Some(&12) {
        let width = le16(bytes, 18).ok_or_else(short)?;
        let height = le16(bytes, 20).ok_or_else(short)?;
        (width.into(), height.into(), le16(bytes, 24).ok_or_else(short)?)
    } else {
        let width = le32(bytes, 18).ok_or_else(short)?.cast_signed();
        let height = le32(bytes, 22).ok_or_else(short)?.cast_signed();
        (width.unsigned_abs(), height.unsigned_abs(), le16(bytes, 28).ok_or_else(short)?)
    };
    if width == 0 || height == 0 {
        return Err(damaged("BMP", "宽或高为 0"));
    }
    let mut header = Header::new(Format::Bmp, width, height);
    if bits <= 8 {
        header.colour = ColourMode::Indexed;
    }
    header.alpha = bits == 32 && bytes.get(14).is_some_and(|&size| size >= 56);
    Ok(header)
}

/// The first image directory of a TIFF file.
fn tiff(file: &mut (impl Read + Seek)) -> std::io::Result<Header> {
    use std::io::{Error, ErrorKind};
    let mut start = [0; 8];
    file.seek(SeekFrom::Start(0))?;
    file.read_exact(&mut start)?;
    let little = start[0] == b'I';
    let n16 = |it: &[u8]| -> u32 {
        let it = [it[0], it[1]];
        u32::from(if little { u16::from_le_bytes(it) } else { u16::from_be_bytes(it) })
    };
    let n32 = |it: &[u8]| -> u32 {
        let it = [it[0], it[1], it[2], it[3]];
        if little { u32::from_le_bytes(it) } else { u32::from_be_bytes(it) }
    };
    file.seek(SeekFrom::Start(n32(&start[4..]).into()))?;
    let mut count = [0; 2];
    file.read_exact(&mut count)?;
    let mut rows = vec![0; n16(&count) as usize * 12];
    file.read_exact(&mut rows)?;
    let mut header = Header::new(Format::Tiff, 0, 0);
    let (mut samples, mut photometric) = (1, 2);
    let (mut tile, mut tables) = ((0, 0), None);
    let odd = || Error::new(ErrorKind::InvalidData, "分块的写法不对");
    for row in rows.chunks_exact(12) {
        let (tag, kind, number) = (n16(row), n16(&row[2..]), n32(&row[4..]));
        let value = if kind == 3 { n16(&row[8..]) } else { n32(&row[8..]) };
        match tag {
            // Written in any other way, the decoder may read something else here than what was weighed.
            259 | 277 | 322 | 323 if !matches!(kind, 3 | 4) || number != 1 => return Err(odd()),
            258 if kind != 3 => return Err(odd()),
            347 if !matches!(kind, 1 | 7) => return Err(odd()),
            256 => header.width = value,
            257 => header.height = value,
            258 => {
                let bits = if number > 2 {
                    let mut first = [0; 2];
                    file.seek(SeekFrom::Start(n32(&row[8..]).into()))?;
                    file.read_exact(&mut first)?;
                    n16(&first)
                } else {
                    value
                };
                header.depth = u8::try_from(bits).unwrap_or(u8::MAX);
            }
            262 => photometric = value,
            274 => {
                header.orientation =
                    u8::try_from(value).ok().filter(|it| (1..=8).contains(it)).unwrap_or(1);
            }
            259 => header.jpegs = value == 7,
            277 => samples = value,
            322 => tile.0 = value,
            323 => tile.1 = value,
            347 => tables = Some((number, n32(&row[8..]))),
            338 => header.alpha = matches!(value, 1 | 2),
            34_665 => header.exif = true,
            34_853 => header.gps = true,
            _ => {}
        }
    }
    header.colour = match (photometric, samples) {
        (0 | 1, _) => ColourMode::Gray,
        (2 | 6, _) => ColourMode::Rgb,
        (3, _) => ColourMode::Indexed,
        (5, _) => ColourMode::Cmyk,
        _ => ColourMode::Other,
    };
    if header.width == 0 || header.height == 0 {
        return Err(Error::new(ErrorKind::InvalidData, "没有宽高"));
    }
    let bytes = u64::from(samples) * u64::from(header.depth.div_ceil(8));
    let row = u64::from(header.width.max(tile.0)).saturating_mul(bytes);
    let tile = u64::from(tile.0) * u64::from(tile.1);
    if row > MOST_OF_A_ROW || tile > header.pixels().max(MOST_OF_A_PART) {
        return Err(odd());
    }
    if let Some((length, at)) = tables.filter(|_| header.jpegs) {
        if length > MOST_OF_TABLES {
            return Err(odd());
        }
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(at.into()))?;
        file.take(length.into()).read_to_end(&mut bytes)?;
        if !are_tables(&bytes) {
            return Err(odd());
        }
    }
    Ok(header)
}

/// Whether these are the tables that the JPEGs of a TIFF share, and no part of a picture: what begins here
/// and ends in a JPEG would be seen by nobody but the decoder, which reads them as one.
fn are_tables(bytes: &[u8]) -> bool {
    let inner = bytes.strip_prefix(b"\xff\xd8").and_then(|it| it.strip_suffix(b"\xff\xd9"));
    let Some(mut rest) = inner else { return false };
    while let [0xff, 0xc4 | 0xdb | 0xdd | 0xe0..=0xef | 0xfe, segment @ ..] = rest {
        let length = be16(segment, 0).map_or(usize::MAX, usize::from);
        let Some(after) = segment.get(length..) else { return false };
        rest = after;
    }
    rest.is_empty()
}

/// The pixels of the largest JPEG in these bytes, by what their frames' headers say.
pub(crate) fn largest_jpeg(bytes: &[u8]) -> u64 {
    let number = |at: usize| be16(bytes, at).unwrap_or(0);
    // The kind of frame; 8 + 3 times the number of its colours; 8 bits each; height; width; colours.
    let frames = bytes.windows(10).enumerate().filter(|(at, it)| {
        matches!(**it, [0xff, 0xc0..=0xc2, _, _, 8, ..])
            && number(at + 2) == 8 + 3 * u16::from(it[9])
    });
    frames.map(|(at, _)| u64::from(number(at + 5)) * u64::from(number(at + 7))).max().unwrap_or(0)
}

fn psd(file: &mut (impl Read + Seek)) -> std::io::Result<Header> {
    use std::io::{Error, ErrorKind};
    let mut start = [0; 26];
    file.seek(SeekFrom::Start(0))?;
    file.read_exact(&mut start)?;
    let bad = || Error::new(ErrorKind::InvalidData, "头部不对");
    let (height, width) = (be32(&start, 14).ok_or_else(bad)?, be32(&start, 18).ok_or_else(bad)?);
    let channels = be16(&start, 12).ok_or_else(bad)?;
    if width == 0 || height == 0 {
        return Err(Error::new(ErrorKind::InvalidData, "宽或高为 0"));
    }
    let mut header = Header::new(Format::Psd, width, height);
    header.depth = start[23];
    let (colour, plain) = match be16(&start, 24).ok_or_else(bad)? {
        0 | 1 | 8 => (ColourMode::Gray, 1),
        2 => (ColourMode::Indexed, 1),
        3 => (ColourMode::Rgb, 3),
        4 => (ColourMode::Cmyk, 4),
        _ => (ColourMode::Other, 3),
    };
    header.colour = colour;
    header.alpha = channels > plain;
    Ok(header)
}
