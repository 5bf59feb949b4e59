//! Step 8: a passkey signature, from the bytes the authenticator gave: was it made, for this text, for this request,
//! on this site, by somebody the authenticator recognised. Whose key it is, is a question of its own ([`super::keys`]).

use std::io;

use record::kinds::DocumentSigned;
use record::kinds::words::Proof;
use record::webauthn::{Assertion, BadKey, CoseKey, Enrolled, Expected, Fault};
use record::{Digest, Intent, intent};

use super::documents::Request;
use super::files::{is_there, read_small};
use super::found::Found;
use super::keys::Used;
use super::ledger::{Ledger, Seen};
use super::{Pack, time};
use crate::finding::{Code, Finding};
use crate::layout;

/// The files of one signature.
struct Parts {
    intent: Vec<u8>,
    client_data: Vec<u8>,
    authenticator_data: Vec<u8>,
    signature: Vec<u8>,
    key_cose: Vec<u8>,
    key_pem: Vec<u8>,
    attestation: Option<Vec<u8>>,
}

pub(super) fn check(
    ledger: &mut Ledger<'_>,
    seen: &Seen<'_>,
    signed: &DocumentSigned,
    request: Option<&Request>,
    found: &mut Found,
) -> io::Result<()> {
    let Proof::L2 { intent, credential } = signed.proof else {
        return Ok(());
    };
    let Some(parts) = read_parts(ledger.files, seen.index, found)? else {
        return Ok(());
    };
    if Digest::of(&parts.intent) != intent {
        found.add(other_intent(seen, "the record names another intent"));
    }
    check_intent(ledger, seen, signed, request, &parts, found);
    if check_assertion(ledger, seen, &parts, found) {
        let key = Digest::of(&parts.key_cose);
        ledger.keys.sign(Used {
            index: seen.index,
            at: seen.record.at,
            person: signed.person.clone(),
            credential,
            key,
        });
        check_attestation(seen, credential, &parts, found);
        found.add(Finding::new(Code::DisplayNotProven).at(seen.index));
    }
    Ok(())
}

fn read_parts(files: Pack<'_>, index: u64, found: &mut Found) -> io::Result<Option<Parts>> {
    let mut read = |part: &str| {
        let name = layout::signature(index, part);
        if is_there(files, &name) {
            return read_small(files, &name);
        }
        found.add(
            Finding::new(Code::SignatureMissing)
                .at(index)
                .subject(&name)
                .arg("part", part),
        );
        Ok(Vec::new())
    };
    let mut parts = Parts {
        intent: read("intent.json")?,
        client_data: read("clientData.json")?,
        authenticator_data: read("authData.bin")?,
        signature: read("sig.bin")?,
        key_cose: read("key.cose")?,
        key_pem: read("key.pem")?,
        attestation: None,
    };
    let attestation = layout::signature(index, "attestation.cbor");
    if is_there(files, &attestation) {
        parts.attestation = Some(read_small(files, &attestation)?);
    }
    let required = [
        &parts.intent,
        &parts.client_data,
        &parts.authenticator_data,
        &parts.signature,
        &parts.key_cose,
        &parts.key_pem,
    ];
    Ok(required
        .iter()
        .all(|part| !part.is_empty())
        .then_some(parts))
}

/// Whether what was signed is what the record says was signed.
fn check_intent(
    ledger: &mut Ledger<'_>,
    seen: &Seen<'_>,
    signed: &DocumentSigned,
    request: Option<&Request>,
    parts: &Parts,
    found: &mut Found,
) {
    let intent = match Intent::parse(&parts.intent) {
        Ok(intent) => intent,
        Err(why) => {
            found.add(other_intent(seen, why.to_string().trim_end_matches('.')));
            return;
        }
    };
    if request.is_some_and(|request| Digest::from(request.hash) != intent.over) {
        let missing = Finding::new(Code::SignedRecordNotInLog).at(seen.index);
        found.add(missing.arg("what", format!("What record {} signs", seen.index)));
    }
    if intent.doc != signed.text {
        found.add(Finding::new(Code::SignedOtherDocument).at(seen.index));
    }
    let (act, otherwise) = match request.and_then(|request| request.round.as_ref()) {
        Some(_) => (intent::Act::Approve, "the act was not to approve"),
        None => (intent::Act::Sign, "the act was not to sign"),
    };
    let contradictions = [
        (intent.act != act, otherwise),
        (intent.pid != signed.person, "it was for another person"),
        (intent.role != signed.capacity, "it was in another capacity"),
        (intent.log != ledger.log.origin, "it was for another log"),
    ];
    for (_, why) in contradictions.into_iter().filter(|(differs, _)| *differs) {
        found.add(other_intent(seen, why));
    }
    ledger
        .recall
        .expect_head(seen.index, intent.after.size, intent.after.root);
    time::check_intent(seen, intent.claimed_at, found);
    if intent.after.tst.is_none() {
        found.add(Finding::new(Code::NotBeforeUnproven).at(seen.index));
    }
}

