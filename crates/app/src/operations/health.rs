//! For load balancers and supervisors: one word, no secrets, no page around it.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::{App, ledger};

pub(super) async fn lives() -> &'static str {
    "ok\n"
}

/// Why it is not ready stands in the server's own log; whoever asks from outside learns only that.
pub(super) async fn is_ready(State(app): State<App>) -> Response {
    match ledger::continues(&app).await {
        Ok(()) => "ready\n".into_response(),
        Err(error) => {
            tracing::error!("Not ready: {error:#}");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready\n").into_response()
        }
    }
}
