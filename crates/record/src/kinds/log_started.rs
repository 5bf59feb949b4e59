use serde::{Deserialize, Serialize};

use super::Kind;
use super::words::Purpose;
use crate::leaf::Class;

/// The first record of every log: its name, its key, and whether it is evidence at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogStarted {
    /// The log's name in its checkpoints (C2SP tlog-checkpoint).
    pub origin: String,
    /// The log's verifier key (C2SP signed-note `vkey`).
    pub key: String,
    /// What the log is for.
    pub purpose: Purpose,
}

impl Kind for LogStarted {
    const TYPE: &'static str = "log-started";
    const CLASS: Class = Class::Control;

    fn sentence(&self) -> String {
        let purpose = match self.purpose {
            Purpose::Live => "as evidence",
            Purpose::Demonstration => "for demonstration, not as evidence",
        };
        format!("The log {} was started {purpose}.", self.origin)
    }

    fn sample() -> Self {
        Self {
            origin: "log.example.org/acme".to_owned(),
            key: "log.example.org/acme+0f9d0e1a+AZ8hYzVZ7v0mTtQm1uXv3oH3mX7wQ1b2JfC5xk7dN4sP"
                .to_owned(),
            purpose: Purpose::Live,
        }
    }
}
