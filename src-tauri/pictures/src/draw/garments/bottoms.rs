//! Skirts and trousers.

use std::fmt::Write;

use super::super::svg::{Half, hex, shade};
use super::tailor::{Cut, Tailor};

impl Tailor<'_> {
    pub(super) fn skirt(&mut self) -> (f64, bool, Option<f64>) {
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
        self.put(Cut::cloth(&path, &folds, 0.85));
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

    pub(super) fn trousers(&mut self) -> (f64, bool, Option<f64>) {
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
            self.put(Cut::cloth(&path, &folds, 1.0));
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
}
