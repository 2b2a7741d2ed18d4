//! What a preview read and worked out, kept for the commit that mostly follows at once: a large
//! table is read and compared once. The commit takes it only where nothing can have changed since.

use shopdesk_exchange::{Document, FileResult};

use super::goods::Planned;
use super::reading::Choices;
use super::table::Import;
use crate::kernel::jobs::JobCx;
use crate::kernel::{Cx, Field, Result};
use crate::params;

/// More records than these are read again rather than kept in memory.
const MOST: usize = 300_000;

/// A table as it was read.
pub(super) struct Kept {
    file_hash: String,
    position: i64,
    choices: Choices,
    pub document: Document,
    pub file: FileResult,
    /// The plan of its products, where no shop's shelf is part of it.
    pub plan: Option<Plan>,
}

/// A plan and what it rests on.
pub(super) struct Plan {
    pub planned: Vec<Planned>,
    seen: Seen,
}

/// What everything that a plan of products looks at depends on: the last event of the trail, since
/// nothing of it changes without one, and who looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seen {
    trail: i64,
    staff: i64,
    cost: bool,
}

impl Seen {
    /// As it is now.
    pub fn now(cx: &Cx<'_>) -> Result<Self> {
        let trail = cx.one("select coalesce(max(seq), 0) from audit_event", params![])?;
        Ok(Self { trail, staff: cx.caller.staff, cost: cx.sees(Field::Cost) })
    }
}

impl Plan {
    /// A plan made under these eyes.
    pub fn new(planned: Vec<Planned>, seen: Seen) -> Self {
        Self { planned, seen }
    }

    /// Whether planning again would come to the same.
    pub fn holds(&self, cx: &Cx<'_>) -> Result<bool> {
        Ok(Seen::now(cx)? == self.seen)
    }
}

fn key(import: i64) -> String {
    format!("import:{import}")
}

/// Keeps what a preview read.
pub(super) fn keep(
    job: &JobCx,
    import: i64,
    document: Document,
    file: FileResult,
    plan: Option<Plan>,
) -> Result<()> {
    if file.records.len() > MOST {
        return Ok(());
    }
    let of = job.read(|cx| Import::of(cx, import))?;
    let (file_hash, position, choices) = (of.file, of.position, of.choices);
    job.core()
        .aside()
        .put(key(import), Kept { file_hash, position, choices, document, file, plan });
    Ok(())
}

/// What was kept of this import, if it was read by the choices that it has now.
pub(super) fn take(job: &JobCx, import: &Import) -> Option<Kept> {
    job.core().aside().take::<Kept>(&key(import.id)).filter(|kept| {
        kept.file_hash == import.file
            && kept.position == import.position
            && kept.choices == import.choices
    })
}

/// Forgets what was kept of an import that nobody commits any more.
pub(super) fn forget(cx: &Cx<'_>, import: i64) {
    drop(cx.core().aside().take::<Kept>(&key(import)));
}

/// Frees what is large beside everything else: whoever waits for the job need not wait for that.
pub(super) fn let_go<T: Send + 'static>(what: T) {
    // Where no thread can be had, it is freed here and now.
    let _ = std::thread::Builder::new().name("freeing".to_owned()).spawn(move || drop(what));
}
