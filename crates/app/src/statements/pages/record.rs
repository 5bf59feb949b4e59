//! One statement: how it stands, what comes next, and everything that was.

use axum::extract::{Path, State};
use kit::db::Conn;
use kit::web::{Answer, Problem, id};

use super::super::standing::Standing;
use super::found::document;
use crate::App;
use crate::assignments;
use crate::documents::{
    self, Asked, Document, DocumentId, Outcome, Publication, Question, Request, Version,
};
use crate::identity::Viewer;
use crate::people;
use crate::shell::{Shell, page, redirect};

#[derive(askama::Template)]
#[template(path = "statements/pages/record.html")]
struct RecordPage {
    s: Shell,
    id: DocumentId,
    title: String,
    state: &'static str,
    standing: String,
    next: Option<Next>,
    /// The request that waits, with what became late.
    waiting: Option<Waiting>,
    warnings: Vec<String>,
    in_force: Option<InForce>,
    questions: Vec<Question>,
    versions: Vec<Row>,
    directs: bool,
    has_draft: bool,
}

/// What the reader does next: the one primary button.
struct Next {
    href: String,
    word: String,
    is_form: bool,
}

struct Waiting {
    request: String,
    sentence: String,
}

struct InForce {
    href: String,
    sentence: String,
    acknowledged: String,
    list: String,
}

struct Row {
    number: i64,
    href: String,
    made: String,
    change: String,
    outcome: String,
    state: &'static str,
    reason: String,
    compare: Option<Compare>,
}

struct Compare {
    href: String,
    words: String,
}

pub(super) async fn show(State(app): State<App>, Path(document): Path<String>, s: Shell) -> Answer {
    let viewer = s.reader()?.clone();
    let mut db = app.read().await?;
    let document = self::document(&mut db, viewer.org, id(&document)?).await?;
    let publications = documents::publications(&mut db, viewer.org, document.id).await?;
    let current = publications
        .iter()
        .find(|publication| publication.is_current())
        .cloned();
    if !viewer.reads() {
        let current = current.ok_or(Problem::NotFound)?;
        return redirect(format!(
            "/statements/{}/publications/{}",
            document.id, current.id
        ));
    }
    let requests = documents::requests(&mut db, viewer.org, document.id).await?;
    let found = Found {
        requests,
        publications,
        current,
    };
    page(record_page(&mut db, s, &viewer, document, found).await?)
}

struct Found {
    requests: Vec<Request>,
    publications: Vec<Publication>,
    current: Option<Publication>,
}

impl Found {
    /// Whether a later version than the current one waits for a signature or for its publication.
    fn is_renewing(&self) -> bool {
        let current = self.current.as_ref().map(|current| current.version);
        self.requests
            .iter()
            .filter(|request| Some(request.version) > current)
            .any(|request| request.is_open() || request.is_signed())
    }
}

async fn record_page(
    db: &mut Conn,
    s: Shell,
    viewer: &Viewer,
    document: Document,
    found: Found,
) -> Result<RecordPage, Problem> {
    let org = viewer.org;
    let standing = Standing::of(&found.requests, &found.publications, s.today());
    let has_draft = documents::draft(db, org, document.id).await?.is_some();
    let open = found.requests.iter().find(|request| request.is_open());
    let mut questions = documents::questions_of(db, org, document.id).await?;
    if !viewer.directs() {
        // What people ask before they acknowledge is for those who answer.
        questions.retain(|question| matches!(question.about.parse(), Ok(Asked::Request(_))));
    }
    let versions = documents::versions(db, org, document.id).await?;
    Ok(RecordPage {
        next: next(&s, viewer, document.id, &found, has_draft),
        waiting: match open {
            Some(open) => Some(waiting(db, &s, viewer, open).await?),
            None => None,
        },
        warnings: warnings(db, &s, viewer, &found).await?,
        in_force: match &found.current {
            Some(current) => Some(in_force(db, &s, viewer, current).await?),
            None => None,
        },
        versions: versions
            .iter()
            .map(|version| row(&s, version, &found))
            .collect(),
        questions,
        id: document.id,
        title: document.title,
        state: standing.mark(),
        standing: s.t(&format!("statement-standing-{standing}")),
        directs: viewer.directs(),
        has_draft,
        s,
    })
}

