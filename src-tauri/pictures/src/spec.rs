//! Does a picture fit a platform's slot? Pure: facts and a rule row in, a list of lamps out.
//!
//! The rows of [`default_slots`] are defaults with source and date; the shop's own rows replace
//! them. What needs a human eye (text, logo, model in the picture) is listed as ticks, not guessed.

use crate::{ColourMode, Facts, FileKind, Format, Measures, measure};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The rules of one slot of one channel. Whatever is `None` is not asked for.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct SlotSpec {
    /// Stable code, e.g. `taobao.main`.
    pub code: String,
    /// Channel as people say it: 淘宝/天猫.
    pub channel: String,
    /// Slot as people say it: 主图.
    pub slot: String,
    /// Least width.
    pub min_width: Option<u32>,
    /// Least height.
    pub min_height: Option<u32>,
    /// Greatest width.
    pub max_width: Option<u32>,
    /// Greatest height.
    pub max_height: Option<u32>,
    /// Exactly this width.
    pub exact_width: Option<u32>,
    /// Exactly this height.
    pub exact_height: Option<u32>,
    /// Better at least this large (amber, not red).
    pub suggest_width: Option<u32>,
    /// Better at least this large (amber, not red).
    pub suggest_height: Option<u32>,
    /// Width to height, e.g. `[3, 4]`, within ±1 %.
    pub ratio: Option<[u32; 2]>,
    /// The longer side at least.
    pub min_longest: Option<u32>,
    /// The longer side better at least (amber).
    pub suggest_longest: Option<u32>,
    /// Least bytes.
    pub min_bytes: Option<u64>,
    /// Most bytes.
    pub max_bytes: Option<u64>,
    /// Formats taken; empty = JPEG, PNG.
    pub formats: Vec<Format>,
    /// The ground must be white.
    pub white_ground: bool,
    /// Transparency is allowed.
    pub alpha: bool,
    /// Moving pictures are allowed.
    pub animated: bool,
    /// Least share of the frame the subject fills (0 to 1, its longer side).
    pub subject_share: Option<f32>,
    /// Least size of the subject, pixels on both sides.
    pub subject_pixels: Option<u32>,
    /// Colour mode asked for; `None` = RGB (gray is taken too).
    pub colour: Option<ColourMode>,
    /// Most pictures in the slot.
    pub max_count: Option<u32>,
    /// A place on the shop's pages or in its ads (首焦, 直通车图), not one of a listing.
    pub shop_wide: bool,
    /// What a person has to look for.
    pub ticks: Vec<String>,
    /// Where the rule comes from.
    pub source: String,
    /// The platform's own page was seen to say so.
    pub confirmed: bool,
    /// Day the rule was noted.
    pub noted_on: String,
}

impl SlotSpec {
    /// Whether a picture that fits the one fits the other just as well: what the slots are called, where
    /// the rules come from and how many pictures there may be says nothing about a picture.
    pub fn asks_the_same(&self, other: &Self) -> bool {
        let bare = |spec: &Self| Self {
            code: String::new(),
            channel: String::new(),
            slot: String::new(),
            source: String::new(),
            noted_on: String::new(),
            confirmed: false,
            shop_wide: false,
            max_count: None,
            ..spec.clone()
        };
        bare(self) == bare(other)
    }

    /// Its sizes in words, as a brief tells them: `正好 1920×600，≤ 3 MB`.
    pub fn sizes(&self) -> String {
        let mut out = Vec::new();
        match (self.exact_width, self.exact_height) {
            (None, None) => {}
            (w, h) => out.push(exactly(w, h)),
        }
        match (self.min_width, self.min_height) {
            (None, None) => {}
            (w, h) => out.push(bounds("≥ ", w, h)),
        }
        match (self.max_width, self.max_height) {
            (None, None) => {}
            (w, h) => out.push(bounds("≤ ", w, h)),
        }
        match (self.suggest_width, self.suggest_height) {
            (None, None) => {}
            (w, h) => out.push(format!("建议 {}", bounds("≥ ", w, h))),
        }
        out.extend(self.min_longest.map(|n| format!("长边 ≥ {n}")));
        out.extend(self.ratio.map(|[w, h]| format!("{w}:{h}")));
        out.extend(self.min_bytes.map(|n| format!("≥ {}", human(n))));
        out.extend(self.max_bytes.map(|n| format!("≤ {}", human(n))));
        out.extend(self.white_ground.then(|| "白底".to_owned()));
        out.join("，")
    }
}

