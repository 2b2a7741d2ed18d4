//! Copy as text with versions: requests, checks, word diff, approval by a second pair of eyes.
//!
//! Numbers are `CR-20261123-001` (copy request): `CP-` is what the shop has always called a campaign.
//!
//! For rooms behind this one: [`file_request`] asks for a text, [`of_campaign`] tells how far the
//! texts of a campaign are.
//!
//! Deliberately absent: publishing on a platform (approved words go into the shop's own listings and
//! from there onto the sync list), and pictures.

mod alike;
mod brief;
mod facts;
mod figures;
mod guide;
mod kept;
mod limits;
mod ops;
mod publish;
mod rules;
mod table;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_facts;
mod text;
mod view;
mod write;

pub use ops::{NewCopy, Progress, file_request, of_campaign};
pub use rules::{CopyKind, DiffOp, DiffPiece, diff};
pub use table::COPY_DOC;

use crate::kernel::Room;

/// This room.
pub const ROOM: Room = Room {
    name: "copydesk",
    migrations: table::MIGRATIONS,
    tables: table::TABLES,
    lists: &[&view::LIST, &guide::WORDS],
    indexes: &[ops::INDEX],
    kept: &[kept::TEXTS, kept::LIKENESS],
    lifecycles: &[&rules::CYCLE],
    seeds: &[(2026_1123_40, table::seed)],
    operations: ops::operations,
};
