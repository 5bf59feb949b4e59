use jiff::civil::date;

use super::super::dates::DateOrder;
use super::*;
use crate::people::import::{Required, guess};

fn read_text(text: &str) -> Result<Rows, CannotImport> {
    let sheet = Sheet::open(text.as_bytes()).unwrap();
    read(&sheet, &guess(&sheet))
}

fn problems(text: &str) -> Vec<String> {
    read_text(text)
        .unwrap_err()
        .problems
        .iter()
        .map(ToString::to_string)
        .collect()
}

fn only(text: &str) -> Row {
    let mut rows = read_text(text).unwrap();
    assert_eq!(rows.list.len(), 1);
    rows.list.remove(0)
}

#[test]
fn a_line_becomes_a_person() {
    let row = only(
        "ID,First name,Last name,E-mail,Title,Start date\n7, Ada ,Lovelace,ADA@b.de,Countess,2021-03-04\n",
    );

    assert_eq!(row.line, 2);
    assert_eq!(row.external_id.as_deref(), Some("7"));
    assert_eq!(row.name, "Ada Lovelace");
    assert_eq!(row.email.as_deref(), Some("ada@b.de"));
    assert_eq!(row.job_title.as_deref(), Some("Countess"));
    assert_eq!(row.started_on, Some(date(2021, 3, 4)));
}

#[test]
fn ragged_rows_are_named_by_their_line() {
    assert_eq!(
        problems("Name,Email\nAda,a@b.de\nBo\nCy,c@b.de,x\n"),
        [
            "Line 3: the heading row has 2 cells, this line 1.",
            "Line 4: the heading row has 2 cells, this line 3."
        ]
    );
}

#[test]
fn empty_cells_at_the_end_of_a_line_do_no_harm() {
    assert_eq!(only("Name,Email\nAda,a@b.de,, ,\n").name, "Ada");
}

#[test]
fn a_missing_name_is_named() {
    assert_eq!(
        problems("Name,Email\n,a@b.de\nBo,\n"),
        ["Line 2: the full name is missing."]
    );
}

#[test]
fn two_lines_with_nothing_but_the_same_name_are_refused() {
    assert_eq!(
        problems("Name,Email\nBo,\nAda,a@b.de\nBo,\n"),
        [
            "Lines 2 and 4 are both called Bo and have neither an e-mail address nor a number; give one of them."
        ]
    );
}

#[test]
fn nobody_needs_an_address() {
    let rows = read_text(
        "Name,Email,Status,Last day\nAda,a@b.de,,\nBo,,Terminated,\nCy,,,2026-09-30\nDee,,,\n",
    )
    .unwrap();
    assert_eq!(rows.list[1].email, None);
    assert_eq!(rows.list[2].email, None);
}

#[test]
fn a_name_of_100_000_characters_is_refused_and_not_repeated() {
    let long = "ü".repeat(100_000);
    assert_eq!(
        problems(&format!("Name,Email\n{long},a@b.de\n")),
        ["Line 2: the full name has 100000 characters; the most is 200."]
    );
}

#[test]
fn two_hundred_characters_of_two_bytes_are_not_too_long() {
    assert_eq!(
        only(&format!("Name,Email\n{},a@b.de\n", "ü".repeat(200)))
            .name
            .chars()
            .count(),
        200
    );
}

#[test]
fn control_characters_are_refused() {
    assert_eq!(
        problems("Name,Email\n\"Ada\nLovelace\",a@b.de\n"),
        ["Line 2: the full name contains a control character, such as a line break."]
    );
}

#[test]
fn what_is_no_address_is_quoted_briefly() {
    assert_eq!(
        problems("Name,Email\nAda,ada at b.de\n"),
        ["Line 2: “ada at b.de” is not an e-mail address."]
    );
}

#[test]
fn the_same_address_twice_names_both_lines() {
    assert_eq!(
        problems("Name,Email\nAda,a@b.de\nBo,b@b.de\nAlso Ada,A@B.de\n"),
        ["Lines 2 and 4 have the same e-mail address, a@b.de."]
    );
}

#[test]
fn the_same_number_twice_names_both_lines() {
    assert_eq!(
        problems("ID,Name,Email\n7,Ada,a@b.de\n7,Bo,b@b.de\n"),
        ["Lines 2 and 3 have the same employee number, 7."]
    );
}

