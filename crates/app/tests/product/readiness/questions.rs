//! The twelve questions, on the pages and for programs.

use anyhow::Result;
use app::documents::Change;
use rules::State;
use rules::questions::{Question, Standing, answers};
use testkit::{Engine, Firm, on_each_engine};

use crate::published;

use super::arrange::{
    acknowledge, ask, confirm_contents, draft, forget_who_confirmed, program_asks, publish,
    request, sign, signed_in, statement,
};

async fn standing(firm: &Firm, question: Question, as_at: Option<&str>) -> Result<Standing> {
    let day = as_at.map(str::parse).transpose()?;
    let readiness = app::readiness::check(&firm.app, firm.org, day).await?;
    let answers = answers(&readiness);
    Ok(answers
        .iter()
        .find(|answer| answer.question == question)
        .expect("all twelve are asked")
        .standing)
}

on_each_engine! {
    async fn an_empty_firm_passes_nothing_by_default(firm: Firm) {
        let readiness = app::readiness::check(&firm.app, firm.org, None).await?;
        for rule in rules::CATALOG {
            let said = readiness.worst_of(rule.id).expect("every rule says something");
            // Thresholds as shipped, and the order of the acts that made the firm, are facts.
            let is_fact = ["rule-weakened", "impossible-chronology"].contains(&rule.id);
            assert!(said.state != State::Pass || is_fact, "{}", said.sentence);
        }
        assert!(answers(&readiness).iter().all(|answer| answer.standing != Standing::Answered));
        let page = firm.infosec.get("/readiness").await?.ok()?.text();
        assert!(page.contains("<strong>0</strong>"), "{page}");
        assert!(page.contains("Nothing recorded"));
    }

    async fn signing_and_publishing_answers_the_first_question(firm: Firm) {
        statement(&firm).await?;
        assert_eq!(standing(&firm, Question::Q1, None).await?, Standing::Answered);
        let page = firm.auditor.get("/readiness/questions/1").await?.ok()?.text();
        assert!(page.contains("version 1 is in force; Dana Reyes signed it on 10 March 2026."), "{page}");
        assert!(page.contains("data-state=\"pass\""));
    }

    async fn contents_that_nobody_confirmed_leave_the_first_question_open(firm: Firm) {
        let (document, asked) = request(&firm).await?;
        sign(&firm, asked).await?;
        publish(&firm, document).await?;
        assert_eq!(standing(&firm, Question::Q1, None).await?, Standing::NotAnswered);
        let page = firm.auditor.get("/readiness/questions/1").await?.ok()?.text();
        assert!(page.contains("Nobody has confirmed yet what"), "{page}");
        confirm_contents(&firm, document).await?;
        assert_eq!(standing(&firm, Question::Q1, None).await?, Standing::Answered);
    }

    async fn what_was_found_in_the_draft_counts_for_the_statement(firm: Firm) {
        let document = draft(&firm).await?;
        confirm_contents(&firm, document).await?;
        firm.set_clock("2026-03-11T08:00:00Z")?;
        let asked = ask(&firm, document).await?;
        sign(&firm, asked).await?;
        publish(&firm, document).await?;
        assert_eq!(standing(&firm, Question::Q1, None).await?, Standing::Answered);
        let readiness = app::readiness::check(&firm.app, firm.org, None).await?;
        let said = |rule| readiness.worst_of(rule).expect("every rule says something");
        assert_eq!(said("impossible-chronology").state, State::Pass);
        assert!(said("stmt-hollow").sentence.contains("is 0 % like the sample"));
    }

    async fn a_change_of_wording_leaves_nobody_out(firm: Firm) {
        let (document, first) = published::publish(&firm, "Statement").await?;
        let everybody = [
            &firm.ceo, &firm.cfo, &firm.infosec, &firm.hr, &firm.manager, &firm.employee, &firm.auditor, &firm.admin,
        ];
        for who in everybody {
            published::acknowledge(who, first, published::TEXT).await?.sent_on()?;
        }
        let wording = "# Our statement\n\nWe follow our own  rules!\n";
        let second = published::publish_again(&firm, document, wording, Change::Editorial).await?;
        let nora = published::hire(&firm, "Nora New", "2026-03-10").await?;
        firm.set_clock("2026-03-10T10:00:00Z")?;
        firm.work().await?;
        let worst = async |rule| anyhow::Ok(
            app::readiness::check(&firm.app, firm.org, None).await?.worst_of(rule).expect("it is judged").clone()
        );
        assert_eq!(worst("exec-ack-missing").await?.state, State::Pass);
        let open = worst("policy-ack-missing").await?.sentence;
        assert!(open.contains("version 1: 8 of 9 bound people have acknowledged; the others are due"), "{open}");
        published::acknowledge(&firm.browser_of(nora).await?, second, wording).await?.sent_on()?;
        let done = worst("policy-ack-missing").await?.sentence;
        assert!(done.contains("version 1: all 9 bound people have acknowledged"), "{done}");
    }

    async fn what_was_signed_between_two_publications_is_asked_by_the_second(firm: Firm) {
        let (document, first) = published::publish(&firm, "Statement").await?;
        published::acknowledge(&firm.ceo, first, published::TEXT).await?.sent_on()?;
        let more = published::ask_for_more(&firm, document, "# Far more\n").await?;
        published::sign(&firm, more, "# Far more\n").await?;
        published::publish_again(&firm, document, "# Far more!\n", Change::Editorial).await?;
        let readiness = app::readiness::check(&firm.app, firm.org, None).await?;
        let said = readiness.worst_of("policy-ack-missing").expect("it is judged");
        assert!(said.sentence.contains("version 3: 0 of 8"), "{}", said.sentence);
    }

    async fn a_draft_is_not_a_statement(firm: Firm) {
        request(&firm).await?;
        let page = firm.infosec.get("/readiness/questions/1").await?.ok()?.text();
        assert!(page.contains("version 1 is a draft that nobody has signed."), "{page}");
    }

    async fn one_late_director_opens_the_sixth_question_and_yesterday_it_was_not(firm: Firm) {
        let (_, publication) = statement(&firm).await?;
        for who in ["ceo", "infosec", "hr", "manager", "employee", "auditor", "admin"] {
            acknowledge(&firm, who, publication).await?;
        }
        firm.set_clock("2026-03-25T08:00:00Z")?;
        assert_eq!(standing(&firm, Question::Q6, None).await?, Standing::NotAnswered);
        assert_eq!(standing(&firm, Question::Q6, Some("2026-03-24")).await?, Standing::Answered);
        let auditor = signed_in(&firm, "auditor").await?;
        let today = auditor.get("/readiness/questions/6").await?.ok()?.text();
        assert!(today.contains("Tomás Silva should have acknowledged"), "{today}");
        let yesterday = auditor.get("/readiness/questions/6?as-of=2026-03-24").await?.ok()?.text();
        assert!(!yesterday.contains("should have acknowledged"), "{yesterday}");
    }

    async fn management_stands_beside_staff(firm: Firm) {
        let (_, publication) = statement(&firm).await?;
        for who in ["ceo", "infosec", "hr"] {
            acknowledge(&firm, who, publication).await?;
        }
        let page = firm.infosec.get("/readiness").await?.ok()?.text();
        assert!(page.contains(">1 of 2<") && page.contains(">2 of 6<"), "{page}");
        assert!(page.contains(&format!("/publications/{publication}/people?group=staff")), "{page}");
    }

    async fn the_past_knows_nothing_of_what_was_recorded_later(firm: Firm) {
        statement(&firm).await?;
        firm.set_clock("2026-04-01T08:00:00Z")?;
        assert_eq!(standing(&firm, Question::Q1, Some("2026-03-09")).await?, Standing::NothingRecorded);
        assert_eq!(standing(&firm, Question::Q1, Some("2026-03-10")).await?, Standing::Answered);
    }

    async fn a_page_shows_at_once_what_changed(firm: Firm) {
        let before = firm.infosec.get("/readiness").await?.ok()?.text();
        assert!(before.contains("<strong>0</strong>"));
        statement(&firm).await?;
        let after = firm.infosec.get("/readiness").await?.ok()?.text();
        assert!(after.contains("<strong>1</strong>"), "{after}");
    }

    async fn the_trend_has_twelve_points_in_picture_and_table(firm: Firm) {
        statement(&firm).await?;
        let page = firm.infosec.get("/readiness").await?.ok()?.text();
        assert_eq!(page.matches("<rect x=").count(), 12);
        assert!(page.contains("28 February 2026") && page.contains("30 April 2025"));
    }

    async fn a_day_that_has_not_come_is_refused(firm: Firm) {
        for path in ["/readiness?as-of=2026-03-11", "/rules?as-of=yesterday"] {
            assert_eq!(firm.infosec.get(path).await?.status, 400, "{path}");
        }
        let asked = program_asks(&firm, "auditor", "/api/v1/readiness?as-of=2027-01-01").await?;
        assert_eq!(asked.status, 400);
    }

    async fn only_readers_read(firm: Firm) {
        for path in ["/readiness", "/readiness/questions/1", "/rules", "/rules/stmt-missing", "/parameters"] {
            for reader in [&firm.infosec, &firm.ceo, &firm.auditor] {
                assert_eq!(reader.get(path).await?.status, 200, "{path}");
            }
            for other in [&firm.admin, &firm.employee, &firm.hr] {
                assert_eq!(other.get(path).await?.status, 403, "{path}");
            }
            assert_eq!(firm.anon.get(path).await?.status, 401, "{path}");
        }
        let api = "/api/v1/readiness";
        assert_eq!(program_asks(&firm, "auditor", api).await?.status, 200);
        assert_eq!(program_asks(&firm, "admin", api).await?.status, 403);
        for path in ["/readiness/questions/13", "/readiness/questions/x", "/rules/no-such-rule", "/parameters/no.such"] {
            assert_eq!(firm.infosec.get(path).await?.status, 404, "{path}");
        }
    }

    async fn programs_read_the_same_results(firm: Firm) {
        let json = program_asks(&firm, "auditor", "/api/v1/readiness").await?.ok()?.json()?;
        assert_eq!(json["as_at"], "2026-03-10");
        let results = json["results"].as_array().expect("a list");
        assert!(results.len() >= rules::CATALOG.len());
        for key in ["rule", "state", "severity", "subject", "sentence"] {
            assert!(results[0][key].is_string(), "{key}");
        }
        assert_eq!(results[0]["state"], "fail", "worst first");
    }

    async fn every_rule_has_its_page(firm: Firm) {
        for rule in rules::CATALOG {
            let page = firm.auditor.get(&format!("/rules/{}", rule.id)).await?.ok()?.text();
            assert!(page.contains(&rule.manual().title), "{}", rule.id);
            assert!(page.contains("How it is gamed") && page.contains("27001"), "{}", rule.id);
        }
    }

    async fn somebody_who_left_owes_nothing_any_more(firm: Firm) {
        statement(&firm).await?;
        let sam = firm.id("employee");
        crate::readiness::arrange::by(&firm, "hr", move |act| Box::pin(async move {
            app::people::leave(act, sam, "2026-03-10".parse::<kit::Day>()?).await?;
            Ok(())
        })).await?;
        firm.set_clock("2026-03-12T08:00:00Z")?;
        let facts = app::readiness::facts(&mut firm.app.read().await?, firm.org, "2026-03-12".parse()?).await?;
        assert_eq!(facts.owed(&facts.coverages[0]).count(), 7);
    }
}

