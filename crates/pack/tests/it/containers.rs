//! What somebody hands an auditor instead of a pack.

use std::fs::{self, File};
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

use pack::verify::{Options, verify, verify_archive};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::acme::{Acme, failures};

/// Unpacks with an implementation that is not ours.
pub(crate) fn unpack(pack: &[u8], to: &Path) {
    ZipArchive::new(Cursor::new(pack))
        .unwrap()
        .extract(to)
        .unwrap();
}

/// The names of all files in a folder, sorted, `/` between their parts.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    fn walk(folder: &Path, prefix: &str, names: &mut Vec<String>) {
        for item in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let name = format!("{prefix}{}", item.file_name().to_str().unwrap());
            if item.file_type().unwrap().is_dir() {
                walk(&item.path(), &format!("{name}/"), names)
            } else {
                names.push(name)
            }
        }
    }
    let mut all = Vec::new();
    walk(folder, "", &mut all);
    all.sort();
    all
}

fn of_zip(bytes: Vec<u8>) -> std::collections::BTreeSet<&'static str> {
    failures(&verify_archive(Cursor::new(bytes), &Options::default()).unwrap())
}

fn of_folder(folder: &Path) -> std::collections::BTreeSet<&'static str> {
    failures(&verify(folder, &Options::default()).unwrap())
}

fn stored() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Stored)
}

fn zip(files: &[(&str, &[u8])], options: SimpleFileOptions) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Replaces bytes wherever they stand; lengths stay.
fn replace(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let mut changed = bytes.to_vec();
    for at in 0..=bytes.len() - from.len() {
        if &bytes[at..at + from.len()] == from {
            changed[at..at + from.len()].copy_from_slice(to);
        }
    }
    changed
}

