//! The signing page: the whole text, what changed on top, one bar to answer with.
//!
//! Signing, declining and asking are equal. The words of consent are those of the page's
//! language, and they are kept with the signature. Whoever approves a policy consents at the same
//! time to what its duties take, counted in those words, and says how much it changes.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kit::db::Conn;
use kit::web::{Answer, Form, Problem, id, in_words};
use kit::words::Language;
use kit::{Day, Digest};
use serde::Deserialize;

use super::asked::{self, own_request};
use crate::App;
use crate::documents::{
    self, Asked, CannotSign, Change, Consent, Outcome, Question, Request, RequestId, Resourced,
    Signing, Site, Tally, Version, diff, text,
};
use crate::identity::Viewer;
use crate::people;
use crate::shell::{Shell, page, redirect};

#[derive(askama::Template)]
#[template(path = "signatures/pages/sign.html")]
struct SignPage {
    s: Shell,
    id: RequestId,
    title: String,
    number: i64,
    organisation: String,
    asked: String,
    due: Day,
    language: &'static str,
    html: String,
    digest: Digest,
    consent: String,
    button: String,
    waiting: String,
    /// What changed since the last signed version.
    changes: Option<Changes>,
    questions: Vec<Question>,
    has_passkey: bool,
    /// The request was declined or withdrawn: there is nothing to sign any more.
    ended: Option<Ended>,
    by_link: bool,
    /// The signatory prepared the text: there is nobody else to ask.
    is_own: bool,
    /// The answer to "what changed this year?", as typed.
    changed_this_year: String,
    refused: Option<String>,
    /// The form came without a passkey's answer.
    offer_other_way: bool,
    /// What an approver decides besides the text.
    round: Option<Approving>,
}

/// What an approver decides besides the text: what its duties take, and how much it changes.
struct Approving {
    duties: Vec<Resourced>,
    tally: String,
    asks_change: bool,
    proposed: String,
    chosen: String,
}

/// What became of a request that was not signed.
struct Ended {
    heading: String,
    reason: String,
    next: String,
}

struct Changes {
    since: String,
    html: String,
}

/// What a signatory is asked.
pub(super) struct Found {
    pub(super) request: Request,
    version: Version,
    capacity: String,
    /// What the duties of the text take; `None` where one person signs.
    duties: Option<Vec<Resourced>>,
}

pub(super) async fn found(db: &mut Conn, s: &Shell, request: &str) -> Result<Found, Problem> {
    let viewer = s.reader()?;
    let request = own_request(db, viewer, request).await?;
    let version = asked::version(db, viewer.org, request.document, request.version).await?;
    Ok(Found {
        capacity: capacity(db, s, &request).await?,
        duties: match request.round {
            Some(round) => Some(documents::duties_of(db, viewer.org, round).await?),
            None => None,
        },
        request,
        version,
    })
}

/// In which capacity the reader answers: by the office of the request in a round, which may be
/// another's who lets them act; by their own otherwise.
async fn capacity(db: &mut Conn, s: &Shell, request: &Request) -> Result<String, Problem> {
    let org = s.reader()?.org;
    let capacity = if request.round.is_some() {
        let offices = people::offices(db, org, s.today()).await?;
        offices
            .into_iter()
            .find(|office| office.appointment == request.appointment)
            .map(|office| office.capacity)
    } else {
        people::serving_on(db, org, request.signatory, s.today())
            .await?
            .map(|serving| serving.capacity)
    };
    Ok(capacity.unwrap_or_default())
}

/// The sentence that a signatory consents with.
pub(super) fn consent(app: &App, viewer: &Viewer, found: &Found, language: Language) -> Consent {
    let speech = app.words.speak(language);
    let (word, tally) = match &found.duties {
        Some(duties) => ("approval-consent", Tally::of(duties)),
        None => ("statement-consent", Tally::default()),
    };
    let words = speech
        .say(word)
        .with("title", found.version.title.as_str())
        .with("version", found.version.number)
        .with("capacity", found.capacity.as_str())
        .with("organisation", viewer.organisation.as_str())
        .with("duties", tally.duties as i64)
        .with("resourced", tally.resourced as i64)
        .with("none", tally.need_none as i64)
        .with("risks", tally.risks as i64)
        .to_string();
    Consent { words, language }
}

