//! What is on record about a person, in the order it was recorded.
//!
//! People stand in records as pseudonyms and get their names here, as far as the reader may know
//! them.

mod store;

use std::collections::{BTreeSet, HashMap};

use anyhow::{Context, Result};
use jiff::tz::TimeZone;
use kit::Moment;
use kit::db::Conn;
use kit::id::{OrgId, PersonId, RecordId};
use kit::words::Speech;
use record::{Body, Disclosure, Envelope};

use super::sight::pseudonym;
use crate::ledger;

/// One entry as a page shows it.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) at: Moment,
    /// When it happened, where it was entered later.
    pub(super) claimed: Option<Moment>,
    pub(super) late: Option<String>,
    pub(super) sentence: String,
    /// Personal facts that the record conceals: name and value.
    pub(super) disclosed: Vec<(String, String)>,
    /// The place in the log; `None` while it waits for one.
    pub(super) place: Option<i64>,
    pub(super) hash: String,
    /// Where the receipt of this act is, for whoever may open it.
    pub(super) receipt: Option<String>,
}

const PAGE: usize = 50;

/// The latest entries before `before`, and where the page before begins.
pub(super) async fn page(
    db: &mut Conn,
    (org, person): (OrgId, PersonId),
    before: Option<RecordId>,
    (speech, zone, names_shown): (&Speech, &TimeZone, bool),
) -> Result<(Vec<Entry>, Option<RecordId>)> {
    let mut rows = store::about(db, org, person, before, PAGE + 1).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|row| row.id);

    let envelopes = rows
        .iter()
        .map(|row| Envelope::parse(&row.bytes).context("a stored record"))
        .collect::<Result<Vec<_>>>()?;
    let bodies: Vec<Body> = envelopes
        .into_iter()
        .map(|envelope| envelope.body)
        .collect();
    let (names, mut disclosed) = if names_shown {
        let names = super::store::names(db, org, bodies.iter().flat_map(people_in)).await?;
        let disclosed = store::disclosures(db, org, rows.iter().map(|row| row.id)).await?;
        (names, disclosed)
    } else {
        let people = bodies.iter().flat_map(people_in);
        let pseudonyms = people.map(|person| (person, pseudonym(person)));
        (pseudonyms.collect(), HashMap::new())
    };
    let entries = rows
        .into_iter()
        .zip(bodies)
        .map(|(row, body)| Entry {
            at: row.at,
            claimed: row.claimed,
            late: row.late,
            sentence: with_names(ledger::said(speech, zone, &body), &names),
            disclosed: said(disclosed.remove(&row.id).unwrap_or_default()),
            place: row.idx,
            hash: hex::encode(row.hash),
            receipt: receipt(&body),
        })
        .collect();
    Ok((entries, next))
}

/// Every person that a record names.
fn people_in(body: &Body) -> Vec<PersonId> {
    let ids: BTreeSet<PersonId> = body
        .args()
        .values()
        .filter_map(|value| value.parse().ok())
        .collect();
    ids.into_iter().collect()
}

fn with_names(sentence: String, names: &HashMap<PersonId, String>) -> String {
    names.iter().fold(sentence, |sentence, (person, name)| {
        sentence.replace(&person.to_string(), name)
    })
}

fn said(disclosures: Vec<String>) -> Vec<(String, String)> {
    disclosures
        .iter()
        .filter_map(|text| Disclosure::parse(text.as_bytes()).ok())
        .map(|field| {
            let value = match field.value {
                serde_json::Value::String(text) => text,
                other => other.to_string(),
            };
            (field.name, value)
        })
        .collect()
}

fn receipt(body: &Body) -> Option<String> {
    match body {
        Body::DocumentSigned(signed) => Some(format!("/signatures/{}/receipt", signed.request)),
        Body::DocumentAcknowledged(read) => {
            Some(format!("/acknowledgements/{}/receipt", read.publication))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_in_a_sentence_get_their_names() {
        let id: PersonId = "per_01JD3KQ8Z5T0V9M4N7P2R6S1XY".parse().unwrap();
        let names = HashMap::from([(id, "Ada".to_owned())]);
        let sentence = with_names(format!("Person {id} joined."), &names);
        assert_eq!(sentence, "Person Ada joined.");
    }

    #[test]
    fn a_record_names_its_people_wherever_they_stand() {
        use record::kinds::{Kind, PersonJoined};
        let body: Body = PersonJoined::sample().into();
        assert_eq!(people_in(&body).len(), 2, "the person and the manager");
    }
}
