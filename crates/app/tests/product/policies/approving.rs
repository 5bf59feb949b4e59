//! Several approve: in their order, enough of them, none of them what they sent or wrote alone.

use app::documents::{self, DocumentKind, NewPublication};
use futures_util::future::join;
use kit::{Digest, args};
use testkit::on_each_engine;

use super::*;
use crate::published::{by, count};

const MATRIX: &str = "# Who approves what\n\n| Kind | Body | How many |\n|---|---|---|\n\
                      | topic-policy | Management board | 2 |\n";

on_each_engine! {
    async fn one_stage_is_asked_after_the_other_and_then_the_text_holds(firm: Firm) {
        let document = policy(&firm, DocumentKind::TopicPolicy, TEXT).await?;
        send_in_two_stages(&firm, document).await?;
        assert!(asked(&firm, "cfo").await?.is_none(), "it is not their turn");

        let first = waiting(&firm, "ceo").await?;
        let page = firm.ceo.get(&format!("/signatures/{first}")).await?.ok()?.text();
        assert!(page.contains("0 resourced, 1 without need, 1 accepted as a risk"), "{page}");
        assert!(page.contains("Approve as Dana Reyes, Managing director"), "{page}");
        approve(&firm.ceo, first, &[]).await?.sent_on()?;
        let publish = NewPublication { document, version: 1, shown: Digest::of(TEXT), due_days: 14 };
        let early = by(&firm, "infosec", move |act| Box::pin(async move {
            Ok(app::assignments::publish(act, publish).await?)
        })).await;
        assert!(early.is_err(), "half approved is not approved");

        let second = waiting(&firm, "cfo").await?;
        approve(&firm.cfo, second, &[]).await?.sent_on()?;
        let page = firm.infosec.get(&format!("/policies/{document}")).await?.ok()?.text();
        assert!(page.contains("Everybody it needs has approved it."), "{page}");
        by(&firm, "infosec", move |act| Box::pin(async move {
            Ok(app::assignments::publish(act, publish).await?)
        })).await?;
        let page = firm.employee.get("/policies").await?.ok()?.text();
        assert!(page.contains("Access"), "{page}");
    }

    async fn approving_twice_leaves_one_approval(firm: Firm) {
        let document = policy(&firm, DocumentKind::TopicPolicy, TEXT).await?;
        send_in_two_stages(&firm, document).await?;
        let request = waiting(&firm, "ceo").await?;
        approve(&firm.ceo, request, &[]).await?.sent_on()?;
        approve(&firm.ceo, request, &[]).await?.sent_on()?;
        assert_eq!(count(&firm, "SELECT count(*) FROM signature").await?, 1);
    }

    async fn two_who_approve_at_the_same_instant_make_one_approval(firm: Firm) {
        let document = policy(&firm, DocumentKind::TopicPolicy, TEXT).await?;
        let ceo = format!("stage-{}", office(&firm, "ceo").await?);
        let cfo = format!("stage-{}", office(&firm, "cfo").await?);
        let together = [(ceo.as_str(), "1"), (cfo.as_str(), "1"), ("quorum-1", "2")];
        send(&firm, document, TEXT, &together).await?.sent_on()?;
        let (one, other) = (waiting(&firm, "ceo").await?, waiting(&firm, "cfo").await?);
        let (one, other) = join(
            approve(&firm.ceo, one, &[]),
            approve(&firm.cfo, other, &[]),
        ).await;
        one?.sent_on()?;
        other?.sent_on()?;
        assert_eq!(count(&firm, "SELECT count(*) FROM approval").await?, 1);
    }

    async fn who_is_not_needed_any_more_is_told_so_and_approves_nothing(firm: Firm) {
        let document = policy(&firm, DocumentKind::TopicPolicy, TEXT).await?;
        let ceo = format!("stage-{}", office(&firm, "ceo").await?);
        let cfo = format!("stage-{}", office(&firm, "cfo").await?);
        let either = [(ceo.as_str(), "1"), (cfo.as_str(), "1"), ("quorum-1", "1")];
        send(&firm, document, TEXT, &either).await?.sent_on()?;
        let (one, other) = (waiting(&firm, "ceo").await?, waiting(&firm, "cfo").await?);
        approve(&firm.ceo, one, &[]).await?.sent_on()?;
        assert!(asked(&firm, "cfo").await?.is_none());
        let page = firm.cfo.get(&format!("/signatures/{other}")).await?.ok()?.text();
        assert!(page.contains("no longer needed"), "{page}");
        approve(&firm.cfo, other, &[]).await?.refused()?;
    }

    async fn a_refusal_too_many_ends_the_round_and_says_why(firm: Firm) {
        let document = policy(&firm, DocumentKind::TopicPolicy, TEXT).await?;
        send_in_two_stages(&firm, document).await?;
        let request = waiting(&firm, "ceo").await?;
        let shown = Digest::of(TEXT).to_string();
        let fields = [("shown", shown.as_str()), ("reason", "Nobody can do this each quarter.")];
        firm.ceo.post(&format!("/signatures/{request}/decline"), &fields).await?.sent_on()?;
        let page = firm.infosec.get(&format!("/policies/{document}")).await?.ok()?.text();
        assert!(page.contains("Too few are left who could approve it."), "{page}");
        assert!(page.contains("Nobody can do this each quarter."), "{page}");
        assert!(asked(&firm, "cfo").await?.is_none());
    }

    async fn taking_a_text_back_ends_every_request_of_its_round(firm: Firm) {
        let document = policy(&firm, DocumentKind::TopicPolicy, TEXT).await?;
        let ceo = format!("stage-{}", office(&firm, "ceo").await?);
        let cfo = format!("stage-{}", office(&firm, "cfo").await?);
        let both = [(ceo.as_str(), "1"), (cfo.as_str(), "1"), ("quorum-1", "2")];
        send(&firm, document, TEXT, &both).await?.sent_on()?;
        let request = waiting(&firm, "ceo").await?;
        let path = format!("/signatures/{request}/withdrawal");
        let back = firm.infosec.post(&path, &[("reason", "The text changes.")]).await?.sent_on()?;
        assert_eq!(back.location()?, format!("/policies/{document}"));
        assert!(asked(&firm, "ceo").await?.is_none() && asked(&firm, "cfo").await?.is_none());
        let page = firm.infosec.get(&format!("/policies/{document}")).await?.ok()?.text();
        assert!(page.contains("It was withdrawn"), "{page}");
    }

    async fn authors_alone_approve_nothing(firm: Firm) {
        let document = policy(&firm, DocumentKind::TopicPolicy, "# Access\n\nOld.\n").await?;
        by(&firm, "ceo", move |act| Box::pin(async move {
            let before = Digest::of("# Access\n\nOld.\n");
            Ok(documents::save_draft(act, document, TEXT, before).await?)
        })).await?;
        let ceo = format!("stage-{}", office(&firm, "ceo").await?);
        let cfo = format!("stage-{}", office(&firm, "cfo").await?);
        let alone = send(&firm, document, TEXT, &[(ceo.as_str(), "1")]).await?.refused()?;
        assert!(alone.text().contains("Only authors would have to approve"), "{}", alone.text());
        let either = [(ceo.as_str(), "1"), (cfo.as_str(), "1"), ("quorum-1", "1")];
        send(&firm, document, TEXT, &either).await?.refused()?;
        let both = [(ceo.as_str(), "1"), (cfo.as_str(), "1"), ("quorum-1", "2")];
        send(&firm, document, TEXT, &both).await?.sent_on()?;
    }

    async fn the_database_itself_lets_nobody_approve_what_they_sent_or_wrote_alone(firm: Firm) {
        let document = policy(&firm, DocumentKind::TopicPolicy, TEXT).await?;
        send_in_two_stages(&firm, document).await?;
        let (org, infosec) = (firm.org, firm.id("infosec"));
        let own = kit::act::plainly(&firm.app.db, move |db| Box::pin(async move {
            db.run(
                "INSERT INTO approval_step (org, round, stage, quorum, person, appointment, requested_by) \
                 SELECT org, round, 1, 1, $2, appointment, $2 FROM approval_step WHERE org = $1 AND stage = 1",
                args![org, infosec],
            ).await
        })).await;
        assert!(own.is_err(), "whoever sent it is no approver");
        let alone = kit::act::plainly(&firm.app.db, move |db| Box::pin(async move {
            db.run(
                "INSERT INTO approval (org, document, version, round, change, approved_at, record) \
                 SELECT org, document, version, id, change, requested_at, record FROM approval_round \
                 WHERE org = $1",
                args![org],
            ).await
        })).await;
        assert!(alone.is_err(), "nobody approved it who did not write it");
    }

    async fn every_duty_has_its_answer_and_a_risk_its_end(firm: Firm) {
        let document = policy(&firm, DocumentKind::TopicPolicy, TEXT).await?;
        let ceo = format!("stage-{}", office(&firm, "ceo").await?);
        for wrong in [("because-2", ""), ("resourcing-1", ""), ("until-1", ""), ("until-1", "2027-06-30"), ("until-1", "soon")] {
            let fields = [(ceo.as_str(), "1"), wrong];
            let reply = send(&firm, document, TEXT, &fields).await?.refused()?;
            assert!(reply.text().contains("Say for every duty what it takes"), "{wrong:?}");
        }
        assert_eq!(count(&firm, "SELECT count(*) FROM version").await?, 0, "nothing half done");
        send(&firm, document, TEXT, &[(ceo.as_str(), "1")]).await?.sent_on()?;
    }

    async fn a_changed_text_needs_each_approvers_word_on_how_much_it_changes(firm: Firm) {
        let document = policy(&firm, DocumentKind::TopicPolicy, TEXT).await?;
        send_in_two_stages(&firm, document).await?;
        approve(&firm.ceo, waiting(&firm, "ceo").await?, &[]).await?.sent_on()?;
        approve(&firm.cfo, waiting(&firm, "cfo").await?, &[]).await?.sent_on()?;
        const LATER: &str = "# Access\n\nEverybody, management too, always.\n\n## Duties\n\n\
                             - IT reviews every right each quarter.\n- Everybody locks the screen.\n";
        by(&firm, "infosec", move |act| Box::pin(async move {
            documents::draft_again(act, document).await?;
            Ok(documents::save_draft(act, document, LATER, Digest::of(TEXT)).await?)
        })).await?;
        let ceo = format!("stage-{}", office(&firm, "ceo").await?);
        let fields = [(ceo.as_str(), "1"), ("change", "editorial")];
        send(&firm, document, LATER, &fields).await?.sent_on()?;
        let request = waiting(&firm, "ceo").await?;
        let shown = Digest::of(LATER).to_string();
        let path = format!("/signatures/{request}");
        let mut fields = vec![("shown", shown.as_str()), ("language", "en"), ("without_passkey", "yes")];
        let unsaid = firm.ceo.post(&path, &fields).await?.refused()?;
        assert!(unsaid.text().contains("Say whether the change is one of substance"), "{}", unsaid.text());
        fields.push(("change", "material"));
        firm.ceo.post(&path, &fields).await?.sent_on()?;
        let agreed = count(&firm, "SELECT count(*) FROM approval WHERE version = 2 AND change = 'material'");
        assert_eq!(agreed.await?, 1, "what an approver calls material is");
    }

    async fn the_matrix_is_held_to(firm: Firm) {
        let matrix = policy(&firm, DocumentKind::ApprovalMatrix, MATRIX).await?;
        let ceo = format!("stage-{}", office(&firm, "ceo").await?);
        let cfo = format!("stage-{}", office(&firm, "cfo").await?);
        send(&firm, matrix, MATRIX, &[(ceo.as_str(), "1")]).await?.sent_on()?;
        let request = waiting(&firm, "ceo").await?;
        let shown = Digest::of(MATRIX).to_string();
        let fields = [("shown", shown.as_str()), ("language", "en"), ("without_passkey", "yes")];
        firm.ceo.post(&format!("/signatures/{request}"), &fields).await?.sent_on()?;

        let document = policy(&firm, DocumentKind::TopicPolicy, TEXT).await?;
        let one = send(&firm, document, TEXT, &[(ceo.as_str(), "1")]).await?.refused()?;
        assert!(one.text().contains("topic-policy, Management board, 2"), "{}", one.text());
        let both = [(ceo.as_str(), "1"), (cfo.as_str(), "1"), ("quorum-1", "2")];
        send(&firm, document, TEXT, &both).await?.sent_on()?;
    }

    async fn an_approver_who_left_office_approves_nothing(firm: Firm) {
        let document = policy(&firm, DocumentKind::TopicPolicy, TEXT).await?;
        let cfo = office(&firm, "cfo").await?;
        let stage = format!("stage-{cfo}");
        send(&firm, document, TEXT, &[(stage.as_str(), "1")]).await?.sent_on()?;
        let request = waiting(&firm, "cfo").await?;
        let appointment = cfo.parse()?;
        by(&firm, "infosec", move |act| Box::pin(async move {
            let until = "2026-03-09".parse()?;
            Ok(app::people::relieve(act, appointment, until, "Left the board.".to_owned()).await?)
        })).await?;
        approve(&firm.cfo, request, &[]).await?.refused()?;
        assert_eq!(count(&firm, "SELECT count(*) FROM approval").await?, 0);
    }

    async fn another_firm_finds_nothing_of_it(firm: Firm) {
        let other = firm.beside("Umbra").await?;
        let document = policy(&firm, DocumentKind::TopicPolicy, TEXT).await?;
        for page in ["", "/approval", "/review"] {
            let reply = other.infosec.get(&format!("/policies/{document}{page}")).await?;
            assert_eq!(reply.status, 404, "{page}");
        }
        let path = format!("/policies/{document}/approval");
        assert_eq!(other.infosec.post(&path, &[]).await?.status, 404);
    }
}
