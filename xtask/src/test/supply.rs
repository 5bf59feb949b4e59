//! Licences, banned crates, sources and known weaknesses of what we depend on (`deny.toml`).

use std::path::PathBuf;
use std::process::{Command, Output};

use anyhow::{Context, Result};

use super::environment::Environment;
use super::step::Done;

/// What can be said without a network.
const OFFLINE: [&str; 3] = ["licenses", "bans", "sources"];

pub(super) fn check(environment: &Environment) -> Result<Done> {
    let program = match installed(environment)? {
        Ok(program) => program,
        Err(printed) => {
            return Ok(Done {
                passed: false,
                printed,
            });
        }
    };
    let mut rest = deny(environment, &program, &OFFLINE)?;
    let known = deny(environment, &program, &["advisories"])?;
    let (passed, printed) = judged(&known);
    rest.printed.push_str(&printed);
    Ok(Done {
        passed: rest.passed && passed,
        printed: rest.printed,
    })
}

fn deny(environment: &Environment, program: &PathBuf, checks: &[&str]) -> Result<Done> {
    let output = Command::new(program)
        .args(["--all-features", "check", "--hide-inclusion-graph"])
        .args(checks)
        .env("CARGO_TERM_COLOR", "never")
        .current_dir(&environment.root)
        .output()
        .context("failed to start cargo-deny")?;
    Ok(Done {
        passed: output.status.success(),
        printed: text(&output),
    })
}

/// A list of weaknesses that cannot be fetched is said aloud and is no failure of the sources.
fn judged(known: &Done) -> (bool, String) {
    let cannot_fetch = !known.passed && known.printed.contains("failed to fetch advisory database");
    if cannot_fetch {
        let notice = "notice: the list of known weaknesses (RustSec) could not be fetched; advisories were NOT checked\n";
        return (true, notice.to_owned());
    }
    (known.passed, known.printed.clone())
}

/// The program, built once into the target folder (three minutes of processor time).
fn installed(environment: &Environment) -> Result<Result<PathBuf, String>> {
    let program = environment.tools().join("bin/cargo-deny");
    if program.exists() {
        return Ok(Ok(program));
    }
    let output = Command::new(env!("CARGO"))
        .args(["install", "cargo-deny", "--locked", "--quiet", "--root"])
        .arg(environment.tools())
        .env("CARGO_TARGET_DIR", environment.tools().join("build"))
        .current_dir(&environment.root)
        .output()
        .context("failed to start cargo install")?;
    Ok(if output.status.success() {
        Ok(program)
    } else {
        Err(text(&output))
    })
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.as_slice(), &output.stderr].concat()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn done(passed: bool, printed: &str) -> Done {
        Done {
            passed,
            printed: printed.to_owned(),
        }
    }

    #[test]
    fn a_list_that_cannot_be_fetched_is_said_aloud() {
        let (passed, printed) = judged(&done(false, "[ERROR] failed to fetch advisory database x"));
        assert!(passed && printed.starts_with("notice: "));
    }

    #[test]
    fn a_known_weakness_is_a_failure() {
        assert!(!judged(&done(false, "error[vulnerability]: …")).0);
    }
}
