//! What goes into a pack beside records: the documents, as text and typeset.

use std::collections::BTreeMap;

use anyhow::Result;
use jiff::tz::TimeZone;
use kit::Digest;
use kit::db::Conn;
use kit::words::{Language, Speech};
use serde_json::{Value, json};

use super::store::{self, Coverage, Signing, Version};
use super::write::Order;
use crate::App;

/// A file of the pack.
pub(super) struct Document {
    pub(super) bytes: Vec<u8>,
    pub(super) extension: &'static str,
}

/// The documents in the order of their digests, and what the index page says of them.
pub(super) struct Contents {
    pub(super) documents: BTreeMap<Digest, Document>,
    pub(super) versions: Vec<Shown>,
    pub(super) coverage: Vec<Coverage>,
}

/// A version with who signed it, and its typeset copy.
pub(super) struct Shown {
    pub(super) version: Version,
    pub(super) signings: Vec<Signing>,
    pub(super) pdf: Option<Digest>,
}

pub(super) async fn gather(
    app: &App,
    db: &mut Conn,
    order: &Order,
    zone: &TimeZone,
) -> Result<Contents> {
    let mut contents = Contents {
        documents: BTreeMap::new(),
        versions: Vec::new(),
        coverage: store::coverage(db, order.org, order.as_of.end(zone)).await?,
    };
    let organisation = store::organisation(db, order.org).await?;
    let signings = store::signings(db, order.org, order.size).await?;
    for version in store::versions(db, order.org, order.size).await? {
        let signed: Vec<Signing> = signings
            .iter()
            .filter(|signing| {
                (signing.document, signing.version) == (version.document, version.number)
            })
            .cloned()
            .collect();
        contents.keep(version.text.clone().into_bytes(), "md");
        let speech = app
            .words
            .speak(version.language.parse().unwrap_or(Language::English));
        let request = typeset(&speech, &organisation, &version, &signed, zone);
        let pdf = match &app.typesetter {
            Some(typesetter) => Some(contents.keep(typesetter.typeset(request).await?, "pdf")),
            None => None,
        };
        contents.versions.push(Shown {
            version,
            signings: signed,
            pdf,
        });
    }
    for (digest, name) in store::basis_files(db, order.org).await? {
        if let Some(bytes) = app.files.get(digest).await? {
            contents.keep(bytes, extension(&name));
        }
    }
    Ok(contents)
}

impl Contents {
    fn keep(&mut self, bytes: Vec<u8>, extension: &'static str) -> Digest {
        let digest = Digest::of(&bytes);
        self.documents.insert(digest, Document { bytes, extension });
        digest
    }
}

/// Only what a reader can open by a double click keeps its ending.
fn extension(name: &str) -> &'static str {
    let known = ["pdf", "png", "jpg", "txt", "md", "docx", "xlsx"];
    let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    known
        .into_iter()
        .find(|known| *known == ending)
        .unwrap_or("bin")
}

/// The order to the typesetter, with every word in the document's language.
fn typeset(
    w: &Speech,
    organisation: &store::Organisation,
    version: &Version,
    signings: &[Signing],
    zone: &TimeZone,
) -> Value {
    let line = |label: &str, value: String| json!({ "label": w.t(label), "value": value });
    let mut meta = vec![line("pdf-version", version.number.to_string())];
    meta.extend(
        version
            .effective_on
            .map(|day| line("pdf-effective", w.day(day))),
    );
    meta.extend(
        version
            .next_review_on
            .map(|day| line("pdf-next-review", w.day(day))),
    );
    let signatures: Vec<Value> = signings
        .iter()
        .map(|signing| {
            json!({
                "who": signing.name,
                "capacity": signing.capacity,
                "when": w.moment(signing.signed_at, zone),
                "level": w.t(&format!("pdf-level-{}", signing.level.to_lowercase())),
                "digest": w.say("pdf-log-entry").with("index", signing.idx).to_string(),
                "words": signing.words,
            })
        })
        .collect();
    json!({
        "title": version.title,
        "language": version.language,
        "organisation": organisation.name,
        "edition": w.say("pdf-edition").with("n", version.number).to_string(),
        "at": version.made_at.timestamp().to_string(),
        "markdown": version.text,
        "meta": meta,
        "signatures": signatures,
        "banner": (organisation.purpose == "demonstration").then(|| w.t("pdf-demonstration")),
        "attachments": [{
            "name": "text.md",
            "media": "text/markdown",
            "about": w.t("pdf-attached-text"),
            "relation": "source",
            "bytes": base64(version.text.as_bytes()),
        }],
        "labels": {
            "page": w.t("pdf-page"),
            "digest": w.t("pdf-digest"),
            "signatures": w.t("pdf-signatures"),
            "signature_digest": w.t("pdf-signature-digest"),
            "attached": w.t("pdf-attached"),
            "bytes": w.t("pdf-bytes"),
            "substituted": w.t("pdf-substituted"),
            "image": w.t("pdf-image"),
        },
    })
}

fn base64(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}
