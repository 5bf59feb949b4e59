//! The commands and what they take.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use app::App;
use clap::{Args, Parser, Subcommand};
use kit::config::Config;
use kit::id::OrgId;
use kit::{Clock, Day};

/// Proof that management leads on information security.
#[derive(Debug, Parser)]
#[command(name = "countersign", version, about)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Shows a realistic firm in a throw-away folder
    Demo(crate::demo::Demo),
    /// Runs the server; starts with an empty folder and no configuration
    Serve(Serve),
    /// Checks an evidence pack offline
    Verify(countersign_verify::Arguments),
    /// Issues an evidence pack
    Pack(crate::pack::Pack),
    /// Says what is missing, worst first
    Check(crate::check::Check),
    /// Takes in files: a preview, then everything or nothing
    Import(crate::import::Import),
    /// Copies everything into one file while the server runs
    Backup(crate::preserve::Backup),
    /// Brings a backup back; refuses to fork the log
    Restore(crate::preserve::Restore),
    /// Looks at configuration, database, mail, clock, disk and log
    Doctor(crate::doctor::Doctor),
    /// Prints the description of the API
    Openapi,
    /// Typesets one document from standard input to standard output, as a child of the server
    #[command(hide = true)]
    Typeset,
}

/// Where the data is; the same for every command.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct Where {
    /// The folder for database, files and keys
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// `postgres://…` instead of SQLite in the data folder
    #[arg(long, value_name = "URL")]
    pub(crate) database: Option<String>,
    /// The configuration file
    #[arg(long, value_name = "FILE", default_value = "countersign.toml")]
    pub(crate) config: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// The address to listen on
    #[arg(long, value_name = "ADDR")]
    pub(crate) listen: Option<String>,
    #[command(flatten)]
    pub(crate) place: Where,
}

impl Where {
    /// Flags win over environment, environment over file.
    pub(crate) fn configuration(&self) -> Result<Config> {
        let mut config = Config::read(&self.config, environment)?;
        if let Some(data) = &self.data {
            config.data.clone_from(data);
        }
        if self.database.is_some() {
            config.database.clone_from(&self.database);
        }
        Ok(config)
    }

    /// Opens data that is there already: a command on nothing is a mistake in the address.
    pub(crate) async fn open(&self) -> Result<App> {
        let config = self.configuration()?;
        if config.database.is_none() && !Path::new(&config.database_url()).exists() {
            bail!("there is no Countersign data in {}", config.data.display());
        }
        App::open(config, Clock::system()).await
    }
}

/// The organisation that a command is about: the named one, or the only one.
pub(crate) async fn organisation(app: &App, named: Option<&str>) -> Result<OrgId> {
    let organisations = app::ledger::organisations(&mut app.read().await?).await?;
    let names = || {
        organisations
            .iter()
            .map(|o| o.name.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    match (named, organisations.as_slice()) {
        (None, [only]) => Ok(only.id),
        (None, []) => bail!("there is no organisation yet"),
        (None, _) => bail!(
            "there are several organisations: name one with --org ({})",
            names()
        ),
        (Some(named), _) => organisations
            .iter()
            .find(|o| o.name == named || o.id.to_string() == named)
            .map(|o| o.id)
            .with_context(|| format!("there is no organisation {named:?}; there are: {}", names())),
    }
}

/// A day as people write it on a command line.
pub(crate) fn day(text: &str) -> Result<Day, String> {
    text.parse().map_err(|e: kit::time::NotADay| e.to_string())
}

#[expect(
    clippy::disallowed_methods,
    reason = "the program reads its environment once, here"
)]
pub(crate) fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}
