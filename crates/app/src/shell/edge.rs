//! The way in: who is asking, the guards before every handler, and what becomes of a problem.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderValue, header};
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

/// The whole product behind one service.
pub fn serve(app: App) -> Router {
    let headers = Headers {
        https: app.address.scheme() == "https",
    };
    crate::routes()
        .router()
        .fallback(async || Problem::NotFound)
        .method_not_allowed_fallback(async || Problem::NotFound)
        .layer(DefaultBodyLimit::max(BODY))
        .layer(from_fn_with_state(app.clone(), show_problems))
        .layer(from_fn_with_state(app.clone(), recognise))
        .layer(CsrfLayer::new())
        .layer(CompressionLayer::new())
        .layer(CatchPanicLayer::custom(|_| {
            Problem::Unexpected.into_response()
        }))
        .layer(from_fn(move |request, next| {
            kit::web::guard(headers, request, next)
        }))
        .layer(from_fn(operations::count_request))
        .with_state(app)
}

/// Puts the viewer, if there is one, where pages find it.
async fn recognise(
    State(app): State<App>,
    mut request: Request,
    next: Next,
) -> Result<Response, Problem> {
    if let Some(viewer) = identity::recognise(&app, request.headers(), request.uri().path()).await?
    {
        request.extensions_mut().insert(viewer);
    }
    Ok(next.run(request).await)
}

/// Turns a bare problem into a page for people and a problem document (RFC 9457) for programs.
async fn show_problems(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let shell =
        <Shell as axum::extract::FromRequestParts<App>>::from_request_parts(&mut parts, &app);
    let shell = shell.await;
    let wants_document = wants_document(&parts);
    let response = next.run(Request::from_parts(parts, body)).await;
    let response = forget_flash(&shell, response);
    let problem = match response.extensions().get::<Problem>() {
        Some(problem) => problem.clone(),
        // What the framework itself refuses: a bad path, a body that is too large.
        None if response.status() == 413 => Problem::TooLarge,
        None if response.status().is_client_error() && !has_body(&response) => {
            Problem::Invalid(String::new())
        }
        None => return response,
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

/// Programs and the script of a page ask for JSON; people never do.
fn wants_document(request: &axum::http::request::Parts) -> bool {
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

fn has_body(response: &Response) -> bool {
    response.headers().contains_key(header::CONTENT_TYPE)
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
