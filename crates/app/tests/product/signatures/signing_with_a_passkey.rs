//! Level 2: what the device signed, checked as an auditor checks it, and every way to cheat.

use anyhow::{Context, Result};
use kit::Digest;
use record::webauthn::{Assertion, Expected};
use record::{Intent, intent};
use reqwest::StatusCode;
use serde_json::{Value, json};
use testkit::{Authenticator, Client, Firm, Reply, on_each_engine};

use crate::statements::steps::{NEXT_TEXT, TEXT, letters, records, sent, signed};

/// The managing director's phone, with a passkey.
async fn phone(firm: &Firm) -> Result<Authenticator> {
    let phone = Authenticator::at(&firm.base)?;
    phone.enrol_for(&firm.ceo).await?;
    Ok(phone)
}

async fn options(who: &Client, request: &str, text: &str) -> Result<Reply> {
    let asking = json!({ "shown": Digest::of(text).to_string(), "language": "en" });
    who.post_json(&format!("{request}/options"), &asking).await
}

async fn answer(who: &Client, request: &str, text: &str, assertion: &Value) -> Result<Reply> {
    let (shown, assertion) = (Digest::of(text).to_string(), assertion.to_string());
    let fields = [
        ("shown", shown.as_str()),
        ("language", "en"),
        ("assertion", &assertion),
    ];
    who.post(request, &fields).await
}

/// What is kept of the one signature.
#[derive(Debug, kit::db::FromRow)]
struct Kept {
    intent: Vec<u8>,
    client_data: Vec<u8>,
    authenticator_data: Vec<u8>,
    assertion: Vec<u8>,
    key: Vec<u8>,
}

async fn kept(firm: &Firm) -> Result<Kept> {
    let sql = "SELECT s.intent, s.client_data, s.authenticator_data, s.assertion, k.key \
               FROM signature s JOIN passkey k ON k.org = s.org AND k.id = s.passkey WHERE s.org = $1";
    firm.app.read().await?.one(sql, kit::args![firm.org]).await
}

