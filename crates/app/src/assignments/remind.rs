//! Reminding by the schedule: one letter a person, however many things are open; from the
//! third reminder after the due day one letter a line manager as well.

use std::collections::BTreeMap;

use anyhow::Result;
use jiff::tz::TimeZone;
use kit::id::{OrgId, PersonId};
use kit::{Act, Day};

use super::model::{ESCALATES, ReminderKind, day_of, step_due};
use super::store::assigning;
use super::store::reminders::{self, Round, Told};
use super::{address_of, assign};
use crate::App;
use crate::documents::Publication;
use crate::notices::{Enclosed, Item, Telling, tell_enclosing};

/// People reminded in one unit of work.
const PAGE: i64 = 300;

/// Nobody gets a reminder before this hour of the day.
const MORNING: i8 = 7;

/// Sends every reminder of an organisation that has come due.
pub(super) async fn remind_due(app: &App, org: OrgId) -> Result<()> {
    let zone = assigning::zone(&mut app.read().await?, org).await?;
    let now = app.clock.now();
    if now.timestamp().to_zoned(zone.clone()).hour() < MORNING {
        return Ok(());
    }
    let today = now.day(&zone);
    let rounds = rounds_due(app, org, (&zone, today)).await?;
    if rounds.is_empty() {
        return Ok(());
    }
    remind_people(app, org, &rounds, today).await?;
    tell_managers(app, org, &rounds, today).await?;
    app.act_as_system(org, move |act| {
        Box::pin(async move {
            for round in &rounds {
                reminders::finish_round(act, round).await?;
            }
            Ok(())
        })
    })
    .await
}

/// The rounds whose day has come and that were not made yet. Their number follows from
/// publications and due days, never from people.
async fn rounds_due(app: &App, org: OrgId, (zone, today): (&TimeZone, Day)) -> Result<Vec<Round>> {
    let mut rounds = Vec::new();
    for publication in assign::in_force(app, org).await? {
        let mut db = app.read().await?;
        let switch = reminders::switch(&mut db, org, publication.id).await?;
        if switch.is_some_and(|switch| switch.stops) {
            continue;
        }
        let mut day = None;
        while let Some(due_on) = reminders::next_due_day(&mut db, org, publication.id, day).await? {
            day = Some(due_on);
            let Some(step) = step_due(due_on, today) else {
                continue;
            };
            let round = round(&publication, due_on, step, zone);
            if !reminders::is_round_done(&mut db, org, &round).await? {
                rounds.push(round);
            }
        }
    }
    Ok(rounds)
}

fn round(publication: &Publication, due_on: Day, step: i64, zone: &TimeZone) -> Round {
    Round {
        publication: publication.id,
        title: publication.title.clone(),
        asked_by: publication.published_by,
        due_on,
        step,
        asked_before: day_of(step, due_on).start(zone),
    }
}

async fn remind_people(app: &App, org: OrgId, rounds: &[Round], today: Day) -> Result<()> {
    let mut after = String::new();
    loop {
        let rounds = rounds.to_vec();
        let last = app
            .act_as_system(org, move |act| {
                Box::pin(async move { remind_page(act, &rounds, (&after, today)).await })
            })
            .await?;
        match last {
            Some(last) => after = last.to_string(),
            None => return Ok(()),
        }
    }
}

/// Reminds the next people of all rounds together; the last of them, or nobody left.
async fn remind_page(
    act: &mut Act,
    rounds: &[Round],
    (after, today): (&str, Day),
) -> Result<Option<PersonId>> {
    let org = act.org();
    let mut open: BTreeMap<PersonId, Vec<&Round>> = BTreeMap::new();
    let mut until: Option<PersonId> = None;
    for round in rounds {
        let people = reminders::to_remind(&mut act.db, org, round, (after, today), PAGE).await?;
        if people.len() as i64 == PAGE {
            // Beyond the last of a full page this round has not been looked at yet.
            let last = people.last().copied();
            until = until.map_or(last, |until| last.min(Some(until)));
        }
        for person in people {
            open.entry(person).or_default().push(round);
        }
    }
    open.retain(|person, _| until.is_none_or(|until| *person <= until));
    for (person, items) in &open {
        remind_person(act, *person, items).await?;
    }
    Ok(until)
}

