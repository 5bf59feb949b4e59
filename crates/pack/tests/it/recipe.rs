//! HOW-TO-VERIFY.txt is tested by doing what it says.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::acme::Acme;
use crate::containers::unpack;

fn follow(folder: &Path) -> (Output, Output) {
    let recipe = fs::read_to_string(folder.join("HOW-TO-VERIFY.txt")).unwrap();
    let commands: Vec<&str> = recipe
        .lines()
        .filter_map(|line| line.strip_prefix("    "))
        .filter(|line| !line.starts_with([' ', 'c']))
        .collect();
    let [sums, cut, run] = commands[..3] else {
        panic!("{commands:?}")
    };
    let shell = |command: &str| {
        Command::new("sh")
            .args(["-c", command])
            .current_dir(folder)
            .output()
            .unwrap()
    };
    let sums = shell(sums);
    shell(cut);
    (sums, shell(run))
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    unpack(&Acme::genuine().pack(), folder.path());
    folder
}

#[test]
fn the_recipe_accepts_a_genuine_pack() {
    let folder = folder();
    let (sums, program) = follow(folder.path());
    assert!(sums.status.success() && sums.stdout.is_empty(), "{sums:?}");
    let said = String::from_utf8_lossy(&program.stdout).into_owned();
    assert!(
        said.starts_with("ok: 11 entries, 11 records opened, 1 passkey signatures"),
        "{program:?}"
    );
}

#[test]
fn the_recipe_sees_what_was_changed() {
    for name in [
        "records/00000000.txt",
        "entries.bin",
        "signatures/8/sig.bin",
        "checkpoint",
        "manifest.note",
        "manifest-sha256.txt",
    ] {
        let folder = folder();
        let path = folder.path().join(name);
        let mut bytes = fs::read(&path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(&path, bytes).unwrap();
        let (_, program) = follow(folder.path());
        assert!(!program.status.success(), "{name}: {program:?}");
    }
}
