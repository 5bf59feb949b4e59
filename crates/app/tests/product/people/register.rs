//! The register of top management.

use reqwest::StatusCode;
use testkit::on_each_engine;

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
        assert_eq!(firm.infosec.post(&confirmation, &[]).await?.status, StatusCode::UNPROCESSABLE_ENTITY);
        firm.ceo.post(&confirmation, &[]).await?.sent_on()?;
        let again = firm.ceo.post(&confirmation, &[]).await?;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = firm.auditor.get(&entry).await?.ok()?.text();
        assert!(page.contains("Dana Reyes confirmed it."));
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
