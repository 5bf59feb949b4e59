//! Approval: who had to approve a text, in which order, and whether enough of them did.
//!
//! A round names its stages before anybody answers. What counts is what the log shows at the moment
//! of publication: every stage has its quorum, no stage began before the one in front of it had
//! ended, nobody approved what they had asked for, and not only authors approved.

use std::collections::HashMap;

use record::kinds::words::Approver;
use record::kinds::{
    ApprovalDelegated, ApprovalRequested, DelegationEnded, DocumentPublished, DocumentSigned,
};
use record::{Digest, Id, Pid};

use super::found::Found;
use super::ledger::Seen;
use super::offices::days_around;
use crate::finding::{Code, Finding};

/// Kinds of documents that are published only after a round; the others take one signature.
const BY_ROUND: [&str; 3] = ["information-security-policy", "topic-policy", "guideline"];

#[derive(Debug, Default)]
pub(super) struct Approvals {
    rounds: HashMap<Id, Round>,
    delegations: HashMap<Id, Delegation>,
}

#[derive(Debug)]
struct Round {
    document: Id,
    kind: String,
    version: u32,
    text: Digest,
    requester: Option<Id>,
    authors: Vec<Id>,
    stages: Vec<Stage>,
}

#[derive(Debug)]
struct Stage {
    quorum: usize,
    approvers: Vec<Approver>,
    approved: Vec<Id>,
}

#[derive(Debug)]
struct Delegation {
    given: ApprovalDelegated,
    /// Given by the person whose authority it is.
    is_own: bool,
    has_ended: bool,
}

impl Approvals {
    pub(super) fn delegate(&mut self, seen: &Seen<'_>, given: &ApprovalDelegated) {
        let is_own = actor(seen).is_some_and(|actor| *actor == given.from);
        self.delegations.insert(
            given.delegation.clone(),
            Delegation {
                given: given.clone(),
                is_own,
                has_ended: false,
            },
        );
    }

    pub(super) fn end(&mut self, ended: &DelegationEnded) {
        if let Some(delegation) = self.delegations.get_mut(&ended.delegation) {
            delegation.has_ended = true;
        }
    }

    /// Learns a round, and names whoever would approve what they ask for.
    pub(super) fn request(
        &mut self,
        seen: &Seen<'_>,
        requested: &ApprovalRequested,
        found: &mut Found,
    ) {
        let requester = actor(seen).cloned();
        let asked = requested.stages.iter().flat_map(|stage| &stage.approvers);
        for approver in asked.filter(|asked| requester.as_ref() == Some(&asked.person)) {
            found.add(themselves(seen, &approver.person));
        }
        let stages = requested.stages.iter().map(|stage| Stage {
            quorum: stage.quorum as usize,
            approvers: stage.approvers.clone(),
            approved: Vec::new(),
        });
        self.rounds.insert(
            requested.round.clone(),
            Round {
                document: requested.document.clone(),
                kind: requested.kind.clone(),
                version: requested.version,
                text: requested.text,
                requester,
                authors: requested.authors.clone(),
                stages: stages.collect(),
            },
        );
    }

    /// Whose office an approval rests on: that of whoever delegated, or the signatory's own.
    pub(super) fn holder<'a>(&'a self, signed: &'a DocumentSigned) -> &'a Id {
        signed
            .delegation
            .as_ref()
            .and_then(|id| self.delegations.get(id))
            .filter(|delegation| delegation.is_own)
            .map_or(&signed.person, |delegation| &delegation.given.from)
    }

    /// Learns an approval that answers a request of this round.
    pub(super) fn approve(
        &mut self,
        seen: &Seen<'_>,
        signed: &DocumentSigned,
        round: &Id,
        found: &mut Found,
    ) {
        if let Some(id) = &signed.delegation {
            self.check_delegation(seen, signed, id, found);
        }
        let Some(round) = self
            .rounds
            .get_mut(round)
            .filter(|round| round.is_of(signed))
        else {
            let what = format!("The round that record {} approves in", seen.index);
            let missing = Finding::new(Code::SignedRecordNotInLog).at(seen.index);
            found.add(missing.arg("what", what));
            return;
        };
        if round.requester.as_ref() == Some(&signed.person) {
            found.add(themselves(seen, &signed.person));
        }
        let Some(at) = round.stage_of(signed) else {
            found.add(scope(seen, signed, "its round does not ask them so"));
            return;
        };
        if round.stages[..at].iter().any(|stage| !stage.is_met()) {
            let early = Finding::new(Code::OrderViolated).at(seen.index);
            found.add(
                early
                    .subject(&signed.person)
                    .arg("person", &signed.person)
                    .arg("stage", at + 1),
            );
        }
        let approved = &mut round.stages[at].approved;
        if !approved.contains(&signed.person) {
            approved.push(signed.person.clone());
        }
    }

