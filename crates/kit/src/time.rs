//! Time, handed in. Only [`Clock::system`] asks the machine.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};

/// A point in time to the millisecond, which is as exact as records are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

impl Moment {
    pub const fn from_millis(millis: i64) -> Moment {
        Moment(millis)
    }

    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// As the database keeps it.
    pub const fn as_micros(self) -> i64 {
        self.0 * 1000
    }

    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::MAX)
    }

    /// The calendar day in a zone.
    pub fn day(self, zone: &TimeZone) -> Day {
        Day(self.timestamp().to_zoned(zone.clone()).date())
    }

    pub fn plus(self, duration: SignedDuration) -> Moment {
        Moment(self.0.saturating_add(duration.as_millis() as i64))
    }

    pub fn minus(self, duration: SignedDuration) -> Moment {
        self.plus(-duration)
    }

    /// How long after `earlier` this is; negative when before.
    pub fn since(self, earlier: Moment) -> SignedDuration {
        SignedDuration::from_millis(self.0 - earlier.0)
    }
}

/// RFC 3339 in UTC with exactly three decimals, the form of records.
impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.3}", self.timestamp())
    }
}

/// A text that is not a time in RFC 3339.
#[derive(Debug, thiserror::Error)]
#[error("this is not a time such as 2026-11-22T15:00:00.000Z")]
pub struct NotAMoment;

impl std::str::FromStr for Moment {
    type Err = NotAMoment;
    fn from_str(text: &str) -> Result<Moment, NotAMoment> {
        let timestamp: Timestamp = text.parse().map_err(|_| NotAMoment)?;
        Ok(Moment(timestamp.as_millisecond()))
    }
}

impl serde::Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Moment {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = <String as serde::Deserialize>::deserialize(from)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl From<Moment> for record::Moment {
    fn from(moment: Moment) -> record::Moment {
        record::Moment::from_millis(moment.0)
    }
}

crate::column!(Moment as i64, |micros| Ok(Moment(micros.div_euclid(1000))));

/// A calendar day without a time, `2026-11-22`.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct Day(pub Date);

impl Day {
    pub fn plus_days(self, days: i64) -> Day {
        Day(self.0.saturating_add(Span::new().days(days)))
    }

    /// The same day of a later month; 29 February becomes 28 where there is none.
    pub fn plus_months(self, months: i64) -> Day {
        Day(self.0.saturating_add(Span::new().months(months)))
    }

    /// Days from `earlier` to this one.
    pub fn days_since(self, earlier: Day) -> i64 {
        self.0.duration_since(earlier.0).as_hours() / 24
    }

    pub fn is_weekend(self) -> bool {
        use jiff::civil::Weekday::{Saturday, Sunday};
        matches!(self.0.weekday(), Saturday | Sunday)
    }

    /// The first moment of the day in a zone.
    pub fn start(self, zone: &TimeZone) -> Moment {
        let start = self.0.to_zoned(zone.clone()).map(|zoned| zoned.timestamp());
        Moment(start.unwrap_or(Timestamp::MAX).as_millisecond())
    }

    /// The last millisecond of the day in a zone.
    pub fn end(self, zone: &TimeZone) -> Moment {
        Moment(self.plus_days(1).start(zone).0 - 1)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// A text that is not a calendar day.
#[derive(Debug, thiserror::Error)]
#[error("this is not a date such as 2026-11-22")]
pub struct NotADay;

impl std::str::FromStr for Day {
    type Err = NotADay;
    fn from_str(text: &str) -> Result<Day, NotADay> {
        if text.len() != 10 {
            return Err(NotADay);
        }
        text.parse().map(Day).map_err(|_| NotADay)
    }
}

impl From<Day> for record::Day {
    fn from(day: Day) -> record::Day {
        record::Day(day.0)
    }
}

crate::column!(Day as String, |text| Ok(text.parse()?));

/// Tells the time: the machine's, or one that moves only when told.
#[derive(Clone, Debug)]
pub struct Clock(Option<Arc<AtomicI64>>);

impl Clock {
    pub fn system() -> Clock {
        Clock(None)
    }

    /// A clock that stands at `moment` until it is set.
    pub fn standing(moment: Moment) -> Clock {
        Clock(Some(Arc::new(AtomicI64::new(moment.0))))
    }

    /// Moves a standing clock; the machine's cannot be moved.
    pub fn set(&self, moment: Moment) {
        if let Some(standing) = &self.0 {
            standing.store(moment.0, Ordering::SeqCst);
        }
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that asks for the time"
    )]
    pub fn now(&self) -> Moment {
        match &self.0 {
            Some(standing) => Moment(standing.load(Ordering::SeqCst)),
            None => Moment(Timestamp::now().as_millisecond()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_with_three_decimals() {
        let moment = Moment::from_millis(1_795_359_600_000);
        assert_eq!(moment.to_string(), "2026-11-22T15:00:00.000Z");
        assert_eq!(moment.to_string().parse::<Moment>().unwrap(), moment);
    }

    #[test]
    fn a_year_after_a_leap_day_is_the_28th() {
        let leap: Day = "2028-02-29".parse().unwrap();
        assert_eq!(leap.plus_months(12).to_string(), "2029-02-28");
    }

    #[test]
    fn the_last_millisecond_belongs_to_the_day() {
        let day: Day = "2026-03-29".parse().unwrap();
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        assert_eq!(day.end(&berlin).day(&berlin), day);
        assert_eq!(
            day.end(&berlin)
                .plus(SignedDuration::from_millis(1))
                .day(&berlin),
            day.plus_days(1)
        );
    }
}
