//! Where the files of a pack lie: in a ZIP, or in the folder it was unpacked to.
//!
//! Opening looks at names, sizes and structure only; what is wrong with them are findings, and where they make reading
//! unsafe there are no [`Files`] to read. Nothing is ever unpacked to disk, and links are never followed.

mod archive;
mod directory;
mod folder;
pub(crate) mod zip_form;

use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::Path;

use crate::finding::{Code, Finding};
use crate::{layout, path};

/// One file of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its checked name, parts separated by `/`.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
}

/// The files of a pack, wherever they lie.
pub trait Files: Send + Sync {
    /// Every file, sorted by name.
    fn entries(&self) -> &[Entry];

    /// Reads one file from its beginning.
    ///
    /// # Errors
    /// `NotFound` for a name not in [`Files::entries`], else whatever the disk says.
    fn open(&self, name: &str) -> io::Result<Box<dyn Read + Send + '_>>;

    /// The CRC-32 the container claims for a file; folders claim none.
    fn claimed_crc(&self, _name: &str) -> Option<u32> {
        None
    }
}

/// A container that was looked at: its files, if it is safe to read them, and what is wrong with it.
#[expect(
    missing_debug_implementations,
    reason = "a container is a handle on files; its findings say what matters"
)]
pub struct Opened {
    /// Absent when nothing in the container may be read.
    pub files: Option<Box<dyn Files>>,
    /// What is wrong with names, sizes and structure.
    pub findings: Vec<Finding>,
}

/// Opens the pack at `path`.
///
/// # Errors
/// When there is nothing at `path`, or it cannot be read.
pub fn open(path: &Path) -> io::Result<Opened> {
    if path.metadata()?.is_dir() {
        folder::open(path)
    } else {
        open_archive(File::open(path)?)
    }
}

/// Opens a pack that is a ZIP, from a file or from memory.
///
/// # Errors
/// When `source` cannot be read.
pub fn open_archive(source: impl Read + Seek + Send + 'static) -> io::Result<Opened> {
    archive::open(source)
}

impl Opened {
    fn refused(findings: Vec<Finding>) -> Self {
        Self {
            files: None,
            findings,
        }
    }

    /// The files, unless a finding among `unsafe_findings` forbids to read any.
    fn unless(unsafe_findings: Vec<Finding>, files: impl Files + 'static) -> Self {
        let files: Option<Box<dyn Files>> = if unsafe_findings.is_empty() {
            Some(Box::new(files))
        } else {
            None
        };
        Self {
            files,
            findings: unsafe_findings,
        }
    }
}

/// What is wrong with the names and sizes of these files.
fn judge(entries: &[Entry]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = entries
        .iter()
        .filter_map(|entry| {
            path::check(&entry.name)
                .err()
                .map(|why| unsafe_path(&entry.name, why))
        })
        .collect();
    findings.extend(
        path::collisions(entries.iter().map(|entry| entry.name.as_str()))
            .into_iter()
            .map(|(name, why)| unsafe_path(name, why)),
    );
    findings.extend(
        entries
            .iter()
            .filter(|entry| entry.size > layout::max_bytes(&entry.name))
            .map(too_large),
    );
    if entries
        .iter()
        .map(|entry| u128::from(entry.size))
        .sum::<u128>()
        > layout::MAX_PACK_BYTES.into()
    {
        findings.push(
            Finding::new(Code::PackTooLarge)
                .arg("what", "The pack")
                .arg("limit", format!("{} bytes in all", layout::MAX_PACK_BYTES)),
        );
    }
    findings
}

fn too_large(entry: &Entry) -> Finding {
    Finding::new(Code::PackTooLarge)
        .subject(&entry.name)
        .arg("what", &entry.name)
        .arg("limit", format!("{} bytes", layout::max_bytes(&entry.name)))
}

fn too_many() -> Finding {
    Finding::new(Code::PackTooLarge)
        .arg("what", "The pack")
        .arg("limit", format!("{} files", layout::MAX_FILES))
}

fn unsafe_path(name: &str, why: path::UnsafePath) -> Finding {
    let shown: String = name.escape_default().take(120).collect();
    Finding::new(Code::PathUnsafe)
        .subject(&shown)
        .arg("name", &shown)
        .arg("why", why)
}
