//! What an import has to say, in the reader's language.

use kit::words::Speech;

use super::super::import::{CannotImport, Named};
use super::apply::CannotApply;

/// A sentence of the pure import by its code: `import-<of>-<code>`.
pub(super) fn named(speech: &Speech, of: &str, what: &impl Named) -> String {
    let (code, args) = what.named();
    let word = format!("import-{of}-{code}");
    args.into_iter()
        .fold(speech.say(&word), |saying, (name, value)| {
            match (name.as_str(), value.parse::<i64>()) {
                ("field" | "required", _) => {
                    let said = speech.t(&format!("import-field-{value}"));
                    saying.with(name, said)
                }
                ("count", Ok(number)) => saying.with(name, number),
                _ => saying.with(name, value),
            }
        })
        .to_string()
}

/// Everything that is wrong with a list.
pub(super) fn problems(speech: &Speech, cannot: &CannotImport) -> Vec<String> {
    let mut said: Vec<String> = cannot
        .problems
        .iter()
        .map(|problem| named(speech, "problem", problem))
        .collect();
    if cannot.more > 0 {
        let more = speech
            .say("import-more-problems")
            .with("count", cannot.more);
        said.push(more.to_string());
    }
    said
}

/// Why a list is not applied; nothing for what is our own fault.
pub(super) fn cannot_apply(speech: &Speech, cannot: &CannotApply) -> Vec<String> {
    match cannot {
        CannotApply::Unreadable(why) => vec![named(speech, "unreadable", why)],
        CannotApply::Wrong(wrong) => problems(speech, wrong),
        CannotApply::Unconfirmed(many) => vec![
            speech
                .say("import-many-leavers")
                .with("leavers", many.leavers)
                .with("of", many.of)
                .to_string(),
        ],
        CannotApply::AddressWaits(address) => vec![
            speech
                .say("import-address-waits")
                .with("address", address.as_str())
                .to_string(),
        ],
        CannotApply::NotAsShown => vec![speech.t("import-not-as-shown")],
        CannotApply::Unexpected(_) => Vec::new(),
    }
}
