//! The code behind the Go checksum database accepts our notes and proofs, and refuses them once changed.
//!
//! Needs the Debian packages `golang-go` and `golang-golang-x-mod-dev`. Without them these tests fail:
//! agreement with an independent implementation is a promise, not an extra.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot be set up should stop"
)]

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use tlog::note::SignedNote;
use tlog::{Checkpoint, EdgeTree, Hash, Signer, TileMap, TreeHead};
use tlog::{leaf_hash, prove_consistency, prove_inclusion, root_of};

const SIZES: [u64; 8] = [1, 2, 255, 256, 257, 1000, 65_536, 70_000];
const INSTALL: &str =
    "Install the Debian packages golang-go and golang-golang-x-mod-dev to run this test.";
const NAME: &str = "log.example/5f3a9c01/1";
const SEED: [u8; 32] = [42; 32];

/// Built once for all tests of this file.
static CHECKER: LazyLock<PathBuf> = LazyLock::new(build_checker);

fn build_checker() -> PathBuf {
    let scratch = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let checker = scratch.join("go-sumdb-checker");
    let built = Command::new("go")
        .args(["build", "-o"])
        .arg(&checker)
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/go/main.go"))
        .env("GO111MODULE", "off")
        .env("GOPATH", "/usr/share/gocode")
        .env("GOFLAGS", "")
        .env("GOCACHE", scratch.join("go-cache"))
        .output();
    let built =
        built.unwrap_or_else(|error| panic!("The command go does not start ({error}). {INSTALL}"));
    let complaint = String::from_utf8_lossy(&built.stderr);
    assert!(
        built.status.success(),
        "The Go program does not build. {INSTALL}\n{complaint}"
    );
    checker
}

/// One answer for each question, in order.
fn ask_go(questions: &[String]) -> Vec<String> {
    let mut go = Command::new(&*CHECKER)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = go.stdin.take().unwrap();
    let input = questions.join("\n");
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = go.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    let answers: Vec<String> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect();
    assert_eq!(
        answers.len(),
        questions.len(),
        "Go did not answer every question"
    );
    answers
}

fn assert_all(questions: &[String], answer: &str) {
    for (question, given) in questions.iter().zip(ask_go(questions)) {
        assert!(given.starts_with(answer), "{question}\n{given}");
    }
}

fn leaf(index: u64) -> Hash {
    leaf_hash(&index.to_be_bytes())
}

fn head(size: u64) -> TreeHead {
    TreeHead {
        size,
        root: root_of((0..size).map(leaf)),
    }
}

fn tiles(size: u64) -> TileMap {
    EdgeTree::default()
        .extend((0..size).map(leaf))
        .into_iter()
        .collect()
}

fn question(kind: &str, tree: &TreeHead, part: u64, hash: Hash, proof: &[Hash]) -> String {
    let proof = proof
        .iter()
        .map(Hash::to_base64)
        .collect::<Vec<_>>()
        .join(",");
    let proof = if proof.is_empty() { "-" } else { &proof };
    let (root, hash) = (tree.root.to_base64(), hash.to_base64());
    format!("{kind} {} {root} {part} {hash} {proof}", tree.size)
}

fn flipped(hash: Hash) -> Hash {
    let mut bytes = hash.0;
    bytes[31] ^= 1;
    Hash(bytes)
}

#[test]
fn go_accepts_our_record_proofs_and_no_changed_one() {
    let (mut genuine, mut changed) = (Vec::new(), Vec::new());
    for size in SIZES {
        let (tree, tiles) = (head(size), tiles(size));
        for index in [0, 1, size / 3, size / 2, size - 1]
            .into_iter()
            .filter(|index| *index < size)
        {
            let proof = prove_inclusion(&tiles, index, size).unwrap();
            genuine.push(question("record", &tree, index, leaf(index), &proof));
            changed.push(question(
                "record",
                &tree,
                index,
                flipped(leaf(index)),
                &proof,
            ));
            let other = [&proof[..], &[leaf(index)]].concat();
            changed.push(question("record", &tree, index, leaf(index), &other));
        }
    }
    assert_all(&genuine, "ok");
    assert_all(&changed, "refused");
}

#[test]
fn go_accepts_our_tree_proofs_and_no_changed_one() {
    let (mut genuine, mut changed) = (Vec::new(), Vec::new());
    let heads = SIZES.map(head);
    for new in &heads {
        let tiles = tiles(new.size);
        for old in heads.iter().filter(|old| old.size <= new.size) {
            let proof = prove_consistency(&tiles, old.size, new.size).unwrap();
            genuine.push(question("tree", new, old.size, old.root, &proof));
            changed.push(question("tree", new, old.size, flipped(old.root), &proof));
        }
    }
    assert_all(&genuine, "ok");
    assert_all(&changed, "refused");
}

#[test]
fn go_opens_our_signed_checkpoints_and_no_changed_one() {
    let signer = Signer::from_seed(NAME, SEED).unwrap();
    let vkey = signer.verifier();
    let ask = |note: &str| format!("note {vkey} {}", STANDARD.encode(note));
    for size in SIZES {
        let checkpoint = Checkpoint::new(NAME, head(size)).unwrap();
        let note = checkpoint.sign(&[&signer]).unwrap().to_string();
        let text = STANDARD.encode(checkpoint.to_string());
        let changed = note.replacen(&format!("\n{size}\n"), &format!("\n{}\n", size + 1), 1);

        let answers = ask_go(&[ask(&note), ask(&changed)]);
        assert_eq!(answers[0], format!("ok {text}"));
        assert!(answers[1].starts_with("refused"), "{}", answers[1]);
    }
}

#[test]
fn a_note_signed_by_go_is_the_one_we_would_have_signed() {
    let signer = Signer::from_seed(NAME, SEED).unwrap();
    let typed = STANDARD.encode([&[1][..], &SEED].concat());
    let skey = format!(
        "PRIVATE+KEY+{NAME}+{:08x}+{typed}",
        signer.verifier().key_id()
    );

    let text = "Gehört, gelesen, gezeichnet.\n\nEin zweiter Absatz.\n";
    let answer = ask_go(&[format!("sign {skey} {}", STANDARD.encode(text))]).remove(0);
    let note = STANDARD
        .decode(answer.strip_prefix("ok ").unwrap())
        .unwrap();

    assert_eq!(
        note,
        SignedNote::sign(text, &[&signer])
            .unwrap()
            .to_string()
            .into_bytes()
    );
    let opened = SignedNote::parse(&note)
        .unwrap()
        .open(&[signer.verifier().clone()])
        .unwrap();
    assert_eq!(opened.text, text);
}
