//! Ed25519 note keys, signed-note "Ed25519 signatures" and "Verifier keys".
//!
//! ```text
//! key ID = SHA-256(key name || 0A || 01 || 32-byte public key)[:4]
//! vkey   = <key name>+<key ID, 8 lower-case hex digits>+base64(01 || 32-byte public key)
//! ```

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest as _, Sha256};

use super::line::{Signature, is_key_name};

/// Signature type identifier of Ed25519.
const ED25519: u8 = 0x01;

/// A key that signs notes. Its seed never leaves it, not even in debug output.
#[derive(Clone)]
pub struct Signer {
    verifier: Verifier,
    key: SigningKey,
}

/// A key that checks notes, written and read as a vkey.
///
/// ```
/// let vkey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
/// let verifier: tlog::Verifier = vkey.parse()?;
/// assert_eq!((verifier.name(), verifier.key_id()), ("example.com/foo", 0x530d903a));
/// assert_eq!(verifier.to_string(), vkey);
/// # Ok::<(), tlog::note::NotAKey>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verifier {
    name: String,
    key_id: u32,
    key: VerifyingKey,
}

/// Why something is not a note key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAKey {
    /// The name is empty or holds a space, a plus or a control character.
    #[error("A key name is not empty and holds no space, plus or control character.")]
    Name,
    /// The text is not name, key id and base64, joined by plus signs.
    #[error("A verifier key is written as name+id+base64.")]
    Format,
    /// The key is of a type other than Ed25519.
    #[error("Signature type {0:#04x} is not supported, only Ed25519 (0x01).")]
    SignatureType(u8),
    /// The bytes are not an Ed25519 public key, or one under which anything verifies.
    #[error("The verifier key holds no usable Ed25519 public key.")]
    PublicKey,
    /// The key id does not follow from name and key: one of the three was changed.
    #[error("The key id {stated:08x} does not belong to this name and key; {derived:08x} would.")]
    KeyId {
        /// Key id that was written.
        stated: u32,
        /// Key id that follows from name and key.
        derived: u32,
    },
}

impl Signer {
    /// The signer with this name whose private key is the 32-byte seed of RFC 8032 §5.1.5.
    pub fn from_seed(name: &str, seed: [u8; 32]) -> Result<Self, NotAKey> {
        let key = SigningKey::from_bytes(&seed);
        let verifier = Verifier::new(name, key.verifying_key())?;
        Ok(Self { verifier, key })
    }

    /// The public half, to hand out: `signer.verifier().to_string()` is the vkey.
    pub fn verifier(&self) -> &Verifier {
        &self.verifier
    }

    /// The signature line over exactly this note text.
    pub fn sign(&self, text: &str) -> Signature {
        Signature {
            name: self.verifier.name.clone(),
            key_id: self.verifier.key_id,
            bytes: self.key.sign(text.as_bytes()).to_bytes().to_vec(),
        }
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Signer").field(&self.verifier).finish()
    }
}

impl Verifier {
    /// The verifier with this name and public key.
    pub fn from_public_key(name: &str, public_key: &[u8; 32]) -> Result<Self, NotAKey> {
        let key = VerifyingKey::from_bytes(public_key).map_err(|_| NotAKey::PublicKey)?;
        Self::new(name, key)
    }

    fn new(name: &str, key: VerifyingKey) -> Result<Self, NotAKey> {
        if !is_key_name(name) {
            return Err(NotAKey::Name);
        }
        if key.is_weak() {
            return Err(NotAKey::PublicKey);
        }
        Ok(Self {
            name: name.to_owned(),
            key_id: key_id(name, &key),
            key,
        })
    }

    /// Name of the key.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Short identifier of the key, derived from name and key.
    pub fn key_id(&self) -> u32 {
        self.key_id
    }

    /// The 32-byte public key of RFC 8032.
    pub fn public_key(&self) -> &[u8; 32] {
        self.key.as_bytes()
    }

    /// Whether this key made this signature over exactly this text.
    pub fn verifies(&self, text: &str, signature: &Signature) -> bool {
        let made = ed25519_dalek::Signature::from_slice(&signature.bytes);
        let fits = |made| self.key.verify_strict(text.as_bytes(), &made).is_ok();
        self.is_named_by(signature) && made.is_ok_and(fits)
    }

    pub(super) fn is_named_by(&self, signature: &Signature) -> bool {
        self.key_id == signature.key_id && self.name == signature.name
    }
}

impl fmt::Display for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let typed = [&[ED25519][..], self.key.as_bytes()].concat();
        write!(
            f,
            "{}+{:08x}+{}",
            self.name,
            self.key_id,
            STANDARD.encode(typed)
        )
    }
}

impl FromStr for Verifier {
    type Err = NotAKey;

    fn from_str(vkey: &str) -> Result<Self, NotAKey> {
        let (name, rest) = vkey.split_once('+').ok_or(NotAKey::Format)?;
        let (id, encoded) = rest.split_once('+').ok_or(NotAKey::Format)?;
        let stated = read_key_id(id).ok_or(NotAKey::Format)?;
        let typed = STANDARD.decode(encoded).map_err(|_| NotAKey::Format)?;
        let public_key = match typed.split_first() {
            Some((&ED25519, public_key)) => {
                public_key.try_into().map_err(|_| NotAKey::PublicKey)?
            }
            Some((&other, _)) => return Err(NotAKey::SignatureType(other)),
            None => return Err(NotAKey::Format),
        };
        let verifier = Self::from_public_key(name, public_key)?;
        if verifier.key_id != stated {
            let derived = verifier.key_id;
            return Err(NotAKey::KeyId { stated, derived });
        }
        Ok(verifier)
    }
}

fn key_id(name: &str, key: &VerifyingKey) -> u32 {
    let input = [name.as_bytes(), b"\n", &[ED25519], key.as_bytes()].concat();
    let digest: [u8; 32] = Sha256::digest(input).into();
    u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]])
}

/// Reads eight lower-case hex digits.
fn read_key_id(id: &str) -> Option<u32> {
    let value = u32::from_str_radix(id, 16).ok()?;
    (format!("{value:08x}") == id).then_some(value)
}
