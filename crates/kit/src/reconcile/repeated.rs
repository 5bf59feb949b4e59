//! How a column repeats what a record says.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

use crate::{Digest, Moment};

/// How a column, read as text, repeats a member of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum As {
    /// The same text, number or truth; nothing for nothing.
    Same,
    /// Microseconds for a time.
    Moment,
    /// The words of a list, with spaces between.
    Words,
    /// A person's id for their pseudonym, nothing for the software itself.
    Actor,
    /// An id for the object of the record.
    Object,
    /// The only value of an object, whatever its name.
    Only,
    /// A text, or bytes in hex, for its digest.
    Digested,
    Hashed,
    /// A credential's id for its digest.
    Credential,
    /// One of the entries of a list has this value in this member.
    Among(&'static str),
}

impl As {
    pub(super) fn repeats(self, column: Option<&str>, said: Option<&Value>) -> bool {
        let said = said.filter(|said| !said.is_null());
        match (column, said) {
            (None, None) => true,
            (None, Some(said)) => self == As::Actor && said == "system",
            (Some(_), None) => false,
            (Some(column), Some(said)) => self.agrees(column, said),
        }
    }

    fn agrees(self, column: &str, said: &Value) -> bool {
        match self {
            As::Same | As::Actor => is_same(column, said),
            As::Moment => said.as_str().is_some_and(|said| {
                let said: Option<Moment> = said.parse().ok();
                said.map(|said| said.as_micros().to_string()).as_deref() == Some(column)
            }),
            As::Words => said.as_array().is_some_and(|words| {
                let words: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
                words.join(" ") == column
            }),
            As::Object => {
                let number = column
                    .split_once('_')
                    .and_then(|(_, id)| crate::id::decode(id));
                number.is_some_and(|number| said == &hex::encode(number.to_be_bytes()))
            }
            As::Only => said
                .as_object()
                .is_some_and(|only| only.len() == 1 && only.values().all(|it| it == column)),
            As::Digested => said == &Digest::of(column).to_string(),
            As::Hashed => {
                hex::decode(column).is_ok_and(|bytes| said == &Digest::of(bytes).to_string())
            }
            As::Credential => URL_SAFE_NO_PAD
                .decode(column)
                .is_ok_and(|id| said == &Digest::of(id).to_string()),
            As::Among(member) => said
                .as_array()
                .is_some_and(|entries| entries.iter().any(|it| is_same(column, &it[member]))),
        }
    }
}

/// The databases write what is true as `1` and as `true`.
fn is_same(column: &str, said: &Value) -> bool {
    match said {
        Value::String(text) => text == column,
        Value::Number(number) => number.to_string() == column,
        Value::Bool(truth) => *truth == matches!(column, "1" | "true"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::As;

    /// Every way to repeat, with a column that does and one that does not.
    #[test]
    fn a_column_repeats_what_the_record_says_and_nothing_else() {
        let time = json!("2026-03-10T09:00:00.000Z");
        let digest = json!(crate::Digest::of("text").to_string());
        let cases = [
            (As::Same, "per_1", "per_2", json!("per_1")),
            (As::Same, "14", "15", json!(14)),
            (As::Same, "1", "0", json!(true)),
            (As::Same, "true", "false", json!(true)),
            (As::Moment, "1773133200000000", "1773133200001000", time),
            (As::Words, "a b", "a", json!(["a", "b"])),
            (As::Actor, "per_1", "per_2", json!("per_1")),
            (As::Only, "req_1", "req_2", json!({"request": "req_1"})),
            (As::Digested, "text", "texts", digest.clone()),
            (As::Hashed, "74657874", "7465787400", digest.clone()),
            (As::Credential, "dGV4dA", "dGV4dHM", digest),
            (
                As::Among("item"),
                "2",
                "3",
                json!([{"item": 1}, {"item": 2}]),
            ),
        ];
        for (how, right, wrong, said) in cases {
            assert!(how.repeats(Some(right), Some(&said)), "{how:?} {right}");
            assert!(!how.repeats(Some(wrong), Some(&said)), "{how:?} {wrong}");
            assert!(!how.repeats(None, Some(&said)), "{how:?}");
            assert!(!how.repeats(Some(right), None), "{how:?}");
        }
    }

    #[test]
    fn nothing_repeats_nothing_and_nobody_the_software() {
        assert!(As::Same.repeats(None, None));
        assert!(As::Same.repeats(None, Some(&json!(null))));
        assert!(As::Actor.repeats(None, Some(&json!("system"))));
        assert!(!As::Actor.repeats(Some("per_1"), Some(&json!("system"))));
    }
}
