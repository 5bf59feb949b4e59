//! Publishing, superseding, withdrawing.

use reqwest::StatusCode;
use testkit::on_each_engine;

use super::steps::{NEXT_TEXT, TEXT, records, sent, signed, signs};

on_each_engine! {
    async fn everybody_reads_what_is_published(firm: Firm) {
        let (statement, _) = signed(&firm, TEXT).await?;
        let page = statement.publish(&firm.infosec, 1, TEXT).await?.sent_on()?.location()?;
        let list = firm.employee.get("/statements").await?.ok()?.text();
        assert!(list.contains("Statement 2026") && list.contains("In force") && list.contains("Dana Reyes"));
        let text = firm.employee.get(&page).await?.ok()?.text();
        assert!(text.contains("I speak for Acme") && text.contains("Managing director"));
        assert!(!text.contains("Withdraw this statement"));
        assert_eq!(firm.employee.get(&statement.path).await?.sent_on()?.location()?, page);
    }

    async fn publishing_asks_everybody_to_acknowledge_in_the_same_breath(firm: Firm) {
        let (statement, _) = signed(&firm, TEXT).await?;
        let page = statement.publish(&firm.infosec, 1, TEXT).await?.sent_on()?.location()?;
        let page = firm.auditor.get(&page).await?.ok()?.text();
        assert!(page.contains("0 of 8 acknowledged"), "{page}");
        let list = page.split("href=\"/publications/").nth(1).and_then(|rest| rest.split('"').next());
        let list = format!("/publications/{}", list.expect("the number leads to the list"));
        firm.auditor.get(&list).await?.ok()?;
    }

    async fn publishing_says_whom_it_asks_and_what_nobody_confirmed(firm: Firm) {
        let (statement, _) = signed(&firm, TEXT).await?;
        let page = firm.infosec.get(&statement.at("/versions/1")).await?.ok()?.text();
        assert!(page.contains("All 8 people here get a letter"), "{page}");
        assert!(page.contains("0 of the twelve contents are confirmed"), "{page}");
        assert!(page.contains("Here these are:") && page.contains("Dana Reyes"), "{page}");
        let said = statement.publish(&firm.infosec, 1, TEXT).await?.sent_on()?;
        let cookie = said.headers["set-cookie"].to_str()?.replace('+', " ");
        assert!(cookie.contains("8 people get a letter") && cookie.contains("24 March 2026"), "{cookie}");
    }

    async fn in_force_is_said_alike_everywhere(firm: Firm) {
        let (statement, _) = signed(&firm, TEXT).await?;
        for page in ["/statements", &statement.path] {
            let page = firm.infosec.get(page).await?.ok()?.text();
            assert!(page.contains("In force, not published"), "{page}");
        }
        statement.publish(&firm.infosec, 1, TEXT).await?.sent_on()?;
        let page = firm.infosec.get(&statement.path).await?.ok()?.text();
        assert!(page.contains("In force</span>"), "{page}");
    }

    async fn questions_about_the_request_and_the_publication_are_one_list(firm: Firm) {
        let (statement, request) = sent(&firm, TEXT).await?;
        firm.ceo.post(&format!("{request}/questions"), &[("text", "Does it bind me?")]).await?.sent_on()?;
        signs(&firm.ceo, &request, TEXT).await?.sent_on()?;
        let page = statement.publish(&firm.infosec, 1, TEXT).await?.sent_on()?.location()?;
        let publication = page.rsplit('/').next().expect("an id").to_owned();
        let asks = format!("/acknowledgements/{publication}/questions");
        firm.employee.post(&asks, &[("text", "Freelancers too?")]).await?.sent_on()?;
        let page = firm.infosec.get(&statement.path).await?.ok()?.text();
        assert!(page.contains("Does it bind me?") && page.contains("Freelancers too?"), "{page}");
        let page = firm.auditor.get(&statement.path).await?.ok()?.text();
        assert!(page.contains("Does it bind me?") && !page.contains("Freelancers too?"), "{page}");
    }

    async fn publishing_twice_is_one_publication(firm: Firm) {
        let (statement, _) = signed(&firm, TEXT).await?;
        let (one, two) = tokio::join!(statement.publish(&firm.infosec, 1, TEXT), statement.publish(&firm.infosec, 1, TEXT));
        assert_eq!(one?.sent_on()?.location()?, two?.sent_on()?.location()?);
        assert_eq!(records(&firm, "document-published").await?, 1);
    }

    async fn an_unsigned_text_is_not_published(firm: Firm) {
        let (statement, _) = sent(&firm, TEXT).await?;
        let refused = statement.publish(&firm.infosec, 1, TEXT).await?;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("Only what is signed is published"));
        assert_eq!(records(&firm, "document-published").await?, 0);
    }

    async fn only_those_who_direct_publish_and_withdraw(firm: Firm) {
        let (statement, _) = signed(&firm, TEXT).await?;
        for who in [&firm.employee, &firm.ceo, &firm.auditor, &firm.admin] {
            assert_eq!(statement.publish(who, 1, TEXT).await?.status, StatusCode::FORBIDDEN);
        }
        let page = statement.publish(&firm.infosec, 1, TEXT).await?.sent_on()?.location()?;
        let to = format!("{page}/withdrawal");
        assert_eq!(firm.employee.post(&to, &[("reason", "x")]).await?.status, StatusCode::FORBIDDEN);
    }

    async fn another_text_than_the_one_shown_is_not_published(firm: Firm) {
        let (statement, _) = signed(&firm, TEXT).await?;
        let refused = statement.publish(&firm.infosec, 1, NEXT_TEXT).await?;
        assert!(refused.text().contains("Nothing was published"));
    }

    async fn the_renewed_statement_supersedes_the_old_one(firm: Firm) {
        let (statement, _) = signed(&firm, TEXT).await?;
        let old = statement.publish(&firm.infosec, 1, TEXT).await?.sent_on()?.location()?;
        firm.infosec.post(&statement.at("/renewal"), &[]).await?.sent_on()?;
        statement.save(&firm.infosec, NEXT_TEXT).await?.sent_on()?;
        statement.send(&firm, NEXT_TEXT, "ceo").await?.sent_on()?;
        signs(&firm.ceo, &statement.request(&firm).await?, NEXT_TEXT).await?.sent_on()?;
        let new = statement.publish(&firm.infosec, 2, NEXT_TEXT).await?.sent_on()?.location()?;
        let page = firm.auditor.get(&old).await?.ok()?.text();
        assert!(page.contains("A later version took its place"));
        assert_eq!(firm.employee.get(&old).await?.status, StatusCode::NOT_FOUND);
        firm.employee.get(&new).await?.ok()?;
        let mut db = firm.app.read().await?;
        let holds = app::documents::in_force(&mut db, firm.org, app::documents::DocumentKind::Statement).await?;
        assert_eq!(holds.len(), 1);
        assert_eq!(holds[0].previous.as_ref().map(|previous| previous.version), Some(1));
    }

    async fn a_withdrawn_statement_no_longer_holds(firm: Firm) {
        let (statement, _) = signed(&firm, TEXT).await?;
        let page = statement.publish(&firm.infosec, 1, TEXT).await?.sent_on()?.location()?;
        let to = format!("{page}/withdrawal");
        assert_eq!(firm.infosec.post(&to, &[("reason", "")]).await?.status, StatusCode::UNPROCESSABLE_ENTITY);
        for _ in 0..2 {
            firm.infosec.post(&to, &[("reason", "Replaced after the merger.")]).await?.sent_on()?;
        }
        assert_eq!(records(&firm, "document-withdrawn").await?, 1);
        assert_eq!(firm.employee.get(&page).await?.status, StatusCode::NOT_FOUND);
        assert!(firm.auditor.get(&page).await?.ok()?.text().contains("Replaced after the merger."));
        let again = statement.publish(&firm.infosec, 1, TEXT).await?;
        assert!(again.text().contains("This publication was withdrawn"));
    }

    async fn every_page_is_complete_in_german(firm: Firm) {
        let (statement, request) = signed(&firm, TEXT).await?;
        let publication = statement.publish(&firm.infosec, 1, TEXT).await?.sent_on()?.location()?;
        firm.infosec.post(&statement.at("/renewal"), &[]).await?.sent_on()?;
        let receipt = format!("{request}/receipt");
        let pages = [
            "/statements".to_owned(), statement.path.clone(), statement.at("/draft"), statement.at("/contents"),
            statement.at("/compare"), statement.at("/request"), statement.at("/versions/1"), publication, receipt,
        ];
        for address in pages {
            let german = firm.infosec.request(reqwest::Method::GET, &address).header("accept-language", "de");
            let page = firm.infosec.send(german).await?.ok()?.text();
            assert!(page.contains("<html lang=\"de\""), "{address}");
            assert!(!page.contains("[statement") && !page.contains("[document"), "{address}: {page}");
        }
    }
}
