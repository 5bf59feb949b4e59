//! `countersign`: the server and everything that is done from a console.
//!
//! Each command is one file with its arguments, its run and what it prints. Exit codes: 0 done,
//! 1 refused or failed with a sentence on standard error, 2 wrong usage.

mod arguments;
mod check;
mod demo;
mod doctor;
mod import;
mod openapi;
mod pack;
mod preserve;
mod reading;
mod serve;
mod typeset;
mod verify;

use std::process::ExitCode;

use clap::Parser;
use rustix::fs::Mode;

use arguments::{Arguments, Command};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    // What we write holds keys, letters and names: nobody else on the machine reads it.
    rustix::process::umask(Mode::RWXG | Mode::RWXO);
    match run(arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("countersign: {error:#}");
            ExitCode::from(1)
        }
    }
}

fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    match arguments.command {
        // What needs no runtime runs without one: no thread before the limits of a child are set.
        Command::Verify(command) => return verify::run(command),
        Command::Typeset => return typeset::run(),
        _ => {}
    }
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        match arguments.command {
            Command::Serve(command) => serve::run(command).await,
            Command::Demo(command) => demo::run(command).await,
            Command::Pack(command) => pack::run(command).await,
            Command::Check(command) => check::run(command).await,
            Command::Import(command) => import::run(command).await,
            Command::Openapi => openapi::run(),
            Command::Backup(command) => preserve::backup(command).await,
            Command::Restore(command) => preserve::restore(command).await,
            Command::Doctor(command) => doctor::run(command).await,
            Command::Verify(_) | Command::Typeset => unreachable!("answered above"),
        }
    })
}
