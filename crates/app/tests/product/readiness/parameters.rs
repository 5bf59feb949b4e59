//! Thresholds: who may change them, and who sees that they did.

use testkit::on_each_engine;

const AGE: &str = "/parameters/stmt.max_age";

on_each_engine! {
    async fn top_management_may_ask_for_less_and_auditors_see_it(firm: Firm) {
        let reason = "The board meets every eighteen months.";
        let sent = firm.ceo.post(AGE, &[("value", "18"), ("reason", reason)]).await?.sent_on()?;
        assert_eq!(sent.location()?, AGE);
        let page = firm.auditor.get(AGE).await?.ok()?.text();
        assert!(page.contains("18 months") && page.contains("Dana Reyes set it to 18 months:") && page.contains(reason), "{page}");
        let readiness = app::readiness::check(&firm.app, firm.org, None).await?;
        assert_eq!(readiness.thresholds["stmt.max_age"], 18);
        assert_eq!(readiness.worst_of("rule-weakened").map(|it| it.case), Some("all-decided"));
    }

    async fn the_security_manager_may_ask_for_more_only(firm: Firm) {
        let looser = firm.infosec.post(AGE, &[("value", "18"), ("reason", "Convenient.")]).await?.refused()?.text();
        assert!(looser.contains("decided by a member of top management") && looser.contains("Convenient."), "{looser}");
        firm.infosec.post(AGE, &[("value", "6"), ("reason", "Twice a year.")]).await?.sent_on()?;
        let readiness = app::readiness::check(&firm.app, firm.org, None).await?;
        assert_eq!(readiness.thresholds["stmt.max_age"], 6);
    }

    async fn a_change_needs_a_number_and_a_reason(firm: Firm) {
        for (value, reason, sentence) in [
            ("soon", "x", "Give a whole number."),
            ("12", "x", "This is the value already."),
            ("6", "  ", "Say why, in"),
        ] {
            let page = firm.ceo.post(AGE, &[("value", value), ("reason", reason)]).await?.refused()?.text();
            assert!(page.contains(sentence), "{page}");
        }
        let readiness = app::readiness::check(&firm.app, firm.org, None).await?;
        assert_eq!(readiness.worst_of("rule-weakened").map(|it| it.case), Some("unchanged"));
    }

    async fn auditors_look_and_change_nothing(firm: Firm) {
        let page = firm.auditor.get(AGE).await?.ok()?.text();
        assert!(!page.contains("<form class=\"narrow\""));
        let refused = firm.auditor.post(AGE, &[("value", "6"), ("reason", "Better.")]).await?;
        assert_eq!(refused.status, 403);
    }

    async fn a_threshold_that_no_rule_uses_cannot_be_changed(firm: Firm) {
        let refused = firm.ceo.post("/parameters/wb.ack", &[("value", "8"), ("reason", "More time.")]).await?;
        assert_eq!(refused.status, 404);
        assert!(firm.ceo.get("/parameters").await?.ok()?.text().contains("Time to acknowledge a report of wrongdoing"));
    }
}
