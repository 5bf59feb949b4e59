//! Queries of letters.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::{MailId, OrgId, PersonId};
use kit::mail::{Attachment, Letter};
use kit::words::Language;
use kit::{Act, Moment, args};

use super::TextFile;
use crate::App;
use crate::identity::Secrets;

/// Why a letter to somebody without an address does not go; everything else is the mail
/// server's own sentence.
pub(super) const NO_ADDRESS: &str = "no-address";

/// Who reads a letter.
#[derive(Debug, FromRow)]
pub(super) struct Reader {
    pub(super) name: String,
    pub(super) email: Option<String>,
    pub(super) organisation: String,
    language: Option<Language>,
    house_language: Language,
}

impl Reader {
    pub(super) fn speaks(&self) -> Language {
        self.language.unwrap_or(self.house_language)
    }
}

pub(super) async fn reader(db: &mut Conn, org: OrgId, person: PersonId) -> Result<Option<Reader>> {
    db.maybe(
        "SELECT p.name, p.email, o.name AS organisation, p.language, o.language AS house_language \
         FROM person p JOIN organisation o ON o.id = p.org WHERE p.org = $1 AND p.id = $2",
        args![org, person],
    )
    .await
}

/// A letter that is to be kept.
#[derive(Debug)]
pub(super) struct NewLetter {
    pub(super) id: MailId,
    pub(super) person: PersonId,
    /// `None` for somebody without an address: the letter is kept as one that cannot go.
    pub(super) to: Option<String>,
    pub(super) reply_to: Option<String>,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) thread: Option<String>,
    pub(super) file: Option<TextFile>,
}

pub(super) async fn is_written(db: &mut Conn, org: OrgId, letter: MailId) -> Result<bool> {
    let found: Option<(MailId,)> = db
        .maybe(
            "SELECT id FROM letter WHERE org = $1 AND id = $2",
            args![org, letter],
        )
        .await?;
    Ok(found.is_some())
}

pub(super) async fn insert_letter(act: &mut Act, letter: &NewLetter) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    let file = letter
        .file
        .as_ref()
        .map(serde_json::to_string)
        .transpose()?;
    let refused = letter.to.is_none().then_some(NO_ADDRESS);
    act.db
        .run(
            "INSERT INTO letter (org, id, person, address, reply_to, subject, text, thread, \
             attachment, written_at, refused) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            args![
                org,
                letter.id,
                letter.person,
                letter.to.as_deref().unwrap_or_default(),
                letter.reply_to.clone(),
                &letter.subject,
                &letter.text,
                letter.thread.clone(),
                file,
                now,
                refused
            ],
        )
        .await?;
    Ok(())
}

/// A letter that has not left yet.
#[derive(Debug, FromRow)]
pub(super) struct Waiting {
    address: String,
    reply_to: Option<String>,
    subject: String,
    text: String,
    thread: Option<String>,
    attachment: Option<String>,
}

impl Waiting {
    pub(super) fn message(&self, id: MailId, secrets: &Secrets) -> Result<Letter> {
        let file: Option<TextFile> = self
            .attachment
            .as_deref()
            .map(serde_json::from_str)
            .transpose()?;
        let attachments = file.into_iter().map(|file| Attachment {
            name: file.name,
            media: file.media,
            bytes: file.text.into_bytes(),
        });
        Ok(Letter {
            to: self.address.clone(),
            reply_to: self.reply_to.clone(),
            subject: self.subject.clone(),
            text: secrets.reveal(&self.text),
            id: id.to_string(),
            thread: self.thread.clone(),
            attachments: attachments.collect(),
        })
    }

    /// What a server answered, without the address that it repeats: it ends up in logs.
    pub(super) fn without_address(&self, answer: &str) -> String {
        let bare = self.address.rsplit(['<', '>']).nth(1).unwrap_or_default();
        match bare {
            "" => answer.to_owned(),
            bare => answer.replace(bare, "…"),
        }
    }
}

