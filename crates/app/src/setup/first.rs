//! The first act: an organisation and the person who sets it up.

use anyhow::Result;
use jiff::tz::TimeZone;
use kit::id::{OrgId, PersonId};
use kit::words::Language;
use kit::{Act, Actor, Digest};

use super::store;
use crate::App;
use crate::identity::{CannotGrant, Role, grant};
use crate::ledger::{self, Founding, NewOrganisation};
use crate::people::{self, CannotJoin, NewPerson, WrongFact};

/// What the first step asks.
#[derive(Clone, Debug)]
pub struct First {
    pub organisation: String,
    pub language: Language,
    /// An IANA name such as `Europe/Berlin`.
    pub time_zone: String,
    pub name: String,
    pub email: String,
    /// Administrator in any case; also information security manager?
    pub is_security_manager: bool,
}

/// Why nothing is set up.
#[derive(Debug, thiserror::Error)]
pub enum CannotSetUp {
    #[error("This link was used already, or is not from this server.")]
    LinkUsed,
    #[error("Give the organisation a name of at most 200 characters.")]
    Organisation,
    #[error("This is not a time zone such as Europe/Berlin.")]
    TimeZone,
    #[error("Give your name, in at most 200 characters.")]
    Name,
    #[error("Give an e-mail address: it is how you sign in.")]
    Email,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotSetUp {
    LinkUsed says "setup-link-used",
    Organisation says "setup-organisation-wrong",
    TimeZone says "setup-time-zone-wrong",
    Name says "setup-name-wrong",
    Email says "setup-email-wrong",
});

impl From<CannotJoin> for CannotSetUp {
    fn from(refusal: CannotJoin) -> CannotSetUp {
        match refusal {
            CannotJoin::Unexpected(error) => CannotSetUp::Unexpected(error),
            CannotJoin::Wrong(WrongFact::Name) => CannotSetUp::Name,
            CannotJoin::Wrong(_) => CannotSetUp::Email,
        }
    }
}

impl From<CannotGrant> for CannotSetUp {
    fn from(refusal: CannotGrant) -> CannotSetUp {
        CannotSetUp::Unexpected(refusal.into())
    }
}

/// Uses the link: founds the organisation and enters its first person, all of it or nothing.
pub async fn set_up(
    app: &App,
    token: &str,
    first: First,
) -> Result<(OrgId, PersonId), CannotSetUp> {
    check(&first)?;
    let founding = ledger::prepare(
        app,
        NewOrganisation {
            name: first.organisation.trim().to_owned(),
            language: first.language,
            time_zone: first.time_zone.clone(),
            is_demonstration: false,
        },
    )?;
    let org = OrgId::fresh(app.clock.now(), &app.dice);
    let link = Digest::of(token);
    let person = app
        .act_as(Actor::system(org), move |act| {
            Box::pin(begin(act, link, founding, first))
        })
        .await?;
    Ok((org, person))
}

fn check(first: &First) -> Result<(), CannotSetUp> {
    let name = first.organisation.trim();
    if name.is_empty() || name.chars().count() > 200 || name.chars().any(char::is_control) {
        return Err(CannotSetUp::Organisation);
    }
    if TimeZone::get(&first.time_zone).is_err() {
        return Err(CannotSetUp::TimeZone);
    }
    if first.email.trim().is_empty() {
        Err(CannotSetUp::Email)
    } else {
        Ok(())
    }
}

async fn begin(
    act: &mut Act,
    link: Digest,
    founding: Founding,
    first: First,
) -> Result<PersonId, CannotSetUp> {
    act.db.lock("setup").await?;
    let now = act.now();
    let is_first = !store::has_organisation(&mut act.db).await?;
    if !is_first || !store::use_link(&mut act.db, link, now).await? {
        return Err(CannotSetUp::LinkUsed);
    }
    ledger::begin(act, founding).await?;
    let today = people::today(act).await?;
    let person = people::join(
        act,
        NewPerson {
            name: first.name.trim().to_owned(),
            email: Some(first.email.trim().to_owned()),
            job_title: None,
            unit: None,
            manager: None,
            number: None,
            language: Some(first.language),
            started_on: today,
        },
    )
    .await?;
    grant(act, person, Role::Administrator, today, None).await?;
    if first.is_security_manager {
        grant(act, person, Role::SecurityManager, today, None).await?;
    }
    Ok(person)
}
