//! What any page says about a signature: whose it is, how strong, and where it is in the log.

use kit::db::Conn;
use kit::id::{OrgId, RecordId};
use kit::web::{Answer, Problem, file};

use crate::documents::Signature;
use crate::ledger::{self, Place};
use crate::shell::Shell;

/// A signature as a page shows it.
#[derive(Debug)]
pub struct Signed {
    pub name: String,
    pub sentence: String,
    pub words: String,
    pub place: String,
    pub changed: Option<String>,
}

/// What a page says below a signed text.
async fn signed(db: &mut Conn, s: &Shell, signature: Signature) -> Result<Signed, Problem> {
    let org = s.reader()?.org;
    Ok(Signed {
        sentence: s
            .say("statement-signature-sentence")
            .with("capacity", signature.capacity.as_str())
            .with("moment", s.moment(&signature.signed_at))
            .with("how", level(s, &signature))
            .to_string(),
        place: place_of(db, s, org, signature.record).await?,
        name: signature.name,
        words: signature.words,
        changed: signature.changed_this_year,
    })
}

/// The same of everybody who signed it.
pub async fn all_signed(
    db: &mut Conn,
    s: &Shell,
    given: Vec<Signature>,
) -> Result<Vec<Signed>, Problem> {
    let mut said = Vec::with_capacity(given.len());
    for signature in given {
        said.push(signed(db, s, signature).await?);
    }
    Ok(said)
}

/// How strongly it is bound to the person, in words.
pub(super) fn level(s: &Shell, signature: &Signature) -> String {
    let level = signature.level.word().to_lowercase();
    s.t(&format!("statement-level-{level}"))
}

/// Where a record is in the log, in words.
pub(super) fn place(s: &Shell, place: Option<Place>) -> String {
    match place {
        Some(Place::At(index)) => s
            .say("statement-place-at")
            .with("index", index.to_string())
            .to_string(),
        Some(Place::Waiting) | None => s.t("statement-place-waiting"),
    }
}

pub async fn place_of(
    db: &mut Conn,
    s: &Shell,
    org: OrgId,
    record: RecordId,
) -> Result<String, Problem> {
    Ok(place(s, ledger::place(db, org, record).await?))
}

/// A record's travelling proof as a file; a record that waits for its place has none yet.
pub async fn proof_of(db: &mut Conn, s: &Shell, record: RecordId) -> Answer {
    let org = s.reader()?.org;
    let Some(proof) = ledger::travelling_proof(db, org, record).await? else {
        return Err(Problem::Refused(s.t("statement-proof-waiting")));
    };
    file(
        &format!("{record}.tlog-proof"),
        "text/plain; charset=utf-8",
        proof,
    )
}
