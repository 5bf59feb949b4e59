//! Queries of the list. One text for each population, because an index serves only what a
//! query says literally.

use anyhow::Result;
use kit::db::{Args, Conn, Sql};
use kit::id::{OrgId, PersonId};
use kit::{Day, args};

use super::super::store::ids;
use super::{Later, Listed, Place, Search, Status};

/// Counting stops here: a caption says "more than".
const COUNTED: i64 = 1_000;

macro_rules! population {
    ($head:literal, $condition:literal, $tail:literal) => {
        concat!(
            $head,
            " FROM person p LEFT JOIN person m ON m.org = p.org AND m.id = p.manager \
             WHERE p.org = $1 AND (p.name_key, p.id) > ($2, $3) AND p.name_key < $4 ",
            $condition,
            $tail
        )
    };
}

/// The day's population: started by then, not gone by then, and not away between two stays.
macro_rules! on_day {
    ($head:literal, $tail:literal) => {
        population!(
            $head,
            "AND p.started_on <= $6 AND (p.left_on IS NULL OR p.left_on >= $6) \
             AND NOT EXISTS (SELECT 1 FROM person_change c WHERE c.org = p.org AND c.person = p.id \
             AND c.what = 'left-on' AND c.before < $6 AND c.effective_on > $6) ",
            $tail
        )
    };
}

/// The text for each population, without and with a unit.
macro_rules! texts {
    ($head:literal, $tail:literal, $unit:literal) => {
        [
            population!($head, "AND p.left_at IS NULL ", $tail),
            population!($head, "AND p.left_at IS NOT NULL ", $tail),
            population!($head, "", $tail),
            on_day!($head, $tail),
            population!($head, "AND p.left_at IS NULL AND p.unit = $6 ", $tail),
            population!($head, "AND p.left_at IS NOT NULL AND p.unit = $6 ", $tail),
            population!($head, "AND p.unit = $6 ", $tail),
            on_day!($head, $unit),
        ]
    };
}

const PAGES: [&str; 8] = texts!(
    "SELECT p.name_key, p.id, p.number, p.name, p.email, p.job_title, p.unit, p.manager, p.language, \
     p.contractor, p.started_on, p.left_on, p.left_at, m.name AS manager_name",
    "ORDER BY p.name_key, p.id LIMIT $5",
    "AND p.unit = $7 ORDER BY p.name_key, p.id LIMIT $5"
);

const COUNTS: [&str; 8] = texts!(
    "SELECT count(*) FROM (SELECT 1 AS one",
    "LIMIT $5) AS counted",
    "AND p.unit = $7 LIMIT $5) AS counted"
);

fn text(of: [&'static str; 8], search: &Search) -> &'static str {
    let population = match (search.on, search.status) {
        (Some(_), _) => 3,
        (None, Status::Here) => 0,
        (None, Status::Gone) => 1,
        (None, Status::Everybody) => 2,
    };
    of[population + if search.unit.is_some() { 4 } else { 0 }]
}

fn arguments(org: OrgId, search: &Search, after: Option<Place>, most: i64) -> Args {
    let (name, person) = match after {
        Some((name, person)) => (name, person.to_string()),
        None => (search.name.clone(), String::new()),
    };
    let beyond = format!("{}\u{10ffff}", search.name);
    let mut args = args![org, name, person, beyond, most];
    args.extend(search.on.map(Into::into));
    args.extend(search.unit.clone().map(Into::into));
    args
}

pub(super) async fn page(
    db: &mut Conn,
    org: OrgId,
    search: &Search,
    after: Option<Place>,
    most: usize,
) -> Result<Vec<Listed>> {
    let args = arguments(org, search, after, i64::try_from(most)?);
    db.all(text(PAGES, search), args).await
}

/// How many a search finds; `None` for more than a thousand.
pub(in super::super) async fn count(
    db: &mut Conn,
    org: OrgId,
    search: &Search,
) -> Result<Option<i64>> {
    let args = arguments(org, search, None, COUNTED + 1);
    let (counted,): (i64,) = db.one(text(COUNTS, search), args).await?;
    Ok((counted <= COUNTED).then_some(counted))
}

/// What some people's facts were before the changes that took effect after a day, the latest first.
pub(super) async fn changes_after(
    db: &mut Conn,
    org: OrgId,
    people: impl IntoIterator<Item = PersonId>,
    day: Day,
) -> Result<Vec<Later>> {
    db.all(
        Sql::each(
            "SELECT person, what, before FROM person_change WHERE org = $1 AND effective_on > $2 \
             AND person IN (SELECT value FROM json_each($3)) \
             ORDER BY effective_on DESC, changed_at DESC, record DESC",
            "SELECT person, what, before FROM person_change WHERE org = $1 AND effective_on > $2 \
             AND person IN (SELECT jsonb_array_elements_text($3::jsonb)) \
             ORDER BY effective_on DESC, changed_at DESC, record DESC",
        ),
        args![org, day, ids(people)],
    )
    .await
}

/// The units there are, by skipping along the index from one to the next.
pub(in super::super) async fn units(db: &mut Conn, org: OrgId) -> Result<Vec<String>> {
    let units: Vec<(String,)> = db
        .all(
            "WITH RECURSIVE units (unit) AS ( \
               SELECT MIN(unit) FROM person WHERE org = $1 \
               UNION ALL SELECT (SELECT MIN(p.unit) FROM person p WHERE p.org = $1 AND p.unit > u.unit) \
               FROM units u WHERE u.unit IS NOT NULL) \
             SELECT unit FROM units WHERE unit IS NOT NULL LIMIT 300",
            args![org],
        )
        .await?;
    Ok(units.into_iter().map(|(unit,)| unit).collect())
}

/// How many people who are here report to somebody.
pub(in super::super) async fn reports(db: &mut Conn, org: OrgId, manager: PersonId) -> Result<i64> {
    let (reports,): (i64,) = db
        .one(
            "SELECT count(*) FROM person WHERE org = $1 AND manager = $2 AND left_at IS NULL",
            args![org, manager],
        )
        .await?;
    Ok(reports)
}
