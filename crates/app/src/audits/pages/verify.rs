//! `/verify`: anybody checks a pack, without an account. What is sent is checked and forgotten.

use std::path::PathBuf;

use axum::extract::{DefaultBodyLimit, Multipart, State};
use axum::http::StatusCode;
use axum::routing::post;
use kit::Moment;
use kit::web::{Answer, Problem};
use kit::words::Language;
use pack::finding::{Finding, Severity};
use pack::grade::{Aspect, Grade};
use pack::trust::Trust;
use pack::verify::{Options, Report, verify};
use tokio::io::AsyncWriteExt;
use tokio::sync::Semaphore;

use super::reasons;
use crate::App;
use crate::ledger;
use crate::shell::{Access, Method, Routes, Shell, page};

/// As large as packs of an organisation with 100,000 people.
const LARGEST: usize = 2 * 1024 * 1024 * 1024;

pub(super) fn routes() -> Routes {
    Routes::default().get("/verify", Access::Public, form).add(
        Method::Post,
        "/verify",
        Access::Public,
        post(check).layer(DefaultBodyLimit::max(LARGEST)),
    )
}

#[derive(askama::Template)]
#[template(path = "audits/pages/verify.html")]
struct VerifyPage {
    s: Shell,
    refusal: Option<String>,
    result: Option<Shown>,
}

/// A report in words.
struct Shown {
    passed: bool,
    organisation: String,
    until: String,
    grades: Vec<ShownGrade>,
    findings: Vec<ShownFinding>,
}

struct ShownGrade {
    name: String,
    state: &'static str,
    word: String,
    missing: String,
}

struct ShownFinding {
    is_failure: bool,
    code: &'static str,
    sentence: String,
}

async fn form(s: Shell) -> Answer {
    page(VerifyPage {
        s,
        refusal: None,
        result: None,
    })
}

/// Packs that are received and checked at the same time: more would fill the disk of the server.
static PLACES: Semaphore = Semaphore::const_new(4);
const BUSY_SECONDS: u64 = 30;

async fn check(State(app): State<App>, s: Shell, upload: Multipart) -> Answer {
    let Ok(_place) = PLACES.try_acquire() else {
        return Err(Problem::TooMany(BUSY_SECONDS));
    };
    let Some(file) = receive(upload).await? else {
        let refusal = Some(s.t("verify-no-file"));
        let mut answer = page(VerifyPage {
            s,
            refusal,
            result: None,
        })?;
        *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(answer);
    };
    let report = judge(&app, file.path().to_owned()).await?;
    let result = Some(shown(&s, &report));
    page(VerifyPage {
        s,
        refusal: None,
        result,
    })
}

/// Checks a pack as its reader would; one in the name of a log of ours is held to our key.
async fn judge(app: &App, path: PathBuf) -> Result<Report, anyhow::Error> {
    let checked = path.clone();
    let report =
        tokio::task::spawn_blocking(move || verify(&checked, &Options::default())).await??;
    let Some(about) = &report.about else {
        return Ok(report);
    };
    let Some(key) = ledger::key_of_log(&mut app.read().await?, &about.origin).await? else {
        return Ok(report);
    };
    let options = Options {
        trust: Some(Trust {
            logs: vec![key.parse()?],
            ..Trust::default()
        }),
        ..Options::default()
    };
    Ok(tokio::task::spawn_blocking(move || verify(&path, &options)).await??)
}

/// The file, on disk only as long as it is checked.
async fn receive(mut upload: Multipart) -> Result<Option<tempfile::NamedTempFile>, Problem> {
    let broken = |_| Problem::Invalid(String::new());
    while let Some(mut field) = upload.next_field().await.map_err(broken)? {
        if field.name() != Some("file") {
            continue;
        }
        let kept = tempfile::NamedTempFile::new().map_err(anyhow::Error::from)?;
        let reopened = kept.reopen().map_err(anyhow::Error::from)?;
        let mut writing = tokio::fs::File::from_std(reopened);
        let mut received = 0;
        while let Some(chunk) = field.chunk().await.map_err(|_| Problem::TooLarge)? {
            received += chunk.len();
            writing
                .write_all(&chunk)
                .await
                .map_err(anyhow::Error::from)?;
        }
        writing.flush().await.map_err(anyhow::Error::from)?;
        return Ok((received > 0).then_some(kept));
    }
    Ok(None)
}

