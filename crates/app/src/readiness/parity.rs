//! Management beside staff: who of each has acknowledged what is asked of everybody.

use std::collections::HashSet;

use rules::facts::{Coverage, Facts};

/// One published version, counted twice: for those who lead and for those who are led.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parity {
    pub(super) document: String,
    pub(super) title: String,
    pub(super) version: u32,
    pub(super) management: Share,
    pub(super) staff: Share,
}

/// How many of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Share {
    pub(super) done: usize,
    pub(super) owed: usize,
}

/// One entry for each version whose acknowledgement is asked for on the day.
pub(super) fn of(facts: &Facts) -> Vec<Parity> {
    let known = facts.as_known();
    let managers: HashSet<&str> = known.top_managers(known.as_at()).into_iter().collect();
    known
        .current_coverages()
        .map(|coverage| compare(&known, coverage, &managers))
        .collect()
}

fn compare(facts: &Facts, coverage: &Coverage, managers: &HashSet<&str>) -> Parity {
    let (mut management, mut staff) = (Share::default(), Share::default());
    for duty in facts.owed(coverage) {
        let share = if managers.contains(duty.person.as_str()) {
            &mut management
        } else {
            &mut staff
        };
        share.owed += 1;
        share.done += usize::from(duty.acknowledged_at.is_some());
    }
    Parity {
        document: coverage.document.clone(),
        title: coverage.title.clone(),
        version: coverage.version,
        management,
        staff,
    }
}

impl Share {
    /// In whole percent, rounded down; nothing of nothing is nothing.
    pub(super) fn percent(self) -> usize {
        (self.done * 100).checked_div(self.owed).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn a_share_is_rounded_down_so_that_one_missing_is_never_hidden() {
        let share = |done, owed| Share { done, owed }.percent();
        assert_eq!(share(999, 1000), 99);
        assert_eq!(share(0, 0), 0);
        assert_eq!(share(4, 4), 100);
    }
}
