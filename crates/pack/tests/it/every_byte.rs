//! No byte of a pack can change unseen, no file can come or go.

use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use pack::verify::{Options, Report, verify, verify_archive};

use crate::acme::{Acme, failures};
use crate::containers::{names, unpack};

/// What may be said about a changed file; anything else would mislead.
const ABOUT_FILES: [&str; 6] = [
    "FILE_CHANGED",
    "FILE_MISSING",
    "MANIFEST_NOT_SIGNED",
    "RECORD_UNREADABLE",
    "PATH_UNSAFE",
    "FILE_UNLISTED",
];

fn check(folder: &Path) -> Report {
    verify(folder, &Options::default()).unwrap()
}

fn assert_named(report: &Report, what: &str) {
    assert!(!report.passed(), "{what} was not seen");
    let named: BTreeSet<_> = failures(report);
    assert!(
        ABOUT_FILES.iter().any(|code| named.contains(code)),
        "{what}: {named:?}"
    );
}

#[test]
fn a_changed_byte_in_any_file_is_named() {
    let folder = tempfile::tempdir().unwrap();
    unpack(&Acme::genuine().pack(), folder.path());
    assert!(check(folder.path()).passed());
    for name in names(folder.path()) {
        let path = folder.path().join(&name);
        let genuine = fs::read(&path).unwrap();
        let step = if genuine.len() > 250 { 29 } else { 1 };
        for at in (0..genuine.len()).step_by(step) {
            let mut changed = genuine.clone();
            changed[at] ^= 1 << (at % 8);
            fs::write(&path, &changed).unwrap();
            assert_named(&check(folder.path()), &format!("byte {at} of {name}"));
        }
        fs::write(&path, &genuine[..genuine.len() - 1]).unwrap();
        assert_named(&check(folder.path()), &format!("the end of {name}"));
        fs::write(&path, genuine).unwrap();
    }
}

#[test]
fn a_file_that_is_gone_is_named() {
    let folder = tempfile::tempdir().unwrap();
    unpack(&Acme::genuine().pack(), folder.path());
    for name in names(folder.path()) {
        let path = folder.path().join(&name);
        let genuine = fs::read(&path).unwrap();
        fs::remove_file(&path).unwrap();
        let report = check(folder.path());
        assert!(failures(&report).contains("FILE_MISSING"), "{name}");
        fs::write(&path, genuine).unwrap();
    }
}

#[test]
fn a_file_that_was_added_is_named() {
    let folder = tempfile::tempdir().unwrap();
    unpack(&Acme::genuine().pack(), folder.path());
    fs::write(folder.path().join("docs/minutes.pdf"), "").unwrap();
    assert!(failures(&check(folder.path())).contains("FILE_UNLISTED"));
}

#[test]
fn a_changed_byte_anywhere_in_the_zip_is_named() {
    let genuine = Acme::genuine().pack();
    let directory = genuine.len() - 2200;
    for at in (0..directory).step_by(41).chain(directory..genuine.len()) {
        let mut changed = genuine.clone();
        changed[at] ^= 1 << (at % 8);
        let report = verify_archive(Cursor::new(changed), &Options::default()).unwrap();
        assert!(!report.passed(), "byte {at} of {}", genuine.len());
    }
}

#[test]
fn a_zip_cut_off_anywhere_is_named() {
    let genuine = Acme::genuine().pack();
    for end in (0..genuine.len()).step_by(97) {
        let report =
            verify_archive(Cursor::new(genuine[..end].to_vec()), &Options::default()).unwrap();
        let named = failures(&report);
        assert!(
            named.contains("CONTAINER_CHANGED") || named.contains("FORMAT_UNKNOWN"),
            "{end}: {named:?}"
        );
    }
}
