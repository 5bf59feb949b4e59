//! Two kinds of names: readable prefixed ids inside bodies, and blind object ids for lineages.
//!
//! ```text
//! Id        per_01JD3KQ8Z5T0V9M4N7P2R6S1XY    prefix of 2–8 letters, '_', 128 bits in Crockford's base 32
//! ObjectId  0b1f5e2c77d84a0f9c3e6d1b20a4f581  128 random bits in hex, constant over all revisions of one thing
//! ```
//!
//! An [`Id`] is a pseudonym: it names a person without saying who that is.

use std::fmt;
use std::str::FromStr;

use crate::text_form::text_form;

/// A prefixed id such as `per_01JD3KQ8Z5T0V9M4N7P2R6S1XY`; upper-case Crockford base 32, so that one id has one spelling.
///
/// ```
/// let person: record::Id = "per_01JD3KQ8Z5T0V9M4N7P2R6S1XY".parse()?;
/// assert_eq!(person.prefix(), "per");
/// # Ok::<(), record::id::NotAnId>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

/// The text is not a prefix, an underscore and 26 Crockford characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("An id is written as a prefix, an underscore and 26 characters.")]
pub struct NotAnId;

impl Id {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the id names, for example `per` for a person.
    pub fn prefix(&self) -> &str {
        self.0.split('_').next().unwrap_or_default()
    }
}

impl FromStr for Id {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (prefix, value) = text.split_once('_').ok_or(NotAnId)?;
        let named =
            (2..=8).contains(&prefix.len()) && prefix.bytes().all(|b| b.is_ascii_lowercase());
        // 26 characters hold 130 bits: the first one may only use three of its five.
        let fits =
            value.len() == 26 && value.as_bytes()[0] <= b'7' && value.bytes().all(is_crockford);
        if named && fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotAnId)
        }
    }
}

fn is_crockford(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'A'..=b'H' | b'J' | b'K' | b'M' | b'N' | b'P'..=b'T' | b'V'..=b'Z')
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The random 128-bit name of the thing a record is about; in JSON 32 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectId(pub [u8; 16]);

/// The text is not 32 lower-case hex digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("An object id is written as 32 lower-case hex digits.")]
pub struct NotAnObjectId;

impl From<[u8; 16]> for ObjectId {
    fn from(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }
}

impl FromStr for ObjectId {
    type Err = NotAnObjectId;

    fn from_str(text: &str) -> Result<Self, NotAnObjectId> {
        let mut bytes = [0; 16];
        hex::decode_to_slice(text, &mut bytes).map_err(|_| NotAnObjectId)?;
        if text.bytes().any(|b| b.is_ascii_uppercase()) {
            Err(NotAnObjectId)
        } else {
            Ok(Self(bytes))
        }
    }
}

impl fmt::Display for ObjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for ObjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

text_form!(Id, ObjectId);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_in_another_spelling_is_refused() {
        assert!("per_01JD3KQ8Z5T0V9M4N7P2R6S1XY".parse::<Id>().is_ok());
        for wrong in [
            "per_01jd3kq8z5t0v9m4n7p2r6s1xy",
            "per_01JD3KQ8Z5T0V9M4N7P2R6S1X",
            "per_81JD3KQ8Z5T0V9M4N7P2R6S1XY",
            "per_01JD3KQ8Z5T0V9M4N7P2R6S1XI",
            "PER_01JD3KQ8Z5T0V9M4N7P2R6S1XY",
            "01JD3KQ8Z5T0V9M4N7P2R6S1XY",
            "",
        ] {
            assert_eq!(wrong.parse::<Id>(), Err(NotAnId), "{wrong}");
        }
    }

    #[test]
    fn an_object_id_has_one_spelling() {
        let obj = ObjectId([0xab; 16]);
        assert_eq!(obj.to_string().parse(), Ok(obj));
        assert_eq!(
            obj.to_string().to_uppercase().parse::<ObjectId>(),
            Err(NotAnObjectId)
        );
        assert_eq!("ab".parse::<ObjectId>(), Err(NotAnObjectId));
    }
}