    fn check_delegation(
        &self,
        seen: &Seen<'_>,
        signed: &DocumentSigned,
        id: &Id,
        found: &mut Found,
    ) {
        let Some(delegation) = self.delegations.get(id) else {
            found.add(scope(seen, signed, "it was never entered in this log"));
            return;
        };
        let given = &delegation.given;
        if !delegation.is_own {
            found.add(scope(seen, signed, "somebody else gave it"));
        } else if given.to != signed.person || given.appointment != signed.appointment {
            found.add(scope(seen, signed, "it is another's"));
        } else if !given.scope.contains(&signed.kind) {
            found.add(scope(
                seen,
                signed,
                "it does not cover this kind of document",
            ));
        }
        let (before, after) = days_around(seen.record.at);
        if delegation.has_ended || after < given.first_day || given.last_day < before {
            let expired = Finding::new(Code::DelegationExpired).at(seen.index);
            found.add(
                expired
                    .subject(&signed.person)
                    .arg("person", &signed.person)
                    .arg("first", given.first_day)
                    .arg("last", given.last_day),
            );
        }
    }

    /// A kind that takes a round is published only once a round of exactly this text is complete.
    pub(super) fn publish(
        &self,
        seen: &Seen<'_>,
        published: &DocumentPublished,
        found: &mut Found,
    ) {
        let mut rounds = self
            .rounds
            .values()
            .filter(|round| round.document == published.document)
            .filter(|round| (round.version, round.text) == (published.version, published.text))
            .peekable();
        if rounds.peek().is_none() && !BY_ROUND.contains(&published.kind.as_str()) {
            return;
        }
        let why = match rounds.peek() {
            None => "nobody was asked to approve it",
            Some(_) => "a stage lacks its quorum, or only authors approved",
        };
        if !rounds.any(|round| round.is_complete()) {
            let missing = Finding::new(Code::QuorumNotMet).at(seen.index);
            found.add(missing.subject(&published.document).arg("why", why));
        }
    }
}

impl Round {
    fn is_of(&self, signed: &DocumentSigned) -> bool {
        (&self.document, &self.kind, self.version, self.text)
            == (&signed.document, &signed.kind, signed.version, signed.text)
    }

    fn stage_of(&self, signed: &DocumentSigned) -> Option<usize> {
        let asked = |approver: &Approver| {
            (
                &approver.person,
                &approver.appointment,
                &approver.delegation,
            ) == (&signed.person, &signed.appointment, &signed.delegation)
        };
        self.stages
            .iter()
            .position(|stage| stage.approvers.iter().any(asked))
    }

    fn is_complete(&self) -> bool {
        let counts =
            |person: &Id| !self.authors.contains(person) && self.requester.as_ref() != Some(person);
        let mut approved = self.stages.iter().flat_map(|stage| &stage.approved);
        !self.stages.is_empty() && self.stages.iter().all(Stage::is_met) && approved.any(counts)
    }
}

impl Stage {
    fn is_met(&self) -> bool {
        self.quorum > 0 && self.approved.len() >= self.quorum
    }
}

fn actor<'a>(seen: &'a Seen<'_>) -> Option<&'a Id> {
    match &seen.record.actor.pid {
        Pid::Person(person) => Some(person),
        Pid::System => None,
    }
}

fn themselves(seen: &Seen<'_>, person: &Id) -> Finding {
    Finding::new(Code::SelfCountersigned)
        .at(seen.index)
        .subject(person)
        .arg("person", person)
}

fn scope(seen: &Seen<'_>, signed: &DocumentSigned, why: &str) -> Finding {
    Finding::new(Code::DelegationScope)
        .at(seen.index)
        .subject(&signed.person)
        .arg("person", &signed.person)
        .arg("why", why)
}
