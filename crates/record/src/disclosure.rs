//! Personal fields stand in records as salted digests; the fields themselves are kept apart and can be forgotten.
//!
//! ```text
//! disclosure  ["<salt, 128 bit, base64url>","<name>",<value>]            canonical JSON
//! digest      base64url(SHA-256(ASCII(base64url(disclosure))))           RFC 9901 §4.2.3
//! record      "_sd":["<digest>","<digest>"]                              sorted, each once
//! ```
//!
//! Deleting the disclosure erases the field for good and leaves record, commitment and log as they were.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::canonical::{self, NotCanonical};
use crate::digest::Digest;
use crate::text_form::text_form;

/// One field with its salt: what is handed to whoever may read it.
#[derive(Clone, PartialEq, Eq)]
pub struct Disclosure {
    /// 128 random bits, fresh for each disclosure.
    pub salt: [u8; 16],
    /// The field's name, for example `email`.
    pub name: String,
    /// The field's value.
    pub value: Value,
}

/// Why a text is not a disclosure.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadDisclosure {
    /// Not canonical JSON.
    #[error(transparent)]
    NotCanonical(#[from] NotCanonical),
    /// Not an array of salt, name and value, or a salt that is not 128 bits in base64url.
    #[error("A disclosure is an array of a 128-bit salt, a name and a value.")]
    Shape,
}

impl Disclosure {
    /// A field of text.
    pub fn text(salt: [u8; 16], name: &str, value: &str) -> Self {
        Self {
            salt,
            name: name.to_owned(),
            value: value.into(),
        }
    }

    /// The array that packs carry, canonical.
    ///
    /// # Errors
    /// When the value lies outside the canonical profile.
    pub fn to_bytes(&self) -> Result<Vec<u8>, NotCanonical> {
        canonical::to_bytes(&(URL_SAFE_NO_PAD.encode(self.salt), &self.name, &self.value))
    }

    /// Reads the array back.
    ///
    /// # Errors
    /// See [`BadDisclosure`].
    pub fn parse(bytes: &[u8]) -> Result<Self, BadDisclosure> {
        let (salt, name, value): (String, String, Value) =
            serde_json::from_value(canonical::parse(bytes)?).map_err(|_| BadDisclosure::Shape)?;
        let salt = URL_SAFE_NO_PAD
            .decode(salt)
            .ok()
            .and_then(|salt| salt.try_into().ok());
        Ok(Self {
            salt: salt.ok_or(BadDisclosure::Shape)?,
            name,
            value,
        })
    }

    /// The digest that stands in the record.
    ///
    /// # Errors
    /// When the value lies outside the canonical profile.
    pub fn digest(&self) -> Result<FieldDigest, NotCanonical> {
        self.to_bytes().map(|bytes| FieldDigest::of(&bytes))
    }
}

impl fmt::Debug for Disclosure {
    /// Names the field only: values are what must not reach a log file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Disclosure({})", self.name)
    }
}

/// The digest of one disclosure; in JSON 43 characters of base64url without padding.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct FieldDigest(pub [u8; 32]);

/// The text is not 32 bytes in base64url without padding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The digest of a disclosure is written as 43 base64url characters.")]
pub struct NotAFieldDigest;

impl FieldDigest {
    /// The digest of a disclosure's bytes (RFC 9901 §4.2.3).
    pub fn of(disclosure: &[u8]) -> Self {
        Self(Digest::of(URL_SAFE_NO_PAD.encode(disclosure)).0)
    }
}

impl fmt::Display for FieldDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&URL_SAFE_NO_PAD.encode(self.0))
    }
}

impl fmt::Debug for FieldDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for FieldDigest {
    type Err = NotAFieldDigest;

    fn from_str(text: &str) -> Result<Self, NotAFieldDigest> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| NotAFieldDigest)?;
        bytes.try_into().map(Self).map_err(|_| NotAFieldDigest)
    }
}

text_form!(FieldDigest);

/// The fields that a record conceals: digests sorted by their text, each once.
///
/// ```
/// use record::{Concealed, Disclosure};
/// let name = Disclosure::text([1; 16], "name", "Ada Lovelace");
/// let concealed = Concealed::of([&name])?;
/// assert!(concealed.holds(&name));
/// # Ok::<(), record::canonical::NotCanonical>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<FieldDigest>", into = "Vec<FieldDigest>")]
pub struct Concealed(Vec<FieldDigest>);

