//! Queries of questions and answers.

use anyhow::Result;
use kit::db::Conn;
use kit::id::{OrgId, PersonId, RecordId};
use kit::{Act, args};

use super::super::model::{Asked, Question};
use super::super::{DocumentId, QuestionId};

/// The columns of a question with its answer, and which rows.
macro_rules! questions_where {
    ($where:literal) => {
        concat!(
            "SELECT q.id, q.about, q.asked_by, p.name AS asked_by_name, q.text, q.asked_at, \
                    a.text AS answer, b.name AS answered_by_name, a.answered_at \
             FROM question q \
             JOIN person p ON p.org = q.org AND p.id = q.asked_by \
             LEFT JOIN answer a ON a.org = q.org AND a.question = q.id \
             LEFT JOIN person b ON b.org = a.org AND b.id = a.answered_by ",
            $where
        )
    };
}

/// The questions about a request or a publication, the oldest first.
pub async fn questions(db: &mut Conn, org: OrgId, about: Asked) -> Result<Vec<Question>> {
    db.all(
        questions_where!("WHERE q.org = $1 AND q.about = $2 ORDER BY q.asked_at, q.id"),
        args![org, about.to_string()],
    )
    .await
}

/// The questions about every request and publication of a document, the oldest first.
pub async fn questions_of(
    db: &mut Conn,
    org: OrgId,
    document: DocumentId,
) -> Result<Vec<Question>> {
    db.all(
        questions_where!(
            "WHERE q.org = $1 AND (q.about IN (SELECT r.id FROM signature_request r \
               WHERE r.org = $1 AND r.document = $2) \
             OR q.about IN (SELECT u.id FROM publication u \
               WHERE u.org = $1 AND u.document = $2)) \
             ORDER BY q.asked_at, q.id"
        ),
        args![org, document],
    )
    .await
}

/// The questions that nobody has answered, but for the reader's own, the oldest first.
pub async fn unanswered(db: &mut Conn, org: OrgId, reader: PersonId) -> Result<Vec<Question>> {
    db.all(
        questions_where!(
            "WHERE q.org = $1 AND q.asked_by <> $2 AND a.question IS NULL \
             ORDER BY q.asked_at, q.id LIMIT 20"
        ),
        args![org, reader],
    )
    .await
}

pub async fn question(db: &mut Conn, org: OrgId, id: QuestionId) -> Result<Option<Question>> {
    db.maybe(
        questions_where!("WHERE q.org = $1 AND q.id = $2"),
        args![org, id],
    )
    .await
}

pub(in crate::documents) async fn insert_question(
    act: &mut Act,
    id: QuestionId,
    (about, text): (Asked, &str),
    by: PersonId,
    record: RecordId,
) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    act.db
        .run(
            "INSERT INTO question (org, id, about, asked_by, text, asked_at, record) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            args![org, id, about.to_string(), by, text, now, record],
        )
        .await?;
    Ok(())
}

pub(in crate::documents) async fn insert_answer(
    act: &mut Act,
    question: QuestionId,
    text: &str,
    by: PersonId,
    record: RecordId,
) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    act.db
        .run(
            "INSERT INTO answer (org, question, answered_by, text, answered_at, record) \
             VALUES ($1, $2, $3, $4, $5, $6)",
            args![org, question, by, text, now, record],
        )
        .await?;
    Ok(())
}
