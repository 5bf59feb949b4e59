//! What is run, in this order: what answers fast comes first.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::environment::Environment;
use super::step::{Done, Step};
use super::supply;
use crate::repository::Repository;
use crate::tidy;

/// The crates whose documentation is part of the promise.
const CORE: [&str; 5] = ["tlog", "record", "frameworks", "rules", "pack"];

pub(super) fn plan(environment: &Environment) -> Vec<Step> {
    let cargo = |arguments: &[&str]| cargo(environment, arguments);
    let npm = |arguments: &[&str]| npm(environment, arguments);
    vec![
        Step::command("format", cargo(&["fmt", "--all", "--check"])),
        Step::check("tidy", tidied),
        Step::check("supply chain", supply::check),
        Step::command(
            "front end: install",
            npm(&["ci", "--no-audit", "--no-fund"]),
        ),
        Step::command("front end: types", npm(&["run", "--silent", "check"])),
        Step::command(
            "lints",
            cargo(&[
                "clippy",
                "--quiet",
                "--workspace",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ]),
        ),
        Step::command("documentation", documentation(environment)),
        Step::command(
            "tests",
            cargo(&["test", "--quiet", "--workspace", "--no-fail-fast"]),
        ),
        Step::command("front end: gallery", npm(&["test", "--silent"])),
        Step::command("browser journey", journey(environment)),
    ]
}

fn cargo(environment: &Environment, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command
        .args(arguments)
        .current_dir(&environment.root)
        .env("CARGO_TARGET_DIR", &environment.target)
        .env("CARGO_TERM_COLOR", "never");
    command
}

fn npm(environment: &Environment, arguments: &[&str]) -> Command {
    let mut command = Command::new("npm");
    command
        .args(arguments)
        .current_dir(environment.root.join("web"));
    command
}

fn documentation(environment: &Environment) -> Command {
    let mut command = cargo(environment, &["doc", "--quiet", "--no-deps"]);
    for name in CORE {
        command.args(["--package", &format!("countersign-{name}")]);
    }
    command.env("RUSTDOCFLAGS", "-D warnings");
    command
}

fn journey(environment: &Environment) -> Command {
    let mut command = npm(environment, &["run", "--silent", "journey"]);
    command.env(
        "COUNTERSIGN",
        environment
            .target
            .join("debug")
            .join(program("countersign")),
    );
    command
}

fn program(name: &str) -> String {
    Path::new(name)
        .with_extension(std::env::consts::EXE_EXTENSION)
        .display()
        .to_string()
}

fn tidied(_: &Environment) -> Result<Done> {
    let complaints = tidy::complaints(&Repository::read()?)?;
    let printed = complaints
        .iter()
        .map(|complaint| format!("{complaint}\n"))
        .collect();
    Ok(Done {
        passed: complaints.is_empty(),
        printed,
    })
}
