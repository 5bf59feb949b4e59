//! `countersign serve`: the server and the worker beside it.

use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result};
use app::App;
use kit::Clock;
use tokio::net::TcpListener;

use crate::arguments::Serve;
use crate::typeset::InAChild;

pub(crate) async fn run(command: Serve) -> Result<ExitCode> {
    let mut config = command.place.configuration()?;
    if let Some(listen) = command.listen {
        config.listen = listen;
    }
    write_logs(&config.log_format);
    let app = App::open(config, Clock::system()).await?;
    let app = App {
        typesetter: Some(Arc::new(InAChild)),
        ..app
    };
    if let Some(link) = app::setup::first_link(&app).await? {
        println!("Set up your organisation with this link; it works once:\n  {link}");
    }
    println!("Countersign is at {}", app.address);
    listen(app).await?;
    Ok(ExitCode::SUCCESS)
}

/// Serves until it is told to stop, then finishes what it is doing.
pub(crate) async fn listen(app: App) -> Result<()> {
    let address = &app.config.listen;
    let listener = TcpListener::bind(address)
        .await
        .with_context(|| format!("failed to listen on {address}"))?;
    let worker = tokio::spawn(app::work(app.clone()));
    axum::serve(listener, app::shell::serve(app.clone()))
        .with_graceful_shutdown(until_told())
        .await?;
    worker.abort();
    app.db.close().await;
    Ok(())
}

async fn until_told() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut term) = signal(SignalKind::terminate()) else {
        return;
    };
    tokio::select! {
        _ = term.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}

/// Logs to standard error; the level follows `RUST_LOG`.
pub(crate) fn write_logs(format: &str) {
    use tracing_subscriber::EnvFilter;
    let filter =
        EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    let logs = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        // A log that cannot be written, on a full disk perhaps, must not take a request with it.
        .log_internal_errors(false);
    // A second call, as in tests, changes nothing.
    let _ = if format == "json" {
        logs.json().try_init()
    } else {
        logs.try_init()
    };
}
