//! Writes a pack, once through, byte for byte the same for the same contents.
//!
//! The caller pushes what it reads from its database in the order of the stages below; nothing is kept but one bundle
//! of records, the digests of the files, and the hashes that the separate proofs need.
//!
//! ```text
//! Entries::push (every leaf)  →  Writer::begin  →  leaf (every leaf again)  →  record …  →  signature …  →  document …  →  finish
//! ```
//!
//! Leaves are read twice, because a ZIP states a file's checksum before its bytes, and because a pack whose leaves do
//! not add up to its checkpoint must not be begun.

mod about;
mod bundles;
mod proofs;
mod recipe;
mod sink;

use std::io::{self, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use record::{Class, Leaf, Salt};
use sha2::{Digest as _, Sha256};
use tlog::note::{NoteRefused, SignedNote};
use tlog::{Checkpoint, Frontier, TlogProof, Verifier};

pub use about::About;
use bundles::Bundles;
use proofs::Proofs;
use sink::{Sink, Sums};

use crate::layout;
use crate::manifest::{self, Digest};
use crate::path::UnsafePath;

/// Why a pack was not written. What was written until then is not a pack.
#[derive(Debug, thiserror::Error)]
pub enum CannotWrite {
    /// The leaves do not add up to the checkpoint.
    #[error(
        "The {found} leaves are not the {expected} that the checkpoint speaks of, or add up to another root."
    )]
    OtherTree {
        /// Leaves in the checkpoint.
        expected: u64,
        /// Leaves handed over.
        found: u64,
    },
    /// The second reading of the leaves differs from the first.
    #[error("The leaves were not the same when they were read again.")]
    LeavesChanged,
    /// Stages, indices or digests out of order, or handed over twice.
    #[error("{0} was handed over out of order.")]
    OutOfOrder(String),
    /// A name no pack may contain.
    #[error("The name {name} cannot be in a pack: {why}.")]
    Name {
        /// The name.
        name: String,
        /// The rule it breaks.
        why: UnsafePath,
    },
    /// More bytes than a file of a pack may have.
    #[error("The file {name} is too large for a pack: {size} bytes.")]
    TooLarge {
        /// Its name.
        name: String,
        /// Its size.
        size: u64,
    },
    /// A checkpoint that cannot be read.
    #[error("The checkpoint cannot be used: {0}")]
    Checkpoint(#[from] tlog::checkpoint::CheckpointRefused),
    /// A note that cannot be signed.
    #[error("The manifest cannot be signed: {0}")]
    Note(#[from] NoteRefused),
    /// The description cannot be written as JSON.
    #[error("The description of the pack cannot be written: {0}")]
    About(#[from] record::canonical::NotCanonical),
    /// The output refused.
    #[error("failed to write the pack: {0}")]
    Io(#[from] io::Error),
}

/// What a pack says before its records.
#[derive(Debug)]
pub struct Front<'a> {
    /// Scope, period, issuer.
    pub about: &'a About,
    /// The page for people, complete HTML.
    pub readme: &'a str,
    /// Results of the readiness rules, JSON.
    pub readiness: Option<&'a [u8]>,
    /// The latest checkpoint, a signed note.
    pub checkpoint: &'a str,
    /// The log's key.
    pub log_key: &'a Verifier,
    /// Checkpoints of former packs, signed notes.
    pub earlier: &'a [String],
}

/// One record with what opens its leaf.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// Its place in the log.
    pub index: u64,
    /// The salt of its commitment.
    pub salt: &'a Salt,
    /// Its canonical bytes.
    pub bytes: &'a [u8],
    /// The disclosures that this pack opens, as canonical JSON arrays.
    pub disclosures: &'a [Vec<u8>],
}

/// One passkey signature, as it was made.
#[derive(Debug, Clone, Copy)]
pub struct Signature<'a> {
    /// The place of the `document-signed` record.
    pub index: u64,
    /// The canonical intent.
    pub intent: &'a [u8],
    /// `clientDataJSON`.
    pub client_data: &'a [u8],
    /// `authenticatorData`.
    pub authenticator_data: &'a [u8],
    /// The signature, as the authenticator gave it.
    pub signature: &'a [u8],
    /// The public key in COSE form.
    pub key_cose: &'a [u8],
    /// The same key for `openssl`.
    pub key_pem: &'a [u8],
    /// The attestation object of its enrolment.
    pub attestation: Option<&'a [u8]>,
}

