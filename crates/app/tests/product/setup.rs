//! The first five minutes of a server.

use anyhow::Result;
use kit::args;
use testkit::{Authenticator, Client, Engine, FirstStart, Reply, first_start};

const FIRST: [(&str, &str); 6] = [
    ("organisation", "Northwind Optics"),
    ("language", "de"),
    ("time_zone", "Europe/Berlin"),
    ("name", "Priya Raman"),
    ("email", "priya@northwind.example"),
    ("security_manager", "yes"),
];

const DANA: [(&str, &str); 6] = [
    ("name", "Dana Reyes"),
    ("email", "dana@northwind.example"),
    ("body", "Management board"),
    ("capacity", "Managing director"),
    ("since", "2020-01-01"),
    ("basis", "Company register, entry 4"),
];

/// The path of the link that the server prints.
async fn printed(server: &FirstStart) -> Result<String> {
    let link = app::setup::first_link(&server.app).await?;
    Ok(link.map(|link| link.path().to_owned()).unwrap_or_default())
}

async fn counted(server: &FirstStart, count: &'static str) -> Result<i64> {
    let (n,): (i64,) = server.app.read().await?.one(count, args![]).await?;
    Ok(n)
}

/// Somebody who took the first step.
async fn founder(server: &FirstStart) -> Result<Client> {
    let browser = Client::new(&server.base, None)?;
    browser
        .post(&printed(server).await?, &FIRST)
        .await?
        .sent_on()?;
    Ok(browser)
}

macro_rules! on_each_first_start {
    ($(async fn $name:ident($server:ident: FirstStart) $body:block)+) => {$(
        mod $name {
            use super::*;

            async fn behaves($server: FirstStart) -> Result<()> {
                $body
                Ok(())
            }

            #[tokio::test]
            async fn on_sqlite() -> Result<()> {
                behaves(first_start(Engine::Sqlite).await?).await
            }

            #[tokio::test]
            async fn on_postgres() -> Result<()> {
                behaves(first_start(Engine::Postgres).await?).await
            }
        }
    )+};
}

