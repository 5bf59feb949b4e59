//! Approving in another's place: given by whoever holds the office, for a kind and a time.

use app::documents::DocumentKind;
use testkit::on_each_engine;

use super::*;
use crate::published::count;

/// The field under which the form offers the delegate of an office.
async fn acting(firm: &Firm, office: &str) -> Result<String> {
    let mut db = firm.app.read().await?;
    let given = documents::delegations(&mut db, firm.org).await?;
    let id = given.first().context("a delegation")?.id;
    Ok(format!("stage-{office}-{id}"))
}

on_each_engine! {
    async fn a_delegate_approves_and_everybody_sees_for_whom(firm: Firm) {
        let office = office(&firm, "ceo").await?;
        give(&firm.ceo, &office, &[]).await?.sent_on()?;
        let document = policy(&firm, DocumentKind::TopicPolicy, TEXT).await?;
        let field = acting(&firm, &office).await?;
        send(&firm, document, TEXT, &[(field.as_str(), "1")]).await?.sent_on()?;
        let request = waiting(&firm, "manager").await?;
        approve(&firm.manager, request, &[]).await?.sent_on()?;
        let page = firm.infosec.get(&format!("/policies/{document}")).await?.ok()?.text();
        assert!(page.contains("acts for another"), "{page}");
        assert_eq!(count(&firm, "SELECT count(*) FROM approval").await?, 1);
    }

    async fn a_delegation_that_ended_approves_nothing(firm: Firm) {
        let office = office(&firm, "ceo").await?;
        give(&firm.ceo, &office, &[]).await?.sent_on()?;
        let document = policy(&firm, DocumentKind::TopicPolicy, TEXT).await?;
        let field = acting(&firm, &office).await?;
        send(&firm, document, TEXT, &[(field.as_str(), "1")]).await?.sent_on()?;
        let request = waiting(&firm, "manager").await?;
        let id = field.rsplit('-').next().context("an id")?;
        let path = format!("/delegations/{id}/end");
        firm.ceo.post(&path, &[("reason", "Back again.")]).await?.sent_on()?;
        approve(&firm.manager, request, &[]).await?.refused()?;
        assert_eq!(count(&firm, "SELECT count(*) FROM approval").await?, 0);
    }

    async fn it_covers_only_its_kinds(firm: Firm) {
        let office = office(&firm, "ceo").await?;
        give(&firm.ceo, &office, &[]).await?.sent_on()?;
        let document = policy(&firm, DocumentKind::SecurityPolicy, TEXT).await?;
        let field = acting(&firm, &office).await?;
        send(&firm, document, TEXT, &[(field.as_str(), "1")]).await?.refused()?;
    }

    async fn nobody_delegates_what_is_not_theirs(firm: Firm) {
        let office = office(&firm, "ceo").await?;
        give(&firm.cfo, &office, &[]).await?.refused()?;
        assert_eq!(give(&firm.infosec, &office, &[]).await?.status, 403);
        give(&firm.ceo, &office, &[("delegate", "ceo@acme.example")]).await?.refused()?;
        give(&firm.ceo, &office, &[("delegate", "nobody@acme.example")]).await?.refused()?;
        give(&firm.ceo, &office, &[("first_day", "2026-03-01")]).await?.refused()?;
        give(&firm.ceo, &office, &[("last_day", "2028-03-01")]).await?.refused()?;
        give(&firm.ceo, &office, &[("reason", " ")]).await?.refused()?;
        assert_eq!(count(&firm, "SELECT count(*) FROM delegation").await?, 0);
    }

    async fn only_whoever_gave_it_ends_it(firm: Firm) {
        let office = office(&firm, "ceo").await?;
        give(&firm.ceo, &office, &[]).await?.sent_on()?;
        let field = acting(&firm, &office).await?;
        let id = field.rsplit('-').next().context("an id")?;
        let path = format!("/delegations/{id}/end");
        assert_eq!(firm.cfo.post(&path, &[("reason", "No.")]).await?.status, 404);
        firm.ceo.post(&path, &[("reason", "Back again.")]).await?.sent_on()?;
        firm.ceo.post(&path, &[("reason", "Back again.")]).await?.sent_on()?;
        assert_eq!(count(&firm, "SELECT count(*) FROM delegation_end").await?, 1);
    }
}
