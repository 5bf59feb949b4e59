//! Policies for programs: each with how it stands, and beginning one and sending it for approval.

use axum::extract::{Path, State};
use kit::db::Conn;
use kit::id::OrgId;
use kit::web::{Answer, Json, Problem};
use kit::{Act, Day};
use utoipa::OpenApi;

mod shapes;

use super::begin::{Source, begin};
use super::store;
use crate::App;
use crate::api::{Expected, Key, Made, ProblemDocument, entity, list, once};
use crate::documents::{
    self, Approver, DelegationId, Document, DocumentId, DocumentKind, NewRound, Outcome, Resourced,
    Round, RoundState, Stage,
};
use crate::identity::Role;
use crate::people::AppointmentId;
use crate::shell::{Access, Routes, Shell};
use shapes::{
    ApproverInput, DutyView, PolicyInput, PolicyList, PolicySummary, PolicyView, RoundInput,
    RoundView, StageInput, StepView,
};

const POLICIES: &str = "/api/v1/policies";

pub(super) fn routes() -> Routes {
    let (readers, directing) = (Access::Any(Role::READERS), Access::Any(Role::DIRECTING));
    Routes::default()
        .get(POLICIES, readers, policies)
        .post(POLICIES, directing, write)
        .get("/api/v1/policies/{document}", readers, policy)
        .post("/api/v1/policies/{document}/approvals", directing, send)
}

#[derive(OpenApi)]
#[openapi(
    paths(policies, write, policy, send),
    components(schemas(
        PolicySummary,
        PolicyList,
        PolicyInput,
        PolicyView,
        RoundView,
        StepView,
        DutyView,
        RoundInput,
        StageInput,
        ApproverInput
    ))
)]
pub(super) struct Described;

/// Lists the policies and how each stands.
#[utoipa::path(get, path = "/api/v1/policies", tag = "policies", responses(
    (status = 200, body = PolicyList, description = "The policies"),
    (status = "4XX", body = ProblemDocument, content_type = "application/problem+json", description = "Refused")
))]
async fn policies(State(app): State<App>, s: Shell) -> Answer {
    let org = s.reader()?.org;
    let found = store::policies(&mut app.read().await?, org).await?;
    let items: Vec<PolicySummary> = found
        .into_iter()
        .map(|policy| PolicySummary {
            id: policy.id.to_string(),
            kind: policy.kind.to_string(),
            title: policy.title,
            language: policy.language,
            published_version: policy.published_version,
            review_on: policy.review_on.map(|day| day.to_string()),
        })
        .collect();
    list(&items, POLICIES, &[], None)
}

/// Begins a policy with a draft.
#[utoipa::path(post, path = "/api/v1/policies", tag = "policies", request_body = PolicyInput,
    params(("Idempotency-Key" = Option<String>, Header, description = "The same key within a day is answered as before and does nothing")),
    responses(
    (status = 201, body = PolicyView, description = "The policy; Location leads to it"),
    (status = "4XX", body = ProblemDocument, content_type = "application/problem+json", description = "Refused")
))]
async fn write(
    State(app): State<App>,
    s: Shell,
    key: Key,
    Json(input): Json<PolicyInput>,
) -> Answer {
    let request = serde_json::to_vec(&input).map_err(anyhow::Error::from)?;
    let source = Source {
        kind: kind(&input.kind)?,
        title: input.title,
        language: input
            .language
            .parse()
            .map_err(|_| Problem::Invalid("A text is in `en` or in `de`.".to_owned()))?,
        text: input.text,
    };
    once(&app, s.reader()?, key, &request, |act| {
        Box::pin(async move {
            let id = begin(act, source).await?;
            made(act, id).await
        })
    })
    .await
}

async fn made(act: &mut Act, id: DocumentId) -> Result<Made, Problem> {
    let org = act.org();
    let document = documents::document(&mut act.db, org, id)
        .await?
        .ok_or(Problem::NotFound)?;
    let body = serde_json::to_value(view(&mut act.db, org, document).await?);
    Ok(Made {
        location: format!("{POLICIES}/{id}"),
        body: body.map_err(anyhow::Error::from)?,
    })
}

/// One policy with its draft and its last round of approval.
#[utoipa::path(get, path = "/api/v1/policies/{document}", tag = "policies", params(("document" = String, Path, description = "`doc_…`")), responses(
    (status = 200, body = PolicyView, description = "The policy, with an ETag"),
    (status = 304, description = "Not changed since the ETag in If-None-Match"),
    (status = "4XX", body = ProblemDocument, content_type = "application/problem+json", description = "Refused")
))]
async fn policy(
    State(app): State<App>,
    s: Shell,
    Path(document): Path<String>,
    asked: Expected,
) -> Answer {
    let org = s.reader()?.org;
    let mut db = app.read().await?;
    let document = found(&mut db, org, &document).await?;
    entity(&view(&mut db, org, document).await?, &asked)
}

/// Makes a version of the draft and asks its first stage to approve it.
#[utoipa::path(post, path = "/api/v1/policies/{document}/approvals", tag = "policies", request_body = RoundInput,
    params(("document" = String, Path, description = "`doc_…`"), ("Idempotency-Key" = Option<String>, Header, description = "The same key within a day is answered as before and does nothing")),
    responses(
    (status = 201, body = PolicyView, description = "The policy with its round; Location leads to it"),
    (status = "4XX", body = ProblemDocument, content_type = "application/problem+json", description = "Refused")
))]
async fn send(
    State(app): State<App>,
    s: Shell,
    Path(document): Path<String>,
    key: Key,
    Json(input): Json<RoundInput>,
) -> Answer {
    let org = s.reader()?.org;
    let document = found(&mut app.read().await?, org, &document).await?;
    let mut request = serde_json::to_vec(&input).map_err(anyhow::Error::from)?;
    request.extend_from_slice(document.id.to_string().as_bytes());
    let new = new_round(document.id, input)?;
    once(&app, s.reader()?, key, &request, move |act| {
        Box::pin(async move {
            documents::request_approval(act, new).await?;
            made(act, document.id).await
        })
    })
    .await
}

