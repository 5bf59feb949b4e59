//! A changed e-mail address: whoever reads the mail there can sign in.

use jiff::SignedDuration;
use kit::args;
use reqwest::Method;
use serde_json::{Value, json};
use testkit::{Authenticator, Client, Firm, on_each_engine};

use crate::published::token_in;

const THIEF: &str = "dana.reyes@evil.example";

/// Enters another address for somebody on their page.
async fn enters(who: &Client, firm: &Firm, whose: (&str, &str), email: &str) -> anyhow::Result<()> {
    let (person, name) = whose;
    let page = format!("/people/{}", firm.id(person));
    let fields = [("name", name), ("email", email), ("day", "2026-03-10")];
    who.post(&page, &fields).await?.sent_on()?;
    Ok(())
}

const DANA: (&str, &str) = ("ceo", "Dana Reyes");

async fn address_of(firm: &Firm, who: &str) -> anyhow::Result<Option<String>> {
    let mut db = firm.app.read().await?;
    let person = app::people::person(&mut db, firm.org, firm.id(who)).await?;
    Ok(person.and_then(|person| person.email))
}

/// Subject and text of every letter that goes to an address.
async fn mail_at(firm: &Firm, address: &str) -> anyhow::Result<Vec<(String, String)>> {
    firm.work().await?;
    let sql = "SELECT subject, text FROM letter WHERE address LIKE $1 ORDER BY id";
    let mut db = firm.app.read().await?;
    let letters: Vec<(String, String)> = db.all(sql, args![format!("%<{address}>")]).await?;
    let going = letters
        .into_iter()
        .map(|(subject, text)| (subject, app::notices::as_it_goes(&firm.app, &text)));
    Ok(going.collect())
}

async fn subjects_at(firm: &Firm, address: &str) -> anyhow::Result<Vec<String>> {
    let mail = mail_at(firm, address).await?;
    Ok(mail.into_iter().map(|(subject, _)| subject).collect())
}

/// The bodies of the records of a type, oldest first.
async fn records(firm: &Firm, kind: &str) -> anyhow::Result<Vec<Value>> {
    let sql = "SELECT bytes FROM record WHERE org = $1 AND type = $2 ORDER BY at, rev";
    let mut db = firm.app.read().await?;
    let found: Vec<(Vec<u8>,)> = db.all(sql, args![firm.org, kind]).await?;
    let bodies = found
        .iter()
        .map(|(bytes,)| Ok(serde_json::from_slice::<Value>(bytes)?["body"].take()));
    bodies.collect()
}

async fn asks_for_a_code(firm: &Firm, email: &str) -> anyhow::Result<()> {
    firm.anon
        .post("/sign-in", &[("email", email)])
        .await?
        .sent_on()?;
    Ok(())
}

fn page(firm: &Firm, who: &str) -> String {
    format!("/people/{}/address", firm.id(who))
}

