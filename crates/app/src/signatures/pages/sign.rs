//! The signing page: the whole text, what changed on top, one bar to answer with.
//!
//! Signing, declining and asking are equal. The words of consent are those of the page's
//! language, and they are kept with the signature.

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kit::db::Conn;
use kit::web::{Answer, Form, Json, Problem, id, in_words};
use kit::words::Language;
use kit::{Day, Digest};
use serde::Deserialize;

use super::asked::{self, own_request};
use crate::App;
use crate::documents::{
    self, Asked, CannotPrepare, CannotSign, Challenge, Consent, Outcome, Question, Request,
    RequestId, Signing, Site, Version, diff, text,
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
struct Found {
    request: Request,
    version: Version,
    capacity: String,
}

async fn found(db: &mut Conn, s: &Shell, request: &str) -> Result<Found, Problem> {
    let viewer = s.reader()?;
    let request = own_request(db, viewer, request).await?;
    let version = asked::version(db, viewer.org, request.document, request.version).await?;
    let serving = people::serving_on(db, viewer.org, viewer.person, s.today()).await?;
    let capacity = serving.map_or_else(String::new, |serving| serving.capacity);
    Ok(Found {
        request,
        version,
        capacity,
    })
}

/// The sentence that a signatory consents with.
fn consent(app: &App, viewer: &Viewer, found: &Found, language: Language) -> Consent {
    let speech = app.words.speak(language);
    let words = speech
        .say("statement-consent")
        .with("title", found.version.title.as_str())
        .with("version", found.version.number)
        .with("capacity", found.capacity.as_str())
        .with("organisation", viewer.organisation.as_str())
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
    } = found;
    let by = people::name(db, viewer.org, request.requested_by).await?;
    let (button_word, person) = ("statement-sign-as", viewer.name.as_str());
    Ok(SignPage {
        changes: changes(db, &s, &version).await?,
        questions: documents::questions(db, viewer.org, Asked::Request(request.id)).await?,
        has_passkey: documents::has_passkey(db, viewer.org, viewer.person).await?,
        is_own: request.requested_by == viewer.person,
        asked: s
            .say(match request.requested_by == viewer.person {
                true => "statement-sign-asked-own",
                false => "statement-sign-asked",
            })
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
            })
            .with("name", person)
            .to_string(),
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

fn ended(s: &Shell, outcome: &Outcome, by: &str) -> Option<Ended> {
    let (word, at, reason) = match outcome {
        Outcome::Open | Outcome::Signed { .. } => return None,
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

#[derive(Debug, Deserialize)]
pub(super) struct Asking {
    shown: String,
    language: Option<String>,
}

/// What the passkey is asked: WebAuthn's request options for this one intent.
pub(super) async fn options(
    State(app): State<App>,
    Path(request): Path<String>,
    s: Shell,
    Json(asking): Json<Asking>,
) -> Response {
    match challenge(&app, &s, &request, asking).await {
        Ok((challenge, site)) => request_options(&challenge, &site),
        Err(problem) => refusal_as_json(&s, &problem),
    }
}

async fn challenge(
    app: &App,
    s: &Shell,
    request: &str,
    asking: Asking,
) -> Result<(Challenge, Site), Problem> {
    let viewer = s.reader()?;
    let found = found(&mut app.read().await?, s, request).await?;
    let consent = consent(app, viewer, &found, language(s, asking.language.as_deref()));
    let shown: Digest = id(&asking.shown)?;
    let request = found.request.id;
    let challenge = app
        .act(viewer, move |act| {
            Box::pin(async move { documents::prepare(act, request, shown, consent).await })
        })
        .await
        .map_err(|refusal: CannotPrepare| in_words(refusal, s.speech()))?;
    Ok((challenge, Site::at(&app.address)))
}

fn language(s: &Shell, chosen: Option<&str>) -> Language {
    chosen
        .and_then(|word| word.parse().ok())
        .unwrap_or_else(|| s.language())
}

fn request_options(challenge: &Challenge, site: &Site) -> Response {
    let allowed: Vec<_> = challenge
        .passkeys
        .iter()
        .map(|id| serde_json::json!({ "type": "public-key", "id": id }))
        .collect();
    axum::Json(serde_json::json!({ "publicKey": {
        "challenge": URL_SAFE_NO_PAD.encode(challenge.challenge),
        "timeout": 300_000,
        "rpId": site.relying_party,
        "allowCredentials": allowed,
        "userVerification": "required",
    }}))
    .into_response()
}

/// The script shows `detail` as it is (RFC 9457).
fn refusal_as_json(s: &Shell, problem: &Problem) -> Response {
    let detail = match problem {
        Problem::Refused(sentence) | Problem::Invalid(sentence) if !sentence.is_empty() => {
            sentence.clone()
        }
        Problem::NotFound => s.t("problem-not-found-sentence"),
        _ => s.t("problem-unexpected-sentence"),
    };
    let status = problem.status();
    let document = serde_json::json!({ "status": status.as_u16(), "detail": detail });
    let media = [(header::CONTENT_TYPE, "application/problem+json")];
    (status, media, document.to_string()).into_response()
}

#[derive(Debug, Deserialize)]
pub(super) struct SignForm {
    shown: String,
    language: Option<String>,
    changed_this_year: Option<String>,
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
    again.refused = refused.or(again.refused);
    again.offer_other_way = offer_other_way;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(again)?).into_response())
}
