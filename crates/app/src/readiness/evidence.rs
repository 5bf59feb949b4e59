//! The evidence of an organisation, gathered once, and asked as at any day.
//!
//! The rules cut away what was recorded after the day they are asked about. Some times they do not
//! know: when a leaver was reported, when somebody was relieved or assigned. Those are cut here.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kit::db::Conn;
use kit::id::OrgId;
use kit::{Day, Moment};
use rules::facts::{
    Appointment, Attachment, Facts, LogStatus, Organisation, Person, Purpose, RuleChange,
    Statement, Trail, Zone,
};

use super::log_check::{self, CheckRow, Finding};
use super::{attached, changes, coverages, statements, store};

/// Everything on record, with the times at which it became known.
#[derive(Debug)]
pub(super) struct Evidence {
    org: OrgId,
    organisation: store::OrganisationRow,
    time_zone: TimeZone,
    zone: Zone,
    people: Vec<store::PersonRow>,
    appointments: Vec<store::AppointmentRow>,
    confirmations: Vec<store::ConfirmationRow>,
    statements: Vec<Statement>,
    coverages: Vec<coverages::Asked>,
    trail: Trail,
    checks: Vec<CheckRow>,
    attachments: Vec<Attachment>,
    rule_changes: Vec<RuleChange>,
    /// The size of the log at the end of past days.
    sizes: BTreeMap<Date, u64>,
}

impl Evidence {
    /// Gathers what is on record, to be asked as at these days.
    pub(super) async fn gather(db: &mut Conn, org: OrgId, days: &[Day]) -> Result<Evidence> {
        let organisation = store::organisation(db, org).await?;
        let zone = Zone::named(&organisation.time_zone).context("the organisation's time zone")?;
        let time_zone = TimeZone::get(&organisation.time_zone)?;
        let mut sizes = BTreeMap::new();
        for day in days {
            let size = store::size_at(db, org, day.end(&time_zone)).await?;
            sizes.insert(day.0, u64::try_from(size)?);
        }
        let publications = store::publications(db, org).await?;
        let duties = store::duties(db, org).await?;
        let declinings = store::declinings(db, org).await?;
        Ok(Evidence {
            org,
            zone,
            time_zone,
            people: store::people(db, org).await?,
            appointments: store::appointments(db, org).await?,
            confirmations: store::confirmations(db, org).await?,
            statements: statements::read(db, org, &publications).await?,
            coverages: coverages::of(&publications, duties, &declinings),
            trail: changes::trail(db, org).await?,
            checks: log_check::checks(db, org).await?,
            attachments: attached::read(db, org).await?,
            rule_changes: changes::read(db, org).await?,
            organisation,
            sizes,
        })
    }

    /// The facts as they stood at the end of a day.
    pub(super) fn as_at(&self, day: Day) -> Facts {
        let end = day.end(&self.time_zone);
        Facts {
            organisation: self.organisation(day),
            people: self.people_known(end),
            appointments: self.register_known(end),
            statements: self.statements.clone(),
            coverages: self
                .coverages
                .iter()
                .map(|asked| asked.known(end))
                .collect(),
            // No register of communications is kept, and nobody can tell from its absence.
            communications: None,
            trail: Trail {
                records: self.sizes.get(&day.0).copied().unwrap_or_default(),
                ..self.trail.clone()
            },
            log: self.log_known(end),
            attachments: self.attachments.clone(),
            rule_changes: self.rule_changes.clone(),
            audits: Vec::new(),
        }
    }

    fn organisation(&self, day: Day) -> Organisation {
        Organisation {
            id: self.org.to_string(),
            name: self.organisation.name.clone(),
            as_at: day.0,
            now: self.organisation.last_at.timestamp(),
            time_zone: self.zone.clone(),
            purpose: if self.organisation.purpose == "live" {
                Purpose::Live
            } else {
                Purpose::Demo
            },
            legal_entities: Vec::new(),
            strategic_changes: Vec::new(),
        }
    }

    fn people_known(&self, end: Moment) -> Vec<Person> {
        let known = self.people.iter().filter(|row| row.joined_at <= end);
        known
            .map(|row| Person {
                id: row.id.clone(),
                name: row.name.clone(),
                started_on: Some(row.started_on.0),
                left_on: row
                    .left_on
                    .filter(|_| row.left_at.is_none_or(|at| at <= end))
                    .map(|day| day.0),
            })
            .collect()
    }

    fn register_known(&self, end: Moment) -> Vec<Appointment> {
        self.appointments
            .iter()
            .map(|row| self.appointment_known(row, end))
            .collect()
    }

    fn appointment_known(&self, row: &store::AppointmentRow, end: Moment) -> Appointment {
        let relieved = row
            .relieved_on
            .filter(|_| row.relieved_at.is_some_and(|at| at <= end));
        let confirmation = self
            .confirmations
            .iter()
            .find(|confirmation| confirmation.appointment == row.id);
        Appointment {
            id: row.id.clone(),
            person: row.person.clone(),
            body: row.body.clone(),
            capacity: row.capacity.clone(),
            from: row.from_on.0,
            until: row
                .until_on
                .into_iter()
                .chain(relieved)
                .min()
                .map(|day| day.0),
            legal_entities: Vec::new(),
            basis: Some(rules::facts::Basis {
                note: row.basis.clone(),
                file: row.basis_file.clone(),
            }),
            first: row.is_first,
            recorded_at: row.recorded_at.timestamp(),
            confirmation: confirmation.map(|it| rules::facts::Confirmation {
                by: it.confirmed_by.clone(),
                at: it.confirmed_at.timestamp(),
            }),
        }
    }

    fn log_known(&self, end: Moment) -> LogStatus {
        let known = |check: &&CheckRow| check.checked_at <= end;
        let Some(last) = self.checks.iter().rfind(known) else {
            return LogStatus::NotChecked;
        };
        match Finding::read(&last.finding, last.place) {
            Finding::Intact => LogStatus::Verified {
                records: u64::try_from(last.records).unwrap_or_default(),
                checked_at: timestamp(last.checked_at),
                outside: None,
            },
            broken => LogStatus::Broken {
                sentence: broken.sentence(),
                found_at: timestamp(last.found_at),
            },
        }
    }
}

fn timestamp(moment: Moment) -> Timestamp {
    moment.timestamp()
}