#[test]
fn other_programs_read_our_zip() {
    let pack = Acme::genuine().pack();
    let mut archive = ZipArchive::new(Cursor::new(&pack)).unwrap();
    let mut text = String::new();
    archive
        .by_name("pack.json")
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    assert!(text.contains(r#""format":"countersign-pack/v1""#));
    assert!(archive.comment().is_empty());
}

#[test]
fn the_unpacked_folder_verifies_as_the_zip_does() {
    let folder = tempfile::tempdir().unwrap();
    let pack = Acme::genuine().pack();
    unpack(&pack, folder.path());
    let file = folder.path().with_extension("zip");
    fs::write(&file, &pack).unwrap();
    assert_eq!(
        verify(folder.path(), &Options::default()).unwrap(),
        verify(&file, &Options::default()).unwrap()
    );
    fs::remove_file(file).unwrap();
}

#[test]
fn the_same_files_packed_by_another_program_are_to_be_unpacked_first() {
    let pack = Acme::genuine().pack();
    let mut archive = ZipArchive::new(Cursor::new(&pack)).unwrap();
    let mut files = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.push((file.name().unwrap().into_owned(), bytes));
    }
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    assert_eq!(of_zip(zip(&files, stored())), ["CONTAINER_CHANGED"].into());
}

#[test]
fn something_before_or_after_the_zip_is_named() {
    let pack = Acme::genuine().pack();
    assert_eq!(
        of_zip([b"MZ".as_slice(), &pack].concat()),
        ["CONTAINER_CHANGED"].into()
    );
    assert_eq!(
        of_zip([&pack, b"more".as_slice()].concat()),
        ["CONTAINER_CHANGED"].into()
    );
}

#[test]
fn what_is_no_pack_is_said_to_be_none() {
    assert_eq!(of_zip(Vec::new()), ["FORMAT_UNKNOWN"].into());
    assert_eq!(
        of_zip(b"%PDF-1.7 and so on, for more than twenty-two bytes".to_vec()),
        ["FORMAT_UNKNOWN"].into()
    );
    assert!(of_folder(tempfile::tempdir().unwrap().path()).contains("FILE_MISSING"));
    let nested = of_zip(zip(&[("pack.zip", &Acme::genuine().pack())], stored()));
    assert!(
        nested.contains("FILE_MISSING") && nested.contains("FILE_UNLISTED"),
        "{nested:?}"
    );
}

#[test]
fn names_that_leave_the_pack_are_refused() {
    let pack = Acme::genuine().pack();
    for name in [
        "../../c.pt",
        "/etc/passw",
        "C:\\ck.pt.x",
        "check\0oint",
        "check\noint",
        "con/x.text",
        "a//b.texts",
    ] {
        let codes = of_zip(replace(&pack, b"checkpoint", name.as_bytes()));
        assert_eq!(codes, ["PATH_UNSAFE"].into(), "{name:?}");
    }
}

#[test]
fn names_that_collide_are_refused() {
    assert_eq!(
        of_zip(zip(&[("checkpoint", b""), ("Checkpoint", b"")], stored())),
        ["PATH_UNSAFE"].into()
    );
    assert_eq!(
        of_zip(zip(&[("records", b""), ("records/0.txt", b"")], stored())),
        ["PATH_UNSAFE"].into()
    );
    let twice = replace(
        &zip(&[("checkpoint", b"1"), ("checkpoinu", b"2")], stored()),
        b"checkpoinu",
        b"checkpoint",
    );
    assert_eq!(of_zip(twice), ["PATH_UNSAFE"].into());
    assert_eq!(
        of_zip(zip(&[("records/", b"")], stored())),
        ["PATH_UNSAFE"].into()
    );
}

#[test]
fn what_is_encrypted_or_compressed_is_not_read() {
    let pack = Acme::genuine().pack();
    let directory = pack
        .windows(4)
        .position(|bytes| bytes == b"PK\x01\x02")
        .unwrap();
    let with = |at: usize, byte: u8| {
        let mut changed = pack.clone();
        changed[directory + at] = byte;
        of_zip(changed)
    };
    assert_eq!(with(8, 1), ["RECORD_UNREADABLE"].into());
    assert_eq!(with(10, 8), ["RECORD_UNREADABLE"].into());
    assert_eq!(with(24, 255), ["RECORD_UNREADABLE"].into());
    assert_eq!(with(41, 0xa1), ["PATH_UNSAFE"].into(), "a symbolic link");
}

#[test]
fn ten_gigabytes_claimed_are_not_read() {
    let pack = Acme::genuine().pack();
    let directory = pack
        .windows(4)
        .position(|bytes| bytes == b"PK\x01\x02")
        .unwrap();
    let mut changed = pack.clone();
    changed[directory + 20..directory + 28]
        .copy_from_slice(&[0xfe, 0xff, 0xff, 0xff, 0xfe, 0xff, 0xff, 0xff]);
    assert_eq!(of_zip(changed), ["PACK_TOO_LARGE"].into());
    let folder = tempfile::tempdir().unwrap();
    unpack(&pack, folder.path());
    File::options()
        .write(true)
        .open(folder.path().join("checkpoint"))
        .unwrap()
        .set_len(10 << 30)
        .unwrap();
    assert_eq!(of_folder(folder.path()), ["PACK_TOO_LARGE"].into());
}

#[test]
fn files_over_each_other_are_not_read() {
    let pack = Acme::genuine().pack();
    let directories: Vec<usize> = (0..pack.len() - 4)
        .filter(|at| &pack[*at..at + 4] == b"PK\x01\x02")
        .collect();
    let mut changed = pack.clone();
    let first: [u8; 4] = pack[directories[0] + 42..directories[0] + 46]
        .try_into()
        .unwrap();
    changed[directories[1] + 42..directories[1] + 46].copy_from_slice(&first);
    assert_eq!(of_zip(changed), ["CONTAINER_CHANGED"].into());
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    unpack(&Acme::genuine().pack(), folder.path());
    std::os::unix::fs::symlink("/etc/passwd", folder.path().join("docs/link.md")).unwrap();
    assert_eq!(of_folder(folder.path()), ["PATH_UNSAFE"].into());
}

#[test]
fn deep_folders_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("a/b/c/d/e/f")).unwrap();
    assert_eq!(of_folder(folder.path()), ["PATH_UNSAFE"].into());
}

#[test]
fn nested_and_endless_content_is_named_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    unpack(&Acme::genuine().pack(), folder.path());
    fs::write(folder.path().join("pack.json"), "[".repeat(500_000)).unwrap();
    let records = format!("0 {} {}\n", "A".repeat(43) + "=", "{\"a\":".repeat(200_000));
    fs::write(folder.path().join("records/00000000.txt"), records).unwrap();
    let codes = of_folder(folder.path());
    assert!(
        codes.is_superset(&["FILE_CHANGED", "RECORD_UNREADABLE", "RECORD_ALTERED"].into()),
        "{codes:?}"
    );
}
