//! Being asked, reading, acknowledging, asking back.

use crate::published::*;
use app::documents::Change;
use kit::Digest;
use reqwest::Method;
use testkit::{Engine, Firm, on_each_engine};

/// How many texts wait for somebody.
async fn owed_by(firm: &Firm, who: &str) -> anyhow::Result<usize> {
    let mut db = firm.app.read().await?;
    Ok(app::assignments::owed_by(&mut db, firm.org, firm.id(who))
        .await?
        .len())
}

on_each_engine! {
    async fn everybody_engaged_is_asked_and_told_once(firm: Firm) {
        publish(&firm, "Statement").await?;
        firm.work().await?;
        firm.work().await?;
        let people = testkit::people().len() as i64;
        assert_eq!(count(&firm, "SELECT COUNT(*) FROM assignment").await?, people);
        let told = "SELECT COUNT(*) FROM letter WHERE subject LIKE 'Please read: Statement%'";
        assert_eq!(count(&firm, told).await?, people);
    }

    async fn from_the_mail_it_takes_two_clicks(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        firm.work().await?;
        let (_, letter) = letters_to(&firm, firm.id("employee")).await?.remove(0);
        let token = token_in(&letter)?;
        let address = format!("/acknowledgements/{publication}");
        // First click: the link, which shows the text and changes nothing.
        let page = by_link(&firm, &token, Method::GET, &address, &[]).await?.ok()?.text();
        assert!(page.contains("We follow our own rules."), "{page}");
        assert!(page.contains("I have read this and will follow it"), "{page}");
        assert_eq!(count(&firm, "SELECT COUNT(*) FROM acknowledgement").await?, 0);
        // Second click: the button.
        let shown = Digest::of(TEXT).to_string();
        let fields = [("shown", shown.as_str()), ("language", "en")];
        by_link(&firm, &token, Method::POST, &address, &fields).await?.sent_on()?;
        let receipt = by_link(&firm, &token, Method::GET, &format!("{address}/receipt"), &[]).await?.ok()?.text();
        assert!(receipt.contains("By the link in a letter"), "{receipt}");
        assert!(receipt.contains(&shown), "{receipt}");
    }

    async fn a_mail_link_opens_nothing_else(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        let (_, other) = publish(&firm, "Another").await?;
        firm.work().await?;
        let letters = letters_to(&firm, firm.id("employee")).await?;
        let (_, letter) = letters.iter().find(|(subject, _)| subject.contains("Another")).expect("a letter");
        let token = token_in(letter)?;
        let reach = async |path: String| anyhow::Ok(by_link(&firm, &token, Method::GET, &path, &[]).await?.status.as_u16());
        assert_eq!(reach(format!("/acknowledgements/{other}")).await?, 200);
        assert_eq!(reach(format!("/acknowledgements/{publication}")).await?, 401);
        assert_eq!(reach("/team".to_owned()).await?, 401);
    }

    async fn acknowledging_twice_leaves_one_and_the_same_receipt(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        for _ in 0..2 {
            acknowledge(&firm.employee, publication, TEXT).await?.sent_on()?;
        }
        assert_eq!(count(&firm, "SELECT COUNT(*) FROM acknowledgement").await?, 1);
        assert_eq!(count(&firm, "SELECT COUNT(*) FROM record WHERE type = 'document-acknowledged'").await?, 1);
    }

    async fn two_clicks_at_once_are_one_acknowledgement(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        let clicks = (0..8).map(|_| acknowledge(&firm.employee, publication, TEXT));
        for click in futures_util::future::join_all(clicks).await {
            click?.sent_on()?;
        }
        assert_eq!(count(&firm, "SELECT COUNT(*) FROM acknowledgement").await?, 1);
        assert_eq!(count(&firm, "SELECT COUNT(*) FROM record WHERE type = 'document-acknowledged'").await?, 1);
    }

    async fn a_text_that_changed_on_screen_is_not_acknowledged(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        for shown in ["# Another text\n", ""] {
            let reply = acknowledge(&firm.employee, publication, shown).await?;
            assert_eq!(reply.status, 422);
            assert!(reply.text().contains("not the text that was published"), "{}", reply.text());
        }
        let fields = [("shown", "nonsense"), ("language", "en")];
        let reply = firm.employee.post(&format!("/acknowledgements/{publication}"), &fields).await?;
        assert_eq!(reply.status, 422);
        assert_eq!(count(&firm, "SELECT COUNT(*) FROM acknowledgement").await?, 0);
    }

    async fn the_words_on_record_are_the_words_on_the_button(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        let shown = Digest::of(TEXT).to_string();
        let fields = [("shown", shown.as_str()), ("language", "de")];
        firm.employee.post(&format!("/acknowledgements/{publication}"), &fields).await?.sent_on()?;
        let german = "SELECT COUNT(*) FROM acknowledgement WHERE language = 'de' \
                      AND words = 'Ich habe dies gelesen und werde es befolgen' AND level = 'L1'";
        assert_eq!(count(&firm, german).await?, 1);
    }

    async fn whoever_is_not_signed_in_acknowledges_nothing(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        assert_eq!(acknowledge(&firm.anon, publication, TEXT).await?.status, 401);
        assert_eq!(firm.anon.get(&format!("/acknowledgements/{publication}")).await?.status, 401);
    }

    async fn whoever_was_not_asked_finds_nothing(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        let later = firm.browser_of(hire(&firm, "Nora Later", "2026-04-16").await?).await?;
        for path in ["", "/receipt", "/receipt/proof", "/questions", "/decline"] {
            let path = format!("/acknowledgements/{publication}{path}");
            assert_eq!(later.get(&path).await?.status, 404, "{path}");
        }
        assert_eq!(acknowledge(&later, publication, TEXT).await?.status, 404);
        assert_eq!(later.get("/acknowledgements/nonsense").await?.status, 404);
    }

    async fn whoever_joins_later_owes_it_from_the_first_day(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        let late = hire(&firm, "Nora Late", "2026-03-16").await?;
        firm.work().await?;
        assert!(letters_to(&firm, late).await?.is_empty(), "not before the first day");
        firm.set_clock("2026-03-16T09:00:00Z")?;
        firm.work().await?;
        firm.work().await?;
        let owed = app::assignments::owed_by(&mut firm.app.read().await?, firm.org, late).await?;
        assert_eq!(owed.len(), 1);
        assert_eq!(owed[0].publication, publication);
        assert_eq!(owed[0].due_on.to_string(), "2026-03-30");
        assert_eq!(letters_to(&firm, late).await?.len(), 1);
    }

    async fn whoever_left_before_is_not_asked(firm: Firm) {
        let sam = firm.id("employee");
        by(&firm, "hr", move |act| Box::pin(async move {
            Ok(app::people::leave(act, sam, "2026-03-09".parse::<kit::Day>()?).await?)
        })).await?;
        publish(&firm, "Statement").await?;
        firm.work().await?;
        assert_eq!(count(&firm, "SELECT COUNT(*) FROM assignment").await?, testkit::people().len() as i64 - 1);
        assert!(letters_to(&firm, sam).await?.is_empty());
    }

    async fn a_new_version_asks_again_and_shows_what_changed(firm: Firm) {
        let (document, first) = publish(&firm, "Statement").await?;
        acknowledge(&firm.employee, first, TEXT).await?.sent_on()?;
        let new = "# Our statement\n\nWe follow our own rules, every day.\n";
        firm.set_clock("2026-03-10T15:00:00Z")?;
        let second = publish_again(&firm, document, new, Change::Material).await?;
        let page = firm.employee.get(&format!("/acknowledgements/{second}")).await?.ok()?.text();
        assert!(page.contains("What changed since version 1"), "{page}");
        assert!(page.find("<ins>").expect("a diff") < page.find("<article").expect("the text"));
        acknowledge(&firm.employee, second, new).await?.sent_on()?;
        assert_eq!(count(&firm, "SELECT COUNT(*) FROM acknowledgement").await?, 2);
        firm.employee.get(&format!("/acknowledgements/{first}/receipt")).await?.ok()?;
    }

    async fn a_superseded_text_is_no_longer_acknowledged(firm: Firm) {
        let (document, first) = publish(&firm, "Statement").await?;
        firm.set_clock("2026-03-10T15:00:00Z")?;
        publish_again(&firm, document, "# New\n", Change::Material).await?;
        let reply = acknowledge(&firm.employee, first, TEXT).await?;
        assert_eq!(reply.status, 422);
        assert!(reply.text().contains("took the place of this text"), "{}", reply.text());
    }

    async fn an_editorial_change_asks_only_those_who_still_owed(firm: Firm) {
        let (document, first) = publish(&firm, "Statement").await?;
        acknowledge(&firm.employee, first, TEXT).await?.sent_on()?;
        firm.set_clock("2026-03-10T15:00:00Z")?;
        publish_again(&firm, document, "# Our statement\n\nWe follow our own  rules!\n", Change::Editorial).await?;
        firm.work().await?;
        assert_eq!(owed_by(&firm, "employee").await?, 0);
        assert_eq!(owed_by(&firm, "hr").await?, 1);
    }

    async fn what_nobody_signed_asks_nobody_again(firm: Firm) {
        let (document, first) = publish(&firm, "Statement").await?;
        acknowledge(&firm.employee, first, TEXT).await?.sent_on()?;
        let request = ask_for_more(&firm, document, "# Far more\n").await?;
        by(&firm, "ceo", move |act| Box::pin(async move {
            Ok(app::documents::decline(act, request, Digest::of("# Far more\n"), "Too much.").await?)
        })).await?;
        publish_again(&firm, document, "# Our statement\n\nWe follow our own  rules!\n", Change::Editorial).await?;
        assert_eq!(owed_by(&firm, "employee").await?, 0);
        assert_eq!(owed_by(&firm, "hr").await?, 1);
    }

    async fn what_was_signed_and_never_published_is_still_new_to_everybody(firm: Firm) {
        let (document, first) = publish(&firm, "Statement").await?;
        acknowledge(&firm.employee, first, TEXT).await?.sent_on()?;
        let request = ask_for_more(&firm, document, "# Far more\n").await?;
        sign(&firm, request, "# Far more\n").await?;
        publish_again(&firm, document, "# Far more!\n", Change::Editorial).await?;
        assert_eq!(owed_by(&firm, "employee").await?, 1);
    }

    async fn the_record_of_a_publication_counts_who_is_engaged_that_day(firm: Firm) {
        hire(&firm, "Bea Busy", "2026-04-01").await?;
        let sam = firm.id("employee");
        by(&firm, "hr", move |act| Box::pin(async move {
            Ok(app::people::leave(act, sam, "2026-05-31".parse::<kit::Day>()?).await?)
        })).await?;
        let (_, publication) = publish(&firm, "Statement").await?;
        let (bytes,): (Vec<u8>,) = firm.app.read().await?.one(
            "SELECT r.bytes FROM publication p JOIN record r ON r.org = p.org AND r.id = p.record WHERE p.id = $1",
            kit::args![publication],
        ).await?;
        let record = String::from_utf8_lossy(&bytes);
        assert!(record.contains("\"people\":8"), "{record}");
        assert_eq!(count(&firm, "SELECT COUNT(*) FROM assignment").await?, 8);
    }

    async fn a_question_is_on_record_and_reaches_whoever_published(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        let address = format!("/acknowledgements/{publication}/questions");
        assert_eq!(firm.employee.post(&address, &[("text", "  ")]).await?.status, 422);
        firm.employee.post(&address, &[("text", "Does this bind freelancers?")]).await?.sent_on()?;
        firm.work().await?;
        assert_eq!(count(&firm, "SELECT COUNT(*) FROM record WHERE type = 'question-asked'").await?, 1);
        let letters = letters_to(&firm, firm.id("infosec")).await?;
        assert!(letters.iter().any(|(_, text)| text.contains("Does this bind freelancers?")), "{letters:?}");
    }

    async fn a_question_is_answered_on_the_page_of_the_publication(firm: Firm) {
        let (document, publication) = publish(&firm, "Statement").await?;
        let page = format!("/statements/{document}/publications/{publication}");
        let asks = format!("/acknowledgements/{publication}/questions");
        firm.employee.post(&asks, &[("text", "Does this bind freelancers?")]).await?.sent_on()?;
        firm.work().await?;
        let letters = letters_to(&firm, firm.id("infosec")).await?;
        assert!(letters.iter().any(|(_, text)| text.contains(&format!("{page}\n"))), "{letters:?}");
        assert!(!firm.hr.get(&page).await?.ok()?.text().contains("freelancers"), "only those who direct");

        let shown = firm.infosec.get(&page).await?.ok()?.text();
        assert!(shown.contains("Does this bind freelancers?"), "{shown}");
        let form = shown.split("action=\"/questions/").nth(1).and_then(|rest| rest.split('"').next());
        let answer = format!("/questions/{}", form.expect("a form to answer"));
        let to = firm.infosec.post(&answer, &[("text", "Yes, everybody.")]).await?.sent_on()?.location()?;
        assert!(to.contains(&page), "{to}");
        assert!(firm.infosec.get(&page).await?.ok()?.text().contains("Yes, everybody."));
        firm.work().await?;
        let letters = letters_to(&firm, firm.id("employee")).await?;
        assert!(letters.iter().any(|(_, text)| text.contains("Yes, everybody.")), "{letters:?}");
    }

    async fn nobody_is_led_from_somebody_else_to_the_own_receipt(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        acknowledge(&firm.employee, publication, TEXT).await?.sent_on()?;
        acknowledge(&firm.infosec, publication, TEXT).await?.sent_on()?;
        let receipt = format!("/acknowledgements/{publication}/receipt");
        let sam = format!("/people/{}", firm.id("employee"));
        assert!(firm.employee.get(&sam).await?.ok()?.text().contains(&receipt));
        let page = firm.infosec.get(&sam).await?.ok()?.text();
        assert!(page.contains("acknowledged “Statement”") && !page.contains(&receipt), "{page}");
    }

    async fn the_receipt_comes_by_mail_with_a_proof_that_verifies(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        acknowledge(&firm.employee, publication, TEXT).await?.sent_on()?;
        firm.work().await?;
        let letters = letters_to(&firm, firm.id("employee")).await?;
        assert!(letters.iter().any(|(subject, _)| subject == "Receipt: you have read Statement"), "{letters:?}");
        let attached = "SELECT COUNT(*) FROM letter WHERE attachment LIKE '%c2sp.org/tlog-proof%'";
        assert_eq!(count(&firm, attached).await?, 1);
        let page = firm.employee.get(&format!("/acknowledgements/{publication}/receipt")).await?.ok()?.text();
        assert!(page.contains("Download the proof"), "{page}");
        let proof = firm.employee.get(&format!("/acknowledgements/{publication}/receipt/proof")).await?.ok()?.text();
        let mut db = firm.app.read().await?;
        let (leaf,): (Vec<u8>,) = db.one(
            "SELECT l.bytes FROM leaf l JOIN acknowledgement k ON k.org = l.org AND k.record = l.id", vec![],
        ).await?;
        let head = app::ledger::head(&mut db, firm.org).await?;
        tlog::TlogProof::parse(proof)?.verify(&tlog::leaf_hash(&leaf), &head.origin, &[head.key.parse()?])?;
    }
}

#[tokio::test]
async fn a_publication_of_another_firm_is_not_found() -> anyhow::Result<()> {
    let acme = testkit::firm(Engine::Sqlite).await?;
    let other = testkit::firm_with(Engine::Sqlite, "Other").await?;
    let (_, foreign) = publish(&other, "Statement").await?;
    assert_eq!(
        acknowledge(&acme.employee, foreign, TEXT).await?.status,
        404
    );
    for path in ["people", "people.csv", "reminders"] {
        let path = format!("/publications/{foreign}/{path}");
        assert_eq!(acme.infosec.get(&path).await?.status, 404, "{path}");
    }
    acme.check().await
}
