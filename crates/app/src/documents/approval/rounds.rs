//! What a round lays before its approvers: exactly what its record says.

use std::collections::HashMap;

use anyhow::Result;
use futures_util::TryStreamExt;
use futures_util::future::BoxFuture;
use kit::db::Conn;
use kit::id::OrgId;
use kit::reconcile::Difference;
use record::kinds::ApprovalRequested;
use record::kinds::words::Stage;
use record::{Body, Envelope};

use super::super::store::approvals::{self, StepOf};
use super::model::Resourced;
use super::request::recorded_duty;

/// The first round of which an approver or a duty is not as its record has it.
pub fn differ(db: &mut Conn, org: OrgId) -> BoxFuture<'_, Result<Option<Difference>>> {
    Box::pin(async move {
        let mut steps: HashMap<String, Vec<StepOf>> = HashMap::new();
        for step in approvals::steps(db, org).await? {
            steps.entry(step.round.clone()).or_default().push(step);
        }
        let mut duties: HashMap<String, Vec<Resourced>> = HashMap::new();
        for (round, duty) in approvals::all_duties(db, org).await? {
            duties.entry(round).or_default().push(duty);
        }
        let mut requested = approvals::requested(db, org).await?;
        while let Some((idx, bytes)) = requested.try_next().await? {
            let Body::ApprovalRequested(said) = Envelope::parse(&bytes)?.body else {
                continue;
            };
            let round = said.round.to_string();
            let steps = steps.remove(&round).unwrap_or_default();
            let duties = duties.remove(&round).unwrap_or_default();
            let what = match (is_same_way(&said, steps), is_same_cost(&said, &duties)) {
                (false, _) => "approval_step.person",
                (_, false) => "duty_resourcing.resourcing",
                _ => continue,
            };
            return Ok(Some(Difference::Differs {
                what: what.to_owned(),
                index: idx.and_then(|idx| u64::try_from(idx).ok()),
            }));
        }
        let strays = [
            ("approval_step", steps.len()),
            ("duty_resourcing", duties.len()),
        ];
        let stray = strays.into_iter().find(|(_, rounds)| *rounds > 0);
        Ok(stray.map(|(table, _)| Difference::Unrecorded {
            table: table.to_owned(),
        }))
    })
}

/// The same people at the same stages, by the same authority, in whatever order.
fn is_same_way(said: &ApprovalRequested, mut kept: Vec<StepOf>) -> bool {
    let mut asked: Vec<StepOf> = (1..)
        .zip(&said.stages)
        .flat_map(|(at, stage)| steps_of(said, at, stage))
        .collect();
    asked.sort();
    kept.sort();
    asked == kept
}

fn steps_of(said: &ApprovalRequested, at: i64, stage: &Stage) -> Vec<StepOf> {
    let step = |approver: &record::kinds::words::Approver| StepOf {
        round: said.round.to_string(),
        stage: at,
        quorum: i64::from(stage.quorum),
        person: approver.person.to_string(),
        appointment: approver.appointment.to_string(),
        delegation: approver.delegation.as_ref().map(ToString::to_string),
    };
    stage.approvers.iter().map(step).collect()
}

fn is_same_cost(said: &ApprovalRequested, kept: &[Resourced]) -> bool {
    kept.iter()
        .map(recorded_duty)
        .eq(said.duties.iter().cloned())
}
