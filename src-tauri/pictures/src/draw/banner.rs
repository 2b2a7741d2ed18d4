//! Campaign banners: a coloured ground, a product, and words in the system's own face.

use super::svg::{Rgb, hex, light, mix, shade};
use super::{CannotDraw, Dice, Pattern, Product, garments, opaque, render};
use crate::{Bitmap, thumbs};
use std::fmt::Write;

/// A banner to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Banner {
    /// Large words: 双11 预售开启.
    pub title: String,
    /// Small words under them; may be empty.
    pub subtitle: String,
    /// Words on the button; may be empty.
    pub button: String,
    /// Ground colour.
    pub colour: [u8; 3],
    /// What is shown.
    pub product: Product,
    /// Its colour.
    pub product_colour: [u8; 3],
    /// What is on it.
    pub pattern: Pattern,
    /// Placing varies with it.
    pub seed: u64,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

impl Banner {
    /// The banner as SVG.
    pub fn svg(&self) -> String {
        let (w, h) = (f64::from(self.width), f64::from(self.height));
        let mut dice = Dice::new(self.seed);
        let body = garments::product(self.product, self.product_colour, self.pattern, &mut dice);
        let deep = shade(self.colour, 0.35);
        let pale: Rgb = light(self.colour, 0.25);
        let mut out = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='{w}' height='{h}' viewBox='0 0 {w} {h}'><defs>{}\
             <linearGradient id='sky' x1='0' y1='0' x2='1' y2='1'><stop offset='0' stop-color='{}'/><stop offset='.55' stop-color='{}'/><stop offset='1' stop-color='{}'/></linearGradient>\
             </defs><rect width='{w}' height='{h}' fill='url(#sky)'/>",
            body.defs,
            hex(pale),
            hex(self.colour),
            hex(deep)
        );
        let wide = w > h * 1.2;
        let (cx, cy, board) =
            if wide { (w * 0.77, h * 0.5, h * 0.94) } else { (w * 0.5, h * 0.64, w.min(h) * 0.66) };
        let _ = write!(
            out,
            "<circle cx='{cx:.1}' cy='{cy:.1}' r='{:.1}' fill='#fff' opacity='.14'/><circle cx='{cx:.1}' cy='{cy:.1}' r='{:.1}' fill='#fff' opacity='.2'/>\
             <circle cx='{cx:.1}' cy='{cy:.1}' r='{:.1}' fill='{}'/>",
            board * 0.62,
            board * 0.52,
            board * 0.43,
            hex(light(self.colour, 0.82))
        );
        for _ in 0..26 {
            let (x, y, size) =
                (dice.between(0.0, w), dice.between(0.0, h), h.min(w) * dice.between(0.008, 0.026));
            let tone = hex(mix([255, 226, 130], [255, 255, 255], dice.between(0.0, 1.0)));
            let _ = write!(
                out,
                "<rect x='{x:.1}' y='{y:.1}' width='{size:.1}' height='{:.1}' rx='{:.1}' fill='{tone}' opacity='.75' transform='rotate({:.0} {x:.1} {y:.1})'/>",
                size * dice.between(0.35, 1.0),
                size * 0.16,
                dice.between(0.0, 90.0)
            );
        }
        let scale = board * 0.92 / 1000.0;
        let _ = write!(
            out,
            "<ellipse cx='{cx:.1}' cy='{:.1}' rx='{:.1}' ry='{:.1}' fill='#000' opacity='.22' filter='url(#b16)'/>\
             <g transform='translate({:.1} {:.1}) scale({scale:.5})'>{}</g>",
            cy - 500.0 * scale + body.foot * scale,
            board * 0.3,
            board * 0.02,
            cx - 500.0 * scale,
            cy - 500.0 * scale,
            body.parts
        );
        self.words(wide, &mut out);
        out.push_str("</svg>");
        out
    }

    fn words(&self, wide: bool, out: &mut String) {
        let (w, h) = (f64::from(self.width), f64::from(self.height));
        let room = if wide { w * 0.5 } else { w * 0.86 };
        let units =
            self.title.chars().map(|it| if it.is_ascii() { 0.58 } else { 1.0 }).sum::<f64>();
        let big = (room / units.max(1.0)).min(h * if wide { 0.22 } else { 0.11 });
        let small = big * 0.42;
        let (x, y, anchor) =
            if wide { (w * 0.07, h * 0.46, "start") } else { (w * 0.5, h * 0.17, "middle") };
        let faces = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','SimHei',sans-serif";
        let title = escape(&self.title);
        let _ = write!(
            out,
            "<g font-family=\"{faces}\" text-anchor='{anchor}'><text x='{:.1}' y='{:.1}' font-size='{big:.1}' font-weight='700' fill='{}' opacity='.5'>{title}</text>",
            x + big * 0.04,
            y + big * 0.05,
            hex(shade(self.colour, 0.7))
        );
        let _ = write!(
            out,
            "<text x='{x:.1}' y='{y:.1}' font-size='{big:.1}' font-weight='700' fill='#fff'>{title}</text>"
        );
        if !self.subtitle.is_empty() {
            let _ = write!(
                out,
                "<text x='{x:.1}' y='{:.1}' font-size='{small:.1}' fill='#fff' opacity='.92'>{}</text>",
                y + small * 1.9,
                escape(&self.subtitle)
            );
        }
        if !self.button.is_empty() {
            let units =
                self.button.chars().map(|it| if it.is_ascii() { 0.58 } else { 1.0 }).sum::<f64>();
            let (bw, bh) = (small * (units + 1.8), small * 1.8);
            let left = if wide { x } else { x - bw / 2.0 };
            let top = y + small * 2.7;
            let _ = write!(
                out,
                "<rect x='{left:.1}' y='{top:.1}' width='{bw:.1}' height='{bh:.1}' rx='{:.1}' fill='#ffe08a'/>\
                 <text x='{:.1}' y='{:.1}' text-anchor='middle' font-size='{:.1}' font-weight='700' fill='{}'>{}</text>",
                bh / 2.0,
                left + bw / 2.0,
                top + bh * 0.66,
                small * 0.9,
                hex(shade(self.colour, 0.55)),
                escape(&self.button)
            );
        }
        out.push_str("</g>");
    }

    /// The banner as pixels. Without any font on the computer the words are missing, nothing else.
    pub fn bitmap(&self) -> Result<Bitmap, CannotDraw> {
        Ok(opaque(render(&self.svg(), self.width, self.height, true)?))
    }

    /// The banner as a JPEG file.
    pub fn jpeg(&self, quality: f32) -> Result<Vec<u8>, CannotDraw> {
        let cannot = CannotDraw { width: self.width, height: self.height };
        thumbs::jpeg(&self.bitmap()?, quality).ok_or(cannot)
    }
}

/// Text as XML wants it; characters XML cannot hold are left out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(it),
        }
    }
    out
}