/// The digests are not sorted, or one stands twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The digests in '_sd' must be sorted, and each stand once.")]
pub struct NotSorted;

impl Concealed {
    /// Conceals these fields; their order in the record says nothing about what they are.
    ///
    /// # Errors
    /// When a value lies outside the canonical profile.
    pub fn of<'a>(
        disclosures: impl IntoIterator<Item = &'a Disclosure>,
    ) -> Result<Self, NotCanonical> {
        let mut digests = disclosures
            .into_iter()
            .map(Disclosure::digest)
            .collect::<Result<Vec<_>, _>>()?;
        digests.sort_by_key(FieldDigest::to_string);
        digests.dedup();
        Ok(Self(digests))
    }

    /// Whether the disclosure opens one of these fields; `DISCLOSURE_MISMATCH` when no list of the record holds it.
    pub fn holds(&self, disclosure: &Disclosure) -> bool {
        disclosure
            .digest()
            .is_ok_and(|digest| self.0.contains(&digest))
    }

    /// The digests, sorted.
    pub fn digests(&self) -> &[FieldDigest] {
        &self.0
    }
}

impl TryFrom<Vec<FieldDigest>> for Concealed {
    type Error = NotSorted;

    fn try_from(digests: Vec<FieldDigest>) -> Result<Self, NotSorted> {
        if digests.is_sorted_by(|a, b| a.to_string() < b.to_string()) {
            Ok(Self(digests))
        } else {
            Err(NotSorted)
        }
    }
}

impl From<Concealed> for Vec<FieldDigest> {
    fn from(concealed: Concealed) -> Self {
        concealed.0
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_digest_is_that_of_rfc_9901() {
        let example = br#"["_26bc4LT-ac6q2KI6cBW5es", "family_name", "M\u00f6bius"]"#;
        let spelt = "[\"_26bc4LT-ac6q2KI6cBW5es\", \"family_name\", \"Möbius\"]";
        assert_eq!(
            FieldDigest::of(spelt.as_bytes()).to_string(),
            "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0"
        );
        assert_ne!(FieldDigest::of(example), FieldDigest::of(spelt.as_bytes()));
    }

    #[test]
    fn a_disclosure_reads_back() {
        let disclosure = Disclosure {
            salt: [7; 16],
            name: "name".into(),
            value: json!({"given": "Ada"}),
        };
        assert_eq!(
            disclosure.to_bytes().unwrap(),
            br#"["BwcHBwcHBwcHBwcHBwcHBw","name",{"given":"Ada"}]"#
        );
        assert_eq!(
            Disclosure::parse(&disclosure.to_bytes().unwrap()),
            Ok(disclosure)
        );
    }

    #[test]
    fn what_is_not_a_disclosure_is_refused() {
        for text in [
            r#"["BwcH","name",1]"#,
            r#"["BwcHBwcHBwcHBwcHBwcHBw","name"]"#,
            r#"{}"#,
            r#"["*","name",1]"#,
        ] {
            assert_eq!(
                Disclosure::parse(text.as_bytes()),
                Err(BadDisclosure::Shape),
                "{text}"
            );
        }
    }

    #[test]
    fn another_salt_or_value_does_not_open_the_field() {
        let concealed = Concealed::of([&Disclosure::text([1; 16], "name", "Ada")]).unwrap();
        assert!(!concealed.holds(&Disclosure::text([2; 16], "name", "Ada")));
        assert!(!concealed.holds(&Disclosure::text([1; 16], "name", "Bob")));
    }

    #[test]
    fn digests_out_of_order_or_twice_are_refused() {
        let fields = [
            Disclosure::text([1; 16], "name", "Ada"),
            Disclosure::text([2; 16], "email", "ada@example.org"),
        ];
        let concealed = Concealed::of(&fields).unwrap();
        let mut digests = concealed.digests().to_vec();
        assert_eq!(Concealed::try_from(digests.clone()), Ok(concealed));
        digests.reverse();
        assert_eq!(Concealed::try_from(digests.clone()), Err(NotSorted));
        assert_eq!(Concealed::try_from(vec![digests[0]; 2]), Err(NotSorted));
    }

    #[test]
    fn a_value_is_never_printed() {
        assert_eq!(
            format!("{:?}", Disclosure::text([1; 16], "name", "Ada")),
            "Disclosure(name)"
        );
    }
}
