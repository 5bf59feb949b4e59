//! The one command that passes everything, also on a machine that has only Rust and Node.
//!
//! Every step is an ordinary command that can be typed by hand. What a step prints is shown
//! when it fails, and kept whole beside the target folder's other logs; the last line counts.

mod count;
mod environment;
mod plan;
mod step;
mod supply;
mod tools;

use anyhow::Result;
use count::Count;
use environment::Environment;
use plan::plan;

/// Runs everything; did it all pass?
pub(crate) fn run() -> Result<bool> {
    let environment = Environment::read()?;
    println!("target folder: {}", environment.target.display());
    tools::ensure()?;
    tools::ensure_moto(&environment.tools())?;
    let mut sum = Count::default();
    for step in plan(&environment) {
        sum += step.run(&environment)?;
    }
    println!();
    println!("{} passed, {} failed", sum.passed, sum.failed);
    Ok(sum.failed == 0)
}
