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

/// Refuses addresses that no page of ours has.
pub async fn refuse_strange_addresses(request: Request, next: Next) -> Response {
    let address = request.uri().to_string();
    if address.contains("%00") || address.len() > 8_000 {
        return Problem::Invalid(String::new()).into_response();
    }
    next.run(request).await
}

/// Gives every answer its headers.
pub async fn seal(headers: Headers, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    set(headers, response.headers_mut());
    response
}

fn set(headers: Headers, sealed: &mut axum::http::HeaderMap) {
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