pub(super) async fn show(State(app): State<App>, Path(request): Path<String>, s: Shell) -> Answer {
    let viewer = s.reader()?.clone();
    let mut db = app.read().await?;
    let request_id: RequestId = id(&request)?;
    let asked = documents::request(&mut db, viewer.org, request_id).await?;
    let asked = asked.ok_or(Problem::NotFound)?;
    if asked.signatory != viewer.person {
        // Whoever prepares it reads the version, and cannot sign for somebody else.
        let to = asked.kind.version_address(asked.document, asked.version);
        return if viewer.reads() {
            redirect(to)
        } else {
            Err(Problem::NotFound)
        };
    }
    if asked.is_signed() {
        return redirect(request_id.receipt_address());
    }
    let found = found(&mut db, &s, &request).await?;
    page(sign_page(&app, &mut db, s, found).await?)
}

async fn sign_page(app: &App, db: &mut Conn, s: Shell, found: Found) -> Result<SignPage, Problem> {
    let viewer = s.reader()?.clone();
    let consent = consent(app, &viewer, &found, s.language());
    let Found {
        request,
        version,
        capacity,
        duties,
    } = found;
    let by = people::name(db, viewer.org, request.requested_by).await?;
    let person = viewer.name.as_str();
    let (button_word, asked_word) = match (&duties, request.requested_by == viewer.person) {
        (Some(_), _) => ("approval-approve-as", "approval-asked"),
        (None, true) => ("statement-sign-as", "statement-sign-asked-own"),
        (None, false) => ("statement-sign-as", "statement-sign-asked"),
    };
    Ok(SignPage {
        changes: changes(db, &s, &version).await?,
        questions: documents::questions(db, viewer.org, Asked::Request(request.id)).await?,
        has_passkey: documents::has_passkey(db, viewer.org, viewer.person).await?,
        is_own: request.requested_by == viewer.person,
        asked: s
            .say(asked_word)
            .with("version", version.number)
            .with("by", by.as_str())
            .with("minutes", text::minutes(&version.text) as i64)
            .to_string(),
        button: s
            .say(button_word)
            .with("name", person)
            .with("capacity", &*capacity)
            .to_string(),
        waiting: s
            .say(match request.outcome {
                Outcome::Open | Outcome::Signed { .. } => "statement-signature-waiting",
                Outcome::Declined { .. } => "statement-signature-declined",
                Outcome::Withdrawn { .. } => "statement-signature-withdrawn",
                Outcome::NoLongerNeeded { .. } => "approval-no-longer-needed",
            })
            .with("name", person)
            .to_string(),
        round: duties.map(|duties| approving(&s, &version, duties)),
        id: request.id,
        due: request.due_on,
        ended: ended(&s, &request.outcome, &by),
        by_link: viewer.scope.is_some(),
        refused: None,
        title: version.title,
        number: version.number,
        organisation: viewer.organisation,
        language: version.language.word(),
        html: text::to_html(&version.text),
        digest: version.digest,
        consent: consent.words,
        changed_this_year: String::new(),
        offer_other_way: false,
        s,
    })
}

fn approving(s: &Shell, version: &Version, duties: Vec<Resourced>) -> Approving {
    let tally = Tally::of(&duties);
    Approving {
        tally: s
            .say("approval-tally")
            .with("duties", tally.duties as i64)
            .with("resourced", tally.resourced as i64)
            .with("none", tally.need_none as i64)
            .with("risks", tally.risks as i64)
            .to_string(),
        asks_change: version.change != Change::First,
        proposed: s
            .say("approval-change-proposed")
            .with("change", version.change.word())
            .to_string(),
        chosen: String::new(),
        duties,
    }
}

