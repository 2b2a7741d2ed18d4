//! Instants are UTC milliseconds; calendar days belong to the shop's own zone.

use std::str::FromStr;
use std::sync::Arc;

use chrono::{Days, NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Error, Result};

/// Now, in UTC milliseconds, from the system's clock.
pub fn millis() -> i64 {
    Utc::now().timestamp_millis()
}

/// Where the time comes from: the system, or a test's fixed moment.
pub type Clock = Arc<dyn Fn() -> i64 + Send + Sync>;

/// A calendar day, `YYYY-MM-DD`.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("format" = "date"))]
pub struct Day(pub NaiveDate);

impl Day {
    /// The day `n` days later (earlier when negative); stays at the calendar's end when out of it.
    #[must_use]
    pub fn plus(self, n: i64) -> Self {
        let moved = if n >= 0 {
            self.0.checked_add_days(Days::new(n.unsigned_abs()))
        } else {
            self.0.checked_sub_days(Days::new(n.unsigned_abs()))
        };
        Self(moved.unwrap_or(self.0))
    }

    /// Days from `self` until `other`; negative when `other` is earlier.
    pub fn until(self, other: Self) -> i64 {
        (other.0 - self.0).num_days()
    }

    /// `YYYYMMDD`, as human numbers carry it.
    pub fn compact(self) -> String {
        self.0.format("%Y%m%d").to_string()
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

impl FromStr for Day {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").map(Self).map_err(|_| {
            Error::invalid(
                "day",
                format!("日期“{text}”不对，应写成 2026-11-23 这样，并且是真实存在的一天"),
            )
        })
    }
}

impl TryFrom<String> for Day {
    type Error = Error;
    fn try_from(text: String) -> Result<Self> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl From<Day> for crate::store::Value {
    fn from(day: Day) -> Self {
        Self::Text(day.to_string())
    }
}

/// The shop's own zone, which decides where a day begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone(Tz);

impl Zone {
    /// By its IANA name, such as `Asia/Shanghai`.
    pub fn new(name: &str) -> Result<Self> {
        Tz::from_str(name).map(Self).map_err(|_| {
            Error::invalid("zone", format!("时区“{name}”不存在，应为 Asia/Shanghai 这样的名称"))
        })
    }

    /// Asia/Shanghai.
    pub fn shanghai() -> Self {
        Self(chrono_tz::Asia::Shanghai)
    }

    /// The IANA name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The day that an instant (UTC milliseconds) falls on.
    pub fn day(self, at: i64) -> Day {
        let utc = Utc.timestamp_millis_opt(at).single().unwrap_or_default();
        Day(utc.with_timezone(&self.0).date_naive())
    }

    /// The instant at which a day begins.
    pub fn start_of(self, day: Day) -> i64 {
        let midnight = day.0.and_time(chrono::NaiveTime::MIN);
        let local = self.0.from_local_datetime(&midnight);
        // A zone may skip midnight on one day a year; the day then begins at its first moment.
        local
            .earliest()
            .or_else(|| {
                self.0.from_local_datetime(&(midnight + chrono::TimeDelta::hours(1))).earliest()
            })
            .map_or_else(|| midnight.and_utc().timestamp_millis(), |t| t.timestamp_millis())
    }

    /// The instant as file names carry it: `20261123-184005`.
    pub fn stamp(self, at: i64) -> String {
        let utc = Utc.timestamp_millis_opt(at).single().unwrap_or_default();
        utc.with_timezone(&self.0).format("%Y%m%d-%H%M%S").to_string()
    }

    /// The instant as people write it: `2026-11-23 18:40`.
    pub fn show(self, at: i64) -> String {
        let utc = Utc.timestamp_millis_opt(at).single().unwrap_or_default();
        utc.with_timezone(&self.0).format("%Y-%m-%d %H:%M").to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_the_shops_zone() {
        let zone = Zone::shanghai();
        let day: Day = "2026-11-23".parse().unwrap();
        let start = zone.start_of(day);
        assert_eq!(zone.day(start), day);
        assert_eq!(zone.day(start - 1), day.plus(-1));
        assert_eq!(zone.show(start), "2026-11-23 00:00");
    }

    #[test]
    fn an_impossible_day_is_refused_with_an_example() {
        let err = "2026-02-30".parse::<Day>().unwrap_err();
        assert!(err.message.contains("2026-11-23"), "{}", err.message);
    }
}
