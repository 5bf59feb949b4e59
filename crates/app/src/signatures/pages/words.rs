//! Answers in words: declining, asking, answering, taking a request back.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kit::web::{Answer, Form, Problem, Refusal, id, in_words};
use serde::Deserialize;

use super::asked::{self, own_request};
use crate::App;
use crate::documents::{self, Asked, QuestionId, RequestId};
use crate::people;
use crate::shell::{Shell, page, redirect, redirect_saying};

/// One field for words, and what becomes of them.
#[derive(askama::Template)]
#[template(path = "signatures/pages/words.html")]
struct WordsPage {
    s: Shell,
    title: String,
    intro: String,
    label: String,
    button: String,
    back: String,
    back_word: String,
    action: String,
    shown: String,
    field: &'static str,
    typed: String,
    refused: Option<String>,
}

/// Which of the two forms.
#[derive(Clone, Copy)]
enum Kind {
    Decline,
    Question,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Kind::Decline => "decline",
            Kind::Question => "ask",
        }
    }
}

pub(super) async fn refusal(
    State(app): State<App>,
    Path(request): Path<String>,
    s: Shell,
) -> Answer {
    page(words_page(&app, s, &request, Kind::Decline, String::new(), None).await?)
}

pub(super) async fn question(
    State(app): State<App>,
    Path(request): Path<String>,
    s: Shell,
) -> Answer {
    page(words_page(&app, s, &request, Kind::Question, String::new(), None).await?)
}

async fn words_page(
    app: &App,
    s: Shell,
    request: &str,
    kind: Kind,
    typed: String,
    refused: Option<String>,
) -> Result<WordsPage, Problem> {
    let mut db = app.read().await?;
    let viewer = s.reader()?.clone();
    let request = own_request(&mut db, &viewer, request).await?;
    let version = asked::version(&mut db, viewer.org, request.document, request.version).await?;
    let by = people::name(&mut db, viewer.org, request.requested_by).await?;
    let word = kind.word();
    let is_own = request.requested_by == viewer.person;
    let said = |part: &str| {
        let id = match (part, is_own) {
            ("intro", true) => format!("statement-{word}-intro-own"),
            _ => format!("statement-{word}-{part}"),
        };
        let title = version.title.as_str();
        s.say(&id)
            .with("title", title)
            .with("by", by.as_str())
            .to_string()
    };
    Ok(WordsPage {
        title: said("title"),
        intro: said("intro"),
        label: said("label"),
        button: said("button"),
        back: request.id.address(),
        back_word: s.t("statement-sign-back"),
        action: match kind {
            Kind::Decline => format!("/signatures/{}/decline", request.id),
            Kind::Question => format!("/signatures/{}/questions", request.id),
        },
        shown: version.digest.to_string(),
        field: match kind {
            Kind::Decline => "reason",
            Kind::Question => "text",
        },
        typed,
        refused,
        s,
    })
}

#[derive(Debug, Deserialize)]
pub(super) struct Declining {
    shown: String,
    #[serde(default)]
    reason: String,
}

pub(super) async fn decline(
    State(app): State<App>,
    Path(request): Path<String>,
    s: Shell,
    Form(form): Form<Declining>,
) -> Result<Response, Problem> {
    let viewer = s.reader()?.clone();
    let asked = own_request(&mut app.read().await?, &viewer, &request).await?;
    let (shown, reason) = (id(&form.shown)?, form.reason.clone());
    let declined = app
        .act(&viewer, move |act| {
            Box::pin(async move { documents::decline(act, asked.id, shown, &reason).await })
        })
        .await;
    let to = asked.id.address();
    match declined {
        Ok(()) => redirect_saying(to, s.t("statement-decline-done")),
        Err(refusal) => again(&app, s, &request, Kind::Decline, form.reason, refusal).await,
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Words {
    #[serde(default)]
    text: String,
}

pub(super) async fn ask(
    State(app): State<App>,
    Path(request): Path<String>,
    s: Shell,
    Form(form): Form<Words>,
) -> Result<Response, Problem> {
    let viewer = s.reader()?.clone();
    let about: RequestId = id(&request)?;
    let text = form.text.clone();
    let asked = app
        .act(&viewer, move |act| {
            Box::pin(async move { documents::ask(act, Asked::Request(about), &text).await })
        })
        .await;
    match asked {
        Ok(_) => redirect_saying(about.address(), s.t("statement-ask-done")),
        Err(refusal) => again(&app, s, &request, Kind::Question, form.text, refusal).await,
    }
}

/// The form again with what was typed; whatever is no refusal is a problem.
async fn again(
    app: &App,
    s: Shell,
    request: &str,
    kind: Kind,
    typed: String,
    refusal: impl Refusal,
) -> Result<Response, Problem> {
    match in_words(refusal, s.speech()) {
        Problem::Refused(sentence) => {
            let again = words_page(app, s, request, kind, typed, Some(sentence)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page(again)?).into_response())
        }
        problem => Err(problem),
    }
}

/// The other side: whoever directs answers a question.
pub(super) async fn answer(
    State(app): State<App>,
    Path(question): Path<String>,
    s: Shell,
    Form(form): Form<Words>,
) -> Answer {
    let viewer = s.reader()?.clone();
    let question: QuestionId = id(&question)?;
    let known = documents::question(&mut app.read().await?, viewer.org, question).await?;
    let about: Asked = id(&known.ok_or(Problem::NotFound)?.about)?;
    app.act(&viewer, move |act| {
        Box::pin(async move { documents::answer(act, question, &form.text).await })
    })
    .await
    .map_err(|refusal| in_words(refusal, s.speech()))?;
    let mut db = app.read().await?;
    let answered_on = documents::answered_on(&mut db, viewer.org, about).await?;
    let to = answered_on.ok_or(Problem::NotFound)?;
    redirect_saying(to, s.t("statement-answer-done"))
}

#[derive(Debug, Deserialize)]
pub(super) struct Reason {
    #[serde(default)]
    reason: String,
}

/// Takes a request back that nobody answered yet.
pub(super) async fn withdraw(
    State(app): State<App>,
    Path(request): Path<String>,
    s: Shell,
    Form(form): Form<Reason>,
) -> Answer {
    let viewer = s.reader()?.clone();
    let request: RequestId = id(&request)?;
    let known = documents::request(&mut app.read().await?, viewer.org, request).await?;
    let known = known.ok_or(Problem::NotFound)?;
    app.act(&viewer, move |act| {
        Box::pin(async move { documents::withdraw_request(act, request, &form.reason).await })
    })
    .await
    .map_err(|refusal| in_words(refusal, s.speech()))?;
    redirect(known.kind.address_of(known.document))
}
