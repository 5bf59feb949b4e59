//! A passkey as an authenticator would have it: a P-256 key that signs what browser and relying party hand it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use record::Digest;
use record::webauthn::CoseKey;
use sha2::{Digest as _, Sha256};

pub(crate) const RP_ID: &str = "countersign.acme.example";
pub(crate) const SITE: &str = "https://countersign.acme.example";
const UP: u8 = 0x01;
const UV: u8 = 0x04;
const AT: u8 = 0x40;

pub(crate) struct Passkey {
    key: SigningKey,
    number: u8,
}

/// One use of a passkey, with everything an attacker could get wrong.
#[derive(Clone)]
pub(crate) struct Ceremony {
    pub(crate) kind: &'static str,
    pub(crate) challenge: [u8; 32],
    pub(crate) site: String,
    pub(crate) rp_id: String,
    pub(crate) cross_origin: bool,
    pub(crate) flags: u8,
}

pub(crate) struct Assertion {
    pub(crate) client_data: Vec<u8>,
    pub(crate) authenticator_data: Vec<u8>,
    pub(crate) signature: Vec<u8>,
}

impl Ceremony {
    pub(crate) fn over(challenge: [u8; 32]) -> Self {
        Self {
            kind: "webauthn.get",
            challenge,
            site: SITE.into(),
            rp_id: RP_ID.into(),
            cross_origin: false,
            flags: UP | UV,
        }
    }

    pub(crate) fn client_data(&self) -> Vec<u8> {
        let challenge = URL_SAFE_NO_PAD.encode(self.challenge);
        let Self {
            kind,
            site,
            cross_origin,
            ..
        } = self;
        format!(r#"{{"type":"{kind}","challenge":"{challenge}","origin":"{site}","crossOrigin":{cross_origin}}}"#).into_bytes()
    }
}

impl Passkey {
    pub(crate) fn number(number: u8) -> Self {
        Self {
            key: SigningKey::from_slice(&[number; 32]).unwrap(),
            number,
        }
    }

    pub(crate) fn sign(&self, ceremony: &Ceremony) -> Assertion {
        let client_data = ceremony.client_data();
        let authenticator_data = [
            &Sha256::digest(&ceremony.rp_id)[..],
            &[ceremony.flags, 0, 0, 0, 0],
        ]
        .concat();
        let signed = [&authenticator_data[..], &Sha256::digest(&client_data)].concat();
        let signature: Signature = self.key.sign(&signed);
        Assertion {
            client_data,
            authenticator_data,
            signature: signature.to_der().as_bytes().to_vec(),
        }
    }

    pub(crate) fn cose(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let (x, y) = point.as_bytes()[1..].split_at(32);
        [
            &[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32][..],
            x,
            &[0x22, 0x58, 32],
            y,
        ]
        .concat()
    }

    pub(crate) fn pem(&self) -> String {
        CoseKey::parse(&self.cose()).unwrap().to_pem()
    }

    pub(crate) fn credential(&self) -> Digest {
        Digest::of(self.credential_id())
    }

    pub(crate) fn attestation(&self) -> Vec<u8> {
        let id = self.credential_id();
        let data = [
            &Sha256::digest(RP_ID)[..],
            &[UP | UV | AT, 0, 0, 0, 0],
            &[7; 16],
            &[0, id.len() as u8],
            &id,
            &self.cose(),
        ]
        .concat();
        [
            b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".as_slice(),
            &[data.len() as u8],
            &data,
        ]
        .concat()
    }

    fn credential_id(&self) -> [u8; 16] {
        [self.number; 16]
    }
}
