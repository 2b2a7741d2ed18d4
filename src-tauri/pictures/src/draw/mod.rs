//! A small deterministic picture maker: believable product pictures for demonstration shops and
//! tests, and campaign banners. The same drawing always gives the same pixels (banners: with the
//! same fonts).
//!
//! A picture is an SVG made in code ([`garments`], [`grounds`], [`patterns`]), rendered by resvg,
//! with a fine grain laid over the cloth so that it compresses and looks like a photograph.

mod banner;
mod garments;
mod grounds;
mod patterns;
mod svg;

pub use banner::Banner;

use crate::{Bitmap, thumbs};
use resvg::{tiny_skia, usvg};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::sync::{Arc, OnceLock};

/// What is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // each is the thing's own name
pub enum Product {
    Dress,
    Shirt,
    Tshirt,
    Sweater,
    Skirt,
    Coat,
    Trousers,
    Bag,
    Shoes,
    Scarf,
    Hat,
}

/// Everything that can be drawn.
pub const PRODUCTS: [Product; 11] = [
    Product::Dress,
    Product::Shirt,
    Product::Tshirt,
    Product::Sweater,
    Product::Skirt,
    Product::Coat,
    Product::Trousers,
    Product::Bag,
    Product::Shoes,
    Product::Scarf,
    Product::Hat,
];

/// What is on the cloth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // each is the pattern's own name
pub enum Pattern {
    Plain,
    Stripes,
    Checks,
    Dots,
    Floral,
    Knit,
}

/// Every pattern.
pub const PATTERNS: [Pattern; 6] = [
    Pattern::Plain,
    Pattern::Stripes,
    Pattern::Checks,
    Pattern::Dots,
    Pattern::Floral,
    Pattern::Knit,
];

/// What it stands in front of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// Pure white to the edge, as 白底图 asks.
    White,
    /// A paper backdrop with soft light.
    Studio,
    /// A room: wall, daylight, rail or table.
    Scene,
    /// Nothing: transparent.
    Cutout,
}

/// Colours as the trade names them.
pub const PALETTE: [(&str, [u8; 3]); 16] = [
    ("雾霾蓝", [122, 146, 168]),
    ("奶白", [238, 230, 214]),
    ("焦糖", [176, 112, 62]),
    ("酒红", [122, 32, 48]),
    ("墨绿", [44, 78, 62]),
    ("黑色", [44, 44, 48]),
    ("樱花粉", [232, 176, 184]),
    ("鹅黄", [240, 208, 112]),
    ("燕麦", [206, 188, 160]),
    ("藏青", [38, 52, 88]),
    ("牛仔蓝", [82, 116, 160]),
    ("豆沙", [178, 112, 108]),
    ("烟灰", [128, 130, 134]),
    ("砖红", [178, 76, 52]),
    ("薄荷", [156, 206, 184]),
    ("香芋紫", [164, 144, 190]),
];

/// A picture to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Drawing {
    /// What.
    pub product: Product,
    /// Main colour.
    pub colour: [u8; 3],
    /// What is on the cloth.
    pub pattern: Pattern,
    /// What is behind it.
    pub ground: Ground,
    /// Cut, folds and placing vary with it.
    pub seed: u64,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// The renderer would not have it: no size, or one too large for memory.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("画不出 {width}×{height} 的图片")]
pub struct CannotDraw {
    /// Width asked for.
    pub width: u32,
    /// Height asked for.
    pub height: u32,
}

impl Drawing {
    /// The picture as SVG.
    pub fn svg(&self) -> String {
        let mut dice = Dice::new(self.seed ^ (self.product as u64) << 32);
        let body = garments::product(self.product, self.colour, self.pattern, &mut dice);
        grounds::compose(self, &body, &mut dice)
    }

    /// The picture as pixels; RGBA for a cutout.
    pub fn bitmap(&self) -> Result<Bitmap, CannotDraw> {
        let mut picture = render(&self.svg(), self.width, self.height, false)?;
        grain(&mut picture, self.seed);
        if self.ground == Ground::Cutout { Ok(picture) } else { Ok(opaque(picture)) }
    }

    /// The picture as pixels without transparency (a cutout is laid on white).
    pub fn opaque(&self) -> Result<Bitmap, CannotDraw> {
        Ok(opaque(self.bitmap()?))
    }

    /// The picture as a JPEG file (a cutout is laid on white).
    pub fn jpeg(&self, quality: f32) -> Result<Vec<u8>, CannotDraw> {
        let picture = self.opaque()?;
        thumbs::jpeg(&picture, quality).ok_or(self.cannot())
    }

    /// The picture as a PNG file.
    pub fn png(&self) -> Result<Vec<u8>, CannotDraw> {
        thumbs::png(&self.bitmap()?).ok_or(self.cannot())
    }

    fn cannot(&self) -> CannotDraw {
        CannotDraw { width: self.width, height: self.height }
    }
}

/// Renders an SVG whose size is `width` × `height`; text only where `fonts` are asked for.
fn render(svg: &str, width: u32, height: u32, fonts: bool) -> Result<Bitmap, CannotDraw> {
    static FONTS: OnceLock<Arc<usvg::fontdb::Database>> = OnceLock::new();
    let cannot = || CannotDraw { width, height };
    // A renderer's own limits are far above; this keeps a slip from asking for gigabytes.
    if u64::from(width) * u64::from(height) > 120_000_000 {
        return Err(cannot());
    }
    let mut options = usvg::Options::default();
    if fonts {
        options.fontdb = Arc::clone(FONTS.get_or_init(|| {
            let mut all = usvg::fontdb::Database::new();
            all.load_system_fonts();
            Arc::new(all)
        }));
    }
    let tree = usvg::Tree::from_str(svg, &options).map_err(|_| cannot())?;
    let mut canvas = tiny_skia::Pixmap::new(width, height).ok_or_else(cannot)?;
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut canvas.as_mut());
    let data = canvas
        .pixels()
        .iter()
        .map(resvg::tiny_skia::PremultipliedColorU8::demultiply)
        .flat_map(|it| [it.red(), it.green(), it.blue(), it.alpha()])
        .collect();
    Ok(Bitmap { width, height, alpha: true, data })
}

fn opaque(picture: Bitmap) -> Bitmap {
    if !picture.alpha {
        return picture;
    }
    let mut data = Vec::with_capacity(picture.data.len() / 4 * 3);
    for y in 0..picture.height {
        for x in 0..picture.width {
            data.extend(picture.over_white(x, y));
        }
    }
    Bitmap { alpha: false, data, ..picture }
}

/// A grain of a few levels wherever it is not white, finer the smaller the picture.
fn grain(picture: &mut Bitmap, seed: u64) {
    let mut noise = seed | 1;
    for pixel in picture.data.chunks_exact_mut(4) {
        noise ^= noise << 13;
        noise ^= noise >> 7;
        noise ^= noise << 17;
        if pixel[3] == 0 || pixel[0].min(pixel[1]).min(pixel[2]) >= 248 {
            continue;
        }
        // Sum of two throws: small changes often, larger ones seldom.
        let push = (noise & 3) as i16 + (noise >> 8 & 3) as i16 - 3;
        for channel in &mut pixel[..3] {
            *channel = (i16::from(*channel) + push).clamp(0, 255) as u8;
        }
    }
}

/// A repeatable source of variety (splitmix64).
#[derive(Debug, Clone)]
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ it >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ it >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        it ^ it >> 31
    }

    /// A number from `low` to `high`.
    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// One in `count`.
    fn pick(&mut self, count: u64) -> u64 {
        self.next() % count.max(1)
    }
}
