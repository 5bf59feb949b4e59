//! Words in a line, with what makes them bold, and the proof that they come back.

use super::super::note::{LeftOut, Notes};
use super::{escape, proof};

/// How words look and where they lead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Look {
    pub(in super::super) bold: bool,
    pub(in super::super) italic: bool,
    pub(in super::super) struck: bool,
    pub(in super::super) link: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Inline {
    Words(String, Look),
    Break,
    /// The place of a footnote, by its number.
    Footnote(usize),
}

/// How much markup the words carry.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Much {
    All,
    Links,
    None,
}

/// The words alone.
pub(in super::super) fn plain(words: &[Inline]) -> String {
    let text = words.iter().map(|word| match word {
        Inline::Words(text, _) => text.clone(),
        Inline::Break => " ".to_owned(),
        Inline::Footnote(number) => format!("[^{number}]"),
    });
    text.collect()
}

/// Words whose breaks are kept.
pub(super) fn paragraph(words: &[Inline], notes: &mut Notes) -> String {
    proven(&tidied(words), "", notes)
}

/// Words in a footnote, which has no room for breaks.
pub(super) fn on_one_line(words: &[Inline], notes: &mut Notes) -> String {
    proven(&tidied(&without_breaks(words)), "", notes)
}

/// Words in a heading or a cell, where neither a list nor another heading can begin.
pub(super) fn in_a_line(words: &[Inline], notes: &mut Notes) -> String {
    proven(&tidied(&without_breaks(words)), "# ", notes)
}

fn without_breaks(words: &[Inline]) -> Vec<Inline> {
    let flat = words.iter().map(|word| match word {
        Inline::Break => Inline::Words(" ".to_owned(), Look::default()),
        other => other.clone(),
    });
    flat.collect()
}

/// The words with as much markup as comes back when they are read behind `mark`.
fn proven(words: &[Inline], mark: &str, notes: &mut Notes) -> String {
    let is_free = mark.is_empty();
    let meant = plain(words);
    let is_plain =
        |word: &Inline| !matches!(word, Inline::Words(_, look) if *look != Look::default());
    for much in [Much::All, Much::Links] {
        let written = written(words, much, is_free);
        if proof::reads_back(&format!("{mark}{written}"), &meant) {
            notes.add(LeftOut::Emphasis, usize::from(much != Much::All));
            return written;
        }
    }
    notes.add(LeftOut::Emphasis, usize::from(!words.iter().all(is_plain)));
    written(words, Much::None, is_free)
}

/// Neighbours that look the same joined, spaces single and outside of what is bold, none at the ends.
fn tidied(words: &[Inline]) -> Vec<Inline> {
    let mut tidied: Vec<Inline> = Vec::new();
    for word in words {
        match word {
            Inline::Words(text, look) => push(&mut tidied, text, look),
            other => tidied.push(other.clone()),
        }
    }
    trim(&mut tidied);
    tidied
}

fn push(tidied: &mut Vec<Inline>, text: &str, look: &Look) {
    let unmarked = Look {
        link: look.link.clone(),
        ..Look::default()
    };
    let inner = text.trim();
    let (lead, trail) = match text.find(|c: char| !c.is_whitespace()) {
        None => (!text.is_empty(), false),
        Some(at) => (at > 0, text.len() > at + inner.len()),
    };
    if lead {
        join(tidied, " ", &unmarked);
    }
    if !inner.is_empty() {
        let single: Vec<&str> = inner.split_whitespace().collect();
        join(tidied, &single.join(" "), look);
    }
    if trail {
        join(tidied, " ", &unmarked);
    }
}

fn join(tidied: &mut Vec<Inline>, text: &str, look: &Look) {
    // A space between two bold words is bold.
    if bridges(tidied, text, look) {
        tidied.pop();
        if let Some(Inline::Words(last, _)) = tidied.last_mut() {
            last.push(' ');
            last.push_str(text);
        }
        return;
    }
    match tidied.last_mut() {
        Some(Inline::Words(last, _)) if text == " " && last.ends_with(' ') => {}
        Some(Inline::Words(last, same)) if *same == *look => last.push_str(text),
        _ => tidied.push(Inline::Words(text.to_owned(), look.clone())),
    }
}

fn bridges(tidied: &[Inline], text: &str, look: &Look) -> bool {
    let [.., Inline::Words(_, before), Inline::Words(space, _)] = tidied else {
        return false;
    };
    space == " " && before == look && text != " "
}

fn trim(words: &mut Vec<Inline>) {
    let is_blank = |word: &Inline| match word {
        Inline::Words(text, _) => text.trim().is_empty(),
        Inline::Break => true,
        Inline::Footnote(_) => false,
    };
    while words.last().is_some_and(is_blank) {
        words.pop();
    }
    while words.first().is_some_and(is_blank) {
        words.remove(0);
    }
    if let Some(Inline::Words(text, _)) = words.first_mut() {
        *text = text.trim_start().to_owned();
    }
    if let Some(Inline::Words(text, _)) = words.last_mut() {
        *text = text.trim_end().to_owned();
    }
}

fn written(words: &[Inline], much: Much, is_free: bool) -> String {
    let mut written = String::new();
    for (at, word) in words.iter().enumerate() {
        match word {
            Inline::Words(text, look) => {
                let after = words.get(at + 1);
                written.push_str(&marked(text, look, much, (&written, after)));
            }
            Inline::Break => {
                let end = written.trim_end_matches(' ').len();
                written.truncate(end);
                written.push_str("\\\n");
            }
            Inline::Footnote(number) => written.push_str(&format!("[^{number}]")),
        }
    }
    let begin = if is_free {
        escape::beginning
    } else {
        escape::rules_of_a_heading
    };
    let lines = written.split('\n').map(|line| begin(line.trim_start()));
    lines.collect::<Vec<_>>().join("\n")
}

fn marked(text: &str, look: &Look, much: Much, around: (&str, Option<&Inline>)) -> String {
    if much == Much::None {
        return escape::everything(text);
    }
    let mut marked = escape::words(text);
    if much == Much::All && !text.trim().is_empty() && can_be_marked(text, around) {
        for (is_on, mark) in [(look.italic, "*"), (look.bold, "**"), (look.struck, "~~")] {
            if is_on {
                marked = format!("{mark}{marked}{mark}");
            }
        }
    }
    match &look.link {
        Some(address) if !text.trim().is_empty() => format!("[{marked}]({})", address_of(address)),
        _ => marked,
    }
}

/// Markdown finds no mark between a letter and a sign, nor two marks that touch.
fn can_be_marked(text: &str, (before, after): (&str, Option<&Inline>)) -> bool {
    let is_sign = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let first_is_sign = text.chars().next().is_some_and(is_sign);
    let last_is_sign = text.chars().next_back().is_some_and(is_sign);
    let before = before.chars().next_back();
    let after = match after {
        Some(Inline::Words(text, _)) => text.chars().next(),
        _ => None,
    };
    let touches = before.is_some_and(|c| matches!(c, '*' | '~'));
    !(touches
        || first_is_sign && before.is_some_and(char::is_alphanumeric)
        || last_is_sign && after.is_some_and(char::is_alphanumeric))
}

/// An address without what would end it.
fn address_of(address: &str) -> String {
    let letters = address
        .chars()
        .filter(|c| !c.is_control())
        .map(|letter| match letter {
            ' ' => "%20".to_owned(),
            '(' => "%28".to_owned(),
            ')' => "%29".to_owned(),
            '<' => "%3C".to_owned(),
            '>' => "%3E".to_owned(),
            '\\' => "%5C".to_owned(),
            other => other.to_string(),
        });
    letters.collect()
}
