//! Being somebody of the firm. These addresses answer in the demonstration only.

use axum::extract::{Path, State};
use kit::web::{Answer, Problem};

use super::PERSONAS;
use crate::App;
use crate::identity::{SignInMethod, let_in, open_session};
use crate::shell::{Access, Routes, Shell, page, redirect};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/demo", Access::Public, choose)
        .get("/demo/as/{who}", Access::Public, be)
}

#[derive(askama::Template)]
#[template(path = "demo/choose.html")]
struct ChoosePage {
    s: Shell,
    personas: [(&'static str, &'static str); 8],
}

async fn choose(State(app): State<App>, s: Shell) -> Answer {
    only_in_a_demonstration(&app)?;
    page(ChoosePage {
        s,
        personas: PERSONAS,
    })
}

async fn be(State(app): State<App>, Path(who): Path<String>) -> Answer {
    only_in_a_demonstration(&app)?;
    let name = PERSONAS
        .iter()
        .find(|(word, _)| *word == who)
        .ok_or(Problem::NotFound)?
        .1;
    let mut db = app.read().await?;
    let found = crate::people::named_in_demonstration(&mut db, name).await?;
    drop(db);
    let (org, person) = found.ok_or(Problem::NotFound)?;
    let token = open_session(&app, org, person, SignInMethod::Demo).await?;
    let mut response = redirect("/")?;
    let_in(&app, &mut response, &token)?;
    Ok(response)
}

fn only_in_a_demonstration(app: &App) -> Result<(), Problem> {
    if app.demo {
        Ok(())
    } else {
        Err(Problem::NotFound)
    }
}
