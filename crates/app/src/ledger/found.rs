//! The first act of an organisation: its name, its wall and its log.

use anyhow::Result;
use kit::id::OrgId;
use kit::words::Language;
use kit::{Act, Actor};
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

/// An organisation that is about to start, with the first checkpoint of its log.
#[derive(Clone, Debug)]
pub struct Founding {
    new: NewOrganisation,
    origin: String,
    key: String,
    note: String,
}

/// Makes the organisation and starts its log.
pub async fn found(app: &App, new: NewOrganisation) -> Result<OrgId> {
    let founding = prepare(app, new)?;
    let org = OrgId::fresh(app.clock.now(), &app.dice);
    app.act_as(Actor::system(org), move |act| {
        Box::pin(begin(act, founding))
    })
    .await?;
    Ok(org)
}

/// Signs the empty log of an organisation that [`begin`] will make.
pub fn prepare(app: &App, new: NewOrganisation) -> Result<Founding> {
    let origin = origin(app);
    let signer = app.log_keys.signer(&origin)?;
    let key = signer.verifier().to_string();
    let nothing = TreeHead {
        size: 0,
        root: empty_root(),
    };
    let note = Checkpoint::new(&origin, nothing)?
        .sign(&[&signer])?
        .to_string();
    Ok(Founding {
        new,
        origin,
        key,
        note,
    })
}

/// Makes the organisation of this act, in one unit of work with whatever else belongs to it.
pub async fn begin(act: &mut Act, founding: Founding) -> Result<()> {
    let Founding {
        new,
        origin,
        key,
        note,
    } = founding;
    let (org, now) = (act.org(), act.now());
    store::insert_organisation(&mut act.db, org, &new, &origin, now).await?;
    store::insert_log(&mut act.db, org, &note, &key, now).await?;
    let purpose = if new.is_demonstration {
        Purpose::Demonstration
    } else {
        Purpose::Live
    };
    let started = LogStarted {
        origin,
        key,
        purpose,
    };
    act.record_first(org, started, &[]).await?;
    let changed = OrganisationChanged {
        name: new.name,
        country: None,
        register: None,
        scope: None,
        frameworks: vec!["iso27001".to_owned()],
    };
    act.record(org, changed).await?;
    Ok(())
}

/// `host/8 random hex digits/epoch`: public where witnesses are, so it names nobody.
fn origin(app: &App) -> String {
    let host = app.address.host_str().unwrap_or("localhost");
    format!("{host}/{}/1", hex::encode(app.dice.bytes::<4>()))
}
