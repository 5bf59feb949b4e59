//! Steps 8 and 10: what the records mean together, learnt in the order they were logged.
//!
//! When a record is observed, everything before it is known and nothing after it: exactly what was true when it was
//! entered. What later records change is settled in [`Ledger::conclude`].

use std::collections::HashMap;
use std::io;

use record::kinds::words::{Level, Purpose};
use record::kinds::{DocumentSigned, LogStarted};
use record::{Body, Envelope, Id, Leaf, Pid};
use tlog::Hash;

use super::approvals::Approvals;
use super::documents::Documents;
use super::found::Found;
use super::keys::Keys;
use super::log::Log;
use super::offices::Offices;
use super::recall::Recall;
use super::{Options, Pack, Signer, passkey, time};
use crate::finding::{Code, Finding};
use crate::layout;
use crate::write::About;

/// A record that was found to be what was logged.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) index: u64,
    pub(super) hash: Hash,
    pub(super) leaf: Leaf,
    pub(super) record: &'a Envelope,
}

/// What is known of the organisation so far.
pub(super) struct Ledger<'a> {
    pub(super) files: Pack<'a>,
    pub(super) log: &'a Log,
    about: Option<&'a About>,
    pub(super) options: &'a Options,
    pub(super) documents: Documents,
    pub(super) offices: Offices,
    pub(super) approvals: Approvals,
    pub(super) keys: Keys,
    pub(super) recall: Recall,
    names: HashMap<Id, String>,
}

impl<'a> Ledger<'a> {
    pub(super) fn new(
        files: Pack<'a>,
        log: &'a Log,
        about: Option<&'a About>,
        options: &'a Options,
    ) -> Self {
        Self {
            files,
            log,
            about,
            options,
            documents: Documents::default(),
            offices: Offices::default(),
            approvals: Approvals::default(),
            keys: Keys::default(),
            recall: Recall::default(),
            names: HashMap::new(),
        }
    }

    /// Learns what somebody is called: the pack discloses that of signers and of those who confirm.
    pub(super) fn learn_name(&mut self, body: &Body, name: Option<String>) {
        let person = match body {
            Body::PersonJoined(joined) => &joined.person,
            Body::PersonChanged(changed) => &changed.person,
            _ => return,
        };
        if let Some(name) = name {
            self.names.insert(person.clone(), name);
        }
    }

    /// Who signed with which key, and who says whose it is.
    pub(super) fn signers(&self) -> Vec<Signer> {
        self.keys.signers(self.options.trust.as_ref(), &self.names)
    }

    /// Learns one record and says what is wrong with it.
    pub(super) fn observe(&mut self, seen: &Seen<'_>, found: &mut Found) -> io::Result<()> {
        if let Some(prev) = seen.record.prev {
            self.recall.expect_leaf(seen.index, prev, seen.leaf.lineage);
        }
        time::check_claim(seen, found);
        if self.options.at.is_some_and(|at| seen.record.at > at) {
            return Ok(());
        }
        self.observe_body(seen, found)
    }

    fn observe_body(&mut self, seen: &Seen<'_>, found: &mut Found) -> io::Result<()> {
        let log = self.log;
        let texts = &log.documents;
        match &seen.record.body {
            Body::LogStarted(started) => self.start(seen, started, found),
            Body::PersonAppointed(appointed) => self.offices.appoint(seen, appointed, found),
            Body::AppointmentConfirmed(confirmed) => {
                confirms(seen, &confirmed.person, &confirmed.by, found);
                self.offices
                    .confirm(confirmed, actor_is(seen, &confirmed.person));
            }
            Body::PersonRelieved(relieved) => self.offices.relieve(relieved),
            Body::PasskeyEnrolled(enrolled) => self.keys.enrol(seen, enrolled),
            Body::PasskeyConfirmed(confirmed) => {
                confirms(seen, &confirmed.person, &confirmed.by, found);
                let by_themselves = actor_is(seen, &confirmed.person);
                self.keys.confirm(seen.index, confirmed, by_themselves);
            }
            Body::PasskeyRevoked(revoked) => {
                let by_themselves = actor_is(seen, &revoked.person);
                self.keys.revoke(seen, revoked, by_themselves, found);
            }
            Body::SignatureRequested(requested) => {
                self.documents.request(seen, requested, texts, found)
            }
            Body::DocumentSigned(signed) => return self.sign(seen, signed, found),
            Body::ApprovalDelegated(given) => self.approvals.delegate(seen, given),
            Body::DelegationEnded(ended) => self.approvals.end(ended),
            Body::ApprovalRequested(requested) => self.approvals.request(seen, requested, found),
            Body::DocumentPublished(published) => {
                self.documents.publish(seen, published, texts, found);
                self.approvals.publish(seen, published, found);
            }
            Body::DocumentAcknowledged(acknowledged) => {
                self.documents.acknowledge(seen, acknowledged, found);
                self.check_level(
                    seen,
                    &[seen.record.body.type_id(), &acknowledged.kind],
                    Level::L1,
                    found,
                );
            }
            _ => {}
        }
        Ok(())
    }

