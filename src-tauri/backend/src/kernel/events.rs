//! Who is looking hears what has changed: numbered, so that a client that missed some can resume.

use parking_lot::Mutex;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tokio::sync::broadcast;

use super::{Result, Tx};
use crate::params;
use crate::store::{Ask, Store, StoreResult};

/// Something changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// Its number; rises with every commit. Progress of jobs carries the last number.
    pub seq: i64,
    /// What: `product`, `product:42`, `job:7`.
    pub tags: Vec<String>,
}

/// The feed of one shop.
#[derive(Debug)]
pub struct Feed {
    last: Mutex<i64>,
    sender: broadcast::Sender<Event>,
}

impl Feed {
    pub(super) fn open(store: &Store) -> StoreResult<Self> {
        let reader = store.read()?;
        let last: i64 =
            (&reader as &dyn Ask).one("select coalesce(max(seq), 0) from feed", params![])?;
        Ok(Self { last: Mutex::new(last), sender: broadcast::channel(1024).0 })
    }

    /// Tells everyone listening what has been committed since the last call, by this program or by
    /// another one on the same shop.
    pub fn pump(&self, store: &Store) -> StoreResult<()> {
        let mut last = self.last.lock();
        let reader = store.read()?;
        for event in since(&reader, *last)? {
            *last = event.seq;
            // Nobody listening is no fault.
            let _ = self.sender.send(event);
        }
        Ok(())
    }

    /// Tells of something that is not in the database: progress.
    pub fn tell(&self, tag: String) {
        let seq = *self.last.lock();
        let _ = self.sender.send(Event { seq, tags: vec![tag] });
    }

    /// Listens from now on.
    pub fn listen(&self) -> broadcast::Receiver<Event> {
        self.sender.subscribe()
    }

    /// The last number told.
    pub fn last(&self) -> i64 {
        *self.last.lock()
    }
}

/// A client that was away for longer reads everything again.
const KEPT_MS: i64 = 7 * 86_400_000;

/// Forgets what nobody resumes from any more; the last number stays.
pub(crate) fn forget_old(tx: &mut Tx<'_>) -> Result<()> {
    tx.run(
        "delete from feed where at < ?1 and seq < (select max(seq) from feed)",
        params![tx.now - KEPT_MS],
    )?;
    Ok(())
}

/// The events after `seq`, at most 1000; a client further behind reloads.
pub fn since(ask: &dyn Ask, seq: i64) -> StoreResult<Vec<Event>> {
    ask.all("select seq, tags from feed where seq > ?1 order by seq limit 1000", params![seq])
}
