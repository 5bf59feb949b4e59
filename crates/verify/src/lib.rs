//! `countersign-verify`: checks an evidence pack offline. For auditors, on their own machine, with their own trust file.
//!
//! It links the core crates and an argument parser, nothing that could reach a network or a database; what it links is
//! written down in `dependencies.txt` beside it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use pack::trust::Trust;
use pack::verify::{Earlier, Options};
use pack::{report, verify};

/// Checks an evidence pack. Exit code 0: every check passed; 1: a check failed; 2: the command was not understood.
#[derive(Debug, Parser)]
#[command(version)]
pub struct Arguments {
    /// The pack: the ZIP, or the folder it was unpacked to.
    pack: PathBuf,
    /// Your trust file: the logs and keys you know, and what you insist on.
    #[arg(long, value_name = "FILE")]
    trust: Option<PathBuf>,
    /// A former pack of the same log, or its `checkpoint`, that you kept. May be given several times.
    #[arg(long, value_name = "FILE")]
    earlier: Vec<PathBuf>,
    /// Judge as at the end of this day (UTC), for example 2026-12-31.
    #[arg(long, value_name = "DATE")]
    at: Option<String>,
    /// Print the report as JSON.
    #[arg(long)]
    json: bool,
}

/// Checks the pack, prints the report, and says by its exit code whether a check failed.
pub fn run(arguments: &Arguments) -> ExitCode {
    match check(arguments) {
        Ok(report) => print(&report, arguments.json),
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

fn check(arguments: &Arguments) -> Result<verify::Report, String> {
    let options = Options {
        trust: arguments.trust.as_deref().map(trust).transpose()?,
        earlier: arguments
            .earlier
            .iter()
            .map(|path| earlier(path))
            .collect::<Result<_, _>>()?,
        at: arguments
            .at
            .as_deref()
            .map(verify::end_of_day)
            .transpose()
            .map_err(|why| why.to_string())?,
    };
    verify::verify(&arguments.pack, &options).map_err(|why| cannot_read(&arguments.pack, &why))
}

fn trust(path: &Path) -> Result<Trust, String> {
    let text = std::fs::read_to_string(path).map_err(|why| cannot_read(path, &why))?;
    text.parse()
        .map_err(|why: pack::trust::BadTrust| why.to_string())
}

fn earlier(path: &Path) -> Result<Earlier, String> {
    verify::earlier(path).map_err(|why| cannot_read(path, &why))
}

fn cannot_read(path: &Path, why: &std::io::Error) -> String {
    format!("{} cannot be read: {why}", path.display())
}

fn print(report: &verify::Report, as_json: bool) -> ExitCode {
    if as_json {
        println!("{:#}", report::json(report));
    } else {
        print!("{}", report::text(report));
    }
    if report.passed() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    }
}
