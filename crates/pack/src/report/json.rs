//! The report for programs; its shape is part of the outside contract (`product.md`) and only grows.

use serde_json::{Map, Value, json};

use crate::finding::{Finding, Severity};
use crate::grade::{Aspect, Grade};
use crate::verify::{Confirmed, Report, Signer};

/// `{"passed": …, "grades": {"consistent": "yes|partly|no", …}, "missing": {…}, "findings": [{"code", "index", …}], …}`
#[must_use]
pub fn json(report: &Report) -> Value {
    let grade = |aspect: Aspect| (aspect.name().to_owned(), report.grades.of(aspect));
    let grades: Map<String, Value> = Aspect::ALL
        .map(grade)
        .into_iter()
        .map(|(name, grade)| (name, grade.word().into()))
        .collect();
    let missing: Map<String, Value> = Aspect::ALL
        .map(grade)
        .into_iter()
        .filter_map(|(name, grade)| Some((name, missing(grade)?)))
        .collect();
    let unlisted: Map<String, Value> = report
        .unlisted
        .iter()
        .map(|(code, count)| (code.name().to_owned(), (*count).into()))
        .collect();
    json!({
        "passed": report.passed(),
        "grades": grades,
        "missing": missing,
        "findings": report.findings.iter().map(finding).collect::<Vec<_>>(),
        "unlisted": unlisted,
        "about": report.about,
        "counts": {
            "files": report.tally.files,
            "entries": report.tally.entries,
            "records": report.tally.opened,
            "unopened": report.tally.unopened,
            "signatures": report.tally.signatures,
        },
        "log_key": report.tally.log_key,
        "signers": report.signers.iter().map(signer).collect::<Vec<_>>(),
    })
}

fn signer(signer: &Signer) -> Value {
    let confirmed = signer
        .confirmed
        .iter()
        .map(|Confirmed { by, name, record }| json!({ "by": by, "name": name, "record": record }));
    json!({
        "person": signer.person,
        "name": signer.name,
        "credential": signer.credential,
        "key": signer.key,
        "records": signer.records,
        "enrolled": signer.enrolled,
        "seen_by_auditor": signer.seen_by_auditor,
        "confirmed": confirmed.collect::<Vec<_>>(),
    })
}

fn missing(grade: &Grade) -> Option<Value> {
    match grade {
        Grade::Yes => None,
        Grade::No { missing } => Some(json!({ "sentence": missing })),
        Grade::Partly {
            reached,
            of,
            missing,
        } => Some(json!({ "sentence": missing, "reached": reached, "of": of })),
    }
}

fn finding(finding: &Finding) -> Value {
    let severity = match finding.severity {
        Severity::Failing => "failing",
        Severity::Notice => "notice",
    };
    json!({
        "code": finding.code.name(),
        "severity": severity,
        "index": finding.index,
        "subject": finding.subject,
        "sentence": finding.sentence(),
        "args": finding.args,
    })
}
