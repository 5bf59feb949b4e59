use jiff::Timestamp;

use super::{Coverage, Facts, Publication, Statement, Version};

impl Facts {
    /// The facts as they could be known at the end of the as-at day.
    ///
    /// What was recorded later is cut away, and what had not ended yet is open again:
    /// a statement signed on Tuesday does not answer a question asked as at Monday.
    #[must_use]
    pub fn as_known(&self) -> Self {
        let mut known = self.clone();
        let later = |at: Timestamp| self.day_of(at) > self.as_at();

        known
            .organisation
            .strategic_changes
            .retain(|change| !later(change.recorded_at));
        known
            .appointments
            .retain(|appointment| !later(appointment.recorded_at));
        for appointment in &mut known.appointments {
            appointment
                .confirmation
                .take_if(|confirmation| later(confirmation.at));
        }
        known
            .statements
            .iter_mut()
            .for_each(|statement| statement.forget(&later));
        known
            .statements
            .retain(|statement| !statement.versions.is_empty());
        known
            .coverages
            .retain(|coverage| !later(coverage.published_at));
        known
            .coverages
            .iter_mut()
            .for_each(|coverage| coverage.forget(&later));
        if let Some(communications) = &mut known.communications {
            communications.retain(|communication| {
                !later(communication.at) && !later(communication.recorded_at)
            });
            for communication in communications {
                communication
                    .endorsements
                    .retain(|endorsement| !later(endorsement.at));
            }
        }
        known
            .trail
            .entries
            .retain(|entry| !later(entry.recorded_at));
        known
            .attachments
            .retain(|attachment| !later(attachment.recorded_at));
        known.rule_changes.retain(|change| !later(change.at));
        for change in &mut known.rule_changes {
            change.decision.take_if(|decision| later(decision.at));
        }
        known.audits.retain(|audit| !later(audit.recorded_at));
        known
    }
}

impl Statement {
    fn forget(&mut self, later: &impl Fn(Timestamp) -> bool) {
        self.versions.retain(|version| !later(version.recorded_at));
        self.versions
            .iter_mut()
            .for_each(|version| version.forget(later));
    }
}

impl Version {
    fn forget(&mut self, later: &impl Fn(Timestamp) -> bool) {
        self.contents.retain(|confirmed| !later(confirmed.at));
        self.signatures.retain(|signature| !later(signature.at));
        for file in self
            .signatures
            .iter_mut()
            .filter_map(|signature| signature.imported.as_mut())
        {
            file.confirmed_at.take_if(|at| later(*at));
        }
        self.publications
            .retain(|publication| !later(publication.at));
        self.publications
            .iter_mut()
            .for_each(|publication| publication.forget(later));
        self.withdrawal.take_if(|withdrawal| later(withdrawal.at));
    }
}

impl Publication {
    fn forget(&mut self, later: &impl Fn(Timestamp) -> bool) {
        self.withdrawn_at.take_if(|at| later(*at));
        self.gaps.retain(|gap| !later(gap.from));
        for gap in &mut self.gaps {
            gap.until.take_if(|at| later(*at));
        }
    }
}

impl Coverage {
    fn forget(&mut self, later: &impl Fn(Timestamp) -> bool) {
        self.ended_at.take_if(|at| later(*at));
        self.exclusions
            .retain(|exclusion| !later(exclusion.recorded_at));
        for duty in &mut self.duties {
            duty.acknowledged_at.take_if(|at| later(*at));
            duty.declined_at.take_if(|at| later(*at));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::{Confirmation, Gap, ImportedFile, Withdrawal};
    use crate::testing::{firm, noon};

    #[test]
    fn everything_recorded_by_the_end_of_the_day_is_known_on_it() {
        assert_eq!(firm().as_known(), firm());
        assert_eq!(firm().as_known().as_known(), firm().as_known());
    }

    #[test]
    fn before_anything_was_recorded_nothing_is_known() {
        let known = firm().asked(2023, 12, 31).as_known();
        assert!(
            known.appointments.is_empty()
                && known.statements.is_empty()
                && known.coverages.is_empty()
        );
        assert!(known.trail.entries.is_empty() && known.attachments.is_empty());
        assert_eq!(known.communications, Some(Vec::new()));
    }

    #[test]
    fn what_ended_later_is_still_open() {
        let mut firm = firm();
        firm.text().withdrawal = Some(Withdrawal {
            by: "dana".into(),
            at: noon("2026-06-16"),
            reason: "replaced".into(),
        });
        firm.published().withdrawn_at = Some(noon("2026-06-16"));
        firm.published().gaps = vec![Gap {
            from: noon("2026-06-15"),
            until: Some(noon("2026-06-16")),
        }];
        firm.coverages[0].ended_at = Some(noon("2026-06-16"));
        let mut known = firm.as_known();
        assert_eq!(known.text().withdrawal, None);
        assert_eq!(known.published().withdrawn_at, None);
        assert_eq!(known.published().gaps[0].until, None);
        assert_eq!(known.coverages[0].ended_at, None);
    }

    #[test]
    fn what_somebody_did_later_has_not_been_done_yet() {
        let mut firm = firm();
        firm.appointments[0].confirmation = Some(Confirmation {
            by: "omar".into(),
            at: noon("2026-06-16"),
        });
        firm.signed().imported = Some(ImportedFile {
            sha256: "aa".into(),
            confirmed_at: Some(noon("2026-06-16")),
        });
        firm.coverages[0].duties[0].acknowledged_at = Some(noon("2026-06-16"));
        let known = firm.as_known();
        assert_eq!(known.appointments[0].confirmation, None);
        assert!(known.statements_in_force().is_empty());
        assert_eq!(known.coverages[0].duties[0].acknowledged_at, None);
    }

    #[test]
    fn the_day_ends_at_midnight_of_the_organisation() {
        let mut firm = firm();
        firm.signed().at = "2026-06-15T21:59:59Z".parse().expect("a time");
        assert_eq!(firm.as_known().statements_in_force().len(), 1);
        firm.signed().at = "2026-06-15T22:00:00Z".parse().expect("a time");
        assert!(firm.as_known().statements_in_force().is_empty());
    }
}
