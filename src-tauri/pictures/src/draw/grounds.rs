//! What a product stands in front of, and the shadow that ties it to it.

use super::garments::Body;
use super::svg::{Rgb, hex, light, mix, shade};
use super::{Dice, Drawing, Ground};
use std::fmt::Write;

/// Puts ground, shadow and product together into one SVG of the drawing's size.
pub(super) fn compose(drawing: &Drawing, body: &Body, dice: &mut Dice) -> String {
    let (w, h) = (f64::from(drawing.width), f64::from(drawing.height));
    let mut defs = body.defs.clone();
    let mut back = String::new();
    // The product's board is laid in the middle; scenes leave it more room.
    let fill = match drawing.ground {
        Ground::White | Ground::Cutout => 1.0,
        Ground::Studio => 0.9,
        Ground::Scene => 0.82,
    };
    let scale = w.min(h) / 1000.0 * fill;
    let lift = match drawing.ground {
        Ground::Scene if body.hangs => h * 0.03,
        Ground::Studio | Ground::Scene => h * 0.02,
        _ => 0.0,
    };
    let (x, y) = ((w - 1000.0 * scale) / 2.0, (h - 1000.0 * scale) / 2.0 + lift);
    let foot = y + body.foot * scale;
    match drawing.ground {
        Ground::Cutout => {}
        Ground::White => {
            let _ = write!(back, "<rect width='{w}' height='{h}' fill='#fff'/>");
        }
        Ground::Studio => studio(drawing, foot, body, dice, &mut defs, &mut back),
        Ground::Scene => scene(drawing, (y, scale), foot, body, dice, &mut defs, &mut back),
    }
    let mut shadow = String::new();
    if drawing.ground != Ground::Cutout {
        let weak = if drawing.ground == Ground::White { 0.4 } else { 1.0 };
        if !body.hangs {
            let _ = write!(
                shadow,
                "<ellipse cx='500' cy='{:.1}' rx='330' ry='20' fill='#2a2622' opacity='{:.2}' filter='url(#b16)'/>\
                 <ellipse cx='500' cy='{:.1}' rx='280' ry='8' fill='#1c1916' opacity='{:.2}' filter='url(#b8)'/>",
                body.foot + 2.0,
                0.42 * weak,
                body.foot - 2.0,
                0.5 * weak
            );
        } else if drawing.ground != Ground::White {
            // On a wall: the same silhouette, soft, to the right and below.
            let _ = write!(
                defs,
                "<filter id='cast' x='-20%' y='-20%' width='150%' height='150%' color-interpolation-filters='sRGB'><feColorMatrix type='matrix' \
                 values='0 0 0 0 .14  0 0 0 0 .12  0 0 0 0 .1  0 0 0 .34 0'/><feGaussianBlur stdDeviation='18'/></filter>"
            );
            let _ = write!(
                shadow,
                "<g filter='url(#cast)' transform='translate(26 26)'>{}</g>",
                // Only its outline counts, so its folds need not be soft.
                body.parts.replace(" filter='url(#b8)'", "").replace(" filter='url(#b3)'", "")
            );
        }
    }
    let hanger = match (drawing.ground, body.neck) {
        (Ground::Scene, Some(neck)) => hanger(neck),
        _ => String::new(),
    };
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='{w}' height='{h}' viewBox='0 0 {w} {h}'>\
         <defs>{defs}</defs>{back}<g transform='translate({x:.2} {y:.2}) scale({scale:.5})'>{shadow}{hanger}{}</g></svg>",
        body.parts
    )
}

fn hanger(neck: f64) -> String {
    let y = neck + 14.0;
    format!(
        "<g fill='none' stroke-linecap='round'><path d='M500 {0:.1}q0 -26 14 -36q16 -14 4 -32q-14 -14 -30 0' stroke='#8d8d92' stroke-width='7'/>\
         <path d='M500 {0:.1}Q420 {1:.1} 380 {2:.1}M500 {0:.1}Q580 {1:.1} 620 {2:.1}' stroke='#b98b5a' stroke-width='16'/></g>",
        y,
        y + 8.0,
        y + 34.0
    )
}

/// A ground tone that lets the product stand out.
fn ground_tone(colour: Rgb, dice: &mut Dice) -> Rgb {
    let tones: [Rgb; 6] = [
        [226, 219, 208],
        [216, 222, 226],
        [232, 218, 210],
        [218, 224, 212],
        [228, 224, 232],
        [236, 228, 208],
    ];
    let tone = tones[dice.pick(tones.len() as u64) as usize];
    let bright = colour.iter().map(|&it| u32::from(it)).sum::<u32>() / 3;
    if bright > 200 { shade(tone, 0.22) } else { tone }
}

