//! A preview of a Photoshop file: its merged picture, or else the thumbnail Photoshop put into it.
//!
//! Own code, because a preview must not load layers, and must not fall over a half-written file.

use crate::bitmap::{Bitmap, Shrink};
use crate::{ColourMode, Header};
use std::io::{Read, Seek, SeekFrom};

/// Photoshop's own thumbnails have at most 160 × 160 pixels or, lately, 256 × 256.
const MOST_THUMBNAIL: u64 = 1 << 22;

/// Reads a preview whose longer side is at least `want` where the file has one that large.
pub(crate) fn preview(
    header: &Header,
    file: &mut (impl Read + Seek),
    want: u32,
) -> Result<Bitmap, String> {
    let (thumbnail, merged_at, large) = sections(file).map_err(|it| it.to_string())?;
    let merged = merged(header, file, merged_at, large, want);
    match (merged, thumbnail) {
        (Ok(bitmap), _) => Ok(bitmap),
        (Err(_), Some(jpeg)) => {
            let inner = crate::header::read(crate::Format::Jpeg, &jpeg)
                .and_then(Result::ok)
                .filter(|it| it.pixels() <= MOST_THUMBNAIL)
                .ok_or("没有可用的预览")?;
            match crate::bitmap::decode(&inner, &jpeg, want) {
                Some(Ok(bitmap)) => Ok(bitmap),
                _ => Err("没有可用的预览".into()),
            }
        }
        (Err(detail), None) => Err(detail),
    }
}

/// The thumbnail's JPEG bytes, where the merged picture begins, and whether this is a PSB.
fn sections(file: &mut (impl Read + Seek)) -> std::io::Result<(Option<Vec<u8>>, u64, bool)> {
    file.seek(SeekFrom::Start(4))?;
    let large = u16be(file)? == 2;
    file.seek(SeekFrom::Start(26))?;
    let colours = u32be(file)?;
    file.seek(SeekFrom::Current(colours.into()))?;
    let resources = u64::from(u32be(file)?);
    let start = file.stream_position()?;
    let end = start + resources;
    let mut thumbnail = None;
    while file.stream_position()? + 12 <= end {
        let mut signature = [0; 4];
        file.read_exact(&mut signature)?;
        if &signature != b"8BIM" {
            break;
        }
        let id = u16be(file)?;
        let mut name = [0; 1];
        file.read_exact(&mut name)?;
        let name = i64::from(name[0]);
        file.seek(SeekFrom::Current(name + (name + 1) % 2))?;
        let size = u32be(file)?;
        let at = file.stream_position()?;
        if id == 1036 && (28..4 << 20).contains(&size) {
            file.seek(SeekFrom::Current(28))?;
            let mut jpeg = Vec::new();
            file.by_ref().take(u64::from(size) - 28).read_to_end(&mut jpeg)?;
            thumbnail = Some(jpeg);
        }
        file.seek(SeekFrom::Start(at + u64::from(size) + u64::from(size % 2)))?;
    }
    file.seek(SeekFrom::Start(end))?;
    let layers = if large { u64be(file)? } else { u64::from(u32be(file)?) };
    let merged = file.stream_position()?.checked_add(layers);
    let merged = merged.ok_or(std::io::ErrorKind::InvalidData)?;
    Ok((thumbnail, merged, large))
}

