//! A mail server that catches letters: aiosmtpd, another program than ours.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use kit::config::Config;
use kit::mail::Mailer;
use testkit::Firm;

/// A running catcher; it ends with the test.
pub(crate) struct Catcher {
    program: Child,
    folder: tempfile::TempDir,
    port: u16,
}

/// Refuses every reader, as a server does that does not know the address.
const REFUSING: &str = "class Refusing:\n    async def handle_RCPT(self, server, session, envelope, address, options):\n        return '550 5.1.1 <' + address + '> nobody of this name'\n";

impl Catcher {
    /// Takes every letter into a folder.
    pub(crate) fn taking(port: u16) -> Result<Catcher> {
        Catcher::start(port, "aiosmtpd.handlers.Mailbox")
    }

    /// Answers 550 to every reader.
    pub(crate) fn refusing(port: u16) -> Result<Catcher> {
        Catcher::start(port, "refusing.Refusing")
    }

    fn start(port: u16, handler: &str) -> Result<Catcher> {
        let folder = tempfile::tempdir()?;
        std::fs::write(folder.path().join("refusing.py"), REFUSING)?;
        let address = format!("127.0.0.1:{port}");
        let mut command = Command::new("python3");
        command.args(["-m", "aiosmtpd", "-n", "-l", &address, "-c", handler]);
        if handler.starts_with("aiosmtpd") {
            command.arg(folder.path().join("box"));
        }
        let program = command
            .env("PYTHONPATH", folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("python3 is missing: this test needs it and its package aiosmtpd")?;
        let mut catcher = Catcher {
            program,
            folder,
            port,
        };
        catcher.wait()?;
        Ok(catcher)
    }

    fn wait(&mut self) -> Result<()> {
        for _ in 0..400 {
            ensure!(
                self.program.try_wait()?.is_none(),
                "the mail catcher ended: install it with `python3 -m pip install aiosmtpd`"
            );
            if std::net::TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(25));
        }
        anyhow::bail!("the mail catcher does not answer")
    }

    /// Every caught letter as it came over the wire, in the order of arrival.
    pub(crate) fn letters(&self) -> Result<Vec<String>> {
        let folder = self.folder.path().join("box/new");
        let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)?
            .map(|entry| Ok(entry?.path()))
            .collect::<Result<_>>()?;
        paths.sort_by_key(|path| path.metadata().and_then(|m| m.modified()).ok());
        paths
            .iter()
            .map(|path| Ok(std::fs::read_to_string(path)?))
            .collect()
    }
}

impl Drop for Catcher {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// A port that nobody listens on.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// The firm with this mail server.
pub(crate) fn with_server(mut firm: Firm, port: u16) -> Result<Firm> {
    let config = Config {
        smtp: Some(format!("smtp://127.0.0.1:{port}")),
        mail_from: "Countersign <countersign@acme.example>".to_owned(),
        ..Config::default()
    };
    firm.app.mailer = Mailer::open(&config)?;
    Ok(firm)
}
