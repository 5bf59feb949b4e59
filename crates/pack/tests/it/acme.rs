//! A small genuine firm with a log: Ada directs it, Bob helps; every act is a real record, every signature a real one.
//!
//! Attacks change one thing on the way. What is not changed stays genuine.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use pack::trust::Trust;
use pack::verify::{Options, Report, verify_archive};
use pack::write::{About, Entries, Front, Record, Signature, Writer};
use record::envelope::SealedRecord;
use record::intent::{self, After, Nonce};
use record::kinds::words::{Basis, Change, EnrolledVia, Proof, Purpose, Source};
use record::kinds::*;
use record::{
    Actor, Body, Concealed, Digest, Disclosure, Envelope, Id, Intent, Moment, ObjectId, Salt,
};
use sha2::Digest as _;
use tlog::{Checkpoint, Frontier, Signer, TreeHead};

use crate::authenticator::{Ceremony, Passkey, RP_ID, SITE};

pub(crate) const ORIGIN: &str = "log.acme.example/9f3c21aa/1";
pub(crate) const FIRST_TEXT: &str = "# Statement\n\nWe keep what is entrusted to us.\n";
pub(crate) const SECOND_TEXT: &str = "# Statement\n\nWe keep what is entrusted to us, better.\n";
const START_MS: i64 = 1_795_359_600_000;
const MINUTE_MS: i64 = 60_000;

pub(crate) struct Logged {
    pub(crate) record: SealedRecord,
    pub(crate) disclosures: Vec<Vec<u8>>,
}

pub(crate) struct Made {
    pub(crate) index: u64,
    pub(crate) intent: Vec<u8>,
    pub(crate) client_data: Vec<u8>,
    pub(crate) authenticator_data: Vec<u8>,
    pub(crate) signature: Vec<u8>,
    pub(crate) key_cose: Vec<u8>,
    pub(crate) key_pem: Vec<u8>,
    pub(crate) attestation: Option<Vec<u8>>,
}

pub(crate) struct Acme {
    pub(crate) log: Signer,
    pub(crate) logged: Vec<Logged>,
    pub(crate) documents: BTreeMap<String, Vec<u8>>,
    pub(crate) made: Vec<Made>,
    pub(crate) left_out: BTreeSet<usize>,
    pub(crate) earlier: Vec<String>,
    pub(crate) now_ms: i64,
    pub(crate) claimed: Option<Moment>,
    pub(crate) ada: Passkey,
}

/// What an attacker may change between the text on the screen and the record in the log.
pub(crate) struct Act {
    pub(crate) signed: DocumentSigned,
    pub(crate) intent: Intent,
    pub(crate) ceremony: Ceremony,
    pub(crate) passkey: Passkey,
}

pub(crate) fn id(prefix: &str, number: u8) -> Id {
    format!("{prefix}_01JD3KQ8Z5T0V9M4N7P2R6S1{number:02}")
        .parse()
        .unwrap()
}

pub(crate) fn ada() -> Id {
    id("per", 1)
}

pub(crate) fn bob() -> Id {
    id("per", 2)
}

impl Acme {
    /// Everything in order up to a signed, published and acknowledged first version.
    pub(crate) fn genuine() -> Self {
        let mut acme = Self::enrolled();
        acme.request(1, FIRST_TEXT);
        acme.sign(1, FIRST_TEXT, |_| {});
        acme.publish(1, FIRST_TEXT);
        acme.acknowledge(1, FIRST_TEXT);
        acme
    }

    /// People, office and a confirmed key; nothing signed yet.
    pub(crate) fn enrolled() -> Self {
        let mut acme = Self::staffed();
        acme.enrol(1);
        acme.confirm_key(1, bob());
        acme
    }

