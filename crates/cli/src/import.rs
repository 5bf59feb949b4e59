//! `countersign import people FILE`: a preview, then everything or nothing.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Args, Subcommand};
use indicatif::{ProgressBar, ProgressStyle};
use kit::Actor;

use crate::arguments::{Where, organisation};

#[derive(Debug, Args)]
pub(crate) struct Import {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// People, from a CSV file as HR systems export it
    People(People),
}

#[derive(Debug, Args)]
struct People {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Only says what would happen
    #[arg(long)]
    dry_run: bool,
    /// The file lists everybody: who is not in it has left
    #[arg(long)]
    complete: bool,
    /// Go on although more than a tenth would leave
    #[arg(long)]
    many_leavers: bool,
    /// The organisation, when there are several: its name or id
    #[arg(long)]
    org: Option<String>,
    #[command(flatten)]
    place: Where,
}

pub(crate) async fn run(command: Import) -> Result<ExitCode> {
    let What::People(command) = command.what;
    let app = command.place.open().await?;
    let org = organisation(&app, command.org.as_deref()).await?;
    let bytes = std::fs::read(&command.file)
        .with_context(|| format!("failed to read {}", command.file.display()))?;
    let order = app::people::ImportOrder {
        source: command.file.display().to_string(),
        bytes,
        is_complete: command.complete,
        accepts_many_leavers: command.many_leavers,
    };
    if command.dry_run {
        print!("{}", app::people::preview_import(&app, org, &order).await?);
        return Ok(ExitCode::SUCCESS);
    }
    let bar = ProgressBar::new(0).with_style(ProgressStyle::with_template(
        "{bar:40} {pos} of {len} people",
    )?);
    let progress = bar.clone();
    let told = move |done: u64, total: u64| {
        progress.set_length(total);
        progress.set_position(done);
    };
    let imported = app::people::import_people(&app, Actor::system(org), order, told).await?;
    bar.finish_and_clear();
    println!("{imported}");
    Ok(ExitCode::SUCCESS)
}
