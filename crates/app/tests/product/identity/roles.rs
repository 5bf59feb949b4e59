//! Who may do what, and what is one's own.

use app::identity::{GrantId, Role, SignInMethod};
use app::ledger::NewOrganisation;
use app::people::NewPerson;
use kit::args;
use kit::id::{OrgId, PersonId};
use kit::words::Language;
use reqwest::Method;
use testkit::{Client, Firm, on_each_engine};

/// The open grant of a role.
async fn grant_of(firm: &Firm, role: Role) -> anyhow::Result<GrantId> {
    let (grant,): (GrantId,) = firm
        .app
        .read()
        .await?
        .one(
            "SELECT id FROM role_grant WHERE org = $1 AND role = $2 ORDER BY id DESC LIMIT 1",
            args![firm.org, role],
        )
        .await?;
    Ok(grant)
}

async fn grants(firm: &Firm, who: &str, role: &str, until: &str) -> anyhow::Result<u16> {
    let person = firm.id(who).to_string();
    let form = [
        ("q", "a"),
        ("person", &person),
        ("role", role),
        ("from", "2026-03-10"),
        ("until", until),
    ];
    Ok(firm.admin.post("/roles", &form).await?.status.as_u16())
}

/// A second firm in the same database, with somebody in it who holds a role.
async fn neighbour(firm: &Firm) -> anyhow::Result<(OrgId, PersonId, GrantId)> {
    let new = NewOrganisation {
        name: "Birch".into(),
        language: Language::English,
        time_zone: "Europe/Berlin".into(),
        is_demonstration: false,
    };
    let org = app::ledger::found(&firm.app, new).await?;
    let (person, grant) = firm
        .app
        .act_as_system(org, |act| {
            Box::pin(async {
                let from = "2024-01-08".parse()?;
                let new = NewPerson {
                    name: "Bo Ek".into(),
                    email: Some("bo@birch.example".into()),
                    job_title: None,
                    unit: None,
                    manager: None,
                    number: None,
                    language: None,
                    started_on: from,
                };
                let person = app::people::join(act, new).await?;
                let role = Role::Administrator;
                let grant = app::identity::grant(act, person, role, from, None).await?;
                anyhow::Ok((person, grant))
            })
        })
        .await?;
    Ok((org, person, grant))
}

