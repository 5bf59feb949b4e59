//! People for programs.

use axum::extract::{Path, State};
use kit::id::PersonId;
use kit::web::{Answer, Json, Problem, Query};
use kit::{Act, Day};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, OpenApi, ToSchema};

use super::change::{Changed, change};
use super::directory::{self, Place, Search, Status};
use super::facts::{Fact, Person};
use super::join::{NewPerson, join};
use super::sight::{self, LISTERS, Sight, WRITERS};
use super::{fold, store};
use crate::App;
use crate::api::{
    Cursor, Expected, Key, Made, Paging, ProblemDocument, entity, list, once, present, said,
};
use crate::shell::{Access, Routes, Shell};

const PEOPLE: &str = "/api/v1/people";

pub(super) fn routes() -> Routes {
    Routes::default()
        .get(PEOPLE, Access::Any(LISTERS), people)
        .post(PEOPLE, Access::Any(WRITERS), enter)
        .get("/api/v1/people/{person}", Access::SignedIn, person)
        .patch("/api/v1/people/{person}", Access::Any(WRITERS), alter)
}

#[derive(OpenApi)]
#[openapi(
    paths(people, enter, person, alter),
    components(schemas(PersonView, PersonInput, PersonPatch, People))
)]
pub(super) struct Described;

/// A person. What the reader may not see is absent.
#[derive(Debug, Serialize, ToSchema)]
struct PersonView {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    /// The id of the line manager.
    #[serde(skip_serializing_if = "Option::is_none")]
    manager: Option<String>,
    /// The number in the HR system.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contractor: Option<bool>,
    /// `YYYY-MM-DD`
    started_on: String,
    /// The last day, past or planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_on: Option<String>,
    /// `here` or `gone`
    status: &'static str,
}

impl PersonView {
    fn of(person: &Person, sight: Sight) -> PersonView {
        let fact = |fact: Fact, shown: bool| person.fact(fact).filter(|_| shown);
        let facts = sight.shows_facts();
        PersonView {
            id: person.id.to_string(),
            name: fact(Fact::Name, sight.shows_names()),
            email: fact(Fact::Email, sight.shows_names()),
            title: fact(Fact::Title, facts),
            unit: fact(Fact::Unit, facts),
            manager: fact(Fact::Manager, facts),
            number: fact(Fact::Number, sight == Sight::Everything),
            language: fact(Fact::Language, sight == Sight::Everything),
            contractor: facts.then_some(person.contractor),
            started_on: person.started_on.to_string(),
            left_on: fact(Fact::LeftOn, true),
            status: if person.is_here() { "here" } else { "gone" },
        }
    }
}

/// Somebody to enter.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PersonInput {
    #[schema(min_length = 1, max_length = 200)]
    name: String,
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    unit: Option<String>,
    #[serde(default)]
    manager: Option<String>,
    #[serde(default)]
    number: Option<String>,
    /// `en` or `de`
    #[serde(default)]
    language: Option<String>,
    /// `YYYY-MM-DD`; today when absent.
    #[serde(default)]
    started_on: Option<String>,
}

/// What changes. An absent member stays as it is; `null` takes a fact away that one can be without.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
struct PersonPatch {
    #[serde(deserialize_with = "present")]
    name: Option<String>,
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>)]
    email: Option<Option<String>>,
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>)]
    title: Option<Option<String>>,
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>)]
    unit: Option<Option<String>>,
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>)]
    manager: Option<Option<String>>,
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>)]
    number: Option<Option<String>>,
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>)]
    language: Option<Option<String>>,
    #[serde(deserialize_with = "present")]
    contractor: Option<bool>,
    /// From which day on; today when absent.
    #[serde(deserialize_with = "present")]
    effective_on: Option<String>,
}

/// Which people.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
#[into_params(parameter_in = Query, rename_all = "kebab-case")]
struct Asked {
    /// The beginning of the name.
    name: Option<String>,
    unit: Option<String>,
    /// `here` (when absent), `gone` or `everybody`
    status: Option<String>,
    /// As at this day, `YYYY-MM-DD`.
    as_of: Option<String>,
    /// From the `next` link of the page before.
    cursor: Option<String>,
    /// At most 200; 50 when absent.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
}

