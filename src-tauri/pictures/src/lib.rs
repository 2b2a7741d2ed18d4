//! What a picture is: real type, header, thumbnails, likeness, measures, and whether it fits a slot
//! of a selling platform. Also draws believable product pictures for demonstration shops and tests.
//!
//! Pure: bytes or a path go in, facts come out. No database, no clock, no network. Storing files is
//! the backend's work; what comes back from [`process_path`] is all it needs to know.
//!
//! Every picture is decoded once, at a small size (see [`bitmap`]); everything else is computed from
//! that copy.

// Pixels are bytes: sums and shares come back into a range that was clamped or bounded above.
#![allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
// Pictures are made of x, y, r, g, b and a; and a file's facts are yes or no.
#![allow(clippy::many_single_char_names, clippy::struct_excessive_bools)]

pub mod bitmap;
pub mod draw;
pub mod header;
pub mod kind;
pub mod likeness;
pub mod measure;
pub mod pool;
mod process;
mod psd;
mod refusal;
pub mod spec;
pub mod thumbs;

pub use bitmap::Bitmap;
pub use header::{ColourMode, Header};
pub use kind::{FileKind, Format, Sniffed, sniff};
pub use likeness::Likeness;
pub use measure::{Measures, Subject};
pub use pool::{Pool, for_each_parallel};
pub use process::{Facts, Limits, NO_END, Processed, cost, process_bytes, process_path, thumb};
pub use refusal::Refusal;
pub use spec::{Check, Level, SlotSpec, default_slots};
pub use thumbs::Thumb;
