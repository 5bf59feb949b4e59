//! The list of people, a person's page, and the forms, as their readers meet them.

use app::people::Leaving;
use kit::Actor;
use reqwest::StatusCode;
use testkit::on_each_engine;

const NEW: [(&str, &str); 6] = [
    ("name", "Ada Lovelace"),
    ("email", "ada@acme.example"),
    ("title", "Engineer"),
    ("unit", "Research"),
    ("manager", "ceo@acme.example"),
    ("day", "2026-03-02"),
];

/// The address of Ada, entered by HR.
async fn ada(firm: &testkit::Firm) -> anyhow::Result<String> {
    firm.hr.post("/people", &NEW).await?.sent_on()?.location()
}

/// The new facts of Ada, with one of them different.
fn but<'a>(field: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut fields: Vec<_> = NEW
        .iter()
        .copied()
        .filter(|(name, _)| *name != field)
        .collect();
    fields.push((field, value));
    fields
}

on_each_engine! {
    async fn hr_sees_everybody_with_their_manager(firm: Firm) {
        let page = firm.hr.get("/people").await?.ok()?.text();
        assert!(page.contains("8 people are here."), "{page}");
        assert!(page.contains("Sam Okoro") && page.contains("Marc Lind"));
    }

    async fn somebody_is_added_by_hand_and_stands_in_the_log(firm: Firm) {
        let page = ada(&firm).await?;
        firm.work().await?;
        let page = firm.hr.get(&page).await?.ok()?.text();
        assert!(page.contains("Ada Lovelace joined on") && page.contains("Entry "), "{page}");
        assert!(page.contains("Dana Reyes"));
    }

    async fn two_people_never_share_an_address(firm: Firm) {
        ada(&firm).await?;
        let again = firm.hr.post("/people", &but("name", "Another Ada")).await?;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = again.text();
        assert!(page.contains("Somebody else already has this e-mail address."));
        assert!(page.contains("Another Ada"), "what was typed stays");
    }

    async fn a_change_is_recorded_with_what_changed(firm: Firm) {
        let page = ada(&firm).await?;
        let mut fields = but("unit", "Sales");
        fields.retain(|(name, _)| *name != "day");
        fields.push(("day", "2026-03-10"));
        firm.hr.post(&page, &fields).await?.sent_on()?;
        let now = firm.hr.get(&page).await?.ok()?.text();
        assert!(now.contains("Sales") && now.contains("unit"));
        let then = firm.hr.get(&format!("{page}?as-of=2026-03-05")).await?.ok()?.text();
        assert!(then.contains("<dd>Research</dd>"), "{then}");
        let list = firm.hr.get("/people?as-of=2026-03-05").await?.ok()?.text();
        assert!(list.contains(">Research</td>"), "{list}");
    }

    async fn changing_nothing_records_nothing(firm: Firm) {
        let page = ada(&firm).await?;
        firm.hr.post(&page, &NEW).await?.sent_on()?;
        let page = firm.hr.get(&page).await?.ok()?.text();
        assert!(!page.contains("changed with effect from"));
    }

    async fn managers_never_go_round_in_a_circle(firm: Firm) {
        let boss = format!("/people/{}", firm.id("ceo"));
        let fields = [("name", "Dana Reyes"), ("email", "ceo@acme.example"), ("manager", "employee@acme.example"), ("day", "2026-03-10")];
        let refused = firm.hr.post(&boss, &fields).await?;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("Dana Reyes → Sam Okoro → Marc Lind → Dana Reyes"), "{}", refused.text());
    }

    async fn endless_names_and_nul_are_refused_and_nothing_is_lost(firm: Firm) {
        let endless = "a".repeat(100_000);
        let refused = firm.hr.post("/people", &but("name", &endless)).await?;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let nul = firm.hr.post("/people", &but("name", "Ada\0")).await?;
        assert_eq!(nul.status, StatusCode::BAD_REQUEST);
        assert!(!firm.hr.get("/people?q=a").await?.ok()?.text().contains("Ada"));
    }

    async fn a_last_day_to_come_leaves_the_way_in_open_until_it_is_over(firm: Firm) {
        let sam = format!("/people/{}/leaving", firm.id("employee"));
        let fields = [("day", "2026-03-31"), ("reason", "voluntary")];
        firm.hr.post(&sam, &fields).await?.sent_on()?;
        firm.work().await?;
        let me = format!("/people/{}", firm.id("employee"));
        firm.employee.get(&me).await?.ok()?;
        firm.set_clock("2026-04-01T09:00:00Z")?;
        firm.work().await?;
        let page = firm.hr.get("/people?status=gone");
        firm.set_clock("2026-03-10T10:00:00Z")?;
        assert!(page.await?.text().contains("Sam Okoro"));
        assert_ne!(firm.employee.get(&me).await?.status, StatusCode::OK);
    }

    async fn an_address_is_free_again_when_its_holder_has_left(firm: Firm) {
        let page = ada(&firm).await?;
        let person = page.trim_start_matches("/people/").parse()?;
        let leaving = Leaving { on: "2026-03-09".parse()?, reason: None };
        firm.app.act_as(Actor::person(firm.org, firm.id("hr")), move |act| {
            Box::pin(app::people::leave(act, person, leaving))
        }).await?;
        firm.hr.post("/people", &but("name", "Ada Byron")).await?.sent_on()?;
    }

    async fn who_sees_what_follows_the_role(firm: Firm) {
        let sam = format!("/people/{}", firm.id("employee"));
        let dana = format!("/people/{}", firm.id("ceo"));
        assert_eq!(firm.employee.get("/people").await?.status, StatusCode::FORBIDDEN);
        assert_eq!(firm.anon.get("/people").await?.status, StatusCode::UNAUTHORIZED);
        firm.employee.get(&sam).await?.ok()?;
        assert_eq!(firm.employee.get(&dana).await?.status, StatusCode::NOT_FOUND);
        firm.manager.get(&sam).await?.ok()?;
        assert!(firm.manager.get("/team").await?.ok()?.text().contains("Sam Okoro"));
        assert_eq!(firm.manager.get(&dana).await?.status, StatusCode::NOT_FOUND);
        let masked = firm.auditor.get("/people").await?.ok()?.text();
        assert!(!masked.contains("Sam Okoro") && masked.contains("Sales"));
        let page = firm.auditor.get(&sam).await?.ok()?.text();
        assert!(!page.contains("Sam Okoro") && !page.contains("employee@acme.example"));
        assert_eq!(page.matches(&firm.id("employee").to_string()).count(), 1, "the pseudonym is said once in full: {page}");
        let metadata = firm.admin.get("/people").await?.ok()?.text();
        assert!(!metadata.contains("Sam Okoro") && !metadata.contains("Sales"));
        let seen_by_top = firm.cfo.get(&sam).await?.ok()?.text();
        assert!(seen_by_top.contains("Sam Okoro") && !seen_by_top.contains("On record"));
    }

    async fn only_hr_and_the_security_manager_write(firm: Firm) {
        for other in [&firm.ceo, &firm.manager, &firm.employee, &firm.auditor, &firm.admin] {
            assert_eq!(other.post("/people", &NEW).await?.status, StatusCode::FORBIDDEN);
        }
        firm.infosec.post("/people", &NEW).await?.sent_on()?;
    }

    async fn somebody_of_another_organisation_is_not_found(firm: Firm) {
        let theirs: kit::id::PersonId = "per_01JD3KQ8Z5T0V9M4N7P2R6S1XY".parse()?;
        let reply = firm.hr.get(&format!("/people/{theirs}")).await?;
        assert_eq!(reply.status, StatusCode::NOT_FOUND);
        assert_eq!(firm.hr.get("/people/nonsense").await?.status, StatusCode::NOT_FOUND);
        let edit = format!("/people/{theirs}/edit");
        assert_eq!(firm.hr.get(&edit).await?.status, StatusCode::NOT_FOUND);
    }

    async fn the_list_is_filtered_and_paged(firm: Firm) {
        let org = firm.org;
        firm.app.act_as_system(org, |act| Box::pin(async move {
            for n in 0..60 {
                let new = app::people::NewPerson {
                    name: format!("Zed {n:02}"), email: None, job_title: None,
                    unit: Some("Crowd".into()), manager: None, number: None, language: None,
                    started_on: "2026-03-01".parse()?,
                };
                app::people::join(act, new).await?;
            }
            anyhow::Ok(())
        })).await?;
        let first = firm.hr.get("/people?q=zed&unit=Crowd").await?.ok()?.text();
        assert!(first.contains("60 people found.") && first.contains("Zed 49") && !first.contains("Zed 50"));
        let next = first.split("href=\"").find(|part| part.contains("after=")).unwrap();
        let next = next.split('"').next().unwrap().replace("&amp;", "&").replace("&#38;", "&");
        let second = firm.hr.get(&next).await?.ok()?.text();
        assert!(second.contains("Zed 50") && second.contains("Zed 59") && !second.contains("Zed 49"));
    }
}

