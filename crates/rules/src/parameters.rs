//! The 25 parameters of the rules: how much, who says so, and which way is looser.
//!
//! A parameter has one threshold or several; each threshold has a key under which it is changed and looked up.
//! Where a figure comes from decides what may be done with it: law has a hard limit, the rest is a decision of
//! management, and every loosening is looked at by the rule `rule-weakened`.

mod table;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::facts::{Changed, Facts};

pub use table::PARAMETERS;

/// A figure that rules ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Parameter {
    /// Its name, such as `stmt.max_age`; also the key of its first threshold.
    pub name: &'static str,
    /// Who says that it has to be so.
    pub origin: Origin,
    /// Places that fix the figure for those to whom they apply, such as `ir2690:1.1.2`.
    pub bound_by: &'static [&'static str],
    /// What a reader should know, in our own words; may be empty.
    pub note: &'static str,
    /// Its values; the first is the main one.
    pub thresholds: &'static [Threshold],
}

/// One value of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Threshold {
    /// The key under which it is changed and looked up.
    pub key: &'static str,
    /// The value we ship.
    pub default: u32,
    /// In what it counts.
    pub unit: Unit,
    /// Which way a change loosens it.
    pub loosened_by: Loosening,
    /// The loosest value allowed, both ends included; `None` where only management's decision counts.
    pub hard_limit: Option<u32>,
}

/// Who says that a figure has to be so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// A law or regulation.
    Law,
    /// A standard or code that the organisation follows.
    Standard,
    /// The organisation's own policy; failing it is a nonconformity all the same.
    OwnPolicy,
    /// Nobody; experience suggests it.
    GoodPractice,
}

/// In what a threshold counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    Months,
    Days,
    WorkingDays,
    Hours,
    Percent,
    Times,
}

/// Which way a change makes a rule ask for less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Loosening {
    /// A higher value asks for less.
    Raising,
    /// A lower value asks for less.
    Lowering,
}

/// The threshold with this key, and the parameter it belongs to.
///
/// ```
/// let (parameter, threshold) = rules::parameters::find("exception.max.renewals").expect("a key we ship");
/// assert_eq!((parameter.name, threshold.default), ("exception.max", 2));
/// ```
pub fn find(key: &str) -> Option<(&'static Parameter, &'static Threshold)> {
    PARAMETERS.iter().find_map(|parameter| {
        let threshold = parameter
            .thresholds
            .iter()
            .find(|threshold| threshold.key == key)?;
        Some((parameter, threshold))
    })
}

impl Threshold {
    /// Whether going from one value to another asks for less.
    pub fn is_loosened(&self, from: u32, to: u32) -> bool {
        match self.loosened_by {
            Loosening::Raising => to > from,
            Loosening::Lowering => to < from,
        }
    }

    /// Whether the hard limit, if there is one, allows a value.
    pub fn allows(&self, value: u32) -> bool {
        self.hard_limit
            .is_none_or(|limit| !self.is_loosened(limit, value))
    }

    fn within_limit(&self, value: u32) -> u32 {
        if self.allows(value) {
            value
        } else {
            self.hard_limit.unwrap_or(value)
        }
    }
}

impl Facts {
    /// The value of a threshold as at the as-at day: the last recorded change, else what we ship.
    /// A value beyond the hard limit counts as the limit.
    ///
    /// # Panics
    ///
    /// If there is no such key; the catalogue's tests hold that rules name only keys there are.
    pub fn threshold(&self, key: &str) -> u32 {
        let (_, threshold) = find(key).expect("rules name only thresholds that exist");
        let last = self
            .rule_changes
            .iter()
            .rev()
            .find_map(|change| match &change.changed {
                Changed::Threshold {
                    key: changed, to, ..
                } if changed == key => Some(*to),
                _ => None,
            });
        threshold.within_limit(last.unwrap_or(threshold.default))
    }

    /// Every threshold with its value as at the as-at day, by key.
    pub fn thresholds(&self) -> BTreeMap<&'static str, u32> {
        let keys = PARAMETERS
            .iter()
            .flat_map(|parameter| parameter.thresholds)
            .map(|threshold| threshold.key);
        keys.map(|key| (key, self.threshold(key))).collect()
    }
}
