//! What must hold for a file that somebody drops into the window.

// A test that cannot go on says so by failing.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss
)]

use proptest::prelude::*;
use shopdesk_pictures::draw::{
    Banner, Drawing, Ground, PALETTE, PATTERNS, PRODUCTS, Pattern, Product,
};
use shopdesk_pictures::*;
use std::ops::ControlFlow;
use std::sync::OnceLock;

const LIMITS: Limits =
    Limits { image_bytes: 50 << 20, source_bytes: 500 << 20, pixels: 120_000_000 };

fn drawing(product: Product, ground: Ground, width: u32, height: u32) -> Drawing {
    let colour = PALETTE[3].1;
    Drawing { product, colour, pattern: Pattern::Checks, ground, seed: 7, width, height }
}

/// One picture drawn once for all tests.
fn dress() -> &'static [u8] {
    static IT: OnceLock<Vec<u8>> = OnceLock::new();
    IT.get_or_init(|| drawing(Product::Dress, Ground::Studio, 600, 600).jpeg(90.0).unwrap())
}

fn open(name: &str, bytes: &[u8]) -> Processed {
    process_bytes(name, bytes, &LIMITS).unwrap_or_else(|refusal| panic!("{name}: {refusal}"))
}

fn refused(name: &str, bytes: &[u8]) -> Refusal {
    match process_bytes(name, bytes, &LIMITS) {
        Ok(it) => panic!("{name} came in: {:?}", it.facts),
        Err(refusal) => refusal,
    }
}

fn resave(bytes: &[u8], change: impl Fn(image::DynamicImage) -> image::DynamicImage) -> Vec<u8> {
    let picture = decoded(bytes);
    let picture = change(picture);
    let mut out = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut out, image::ImageFormat::Png).unwrap();
    out.into_inner()
}

fn decoded(bytes: &[u8]) -> image::DynamicImage {
    let header = header::read(Format::Jpeg, bytes).unwrap().unwrap();
    let it = bitmap::decode(&header, bytes, u32::MAX).unwrap().unwrap();
    image::RgbImage::from_raw(it.width, it.height, it.data).unwrap().into()
}

fn jpeg_again(bytes: &[u8], quality: f32) -> Vec<u8> {
    let it = decoded(bytes).into_rgb8();
    let mut encoder = mozjpeg::Compress::new(mozjpeg::ColorSpace::JCS_RGB);
    encoder.set_size(it.width() as usize, it.height() as usize);
    encoder.set_quality(quality);
    let mut started = encoder.start_compress(Vec::new()).unwrap();
    started.write_scanlines(&it).unwrap();
    started.finish().unwrap()
}

/// Puts an EXIF block with this orientation (and a place) behind the JPEG's beginning.
fn with_exif(jpeg: &[u8], orientation: u8, gps: bool) -> Vec<u8> {
    let mut tiff = b"MM\0\x2a\0\0\0\x08".to_vec();
    let rows: u16 = if gps { 2 } else { 1 };
    tiff.extend(rows.to_be_bytes());
    tiff.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    if gps {
        tiff.extend([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38]);
    }
    tiff.extend([0; 4]);
    if gps {
        tiff.extend([0, 1, 0, 2, 0, 5, 0, 0, 0, 3, 0, 0, 0, 56, 0, 0, 0, 0]);
        for number in [31u32, 1, 14, 1, 0, 1] {
            tiff.extend(number.to_be_bytes());
        }
    }
    let mut out = jpeg[..2].to_vec();
    out.extend([0xff, 0xe1]);
    out.extend(u16::try_from(tiff.len() + 8).unwrap().to_be_bytes());
    out.extend(b"Exif\0\0");
    out.extend(tiff);
    out.extend(&jpeg[2..]);
    out
}

#[test]
fn a_photograph_says_everything_about_itself_in_one_pass() {
    let it = open("连衣裙.jpg", dress());
    assert_eq!((it.facts.width, it.facts.height), (Some(600), Some(600)));
    assert_eq!((it.facts.kind, it.facts.format), (FileKind::Image, Format::Jpeg));
    assert_eq!(it.facts.hash, blake3::hash(dress()).to_hex().to_string());
    assert_eq!(it.facts.warnings, Vec::<String>::new());
    let sizes: Vec<_> = it.thumbs.iter().map(|it| (it.size, it.width, it.mime)).collect();
    assert_eq!(sizes, [(320, 320, "image/jpeg"), (80, 80, "image/jpeg")]);
    assert!(it.likeness.is_some() && it.measures.is_some());
}

