//! Queries of passkeys.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId, RecordId};
use kit::{Act, Day, Moment, args};
use record::kinds::words::EnrolledVia;

use super::enrol::Found;

/// A passkey of somebody.
#[derive(Clone, Debug, FromRow)]
pub struct Passkey {
    /// The credential's id, base64url.
    pub id: String,
    pub person: PersonId,
    /// Its owner's name, and the name that they gave it.
    pub owner: String,
    pub name: String,
    /// The public key, exactly as it was enrolled (COSE).
    pub key: Vec<u8>,
    /// May the authenticator copy it to other devices, and has it?
    pub backup_eligible: bool,
    pub backed_up: bool,
    pub enrolled_at: Moment,
    pub enrolled_via: String,
    /// How many others have confirmed whose it is.
    pub confirmations: i64,
    pub revoked_at: Option<Moment>,
}

impl Passkey {
    pub fn is_confirmed(&self) -> bool {
        self.confirmations > 0
    }
}

/// One text to look at passkeys; each query adds which.
macro_rules! passkeys_where {
    ($condition:literal) => {
        concat!(
            "SELECT k.id, k.person, p.name AS owner, k.name, k.key, k.backup_eligible, \
                    k.backed_up, k.enrolled_at, k.enrolled_via, \
                    (SELECT CAST(COUNT(*) AS BIGINT) FROM passkey_confirmation c \
                     WHERE c.org = k.org AND c.passkey = k.id) AS confirmations, r.revoked_at \
             FROM passkey k \
             JOIN person p ON p.org = k.org AND p.id = k.person \
             LEFT JOIN passkey_revocation r ON r.org = k.org AND r.passkey = k.id \
             WHERE k.org = $1 AND ",
            $condition
        )
    };
}

/// The passkeys with which this person can sign, oldest first.
pub async fn passkeys_of(db: &mut Conn, org: OrgId, person: PersonId) -> Result<Vec<Passkey>> {
    db.all(
        passkeys_where!("k.person = $2 AND r.passkey IS NULL ORDER BY k.enrolled_at, k.id"),
        args![org, person],
    )
    .await
}

/// A passkey, revoked or not.
pub(super) async fn passkey(db: &mut Conn, org: OrgId, id: &str) -> Result<Option<Passkey>> {
    db.maybe(passkeys_where!("k.id = $2"), args![org, id]).await
}

/// Passkeys of the organisation in the order of their ids, a page of them.
pub(super) async fn page(
    db: &mut Conn,
    org: OrgId,
    after: &str,
    limit: i64,
) -> Result<Vec<Passkey>> {
    db.all(
        passkeys_where!("k.id > $2 ORDER BY k.id LIMIT $3"),
        args![org, after, limit],
    )
    .await
}

/// Who confirmed a passkey, and when.
pub(super) async fn confirmations(
    db: &mut Conn,
    org: OrgId,
    id: &str,
) -> Result<Vec<(String, Moment)>> {
    db.all(
        "SELECT p.name, c.confirmed_at FROM passkey_confirmation c \
         JOIN person p ON p.org = c.org AND p.id = c.confirmed_by \
         WHERE c.org = $1 AND c.passkey = $2 ORDER BY c.confirmed_at",
        args![org, id],
    )
    .await
}

/// The ids of every passkey that this person ever enrolled.
pub(super) async fn credentials_of(
    db: &mut Conn,
    org: OrgId,
    person: PersonId,
) -> Result<Vec<String>> {
    let ids: Vec<(String,)> = db
        .all(
            "SELECT id FROM passkey WHERE org = $1 AND person = $2",
            args![org, person],
        )
        .await?;
    Ok(ids.into_iter().map(|(id,)| id).collect())
}

pub(super) async fn is_known(db: &mut Conn, org: OrgId, id: &str) -> Result<bool> {
    let known: Option<(String,)> = db
        .maybe(
            "SELECT id FROM passkey WHERE org = $1 AND id = $2",
            args![org, id],
        )
        .await?;
    Ok(known.is_some())
}

pub(super) async fn insert(
    act: &mut Act,
    found: &Found,
    via: EnrolledVia,
    record: RecordId,
) -> Result<()> {
    let (org, now, person) = (act.org(), act.now(), act.person()?);
    let via = serde_json::to_value(via)?.as_str().map(str::to_owned);
    act.db
        .run(
            "INSERT INTO passkey (org, id, person, name, credential, key, attestation, \
             backup_eligible, backed_up, enrolled_at, enrolled_via, record) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            args![
                org,
                &found.id,
                person,
                &found.name,
                &found.credential,
                &found.key,
                &found.attestation,
                found.backup_eligible,
                found.backed_up,
                now,
                via,
                record
            ],
        )
        .await?;
    Ok(())
}