    pub(crate) fn staffed() -> Self {
        let mut acme = Self {
            log: Signer::from_seed(ORIGIN, [7; 32]).unwrap(),
            logged: Vec::new(),
            documents: BTreeMap::new(),
            made: Vec::new(),
            left_out: BTreeSet::new(),
            earlier: Vec::new(),
            now_ms: START_MS,
            claimed: None,
            ada: Passkey::number(1),
        };
        let key = acme.log.verifier().to_string();
        acme.act(LogStarted {
            origin: ORIGIN.into(),
            key,
            purpose: Purpose::Live,
        });
        acme.join(ada(), "Ada Example");
        acme.join(bob(), "Bob Example");
        acme.appoint();
        acme
    }

    pub(crate) fn act(&mut self, body: impl Into<Body>) -> usize {
        self.act_on(self.logged.len() as u8, body)
    }

    pub(crate) fn act_on(&mut self, object: u8, body: impl Into<Body>) -> usize {
        let envelope = Envelope {
            obj: ObjectId([object; 16]),
            rev: 1,
            prev: None,
            org: id("org", 1),
            actor: Actor::system(),
            at: Moment::from_millis(self.now_ms),
            claimed: self.claimed.take(),
            late: None,
            body: body.into(),
        };
        self.enter(&envelope)
    }

    pub(crate) fn enter(&mut self, envelope: &Envelope) -> usize {
        let salt = Salt(sha2::Sha256::digest([self.logged.len() as u8, 9]).into());
        self.logged.push(Logged {
            record: envelope.seal(salt).unwrap(),
            disclosures: Vec::new(),
        });
        self.now_ms += MINUTE_MS;
        self.logged.len() - 1
    }

    fn join(&mut self, person: Id, name: &str) {
        let fields = [
            Disclosure::text([3; 16], "name", name),
            Disclosure::text([4; 16], "email", "a@acme.example"),
        ];
        let concealed = Concealed::of(&fields).unwrap();
        let started_on = "2026-01-01".parse().unwrap();
        let at = self.act(PersonJoined {
            person,
            started_on,
            source: Source::ByHand,
            import: None,
            unit: None,
            manager: None,
            concealed,
        });
        self.logged[at].disclosures = vec![fields[0].to_bytes().unwrap()];
    }

    fn appoint(&mut self) {
        let basis = Basis {
            note: "Minutes, item 4".into(),
            file: None,
        };
        let (body, capacity) = ("Management board".into(), "Managing director".into());
        let from = "2026-01-01".parse().unwrap();
        self.act(PersonAppointed {
            appointment: id("apt", 1),
            person: ada(),
            body,
            capacity,
            from,
            until: None,
            basis,
            meanings: vec![],
        });
        self.act(AppointmentConfirmed {
            appointment: id("apt", 1),
            person: ada(),
            by: bob(),
        });
    }

    pub(crate) fn enrol(&mut self, passkey: u8) {
        let passkey = Passkey::number(passkey);
        self.act(PasskeyEnrolled {
            person: ada(),
            credential: passkey.credential(),
            key: Digest::of(passkey.cose()),
            algorithm: "ES256".into(),
            attestation: Some(Digest::of(passkey.attestation())),
            backup_eligible: false,
            backed_up: false,
            enrolled_via: EnrolledVia::Invitation,
        });
    }

    pub(crate) fn confirm_key(&mut self, passkey: u8, by: Id) {
        let credential = Passkey::number(passkey).credential();
        self.act(PasskeyConfirmed {
            person: ada(),
            credential,
            by,
            how: "Face to face".into(),
        });
    }

    pub(crate) fn revoke_key(&mut self, compromised_since: Option<Moment>) {
        let credential = self.ada.credential();
        self.act(PasskeyRevoked {
            person: ada(),
            credential,
            by: bob(),
            reason: "Stolen".into(),
            compromised_since,
        });
    }

    pub(crate) fn relieve(&mut self, until: &str) {
        let (appointment, person, reason) = (id("apt", 1), ada(), "End of contract".into());
        self.act(PersonRelieved {
            appointment,
            person,
            until: until.parse().unwrap(),
            reason,
            basis: None,
        });
    }

