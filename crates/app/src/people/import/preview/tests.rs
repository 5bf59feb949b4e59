use std::collections::BTreeSet;

use jiff::civil::date;

use super::*;
use crate::people::import::{Field, ManagerRef, PersonRef, Problem};

const TODAY: Date = date(2026, 9, 30);

fn person(number: usize) -> Person {
    let profile = Profile {
        external_id: Some(number.to_string()),
        name: format!("Person {number}"),
        email: format!("p{number}@b.de"),
        ..Profile::default()
    };
    Person {
        id: format!("per_{number}"),
        left: false,
        profile,
    }
}

fn people(count: usize) -> Vec<Person> {
    (0..count).map(person).collect()
}

/// The row that says about somebody what is known already.
fn row(number: usize) -> Row {
    Row {
        line: number as u64 + 2,
        external_id: Some(number.to_string()),
        name: format!("Person {number}"),
        email: Some(format!("p{number}@b.de")),
        ..Row::default()
    }
}

fn managed_by(number: usize, manager: &str) -> Row {
    Row {
        manager: ManagerRef {
            text: Some(manager.to_owned()),
            ..ManagerRef::default()
        },
        ..row(number)
    }
}

fn rows(list: Vec<Row>) -> Rows {
    Rows {
        list,
        fields: Field::ALL.into_iter().collect(),
    }
}

fn complete(existing: &[Person], list: Vec<Row>) -> Plan {
    plan(existing, &rows(list), TODAY, true).unwrap()
}

fn partial(existing: &[Person], list: Vec<Row>) -> Plan {
    plan(existing, &rows(list), TODAY, false).unwrap()
}

fn refusal(existing: &[Person], list: Vec<Row>) -> Vec<Problem> {
    plan(existing, &rows(list), TODAY, false)
        .unwrap_err()
        .problems
}

fn gone(mut person: Person) -> Person {
    person.profile.left_on = Some(date(2025, 1, 31));
    person
}

#[test]
fn the_same_list_again_changes_nothing() {
    let plan = complete(&people(3), (0..3).map(row).collect());
    assert!(plan.is_empty());
    assert_eq!((plan.unchanged, plan.current), (3, 3));
}

#[test]
fn somebody_unknown_joins() {
    let plan = complete(&people(1), vec![row(0), row(1)]);
    assert_eq!(plan.joiners.len(), 1);
    assert_eq!(plan.joiners[0].profile.email, "p1@b.de");
}

#[test]
fn another_address_under_the_same_number_is_a_change() {
    let married = Row {
        name: "Person King".into(),
        email: Some("king@b.de".into()),
        ..row(0)
    };
    let plan = complete(&people(1), vec![married]);

    let fields: Vec<_> = plan.changes[0]
        .fields
        .iter()
        .map(|change| (change.field, change.after.as_deref()))
        .collect();
    assert_eq!(
        fields,
        [
            (Field::FullName, Some("Person King")),
            (Field::Email, Some("king@b.de"))
        ]
    );
    assert_eq!(plan.changes[0].before.email, "p0@b.de");
}

#[test]
fn without_a_number_the_address_decides_whatever_its_case() {
    let mut known = person(0);
    known.profile.external_id = None;
    known.profile.email = "P0@b.de".into();

    let plan = complete(&[known], vec![row(0)]);
    assert_eq!(plan.changes[0].fields[0].field, Field::ExternalId);
    assert_eq!(plan.changes[0].fields.len(), 1);
}

#[test]
fn the_same_name_alone_is_another_person() {
    let namesake = Row {
        external_id: Some("99".into()),
        email: Some("other@b.de".into()),
        ..row(0)
    };
    let plan = partial(&people(1), vec![namesake]);
    assert_eq!((plan.joiners.len(), plan.changes.len()), (1, 0));
}

#[test]
fn two_people_may_swap_their_addresses() {
    let list = vec![
        Row {
            email: row(1).email,
            ..row(0)
        },
        Row {
            email: row(0).email,
            ..row(1)
        },
    ];
    assert_eq!(partial(&people(2), list).changes.len(), 2);
}

#[test]
fn one_address_under_two_numbers_is_refused() {
    let other = Row {
        external_id: Some("99".into()),
        ..row(0)
    };
    assert_eq!(
        refusal(&people(1), vec![other])[0].to_string(),
        "Line 2: p0@b.de belongs to Person 0, who is known by the number 0, not 99."
    );
}

#[test]
fn an_address_of_somebody_who_stays_is_not_given_away() {
    let taker = Row {
        email: row(1).email,
        ..row(0)
    };
    assert_eq!(
        refusal(&people(2), vec![taker])[0].to_string(),
        "Line 2: the address p1@b.de is already Person 1's."
    );
}

#[test]
fn an_address_of_somebody_who_left_may_be_given_to_a_joiner() {
    let joiner = Row {
        external_id: Some("99".into()),
        name: "New".into(),
        ..row(0)
    };
    let plan = partial(&[gone(person(0))], vec![joiner]);

    assert_eq!(plan.joiners.len(), 1);
    assert!(matches!(
        plan.warnings[..],
        [Warning::AddressReused { line: 2, .. }]
    ));
}

