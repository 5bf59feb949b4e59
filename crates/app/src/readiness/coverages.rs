//! Who owes acknowledgement of what, put together from publications and assignments.

use std::collections::BTreeMap;

use kit::Moment;
use rules::facts::{Coverage, Duty};

use super::store::{DecliningRow, DutyRow, PublicationRow};

/// The audience that includes whoever is there and whoever joins.
pub(super) const EVERYONE: &str = "everyone";

/// A published text that asks for acknowledgement, with when each person was asked. A change of
/// wording asks for the same: whoever acknowledged before it has done so.
#[derive(Debug)]
pub(super) struct Asked {
    coverage: Coverage,
    /// The first publication and those that changed its wording.
    wordings: Vec<Wording>,
    replaced_at: Option<Moment>,
    duties: Vec<Owed>,
}

/// One duty with the refusals of the person, which are few.
#[derive(Debug)]
struct Owed {
    duty: DutyRow,
    /// From when until when a refusal stood, or stands.
    refusals: Vec<(Moment, Option<Moment>)>,
}

#[derive(Debug)]
struct Wording {
    published_at: Moment,
    withdrawn_at: Option<Moment>,
}

/// From when until when somebody's refusal of a publication stood.
type Refusals<'a> = BTreeMap<(&'a str, &'a str), Vec<(Moment, Option<Moment>)>>;

fn refusals_of(declinings: &[DecliningRow]) -> Refusals<'_> {
    let mut refusals = Refusals::new();
    for it in declinings {
        let of = (it.publication.as_str(), it.person.as_str());
        let stood = (it.declined_at, it.asked_again_at);
        refusals.entry(of).or_default().push(stood);
    }
    refusals
}

/// One entry for each publication that changed what is asked.
pub(super) fn of(
    publications: &[PublicationRow],
    duties: Vec<DutyRow>,
    declinings: &[DecliningRow],
) -> Vec<Asked> {
    let refusals = refusals_of(declinings);
    let mut by_publication: BTreeMap<String, Vec<Owed>> = BTreeMap::new();
    for duty in duties {
        let owed = Owed::of(duty, &refusals);
        match by_publication.get_mut(&owed.duty.publication) {
            Some(duties) => duties.push(owed),
            None => {
                by_publication.insert(owed.duty.publication.clone(), vec![owed]);
            }
        }
    }
    let mut asked: Vec<Asked> = Vec::new();
    for publication in publications {
        let duties = by_publication.remove(&publication.id).unwrap_or_default();
        let is_same = |asked: &&mut Asked| asked.coverage.document == publication.document;
        match asked.iter_mut().rev().find(is_same) {
            Some(before) if publication.change == "editorial" => before.reword(publication, duties),
            before => {
                if let Some(before) = before {
                    before.replaced_at = Some(publication.published_at);
                }
                asked.push(Asked::by(publication, duties));
            }
        }
    }
    asked
}

impl Asked {
    fn by(publication: &PublicationRow, duties: Vec<Owed>) -> Asked {
        Asked {
            coverage: Coverage {
                document: publication.document.clone(),
                kind: publication.kind.clone(),
                title: publication.title.clone(),
                version: u32::try_from(publication.version).unwrap_or_default(),
                published_at: publication.published_at.timestamp(),
                ended_at: None,
                binds_everyone: publication.audience == EVERYONE,
                duties: Vec::new(),
                exclusions: Vec::new(),
            },
            wordings: vec![Wording::of(publication)],
            replaced_at: None,
            duties,
        }
    }

    fn reword(&mut self, publication: &PublicationRow, duties: Vec<Owed>) {
        self.wordings.push(Wording::of(publication));
        self.duties.extend(duties);
    }

    /// Who had been asked by the end of a day, and had answered by then.
    pub(super) fn known(&self, end: Moment) -> Coverage {
        let asked = self.duties.iter().filter(|it| it.duty.assigned_at <= end);
        let duties = asked.map(|it| it.known(end));
        Coverage {
            ended_at: self.ended_at(end).map(Moment::timestamp),
            duties: once_each(duties.collect()),
            ..self.coverage.clone()
        }
    }

    /// The wording that held on the day may be withdrawn; an earlier one no longer counts.
    fn ended_at(&self, end: Moment) -> Option<Moment> {
        let mut held = self.wordings.iter().rev();
        let held = held.find(|wording| wording.published_at <= end);
        let withdrawn_at = held.and_then(|wording| wording.withdrawn_at);
        withdrawn_at.into_iter().chain(self.replaced_at).min()
    }
}

impl Owed {
    fn of(duty: DutyRow, refusals: &Refusals<'_>) -> Owed {
        let theirs = refusals.get(&(duty.publication.as_str(), duty.person.as_str()));
        Owed {
            refusals: theirs.cloned().unwrap_or_default(),
            duty,
        }
    }

