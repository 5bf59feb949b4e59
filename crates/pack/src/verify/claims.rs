//! What the pack itself says of readiness, held to its records.
//!
//! The answers of the rules were worked out where the pack was made, from a database that its owner
//! can write. How many people acknowledged a text is counted again here: nobody counts more than
//! there are records of it.

use std::collections::BTreeMap;
use std::io::{self, BufReader, Read};

use serde::Deserialize;

use super::Pack;
use super::documents::Documents;
use super::files::{is_there, unreadable};
use super::found::Found;
use crate::finding::{Code, Finding};
use crate::layout::{MAX_READINESS_BYTES, READINESS};

/// The rule that counts acknowledgements, one outcome for each document.
const RULE: &str = "policy-ack-missing";

#[derive(Debug, Deserialize)]
struct Readiness {
    results: Vec<Outcome>,
}

#[derive(Debug, Deserialize)]
struct Outcome {
    rule: String,
    case: String,
    /// The document.
    #[serde(default)]
    object: String,
    #[serde(default)]
    args: BTreeMap<String, String>,
}

/// Compares every count of acknowledgements with the records. What the pack does not open may be
/// one of them, and says so by a notice of its own.
pub(super) fn check(
    files: Pack<'_>,
    documents: &Documents,
    unopened: u64,
    found: &mut Found,
) -> io::Result<()> {
    if !is_there(files, READINESS) {
        return Ok(());
    }
    let results = BufReader::new(files.open(READINESS)?.take(MAX_READINESS_BYTES));
    let readiness: Readiness = match serde_json::from_reader(results) {
        Ok(readiness) => readiness,
        Err(why) => {
            found.add(unreadable(READINESS, why));
            return Ok(());
        }
    };
    for outcome in readiness.results.iter().filter(|it| it.rule == RULE) {
        let version = outcome.number("version").unwrap_or_default();
        let version = u32::try_from(version).unwrap_or(u32::MAX);
        let counted = documents.acknowledgements(&outcome.object, version);
        let claimed = outcome.acknowledgements();
        let missing = claimed.saturating_sub(counted).saturating_sub(unopened);
        if missing > 0 {
            found.add(nowhere(outcome, (claimed, missing), version));
        }
    }
    Ok(())
}

fn nowhere(outcome: &Outcome, (claimed, missing): (u64, u64), version: u32) -> Finding {
    let title = outcome.args.get("title").map_or("", String::as_str);
    let what = format!(
        "At least {missing} of the {claimed} acknowledgements of “{title}” version {version} that {READINESS} counts"
    );
    Finding::new(Code::SignedRecordNotInLog)
        .subject(&outcome.object)
        .arg("what", what)
}

impl Outcome {
    fn number(&self, name: &str) -> Option<u64> {
        self.args.get(name)?.parse().ok()
    }

    /// How many people it says have acknowledged.
    fn acknowledgements(&self) -> u64 {
        let name = if self.case == "complete" {
            "owed"
        } else {
            "done"
        };
        self.number(name).unwrap_or_default()
    }
}
