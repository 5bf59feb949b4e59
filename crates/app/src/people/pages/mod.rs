//! The pages of people: the list, a person, and the forms that change one.

mod form;
mod leaving;
mod list;
mod show;

use axum::http::StatusCode;
use kit::web::{Answer, Problem};

pub(super) use form::named;

use super::facts::Person;
use super::sight::{self, LISTERS, Sight, WRITERS, pseudonym};
use super::store;
use crate::App;
use crate::shell::{Access, Routes, Shell};
use kit::id::PersonId;

pub(super) fn routes() -> Routes {
    let writers = Access::Any(WRITERS);
    Routes::default()
        .get("/people", Access::Any(LISTERS), list::list)
        .get("/people/new", writers, form::new)
        .post("/people", writers, form::create)
        .get("/people/{person}", Access::SignedIn, show::show)
        .get("/people/{person}/edit", writers, form::edit)
        .post("/people/{person}", writers, form::save)
        .get("/people/{person}/leaving", writers, leaving::ask)
        .post("/people/{person}/leaving", writers, leaving::note)
}

/// A mistake beside its field.
#[derive(Clone, Debug)]
pub(super) struct Mistake {
    /// The id of the field.
    pub(super) field: &'static str,
    pub(super) sentence: String,
}

/// The mistake at a field, if there is one.
pub(super) fn at<'a>(mistakes: &'a [Mistake], field: &str) -> Option<&'a str> {
    mistakes
        .iter()
        .find(|mistake| mistake.field == field)
        .map(|mistake| mistake.sentence.as_str())
}

/// The form again, with what was typed and what is wrong with it.
pub(super) fn again(page: Answer) -> Answer {
    let mut response = page?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// A person and how much of them this reader sees.
pub(super) async fn seen(app: &App, s: &Shell, id: &str) -> Result<(Person, Sight), Problem> {
    let viewer = s.reader()?;
    let id: PersonId = id.parse().map_err(|_| Problem::NotFound)?;
    let person = store::person(&mut app.read().await?, viewer.org, id)
        .await?
        .ok_or(Problem::NotFound)?;
    let sight = sight::of_person(viewer, &person).ok_or(Problem::NotFound)?;
    Ok((person, sight))
}

/// An optional text of a form: trimmed, and nothing when blank.
pub(super) fn given(text: &str) -> Option<String> {
    Some(text.trim())
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}
