//! `countersign backup` and `countersign restore`.
//!
//! A backup is one ZIP: the database as of one moment, the files, the key of the logs and the
//! high-water marks. A restore goes into an empty folder only, and never behind what was
//! signed: the logs of a backup continue where it was made, so whatever was recorded after
//! it must be known to be lost. That is said, and has to be confirmed.

use std::fs::File;
use std::io::{self, BufReader, BufWriter};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::arguments::Where;

const DATABASE: &str = "countersign.db";
const KEY: &str = "log-key";
const FOLDERS: [&str; 2] = ["files", "high-water"];

#[derive(Debug, Args)]
pub(crate) struct Backup {
    /// The file to write
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    place: Where,
}

#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// The backup
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    place: Where,
}

pub(crate) async fn backup(command: Backup) -> Result<ExitCode> {
    let app = command.place.open().await?;
    let copy = tempfile::tempdir().context("failed to make a folder")?;
    let database = copy.path().join(DATABASE);
    if app.db.backup_to(&database).await?.is_none() {
        bail!(
            "PostgreSQL has its own tools: back the database up with pg_dump, and the folder {} with yours",
            app.config.data.display()
        );
    }
    let fresh = command.file.with_extension("new");
    let mut zip = ZipWriter::new(BufWriter::new(File::create(&fresh)?));
    add(&mut zip, DATABASE, &database)?;
    let key = app.config.data.join(KEY);
    if key.exists() {
        add(&mut zip, KEY, &key)?;
    }
    for folder in FOLDERS {
        add_folder(&mut zip, &app.config.data, Path::new(folder))?;
    }
    zip.finish()?
        .into_inner()
        .map_err(|e| e.into_error())?
        .sync_all()?;
    std::fs::rename(&fresh, &command.file)?;
    println!("{}", command.file.display());
    println!("The backup holds the key of the logs: keep it as safe as the server.");
    Ok(ExitCode::SUCCESS)
}

fn add(zip: &mut ZipWriter<BufWriter<File>>, name: &str, file: &Path) -> Result<()> {
    let stored = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .large_file(true)
        .unix_permissions(0o600);
    zip.start_file(name, stored)?;
    let mut source = BufReader::new(File::open(file).with_context(|| file.display().to_string())?);
    io::copy(&mut source, zip)?;
    Ok(())
}

fn add_folder(zip: &mut ZipWriter<BufWriter<File>>, data: &Path, folder: &Path) -> Result<()> {
    let Ok(entries) = std::fs::read_dir(data.join(folder)) else {
        return Ok(());
    };
    for entry in entries {
        let entry = entry?;
        let name = folder.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            add_folder(zip, data, &name)?;
        } else {
            add(zip, &name.to_string_lossy(), &entry.path())?;
        }
    }
    Ok(())
}

pub(crate) async fn restore(command: Restore) -> Result<ExitCode> {
    let config = command.place.configuration()?;
    ensure!(
        config.database.is_none(),
        "restore goes into SQLite; PostgreSQL has its own tools"
    );
    let data = &config.data;
    refuse_to_fork(data)?;
    std::fs::create_dir_all(data)?;
    let file = File::open(&command.file).with_context(|| command.file.display().to_string())?;
    let mut zip = ZipArchive::new(BufReader::new(file)).context("this is not a backup")?;
    ensure!(
        zip.index_for_name(DATABASE).is_some(),
        "this is not a backup: there is no database in it"
    );
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index)?;
        let name = entry
            .enclosed_name()
            .context("the backup holds an unsafe name")?;
        let target = data.join(name);
        if let Some(folder) = target.parent() {
            std::fs::create_dir_all(folder)?;
        }
        write_private(&target, &mut entry)?;
    }
    app::App::open(config.clone(), kit::Clock::system())
        .await
        .context("the restored data")?;
    println!("Restored into {}.", data.display());
    println!(
        "Whatever was recorded after the backup is not here: compare with your latest pack or receipt."
    );
    Ok(ExitCode::SUCCESS)
}

/// A folder that has signed a log is never overwritten: its high-water mark may be ahead.
fn refuse_to_fork(data: &Path) -> Result<()> {
    let taken = [DATABASE, KEY, "high-water"]
        .into_iter()
        .find(|name| data.join(name).exists());
    match taken {
        None => Ok(()),
        Some(name) => bail!(
            "{} already holds {name}: restoring over it could sign a second history of the same log. \
             Move the folder away first and keep it",
            data.display()
        ),
    }
}

fn write_private(target: &Path, entry: &mut impl io::Read) -> Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(target)?;
    io::copy(entry, &mut file)?;
    file.sync_all()?;
    Ok(())
}
