//! The attacks of `trust.md` 4.4 on the log and its records that need no time stamp authority and no witness, each
//! under its name.

use pack::verify::{Earlier, Options};
use record::Moment;
use record::kinds::words::Change;
use tlog::Signer;

use crate::acme::{Acme, FIRST_TEXT, SECOND_TEXT, ada, bob, check, failures, id, notices};
use crate::forged_signatures::signed;

const DAY_MS: i64 = 86_400_000;

fn earlier(note: String) -> Options {
    Options {
        earlier: vec![Earlier {
            name: "kept".into(),
            note: note.into_bytes(),
        }],
        ..Options::default()
    }
}

#[test]
fn edited_acknowledgement_with_a_new_manifest() {
    let mut acme = Acme::genuine();
    let record = &mut acme.logged[10].record;
    let text = String::from_utf8(record.bytes.clone())
        .unwrap()
        .replace(bob().as_str(), ada().as_str());
    record.bytes = text.into_bytes();
    assert_eq!(failures(&acme.check()), ["RECORD_ALTERED"].into());
}

#[test]
fn a_new_manifest_without_the_logs_key() {
    let acme = Acme::genuine();
    let stranger = Signer::from_seed(acme.log.verifier().name(), [8; 32]).unwrap();
    let report = check(
        acme.pack_signed_by(&stranger),
        &Options {
            trust: Some(acme.trust()),
            ..Options::default()
        },
    );
    assert_eq!(failures(&report), ["MANIFEST_NOT_SIGNED"].into());
}

#[test]
fn swapped_document() {
    let mut acme = Acme::genuine();
    acme.documents.clear();
    acme.documents.insert(
        "other".into(),
        b"# Statement\n\nWe promise nothing.\n".to_vec(),
    );
    assert_eq!(failures(&acme.check()), ["DOCUMENT_MISSING"].into());
}

#[test]
fn a_pack_that_fails_is_not_said_to_prove_anything() {
    let genuine = pack::report::text(&Acme::genuine().check());
    assert!(genuine.contains(" 1 passkey signature\n"), "{genuine}");
    assert!(genuine.contains("Proven: each passkey"), "{genuine}");

    let mut acme = Acme::genuine();
    acme.documents.clear();
    let report = acme.check();
    assert_eq!(failures(&report), ["DOCUMENT_MISSING"].into());
    let text = pack::report::text(&report);
    assert!(text.contains("nothing in it is proven"), "{text}");
    assert!(!text.contains("Proven:"), "{text}");
}

#[test]
fn governance_record_left_out() {
    let mut acme = Acme::genuine();
    acme.left_out.insert(9);
    acme.left_out.insert(10);
    let report = acme.check();
    assert_eq!(failures(&report), ["WITHHELD"].into());
    assert_eq!(report.findings[0].index, Some(9));
    assert!(notices(&report).contains("WITHHELD_PEOPLE"));
}

#[test]
fn newer_version_hidden() {
    let mut acme = Acme::genuine();
    acme.request(2, SECOND_TEXT);
    acme.sign(2, SECOND_TEXT, |_| {});
    acme.publish(2, SECOND_TEXT);
    acme.left_out.extend(11..14);
    acme.made.pop();
    assert_eq!(failures(&acme.check()), ["WITHHELD"].into());
}

#[test]
fn administrator_with_database_and_log_key_rewrites_history() {
    let kept = Acme::genuine().checkpoint();
    let mut rewritten = Acme::staffed();
    rewritten.now_ms += 1;
    rewritten.enrol(1);
    rewritten.confirm_key(1, bob());
    rewritten.request(1, FIRST_TEXT);
    rewritten.sign(1, FIRST_TEXT, |_| {});
    rewritten.publish(1, FIRST_TEXT);
    rewritten.acknowledge(1, FIRST_TEXT);
    assert_eq!(
        failures(&check(rewritten.pack(), &earlier(kept.clone()))),
        ["SPLIT_VIEW"].into()
    );
    rewritten.earlier = vec![kept];
    assert_eq!(failures(&rewritten.check()), ["SPLIT_VIEW"].into());
}

#[test]
fn database_restored_to_before_an_unwanted_record() {
    let kept = Acme::genuine().checkpoint();
    assert_eq!(
        failures(&check(Acme::enrolled().pack(), &earlier(kept))),
        ["LOG_ROLLED_BACK"].into()
    );
}

#[test]
fn another_log_under_the_same_name() {
    let kept = Acme::genuine().checkpoint();
    let trust = Acme::genuine().trust();
    let mut acme = Acme::genuine();
    acme.log = Signer::from_seed(acme.log.verifier().name(), [8; 32]).unwrap();
    assert_eq!(
        failures(&check(acme.pack(), &earlier(kept))),
        ["CHECKPOINT_NOT_SIGNED_BY_LOG"].into()
    );
    let report = check(
        acme.pack(),
        &Options {
            trust: Some(trust),
            ..Options::default()
        },
    );
    assert!(
        failures(&report)
            .is_superset(&["CHECKPOINT_NOT_SIGNED_BY_LOG", "MANIFEST_NOT_SIGNED"].into())
    );
}

#[test]
fn a_log_the_auditor_does_not_name() {
    let acme = Acme::genuine();
    let other = Signer::from_seed("other.example", [1; 32]).unwrap();
    let trust = format!("log {}\n", other.verifier()).parse().unwrap();
    assert_eq!(
        failures(&check(
            acme.pack(),
            &Options {
                trust: Some(trust),
                ..Options::default()
            }
        )),
        ["LOG_UNKNOWN"].into()
    );
}

