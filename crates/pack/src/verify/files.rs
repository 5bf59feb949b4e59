//! Step 1: the files are the ones the manifest lists, no more, no fewer, unchanged (`trust.md` 4.2, 1).

use std::io::{self, Read};
use std::thread;

use record::canonical;
use sha2::{Digest as _, Sha256};

use super::Pack;
use super::found::Found;
use crate::finding::{Code, Finding};
use crate::layout::{
    self, CHECKPOINT, ENTRIES, FORMAT, HOW_TO_VERIFY, LOG_VKEY, MANIFEST, MANIFEST_NOTE,
    MAX_SMALL_BYTES, PACK_JSON, README,
};
use crate::manifest::{Digest, Manifest};
use crate::write::About;

/// Files without which there is no pack.
const REQUIRED: [&str; 8] = [
    README,
    HOW_TO_VERIFY,
    MANIFEST,
    MANIFEST_NOTE,
    PACK_JSON,
    CHECKPOINT,
    ENTRIES,
    LOG_VKEY,
];

/// The digest of the manifest, for its signature.
pub(super) struct Checked {
    pub(super) manifest: Option<Digest>,
    /// Digests of the documents that are there and are what they are named for.
    pub(super) documents: std::collections::HashSet<record::Digest>,
}

pub(super) fn check(files: Pack<'_>, found: &mut Found) -> io::Result<Checked> {
    for name in REQUIRED.into_iter().filter(|name| !is_there(files, name)) {
        found.add(missing(name));
    }
    let manifest = read_manifest(files, found)?;
    let (manifest, digest) = manifest.map_or((Manifest::default(), None), |(manifest, digest)| {
        (manifest, Some(digest))
    });
    for name in manifest
        .names()
        .filter(|name| !is_there(files, name) && !REQUIRED.contains(name))
    {
        found.add(missing(name));
    }
    let documents = check_digests(files, &manifest, found)?;
    Ok(Checked {
        manifest: digest,
        documents,
    })
}

/// Reads `pack.json`.
pub(super) fn about(files: Pack<'_>, found: &mut Found) -> io::Result<Option<About>> {
    if !is_there(files, PACK_JSON) {
        return Ok(None);
    }
    let bytes = read_small(files, PACK_JSON)?;
    let value = bytes.strip_suffix(b"\n").map(canonical::parse);
    let Some(Ok(value)) = value else {
        found.add(unreadable(
            PACK_JSON,
            "it is not canonical JSON with a newline",
        ));
        return Ok(None);
    };
    let format = value["format"].as_str().unwrap_or("none").to_owned();
    if format != FORMAT {
        found.add(Finding::new(Code::FormatUnknown).subject(PACK_JSON).arg(
            "why",
            format!("its format is {format}, and this program reads {FORMAT}"),
        ));
        return Ok(None);
    }
    let about =
        serde_json::from_value(value).map_err(|error| found.add(unreadable(PACK_JSON, error)));
    Ok(about.ok())
}

/// A whole file that layout keeps small.
pub(super) fn read_small(files: Pack<'_>, name: &str) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    files
        .open(name)?
        .take(MAX_SMALL_BYTES)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

pub(super) fn is_there(files: Pack<'_>, name: &str) -> bool {
    files
        .entries()
        .binary_search_by(|entry| entry.name.as_str().cmp(name))
        .is_ok()
}

pub(super) fn unreadable(name: impl ToString, why: impl ToString) -> Finding {
    Finding::new(Code::RecordUnreadable)
        .subject(name.to_string())
        .arg("name", name)
        .arg("why", why.to_string().trim_end_matches('.'))
}

fn missing(name: &str) -> Finding {
    Finding::new(Code::FileMissing)
        .subject(name)
        .arg("name", name)
}

fn read_manifest(files: Pack<'_>, found: &mut Found) -> io::Result<Option<(Manifest, Digest)>> {
    if !is_there(files, MANIFEST) {
        return Ok(None);
    }
    let mut hashed = Hashed {
        source: files.open(MANIFEST)?,
        sha256: Sha256::new(),
    };
    let manifest = Manifest::read(&mut hashed);
    io::copy(&mut hashed, &mut io::sink())?;
    match manifest {
        Ok(manifest) => Ok(Some((manifest, hashed.sha256.finalize().into()))),
        Err(why) => {
            found.add(unreadable(MANIFEST, why));
            Ok(None)
        }
    }
}

struct Hashed<R> {
    source: R,
    sha256: Sha256,
}

impl<R: Read> Read for Hashed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.sha256.update(&buffer[..read]);
        Ok(read)
    }
}

fn check_digests(
    files: Pack<'_>,
    manifest: &Manifest,
    found: &mut Found,
) -> io::Result<std::collections::HashSet<record::Digest>> {
    let mut documents = std::collections::HashSet::new();
    for (entry, sums) in files.entries().iter().zip(digests(files)) {
        let name = entry.name.as_str();
        let (digest, crc) = sums?;
        if files
            .claimed_crc(name)
            .is_some_and(|claimed| claimed != crc)
            && manifest.digest(name) == Some(&digest)
        {
            found.add(
                Finding::new(Code::ContainerChanged)
                    .subject(name)
                    .arg("why", format!("its checksum of {name} is wrong")),
            );
        }
        match manifest.digest(name) {
            Some(listed) if *listed != digest => found.add(
                Finding::new(Code::FileChanged)
                    .subject(name)
                    .arg("name", name),
            ),
            None if ![MANIFEST, MANIFEST_NOTE].contains(&name) => found.add(
                Finding::new(Code::FileUnlisted)
                    .subject(name)
                    .arg("name", name),
            ),
            _ => {}
        }
        if let Some(named) = name.strip_prefix(layout::DOCS) {
            if named.split('.').next() == Some(&hex::encode(digest)) {
                documents.insert(record::Digest(digest));
            } else {
                found.add(
                    Finding::new(Code::DocumentAltered)
                        .subject(name)
                        .arg("name", name),
                );
            }
        }
    }
    Ok(documents)
}

/// Hashes all files, in order, on every processor there is.
fn digests(files: Pack<'_>) -> Vec<io::Result<(Digest, u32)>> {
    let entries = files.entries();
    let workers = workers();
    let every = |first| {
        entries
            .iter()
            .skip(first)
            .step_by(workers)
            .map(|entry| digest(files, &entry.name))
            .collect::<Vec<_>>()
    };
    let mut shares: Vec<_> = thread::scope(|scope| {
        let running: Vec<_> = (0..workers)
            .map(|first| scope.spawn(move || every(first)))
            .collect();
        running
            .into_iter()
            .map(|worker| {
                worker
                    .join()
                    .expect("hashing a file does not panic")
                    .into_iter()
            })
            .collect()
    });
    (0..entries.len())
        .filter_map(|number| shares[number % workers].next())
        .collect()
}

/// How many threads share a step; more than a few only wait for the disk.
pub(super) fn workers() -> usize {
    thread::available_parallelism()
        .map_or(1, usize::from)
        .min(8)
}

fn digest(files: Pack<'_>, name: &str) -> io::Result<(Digest, u32)> {
    let mut source = files.open(name)?;
    let (mut sha256, mut crc) = (Sha256::new(), crc32fast::Hasher::new());
    let mut buffer = vec![0; 1 << 16];
    loop {
        let read = source.read(&mut buffer)?;
        if read == 0 {
            return Ok((sha256.finalize().into(), crc.finalize()));
        }
        sha256.update(&buffer[..read]);
        crc.update(&buffer[..read]);
    }
}
