//! Who is asking.

use jiff::tz::TimeZone;
use kit::id::{OrgId, PersonId};
use kit::words::Language;
use kit::{Actor, Digest};

use super::role::{Role, Roles};

kit::words_of! {
    /// How somebody showed who they are; printed on receipts and in records.
    pub enum SignInMethod {
        Passkey = "passkey",
        Code = "code",
        Link = "link",
        Setup = "setup",
        Demo = "demo",
        Token = "token",
    }
}

/// Where a passkey is enrolled.
const ENROLMENT: [&str; 2] = ["/passkeys", "/passkeys/options"];

/// A person of an organisation who asks for something.
#[derive(Clone, Debug)]
pub struct Viewer {
    pub org: OrgId,
    pub organisation: String,
    /// The firm never was; its pages and packs say so.
    pub is_demonstration: bool,
    pub person: PersonId,
    pub name: String,
    pub roles: Roles,
    pub method: SignInMethod,
    /// The digest of the session's token, which stands for the session in records.
    pub session: Digest,
    /// A mail link leads to one obligation and nowhere else: the address it leads to.
    pub scope: Option<String>,
    pub language: Option<Language>,
    pub zone: TimeZone,
}

impl Viewer {
    pub fn is(&self, role: Role) -> bool {
        self.roles.holds(role)
    }

    /// Does this person direct: write, send, publish, decide?
    pub fn directs(&self) -> bool {
        Role::DIRECTING.iter().any(|role| self.is(*role))
    }

    /// Does this person see versions and history, by whatever role?
    pub fn reads(&self) -> bool {
        Role::READERS.iter().any(|role| self.is(*role))
    }

    /// Is this the session of the first set-up?
    pub fn sets_up(&self) -> bool {
        self.method == SignInMethod::Setup
    }

    /// Does this person see single acts of staff? Top management answers for them and sees them
    /// counted, and its own members by name.
    pub fn sees_staff(&self) -> bool {
        let others = Role::READERS
            .iter()
            .filter(|role| **role != Role::TopManagement);
        others.into_iter().any(|role| self.is(*role))
    }

    pub fn actor(&self) -> Actor {
        Actor {
            org: self.org,
            person: Some(self.person),
            session: Some(self.session),
        }
    }

    /// Does the way this person came in reach this address? A link to something to sign also
    /// reaches the enrolment of a first passkey, because the signature may need one. No other
    /// link does: a passkey opens the whole account.
    pub fn may_go(&self, path: &str) -> bool {
        self.is_led_to(path) || (ENROLMENT.contains(&path) && self.is_led_to_a_signature())
    }

    fn is_led_to_a_signature(&self) -> bool {
        let scope = self.scope.as_deref().unwrap_or_default();
        scope
            .strip_prefix("/signatures/")
            .is_some_and(|request| !request.is_empty() && !request.contains('/'))
    }

    /// Is this address part of the obligation that a mail link leads to?
    fn is_led_to(&self, path: &str) -> bool {
        match &self.scope {
            None => true,
            Some(scope) => path
                .strip_prefix(scope.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::Moment;
    use kit::dice::Dice;

    fn came_by_link(scope: &str) -> Viewer {
        let dice = Dice::seeded(1);
        Viewer {
            org: OrgId::fresh(Moment::from_millis(1), &dice),
            organisation: "Acme".into(),
            is_demonstration: false,
            person: PersonId::fresh(Moment::from_millis(1), &dice),
            name: "Ada".into(),
            roles: Roles::of([Role::Employee]),
            method: SignInMethod::Link,
            session: Digest::of("token"),
            scope: Some(scope.to_owned()),
            language: None,
            zone: TimeZone::UTC,
        }
    }

    #[test]
    fn a_mail_link_leads_to_its_obligation_and_nowhere_else() {
        let viewer = came_by_link("/acknowledgements/pub_1");
        assert!(viewer.may_go("/acknowledgements/pub_1"));
        assert!(viewer.may_go("/acknowledgements/pub_1/receipt"));
        assert!(!viewer.may_go("/acknowledgements/pub_12"));
        assert!(!viewer.may_go("/"));
    }

    #[test]
    fn only_a_link_to_a_signature_enrols_a_passkey() {
        for page in ENROLMENT {
            assert!(came_by_link("/signatures/req_1").may_go(page));
            assert!(!came_by_link("/signatures/").may_go(page));
            assert!(!came_by_link("/acknowledgements/pub_1").may_go(page));
        }
    }
}
