//! Two people, or two browsers of one, press the same button at the same moment: it happens
//! once, and everybody is told how things stand.

use anyhow::{Result, ensure};
use futures_util::future::try_join_all;
use kit::Digest;
use reqwest::StatusCode;
use testkit::{Client, Reply, on_each_engine};

use crate::everything::Everything;
use crate::statements::steps::{TEXT, letters, records, sent, signed, written};

/// Presses of one button, sent together by each of these people several times.
async fn press(people: &[&Client], path: &str, fields: &[(&str, &str)]) -> Result<Vec<StatusCode>> {
    let presses = (0..3).flat_map(|_| people.iter().map(|who| who.post(path, fields)));
    let replies: Vec<Reply> = try_join_all(presses).await?;
    for reply in &replies {
        let is_clear = reply.status == StatusCode::SEE_OTHER
            || (reply.status.is_client_error() && reply.text().contains("<h1>"));
        ensure!(is_clear, "{}: {}", reply.status, reply.text());
    }
    Ok(replies.into_iter().map(|reply| reply.status).collect())
}

/// How many were sent on, to what was done.
fn done(answers: &[StatusCode]) -> usize {
    let done = answers
        .iter()
        .filter(|answer| **answer == StatusCode::SEE_OTHER);
    done.count()
}

on_each_engine! {
    async fn one_signature(firm: Firm) {
        let (_, request) = sent(&firm, TEXT).await?;
        let shown = Digest::of(TEXT).to_string();
        let phone = firm.browser_of(firm.id("ceo")).await?;
        let fields = [("shown", shown.as_str()), ("language", "en"), ("without_passkey", "yes")];
        press(&[&firm.ceo, &phone], &request, &fields).await?;
        assert_eq!(records(&firm, "document-signed").await?, 1);
        let receipts = letters(&firm, "ceo").await?;
        assert_eq!(receipts.iter().filter(|(subject, _)| subject.starts_with("You signed")).count(), 1);
    }

    async fn signed_or_declined_and_never_both(firm: Firm) {
        let (_, request) = sent(&firm, TEXT).await?;
        let shown = Digest::of(TEXT).to_string();
        let (sign, decline) = (
            [("shown", shown.as_str()), ("language", "en"), ("without_passkey", "yes")],
            [("shown", shown.as_str()), ("reason", "The budget is missing.")],
        );
        let away = format!("{request}/decline");
        let phone = firm.browser_of(firm.id("ceo")).await?;
        let (signs, declines) = tokio::join!(firm.ceo.post(&request, &sign), phone.post(&away, &decline));
        let mut answers = [signs?.status, declines?.status];
        answers.sort();
        assert_eq!(answers, [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]);
        let both = (records(&firm, "document-signed").await?, records(&firm, "signature-declined").await?);
        assert!(both == (1, 0) || both == (0, 1), "{both:?}");
    }

    async fn one_publication(firm: Firm) {
        let all = Everything::of(&firm).await?;
        let before = records(&firm, "document-published").await?;
        let (statement, _) = signed(&firm, TEXT).await?;
        let consultant = firm.browser_of(all.consultant).await?;
        let shown = Digest::of(TEXT).to_string();
        let to = statement.at("/versions/1/publication");
        let answers = press(&[&firm.infosec, &consultant], &to, &[("shown", &shown), ("due_days", "14")]).await?;
        assert!(done(&answers) >= 1);
        assert_eq!(records(&firm, "document-published").await?, before + 1);
    }

    async fn one_confirmation_of_the_contents_by_each(firm: Firm) {
        let statement = written(&firm, TEXT).await?;
        let shown = Digest::of(TEXT).to_string();
        let found = [("shown", shown.as_str()), ("item.1", "Who speaks")];
        let answers = press(&[&firm.ceo, &firm.cfo], &statement.at("/contents"), &found).await?;
        assert_eq!(done(&answers), answers.len(), "each of them found it");
        assert_eq!(records(&firm, "contents-confirmed").await?, 2);
    }

    async fn one_acknowledgement(firm: Firm) {
        let all = Everything::of(&firm).await?;
        let shown = Digest::of(TEXT).to_string();
        let phone = firm.browser_of(firm.id("employee")).await?;
        let to = all.at("/acknowledgements/{publication}");
        let answers = press(&[&firm.employee, &phone], &to, &[("shown", &shown), ("language", "en")]).await?;
        assert_eq!(done(&answers), answers.len(), "each leads to the receipt");
        assert_eq!(records(&firm, "document-acknowledged").await?, 1);
    }

    async fn an_import_is_taken_back_once(firm: Firm) {
        let all = Everything::of(&firm).await?;
        let to = all.at("/people/imports/{import}/undo");
        let answers = press(&[&firm.hr, &firm.infosec], &to, &[("reason", "The wrong file")]).await?;
        assert_eq!(done(&answers), 1);
        assert_eq!(records(&firm, "people-import-undone").await?, 1);
    }

    async fn one_end_of_a_role(firm: Firm) {
        let all = Everything::of(&firm).await?;
        let other = firm.browser_of(firm.id("admin")).await?;
        let to = all.at("/roles/{grant}/end");
        let answers = press(&[&firm.admin, &other], &to, &[("reason", "Moved to sales")]).await?;
        assert_eq!(done(&answers), 1);
        assert_eq!(records(&firm, "role-ended").await?, 1);
    }

    async fn one_relief(firm: Firm) {
        let all = Everything::of(&firm).await?;
        let other = firm.browser_of(firm.id("infosec")).await?;
        let to = all.at("/top-management/{appointment}/relief");
        let answers = press(&[&firm.infosec, &other], &to, &[("until", "2026-03-10"), ("reason", "Resigned")]).await?;
        assert_eq!(done(&answers), 1);
        assert_eq!(records(&firm, "person-relieved").await?, 1);
    }
}
