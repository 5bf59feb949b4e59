//! Importing people, step by step, as HR meets it.

use app::people::Leaving;
use record::kinds::words::ReasonClass;
use reqwest::StatusCode;
use testkit::{Client, Firm, Reply, on_each_engine};

use crate::published;

/// The firm as its HR system exports it, with whatever is to be different.
fn export() -> String {
    let mut list = "Name,Work Email,Job Title,Department,Reports To\n".to_owned();
    for (who, name, unit, _) in testkit::people() {
        let boss = match who {
            "ceo" => "",
            "employee" => "Marc Lind",
            _ => "Dana Reyes",
        };
        list += &format!("{name},{who}@acme.example,{who},{unit},{boss}\n");
    }
    list
}

/// The firm with the numbers of its HR system, which it has from now on: whoever has a number stays
/// the same person under another address.
async fn numbered(firm: &Firm) -> anyhow::Result<String> {
    let export = export();
    let numbered = export.lines().enumerate().map(|(n, line)| match n {
        0 => format!("Employee ID,{line}\n"),
        _ => format!("A-{n},{line}\n"),
    });
    let list: String = numbered.collect();
    let check = check(&firm.hr, &list, "no").await?;
    press(&firm.hr, &check, false).await?.sent_on()?;
    Ok(list)
}

const ADA: &str = "Ada Lovelace,ada@acme.example,Engineer,Research,Charles Babbage\n\
                   Charles Babbage,charles@acme.example,Director,Research,Dana Reyes\n";

async fn upload(who: &Client, list: &str) -> anyhow::Result<Reply> {
    who.upload(
        "/people/import",
        "people.csv",
        list.as_bytes().to_vec(),
        &[],
    )
    .await
}

/// Hands in a list and chooses the columns as guessed; the address of the check page.
async fn check(who: &Client, list: &str, complete: &str) -> anyhow::Result<String> {
    let columns = upload(who, list).await?.sent_on()?.location()?;
    let page = who.get(&columns).await?.ok()?.text();
    let mut chosen = chosen(&page);
    chosen.push(("complete".to_owned(), complete.to_owned()));
    let fields: Vec<(&str, &str)> = chosen.iter().map(|(a, b)| (&**a, &**b)).collect();
    let kept = who.post(&format!("{columns}/columns"), &fields).await?;
    kept.sent_on()?.location()
}

/// What the columns page proposes.
fn chosen(page: &str) -> Vec<(String, String)> {
    let selects = page.split("<select name=\"column.").skip(1);
    selects
        .map(|select| {
            let column = select.split('"').next().unwrap();
            let options = select.split("</select>").next().unwrap();
            let chosen = options
                .split("<option value=\"")
                .find(|o| o.contains(" selected"));
            let value = chosen.map_or("", |o| o.split('"').next().unwrap());
            (format!("column.{column}"), value.to_owned())
        })
        .collect()
}

fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let field = page.split(&format!("name=\"{name}\" value=\"")).nth(1);
    field
        .unwrap_or_else(|| panic!("no {name} in {page}"))
        .split('"')
        .next()
        .unwrap()
}

/// Presses the button of a check page, with or without the tick.
async fn press(who: &Client, check: &str, tick: bool) -> anyhow::Result<Reply> {
    let page = who.get(check).await?.ok()?.text();
    confirm(who, check, &page, tick).await
}

async fn confirm(who: &Client, check: &str, page: &str, tick: bool) -> anyhow::Result<Reply> {
    let mut fields = vec![
        ("plan", hidden(page, "plan")),
        ("complete", hidden(page, "complete")),
    ];
    if tick {
        fields.push(("leavers", hidden(page, "leavers")));
    }
    who.post(check.split("/check").next().unwrap(), &fields)
        .await
}

/// Imports a list to the end; the address of the result.
async fn import(firm: &Firm, list: &str) -> anyhow::Result<String> {
    let check = check(&firm.hr, list, "yes").await?;
    press(&firm.hr, &check, false).await?.sent_on()?.location()
}

