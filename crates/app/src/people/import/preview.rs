//! What an import would do: who joins, who comes back, who changes, who leaves. Nothing is done yet.
//!
//! A list that is complete says by its silence that somebody has left, so a list that lost half its lines would dismiss
//! half the company: more than a tenth stops and asks, and an empty file dismisses nobody.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::comparison::{self, FieldChange};
use super::managers::{self, Node};
use super::matching::match_rows;
use super::person::{Person, Profile};
use super::problem::{CannotImport, Warning};
use super::roster::Roster;
use super::rows::{Row, Rows};
use super::words::Status;

/// Everything an import would do, in an order that depends on nothing but the file and the people.
/// Kept after it was applied, with the ids the joiners got, it is also everything an undo has to know.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// In the order of the file.
    pub joiners: Vec<Joiner>,
    /// People who had left and are on the list again, in the order of the file.
    pub returners: Vec<Change>,
    /// In the order of the file.
    pub changes: Vec<Change>,
    /// By name.
    pub leavers: Vec<Leaver>,
    /// How many people are here and stay as they are.
    pub unchanged: usize,
    /// How many people are here now.
    pub current: usize,
    pub warnings: Vec<Warning>,
}

/// Somebody new.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joiner {
    pub line: u64,
    pub profile: Profile,
}

/// Somebody known about whom something differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub line: u64,
    pub person: String,
    pub before: Profile,
    pub after: Profile,
    /// What differs, as words to show.
    pub fields: Vec<FieldChange>,
}

/// Somebody who is here and will not be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaver {
    pub person: String,
    pub name: String,
    /// The last day: the file's, or today where it has none.
    pub on: Date,
    /// The last day as it was planned before.
    pub planned: Option<Date>,
    pub why: Why,
    /// `None` for somebody who is not in the file.
    pub line: Option<u64>,
}

/// Why somebody counts as a leaver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The list is complete and the person is not on it.
    NotInFile,
    LastDay,
    Status,
    /// The account is suspended; worth a second look, because a suspension may be temporary.
    Suspended,
}

/// So many leavers that somebody has to say that it is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManyLeavers {
    pub leavers: usize,
    /// How many people are here now.
    pub of: usize,
}

/// Why a plan may not be applied yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{} of {} people would leave; confirm that this is meant.", .0.leavers, .0.of)]
pub struct Unconfirmed(pub ManyLeavers);

/// Compares the people of a file with the people known.
///
/// `complete_list` says that the file names everybody, so that whoever is missing has left.
/// Takes time in proportion to the number of people.
pub fn plan(
    existing: &[Person],
    rows: &Rows,
    today: Date,
    complete_list: bool,
) -> Result<Plan, CannotImport> {
    let mut refused = CannotImport::default();
    let mut warnings = Vec::new();
    let matches = match_rows(existing, &rows.list, today, &mut refused, &mut warnings);
    let roster = Roster::new(existing, rows, today, complete_list, matches);
    roster.refuse_taken_addresses(&mut refused);
    roster.warn(&mut warnings);
    let nodes = roster.nodes();
    let managers = managers::resolve(&nodes, &mut refused, &mut warnings);

    let mut plan = Comparison {
        roster: &roster,
        nodes,
        managers,
    }
    .plan();
    plan.warnings = warnings;
    refused.or(plan)
}

impl Plan {
    /// The counts to confirm, when more than a tenth of the people, and more than one, would leave.
    pub fn confirmation(&self) -> Option<ManyLeavers> {
        let leavers = self.leavers.len();
        (leavers > 1 && leavers * 10 > self.current).then_some(ManyLeavers {
            leavers,
            of: self.current,
        })
    }

    /// Whether the plan may be applied, given what somebody confirmed. Only the very same counts confirm a plan.
    pub fn may_apply(&self, confirmed: Option<ManyLeavers>) -> Result<(), Unconfirmed> {
        match self.confirmation() {
            Some(needed) if confirmed != Some(needed) => Err(Unconfirmed(needed)),
            _ => Ok(()),
        }
    }

