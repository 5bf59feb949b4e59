//! The attacks of `trust.md` 4.4 on signatures and on the keys that make them, each under its name.

use std::collections::BTreeSet;

use pack::verify::Options;
use record::{Actor, Concealed, Digest, Moment};

use crate::acme::{Acme, FIRST_TEXT, SECOND_TEXT, ada, bob, check, failures, notices};
use crate::authenticator::Passkey;

const DAY_MS: i64 = 86_400_000;

pub(crate) fn signed(change: impl FnOnce(&mut crate::acts::Act)) -> Acme {
    let mut acme = Acme::enrolled();
    acme.request(1, FIRST_TEXT);
    acme.sign(1, FIRST_TEXT, change);
    acme
}

#[test]
fn chief_executive_signs_today_what_claims_january() {
    let january: Moment = "2026-01-05T09:00:00.000Z".parse().unwrap();
    let report = signed(|act| act.intent.claimed_at = january).check();
    assert_eq!(failures(&report), [].into());
    assert!(notices(&report).contains("BACKDATED"));
}

#[test]
fn tap_without_pin() {
    assert_eq!(
        failures(&signed(|act| act.ceremony.flags = 0x01).check()),
        ["USER_NOT_VERIFIED"].into()
    );
    assert_eq!(
        failures(&signed(|act| act.ceremony.flags = 0x04).check()),
        ["USER_NOT_PRESENT"].into()
    );
}

#[test]
fn a_key_that_can_be_copied_is_named() {
    assert!(notices(&signed(|act| act.ceremony.flags = 0x0d).check()).contains("SYNCED_PASSKEY"));
}

#[test]
fn administrator_enrols_own_key_as_chief_executive() {
    let mut acme = Acme::staffed();
    acme.enrol(6);
    acme.request(1, FIRST_TEXT);
    acme.sign(1, FIRST_TEXT, |act| act.passkey = Passkey::number(6));
    assert_eq!(failures(&acme.check()), ["SIGNER_KEY_CONTRADICTED"].into());
    let blind = check(acme.pack(), &Options::default());
    assert!(blind.passed() && notices(&blind).contains("SIGNER_KEY_NOT_CONFIRMED"));
    assert_eq!(blind.grades.identified.word(), "no");
}

#[test]
fn a_key_confirmed_by_its_own_holder() {
    let mut acme = Acme::staffed();
    acme.enrol(1);
    acme.confirm_key(1, ada());
    acme.request(1, FIRST_TEXT);
    acme.sign(1, FIRST_TEXT, |_| {});
    let report = check(acme.pack(), &Options::default());
    assert_eq!(failures(&report), ["SELF_COUNTERSIGNED"].into());
    assert!(notices(&report).contains("SIGNER_KEY_NOT_CONFIRMED"));
}

/// Bob leads; Ada was entered without anybody's word, and signs.
fn led_by_bob(is_confirmed: impl Fn(&mut Acme), is_late: bool) -> BTreeSet<&'static str> {
    let mut acme = Acme::founded();
    acme.appoint(2, bob());
    acme.appoint(1, ada());
    acme.enrol(1);
    acme.confirm_key(1, bob());
    if !is_late {
        is_confirmed(&mut acme);
    }
    acme.request(1, FIRST_TEXT);
    acme.sign(1, FIRST_TEXT, |_| {});
    if is_late {
        is_confirmed(&mut acme);
    }
    failures(&check(acme.pack(), &Options::default()))
}

#[test]
fn an_appointment_that_nobody_else_had_confirmed_when_it_was_signed_under() {
    let by_bob = |acme: &mut Acme| acme.confirm_appointment(1, ada(), bob());
    assert_eq!(led_by_bob(by_bob, false), [].into());
    assert_eq!(
        led_by_bob(|_| {}, false),
        ["APPOINTMENT_NOT_CONFIRMED"].into()
    );
    assert_eq!(
        led_by_bob(by_bob, true),
        ["APPOINTMENT_NOT_CONFIRMED"].into()
    );
}

#[test]
fn an_appointment_that_is_entered_late_or_by_the_person_appointed_is_pointed_out() {
    let mut acme = Acme::staffed();
    acme.appoint_by(2, bob(), Actor::person(bob(), Concealed::default()));
    let report = check(acme.pack(), &Options::default());
    let pointed_out = notices(&report);
    assert!(pointed_out.contains("APPOINTMENT_BY_APPOINTEE"));
    assert!(pointed_out.contains("APPOINTMENT_RECORDED_LATE"));
    assert_eq!(failures(&report), [].into());
}

#[test]
fn a_key_that_was_never_enrolled_or_only_afterwards() {
    let mut acme = Acme::staffed();
    acme.request(1, FIRST_TEXT);
    acme.sign(1, FIRST_TEXT, |_| {});
    assert_eq!(failures(&acme.check()), ["SIGNER_KEY_UNKNOWN"].into());
    acme.enrol(1);
    assert_eq!(failures(&acme.check()), ["KEY_ENROLLED_AFTER"].into());
}

