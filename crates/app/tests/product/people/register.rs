//! The register of top management.

use reqwest::StatusCode;
use testkit::{Engine, on_each_engine};

use crate::statements::steps::{self, TEXT};

const PRIYA: [(&str, &str); 7] = [
    ("person", "infosec@acme.example"),
    ("body", "Management board"),
    ("capacity", "Chief information security officer"),
    ("from", "2026-03-01"),
    ("basis", "Minutes of 1 March, item 2"),
    ("meaning", "iso-top-management"),
    ("meaning", "management-body"),
];

async fn entered(firm: &testkit::Firm) -> anyhow::Result<String> {
    let minutes = b"minutes of 1 March".to_vec();
    let reply = firm
        .infosec
        .upload("/top-management", "minutes.pdf", minutes, &PRIYA)
        .await?;
    reply.sent_on()?.location()
}

on_each_engine! {
    async fn an_entry_names_body_capacity_basis_and_meanings(firm: Firm) {
        let entry = entered(&firm).await?;
        let page = firm.auditor.get(&entry).await?.ok()?.text();
        assert!(page.contains("Minutes of 1 March, item 2") && page.contains("Management body (NIS2, DORA)"), "{page}");
        assert!(page.contains("Nobody has confirmed this entry."));
        let basis = firm.auditor.get(&format!("{entry}/basis")).await?.ok()?;
        assert_eq!(basis.bytes, b"minutes of 1 March");
        assert!(basis.headers["content-disposition"].to_str()?.starts_with("attachment"));
    }

    async fn another_member_confirms_and_the_rest_may_not(firm: Firm) {
        let entry = entered(&firm).await?;
        let confirmation = format!("{entry}/confirmation");
        assert_eq!(firm.hr.post(&confirmation, &[]).await?.status, StatusCode::FORBIDDEN);
        assert_eq!(firm.infosec.post(&confirmation, &[]).await?.status, StatusCode::FORBIDDEN);
        firm.ceo.post(&confirmation, &[]).await?.sent_on()?;
        let again = firm.ceo.post(&confirmation, &[]).await?;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = firm.auditor.get(&entry).await?.ok()?.text();
        assert!(page.contains("Dana Reyes confirmed it."));
    }

    async fn a_security_manager_who_appoints_herself_is_nobody_before_somebody_else_confirms(firm: Firm) {
        let waiting = firm.infosec.upload("/top-management", "", Vec::new(), &[("person", "employee@acme.example"),
            ("body", "Board"), ("capacity", "Director"), ("from", "2026-03-01"), ("basis", "Minute 2"), ("meaning", "iso-top-management")]);
        let waiting = waiting.await?.sent_on()?.location()?;
        let own = entered(&firm).await?;
        let page = firm.auditor.get(&own).await?.ok()?.text();
        assert!(page.contains("gives no role and no right to sign") && !page.contains("In office"), "{page}");
        // No role: she confirms nobody. No right to sign: nobody can ask her to.
        assert_eq!(firm.infosec.post(&format!("{waiting}/confirmation"), &[]).await?.status, StatusCode::FORBIDDEN);
        let statement = steps::written(&firm, TEXT).await?;
        let refused = statement.send(&firm, TEXT, "infosec").await?;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text());
        firm.ceo.post(&format!("{own}/confirmation"), &[]).await?.sent_on()?;
        statement.send(&firm, TEXT, "infosec").await?.sent_on()?;
        firm.infosec.post(&format!("{waiting}/confirmation"), &[]).await?.refused()?;
    }

    async fn whoever_can_confirm_an_entry_is_told_of_it(firm: Firm) {
        entered(&firm).await?;
        for who in ["ceo", "cfo"] {
            let letters = steps::letters(&firm, who).await?;
            let waits = letters.iter().find(|(subject, _)| subject == "Please confirm: Priya Raman in top management");
            assert!(waits.is_some_and(|(_, text)| text.contains("/top-management/apt_")), "{who}: {letters:?}");
        }
        assert!(steps::letters(&firm, "infosec").await?.is_empty());
    }

    async fn where_nobody_else_is_in_office_an_internal_auditor_confirms(firm: Firm) {
        let form = [("person", firm.id("hr").to_string()), ("role", "internal-auditor".to_owned()), ("from", "2026-03-10".to_owned())];
        let form: Vec<(&str, &str)> = form.iter().map(|(a, b)| (*a, b.as_str())).collect();
        firm.admin.post("/roles", &form).await?.sent_on()?;
        let own = entered(&firm).await?;
        firm.hr.post(&format!("{own}/confirmation"), &[]).await?.refused()?;
        let list = firm.program("infosec").await?.get("/api/v1/top-management").await?.ok()?.json()?;
        for item in list["items"].as_array().unwrap().iter().filter(|item| item["body"] == "Management board" && item["name"] != "Priya Raman") {
            let relief = format!("/top-management/{}/relief", item["id"].as_str().unwrap());
            firm.infosec.post(&relief, &[("until", "2026-03-09"), ("reason", "Resigned")]).await?.sent_on()?;
        }
        assert_eq!(firm.infosec.post(&format!("{own}/confirmation"), &[]).await?.status, StatusCode::FORBIDDEN);
        firm.hr.post(&format!("{own}/confirmation"), &[]).await?.sent_on()?;
        let page = firm.auditor.get(&own).await?.ok()?.text();
        assert!(page.contains("Hanna Vogt confirmed it.") && page.contains("In office"), "{page}");
    }

    async fn an_end_has_a_reason_and_overwrites_nothing(firm: Firm) {
        let entry = entered(&firm).await?;
        let relief = format!("{entry}/relief");
        let blank = firm.infosec.post(&relief, &[("until", "2026-03-09"), ("reason", " ")]).await?;
        assert_eq!(blank.status, StatusCode::UNPROCESSABLE_ENTITY);
        let end = [("until", "2026-03-09"), ("reason", "Resigned")];
        assert_eq!(firm.ceo.post(&relief, &end).await?.status, StatusCode::FORBIDDEN);
        firm.infosec.post(&relief, &end).await?.sent_on()?;
        assert_eq!(firm.infosec.post(&relief, &end).await?.status, StatusCode::UNPROCESSABLE_ENTITY);
        let now = firm.ceo.get("/top-management").await?.ok()?.text();
        assert!(now.contains("2 entries in office") && now.contains("Ended"), "{now}");
        let then = firm.ceo.get("/top-management?as-of=2026-03-05").await?.ok()?.text();
        assert!(then.contains("3 entries in office"), "{then}");
    }

    async fn what_is_missing_is_said_beside_its_field(firm: Firm) {
        let fields = [("person", "nobody@acme.example"), ("body", "Board"), ("capacity", "Chair"), ("from", "2026-03-01"), ("basis", "x")];
        let refused = firm.infosec.upload("/top-management", "", Vec::new(), &fields).await?;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = refused.text();
        assert!(page.contains("There is nobody here of that name or address.") && page.contains("value=\"Chair\""));
    }

    async fn only_the_security_manager_enters(firm: Firm) {
        for other in [&firm.ceo, &firm.hr, &firm.employee, &firm.auditor, &firm.admin] {
            let refused = other.upload("/top-management", "", Vec::new(), &PRIYA).await?;
            assert_eq!(refused.status, StatusCode::FORBIDDEN);
        }
        assert_eq!(firm.employee.get("/top-management").await?.status, StatusCode::FORBIDDEN);
    }
}

/// Somebody takes the confirmations out of the database, so that nobody looks at this firm afterwards.
#[tokio::test]
async fn what_was_asked_of_somebody_is_not_signed_under_an_office_that_waits() -> anyhow::Result<()>
{
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let firm = testkit::firm(engine).await?;
        let (_, request) = steps::sent(&firm, TEXT).await?;
        firm.app
            .act_as_system(firm.org, {
                let org = firm.org;
                move |act| {
                    Box::pin(async move {
                        act.db
                            .run(
                                "DELETE FROM appointment_confirmation WHERE org = $1",
                                kit::args![org],
                            )
                            .await?;
                        act.db
                            .run(
                                "UPDATE appointment SET is_first = FALSE WHERE org = $1",
                                kit::args![org],
                            )
                            .await?;
                        anyhow::Ok(())
                    })
                }
            })
            .await?;
        let refused = steps::signs(&firm.ceo, &request, TEXT).await?;
        assert!(refused.status.is_client_error(), "{}", refused.status);
        assert_eq!(steps::records(&firm, "document-signed").await?, 0);
    }
    Ok(())
}
