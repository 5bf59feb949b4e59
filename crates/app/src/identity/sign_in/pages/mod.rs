//! The pages of signing in, and the way out.

mod address;
mod code;
mod organisation;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use kit::Digest;
use kit::web::{Answer, Problem};

use super::{Account, PROGRESS, own_path};
use crate::App;
use crate::identity::{LINK, SESSION, SignInMethod, open_session, session_cookie, store};
use crate::shell::{Access, Routes, cookie, redirect};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/sign-in", Access::Public, address::show)
        .post("/sign-in", Access::Public, address::send_code)
        .get("/sign-in/code", Access::Public, code::show)
        .post("/sign-in/code", Access::Public, code::prove)
        .get("/sign-in/organisation", Access::Public, organisation::show)
        .post(
            "/sign-in/organisation",
            Access::Public,
            organisation::choose,
        )
        .post(
            "/sign-in/passkey/options",
            Access::Public,
            address::passkey_options,
        )
        .post("/sign-in/passkey", Access::Public, address::by_passkey)
        .post("/sign-out", Access::Public, sign_out)
}

/// Opens a session and leads on.
pub(super) async fn welcome(
    app: &App,
    account: &Account,
    method: SignInMethod,
    next: Option<&str>,
) -> Answer {
    let token = open_session(app, account.org, account.person, method).await?;
    let mut response = redirect(next.and_then(own_path).unwrap_or("/"))?;
    set_cookie(&mut response, session_cookie(app, &token))?;
    set_cookie(
        &mut response,
        format!("{PROGRESS}=; Path=/sign-in; Max-Age=0"),
    )?;
    Ok(response)
}

async fn sign_out(State(app): State<App>, headers: HeaderMap) -> Answer {
    if let Some(token) = cookie(&headers, SESSION) {
        let (token, now) = (Digest::of(token), app.clock.now());
        kit::act::plainly(&app.db, move |db| {
            Box::pin(store::end_any_session(db, token, now))
        })
        .await?;
    }
    let mut response = redirect("/sign-in")?;
    set_cookie(&mut response, format!("{SESSION}=; Path=/; Max-Age=0"))?;
    set_cookie(&mut response, format!("{LINK}=; Path=/; Max-Age=0"))?;
    Ok(response)
}

/// Leads on with what the sign-in has come to in a cookie of its own.
fn proceed(app: &App, to: &str, token: &str, next: Option<&str>) -> Answer {
    let query = next.and_then(own_path).map(|next| {
        let escaped: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
        format!("?next={escaped}")
    });
    let mut response = redirect(format!("{to}{}", query.unwrap_or_default()))?;
    let secure = if app.address.scheme() == "https" {
        "; Secure"
    } else {
        ""
    };
    let cookie =
        format!("{PROGRESS}={token}; Path=/sign-in; Max-Age=600; HttpOnly; SameSite=Lax{secure}");
    set_cookie(&mut response, cookie)?;
    Ok(response)
}

fn set_cookie(response: &mut Response, cookie: String) -> Result<(), Problem> {
    let value: HeaderValue = cookie
        .parse()
        .map_err(|e| Problem::from(anyhow::Error::new(e)))?;
    response.headers_mut().append(header::SET_COOKIE, value);
    Ok(())
}

/// The page once more, with the sentence that says why.
fn again(page: Answer) -> Answer {
    let mut response = page?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}
