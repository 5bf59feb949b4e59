//! A new address of top management is entered, and waits.

use anyhow::Result;
use jiff::SignedDuration;
use kit::Act;
use kit::id::PersonId;
use record::Concealed;
use record::kinds::AddressChangeRequested;
use record::kinds::words::{Settlement, Source};

use super::settle::close;
use super::store::{self, Waiting};
use super::{by_name, letter};
use crate::identity::{self, Role};
use crate::notices;
use crate::people::facts::Fact;
use crate::people::{ImportId, register};

/// How long everybody has to refuse: long enough for a holiday.
const WAITS: SignedDuration = SignedDuration::from_hours(24 * 14);

/// A new address that does not count yet.
#[derive(Clone, Debug)]
pub(in crate::people) struct Held {
    pub(in crate::people) person: PersonId,
    /// `None` takes the address away.
    pub(in crate::people) to: Option<String>,
}

/// Notes the new addresses and tells everybody who could refuse them. The same address again
/// changes nothing, so that a list imported every night does not begin the wait anew.
pub(in crate::people) async fn request(
    act: &mut Act,
    held: Vec<Held>,
    import: Option<ImportId>,
) -> Result<()> {
    for held in held {
        let org = act.org();
        let earlier = store::waiting(&mut act.db, org, held.person).await?;
        let is_known = |earlier: &Waiting| earlier.new_email == held.to;
        if earlier.as_ref().is_some_and(is_known) {
            continue;
        }
        if let Some(earlier) = earlier {
            close(act, &earlier, Settlement::Replaced, None).await?;
        }
        note(act, &held, import).await?;
        tell(act, held.person).await?;
    }
    Ok(())
}

async fn note(act: &mut Act, held: &Held, import: Option<ImportId>) -> Result<()> {
    let waits_until = act.now().plus(WAITS);
    let concealed: Vec<_> = held
        .to
        .iter()
        .map(|to| act.conceal(Fact::Email.word(), to))
        .collect();
    let body = AddressChangeRequested {
        person: held.person.into(),
        waits_until: waits_until.into(),
        source: match import {
            Some(_) => Source::Import,
            None => Source::ByHand,
        },
        import: import.map(Into::into),
        concealed: Concealed::of(&concealed)?,
    };
    let recorded = act
        .record_claiming(held.person, body, &concealed, None)
        .await?;
    store::insert(act, held, (waits_until, import), recorded.id).await
}

/// The person at the old address and the rest of top management can answer by their letter; the
/// auditors are told.
async fn tell(act: &mut Act, person: PersonId) -> Result<()> {
    let (org, today) = (act.org(), crate::people::today(act).await?);
    let by = by_name(act).await?;
    let whose = crate::people::names(&mut act.db, org, [person]).await?;
    let whose = whose.get(&person).cloned().unwrap_or_default();
    let until = today.plus_days(WAITS.as_hours() / 24);
    let page = format!("/people/{person}/address");
    let letter = |to: PersonId, word: &str| {
        let mut letter = letter(to, word, &by);
        letter.args.push(("whose".to_owned(), whose.clone()));
        letter.args.push(("until".to_owned(), until.to_string()));
        letter
    };
    let mut own = letter(person, "address-waits");
    own.leads_to = Some(page.clone());
    notices::tell(act, &own, None).await?;
    let serving = register::serving(&mut act.db, org, today).await?;
    let mut others: Vec<PersonId> = serving.into_iter().map(|member| member.person).collect();
    others.sort_unstable();
    others.dedup();
    for other in others.into_iter().filter(|other| *other != person) {
        let mut watch = letter(other, "address-waits-of");
        watch.leads_to = Some(page.clone());
        notices::tell(act, &watch, None).await?;
    }
    let auditors = [Role::InternalAuditor, Role::ExternalAuditor];
    for auditor in identity::holders(&mut act.db, org, &auditors, today).await? {
        notices::tell(act, &letter(auditor, "address-waits-auditor"), None).await?;
    }
    Ok(())
}
