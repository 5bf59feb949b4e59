//! Step 9, as far as the log's own clock goes: it must not run backwards, and what is claimed is compared with it.
//!
//! Without independent time stamps this proves order, never dates; each finding says so.

use record::{Class, Leaf, Moment};

use super::found::Found;
use super::ledger::Seen;
use crate::finding::{Code, Finding};

/// How far two honest clock readings may lie apart.
const SLACK_MS: u64 = 120_000;
/// How long a signer may take between seeing the text and touching the passkey: the life of a nonce.
const CEREMONY_MS: u64 = 300_000;

/// The highest time seen so far.
#[derive(Debug, Default)]
pub(super) struct LogClock {
    latest_ms: u64,
}

impl LogClock {
    /// Looks at the next leaf; a step back is reported once, not for every leaf after it.
    pub(super) fn pass(&mut self, index: u64, leaf: &Leaf, found: &mut Found) {
        if leaf.class.is_blind() {
            return;
        }
        if leaf.recorded_ms.saturating_add(SLACK_MS) < self.latest_ms {
            let (before, after) = (shown(self.latest_ms), shown(leaf.recorded_ms));
            found.add(
                Finding::new(Code::LogClockReversed)
                    .at(index)
                    .arg("before", before)
                    .arg("after", after),
            );
            self.latest_ms = leaf.recorded_ms;
        }
        self.latest_ms = self.latest_ms.max(leaf.recorded_ms);
    }
}

/// What a record claims about its own time.
pub(super) fn check_claim(seen: &Seen<'_>, found: &mut Found) {
    if let Some(claimed) = seen.record.claimed {
        compare(seen, claimed, SLACK_MS, found);
    }
}

/// What a signed intent claims.
pub(super) fn check_intent(seen: &Seen<'_>, claimed: Moment, found: &mut Found) {
    compare(seen, claimed, SLACK_MS + CEREMONY_MS, found);
}

/// Whether a pack over this period has to open the leaf.
pub(super) fn is_owed(leaf: &Leaf) -> bool {
    matches!(leaf.class, Class::Governance | Class::Control)
}

pub(super) fn shown(ms: u64) -> String {
    i64::try_from(ms).map_or_else(
        |_| format!("{ms} ms"),
        |ms| Moment::from_millis(ms).to_string(),
    )
}

fn compare(seen: &Seen<'_>, claimed: Moment, slack: u64, found: &mut Found) {
    let recorded = seen.record.at;
    let code = if claimed.as_millis() + slack < recorded.as_millis() {
        Code::Backdated
    } else if claimed.as_millis() > recorded.as_millis() + slack {
        Code::Postdated
    } else {
        return;
    };
    found.add(
        Finding::new(code)
            .at(seen.index)
            .arg("claimed", claimed)
            .arg("recorded", recorded),
    );
}
