//! Dates as HR systems write them.
//!
//! `03/04/2021` is a day in March or in April, and no single cell can say which.
//! The other dates of the file can: one export writes all its dates alike, so the first `25/12/2021` settles every line.
//! Where none does, the person is asked, and the answer is remembered with the mapping.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::problem::Problem;

/// Which part of `03/04/2021` comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    DayFirst,
    MonthFirst,
}

/// A cell with a date in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// There is only one way to read it.
    Plain(Date),
    /// Two numbers before the year that stand either way round: `04/25/2021`, `25/04/2021`, `03/04/2021`.
    Either {
        day_first: Option<Date>,
        month_first: Option<Date>,
    },
}

impl Written {
    /// Reads a cell, or returns `None` when no date is in it. A time of day after the date is passed over.
    pub(super) fn read(cell: &str) -> Option<Self> {
        let cell = without_time(cell);
        if cell.contains(|c: char| !c.is_alphanumeric() && !"-/., ".contains(c)) {
            return None;
        }
        let parts: Vec<&str> = cell
            .split(|c: char| !c.is_alphanumeric())
            .filter(|part| !part.is_empty())
            .collect();
        let [first, second, third] = parts[..] else {
            return None;
        };

        if let Some(month) = month_named(second) {
            return date(third, month, first).map(Self::Plain);
        }
        if let Some(month) = month_named(first) {
            return date(third, month, second).map(Self::Plain);
        }
        if first.len() == 4 {
            return date(first, number(second)?, third).map(Self::Plain);
        }
        if cell.contains('.') {
            return date(third, number(second)?, first).map(Self::Plain);
        }
        Self::either(first, second, third)
    }

    /// The date, once it is known which part comes first.
    pub(super) fn date(self, order: Option<DateOrder>) -> Option<Date> {
        match (self, order) {
            (Self::Plain(date), _) => Some(date),
            (Self::Either { day_first, .. }, Some(DateOrder::DayFirst)) => day_first,
            (Self::Either { month_first, .. }, Some(DateOrder::MonthFirst)) => month_first,
            (Self::Either { .. }, None) => None,
        }
    }

    fn either(first: &str, second: &str, year: &str) -> Option<Self> {
        let day_first = date(year, number(second)?, first);
        let month_first = date(year, number(first)?, second);
        match (day_first, month_first) {
            (None, None) => None,
            (Some(one), Some(other)) if one == other => Some(Self::Plain(one)),
            _ => Some(Self::Either {
                day_first,
                month_first,
            }),
        }
    }
}

/// What the dates of a file say about their order.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    day_first: Option<u64>,
    month_first: Option<u64>,
    undecided: Option<(u64, String)>,
}

impl Evidence {
    pub(super) fn see(&mut self, line: u64, cell: &str) {
        match Written::read(cell) {
            Some(Written::Either {
                month_first: None, ..
            }) => _ = self.day_first.get_or_insert(line),
            Some(Written::Either {
                day_first: None, ..
            }) => _ = self.month_first.get_or_insert(line),
            Some(Written::Either { .. }) => {
                _ = self
                    .undecided
                    .get_or_insert_with(|| (line, cell.to_owned()))
            }
            Some(Written::Plain(_)) | None => {}
        }
    }

    /// The order, `None` when no date depends on it. What the file proves outweighs what was `answered` before.
    pub(super) fn decide(self, answered: Option<DateOrder>) -> Result<Option<DateOrder>, Problem> {
        match (self.day_first, self.month_first, self.undecided) {
            (Some(day_first), Some(month_first), _) => Err(Problem::DatesMixed {
                day_first,
                month_first,
            }),
            (Some(_), None, _) => Ok(Some(DateOrder::DayFirst)),
            (None, Some(_), _) => Ok(Some(DateOrder::MonthFirst)),
            (None, None, None) => Ok(None),
            (None, None, Some((line, value))) => answered
                .map(Some)
                .ok_or(Problem::DatesAmbiguous { line, value }),
        }
    }
}

/// `2021-03-04T00:00:00Z` and `04.03.2021 08:30` without their time.
fn without_time(cell: &str) -> &str {
    let Some(colon) = cell.find(':') else {
        return cell;
    };
    let before = &cell[..colon];
    before
        .rfind(['T', ' '])
        .map_or(cell, |end| before[..end].trim_end())
}

