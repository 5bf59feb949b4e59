//! Signing and declining: two equal answers to the same request.

use anyhow::{Context, Result};
use kit::Act;
use kit::Digest;
use record::kinds::words::Proof;
use record::kinds::{DocumentSigned, SignatureDeclined};

use super::consent::{Consent, Site};
use super::model::{Change, Document, Level, Request, Signature, Unsignable, Version};
use super::{RequestId, approval, store};
use crate::identity::SignInMethod;
use crate::notices::{Enclosed, Telling, TextFile, tell, tell_enclosing};
use crate::people;

mod assertion;

pub use assertion::{Given, NotAnAssertion};

const LONGEST: usize = 4_000;

/// A signature that is to be given.
#[derive(Clone, Debug)]
pub struct Signing {
    pub request: RequestId,
    /// The digest of the text that was on the screen.
    pub shown: Digest,
    pub consent: Consent,
    /// How the signatory came in.
    pub method: SignInMethod,
    /// The answer to "what changed this year?", in the signatory's own words.
    pub changed_this_year: Option<String>,
    /// How much the version changes, in the judgement of an approver.
    pub change: Option<Change>,
    /// What the passkey answered; without it the signature is one of level 1.
    pub given: Option<Given>,
    pub site: Site,
}

/// Why nothing was signed.
#[derive(Debug, thiserror::Error)]
pub enum CannotSign {
    #[error("There is no such request.")]
    NotFound,
    #[error("This request has ended. Nothing was signed.")]
    Ended,
    #[error("The text changed since it was on your screen. Nothing was signed.")]
    TextChanged,
    #[error("You are not on the register of top management today. Nothing was signed.")]
    NotServing,
    #[error("Say whether the change is one of substance or of wording only. Nothing was approved.")]
    Change,
    #[error("This is longer than 4,000 characters.")]
    TooLong,
    #[error("The answer of the passkey cannot be read. Nothing was signed.")]
    Unreadable,
    #[error("This answer belongs to another question. Nothing was signed.")]
    Foreign,
    #[error("This answer was used already. Nothing was signed a second time.")]
    Replayed,
    #[error(
        "Five minutes have passed since you were asked. Nothing was signed; please press again."
    )]
    Expired,
    #[error("This passkey is not one of yours. Nothing was signed.")]
    ForeignPasskey,
    #[error("The passkey's signature does not hold: {0} Nothing was signed.")]
    Forged(record::webauthn::Fault),
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotSign {
    Ended says "document-refused-ended",
    TextChanged says "document-refused-text-changed-sign",
    NotServing says "document-refused-not-serving-you",
    Change says "document-refused-change-unsaid",
    TooLong says "document-refused-answer-too-long",
    Unreadable says "document-refused-unreadable",
    Foreign says "document-refused-foreign",
    Replayed says "document-refused-replayed",
    Expired says "document-refused-expired",
    ForeignPasskey says "document-refused-foreign-passkey",
    Forged says "document-refused-forged";
    NotFound is NotFound,
}, |refusal| match refusal {
    CannotSign::Forged(fault) => vec![("detail", fault.code().into())],
    _ => Vec::new(),
});

impl From<Unsignable> for CannotSign {
    fn from(why: Unsignable) -> CannotSign {
        match why {
            Unsignable::Another => CannotSign::NotFound,
            Unsignable::Ended => CannotSign::Ended,
            Unsignable::TextChanged => CannotSign::TextChanged,
        }
    }
}

