//! The headers that every answer carries, and the refusals that come before any handler.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::Problem;

/// No inline script or style, no eval, nobody else's resources, no framing.
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; \
    require-trusted-types-for 'script'";

/// What differs between installations.
#[derive(Clone, Copy, Debug)]
pub struct Headers {
    /// The installation is reached by https: tell browsers to stay there.
    pub https: bool,
}

/// Refuses addresses that no page of ours has, and seals the answer.
pub async fn guard(headers: Headers, request: Request, next: Next) -> Response {
    let address = request.uri().to_string();
    let mut response = if address.contains("%00") || address.len() > 8_000 {
        Problem::Invalid("This address has a mistake.".to_owned()).into_response()
    } else {
        next.run(request).await
    };
    seal(headers, response.headers_mut());
    response
}

fn seal(headers: Headers, sealed: &mut axum::http::HeaderMap) {
    let mut set = |name: HeaderName, value: &'static str| {
        sealed
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, CSP);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(header::CACHE_CONTROL, "no-store");
    set(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), publickey-credentials-get=(self)",
    );
    if headers.https {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
}
