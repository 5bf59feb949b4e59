//! The unit of work: what somebody does, all of it or nothing.
//!
//! A verb takes `&mut Act`. It reads and writes through [`Act::db`], appends the record of
//! what happened ([`Act::record`]), and orders what follows ([`Act::later`]). State, record,
//! leaf and jobs then share one transaction. Time, chance and the actor are in the act, so
//! that a verb asks nobody.

mod store;

use std::any::Any;
use std::panic::AssertUnwindSafe;

use anyhow::{Context, Result, anyhow};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use record::{Body, Concealed, Disclosure, Envelope, ObjectId, Salt};
use tokio::sync::oneshot;

use crate::db::{Conn, Db, Verdict};
use crate::dice::Dice;
use crate::id::{JobId, OrgId, PersonId, RecordId};
use crate::jobs::{self, Job};
use crate::time::{Clock, Moment};
use crate::{Digest, args};
use store::{Revision, Rows};

/// In whose name a unit of work is done.
#[derive(Clone, Debug)]
pub struct Actor {
    pub org: OrgId,
    /// `None` when the software acts by itself.
    pub person: Option<PersonId>,
    /// The digest of the session's token.
    pub session: Option<Digest>,
}

impl Actor {
    /// The software itself.
    pub fn system(org: OrgId) -> Actor {
        Actor {
            org,
            person: None,
            session: None,
        }
    }

    /// A person without a session, as the command line acts for whoever typed it.
    pub fn person(org: OrgId, person: PersonId) -> Actor {
        Actor {
            org,
            person: Some(person),
            session: None,
        }
    }
}

/// A record that was appended.
#[derive(Clone, Copy, Debug)]
pub struct Recorded {
    pub id: RecordId,
    /// The hash of its leaf: what a signature over this record names.
    pub leaf_hash: [u8; 32],
}

/// When an event happened, if not now, and why it is entered late.
#[derive(Clone, Debug)]
pub struct Claim {
    pub at: Moment,
    pub late: Option<String>,
}

/// A unit of work in progress.
#[derive(Debug)]
pub struct Act {
    pub db: Conn,
    actor: Actor,
    now: Moment,
    dice: Dice,
    /// The last record: its next one's id sorts behind it.
    last_record: Option<RecordId>,
}

impl Act {
    pub fn org(&self) -> OrgId {
        self.actor.org
    }

    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The person who acts; a verb that only people do asks for it.
    pub fn person(&self) -> Result<PersonId> {
        self.actor.person.context("only a person can do this")
    }

    pub fn now(&self) -> Moment {
        self.now
    }

    pub fn dice(&self) -> &Dice {
        &self.dice
    }

    /// Appends the next record about `obj`.
    pub async fn record(
        &mut self,
        obj: impl Into<ObjectId>,
        body: impl Into<Body>,
    ) -> Result<Recorded> {
        self.record_claiming(obj, body, &[], None).await
    }

    /// Appends the next record about `obj`, with its concealed fields and, for a late entry,
    /// when it happened.
    pub async fn record_claiming(
        &mut self,
        obj: impl Into<ObjectId>,
        body: impl Into<Body>,
        disclosures: &[Disclosure],
        claim: Option<Claim>,
    ) -> Result<Recorded> {
        let obj = obj.into();
        self.db.lock(&format!("{}/{obj}", self.org())).await?;
        let org = self.org();
        let last = store::last_revision(&mut self.db, org, obj).await?;
        self.append(obj, last, body.into(), disclosures, claim)
    }

    /// Appends the first record about something that did not exist before: nobody needs to look.
    pub async fn record_first(
        &mut self,
        obj: impl Into<ObjectId>,
        body: impl Into<Body>,
        disclosures: &[Disclosure],
    ) -> Result<Recorded> {
        self.append(obj.into(), None, body.into(), disclosures, None)
    }

