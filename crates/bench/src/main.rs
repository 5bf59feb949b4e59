//! `cargo xtask bench`: what the product costs, beside what the engine alone would, in one run.
//!
//! Absolute times mean nothing on another machine: read the ratios. Each benchmark is a file
//! with one function that gives rows; what is compared is measured in the same run.

mod acknowledge;
mod clock;
mod directory;
mod engine;
mod firms;
mod import;
mod load;
mod packs;
mod process;
mod publication;
mod sequence;
mod start;
mod table;

use std::process::ExitCode;

use anyhow::{Result, bail};
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use table::Row;

type Benchmark = (
    &'static str,
    fn() -> LocalBoxFuture<'static, Result<Vec<Row>>>,
);

const BENCHMARKS: [Benchmark; 8] = [
    ("start", || start::measure().boxed_local()),
    ("acknowledge", || acknowledge::measure().boxed_local()),
    ("sequence", || sequence::measure().boxed_local()),
    ("pack", || packs::measure().boxed_local()),
    ("people", || directory::measure().boxed_local()),
    ("membership", || directory::measure_past().boxed_local()),
    ("publication", || publication::measure().boxed_local()),
    ("import", || import::measure().boxed_local()),
];

#[tokio::main]
async fn main() -> ExitCode {
    let (options, names): (Vec<String>, Vec<String>) = std::env::args()
        .skip(1)
        .partition(|word| word.starts_with("--"));
    match run(&names, options.iter().any(|option| option == "--json")).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(names: &[String], as_json: bool) -> Result<()> {
    let known = |name: &String| BENCHMARKS.iter().any(|(known, _)| known == name);
    if let Some(unknown) = names.iter().find(|name| !known(name)) {
        let all: Vec<&str> = BENCHMARKS.iter().map(|(name, _)| *name).collect();
        bail!(
            "there is no benchmark {unknown:?}; there are {}",
            all.join(", ")
        );
    }
    let mut rows = Vec::new();
    for (name, measure) in BENCHMARKS {
        if names.is_empty() || names.iter().any(|asked| asked == name) {
            eprintln!("{name} …");
            rows.extend(measure().await?);
        }
    }
    if as_json {
        println!("{}", table::json(&rows));
    } else {
        print!("{}", table::markdown(&rows));
    }
    Ok(())
}
