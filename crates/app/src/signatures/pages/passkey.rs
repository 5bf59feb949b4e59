//! What the browser asks a passkey, for this one signature.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kit::Digest;
use kit::web::{Json, Problem, id, in_words};
use serde::Deserialize;

use super::sign::{consent, found, language};
use crate::App;
use crate::documents::{self, CannotPrepare, Challenge, Site};
use crate::shell::Shell;

#[derive(Debug, Deserialize)]
pub(super) struct Asking {
    shown: String,
    language: Option<String>,
}

/// What the passkey is asked: WebAuthn's request options for this one intent.
pub(super) async fn options(
    State(app): State<App>,
    Path(request): Path<String>,
    s: Shell,
    Json(asking): Json<Asking>,
) -> Response {
    match challenge(&app, &s, &request, asking).await {
        Ok((challenge, site)) => request_options(&challenge, &site),
        Err(problem) => refusal_as_json(&s, &problem),
    }
}

async fn challenge(
    app: &App,
    s: &Shell,
    request: &str,
    asking: Asking,
) -> Result<(Challenge, Site), Problem> {
    let viewer = s.reader()?;
    let found = found(&mut app.read().await?, s, request).await?;
    let consent = consent(app, viewer, &found, language(s, asking.language.as_deref()));
    let shown: Digest = id(&asking.shown)?;
    let request = found.request.id;
    let challenge = app
        .act(viewer, move |act| {
            Box::pin(async move { documents::prepare(act, request, shown, consent).await })
        })
        .await
        .map_err(|refusal: CannotPrepare| in_words(refusal, s.speech()))?;
    Ok((challenge, Site::at(&app.address)))
}

fn request_options(challenge: &Challenge, site: &Site) -> Response {
    let allowed: Vec<_> = challenge
        .passkeys
        .iter()
        .map(|id| serde_json::json!({ "type": "public-key", "id": id }))
        .collect();
    axum::Json(serde_json::json!({ "publicKey": {
        "challenge": URL_SAFE_NO_PAD.encode(challenge.challenge),
        "timeout": 300_000,
        "rpId": site.relying_party,
        "allowCredentials": allowed,
        "userVerification": "required",
    }}))
    .into_response()
}

/// The script shows `detail` as it is (RFC 9457).
fn refusal_as_json(s: &Shell, problem: &Problem) -> Response {
    let detail = match problem {
        Problem::Refused(sentence) | Problem::Invalid(sentence) if !sentence.is_empty() => {
            sentence.clone()
        }
        Problem::NotFound => s.t("problem-not-found-sentence"),
        _ => s.t("problem-unexpected-sentence"),
    };
    let status = problem.status();
    let document = serde_json::json!({ "status": status.as_u16(), "detail": detail });
    let media = [(header::CONTENT_TYPE, "application/problem+json")];
    (status, media, document.to_string()).into_response()
}
