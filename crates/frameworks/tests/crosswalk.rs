//! The crosswalk holds together: every reference leads somewhere and back.

use std::collections::BTreeSet;

use frameworks::{Area, crosswalk};

#[test]
fn the_register_counts_forty_obligations_without_a_hole() {
    let ids: Vec<_> = crosswalk()
        .obligations
        .iter()
        .map(|obligation| obligation.id.clone())
        .collect();
    let expected: Vec<_> = (1..=40).map(|number| format!("OB-{number:02}")).collect();
    assert_eq!(ids, expected);
}

#[test]
fn every_requirement_names_obligations_that_exist() {
    for framework in &crosswalk().frameworks {
        for requirement in &framework.requirements {
            assert!(
                !requirement.supported_by.is_empty(),
                "{}:{} rests on nothing",
                framework.id,
                requirement.id
            );
            for id in &requirement.supported_by {
                assert!(
                    crosswalk().obligation(id).is_some(),
                    "{}:{} names {id}",
                    framework.id,
                    requirement.id
                );
            }
        }
    }
}

#[test]
fn every_obligation_is_asked_for_by_the_certifiable_standard() {
    for obligation in &crosswalk().obligations {
        let asked = crosswalk()
            .resting_on(&obligation.id)
            .any(|(framework, _)| framework.id == "iso27001");
        assert!(asked, "{} is asked for by nobody", obligation.id);
    }
}

#[test]
fn no_framework_and_no_requirement_appears_twice() {
    let mut seen = BTreeSet::new();
    for framework in &crosswalk().frameworks {
        for requirement in &framework.requirements {
            assert!(
                seen.insert((&framework.id, &requirement.id)),
                "{}:{} twice",
                framework.id,
                requirement.id
            );
        }
    }
}

#[test]
fn no_obligation_supports_a_requirement_twice() {
    for requirement in crosswalk()
        .frameworks
        .iter()
        .flat_map(|framework| &framework.requirements)
    {
        let once: BTreeSet<_> = requirement.supported_by.iter().collect();
        assert_eq!(
            once.len(),
            requirement.supported_by.len(),
            "{}",
            requirement.id
        );
    }
}

#[test]
fn a_requirement_leads_to_its_obligations_and_back() {
    let supporting: Vec<_> = crosswalk()
        .supporting("nis2:20(2)")
        .map(|found| found.id.as_str())
        .collect();
    assert_eq!(supporting, ["OB-20", "OB-21"]);
    assert!(
        crosswalk()
            .resting_on("OB-21")
            .any(|(framework, found)| framework.id == "nis2" && found.id == "20(2)")
    );
}

#[test]
fn management_responsibilities_rest_on_direction_conduct_lifecycle_and_speaking_up() {
    let areas: BTreeSet<_> = crosswalk()
        .supporting("iso27001:A.5.4")
        .map(|found| found.area)
        .collect();
    assert!(areas.is_superset(&BTreeSet::from([
        Area::Direction,
        Area::Conduct,
        Area::Lifecycle,
        Area::SpeakingUp
    ])));
}

#[test]
fn an_unknown_reference_is_supported_by_nothing() {
    assert!(crosswalk().requirement("iso27001:99").is_none());
    assert_eq!(crosswalk().supporting("no such thing").count(), 0);
}

#[test]
fn a_duty_of_service_providers_only_says_so() {
    let (_, requirement) = crosswalk()
        .requirement("pci4:12.4.1")
        .expect("a known requirement");
    assert_eq!(requirement.note.as_deref(), Some("service providers only"));
}
