//! The built program as a process of its own, and what it holds in memory.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

/// The built program, beside this one.
pub(crate) fn program() -> Result<PathBuf> {
    let program = std::env::current_exe()?.with_file_name("countersign");
    ensure!(program.exists(), "{} is not built", program.display());
    Ok(program)
}

/// A line of `/proc/<process>/status` in MB (`proc(5)`): `VmRSS` now, `VmHWM` at most so far.
pub(crate) fn memory_of(process: u32, line: &str) -> Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let found = status.lines().find(|text| text.starts_with(line));
    let kib = found
        .and_then(|text| text.split_whitespace().nth(1))
        .context("a line of the status")?;
    Ok(kib.parse::<f64>()? * 1024.0 / 1e6)
}
