use serde::{Deserialize, Serialize};

use super::words::Source;
use super::{Kind, sample};
use crate::disclosure::Concealed;
use crate::id::Id;
use crate::leaf::Class;
use crate::moment::Moment;

/// Another e-mail address was entered for a member of top management; it does not count yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddressChangeRequested {
    /// Whose address it is.
    pub person: Id,
    /// When it counts if nobody confirms or refuses it before.
    pub waits_until: Moment,
    /// Where this comes from.
    pub source: Source,
    /// The import that brought it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<Id>,
    /// The new address, concealed; none where it is taken away.
    #[serde(rename = "_sd")]
    pub concealed: Concealed,
}

impl Kind for AddressChangeRequested {
    const TYPE: &'static str = "address-change-requested";
    const CLASS: Class = Class::Control;

    fn sentence(&self) -> String {
        format!(
            "Another e-mail address was entered for {}, to count from {} unless somebody answers before.",
            self.person, self.waits_until
        )
    }

    fn sample() -> Self {
        Self {
            person: sample::id("per"),
            waits_until: sample::moment("2026-07-15T08:30:00.000Z"),
            source: Source::ByHand,
            import: None,
            concealed: sample::concealed(&[("email", "ada@acme.example")]),
        }
    }
}
