//! The words HR systems use for a status, a kind of employment and a language, in English and German.

use kit::sheet::cells::fold;
use serde::{Deserialize, Serialize};

/// What a status column says about somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Employed, on leave and not yet started included.
    Active,
    Left,
    /// The account is locked. Google Workspace has no other word for somebody who has left.
    Suspended,
}

/// The words for people who are here. Leave and notice do not end an employment, and some systems put the kind of
/// employment where others put the status.
const ACTIVE: &[&str] = &[
    "active",
    "aktiv",
    "employed",
    "angestellt",
    "beschaeftigt",
    "current",
    "hired",
    "eingestellt",
    "onboarding",
    "preboarding",
    "onleave",
    "leave",
    "leaveofabsence",
    "parentalleave",
    "maternityleave",
    "sickleave",
    "sabbatical",
    "gardenleave",
    "abwesend",
    "beurlaubt",
    "elternzeit",
    "mutterschutz",
    "freigestellt",
    "furloughed",
    "probation",
    "probezeit",
    "fulltime",
    "parttime",
    "vollzeit",
    "teilzeit",
    "contractor",
    "freelancer",
    "extern",
    "intern",
    "internal",
    "external",
    "praktikant",
    "praktikantin",
    "werkstudent",
    "werkstudentin",
    "temporary",
    "seasonal",
    "befristet",
    "unbefristet",
    "true",
    "yes",
    "ja",
    "1",
];
const LEFT: &[&str] = &[
    "inactive",
    "inaktiv",
    "terminated",
    "left",
    "leaver",
    "former",
    "formeremployee",
    "departed",
    "resigned",
    "dismissed",
    "retired",
    "ausgeschieden",
    "ausgetreten",
    "ehemalig",
    "ehemals",
    "verlassen",
    "beendet",
    "pensioniert",
    "imruhestand",
    "archived",
    "archiviert",
    "deleted",
    "geloescht",
    "deactivated",
    "deaktiviert",
    "disabled",
    "offboarded",
    "false",
    "no",
    "nein",
    "0",
];
const SUSPENDED: &[&str] = &["suspended", "gesperrt", "blocked", "locked"];

const CONTRACTOR: &[&str] = &[
    "contractor",
    "contingent",
    "extern",
    "freelan",
    "freiberuf",
    "freiemitarbeit",
    "freiermitarbeit",
    "dienstleist",
    "consultant",
    "leiharbeit",
    "zeitarbeit",
    "agency",
    "agentur",
    "selfemployed",
    "selbstaendig",
    "supplier",
];
const YES: &[&str] = &["true", "yes", "ja", "1", "x", "wahr"];

const LANGUAGES: &[(&str, &[&str])] = &[
    ("en", &["english", "englisch", "englishuk", "englishus"]),
    ("de", &["german", "deutsch", "germangermany"]),
    ("fr", &["french", "franzoesisch", "francais"]),
    ("es", &["spanish", "spanisch", "espanol", "español"]),
    ("it", &["italian", "italienisch", "italiano"]),
    ("nl", &["dutch", "niederlaendisch", "nederlands"]),
    ("pl", &["polish", "polnisch", "polski"]),
    ("pt", &["portuguese", "portugiesisch"]),
    ("cs", &["czech", "tschechisch"]),
    ("da", &["danish", "daenisch", "dansk"]),
    ("sv", &["swedish", "schwedisch", "svenska"]),
    ("tr", &["turkish", "tuerkisch"]),
    ("uk", &["ukrainian", "ukrainisch"]),
];

pub(super) fn status(cell: &str) -> Option<Status> {
    let word = fold(cell);
    let is_among = |words: &[&str]| words.contains(&word.as_str());
    match () {
        () if is_among(ACTIVE) => Some(Status::Active),
        () if is_among(LEFT) => Some(Status::Left),
        () if is_among(SUSPENDED) => Some(Status::Suspended),
        () => None,
    }
}

/// Companies invent kinds of employment freely, so whatever does not say otherwise is an employee.
pub(super) fn is_contractor(cell: &str) -> bool {
    let word = fold(cell);
    YES.contains(&word.as_str())
        || (!word.starts_with("non")
            && !word.starts_with("nicht")
            && CONTRACTOR
                .iter()
                .any(|contractor| word.contains(contractor)))
}

/// The ISO 639 code of `de`, `de-AT`, `de_DE`, `German` or `Deutsch`.
pub(super) fn language(cell: &str) -> Option<String> {
    let word = fold(cell);
    if let Some((code, _)) = LANGUAGES
        .iter()
        .find(|(_, names)| names.contains(&word.as_str()))
    {
        return Some((*code).to_owned());
    }
    let mut subtags = cell.split(['-', '_']);
    let code = subtags.next()?;
    let is_code = (2..=3).contains(&code.len()) && code.chars().all(|c| c.is_ascii_alphabetic());
    let rest_fits = subtags.all(|subtag| (2..=8).contains(&subtag.len()) && subtag.is_ascii());
    (is_code && rest_fits).then(|| code.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn status_words_are_understood_in_both_languages() {
        for word in ["Active", "aktiv", "On leave", "Elternzeit", "Full-Time"] {
            assert_eq!(status(word), Some(Status::Active), "{word}");
        }
        for word in [
            "Inactive",
            "Terminated",
            "ausgeschieden",
            "Archived",
            "GELÖSCHT",
        ] {
            assert_eq!(status(word), Some(Status::Left), "{word}");
        }
        assert_eq!(status("Suspended"), Some(Status::Suspended));
    }

    #[test]
    fn a_word_that_may_mean_either_is_not_guessed() {
        assert_eq!(status("gekündigt"), None);
    }

    #[test]
    fn contractors_are_recognised_and_interns_are_not() {
        for word in [
            "Contractor",
            "Extern",
            "Freie Mitarbeiterin",
            "Freelancer (DE)",
            "yes",
            "Dienstleister",
        ] {
            assert!(is_contractor(word), "{word}");
        }
        for word in [
            "Employee",
            "Intern",
            "Internal employee",
            "Vollzeit",
            "no",
            "Non-contractor",
        ] {
            assert!(!is_contractor(word), "{word}");
        }
    }

    #[test]
    fn languages_are_understood_by_code_and_by_name() {
        for cell in ["de", "DE-at", "de_DE", "German", "Deutsch"] {
            assert_eq!(language(cell), Some("de".into()), "{cell}");
        }
        assert_eq!(language("Klingon"), None);
    }
}