    pub(crate) fn request(&mut self, version: u32, text: &str) -> usize {
        self.documents
            .insert(Digest::of(text).to_string(), text.into());
        self.act(SignatureRequested {
            request: id("req", version as u8),
            document: id("doc", 1),
            kind: "statement".into(),
            version,
            title: "Statement".into(),
            language: "en".into(),
            text: Digest::of(text),
            bytes: text.len() as u64,
            change: Change::First,
            previous_version: None,
            from: ada(),
            appointment: id("apt", 1),
            effective_on: None,
            next_review_on: None,
        })
    }

    /// Ada signs; `change` is where an attack gets in.
    pub(crate) fn sign(
        &mut self,
        version: u32,
        text: &str,
        change: impl FnOnce(&mut Act),
    ) -> usize {
        let over = self.logged.last().unwrap().record.leaf_hash.into();
        let head = self.head();
        let intent = Intent {
            v: intent::Version,
            act: intent::Act::Sign,
            text: "I have read this statement and sign it.".into(),
            over,
            doc: Digest::of(text),
            role: "Managing director".into(),
            pid: ada(),
            log: ORIGIN.into(),
            after: After {
                size: head.size,
                root: head.root.into(),
                tst: None,
            },
            nonce: Nonce([5; 32]),
            claimed_at: Moment::from_millis(self.now_ms - 5_000),
        };
        let ceremony = Ceremony::over(intent::challenge(&intent.to_bytes().unwrap()));
        let mut act = Act {
            signed: self.signed(version, text),
            intent: intent.clone(),
            ceremony,
            passkey: Passkey::number(1),
        };
        change(&mut act);
        if act.intent != intent {
            act.ceremony.challenge = intent::challenge(&act.intent.to_bytes().unwrap());
        }
        self.keep(act)
    }

    fn signed(&self, version: u32, text: &str) -> DocumentSigned {
        DocumentSigned {
            request: id("req", version as u8),
            document: id("doc", 1),
            kind: "statement".into(),
            version,
            title: "Statement".into(),
            text: Digest::of(text),
            language: "en".into(),
            person: ada(),
            appointment: id("apt", 1),
            capacity: "Managing director".into(),
            words: "I have read this statement and sign it.".into(),
            method: "passkey".into(),
            proof: Proof::L1 {
                session: Digest::of("session"),
            },
            changed_this_year: None,
        }
    }

    fn keep(&mut self, act: Act) -> usize {
        let Act {
            mut signed,
            intent,
            ceremony,
            passkey,
        } = act;
        let intent = intent.to_bytes().unwrap();
        signed.proof = Proof::L2 {
            intent: Digest::of(&intent),
            credential: passkey.credential(),
        };
        let assertion = passkey.sign(&ceremony);
        let at = self.act(signed);
        self.made.push(Made {
            index: at as u64,
            intent,
            client_data: assertion.client_data,
            authenticator_data: assertion.authenticator_data,
            signature: assertion.signature,
            key_cose: passkey.cose(),
            key_pem: passkey.pem().into_bytes(),
            attestation: Some(passkey.attestation()),
        });
        at
    }

    /// A click instead of a passkey.
    pub(crate) fn click(&mut self, version: u32, text: &str) -> usize {
        let signed = self.signed(version, text);
        self.act(signed)
    }

    pub(crate) fn publish(&mut self, version: u32, text: &str) -> usize {
        self.act(DocumentPublished {
            publication: id("pub", version as u8),
            document: id("doc", 1),
            kind: "statement".into(),
            version,
            title: "Statement".into(),
            text: Digest::of(text),
            language: "en".into(),
            audience: "everyone".into(),
            people: 2,
            due_days: 14,
        })
    }

    pub(crate) fn acknowledge(&mut self, version: u32, text: &str) -> usize {
        self.act(DocumentAcknowledged {
            publication: id("pub", version as u8),
            document: id("doc", 1),
            kind: "statement".into(),
            version,
            title: "Statement".into(),
            text: Digest::of(text),
            language: "en".into(),
            person: bob(),
            words: "I have read this statement and will follow it.".into(),
            method: "email-link".into(),
            proof: Proof::L1 {
                session: Digest::of("session"),
            },
        })
    }

    pub(crate) fn head(&self) -> TreeHead {
        let mut tree = Frontier::default();
        tree.extend(self.logged.iter().map(|logged| logged.record.leaf_hash));
        tree.head()
    }

