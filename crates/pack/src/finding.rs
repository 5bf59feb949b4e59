//! What a check found, under a name that never changes.
//!
//! A finding has a code for programs, arguments for translators, and an English sentence for everybody else.
//! Whether it fails the pack is the catalogue's word, which an auditor's trust file may raise.

mod catalogue;

use std::collections::BTreeMap;
use std::fmt;

pub use catalogue::Code;

/// The groups of the catalogue, in the order an auditor works through them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// The files themselves.
    Pack,
    /// The log, its checkpoints and its tree.
    Log,
    /// What the auditor's own file asks for.
    Trust,
    /// Outside witnesses.
    Witness,
    /// What is known about time.
    Time,
    /// Single records and documents.
    Record,
    /// Passkey signatures.
    Signature,
    /// Who signed, and as what.
    Person,
}

/// Whether a finding fails the pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The pack does not hold; exit code 1.
    Failing,
    /// Worth knowing, and often the honest limit of a proof.
    Notice,
}

/// One thing found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its name in the catalogue.
    pub code: Code,
    /// Whether it fails the pack.
    pub severity: Severity,
    /// The record it is about, by its place in the log.
    pub index: Option<u64>,
    /// What it is about where that is no record: a file, a key, a person.
    pub subject: String,
    /// The values in the sentence, by name.
    pub args: BTreeMap<&'static str, String>,
}

impl Finding {
    /// A finding of this code, as severe as the catalogue says.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self {
            code,
            severity: code.severity(),
            index: None,
            subject: String::new(),
            args: BTreeMap::new(),
        }
    }

    /// About the record at `index`.
    #[must_use]
    pub fn at(mut self, index: u64) -> Self {
        self.index = Some(index);
        self.args.insert("index", index.to_string());
        self
    }

    /// About a file, a key or a person.
    #[must_use]
    pub fn subject(mut self, subject: impl ToString) -> Self {
        self.subject = subject.to_string();
        self
    }

    /// Fills one place of the sentence.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.insert(name, value.to_string());
        self
    }

    /// Fails the pack, because the auditor's trust file asks for what is missing.
    #[must_use]
    pub fn failing(mut self) -> Self {
        self.severity = Severity::Failing;
        self
    }

    /// The English sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let mut sentence = self.code.template().to_owned();
        for (name, value) in &self.args {
            sentence = sentence.replace(&format!("{{{name}}}"), value);
        }
        sentence
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence())
    }
}
