//! The size that is weighed against the shop's limit is the size that is decoded, in every format; a file
//! that states one size and holds another is found out before its pixels are made.

// A test that cannot go on says so by failing.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss
)]

use std::collections::BTreeMap;
use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbImage};
use shopdesk_pictures::*;

const LIMITS: Limits =
    Limits { image_bytes: 50 << 20, source_bytes: 500 << 20, pixels: 120_000_000 };

fn open(name: &str, bytes: &[u8]) -> Processed {
    process_bytes(name, bytes, &LIMITS).unwrap_or_else(|refusal| panic!("{name}: {refusal}"))
}

/// Sees that a picture is refused as damaged, in a sentence that has these words.
fn refused(name: &str, bytes: &[u8], words: &str) {
    let refusal = process_bytes(name, bytes, &LIMITS).unwrap_err();
    assert_eq!(refusal.reason(), "damaged", "{name}: {refusal}");
    assert!(refusal.to_string().contains(words), "{name}: {refusal}");
}

fn kept_without_preview(name: &str, bytes: &[u8]) {
    let it = open(name, bytes);
    assert!(!it.facts.preview && it.thumbs.is_empty(), "{name} has a preview");
    assert!(it.facts.warnings.iter().any(|it| it.contains("没有预览")), "{:?}", it.facts.warnings);
}

fn picture(width: u32, height: u32) -> DynamicImage {
    RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, 90])).into()
}

fn written(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    picture(width, height).write_to(&mut out, format).unwrap();
    out.into_inner()
}

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let data = picture(width, height).into_rgb8().into_raw();
    thumbs::jpeg(&Bitmap { width, height, alpha: false, data }, 80.0).unwrap()
}

/// Where a JPEG's frame says its size: its marker, its length, eight bits, height, width.
fn frame(jpeg: &[u8]) -> usize {
    jpeg.windows(5).position(|it| matches!(it, [0xff, 0xc0 | 0xc2, 0, _, 8])).unwrap()
}

/// The same JPEG, and it says that it is of this size.
fn stating(jpeg: &[u8], width: u16, height: u16) -> Vec<u8> {
    let (mut out, at) = (jpeg.to_vec(), frame(jpeg));
    out[at + 5..at + 7].copy_from_slice(&height.to_be_bytes());
    out[at + 7..at + 9].copy_from_slice(&width.to_be_bytes());
    out
}

const SHORT: u16 = 3;
const LONG: u16 = 4;
/// Eight bytes, which stand elsewhere in the file.
const LONG8: u16 = 16;
/// Where the data of the file begins.
const DATA: u32 = u32::MAX;

/// A row of a TIFF's directory: its tag, its kind, how many, and the one or where they are.
type Row = (u16, u16, u32, u32);

/// A gray TIFF of one strip; the rows say more, or say otherwise, and `data` is behind them.
fn tiff(width: u32, height: u32, rows: &[Row], data: &[u8]) -> Vec<u8> {
    let plain = [
        (256, LONG, 1, width),
        (257, LONG, 1, height),
        (258, SHORT, 1, 8),
        (259, SHORT, 1, 1),
        (262, SHORT, 1, 1),
        (273, LONG, 1, DATA),
        (277, SHORT, 1, 1),
        (278, LONG, 1, height),
        (279, LONG, 1, data.len() as u32),
    ];
    let all: Vec<Row> = plain.into_iter().chain(rows.iter().copied()).collect();
    let mut all: BTreeMap<u16, Row> = all.into_iter().map(|row| (row.0, row)).collect();
    if all.contains_key(&TILES) {
        all.retain(|tag, _| !matches!(tag, 273 | 278 | 279));
    }
    let at = 8 + 2 + all.len() as u32 * 12 + 4;
    let mut out = b"II*\0\x08\0\0\0".to_vec();
    out.extend((all.len() as u16).to_le_bytes());
    for (tag, kind, number, value) in all.into_values() {
        let value = if value == DATA { at } else { value };
        out.extend([tag.to_le_bytes(), kind.to_le_bytes()].concat());
        out.extend([number.to_le_bytes(), value.to_le_bytes()].concat());
    }
    out.extend([0; 4]);
    out.extend(data);
    out
}

const TILES: u16 = 324;

