//! The list of files with their digests, in the syntax that `sha256sum -c` reads, and the note by which the log signs it.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read};

use crate::layout::{MANIFEST, MANIFEST_NOTE, MAX_FILES};
use crate::path;

/// A SHA-256 digest.
pub type Digest = [u8; 32];

/// Digest by name of every file but the manifest and its note.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    files: BTreeMap<String, Digest>,
}

/// Why a manifest is refused.
#[derive(Debug, thiserror::Error)]
pub enum BadManifest {
    /// Anything but `<64 hex digits>  <name>`, in order of the names.
    #[error("its line {0} is not `digest  name`, or not in order")]
    Line(usize),
    /// More lines than a pack may have files.
    #[error("it lists more files than a pack may have")]
    TooLong,
    /// The disk refused.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Manifest {
    /// Adds a file; the last digest given for a name counts.
    pub fn insert(&mut self, name: impl Into<String>, digest: Digest) {
        self.files.insert(name.into(), digest);
    }

    /// The digest listed for `name`.
    #[must_use]
    pub fn digest(&self, name: &str) -> Option<&Digest> {
        self.files.get(name)
    }

    /// The names listed, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Reads a manifest strictly: one way to write it, so that one digest names one list.
    ///
    /// # Errors
    /// The first line that is not as the writer would have written it.
    pub fn read(source: impl Read) -> Result<Self, BadManifest> {
        let mut manifest = Self::default();
        let mut reader = BufReader::new(source);
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            reader.by_ref().take(512).read_until(b'\n', &mut line)?;
            if line.is_empty() {
                break;
            }
            if number > MAX_FILES {
                return Err(BadManifest::TooLong);
            }
            let (name, digest) = parse_line(&line).ok_or(BadManifest::Line(number))?;
            if manifest
                .files
                .last_key_value()
                .is_some_and(|(last, _)| last.as_str() >= name)
            {
                return Err(BadManifest::Line(number));
            }
            manifest.insert(name, digest);
        }
        Ok(manifest)
    }
}

/// The file's text.
impl std::fmt::Display for Manifest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.files
            .iter()
            .try_for_each(|(name, digest)| writeln!(f, "{}  {name}", hex::encode(digest)))
    }
}

/// The text of the signed note: what is signed, which log signs, and the digest of [`MANIFEST`].
#[must_use]
pub fn note_text(origin: &str, manifest: &Digest) -> String {
    format!("{NOTE_TITLE}\n{origin}\n{}\n", hex::encode(manifest))
}

const NOTE_TITLE: &str = "countersign/pack-manifest/v1";

fn parse_line(line: &[u8]) -> Option<(&str, Digest)> {
    let line = std::str::from_utf8(line).ok()?.strip_suffix('\n')?;
    let (digest, name) = line.split_once("  ")?;
    if digest.bytes().any(|byte| byte.is_ascii_uppercase())
        || path::check(name).is_err()
        || [MANIFEST, MANIFEST_NOTE].contains(&name)
    {
        return None;
    }
    Some((name, hex::decode(digest).ok()?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two_files() -> Manifest {
        let mut manifest = Manifest::default();
        manifest.insert("pack.json", [0xab; 32]);
        manifest.insert("checkpoint", [0xcd; 32]);
        manifest
    }

    #[test]
    fn what_is_written_is_read_again() {
        let manifest = two_files();
        assert_eq!(
            Manifest::read(manifest.to_string().as_bytes()).unwrap(),
            manifest
        );
    }

    #[test]
    fn there_is_only_one_way_to_write_it() {
        let text = two_files().to_string();
        let lines: Vec<&str> = text.lines().collect();
        let reversed = format!("{}\n{}\n", lines[1], lines[0]);
        for bad in [
            reversed,
            text.to_uppercase(),
            text.replace("  ", " *"),
            text.trim_end().to_owned(),
            format!("{text}\n"),
            format!("{text}{}\n", lines[1]),
        ] {
            assert!(
                matches!(Manifest::read(bad.as_bytes()), Err(BadManifest::Line(_))),
                "{bad:?}"
            );
        }
    }
}