on_each_engine! {
    async fn an_administrator_grants_and_ends_a_role(firm: Firm) {
        let found = firm.admin.get("/roles/new?q=okoro").await?.ok()?.text();
        assert!(found.contains(&firm.id("employee").to_string()));
        assert_eq!(grants(&firm, "employee", "human-resources", "").await?, 303);
        assert!(firm.admin.get("/roles").await?.ok()?.text().contains("by Olaf Brandt"));
        assert_ne!(firm.employee.get("/roles").await?.status, 200);
        let end = format!("/roles/{}/end", grant_of(&firm, Role::HumanResources).await?);
        firm.admin.get(&end).await?.ok()?;
        assert_eq!(firm.admin.post(&end, &[("reason", " ")]).await?.status, 422);
        firm.admin.post(&end, &[("reason", "Moved on.")]).await?.sent_on()?;
        assert_eq!(firm.admin.post(&end, &[("reason", "Again.")]).await?.status, 404);
    }

    async fn nobody_grants_themselves_anything(firm: Firm) {
        assert_eq!(grants(&firm, "admin", "security-manager", "").await?, 422);
    }

    async fn a_role_is_held_once(firm: Firm) {
        assert_eq!(grants(&firm, "employee", "human-resources", "").await?, 303);
        assert_eq!(grants(&firm, "employee", "human-resources", "").await?, 422);
    }

    async fn the_same_button_pressed_by_two_people_grants_once(firm: Firm) {
        let presses = (0..6).map(|_| grants(&firm, "employee", "human-resources", ""));
        let answers = futures_util::future::join_all(presses).await;
        let granted = answers.iter().filter(|answer| matches!(answer, Ok(303))).count();
        assert_eq!(granted, 1, "{answers:?}");
    }

    async fn an_external_auditor_needs_an_end(firm: Firm) {
        assert_eq!(grants(&firm, "employee", "external-auditor", "").await?, 422);
        assert_eq!(grants(&firm, "employee", "external-auditor", "2026-03-09").await?, 422);
        assert_eq!(grants(&firm, "employee", "external-auditor", "2026-04-09").await?, 303);
    }

    async fn what_follows_from_the_register_is_not_granted(firm: Firm) {
        for role in ["top-management", "line-manager", "employee", "emperor", ""] {
            assert_eq!(grants(&firm, "employee", role, "").await?, 422, "{role}");
        }
    }

    async fn the_last_administrator_stays(firm: Firm) {
        let end = format!("/roles/{}/end", grant_of(&firm, Role::Administrator).await?);
        let refused = firm.admin.post(&end, &[("reason", "Enough.")]).await?;
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("last administrator"));
        assert_eq!(grants(&firm, "infosec", "administrator", "").await?, 303);
        firm.admin.post(&end, &[("reason", "Enough.")]).await?.sent_on()?;
    }

    async fn two_administrators_who_end_each_other_leave_one(firm: Firm) {
        let first = grant_of(&firm, Role::Administrator).await?;
        assert_eq!(grants(&firm, "infosec", "administrator", "").await?, 303);
        let (others,): (GrantId,) = firm.app.read().await?.one(
            "SELECT id FROM role_grant WHERE role = 'administrator' AND id <> $1", args![first]).await?;
        let (one, other) = (format!("/roles/{first}/end"), format!("/roles/{others}/end"));
        let reason = [("reason", "Out.")];
        let (a, b) = futures_util::future::join(
            firm.infosec.post(&one, &reason), firm.admin.post(&other, &reason)).await;
        let ended = [a?, b?].iter().filter(|reply| reply.status == 303).count();
        assert_eq!(ended, 1);
    }

    async fn only_administrators_grant(firm: Firm) {
        for other in [&firm.ceo, &firm.infosec, &firm.hr, &firm.employee, &firm.auditor] {
            assert_eq!(other.post("/roles", &[("role", "administrator")]).await?.status, 403);
            assert_eq!(other.get("/roles/new").await?.status, 403);
        }
        assert_eq!(firm.anon.get("/roles").await?.status, 401);
        firm.auditor.get("/roles").await?.ok()?;
    }

    async fn another_organisations_people_and_grants_are_not_there(firm: Firm) {
        let (org, bo, grant) = neighbour(&firm).await?;
        let (end, bo) = (format!("/roles/{grant}/end"), bo.to_string());
        assert_eq!(firm.admin.get(&end).await?.status, 404);
        assert_eq!(firm.admin.post(&end, &[("reason", "Mine now.")]).await?.status, 404);
        let form = [("person", bo.as_str()), ("role", "human-resources"), ("from", "2026-03-10")];
        assert_eq!(firm.admin.post("/roles", &form).await?.status, 404);
        assert!(!firm.admin.get("/roles/new?q=Bo").await?.ok()?.text().contains("Bo Ek"));
        let token = app::identity::open_session(&firm.app, org, bo.parse()?, SignInMethod::Code).await?;
        let theirs = Client::new(&firm.base, Some(&token))?;
        testkit::Authenticator::at(&firm.base)?.enrol_for(&theirs).await?.sent_on()?;
        let keys = app::identity::passkeys_of(&mut firm.app.read().await?, org, bo.parse()?).await?;
        let passkey = format!("/passkeys/{}", keys[0].id);
        assert_eq!(firm.infosec.get(&passkey).await?.status, 404);
        let confirm = firm.infosec.post(&format!("{passkey}/confirm"), &[("how", "Seen.")]).await?;
        assert_eq!(confirm.status, 404);
        let revoke = firm.admin.post(&format!("{passkey}/revoke"), &[("reason", "No.")]).await?;
        assert_eq!(revoke.status, 404);
        app::ledger::sequence(&firm.app, org).await?;
    }

    async fn a_search_does_not_take_signs_for_wildcards(firm: Firm) {
        assert!(!firm.admin.get("/roles/new?q=%25").await?.ok()?.text().contains("Okoro"));
        assert!(!firm.admin.get("/roles/new?q=_").await?.ok()?.text().contains("Okoro"));
    }

    async fn the_language_is_kept_with_the_person_and_in_the_browser(firm: Firm) {
        let saved = firm.employee.post("/preferences/language", &[("language", "de")]).await?.sent_on()?;
        assert!(saved.headers["set-cookie"].to_str()?.starts_with("language=de; Max-Age="));
        assert!(firm.employee.get("/preferences").await?.ok()?.text().contains("Einstellungen"));
        let person = app::people::person(&mut firm.app.read().await?, firm.org, firm.id("employee")).await?;
        assert_eq!(person.and_then(|person| person.language), Some(Language::German));
        assert_eq!(firm.employee.post("/preferences/language", &[("language", "xx")]).await?.status, 400);
    }

    async fn the_theme_is_a_cookie(firm: Firm) {
        firm.employee.post("/preferences/theme", &[("theme", "dark")]).await?.sent_on()?;
        assert!(firm.employee.get("/preferences").await?.text().contains("data-theme=\"dark\""));
        firm.employee.post("/preferences/theme", &[("theme", "auto")]).await?.sent_on()?;
        assert!(!firm.employee.get("/preferences").await?.text().contains("data-theme"));
        assert_eq!(firm.employee.post("/preferences/theme", &[("theme", "\"><b>")]).await?.status, 400);
    }

    async fn one_ends_ones_own_sessions_only(firm: Firm) {
        let token = app::identity::open_session(&firm.app, firm.org, firm.id("employee"), SignInMethod::Passkey).await?;
        let elsewhere = Client::new(&firm.base, Some(&token))?;
        let end = format!("/preferences/sessions/{}/end", kit::Digest::of(&token));
        assert!(firm.employee.get("/preferences").await?.text().contains(&end));
        assert_eq!(firm.hr.post(&end, &[]).await?.status, 404);
        firm.employee.post(&end, &[]).await?.sent_on()?;
        assert_eq!(elsewhere.get("/preferences").await?.status, 401);
    }

    async fn a_token_speaks_for_its_owner_until_it_ends(firm: Firm) {
        let form = [("name", "HR export"), ("days", "30")];
        let made = firm.hr.post("/preferences/tokens", &form).await?.ok()?.text();
        let token = made.split("data-copy>").nth(1).and_then(|rest| rest.split('<').next());
        let token = token.unwrap_or_default().to_owned();
        assert!(token.starts_with("cs_"));
        let listed = firm.hr.get("/preferences/tokens").await?.ok()?.text();
        assert!(listed.contains("HR export") && !listed.contains(&token), "shown once");
        let headers = |token: &str| {
            let mut headers = axum::http::HeaderMap::new();
            headers.insert("authorization", format!("Bearer {token}").parse().unwrap());
            headers
        };
        let who = app::identity::recognise(&firm.app, &headers(&token), "/api/v1/people").await;
        let who = who.ok().flatten().ok_or_else(|| anyhow::anyhow!("nobody"))?;
        assert_eq!((who.person, who.method), (firm.id("hr"), SignInMethod::Token));
        assert!(who.is(Role::HumanResources));
        let nobody = app::identity::recognise(&firm.app, &headers(&token), "/people").await;
        assert!(nobody.ok().flatten().is_none(), "pages take no tokens");
        let end = format!("/preferences/tokens/{}/end", kit::Digest::of(&token));
        assert_eq!(firm.employee.post(&end, &[]).await?.status, 404);
        firm.hr.post(&end, &[]).await?.sent_on()?;
        let ended = app::identity::recognise(&firm.app, &headers(&token), "/api/v1/people").await;
        assert!(ended.ok().flatten().is_none());
    }

    async fn a_session_cookie_does_not_open_the_api(firm: Firm) {
        let request = firm.hr.request(Method::GET, "/api/v1/nothing");
        assert_ne!(firm.hr.send(request).await?.status, 200);
    }

    async fn preferences_are_for_whoever_is_signed_in(firm: Firm) {
        assert_eq!(firm.anon.get("/preferences").await?.status, 401);
        let page = firm.ceo.get("/preferences").await?.ok()?.text();
        assert!(page.contains("Dana Reyes") && page.contains("action=\"enrol\""));
    }
}
