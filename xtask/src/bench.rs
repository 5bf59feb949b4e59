//! Benchmarks run optimised, beside the program as people run it.

use std::process::Command;

use anyhow::{Context, Result};

use crate::repository::root;

pub(crate) fn run(names: &[&str]) -> Result<bool> {
    let programs = ["countersign-cli", "countersign-bench"];
    let built = programs.into_iter().all(|package| {
        cargo(&["build", "--release", "--quiet", "--package", package]).is_ok_and(|built| built)
    });
    if !built {
        return Ok(false);
    }
    let bench = [
        "run",
        "--release",
        "--quiet",
        "--package",
        "countersign-bench",
        "--",
    ];
    cargo(&[&bench, names].concat())
}

fn cargo(arguments: &[&str]) -> Result<bool> {
    let status = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(root())
        .status()
        .context("failed to start cargo")?;
    Ok(status.success())
}