#[test]
fn the_same_file_by_path_gives_the_same_answer() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("连衣裙 01.jpg");
    std::fs::write(&path, dress()).unwrap();
    assert_eq!(process_path(&path, &LIMITS).unwrap(), open("连衣裙 01.jpg", dress()));
    let gone = process_path(&folder.path().join("没有.jpg"), &LIMITS).unwrap_err();
    assert!(gone.to_string().contains("不在原来的位置"), "{gone}");
}

#[test]
fn programs_links_and_scripts_are_refused_whatever_their_name() {
    let mut exe = b"MZ\x90\0".to_vec();
    exe.resize(300, 0);
    exe[200..204].copy_from_slice(b"PE\0\0");
    assert_eq!(refused("主图.jpg", &exe).reason(), "program");
    assert_eq!(refused("装.exe ", b"anything").reason(), "program");
    assert_eq!(refused("主图.jpg.lnk", b"anything").reason(), "shortcut");
    assert_eq!(refused("主图", b"\x4c\0\0\0\x01\x14\x02\0....").reason(), "shortcut");
    assert_eq!(refused("a.BAT", b"@echo off").reason(), "script");
    assert_eq!(refused("a.txt", b"#!/bin/sh").reason(), "script");
    assert_eq!(refused("空.jpg", b"").reason(), "empty");
}

#[test]
fn a_name_that_lies_is_named_and_an_honest_one_is_not() {
    let lie = open("主图.png", dress()).facts.warnings;
    assert_eq!(lie, ["文件名是 .png，内容其实是 JPEG，建议改为 .jpg"]);
    assert!(open("主图.JPEG", dress()).facts.warnings.is_empty());
    assert!(open("主图", dress()).facts.warnings.is_empty());
    assert_eq!(open("说明.md", "# 说明".as_bytes()).facts.format, Format::Markdown);
    assert_eq!(open("清单.csv", "货号,件数".as_bytes()).facts.kind, FileKind::Sheet);
    assert_eq!(open("图标.svg", b"<?xml version='1.0'?><svg/>").facts.kind, FileKind::Source);
    assert_eq!(open("稿.ai", b"%PDF-1.6 ...").facts.warnings, ["这种文件没有预览，只存原文件"]);
}

#[test]
fn a_picture_that_breaks_off_is_refused_with_what_to_do() {
    let jpeg = refused("a.jpg", &dress()[..dress().len() / 2]);
    assert_eq!(jpeg.reason(), "truncated");
    assert!(jpeg.to_string().contains("重新导出"), "{jpeg}");
    let png = resave(dress(), |it| it);
    assert_eq!(refused("a.png", &png[..png.len() - 20]).reason(), "truncated");
    assert_eq!(refused("a.png", &png[..png.len() / 2]).reason(), "truncated");
    // From the top to the bottom, cut at any height.
    for tenths in 3..9 {
        let cut = refused("a.jpg", &dress()[..dress().len() * tenths / 10]);
        assert_eq!(cut.reason(), "truncated", "{tenths}");
        assert!(cut.to_string().contains("画面也不全"), "{cut}");
    }
}

/// A JPEG that comes in ever finer scans, as the web likes them.
fn progressive() -> Vec<u8> {
    let picture = decoded(dress()).into_rgb8();
    let mut encoder = mozjpeg::Compress::new(mozjpeg::ColorSpace::JCS_RGB);
    encoder.set_size(picture.width() as usize, picture.height() as usize);
    encoder.set_progressive_mode();
    let mut started = encoder.start_compress(Vec::new()).unwrap();
    started.write_scanlines(&picture).unwrap();
    started.finish().unwrap()
}

