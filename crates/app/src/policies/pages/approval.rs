//! Sending a text for approval: to whom, in which order, how many it takes, and what each of its
//! duties takes.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kit::db::Conn;
use kit::id::OrgId;
use kit::web::{Answer, Form, Problem, in_words};
use kit::{Day, Digest};

use super::found::policy;
use crate::App;
use crate::documents::{
    self, Approver, CannotRequestApproval, Delegation, Document, DocumentId, Draft, NewRequest,
    NewRound, Resourced, Resourcing, Stage, diff, duties, matrix::Matrix,
};
use crate::people::{self, Office};
use crate::shell::{Shell, page, redirect, redirect_saying};

/// As many stages as the form offers; more would be a committee.
const STAGES: usize = 3;

#[derive(askama::Template)]
#[template(path = "policies/pages/approval.html")]
struct ApprovalPage {
    s: Shell,
    id: DocumentId,
    title: String,
    digest: Digest,
    candidates: Vec<Candidate>,
    /// How many of each stage must approve.
    quorums: Vec<String>,
    /// What the matrix asks for, line by line.
    asked: Vec<String>,
    duties: Vec<Duty>,
    resourcings: Vec<(Resourcing, String)>,
    effective_on: String,
    next_review_on: String,
    due_on: String,
    is_editorial: bool,
    changes: Option<String>,
    left: Vec<String>,
    refused: Option<String>,
}

/// Somebody who may approve by an office, their own or another's.
struct Candidate {
    field: String,
    name: String,
    office: String,
    stage: usize,
}

struct Duty {
    number: usize,
    text: String,
    resourcing: String,
    because: String,
    until: String,
}

type Typed = BTreeMap<String, String>;

pub(super) async fn show(State(app): State<App>, Path(document): Path<String>, s: Shell) -> Answer {
    let org = s.reader()?.org;
    let document = policy(&mut app.read().await?, org, &document).await?;
    match approval_page(&app, s, &document, Typed::new(), None).await? {
        Some(found) => page(found),
        None => redirect(format!("/policies/{}", document.id)),
    }
}

async fn approval_page(
    app: &App,
    s: Shell,
    document: &Document,
    typed: Typed,
    refused: Option<String>,
) -> Result<Option<ApprovalPage>, Problem> {
    let org = s.reader()?.org;
    let today = s.today();
    let mut db = app.read().await?;
    let Some(draft) = documents::draft(&mut db, org, document.id).await? else {
        return Ok(None);
    };
    let offices = people::offices(&mut db, org, today).await?;
    let matrix = documents::matrix_in_force(&mut db, org, today).await?;
    let matrix = Matrix::parse(matrix.as_ref().map_or("", |matrix| &matrix.text));
    let delegations = documents::delegations_on(&mut db, org, today).await?;
    let given = |field: &str, otherwise: String| typed.get(field).cloned().unwrap_or(otherwise);
    let changes = changes(&mut db, &s, document, &draft).await?;
    let lines: Vec<_> = matrix.of(document.kind).collect();
    let quorum = |at: usize| lines.get(at - 1).map_or(1, |line| line.quorum).to_string();
    Ok(Some(ApprovalPage {
        candidates: candidates(&s, document, (&offices, &delegations), &matrix, &typed),
        quorums: (1..=STAGES)
            .map(|at| given(&format!("quorum-{at}"), quorum(at)))
            .collect(),
        asked: lines
            .iter()
            .map(|line| {
                s.say("policy-approval-matrix-line")
                    .with("body", line.body.as_str())
                    .with("quorum", line.quorum as i64)
                    .to_string()
            })
            .collect(),
        duties: asked_duties(&draft, &typed),
        resourcings: Resourcing::ALL
            .iter()
            .map(|it| (*it, s.t(&format!("policy-resourcing-{it}"))))
            .collect(),
        effective_on: given("effective_on", today.to_string()),
        next_review_on: given("next_review_on", today.plus_months(12).to_string()),
        due_on: given("due_on", today.plus_days(14).to_string()),
        is_editorial: typed.get("change").is_some_and(|it| it == "editorial"),
        left: rules::placeholders::left_in(&draft.text),
        changes,
        id: document.id,
        title: document.title.clone(),
        digest: draft.digest(),
        refused,
        s,
    }))
}