/// A page of people.
#[derive(Debug, Serialize, ToSchema)]
struct People {
    items: Vec<PersonView>,
    next: Option<String>,
}

/// Lists people in the order of their names.
#[utoipa::path(get, path = "/api/v1/people", tag = "people", params(Asked), responses(
    (status = 200, body = People, description = "A page; the Link header leads to the next"),
    (status = "4XX", body = ProblemDocument, content_type = "application/problem+json", description = "Refused")
))]
async fn people(State(app): State<App>, s: Shell, Query(asked): Query<Asked>) -> Answer {
    let viewer = s.reader()?;
    let sight = sight::of_list(viewer).ok_or(Problem::Forbidden)?;
    let paging = Paging {
        cursor: asked.cursor.clone(),
        limit: asked.limit,
    };
    let page = (paging.after::<Place>()?, paging.limit()?);
    let search = asked.search(sight)?;
    let mut db = app.read().await?;
    let (found, next) = directory::page(&mut db, viewer.org, &search, page).await?;
    let items: Vec<_> = found
        .iter()
        .map(|listed| PersonView::of(&listed.person, sight))
        .collect();
    let limit = asked.limit.map(|limit| limit.to_string());
    let rest: Vec<(&str, &str)> = [
        ("name", asked.name.as_deref()),
        ("unit", asked.unit.as_deref()),
        ("status", asked.status.as_deref()),
        ("as-of", asked.as_of.as_deref()),
        ("limit", limit.as_deref()),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name, value?)))
    .collect();
    list(
        &items,
        PEOPLE,
        &rest,
        next.map(|place| Cursor(place).to_string()),
    )
}

impl Asked {
    fn search(&self, sight: Sight) -> Result<Search, Problem> {
        let status = self.status.as_deref().unwrap_or("here");
        let name = self.name.as_deref().filter(|_| sight.shows_names());
        Ok(Search {
            name: fold(name.unwrap_or_default()),
            unit: self.unit.clone().filter(|_| sight.shows_facts()),
            status: status.parse::<Status>().map_err(Problem::Invalid)?,
            on: self.as_of.as_deref().map(day).transpose()?,
        })
    }
}

/// One person.
#[utoipa::path(get, path = "/api/v1/people/{person}", tag = "people", params(("person" = String, Path, description = "`per_…`")), responses(
    (status = 200, body = PersonView, description = "The person, with an ETag"),
    (status = 304, description = "Not changed since the ETag in If-None-Match"),
    (status = "4XX", body = ProblemDocument, content_type = "application/problem+json", description = "Refused")
))]
async fn person(
    State(app): State<App>,
    s: Shell,
    Path(id): Path<String>,
    asked: Expected,
) -> Answer {
    let (person, sight) = super::pages::seen(&app, &s, &id).await?;
    entity(&PersonView::of(&person, sight), &asked)
}

/// Enters a person.
#[utoipa::path(post, path = "/api/v1/people", tag = "people", request_body = PersonInput,
    params(("Idempotency-Key" = Option<String>, Header, description = "The same key within a day is answered as before and does nothing")),
    responses(
    (status = 201, body = PersonView, description = "The person; Location leads to it"),
    (status = "4XX", body = ProblemDocument, content_type = "application/problem+json", description = "Refused")
))]
async fn enter(
    State(app): State<App>,
    s: Shell,
    key: Key,
    Json(input): Json<PersonInput>,
) -> Answer {
    let request = serde_json::to_vec(&input).map_err(anyhow::Error::from)?;
    let new = NewPerson {
        name: input.name,
        email: input.email,
        job_title: input.title,
        unit: input.unit,
        manager: input.manager.as_deref().map(id).transpose()?,
        number: input.number,
        language: input.language.as_deref().map(language).transpose()?,
        started_on: match input.started_on.as_deref() {
            None => s.today(),
            Some(text) => day(text)?,
        },
    };
    let work = once(&app, s.reader()?, key, &request, |act| {
        Box::pin(join_and_show(act, new))
    });
    work.await
}