fn next(
    s: &Shell,
    viewer: &Viewer,
    id: DocumentId,
    found: &Found,
    has_draft: bool,
) -> Option<Next> {
    let open = found.requests.iter().find(|request| request.is_open());
    if let Some(open) = open.filter(|open| open.signatory == viewer.person) {
        let href = open.id.address();
        return Some(Next {
            href,
            word: s.t("statement-read-and-sign"),
            is_form: false,
        });
    }
    if !viewer.directs() {
        return None;
    }
    if has_draft {
        let href = format!("/statements/{id}/draft");
        return Some(Next {
            href,
            word: s.t("statement-go-on-writing"),
            is_form: false,
        });
    }
    let signed = found.requests.iter().find(|request| request.is_signed());
    let is_published = |request: &&Request| {
        found
            .publications
            .iter()
            .any(|publication| publication.version >= request.version)
    };
    if let Some(signed) = signed.filter(|signed| !is_published(signed)) {
        let href = format!("/statements/{id}/versions/{}", signed.version);
        return Some(Next {
            href,
            word: s.t("statement-publish"),
            is_form: false,
        });
    }
    let href = format!("/statements/{id}/renewal");
    open.is_none().then(|| Next {
        href,
        word: s.t("statement-renew"),
        is_form: true,
    })
}

async fn waiting(
    db: &mut Conn,
    s: &Shell,
    viewer: &Viewer,
    open: &Request,
) -> Result<Waiting, Problem> {
    let late = open.due_on < s.today();
    let word = if late {
        "statement-late"
    } else {
        "statement-waits-for"
    };
    let sentence = s
        .say(word)
        .with("name", people::name(db, viewer.org, open.signatory).await?)
        .with("due", s.day(&open.due_on))
        .to_string();
    Ok(Waiting {
        request: open.id.to_string(),
        sentence,
    })
}

/// That a signatory no longer serves, or that a review is near.
async fn warnings(
    db: &mut Conn,
    s: &Shell,
    viewer: &Viewer,
    found: &Found,
) -> Result<Vec<String>, Problem> {
    let (org, today) = (viewer.org, s.today());
    let mut warnings = Vec::new();
    let mut signatories = Vec::new();
    for request in found.requests.iter().filter(|request| request.is_open()) {
        signatories.push((request.signatory, "statement-signatory-gone-open"));
    }
    if let Some(current) = &found.current {
        let signature =
            documents::signature_of_version(db, org, current.document, current.version).await?;
        signatories.extend(signature.map(|by| (by.person, "statement-signatory-gone")));
        let review = current.next_review_on.filter(|_| !found.is_renewing());
        if let Some(review) = review.filter(|day| day.days_since(today) <= 60) {
            let warning = s.say("statement-review-near").with("day", s.day(&review));
            warnings.push(warning.to_string());
        }
    }
    for (signatory, word) in signatories {
        if people::serving_on(db, org, signatory, today)
            .await?
            .is_none()
        {
            let name = people::name(db, org, signatory).await?;
            warnings.push(s.say(word).with("name", name).to_string());
        }
    }
    Ok(warnings)
}

async fn in_force(
    db: &mut Conn,
    s: &Shell,
    viewer: &Viewer,
    current: &Publication,
) -> Result<InForce, Problem> {
    let counts = assignments::tally_of(db, viewer.org, current.id, s.today()).await?;
    let since = s.day(&current.published_at.day(s.zone()));
    Ok(InForce {
        href: format!(
            "/statements/{}/publications/{}",
            current.document, current.id
        ),
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
    })
}

fn row(s: &Shell, version: &Version, found: &Found) -> Row {
    let request = found
        .requests
        .iter()
        .find(|request| request.version == version.number);
    let (outcome, state, reason) = match request.map(|request| &request.outcome) {
        Some(Outcome::Signed { at, level }) => (
            s.say("statement-version-signed")
                .with("moment", s.moment(at))
                .with("level", level.word())
                .to_string(),
            "pass",
            String::new(),
        ),
        Some(Outcome::Declined { at, reason }) => (
            s.say("statement-version-declined")
                .with("moment", s.moment(at))
                .to_string(),
            "fail",
            reason.clone(),
        ),
        Some(Outcome::Withdrawn { at, reason }) => (
            s.say("statement-version-withdrawn")
                .with("moment", s.moment(at))
                .to_string(),
            "not-applicable",
            reason.clone(),
        ),
        Some(Outcome::Open | Outcome::NoLongerNeeded { .. }) | None => {
            (s.t("statement-version-waiting"), "doing", String::new())
        }
    };
    let id = version.document;
    let before = documents::compared_with(&found.requests, version.number);
    Row {
        number: version.number,
        href: format!("/statements/{id}/versions/{}", version.number),
        made: s.moment(&version.made_at),
        change: s.t(&format!("statement-change-{}", version.change)),
        outcome,
        state,
        reason,
        compare: before.map(|before| Compare {
            href: format!(
                "/statements/{id}/compare?from={before}&to={}",
                version.number
            ),
            words: s
                .say("statement-compare-with-before")
                .with("version", before)
                .to_string(),
        }),
    }
}