/// That it is made of tiles of this size instead of a strip.
fn tiles(width: u32, height: u32, data: &[u8]) -> [Row; 4] {
    [
        (322, LONG, 1, width),
        (323, LONG, 1, height),
        (TILES, LONG, 1, DATA),
        (325, LONG, 1, data.len() as u32),
    ]
}

/// One TIFF of the images of several, each behind the one before.
fn pages(files: &[Vec<u8>]) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::new();
    for file in files {
        let moved = out.len() as u32;
        let mut page = file.clone();
        let directory = |page: &[u8]| u32::from_le_bytes(page[4..8].try_into().unwrap()) as usize;
        let at = directory(&page);
        let rows = usize::from(u16::from_le_bytes([page[at], page[at + 1]]));
        for row in (0..rows).map(|it| at + 2 + it * 12) {
            if page[row..row + 2] == 273_u16.to_le_bytes() {
                let strip = u32::from_le_bytes(page[row + 8..row + 12].try_into().unwrap());
                page[row + 8..row + 12].copy_from_slice(&(strip + moved).to_le_bytes());
            }
        }
        if !out.is_empty() {
            let mut last = directory(&out);
            loop {
                let rows = usize::from(u16::from_le_bytes([out[last], out[last + 1]]));
                let link = last + 2 + rows * 12;
                let next = u32::from_le_bytes(out[link..link + 4].try_into().unwrap());
                if next == 0 {
                    out[link..link + 4].copy_from_slice(&(at as u32 + moved).to_le_bytes());
                    break;
                }
                last = next as usize;
            }
        }
        out.extend(page);
    }
    out
}

fn psd(width: u32, height: u32, mode: u8, resources: &[u8]) -> Vec<u8> {
    let mut psd = b"8BPS\0\x01\0\0\0\0\0\0\0\x03".to_vec();
    psd.extend(height.to_be_bytes());
    psd.extend(width.to_be_bytes());
    psd.extend([0, 8, 0, mode]);
    psd.extend([0; 4]); // no palette
    psd.extend((resources.len() as u32).to_be_bytes());
    psd.extend(resources);
    psd.extend([0; 4]); // no layers
    psd.extend([0, 0]); // not packed
    psd.resize(psd.len() + (width * height * 3) as usize, 77);
    psd
}

#[test]
fn every_format_is_weighed_by_the_size_it_is_decoded_at() {
    let (small, large) = (tiff(60, 40, &[], &[9; 2400]), tiff(90, 80, &[], &[9; 7200]));
    let files = [
        ("a.jpg", jpeg(60, 40), (60, 40)),
        ("a.png", written(ImageFormat::Png, 60, 40), (60, 40)),
        ("a.gif", written(ImageFormat::Gif, 60, 40), (60, 40)),
        ("a.webp", written(ImageFormat::WebP, 60, 40), (60, 40)),
        ("a.bmp", written(ImageFormat::Bmp, 60, 40), (60, 40)),
        ("a.tif", written(ImageFormat::Tiff, 60, 40), (60, 40)),
        ("a.psd", psd(60, 40, 3, &[]), (60, 40)),
        // Of two images in one file the first is weighed, and the first is shown.
        ("b.tif", pages(&[small.clone(), large.clone()]), (60, 40)),
        ("c.tif", pages(&[large, small]), (90, 80)),
    ];
    for (name, bytes, (width, height)) in files {
        let it = open(name, &bytes);
        assert_eq!((it.facts.width, it.facts.height), (Some(width), Some(height)), "{name}");
        assert!(it.facts.preview, "{name}");
        let header = header::read(it.facts.format, &bytes).unwrap().unwrap();
        let decoded = bitmap::decode(&header, &bytes, u32::MAX).unwrap().unwrap();
        assert_eq!((decoded.width, decoded.height), (width, height), "{name}");

        let pixels = u64::from(width) * u64::from(height);
        assert!(process_bytes(name, &bytes, &Limits { pixels, ..LIMITS }).unwrap().facts.preview);
        let tight = Limits { pixels: pixels - 1, ..LIMITS };
        match process_bytes(name, &bytes, &tight) {
            Err(refusal) => assert_eq!(refusal.reason(), "pixel_bomb", "{name}: {refusal}"),
            Ok(it) => {
                assert_eq!((it.facts.kind, it.facts.preview), (FileKind::Source, false), "{name}");
                assert!(it.facts.warnings.iter().any(|it| it.contains("画布太大")), "{name}");
            }
        }
        assert_eq!(thumb(name, &bytes, 320, &tight).unwrap_err().reason(), "pixel_bomb", "{name}");
    }
}

