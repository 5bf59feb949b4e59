//! The life of a governed text: laid before a signatory, signed, published, acknowledged, replaced.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use record::kinds::words::Change;
use record::kinds::{DocumentAcknowledged, DocumentPublished, DocumentSigned, SignatureRequested};
use record::{Digest, Id};
use tlog::Hash;

use super::found::Found;
use super::ledger::Seen;
use crate::finding::{Code, Finding};

/// A request to sign: what a passkey's intent must point at.
#[derive(Debug, Clone)]
pub(super) struct Request {
    pub(super) hash: Hash,
    document: Id,
    version: u32,
    text: Digest,
    from: Id,
    change: Change,
    /// The round of approval that it belongs to.
    pub(super) round: Option<Id>,
}

#[derive(Debug, Default)]
pub(super) struct Documents {
    requests: HashMap<Id, Request>,
    signed: HashSet<(Id, u32, Digest)>,
    /// By document, then version: the texts published under it and the record that first did.
    published: HashMap<Id, BTreeMap<u32, Publication>>,
    /// The signed versions of each document that changed what it asks.
    substance: HashMap<Id, BTreeSet<u32>>,
    missing: HashSet<Digest>,
}

#[derive(Debug)]
struct Publication {
    index: u64,
    texts: HashSet<Digest>,
    acknowledgements: u64,
}

impl Documents {
    pub(super) fn request(
        &mut self,
        seen: &Seen<'_>,
        requested: &SignatureRequested,
        texts: &HashSet<Digest>,
        found: &mut Found,
    ) {
        self.require(seen, requested.text, texts, found);
        let SignatureRequested {
            document,
            version,
            text,
            from,
            change,
            round,
            ..
        } = requested.clone();
        self.requests.insert(
            requested.request.clone(),
            Request {
                hash: seen.hash,
                document,
                version,
                text,
                from,
                change,
                round,
            },
        );
    }

    /// Compares a signature with its request, and returns that.
    pub(super) fn sign(
        &mut self,
        seen: &Seen<'_>,
        signed: &DocumentSigned,
        texts: &HashSet<Digest>,
        found: &mut Found,
    ) -> Option<Request> {
        self.require(seen, signed.text, texts, found);
        let Some(request) = self.requests.get(&signed.request) else {
            let what = format!("What record {} signs", seen.index);
            let missing = Finding::new(Code::SignedRecordNotInLog).at(seen.index);
            found.add(missing.arg("what", what));
            return None;
        };
        if (&request.document, request.version, request.text)
            != (&signed.document, signed.version, signed.text)
        {
            found.add(Finding::new(Code::SignedOtherDocument).at(seen.index));
            return Some(request.clone());
        }
        if request.from != signed.person {
            let by = Finding::new(Code::SignedByAnother)
                .at(seen.index)
                .subject(&signed.person);
            found.add(by.arg("person", &signed.person).arg("asked", &request.from));
            return Some(request.clone());
        }
        self.signed
            .insert((signed.document.clone(), signed.version, signed.text));
        // In a round it is for the approvers to say, and the last of them says it for all.
        let change = match request.round {
            None => Some(request.change),
            Some(_) => signed.approves,
        };
        if change.is_some_and(|change| change != Change::Editorial) {
            let substance = self.substance.entry(signed.document.clone());
            substance.or_default().insert(signed.version);
        }
        Some(request.clone())
    }

    pub(super) fn publish(
        &mut self,
        seen: &Seen<'_>,
        published: &DocumentPublished,
        texts: &HashSet<Digest>,
        found: &mut Found,
    ) {
        self.require(seen, published.text, texts, found);
        if !self.signed.contains(&(
            published.document.clone(),
            published.version,
            published.text,
        )) {
            found.add(
                Finding::new(Code::Unsigned)
                    .at(seen.index)
                    .subject(&published.document),
            );
        }
        let versions = self
            .published
            .entry(published.document.clone())
            .or_default();
        let version = versions
            .entry(published.version)
            .or_insert_with(|| Publication {
                index: seen.index,
                texts: HashSet::new(),
                acknowledgements: 0,
            });
        version.texts.insert(published.text);
    }

    pub(super) fn acknowledge(
        &mut self,
        seen: &Seen<'_>,
        acknowledged: &DocumentAcknowledged,
        found: &mut Found,
    ) {
        let versions = self.published.get_mut(&acknowledged.document);
        let published = versions.filter(|versions| {
            let version = versions.get(&acknowledged.version);
            version.is_some_and(|version| version.texts.contains(&acknowledged.text))
        });
        let Some(versions) = published else {
            found.add(Finding::new(Code::AcknowledgedOtherVersion).at(seen.index));
            return;
        };
        if let Some(version) = versions.get_mut(&acknowledged.version) {
            version.acknowledgements += 1;
        }
        let newest = versions
            .last_key_value()
            .filter(|(newest, _)| **newest > acknowledged.version);
        if let Some((_, newer)) = newest {
            let old = Finding::new(Code::AcknowledgedOldVersion).at(seen.index);
            found.add(
                old.arg("version", acknowledged.version)
                    .arg("newer", newer.index),
            );
        }
    }

    /// How many records acknowledge a version, or an earlier one that asks for the same.
    pub(super) fn acknowledgements(&self, document: &str, version: u32) -> u64 {
        let published = self
            .published
            .iter()
            .find(|(id, _)| id.as_str() == document);
        let Some((id, versions)) = published else {
            return 0;
        };
        if !versions.contains_key(&version) {
            return 0;
        }
        let substance = self.substance.get(id);
        let last = substance.and_then(|it| it.range(..=version).next_back().copied());
        versions
            .range(last.unwrap_or_default()..=version)
            .map(|(_, publication)| publication.acknowledgements)
            .sum()
    }

    pub(super) fn conclude(&self, found: &mut Found) {
        for versions in self.published.values() {
            let pairs = versions.values().zip(versions.values().skip(1));
            for (old, new) in pairs {
                found.add(
                    Finding::new(Code::Superseded)
                        .at(old.index)
                        .arg("newer", new.index),
                );
            }
        }
    }

    /// The text itself must be in the pack; each is missed once.
    fn require(
        &mut self,
        seen: &Seen<'_>,
        text: Digest,
        texts: &HashSet<Digest>,
        found: &mut Found,
    ) {
        if !texts.contains(&text) && self.missing.insert(text) {
            found.add(
                Finding::new(Code::DocumentMissing)
                    .at(seen.index)
                    .subject(text)
                    .arg("sha256", text),
            );
        }
    }
}
