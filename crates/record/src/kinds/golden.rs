//! The canonical bytes of every sample are kept for ever: what was logged once must stay readable.

use std::fs;
use std::path::PathBuf;

use super::Body;
use crate::canonical;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("golden")
}

#[expect(
    clippy::disallowed_methods,
    reason = "a test's switch, not configuration of the program"
)]
fn accepts_changes() -> bool {
    std::env::var("GOLDEN").is_ok_and(|word| word == "accept")
}

#[test]
fn every_sample_is_written_as_its_golden_file() {
    for body in Body::samples() {
        let file = folder().join(format!("{}.json", body.type_id()));
        let bytes = canonical::to_bytes(&body).unwrap();
        if accepts_changes() {
            fs::write(&file, &bytes).unwrap();
        }
        let golden = fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        assert_eq!(
            String::from_utf8_lossy(&bytes),
            String::from_utf8_lossy(&golden),
            "{}",
            body.type_id()
        );
    }
}

#[test]
fn every_golden_file_still_reads_as_its_kind() {
    for file in fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
    {
        let type_id = file.file_stem().unwrap().to_str().unwrap();
        let body = Body::parse(
            type_id,
            canonical::parse(&fs::read(&file).unwrap()).unwrap(),
        )
        .unwrap();
        assert!(body.class().is_some(), "{type_id} is no longer known");
    }
}