async fn changes(
    db: &mut Conn,
    s: &Shell,
    document: &Document,
    draft: &Draft,
) -> Result<Option<String>, Problem> {
    let org = s.reader()?.org;
    let previous = documents::last_signed(db, org, document.id, i64::MAX).await?;
    Ok(previous.map(|previous| {
        let between = diff::between(&previous.text, &draft.text);
        diff::to_html(&between, diff::Show::Changes, s.speech())
    }))
}

/// Every office that counts today, with those who act for its holder; the matrix proposes who is
/// asked.
fn candidates(
    s: &Shell,
    document: &Document,
    (offices, delegations): (&[Office], &[Delegation]),
    matrix: &Matrix,
    typed: &Typed,
) -> Vec<Candidate> {
    let today = s.today();
    let proposed = |office: &Office| {
        matrix
            .of(document.kind)
            .position(|line| line.body.to_lowercase() == office.body.to_lowercase())
            .map_or(0, |at| at + 1)
    };
    let mut found = Vec::new();
    for office in offices {
        let field = format!("stage-{}", office.appointment);
        found.push(Candidate {
            stage: stage_typed(typed, &field).unwrap_or(proposed(office)),
            name: office.name.clone(),
            office: format!("{}, {}", office.capacity, office.body),
            field,
        });
        let acting = delegations.iter().filter(|it| {
            it.appointment == office.appointment && it.covers(document.kind.word(), today)
        });
        for delegation in acting {
            let field = format!("stage-{}-{}", office.appointment, delegation.id);
            found.push(Candidate {
                stage: stage_typed(typed, &field).unwrap_or(0),
                name: delegation.delegate_name.clone(),
                office: s
                    .say("policy-approval-for")
                    .with("name", office.name.as_str())
                    .with("capacity", office.capacity.as_str())
                    .to_string(),
                field,
            });
        }
    }
    found
}

fn stage_typed(typed: &Typed, field: &str) -> Option<usize> {
    typed.get(field).and_then(|stage| stage.parse().ok())
}

fn asked_duties(draft: &Draft, typed: &Typed) -> Vec<Duty> {
    let given = |field: String| typed.get(&field).cloned().unwrap_or_default();
    (1..)
        .zip(duties::of(&draft.text))
        .map(|(number, text)| Duty {
            resourcing: given(format!("resourcing-{number}")),
            because: given(format!("because-{number}")),
            until: given(format!("until-{number}")),
            number,
            text,
        })
        .collect()
}

pub(super) async fn send(
    State(app): State<App>,
    Path(document): Path<String>,
    s: Shell,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let viewer = s.reader()?.clone();
    let mut db = app.read().await?;
    let document = policy(&mut db, viewer.org, &document).await?;
    let sent = match takes(&mut db, viewer.org, &document, &typed, s.today()).await? {
        Ok(Way::Round(new)) => {
            drop(db);
            app.act(&viewer, move |act| {
                Box::pin(async move { documents::request_approval(act, new).await.map(|_| ()) })
            })
            .await
        }
        Ok(Way::Signature(new)) => {
            drop(db);
            app.act(&viewer, move |act| {
                Box::pin(async move {
                    documents::request_signature(act, new).await?;
                    Ok(())
                })
            })
            .await
        }
        Err(refusal) => Err(refusal),
    };
    let Err(refusal) = sent else {
        let to = format!("/policies/{}", document.id);
        return redirect_saying(to, s.t("policy-approval-sent"));
    };
    let sentence = match refusal {
        CannotRequestApproval::Text(why) => in_words(why, s.speech()),
        refusal => in_words(refusal, s.speech()),
    };
    let sentence = match sentence {
        Problem::Refused(sentence) => sentence,
        problem => return Err(problem),
    };
    match approval_page(&app, s, &document, typed, Some(sentence)).await? {
        Some(again) => Ok((StatusCode::UNPROCESSABLE_ENTITY, page(again)?).into_response()),
        None => redirect(format!("/policies/{}", document.id)),
    }
}

