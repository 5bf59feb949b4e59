//! A text as everybody reads it; for readers also how far it was acknowledged.

use axum::extract::{Path, State};
use axum::response::Response;
use kit::db::Conn;
use kit::id::OrgId;
use kit::web::{Answer, Form, Problem, id, in_words};
use serde::Deserialize;

use super::found::listed_as;
use crate::App;
use crate::assignments;
use crate::documents::{self, Asked, DocumentId, Publication, PublicationId, Question, text};
use crate::shell::{Shell, page, redirect_saying};
use crate::signatures::{Signed, all_signed};

#[derive(askama::Template)]
#[template(path = "versions/publication.html")]
struct PublicationPage {
    s: Shell,
    id: PublicationId,
    document: DocumentId,
    home: &'static str,
    /// What the list of this kind is called.
    listed_as: &'static str,
    title: String,
    version: i64,
    organisation: String,
    language: &'static str,
    html: String,
    digest: String,
    since: String,
    ended: Option<String>,
    /// Everybody who signed it.
    signatures: Vec<Signed>,
    counts: Option<Acknowledged>,
    /// What people asked before they acknowledge, and why they declined; for those who answer.
    questions: Vec<Question>,
    directs: bool,
    can_withdraw: bool,
    reads: bool,
}

struct Acknowledged {
    sentence: String,
    owed: i64,
    done: i64,
    list: String,
}

pub(super) async fn show(
    State(app): State<App>,
    Path((document, publication)): Path<(String, String)>,
    s: Shell,
) -> Answer {
    let viewer = s.reader()?.clone();
    let mut db = app.read().await?;
    let publication = documents::publication(&mut db, viewer.org, id(&publication)?).await?;
    let document: DocumentId = id(&document)?;
    let publication = publication
        .filter(|found| found.document == document)
        .filter(|found| found.is_current() || viewer.reads())
        .ok_or(Problem::NotFound)?;
    let given =
        documents::signatures_of_version(&mut db, viewer.org, document, publication.version)
            .await?;
    let signatures = all_signed(&mut db, &s, given).await?;
    let counts = match viewer.reads() {
        true => Some(acknowledged(&mut db, &s, (viewer.org, publication.id)).await?),
        false => None,
    };
    let directs = viewer.directs();
    let questions = match directs {
        true => {
            documents::questions(&mut db, viewer.org, Asked::Publication(publication.id)).await?
        }
        false => Vec::new(),
    };
    let text = documents::text_of(&mut db, viewer.org, (document, publication.version)).await?;
    page(PublicationPage {
        signatures,
        counts,
        ended: ended(&s, &publication),
        since: s.moment(&publication.published_at),
        questions,
        directs,
        can_withdraw: directs && publication.withdrawn_at.is_none(),
        reads: viewer.reads(),
        id: publication.id,
        document,
        home: publication.kind.address(),
        listed_as: listed_as(publication.kind),
        title: publication.title,
        version: publication.version,
        organisation: viewer.organisation,
        language: publication.language.word(),
        html: text::to_html(&text),
        digest: publication.digest.to_string(),
        s,
    })
}

async fn acknowledged(
    db: &mut Conn,
    s: &Shell,
    (org, publication): (OrgId, PublicationId),
) -> Result<Acknowledged, Problem> {
    let counts = assignments::tally_of(db, org, publication, s.today()).await?;
    let sentence = s
        .say("statement-acknowledged")
        .with("done", counts.done)
        .with("owed", counts.asked);
    Ok(Acknowledged {
        sentence: sentence.to_string(),
        owed: counts.asked,
        done: counts.done,
        list: format!("/publications/{publication}/people"),
    })
}

fn ended(s: &Shell, publication: &Publication) -> Option<String> {
    if let Some(at) = publication.withdrawn_at {
        let reason = publication.withdrawn_because.clone().unwrap_or_default();
        let said = s
            .say("statement-publication-withdrawn")
            .with("moment", s.moment(&at));
        return Some(said.with("reason", reason).to_string());
    }
    let at = publication.superseded_at?;
    Some(
        s.say("statement-publication-superseded")
            .with("moment", s.moment(&at))
            .to_string(),
    )
}

#[derive(Debug, Deserialize)]
pub(super) struct Reason {
    #[serde(default)]
    reason: String,
}

pub(super) async fn withdraw(
    State(app): State<App>,
    Path((document, publication)): Path<(String, String)>,
    s: Shell,
    Form(form): Form<Reason>,
) -> Result<Response, Problem> {
    let viewer = s.reader()?.clone();
    let (document, publication): (DocumentId, PublicationId) = (id(&document)?, id(&publication)?);
    let found = documents::publication(&mut app.read().await?, viewer.org, publication).await?;
    let found = found
        .filter(|found| found.document == document)
        .ok_or(Problem::NotFound)?;
    app.act(&viewer, move |act| {
        Box::pin(
            async move { documents::withdraw_publication(act, publication, &form.reason).await },
        )
    })
    .await
    .map_err(|refusal| in_words(refusal, s.speech()))?;
    redirect_saying(found.address(), s.t("statement-publication-withdrawn-done"))
}
