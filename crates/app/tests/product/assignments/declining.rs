//! Declining to acknowledge: a state of its own, and what somebody else decides on it.

use crate::published::*;
use anyhow::{Context, Result};
use app::documents::{Change, PublicationId};
use kit::Digest;
use testkit::{Client, Firm, Reply, on_each_engine};

async fn decline(client: &Client, publication: PublicationId, reason: &str) -> Result<Reply> {
    let shown = Digest::of(TEXT).to_string();
    let fields = [("shown", shown.as_str()), ("text", reason)];
    let address = format!("/acknowledgements/{publication}/decline");
    client.post(&address, &fields).await
}

async fn owed(firm: &Firm, who: &str) -> Result<usize> {
    let mut db = firm.app.read().await?;
    let owed = app::assignments::owed_by(&mut db, firm.org, firm.id(who)).await?;
    Ok(owed.len())
}

/// The address to which the first form on the page sends a decision.
async fn form(client: &Client, publication: PublicationId) -> Result<String> {
    let page = client
        .get(&format!("/publications/{publication}/declinings"))
        .await?
        .ok()?
        .text();
    let form = page
        .split("action=\"/declinings/")
        .nth(1)
        .context("a form to decide")?;
    let id = form.split('/').next().context("an address")?;
    Ok(format!("/declinings/{id}/decisions"))
}

async fn decides(client: &Client, at: &str, decision: &str) -> Result<Reply> {
    client
        .post(
            at,
            &[("decision", decision), ("words", "We spoke about it.")],
        )
        .await
}

