//! Anything long: progress in the window, can be cancelled, and ends whole or not at all.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::door::Core;
use super::rights::Caller;
use super::{Code, Cx, Error, Result, Tx};
use crate::params;
use crate::store::Ask;

/// A job as the progress centre shows it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct JobView {
    /// Its number.
    pub id: i64,
    /// `export`, `import`, `backup` …
    pub kind: String,
    /// What it does, in Chinese.
    pub title: String,
    /// Steps done.
    pub done: u64,
    /// Steps in all; 0 while unknown.
    pub total: u64,
    /// What a step is: 行, 个文件.
    pub unit: String,
    /// `running`, `done`, `failed`, `cancelled`.
    pub state: String,
    /// Why it failed.
    pub error: Option<Error>,
    /// What it made.
    pub result: Option<Json>,
    /// UTC milliseconds.
    pub started_at: i64,
    /// UTC milliseconds.
    pub ended_at: Option<i64>,
}

/// What a job does, given its own context.
pub type Work = Box<dyn FnOnce(&JobCx) -> Result<Json> + Send>;

pub(super) struct Pending {
    pub id: i64,
    pub op: &'static str,
    pub work: Work,
}

#[derive(Debug, Default)]
struct Progress {
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
    told: Mutex<Option<Instant>>,
}

/// Pages hear of a job's progress no more often than this, however fast its steps are.
const TELL_EVERY: Duration = Duration::from_millis(100);

impl Progress {
    fn worth_telling(&self) -> bool {
        let mut told = self.told.lock();
        let worth = told.is_none_or(|at| at.elapsed() >= TELL_EVERY);
        if worth {
            *told = Some(Instant::now());
        }
        worth
    }
}

/// The jobs running in this program.
#[derive(Debug, Default)]
pub struct Jobs {
    running: Mutex<BTreeMap<i64, Arc<Progress>>>,
}

impl Jobs {
    /// Asks a job to stop; false when it is not running here.
    pub fn cancel(&self, id: i64) -> bool {
        self.running.lock().get(&id).is_some_and(|p| {
            p.cancelled.store(true, Ordering::Relaxed);
            true
        })
    }

    /// How far a job is: (done, total).
    pub fn progress(&self, id: i64) -> Option<(u64, u64)> {
        self.running
            .lock()
            .get(&id)
            .map(|p| (p.done.load(Ordering::Relaxed), p.total.load(Ordering::Relaxed)))
    }

    /// How many are running.
    pub fn running(&self) -> usize {
        self.running.lock().len()
    }
}

/// What a job may use: reading, writing through the same audited transaction, progress.
pub struct JobCx {
    core: Arc<Core>,
    caller: Caller,
    id: i64,
    op: &'static str,
    progress: Arc<Progress>,
}

impl JobCx {
    /// Reads from one consistent view.
    pub fn read<T>(&self, f: impl FnOnce(&Cx<'_>) -> Result<T>) -> Result<T> {
        self.core.read(&self.caller, f)
    }

    /// Writes in one transaction, audited under the operation that started the job.
    pub fn write<T>(&self, f: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        let (value, pending) = self.core.write(&self.caller, self.op, f)?;
        Core::start(&self.core, &self.caller, pending);
        Ok(value)
    }

    /// The shop.
    pub fn core(&self) -> &Arc<Core> {
        &self.core
    }

    /// Who started it.
    pub fn caller(&self) -> &Caller {
        &self.caller
    }

    /// Tells how far it is; fails when somebody asked it to stop, so that `?` ends it.
    pub fn step(&self, done: u64, total: u64) -> Result<()> {
        self.progress.done.store(done, Ordering::Relaxed);
        self.progress.total.store(total, Ordering::Relaxed);
        if self.progress.worth_telling() {
            self.core.feed().tell(format!("job:{}", self.id));
        }
        if self.progress.cancelled.load(Ordering::Relaxed) {
            return Err(Error::new(Code::Conflict, "cancelled", "已取消，没有写入任何数据"));
        }
        Ok(())
    }

    /// Whether somebody asked it to stop.
    pub fn cancelled(&self) -> bool {
        self.progress.cancelled.load(Ordering::Relaxed)
    }
}

impl Core {
    /// Starts the jobs of a command that has been committed.
    pub(super) fn start(core: &Arc<Self>, caller: &Caller, pending: Vec<Pending>) {
        for job in pending {
            let progress = Arc::new(Progress::default());
            core.jobs().running.lock().insert(job.id, progress.clone());
            let cx = JobCx {
                core: core.clone(),
                caller: caller.clone(),
                id: job.id,
                op: job.op,
                progress,
            };
            let builder = std::thread::Builder::new().name(format!("job {}", job.id));
            let id = job.id;
            if let Err(e) = builder.spawn(move || run(&cx, job.work)) {
                core.jobs().running.lock().remove(&id);
                finish(core, id, &Err(Error::internal(e)));
            }
        }
    }
}

fn run(cx: &JobCx, work: Work) {
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| work(cx)))
        .unwrap_or_else(|_| Err(Error::internal(format!("job {} of {} panicked", cx.id, cx.op))));
    finish(&cx.core, cx.id, &outcome);
    cx.core.jobs().running.lock().remove(&cx.id);
    // Its end is written; telling of it may wait for the next call.
    let _ = cx.core.feed().pump(cx.core.store());
    // Whoever heard of the end before it had left the list hears once more.
    cx.core.feed().tell(format!("job:{}", cx.id));
}

fn finish(core: &Core, id: i64, outcome: &Result<Json>) {
    let (state, error, result) = match outcome {
        Ok(result) => ("done", None, Some(result.to_string())),
        Err(e) if e.reason == "cancelled" => ("cancelled", serde_json::to_string(e).ok(), None),
        Err(e) => ("failed", serde_json::to_string(e).ok(), None),
    };
    let now = core.now();
    let written = core.store().write().and_then(|writer| {
        writer.exec(
            "update job set state = ?2, error = ?3, result = ?4, ended_at = ?5 where id = ?1",
            params![id, state, error, result, now],
        )?;
        // Whoever shows jobs, or what such a job makes (`backup`), hears that it has ended.
        let kind: String =
            (&writer as &dyn Ask).one("select kind from job where id = ?1", params![id])?;
        let tags = serde_json::json!(["job", format!("job:{id}"), kind]).to_string();
        writer.exec("insert into feed (at, tags) values (?1, ?2)", params![now, tags])?;
        writer.commit()
    });
    if let Err(e) = written {
        // The next start marks it as failed; the work itself was whole or nothing.
        eprintln!("job {id}: its end could not be written: {e}");
    }
}
