use serde::{Deserialize, Serialize};

/// One thing that management owes, whoever asks for it.
///
/// ```
/// let first = frameworks::crosswalk().obligation("OB-01").expect("the register starts at one");
/// assert_eq!(first.area, frameworks::Area::Direction);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Obligation {
    /// `OB-` and two digits, stable for ever.
    pub id: String,
    /// Where on the map of management's duties it lies.
    pub area: Area,
    /// The obligation in our own words, one English sentence.
    pub sentence: String,
}

/// The areas into which the obligations are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the domain's own words")]
pub enum Area {
    Direction,
    Resources,
    Oversight,
    Competence,
    Conduct,
    Lifecycle,
    SpeakingUp,
    Records,
    ThirdParties,
    Incidents,
}
