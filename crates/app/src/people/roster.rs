//! What is known about a person now is what their records say, one after another.
//!
//! A person's row is overwritten when something changes. Going through the records again shows a
//! name, a first or a last day that somebody wrote into the database without saying so.

use anyhow::Result;
use futures_util::TryStreamExt;
use futures_util::future::BoxFuture;
use kit::Day;
use kit::db::Conn;
use kit::id::{OrgId, PersonId};
use kit::reconcile::Difference;
use record::{Body, Concealed, Disclosure, Envelope};

use super::facts::Fact;
use super::store::{self, Told};

/// The first fact about somebody that no record says.
pub fn differs(db: &mut Conn, org: OrgId) -> BoxFuture<'_, Result<Option<Difference>>> {
    Box::pin(async move {
        let mut told = store::told(db, org).await?;
        let mut last: Option<(Said, Told)> = None;
        while let Some(next) = told.try_next().await? {
            let said = match last.take() {
                Some((said, before)) if before.id == next.id => said,
                Some((said, before)) => {
                    if let Some(found) = said.differs(&before) {
                        return Ok(Some(found));
                    }
                    Said::default()
                }
                None => Said::default(),
            };
            last = Some((said.and(&next)?, next));
        }
        Ok(last.and_then(|(said, person)| said.differs(&person)))
    })
}

/// What the records of a person have said so far.
#[derive(Debug, Default, PartialEq)]
struct Said {
    name: Option<String>,
    unit: Option<String>,
    manager: Option<PersonId>,
    started_on: Option<Day>,
    left_on: Option<Day>,
}

impl Said {
    /// With one more record.
    fn and(mut self, told: &Told) -> Result<Said> {
        let day = |day: record::Day| day.to_string().parse::<Day>();
        match Envelope::parse(&told.record)?.body {
            Body::PersonJoined(joined) => {
                self.name = disclosed(&joined.concealed, told);
                self.unit = joined.unit;
                self.manager = joined
                    .manager
                    .map(|id| id.to_string().parse())
                    .transpose()?;
                self.started_on = Some(day(joined.started_on)?);
                self.left_on = joined.left_on.map(day).transpose()?;
            }
            Body::PersonChanged(changed) => {
                let has = |fact: Fact| changed.changed.iter().any(|word| word == fact.word());
                if has(Fact::Name) {
                    self.name = disclosed(&changed.concealed, told);
                }
                if has(Fact::Unit) {
                    self.unit.clone_from(&changed.unit);
                }
                if has(Fact::Manager) {
                    let manager = changed.manager.as_ref();
                    self.manager = manager.map(|id| id.to_string().parse()).transpose()?;
                }
                if has(Fact::StartedOn) {
                    self.started_on = changed.started_on.map(day).transpose()?;
                }
                if has(Fact::LeftOn) {
                    self.left_on = changed.left_on.map(day).transpose()?;
                }
            }
            Body::PersonLeft(left) => self.left_on = Some(day(left.left_on)?),
            _ => {}
        }
        Ok(self)
    }

    /// Whoever is gone went on a last day that a record names.
    fn differs(&self, person: &Told) -> Option<Difference> {
        let facts = [
            ("name", self.name.as_ref() == Some(&person.name)),
            ("unit", self.unit == person.unit),
            ("manager", self.manager == person.manager),
            ("started_on", self.started_on == Some(person.started_on)),
            ("left_on", self.left_on == person.left_on),
            (
                "left_at",
                person.left_at.is_none() || self.left_on.is_some(),
            ),
        ];
        let (fact, _) = facts.into_iter().find(|(_, agrees)| !agrees)?;
        Some(Difference::Differs {
            what: format!("person.{fact}"),
            index: person.idx.and_then(|idx| u64::try_from(idx).ok()),
        })
    }
}

/// The name behind a record, if it is the one that the record conceals.
fn disclosed(concealed: &Concealed, told: &Told) -> Option<String> {
    let disclosure = Disclosure::parse(told.disclosed.as_deref()?.as_bytes()).ok()?;
    let name = disclosure.value.as_str().map(str::to_owned);
    name.filter(|_| disclosure.name == Fact::Name.word() && concealed.holds(&disclosure))
}