fn studio(
    drawing: &Drawing,
    foot: f64,
    body: &Body,
    dice: &mut Dice,
    defs: &mut String,
    back: &mut String,
) {
    let (w, h) = (f64::from(drawing.width), f64::from(drawing.height));
    let tone = ground_tone(drawing.colour, dice);
    let _ = write!(
        defs,
        "<radialGradient id='wall' cx='.42' cy='.34' r='.85'><stop offset='0' stop-color='{}'/><stop offset='.55' stop-color='{}'/>\
         <stop offset='1' stop-color='{}'/></radialGradient>\
         <linearGradient id='floor' x1='0' y1='0' x2='0' y2='1'><stop offset='0' stop-color='{}' stop-opacity='0'/>\
         <stop offset='.25' stop-color='{}' stop-opacity='.75'/><stop offset='1' stop-color='{}'/></linearGradient>",
        hex(light(tone, 0.65)),
        hex(tone),
        hex(shade(tone, 0.3)),
        hex(light(tone, 0.3)),
        hex(light(tone, 0.42)),
        hex(light(tone, 0.1))
    );
    let _ = write!(back, "<rect width='{w}' height='{h}' fill='url(#wall)'/>");
    if body.hangs {
        return;
    }
    // A paper sweep, and a low round plinth under the thing.
    let edge = foot - h * 0.16;
    let _ = write!(
        back,
        "<rect y='{edge:.1}' width='{w}' height='{:.1}' fill='url(#floor)'/>",
        h - edge
    );
    let (rx, ry, thick) = (w.min(h) * 0.44, w.min(h) * 0.085, w.min(h) * 0.055);
    let (cx, cy) = (w / 2.0, foot - ry * 0.25);
    let side = mix(tone, light(tone, 0.5), 0.5);
    let _ = write!(
        defs,
        "<linearGradient id='plinth' x1='0' y1='0' x2='1' y2='0'><stop offset='0' stop-color='{}'/><stop offset='.35' stop-color='{}'/><stop offset='1' stop-color='{}'/></linearGradient>",
        hex(shade(side, 0.2)),
        hex(light(side, 0.35)),
        hex(shade(side, 0.32))
    );
    let _ = write!(
        back,
        "<ellipse cx='{:.1}' cy='{:.1}' rx='{:.1}' ry='{ry:.1}' fill='#2a2622' opacity='.28' filter='url(#b16)'/>\
         <path d='M{:.1} {cy:.1}v{thick:.1}a{rx:.1} {ry:.1} 0 0 0 {:.1} 0v-{thick:.1}Z' fill='url(#plinth)'/>\
         <ellipse cx='{cx:.1}' cy='{cy:.1}' rx='{rx:.1}' ry='{ry:.1}' fill='{}'/>",
        cx + rx * 0.05,
        cy + thick * 1.3,
        rx * 1.04,
        cx - rx,
        rx * 2.0,
        hex(light(side, 0.5))
    );
}