#[test]
fn the_order_of_day_and_month_is_decided_by_the_whole_file() {
    let rows = read_text(
        "Name,Email,Start,Start date,End date\nAda,a@b.de,,03/04/2021,\nBo,b@b.de,,,25/12/2027\n",
    );
    assert_eq!(rows.unwrap().list[0].started_on, Some(date(2021, 4, 3)));
}

#[test]
fn an_ambiguous_order_is_asked_about_once_and_the_answer_is_used() {
    let text = "Name,Email,Start date\nAda,a@b.de,03/04/2021\nBo,b@b.de,04/05/2021\n";
    assert_eq!(
        problems(text),
        [
            "Line 2: “03/04/2021” may be day or month first, and no date in the file decides; choose one."
        ]
    );

    let sheet = Sheet::open(text.as_bytes()).unwrap();
    let mapping = Mapping {
        date_order: Some(DateOrder::MonthFirst),
        ..guess(&sheet)
    };
    assert_eq!(
        read(&sheet, &mapping).unwrap().list[0].started_on,
        Some(date(2021, 3, 4))
    );
}

#[test]
fn bad_dates_and_unknown_words_are_quoted() {
    assert_eq!(
        problems("Name,Email,Start date,Status,Language\nAda,a@b.de,soon,Sleeping,Klingon\n"),
        [
            "Line 2: “soon” is not a date (first day).",
            "Line 2: the status “Sleeping” is unknown.",
            "Line 2: the language “Klingon” is unknown.",
        ]
    );
}

#[test]
fn nobody_leaves_before_they_start() {
    assert_eq!(
        problems("Name,Email,Start date,End date\nAda,a@b.de,2021-03-04,2020-03-04\n"),
        ["Line 2: the last day, 2020-03-04, is before the first, 2021-03-04."]
    );
}

#[test]
fn family_names_first_are_turned_when_the_whole_file_writes_them_so() {
    let turned = read_text("Name,Email\n\"Lovelace, Ada\",a@b.de\n\"Ek, Bo\",b@b.de\n").unwrap();
    let mixed = read_text("Name,Email\n\"Lovelace, PhD\",a@b.de\nBo Ek,b@b.de\n").unwrap();

    assert_eq!(turned.list[0].name, "Ada Lovelace");
    assert_eq!(mixed.list[0].name, "Lovelace, PhD");
}

#[test]
fn a_unit_path_loses_its_root() {
    let rows =
        read_text("Name,Email,Org Unit Path\nAda,a@b.de,/\nBo,b@b.de,/IT/Platform\n").unwrap();
    assert_eq!(rows.list[0].unit, None);
    assert_eq!(rows.list[1].unit.as_deref(), Some("IT/Platform"));
}

#[test]
fn a_heading_row_without_people_is_refused() {
    let mapping = Mapping {
        columns: [(Field::FullName, 0), (Field::Email, 1)].into(),
        date_order: None,
    };
    let sheet = Sheet::open(b"Name,Email\n").unwrap();

    assert_eq!(
        read(&sheet, &mapping).unwrap_err().problems,
        [Problem::Nobody]
    );
}

#[test]
fn a_mapping_without_an_address_or_beyond_the_file_is_refused() {
    let sheet = Sheet::open(b"Name\nAda\n").unwrap();
    let missing = read(&sheet, &guess(&sheet)).unwrap_err();
    let mapping = Mapping {
        columns: [(Field::FullName, 0), (Field::Email, 9)].into(),
        date_order: None,
    };
    let beyond = read(&sheet, &mapping).unwrap_err();

    assert_eq!(
        missing.problems,
        [Problem::ColumnMissing {
            required: Required::Email
        }]
    );
    assert_eq!(
        beyond.problems,
        [Problem::NoSuchColumn {
            field: Field::Email,
            column: 10
        }]
    );
}

#[test]
fn one_problem_in_a_thousand_lines_refuses_them_all() {
    let mut text = "Name,Email\n".to_owned();
    for n in 0..1_000 {
        text += &format!("P{n},p{n}@b.de\n");
    }
    assert_eq!(problems(&(text + "Ada,nowhere\n")).len(), 1);
}
