//! Bags and shoes.

use std::fmt::Write;

use super::super::svg::{Half, hex, light, mix, partner, shade};
use super::tailor::{Cut, Tailor};

impl Tailor<'_> {
    pub(super) fn bag(&mut self) -> (f64, bool, Option<f64>) {
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
        self.put(Cut::cloth(&path, &folds, 0.9));
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

    pub(super) fn shoes(&mut self) -> (f64, bool, Option<f64>) {
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

    pub(super) fn sneaker(&mut self) -> String {
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
        let accent = partner(self.colour);
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

    pub(super) fn heel(&mut self) -> String {
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

    pub(super) fn boot(&mut self) -> String {
        let upper = "M150 330Q280 306 412 330Q420 470 440 560C540 590 700 600 800 650Q866 684 868 738L140 740C150 640 172 520 150 330Z";
        let mut folds = self.creases(210.0, 560.0, 0.0, 4, 140.0);
        folds += &self.creases(430.0, 560.0, 160.0, 3, 110.0);
        let mut out = self.lay(Cut::cloth(upper, &folds, 0.95));
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
}
