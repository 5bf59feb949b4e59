//! Links in letters: one person, one obligation.
//!
//! A link opens the pages of its obligation and nothing else. Looking at it changes nothing,
//! because mail programs look first: opening sets a cookie in this browser and leads on, and
//! only the buttons there act. Whoever is signed in stays who they are: a link for somebody else
//! asks first who they are. A link is not used up: it leads to the receipt when the obligation is
//! done, until it expires. An expired link can be renewed: a fresh one is mailed to the same person.

mod pages;
mod store;

use anyhow::Result;
use jiff::SignedDuration;
use kit::db::Conn;
use kit::dice::Dice;
use kit::id::{OrgId, PersonId};
use kit::{Digest, Moment};

use crate::shell::Routes;

pub(super) fn routes() -> Routes {
    pages::routes()
}

/// Makes a link for this person to the obligation at `leads_to`; the answer is its absolute path.
pub async fn make(
    db: &mut Conn,
    org: OrgId,
    person: PersonId,
    leads_to: &str,
    now: Moment,
    lasts: SignedDuration,
    dice: &Dice,
) -> Result<String> {
    let token = dice.token();
    let digest = Digest::of(&token);
    store::insert(db, (org, person), digest, leads_to, (now, now.plus(lasts))).await?;
    Ok(format!("/s/{token}"))
}