fn scene(
    drawing: &Drawing,
    board: (f64, f64),
    foot: f64,
    body: &Body,
    dice: &mut Dice,
    defs: &mut String,
    back: &mut String,
) {
    let (w, h) = (f64::from(drawing.width), f64::from(drawing.height));
    let unit = w.min(h);
    let tone = ground_tone(drawing.colour, dice);
    let _ = write!(
        defs,
        "<linearGradient id='wall' x1='0' y1='0' x2='1' y2='1'><stop offset='0' stop-color='{}'/><stop offset='1' stop-color='{}'/></linearGradient>\
         <linearGradient id='wood' x1='0' y1='0' x2='0' y2='1'><stop offset='0' stop-color='#c79a68'/><stop offset='1' stop-color='#9c7046'/></linearGradient>\
         <filter id='soft' x='-20%' y='-20%' width='140%' height='140%' color-interpolation-filters='sRGB'><feGaussianBlur stdDeviation='{:.1}'/></filter>",
        hex(light(tone, 0.45)),
        hex(shade(tone, 0.14)),
        unit * 0.012
    );
    let _ = write!(back, "<rect width='{w}' height='{h}' fill='url(#wall)'/>");
    // Daylight through a window, slanting over the wall.
    let _ = write!(
        back,
        "<g filter='url(#soft)' fill='#fff8e8' opacity='.5' transform='translate({:.1} {:.1}) skewX(-18)'>",
        w * 0.1 + dice.between(0.0, w * 0.15),
        h * 0.06
    );
    for row in 0..3 {
        for column in 0..2 {
            let _ = write!(
                back,
                "<rect x='{:.1}' y='{:.1}' width='{:.1}' height='{:.1}'/>",
                f64::from(column) * unit * 0.24,
                f64::from(row) * unit * 0.2,
                unit * 0.2,
                unit * 0.17
            );
        }
    }
    back.push_str("</g>");
    // Skirting and floor, or a table for what stands.
    let edge = if body.hangs { h * 0.88 } else { foot - unit * 0.1 };
    let _ = write!(
        back,
        "<rect y='{edge:.1}' width='{w}' height='{:.1}' fill='url(#wood)'/>",
        h - edge
    );
    let lines = 5;
    for at in 1..lines {
        let y = edge + (h - edge) * (f64::from(at) / f64::from(lines)).powf(1.5);
        let _ = write!(
            back,
            "<path d='M0 {y:.1}H{w}' stroke='#6f4d2c' stroke-width='{:.1}' opacity='.45'/>",
            unit * 0.002
        );
    }
    for _ in 0..14 {
        let (x, y) = (dice.between(0.0, w), dice.between(edge, h));
        let _ = write!(
            back,
            "<path d='M{x:.1} {y:.1}h{:.1}' stroke='#6f4d2c' stroke-width='{:.1}' opacity='.16' stroke-linecap='round'/>",
            unit * dice.between(0.05, 0.2),
            unit * 0.004
        );
    }
    if body.hangs {
        let _ = write!(
            back,
            "<rect y='{:.1}' width='{w}' height='{:.1}' fill='#f4f0e8'/><rect y='{:.1}' width='{w}' height='{:.1}' fill='#000' opacity='.16'/>",
            edge - unit * 0.03,
            unit * 0.03,
            edge - unit * 0.004,
            unit * 0.005
        );
        if let Some(neck) = body.neck {
            // The rail just where the hanger's hook is.
            let y = board.0 + (neck - 62.0) * board.1;
            let _ = write!(
                back,
                "<rect y='{:.1}' width='{w}' height='{:.1}' fill='#000' opacity='.14' filter='url(#soft)'/>\
                 <rect y='{y:.1}' width='{w}' height='{:.1}' fill='#4b4a4a'/><rect y='{:.1}' width='{w}' height='{:.1}' fill='#a8a6a4' opacity='.8'/>",
                y + unit * 0.02,
                unit * 0.014,
                unit * 0.014,
                y + unit * 0.002,
                unit * 0.003
            );
        }
    } else {
        let _ = write!(
            back,
            "<rect y='{edge:.1}' width='{w}' height='{:.1}' fill='#fff' opacity='.25'/>",
            unit * 0.006
        );
    }
    plant(w, edge, unit, dice, back);
}

/// A plant in a pot, half out of the picture.
fn plant(w: f64, edge: f64, unit: f64, dice: &mut Dice, back: &mut String) {
    let (x, base) = if dice.pick(2) == 0 { (w * 0.06, edge) } else { (w * 0.94, edge) };
    let size = unit * 0.11;
    let pot_top = base - size * 0.7;
    for at in 0..11 {
        let angle = (-90.0 + (f64::from(at) - 5.0) * 15.0 + dice.between(-6.0, 6.0)).to_radians();
        let long = size * dice.between(2.0, 3.1);
        let (ex, ey) = (x + angle.cos() * long, pot_top + angle.sin() * long);
        let (mx, my) = (f64::midpoint(x, ex), f64::midpoint(pot_top, ey) - long * 0.12);
        let wide = size * dice.between(0.2, 0.32);
        let (nx, ny) = (-angle.sin() * wide, angle.cos() * wide);
        let green = mix([58, 98, 70], [130, 158, 96], dice.between(0.0, 1.0));
        let _ = write!(
            back,
            "<path d='M{x:.1} {pot_top:.1}Q{:.1} {:.1} {ex:.1} {ey:.1}Q{:.1} {:.1} {x:.1} {pot_top:.1}Z' fill='{}'/>\
             <path d='M{x:.1} {pot_top:.1}Q{mx:.1} {my:.1} {ex:.1} {ey:.1}' fill='none' stroke='{}' stroke-width='{:.1}' opacity='.6'/>",
            mx + nx,
            my + ny,
            mx - nx,
            my - ny,
            hex(green),
            hex(light(green, 0.4)),
            unit * 0.0022
        );
    }
    let _ = write!(
        back,
        "<path d='M{:.1} {:.1}h{:.1}l{:.1} {:.1}h-{:.1}Z' fill='#b9694a'/><rect x='{:.1}' y='{:.1}' width='{:.1}' height='{:.1}' rx='{:.1}' fill='#cf7f5c'/>",
        x - size * 0.5,
        pot_top,
        size,
        -size * 0.12,
        size * 0.8,
        size * 0.76,
        x - size * 0.56,
        pot_top - size * 0.06,
        size * 1.12,
        size * 0.18,
        size * 0.04
    );
}
