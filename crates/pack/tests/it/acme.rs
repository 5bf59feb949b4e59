//! A small genuine firm with a log: Ada directs it, Bob helps; every act is a real record, every signature a real one.
//!
//! Attacks change one thing on the way. What is not changed stays genuine.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use pack::trust::Trust;
use pack::verify::{Options, Report, verify_archive};
use pack::write::{About, Entries, Front, Record, Writer};
use record::envelope::SealedRecord;
use record::kinds::LogStarted;
use record::kinds::words::Purpose;
use record::{Actor, Body, Digest, Envelope, Id, Moment, ObjectId, Salt};
use sha2::Digest as _;
use tlog::{Checkpoint, Frontier, Signer, TreeHead};

use crate::acts::Made;
use crate::authenticator::{Passkey, RP_ID, SITE};

pub(crate) const ORIGIN: &str = "log.acme.example/9f3c21aa/1";
pub(crate) const FIRST_TEXT: &str = "# Statement\n\nWe keep what is entrusted to us.\n";
pub(crate) const SECOND_TEXT: &str = "# Statement\n\nWe keep what is entrusted to us, better.\n";
const START_MS: i64 = 1_795_359_600_000;
const MINUTE_MS: i64 = 60_000;

pub(crate) struct Logged {
    pub(crate) record: SealedRecord,
    pub(crate) disclosures: Vec<Vec<u8>>,
}

pub(crate) struct Acme {
    pub(crate) log: Signer,
    pub(crate) logged: Vec<Logged>,
    pub(crate) documents: BTreeMap<String, Vec<u8>>,
    pub(crate) made: Vec<Made>,
    pub(crate) left_out: BTreeSet<usize>,
    pub(crate) earlier: Vec<String>,
    pub(crate) now_ms: i64,
    pub(crate) until_ms: Option<i64>,
    pub(crate) claimed: Option<Moment>,
    pub(crate) ada: Passkey,
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
        let mut acme = Self::founded();
        acme.appoint(1, ada());
        acme.confirm_appointment(1, ada(), bob());
        acme
    }

    /// People, and nobody in office.
    pub(crate) fn founded() -> Self {
        let mut acme = Self {
            log: Signer::from_seed(ORIGIN, [7; 32]).unwrap(),
            logged: Vec::new(),
            documents: BTreeMap::new(),
            made: Vec::new(),
            left_out: BTreeSet::new(),
            earlier: Vec::new(),
            now_ms: START_MS,
            until_ms: None,
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
        acme
    }

    pub(crate) fn act(&mut self, body: impl Into<Body>) -> usize {
        self.act_on(self.logged.len() as u8, body)
    }

    pub(crate) fn act_on(&mut self, object: u8, body: impl Into<Body>) -> usize {
        self.act_by(object, Actor::system(), body)
    }

    pub(crate) fn act_by(&mut self, object: u8, actor: Actor, body: impl Into<Body>) -> usize {
        let envelope = Envelope {
            obj: ObjectId([object; 16]),
            rev: 1,
            prev: None,
            org: id("org", 1),
            actor,
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
            until: Moment::from_millis(self.until_ms.unwrap_or(self.now_ms)),
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
