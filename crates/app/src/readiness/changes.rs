//! Changes of thresholds and records of another time than their own, for the rules on integrity.

use std::collections::BTreeMap;

use anyhow::Result;
use kit::Moment;
use kit::db::Conn;
use kit::id::OrgId;
use rules::facts::{Changed, Decision, RuleChange, TimeTrail, Trail};
use rules::parameters;

use super::store;

/// Every change of a threshold, with the value it replaced.
pub(super) async fn read(db: &mut Conn, org: OrgId) -> Result<Vec<RuleChange>> {
    let mut values: BTreeMap<String, u32> = BTreeMap::new();
    let rows = store::parameter_changes(db, org).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| change(&mut values, row))
        .collect())
}

fn change(values: &mut BTreeMap<String, u32>, row: store::ParameterRow) -> Option<RuleChange> {
    let to = row.value.parse().ok()?;
    let shipped = parameters::find(&row.parameter).map_or(to, |(_, threshold)| threshold.default);
    let from = values.insert(row.parameter.clone(), to).unwrap_or(shipped);
    let at = row.changed_at.timestamp();
    Some(RuleChange {
        changed: Changed::Threshold {
            key: row.parameter,
            from,
            to,
        },
        at,
        by: row.decided_by.clone(),
        reason: Some(row.reason),
        decision: Some(Decision {
            by: row.decided_by,
            at,
        }),
    })
}

/// The records that claim another time than their own; how many there are is asked per day.
pub(super) async fn trail(db: &mut Conn, org: OrgId) -> Result<Trail> {
    let rows = store::trail(db, org).await?;
    let entries = rows.into_iter().map(|row| TimeTrail {
        index: u64::try_from(row.idx).unwrap_or_default(),
        subject: row.kind.clone(),
        kind: row.kind,
        recorded_at: row.at.timestamp(),
        claimed_at: row.claimed.map(Moment::timestamp),
        anchored_at: None,
        late: row.late,
    });
    Ok(Trail {
        records: 0,
        entries: entries.collect(),
    })
}
