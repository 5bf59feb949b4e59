//! Whose key it is: enrolled, confirmed by somebody else, revoked; settled when the whole log is known.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use record::kinds::{PasskeyConfirmed, PasskeyEnrolled, PasskeyRevoked};
use record::{Digest, Id, Moment};

use super::found::Found;
use super::{Confirmed, Signer};
use crate::finding::{Code, Finding};
use crate::trust::Trust;

#[derive(Debug, Default)]
pub(super) struct Keys {
    enrolled: HashMap<Digest, Enrolled>,
    used: Vec<Used>,
}

#[derive(Debug)]
struct Enrolled {
    index: u64,
    person: Id,
    key: Digest,
    /// By whom else, and in which record.
    confirmed: Vec<(Id, u64)>,
    revoked: Option<(u64, Option<Moment>)>,
}

/// A passkey signature that verifies.
#[derive(Debug)]
pub(super) struct Used {
    pub(super) index: u64,
    pub(super) at: Moment,
    pub(super) person: Id,
    /// SHA-256 of the credential's id.
    pub(super) credential: Digest,
    /// SHA-256 of the COSE key that verified.
    pub(super) key: Digest,
}

/// How well the signing keys are tied to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) keys: usize,
    pub(super) seen_by_auditor: usize,
    pub(super) confirmed_in_log: usize,
}

impl Keys {
    pub(super) fn enrol(&mut self, index: u64, enrolled: &PasskeyEnrolled) {
        let (person, key) = (enrolled.person.clone(), enrolled.key);
        // The first enrolment counts: a second one cannot hand a credential to somebody else.
        self.enrolled
            .entry(enrolled.credential)
            .or_insert(Enrolled {
                index,
                person,
                key,
                confirmed: Vec::new(),
                revoked: None,
            });
    }

    pub(super) fn confirm(
        &mut self,
        index: u64,
        confirmed: &PasskeyConfirmed,
        by_themselves: bool,
    ) {
        let counts = confirmed.by != confirmed.person && !by_themselves;
        let key = self.enrolled.get_mut(&confirmed.credential);
        if let Some(key) = key.filter(|key| counts && key.person == confirmed.person) {
            key.confirmed.push((confirmed.by.clone(), index));
        }
    }

    pub(super) fn revoke(&mut self, index: u64, revoked: &PasskeyRevoked) {
        if let Some(key) = self.enrolled.get_mut(&revoked.credential) {
            key.revoked
                .get_or_insert((index, revoked.compromised_since));
        }
    }

    pub(super) fn sign(&mut self, used: Used) {
        self.used.push(used);
    }

    pub(super) fn verified(&self) -> u64 {
        self.used.len() as u64
    }

    pub(super) fn conclude(&self, trust: Option<&Trust>, found: &mut Found) {
        self.used
            .iter()
            .for_each(|used| self.judge(used, trust, found));
    }

    /// Counts keys, not signatures: one confirmation covers all that a key signed.
    pub(super) fn standing(&self, trust: Option<&Trust>) -> Standing {
        let keys: BTreeSet<(&Id, Digest, Digest)> = self
            .used
            .iter()
            .map(|used| (&used.person, used.credential, used.key))
            .collect();
        let confirmed = |credential: &Digest| {
            self.enrolled
                .get(credential)
                .is_some_and(|key| !key.confirmed.is_empty())
        };
        let seen = |person: &Id, key: &Digest| {
            trust.is_some_and(|trust| knows(trust, person, key) == Some(true))
        };
        Standing {
            keys: keys.len(),
            seen_by_auditor: keys
                .iter()
                .filter(|(person, _, key)| seen(person, key))
                .count(),
            confirmed_in_log: keys
                .iter()
                .filter(|(person, credential, key)| confirmed(credential) && !seen(person, key))
                .count(),
        }
    }

    /// Each key that signed, with those who say whose it is.
    pub(super) fn signers(
        &self,
        trust: Option<&Trust>,
        names: &HashMap<Id, String>,
    ) -> Vec<Signer> {
        let mut signers: BTreeMap<(&Id, Digest), Signer> = BTreeMap::new();
        for used in &self.used {
            let signer = signers
                .entry((&used.person, used.credential))
                .or_insert_with(|| self.signer(used, trust, names));
            signer.records.push(used.index);
        }
        signers.into_values().collect()
    }

    fn signer(&self, used: &Used, trust: Option<&Trust>, names: &HashMap<Id, String>) -> Signer {
        let key = self.enrolled.get(&used.credential);
        let key = key.filter(|key| key.person == used.person && key.key == used.key);
        let confirmations = key.map_or(&[][..], |key| &key.confirmed);
        Signer {
            person: used.person.clone(),
            name: names.get(&used.person).cloned(),
            credential: used.credential,
            key: used.key,
            records: Vec::new(),
            enrolled: key.map(|key| key.index),
            seen_by_auditor: trust
                .is_some_and(|trust| knows(trust, &used.person, &used.key) == Some(true)),
            confirmed: confirmations
                .iter()
                .map(|(by, record)| Confirmed {
                    by: by.clone(),
                    name: names.get(by).cloned(),
                    record: *record,
                })
                .collect(),
        }
    }

    fn judge(&self, used: &Used, trust: Option<&Trust>, found: &mut Found) {
        let about = |code| {
            Finding::new(code)
                .at(used.index)
                .subject(&used.person)
                .arg("person", &used.person)
        };
        let auditors_word = trust.and_then(|trust| knows(trust, &used.person, &used.key));
        if auditors_word == Some(false) {
            found.add(about(Code::SignerKeyContradicted));
        }
        let enrolled = self
            .enrolled
            .get(&used.credential)
            .filter(|key| key.person == used.person && key.key == used.key);
        let Some(key) = enrolled else {
            found.add(about(Code::SignerKeyUnknown));
            return;
        };
        if key.index > used.index {
            found.add(about(Code::KeyEnrolledAfter).arg("enrolled", key.index));
        }
        if let Some((revoked, _)) = key.revoked.filter(|(index, since)| {
            *index < used.index || since.is_some_and(|since| since <= used.at)
        }) {
            found.add(about(Code::SignedWithRevokedKey).arg("revoked", revoked));
        }
        if key.confirmed.is_empty() && auditors_word != Some(true) {
            found.add(about(Code::SignerKeyNotConfirmed));
        }
    }
}

/// Whether the auditor's file ties this key to this person; `None` where it says nothing about the person.
fn knows(trust: &Trust, person: &Id, key: &Digest) -> Option<bool> {
    trust
        .persons
        .get(person.as_str())
        .map(|keys| keys.contains(key))
}
