//! Reminders: when they go, to whom, and when they stop.

use crate::published::*;
use anyhow::Result;
use app::documents::Change;
use testkit::{Firm, on_each_engine};

/// How many reminders somebody got by now.
async fn reminders_to(firm: &Firm, who: &str) -> Result<usize> {
    let letters = letters_to(firm, firm.id(who)).await?;
    let is_reminder = |(subject, _): &&(String, String)| subject.starts_with("Still open");
    Ok(letters.iter().filter(is_reminder).count())
}

async fn on(firm: &Firm, day: &str) -> Result<()> {
    firm.set_clock(&format!("{day}T09:00:00Z"))?;
    firm.work().await
}

on_each_engine! {
    async fn somebody_who_owes_is_reminded_before_on_and_after_the_due_day(firm: Firm) {
        publish(&firm, "Statement").await?;
        for (day, reminders) in [
            ("2026-03-16", 0), ("2026-03-17", 1), ("2026-03-18", 1), ("2026-03-24", 2),
            ("2026-03-27", 3), ("2026-03-31", 4), ("2026-04-13", 4), ("2026-04-14", 5),
        ] {
            on(&firm, day).await?;
            on(&firm, day).await?;
            assert_eq!(reminders_to(&firm, "employee").await?, reminders, "{day}");
        }
    }

    async fn nobody_is_reminded_at_a_weekend_or_at_night(firm: Firm) {
        publish(&firm, "Statement").await?;
        on(&firm, "2026-03-21").await?;
        assert_eq!(reminders_to(&firm, "employee").await?, 0);
        firm.set_clock("2026-03-23T03:00:00Z")?;
        firm.work().await?;
        assert_eq!(reminders_to(&firm, "employee").await?, 0);
        on(&firm, "2026-03-23").await?;
        assert_eq!(reminders_to(&firm, "employee").await?, 1);
    }

    async fn reminders_stop_at_once_when_it_is_done(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        acknowledge(&firm.employee, publication, TEXT).await?.sent_on()?;
        on(&firm, "2026-03-17").await?;
        assert_eq!(reminders_to(&firm, "employee").await?, 0);
        assert_eq!(reminders_to(&firm, "hr").await?, 1);
    }

    async fn reminders_stop_when_the_text_is_superseded(firm: Firm) {
        let (document, _) = publish(&firm, "Statement").await?;
        firm.set_clock("2026-03-16T09:00:00Z")?;
        publish_again(&firm, document, "# New\n", Change::Material).await?;
        on(&firm, "2026-03-24").await?;
        let text = &letters_to(&firm, firm.id("employee")).await?;
        let reminders: Vec<_> = text.iter().filter(|(subject, _)| subject.starts_with("Still open")).collect();
        assert_eq!(reminders.len(), 1, "{reminders:?}");
        assert!(reminders[0].1.contains("due 30 March 2026"), "{reminders:?}");
    }

    async fn whoever_left_is_not_reminded(firm: Firm) {
        publish(&firm, "Statement").await?;
        firm.work().await?;
        let sam = firm.id("employee");
        by(&firm, "hr", move |act| Box::pin(async move {
            Ok(app::people::leave(act, sam, "2026-03-12".parse::<kit::Day>()?).await?)
        })).await?;
        on(&firm, "2026-03-17").await?;
        assert_eq!(reminders_to(&firm, "employee").await?, 0);
    }

    async fn whoever_leaves_later_is_reminded_and_escalated_until_the_last_day(firm: Firm) {
        publish(&firm, "Statement").await?;
        firm.work().await?;
        for who in ["employee", "manager"] {
            let person = firm.id(who);
            by(&firm, "hr", move |act| Box::pin(async move {
                Ok(app::people::leave(act, person, "2026-04-14".parse::<kit::Day>()?).await?)
            })).await?;
        }
        for (day, told) in [("2026-04-14", 1), ("2026-04-28", 1)] {
            on(&firm, day).await?;
            assert_eq!(reminders_to(&firm, "employee").await?, told, "{day}");
            let letters = letters_to(&firm, firm.id("manager")).await?;
            let late = letters.iter().filter(|(subject, _)| subject.contains("of your team")).count();
            assert_eq!(late, told, "{day}: {letters:?}");
        }
    }

    async fn several_open_things_are_one_letter(firm: Firm) {
        publish(&firm, "Statement").await?;
        publish(&firm, "Another").await?;
        firm.work().await?;
        on(&firm, "2026-03-17").await?;
        let letters = letters_to(&firm, firm.id("employee")).await?;
        let (subject, text) = letters.last().expect("a reminder");
        assert_eq!(subject, "Still open: 2 texts to read");
        assert!(text.contains("Statement, due 24 March 2026") && text.contains("Another, due"), "{text}");
        assert_eq!(text.matches("/s/").count(), 2, "{text}");
        assert_eq!(reminders_to(&firm, "employee").await?, 1);
    }

    async fn the_third_reminder_after_the_due_day_reaches_the_line_manager_in_one_letter(firm: Firm) {
        publish(&firm, "Statement").await?;
        hire(&firm, "Bea Busy", "2026-03-10").await?;
        firm.work().await?;
        for day in ["2026-03-17", "2026-03-24", "2026-03-27", "2026-03-31"] {
            on(&firm, day).await?;
        }
        let late = async || {
            let letters = letters_to(&firm, firm.id("manager")).await?;
            let about = letters.into_iter().filter(|(subject, _)| subject.contains("of your team"));
            anyhow::Ok(about.collect::<Vec<_>>())
        };
        assert!(late().await?.is_empty());
        on(&firm, "2026-04-14").await?;
        on(&firm, "2026-04-14").await?;
        let letters = late().await?;
        assert_eq!(letters.len(), 1, "{letters:?}");
        assert_eq!(letters[0].0, "2 acknowledgements of your team are late");
        assert!(letters[0].1.contains("Sam Okoro: Statement") && letters[0].1.contains("Bea Busy"), "{letters:?}");
    }

    async fn the_security_manager_stops_reminders_with_a_reason(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        let address = format!("/publications/{publication}/reminders");
        assert_eq!(firm.infosec.post(&address, &[("stop", "true"), ("reason", " ")]).await?.status, 422);
        for _ in 0..2 {
            let fields = [("stop", "true"), ("reason", "Works council is asked first.")];
            firm.infosec.post(&address, &fields).await?.sent_on()?;
        }
        let page = firm.infosec.get(&address).await?.ok()?.text();
        assert!(page.contains("Priya Raman stopped the reminders") && page.contains("Works council"), "{page}");
        assert_eq!(count(&firm, "SELECT COUNT(*) FROM reminder_switch").await?, 1);
        on(&firm, "2026-03-17").await?;
        assert_eq!(reminders_to(&firm, "employee").await?, 0);
    }

    async fn reminders_that_go_on_do_not_make_up_for_what_was_missed(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        let address = format!("/publications/{publication}/reminders");
        firm.infosec.post(&address, &[("stop", "true"), ("reason", "Wait.")]).await?.sent_on()?;
        on(&firm, "2026-03-24").await?;
        let infosec = signed_in(&firm, "infosec").await?;
        infosec.post(&address, &[("stop", "false"), ("reason", "Agreed.")]).await?.sent_on()?;
        on(&firm, "2026-03-27").await?;
        assert_eq!(reminders_to(&firm, "employee").await?, 1);
        let infosec = signed_in(&firm, "infosec").await?;
        let page = infosec.get(&address).await?.ok()?.text();
        assert!(page.contains("Reminder 3 for what was due 24 March 2026"), "{page}");
    }

    async fn only_who_directs_sees_and_stops_reminders(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        let address = format!("/publications/{publication}/reminders");
        for who in [&firm.employee, &firm.hr, &firm.auditor, &firm.manager, &firm.admin, &firm.ceo] {
            assert_eq!(who.get(&address).await?.status, 403);
            assert_eq!(who.post(&address, &[("stop", "true"), ("reason", "x")]).await?.status, 403);
        }
    }

    async fn a_line_manager_sees_the_team_and_nudges_once_a_day(firm: Firm) {
        publish(&firm, "Statement").await?;
        firm.work().await?;
        let page = firm.manager.get("/team").await?.ok()?.text();
        assert!(page.contains("Sam Okoro") && page.contains("due 24 March 2026"), "{page}");
        assert!(!page.contains("Priya Raman"), "{page}");
        let sam = firm.id("employee").to_string();
        firm.manager.post("/team/nudges", &[("person", sam.as_str())]).await?.sent_on()?;
        let again = firm.manager.post("/team/nudges", &[("person", sam.as_str())]).await?;
        assert!(again.refused()?.text().contains("not reminded of today"));
        let nobody = firm.manager.post("/team/nudges", &[]).await?.refused()?.text();
        assert!(nobody.contains("select at least one person"), "{nobody}");
        firm.work().await?;
        assert_eq!(reminders_to(&firm, "employee").await?, 1);
        let page = firm.manager.get("/team").await?.ok()?.text();
        assert!(page.contains("Reminded today"), "{page}");
        firm.set_clock("2026-03-11T09:00:00Z")?;
        let manager = signed_in(&firm, "manager").await?;
        manager.post("/team/nudges", &[("person", sam.as_str())]).await?.sent_on()?;
        firm.work().await?;
        assert_eq!(reminders_to(&firm, "employee").await?, 2);
    }

    async fn a_manager_nudges_nobody_else_s_people(firm: Firm) {
        publish(&firm, "Statement").await?;
        firm.work().await?;
        let hanna = firm.id("hr").to_string();
        firm.manager.post("/team/nudges", &[("person", hanna.as_str())]).await?.refused()?;
        assert_eq!(firm.employee.post("/team/nudges", &[("person", hanna.as_str())]).await?.status, 403);
        assert_eq!(firm.employee.get("/team").await?.status, 403);
        firm.work().await?;
        assert_eq!(reminders_to(&firm, "hr").await?, 0);
    }
}
