//! Six digits, mailed.

use anyhow::Result;
use jiff::SignedDuration;
use kit::Digest;
use kit::web::{Network, Problem};

use super::limit::Limit;
use super::{Account, store};
use crate::App;
use crate::notices::{self, Telling};
use crate::people::fold;

/// How long a code works.
pub(super) const LASTS: SignedDuration = SignedDuration::from_mins(10);
/// How many times one code may be tried.
const ATTEMPTS: i64 = 5;

/// Whose attempts are counted where all count together.
const EVERYBODY: &str = "everybody";

/// Why a code proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum CannotProve {
    #[error("This is not the code from the mail; {left} attempts are left.")]
    Wrong { left: i64 },
    #[error("This code does not work any more. Ask for another.")]
    Over,
}

/// Mails a code to whoever has this address and gives back the token that goes with it.
///
/// If nobody has it, the answer is the same, and so is the work: a code is made that reaches nobody.
/// What is refused is refused to everybody alike, and an address that nobody has uses up nothing
/// that others need.
pub(super) async fn send(
    app: &App,
    email: &str,
    network: Option<&Network>,
) -> Result<String, Problem> {
    let email_key = fold(email);
    may_ask(app, &email_key, network).await?;
    let (token, code) = (app.dice.token(), app.dice.six_digits());
    let now = app.clock.now();
    let holders = store::holders(&mut app.read().await?, &email_key, now).await?;
    let kept = (Digest::of(&token), digest(&token, &code));
    match holders.into_iter().next() {
        None => {
            if Limit::CODES_TO_NOBODY.allow(app, EVERYBODY).await.is_err() {
                return Ok(token);
            }
            kit::act::plainly(&app.db, move |db| {
                Box::pin(async move { store::insert_code(db, kept, &email_key, now).await })
            })
            .await?;
        }
        Some(Account { org, person, .. }) => {
            Limit::CODES_MAILED.allow(app, EVERYBODY).await?;
            let letter = letter(person, code);
            app.act_as_system(org, move |act| {
                Box::pin(async move {
                    store::insert_code(&mut act.db, kept, &email_key, now).await?;
                    notices::tell(act, &letter, None).await
                })
            })
            .await?;
        }
    }
    Ok(token)
}

/// May another code be asked for? Nothing here depends on whether anybody has the address.
async fn may_ask(app: &App, email_key: &str, network: Option<&Network>) -> Result<(), Problem> {
    let there = network.map_or("somewhere", Network::as_str);
    if network.is_some() {
        Limit::CODES_THERE.allow(app, there).await?;
    }
    let one_there = format!("{email_key} {there}");
    Limit::CODES_OF_ONE_THERE.allow(app, &one_there).await?;
    Limit::CODES_OF_ONE.allow(app, email_key).await?;
    Limit::CODES_MAILED.check(app, EVERYBODY).await
}

/// Whoever holds the token and knows the code has the address: these are its accounts.
pub(super) async fn prove(
    app: &App,
    token: &str,
    code: &str,
) -> Result<Result<Vec<Account>, CannotProve>> {
    let now = app.clock.now();
    let kept = Digest::of(token);
    let given = digest(token, &code.split_whitespace().collect::<String>());
    // Not undone by a refusal: an attempt that failed was an attempt.
    let proven = kit::act::plainly(&app.db, move |db| {
        Box::pin(async move {
            let Some(tried) = store::try_code(db, kept, now.minus(LASTS), ATTEMPTS).await? else {
                return Ok(Err(CannotProve::Over));
            };
            if !is_same(&tried.code, &given) {
                return Ok(Err(CannotProve::Wrong {
                    left: ATTEMPTS - tried.attempts,
                }));
            }
            let is_first = store::use_code(db, kept, now).await?;
            Ok(if is_first {
                Ok(tried.email_key)
            } else {
                Err(CannotProve::Over)
            })
        })
    });
    let email_key = match proven.await? {
        Ok(email_key) => email_key,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let holders = store::holders(&mut app.read().await?, &email_key, now).await?;
    Ok(if holders.is_empty() {
        Err(CannotProve::Over)
    } else {
        Ok(holders)
    })
}

/// The token is only in the browser, so whoever reads the database cannot try all six digits.
fn digest(token: &str, code: &str) -> Digest {
    Digest::of(format!("{token}/{code}"))
}

/// In the same time whether they differ early, late or not at all.
fn is_same(one: &Digest, other: &Digest) -> bool {
    one.0
        .iter()
        .zip(other.0)
        .fold(0, |differences, (a, b)| differences | (a ^ b))
        == 0
}

/// Its arguments are secret: the outbox does not show letters of this word, nor does any log.
fn letter(to: kit::id::PersonId, code: String) -> Telling {
    Telling {
        to,
        word: "sign-in-code".to_owned(),
        args: vec![
            // In two halves, as people read it aloud, and so that it is no number.
            ("code".to_owned(), format!("{} {}", &code[..3], &code[3..])),
            ("minutes".to_owned(), LASTS.as_mins().to_string()),
        ],
        leads_to: None,
        thread: None,
        reply_to: None,
    }
}
