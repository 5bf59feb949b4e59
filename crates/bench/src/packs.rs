//! A pack of a million records: how fast it is written, and how fast and in how much memory the
//! verifier reads it.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Result, ensure};
use pack::write::{About, Entries, Front, Record, Writer};
use record::envelope::SealedRecord;
use record::kinds::{
    DocumentAcknowledged, DocumentPublished, DocumentSigned, PersonAppointed, SignatureRequested,
};
use record::{Actor, Body, Concealed, Disclosure, Envelope, Kind as _, Moment, ObjectId, Salt};
use tlog::{Checkpoint, Frontier, Signer};

use crate::clock;
use crate::process::{memory_of, program};
use crate::table::{Row, number};

const ORIGIN: &str = "log.example.org/million";
const START_MS: i64 = 1_795_359_600_000;
const RECORDS: u64 = 1_000_000;
const RUNS: usize = 3;

pub(crate) async fn measure() -> Result<Vec<Row>> {
    tokio::task::spawn_blocking(write_and_verify).await?
}

fn write_and_verify() -> Result<Vec<Row>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("million.zip");
    let start = clock::start();
    write(&path)?;
    let written = start.elapsed().as_secs_f64();
    let mut times = Vec::new();
    let mut most = 0.0_f64;
    for _ in 0..RUNS {
        let (time, memory) = verify(&path)?;
        times.push(time);
        most = most.max(memory);
    }
    let megabytes = std::fs::metadata(&path)?.len() / 1_000_000;
    let (middle, _) = clock::spread(times);
    let rate = number(RECORDS as f64 / middle * 1000.0);
    Ok(vec![
        Row::new("pack of a million records, made and written", written, "s").beside(format!(
            "{megabytes} MB; with making, hashing and sealing the records"
        )),
        Row::new("the same, verified", middle / 1000.0, "s")
            .beside(format!("{rate} records a second; target: at most 10 s")),
        Row::new("memory of the verifier at most", most, "MB"),
    ])
}

/// The verifier in a process of its own: how long it took and the most memory it held, in MB.
fn verify(path: &Path) -> Result<(Duration, f64)> {
    let start = clock::start();
    let mut verifier = Command::new(program()?)
        .arg("verify")
        .arg(path)
        .stdout(Stdio::null())
        .spawn()?;
    let mut memory = 0.0;
    loop {
        if let Some(status) = verifier.try_wait()? {
            ensure!(status.success(), "the pack does not verify");
            return Ok((start.elapsed(), memory));
        }
        memory = memory_of(verifier.id(), "VmHWM").unwrap_or(memory);
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn write(path: &Path) -> Result<()> {
    let log = Signer::from_seed(ORIGIN, [7; 32])?;
    let (mut entries, mut tree) = (Entries::default(), Frontier::default());
    for index in 0..RECORDS {
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
    for index in 0..RECORDS {
        writer.leaf(&record(index)?.leaf.to_bytes())?;
    }
    for index in 0..RECORDS {
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

fn record(index: u64) -> Result<SealedRecord> {
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

fn about() -> Result<About> {
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
        generator: "a benchmark".into(),
    })
}
