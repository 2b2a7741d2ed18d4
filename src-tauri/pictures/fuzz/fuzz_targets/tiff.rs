//! Anything after a TIFF file's first bytes, in both byte orders.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shopdesk_pictures_fuzz::{bring_in, trust_the_fence};

fuzz_target!(|bytes: &[u8]| {
    trust_the_fence();
    for first in [b"II*\0", b"MM\0*"] {
        let file = [first.as_slice(), bytes].concat();
        bring_in("fuzz.tif", &file);
    }
});
