//! The log on screen: for readers all of it, for administrators that it stands.

use anyhow::{Context, Result};
use record::kinds::SettingChanged;
use record::kinds::words::SettingValue;
use testkit::{Firm, on_each_engine};

use crate::published::*;

/// The place of the first record of a type.
async fn place_of(firm: &Firm, kind: &str) -> Result<i64> {
    let (place,): (i64,) = firm
        .app
        .read()
        .await?
        .one(
            "SELECT min(l.idx) FROM record r JOIN leaf l ON l.org = r.org AND l.id = r.id \
             WHERE r.org = $1 AND r.type = $2",
            kit::args![firm.org, kind],
        )
        .await?;
    Ok(place)
}

/// What the page shows under a term.
fn shown<'a>(page: &'a str, term: &str) -> Result<&'a str> {
    let after = page
        .split(&format!("<dt>{term}</dt><dd><code class=\"hash\">"))
        .nth(1);
    let value = after.and_then(|rest| rest.split('<').next());
    value.with_context(|| format!("{term} is not on the page"))
}

on_each_engine! {
    async fn readers_see_what_happened_with_names(firm: Firm) {
        firm.work().await?;
        for reader in [&firm.ceo, &firm.infosec, &firm.auditor] {
            let log = reader.get("/log?type=person-appointed").await?.ok()?.text();
            assert!(log.contains("Dana Reyes was appointed Managing director"), "{log}");
            assert!(!log.contains("per_"), "a pseudonym was left");
        }
    }

    async fn top_management_sees_the_acts_of_staff_counted_and_its_own_by_name(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        for reader in [&firm.ceo, &firm.employee] {
            acknowledge(reader, publication, TEXT).await?.sent_on()?;
        }
        firm.work().await?;
        let asked = "/log?type=document-acknowledged";
        let whole = firm.infosec.get(asked).await?.ok()?.text();
        assert!(whole.contains("Sam Okoro acknowledged") && whole.contains("Dana Reyes acknowledged"), "{whole}");
        let counted = firm.ceo.get(asked).await?.ok()?.text();
        assert!(counted.contains("Dana Reyes acknowledged"), "{counted}");
        assert!(counted.contains("A member of staff") && !counted.contains("Sam Okoro"), "{counted}");
        let row = whole.split("<tr>").find(|row| row.contains("Sam Okoro"));
        let place = row.and_then(|row| row.split("href=\"/log/").nth(1)?.split('"').next());
        let address = format!("/log/{}", place.context("the employee's is listed")?);
        for page in ["", "/record.json", "/record.tlog-proof"] {
            assert_eq!(firm.ceo.get(&format!("{address}{page}")).await?.status, 403, "{page}");
            assert_eq!(firm.infosec.get(&format!("{address}{page}")).await?.status, 200, "{page}");
        }
    }

    async fn records_are_said_in_the_language_of_the_reader(firm: Firm) {
        firm.work().await?;
        let asked = firm.infosec.request(reqwest::Method::GET, "/log?type=person-appointed");
        let log = firm.infosec.send(asked.header("accept-language", "de")).await?.ok()?.text();
        assert!(log.contains("Dana Reyes wurde ab dem"), "{log}");
    }

    async fn the_page_says_plainly_what_the_administrator_could_still_do(firm: Firm) {
        firm.work().await?;
        for watcher in [&firm.infosec, &firm.admin] {
            let log = watcher.get("/log").await?.ok()?.text();
            assert!(log.contains("Root hash") && log.contains("The signed checkpoint"), "{log}");
            assert!(log.contains("<strong>1</strong> <span>of 4 rungs</span>"));
            assert!(log.contains("can still rewrite everything except passkey signatures"));
        }
    }

    async fn administrators_see_numbers_and_no_records(firm: Firm) {
        firm.work().await?;
        let log = firm.admin.get("/log?type=person-appointed").await?.ok()?.text();
        assert!(log.contains("not shown to administrators"));
        assert!(!log.contains("Dana Reyes"), "a record was shown");
        for page in ["/log/0", "/log/0/record.json", "/log/0/record.tlog-proof"] {
            assert_eq!(firm.admin.get(page).await?.status, 403, "{page}");
        }
    }

    async fn others_see_no_log(firm: Firm) {
        for client in [&firm.employee, &firm.hr, &firm.manager] {
            assert_eq!(client.get("/log").await?.status, 403);
        }
        assert_eq!(firm.anon.get("/log").await?.status, 401);
    }

    async fn a_filter_that_matches_nothing_says_so_and_a_wrong_day_is_refused(firm: Firm) {
        firm.work().await?;
        let none = firm.infosec.get("/log?type=&day=2020-01-01").await?.ok()?.text();
        assert!(none.contains("Nothing was recorded here"));
        let today = firm.infosec.get("/log?type=&day=2026-03-10").await?.ok()?.text();
        assert!(today.contains("was appointed"));
        let wrong = firm.infosec.get("/log?day=yesterday").await?;
        assert_eq!(wrong.status, 400);
        assert!(wrong.text().contains("not a day"));
    }

    async fn every_record_is_on_exactly_one_page(firm: Firm) {
        let org = firm.org;
        for _ in 0..7 {
            firm.app.act_as_system(org, |act| Box::pin(async move {
                for n in 0..20 {
                    let set = SettingChanged {
                        setting: format!("paging-{n}"),
                        value: SettingValue::Plain("on".to_owned()),
reason: None,
                    };
                    let fresh = kit::id::RecordId::fresh(act.now(), act.dice());
                    act.record_first(fresh, set, &[]).await?;
                }
                Ok::<(), anyhow::Error>(())
            })).await?;
        }
        firm.work().await?;
        let mut seen = Vec::new();
        let mut address = Some("/log?type=&day=".to_owned());
        while let Some(page) = address.take() {
            let text = firm.auditor.get(&page).await?.ok()?.text();
            let links = text.match_indices("<a href=\"/log/").filter_map(|(at, link)| {
                text[at + link.len()..].split('"').next()?.parse::<i64>().ok()
            });
            seen.extend(links);
            address = text.split("<a href=\"/log?").nth(1).and_then(|rest| rest.split('"').next())
                .map(|query| format!("/log?{}", query.replace("&amp;", "&").replace("&#38;", "&")));
        }
        let head = app::ledger::head(&mut firm.app.read().await?, org).await?;
        assert!(seen.is_sorted_by(|newer, older| newer > older), "newest first: {seen:?}");
        assert_eq!(seen.len() as i64, head.size);
    }

    async fn the_downloaded_bytes_and_proof_verify_without_us(firm: Firm) {
        firm.work().await?;
        let address = format!("/log/{}", place_of(&firm, "person-appointed").await?);
        let page = firm.auditor.get(&address).await?.ok()?.text();
        assert!(page.contains("was appointed"));
        let head = app::ledger::head(&mut firm.app.read().await?, firm.org).await?;
        assert_eq!(firm.admin.get("/log/checkpoint").await?.ok()?.text(), head.checkpoint);

        // From here on only what a reader can copy and download.
        let bytes = firm.auditor.get(&format!("{address}/record.json")).await?.ok()?.bytes;
        let proof = firm.auditor.get(&format!("{address}/record.tlog-proof")).await?.ok()?;
        let leaf = record::Leaf::parse(&hex::decode(shown(&page, "Leaf")?)?)?;
        let salt = hex::decode(shown(&page, "Salt")?)?;
        let salt = record::Salt(salt.as_slice().try_into()?);
        let envelope = record::Envelope::open(&bytes, &salt, &leaf)?;
        assert_eq!(envelope.body.type_id(), "person-appointed");
        tlog::TlogProof::parse(&proof.bytes)?.verify(&leaf.hash(), &head.origin, &[head.key.parse()?])?;
    }

    async fn a_record_leads_to_its_next_revision_and_back(firm: Firm) {
        firm.work().await?;
        let first = place_of(&firm, "log-started").await?;
        let second = place_of(&firm, "organisation-changed").await?;
        let page = firm.auditor.get(&format!("/log/{first}")).await?.ok()?.text();
        assert!(page.contains(&format!("href=\"/log/{second}\" rel=\"next\"")));
        let page = firm.auditor.get(&format!("/log/{second}")).await?.ok()?.text();
        assert!(page.contains(&format!("href=\"/log/{first}\" rel=\"prev\"")));
    }

    async fn what_is_not_in_the_log_is_not_found(firm: Firm) {
        for place in ["999999", "-1", "x", "99999999999999999999"] {
            let reply = firm.auditor.get(&format!("/log/{place}")).await?;
            assert_eq!(reply.status, 404, "{place}");
        }
    }
}
