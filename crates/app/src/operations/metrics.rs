//! Numbers for Prometheus: requests, units of work, jobs, logs. Addresses are counted by their
//! template, so no id and no token ever becomes a label.
//!
//! The numbers add up every organisation of the installation, so no role of one of them opens
//! the page. Where a `metrics_token` is configured it is asked for; without one the page is
//! open as long as only this machine is served. That a request came from this machine is not
//! asked: behind a reverse proxy every request does.

use std::net::SocketAddr;
use std::sync::OnceLock;

use anyhow::Context;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kit::Digest;
use kit::config::Config;
use kit::web::Answer;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tokio::time::Instant;

use super::store;
use crate::App;

/// Seconds; our pages are meant to be answered in the first three.
const BUCKETS: [f64; 9] = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// One recorder for the process: the `metrics` crate has no other idea of itself.
static RECORDER: OnceLock<Option<PrometheusHandle>> = OnceLock::new();

fn recorder() -> Option<&'static PrometheusHandle> {
    let install = || {
        let built = PrometheusBuilder::new().set_buckets(&BUCKETS);
        let installed = built.and_then(PrometheusBuilder::install_recorder);
        installed
            .inspect_err(|error| tracing::error!("There will be no metrics: {error}"))
            .ok()
    };
    RECORDER.get_or_init(install).as_ref()
}

/// Folds what was measured into its buckets, so that a server nobody asks for numbers does not
/// keep every single one.
pub(super) fn settle() {
    if let Some(recorder) = recorder() {
        recorder.run_upkeep();
    }
}

/// Counts a request by the template of its address.
pub(crate) async fn count_request(request: Request, next: Next) -> Response {
    recorder();
    let route = match request.extensions().get::<MatchedPath>() {
        Some(matched) => matched.as_str().to_owned(),
        None => "none".to_owned(),
    };
    let method = match request.method().as_str() {
        known @ ("GET" | "HEAD" | "POST" | "PUT" | "DELETE") => known.to_owned(),
        // Anything may stand there; it must not become a label.
        _ => "other".to_owned(),
    };
    let begun = Instant::now();
    let response = next.run(request).await;
    let status = response.status().as_str().to_owned();
    metrics::counter!("countersign_requests_total",
        "method" => method, "route" => route.clone(), "status" => status)
    .increment(1);
    metrics::histogram!("countersign_request_seconds", "route" => route)
        .record(begun.elapsed().as_secs_f64());
    response
}

/// Counts a unit of work by whether it was kept.
pub(crate) fn count_unit(begun: Instant, kept: bool) {
    let outcome = if kept { "kept" } else { "undone" };
    metrics::counter!("countersign_units_of_work_total", "outcome" => outcome).increment(1);
    metrics::histogram!("countersign_unit_of_work_seconds").record(begun.elapsed().as_secs_f64());
}

pub(super) async fn show(State(app): State<App>, headers: HeaderMap) -> Answer {
    if !may_read(&app.config, &headers) {
        let refusal = (
            StatusCode::UNAUTHORIZED,
            [(header::WWW_AUTHENTICATE, "Bearer")],
            "Send the metrics_token of the configuration as a bearer token.\n",
        );
        return Ok(refusal.into_response());
    }
    let figures = store::figures(&mut app.read().await?).await?;
    let recorder = recorder().context("the recorder could not be installed")?;
    let gauge = |name: &'static str, value: i64| metrics::gauge!(name).set(value as f64);
    gauge("countersign_log_entries", figures.log_entries);
    gauge("countersign_log_entries_waiting", figures.leaves_waiting);
    gauge("countersign_jobs_waiting", figures.jobs_waiting);
    gauge("countersign_jobs_failed", figures.jobs_failed);
    let media = [(
        header::CONTENT_TYPE,
        "text/plain; version=0.0.4; charset=utf-8",
    )];
    Ok((media, recorder.render()).into_response())
}

fn may_read(config: &Config, headers: &HeaderMap) -> bool {
    match &config.metrics_token {
        // Digests are compared, so the time it takes says nothing about the token.
        Some(token) => bearer(headers).is_some_and(|sent| Digest::of(sent) == Digest::of(token)),
        None => serves_this_machine_only(config),
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let sent = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    sent.strip_prefix("Bearer ").map(str::trim)
}

fn serves_this_machine_only(config: &Config) -> bool {
    let listens_here = config
        .listen
        .parse::<SocketAddr>()
        .is_ok_and(|address| address.ip().is_loopback());
    listens_here && config.address().host_str() == Some("localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_header(value: &str) -> HeaderMap {
        [(header::AUTHORIZATION, value.parse().unwrap())]
            .into_iter()
            .collect()
    }

    #[test]
    fn without_a_token_only_a_server_of_this_machine_shows_its_numbers() {
        let here = Config::default();
        let everywhere = Config {
            listen: "0.0.0.0:8054".to_owned(),
            ..Config::default()
        };
        let behind_a_proxy = Config {
            public_url: Some("https://countersign.example.com".to_owned()),
            ..Config::default()
        };
        assert!(may_read(&here, &HeaderMap::new()));
        assert!(!may_read(&everywhere, &HeaderMap::new()));
        assert!(!may_read(&behind_a_proxy, &HeaderMap::new()));
    }

    #[test]
    fn a_configured_token_is_asked_for_even_here() {
        let config = Config {
            metrics_token: Some("secret".to_owned()),
            ..Config::default()
        };
        assert!(may_read(&config, &with_header("Bearer secret")));
        assert!(!may_read(&config, &with_header("Bearer other")));
        assert!(!may_read(&config, &with_header("Basic secret")));
        assert!(!may_read(&config, &HeaderMap::new()));
    }
}
