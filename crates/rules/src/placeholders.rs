//! Leftovers of a template in a text: what somebody forgot to fill in, in English and German.

/// Words that stand where somebody wanted to write something else, as whole words.
const LEFTOVERS: [&str; 10] = [
    "TODO",
    "TBD",
    "TBC",
    "FIXME",
    "XXX",
    "XXXX",
    "lorem",
    "Blindtext",
    "Platzhalter",
    "Mustermann",
];

/// Names that samples carry, as they stand in the text.
const SAMPLE_NAMES: [&str; 6] = [
    "Musterfirma",
    "Muster GmbH",
    "Muster AG",
    "ACME Inc",
    "Example Ltd",
    "Name, office, date",
];

/// Finds the leftovers of a template, in the order of the text, each once.
///
/// Looks for anything in square brackets, whatever its words, as a blank signed by mistake is worse than a bracket
/// refused; for words in double braces or angle brackets (`{{date}}`, `<Name>`),
/// for rows of underscores or dots, for words such as `TODO` and `Lorem`, and for the names samples carry.
/// Links, references, footnotes and check boxes of Markdown are no leftovers.
///
/// ```
/// use rules::placeholders::left_in;
///
/// assert_eq!(left_in("We at [Company] promise. TODO: why?"), ["[Company]", "TODO"]);
/// assert!(left_in("See [our policy](https://example.org), please.").is_empty());
/// ```
pub fn left_in(text: &str) -> Vec<String> {
    let mut found = enclosed(text, "[", "]");
    found.retain(|(at, whole)| !is_markdown(text, *at, whole));
    found.extend(enclosed(text, "{{", "}}"));
    found.extend(
        enclosed(text, "<", ">")
            .into_iter()
            .filter(|(_, whole)| is_blank_in_angles(inside(whole, 1))),
    );
    found.extend(
        pieces(text, |letter| matches!(letter, '_' | '.'))
            .filter(|(at, row)| is_line_to_fill(text, *at, row)),
    );
    found.extend(pieces(text, char::is_alphanumeric).filter(|(_, word)| is_leftover(word)));
    found.extend(
        SAMPLE_NAMES
            .iter()
            .flat_map(|name| text.match_indices(name)),
    );
    in_order(found)
}

/// Where something stands in the text, and what stands there.
type Found<'a> = (usize, &'a str);

/// What stands between two marks in one paragraph, with the marks.
fn enclosed<'a>(text: &'a str, open: &str, close: &str) -> Vec<Found<'a>> {
    let whole = |(at, _)| {
        let rest: &str = &text[at..];
        let whole = &rest[..rest.find(close)? + close.len()];
        let inner = inside(whole, open.len());
        let in_one_paragraph = inner.split('\n').all(|line| !line.trim().is_empty());
        in_one_paragraph.then_some((at, whole))
    };
    text.match_indices(open).filter_map(whole).collect()
}

fn inside(whole: &str, mark: usize) -> &str {
    &whole[mark..whole.len() - mark]
}

/// Angle brackets are left to HTML and addresses, unless they hold capitalised words.
fn is_blank_in_angles(inner: &str) -> bool {
    let words_only = inner
        .chars()
        .all(|letter| letter.is_alphabetic() || letter == ' ');
    words_only && inner.starts_with(char::is_uppercase) && inner.len() > 1
}

/// `[x]`, `[1]`, `[^note]`, `[text](url)`, and what a `[label]: url` of the text defines: `[text][label]`, `[label]`.
fn is_markdown(text: &str, at: usize, whole: &str) -> bool {
    let inner = inside(whole, 1);
    let is_mark = matches!(inner, "x" | "X")
        || inner.starts_with('^')
        || inner.chars().all(|letter| letter.is_ascii_digit());
    let after = &text[at + whole.len()..];
    let names = after
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'));
    let label = names.map_or(inner, |(label, _)| label);
    is_mark || after.starts_with('(') || is_defined(text, label) || is_defined(text, inner)
}

/// Is there a line `[label]: address`? Without an address it is a blank with a colon behind it.
fn is_defined(text: &str, label: &str) -> bool {
    text.lines().any(|line| {
        let definition = line.trim_start().strip_prefix('[');
        definition
            .and_then(|rest| rest.split_once("]:"))
            .is_some_and(|(defined, address)| {
                defined.eq_ignore_ascii_case(label) && address.contains(['/', '#', '@'])
            })
    })
}

