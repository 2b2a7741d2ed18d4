//! Any bytes are a picture, with thumbnails, likeness, measures and lamps for every slot, or are refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shopdesk_pictures_fuzz::{bring_in, trust_the_fence};

fuzz_target!(|bytes: &[u8]| {
    trust_the_fence();
    bring_in("fuzz.jpg", bytes);
});
