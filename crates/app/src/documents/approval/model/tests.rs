use kit::dice::Dice;

use super::super::super::model::Level;
use super::*;

fn people<const N: usize>() -> [PersonId; N] {
    let dice = Dice::seeded(7);
    std::array::from_fn(|_| PersonId::fresh(Moment::from_millis(1), &dice))
}

fn stage(quorum: usize, people: &[PersonId]) -> Stage {
    let dice = Dice::seeded(8);
    let approver = |person: &PersonId| Approver {
        person: *person,
        appointment: AppointmentId::fresh(Moment::from_millis(1), &dice),
        delegation: None,
    };
    Stage {
        quorum,
        approvers: people.iter().map(approver).collect(),
    }
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn nobody_approves_what_they_sent() {
    let [ada, ben] = people();
    let way = [stage(1, &[ada, ben])];
    assert_eq!(route(&way, ada, ""), Err(Unroutable::Requester));
    assert_eq!(route(&way[..], people::<3>()[2], ""), Ok(()));
}

#[test]
fn authors_alone_approve_nothing_however_the_round_ends() {
    let [ada, ben, sender] = people();
    let by_ada = ada.to_string();
    let either = [stage(1, &[ada, ben])];
    assert_eq!(
        route(&either, sender, &by_ada),
        Err(Unroutable::OnlyAuthors)
    );
    let both = [stage(2, &[ada, ben])];
    assert_eq!(route(&both, sender, &by_ada), Ok(()));
    let one_after_the_other = [stage(1, &[ada]), stage(1, &[ben])];
    assert_eq!(route(&one_after_the_other, sender, &by_ada), Ok(()));
}

#[test]
fn a_stage_has_people_and_asks_for_no_more_than_it_has() {
    let [ada, ben, sender] = people();
    assert_eq!(route(&[], sender, ""), Err(Unroutable::Nobody));
    assert_eq!(route(&[stage(1, &[])], sender, ""), Err(Unroutable::Nobody));
    assert_eq!(
        route(&[stage(0, &[ada])], sender, ""),
        Err(Unroutable::Quorum)
    );
    assert_eq!(
        route(&[stage(3, &[ada, ben])], sender, ""),
        Err(Unroutable::Quorum)
    );
    let twice = [stage(1, &[ada]), stage(1, &[ben, ada])];
    assert_eq!(route(&twice, sender, ""), Err(Unroutable::Twice));
}

fn round(stages: &[(i64, &[Option<Outcome>])]) -> Round {
    let dice = Dice::seeded(9);
    let now = Moment::from_millis(1);
    let mut steps = Vec::new();
    for (at, (quorum, outcomes)) in stages.iter().enumerate() {
        for outcome in *outcomes {
            steps.push(Step {
                stage: at as i64 + 1,
                quorum: *quorum,
                approver: Approver {
                    person: PersonId::fresh(now, &dice),
                    appointment: AppointmentId::fresh(now, &dice),
                    delegation: None,
                },
                name: "Ada".to_owned(),
                request: outcome.as_ref().map(|_| RequestId::fresh(now, &dice)),
                outcome: outcome.clone(),
            });
        }
    }
    Round {
        id: RoundId::fresh(now, &dice),
        document: DocumentId::fresh(now, &dice),
        version: 1,
        change: Change::First,
        matrix: None,
        requested_by: PersonId::fresh(now, &dice),
        requested_at: now,
        due_on: day("2026-03-17"),
        record: RecordId::fresh(now, &dice),
        steps,
    }
}

fn approved() -> Option<Outcome> {
    Some(Outcome::Signed {
        at: Moment::from_millis(2),
        level: Level::L2,
    })
}

fn declined() -> Option<Outcome> {
    Some(Outcome::Declined {
        at: Moment::from_millis(2),
        reason: "too costly".to_owned(),
    })
}

#[test]
fn a_round_goes_stage_by_stage() {
    let open = Some(Outcome::Open);
    let first = round(&[(1, &[open.clone(), open.clone()]), (1, &[None])]);
    assert_eq!(first.state(), RoundState::Open { stage: 1 });
    let second = round(&[(1, &[approved(), open.clone()]), (1, &[open])]);
    assert_eq!(second.state(), RoundState::Open { stage: 2 });
    let last = round(&[(1, &[approved(), declined()]), (1, &[approved()])]);
    assert_eq!(last.state(), RoundState::Approved);
}

#[test]
fn one_refusal_too_many_ends_a_round() {
    let open = Some(Outcome::Open);
    let one = round(&[(1, &[declined(), open.clone()])]);
    assert_eq!(one.state(), RoundState::Open { stage: 1 });
    let too_many = round(&[(2, &[declined(), open])]);
    assert_eq!(too_many.state(), RoundState::Refused { stage: 1 });
}

#[test]
fn a_round_of_which_anything_was_taken_back_is_over() {
    let back = Some(Outcome::Withdrawn {
        at: Moment::from_millis(2),
        reason: "the text changes".to_owned(),
    });
    let round = round(&[(1, &[approved(), back])]);
    assert_eq!(round.state(), RoundState::Withdrawn);
}

#[test]
fn a_borne_risk_has_an_end_within_a_year_and_every_answer_its_reason() {
    let today = day("2026-03-17");
    let risk = |until: Option<&str>| Resourced {
        duty: "Review rights".to_owned(),
        resourcing: Resourcing::RiskAccepted,
        because: "bought next year".to_owned(),
        until_on: until.map(day),
    };
    assert!(risk(Some("2027-03-17")).is_complete(today));
    assert!(!risk(Some("2027-03-18")).is_complete(today));
    assert!(!risk(Some("2026-03-17")).is_complete(today));
    assert!(!risk(None).is_complete(today));
    let none = Resourced {
        resourcing: Resourcing::NeedsNone,
        because: " . ".to_owned(),
        ..risk(None)
    };
    assert!(!none.is_complete(today));
}

#[test]
fn a_delegation_holds_on_its_days_for_its_kinds_until_it_is_ended() {
    let dice = Dice::seeded(3);
    let now = Moment::from_millis(1);
    let [ada, ben] = people();
    let mut given = Delegation {
        id: DelegationId::fresh(now, &dice),
        delegator: ada,
        delegator_name: "Ada".to_owned(),
        appointment: AppointmentId::fresh(now, &dice),
        delegate: ben,
        delegate_name: "Ben".to_owned(),
        scope: "topic-policy guideline".to_owned(),
        first_day: day("2026-07-01"),
        last_day: day("2026-07-31"),
        reason: "leave".to_owned(),
        given_at: now,
        ended_at: None,
    };
    assert!(given.covers("guideline", day("2026-07-31")));
    assert!(!given.covers("guideline", day("2026-08-01")));
    assert!(!given.covers("information-security-policy", day("2026-07-15")));
    given.ended_at = Some(now);
    assert!(!given.covers("guideline", day("2026-07-15")));
}