/// Whether the passkey signed this intent.
fn check_assertion(ledger: &Ledger<'_>, seen: &Seen<'_>, parts: &Parts, found: &mut Found) -> bool {
    let challenge = intent::challenge(&parts.intent);
    let sites = ledger.sites();
    let assertion = Assertion {
        client_data_json: &parts.client_data,
        authenticator_data: &parts.authenticator_data,
        signature: &parts.signature,
        cose_key: &parts.key_cose,
    };
    let expected = Expected {
        challenge: &challenge,
        origins: sites,
        rp_id: ledger.rp_id(),
        user_verification: true,
    };
    let verified = match assertion.verify(&expected) {
        Ok(verified) => verified,
        Err(fault) => {
            found.add(refused(seen, fault));
            return false;
        }
    };
    if CoseKey::parse(&parts.key_cose).is_ok_and(|key| key.to_pem().as_bytes() != parts.key_pem) {
        found.add(
            Finding::new(Code::SignatureInvalid)
                .at(seen.index)
                .arg("why", "key.pem holds another key than key.cose"),
        );
    }
    if verified.backup_eligible {
        found.add(Finding::new(Code::SyncedPasskey).at(seen.index));
    }
    true
}

/// Whether the enrolment the pack shows is of the key that signed, and tells who made the authenticator.
fn check_attestation(seen: &Seen<'_>, credential: Digest, parts: &Parts, found: &mut Found) {
    let Some(attestation) = &parts.attestation else {
        found.add(Finding::new(Code::AttestationMissing).at(seen.index));
        return;
    };
    let enrolled = Enrolled::parse(attestation);
    match enrolled {
        Ok(enrolled)
            if enrolled.cose_key == parts.key_cose
                && Digest::of(&enrolled.credential_id) == credential =>
        {
            if enrolled.aaguid == [0; 16] {
                found.add(Finding::new(Code::AttestationMissing).at(seen.index));
            }
        }
        Ok(_) => found.add(
            Finding::new(Code::AttestationMismatch)
                .at(seen.index)
                .arg("why", "it is of another key"),
        ),
        Err(why) => found.add(
            Finding::new(Code::AttestationMismatch)
                .at(seen.index)
                .arg("why", why.to_string().trim_end_matches('.')),
        ),
    }
}

fn refused(seen: &Seen<'_>, fault: Fault) -> Finding {
    let code = match fault {
        Fault::ClientDataUnreadable | Fault::OtherCeremony | Fault::AuthenticatorData(_) => {
            Code::NotAnAssertion
        }
        Fault::OtherChallenge => Code::SignatureOverOtherIntent,
        Fault::OtherOrigin | Fault::OtherRelyingParty => Code::WrongRelyingParty,
        Fault::CrossOrigin => Code::CrossOrigin,
        Fault::UserNotPresent => Code::UserNotPresent,
        Fault::UserNotVerified => Code::UserNotVerified,
        Fault::Key(BadKey::UnsupportedAlgorithm(_)) => Code::KeyAlgorithmUnsupported,
        Fault::Key(_) => Code::KeyUnreadable,
        Fault::SignatureInvalid => Code::SignatureInvalid,
    };
    Finding::new(code)
        .at(seen.index)
        .arg("why", fault.to_string().trim_end_matches('.'))
}

fn other_intent(seen: &Seen<'_>, why: &str) -> Finding {
    Finding::new(Code::SignatureOverOtherIntent)
        .at(seen.index)
        .arg("why", why)
}
