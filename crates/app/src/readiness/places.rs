//! Where a gap is mended: the page on which somebody can do something about a result.

use rules::Outcome;
use rules::parameters;
use rules::questions::Question;

/// The page for a result.
pub(super) fn mended_at(outcome: &Outcome) -> String {
    let object = outcome.object.as_deref().unwrap_or_default();
    match outcome.rule {
        "stmt-wrong-signatory" | "evidence-undated" => "/top-management".to_owned(),
        "rule-weakened" => threshold(object),
        "log-broken" => "/log".to_owned(),
        "comms-from-top-missing" => "/rules/comms-from-top-missing".to_owned(),
        "backdated-record" | "impossible-chronology" => {
            about(object).unwrap_or_else(|| "/log".to_owned())
        }
        _ => about(object).unwrap_or_else(|| "/statements".to_owned()),
    }
}

/// The page about something that has an id.
fn about(object: &str) -> Option<String> {
    let (kind, _) = object.split_once('_')?;
    match kind {
        "doc" => Some(format!("/statements/{object}")),
        "per" => Some(format!("/people/{object}")),
        "apt" => Some("/top-management".to_owned()),
        _ => None,
    }
}

fn threshold(key: &str) -> String {
    match parameters::find(key) {
        Some(_) => format!("/parameters/{key}"),
        None => "/parameters".to_owned(),
    }
}

/// Where the evidence for a question lies: addresses with the words for them.
pub(super) fn evidence_for(question: Question) -> &'static [(&'static str, &'static str)] {
    match question {
        Question::Q1 => &[
            ("/statements", "evidence-statements"),
            ("/top-management", "evidence-register"),
            ("/packs", "evidence-packs"),
        ],
        Question::Q2 => &[
            ("/statements", "evidence-statements"),
            ("/packs", "evidence-packs"),
        ],
        Question::Q6 => &[
            ("/top-management", "evidence-register"),
            ("/statements", "evidence-acknowledgements"),
            ("/packs", "evidence-packs"),
        ],
        Question::Q7 => &[
            ("/statements", "evidence-acknowledgements"),
            ("/people", "evidence-people"),
            ("/packs", "evidence-packs"),
        ],
        _ => &[],
    }
}
