//! When somebody is reminded, and where an assignment stands: decided from days alone.

use kit::{Day, Moment};

kit::words_of! {
    /// Why somebody owes.
    pub enum Because { Published = "published", Joined = "joined" }
}

kit::words_of! {
    /// A letter about an assignment.
    pub enum ReminderKind {
        /// The first letter, which asks.
        Told = "told",
        /// By the schedule.
        Reminded = "reminded",
        /// By hand, of the line manager.
        Nudged = "nudged",
        /// To the line manager.
        Escalated = "escalated",
    }
}

kit::words_of! {
    /// Where an assignment stands on a day.
    pub enum Standing {
        Done = "done",
        /// Refused, with a reason; never an acknowledgement.
        Declined = "declined",
        Open = "open",
        Late = "late",
        /// The person left: no longer counted, still on the list with what they did.
        Left = "left",
    }
}

kit::words_of! {
    /// What follows from a refusal.
    pub enum Decision {
        /// Somebody spoke with the person; the refusal stands.
        SpokenWith = "spoken-with",
        /// They are asked again, and owe the acknowledgement as before.
        AskedAgain = "asked-again",
        /// The refusal stands, and management answers for the gap.
        AcceptedAsGap = "accepted-as-gap",
    }
}

impl From<Decision> for record::kinds::words::DecliningDecision {
    fn from(decision: Decision) -> Self {
        match decision {
            Decision::SpokenWith => Self::SpokenWith,
            Decision::AskedAgain => Self::AskedAgain,
            Decision::AcceptedAsGap => Self::AcceptedAsGap,
        }
    }
}

kit::words_of! {
    /// Those who lead, by the register of top management today, and those who are led.
    pub enum Group { Management = "management", Staff = "staff" }
}

/// What became of an assignment, as far as its standing needs it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Assigned {
    pub(super) due_on: Day,
    /// The last day of an earlier version that was let pass; a new version is no clean slate.
    pub(super) late_since: Option<Day>,
    pub(super) acknowledged_at: Option<Moment>,
    pub(super) is_declined: bool,
    pub(super) left_on: Option<Day>,
}

impl Assigned {
    /// Where it stands today.
    pub(super) fn standing(self, today: Day) -> Standing {
        match (self.left_on, self.acknowledged_at) {
            (Some(left_on), _) if left_on < today => Standing::Left,
            (_, Some(_)) => Standing::Done,
            (_, None) if self.is_declined => Standing::Declined,
            (_, None) if self.late_since.is_some() || today > self.due_on => Standing::Late,
            (_, None) => Standing::Open,
        }
    }
}

/// The step of the schedule from which the line manager is told too: the third after the due day.
pub(super) const ESCALATES: i64 = 5;

/// Days between the due day and a step: a week before, on the day, then at widening intervals.
const fn offset(step: i64) -> i64 {
    match step {
        1 => -7,
        2 => 0,
        3 => 3,
        4 => 7,
        later => 7 + 14 * (later - 4),
    }
}

/// The day of a step. What would fall on a weekend comes on Monday.
pub(super) fn day_of(step: i64, due_on: Day) -> Day {
    let mut day = due_on.plus_days(offset(step));
    while day.is_weekend() {
        day = day.plus_days(1);
    }
    day
}

/// The latest step whose day has come; what was missed is not made up for. Nothing at weekends.
pub(super) fn step_due(due_on: Day, today: Day) -> Option<i64> {
    if today.is_weekend() {
        return None;
    }
    (1..)
        .take_while(|step| day_of(*step, due_on) <= today)
        .last()
}

/// A day as a number, so that a nudge can be once a day.
pub(super) fn number_of(day: Day) -> i64 {
    let date = day.0;
    i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn owed(due_on: Day) -> Assigned {
        Assigned {
            due_on,
            late_since: None,
            acknowledged_at: None,
            is_declined: false,
            left_on: None,
        }
    }

    /// The days on which somebody who never acts is reminded.
    fn reminded_on(due: &str, from: &str, days: i64) -> Vec<String> {
        let mut last = step_due(day(due), day(from).plus_days(-1));
        let mut on = Vec::new();
        for today in (0..days).map(|n| day(from).plus_days(n)) {
            let step = step_due(day(due), today);
            if step.is_some() && step > last {
                on.push(today.to_string());
                last = step;
            }
        }
        on
    }

    #[test]
    fn reminders_come_before_on_and_ever_more_rarely_after_the_due_day() {
        let on = reminded_on("2026-03-24", "2026-03-10", 60);
        assert_eq!(
            on,
            [
                "2026-03-17",
                "2026-03-24",
                "2026-03-27",
                "2026-03-31",
                "2026-04-14",
                "2026-04-28"
            ]
        );
    }

    #[test]
    fn nobody_is_reminded_at_a_weekend() {
        // Due on a Saturday: the day itself and the week before move to Monday.
        let on = reminded_on("2026-03-21", "2026-03-10", 9);
        assert_eq!(on, ["2026-03-16"]);
        assert_eq!(step_due(day("2026-03-21"), day("2026-03-21")), None);
        assert_eq!(step_due(day("2026-03-21"), day("2026-03-23")), Some(2));
    }

    #[test]
    fn a_server_that_slept_sends_the_latest_reminder_only() {
        assert_eq!(step_due(day("2026-03-24"), day("2026-04-15")), Some(5));
    }

    #[test]
    fn nothing_is_late_on_the_due_day_itself() {
        let due = day("2026-03-24");
        assert_eq!(owed(due).standing(due), Standing::Open);
        assert_eq!(owed(due).standing(due.plus_days(1)), Standing::Late);
    }

    #[test]
    fn whoever_was_late_with_an_earlier_version_is_late_before_the_new_day() {
        let due = day("2026-03-24");
        let carried = Assigned {
            late_since: Some(day("2026-01-10")),
            ..owed(due)
        };
        assert_eq!(carried.standing(day("2026-03-12")), Standing::Late);
    }

    #[test]
    fn a_refusal_is_neither_open_nor_late_nor_done() {
        let due = day("2026-03-24");
        let declined = Assigned {
            is_declined: true,
            ..owed(due)
        };
        assert_eq!(declined.standing(due), Standing::Declined);
        assert_eq!(declined.standing(due.plus_days(9)), Standing::Declined);
    }

    #[test]
    fn whoever_left_is_no_longer_counted_done_or_not() {
        let (due, today) = (day("2026-03-24"), day("2026-04-24"));
        let left = Assigned {
            left_on: Some(day("2026-03-20")),
            ..owed(due)
        };
        let done = Assigned {
            acknowledged_at: Some(Moment::from_millis(1)),
            ..left
        };
        assert_eq!(left.standing(today), Standing::Left);
        assert_eq!(done.standing(today), Standing::Left);
        assert_eq!(done.standing(day("2026-03-20")), Standing::Done);
    }
}
