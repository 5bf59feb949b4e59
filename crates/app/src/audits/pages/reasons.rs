//! The reasons inside what the verifier finds, for readers who do not read English.
//!
//! The verifier gives its reasons as English texts, because its report is the same wherever it runs.
//! Here each is known again by its words, with values where a pattern has a `{name}`.

use kit::words::Speech;

/// What the verifier says, by the name of its words here.
#[rustfmt::skip]
const REASONS: &[(&str, &str)] = &[
    ("too-large-text", "The text is larger than 1 MiB"),
    ("not-utf8", "The text is not valid UTF-8"),
    ("not-json", "The text is not JSON: {detail}"),
    ("too-deep", "The text is nested more than 32 levels deep"),
    ("not-an-integer", "The text has a number that is not a plain integer"),
    ("integer-too-large", "The text has an integer of 2^53 or more"),
    ("duplicate-key", "The member '{detail}' is named twice in one object"),
    ("key-not-ascii", "The member name '{detail}' is not ASCII"),
    ("other-spelling", "The text is not in canonical form (RFC 8785)"),
    ("revision-zero", "Revisions are counted from 1"),
    ("revision-before", "Every revision but the first names the one before, and the first names none"),
    ("late-without-claim", "A late entry says when the event happened"),
    ("late-without-reason", "A late entry gives its reason"),
    ("not-a-record", "The text is not a record: {detail}"),
    ("record-version", "The record has format version {detail}; this program knows version 1"),
    ("not-of-its-kind", "This is not a '{detail}': {why}"),
    ("altered", "The record is not the one that was logged"),
    ("other-class", "The leaf says '{leaf}', but records of this type are '{record}'"),
    ("other-time", "The leaf and the record disagree about when it was recorded"),
    ("other-lineage", "The leaf belongs to another object than the record"),
    ("leaf-length", "A leaf is 64 bytes long"),
    ("leaf-version", "The leaf has version {detail}; this program knows version 1"),
    ("leaf-class", "The leaf has class {detail}, which does not exist"),
    ("leaf-reserved", "The leaf uses bytes that are reserved"),
    ("leaf-time", "A {detail} leaf must not tell its time"),
    ("client-data", "The client data cannot be read"),
    ("other-ceremony", "This is not an assertion but another ceremony"),
    ("other-challenge", "The signature is over another intent"),
    ("other-origin", "The signature was made on another web site"),
    ("other-relying-party", "The signature was made for another relying party"),
    ("framed", "The signature was made inside a frame of another web site"),
    ("nobody-touched", "Nobody touched the authenticator"),
    ("not-recognised", "The authenticator did not recognise its user"),
    ("signature-invalid", "The signature is invalid"),
    ("device-length", "The authenticator data has a wrong length"),
    ("device-enrolment", "The authenticator data is that of an enrolment"),
    ("device-copies", "The authenticator data contradicts itself about copies of the key"),
    ("device-extensions", "The authenticator data has unreadable extensions"),
    ("attestation", "The attestation object cannot be read"),
    ("attestation-empty", "The attestation object holds no credential"),
    ("key-not-cose", "The public key is not a COSE key"),
    ("key-spelling", "The public key is not in its shortest encoding"),
    ("key-members", "The public key does not have the members of its algorithm"),
    ("key-numbers", "The public key's numbers cannot be a key"),
    ("key-algorithm", "Signatures of algorithm {detail} are not supported"),
    ("intent-version", "The intent has format version {detail}; this program knows version 1"),
    ("not-an-intent", "The text is not an intent: {detail}"),
    ("name-length", "its name is empty or longer than 200 characters"),
    ("name-character", "its name contains a character that packs do not use"),
    ("name-part", "its name has an empty, hidden or climbing part"),
    ("name-device", "its name is a device on some systems"),
    ("name-twice", "another file has the same name"),
    ("name-folder", "another file uses its name as a folder"),
    ("not-a-file", "it is not an ordinary file"),
    ("too-deep-file", "it lies too deep"),
    ("not-a-zip", "it is neither a folder nor a ZIP"),
    ("zip-damaged", "the ZIP is cut off, or something was added before, after or inside it"),
    ("zip-overlap", "files lie over each other, or beyond the end"),
    ("zip-differs", "its headers, their order or what lies between the files differ"),
    ("encrypted", "it is encrypted"),
    ("compressed", "it is compressed, and packs are stored"),
    ("two-sizes", "its two sizes differ"),
    ("checksum", "its checksum of {name} is wrong"),
    ("manifest-line", "its line {line} is not `digest  name`, or not in order"),
    ("manifest-long", "it lists more files than a pack may have"),
    ("not-canonical-json", "it is not canonical JSON with a newline"),
    ("format", "its format is {format}, and this program reads {known}"),
    ("not-a-checkpoint", "it is not a checkpoint"),
    ("other-log", "it speaks of another log than the checkpoint"),
    ("not-a-key", "it is not a verifier key"),
    ("cut-off", "its last line is cut off"),
    ("not-a-disclosure-line", "a line is not `index disclosure`"),
    ("not-a-record-line", "a line is not `index salt record`"),
    ("out-of-order", "record {index} is out of order or beyond the log"),
    ("disclosed-twice", "it is disclosed twice"),
    ("other-list", "the log signed another list"),
    ("note-utf8", "The note is not valid UTF-8"),
    ("note-control", "The note holds a control character"),
    ("note-newline", "The text of the note does not end in a newline"),
    ("note-unsigned", "The note carries no signature"),
    ("note-line", "Signature line {line} of the note is malformed"),
    ("note-invalid", "The signature by {name} does not fit the note"),
    ("note-unknown", "No known key has signed the note"),
    ("no-such-state", "it builds upon a state that the log never had"),
    ("other-pem", "key.pem holds another key than key.cose"),
    ("of-another-key", "it is of another key"),
    ("act", "the act was not to sign"),
    ("for-another-person", "it was for another person"),
    ("in-another-capacity", "it was in another capacity"),
    ("for-another-log", "it was for another log"),
    ("the-pack", "The pack"),
    ("record", "Record {index}"),
    ("what-is-signed", "What record {index} signs"),
    ("bytes-in-all", "{count} bytes in all"),
    ("bytes", "{count} bytes"),
    ("files", "{count} files"),
];

