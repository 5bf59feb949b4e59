//! Somebody's device with its passkeys: an implementation of WebAuthn that is not ours.
//!
//! It answers the options that a page of ours would hand to `navigator.credentials`, as JSON in
//! and JSON out. The attacks of the tests are made by lying to it about the site, or by changing
//! what it answered.

use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, anyhow};
use async_trait::async_trait;
use passkey::authenticator::{
    CredentialStore, DiscoverabilitySupport, StoreInfo, UiHint, UserCheck, UserValidationMethod,
};
use passkey::client::{Client as Browser, DefaultClientData};
use passkey::crypto::rust_crypto::RustCryptoBackend;
use passkey::types::Passkey;
use passkey::types::ctap2::make_credential::{
    Options, PublicKeyCredentialRpEntity, PublicKeyCredentialUserEntity,
};
use passkey::types::ctap2::{Aaguid, Ctap2Error, StatusCode};
use passkey::types::webauthn::PublicKeyCredentialDescriptor;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use url::Url;

use crate::client::{Client, Reply};

/// A device on which a browser shows one site.
#[derive(Clone, Debug)]
pub struct Authenticator {
    site: Url,
    pocket: Pocket,
    recognises: bool,
}

impl Authenticator {
    /// A new device at a site such as `http://localhost:8054`.
    pub fn at(site: &str) -> Result<Authenticator> {
        let site = site.parse().context("a site is an address")?;
        Ok(Authenticator {
            site,
            pocket: Pocket::default(),
            recognises: true,
        })
    }

    /// The same device with its passkeys, on a page of another site.
    pub fn lured_to(&self, site: &str) -> Result<Authenticator> {
        Ok(Authenticator {
            site: site.parse()?,
            ..self.clone()
        })
    }

    /// The same device in a hand that it does not recognise: no face, no finger, no PIN.
    pub fn in_another_hand(&self) -> Authenticator {
        Authenticator {
            recognises: false,
            ..self.clone()
        }
    }

    /// `navigator.credentials.create`: options as the server sent them, the credential as the
    /// page sends it back.
    pub async fn enrol(&self, options: &Value) -> Result<Value> {
        let request = read(options)?;
        let mut browser = Browser::new(self.device()).allows_insecure_localhost(true);
        let created = browser
            .register(&self.site, request, DefaultClientData)
            .await;
        Ok(as_browsers_write(serde_json::to_value(
            created.map_err(refused)?,
        )?))
    }

    /// `navigator.credentials.get`.
    pub async fn assert(&self, options: &Value) -> Result<Value> {
        let request = read(options)?;
        let mut browser = Browser::new(self.device()).allows_insecure_localhost(true);
        let got = browser
            .authenticate(&self.site, request, DefaultClientData)
            .await;
        Ok(as_browsers_write(serde_json::to_value(
            got.map_err(refused)?,
        )?))
    }

    /// Enrols a passkey on this device for whoever sits at the browser.
    pub async fn enrol_for(&self, person: &Client) -> Result<Reply> {
        let options = person
            .post_json("/passkeys/options", &json!({}))
            .await?
            .ok()?
            .json()?;
        let credential = self.enrol(&options).await?.to_string();
        person
            .post("/passkeys", &[("credential", &credential)])
            .await
    }

    /// Fetches options from `from`, asks the device, and sends the form to `to` with the answer
    /// in `assertion`, as `cs-passkey` does; `fields` are the other fields of the form.
    pub async fn sign_with(
        &self,
        person: &Client,
        (from, to): (&str, &str),
        fields: &[(&str, &str)],
    ) -> Result<Reply> {
        let shown: Value = fields.iter().map(|(name, value)| (*name, *value)).collect();
        let options = person.post_json(from, &shown).await?.ok()?.json()?;
        let assertion = self.assert(&options).await?.to_string();
        let mut form = fields.to_vec();
        form.push(("assertion", &assertion));
        for (name, value) in options.as_object().into_iter().flatten() {
            if let (false, Some(value)) = (name == "mediation", value.as_str()) {
                form.push((name, value));
            }
        }
        person.post(to, &form).await
    }

