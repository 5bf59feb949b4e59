//! Statements as the rules know them, put together from their rows.

use anyhow::Result;
use kit::Digest;
use kit::db::Conn;
use kit::id::OrgId;
use rules::facts::{
    Change, ConfirmedContent, Content, Publication, Signature, SignatureLevel, Statement, Version,
    Withdrawal,
};
use rules::{placeholders, similarity};

use super::{sample, store};

/// Every statement with its versions, signatures, contents and publications.
pub(super) async fn read(
    db: &mut Conn,
    org: OrgId,
    publications: &[store::PublicationRow],
) -> Result<Vec<Statement>> {
    let contents = store::contents(db, org).await?;
    let signatures = store::statement_signatures(db, org).await?;
    let mut statements: Vec<Statement> = Vec::new();
    for row in store::statement_versions(db, org).await? {
        let of_this = publications.iter().filter(|publication| {
            publication.document == row.document && publication.version == row.number
        });
        let version = Version {
            contents: contents_of(&row, &contents),
            signatures: signatures_of(&row, &signatures),
            withdrawal: of_this.clone().find_map(withdrawal),
            publications: of_this.map(|it| publication(it, &row)).collect(),
            ..bare(&row)?
        };
        match statements.last_mut().filter(|last| last.id == row.document) {
            Some(statement) => statement.versions.push(version),
            None => statements.push(Statement {
                id: row.document,
                title: row.document_title,
                versions: vec![version],
            }),
        }
    }
    let drafts = store::statement_drafts(db, org).await?;
    statements.extend(drafts.into_iter().map(draft));
    Ok(statements)
}

fn bare(row: &store::VersionRow) -> Result<Version> {
    Ok(Version {
        number: u32::try_from(row.number)?,
        language: row.language.clone(),
        text: row.digest.clone(),
        author: row.author.clone(),
        recorded_at: row.made_at.timestamp(),
        effective_on: row.effective_on.map(|day| day.0),
        change: match row.change.as_str() {
            "first" => Change::First,
            "editorial" => Change::Editorial,
            _ => Change::Material,
        },
        legal_entities: Vec::new(),
        placeholders: placeholders::left_in(&row.text),
        similarity_to_sample: likeness(&row.language, &row.text),
        contents: Vec::new(),
        signatures: Vec::new(),
        publications: Vec::new(),
        withdrawal: None,
    })
}

/// A draft counts as the first version that nobody was asked to sign.
fn draft(row: store::DraftRow) -> Statement {
    let version = Version {
        number: 1,
        text: Digest::of(&row.text).to_string(),
        placeholders: placeholders::left_in(&row.text),
        similarity_to_sample: likeness(&row.language, &row.text),
        language: row.language,
        author: row.author,
        recorded_at: row.saved_at.timestamp(),
        effective_on: None,
        change: Change::First,
        legal_entities: Vec::new(),
        contents: Vec::new(),
        signatures: Vec::new(),
        publications: Vec::new(),
        withdrawal: None,
    };
    Statement {
        id: row.document,
        title: row.title,
        versions: vec![version],
    }
}

fn likeness(language: &str, text: &str) -> Option<u8> {
    sample::text(language).map(|sample| similarity::percent(sample, text))
}

fn contents_of(row: &store::VersionRow, all: &[store::ContentRow]) -> Vec<ConfirmedContent> {
    all.iter()
        .filter(|it| it.document == row.document && it.digest == row.digest)
        .filter_map(|it| {
            let place = usize::try_from(it.item).ok()?.checked_sub(1)?;
            Some(ConfirmedContent {
                content: *Content::ALL.get(place)?,
                by: it.confirmed_by.clone(),
                // Read in the draft, by its digest; of the version since there is one.
                at: it.confirmed_at.max(row.made_at).timestamp(),
            })
        })
        .collect()
}

fn signatures_of(row: &store::VersionRow, all: &[store::SignatureRow]) -> Vec<Signature> {
    all.iter()
        .filter(|it| it.document == row.document && it.version == row.number)
        .map(|it| Signature {
            person: it.person.clone(),
            appointment: Some(it.appointment.clone()),
            at: it.signed_at.timestamp(),
            claimed_at: None,
            level: if it.level == "L2" {
                SignatureLevel::L2
            } else {
                SignatureLevel::L1
            },
            text: it.digest.clone(),
            changed_this_year: it.changed_this_year.clone(),
            imported: None,
        })
        .collect()
}

fn publication(row: &store::PublicationRow, version: &store::VersionRow) -> Publication {
    let to_everyone = row.audience == super::coverages::EVERYONE;
    Publication {
        at: row.published_at.timestamp(),
        text: Digest::of(&version.text).to_string(),
        reaches_everyone: to_everyone,
        // Whoever joins an audience of everyone is assigned by the product itself.
        reaches_joiners: to_everyone,
        withdrawn_at: row.withdrawn_at.map(|at| at.timestamp()),
        gaps: Vec::new(),
    }
}

fn withdrawal(row: &store::PublicationRow) -> Option<Withdrawal> {
    Some(Withdrawal {
        by: row.withdrawn_by.clone()?,
        at: row.withdrawn_at?.timestamp(),
        reason: row.reason.clone().unwrap_or_default(),
    })
}