/// A row of at least four dots or underscores; underscores alone on a line are a thematic break of Markdown.
fn is_line_to_fill(text: &str, at: usize, row: &str) -> bool {
    let begins = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[begins..].lines().next().unwrap_or_default();
    let one_mark = row.chars().all(|mark| row.starts_with(mark));
    row.len() >= 4 && one_mark && line.trim() != row
}

/// Words in capitals are leftovers only in capitals; the others in any case.
fn is_leftover(word: &str) -> bool {
    LEFTOVERS.iter().any(|leftover| {
        let shouted = leftover.chars().all(char::is_uppercase);
        if shouted {
            word == *leftover
        } else {
            word.eq_ignore_ascii_case(leftover)
        }
    })
}

/// The longest runs of letters of a kind.
fn pieces(text: &str, belongs: impl Fn(char) -> bool) -> impl Iterator<Item = Found<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let begin = at + text[at..].find(&belongs)?;
        let end = text[begin..]
            .find(|letter| !belongs(letter))
            .map_or(text.len(), |length| begin + length);
        at = end;
        Some((begin, &text[begin..end]))
    })
}

/// Each leftover once, where it first stands.
fn in_order(mut found: Vec<Found<'_>>) -> Vec<String> {
    found.sort_unstable();
    let mut once: Vec<String> = Vec::new();
    for (_, leftover) in found {
        if !once.iter().any(|seen| seen == leftover) {
            once.push(leftover.to_owned());
        }
    }
    once
}

#[cfg(test)]
mod tests {
    use super::left_in;

    #[test]
    fn brackets_to_fill_in_are_found_in_english_and_german() {
        let text = "[Company] and [Name of the managing director of the firm]; [Firma], {{datum}}, <Name>.";
        let found = [
            "[Company]",
            "[Name of the managing director of the firm]",
            "[Firma]",
            "{{datum}}",
            "<Name>",
        ];
        assert_eq!(left_in(text), found);
    }

    #[test]
    fn a_bracket_is_a_blank_whatever_stands_in_it() {
        for blank in [
            "[Own fact: customers, data, or an event of our past]",
            "[One, two, three, four, five words]",
            "[01.01.2027]",
            "[…]",
            "[Name and\nrole]",
        ] {
            assert_eq!(left_in(&format!("Ask {blank} first.")), [blank]);
            assert_eq!(left_in(&format!("{blank}: first")), [blank]);
        }
        assert_eq!(left_in("[Name][Office]"), ["[Name]", "[Office]"]);
    }

    #[test]
    fn references_of_markdown_are_no_leftovers() {
        let text =
            "See [our policy][p] and [The rules].\n\n[p]: https://a.example\n[the rules]: /rules";
        assert!(left_in(text).is_empty(), "{:?}", left_in(text));
    }

    #[test]
    fn filler_words_are_found_whatever_their_case() {
        assert_eq!(
            left_in("Lorem ipsum. Hier steht blindtext, TBD."),
            ["Lorem", "blindtext", "TBD"]
        );
    }

    #[test]
    fn a_line_to_sign_on_and_a_sample_name_are_found() {
        assert_eq!(
            left_in("Musterfirma, den ________"),
            ["Musterfirma", "________"]
        );
    }

    #[test]
    fn links_notes_check_boxes_and_rules_of_markdown_are_no_leftovers() {
        let text = "[policy](https://a.example) ![logo](x.png) [^1] [1]\n- [x] done\n\n____\n<https://a.example> <br>";
        assert!(left_in(text).is_empty(), "{:?}", left_in(text));
    }

    #[test]
    fn a_finished_text_has_no_leftovers() {
        assert!(
            left_in("Wir schützen, was uns anvertraut ist … und halten uns selbst daran.")
                .is_empty()
        );
        assert!(left_in("").is_empty());
    }

    #[test]
    fn a_leftover_is_named_once() {
        assert_eq!(left_in("[Company] is [Company]."), ["[Company]"]);
    }

    #[test]
    fn the_spanish_word_for_everything_is_no_leftover() {
        assert!(left_in("La seguridad es todo.").is_empty());
    }
}