async fn page(firm: &Firm, path: &str) -> anyhow::Result<String> {
    Ok(firm.hr.get(path).await?.ok()?.text())
}

async fn undo(firm: &Firm, result: &str, fields: &[(&str, &str)]) -> anyhow::Result<Reply> {
    firm.hr.post(&format!("{result}/undo"), fields).await
}

const REASON: (&str, &str) = ("reason", "Last month's file");

on_each_engine! {
    async fn a_new_address_of_top_management_waits_and_the_rest_is_imported(firm: Firm) {
        let list = numbered(&firm).await?.replace("ceo@acme.example,ceo,Management", "dana@evil.example,ceo,Board");
        for again in 0..2 {
            let check = check(&firm.hr, &list, "no").await?;
            press(&firm.hr, &check, false).await?.sent_on()?;
            let mut db = firm.app.read().await?;
            let dana = app::people::person(&mut db, firm.org, firm.id("ceo")).await?.unwrap();
            assert_eq!((dana.email.as_deref(), dana.unit.as_deref()), (Some("ceo@acme.example"), Some("Board")));
            let waits = "SELECT count(*) FROM address_change";
            assert_eq!(published::count(&firm, waits).await?, 1, "asked once, after {again}");
        }
    }

    async fn an_import_taken_back_takes_back_the_address_that_waits(firm: Firm) {
        let list = numbered(&firm).await?.replace("ceo@acme.example,ceo,Management", "dana@evil.example,ceo,Board");
        let check = check(&firm.hr, &list, "no").await?;
        let import = press(&firm.hr, &check, false).await?.sent_on()?.location()?;
        firm.hr.post(&format!("{import}/undo"), &[("reason", "The wrong file.")]).await?.sent_on()?;
        let refused = "SELECT count(*) FROM address_change WHERE settlement = 'refused'";
        assert_eq!(published::count(&firm, refused).await?, 1);
    }

    async fn nobody_is_given_the_address_that_top_management_still_has(firm: Firm) {
        let list = numbered(&firm).await?.replace("ceo@acme.example,ceo,", "dana@acme.example,ceo,")
            .replace("employee@acme.example", "ceo@acme.example");
        let check = check(&firm.hr, &list, "no").await?;
        let refused = press(&firm.hr, &check, false).await?.refused()?;
        assert!(refused.text().contains("still the address of a member of top management"), "{}", refused.text());
        assert_eq!(published::count(&firm, "SELECT count(*) FROM people_import").await?, 1, "the one before");
    }

    async fn joiners_changes_and_leavers_are_shown_and_then_done(firm: Firm) {
        let list = export().replace("Sam Okoro,employee@acme.example,employee,Sales,", "Sam Okoro,employee@acme.example,employee,Service,")
            .replace("Olaf Brandt,admin@acme.example,admin,IT,Dana Reyes\n", ADA);
        let check = check(&firm.hr, &list, "yes").await?;
        let shown = page(&firm, &check).await?;
        assert!(shown.contains("2 join, 0 come back, 1 change, 1 leave. 6 stay as they are."), "{shown}");
        assert!(shown.contains("<del>Sales</del> <ins>Service</ins>"));
        assert!(shown.contains("Olaf Brandt"));
        assert!(!page(&firm, "/people").await?.contains("Ada Lovelace"), "nothing happens by looking");
        press(&firm.hr, &check, false).await?.sent_on()?;
        let people = page(&firm, "/people").await?;
        assert!(people.contains("9 people are here."), "{people}");
        assert!(people.contains(">Charles Babbage</td>") && people.contains(">Service</td>"));
        assert!(page(&firm, "/people?status=gone").await?.contains("Olaf Brandt"));
    }

    async fn the_same_list_twice_does_nothing_the_second_time(firm: Firm) {
        import(&firm, &(export() + ADA)).await?;
        let check = check(&firm.hr, &(export() + ADA), "yes").await?;
        assert!(page(&firm, &check).await?.contains("There is nothing to do."));
    }

    async fn more_than_a_tenth_leaving_stops_and_asks(firm: Firm) {
        let list: String = export().lines().take(5).map(|line| format!("{line}\n")).collect();
        let check = check(&firm.hr, &list, "yes").await?;
        let refused = press(&firm.hr, &check, false).await?;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("4 of 8 people would leave."));
        assert!(page(&firm, "/people").await?.contains("8 people are here."));
        press(&firm.hr, &check, true).await?.sent_on()?;
        let left = page(&firm, "/people").await?;
        assert!(left.contains("4 people are here."), "{left}");
    }

    async fn a_list_of_some_dismisses_nobody(firm: Firm) {
        let list = "Name,Email\nAda Lovelace,ada@acme.example\n";
        let check = check(&firm.hr, list, "no").await?;
        press(&firm.hr, &check, false).await?.sent_on()?;
        assert!(page(&firm, "/people").await?.contains("9 people are here."));
    }

    async fn what_was_confirmed_is_what_happens_or_nothing(firm: Firm) {
        let list = export() + ADA;
        let check = check(&firm.hr, &list, "yes").await?;
        let shown = page(&firm, &check).await?;
        firm.infosec.post("/people", &[("name", "Bo"), ("email", "bo@acme.example"), ("day", "2026-03-10")]).await?.sent_on()?;
        let refused = confirm(&firm.hr, &check, &shown, false).await?;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let again = refused.text();
        assert!(again.contains("The people have changed since this was shown.") && again.contains("Bo"), "{again}");
        assert!(!page(&firm, "/people").await?.contains("Ada Lovelace"));
    }

    async fn of_two_imports_at_once_one_happens(firm: Firm) {
        let list = export() + ADA;
        let check = check(&firm.hr, &list, "yes").await?;
        let seen = firm.hr.get(&check).await?.ok()?.text();
        let seen_as_well = firm.infosec.get(&check).await?.ok()?.text();
        let (one, other) = tokio::join!(
            confirm(&firm.hr, &check, &seen, false),
            confirm(&firm.infosec, &check, &seen_as_well, false),
        );
        let mut answers = [one?.status, other?.status];
        answers.sort();
        assert_eq!(answers, [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]);
        assert!(page(&firm, "/people").await?.contains("10 people are here."));
    }

    async fn an_interrupted_import_goes_on_the_next_day(firm: Firm) {
        let columns = upload(&firm.hr, &(export() + ADA)).await?.sent_on()?.location()?;
        let again = firm.infosec.get(&columns).await?.ok()?.text();
        assert!(again.contains("people.csv") && again.contains("10 lines."), "{again}");
        let theirs = format!("/people/import/{}", "0".repeat(64));
        assert_eq!(firm.hr.get(&theirs).await?.status, StatusCode::NOT_FOUND);
    }

    async fn columns_are_remembered_by_their_headings(firm: Firm) {
        let list = "Wer,Wohin\nAda Lovelace,ada@acme.example\n";
        let columns = upload(&firm.hr, list).await?.sent_on()?.location()?;
        let missing = firm.hr.post(&format!("{columns}/columns"), &[]).await?;
        assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(missing.text().contains("No column is the e-mail address; choose one."));
        let twice = [("column.0", "email"), ("column.1", "email")];
        let twice = firm.hr.post(&format!("{columns}/columns"), &twice).await?;
        assert!(twice.text().contains("Two columns cannot both be the e-mail address."));
        let fields = [("column.0", "full-name"), ("column.1", "email"), ("complete", "no")];
        firm.hr.post(&format!("{columns}/columns"), &fields).await?.sent_on()?;
        let next = "Wer,Wohin\nBo Bright,bo@acme.example\n";
        let next = upload(&firm.hr, next).await?.sent_on()?.location()?;
        let page = firm.hr.get(&next).await?.ok()?.text();
        assert_eq!(chosen(&page)[0].1, "full-name");
    }

    async fn an_undone_import_leaves_everybody_as_before(firm: Firm) {
        let list = export().replace("Sam Okoro,employee@acme.example,employee,Sales,", "Sam Okoro,employee@acme.example,employee,Service,")
            .replace("Olaf Brandt,admin@acme.example,admin,IT,Dana Reyes\n", ADA);
        let result = import(&firm, &list).await?;
        let blank = undo(&firm, &result, &[("reason", " ")]).await?;
        assert_eq!(blank.status, StatusCode::UNPROCESSABLE_ENTITY);
        undo(&firm, &result, &[REASON]).await?.sent_on()?;
        let people = page(&firm, "/people").await?;
        assert!(people.contains("8 people are here.") && people.contains("Olaf Brandt"), "{people}");
        assert!(!people.contains("Ada Lovelace") && !people.contains(">Service</td>"));
        assert_eq!(undo(&firm, &result, &[REASON]).await?.status, StatusCode::UNPROCESSABLE_ENTITY);
        let olaf = page(&firm, &format!("/people/{}", firm.id("admin"))).await?;
        assert!(olaf.contains("last day"), "both are on record: {olaf}");
    }

    async fn whoever_changed_since_stops_an_undo_by_name(firm: Firm) {
        let list = export().replace(",Sales,", ",Service,");
        let result = import(&firm, &list).await?;
        let sam = [("name", "Sam Okoro"), ("email", "employee@acme.example"), ("title", "employee"), ("unit", "Optics"), ("manager", "manager@acme.example"), ("day", "2026-03-10")];
        firm.hr.post(&format!("/people/{}", firm.id("employee")), &sam).await?.sent_on()?;
        let refused = undo(&firm, &result, &[REASON]).await?;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("One person has changed since: Sam Okoro."), "{}", refused.text());
        undo(&firm, &result, &[REASON, ("leave", "yes")]).await?.sent_on()?;
        let people = page(&firm, "/people").await?;
        assert!(people.contains(">Optics</td>") && people.contains(">Sales</td>"));
    }

    async fn two_people_may_swap_their_addresses(firm: Firm) {
        let list = "Name,ID,Email\nAda Lovelace,1,ada@acme.example\nBo Bright,2,bo@acme.example\n";
        let first = check(&firm.hr, list, "no").await?;
        press(&firm.hr, &first, false).await?.sent_on()?;
        let swapped = "Name,ID,Email\nAda Lovelace,1,bo@acme.example\nBo Bright,2,ada@acme.example\n";
        let second = check(&firm.hr, swapped, "no").await?;
        press(&firm.hr, &second, false).await?.sent_on()?;
        let ada = firm.program("hr").await?.get("/api/v1/people?name=ada").await?.ok()?.json()?;
        assert_eq!(ada["items"][0]["email"], "bo@acme.example");
    }

    async fn the_last_day_in_a_list_belongs_to_whoever_leaves(firm: Firm) {
        for status in ["", "Terminated"] {
            let list = format!("Name,Email,Termination Date,Lifecycle status\nSam Okoro,employee@acme.example,2026-03-10,{status}\n");
            let check = check(&firm.hr, &list, "no").await?;
            if status.is_empty() {
                press(&firm.hr, &check, false).await?.sent_on()?;
            } else {
                assert!(page(&firm, &check).await?.contains("There is nothing to do."));
            }
            firm.employee.get("/statements").await?.ok()?;
        }
        firm.set_clock("2026-03-11T00:30:00Z")?;
        firm.work().await?;
        let people = published::signed_in(&firm, "hr").await?.get("/people").await?.ok()?.text();
        assert!(people.contains("7 people are here."), "{people}");
    }

    async fn whoever_is_dismissed_today_is_not_brought_back_by_a_list_that_names_the_day(firm: Firm) {
        let sam = firm.id("employee");
        let leaving = Leaving { on: "2026-03-10".parse()?, reason: Some(ReasonClass::Involuntary) };
        published::by(&firm, "hr", move |act| Box::pin(async move {
            Ok(app::people::leave(act, sam, leaving).await?)
        })).await?;
        let list = "Name,Email,Termination Date\nSam Okoro,employee@acme.example,2026-03-10\n";
        let check = check(&firm.hr, list, "no").await?;
        assert!(page(&firm, &check).await?.contains("There is nothing to do."));
    }

    async fn somebody_who_left_comes_back(firm: Firm) {
        import(&firm, &export().replace("Olaf Brandt,admin@acme.example,admin,IT,Dana Reyes\n", "")).await?;
        assert!(page(&firm, "/people").await?.contains("7 people are here."));
        firm.set_clock("2026-03-10T10:00:00Z")?;
        import(&firm, &export()).await?;
        assert!(page(&firm, "/people").await?.contains("8 people are here."));
    }

    async fn every_broken_file_gets_its_sentence_and_changes_nothing(firm: Firm) {
        for (file, sentence) in BROKEN {
            let bytes = std::fs::read(format!("{}/fixtures/people/broken/{file}", env!("CARGO_MANIFEST_DIR")))?;
            let mut reply = firm.hr.upload("/people/import", file, bytes, &[]).await?;
            if reply.status == StatusCode::SEE_OTHER {
                let columns = reply.location()?;
                let guess = chosen(&firm.hr.get(&columns).await?.ok()?.text());
                let guess: Vec<(&str, &str)> = guess.iter().map(|(a, b)| (&**a, &**b)).collect();
                reply = firm.hr.post(&format!("{columns}/columns"), &guess).await?;
                if reply.status == StatusCode::SEE_OTHER {
                    reply = firm.hr.get(&reply.location()?).await?;
                }
            }
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{file}");
            assert!(reply.text().contains(sentence), "{file}: {}", reply.text());
        }
        assert!(page(&firm, "/people").await?.contains("8 people are here."));
    }

    async fn the_sentences_are_german_for_a_german_reader(firm: Firm) {
        let ragged = std::fs::read(format!("{}/fixtures/people/broken/nul.csv", env!("CARGO_MANIFEST_DIR")))?;
        let part = reqwest::multipart::Part::bytes(ragged).file_name("nul.csv");
        let form = reqwest::multipart::Form::new().part("file", part);
        let request = firm.hr.request(reqwest::Method::POST, "/people/import").multipart(form);
        let request = request.header("accept-language", "de");
        let reply = firm.hr.send(request).await?;
        assert!(reply.text().contains("NUL-Bytes, also ist dies keine Textdatei"), "{}", reply.text());
    }

    async fn only_hr_and_the_security_manager_import(firm: Firm) {
        for other in [&firm.ceo, &firm.manager, &firm.employee, &firm.auditor, &firm.admin] {
            assert_eq!(upload(other, ADA).await?.status, StatusCode::FORBIDDEN);
        }
        assert_eq!(upload(&firm.anon, ADA).await?.status, StatusCode::UNAUTHORIZED);
    }

    async fn a_file_larger_than_any_firm_is_refused(firm: Firm) {
        let endless = vec![b'a'; 65 * 1024 * 1024];
        let refused = firm.hr.upload("/people/import", "people.csv", endless, &[]).await;
        // The server may hang up before all of it has arrived.
        assert!(refused.map_or(true, |reply| reply.status == StatusCode::PAYLOAD_TOO_LARGE));
    }
}

const BROKEN: [(&str, &str); 8] = [
    ("ambiguous-dates.csv", "may be day or month first"),
    ("circular-managers.csv", "go round in a circle"),
    ("duplicates.csv", "have the same e-mail address"),
    ("long-name.csv", "has 100000 characters; the most is 200"),
    ("nul.csv", "contains NUL bytes"),
    ("ragged.csv", "the heading row has"),
    ("workbook-in-disguise.csv", "This is an Excel workbook"),
    ("zip-in-disguise.csv", "This is a ZIP archive"),
];
