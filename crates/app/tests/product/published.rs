//! Published statements for tests, made by the same verbs as people's own.

use anyhow::{Context, Result};
use app::assignments;
use app::documents::{
    self, Change, Consent, DocumentId, DocumentKind, NewDocument, NewPublication, NewRequest,
    PublicationId, RequestId, Signing, Site,
};
use app::identity::SignInMethod;
use app::people::NewPerson;
use futures_util::future::BoxFuture;
use kit::id::PersonId;
use kit::words::Language;
use kit::{Act, Actor, Day, Digest};
use reqwest::Method;
use testkit::{Client, Firm, Reply};

pub(crate) const TEXT: &str = "# Our statement\n\nWe follow our own rules.\n";

/// A unit of work in the name of one of the firm's people.
pub(crate) async fn by<T: Send + 'static>(
    firm: &Firm,
    who: &str,
    work: impl for<'a> FnOnce(&'a mut Act) -> BoxFuture<'a, Result<T>> + Send + 'static,
) -> Result<T> {
    let actor = Actor {
        org: firm.org,
        person: Some(firm.id(who)),
        session: Some(Digest::of(who)),
    };
    firm.app.act_as(actor, work).await
}

/// A statement that everybody is asked to acknowledge within fourteen days.
pub(crate) async fn publish(
    firm: &Firm,
    title: &'static str,
) -> Result<(DocumentId, PublicationId)> {
    let document = by(firm, "infosec", move |act| {
        Box::pin(async move {
            let new = NewDocument {
                kind: DocumentKind::Statement,
                title: title.to_owned(),
                language: Language::English,
                text: TEXT.to_owned(),
            };
            Ok(documents::create(act, new).await?)
        })
    })
    .await?;
    let publication = sign_and_publish(firm, document, TEXT, Change::Material).await?;
    Ok((document, publication))
}

/// The next version of a document.
pub(crate) async fn publish_again(
    firm: &Firm,
    document: DocumentId,
    text: &'static str,
    change: Change,
) -> Result<PublicationId> {
    write_again(firm, document, text).await?;
    sign_and_publish(firm, document, text, change).await
}

async fn write_again(firm: &Firm, document: DocumentId, text: &'static str) -> Result<()> {
    let org = firm.org;
    by(firm, "infosec", move |act| {
        Box::pin(async move {
            documents::draft_again(act, document).await?;
            let draft = documents::draft(&mut act.db, org, document).await?;
            let before = draft.context("the new draft")?.digest();
            documents::save_draft(act, document, text, before).await?;
            Ok(())
        })
    })
    .await
}

/// A next version that asks for more, laid before the managing director.
pub(crate) async fn ask_for_more(
    firm: &Firm,
    document: DocumentId,
    text: &'static str,
) -> Result<RequestId> {
    write_again(firm, document, text).await?;
    request(firm, document, text, Change::Material).await
}

async fn sign_and_publish(
    firm: &Firm,
    document: DocumentId,
    text: &'static str,
    change: Change,
) -> Result<PublicationId> {
    let request = request(firm, document, text, change).await?;
    sign(firm, request, text).await?;
    by(firm, "infosec", move |act| {
        Box::pin(async move {
            let org = act.org();
            let versions = documents::versions(&mut act.db, org, document).await?;
            let version = versions.iter().map(|version| version.number).max();
            let new = NewPublication {
                document,
                version: version.context("a version")?,
                shown: Digest::of(text),
                due_days: 14,
            };
            Ok(assignments::publish(act, new).await?)
        })
    })
    .await
}

async fn request(
    firm: &Firm,
    document: DocumentId,
    text: &'static str,
    change: Change,
) -> Result<RequestId> {
    let ceo = firm.id("ceo");
    let today: Day = firm.app.clock.now().to_string()[..10].parse()?;
    by(firm, "infosec", move |act| {
        Box::pin(async move {
            let new = NewRequest {
                document,
                shown: Digest::of(text),
                signatory: ceo,
                effective_on: today,
                next_review_on: today.plus_months(12),
                due_on: today.plus_days(7),
                is_material: change == Change::Material,
            };
            Ok(documents::request_signature(act, new).await?)
        })
    })
    .await
}

/// The managing director signs.
pub(crate) async fn sign(firm: &Firm, request: RequestId, text: &str) -> Result<()> {
    let signing = Signing {
        request,
        shown: Digest::of(text),
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

/// Somebody new, who starts on a day.
pub(crate) async fn hire(firm: &Firm, name: &str, started_on: &str) -> Result<PersonId> {
    let new = NewPerson {
        name: name.to_owned(),
        email: Some(format!(
            "{}@acme.example",
            name.to_lowercase().replace(' ', ".")
        )),
        job_title: None,
        unit: Some("Sales".to_owned()),
        manager: Some(firm.id("manager")),
        number: None,
        language: None,
        started_on: started_on.parse()?,
    };
    by(firm, "hr", move |act| {
        Box::pin(async move { Ok(app::people::join(act, new).await?) })
    })
    .await
}

/// What the page sends when the button is pressed.
pub(crate) async fn acknowledge(
    client: &Client,
    publication: PublicationId,
    text: &str,
) -> Result<Reply> {
    let shown = Digest::of(text).to_string();
    let fields = [("shown", shown.as_str()), ("language", "en")];
    client
        .post(&format!("/acknowledgements/{publication}"), &fields)
        .await
}

/// A person at a browser that followed a mail link.
pub(crate) async fn by_link(
    firm: &Firm,
    token: &str,
    method: Method,
    path: &str,
    fields: &[(&str, &str)],
) -> Result<Reply> {
    let request = firm.anon.request(method, path);
    firm.anon
        .send(
            request
                .header("cookie", format!("link={token}"))
                .form(fields),
        )
        .await
}

pub(crate) async fn count(firm: &Firm, sql: &'static str) -> Result<i64> {
    let (count,): (i64,) = firm.app.read().await?.one(sql, vec![]).await?;
    Ok(count)
}

/// Subject and text of every letter to somebody, in the order in which they were written.
pub(crate) async fn letters_to(firm: &Firm, person: PersonId) -> Result<Vec<(String, String)>> {
    let letters: Vec<(String, String)> = firm
        .app
        .read()
        .await?
        .all(
            "SELECT subject, text FROM letter WHERE person = $1 ORDER BY written_at, id",
            kit::args![person],
        )
        .await?;
    let going = letters
        .into_iter()
        .map(|(subject, text)| (subject, app::notices::as_it_goes(&firm.app, &text)));
    Ok(going.collect())
}

/// The token of the last link in a text.
pub(crate) fn token_in(text: &str) -> Result<String> {
    let at = text.rfind("/s/").context("no link in the letter")?;
    Ok(text[at + 3..]
        .chars()
        .take_while(|c| !c.is_whitespace())
        .collect())
}

/// Somebody who has just signed in: sessions end after half a day.
pub(crate) async fn signed_in(firm: &Firm, who: &str) -> Result<Client> {
    let person = firm.id(who);
    let token =
        app::identity::open_session(&firm.app, firm.org, person, SignInMethod::Code).await?;
    Client::new(&firm.base, Some(&token))
}
