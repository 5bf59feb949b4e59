//! The acts of the firm, each a record; signing is where most attacks get in.

use pack::write::Signature;
use record::intent::{self, After, Nonce};
use record::kinds::words::{Basis, Change, EnrolledVia, Proof, Source};
use record::kinds::*;
use record::{Actor, Concealed, Digest, Disclosure, Id, Intent, Moment, Pid};

use crate::acme::{Acme, ORIGIN, ada, bob, id};
use crate::authenticator::{Ceremony, Passkey};

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

/// What an attacker may change between the text on the screen and the record in the log.
pub(crate) struct Act {
    pub(crate) signed: DocumentSigned,
    pub(crate) intent: Intent,
    pub(crate) ceremony: Ceremony,
    pub(crate) passkey: Passkey,
}

impl Acme {
    pub(crate) fn join(&mut self, person: Id, name: &str) {
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
            left_on: None,
            concealed,
        });
        self.logged[at].disclosures = vec![fields[0].to_bytes().unwrap()];
    }

    pub(crate) fn appoint(&mut self, appointment: u8, person: Id) {
        self.appoint_by(appointment, person, Actor::system());
    }

    pub(crate) fn appoint_by(&mut self, appointment: u8, person: Id, actor: Actor) {
        let basis = Basis {
            note: "Minutes, item 4".into(),
            file: None,
        };
        let (body, capacity) = ("Management board".into(), "Managing director".into());
        let from = "2026-01-01".parse().unwrap();
        let object = self.logged.len() as u8;
        let appointed = PersonAppointed {
            appointment: id("apt", appointment),
            person,
            body,
            capacity,
            from,
            until: None,
            basis,
            meanings: vec![],
        };
        self.act_as(actor, object, appointed);
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

    pub(crate) fn confirm_appointment(&mut self, appointment: u8, person: Id, by: Id) {
        self.act(AppointmentConfirmed {
            appointment: id("apt", appointment),
            person,
            by,
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

    pub(crate) fn revoke_key(&mut self, by: Id, compromised_since: Option<Moment>) {
        let credential = self.ada.credential();
        let actor = Actor {
            pid: Pid::Person(by.clone()),
            concealed: Concealed::default(),
        };
        let revoked = PasskeyRevoked {
            person: ada(),
            credential,
            by,
            reason: "Stolen".into(),
            compromised_since,
        };
        self.act_as(actor, self.logged.len() as u8, revoked);
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
        self.request_changing(version, text, Change::First)
    }

    pub(crate) fn request_changing(&mut self, version: u32, text: &str, change: Change) -> usize {
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
            change,
            previous_version: None,
            from: ada(),
            appointment: id("apt", 1),
            effective_on: None,
            next_review_on: None,
            round: None,
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
            change: None,
            approves: None,
            delegation: None,
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