#[test]
fn post_dated() {
    let future: Moment = "2027-01-05T09:00:00.000Z".parse().unwrap();
    assert!(notices(&signed(|act| act.intent.claimed_at = future).check()).contains("POSTDATED"));
    let mut acme = Acme::genuine();
    acme.claimed = Some(future);
    acme.acknowledge(1, FIRST_TEXT);
    assert!(notices(&acme.check()).contains("POSTDATED"));
}

#[test]
fn never_signed() {
    let mut acme = Acme::enrolled();
    acme.request(1, FIRST_TEXT);
    acme.publish(1, FIRST_TEXT);
    assert_eq!(failures(&acme.check()), ["UNSIGNED"].into());
}

#[test]
fn clock_set_back_forty_days() {
    let mut acme = Acme::genuine();
    acme.now_ms -= 40 * DAY_MS;
    acme.acknowledge(1, FIRST_TEXT);
    acme.acknowledge(1, FIRST_TEXT);
    let report = acme.check();
    assert_eq!(failures(&report), ["LOG_CLOCK_REVERSED"].into());
    assert_eq!(
        report
            .findings
            .iter()
            .filter(|finding| finding.index == Some(11))
            .count(),
        1
    );
}

#[test]
fn acknowledging_what_was_not_published() {
    let mut acme = Acme::genuine();
    acme.acknowledge(1, SECOND_TEXT);
    acme.acknowledge(2, SECOND_TEXT);
    assert_eq!(
        failures(&acme.check()),
        ["ACKNOWLEDGED_OTHER_VERSION"].into()
    );
}

#[test]
fn a_forged_name_is_disclosed() {
    let mut acme = Acme::genuine();
    acme.logged[1].disclosures[0] = record::Disclosure::text([3; 16], "name", "Eve")
        .to_bytes()
        .unwrap();
    assert_eq!(failures(&acme.check()), ["DISCLOSURE_MISMATCH"].into());
}

#[test]
fn a_demonstration_is_not_evidence() {
    let mut acme = Acme::genuine();
    let key = acme.log.verifier().to_string();
    acme.act(record::kinds::LogStarted {
        origin: key.clone(),
        key,
        purpose: record::kinds::words::Purpose::Demonstration,
    });
    assert!(notices(&acme.check()).contains("DEMONSTRATION"));
}

#[test]
fn a_period_chosen_to_end_before_what_is_unwelcome_is_seen() {
    let mut acme = Acme::genuine();
    acme.until_ms = Some(acme.now_ms - 1);
    acme.request(2, SECOND_TEXT);
    acme.left_out.insert(11);
    let report = acme.check();
    assert!(report.passed() && notices(&report).contains("OUTSIDE_PERIOD"));
}

/// The records of one log under the head of another, which a key of one's own signs.
#[test]
fn records_that_began_another_log_than_the_one_that_signs() {
    let mut acme = Acme::genuine();
    acme.log = Signer::from_seed(acme.log.verifier().name(), [8; 32]).unwrap();
    let report = check(acme.pack(), &Options::default());
    assert_eq!(failures(&report), ["CHECKPOINT_NOT_SIGNED_BY_LOG"].into());
    let report = acme.check();
    assert_eq!(failures(&report), ["CHECKPOINT_NOT_SIGNED_BY_LOG"].into());
}

/// What the rules said of 1 of 2, in the words of `readiness.json`.
fn claims(case: &str, done: u32, version: u32) -> String {
    let count = if case == "complete" { "owed" } else { "done" };
    format!(
        r#"{{"as_at":"2026-11-22","results":[{{"rule":"policy-ack-missing","case":"{case}","object":"{}","args":{{"title":"Statement","version":"{version}","{count}":"{done}"}}}}]}}"#,
        id("doc", 1),
    )
}

#[test]
fn acknowledgements_that_only_the_database_has_are_counted_out() {
    let mut acme = Acme::genuine();
    for honest in [
        claims("complete", 1, 1),
        claims("late", 1, 1),
        claims("due-soon", 0, 1),
    ] {
        acme.readiness = honest;
        assert!(acme.check().passed());
    }
    for forged in [
        claims("complete", 2, 1),
        claims("late", 2, 1),
        claims("complete", 1, 2),
    ] {
        acme.readiness = forged;
        let report = acme.check();
        assert_eq!(failures(&report), ["SIGNED_RECORD_NOT_IN_LOG"].into());
        assert!(
            report.findings[0]
                .sentence()
                .starts_with("At least 1 of the")
        );
    }
}

#[test]
fn a_change_of_wording_keeps_the_acknowledgements_and_a_change_of_substance_does_not() {
    let mut acme = Acme::genuine();
    acme.request_changing(2, SECOND_TEXT, Change::Editorial);
    acme.sign(2, SECOND_TEXT, |_| {});
    acme.publish(2, SECOND_TEXT);
    acme.readiness = claims("complete", 1, 2);
    assert!(acme.check().passed());
    let mut acme = Acme::genuine();
    acme.request_changing(2, SECOND_TEXT, Change::Material);
    acme.sign(2, SECOND_TEXT, |_| {});
    acme.publish(2, SECOND_TEXT);
    acme.readiness = claims("complete", 1, 2);
    assert_eq!(failures(&acme.check()), ["SIGNED_RECORD_NOT_IN_LOG"].into());
}

#[test]
fn readiness_that_nobody_can_read() {
    let mut acme = Acme::genuine();
    acme.readiness = "[]".to_owned();
    assert_eq!(failures(&acme.check()), ["RECORD_UNREADABLE"].into());
}
