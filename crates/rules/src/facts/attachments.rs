use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A file attached as evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// The attachment's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is evidence for, for a sentence.
    pub subject: String,
    /// When it was attached.
    pub recorded_at: Timestamp,
    /// What kind of file it is.
    pub kind: AttachmentKind,
    /// The system it came from.
    #[serde(default)]
    pub source_system: Option<String>,
    /// When it was taken from there.
    #[serde(default)]
    pub captured_at: Option<Timestamp>,
    /// Who took it.
    #[serde(default)]
    pub captured_by: Option<String>,
    /// Which people or things it lists, or the query that found them.
    #[serde(default)]
    pub population: Option<String>,
    /// Whether a machine wrote the four answers above, rather than a person typing them.
    pub from_feed: bool,
}

/// What kind of file an attachment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AttachmentKind {
    /// A list taken from a system.
    Extract,
    /// An original document.
    Document,
    /// A picture, such as a screenshot.
    Picture,
}

/// How much an item of evidence is worth, best first.
///
/// Grade A, an act done in the product with one's own sign-in, is never an attachment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Grade {
    /// A feed from the source system with query, time and population.
    B,
    /// An original file, bound by its digest to who took it.
    C,
    /// A picture or a list with typed provenance.
    D,
    /// No provenance.
    E,
}

impl Attachment {
    /// What its provenance makes it worth.
    pub fn grade(&self) -> Grade {
        match (self.missing().is_empty(), self.from_feed, self.kind) {
            (false, ..) => Grade::E,
            (true, true, AttachmentKind::Extract) => Grade::B,
            (true, _, AttachmentKind::Document) => Grade::C,
            (true, ..) => Grade::D,
        }
    }

    /// Which parts of its provenance are missing; a population is asked of extracts only.
    pub fn missing(&self) -> Vec<&'static str> {
        let blank = |text: &Option<String>| text.as_ref().is_none_or(|text| text.trim().is_empty());
        let needs_population = self.kind == AttachmentKind::Extract;
        let parts = [
            ("source system", blank(&self.source_system)),
            ("capture time", self.captured_at.is_none()),
            ("capturer", blank(&self.captured_by)),
            (
                "population or query",
                needs_population && blank(&self.population),
            ),
        ];
        parts
            .into_iter()
            .filter_map(|(part, missing)| missing.then_some(part))
            .collect()
    }
}
