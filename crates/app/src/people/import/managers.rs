//! The second pass: once everybody is known, whose manager is whom.
//!
//! A number outranks an address, an address outranks a name, and a name counts only when one person here bears it.
//! A manager nobody can tell leaves things as they are; a circle is refused, because somebody has to be at the top.

use std::collections::HashMap;

use kit::sheet::cells::fold;

use super::person::PersonRef;
use super::problem::{CannotImport, Problem, Warning};
use super::rows::ManagerRef;

/// How many names of a circle are spelt out.
const MOST_IN_CHAIN: usize = 10;

/// Anybody who may manage or be managed: known before, or new with this file.
#[derive(Debug)]
pub(super) struct Node<'a> {
    pub(super) who: PersonRef,
    pub(super) line: Option<u64>,
    pub(super) name: &'a str,
    pub(super) display_name: Option<&'a str>,
    pub(super) id: Option<&'a str>,
    pub(super) email: Option<&'a str>,
    pub(super) gone: bool,
    /// The position of the manager, as known before.
    pub(super) manager: Option<usize>,
    /// What the file says about the manager, if it speaks of managers and of this person.
    pub(super) says: Option<&'a ManagerRef>,
}

/// The position of everybody's manager, as it will be.
pub(super) fn resolve(
    nodes: &[Node<'_>],
    refused: &mut CannotImport,
    warnings: &mut Vec<Warning>,
) -> Vec<Option<usize>> {
    let index = Index::of(nodes);
    let mut managers: Vec<Option<usize>> = nodes.iter().map(|node| node.manager).collect();
    for (node, manager) in nodes
        .iter()
        .zip(&mut managers)
        .filter(|(node, _)| !node.gone)
    {
        let (Some(says), Some(line)) = (node.says, node.line) else {
            continue;
        };
        match index.resolve(says) {
            Answer::Nobody => *manager = None,
            Answer::Person(position) => *manager = Some(position),
            Answer::Two(by_id, by_email) => refused.add(Problem::TwoManagers {
                line,
                by_id: nodes[by_id].name.to_owned(),
                by_email: nodes[by_email].name.to_owned(),
            }),
            Answer::Unclear(found) => warnings.push(found.warning(line, node.name, says)),
        }
    }
    refuse_circles(nodes, &managers, refused);
    managers
}

/// What the file says about a manager, looked up.
enum Answer {
    /// The cell is blank: the person is at the top.
    Nobody,
    Person(usize),
    /// The number is one person's, the address another's.
    Two(usize, usize),
    Unclear(Found),
}

/// What one number, address or name leads to. The later, the more is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Found {
    Nobody,
    Many(usize),
    Gone,
    One(usize),
}

impl Found {
    fn warning(self, line: u64, name: &str, says: &ManagerRef) -> Warning {
        let name = name.to_owned();
        let manager = [&says.text, &says.email, &says.id]
            .into_iter()
            .flatten()
            .next()
            .cloned()
            .unwrap_or_default();
        match self {
            Self::Gone => Warning::ManagerLeft {
                line,
                name,
                manager,
            },
            Self::Many(count) => Warning::AmbiguousManager {
                line,
                name,
                manager,
                count,
            },
            Self::Nobody | Self::One(_) => Warning::UnknownManager {
                line,
                name,
                manager,
            },
        }
    }
}

/// Those who bear one number, address or name.
#[derive(Debug, Clone, Copy, Default)]
struct Bearers {
    here: usize,
    gone: usize,
    /// One of those here.
    one: usize,
}

struct Index<'a> {
    ids: HashMap<&'a str, Bearers>,
    emails: HashMap<String, Bearers>,
    names: HashMap<String, Bearers>,
}

