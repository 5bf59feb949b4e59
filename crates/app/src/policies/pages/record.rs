//! One policy: how it stands, what comes next, who approved what, and everything that was.

use axum::extract::{Path, State};
use kit::db::Conn;
use kit::web::{Answer, Problem};

use super::super::standing::Standing;
use super::found::policy;
use crate::App;
use crate::assignments;
use crate::documents::{
    self, Document, DocumentId, DocumentKind, Outcome, Publication, Request, Resourced, Review,
    Round, RoundState, Tally, Version,
};
use crate::identity::Viewer;
use crate::shell::{Shell, page, redirect};

#[derive(askama::Template)]
#[template(path = "policies/pages/record.html")]
struct RecordPage {
    s: Shell,
    id: DocumentId,
    title: String,
    kind: String,
    state: &'static str,
    standing: String,
    next: Option<Next>,
    published: Option<Published>,
    round: Option<RoundView>,
    reviews: Vec<Review>,
    versions: Vec<Row>,
    directs: bool,
    has_draft: bool,
    can_review: bool,
}

/// What the reader does next: the one primary button.
struct Next {
    href: String,
    word: String,
    is_form: bool,
}

struct Published {
    href: String,
    sentence: String,
    acknowledged: String,
    list: String,
    review: Option<String>,
}

/// A version before those who approve it, and what its duties take.
struct RoundView {
    title: String,
    sentence: String,
    stages: Vec<StageView>,
    tally: String,
    duties: Vec<Resourced>,
    /// An open request of the round: withdrawing it withdraws the round.
    withdraw: Option<String>,
}

struct StageView {
    title: String,
    steps: Vec<StepView>,
}

struct StepView {
    name: String,
    acts_for: bool,
    state: &'static str,
    word: String,
    reason: String,
}

struct Row {
    number: i64,
    href: String,
    made: String,
    outcome: String,
    state: &'static str,
    compare: String,
    /// The version before, which it is compared with.
    before: i64,
}

struct Found {
    document: Document,
    requests: Vec<Request>,
    publications: Vec<Publication>,
    versions: Vec<Version>,
    round: Option<Round>,
    has_draft: bool,
}

impl Found {
    fn current(&self) -> Option<&Publication> {
        self.publications.iter().find(|it| it.is_current())
    }

    fn standing(&self, s: &Shell) -> Standing {
        let signed = self.requests.iter().any(Request::is_signed);
        if self.document.kind == DocumentKind::ApprovalMatrix && signed {
            return Standing::InForce;
        }
        Standing::of(self.round.as_ref(), &self.publications, s.today())
    }
}

pub(super) async fn show(State(app): State<App>, Path(document): Path<String>, s: Shell) -> Answer {
    let viewer = s.reader()?.clone();
    let mut db = app.read().await?;
    let document = policy(&mut db, viewer.org, &document).await?;
    let found = found(&mut db, &viewer, document).await?;
    if !viewer.reads() {
        let current = found.current().ok_or(Problem::NotFound)?;
        let (document, publication) = (found.document.id, current.id);
        return redirect(format!("/policies/{document}/publications/{publication}"));
    }
    page(record_page(&mut db, s, &viewer, found).await?)
}

async fn found(db: &mut Conn, viewer: &Viewer, document: Document) -> Result<Found, Problem> {
    let (org, id) = (viewer.org, document.id);
    let versions = documents::versions(db, org, id).await?;
    let round = match versions.first() {
        Some(last) => documents::round_of_version(db, org, id, last.number).await?,
        None => None,
    };
    Ok(Found {
        requests: documents::requests(db, org, id).await?,
        publications: documents::publications(db, org, id).await?,
        has_draft: documents::draft(db, org, id).await?.is_some(),
        document,
        versions,
        round,
    })
}

async fn record_page(
    db: &mut Conn,
    s: Shell,
    viewer: &Viewer,
    found: Found,
) -> Result<RecordPage, Problem> {
    let standing = found.standing(&s);
    let directs = viewer.directs();
    Ok(RecordPage {
        id: found.document.id,
        title: found.document.title.clone(),
        kind: s.t(&format!("policy-kind-{}", found.document.kind)),
        state: standing.mark(),
        standing: s.t(&format!("policy-standing-{standing}")),
        next: next(&s, viewer, &found),
        published: match found.current() {
            Some(current) => Some(published(db, &s, viewer, current).await?),
            None => None,
        },
        round: match &found.round {
            Some(round) => Some(round_view(db, &s, viewer, round).await?),
            None => None,
        },
        reviews: documents::reviews(db, viewer.org, found.document.id).await?,
        versions: found
            .versions
            .iter()
            .map(|version| row(&s, version, &found))
            .collect(),
        can_review: directs && found.current().is_some(),
        has_draft: found.has_draft,
        directs,
        s,
    })
}

fn next(s: &Shell, viewer: &Viewer, found: &Found) -> Option<Next> {
    let id = found.document.id;
    let link = |href: String, word: &str| {
        Some(Next {
            href,
            word: s.t(word),
            is_form: false,
        })
    };
    let own = found
        .requests
        .iter()
        .find(|request| request.is_open() && request.signatory == viewer.person);
    if let Some(own) = own {
        return link(format!("/signatures/{}", own.id), "policy-read-and-approve");
    }
    if !viewer.directs() {
        return None;
    }
    if found.has_draft {
        return link(format!("/policies/{id}/draft"), "statement-go-on-writing");
    }
    if found.requests.iter().any(Request::is_open) {
        return None;
    }
    let approved = found
        .round
        .as_ref()
        .filter(|round| round.state() == RoundState::Approved);
    let unpublished = approved.filter(|round| {
        let is_later = |it: &Publication| it.version < round.version;
        found.publications.iter().all(is_later)
    });
    if let Some(round) = unpublished {
        let href = format!("/policies/{id}/versions/{}", round.version);
        return link(href, "statement-publish");
    }
    Some(Next {
        href: format!("/policies/{id}/renewal"),
        word: s.t("policy-change"),
        is_form: true,
    })
}

