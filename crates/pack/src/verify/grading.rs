//! What it all amounts to: the four grades, and the auditor's demands on them.

use super::Options;
use super::found::Found;
use super::keys::Standing;
use super::ledger::Ledger;
use super::log::Log;
use crate::finding::{Code, Finding, Group, Severity};
use crate::grade::{Grade, Grades};

pub(super) fn grade(
    log: &Log,
    ledger: &Ledger<'_>,
    options: &Options,
    found: &mut Found,
) -> Grades {
    let grades = Grades {
        consistent: consistent(found),
        timed: timed(found),
        witnessed: witnessed(log, options, found),
        identified: identified(ledger.keys.standing(options.trust.as_ref())),
    };
    for aspect in options.trust.iter().flat_map(|trust| &trust.required) {
        let grade = grades.of(*aspect);
        if *grade != Grade::Yes {
            found.add(
                Finding::new(Code::GradeNotReached)
                    .subject(aspect.name())
                    .arg("grade", aspect.name())
                    .arg("missing", grade.missing().trim_end_matches('.')),
            );
        }
    }
    grades
}

/// Failures against the auditor's own expectations are not contradictions within the pack.
fn is_contradiction(finding: &Finding) -> bool {
    let is_expectation = matches!(
        finding.code,
        Code::LogUnknown | Code::LevelBelowPolicy | Code::SignerKeyContradicted
    );
    finding.severity == Severity::Failing && finding.code.group() != Group::Trust && !is_expectation
}

fn consistent(found: &Found) -> Grade {
    if found.any(is_contradiction) {
        Grade::no("The pack contradicts itself or the log; see the failures.")
    } else {
        Grade::Yes
    }
}

fn timed(found: &mut Found) -> Grade {
    found.add(Finding::new(Code::TimeUnanchored));
    Grade::no(
        "No independent authority has stamped the time of this log; the times are the server's own.",
    )
}

fn witnessed(log: &Log, options: &Options, found: &mut Found) -> Grade {
    if let Some(quorum) = options
        .trust
        .as_ref()
        .and_then(|trust| trust.quorum.as_ref())
    {
        found.add(Finding::new(Code::WitnessQuorumNotMet).arg("quorum", quorum));
    }
    let contradicts =
        found.any(|finding| matches!(finding.code, Code::SplitView | Code::LogRolledBack));
    let kept = log
        .former
        .iter()
        .filter(|former| former.is_auditors)
        .map(|former| former.head.size)
        .max();
    match kept {
        Some(reached) if reached > 0 && !contradicts => Grade::Partly {
            reached: usize::try_from(reached).unwrap_or(usize::MAX),
            of: usize::try_from(log.head.size).unwrap_or(usize::MAX),
            missing: format!(
                "The checkpoint you kept vouches for the first {reached} of {} entries; no outside witness for the others.",
                log.head.size
            ),
        },
        _ => Grade::no(
            "No outside witness has signed the checkpoint, and you brought none you had kept.",
        ),
    }
}

fn identified(standing: Standing) -> Grade {
    let Standing {
        keys,
        seen_by_auditor,
        confirmed_in_log,
    } = standing;
    match (keys, seen_by_auditor, confirmed_in_log) {
        (0, ..) => Grade::no("The pack holds no passkey signature that verifies."),
        (keys, seen, _) if seen == keys => Grade::Yes,
        (_, 0, 0) => Grade::no("Only the server says whose the signing keys are."),
        (_, seen, confirmed) => Grade::Partly {
            reached: seen + confirmed,
            of: keys,
            missing: format!(
                "Of {keys} signing keys, {seen} are in your trust file and {confirmed} more were confirmed by a colleague in the log."
            ),
        },
    }
}
