//! Passkeys: how they enter, open, are confirmed and end.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kit::args;
use serde_json::{Value, json};
use testkit::{Authenticator, Client, Firm, Reply, on_each_engine};

/// The ids of somebody's passkeys that were not revoked.
async fn passkeys(firm: &Firm, who: &str) -> anyhow::Result<Vec<app::identity::Passkey>> {
    app::identity::passkeys_of(&mut firm.app.read().await?, firm.org, firm.id(who)).await
}

/// Somebody with a passkey on a device.
async fn enrolled(firm: &Firm, who: &Client) -> anyhow::Result<Authenticator> {
    let device = Authenticator::at(&firm.base)?;
    device.enrol_for(who).await?.sent_on()?;
    Ok(device)
}

async fn sign_in_with(device: &Authenticator, browser: &Client) -> anyhow::Result<Reply> {
    let paths = ("/sign-in/passkey/options", "/sign-in/passkey");
    device.sign_with(browser, paths, &[]).await
}

async fn sign_in_options(browser: &Client) -> anyhow::Result<Value> {
    browser
        .post_json("/sign-in/passkey/options", &json!({}))
        .await?
        .ok()?
        .json()
}

async fn hand_in(browser: &Client, assertion: &Value) -> anyhow::Result<Reply> {
    let assertion = assertion.to_string();
    browser
        .post("/sign-in/passkey", &[("assertion", &assertion)])
        .await
}

async fn is_signed_in(browser: &Client) -> anyhow::Result<bool> {
    Ok(browser.get("/sign-in").await?.status == 303)
}

/// How many records of a type there are.
async fn records(firm: &Firm, kind: &str) -> anyhow::Result<i64> {
    let (n,): (i64,) = firm
        .app
        .read()
        .await?
        .one("SELECT count(*) FROM record WHERE type = $1", args![kind])
        .await?;
    Ok(n)
}

/// Flips the last bit of a member of the response.
fn altered(credential: &Value, member: &str) -> Value {
    let mut altered = credential.clone();
    let text = credential["response"][member].as_str().unwrap();
    let mut bytes = URL_SAFE_NO_PAD.decode(text).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    altered["response"][member] = URL_SAFE_NO_PAD.encode(bytes).into();
    altered
}

