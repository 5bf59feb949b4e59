//! `countersign pack`: issues an evidence pack into a file.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result};
use app::App;
use clap::Args;
use futures_util::TryStreamExt;
use kit::{Actor, Day, Digest};

use crate::arguments::{Where, day, organisation};
use crate::typeset::InAChild;

#[derive(Debug, Args)]
pub(crate) struct Pack {
    /// Where to write it
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Everything recorded until the end of this day, instead of now
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Day>,
    /// The organisation, when there are several: its name or id
    #[arg(long)]
    org: Option<String>,
    #[command(flatten)]
    place: Where,
}

pub(crate) async fn run(command: Pack) -> Result<ExitCode> {
    let app = command.place.open().await?;
    let app = App {
        typesetter: Some(Arc::new(InAChild)),
        ..app
    };
    let org = organisation(&app, command.org.as_deref()).await?;
    let issued = app::audits::issue(&app, Actor::system(org), command.as_of).await?;
    write(&app, issued.digest, &command.out).await?;
    println!("{}", command.out.display());
    println!("{} bytes, SHA-256 {}", issued.bytes, issued.digest);
    Ok(ExitCode::SUCCESS)
}

/// Writes beside the place and moves it there whole: half a pack is never found.
pub(crate) async fn write(app: &App, pack: Digest, out: &PathBuf) -> Result<()> {
    let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut file = tempfile::NamedTempFile::new_in(folder.unwrap_or(".".as_ref()))
        .with_context(|| format!("failed to write {}", out.display()))?;
    let mut bytes = app::audits::read(app, pack).await?;
    while let Some(chunk) = bytes.try_next().await? {
        file.write_all(&chunk)?;
    }
    file.persist(out)?;
    Ok(())
}
