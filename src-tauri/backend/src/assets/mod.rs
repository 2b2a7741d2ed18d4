//! The asset queue: requests for pictures, versions from dropped files, spec checks, pins, approval,
//! where-used.
//!
//! For the rooms behind this one: [`file_request`] files a request inside their own transaction,
//! [`expire`] is the daily sweep, [`LIFE`] is the life cycle `asset`.
//!
//! Deliberately absent: storing and recognising files (the kernel's files), the rules of a slot
//! (pictures and listings), the pictures of a listing (listings).

mod brief;
mod duplicates;
mod files;
mod kept;
mod life;
mod list;
mod ops;
mod pins;
mod plan;
mod put;
mod rules;
mod table;
#[cfg(test)]
mod tests;
mod view;

#[cfg(test)]
pub(crate) use brief::sample as sample_brief;
pub use brief::{Question, questions, unanswered};
pub use life::LIFE;
pub use ops::{NewRequest, expire, file_request};
pub use rules::{AssetKind, KINDS, Priority, RETAKE_CLASSES, RetakeClass};
pub use table::{REQUEST, VERSION};
pub use view::all_slots;

use crate::kernel::Room;
use crate::kernel::door::Entry;

/// This room.
pub const ROOM: Room = Room {
    name: "assets",
    migrations: table::MIGRATIONS,
    tables: table::TABLES,
    lists: &[&list::LIST],
    indexes: &[table::INDEX],
    kept: &[kept::RETAKES, kept::LIKENESS],
    lifecycles: &[&life::LIFE],
    seeds: &[],
    operations,
};

fn operations() -> Vec<Entry> {
    vec![
        Entry::query::<list::ListAssets>(),
        Entry::query::<list::CountAssets>(),
        Entry::query::<list::Board>(),
        Entry::query::<view::GetAsset>(),
        Entry::query::<plan::Capacity>(),
        Entry::query::<view::Slots>(),
        Entry::command::<ops::CreateAsset>(),
        Entry::command::<ops::UpdateAsset>(),
        Entry::command::<ops::ActOnAsset>(),
        Entry::command::<plan::ScheduleAsset>(),
        Entry::command::<plan::BulkAssign>(),
        Entry::query::<files::MatchFiles>(),
        Entry::command::<files::AddVersion>(),
        Entry::command::<files::AddVersions>(),
        Entry::query::<files::CheckFile>(),
        Entry::command::<files::Waive>(),
        Entry::query::<files::Compare>(),
        Entry::query::<put::WhereUsed>(),
        Entry::command::<put::PutOnListings>(),
        Entry::command::<pins::AddPin>(),
        Entry::command::<pins::UpdatePin>(),
        Entry::command::<pins::ResolvePin>(),
        Entry::command::<pins::ReplyPin>(),
    ]
}
