//! Changing a threshold: loosening is a decision of top management, in person and with a reason;
//! whoever runs the programme may ask for more, never for less.

use kit::Act;
use record::kinds::ParameterChanged;
use rules::parameters::{self, Origin, Parameter, Threshold};

use super::store;
use crate::identity::{Role, Roles};

/// Why a threshold is not changed.
#[derive(Debug, thiserror::Error)]
pub(super) enum CannotChange {
    #[error("There is no such threshold.")]
    NoSuchThreshold,
    #[error("Give a whole number.")]
    NotANumber,
    #[error("This is the value already.")]
    Unchanged,
    #[error("The law does not allow this value.")]
    BeyondTheLimit,
    #[error("Say why, in at most 1,000 characters.")]
    NoReason,
    #[error("Asking for less is decided by a member of top management, signed in personally.")]
    NotYours,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotChange {
    NotANumber says "parameter-refused-not-a-number",
    Unchanged says "parameter-refused-unchanged",
    BeyondTheLimit says "parameter-refused-limit",
    NoReason says "parameter-refused-no-reason",
    NotYours says "parameter-refused-not-yours";
    NoSuchThreshold is NotFound,
});

/// Longest reason that is recorded; it stands in a record for ever.
const REASON: usize = 1000;

/// Gives a threshold another value, as whoever acts.
pub(super) async fn change_parameter(
    act: &mut Act,
    roles: Roles,
    key: &str,
    value: &str,
    reason: &str,
) -> Result<(), CannotChange> {
    let (parameter, threshold) = parameters::find(key)
        .filter(|_| is_used(key))
        .ok_or(CannotChange::NoSuchThreshold)?;
    let reason = reason.trim();
    let to: u32 = value.trim().parse().map_err(|_| CannotChange::NotANumber)?;
    let org = act.org();
    act.db.lock(&format!("{org}/{key}")).await?;
    let last = store::last_value(&mut act.db, org, key).await?;
    let from = last
        .and_then(|last| last.parse().ok())
        .unwrap_or(threshold.default);
    decide(threshold, from, to, roles)?;
    if reason.is_empty() || reason.chars().count() > REASON {
        return Err(CannotChange::NoReason);
    }
    let loosens = threshold.is_loosened(from, to);
    let body = ParameterChanged {
        parameter: key.to_owned(),
        from: Some(from.to_string()),
        to: to.to_string(),
        origin: origin(parameter),
        loosens,
        reason: reason.to_owned(),
        decided_by: act.person()?.into(),
        request: None,
    };
    let recorded = act.record(object(org, key), body).await?;
    store::insert_parameter_change(act, key, to, reason, recorded.id).await?;
    Ok(())
}

/// Whether some rule of the catalogue asks for the threshold; the others measure nothing yet.
pub(super) fn is_used(key: &str) -> bool {
    rules::CATALOG
        .iter()
        .any(|rule| rule.thresholds.contains(&key))
}

fn decide(threshold: &Threshold, from: u32, to: u32, roles: Roles) -> Result<(), CannotChange> {
    if to == from {
        return Err(CannotChange::Unchanged);
    }
    if !threshold.allows(to) {
        return Err(CannotChange::BeyondTheLimit);
    }
    let may_loosen = roles.holds(Role::TopManagement);
    let may_tighten = may_loosen || roles.holds(Role::SecurityManager);
    let may = if threshold.is_loosened(from, to) {
        may_loosen
    } else {
        may_tighten
    };
    may.then_some(()).ok_or(CannotChange::NotYours)
}

fn origin(parameter: &Parameter) -> record::kinds::words::Origin {
    use record::kinds::words::Origin as Recorded;
    match parameter.origin {
        Origin::Law => Recorded::Law,
        Origin::Standard => Recorded::Standard,
        Origin::OwnPolicy => Recorded::OwnPolicy,
        Origin::GoodPractice => Recorded::GoodPractice,
    }
}

/// The threshold of an organisation as an object of its own: every change is a revision of it.
fn object(org: kit::id::OrgId, key: &str) -> record::ObjectId {
    let digest = kit::Digest::of(format!("{org}/parameter/{key}"));
    let mut id = [0; 16];
    id.copy_from_slice(&digest.0[..16]);
    record::ObjectId(id)
}

#[cfg(test)]
mod tests {
    use super::{CannotChange, decide};
    use crate::identity::{Role, Roles};
    use rules::parameters::find;

    fn decides(role: Role, key: &str, from: u32, to: u32) -> Result<(), CannotChange> {
        let (_, threshold) = find(key).unwrap();
        decide(threshold, from, to, Roles::of([role]))
    }

    #[test]
    fn the_security_manager_may_ask_for_more_but_not_for_less() {
        assert!(decides(Role::SecurityManager, "stmt.max_age", 12, 6).is_ok());
        assert!(matches!(
            decides(Role::SecurityManager, "stmt.max_age", 12, 18),
            Err(CannotChange::NotYours)
        ));
    }

    #[test]
    fn top_management_may_ask_for_less_within_the_law() {
        assert!(decides(Role::TopManagement, "stmt.max_age", 12, 18).is_ok());
        assert!(matches!(
            decides(Role::TopManagement, "wb.ack", 7, 8),
            Err(CannotChange::BeyondTheLimit)
        ));
    }

    #[test]
    fn an_administrator_changes_nothing() {
        assert!(matches!(
            decides(Role::Administrator, "stmt.max_age", 12, 6),
            Err(CannotChange::NotYours)
        ));
    }
}
