//! The second page: the code from the letter.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use kit::web::{Answer, Form, Query};
use serde::Deserialize;

use super::address::Onward;
use super::{again, organisation, proceed, welcome};
use crate::App;
use crate::identity::SignInMethod;
use crate::identity::sign_in::code::{self, CannotProve};
use crate::identity::sign_in::{Account, PROGRESS};
use crate::shell::{Shell, cookie, page, redirect};

#[derive(Debug, Deserialize)]
pub(super) struct Code {
    #[serde(default)]
    code: String,
    #[serde(default)]
    next: String,
}

#[derive(Template)]
#[template(path = "identity/sign_in/pages/code.html")]
struct CodePage {
    s: Shell,
    next: String,
    error: Option<String>,
    /// Nothing can be tried any more.
    over: bool,
}

pub(super) async fn show(s: Shell, headers: HeaderMap, Query(onward): Query<Onward>) -> Answer {
    if cookie(&headers, PROGRESS).is_none() {
        return redirect("/sign-in");
    }
    page(CodePage {
        s,
        next: onward.next,
        error: None,
        over: false,
    })
}

/// The code page where no further code is mailed for a while: the last one still works.
pub(super) fn no_further_code(s: Shell, next: String, wait: u64) -> Answer {
    let error = Some(s.t("sign-in-no-further-code"));
    let mut response = page(CodePage {
        s,
        next,
        error,
        over: false,
    })?;
    *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from(wait));
    Ok(response)
}

pub(super) async fn prove(
    State(app): State<App>,
    s: Shell,
    headers: HeaderMap,
    Form(form): Form<Code>,
) -> Answer {
    let token = cookie(&headers, PROGRESS).unwrap_or_default();
    match code::prove(&app, &token, &form.code).await? {
        Ok(accounts) => enter(&app, accounts, &form.next).await,
        Err(refusal) => again(refused(s, form.next, refusal)),
    }
}

/// One account is entered; of several the person chooses.
async fn enter(app: &App, accounts: Vec<Account>, next: &str) -> Answer {
    if let [account] = accounts.as_slice() {
        return welcome(app, account, SignInMethod::Code, Some(next)).await;
    }
    let token = organisation::offer(app, &accounts).await?;
    proceed(app, "/sign-in/organisation", &token, Some(next))
}

fn refused(s: Shell, next: String, refusal: CannotProve) -> Answer {
    let (error, over) = match refusal {
        CannotProve::Wrong { left } if left > 0 => (
            s.say("sign-in-code-wrong").with("left", left).to_string(),
            false,
        ),
        CannotProve::Wrong { .. } | CannotProve::Over => (s.t("sign-in-code-over"), true),
    };
    page(CodePage {
        s,
        next,
        error: Some(error),
        over,
    })
}
