//! Queries of rounds of approval, what they lay before the approvers, and what they approved.

use anyhow::Result;
use futures_util::stream::BoxStream;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId, RecordId};
use kit::{Act, Day, Digest, Moment, args};

use super::super::approval::{Approver, Resourced, Resourcing, Round, Stage, Step};
use super::super::model::{Change, DocumentKind, Signature};
use super::super::{DelegationId, DocumentId, RequestId, RoundId};
use super::requests;
use crate::people::AppointmentId;

macro_rules! rounds_where {
    ($where:literal) => {
        concat!(
            "SELECT id, document, version, change, matrix, requested_by, requested_at, due_on, record \
             FROM approval_round ",
            $where
        )
    };
}

#[derive(Debug, FromRow)]
struct RoundRow {
    id: RoundId,
    document: DocumentId,
    version: i64,
    change: Change,
    matrix: Option<Digest>,
    requested_by: PersonId,
    requested_at: Moment,
    due_on: Day,
    record: RecordId,
}

#[derive(Debug, FromRow)]
struct StepRow {
    stage: i64,
    quorum: i64,
    person: PersonId,
    name: String,
    appointment: AppointmentId,
    delegation: Option<DelegationId>,
    request: Option<RequestId>,
}

pub async fn round(db: &mut Conn, org: OrgId, id: RoundId) -> Result<Option<Round>> {
    let row: Option<RoundRow> = db
        .maybe(rounds_where!("WHERE org = $1 AND id = $2"), args![org, id])
        .await?;
    match row {
        Some(row) => Ok(Some(with_steps(db, org, row).await?)),
        None => Ok(None),
    }
}

/// The last round of a version, if it was sent for approval.
pub async fn round_of_version(
    db: &mut Conn,
    org: OrgId,
    document: DocumentId,
    version: i64,
) -> Result<Option<Round>> {
    let row: Option<RoundRow> = db
        .maybe(
            rounds_where!(
                "WHERE org = $1 AND document = $2 AND version = $3 \
                 ORDER BY requested_at DESC LIMIT 1"
            ),
            args![org, document, version],
        )
        .await?;
    match row {
        Some(row) => Ok(Some(with_steps(db, org, row).await?)),
        None => Ok(None),
    }
}

async fn with_steps(db: &mut Conn, org: OrgId, row: RoundRow) -> Result<Round> {
    let steps: Vec<StepRow> = db
        .all(
            "SELECT s.stage, s.quorum, s.person, p.name, s.appointment, s.delegation, \
                    q.id AS request \
             FROM approval_step s JOIN person p ON p.org = s.org AND p.id = s.person \
             LEFT JOIN signature_request q ON q.org = s.org AND q.round = s.round \
               AND q.signatory = s.person \
             WHERE s.org = $1 AND s.round = $2 ORDER BY s.stage, p.name_key, s.person",
            args![org, row.id],
        )
        .await?;
    let requests = requests::requests_of_round(db, org, row.id).await?;
    let outcome_of = |id: Option<RequestId>| {
        let request = requests.iter().find(|request| Some(request.id) == id)?;
        Some(request.outcome.clone())
    };
    let steps = steps.into_iter().map(|step| Step {
        stage: step.stage,
        quorum: step.quorum,
        approver: Approver {
            person: step.person,
            appointment: step.appointment,
            delegation: step.delegation,
        },
        name: step.name,
        outcome: outcome_of(step.request),
        request: step.request,
    });
    Ok(Round {
        id: row.id,
        document: row.document,
        version: row.version,
        change: row.change,
        matrix: row.matrix,
        requested_by: row.requested_by,
        requested_at: row.requested_at,
        due_on: row.due_on,
        record: row.record,
        steps: steps.collect(),
    })
}

/// What each duty of a round's text takes, in the order of the text.
pub async fn duties_of(db: &mut Conn, org: OrgId, round: RoundId) -> Result<Vec<Resourced>> {
    db.all(
        "SELECT duty, resourcing, because, until_on FROM duty_resourcing \
         WHERE org = $1 AND round = $2 ORDER BY position",
        args![org, round],
    )
    .await
}

pub(in crate::documents) async fn insert_round(
    act: &mut Act,
    round: &Round,
    stages: &[Stage],
) -> Result<()> {
    let org = act.org();
    act.db
        .run(
            "INSERT INTO approval_round (org, id, document, version, change, matrix, \
             requested_by, requested_at, due_on, record) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            args![
                org,
                round.id,
                round.document,
                round.version,
                round.change,
                round.matrix,
                round.requested_by,
                round.requested_at,
                round.due_on,
                round.record
            ],
        )
        .await?;
    let mut rows = Vec::new();
    for (at, stage) in (1_i64..).zip(stages) {
        for approver in &stage.approvers {
            rows.push(args![
                org,
                round.id,
                at,
                stage.quorum as i64,
                approver.person,
                approver.appointment,
                approver.delegation,
                round.requested_by
            ]);
        }
    }
    act.db
        .insert_many(
            "INSERT INTO approval_step (org, round, stage, quorum, person, appointment, \
             delegation, requested_by)",
            rows,
            "",
        )
        .await?;
    Ok(())
}