#[tokio::test]
async fn facts_of_another_organisation_never_leak() -> Result<()> {
    let ours = testkit::firm(Engine::Sqlite).await?;
    statement(&ours).await?;
    let new = app::ledger::NewOrganisation {
        name: "Neighbour".to_owned(),
        language: kit::words::Language::English,
        time_zone: "Europe/Berlin".to_owned(),
        is_demonstration: false,
    };
    let theirs = app::ledger::found(&ours.app, new).await?;
    let mut db = ours.app.read().await?;
    let facts = app::readiness::facts(&mut db, theirs, "2026-03-10".parse()?).await?;
    assert_eq!(facts.organisation.name, "Neighbour");
    assert!(facts.people.is_empty() && facts.appointments.is_empty());
    assert!(facts.statements.is_empty() && facts.coverages.is_empty());
    let readiness = app::readiness::check(&ours.app, theirs, None).await?;
    let json = serde_json::to_string(&readiness)?;
    assert!(!json.contains("Dana") && !json.contains("Security statement"));
    Ok(())
}

/// The confirmation is taken out of the database, so that nobody looks at this firm afterwards.
#[tokio::test]
async fn a_signature_of_an_unconfirmed_director_leaves_a_gap() -> anyhow::Result<()> {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let firm = testkit::firm(engine).await?;
        forget_who_confirmed(&firm, "ceo").await?;
        let (document, asked) = request(&firm).await?;
        sign(&firm, asked).await?;
        publish(&firm, document).await?;
        assert_eq!(
            standing(&firm, Question::Q1, None).await?,
            Standing::NotAnswered
        );
        let page = firm.infosec.get("/readiness").await?.ok()?.text();
        assert!(
            page.contains("no other member of top management has confirmed the appointment"),
            "{page}"
        );
        assert!(
            page.contains("href=\"/top-management\">Fix the worst gap"),
            "{page}"
        );
    }
    Ok(())
}
