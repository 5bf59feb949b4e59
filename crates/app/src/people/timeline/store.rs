//! Queries of records about a person, found through the rows that the records made.

use std::collections::HashMap;

use anyhow::Result;
use kit::db::{Conn, FromRow, Sql};
use kit::id::{OrgId, PersonId, RecordId};
use kit::{Moment, args};
use record::ObjectId;

#[derive(Debug, FromRow)]
pub(super) struct Row {
    pub(super) id: RecordId,
    pub(super) at: Moment,
    pub(super) claimed: Option<Moment>,
    pub(super) late: Option<String>,
    pub(super) hash: Vec<u8>,
    pub(super) bytes: Vec<u8>,
    pub(super) idx: Option<i64>,
}

pub(super) async fn about(
    db: &mut Conn,
    org: OrgId,
    person: PersonId,
    before: Option<RecordId>,
    most: usize,
) -> Result<Vec<Row>> {
    let before = before.map_or_else(|| "rec_~".to_owned(), |before| before.to_string());
    let obj = ObjectId::from(person).to_string();
    db.all(
        "SELECT r.id, r.at, r.claimed, r.late, r.hash, r.bytes, l.idx FROM record r \
         JOIN leaf l ON l.org = r.org AND l.id = r.id \
         WHERE r.org = $1 AND r.id < $3 AND r.id IN ( \
           SELECT id FROM record WHERE org = $1 AND obj = $4 \
           UNION SELECT record FROM role_grant WHERE org = $1 AND person = $2 \
           UNION SELECT e.record FROM role_grant g \
             JOIN role_end e ON e.org = g.org AND e.role_grant = g.id WHERE g.org = $1 AND g.person = $2 \
           UNION SELECT record FROM appointment WHERE org = $1 AND person = $2 \
           UNION SELECT c.record FROM appointment a JOIN appointment_confirmation c \
             ON c.org = a.org AND c.appointment = a.id WHERE a.org = $1 AND a.person = $2 \
           UNION SELECT f.record FROM appointment a \
             JOIN relief f ON f.org = a.org AND f.appointment = a.id WHERE a.org = $1 AND a.person = $2 \
           UNION SELECT record FROM passkey WHERE org = $1 AND person = $2 \
           UNION SELECT v.record FROM passkey k \
             JOIN passkey_revocation v ON v.org = k.org AND v.passkey = k.id WHERE k.org = $1 AND k.person = $2 \
           UNION SELECT record FROM signature_request WHERE org = $1 AND signatory = $2 \
           UNION SELECT s.record FROM signature_request q \
             JOIN signature s ON s.org = q.org AND s.request = q.id WHERE q.org = $1 AND q.signatory = $2 \
           UNION SELECT d.record FROM signature_request q \
             JOIN refusal d ON d.org = q.org AND d.request = q.id WHERE q.org = $1 AND q.signatory = $2 \
           UNION SELECT record FROM declining WHERE org = $1 AND person = $2 \
           UNION SELECT e.record FROM declining d \
             JOIN declining_decision e ON e.org = d.org AND e.declining = d.id WHERE d.org = $1 AND d.person = $2 \
           UNION SELECT record FROM acknowledgement WHERE org = $1 AND person = $2) \
         ORDER BY r.id DESC LIMIT $5",
        args![org, person, before, obj, i64::try_from(most)?],
    )
    .await
}

/// The concealed fields of some records.
pub(super) async fn disclosures(
    db: &mut Conn,
    org: OrgId,
    records: impl IntoIterator<Item = RecordId>,
) -> Result<HashMap<RecordId, Vec<String>>> {
    let records: Vec<String> = records.into_iter().map(|id| id.to_string()).collect();
    let rows: Vec<(RecordId, String)> = db
        .all(
            Sql::each(
                "SELECT record, text FROM disclosure WHERE org = $1 \
                 AND record IN (SELECT value FROM json_each($2)) ORDER BY record, name DESC",
                "SELECT record, text FROM disclosure WHERE org = $1 \
                 AND record IN (SELECT jsonb_array_elements_text($2::jsonb)) ORDER BY record, name DESC",
            ),
            args![org, serde_json::Value::from(records).to_string()],
        )
        .await?;
    let mut found: HashMap<RecordId, Vec<String>> = HashMap::new();
    for (record, text) in rows {
        found.entry(record).or_default().push(text);
    }
    Ok(found)
}
