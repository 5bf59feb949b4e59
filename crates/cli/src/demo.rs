//! `countersign demo`: a realistic firm in a throw-away folder, served.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Result, bail};
use app::App;
use app::demo::PERSONAS;
use clap::Args;
use kit::config::Config;
use kit::id::OrgId;
use kit::{Actor, Clock};

use crate::serve::{listen, write_logs};
use crate::typeset::InAChild;

#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// The address to listen on
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8054")]
    listen: String,
    /// The folder to make it in, instead of a temporary one
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// How many people work there
    #[arg(long, value_name = "N", default_value_t = 48)]
    people: usize,
}

pub(crate) async fn run(command: Demo) -> Result<ExitCode> {
    let throw_away = tempfile::Builder::new()
        .prefix("countersign-demo")
        .tempdir()?;
    let data = command
        .data
        .clone()
        .unwrap_or_else(|| throw_away.path().to_owned());
    if data.join("countersign.db").exists() {
        bail!(
            "{} holds data already; a demonstration needs a folder of its own",
            data.display()
        );
    }
    write_logs("text");
    let config = Config {
        listen: command.listen,
        data: data.clone(),
        ..Config::default()
    };
    let app = App::open(config, Clock::system()).await?;
    let app = App {
        demo: true,
        typesetter: Some(Arc::new(InAChild)),
        ..app
    };
    let firm = app::demo::tell(&app, app.clock.now(), command.people).await?;
    println!(
        "Northwind Optics: {} people, two years of history. All of it is invented.\n",
        firm.people
    );
    for (who, name) in PERSONAS {
        println!(
            "  {:<16} {}",
            name,
            app.address.join(&format!("demo/as/{who}"))?
        );
    }
    println!(
        "  {:<16} {}\n",
        "Captured mail",
        app.address.join("demo/outbox")?
    );
    issue_pack(&app, firm.org, data.join("demo-pack.zip")).await?;
    println!("Countersign is at {} (stop with Ctrl-C)", app.address);
    listen(app).await?;
    Ok(ExitCode::SUCCESS)
}

/// Issues a pack, checks it as an auditor would, and says where it lies.
async fn issue_pack(app: &App, org: OrgId, file: PathBuf) -> Result<()> {
    let issued = app::audits::issue(app, Actor::system(org), None).await?;
    crate::pack::write(app, issued.digest, &file).await?;
    let path = file.clone();
    let checked = tokio::task::spawn_blocking(move || {
        pack::verify::verify(&path, &pack::verify::Options::default())
    });
    let report = checked.await??;
    if !report.passed() {
        bail!("the pack does not verify:\n{}", pack::report::text(&report));
    }
    println!("Evidence pack, verified: {}", file.display());
    println!(
        "Check it yourself:       countersign verify {}\n",
        file.display()
    );
    Ok(())
}
