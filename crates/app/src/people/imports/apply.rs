//! Applying a list: the plan is made again inside the unit of work, and all of it happens or nothing.

use std::collections::HashSet;

use anyhow::Result;
use kit::{Act, Actor, Day, Digest};
use record::kinds::words::{ReasonClass, Source};
use record::kinds::{PeopleImported, PersonJoined, PersonLeft};
use record::{Body, Concealed, Disclosure, ObjectId};

use super::super::change::changed_record;
use super::super::facts::{Difference, Fact, Person};
use super::super::import::{self, CannotImport, CannotRead, ManyLeavers, Mapping, Plan, Rows};
use super::super::store as people;
use super::super::{ImportId, address, files, fold};
use super::roster::{self, Lines};
use super::{draft, store};
use crate::App;
use kit::id::PersonId;
use kit::web::UploadedFile;

/// How many joiners are written between two signs of progress.
const CHUNK: usize = 2_000;

/// What somebody decided about an import.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// `None` takes the mapping that is remembered for these headings, or the guess.
    pub mapping: Option<Mapping>,
    /// The file names everybody, so whoever is missing has left.
    pub complete_list: bool,
    /// The counts that somebody confirmed, where so many would leave that they had to be asked.
    pub confirmed: Option<ManyLeavers>,
    /// The digest of the plan that was shown; `None` applies whatever the plan is now.
    pub expected: Option<Digest>,
}

/// What an import did.
#[derive(Clone, Debug, Default, serde::Serialize)]
pub struct Done {
    /// `None` when everybody was as the file says, so that there was nothing to do.
    pub import: Option<ImportId>,
    pub joiners: usize,
    pub returners: usize,
    pub changes: usize,
    pub leavers: usize,
    pub unchanged: usize,
}

/// Why a list is not applied; nothing of it was.
#[derive(Debug, thiserror::Error)]
pub enum CannotApply {
    #[error(transparent)]
    Unreadable(CannotRead),
    #[error(transparent)]
    Wrong(CannotImport),
    #[error("{} of {} people would leave; confirm that this is meant.", .0.leavers, .0.of)]
    Unconfirmed(ManyLeavers),
    #[error("The people have changed since this was shown; look at it again.")]
    NotAsShown,
    #[error(
        "{0} is still the address of a member of top management, whose new one has to be confirmed first."
    )]
    AddressWaits(String),
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

/// Imports a list of people in somebody's name. `progress` hears how many of how many are done.
pub async fn import_people(
    app: &App,
    actor: Actor,
    file: UploadedFile,
    options: Options,
    progress: impl FnMut(usize, usize) + Send + 'static,
) -> Result<Done, CannotApply> {
    let mut db = app.read().await?;
    let bytes = file.bytes.clone();
    let draft = draft::open(&mut db, actor.org, bytes, options.mapping.clone()).await?;
    let rows = draft.rows().map_err(CannotApply::Wrong)?;
    drop(db);
    let list = List {
        digest: app.files.put(file.bytes.clone()).await?,
        file,
        lines: draft.sheet.rows(),
        headings: draft.sheet.signature().as_str().to_owned(),
        mapping: draft.mapping,
        rows,
        options,
    };
    app.act_as(actor, move |act| Box::pin(apply(act, list, progress)))
        .await
}

/// A list that is ready to be applied.
struct List {
    file: UploadedFile,
    digest: Digest,
    lines: usize,
    headings: String,
    mapping: Mapping,
    rows: Rows,
    options: Options,
}

async fn apply(
    act: &mut Act,
    list: List,
    progress: impl FnMut(usize, usize) + Send,
) -> Result<Done, CannotApply> {
    people::lock(act).await?;
    let today = people::today(act).await?;
    people::see_off(act, today.plus_days(-1)).await?;
    let org = act.org();
    let everybody = people::everybody(&mut act.db, org).await?;
    let known = roster::known(&everybody);
    let plan = import::plan(&known, &list.rows, today.0, list.options.complete_list)
        .map_err(CannotApply::Wrong)?;
    if let Some(expected) = list.options.expected
        && draft::digest(&plan)? != expected
    {
        return Err(CannotApply::NotAsShown);
    }
    plan.may_apply(list.options.confirmed)
        .map_err(|unconfirmed| CannotApply::Unconfirmed(unconfirmed.0))?;

    let guarded = address::guarded(act).await?;
    if let Some(address) = kept_from_others(&plan, &everybody, &guarded)? {
        return Err(CannotApply::AddressWaits(address));
    }
    let mut done = Done {
        import: None,
        joiners: plan.joiners.len(),
        returners: plan.returners.len(),
        changes: plan.changes.len(),
        leavers: plan.leavers.len(),
        unchanged: plan.unchanged,
    };
    if !plan.is_empty() {
        let import = ImportId::fresh(act.now(), act.dice());
        note_import(act, import, &list, &done).await?;
        let mut applying = Applying::new(act, import, (today, guarded), &plan);
        applying.all(act, &plan, &everybody, progress).await?;
        done.import = Some(import);
    }
    Ok(done)
}

