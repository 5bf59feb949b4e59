//! Arithmetic with days.
//!
//! “12 months” runs to the same day of next year, that day included; from 29 February to 28 February.
//! A last day is never moved for a weekend: the stricter calendar day counts.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::outcome::{Lateness, State};

/// From this many days before the last day on, a result is due soon.
const SOON: i64 = 30;

/// A span that has to be kept, from a day on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Deadline {
    from: Date,
    pub(crate) last_day: Date,
}

impl Deadline {
    pub(crate) fn months_after(from: Date, months: u32) -> Self {
        Self {
            from,
            last_day: months_later(from, months),
        }
    }

    pub(crate) fn days_after(from: Date, days: u32) -> Self {
        Self {
            from,
            last_day: days_later(from, days),
        }
    }

    /// Pass, due soon or fail, seen from a day.
    pub(crate) fn state(self, today: Date) -> State {
        match days_between(today, self.last_day) {
            left if left < 0 => State::Fail,
            left if left <= SOON => State::DueSoon,
            _ => State::Pass,
        }
    }

    /// How far past the last day a day is, measured against the span.
    pub(crate) fn lateness(self, today: Date) -> Option<Lateness> {
        let days = days_between(self.last_day, today);
        (days > 0).then(|| Lateness {
            days,
            interval: days_between(self.from, self.last_day),
        })
    }
}

/// The same day some months later; the last day of a shorter month.
pub(crate) fn months_later(date: Date, months: u32) -> Date {
    date.saturating_add(i64::from(months).months())
}

/// The same day some months before; the last day of a shorter month.
pub(crate) fn months_before(date: Date, months: u32) -> Date {
    date.saturating_sub(i64::from(months).months())
}

/// Some days later: the day after the event is day one.
pub(crate) fn days_later(date: Date, days: u32) -> Date {
    date.saturating_add(i64::from(days).days())
}

/// Whole days from one date to another; negative if the second is earlier.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    i64::from((to - from).get_days())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn twelve_months_run_to_the_same_day_of_next_year_inclusive() {
        let deadline = Deadline::months_after(date(2025, 6, 15), 12);
        assert_eq!(deadline.state(date(2026, 6, 15)), State::DueSoon);
        assert_eq!(deadline.state(date(2026, 6, 16)), State::Fail);
    }

    #[test]
    fn twelve_months_from_the_leap_day_end_on_28_february() {
        assert_eq!(
            Deadline::months_after(date(2024, 2, 29), 12).last_day,
            date(2025, 2, 28)
        );
    }

    #[test]
    fn thirty_days_before_the_last_day_it_is_due_soon_and_not_earlier() {
        let deadline = Deadline::months_after(date(2025, 6, 30), 12);
        assert_eq!(deadline.state(date(2026, 5, 31)), State::DueSoon);
        assert_eq!(deadline.state(date(2026, 5, 30)), State::Pass);
    }

    #[test]
    fn lateness_counts_from_the_day_after_the_last_day() {
        let deadline = Deadline::days_after(date(2026, 1, 1), 60);
        assert_eq!(deadline.last_day, date(2026, 3, 2));
        assert_eq!(deadline.lateness(date(2026, 3, 2)), None);
        assert_eq!(
            deadline.lateness(date(2026, 3, 3)),
            Some(Lateness {
                days: 1,
                interval: 60
            })
        );
    }

    #[test]
    fn the_end_of_the_calendar_does_not_panic() {
        assert_eq!(months_later(Date::MAX, 12), Date::MAX);
    }
}
