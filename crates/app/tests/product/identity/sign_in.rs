//! Signing in by code and by passkey, and the links in letters.

use app::identity::{SignInMethod, open_session};
use jiff::SignedDuration;
use kit::id::PersonId;
use kit::{Digest, args};
use reqwest::Method;
use testkit::{Authenticator, Client, Firm, Reply, on_each_engine};

use crate::published::{TEXT, acknowledge, publish};

/// The code in the letter that is written last.
async fn mailed_code(firm: &Firm) -> anyhow::Result<String> {
    let text = last_letter(firm).await?;
    let code: Option<String> = text.lines().find_map(|line| {
        let digits = line.replace(' ', "");
        (digits.len() == 6 && digits.parse::<u32>().is_ok()).then_some(digits)
    });
    code.ok_or_else(|| anyhow::anyhow!("{text}"))
}

async fn last_letter(firm: &Firm) -> anyhow::Result<String> {
    firm.work().await?;
    let (text,): (String,) = firm
        .app
        .read()
        .await?
        .one(
            "SELECT text FROM letter ORDER BY written_at DESC, id DESC LIMIT 1",
            args![],
        )
        .await?;
    Ok(text)
}

async fn asks(browser: &Client, email: &str) -> anyhow::Result<Reply> {
    browser.post("/sign-in", &[("email", email)]).await
}

async fn asks_from(browser: &Client, address: &str, email: &str) -> anyhow::Result<Reply> {
    let request = browser.request(Method::POST, "/sign-in");
    let request = request.header("x-forwarded-for", address);
    browser.send(request.form(&[("email", email)])).await
}

async fn tries(browser: &Client, code: &str) -> anyhow::Result<Reply> {
    browser.post("/sign-in/code", &[("code", code)]).await
}

async fn is_signed_in(browser: &Client) -> anyhow::Result<bool> {
    // The first page sends on whoever is signed in.
    Ok(browser.get("/sign-in").await?.status == 303)
}

async fn link_for(firm: &Firm, who: &str, lasts: SignedDuration) -> anyhow::Result<String> {
    link_lasting(firm, who, "/signatures/asked", lasts).await
}

async fn link_to(firm: &Firm, who: &str, leads_to: &str) -> anyhow::Result<String> {
    link_lasting(firm, who, leads_to, SignedDuration::from_hours(24)).await
}

async fn link_lasting(
    firm: &Firm,
    who: &str,
    leads_to: &str,
    lasts: SignedDuration,
) -> anyhow::Result<String> {
    let (org, person, now) = (firm.org, firm.id(who), firm.app.clock.now());
    let (dice, leads_to) = (firm.app.dice.clone(), leads_to.to_owned());
    kit::act::plainly(&firm.app.db, move |db| {
        Box::pin(async move {
            app::identity::link::make(db, org, person, &leads_to, now, lasts, &dice).await
        })
    })
    .await
}

/// Who acknowledged something.
async fn acknowledged(firm: &Firm) -> anyhow::Result<Vec<PersonId>> {
    let mut db = firm.app.read().await?;
    let people: Vec<(PersonId,)> = db
        .all("SELECT person FROM acknowledgement", args![])
        .await?;
    Ok(people.into_iter().map(|(person,)| person).collect())
}

/// Everything in the database that a link could change.
async fn footprint(firm: &Firm) -> anyhow::Result<Vec<i64>> {
    let mut db = firm.app.read().await?;
    let mut counts = Vec::new();
    for count in [
        "SELECT count(*) FROM session",
        "SELECT count(*) FROM record",
        "SELECT count(*) FROM job",
        "SELECT count(*) FROM mail_link",
        "SELECT count(*) FROM attempt",
    ] {
        let (n,): (i64,) = db.one(count, args![]).await?;
        counts.push(n);
    }
    Ok(counts)
}

