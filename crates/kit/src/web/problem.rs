//! What can go wrong with a request, in the words of HTTP.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// Why a request is not answered as asked. The page or the problem document that a person or
/// a program sees is made from it at the edge, in their language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is no such thing, or it is not this reader's: the same answer for both.
    NotFound,
    /// The page exists for others.
    Forbidden,
    /// Sent by a page of another site, in the name of whoever is signed in here.
    OtherSite,
    /// Nobody is signed in.
    SignIn,
    /// The request makes no sense; the sentence says why.
    Invalid(String),
    /// The request makes sense, but not in the present state; the sentence says why.
    Refused(String),
    /// The same thing was changed at the same moment by somebody else.
    Conflict,
    /// The sender knows an older state of the thing it wants to change (`If-Match`).
    Stale,
    /// Too many attempts; seconds to wait.
    TooMany(u64),
    /// More than we take.
    TooLarge,
    /// The database or the disk is away for the moment.
    Unavailable,
    /// Our fault; logged once, told without details.
    Unexpected,
}

/// Seconds after which what is away may be back.
const SOON: u64 = 5;

impl Problem {
    pub fn status(&self) -> StatusCode {
        match self {
            Problem::NotFound => StatusCode::NOT_FOUND,
            Problem::Forbidden | Problem::OtherSite => StatusCode::FORBIDDEN,
            Problem::SignIn => StatusCode::UNAUTHORIZED,
            Problem::Invalid(_) => StatusCode::BAD_REQUEST,
            Problem::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Problem::Conflict => StatusCode::CONFLICT,
            Problem::Stale => StatusCode::PRECONDITION_FAILED,
            Problem::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Problem::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Problem::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Problem::Unexpected => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// Anything unexpected is logged here, once; what is said outside carries no detail.
impl From<anyhow::Error> for Problem {
    fn from(error: anyhow::Error) -> Problem {
        if crate::db::is_conflict(&error) {
            tracing::info!("Two people changed the same thing: {error:#}");
            Problem::Conflict
        } else if crate::db::is_unavailable(&error) || crate::files::is_away(&error) {
            tracing::error!("The database or the store of files is unavailable: {error:#}");
            Problem::Unavailable
        } else {
            tracing::error!("Request failed: {error:#}");
            Problem::Unexpected
        }
    }
}

/// A bare answer that carries its problem; the edge turns it into a page or a document.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        let wait = match self {
            Problem::TooMany(seconds) => Some(seconds),
            Problem::Unavailable => Some(SOON),
            _ => None,
        };
        if let Some(seconds) = wait {
            response.headers_mut().insert("retry-after", seconds.into());
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// What a handler answers.
pub type Answer = Result<Response, Problem>;
