//! `countersign doctor`: each line ok, or what to do.

use std::process::ExitCode;

use anyhow::Result;
use app::App;
use clap::Args;

use crate::arguments::Where;

#[derive(Debug, Args)]
pub(crate) struct Doctor {
    #[command(flatten)]
    place: Where,
}

pub(crate) async fn run(command: Doctor) -> Result<ExitCode> {
    let config = match command.place.configuration() {
        Ok(config) => config,
        Err(error) => {
            println!("configuration  ! {error:#}");
            return Ok(ExitCode::from(1));
        }
    };
    println!(
        "configuration  ok, data in {}, address {}",
        config.data.display(),
        config.address()
    );
    let app = match command.place.open().await {
        Ok(app) => app,
        Err(error) => {
            println!("database       ! {error:#}");
            return Ok(ExitCode::from(1));
        }
    };
    println!("database       ok, {}", app.db.kind());
    let findings = [
        log(&app).await,
        disk(&app).await,
        mail(&app).await,
        clock(&app).await,
    ];
    Ok(ExitCode::from(u8::from(findings.contains(&false))))
}

/// That the log continues what was signed was checked when the data was opened.
async fn log(app: &App) -> bool {
    let waiting = app::ledger::waiting(app).await;
    say(
        "log",
        waiting.map(|n| format!("ok, a continuation of what was signed; {n} entries wait")),
    )
}

async fn disk(app: &App) -> bool {
    let probe = app.files.put(b"countersign doctor".to_vec()).await;
    say("disk", probe.map(|_| "ok, files can be kept".to_owned()))
}

async fn mail(app: &App) -> bool {
    let said = match &app.mailer {
        None => Ok("not configured: letters stay on screen; set smtp to send them".to_owned()),
        Some(mailer) => mailer
            .greet()
            .await
            .map(|()| "ok, the mail server answers".to_owned()),
    };
    say("mail", said)
}

/// The last signature must not lie in the future.
async fn clock(app: &App) -> bool {
    let latest = app::ledger::latest(app).await;
    let said = latest.and_then(|latest| match latest {
        Some(latest) if latest > app.clock.now() => {
            anyhow::bail!("the clock stands before the latest record ({latest}): set it right")
        }
        _ => Ok(format!("ok, {}", app.clock.now())),
    });
    say("clock", said)
}

fn say(what: &str, said: Result<String>) -> bool {
    match &said {
        Ok(sentence) => println!("{what:<14} {sentence}"),
        Err(error) => println!("{what:<14} ! {error:#}"),
    }
    said.is_ok()
}
