//! What an auditor brings along: the logs, witnesses and keys they know, and what they insist on. Never part of a pack.
//!
//! C2SP tlog-policy (`log`, `witness`, `group`, `quorum`) with additions:
//!
//! ```text
//! log acme.example/9f3c21aa/1+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k
//! person per_01JD… 2c26b46b…          this key (SHA-256 of its COSE form) is that person's: I saw them use it
//! site https://countersign.acme.example  signatures are made here and nowhere else
//! require identified                  fail the pack unless this grade is reached
//! level document-signed L2            fail signatures of this kind made with less than a passkey
//! quorum none
//! ```

mod parse;

use std::collections::{BTreeMap, BTreeSet};

use record::kinds::words::Level;
use tlog::Verifier;

use crate::grade::Aspect;

pub use parse::{BadTrust, Why};

/// A trust file, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trust {
    /// Logs the auditor knows; a key's name is the log's origin.
    pub logs: Vec<Verifier>,
    /// Witnesses by the name they have in this file.
    pub witnesses: BTreeMap<String, String>,
    /// Groups of witnesses or groups, defined before use.
    pub groups: BTreeMap<String, Witnesses>,
    /// Who must have vouched for a checkpoint; `None` where the file says `none` or nothing.
    pub quorum: Option<String>,
    /// Keys the auditor saw a person use: SHA-256 of the COSE key, by person.
    pub persons: BTreeMap<String, BTreeSet<record::Digest>>,
    /// Web origins where signatures are made; the pack's own word where there is none.
    pub sites: Vec<String>,
    /// Grades without which the pack fails.
    pub required: BTreeSet<Aspect>,
    /// The least level of signature, by kind of record or kind of document.
    pub levels: BTreeMap<String, Level>,
}

/// At least `needed` of `members` must have vouched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witnesses {
    /// From 1 to the number of members.
    pub needed: usize,
    /// Names defined earlier in the file.
    pub members: Vec<String>,
}

impl Trust {
    /// The least level asked of a signature by any of the names it goes by.
    #[must_use]
    pub fn level(&self, names: &[&str]) -> Option<Level> {
        names
            .iter()
            .filter_map(|name| self.levels.get(*name))
            .max()
            .copied()
    }
}
