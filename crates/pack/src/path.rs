//! Which names a file of a pack may have.
//!
//! The rule is an allow-list: what the writer produces, in characters that mean the same on every system.
//! So there is no way to name a place outside the pack, a device, or two files that one disk would merge.

use std::collections::HashSet;

/// Why a name is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnsafePath {
    /// No name, or one too long for some file systems.
    #[error("its name is empty or longer than 200 characters")]
    Length,
    /// `/etc/passwd`, `C:\…`, control characters, anything but letters, digits and `. _ - /`.
    #[error("its name contains a character that packs do not use")]
    Character,
    /// `a//b`, `/a`, `a/`, `.`, `..`, `.hidden`, `a.`
    #[error("its name has an empty, hidden or climbing part")]
    Part,
    /// `CON`, `nul.txt` and the like, which are devices on Windows.
    #[error("its name is a device on some systems")]
    Device,
    /// Two names that differ in nothing, or only in upper and lower case.
    #[error("another file has the same name")]
    Twice,
    /// `records` beside `records/00000000.txt`.
    #[error("another file uses its name as a folder")]
    AlsoFolder,
    /// A link, a device, a pipe: no ordinary file.
    #[error("it is not an ordinary file")]
    NotAFile,
    /// Folders inside folders beyond what any pack has.
    #[error("it lies too deep")]
    TooDeep,
}

const MAX_LENGTH: usize = 200;
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// Refuses a name that any system could read as something else than one file inside the pack.
///
/// # Errors
/// The first reason found.
pub fn check(name: &str) -> Result<(), UnsafePath> {
    if name.is_empty() || name.len() > MAX_LENGTH {
        return Err(UnsafePath::Length);
    }
    if !name.bytes().all(is_allowed) {
        return Err(UnsafePath::Character);
    }
    name.split('/').try_for_each(check_part)
}

/// Refuses names that cannot lie beside each other in one folder; names each offender.
#[must_use]
pub fn collisions<'a>(names: impl Iterator<Item = &'a str> + Clone) -> Vec<(&'a str, UnsafePath)> {
    let mut files = HashSet::new();
    let mut found = Vec::new();
    for name in names.clone() {
        if !files.insert(name.to_ascii_lowercase()) {
            found.push((name, UnsafePath::Twice));
        }
    }
    for name in names {
        let lower = name.to_ascii_lowercase();
        let mut folders = lower.match_indices('/').map(|(end, _)| &lower[..end]);
        if folders.any(|folder| files.contains(folder)) {
            found.push((name, UnsafePath::AlsoFolder));
        }
    }
    found
}

fn is_allowed(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'/')
}

fn check_part(part: &str) -> Result<(), UnsafePath> {
    if part.is_empty() || part.starts_with('.') || part.ends_with('.') {
        return Err(UnsafePath::Part);
    }
    let stem = part.split('.').next().unwrap_or(part).to_ascii_lowercase();
    let word = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = stem.len() - word.len();
    let takes_digit = word == "com" || word == "lpt";
    if DEVICES.contains(&word) && takes_digit == (digits == 1) && digits <= 1 {
        return Err(UnsafePath::Device);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_writer_produces_are_accepted() {
        for name in [
            "README.html",
            "signatures/12/clientData.json",
            "docs/0a.pdf",
            "keys/log.vkey",
            "proofs/3.tlog-proof",
            "command",
        ] {
            assert_eq!(check(name), Ok(()), "{name}");
        }
    }

    #[test]
    fn names_that_leave_the_pack_are_refused() {
        for name in [
            "../x",
            "a/../x",
            "/etc/passwd",
            "a//b",
            "a/",
            ".",
            "..",
            ".git/config",
            "a./b",
        ] {
            assert_eq!(check(name), Err(UnsafePath::Part), "{name}");
        }
        for name in [
            "C:\\x",
            "a\\..\\x",
            "a\0b",
            "a\nb",
            "ä",
            "a b",
            "a:b",
            "\u{202e}txt",
        ] {
            assert_eq!(check(name), Err(UnsafePath::Character), "{name}");
        }
        for name in ["con", "NUL.txt", "docs/com1.pdf", "LPT9"] {
            assert_eq!(check(name), Err(UnsafePath::Device), "{name}");
        }
    }

    #[test]
    fn names_that_one_disk_would_merge_are_refused() {
        let names = [
            "checkpoint",
            "Checkpoint",
            "records",
            "records/00000000.txt",
        ];
        let found = collisions(names.into_iter());
        assert_eq!(
            found,
            [
                ("Checkpoint", UnsafePath::Twice),
                ("records/00000000.txt", UnsafePath::AlsoFolder)
            ]
        );
    }
}
