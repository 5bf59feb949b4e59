//! The text of a query and its arguments.

use crate::{Day, Moment};

/// One query text, the same for both databases unless it says otherwise.
#[derive(Clone, Copy, Debug)]
pub struct Sql {
    pub(super) sqlite: &'static str,
    pub(super) postgres: &'static str,
}

impl Sql {
    /// The visible exception: a query that has to be written once per dialect.
    pub const fn each(sqlite: &'static str, postgres: &'static str) -> Sql {
        Sql { sqlite, postgres }
    }
}

impl From<&'static str> for Sql {
    fn from(text: &'static str) -> Sql {
        Sql {
            sqlite: text,
            postgres: text,
        }
    }
}

/// One argument. An absent value keeps its type, because PostgreSQL asks for it.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Text(Option<String>),
    Int(Option<i64>),
    Bytes(Option<Vec<u8>>),
    Bool(Option<bool>),
}

/// The arguments `$1…$n` of a query.
pub type Args = Vec<Value>;

/// Builds [`Args`] from anything that a column can hold.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { vec![$($crate::db::Value::from($value)),*] };
}

/// A type of ours that stands in a column as text: ids, words, digests.
pub trait Word: Copy {
    fn stored(self) -> String;
}

impl<T: Word> From<T> for Value {
    fn from(value: T) -> Value {
        Value::Text(Some(value.stored()))
    }
}

impl<T: Word> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        Value::Text(value.map(Word::stored))
    }
}

macro_rules! values {
    ($($from:ty => $variant:ident, $convert:expr;)*) => {$(
        impl From<$from> for Value {
            fn from(value: $from) -> Value {
                Value::$variant(Some($convert(value)))
            }
        }
        impl From<Option<$from>> for Value {
            fn from(value: Option<$from>) -> Value {
                Value::$variant(value.map($convert))
            }
        }
    )*};
}

values! {
    &str => Text, |v: &str| v.to_owned();
    &String => Text, |v: &String| v.clone();
    String => Text, |v| v;
    i64 => Int, |v| v;
    i32 => Int, i64::from;
    u32 => Int, i64::from;
    &[u8] => Bytes, |v: &[u8]| v.to_vec();
    &Vec<u8> => Bytes, |v: &Vec<u8>| v.clone();
    Vec<u8> => Bytes, |v| v;
    bool => Bool, |v| v;
    Moment => Int, |v: Moment| v.as_micros();
    Day => Text, |v: Day| v.to_string();
}
