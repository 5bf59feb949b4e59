//! How our own types stand in a column, for both databases at once.

/// Makes a type readable from a column that holds `$stored`, by `$read`.
#[macro_export]
macro_rules! column {
    ($type:ty as $stored:ty, $read:expr) => {
        impl<DB: $crate::db::private::Database> $crate::db::private::Type<DB> for $type
        where
            $stored: $crate::db::private::Type<DB>,
        {
            fn type_info() -> DB::TypeInfo {
                <$stored as $crate::db::private::Type<DB>>::type_info()
            }
            fn compatible(stored: &DB::TypeInfo) -> bool {
                <$stored as $crate::db::private::Type<DB>>::compatible(stored)
            }
        }

        impl<'r, DB: $crate::db::private::Database> $crate::db::private::Decode<'r, DB> for $type
        where
            $stored: $crate::db::private::Decode<'r, DB>,
        {
            fn decode(
                value: DB::ValueRef<'r>,
            ) -> ::std::result::Result<Self, $crate::db::private::BoxDynError> {
                let stored = <$stored as $crate::db::private::Decode<'r, DB>>::decode(value)?;
                let read: fn(
                    $stored,
                )
                    -> ::std::result::Result<Self, $crate::db::private::BoxDynError> = $read;
                read(stored)
            }
        }
    };
}

/// An enum whose variants are words: in the database, in JSON, in addresses, the same text.
///
/// ```
/// kit::words_of! {
///     /// How much a change of a text matters.
///     pub enum Change { First = "first", Material = "material", Editorial = "editorial" }
/// }
/// assert_eq!("material".parse::<Change>(), Ok(Change::Material));
/// ```
#[macro_export]
macro_rules! words_of {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$inner:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $($(#[$inner])* $variant),+ }

        impl $name {
            $vis const ALL: &'static [$name] = &[$($name::$variant),+];

            $vis const fn word(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.word())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = String;
            fn from_str(text: &str) -> ::std::result::Result<Self, String> {
                match text {
                    $($word => Ok($name::$variant),)+
                    _ => Err(format!("{text:?} is not one of {}", [$($word),+].join(", "))),
                }
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, to: S) -> ::std::result::Result<S::Ok, S::Error> {
                to.serialize_str(self.word())
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(from: D) -> ::std::result::Result<Self, D::Error> {
                let text = <String as $crate::serde::Deserialize>::deserialize(from)?;
                text.parse().map_err($crate::serde::de::Error::custom)
            }
        }

        $crate::column!($name as String, |text| Ok(text.parse()?));

        impl $crate::db::Word for $name {
            fn stored(self) -> String {
                self.word().to_owned()
            }
        }
    };
}
