//! Well-formed values for samples.

use crate::digest::Digest;
use crate::disclosure::{Concealed, Disclosure};
use crate::id::Id;
use crate::moment::{Day, Moment};

pub(super) fn id(prefix: &str) -> Id {
    format!("{prefix}_01JD3KQ8Z5T0V9M4N7P2R6S1XY")
        .parse()
        .expect("samples use short lower-case prefixes")
}

/// Another one of the same kind.
pub(super) fn other_id(prefix: &str) -> Id {
    format!("{prefix}_01JD3M0F4C8B7A6X5W3V2T1S0R")
        .parse()
        .expect("samples use short lower-case prefixes")
}

pub(super) fn digest(of: &str) -> Digest {
    Digest::of(of)
}

pub(super) fn day(text: &str) -> Day {
    text.parse().expect("samples use real days")
}

pub(super) fn moment(text: &str) -> Moment {
    text.parse().expect("samples use real times")
}

pub(super) fn concealed(fields: &[(&str, &str)]) -> Concealed {
    let disclosures: Vec<_> = fields
        .iter()
        .map(|(name, value)| Disclosure::text([7; 16], name, value))
        .collect();
    Concealed::of(&disclosures).expect("text is always canonical")
}
