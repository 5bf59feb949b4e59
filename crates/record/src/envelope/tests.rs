use serde_json::json;

use super::*;
use crate::kinds::{DocumentSigned, Kind, LogStarted, Unknown};

const SALT: Salt = Salt([5; 32]);

fn envelope(body: Body) -> Envelope {
    Envelope {
        obj: ObjectId([0x0b; 16]),
        rev: 1,
        prev: None,
        org: "org_01JD3KQ8Z5T0V9M4N7P2R6S1XY".parse().unwrap(),
        actor: Actor::system(),
        at: Moment::from_millis(1_795_359_600_000),
        claimed: None,
        late: None,
        body,
    }
}

fn started() -> Envelope {
    envelope(LogStarted::sample().into())
}

/// The record with one member set to something else, still canonical.
fn with(member: &str, value: Value) -> Vec<u8> {
    let mut record = canonical::parse(&started().seal(SALT).unwrap().bytes).unwrap();
    record[member] = value;
    canonical::to_bytes(&record).unwrap()
}

#[test]
fn a_sealed_record_opens_its_leaf() {
    for body in Body::samples() {
        let envelope = envelope(body);
        let sealed = envelope.seal(SALT).unwrap();
        assert_eq!(sealed.leaf_hash, sealed.leaf.hash());
        assert_eq!(
            Envelope::open(&sealed.bytes, &sealed.salt, &sealed.leaf),
            Ok(envelope)
        );
    }
}

#[test]
fn the_frame_looks_as_drawn() {
    let text = String::from_utf8(started().seal(SALT).unwrap().bytes).unwrap();
    assert!(
        text.starts_with(
            r#"{"actor":{"_sd":[],"pid":"system"},"at":"2026-11-22T15:00:00.000Z","body":{"#
        ),
        "{text}"
    );
    assert!(text.ends_with(concat!(
        r#","claimed":null,"late":null,"obj":"0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b","#,
        r#""org":"org_01JD3KQ8Z5T0V9M4N7P2R6S1XY","prev":null,"rev":1,"type":"log-started","v":1}"#
    )));
}

#[test]
fn the_leaf_carries_class_time_and_lineage() {
    let leaf = envelope(DocumentSigned::sample().into())
        .seal(SALT)
        .unwrap()
        .leaf;
    assert_eq!(leaf.class, Class::Governance);
    assert_eq!(leaf.recorded_ms, 1_795_359_600_000);
    assert_eq!(leaf.lineage, Lineage::of(ObjectId([0x0b; 16])));
}

#[test]
fn an_altered_record_or_salt_does_not_open() {
    let sealed = started().seal(SALT).unwrap();
    let other = with("rev", json!(2));
    assert_eq!(
        Envelope::open(&other, &SALT, &sealed.leaf),
        Err(DoesNotOpen::Altered)
    );
    assert_eq!(
        Envelope::open(&sealed.bytes, &Salt([6; 32]), &sealed.leaf),
        Err(DoesNotOpen::Altered)
    );
}

#[test]
fn a_leaf_that_says_otherwise_than_the_record_is_named() {
    let sealed = started().seal(SALT).unwrap();
    let open = |leaf: Leaf| {
        Envelope::open(&sealed.bytes, &SALT, &leaf)
            .unwrap_err()
            .code()
    };
    assert_eq!(
        open(Leaf {
            class: Class::People,
            ..sealed.leaf
        }),
        "CLASS_MISMATCH"
    );
    assert_eq!(
        open(Leaf {
            recorded_ms: 1,
            ..sealed.leaf
        }),
        "TIME_MISMATCH"
    );
    assert_eq!(
        open(Leaf {
            lineage: Lineage([0; 16]),
            ..sealed.leaf
        }),
        "LINEAGE_MISMATCH"
    );
}

#[test]
fn a_later_revision_names_the_one_before() {
    let first = started().seal(SALT).unwrap();
    let prev = Some(first.leaf_hash.into());
    assert!(
        Envelope {
            rev: 2,
            prev,
            ..started()
        }
        .seal(SALT)
        .is_ok()
    );
    let refused = |envelope: Envelope| envelope.seal(SALT).unwrap_err();
    assert_eq!(
        refused(Envelope {
            rev: 2,
            ..started()
        }),
        Contradiction::Prev.into()
    );
    assert_eq!(
        refused(Envelope { prev, ..started() }),
        Contradiction::Prev.into()
    );
    assert_eq!(
        refused(Envelope {
            rev: 0,
            ..started()
        }),
        Contradiction::RevisionZero.into()
    );
}

#[test]
fn a_late_entry_says_when_and_why() {
    let claimed = Some(Moment::from_millis(1_795_000_000_000));
    let late = |reason: &str| Some(reason.to_owned());
    assert!(
        Envelope {
            claimed,
            late: late("Was on paper."),
            ..started()
        }
        .seal(SALT)
        .is_ok()
    );
    let refused = |envelope: Envelope| envelope.seal(SALT).unwrap_err();
    assert_eq!(
        refused(Envelope {
            late: late("x"),
            ..started()
        }),
        Contradiction::LateWithoutClaim.into()
    );
    assert_eq!(
        refused(Envelope {
            claimed,
            late: late(" "),
            ..started()
        }),
        Contradiction::LateWithoutReason.into()
    );
}

#[test]
fn a_record_of_a_later_version_is_kept_but_not_made() {
    let bytes = with("type", json!("minutes-confirmed"));
    let envelope = Envelope::parse(&bytes).unwrap();
    assert!(
        matches!(&envelope.body, Body::Unknown(Unknown { type_id, .. }) if type_id == "minutes-confirmed")
    );
    assert_eq!(
        envelope.seal(SALT),
        Err(CannotSeal::UnknownType("minutes-confirmed".into()))
    );
}

#[test]
fn what_is_not_a_record_is_refused_by_name() {
    let code = |bytes: &[u8]| Envelope::parse(bytes).unwrap_err().code();
    assert_eq!(code(b"{}"), "RECORD_UNREADABLE");
    assert_eq!(code(b" {}"), "RECORD_NOT_CANONICAL");
    assert_eq!(code(&with("v", json!(2))), "FORMAT_UNKNOWN");
    assert_eq!(code(&with("rev", json!(0))), "RECORD_UNREADABLE");
    assert_eq!(code(&with("extra", json!(1))), "RECORD_UNREADABLE");
    assert_eq!(
        code(&with("at", json!("2026-11-22T15:00:00Z"))),
        "RECORD_UNREADABLE"
    );
    assert_eq!(
        code(&with("body", json!({"unexpected": 1}))),
        "RECORD_UNREADABLE"
    );
}

#[test]
fn an_absent_member_is_not_null() {
    let mut record = canonical::parse(&started().seal(SALT).unwrap().bytes).unwrap();
    record.as_object_mut().unwrap().remove("late");
    let bytes = canonical::to_bytes(&record).unwrap();
    assert!(matches!(
        Envelope::parse(&bytes),
        Err(Unreadable::NotAnEnvelope(_))
    ));
}
