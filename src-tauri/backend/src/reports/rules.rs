//! Arithmetic of the reports: what counts as done, on time and clean; weeks; the price index. Pure.

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::kernel::Day;

/// One request as the sums of R16 need it. Days are the shop's own.
#[derive(Debug, Clone, Default)]
pub(super) struct Work {
    pub person: String,
    pub points: i64,
    pub due: Option<Day>,
    /// First handed in, when that was in the period.
    pub submitted: Option<Day>,
    /// Approved in the period.
    pub approved: bool,
    /// Retakes so far that the designer answers for.
    pub faults: i64,
}

impl Work {
    /// Whether the first version came by its day; `None` where there is no day or no version.
    pub(super) fn on_time(&self) -> Option<bool> {
        Some(self.submitted? <= self.due?)
    }
}

/// What one person did in the period. Work counts when it is first handed in: what comes back later
/// is quality, not quantity.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Output {
    pub submitted: i64,
    /// Points by the day, or without a day.
    pub points_in_time: i64,
    pub points_late: i64,
    pub dated: i64,
    pub on_time: i64,
    pub approved: i64,
    pub clean: i64,
    /// Retakes in the period by class.
    pub retakes: BTreeMap<String, i64>,
}

impl Output {
    pub(super) fn add(&mut self, work: &Work) {
        if work.submitted.is_some() {
            self.submitted += 1;
            match work.on_time() {
                Some(false) => self.points_late += work.points,
                _ => self.points_in_time += work.points,
            }
            if let Some(on_time) = work.on_time() {
                self.dated += 1;
                self.on_time += i64::from(on_time);
            }
        }
        if work.approved {
            self.approved += 1;
            self.clean += i64::from(work.faults == 0);
        }
    }

    pub(super) fn points(&self) -> i64 {
        self.points_in_time + self.points_late
    }

    pub(super) fn class(&self, code: &str) -> i64 {
        self.retakes.get(code).copied().unwrap_or_default()
    }
}

/// The calendar weeks (Monday first) of a period, the first and last cut to it.
pub(super) fn weeks(from: Day, to: Day) -> Vec<(Day, Day)> {
    let mut out = Vec::new();
    let mut first = from;
    while first <= to {
        let left = 6 - i64::from(first.0.weekday().num_days_from_monday());
        let last = first.plus(left).min(to);
        out.push((first, last));
        first = last.plus(1);
    }
    out
}

/// The week of a day.
pub(super) fn week_of(weeks: &[(Day, Day)], day: Day) -> Option<usize> {
    weeks.iter().position(|(first, last)| (*first..=*last).contains(&day))
}

/// How prices stand at the end of each week against the beginning of the period: the mean, over all
/// SKUs that changed in the period, of price ÷ first price. Changes come in the order of time.
#[derive(Debug)]
pub(super) struct PriceIndex {
    first: BTreeMap<i64, (i64, i64)>,
    sum: f64,
    ends: Vec<(f64, usize)>,
}

impl PriceIndex {
    pub(super) fn new(weeks: usize) -> Self {
        Self { first: BTreeMap::new(), sum: 0.0, ends: vec![(0.0, 0); weeks] }
    }

    /// A price of a SKU changed in this week.
    pub(super) fn add(&mut self, week: usize, sku: i64, old: i64, new: i64) {
        // A first price has nothing to be compared with.
        if old <= 0 {
            return;
        }
        let (start, now) = self.first.entry(sku).or_insert_with(|| {
            self.sum += 1.0;
            (old, old)
        });
        self.sum += (new - *now) as f64 / *start as f64;
        *now = new;
        let at = (self.sum, self.first.len());
        if let Some(later) = self.ends.get_mut(week..) {
            later.fill(at);
        }
    }

    /// One figure a week; `None` when no price changed in the whole period.
    pub(super) fn ends(&self) -> Vec<Option<f64>> {
        let all = self.first.len();
        self.ends
            .iter()
            .map(|(sum, seen)| (all > 0).then(|| (sum + (all - seen) as f64) / all as f64))
            .collect()
    }
}

/// A length as a count.
pub(super) fn how_many(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// `未达要求×2、需求变更×1`.
pub(super) fn counted(names: impl Iterator<Item = (&'static str, i64)>) -> String {
    names
        .filter(|(_, n)| *n > 0)
        .map(|(name, n)| format!("{name}×{n}"))
        .collect::<Vec<_>>()
        .join("、")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn weeks_begin_on_monday_and_are_cut_to_the_period() {
        // 2026-11-01 is a Sunday.
        let found = weeks(day("2026-11-01"), day("2026-11-10"));
        let told: Vec<String> = found.iter().map(|(a, b)| format!("{a}/{b}")).collect();
        assert_eq!(
            told,
            ["2026-11-01/2026-11-01", "2026-11-02/2026-11-08", "2026-11-09/2026-11-10"]
        );
        assert_eq!(week_of(&found, day("2026-11-08")), Some(1));
        assert_eq!(week_of(&found, day("2026-11-11")), None);
        assert_eq!(weeks(day("2026-11-23"), day("2026-11-23")).len(), 1);
    }

    #[test]
    fn the_first_version_counts_whatever_comes_back_later() {
        let mut sum = Output::default();
        let late = Work {
            points: 3,
            due: Some(day("2026-11-10")),
            submitted: Some(day("2026-11-11")),
            faults: 2,
            ..Work::default()
        };
        sum.add(&late);
        sum.add(&Work { points: 2, submitted: Some(day("2026-11-11")), ..Work::default() });
        sum.add(&Work { points: 5, approved: true, ..Work::default() });
        assert_eq!((sum.submitted, sum.points_in_time, sum.points_late), (2, 2, 3));
        assert_eq!((sum.dated, sum.on_time, sum.approved, sum.clean), (1, 0, 1, 1));
    }

    #[test]
    fn the_price_index_is_the_mean_over_what_changed() {
        let mut index = PriceIndex::new(3);
        index.add(0, 1, 100, 80);
        index.add(2, 2, 200, 300);
        index.add(2, 1, 80, 100);
        index.add(2, 3, 0, 50);
        let ends: Vec<String> =
            index.ends().into_iter().map(|e| format!("{:.2}", e.unwrap())).collect();
        assert_eq!(ends, ["0.90", "0.90", "1.25"]);
        assert_eq!(PriceIndex::new(2).ends(), [None, None]);
    }
}
