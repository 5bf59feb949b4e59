//! Queries of people: one at a time, and everybody for an import.

mod reconciled;

use std::collections::HashMap;

use anyhow::{Context, Result};
use jiff::tz::TimeZone;
use kit::db::{Args, Conn, Sql};
use kit::id::{OrgId, PersonId, RecordId};
use kit::{Act, Day, Moment, args};
use record::Disclosure;

pub(super) use reconciled::{RECONCILED, Told, told};

use super::facts::{Difference, Fact, Person};
use super::{ImportId, fold};

/// Those who change the roster take turns.
pub(super) async fn lock(act: &mut Act) -> Result<()> {
    let name = format!("{}/people", act.org());
    act.db.lock(&name).await
}

/// A person of this organisation.
pub async fn person(db: &mut Conn, org: OrgId, person: PersonId) -> Result<Option<Person>> {
    db.maybe(
        "SELECT id, number, name, email, job_title, unit, manager, language, contractor, \
         started_on, left_on, left_at FROM person WHERE org = $1 AND id = $2",
        args![org, person],
    )
    .await
}

/// A person's name; nobody's is empty.
pub async fn name(db: &mut Conn, org: OrgId, person: PersonId) -> Result<String> {
    let person = self::person(db, org, person).await?;
    Ok(person.map_or_else(String::new, |person| person.name))
}

/// Everybody who is or was here: only an import needs them all.
pub(super) async fn everybody(db: &mut Conn, org: OrgId) -> Result<Vec<Person>> {
    db.all(
        "SELECT id, number, name, email, job_title, unit, manager, language, contractor, \
         started_on, left_on, left_at FROM person WHERE org = $1 ORDER BY id",
        args![org],
    )
    .await
}

/// The names of some people, such as those a page speaks of.
pub async fn names(
    db: &mut Conn,
    org: OrgId,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<HashMap<PersonId, String>> {
    let ids = ids(people);
    let found: Vec<(PersonId, String)> = db
        .all(
            Sql::each(
                "SELECT id, name FROM person WHERE org = $1 AND id IN (SELECT value FROM json_each($2))",
                "SELECT id, name FROM person WHERE org = $1 \
                 AND id IN (SELECT jsonb_array_elements_text($2::jsonb))",
            ),
            args![org, ids],
        )
        .await?;
    Ok(found.into_iter().collect())
}

/// A list of ids as one argument.
pub(super) fn ids(people: impl IntoIterator<Item = PersonId>) -> String {
    let ids: Vec<String> = people.into_iter().map(|id| id.to_string()).collect();
    serde_json::Value::from(ids).to_string()
}

pub async fn holder_of_address(db: &mut Conn, org: OrgId, email: &str) -> Result<Option<PersonId>> {
    let holder: Option<(PersonId,)> = db
        .maybe(
            "SELECT id FROM person WHERE org = $1 AND email_key = $2 AND left_at IS NULL",
            args![org, fold(email)],
        )
        .await?;
    Ok(holder.map(|(person,)| person))
}

pub(super) async fn holder_of_number(
    db: &mut Conn,
    org: OrgId,
    number: &str,
) -> Result<Option<PersonId>> {
    let holder: Option<(PersonId,)> = db
        .maybe(
            "SELECT id FROM person WHERE org = $1 AND number = $2",
            args![org, number],
        )
        .await?;
    Ok(holder.map(|(person,)| person))
}

/// The people here who are called so; at most two, because more than one is too many.
pub(super) async fn called(db: &mut Conn, org: OrgId, name: &str) -> Result<Vec<PersonId>> {
    let found: Vec<(PersonId,)> = db
        .all(
            "SELECT id FROM person WHERE org = $1 AND name_key = $2 AND left_at IS NULL LIMIT 2",
            args![org, fold(name)],
        )
        .await?;
    Ok(found.into_iter().map(|(person,)| person).collect())
}

/// A person and the managers above, nearest first.
pub(super) async fn managers_above(
    db: &mut Conn,
    org: OrgId,
    person: PersonId,
) -> Result<Vec<(PersonId, String)>> {
    db.all(
        "WITH RECURSIVE above (id, name, manager, height) AS ( \
           SELECT id, name, manager, 0 FROM person WHERE org = $1 AND id = $2 \
           UNION ALL SELECT p.id, p.name, p.manager, a.height + 1 FROM above a \
           JOIN person p ON p.org = $1 AND p.id = a.manager WHERE a.height < 200) \
         SELECT id, name FROM above ORDER BY height",
        args![org, person],
    )
    .await
}

/// The personal fields of a joiner, each with fresh salt.
pub(super) fn conceal(act: &Act, person: &Person) -> Vec<Disclosure> {
    Fact::ALL
        .iter()
        .filter(|fact| fact.is_concealed())
        .filter_map(|fact| Some(act.conceal(fact.word(), &person.fact(*fact)?)))
        .collect()
}

/// Enters people with the records of their joining.
pub(super) async fn insert(
    act: &mut Act,
    people: Vec<(Person, RecordId)>,
    import: Option<ImportId>,
) -> Result<()> {
    write(act, people, import, "").await
}

/// Writes what is known now over what was known before; the changes are rows of their own.
pub(super) async fn update(act: &mut Act, people: Vec<Person>) -> Result<()> {
    // Never stored: an existing row keeps its first record.
    let record = RecordId::fresh(act.now(), act.dice());
    let people = people.into_iter().map(|person| (person, record)).collect();
    write(
        act,
        people,
        None,
        "ON CONFLICT (org, id) DO UPDATE SET number = excluded.number, name = excluded.name, \
         name_key = excluded.name_key, email = excluded.email, email_key = excluded.email_key, \
         job_title = excluded.job_title, unit = excluded.unit, manager = excluded.manager, \
         language = excluded.language, contractor = excluded.contractor, \
         started_on = excluded.started_on, left_on = excluded.left_on, left_at = excluded.left_at",
    )
    .await
}

async fn write(
    act: &mut Act,
    people: Vec<(Person, RecordId)>,
    import: Option<ImportId>,
    tail: &'static str,
) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    let rows = people
        .into_iter()
        .map(|(person, record)| row(org, person, (now, import, record)))
        .collect();
    act.db
        .insert_many(
            "INSERT INTO person (org, id, number, name, name_key, email, email_key, job_title, unit, \
             manager, language, contractor, started_on, joined_at, left_on, left_at, import, record)",
            rows,
            tail,
        )
        .await?;
    Ok(())
}

