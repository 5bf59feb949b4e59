//! Front matter: what a Markdown file says about itself, in YAML between two lines of dashes.

use std::collections::BTreeMap;
use std::str::FromStr;

use jiff::civil::Date;
use kit::words::Language;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::note::{LeftOut, Notes};
use super::{CannotImport, clean};

/// What a file says about its text; nothing of it is believed before a person confirms it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    pub title: Option<String>,
    pub owner: Option<String>,
    pub approver: Option<String>,
    pub language: Option<Language>,
    /// Months between two reviews.
    pub review_months: Option<u16>,
    pub version: Option<String>,
    /// What changed in this version.
    pub change: Option<String>,
    pub effective: Option<Date>,
}

/// Longer front matter is no front matter.
const LARGEST: usize = 16 * 1024;

/// The front matter and the text below it.
pub(super) fn split<'a>(
    text: &'a str,
    notes: &mut Notes,
) -> Result<(FrontMatter, &'a str), CannotImport> {
    let Some((yaml, rest)) = cut(text) else {
        return Ok((FrontMatter::default(), text));
    };
    let keys: BTreeMap<String, IgnoredAny> =
        match serde_saphyr::from_str_with_options(yaml, strict()) {
            Ok(keys) => keys,
            // Prose between two rules is a text, no list of fields.
            Err(_) if !yaml.contains(':') => return Ok((FrontMatter::default(), text)),
            Err(error) => return Err(unreadable(&error)),
        };
    let fields: Fields =
        serde_saphyr::from_str_with_options(yaml, strict()).map_err(|error| unreadable(&error))?;
    for key in keys
        .keys()
        .filter(|key| !KNOWN.contains(&fold(key).as_str()))
    {
        notes.name(LeftOut::UnknownFields, key);
    }
    Ok((fields.typed(notes), rest))
}

/// What stands between a first line of three dashes and the next line of three dashes or dots.
fn cut(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix("---\n")?;
    let mut at = 0;
    for line in inner.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return Some((&inner[..at], &inner[at + line.len()..]));
        }
        at += line.len();
        if at > LARGEST {
            return None;
        }
    }
    None
}

/// Fields are few, flat and short: no anchors, so nothing that is small can become large.
fn strict() -> serde_saphyr::Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_anchors: 0,
            max_aliases: 0,
            max_depth: 8,
            max_nodes: 500,
            max_documents: 1,
            flow_nesting_limit: 8,
        },
    }
}

fn unreadable(error: &serde_saphyr::Error) -> CannotImport {
    // The first line of the file is the line of dashes.
    let line = error.location().map_or(1, |at| at.line() + 1);
    CannotImport::FrontMatter { line }
}

/// As written: every value a text, so that version 1.10 stays 1.10.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Fields {
    #[serde(alias = "Title", alias = "titel", alias = "Titel")]
    title: Option<String>,
    #[serde(alias = "Owner", alias = "verantwortlich", alias = "Verantwortlich")]
    owner: Option<String>,
    #[serde(
        alias = "Approver",
        alias = "approved_by",
        alias = "freigabe",
        alias = "Freigabe"
    )]
    approver: Option<String>,
    #[serde(
        alias = "Language",
        alias = "lang",
        alias = "sprache",
        alias = "Sprache"
    )]
    language: Option<String>,
    #[serde(
        alias = "Review",
        alias = "review_interval",
        alias = "review-interval",
        alias = "prüfung",
        alias = "Prüfung",
        alias = "überprüfung",
        alias = "Überprüfung"
    )]
    review: Option<String>,
    #[serde(alias = "Version")]
    version: Option<String>,
    #[serde(
        alias = "Change",
        alias = "version_note",
        alias = "version-note",
        alias = "änderung",
        alias = "Änderung"
    )]
    change: Option<String>,
    #[serde(
        alias = "Effective",
        alias = "effective_date",
        alias = "effective-date",
        alias = "gültig_ab",
        alias = "gültig-ab"
    )]
    effective: Option<String>,
}

const KNOWN: [&str; 25] = [
    "title",
    "titel",
    "owner",
    "verantwortlich",
    "approver",
    "approved_by",
    "freigabe",
    "language",
    "lang",
    "sprache",
    "review",
    "review_interval",
    "review-interval",
    "prüfung",
    "überprüfung",
    "version",
    "change",
    "version_note",
    "version-note",
    "änderung",
    "effective",
    "effective_date",
    "effective-date",
    "gültig_ab",
    "gültig-ab",
];

impl Fields {
    fn typed(self, notes: &mut Notes) -> FrontMatter {
        let short = |value: Option<String>| {
            let value = clean::line(&value?, 200);
            (!value.is_empty()).then_some(value)
        };
        FrontMatter {
            title: short(self.title),
            owner: short(self.owner),
            approver: short(self.approver),
            version: short(self.version),
            change: short(self.change),
            language: understood("language", short(self.language), language, notes),
            review_months: understood("review", short(self.review), months, notes),
            effective: understood("effective", short(self.effective), day, notes),
        }
    }
}