fn ended(s: &Shell, outcome: &Outcome, by: &str) -> Option<Ended> {
    let (word, at, reason) = match outcome {
        Outcome::Open | Outcome::Signed { .. } => return None,
        Outcome::NoLongerNeeded { at } => ("approval-not-needed", at, &String::new()),
        Outcome::Declined { at, reason } => ("statement-sign-declined", at, reason),
        Outcome::Withdrawn { at, reason } => ("statement-sign-withdrawn", at, reason),
    };
    let said = |word: &str| {
        let saying = s.say(word).with("moment", s.moment(at));
        saying.with("by", by).to_string()
    };
    Some(Ended {
        heading: said(word),
        reason: reason.clone(),
        next: said(&format!("{word}-next")),
    })
}

async fn changes(db: &mut Conn, s: &Shell, version: &Version) -> Result<Option<Changes>, Problem> {
    let org = s.reader()?.org;
    let previous = documents::last_signed(db, org, version.document, version.number).await?;
    Ok(previous.map(|previous| {
        let between = diff::between(&previous.text, &version.text);
        Changes {
            since: s
                .say("statement-sign-changes")
                .with("version", previous.number)
                .to_string(),
            html: diff::to_html(&between, diff::Show::Changes, s.speech()),
        }
    }))
}

pub(super) fn language(s: &Shell, chosen: Option<&str>) -> Language {
    chosen
        .and_then(|word| word.parse().ok())
        .unwrap_or_else(|| s.language())
}

#[derive(Debug, Deserialize)]
pub(super) struct SignForm {
    shown: String,
    language: Option<String>,
    changed_this_year: Option<String>,
    /// How much the version changes, as an approver sees it.
    change: Option<String>,
    /// The passkey's answer; one empty text when the browser has no script or no passkeys.
    #[serde(default)]
    assertion: Vec<String>,
    without_passkey: Option<String>,
}

impl SignForm {
    /// Signing without a passkey is a choice, made with a button of its own.
    fn is_undecided(&self) -> bool {
        self.without_passkey.is_none() && self.assertion == [""]
    }
}

pub(super) async fn sign(
    State(app): State<App>,
    Path(request): Path<String>,
    s: Shell,
    Form(form): Form<SignForm>,
) -> Result<Response, Problem> {
    let viewer = s.reader()?.clone();
    let found = found(&mut app.read().await?, &s, &request).await?;
    if form.is_undecided() && !found.request.is_signed() {
        return again(&app, s, found, form, None).await;
    }
    let signed = match signing(&app, &s, &found, &form) {
        Ok(signing) => {
            app.act(&viewer, move |act| {
                Box::pin(async move { documents::sign(act, signing).await })
            })
            .await
        }
        Err(refusal) => Err(refusal),
    };
    match signed.map_err(|refusal| in_words(refusal, s.speech())) {
        Ok(_) => redirect(found.request.id.receipt_address()),
        Err(Problem::Refused(sentence)) => again(&app, s, found, form, Some(sentence)).await,
        Err(problem) => Err(problem),
    }
}

fn signing(app: &App, s: &Shell, found: &Found, form: &SignForm) -> Result<Signing, CannotSign> {
    let viewer = s.reader().map_err(|_| CannotSign::NotFound)?;
    let given = match form.assertion.first() {
        Some(given) if !given.is_empty() && form.without_passkey.is_none() => {
            Some(given.parse().map_err(|_| CannotSign::Unreadable)?)
        }
        _ => None,
    };
    Ok(Signing {
        request: found.request.id,
        shown: form.shown.parse().map_err(|_| CannotSign::TextChanged)?,
        consent: consent(app, viewer, found, language(s, form.language.as_deref())),
        method: viewer.method,
        changed_this_year: form.changed_this_year.clone(),
        change: form.change.as_deref().and_then(|it| it.parse().ok()),
        given,
        site: Site::at(&app.address),
    })
}

/// The page again, with what was typed.
async fn again(
    app: &App,
    s: Shell,
    found: Found,
    form: SignForm,
    refused: Option<String>,
) -> Result<Response, Problem> {
    let mut db = app.read().await?;
    let offer_other_way = refused.is_none();
    let mut again = sign_page(app, &mut db, s, found).await?;
    again.changed_this_year = form.changed_this_year.unwrap_or_default();
    if let Some(round) = &mut again.round {
        round.chosen = form.change.unwrap_or_default();
    }
    again.refused = refused.or(again.refused);
    again.offer_other_way = offer_other_way;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(again)?).into_response())
}
