//! What the template prints: the input with every text [`Printed`], digests and sizes worked out.

use std::str::FromStr as _;

use serde::Serialize;
use sha2::{Digest as _, Sha256};
use typst::layout::Dir;
use typst::text::{FontBook, Lang};

use crate::ink::{Ink, Printed};
use crate::markdown::{self, Node};
use crate::{Attachment, CannotTypeset, Labels, Meta, Relation, Signature, Typeset, input};

/// How much of a digest stands on every page; the whole stands under the title.
const SHORT: usize = 12;

/// The longest title the foot of a page has room for, in characters.
const RUNNING: usize = 70;

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Page {
    language: String,
    region: Option<String>,
    right_to_left: bool,
    title: Printed,
    running: Printed,
    organisation: Printed,
    edition: Printed,
    short_digest: String,
    banner: Option<Printed>,
    meta: Vec<Line>,
    digest: String,
    body: Vec<Node>,
    signatures: Vec<Signed>,
    attached: Vec<Attached>,
    substituted: usize,
    labels: Words,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Line {
    label: Printed,
    value: Printed,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Signed {
    who: Printed,
    capacity: Printed,
    when: Printed,
    level: Printed,
    digest: Printed,
    words: Printed,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Attached {
    name: String,
    media: String,
    about: Printed,
    relation: Relation,
    size: usize,
    digest: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Words {
    page: Printed,
    digest: Printed,
    signatures: Printed,
    signature_digest: Printed,
    attached: Printed,
    bytes: Printed,
    substituted: Printed,
}

impl Page {
    pub(crate) fn of(input: &Typeset, book: &FontBook) -> Result<Self, CannotTypeset> {
        let (language, region) = input::language(&input.language)?;
        let ink = &mut Ink::new(book);
        let digest = sha256(input.markdown.as_bytes());
        let body = markdown::read(&input.markdown, &input.title, &input.labels.image, ink)?;
        let page = Self {
            right_to_left: Lang::from_str(&language)
                .is_ok_and(|language| language.dir() == Dir::RTL),
            language,
            region,
            title: ink.title(&input.title),
            running: ink.text(&running(&input.title)),
            organisation: ink.text(&input.organisation),
            edition: ink.text(&input.edition),
            short_digest: digest[..SHORT].to_owned(),
            banner: input.banner.as_deref().map(|banner| ink.text(banner)),
            meta: input.meta.iter().map(|line| Line::of(line, ink)).collect(),
            digest,
            body,
            signatures: input
                .signatures
                .iter()
                .map(|by| Signed::of(by, ink))
                .collect(),
            attached: input
                .attachments
                .iter()
                .map(|file| Attached::of(file, ink))
                .collect(),
            labels: Words::of(&input.labels, ink),
            substituted: ink.substituted(),
        };
        ink.check()?;
        Ok(page)
    }
}

impl Line {
    fn of(line: &Meta, ink: &mut Ink<'_>) -> Self {
        Self {
            label: ink.text(&line.label),
            value: ink.text(&line.value),
        }
    }
}

impl Signed {
    fn of(by: &Signature, ink: &mut Ink<'_>) -> Self {
        Self {
            who: ink.text(&by.who),
            capacity: ink.text(&by.capacity),
            when: ink.text(&by.when),
            level: ink.text(&by.level),
            digest: ink.digest(&by.digest),
            words: ink.text(&by.words),
        }
    }
}

impl Attached {
    fn of(file: &Attachment, ink: &mut Ink<'_>) -> Self {
        Self {
            name: file.name.clone(),
            media: file.media.clone(),
            about: ink.text(&file.about),
            relation: file.relation,
            size: file.bytes.len(),
            digest: sha256(&file.bytes),
        }
    }
}

impl Words {
    fn of(labels: &Labels, ink: &mut Ink<'_>) -> Self {
        Self {
            page: ink.text(&labels.page),
            digest: ink.text(&labels.digest),
            signatures: ink.text(&labels.signatures),
            signature_digest: ink.text(&labels.signature_digest),
            attached: ink.text(&labels.attached),
            bytes: ink.text(&labels.bytes),
            substituted: ink.text(&labels.substituted),
        }
    }
}

fn running(title: &str) -> String {
    match title.char_indices().nth(RUNNING) {
        Some((end, _)) => format!("{}…", title[..end].trim_end()),
        None => title.to_owned(),
    }
}

fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}