/// The merged picture at the end of the file: one plane a channel, raw or run-length packed.
fn merged(
    header: &Header,
    file: &mut (impl Read + Seek),
    at: u64,
    large: bool,
    want: u32,
) -> Result<Bitmap, String> {
    let planes = match header.colour {
        ColourMode::Rgb => 3,
        ColourMode::Gray => 1,
        ColourMode::Cmyk => 4,
        _ => return Err("这种色彩模式没有预览".into()),
    };
    if !matches!(header.depth, 8 | 16) {
        return Err("这种位深没有预览".into());
    }
    let io = |it: std::io::Error| it.to_string();
    file.seek(SeekFrom::Start(12)).map_err(io)?;
    let channels = usize::from(u16be(file).map_err(io)?);
    if channels < planes {
        return Err("通道不全".into());
    }
    file.seek(SeekFrom::Start(at)).map_err(io)?;
    let packed = match u16be(file).map_err(io)? {
        0 => false,
        1 => true,
        _ => return Err("这种压缩方式没有预览".into()),
    };
    let (width, height) = (header.width as usize, header.height as usize);
    let mut lengths = Vec::new();
    if packed {
        // As much of the table as the file has: its size is what a few bytes of the header make of it.
        let size: usize = if large { 4 } else { 2 };
        let (wanted, whole) = ((planes * height * size) as u64, (channels * height * size) as u64);
        let mut table = Vec::new();
        file.by_ref().take(wanted).read_to_end(&mut table).map_err(io)?;
        file.seek(SeekFrom::Start(at.saturating_add(2 + whole))).map_err(io)?;
        lengths = table
            .chunks_exact(size)
            .map(|it| it.iter().fold(0usize, |sum, &byte| sum << 8 | usize::from(byte)))
            .collect();
        if lengths.len() < planes * height {
            return Err("行长度表不全".into());
        }
    }
    let wide = usize::from(header.depth / 8);
    let mut line = vec![0; width * wide];
    let mut squeezed = Vec::new();
    let mut done: Vec<Bitmap> = Vec::with_capacity(planes);
    for plane in 0..planes {
        let mut shrink = Shrink::new(header.width, header.height, false, want);
        for y in 0..height {
            if packed {
                let length = lengths.get(plane * height + y).copied().unwrap_or(0);
                if length > line.len() * 2 + 1024 {
                    return Err("行长度不对".into());
                }
                squeezed.resize(length, 0);
                file.read_exact(&mut squeezed).map_err(io)?;
                unpack(&squeezed, &mut line);
            } else {
                file.read_exact(&mut line).map_err(io)?;
            }
            if wide == 2 {
                for x in 0..width {
                    line[x] = line[x * 2];
                }
            }
            shrink.push(&line[..width], 1);
        }
        done.push(shrink.finish()?);
    }
    let Some(first) = done.first() else { return Err("没有通道".into()) };
    let (width, height) = (first.width, first.height);
    // Every plane came back as gray RGB; its first byte is the channel.
    let count = width as usize * height as usize;
    let at = |plane: usize, pixel: usize| done[plane].data[pixel * 3];
    let data = match planes {
        1 => first.data.clone(),
        3 => (0..count).flat_map(|it| [at(0, it), at(1, it), at(2, it)]).collect(),
        _ => {
            let cmyk: Vec<u8> =
                (0..count).flat_map(|it| [at(0, it), at(1, it), at(2, it), at(3, it)]).collect();
            crate::bitmap::inks(&cmyk, true)
        }
    };
    Ok(Bitmap { width, height, alpha: false, data })
}

/// `PackBits`, as Macintosh had it: never writes past the line.
fn unpack(from: &[u8], line: &mut [u8]) {
    let (mut read, mut write) = (0, 0);
    while let Some(&code) = from.get(read) {
        read += 1;
        match code {
            0..=127 => {
                let count = usize::from(code) + 1;
                for &byte in from.iter().skip(read).take(count) {
                    if let Some(slot) = line.get_mut(write) {
                        *slot = byte;
                    }
                    write += 1;
                }
                read += count;
            }
            128 => {}
            129..=255 => {
                let count = 257 - usize::from(code);
                let byte = from.get(read).copied().unwrap_or(0);
                read += 1;
                for slot in line.iter_mut().skip(write).take(count) {
                    *slot = byte;
                }
                write += count;
            }
        }
    }
}

fn u16be(file: &mut impl Read) -> std::io::Result<u16> {
    let mut it = [0; 2];
    file.read_exact(&mut it)?;
    Ok(u16::from_be_bytes(it))
}

fn u32be(file: &mut impl Read) -> std::io::Result<u32> {
    let mut it = [0; 4];
    file.read_exact(&mut it)?;
    Ok(u32::from_be_bytes(it))
}

fn u64be(file: &mut impl Read) -> std::io::Result<u64> {
    let mut it = [0; 8];
    file.read_exact(&mut it)?;
    Ok(u64::from_be_bytes(it))
}
