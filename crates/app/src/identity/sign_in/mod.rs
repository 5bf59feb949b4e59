//! Signing in, by passkey or by six digits from a letter.
//!
//! Nobody learns here who has an account: an address that nobody has gets the same answer, and
//! a code that reaches nobody. A code lasts ten minutes, works once and bears five attempts; how
//! many may be asked for is limited by address and network, so that a stranger shuts nobody out. What was proven is the address:
//! whoever is in several organisations chooses afterwards.

mod code;
mod limit;
mod pages;
mod store;

use kit::id::{OrgId, PersonId};

use crate::shell::Routes;

pub(super) use limit::Limit;
pub(super) use store::forget;

/// A person of an organisation who can be reached at an address.
#[derive(Clone, Debug)]
pub(super) struct Account {
    pub(super) org: OrgId,
    pub(super) person: PersonId,
    pub(super) organisation: String,
}

pub(super) fn routes() -> Routes {
    pages::routes()
}

/// The cookie that holds what a sign-in has come to; only sent to its own pages.
const PROGRESS: &str = "sign-in";

/// An address within this product that a sign-in may lead to: nobody is sent elsewhere.
fn own_path(path: &str) -> Option<&str> {
    let is_own = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.chars().any(char::is_control);
    is_own.then_some(path)
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn a_sign_in_leads_nowhere_else() {
        assert_eq!(own_path("/readiness?x=1"), Some("/readiness?x=1"));
        for elsewhere in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "",
            "/a\nb",
        ] {
            assert_eq!(own_path(elsewhere), None, "{elsewhere:?}");
        }
    }
}