    /// Whether applying the plan would do nothing.
    pub fn is_empty(&self) -> bool {
        self.joiners.is_empty()
            && self.returners.is_empty()
            && self.changes.is_empty()
            && self.leavers.is_empty()
    }
}

/// Everybody, and the position of everybody's manager as it will be.
struct Comparison<'a> {
    roster: &'a Roster<'a>,
    nodes: Vec<Node<'a>>,
    managers: Vec<Option<usize>>,
}

impl Comparison<'_> {
    fn plan(&self) -> Plan {
        let known = self.roster.existing.len();
        let current = (0..known)
            .filter(|person| !self.roster.is_gone(*person))
            .count();
        let mut plan = Plan {
            current,
            leavers: self.leavers(),
            ..Plan::default()
        };

        let mut new = known..;
        for (row, person) in self.roster.matched_rows() {
            match person {
                Some(person) => self.compare(person, row, &mut plan),
                None => self.welcome(new.next(), row, &mut plan),
            }
        }
        plan
    }

    fn welcome(&self, node: Option<usize>, row: &Row, plan: &mut Plan) {
        if row.has_left(self.roster.today) {
            return;
        }
        let manager = node
            .and_then(|node| self.managers[node])
            .map(|manager| self.nodes[manager].who.clone());
        let profile = comparison::joiner(row, manager, self.roster.today);
        plan.joiners.push(Joiner {
            line: row.line,
            profile,
        });
    }

    fn compare(&self, person: usize, row: &Row, plan: &mut Plan) {
        if self.roster.will_be_gone(person) {
            return;
        }
        let change = self.change(person, row);
        match (self.roster.is_gone(person), change.before == change.after) {
            (true, _) => plan.returners.push(change),
            (false, false) => plan.changes.push(change),
            (false, true) => plan.unchanged += 1,
        }
    }

    fn change(&self, person: usize, row: &Row) -> Change {
        let Person {
            id,
            profile: before,
            ..
        } = &self.roster.existing[person];
        let (old, new) = (self.nodes[person].manager, self.managers[person]);
        // Where nothing is new, the manager stays as written, even one who is not among the people handed in.
        let manager = match new {
            Some(new) if Some(new) != old => Some(self.nodes[new].who.clone()),
            None if old.is_some() => None,
            _ => before.manager.clone(),
        };
        let after = comparison::merged(
            &self.roster.existing[person],
            row,
            &self.roster.rows.fields,
            manager,
            self.roster.today,
        );
        let name_of = |node: Option<usize>| node.map(|node| self.nodes[node].name);
        let fields = comparison::differences(before, &after, (name_of(old), name_of(new)));
        Change {
            line: row.line,
            person: id.clone(),
            before: before.clone(),
            after,
            fields,
        }
    }

    fn leavers(&self) -> Vec<Leaver> {
        let mut leavers: Vec<Leaver> = (0..self.roster.existing.len())
            .filter(|person| !self.roster.is_gone(*person) && self.roster.will_be_gone(*person))
            .map(|person| self.leaver(person))
            .collect();
        leavers.sort_by(|a, b| (&a.name, &a.person).cmp(&(&b.name, &b.person)));
        leavers
    }

    fn leaver(&self, person: usize) -> Leaver {
        let Person { id, profile, .. } = &self.roster.existing[person];
        let row = self.roster.row_of(person);
        let why = match row.map(|row| row.status) {
            None => Why::NotInFile,
            Some(Some(Status::Suspended)) => Why::Suspended,
            Some(Some(Status::Left)) => Why::Status,
            Some(Some(Status::Active) | None) => Why::LastDay,
        };
        Leaver {
            person: id.clone(),
            name: profile.name.clone(),
            on: row.and_then(|row| row.left_on).unwrap_or(self.roster.today),
            planned: profile.left_on,
            why,
            line: row.map(|row| row.line),
        }
    }
}

#[cfg(test)]
mod tests;
