//! Queries of sessions, links and roles.

use anyhow::Result;
use jiff::tz::TimeZone;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId};
use kit::words::Language;
use kit::{Day, Digest, Moment, args};

use super::role::{Role, Roles};
use super::viewer::{SignInMethod, Viewer};

/// What a token says about who holds it.
#[derive(Debug, FromRow)]
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
}

impl Known {
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

/// Whose session this is, while it lasts. Somebody who left has none.
pub(super) async fn session(db: &mut Conn, token: Digest, now: Moment) -> Result<Option<Known>> {
    db.maybe(
        "SELECT s.org, s.person, o.time_zone, o.name AS organisation, o.purpose, p.name, \
                p.language, s.method, s.scope \
         FROM session s \
         JOIN organisation o ON o.id = s.org \
         JOIN person p ON p.org = s.org AND p.id = s.person \
         WHERE s.token = $1 AND s.expires_at > $2 AND s.ended_at IS NULL AND p.left_at IS NULL",
        args![token, now],
    )
    .await
}

/// Whose mail link this is, while it lasts.
pub(super) async fn link(db: &mut Conn, token: Digest, now: Moment) -> Result<Option<Known>> {
    db.maybe(
        "SELECT l.org, l.person, o.time_zone, o.name AS organisation, o.purpose, p.name, \
                p.language, 'link' AS method, l.leads_to AS scope \
         FROM mail_link l \
         JOIN organisation o ON o.id = l.org \
         JOIN person p ON p.org = l.org AND p.id = l.person \
         WHERE l.token = $1 AND l.expires_at > $2 AND l.ended_at IS NULL AND p.left_at IS NULL",
        args![token, now],
    )
    .await
}

/// The roles of a person on a day: granted, on the register, or by reporting line.
pub(super) async fn roles(
    db: &mut Conn,
    org: OrgId,
    person: PersonId,
    today: Day,
) -> Result<Roles> {
    let granted: Vec<(Role,)> = db
        .all(
            "SELECT g.role FROM role_grant g \
             LEFT JOIN role_end e ON e.org = g.org AND e.role_grant = g.id \
             WHERE g.org = $1 AND g.person = $2 AND g.from_on <= $3 \
               AND (g.until_on IS NULL OR g.until_on >= $3) AND e.role_grant IS NULL \
             UNION SELECT 'top-management' FROM appointment a \
             LEFT JOIN relief r ON r.org = a.org AND r.appointment = a.id \
             WHERE a.org = $1 AND a.person = $2 AND a.from_on <= $3 \
               AND (a.until_on IS NULL OR a.until_on >= $3) \
               AND (r.until_on IS NULL OR r.until_on >= $3) \
             UNION SELECT 'line-manager' FROM person \
             WHERE org = $1 AND manager = $2 AND left_at IS NULL",
            args![org, person, today],
        )
        .await?;
    Ok(Roles::of(granted.into_iter().map(|(role,)| role).chain([Role::Employee])))
}
