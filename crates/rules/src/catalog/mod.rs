//! The catalogue: one file per rule, in the order of the domain catalogue.
//!
//! A new rule is a new file and one line below.
//! Its comment is its page in the manual, its `says` block everything it can say;
//! the tests at the end of the file hold the whole catalogue to that shape.

use crate::rule::Rule;

mod backdated_record;
mod comms_from_top_missing;
mod evidence_undated;
mod exec_ack_missing;
mod impossible_chronology;
mod log_broken;
mod policy_ack_missing;
mod policy_changed_after_approval;
mod rule_weakened;
mod stmt_hollow;
mod stmt_missing;
mod stmt_signatory_left;
mod stmt_stale;
mod stmt_unpublished;
mod stmt_wrong_signatory;

/// Every rule there is.
pub const CATALOG: &[Rule] = &[
    stmt_missing::RULE,
    stmt_stale::RULE,
    stmt_wrong_signatory::RULE,
    stmt_signatory_left::RULE,
    stmt_unpublished::RULE,
    stmt_hollow::RULE,
    comms_from_top_missing::RULE,
    policy_changed_after_approval::RULE,
    policy_ack_missing::RULE,
    exec_ack_missing::RULE,
    backdated_record::RULE,
    impossible_chronology::RULE,
    log_broken::RULE,
    evidence_undated::RULE,
    rule_weakened::RULE,
];

/// The rule with this id, if there is one.
pub fn rule(id: &str) -> Option<&'static Rule> {
    CATALOG.iter().find(|rule| rule.id == id)
}

#[cfg(test)]
mod tests;
