//! The cloth itself: a piece with volume, folds, creases, seams and buttons.

use std::fmt::Write;

use super::super::Dice;
use super::super::svg::{Rgb, hex, light, mirrored, mix, shade, soft_edge};

/// Makes a product piece by piece.
pub(super) struct Tailor<'a> {
    pub colour: Rgb,
    pub patterned: bool,
    pub dice: &'a mut Dice,
    pub defs: String,
    pub parts: String,
    pub pieces: usize,
}

/// How a piece of cloth catches the light.
#[derive(Clone, Copy)]
pub(super) struct Cut<'a> {
    /// Outline.
    pub path: &'a str,
    /// Colour, if not the product's own.
    pub colour: Option<Rgb>,
    /// Whether the pattern is on it.
    pub pattern: bool,
    /// Light falls across (true) or down (false).
    pub across: bool,
    /// Folds as SVG, laid inside the outline.
    pub folds: &'a str,
    /// 0 flat to 1 round.
    pub depth: f64,
}

impl<'a> Cut<'a> {
    /// A piece of the product's own cloth, pattern and all, with the light across it.
    pub(super) fn cloth(path: &'a str, folds: &'a str, depth: f64) -> Self {
        Self { path, colour: None, pattern: true, across: true, folds, depth }
    }
}

impl Tailor<'_> {
    pub(super) fn between(&mut self, low: f64, high: f64) -> f64 {
        self.dice.between(low, high)
    }

    /// Lays a piece of cloth: base light, pattern, folds, rounded edges, outline.
    pub(super) fn lay(&mut self, cut: Cut) -> String {
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

    pub(super) fn put(&mut self, cut: Cut) {
        let piece = self.lay(cut);
        self.parts.push_str(&piece);
    }

    /// Folds that run from `top` to `bottom`, from between `x0..x1` out to `x2..x3`.
    pub(super) fn falls(
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
    pub(super) fn creases(
        &mut self,
        x: f64,
        y: f64,
        angle: f64,
        count: usize,
        long: f64,
    ) -> String {
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

    pub(super) fn stitches(&self, path: &str) -> String {
        let dark = hex(shade(self.colour, 0.7));
        format!(
            "<path d='{path}' fill='none' stroke='{dark}' stroke-width='2' stroke-dasharray='7 4' opacity='.5'/>"
        )
    }

    pub(super) fn seam(&self, path: &str) -> String {
        let (dark, pale) = (hex(shade(self.colour, 0.8)), hex(light(self.colour, 0.5)));
        format!(
            "<path d='{path}' fill='none' stroke='{dark}' stroke-width='2.4' opacity='.6'/>\
             <path d='{path}' transform='translate(2.4 2)' fill='none' stroke='{pale}' stroke-width='1.6' opacity='.4'/>"
        )
    }

    pub(super) fn button(&self, x: f64, y: f64, r: f64) -> String {
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
    pub(super) fn sleeves(
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
        let mut sleeve = self.lay(Cut::cloth(&path, &folds, 1.0));
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
    pub(super) fn back_of_neck(&mut self, wide: f64, top: f64, deep: f64) {
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
}
