//! Anything after a Photoshop file's first bytes: a preview, or none.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shopdesk_pictures_fuzz::{bring_in, trust_the_fence};

fuzz_target!(|bytes: &[u8]| {
    trust_the_fence();
    let Some((&large, bytes)) = bytes.split_first() else { return };
    let mut file = b"8BPS\0".to_vec();
    file.push(1 + (large & 1));
    file.extend_from_slice(bytes);
    bring_in("fuzz.psd", &file);
});
