//! What an approval moves: the round goes on to its next stage, or the version holds.

use anyhow::{Context, Result};
use kit::{Act, Day};

use super::super::model::{Change, Level, Outcome, Request, Signature, Version};
use super::super::{DocumentKind, store};
use super::model::{Approver, Round, RoundState};
use super::request::{agreed, ask_stage, next_of};
use crate::people::{self, Office};

/// The office by which somebody answers this request today: their own, or that of whoever lets
/// them act.
pub(in crate::documents) async fn entitled(
    act: &mut Act,
    request: &Request,
    kind: DocumentKind,
) -> Result<Option<Office>> {
    let today = people::today(act).await?;
    if request.round.is_none() {
        let org = act.org();
        let serving = people::serving_on(&mut act.db, org, request.signatory, today).await?;
        return Ok(serving.map(|serving| Office {
            appointment: serving.id,
            person: serving.person,
            name: String::new(),
            body: serving.body,
            capacity: serving.capacity,
        }));
    }
    let approver = Approver {
        person: request.signatory,
        appointment: request.appointment,
        delegation: request.delegation,
    };
    entitlement(act, &approver, kind, today).await
}

/// The office that lets this approver approve a kind of document on a day.
pub(super) async fn entitlement(
    act: &mut Act,
    approver: &Approver,
    kind: DocumentKind,
    on: Day,
) -> Result<Option<Office>> {
    let org = act.org();
    let holder = match approver.delegation {
        None => approver.person,
        Some(id) => {
            let given = store::delegations::delegation(&mut act.db, org, id).await?;
            let given = given.filter(|given| given.delegate == approver.person);
            let Some(given) = given.filter(|given| given.covers(kind.word(), on)) else {
                return Ok(None);
            };
            given.delegator
        }
    };
    let offices = people::offices(&mut act.db, org, on).await?;
    Ok(offices
        .into_iter()
        .find(|office| (office.appointment, office.person) == (approver.appointment, holder)))
}

/// How much the version changes in the judgement of all, if this answer is the last that its round
/// needs. A request outside a round stands alone.
pub(in crate::documents) async fn approves(
    act: &mut Act,
    request: &Request,
    level: Level,
    said: Option<Change>,
) -> Result<Option<Change>> {
    let Some(round) = round_of(act, request).await? else {
        return Ok(None);
    };
    let signed = Outcome::Signed {
        at: act.now(),
        level,
    };
    if round.with_approval(request.id, signed).state() != RoundState::Approved {
        return Ok(None);
    }
    let org = act.org();
    let earlier = store::approvals::changes_said(&mut act.db, org, round.id).await?;
    Ok(Some(agreed(round.change, earlier.into_iter().chain(said))))
}

/// After a signature: the version holds, or the next stage is asked.
pub(in crate::documents) async fn proceed(
    act: &mut Act,
    request: &Request,
    (signature, version): (&Signature, &Version),
) -> Result<()> {
    let Some(round) = round_of(act, request).await? else {
        return store::approvals::approve(act, (signature, None), version.change).await;
    };
    match (signature.approves, round.state()) {
        (Some(change), _) => {
            store::approvals::approve(act, (signature, Some(round.id)), change).await
        }
        (None, RoundState::Open { stage }) if round.at(stage).all(|it| it.request.is_none()) => {
            let approvers: Vec<Approver> = round.at(stage).map(|step| step.approver).collect();
            let next = next_of(act, &round, version.clone()).await?;
            ask_stage(act, &round, &next, &approvers).await
        }
        _ => Ok(()),
    }
}

async fn round_of(act: &mut Act, request: &Request) -> Result<Option<Round>> {
    let Some(id) = request.round else {
        return Ok(None);
    };
    let org = act.org();
    let round = store::approvals::round(&mut act.db, org, id).await?;
    Ok(Some(round.context("a request has its round")?))
}