async fn published(
    db: &mut Conn,
    s: &Shell,
    viewer: &Viewer,
    current: &Publication,
) -> Result<Published, Problem> {
    let counts = assignments::tally_of(db, viewer.org, current.id, s.today()).await?;
    let since = s.day(&current.published_at.day(s.zone()));
    Ok(Published {
        href: format!("/policies/{}/publications/{}", current.document, current.id),
        sentence: s
            .say("statement-in-force-since")
            .with("version", current.version)
            .with("day", since)
            .to_string(),
        acknowledged: s
            .say("statement-acknowledged")
            .with("done", counts.done)
            .with("owed", counts.asked)
            .to_string(),
        list: format!("/publications/{}/people", current.id),
        review: current.next_review_on.map(|day| {
            s.say("statement-next-review")
                .with("day", s.day(&day))
                .to_string()
        }),
    })
}

async fn round_view(
    db: &mut Conn,
    s: &Shell,
    viewer: &Viewer,
    round: &Round,
) -> Result<RoundView, Problem> {
    let duties = documents::duties_of(db, viewer.org, round.id).await?;
    let last = round.steps.iter().map(|step| step.stage).max().unwrap_or(0);
    let word = match round.state() {
        RoundState::Open { .. } => "policy-round-open",
        RoundState::Approved => "policy-round-approved",
        RoundState::Refused { .. } => "policy-round-refused",
        RoundState::Withdrawn => "policy-round-withdrawn",
    };
    let open = round
        .steps
        .iter()
        .filter(|step| step.outcome == Some(Outcome::Open));
    let withdraw = open.filter_map(|step| step.request).next();
    Ok(RoundView {
        title: s
            .say("policy-round-title")
            .with("version", round.version)
            .to_string(),
        sentence: s.say(word).with("due", s.day(&round.due_on)).to_string(),
        stages: (1..=last).map(|at| stage_view(s, round, at)).collect(),
        tally: tally(s, Tally::of(&duties)),
        withdraw: withdraw
            .filter(|_| viewer.directs())
            .map(|request| format!("/signatures/{request}/withdrawal")),
        duties,
    })
}

/// How many duties there are and what they take, in one sentence.
pub(super) fn tally(s: &Shell, tally: Tally) -> String {
    s.say("policy-duties-tally")
        .with("duties", tally.duties as i64)
        .with("resourced", tally.resourced as i64)
        .with("none", tally.need_none as i64)
        .with("risks", tally.risks as i64)
        .to_string()
}

fn stage_view(s: &Shell, round: &Round, at: i64) -> StageView {
    let quorum = round.at(at).next().map_or(0, |step| step.quorum);
    let steps = round.at(at).map(|step| {
        let (state, word, reason) = match &step.outcome {
            None => ("to-do", "later", ""),
            Some(Outcome::Open) => ("doing", "open", ""),
            Some(Outcome::Signed { .. }) => ("pass", "approved", ""),
            Some(Outcome::Declined { reason, .. }) => ("fail", "refused", reason.as_str()),
            Some(Outcome::Withdrawn { reason, .. }) => {
                ("not-applicable", "withdrawn", reason.as_str())
            }
            Some(Outcome::NoLongerNeeded { .. }) => ("not-applicable", "not-needed", ""),
        };
        StepView {
            name: step.name.clone(),
            acts_for: step.approver.delegation.is_some(),
            state,
            word: s.t(&format!("policy-step-{word}")),
            reason: reason.to_owned(),
        }
    });
    StageView {
        title: s
            .say("policy-round-stage")
            .with("n", at)
            .with("quorum", quorum)
            .with("of", round.at(at).count() as i64)
            .to_string(),
        steps: steps.collect(),
    }
}

fn row(s: &Shell, version: &Version, found: &Found) -> Row {
    let number = version.number;
    let id = version.document;
    let of_version = || found.requests.iter().filter(|it| it.version == number);
    let is_latest = found.versions.first().is_some_and(|it| it.number == number);
    let was_signed = of_version().any(Request::is_signed);
    let is_over = of_version().any(|it| matches!(it.outcome, Outcome::Withdrawn { .. }));
    let (state, word) = match (found.round.as_ref().filter(|_| is_latest), is_over) {
        (Some(round), _) => match round.state() {
            RoundState::Approved => ("pass", "approved"),
            RoundState::Open { .. } => ("doing", "waiting"),
            RoundState::Refused { .. } => ("fail", "refused"),
            RoundState::Withdrawn => ("not-applicable", "withdrawn"),
        },
        (None, true) => ("not-applicable", "withdrawn"),
        (None, false) if was_signed => ("pass", "approved"),
        (None, false) => ("fail", "refused"),
    };
    let before = found.versions.iter().find(|it| it.number < number);
    Row {
        number,
        href: format!("/policies/{id}/versions/{number}"),
        made: s.moment(&version.made_at),
        outcome: s.t(&format!("policy-version-{word}")),
        state,
        before: before.map_or(0, |before| before.number),
        compare: before.map_or_else(String::new, |before| {
            format!("/policies/{id}/compare?from={}&to={number}", before.number)
        }),
    }
}
