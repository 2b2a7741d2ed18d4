//! Any bytes are a known kind of file or are refused with a sentence.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shopdesk_exchange::Input;
use shopdesk_exchange::sniff::sniff;

fuzz_target!(|bytes: &[u8]| {
    if let Err(refused) = sniff(&Input::bytes("fuzz", bytes)) {
        assert!(!refused.message.is_empty());
    }
});