/// Signs exactly the text that the signatory was shown. Signing again leaves one signature.
pub async fn sign(act: &mut Act, signing: Signing) -> Result<Signature, CannotSign> {
    let (document, version, request) = asked(act, signing.request).await?;
    let (org, by) = (act.org(), act.person()?);
    if request.is_signed() && request.signatory == by {
        return given_before(act, request.id).await;
    }
    request.may_act(by, signing.shown, version.digest)?;
    let changed_this_year = said(signing.changed_this_year.as_deref())?;
    let serving = approval::entitled(act, &request, document.kind)
        .await?
        .ok_or(CannotSign::NotServing)?;
    let change = judged(&request, &version, signing.change)?;
    let name = people::person(&mut act.db, org, by)
        .await?
        .context("the signatory")?
        .name;

    let (consent, proof, parts) = match &signing.given {
        Some(given) => assertion::accept(act, &request, given, &signing.site).await?,
        None => (signing.consent, in_session(act)?, None),
    };
    let level = if parts.is_some() {
        Level::L2
    } else {
        Level::L1
    };
    let mut signature = Signature {
        request: request.id,
        document: request.document,
        version: version.number,
        digest: version.digest,
        person: by,
        name,
        appointment: serving.appointment,
        capacity: serving.capacity,
        level,
        method: signing.method.word().to_owned(),
        words: consent.words,
        language: consent.language,
        changed_this_year,
        passkey: signing.given.map(|given| given.passkey),
        change,
        approves: approval::approves(act, &request, level, change).await?,
        delegation: request.delegation,
        signed_at: act.now(),
        record: request.record,
    };
    let recorded = act
        .record(
            request.document,
            signed(&document, &signature, &version, proof),
        )
        .await?;
    signature.record = recorded.id;
    store::requests::insert_signature(act, &signature, parts).await?;
    approval::proceed(act, &request, (&signature, &version)).await?;
    tell_of_signature(act, &request, &signature, &version).await?;
    Ok(signature)
}

/// An approver of a changed text says how much it changes; nobody else is asked.
fn judged(
    request: &Request,
    version: &Version,
    said: Option<Change>,
) -> Result<Option<Change>, CannotSign> {
    match (request.round, version.change, said) {
        (None, ..) | (_, Change::First, _) => Ok(None),
        (_, _, None | Some(Change::First)) => Err(CannotSign::Change),
        (.., said) => Ok(said),
    }
}

/// Level 1: a click in a session, which is what the server claims.
fn in_session(act: &Act) -> Result<Proof, CannotSign> {
    let session = act
        .actor()
        .session
        .context("a signature is given in a session")?;
    Ok(Proof::L1 {
        session: session.into(),
    })
}

async fn given_before(act: &mut Act, request: RequestId) -> Result<Signature, CannotSign> {
    let org = act.org();
    let signature = store::requests::signature(&mut act.db, org, request).await?;
    Ok(signature.context("a signed request has its signature")?)
}

/// What a request asks, under the lock of its document.
async fn asked(act: &mut Act, id: RequestId) -> Result<(Document, Version, Request), CannotSign> {
    let org = act.org();
    let found = store::requests::request(&mut act.db, org, id)
        .await?
        .ok_or(CannotSign::NotFound)?;
    act.db.lock(&format!("{org}/{}", found.document)).await?;
    let request = store::requests::request(&mut act.db, org, id)
        .await?
        .context("requests stay")?;
    let document = store::texts::document(&mut act.db, org, request.document)
        .await?
        .context("a request has its document")?;
    let version = store::texts::version(&mut act.db, org, request.document, request.version)
        .await?
        .context("a request has its version")?;
    Ok((document, version, request))
}

fn said(words: Option<&str>) -> Result<Option<String>, CannotSign> {
    let words = words.map(str::trim).filter(|words| !words.is_empty());
    if words.is_some_and(|words| words.chars().count() > LONGEST) {
        return Err(CannotSign::TooLong);
    }
    Ok(words.map(str::to_owned))
}

fn signed(
    document: &Document,
    signature: &Signature,
    version: &Version,
    proof: Proof,
) -> DocumentSigned {
    DocumentSigned {
        request: signature.request.into(),
        document: document.id.into(),
        kind: document.kind.word().to_owned(),
        version: version.number as u32,
        title: version.title.clone(),
        text: version.digest.into(),
        language: version.language.word().to_owned(),
        person: signature.person.into(),
        appointment: signature.appointment.into(),
        capacity: signature.capacity.clone(),
        words: signature.words.clone(),
        method: signature.method.clone(),
        proof,
        changed_this_year: signature.changed_this_year.clone(),
        change: signature.change.map(Into::into),
        approves: signature.approves.map(Into::into),
        delegation: signature.delegation.map(Into::into),
    }
}

