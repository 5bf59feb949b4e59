//! The kinds of records, one file each: the fields of the body, its class, and its sentence for a person.
//!
//! A kind's type id is its name in kebab case and in the past tense (`document-signed`), for ever.
//! Fields are only added as optional ones; a word added to an enum is a change of format.
//! Absent optional fields are left out. Personal data stands in `_sd` (see [`crate::disclosure`]), people as
//! pseudonyms; the exception is free text written as evidence (reasons, questions), which stays as written.
//!
//! To add a kind: write its file, add its `mod` and its line to the list, run `GOLDEN=accept cargo test -p countersign-record`.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::leaf::Class;

// Spelt out, not made by the macro below: rustfmt finds only modules that are.
mod acknowledgement_declined;
mod acknowledgement_requested;
mod address_change_requested;
mod address_change_settled;
mod appointment_confirmed;
mod approval_delegated;
mod approval_requested;
mod args;
mod clock_stepped;
mod contents_confirmed;
mod declining_decided;
mod delegation_ended;
mod document_acknowledged;
mod document_published;
mod document_reviewed;
mod document_signed;
mod document_withdrawn;
#[cfg(test)]
mod golden;
mod log_started;
mod organisation_changed;
mod pack_issued;
mod parameter_changed;
mod passkey_confirmed;
mod passkey_enrolled;
mod passkey_revoked;
mod people_import_undone;
mod people_imported;
mod person_appointed;
mod person_changed;
mod person_joined;
mod person_left;
mod person_relieved;
mod question_answered;
mod question_asked;
mod role_ended;
mod role_granted;
mod sample;
mod setting_changed;
mod signature_declined;
mod signature_requested;
pub mod words;

/// What every kind of record says about itself.
pub trait Kind: Serialize + DeserializeOwned + Into<Body> {
    /// The type id in the envelope.
    const TYPE: &'static str;
    /// Who may see it, and whether a pack may leave it out.
    const CLASS: Class;

    /// What happened, as one sentence in the past tense. People stand in it as pseudonyms.
    fn sentence(&self) -> String;

    /// A plausible record, for golden files, pages and tests.
    fn sample() -> Self;
}

/// The body does not fit its type; the reason follows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This is not a '{type_id}': {reason}.")]
pub struct BadBody {
    /// The type the envelope names.
    pub type_id: String,
    /// What does not fit.
    pub reason: String,
}

/// A body of a type that this program does not know, kept as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Unknown {
    /// The type the envelope names.
    pub type_id: String,
    /// The body.
    pub body: Value,
}

macro_rules! kinds {
    ($($module:ident $Kind:ident)*) => {
        $(pub use $module::$Kind;)*

        /// What happened, by type.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Body {
            $(
                #[doc = concat!("See [`", stringify!($Kind), "`].")]
                $Kind($Kind),
            )*
            /// A type of a later version.
            Unknown(Unknown),
        }

        $(
            impl From<$Kind> for Body {
                fn from(body: $Kind) -> Self {
                    Self::$Kind(body)
                }
            }
        )*

        impl Body {
            /// The type ids this program knows.
            pub const TYPES: &'static [&'static str] = &[$($Kind::TYPE),*];

            /// Reads a body of the given type; unknown types are kept as they are.
            ///
            /// # Errors
            /// When the type is known and the fields are not its own.
            pub fn parse(type_id: &str, body: Value) -> Result<Self, BadBody> {
                match type_id {
                    $($Kind::TYPE => read::<$Kind>(body),)*
                    _ => Ok(Self::Unknown(Unknown { type_id: type_id.to_owned(), body })),
                }
            }

            /// The type id.
            pub fn type_id(&self) -> &str {
                match self {
                    $(Self::$Kind(_) => $Kind::TYPE,)*
                    Self::Unknown(unknown) => &unknown.type_id,
                }
            }

            /// The class of its leaf, where the type is known.
            pub fn class(&self) -> Option<Class> {
                match self {
                    $(Self::$Kind(_) => Some($Kind::CLASS),)*
                    Self::Unknown(_) => None,
                }
            }

            /// What happened, as one sentence in English.
            pub fn sentence(&self) -> String {
                match self {
                    $(Self::$Kind(body) => body.sentence(),)*
                    Self::Unknown(unknown) => format!("Something of the unknown type '{}' happened.", unknown.type_id),
                }
            }

            /// One sample of each known kind, in the order of [`Self::TYPES`].
            pub fn samples() -> Vec<Self> {
                vec![$($Kind::sample().into()),*]
            }
        }

        impl Serialize for Body {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$Kind(body) => body.serialize(to),)*
                    Self::Unknown(unknown) => unknown.body.serialize(to),
                }
            }
        }
    };
}