/// How bad.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Fits.
    Green,
    /// May go out, better not.
    Amber,
    /// The platform will refuse it.
    Red,
}

/// One lamp.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Check {
    /// Stable word for the rule: `size`, `ratio`, `bytes` ...
    pub rule: String,
    /// The lamp.
    pub level: Level,
    /// What is asked for.
    pub expected: String,
    /// What the picture has.
    pub actual: String,
    /// A sentence: what is wrong and what to do, or that it fits.
    pub message: String,
    /// The rule row it was judged by.
    pub source: String,
}

/// The worst lamp of a list; green for an empty one.
pub fn worst(checks: &[Check]) -> Level {
    checks.iter().map(|it| it.level).max().unwrap_or(Level::Green)
}

/// Judges a picture by a slot's rules.
pub fn check(facts: &Facts, measures: Option<&Measures>, spec: &SlotSpec) -> Vec<Check> {
    let mut list = List { spec, out: Vec::new() };
    list.file_type(facts);
    let (Some(width), Some(height)) = (facts.width, facts.height) else { return list.out };
    list.size(width, height);
    list.ratio(width, height);
    list.bytes(facts.bytes);
    list.colour(facts);
    if facts.alpha {
        let level = if spec.alpha { Level::Green } else { Level::Red };
        list.add(
            "alpha",
            level,
            if spec.alpha { "可透明" } else { "不透明" },
            "有透明像素",
            "图片有透明部分，请铺上底色再存",
        );
    }
    if facts.animated {
        let level = if spec.animated { Level::Green } else { Level::Red };
        list.add(
            "animated",
            level,
            if spec.animated { "可动图" } else { "静态图" },
            "动图",
            "这个位置不能用动图，请换成静态图",
        );
    }
    if facts.gps {
        list.add(
            "gps",
            Level::Amber,
            "不带拍摄地点",
            "EXIF 里有 GPS",
            "照片带有拍摄地点，导出时请去掉 EXIF",
        );
    }
    if facts.orientation != 1 {
        list.add(
            "orientation",
            Level::Amber,
            "已转正",
            "靠 EXIF 旋转",
            "个别平台会横着显示，请在 PS 里转正再存",
        );
    }
    if let Some(measures) = measures {
        list.ground(measures);
        list.subject(measures, width, height);
        if measures.sharpness < measure::BLURRED {
            let actual = format!("{:.0}", measures.sharpness);
            list.add(
                "sharpness",
                Level::Amber,
                &format!("清晰度 ≥ {:.0}", measure::BLURRED),
                &actual,
                "图片偏糊（清晰度低），请确认不是小图放大的",
            );
        } else {
            let actual = format!("{:.0}", measures.sharpness);
            let wanted = format!("清晰度 ≥ {:.0}", measure::BLURRED);
            list.add("sharpness", Level::Green, &wanted, &actual, "");
        }
    }
    list.out
}

struct List<'a> {
    spec: &'a SlotSpec,
    out: Vec<Check>,
}