fn shown(s: &Shell, report: &Report) -> Shown {
    let about = report.about.as_ref();
    Shown {
        passed: report.passed(),
        organisation: about
            .map(|about| about.organisation.clone())
            .unwrap_or_default(),
        until: about
            .map(|about| s.moment(&Moment::from_millis(about.until.as_millis() as i64)))
            .unwrap_or_default(),
        grades: Aspect::ALL
            .iter()
            .map(|aspect| grade(s, *aspect, report.grades.of(*aspect)))
            .collect(),
        findings: report
            .findings
            .iter()
            .map(|finding| ShownFinding {
                is_failure: finding.severity == Severity::Failing,
                code: finding.code.name(),
                sentence: said(s, finding),
            })
            .collect(),
    }
}

fn grade(s: &Shell, aspect: Aspect, grade: &Grade) -> ShownGrade {
    let state = match (grade.word(), aspect) {
        ("yes", _) => "pass",
        ("partly", _) => "due-soon",
        (_, Aspect::Consistent) => "fail",
        _ => "to-do",
    };
    ShownGrade {
        name: s.t(&format!("verify-grade-{}", aspect.name())),
        state,
        word: s.t(&format!("verify-{}", grade.word())),
        missing: reached(s, aspect, grade),
    }
}

/// How far a grade is reached, in plain words.
fn reached(s: &Shell, aspect: Aspect, grade: &Grade) -> String {
    let word = format!("verify-grade-{}-{}", aspect.name(), grade.word());
    match grade {
        Grade::Partly { reached, of, .. } => s
            .say(&word)
            .with("reached", *reached)
            .with("of", *of)
            .to_string(),
        _ => s.t(&word),
    }
}

/// What was found; the English is the verifier's own.
fn said(s: &Shell, finding: &Finding) -> String {
    if s.language() != Language::German {
        return finding.sentence();
    }
    let word = format!("finding-{}", finding.code.name());
    finding
        .args
        .iter()
        .fold(s.say(&word), |saying, (name, value)| {
            saying.with(*name, in_words(s, name, value))
        })
        .to_string()
}

/// A value of a finding: names, numbers and digests are the same in every language.
fn in_words(s: &Shell, name: &str, value: &str) -> String {
    match name {
        "why" => reasons::reason(s.speech(), value),
        "name" | "what" | "limit" => reasons::name(s.speech(), value),
        "class" => s.t(&format!("log-class-{value}")),
        "grade" => s.t(&format!("verify-grade-{value}")),
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use kit::words::{Language, Words};
    use pack::finding::Code;

    /// The values that a sentence asks for, in one order.
    fn asked(template: &str) -> Vec<String> {
        let mut names: Vec<String> = template
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split('}').next())
            .map(|name| name.trim().trim_start_matches('$').to_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn everything_a_check_can_find_is_said_in_german_with_the_same_values() {
        let german = include_str!("../words/findings.de.ftl");
        let speech = Words::new(crate::WORDS).unwrap().speak(Language::German);
        for code in Code::ALL {
            let id = format!("finding-{}", code.name());
            let line = german
                .lines()
                .find(|line| line.starts_with(&format!("{id} =")));
            let line = line.unwrap_or_else(|| panic!("{id} is not said"));
            let mut expected = asked(code.template());
            expected.retain(|name| !(id == "finding-GRADE_NOT_REACHED" && name == "missing"));
            assert_eq!(asked(line), expected, "{id}");
            assert_ne!(speech.t(&id), format!("[{id}]"));
        }
    }
}
