//! Two years of a firm, told day by day.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use futures_util::future::BoxFuture;
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use kit::id::{OrgId, PersonId};
use kit::words::Language;
use kit::{Act, Actor, Clock, Day, Digest, Moment};

use super::cast::{self, CAST, FIRM, Member};
use super::statement::{LAST_YEAR, Paper, THIS_YEAR};
use crate::App;
use crate::identity::{self, Role};
use crate::ledger::{self, NewOrganisation};
use crate::people::{self, NewAppointment, NewPerson};

const BEGINNING: i64 = 730;
const ZONE: &str = "Europe/Berlin";

/// What came of it.
#[derive(Debug)]
pub struct Firm {
    pub org: OrgId,
    pub people: usize,
}

/// Tells the story until `now`, with as many further people as it takes to reach `people`.
pub async fn tell(app: &App, now: Moment, people: usize) -> Result<Firm> {
    let zone = TimeZone::get(ZONE)?;
    let clock = Clock::standing(now);
    let app = App {
        clock: clock.clone(),
        ..app.clone()
    };
    let today = now.day(&zone);
    let mut story = Story {
        app,
        clock,
        zone,
        today,
        now,
        org: None,
        ids: BTreeMap::new(),
        paper: None,
    };
    for before in (1..=BEGINNING).rev() {
        story.live_through(before).await?;
    }
    story
        .hire_more(people.saturating_sub(cast::CAST.len() - 3))
        .await?;
    story.work().await?;
    let org = story.org()?;
    Ok(Firm {
        org,
        people: people.max(48),
    })
}

pub(super) struct Story {
    pub(super) app: App,
    clock: Clock,
    zone: TimeZone,
    pub(super) today: Day,
    now: Moment,
    org: Option<OrgId>,
    pub(super) ids: BTreeMap<&'static str, PersonId>,
    pub(super) paper: Option<Paper>,
}

impl Story {
    /// One day, so many days before today; most of them are quiet.
    async fn live_through(&mut self, before: i64) -> Result<()> {
        if before == BEGINNING {
            self.begin(before).await?;
        }
        self.join_and_leave(before).await?;
        match before {
            400 => self.draft(before).await?,
            395 => self.confirm_contents(before, LAST_YEAR).await?,
            390 => self.ask_for_signature(before, LAST_YEAR, 376).await?,
            376 => self.sign(before).await?,
            375 => self.publish(before).await?,
            12 => self.draft_again(before).await?,
            9 => self.confirm_contents(before, THIS_YEAR).await?,
            5 => self.ask_for_signature(before, THIS_YEAR, 0).await?,
            _ => {}
        }
        self.acknowledge(before).await?;
        if before % 7 == 0 || before < 30 {
            self.rise(before, 17);
            self.work().await?;
        }
        Ok(())
    }

    async fn begin(&mut self, before: i64) -> Result<()> {
        self.rise(before, 8);
        let new = NewOrganisation {
            name: FIRM.to_owned(),
            language: Language::English,
            time_zone: ZONE.to_owned(),
            is_demonstration: true,
        };
        self.org = Some(ledger::found(&self.app, new).await?);
        for member in CAST.iter().filter(|member| member.started >= BEGINNING) {
            self.join(member).await?;
        }
        self.appoint().await?;
        let roles = [
            (cast::INFOSEC, Role::SecurityManager),
            (cast::HR, Role::HumanResources),
            (cast::ADMIN, Role::Administrator),
        ];
        for (name, role) in roles {
            self.grant(name, role, None).await?;
        }
        Ok(())
    }

    async fn join_and_leave(&mut self, before: i64) -> Result<()> {
        let joins = |member: &&Member| member.started == before && before < BEGINNING;
        for member in CAST.iter().filter(joins) {
            self.rise(before, 8);
            self.join(member).await?;
            if member.name == cast::AUDITOR {
                self.grant(
                    cast::AUDITOR,
                    Role::ExternalAuditor,
                    Some(self.today.plus_days(30)),
                )
                .await?;
            }
        }
        for member in CAST.iter().filter(|member| member.left == Some(before)) {
            self.rise(before, 16);
            let (person, last_day) = (self.ids[member.name], self.day(before));
            self.act(cast::HR, move |act| {
                Box::pin(async move { Ok(people::leave(act, person, last_day).await?) })
            })
            .await?;
        }
        Ok(())
    }

    async fn join(&mut self, member: &'static Member) -> Result<()> {
        let new = NewPerson {
            name: member.name.to_owned(),
            email: Some(cast::address(member.name)),
            job_title: Some(member.title.to_owned()),
            unit: Some(member.unit.to_owned()),
            manager: self.ids.get(member.manager).copied(),
            number: None,
            language: None,
            started_on: self.day(member.started),
        };
        let by = if self.ids.contains_key(cast::HR) {
            cast::HR
        } else {
            ""
        };
        let person = self
            .act(by, move |act| {
                Box::pin(async move { Ok(people::join(act, new).await?) })
            })
            .await?;
        self.ids.insert(member.name, person);
        Ok(())
    }

