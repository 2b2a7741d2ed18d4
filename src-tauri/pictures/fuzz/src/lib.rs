//! What the targets share: what must hold of any file that is brought in.

use shopdesk_pictures::{Level, Limits, default_slots, process_bytes, spec};

/// The pixels decoded here: few, so that a run sees many files.
pub const LIMITS: Limits = Limits { image_bytes: 1 << 20, source_bytes: 1 << 20, pixels: 1 << 20 };

/// Processes a file and holds it against every slot.
pub fn bring_in(name: &str, bytes: &[u8]) {
    let Ok(it) = process_bytes(name, bytes, &LIMITS) else { return };
    assert_eq!(it.facts.preview, it.measures.is_some());
    assert_eq!(it.facts.preview, it.likeness.is_some());
    for thumb in &it.thumbs {
        assert!(thumb.width.max(thumb.height) <= thumb.size && !thumb.bytes.is_empty());
    }
    for slot in default_slots() {
        let checks = spec::check(&it.facts, it.measures.as_ref(), &slot);
        assert!(checks.iter().all(|it| it.level == Level::Green || !it.message.is_empty()));
    }
}

/// A decoder may stop within its fence, which reports the picture as damaged. Without this the fuzzer
/// would end at the first such stop, inside the fence or not; a stop outside still ends it.
pub fn trust_the_fence() {
    std::panic::set_hook(Box::new(|_| {}));
}
