//! Writing a statement and sending it for signature.

use kit::Digest;
use reqwest::StatusCode;
use testkit::on_each_engine;

use super::steps::{TEXT, field, letters, records, sent, written};

on_each_engine! {
    async fn a_statement_begins_with_a_sample_that_has_blanks(firm: Firm) {
        let begun = firm.infosec.post("/statements", &[("language", "de")]).await?.sent_on()?;
        let editor = firm.infosec.get(&begun.location()?).await?.ok()?.text();
        assert!(editor.contains("Sicherheitserklärung 2026") && editor.contains("[Firma]"));
        assert!(editor.contains("Still to be filled in"));
    }

    async fn only_those_who_direct_write(firm: Firm) {
        for who in [&firm.employee, &firm.ceo, &firm.auditor, &firm.admin, &firm.hr] {
            let begun = who.post("/statements", &[("language", "en")]).await?;
            assert_eq!(begun.status, StatusCode::FORBIDDEN);
        }
        let statement = written(&firm, TEXT).await?;
        assert_eq!(firm.employee.get(&statement.at("/draft")).await?.status, StatusCode::FORBIDDEN);
        assert_eq!(firm.employee.get(&statement.path).await?.status, StatusCode::NOT_FOUND);
        assert!(!firm.employee.get("/statements").await?.ok()?.text().contains("Statement 2026"));
    }

    async fn another_organisation_sees_nothing(firm: Firm) {
        let statement = written(&firm, TEXT).await?;
        let other = testkit::firm_with(testkit::Engine::Sqlite, "Other").await?;
        assert_eq!(other.infosec.get(&statement.path).await?.status, StatusCode::NOT_FOUND);
        assert_eq!(firm.infosec.get("/statements/doc_1").await?.status, StatusCode::NOT_FOUND);
    }

    async fn two_who_write_at_once_do_not_overwrite_each_other(firm: Firm) {
        let statement = written(&firm, TEXT).await?;
        let page = firm.infosec.get(&statement.at("/draft")).await?.ok()?.text();
        let opened = field(&page, "started_from")?;
        statement.save_from(&firm.infosec, "# First\n", &opened).await?.sent_on()?;
        let second = statement.save_from(&firm.infosec, "# Second\n", &opened).await?;
        assert_eq!(second.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = second.text();
        assert!(page.contains("# Second"), "what was typed stays");
        assert!(page.contains("<del>") && page.contains("First"), "the difference is shown");
        let reopened = field(&page, "started_from")?;
        statement.save_from(&firm.infosec, "# Second\n", &reopened).await?.sent_on()?;
    }

    async fn a_preview_saves_nothing_and_needs_no_script(firm: Firm) {
        let statement = written(&firm, TEXT).await?;
        let opened = Digest::of(TEXT).to_string();
        let fields = [("text", "## Typed only"), ("started_from", &opened), ("then", "preview")];
        let page = firm.infosec.post(&statement.at("/draft"), &fields).await?.ok()?.text();
        assert!(page.contains("<h2>Typed only</h2>"));
        let page = firm.infosec.get(&statement.at("/draft")).await?.ok()?.text();
        assert!(!page.contains("Typed only"));
    }

    async fn a_text_of_more_than_256_kib_is_refused(firm: Firm) {
        let statement = written(&firm, TEXT).await?;
        let long = "word ".repeat(53_000);
        let saved = statement.save(&firm.infosec, &long).await?;
        assert_eq!(saved.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(saved.text().contains("256 KiB"));
    }

    async fn going_on_saves_what_was_typed(firm: Firm) {
        let statement = written(&firm, TEXT).await?;
        for next in ["contents", "request"] {
            let editor = firm.infosec.get(&statement.at("/draft")).await?.ok()?.text();
            let typed = format!("{TEXT}\nMore for {next}.\n");
            let from = field(&editor, "started_from")?;
            let fields = [("text", typed.as_str()), ("started_from", &from), ("then", next)];
            let to = firm.infosec.post(&statement.at("/draft"), &fields).await?.sent_on()?.location()?;
            assert_eq!(to, statement.at(&format!("/{next}")));
            let editor = firm.infosec.get(&statement.at("/draft")).await?.ok()?.text();
            assert!(editor.contains(&format!("More for {next}.")), "{editor}");
        }
    }

    async fn a_statement_is_not_written_in_the_pseudo_language(firm: Firm) {
        let fields = [("title", "Statement"), ("language", "qps")];
        let refused = firm.infosec.post("/statements", &fields).await?.refused()?;
        assert!(refused.text().contains("English or in German"));
        assert_eq!(firm.infosec.get("/statements").await?.ok()?.text().matches("class=\"whole\"").count(), 0);
    }

    async fn whoever_wrote_a_text_reads_who_may_confirm_it(firm: Firm) {
        let statement = written(&firm, TEXT).await?;
        let page = firm.infosec.get(&statement.at("/contents")).await?.ok()?.text();
        assert!(page.contains("Here these are:") && page.contains("Tomás Silva"), "{page}");
        assert!(!page.contains("Here these are: Priya"), "{page}");
    }

    async fn a_hostile_text_is_shown_and_does_nothing(firm: Firm) {
        let hostile = "# Hello\n\n<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=y>\n";
        let statement = written(&firm, hostile).await?;
        let page = firm.infosec.get(&statement.at("/draft")).await?.ok()?.text();
        let preview = page.split("<article").nth(1).unwrap_or_default().to_owned();
        assert!(!preview.contains("<script") && !preview.contains("javascript:"), "{preview}");
        assert!(!preview.contains("<img"), "{preview}");
    }

    async fn a_text_with_blanks_is_not_sent(firm: Firm) {
        let blank = "# Our statement\n\nI am [Name] of [Company].\n";
        let statement = written(&firm, blank).await?;
        let sent = statement.send(&firm, blank, "ceo").await?;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(sent.text().contains("Something is still to be filled in: [Name], [Company]"));
        assert_eq!(records(&firm, "signature-requested").await?, 0);
    }

    async fn a_blank_with_a_colon_and_commas_is_not_sent_either(firm: Firm) {
        let text = "# Our statement\n\nWhy: [Own fact: customers, data, or an event of our past]\n";
        let statement = written(&firm, text).await?;
        let sent = statement.send(&firm, text, "ceo").await?;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(sent.text().contains("[Own fact: customers, data, or an event of our past]"));
        assert_eq!(records(&firm, "signature-requested").await?, 0);
    }

    async fn only_who_serves_on_the_register_is_asked(firm: Firm) {
        let statement = written(&firm, TEXT).await?;
        let sent = statement.send(&firm, TEXT, "manager").await?;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(sent.text().contains("not on the register of top management"));
    }

    async fn a_text_that_changed_on_screen_is_not_sent(firm: Firm) {
        let statement = written(&firm, TEXT).await?;
        let sent = statement.send(&firm, "# Another text\n", "ceo").await?;
        assert!(sent.text().contains("The text changed since it was on your screen"));
    }

    async fn sending_makes_a_version_and_writes_to_the_signatory(firm: Firm) {
        let (statement, request) = sent(&firm, TEXT).await?;
        let page = firm.infosec.get(&statement.at("/versions/1")).await?.ok()?.text();
        assert!(page.contains(&Digest::of(TEXT).to_string()));
        assert!(page.contains("Dana Reyes has not signed yet"));
        let text = firm.auditor.get(&statement.at("/versions/1/text")).await?.ok()?;
        assert_eq!(text.text(), TEXT, "byte for byte");
        let letters = letters(&firm, "ceo").await?;
        assert!(letters.iter().any(|(subject, _)| subject.contains("needs your signature")));
        assert_eq!(records(&firm, "signature-requested").await?, 1);
        assert!(!request.is_empty());
    }

    async fn sending_twice_is_refused_while_the_first_waits(firm: Firm) {
        let (statement, _) = sent(&firm, TEXT).await?;
        let again = statement.send(&firm, TEXT, "ceo").await?.sent_on()?;
        assert_eq!(again.location()?, statement.path, "there is no draft any more");
        firm.infosec.post(&statement.at("/renewal"), &[]).await?.sent_on()?;
        let again = statement.send(&firm, TEXT, "cfo").await?;
        assert!(again.text().contains("still waits for its signature"));
    }

    async fn somebody_else_confirms_the_contents(firm: Firm) {
        let statement = written(&firm, TEXT).await?;
        let shown = Digest::of(TEXT).to_string();
        let found = [("shown", shown.as_str()), ("item.1", "Who speaks"), ("item.5", "Our own commitment"), ("item.2", "")];
        for _ in 0..2 {
            firm.cfo.post(&statement.at("/contents"), &found).await?.sent_on()?;
        }
        assert_eq!(records(&firm, "contents-confirmed").await?, 1, "twice is harmless");
        let page = firm.cfo.get(&statement.at("/contents")).await?.ok()?.text();
        assert!(page.contains("2 of 12 confirmed") && page.contains("Tomás Silva"));
    }

    async fn an_author_confirms_nothing_about_the_own_text(firm: Firm) {
        let statement = written(&firm, TEXT).await?;
        let shown = Digest::of(TEXT).to_string();
        let found = [("shown", shown.as_str()), ("item.1", "Who speaks")];
        let refused = firm.infosec.post(&statement.at("/contents"), &found).await?;
        assert!(refused.text().contains("Somebody else has to confirm"));
        assert_eq!(firm.employee.post(&statement.at("/contents"), &found).await?.status, StatusCode::FORBIDDEN);
    }

    async fn contents_are_bound_to_exactly_one_text(firm: Firm) {
        let statement = written(&firm, TEXT).await?;
        let shown = Digest::of(TEXT).to_string();
        let found = [("shown", shown.as_str()), ("item.1", "Who speaks")];
        firm.cfo.post(&statement.at("/contents"), &found).await?.sent_on()?;
        statement.save(&firm.infosec, "# Our statement\n\n## Who speaks\n\nI.\n").await?.sent_on()?;
        let page = firm.cfo.get(&statement.at("/contents")).await?.ok()?.text();
        assert!(page.contains("0 of 12 confirmed"));
        let late = firm.cfo.post(&statement.at("/contents"), &found).await?;
        assert!(late.text().contains("The text changed since it was on your screen"));
    }

    async fn a_heading_that_is_not_there_is_not_where_a_content_stands(firm: Firm) {
        let statement = written(&firm, TEXT).await?;
        let shown = Digest::of(TEXT).to_string();
        let found = [("shown", shown.as_str()), ("item.1", "Nowhere")];
        let refused = firm.cfo.post(&statement.at("/contents"), &found).await?;
        assert!(refused.text().contains("no such heading: Nowhere"));
    }
}
