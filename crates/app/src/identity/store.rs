//! Queries of who somebody is: sessions, tokens, links, the roles of a day, ceremonies.

use anyhow::Result;
use jiff::tz::TimeZone;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId};
use kit::words::Language;
use kit::{Act, Day, Digest, Moment, args};

use super::ceremony::Ceremony;
use super::role::{Held, Roles};
use super::viewer::{SignInMethod, Viewer};

/// What a token says about who holds it.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Known {
    pub(super) org: OrgId,
    pub(super) person: PersonId,
    pub(super) time_zone: String,
    organisation: String,
    purpose: String,
    name: String,
    language: Option<Language>,
    method: SignInMethod,
    scope: Option<String>,
    left_on: Option<Day>,
}

impl Known {
    /// Has this person left? The last day belongs to them, where access did not end before it.
    pub(super) fn has_left(&self, today: Day) -> bool {
        self.left_on.is_some_and(|last| last < today)
    }

    pub(super) fn viewer(self, session: Digest, roles: Roles, zone: TimeZone) -> Viewer {
        Viewer {
            org: self.org,
            organisation: self.organisation,
            is_demonstration: self.purpose == "demonstration",
            person: self.person,
            name: self.name,
            roles,
            method: self.method,
            session,
            scope: self.scope,
            language: self.language,
            zone,
        }
    }
}

/// Somebody with a role.
#[derive(Debug, FromRow)]
struct Holding {
    #[sqlx(flatten)]
    known: Known,
    #[sqlx(flatten)]
    held: Held,
}

/// Who holds a token, with every role they have.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) known: Known,
    pub(super) held: Vec<Held>,
}

impl Found {
    fn of(rows: Vec<Holding>) -> Option<Found> {
        let known = rows.first()?.known.clone();
        let held = rows.into_iter().map(|row| row.held).collect();
        Some(Found { known, held })
    }
}

/// Somebody, the one row of the query in front, with each of their roles: granted, on the register,
/// or by reporting line; everybody is an employee. Which of them count on a day is for
/// `Roles::on`, because the day is known only once the organisation is.
macro_rules! with_roles {
    ($who:literal) => {
        concat!(
            "WITH k AS (",
            $who,
            ") \
             SELECT k.*, 'employee' AS role, CAST(NULL AS TEXT) AS from_on, \
                    CAST(NULL AS TEXT) AS until_on, CAST(NULL AS TEXT) AS relieved_on FROM k \
             UNION ALL SELECT k.*, g.role, g.from_on, g.until_on, NULL FROM k \
             JOIN role_grant g ON g.org = k.org AND g.person = k.person \
             LEFT JOIN role_end e ON e.org = g.org AND e.role_grant = g.id \
             WHERE e.role_grant IS NULL \
             UNION ALL SELECT k.*, 'top-management', a.from_on, a.until_on, r.until_on FROM k \
             JOIN appointment a ON a.org = k.org AND a.person = k.person \
             LEFT JOIN relief r ON r.org = a.org AND r.appointment = a.id \
             WHERE a.is_first OR EXISTS (SELECT 1 FROM appointment_confirmation c \
               WHERE c.org = a.org AND c.appointment = a.id) \
             UNION ALL SELECT k.*, 'line-manager', NULL, NULL, NULL FROM k \
             WHERE EXISTS (SELECT 1 FROM person p \
               WHERE p.org = k.org AND p.manager = k.person AND p.left_at IS NULL)"
        )
    };
}

/// Whose session this is, while it lasts.
pub(super) async fn session(db: &mut Conn, token: Digest, now: Moment) -> Result<Option<Found>> {
    let rows = db.all(
        with_roles!(
            "SELECT s.org, s.person, o.time_zone, o.name AS organisation, o.purpose, p.name, \
                    p.language, p.left_on, s.method, s.scope \
             FROM session s \
             JOIN organisation o ON o.id = s.org \
             JOIN person p ON p.org = s.org AND p.id = s.person \
             WHERE s.token = $1 AND s.expires_at > $2 AND s.ended_at IS NULL AND p.left_at IS NULL"
        ),
        args![token, now],
    );
    Ok(Found::of(rows.await?))
}

/// Whose mail link this is, while it lasts.
pub(super) async fn link(db: &mut Conn, token: Digest, now: Moment) -> Result<Option<Found>> {
    let rows = db.all(
        with_roles!(
            "SELECT l.org, l.person, o.time_zone, o.name AS organisation, o.purpose, p.name, \
                    p.language, p.left_on, 'link' AS method, l.leads_to AS scope \
             FROM mail_link l \
             JOIN organisation o ON o.id = l.org \
             JOIN person p ON p.org = l.org AND p.id = l.person \
             WHERE l.token = $1 AND l.expires_at > $2 AND p.left_at IS NULL"
        ),
        args![token, now],
    );
    Ok(Found::of(rows.await?))
}

