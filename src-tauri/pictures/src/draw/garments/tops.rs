//! Dresses, shirts, T-shirts, sweaters and coats: what has sleeves and a neck.

use std::fmt::Write;

use super::super::svg::{Half, hex, light, mix, partner, shade};
use super::tailor::{Cut, Tailor};

impl Tailor<'_> {
    pub(super) fn dress(&mut self) -> (f64, bool, Option<f64>) {
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
        self.put(Cut::cloth(&skirt, &folds, 0.9));
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
        self.put(Cut::cloth(&path, &folds, 0.9));
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
    pub(super) fn trunk(
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

    pub(super) fn top_folds(&mut self, pit: (f64, f64), hem: (f64, f64)) -> String {
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

    pub(super) fn shirt(&mut self) -> (f64, bool, Option<f64>) {
        let hem = (self.between(186.0, 214.0), self.between(820.0, 880.0));
        self.back_of_neck(70.0, 96.0, 196.0);
        let long = self.dice.pick(4) != 0;
        let (length, wide) = if long { (560.0, 92.0) } else { (230.0, 116.0) };
        self.sleeves((190.0, 150.0), (176.0, 320.0), length, wide, if long { 52.0 } else { 0.0 });
        let waist = self.between(168.0, 190.0);
        let path = Self::trunk((64.0, 178.0), (196.0, 146.0), (176.0, 318.0), hem, waist);
        let folds = self.top_folds((176.0, 318.0), hem);
        self.put(Cut::cloth(&path, &folds, 0.8));
        // Placket, buttons, pocket, collar.
        let placket = format!("M484 176L516 176L516 {0:.1}L484 {0:.1}Z", hem.1 + 18.0);
        self.put(Cut::cloth(&placket, "", 0.25));
        let mut y = 214.0;
        while y < hem.1 - 30.0 {
            self.parts += &self.button(500.0, y, 7.5);
            y += 92.0;
        }
        if self.dice.pick(3) != 0 {
            let pocket = "M552 340h92v82l-46 24l-46 -24Z";
            self.put(Cut::cloth(pocket, "", 0.2));
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

    pub(super) fn tshirt(&mut self) -> (f64, bool, Option<f64>) {
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
        self.put(Cut::cloth(&path, &folds, 0.8));
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
            let ink = hex(partner(self.colour));
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

    pub(super) fn sweater(&mut self) -> (f64, bool, Option<f64>) {
        let hem = (self.between(196.0, 222.0), self.between(790.0, 840.0));
        self.back_of_neck(72.0, 104.0, 150.0);
        self.sleeves((206.0, 156.0), (192.0, 340.0), 530.0, 112.0, 62.0);
        let path = Self::trunk((76.0, 170.0), (212.0, 152.0), (192.0, 340.0), hem, hem.0 + 6.0);
        let folds = self.top_folds((192.0, 340.0), hem);
        self.put(Cut::cloth(&path, &folds, 0.9));
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

    pub(super) fn coat(&mut self) -> (f64, bool, Option<f64>) {
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
        self.put(Cut::cloth(&path, &folds, 1.0));
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
}
