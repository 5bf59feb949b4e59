//! Signing in a session, declining, asking.

use kit::Digest;
use reqwest::StatusCode;
use testkit::on_each_engine;

use crate::statements::steps::{NEXT_TEXT, TEXT, letters, records, sent, signed, signs, written};

on_each_engine! {
    async fn the_signatory_reads_the_whole_text_and_signs(firm: Firm) {
        let (statement, request) = sent(&firm, TEXT).await?;
        let page = firm.ceo.get(&request).await?.ok()?.text();
        assert!(page.contains("I speak for Acme") && page.contains("Sign as Dana Reyes, Managing director"));
        let receipt = signs(&firm.ceo, &request, TEXT).await?.sent_on()?.location()?;
        firm.work().await?;
        let receipt = firm.ceo.get(&receipt).await?.ok()?.text();
        assert!(receipt.contains("Level 1") && receipt.contains(&Digest::of(TEXT).to_string()));
        assert!(receipt.contains("a server administrator could have done this"));
        let version = firm.infosec.get(&statement.at("/versions/1")).await?.ok()?.text();
        assert!(version.contains("Dana Reyes") && version.contains("Signed"));
    }

    async fn signing_twice_leaves_one_signature(firm: Firm) {
        let (_, request) = sent(&firm, TEXT).await?;
        for _ in 0..2 {
            signs(&firm.ceo, &request, TEXT).await?.sent_on()?;
        }
        assert_eq!(records(&firm, "document-signed").await?, 1);
    }

    async fn signing_from_two_devices_at_once_leaves_one_signature(firm: Firm) {
        let (_, request) = sent(&firm, TEXT).await?;
        let (one, two) = tokio::join!(signs(&firm.ceo, &request, TEXT), signs(&firm.ceo, &request, TEXT));
        one?.sent_on()?;
        two?.sent_on()?;
        assert_eq!(records(&firm, "document-signed").await?, 1);
    }

    async fn nobody_else_signs(firm: Firm) {
        let (_, request) = sent(&firm, TEXT).await?;
        for who in [&firm.cfo, &firm.infosec, &firm.employee, &firm.admin, &firm.auditor] {
            assert_eq!(signs(who, &request, TEXT).await?.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(firm.employee.get(&request).await?.status, StatusCode::NOT_FOUND);
        assert_eq!(signs(&firm.anon, &request, TEXT).await?.status, StatusCode::UNAUTHORIZED);
        let other = testkit::firm_with(testkit::Engine::Sqlite, "Other").await?;
        assert_eq!(signs(&other.ceo, &request, TEXT).await?.status, StatusCode::NOT_FOUND);
        assert_eq!(records(&firm, "document-signed").await?, 0);
    }

    async fn another_text_than_the_one_shown_is_not_signed(firm: Firm) {
        let (_, request) = sent(&firm, TEXT).await?;
        let refused = signs(&firm.ceo, &request, NEXT_TEXT).await?;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("The text changed since it was on your screen. Nothing was signed."));
        assert_eq!(records(&firm, "document-signed").await?, 0);
    }

    async fn a_form_without_an_answer_of_a_passkey_offers_the_other_way(firm: Firm) {
        let (_, request) = sent(&firm, TEXT).await?;
        let shown = Digest::of(TEXT).to_string();
        let fields = [("shown", shown.as_str()), ("language", "en"), ("assertion", "")];
        let page = firm.ceo.post(&request, &fields).await?;
        assert!(page.text().contains("Sign without a passkey"));
        assert_eq!(records(&firm, "document-signed").await?, 0, "a choice, not an accident");
    }

    async fn looking_signs_nothing(firm: Firm) {
        let (_, request) = sent(&firm, TEXT).await?;
        for address in ["", "/decline", "/questions", "/receipt"] {
            firm.ceo.get(&format!("{request}{address}")).await?;
        }
        assert_eq!(records(&firm, "document-signed").await?, 0);
        assert_eq!(records(&firm, "signature-declined").await?, 0);
    }

    async fn the_german_page_signs_german_words(firm: Firm) {
        let (_, request) = sent(&firm, TEXT).await?;
        let german = firm.ceo.request(reqwest::Method::GET, &request).header("accept-language", "de");
        let page = firm.ceo.send(german).await?.ok()?.text();
        let words = "Ich habe „Statement 2026“, Version 1, gelesen. Ich unterschreibe sie als Managing director von Acme, und sie bindet mich wie alle anderen.";
        assert!(page.contains(words), "{page}");
        let shown = Digest::of(TEXT).to_string();
        let fields = [("shown", shown.as_str()), ("language", "de"), ("without_passkey", "yes")];
        firm.ceo.post(&request, &fields).await?.sent_on()?;
        let receipt = firm.ceo.get(&format!("{request}/receipt")).await?.ok()?.text();
        assert!(receipt.contains(words) && receipt.contains("<dd lang=\"de\">"));
    }

    async fn somebody_who_left_the_register_signs_no_more(firm: Firm) {
        let (statement, request) = sent(&firm, TEXT).await?;
        let ceo = firm.id("ceo");
        firm.app.act_as_system(firm.org, move |act| Box::pin(async move {
            let today = app::people::today(act).await?;
            let org = act.org();
            let serving = app::people::serving_on(&mut act.db, org, ceo, today).await?.expect("she serves");
            app::people::relieve(act, serving.id, "2026-03-09".parse()?, "retired".to_owned()).await.map_err(anyhow::Error::from)
        })).await?;
        let refused = signs(&firm.ceo, &request, TEXT).await?;
        assert!(refused.text().contains("You are not on the register of top management today"));
        let page = firm.infosec.get(&statement.path).await?.ok()?.text();
        assert!(page.contains("Dana Reyes, who is asked to sign, is no longer on the register"));
    }

    async fn declining_is_recorded_with_its_reason(firm: Firm) {
        let (statement, request) = sent(&firm, TEXT).await?;
        let shown = Digest::of(TEXT).to_string();
        let to = format!("{request}/decline");
        let empty = firm.ceo.post(&to, &[("shown", &shown), ("reason", " ")]).await?;
        assert!(empty.text().contains("Say in a sentence why you decline"));
        for _ in 0..2 {
            firm.ceo.post(&to, &[("shown", &shown), ("reason", "The budget is not approved.")]).await?.sent_on()?;
        }
        assert_eq!(records(&firm, "signature-declined").await?, 1, "twice is harmless");
        let page = firm.infosec.get(&statement.path).await?.ok()?.text();
        assert!(page.contains("Declined") && page.contains("The budget is not approved."));
        let refused = signs(&firm.ceo, &request, TEXT).await?;
        assert!(refused.text().contains("This request has ended"));
        assert!(letters(&firm, "infosec").await?.iter().any(|(subject, _)| subject.contains("declined")));
    }

    async fn a_change_of_wording_is_measured_against_what_was_signed_not_what_was_declined(firm: Firm) {
        let (statement, _) = signed(&firm, TEXT).await?;
        let ask_again = async |text: &str, change: &str| {
            firm.infosec.post(&statement.at("/renewal"), &[]).await?.sent_on()?;
            statement.save(&firm.infosec, text).await?.sent_on()?;
            let ceo = firm.id("ceo").to_string();
            let shown = Digest::of(text).to_string();
            let days = [("effective_on", "2026-03-10"), ("next_review_on", "2027-03-10"), ("due_on", "2026-03-17")];
            let fields = [("shown", shown.as_str()), ("signatory", &ceo), ("change", change), days[0], days[1], days[2]];
            firm.infosec.post(&statement.at("/request"), &fields).await?.sent_on()?;
            statement.request(&firm).await
        };
        let refused = ask_again(NEXT_TEXT, "material").await?;
        let shown = Digest::of(NEXT_TEXT).to_string();
        firm.ceo.post(&format!("{refused}/decline"), &[("shown", &shown), ("reason", "Too much.")]).await?.sent_on()?;
        let reworded = TEXT.replace("same training", "same lessons");
        signs(&firm.ceo, &ask_again(&reworded, "editorial").await?, &reworded).await?.sent_on()?;

        let page = firm.auditor.get(&statement.at("/versions/2")).await?.ok()?.text();
        assert!(page.contains("Dana Reyes declined to sign on 10 March 2026") && page.contains("Too much."), "{page}");
        let page = firm.auditor.get(&statement.at("/versions/3")).await?.ok()?.text();
        assert!(page.contains("compare?from=1&amp;to=3") && !page.contains("Too much."), "{page}");
        let page = firm.auditor.get(&statement.path).await?.ok()?.text();
        assert!(page.contains("Signature declined 10 March 2026") && page.contains("from=1&#38;to=3"), "{page}");
        assert!(!page.contains("from=2"), "{page}");
    }

    async fn after_declining_the_page_says_so_and_offers_nothing_to_press(firm: Firm) {
        let (_, request) = sent(&firm, TEXT).await?;
        let before = firm.ceo.get(&request).await?.ok()?.text();
        assert!(before.contains("The button first makes one on this device"), "{before}");
        let shown = Digest::of(TEXT).to_string();
        let reason = [("shown", shown.as_str()), ("reason", "The budget is not approved.")];
        firm.ceo.post(&format!("{request}/decline"), &reason).await?.sent_on()?;
        let page = firm.ceo.get(&request).await?.ok()?.text();
        assert!(page.contains("You declined to sign on 10 March 2026"), "{page}");
        assert!(page.contains("The budget is not approved.") && page.contains("went to Priya Raman"), "{page}");
        assert!(!page.contains("sign-bar") && !page.contains("class=\"errors\""), "{page}");
    }

    async fn whoever_prepares_and_signs_alone_is_spoken_to_as_one_person(firm: Firm) {
        let (org, ceo) = (firm.org, firm.id("ceo"));
        firm.app.act_as(kit::Actor::system(org), move |act| Box::pin(async move {
            let today = "2026-03-10".parse()?;
            app::identity::grant(act, ceo, app::identity::Role::SecurityManager, today, None).await?;
            anyhow::Ok(())
        })).await?;
        let statement = written(&firm, TEXT).await?;
        let own = ceo.to_string();
        let sent = statement.send_with(&firm.ceo, TEXT, &[("signatory", &own)]).await?.sent_on()?.location()?;
        assert_eq!(sent, statement.request(&firm).await?);
        let page = firm.ceo.get(&sent).await?.ok()?.text();
        assert!(page.contains("You prepared it yourself") && !page.contains("Asked by"), "{page}");
        let letters = letters(&firm, "ceo").await?;
        assert!(letters.iter().all(|(_, text)| !text.contains("asks you to sign")), "{letters:?}");
        let receipt = signs(&firm.ceo, &sent, TEXT).await?.sent_on()?.location()?;
        let receipt = firm.ceo.get(&receipt).await?.ok()?.text();
        assert!(receipt.contains(&format!("{}#publish", statement.at("/versions/1"))), "{receipt}");
    }

    async fn after_declining_the_same_statement_can_be_asked_for_again(firm: Firm) {
        let (statement, request) = sent(&firm, TEXT).await?;
        let shown = Digest::of(TEXT).to_string();
        firm.ceo.post(&format!("{request}/decline"), &[("shown", &shown), ("reason", "Not yet.")]).await?.sent_on()?;
        firm.infosec.post(&statement.at("/renewal"), &[]).await?.sent_on()?;
        statement.send(&firm, TEXT, "cfo").await?.sent_on()?;
        signs(&firm.cfo, &statement.request(&firm).await?, TEXT).await?.sent_on()?;
    }

    async fn a_question_is_asked_and_answered_once(firm: Firm) {
        let (statement, request) = sent(&firm, TEXT).await?;
        let to = format!("{request}/questions");
        firm.ceo.post(&to, &[("text", "Does this bind freelancers?")]).await?.sent_on()?;
        assert_eq!(firm.employee.post(&to, &[("text", "And me?")]).await?.status, StatusCode::NOT_FOUND);
        let page = firm.infosec.get(&statement.path).await?.ok()?.text();
        let answer = page.split("action=\"/questions/").nth(1).and_then(|rest| rest.split('"').next());
        let answer = format!("/questions/{}", answer.expect("a form to answer"));
        assert_eq!(firm.employee.post(&answer, &[("text", "No.")]).await?.status, StatusCode::FORBIDDEN);
        firm.infosec.post(&answer, &[("text", "Yes, everybody.")]).await?.sent_on()?;
        let twice = firm.infosec.post(&answer, &[("text", "Yes!")]).await?;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = firm.ceo.get(&request).await?.ok()?.text();
        assert!(page.contains("Yes, everybody."));
        assert_eq!(records(&firm, "question-answered").await?, 1);
    }

    async fn a_withdrawn_request_is_not_signed(firm: Firm) {
        let (_, request) = sent(&firm, TEXT).await?;
        let to = format!("{request}/withdrawal");
        assert_eq!(firm.ceo.post(&to, &[("reason", "x")]).await?.status, StatusCode::FORBIDDEN);
        for _ in 0..2 {
            firm.infosec.post(&to, &[("reason", "Wrong text.")]).await?.sent_on()?;
        }
        assert_eq!(records(&firm, "document-withdrawn").await?, 1);
        assert!(signs(&firm.ceo, &request, TEXT).await?.text().contains("This request has ended"));
    }

    async fn a_signed_request_is_not_withdrawn(firm: Firm) {
        let (_, request) = signed(&firm, TEXT).await?;
        let refused = firm.infosec.post(&format!("{request}/withdrawal"), &[("reason", "x")]).await?;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn what_changed_is_folded_on_top_of_the_next_text(firm: Firm) {
        let (statement, _) = signed(&firm, TEXT).await?;
        firm.infosec.post(&statement.at("/renewal"), &[]).await?.sent_on()?;
        let same = statement.send(&firm, TEXT, "ceo").await?;
        assert!(same.text().contains("The text is the same as in the last signed version"));
        statement.save(&firm.infosec, NEXT_TEXT).await?.sent_on()?;
        let page = firm.infosec.get(&statement.at("/request")).await?.ok()?.text();
        assert!(page.contains("<ins>"), "whoever judges the change sees it");
        statement.send(&firm, NEXT_TEXT, "ceo").await?.sent_on()?;
        let request = statement.request(&firm).await?;
        let page = firm.ceo.get(&request).await?.ok()?.text();
        assert!(page.contains("What changed since version 1") && page.contains("<del>"));
        let shown = Digest::of(NEXT_TEXT).to_string();
        let fields = [("shown", shown.as_str()), ("language", "en"), ("changed_this_year", "A second site.")];
        firm.ceo.post(&request, &fields).await?.sent_on()?;
        let receipt = firm.auditor.get(&format!("{request}/receipt")).await?.ok()?.text();
        assert!(receipt.contains("A second site."));
        let page = firm.auditor.get(&statement.at("/compare?from=1&to=2")).await?.ok()?.text();
        assert!(page.contains("One paragraph changed.") && page.contains("diff-before"));
    }

    async fn the_link_in_the_letter_is_enough(firm: Firm) {
        let (_, request) = sent(&firm, TEXT).await?;
        let letters = letters(&firm, "ceo").await?;
        let text = &letters.iter().find(|(subject, _)| subject.contains("needs your signature")).expect("a letter").1;
        let link = text.split_whitespace().find(|word| word.contains("/s/")).expect("a link");
        let phone = testkit::Client::new(&firm.base, None)?;
        phone.get(link).await?.sent_on()?;
        phone.get(&request).await?.ok()?;
        signs(&phone, &request, TEXT).await?.sent_on()?;
        let receipt = phone.get(&format!("{request}/receipt")).await?.ok()?.text();
        assert!(receipt.contains("By the link in a letter"));
        assert_eq!(phone.get("/statements").await?.status, StatusCode::UNAUTHORIZED);
    }
}
