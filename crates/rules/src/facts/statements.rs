use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Facts;
use crate::outcome::Subject;

/// A statement of senior management, with every version it ever had.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// The document's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// All versions, drafts and superseded ones included, in order of their numbers.
    pub versions: Vec<Version>,
}

/// One text of a statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Version {
    /// 1, 2, 3 …
    pub number: u32,
    /// Language of the text, as a BCP 47 tag.
    pub language: String,
    /// SHA-256 of the exact text, in hex.
    pub text: String,
    /// Who wrote it.
    pub author: String,
    /// When this text was first recorded.
    pub recorded_at: Timestamp,
    /// From which day it holds; `None` means from its first signature on.
    #[serde(default)]
    pub effective_on: Option<Date>,
    /// How far it differs from the version before.
    pub change: Change,
    /// Legal entities for which it speaks; empty means all of them.
    #[serde(default)]
    pub legal_entities: Vec<String>,
    /// Placeholders still in the text, as [`crate::placeholders::left_in`] finds them.
    #[serde(default)]
    pub placeholders: Vec<String>,
    /// Likeness to the sample text we ship, in percent; `None` if it was not compared.
    #[serde(default)]
    pub similarity_to_sample: Option<u8>,
    /// Which contents somebody found in the text.
    #[serde(default)]
    pub contents: Vec<ConfirmedContent>,
    /// Signatures on this version.
    #[serde(default)]
    pub signatures: Vec<Signature>,
    /// Times at which it was shown to the people it addresses.
    #[serde(default)]
    pub publications: Vec<Publication>,
    /// Taken back altogether.
    #[serde(default)]
    pub withdrawal: Option<Withdrawal>,
}

/// How far a version differs from the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// There is no version before.
    First,
    /// What it asks of people changed.
    Material,
    /// Only its wording changed.
    Editorial,
}

/// Somebody confirmed that the text has a required content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmedContent {
    /// Which of the twelve.
    pub content: Content,
    /// Who confirmed it; the author's own word does not count.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// What a statement of senior management has to contain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    /// Who speaks: name, office, legal entities.
    Speaker,
    /// Why security matters to this business, with a fact of its own.
    OwnReason,
    /// The policy binds everyone, management included.
    BindsEveryone,
    /// What each person must do.
    WhatToDo,
    /// Same training, same rules, exceptions only recorded and for a time.
    OwnCommitment,
    /// Resources will be provided, and how to ask for them.
    Resources,
    /// Accountable roles by name.
    Roles,
    /// The right to raise concerns, protection, channels.
    SpeakUp,
    /// Fair and graduated consequences of a violation.
    Consequences,
    /// Improvement and yearly review.
    Improvement,
    /// Effective date, version and next review.
    Dates,
    /// A personal signature.
    PersonalSignature,
}

/// A signature on a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// Who signed.
    pub person: String,
    /// The appointment under which the person signed, if one was named.
    #[serde(default)]
    pub appointment: Option<String>,
    /// When the server recorded the signature.
    pub at: Timestamp,
    /// When it is said to have been given, if not then.
    #[serde(default)]
    pub claimed_at: Option<Timestamp>,
    /// How strongly the act is bound to the person.
    pub level: SignatureLevel,
    /// SHA-256 of the text the signer was shown, in hex.
    pub text: String,
    /// The signer's answer to “what changed this year?”.
    #[serde(default)]
    pub changed_this_year: Option<String>,
    /// The file, where the signature was given on paper or elsewhere.
    #[serde(default)]
    pub imported: Option<ImportedFile>,
}

/// How strongly an act is bound to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SignatureLevel {
    /// A click in a signed-in session: what the server claims.
    L1,
    /// A passkey over the digest of the text: no administrator can make it.
    L2,
}

/// A file that is said to carry somebody's signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedFile {
    /// SHA-256 of the file, in hex.
    pub sha256: String,
    /// When the named signatory confirmed it with a sign-in of their own.
    #[serde(default)]
    pub confirmed_at: Option<Timestamp>,
}

/// A version shown to people, from a moment on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// Since when.
    pub at: Timestamp,
    /// SHA-256 of the text people are shown, hashed again when these facts were gathered.
    pub text: String,
    /// Whether everybody can read it.
    pub reaches_everyone: bool,
    /// Whether people who join later are shown it without anybody having to think of it.
    pub reaches_joiners: bool,
    /// Until when; `None` while it is shown.
    #[serde(default)]
    pub withdrawn_at: Option<Timestamp>,
    /// Times in between at which it could not be read.
    #[serde(default)]
    pub gaps: Vec<Gap>,
}

/// A time at which a published text could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// Since when.
    pub from: Timestamp,
    /// Until when; `None` if it still cannot be read.
    #[serde(default)]
    pub until: Option<Timestamp>,
}

/// A version taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// Who took it back.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: String,
}

/// A version that holds, and the statement it belongs to.
#[derive(Debug, Clone, Copy)]
pub struct InForce<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// Its version in force.
    pub version: &'a Version,
    /// The first signature that counts on it.
    pub signed: &'a Signature,
}

