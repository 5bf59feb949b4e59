//! The life of a governed text: laid before a signatory, signed, published, acknowledged, replaced.

use std::collections::{BTreeMap, HashMap, HashSet};

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
}

#[derive(Debug, Default)]
pub(super) struct Documents {
    requests: HashMap<Id, Request>,
    signed: HashSet<(Id, u32, Digest)>,
    /// By document, then version: the texts published under it and the record that first did.
    published: HashMap<Id, BTreeMap<u32, Publication>>,
    missing: HashSet<Digest>,
}

#[derive(Debug)]
struct Publication {
    index: u64,
    texts: HashSet<Digest>,
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
            found.add(Finding::new(Code::SignedRecordNotInLog).at(seen.index));
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
            });
        version.texts.insert(published.text);
    }

    pub(super) fn acknowledge(
        &self,
        seen: &Seen<'_>,
        acknowledged: &DocumentAcknowledged,
        found: &mut Found,
    ) {
        let versions = self.published.get(&acknowledged.document);
        let version = versions.and_then(|versions| versions.get(&acknowledged.version));
        if version.is_none_or(|version| !version.texts.contains(&acknowledged.text)) {
            found.add(Finding::new(Code::AcknowledgedOtherVersion).at(seen.index));
            return;
        }
        let newest = versions
            .and_then(BTreeMap::last_key_value)
            .filter(|(newest, _)| **newest > acknowledged.version);
        if let Some((_, newer)) = newest {
            let old = Finding::new(Code::AcknowledgedOldVersion).at(seen.index);
            found.add(
                old.arg("version", acknowledged.version)
                    .arg("newer", newer.index),
            );
        }
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
