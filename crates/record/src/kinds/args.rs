//! A body's fields as named texts.

use std::collections::BTreeMap;

use serde_json::Value;

pub(super) fn flatten(body: &Value) -> BTreeMap<String, String> {
    let mut args = BTreeMap::new();
    collect("", body, &mut args);
    args
}

fn collect(name: &str, value: &Value, args: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(members) => {
            for (member, value) in members.iter().filter(|(member, _)| *member != "_sd") {
                let name = if name.is_empty() {
                    member.clone()
                } else {
                    format!("{name}-{member}")
                };
                collect(&name, value, args);
            }
        }
        Value::Array(items) => {
            let texts: Vec<_> = items.iter().filter_map(Value::as_str).collect();
            args.insert(name.to_owned(), texts.join(", "));
        }
        Value::Null => {}
        Value::String(text) => {
            args.insert(name.to_owned(), text.clone());
        }
        other => {
            args.insert(name.to_owned(), other.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn inner_members_are_joined_and_concealed_ones_left_out() {
        let args = flatten(
            &json!({"_sd": ["x"], "version": 3, "proof": {"level": "L2"}, "meanings": ["a", "b"]}),
        );
        let expected = [
            ("meanings", "a, b"),
            ("proof-level", "L2"),
            ("version", "3"),
        ];
        assert_eq!(
            args,
            expected
                .map(|(name, text)| (name.to_owned(), text.to_owned()))
                .into()
        );
    }
}