async fn join_and_show(act: &mut Act, new: NewPerson) -> Result<Made, Problem> {
    let id = join(act, new).await?;
    let org = act.org();
    let person = store::person(&mut act.db, org, id)
        .await?
        .ok_or(Problem::NotFound)?;
    let body = serde_json::to_value(PersonView::of(&person, Sight::Everything));
    Ok(Made {
        location: format!("{PEOPLE}/{id}"),
        body: body.map_err(anyhow::Error::from)?,
    })
}

/// Changes what is known about a person. A new address of a member of top management counts once it is confirmed; until then `email` is the old one.
#[utoipa::path(patch, path = "/api/v1/people/{person}", tag = "people", request_body = PersonPatch,
    params(("person" = String, Path, description = "`per_…`"), ("If-Match" = Option<String>, Header, description = "The ETag that the sender knows")),
    responses(
    (status = 200, body = PersonView, description = "The person as it is now"),
    (status = 412, body = ProblemDocument, content_type = "application/problem+json", description = "Changed since that ETag"),
    (status = "4XX", body = ProblemDocument, content_type = "application/problem+json", description = "Refused")
))]
async fn alter(
    State(app): State<App>,
    s: Shell,
    Path(id): Path<String>,
    expected: Expected,
    Json(patch): Json<PersonPatch>,
) -> Answer {
    let (person, sight) = super::pages::seen(&app, &s, &id).await?;
    let from = match patch.effective_on.as_deref() {
        None => s.today(),
        Some(text) => day(text)?,
    };
    let work = app.act(s.reader()?, move |act| {
        Box::pin(alter_as_known(
            act,
            person.id,
            (expected, sight),
            (patch, from),
        ))
    });
    let after = work.await?;
    entity(&PersonView::of(&after, sight), &Expected::default())
}

/// Changes the person if they are still as the sender knows them.
async fn alter_as_known(
    act: &mut Act,
    id: PersonId,
    (expected, sight): (Expected, Sight),
    (patch, from): (PersonPatch, Day),
) -> Result<Person, Problem> {
    store::lock(act).await?;
    let org = act.org();
    let now = store::person(&mut act.db, org, id).await?;
    let now = now.ok_or(Problem::NotFound)?;
    expected.allows(&PersonView::of(&now, sight))?;
    change(act, id, patch.apply(&now)?, from).await?;
    let after = store::person(&mut act.db, org, id).await?;
    after.ok_or(Problem::NotFound)
}

impl PersonPatch {
    fn apply(self, person: &Person) -> Result<Changed, Problem> {
        let known = Changed::nothing(person);
        let manager = match self.manager {
            None => known.manager,
            Some(manager) => manager.as_deref().map(id).transpose()?,
        };
        let language = match self.language {
            None => known.language,
            Some(word) => word.as_deref().map(language).transpose()?,
        };
        Ok(Changed {
            name: self.name.unwrap_or(known.name),
            email: self.email.unwrap_or(known.email),
            job_title: self.title.unwrap_or(known.job_title),
            unit: self.unit.unwrap_or(known.unit),
            number: self.number.unwrap_or(known.number),
            contractor: self.contractor.unwrap_or(known.contractor),
            manager,
            language,
        })
    }
}

pub(super) fn day(text: &str) -> Result<Day, Problem> {
    text.parse()
        .map_err(|_| Problem::Invalid(format!("{text:?} is not a date such as 2026-11-22.")))
}

fn id(text: &str) -> Result<PersonId, Problem> {
    text.parse()
        .map_err(|_| Problem::Invalid(format!("{text:?} is not a person's id.")))
}

fn language(word: &str) -> Result<kit::words::Language, Problem> {
    match word.parse() {
        Ok(kit::words::Language::Pseudo) | Err(_) => {
            Err(Problem::Invalid("language is en or de.".to_owned()))
        }
        Ok(language) => Ok(language),
    }
}
