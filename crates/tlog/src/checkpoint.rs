//! C2SP tlog-checkpoint v1.0.0: a log's signed statement of its size and root.
//!
//! ```text
//! example.com/behind-the-sofa                        origin: which log
//! 20852163                                           tree size, decimal
//! CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=       root hash, base64
//!
//! — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
//! ```
//!
//! Extension lines are read past, as the specification allows them, and never written, as it advises against them.
//! A log must not sign a checkpoint inconsistent with an earlier one; keeping that promise is the caller's part.

use std::fmt;
use std::str::FromStr;

use crate::merkle::TreeHead;
use crate::note::{NoteRefused, SignedNote};
use crate::{Hash, Signer, Verifier, decimal};

/// Origin, size and root of a log.
///
/// ```
/// use tlog::{Checkpoint, Signer, TreeHead, leaf_hash};
/// let signer = Signer::from_seed("example.com/log", [7; 32])?;
/// let head = TreeHead { size: 1, root: leaf_hash(b"first") };
/// let note = Checkpoint::new("example.com/log", head)?.sign(&[&signer])?.to_string();
///
/// let opened = Checkpoint::open(&note, "example.com/log", &[signer.verifier().clone()])?;
/// assert_eq!(opened.head(), head);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    origin: String,
    head: TreeHead,
}

/// Why something is not a checkpoint, or not one to be believed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointRefused {
    /// The origin is empty or holds a control character.
    #[error("The origin of a checkpoint is one line that is not empty.")]
    Origin,
    /// The second line is not a number without leading zeroes.
    #[error("The tree size of the checkpoint is not a plain decimal number.")]
    Size,
    /// The third line is not the base64 of a hash.
    #[error("The root hash of the checkpoint is not the base64 of 32 bytes.")]
    Root,
    /// An extension line is empty, or the last line has no newline.
    #[error("The checkpoint has an empty or unfinished line.")]
    Line,
    /// The checkpoint is by another log.
    #[error("The checkpoint is of log {found}, not {expected}.")]
    OtherLog {
        /// Origin asked for.
        expected: String,
        /// Origin in the checkpoint.
        found: String,
    },
    /// The note around it is malformed or not signed by the log.
    #[error(transparent)]
    Note(#[from] NoteRefused),
}

impl Checkpoint {
    /// States size and root of the log with this origin.
    ///
    /// The specification wants a schema-less URL such as `example.com/log42`, to avoid collisions.
    pub fn new(origin: &str, head: TreeHead) -> Result<Self, CheckpointRefused> {
        if origin.is_empty() || origin.contains(|c| c < ' ') {
            return Err(CheckpointRefused::Origin);
        }
        let origin = origin.to_owned();
        Ok(Self { origin, head })
    }

    /// Signs the statement; the log's key name should be its origin.
    pub fn sign(&self, signers: &[&Signer]) -> Result<SignedNote, NoteRefused> {
        SignedNote::sign(&self.to_string(), signers)
    }

    /// Believes a signed checkpoint if one of the log's keys has signed it and it is of the log with this origin.
    ///
    /// `log_keys` are keys accepted for this origin only: a witness's key among them would pass for the log's.
    pub fn open(
        note: impl AsRef<[u8]>,
        origin: &str,
        log_keys: &[Verifier],
    ) -> Result<Self, CheckpointRefused> {
        Self::open_note(&SignedNote::parse(note)?, origin, log_keys)
    }

    /// As [`open`](Self::open), for a note already read.
    pub fn open_note(
        note: &SignedNote,
        origin: &str,
        log_keys: &[Verifier],
    ) -> Result<Self, CheckpointRefused> {
        let checkpoint: Self = note.open(log_keys)?.text.parse()?;
        if checkpoint.origin != origin {
            return Err(CheckpointRefused::OtherLog {
                expected: origin.to_owned(),
                found: checkpoint.origin,
            });
        }
        Ok(checkpoint)
    }

    /// Identifies the log.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Number of leaves.
    pub fn size(&self) -> u64 {
        self.head.size
    }

    /// Root over those leaves.
    pub fn root(&self) -> Hash {
        self.head.root
    }

    /// Size and root, to check proofs against.
    pub fn head(&self) -> TreeHead {
        self.head
    }
}

/// The note text: three lines, each ending in a newline.
impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let TreeHead { size, root } = self.head;
        write!(f, "{}\n{size}\n{}\n", self.origin, root.to_base64())
    }
}

/// Reads a note text. Nothing in it is to be believed without [`Checkpoint::open`].
impl FromStr for Checkpoint {
    type Err = CheckpointRefused;

    fn from_str(text: &str) -> Result<Self, CheckpointRefused> {
        let text = text.strip_suffix('\n').ok_or(CheckpointRefused::Line)?;
        let mut lines = text.split('\n');
        let mut line = || lines.next().unwrap_or_default();
        let origin = line();
        let size = decimal::parse(line()).ok_or(CheckpointRefused::Size)?;
        let root = Hash::from_base64(line()).map_err(|_| CheckpointRefused::Root)?;
        if lines.any(str::is_empty) {
            return Err(CheckpointRefused::Line);
        }
        Self::new(origin, TreeHead { size, root })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOT: &str = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    fn read(text: &str) -> Result<Checkpoint, CheckpointRefused> {
        text.parse()
    }

    #[test]
    fn the_specification_s_example_reads_back() {
        let text = format!("example.com/behind-the-sofa\n20852163\n{ROOT}\n");
        let checkpoint = read(&text).unwrap();
        assert_eq!(checkpoint.origin(), "example.com/behind-the-sofa");
        assert_eq!(
            (checkpoint.size(), checkpoint.root().to_base64().as_str()),
            (20_852_163, ROOT)
        );
        assert_eq!(checkpoint.to_string(), text);
    }

    #[test]
    fn extension_lines_are_read_past_and_not_written() {
        let text = format!("log\n5\n{ROOT}\nextension\nanother\n");
        assert_eq!(
            read(&text).unwrap().to_string(),
            format!("log\n5\n{ROOT}\n")
        );
    }

    #[test]
    fn each_malformed_line_is_named() {
        use CheckpointRefused::{Line, Origin, Root, Size};
        for (text, refusal) in [
            (format!("\n5\n{ROOT}\n"), Origin),
            (format!("lo\tg\n5\n{ROOT}\n"), Origin),
            (format!("log\n05\n{ROOT}\n"), Size),
            (format!("log\n-5\n{ROOT}\n"), Size),
            (format!("log\n18446744073709551616\n{ROOT}\n"), Size),
            ("log\n".to_owned(), Size),
            ("log\n5\n".to_owned(), Root),
            (format!("log\n5\n{ROOT}\r\n"), Root),
            (format!("log\n5\n{}\n", ROOT.replace("I=", "J=")), Root),
            (format!("log\n5\n{ROOT}"), Line),
            (format!("log\n5\n{ROOT}\n\n"), Line),
            (format!("log\n5\n{ROOT}\n\nextension\n"), Line),
            (String::new(), Line),
        ] {
            assert_eq!(read(&text), Err(refusal), "{text:?}");
        }
    }

    #[test]
    fn a_checkpoint_of_another_log_is_not_opened() {
        let signer = Signer::from_seed("log", [1; 32]).unwrap();
        let note = read(&format!("other\n5\n{ROOT}\n"))
            .unwrap()
            .sign(&[&signer])
            .unwrap();
        let opened = Checkpoint::open(note.to_string(), "log", &[signer.verifier().clone()]);
        assert!(
            matches!(opened, Err(CheckpointRefused::OtherLog { found, .. }) if found == "other")
        );
    }
}