on_each_first_start! {
    async fn five_steps_lead_from_nothing_to_readiness(server: FirstStart) {
        let link = printed(&server).await?;
        let browser = Client::new(&server.base, None)?;
        assert!(browser.get(&link).await?.ok()?.text().contains("Europe/Berlin"));
        let begun = browser.post(&link, &FIRST).await?.sent_on()?;
        assert_eq!(begun.location()?, "/setup/top-management");
        browser.get("/setup/top-management").await?.ok()?;
        browser.post("/setup/top-management", &DANA).await?.sent_on()?;
        let listed = browser.get("/setup/top-management").await?.ok()?.text();
        assert!(listed.contains("Dana Reyes") && listed.contains("Managing director"));
        assert!(browser.get("/setup/mail").await?.ok()?.text().contains("countersign.toml"));
        let five = [
            ("name", "Sam Okoro"), ("email", "sam@northwind.example"),
            ("name", "Hanna Vogt"), ("email", ""),
            ("name", ""), ("email", ""),
            ("since", "2024-01-01"),
        ];
        let entered = browser.post("/setup/people", &five).await?.sent_on()?;
        assert_eq!(entered.location()?, "/setup/done");
        assert!(browser.get("/setup/done").await?.ok()?.text().contains("/readiness"));
        assert_eq!(counted(&server, "SELECT count(*) FROM person").await?, 4);
        assert!(app::setup::first_link(&server.app).await?.is_none(), "nothing is printed any more");
    }

    async fn an_import_leads_back_to_the_step_it_came_from(server: FirstStart) {
        let browser = founder(&server).await?;
        let file = "Name,E-mail,Start date\nSam Okoro,sam@northwind.example,2024-01-01\nMia Kern,,2024-01-01\n";
        let part = reqwest::multipart::Part::bytes(file.as_bytes().to_vec()).file_name("people.csv");
        let form = reqwest::multipart::Form::new().part("file", part);
        let asked = browser.request(reqwest::Method::POST, "/people/import").multipart(form);
        let columns = browser.send(asked).await?.sent_on()?.location()?;
        let page = browser.get(&columns).await?.ok()?.text();
        assert!(page.contains("/setup/people"), "{page}");
        let mapped = [
            ("column.0", "full-name"), ("column.1", "email"), ("column.2", "started-on"),
            ("complete", "no"),
        ];
        let check = browser.post(&format!("{columns}/columns"), &mapped).await?.sent_on()?;
        let check = browser.get(&check.location()?).await?.ok()?.text();
        assert!(check.contains("Mia Kern") && check.contains("E-Mail-Adresse"), "{check}");
        let plan = check.split("name=\"plan\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let fields = [("plan", plan.unwrap_or_default()), ("complete", "no")];
        let applied = browser.post(&columns, &fields).await?.sent_on()?;
        assert_eq!(applied.location()?, "/setup/people");
        assert_eq!(counted(&server, "SELECT count(*) FROM person").await?, 3);
    }

    async fn a_link_works_once(server: FirstStart) {
        let link = printed(&server).await?;
        founder(&server).await?;
        let late = Client::new(&server.base, None)?;
        let shown = late.get(&link).await?;
        assert_eq!(shown.status, 410, "an older link ends with the first organisation too");
        assert!(shown.text().contains("was used"));
        assert_eq!(late.post(&link, &FIRST).await?.status, 410);
        assert_eq!(counted(&server, "SELECT count(*) FROM organisation").await?, 1);
    }

    async fn an_invented_link_sets_up_nothing(server: FirstStart) {
        let browser = Client::new(&server.base, None)?;
        assert_eq!(browser.get("/setup/invented").await?.status, 410);
        assert_eq!(browser.post("/setup/invented", &FIRST).await?.status, 410);
        assert_eq!(counted(&server, "SELECT count(*) FROM organisation").await?, 0);
    }

    async fn two_people_with_the_same_link_found_one_organisation(server: FirstStart) {
        let (one, other) = (printed(&server).await?, printed(&server).await?);
        let presses = [&one, &one, &other, &other].into_iter().map(|link| {
            let browser = Client::new(&server.base, None);
            async move { browser?.post(link, &FIRST).await }
        });
        let replies: Vec<Result<Reply>> = futures_util::future::join_all(presses).await;
        let founded = replies.iter().filter(|r| r.as_ref().is_ok_and(|r| r.status == 303)).count();
        assert_eq!(founded, 1);
        assert_eq!(counted(&server, "SELECT count(*) FROM organisation").await?, 1);
    }

    async fn a_mistake_burns_no_link_and_keeps_what_was_typed(server: FirstStart) {
        let link = printed(&server).await?;
        let browser = Client::new(&server.base, None)?;
        for (field, wrong) in [("organisation", " "), ("time_zone", "Europe/Atlantis"), ("name", ""), ("email", "nobody")] {
            let mut form = FIRST.to_vec();
            form.retain(|(name, _)| *name != field);
            form.push((field, wrong));
            let refused = browser.post(&link, &form).await?;
            assert_eq!(refused.status, 422, "{field}");
            let again = refused.text();
            assert!(again.contains(&format!("href=\"#{field}\"")), "{field}");
            assert!(again.contains("Northwind") || again.contains("Priya"), "{field}");
        }
        assert_eq!(counted(&server, "SELECT count(*) FROM organisation").await?, 0);
        browser.post(&link, &FIRST).await?.sent_on()?;
    }

    async fn who_sets_up_holds_the_roles_that_were_ticked(server: FirstStart) {
        founder(&server).await?;
        assert_eq!(counted(&server, "SELECT count(*) FROM role_grant").await?, 2);
        assert_eq!(counted(&server, "SELECT count(*) FROM record WHERE type = 'role-granted'").await?, 2);
        assert_eq!(counted(&server, "SELECT count(*) FROM session WHERE method = 'setup'").await?, 1);
    }

    async fn the_first_passkey_is_enrolled_by_the_set_up(server: FirstStart) {
        let browser = founder(&server).await?;
        assert!(browser.get("/setup/done").await?.ok()?.text().contains("warning"));
        Authenticator::at(&server.base)?.enrol_for(&browser).await?.sent_on()?;
        let set_up = "SELECT count(*) FROM passkey WHERE enrolled_via = 'setup'";
        assert_eq!(counted(&server, set_up).await?, 1);
        assert!(!browser.get("/setup/done").await?.ok()?.text().contains("warning"));
    }

    async fn whoever_sets_up_may_be_top_management_too(server: FirstStart) {
        let browser = founder(&server).await?;
        let mut form = DANA.to_vec();
        form[0] = ("name", "Priya Raman");
        form[1] = ("email", "Priya@northwind.example");
        browser.post("/setup/top-management", &form).await?.sent_on()?;
        assert_eq!(counted(&server, "SELECT count(*) FROM person").await?, 1);
        assert_eq!(counted(&server, "SELECT count(*) FROM appointment").await?, 1);
    }

    async fn an_incomplete_member_is_not_entered(server: FirstStart) {
        let browser = founder(&server).await?;
        for field in ["name", "email", "body", "capacity", "since", "basis"] {
            let mut form = DANA.to_vec();
            form.retain(|(name, _)| *name != field);
            assert_eq!(browser.post("/setup/top-management", &form).await?.status, 422, "{field}");
        }
        assert_eq!(counted(&server, "SELECT count(*) FROM person").await?, 1, "all or nothing");
    }

    async fn names_are_entered_all_or_none(server: FirstStart) {
        let browser = founder(&server).await?;
        let form = [
            ("name", "Sam Okoro"), ("email", "sam@northwind.example"),
            ("name", "Sam Double"), ("email", "sam@northwind.example"),
            ("since", "2024-01-01"),
        ];
        let refused = browser.post("/setup/people", &form).await?;
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("Sam Double"), "what was typed is kept");
        assert_eq!(counted(&server, "SELECT count(*) FROM person").await?, 1);
    }

    async fn the_steps_are_not_a_way_around_the_roles(server: FirstStart) {
        founder(&server).await?;
        let stranger = Client::new(&server.base, None)?;
        assert_eq!(stranger.get("/setup/people").await?.status, 401);
        let (org, person): (kit::id::OrgId, kit::id::PersonId) = server.app.read().await?
            .one("SELECT org, id FROM person", args![]).await?;
        let later = app::identity::open_session(&server.app, org, person, app::identity::SignInMethod::Code).await?;
        let later = Client::new(&server.base, Some(&later))?;
        assert_eq!(later.get("/setup/top-management").await?.status, 422);
        assert_eq!(later.post("/setup/top-management", &DANA).await?.status, 422);
    }

    async fn a_test_letter_is_written(server: FirstStart) {
        let browser = founder(&server).await?;
        browser.post("/setup/mail", &[]).await?.sent_on()?;
        app::jobs().run_due(&server.app.db, &server.app.clock, &server.app).await?;
        let german = "SELECT count(*) FROM letter WHERE subject LIKE 'Post von%'";
        assert_eq!(counted(&server, german).await?, 1);
    }
}