#[test]
fn a_revoked_key() {
    let mut acme = Acme::enrolled();
    acme.request(1, FIRST_TEXT);
    acme.revoke_key(None);
    let mut after = Acme::enrolled();
    after.revoke_key(None);
    after.request(1, FIRST_TEXT);
    after.sign(1, FIRST_TEXT, |_| {});
    assert_eq!(failures(&after.check()), ["SIGNED_WITH_REVOKED_KEY"].into());
    let mut before = Acme::genuine();
    before.revoke_key(None);
    assert!(before.check().passed());
    before = Acme::genuine();
    before.revoke_key(Some(Moment::from_millis(before.now_ms - DAY_MS)));
    assert_eq!(
        failures(&before.check()),
        ["SIGNED_WITH_REVOKED_KEY"].into()
    );
}

#[test]
fn phishing_relying_party() {
    assert_eq!(
        failures(&signed(|act| act.ceremony.site = "https://acme.example.evil".into()).check()),
        ["WRONG_RELYING_PARTY"].into()
    );
    assert_eq!(
        failures(&signed(|act| act.ceremony.rp_id = "evil".into()).check()),
        ["WRONG_RELYING_PARTY"].into()
    );
    assert_eq!(
        failures(&signed(|act| act.ceremony.cross_origin = true).check()),
        ["CROSS_ORIGIN"].into()
    );
}

#[test]
fn registration_replayed() {
    assert_eq!(
        failures(&signed(|act| act.ceremony.kind = "webauthn.create").check()),
        ["NOT_AN_ASSERTION"].into()
    );
}

#[test]
fn assertion_reused_under_another_statement() {
    let mut acme = Acme::genuine();
    acme.request(2, SECOND_TEXT);
    acme.sign(2, SECOND_TEXT, |_| {});
    let (first, rest) = acme.made.split_at_mut(1);
    rest[0].client_data = first[0].client_data.clone();
    rest[0].authenticator_data = first[0].authenticator_data.clone();
    rest[0].signature = first[0].signature.clone();
    assert_eq!(
        failures(&acme.check()),
        ["SIGNATURE_OVER_OTHER_INTENT"].into()
    );
    let (first, rest) = acme.made.split_at_mut(1);
    rest[0].intent = first[0].intent.clone();
    let codes = failures(&acme.check());
    assert!(
        codes.contains("SIGNATURE_OVER_OTHER_INTENT") && codes.contains("SIGNED_OTHER_DOCUMENT"),
        "{codes:?}"
    );
}

#[test]
fn a_signature_over_another_text_request_or_state() {
    let other = Digest::of(SECOND_TEXT);
    assert_eq!(
        failures(&signed(|act| act.intent.doc = other).check()),
        ["SIGNED_OTHER_DOCUMENT"].into()
    );
    assert_eq!(
        failures(&signed(|act| act.intent.over = other).check()),
        ["SIGNED_RECORD_NOT_IN_LOG"].into()
    );
    assert_eq!(
        failures(&signed(|act| act.intent.after.root = other).check()),
        ["SIGNATURE_OVER_OTHER_INTENT"].into()
    );
    assert_eq!(
        failures(&signed(|act| act.intent.after.size = 1 << 40).check()),
        ["SIGNATURE_OVER_OTHER_INTENT"].into()
    );
    assert_eq!(
        failures(&signed(|act| act.intent.pid = bob()).check()),
        ["SIGNATURE_OVER_OTHER_INTENT"].into()
    );
}

#[test]
fn a_signature_nobody_had_asked_for() {
    let mut acme = Acme::genuine();
    acme.sign(2, FIRST_TEXT, |_| {});
    assert_eq!(failures(&acme.check()), ["SIGNED_RECORD_NOT_IN_LOG"].into());
}

#[test]
fn a_signature_whose_files_were_lost() {
    let mut acme = Acme::genuine();
    acme.made.clear();
    assert_eq!(failures(&acme.check()), ["SIGNATURE_MISSING"].into());
}

#[test]
fn an_office_not_held() {
    let mut acme = Acme::enrolled();
    acme.relieve("2026-06-30");
    acme.request(1, FIRST_TEXT);
    acme.sign(1, FIRST_TEXT, |_| {});
    assert_eq!(failures(&acme.check()), ["ROLE_NOT_HELD"].into());
    let promoted = signed(|act| {
        act.signed.capacity = "Chair".into();
        act.intent.role = "Chair".into();
    });
    assert_eq!(failures(&promoted.check()), ["ROLE_NOT_HELD"].into());
}

#[test]
fn signed_with_a_click_where_the_auditor_asks_for_a_passkey() {
    let mut acme = Acme::enrolled();
    acme.request(1, FIRST_TEXT);
    acme.click(1, FIRST_TEXT);
    assert!(acme.check().passed());
    for kind in ["statement", "document-signed"] {
        let trust = Some(format!("level {kind} L2").parse().unwrap());
        assert_eq!(
            failures(&check(
                acme.pack(),
                &Options {
                    trust,
                    ..Options::default()
                }
            )),
            ["LEVEL_BELOW_POLICY"].into()
        );
    }
}
