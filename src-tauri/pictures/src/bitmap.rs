//! Decoded pixels at a reduced size, and how they are made: every picture is decoded once, small.
//!
//! JPEG is reduced inside the decoder (DCT scaling); PNG is read row by row and averaged on the
//! way, so a large one never stands in memory whole. Other formats are decoded, then averaged.

use crate::header::{self, MOST_OF_A_PART, TWO_SIZES};
use crate::{ColourMode, Format, Header, Refusal, psd};
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::ImageDecoder as _;
use std::borrow::Cow;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Pixels, 8 bits a channel, RGB or RGBA.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bitmap {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Four bytes a pixel instead of three.
    pub alpha: bool,
    /// Rows from the top, no padding.
    pub data: Vec<u8>,
}

impl Bitmap {
    /// Bytes in a pixel.
    pub const fn channels(&self) -> usize {
        if self.alpha { 4 } else { 3 }
    }

    /// The pixel at `x`, `y` over white, as red, green, blue.
    pub fn over_white(&self, x: u32, y: u32) -> [u8; 3] {
        let at = (y as usize * self.width as usize + x as usize) * self.channels();
        match self.data.get(at..at + self.channels()) {
            Some(&[r, g, b]) => [r, g, b],
            Some(&[r, g, b, a]) => [r, g, b].map(|it| {
                let (it, a) = (u32::from(it), u32::from(a));
                u8::try_from((it * a + 255 * (255 - a) + 127) / 255).unwrap_or(255)
            }),
            _ => [255; 3],
        }
    }

    /// Brightness of every pixel (over white), rows from the top.
    pub fn luma(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.width as usize * self.height as usize);
        for y in 0..self.height {
            for x in 0..self.width {
                out.push(luma(self.over_white(x, y)));
            }
        }
        out
    }

    /// Shrinks so that the longer side is `longest`; a picture that is smaller already is copied.
    #[must_use]
    pub fn fit(&self, longest: u32) -> Self {
        let most = self.width.max(self.height);
        if most <= longest || most == 0 {
            return self.clone();
        }
        let side = |it: u32| (u64::from(it) * u64::from(longest)).div_ceil(u64::from(most)) as u32;
        let (width, height) = (side(self.width).max(1), side(self.height).max(1));
        self.resized(width, height).unwrap_or_else(|| self.clone())
    }

    fn resized(&self, width: u32, height: u32) -> Option<Self> {
        let kind = if self.alpha { PixelType::U8x4 } else { PixelType::U8x3 };
        let from = ImageRef::new(self.width, self.height, &self.data, kind).ok()?;
        let mut to = Image::new(width, height, kind);
        let how = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
        Resizer::new().resize(&from, &mut to, &how).ok()?;
        Some(Self { width, height, alpha: self.alpha, data: to.into_vec() })
    }

    /// Turned upright by an EXIF orientation (1 to 8).
    #[must_use]
    pub fn upright(self, orientation: u8) -> Self {
        if !(2..=8).contains(&orientation) {
            return self;
        }
        let (w, h, n) = (self.width as usize, self.height as usize, self.channels());
        let (out_w, out_h) = if orientation >= 5 { (h, w) } else { (w, h) };
        let mut data = Vec::with_capacity(self.data.len());
        for y in 0..out_h {
            for x in 0..out_w {
                let (from_x, from_y) = match orientation {
                    2 => (w - 1 - x, y),
                    3 => (w - 1 - x, h - 1 - y),
                    4 => (x, h - 1 - y),
                    5 => (y, x),
                    6 => (y, h - 1 - x),
                    7 => (w - 1 - y, h - 1 - x),
                    _ => (w - 1 - y, x),
                };
                let at = (from_y * w + from_x) * n;
                data.extend_from_slice(&self.data[at..at + n]);
            }
        }
        Self { width: out_w as u32, height: out_h as u32, alpha: self.alpha, data }
    }

    /// Drops an alpha channel in which every pixel is opaque.
    pub(crate) fn without_idle_alpha(self) -> Self {
        if !self.alpha || self.data.chunks_exact(4).any(|it| it[3] != 255) {
            return self;
        }
        let data = self.data.chunks_exact(4).flat_map(|it| [it[0], it[1], it[2]]).collect();
        Self { width: self.width, height: self.height, alpha: false, data }
    }
}

