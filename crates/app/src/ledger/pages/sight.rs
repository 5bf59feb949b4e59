//! How much of a record a reader sees.
//!
//! Top management sees the acts of staff counted, an external auditor under pseudonyms; both see
//! the acts of management as they are. Nobody else who reads the log is held back.

use record::{Body, Class};

use super::names::Names;
use crate::identity::{Role, Viewer};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sight {
    /// With the names of everybody in it.
    Named,
    /// With pseudonyms.
    Veiled,
    /// That there is such a record.
    Counted,
}

pub(super) fn of(viewer: &Viewer, body: &Body) -> Sight {
    if body.class() != Some(Class::People) || is_about(viewer, body) {
        return Sight::Named;
    }
    let full = [
        Role::SecurityManager,
        Role::InternalAuditor,
        Role::Consultant,
    ];
    match () {
        () if full.iter().any(|role| viewer.is(*role)) => Sight::Named,
        () if viewer.is(Role::ExternalAuditor) => Sight::Veiled,
        () => Sight::Counted,
    }
}

fn is_about(viewer: &Viewer, body: &Body) -> bool {
    let person = viewer.person.to_string();
    body.args().get("person") == Some(&person)
}

impl Sight {
    /// A text in which people are named, as far as they may be.
    pub(super) fn fill(self, names: &Names, text: &str) -> String {
        match self {
            Sight::Named => names.fill(text),
            Sight::Veiled | Sight::Counted => Names::veil(text),
        }
    }
}
