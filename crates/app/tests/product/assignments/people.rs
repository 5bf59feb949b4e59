//! Who has read a publication: the list, its numbers, and the file.

use crate::published::*;
use anyhow::Result;
use testkit::{Firm, on_each_engine};

/// A thousand more people, engaged before the text comes out.
async fn a_thousand_more(firm: &Firm) -> Result<()> {
    let manager = firm.id("manager");
    by(firm, "hr", move |act| {
        Box::pin(async move {
            let started_on = "2025-01-01".parse()?;
            for n in 0..1000 {
                let new = app::people::NewPerson {
                    name: format!("Person {n:04}"),
                    email: None,
                    job_title: None,
                    unit: Some(if n < 3 { "Few" } else { "Many" }.to_owned()),
                    manager: Some(manager),
                    number: None,
                    language: None,
                    started_on,
                };
                app::people::join(act, new).await?;
            }
            Ok(())
        })
    })
    .await
}

fn rows(page: &str) -> usize {
    page.matches("<th scope=\"row\"><a href=\"/people/").count()
}

fn next(page: &str) -> Option<String> {
    let at = page.find("\" rel=\"next\"")?;
    let begin = page[..at].rfind("href=\"")? + 6;
    Some(page[begin..at].replace("&#38;", "&").replace("&amp;", "&"))
}

