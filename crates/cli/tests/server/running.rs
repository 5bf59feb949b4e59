//! A server as an administrator runs it, and programs that write to it without a pause.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use app::App;
use kit::Clock;
use kit::config::Config;
use reqwest::{Method, StatusCode};
use serde_json::json;
use testkit::{Client, Reply};
use tokio::task::JoinHandle;

const PROGRAM: &str = env!("CARGO_BIN_EXE_countersign");
const PEOPLE: &str = "/api/v1/people";

/// Where a server's data and address are, while servers come and go.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    data: PathBuf,
    database: Option<String>,
    port: u16,
}

impl Place {
    pub(crate) fn new(folder: &Path, database: Option<String>) -> Result<Place> {
        let free = std::net::TcpListener::bind("127.0.0.1:0")?;
        Ok(Place {
            data: folder.join("data"),
            database,
            port: free.local_addr()?.port(),
        })
    }

    /// Starts a server and waits until it serves.
    pub(crate) fn start(&self) -> Result<Server> {
        let mut command = Command::new("setpriv");
        // It ends with the test; and a write beyond a limit of the system is an error, not its end.
        command.args(["--pdeathsig", "KILL", "sh", "-c"]);
        command.args(["trap '' XFSZ; exec \"$0\" \"$@\"", PROGRAM, "serve"]);
        command.args(["--listen", &format!("127.0.0.1:{}", self.port)]);
        self.name(&mut command);
        command.env("RUST_LOG", "error").stderr(Stdio::null());
        let mut child = command.stdout(Stdio::piped()).spawn()?;
        let mut printed = BufReader::new(child.stdout.take().context("what it prints")?);
        let mut lines = String::new();
        while !lines.contains("Countersign is at") {
            ensure!(printed.read_line(&mut lines)? > 0, "it ended: {lines}");
        }
        let link = lines
            .split_whitespace()
            .find(|word| word.contains("/setup/"));
        Ok(Server {
            link: link.map(str::to_owned),
            base: format!("http://localhost:{}", self.port),
            child,
            _printed: printed,
        })
    }

    /// Runs a command on the same data.
    pub(crate) fn run(&self, arguments: &[&str]) -> Result<Output> {
        let mut command = Command::new(PROGRAM);
        command.args(arguments);
        self.name(&mut command);
        Ok(command.output()?)
    }

    fn name(&self, command: &mut Command) {
        command.arg("--data").arg(&self.data);
        if let Some(database) = &self.database {
            command.args(["--database", database]);
        }
    }

    /// With the server stopped: everybody who was answered is there, once; the whole log verifies.
    pub(crate) async fn holds(&self, answered: &[String]) -> Result<()> {
        let config = Config {
            data: self.data.clone(),
            database: self.database.clone(),
            ..Config::default()
        };
        let app = App::open(config, Clock::system()).await?;
        let mut db = app.read().await?;
        let there: Vec<(String, i64)> = db
            .all(
                "SELECT name, count(*) FROM person WHERE name LIKE 'Load %' GROUP BY name",
                vec![],
            )
            .await?;
        let there: BTreeMap<String, i64> = there.into_iter().collect();
        for name in answered {
            ensure!(there.get(name) == Some(&1), "{name}: {:?}", there.get(name));
        }
        ensure!(there.len() == answered.len(), "somebody nobody asked for");
        let (org,): (kit::id::OrgId,) = db.one("SELECT id FROM organisation", vec![]).await?;
        drop(db);
        testkit::check_log(&app, org).await?;
        app.db.close().await;
        self.verifies()
    }

    /// A pack of it all verifies, and readiness finds the log whole.
    fn verifies(&self) -> Result<()> {
        let pack = self.data.join("pack.zip").display().to_string();
        let issued = self.run(&["pack", "--out", &pack])?;
        ensure!(issued.status.success(), "{}", said(&issued));
        let verified = Command::new(PROGRAM).args(["verify", &pack]).output()?;
        ensure!(verified.status.success(), "{}", said(&verified));
        let checked = self.run(&["check", "--json"])?;
        ensure!(checked.status.success(), "{}", said(&checked));
        let readiness: serde_json::Value = serde_json::from_slice(&checked.stdout)?;
        let results = readiness["results"].as_array().context("results")?;
        let log = results.iter().find(|result| result["rule"] == "log-broken");
        let log = log.context("a rule about the log")?;
        ensure!(log["state"] != "fail", "{log}");
        Ok(())
    }
}

