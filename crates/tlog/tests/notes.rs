//! Signed notes: published examples, and every way in which a note is refused.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot be set up should stop"
)]

use tlog::note::{MAX_SIGNATURES, NotAKey, NoteRefused, SignedNote};
use tlog::{Signer, Verifier};

const PETER: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const ENOCH: &str = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
const TEXT: &str = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const PETER_LINE: &str = "— PeterNeumann \
    x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
const ENOCH_LINE: &str = "— EnochRoot \
    rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

fn key(vkey: &str) -> Verifier {
    vkey.parse().unwrap()
}

fn open(note: impl AsRef<[u8]>, known: &[Verifier]) -> Result<tlog::note::OpenNote, NoteRefused> {
    SignedNote::parse(note)?.open(known)
}

#[test]
fn the_specification_s_example_opens() {
    let foo = key("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    let note = "This is an example message.\n\n— example.com/foo \
        Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    assert_eq!(
        open(note, &[foo]).unwrap().text,
        "This is an example message.\n"
    );
}

/// Seed and key of the Go checksum database's example; Ed25519 is deterministic.
#[test]
fn the_go_example_is_signed_to_the_byte() {
    use base64::Engine as _;
    let typed = base64::engine::general_purpose::STANDARD
        .decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
    let seed = typed.unwrap()[1..].try_into().unwrap();
    let peter = Signer::from_seed("PeterNeumann", seed).unwrap();
    let enoch = Signer::from_seed("EnochRoot", [0; 32]).unwrap();
    assert_eq!(
        (peter.verifier().to_string(), enoch.verifier().to_string()),
        (PETER.into(), ENOCH.into())
    );

    let note = SignedNote::sign(TEXT, &[&peter, &enoch]).unwrap();
    assert_eq!(
        note.to_string(),
        format!("{TEXT}\n{PETER_LINE}{ENOCH_LINE}")
    );
}

#[test]
fn a_signature_by_an_unknown_key_is_kept_and_not_trusted() {
    let note = format!("{TEXT}\n{PETER_LINE}{ENOCH_LINE}");
    let opened = open(&note, &[key(PETER)]).unwrap();
    assert_eq!((opened.verified.len(), opened.unknown.len()), (1, 1));
    assert_eq!(
        (opened.verified[0].name(), opened.unknown[0].name()),
        ("PeterNeumann", "EnochRoot")
    );
    assert_eq!(open(&note, &[]), Err(NoteRefused::NoKnownSignature));
    assert_eq!(SignedNote::parse(&note).unwrap().to_string(), note);
}

#[test]
fn a_known_name_with_another_key_id_is_an_unknown_key() {
    let note = format!("{TEXT}\n{}", PETER_LINE.replace("x08g", "xxxx"));
    assert_eq!(
        open(note, &[key(PETER)]),
        Err(NoteRefused::NoKnownSignature)
    );
}

#[test]
fn one_false_signature_by_a_known_key_spoils_the_note() {
    let false_line = PETER_LINE.replace("o/ZJ", "o/ZK");
    let spoiled = Err(NoteRefused::InvalidSignature(
        "PeterNeumann+c74f20a3".into(),
    ));
    assert_eq!(
        open(format!("{TEXT}\n{PETER_LINE}{false_line}"), &[key(PETER)]),
        spoiled
    );
    assert_eq!(
        open(
            format!("{TEXT}\n{ENOCH_LINE}{false_line}"),
            &[key(PETER), key(ENOCH)]
        ),
        spoiled
    );

    let longer = PETER_LINE.replace("o/ZJ", "o/ZJABCD");
    assert_eq!(open(format!("{TEXT}\n{longer}"), &[key(PETER)]), spoiled);
}

#[test]
fn a_repeated_signature_counts_once() {
    let opened = open(format!("{TEXT}\n{PETER_LINE}{PETER_LINE}"), &[key(PETER)]).unwrap();
    assert_eq!(opened.verified.len(), 1);
}

#[test]
fn a_key_known_twice_is_ambiguous_when_used() {
    let known = [key(ENOCH), key(PETER), key(ENOCH)];
    let ambiguous = Err(NoteRefused::AmbiguousKey("EnochRoot+af0cfe78".into()));
    assert_eq!(open(format!("{TEXT}\n{ENOCH_LINE}"), &known), ambiguous);
    assert!(open(format!("{TEXT}\n{PETER_LINE}"), &known).is_ok());
}

#[test]
fn signing_again_replaces_the_earlier_line() {
    let peter = Signer::from_seed("peter", [3; 32]).unwrap();
    let note = SignedNote::sign(TEXT, &[&peter, &peter]).unwrap();
    assert_eq!(note.signatures().len(), 1);
}

#[test]
fn text_and_signatures_part_at_the_last_empty_line() {
    let signer = Signer::from_seed("poet", [3; 32]).unwrap();
    for text in [
        "one\n\n\ntwo\n",
        "\n",
        "ends empty\n\n",
        "— poet AAAAAAA=\n",
        "ä 🎼\n",
    ] {
        let note = SignedNote::sign(text, &[&signer]).unwrap().to_string();
        assert_eq!(open(note, &[signer.verifier().clone()]).unwrap().text, text);
    }
}

#[test]
fn a_hundred_signatures_are_read_and_one_more_is_not() {
    let note = |count| format!("{TEXT}\n{}", PETER_LINE.repeat(count));
    assert!(open(note(MAX_SIGNATURES), &[key(PETER)]).is_ok());
    assert_eq!(
        open(note(MAX_SIGNATURES + 1), &[key(PETER)]),
        Err(NoteRefused::TooManySignatures)
    );

    let signers: Vec<Signer> = (0..101u8)
        .map(|i| Signer::from_seed("s", [i; 32]).unwrap())
        .collect();
    let signers: Vec<&Signer> = signers.iter().collect();
    assert!(SignedNote::sign(TEXT, &signers[1..]).is_ok());
    assert_eq!(
        SignedNote::sign(TEXT, &signers),
        Err(NoteRefused::TooManySignatures)
    );
}

#[test]
fn each_breach_of_form_is_named() {
    use NoteRefused::{ControlCharacter, NotUtf8, Unsigned};
    let note = format!("{TEXT}\n{PETER_LINE}");
    for (note, refusal) in [
        (Vec::new(), Unsigned),
        (TEXT.into(), Unsigned),
        (format!("{TEXT}\n").into(), Unsigned),
        (format!("{TEXT}{PETER_LINE}").into(), Unsigned),
        (format!("\n{PETER_LINE}").into(), Unsigned),
        (format!("\x01{note}").into(), ControlCharacter),
        (note.replace('\n', "\r\n").into(), ControlCharacter),
        (format!("a\tb\n\n{PETER_LINE}").into(), ControlCharacter),
        ([b"\xff", note.as_bytes()].concat(), NotUtf8),
    ] {
        let shown = String::from_utf8_lossy(&note).into_owned();
        assert_eq!(SignedNote::parse(&note), Err(refusal), "{shown}");
    }
}

#[test]
fn a_malformed_signature_line_is_named_by_its_number() {
    for (lines, number) in [
        (PETER_LINE.trim_end().to_owned(), 1),
        (format!("{PETER_LINE}Unexpected line.\n"), 2),
        (PETER_LINE.replace('—', "-"), 1),
        (PETER_LINE.replace("PeterNeumann", "Peter Neumann"), 1),
        (PETER_LINE.replace("PeterNeumann", "Peter\u{a0}Neumann"), 1),
        (PETER_LINE.replace("PeterNeumann", "Peter+Neumann"), 1),
        (PETER_LINE.replace("PeterNeumann", ""), 1),
        (PETER_LINE.replace("nAM=", "nAN="), 1),
        (PETER_LINE.replace("nAM=", "nAM"), 1),
        ("— PeterNeumann x08gow==\n".to_owned(), 1),
    ] {
        let read = SignedNote::parse(format!("{TEXT}\n{lines}"));
        assert_eq!(
            read,
            Err(NoteRefused::MalformedSignature(number)),
            "{lines}"
        );
    }
}

#[test]
fn a_text_that_is_no_note_text_is_not_signed() {
    let signer = Signer::from_seed("s", [1; 32]).unwrap();
    assert_eq!(
        SignedNote::sign("", &[&signer]),
        Err(NoteRefused::TextUnterminated)
    );
    assert_eq!(
        SignedNote::sign("abc", &[&signer]),
        Err(NoteRefused::TextUnterminated)
    );
    assert_eq!(
        SignedNote::sign("a\rb\n", &[&signer]),
        Err(NoteRefused::ControlCharacter)
    );
    assert_eq!(SignedNote::sign("abc\n", &[]), Err(NoteRefused::Unsigned));
}

#[test]
fn no_part_and_no_neighbour_of_a_verifier_key_is_a_verifier_key() {
    for start in 0..PETER.len() {
        for end in start + 1..=PETER.len() {
            let part = &PETER[start..end];
            assert_eq!(part.parse::<Verifier>().is_ok(), part == PETER, "{part}");
        }
    }
    for at in 0..PETER.len() {
        let mut bytes = PETER.as_bytes().to_vec();
        bytes[at] += 1;
        assert!(
            String::from_utf8(bytes)
                .unwrap()
                .parse::<Verifier>()
                .is_err()
        );
    }
}

#[test]
fn what_is_wrong_with_a_verifier_key_is_named() {
    let read = |vkey: &str| vkey.parse::<Verifier>().unwrap_err();
    let other_type = "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    assert_eq!(read(other_type), NotAKey::SignatureType(0x65));
    let longer = "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEQ==";
    assert_eq!(read(longer), NotAKey::PublicKey);
    let renamed = PETER.replace("Peter", "Paul");
    assert!(matches!(
        read(&renamed),
        NotAKey::KeyId {
            stated: 0xc74f20a3,
            ..
        }
    ));
    assert_eq!(
        read(&PETER.replace("c74f20a3", "C74F20A3")),
        NotAKey::Format
    );
    assert_eq!(
        read("+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"),
        NotAKey::Name
    );
    assert_eq!(
        Signer::from_seed("a name", [1; 32]).unwrap_err(),
        NotAKey::Name
    );
    assert_eq!(
        Verifier::from_public_key("weak", &[0; 32]),
        Err(NotAKey::PublicKey)
    );
}

#[test]
fn a_signer_does_not_show_its_seed() {
    let signer = Signer::from_seed("s", [0xa7; 32]).unwrap();
    let shown = format!("{signer:?}");
    assert!(
        !shown.contains("167, 167") && !shown.to_lowercase().contains("a7a7a7"),
        "{shown}"
    );
}