/// What the value means, or a note that nobody knows.
fn understood<T>(
    name: &str,
    value: Option<String>,
    read: fn(&str) -> Option<T>,
    notes: &mut Notes,
) -> Option<T> {
    let value = value?;
    let meaning = read(&value);
    if meaning.is_none() {
        notes.name(LeftOut::UnclearFields, &format!("{name}: {value}"));
    }
    meaning
}

fn fold(word: &str) -> String {
    word.trim().to_lowercase()
}

fn language(value: &str) -> Option<Language> {
    let value = fold(value);
    match value.split(['-', '_']).next()? {
        "en" | "english" | "englisch" => Some(Language::English),
        "de" | "deutsch" | "german" => Some(Language::German),
        _ => None,
    }
}

/// `12`, `12 months`, `1 year`, `P1Y`, `yearly`, `jährlich`: months.
fn months(value: &str) -> Option<u16> {
    let value = fold(value);
    let named = match value.as_str() {
        "yearly" | "annually" | "annual" | "jährlich" | "p1y" => Some(12),
        "half-yearly" | "halbjährlich" | "every six months" => Some(6),
        "quarterly" | "vierteljährlich" => Some(3),
        "every two years" | "alle zwei jahre" | "p2y" => Some(24),
        _ => None,
    };
    named
        .or_else(|| counted(&value))
        .filter(|months| (1..=120).contains(months))
}

fn counted(value: &str) -> Option<u16> {
    let digits = value
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(value.len());
    let count = u16::from_str(&value[..digits]).ok()?;
    match value[digits..].trim() {
        "" | "m" | "month" | "months" | "monat" | "monate" => Some(count),
        "y" | "year" | "years" | "jahr" | "jahre" => count.checked_mul(12),
        _ => None,
    }
}

/// `2026-11-30`, or `30.11.2026` as Germans write it; other orders may mean two days.
fn day(value: &str) -> Option<Date> {
    if let Ok(date) = value.parse() {
        return Some(date);
    }
    let parts: Vec<&str> = value.split('.').collect();
    let [day, month, year] = parts.as_slice() else {
        return None;
    };
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (FrontMatter, String, Notes) {
        let mut notes = Notes::default();
        let (front, rest) = split(text, &mut notes).unwrap();
        (front, rest.to_owned(), notes)
    }

    #[test]
    fn fields_are_understood_in_english_and_german() {
        let (front, rest, notes) = read(
            "---\ntitle: Access control\nowner: Ada Park\nreview_interval: 12 months\nlang: en-GB\n\
             version: 1.10\nversion_note: Guests added\neffective: 2026-11-30\n---\n# Access\n",
        );
        assert_eq!(front.title.as_deref(), Some("Access control"));
        assert_eq!(front.version.as_deref(), Some("1.10"));
        assert_eq!(front.change.as_deref(), Some("Guests added"));
        assert_eq!(front.review_months, Some(12));
        assert_eq!(front.language, Some(Language::English));
        assert_eq!(front.effective, Some(jiff::civil::date(2026, 11, 30)));
        assert_eq!(rest, "# Access\n");
        assert!(notes.into_list().is_empty());

        let (front, ..) = read(
            "---\nTitel: Zugang\nSprache: Deutsch\nPrüfung: jährlich\ngültig-ab: 30.11.2026\n---\n",
        );
        assert_eq!(front.title.as_deref(), Some("Zugang"));
        assert_eq!(
            (front.language, front.review_months),
            (Some(Language::German), Some(12))
        );
        assert_eq!(front.effective, Some(jiff::civil::date(2026, 11, 30)));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        let (front, _, notes) =
            read("---\nreview: now and then\ntags: [a, b]\nclass:\n  deep: 1\n---\nText\n");
        assert_eq!(front.review_months, None);
        let notes = notes.into_list();
        assert_eq!(notes[0].which, "class, tags");
        assert_eq!(notes[1].which, "review: now and then");
    }

    #[test]
    fn a_rule_at_the_top_is_no_front_matter() {
        for text in [
            "---\n\nA text.\n",
            "---\nA text.\n---\nMore.\n",
            "# A\n---\na: 1\n---\n",
        ] {
            let (front, rest, _) = read(text);
            assert_eq!((front, rest.as_str()), (FrontMatter::default(), text));
        }
    }

    #[test]
    fn anchors_bombs_and_nonsense_are_refused() {
        let nested = format!("title: {}{}", "[".repeat(5_000), "]".repeat(5_000));
        let many: String = (0..600).map(|n| format!("k{n}: v\n")).collect();
        for yaml in [
            "title: &a x\nowner: *a",
            "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]",
            "title: one\ntitle: two",
            "title: [a, b]",
            "title: \"never closed",
            "title: x\n\towner: y",
            &nested,
            &many,
        ] {
            let text = format!("---\n{yaml}\n---\nText\n");
            let refused = split(&text, &mut Notes::default());
            let short: String = yaml.chars().take(30).collect();
            assert!(
                matches!(refused, Err(CannotImport::FrontMatter { .. })),
                "{short}: {refused:?}"
            );
        }
    }
}