on_each_engine! {
    async fn the_mailed_code_signs_in(firm: Firm) {
        let asked = asks(&firm.anon, "Employee@acme.example ").await?.sent_on()?;
        assert_eq!(asked.location()?, "/sign-in/code");
        let entered = tries(&firm.anon, &mailed_code(&firm).await?).await?.sent_on()?;
        assert_eq!(entered.location()?, "/");
        assert!(is_signed_in(&firm.anon).await?);
    }

    async fn a_code_works_once(firm: Firm) {
        asks(&firm.anon, "employee@acme.example").await?.sent_on()?;
        let code = mailed_code(&firm).await?;
        tries(&firm.anon, &code).await?.sent_on()?;
        firm.anon.post("/sign-out", &[]).await?.sent_on()?;
        assert_eq!(tries(&firm.anon, &code).await?.status, 422);
    }

    async fn a_code_works_only_in_the_browser_that_asked(firm: Firm) {
        asks(&firm.anon, "employee@acme.example").await?.sent_on()?;
        let code = mailed_code(&firm).await?;
        let thief = Client::new(&firm.base, None)?;
        assert_eq!(tries(&thief, &code).await?.status, 422);
        assert!(!is_signed_in(&thief).await?);
    }

    async fn a_code_is_over_after_ten_minutes(firm: Firm) {
        asks(&firm.anon, "employee@acme.example").await?.sent_on()?;
        firm.set_clock("2026-03-10T09:10:00Z")?;
        assert_eq!(tries(&firm.anon, &mailed_code(&firm).await?).await?.status, 422);
    }

    async fn the_sixth_attempt_at_a_code_fails_even_when_right(firm: Firm) {
        asks(&firm.anon, "employee@acme.example").await?.sent_on()?;
        let code = mailed_code(&firm).await?;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        for _ in 0..5 {
            assert_eq!(tries(&firm.anon, wrong).await?.status, 422);
        }
        assert_eq!(tries(&firm.anon, &code).await?.status, 422);
    }

    async fn an_unknown_address_gets_the_same_answer(firm: Firm) {
        let known = asks(&firm.anon, "employee@acme.example").await?;
        let unknown = asks(&Client::new(&firm.base, None)?, "nobody@acme.example").await?;
        assert_eq!(known.status, unknown.status);
        assert_eq!(known.location()?, unknown.location()?);
        assert_eq!(known.text(), unknown.text());
    }

    async fn the_sixth_code_within_an_hour_has_to_wait(firm: Firm) {
        for _ in 0..5 {
            asks(&firm.anon, "employee@acme.example").await?.sent_on()?;
        }
        let refused = asks(&firm.anon, "employee@acme.example").await?;
        assert_eq!(refused.status, 429);
        assert_eq!(refused.headers["retry-after"], "3600");
        asks(&firm.anon, "hr@acme.example").await?.sent_on()?;
        firm.set_clock("2026-03-10T10:00:01Z")?;
        asks(&firm.anon, "employee@acme.example").await?.sent_on()?;
    }

    async fn addresses_that_nobody_has_use_up_nothing(firm: Firm) {
        let browser = Client::new(&firm.base, None)?;
        for n in 0..310 {
            let asked = asks(&browser, &format!("nobody{n}@acme.example")).await?;
            assert_eq!((asked.status.as_u16(), asked.location()?.as_str()), (303, "/sign-in/code"), "{n}");
        }
        asks(&firm.anon, "employee@acme.example").await?.sent_on()?;
        tries(&firm.anon, &mailed_code(&firm).await?).await?.sent_on()?;
        assert!(is_signed_in(&firm.anon).await?);
    }

    async fn a_stranger_in_another_network_does_not_use_up_somebodys_codes(firm: Firm) {
        let stranger = Client::new(&firm.base, None)?;
        for n in 0..5 {
            asks_from(&stranger, &format!("198.51.100.{n}"), "employee@acme.example").await?.sent_on()?;
        }
        let refused = asks_from(&Client::new(&firm.base, None)?, "198.51.100.77", "employee@acme.example").await?;
        assert_eq!(refused.status, 429, "neighbours are one network");
        firm.set_clock("2026-03-10T09:01:00Z")?;
        asks_from(&firm.anon, "203.0.113.5", "employee@acme.example").await?.sent_on()?;
        tries(&firm.anon, &mailed_code(&firm).await?).await?.sent_on()?;
        assert!(is_signed_in(&firm.anon).await?);
    }

    async fn one_network_asks_for_no_end_of_codes_and_the_others_are_not_kept_waiting(firm: Firm) {
        let browser = Client::new(&firm.base, None)?;
        for n in 0..120 {
            asks_from(&browser, "198.51.100.9", &format!("nobody{n}@acme.example")).await?.sent_on()?;
        }
        for address in ["nobody@acme.example", "employee@acme.example"] {
            let fresh = Client::new(&firm.base, None)?;
            let refused = asks_from(&fresh, "198.51.100.9", address).await?;
            assert_eq!(refused.status, 429, "whether anybody has the address is not told");
        }
        asks_from(&firm.anon, "203.0.113.5", "employee@acme.example").await?.sent_on()?;
    }

    async fn what_the_client_claims_before_our_proxys_word_does_not_count(firm: Firm) {
        let browser = Client::new(&firm.base, None)?;
        for n in 0..5 {
            asks_from(&browser, &format!("10.0.{n}.1, 198.51.100.9"), "employee@acme.example").await?.sent_on()?;
        }
        let fresh = Client::new(&firm.base, None)?;
        assert_eq!(asks_from(&fresh, "10.9.9.9, 198.51.100.9", "employee@acme.example").await?.status, 429);
    }

    async fn the_last_code_works_where_a_further_one_is_refused(firm: Firm) {
        for minute in 0..5 {
            firm.set_clock(&format!("2026-03-10T09:0{minute}:00Z"))?;
            asks(&firm.anon, "employee@acme.example").await?.sent_on()?;
        }
        let code = mailed_code(&firm).await?;
        let refused = asks(&firm.anon, "employee@acme.example").await?;
        assert_eq!(refused.status, 429);
        assert!(refused.text().contains("The last one that came works") && refused.text().contains("name=\"code\""));
        tries(&firm.anon, &code).await?.sent_on()?;
        assert!(is_signed_in(&firm.anon).await?);
    }

    async fn whoever_is_in_two_organisations_chooses(firm: Firm) {
        let other = app::ledger::found(&firm.app, app::ledger::NewOrganisation {
            name: "Birch".into(),
            language: kit::words::Language::English,
            time_zone: "Europe/Berlin".into(),
            is_demonstration: false,
        }).await?;
        firm.app.act_as_system(other, |act| Box::pin(async {
            app::people::join(act, app::people::NewPerson {
                name: "Sam Okoro".into(),
                email: Some("employee@acme.example".into()),
                job_title: None,
                unit: None,
                manager: None,
                number: None,
                language: None,
                started_on: "2024-01-08".parse().map_err(anyhow::Error::from)?,
            }).await
        })).await?;
        asks(&firm.anon, "employee@acme.example").await?.sent_on()?;
        let proven = tries(&firm.anon, &mailed_code(&firm).await?).await?.sent_on()?;
        assert_eq!(proven.location()?, "/sign-in/organisation");
        let choice = firm.anon.get("/sign-in/organisation").await?.ok()?.text();
        assert!(choice.contains("Acme") && choice.contains("Birch"));
        let strange = "org_00000000000000000000000000";
        let birch = other.to_string();
        firm.anon.post("/sign-in/organisation", &[("organisation", &birch)]).await?.sent_on()?;
        assert!(is_signed_in(&firm.anon).await?);
        let again = firm.anon.post("/sign-in/organisation", &[("organisation", strange)]).await?;
        assert_eq!(again.location()?, "/sign-in", "the choice is made once");
    }

    async fn the_session_cookie_is_for_this_site_and_no_script(firm: Firm) {
        asks(&firm.anon, "employee@acme.example").await?.sent_on()?;
        let entered = tries(&firm.anon, &mailed_code(&firm).await?).await?;
        let cookies: Vec<_> = entered.headers.get_all("set-cookie").iter().collect();
        let session = cookies.iter().filter_map(|c| c.to_str().ok()).find(|c| c.starts_with("session="));
        let session = session.unwrap_or_default();
        assert!(session.contains("HttpOnly") && session.contains("SameSite=Lax") && session.contains("Path=/"));
    }

    async fn a_form_of_another_site_is_refused(firm: Firm) {
        let forged = firm.employee.request(Method::POST, "/sign-out")
            .header("sec-fetch-site", "cross-site")
            .header("origin", "https://evil.example")
            .form(&[("a", "b")]);
        assert_eq!(firm.employee.send(forged).await?.status, 403);
        assert!(is_signed_in(&firm.employee).await?);
    }

    async fn a_session_ends_after_twelve_hours(firm: Firm) {
        firm.set_clock("2026-03-10T20:59:59Z")?;
        assert!(is_signed_in(&firm.employee).await?);
        firm.set_clock("2026-03-10T21:00:01Z")?;
        assert!(!is_signed_in(&firm.employee).await?);
    }

    async fn whoever_signed_out_is_out_in_the_database_too(firm: Firm) {
        let token = open_session(&firm.app, firm.org, firm.id("employee"), SignInMethod::Code).await?;
        let (here, copy) = (Client::new(&firm.base, Some(&token))?, Client::new(&firm.base, Some(&token))?);
        here.post("/sign-out", &[]).await?.sent_on()?;
        assert!(!is_signed_in(&copy).await?, "a copied cookie opens nothing");
    }

    async fn somebody_who_left_has_no_session(firm: Firm) {
        let person = firm.id("employee");
        firm.app.act_as_system(firm.org, move |act| Box::pin(async move {
            app::people::leave(act, person, "2026-03-10".parse::<kit::Day>().map_err(anyhow::Error::from)?).await
        })).await?;
        assert!(is_signed_in(&firm.employee).await?, "the last day belongs to them");
        firm.set_clock("2026-03-10T23:30:00Z")?;
        let token = open_session(&firm.app, firm.org, person, SignInMethod::Code).await?;
        assert!(!is_signed_in(&Client::new(&firm.base, Some(&token))?).await?, "it is the 11th in Berlin");
    }

    async fn a_sign_in_leads_where_one_wanted_to_go_but_not_elsewhere(firm: Firm) {
        let wishes = [("/readiness", "/readiness"), ("https://evil.example", "/"), ("//evil.example", "/")];
        for (minute, (next, to)) in wishes.into_iter().enumerate() {
            firm.set_clock(&format!("2026-03-10T09:0{minute}:00Z"))?;
            let browser = Client::new(&firm.base, None)?;
            browser.post("/sign-in", &[("email", "employee@acme.example"), ("next", next)]).await?.sent_on()?;
            let code = mailed_code(&firm).await?;
            let entered = browser.post("/sign-in/code", &[("code", &code), ("next", next)]).await?;
            assert_eq!(entered.location()?, to);
        }
    }

    async fn a_link_leads_to_its_obligation_and_nowhere_else(firm: Firm) {
        let link = link_for(&firm, "ceo", SignedDuration::from_hours(24)).await?;
        let opened = firm.anon.get(&link).await?.sent_on()?;
        assert_eq!(opened.location()?, "/signatures/asked");
        assert_eq!(firm.anon.get("/passkeys/everybody").await?.status, 401);
        assert!(!is_signed_in(&firm.anon).await?);
    }

    async fn looking_at_a_link_fifty_times_changes_nothing(firm: Firm) {
        let link = link_for(&firm, "ceo", SignedDuration::from_hours(24)).await?;
        let before = footprint(&firm).await?;
        for _ in 0..25 {
            let scanner = Client::new(&firm.base, None)?;
            scanner.get(&link).await?.sent_on()?;
            scanner.send(scanner.request(Method::HEAD, &link)).await?.sent_on()?;
        }
        assert_eq!(footprint(&firm).await?, before);
        firm.anon.get(&link).await?.sent_on()?;
        let phone = Authenticator::at(&firm.base)?;
        phone.enrol_for(&firm.anon).await?.sent_on()?;
    }

    async fn an_expired_link_can_be_renewed_by_whoever_holds_it(firm: Firm) {
        let link = link_for(&firm, "ceo", SignedDuration::from_hours(1)).await?;
        firm.set_clock("2026-03-10T10:00:00Z")?;
        let gone = firm.anon.get(&link).await?;
        assert_eq!(gone.status, 410);
        assert!(gone.text().contains("Mail a fresh link"));
        firm.anon.post(&link, &[]).await?.ok()?;
        let letter = last_letter(&firm).await?;
        let (_, fresh) = letter.split_once(&firm.base).unwrap_or_default();
        let fresh = fresh.split_whitespace().next().unwrap_or_default();
        let opened = firm.anon.get(fresh).await?.sent_on()?;
        assert_eq!(opened.location()?, "/signatures/asked");
    }

    async fn a_browser_that_keeps_a_link_has_nothing_of_it_when_it_is_over(firm: Firm) {
        let link = link_for(&firm, "ceo", SignedDuration::from_hours(1)).await?;
        firm.anon.get(&link).await?.sent_on()?;
        firm.anon.post_json("/passkeys/options", &serde_json::json!({})).await?.ok()?;
        firm.set_clock("2026-03-10T10:00:00Z")?;
        let expired = firm.anon.post_json("/passkeys/options", &serde_json::json!({})).await?;
        assert_eq!(expired.status, 401);
        let token = link.trim_start_matches("/s/");
        let kept = firm.anon.request(Method::POST, "/passkeys/options").header("cookie", format!("link={token}"));
        assert_eq!(firm.anon.send(kept.json(&serde_json::json!({}))).await?.status, 401);
    }

    async fn a_link_of_one_firm_opens_nothing_of_another(firm: Firm) {
        let other = firm.beside("Birch").await?;
        let theirs = crate::everything::Everything::of(&other).await?;
        let link = link_for(&firm, "employee", SignedDuration::from_hours(1)).await?;
        firm.anon.get(&link).await?.sent_on()?;
        let owed = theirs.at("/acknowledgements/{publication}");
        assert_eq!(firm.anon.get(&owed).await?.status, 401);
        let (org, person, now) = (firm.org, firm.id("employee"), firm.app.clock.now());
        let dice = firm.app.dice.clone();
        let strange = owed.clone();
        let forged = kit::act::plainly(&firm.app.db, move |db| Box::pin(async move {
            app::identity::link::make(db, org, person, &strange, now, SignedDuration::from_hours(1), &dice).await
        })).await?;
        firm.anon.get(&forged).await?.sent_on()?;
        assert_eq!(firm.anon.get(&owed).await?.status, 404, "even where a link led there");
    }

    async fn a_forwarded_link_does_not_act_for_whoever_is_signed_in(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        let link = link_to(&firm, "employee", &format!("/acknowledgements/{publication}")).await?;
        let asked = firm.ceo.get(&link).await?.ok()?;
        assert!(asked.headers.get("set-cookie").is_none(), "nothing is decided yet");
        let page = asked.text();
        assert!(page.contains("You are signed in as Dana Reyes") && page.contains("This link is for Sam Okoro"), "{page}");
        acknowledge(&firm.ceo, publication, TEXT).await?.sent_on()?;
        assert_eq!(acknowledged(&firm).await?, [firm.id("ceo")], "her button is hers");
    }

    async fn a_link_kept_in_a_browser_never_overrides_a_session(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        let page = format!("/acknowledgements/{publication}");
        let link = link_to(&firm, "employee", &page).await?;
        let (link, shown) = (link.trim_start_matches("/s/"), Digest::of(TEXT).to_string());
        let session = open_session(&firm.app, firm.org, firm.id("ceo"), SignInMethod::Passkey).await?;
        let press = firm.anon.request(Method::POST, &page)
            .header("cookie", format!("link={link}; session={session}"))
            .header("referer", format!("{}{page}", firm.base))
            .form(&[("shown", shown.as_str()), ("language", "en")]);
        firm.anon.send(press).await?.sent_on()?;
        assert_eq!(acknowledged(&firm).await?, [firm.id("ceo")]);
    }

    async fn whoever_is_signed_in_may_stay_who_they_are(firm: Firm) {
        let link = link_for(&firm, "employee", SignedDuration::from_hours(24)).await?;
        let stays = firm.ceo.post(&link, &[("choice", "stay")]).await?.sent_on()?;
        assert_eq!(stays.location()?, "/");
        assert!(stays.headers.get("set-cookie").is_none());
        assert!(firm.ceo.get("/preferences").await?.ok()?.text().contains("Dana Reyes"));
    }

    async fn whoever_chooses_the_link_leaves_the_session(firm: Firm) {
        let token = open_session(&firm.app, firm.org, firm.id("ceo"), SignInMethod::Code).await?;
        let (here, copy) = (Client::new(&firm.base, Some(&token))?, Client::new(&firm.base, Some(&token))?);
        let (_, publication) = publish(&firm, "Statement").await?;
        let page = format!("/acknowledgements/{publication}");
        let link = link_to(&firm, "employee", &page).await?;
        let chosen = here.post(&link, &[("choice", "link")]).await?.sent_on()?;
        assert_eq!(chosen.location()?, page);
        assert!(!is_signed_in(&here).await? && !is_signed_in(&copy).await?, "over in the database too");
        acknowledge(&here, publication, TEXT).await?.sent_on()?;
        assert_eq!(acknowledged(&firm).await?, [firm.id("employee")]);
    }

    async fn a_second_link_in_the_same_browser_asks_as_well(firm: Firm) {
        let mine = link_for(&firm, "ceo", SignedDuration::from_hours(24)).await?;
        let forwarded = link_for(&firm, "employee", SignedDuration::from_hours(24)).await?;
        firm.anon.get(&mine).await?.sent_on()?;
        let asked = firm.anon.get(&forwarded).await?.ok()?;
        assert!(asked.text().contains("You came here by a link for Dana Reyes"));
        let stays = firm.anon.post(&forwarded, &[("choice", "stay")]).await?;
        assert_eq!(stays.location()?, "/signatures/asked");
    }

    async fn ones_own_link_leads_on_without_a_question(firm: Firm) {
        let link = link_for(&firm, "ceo", SignedDuration::from_hours(24)).await?;
        let opened = firm.ceo.get(&link).await?.sent_on()?;
        assert_eq!(opened.location()?, "/signatures/asked");
    }

    async fn a_link_that_was_open_is_gone_once_somebody_signs_in(firm: Firm) {
        let link = link_for(&firm, "ceo", SignedDuration::from_hours(24)).await?;
        firm.anon.get(&link).await?.sent_on()?;
        asks(&firm.anon, "employee@acme.example").await?.sent_on()?;
        tries(&firm.anon, &mailed_code(&firm).await?).await?.sent_on()?;
        firm.set_clock("2026-03-10T21:00:01Z")?;
        let nobody = firm.anon.post_json("/passkeys/options", &serde_json::json!({})).await?;
        assert_eq!(nobody.status, 401, "the session is over and the link does not speak again");
    }

    async fn a_link_leads_to_the_receipt_when_all_is_done(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        let page = format!("/acknowledgements/{publication}");
        let link = link_to(&firm, "employee", &page).await?;
        firm.anon.get(&link).await?.sent_on()?;
        acknowledge(&firm.anon, publication, TEXT).await?.sent_on()?;
        assert_eq!(firm.anon.get(&link).await?.sent_on()?.location()?, page);
        firm.anon.get(&format!("{page}/receipt")).await?.ok()?;
        assert_eq!(firm.anon.get("/s/never-ours").await?.status, 404);
    }
}
