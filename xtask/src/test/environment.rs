//! Where the run happens.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::repository::root;

/// The folders of a run.
#[derive(Debug)]
pub(super) struct Environment {
    pub(super) root: PathBuf,
    pub(super) target: PathBuf,
}

impl Environment {
    pub(super) fn read() -> Result<Environment> {
        let root = root();
        let is_continuous = variable("CI").is_some_and(|value| value == "true");
        let target = match variable("CARGO_TARGET_DIR") {
            Some(folder) => root.join(folder),
            // Outside the checkout, so that a clean checkout does not build the world again.
            None if is_continuous => home()?.join(".cache/countersign/target"),
            None => root.join("target"),
        };
        Ok(Environment { root, target })
    }

    /// Where programs are kept that only the checks need.
    pub(super) fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    pub(super) fn logs(&self) -> PathBuf {
        self.target.join("test-logs")
    }
}

fn home() -> Result<PathBuf> {
    Ok(variable("HOME")
        .context("HOME is not set; set CARGO_TARGET_DIR")?
        .into())
}

#[expect(
    clippy::disallowed_methods,
    reason = "the checks are told by the environment where they run; the product is not"
)]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
