//! Putting a letter together in its reader's language.

use kit::Day;
use kit::words::{Saying, Speech};

/// Named values that a text may use.
pub(super) type Arg = (String, String);

/// Subject and text of a letter.
pub(super) fn compose(speech: &Speech, word: &str, args: &[Arg]) -> (String, String) {
    let subject = say(speech, &format!("letter-{word}-subject"), args);
    let text = say(speech, &format!("letter-{word}-text"), args);
    (one_line(&subject), text)
}

/// One text with its values.
pub(super) fn say(speech: &Speech, id: &str, args: &[Arg]) -> String {
    args.iter()
        .fold(speech.say(id), |saying, (name, value)| {
            with(speech, saying, name, value)
        })
        .to_string()
}

fn with<'a>(speech: &Speech, saying: Saying<'a>, name: &'a str, value: &'a str) -> Saying<'a> {
    if let Some(number) = whole_number(value) {
        return saying.with(name, number);
    }
    match value.parse::<Day>() {
        Ok(day) => saying.with(name, speech.day(day)),
        Err(_) => saying.with(name, value),
    }
}

/// `12`, but not `012`, which is somebody's text.
fn whole_number(value: &str) -> Option<i64> {
    let number: i64 = value.parse().ok()?;
    (number.to_string() == value).then_some(number)
}

/// A subject is one line, whatever a title contains.
fn one_line(subject: &str) -> String {
    let words: Vec<&str> = subject.split(|c: char| c.is_control()).collect();
    words.join(" ")
}

/// How a letter greets: the first of the names.
pub(super) fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or_default()
}

/// `"Dana Reyes" <dana@acme.example>`, quoted so that no name becomes an address.
pub(super) fn mailbox(name: &str, address: &str) -> String {
    let escaped = name.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\" <{address}>")
}

/// A piece of a line on screen.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Words(String),
    Link(String),
}

/// The text as paragraphs of lines, with its addresses told apart.
pub(super) fn paragraphs(text: &str) -> Vec<Vec<Vec<Piece>>> {
    text.split("\n\n")
        .map(|paragraph| paragraph.lines().map(pieces).collect())
        .collect()
}

fn pieces(line: &str) -> Vec<Piece> {
    line.split_inclusive(char::is_whitespace)
        .map(|word| {
            let is_link = ["http://", "https://"]
                .iter()
                .any(|scheme| word.starts_with(scheme));
            match is_link {
                true => Piece::Link(word.trim_end().to_owned()),
                false => Piece::Words(word.to_owned()),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::words::{Language, Texts, Words};

    const TEXTS: Texts = Texts {
        english: "letter-due-subject = { $title } is due\nletter-due-text = { $count ->\n    [one] One thing\n   *[other] { $count } things\n} by { $due }\ndate-day = { $day } { $month } { $year }\nmonth-3 = March",
        german: "",
    };

    fn speech() -> Speech {
        Words::new(&[TEXTS]).unwrap().speak(Language::English)
    }

    fn arg(name: &str, value: &str) -> Arg {
        (name.to_owned(), value.to_owned())
    }

    #[test]
    fn days_and_numbers_are_written_as_people_write_them() {
        let args = [
            arg("count", "1"),
            arg("due", "2026-03-14"),
            arg("title", "2027"),
        ];
        let (subject, text) = compose(&speech(), "due", &args);
        assert_eq!(subject, "2027 is due");
        assert_eq!(text, "One thing by 14 March 2026");
    }

    #[test]
    fn a_title_with_a_line_break_does_not_break_the_subject() {
        let (subject, _) = compose(&speech(), "due", &[arg("title", "A\r\nBcc: b@c.example")]);
        assert_eq!(subject, "A  Bcc: b@c.example is due");
    }

    #[test]
    fn a_name_never_becomes_an_address() {
        assert_eq!(
            mailbox("Eve\" <eve@evil.example>", "ada@acme.example"),
            "\"Eve\\\" <eve@evil.example>\" <ada@acme.example>"
        );
    }

    #[test]
    fn addresses_in_a_text_become_links() {
        let shown = paragraphs("Dear Sam,\n\nread: https://a.example/s/1 today");
        assert_eq!(shown.len(), 2);
        assert_eq!(
            shown[1][0][1],
            Piece::Link("https://a.example/s/1".to_owned())
        );
    }
}
