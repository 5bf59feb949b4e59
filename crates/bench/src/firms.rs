//! Firms of any size, made by the product's own verbs.

use anyhow::{Context, Result};
use app::documents::{
    self, Consent, DocumentId, DocumentKind, NewDocument, NewPublication, NewRequest,
    PublicationId, Signing, Site,
};
use app::identity::SignInMethod;
use app::people::Options;
use futures_util::future::BoxFuture;
use kit::id::PersonId;
use kit::web::UploadedFile;
use kit::words::Language;
use kit::{Act, Actor, Digest};
use testkit::{Engine, Firm};

pub(crate) const TEXT: &str = "# Our statement\n\nWe follow our own rules.\n";

pub(crate) const ENGINES: [(Engine, &str); 2] =
    [(Engine::Sqlite, "SQLite"), (Engine::Postgres, "PostgreSQL")];

/// The list of people that an HR system would export.
pub(crate) fn list(people: usize) -> Vec<u8> {
    let mut csv = String::from(
        "Employee #,First Name,Last Name,Work Email,Department,Job Title,Supervisor,Hire Date\n",
    );
    for n in 0..people {
        let supervisor = match n {
            0 => String::new(),
            _ => format!("Given{} Family{}", n / 20, n / 20),
        };
        csv += &format!(
            "{n},Given{n},Family{n},person{n}@acme.example,Unit {},Operator,{supervisor},2025-01-{:02}\n",
            n % 40,
            n % 28 + 1,
        );
    }
    csv.into_bytes()
}

/// The firm of the tests, with so many more people.
pub(crate) async fn firm_of(engine: Engine, people: usize) -> Result<Firm> {
    let firm = testkit::firm(engine).await?;
    if engine == Engine::Postgres {
        crate::engine::keep_what_is_committed().await?;
    }
    import(&firm, people).await?;
    Ok(firm)
}

pub(crate) async fn import(firm: &Firm, people: usize) -> Result<()> {
    let file = UploadedFile {
        name: "people.csv".to_owned(),
        media: "text/csv".to_owned(),
        bytes: list(people),
    };
    let actor = Actor::person(firm.org, firm.id("hr"));
    app::people::import_people(&firm.app, actor, file, Options::default(), |_, _| ()).await?;
    Ok(())
}

/// Everybody whom the import brought.
pub(crate) async fn imported(firm: &Firm) -> Result<Vec<PersonId>> {
    let people: Vec<(PersonId,)> = firm
        .app
        .read()
        .await?
        .all(
            "SELECT id FROM person WHERE org = $1 AND number IS NOT NULL ORDER BY id",
            kit::args![firm.org],
        )
        .await?;
    Ok(people.into_iter().map(|(person,)| person).collect())
}

async fn by<T: Send + 'static>(
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

/// A signed statement that everybody is asked to acknowledge.
pub(crate) async fn publish(firm: &Firm) -> Result<PublicationId> {
    let document = signed(firm).await?;
    publish_signed(firm, document).await
}

/// A statement that the chief executive signed.
pub(crate) async fn signed(firm: &Firm) -> Result<DocumentId> {
    let ceo = firm.id("ceo");
    let (document, request) = by(firm, "infosec", move |act| {
        Box::pin(async move {
            let new = NewDocument {
                kind: DocumentKind::Statement,
                title: "Security statement".to_owned(),
                language: Language::English,
                text: TEXT.to_owned(),
            };
            let document = documents::create(act, new).await?;
            let new = NewRequest {
                document,
                shown: Digest::of(TEXT),
                signatory: ceo,
                effective_on: "2026-03-10".parse()?,
                next_review_on: "2027-03-10".parse()?,
                due_on: "2026-03-17".parse()?,
                is_material: true,
            };
            Ok((document, documents::request_signature(act, new).await?))
        })
    })
    .await?;
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
        Box::pin(async move { Ok(documents::sign(act, signing).await?) })
    })
    .await?;
    Ok(document)
}

pub(crate) async fn publish_signed(firm: &Firm, document: DocumentId) -> Result<PublicationId> {
    by(firm, "infosec", move |act| {
        Box::pin(async move {
            let new = NewPublication {
                document,
                version: 1,
                shown: Digest::of(TEXT),
                due_days: 14,
            };
            Ok(app::assignments::publish(act, new).await?)
        })
    })
    .await
    .context("failed to publish")
}
