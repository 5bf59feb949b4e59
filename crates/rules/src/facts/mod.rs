//! What the rules may know: plain facts, one file per slice that offers them.
//!
//! Facts are what an auditor would ask for, no more. They are read from the database; a pack carries
//! the records they came from and the results, not the facts themselves.
//! Everything has its time, and nothing is left out because it is over:
//! [`Facts::as_known`] cuts away what had not been recorded by the end of the as-at day,
//! so one set of facts can be asked as at any past day.
//! An empty list means that nothing is recorded, which is never a pass.

mod acknowledgements;
mod as_known;
mod attachments;
mod audits;
mod communications;
mod integrity;
mod organisation;
mod people;
mod settings;
mod statements;
mod top_management;
mod zone;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use acknowledgements::{Coverage, Duty, Exclusion};
pub use attachments::{Attachment, AttachmentKind, Grade};
pub use audits::Audit;
pub use communications::{Communication, Endorsement};
pub use integrity::{LogStatus, OutsideCopy, TimeTrail, Trail};
pub use organisation::{Organisation, Purpose, StrategicChange, Turn};
pub use people::Person;
pub use settings::{Changed, Decision, RuleChange};
pub use statements::{
    Change, ConfirmedContent, Content, Gap, ImportedFile, InForce, Publication, Signature,
    SignatureLevel, Statement, Version, Withdrawal,
};
pub use top_management::{Appointment, Basis, Confirmation};
pub use zone::{UnknownZone, Zone};

/// Everything the rules may look at.
///
/// A new kind of fact is a new field here, with `#[serde(default)]` so that facts kept as JSON are still read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// Whose facts these are, and as at which day they are asked.
    pub organisation: Organisation,
    /// Everybody who works or worked for the organisation, and outside members of its bodies.
    #[serde(default)]
    pub people: Vec<Person>,
    /// The dated register of top management, including ended appointments.
    #[serde(default)]
    pub appointments: Vec<Appointment>,
    /// Senior management statements with all their versions.
    #[serde(default)]
    pub statements: Vec<Statement>,
    /// Who owes acknowledgement of what, one entry per published version.
    #[serde(default)]
    pub coverages: Vec<Coverage>,
    /// Security communications from the top; `None` while nothing keeps such a record.
    #[serde(default)]
    pub communications: Option<Vec<Communication>>,
    /// The times of the records.
    #[serde(default)]
    pub trail: Trail,
    /// What the last verification of the log found.
    #[serde(default)]
    pub log: LogStatus,
    /// Files attached as evidence.
    #[serde(default)]
    pub attachments: Vec<Attachment>,
    /// Every change of a threshold, a rule or what the rules look at, in order of time.
    #[serde(default)]
    pub rule_changes: Vec<RuleChange>,
    /// Audits held or announced.
    #[serde(default)]
    pub audits: Vec<Audit>,
}

impl Facts {
    /// Facts about an organisation that has recorded nothing yet.
    pub fn nothing_recorded(organisation: Organisation) -> Self {
        Self {
            organisation,
            people: Vec::new(),
            appointments: Vec::new(),
            statements: Vec::new(),
            coverages: Vec::new(),
            communications: None,
            trail: Trail::default(),
            log: LogStatus::default(),
            attachments: Vec::new(),
            rule_changes: Vec::new(),
            audits: Vec::new(),
        }
    }

    /// The day as at which the facts are asked.
    pub fn as_at(&self) -> Date {
        self.organisation.as_at
    }

    /// The day on which something happened, in the organisation's time zone.
    pub fn day_of(&self, at: Timestamp) -> Date {
        self.organisation.time_zone.day_of(at)
    }
}
