//! Writing a pack from one state of the database, streamed.

use std::io::Write;

use anyhow::{Context, Result};
use futures_util::TryStreamExt;
use jiff::tz::TimeZone;
use kit::db::Conn;
use kit::id::{OrgId, PersonId};
use kit::{Day, Digest, Moment};
use pack::write::{About, Entries, Front, Record, Signature, Writer};
use record::{Leaf, Salt};

use super::contents::{self, Contents};
use super::{readme, store};
use crate::App;

/// Which pack: the log up to a size, asked as at a day, in somebody's name. The same order
/// gives the same bytes.
#[derive(Clone, Debug)]
pub struct Order {
    pub org: OrgId,
    pub as_of: Day,
    pub size: i64,
    pub issued_at: Moment,
    pub issued_by: Option<PersonId>,
}

/// Writes the pack to `out`; gives back what `out` was wrapped in and the manifest's digest.
pub async fn write<W: Write>(app: &App, order: &Order, out: W) -> Result<(W, Digest)> {
    let mut db = app.db.snapshot().await?;
    let organisation = store::organisation(&mut db, order.org).await?;
    let zone = TimeZone::get(&organisation.time_zone).context("the organisation's time zone")?;
    let signed = store::checkpoint_of(&mut db, order.org, order.size).await?;
    let checkpoint = signed
        .context("no checkpoint was signed at this size")?
        .note;
    let head = crate::ledger::head(&mut db, order.org).await?;
    let contents = contents::gather(app, &mut db, order, &zone).await?;
    let readiness = crate::readiness::judge(app, order.org, order.as_of).await?;
    let readiness_json = serde_json::to_vec_pretty(&readiness)?;
    let front = Front {
        about: &about(app, order, &organisation, &head.origin, &zone)?,
        readme: &readme::html(app, order, &organisation, &contents, &readiness)?,
        readiness: Some(&readiness_json),
        checkpoint: &checkpoint,
        log_key: &head.key.parse()?,
        earlier: &[],
    };
    let writer = Writer::begin(out, &front, entries(&mut db, order).await?)?;
    let writer = put_leaves_and_records(&mut db, order, writer).await?;
    let writer = put_signatures(&mut db, order, writer).await?;
    let writer = put_documents(writer, contents)?;
    let (out, manifest) = writer.finish(&app.log_keys.signer(&head.origin)?)?;
    Ok((out, Digest(manifest)))
}

fn about(
    app: &App,
    order: &Order,
    organisation: &store::Organisation,
    origin: &str,
    zone: &TimeZone,
) -> Result<About> {
    let issued_by = match order.issued_by {
        Some(person) => record::Pid::Person(person.into()),
        None => record::Pid::System,
    };
    Ok(About {
        format: About::format(),
        org: order.org.into(),
        organisation: organisation.name.clone(),
        origin: origin.to_owned(),
        rp_id: app
            .address
            .host_str()
            .context("an address has a host")?
            .to_owned(),
        sites: vec![app.address.origin().ascii_serialization()],
        since: None,
        until: order.as_of.end(zone).min(order.issued_at).into(),
        issued_at: order.issued_at.into(),
        issued_by,
        generator: concat!("countersign ", env!("CARGO_PKG_VERSION")).to_owned(),
    })
}

async fn entries(db: &mut Conn, order: &Order) -> Result<Entries> {
    let mut entries = Entries::default();
    let mut leaves = store::leaves(db, order.org, order.size).await?;
    while let Some((leaf,)) = leaves.try_next().await? {
        entries.push(&sized(&leaf)?);
    }
    Ok(entries)
}

async fn put_leaves_and_records<W: Write>(
    db: &mut Conn,
    order: &Order,
    mut writer: Writer<W>,
) -> Result<Writer<W>> {
    let mut leaves = store::leaves(db, order.org, order.size).await?;
    while let Some((leaf,)) = leaves.try_next().await? {
        writer.leaf(&sized(&leaf)?)?;
    }
    drop(leaves);
    let openings = store::disclosed_names(db, order.org, order.size).await?;
    let mut openings = openings.into_iter().peekable();
    let mut records = store::records(db, order.org, order.size).await?;
    while let Some(opened) = records.try_next().await? {
        let mut disclosures = Vec::new();
        while let Some(opening) = openings.next_if(|opening| opening.idx == opened.idx) {
            disclosures.push(opening.text.into_bytes());
        }
        let salt = Salt(
            opened
                .salt
                .as_slice()
                .try_into()
                .context("a salt has 32 bytes")?,
        );
        writer.record(&Record {
            index: opened.idx as u64,
            salt: &salt,
            bytes: &opened.bytes,
            disclosures: &disclosures,
        })?;
    }
    Ok(writer)
}

async fn put_signatures<W: Write>(
    db: &mut Conn,
    order: &Order,
    mut writer: Writer<W>,
) -> Result<Writer<W>> {
    for made in store::signatures(db, order.org, order.size).await? {
        let pem = record::webauthn::CoseKey::parse(&made.key)?.to_pem();
        writer.signature(&Signature {
            index: made.idx as u64,
            intent: &made.intent,
            client_data: &made.client_data,
            authenticator_data: &made.authenticator_data,
            signature: &made.assertion,
            key_cose: &made.key,
            key_pem: pem.as_bytes(),
            attestation: Some(&made.attestation),
        })?;
    }
    Ok(writer)
}

fn put_documents<W: Write>(mut writer: Writer<W>, contents: Contents) -> Result<Writer<W>> {
    for document in contents.documents.values() {
        writer.document(&document.bytes, document.extension)?;
    }
    Ok(writer)
}

fn sized(leaf: &[u8]) -> Result<[u8; Leaf::SIZE]> {
    leaf.try_into().context("a leaf has 64 bytes")
}
