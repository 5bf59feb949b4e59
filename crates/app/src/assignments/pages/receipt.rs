//! What was acknowledged, how, and the proof that it is in the log.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;
use kit::web::{Answer, Problem};

use super::super::acknowledge::Acknowledgement;
use super::super::store::{acknowledging, owed};
use super::publication_id;
use crate::App;
use crate::documents::{self, Publication};
use crate::ledger::{self, Place};
use crate::shell::{Shell, page};

#[derive(askama::Template)]
#[template(path = "assignments/pages/receipt.html")]
struct ReceiptPage {
    s: Shell,
    publication: Publication,
    given: Acknowledgement,
    name: String,
    moment: String,
    how: String,
    /// Its number in the log, once it has one.
    place: Option<i64>,
    next: Option<owed::Owed>,
    /// Came by the link in a letter, which opens nothing else.
    by_link: bool,
}

pub(super) async fn show(
    State(app): State<App>,
    Path(publication): Path<String>,
    s: Shell,
) -> Answer {
    let id = publication_id(&publication)?;
    let reader = s.reader()?.clone();
    let mut db = app.read().await?;
    let given = acknowledging::acknowledgement(&mut db, reader.org, id, reader.person)
        .await?
        .ok_or(Problem::NotFound)?;
    let publication = documents::publication(&mut db, reader.org, id)
        .await?
        .ok_or(Problem::NotFound)?;
    let place = match ledger::place(&mut db, reader.org, given.record).await? {
        Some(Place::At(index)) => Some(index as i64),
        _ => None,
    };
    // A mail link leads to this one obligation only.
    let by_link = reader.scope.is_some();
    let next = match reader.scope {
        None => owed::owed_by(&mut db, reader.org, reader.person).await?,
        Some(_) => Vec::new(),
    };
    page(ReceiptPage {
        moment: s.moment(&given.acknowledged_at),
        how: s.t(&format!("receipt-method-{}", given.method)),
        name: reader.name,
        publication,
        given,
        place,
        next: next.into_iter().next(),
        by_link,
        s,
    })
}

/// A file that lets the record travel alone (c2sp.org/tlog-proof).
pub(super) async fn proof(
    State(app): State<App>,
    Path(publication): Path<String>,
    s: Shell,
) -> Answer {
    let id = publication_id(&publication)?;
    let reader = s.reader()?;
    let mut db = app.read().await?;
    let given = acknowledging::acknowledgement(&mut db, reader.org, id, reader.person)
        .await?
        .ok_or(Problem::NotFound)?;
    let proof = ledger::travelling_proof(&mut db, reader.org, given.record)
        .await?
        .ok_or_else(|| Problem::Refused(s.t("receipt-waiting")))?;
    let disposition = format!("attachment; filename=\"{}.tlog-proof\"", given.id);
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, proof).into_response())
}
