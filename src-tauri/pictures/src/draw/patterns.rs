//! What is on the cloth, as SVG pattern tiles.

use super::svg::{Rgb, hex, light, mix, partner, shade};
use super::{Dice, Pattern};
use std::fmt::Write;

/// The definition of pattern `cloth`; `None` for plain cloth.
pub(super) fn define(pattern: Pattern, colour: Rgb, dice: &mut Dice) -> Option<String> {
    let second = partner(colour);
    let (s, dark, pale) = (hex(second), hex(shade(colour, 0.45)), hex(light(colour, 0.35)));
    let turn = dice.between(-6.0, 6.0);
    let open = |size: f64, turn: f64| {
        format!(
            "<pattern id='cloth' width='{size:.1}' height='{size:.1}' patternUnits='userSpaceOnUse' \
             patternTransform='rotate({turn:.1} 500 500)'>"
        )
    };
    let mut out;
    match pattern {
        Pattern::Plain => return None,
        Pattern::Stripes => {
            let size = dice.between(26.0, 54.0);
            let turn = if dice.pick(3) == 0 { 90.0 + turn } else { turn };
            out = open(size, turn);
            let thick = size * dice.between(0.22, 0.5);
            let _ = write!(
                out,
                "<rect width='{size:.1}' height='{thick:.1}' fill='{s}' opacity='.92'/>"
            );
            if dice.pick(2) == 0 {
                let _ = write!(
                    out,
                    "<rect y='{:.1}' width='{size:.1}' height='2.4' fill='{dark}' opacity='.6'/>",
                    thick + size * 0.2
                );
            }
        }
        Pattern::Checks => {
            let size = dice.between(70.0, 110.0);
            out = open(size, turn);
            let band = size * 0.36;
            let accent = hex(mix(second, [190, 60, 50], 0.45));
            let _ = write!(
                out,
                "<rect width='{size:.1}' height='{band:.1}' fill='{dark}' opacity='.42'/>\
                 <rect width='{band:.1}' height='{size:.1}' fill='{dark}' opacity='.42'/>\
                 <rect y='{:.1}' width='{size:.1}' height='3.4' fill='{s}' opacity='.85'/>\
                 <rect x='{:.1}' width='3.4' height='{size:.1}' fill='{s}' opacity='.85'/>\
                 <rect y='{:.1}' width='{size:.1}' height='2' fill='{accent}' opacity='.7'/>\
                 <rect x='{:.1}' width='2' height='{size:.1}' fill='{accent}' opacity='.7'/>",
                size * 0.68,
                size * 0.68,
                band / 2.0,
                band / 2.0
            );
        }
        Pattern::Dots => {
            let size = dice.between(34.0, 58.0);
            let r = size * dice.between(0.12, 0.2);
            out = open(size, 45.0 + turn);
            let _ = write!(
                out,
                "<circle cx='{0:.1}' cy='{0:.1}' r='{r:.1}' fill='{s}' opacity='.95'/>",
                size / 2.0
            );
        }
        Pattern::Floral => {
            let size = dice.between(130.0, 180.0);
            out = open(size, turn);
            let leaf = hex(mix(shade(colour, 0.4), [72, 110, 74], 0.6));
            let heart = hex(mix(second, [222, 168, 62], 0.75));
            let tones =
                [second, mix(second, [214, 96, 104], 0.5), light(mix(colour, second, 0.5), 0.3)];
            for (at, spot) in [(0.24, 0.26), (0.72, 0.2), (0.52, 0.62), (0.16, 0.8), (0.86, 0.76)]
                .into_iter()
                .enumerate()
            {
                let (x, y) = (spot.0 * size, spot.1 * size);
                let r = size * dice.between(0.05, 0.085);
                let spin = dice.between(0.0, 72.0);
                let petal = hex(tones[at % tones.len()]);
                let _ = write!(out, "<g transform='translate({x:.1} {y:.1}) rotate({spin:.1})'>");
                for side in [-1.0, 1.0] {
                    let _ = write!(
                        out,
                        "<path d='M0 0Q{:.1} {:.1} {:.1} {:.1}Q{:.1} {:.1} 0 0' fill='{leaf}' opacity='.8'/>",
                        side * r * 1.2,
                        -r * 1.7,
                        side * r * 2.3,
                        -r * 1.5,
                        side * r * 1.6,
                        -r * 0.5
                    );
                }
                for petal_at in 0..5 {
                    let _ = write!(
                        out,
                        "<ellipse cx='0' cy='{:.1}' rx='{:.1}' ry='{:.1}' fill='{petal}' opacity='.95' \
                         transform='rotate({})'/>",
                        -r * 0.72,
                        r * 0.5,
                        r * 0.68,
                        petal_at * 72
                    );
                }
                let _ = write!(out, "<circle r='{:.1}' fill='{heart}'/></g>", r * 0.32);
            }
        }
        Pattern::Knit => {
            let size = 26.0;
            out = open(size, 0.0);
            // Two columns of V stitches, half a row apart in light.
            for x in [0.0, 13.0] {
                for y in [0.0, 13.0] {
                    let _ = write!(
                        out,
                        "<path d='M{:.1} {:.1}q1 8 6 11q5 -3 6 -11' fill='none' stroke='{dark}' \
                         stroke-width='1.8' opacity='.42'/>\
                         <path d='M{:.1} {:.1}q1 7 4.4 9' fill='none' stroke='{pale}' stroke-width='2' opacity='.5'/>",
                        x + 0.5,
                        y,
                        x + 2.4,
                        y - 1.0
                    );
                }
            }
        }
    }
    out.push_str("</pattern>");
    Some(out)
}
