//! Times and days as records write them.
//!
//! ```text
//! Moment  2026-11-22T15:00:00.000Z   RFC 3339, UTC, exactly three decimals
//! Day     2026-11-22                 ISO 8601 calendar date, no zone
//! ```

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::text_form::text_form;

/// A point in time in whole milliseconds since 1970, never before it: leaves count in unsigned milliseconds.
///
/// ```
/// let moment: record::Moment = "2026-11-22T15:00:00.000Z".parse()?;
/// assert_eq!(moment.as_millis(), 1_795_359_600_000);
/// assert!("2026-11-22T15:00:00Z".parse::<record::Moment>().is_err());
/// # Ok::<(), record::moment::NotAMoment>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(Timestamp);

/// The text is not RFC 3339 in UTC with exactly three decimals, or lies before 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("A time is written like 2026-11-22T15:00:00.000Z.")]
pub struct NotAMoment;

impl Moment {
    /// The moment this many milliseconds after the start of 1970; before it and after 9999 the nearest that can be written.
    pub fn from_millis(millis: i64) -> Self {
        Self(Timestamp::from_millisecond(millis.max(0)).unwrap_or(Timestamp::MAX))
    }

    /// Milliseconds since the start of 1970 (UTC).
    pub fn as_millis(self) -> u64 {
        u64::try_from(self.0.as_millisecond()).unwrap_or(0)
    }
}

impl From<Timestamp> for Moment {
    fn from(timestamp: Timestamp) -> Self {
        Self::from_millis(timestamp.as_millisecond())
    }
}

impl From<Moment> for Timestamp {
    fn from(moment: Moment) -> Self {
        moment.0
    }
}

impl FromStr for Moment {
    type Err = NotAMoment;

    fn from_str(text: &str) -> Result<Self, NotAMoment> {
        // Only one spelling may pass: '2026-11-22t15:00:00,000z' and offsets are valid for the parser, not for a record.
        let shape = b"dddd-dd-ddTdd:dd:dd.dddZ";
        let fits = |(byte, form): (u8, &u8)| {
            if *form == b'd' {
                byte.is_ascii_digit()
            } else {
                byte == *form
            }
        };
        if text.len() != shape.len() || !text.bytes().zip(shape).all(fits) {
            return Err(NotAMoment);
        }
        let timestamp: Timestamp = text.parse().map_err(|_| NotAMoment)?;
        // A leap second (:60) is folded by the parser and would not read back.
        if timestamp < Timestamp::UNIX_EPOCH || &text[17..19] == "60" {
            return Err(NotAMoment);
        }
        Ok(Self(timestamp))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3}", self.0)
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A calendar day of the years 0000 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub Date);

/// The text is not a calendar day such as 2026-11-22.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("A date is written like 2026-11-22.")]
pub struct NotADay;

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(date)
    }
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let date: Date = text.parse().map_err(|_| NotADay)?;
        if date.year() >= 0 && date.to_string() == text {
            Ok(Self(date))
        } else {
            Err(NotADay)
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

text_form!(Moment, Day);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_reads_back_as_written() {
        for text in [
            "1970-01-01T00:00:00.000Z",
            "2026-11-22T15:00:00.042Z",
            "9999-12-30T22:00:00.999Z",
        ] {
            assert_eq!(text.parse::<Moment>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn another_spelling_of_a_moment_is_refused() {
        for text in [
            "2026-11-22T15:00:00Z",
            "2026-11-22T15:00:00.0000Z",
            "2026-11-22 15:00:00.000Z",
            "2026-11-22t15:00:00.000z",
            "2026-11-22T15:00:00,000Z",
            "2026-11-22T16:00:00.000+01:00",
            "2026-02-30T15:00:00.000Z",
            "2016-12-31T23:59:60.000Z",
            "1969-12-31T23:59:59.999Z",
            "",
        ] {
            assert_eq!(text.parse::<Moment>(), Err(NotAMoment), "{text}");
        }
    }

    #[test]
    fn a_time_before_1970_becomes_1970() {
        assert_eq!(Moment::from_millis(-1).as_millis(), 0);
    }

    #[test]
    fn another_spelling_of_a_day_is_refused() {
        assert_eq!(
            "2026-11-22".parse::<Day>().unwrap().to_string(),
            "2026-11-22"
        );
        for text in [
            "20261122",
            "2026-11-22T00:00:00",
            "2026-02-30",
            "-000001-01-01",
            "",
        ] {
            assert_eq!(text.parse::<Day>(), Err(NotADay), "{text}");
        }
    }
}