fn month_named(word: &str) -> Option<i8> {
    const MONTHS: [&[&str]; 12] = [
        &["jan", "jän"],
        &["feb"],
        &["mar", "mär", "mrz", "maer"],
        &["apr"],
        &["may", "mai"],
        &["jun"],
        &["jul"],
        &["aug"],
        &["sep"],
        &["oct", "okt"],
        &["nov"],
        &["dec", "dez"],
    ];
    let word = word.to_lowercase();
    let month = MONTHS
        .iter()
        .position(|names| names.iter().any(|name| word.starts_with(name)))?;
    i8::try_from(month + 1).ok()
}

fn number(digits: &str) -> Option<i8> {
    if digits.len() > 2 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

/// A calendar date in a year people are employed in. A year of two digits is not guessed.
fn date(year: &str, month: i8, day: &str) -> Option<Date> {
    if year.len() != 4 {
        return None;
    }
    let year = year
        .parse()
        .ok()
        .filter(|year| (1900..=2200).contains(year))?;
    Date::new(year, month, number(day)?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn plain(cell: &str) -> Option<Date> {
        Written::read(cell).and_then(|written| written.date(None))
    }

    fn decide(cells: &[&str], answered: Option<DateOrder>) -> Result<Option<DateOrder>, Problem> {
        let mut evidence = Evidence::default();
        for (line, cell) in (2..).zip(cells) {
            evidence.see(line, cell);
        }
        evidence.decide(answered)
    }

    #[test]
    fn dates_that_read_only_one_way_need_no_evidence() {
        for cell in [
            "2021-03-04",
            "2021/3/4",
            "2021-03-04T00:00:00Z",
            "2021-03-04 08:30:00",
            "04.03.2021",
            "4.3.2021",
            "04.03.2021 08:30",
            "4 Mar 2021",
            "04-Mar-2021",
            "March 4, 2021",
            "4. März 2021",
        ] {
            assert_eq!(plain(cell), Some(date(2021, 3, 4)), "{cell}");
        }
        assert_eq!(plain("05/05/2021"), Some(date(2021, 5, 5)));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for cell in [
            "",
            "soon",
            "44270",
            "2021-02-30",
            "31.02.2021",
            "13/13/2021",
            "04.03.21",
            "04/03/21",
            "1021-03-04",
            "2021-03",
            "+4.+3.2021",
        ] {
            assert_eq!(Written::read(cell), None, "{cell}");
        }
    }

    #[test]
    fn one_late_day_decides_for_the_whole_file() {
        assert_eq!(
            decide(&["03/04/2021", "25/12/2021"], None),
            Ok(Some(DateOrder::DayFirst))
        );
        assert_eq!(
            decide(&["03/04/2021", "12/25/2021"], None),
            Ok(Some(DateOrder::MonthFirst))
        );
    }

    #[test]
    fn without_evidence_the_person_is_asked() {
        let asked = Problem::DatesAmbiguous {
            line: 2,
            value: "03/04/2021".into(),
        };
        assert_eq!(decide(&["03/04/2021"], None), Err(asked));
        assert_eq!(
            decide(&["03/04/2021"], Some(DateOrder::MonthFirst)),
            Ok(Some(DateOrder::MonthFirst))
        );
    }

    #[test]
    fn evidence_outweighs_an_answer_from_another_time() {
        assert_eq!(
            decide(&["25/12/2021"], Some(DateOrder::MonthFirst)),
            Ok(Some(DateOrder::DayFirst))
        );
    }

    #[test]
    fn a_file_that_contradicts_itself_is_refused_with_both_lines() {
        let mixed = Problem::DatesMixed {
            day_first: 2,
            month_first: 3,
        };
        assert_eq!(decide(&["25/12/2021", "12/25/2021"], None), Err(mixed));
    }

    #[test]
    fn dates_that_read_only_one_way_ask_nothing() {
        assert_eq!(
            decide(&["2021-03-04", "04.03.2021", "", "05/05/2021"], None),
            Ok(None)
        );
    }
}