    /// Appends first records about many new things with few statements.
    pub async fn record_many(
        &mut self,
        events: Vec<(ObjectId, Body, Vec<Disclosure>)>,
    ) -> Result<Vec<Recorded>> {
        let mut rows = Rows::default();
        let mut recorded = Vec::with_capacity(events.len());
        for (obj, body, disclosures) in events {
            recorded.push(self.seal(&mut rows, obj, None, body, &disclosures, None)?);
        }
        rows.insert(&mut self.db).await?;
        Ok(recorded)
    }

    /// Appends the next record about each of many known things; each stands once.
    pub async fn record_each(
        &mut self,
        events: Vec<(ObjectId, Body, Vec<Disclosure>)>,
    ) -> Result<Vec<Recorded>> {
        let org = self.org();
        let objs = events.iter().map(|(obj, ..)| *obj);
        let mut last = store::last_revisions(&mut self.db, org, objs).await?;
        let mut rows = Rows::default();
        let mut recorded = Vec::with_capacity(events.len());
        for (obj, body, disclosures) in events {
            let last = last.remove(&obj.to_string());
            recorded.push(self.seal(&mut rows, obj, last, body, &disclosures, None)?);
        }
        rows.insert(&mut self.db).await?;
        Ok(recorded)
    }

    /// A concealed field with fresh salt.
    pub fn conceal(&self, name: &str, value: &str) -> Disclosure {
        Disclosure::text(self.dice.bytes(), name, value)
    }

    /// Orders work that follows once this is committed. The same `unique` text while such a
    /// job waits is the same job.
    pub async fn later<App, J: Job<App>>(&mut self, job: &J, unique: Option<String>) -> Result<()> {
        self.later_at::<App, J>(job, unique, self.now).await
    }

    /// Orders work for a later time.
    pub async fn later_at<App, J: Job<App>>(
        &mut self,
        job: &J,
        unique: Option<String>,
        run_at: Moment,
    ) -> Result<()> {
        let id = JobId::fresh(self.now, &self.dice);
        let unique = unique.map(|unique| format!("{}/{}/{unique}", J::KIND, self.org()));
        let body = serde_json::to_string(job)?;
        let org = self.org();
        jobs::enqueue(&mut self.db, (id, org), (J::KIND, body, unique), run_at);
        Ok(())
    }

    fn append(
        &mut self,
        obj: ObjectId,
        last: Option<Revision>,
        body: Body,
        disclosures: &[Disclosure],
        claim: Option<Claim>,
    ) -> Result<Recorded> {
        let mut rows = Rows::default();
        let recorded = self.seal(&mut rows, obj, last, body, disclosures, claim)?;
        rows.insert_soon(&mut self.db);
        Ok(recorded)
    }

    fn seal(
        &mut self,
        rows: &mut Rows,
        obj: ObjectId,
        last: Option<Revision>,
        body: Body,
        disclosures: &[Disclosure],
        claim: Option<Claim>,
    ) -> Result<Recorded> {
        let kind = body.type_id().to_owned();
        let envelope = self.envelope(obj, last, body, claim)?;
        let sealed = envelope
            .seal(Salt(self.dice.bytes()))
            .context("failed to seal a record")?;
        let id = self.next_record();
        let org = self.org();
        rows.leaves.push(args![
            org,
            id,
            &sealed.leaf.to_bytes()[..],
            self.now,
            envelope.rev
        ]);
        rows.salts.push(args![org, id, &sealed.salt.0[..]]);
        rows.records.push(args![
            org,
            id,
            kind,
            i64::from(sealed.leaf.class as u8),
            obj.to_string(),
            envelope.rev,
            envelope.actor.pid.to_string(),
            self.now,
            envelope.claimed.map(|at| at.as_millis() as i64 * 1000),
            envelope.late,
            &sealed.leaf_hash.0[..],
            sealed.bytes,
        ]);
        for disclosure in disclosures {
            let text = String::from_utf8(disclosure.to_bytes()?)?;
            rows.disclosures
                .push(args![org, id, &disclosure.name, text]);
        }
        Ok(Recorded {
            id,
            leaf_hash: sealed.leaf_hash.0,
        })
    }

