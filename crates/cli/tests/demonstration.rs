//! The main job from a console: a firm appears, its pack verifies, one changed byte is named.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot arrange its case has failed"
)]

use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_countersign");

/// Starts the demonstration and waits until it has issued and checked its pack.
fn demonstrate(data: &Path) -> Vec<String> {
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let mut server = Command::new(PROGRAM)
        .args(["demo", "--listen", &format!("127.0.0.1:{port}"), "--data"])
        .arg(data)
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap();
    let printed = BufReader::new(server.stdout.take().unwrap())
        .lines()
        .map(Result::unwrap);
    let mut lines = Vec::new();
    for line in printed {
        let is_serving = line.starts_with("Countersign is at");
        lines.push(line);
        if is_serving {
            break;
        }
    }
    server.kill().unwrap();
    server.wait().unwrap();
    lines
}

fn verify(pack: &Path) -> (Option<i32>, String) {
    let verified = Command::new(PROGRAM)
        .arg("verify")
        .arg(pack)
        .arg("--json")
        .output()
        .unwrap();
    (
        verified.status.code(),
        String::from_utf8(verified.stdout).unwrap(),
    )
}

#[test]
fn the_demonstration_issues_a_pack_that_verifies_until_one_byte_is_changed() {
    let folder = tempfile::tempdir().unwrap();
    let lines = demonstrate(&folder.path().join("data"));
    assert!(
        lines.iter().any(|line| line.contains("48 people")),
        "{lines:?}"
    );
    assert!(
        lines.iter().any(|line| line.contains("/demo/as/ceo")),
        "{lines:?}"
    );

    let database = folder.path().join("data/countersign.db");
    let mode = database.metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o077, 0, "others on the machine read the database");

    let pack = folder.path().join("data/demo-pack.zip");
    let (code, report) = verify(&pack);
    assert_eq!(code, Some(0), "{report}");

    let mut bytes = std::fs::read(&pack).unwrap();
    let statement = bytes.windows(10).position(|w| w == b"Dana Reyes").unwrap();
    bytes[statement] ^= 1;
    std::fs::write(&pack, bytes).unwrap();
    let (code, report) = verify(&pack);
    assert_eq!(code, Some(1));
    assert!(report.contains("FILE_CHANGED"), "{report}");
}
