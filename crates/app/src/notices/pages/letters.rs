//! Who was written to, when, and whether it went: never what a letter says.

use axum::extract::State;
use kit::id::MailId;
use kit::web::{Answer, Query};
use serde::Deserialize;

use super::super::store::{self, Listed};
use super::{PAGE, next};
use crate::App;
use crate::shell::{Shell, page};

#[derive(Debug, Deserialize)]
pub(super) struct From {
    pub(super) before: Option<MailId>,
}

#[derive(askama::Template)]
#[template(path = "notices/pages/letters.html")]
struct LettersPage {
    s: Shell,
    letters: Vec<Row>,
    next: Option<String>,
    no_server: bool,
}

struct Row {
    name: String,
    written: String,
    state: &'static str,
    word: &'static str,
    refused: Option<String>,
}

pub(super) async fn index(State(app): State<App>, Query(from): Query<From>, s: Shell) -> Answer {
    let org = s.reader()?.org;
    let mut db = app.read().await?;
    let mut letters = store::letters(&mut db, org, from.before, PAGE as i64 + 1).await?;
    let next = next(&mut letters, "/operations/letters", |letter| {
        letter.id.to_string()
    });
    let no_server = app.mailer.is_none();
    page(LettersPage {
        letters: letters
            .into_iter()
            .map(|letter| row(&s, letter, no_server))
            .collect(),
        next,
        no_server,
        s,
    })
}

fn row(s: &Shell, letter: Listed, no_server: bool) -> Row {
    let (state, word) = match &letter {
        Listed {
            refused: Some(_), ..
        } => ("fail", "letters-refused"),
        Listed {
            sent_at: Some(_), ..
        } => ("pass", "letters-sent"),
        _ if no_server => ("not-applicable", "letters-on-screen"),
        _ => ("doing", "letters-waiting"),
    };
    Row {
        name: letter.name,
        written: s.moment(&letter.written_at),
        state,
        word,
        refused: letter.refused.map(|why| match why.as_str() {
            store::NO_ADDRESS => s.t("letters-no-address"),
            _ => why,
        }),
    }
}