    /// A log says at its start what it is called and which key signs it: a head that another key
    /// signed, or under another name, is not of the log that these records began.
    fn start(&self, seen: &Seen<'_>, started: &LogStarted, found: &mut Found) {
        let is_key = |key: &tlog::Verifier| key.to_string() == started.key;
        if started.origin != self.log.origin || !self.log.keys.iter().any(is_key) {
            let other = Finding::new(Code::CheckpointNotSignedByLog).at(seen.index);
            found.add(
                other
                    .subject(layout::CHECKPOINT)
                    .arg("name", layout::CHECKPOINT)
                    .arg("origin", &started.origin),
            );
        }
        if started.purpose == Purpose::Demonstration {
            found.add(Finding::new(Code::Demonstration).at(seen.index));
        }
    }

    fn sign(
        &mut self,
        seen: &Seen<'_>,
        signed: &DocumentSigned,
        found: &mut Found,
    ) -> io::Result<()> {
        let request = self
            .documents
            .sign(seen, signed, &self.log.documents, found);
        let holder = self.approvals.holder(signed);
        self.offices.check(seen, signed, holder, found);
        if let Some(round) = request.as_ref().and_then(|request| request.round.as_ref()) {
            self.approvals.approve(seen, signed, round, found);
        }
        self.check_level(
            seen,
            &[seen.record.body.type_id(), &signed.kind],
            signed.proof.level(),
            found,
        );
        passkey::check(self, seen, signed, request.as_ref(), found)
    }

    /// The web origins a signature may come from: the auditor's, else those the pack names.
    pub(super) fn sites(&self) -> &[String] {
        let trusted = self
            .options
            .trust
            .as_ref()
            .map_or(&[][..], |trust| &trust.sites);
        let claimed = self.about.map_or(&[][..], |about| &about.sites);
        if trusted.is_empty() { claimed } else { trusted }
    }

    /// The relying party that passkeys of these sites answer to.
    pub(super) fn rp_id(&self) -> &str {
        self.about.map_or("", |about| &about.rp_id)
    }

    fn check_level(&self, seen: &Seen<'_>, names: &[&str], reached: Level, found: &mut Found) {
        let required = self
            .options
            .trust
            .as_ref()
            .and_then(|trust| trust.level(names));
        if let Some(required) = required.filter(|required| reached < *required) {
            let below = Finding::new(Code::LevelBelowPolicy)
                .at(seen.index)
                .arg("level", reached);
            found.add(
                below
                    .arg("required", required)
                    .arg("kind", names.join(", ")),
            );
        }
    }

    /// Says what only the whole log can say.
    pub(super) fn conclude(&self, found: &mut Found) {
        self.documents.conclude(found);
        self.keys.conclude(self.options.trust.as_ref(), found);
    }
}

/// Nobody confirms themselves, under their own name or another.
fn confirms(seen: &Seen<'_>, person: &Id, by: &Id, found: &mut Found) {
    if person == by || actor_is(seen, person) {
        found.add(
            Finding::new(Code::SelfCountersigned)
                .at(seen.index)
                .subject(person)
                .arg("person", person),
        );
    }
}

fn actor_is(seen: &Seen<'_>, person: &Id) -> bool {
    matches!(&seen.record.actor.pid, Pid::Person(actor) if actor == person)
}
