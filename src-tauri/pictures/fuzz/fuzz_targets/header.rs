//! Any bytes have a type or are refused, and the header of each format is read from them or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shopdesk_pictures::{Format, header, sniff};

const FORMATS: [Format; 7] =
    [Format::Jpeg, Format::Png, Format::Gif, Format::Webp, Format::Bmp, Format::Tiff, Format::Psd];

fuzz_target!(|bytes: &[u8]| {
    let _ = sniff(bytes, bytes, "fuzz.jpg");
    for format in FORMATS {
        if let Some(Ok(header)) = header::read(format, bytes) {
            assert!(header.width > 0 && header.height > 0, "a picture has a size");
            assert!((1..=8).contains(&header.orientation));
        }
    }
});
