//! The report for people: the verdict, what is proven and what is missing, the findings worst first, and the limits.

use std::fmt::Write as _;

use record::Id;

use crate::finding::{Code, Finding, Severity};
use crate::grade::{Aspect, Grade};
use crate::verify::{Confirmed, Report, Signer};

/// How many findings of one code are written out.
const SHOWN: usize = 5;
const WIDTH: usize = 100;

/// The report as lines of at most 100 characters, where words allow.
#[must_use]
pub fn text(report: &Report) -> String {
    let mut out = String::new();
    verdict(&mut out, report);
    scope(&mut out, report);
    grades(&mut out, report);
    signers(&mut out, report);
    findings(&mut out, report, Severity::Failing, "FAILURES");
    findings(&mut out, report, Severity::Notice, "WORTH KNOWING");
    meaning(&mut out, report);
    out
}

fn verdict(out: &mut String, report: &Report) {
    let failures = report
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Failing)
        .count();
    let failures = failures as u64
        + report
            .unlisted
            .iter()
            .filter(|(code, _)| code.severity() == Severity::Failing)
            .map(|(_, more)| more)
            .sum::<u64>();
    match failures {
        0 => line(out, 0, "OK. Every check of this pack passed."),
        1 => line(out, 0, "FAILED. One check of this pack failed."),
        n => line(out, 0, &format!("FAILED. {n} checks of this pack failed.")),
    }
}

fn scope(out: &mut String, report: &Report) {
    let Some(about) = &report.about else { return };
    let since = about
        .since
        .map_or_else(|| "its first entry".to_owned(), |since| since.to_string());
    out.push('\n');
    row(out, "Organisation", &clean(&about.organisation));
    row(out, "Log", &clean(&about.origin));
    row(out, "Period", &format!("{since} to {}", about.until));
    row(
        out,
        "Issued",
        &format!("{} by {}", about.issued_at, about.issued_by),
    );
    row(out, "Signed on", &clean(&about.sites.join(", ")));
    let tally = &report.tally;
    let signatures = match tally.signatures {
        1 => "1 passkey signature".to_owned(),
        n => format!("{n} passkey signatures"),
    };
    let opened = format!(
        "{} log entries, {} records opened, {signatures}",
        tally.entries, tally.opened
    );
    row(out, "Checked", &format!("{} files, {opened}", tally.files));
    if let Some(key) = &report.tally.log_key {
        row(out, "Log key", key);
    }
}

fn grades(out: &mut String, report: &Report) {
    heading(out, "WHAT IS PROVEN");
    for aspect in Aspect::ALL {
        let grade = report.grades.of(aspect);
        let reached = match grade {
            Grade::Partly { reached, of, .. } => format!("partly ({reached} of {of})"),
            other => other.word().to_owned(),
        };
        let missing = if *grade == Grade::Yes {
            question(aspect)
        } else {
            grade.missing()
        };
        row(out, aspect.name(), &format!("{reached}. {missing}"));
    }
}

/// Whose the keys are said to be, and by whom: how much that is worth is for the reader to judge.
fn signers(out: &mut String, report: &Report) {
    if report.signers.is_empty() {
        return;
    }
    heading(out, "WHO SIGNED, AND WHO SAYS SO");
    for signer in &report.signers {
        let records: Vec<String> = signer
            .records
            .iter()
            .take(SHOWN)
            .map(u64::to_string)
            .collect();
        let more = match signer.records.len().saturating_sub(SHOWN) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let what = format!(
            "{} signed record {}{more} with the passkey {}….",
            called(&signer.person, signer.name.as_deref()),
            records.join(", "),
            signer.credential.short(),
        );
        line(out, 2, &clean(&what));
        line(out, 4, &clean(&vouching(signer)));
        line(out, 4, &format!("Key: {}", signer.key));
    }
}

fn vouching(signer: &Signer) -> String {
    let mut said: Vec<String> = signer
        .confirmed
        .iter()
        .map(|Confirmed { by, name, record }| {
            format!("{} in record {record}", called(by, name.as_deref()))
        })
        .collect();
    if signer.seen_by_auditor {
        said.push("your trust file".to_owned());
    }
    match said.is_empty() {
        true => "Nobody but the server says that this key is theirs.".to_owned(),
        false => format!(
            "That the key is theirs was confirmed by {}.",
            said.join("; ")
        ),
    }
}