/// The first reading of the leaves.
#[derive(Debug, Default)]
pub struct Entries {
    tree: Frontier,
    crc: crc32fast::Hasher,
    sha256: Sha256,
}

impl Entries {
    /// Takes the next leaf.
    pub fn push(&mut self, leaf: &[u8; Leaf::SIZE]) {
        self.tree.push(tlog::leaf_hash(leaf));
        self.crc.update(leaf);
        self.sha256.update(leaf);
    }

    fn sums(self) -> (Frontier, Sums) {
        let size = self.tree.size() * Leaf::SIZE as u64;
        (
            self.tree,
            Sums {
                size,
                crc: self.crc.finalize(),
                sha256: self.sha256.finalize().into(),
            },
        )
    }
}

/// A pack being written.
#[expect(
    missing_debug_implementations,
    reason = "it is an output stream; there is nothing in it to look at"
)]
pub struct Writer<W> {
    sink: Sink<W>,
    origin: String,
    checkpoint: SignedNote,
    expected: Checkpoint,
    entries: Digest,
    again: Entries,
    proofs: Proofs,
    with_proof: Vec<u64>,
    bundles: Bundles,
}

impl<W: Write> Writer<W> {
    /// Writes the front matter and opens the list of leaves.
    ///
    /// # Errors
    /// When the leaves are not those of the checkpoint, or the output refuses.
    pub fn begin(out: W, front: &Front<'_>, leaves: Entries) -> Result<Self, CannotWrite> {
        let origin = front.log_key.name().to_owned();
        let checkpoint = SignedNote::parse(front.checkpoint)?;
        let expected =
            Checkpoint::open_note(&checkpoint, &origin, std::slice::from_ref(front.log_key))?;
        let (tree, sums) = leaves.sums();
        if tree.head() != expected.head() {
            return Err(CannotWrite::OtherTree {
                expected: expected.size(),
                found: tree.size(),
            });
        }
        let mut sink = Sink::new(out);
        put_front(&mut sink, front)?;
        sink.begin(layout::ENTRIES, &sums)?;
        let again = Entries::default();
        let proofs = Proofs::new(expected.size());
        Ok(Self {
            sink,
            origin,
            checkpoint,
            expected,
            entries: sums.sha256,
            again,
            proofs,
            with_proof: Vec::new(),
            bundles: Bundles::default(),
        })
    }

    /// Writes the next leaf, the second time it is read.
    ///
    /// # Errors
    /// When there are more than before, or the output refuses.
    pub fn leaf(&mut self, leaf: &[u8; Leaf::SIZE]) -> Result<(), CannotWrite> {
        if self.again.tree.size() == self.expected.size() {
            return Err(CannotWrite::LeavesChanged);
        }
        let wants_proof = leaf[1] == Class::Governance as u8;
        self.proofs.push(tlog::leaf_hash(leaf), wants_proof);
        self.again.push(leaf);
        Ok(self.sink.bytes(leaf)?)
    }

    /// Writes the next record; indices rise.
    ///
    /// # Errors
    /// When leaves are missing, the index does not rise, or the output refuses.
    pub fn record(&mut self, record: &Record<'_>) -> Result<(), CannotWrite> {
        if self.again.tree.size() != self.expected.size() {
            return Err(CannotWrite::OutOfOrder(format!("record {}", record.index)));
        }
        if self.proofs.is_chosen(record.index) {
            self.with_proof.push(record.index);
        }
        self.bundles.push(&mut self.sink, record)
    }

