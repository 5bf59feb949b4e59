use proptest::prelude::*;
use serde_json::json;

use super::*;

fn fault(text: &str) -> NotCanonical {
    parse(text.as_bytes()).unwrap_err()
}

#[test]
fn canonical_text_reads_and_writes_back() {
    let text = r#"{"a":[1,-2,true,null],"b":{"c":"é\n\u001f€"},"z":9007199254740991}"#;
    let value = parse(text.as_bytes()).unwrap();
    assert_eq!(to_bytes(&value).unwrap(), text.as_bytes());
}

#[test]
fn text_is_escaped_as_rfc_8785_section_3_2_2_2_says() {
    let bytes = to_bytes(&json!("€$\u{000f}\nA'B\"\\\\\"/\u{007f}")).unwrap();
    assert_eq!(
        bytes,
        "\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u{7f}\"".as_bytes()
    );
}

#[test]
fn another_spelling_of_the_same_value_is_refused() {
    for text in [
        r#"{"b":1,"a":2}"#,
        r#"{"a": 1}"#,
        "{\"a\":1}\n",
        r#""\u0041""#,
        r#""\/""#,
        r#""\u000a""#,
        r#""\u001F""#,
    ] {
        assert_eq!(fault(text), NotCanonical::OtherSpelling, "{text}");
    }
}

#[test]
fn numbers_other_than_plain_integers_are_refused() {
    for text in ["1.0", "1.5", "1e3", "-0", "18446744073709551616"] {
        assert_eq!(fault(text), NotCanonical::NotAnInteger, "{text}");
    }
    for text in [
        "9007199254740992",
        "-9007199254740992",
        "18446744073709551615",
    ] {
        assert_eq!(fault(text), NotCanonical::IntegerTooLarge, "{text}");
    }
    assert_eq!(to_bytes(&1.5), Err(NotCanonical::NotAnInteger));
    assert_eq!(
        to_bytes(&u64::MAX),
        Err(NotCanonical::NotAnInteger),
        "JCS writes it as a rounded double"
    );
}

#[test]
fn a_member_named_twice_is_refused() {
    assert_eq!(
        fault(r#"{"a":1,"a":1}"#),
        NotCanonical::DuplicateKey("a".into())
    );
    assert_eq!(
        fault(r#"{"a":1,"\u0061":1}"#),
        NotCanonical::DuplicateKey("a".into())
    );
}

#[test]
fn a_member_name_outside_ascii_is_refused() {
    assert_eq!(fault(r#"{"é":1}"#), NotCanonical::KeyNotAscii("é".into()));
    assert_eq!(
        to_bytes(&json!({"é": 1})),
        Err(NotCanonical::KeyNotAscii("é".into()))
    );
}

#[test]
fn deep_nesting_is_refused() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(parse(nested(32).as_bytes()).is_ok());
    assert_eq!(fault(&nested(33)), NotCanonical::TooDeep);
    assert_eq!(fault(&nested(100_000)), NotCanonical::TooDeep);
}

#[test]
fn what_is_not_unicode_text_is_refused() {
    assert_eq!(parse(b"\"\xff\""), Err(NotCanonical::NotUtf8));
    assert_eq!(parse(b"\"\xed\xa0\x80\""), Err(NotCanonical::NotUtf8));
    assert!(matches!(fault(r#""\ud800""#), NotCanonical::NotJson(_)));
    assert!(matches!(fault("\u{feff}{}"), NotCanonical::NotJson(_)));
}

#[test]
fn what_is_not_json_is_refused() {
    for text in [
        "", "{", "{}{}", "01", "nul", "NaN", "{'a':1}", "[1,]", "\"\t\"",
    ] {
        assert!(matches!(fault(text), NotCanonical::NotJson(_)), "{text}");
    }
}

#[test]
fn more_than_a_mebibyte_is_refused() {
    let text = |len: usize| format!("\"{}\"", "a".repeat(len - 2));
    assert!(parse(text(MAX_BYTES).as_bytes()).is_ok());
    assert_eq!(fault(&text(MAX_BYTES + 1)), NotCanonical::TooLarge);
}

fn any_value() -> impl Strategy<Value = Value> {
    let limit = INTEGER_LIMIT as i64 - 1;
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-limit..=limit).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    scalar.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map("[ -~]{0,8}", inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_value_of_the_profile_survives(value in any_value()) {
        let bytes = to_bytes(&value).unwrap();
        prop_assert_eq!(serde_json::to_vec(&value).unwrap(), bytes.clone(), "the shortcut in parse");
        prop_assert_eq!(parse(&bytes).unwrap(), value);
    }

    #[test]
    fn any_bytes_are_refused_or_canonical(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        if let Ok(value) = parse(&bytes) {
            prop_assert_eq!(to_bytes(&value).unwrap(), bytes);
        }
    }
}