fn called(person: &Id, name: Option<&str>) -> String {
    match name {
        Some(name) => format!("{name} ({person})"),
        None => person.to_string(),
    }
}

fn question(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Consistent => {
            "The files, the records, the log and its signatures agree with each other."
        }
        Aspect::Timed => "An independent authority stamped the time.",
        Aspect::Witnessed => "The witnesses you named vouch for this one history.",
        Aspect::Identified => "You know every key that signed.",
    }
}

fn findings(out: &mut String, report: &Report, severity: Severity, title: &str) {
    let mut of_severity = report
        .findings
        .iter()
        .filter(|finding| finding.severity == severity)
        .peekable();
    if of_severity.peek().is_none() {
        return;
    }
    heading(out, title);
    let all: Vec<&Finding> = of_severity.collect();
    for same in all.chunk_by(|a, b| a.code == b.code) {
        let code = same[0].code;
        line(out, 2, code.name());
        same.iter()
            .take(SHOWN)
            .for_each(|finding| line(out, 4, &clean(&finding.sentence())));
        let more = same.len().saturating_sub(SHOWN) as u64
            + report.unlisted.get(&code).copied().unwrap_or(0);
        if more > 0 {
            line(
                out,
                4,
                &format!("… and {more} more like these (all are in --json, up to a thousand)."),
            );
        }
    }
}

fn meaning(out: &mut String, report: &Report) {
    heading(out, "WHAT THIS MEANS");
    if report.passed() {
        proven(out, report);
    } else if report.grades.consistent == Grade::Yes {
        line(
            out,
            2,
            "This pack is not what your trust file asks for: take nothing in it as proven until the failures above are explained.",
        );
    } else {
        line(
            out,
            2,
            "This pack was changed or is incomplete: nothing in it is proven, no signature and no text, until the failures above are explained or you have a pack without any.",
        );
    }
    line(
        out,
        2,
        "Never proven: what was not recorded, and that what people signed is also what they do.",
    );
}

/// What a pack without failures proves, and what it leaves open.
fn proven(out: &mut String, report: &Report) {
    let has_signatures = report.tally.signatures > 0;
    let says = |code: Code| report.findings.iter().any(|finding| finding.code == code);
    line(
        out,
        2,
        "Proven: nothing in this pack was changed since the log signed it, and no act of management or change of keys in the period was left out of it.",
    );
    if has_signatures {
        line(
            out,
            2,
            "Proven: each passkey signature counted above was made by the key shown, over exactly the text in docs/, by somebody the authenticator recognised.",
        );
    }
    if report.grades.timed != Grade::Yes {
        line(
            out,
            2,
            "Not proven: any date. The order of entries is; their times are what the server's clock said.",
        );
    }
    if report.grades.witnessed != Grade::Yes {
        line(
            out,
            2,
            "Not proven: that nobody was shown another history. Keep this pack, and pass it as --earlier when you check the next.",
        );
    }
    if has_signatures && report.grades.identified != Grade::Yes {
        line(
            out,
            2,
            "Not proven: whose the keys are. Ask each signer to use their passkey before you, and note it in your trust file.",
        );
    }
    if says(Code::LogKeyFromPack) {
        line(
            out,
            2,
            "Not proven: that this is the organisation's log. Put its key in a trust file once you had it in person.",
        );
    }
}

fn heading(out: &mut String, title: &str) {
    let _ = write!(out, "\n{title}\n");
}

fn row(out: &mut String, name: &str, value: &str) {
    wrap(out, &format!("  {name:<13} "), 16, value);
}

fn line(out: &mut String, indent: usize, sentence: &str) {
    wrap(out, &" ".repeat(indent), indent, sentence);
}

fn wrap(out: &mut String, lead: &str, indent: usize, sentence: &str) {
    let mut column = lead.chars().count();
    out.push_str(lead);
    for (number, word) in sentence.split(' ').enumerate() {
        let length = word.chars().count();
        if number > 0 && column + 1 + length > WIDTH {
            let _ = write!(out, "\n{}", " ".repeat(indent));
            column = indent;
        } else if number > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out.push('\n');
}

/// What a pack says must not move the cursor of whoever reads about it.
fn clean(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_control() || is_direction(c) {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}

/// Characters that reorder text on a terminal (Unicode TR9).
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
