use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why there is no PDF, as a sentence for the person who asked for it.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CannotTypeset {
    #[error("A document needs a title before it can be typeset.")]
    Untitled,
    #[error("“{0}” is not a language tag such as en or de-AT.")]
    Language(String),
    #[error(
        "“{0}” cannot be the name of an attached file: use letters, digits, dots, hyphens and underscores."
    )]
    AttachmentName(String),
    #[error("Two attached files are named “{0}”.")]
    AttachmentTwice(String),
    #[error("“{0}” is not a media type such as text/markdown.")]
    AttachmentMedia(String),
    /// Sizes in bytes, except for things that are counted (columns, signatures).
    #[error("The {what} is too large to typeset: {size}, where {limit} is the most.")]
    TooLarge {
        what: String,
        size: usize,
        limit: usize,
    },
    #[error("The text is nested too deep to typeset: {limit} levels are the most.")]
    TooDeep { limit: usize },
    #[error("{count} characters have no letter form in the built-in fonts, among them {sample}.")]
    Unprintable { count: usize, sample: String },
    #[error("The document could not be typeset: {0}.")]
    Layout(String),
    #[error("Typesetting took longer than {seconds} seconds and was stopped.")]
    Slow { seconds: u64 },
    #[error("The typesetting process ended without a document: {0}.")]
    Died(String),
}
