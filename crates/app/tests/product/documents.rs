//! Governed documents by their verbs: from a draft to what holds.

use anyhow::Result;
use app::documents::{
    self, Change, Consent, DocumentId, DocumentKind, NewDocument, NewPublication, NewRequest,
    Signing, Site,
};
use app::identity::SignInMethod;
use kit::words::Language;
use kit::{Actor, Digest};
use testkit::{Firm, on_each_engine};

const TEXT: &str = "# Our statement\n\nWe follow our own rules.\n";

async fn by<T: Send + 'static>(
    firm: &Firm,
    who: &str,
    work: impl for<'a> FnOnce(&'a mut kit::Act) -> futures_util::future::BoxFuture<'a, Result<T>>
    + Send
    + 'static,
) -> Result<T> {
    let actor = Actor {
        org: firm.org,
        person: Some(firm.id(who)),
        session: Some(Digest::of(who)),
    };
    firm.app.act_as(actor, work).await
}

async fn signed(firm: &Firm, text: &'static str) -> Result<DocumentId> {
    let ceo = firm.id("ceo");
    let (document, request) = by(firm, "infosec", move |act| {
        Box::pin(async move {
            let new = NewDocument {
                kind: DocumentKind::Statement,
                title: "Statement".to_owned(),
                language: Language::English,
                text: text.to_owned(),
            };
            let document = documents::create(act, new).await?;
            let new = NewRequest {
                document,
                shown: Digest::of(text),
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
        Box::pin(async move { Ok(documents::sign(act, signing).await?) })
    })
    .await?;
    Ok(document)
}

async fn published(
    firm: &Firm,
    document: DocumentId,
    version: i64,
    text: &str,
) -> Result<documents::PublicationId> {
    let new = NewPublication {
        document,
        version,
        shown: Digest::of(text),
        due_days: 14,
    };
    by(firm, "infosec", move |act| {
        Box::pin(async move { Ok(documents::publish(act, new).await?) })
    })
    .await
}

on_each_engine! {
    async fn what_is_signed_can_be_published_and_holds(firm: Firm) {
        let document = signed(&firm, TEXT).await?;
        let id = published(&firm, document, 1, TEXT).await?;
        let mut db = firm.app.read().await?;
        let publication = documents::publication(&mut db, firm.org, id).await?.expect("a publication");
        assert_eq!(documents::text_of(&mut db, firm.org, (document, 1)).await?, TEXT);
        assert_eq!(publication.digest, Digest::of(TEXT));
        assert_eq!(publication.change, Change::First);
        let holds = documents::in_force(&mut db, firm.org, DocumentKind::Statement).await?;
        assert_eq!(holds.len(), 1);
        assert_eq!(holds[0].id, id);
    }

    async fn publishing_twice_is_one_publication(firm: Firm) {
        let document = signed(&firm, TEXT).await?;
        let first = published(&firm, document, 1, TEXT).await?;
        assert_eq!(published(&firm, document, 1, TEXT).await?, first);
    }

    async fn another_text_than_the_signed_one_is_not_published(firm: Firm) {
        let document = signed(&firm, TEXT).await?;
        assert!(published(&firm, document, 1, "# Another\n").await.is_err());
        assert!(published(&firm, document, 2, TEXT).await.is_err());
    }

    async fn a_withdrawn_publication_no_longer_holds(firm: Firm) {
        let document = signed(&firm, TEXT).await?;
        let id = published(&firm, document, 1, TEXT).await?;
        for _ in 0..2 {
            by(&firm, "infosec", move |act| Box::pin(async move {
                Ok(documents::withdraw_publication(act, id, "merger").await?)
            })).await?;
        }
        let mut db = firm.app.read().await?;
        assert!(documents::in_force(&mut db, firm.org, DocumentKind::Statement).await?.is_empty());
        let publication = documents::publication(&mut db, firm.org, id).await?.expect("a publication");
        assert_eq!(publication.withdrawn_because.as_deref(), Some("merger"));
    }

    async fn the_signatory_and_whoever_asked_get_letters(firm: Firm) {
        signed(&firm, TEXT).await?;
        firm.work().await?;
        let mut db = firm.app.read().await?;
        let letters: Vec<(String, String)> = db.all("SELECT subject, text FROM letter ORDER BY id", vec![]).await?;
        let subjects: Vec<&str> = letters.iter().map(|(subject, _)| subject.as_str()).collect();
        assert!(subjects.iter().any(|subject| subject.contains("needs your signature")), "{subjects:?}");
        assert!(subjects.contains(&"You signed “Statement”"), "{subjects:?}");
        assert!(subjects.contains(&"Dana Reyes signed “Statement”"), "{subjects:?}");
        assert!(letters.iter().all(|(subject, text)| !subject.contains('{') && !text.contains('[')), "{letters:?}");
    }

    async fn the_news_of_a_signature_leads_to_where_the_text_is_published(firm: Firm) {
        let document = signed(&firm, TEXT).await?;
        firm.work().await?;
        let news: Vec<(String,)> = firm.app.read().await?.all(
            "SELECT text FROM letter WHERE subject = $1",
            kit::args!["Dana Reyes signed “Statement”"],
        ).await?;
        let page = format!("/statements/{document}/versions/1");
        assert!(news.len() == 1 && news[0].0.contains(&page), "{news:?}");
        assert!(firm.infosec.get(&page).await?.ok()?.text().contains("id=\"publish\""));
    }
}
