//! Looking at a policy again: with an outcome, a reason, and the next day.

use kit::Digest;
use testkit::on_each_engine;

use super::*;
use crate::published::count;

on_each_engine! {
    async fn a_review_moves_the_next_one(firm: Firm) {
        let (document, _) = in_force(&firm).await?;
        let shown = Digest::of(TEXT).to_string();
        let path = format!("/policies/{document}/review");
        let fields = [
            ("shown", shown.as_str()),
            ("outcome", "no-change"),
            ("reason", "The new directory changes nothing in what we ask."),
            ("trigger", "Phishing in February"),
            ("next_review_on", "2026-09-01"),
        ];
        firm.infosec.post(&path, &fields).await?.sent_on()?;
        let page = firm.infosec.get(&format!("/policies/{document}")).await?.ok()?.text();
        assert!(page.contains("Next review 1 September 2026"), "{page}");
        assert!(page.contains("Phishing in February"), "{page}");
    }

    async fn reviewed_alone_is_no_reason(firm: Firm) {
        let (document, _) = in_force(&firm).await?;
        let shown = Digest::of(TEXT).to_string();
        let path = format!("/policies/{document}/review");
        let good = [
            ("shown", shown.as_str()),
            ("outcome", "no-change"),
            ("reason", "Nothing in our systems changed since."),
            ("next_review_on", "2026-09-01"),
        ];
        for wrong in [("reason", "reviewed"), ("outcome", ""), ("next_review_on", "2028-01-01"), ("next_review_on", "2026-03-10")] {
            let mut fields = good.to_vec();
            fields.retain(|(field, _)| *field != wrong.0);
            fields.push(wrong);
            firm.infosec.post(&path, &fields).await?.refused()?;
        }
        assert_eq!(count(&firm, "SELECT count(*) FROM review").await?, 0);
        assert_eq!(firm.employee.post(&path, &good).await?.status, 403);
    }
}
