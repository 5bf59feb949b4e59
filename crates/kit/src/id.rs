//! Typed, prefixed, time-ordered ids: `per_01JD3K…`, 48 bits of milliseconds and 80 of chance.
//!
//! The prefix says to a person what it names, the type keeps a person's id out of a
//! document's place, and the order of time keeps indexes dense. The same 128 bits, as hex,
//! are the object id in records (`trust`: random enough to reveal nothing, stable for ever).

use crate::dice::Dice;
use crate::time::Moment;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// 26 characters of Crockford's base 32.
#[doc(hidden)]
pub fn encode(value: u128) -> String {
    (0..26)
        .rev()
        .map(|place| char::from(ALPHABET[(value >> (place * 5)) as usize & 31]))
        .collect()
}

/// The inverse of [`encode`]; only the exact form is accepted.
#[doc(hidden)]
pub fn decode(text: &str) -> Option<u128> {
    if text.len() != 26 || text.as_bytes()[0] > b'7' {
        return None;
    }
    text.bytes().try_fold(0u128, |value, letter| {
        let digit = ALPHABET.iter().position(|known| *known == letter)?;
        Some(value << 5 | digit as u128)
    })
}

/// 48 bits of milliseconds, 80 bits of chance.
#[doc(hidden)]
pub fn fresh(now: Moment, dice: &Dice) -> u128 {
    let chance = u128::from_be_bytes(dice.bytes::<16>()) & ((1 << 80) - 1);
    u128::from(now.as_millis() as u64 & ((1 << 48) - 1)) << 80 | chance
}

/// A larger one, 40 bits of chance further: a million of them stay within their millisecond.
#[doc(hidden)]
pub fn after(before: u128, dice: &Dice) -> u128 {
    let step = u64::from_be_bytes(dice.bytes()) >> 24;
    before.wrapping_add(u128::from(step) + 1)
}

/// An id that does not have the form of its kind.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("this is not an id that we gave out")]
pub struct NotAnId;

/// Declares an id type with its prefix.
#[macro_export]
macro_rules! id {
    ($(#[$meta:meta])* $vis:vis $name:ident, $prefix:literal) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis struct $name(u128);

        impl $name {
            $vis fn fresh(now: $crate::Moment, dice: &$crate::dice::Dice) -> Self {
                $name($crate::id::fresh(now, dice))
            }

            /// An id that sorts behind this one, of the same moment.
            $vis fn following(self, dice: &$crate::dice::Dice) -> Self {
                $name($crate::id::after(self.0, dice))
            }

            /// The object id in records: 32 hex digits.
            $vis fn obj(self) -> [u8; 16] {
                self.0.to_be_bytes()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                write!(f, concat!($prefix, "_{}"), $crate::id::encode(self.0))
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(self, f)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::id::NotAnId;
            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                text.strip_prefix(concat!($prefix, "_"))
                    .and_then($crate::id::decode)
                    .map($name)
                    .ok_or($crate::id::NotAnId)
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, to: S) -> ::std::result::Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(from: D) -> ::std::result::Result<Self, D::Error> {
                let text = <String as $crate::serde::Deserialize>::deserialize(from)?;
                text.parse().map_err($crate::serde::de::Error::custom)
            }
        }

        $crate::column!($name as String, |text| Ok(text.parse()?));

        impl From<$name> for $crate::record::Id {
            fn from(id: $name) -> Self {
                id.to_string().parse().expect("both crates write ids in the same form")
            }
        }

        impl From<$name> for $crate::record::ObjectId {
            fn from(id: $name) -> Self {
                $crate::record::ObjectId(id.obj())
            }
        }

        impl $crate::db::Word for $name {
            fn stored(self) -> String {
                self.to_string()
            }
        }
    };
}

id!(
    /// An organisation: the wall that nothing crosses. Every row belongs to exactly one.
    pub OrgId, "org"
);
id!(
    /// A person of an organisation; in records the pseudonym `pid`.
    pub PersonId, "per"
);
id!(
    /// A record in an organisation's log.
    pub RecordId, "rec"
);
id!(
    /// A job in the queue.
    pub JobId, "job"
);
id!(
    /// A message that leaves the house.
    pub MailId, "mail"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_itself() {
        let id = PersonId::fresh(Moment::from_millis(1_800_000_000_000), &Dice::seeded(1));
        assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn an_id_of_another_kind_is_refused() {
        let id = PersonId::fresh(Moment::from_millis(1), &Dice::seeded(1)).to_string();
        assert_eq!(id.parse::<OrgId>(), Err(NotAnId));
        assert_eq!(id.to_lowercase().parse::<PersonId>(), Err(NotAnId));
        assert_eq!("per_".parse::<PersonId>(), Err(NotAnId));
        assert_eq!(
            "per_ZZZZZZZZZZZZZZZZZZZZZZZZZZ".parse::<PersonId>(),
            Err(NotAnId)
        );
    }

    #[test]
    fn ids_that_follow_sort_behind_and_keep_their_moment() {
        let dice = Dice::seeded(1);
        let first = RecordId::fresh(Moment::from_millis(1_000), &dice);
        let mut last = first;
        for _ in 0..1_000 {
            let next = last.following(&dice);
            assert!(next > last);
            last = next;
        }
        assert_eq!(first.to_string()[..13], last.to_string()[..13]);
    }

    #[test]
    fn later_ids_sort_behind_earlier_ones() {
        let dice = Dice::seeded(1);
        let first = PersonId::fresh(Moment::from_millis(1_000), &dice).to_string();
        let second = PersonId::fresh(Moment::from_millis(2_000), &dice).to_string();
        assert!(first < second);
    }
}