on_each_engine! {
    async fn declining_needs_a_reason_and_is_on_record_once(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        assert_eq!(decline(&firm.employee, publication, " ").await?.status, 422);
        for _ in 0..2 {
            decline(&firm.employee, publication, "I share no screen.").await?.sent_on()?;
        }
        assert_eq!(count(&firm, "SELECT COUNT(*) FROM declining").await?, 1);
        let records = "SELECT COUNT(*) FROM record WHERE type = 'acknowledgement-declined'";
        assert_eq!(count(&firm, records).await?, 1);
        assert_eq!(count(&firm, "SELECT COUNT(*) FROM question").await?, 0);
    }

    async fn a_text_that_changed_on_screen_is_not_declined(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        let address = format!("/acknowledgements/{publication}/decline");
        for shown in ["", &Digest::of("# Another\n").to_string()] {
            let fields = [("shown", shown), ("text", "No.")];
            assert_eq!(firm.employee.post(&address, &fields).await?.status, 422);
        }
        assert_eq!(count(&firm, "SELECT COUNT(*) FROM declining").await?, 0);
    }

    async fn who_declined_sees_that_and_what_happens_next(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        decline(&firm.employee, publication, "I share no screen.").await?.sent_on()?;
        let page = firm.employee.get(&format!("/acknowledgements/{publication}")).await?.ok()?.text();
        assert!(page.contains("You declined this on") && page.contains("I share no screen."), "{page}");
        assert!(page.contains("Somebody other than you decides"), "{page}");
        assert!(!page.contains("sign-bar"), "{page}");
        assert_eq!(owed(&firm, "employee").await?, 0, "it needs nothing of them now");
    }

    async fn a_refusal_counts_as_declined_and_never_as_done(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        decline(&firm.employee, publication, "No.").await?.sent_on()?;
        firm.set_clock("2026-03-25T09:00:00Z")?;
        let infosec = signed_in(&firm, "infosec").await?;
        let address = format!("/publications/{publication}/people");
        let page = infosec.get(&address).await?.ok()?.text();
        assert!(page.contains("0 of 8") && page.contains("1 declined") && page.contains("7 late"), "{page}");
        let declined = infosec.get(&format!("{address}?standing=declined")).await?.ok()?.text();
        assert!(declined.contains("Sam Okoro") && !declined.contains("Hanna Vogt"), "{declined}");
        let found = firm.program("infosec").await?;
        let list = format!("/api/v1/publications/{publication}/acknowledgements?standing=declined");
        assert_eq!(found.get(&list).await?.ok()?.json()?["items"][0]["name"], "Sam Okoro");
    }

    async fn whoever_directs_and_the_line_manager_hear_of_it(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        decline(&firm.employee, publication, "I share no screen.").await?.sent_on()?;
        firm.work().await?;
        for who in ["infosec", "manager"] {
            let letters = letters_to(&firm, firm.id(who)).await?;
            let of_it = |(subject, text): &&(String, String)| {
                subject == "Sam Okoro declined to acknowledge “Statement”" && text.contains("I share no screen.")
            };
            assert_eq!(letters.iter().filter(of_it).count(), 1, "{who}: {letters:?}");
        }
    }

    async fn whoever_declined_is_not_reminded(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        decline(&firm.employee, publication, "No.").await?.sent_on()?;
        firm.set_clock("2026-03-17T09:00:00Z")?;
        firm.work().await?;
        let letters = letters_to(&firm, firm.id("employee")).await?;
        assert!(letters.iter().all(|(subject, _)| !subject.starts_with("Still open")), "{letters:?}");
    }

    async fn top_management_stands_first_among_the_refusals(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        decline(&firm.employee, publication, "No.").await?.sent_on()?;
        decline(&firm.cfo, publication, "Not I.").await?.sent_on()?;
        let page = firm.infosec.get(&format!("/publications/{publication}/declinings")).await?.ok()?.text();
        let place = |name: &str| page.find(name).expect("the name");
        assert!(place("Tomás Silva") < place("Sam Okoro"), "{page}");
    }

    async fn an_external_auditor_reads_refusals_without_names(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        decline(&firm.employee, publication, "I share no screen.").await?.sent_on()?;
        let page = firm.auditor.get(&format!("/publications/{publication}/declinings")).await?.ok()?.text();
        assert!(page.contains("I share no screen.") && !page.contains("Sam Okoro"), "{page}");
    }

    async fn what_was_refused_before_a_new_version_says_that_it_is_over(firm: Firm) {
        let (document, first) = publish(&firm, "Statement").await?;
        decline(&firm.employee, first, "I share no screen.").await?.sent_on()?;
        firm.set_clock("2026-03-10T15:00:00Z")?;
        let second = publish_again(&firm, document, "# Our statement\n\nWe follow our own  rules!\n", Change::Editorial).await?;
        let page = firm.infosec.get(&format!("/publications/{first}/declinings")).await?.ok()?.text();
        assert!(page.contains("nothing is decided on it any more") && !page.contains("/decisions"), "{page}");
        let page = firm.infosec.get(&format!("/publications/{second}/declinings")).await?.ok()?.text();
        assert!(page.contains("Nobody declined") && page.contains(&format!("/publications/{first}/declinings")), "{page}");
        let page = firm.employee.get(&format!("/acknowledgements/{first}")).await?.ok()?.text();
        assert!(page.contains("what the later version asks of you stands on your page"), "{page}");
        assert!(!page.contains("you get no reminders meanwhile"), "{page}");
    }

    async fn asking_again_ends_the_refusal_and_leaves_it_on_record(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        decline(&firm.employee, publication, "No.").await?.sent_on()?;
        let at = form(&firm.infosec, publication).await?;
        let wordless = [("decision", "asked-again"), ("words", " ")];
        assert_eq!(firm.infosec.post(&at, &wordless).await?.status, 422);
        decides(&firm.infosec, &at, "spoken-with").await?.sent_on()?;
        assert_eq!(owed(&firm, "employee").await?, 0);
        decides(&firm.infosec, &at, "asked-again").await?.sent_on()?;
        assert_eq!(owed(&firm, "employee").await?, 1);
        assert_eq!(decides(&firm.infosec, &at, "asked-again").await?.status, 422, "settled");
        let records = "SELECT COUNT(*) FROM record WHERE type = 'declining-decided'";
        assert_eq!(count(&firm, records).await?, 2);
        firm.work().await?;
        let letters = letters_to(&firm, firm.id("employee")).await?;
        assert!(letters.iter().any(|(subject, _)| subject == "Asked again: Statement"), "{letters:?}");
        acknowledge(&firm.employee, publication, TEXT).await?.sent_on()?;
        assert_eq!(decline(&firm.employee, publication, "Still no.").await?.status, 422);
    }

    async fn whoever_declined_can_still_acknowledge(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        decline(&firm.employee, publication, "No.").await?.sent_on()?;
        acknowledge(&firm.employee, publication, TEXT).await?.sent_on()?;
        let page = firm.infosec.get(&format!("/publications/{publication}/people")).await?.ok()?.text();
        assert!(page.contains("1 of 8") && !page.contains("1 declined"), "{page}");
    }

    async fn nobody_decides_on_their_own_refusal(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        decline(&firm.infosec, publication, "I wrote it.").await?.sent_on()?;
        let at = form(&firm.ceo, publication).await?;
        for decision in ["spoken-with", "asked-again", "accepted-as-gap"] {
            assert_eq!(decides(&firm.infosec, &at, decision).await?.status, 422, "{decision}");
        }
        decides(&firm.ceo, &at, "accepted-as-gap").await?.sent_on()?;
    }

    async fn only_top_management_lets_a_refusal_of_one_of_its_members_stand(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        decline(&firm.cfo, publication, "Not I.").await?.sent_on()?;
        let at = form(&firm.infosec, publication).await?;
        assert_eq!(decides(&firm.infosec, &at, "accepted-as-gap").await?.status, 422);
        decides(&firm.ceo, &at, "accepted-as-gap").await?.sent_on()?;
        firm.work().await?;
        assert!(letters_to(&firm, firm.id("ceo")).await?.iter().any(|(subject, _)| subject.starts_with("Tomás Silva declined")));
    }

    async fn a_line_manager_speaks_with_the_own_team_and_decides_nothing_else(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        decline(&firm.employee, publication, "No.").await?.sent_on()?;
        decline(&firm.hr, publication, "Neither.").await?.sent_on()?;
        let page = firm.manager.get(&format!("/publications/{publication}/declinings")).await?.ok()?.text();
        assert!(page.contains("Sam Okoro") && !page.contains("Hanna Vogt"), "{page}");
        let at = form(&firm.manager, publication).await?;
        decides(&firm.manager, &at, "spoken-with").await?.sent_on()?;
        assert_eq!(decides(&firm.manager, &at, "asked-again").await?.status, 422);
        let (other,): (String,) = firm.app.read().await?.one(
            "SELECT id FROM declining WHERE person = $1", kit::args![firm.id("hr")],
        ).await?;
        let other = format!("/declinings/{other}/decisions");
        assert_eq!(decides(&firm.manager, &other, "spoken-with").await?.status, 404);
        assert_eq!(decides(&firm.auditor, &at, "spoken-with").await?.status, 403);
        assert_eq!(decides(&firm.employee, &at, "spoken-with").await?.status, 403);
    }

    async fn who_was_late_with_an_earlier_version_is_late_with_the_next(firm: Firm) {
        let (document, first) = publish(&firm, "Statement").await?;
        acknowledge(&firm.ceo, first, TEXT).await?.sent_on()?;
        firm.set_clock("2026-03-30T09:00:00Z")?;
        let new = "# Our statement\n\nWe follow our own rules, every day.\n";
        let second = publish_again(&firm, document, new, Change::Material).await?;
        let infosec = signed_in(&firm, "infosec").await?;
        let address = format!("/publications/{second}/people");
        let page = infosec.get(&address).await?.ok()?.text();
        assert!(page.contains("7 late"), "{page}");
        assert!(page.contains("late with an earlier version since 24 March 2026"), "{page}");
        let sam = firm.id("employee");
        let history = infosec.get(&format!("/people/{sam}/acknowledgements")).await?.ok()?.text();
        assert!(history.contains("Never acknowledged") && history.contains("due 24 March 2026"), "{history}");
        let employee = signed_in(&firm, "employee").await?;
        acknowledge(&employee, second, new).await?.sent_on()?;
        assert!(infosec.get(&address).await?.ok()?.text().contains("6 late"));
        let history = infosec.get(&format!("/people/{sam}/acknowledgements")).await?.ok()?.text();
        assert!(history.contains("Never acknowledged"), "{history}");
    }

    async fn a_third_version_forgets_nothing_and_a_version_in_time_makes_nobody_late(firm: Firm) {
        let (document, first) = publish(&firm, "Statement").await?;
        acknowledge(&firm.ceo, first, TEXT).await?.sent_on()?;
        firm.set_clock("2026-03-20T09:00:00Z")?;
        let in_time = publish_again(&firm, document, "# Two\n", Change::Material).await?;
        let infosec = signed_in(&firm, "infosec").await?;
        let late = async |publication| {
            let address = format!("/publications/{publication}/people?standing=late");
            let page = infosec.get(&address).await?.ok()?.text();
            anyhow::Ok(page.matches("/acknowledgements\"").count())
        };
        assert_eq!(late(in_time).await?, 0);
        firm.set_clock("2026-04-20T09:00:00Z")?;
        let third = publish_again(&firm, document, "# Three\n", Change::Material).await?;
        firm.set_clock("2026-04-20T10:00:00Z")?;
        let fourth = publish_again(&firm, document, "# Four\n", Change::Material).await?;
        let infosec = signed_in(&firm, "infosec").await?;
        for publication in [third, fourth] {
            let address = format!("/publications/{publication}/people");
            let page = infosec.get(&address).await?.ok()?.text();
            assert!(page.contains("8 late"), "{page}");
        }
    }

    async fn a_line_manager_sees_the_past_of_the_own_team_only(firm: Firm) {
        publish(&firm, "Statement").await?;
        let past = |who| format!("/people/{}/acknowledgements", firm.id(who));
        firm.manager.get(&past("employee")).await?.ok()?;
        assert_eq!(firm.manager.get(&past("hr")).await?.status, 404);
        assert_eq!(firm.employee.get(&past("employee")).await?.status, 403);
    }
}
