//! The demo shop's time: a clock that is moved by hand, days counted back from today, working hours,
//! and a repeatable source of variety.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::kernel::{Clock, Day, Zone};

/// So many days of history.
pub(super) const HISTORY: i64 = 84;

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;
/// Work begins at 9:00 and ends at 18:30, minutes of the day.
const MORNING: i64 = 9 * 60;
const EVENING: i64 = 18 * 60 + 30;

/// The clock of a shop whose past is being lived through.
#[derive(Clone)]
pub(super) struct Hand(Arc<AtomicI64>);

impl Hand {
    pub fn at(moment: i64) -> Self {
        Self(Arc::new(AtomicI64::new(moment)))
    }

    pub fn set(&self, moment: i64) {
        self.0.store(moment, Ordering::Relaxed);
    }

    pub fn clock(&self) -> Clock {
        let hand = self.0.clone();
        Arc::new(move || hand.load(Ordering::Relaxed))
    }
}

/// Days counted back from the day on which the shop is made.
#[derive(Clone, Copy)]
pub(super) struct Calendar {
    /// The moment at which the shop is made.
    pub now: i64,
    zone: Zone,
}

impl Calendar {
    pub fn ending(now: i64) -> Self {
        Self { now, zone: Zone::shanghai() }
    }

    pub fn today(&self) -> Day {
        self.zone.day(self.now)
    }

    /// The day so many days ago; in the future when negative.
    pub fn day(&self, ago: i64) -> Day {
        self.today().plus(-ago)
    }

    /// A moment of that day by its minute, wherever it lies.
    pub fn moment(&self, ago: i64, minute: i64) -> i64 {
        self.zone.start_of(self.day(ago)) + minute * MINUTE
    }

    /// As [`Calendar::moment`], but never later than a minute ago: nobody has done anything yet that
    /// comes later.
    pub fn past(&self, ago: i64, minute: i64) -> i64 {
        self.moment(ago, minute).min(self.now - MINUTE)
    }

    /// How many days ago a day was.
    pub fn ago(&self, day: Day) -> i64 {
        day.until(self.today())
    }

    /// The beginning of the history.
    pub fn beginning(&self) -> i64 {
        self.moment(HISTORY, 0) - DAY
    }
}

/// Somebody's time as it goes by: steps follow each other inside working hours.
#[derive(Clone, Copy)]
pub(super) struct Pace {
    calendar: Calendar,
    ago: i64,
    minute: i64,
}

impl Pace {
    /// Begins so many days ago at this minute.
    pub fn from(calendar: Calendar, ago: i64, minute: i64) -> Self {
        Self { calendar, ago, minute }
    }

    /// So many minutes of work later.
    pub fn after(&mut self, minutes: i64) -> i64 {
        self.minute += minutes;
        while self.minute >= EVENING {
            self.minute -= EVENING - MORNING;
            self.ago -= 1;
        }
        self.now()
    }

    /// The next morning or a later one.
    pub fn days(&mut self, days: i64) -> i64 {
        self.ago -= days;
        self.now()
    }

    /// This moment.
    pub fn now(&self) -> i64 {
        self.calendar.past(self.ago, self.minute)
    }

    /// This day.
    pub fn day(&self) -> Day {
        self.calendar.day(self.ago)
    }
}

/// A repeatable source of variety (splitmix64).
#[derive(Clone)]
pub(super) struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        it ^ (it >> 31)
    }

    /// A number below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.roll() % (count.max(1) as u64)).unwrap_or_default()
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = high.saturating_sub(low).unsigned_abs() + 1;
        low + i64::try_from(self.roll() % span).unwrap_or_default()
    }

    /// One of these.
    pub fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        &from[self.below(from.len())]
    }
}
