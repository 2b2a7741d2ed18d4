//! Scarves and hats.

use std::fmt::Write;

use super::super::svg::{hex, light, partner, shade};
use super::tailor::{Cut, Tailor};

impl Tailor<'_> {
    pub(super) fn scarf(&mut self) -> (f64, bool, Option<f64>) {
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
        self.put(Cut::cloth(&near, &folds, 1.0));
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
        self.put(Cut::cloth(knot, &folds, 0.9));
        (drop + 50.0, true, None)
    }

    pub(super) fn fringe(&mut self, from: f64, to: f64, y: f64) {
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

    pub(super) fn hat(&mut self) -> (f64, bool, Option<f64>) {
        match self.dice.pick(3) {
            0 => self.beanie(),
            1 => self.cap(),
            _ => self.brimmed(),
        }
    }

    pub(super) fn brimmed(&mut self) -> (f64, bool, Option<f64>) {
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
        self.put(Cut::cloth(&crown, &folds, 1.0));
        let ribbon = "M254 586Q500 654 746 586L748 656Q500 722 252 656Z";
        let colour = shade(partner(self.colour), 0.3);
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

    pub(super) fn cap(&mut self) -> (f64, bool, Option<f64>) {
        let crown = "M190 640C180 400 300 250 480 250C660 250 760 390 764 620Q480 700 190 640Z";
        let folds = self.creases(480.0, 270.0, 90.0, 5, 140.0);
        self.put(Cut::cloth(crown, &folds, 1.0));
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
        let badge = hex(partner(self.colour));
        let _ = write!(
            self.parts,
            "<g transform='translate(536 480) rotate(-4)'><rect x='-48' y='-34' width='96' height='68' rx='12' fill='{badge}'/><path d='M-26 14l16 -30l14 20l10 -12l14 22Z' fill='{}'/></g>",
            hex(self.colour)
        );
        (764.0, false, None)
    }

    pub(super) fn beanie(&mut self) -> (f64, bool, Option<f64>) {
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
        self.put(Cut::cloth(crown, &folds, 1.0));
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