    fn known(&self, end: Moment) -> Duty {
        let stood = |(at, until): &&(Moment, Option<Moment>)| {
            *at <= end && until.is_none_or(|until| until > end)
        };
        let declined = self.refusals.iter().find(stood);
        Duty {
            person: self.duty.person.clone(),
            due_on: self.duty.due_on.0,
            acknowledged_at: self.duty.acknowledged_at.map(Moment::timestamp),
            declined_at: declined.map(|(at, _)| at.timestamp()),
            late_since: self.duty.late_since.map(|day| day.0),
        }
    }
}

impl Wording {
    fn of(publication: &PublicationRow) -> Wording {
        Wording {
            published_at: publication.published_at,
            withdrawn_at: publication.withdrawn_at,
        }
    }
}

/// Whoever was asked again with another wording owes once: by the first day, and any answer counts.
fn once_each(mut duties: Vec<Duty>) -> Vec<Duty> {
    duties.sort_by(|a, b| a.person.cmp(&b.person));
    duties.dedup_by(|again, first| {
        let is_same = again.person == first.person;
        if is_same {
            first.due_on = first.due_on.min(again.due_on);
            let answers = [first.acknowledged_at, again.acknowledged_at];
            first.acknowledged_at = answers.into_iter().flatten().min();
            first.declined_at = first.declined_at.or(again.declined_at);
            first.late_since = first.late_since.or(again.late_since);
        }
        is_same
    });
    duties
}

#[cfg(test)]
mod tests {
    use kit::Moment;

    use super::{PublicationRow, of};
    use crate::readiness::store::{DecliningRow, DutyRow};

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

    fn at(day: &str) -> Moment {
        format!("{day}T09:00:00Z").parse().unwrap()
    }

    fn duty(person: &str, assigned: &str) -> DutyRow {
        DutyRow {
            publication: "pub_1".into(),
            person: person.into(),
            assigned_at: format!("{assigned}T09:00:00Z").parse().unwrap(),
            due_on: "2026-04-01".parse().unwrap(),
            late_since: None,
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
            &[],
        );
        assert_eq!(
            asked[0].known(at("2026-04-01")).ended_at,
            Some("2026-03-10T09:00:00Z".parse().unwrap())
        );
        assert_eq!(asked[1].known(at("2026-04-01")).ended_at, None);
    }

    #[test]
    fn a_change_of_wording_leaves_the_older_duty_as_it_was() {
        let asked = of(
            &[
                publication(1, "first", "2026-01-10"),
                publication(2, "editorial", "2026-03-10"),
            ],
            vec![duty("sam", "2026-01-10")],
            &[],
        );
        assert_eq!(asked.len(), 1);
        assert_eq!(asked[0].known(at("2026-04-01")).ended_at, None);
    }

    #[test]
    fn who_is_asked_again_with_another_wording_owes_once_by_the_first_day() {
        let again = DutyRow {
            publication: "pub_2".into(),
            due_on: "2026-05-01".parse().unwrap(),
            acknowledged_at: Some(at("2026-03-20")),
            ..duty("sam", "2026-03-10")
        };
        let asked = of(
            &[
                publication(1, "first", "2026-01-10"),
                publication(2, "editorial", "2026-03-10"),
            ],
            vec![duty("sam", "2026-01-10"), again],
            &[],
        );
        let known = asked[0].known(at("2026-04-01"));
        assert_eq!(known.duties.len(), 1);
        assert_eq!(known.duties[0].due_on, "2026-04-01".parse().unwrap());
        assert!(known.duties[0].acknowledged_at.is_some());
    }

    #[test]
    fn only_the_withdrawal_of_the_wording_that_holds_ends_it() {
        let mut first = publication(1, "first", "2026-01-10");
        first.withdrawn_at = Some(at("2026-02-01"));
        let second = publication(2, "editorial", "2026-03-10");
        let asked = of(&[first, second], Vec::new(), &[]);
        assert!(asked[0].known(at("2026-02-10")).ended_at.is_some());
        assert_eq!(asked[0].known(at("2026-03-10")).ended_at, None);
    }

    #[test]
    fn who_was_asked_later_did_not_owe_it_before() {
        let asked = of(
            &[publication(1, "first", "2026-01-10")],
            vec![duty("kim", "2026-03-01"), duty("sam", "2026-01-10")],
            &[],
        );
        let before = asked[0].known("2026-02-28T23:00:00Z".parse().unwrap());
        assert_eq!(before.duties.len(), 1);
        assert_eq!(before.duties[0].person, "sam");
    }

    #[test]
    fn a_refusal_stands_until_somebody_asks_again() {
        let declining = DecliningRow {
            publication: "pub_1".into(),
            person: "sam".into(),
            declined_at: at("2026-01-20"),
            asked_again_at: Some(at("2026-02-10")),
        };
        let asked = of(
            &[publication(1, "first", "2026-01-10")],
            vec![duty("sam", "2026-01-10")],
            &[declining],
        );
        let declined = |day| asked[0].known(at(day)).duties[0].declined_at.is_some();
        assert!(!declined("2026-01-19") && declined("2026-02-09") && !declined("2026-02-10"));
    }
}