/// Brightness as the eye weighs it (Rec. 601), 0 to 255.
pub(crate) const fn luma([r, g, b]: [u8; 3]) -> u8 {
    ((r as u32 * 299 + g as u32 * 587 + b as u32 * 114 + 500) / 1000) as u8
}

/// Decodes a picture whose header was read, at the smallest size cheaply had with the longer side
/// still at least `want` (or the picture's own size, if that is smaller), upright.
///
/// `None` for formats without pixels here. The caller has checked the pixel budget.
pub fn decode(header: &Header, bytes: &[u8], want: u32) -> Option<Result<Bitmap, Refusal>> {
    let format = header.format.label();
    let damaged = |detail: String| Refusal::Damaged { format, detail };
    let work = || -> Result<Bitmap, String> {
        let raw = match header.format {
            Format::Jpeg => jpeg(header, bytes, want)?,
            Format::Png => png(header, bytes, want)?,
            Format::Gif => other(header, bytes, want, image::ImageFormat::Gif)?,
            Format::Webp => other(header, bytes, want, image::ImageFormat::WebP)?,
            Format::Bmp => other(header, bytes, want, image::ImageFormat::Bmp)?,
            Format::Tiff => other(header, bytes, want, image::ImageFormat::Tiff)?,
            Format::Psd => psd::preview(header, &mut Cursor::new(bytes), want)?,
            _ => return Err("没有预览".into()),
        };
        Ok(raw.without_idle_alpha().upright(header.orientation))
    };
    if !header.format.decodable() {
        return None;
    }
    // libjpeg reports a broken stream by unwinding; the other decoders meet hostile bytes as well.
    Some(match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(bitmap)) => Ok(bitmap),
        Ok(Err(detail)) => Err(damaged(detail)),
        Err(_) => Err(damaged("解码中断".into())),
    })
}

fn jpeg(header: &Header, bytes: &[u8], want: u32) -> Result<Bitmap, String> {
    let error = |it: std::io::Error| it.to_string();
    let mut decoder = mozjpeg::Decompress::new_mem(bytes).map_err(error)?;
    if decoder.size() != (header.width as usize, header.height as usize) {
        return Err(TWO_SIZES.into());
    }
    let longest = header.width.max(header.height);
    // Halvings only: those have fast paths, and 1/8 needs no AC coefficients at all.
    let eighths = [1, 2, 4].into_iter().find(|it| longest * it / 8 >= want).unwrap_or(8);
    decoder.scale(eighths as u8);
    let (space, channels) = match header.colour {
        ColourMode::Cmyk => (mozjpeg::ColorSpace::JCS_CMYK, 4),
        _ => (mozjpeg::ColorSpace::JCS_RGB, 3),
    };
    let mut started = decoder.to_colorspace(space).map_err(error)?;
    let (width, height) = (started.width(), started.height());
    let data: Vec<u8> = started.read_scanlines().map_err(error)?;
    drop(started);
    if data.len() != width * height * channels {
        return Err("像素不全".into());
    }
    let data = if channels == 4 { inks(&data, header.adobe) } else { data };
    Ok(Bitmap { width: width as u32, height: height as u32, alpha: false, data })
}

/// More pixels than these are not decoded twice over only to tell how much of a cut picture is there.
const MOST_TO_PROBE: u64 = 40_000_000;