/// An address that the file gives to somebody although top management keeps it until the new one
/// is confirmed.
fn kept_from_others(
    plan: &Plan,
    everybody: &[Person],
    guarded: &HashSet<PersonId>,
) -> Result<Option<String>> {
    let mut kept = HashSet::new();
    let mut given = Vec::new();
    for change in plan.changes.iter().chain(&plan.returners) {
        let before = find(everybody, change.person.parse()?)?;
        let email = before.email.as_deref().unwrap_or_default();
        if guarded.contains(&before.id) && email != change.after.email {
            kept.insert(fold(email));
        } else {
            given.push(&change.after.email);
        }
    }
    given.extend(plan.joiners.iter().map(|joiner| &joiner.profile.email));
    let taken = |email: &&&String| !email.is_empty() && kept.contains(&fold(email));
    Ok(given.iter().find(taken).map(|email| (*email).clone()))
}

async fn note_import(act: &mut Act, import: ImportId, list: &List, done: &Done) -> Result<()> {
    files::note(act, list.digest, &list.file).await?;
    let (org, now) = (act.org(), act.now());
    store::remember(&mut act.db, org, &list.headings, &list.mapping, now).await?;
    let body = PeopleImported {
        import: import.into(),
        source: list.file.name.clone(),
        file: list.digest.into(),
        rows: list.lines as u64,
        joiners: done.joiners as u64,
        changes: (done.changes + done.returners) as u64,
        leavers: done.leavers as u64,
        mapping: Digest::of(record::canonical::to_bytes(&list.mapping)?).into(),
    };
    let recorded = act.record_first(import, body.clone(), &[]).await?;
    store::insert_import(act, import, &body, recorded.id).await
}

type Event = (ObjectId, Body, Vec<Disclosure>);

/// An import under way.
struct Applying {
    import: ImportId,
    today: Day,
    /// Whose addresses wait to be confirmed.
    guarded: HashSet<PersonId>,
    lines: Lines,
}

impl Applying {
    /// Joiners get their ids first, so that everybody can already report to them.
    fn new(
        act: &Act,
        import: ImportId,
        (today, guarded): (Day, HashSet<PersonId>),
        plan: &Plan,
    ) -> Applying {
        let id = || PersonId::fresh(act.now(), act.dice());
        let lines = plan.joiners.iter().map(|joiner| (joiner.line, id()));
        Applying {
            import,
            today,
            guarded,
            lines: lines.collect(),
        }
    }

    async fn all(
        &mut self,
        act: &mut Act,
        plan: &Plan,
        everybody: &[Person],
        mut progress: impl FnMut(usize, usize) + Send,
    ) -> Result<()> {
        let total =
            plan.leavers.len() + plan.changes.len() + plan.returners.len() + plan.joiners.len();
        self.leavers(act, plan, everybody).await?;
        self.changes(act, plan, everybody).await?;
        let mut done = total - plan.joiners.len();
        progress(done, total);
        for some in self.in_order_of_ids(&plan.joiners).chunks(CHUNK) {
            self.joiners(act, some).await?;
            done += some.len();
            progress(done, total);
        }
        act.db.look_again("person").await?;
        people::count(act, plan.joiners.len() as i64, 0).await
    }

    async fn leavers(&self, act: &mut Act, plan: &Plan, everybody: &[Person]) -> Result<()> {
        let mut pairs = Vec::with_capacity(plan.leavers.len());
        for leaver in &plan.leavers {
            let before = find(everybody, leaver.person.parse()?)?;
            pairs.push((before, roster::gone(before, Day(leaver.on), act.now())));
        }
        self.write(act, pairs, |_, before, after, _| {
            Ok((left(before, after, self.import, self.today), Vec::new()))
        })
        .await
    }

    async fn changes(&self, act: &mut Act, plan: &Plan, everybody: &[Person]) -> Result<()> {
        let mut pairs = Vec::with_capacity(plan.changes.len() + plan.returners.len());
        let mut held = Vec::new();
        for change in plan.changes.iter().chain(&plan.returners) {
            let id = change.person.parse()?;
            let before = find(everybody, id)?;
            let mut after = roster::person(id, &change.after, &self.lines, self.today)?;
            held.extend(address::hold(&self.guarded, before, &mut after));
            if *before != after {
                pairs.push((before, after));
            }
        }
        address::request(act, held, Some(self.import)).await?;
        self.write(act, pairs, |act, before, after, differences| {
            if !before.is_here() {
                return self.joined(act, after);
            }
            let only_leaves = differences.len() == 1 && differences[0].fact == Fact::LeftOn;
            if only_leaves && after.left_on.is_some() {
                return Ok((left(before, after, self.import, self.today), Vec::new()));
            }
            let record = changed_record(act, after, differences, self.today, Some(self.import))?;
            Ok((record.0.into(), record.1))
        })
        .await
    }

