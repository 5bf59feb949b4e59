//! The files people really bring: what BambooHR, Personio, HiBob and Google Workspace export, tables kept by hand, and
//! files that are not what they seem. All good fixtures tell of the same seven people.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;

const TODAY: Date = date(2026, 9, 30);

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!("../../../fixtures/people/", $name)).as_slice()
    };
}

fn import(file: &[u8]) -> Result<Plan, CannotImport> {
    let sheet = Sheet::open(file).unwrap();
    plan(&[], &read(&sheet, &guess(&sheet))?, TODAY, true)
}

/// Name, and the name of the manager.
fn chart(plan: &Plan) -> Vec<(&str, Option<&str>)> {
    let name_of = |manager: &PersonRef| {
        plan.joiners
            .iter()
            .find(|joiner| *manager == PersonRef::Line(joiner.line))
            .map(|joiner| &*joiner.profile.name)
    };
    plan.joiners
        .iter()
        .map(|joiner| {
            (
                &*joiner.profile.name,
                joiner.profile.manager.as_ref().and_then(name_of),
            )
        })
        .collect()
}

fn assert_tells_of_nordwind(plan: &Plan) {
    let expected = [
        ("Katharina Vogel", None),
        ("Jürgen Weiß", Some("Katharina Vogel")),
        ("Zoë Lefèvre", Some("Katharina Vogel")),
        ("Tomasz Krawiec", Some("Zoë Lefèvre")),
        ("Aoife O'Brien", Some("Zoë Lefèvre")),
        ("Marie-Luise Graf von Hohenfels", Some("Katharina Vogel")),
        ("Sam Okafor", Some("Jürgen Weiß")),
    ];
    assert_eq!(chart(plan), expected);
    assert_eq!(
        plan.joiners[1].profile.email,
        "juergen.weiss@nordwind.example"
    );
    assert!(
        plan.joiners
            .iter()
            .all(|joiner| joiner.profile.job_title.is_some() && joiner.profile.unit.is_some())
    );
}

/// What an HR system knows besides: numbers, first days, who is a contractor, and one person who has left.
fn assert_knows_as_much_as_hr(plan: &Plan) {
    let zoe = &plan.joiners[2].profile;
    assert_eq!(zoe.external_id.as_deref(), Some("1003"));
    assert_eq!(zoe.started_on, Some(date(2019, 2, 28)));
    let contractors: Vec<_> = plan
        .joiners
        .iter()
        .filter(|joiner| joiner.profile.contractor)
        .collect();
    assert_eq!(contractors.len(), 1);
    assert_eq!(contractors[0].profile.name, "Sam Okafor");
    assert_eq!(plan.warnings, [Warning::FormerPassedOver { count: 1 }]);
}

#[test]
fn a_bamboohr_export_is_understood() {
    let plan = import(fixture!("bamboohr.csv")).unwrap();
    assert_tells_of_nordwind(&plan);
    assert_knows_as_much_as_hr(&plan);
}

#[test]
fn a_german_personio_export_is_understood() {
    let plan = import(fixture!("personio-de.csv")).unwrap();
    assert_tells_of_nordwind(&plan);
    assert_knows_as_much_as_hr(&plan);
}

#[test]
fn an_english_personio_export_is_understood() {
    let plan = import(fixture!("personio-en.csv")).unwrap();
    assert_tells_of_nordwind(&plan);
    assert_knows_as_much_as_hr(&plan);
}

#[test]
fn a_hibob_export_is_understood() {
    let plan = import(fixture!("hibob.csv")).unwrap();
    assert_tells_of_nordwind(&plan);
    assert_knows_as_much_as_hr(&plan);
}

#[test]
fn a_google_workspace_export_is_understood_although_departments_are_blank() {
    let plan = import(fixture!("google-workspace.csv")).unwrap();
    assert_tells_of_nordwind(&plan);
    assert_eq!(plan.joiners[3].profile.unit.as_deref(), Some("Engineering"));
    assert_eq!(plan.warnings, [Warning::FormerPassedOver { count: 1 }]);
}

#[test]
fn a_plain_table_is_understood() {
    assert_tells_of_nordwind(&import(fixture!("plain.csv")).unwrap());
}

