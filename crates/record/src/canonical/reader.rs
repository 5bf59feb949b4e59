//! Reads JSON into a value while holding it to the profile: serde_json alone keeps the last of two equal keys
//! and does not mind their order.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::{INTEGER_LIMIT, MAX_DEPTH, NotCanonical, not_json};

pub(super) fn read(text: &str) -> Result<Value, NotCanonical> {
    let fault = Cell::new(None);
    let mut json = serde_json::Deserializer::from_str(text);
    let read = Strict {
        depth: 0,
        fault: &fault,
    }
    .deserialize(&mut json)
    .and_then(|value| {
        json.end()?;
        Ok(value)
    });
    // serde errors carry text only; the cell keeps the fault's name.
    read.map_err(|error| fault.take().unwrap_or_else(|| not_json(error)))
}

#[derive(Clone, Copy)]
struct Strict<'a> {
    depth: usize,
    fault: &'a Cell<Option<NotCanonical>>,
}

impl Strict<'_> {
    fn refuse<T, E: Error>(self, fault: NotCanonical) -> Result<T, E> {
        let error = E::custom(&fault);
        self.fault.set(Some(fault));
        Err(error)
    }

    fn deeper<E: Error>(self) -> Result<Self, E> {
        if self.depth == MAX_DEPTH {
            return self.refuse(NotCanonical::TooDeep);
        }
        Ok(Self {
            depth: self.depth + 1,
            ..self
        })
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Value, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Value, E> {
        Ok(Value::String(text))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        if number >= INTEGER_LIMIT {
            self.refuse(NotCanonical::IntegerTooLarge)
        } else {
            Ok(number.into())
        }
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        if number.unsigned_abs() >= INTEGER_LIMIT {
            return self.refuse(NotCanonical::IntegerTooLarge);
        }
        Ok(number.into())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Value, E> {
        self.refuse(NotCanonical::NotAnInteger)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut array = Vec::new();
        while let Some(item) = items.next_element_seed(inner)? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut object = Map::new();
        while let Some(key) = members.next_key::<String>()? {
            if !key.is_ascii() {
                return self.refuse(NotCanonical::KeyNotAscii(key));
            }
            if object.contains_key(&key) {
                return self.refuse(NotCanonical::DuplicateKey(key));
            }
            // For ASCII, the order of bytes is the order of UTF-16 units (RFC 8785 §3.2.3).
            if object.keys().next_back().is_some_and(|last| *last > key) {
                return self.refuse(NotCanonical::OtherSpelling);
            }
            object.insert(key, members.next_value_seed(inner)?);
        }
        Ok(Value::Object(object))
    }
}