/// Whether a picture without its end mark has its pixels down to the last row of blocks.
///
/// A JPEG decoder makes up what is missing and does not say so. So it is decoded twice, with other
/// data in the place of what may be missing: lines that come out differently were made up.
pub(crate) fn is_all_there(header: &Header, bytes: &[u8]) -> bool {
    if header.format != Format::Jpeg {
        // The others count their rows as they come.
        return decode(header, bytes, 1).is_some_and(|it| it.is_ok());
    }
    if header.block_lines == 0 || header.pixels() > MOST_TO_PROBE {
        return false;
    }
    let mut state = 1_u32;
    let other: Vec<u8> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 25) as u8 // seven bits: never the first byte of a marker
    })
    .take(1 << 16)
    .collect();
    let upright = Header { orientation: 1, ..header.clone() };
    let with = |more: &[u8]| {
        let whole = [bytes, more, &[0xff, 0xd9]].concat();
        decode(&upright, &whole, u32::MAX).and_then(Result::ok)
    };
    let (Some(one), Some(two)) = (with(&[]), with(&other)) else { return false };
    // The last row of blocks may be cut, and colour is smoothed over the lines next to it.
    let sure = header.height.saturating_sub(1) / header.block_lines * header.block_lines;
    let sure = sure.saturating_sub(2) as usize * header.width as usize * one.channels();
    one.data.get(..sure) == two.data.get(..sure)
}

/// Four inks to red, green, blue. Adobe stores them inverted (255 = no ink).
pub(crate) fn inks(data: &[u8], inverted: bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(data.len() / 4 * 3);
    for it in data.chunks_exact(4) {
        let light = |at: usize| u32::from(if inverted { it[at] } else { 255 - it[at] });
        let black = light(3);
        out.extend([0, 1, 2].map(|at| ((light(at) * black + 127) / 255) as u8));
    }
    out
}

