//! What every request and job works on.

use std::sync::Arc;

use anyhow::{Context, Result};
use futures_util::future::BoxFuture;
use kit::config::Config;
use kit::db::Conn;
use kit::dice::Dice;
use kit::files::Files;
use kit::id::OrgId;
use kit::mail::Mailer;
use kit::words::Words;
use kit::{Act, Actor, Clock, Db};
use tokio::sync::Notify;
use url::Url;

use crate::identity::{Secrets, Viewer};
use crate::ledger::LogKeys;

/// Makes a PDF of a governed document. The program hands it in, so that nothing here links a
/// typesetting engine.
pub trait Typesetter: Send + Sync + std::fmt::Debug {
    /// The request is the JSON of `render::Typeset`; the answer a tagged PDF/A.
    fn typeset(&self, request: serde_json::Value) -> BoxFuture<'static, Result<Vec<u8>>>;
}

/// The running product; cheap to clone.
#[derive(Clone, Debug)]
pub struct App {
    pub db: Db,
    pub clock: Clock,
    pub dice: Dice,
    pub files: Files,
    /// `None` while no mail server is configured: letters stay on screen.
    pub mailer: Option<Mailer>,
    pub words: Arc<Words>,
    pub config: Arc<Config>,
    /// The address that people see.
    pub address: Url,
    pub log_keys: LogKeys,
    /// What letters carry is made of it.
    pub secrets: Secrets,
    pub typesetter: Option<Arc<dyn Typesetter>>,
    /// Does this server show a demonstration, with its sign-in links and captured mail?
    pub demo: bool,
    /// Something was committed that a worker may want to look at.
    pub committed: Arc<Notify>,
}

impl App {
    /// Opens everything that the configuration names, and makes sure that the log is a
    /// continuation of what was signed before.
    pub async fn open(config: Config, clock: Clock) -> Result<App> {
        std::fs::create_dir_all(&config.data)
            .with_context(|| format!("failed to make {}", config.data.display()))?;
        let dice = Dice::system();
        let app = App {
            db: Db::open(&config.database_url(), &crate::migrations()).await?,
            files: Files::open(&config)?,
            mailer: Mailer::open(&config)?,
            words: Words::new(crate::WORDS)?,
            address: config.address(),
            log_keys: LogKeys::open(&config, &dice)?,
            secrets: Secrets::open(&config, &dice)?,
            config: Arc::new(config),
            typesetter: None,
            demo: false,
            committed: Arc::new(Notify::new()),
            clock,
            dice,
        };
        crate::ledger::open(&app).await?;
        Ok(app)
    }

    /// A connection to read from.
    pub async fn read(&self) -> Result<Conn> {
        self.db.read().await
    }

    /// A unit of work in the name of the viewer: all of it or nothing, answered when durable.
    pub async fn act<T, E, F>(&self, viewer: &Viewer, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<anyhow::Error> + Send + 'static,
        F: for<'a> FnOnce(&'a mut Act) -> BoxFuture<'a, Result<T, E>> + Send + 'static,
    {
        self.act_as(viewer.actor(), work).await
    }

    /// A unit of work of the software itself: reminders, sequencing, imports from the console.
    pub async fn act_as_system<T, E, F>(&self, org: OrgId, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<anyhow::Error> + Send + 'static,
        F: for<'a> FnOnce(&'a mut Act) -> BoxFuture<'a, Result<T, E>> + Send + 'static,
    {
        self.act_as(Actor::system(org), work).await
    }

    /// A unit of work in somebody's name.
    pub async fn act_as<T, E, F>(&self, actor: Actor, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<anyhow::Error> + Send + 'static,
        F: for<'a> FnOnce(&'a mut Act) -> BoxFuture<'a, Result<T, E>> + Send + 'static,
    {
        let begun = tokio::time::Instant::now();
        let done =
            kit::act::act(&self.db, actor, self.clock.clone(), self.dice.clone(), work).await;
        crate::operations::count_unit(begun, done.is_ok());
        self.committed.notify_one();
        done
    }
}