on_each_engine! {
    async fn a_passkey_signature_holds_without_us(firm: Firm) {
        let phone = phone(&firm).await?;
        let (_, request) = sent(&firm, TEXT).await?;
        let shown = Digest::of(TEXT).to_string();
        let from = format!("{request}/options");
        let fields = [("shown", shown.as_str()), ("language", "en")];
        phone.sign_with(&firm.ceo, (&from, &request), &fields).await?.sent_on()?;

        let kept = kept(&firm).await?;
        let expected = Expected {
            challenge: &intent::challenge(&kept.intent),
            origins: std::slice::from_ref(&firm.base),
            rp_id: "localhost",
            user_verification: true,
        };
        let assertion = Assertion {
            client_data_json: &kept.client_data,
            authenticator_data: &kept.authenticator_data,
            signature: &kept.assertion,
            cose_key: &kept.key,
        };
        assertion.verify(&expected)?;
        let intent = Intent::parse(&kept.intent)?;
        assert_eq!(intent.doc.to_string(), shown);
        assert_eq!(intent.role, "Managing director");
        assert!(intent.text.starts_with("I have read “Statement 2026”, version 1."));
        assert_eq!(intent.after.tst, None);
    }

    async fn the_signature_is_in_the_log_and_names_the_request(firm: Firm) {
        let phone = phone(&firm).await?;
        let (_, request) = sent(&firm, TEXT).await?;
        let options = options(&firm.ceo, &request, TEXT).await?.ok()?.json()?;
        let assertion = phone.assert(&options).await?;
        answer(&firm.ceo, &request, TEXT, &assertion).await?.sent_on()?;
        firm.work().await?;

        let mut db = firm.app.read().await?;
        let sql = "SELECT r.hash FROM record r WHERE r.org = $1 AND r.type = 'signature-requested'";
        let (over,): (Vec<u8>,) = db.one(sql, kit::args![firm.org]).await?;
        let intent = Intent::parse(&kept(&firm).await?.intent)?;
        assert_eq!(intent.over.0.to_vec(), over);
        let receipt = firm.ceo.get(&format!("{request}/receipt")).await?.ok()?.text();
        assert!(receipt.contains("Level 2") && receipt.contains("No. "));
        assert!(receipt.contains("what the screen showed"), "and what it does not prove");
        let proof = firm.ceo.get(&format!("{request}/receipt/proof")).await?.ok()?.text();
        assert!(proof.starts_with("c2sp.org/tlog-proof@v1"), "{proof}");
        let letter = letters(&firm, "ceo").await?.into_iter().find(|(subject, _)| subject.starts_with("You signed"));
        assert!(letter.context("a receipt by mail")?.1.contains(&Digest::of(TEXT).to_string()));
    }

    async fn the_same_answer_is_no_second_signature(firm: Firm) {
        let phone = phone(&firm).await?;
        let (_, request) = sent(&firm, TEXT).await?;
        let options = options(&firm.ceo, &request, TEXT).await?.ok()?.json()?;
        let assertion = phone.assert(&options).await?;
        for _ in 0..2 {
            answer(&firm.ceo, &request, TEXT, &assertion).await?.sent_on()?;
        }
        assert_eq!(records(&firm, "document-signed").await?, 1);
    }

    async fn an_answer_to_another_request_is_refused(firm: Firm) {
        let phone = phone(&firm).await?;
        let (_, first) = sent(&firm, TEXT).await?;
        let (_, second) = sent(&firm, TEXT).await?;
        let options = options(&firm.ceo, &first, TEXT).await?.ok()?.json()?;
        let assertion = phone.assert(&options).await?;
        let refused = answer(&firm.ceo, &second, TEXT, &assertion).await?;
        assert!(refused.text().contains("belongs to another question"));
        answer(&firm.ceo, &first, TEXT, &assertion).await?.sent_on()?;
        let replayed = answer(&firm.ceo, &second, TEXT, &assertion).await?;
        assert_eq!(replayed.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(records(&firm, "document-signed").await?, 1);
    }

    async fn an_altered_answer_is_refused_by_name(firm: Firm) {
        let phone = phone(&firm).await?;
        let (_, request) = sent(&firm, TEXT).await?;
        let options = options(&firm.ceo, &request, TEXT).await?.ok()?.json()?;
        let mut assertion = phone.assert(&options).await?;
        let signature = assertion["response"]["signature"].as_str().expect("a signature").to_owned();
        let flipped = if &signature[20..21] == "A" { "B" } else { "A" };
        assertion["response"]["signature"] = format!("{}{flipped}{}", &signature[..20], &signature[21..]).into();
        let refused = answer(&firm.ceo, &request, TEXT, &assertion).await?.text();
        assert!(refused.contains("SIGNATURE_INVALID"), "{refused}");
        assert_eq!(records(&firm, "document-signed").await?, 0);
    }

    async fn nonsense_is_refused(firm: Firm) {
        let (_, request) = sent(&firm, TEXT).await?;
        for nonsense in [json!({}), json!("x"), json!({"id": "AA", "response": {"clientDataJSON": "e30", "authenticatorData": "AA", "signature": "AA"}})] {
            let refused = answer(&firm.ceo, &request, TEXT, &nonsense).await?;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(refused.text().contains("cannot be read"));
        }
    }

    async fn after_five_minutes_the_question_is_gone(firm: Firm) {
        let phone = phone(&firm).await?;
        let (_, request) = sent(&firm, TEXT).await?;
        let options = options(&firm.ceo, &request, TEXT).await?.ok()?.json()?;
        let assertion = phone.assert(&options).await?;
        firm.set_clock("2026-03-10T09:05:01Z")?;
        let refused = answer(&firm.ceo, &request, TEXT, &assertion).await?.text();
        assert!(refused.contains("Five minutes have passed"), "{refused}");
    }

    async fn somebody_elses_passkey_is_refused(firm: Firm) {
        phone(&firm).await?;
        let other = Authenticator::at(&firm.base)?;
        other.enrol_for(&firm.cfo).await?;
        let (_, request) = sent(&firm, TEXT).await?;
        let mut options = options(&firm.ceo, &request, TEXT).await?.ok()?.json()?;
        options["publicKey"]["allowCredentials"] = json!([]);
        let assertion = other.assert(&options).await?;
        let refused = answer(&firm.ceo, &request, TEXT, &assertion).await?.text();
        assert!(refused.contains("This passkey is not one of yours"), "{refused}");
    }

    async fn an_answer_given_on_another_site_is_refused(firm: Firm) {
        let phone = phone(&firm).await?;
        let (_, request) = sent(&firm, TEXT).await?;
        let options = options(&firm.ceo, &request, TEXT).await?.ok()?.json()?;
        let assertion = phone.lured_to("http://localhost:1")?.assert(&options).await?;
        let refused = answer(&firm.ceo, &request, TEXT, &assertion).await?.text();
        assert!(refused.contains("WRONG_RELYING_PARTY"), "{refused}");
    }

    async fn a_device_that_does_not_recognise_its_user_does_not_sign(firm: Firm) {
        let phone = phone(&firm).await?;
        let (_, request) = sent(&firm, TEXT).await?;
        let mut options = options(&firm.ceo, &request, TEXT).await?.ok()?.json()?;
        options["publicKey"]["userVerification"] = json!("discouraged");
        let Ok(assertion) = phone.in_another_hand().assert(&options).await else { return Ok(()) };
        let refused = answer(&firm.ceo, &request, TEXT, &assertion).await?.text();
        assert!(refused.contains("USER_NOT_VERIFIED"), "{refused}");
    }

    async fn a_question_about_another_text_is_not_put(firm: Firm) {
        phone(&firm).await?;
        let (_, request) = sent(&firm, TEXT).await?;
        let refused = options(&firm.ceo, &request, NEXT_TEXT).await?;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let detail = refused.json()?["detail"].as_str().expect("a sentence").to_owned();
        assert!(detail.contains("The text changed since it was on your screen"), "{detail}");
        assert_eq!(options(&firm.cfo, &request, TEXT).await?.status, StatusCode::NOT_FOUND);
    }

    async fn without_a_passkey_the_page_makes_one_first(firm: Firm) {
        let (_, request) = sent(&firm, TEXT).await?;
        assert!(firm.ceo.get(&request).await?.ok()?.text().contains("data-enrol-first"));
        let refused = options(&firm.ceo, &request, TEXT).await?;
        assert_eq!(refused.json()?["detail"], "You have no passkey yet.");
        phone(&firm).await?;
        assert!(!firm.ceo.get(&request).await?.ok()?.text().contains("data-enrol-first"));
    }

    async fn each_answer_is_to_one_question_even_after_signing(firm: Firm) {
        let phone = phone(&firm).await?;
        let (_, request) = signed(&firm, TEXT).await?;
        let refused = options(&firm.ceo, &request, TEXT).await?;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is asked any more");
        drop(phone);
    }
}
