//! Mail: plain text, kept in the outbox by the unit of work that causes it, sent by a job.
//!
//! A mail is a row before it is a message: it commits with the act it tells of, it is on
//! screen when there is no mail server yet, and sending it twice cannot follow from a crash
//! between sending and noting by more than one copy.

use anyhow::{Context, Result};
use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::config::Config;

/// A message to one person.
#[derive(Clone, Debug)]
pub struct Letter {
    /// `Name <address>` or an address.
    pub to: String,
    /// Where an answer goes: a human, when one is known.
    pub reply_to: Option<String>,
    pub subject: String,
    pub text: String,
    /// The message id without brackets; the same thread shares `thread`.
    pub id: String,
    pub thread: Option<String>,
    pub attachments: Vec<Attachment>,
}

/// A file that travels with a letter.
#[derive(Clone, Debug)]
pub struct Attachment {
    pub name: String,
    pub media: String,
    pub bytes: Vec<u8>,
}

/// Why a letter did not go out: whether trying again can help.
#[derive(Debug, thiserror::Error)]
pub enum NotSent {
    #[error("the mail server refused the letter: {0}")]
    Refused(String),
    #[error("the mail server could not be reached: {0}")]
    Later(String),
}

/// Sends letters through the configured server.
#[derive(Clone, Debug)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Mailer {
    /// `None` while no mail server is configured: letters then stay on screen.
    pub fn open(config: &Config) -> Result<Option<Mailer>> {
        let Some(url) = &config.smtp else {
            return Ok(None);
        };
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .context("smtp is not an address such as smtps://user:password@mail.example.com")?
            .timeout(Some(std::time::Duration::from_secs(20)))
            .build();
        let from = config
            .mail_from
            .parse()
            .context("mail_from is not an address")?;
        Ok(Some(Mailer { transport, from }))
    }

    /// Hands one letter to the server.
    pub async fn send(&self, letter: &Letter) -> Result<(), NotSent> {
        let message = self
            .message(letter)
            .map_err(|e| NotSent::Refused(format!("{e:#}")))?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            Err(e) if e.is_permanent() => Err(NotSent::Refused(e.to_string())),
            Err(e) => Err(NotSent::Later(e.to_string())),
        }
    }

    /// Does the server answer?
    pub async fn greet(&self) -> Result<()> {
        anyhow::ensure!(
            self.transport.test_connection().await?,
            "the mail server does not answer"
        );
        Ok(())
    }

    fn message(&self, letter: &Letter) -> Result<Message> {
        let host = self.from.email.domain();
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(letter.to.parse().context("the address has a mistake")?)
            .subject(&letter.subject)
            .message_id(Some(format!("<{}@{host}>", letter.id)))
            .header(AutoSubmitted);
        if let Some(reply_to) = &letter.reply_to {
            message = message.reply_to(
                reply_to
                    .parse()
                    .context("the reply address has a mistake")?,
            );
        }
        if let Some(thread) = &letter.thread {
            let thread = format!("<{thread}@{host}>");
            message = message.in_reply_to(thread.clone()).references(thread);
        }
        let text = SinglePart::plain(letter.text.clone());
        if letter.attachments.is_empty() {
            return Ok(message.singlepart(text)?);
        }
        let mut parts = MultiPart::mixed().singlepart(text);
        for file in &letter.attachments {
            let attachment = lettre::message::Attachment::new(file.name.clone());
            parts = parts.singlepart(attachment.body(file.bytes.clone(), file.media.parse()?));
        }
        Ok(message.multipart(parts)?)
    }
}

/// RFC 3834: so that nobody's absence note answers.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }
    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(AutoSubmitted)
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
