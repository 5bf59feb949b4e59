use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::CannotTypeset;

const MARKDOWN: usize = 512 << 10;
const ATTACHED: usize = 16 << 20;
const FIELD: usize = 8 << 10;
const ENTRIES: usize = 64;

/// Everything that is printed or attached, with all words already in the document's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typeset {
    pub title: String,
    /// The language of the document such as `en` or `de-AT`; it decides hyphenation and the direction of writing.
    pub language: String,
    pub organisation: String,
    /// What the head of every page says beside the short digest, such as “Version 3”.
    pub edition: String,
    /// When the document was made: the date the PDF carries.
    pub at: Timestamp,
    /// The exact text. Its SHA-256 is computed here and printed, in full and short on every page.
    pub markdown: String,
    pub meta: Vec<Meta>,
    pub signatures: Vec<Signature>,
    /// A warning on every page, such as “Demonstration”.
    pub banner: Option<String>,
    pub attachments: Vec<Attachment>,
    pub labels: Labels,
}

/// One line under the title, such as “Effective” and “1 January 2027”.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    pub label: String,
    pub value: String,
}

/// One signature as it is printed; what is empty is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    pub who: String,
    /// In what capacity, such as “Managing director”.
    pub capacity: String,
    pub when: String,
    /// How it was signed, such as “Signed with a passkey”.
    pub level: String,
    /// The digest that finds the signature in the record.
    pub digest: String,
    /// The words the signer agreed to.
    pub words: String,
}

/// A file inside the PDF (PDF/A-3, ISO 19005-3 §6.8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    pub name: String,
    pub media: String,
    /// What the file is, in the words of the document's language.
    pub about: String,
    pub relation: Relation,
    #[serde(with = "as_base64")]
    pub bytes: Vec<u8>,
}

/// How an attached file relates to the document (`AFRelationship`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// The document was made from it: the Markdown.
    Source,
    /// What the document shows is derived from it: the record.
    Data,
    /// It goes along.
    Supplement,
}

/// The few words the layout prints by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels {
    /// With `{page}` and `{pages}`.
    pub page: String,
    pub digest: String,
    pub signatures: String,
    pub signature_digest: String,
    pub attached: String,
    /// With `{size}`, in bytes.
    pub bytes: String,
    /// Says that `{count}` characters are printed as their code points.
    pub substituted: String,
    pub image: String,
}

impl Labels {
    pub fn english() -> Self {
        Self {
            page: "Page {page} of {pages}".into(),
            digest: "SHA-256 of the text".into(),
            signatures: "Signatures".into(),
            signature_digest: "Digest".into(),
            attached: "Attached to this document".into(),
            bytes: "{size} bytes".into(),
            substituted: "{count} characters that cannot be printed are shown as their code points, such as [U+202E]. \
                          The attached text is exact."
                .into(),
            image: "Image".into(),
        }
    }
}

impl Typeset {
    /// Refuses early what could not become a document.
    pub(crate) fn check(&self) -> Result<(), CannotTypeset> {
        if self.title.trim().is_empty() {
            return Err(CannotTypeset::Untitled);
        }
        language(&self.language)?;
        self.check_sizes()?;
        self.check_attachments()
    }

    fn check_sizes(&self) -> Result<(), CannotTypeset> {
        within("text", self.markdown.len(), MARKDOWN)?;
        within("title", self.title.len(), 1 << 10)?;
        within("number of lines under the title", self.meta.len(), ENTRIES)?;
        within("number of signatures", self.signatures.len(), ENTRIES)?;
        let short = [&self.organisation, &self.edition];
        let banner = self.banner.iter();
        let meta = self.meta.iter().flat_map(|line| [&line.label, &line.value]);
        let signatures = self.signatures.iter().flat_map(|by| {
            [
                &by.who,
                &by.capacity,
                &by.when,
                &by.level,
                &by.digest,
                &by.words,
            ]
        });
        let about = self.attachments.iter().map(|file| &file.about);
        short
            .into_iter()
            .chain(banner)
            .chain(meta)
            .chain(signatures)
            .chain(about)
            .try_for_each(|field| within("text beside the document", field.len(), FIELD))
    }

    fn check_attachments(&self) -> Result<(), CannotTypeset> {
        within("number of attached files", self.attachments.len(), ENTRIES)?;
        let bytes = self.attachments.iter().map(|file| file.bytes.len()).sum();
        within("sum of the attached files", bytes, ATTACHED)?;
        let mut names = BTreeSet::new();
        for file in &self.attachments {
            file.check()?;
            if !names.insert(file.name.as_str()) {
                return Err(CannotTypeset::AttachmentTwice(file.name.clone()));
            }
        }
        Ok(())
    }
}

impl Attachment {
    fn check(&self) -> Result<(), CannotTypeset> {
        let plain = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
        if !(1..=100).contains(&self.name.len())
            || self.name.starts_with('.')
            || !self.name.chars().all(plain)
        {
            return Err(CannotTypeset::AttachmentName(self.name.clone()));
        }
        let token = |part: &str| !part.is_empty() && part.chars().all(|c| plain(c) || c == '+');
        match self.media.split_once('/') {
            Some((class, kind)) if token(class) && token(kind) => Ok(()),
            _ => Err(CannotTypeset::AttachmentMedia(self.media.clone())),
        }
    }
}

/// Splits a language tag (RFC 5646) into the language and the region; scripts and variants are not told apart in print.
pub(crate) fn language(tag: &str) -> Result<(String, Option<String>), CannotTypeset> {
    let letters = |part: &str| part.bytes().all(|b| b.is_ascii_alphabetic());
    let (language, region) = match tag.split_once('-') {
        Some((language, region)) => (language, Some(region)),
        None => (tag, None),
    };
    if !matches!(language.len(), 2 | 3) || !letters(language) {
        return Err(CannotTypeset::Language(tag.to_owned()));
    }
    if region.is_some_and(|region| region.len() != 2 || !letters(region)) {
        return Err(CannotTypeset::Language(tag.to_owned()));
    }
    Ok((
        language.to_ascii_lowercase(),
        region.map(str::to_ascii_uppercase),
    ))
}

pub(crate) fn within(what: &str, size: usize, limit: usize) -> Result<(), CannotTypeset> {
    if size > limit {
        return Err(CannotTypeset::TooLarge {
            what: what.to_owned(),
            size,
            limit,
        });
    }
    Ok(())
}

mod as_base64 {
    use base64::prelude::{BASE64_STANDARD, Engine as _};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&BASE64_STANDARD.encode(bytes))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        BASE64_STANDARD
            .decode(String::deserialize(from)?)
            .map_err(D::Error::custom)
    }
}
