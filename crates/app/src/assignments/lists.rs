//! Who was asked: as many, and exactly those, as the record of asking them says.

use std::collections::HashMap;

use anyhow::Result;
use futures_util::TryStreamExt;
use futures_util::future::BoxFuture;
use kit::db::Conn;
use kit::id::{OrgId, PersonId};
use kit::reconcile::Difference;
use kit::{Day, Digest};
use record::{Body, Envelope};
use sha2::{Digest as _, Sha256};

use super::store::assigning;

/// A list of people, as its record knows it: how many, and the digest of their pseudonyms in order.
#[derive(Clone, Debug, Default)]
pub(super) struct List {
    people: u64,
    digest: Sha256,
}

impl List {
    /// Adds the next of the list, which is in the order of ids, and since when this person has been
    /// late with an earlier version.
    pub(super) fn push(&mut self, person: &PersonId, late_since: Option<Day>) {
        self.people += 1;
        self.digest.update(person.to_string());
        if let Some(day) = late_since {
            self.digest.update(format!(" {day}"));
        }
        self.digest.update("\n");
    }

    pub(super) fn people(&self) -> u64 {
        self.people
    }

    pub(super) fn digest(&self) -> Digest {
        Digest(self.digest.clone().finalize().into())
    }
}

/// The first record of asking people of whom somebody was dropped, or to whom somebody was added.
pub fn differ(db: &mut Conn, org: OrgId) -> BoxFuture<'_, Result<Option<Difference>>> {
    Box::pin(async move {
        let mut lists: HashMap<String, List> = HashMap::new();
        let mut asked = assigning::asked(db, org).await?;
        while let Some((record, person, late_since)) = asked.try_next().await? {
            lists.entry(record).or_default().push(&person, late_since);
        }
        drop(asked);
        let mut askings = assigning::askings(db, org).await?;
        while let Some(asking) = askings.try_next().await? {
            let list = lists.remove(&asking.id).unwrap_or_default();
            let Body::AcknowledgementRequested(said) = Envelope::parse(&asking.bytes)?.body else {
                continue;
            };
            let digest: record::Digest = list.digest().into();
            if (said.people, said.list) != (list.people(), digest) {
                return Ok(Some(Difference::Differs {
                    what: "assignment.person".to_owned(),
                    index: asking.idx.and_then(|idx| u64::try_from(idx).ok()),
                }));
            }
        }
        Ok(None)
    })
}
