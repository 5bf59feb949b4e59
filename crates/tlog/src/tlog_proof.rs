//! `c2sp.org/tlog-proof@v1`: one record's proof of inclusion, able to travel alone (file extension `.tlog-proof`).
//!
//! ```text
//! c2sp.org/tlog-proof@v1
//! extra <base64>                  optional, opaque, not authenticated
//! index <decimal>                 zero-based index of the leaf
//! <base64 hash>                   inclusion proof, RFC 6962 §2.1.1, lowest sibling first
//! …
//! <empty line>
//! <checkpoint, a signed note, verbatim with all its signatures>
//! ```
//!
//! The reader brings the leaf, the origin and the log's keys; of these the proof proves nothing by itself.

use std::fmt;
use std::str;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::checkpoint::CheckpointRefused;
use crate::note::{NoteRefused, SignedNote};
use crate::proof::{NotIncluded, verify_inclusion};
use crate::{Checkpoint, Hash, Verifier, decimal};

const FIRST_LINE: &str = "c2sp.org/tlog-proof@v1";

/// More hashes no inclusion proof in a tree of up to 2^64 leaves can have.
const MAX_HASHES: usize = 64;

/// A proof as read or made; nothing in it is checked before [`TlogProof::verify`].
///
/// ```
/// use tlog::{Checkpoint, Signer, TlogProof, TreeHead, leaf_hash};
/// let signer = Signer::from_seed("example.com/log", [7; 32])?;
/// let leaf = leaf_hash(b"the only record");
/// let head = TreeHead { size: 1, root: leaf };
/// let checkpoint = Checkpoint::new("example.com/log", head)?.sign(&[&signer])?;
///
/// let file = TlogProof { index: 0, path: vec![], checkpoint, extra: None }.to_string();
/// let proof = TlogProof::parse(&file)?;
/// proof.verify(&leaf, "example.com/log", &[signer.verifier().clone()])?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TlogProof {
    /// Zero-based index of the leaf.
    pub index: u64,
    /// The inclusion proof, lowest sibling first.
    pub path: Vec<Hash>,
    /// The signed checkpoint, with every signature it came with.
    pub checkpoint: SignedNote,
    /// Opaque bytes that are not authenticated; an empty value is written as none.
    pub extra: Option<Vec<u8>>,
}

/// Why bytes are not a tlog-proof, or why one proves nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TlogProofRefused {
    /// The file is not valid UTF-8.
    #[error("The proof is not valid UTF-8.")]
    NotUtf8,
    /// The first line names another format.
    #[error("The proof does not begin with {FIRST_LINE}.")]
    Format,
    /// The extra line is not base64, or empty.
    #[error("The extra line of the proof is malformed.")]
    Extra,
    /// The index line is missing or not a number without leading zeroes.
    #[error("The index line of the proof is missing or malformed.")]
    Index,
    /// A line of the inclusion proof is not the base64 of a hash, or there are more than 64.
    #[error("Line {0} of the inclusion proof is malformed.")]
    Path(usize),
    /// No empty line separates the inclusion proof and the checkpoint.
    #[error("The proof carries no checkpoint.")]
    CheckpointMissing,
    /// The checkpoint is malformed, of another log, or not signed by it.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointRefused),
    /// The leaf is not where the proof says it is.
    #[error(transparent)]
    NotIncluded(#[from] NotIncluded),
}

impl TlogProof {
    /// Reads a proof, checking every rule of form and neither signature nor hashes.
    pub fn parse(proof: impl AsRef<[u8]>) -> Result<Self, TlogProofRefused> {
        let text = str::from_utf8(proof.as_ref()).map_err(|_| TlogProofRefused::NotUtf8)?;
        let mut lines = Lines { rest: text };
        if lines.take() != Some(FIRST_LINE) {
            return Err(TlogProofRefused::Format);
        }
        let mut line = lines.take();
        let extra = match line.and_then(|line| line.strip_prefix("extra ")) {
            Some(encoded) => {
                line = lines.take();
                Some(read_extra(encoded)?)
            }
            None => None,
        };
        let index = line.and_then(|line| decimal::parse(line.strip_prefix("index ")?));
        let index = index.ok_or(TlogProofRefused::Index)?;
        let path = read_path(&mut lines)?;
        let checkpoint = SignedNote::parse(lines.rest)?;
        Ok(Self {
            index,
            path,
            checkpoint,
            extra,
        })
    }

    /// Checks that the leaf is in the log with this origin, and returns the checkpoint that says so.
    ///
    /// `log_keys` are keys accepted for this origin only. Witness cosignatures are not looked at here:
    /// they stay in [`checkpoint`](Self::checkpoint) for whoever knows the witnesses.
    pub fn verify(
        &self,
        leaf: &Hash,
        origin: &str,
        log_keys: &[Verifier],
    ) -> Result<Checkpoint, TlogProofRefused> {
        let checkpoint = Checkpoint::open_note(&self.checkpoint, origin, log_keys)?;
        verify_inclusion(&self.path, self.index, leaf, &checkpoint.head())?;
        Ok(checkpoint)
    }
}

impl fmt::Display for TlogProof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{FIRST_LINE}")?;
        if let Some(extra) = self.extra.as_ref().filter(|extra| !extra.is_empty()) {
            writeln!(f, "extra {}", STANDARD.encode(extra))?;
        }
        writeln!(f, "index {}", self.index)?;
        self.path
            .iter()
            .try_for_each(|hash| writeln!(f, "{}", hash.to_base64()))?;
        write!(f, "\n{}", self.checkpoint)
    }
}

impl From<NoteRefused> for TlogProofRefused {
    fn from(refused: NoteRefused) -> Self {
        Self::Checkpoint(refused.into())
    }
}

fn read_extra(encoded: &str) -> Result<Vec<u8>, TlogProofRefused> {
    let extra = STANDARD
        .decode(encoded)
        .map_err(|_| TlogProofRefused::Extra)?;
    if extra.is_empty() {
        return Err(TlogProofRefused::Extra);
    }
    Ok(extra)
}

/// Reads hashes up to and including the empty line.
fn read_path(lines: &mut Lines<'_>) -> Result<Vec<Hash>, TlogProofRefused> {
    let mut path = Vec::new();
    loop {
        let number = path.len() + 1;
        match lines.take() {
            None => return Err(TlogProofRefused::CheckpointMissing),
            Some("") => return Ok(path),
            Some(_) if number > MAX_HASHES => return Err(TlogProofRefused::Path(number)),
            Some(line) => {
                path.push(Hash::from_base64(line).map_err(|_| TlogProofRefused::Path(number))?)
            }
        }
    }
}

/// Lines that end in a newline, and what comes after them.
struct Lines<'t> {
    rest: &'t str,
}

impl<'t> Lines<'t> {
    fn take(&mut self) -> Option<&'t str> {
        let (line, rest) = self.rest.split_once('\n')?;
        self.rest = rest;
        Some(line)
    }
}
