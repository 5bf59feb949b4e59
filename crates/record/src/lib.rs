//! What can be signed and logged, and how the bytes look.
//!
//! An event becomes an [`Envelope`] around a typed [`kinds::Body`]; its [`canonical`] bytes are kept and hashed.
//! A salted [`commitment`] to them goes into a 64-byte [`leaf`], and the leaf's hash into the organisation's log.
//! Names and addresses stay outside as [`disclosure`]s that can be forgotten. A passkey signs an [`intent`] over a
//! record that is already in the log, and [`webauthn`] checks that signature without trusting the server.
//!
//! Everything here is pure: salts, ids and times are arguments. What is parsed may come from an enemy:
//! parsing is strict, never panics, and every refusal has a name.
#![deny(missing_docs)]

pub mod actor;
pub mod canonical;
pub mod commitment;
pub mod digest;
pub mod disclosure;
pub mod envelope;
pub mod id;
pub mod intent;
pub mod kinds;
pub mod leaf;
pub mod moment;
mod text_form;
pub mod webauthn;

pub use actor::{Actor, Pid};
pub use commitment::{Commitment, Salt};
pub use digest::Digest;
pub use disclosure::{Concealed, Disclosure};
pub use envelope::{Envelope, SealedRecord};
pub use id::{Id, ObjectId};
pub use intent::Intent;
pub use kinds::{Body, Kind};
pub use leaf::{Class, Leaf};
pub use moment::{Day, Moment};
