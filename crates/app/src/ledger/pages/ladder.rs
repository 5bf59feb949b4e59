//! The trust ladder: what holds the log down besides our word, rung by rung.
//!
//! A rung is only called reached when this installation can show it. What a reader may hold
//! outside (a receipt, a pack) holds the log too, but nobody here can know that it still exists.

/// One rung with its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rung {
    pub(super) word: &'static str,
    pub(super) why: &'static str,
    pub(super) reached: bool,
}

impl Rung {
    pub(super) fn state(&self) -> &'static str {
        if self.reached {
            "pass"
        } else {
            "not-applicable"
        }
    }
}

/// The four rungs. A log does not open without a valid signature over its head, so the first is
/// reached; neither time stamps, nor witnesses, nor the auditor's own confirmation of keys can
/// be configured in this version.
pub(super) const RUNGS: [Rung; 4] = [
    rung("log-rung-signed", "log-rung-signed-why", true),
    rung("log-rung-timed", "log-rung-timed-why", false),
    rung("log-rung-witnessed", "log-rung-witnessed-why", false),
    rung("log-rung-identified", "log-rung-identified-why", false),
];

const fn rung(word: &'static str, why: &'static str, reached: bool) -> Rung {
    Rung { word, why, reached }
}

pub(super) fn reached(rungs: &[Rung]) -> usize {
    rungs.iter().filter(|rung| rung.reached).count()
}
