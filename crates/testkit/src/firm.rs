//! A firm of six people on a running product.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use app::App;
use app::identity::{Role, SignInMethod};
use app::ledger::{LogKeys, NewOrganisation};
use app::people::{NewAppointment, NewPerson};
use kit::config::Config;
use kit::dice::Dice;
use kit::files::Files;
use kit::id::{OrgId, PersonId};
use kit::words::{Language, Words};
use kit::{Actor, Clock, Db, Digest, Moment};
use tokio::sync::Notify;

use crate::client::Client;

/// Which database a firm runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// A running product with one firm in it, and its people at their browsers.
#[derive(Clone, Debug)]
pub struct Firm {
    pub app: App,
    pub org: OrgId,
    pub base: String,
    /// Dana Reyes, managing director, on the register of top management.
    pub ceo: Client,
    /// Tomás Silva, finance director, on the register.
    pub cfo: Client,
    /// Priya Raman, information-security manager.
    pub infosec: Client,
    /// Hanna Vogt, human resources.
    pub hr: Client,
    /// Marc Lind, line manager of Sam; reports to Dana.
    pub manager: Client,
    /// Sam Okoro, employee.
    pub employee: Client,
    /// Ines Faber, external auditor for ninety days.
    pub auditor: Client,
    /// Olaf Brandt, administrator and nothing else.
    pub admin: Client,
    /// Nobody in particular.
    pub anon: Client,
    ids: Arc<BTreeMap<&'static str, PersonId>>,
    _folder: Arc<tempfile::TempDir>,
}

