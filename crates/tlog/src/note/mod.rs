//! C2SP signed-note v1.0.0: text signed by one or more keys, readable by people.
//!
//! ```text
//! <text, one or more lines, each ending in a newline>
//! <empty line>
//! — <key name> <base64(key id, 4 bytes big endian || signature)>
//! — …
//! ```
//!
//! A [`SignedNote`] is what was read and keeps its text to itself; [`SignedNote::open`] checks the signatures and
//! only then hands the text over. Signatures by unknown keys are kept, not trusted. Of the signature types of the
//! specification this module makes and checks Ed25519 (0x01).

mod key;
mod line;

use std::fmt;
use std::str;

pub use key::{NotAKey, Signer, Verifier};
pub use line::Signature;

/// Signature lines accepted in one note; the specification asks for at least 16.
pub const MAX_SIGNATURES: usize = 100;

/// A note as read: well-formed, nothing in it trusted yet.
///
/// ```
/// use tlog::Verifier;
/// use tlog::note::SignedNote;
/// let key: Verifier = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k".parse()?;
/// let note = SignedNote::parse("This is an example message.\n\n\
///     — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n")?;
/// assert_eq!(note.open(&[key])?.text, "This is an example message.\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedNote {
    text: String,
    signatures: Vec<Signature>,
}

/// A note whose text at least one known key has signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenNote {
    /// The text, with its final newline.
    pub text: String,
    /// Signatures by known keys, each of them checked; never empty, one per key.
    pub verified: Vec<Signature>,
    /// Signatures by other keys: kept, for instance to pass the note on, and worth nothing here.
    pub unknown: Vec<Signature>,
}

/// Why bytes are not a note, or a note is not to be believed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoteRefused {
    /// The note is not valid UTF-8.
    #[error("The note is not valid UTF-8.")]
    NotUtf8,
    /// The note holds an ASCII control character other than newline.
    #[error("The note holds a control character.")]
    ControlCharacter,
    /// The text does not end in a newline.
    #[error("The text of the note does not end in a newline.")]
    TextUnterminated,
    /// No empty line separates text and signatures, or no signature follows it.
    #[error("The note carries no signature.")]
    Unsigned,
    /// A line after the last empty line is not a signature line.
    #[error("Signature line {0} of the note is malformed.")]
    MalformedSignature(usize),
    /// There are more than [`MAX_SIGNATURES`] signature lines.
    #[error("The note carries more than {MAX_SIGNATURES} signatures.")]
    TooManySignatures,
    /// Two of the keys handed in share name and key id, so neither can be told from the other.
    #[error("Two known keys are both called {0}.")]
    AmbiguousKey(String),
    /// A signature names a known key and was not made by it over this text.
    #[error("The signature by {0} does not fit the note.")]
    InvalidSignature(String),
    /// None of the signatures is by a known key.
    #[error("No known key has signed the note.")]
    NoKnownSignature,
}

impl SignedNote {
    /// Reads a note, checking every rule of form and no signature.
    pub fn parse(note: impl AsRef<[u8]>) -> Result<Self, NoteRefused> {
        let note = str::from_utf8(note.as_ref()).map_err(|_| NoteRefused::NotUtf8)?;
        refuse_control_characters(note)?;
        let end = note.rfind("\n\n").ok_or(NoteRefused::Unsigned)? + 1;
        let signatures = read_signatures(&note[end + 1..])?;
        Ok(Self {
            text: note[..end].to_owned(),
            signatures,
        })
    }

    /// Signs a text; the text ends in a newline and holds no other control character.
    ///
    /// ```
    /// use tlog::{Signer, note::SignedNote};
    /// let signer = Signer::from_seed("example.com/log", [7; 32])?;
    /// let note = SignedNote::sign("Hello.\n", &[&signer])?;
    /// assert!(note.to_string().starts_with("Hello.\n\n— example.com/log "));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn sign(text: &str, signers: &[&Signer]) -> Result<Self, NoteRefused> {
        refuse_control_characters(text)?;
        if !text.ends_with('\n') {
            return Err(NoteRefused::TextUnterminated);
        }
        if signers.is_empty() {
            return Err(NoteRefused::Unsigned);
        }
        let mut note = Self {
            text: text.to_owned(),
            signatures: Vec::new(),
        };
        signers
            .iter()
            .try_for_each(|signer| note.add(signer.sign(text)))?;
        Ok(note)
    }

    /// Adds a signature line, replacing an earlier one by the same key.
    pub fn add(&mut self, signature: Signature) -> Result<(), NoteRefused> {
        self.signatures
            .retain(|earlier| !earlier.is_by_same_key(&signature));
        if self.signatures.len() == MAX_SIGNATURES {
            return Err(NoteRefused::TooManySignatures);
        }
        self.signatures.push(signature);
        Ok(())
    }

    /// Hands over the text if a known key has signed it and no signature that names a known key is false.
    pub fn open(&self, known: &[Verifier]) -> Result<OpenNote, NoteRefused> {
        let mut open = OpenNote {
            text: self.text.clone(),
            verified: Vec::new(),
            unknown: Vec::new(),
        };
        for signature in &self.signatures {
            let Some(key) = key_for(signature, known)? else {
                open.unknown.push(signature.clone());
                continue;
            };
            if !key.verifies(&self.text, signature) {
                return Err(NoteRefused::InvalidSignature(signature.key()));
            }
            if !open.verified.contains(signature) {
                open.verified.push(signature.clone());
            }
        }
        if open.verified.is_empty() {
            return Err(NoteRefused::NoKnownSignature);
        }
        Ok(open)
    }

    /// All signature lines in order, none of them checked.
    pub fn signatures(&self) -> &[Signature] {
        &self.signatures
    }
}

impl fmt::Display for SignedNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures
            .iter()
            .try_for_each(|signature| writeln!(f, "{signature}"))
    }
}

fn refuse_control_characters(text: &str) -> Result<(), NoteRefused> {
    if text.bytes().any(|byte| byte < 0x20 && byte != b'\n') {
        return Err(NoteRefused::ControlCharacter);
    }
    Ok(())
}

fn read_signatures(lines: &str) -> Result<Vec<Signature>, NoteRefused> {
    if lines.is_empty() {
        return Err(NoteRefused::Unsigned);
    }
    let mut signatures = Vec::new();
    for (number, line) in lines.split_inclusive('\n').enumerate() {
        if number == MAX_SIGNATURES {
            return Err(NoteRefused::TooManySignatures);
        }
        let signature = line.strip_suffix('\n').and_then(Signature::read);
        signatures.push(signature.ok_or(NoteRefused::MalformedSignature(number + 1))?);
    }
    Ok(signatures)
}

fn key_for<'k>(
    signature: &Signature,
    known: &'k [Verifier],
) -> Result<Option<&'k Verifier>, NoteRefused> {
    let mut keys = known.iter().filter(|key| key.is_named_by(signature));
    let key = keys.next();
    if keys.next().is_some() {
        return Err(NoteRefused::AmbiguousKey(signature.key()));
    }
    Ok(key)
}
