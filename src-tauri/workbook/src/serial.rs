//! Days and points in time as Excel counts them.

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

use crate::text::local;

/// Days since Excel's first; `None` for days that Excel does not know or counts wrongly.
pub(crate) fn day_serial(day: NaiveDate) -> Option<f64> {
    const EPOCH: i32 = 693_594; // 1899-12-30
    let days = day.num_days_from_ce() - EPOCH;
    (61..=2_958_465).contains(&days).then(|| f64::from(days))
}

/// Turns points in time into Excel's numbers; remembers the zone's offset for the current hour.
#[derive(Default)]
pub(crate) struct Clock {
    hour: Option<(i64, i64)>,
}

const HOUR: i64 = 3_600_000;

impl Clock {
    pub(crate) fn serial(&mut self, utc: i64, zone: Tz) -> Option<f64> {
        let hour = utc.div_euclid(HOUR);
        let offset = match self.hour {
            Some((known, offset)) if known == hour => offset,
            _ => {
                let start = offset(hour * HOUR, zone)?;
                // A change of the clocks within the hour is looked up each time.
                if start != offset(hour * HOUR + HOUR - 1, zone)? {
                    return serial(utc + offset(utc, zone)?);
                }
                self.hour = Some((hour, start));
                start
            }
        };
        serial(utc + offset)
    }
}

fn offset(utc: i64, zone: Tz) -> Option<i64> {
    Some(local(utc, zone)?.and_utc().timestamp_millis() - utc)
}

fn serial(local: i64) -> Option<f64> {
    const DAY: i64 = 86_400_000;
    const EPOCH: i64 = 25_569; // 1970-01-01
    let days = local.div_euclid(DAY) + EPOCH;
    let within = local.rem_euclid(DAY);
    (61..=2_958_465).contains(&days).then(|| days as f64 + within as f64 / DAY as f64)
}