/// Names, addresses, units and granted roles of the people.
pub fn people() -> [(&'static str, &'static str, &'static str, Option<Role>); 8] {
    [
        ("ceo", "Dana Reyes", "Management", None),
        ("cfo", "Tomás Silva", "Management", None),
        (
            "infosec",
            "Priya Raman",
            "Security",
            Some(Role::SecurityManager),
        ),
        ("hr", "Hanna Vogt", "People", Some(Role::HumanResources)),
        ("manager", "Marc Lind", "Sales", None),
        ("employee", "Sam Okoro", "Sales", None),
        (
            "auditor",
            "Ines Faber",
            "Audit",
            Some(Role::ExternalAuditor),
        ),
        ("admin", "Olaf Brandt", "IT", Some(Role::Administrator)),
    ]
}

/// A firm with its people, on a Tuesday in 2026.
pub async fn firm(engine: Engine) -> Result<Firm> {
    firm_with(engine, "Acme").await
}

/// A firm of another name.
pub async fn firm_with(engine: Engine, name: &str) -> Result<Firm> {
    settle(first_start(engine).await?, name).await
}

/// A running product in which nobody is yet.
#[derive(Clone, Debug)]
pub struct FirstStart {
    pub app: App,
    pub base: String,
    folder: Arc<tempfile::TempDir>,
}

/// The first start of a server, with an empty database.
pub async fn first_start(engine: Engine) -> Result<FirstStart> {
    let folder = Arc::new(tempfile::tempdir()?);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let base = format!("http://localhost:{}", listener.local_addr()?.port());
    let app = product(engine, folder.path(), &base).await?;
    let service = app::shell::serve(app.clone());
    tokio::spawn(async move { axum::serve(listener, service).await });
    Ok(FirstStart { app, base, folder })
}

async fn product(engine: Engine, folder: &std::path::Path, base: &str) -> Result<App> {
    let database = match engine {
        Engine::Sqlite => folder.join("firm.db").display().to_string(),
        Engine::Postgres => crate::postgres::database()?,
    };
    let config = Config {
        data: folder.to_owned(),
        public_url: Some(base.to_owned()),
        client_address_header: Some("x-forwarded-for".to_owned()),
        ..Config::default()
    };
    Ok(App {
        db: Db::open(&database, &app::migrations()).await?,
        clock: Clock::standing("2026-03-10T09:00:00Z".parse()?),
        dice: Dice::system(),
        files: Files::in_folder(&folder.join("files"))?,
        mailer: None,
        words: Words::new(app::WORDS)?,
        address: config.address(),
        config: Arc::new(config),
        log_keys: LogKeys::from_seed([7; 32]),
        typesetter: None,
        demo: false,
        committed: Arc::new(Notify::new()),
    })
}

async fn settle(start: FirstStart, name: &str) -> Result<Firm> {
    let FirstStart { app, base, folder } = start;
    let new = NewOrganisation {
        name: name.to_owned(),
        language: Language::English,
        time_zone: "Europe/Berlin".to_owned(),
        is_demonstration: false,
    };
    let org = app::ledger::found(&app, new).await?;
    let ids: BTreeMap<&str, PersonId> = app
        .act_as(Actor::system(org), |act| Box::pin(hire(act)))
        .await?;
    appoint(&app, org, (ids["ceo"], ids["cfo"])).await?;
    let mut clients = BTreeMap::new();
    for (who, person) in &ids {
        let token = app::identity::open_session(&app, org, *person, SignInMethod::Code).await?;
        clients.insert(*who, Client::new(&base, Some(&token))?);
    }
    let mut client = |who: &str| clients.remove(who).context("everybody has a browser");
    Ok(Firm {
        org,
        ceo: client("ceo")?,
        cfo: client("cfo")?,
        infosec: client("infosec")?,
        hr: client("hr")?,
        manager: client("manager")?,
        employee: client("employee")?,
        auditor: client("auditor")?,
        admin: client("admin")?,
        anon: Client::new(&base, None)?,
        app,
        base,
        ids: Arc::new(ids),
        _folder: folder,
    })
}

async fn hire(act: &mut kit::Act) -> Result<BTreeMap<&'static str, PersonId>> {
    let mut ids: BTreeMap<&str, PersonId> = BTreeMap::new();
    let started_on = "2024-01-08".parse()?;
    for (who, name, unit, role) in people() {
        let manager = match who {
            "ceo" => None,
            "employee" => ids.get("manager").copied(),
            _ => ids.get("ceo").copied(),
        };
        let new = NewPerson {
            name: name.to_owned(),
            email: Some(format!("{who}@acme.example")),
            job_title: Some(who.to_owned()),
            unit: Some(unit.to_owned()),
            manager,
            number: None,
            language: None,
            started_on,
        };
        let person = app::people::join(act, new).await?;
        ids.insert(who, person);
        if let Some(role) = role {
            let until = (role == Role::ExternalAuditor)
                .then(|| "2026-12-31".parse())
                .transpose()?;
            app::identity::grant(act, person, role, started_on, until).await?;
        }
    }
    Ok(ids)
}

/// The two directors on the register. The managing director is the first entry and confirms the
/// other, who then confirms the first.
async fn appoint(app: &App, org: OrgId, (ceo, cfo): (PersonId, PersonId)) -> Result<()> {
    let new = |person, capacity: &str| {
        anyhow::Ok(NewAppointment {
            person,
            body: "Management board".to_owned(),
            capacity: capacity.to_owned(),
            from: "2024-01-08".parse()?,
            until: None,
            basis: "Company register, entry 1".to_owned(),
            basis_file: None,
            meanings: vec!["iso-top-management".to_owned()],
        })
    };
    let directors = (
        new(ceo, "Managing director")?,
        new(cfo, "Finance director")?,
    );
    let (first, second) = app
        .act_as(Actor::system(org), |act| {
            Box::pin(async move {
                let first = app::people::appoint(act, directors.0).await?;
                anyhow::Ok((first, app::people::appoint(act, directors.1).await?))
            })
        })
        .await?;
    for (by, appointment) in [(ceo, second), (cfo, first)] {
        let actor = Actor {
            org,
            person: Some(by),
            session: Some(Digest::of("register")),
        };
        app.act_as(actor, move |act| {
            Box::pin(async move { anyhow::Ok(app::people::confirm(act, appointment).await?) })
        })
        .await?;
    }
    // The firm begins with its mail read.
    kit::act::plainly(&app.db, move |db| {
        Box::pin(async move {
            db.run("DELETE FROM job WHERE org = $1", kit::args![org])
                .await
        })
    })
    .await?;
    Ok(())
}