kinds! {
    acknowledgement_declined AcknowledgementDeclined
    acknowledgement_requested AcknowledgementRequested
    address_change_requested AddressChangeRequested
    address_change_settled AddressChangeSettled
    appointment_confirmed AppointmentConfirmed
    approval_delegated ApprovalDelegated
    approval_requested ApprovalRequested
    clock_stepped ClockStepped
    contents_confirmed ContentsConfirmed
    declining_decided DecliningDecided
    delegation_ended DelegationEnded
    document_acknowledged DocumentAcknowledged
    document_published DocumentPublished
    document_reviewed DocumentReviewed
    document_signed DocumentSigned
    document_withdrawn DocumentWithdrawn
    log_started LogStarted
    organisation_changed OrganisationChanged
    pack_issued PackIssued
    parameter_changed ParameterChanged
    passkey_confirmed PasskeyConfirmed
    passkey_enrolled PasskeyEnrolled
    passkey_revoked PasskeyRevoked
    people_import_undone PeopleImportUndone
    people_imported PeopleImported
    person_appointed PersonAppointed
    person_changed PersonChanged
    person_joined PersonJoined
    person_left PersonLeft
    person_relieved PersonRelieved
    question_answered QuestionAnswered
    question_asked QuestionAsked
    role_ended RoleEnded
    role_granted RoleGranted
    setting_changed SettingChanged
    signature_declined SignatureDeclined
    signature_requested SignatureRequested
}

fn read<K: Kind>(body: Value) -> Result<Body, BadBody> {
    let body: Result<K, _> = serde_json::from_value(body);
    body.map(Into::into).map_err(|error| BadBody {
        type_id: K::TYPE.to_owned(),
        reason: error.to_string(),
    })
}

impl Body {
    /// The fields as named texts, for translated sentences: `{"person": "per_…", "proof-level": "L2", …}`.
    ///
    /// Members of inner objects are joined with a hyphen, lists of texts with a comma; digests of concealed fields are left out.
    pub fn args(&self) -> BTreeMap<String, String> {
        serde_json::to_value(self)
            .map(|body| args::flatten(&body))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn type_ids_are_kebab_case_and_unique() {
        assert!(
            Body::TYPES.is_sorted_by(|a, b| a < b),
            "the list is kept in order"
        );
        assert!(
            Body::TYPES
                .iter()
                .all(|id| id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'))
        );
    }

    #[test]
    fn every_sample_reads_back_as_its_kind() {
        for body in Body::samples() {
            let value = serde_json::to_value(&body).unwrap();
            assert_eq!(Body::parse(body.type_id(), value), Ok(body));
        }
    }

    #[test]
    fn every_sentence_is_one_sentence() {
        for sentence in Body::samples().iter().map(Body::sentence) {
            assert!(
                sentence.starts_with(|first: char| first.is_uppercase() || first.is_numeric()),
                "{sentence}"
            );
            assert!(
                sentence.ends_with('.') && !sentence.contains(". ") && !sentence.contains("  "),
                "{sentence}"
            );
        }
    }

    #[test]
    fn a_field_that_is_not_the_kinds_own_is_refused() {
        for body in Body::samples() {
            let mut value = serde_json::to_value(&body).unwrap();
            value["unexpected"] = json!(true);
            assert!(
                Body::parse(body.type_id(), value).is_err(),
                "{}",
                body.type_id()
            );
        }
    }

    #[test]
    fn the_document_kinds_say_which_text() {
        let signed = DocumentSigned::sample().sentence();
        let text = DocumentSigned::sample().text.short();
        assert_eq!(
            signed,
            format!(
                "Text {text}… of ‘Statement 2027’ version 3 was signed by per_01JD3KQ8Z5T0V9M4N7P2R6S1XY, Managing director, at level L2."
            )
        );
    }
}
