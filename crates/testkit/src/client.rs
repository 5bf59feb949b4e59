//! A browser without a screen: keeps cookies, sends what a browser sends, follows nothing by itself.

use anyhow::{Context, Result, ensure};
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use reqwest::redirect::Policy;
use reqwest::{Method, StatusCode};
use serde_json::Value;

/// Somebody at a browser.
#[derive(Clone, Debug)]
pub struct Client {
    http: reqwest::Client,
    base: String,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Client {
    /// Somebody at `base`, with this session's token where there is one.
    pub fn new(base: &str, session: Option<&str>) -> Result<Client> {
        let mut headers = HeaderMap::new();
        headers.insert("sec-fetch-site", HeaderValue::from_static("same-origin"));
        Client::with(base, session, headers)
    }

    /// A program at `base` that shows this token.
    pub fn program(base: &str, token: &str) -> Result<Client> {
        let bearer = HeaderValue::try_from(format!("Bearer {token}"))?;
        Client::with(base, None, HeaderMap::from_iter([(AUTHORIZATION, bearer)]))
    }

    fn with(base: &str, session: Option<&str>, headers: HeaderMap) -> Result<Client> {
        // Fails when a provider is already there, which is just as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let jar = std::sync::Arc::new(reqwest::cookie::Jar::default());
        if let Some(token) = session {
            jar.add_cookie_str(&format!("session={token}"), &base.parse()?);
        }
        let http = reqwest::Client::builder()
            .default_headers(headers)
            .cookie_provider(jar)
            .redirect(Policy::none())
            .build()?;
        Ok(Client {
            http,
            base: base.to_owned(),
        })
    }

    pub async fn get(&self, path: &str) -> Result<Reply> {
        self.send(self.request(Method::GET, path)).await
    }

    /// Sends a form as a page would.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Result<Reply> {
        self.send(self.request(Method::POST, path).form(fields))
            .await
    }

    pub async fn post_json(&self, path: &str, body: &Value) -> Result<Reply> {
        let request = self.request(Method::POST, path).json(body);
        self.send(request.header("accept", "application/json"))
            .await
    }

    /// Sends a file in a form.
    pub async fn upload(
        &self,
        path: &str,
        name: &str,
        bytes: Vec<u8>,
        fields: &[(&str, &str)],
    ) -> Result<Reply> {
        let part = reqwest::multipart::Part::bytes(bytes).file_name(name.to_owned());
        let mut form = reqwest::multipart::Form::new().part("file", part);
        for (field, value) in fields {
            form = form.text((*field).to_owned(), (*value).to_owned());
        }
        self.send(self.request(Method::POST, path).multipart(form))
            .await
    }

    /// A request to shape by hand: other headers, another body.
    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        let url = if path.starts_with("http") {
            path.to_owned()
        } else {
            format!("{}{path}", self.base)
        };
        self.http.request(method, url)
    }

    pub async fn send(&self, request: reqwest::RequestBuilder) -> Result<Reply> {
        let response = request.send().await?;
        Ok(Reply {
            status: response.status(),
            headers: response.headers().clone(),
            bytes: response.bytes().await?.to_vec(),
        })
    }
}

impl Reply {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn json(&self) -> Result<Value> {
        serde_json::from_slice(&self.bytes).with_context(|| self.text())
    }

    /// Where a redirect leads.
    pub fn location(&self) -> Result<String> {
        let location = self.headers.get("location").context("no redirect")?;
        Ok(location.to_str()?.to_owned())
    }

    /// The answer was 200, or the test fails with what it was.
    pub fn ok(self) -> Result<Reply> {
        ensure!(
            self.status == StatusCode::OK,
            "{}: {}",
            self.status,
            self.text()
        );
        Ok(self)
    }

    /// The answer sends on, or the test fails with what it was.
    pub fn sent_on(self) -> Result<Reply> {
        ensure!(
            self.status == StatusCode::SEE_OTHER,
            "{}: {}",
            self.status,
            self.text()
        );
        Ok(self)
    }
    /// The answer is a refusal with its sentence, or the test fails with what it was.
    pub fn refused(self) -> Result<Reply> {
        ensure!(
            self.status == StatusCode::UNPROCESSABLE_ENTITY,
            "{}: {}",
            self.status,
            self.text()
        );
        Ok(self)
    }
}
