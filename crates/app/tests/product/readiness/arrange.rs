//! What happened in the firm before somebody asks.

use anyhow::Result;
use app::assignments;
use app::documents::{
    self, Consent, DocumentId, DocumentKind, Found, NewDocument, NewPublication, NewRequest,
    PublicationId, Signing, Site,
};
use app::identity::SignInMethod;
use futures_util::future::BoxFuture;
use kit::words::Language;
use kit::{Act, Actor, Digest, args};
use testkit::{Client, Firm, Reply};

pub(crate) const TEXT: &str =
    "# Our statement\n\nWe at Acme follow our own rules, every one of us.\n";

/// Somebody at a browser, signed in at this time of the clock.
pub(crate) async fn signed_in(firm: &Firm, who: &str) -> Result<Client> {
    let person = firm.id(who);
    let token =
        app::identity::open_session(&firm.app, firm.org, person, SignInMethod::Code).await?;
    Client::new(&firm.base, Some(&token))
}

/// A program that reads in somebody's name, with a token of theirs.
pub(crate) async fn program_asks(firm: &Firm, who: &str, path: &str) -> Result<Reply> {
    let token = hex::encode(firm.app.dice.bytes::<16>());
    let now = firm.app.clock.now();
    let (digest, org, person) = (Digest::of(&token), firm.org, firm.id(who));
    let until = now.plus(jiff::SignedDuration::from_hours(1));
    let make = "INSERT INTO api_token (token, org, person, name, made_at, expires_at) \
                VALUES ($1, $2, $3, 'test', $4, $5)";
    kit::act::plainly(&firm.app.db, move |db| {
        Box::pin(db.run(make, args![digest, org, person, now, until]))
    })
    .await?;
    let request = firm.anon.request(reqwest::Method::GET, path);
    firm.anon.send(request.bearer_auth(token)).await
}

/// Somebody does something.
pub(crate) async fn by<T, F>(firm: &Firm, who: &str, work: F) -> Result<T>
where
    T: Send + 'static,
    F: for<'a> FnOnce(&'a mut Act) -> BoxFuture<'a, Result<T>> + Send + 'static,
{
    let actor = Actor {
        org: firm.org,
        person: Some(firm.id(who)),
        session: Some(Digest::of(who)),
    };
    firm.app.act_as(actor, work).await
}

/// As if nobody had confirmed somebody's appointment yet; that of the managing director is the
/// first of the register and counts nevertheless.
pub(crate) async fn forget_who_confirmed(firm: &Firm, who: &str) -> Result<()> {
    let about = args![firm.org, firm.id(who)];
    kit::act::plainly(&firm.app.db, move |db| {
        Box::pin(async move {
            let confirmed = "DELETE FROM appointment_confirmation WHERE org = $1 AND appointment IN \
                             (SELECT id FROM appointment WHERE org = $1 AND person = $2)";
            db.run(confirmed, about).await
        })
    })
    .await?;
    Ok(())
}

/// A statement, written by the security manager and laid before the managing director.
pub(crate) async fn request(firm: &Firm) -> Result<(DocumentId, documents::RequestId)> {
    let document = draft(firm).await?;
    Ok((document, ask(firm, document).await?))
}

/// A statement that nobody was asked to sign yet.
pub(crate) async fn draft(firm: &Firm) -> Result<DocumentId> {
    by(firm, "infosec", move |act| {
        Box::pin(async move {
            let new = NewDocument {
                kind: DocumentKind::Statement,
                title: "Security statement".to_owned(),
                language: Language::English,
                text: TEXT.to_owned(),
            };
            Ok(documents::create(act, new).await?)
        })
    })
    .await
}

/// Everything an auditor looks for, found in the text by somebody who did not write it.
pub(crate) async fn confirm_contents(firm: &Firm, document: DocumentId) -> Result<()> {
    let found = (1..=12)
        .map(|item| Found {
            item,
            heading: "Our statement".to_owned(),
        })
        .collect();
    by(firm, "hr", move |act| {
        Box::pin(async move {
            Ok(documents::confirm_contents(act, document, Digest::of(TEXT), found).await?)
        })
    })
    .await
}

/// The managing director is asked to sign.
pub(crate) async fn ask(firm: &Firm, document: DocumentId) -> Result<documents::RequestId> {
    let ceo = firm.id("ceo");
    let today = firm.app.clock.now().day(&jiff::tz::TimeZone::UTC);
    by(firm, "infosec", move |act| {
        Box::pin(async move {
            let new = NewRequest {
                document,
                shown: Digest::of(TEXT),
                signatory: ceo,
                effective_on: today,
                next_review_on: today.plus_months(12),
                due_on: today.plus_days(7),
                is_material: true,
            };
            Ok(documents::request_signature(act, new).await?)
        })
    })
    .await
}

/// The managing director signs.
pub(crate) async fn sign(firm: &Firm, request: documents::RequestId) -> Result<()> {
    let signing = Signing {
        request,
        shown: Digest::of(TEXT),
        consent: Consent {
            words: "I sign.".to_owned(),
            language: Language::English,
        },
        method: SignInMethod::Code,
        changed_this_year: None,
        change: None,
        given: None,
        site: Site::at(&firm.app.address),
    };
    by(firm, "ceo", move |act| {
        Box::pin(async move {
            documents::sign(act, signing).await?;
            Ok(())
        })
    })
    .await
}

/// The signed statement is published; nobody is assigned by this alone.
pub(crate) async fn publish(firm: &Firm, document: DocumentId) -> Result<PublicationId> {
    let new = NewPublication {
        document,
        version: 1,
        shown: Digest::of(TEXT),
        due_days: 14,
    };
    by(firm, "infosec", move |act| {
        Box::pin(async move { Ok(documents::publish(act, new).await?) })
    })
    .await
}

/// Signed by a confirmed managing director, its contents found by somebody else, published, in the
/// log, and everybody asked to acknowledge it within 14 days.
pub(crate) async fn statement(firm: &Firm) -> Result<(DocumentId, PublicationId)> {
    let (document, asked) = request(firm).await?;
    confirm_contents(firm, document).await?;
    sign(firm, asked).await?;
    let publication = publish(firm, document).await?;
    firm.work().await?;
    Ok((document, publication))
}

/// Somebody acknowledges.
pub(crate) async fn acknowledge(firm: &Firm, who: &str, publication: PublicationId) -> Result<()> {
    let consent = assignments::Consent {
        shown: Digest::of(TEXT),
        words: "I have read it.".to_owned(),
        language: Language::English,
        method: SignInMethod::Code,
    };
    by(firm, who, move |act| {
        Box::pin(async move {
            assignments::acknowledge(act, publication, consent).await?;
            Ok(())
        })
    })
    .await
}