#[test]
fn a_picture_that_lacks_only_its_end_mark_is_taken_with_a_warning() {
    let png = resave(dress(), |it| it);
    for (name, whole, less) in [
        ("a.jpg", dress(), 2),
        ("a.jpg", dress(), 1),
        ("b.jpg", &progressive()[..], 2),
        ("c.png", &png[..], 12),
        ("c.png", &png[..], 4),
    ] {
        let it = open(name, &whole[..whole.len() - less]);
        assert_eq!(it.facts.warnings, [NO_END], "{name}");
        assert_eq!(it.likeness, open(name, whole).likeness, "{name}");
        assert_eq!(it.thumbs.len(), 2);
    }
    assert!(open("a.jpg", dress()).facts.warnings.is_empty());
}

/// The smallest JPEG that can be written by hand: one pixel, no data at all, no end.
#[test]
fn a_picture_of_one_pixel_without_data_is_opened_as_other_programs_do() {
    let head = [0xff, 0xd8, 0xff, 0xdb, 0, 0x43, 0];
    let frame = [0xff, 0xc2, 0, 0x0b, 8, 0, 1, 0, 1, 1, 1, 0x11, 0];
    let codes = [0xff, 0xc4, 0, 0x14, 0x10, 1];
    let scan = [0xff, 0xda, 0, 8, 1, 1, 0, 1, 0x3f, 0x10];
    let tiny = [&head[..], &[0xff; 64], &frame, &codes, &[0; 16], &scan].concat();
    let it = open("小.jpg", &tiny);
    assert_eq!((it.facts.width, it.facts.height), (Some(1), Some(1)));
    assert_eq!(it.facts.warnings, [NO_END]);
}

#[test]
fn a_pixel_bomb_is_known_by_its_header() {
    let mut png = resave(dress(), |it| it);
    png[16..20].copy_from_slice(&30_000u32.to_be_bytes());
    png[20..24].copy_from_slice(&30_000u32.to_be_bytes());
    let bomb = refused("炸弹.png", &png);
    assert_eq!(bomb.reason(), "pixel_bomb");
    assert!(bomb.to_string().contains("90000 万像素"), "{bomb}");
}

#[test]
fn limits_are_the_shops_own() {
    let small = Limits { image_bytes: 1000, ..LIMITS };
    let refusal = process_bytes("a.jpg", dress(), &small).unwrap_err();
    assert_eq!(refusal.reason(), "too_large");
}

#[test]
fn a_photograph_taken_sideways_stands_upright() {
    let wide = drawing(Product::Bag, Ground::Scene, 640, 480).jpeg(85.0).unwrap();
    let plain = open("a.jpg", &wide);
    for (orientation, size) in [(1, (640, 480)), (3, (640, 480)), (6, (480, 640)), (8, (480, 640))]
    {
        let it = open("a.jpg", &with_exif(&wide, orientation, true));
        assert_eq!((it.facts.width, it.facts.height), (Some(size.0), Some(size.1)));
        assert_eq!((it.facts.orientation, it.facts.exif, it.facts.gps), (orientation, true, true));
        let thumb = &it.thumbs[0];
        assert_eq!(thumb.width > thumb.height, size.0 > size.1, "orientation {orientation}");
    }
    // Turned by hand, saved with the matching mark, it looks like the original again.
    let turned = image::DynamicImage::ImageRgb8(decoded(&wide).into_rgb8()).rotate270();
    let mut encoder = mozjpeg::Compress::new(mozjpeg::ColorSpace::JCS_RGB);
    encoder.set_size(480, 640);
    let mut started = encoder.start_compress(Vec::new()).unwrap();
    started.write_scanlines(turned.as_bytes()).unwrap();
    let turned = with_exif(&started.finish().unwrap(), 6, false);
    let same = open("a.jpg", &turned).likeness.unwrap().similarity(plain.likeness.unwrap());
    assert!(same >= 95, "{same}");
}