    /// The records of one act enter the log in the order in which they were made, and an index
    /// at its end.
    fn next_record(&mut self) -> RecordId {
        let id = match self.last_record {
            Some(last) => last.following(&self.dice),
            None => RecordId::fresh(self.now, &self.dice),
        };
        self.last_record = Some(id);
        id
    }

    fn envelope(
        &self,
        obj: ObjectId,
        last: Option<Revision>,
        body: Body,
        claim: Option<Claim>,
    ) -> Result<Envelope> {
        let pid = match self.actor.person {
            Some(person) => record::Pid::Person(person.into()),
            None => record::Pid::System,
        };
        let (rev, prev) = match last {
            None => (1, None),
            Some(last) => (u32::try_from(last.rev)? + 1, Some(last.digest()?)),
        };
        let (claimed, late) = match claim {
            None => (None, None),
            Some(claim) => (Some(claim.at.into()), claim.late),
        };
        Ok(Envelope {
            obj,
            rev,
            prev,
            org: self.org().into(),
            actor: record::Actor {
                pid,
                concealed: Concealed::default(),
            },
            at: self.now.into(),
            claimed,
            late,
            body,
        })
    }
}

/// Runs a unit of work and answers when its outcome is durable.
pub async fn act<T, E, F>(db: &Db, actor: Actor, clock: Clock, dice: Dice, work: F) -> Result<T, E>
where
    T: Send + 'static,
    E: From<anyhow::Error> + Send + 'static,
    F: for<'a> FnOnce(&'a mut Act) -> BoxFuture<'a, Result<T, E>> + Send + 'static,
{
    run(db, move |conn| {
        Box::pin(async move {
            let mut act = Act {
                db: conn,
                actor,
                now: clock.now(),
                dice,
                last_record: None,
            };
            let result = AssertUnwindSafe(work(&mut act)).catch_unwind().await;
            (act.db, result)
        })
    })
    .await
}

/// Runs technical writes that are no act of anybody: sessions, leases, outbox marks.
pub async fn plainly<T, F>(db: &Db, work: F) -> Result<T>
where
    T: Send + 'static,
    F: for<'a> FnOnce(&'a mut Conn) -> BoxFuture<'a, Result<T>> + Send + 'static,
{
    run(db, move |mut conn| {
        Box::pin(async move {
            let result = AssertUnwindSafe(work(&mut conn)).catch_unwind().await;
            (conn, result)
        })
    })
    .await
}

type Outcome<T, E> = Result<Result<T, E>, Box<dyn Any + Send>>;

async fn run<T, E, F>(db: &Db, work: F) -> Result<T, E>
where
    T: Send + 'static,
    E: From<anyhow::Error> + Send + 'static,
    F: FnOnce(Conn) -> BoxFuture<'static, (Conn, Outcome<T, E>)> + Send + 'static,
{
    let (tell, told) = oneshot::channel();
    let unit = Box::new(move |conn: Conn| {
        async move {
            let (mut conn, outcome) = work(conn).await;
            let mut outcome = outcome.unwrap_or_else(|panic| Err(describe(&*panic).into()));
            if outcome.is_ok()
                && let Err(error) = conn.write_waiting().await
            {
                outcome = Err(error.into());
            }
            let verdict = if outcome.is_ok() {
                Verdict::Keep
            } else {
                Verdict::Undo
            };
            // Nobody listens any more: the work stands all the same.
            drop(tell.send(outcome));
            (conn, verdict)
        }
        .boxed()
    });
    let durable = db.write(unit).await;
    let outcome = told.await;
    match (durable, outcome) {
        (Ok(()), Ok(outcome)) => outcome,
        // A refusal is the answer whether or not its neighbours could be committed.
        (Err(_), Ok(Err(refusal))) => Err(refusal),
        (Err(error), _) => Err(error.into()),
        (Ok(()), Err(_)) => Err(anyhow!("a unit of work ended without an outcome").into()),
    }
}

/// What a panic said, as an error.
pub fn describe(panic: &(dyn Any + Send)) -> anyhow::Error {
    let text = panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    anyhow!("panicked: {text}")
}