/// Two firms on one installation, as far apart as two on two.
#[tokio::test]
async fn a_person_of_the_neighbour_is_not_found() -> anyhow::Result<()> {
    let acme = testkit::firm(testkit::Engine::Sqlite).await?;
    let new = app::ledger::NewOrganisation {
        name: "Neighbour".into(),
        language: kit::words::Language::English,
        time_zone: "Europe/Berlin".into(),
        is_demonstration: false,
    };
    let other = app::ledger::found(&acme.app, new).await?;
    let theirs = acme
        .app
        .act_as_system(other, |act| {
            Box::pin(async move {
                let new = app::people::NewPerson {
                    name: "Nele Nachbar".into(),
                    email: Some("nele@neighbour.example".into()),
                    job_title: None,
                    unit: None,
                    manager: None,
                    number: None,
                    language: None,
                    started_on: "2026-03-01".parse().map_err(anyhow::Error::new)?,
                };
                app::people::join(act, new)
                    .await
                    .map_err(anyhow::Error::new)
            })
        })
        .await?;
    for path in ["", "/edit", "/leaving"] {
        let reply = acme.hr.get(&format!("/people/{theirs}{path}")).await?;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{path}");
    }
    let list = acme.hr.get("/people?status=everybody").await?.text();
    assert!(!list.contains("Nele"));
    Ok(())
}