#[test]
fn every_orientation_turns_as_exif_says() {
    let corner = |orientation: u8| {
        // A 3 × 2 picture, its top left pixel marked 1.
        let data = [1, 0, 0, 0, 0, 0].iter().flat_map(|&it| [it; 3]).collect();
        let it = Bitmap { width: 3, height: 2, alpha: false, data }.upright(orientation);
        let at = it.data.iter().step_by(3).position(|&it| it == 1).unwrap() as u32;
        (it.width, it.height, at % it.width, at / it.width)
    };
    let all: Vec<_> = (1..=8).map(corner).collect();
    let wide = [(3, 2, 0, 0), (3, 2, 2, 0), (3, 2, 2, 1), (3, 2, 0, 1)];
    let tall = [(2, 3, 0, 0), (2, 3, 1, 0), (2, 3, 1, 2), (2, 3, 0, 2)];
    assert_eq!(all, [wide, tall].concat());
}

#[test]
fn a_printers_picture_is_shown_in_its_colours_and_warned_of() {
    let mut encoder = mozjpeg::Compress::new(mozjpeg::ColorSpace::JCS_CMYK);
    encoder.set_color_space(mozjpeg::ColorSpace::JCS_CMYK);
    encoder.set_size(64, 64);
    let mut started = encoder.start_compress(Vec::new()).unwrap();
    // Adobe stores inks inverted: this is full magenta and yellow, which is red.
    started.write_scanlines(&[255, 0, 0, 255].repeat(64 * 64)).unwrap();
    let it = open("印刷.jpg", &started.finish().unwrap());
    assert_eq!(it.facts.colour, Some(ColourMode::Cmyk));
    assert!(it.facts.warnings.iter().any(|it| it.contains("CMYK")));
    let lamps = spec::check(&it.facts, it.measures.as_ref(), &default_slots()[0]);
    assert_eq!(lamps.iter().find(|it| it.rule == "colour").unwrap().level, Level::Red);
}

#[test]
fn transparency_stays_in_the_thumbnail() {
    let cut = drawing(Product::Hat, Ground::Cutout, 500, 500).png().unwrap();
    let it = open("帽子.png", &cut);
    assert!(it.facts.alpha);
    assert!(it.thumbs.iter().all(|it| it.mime == "image/png"));
}

