//! Writes a pack with as many acknowledgements as asked for, to measure writing and checking with `time`:
//!
//! ```text
//! cargo run --release -p countersign-pack --example million -- 1000000 /tmp/million.zip
//! time countersign-verify /tmp/million.zip
//! ```

use std::fs::File;
use std::io::BufWriter;

use pack::write::{About, Entries, Front, Record, Writer};
use record::envelope::SealedRecord;
use record::kinds::{
    DocumentAcknowledged, DocumentPublished, DocumentSigned, PersonAppointed, SignatureRequested,
};
use record::{Actor, Body, Concealed, Disclosure, Envelope, Kind as _, Moment, ObjectId, Salt};
use tlog::{Checkpoint, Frontier, Signer};

const ORIGIN: &str = "log.example.org/million";
const START_MS: i64 = 1_795_359_600_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let count: u64 = arguments.next().ok_or("how many?")?.parse()?;
    let path = arguments.next().ok_or("where to?")?;
    let log = Signer::from_seed(ORIGIN, [7; 32])?;

    let (mut entries, mut tree) = (Entries::default(), Frontier::default());
    for index in 0..count {
        let sealed = record(index)?;
        entries.push(&sealed.leaf.to_bytes());
        tree.push(sealed.leaf_hash);
    }
    let checkpoint = Checkpoint::new(ORIGIN, tree.head())?
        .sign(&[&log])?
        .to_string();
    let front = Front {
        about: &about()?,
        readme: "<!doctype html><title>A million</title>",
        readiness: None,
        checkpoint: &checkpoint,
        log_key: log.verifier(),
        earlier: &[],
    };
    let mut writer = Writer::begin(BufWriter::new(File::create(path)?), &front, entries)?;
    for index in 0..count {
        writer.leaf(&record(index)?.leaf.to_bytes())?;
    }
    for index in 0..count {
        let sealed = record(index)?;
        let disclosures = [name(index).to_bytes()?];
        writer.record(&Record {
            index,
            salt: &sealed.salt,
            bytes: &sealed.bytes,
            disclosures: &disclosures,
        })?;
    }
    writer.document(b"# Statement 2027\n", "md")?;
    writer.finish(&log)?;
    Ok(())
}

fn record(index: u64) -> Result<SealedRecord, Box<dyn std::error::Error>> {
    let mut object = [0; 16];
    object[..8].copy_from_slice(&index.to_be_bytes());
    let body: Body = match index {
        0 => PersonAppointed::sample().into(),
        1 => SignatureRequested::sample().into(),
        2 => clicked().into(),
        3 => DocumentPublished::sample().into(),
        _ => DocumentAcknowledged::sample().into(),
    };
    let envelope = Envelope {
        obj: ObjectId(object),
        rev: 1,
        prev: None,
        org: "org_01JD3KQ8Z5T0V9M4N7P2R6S1XY".parse()?,
        actor: Actor::person(
            DocumentAcknowledged::sample().person,
            Concealed::of([&name(index)])?,
        ),
        at: Moment::from_millis(START_MS + i64::try_from(index)?),
        claimed: None,
        late: None,
        body,
    };
    let mut salt = [9; 32];
    salt[..8].copy_from_slice(&index.to_be_bytes());
    Ok(envelope.seal(Salt(salt))?)
}

fn clicked() -> DocumentSigned {
    let proof = DocumentAcknowledged::sample().proof;
    DocumentSigned {
        proof,
        ..DocumentSigned::sample()
    }
}

fn name(index: u64) -> Disclosure {
    Disclosure::text([4; 16], "name", &format!("Person {index}"))
}

fn about() -> Result<About, Box<dyn std::error::Error>> {
    Ok(About {
        format: About::format(),
        org: "org_01JD3KQ8Z5T0V9M4N7P2R6S1XY".parse()?,
        organisation: "A million".into(),
        origin: ORIGIN.into(),
        rp_id: "example.org".into(),
        sites: vec!["https://example.org".into()],
        since: None,
        until: "2099-01-01T00:00:00.000Z".parse()?,
        issued_at: "2099-01-01T00:00:00.000Z".parse()?,
        issued_by: record::Pid::System,
        generator: "an example".into(),
    })
}
