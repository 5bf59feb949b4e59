//! A tlog-proof: one record travels alone, and not one bit of it may change.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot be set up should stop"
)]

use tlog::note::NoteRefused;
use tlog::proof::NotIncluded;
use tlog::tlog_proof::TlogProofRefused;
use tlog::{Checkpoint, EdgeTree, Hash, Signer, TileMap, TlogProof, Verifier};
use tlog::{checkpoint::CheckpointRefused, leaf_hash, prove_inclusion};

const ORIGIN: &str = "log.example/5f3a9c01/1";

fn leaf(index: u64) -> Hash {
    leaf_hash(&index.to_be_bytes())
}

fn signer() -> Signer {
    Signer::from_seed(ORIGIN, [42; 32]).unwrap()
}

fn keys() -> [Verifier; 1] {
    [signer().verifier().clone()]
}

fn proof_of(index: u64, size: u64) -> TlogProof {
    let mut tree = EdgeTree::default();
    let tiles: TileMap = tree.extend((0..size).map(leaf)).into_iter().collect();
    let checkpoint = Checkpoint::new(ORIGIN, tree.head()).unwrap();
    TlogProof {
        index,
        path: prove_inclusion(&tiles, index, size).unwrap(),
        checkpoint: checkpoint.sign(&[&signer()]).unwrap(),
        extra: None,
    }
}

#[test]
fn a_proof_reads_back_and_holds() {
    for (index, size) in [(0, 1), (6, 7), (300, 1000)] {
        let file = proof_of(index, size).to_string();
        let proof = TlogProof::parse(&file).unwrap();
        assert_eq!(proof.to_string(), file);
        let checkpoint = proof.verify(&leaf(index), ORIGIN, &keys()).unwrap();
        assert_eq!((checkpoint.origin(), checkpoint.size()), (ORIGIN, size));
    }
}

#[test]
fn the_file_is_laid_out_as_specified() {
    let mut proof = proof_of(2, 3);
    proof.extra = Some(b"hello".to_vec());
    let file = proof.to_string();
    let lines: Vec<&str> = file.lines().collect();
    assert_eq!(
        lines[..3],
        ["c2sp.org/tlog-proof@v1", "extra aGVsbG8=", "index 2"]
    );
    assert_eq!(
        (lines[3].len(), lines[4], lines[5], lines[6], lines.len()),
        (44, "", ORIGIN, "3", 10)
    );
    assert_eq!(TlogProof::parse(&file).unwrap(), proof);
}

#[test]
fn no_flipped_bit_anywhere_goes_unnoticed() {
    let file = proof_of(5, 7).to_string().into_bytes();
    for bit in 0..file.len() * 8 {
        let mut changed = file.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        let held =
            TlogProof::parse(&changed).and_then(|proof| proof.verify(&leaf(5), ORIGIN, &keys()));
        assert!(
            held.is_err(),
            "bit {bit}: {}",
            String::from_utf8_lossy(&changed)
        );
    }
}

#[test]
fn no_shortened_file_holds() {
    let file = proof_of(5, 7).to_string();
    for end in (0..file.len()).filter(|end| file.is_char_boundary(*end)) {
        assert!(TlogProof::parse(&file[..end]).is_err(), "{}", &file[..end]);
    }
}

#[test]
fn another_leaf_log_or_key_is_refused_by_name() {
    let proof = proof_of(5, 7);
    let other_leaf = proof.verify(&leaf(4), ORIGIN, &keys());
    assert_eq!(
        other_leaf,
        Err(TlogProofRefused::NotIncluded(NotIncluded::OtherRoot))
    );

    let other_log = proof.verify(&leaf(5), "log.example/other", &keys());
    assert!(matches!(
        other_log,
        Err(TlogProofRefused::Checkpoint(
            CheckpointRefused::OtherLog { .. }
        ))
    ));

    let stranger = Signer::from_seed(ORIGIN, [43; 32]).unwrap();
    let other_key = proof.verify(&leaf(5), ORIGIN, &[stranger.verifier().clone()]);
    assert_eq!(other_key, Err(NoteRefused::NoKnownSignature.into()));
}

#[test]
fn signatures_of_witnesses_travel_along() {
    let mut proof = proof_of(5, 7);
    let witness = Signer::from_seed("witness.example", [9; 32]).unwrap();
    proof
        .checkpoint
        .add(witness.sign("something else"))
        .unwrap();
    let read = TlogProof::parse(proof.to_string()).unwrap();
    assert_eq!(read.checkpoint.signatures()[1].name(), "witness.example");
    assert!(read.verify(&leaf(5), ORIGIN, &keys()).is_ok());
}

#[test]
fn each_malformed_line_is_named() {
    use TlogProofRefused::{CheckpointMissing, Extra, Format, Index, NotUtf8, Path};
    let file = proof_of(2, 3).to_string();
    let hash = file.lines().nth(2).unwrap();
    let with_hashes = |count| file.replace(hash, &vec![hash; count].join("\n"));
    for (changed, refusal) in [
        (String::new(), Format),
        (file.replace("@v1", "@v2"), Format),
        (file.replace('\n', "\r\n"), Format),
        (file.replace("index 2\n", ""), Index),
        (file.replace("index 2", "index 02"), Index),
        (file.replace("index 2", "index  2"), Index),
        (file.replace("index 2", "Index 2"), Index),
        (file.replace("index", "extra \nindex"), Extra),
        (file.replace("index", "extra a\nindex"), Extra),
        (file.replace("index 2", "index 2\nextra aGVsbG8="), Path(1)),
        (file.replace(hash, &format!("{hash}\n ")), Path(2)),
        (with_hashes(65), Path(65)),
        (
            file[..file.find("\n\n").unwrap() + 1].to_owned(),
            CheckpointMissing,
        ),
    ] {
        assert_eq!(TlogProof::parse(&changed), Err(refusal), "{changed}");
    }
    assert_eq!(TlogProof::parse(b"\xff"), Err(NotUtf8));
    let unsigned = &file[..file.rfind("\n\n").unwrap() + 1];
    assert_eq!(
        TlogProof::parse(unsigned),
        Err(NoteRefused::Unsigned.into())
    );
}
