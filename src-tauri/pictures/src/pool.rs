//! Many pictures at once: on all cores, within a memory budget, and stoppable between two pictures.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError, mpsc};

/// How much of the machine a batch may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pool {
    /// Threads at work.
    pub threads: usize,
    /// Bytes that pictures in work may take together.
    pub memory: u64,
}

impl Default for Pool {
    /// Every core, and one gigabyte.
    fn default() -> Self {
        let threads = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        Self { threads, memory: 1 << 30 }
    }
}

/// Runs `work` over `items` on the pool's threads and hands each result, as it comes, to `done` on
/// the calling thread. `done` may break off: pictures in work are finished, none is begun.
///
/// `cost` is the memory an item needs while in work; items wait until there is room (one that needs
/// more than the whole budget runs alone).
pub fn for_each_parallel<T: Sync, R: Send>(
    pool: Pool,
    items: &[T],
    cost: impl Fn(&T) -> u64 + Sync,
    work: impl Fn(&T) -> R + Sync,
    mut done: impl FnMut(usize, R) -> ControlFlow<()>,
) {
    let next = AtomicUsize::new(0);
    let stop = AtomicBool::new(false);
    let room = Room { free: Mutex::new(pool.memory), freed: Condvar::new() };
    let threads = pool.threads.clamp(1, items.len().max(1));
    std::thread::scope(|scope| {
        let (send, receive) = mpsc::sync_channel(threads);
        for _ in 0..threads {
            let send = send.clone();
            let (next, stop, room, cost, work) = (&next, &stop, &room, &cost, &work);
            scope.spawn(move || {
                while !stop.load(Ordering::Relaxed) {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(at) else { break };
                    let seat = room.take(cost(item).min(pool.memory));
                    let result = work(item);
                    drop(seat);
                    if send.send((at, result)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        while let Ok((at, result)) = receive.recv() {
            if done(at, result).is_break() {
                stop.store(true, Ordering::Relaxed);
                break;
            }
        }
    });
}

struct Room {
    free: Mutex<u64>,
    freed: Condvar,
}

struct Seat<'a> {
    room: &'a Room,
    bytes: u64,
}

impl Room {
    fn take(&self, bytes: u64) -> Seat<'_> {
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free = self
            .freed
            .wait_while(free, |free| *free < bytes)
            .unwrap_or_else(PoisonError::into_inner);
        *free -= bytes;
        drop(free);
        Seat { room: self, bytes }
    }
}

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        *self.room.free.lock().unwrap_or_else(PoisonError::into_inner) += self.bytes;
        self.room.freed.notify_all();
    }
}
