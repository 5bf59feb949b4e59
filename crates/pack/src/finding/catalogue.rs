//! Every code `verify` can print. A code is for ever; its sentence may improve.

use super::{Group, Severity};

macro_rules! catalogue {
    ($($group:ident { $($severity:ident $variant:ident $code:literal $template:literal)* })*) => {
        /// The name of something a check can find; the sentence says what it means.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[doc = $template] $variant,)*)* }

        impl Code {
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$($(Self::$variant,)*)*];

            /// The name printed and parsed by programs.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $($(Self::$variant => $code,)*)* }
            }

            /// Which part of the proof it concerns.
            #[must_use]
            pub fn group(self) -> Group {
                match self { $($(Self::$variant => Group::$group,)*)* }
            }

            /// Whether it fails a pack by itself.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $($(Self::$variant => Severity::$severity,)*)* }
            }

            /// The English sentence with `{names}` where arguments go.
            #[must_use]
            pub fn template(self) -> &'static str {
                match self { $($(Self::$variant => $template,)*)* }
            }
        }
    };
}

catalogue! {
    Pack {
        Failing FormatUnknown "FORMAT_UNKNOWN" "This is not a pack this program can read: {why}."
        Failing PathUnsafe "PATH_UNSAFE" "The file {name} is refused: {why}."
        Failing PackTooLarge "PACK_TOO_LARGE" "{what} is larger than a pack may be ({limit})."
        Failing FileMissing "FILE_MISSING" "The file {name} belongs to the pack and is not in it."
        Failing FileUnlisted "FILE_UNLISTED" "The file {name} was added: the manifest does not list it."
        Failing FileChanged "FILE_CHANGED" "The file {name} is not the one that was issued: its digest differs from the manifest."
        Failing RecordUnreadable "RECORD_UNREADABLE" "{name} cannot be read: {why}."
        Failing ContainerChanged "CONTAINER_CHANGED" "The ZIP is not as it was issued: {why}. If the files were only packed again, unpack it and verify the folder."
        Failing ManifestNotSigned "MANIFEST_NOT_SIGNED" "The list of files is not signed by the log: {why}."
    }
    Log {
        Failing LogUnknown "LOG_UNKNOWN" "Your trust file does not name the log {origin} with the key that signed this pack."
        Notice LogKeyFromPack "LOG_KEY_FROM_PACK" "You named no log, so the key of {origin} was taken from the pack itself; compare {fingerprint} with what the organisation gave you in person."
        Notice Demonstration "DEMONSTRATION" "This log was started for demonstration: its people and acts are invented and evidence of nothing."
        Failing CheckpointNotSignedByLog "CHECKPOINT_NOT_SIGNED_BY_LOG" "{name} carries no signature of the log {origin}."
        Failing CheckpointSignatureInvalid "CHECKPOINT_SIGNATURE_INVALID" "The log's signature on {name} does not verify."
        Failing EntryCountMismatch "ENTRY_COUNT_MISMATCH" "The checkpoint speaks of {expected} entries, the pack carries {found}."
        Failing RootMismatch "ROOT_MISMATCH" "The entries of the pack do not add up to the root the log signed: at least one was changed, added or dropped."
        Failing EntryMalformed "ENTRY_MALFORMED" "Entry {index} of the log is not a leaf: {why}."
        Failing ProofInvalid "PROOF_INVALID" "The separate proof for record {index} does not lead to the signed root."
        Failing LogRolledBack "LOG_ROLLED_BACK" "{name} shows the log with {earlier} entries; this pack has only {now}. Entries were taken back."
        Failing SplitView "SPLIT_VIEW" "{name} and this pack are signed by the same log and contradict each other: history before entry {size} was rewritten."
    }
    Trust {
        Failing GradeNotReached "GRADE_NOT_REACHED" "Your trust file asks for {grade}, which is not reached: {missing}."
    }
    Witness {
        Failing WitnessQuorumNotMet "WITNESS_QUORUM_NOT_MET" "The witnesses your trust file asks for ({quorum}) do not vouch for this checkpoint: this version reads no cosignatures."
    }
    Time {
        Notice TimeUnanchored "TIME_UNANCHORED" "No time stamp of an independent authority covers this log; every time in it is the server's own clock."
        Notice NotBeforeUnproven "NOT_BEFORE_UNPROVEN" "That the signature in record {index} was not prepared earlier rests on the server's word: it refers to no independent time stamp."
        Failing LogClockReversed "LOG_CLOCK_REVERSED" "The log's clock ran backwards at entry {index}: {before}, then {after}."
        Notice Backdated "BACKDATED" "Record {index} claims {claimed} but was entered in the log on {recorded}; nothing proves the claimed time."
        Notice Postdated "POSTDATED" "Record {index} claims {claimed}, later than its entry in the log on {recorded}; it speaks of a time that had not come."
    }
    Record {
        Failing RecordAltered "RECORD_ALTERED" "Record {index} is not what was entered in the log: its content does not match its commitment."
        Failing RecordNotCanonical "RECORD_NOT_CANONICAL" "Record {index} is not in canonical form: {why}."
        Failing LineageMismatch "LINEAGE_MISMATCH" "Record {index} is about another object than its entry in the log."
        Failing ClassMismatch "CLASS_MISMATCH" "Record {index} is of another class than its entry in the log says."
        Failing TimeMismatch "TIME_MISMATCH" "Record {index} and its entry in the log disagree about when it was recorded."
        Failing PrevMissing "PREV_MISSING" "Record {index} continues an earlier revision that is not before it in this log."
        Failing DisclosureMismatch "DISCLOSURE_MISMATCH" "A disclosed detail of record {index} is not one that was committed to: {why}."
        Notice NotDisclosed "NOT_DISCLOSED" "{count} details of people are withheld in this pack, as its issuer may choose; their digests are unchanged in the records."
        Failing Withheld "WITHHELD" "Record {index}, a {class} record entered on {recorded}, was left out of this pack."
        Notice WithheldPeople "WITHHELD_PEOPLE" "{count} records about people and sealed matters in the period are counted but not opened; ask for the ones you want to sample."
        Notice OutsidePeriod "OUTSIDE_PERIOD" "{count} acts of management or of control lie outside the period its issuer chose for this pack, and are not opened."
        Notice Superseded "SUPERSEDED" "Record {index} publishes a version that record {newer} replaced."
        Failing DocumentMissing "DOCUMENT_MISSING" "The document {sha256} that record {index} is about is not in the pack."
        Failing DocumentAltered "DOCUMENT_ALTERED" "The document {name} is not the one it is named for: its digest differs."
        Failing AcknowledgedOtherVersion "ACKNOWLEDGED_OTHER_VERSION" "Record {index} acknowledges a text that had not been published under that number."
        Notice AcknowledgedOldVersion "ACKNOWLEDGED_OLD_VERSION" "Record {index} acknowledges version {version} when record {newer} had already published a later one."
    }
    Signature {
        Failing Unsigned "UNSIGNED" "Record {index} publishes a document that nobody signed in this log."
        Failing SignatureMissing "SIGNATURE_MISSING" "Record {index} says it was signed with a passkey, but the pack lacks {part}."
        Failing SignatureInvalid "SIGNATURE_INVALID" "The passkey signature of record {index} does not verify: {why}."
        Failing SignatureOverOtherIntent "SIGNATURE_OVER_OTHER_INTENT" "The passkey signature of record {index} was made for something else: {why}."
        Failing SignedOtherDocument "SIGNED_OTHER_DOCUMENT" "Record {index} shows a signature over another text than the one that was to be signed."
        Failing SignedByAnother "SIGNED_BY_ANOTHER" "Record {index} is signed by {person}; the signature of {asked} had been asked for."
        Failing SignedRecordNotInLog "SIGNED_RECORD_NOT_IN_LOG" "{what} was never entered in this log."
        Failing KeyAlgorithmUnsupported "KEY_ALGORITHM_UNSUPPORTED" "The passkey signature of record {index} cannot be checked by this program: {why}."
        Failing KeyUnreadable "KEY_UNREADABLE" "The public key of record {index} cannot be used: {why}."
        Failing AttestationMismatch "ATTESTATION_MISMATCH" "The enrolment shown for the key of record {index} does not fit: {why}."
        Failing NotAnAssertion "NOT_AN_ASSERTION" "What record {index} shows as a signature is another passkey ceremony."
        Failing WrongRelyingParty "WRONG_RELYING_PARTY" "The passkey of record {index} was used for another site: {why}."
        Failing CrossOrigin "CROSS_ORIGIN" "The passkey of record {index} was used from inside a page of another site."
        Failing UserNotPresent "USER_NOT_PRESENT" "Nobody touched the passkey of record {index}."
        Failing UserNotVerified "USER_NOT_VERIFIED" "The passkey of record {index} did not check who used it (no PIN, no fingerprint)."
        Notice SyncedPasskey "SYNCED_PASSKEY" "The passkey of record {index} can be copied between devices; whoever takes over that account can sign."
        Notice AttestationMissing "ATTESTATION_MISSING" "Nothing says which make of authenticator holds the key of record {index}."
        Notice DisplayNotProven "DISPLAY_NOT_PROVEN" "The signature of record {index} was made in a browser: that the screen showed the signed text is not proven."
        Failing LevelBelowPolicy "LEVEL_BELOW_POLICY" "Record {index} is signed at level {level}; your trust file asks for {required} for {kind}."
    }
    Person {
        Notice SignerKeyNotConfirmed "SIGNER_KEY_NOT_CONFIRMED" "Nobody but the server says that the key of record {index} belongs to {person}."
        Failing SignerKeyUnknown "SIGNER_KEY_UNKNOWN" "The key of record {index} was never enrolled for {person} in this log."
        Failing SignerKeyContradicted "SIGNER_KEY_CONTRADICTED" "Your trust file names other keys for {person} than the one that signed record {index}."
        Failing SignedWithRevokedKey "SIGNED_WITH_REVOKED_KEY" "Record {index} is signed with a key that record {revoked} had revoked."
        Failing KeyEnrolledAfter "KEY_ENROLLED_AFTER" "Record {index} is signed with a key that was enrolled only afterwards, in record {enrolled}."
        Failing RoleNotHeld "ROLE_NOT_HELD" "{person} signed record {index} as {role} without holding that appointment at the time."
        Failing AppointmentNotConfirmed "APPOINTMENT_NOT_CONFIRMED" "{person} signed record {index} as {role} before anybody else had confirmed that appointment."
        Notice AppointmentRecordedLate "APPOINTMENT_RECORDED_LATE" "Record {index} enters {person} in top management from {from}, which is before it was entered ({recorded})."
        Notice AppointmentByAppointee "APPOINTMENT_BY_APPOINTEE" "In record {index}, {person} enters themselves in top management."
        Failing QuorumNotMet "QUORUM_NOT_MET" "Record {index} publishes a text that too few had approved: {why}."
        Failing OrderViolated "ORDER_VIOLATED" "In record {index}, {person} approves at stage {stage} before the stage in front of it was complete."
        Failing DelegationExpired "DELEGATION_EXPIRED" "In record {index}, {person} acts for another by a delegation that held from {first} to {last}, and not then."
        Failing DelegationScope "DELEGATION_SCOPE" "In record {index}, {person} approves by an authority that does not cover it: {why}."
        Failing SelfCountersigned "SELF_COUNTERSIGNED" "In record {index}, {person} confirms something about themselves, which confirms nothing."
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_code_is_said_once_in_capitals() {
        let names: HashSet<_> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        assert!(names.iter().all(|name| {
            name.bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte == b'_')
        }));
    }

    #[test]
    fn every_sentence_ends_like_one() {
        for code in Code::ALL {
            assert!(code.template().ends_with('.'), "{}", code.name());
        }
    }
}
