//! `countersign openapi`: the description of the API without a server.

use std::process::ExitCode;

use anyhow::Result;

pub(crate) fn run() -> Result<ExitCode> {
    println!("{}", app::openapi().to_pretty_json()?);
    Ok(ExitCode::SUCCESS)
}
