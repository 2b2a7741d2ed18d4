//! A fingerprint of how a picture looks, to find the same picture saved, scaled or cropped again.
//!
//! The shape is a 64-bit perceptual hash: the picture shrunk to 32 × 32 gray, its lowest 8 × 8
//! frequencies, each above or below their median. The colour is the picture's tint in four
//! quarters. Likeness is the share of equal shape bits, less a penalty for another tint (the red
//! and the blue version of one dress are two pictures).
//!
//! A picture without structure (a blank sheet, a plain ground) has no shape: every bit would be
//! noise. It is marked flat and is like nothing, not even another blank; exact copies of it are
//! still found by their file hash.

use crate::Bitmap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// From this percentage on two pictures are shown side by side as probably the same. Measured on
/// drawn and re-saved pictures: JPEG at quality 40 stays above 95, scaling above 95, a 2 % crop
/// above 85; two different products stay below 80.
pub const NEAR: u8 = 85;

/// How a picture looks. Text form: 32 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct Likeness {
    /// 64 bits of shape; 0 for a flat picture.
    pub shape: u64,
    /// Tint of the four quarters: red-green and blue-yellow of each, a byte apiece.
    pub tint: u64,
}

impl Likeness {
    /// Looks at a decoded picture.
    pub fn of(picture: &Bitmap) -> Self {
        let cells = cells(picture);
        Self { shape: shape(&cells), tint: tint(&cells) }
    }

    /// A picture without anything to recognise it by.
    pub const fn is_flat(self) -> bool {
        self.shape == 0
    }

    /// How alike two pictures are, in percent: 100 the same, about 50 unrelated, 0 if either is flat.
    pub fn similarity(self, other: Self) -> u8 {
        if self.is_flat() || other.is_flat() {
            return 0;
        }
        let same = 64 - (self.shape ^ other.shape).count_ones();
        let shape = f64::from(same) * 100.0 / 64.0;
        let worst = self
            .tint
            .to_be_bytes()
            .chunks_exact(2)
            .zip(other.tint.to_be_bytes().chunks_exact(2))
            .map(|(a, b)| f64::from(a[0].abs_diff(b[0])).hypot(f64::from(a[1].abs_diff(b[1]))))
            .fold(0.0, f64::max);
        // Re-saving moves a tint by one or two steps, white balance by five.
        let penalty = ((worst - 5.0) * 1.2).clamp(0.0, 40.0);
        (shape - penalty).clamp(0.0, 100.0).round() as u8
    }
}

impl fmt::Display for Likeness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}{:016x}", self.shape, self.tint)
    }
}

/// A text that is not a likeness.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("不是图片指纹：{0}")]
pub struct NotALikeness(String);

impl FromStr for Likeness {
    type Err = NotALikeness;

    fn from_str(text: &str) -> Result<Self, NotALikeness> {
        let bad = || NotALikeness(text.to_owned());
        if text.len() != 32 || !text.bytes().all(|it| it.is_ascii_hexdigit()) {
            return Err(bad());
        }
        let part = |it: &str| u64::from_str_radix(it, 16).map_err(|_| bad());
        Ok(Self { shape: part(&text[..16])?, tint: part(&text[16..])? })
    }
}

impl TryFrom<String> for Likeness {
    type Error = NotALikeness;

    fn try_from(text: String) -> Result<Self, NotALikeness> {
        text.parse()
    }
}

impl From<Likeness> for String {
    fn from(it: Likeness) -> Self {
        it.to_string()
    }
}

const SIDE: usize = 32;

/// The picture over white in 32 × 32 cells, each the mean of its pixels.
fn cells(picture: &Bitmap) -> Vec<[f32; 3]> {
    let span = |cell: usize, whole: u32| {
        let whole = whole as usize;
        let from = cell * whole / SIDE;
        from..((cell + 1) * whole / SIDE).max(from + 1)
    };
    let mut out = Vec::with_capacity(SIDE * SIDE);
    for cell in 0..SIDE * SIDE {
        let mut sums = [0u32; 4];
        for y in span(cell / SIDE, picture.height) {
            for x in span(cell % SIDE, picture.width) {
                let pixel = picture.over_white(x as u32, y as u32);
                sums.iter_mut().zip(pixel).for_each(|(sum, it)| *sum += u32::from(it));
                sums[3] += 1;
            }
        }
        out.push([sums[0], sums[1], sums[2]].map(|sum| sum as f32 / sums[3] as f32));
    }
    out
}

fn shape(cells: &[[f32; 3]]) -> u64 {
    let gray: Vec<f32> = cells.iter().map(|[r, g, b]| r * 0.299 + g * 0.587 + b * 0.114).collect();
    let mean = gray.iter().sum::<f32>() / gray.len() as f32;
    let spread = gray.iter().map(|it| (it - mean).powi(2)).sum::<f32>() / gray.len() as f32;
    if spread < 4.0 {
        return 0;
    }
    let mut wave = [[0f32; SIDE]; 8];
    for (u, row) in wave.iter_mut().enumerate() {
        for (x, it) in row.iter_mut().enumerate() {
            *it = (std::f32::consts::PI * u as f32 * (2 * x + 1) as f32 / (2 * SIDE) as f32).cos();
        }
    }
    let mut across = vec![[0f32; 8]; SIDE];
    for (y, out) in across.iter_mut().enumerate() {
        for (u, it) in out.iter_mut().enumerate() {
            *it = (0..SIDE).map(|x| gray[y * SIDE + x] * wave[u][x]).sum();
        }
    }
    let mut low = [0f32; 64];
    for v in 0..8 {
        for u in 0..8 {
            low[v * 8 + u] = (0..SIDE).map(|y| across[y][u] * wave[v][y]).sum();
        }
    }
    let mut sorted = low[1..].to_vec();
    sorted.sort_by(f32::total_cmp);
    let median = sorted[31];
    low.iter().enumerate().skip(1).fold(0, |bits, (at, &it)| bits | u64::from(it > median) << at)
}

fn tint(cells: &[[f32; 3]]) -> u64 {
    let mut sums = [[0f32; 2]; 4];
    for (at, [r, g, b]) in cells.iter().enumerate() {
        let quarter = at / SIDE / (SIDE / 2) * 2 + at % SIDE / (SIDE / 2);
        sums[quarter][0] += r - g;
        sums[quarter][1] += (r + g) / 2.0 - b;
    }
    let per = (SIDE * SIDE / 4) as f32;
    let mut bytes = [0; 8];
    for (out, sum) in bytes.iter_mut().zip(sums.iter().flatten()) {
        *out = (sum / per / 2.0 + 128.0).round().clamp(0.0, 255.0) as u8;
    }
    u64::from_be_bytes(bytes)
}
