//! Who did it: a pseudonym, with the name and address concealed.
//!
//! ```text
//! {"_sd":["<digest of name>","<digest of e-mail>"],"pid":"per_01JD3K…"}      or      {"_sd":[],"pid":"system"}
//! ```

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::disclosure::Concealed;
use crate::id::{Id, NotAnId};
use crate::text_form::text_form;

/// A person's pseudonym, or the software itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pid {
    /// The software acted by itself; in JSON `system`.
    System,
    /// A person acted.
    Person(Id),
}

impl fmt::Display for Pid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::System => f.write_str("system"),
            Self::Person(id) => id.fmt(f),
        }
    }
}

impl FromStr for Pid {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        if text == "system" {
            Ok(Self::System)
        } else {
            text.parse().map(Self::Person)
        }
    }
}

text_form!(Pid);

/// Who did what the record says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// The pseudonym.
    pub pid: Pid,
    /// What is known about the person, concealed.
    #[serde(rename = "_sd")]
    pub concealed: Concealed,
}

impl Actor {
    /// The software itself.
    pub fn system() -> Self {
        Self {
            pid: Pid::System,
            concealed: Concealed::default(),
        }
    }

    /// A person, with the fields that disclosures open.
    pub fn person(id: Id, concealed: Concealed) -> Self {
        Self {
            pid: Pid::Person(id),
            concealed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_software_is_called_system() {
        assert_eq!(
            serde_json::to_string(&Actor::system()).unwrap(),
            r#"{"pid":"system","_sd":[]}"#
        );
        assert_eq!("system".parse(), Ok(Pid::System));
        assert_eq!("root".parse::<Pid>(), Err(NotAnId));
    }
}