#[test]
fn a_photoshop_file_shows_its_merged_picture() {
    let (width, height) = (40u32, 30u32);
    let mut psd = b"8BPS\0\x01\0\0\0\0\0\0\0\x03".to_vec();
    psd.extend(height.to_be_bytes());
    psd.extend(width.to_be_bytes());
    psd.extend([0, 8, 0, 3]);
    psd.extend([0; 12]); // no palette, no resources, no layers
    psd.extend([0, 1]); // run-length packed
    for _ in 0..3 * height {
        psd.extend([0, 2]);
    }
    for value in [200u8, 100, 50] {
        for _ in 0..height {
            psd.extend([257 - 40i32, i32::from(value)].map(|it| it as u8));
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("源.psd");
    std::fs::write(&path, &psd).unwrap();
    let it = process_path(&path, &LIMITS).unwrap();
    assert_eq!(
        (it.facts.kind, it.facts.width, it.facts.preview),
        (FileKind::Source, Some(40), true)
    );
    assert_eq!(it, open("源.psd", &psd));
    let cut = open("源.psd", &psd[..60]);
    assert!(!cut.facts.preview && cut.facts.warnings.iter().any(|it| it.contains("没有预览")));
}

#[test]
fn a_photoshop_file_of_a_hundred_bytes_that_asks_for_all_memory_is_kept_without_a_preview() {
    // 65,535 channels of 100 million lines: the table of their lengths alone would take 26 TB.
    let mut psd = b"8BPS\0\x02\0\0\0\0\0\0\xff\xff".to_vec();
    psd.extend(100_000_000_u32.to_be_bytes());
    psd.extend(1_u32.to_be_bytes());
    psd.extend([0, 8, 0, 3]);
    psd.extend([0; 16]); // no palette, no resources, no layers
    psd.extend([0, 1]);
    psd.extend([0; 60]);
    let it = open("源.psb", &psd);
    assert_eq!((it.facts.width, it.facts.height), (Some(1), Some(100_000_000)));
    assert!(!it.facts.preview && it.facts.warnings.iter().any(|it| it.contains("没有预览")));
}

#[test]
fn the_same_picture_saved_again_is_recognised() {
    for product in [Product::Dress, Product::Coat, Product::Bag, Product::Shoes, Product::Hat] {
        for ground in [Ground::White, Ground::Scene] {
            let first = drawing(product, ground, 500, 500).jpeg(92.0).unwrap();
            let look = open("a.jpg", &first).likeness.unwrap();
            let same = |bytes: &[u8]| open("b", bytes).likeness.unwrap().similarity(look);
            assert!(same(&jpeg_again(&first, 40.0)) >= 90, "{product:?} {ground:?} quality 40");
            let smaller = resave(&first, |it| it.thumbnail(230, 230));
            assert!(same(&smaller) >= 90, "{product:?} {ground:?} smaller");
            let cropped = resave(&first, |it| it.crop_imm(5, 5, 490, 490));
            let like = same(&cropped);
            assert!(like >= likeness::NEAR, "{product:?} {ground:?} cropped: {like}");
        }
    }
}

#[test]
fn different_products_are_not_taken_for_the_same() {
    let looks: Vec<_> = PRODUCTS
        .iter()
        .enumerate()
        .map(|(at, &product)| {
            let colour = PALETTE[at].1;
            let pattern = PATTERNS[at % PATTERNS.len()];
            let it = Drawing { colour, pattern, ..drawing(product, Ground::White, 300, 300) };
            (product, Likeness::of(&it.bitmap().unwrap()))
        })
        .collect();
    for (at, (a, one)) in looks.iter().enumerate() {
        for (b, other) in &looks[at + 1..] {
            let like = one.similarity(*other);
            assert!(like < 80, "{a:?} and {b:?} are {like} % alike");
        }
    }
}

#[test]
fn a_blank_sheet_is_like_nothing() {
    let sheet = |value| {
        Likeness::of(&Bitmap { width: 90, height: 60, alpha: false, data: vec![value; 16_200] })
    };
    assert!(sheet(255).is_flat());
    assert_eq!(sheet(255).similarity(sheet(254)), 0);
    assert_eq!(sheet(255).similarity(open("a.jpg", dress()).likeness.unwrap()), 0);
}

#[test]
fn a_likeness_survives_being_written_down() {
    let look = open("a.jpg", dress()).likeness.unwrap();
    assert_eq!(look.to_string().parse::<Likeness>(), Ok(look));
    assert_eq!(look.to_string().len(), 32);
    assert!("zz".parse::<Likeness>().is_err());
}

#[test]
fn white_ground_and_subject_are_measured() {
    let on = |ground| {
        open("a.jpg", &drawing(Product::Skirt, ground, 800, 800).jpeg(92.0).unwrap())
            .measures
            .unwrap()
    };
    let white = on(Ground::White);
    assert!(white.white_border >= 0.99, "{white:?}");
    let subject = white.subject.unwrap();
    assert!((0.7..0.95).contains(&subject.height) && subject.width < 0.85, "{subject:?}");
    assert!(white.sharpness > measure::BLURRED, "{white:?}");
    assert!(on(Ground::Studio).white_border < 0.5);
}

#[test]
fn a_blurred_picture_is_called_soft() {
    let soft = resave(dress(), |it| it.blur(9.0));
    let it = open("糊.png", &soft);
    assert!(it.measures.unwrap().sharpness < measure::BLURRED, "{:?}", it.measures);
}

fn slot(code: &str) -> SlotSpec {
    default_slots().into_iter().find(|it| it.code == code).unwrap()
}

fn lamp(checks: &[Check], rule: &str) -> Option<Level> {
    checks.iter().find(|it| it.rule == rule).map(|it| it.level)
}

#[test]
fn each_default_slot_accepts_a_picture_made_for_it() {
    let cases = [
        ("taobao.main", 800, 800),
        ("taobao.white", 800, 800),
        ("taobao.portrait", 750, 1000),
        ("taobao.long", 800, 1200),
        ("taobao.detail", 750, 1200),
        ("tmall.detail", 790, 1200),
        ("taobao.banner", 1920, 600),
        ("taobao.banner_m", 750, 1000),
        ("taobao.venue", 750, 2400),
        ("taobao.ad", 800, 800),
        ("aliexpress.main", 800, 800),
        ("social.square", 1080, 1080),
        ("social.tall", 1080, 1440),
        ("wechat.cover", 900, 383),
    ];
    for (code, width, height) in cases {
        let it = open(
            "a.jpg",
            &drawing(Product::Coat, Ground::White, width, height).jpeg(92.0).unwrap(),
        );
        let checks = spec::check(&it.facts, it.measures.as_ref(), &slot(code));
        let red: Vec<_> = checks.iter().filter(|it| it.level == Level::Red).collect();
        assert!(red.is_empty(), "{code}: {red:?}");
        assert!(checks.iter().all(|it| !it.message.is_empty() && it.source.contains("记录")));
    }
}

#[test]
fn a_wrong_picture_gets_a_red_lamp_and_a_sentence() {
    let it = open("a.jpg", &drawing(Product::Coat, Ground::Scene, 600, 500).jpeg(90.0).unwrap());
    let checks = spec::check(&it.facts, it.measures.as_ref(), &slot("taobao.main"));
    assert_eq!(lamp(&checks, "min_size"), Some(Level::Red));
    assert_eq!(lamp(&checks, "ratio"), Some(Level::Red));
    assert_eq!(lamp(&checks, "type"), Some(Level::Green));
    let checks = spec::check(&it.facts, it.measures.as_ref(), &slot("taobao.white"));
    assert_eq!(lamp(&checks, "white_ground"), Some(Level::Red));
    assert_eq!(spec::worst(&checks), Level::Red);
    let checks = spec::check(&it.facts, it.measures.as_ref(), &slot("amazon.main"));
    assert!(checks.iter().all(|it| it.source.contains("未向平台核实")));
    let text = open("a.txt", b"hello");
    assert_eq!(spec::worst(&spec::check(&text.facts, None, &slot("taobao.main"))), Level::Red);
}

#[test]
fn the_ratio_may_be_off_by_one_percent_and_no_more() {
    let mut facts = open("a.jpg", dress()).facts;
    for (width, level) in
        [(1010, Level::Green), (990, Level::Green), (1011, Level::Red), (989, Level::Red)]
    {
        (facts.width, facts.height) = (Some(width), Some(1000));
        assert_eq!(
            lamp(&spec::check(&facts, None, &slot("taobao.main")), "ratio"),
            Some(level),
            "{width}"
        );
    }
}

#[test]
fn a_banner_for_the_phone_in_the_place_for_the_pc_is_red_with_a_sentence() {
    let it = open("a.jpg", &drawing(Product::Coat, Ground::Scene, 750, 1000).jpeg(90.0).unwrap());
    let checks = spec::check(&it.facts, it.measures.as_ref(), &slot("taobao.banner"));
    let size = checks.iter().find(|it| it.rule == "size").unwrap();
    assert_eq!(size.level, Level::Red);
    assert_eq!(size.message, "要求正好 1920×600，现在 750×1000，请按尺寸重新导出");
}

#[test]
fn the_sizes_of_a_slot_in_words_and_two_slots_that_ask_the_same() {
    assert_eq!(slot("taobao.banner").sizes(), "正好 1920×600，≤ 3 MB");
    assert_eq!(slot("tmall.detail").sizes(), "宽正好 790，高 ≤ 1500，≤ 3 MB");
    assert_eq!(slot("taobao.main").sizes(), "≥ 700×700，建议 ≥ 800×800，1:1，≤ 3 MB");
    let mut other = slot("taobao.ad");
    (other.code, other.channel) = ("mall.ad".into(), "商城".into());
    assert!(other.asks_the_same(&slot("taobao.ad")));
    assert!(!slot("taobao.detail").asks_the_same(&slot("tmall.detail")));
}

#[test]
fn slot_codes_are_unique_and_rows_say_where_they_come_from() {
    let slots = default_slots();
    let codes: std::collections::BTreeSet<_> = slots.iter().map(|it| it.code.clone()).collect();
    assert_eq!(codes.len(), slots.len());
    assert!(slots.iter().all(|it| !it.source.is_empty() && it.noted_on.len() == 10));
}

#[test]
fn only_what_was_looked_up_counts_as_confirmed() {
    let sure: Vec<String> =
        default_slots().into_iter().filter(|it| it.confirmed).map(|it| it.code).collect();
    assert_eq!(sure, ["taobao.main", "taobao.white", "taobao.portrait", "taobao.long"]);
    let white = slot("taobao.white");
    assert_eq!((white.min_bytes, white.max_bytes), (Some(38 << 10), Some(300 << 10)));
    assert_eq!((white.exact_width, white.subject_pixels), (Some(800), Some(300)));
}

#[test]
fn a_drawing_is_the_same_every_time() {
    let it = drawing(Product::Scarf, Ground::Scene, 200, 300);
    assert_eq!(it.bitmap().unwrap(), it.bitmap().unwrap());
    assert_ne!(it.svg(), Drawing { seed: 8, ..it }.svg());
    assert!(drawing(Product::Bag, Ground::White, 0, 10).png().is_err());
}

#[test]
fn a_banner_takes_any_title() {
    let banner = Banner {
        title: "双11 <预售> & \u{1} 开启".into(),
        subtitle: String::new(),
        button: "立即抢购".into(),
        colour: [200, 40, 60],
        product: Product::Bag,
        product_colour: PALETTE[2].1,
        pattern: Pattern::Plain,
        seed: 3,
        width: 600,
        height: 250,
    };
    let it = open("横幅.jpg", &banner.jpeg(85.0).unwrap());
    assert_eq!((it.facts.width, it.facts.height), (Some(600), Some(250)));
}

#[test]
fn many_pictures_are_worked_on_at_once_within_memory_and_can_be_stopped() {
    let items: Vec<u64> = (0..200).collect();
    let pool = Pool { threads: 4, memory: 10 };
    let mut sum = 0;
    for_each_parallel(
        pool,
        &items,
        |_| 100,
        |&it| it * 2,
        |at, it| {
            assert_eq!(it, at as u64 * 2);
            sum += it;
            ControlFlow::Continue(())
        },
    );
    assert_eq!(sum, 199 * 200);
    let mut seen = 0;
    for_each_parallel(
        pool,
        &items,
        |_| 1,
        |&it| it,
        |_, _| {
            seen += 1;
            if seen == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        },
    );
    assert_eq!(seen, 3);
}

/// Beginnings that send arbitrary bytes into each reader.
const MAGIC: [&[u8]; 10] = [
    b"",
    b"\xff\xd8\xff\xe1",
    b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR",
    b"GIF89a\x10\0\x10\0",
    b"RIFF\x20\0\0\0WEBPVP8X",
    b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x10\0\0\0\x10\0\0\0",
    b"II*\0\x08\0\0\0",
    b"8BPS\0\x01\0\0\0\0\0\0\0\x03\0\0\0\x10\0\0\0\x10\0\x08\0\x03",
    b"PK\x03\x04",
    b"\0\0\0\x18ftypheic",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn no_bytes_bring_it_down(start in 0..MAGIC.len(), rest in prop::collection::vec(any::<u8>(), 0..600), name in ".{0,12}") {
        let bytes = [MAGIC[start], &rest].concat();
        let _ = process_bytes(&name, &bytes, &LIMITS);
        let _ = thumb(&name, &bytes, 1600, &LIMITS);
    }

    #[test]
    fn no_cut_or_bent_picture_brings_it_down(kind in 0..4usize, cut in 0.0..1.0f64, bend in prop::collection::vec((0.0..1.0f64, any::<u8>()), 0..6)) {
        static ALL: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
        let all = ALL.get_or_init(|| {
            let it = drawing(Product::Bag, Ground::Studio, 120, 90).jpeg(80.0).unwrap();
            let small = decoded(&it);
            let write = |format| {
                let mut out = std::io::Cursor::new(Vec::new());
                small.write_to(&mut out, format).unwrap();
                out.into_inner()
            };
            vec![it, write(image::ImageFormat::Png), write(image::ImageFormat::WebP), write(image::ImageFormat::Bmp)]
        });
        let mut bytes = all[kind].clone();
        for (at, value) in bend {
            let at = (at * bytes.len() as f64) as usize;
            bytes[at] = value;
        }
        if cut < 0.5 {
            bytes.truncate((cut * 2.0 * bytes.len() as f64) as usize);
        }
        let _ = process_bytes("a", &bytes, &LIMITS);
    }
}
