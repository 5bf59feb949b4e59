//! Policies: begun, approved by several, published, reviewed; and approving in another's place.

mod approving;
mod beginning;
mod delegating;
mod reviewing;

use anyhow::{Context, Result};
use app::documents::{
    self, DocumentId, DocumentKind, NewDocument, NewPublication, PublicationId, RequestId,
};
use kit::Digest;
use kit::words::Language;
use testkit::{Client, Firm, Reply};

use crate::published::by;

const TEXT: &str = "# Access\n\nEverybody, management too.\n\n## Duties\n\n\
                    - IT reviews every right each quarter.\n- Everybody locks the screen.\n";

/// A policy whose draft the security manager wrote.
async fn policy(firm: &Firm, kind: DocumentKind, text: &'static str) -> Result<DocumentId> {
    by(firm, "infosec", move |act| {
        Box::pin(async move {
            let new = NewDocument {
                kind,
                title: "Access".to_owned(),
                language: Language::English,
                text: text.to_owned(),
            };
            Ok(documents::create(act, new).await?)
        })
    })
    .await
}

/// The appointment of `ceo` or `cfo`.
pub(crate) async fn office(firm: &Firm, who: &str) -> Result<String> {
    let mut db = firm.app.read().await?;
    let offices = app::people::offices(&mut db, firm.org, "2026-03-10".parse()?).await?;
    let person = firm.id(who);
    let held = offices.iter().find(|office| office.person == person);
    Ok(held.context("an office")?.appointment.to_string())
}

/// What the form sends: both duties answered, and these further fields.
async fn send(
    firm: &Firm,
    document: DocumentId,
    text: &str,
    more: &[(&str, &str)],
) -> Result<Reply> {
    let shown = Digest::of(text).to_string();
    let mut fields = vec![
        ("shown", shown.as_str()),
        ("effective_on", "2026-03-10"),
        ("next_review_on", "2027-03-09"),
        ("due_on", "2026-03-24"),
        ("change", "material"),
        ("resourcing-1", "risk-accepted"),
        ("because-1", "The tool is bought next year."),
        ("until-1", "2026-12-31"),
        ("resourcing-2", "needs-none"),
        ("because-2", "It costs a second."),
        ("until-2", ""),
    ];
    for (name, value) in more {
        fields.retain(|(field, _)| field != name);
        fields.push((name, value));
    }
    let path = format!("/policies/{document}/approval");
    firm.infosec.post(&path, &fields).await
}

/// The managing director first, then the finance director.
async fn send_in_two_stages(firm: &Firm, document: DocumentId) -> Result<()> {
    let ceo = format!("stage-{}", office(firm, "ceo").await?);
    let cfo = format!("stage-{}", office(firm, "cfo").await?);
    let stages = [(ceo.as_str(), "1"), (cfo.as_str(), "2")];
    send(firm, document, TEXT, &stages).await?.sent_on()?;
    Ok(())
}

/// The request that waits for somebody, if one does; one of a round before others.
async fn asked(firm: &Firm, who: &str) -> Result<Option<RequestId>> {
    let mut db = firm.app.read().await?;
    let open = documents::requests_open_for(&mut db, firm.org, firm.id(who)).await?;
    let in_round = open.iter().find(|request| request.round.is_some());
    Ok(in_round.or(open.first()).map(|request| request.id))
}

async fn waiting(firm: &Firm, who: &str) -> Result<RequestId> {
    asked(firm, who).await?.context("a request waits")
}

/// Presses the button of the page, without a passkey.
async fn approve(client: &Client, request: RequestId, more: &[(&str, &str)]) -> Result<Reply> {
    let shown = Digest::of(TEXT).to_string();
    let mut fields = vec![
        ("shown", shown.as_str()),
        ("language", "en"),
        ("without_passkey", "yes"),
    ];
    fields.extend_from_slice(more);
    client
        .post(&format!("/signatures/{request}"), &fields)
        .await
}

/// A policy that both directors approved and everybody is asked to acknowledge.
pub(crate) async fn in_force(firm: &Firm) -> Result<(DocumentId, PublicationId)> {
    let document = policy(firm, DocumentKind::TopicPolicy, TEXT).await?;
    send_in_two_stages(firm, document).await?;
    approve(&firm.ceo, waiting(firm, "ceo").await?, &[])
        .await?
        .sent_on()?;
    approve(&firm.cfo, waiting(firm, "cfo").await?, &[])
        .await?
        .sent_on()?;
    let publish = NewPublication {
        document,
        version: 1,
        shown: Digest::of(TEXT),
        due_days: 14,
    };
    let publication = by(firm, "infosec", move |act| {
        Box::pin(async move { Ok(app::assignments::publish(act, publish).await?) })
    })
    .await?;
    Ok((document, publication))
}

/// Lets the manager approve in the place of whoever holds an office.
pub(crate) async fn give(client: &Client, office: &str, more: &[(&str, &str)]) -> Result<Reply> {
    let mut fields = vec![
        ("appointment", office),
        ("delegate", "manager@acme.example"),
        ("scope-topic-policy", "yes"),
        ("first_day", "2026-03-10"),
        ("last_day", "2026-03-31"),
        ("reason", "Parental leave."),
    ];
    for (name, value) in more {
        fields.retain(|(field, _)| field != name);
        fields.push((name, value));
    }
    client.post("/delegations", &fields).await
}