impl<'a> Index<'a> {
    fn of(nodes: &[Node<'a>]) -> Self {
        let mut index = Self {
            ids: HashMap::with_capacity(nodes.len()),
            emails: HashMap::with_capacity(nodes.len()),
            names: HashMap::with_capacity(nodes.len()),
        };
        for (position, node) in nodes.iter().enumerate() {
            if let Some(id) = node.id {
                index.ids.entry(id).or_default().add(position, node.gone);
            }
            if let Some(email) = node.email {
                index
                    .emails
                    .entry(email.to_lowercase())
                    .or_default()
                    .add(position, node.gone);
            }
            let name = fold(node.name);
            if let Some(display_name) = node.display_name.map(fold).filter(|other| *other != name) {
                index
                    .names
                    .entry(display_name)
                    .or_default()
                    .add(position, node.gone);
            }
            index
                .names
                .entry(name)
                .or_default()
                .add(position, node.gone);
        }
        index
    }

    fn resolve(&self, says: &ManagerRef) -> Answer {
        let by_id = says.id.as_deref().map(|id| self.by_id(id));
        let by_email = says.email.as_deref().map(|email| self.by_email(email));
        if let (Some(Found::One(by_id)), Some(Found::One(by_email))) = (by_id, by_email)
            && by_id != by_email
        {
            return Answer::Two(by_id, by_email);
        }

        let by_text = says.text.as_deref().map(|text| self.by_text(text));
        let found = [by_id, by_email, by_text];
        match found
            .iter()
            .flatten()
            .find(|found| matches!(found, Found::One(_)))
        {
            Some(Found::One(position)) => Answer::Person(*position),
            _ => found
                .into_iter()
                .flatten()
                .max()
                .map_or(Answer::Nobody, Answer::Unclear),
        }
    }

    fn by_id(&self, id: &str) -> Found {
        Bearers::found(self.ids.get(id))
    }

    fn by_email(&self, email: &str) -> Found {
        Bearers::found(self.emails.get(&email.to_lowercase()))
    }

    fn by_name(&self, name: &str) -> Found {
        Bearers::found(self.names.get(&fold(name)))
    }

    fn by_text(&self, text: &str) -> Found {
        let turned = text
            .split_once(',')
            .map(|(family, given)| self.by_name(&format!("{given} {family}")));
        let tried = [
            Some(self.by_id(text)),
            Some(self.by_email(text)),
            Some(self.by_name(text)),
            turned,
        ];
        let first = tried
            .iter()
            .flatten()
            .find(|found| matches!(found, Found::One(_)))
            .copied();
        first
            .or(tried.into_iter().flatten().max())
            .unwrap_or(Found::Nobody)
    }
}

impl Bearers {
    fn add(&mut self, position: usize, gone: bool) {
        if gone {
            self.gone += 1;
        } else {
            self.here += 1;
            self.one = position;
        }
    }

    /// Somebody who left does not make the name of somebody here ambiguous.
    fn found(bearers: Option<&Self>) -> Found {
        match bearers.copied().unwrap_or_default() {
            Self { here: 1, one, .. } => Found::One(one),
            Self {
                here: 0, gone: 0, ..
            } => Found::Nobody,
            Self { here: 0, .. } => Found::Gone,
            Self { here, .. } => Found::Many(here),
        }
    }
}

/// Walks up from everybody once; whoever is met again on the same walk is in a circle.
fn refuse_circles(nodes: &[Node<'_>], managers: &[Option<usize>], refused: &mut CannotImport) {
    const UNSEEN: usize = usize::MAX;
    let mut seen_on = vec![UNSEEN; nodes.len()];
    for walk in 0..nodes.len() {
        let mut at = walk;
        while seen_on[at] == UNSEEN && !nodes[at].gone {
            seen_on[at] = walk;
            let Some(manager) = managers[at] else { break };
            at = manager;
            if seen_on[at] == walk {
                refused.extend(circle(nodes, managers, at));
            }
        }
    }
}

/// The circle through `start`, told from its first line in the file; one the file says nothing about is not its fault.
fn circle(nodes: &[Node<'_>], managers: &[Option<usize>], start: usize) -> Option<Problem> {
    let next = |at: &usize| managers[*at].filter(|at| *at != start);
    let mut members: Vec<usize> = std::iter::successors(Some(start), next).collect();
    let line_of = |at: &usize| nodes[*at].line.unwrap_or(u64::MAX);
    let (first, line) = members
        .iter()
        .map(line_of)
        .enumerate()
        .min_by_key(|(_, line)| *line)?;
    if line == u64::MAX {
        return None;
    }
    members.rotate_left(first);
    Some(Problem::CircularManagers {
        line,
        chain: chain(nodes, &members),
    })
}

fn chain(nodes: &[Node<'_>], members: &[usize]) -> String {
    let mut names: Vec<&str> = members
        .iter()
        .take(MOST_IN_CHAIN)
        .map(|at| nodes[*at].name)
        .collect();
    if members.len() > MOST_IN_CHAIN {
        names.push("…");
    }
    names.push(names[0]);
    names.join(" → ")
}
