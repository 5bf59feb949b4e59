//! The first act of an organisation: its name, its wall and its log.

use anyhow::Result;
use kit::id::OrgId;
use kit::words::Language;
use kit::{Actor, Moment};
use record::kinds::{LogStarted, OrganisationChanged, words::Purpose};
use tlog::{Checkpoint, TreeHead, empty_root};

use super::store;
use crate::App;

/// What is known of an organisation when it starts.
#[derive(Clone, Debug)]
pub struct NewOrganisation {
    pub name: String,
    pub language: Language,
    /// An IANA name such as `Europe/Berlin`.
    pub time_zone: String,
    /// Is this a firm that never was, with simulated times?
    pub is_demonstration: bool,
}

/// Makes the organisation and starts its log.
pub async fn found(app: &App, new: NewOrganisation) -> Result<OrgId> {
    let org = OrgId::fresh(app.clock.now(), &app.dice);
    let origin = origin(app);
    let signer = app.log_keys.signer(&origin)?;
    let key = signer.verifier().to_string();
    let empty = Checkpoint::new(
        &origin,
        TreeHead {
            size: 0,
            root: empty_root(),
        },
    )?;
    let note = empty.sign(&[&signer])?.to_string();
    app.act_as(Actor::system(org), move |act| {
        Box::pin(async move {
            let now: Moment = act.now();
            store::insert_organisation(&mut act.db, org, &new, &origin, now).await?;
            store::insert_log(&mut act.db, org, &note, &key, now).await?;
            let purpose = if new.is_demonstration {
                Purpose::Demonstration
            } else {
                Purpose::Live
            };
            act.record_first(
                org,
                LogStarted {
                    origin,
                    key,
                    purpose,
                },
                &[],
            )
            .await?;
            let changed = OrganisationChanged {
                name: new.name,
                country: None,
                register: None,
                scope: None,
                frameworks: vec!["iso27001".to_owned()],
            };
            act.record(org, changed).await?;
            Ok(org)
        })
    })
    .await
}

/// `host/8 random hex digits/epoch`: public where witnesses are, so it names nobody.
fn origin(app: &App) -> String {
    let host = app.address.host_str().unwrap_or("localhost");
    format!("{host}/{}/1", hex::encode(app.dice.bytes::<4>()))
}