/// Whose API token this is, while it lasts.
pub(super) async fn api_token(db: &mut Conn, token: Digest, now: Moment) -> Result<Option<Found>> {
    let rows = db.all(
        with_roles!(
            "SELECT t.org, t.person, o.time_zone, o.name AS organisation, o.purpose, p.name, \
                    p.language, p.left_on, 'token' AS method, CAST(NULL AS TEXT) AS scope \
             FROM api_token t \
             JOIN organisation o ON o.id = t.org \
             JOIN person p ON p.org = t.org AND p.id = t.person \
             WHERE t.token = $1 AND t.expires_at > $2 AND t.ended_at IS NULL AND p.left_at IS NULL"
        ),
        args![token, now],
    );
    Ok(Found::of(rows.await?))
}

/// The roles of a person on a day.
pub(super) async fn roles(
    db: &mut Conn,
    org: OrgId,
    person: PersonId,
    today: Day,
) -> Result<Roles> {
    let held: Vec<Held> = db
        .all(
            with_roles!("SELECT org, id AS person FROM person WHERE org = $1 AND id = $2"),
            args![org, person],
        )
        .await?;
    Ok(Roles::on(today, &held))
}

/// Ends the sessions by code of a person, but not the one that acts.
pub(super) async fn end_sessions_by_code(act: &mut Act, person: PersonId) -> Result<()> {
    let (org, now, own) = (act.org(), act.now(), act.actor().session);
    act.db
        .run(
            "UPDATE session SET ended_at = $3 WHERE org = $1 AND person = $2 AND method = 'code' \
             AND ended_at IS NULL AND token <> COALESCE($4, '')",
            args![org, person, now, own],
        )
        .await?;
    Ok(())
}

/// Lets the mail links of a person run out.
pub(super) async fn end_links(act: &mut Act, person: PersonId) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    act.db
        .run(
            "UPDATE mail_link SET expires_at = $3 WHERE org = $1 AND person = $2 AND expires_at > $3",
            args![org, person, now],
        )
        .await?;
    Ok(())
}

/// Keeps a session; only the digest of its token is stored.
pub(super) async fn insert_session(
    db: &mut Conn,
    (org, person): (OrgId, PersonId),
    (token, method): (Digest, SignInMethod),
    (started_at, expires_at): (Moment, Moment),
) -> Result<()> {
    db.run(
        "INSERT INTO session (token, org, person, method, started_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        args![token, org, person, method, started_at, expires_at],
    )
    .await?;
    Ok(())
}

/// Ends a session of this person; `false` when there is none to end.
pub(super) async fn end_session(
    db: &mut Conn,
    (org, person): (OrgId, PersonId),
    token: Digest,
    now: Moment,
) -> Result<bool> {
    let ended = "UPDATE session SET ended_at = $4 \
                 WHERE org = $1 AND person = $2 AND token = $3 AND ended_at IS NULL";
    Ok(db.run(ended, args![org, person, token, now]).await? == 1)
}

/// Ends the session with this token, whoever's it is: only its holder knows it.
pub(super) async fn end_any_session(db: &mut Conn, token: Digest, now: Moment) -> Result<()> {
    let ended = "UPDATE session SET ended_at = $2 WHERE token = $1 AND ended_at IS NULL";
    db.run(ended, args![token, now]).await?;
    Ok(())
}

pub(super) async fn insert_ceremony(
    db: &mut Conn,
    id: Digest,
    ceremony: &Ceremony,
    (made_at, expires_at): (Moment, Moment),
) -> Result<()> {
    db.run(
        "INSERT INTO ceremony (id, org, person, purpose, subject, state, made_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            id,
            ceremony.org,
            ceremony.person,
            &ceremony.purpose,
            ceremony.subject.clone(),
            &ceremony.state,
            made_at,
            expires_at
        ],
    )
    .await?;
    Ok(())
}

/// The state of a ceremony that can still be used; looking does not use it.
pub(super) async fn open_ceremony(
    db: &mut Conn,
    id: Digest,
    purpose: &str,
    now: Moment,
) -> Result<Option<String>> {
    let open: Option<(String,)> = db
        .maybe(
            "SELECT state FROM ceremony \
             WHERE id = $1 AND purpose = $2 AND expires_at > $3 AND used_at IS NULL",
            args![id, purpose, now],
        )
        .await?;
    Ok(open.map(|(state,)| state))
}

/// Uses a ceremony up: only one who asks gets it.
pub(super) async fn use_ceremony(
    db: &mut Conn,
    id: Digest,
    purpose: &str,
    now: Moment,
) -> Result<Option<Ceremony>> {
    db.maybe(
        "UPDATE ceremony SET used_at = $3 \
         WHERE id = $1 AND purpose = $2 AND expires_at > $3 AND used_at IS NULL \
         RETURNING purpose, org, person, subject, state",
        args![id, purpose, now],
    )
    .await
}
