//! Why a file is not imported: a sentence that says what to do instead.

use kit::web::Problem;
use kit::words::Speech;

/// Why nothing was imported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotImport {
    #[error("The file is empty.")]
    Empty,
    #[error("The file is larger than 20 MiB; take its pictures out and import it again.")]
    FileTooLarge,
    #[error("There is no text in this file, perhaps only pictures of pages.")]
    NoText,
    #[error("The text is longer than 256 KiB, about 90 pages; import it in parts.")]
    TooLong,
    #[error(
        "The file has more parts, or parts that unpack to more, than a text needs; save it again."
    )]
    Bomb,
    #[error("The file is damaged or incomplete; save it again.")]
    Damaged,
    #[error("The file is protected by a password; save it without one.")]
    Password,
    #[error("The file contains macros; save it as .docx without macros.")]
    Macros,
    #[error(
        "The file declares entities of its own (a DTD), as no word processor does; save it again."
    )]
    Entities,
    #[error("Tables, boxes or quotations stand in one another too deeply in this file.")]
    TooDeep,
    #[error("This is a document of an old Word (.doc); save it as .docx.")]
    OldWord,
    #[error("This is an OpenDocument text; save it as .docx.")]
    OpenDocument,
    #[error("This is a workbook or a presentation; only a text can become a policy.")]
    OtherOffice,
    #[error("This is a ZIP archive; unpack it and import the text inside.")]
    Archive,
    #[error("This is a PDF document; import the text it was made from.")]
    Pdf,
    #[error("This is RTF; save it as .docx.")]
    Rtf,
    #[error("This is a web page; save it as .docx or Markdown.")]
    WebPage,
    #[error("This is neither a .docx file nor Markdown.")]
    NotText,
    #[error("The front matter cannot be read, near line {line}; it is YAML without anchors.")]
    FrontMatter { line: u64 },
}

impl CannotImport {
    /// The sentence in the reader's language.
    pub fn said(&self, speech: &Speech) -> String {
        let id = format!("policy-import-refused-{}", self.word());
        match self {
            Self::FrontMatter { line } => speech.say(&id).with("line", *line).to_string(),
            _ => speech.t(&id),
        }
    }

    fn word(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::FileTooLarge => "file-too-large",
            Self::NoText => "no-text",
            Self::TooLong => "too-long",
            Self::Bomb => "bomb",
            Self::Damaged => "damaged",
            Self::Password => "password",
            Self::Macros => "macros",
            Self::Entities => "entities",
            Self::TooDeep => "too-deep",
            Self::OldWord => "old-word",
            Self::OpenDocument => "open-document",
            Self::OtherOffice => "other-office",
            Self::Archive => "archive",
            Self::Pdf => "pdf",
            Self::Rtf => "rtf",
            Self::WebPage => "web-page",
            Self::NotText => "not-text",
            Self::FrontMatter { .. } => "front-matter",
        }
    }
}

impl From<CannotImport> for Problem {
    fn from(refusal: CannotImport) -> Self {
        Problem::Refused(refusal.to_string())
    }
}