    /// Records and writes what becomes of people who are known already.
    async fn write(
        &self,
        act: &mut Act,
        pairs: Vec<(&Person, Person)>,
        body: impl Fn(&Act, &Person, &Person, &[Difference]) -> Result<(Body, Vec<Disclosure>)>,
    ) -> Result<()> {
        let mut events: Vec<Event> = Vec::with_capacity(pairs.len());
        let mut changes = Vec::with_capacity(pairs.len());
        for (before, after) in &pairs {
            let differences = before.changes(after);
            let (body, concealed) = body(act, before, after, &differences)?;
            events.push((before.id.into(), body, concealed));
            changes.push((before.id, differences));
        }
        let recorded = act.record_each(events).await?;
        let moved: Vec<(PersonId, Option<String>)> = pairs
            .iter()
            .filter(|(before, after)| before.email != after.email)
            .map(|(before, _)| (before.id, before.email.clone()))
            .collect();
        people::free_addresses(act, moved.iter().map(|(id, _)| *id).collect()).await?;
        address::moved(act, moved).await?;
        let moves = |from: bool| {
            let moved = |(b, a): &&(&Person, Person)| b.is_here() == from && a.is_here() != from;
            pairs.iter().filter(moved).count() as i64
        };
        let (went, came) = (moves(true), moves(false));
        people::count(act, came - went, went - came).await?;
        let after = pairs.into_iter().map(|(_, after)| after).collect();
        people::update(act, after).await?;
        let rows = changes
            .into_iter()
            .zip(recorded)
            .map(|((person, differences), recorded)| (person, recorded.id, differences))
            .collect();
        people::insert_changes(act, rows, self.today, Some(self.import)).await
    }

    /// Ids are chance: in their order the log says nothing about the order of the file, and every
    /// row lands behind the one before.
    fn in_order_of_ids<'a>(&self, joiners: &'a [import::Joiner]) -> Vec<&'a import::Joiner> {
        let mut joiners: Vec<&import::Joiner> = joiners.iter().collect();
        joiners.sort_by_key(|joiner| self.lines[&joiner.line]);
        joiners
    }

    async fn joiners(&self, act: &mut Act, joiners: &[&import::Joiner]) -> Result<()> {
        let mut events: Vec<Event> = Vec::with_capacity(joiners.len());
        let mut joined = Vec::with_capacity(joiners.len());
        for joiner in joiners {
            let id = self.lines[&joiner.line];
            let person = roster::person(id, &joiner.profile, &self.lines, self.today)?;
            let (body, concealed) = self.joined(act, &person)?;
            events.push((id.into(), body, concealed));
            joined.push(person);
        }
        let recorded = act.record_many(events).await?;
        let people = joined
            .into_iter()
            .zip(recorded)
            .map(|(person, recorded)| (person, recorded.id))
            .collect();
        people::insert(act, people, Some(self.import)).await
    }

    fn joined(&self, act: &Act, person: &Person) -> Result<(Body, Vec<Disclosure>)> {
        let concealed = people::conceal(act, person);
        let body = PersonJoined {
            person: person.id.into(),
            started_on: person.started_on.into(),
            source: Source::Import,
            import: Some(self.import.into()),
            unit: person.unit.clone(),
            manager: person.manager.map(Into::into),
            left_on: person.left_on.map(Into::into),
            concealed: Concealed::of(&concealed)?,
        };
        Ok((body.into(), concealed))
    }
}

fn left(before: &Person, after: &Person, import: ImportId, today: Day) -> Body {
    PersonLeft {
        person: before.id.into(),
        left_on: after.left_on.unwrap_or(today).into(),
        announced_on: before.left_on.is_none().then_some(today.into()),
        reason_class: Some(ReasonClass::Other),
        source: Source::Import,
        import: Some(import.into()),
    }
    .into()
}

/// Everybody is in the order of ids.
fn find(everybody: &[Person], id: PersonId) -> Result<&Person> {
    let place = everybody.binary_search_by_key(&id.to_string(), |person| person.id.to_string());
    place
        .map(|place| &everybody[place])
        .map_err(|_| anyhow::anyhow!("the plan names {id}, who is not here"))
}
