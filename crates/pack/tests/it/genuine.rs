//! What a genuine pack proves, and what it says it does not.

use pack::grade::Grade;
use pack::report;
use pack::verify::{Earlier, Options};
use record::{Digest, Envelope};
use tlog::Signer;

use crate::acme::{Acme, FIRST_TEXT, SECOND_TEXT, ada, bob, check, failures, notices};

#[test]
fn a_genuine_pack_passes_and_says_what_it_does_not_prove() {
    let report = Acme::genuine().check();
    assert_eq!(failures(&report), [].into());
    assert_eq!(
        notices(&report),
        [
            "APPOINTMENT_RECORDED_LATE",
            "DISPLAY_NOT_PROVEN",
            "NOT_BEFORE_UNPROVEN",
            "NOT_DISCLOSED",
            "TIME_UNANCHORED"
        ]
        .into()
    );
    assert_eq!(
        (report.grades.consistent.word(), report.grades.timed.word()),
        ("yes", "no")
    );
    assert_eq!(
        (
            report.grades.witnessed.word(),
            report.grades.identified.word()
        ),
        ("no", "yes")
    );
    assert_eq!(
        (
            report.tally.entries,
            report.tally.opened,
            report.tally.signatures
        ),
        (11, 11, 1)
    );
}

#[test]
fn the_report_names_who_says_whose_key_signed() {
    let report = Acme::genuine().check();
    let text = report::text(&report)
        .replace("\n    ", " ")
        .replace("   ", "");
    assert!(text.contains("WHO SIGNED, AND WHO SAYS SO"), "{text}");
    assert!(
        text.contains("That the key is theirs was confirmed by"),
        "{text}"
    );
    let json = report::json(&report);
    let signer = &json["signers"][0];
    assert_eq!(signer["person"], ada().to_string());
    assert_eq!(signer["confirmed"][0]["by"], bob().to_string());
    assert!(signer["confirmed"][0]["record"].is_u64() && signer["records"][0].is_u64());
}

#[test]
fn a_key_that_nobody_confirmed_is_shown_as_such() {
    let mut acme = Acme::staffed();
    acme.enrol(1);
    acme.confirm_key(1, ada());
    acme.request(1, FIRST_TEXT);
    acme.sign(1, FIRST_TEXT, |_| {});
    let report = check(acme.pack(), &Options::default());
    assert!(report::text(&report).contains("Nobody but the server says that this key is theirs."));
    assert_eq!(
        report::json(&report)["signers"][0]["confirmed"],
        serde_json::json!([])
    );
}

#[test]
fn the_same_contents_give_the_same_bytes() {
    assert_eq!(Acme::genuine().pack(), Acme::genuine().pack());
}

#[test]
fn without_a_trust_file_the_key_of_the_log_is_only_a_claim() {
    let report = check(Acme::genuine().pack(), &Options::default());
    assert!(report.passed());
    assert!(notices(&report).contains("LOG_KEY_FROM_PACK"));
    assert_eq!(report.grades.identified.word(), "partly");
}

#[test]
fn a_checkpoint_the_auditor_kept_vouches_for_what_it_covers() {
    let mut acme = Acme::enrolled();
    let earlier = vec![Earlier {
        name: "2025".into(),
        note: acme.checkpoint().into_bytes(),
    }];
    acme.earlier = vec![acme.checkpoint()];
    acme.request(1, FIRST_TEXT);
    let report = check(
        acme.pack(),
        &Options {
            earlier,
            ..Options::default()
        },
    );
    assert!(report.passed());
    assert!(
        matches!(
            report.grades.witnessed,
            Grade::Partly {
                reached: 7,
                of: 8,
                ..
            }
        ),
        "{:?}",
        report.grades.witnessed
    );
}

#[test]
fn what_the_auditor_asks_for_becomes_a_failure() {
    let acme = Acme::genuine();
    let mut trust = acme.trust();
    trust.required = ["require timed\nrequire consistent"]
        .into_iter()
        .flat_map(|text| text.parse::<pack::trust::Trust>().unwrap().required)
        .collect();
    let report = check(
        acme.pack(),
        &Options {
            trust: Some(trust),
            ..Options::default()
        },
    );
    assert_eq!(failures(&report), ["GRADE_NOT_REACHED"].into());
    assert_eq!(report.grades.consistent, Grade::Yes);
}

#[test]
fn a_newer_version_supersedes_and_an_earlier_day_does_not_know_it() {
    let mut acme = Acme::genuine();
    let before = record::Moment::from_millis(acme.now_ms - 1);
    acme.request(2, SECOND_TEXT);
    acme.sign(2, SECOND_TEXT, |_| {});
    acme.publish(2, SECOND_TEXT);
    acme.acknowledge(1, FIRST_TEXT);
    let now = check(acme.pack(), &Options::default());
    assert!(now.passed(), "{:?}", failures(&now));
    assert!(notices(&now).contains("SUPERSEDED"));
    assert!(notices(&now).contains("ACKNOWLEDGED_OLD_VERSION"));
    let then = check(
        acme.pack(),
        &Options {
            at: Some(before),
            ..Options::default()
        },
    );
    assert!(!notices(&then).contains("SUPERSEDED"));
}

#[test]
fn a_revision_that_continues_a_logged_one_is_accepted_and_any_other_is_not() {
    let mut acme = Acme::genuine();
    let first = acme.act_on(
        99,
        <record::kinds::SettingChanged as record::Kind>::sample(),
    );
    let mut next = Envelope::parse(&acme.logged[first].record.bytes).unwrap();
    next.rev = 2;
    next.at = record::Moment::from_millis(acme.now_ms);
    next.prev = Some(acme.logged[first].record.leaf_hash.into());
    acme.enter(&next);
    assert!(acme.check().passed());
    next.prev = Some(Digest::of("nothing"));
    acme.enter(&next);
    assert_eq!(failures(&acme.check()), ["PREV_MISSING"].into());
}

#[test]
fn both_reports_can_be_read() {
    let report = Acme::genuine().check();
    let text = report::text(&report);
    assert!(
        text.starts_with("OK. Every check of this pack passed.\n"),
        "{text}"
    );
    assert!(
        text.contains("consistent    yes.") && text.contains("Not proven: any date."),
        "{text}"
    );
    assert!(
        text.lines().all(|line| line.chars().count() <= 120),
        "{text}"
    );
    let json = report::json(&report);
    assert_eq!(json["grades"]["consistent"], "yes");
    assert_eq!(json["findings"][0]["code"], "TIME_UNANCHORED");
}

#[test]
fn a_writer_refuses_leaves_that_are_not_the_checkpoints() {
    let acme = Acme::genuine();
    let other = Signer::from_seed("other", [1; 32]).unwrap();
    let (about, checkpoint) = (acme.about(), acme.checkpoint());
    let mut front = pack::write::Front {
        about: &about,
        readme: "",
        readiness: None,
        checkpoint: &checkpoint,
        log_key: acme.log.verifier(),
        earlier: &[],
    };
    let begun = pack::write::Writer::begin(Vec::new(), &front, pack::write::Entries::default());
    assert!(matches!(
        begun,
        Err(pack::write::CannotWrite::OtherTree {
            expected: 11,
            found: 0
        })
    ));
    front.log_key = other.verifier();
    let begun = pack::write::Writer::begin(Vec::new(), &front, pack::write::Entries::default());
    assert!(matches!(
        begun,
        Err(pack::write::CannotWrite::Checkpoint(_))
    ));
}