#[test]
fn somebody_who_left_and_is_back_on_the_list_returns() {
    let plan = complete(&[gone(person(0))], vec![row(0)]);
    assert_eq!(plan.returners[0].after.left_on, None);
    assert_eq!(
        (plan.joiners.len(), plan.changes.len(), plan.current),
        (0, 0, 0)
    );
}

#[test]
fn only_a_complete_list_says_by_silence_that_somebody_left() {
    assert_eq!(partial(&people(20), vec![row(0)]).leavers, []);
    let plan = complete(&people(20), (1..20).map(row).collect());

    assert_eq!(plan.leavers[0].person, "per_0");
    assert_eq!(
        (
            plan.leavers[0].why,
            plan.leavers[0].on,
            plan.leavers[0].line
        ),
        (Why::NotInFile, TODAY, None)
    );
}

#[test]
fn a_partial_list_may_still_name_leavers() {
    let leavers = vec![
        Row {
            status: Some(Status::Left),
            left_on: Some(date(2026, 9, 1)),
            ..row(0)
        },
        Row {
            status: Some(Status::Suspended),
            ..row(1)
        },
        Row {
            left_on: Some(date(2026, 9, 29)),
            ..row(2)
        },
    ];
    let plan = partial(&people(40), leavers);

    let why: Vec<_> = plan
        .leavers
        .iter()
        .map(|leaver| (leaver.why, leaver.on))
        .collect();
    assert_eq!(
        why,
        [
            (Why::Status, date(2026, 9, 1)),
            (Why::Suspended, TODAY),
            (Why::LastDay, date(2026, 9, 29))
        ]
    );
}

#[test]
fn a_last_day_to_come_is_a_change_and_not_a_leaver() {
    let planned = Row {
        left_on: Some(date(2026, 12, 31)),
        status: Some(Status::Left),
        ..row(0)
    };
    let plan = complete(&people(1), vec![planned]);

    assert_eq!(plan.leavers, []);
    assert_eq!(
        plan.changes[0].fields[0].after.as_deref(),
        Some("2026-12-31")
    );
}

#[test]
fn somebody_active_after_their_last_day_stays_with_a_warning() {
    let row = Row {
        status: Some(Status::Active),
        left_on: Some(date(2026, 1, 31)),
        ..row(0)
    };
    let plan = complete(&people(1), vec![row]);

    assert_eq!((plan.leavers.len(), plan.unchanged), (0, 1));
    assert!(matches!(
        plan.warnings[..],
        [Warning::ActiveAfterLastDay { line: 2, .. }]
    ));
}

#[test]
fn people_who_left_before_they_were_known_are_passed_over() {
    let plan = complete(
        &people(1),
        vec![
            row(0),
            Row {
                status: Some(Status::Left),
                ..row(1)
            },
        ],
    );
    assert!(plan.is_empty());
    assert_eq!(plan.warnings, [Warning::FormerPassedOver { count: 1 }]);
}

#[test]
fn an_empty_file_makes_nobody_leave() {
    let plan = complete(&people(20), vec![]);
    assert!(plan.is_empty());
    assert_eq!(plan.warnings, [Warning::Nobody]);
}

#[test]
fn more_than_a_tenth_leaving_has_to_be_confirmed_with_the_very_counts() {
    let plan = complete(&people(20), (3..20).map(row).collect());
    let counts = ManyLeavers { leavers: 3, of: 20 };

    assert_eq!(plan.may_apply(None), Err(Unconfirmed(counts)));
    assert_eq!(
        plan.may_apply(Some(ManyLeavers { leavers: 2, of: 20 })),
        Err(Unconfirmed(counts))
    );
    assert_eq!(plan.may_apply(Some(counts)), Ok(()));
    assert_eq!(
        Unconfirmed(counts).to_string(),
        "3 of 20 people would leave; confirm that this is meant."
    );
}

#[test]
fn a_tenth_exactly_and_a_single_leaver_need_no_confirmation() {
    assert_eq!(
        complete(&people(20), (2..20).map(row).collect()).confirmation(),
        None
    );
    assert_eq!(
        complete(&people(3), (1..3).map(row).collect()).confirmation(),
        None
    );
}

#[test]
fn a_field_the_file_is_silent_on_stays_as_it_is() {
    let mut known = person(0);
    known.profile.job_title = Some("Countess".into());
    let fields = BTreeSet::from([Field::FullName, Field::Email, Field::ExternalId]);

    let silent = plan(
        &[known.clone()],
        &Rows {
            list: vec![row(0)],
            fields,
        },
        TODAY,
        true,
    )
    .unwrap();
    assert!(silent.is_empty());
    assert_eq!(
        complete(&[known], vec![row(0)]).changes[0].fields[0].after,
        None
    );
}

