//! How much of somebody a reader sees.

use kit::id::PersonId;

use crate::identity::{Role, Viewer};

use super::facts::Person;

kit::words_of! {
    /// How much of a person a reader sees.
    pub enum Sight {
        /// Facts and the whole timeline.
        Everything = "everything",
        /// Name, title, unit, manager, dates: what a directory has.
        Directory = "directory",
        /// Everything, but names and addresses are withheld.
        Pseudonym = "pseudonym",
        /// That somebody is there and since when.
        Metadata = "metadata",
    }
}

impl Sight {
    pub(super) fn shows_names(self) -> bool {
        matches!(self, Sight::Everything | Sight::Directory)
    }

    pub(super) fn shows_facts(self) -> bool {
        self != Sight::Metadata
    }

    pub(super) fn shows_timeline(self) -> bool {
        matches!(self, Sight::Everything | Sight::Pseudonym)
    }
}

/// Who may open the list of people, each with their own sight of it.
pub(super) const LISTERS: &[Role] = &[
    Role::SecurityManager,
    Role::HumanResources,
    Role::TopManagement,
    Role::InternalAuditor,
    Role::ExternalAuditor,
    Role::Administrator,
];

/// Who may enter and change people.
pub(super) const WRITERS: &[Role] = &[Role::SecurityManager, Role::HumanResources];

/// What the list shows to this reader.
pub(super) fn of_list(viewer: &Viewer) -> Option<Sight> {
    let is = |role| viewer.is(role);
    match () {
        () if is(Role::SecurityManager) || is(Role::HumanResources) => Some(Sight::Everything),
        () if is(Role::InternalAuditor) => Some(Sight::Everything),
        () if is(Role::TopManagement) => Some(Sight::Directory),
        () if is(Role::ExternalAuditor) => Some(Sight::Pseudonym),
        () if is(Role::Administrator) => Some(Sight::Metadata),
        () => None,
    }
}

/// What this reader sees of one person; nothing is the same as "there is no such person".
pub(super) fn of_person(viewer: &Viewer, person: &Person) -> Option<Sight> {
    if viewer.person == person.id || person.manager == Some(viewer.person) {
        return Some(Sight::Everything);
    }
    of_list(viewer)
}

/// Whether this reader gets pseudonyms where the names of people would stand.
///
/// An external auditor judges a population and draws a sample from it; neither takes names
/// (GDPR, Article 5(1)(c)). They see staff here as the log and a pack show them: a pack opens what
/// management did and merely counts what people did, until the organisation opens the sample.
pub fn withholds_names(viewer: &Viewer) -> bool {
    of_list(viewer) == Some(Sight::Pseudonym)
}

/// What stands in place of a name that is withheld.
pub fn pseudonym(person: PersonId) -> String {
    let id = person.to_string();
    format!("per…{}", &id[id.len() - 6..])
}

pub(super) fn may_write(viewer: &Viewer) -> bool {
    WRITERS.iter().any(|role| viewer.is(*role))
}