pub(super) async fn waiting_letter(
    db: &mut Conn,
    org: OrgId,
    letter: MailId,
) -> Result<Option<Waiting>> {
    db.maybe(
        "SELECT address, reply_to, subject, text, thread, attachment FROM letter \
         WHERE org = $1 AND id = $2 AND sent_at IS NULL AND refused IS NULL",
        args![org, letter],
    )
    .await
}

/// What was sent is with its reader: our copy keeps neither words nor links.
pub(super) async fn note_sent(app: &App, org: OrgId, letter: MailId) -> Result<()> {
    let now = app.clock.now();
    kit::act::plainly(&app.db, move |db| {
        Box::pin(db.run(
            "UPDATE letter SET sent_at = $3, text = '', attachment = NULL \
             WHERE org = $1 AND id = $2",
            args![org, letter, now],
        ))
    })
    .await?;
    Ok(())
}

pub(super) async fn note_refused(app: &App, org: OrgId, letter: MailId, why: String) -> Result<()> {
    kit::act::plainly(&app.db, move |db| {
        Box::pin(db.run(
            "UPDATE letter SET refused = $3, text = '', attachment = NULL \
             WHERE org = $1 AND id = $2",
            args![org, letter, why.clone()],
        ))
    })
    .await?;
    Ok(())
}

/// One line of the list of letters.
#[derive(Debug, FromRow)]
pub(super) struct Listed {
    pub(super) id: MailId,
    pub(super) name: String,
    pub(super) subject: String,
    pub(super) written_at: Moment,
    pub(super) sent_at: Option<Moment>,
    pub(super) refused: Option<String>,
}

/// The latest letters, newest first, older than `before`.
pub(super) async fn letters(
    db: &mut Conn,
    org: OrgId,
    before: Option<MailId>,
    most: i64,
) -> Result<Vec<Listed>> {
    let before = before.map_or_else(|| "~".to_owned(), |letter| letter.to_string());
    db.all(
        "SELECT l.id, p.name, l.subject, l.written_at, l.sent_at, l.refused \
         FROM letter l JOIN person p ON p.org = l.org AND p.id = l.person \
         WHERE l.org = $1 AND l.id < $2 ORDER BY l.id DESC LIMIT $3",
        args![org, before, most],
    )
    .await
}

/// How far a letter got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// No server has taken it yet.
    Waiting,
    /// The mail server has taken it; whether it arrived only its reader knows.
    Sent,
    /// It will never be sent.
    Refused,
}

/// How far the latest letter to somebody got.
pub async fn latest_delivery(
    db: &mut Conn,
    org: OrgId,
    person: PersonId,
) -> Result<Option<Delivery>> {
    let latest: Option<(Option<Moment>, Option<String>)> = db
        .maybe(
            "SELECT sent_at, refused FROM letter WHERE org = $1 AND person = $2 \
             ORDER BY id DESC LIMIT 1",
            args![org, person],
        )
        .await?;
    Ok(latest.map(|letter| match letter {
        (_, Some(_)) => Delivery::Refused,
        (Some(_), None) => Delivery::Sent,
        (None, None) => Delivery::Waiting,
    }))
}

/// A letter as it lies in the outbox of the demonstration.
#[derive(Debug, FromRow)]
pub(super) struct Captured {
    pub(super) address: String,
    pub(super) reply_to: Option<String>,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) written_at: Moment,
    pub(super) attachment: Option<String>,
}

pub(super) async fn captured(
    db: &mut Conn,
    org: OrgId,
    letter: MailId,
) -> Result<Option<Captured>> {
    db.maybe(
        "SELECT address, reply_to, subject, text, written_at, attachment FROM letter \
         WHERE org = $1 AND id = $2",
        args![org, letter],
    )
    .await
}

/// The one firm of a demonstration.
pub(super) async fn first_organisation(db: &mut Conn) -> Result<Option<OrgId>> {
    let first: Option<(OrgId,)> = db
        .maybe(
            "SELECT id FROM organisation ORDER BY founded_at, id LIMIT 1",
            vec![],
        )
        .await?;
    Ok(first.map(|(org,)| org))
}