    fn device(&self) -> passkey::authenticator::Authenticator<Pocket, Finger, RustCryptoBackend> {
        let finger = Finger {
            recognises: self.recognises,
        };
        let pocket = self.pocket.clone();
        passkey::authenticator::Authenticator::new(
            Aaguid::new_empty(),
            pocket,
            finger,
            RustCryptoBackend,
        )
    }
}

fn read<T: DeserializeOwned>(options: &Value) -> Result<T> {
    serde_json::from_value(options.clone()).with_context(|| format!("not options: {options}"))
}

/// The library writes bytes as lists of numbers; `toJSON()` of a browser writes them in base64url.
fn as_browsers_write(value: Value) -> Value {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    let byte = |value: &Value| value.as_u64().and_then(|byte| u8::try_from(byte).ok());
    match value {
        Value::Array(items) if !items.is_empty() => match items.iter().map(byte).collect() {
            Some(bytes) => URL_SAFE_NO_PAD.encode::<Vec<u8>>(bytes).into(),
            None => items.into_iter().map(as_browsers_write).collect(),
        },
        Value::Object(members) => {
            let members = members.into_iter();
            members
                .map(|(name, value)| (name, as_browsers_write(value)))
                .collect()
        }
        other => other,
    }
}

fn refused(error: impl std::fmt::Debug) -> anyhow::Error {
    anyhow!("the device refused: {error:?}")
}

/// Where a device keeps its passkeys, found by relying party and, when asked, by id.
#[derive(Clone, Debug, Default)]
struct Pocket(Arc<Mutex<Vec<Passkey>>>);

impl Pocket {
    fn passkeys(&self) -> std::sync::MutexGuard<'_, Vec<Passkey>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl CredentialStore for Pocket {
    type PasskeyItem = Passkey;

    async fn find_credentials(
        &self,
        ids: Option<&[PublicKeyCredentialDescriptor]>,
        rp_id: &str,
        _user_handle: Option<&[u8]>,
    ) -> Result<Vec<Passkey>, StatusCode> {
        let is_asked_for = |passkey: &Passkey| {
            ids.is_none_or(|ids| ids.iter().any(|id| id.id == passkey.credential_id))
        };
        let found: Vec<Passkey> = self
            .passkeys()
            .iter()
            .filter(|passkey| passkey.rp_id == rp_id && is_asked_for(passkey))
            .cloned()
            .collect();
        if found.is_empty() {
            Err(Ctap2Error::NoCredentials.into())
        } else {
            Ok(found)
        }
    }

    async fn save_credential(
        &mut self,
        passkey: Passkey,
        _user: PublicKeyCredentialUserEntity,
        _rp: PublicKeyCredentialRpEntity,
        _options: Options,
    ) -> Result<(), StatusCode> {
        self.passkeys().push(passkey);
        Ok(())
    }

    async fn update_credential(&mut self, used: &Passkey) -> Result<(), StatusCode> {
        for passkey in self.passkeys().iter_mut() {
            if passkey.credential_id == used.credential_id {
                *passkey = used.clone();
            }
        }
        Ok(())
    }

    async fn get_info(&self) -> StoreInfo {
        StoreInfo {
            discoverability: DiscoverabilitySupport::Full,
        }
    }
}

/// Touches the device.
#[derive(Clone, Copy, Debug)]
struct Finger {
    recognises: bool,
}

#[async_trait]
impl UserValidationMethod for Finger {
    type PasskeyItem = Passkey;

    async fn check_user<'a>(
        &self,
        _hint: UiHint<'a, Passkey>,
        _presence: bool,
        _verification: bool,
    ) -> Result<UserCheck, Ctap2Error> {
        Ok(UserCheck {
            presence: true,
            verification: self.recognises,
        })
    }

    fn is_presence_enabled(&self) -> bool {
        true
    }

    fn is_verification_enabled(&self) -> Option<bool> {
        Some(true)
    }
}
