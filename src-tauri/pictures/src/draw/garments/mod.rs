//! The things themselves, on a board of 1000 × 1000: pieces of cloth with volume, folds and seams.

mod bottoms;
mod leather;
mod tailor;
mod tops;
mod worn;

use super::svg::Rgb;
use super::{Dice, Pattern, Product, patterns};
use tailor::Tailor;

/// A drawn product: definitions, and the parts from back to front.
pub(super) struct Body {
    pub defs: String,
    pub parts: String,
    /// Lowest point, where it touches what it stands on.
    pub foot: f64,
    /// Hangs (clothes) rather than stands (bags, shoes, hats).
    pub hangs: bool,
    /// Where a hanger's neck would be; clothes only.
    pub neck: Option<f64>,
}

/// Draws a product.
pub(super) fn product(what: Product, colour: Rgb, pattern: Pattern, dice: &mut Dice) -> Body {
    let mut defs = String::from(
        // Blurred as the colours are: the round through linear light costs as much as the blur.
        "<filter id='b3' x='-20%' y='-20%' width='140%' height='140%' color-interpolation-filters='sRGB'><feGaussianBlur stdDeviation='3'/></filter>\
         <filter id='b8' x='-20%' y='-20%' width='140%' height='140%' color-interpolation-filters='sRGB'><feGaussianBlur stdDeviation='8'/></filter>\
         <filter id='b16' x='-30%' y='-30%' width='160%' height='160%' color-interpolation-filters='sRGB'><feGaussianBlur stdDeviation='16'/></filter>",
    );
    let tile = patterns::define(pattern, colour, dice);
    let patterned = tile.is_some();
    defs.push_str(&tile.unwrap_or_default());
    let mut tailor = Tailor { colour, patterned, dice, defs, parts: String::new(), pieces: 0 };
    let (foot, hangs, neck) = match what {
        Product::Dress => tailor.dress(),
        Product::Shirt => tailor.shirt(),
        Product::Tshirt => tailor.tshirt(),
        Product::Sweater => tailor.sweater(),
        Product::Skirt => tailor.skirt(),
        Product::Coat => tailor.coat(),
        Product::Trousers => tailor.trousers(),
        Product::Bag => tailor.bag(),
        Product::Shoes => tailor.shoes(),
        Product::Scarf => tailor.scarf(),
        Product::Hat => tailor.hat(),
    };
    Body { defs: tailor.defs, parts: tailor.parts, foot, hangs, neck }
}