on_each_engine! {
    async fn whoever_keeps_the_people_does_not_become_the_chief_executive(firm: Firm) {
        enters(&firm.hr, &firm, DANA, THIEF).await?;
        assert_eq!(address_of(&firm, "ceo").await?.as_deref(), Some("ceo@acme.example"));
        asks_for_a_code(&firm, THIEF).await?;
        assert_eq!(subjects_at(&firm, THIEF).await?, Vec::<String>::new(), "nothing goes there");
        asks_for_a_code(&firm, "ceo@acme.example").await?;
        let own = subjects_at(&firm, "ceo@acme.example").await?;
        assert!(own.iter().any(|subject| subject.starts_with("Your sign-in code")), "{own:?}");
        let confirmed = firm.hr.post(&page(&firm, "ceo"), &[("answer", "confirm")]).await?.refused()?;
        assert!(confirmed.text().contains("another member of top management confirms"));
    }

    async fn everybody_who_could_refuse_it_is_told_and_who_entered_it(firm: Firm) {
        enters(&firm.hr, &firm, DANA, THIEF).await?;
        let own = mail_at(&firm, "ceo@acme.example").await?;
        let (_, text) = own.iter().find(|(subject, _)| subject.starts_with("Is this your new")).expect("a letter");
        assert!(text.contains("by Hanna Vogt") && text.contains("24 March 2026"), "{text}");
        for other in ["cfo@acme.example", "auditor@acme.example"] {
            let subjects = subjects_at(&firm, other).await?;
            assert_eq!(subjects, ["A new e-mail address for Dana Reyes waits"], "{other}");
        }
        assert!(subjects_at(&firm, "employee@acme.example").await?.is_empty());
        let asked = records(&firm, "address-change-requested").await?;
        assert_eq!(asked[0]["person"], firm.id("ceo").to_string());
        assert!(!asked[0].to_string().contains("evil"), "the address itself is concealed");
    }

    async fn another_member_confirms_by_the_letter(firm: Firm) {
        enters(&firm.hr, &firm, DANA, "dana@acme.example").await?;
        let (_, text) = mail_at(&firm, "cfo@acme.example").await?.remove(0);
        firm.anon.get(&format!("/s/{}", token_in(&text)?)).await?.sent_on()?;
        let shown = firm.anon.get(&page(&firm, "ceo")).await?.ok()?.text();
        assert!(shown.contains("dana@acme.example") && shown.contains("Hanna Vogt"), "{shown}");
        firm.anon.post(&page(&firm, "ceo"), &[("answer", "confirm")]).await?.sent_on()?;
        assert_eq!(address_of(&firm, "ceo").await?.as_deref(), Some("dana@acme.example"));
        let settled = records(&firm, "address-change-settled").await?;
        assert_eq!(settled[0]["settlement"], "confirmed");
        assert_eq!(settled[0]["by"], firm.id("cfo").to_string());
        let old = subjects_at(&firm, "ceo@acme.example").await?;
        assert!(old.contains(&"Your e-mail address at Acme was changed".to_owned()), "{old:?}");
        assert_eq!(firm.anon.get(&page(&firm, "ceo")).await?.ok()?.text().matches("No new address waits").count(), 1);
    }

    async fn the_person_confirms_in_their_own_session_or_refuses(firm: Firm) {
        enters(&firm.hr, &firm, DANA, "dana@acme.example").await?;
        firm.ceo.post(&page(&firm, "ceo"), &[("answer", "refuse")]).await?.sent_on()?;
        assert_eq!(address_of(&firm, "ceo").await?.as_deref(), Some("ceo@acme.example"));
        firm.ceo.post(&page(&firm, "ceo"), &[("answer", "confirm")]).await?.refused()?;
        enters(&firm.hr, &firm, DANA, "dana.reyes@acme.example").await?;
        firm.ceo.post(&page(&firm, "ceo"), &[("answer", "confirm")]).await?.sent_on()?;
        assert_eq!(address_of(&firm, "ceo").await?.as_deref(), Some("dana.reyes@acme.example"));
        firm.ceo.get("/preferences").await?.ok()?;
    }

    async fn where_nobody_answers_it_counts_after_a_fortnight_and_the_log_says_so(firm: Firm) {
        enters(&firm.hr, &firm, DANA, "dana@acme.example").await?;
        firm.set_clock("2026-03-24T08:59:59Z")?;
        firm.work().await?;
        assert_eq!(address_of(&firm, "ceo").await?.as_deref(), Some("ceo@acme.example"));
        firm.set_clock("2026-03-24T09:00:00Z")?;
        firm.work().await?;
        assert_eq!(address_of(&firm, "ceo").await?.as_deref(), Some("dana@acme.example"));
        let settled = records(&firm, "address-change-settled").await?;
        assert_eq!(settled[0]["settlement"], "unanswered");
        assert_eq!(settled[0]["requested_by"], firm.id("hr").to_string());
        let old = subjects_at(&firm, "ceo@acme.example").await?;
        assert!(old.contains(&"Your e-mail address at Acme was changed".to_owned()), "{old:?}");
    }

    async fn entering_the_same_address_again_does_not_begin_the_wait_anew(firm: Firm) {
        enters(&firm.hr, &firm, DANA, "dana@acme.example").await?;
        firm.set_clock("2026-03-20T09:00:00Z")?;
        let hr = firm.browser_of(firm.id("hr")).await?;
        enters(&hr, &firm, DANA, "dana@acme.example").await?;
        assert_eq!(records(&firm, "address-change-requested").await?.len(), 1);
        enters(&hr, &firm, DANA, THIEF).await?;
        firm.set_clock("2026-03-24T09:00:00Z")?;
        firm.work().await?;
        assert_eq!(address_of(&firm, "ceo").await?.as_deref(), Some("ceo@acme.example"), "another one waits its own time");
        assert_eq!(records(&firm, "address-change-settled").await?[0]["settlement"], "replaced");
    }

    async fn programs_go_the_same_way(firm: Firm) {
        let hr = firm.program("hr").await?;
        let dana = format!("/api/v1/people/{}", firm.id("ceo"));
        let patch = hr.request(Method::PATCH, &dana).json(&json!({"email": THIEF, "unit": "Board"}));
        let after = hr.send(patch).await?.ok()?.json()?;
        assert_eq!((&after["email"], &after["unit"]), (&json!("ceo@acme.example"), &json!("Board")));
        assert_eq!(records(&firm, "address-change-requested").await?.len(), 1);
    }

    async fn an_office_that_nobody_confirmed_guards_the_address_too(firm: Firm) {
        let office = [("person", "employee@acme.example"), ("body", "Board"), ("capacity", "Chair"),
            ("from", "2027-01-01"), ("basis", "Minute 3"), ("meaning", "iso-top-management")];
        firm.infosec.upload("/top-management", "m.pdf", b"%PDF".to_vec(), &office).await?.sent_on()?;
        enters(&firm.hr, &firm, ("employee", "Sam Okoro"), THIEF).await?;
        assert_eq!(address_of(&firm, "employee").await?.as_deref(), Some("employee@acme.example"));
    }

    async fn anybody_elses_old_address_is_told_and_opens_nothing_any_more(firm: Firm) {
        let (org, sam, now) = (firm.org, firm.id("employee"), firm.app.clock.now());
        let dice = firm.app.dice.clone();
        let link = kit::act::plainly(&firm.app.db, move |db| Box::pin(async move {
            let lasts = SignedDuration::from_hours(24);
            app::identity::link::make(db, org, sam, "/signatures/asked", now, lasts, &dice.token()).await
        })).await?;
        enters(&firm.hr, &firm, ("employee", "Sam Okoro"), "sam@acme.example").await?;
        assert_eq!(address_of(&firm, "employee").await?.as_deref(), Some("sam@acme.example"));
        let (subject, text) = mail_at(&firm, "employee@acme.example").await?.remove(0);
        assert_eq!(subject, "Your e-mail address at Acme was changed");
        assert!(text.contains("by Hanna Vogt") && !text.contains("sam@acme.example"), "{text}");
        assert_eq!(firm.employee.get("/preferences").await?.status, 401, "the session came by a code to the old address");
        assert_eq!(firm.anon.get(&link).await?.status, 410);
    }

    async fn whoever_entered_the_address_does_not_confirm_the_key_that_came_by_it(firm: Firm) {
        enters(&firm.infosec, &firm, DANA, "dana@acme.example").await?;
        firm.cfo.post(&page(&firm, "ceo"), &[("answer", "confirm")]).await?.sent_on()?;
        let dana = firm.browser_of(firm.id("ceo")).await?;
        Authenticator::at(&firm.base)?.enrol_for(&dana).await?.sent_on()?;
        let keys = app::identity::passkeys_of(&mut firm.app.read().await?, firm.org, firm.id("ceo")).await?;
        let key = format!("/passkeys/{}", keys[0].id);
        let how = [("how", "Face to face.")];
        let refused = firm.infosec.post(&format!("{key}/confirm"), &how).await?.refused()?;
        assert!(refused.text().contains("You entered the e-mail address"), "{}", refused.text());
        assert!(!firm.infosec.get(&key).await?.ok()?.text().contains("Whose key is this?"));
        firm.cfo.post(&format!("{key}/confirm"), &how).await?.sent_on()?;
    }

    async fn whoever_entered_the_person_does_not_confirm_their_key(firm: Firm) {
        let new = [("name", "Ada Lovelace"), ("email", "ada@acme.example"), ("day", "2026-03-10")];
        let page = firm.infosec.post("/people", &new).await?.sent_on()?.location()?;
        let ada = page.rsplit('/').next().unwrap().parse()?;
        let browser = firm.browser_of(ada).await?;
        Authenticator::at(&firm.base)?.enrol_for(&browser).await?.sent_on()?;
        let keys = app::identity::passkeys_of(&mut firm.app.read().await?, firm.org, ada).await?;
        let confirm = format!("/passkeys/{}/confirm", keys[0].id);
        let how = [("how", "Face to face.")];
        firm.infosec.post(&confirm, &how).await?.refused()?;
        firm.cfo.post(&confirm, &how).await?.sent_on()?;
    }

    async fn the_page_is_for_those_whom_it_concerns(firm: Firm) {
        for (who, status) in [(&firm.employee, 404), (&firm.admin, 404), (&firm.auditor, 404), (&firm.hr, 200), (&firm.cfo, 200), (&firm.ceo, 200)] {
            assert_eq!(who.get(&page(&firm, "ceo")).await?.status, status);
        }
    }
}
