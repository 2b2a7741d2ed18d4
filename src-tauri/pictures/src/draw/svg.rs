//! Small words for writing SVG.

use std::fmt::Write;

pub(super) type Rgb = [u8; 3];

pub(super) fn hex([r, g, b]: Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// `from` moved by `share` (0 to 1) towards `to`.
pub(super) fn mix(from: Rgb, to: Rgb, share: f64) -> Rgb {
    let one = |at: usize| {
        (f64::from(from[at]) * (1.0 - share) + f64::from(to[at]) * share).round().clamp(0.0, 255.0)
            as u8
    };
    [one(0), one(1), one(2)]
}

/// Darker, a little cooler: shade on cloth.
pub(super) fn shade(colour: Rgb, share: f64) -> Rgb {
    let [r, g, b] = colour.map(f64::from);
    mix(colour, [(r * 0.28) as u8, (g * 0.26) as u8, (b * 0.34) as u8], share)
}

/// Lighter: light on cloth.
pub(super) fn light(colour: Rgb, share: f64) -> Rgb {
    mix(colour, [255, 252, 246], share)
}

/// A second colour that goes with the first.
pub(super) fn partner(colour: Rgb) -> Rgb {
    let bright = colour.iter().map(|&it| u32::from(it)).sum::<u32>() / 3;
    if bright > 190 { shade(mix(colour, [150, 90, 60], 0.55), 0.25) } else { light(colour, 0.72) }
}

/// A line along an outline that fades out to both sides, as if blurred by `blur`: thin strokes over wide
/// ones, each a part of the strength. A true blur of every outline takes most of a drawing's time.
pub(super) fn soft_edge(path: &str, colour: Rgb, wide: f64, blur: f64, strong: f64) -> String {
    /// How far a stroke reaches beyond the line's own edge, in blurs.
    const REACH: [f64; 6] = [1.9, 1.2, 0.6, 0.0, -0.6, -1.2];
    let part = strong / REACH.len() as f64;
    let mut out = format!("<g fill='none' stroke='{}'>", hex(colour));
    for reach in REACH {
        let width = wide + 2.0 * blur * reach;
        if width > 0.5 {
            let _ = write!(
                out,
                "<path d='{path}' stroke-width='{width:.1}' stroke-opacity='{part:.3}'/>"
            );
        }
    }
    out.push_str("</g>");
    out
}

/// An outline that is the same on both sides of x = 500, drawn from its top centre to its bottom.
#[derive(Debug, Clone)]
pub(super) struct Half {
    start: (f64, f64),
    steps: Vec<[(f64, f64); 3]>,
}

impl Half {
    /// Begins `dx` right of the centre line.
    pub(super) fn from(dx: f64, y: f64) -> Self {
        Self { start: (dx, y), steps: Vec::new() }
    }

    fn end(&self) -> (f64, f64) {
        self.steps.last().map_or(self.start, |it| it[2])
    }

    pub(super) fn line(self, dx: f64, y: f64) -> Self {
        let (x0, y0) = self.end();
        let (a, b) = ((x0 * 2.0 + dx) / 3.0, (y0 * 2.0 + y) / 3.0);
        let (c, d) = ((x0 + dx * 2.0) / 3.0, (y0 + y * 2.0) / 3.0);
        self.curve(a, b, c, d, dx, y)
    }

    pub(super) fn curve(mut self, ax: f64, ay: f64, bx: f64, by: f64, dx: f64, y: f64) -> Self {
        self.steps.push([(ax, ay), (bx, by), (dx, y)]);
        self
    }

    /// The whole outline: down the right side, up the left.
    pub(super) fn close(&self) -> String {
        let mut out = String::new();
        let right = |it: (f64, f64)| format!("{:.1} {:.1}", 500.0 + it.0, it.1);
        let left = |it: (f64, f64)| format!("{:.1} {:.1}", 500.0 - it.0, it.1);
        let _ = write!(out, "M{}", right(self.start));
        for step in &self.steps {
            let _ = write!(out, "C{} {} {}", right(step[0]), right(step[1]), right(step[2]));
        }
        let _ = write!(out, "L{}", left(self.end()));
        for (at, step) in self.steps.iter().enumerate().rev() {
            let to = if at == 0 { self.start } else { self.steps[at - 1][2] };
            let _ = write!(out, "C{} {} {}", left(step[1]), left(step[0]), left(to));
        }
        out.push('Z');
        out
    }
}

/// The same path mirrored at x = 500, given as numbers; for sleeves, shoes and straps.
pub(super) fn mirrored(inner: &str) -> String {
    format!("<g transform='translate(1000 0) scale(-1 1)'>{inner}</g>")
}
