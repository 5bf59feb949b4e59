//! My page: what needs somebody, at most three things at once.

use crate::published::*;
use app::documents::{self, DocumentKind, NewDocument, NewRequest};
use kit::Digest;
use kit::words::Language;
use reqwest::Method;
use testkit::{Firm, on_each_engine};

/// A statement that waits for the managing director.
async fn ask_for_signature(firm: &Firm) -> anyhow::Result<documents::RequestId> {
    let ceo = firm.id("ceo");
    by(firm, "infosec", move |act| {
        Box::pin(async move {
            let new = NewDocument {
                kind: DocumentKind::Statement,
                title: "Statement 2027".to_owned(),
                language: Language::English,
                text: TEXT.to_owned(),
            };
            let document = documents::create(act, new).await?;
            let new = NewRequest {
                document,
                shown: Digest::of(TEXT),
                signatory: ceo,
                effective_on: "2026-03-10".parse()?,
                next_review_on: "2027-03-10".parse()?,
                due_on: "2026-03-17".parse()?,
                is_material: true,
            };
            Ok(documents::request_signature(act, new).await?)
        })
    })
    .await
}

on_each_engine! {
    async fn whoever_is_not_signed_in_is_sent_to_the_way_in(firm: Firm) {
        let reply = firm.anon.get("/").await?.sent_on()?;
        assert_eq!(reply.location()?, "/sign-in");
    }

    async fn a_mail_link_does_not_open_the_page(firm: Firm) {
        publish(&firm, "Statement").await?;
        firm.work().await?;
        let (_, letter) = letters_to(&firm, firm.id("employee")).await?.remove(0);
        let reply = by_link(&firm, &token_in(&letter)?, Method::GET, "/", &[]).await?.sent_on()?;
        assert_eq!(reply.location()?, "/sign-in");
    }

    async fn an_empty_page_says_what_will_appear(firm: Firm) {
        let page = firm.employee.get("/").await?.ok()?.text();
        assert!(page.contains("Nothing is waiting for you"), "{page}");
        let page = firm.ceo.get("/").await?.ok()?.text();
        assert!(page.contains("Auditors ask whether you read"), "{page}");
    }

    async fn signatures_come_first_and_never_more_than_three_things(firm: Firm) {
        for title in ["One", "Two", "Three"] {
            publish(&firm, title).await?;
        }
        let request = ask_for_signature(&firm).await?;
        let page = firm.ceo.get("/").await?.ok()?.text();
        assert_eq!(page.matches("<li class=\"ask\">").count(), 3, "{page}");
        assert!(page.contains("Three things need you."), "{page}");
        let sign = page.find(&format!("/signatures/{request}")).expect("the signature");
        assert!(sign < page.find("/acknowledgements/").expect("an acknowledgement"));
        assert!(page.contains("<dt>Asked by</dt>") && page.contains("17 March 2026") && page.contains("about a minute"), "{page}");
        assert!(page.contains("Later (1)"), "{page}");
        assert_eq!(page.matches("button primary").count(), 1);
    }

    async fn what_is_done_is_listed_with_its_receipt(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        acknowledge(&firm.employee, publication, TEXT).await?.sent_on()?;
        let page = firm.employee.get("/").await?.ok()?.text();
        assert!(page.contains("Nothing needs you at the moment."), "{page}");
        assert!(page.contains(&format!("/acknowledgements/{publication}/receipt")), "{page}");
        let page = firm.ceo.get("/").await?.ok()?.text();
        assert!(page.contains("/signatures/req_") && page.contains("/receipt"), "{page}");
    }

    async fn what_is_late_says_so(firm: Firm) {
        publish(&firm, "Statement").await?;
        firm.set_clock("2026-03-25T09:00:00Z")?;
        let page = signed_in(&firm, "employee").await?.get("/").await?.ok()?.text();
        assert!(page.contains("data-state=\"fail\">Late"), "{page}");
    }

    async fn what_only_the_security_manager_can_do_is_among_the_three_things(firm: Firm) {
        let page = firm.infosec.get("/").await?.ok()?.text();
        assert!(page.contains("Begin the statement"), "{page}");
        let (_, publication) = publish(&firm, "Statement").await?;
        acknowledge(&firm.infosec, publication, TEXT).await?.sent_on()?;
        let asks = format!("/acknowledgements/{publication}/questions");
        firm.employee.post(&asks, &[("text", "Does this bind freelancers?")]).await?.sent_on()?;
        let page = firm.infosec.get("/").await?.ok()?.text();
        assert!(page.contains("Answer a question: “Does this bind freelancers?”") && page.contains("Sam Okoro"), "{page}");
        assert!(!page.contains("Begin the statement"), "{page}");
        assert!(!firm.employee.get("/").await?.ok()?.text().contains("Answer a question"));
    }

    async fn a_signed_statement_waits_to_be_published(firm: Firm) {
        let request = ask_for_signature(&firm).await?;
        assert!(!firm.infosec.get("/").await?.ok()?.text().contains("Publish “"));
        sign(&firm, request, TEXT).await?;
        let page = firm.infosec.get("/").await?.ok()?.text();
        assert!(page.contains("Publish “Statement 2027”") && page.contains("Dana Reyes"), "{page}");
        assert!(!firm.cfo.get("/").await?.ok()?.text().contains("Publish “"));
    }

    async fn a_refusal_waits_for_a_decision_of_somebody_else(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        for who in [&firm.infosec, &firm.ceo] {
            acknowledge(who, publication, TEXT).await?.sent_on()?;
        }
        let shown = Digest::of(TEXT).to_string();
        let fields = [("shown", shown.as_str()), ("text", "Not I.")];
        firm.cfo.post(&format!("/acknowledgements/{publication}/decline"), &fields).await?.sent_on()?;
        for who in [&firm.infosec, &firm.ceo] {
            let page = who.get("/").await?.ok()?.text();
            assert!(page.contains("Decide on refusals: “Statement”"), "{page}");
        }
        let own = firm.cfo.get("/").await?.ok()?.text();
        assert!(!own.contains("Decide on refusals") && own.contains("Declined"), "{own}");
    }

    async fn an_appointment_waits_for_a_second_member_of_top_management(firm: Firm) {
        let office = [("person", "employee@acme.example"), ("body", "Board"), ("capacity", "Director"),
            ("from", "2026-03-01"), ("basis", "Minute 2"), ("meaning", "iso-top-management")];
        let entry = firm.infosec.upload("/top-management", "", Vec::new(), &office).await?.sent_on()?.location()?;
        let page = firm.ceo.get("/").await?.ok()?.text();
        assert!(page.contains("Confirm the appointment of Sam Okoro"), "{page}");
        let own = firm.employee.get("/").await?.ok()?.text();
        assert!(!own.contains("Confirm the appointment"), "{own}");
        firm.cfo.post(&format!("{entry}/confirmation"), &[]).await?.sent_on()?;
        assert!(!firm.ceo.get("/").await?.ok()?.text().contains("Confirm the appointment"));
    }
}
