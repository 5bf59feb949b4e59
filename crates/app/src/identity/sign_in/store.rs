//! Queries of codes, attempts and the addresses of people.

use anyhow::{Context, Result};
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId};
use kit::{Day, Digest, Moment, args};

use super::Account;
use super::limit::Limit;

#[derive(Debug, FromRow)]
struct Holder {
    org: OrgId,
    person: PersonId,
    organisation: String,
    time_zone: String,
    left_on: Option<Day>,
}

/// Who can be reached at an address and has not left, by name of the organisation.
pub(super) async fn holders(db: &mut Conn, email_key: &str, now: Moment) -> Result<Vec<Account>> {
    let holders: Vec<Holder> = db
        .all(
            "SELECT p.org, p.id AS person, o.name AS organisation, o.time_zone, p.left_on \
             FROM person p JOIN organisation o ON o.id = p.org \
             WHERE p.email_key = $1 AND p.left_at IS NULL ORDER BY o.name, p.org, p.id",
            args![email_key],
        )
        .await?;
    let mut accounts = Vec::new();
    for holder in holders {
        let zone = TimeZone::get(&holder.time_zone).context("the organisation's time zone")?;
        if holder.left_on.is_none_or(|last| now.day(&zone) <= last) {
            let Holder {
                org,
                person,
                organisation,
                ..
            } = holder;
            accounts.push(Account {
                org,
                person,
                organisation,
            });
        }
    }
    Ok(accounts)
}

pub(super) async fn insert_code(
    db: &mut Conn,
    (token, code): (Digest, Digest),
    email_key: &str,
    now: Moment,
) -> Result<()> {
    db.run(
        "INSERT INTO sign_in_code (token, email_key, code, made_at, attempts) \
         VALUES ($1, $2, $3, $4, 0)",
        args![token, email_key, code, now],
    )
    .await?;
    Ok(())
}

/// A code that somebody tries.
#[derive(Debug, FromRow)]
pub(super) struct Tried {
    pub(super) email_key: String,
    pub(super) code: Digest,
    pub(super) attempts: i64,
}

/// Counts an attempt at a code that was made after `oldest`, works still and bears another.
pub(super) async fn try_code(
    db: &mut Conn,
    token: Digest,
    oldest: Moment,
    attempts: i64,
) -> Result<Option<Tried>> {
    db.maybe(
        "UPDATE sign_in_code SET attempts = attempts + 1 \
         WHERE token = $1 AND made_at > $2 AND attempts < $3 AND used_at IS NULL \
         RETURNING email_key, code, attempts",
        args![token, oldest, attempts],
    )
    .await
}

/// Marks a code as used; `false` when somebody else was faster.
pub(super) async fn use_code(db: &mut Conn, token: Digest, now: Moment) -> Result<bool> {
    let used = "UPDATE sign_in_code SET used_at = $2 WHERE token = $1 AND used_at IS NULL";
    Ok(db.run(used, args![token, now]).await? == 1)
}

/// Counts one more attempt; instead, if there were too many, how many seconds to wait.
pub(super) async fn count_attempt(
    db: &mut Conn,
    limit: Limit,
    who: Digest,
    now: Moment,
) -> Result<Option<u64>> {
    db.lock(&format!("attempt/{}/{who}", limit.what)).await?;
    let minute = match attempts_left(db, limit, who, now).await? {
        Ok(minute) => minute,
        Err(seconds) => return Ok(Some(seconds)),
    };
    db.run(
        "INSERT INTO attempt (what, who, minute, count) VALUES ($1, $2, $3, 1) \
         ON CONFLICT (what, who, minute) DO UPDATE SET count = attempt.count + 1",
        args![limit.what, who, minute],
    )
    .await?;
    Ok(None)
}

/// The minute in which another attempt would count; or, if there were too many, how many seconds
/// to wait.
pub(super) async fn attempts_left(
    db: &mut Conn,
    limit: Limit,
    who: Digest,
    now: Moment,
) -> Result<Result<i64, u64>> {
    let minute = now.as_millis().div_euclid(60_000);
    let (tried, oldest): (i64, i64) = db
        .one(
            "SELECT CAST(COALESCE(SUM(count), 0) AS BIGINT), \
                    CAST(COALESCE(MIN(minute), 0) AS BIGINT) \
             FROM attempt WHERE what = $1 AND who = $2 AND minute > $3",
            args![limit.what, who, minute - limit.minutes],
        )
        .await?;
    Ok(if tried >= limit.times {
        Err(limit.wait(oldest, now))
    } else {
        Ok(minute)
    })
}

/// Deletes what no longer matters: old codes, ceremonies, attempts and sessions long over.
pub(in crate::identity) async fn forget(db: &mut Conn, now: Moment) -> Result<()> {
    let yesterday = now.minus(SignedDuration::from_hours(24));
    let month_ago = now.minus(SignedDuration::from_hours(24 * 30));
    let minute = yesterday.as_millis().div_euclid(60_000);
    db.run(
        "DELETE FROM sign_in_code WHERE made_at < $1",
        args![yesterday],
    )
    .await?;
    db.run(
        "DELETE FROM ceremony WHERE expires_at < $1",
        args![yesterday],
    )
    .await?;
    db.run("DELETE FROM attempt WHERE minute < $1", args![minute])
        .await?;
    db.run(
        "DELETE FROM session WHERE expires_at < $1",
        args![month_ago],
    )
    .await?;
    Ok(())
}