/// Who entered the address that a person had at a moment, by id: with the person, in a change, or
/// in one that waited and was then confirmed by somebody else.
pub(super) async fn entered_address(
    db: &mut Conn,
    org: OrgId,
    (person, at): (PersonId, Moment),
) -> Result<Option<String>> {
    let entered: Option<(Option<String>,)> = db
        .maybe(
            "SELECT entered_by FROM ( \
               SELECT c.changed_at AS entered_at, \
                      CASE WHEN a.record IS NULL THEN c.changed_by ELSE a.requested_by END \
                      AS entered_by \
               FROM person_change c \
               LEFT JOIN address_change a ON a.org = c.org AND a.person = c.person \
                 AND a.settled_at = c.changed_at AND a.settlement IN ('confirmed', 'unanswered') \
               WHERE c.org = $1 AND c.person = $2 AND c.what = 'email' AND c.changed_at <= $3 \
               UNION ALL SELECT p.joined_at, r.actor FROM person p \
               JOIN record r ON r.org = p.org AND r.id = p.record \
               WHERE p.org = $1 AND p.id = $2) entries \
             ORDER BY entered_at DESC LIMIT 1",
            args![org, person, at],
        )
        .await?;
    Ok(entered.and_then(|(by,)| by))
}

pub(super) async fn is_confirmed_by(
    db: &mut Conn,
    org: OrgId,
    id: &str,
    by: PersonId,
) -> Result<bool> {
    let confirmed: Option<(String,)> = db
        .maybe(
            "SELECT passkey FROM passkey_confirmation \
             WHERE org = $1 AND passkey = $2 AND confirmed_by = $3",
            args![org, id, by],
        )
        .await?;
    Ok(confirmed.is_some())
}

pub(super) async fn insert_confirmation(
    act: &mut Act,
    id: &str,
    by: PersonId,
    record: RecordId,
) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    act.db
        .run(
            "INSERT INTO passkey_confirmation (org, passkey, confirmed_by, confirmed_at, record) \
             VALUES ($1, $2, $3, $4, $5)",
            args![org, id, by, now, record],
        )
        .await?;
    Ok(())
}

pub(super) async fn insert_revocation(
    act: &mut Act,
    id: &str,
    (reason, compromised_since): (&str, Option<Moment>),
    record: RecordId,
) -> Result<()> {
    let (org, now, by) = (act.org(), act.now(), act.person()?);
    act.db
        .run(
            "INSERT INTO passkey_revocation \
             (org, passkey, revoked_by, revoked_at, compromised_since, reason, record) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            args![org, id, by, now, compromised_since, reason, record],
        )
        .await?;
    Ok(())
}

/// Ends what may have been opened with a passkey that is not believed any more, except the
/// session that says so.
pub(super) async fn end_passkey_sessions(act: &mut Act, person: PersonId) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    let own = act
        .actor()
        .session
        .map(|session| session.to_string())
        .unwrap_or_default();
    act.db
        .run(
            "UPDATE session SET ended_at = $3 WHERE org = $1 AND person = $2 \
             AND method = 'passkey' AND ended_at IS NULL AND token <> $4",
            args![org, person, now, own],
        )
        .await?;
    Ok(())
}

/// A passkey that may open a session.
#[derive(Debug, FromRow)]
pub(super) struct Candidate {
    pub(super) org: OrgId,
    pub(super) person: PersonId,
    pub(super) organisation: String,
    pub(super) id: String,
    pub(super) credential: String,
}

/// The passkey that an authenticator names with its person, unless it was revoked.
pub(super) async fn candidate(
    db: &mut Conn,
    person: PersonId,
    id: &str,
) -> Result<Option<Candidate>> {
    db.maybe(
        "SELECT k.org, k.person, o.name AS organisation, k.id, k.credential FROM passkey k \
         JOIN organisation o ON o.id = k.org \
         LEFT JOIN passkey_revocation r ON r.org = k.org AND r.passkey = k.id \
         WHERE k.id = $1 AND k.person = $2 AND r.passkey IS NULL",
        args![id, person],
    )
    .await
}

pub(super) async fn update(
    db: &mut Conn,
    (org, id): (OrgId, &str),
    credential: &str,
    backed_up: bool,
) -> Result<()> {
    db.run(
        "UPDATE passkey SET credential = $3, backed_up = $4 WHERE org = $1 AND id = $2",
        args![org, id, credential, backed_up],
    )
    .await?;
    Ok(())
}

pub(super) async fn rename(
    db: &mut Conn,
    (org, person): (OrgId, PersonId),
    id: &str,
    name: &str,
) -> Result<bool> {
    let renamed = "UPDATE passkey SET name = $4 WHERE org = $1 AND person = $2 AND id = $3";
    Ok(db.run(renamed, args![org, person, id, name]).await? == 1)
}

/// How many passkeys of members of top management wait for somebody else's word on whose they
/// are; a reader's own do not count.
pub async fn unconfirmed(db: &mut Conn, org: OrgId, reader: PersonId, today: Day) -> Result<i64> {
    let (count,): (i64,) = db
        .one(
            "SELECT COUNT(*) FROM passkey k \
             LEFT JOIN passkey_revocation r ON r.org = k.org AND r.passkey = k.id \
             WHERE k.org = $1 AND k.person <> $2 AND r.passkey IS NULL \
               AND NOT EXISTS (SELECT 1 FROM passkey_confirmation c \
                 WHERE c.org = k.org AND c.passkey = k.id) \
               AND EXISTS (SELECT 1 FROM appointment a \
                 LEFT JOIN relief e ON e.org = a.org AND e.appointment = a.id \
                 WHERE a.org = k.org AND a.person = k.person AND a.from_on <= $3 \
                   AND (a.until_on IS NULL OR a.until_on >= $3) \
                   AND (e.until_on IS NULL OR e.until_on >= $3))",
            args![org, reader, today],
        )
        .await?;
    Ok(count)
}
