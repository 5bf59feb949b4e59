//! Collects findings, so that a pack with a million faults still has a report a person can hold.

use std::collections::BTreeMap;

use crate::finding::{Code, Finding};

/// How many of one code are listed.
const LISTED: u64 = 1000;

#[derive(Default)]
pub(super) struct Found {
    listed: Vec<Finding>,
    counts: BTreeMap<Code, u64>,
}

impl Found {
    pub(super) fn add(&mut self, finding: Finding) {
        let count = self.counts.entry(finding.code).or_default();
        *count += 1;
        if *count <= LISTED {
            self.listed.push(finding);
        }
    }

    pub(super) fn any(&self, matches: impl Fn(&Finding) -> bool) -> bool {
        self.listed.iter().any(matches)
    }

    /// The findings, worst first, and how many of each code were left out.
    pub(super) fn into_sorted(mut self) -> (Vec<Finding>, BTreeMap<Code, u64>) {
        self.listed
            .sort_by_key(|finding| (finding.severity, finding.code, finding.index));
        self.counts.retain(|_, count| *count > LISTED);
        self.counts.values_mut().for_each(|count| *count -= LISTED);
        (self.listed, self.counts)
    }
}
