//! `pack.json`: what the pack is about, in words a program can read.

use record::canonical::{self, NotCanonical};
use record::{Id, Moment};
use serde::{Deserialize, Serialize};

use crate::layout::FORMAT;

/// Scope, period and issuer of a pack.
///
/// A narrow scope is honest only if it is seen, so the verifier prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// [`FORMAT`].
    pub format: String,
    /// The organisation.
    pub org: Id,
    /// Its name, for people.
    pub organisation: String,
    /// The log's origin.
    pub origin: String,
    /// The relying party of its passkeys, a host name.
    pub rp_id: String,
    /// The web origins where signatures are made, for example `https://countersign.example.org`.
    pub sites: Vec<String>,
    /// Records entered before this moment are not in the pack; `None` begins with the log.
    pub since: Option<Moment>,
    /// Records entered after this moment are not in the pack.
    pub until: Moment,
    /// When the pack was issued.
    pub issued_at: Moment,
    /// Who issued it: a person's id, or `system`.
    pub issued_by: record::Pid,
    /// The program and version that wrote it.
    pub generator: String,
}

impl About {
    /// The format this version writes.
    #[must_use]
    pub fn format() -> String {
        FORMAT.to_owned()
    }

    pub(crate) fn to_bytes(&self) -> Result<Vec<u8>, NotCanonical> {
        let mut bytes = canonical::to_bytes(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}