pub(in crate::documents) async fn insert_duties(
    act: &mut Act,
    round: RoundId,
    duties: &[Resourced],
) -> Result<()> {
    let org = act.org();
    let rows = (1_i64..).zip(duties).map(|(position, answer)| {
        args![
            org,
            round,
            position,
            &answer.duty,
            answer.resourcing,
            &answer.because,
            answer.until_on
        ]
    });
    act.db
        .insert_many(
            "INSERT INTO duty_resourcing (org, round, position, duty, resourcing, because, until_on)",
            rows.collect(),
            "",
        )
        .await?;
    Ok(())
}

/// An approver of some round, as their row says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, FromRow)]
pub(in crate::documents) struct StepOf {
    pub(in crate::documents) round: String,
    pub(in crate::documents) stage: i64,
    pub(in crate::documents) quorum: i64,
    pub(in crate::documents) person: String,
    pub(in crate::documents) appointment: String,
    pub(in crate::documents) delegation: Option<String>,
}

/// Every approver of every round.
pub(in crate::documents) async fn steps(db: &mut Conn, org: OrgId) -> Result<Vec<StepOf>> {
    db.all(
        "SELECT round, stage, quorum, person, appointment, delegation FROM approval_step \
         WHERE org = $1",
        args![org],
    )
    .await
}

/// What every duty of every round takes, in the order of each text.
pub(in crate::documents) async fn all_duties(
    db: &mut Conn,
    org: OrgId,
) -> Result<Vec<(String, Resourced)>> {
    let rows: Vec<(String, String, Resourcing, String, Option<Day>)> = db
        .all(
            "SELECT round, duty, resourcing, because, until_on FROM duty_resourcing \
             WHERE org = $1 ORDER BY round, position",
            args![org],
        )
        .await?;
    let duty = |(round, duty, resourcing, because, until_on)| {
        let answer = Resourced {
            duty,
            resourcing,
            because,
            until_on,
        };
        (round, answer)
    };
    Ok(rows.into_iter().map(duty).collect())
}

/// The records of sending a text for approval, each with its place in the log.
pub(in crate::documents) async fn requested(
    db: &mut Conn,
    org: OrgId,
) -> Result<BoxStream<'_, Result<(Option<i64>, Vec<u8>)>>> {
    db.stream(
        "SELECT l.idx, r.bytes FROM record r JOIN leaf l ON l.org = r.org AND l.id = r.id \
         WHERE r.org = $1 AND r.type = 'approval-requested'",
        args![org],
    )
    .await
}

/// How much the version changes, as those who approved it so far say.
pub(in crate::documents) async fn changes_said(
    db: &mut Conn,
    org: OrgId,
    round: RoundId,
) -> Result<Vec<Change>> {
    let said: Vec<(Change,)> = db
        .all(
            "SELECT s.change FROM signature s \
             JOIN signature_request q ON q.org = s.org AND q.id = s.request \
             WHERE s.org = $1 AND q.round = $2 AND s.change IS NOT NULL",
            args![org, round],
        )
        .await?;
    Ok(said.into_iter().map(|(change,)| change).collect())
}

/// That a version holds: everybody it needs has signed it.
#[derive(Clone, Debug, FromRow)]
pub struct Approval {
    pub round: Option<RoundId>,
    pub change: Change,
    pub approved_at: Moment,
    pub record: RecordId,
}

pub async fn approval(
    db: &mut Conn,
    org: OrgId,
    document: DocumentId,
    version: i64,
) -> Result<Option<Approval>> {
    db.maybe(
        "SELECT round, change, approved_at, record FROM approval \
         WHERE org = $1 AND document = $2 AND version = $3",
        args![org, document, version],
    )
    .await
}

/// From this signature on the version holds.
pub(in crate::documents) async fn approve(
    act: &mut Act,
    (signature, round): (&Signature, Option<RoundId>),
    change: Change,
) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    act.db
        .run(
            "INSERT INTO approval (org, document, version, round, change, approved_at, record) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            args![
                org,
                signature.document,
                signature.version,
                round,
                change,
                now,
                signature.record
            ],
        )
        .await?;
    Ok(())
}

/// The approval matrix that holds on a day.
#[derive(Clone, Debug, FromRow)]
pub struct MatrixInForce {
    pub document: DocumentId,
    pub version: i64,
    pub text: String,
    pub digest: Digest,
    pub approved_at: Moment,
}

pub async fn matrix_in_force(db: &mut Conn, org: OrgId, on: Day) -> Result<Option<MatrixInForce>> {
    db.maybe(
        "SELECT v.document, v.number AS version, v.text, v.digest, a.approved_at FROM approval a \
         JOIN version v ON v.org = a.org AND v.document = a.document AND v.number = a.version \
         JOIN document d ON d.org = a.org AND d.id = a.document \
         WHERE a.org = $1 AND d.kind = $2 AND (v.effective_on IS NULL OR v.effective_on <= $3) \
         ORDER BY a.approved_at DESC LIMIT 1",
        args![org, DocumentKind::ApprovalMatrix, on],
    )
    .await
}
