//! `countersign verify`: the same as the auditor's own small program.

use std::process::ExitCode;

use anyhow::Result;

pub(crate) fn run(command: countersign_verify::Arguments) -> Result<ExitCode> {
    Ok(countersign_verify::run(&command))
}
