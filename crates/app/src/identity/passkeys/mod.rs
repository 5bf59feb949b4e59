//! Passkeys: how people prove that it is them, and what they sign with.
//!
//! A key enters by a ceremony between server, browser and authenticator, and the log notes how
//! it came: from then on the *key* is known. Whose it is, only people can say: another member
//! of top management or the security manager confirms it, never its owner and never the
//! administrator. A key that was lost is revoked, with the time since when it is not to be
//! believed. Key and attestation are kept byte by byte, because an auditor verifies signatures
//! with them offline, without this program.

mod confirm;
mod enrol;
mod pages;
mod relying_party;
mod revoke;
mod sign_in;
mod store;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kit::Digest;
use kit::id::PersonId;
use record::ObjectId;

use crate::shell::Routes;

pub use confirm::may_confirm;
pub use confirm::{CannotConfirm, confirm};
pub use enrol::{CannotEnrol, enrol, enrolment_options};
pub use revoke::{CannotRevoke, revoke};
pub(super) use sign_in::{sign_in, sign_in_options};
pub use store::{Passkey, passkeys_of, unconfirmed};

/// The longest reason that stands in a record.
const LONGEST: usize = 500;

pub(super) fn routes() -> Routes {
    pages::routes()
}

/// The object of every record about a passkey: the first half of its credential's digest.
fn object(credential: &Digest) -> ObjectId {
    let mut id = [0; 16];
    id.copy_from_slice(&credential.0[..16]);
    ObjectId(id)
}

/// The digest of a credential's id, from the text that the database keeps.
fn digest_of(id: &str) -> anyhow::Result<Digest> {
    Ok(Digest::of(URL_SAFE_NO_PAD.decode(id)?))
}

/// The user handle that authenticators keep: the 128 bits of the person's id.
fn handle(person: PersonId) -> [u8; 16] {
    person.obj()
}

/// The person behind a user handle.
fn person_behind(handle: &[u8]) -> Option<PersonId> {
    let bits = u128::from_be_bytes(handle.try_into().ok()?);
    format!("per_{}", kit::id::encode(bits)).parse().ok()
}