#[test]
fn drawings_and_documents_are_kept_and_never_drawn_however_large_they_say_they_are() {
    let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" width="9000000" height="9000000"/>"#;
    let pdf = "%PDF-1.6\n1 0 obj<</Type/Page/MediaBox[0 0 9000000 9000000]>>endobj\n%%EOF";
    for (name, text) in [("图.svg", svg), ("稿.pdf", pdf), ("稿.ai", pdf)] {
        kept_without_preview(name, text.as_bytes());
        assert_eq!(open(name, text.as_bytes()).facts.width, None, "{name}");
        assert_eq!(thumb(name, text.as_bytes(), 320, &LIMITS), Ok(None), "{name}");
    }
}

#[test]
fn a_tiff_that_states_one_size_and_holds_another_is_kept_without_a_preview() {
    assert!(open("a.tif", &tiff(40, 40, &[], &[9; 1600])).facts.preview);
    // The width is a place in the file, and what is there is the width that a decoder takes.
    let place = [(256, LONG8, 1, DATA)];
    let stated = header::read(Format::Tiff, &tiff(40, 4, &place, &[])).unwrap().unwrap().width;
    for width in [4, u64::from(stated) + 1, 30_000] {
        let data = [&width.to_le_bytes()[..], &vec![9; 200_000]].concat();
        kept_without_preview("a.tif", &tiff(40, 4, &place, &data));
    }
}

#[test]
fn a_tiff_whose_rows_or_tiles_are_larger_than_anything_in_it_is_kept_without_a_preview() {
    let data = &[0; 4096][..];
    assert!(open("a.tif", &tiff(40, 40, &tiles(64, 64, data), data)).facts.preview);
    kept_without_preview("a.tif", &tiff(40, 40, &tiles(4_000_000_000, 16, data), data));
    kept_without_preview("a.tif", &tiff(40, 40, &tiles(16, 4_000_000_000, data), data));
    // Three colours, and channels behind them that nobody sees but that stand in each row.
    let channels = |more: u16| {
        let more = u32::from(more);
        [(262, SHORT, 1, 2), (277, SHORT, 1, 3 + more), (338, SHORT, more, DATA)]
    };
    let data = &vec![0; 80_000][..];
    assert!(open("a.tif", &tiff(40, 40, &channels(5), data)).facts.preview);
    kept_without_preview("a.tif", &tiff(100_000_000, 1, &channels(30_000), data));
    let tiled = [&channels(30_000)[..], &tiles(1 << 20, 16, data)].concat();
    kept_without_preview("a.tif", &tiff(40, 16, &tiled, data));
}

#[test]
fn a_jpeg_inside_a_tiff_is_weighed_too() {
    let mut encoder = mozjpeg::Compress::new(mozjpeg::ColorSpace::JCS_GRAYSCALE);
    encoder.set_size(64, 64);
    let mut started = encoder.start_compress(Vec::new()).unwrap();
    started.write_scanlines(&[120; 64 * 64]).unwrap();
    let plain = started.finish().unwrap();
    let with =
        |jpeg: &[u8], more: &[Row]| tiff(64, 64, &[&[(259, SHORT, 1, 7)], more].concat(), jpeg);
    assert!(open("a.tif", &with(&plain, &[])).facts.preview);
    let large = stating(&plain, 16_000, 16_000);
    kept_without_preview("a.tif", &with(&large, &[]));
    // How it is packed is written so that only a decoder understands it.
    let packed = [&7_u64.to_le_bytes()[..], &large].concat();
    kept_without_preview("a.tif", &tiff(64, 64, &[(259, LONG8, 1, DATA)], &packed));
    // The same JPEG cut in two: the tables that all parts share, and a part.
    let parted = |jpeg: &[u8], cut: usize| {
        let tables = [&jpeg[..cut], &[0xff, 0xd9]].concat();
        let part = [&[0xff, 0xd8], &jpeg[cut..]].concat();
        let rows = [
            (273, LONG, 1, (8 + 2 + 10 * 12 + 4 + tables.len()) as u32),
            (279, LONG, 1, part.len() as u32),
            (347, 7, tables.len() as u32, DATA),
        ];
        with(&[tables, part].concat(), &rows)
    };
    assert!(open("a.tif", &parted(&plain, frame(&plain))).facts.preview);
    // The frame begins in the tables and goes on in the part.
    kept_without_preview("a.tif", &parted(&large, frame(&large) + 6));
}

