//! Who owes acknowledgement of what, put together from publications and assignments.

use std::collections::BTreeMap;

use kit::Moment;
use rules::facts::{Coverage, Duty};

use super::store::{DutyRow, PublicationRow};

/// The audience that includes whoever is there and whoever joins.
pub(super) const EVERYONE: &str = "everyone";

/// A published version that asks for acknowledgement, with when each person was asked.
#[derive(Debug)]
pub(super) struct Asked {
    coverage: Coverage,
    duties: Vec<DutyRow>,
}

/// One entry for each publication that binds somebody.
pub(super) fn of(publications: &[PublicationRow], duties: Vec<DutyRow>) -> Vec<Asked> {
    let mut by_publication: BTreeMap<String, Vec<DutyRow>> = BTreeMap::new();
    for duty in duties {
        match by_publication.get_mut(&duty.publication) {
            Some(duties) => duties.push(duty),
            None => {
                by_publication.insert(duty.publication.clone(), vec![duty]);
            }
        }
    }
    publications
        .iter()
        .enumerate()
        .filter_map(|(place, publication)| {
            let duties = by_publication.remove(&publication.id).unwrap_or_default();
            asks(publication, &duties).then(|| Asked {
                coverage: coverage(publication, &publications[place + 1..]),
                duties,
            })
        })
        .collect()
}

/// A change of wording that nobody is asked to read again leaves the earlier duty as it was.
fn asks(publication: &PublicationRow, duties: &[DutyRow]) -> bool {
    publication.change != "editorial" || !duties.is_empty()
}

fn coverage(publication: &PublicationRow, later: &[PublicationRow]) -> Coverage {
    let replaced_at = later
        .iter()
        .find(|next| next.document == publication.document && next.change != "editorial")
        .map(|next| next.published_at);
    let ended_at = publication
        .withdrawn_at
        .into_iter()
        .chain(replaced_at)
        .min();
    Coverage {
        document: publication.document.clone(),
        kind: publication.kind.clone(),
        title: publication.title.clone(),
        version: u32::try_from(publication.version).unwrap_or_default(),
        published_at: publication.published_at.timestamp(),
        ended_at: ended_at.map(Moment::timestamp),
        binds_everyone: publication.audience == EVERYONE,
        duties: Vec::new(),
        exclusions: Vec::new(),
    }
}

impl Asked {
    /// Who had been asked by the end of a day, and had answered by then.
    pub(super) fn known(&self, end: Moment) -> Coverage {
        let asked = self.duties.iter().filter(|duty| duty.assigned_at <= end);
        Coverage {
            duties: asked
                .map(|duty| Duty {
                    person: duty.person.clone(),
                    due_on: duty.due_on.0,
                    acknowledged_at: duty.acknowledged_at.map(Moment::timestamp),
                })
                .collect(),
            ..self.coverage.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{PublicationRow, of};
    use crate::readiness::store::DutyRow;

    fn publication(version: i64, change: &str, on: &str) -> PublicationRow {
        PublicationRow {
            id: format!("pub_{version}"),
            document: "doc_1".into(),
            kind: "statement".into(),
            title: "Security statement".into(),
            version,
            change: change.into(),
            audience: "everyone".into(),
            published_at: format!("{on}T09:00:00Z").parse().unwrap(),
            withdrawn_by: None,
            withdrawn_at: None,
            reason: None,
        }
    }

    fn duty(person: &str, assigned: &str) -> DutyRow {
        DutyRow {
            publication: "pub_1".into(),
            person: person.into(),
            assigned_at: format!("{assigned}T09:00:00Z").parse().unwrap(),
            due_on: "2026-04-01".parse().unwrap(),
            acknowledged_at: None,
        }
    }

    #[test]
    fn a_newer_version_ends_what_the_older_asked() {
        let asked = of(
            &[
                publication(1, "first", "2026-01-10"),
                publication(2, "material", "2026-03-10"),
            ],
            Vec::new(),
        );
        assert_eq!(
            asked[0].coverage.ended_at,
            Some("2026-03-10T09:00:00Z".parse().unwrap())
        );
        assert_eq!(asked[1].coverage.ended_at, None);
    }

    #[test]
    fn a_change_of_wording_leaves_the_older_duty_as_it_was() {
        let asked = of(
            &[
                publication(1, "first", "2026-01-10"),
                publication(2, "editorial", "2026-03-10"),
            ],
            vec![duty("sam", "2026-01-10")],
        );
        assert_eq!(asked.len(), 1);
        assert_eq!(asked[0].coverage.ended_at, None);
    }

    #[test]
    fn who_was_asked_later_did_not_owe_it_before() {
        let asked = of(
            &[publication(1, "first", "2026-01-10")],
            vec![duty("kim", "2026-03-01"), duty("sam", "2026-01-10")],
        );
        let before = asked[0].known("2026-02-28T23:00:00Z".parse().unwrap());
        assert_eq!(before.duties.len(), 1);
        assert_eq!(before.duties[0].person, "sam");
    }
}