fn row(
    org: OrgId,
    person: Person,
    (joined_at, import, record): (Moment, Option<ImportId>, RecordId),
) -> Args {
    args![
        org,
        person.id,
        person.number,
        &person.name,
        fold(&person.name),
        person.email.clone(),
        person.email.as_deref().map(fold),
        person.job_title,
        person.unit,
        person.manager,
        person.language,
        person.contractor,
        person.started_on,
        joined_at,
        person.left_on,
        person.left_at,
        import,
        record,
    ]
}

/// Frees the addresses of people who get another one, so that two may swap theirs.
pub(super) async fn free_addresses(act: &mut Act, people: Vec<PersonId>) -> Result<()> {
    let org = act.org();
    act.db
        .run(
            Sql::each(
                "UPDATE person SET email_key = NULL WHERE org = $1 AND id IN (SELECT value FROM json_each($2))",
                "UPDATE person SET email_key = NULL WHERE org = $1 \
                 AND id IN (SELECT jsonb_array_elements_text($2::jsonb))",
            ),
            args![org, ids(people)],
        )
        .await?;
    Ok(())
}

/// Keeps what changed, one row for each fact.
pub(super) async fn insert_changes(
    act: &mut Act,
    changes: Vec<(PersonId, RecordId, Vec<Difference>)>,
    effective_on: Day,
    import: Option<ImportId>,
) -> Result<()> {
    let (org, now, by) = (act.org(), act.now(), act.actor().person);
    let rows = changes
        .into_iter()
        .flat_map(|(person, record, facts)| facts.into_iter().map(move |d| (person, record, d)))
        .map(|(person, record, d)| {
            args![
                org,
                person,
                record,
                d.fact,
                d.before,
                d.after,
                effective_on,
                now,
                by,
                import
            ]
        })
        .collect();
    act.db
        .insert_many(
            "INSERT INTO person_change (org, person, record, what, before, after, effective_on, \
             changed_at, changed_by, import)",
            rows,
            "",
        )
        .await?;
    Ok(())
}

/// Counts who came and who went.
pub(super) async fn count(act: &mut Act, here: i64, gone: i64) -> Result<()> {
    let org = act.org();
    act.db
        .run(
            "INSERT INTO headcount (org, here, gone) VALUES ($1, $2, $3) ON CONFLICT (org) DO UPDATE \
             SET here = headcount.here + excluded.here, gone = headcount.gone + excluded.gone",
            args![org, here, gone],
        )
        .await?;
    Ok(())
}

/// How many people are here, and how many were.
pub async fn headcount(db: &mut Conn, org: OrgId) -> Result<(i64, i64)> {
    let counted: Option<(i64, i64)> = db
        .maybe(
            "SELECT here, gone FROM headcount WHERE org = $1",
            args![org],
        )
        .await?;
    Ok(counted.unwrap_or_default())
}

/// For every organisation with planned last days, its zone and the first of them.
pub(super) async fn last_days(db: &mut Conn) -> Result<Vec<(OrgId, String, Day)>> {
    db.all(
        "SELECT p.org, o.time_zone, MIN(p.left_on) FROM person p JOIN organisation o ON o.id = p.org \
         WHERE p.left_on IS NOT NULL AND p.left_at IS NULL GROUP BY p.org, o.time_zone",
        vec![],
    )
    .await
}

/// Marks as gone whoever's last day is `last` or before.
pub(super) async fn see_off(act: &mut Act, last: Day) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    let gone = act
        .db
        .run(
            "UPDATE person SET left_at = $3 WHERE org = $1 AND left_on <= $2 \
             AND left_on IS NOT NULL AND left_at IS NULL",
            args![org, last, now],
        )
        .await?;
    let gone = i64::try_from(gone)?;
    count(act, -gone, gone).await
}

/// The calendar day of the act in the organisation's zone.
pub async fn today(act: &mut Act) -> Result<Day> {
    let (org, now) = (act.org(), act.now());
    today_of(&mut act.db, org, now).await
}

/// The calendar day of a moment in the organisation's zone.
pub(super) async fn today_of(db: &mut Conn, org: OrgId, now: Moment) -> Result<Day> {
    let (zone,): (String,) = db
        .one(
            "SELECT time_zone FROM organisation WHERE id = $1",
            args![org],
        )
        .await?;
    Ok(now.day(&TimeZone::get(&zone).context("the organisation's time zone")?))
}

/// Somebody of a firm that never was, by name: for the sign-in links of the demonstration,
/// which must not open anything else.
pub async fn named_in_demonstration(
    db: &mut Conn,
    name: &str,
) -> Result<Option<(OrgId, PersonId)>> {
    db.maybe(
        "SELECT p.org, p.id FROM person p JOIN organisation o ON o.id = p.org \
         WHERE o.purpose = 'demonstration' AND p.name_key = $1 AND p.left_at IS NULL",
        args![fold(name)],
    )
    .await
}