impl List<'_> {
    /// `advice` is what to do; a green lamp says it fits instead.
    fn add(&mut self, rule: &str, level: Level, expected: &str, actual: &str, advice: &str) {
        let spec = self.spec;
        let message = match level {
            Level::Green => format!("符合：{expected}"),
            _ => advice.to_owned(),
        };
        let sure = if spec.confirmed { "" } else { "（未向平台核实）" };
        let source = format!(
            "{} · {}，{}，{} 记录{sure}",
            spec.channel, spec.slot, spec.source, spec.noted_on
        );
        self.out.push(Check {
            rule: rule.to_owned(),
            level,
            expected: expected.to_owned(),
            actual: actual.to_owned(),
            message,
            source,
        });
    }

    fn file_type(&mut self, facts: &Facts) {
        let formats = match self.spec.formats.as_slice() {
            [] => &[Format::Jpeg, Format::Png],
            list => list,
        };
        let expected = formats.iter().map(|it| it.label()).collect::<Vec<_>>().join(" / ");
        let fits = formats.contains(&facts.format);
        let advice = if facts.kind == FileKind::Image || facts.kind == FileKind::Source {
            format!("这个位置要 {expected}，现在是 {}，请另存为 {expected}", facts.format.label())
        } else {
            format!("这不是图片（{}），请换成 {expected}", facts.format.label())
        };
        let level = if fits { Level::Green } else { Level::Red };
        self.add("type", level, &expected, facts.format.label(), &advice);
    }

    fn size(&mut self, width: u32, height: u32) {
        let spec = self.spec;
        let actual = format!("{width}×{height}");
        if spec.exact_width.is_some() || spec.exact_height.is_some() {
            let wrong = spec.exact_width.is_some_and(|it| it != width)
                || spec.exact_height.is_some_and(|it| it != height);
            let expected = exactly(spec.exact_width, spec.exact_height);
            let level = if wrong { Level::Red } else { Level::Green };
            let advice = format!("要求{expected}，现在 {actual}，请按尺寸重新导出");
            self.add("size", level, &expected, &actual, &advice);
        }
        if spec.min_width.is_some() || spec.min_height.is_some() {
            let (w, h) = (spec.min_width.unwrap_or(0), spec.min_height.unwrap_or(0));
            let expected = bounds("≥ ", spec.min_width, spec.min_height);
            let level = if width < w || height < h { Level::Red } else { Level::Green };
            let advice =
                format!("图片太小：要求{expected}，现在 {actual}，请用大图重新导出，不要放大");
            self.add("min_size", level, &expected, &actual, &advice);
        }
        if spec.max_width.is_some() || spec.max_height.is_some() {
            let (w, h) = (spec.max_width.unwrap_or(u32::MAX), spec.max_height.unwrap_or(u32::MAX));
            let expected = bounds("≤ ", spec.max_width, spec.max_height);
            let level = if width > w || height > h { Level::Red } else { Level::Green };
            let advice = if height > h {
                format!("太长：要求{expected}，现在 {actual}，请切成几张并编号")
            } else {
                format!("太大：要求{expected}，现在 {actual}，请缩小后导出")
            };
            self.add("max_size", level, &expected, &actual, &advice);
        }
        if spec.suggest_width.is_some() || spec.suggest_height.is_some() {
            let small = spec.suggest_width.is_some_and(|it| width < it)
                || spec.suggest_height.is_some_and(|it| height < it);
            let wanted = bounds("≥ ", spec.suggest_width, spec.suggest_height);
            let expected = format!("建议 {wanted}");
            let level = if small { Level::Amber } else { Level::Green };
            let advice = format!("能用，但{expected}更清楚，现在 {actual}");
            self.add("suggest_size", level, &expected, &actual, &advice);
        }
        let longest = width.max(height);
        if let Some(least) = spec.min_longest {
            let level = if longest < least { Level::Red } else { Level::Green };
            let expected = format!("长边 ≥ {least}");
            let advice = format!("图片太小：要求{expected}，现在长边 {longest}，请用大图重新导出");
            self.add("min_longest", level, &expected, &longest.to_string(), &advice);
        }
        if let Some(better) = spec.suggest_longest {
            let level = if longest < better { Level::Amber } else { Level::Green };
            let expected = format!("建议长边 ≥ {better}");
            let advice = format!("能用，但{expected}才能放大看细节，现在长边 {longest}");
            self.add("suggest_longest", level, &expected, &longest.to_string(), &advice);
        }
    }

    fn ratio(&mut self, width: u32, height: u32) {
        let Some([w, h]) = self.spec.ratio else { return };
        let (w, h) = (u64::from(w.max(1)), u64::from(h.max(1)));
        // |width/height − w/h| ≤ 1 % of w/h, in whole numbers.
        let (have, want) = (u64::from(width) * h, u64::from(height) * w);
        let off = have.abs_diff(want) * 100 > want;
        let level = if off { Level::Red } else { Level::Green };
        let expected = format!("{w}:{h}");
        let actual =
            format!("{width}×{height}（{:.2}:1）", f64::from(width) / f64::from(height.max(1)));
        let advice = format!("比例不对：要求 {expected}（±1 %），现在 {actual}，请按比例裁剪");
        self.add("ratio", level, &expected, &actual, &advice);
    }

    fn bytes(&mut self, bytes: u64) {
        let actual = human(bytes);
        if let Some(most) = self.spec.max_bytes {
            let level = if bytes > most { Level::Red } else { Level::Green };
            let expected = format!("≤ {}", human(most));
            let advice = format!("文件太大：要求{expected}，现在 {actual}，请降低 JPEG 质量再导出");
            self.add("max_bytes", level, &expected, &actual, &advice);
        }
        if let Some(least) = self.spec.min_bytes {
            let level = if bytes < least { Level::Red } else { Level::Green };
            let expected = format!("≥ {}", human(least));
            let advice = format!("文件太小：要求{expected}，现在 {actual}，请提高 JPEG 质量再导出");
            self.add("min_bytes", level, &expected, &actual, &advice);
        }
    }

    fn colour(&mut self, facts: &Facts) {
        let (Some(colour), Some(depth)) = (facts.colour, facts.depth) else { return };
        let wanted = self.spec.colour.unwrap_or(ColourMode::Rgb);
        let fits = colour == wanted
            || wanted == ColourMode::Rgb
                && matches!(colour, ColourMode::Gray | ColourMode::Indexed);
        let level = if fits { Level::Green } else { Level::Red };
        let advice = format!(
            "色彩模式是 {}，网页上会偏色，请在 PS 里转成 {} 再存",
            colour.label(),
            wanted.label()
        );
        self.add("colour", level, wanted.label(), colour.label(), &advice);
        if depth > 8 {
            let advice = "每通道 16 位，平台只收 8 位，请在 PS 里转成 8 位再存";
            self.add("depth", Level::Red, "8 位", &format!("{depth} 位"), advice);
        }
    }

    fn ground(&mut self, measures: &Measures) {
        if !self.spec.white_ground {
            return;
        }
        let level = match measures.white_border {
            share if share >= 0.99 => Level::Green,
            _ => Level::Red,
        };
        let actual = format!("{:.1} %", (measures.white_border * 1000.0).floor() / 10.0);
        let advice =
            format!("底不是纯白：边缘只有 {actual} 是白色（RGB ≥ 250），请把背景处理成纯白");
        self.add("white_ground", level, "边缘 ≥ 99 % 纯白", &actual, &advice);
    }

    fn subject(&mut self, measures: &Measures, width: u32, height: u32) {
        if let Some(least) = self.spec.subject_share {
            let expected = format!("主体占画面 ≥ {:.0} %", least * 100.0);
            match measures.subject {
                Some(it) => {
                    let level = if it.fill() < least { Level::Red } else { Level::Green };
                    let actual = format!("{:.0} %", it.fill() * 100.0);
                    let advice = format!("主体太小：要求{expected}，现在 {actual}，请裁掉四周空白");
                    self.add("subject_share", level, &expected, &actual, &advice);
                }
                None => self.add(
                    "subject_share",
                    Level::Amber,
                    &expected,
                    "量不出",
                    "背景不是纯色，量不出主体大小，请人工确认",
                ),
            }
        }
        if let Some(least) = self.spec.subject_pixels {
            let expected = format!("主体 ≥ {least}×{least}");
            match measures.subject {
                Some(it) => {
                    let (w, h) = (it.width * width as f32, it.height * height as f32);
                    let small = w.round() < least as f32 || h.round() < least as f32;
                    let level = if small { Level::Red } else { Level::Green };
                    let actual = format!("{w:.0}×{h:.0}");
                    let advice = format!("主体太小：要求{expected}，现在约 {actual}，请把商品放大");
                    self.add("subject_pixels", level, &expected, &actual, &advice);
                }
                None => self.add(
                    "subject_pixels",
                    Level::Amber,
                    &expected,
                    "量不出",
                    "背景不是纯色，量不出主体大小，请人工确认",
                ),
            }
        }
    }
}