    /// Writes the next passkey signature; indices rise.
    ///
    /// # Errors
    /// When the index does not rise, or the output refuses.
    pub fn signature(&mut self, made: &Signature<'_>) -> Result<(), CannotWrite> {
        self.bundles.flush(&mut self.sink)?;
        let parts = [
            ("attestation.cbor", made.attestation),
            ("authData.bin", Some(made.authenticator_data)),
            ("clientData.json", Some(made.client_data)),
            ("intent.json", Some(made.intent)),
            ("key.cose", Some(made.key_cose)),
            ("key.pem", Some(made.key_pem)),
            ("sig.bin", Some(made.signature)),
        ];
        for (part, bytes) in parts {
            if let Some(bytes) = bytes {
                self.sink.put(&layout::signature(made.index, part), bytes)?;
            }
        }
        Ok(())
    }

    /// Writes the next document under the digest of its bytes; digests rise. The extension is lower-case letters.
    ///
    /// # Errors
    /// When the digest does not rise, the document is too large, or the output refuses.
    pub fn document(&mut self, bytes: &[u8], extension: &str) -> Result<(), CannotWrite> {
        self.bundles.flush(&mut self.sink)?;
        let digest = hex::encode(Sha256::digest(bytes));
        self.sink.put(&layout::document(&digest, extension), bytes)
    }

    /// Writes proofs and manifest, has the manifest signed by the log, and gives back the output and the manifest's digest.
    ///
    /// # Errors
    /// When the leaves changed between their readings, or the output refuses.
    pub fn finish(mut self, log: &tlog::Signer) -> Result<(W, Digest), CannotWrite> {
        self.bundles.flush(&mut self.sink)?;
        let (_, again) = std::mem::take(&mut self.again).sums();
        if again.sha256 != self.entries {
            return Err(CannotWrite::LeavesChanged);
        }
        self.put_proofs()?;
        let manifest = self.sink.manifest.to_string();
        let digest: Digest = Sha256::digest(&manifest).into();
        self.sink.put(layout::MANIFEST, manifest.as_bytes())?;
        let note = SignedNote::sign(&manifest::note_text(&self.origin, &digest), &[log])?;
        self.sink
            .put(layout::MANIFEST_NOTE, note.to_string().as_bytes())?;
        Ok((self.sink.finish()?, digest))
    }

    fn put_proofs(&mut self) -> Result<(), CannotWrite> {
        for (index, path) in self.proofs.of(&self.with_proof) {
            let proof = TlogProof {
                index,
                path,
                checkpoint: self.checkpoint.clone(),
                extra: None,
            };
            self.sink
                .put(&layout::proof(index), proof.to_string().as_bytes())?;
        }
        Ok(())
    }
}

fn put_front<W: Write>(sink: &mut Sink<W>, front: &Front<'_>) -> Result<(), CannotWrite> {
    sink.put(layout::HOW_TO_VERIFY, recipe::TEXT.as_bytes())?;
    sink.put(layout::README, front.readme.as_bytes())?;
    sink.put(layout::CHECKPOINT, front.checkpoint.as_bytes())?;
    for (number, note) in front.earlier.iter().enumerate() {
        sink.put(&format!("{}{number:04}", layout::EARLIER), note.as_bytes())?;
    }
    sink.put(layout::LOG_VKEY, format!("{}\n", front.log_key).as_bytes())?;
    sink.put(layout::PACK_JSON, &front.about.to_bytes()?)?;
    match front.readiness {
        Some(results) => sink.put(layout::READINESS, results),
        None => Ok(()),
    }
}

/// `<index> <salt base64> <canonical JSON>`
fn record_line(record: &Record<'_>) -> Vec<u8> {
    let mut line = format!("{} {} ", record.index, STANDARD.encode(record.salt.0)).into_bytes();
    line.extend_from_slice(record.bytes);
    line.push(b'\n');
    line
}
