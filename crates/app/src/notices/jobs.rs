//! Writing a letter, and handing it to the mail server.

use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use jiff::SignedDuration;
use kit::Act;
use kit::id::{MailId, OrgId, PersonId};
use kit::jobs::{Failure, Job};
use kit::mail::NotSent;
use kit::words::{Speech, Words};
use serde::{Deserialize, Serialize};
use url::Url;

use super::compose::{self, Arg, first_name, mailbox};
use super::store::{self, NewLetter, Reader};
use super::{Enclosed, Item, Telling};
use crate::App;
use crate::identity::link;

/// How long the link in a letter opens its obligation; a reminder brings a new one.
const LINK_LASTS: SignedDuration = SignedDuration::from_hours(24 * 45);

/// Puts a letter into words and keeps it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct WriteLetter {
    pub(super) letter: MailId,
    pub(super) telling: Telling,
    pub(super) enclosed: Enclosed,
    /// Where it goes, if not to the address that the reader has now.
    #[serde(default)]
    pub(super) address: Option<String>,
}

impl Job<App> for WriteLetter {
    const KIND: &'static str = "write-letter";

    async fn run(self, org: OrgId, app: App) -> Result<(), Failure> {
        let desk = Desk {
            words: app.words.clone(),
            address: app.address.clone(),
        };
        app.act_as_system(org, move |act| Box::pin(write(act, self, desk)))
            .await
            .map_err(Failure::Retry)
    }
}

/// What one needs to write.
struct Desk {
    words: Arc<Words>,
    address: Url,
}

async fn write(act: &mut Act, order: WriteLetter, desk: Desk) -> Result<()> {
    let (org, id) = (act.org(), order.letter);
    if store::is_written(&mut act.db, org, id).await? {
        return Ok(());
    }
    let telling = &order.telling;
    let reader = store::reader(&mut act.db, org, telling.to)
        .await?
        .context("nobody to write to")?;
    let speech = desk.words.speak(reader.speaks());
    let args = arguments(act, &order, (&reader, &speech), &desk.address).await?;
    let (subject, text) = compose::compose(&speech, &telling.word, &args);
    let letter = NewLetter {
        id,
        person: telling.to,
        to: order
            .address
            .as_deref()
            .or(reader.email.as_deref())
            .map(|email| mailbox(&reader.name, email)),
        reply_to: reply_address(act, telling).await?,
        subject,
        text,
        thread: telling.thread.clone(),
        file: order.enclosed.file.clone(),
    };
    store::insert_letter(act, &letter).await?;
    if letter.to.is_some() {
        act.later::<App, _>(&SendLetter { letter: id }, Some(id.to_string()))
            .await?;
    }
    Ok(())
}

async fn arguments(
    act: &mut Act,
    order: &WriteLetter,
    (reader, speech): (&Reader, &Speech),
    address: &Url,
) -> Result<Vec<Arg>> {
    let telling = &order.telling;
    let mut args = telling.args.clone();
    for (_, page) in args.iter_mut().filter(|(name, _)| name == "page") {
        *page = address.join(page)?.to_string();
    }
    args.push(("name".to_owned(), first_name(&reader.name).to_owned()));
    args.push(("organisation".to_owned(), reader.organisation.clone()));
    if let Some(leads_to) = &telling.leads_to {
        args.push(link(act, telling.to, leads_to, address).await?);
    }
    let mut list = Vec::with_capacity(order.enclosed.list.len());
    for item in &order.enclosed.list {
        let args = item_arguments(act, telling.to, item, address).await?;
        list.push(compose::say(
            speech,
            &format!("letter-{}-item", telling.word),
            &args,
        ));
    }
    args.push(("list".to_owned(), list.join("\n\n")));
    Ok(args)
}

async fn item_arguments(
    act: &mut Act,
    to: PersonId,
    item: &Item,
    address: &Url,
) -> Result<Vec<Arg>> {
    let mut args = item.args.clone();
    if let Some(leads_to) = &item.leads_to {
        args.push(link(act, to, leads_to, address).await?);
    }
    Ok(args)
}

/// A link that opens one obligation, made when the letter is written: only its digest is kept
/// outside the letter.
async fn link(act: &mut Act, to: PersonId, leads_to: &str, address: &Url) -> Result<Arg> {
    let (org, now, dice) = (act.org(), act.now(), act.dice().clone());
    let path = link::make(&mut act.db, org, to, leads_to, now, LINK_LASTS, &dice).await?;
    Ok(("link".to_owned(), address.join(&path)?.to_string()))
}

async fn reply_address(act: &mut Act, telling: &Telling) -> Result<Option<String>> {
    let Some(person) = telling.reply_to else {
        return Ok(None);
    };
    let org = act.org();
    let human = store::reader(&mut act.db, org, person).await?;
    Ok(human.and_then(|human| Some(mailbox(&human.name, human.email.as_deref()?))))
}

/// Hands a letter to the mail server.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SendLetter {
    pub(super) letter: MailId,
}

impl Job<App> for SendLetter {
    const KIND: &'static str = "send-letter";

    async fn run(self, org: OrgId, app: App) -> Result<(), Failure> {
        let Some(mailer) = &app.mailer else {
            return Ok(());
        };
        let waiting = store::waiting_letter(&mut app.read().await?, org, self.letter).await?;
        let Some(letter) = waiting else { return Ok(()) };
        let message = letter.message(self.letter)?;
        match mailer.send(&message).await {
            Ok(()) => Ok(store::note_sent(&app, org, self.letter).await?),
            Err(NotSent::Later(why)) => Err(Failure::Retry(anyhow!(letter.without_address(&why)))),
            Err(NotSent::Refused(why)) => {
                let why = letter.without_address(&why);
                store::note_refused(&app, org, self.letter, why.clone()).await?;
                Err(Failure::Fail(format!(
                    "Letter {} was refused: {why}",
                    self.letter
                )))
            }
        }
    }
}
