//! Any bytes are a known kind of file, and text in a known encoding, or are refused with a sentence.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shopdesk_exchange::Input;
use shopdesk_exchange::sniff::{list_entries, sniff};

fuzz_target!(|bytes: &[u8]| {
    let input = Input::bytes("fuzz", bytes);
    match sniff(&input) {
        Ok(sniffed) => {
            for guess in &sniffed.encodings {
                guess.encoding.decode(bytes);
            }
        }
        Err(refused) => assert!(!refused.message.is_empty()),
    }
    let _ = list_entries(&input);
});
