//! The program as an auditor meets it: what it prints, and with which exit code.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot arrange its case has failed"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use pack::write::{About, Entries, Front, Record, Writer};
use record::kinds::LogStarted;
use record::kinds::words::Purpose;
use record::{Actor, Envelope, Moment, ObjectId, Pid, Salt};
use tlog::{Checkpoint, Frontier, Signer};

const ORIGIN: &str = "log.example.org/acme";

fn log() -> Signer {
    Signer::from_seed(ORIGIN, [7; 32]).unwrap()
}

fn started() -> LogStarted {
    LogStarted {
        origin: ORIGIN.into(),
        key: log().verifier().to_string(),
        purpose: Purpose::Live,
    }
}

/// The smallest pack: a log that was started and nothing else.
fn write_pack(path: &Path) {
    let org: record::Id = "org_01JD3KQ8Z5T0V9M4N7P2R6S1XY".parse().unwrap();
    let at = Moment::from_millis(1_795_359_600_000);
    let envelope = Envelope {
        obj: ObjectId([1; 16]),
        rev: 1,
        prev: None,
        org: org.clone(),
        actor: Actor::system(),
        at,
        claimed: None,
        late: None,
        body: started().into(),
    };
    let sealed = envelope.seal(Salt([9; 32])).unwrap();
    let leaf = sealed.leaf.to_bytes();
    let (mut entries, mut tree) = (Entries::default(), Frontier::default());
    entries.push(&leaf);
    tree.push(sealed.leaf_hash);
    let about = About {
        format: About::format(),
        org,
        organisation: "Acme".into(),
        origin: ORIGIN.into(),
        rp_id: "example.org".into(),
        sites: vec!["https://example.org".into()],
        since: None,
        until: at,
        issued_at: at,
        issued_by: Pid::System,
        generator: "test".into(),
    };
    let checkpoint = Checkpoint::new(ORIGIN, tree.head())
        .unwrap()
        .sign(&[&log()])
        .unwrap()
        .to_string();
    let log = log();
    let front = Front {
        about: &about,
        readme: "",
        readiness: None,
        checkpoint: &checkpoint,
        log_key: log.verifier(),
        earlier: &[],
    };
    let mut writer = Writer::begin(Vec::new(), &front, entries).unwrap();
    writer.leaf(&leaf).unwrap();
    writer
        .record(&Record {
            index: 0,
            salt: &sealed.salt,
            bytes: &sealed.bytes,
            disclosures: &[],
        })
        .unwrap();
    fs::write(path, writer.finish(&log).unwrap().0).unwrap();
}

fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let program = env!("CARGO_BIN_EXE_countersign-verify");
    let Output {
        status,
        stdout,
        stderr,
    } = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    (
        status.code(),
        String::from_utf8(stdout).unwrap(),
        String::from_utf8(stderr).unwrap(),
    )
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write_pack(&folder.path().join("pack.zip"));
    fs::write(
        folder.path().join("trust"),
        format!("log {}\n", log().verifier()),
    )
    .unwrap();
    folder
}

#[test]
fn a_genuine_pack_ends_with_zero() {
    let folder = folder();
    let (code, said, _) = run(
        folder.path(),
        &[
            "pack.zip",
            "--trust",
            "trust",
            "--earlier",
            "pack.zip",
            "--at",
            "2026-12-31",
        ],
    );
    assert_eq!(code, Some(0), "{said}");
    assert!(said.starts_with("OK."), "{said}");
}

#[test]
fn a_changed_pack_ends_with_one_and_names_the_failure() {
    let folder = folder();
    let path = folder.path().join("pack.zip");
    let mut bytes = fs::read(&path).unwrap();
    let readme = bytes
        .windows(10)
        .position(|window| window == b"HOW TO VER")
        .unwrap();
    bytes[readme] = b'N';
    fs::write(path, bytes).unwrap();
    let (code, said, _) = run(folder.path(), &["pack.zip", "--json"]);
    assert_eq!(code, Some(1));
    let report: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(report["grades"]["consistent"], "no");
    assert_eq!(report["findings"][0]["code"], "FILE_CHANGED");
    assert!(report["findings"][0]["index"].is_null());
}

#[test]
fn what_cannot_be_done_ends_with_two_and_a_sentence() {
    let folder = folder();
    fs::write(folder.path().join("bad"), "log x\n").unwrap();
    let wrong: [&[&str]; 5] = [
        &[],
        &["nowhere.zip"],
        &["pack.zip", "--trust", "bad"],
        &["pack.zip", "--at", "soon"],
        &["pack.zip", "--earlier", "nowhere"],
    ];
    for arguments in wrong {
        let (code, said, why) = run(folder.path(), arguments);
        assert_eq!((code, said.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(!why.is_empty());
    }
    assert!(
        run(folder.path(), &["pack.zip", "--trust", "bad"])
            .2
            .starts_with("Line 1 of the trust file: ")
    );
}