fn png(header: &Header, bytes: &[u8], want: u32) -> Result<Bitmap, String> {
    let error = |it: png::DecodingError| it.to_string();
    let bytes = if header.ended { Cow::Borrowed(bytes) } else { Cow::Owned(with_end(bytes)) };
    let mut decoder = png::Decoder::new(Cursor::new(&*bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(error)?;
    if reader.info().size() != (header.width, header.height) {
        return Err(TWO_SIZES.into());
    }
    let (colour, _) = reader.output_color_type();
    let samples = colour.samples();
    let mut shrink = Shrink::new(header.width, header.height, header.alpha, want);
    let mut push = |row: &[u8]| shrink.push(row, samples);
    if reader.info().interlaced {
        let size = reader.output_buffer_size().ok_or("尺寸过大")?;
        let mut frame = vec![0; size];
        let info = reader.next_frame(&mut frame).map_err(error)?;
        frame.chunks_exact(info.line_size.max(1)).for_each(&mut push);
    } else {
        while let Some(row) = reader.next_row().map_err(error)? {
            push(row.data());
        }
    }
    shrink.finish()
}

/// The whole chunks of a PNG, and the end mark that it lacks: the decoder waits for one.
fn with_end(bytes: &[u8]) -> Vec<u8> {
    let mut at = 8;
    while let Some(length) = bytes.get(at..at + 4).and_then(|it| it.try_into().ok()) {
        let next = (u32::from_be_bytes(length) as usize).saturating_add(at + 12);
        if next > bytes.len() {
            break;
        }
        at = next;
    }
    [&bytes[..at.min(bytes.len())], b"\0\0\0\0IEND\xae\x42\x60\x82"].concat()
}

fn other(
    header: &Header,
    bytes: &[u8],
    want: u32,
    format: image::ImageFormat,
) -> Result<Bitmap, String> {
    let error = |it: image::ImageError| it.to_string();
    if header.jpegs && header::largest_jpeg(bytes) > header.pixels().max(MOST_OF_A_PART) {
        return Err(TWO_SIZES.into());
    }
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(1 << 30);
    let reader = image::ImageReader::with_format(Cursor::new(bytes), format);
    let mut decoder = reader.into_decoder().map_err(error)?;
    if decoder.dimensions() != (header.width, header.height) {
        return Err(TWO_SIZES.into());
    }
    limits.reserve(decoder.total_bytes()).map_err(error)?;
    decoder.set_limits(limits).map_err(error)?;
    let picture = image::DynamicImage::from_decoder(decoder).map_err(error)?;
    let (width, height) = (picture.width(), picture.height());
    let alpha = picture.color().has_alpha();
    let mut shrink = Shrink::new(width, height, alpha, want);
    let (samples, data) = if alpha {
        (4, picture.into_rgba8().into_raw())
    } else {
        (3, picture.into_rgb8().into_raw())
    };
    for row in data.chunks_exact((width as usize * samples).max(1)) {
        shrink.push(row, samples);
    }
    shrink.finish()
}

/// Averages blocks of `step` × `step` pixels while rows come in.
pub(crate) struct Shrink {
    width: usize,
    height: usize,
    step: usize,
    alpha: bool,
    rows: usize,
    sums: Vec<u32>,
    out: Vec<u8>,
    out_width: usize,
    out_height: usize,
}

impl Shrink {
    pub(crate) fn new(width: u32, height: u32, alpha: bool, want: u32) -> Self {
        let step = (width.max(height) / want.max(1)).clamp(1, 64) as usize;
        let (width, height) = (width as usize, height as usize);
        let (out_width, out_height) = (width.div_ceil(step), height.div_ceil(step));
        let channels = if alpha { 4 } else { 3 };
        Self {
            width,
            height,
            step,
            alpha,
            rows: 0,
            sums: vec![0; out_width * 5],
            out: Vec::with_capacity(out_width * out_height * channels),
            out_width,
            out_height,
        }
    }

    /// Takes one row of gray (1), gray and alpha (2), RGB (3) or RGBA (4).
    pub(crate) fn push(&mut self, row: &[u8], samples: usize) {
        if self.rows >= self.height {
            return;
        }
        let row = &row[..row.len().min(self.width * samples)];
        for (block, sums) in row.chunks(self.step * samples).zip(self.sums.chunks_exact_mut(5)) {
            for pixel in block.chunks_exact(samples) {
                let (rgb, a) = match *pixel {
                    [l] => ([l, l, l], 255),
                    [l, a] => ([l, l, l], a),
                    [r, g, b] => ([r, g, b], 255),
                    [r, g, b, a, ..] => ([r, g, b], a),
                    [] => continue,
                };
                // 64 × 64 blocks of 255 × 255 still fit in 32 bits.
                let weight = if self.alpha { u32::from(a) } else { 1 };
                sums[0] += u32::from(rgb[0]) * weight;
                sums[1] += u32::from(rgb[1]) * weight;
                sums[2] += u32::from(rgb[2]) * weight;
                sums[3] += weight;
                sums[4] += 1;
            }
        }
        self.rows += 1;
        if self.rows.is_multiple_of(self.step) || self.rows == self.height {
            self.flush();
        }
    }

    fn flush(&mut self) {
        for sums in self.sums.chunks_exact_mut(5) {
            let weight = sums[3].max(1);
            for sum in &sums[..3] {
                self.out.push(((sum + weight / 2) / weight) as u8);
            }
            if self.alpha {
                self.out.push((sums[3] / sums[4].max(1)) as u8);
            }
            sums.fill(0);
        }
    }

    pub(crate) fn finish(self) -> Result<Bitmap, String> {
        let channels = if self.alpha { 4 } else { 3 };
        if self.rows < self.height || self.out.len() != self.out_width * self.out_height * channels
        {
            return Err(format!("只有 {} 行，应有 {} 行", self.rows, self.height));
        }
        Ok(Bitmap {
            width: self.out_width as u32,
            height: self.out_height as u32,
            alpha: self.alpha,
            data: self.out,
        })
    }
}
