//! Reminders: of a late signature on working days, of a review 60 and 30 days before.

use testkit::on_each_engine;

use super::steps::{TEXT, letters, sent, signed};

on_each_engine! {
    async fn a_late_signatory_is_reminded_once_on_a_working_day(firm: Firm) {
        sent(&firm, TEXT).await?;
        let reminders = async || -> anyhow::Result<usize> {
            let letters = letters(&firm, "ceo").await?;
            Ok(letters.iter().filter(|(subject, _)| subject.contains("still needs")).count())
        };
        firm.set_clock("2026-03-17T09:00:00Z")?;
        assert_eq!(reminders().await?, 0, "due today is not late");
        firm.set_clock("2026-03-18T09:00:00Z")?;
        assert_eq!(reminders().await?, 1);
        firm.set_clock("2026-03-19T09:00:00Z")?;
        assert_eq!(reminders().await?, 1, "not every day");
        firm.set_clock("2026-03-21T09:00:00Z")?;
        assert_eq!(reminders().await?, 1, "not on a Saturday");
        firm.set_clock("2026-03-23T09:00:00Z")?;
        assert_eq!(reminders().await?, 2);
    }

    async fn a_review_is_announced_twice(firm: Firm) {
        let (statement, _) = signed(&firm, TEXT).await?;
        statement.publish(&firm.infosec, 1, TEXT).await?.sent_on()?;
        let announced = async || -> anyhow::Result<usize> {
            let letters = letters(&firm, "infosec").await?;
            Ok(letters.iter().filter(|(subject, _)| subject.contains("Review due")).count())
        };
        firm.set_clock("2027-01-08T09:00:00Z")?;
        assert_eq!(announced().await?, 0);
        for _ in 0..2 {
            firm.set_clock("2027-01-09T09:00:00Z")?;
            assert_eq!(announced().await?, 1);
        }
        firm.set_clock("2027-02-08T09:00:00Z")?;
        assert_eq!(announced().await?, 2);
    }
}
