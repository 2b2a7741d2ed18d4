//! The things themselves, on a board of 1000 × 1000: pieces of cloth with volume, folds and seams.

use super::svg::{Half, Rgb, hex, light, mirrored, mix, shade, soft_edge};
use super::{Dice, Pattern, Product, patterns};
use std::fmt::Write;

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

struct Tailor<'a> {
    colour: Rgb,
    patterned: bool,
    dice: &'a mut Dice,
    defs: String,
    parts: String,
    pieces: usize,
}

/// How a piece of cloth catches the light.
#[derive(Clone, Copy)]
struct Cut<'a> {
    /// Outline.
    path: &'a str,
    /// Colour, if not the product's own.
    colour: Option<Rgb>,
    /// Whether the pattern is on it.
    pattern: bool,
    /// Light falls across (true) or down (false).
    across: bool,
    /// Folds as SVG, laid inside the outline.
    folds: &'a str,
    /// 0 flat to 1 round.
    depth: f64,
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

impl Tailor<'_> {
    fn between(&mut self, low: f64, high: f64) -> f64 {
        self.dice.between(low, high)
    }

    /// Lays a piece of cloth: base light, pattern, folds, rounded edges, outline.
    fn lay(&mut self, cut: Cut) -> String {
        self.pieces += 1;
        let id = self.pieces;
        let colour = cut.colour.unwrap_or(self.colour);
        let (x2, y2) = if cut.across { (1, 0) } else { (0, 1) };
        let deep = hex(shade(colour, 0.34 * cut.depth + 0.06));
        let mid = hex(shade(colour, 0.08));
        let high = hex(light(colour, 0.16 * cut.depth));
        let _ = write!(
            self.defs,
            "<linearGradient id='g{id}' x1='0' y1='0' x2='{x2}' y2='{y2}'><stop offset='0' stop-color='{deep}'/>\
             <stop offset='.2' stop-color='{mid}'/><stop offset='.38' stop-color='{high}'/>\
             <stop offset='.66' stop-color='{}'/><stop offset='1' stop-color='{deep}'/></linearGradient>\
             <clipPath id='c{id}'><path d='{}'/></clipPath>",
            hex(colour),
            cut.path
        );
        let path = cut.path;
        let mut out = format!("<path d='{path}' fill='url(#g{id})'/><g clip-path='url(#c{id})'>");
        if cut.pattern && self.patterned {
            // The print lies under the folds and takes part of the shade.
            let _ = write!(
                out,
                "<rect width='1000' height='1000' fill='url(#cloth)'/>\
                 <path d='{path}' fill='url(#g{id})' opacity='.22'/>"
            );
        }
        out.push_str(cut.folds);
        let (wide, strong) = (26.0 * cut.depth + 6.0, 0.16 + 0.24 * cut.depth);
        out.push_str(&soft_edge(path, shade(colour, 0.75), wide, 8.0, strong));
        out.push_str(&soft_edge(path, shade(colour, 0.6), 5.0, 3.0, 0.5));
        let _ = write!(
            out,
            "</g><path d='{path}' fill='none' stroke='{}' stroke-width='1.6' stroke-linejoin='round' opacity='.55'/>",
            hex(shade(colour, 0.8))
        );
        out
    }

    fn put(&mut self, cut: Cut) {
        let piece = self.lay(cut);
        self.parts.push_str(&piece);
    }

    /// Folds that run from `top` to `bottom`, from between `x0..x1` out to `x2..x3`.
    fn falls(
        &mut self,
        count: usize,
        top: f64,
        bottom: f64,
        from: [f64; 2],
        to: [f64; 2],
        strength: f64,
    ) -> String {
        let (dark, pale) = (hex(shade(self.colour, 0.85)), hex(light(self.colour, 0.7)));
        let mut out = String::from("<g filter='url(#b8)'>");
        for at in 0..count {
            let share = (at as f64 + 0.5 + self.between(-0.3, 0.3)) / count as f64;
            let (x0, x1) = (from[0] + (from[1] - from[0]) * share, to[0] + (to[1] - to[0]) * share);
            let begin = top + self.between(0.0, 0.3) * (bottom - top);
            let wide = (to[1] - to[0]).abs() / count as f64 * self.between(0.3, 0.55);
            let bend = self.between(-16.0, 16.0);
            let x0 = x0 + (x1 - x0) * (begin - top) / (bottom - top);
            let half = f64::midpoint(begin, bottom);
            let _ = write!(
                out,
                "<path d='M{x0:.1} {begin:.1}Q{:.1} {half:.1} {:.1} {bottom:.1}L{:.1} {bottom:.1}Q{:.1} {half:.1} {x0:.1} {begin:.1}Z' \
                 fill='{dark}' opacity='{:.2}'/>\
                 <path d='M{x0:.1} {begin:.1}Q{:.1} {half:.1} {:.1} {bottom:.1}L{:.1} {bottom:.1}Q{:.1} {half:.1} {x0:.1} {begin:.1}Z' \
                 fill='{pale}' opacity='{:.2}'/>",
                f64::midpoint(x0, x1) + bend - wide * 0.25,
                x1 - wide * 0.5,
                x1 + wide * 0.5,
                f64::midpoint(x0, x1) + bend + wide * 0.25,
                0.34 * strength,
                f64::midpoint(x0, x1) + bend + wide * 0.3,
                x1 + wide * 0.55,
                x1 + wide * 1.2,
                f64::midpoint(x0, x1) + bend + wide * 0.6,
                0.26 * strength
            );
        }
        out.push_str("</g>");
        out
    }

    /// Short creases around a point where cloth is pinched: armpit, elbow, waist.
    fn creases(&mut self, x: f64, y: f64, angle: f64, count: usize, long: f64) -> String {
        let (dark, pale) = (hex(shade(self.colour, 0.85)), hex(light(self.colour, 0.7)));
        let mut out = String::from("<g filter='url(#b3)' fill='none' stroke-linecap='round'>");
        for at in 0..count {
            let turn = angle + (at as f64 - count as f64 / 2.0) * 15.0 + self.between(-6.0, 6.0);
            let reach = long * self.between(0.55, 1.0);
            let (dx, dy) = (turn.to_radians().cos() * reach, turn.to_radians().sin() * reach);
            let bend = self.between(-10.0, 10.0);
            let _ = write!(
                out,
                "<path d='M{x:.1} {y:.1}q{:.1} {:.1} {dx:.1} {dy:.1}' stroke='{dark}' stroke-width='7' opacity='.24'/>\
                 <path d='M{:.1} {:.1}q{:.1} {:.1} {dx:.1} {dy:.1}' stroke='{pale}' stroke-width='5' opacity='.2'/>",
                dx / 2.0 + bend,
                dy / 2.0 - bend,
                x + 5.0,
                y + 7.0,
                dx / 2.0 + bend,
                dy / 2.0 - bend
            );
        }
        out.push_str("</g>");
        out
    }

    fn stitches(&self, path: &str) -> String {
        let dark = hex(shade(self.colour, 0.7));
        format!(
            "<path d='{path}' fill='none' stroke='{dark}' stroke-width='2' stroke-dasharray='7 4' opacity='.5'/>"
        )
    }

    fn seam(&self, path: &str) -> String {
        let (dark, pale) = (hex(shade(self.colour, 0.8)), hex(light(self.colour, 0.5)));
        format!(
            "<path d='{path}' fill='none' stroke='{dark}' stroke-width='2.4' opacity='.6'/>\
             <path d='{path}' transform='translate(2.4 2)' fill='none' stroke='{pale}' stroke-width='1.6' opacity='.4'/>"
        )
    }

    fn button(&self, x: f64, y: f64, r: f64) -> String {
        let rim = hex(shade(self.colour, 0.75));
        let face = hex(mix(light(self.colour, 0.55), [240, 232, 216], 0.4));
        format!(
            "<circle cx='{x:.1}' cy='{:.1}' r='{:.1}' fill='{rim}' opacity='.4'/>\
             <circle cx='{x:.1}' cy='{y:.1}' r='{r:.1}' fill='{face}' stroke='{rim}' stroke-width='1.4'/>\
             <circle cx='{:.1}' cy='{y:.1}' r='1.4' fill='{rim}'/><circle cx='{:.1}' cy='{y:.1}' r='1.4' fill='{rim}'/>",
            y + 2.5,
            r + 0.6,
            x - 2.6,
            x + 2.6
        )
    }

    /// A pair of sleeves from the shoulder to `cuff`, and ribbed or buttoned ends.
    fn sleeves(
        &mut self,
        shoulder: (f64, f64),
        pit: (f64, f64),
        length: f64,
        wide: f64,
        cuff: f64,
    ) {
        let (sx, sy) = (500.0 + shoulder.0, shoulder.1);
        let (px, py) = (500.0 + pit.0, pit.1);
        // Arms hang a little away from the body.
        let lean = 0.26;
        let end_y = sy + length;
        let outer = sx + length * lean + 8.0;
        let inner_x = outer - wide;
        let inner_y = end_y + 10.0;
        let path = format!(
            "M{:.1} {:.1}C{:.1} {:.1} {:.1} {:.1} {outer:.1} {end_y:.1}Q{:.1} {:.1} {inner_x:.1} {inner_y:.1}\
             C{:.1} {:.1} {:.1} {:.1} {px:.1} {py:.1}Q{:.1} {:.1} {:.1} {:.1}Z",
            sx - 30.0,
            sy - 2.0,
            sx + 26.0,
            sy + 16.0,
            outer - length * 0.12 + 4.0,
            sy + length * 0.45,
            f64::midpoint(outer, inner_x),
            end_y + 16.0,
            inner_x - length * 0.05,
            inner_y - length * 0.35,
            px + 16.0,
            py + length * 0.15,
            px - 20.0,
            f64::midpoint(sy, py),
            sx - 30.0,
            sy - 2.0
        );
        let mut folds = self.creases(px + 4.0, py + 2.0, -28.0, 3, 90.0);
        if length > 300.0 {
            let elbow = (sx + length * 0.12, sy + length * 0.52);
            folds += &self.creases(elbow.0, elbow.1, 20.0, 3, 70.0);
            folds += &self.creases(inner_x + wide * 0.2, inner_y - 90.0, -20.0, 2, 60.0);
            folds +=
                &self.falls(2, sy + 40.0, end_y, [sx - 10.0, sx + 30.0], [inner_x, outer], 0.6);
        }
        let mut sleeve = self.lay(Cut {
            path: &path,
            colour: None,
            pattern: true,
            across: true,
            folds: &folds,
            depth: 1.0,
        });
        if cuff > 0.0 {
            let band = format!(
                "M{outer:.1} {end_y:.1}Q{:.1} {:.1} {inner_x:.1} {inner_y:.1}l{:.1} {cuff:.1}Q{:.1} {:.1} {:.1} {:.1}Z",
                f64::midpoint(outer, inner_x),
                end_y + 16.0,
                4.0 + cuff * 0.12,
                f64::midpoint(outer, inner_x) + 6.0,
                end_y + cuff + 18.0,
                outer + cuff * 0.04,
                end_y + cuff
            );
            sleeve += &self.lay(Cut {
                path: &band,
                colour: Some(shade(self.colour, 0.06)),
                pattern: false,
                across: true,
                folds: "",
                depth: 0.7,
            });
        } else {
            sleeve += &self.stitches(&format!(
                "M{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}",
                outer - 4.0,
                end_y - 14.0,
                f64::midpoint(outer, inner_x) - 3.0,
                end_y + 2.0,
                inner_x,
                inner_y - 14.0
            ));
        }
        self.parts.push_str(&mirrored(&sleeve));
        self.parts.push_str(&sleeve);
    }

    /// The inside of the back, seen through the neck opening.
    fn back_of_neck(&mut self, wide: f64, top: f64, deep: f64) {
        let path = format!(
            "M{:.1} {top:.1}Q500 {:.1} {:.1} {top:.1}L{:.1} {deep:.1}L{:.1} {deep:.1}Z",
            500.0 - wide - 8.0,
            top + 26.0,
            500.0 + wide + 8.0,
            500.0 + wide,
            500.0 - wide
        );
        let inside = shade(self.colour, 0.42);
        self.put(Cut {
            path: &path,
            colour: Some(inside),
            pattern: false,
            across: false,
            folds: "",
            depth: 0.6,
        });
        let label = hex(light(self.colour, 0.8));
        let _ = write!(
            self.parts,
            "<rect x='478' y='{:.1}' width='44' height='20' rx='2' fill='{label}' opacity='.9'/>\
             <path d='M486 {:.1}h28' stroke='#777' stroke-width='2' opacity='.6'/>",
            top + 22.0,
            top + 32.0
        );
    }

    fn dress(&mut self) -> (f64, bool, Option<f64>) {
        let hem = self.between(860.0, 935.0);
        let flare = self.between(190.0, 290.0);
        let waist = self.between(385.0, 420.0);
        let sleeve = self.dice.pick(3);
        let vee = self.dice.pick(2) == 0;
        self.back_of_neck(66.0, 92.0, if vee { 240.0 } else { 176.0 });
        if sleeve > 0 {
            let (length, wide) = if sleeve == 1 { (150.0, 98.0) } else { (360.0, 84.0) };
            self.sleeves(
                (128.0, 112.0),
                (118.0, 250.0),
                length,
                wide,
                if sleeve == 2 { 30.0 } else { 0.0 },
            );
        }
        // The skirt, gathered at the waist, with a hem that waves.
        let wave = self.between(8.0, 22.0);
        let left = 500.0 - flare;
        let mut skirt = format!("M{:.1} {waist:.1}", 500.0 - 104.0);
        let _ = write!(
            skirt,
            "C{:.1} {:.1} {:.1} {:.1} {left:.1} {hem:.1}",
            500.0 - 128.0,
            waist + 90.0,
            left + 26.0,
            hem - 190.0
        );
        let waves = 6;
        for at in 0..waves {
            let x0 = left + flare * 2.0 / f64::from(waves) * f64::from(at);
            let step = flare * 2.0 / f64::from(waves);
            let dip = |x: f64| hem + 26.0 * (1.0 - ((x - 500.0) / flare).powi(2));
            let way = if at % 2 == 0 { wave } else { -wave * 0.6 };
            let _ = write!(
                skirt,
                "Q{:.1} {:.1} {:.1} {:.1}",
                x0 + step / 2.0,
                dip(x0 + step / 2.0) + way,
                x0 + step,
                dip(x0 + step)
            );
        }
        let _ = write!(
            skirt,
            "C{:.1} {:.1} {:.1} {:.1} {:.1} {waist:.1}Z",
            500.0 + flare - 26.0,
            hem - 190.0,
            500.0 + 128.0,
            waist + 90.0,
            500.0 + 104.0
        );
        let folds = self.falls(
            7,
            waist,
            hem + 40.0,
            [410.0, 590.0],
            [left + 14.0, 500.0 + flare - 14.0],
            1.0,
        );
        self.put(Cut {
            path: &skirt,
            colour: None,
            pattern: true,
            across: true,
            folds: &folds,
            depth: 0.9,
        });
        // The bodice.
        let neck_deep = if vee { 226.0 } else { 168.0 };
        let top = if sleeve == 0 { 112.0 } else { 128.0 };
        let half = Half::from(0.0, neck_deep);
        let half = if vee {
            half.line(70.0, 94.0)
        } else {
            half.curve(44.0, neck_deep, 66.0, 132.0, 70.0, 94.0)
        };
        let path = half
            .line(top - 16.0, 104.0)
            .curve(top - 2.0, 108.0, top + 2.0, 116.0, top, 130.0)
            .curve(top - 6.0, 160.0, 112.0, 210.0, 122.0, 250.0)
            .curve(130.0, 300.0, 108.0, 350.0, 104.0, waist + 4.0)
            .curve(60.0, waist + 12.0, 30.0, waist + 14.0, 0.0, waist + 14.0)
            .close();
        let mut folds = self.creases(400.0, waist - 6.0, -70.0, 3, 100.0);
        folds += &self.creases(600.0, waist - 6.0, -110.0, 3, 100.0);
        folds += &self.creases(386.0, 250.0, 20.0, 2, 80.0);
        folds += &self.creases(614.0, 250.0, 160.0, 2, 80.0);
        self.put(Cut {
            path: &path,
            colour: None,
            pattern: true,
            across: true,
            folds: &folds,
            depth: 0.9,
        });
        let neckline = if vee {
            format!("M424 100L500 {:.1}L576 100", neck_deep + 12.0)
        } else {
            format!(
                "M424 100C430 150 458 {0:.1} 500 {0:.1}C542 {0:.1} 570 150 576 100",
                neck_deep + 13.0
            )
        };
        self.parts += &self.stitches(&neckline);
        let belt = format!(
            "M396 {:.1}Q500 {:.1} 604 {:.1}L604 {:.1}Q500 {:.1} 396 {:.1}Z",
            waist - 8.0,
            waist + 8.0,
            waist - 8.0,
            waist + 20.0,
            waist + 36.0,
            waist + 20.0
        );
        let belt_colour = shade(self.colour, 0.35);
        self.put(Cut {
            path: &belt,
            colour: Some(belt_colour),
            pattern: false,
            across: true,
            folds: "",
            depth: 0.5,
        });
        if self.dice.pick(2) == 0 {
            let bow = format!(
                "M500 {0:.1}C470 {1:.1} 440 {1:.1} 436 {2:.1}C440 {3:.1} 474 {3:.1} 500 {0:.1}C526 {1:.1} 560 {1:.1} 564 {2:.1}C560 {3:.1} 526 {3:.1} 500 {0:.1}Z",
                waist + 20.0,
                waist - 12.0,
                waist + 18.0,
                waist + 48.0
            );
            let tails = format!(
                "M494 {0:.1}Q480 {1:.1} 462 {2:.1}L484 {3:.1}Q496 {1:.1} 500 {0:.1}Q504 {1:.1} 522 {3:.1}L544 {2:.1}Q520 {1:.1} 506 {0:.1}Z",
                waist + 26.0,
                waist + 90.0,
                waist + 140.0,
                waist + 150.0
            );
            self.put(Cut {
                path: &tails,
                colour: Some(belt_colour),
                pattern: false,
                across: true,
                folds: "",
                depth: 0.6,
            });
            self.put(Cut {
                path: &bow,
                colour: Some(belt_colour),
                pattern: false,
                across: false,
                folds: "",
                depth: 0.7,
            });
        }
        (hem + 30.0, true, Some(92.0))
    }

    /// Body of a top: from the neck over the shoulders to the hem.
    fn trunk(
        neck: (f64, f64),
        shoulder: (f64, f64),
        pit: (f64, f64),
        hem: (f64, f64),
        waist: f64,
    ) -> String {
        Half::from(0.0, neck.1)
            .curve(neck.0 * 0.62, neck.1, neck.0 * 0.95, neck.1 - 34.0, neck.0, shoulder.1 - 40.0)
            .line(shoulder.0 - 34.0, shoulder.1 - 4.0)
            .curve(
                shoulder.0 - 12.0,
                shoulder.1 + 2.0,
                shoulder.0 - 2.0,
                shoulder.1 + 14.0,
                shoulder.0 - 3.0,
                shoulder.1 + 34.0,
            )
            .curve(shoulder.0 - 8.0, shoulder.1 + 70.0, pit.0 - 14.0, pit.1 - 40.0, pit.0, pit.1)
            .curve(pit.0 + 2.0, pit.1 + 120.0, waist, hem.1 - 240.0, hem.0, hem.1)
            .curve(hem.0 * 0.6, hem.1 + 16.0, hem.0 * 0.3, hem.1 + 20.0, 0.0, hem.1 + 20.0)
            .close()
    }

    fn top_folds(&mut self, pit: (f64, f64), hem: (f64, f64)) -> String {
        let (l, r) = (500.0 - pit.0, 500.0 + pit.0);
        let mut folds = self.creases(l + 4.0, pit.1, 38.0, 3, 120.0);
        folds += &self.creases(r - 4.0, pit.1, 142.0, 3, 120.0);
        let reach = hem.0 * 0.85;
        folds += &self.falls(
            4,
            pit.1 + 80.0,
            hem.1 + 20.0,
            [l + 40.0, r - 40.0],
            [500.0 - reach, 500.0 + reach],
            0.7,
        );
        folds
    }

    fn shirt(&mut self) -> (f64, bool, Option<f64>) {
        let hem = (self.between(186.0, 214.0), self.between(820.0, 880.0));
        self.back_of_neck(70.0, 96.0, 196.0);
        let long = self.dice.pick(4) != 0;
        let (length, wide) = if long { (560.0, 92.0) } else { (230.0, 116.0) };
        self.sleeves((190.0, 150.0), (176.0, 320.0), length, wide, if long { 52.0 } else { 0.0 });
        let waist = self.between(168.0, 190.0);
        let path = Self::trunk((64.0, 178.0), (196.0, 146.0), (176.0, 318.0), hem, waist);
        let folds = self.top_folds((176.0, 318.0), hem);
        self.put(Cut {
            path: &path,
            colour: None,
            pattern: true,
            across: true,
            folds: &folds,
            depth: 0.8,
        });
        // Placket, buttons, pocket, collar.
        let placket = format!("M484 176L516 176L516 {0:.1}L484 {0:.1}Z", hem.1 + 18.0);
        self.put(Cut {
            path: &placket,
            colour: None,
            pattern: true,
            across: true,
            folds: "",
            depth: 0.25,
        });
        let mut y = 214.0;
        while y < hem.1 - 30.0 {
            self.parts += &self.button(500.0, y, 7.5);
            y += 92.0;
        }
        if self.dice.pick(3) != 0 {
            let pocket = "M552 340h92v82l-46 24l-46 -24Z";
            self.put(Cut {
                path: pocket,
                colour: None,
                pattern: true,
                across: true,
                folds: "",
                depth: 0.2,
            });
            self.parts += &self.stitches("M558 352h80");
        }
        let collar = "M500 190L430 108Q424 92 436 86L470 128Z";
        let collar_right = "M500 190L570 108Q576 92 564 86L530 128Z";
        let wing = "M436 86Q420 110 412 150L446 214L500 182Q452 140 436 86Z";
        let wing_right = "M564 86Q580 110 588 150L554 214L500 182Q548 140 564 86Z";
        for path in [collar, collar_right, wing, wing_right] {
            self.put(Cut {
                path,
                colour: Some(light(self.colour, 0.05)),
                pattern: true,
                across: false,
                folds: "",
                depth: 0.4,
            });
        }
        self.parts += &self.stitches("M422 150L448 202L492 178");
        self.parts += &self.stitches("M578 150L552 202L508 178");
        self.parts += &self.stitches(&format!(
            "M{:.1} {:.1}Q500 {:.1} {:.1} {:.1}",
            506.0 - hem.0,
            hem.1 - 16.0,
            hem.1 + 22.0,
            494.0 + hem.0,
            hem.1 - 16.0
        ));
        (hem.1 + 20.0, true, Some(92.0))
    }

    fn tshirt(&mut self) -> (f64, bool, Option<f64>) {
        let hem = (self.between(196.0, 226.0), self.between(840.0, 890.0));
        self.back_of_neck(78.0, 104.0, 150.0);
        self.sleeves(
            (204.0, 150.0),
            (190.0, 330.0),
            self.dice.clone().between(200.0, 260.0),
            136.0,
            0.0,
        );
        let path = Self::trunk((82.0, 176.0), (210.0, 148.0), (190.0, 330.0), hem, hem.0 - 8.0);
        let folds = self.top_folds((190.0, 330.0), hem);
        self.put(Cut {
            path: &path,
            colour: None,
            pattern: true,
            across: true,
            folds: &folds,
            depth: 0.8,
        });
        let rib = "M418 116C424 166 456 196 500 196C544 196 576 166 582 116L566 110C560 152 534 174 500 174C466 174 440 152 434 110Z";
        self.put(Cut {
            path: rib,
            colour: Some(shade(self.colour, 0.1)),
            pattern: false,
            across: true,
            folds: "",
            depth: 0.5,
        });
        self.parts += &self.stitches(&format!(
            "M{:.1} {:.1}Q500 {:.1} {:.1} {:.1}",
            506.0 - hem.0,
            hem.1 - 18.0,
            hem.1 + 20.0,
            494.0 + hem.0,
            hem.1 - 18.0
        ));
        if !self.patterned {
            // A chest print of simple shapes; plain shirts sell with one.
            let ink = hex(super::svg::partner(self.colour));
            let r = self.between(52.0, 74.0);
            let _ = match self.dice.pick(3) {
                0 => write!(
                    self.parts,
                    "<circle cx='500' cy='400' r='{r:.1}' fill='{ink}' opacity='.9'/><path d='M{:.1} 430q{:.1} -60 {:.1} 0t{:.1} 0' fill='none' stroke='{}' stroke-width='10'/>",
                    500.0 - r,
                    r / 2.0,
                    r,
                    r,
                    hex(self.colour)
                ),
                1 => write!(
                    self.parts,
                    "<path d='M500 {:.1}l{r:.1} {:.1}h-{:.1}Z' fill='{ink}' opacity='.9'/><circle cx='{:.1}' cy='360' r='20' fill='{ink}' opacity='.9'/>",
                    400.0 - r * 0.8,
                    r * 1.5,
                    r * 2.0,
                    500.0 + r
                ),
                _ => write!(
                    self.parts,
                    "<g fill='none' stroke='{ink}' stroke-width='9' opacity='.9'><path d='M430 380h140M430 410h100M430 440h140'/></g>"
                ),
            };
        }
        (hem.1 + 20.0, true, Some(100.0))
    }

    fn sweater(&mut self) -> (f64, bool, Option<f64>) {
        let hem = (self.between(196.0, 222.0), self.between(790.0, 840.0));
        self.back_of_neck(72.0, 104.0, 150.0);
        self.sleeves((206.0, 156.0), (192.0, 340.0), 530.0, 112.0, 62.0);
        let path = Self::trunk((76.0, 170.0), (212.0, 152.0), (192.0, 340.0), hem, hem.0 + 6.0);
        let folds = self.top_folds((192.0, 340.0), hem);
        self.put(Cut {
            path: &path,
            colour: None,
            pattern: true,
            across: true,
            folds: &folds,
            depth: 0.9,
        });
        // Ribs at the neck and the hem.
        let high = self.dice.pick(2) == 0;
        let neck = if high {
            "M424 168C440 206 560 206 576 168L570 74Q500 98 430 74Z"
        } else {
            "M416 118C426 172 456 200 500 200C544 200 574 172 584 118L560 108C554 148 530 166 500 166C470 166 446 148 440 108Z"
        };
        self.put(Cut {
            path: neck,
            colour: Some(shade(self.colour, 0.06)),
            pattern: false,
            across: true,
            folds: "",
            depth: 0.7,
        });
        let (x0, x1) = (500.0 - hem.0, 500.0 + hem.0);
        let band = format!(
            "M{x0:.1} {:.1}Q500 {:.1} {x1:.1} {:.1}L{:.1} {:.1}Q500 {:.1} {:.1} {:.1}Z",
            hem.1 - 6.0,
            hem.1 + 34.0,
            hem.1 - 6.0,
            x1 - 12.0,
            hem.1 + 64.0,
            hem.1 + 100.0,
            x0 + 12.0,
            hem.1 + 64.0
        );
        self.put(Cut {
            path: &band,
            colour: Some(shade(self.colour, 0.06)),
            pattern: false,
            across: true,
            folds: "",
            depth: 0.7,
        });
        let dark = hex(shade(self.colour, 0.7));
        let mut ribs = format!("<g stroke='{dark}' stroke-width='2.2' opacity='.42'>");
        let mut x = x0 + 16.0;
        while x < x1 - 10.0 {
            let sag = 18.0 * (1.0 - ((x - 500.0) / hem.0).powi(2));
            let _ = write!(
                ribs,
                "<path d='M{x:.1} {:.1}L{:.1} {:.1}'/>",
                hem.1 + sag - 4.0,
                500.0 + (x - 500.0) * 0.95,
                hem.1 + 62.0 + sag
            );
            x += 11.0;
        }
        if high {
            let mut x = 438.0;
            while x < 564.0 {
                let _ = write!(ribs, "<path d='M{x:.1} 92L{x:.1} 184'/>");
                x += 10.0;
            }
        }
        ribs.push_str("</g>");
        self.parts += &ribs;
        (hem.1 + 84.0, true, Some(if high { 76.0 } else { 100.0 }))
    }

    fn skirt(&mut self) -> (f64, bool, Option<f64>) {
        let hem = self.between(800.0, 910.0);
        let flare = self.between(240.0, 350.0);
        let pleats = self.dice.pick(2) == 0;
        let (top, waist) = (120.0, 132.0);
        let path = Half::from(0.0, top + 50.0)
            .line(waist, top + 40.0)
            .curve(waist + 50.0, top + 200.0, flare - 24.0, hem - 260.0, flare, hem)
            .curve(flare * 0.6, hem + 34.0, flare * 0.3, hem + 42.0, 0.0, hem + 42.0)
            .close();
        let (count, strength) = if pleats { (13, 1.25) } else { (7, 1.0) };
        let mut folds = self.falls(
            count,
            top + 40.0,
            hem + 50.0,
            [500.0 - waist, 500.0 + waist],
            [500.0 - flare, 500.0 + flare],
            strength,
        );
        if pleats {
            let dark = hex(shade(self.colour, 0.8));
            let _ = write!(folds, "<g stroke='{dark}' stroke-width='2' opacity='.38'>");
            for at in 1..14 {
                let share = f64::from(at) / 14.0 * 2.0 - 1.0;
                let _ = write!(
                    folds,
                    "<path d='M{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}' fill='none'/>",
                    500.0 + waist * share,
                    top + 40.0,
                    500.0 + (waist + 60.0) * share,
                    top + 240.0,
                    500.0 + flare * share,
                    hem + 44.0
                );
            }
            folds.push_str("</g>");
        }
        self.put(Cut {
            path: &path,
            colour: None,
            pattern: true,
            across: true,
            folds: &folds,
            depth: 0.85,
        });
        let band = format!(
            "M{0:.1} {top:.1}Q500 {1:.1} {2:.1} {top:.1}L{3:.1} {4:.1}Q500 {5:.1} {6:.1} {4:.1}Z",
            500.0 - waist + 4.0,
            top + 22.0,
            500.0 + waist - 4.0,
            500.0 + waist + 4.0,
            top + 52.0,
            top + 76.0,
            500.0 - waist - 4.0
        );
        self.put(Cut {
            path: &band,
            colour: Some(shade(self.colour, 0.14)),
            pattern: false,
            across: true,
            folds: "",
            depth: 0.6,
        });
        if pleats {
            self.parts += &self.stitches(&format!(
                "M{:.1} {:.1}Q500 {:.1} {:.1} {:.1}",
                504.0 - waist,
                top + 44.0,
                top + 68.0,
                496.0 + waist,
                top + 44.0
            ));
        } else {
            for at in 0..4 {
                self.parts += &self.button(500.0, top + 36.0 + f64::from(at) * 92.0, 9.0);
            }
            self.parts += &self.seam(&format!("M516 {:.1}L520 {:.1}", top + 62.0, hem + 40.0));
        }
        (hem + 42.0, true, Some(top))
    }

    fn coat(&mut self) -> (f64, bool, Option<f64>) {
        let hem = (self.between(216.0, 256.0), self.between(890.0, 925.0));
        self.back_of_neck(72.0, 74.0, 150.0);
        self.sleeves((196.0, 130.0), (184.0, 310.0), 560.0, 112.0, 0.0);
        let path = Self::trunk((66.0, 150.0), (204.0, 124.0), (184.0, 310.0), hem, 184.0);
        let mut folds = self.top_folds((184.0, 310.0), hem);
        folds += &self.falls(
            3,
            520.0,
            hem.1 + 20.0,
            [340.0, 660.0],
            [500.0 - hem.0, 500.0 + hem.0],
            0.9,
        );
        self.put(Cut {
            path: &path,
            colour: None,
            pattern: true,
            across: true,
            folds: &folds,
            depth: 1.0,
        });
        // What is worn under it shows between the lapels.
        let under = mix(self.colour, [248, 244, 236], 0.86);
        self.put(Cut {
            path: "M452 96Q500 130 548 96L552 250L506 400L452 250Z",
            colour: Some(under),
            pattern: false,
            across: true,
            folds: "",
            depth: 0.6,
        });
        self.parts += &self.seam(&format!("M506 396L512 {:.1}", hem.1 + 18.0));
        let lapel =
            "M438 84Q420 110 408 168L436 214L418 236L506 404Q480 300 462 210Q446 130 452 92Z";
        let lapel_right =
            "M562 84Q580 110 592 168L564 214L582 236L506 404Q520 300 538 210Q554 130 548 92Z";
        for path in [lapel, lapel_right] {
            self.put(Cut {
                path,
                colour: Some(light(self.colour, 0.06)),
                pattern: true,
                across: true,
                folds: "",
                depth: 0.55,
            });
        }
        let two_rows = self.dice.pick(2) == 0;
        for at in 0..3 {
            let y = 450.0 + f64::from(at) * 96.0;
            self.parts += &self.button(if two_rows { 546.0 } else { 526.0 }, y, 12.0);
            if two_rows {
                self.parts += &self.button(458.0, y, 12.0);
            }
        }
        for side in [-1.0, 1.0] {
            let x = 500.0 + side * 136.0;
            let flap = format!("M{:.1} 640h96v30q-48 14 -96 0Z", x - 48.0);
            self.put(Cut {
                path: &flap,
                colour: None,
                pattern: true,
                across: false,
                folds: "",
                depth: 0.35,
            });
        }
        if self.dice.pick(2) == 0 {
            let belt = "M318 520Q500 556 682 520L684 562Q500 598 316 562Z";
            self.put(Cut {
                path: belt,
                colour: Some(shade(self.colour, 0.12)),
                pattern: false,
                across: true,
                folds: "",
                depth: 0.6,
            });
            let _ = write!(
                self.parts,
                "<rect x='474' y='528' width='62' height='62' rx='8' fill='none' stroke='{}' stroke-width='9'/><path d='M505 532v54' stroke='{}' stroke-width='5'/>",
                hex(shade(self.colour, 0.6)),
                hex(shade(self.colour, 0.6))
            );
        }
        (hem.1 + 20.0, true, Some(74.0))
    }

    fn trousers(&mut self) -> (f64, bool, Option<f64>) {
        let ankle = self.between(66.0, 128.0);
        let (top, crotch, foot) = (80.0, 390.0, self.between(900.0, 935.0));
        let leg = |side: f64| {
            let x = |dx: f64| 500.0 + side * dx;
            let mid = 150.0;
            format!(
                "M{:.1} {top}L{:.1} {:.1}C{:.1} {:.1} {:.1} {:.1} {:.1} {foot:.1}Q{:.1} {:.1} {:.1} {foot:.1}C{:.1} {:.1} {:.1} {:.1} {:.1} {crotch:.1}Z",
                x(0.0),
                x(142.0),
                top,
                x(192.0),
                top + 190.0,
                x(186.0),
                560.0,
                x(mid + ankle / 2.0),
                x(mid),
                foot + 14.0,
                x(mid - ankle / 2.0),
                x(mid - ankle / 2.0 - 26.0),
                640.0,
                x(36.0),
                470.0,
                x(0.0)
            )
        };
        for side in [-1.0, 1.0] {
            let path = leg(side);
            let x = |dx: f64| 500.0 + side * dx;
            let mut folds = self.creases(
                x(14.0),
                crotch - 6.0,
                if side > 0.0 { -14.0 } else { 194.0 },
                4,
                120.0,
            );
            folds +=
                &self.creases(x(110.0), 640.0, if side > 0.0 { -10.0 } else { 190.0 }, 3, 70.0);
            folds += &self.creases(
                x(130.0),
                foot - 50.0,
                if side > 0.0 { 10.0 } else { 170.0 },
                3,
                60.0,
            );
            folds += &self.falls(
                2,
                430.0,
                foot,
                [x(60.0), x(150.0)],
                [x(150.0 - ankle / 2.0), x(150.0 + ankle / 2.0)],
                0.7,
            );
            let crease = self.seam(&format!(
                "M{:.1} {:.1}Q{:.1} 560 {:.1} {foot:.1}",
                x(82.0),
                240.0,
                x(118.0),
                x(150.0)
            ));
            folds += &crease;
            self.put(Cut {
                path: &path,
                colour: None,
                pattern: true,
                across: true,
                folds: &folds,
                depth: 1.0,
            });
        }
        self.parts += &self.seam(&format!("M500 {:.1}Q510 300 500 {crotch:.1}", top + 50.0));
        self.parts += &self.stitches("M500 330Q540 320 540 260L540 134");
        for path in ["M372 136Q384 200 330 232", "M628 136Q616 200 670 232"] {
            self.parts += &self.seam(path);
            self.parts += &self.stitches(path);
        }
        let band = "M356 66Q500 90 644 66L646 122Q500 146 354 122Z";
        self.put(Cut {
            path: band,
            colour: Some(shade(self.colour, 0.12)),
            pattern: false,
            across: true,
            folds: "",
            depth: 0.5,
        });
        for x in [396.0, 456.0, 544.0, 604.0] {
            let lift = 14.0 * (1.0 - ((x - 500.0f64) / 144.0).powi(2));
            let _ = write!(
                self.parts,
                "<rect x='{:.1}' y='{:.1}' width='13' height='68' rx='3' fill='{}'/>",
                x - 6.5,
                60.0 + lift,
                hex(shade(self.colour, 0.3))
            );
        }
        self.parts += &self.button(500.0, 108.0, 11.0);
        (foot + 12.0, true, Some(72.0))
    }

    fn bag(&mut self) -> (f64, bool, Option<f64>) {
        let wide = self.between(270.0, 340.0);
        let top = self.between(370.0, 430.0);
        let foot = 880.0;
        let round = self.between(30.0, 90.0);
        let strap = hex(shade(self.colour, 0.45));
        let high = self.between(110.0, 170.0);
        let metal = "#c9a24b";
        // The far handle first, then the body, then the near handle.
        let handle = |lift: f64, open: f64| {
            format!(
                "M{:.1} {:.1}C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
                500.0 - open,
                top + 30.0,
                500.0 - open,
                high - lift,
                500.0 + open,
                high - lift,
                500.0 + open,
                top + 30.0
            )
        };
        let _ = write!(
            self.parts,
            "<path d='{}' fill='none' stroke='{}' stroke-width='24' stroke-linecap='round'/>",
            handle(16.0, wide * 0.46),
            hex(shade(self.colour, 0.65))
        );
        let path = Half::from(0.0, top)
            .line(wide * 0.84, top)
            .curve(wide * 0.94, top, wide * 0.96, top + 20.0, wide * 0.97, top + 60.0)
            .curve(wide, top + 220.0, wide * 1.06, foot - 160.0, wide * 1.04, foot - round)
            .curve(wide * 1.03, foot, wide, foot, wide - round, foot)
            .line(0.0, foot + 4.0)
            .close();
        let folds =
            self.falls(3, top + 60.0, foot, [420.0, 580.0], [500.0 - wide, 500.0 + wide], 0.3);
        self.put(Cut {
            path: &path,
            colour: None,
            pattern: true,
            across: true,
            folds: &folds,
            depth: 0.9,
        });
        self.parts += &self.stitches(&format!(
            "M{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}H{:.1}Q{:.1} {:.1} {:.1} {:.1}",
            514.0 - wide,
            top + 60.0,
            500.0 - wide * 1.02,
            foot - 60.0,
            500.0 - wide + round,
            foot - 16.0,
            500.0 + wide - round,
            500.0 + wide * 1.02,
            foot - 60.0,
            486.0 + wide,
            top + 60.0
        ));
        if self.dice.pick(3) != 0 {
            // A flap with a clasp.
            let deep = self.between(150.0, 230.0);
            let flap = Half::from(0.0, top - 6.0)
                .line(wide * 0.86, top - 6.0)
                .curve(wide * 0.95, top, wide * 0.96, top + 30.0, wide * 0.95, top + deep * 0.5)
                .curve(wide * 0.93, top + deep * 0.9, wide * 0.6, top + deep, 0.0, top + deep)
                .close();
            self.put(Cut {
                path: &flap,
                colour: Some(light(self.colour, 0.05)),
                pattern: true,
                across: false,
                folds: "",
                depth: 0.6,
            });
            let y = top + deep - 26.0;
            let _ = write!(
                self.parts,
                "<rect x='468' y='{y:.1}' width='64' height='44' rx='9' fill='{metal}'/><rect x='474' y='{:.1}' width='52' height='14' rx='6' fill='#f0dca0' opacity='.85'/><circle cx='500' cy='{:.1}' r='7' fill='#7d6022'/>",
                y + 5.0,
                y + 30.0
            );
        } else {
            let panel = Half::from(0.0, foot - 190.0)
                .line(wide * 1.03, foot - 190.0)
                .line(wide * 1.04, foot - round)
                .curve(wide * 1.03, foot, wide, foot, wide - round, foot)
                .line(0.0, foot + 4.0)
                .close();
            self.put(Cut {
                path: &panel,
                colour: Some(shade(self.colour, 0.4)),
                pattern: false,
                across: true,
                folds: "",
                depth: 0.8,
            });
            self.parts +=
                &self.seam(&format!("M{:.1} {:.1}H{:.1}", 506.0 - wide, top + 34.0, 494.0 + wide));
        }
        let near = handle(0.0, wide * 0.52);
        let _ = write!(
            self.parts,
            "<path d='{near}' fill='none' stroke='{strap}' stroke-width='28' stroke-linecap='round'/>\
             <path d='{near}' fill='none' stroke='{}' stroke-width='7' stroke-linecap='round' opacity='.45' transform='translate(-3 -6)'/>\
             <path d='{near}' fill='none' stroke='{}' stroke-width='2' stroke-dasharray='8 5' opacity='.5' transform='translate(0 7)'/>",
            hex(light(self.colour, 0.5)),
            hex(shade(self.colour, 0.9))
        );
        for side in [-1.0, 1.0] {
            let x = 500.0 + side * wide * 0.52;
            let _ = write!(
                self.parts,
                "<circle cx='{x:.1}' cy='{:.1}' r='19' fill='none' stroke='{metal}' stroke-width='8'/><circle cx='{:.1}' cy='{:.1}' r='19' fill='none' stroke='#f6e6b4' stroke-width='2' opacity='.8'/>",
                top + 42.0,
                x - 1.5,
                top + 40.5
            );
        }
        (foot + 2.0, false, None)
    }

    fn shoes(&mut self) -> (f64, bool, Option<f64>) {
        let kind = self.dice.pick(3);
        let lower = |tailor: &mut Self| match kind {
            0 => tailor.sneaker(),
            1 => tailor.heel(),
            _ => tailor.boot(),
        };
        let far = lower(self);
        let near = lower(self);
        let _ = write!(
            self.parts,
            "<g transform='translate(118 -78) scale(.9)' opacity='1'>{far}</g><g transform='translate(-4 20)'>{near}</g>"
        );
        (808.0, false, None)
    }

    fn sneaker(&mut self) -> String {
        let upper = "M120 690C128 640 118 560 138 520Q180 490 250 510L330 540Q352 500 372 470Q420 500 470 540C560 600 660 610 760 640Q850 668 872 720L868 736L120 738Z";
        let folds = self.creases(480.0, 640.0, 60.0, 3, 60.0);
        let mut out = self.lay(Cut {
            path: upper,
            colour: None,
            pattern: true,
            across: false,
            folds: &folds,
            depth: 0.8,
        });
        let accent = super::svg::partner(self.colour);
        out += &self.lay(Cut {
            path: "M120 690C128 640 118 560 138 520Q172 500 214 504Q230 600 300 736L120 738Z",
            colour: Some(shade(self.colour, 0.22)),
            pattern: false,
            across: true,
            folds: "",
            depth: 0.6,
        });
        out += &self.lay(Cut {
            path: "M700 626Q850 660 872 720L868 736L640 738Q650 670 700 626Z",
            colour: Some(shade(self.colour, 0.14)),
            pattern: false,
            across: false,
            folds: "",
            depth: 0.6,
        });
        out += &self.lay(Cut {
            path: "M330 700C400 690 470 640 520 590L560 606C520 670 440 728 340 730Z",
            colour: Some(accent),
            pattern: false,
            across: true,
            folds: "",
            depth: 0.3,
        });
        out += &self.lay(Cut {
            path: "M112 724Q500 742 880 716Q896 760 870 786Q500 800 122 790Q96 760 112 724Z",
            colour: Some([244, 241, 234]),
            pattern: false,
            across: false,
            folds: "",
            depth: 0.5,
        });
        let _ = write!(
            out,
            "<path d='M112 764Q500 780 884 758' fill='none' stroke='#b9b2a4' stroke-width='4'/>"
        );
        for at in 0..5 {
            let (x, y) = (392.0 + f64::from(at) * 42.0, 506.0 + f64::from(at) * 24.0);
            let _ = write!(
                out,
                "<path d='M{x:.1} {y:.1}l-36 44' stroke='#fbfaf6' stroke-width='11' stroke-linecap='round'/><path d='M{:.1} {:.1}l-36 44' stroke='#8a8578' stroke-width='2' opacity='.6'/>",
                x + 6.0,
                y + 3.0
            );
        }
        out += &self.stitches("M150 560Q190 540 236 556");
        out
    }

    fn heel(&mut self) -> String {
        let sole = shade(self.colour, 0.65);
        let mut out = self.lay(Cut {
            path: "M176 500Q212 560 214 640L206 786L176 788Q168 640 138 540Z",
            colour: Some(sole),
            pattern: false,
            across: true,
            folds: "",
            depth: 0.9,
        });
        out += &self.lay(Cut { path: "M136 470Q250 560 350 640C480 740 640 744 830 738Q884 738 880 772Q860 790 700 788C520 786 420 760 330 690Q230 600 140 560Z", colour: Some(sole), pattern: false, across: false, folds: "", depth: 0.4 });
        let upper = "M128 440Q150 400 200 420C240 500 330 590 440 640C520 660 600 640 680 650Q830 670 884 740Q880 766 800 766C620 770 470 750 360 670Q240 580 138 540Q122 490 128 440Z";
        let folds = self.creases(560.0, 690.0, -20.0, 2, 90.0);
        out += &self.lay(Cut {
            path: upper,
            colour: None,
            pattern: true,
            across: false,
            folds: &folds,
            depth: 0.9,
        });
        out += &self.lay(Cut { path: "M200 420C240 500 330 590 440 640Q540 664 640 648Q520 700 410 664Q270 590 180 470Z", colour: Some(shade(mix(self.colour, [200, 160, 120], 0.5), 0.25)), pattern: false, across: false, folds: "", depth: 0.5 });
        let _ = write!(
            out,
            "<path d='M690 664Q800 680 850 730' fill='none' stroke='{}' stroke-width='16' opacity='.5' filter='url(#b8)' stroke-linecap='round'/>",
            hex(light(self.colour, 0.85))
        );
        if self.dice.pick(2) == 0 {
            let _ = write!(
                out,
                "<path d='M150 430Q250 330 330 400Q350 470 300 520' fill='none' stroke='{}' stroke-width='15'/><rect x='316' y='412' width='26' height='32' rx='5' fill='none' stroke='#c9a24b' stroke-width='6' transform='rotate(14 329 428)'/>",
                hex(shade(self.colour, 0.3))
            );
        }
        out
    }

    fn boot(&mut self) -> String {
        let upper = "M150 330Q280 306 412 330Q420 470 440 560C540 590 700 600 800 650Q866 684 868 738L140 740C150 640 172 520 150 330Z";
        let mut folds = self.creases(210.0, 560.0, 0.0, 4, 140.0);
        folds += &self.creases(430.0, 560.0, 160.0, 3, 110.0);
        let mut out = self.lay(Cut {
            path: upper,
            colour: None,
            pattern: true,
            across: true,
            folds: &folds,
            depth: 0.95,
        });
        out += &self.lay(Cut {
            path: "M246 326Q300 318 346 326Q350 420 330 520Q290 540 262 520Q240 420 246 326Z",
            colour: Some(shade(self.colour, 0.5)),
            pattern: false,
            across: true,
            folds: "",
            depth: 0.6,
        });
        out += &self.lay(Cut {
            path: "M132 730Q500 752 874 728Q886 762 872 780L400 778L380 806L136 806Z",
            colour: Some(shade(self.colour, 0.8)),
            pattern: false,
            across: false,
            folds: "",
            depth: 0.4,
        });
        out += &self.stitches("M146 716Q500 732 860 712");
        out += &self.stitches("M160 346Q280 322 408 346");
        let _ = write!(
            out,
            "<path d='M560 630Q720 640 806 690' fill='none' stroke='{}' stroke-width='20' opacity='.36' filter='url(#b8)' stroke-linecap='round'/><path d='M274 316q24 -54 48 0' fill='none' stroke='{}' stroke-width='12'/>",
            hex(light(self.colour, 0.8)),
            hex(shade(self.colour, 0.55))
        );
        out
    }

    fn scarf(&mut self) -> (f64, bool, Option<f64>) {
        let drop = self.between(830.0, 900.0);
        let short = self.between(640.0, 780.0);
        // Far end, loop, near end.
        let far = format!(
            "M540 300Q640 420 664 {short:.1}Q606 {:.1} 548 {short:.1}Q520 460 470 330Z",
            short + 18.0
        );
        let folds = self.falls(4, 320.0, short, [490.0, 560.0], [552.0, 660.0], 0.9);
        self.put(Cut {
            path: &far,
            colour: Some(shade(self.colour, 0.1)),
            pattern: true,
            across: true,
            folds: &folds,
            depth: 1.0,
        });
        self.fringe(548.0, 664.0, short);
        let back = "M330 210Q500 90 670 210Q690 260 640 280Q500 180 360 280Q310 260 330 210Z";
        self.put(Cut {
            path: back,
            colour: Some(shade(self.colour, 0.3)),
            pattern: true,
            across: true,
            folds: "",
            depth: 0.9,
        });
        let near = format!(
            "M380 340Q340 560 330 {drop:.1}Q402 {:.1} 470 {drop:.1}Q480 560 540 360Z",
            drop + 22.0
        );
        let folds = self.falls(5, 360.0, drop + 10.0, [400.0, 520.0], [334.0, 468.0], 0.95);
        self.put(Cut {
            path: &near,
            colour: None,
            pattern: true,
            across: true,
            folds: &folds,
            depth: 1.0,
        });
        self.fringe(330.0, 470.0, drop + 4.0);
        let front = "M326 214Q300 300 380 372Q470 440 560 384Q690 320 674 214Q640 330 500 336Q370 330 326 214Z";
        let mut folds = self.creases(350.0, 270.0, 40.0, 4, 170.0);
        folds += &self.creases(650.0, 270.0, 140.0, 4, 170.0);
        self.put(Cut {
            path: front,
            colour: Some(light(self.colour, 0.05)),
            pattern: true,
            across: false,
            folds: &folds,
            depth: 1.0,
        });
        let knot = "M400 330Q470 290 540 330Q560 380 524 424Q460 446 408 410Q386 370 400 330Z";
        let folds = self.creases(460.0, 340.0, 80.0, 4, 80.0);
        self.put(Cut {
            path: knot,
            colour: None,
            pattern: true,
            across: true,
            folds: &folds,
            depth: 0.9,
        });
        (drop + 50.0, true, None)
    }

    fn fringe(&mut self, from: f64, to: f64, y: f64) {
        let mut x = from + 5.0;
        let _ = write!(self.parts, "<g fill='none' stroke-linecap='round'>");
        while x < to - 2.0 {
            let (sway, long) = (self.between(-7.0, 7.0), self.between(36.0, 54.0));
            let tone = hex(shade(self.colour, self.dice.clone().between(0.1, 0.5)));
            let _ = write!(
                self.parts,
                "<path d='M{x:.1} {:.1}q{sway:.1} {:.1} {:.1} {long:.1}' stroke='{tone}' stroke-width='5'/>",
                y - 2.0,
                long / 2.0,
                sway * 0.7
            );
            x += 7.5;
        }
        self.parts.push_str("</g>");
    }

    fn hat(&mut self) -> (f64, bool, Option<f64>) {
        match self.dice.pick(3) {
            0 => self.beanie(),
            1 => self.cap(),
            _ => self.brimmed(),
        }
    }

    fn brimmed(&mut self) -> (f64, bool, Option<f64>) {
        let brim = "M70 660C60 590 260 540 500 540C740 540 940 590 930 660C916 740 720 780 500 780C280 780 84 740 70 660Z";
        let folds = self.falls(3, 600.0, 780.0, [300.0, 700.0], [160.0, 840.0], 0.4);
        self.put(Cut {
            path: brim,
            colour: None,
            pattern: true,
            across: false,
            folds: &folds,
            depth: 0.9,
        });
        let tall = self.between(230.0, 290.0);
        let crown = format!(
            "M252 656C256 520 268 400 330 {tall:.1}Q400 {:.1} 500 {:.1}Q600 {:.1} 670 {tall:.1}C732 400 744 520 748 656Q500 720 252 656Z",
            tall - 46.0,
            tall + 6.0,
            tall - 46.0
        );
        let mut folds = self.creases(500.0, tall + 20.0, 90.0, 5, 150.0);
        folds += &self.falls(3, tall + 40.0, 690.0, [360.0, 640.0], [300.0, 700.0], 0.5);
        self.put(Cut {
            path: &crown,
            colour: None,
            pattern: true,
            across: true,
            folds: &folds,
            depth: 1.0,
        });
        let ribbon = "M254 586Q500 654 746 586L748 656Q500 722 252 656Z";
        let colour = shade(super::svg::partner(self.colour), 0.3);
        self.put(Cut {
            path: ribbon,
            colour: Some(colour),
            pattern: false,
            across: true,
            folds: "",
            depth: 0.7,
        });
        self.put(Cut {
            path: "M600 622Q640 590 690 596Q680 630 700 664Q650 680 604 662Z",
            colour: Some(light(colour, 0.08)),
            pattern: false,
            across: false,
            folds: "",
            depth: 0.7,
        });
        (778.0, false, None)
    }

    fn cap(&mut self) -> (f64, bool, Option<f64>) {
        let crown = "M190 640C180 400 300 250 480 250C660 250 760 390 764 620Q480 700 190 640Z";
        let folds = self.creases(480.0, 270.0, 90.0, 5, 140.0);
        self.put(Cut {
            path: crown,
            colour: None,
            pattern: true,
            across: true,
            folds: &folds,
            depth: 1.0,
        });
        self.parts += &self.seam("M480 252Q420 440 400 664");
        self.parts += &self.seam("M480 252Q640 380 660 644");
        self.parts += &self.seam("M480 252Q280 340 236 652");
        let visor = "M392 668Q600 672 766 612Q900 640 936 724Q930 760 870 750Q640 690 430 762Q380 770 376 716Q378 690 392 668Z";
        self.put(Cut {
            path: visor,
            colour: Some(shade(self.colour, 0.16)),
            pattern: false,
            across: false,
            folds: "",
            depth: 0.9,
        });
        for lift in [0.0, 14.0, 28.0] {
            self.parts += &self.stitches(&format!(
                "M404 {:.1}Q640 {:.1} 880 {:.1}",
                744.0 - lift,
                664.0 - lift,
                736.0 - lift
            ));
        }
        let dark = hex(shade(self.colour, 0.7));
        let _ = write!(
            self.parts,
            "<ellipse cx='480' cy='250' rx='24' ry='12' fill='{dark}'/><circle cx='330' cy='440' r='9' fill='{dark}'/><circle cx='640' cy='430' r='9' fill='{dark}'/>"
        );
        let badge = hex(super::svg::partner(self.colour));
        let _ = write!(
            self.parts,
            "<g transform='translate(536 480) rotate(-4)'><rect x='-48' y='-34' width='96' height='68' rx='12' fill='{badge}'/><path d='M-26 14l16 -30l14 20l10 -12l14 22Z' fill='{}'/></g>",
            hex(self.colour)
        );
        (764.0, false, None)
    }

    fn beanie(&mut self) -> (f64, bool, Option<f64>) {
        let crown = "M228 640C210 400 330 216 500 216C670 216 790 400 772 640Q500 690 228 640Z";
        let mut folds = self.creases(500.0, 230.0, 90.0, 7, 220.0);
        let dark = hex(shade(self.colour, 0.75));
        let _ = write!(folds, "<g fill='none' stroke='{dark}' stroke-width='5' opacity='.3'>");
        for at in 0..15 {
            let share = f64::from(at) / 14.0 * 2.0 - 1.0;
            let _ = write!(
                folds,
                "<path d='M{:.1} 226Q{:.1} 380 {:.1} 680'/>",
                500.0 + share * 40.0,
                500.0 + share * 260.0,
                500.0 + share * 272.0
            );
        }
        folds.push_str("</g>");
        self.put(Cut {
            path: crown,
            colour: None,
            pattern: true,
            across: true,
            folds: &folds,
            depth: 1.0,
        });
        let band = "M216 590Q500 650 784 590Q800 680 784 748Q500 816 216 748Q200 680 216 590Z";
        let mut ribs = format!("<g fill='none' stroke='{dark}' stroke-width='6' opacity='.36'>");
        let mut x = 224.0;
        while x < 784.0 {
            let sag = 30.0 * (1.0 - ((x - 500.0f64) / 284.0).powi(2));
            let _ = write!(ribs, "<path d='M{x:.1} {:.1}v160'/>", 586.0 + sag);
            x += 19.0;
        }
        ribs.push_str("</g>");
        self.put(Cut {
            path: band,
            colour: Some(light(self.colour, 0.05)),
            pattern: false,
            across: true,
            folds: &ribs,
            depth: 0.9,
        });
        // The bobble: short threads in every direction.
        let (pale, base) = (hex(light(self.colour, 0.3)), hex(shade(self.colour, 0.15)));
        let _ = write!(
            self.parts,
            "<circle cx='500' cy='176' r='74' fill='{base}'/><g stroke-width='4' stroke-linecap='round'>"
        );
        for at in 0..150 {
            let (angle, far) = (
                f64::from(at) * 2.399,
                76.0 * (f64::from(at) / 150.0).sqrt() + self.between(0.0, 12.0),
            );
            let (dx, dy) = (angle.cos(), angle.sin());
            let tone = if at % 3 == 0 {
                &pale
            } else if at % 3 == 1 {
                &base
            } else {
                &dark
            };
            let _ = write!(
                self.parts,
                "<path d='M{:.1} {:.1}l{:.1} {:.1}' stroke='{tone}' opacity='.75'/>",
                500.0 + dx * far * 0.82,
                176.0 + dy * far * 0.82,
                dx * 17.0,
                dy * 17.0
            );
        }
        self.parts.push_str("</g>");
        (784.0, false, None)
    }
}
