//! One step: something that passes or fails, quietly.

use std::fmt;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::count::Count;
use super::environment::Environment;

/// Lines that are shown of a step that failed; the log has them all.
const SHOWN: usize = 120;

type Check = fn(&Environment) -> Result<Done>;

/// What a step printed, and whether it passed.
#[derive(Debug)]
pub(super) struct Done {
    pub(super) passed: bool,
    pub(super) printed: String,
}

/// A command, or a check of our own.
enum Work {
    Commands(Vec<Command>),
    Check(Check),
}

/// A step with its name.
pub(super) struct Step {
    name: &'static str,
    work: Work,
}

impl fmt::Debug for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl Step {
    pub(super) fn command(name: &'static str, command: Command) -> Step {
        Step::commands(name, vec![command])
    }

    /// Commands of which the first that fails ends the step.
    pub(super) fn commands(name: &'static str, commands: Vec<Command>) -> Step {
        Step {
            name,
            work: Work::Commands(commands),
        }
    }

    pub(super) fn check(name: &'static str, check: Check) -> Step {
        Step {
            name,
            work: Work::Check(check),
        }
    }

    pub(super) fn run(self, environment: &Environment) -> Result<Count> {
        println!("\n{}", self.name);
        let (done, took) = timed(|| match self.work {
            Work::Commands(commands) => run_all(commands),
            Work::Check(check) => check(environment),
        });
        let done = done.with_context(|| format!("failed to run the step \"{}\"", self.name))?;
        let count = Count::read(&done.printed, done.passed);
        let log = keep(environment, self.name, &done.printed)?;
        for notice in done.printed.lines().filter_map(notice) {
            println!("  {notice}");
        }
        if !done.passed {
            show_end(&done.printed);
            println!("  everything it printed: {}", log.display());
        }
        let word = if done.passed { "passed" } else { "FAILED" };
        println!(
            "  {word}: {} passed, {} failed, {} s",
            count.passed,
            count.failed,
            took.as_secs()
        );
        Ok(count)
    }
}

fn run_all(commands: Vec<Command>) -> Result<Done> {
    let mut printed = String::new();
    for mut command in commands {
        let output = command
            .output()
            .with_context(|| format!("failed to start {command:?}"))?;
        printed.push_str(&text(&output));
        if !output.status.success() {
            printed.push_str(&format!("{command:?} ended with {}\n", output.status));
            return Ok(Done {
                passed: false,
                printed,
            });
        }
    }
    Ok(Done {
        passed: true,
        printed,
    })
}

fn text(output: &Output) -> String {
    // Errors last: that is where a reader looks.
    String::from_utf8_lossy(&[output.stdout.as_slice(), &output.stderr].concat()).into_owned()
}

/// What is worth saying of a step that passed as well: what was left out, and what was measured.
fn notice(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(['#', 'ℹ']).trim_start();
    ["notice: ", "measured: "]
        .iter()
        .any(|word| line.starts_with(word))
        .then_some(line)
}

fn show_end(printed: &str) {
    let lines: Vec<&str> = printed.lines().filter(|line| is_telling(line)).collect();
    for line in &lines[lines.len().saturating_sub(SHOWN)..] {
        println!("  | {line}");
    }
}

/// Tests that passed and crates that compiled are not what a reader of a failure looks for.
fn is_telling(line: &str) -> bool {
    let is_progress = [
        "Compiling ",
        "Checking ",
        "Downloaded ",
        "Downloading ",
        "Running ",
        "Documenting ",
    ]
    .iter()
    .any(|word| line.trim_start().starts_with(word));
    let is_frame =
        ["---", "..."].contains(&line.trim()) || line.trim_start().starts_with("duration_ms:");
    !(is_progress || is_frame || (line.starts_with("test ") && line.ends_with("... ok")))
}

fn keep(environment: &Environment, name: &str, printed: &str) -> Result<PathBuf> {
    let folder = environment.logs();
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("failed to create {}", folder.display()))?;
    let log = folder.join(format!("{}.txt", name.replace(' ', "-")));
    std::fs::write(&log, printed).with_context(|| format!("failed to write {}", log.display()))?;
    Ok(log)
}

#[expect(
    clippy::disallowed_methods,
    reason = "says how long a step takes; nothing depends on it"
)]
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}
