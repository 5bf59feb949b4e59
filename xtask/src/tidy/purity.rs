//! The core has no clock, no chance, no files, no network and no async: what it says can be
//! checked in ten years on a stranger's laptop.

use std::collections::BTreeSet;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::Complaint;
use crate::repository::{File, Repository};
use crate::rust;

pub(super) const CORE: [&str; 5] = ["tlog", "record", "frameworks", "rules", "pack"];

/// What a core source does not say.
const FORBIDDEN: [(&str, &str); 14] = [
    ("SystemTime", "a clock"),
    ("Instant::now", "a clock"),
    ("Timestamp::now", "a clock"),
    ("Zoned::now", "a clock"),
    ("getrandom", "chance"),
    ("rand::", "chance"),
    ("OsRng", "chance"),
    ("std::fs", "a file system"),
    ("std::env", "an environment"),
    ("std::process", "processes"),
    ("std::net", "a network"),
    ("async fn", "async"),
    (".await", "async"),
    ("tokio", "async"),
];

/// What a core crate may have nevertheless.
const EXCEPTIONS: [(&str, &str, &str); 3] = [
    (
        "crates/pack/src/container.rs",
        "std::fs",
        "opens the pack that the reader names, to read it",
    ),
    (
        "crates/pack/src/container/",
        "std::fs",
        "opens the pack that the reader names, to read it",
    ),
    (
        "crates/pack/src/verify.rs",
        "std::fs",
        "opens the former pack that the reader names",
    ),
];

/// Crates that would bring what is forbidden.
const FORBIDDEN_CRATES: [&str; 12] = [
    "async-std",
    "axum",
    "chrono",
    "fastrand",
    "futures-util",
    "hyper",
    "mio",
    "rand",
    "reqwest",
    "socket2",
    "sqlx",
    "tokio",
];

pub(crate) fn check(repo: &Repository) -> Result<Vec<Complaint>> {
    let mut complaints: Vec<Complaint> = repo
        .product_sources()
        .filter(|file| is_core(file))
        .flat_map(impure)
        .collect();
    for name in CORE {
        let found = linked(repo, name)?;
        let found: BTreeSet<&str> = found.iter().map(String::as_str).collect();
        let place = format!("crates/{name}/Cargo.toml");
        let brought = FORBIDDEN_CRATES
            .iter()
            .filter(|forbidden| found.contains(**forbidden));
        complaints.extend(brought.map(|forbidden| {
            Complaint::about(&place, format!("the core does not depend on {forbidden}"))
        }));
    }
    Ok(complaints)
}

fn is_core(file: &File) -> bool {
    CORE.iter()
        .any(|name| file.path.starts_with(&format!("crates/{name}/src/")))
}

fn impure(file: &File) -> Vec<Complaint> {
    let code = rust::product(&file.text).code;
    let mut complaints = Vec::new();
    for (at, line) in code.lines().enumerate() {
        for (part, what) in FORBIDDEN {
            if line.contains(part) && !is_excepted(&file.path, part) {
                complaints.push(Complaint::at(
                    &file.path,
                    at + 1,
                    format!("the core has nothing to do with {what}: {part}"),
                ));
            }
        }
    }
    complaints
}

fn is_excepted(path: &str, part: &str) -> bool {
    EXCEPTIONS
        .iter()
        .any(|(place, excepted, _)| path.starts_with(place) && *excepted == part)
}

/// The names of the crates that a crate of ours links on Linux.
fn linked(repo: &Repository, name: &str) -> Result<BTreeSet<String>> {
    let package = format!("countersign-{name}");
    let tree = Command::new(env!("CARGO"))
        .args([
            "tree", "--locked", "--quiet", "--edges", "normal", "--prefix", "none", "--format",
            "{p}",
        ])
        .args([
            "--target",
            "x86_64-unknown-linux-gnu",
            "--package",
            &package,
        ])
        .current_dir(&repo.root)
        .output()
        .context("failed to start cargo tree")?;
    ensure!(
        tree.status.success(),
        "cargo tree: {}",
        String::from_utf8_lossy(&tree.stderr)
    );
    let printed = String::from_utf8(tree.stdout)?;
    Ok(printed
        .lines()
        .filter_map(|line| line.split(' ').next())
        .map(str::to_owned)
        .collect())
}
