//! `countersign import people FILE`: a preview, then everything or nothing.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use app::people::Options;
use clap::{Args, Subcommand};
use indicatif::{ProgressBar, ProgressStyle};
use kit::Actor;
use kit::web::UploadedFile;

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
    let preview =
        app::people::preview_people(&app, org, bytes.clone(), None, command.complete).await?;
    let plan = &preview.plan;
    println!(
        "{} joiners, {} returning, {} changes, {} leavers, {} unchanged",
        plan.joiners.len(),
        plan.returners.len(),
        plan.changes.len(),
        plan.leavers.len(),
        plan.unchanged
    );
    for warning in &plan.warnings {
        println!("  {warning}");
    }
    if command.dry_run {
        return Ok(ExitCode::SUCCESS);
    }
    let options = Options {
        mapping: None,
        complete_list: command.complete,
        confirmed: plan.confirmation().filter(|_| command.many_leavers),
        expected: Some(preview.digest),
    };
    let name = command
        .file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let file = UploadedFile {
        name,
        media: "text/csv".to_owned(),
        bytes,
    };
    let style = ProgressStyle::with_template("{bar:40} {pos} of {len} people")?;
    let bar = ProgressBar::new(0).with_style(style);
    let shown = bar.clone();
    let progress = move |done: usize, total: usize| {
        shown.set_length(total as u64);
        shown.set_position(done as u64);
    };
    let done =
        app::people::import_people(&app, Actor::system(org), file, options, progress).await?;
    bar.finish_and_clear();
    match done.import {
        Some(import) => println!("Imported as {import}; it can be undone in the product."),
        None => println!("Everybody was as the file says; there was nothing to do."),
    }
    Ok(ExitCode::SUCCESS)
}