#[test]
fn a_moving_picture_whose_first_frame_is_larger_than_the_picture_is_damaged() {
    let gif = |canvas: [u16; 2], frame: [u16; 2]| {
        let mut bytes = written(ImageFormat::Gif, 30, 20);
        let at = bytes.windows(9).position(|it| it == [0x2c, 0, 0, 0, 0, 30, 0, 20, 0]).unwrap();
        for (at, size) in [(6, canvas), (at + 5, frame)] {
            bytes[at..at + 4].copy_from_slice(&size.map(u16::to_le_bytes).concat());
        }
        bytes
    };
    let it = open("a.gif", &gif([30, 20], [30, 20]));
    assert_eq!((it.facts.width, it.facts.height), (Some(30), Some(20)));
    // A frame that is a little too large is what some programs write.
    assert_eq!(open("a.gif", &gif([10, 10], [30, 20])).facts.width, Some(10));
    refused("a.gif", &gif([10, 10], [16_000, 16_000]), "有两个不同的尺寸");
}

#[test]
fn a_webp_whose_pixels_are_more_than_its_canvas_is_damaged() {
    let chunk = |name: &[u8; 4], body: &[u8]| {
        [&name[..], &(body.len() as u32).to_le_bytes(), body].concat()
    };
    let webp = |chunks: &[Vec<u8>]| {
        let body = [b"WEBP".to_vec(), chunks.concat()].concat();
        [&b"RIFF"[..], &(body.len() as u32).to_le_bytes(), &body].concat()
    };
    let canvas = |flags: u8| chunk(b"VP8X", &[flags, 0, 0, 0, 9, 0, 0, 9, 0, 0]);
    let large = chunk(b"VP8 ", &[0x10, 0, 0, 0x9d, 1, 0x2a, 0xff, 0x3f, 0xff, 0x3f, 0, 0]);
    refused("a.webp", &webp(&[canvas(0), large.clone()]), "有两个不同的尺寸");
    let frame = [&[0, 0, 0, 0, 0, 0, 9, 0, 0, 9, 0, 0, 100, 0, 0, 0][..], &large].concat();
    let moving = [canvas(2), chunk(b"ANIM", &[0; 6]), chunk(b"ANMF", &frame)];
    refused("a.webp", &webp(&moving), "有两个不同的尺寸");
}

#[test]
fn a_picture_with_two_headers_is_damaged() {
    let (mut small, large) =
        (written(ImageFormat::Png, 30, 20), written(ImageFormat::Png, 3000, 2000));
    // The signature, and then the first chunk: its length, name, 13 bytes and checksum.
    small.splice(33..33, large[8..33].iter().copied());
    refused("a.png", &small, "PNG");
    let (mut small, large) = (jpeg(30, 20), jpeg(3000, 2000));
    let (at, end) = (frame(&large), frame(&large) + 19);
    let here = frame(&small);
    small.splice(here + 19..here + 19, large[at..end].iter().copied());
    refused("a.jpg", &small, "JPEG");
}

#[test]
fn the_thumbnail_in_a_photoshop_file_is_shown_unless_it_is_larger_than_any_thumbnail() {
    // Lab: the merged picture is not read, and the thumbnail stands in for it.
    let with = |jpeg: &[u8]| {
        let mut resource = b"8BIM\x04\x0c\0\0".to_vec();
        resource.extend((jpeg.len() as u32 + 28).to_be_bytes());
        resource.extend([0; 28]);
        resource.extend(jpeg);
        resource.resize(resource.len().next_multiple_of(2), 0);
        psd(40, 30, 9, &resource)
    };
    let thumbnail = jpeg(160, 120);
    let it = open("源.psd", &with(&thumbnail));
    assert_eq!((it.thumbs[0].width, it.thumbs[0].height), (160, 120));
    kept_without_preview("源.psd", &with(&stating(&thumbnail, 65_000, 65_000)));
}
