//! How a statement stands, from the rows about it, and when somebody is to be reminded.
//!
//! In force means what it means to the rules: signed, its day has come, not withdrawn. Published
//! means that everybody can read it. A text may be one without the other.

use kit::Day;

use crate::documents::{Outcome, Publication, Request};

kit::words_of! {
    /// How a statement stands.
    pub(super) enum Standing {
        Draft = "draft",
        Waiting = "waiting",
        Declined = "declined",
        Signed = "signed",
        Unpublished = "unpublished",
        Announced = "announced",
        InForce = "in-force",
        Ended = "ended",
    }
}

impl Standing {
    /// What holds comes first; then the latest request tells. Requests come the newest first.
    pub(super) fn of(requests: &[Request], publications: &[Publication], today: Day) -> Standing {
        let is_published = |request: &Request| {
            publications
                .iter()
                .any(|publication| publication.version >= request.version)
        };
        let signed = requests.iter().find(|request| request.is_signed());
        let unpublished = signed.filter(|signed| !is_published(signed));
        if unpublished.is_some_and(|signed| signed.is_in_force(today)) {
            return Standing::Unpublished;
        }
        if let Some(current) = publications.iter().find(|it| it.is_current()) {
            let its = |request: &&Request| request.version == current.version;
            let holds = requests
                .iter()
                .find(its)
                .is_none_or(|it| it.is_in_force(today));
            return if holds {
                Standing::InForce
            } else {
                Standing::Announced
            };
        }
        match requests.first().map(|request| &request.outcome) {
            Some(Outcome::Open) => Standing::Waiting,
            Some(Outcome::Declined { .. }) => Standing::Declined,
            Some(Outcome::Signed { .. }) if unpublished.is_some() => Standing::Signed,
            Some(Outcome::Signed { .. }) => Standing::Ended,
            Some(Outcome::Withdrawn { .. } | Outcome::NoLongerNeeded { .. }) | None => {
                Standing::Draft
            }
        }
    }

    /// The mark on the page.
    pub(super) fn mark(self) -> &'static str {
        match self {
            Standing::InForce => "pass",
            Standing::Waiting | Standing::Signed | Standing::Unpublished | Standing::Announced => {
                "doing"
            }
            Standing::Declined => "fail",
            Standing::Draft | Standing::Ended => "to-do",
        }
    }
}

/// Which reminder of a review is due this many days before it; overdue counts as the last.
pub(super) fn review_notice(days_left: i64) -> Option<i64> {
    match days_left {
        31..=60 => Some(60),
        ..=30 => Some(30),
        _ => None,
    }
}

/// Which reminder of a late signature is due: after one day, three, seven, then every week.
/// Never on a weekend; what falls there comes on Monday.
pub(super) fn signature_notice(due_on: Day, today: Day) -> Option<i64> {
    if today.is_weekend() {
        return None;
    }
    match today.days_since(due_on) {
        ..=0 => None,
        1..=2 => Some(1),
        3..=6 => Some(3),
        late => Some(late / 7 * 7),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_review_is_announced_60_and_30_days_before() {
        assert_eq!(review_notice(61), None);
        assert_eq!(review_notice(60), Some(60));
        assert_eq!(review_notice(31), Some(60));
        assert_eq!(review_notice(30), Some(30));
        assert_eq!(review_notice(-5), Some(30));
    }

    #[test]
    fn a_signatory_is_reminded_on_working_days_only() {
        // 17 March 2026 is a Tuesday.
        let due = day("2026-03-17");
        assert_eq!(signature_notice(due, due), None);
        assert_eq!(signature_notice(due, day("2026-03-18")), Some(1));
        assert_eq!(signature_notice(due, day("2026-03-20")), Some(3));
        assert_eq!(signature_notice(due, day("2026-03-21")), None);
        assert_eq!(signature_notice(due, day("2026-03-24")), Some(7));
        assert_eq!(signature_notice(due, day("2026-03-30")), Some(7));
        assert_eq!(signature_notice(due, day("2026-03-31")), Some(14));
    }
}