on_each_engine! {
    async fn the_list_says_who_has_done_it_and_who_is_late(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        acknowledge(&firm.ceo, publication, TEXT).await?.sent_on()?;
        let address = format!("/publications/{publication}/people");
        let page = firm.infosec.get(&address).await?.ok()?.text();
        assert!(page.contains("1 of 8"), "{page}");
        assert_eq!(rows(&page), 8);
        firm.set_clock("2026-03-25T09:00:00Z")?;
        let infosec = signed_in(&firm, "infosec").await?;
        assert_eq!(rows(&infosec.get(&format!("{address}?standing=late")).await?.ok()?.text()), 7);
        assert_eq!(rows(&infosec.get(&format!("{address}?standing=done")).await?.ok()?.text()), 1);
        assert_eq!(rows(&infosec.get(&format!("{address}?standing=open")).await?.ok()?.text()), 0);
        assert_eq!(rows(&infosec.get(&format!("{address}?unit=Sales")).await?.ok()?.text()), 2);
    }

    async fn management_and_staff_stand_side_by_side(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        acknowledge(&firm.ceo, publication, TEXT).await?.sent_on()?;
        acknowledge(&firm.employee, publication, TEXT).await?.sent_on()?;
        let page = firm.auditor.get(&format!("/publications/{publication}/people")).await?.ok()?.text();
        assert!(page.contains("1 of 2") && page.contains("1 of 6"), "{page}");
        for (group, people) in [("management", 2), ("staff", 6)] {
            let list = format!("/publications/{publication}/people?group={group}");
            let page = firm.auditor.get(&list).await?.ok()?.text();
            assert_eq!(rows(&page), people, "{group}");
        }
    }

    async fn top_management_sees_its_own_by_name_and_staff_as_numbers(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        acknowledge(&firm.employee, publication, TEXT).await?.sent_on()?;
        let address = format!("/publications/{publication}/people");
        for query in ["", "?group=staff", "?unit=Sales", "?standing=done"] {
            let page = firm.ceo.get(&format!("{address}{query}")).await?.ok()?.text();
            assert!(page.contains("1 of 6") && page.contains("0 of 2"), "{page}");
            assert!(!page.contains("Sam Okoro"), "{query}: {page}");
            let file = firm.ceo.get(&format!("{address}.csv{query}")).await?.ok()?.text();
            assert!(!file.contains("Sam Okoro"), "{query}: {file}");
        }
        assert_eq!(rows(&firm.ceo.get(&address).await?.ok()?.text()), 2);
    }

    async fn the_numbers_follow_every_answer_before_and_after_it_is_in_the_log(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        let address = format!("/publications/{publication}/people");
        let says = async |numbers: &str| -> Result<()> {
            // The same again, from what was counted before.
            for _ in 0..2 {
                let page = firm.infosec.get(&address).await?.ok()?.text();
                assert!(page.contains(numbers), "{numbers}: {page}");
            }
            Ok(())
        };
        app::ledger::sequence_all(&firm.app).await?;
        says("0 of 8").await?;
        for (n, client) in [&firm.ceo, &firm.employee, &firm.manager].into_iter().enumerate() {
            acknowledge(client, publication, TEXT).await?.sent_on()?;
            says(&format!("{} of 8", n + 1)).await?;
            if n != 1 {
                app::ledger::sequence_all(&firm.app).await?;
            }
            says(&format!("{} of 8", n + 1)).await?;
        }
        let sam = firm.id("employee");
        by(&firm, "hr", move |act| Box::pin(async move {
            Ok(app::people::leave(act, sam, "2026-03-09".parse::<kit::Day>()?).await?)
        })).await?;
        says("2 of 7").await?;
        app::ledger::sequence_all(&firm.app).await?;
        acknowledge(&firm.auditor, publication, TEXT).await?.sent_on()?;
        says("3 of 7").await?;
        let (_, another) = publish(&firm, "Another").await?;
        app::ledger::sequence_all(&firm.app).await?;
        acknowledge(&firm.ceo, another, TEXT).await?.sent_on()?;
        says("3 of 7").await?;
        firm.set_clock("2026-03-25T09:00:00Z")?;
        let infosec = signed_in(&firm, "infosec").await?;
        acknowledge(&signed_in(&firm, "hr").await?, publication, TEXT).await?.sent_on()?;
        let page = infosec.get(&address).await?.ok()?.text();
        assert!(page.contains("4 of 7") && page.contains("3 late"), "{page}");
        acknowledge(&infosec, publication, TEXT).await?.sent_on()?;
        let page = infosec.get(&address).await?.ok()?.text();
        assert!(page.contains("5 of 7") && page.contains("2 late"), "{page}");
    }

    async fn an_external_auditor_gets_the_population_without_names(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        acknowledge(&firm.employee, publication, TEXT).await?.sent_on()?;
        let sam = firm.id("employee").to_string();
        let pseudonym = format!("per…{}", &sam[sam.len() - 6..]);
        let address = format!("/publications/{publication}/people");
        let shown = firm.auditor.get(&address).await?.ok()?.text();
        assert_eq!(rows(&shown), 8, "{shown}");
        assert!(shown.contains("Names and addresses are withheld"), "{shown}");
        let file = firm.auditor.get(&format!("{address}.csv")).await?.ok()?.text();
        let past = firm.auditor.get(&format!("/people/{sam}/acknowledgements")).await?.ok()?.text();
        for text in [shown, file, past] {
            assert!(text.contains(&pseudonym) && !text.contains("Sam Okoro"), "{text}");
            assert!(!text.contains("Hanna Vogt"), "{text}");
        }
        let program = firm.program("auditor").await?;
        let list = format!("/api/v1/publications/{publication}/acknowledgements");
        let list = program.get(&list).await?.ok()?.text();
        assert!(list.contains(&sam) && !list.contains("Sam Okoro"), "{list}");
        let named = firm.infosec.get(&address).await?.ok()?.text();
        assert!(named.contains("Sam Okoro") && !named.contains("are withheld"), "{named}");
    }

    async fn whoever_left_stays_on_the_list_and_is_not_counted(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        let sam = firm.id("employee");
        by(&firm, "hr", move |act| Box::pin(async move {
            Ok(app::people::leave(act, sam, "2026-03-09".parse::<kit::Day>()?).await?)
        })).await?;
        let page = firm.infosec.get(&format!("/publications/{publication}/people")).await?.ok()?.text();
        assert!(page.contains("0 of 7"), "{page}");
        assert_eq!(rows(&page), 8);
        assert!(page.contains("Left the organisation"), "{page}");
    }

    async fn whoever_acknowledged_and_left_is_not_counted_either(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        acknowledge(&firm.ceo, publication, TEXT).await?.sent_on()?;
        acknowledge(&firm.employee, publication, TEXT).await?.sent_on()?;
        let sam = firm.id("employee");
        by(&firm, "hr", move |act| Box::pin(async move {
            Ok(app::people::leave(act, sam, "2026-03-09".parse::<kit::Day>()?).await?)
        })).await?;
        let address = format!("/publications/{publication}/people");
        assert!(firm.infosec.get(&address).await?.ok()?.text().contains("1 of 7"));
        let done = firm.infosec.get(&format!("{address}?standing=done")).await?.ok()?.text();
        assert_eq!(rows(&done), 1, "{done}");
    }

    async fn a_line_manager_sees_the_own_team_only(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        let page = firm.manager.get(&format!("/publications/{publication}/people")).await?.ok()?.text();
        assert!(page.contains("Sam Okoro") && rows(&page) == 1, "{page}");
        assert!(!page.contains("Management and staff"), "{page}");
        let file = firm.manager.get(&format!("/publications/{publication}/people.csv")).await?.ok()?.text();
        assert!(file.contains("Sam Okoro") && !file.contains("Hanna Vogt"), "{file}");
    }

    async fn the_list_is_not_for_everybody(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        for path in ["people", "people.csv"] {
            let path = format!("/publications/{publication}/{path}");
            assert_eq!(firm.employee.get(&path).await?.status, 403);
            assert_eq!(firm.admin.get(&path).await?.status, 403);
            assert_eq!(firm.anon.get(&path).await?.status, 401);
        }
    }

    async fn a_thousand_people_are_shown_fifty_at_a_time_each_once(firm: Firm) {
        a_thousand_more(&firm).await?;
        let (_, publication) = publish(&firm, "Statement").await?;
        let address = format!("/publications/{publication}/people");
        let mut page = firm.infosec.get(&address).await?.ok()?.text();
        assert!(page.contains("0 of 1008"), "{page}");
        let mut seen = rows(&page);
        assert_eq!(seen, 50);
        while let Some(query) = next(&page) {
            page = firm.infosec.get(&format!("{address}{query}")).await?.ok()?.text();
            seen += rows(&page);
        }
        assert_eq!(seen, 1008);
        assert_eq!(rows(&firm.infosec.get(&format!("{address}?unit=Few")).await?.ok()?.text()), 3);
        let file = firm.infosec.get(&format!("{address}.csv")).await?.ok()?.text();
        assert_eq!(file.lines().count(), 1009);
        let team = firm.manager.get("/team").await?.ok()?.text();
        assert_eq!(team.matches("name=\"person\"").count(), 50);
    }

    async fn no_cell_of_the_file_is_a_formula(firm: Firm) {
        hire(&firm, "=HYPERLINK(1)", "2026-01-01").await?;
        let (_, publication) = publish(&firm, "Statement").await?;
        let reply = firm.infosec.get(&format!("/publications/{publication}/people.csv")).await?.ok()?;
        assert!(reply.headers["content-disposition"].to_str()?.starts_with("attachment"));
        let file = reply.text();
        assert!(file.contains("'=HYPERLINK(1)"), "{file}");
        assert!(file.starts_with("Name,Unit,Because,Asked,Due,When,How,State"), "{file}");
    }
}
