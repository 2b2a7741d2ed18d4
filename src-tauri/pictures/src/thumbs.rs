//! Thumbnails, written as JPEG, or as PNG where something shows through.

use crate::Bitmap;

/// The sizes every picture gets; 1600 is made when somebody opens it.
pub const STANDARD: [u32; 2] = [320, 80];
/// The size for looking closely.
pub const LARGE: u32 = 1600;

/// A small copy of a picture, whole and upright.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thumb {
    /// The size it was asked for: the longer side at most.
    pub size: u32,
    /// Its own width.
    pub width: u32,
    /// Its own height.
    pub height: u32,
    /// `image/jpeg` or `image/png`.
    pub mime: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Makes thumbnails from one decoded picture, each from the one before, so ask for the largest first.
pub fn make(picture: &Bitmap, sizes: &[u32]) -> Vec<Thumb> {
    let mut thumbs = Vec::with_capacity(sizes.len());
    let mut from: Option<Bitmap> = None;
    for &size in sizes {
        let small = match &from {
            Some(last) if last.width.max(last.height) >= size => last.fit(size),
            _ => picture.fit(size),
        };
        if let Some((mime, bytes)) = encode(&small, 80.0) {
            thumbs.push(Thumb { size, width: small.width, height: small.height, mime, bytes });
        }
        from = Some(small);
    }
    thumbs
}

/// Writes a bitmap as JPEG, or as PNG if it has alpha. `None` only for an empty bitmap.
pub(crate) fn encode(picture: &Bitmap, quality: f32) -> Option<(&'static str, Vec<u8>)> {
    if picture.alpha {
        png(picture).map(|bytes| ("image/png", bytes))
    } else {
        jpeg(picture, quality).map(|bytes| ("image/jpeg", bytes))
    }
}

/// The picture as a JPEG file, quickly rather than small; `None` for one with transparency.
pub fn jpeg(picture: &Bitmap, quality: f32) -> Option<Vec<u8>> {
    let work = || -> std::io::Result<Vec<u8>> {
        let mut encoder = mozjpeg::Compress::new(mozjpeg::ColorSpace::JCS_RGB);
        // mozjpeg's own defaults search for the last byte; a thumbnail wants to be quick.
        encoder.set_fastest_defaults();
        encoder.set_optimize_coding(true);
        encoder.set_size(picture.width as usize, picture.height as usize);
        encoder.set_quality(quality);
        let mut started = encoder.start_compress(Vec::new())?;
        started.write_scanlines(&picture.data)?;
        started.finish()
    };
    if picture.width == 0 || picture.height == 0 || picture.alpha {
        return None;
    }
    std::panic::catch_unwind(work).ok()?.ok()
}

pub(crate) fn png(picture: &Bitmap) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, picture.width, picture.height);
    encoder.set_color(if picture.alpha { png::ColorType::Rgba } else { png::ColorType::Rgb });
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&picture.data).ok()?;
    writer.finish().ok()?;
    Some(out)
}