async fn remind_person(act: &mut Act, person: PersonId, items: &[&Round]) -> Result<()> {
    let mut owed = Vec::with_capacity(items.len());
    for round in items {
        let told = Told {
            publication: round.publication,
            person,
            kind: ReminderKind::Reminded,
            number: round.step,
            sent_to: person,
        };
        if reminders::insert(act, told).await? {
            owed.push(*round);
        }
    }
    let Some(first) = owed.first() else {
        return Ok(());
    };
    let (letter, enclosed) = reminder(person, first, &owed);
    tell_enclosing(act, &letter, enclosed, None).await
}

fn reminder(to: PersonId, first: &Round, owed: &[&Round]) -> (Telling, Enclosed) {
    let letter = Telling {
        to,
        word: "reminder".to_owned(),
        args: vec![
            ("count".to_owned(), owed.len().to_string()),
            ("title".to_owned(), first.title.clone()),
        ],
        leads_to: None,
        thread: Some(first.publication.to_string()),
        reply_to: Some(first.asked_by),
    };
    let items = owed.iter().map(|round| Item {
        args: vec![
            ("title".to_owned(), round.title.clone()),
            ("due".to_owned(), round.due_on.to_string()),
        ],
        leads_to: Some(address_of(round.publication)),
    });
    let enclosed = Enclosed {
        list: items.collect(),
        file: None,
        ..Enclosed::default()
    };
    (letter, enclosed)
}

async fn tell_managers(app: &App, org: OrgId, rounds: &[Round], today: Day) -> Result<()> {
    let rounds: Vec<Round> = rounds
        .iter()
        .filter(|round| round.step >= ESCALATES)
        .cloned()
        .collect();
    let mut managers = Vec::new();
    for round in &rounds {
        let mut db = app.read().await?;
        managers.extend(reminders::managers_to_tell(&mut db, org, round, today).await?);
    }
    managers.sort();
    managers.dedup();
    for manager in managers {
        let rounds = rounds.clone();
        app.act_as_system(org, move |act| {
            Box::pin(async move { tell_manager(act, (manager, today), &rounds).await })
        })
        .await?;
    }
    Ok(())
}

async fn tell_manager(
    act: &mut Act,
    (manager, today): (PersonId, Day),
    rounds: &[Round],
) -> Result<()> {
    let org = act.org();
    let mut items = Vec::new();
    let mut asked_by = None;
    for round in rounds {
        for delayed in reminders::delayed(&mut act.db, org, round, (manager, today)).await? {
            let told = Told {
                publication: round.publication,
                person: delayed.person,
                kind: ReminderKind::Escalated,
                number: round.step,
                sent_to: manager,
            };
            if reminders::insert(act, told).await? {
                asked_by = Some(round.asked_by);
                items.push(Item {
                    args: vec![
                        ("person".to_owned(), delayed.name),
                        ("title".to_owned(), round.title.clone()),
                        ("due".to_owned(), round.due_on.to_string()),
                    ],
                    leads_to: None,
                });
            }
        }
    }
    if items.is_empty() {
        return Ok(());
    }
    let letter = Telling {
        to: manager,
        word: "team-late".to_owned(),
        args: vec![("count".to_owned(), items.len().to_string())],
        leads_to: Some("/team".to_owned()),
        thread: None,
        reply_to: asked_by,
    };
    let enclosed = Enclosed {
        list: items,
        file: None,
        ..Enclosed::default()
    };
    tell_enclosing(act, &letter, enclosed, None).await
}
