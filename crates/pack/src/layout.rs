//! What a pack is made of: the names of its files, their order in the archive, and the limits every reader holds to.
//!
//! A limit is checked before the first byte behind it is parsed, so that a hostile pack costs an auditor nothing.

/// The format this crate writes, and the only one it reads (`format` in [`PACK_JSON`]).
pub const FORMAT: &str = "countersign-pack/v1";

/// The page a person opens first.
pub const README: &str = "README.html";
/// The recipe for checking a pack without this program.
pub const HOW_TO_VERIFY: &str = "HOW-TO-VERIFY.txt";
/// The digest of every other file, in the syntax of `sha256sum -c`.
pub const MANIFEST: &str = "manifest-sha256.txt";
/// The log's signed note over the digest of the manifest.
pub const MANIFEST_NOTE: &str = "manifest.note";
/// Format, scope, period and issuer.
pub const PACK_JSON: &str = "pack.json";
/// The latest checkpoint of the log.
pub const CHECKPOINT: &str = "checkpoint";
/// Every leaf of the log, 64 bytes each, in order.
pub const ENTRIES: &str = "entries.bin";
/// The log's verifier key as the pack claims it; trust comes from the auditor's own file.
pub const LOG_VKEY: &str = "keys/log.vkey";
/// Results of the readiness rules.
pub const READINESS: &str = "readiness.json";
/// Bundles of records.
pub const RECORDS: &str = "records/";
/// Bundles of disclosures.
pub const DISCLOSURES: &str = "disclosures/";
/// One inclusion proof per governance record, so that it can travel alone.
pub const PROOFS: &str = "proofs/";
/// One folder per passkey signature.
pub const SIGNATURES: &str = "signatures/";
/// Documents, named by their digest.
pub const DOCS: &str = "docs/";
/// Checkpoints of former packs of the same log.
pub const EARLIER: &str = "earlier/";

/// The most lines of records in one bundle.
pub const BUNDLE_LINES: usize = 4096;
/// A bundle of records with more bytes than this is closed, whatever its lines.
pub const BUNDLE_BYTES: usize = 8 << 20;

/// The results of the rules are read into memory: some hundred bytes for each gap of each person.
pub const MAX_READINESS_BYTES: u64 = 1 << 28;

/// The most files a pack may have.
pub const MAX_FILES: usize = 500_000;
/// The most bytes all files together may have.
pub const MAX_PACK_BYTES: u64 = 32 << 30;
/// The largest bundle, in bytes: one is held in memory at a time.
pub const MAX_BUNDLE_BYTES: u64 = 64 << 20;
/// The largest file that is held in memory whole (a checkpoint, a key, one part of a signature).
pub const MAX_SMALL_BYTES: u64 = 1 << 20;
/// The largest manifest.
pub const MAX_MANIFEST_BYTES: u64 = 128 << 20;
/// The largest of all other files; also what one ZIP entry can hold without its 64-bit form.
pub const MAX_FILE_BYTES: u64 = (1 << 32) - 2;

/// The most bytes a file of this name may have.
#[must_use]
pub fn max_bytes(name: &str) -> u64 {
    match name {
        MANIFEST => MAX_MANIFEST_BYTES,
        ENTRIES | README => MAX_FILE_BYTES,
        READINESS => MAX_READINESS_BYTES,
        _ if name.starts_with(DOCS) => MAX_FILE_BYTES,
        _ if name.starts_with(RECORDS) || name.starts_with(DISCLOSURES) => MAX_BUNDLE_BYTES,
        _ => MAX_SMALL_BYTES,
    }
}

/// The name of a bundle of records.
#[must_use]
pub fn records_bundle(number: u64) -> String {
    format!("{RECORDS}{number:08}.txt")
}

/// The name of a bundle of disclosures.
#[must_use]
pub fn disclosures_bundle(number: u64) -> String {
    format!("{DISCLOSURES}{number:08}.txt")
}

/// The name of the proof for one record.
#[must_use]
pub fn proof(index: u64) -> String {
    format!("{PROOFS}{index}.tlog-proof")
}

/// The name of one part of the signature made by the record at `index`.
#[must_use]
pub fn signature(index: u64, part: &str) -> String {
    format!("{SIGNATURES}{index}/{part}")
}

/// The name of a document.
#[must_use]
pub fn document(sha256: &str, extension: &str) -> String {
    format!("{DOCS}{sha256}.{extension}")
}

/// Where a file stands in the archive, relative to the others.
///
/// Almost by name; but bundles alternate (records, then their disclosures), because the writer meets them together and
/// keeps only one of each in memory, and the manifest comes last, because it speaks about all others.
#[must_use]
pub fn position(name: &str) -> (u8, u64, &str) {
    let section = match name {
        MANIFEST => 6,
        MANIFEST_NOTE => 7,
        ENTRIES => 1,
        _ if name.starts_with(RECORDS) || name.starts_with(DISCLOSURES) => 2,
        _ if name.starts_with(SIGNATURES) => 3,
        _ if name.starts_with(DOCS) => 4,
        _ if name.starts_with(PROOFS) => 5,
        _ => 0,
    };
    let number = if matches!(section, 2 | 3 | 5) {
        number_in(name)
    } else {
        0
    };
    (section, number, name)
}

/// The number that follows the first `/`: of a bundle, or of a record.
#[must_use]
pub fn number_in(name: &str) -> u64 {
    let tail = name.split_once('/').map_or("", |(_, tail)| tail);
    let digits = tail.len() - tail.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    tail[..digits].parse().unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bundles_alternate_and_the_manifest_comes_last() {
        let mut names = [
            MANIFEST_NOTE,
            MANIFEST,
            "records/00000001.txt",
            "disclosures/00000000.txt",
            "records/00000000.txt",
            PACK_JSON,
            "proofs/10.tlog-proof",
            "proofs/9.tlog-proof",
        ];
        names.sort_by_key(|name| position(name));
        assert_eq!(
            names,
            [
                PACK_JSON,
                "disclosures/00000000.txt",
                "records/00000000.txt",
                "records/00000001.txt",
                "proofs/9.tlog-proof",
                "proofs/10.tlog-proof",
                MANIFEST,
                MANIFEST_NOTE
            ]
        );
    }

    #[test]
    fn a_name_without_a_number_sorts_last_in_its_section() {
        assert_eq!(number_in("records/x"), u64::MAX);
        assert_eq!(number_in("signatures/17/key.pem"), 17);
    }
}
