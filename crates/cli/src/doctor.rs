//! `countersign doctor`: each line ok, or what to do.

use std::process::ExitCode;

use anyhow::Result;
use app::App;
use app::ledger::Organisation;
use app::readiness::Finding;
use clap::Args;

use crate::arguments::Where;
use crate::reading;

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

/// That the log continues what was signed was checked when the data was opened; here every record
/// of every log is read again.
async fn log(app: &App) -> bool {
    let waiting = app::ledger::waiting(app).await;
    let is_continued = say(
        "log",
        waiting.map(|n| format!("ok, a continuation of what was signed; {n} entries wait")),
    );
    let organisations = match app.read().await {
        Ok(mut db) => app::ledger::organisations(&mut db).await,
        Err(error) => Err(error),
    };
    let organisations = match organisations {
        Ok(organisations) => organisations,
        Err(error) => return say("records", Err(error)),
    };
    let mut is_intact = true;
    for organisation in organisations {
        is_intact &= say("records", records(app, &organisation).await);
    }
    is_continued && is_intact
}

async fn records(app: &App, organisation: &Organisation) -> Result<String> {
    let read = reading::again(app, organisation.id).await?;
    let said = read.finding.sentence();
    if read.finding != Finding::Intact {
        anyhow::bail!(
            "{}: {said} Change nothing, keep a copy of it all, and ask whoever holds a pack or a checkpoint.",
            organisation.name
        );
    }
    Ok(format!(
        "ok, {}: {} read again. {said}",
        organisation.name, read.records
    ))
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