    pub(crate) fn checkpoint(&self) -> String {
        Checkpoint::new(ORIGIN, self.head())
            .unwrap()
            .sign(&[&self.log])
            .unwrap()
            .to_string()
    }

    pub(crate) fn about(&self) -> About {
        About {
            format: About::format(),
            org: id("org", 1),
            organisation: "Acme".into(),
            origin: ORIGIN.into(),
            rp_id: RP_ID.into(),
            sites: vec![SITE.into()],
            since: None,
            until: Moment::from_millis(self.now_ms),
            issued_at: Moment::from_millis(self.now_ms),
            issued_by: record::Pid::System,
            generator: "test".into(),
        }
    }

    pub(crate) fn pack(&self) -> Vec<u8> {
        self.pack_signed_by(&self.log)
    }

    /// The pack with a manifest signed by whom it may be.
    pub(crate) fn pack_signed_by(&self, signer: &Signer) -> Vec<u8> {
        let leaves: Vec<[u8; 64]> = self
            .logged
            .iter()
            .map(|logged| logged.record.leaf.to_bytes())
            .collect();
        let mut entries = Entries::default();
        leaves.iter().for_each(|leaf| entries.push(leaf));
        let (about, checkpoint) = (self.about(), self.checkpoint());
        let front = Front {
            about: &about,
            readme: "<!doctype html><title>Acme</title>",
            readiness: Some(b"[]"),
            checkpoint: &checkpoint,
            log_key: self.log.verifier(),
            earlier: &self.earlier,
        };
        let mut writer = Writer::begin(Vec::new(), &front, entries).unwrap();
        leaves.iter().for_each(|leaf| writer.leaf(leaf).unwrap());
        for (index, logged) in self
            .logged
            .iter()
            .enumerate()
            .filter(|(index, _)| !self.left_out.contains(index))
        {
            let Logged {
                record,
                disclosures,
            } = logged;
            writer
                .record(&Record {
                    index: index as u64,
                    salt: &record.salt,
                    bytes: &record.bytes,
                    disclosures,
                })
                .unwrap();
        }
        self.made
            .iter()
            .for_each(|made| writer.signature(&made.as_signature()).unwrap());
        self.documents
            .values()
            .for_each(|text| writer.document(text, "md").unwrap());
        writer.finish(signer).unwrap().0
    }

    /// The trust file of an auditor who knows the log and has seen Ada use her passkey.
    pub(crate) fn trust(&self) -> Trust {
        format!(
            "log {}\nperson {} {}\nsite {SITE}\n",
            self.log.verifier(),
            ada(),
            Digest::of(self.ada.cose())
        )
        .parse()
        .unwrap()
    }

    pub(crate) fn check(&self) -> Report {
        check(
            self.pack(),
            &Options {
                trust: Some(self.trust()),
                ..Options::default()
            },
        )
    }
}

impl Made {
    pub(crate) fn as_signature(&self) -> Signature<'_> {
        Signature {
            index: self.index,
            intent: &self.intent,
            client_data: &self.client_data,
            authenticator_data: &self.authenticator_data,
            signature: &self.signature,
            key_cose: &self.key_cose,
            key_pem: &self.key_pem,
            attestation: self.attestation.as_deref(),
        }
    }
}

pub(crate) fn check(pack: Vec<u8>, options: &Options) -> Report {
    verify_archive(Cursor::new(pack), options).unwrap()
}

/// The codes of all failures, sorted, each once.
pub(crate) fn failures(report: &Report) -> BTreeSet<&'static str> {
    let failing = report
        .findings
        .iter()
        .filter(|finding| finding.severity == pack::finding::Severity::Failing);
    failing.map(|finding| finding.code.name()).collect()
}

pub(crate) fn notices(report: &Report) -> BTreeSet<&'static str> {
    let notices = report
        .findings
        .iter()
        .filter(|finding| finding.severity == pack::finding::Severity::Notice);
    notices.map(|finding| finding.code.name()).collect()
}