on_each_engine! {
    async fn an_enrolled_passkey_signs_in_without_a_name(firm: Firm) {
        let phone = enrolled(&firm, &firm.ceo).await?;
        sign_in_with(&phone, &firm.anon).await?.sent_on()?;
        assert!(is_signed_in(&firm.anon).await?);
        assert!(firm.anon.get("/preferences").await?.text().contains("Dana Reyes"));
    }

    async fn the_key_is_kept_byte_by_byte_and_its_way_in_is_recorded(firm: Firm) {
        enrolled(&firm, &firm.ceo).await?;
        let mut db = firm.app.read().await?;
        let (key, attestation): (Vec<u8>, Vec<u8>) =
            db.one("SELECT key, attestation FROM passkey", args![]).await?;
        assert_eq!(record::webauthn::Enrolled::parse(&attestation)?.cose_key, key);
        let (bytes,): (Vec<u8>,) =
            db.one("SELECT bytes FROM record WHERE type = 'passkey-enrolled'", args![]).await?;
        let body = serde_json::from_slice::<Value>(&bytes)?["body"].take();
        assert_eq!(body["enrolled_via"], "session");
        assert_eq!(body["key"], kit::Digest::of(&key).to_string());
        assert_eq!(body["algorithm"], "ES256");
    }

    async fn its_owner_is_told_of_a_new_passkey(firm: Firm) {
        enrolled(&firm, &firm.ceo).await?;
        let (told,): (i64,) = firm.app.read().await?
            .one("SELECT count(*) FROM job WHERE body LIKE '%passkey-enrolled%'", args![]).await?;
        assert_eq!(told, 1);
    }

    async fn a_replayed_enrolment_is_refused(firm: Firm) {
        let options = firm.ceo.post_json("/passkeys/options", &json!({})).await?.json()?;
        let credential = Authenticator::at(&firm.base)?.enrol(&options).await?.to_string();
        firm.ceo.post("/passkeys", &[("credential", &credential)]).await?.sent_on()?;
        let replayed = firm.ceo.post("/passkeys", &[("credential", &credential)]).await?;
        assert_eq!(replayed.status, 422);
        assert_eq!(passkeys(&firm, "ceo").await?.len(), 1);
    }

    async fn the_same_button_pressed_twice_at_once_enrols_one_passkey(firm: Firm) {
        let options = firm.ceo.post_json("/passkeys/options", &json!({})).await?.json()?;
        let credential = Authenticator::at(&firm.base)?.enrol(&options).await?.to_string();
        let form = [("credential", credential.as_str())];
        let presses = (0..8).map(|_| firm.ceo.post("/passkeys", &form));
        let replies = futures_util::future::join_all(presses).await;
        let entered = replies.into_iter().filter(|r| r.as_ref().is_ok_and(|r| r.status == 303));
        assert_eq!(entered.count(), 1);
        assert_eq!(records(&firm, "passkey-enrolled").await?, 1);
    }

    async fn one_person_cannot_answer_the_question_put_to_another(firm: Firm) {
        let options = firm.ceo.post_json("/passkeys/options", &json!({})).await?.json()?;
        let credential = Authenticator::at(&firm.base)?.enrol(&options).await?.to_string();
        let stolen = firm.admin.post("/passkeys", &[("credential", &credential)]).await?;
        assert_eq!(stolen.status, 422);
        assert!(passkeys(&firm, "admin").await?.is_empty());
    }

    async fn an_enrolment_takes_at_most_five_minutes(firm: Firm) {
        let options = firm.ceo.post_json("/passkeys/options", &json!({})).await?.json()?;
        let credential = Authenticator::at(&firm.base)?.enrol(&options).await?.to_string();
        firm.set_clock("2026-03-10T09:05:00Z")?;
        let late = firm.ceo.post("/passkeys", &[("credential", &credential)]).await?;
        assert_eq!(late.status, 422);
    }

    async fn an_enrolment_on_another_site_or_altered_is_refused(firm: Firm) {
        let options = || async { firm.ceo.post_json("/passkeys/options", &json!({})).await?.json() };
        let phone = Authenticator::at(&firm.base)?;
        let lured = phone.lured_to("http://localhost:1")?.enrol(&options().await?).await?;
        let mut credentials = vec![lured];
        for member in ["clientDataJSON", "attestationObject"] {
            credentials.push(altered(&phone.enrol(&options().await?).await?, member));
        }
        for credential in credentials {
            let form = [("credential", credential.to_string())];
            firm.ceo.post("/passkeys", &[("credential", &form[0].1)]).await?.refused()?;
        }
        assert!(passkeys(&firm, "ceo").await?.is_empty());
        assert_eq!(records(&firm, "passkey-enrolled").await?, 0);
    }

    async fn a_device_that_does_not_recognise_its_owner_enrols_nothing(firm: Firm) {
        let device = Authenticator::at(&firm.base)?.in_another_hand();
        let options = firm.ceo.post_json("/passkeys/options", &json!({})).await?.json()?;
        if let Ok(credential) = device.enrol(&options).await {
            let form = [("credential", credential.to_string())];
            let refused = firm.ceo.post("/passkeys", &[("credential", &form[0].1)]).await?;
            assert_eq!(refused.status, 422);
        }
        assert!(passkeys(&firm, "ceo").await?.is_empty());
    }

    async fn the_first_passkey_may_come_by_a_link_and_no_other(firm: Firm) {
        let link = link(&firm, "ceo").await?;
        firm.anon.get(&link).await?.sent_on()?;
        enrolled(&firm, &firm.anon).await?;
        let keys = passkeys(&firm, "ceo").await?;
        assert_eq!(keys[0].enrolled_via, "invitation");
        let second = firm.anon.post_json("/passkeys/options", &json!({})).await?;
        assert_eq!(second.status, 422);
        assert_eq!(second.headers["content-type"], "application/problem+json");
        assert_eq!(second.json()?["detail"], "You have a passkey already. To add another, sign in first.");
    }

    async fn a_link_to_an_acknowledgement_enrols_nothing(firm: Firm) {
        let link = link_to(&firm, "ceo", "/acknowledgements/owed").await?;
        firm.anon.get(&link).await?.sent_on()?;
        assert_eq!(firm.anon.post_json("/passkeys/options", &json!({})).await?.status, 401);
        assert_eq!(firm.anon.post("/passkeys", &[("credential", "{}")]).await?.status, 401);
        assert!(passkeys(&firm, "ceo").await?.is_empty());
    }

    async fn a_passkey_is_enrolled_for_whoever_is_signed_in_whatever_page_asks(firm: Firm) {
        let link = link(&firm, "ceo").await?;
        firm.infosec.get(&link).await?.ok()?;
        let page = format!("{}/signatures/asked", firm.base);
        let forged = firm.infosec.request(reqwest::Method::POST, "/passkeys/options")
            .header("referer", &page).json(&json!({}));
        let options = firm.infosec.send(forged).await?.ok()?.json()?;
        assert_eq!(options["publicKey"]["user"]["displayName"], "Priya Raman");
        enrolled(&firm, &firm.infosec).await?;
        assert_eq!(passkeys(&firm, "infosec").await?.len(), 1);
        assert!(passkeys(&firm, "ceo").await?.is_empty());
    }

    async fn a_replayed_sign_in_is_refused(firm: Firm) {
        let phone = enrolled(&firm, &firm.ceo).await?;
        let assertion = phone.assert(&sign_in_options(&firm.anon).await?).await?;
        hand_in(&firm.anon, &assertion).await?.sent_on()?;
        let thief = Client::new(&firm.base, None)?;
        assert_eq!(hand_in(&thief, &assertion).await?.status, 422);
        assert!(!is_signed_in(&thief).await?);
    }

    async fn an_altered_answer_opens_nothing(firm: Firm) {
        let phone = enrolled(&firm, &firm.ceo).await?;
        for member in ["signature", "authenticatorData", "userHandle", "clientDataJSON"] {
            let assertion = phone.assert(&sign_in_options(&firm.anon).await?).await?;
            let refused = hand_in(&firm.anon, &altered(&assertion, member)).await?;
            assert_eq!(refused.status, 422, "{member}");
        }
        assert!(!is_signed_in(&firm.anon).await?);
    }

    async fn an_expired_question_opens_nothing(firm: Firm) {
        let phone = enrolled(&firm, &firm.ceo).await?;
        let assertion = phone.assert(&sign_in_options(&firm.anon).await?).await?;
        firm.set_clock("2026-03-10T09:05:00Z")?;
        assert_eq!(hand_in(&firm.anon, &assertion).await?.status, 422);
    }

    async fn an_answer_given_on_another_site_opens_nothing(firm: Firm) {
        let phone = enrolled(&firm, &firm.ceo).await?;
        // Another port is another origin of the same relying party.
        let lured = phone.lured_to("http://localhost:1")?;
        let assertion = lured.assert(&sign_in_options(&firm.anon).await?).await?;
        assert_eq!(hand_in(&firm.anon, &assertion).await?.status, 422);
        let elsewhere = Authenticator::at("https://evil.example")?;
        assert!(elsewhere.assert(&sign_in_options(&firm.anon).await?).await.is_err());
    }

    async fn without_recognition_a_passkey_opens_nothing(firm: Firm) {
        let phone = enrolled(&firm, &firm.ceo).await?.in_another_hand();
        if let Ok(assertion) = phone.assert(&sign_in_options(&firm.anon).await?).await {
            assert_eq!(hand_in(&firm.anon, &assertion).await?.status, 422);
        }
        assert!(!is_signed_in(&firm.anon).await?);
    }

    async fn a_browser_without_passkeys_is_told_of_the_code(firm: Firm) {
        let sent = firm.anon.post("/sign-in/passkey", &[("assertion", "")]).await?;
        assert_eq!(sent.status, 422);
        assert!(sent.text().contains("Ask for a code"));
    }

    async fn somebody_else_confirms_a_passkey_once(firm: Firm) {
        enrolled(&firm, &firm.ceo).await?;
        let path = format!("/passkeys/{}/confirm", passkeys(&firm, "ceo").await?[0].id);
        let form = [("how", "Face to face.")];
        assert_eq!(firm.ceo.post(&path, &form).await?.status, 422, "not one's own");
        assert_eq!(firm.admin.post(&path, &form).await?.status, 403, "not the administrator");
        assert_eq!(firm.employee.post(&path, &form).await?.status, 403);
        firm.cfo.post(&path, &form).await?.sent_on()?;
        assert_eq!(firm.cfo.post(&path, &form).await?.status, 422, "once");
        firm.infosec.post(&path, &form).await?.sent_on()?;
        assert!(passkeys(&firm, "ceo").await?[0].is_confirmed());
        assert_eq!(records(&firm, "passkey-confirmed").await?, 2);
    }

    async fn two_presses_at_once_confirm_once(firm: Firm) {
        enrolled(&firm, &firm.ceo).await?;
        let path = format!("/passkeys/{}/confirm", passkeys(&firm, "ceo").await?[0].id);
        let form = [("how", "Face to face.")];
        let presses = (0..6).map(|_| firm.cfo.post(&path, &form));
        let replies = futures_util::future::join_all(presses).await;
        let done = replies.iter().filter(|r| r.as_ref().is_ok_and(|r| r.status == 303)).count();
        assert_eq!((done, records(&firm, "passkey-confirmed").await?), (1, 1));
    }

    async fn a_revoked_passkey_opens_nothing_and_its_sessions_end(firm: Firm) {
        let phone = enrolled(&firm, &firm.ceo).await?;
        sign_in_with(&phone, &firm.anon).await?.sent_on()?;
        let path = format!("/passkeys/{}/revoke", passkeys(&firm, "ceo").await?[0].id);
        let lost = [("reason", "The phone was stolen.")];
        assert_eq!(firm.employee.post(&path, &lost).await?.status, 404);
        firm.admin.post(&path, &lost).await?.sent_on()?;
        assert!(!is_signed_in(&firm.anon).await?);
        assert_eq!(sign_in_with(&phone, &firm.anon).await?.status, 422);
    }

    async fn only_its_owner_reaches_back_and_not_behind_the_enrolment(firm: Firm) {
        let phone = enrolled(&firm, &firm.ceo).await?;
        let path = format!("/passkeys/{}/revoke", passkeys(&firm, "ceo").await?[0].id);
        let since = |day| [("reason", "The phone was stolen."), ("compromised_since", day)];
        for day in ["2020-01-01", "2026-03-10"] {
            let refused = firm.admin.post(&path, &since(day)).await?;
            assert_eq!(refused.status, 422, "{day}");
            assert!(refused.text().contains("Only its owner can say"));
        }
        let too_early = firm.ceo.post(&path, &since("2026-03-08")).await?;
        assert_eq!(too_early.status, 422);
        assert!(too_early.text().contains("before the day on which it was enrolled"));
        assert_eq!(records(&firm, "passkey-revoked").await?, 0);
        firm.set_clock("2026-03-12T09:00:00Z")?;
        sign_in_with(&phone, &firm.anon).await?.sent_on()?;
        firm.anon.post(&path, &since("2026-03-11")).await?.sent_on()?;
        let (bytes,): (Vec<u8>,) = firm.app.read().await?
            .one("SELECT bytes FROM record WHERE type = 'passkey-revoked'", args![]).await?;
        let body = serde_json::from_slice::<Value>(&bytes)?["body"].take();
        assert_eq!(body["compromised_since"], "2026-03-10T23:00:00.000Z", "the whole day in Berlin");
    }

    async fn a_passkey_is_not_revoked_twice_without_a_reason_or_from_the_future(firm: Firm) {
        enrolled(&firm, &firm.ceo).await?;
        let path = format!("/passkeys/{}/revoke", passkeys(&firm, "ceo").await?[0].id);
        assert_eq!(firm.ceo.post(&path, &[("reason", " ")]).await?.status, 422);
        let future = [("reason", "Lost"), ("compromised_since", "2026-03-12")];
        assert_eq!(firm.ceo.post(&path, &future).await?.status, 422);
        firm.ceo.post(&path, &[("reason", "Lost")]).await?.sent_on()?;
        assert_eq!(firm.ceo.post(&path, &[("reason", "Lost")]).await?.status, 422);
    }

    async fn a_passkey_is_seen_by_its_owner_and_by_who_answers_for_it(firm: Firm) {
        enrolled(&firm, &firm.ceo).await?;
        let path = format!("/passkeys/{}", passkeys(&firm, "ceo").await?[0].id);
        for reader in [&firm.ceo, &firm.cfo, &firm.infosec, &firm.admin, &firm.auditor] {
            reader.get(&path).await?.ok()?;
        }
        assert_eq!(firm.employee.get(&path).await?.status, 404);
        assert!(firm.infosec.get("/passkeys/everybody").await?.ok()?.text().contains(&path));
        assert_eq!(firm.employee.get("/passkeys/everybody").await?.status, 403);
    }

    async fn the_owner_names_a_passkey(firm: Firm) {
        enrolled(&firm, &firm.ceo).await?;
        let path = format!("/passkeys/{}", passkeys(&firm, "ceo").await?[0].id);
        let rename = format!("{path}/name");
        firm.ceo.post(&rename, &[("name", "Dana's <phone>")]).await?.sent_on()?;
        assert!(firm.ceo.get(&path).await?.text().contains("Dana&#39;s &#60;phone&#62;"));
        assert_eq!(firm.infosec.post(&rename, &[("name", "mine")]).await?.status, 404);
    }
}

/// A link to something that the person is asked to sign.
async fn link(firm: &Firm, who: &str) -> anyhow::Result<String> {
    link_to(firm, who, "/signatures/asked").await
}

async fn link_to(firm: &Firm, who: &str, path: &'static str) -> anyhow::Result<String> {
    let (org, person, now) = (firm.org, firm.id(who), firm.app.clock.now());
    let dice = firm.app.dice.clone();
    let lasts = jiff::SignedDuration::from_hours(24);
    kit::act::plainly(&firm.app.db, move |db| {
        Box::pin(async move {
            app::identity::link::make(db, org, person, path, now, lasts, &dice).await
        })
    })
    .await
}
