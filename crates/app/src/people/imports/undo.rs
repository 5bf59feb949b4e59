//! Taking an import back: what it changed returns to what it was, unless it has changed since.

use std::collections::{BTreeMap, HashMap, HashSet};

use anyhow::Result;
use kit::id::PersonId;
use kit::{Act, Day, Moment};
use record::kinds::words::{ReasonClass, Source};
use record::kinds::{PeopleImportUndone, PersonLeft};

use super::super::change::changed_record;
use super::super::facts::{Difference, Person};
use super::super::{ImportId, address, store as people};
use super::roster;
use super::store::{self, Changed};

/// What an undo did.
#[derive(Clone, Debug)]
pub struct Undone {
    pub reverted: usize,
    /// Who was left as they are now, by name.
    pub left_alone: Vec<String>,
}

/// Why an import is not taken back.
#[derive(Debug, thiserror::Error)]
pub enum CannotUndo {
    #[error("There is no such import.")]
    NoSuchImport,
    #[error("This import was taken back already.")]
    Undone,
    #[error("Say why the import is taken back, in at most 500 characters.")]
    NoReason,
    #[error("These people have changed since: {}.", .0.join(", "))]
    ChangedSince(Vec<String>),
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotUndo {
    Undone says "import-undone-already",
    NoReason says "import-undo-reason",
    ChangedSince says "import-changed-since";
    NoSuchImport is NotFound,
}, |refusal| match refusal {
    CannotUndo::ChangedSince(names) => {
        let first: Vec<&str> = names.iter().take(20).map(String::as_str).collect();
        vec![("count", names.len().into()), ("names", first.join(", ").into())]
    }
    _ => Vec::new(),
});

/// Takes an import back. Whoever has changed since stops it, unless they are to be left as they are.
pub async fn undo(
    act: &mut Act,
    import: ImportId,
    reason: String,
    leave_changed: bool,
) -> Result<Undone, CannotUndo> {
    let reason = reason.trim().to_owned();
    if reason.is_empty() || reason.chars().count() > 500 {
        return Err(CannotUndo::NoReason);
    }
    people::lock(act).await?;
    let org = act.org();
    let applied = store::import(&mut act.db, org, import)
        .await?
        .ok_or(CannotUndo::NoSuchImport)?;
    if applied.undone_at.is_some() {
        return Err(CannotUndo::Undone);
    }
    let everybody = people::everybody(&mut act.db, org).await?;
    let changes = store::changes_of(&mut act.db, org, import).await?;
    let joiners = store::joiners_of(&mut act.db, org, import).await?;
    let in_use = store::joiners_in_use(&mut act.db, org, import).await?;
    let then = (people::today(act).await?, act.now());
    let plan = Plan::new(everybody, &changes, (joiners, in_use), then)?;
    let left_alone = plan.changed_since();
    if !left_alone.is_empty() && !leave_changed {
        return Err(CannotUndo::ChangedSince(left_alone));
    }
    let reverted = plan.revert.len() + plan.joiners.len();
    let body = PeopleImportUndone {
        import: import.into(),
        reverted: reverted as u64,
        reason,
    };
    act.record(import, body).await?;
    plan.apply(act, import).await?;
    store::mark_undone(act, import).await?;
    Ok(Undone {
        reverted,
        left_alone,
    })
}

/// Who goes back to what, who goes, and who stays because of what happened since.
#[derive(Debug, Default)]
struct Plan {
    revert: Vec<(Person, Person)>,
    joiners: Vec<Person>,
    stay: Vec<Person>,
}

impl Plan {
    fn new(
        everybody: Vec<Person>,
        changes: &[Changed],
        (joiners, in_use): (Vec<PersonId>, Vec<PersonId>),
        then: (Day, Moment),
    ) -> Result<Plan> {
        let everybody: HashMap<PersonId, Person> = everybody
            .into_iter()
            .map(|person| (person.id, person))
            .collect();
        let mut facts: BTreeMap<PersonId, Vec<&Changed>> = BTreeMap::new();
        for change in changes {
            facts.entry(change.0).or_default().push(change);
        }
        let in_use: HashSet<PersonId> = in_use.into_iter().collect();
        let mut plan = Plan::default();
        for id in joiners {
            let person = everybody[&id].clone();
            if in_use.contains(&id) {
                plan.stay.push(person);
            } else {
                plan.joiners.push(person);
            }
        }
        for (id, facts) in facts {
            let now = &everybody[&id];
            if facts
                .iter()
                .any(|(_, fact, _, after)| now.fact(*fact) != *after)
            {
                plan.stay.push(now.clone());
            } else {
                plan.revert
                    .push((now.clone(), reverted(now, &facts, then)?));
            }
        }
        plan.keep_addresses_apart(&everybody);
        plan.keep_managers_straight(&everybody);
        Ok(plan)
    }

