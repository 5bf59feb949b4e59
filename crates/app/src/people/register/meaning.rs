//! What an office means to laws and standards, and whether an entry counts on a day.

use kit::Day;

use super::store::Listed;

kit::words_of! {
    /// Which rules speak of whoever holds this office.
    pub enum Meaning {
        /// Top management (ISO/IEC 27001 5.1, ISO 9000 3.1.1).
        IsoTopManagement = "iso-top-management",
        /// Management body (NIS2 Art. 20; DORA Art. 5).
        ManagementBody = "management-body",
        /// Senior governing body (23 NYCRR 500.1).
        SeniorGoverningBody = "senior-governing-body",
        /// Highest-ranking executive (23 NYCRR 500.17 (b)).
        HighestRankingExecutive = "highest-ranking-executive",
    }
}

/// Where an entry stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    ToCome,
    InOffice,
    Ended,
}

impl Listed {
    /// The last day in office, where one is known.
    pub(in crate::people) fn until(&self) -> Option<Day> {
        [self.until_on, self.relieved_on]
            .into_iter()
            .flatten()
            .min()
    }

    pub(super) fn standing(&self, day: Day) -> Standing {
        match self.until() {
            _ if day < self.from_on => Standing::ToCome,
            Some(until) if until < day => Standing::Ended,
            _ => Standing::InOffice,
        }
    }

    pub(in crate::people) fn is_in_office(&self, day: Day) -> bool {
        self.standing(day) == Standing::InOffice
    }

    /// The meanings, as words.
    pub(in crate::people) fn meanings(&self) -> impl Iterator<Item = &str> {
        self.meanings.split_whitespace()
    }
}