/// A reason in the reader's language; one that nobody has translated is quoted as what it is.
pub(super) fn reason(speech: &Speech, english: &str) -> String {
    known(speech, english).unwrap_or_else(|| {
        speech
            .say("reason-unknown")
            .with("why", english)
            .to_string()
    })
}

/// A name that may be a word of the verifier, such as "Record 3"; names of files stay as they are.
pub(super) fn name(speech: &Speech, english: &str) -> String {
    known(speech, english).unwrap_or_else(|| english.to_owned())
}

fn known(speech: &Speech, english: &str) -> Option<String> {
    let found = REASONS
        .iter()
        .find_map(|(key, pattern)| Some((key, values(pattern, english)?)));
    let (key, values) = found?;
    let word = format!("reason-{key}");
    let said = speech.say(&word);
    let said = values
        .into_iter()
        .fold(said, |said, (name, value)| said.with(name, value));
    Some(said.to_string())
}

/// What stands in a text where a pattern has its names; nothing when the text is another.
fn values<'a>(pattern: &'a str, text: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
    let Some((before, rest)) = pattern.split_once('{') else {
        return (pattern == text).then(Vec::new);
    };
    let (name, rest) = rest.split_once('}')?;
    let text = text.strip_prefix(before)?;
    let after = rest.split('{').next().unwrap_or_default();
    let end = match after {
        "" => text.len(),
        after => text.find(after)?,
    };
    let mut values = values(rest, &text[end..])?;
    values.insert(0, (name, &text[..end]));
    Some(values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::words::{Language, Words};

    fn german() -> Speech {
        Words::new(crate::WORDS).unwrap().speak(Language::German)
    }

    /// The texts of the verifier's errors, and of the reasons that it writes out.
    fn said_by_the_verifier() -> Vec<String> {
        let crates = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let files = [
            ("pack", "path.rs"),
            ("record", "canonical.rs"),
            ("record", "leaf.rs"),
            ("record", "webauthn/mod.rs"),
            ("record", "webauthn/cose_key.rs"),
            ("record", "webauthn/authenticator_data.rs"),
            ("record", "webauthn/enrolled.rs"),
        ];
        let mut said = Vec::new();
        for (name, file) in files {
            let source = std::fs::read_to_string(crates.join(name).join("src").join(file)).unwrap();
            let errors = source.split("#[error(\"").skip(1);
            said.extend(errors.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())));
        }
        assert!(said.len() > 30, "{said:?}");
        said
    }

    #[test]
    fn every_reason_is_said_in_german_with_the_same_values() {
        let speech = german();
        for (key, pattern) in REASONS {
            let said =
                known(&speech, &pattern.replace(['{', '}'], "")).unwrap_or_else(|| panic!("{key}"));
            assert!(!said.contains('[') && !said.contains('{'), "{key}: {said}");
            assert_ne!(said, *pattern, "{key}");
            for name in pattern
                .split('{')
                .skip(1)
                .filter_map(|rest| rest.split('}').next())
            {
                assert!(said.contains(name), "{key} leaves out {name}: {said}");
            }
        }
    }

    #[test]
    fn what_the_verifier_finds_wrong_is_known_by_its_words() {
        for english in said_by_the_verifier() {
            let english = english.replace("{0}", "7").replace("{}", "7");
            let english = english.trim_end_matches('.');
            assert!(known(&german(), english).is_some(), "{english}");
        }
    }

    #[test]
    fn an_unknown_reason_is_quoted_as_english() {
        assert_eq!(
            reason(&german(), "the moon was full"),
            "„the moon was full“ (so das Prüfprogramm, auf Englisch)"
        );
        assert_eq!(name(&german(), "records/000.jsonl"), "records/000.jsonl");
        assert_eq!(name(&german(), "Record 3"), "Aufzeichnung 3");
    }

    #[test]
    fn values_are_found_again() {
        let pattern = "its format is {format}, and this program reads {known}";
        let text = "its format is a, b, and this program reads c";
        assert_eq!(
            values(pattern, text),
            Some(vec![("format", "a, b"), ("known", "c")])
        );
        assert_eq!(values(pattern, "its format is a"), None);
    }
}
