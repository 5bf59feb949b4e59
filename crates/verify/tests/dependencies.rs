//! What the auditor's program links is a list that somebody reviewed (`dependencies.txt`).
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot arrange its case has failed"
)]

use std::collections::BTreeSet;
use std::process::Command;

const LIST: &str = include_str!("../dependencies.txt");

fn linked() -> BTreeSet<String> {
    let tree = [
        "tree",
        "--package",
        "countersign-verify",
        "--edges",
        "normal",
        "--prefix",
        "none",
        "--offline",
    ];
    let output = Command::new(env!("CARGO"))
        .args(tree)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let lines = String::from_utf8(output.stdout).unwrap();
    lines
        .lines()
        .filter_map(|line| line.split(' ').next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_list_of_what_is_linked_is_the_reviewed_one() {
    let reviewed: BTreeSet<String> = LIST
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(str::to_owned)
        .collect();
    let linked = linked();
    let new: Vec<_> = linked.difference(&reviewed).collect();
    let gone: Vec<_> = reviewed.difference(&linked).collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "new: {new:?}, gone: {gone:?}; if that is meant, see dependencies.txt"
    );
}

#[test]
fn nothing_reaches_a_network_a_database_or_the_house() {
    for forbidden in [
        "tokio",
        "reqwest",
        "hyper",
        "sqlx",
        "rustls",
        "countersign-kit",
        "countersign-app",
    ] {
        assert!(!LIST.lines().any(|line| line == forbidden), "{forbidden}");
    }
}
