//! Leaving: announced, then done.
//!
//! The last day belongs to whoever leaves: they keep their way in until it is over, and a duty
//! sees them off. Where the organisation ends it, the way in ends at once on that day.

use anyhow::Result;
use kit::id::PersonId;
use kit::{Act, Day};
use record::kinds::PersonLeft;
use record::kinds::words::{ReasonClass, Source};

use super::facts::{Difference, Fact};
use super::store;
use crate::App;

/// When and, as coarse as deadlines need it, why somebody leaves.
#[derive(Clone, Copy, Debug)]
pub struct Leaving {
    /// The last day.
    pub on: Day,
    pub reason: Option<ReasonClass>,
}

impl Leaving {
    /// Is it over on this day already?
    fn ends_by(&self, today: Day) -> bool {
        let at_once = self.reason == Some(ReasonClass::Involuntary);
        self.on < today || (self.on == today && at_once)
    }
}

/// Without a reason told.
impl From<Day> for Leaving {
    fn from(on: Day) -> Leaving {
        Leaving { on, reason: None }
    }
}

/// Why nobody leaves.
#[derive(Debug, thiserror::Error)]
pub enum CannotLeave {
    #[error("There is no such person.")]
    NoSuchPerson,
    #[error("This person has left already.")]
    Left,
    #[error("Nobody leaves before they started.")]
    BeforeStart,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotLeave {
    Left says "people-has-left",
    BeforeStart says "people-wrong-before-start";
    NoSuchPerson is NotFound,
});

/// Notes a person's last day; a planned one may be moved.
pub async fn leave(
    act: &mut Act,
    person: PersonId,
    leaving: impl Into<Leaving>,
) -> Result<(), CannotLeave> {
    let leaving = leaving.into();
    store::lock(act).await?;
    let org = act.org();
    let before = store::person(&mut act.db, org, person)
        .await?
        .ok_or(CannotLeave::NoSuchPerson)?;
    if !before.is_here() {
        return Err(CannotLeave::Left);
    }
    if leaving.on < before.started_on {
        return Err(CannotLeave::BeforeStart);
    }
    if before.left_on == Some(leaving.on) {
        return Ok(());
    }
    let today = store::today(act).await?;
    let body = PersonLeft {
        person: person.into(),
        left_on: leaving.on.into(),
        announced_on: Some(today.into()),
        reason_class: leaving.reason,
        source: Source::ByHand,
        import: None,
    };
    let recorded = act.record(person, body).await?;
    let mut after = before.clone();
    after.left_on = Some(leaving.on);
    after.left_at = leaving.ends_by(today).then_some(act.now());
    let gone = i64::from(!after.is_here());
    let difference = Difference {
        fact: Fact::LeftOn,
        before: before.fact(Fact::LeftOn),
        after: after.fact(Fact::LeftOn),
    };
    store::update(act, vec![after]).await?;
    let rows = vec![(person, recorded.id, vec![difference])];
    store::insert_changes(act, rows, today, None).await?;
    store::count(act, -gone, gone).await?;
    Ok(())
}

/// Sees off whoever's last day is over. The record was written when it was announced.
pub(super) async fn see_off(app: &App) -> Result<()> {
    let waiting = store::last_days(&mut app.read().await?).await?;
    for (org, zone, first) in waiting {
        let today = app.clock.now().day(&jiff::tz::TimeZone::get(&zone)?);
        if first < today {
            let done = app.act_as_system(org, move |act| {
                Box::pin(async move {
                    store::lock(act).await?;
                    store::see_off(act, today.plus_days(-1)).await
                })
            });
            done.await?;
        }
    }
    Ok(())
}
