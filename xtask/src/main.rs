//! `cargo xtask`: the checks that hold the house together.
//!
//! `tidy` reads the sources and refuses what the architecture does not have.
//! `bench` measures what the product costs, with the programs as people run them.
//! `test` installs what it needs where it may, then runs everything there is to run.

mod bench;
mod repository;
mod rust;
mod template;
mod test;
mod tidy;

use std::process::ExitCode;

use anyhow::Result;
use repository::Repository;

const USAGE: &str = "\
usage: cargo xtask <command>

  tidy   reads the sources and names what does not fit the house
  bench  measures what the product costs: all, or the benchmarks that are named
  test   installs what is needed, then runs everything that a change has to pass
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["tidy"] => tidy(),
        ["bench", ref names @ ..] => bench::run(names),
        ["test"] => test::run(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn tidy() -> Result<bool> {
    let complaints = tidy::complaints(&Repository::read()?)?;
    for complaint in &complaints {
        println!("{complaint}");
    }
    println!("tidy: {} complaints", complaints.len());
    Ok(complaints.is_empty())
}
