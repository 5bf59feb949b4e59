//! Checks a pack, one file per step: the files, the log and its checkpoint, every entry and record in one walk, what
//! the walk could only decide by looking back, who signed with which key, and what all that amounts to.
//!
//! Nothing is believed before it is checked, but a failed step does not stop the next one where that can still say
//! something: an auditor wants all that is wrong, not the first thing. Memory does not grow with people or
//! acknowledgements; it does with acts of management and keys, which are few.

mod approvals;
mod claims;
mod documents;
mod entries;
mod files;
mod found;
mod grading;
mod keys;
mod ledger;
mod log;
mod offices;
mod opening;
mod passkey;
mod recall;
mod time;
mod walk;

use std::collections::BTreeMap;
use std::io::{self, Read, Seek};
use std::path::Path;

use record::moment::NotADay;
use record::{Day, Digest, Id, Moment};

use crate::container::{self, Files, Opened};
use crate::finding::{Code, Finding, Severity};
use crate::grade::{Grade, Grades};
use crate::trust::Trust;
use crate::write::About;
use found::Found;
use ledger::Ledger;
use walk::Walked;

/// What an auditor brings to a check.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Their trust file.
    pub trust: Option<Trust>,
    /// Checkpoints they kept.
    pub earlier: Vec<Earlier>,
    /// Judge as at this moment: what was entered later supersedes and revokes nothing. It is still checked.
    pub at: Option<Moment>,
}

/// A checkpoint of the same log, kept from an earlier occasion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// What to call it, for example the name of its file.
    pub name: String,
    /// The signed note.
    pub note: Vec<u8>,
}

/// The outcome of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// How much the pack proves.
    pub grades: Grades,
    /// What was found, failures first, then in the order of the catalogue and of the log.
    pub findings: Vec<Finding>,
    /// How many more there were of a code than are listed.
    pub unlisted: BTreeMap<Code, u64>,
    /// What the pack is about; absent where it could not be read.
    pub about: Option<About>,
    /// What was counted on the way.
    pub tally: Tally,
    /// Every key that signed, in the order of people, with those who say whose it is.
    pub signers: Vec<Signer>,
}

/// What was counted on the way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Files in the pack.
    pub files: u64,
    /// Entries of the log.
    pub entries: u64,
    /// Records opened and found to be what was logged.
    pub opened: u64,
    /// Entries about people and sealed matters in the period that the pack does not open.
    pub unopened: u64,
    /// Passkey signatures that verify.
    pub signatures: u64,
    /// The log's key as the pack or the trust file has it.
    pub log_key: Option<String>,
}

/// A key that signed. Whether those who vouch for it are worth believing is for the reader to judge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// Whose key it is said to be.
    pub person: Id,
    /// What they are called, where the pack tells.
    pub name: Option<String>,
    /// SHA-256 of the credential's id.
    pub credential: Digest,
    /// SHA-256 of the public key (COSE): what a trust file names.
    pub key: Digest,
    /// The records that the key signed.
    pub records: Vec<u64>,
    /// The record that enrolled it for this person; absent where there is none.
    pub enrolled: Option<u64>,
    /// Whether the auditor's own file ties the key to the person.
    pub seen_by_auditor: bool,
    /// Who else confirmed in the log that the key is theirs.
    pub confirmed: Vec<Confirmed>,
}

/// Somebody's word that a key is in the hands of its person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmed {
    /// Who confirmed it.
    pub by: Id,
    /// What they are called, where the pack tells.
    pub name: Option<String>,
    /// The record that says so.
    pub record: u64,
}

impl Report {
    /// Whether no check failed.
    #[must_use]
    pub fn passed(&self) -> bool {
        self.findings
            .iter()
            .all(|finding| finding.severity != Severity::Failing)
    }
}

/// Checks the pack at `path`, a ZIP or the folder it was unpacked to.
///
/// # Errors
/// When there is nothing at `path`, or the disk refuses.
pub fn verify(path: &Path, options: &Options) -> io::Result<Report> {
    verify_opened(container::open(path)?, options)
}

/// Checks a pack that is a ZIP, from a file or from memory.
///
/// # Errors
/// When `source` cannot be read.
pub fn verify_archive(
    source: impl Read + Seek + Send + 'static,
    options: &Options,
) -> io::Result<Report> {
    verify_opened(container::open_archive(source)?, options)
}

/// The checkpoint in the pack at `path`, or the file itself where it is a checkpoint: what `--earlier` takes.
///
/// # Errors
/// When there is nothing at `path`, or the disk refuses.
pub fn earlier(path: &Path) -> io::Result<Earlier> {
    let name = path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    );
    let note = match container::open(path)?.files {
        Some(files) => files::read_small(&*files, crate::layout::CHECKPOINT)?,
        None => std::fs::read(path)?,
    };
    Ok(Earlier { name, note })
}

/// The last moment of a day in UTC: what `--at` takes.
///
/// # Errors
/// When the text is not a day such as `2026-12-31`.
pub fn end_of_day(day: &str) -> Result<Moment, NotADay> {
    let day: Day = day.parse()?;
    format!("{day}T23:59:59.999Z").parse().map_err(|_| NotADay)
}

fn verify_opened(opened: Opened, options: &Options) -> io::Result<Report> {
    let mut found = Found::default();
    opened
        .findings
        .into_iter()
        .for_each(|finding| found.add(finding));
    let Some(files) = opened.files else {
        return Ok(unread(found));
    };
    let files = &*files;
    let manifest = files::check(files, &mut found)?;
    let about = files::about(files, &mut found)?;
    let Some(log) = log::open(files, about.as_ref(), &manifest, options, &mut found)? else {
        return Ok(unread(found));
    };

    let ledger = Ledger::new(files, &log, about.as_ref(), options);
    let Walked {
        ledger,
        mut tally,
        unopened,
    } = walk::walk(files, &log, about.as_ref(), ledger, &mut found)?;
    tally.files = files.entries().len() as u64;
    recall::check(files, &ledger.recall, &mut found)?;
    ledger.conclude(&mut found);
    if options.at.is_none() {
        claims::check(files, &ledger.documents, unopened, &mut found)?;
    }
    let grades = grading::grade(&log, &ledger, options, &mut found);
    let signers = ledger.signers();
    drop(ledger);
    let (findings, unlisted) = found.into_sorted();
    Ok(Report {
        grades,
        findings,
        unlisted,
        about,
        tally,
        signers,
    })
}

/// The report on something whose records could not be reached.
fn unread(found: Found) -> Report {
    let (findings, unlisted) = found.into_sorted();
    let not_reached = || Grade::no("The check did not get that far.");
    let consistent = Grade::no("The pack could not be read as one.");
    let grades = Grades {
        consistent,
        timed: not_reached(),
        witnessed: not_reached(),
        identified: not_reached(),
    };
    Report {
        grades,
        findings,
        unlisted,
        about: None,
        tally: Tally::default(),
        signers: Vec::new(),
    }
}

/// What every step reads from: shorthand for the files of the pack.
type Pack<'a> = &'a dyn Files;
