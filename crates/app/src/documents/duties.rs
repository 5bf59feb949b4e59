//! The duties that a text creates: the points of the list below its heading "Duties".
//!
//! They stand in the text itself, so that whoever signs the text signs them; whoever approves it
//! decides what each of them takes.

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, parse_document};

use super::text::{options, words_in};

/// The heading under which a text lists its duties, in the languages that texts are written in.
const HEADINGS: [&str; 2] = ["duties", "pflichten"];

/// Every duty of the text, in its order; empty where it lists none.
pub fn of(markdown: &str) -> Vec<String> {
    let arena = Arena::new();
    let root = parse_document(&arena, markdown, &options());
    let mut level = None;
    let mut duties = Vec::new();
    for block in root.children() {
        match (&block.data().value, level) {
            (NodeValue::Heading(heading), below) => {
                let is_deeper = below.is_some_and(|below| heading.level > below);
                if is_duties(block) {
                    level = Some(heading.level);
                } else if !is_deeper {
                    level = None;
                }
            }
            (NodeValue::List(_), Some(_)) => duties.extend(block.children().map(point)),
            _ => {}
        }
    }
    duties.retain(|duty| !duty.is_empty());
    duties
}

fn is_duties<'a>(heading: &'a AstNode<'a>) -> bool {
    let text = words_in(heading).trim().to_lowercase();
    HEADINGS.contains(&text.trim_end_matches(':'))
}

/// What a point says by itself, without the points below it.
fn point<'a>(item: &'a AstNode<'a>) -> String {
    let own = item
        .children()
        .filter(|child| !matches!(child.data().value, NodeValue::List(_)));
    let text: Vec<String> = own.map(words_in).collect();
    text.join(" ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_points_below_the_heading_are_the_duties() {
        let text = "# Access\n\n- not one\n\n## Duties\n\nWho must do what:\n\n\
                    1. Review **every** right each quarter.\n2. Lock\n   screens.\n\n\
                    ### Of managers\n\n* Tell IT who leaves.\n  - by mail\n\n## Else\n\n- not one\n";
        assert_eq!(
            of(text),
            [
                "Review every right each quarter.",
                "Lock screens.",
                "Tell IT who leaves."
            ]
        );
    }

    #[test]
    fn a_text_in_german_has_its_duties_below_its_own_word() {
        assert_eq!(
            of("# A\n\n## Pflichten:\n\n- Rechte prüfen.\n"),
            ["Rechte prüfen."]
        );
    }

    #[test]
    fn a_text_without_such_a_list_has_none() {
        assert!(of("# Access\n\nDuties are many.\n\n- one\n").is_empty());
        assert!(of("## Duties\n\nNone.\n").is_empty());
    }
}