fn said(output: &Output) -> String {
    let text = [output.stdout.as_slice(), &output.stderr].concat();
    String::from_utf8_lossy(&text).into_owned()
}

/// A server that runs.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) base: String,
    link: Option<String>,
    child: Child,
    /// Kept open: a server may print.
    _printed: BufReader<ChildStdout>,
}

impl Server {
    pub(crate) fn pid(&self) -> String {
        self.child.id().to_string()
    }

    /// `kill -9`.
    pub(crate) fn kill(mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// Asks it to end and waits.
    pub(crate) fn stop(mut self) -> Result<()> {
        Command::new("kill").arg(self.pid()).status()?;
        let ended = self.child.wait()?;
        ensure!(ended.success(), "{ended}");
        Ok(())
    }

    /// Whoever sets the server up, at a browser, and a token for programs.
    pub(crate) async fn founder(&self) -> Result<(Client, String)> {
        let founder = Client::new(&self.base, None)?;
        let first = [
            ("organisation", "Northwind Optics"),
            ("language", "en"),
            ("time_zone", "UTC"),
            ("name", "Priya Raman"),
            ("email", "priya@northwind.example"),
            ("security_manager", "yes"),
        ];
        let link = self
            .link
            .as_deref()
            .context("the link of the first start")?;
        founder.post(link, &first).await?.sent_on()?;
        let made = [("name", "load"), ("days", "30")];
        let page = founder.post("/preferences/tokens", &made).await?.ok()?;
        let page = page.text();
        let token = page
            .split("data-copy>")
            .nth(1)
            .and_then(|rest| rest.split('<').next());
        Ok((founder, token.context("a token")?.to_owned()))
    }

    /// Waits until every record has its place in the log.
    pub(crate) async fn nothing_waits(&self) -> Result<()> {
        let anybody = Client::new(&self.base, None)?;
        for _ in 0..300 {
            let metrics = anybody.get("/metrics").await?.text();
            let waiting = metrics
                .lines()
                .find(|line| line.starts_with("countersign_log_entries_waiting"));
            if waiting.is_some_and(|line| line.ends_with(" 0")) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        anyhow::bail!("records wait for ever")
    }
}

/// Programs that enter people, and ask again with the same key until they are answered.
#[derive(Debug)]
pub(crate) struct Load {
    stop: Arc<AtomicBool>,
    programs: Vec<JoinHandle<Result<Vec<String>>>>,
}

impl Load {
    pub(crate) fn on(server: &Server, token: &str) -> Result<Load> {
        let stop = Arc::new(AtomicBool::new(false));
        let mut programs = Vec::new();
        for number in 0..4 {
            let program = Client::program(&server.base, token)?;
            programs.push(tokio::spawn(enter(program, number, stop.clone())));
        }
        Ok(Load { stop, programs })
    }

    /// Ends it; the names of everybody whose entry was answered.
    pub(crate) async fn end(self) -> Result<Vec<String>> {
        self.stop.store(true, Ordering::Relaxed);
        let mut answered = Vec::new();
        for program in self.programs {
            answered.extend(program.await??);
        }
        Ok(answered)
    }
}

async fn enter(program: Client, number: usize, stop: Arc<AtomicBool>) -> Result<Vec<String>> {
    let mut answered = Vec::new();
    while !stop.load(Ordering::Relaxed) {
        let name = format!("Load {number} {}", answered.len());
        while !is_entered(&program, &name).await? {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        answered.push(name);
    }
    Ok(answered)
}

/// Asks once. Nothing but "done" and "not now" may come back.
async fn is_entered(program: &Client, name: &str) -> Result<bool> {
    let email = format!("{}@load.example", name.replace(' ', "-"));
    let asked = program
        .request(Method::POST, PEOPLE)
        .header("idempotency-key", name)
        .json(&json!({"name": name, "email": email}));
    let Ok(reply) = program.send(asked).await else {
        return Ok(false);
    };
    if reply.status == StatusCode::CREATED {
        return Ok(true);
    }
    is_not_now(&reply)?;
    Ok(false)
}

/// 503, with a sentence and when to ask again.
pub(crate) fn is_not_now(reply: &Reply) -> Result<()> {
    let text = reply.text();
    ensure!(
        reply.status == StatusCode::SERVICE_UNAVAILABLE,
        "{}: {text}",
        reply.status
    );
    ensure!(
        text.contains("Nothing was changed; please try again."),
        "{text}"
    );
    ensure!(reply.headers.contains_key("retry-after"), "{text}");
    Ok(())
}
