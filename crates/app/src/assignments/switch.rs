//! Stopping the reminders of a publication, and beginning them again: each with its reason.

use kit::Act;
use record::kinds::SettingChanged;
use record::kinds::words::SettingValue;

use super::store::reminders;
use crate::documents::{self, PublicationId};

/// Why reminders go on as they were.
#[derive(Debug, thiserror::Error)]
pub enum CannotSwitch {
    #[error("There is no such publication.")]
    NoSuchPublication,
    #[error("Say in a sentence why.")]
    Reason,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotSwitch {
    Reason says "reminders-reason-missing";
    NoSuchPublication is NotFound,
});

/// Stops the reminders of a publication.
pub async fn stop_reminders(
    act: &mut Act,
    publication: PublicationId,
    reason: &str,
) -> Result<(), CannotSwitch> {
    switch(act, publication, true, reason).await
}

/// Begins them again; what was missed meanwhile is not made up for.
pub async fn begin_reminders(
    act: &mut Act,
    publication: PublicationId,
    reason: &str,
) -> Result<(), CannotSwitch> {
    switch(act, publication, false, reason).await
}

/// Switching to what is so already changes nothing.
async fn switch(
    act: &mut Act,
    publication: PublicationId,
    stops: bool,
    reason: &str,
) -> Result<(), CannotSwitch> {
    let org = act.org();
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > 500 {
        return Err(CannotSwitch::Reason);
    }
    act.db
        .lock(&format!("{org}/reminders/{publication}"))
        .await?;
    documents::publication(&mut act.db, org, publication)
        .await?
        .ok_or(CannotSwitch::NoSuchPublication)?;
    let before = reminders::switch(&mut act.db, org, publication).await?;
    if before.is_some_and(|before| before.stops) == stops {
        return Ok(());
    }
    let value = if stops { "stopped" } else { "as scheduled" };
    let body = SettingChanged {
        setting: format!("reminders.{publication}"),
        value: SettingValue::Plain(value.to_owned()),
        reason: Some(reason.to_owned()),
    };
    act.record(publication, body).await?;
    reminders::insert_switch(act, publication, stops, reason).await?;
    Ok(())
}