    /// Somebody whose old address or number has another holder by now stays as they are.
    fn keep_addresses_apart(&mut self, everybody: &HashMap<PersonId, Person>) {
        let moving: HashSet<PersonId> = self.revert.iter().map(|(now, _)| now.id).collect();
        let going: HashSet<PersonId> = self.joiners.iter().map(|person| person.id).collect();
        let held: HashSet<String> = everybody
            .values()
            .filter(|p| p.is_here() && !moving.contains(&p.id) && !going.contains(&p.id))
            .filter_map(|person| person.email.as_deref().map(super::super::fold))
            .collect();
        let taken = |after: &Person| {
            let email = after.email.as_deref().map(super::super::fold);
            after.is_here() && email.is_some_and(|email| held.contains(&email))
        };
        let (stay, revert) = std::mem::take(&mut self.revert)
            .into_iter()
            .partition(|(_, after)| taken(after));
        self.revert = revert;
        self.stay
            .extend(stay.into_iter().map(|(now, _): (Person, Person)| now));
    }

    /// Somebody whose old manager now reports to them stays as they are.
    fn keep_managers_straight(&mut self, everybody: &HashMap<PersonId, Person>) {
        let mut managers: HashMap<PersonId, PersonId> = everybody
            .values()
            .filter_map(|person| Some((person.id, person.manager?)))
            .collect();
        for (_, after) in &self.revert {
            match after.manager {
                Some(manager) => managers.insert(after.id, manager),
                None => managers.remove(&after.id),
            };
        }
        let goes_round = |start: PersonId| {
            let above = std::iter::successors(managers.get(&start), |id| managers.get(*id));
            above.take(200).any(|manager| *manager == start)
        };
        let (stay, revert) = std::mem::take(&mut self.revert)
            .into_iter()
            .partition(|(_, after)| goes_round(after.id));
        self.revert = revert;
        self.stay
            .extend(stay.into_iter().map(|(now, _): (Person, Person)| now));
    }

    fn changed_since(&self) -> Vec<String> {
        self.stay.iter().map(|person| person.name.clone()).collect()
    }

    async fn apply(mut self, act: &mut Act, import: ImportId) -> Result<()> {
        let today = people::today(act).await?;
        let now = act.now();
        let came_back = self
            .revert
            .iter()
            .filter(|(a, b)| !a.is_here() && b.is_here())
            .count() as i64;
        let went = self
            .revert
            .iter()
            .filter(|(a, b)| a.is_here() && !b.is_here())
            .count() as i64;
        let went = went
            + self
                .joiners
                .iter()
                .filter(|joiner| joiner.is_here())
                .count() as i64;
        let leave = self.joiners.into_iter().map(|joiner| {
            let gone = roster::gone(&joiner, joiner.left_on.unwrap_or(today), now);
            (joiner, gone)
        });
        write(act, leave.collect(), (import, today)).await?;
        address::withdraw(act, import).await?;
        let guarded = address::guarded(act).await?;
        let mut held = Vec::new();
        for (now, after) in &mut self.revert {
            held.extend(address::hold(&guarded, now, after));
        }
        address::request(act, held, None).await?;
        self.revert.retain(|(now, after)| now != after);
        write(act, self.revert, (import, today)).await?;
        people::count(act, came_back - went, went - came_back).await
    }
}

/// A person with the facts that an import changed as they were before it.
fn reverted(now: &Person, facts: &[&Changed], (today, at): (Day, Moment)) -> Result<Person> {
    let mut before = now.clone();
    for (_, fact, was, _) in facts {
        before.set(*fact, was.clone())?;
    }
    if before.left_on != now.left_on {
        let was_gone = before.left_on.is_some_and(|last| last <= today);
        before.left_at = was_gone.then_some(at);
    }
    Ok(before)
}

async fn write(
    act: &mut Act,
    pairs: Vec<(Person, Person)>,
    (import, today): (ImportId, Day),
) -> Result<()> {
    let mut events = Vec::with_capacity(pairs.len());
    let mut changes: Vec<(PersonId, Vec<Difference>)> = Vec::with_capacity(pairs.len());
    for (now, after) in &pairs {
        let differences = now.changes(after);
        let (body, concealed) = if now.is_here() && !after.is_here() {
            let body = PersonLeft {
                person: now.id.into(),
                left_on: after.left_on.unwrap_or(today).into(),
                announced_on: None,
                reason_class: Some(ReasonClass::Other),
                source: Source::Import,
                import: Some(import.into()),
            };
            (body.into(), Vec::new())
        } else {
            let record = changed_record(act, after, &differences, today, Some(import))?;
            (record.0.into(), record.1)
        };
        events.push((now.id.into(), body, concealed));
        changes.push((now.id, differences));
    }
    let recorded = act.record_each(events).await?;
    let moved: Vec<(PersonId, Option<String>)> = pairs
        .iter()
        .filter(|(now, after)| now.email != after.email)
        .map(|(now, _)| (now.id, now.email.clone()))
        .collect();
    people::free_addresses(act, moved.iter().map(|(id, _)| *id).collect()).await?;
    address::moved(act, moved).await?;
    people::update(act, pairs.into_iter().map(|(_, after)| after).collect()).await?;
    let rows = changes
        .into_iter()
        .zip(recorded)
        .map(|((person, differences), recorded)| (person, recorded.id, differences))
        .collect();
    // Rows of their own, not of the import: what is undone cannot be undone again.
    people::insert_changes(act, rows, today, None).await
}
