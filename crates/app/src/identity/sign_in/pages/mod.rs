//! The pages of signing in, and the way out.

mod address;
mod code;
mod organisation;

use std::convert::Infallible;

use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use kit::web::{Answer, Network};

use super::{Account, PROGRESS, own_path};
use crate::App;
use crate::identity::session::{let_in, let_out, set_cookie};
use crate::identity::{SignInMethod, open_session};
use crate::shell::{Access, Routes, redirect};

/// Where a request comes from, for what is counted by network.
pub(super) struct ClientNetwork(Option<Network>);

impl FromRequestParts<App> for ClientNetwork {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<ClientNetwork, Infallible> {
        let header = app.config.client_address_header.as_deref();
        Ok(ClientNetwork(Network::of(parts, header)))
    }
}

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
    let_in(app, &mut response, &token)?;
    set_cookie(
        &mut response,
        &format!("{PROGRESS}=; Path=/sign-in; Max-Age=0"),
    )?;
    Ok(response)
}

async fn sign_out(State(app): State<App>, headers: HeaderMap) -> Answer {
    let mut response = redirect("/sign-in")?;
    let_out(&app, &headers, &mut response).await?;
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
    set_cookie(&mut response, &cookie)?;
    Ok(response)
}

/// The page once more, with the sentence that says why.
fn again(page: Answer) -> Answer {
    let mut response = page?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}
