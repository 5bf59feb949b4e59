//! What every governed document has pages for, whatever its kind: its draft, its versions, what
//! changed between any two of them, and what is published.
//!
//! The same pages stand below the address of each kind (`DocumentKind::address`). What a kind has
//! besides, its list, its record and how it is sent to be signed, is in a slice of its own, such
//! as `statements` and `policies`.

mod compare;
mod draft;
mod found;
mod publication;
mod version;

use crate::identity::Role;
use crate::shell::{Access, Routes};

/// Who writes and publishes.
const DIRECTING: Access = Access::Any(Role::DIRECTING);
/// Who sees versions and history.
const READING: Access = Access::Any(Role::READERS);

/// The pages below the address of one kind of document.
macro_rules! below {
    ($home:literal) => {
        Routes::default()
            .get(concat!($home, "/{document}/draft"), DIRECTING, draft::edit)
            .post(concat!($home, "/{document}/draft"), DIRECTING, draft::save)
            .post(
                concat!($home, "/{document}/renewal"),
                DIRECTING,
                draft::renew,
            )
            .get(
                concat!($home, "/{document}/compare"),
                READING,
                compare::show,
            )
            .get(
                concat!($home, "/{document}/versions/{number}"),
                READING,
                version::show,
            )
            .get(
                concat!($home, "/{document}/versions/{number}/text"),
                READING,
                version::text,
            )
            .get(
                concat!($home, "/{document}/versions/{number}/proof"),
                READING,
                version::proof,
            )
            .post(
                concat!($home, "/{document}/versions/{number}/publication"),
                DIRECTING,
                version::publish,
            )
            .get(
                concat!($home, "/{document}/publications/{publication}"),
                Access::SignedIn,
                publication::show,
            )
            .post(
                concat!($home, "/{document}/publications/{publication}/withdrawal"),
                DIRECTING,
                publication::withdraw,
            )
    };
}

pub fn routes() -> Routes {
    below!("/statements").and(below!("/policies"))
}
