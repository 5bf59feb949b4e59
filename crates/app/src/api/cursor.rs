//! Paging by key: the cost of a page does not depend on how many came before it.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kit::web::{Answer, Problem};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The most items on a page.
const MOST: usize = 200;
const USUAL: usize = 50;

/// The place after the last item of a page; opaque outside, the key of that item inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor<K>(pub K);

impl<K: Serialize> std::fmt::Display for Cursor<K> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let key = serde_json::to_vec(&self.0).map_err(|_| std::fmt::Error)?;
        f.write_str(&URL_SAFE_NO_PAD.encode(key))
    }
}

impl<K: DeserializeOwned> std::str::FromStr for Cursor<K> {
    type Err = Problem;
    fn from_str(text: &str) -> Result<Cursor<K>, Problem> {
        let refused = || Problem::Invalid("This cursor was not given out here.".to_owned());
        let key = URL_SAFE_NO_PAD.decode(text).map_err(|_| refused())?;
        let key = serde_json::from_slice(&key).map_err(|_| refused())?;
        Ok(Cursor(key))
    }
}

/// Which page is asked for: `?cursor=…&limit=…`.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// From the `next` link of the page before.
    pub cursor: Option<String>,
    /// At most 200; 50 when absent.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<usize>,
}

impl Paging {
    /// How many items a page holds.
    pub fn limit(&self) -> Result<usize, Problem> {
        match self.limit {
            None => Ok(USUAL),
            Some(limit) if (1..=MOST).contains(&limit) => Ok(limit),
            Some(_) => Err(Problem::Invalid(format!("limit is 1 to {MOST}."))),
        }
    }

    /// The key after which the page begins.
    pub fn after<K: DeserializeOwned>(&self) -> Result<Option<K>, Problem> {
        self.cursor
            .as_deref()
            .map(|cursor| Ok(cursor.parse::<Cursor<K>>()?.0))
            .transpose()
    }
}

/// Answers one page: `{"items": […], "next": "…"}` and, where more follows, a `Link` (RFC 8288).
/// `rest` is the query without paging.
pub fn list<T: Serialize>(
    items: &[T],
    path: &str,
    rest: &[(&str, &str)],
    next: Option<String>,
) -> Answer {
    let body = serde_json::json!({ "items": items, "next": next });
    let mut response: Response = axum::Json(body).into_response();
    if let Some(next) = next {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(rest)
            .append_pair("cursor", &next)
            .finish();
        let link = format!("<{path}?{query}>; rel=\"next\"");
        let link = link
            .parse()
            .map_err(|e| Problem::from(anyhow::Error::new(e)))?;
        response.headers_mut().insert(header::LINK, link);
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_reads_back_as_itself() {
        let cursor = Cursor(("zoë".to_owned(), 7));
        assert_eq!(cursor.to_string().parse(), Ok(cursor));
    }

    #[test]
    fn a_cursor_that_was_made_up_is_refused() {
        assert!("made up".parse::<Cursor<String>>().is_err());
        assert!("bnVsbA".parse::<Cursor<String>>().is_err());
    }

    #[test]
    fn a_page_has_between_one_and_two_hundred_items() {
        let asked = |limit| Paging {
            cursor: None,
            limit,
        };
        assert_eq!(asked(None).limit(), Ok(50));
        assert!(asked(Some(0)).limit().is_err() && asked(Some(201)).limit().is_err());
    }
}
