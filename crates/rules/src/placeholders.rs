//! Leftovers of a template in a text: what somebody forgot to fill in, in English and German.

/// What a bracket of a template begins with, where it is more than one word.
const ASKS: [&str; 12] = [
    "your ",
    "name of ",
    "insert ",
    "date of ",
    "enter ",
    "add ",
    "ihr ",
    "ihre ",
    "name der ",
    "name des ",
    "bitte ",
    "hier ",
];

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
/// Looks for words in square brackets, double braces or angle brackets (`[Company]`, `{{date}}`, `<Name>`),
/// for rows of underscores or dots, for words such as `TODO` and `Lorem`, and for the names samples carry.
/// Links, footnotes and check boxes of Markdown are no leftovers.
///
/// ```
/// use rules::placeholders::left_in;
///
/// assert_eq!(left_in("We at [Company] promise. TODO: why?"), ["[Company]", "TODO"]);
/// assert!(left_in("See [our policy](https://example.org), please.").is_empty());
/// ```
pub fn left_in(text: &str) -> Vec<String> {
    let mut found = enclosed(text, "[", "]");
    found
        .retain(|(at, whole)| is_blank_to_fill(inside(whole, 1)) && !is_markdown(text, *at, whole));
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

/// What stands between two marks on one line, with the marks.
fn enclosed<'a>(text: &'a str, open: &str, close: &str) -> Vec<Found<'a>> {
    let whole = |(at, _)| {
        let rest: &str = &text[at..];
        let whole = &rest[..rest.find(close)? + close.len()];
        let inner = inside(whole, open.len());
        (!inner.trim().is_empty() && !inner.contains('\n')).then_some((at, whole))
    };
    text.match_indices(open).filter_map(whole).collect()
}

fn inside(whole: &str, mark: usize) -> &str {
    &whole[mark..whole.len() - mark]
}

fn is_blank_to_fill(inner: &str) -> bool {
    let lower = inner.to_lowercase();
    let few_words = inner.split_whitespace().count() <= 4;
    let a_name = few_words && inner.len() > 1 && inner.starts_with(char::is_alphabetic);
    a_name || ASKS.iter().any(|ask| lower.starts_with(ask)) || matches!(&*lower, "…" | "...")
}

/// Angle brackets are left to HTML and addresses, unless they hold capitalised words.
fn is_blank_in_angles(inner: &str) -> bool {
    let words_only = inner
        .chars()
        .all(|letter| letter.is_alphabetic() || letter == ' ');
    words_only && inner.starts_with(char::is_uppercase) && inner.len() > 1
}

/// `[text](url)`, `[text][ref]`, `[ref]: url`, `![alt]`.
fn is_markdown(text: &str, at: usize, whole: &str) -> bool {
    let after = &text[at + whole.len()..];
    let before = text[..at].chars().next_back();
    after.starts_with(['(', '[', ':']) || matches!(before, Some('!' | ']'))
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