impl Firm {
    /// The id of `ceo`, `employee` and so on.
    pub fn id(&self, who: &str) -> PersonId {
        self.ids[who]
    }

    /// Another firm with its people in the same installation.
    pub async fn beside(&self, name: &str) -> Result<Firm> {
        let start = FirstStart {
            app: self.app.clone(),
            base: self.base.clone(),
            folder: self._folder.clone(),
        };
        settle(start, name).await
    }

    /// Somebody of the firm at a browser of their own, signed in.
    pub async fn browser_of(&self, person: PersonId) -> Result<Client> {
        let opened =
            app::identity::open_session(&self.app, self.org, person, SignInMethod::Code).await?;
        Client::new(&self.base, Some(&opened))
    }

    /// A program that acts for `hr`, `employee` and so on, with a token of theirs.
    pub async fn program(&self, who: &str) -> Result<Client> {
        self.program_of(self.id(who)).await
    }

    /// A program that acts for a person, with a token of theirs.
    pub async fn program_of(&self, person: PersonId) -> Result<Client> {
        let token = self.app.dice.token();
        let (org, now) = (self.org, self.app.clock.now());
        let row = kit::args![
            kit::Digest::of(&token),
            org,
            person,
            "test",
            now,
            now.plus(jiff::SignedDuration::from_hours(24))
        ];
        kit::act::plainly(&self.app.db, move |db| {
            Box::pin(db.run(
                "INSERT INTO api_token (token, org, person, name, made_at, expires_at) \
                 VALUES ($1, $2, $3, $4, $5, $6)",
                row,
            ))
        })
        .await?;
        Client::program(&self.base, &token)
    }

    /// How many records there are, of every firm of the installation.
    pub async fn records(&self) -> Result<i64> {
        let mut db = self.app.read().await?;
        let (count,): (i64,) = db.one("SELECT count(*) FROM record", vec![]).await?;
        Ok(count)
    }

    /// Moves the clock.
    pub fn set_clock(&self, moment: &str) -> Result<()> {
        self.app.clock.set(moment.parse::<Moment>()?);
        Ok(())
    }

    /// Runs whatever is waiting to be done: jobs and duties.
    pub async fn work(&self) -> Result<()> {
        let jobs = app::jobs();
        jobs.run_due(&self.app.db, &self.app.clock, &self.app)
            .await?;
        for duty in app::duties() {
            (duty.run)(self.app.clone()).await?;
        }
        jobs.run_due(&self.app.db, &self.app.clock, &self.app).await
    }

    /// What must hold after every test: nothing failed behind the scenes, and the whole log
    /// verifies from its bytes.
    pub async fn check(&self) -> Result<()> {
        self.work().await?;
        let mut db = self.app.read().await?;
        let failed: Vec<(String, Option<String>)> = db
            .all(
                "SELECT kind, note FROM job WHERE failed_at IS NOT NULL",
                vec![],
            )
            .await?;
        ensure!(failed.is_empty(), "jobs failed: {failed:?}");
        check_log(&self.app, self.org).await
    }
}

/// No leaf waits, and the signed root is that of all leaves.
pub async fn check_log(app: &App, org: OrgId) -> Result<()> {
    let mut db = app.read().await?;
    let head = app::ledger::head(&mut db, org).await?;
    let leaves: Vec<(Vec<u8>,)> = db
        .all(
            "SELECT bytes FROM leaf WHERE org = $1 ORDER BY idx",
            kit::args![org],
        )
        .await?;
    let root = tlog::root_of(leaves.iter().map(|(leaf,)| tlog::leaf_hash(leaf)));
    let checkpoint = tlog::Checkpoint::open(&head.checkpoint, &head.origin, &[head.key.parse()?])?;
    ensure!(
        checkpoint.size() == leaves.len() as u64,
        "leaves wait or are missing"
    );
    ensure!(
        checkpoint.root() == root,
        "the signed root is not the root of the leaves"
    );
    Ok(())
}
