//! Attacks on the approval of a policy: too few, in the wrong order, by whoever sent it or wrote it, by a right that
//! does not reach so far.

use record::kinds::words::{Approver, Change, Proof, Stage};
use record::kinds::*;
use record::{Actor, Concealed, Digest, Id};

use crate::acme::{Acme, ada, bob, failures, id};

const TEXT: &str = "# Access\n\n## Duties\n\n- IT reviews every right.\n";

fn cyd() -> Id {
    id("per", 3)
}

/// Ada and Bob direct the firm; Cyd sends what they approve.
fn firm() -> Acme {
    let mut acme = Acme::staffed();
    acme.join(cyd(), "Cyd Example");
    acme.appoint(2, bob());
    acme.confirm_appointment(2, bob(), ada());
    acme
}

fn approver(person: Id, appointment: u8) -> Approver {
    Approver {
        person,
        appointment: id("apt", appointment),
        delegation: None,
    }
}

fn stage(quorum: u32, approvers: Vec<Approver>) -> Stage {
    Stage { quorum, approvers }
}

fn by(person: Id) -> Actor {
    Actor::person(person, Concealed::default())
}

impl Acme {
    fn send(&mut self, sender: Id, authors: Vec<Id>, stages: Vec<Stage>) {
        self.documents
            .insert(Digest::of(TEXT).to_string(), TEXT.into());
        let object = self.logged.len() as u8;
        let requested = ApprovalRequested {
            round: id("rnd", 1),
            document: id("doc", 2),
            kind: "topic-policy".into(),
            version: 1,
            title: "Access".into(),
            text: Digest::of(TEXT),
            change: Change::First,
            authors,
            stages,
            matrix: None,
            duties: vec![],
        };
        self.act_as(by(sender), object, requested);
    }

    /// Asks an approver, who presses the button.
    fn approves(&mut self, approver: &Approver, number: u8) {
        let Approver {
            person,
            appointment,
            delegation,
        } = approver.clone();
        self.act(SignatureRequested {
            request: id("req", number),
            document: id("doc", 2),
            kind: "topic-policy".into(),
            version: 1,
            title: "Access".into(),
            language: "en".into(),
            text: Digest::of(TEXT),
            bytes: TEXT.len() as u64,
            change: Change::First,
            previous_version: None,
            from: person.clone(),
            appointment: appointment.clone(),
            effective_on: None,
            next_review_on: None,
            round: Some(id("rnd", 1)),
        });
        self.act(DocumentSigned {
            request: id("req", number),
            document: id("doc", 2),
            kind: "topic-policy".into(),
            version: 1,
            title: "Access".into(),
            text: Digest::of(TEXT),
            language: "en".into(),
            person,
            appointment,
            capacity: "Managing director".into(),
            words: "I approve it.".into(),
            method: "code".into(),
            proof: Proof::L1 {
                session: Digest::of("session"),
            },
            changed_this_year: None,
            change: None,
            approves: None,
            delegation,
        });
    }

    fn publishes(&mut self, kind: &str) {
        self.act(DocumentPublished {
            publication: id("pub", 2),
            document: id("doc", 2),
            kind: kind.into(),
            version: 1,
            title: "Access".into(),
            text: Digest::of(TEXT),
            language: "en".into(),
            audience: "everyone".into(),
            people: 3,
            due_days: 14,
        });
    }
}

#[test]
fn one_stage_after_the_other_and_then_published_is_genuine() {
    let mut acme = firm();
    let (ada, bob) = (approver(ada(), 1), approver(bob(), 2));
    let stages = vec![stage(1, vec![ada.clone()]), stage(1, vec![bob.clone()])];
    acme.send(cyd(), vec![cyd()], stages);
    acme.approves(&ada, 1);
    acme.approves(&bob, 2);
    acme.publishes("topic-policy");
    assert_eq!(failures(&acme.check()), [].into());
}

#[test]
fn published_before_everybody_it_needs_has_approved() {
    let mut acme = firm();
    let (ada, bob) = (approver(ada(), 1), approver(bob(), 2));
    acme.send(cyd(), vec![cyd()], vec![stage(2, vec![ada.clone(), bob])]);
    acme.approves(&ada, 1);
    acme.publishes("topic-policy");
    assert_eq!(failures(&acme.check()), ["QUORUM_NOT_MET"].into());
}

#[test]
fn the_second_stage_before_the_first() {
    let mut acme = firm();
    let (ada, bob) = (approver(ada(), 1), approver(bob(), 2));
    let stages = vec![stage(1, vec![ada.clone()]), stage(1, vec![bob.clone()])];
    acme.send(cyd(), vec![cyd()], stages);
    acme.approves(&bob, 2);
    acme.approves(&ada, 1);
    acme.publishes("topic-policy");
    assert_eq!(failures(&acme.check()), ["ORDER_VIOLATED"].into());
}

#[test]
fn approved_by_whoever_sent_it() {
    let mut acme = firm();
    let ada_approves = approver(ada(), 1);
    acme.send(
        ada(),
        vec![cyd()],
        vec![stage(1, vec![ada_approves.clone()])],
    );
    acme.approves(&ada_approves, 1);
    acme.publishes("topic-policy");
    let found = failures(&acme.check());
    assert_eq!(found, ["QUORUM_NOT_MET", "SELF_COUNTERSIGNED"].into());
}

#[test]
fn approved_by_its_author_alone() {
    let mut acme = firm();
    let ada_approves = approver(ada(), 1);
    acme.send(
        cyd(),
        vec![ada()],
        vec![stage(1, vec![ada_approves.clone()])],
    );
    acme.approves(&ada_approves, 1);
    acme.publishes("topic-policy");
    assert_eq!(failures(&acme.check()), ["QUORUM_NOT_MET"].into());
}

/// Bob lets Cyd approve; Ada sends.
fn delegated(scope: &str, last_day: &str, giver: Id) -> Acme {
    let mut acme = firm();
    let object = acme.logged.len() as u8;
    let given = ApprovalDelegated {
        delegation: id("dlg", 1),
        from: bob(),
        appointment: id("apt", 2),
        to: cyd(),
        scope: vec![scope.into()],
        first_day: "2026-01-01".parse().unwrap(),
        last_day: last_day.parse().unwrap(),
        reason: "Leave.".into(),
    };
    acme.act_as(by(giver), object, given);
    let acting = Approver {
        person: cyd(),
        appointment: id("apt", 2),
        delegation: Some(id("dlg", 1)),
    };
    acme.send(ada(), vec![ada()], vec![stage(1, vec![acting.clone()])]);
    acme.approves(&acting, 1);
    acme.publishes("topic-policy");
    acme
}

#[test]
fn by_a_delegation_that_holds_it_is_genuine() {
    let acme = delegated("topic-policy", "2027-12-31", bob());
    assert_eq!(failures(&acme.check()), [].into());
}

#[test]
fn by_a_delegation_that_is_over() {
    let acme = delegated("topic-policy", "2026-01-31", bob());
    assert_eq!(failures(&acme.check()), ["DELEGATION_EXPIRED"].into());
}

#[test]
fn by_a_delegation_for_something_else() {
    let acme = delegated("guideline", "2027-12-31", bob());
    assert_eq!(failures(&acme.check()), ["DELEGATION_SCOPE"].into());
}

#[test]
fn by_a_delegation_that_another_gave() {
    let acme = delegated("topic-policy", "2027-12-31", ada());
    let found = failures(&acme.check());
    assert!(found.contains("DELEGATION_SCOPE"), "{found:?}");
}