async fn found(db: &mut Conn, org: OrgId, document: &str) -> Result<Document, Problem> {
    let id: DocumentId = document.parse().map_err(|_| Problem::NotFound)?;
    let document = documents::document(db, org, id).await?;
    document
        .filter(|document| document.kind != DocumentKind::Statement)
        .ok_or(Problem::NotFound)
}

async fn view(db: &mut Conn, org: OrgId, document: Document) -> Result<PolicyView, Problem> {
    let draft = documents::draft(db, org, document.id).await?;
    let last = documents::last_version(db, org, document.id).await?;
    let round = match last {
        Some(last) => documents::round_of_version(db, org, document.id, last.number).await?,
        None => None,
    };
    let approval = match round {
        Some(round) => {
            let duties = documents::duties_of(db, org, round.id).await?;
            Some(round_view(&round, duties))
        }
        None => None,
    };
    Ok(PolicyView {
        id: document.id.to_string(),
        kind: document.kind.to_string(),
        title: document.title,
        language: document.language.to_string(),
        draft_sha256: draft.as_ref().map(|draft| draft.digest().to_string()),
        draft_duties: draft
            .map(|draft| documents::duties::of(&draft.text))
            .unwrap_or_default(),
        approval,
    })
}

fn round_view(round: &Round, duties: Vec<Resourced>) -> RoundView {
    let step = |step: &documents::Step| StepView {
        stage: step.stage,
        quorum: step.quorum,
        person: step.approver.person.to_string(),
        name: step.name.clone(),
        appointment: step.approver.appointment.to_string(),
        delegation: step.approver.delegation.map(|id| id.to_string()),
        state: match &step.outcome {
            None => "later",
            Some(Outcome::Open) => "open",
            Some(Outcome::Signed { .. }) => "approved",
            Some(Outcome::Declined { .. }) => "refused",
            Some(Outcome::Withdrawn { .. }) => "withdrawn",
            Some(Outcome::NoLongerNeeded { .. }) => "not-needed",
        },
    };
    RoundView {
        id: round.id.to_string(),
        version: round.version,
        state: match round.state() {
            RoundState::Open { .. } => "open",
            RoundState::Approved => "approved",
            RoundState::Refused { .. } => "refused",
            RoundState::Withdrawn => "withdrawn",
        },
        requested_by: round.requested_by.to_string(),
        requested_at: round.requested_at.to_string(),
        steps: round.steps.iter().map(step).collect(),
        duties: duties
            .into_iter()
            .map(|answer| DutyView {
                duty: answer.duty,
                resourcing: answer.resourcing.to_string(),
                because: answer.because,
                until: answer.until_on.map(|day| day.to_string()),
            })
            .collect(),
    }
}

fn new_round(document: DocumentId, input: RoundInput) -> Result<NewRound, Problem> {
    let stages: Result<Vec<Stage>, Problem> = input.stages.into_iter().map(stage).collect();
    let duties: Result<Vec<Resourced>, Problem> = input.duties.into_iter().map(answer).collect();
    Ok(NewRound {
        document,
        shown: input
            .draft_sha256
            .parse()
            .map_err(|_| Problem::Invalid("`draft_sha256` is 64 hex digits.".to_owned()))?,
        stages: stages?,
        effective_on: day(&input.effective_on)?,
        next_review_on: day(&input.next_review_on)?,
        due_on: day(&input.due_on)?,
        is_material: input.change != "editorial",
        duties: duties?,
    })
}

fn stage(input: StageInput) -> Result<Stage, Problem> {
    let approvers: Result<Vec<Approver>, Problem> =
        input.approvers.into_iter().map(approver).collect();
    Ok(Stage {
        quorum: input.quorum as usize,
        approvers: approvers?,
    })
}

fn approver(input: ApproverInput) -> Result<Approver, Problem> {
    let unknown = || Problem::Invalid("An approver is a person with an appointment.".to_owned());
    let appointment: AppointmentId = input.appointment.parse().map_err(|_| unknown())?;
    let delegation: Option<DelegationId> = match input.delegation {
        None => None,
        Some(id) => Some(id.parse().map_err(|_| unknown())?),
    };
    Ok(Approver {
        person: input.person.parse().map_err(|_| unknown())?,
        appointment,
        delegation,
    })
}

fn answer(input: DutyView) -> Result<Resourced, Problem> {
    Ok(Resourced {
        duty: input.duty,
        resourcing: input.resourcing.parse().map_err(|_| {
            Problem::Invalid("A duty is `resourced`, `needs-none` or `risk-accepted`.".to_owned())
        })?,
        because: input.because,
        until_on: input.until.as_deref().map(day).transpose()?,
    })
}

fn kind(word: &str) -> Result<DocumentKind, Problem> {
    word.parse()
        .ok()
        .filter(|kind| *kind != DocumentKind::Statement)
        .ok_or_else(|| Problem::Invalid("This is not a kind of policy.".to_owned()))
}

fn day(text: &str) -> Result<Day, Problem> {
    text.parse()
        .map_err(|_| Problem::Invalid("A day is written as `2026-03-17`.".to_owned()))
}
