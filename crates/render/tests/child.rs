//! Typesetting in a child process, with the program that does nothing else.

mod support;

use std::path::Path;

use render::{CannotTypeset, render_in_child, typeset};
use support::{plain, statement};

const PROGRAM: &str = env!("CARGO_BIN_EXE_countersign-typeset");

#[test]
fn the_child_gives_the_same_bytes() {
    assert_eq!(
        render_in_child(Path::new(PROGRAM), &statement()),
        typeset(&statement())
    );
}

#[test]
fn a_refusal_of_the_child_arrives_as_it_was() {
    let too_deep = plain(&"> ".repeat(30));

    assert_eq!(
        render_in_child(Path::new(PROGRAM), &too_deep),
        Err(CannotTypeset::TooDeep { limit: 24 })
    );
}

#[test]
fn a_program_that_is_not_there_is_reported() {
    let outcome = render_in_child(Path::new("/nowhere/countersign"), &statement());

    assert!(
        matches!(outcome, Err(CannotTypeset::Died(_))),
        "{outcome:?}"
    );
}