impl Content {
    /// All twelve, in their order.
    pub const ALL: [Self; 12] = [
        Self::Speaker,
        Self::OwnReason,
        Self::BindsEveryone,
        Self::WhatToDo,
        Self::OwnCommitment,
        Self::Resources,
        Self::Roles,
        Self::SpeakUp,
        Self::Consequences,
        Self::Improvement,
        Self::Dates,
        Self::PersonalSignature,
    ];

    /// The stable word for it, as in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Speaker => "speaker",
            Self::OwnReason => "own-reason",
            Self::BindsEveryone => "binds-everyone",
            Self::WhatToDo => "what-to-do",
            Self::OwnCommitment => "own-commitment",
            Self::Resources => "resources",
            Self::Roles => "roles",
            Self::SpeakUp => "speak-up",
            Self::Consequences => "consequences",
            Self::Improvement => "improvement",
            Self::Dates => "dates",
            Self::PersonalSignature => "personal-signature",
        }
    }

    /// What a sentence calls it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Speaker => "who speaks",
            Self::OwnReason => "why it matters to this business",
            Self::BindsEveryone => "that it binds everyone, management included",
            Self::WhatToDo => "what each person must do",
            Self::OwnCommitment => "management's own commitment to obey",
            Self::Resources => "that resources will be provided",
            Self::Roles => "accountable roles by name",
            Self::SpeakUp => "the right to raise concerns",
            Self::Consequences => "consequences of a violation",
            Self::Improvement => "improvement and yearly review",
            Self::Dates => "effective date, version and next review",
            Self::PersonalSignature => "a personal signature",
        }
    }
}

impl Signature {
    /// Whether it counts: given in the product, or in a file that the signatory has confirmed personally.
    pub fn is_own_act(&self) -> bool {
        self.imported
            .as_ref()
            .is_none_or(|file| file.confirmed_at.is_some())
    }

    /// Whether the signer answered “what changed this year?”.
    pub fn says_what_changed(&self) -> bool {
        self.changed_this_year
            .as_ref()
            .is_some_and(|answer| !answer.trim().is_empty())
    }
}

impl Statement {
    /// What a result calls one of its versions.
    pub fn subject(&self, version: &Version) -> Subject {
        Subject::new(&self.id, format!("{} v{}", self.title, version.number))
    }
}

impl Version {
    /// Signatures that count for exactly this text, in order of time.
    pub fn valid_signatures(&self) -> Vec<&Signature> {
        let over_this_text =
            |signature: &&Signature| signature.text == self.text && signature.is_own_act();
        let mut valid: Vec<_> = self.signatures.iter().filter(over_this_text).collect();
        valid.sort_by_key(|signature| signature.at);
        valid
    }

    /// Whether the text speaks for a legal entity.
    pub fn speaks_for(&self, entity: &String) -> bool {
        self.legal_entities.is_empty() || self.legal_entities.contains(entity)
    }

    /// Publications that are not over, in order of time.
    pub fn current_publications(&self) -> impl Iterator<Item = &Publication> {
        self.publications
            .iter()
            .filter(|publication| publication.withdrawn_at.is_none())
    }
}

impl<'a> InForce<'a> {
    /// What a result calls it: title and version.
    pub fn subject(self) -> Subject {
        self.statement.subject(self.version)
    }

    /// The valid signatures on exactly this text, under whatever version number, in order of time.
    pub fn signatures_on_this_text(self) -> Vec<&'a Signature> {
        let same = self
            .statement
            .versions
            .iter()
            .filter(|version| version.text == self.version.text);
        let mut signatures: Vec<_> = same.flat_map(Version::valid_signatures).collect();
        signatures.sort_by_key(|signature| signature.at);
        signatures
    }
}

impl Facts {
    /// The day on which a signature was given: on paper when it is said to have been, here when it was recorded.
    pub fn signing_day(&self, signature: &Signature) -> Date {
        let on_paper = signature.imported.as_ref().and(signature.claimed_at);
        self.day_of(on_paper.unwrap_or(signature.at))
    }

    /// The version of each statement that holds on the as-at day: signed, effective and not taken back.
    pub fn statements_in_force(&self) -> Vec<InForce<'_>> {
        self.statements
            .iter()
            .filter_map(|statement| self.in_force(statement))
            .collect()
    }

    /// A withdrawn version does not bring its predecessor back: the newest that took effect decides.
    fn in_force<'a>(&self, statement: &'a Statement) -> Option<InForce<'a>> {
        let took_effect = statement
            .versions
            .iter()
            .filter(|version| self.took_effect(version));
        let version = took_effect.max_by_key(|version| version.number)?;
        let signed = version.valid_signatures().first().copied()?;
        version.withdrawal.is_none().then_some(InForce {
            statement,
            version,
            signed,
        })
    }

    fn took_effect(&self, version: &Version) -> bool {
        let signed = version
            .valid_signatures()
            .first()
            .map(|signature| self.day_of(signature.at));
        let Some(effective_on) = signed.map(|first| version.effective_on.unwrap_or(first)) else {
            return false;
        };
        let taken_back_before = version
            .withdrawal
            .as_ref()
            .is_some_and(|back| self.day_of(back.at) < effective_on);
        effective_on <= self.as_at() && !taken_back_before
    }
}
