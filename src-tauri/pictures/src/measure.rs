//! Figures taken from a reduced decode: is the ground white, where is the subject, is it sharp.
//!
//! All are computed on the same small copy the thumbnails are made from (longer side 480 to 960
//! pixels, or the picture's own size when smaller). Positions are given as shares of the picture.

use crate::Bitmap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where the subject lies, as shares of the picture's width and height (0 to 1).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Subject {
    /// Left edge.
    pub left: f32,
    /// Top edge.
    pub top: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

impl Subject {
    /// How far the subject fills the frame: its longer share of width or height.
    pub fn fill(self) -> f32 {
        self.width.max(self.height)
    }
}

/// What was measured.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Measures {
    /// Share of border pixels (the outermost 1 %, at least one pixel) with every channel ≥ 250.
    pub white_border: f32,
    /// The box around everything that stands out from the ground; `None` when the ground is not
    /// even (a scene) or nothing stands out.
    pub subject: Option<Subject>,
    /// Variance of the Laplacian of brightness at 320 pixels' longer side. A sharp product picture has
    /// 150 and more; below [`BLURRED`] it looks soft even as a thumbnail.
    pub sharpness: f32,
    /// Mean brightness, 0 to 255.
    pub mean: f32,
}

/// Below this sharpness a picture is called soft.
pub const BLURRED: f32 = 12.0;

/// A pixel belongs to the subject when a channel differs from the ground by more than this; JPEG
/// noise and the faint end of a soft shadow stay below it.
const STANDS_OUT: u8 = 18;

/// Measures a decoded picture.
pub fn measure(picture: &Bitmap) -> Measures {
    let border = border(picture);
    let white = border.iter().filter(|it| it.iter().all(|&channel| channel >= 250)).count();
    let small = picture.fit(320);
    let luma = small.luma();
    Measures {
        white_border: if border.is_empty() { 0.0 } else { white as f32 / border.len() as f32 },
        subject: subject(picture, &border),
        sharpness: sharpness(&luma, small.width as usize),
        mean: if luma.is_empty() {
            0.0
        } else {
            (luma.iter().map(|&it| u64::from(it)).sum::<u64>() as f64 / luma.len() as f64) as f32
        },
    }
}

fn border(picture: &Bitmap) -> Vec<[u8; 3]> {
    let (width, height) = (picture.width, picture.height);
    let thick = (width.min(height) / 100).max(1);
    let mut out = Vec::new();
    for y in 0..height {
        let edge_row = y < thick || y >= height.saturating_sub(thick);
        for x in 0..width {
            if edge_row || x < thick || x >= width.saturating_sub(thick) {
                out.push(picture.over_white(x, y));
            }
        }
    }
    out
}

fn subject(picture: &Bitmap, border: &[[u8; 3]]) -> Option<Subject> {
    let ground = [0, 1, 2].map(|channel| {
        let mut counts = [0usize; 256];
        for it in border {
            counts[usize::from(it[channel])] += 1;
        }
        let mut seen = 0;
        counts
            .iter()
            .position(|count| {
                seen += count;
                seen * 2 >= border.len()
            })
            .unwrap_or(255) as u8
    });
    let stands_out = |it: [u8; 3]| it.iter().zip(ground).any(|(&a, b)| a.abs_diff(b) > STANDS_OUT);
    let loud = border.iter().filter(|&&it| stands_out(it)).count();
    // A subject may touch an edge; a scene differs all around.
    if border.is_empty() || loud * 2 > border.len() {
        return None;
    }
    let (width, height) = (picture.width as usize, picture.height as usize);
    let (mut columns, mut rows) = (vec![0u32; width], vec![0u32; height]);
    for (y, row) in rows.iter_mut().enumerate() {
        for (x, column) in columns.iter_mut().enumerate() {
            if stands_out(picture.over_white(x as u32, y as u32)) {
                *column += 1;
                *row += 1;
            }
        }
    }
    // Single specks of dust do not stretch the box.
    let span = |counts: &[u32], across: usize| -> Option<(f32, f32)> {
        let least = (across / 200).max(1) as u32;
        let first = counts.iter().position(|&it| it >= least)?;
        let end = counts.iter().rposition(|&it| it >= least)?;
        let whole = counts.len() as f32;
        Some((first as f32 / whole, (end - first + 1) as f32 / whole))
    };
    let (left, box_width) = span(&columns, height)?;
    let (top, box_height) = span(&rows, width)?;
    Some(Subject { left, top, width: box_width, height: box_height })
}

fn sharpness(luma: &[u8], width: usize) -> f32 {
    let height = luma.len().checked_div(width).unwrap_or(0);
    if width < 3 || height < 3 {
        return 0.0;
    }
    let (mut sum, mut squares, mut count) = (0i64, 0i64, 0i64);
    for y in 1..height - 1 {
        for x in 1..width - 1 {
            let at = y * width + x;
            let near = [at - 1, at + 1, at - width, at + width];
            let edge =
                near.iter().map(|&it| i64::from(luma[it])).sum::<i64>() - 4 * i64::from(luma[at]);
            sum += edge;
            squares += edge * edge;
            count += 1;
        }
    }
    let mean = sum as f64 / count as f64;
    (squares as f64 / count as f64 - mean * mean) as f32
}
