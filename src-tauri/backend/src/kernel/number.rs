//! Human numbers: gapless per day, given out in the transaction that uses them.

use super::{Result, Tx};
use crate::params;

/// One series of human numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Series {
    /// `AR`, `CP`, `PD` …
    pub prefix: &'static str,
    /// Starts again at 001 every day (`AR-20261123-001`); otherwise runs on (`PD-00012`).
    pub daily: bool,
}

impl Series {
    /// The next number. Rolled back with the transaction, so no number is lost or given twice.
    pub fn next(self, tx: &Tx<'_>) -> Result<String> {
        let day = if self.daily { tx.today().compact() } else { String::new() };
        let last: i64 = tx.returning(
            "insert into number_series (prefix, day, last) values (?1, ?2, 1)
             on conflict (prefix, day) do update set last = number_series.last + 1
             returning last",
            params![self.prefix, &day],
        )?;
        Ok(if self.daily {
            format!("{}-{day}-{last:03}", self.prefix)
        } else {
            format!("{}-{last:05}", self.prefix)
        })
    }
}
