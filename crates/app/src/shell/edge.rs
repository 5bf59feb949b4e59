//! The way in: who is asking, the guards before every handler, and what becomes of a problem.

use std::net::SocketAddr;

use axum::Router;
use axum::extract::connect_info::IntoMakeServiceWithConnectInfo;
use axum::extract::{DefaultBodyLimit, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use kit::web::{Headers, Problem};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;

use super::frame::{Shell, page};
use crate::App;
use crate::{identity, operations};

/// More than any form of ours; an address that takes files says so itself.
const BODY: usize = 1024 * 1024;

/// The whole product behind one service. What stands below `show_problems` here is outside of it:
/// only there can a refusal not be said in words.
pub fn serve(app: App) -> IntoMakeServiceWithConnectInfo<Router, SocketAddr> {
    let headers = Headers {
        https: app.address.scheme() == "https",
    };
    crate::routes()
        .router()
        .fallback(async || Problem::NotFound)
        .method_not_allowed_fallback(async || Problem::NotFound)
        .layer(DefaultBodyLimit::max(BODY))
        .layer(CatchPanicLayer::custom(|_| {
            Problem::Unexpected.into_response()
        }))
        .layer(CsrfLayer::new().with_rejection_response(|_| Problem::OtherSite.into_response()))
        .layer(from_fn(kit::web::refuse_strange_addresses))
        .layer(from_fn_with_state(app.clone(), show_problems))
        .layer(CompressionLayer::new())
        .layer(from_fn(move |request, next| {
            kit::web::seal(headers, request, next)
        }))
        .layer(from_fn(operations::count_request))
        .with_state(app)
        .into_make_service_with_connect_info()
}

/// Puts the viewer, if there is one, where pages find it.
async fn recognise(app: &App, parts: &mut Parts) -> Result<(), Problem> {
    let viewer = identity::recognise(app, &parts.headers, parts.uri.path()).await?;
    if let Some(viewer) = viewer {
        parts.extensions.insert(viewer);
    }
    Ok(())
}

/// Turns a bare problem into a page for people and a problem document (RFC 9457) for programs,
/// also when it cannot be found out who asks.
async fn show_problems(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let recognised = recognise(&app, &mut parts).await;
    let shell = <Shell as FromRequestParts<App>>::from_request_parts(&mut parts, &app).await;
    let wants_document = wants_document(&parts);
    let response = match recognised {
        Ok(()) => next.run(Request::from_parts(parts, body)).await,
        Err(problem) => problem.into_response(),
    };
    let response = forget_flash(&shell, response);
    let Some(problem) = problem_of(&response) else {
        return response;
    };
    let mut shown = match shell {
        Ok(shell) if wants_document => problem_document(&problem, Some(&shell)),
        Ok(shell) => problem_page(shell, &problem),
        Err(_) => problem_document(&problem, None),
    };
    *shown.status_mut() = problem.status();
    if let Some(wait) = response.headers().get(header::RETRY_AFTER) {
        shown
            .headers_mut()
            .insert(header::RETRY_AFTER, wait.clone());
    }
    shown
}

/// The problem that an answer stands for, and that nobody has put into words yet.
fn problem_of(response: &Response) -> Option<Problem> {
    let status = response.status();
    match response.extensions().get::<Problem>() {
        Some(problem) => Some(problem.clone()),
        // What the framework itself refuses: a body that is too large, a path that is no text.
        None if status == StatusCode::PAYLOAD_TOO_LARGE => Some(Problem::TooLarge),
        None if status == StatusCode::BAD_REQUEST && !is_in_words(response) => {
            Some(Problem::Invalid(String::new()))
        }
        None => None,
    }
}

/// Programs and the script of a page ask for JSON; people never do.
fn wants_document(request: &Parts) -> bool {
    let accepts = request
        .headers
        .get(header::ACCEPT)
        .and_then(|accepts| accepts.to_str().ok());
    request.uri.path().starts_with("/api/")
        || accepts.is_some_and(|accepts| accepts.starts_with("application/json"))
}

/// A flash is shown once: the answer that showed it takes the cookie back.
fn forget_flash(shell: &Result<Shell, Problem>, mut response: Response) -> Response {
    let shown = shell.as_ref().is_ok_and(|shell| shell.flash.is_some());
    if shown && response.status().is_success() {
        let gone = HeaderValue::from_static("flash=; Path=/; Max-Age=0");
        response.headers_mut().append(header::SET_COOKIE, gone);
    }
    response
}

/// A page or a document; the framework's own refusals are bare text in one language.
fn is_in_words(response: &Response) -> bool {
    let media = response.headers().get(header::CONTENT_TYPE);
    media.is_some_and(|media| !media.as_bytes().starts_with(b"text/plain"))
}

#[derive(askama::Template)]
#[template(path = "shell/problem.html")]
struct ProblemPage {
    s: Shell,
    title: String,
    sentence: String,
    sign_in: bool,
}

fn problem_page(s: Shell, problem: &Problem) -> Response {
    let title = s.t(&format!("problem-{}", word(problem)));
    let sentence = sentence(&s, problem);
    let sign_in = *problem == Problem::SignIn;
    page(ProblemPage {
        s,
        title,
        sentence,
        sign_in,
    })
    .unwrap_or_else(|_| problem_document(problem, None))
}

/// What went wrong, in the reader's words.
fn sentence(s: &Shell, problem: &Problem) -> String {
    match problem {
        Problem::Invalid(sentence) | Problem::Refused(sentence) if !sentence.is_empty() => {
            sentence.clone()
        }
        _ => s.t(&format!("problem-{}-sentence", word(problem))),
    }
}

fn problem_document(problem: &Problem, s: Option<&Shell>) -> Response {
    let document = serde_json::json!({
        "type": format!("urn:countersign:problem:{}", word(problem)),
        "title": word(problem).replace('-', " "),
        "status": problem.status().as_u16(),
        "detail": s.map(|s| sentence(s, problem)),
    });
    (
        [(header::CONTENT_TYPE, "application/problem+json")],
        document.to_string(),
    )
        .into_response()
}

fn word(problem: &Problem) -> &'static str {
    match problem {
        Problem::NotFound => "not-found",
        Problem::Forbidden => "forbidden",
        Problem::OtherSite => "other-site",
        Problem::SignIn => "sign-in",
        Problem::Invalid(_) => "invalid",
        Problem::Refused(_) => "refused",
        Problem::Conflict => "conflict",
        Problem::Stale => "stale",
        Problem::TooMany(_) => "too-many",
        Problem::TooLarge => "too-large",
        Problem::Unavailable => "unavailable",
        Problem::Unexpected => "unexpected",
    }
}