    /// The three directors, each confirmed by another.
    async fn appoint(&mut self) -> Result<()> {
        let directors = [
            (cast::CEO, cast::CFO, "Managing director", "2018-02-01"),
            (cast::CFO, cast::COO, "Finance director", "2019-03-01"),
            (cast::COO, cast::CEO, "Operations director", "2020-07-01"),
        ];
        let mut appointments = Vec::new();
        for (name, _, capacity, from) in directors {
            let new = NewAppointment {
                person: self.ids[name],
                body: "Management board".to_owned(),
                capacity: capacity.to_owned(),
                from: from.parse()?,
                until: None,
                basis: "Extract of the company register, HRB 48211".to_owned(),
                basis_file: None,
                meanings: vec![
                    "iso-top-management".to_owned(),
                    "management-body".to_owned(),
                ],
            };
            appointments.push(
                self.act(cast::INFOSEC, move |act| {
                    Box::pin(async move { Ok(people::appoint(act, new).await?) })
                })
                .await?,
            );
        }
        // Backwards: the managing director counts from the first, and confirms before being confirmed.
        for (appointment, (_, by, _, _)) in appointments.into_iter().zip(directors).rev() {
            self.act(by, move |act| {
                Box::pin(async move { Ok(people::confirm(act, appointment).await?) })
            })
            .await?;
        }
        Ok(())
    }

    async fn grant(&self, name: &str, role: Role, until: Option<Day>) -> Result<()> {
        let (person, from) = (self.ids[name], self.clock.now().day(&self.zone));
        self.act("", move |act| {
            Box::pin(async move {
                identity::grant(act, person, role, from, until).await?;
                Ok(())
            })
        })
        .await
    }

    /// For `--people`: colleagues without a story, who joined at the beginning of today.
    async fn hire_more(&mut self, more: usize) -> Result<()> {
        self.rise(1, 18);
        for n in 0..more {
            let new = NewPerson {
                name: format!("Colleague {:05}", n + 1),
                email: Some(format!("colleague{:05}@northwind-optics.example", n + 1)),
                job_title: None,
                unit: Some("Production".to_owned()),
                manager: self.ids.get("Giulia Conti").copied(),
                number: None,
                language: None,
                started_on: self.day(1),
            };
            self.act(cast::HR, move |act| {
                Box::pin(async move {
                    people::join(act, new).await?;
                    Ok(())
                })
            })
            .await?;
        }
        Ok(())
    }

    /// What the worker would have done by now.
    pub(super) async fn work(&self) -> Result<()> {
        let jobs = crate::jobs();
        jobs.run_due(&self.app.db, &self.clock, &self.app).await?;
        for duty in crate::duties() {
            (duty.run)(self.app.clone()).await?;
        }
        jobs.run_due(&self.app.db, &self.clock, &self.app).await?;
        ledger::sequence_all(&self.app).await
    }

    pub(super) async fn act<T, F>(&self, name: &str, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'a> FnOnce(&'a mut Act) -> BoxFuture<'a, Result<T>> + Send + 'static,
    {
        self.app
            .act_as(self.actor(name)?, work)
            .await
            .with_context(|| format!("{name} in the story"))
    }

    /// Somebody in a session of their own; nobody stands for the software.
    fn actor(&self, name: &str) -> Result<Actor> {
        Ok(Actor {
            org: self.org()?,
            person: self.ids.get(name).copied(),
            session: Some(Digest::of(format!(
                "the session of {name} in the demonstration"
            ))),
        })
    }

    fn org(&self) -> Result<OrgId> {
        self.org.context("the firm is founded on the first day")
    }

    /// The working day so many days before today.
    pub(super) fn day(&self, before: i64) -> Day {
        let mut day = self.today.plus_days(-before);
        while day.is_weekend() {
            day = day.plus_days(-1);
        }
        day
    }

    /// Moves the clock to an hour of a day, never back.
    pub(super) fn rise(&self, before: i64, hour: i64) {
        let moment = self
            .day(before)
            .start(&self.zone)
            .plus(SignedDuration::from_hours(hour));
        let later = self.clock.now().plus(SignedDuration::from_mins(1));
        let begun = self.org.is_some();
        self.clock.set(if begun && moment < later {
            later
        } else {
            moment.min(self.now)
        });
    }

    pub(super) fn pause(&self, duration: SignedDuration) {
        self.clock
            .set(self.clock.now().plus(duration).min(self.now));
    }
}