/// The signatory keeps a receipt in their own mailbox; whoever asked learns of it.
async fn tell_of_signature(
    act: &mut Act,
    request: &Request,
    signature: &Signature,
    version: &Version,
) -> Result<()> {
    let args = vec![
        ("title".to_owned(), version.title.clone()),
        ("signatory".to_owned(), signature.name.clone()),
        ("level".to_owned(), signature.level.word().to_owned()),
        ("digest".to_owned(), signature.digest.to_string()),
    ];
    let receipt = Telling {
        to: request.signatory,
        word: match request.round {
            Some(_) => "approval-receipt",
            None => "sign-receipt",
        }
        .to_owned(),
        args: args.clone(),
        leads_to: Some(request.id.receipt_address()),
        thread: Some(request.id.to_string()),
        reply_to: Some(request.requested_by),
    };
    let signed_text = Enclosed {
        list: Vec::new(),
        file: Some(TextFile {
            name: format!("{}.md", signature.digest.short()),
            media: "text/markdown".to_owned(),
            text: version.text.clone(),
        }),
        ..Enclosed::default()
    };
    tell_enclosing(act, &receipt, signed_text, None).await?;
    if request.requested_by == request.signatory {
        return Ok(());
    }
    let version_page = request
        .kind
        .version_address(version.document, version.number);
    let mut news_args = args;
    news_args.push(("page".to_owned(), version_page));
    let news = Telling {
        to: request.requested_by,
        word: match request.round {
            Some(_) => "approved",
            None => "signed",
        }
        .to_owned(),
        args: news_args,
        leads_to: None,
        thread: Some(request.id.to_string()),
        reply_to: None,
    };
    tell(act, &news, None).await
}

/// Why nothing was declined.
#[derive(Debug, thiserror::Error)]
pub enum CannotDecline {
    #[error("There is no such request.")]
    NotFound,
    #[error("This request has ended already.")]
    Ended,
    #[error("The text changed since it was on your screen. Look at it again.")]
    TextChanged,
    #[error("Say in a sentence why you decline; it is answered, not judged.")]
    Reason,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotDecline {
    Ended says "document-refused-ended-already",
    TextChanged says "document-refused-text-changed-look",
    Reason says "document-refused-decline-reason";
    NotFound is NotFound,
});

/// Declines to sign, with the reason. Declining again changes nothing.
pub async fn decline(
    act: &mut Act,
    id: RequestId,
    shown: Digest,
    reason: &str,
) -> Result<(), CannotDecline> {
    let (document, version, request) = match asked(act, id).await {
        Ok(found) => found,
        Err(CannotSign::NotFound) => return Err(CannotDecline::NotFound),
        Err(error) => return Err(anyhow::Error::from(error).into()),
    };
    let by = act.person()?;
    if request.signatory == by && matches!(request.outcome, super::Outcome::Declined { .. }) {
        return Ok(());
    }
    request
        .may_act(by, shown, version.digest)
        .map_err(|why| match why {
            Unsignable::Another => CannotDecline::NotFound,
            Unsignable::Ended => CannotDecline::Ended,
            Unsignable::TextChanged => CannotDecline::TextChanged,
        })?;
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > LONGEST {
        return Err(CannotDecline::Reason);
    }
    let body = SignatureDeclined {
        request: request.id.into(),
        document: document.id.into(),
        kind: document.kind.word().to_owned(),
        version: version.number as u32,
        title: version.title.clone(),
        text: version.digest.into(),
        person: by.into(),
        reason: reason.to_owned(),
    };
    let recorded = act.record(request.document, body).await?;
    store::requests::insert_refusal(act, request.id, ("declined", reason), by, recorded.id).await?;
    tell_of_refusal(act, &request, &version, reason).await?;
    Ok(())
}

async fn tell_of_refusal(
    act: &mut Act,
    request: &Request,
    version: &Version,
    reason: &str,
) -> Result<()> {
    let org = act.org();
    let signatory = people::person(&mut act.db, org, request.signatory).await?;
    let news = Telling {
        to: request.requested_by,
        word: "declined".to_owned(),
        args: vec![
            ("title".to_owned(), version.title.clone()),
            (
                "signatory".to_owned(),
                signatory.map_or_else(String::new, |person| person.name),
            ),
            ("reason".to_owned(), reason.to_owned()),
        ],
        leads_to: None,
        thread: Some(request.id.to_string()),
        reply_to: Some(request.signatory),
    };
    tell(act, &news, None).await
}