#[test]
fn a_german_table_in_windows_1252_is_understood_and_the_assumption_said() {
    let file = fixture!("plain-de-semicolon-cp1252.csv");
    let sheet = Sheet::open(file).unwrap();

    assert_eq!(
        (sheet.encoding(), sheet.delimiter()),
        (Encoding::Windows1252, Delimiter::Semicolon)
    );
    let plan = import(file).unwrap();
    assert_tells_of_nordwind(&plan);
    assert_eq!(plan.joiners[0].profile.language.as_deref(), Some("de"));
}

#[test]
fn the_unicode_text_of_excel_with_american_dates_is_understood() {
    let plan = import(fixture!("plain-us-tabs-utf16.txt")).unwrap();
    assert_tells_of_nordwind(&plan);
    assert_eq!(plan.joiners[2].profile.started_on, Some(date(2019, 2, 28)));
}

#[test]
fn moving_from_one_hr_system_to_another_keeps_everybody() {
    let joined = import(fixture!("hibob.csv")).unwrap();
    let id_of = |line: u64| format!("per_{line}");
    let known: Vec<Person> = joined
        .joiners
        .into_iter()
        .map(|Joiner { line, mut profile }| {
            if let Some(PersonRef::Line(manager)) = profile.manager {
                profile.manager = Some(PersonRef::Known(id_of(manager)));
            }
            Person {
                id: id_of(line),
                left: false,
                profile,
            }
        })
        .collect();

    let sheet = Sheet::open(fixture!("personio-en.csv")).unwrap();
    let rows = read(&sheet, &guess(&sheet)).unwrap();
    let plan = plan(&known, &rows, TODAY, true).unwrap();
    assert!(plan.is_empty(), "{plan:#?}");
    assert_eq!(plan.unchanged, 7);
}

#[test]
fn a_file_with_ragged_rows_is_refused() {
    let problems = import(fixture!("broken/ragged.csv")).unwrap_err().problems;
    assert!(matches!(
        problems[..],
        [
            Problem::Ragged { line: 3, .. },
            Problem::Ragged { line: 4, .. }
        ]
    ));
}

#[test]
fn a_file_with_duplicates_is_refused() {
    let problems = import(fixture!("broken/duplicates.csv"))
        .unwrap_err()
        .problems;
    assert!(matches!(
        problems[..],
        [
            Problem::SameEmail {
                first: 2,
                line: 3,
                ..
            },
            Problem::SameId {
                first: 2,
                line: 4,
                ..
            }
        ]
    ));
}

#[test]
fn a_file_with_circular_managers_is_refused() {
    let problems = import(fixture!("broken/circular-managers.csv"))
        .unwrap_err()
        .problems;
    assert_eq!(
        problems[0].to_string(),
        "Line 3: the managers go round in a circle: Sam Okafor → Katharina Vogel → Sam Okafor."
    );
}

#[test]
fn a_file_with_ambiguous_dates_asks() {
    let problems = import(fixture!("broken/ambiguous-dates.csv"))
        .unwrap_err()
        .problems;
    assert_eq!(
        problems,
        [Problem::DatesAmbiguous {
            line: 2,
            value: "04/01/2015".into()
        }]
    );
}

#[test]
fn a_file_with_an_endless_name_is_refused() {
    let problems = import(fixture!("broken/long-name.csv"))
        .unwrap_err()
        .problems;
    assert!(matches!(
        problems[..],
        [Problem::TooLong {
            line: 2,
            length: 100_000,
            ..
        }]
    ));
}

#[test]
fn files_that_are_not_what_they_seem_are_refused() {
    assert_eq!(
        Sheet::open(fixture!("broken/zip-in-disguise.csv")).unwrap_err(),
        CannotRead::Zip
    );
    assert_eq!(
        Sheet::open(fixture!("broken/workbook-in-disguise.csv")).unwrap_err(),
        CannotRead::Workbook
    );
    assert_eq!(
        Sheet::open(fixture!("broken/nul.csv")).unwrap_err(),
        CannotRead::Nul { line: 2 }
    );
}

/// Every column means something, so that every kind of cell is read.
fn map_everything(sheet: &Sheet) -> Mapping {
    let columns = Field::ALL
        .into_iter()
        .zip((0..sheet.headings().len()).cycle())
        .collect();
    Mapping {
        columns,
        date_order: None,
    }
}