#[test]
fn a_manager_is_found_by_number_address_or_name_even_among_joiners() {
    for manager in ["9", "P9@b.de", "person 9", "9, Person"] {
        let plan = partial(&people(1), vec![managed_by(0, manager), row(9)]);
        assert_eq!(
            plan.changes[0].after.manager,
            Some(PersonRef::Line(11)),
            "{manager}"
        );
        assert_eq!(
            plan.changes[0].fields[0].after.as_deref(),
            Some("Person 9"),
            "{manager}"
        );
    }
}

#[test]
fn a_manager_who_is_known_and_not_in_the_file_is_found() {
    let plan = partial(&people(2), vec![managed_by(0, "Person 1")]);
    assert_eq!(
        plan.changes[0].after.manager,
        Some(PersonRef::Known("per_1".into()))
    );
}

#[test]
fn a_blank_manager_puts_somebody_at_the_top() {
    let mut known = people(2);
    known[0].profile.manager = Some(PersonRef::Known("per_1".into()));
    let plan = partial(&known, vec![row(0)]);

    assert_eq!(
        plan.changes[0].fields[0].before.as_deref(),
        Some("Person 1")
    );
    assert_eq!(plan.changes[0].after.manager, None);
}

#[test]
fn a_manager_nobody_can_tell_leaves_the_manager_as_it_is() {
    let mut known = people(4);
    known[0].profile.manager = Some(PersonRef::Known("per_3".into()));
    known[2].profile.name = "Person 1".into();

    let unknown = partial(&known, vec![managed_by(0, "Somebody")]);
    let ambiguous = partial(&known, vec![managed_by(0, "Person 1")]);
    assert!(unknown.is_empty() && ambiguous.is_empty());
    assert!(matches!(
        unknown.warnings[..],
        [Warning::UnknownManager { line: 2, .. }]
    ));
    assert!(matches!(
        ambiguous.warnings[..],
        [Warning::AmbiguousManager {
            line: 2,
            count: 2,
            ..
        }]
    ));
}

#[test]
fn a_namesake_who_left_does_not_stand_in_the_way() {
    let mut former = gone(person(2));
    former.profile.name = "Person 1".into();
    let plan = partial(
        &[person(0), person(1), former],
        vec![managed_by(0, "Person 1")],
    );
    assert_eq!(
        plan.changes[0].after.manager,
        Some(PersonRef::Known("per_1".into()))
    );
}

#[test]
fn a_manager_who_leaves_is_pointed_out() {
    let plan = complete(&people(2), vec![managed_by(0, "Person 1")]);
    assert!(matches!(
        plan.warnings[..],
        [Warning::ManagerLeft { line: 2, .. }]
    ));
}

#[test]
fn a_number_and_an_address_of_two_managers_are_refused() {
    let manager = ManagerRef {
        id: Some("1".into()),
        email: Some("p2@b.de".into()),
        text: None,
    };
    let problems = refusal(&people(3), vec![Row { manager, ..row(0) }]);
    assert!(matches!(
        problems[..],
        [Problem::TwoManagers { line: 2, .. }]
    ));
}

#[test]
fn managers_in_a_circle_are_refused_by_name() {
    let list = vec![
        managed_by(0, "Person 1"),
        managed_by(1, "Person 2"),
        managed_by(2, "Person 0"),
        managed_by(3, "0"),
    ];
    let problems = refusal(&[], list);

    assert_eq!(problems.len(), 1);
    assert_eq!(
        problems[0].to_string(),
        "Line 2: the managers go round in a circle: Person 0 → Person 1 → Person 2 → Person 0."
    );
}

#[test]
fn somebody_who_manages_themselves_is_a_circle_too() {
    let problems = refusal(&[], vec![managed_by(0, "Person 0")]);
    assert_eq!(
        problems[0].to_string(),
        "Line 2: the managers go round in a circle: Person 0 → Person 0."
    );
}

#[test]
fn a_circle_that_closes_through_somebody_outside_the_file_is_refused() {
    let mut known = people(2);
    known[1].profile.manager = Some(PersonRef::Known("per_0".into()));
    assert!(matches!(
        refusal(&known, vec![managed_by(0, "Person 1")])[..],
        [Problem::CircularManagers { line: 2, .. }]
    ));
}

#[test]
fn a_long_circle_is_told_briefly() {
    let list = (0..1_000)
        .map(|n| managed_by(n, &((n + 1) % 1_000).to_string()))
        .collect();
    let problems = refusal(&[], list);
    assert!(
        problems[0]
            .to_string()
            .ends_with("Person 9 → … → Person 0.")
    );
}

#[test]
fn leavers_stand_in_the_order_of_their_names() {
    let mut known = people(3);
    known[0].profile.name = "Zoë".into();
    known[2].profile.name = "Ada".into();
    let names: Vec<_> = complete(&known, vec![row(9)])
        .leavers
        .into_iter()
        .map(|leaver| leaver.name)
        .collect();
    assert_eq!(names, ["Ada", "Person 1", "Zoë"]);
}

#[test]
fn a_plan_survives_being_kept_for_an_undo() {
    let plan = complete(&people(3), vec![managed_by(0, "Person 9"), row(9)]);
    let kept = serde_json::to_string(&plan).unwrap();
    assert_eq!(serde_json::from_str::<Plan>(&kept).unwrap(), plan);
}
