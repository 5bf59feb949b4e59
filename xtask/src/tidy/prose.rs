//! Templates contain structure only: every word comes from Fluent, style and script from files.

use super::Complaint;
use crate::repository::{File, Repository};
use crate::template;

/// Attributes whose values people read or hear.
const READ: [&str; 6] = [
    "aria-label=\"",
    "title=\"",
    "placeholder=\"",
    "alt=\"",
    "aria-description=\"",
    "summary=\"",
];

/// Names that are the same in every language.
const NAMES: [&str; 6] = [
    "Countersign",
    "SHA-256",
    "sha256",
    "English",
    "Deutsch",
    "PDF",
];

/// Pages that people open from a disk, with no server behind them: they carry their style along.
const ALONE: [&str; 1] = ["crates/app/src/audits/readme.html"];

/// Elements whose text is typed or compared or for the browser, not read.
const TYPED: [&str; 4] = ["code", "pre", "kbd", "style"];

pub(crate) fn check(repo: &Repository) -> Vec<Complaint> {
    repo.under("crates/app/src/", ".html")
        .flat_map(complaints)
        .collect()
}

fn complaints(file: &File) -> Vec<Complaint> {
    let page = template::page(&file.text);
    let mut complaints = Vec::new();
    for (at, line) in without_markup(&page).lines().enumerate() {
        if let Some(word) = word(line) {
            let sentence = format!("{word:?} is written in the template; words come from Fluent");
            complaints.push(Complaint::at(&file.path, at + 1, sentence));
        }
    }
    let stands_alone = ALONE.contains(&file.path.as_str());
    for (at, line) in page.lines().enumerate() {
        let inline = Some(line).filter(|_| !stands_alone).and_then(inline);
        complaints.extend(
            in_attributes(line)
                .or(inline)
                .map(|sentence| Complaint::at(&file.path, at + 1, sentence)),
        );
    }
    complaints
}

fn in_attributes(line: &str) -> Option<String> {
    for name in READ {
        for (at, _) in line.match_indices(name) {
            let value = line[at + name.len()..]
                .split('"')
                .next()
                .unwrap_or_default();
            if let Some(word) = word(value) {
                return Some(format!(
                    "{word:?} is written in an attribute; words come from Fluent"
                ));
            }
        }
    }
    None
}

fn inline(line: &str) -> Option<String> {
    let lower = line.to_lowercase();
    let is_inline = lower.contains(" style=\"")
        || lower.contains("<style")
        || lower.contains("<script>")
        || (lower.contains("<script ") && !lower.contains("src="))
        || lower.contains(" onclick=")
        || lower.contains(" onchange=")
        || lower.contains(" onsubmit=");
    is_inline.then(|| {
        "style and script are files; the content security policy refuses them inline".to_owned()
    })
}

/// The text between tags, line for line.
fn without_markup(page: &str) -> String {
    let mut text = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        let close = end_of(&rest[open..]);
        let end = rest[open..]
            .find(&close)
            .map_or(rest.len(), |end| open + end + close.len());
        text.push(' ');
        text.extend(std::iter::repeat_n(
            '\n',
            rest[open..end].matches('\n').count(),
        ));
        rest = &rest[end..];
    }
    text + rest
}

/// What ends the markup that begins here.
fn end_of(markup: &str) -> String {
    if markup.starts_with("<!--") {
        return "-->".to_owned();
    }
    let name: String = markup[1..]
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    if TYPED.contains(&name.as_str()) {
        format!("</{name}>")
    } else {
        ">".to_owned()
    }
}

/// The first word that somebody would have to translate.
fn word(text: &str) -> Option<&str> {
    let is_letter = |c: char| c.is_alphabetic();
    text.split(|c: char| c.is_whitespace() || c == '\u{0}')
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&'))
        .find(|word| {
            word.chars().filter(|c| is_letter(*c)).count() >= 2
                && !NAMES.contains(word)
                && !word.starts_with('&')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> usize {
        complaints(&File {
            path: "page.html".to_owned(),
            text: text.to_owned(),
        })
        .len()
    }

    #[test]
    fn words_in_a_template_are_found_in_text_and_attributes() {
        assert_eq!(found("<p>{{ s.t(\"hello\") }} · &nbsp; v2</p>"), 0);
        assert_eq!(found("<p>Hello {{ name }}</p>"), 1);
        assert_eq!(found("<p><code>countersign verify</code></p>"), 0);
        assert_eq!(found("<img alt=\"A picture\">"), 1);
        assert_eq!(found("<img alt=\"{{ s.t(\"picture\") }}\">"), 0);
        assert_eq!(
            found("<title>{% block title %}{% endblock %} – Countersign</title>"),
            0
        );
    }

    #[test]
    fn inline_style_and_script_are_found() {
        assert_eq!(found("<p style=\"color: red\"></p>"), 1);
        assert_eq!(found("<script>run()</script>"), 2);
        assert_eq!(found("<script src=\"/app.js\" defer></script>"), 0);
    }
}