fn read_and_plan(bytes: &[u8]) {
    let Ok(sheet) = Sheet::open(bytes) else {
        return;
    };
    for mapping in [guess(&sheet), map_everything(&sheet)] {
        if let Ok(rows) = read(&sheet, &mapping) {
            _ = plan(&[], &rows, TODAY, true);
        }
    }
}

#[test]
fn people_without_an_address_join_and_are_known_again_by_their_name_alone() {
    let file = "Name,Email,Unit\nAda,a@b.de,Sales\nBo,,Sales\n";
    let first = import(file.as_bytes()).unwrap();
    assert_eq!(first.joiners.len(), 2);
    assert_eq!(
        said(&first),
        ["Line 3: Bo has no e-mail address, so no letter arrives and no code to sign in."]
    );
    let known: Vec<Person> = first.joiners.iter().map(arrived).collect();
    let again = Sheet::open(b"Name,Email,Unit\nAda,a@b.de,Sales\nbo,,Service\n").unwrap();
    let rows = read(&again, &guess(&again)).unwrap();
    let second = plan(&known, &rows, TODAY, true).unwrap();
    assert_eq!((second.joiners.len(), second.leavers.len()), (0, 0));
    assert_eq!(second.changes.len(), 1);
    assert!(said(&second)[0].contains("is known by name only"));
}

#[test]
fn a_name_alone_never_stands_for_somebody_with_an_address() {
    let known = import(b"Name,Email\nAda,a@b.de\n").unwrap();
    let known: Vec<Person> = known.joiners.iter().map(arrived).collect();
    let again = Sheet::open(b"Name,Email\nAda,\nCy,c@b.de\n").unwrap();
    let rows = read(&again, &guess(&again)).unwrap();
    let second = plan(&known, &rows, TODAY, true).unwrap();
    assert_eq!((second.joiners.len(), second.leavers.len()), (2, 1));
    assert!(said(&second)[0].contains("it becomes a second person"));
}

fn said(plan: &Plan) -> Vec<String> {
    plan.warnings.iter().map(ToString::to_string).collect()
}

/// A joiner, once here.
fn arrived(joiner: &Joiner) -> Person {
    Person {
        id: format!("per_{}", joiner.line),
        left: false,
        profile: joiner.profile.clone(),
    }
}

proptest! {
    #[test]
    fn no_bytes_whatever_make_an_import_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read_and_plan(&bytes);
    }

    #[test]
    fn no_text_that_looks_like_a_table_makes_an_import_panic(
        text in r#"(Name|ID|E-Mail|Start date|Status)([,;\t](Manager|Email|Last day|Sprache)){1,4}\n([a-z"@./: 0-9,;\t\r\n\u{a0}äÖ-]{0,30}\n){0,8}"#
    ) {
        read_and_plan(text.as_bytes());
    }

    #[test]
    fn no_cell_makes_a_date_panic(cell in r"[0-9A-Za-zä./: T,-]{0,24}", order in 0..3) {
        let order = [None, Some(DateOrder::DayFirst), Some(DateOrder::MonthFirst)][order as usize];
        _ = dates::Written::read(&cell).and_then(|written| written.date(order));
    }

    #[test]
    fn every_person_of_a_complete_list_is_counted_exactly_once(
        known in prop::collection::btree_set(0_u8..40, 0..30),
        listed in prop::collection::btree_set(0_u8..40, 1..30),
    ) {
        let profile = |n: &u8| Profile { name: format!("P{n}"), email: format!("p{n}@b.de"), ..Profile::default() };
        let known: Vec<Person> = known.iter().map(|n| Person { id: format!("per_{n}"), left: false, profile: profile(n) }).collect();
        let text = listed.iter().fold("Name,Email\n".to_owned(), |text, n| format!("{text}P{n},p{n}@b.de\n"));
        let sheet = Sheet::open(text.as_bytes()).unwrap();
        let plan = plan(&known, &read(&sheet, &guess(&sheet)).unwrap(), TODAY, true).unwrap();

        prop_assert_eq!(plan.joiners.len() + plan.unchanged, listed.len());
        prop_assert_eq!(plan.leavers.len() + plan.unchanged, known.len());
    }
}
