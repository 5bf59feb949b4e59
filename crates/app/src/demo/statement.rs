//! The statement in the story: last year's from draft to acknowledgements, this year's until it
//! waits for the managing director.

use anyhow::{Context, Result};
use jiff::SignedDuration;
use kit::Digest;
use kit::words::Language;

use super::cast::{self, CAST, Member};
use super::story::Story;
use crate::assignments::{self, Consent as Acknowledging};
use crate::documents::{
    self, Consent, DocumentId, DocumentKind, Found, NewDocument, NewPublication, NewRequest,
    PublicationId, RequestId, Signing, Site,
};
use crate::identity::SignInMethod;

pub(super) const LAST_YEAR: &str = include_str!("last_year.md");
pub(super) const THIS_YEAR: &str = include_str!("this_year.md");

/// Who never acknowledged last year's statement: a director among them.
const LATE: [&str; 5] = [
    cast::COO,
    "Ben Carter",
    "Tara Singh",
    "Emil Svensson",
    "Quentin Dubois",
];

/// The headings under which the required contents stand.
const CONTENTS: [&str; 12] = [
    "Who speaks",
    "Why it matters to us",
    "One policy for everybody, including us",
    "What each of us does",
    "What I commit myself to",
    "Resources",
    "Who is accountable",
    "Speaking up",
    "When rules are broken",
    "Getting better",
    "Getting better",
    "Who speaks",
];

/// The statement as far as it has come.
#[derive(Clone, Copy)]
pub(super) struct Paper {
    document: DocumentId,
    request: Option<RequestId>,
    publication: Option<PublicationId>,
}

impl Story {
    pub(super) async fn draft(&mut self, before: i64) -> Result<()> {
        self.rise(before, 10);
        let new = NewDocument {
            kind: DocumentKind::Statement,
            title: "Information security statement".to_owned(),
            language: Language::English,
            text: LAST_YEAR.to_owned(),
        };
        let document = self
            .act(cast::INFOSEC, move |act| {
                Box::pin(async move { Ok(documents::create(act, new).await?) })
            })
            .await?;
        self.paper = Some(Paper {
            document,
            request: None,
            publication: None,
        });
        Ok(())
    }

    pub(super) async fn draft_again(&mut self, before: i64) -> Result<()> {
        self.rise(before, 10);
        let document = self.paper()?.document;
        self.act(cast::INFOSEC, move |act| {
            Box::pin(async move {
                documents::draft_again(act, document).await?;
                let started_from = Digest::of(documents::text::normalise(LAST_YEAR));
                documents::save_draft(act, document, THIS_YEAR, started_from).await?;
                Ok(())
            })
        })
        .await
    }

    /// By somebody who did not write it.
    pub(super) async fn confirm_contents(&mut self, before: i64, text: &'static str) -> Result<()> {
        self.rise(before, 11);
        let document = self.paper()?.document;
        let shown = Digest::of(documents::text::normalise(text));
        let found = (1..)
            .zip(CONTENTS)
            .map(|(item, heading)| Found {
                item,
                heading: heading.to_owned(),
            })
            .collect();
        self.act(cast::HR, move |act| {
            Box::pin(
                async move { Ok(documents::confirm_contents(act, document, shown, found).await?) },
            )
        })
        .await
    }

    pub(super) async fn ask_for_signature(
        &mut self,
        before: i64,
        text: &'static str,
        in_force: i64,
    ) -> Result<()> {
        self.rise(before, 14);
        let paper = self.paper()?;
        let effective_on = self.today.plus_days(-in_force);
        let new = NewRequest {
            document: paper.document,
            shown: Digest::of(documents::text::normalise(text)),
            signatory: self.ids[cast::CEO],
            effective_on,
            next_review_on: effective_on.plus_months(12),
            due_on: self.day(before).plus_days(14),
            is_material: true,
        };
        let request = self
            .act(cast::INFOSEC, move |act| {
                Box::pin(async move { Ok(documents::request_signature(act, new).await?) })
            })
            .await?;
        self.paper = Some(Paper {
            request: Some(request),
            ..paper
        });
        Ok(())
    }

    /// Last year's signature was a click: the managing director had no passkey then.
    pub(super) async fn sign(&mut self, before: i64) -> Result<()> {
        self.rise(before, 9);
        let signing = Signing {
            request: self.paper()?.request.context("last year's request")?,
            shown: Digest::of(documents::text::normalise(LAST_YEAR)),
            consent: Consent {
                words: "I have read this statement and sign it as Dana Reyes, Managing director."
                    .to_owned(),
                language: Language::English,
            },
            method: SignInMethod::Demo,
            change: None,
            changed_this_year: Some("We moved production to the new hall.".to_owned()),
            given: None,
            site: Site::at(&self.app.address),
        };
        self.act(cast::CEO, move |act| {
            Box::pin(async move {
                documents::sign(act, signing).await?;
                Ok(())
            })
        })
        .await
    }

    pub(super) async fn publish(&mut self, before: i64) -> Result<()> {
        self.rise(before, 10);
        let paper = self.paper()?;
        let new = NewPublication {
            document: paper.document,
            version: 1,
            shown: Digest::of(documents::text::normalise(LAST_YEAR)),
            due_days: 21,
        };
        let publication = self
            .act(cast::INFOSEC, move |act| {
                Box::pin(async move { Ok(assignments::publish(act, new).await?) })
            })
            .await?;
        self.paper = Some(Paper {
            publication: Some(publication),
            ..paper
        });
        self.work().await
    }

    pub(super) async fn acknowledge(&mut self, before: i64) -> Result<()> {
        let Some(publication) = self.paper.and_then(|paper| paper.publication) else {
            return Ok(());
        };
        for (place, member) in (0..).zip(&CAST) {
            if !is_acknowledging(place, member, before) {
                continue;
            }
            self.rise(before, 8);
            self.pause(SignedDuration::from_mins(place * 7 % 400));
            let consent = Acknowledging {
                shown: Digest::of(documents::text::normalise(LAST_YEAR)),
                words: "I have read this and will follow it.".to_owned(),
                language: Language::English,
                method: SignInMethod::Link,
            };
            self.act(member.name, move |act| {
                Box::pin(async move {
                    assignments::acknowledge(act, publication, consent).await?;
                    Ok(())
                })
            })
            .await?;
        }
        Ok(())
    }

    fn paper(&self) -> Result<Paper> {
        self.paper.context("the statement is drafted first")
    }
}

/// Within three weeks of the publication or of joining; some never do.
fn is_acknowledging(place: i64, member: &Member, before: i64) -> bool {
    let asked = member.started.min(374);
    let gone = member.left.is_some_and(|left| left >= asked);
    !gone && !LATE.contains(&member.name) && before == asked - 2 - place * 5 % 17
}