fn exactly(width: Option<u32>, height: Option<u32>) -> String {
    match (width, height) {
        (Some(w), Some(h)) => format!("正好 {w}×{h}"),
        (Some(w), None) => format!("宽正好 {w}"),
        (None, Some(h)) => format!("高正好 {h}"),
        (None, None) => String::new(),
    }
}

fn bounds(sign: &str, width: Option<u32>, height: Option<u32>) -> String {
    match (width, height) {
        (Some(w), Some(h)) => format!("{sign}{w}×{h}"),
        (Some(w), None) => format!("宽 {sign}{w}"),
        (None, Some(h)) => format!("高 {sign}{h}"),
        (None, None) => String::new(),
    }
}

/// A size as a file manager shows it.
fn human(bytes: u64) -> String {
    if bytes >= 1 << 20 {
        let mb = bytes as f64 / f64::from(1 << 20);
        if (mb - mb.round()).abs() < 0.005 { format!("{mb:.0} MB") } else { format!("{mb:.2} MB") }
    } else if bytes >= 1024 {
        format!("{} KB", bytes / 1024)
    } else {
        format!("{bytes} 字节")
    }
}

/// Day the default rows were written down.
const NOTED: &str = "2026-08-01";

/// The rows a new shop starts with. Each says where it is from and whether the platform's own page
/// was seen; a shop edits them as platforms change their minds.
pub fn default_slots() -> Vec<SlotSpec> {
    const MB: u64 = 1 << 20;
    let row = |code: &str, channel: &str, slot: &str, source: &str, confirmed: bool| SlotSpec {
        code: code.into(),
        channel: channel.into(),
        slot: slot.into(),
        source: source.into(),
        confirmed,
        noted_on: NOTED.into(),
        ..SlotSpec::default()
    };
    let ticks = |list: &[&str]| list.iter().map(|&it| it.to_owned()).collect::<Vec<_>>();
    let taobao = "店务台随附的淘宝/天猫规格";
    let guess = "行业通行做法，请在平台核对";
    vec![
        SlotSpec {
            min_width: Some(700),
            min_height: Some(700),
            suggest_width: Some(800),
            suggest_height: Some(800),
            ratio: Some([1, 1]),
            max_bytes: Some(3 * MB),
            max_count: Some(4),

            ..row("taobao.main", "淘宝/天猫", "主图", taobao, true)
        },
        SlotSpec {
            exact_width: Some(800),
            exact_height: Some(800),
            ratio: Some([1, 1]),
            min_bytes: Some(38 * 1024),
            max_bytes: Some(300 * 1024),
            white_ground: true,
            subject_pixels: Some(300),
            max_count: Some(1),
            ticks: ticks(&[
                "没有文字、logo、水印",
                "不是拼图",
                "没有阴影",
                "只有一个主体",
                "没有模特",
            ]),
            ..row("taobao.white", "淘宝/天猫", "第 5 张白底图", taobao, true)
        },
        SlotSpec {
            min_width: Some(750),
            min_height: Some(1000),
            ratio: Some([3, 4]),
            max_bytes: Some(3 * MB),
            ticks: ticks(&["已配 3:4 主图视频"]),
            ..row("taobao.portrait", "淘宝/天猫", "3:4 主图", taobao, true)
        },
        SlotSpec {
            min_width: Some(480),
            suggest_width: Some(800),
            suggest_height: Some(1200),
            ratio: Some([2, 3]),
            max_bytes: Some(3 * MB),
            ticks: ticks(&["所在类目需要长图"]),
            ..row("taobao.long", "淘宝/天猫", "长图", taobao, true)
        },
        SlotSpec {
            exact_width: Some(750),
            max_height: Some(1500),
            max_bytes: Some(3 * MB),
            formats: vec![Format::Jpeg, Format::Png, Format::Gif],
            animated: true,
            ticks: ticks(&["切片已按顺序编号"]),
            ..row("taobao.detail", "淘宝", "详情图", guess, false)
        },
        SlotSpec {
            exact_width: Some(790),
            max_height: Some(1500),
            max_bytes: Some(3 * MB),
            formats: vec![Format::Jpeg, Format::Png, Format::Gif],
            animated: true,
            ticks: ticks(&["切片已按顺序编号"]),
            ..row("tmall.detail", "天猫", "详情图", guess, false)
        },
        SlotSpec {
            exact_width: Some(1920),
            exact_height: Some(600),
            max_bytes: Some(3 * MB),
            shop_wide: true,
            ..row("taobao.banner", "淘宝/天猫", "首焦（PC）", guess, false)
        },
        SlotSpec {
            exact_width: Some(750),
            exact_height: Some(1000),
            max_bytes: Some(3 * MB),
            shop_wide: true,
            ..row("taobao.banner_m", "淘宝/天猫", "首焦（手机）", guess, false)
        },
        SlotSpec {
            exact_width: Some(750),
            max_bytes: Some(3 * MB),
            formats: vec![Format::Jpeg, Format::Png, Format::Gif],
            animated: true,
            shop_wide: true,
            ..row("taobao.venue", "淘宝/天猫", "活动承接页", guess, false)
        },
        SlotSpec {
            exact_width: Some(800),
            exact_height: Some(800),
            max_bytes: Some(3 * MB),
            shop_wide: true,
            ..row("taobao.ad", "淘宝/天猫", "直通车图", guess, false)
        },
        SlotSpec {
            min_longest: Some(1000),
            suggest_longest: Some(1600),
            max_bytes: Some(10 * MB),
            formats: vec![Format::Jpeg, Format::Png, Format::Tiff, Format::Gif],
            white_ground: true,
            subject_share: Some(0.85),
            max_count: Some(1),
            ticks: ticks(&["没有文字、logo、水印", "没有不出售的道具"]),
            ..row("amazon.main", "Amazon", "主图", guess, false)
        },
        SlotSpec {
            min_longest: Some(500),
            suggest_longest: Some(1600),
            max_bytes: Some(12 * MB),
            formats: vec![
                Format::Jpeg,
                Format::Png,
                Format::Gif,
                Format::Webp,
                Format::Bmp,
                Format::Tiff,
            ],
            ticks: ticks(&["没有边框", "没有文字"]),
            ..row("ebay.main", "eBay", "商品图", guess, false)
        },
        SlotSpec {
            min_width: Some(800),
            min_height: Some(800),
            ratio: Some([1, 1]),
            max_bytes: Some(5 * MB),
            max_count: Some(6),
            ..row("aliexpress.main", "速卖通", "商品图", guess, false)
        },
        SlotSpec {
            suggest_width: Some(1080),
            max_bytes: Some(20 * MB),
            formats: vec![Format::Jpeg, Format::Png, Format::Gif],
            animated: true,
            max_count: Some(9),
            shop_wide: true,
            ..row("weibo.post", "微博", "九宫格配图", guess, false)
        },
        SlotSpec {
            exact_width: Some(1080),
            exact_height: Some(1080),
            max_bytes: Some(20 * MB),
            shop_wide: true,
            ..row("social.square", "社媒", "方图", guess, false)
        },
        SlotSpec {
            exact_width: Some(1080),
            exact_height: Some(1440),
            max_bytes: Some(20 * MB),
            shop_wide: true,
            ..row("social.tall", "社媒", "竖图", guess, false)
        },
        SlotSpec {
            exact_width: Some(900),
            exact_height: Some(383),
            max_bytes: Some(10 * MB),
            ticks: ticks(&["标题文字没有压在边上"]),
            shop_wide: true,
            ..row("wechat.cover", "微信", "公众号首图封面", guess, false)
        },
        SlotSpec {
            suggest_width: Some(750),
            max_bytes: Some(3 * MB),
            max_count: Some(9),
            shop_wide: true,
            ..row("weitao.post", "微淘", "九图配图", guess, false)
        },
    ]
}
