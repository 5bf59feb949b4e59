use serde::{Deserialize, Serialize};

/// A standard, law or code, reduced to the places that ask something of management.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Framework {
    /// Short name used in references, such as `iso27001`.
    pub id: String,
    /// The name under which people know it, with its edition.
    pub name: String,
    /// What its numbers count: `clause`, `article`, `control` …
    pub unit: String,
    /// Whether the references were checked against the text itself.
    /// A framework that is not verified is shown as such.
    pub verified: bool,
    /// What a reader has to know about it, in our own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Its requirements, in the order of the text.
    #[serde(rename = "requirement")]
    pub requirements: Vec<Requirement>,
}

/// A numbered place in a framework, and what supports it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// The number as the text has it, points in brackets: `5.1(d)`, `A.5.4`, `20(1)`.
    pub id: String,
    /// Ids of the obligations whose evidence supports this requirement.
    pub supported_by: Vec<String>,
    /// To whom it applies, where that is not everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Framework {
    /// The requirement with this number, if we know it.
    pub fn requirement(&self, id: &str) -> Option<&Requirement> {
        self.requirements
            .iter()
            .find(|requirement| requirement.id == id)
    }

    /// The requirements that rest on an obligation, in the order of the text.
    pub fn resting_on<'a>(&'a self, obligation: &'a str) -> impl Iterator<Item = &'a Requirement> {
        self.requirements
            .iter()
            .filter(move |requirement| requirement.rests_on(obligation))
    }
}

impl Requirement {
    /// Whether evidence for this obligation supports the requirement.
    pub fn rests_on(&self, obligation: &str) -> bool {
        self.supported_by.iter().any(|id| id == obligation)
    }
}
