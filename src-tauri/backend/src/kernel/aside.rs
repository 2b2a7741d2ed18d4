//! What a room worked out and may want again in a moment, put aside in memory: one thing at a time.
//! It is never needed: whoever does not find it works it out anew.

use std::any::Any;
use std::time::{Duration, Instant};

use parking_lot::Mutex;

/// Nobody comes back for it after so long, and it may be large.
const KEPT: Duration = Duration::from_secs(600);

struct Thing {
    key: String,
    since: Instant,
    what: Box<dyn Any + Send>,
}

/// The one thing put aside.
#[derive(Default)]
pub struct Aside(Mutex<Option<Thing>>);

impl Aside {
    /// Puts a thing aside; what was there before is forgotten.
    pub fn put<T: Any + Send>(&self, key: String, what: T) {
        let thing = Thing { key, since: Instant::now(), what: Box::new(what) };
        let before = self.0.lock().replace(thing);
        drop(before);
    }

    /// Takes the thing with this key, if it is still there.
    pub fn take<T: Any + Send>(&self, key: &str) -> Option<T> {
        let thing = self.0.lock().take_if(|thing| thing.key == key)?;
        thing.what.downcast().ok().map(|what| *what)
    }

    /// Forgets what has lain too long.
    pub fn forget_old(&self) {
        let old = self.0.lock().take_if(|thing| thing.since.elapsed() > KEPT);
        drop(old);
    }
}