/// What a kind of document takes: the matrix the signature of one, everything else a round.
enum Way {
    Round(NewRound),
    Signature(NewRequest),
}

async fn takes(
    db: &mut Conn,
    org: OrgId,
    document: &Document,
    typed: &Typed,
    today: Day,
) -> Result<Result<Way, CannotRequestApproval>, Problem> {
    let offices = people::offices(db, org, today).await?;
    let delegations = documents::delegations_on(db, org, today).await?;
    let draft = documents::draft(db, org, document.id).await?;
    Ok(way(
        document,
        draft.as_ref(),
        (&offices, &delegations),
        typed,
    ))
}

fn way(
    document: &Document,
    draft: Option<&Draft>,
    candidates: (&[Office], &[Delegation]),
    typed: &Typed,
) -> Result<Way, CannotRequestApproval> {
    use documents::CannotRequest::{Due, Review, TextChanged};
    let given = |field: &str| typed.get(field).map_or("", |text| text.trim());
    let day = |field: &str| given(field).parse::<Day>().ok();
    let shown = given("shown").parse().map_err(|_| TextChanged)?;
    let effective_on = day("effective_on").ok_or(Review)?;
    let next_review_on = day("next_review_on").ok_or(Review)?;
    let due_on = day("due_on").ok_or(Due)?;
    let is_material = given("change") != "editorial";
    let stages = stages(candidates, typed);
    if !document.kind.takes_a_round() {
        let first = stages.first().and_then(|stage| stage.approvers.first());
        return Ok(Way::Signature(NewRequest {
            document: document.id,
            shown,
            signatory: first.ok_or(CannotRequestApproval::Nobody)?.person,
            effective_on,
            next_review_on,
            due_on,
            is_material,
        }));
    }
    Ok(Way::Round(NewRound {
        document: document.id,
        shown,
        stages,
        effective_on,
        next_review_on,
        due_on,
        is_material,
        duties: answers(draft, typed)?,
    }))
}

/// The stages as chosen, without those that nobody was chosen for.
fn stages((offices, delegations): (&[Office], &[Delegation]), typed: &Typed) -> Vec<Stage> {
    let own = offices.iter().map(|office| Approver {
        person: office.person,
        appointment: office.appointment,
        delegation: None,
    });
    let acting = delegations.iter().map(|delegation| Approver {
        person: delegation.delegate,
        appointment: delegation.appointment,
        delegation: Some(delegation.id),
    });
    let candidates: Vec<Approver> = own.chain(acting).collect();
    let at = |approver: &Approver| {
        let field = match approver.delegation {
            None => format!("stage-{}", approver.appointment),
            Some(delegation) => format!("stage-{}-{delegation}", approver.appointment),
        };
        stage_typed(typed, &field).unwrap_or(0)
    };
    (1..=STAGES)
        .map(|stage| Stage {
            quorum: typed
                .get(&format!("quorum-{stage}"))
                .and_then(|it| it.trim().parse().ok())
                .unwrap_or(1),
            approvers: candidates
                .iter()
                .filter(|it| at(it) == stage)
                .copied()
                .collect(),
        })
        .filter(|stage| !stage.approvers.is_empty())
        .collect()
}

fn answers(draft: Option<&Draft>, typed: &Typed) -> Result<Vec<Resourced>, CannotRequestApproval> {
    let text = draft.map_or("", |draft| &draft.text);
    let given = |field: String| typed.get(&field).map_or("", |text| text.trim()).to_owned();
    let answer = |(number, duty): (usize, String)| {
        let until = given(format!("until-{number}"));
        Some(Resourced {
            duty,
            resourcing: given(format!("resourcing-{number}")).parse().ok()?,
            because: given(format!("because-{number}")),
            until_on: match until.as_str() {
                "" => None,
                day => Some(day.parse().ok()?),
            },
        })
    };
    let answers: Option<Vec<_>> = (1..).zip(duties::of(text)).map(answer).collect();
    answers.ok_or(CannotRequestApproval::Duties)
}
