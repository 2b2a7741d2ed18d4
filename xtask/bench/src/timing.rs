//! Timing two ways of doing the same thing fairly: turn by turn, so that both meet the same machine,
//! and by the middle value, so that one hiccup counts for nothing.

use std::time::{Duration, Instant};

use anyhow::Result;

use crate::Row;

/// The middle durations of the two, each run `turns` times after one run that does not count.
pub fn compare(
    turns: usize,
    mut ours: impl FnMut() -> Result<()>,
    mut theirs: impl FnMut() -> Result<()>,
) -> Result<(Duration, Duration)> {
    ours()?;
    theirs()?;
    let (mut a, mut b) = (Vec::new(), Vec::new());
    for _ in 0..turns {
        a.push(once(&mut ours)?);
        b.push(once(&mut theirs)?);
    }
    Ok((middle(a), middle(b)))
}

/// How long one run takes.
pub fn once(work: &mut impl FnMut() -> Result<()>) -> Result<Duration> {
    let started = Instant::now();
    work()?;
    Ok(started.elapsed())
}

/// The middle one.
pub fn middle(mut all: Vec<Duration>) -> Duration {
    all.sort();
    all.get(all.len() / 2).copied().unwrap_or_default()
}

/// As people read it.
pub fn show(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1000.0;
    if ms >= 10_000.0 {
        format!("{:.1} s", ms / 1000.0)
    } else if ms >= 10.0 {
        format!("{ms:.0} ms")
    } else {
        format!("{ms:.2} ms")
    }
}

/// A row of which at most `most` times the other's time is to be taken.
pub fn row(
    what: impl Into<String>,
    against: impl Into<String>,
    (ours, theirs): (Duration, Duration),
    most: f64,
    reach: &'static str,
) -> Row {
    let ratio = ours.as_secs_f64() / theirs.as_secs_f64().max(1e-9);
    Row {
        what: what.into(),
        against: against.into(),
        ours: show(ours),
        theirs: show(theirs),
        ratio: format!("{ratio:.2}×"),
        reach,
        reached: ratio <= most,
    }
}
