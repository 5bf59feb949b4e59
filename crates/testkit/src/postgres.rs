//! A throw-away PostgreSQL from the installed server programs, on a socket in a temporary folder.
//!
//! It is started once for each test process and ends with it. Every firm gets a database of
//! its own. PostgreSQL does not run as root; then it runs as the user `postgres`.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

static CLUSTER: OnceLock<Result<Postgres, String>> = OnceLock::new();
/// The file that names the process whose server it is.
const OWNER: &str = "owner";

static DATABASES: AtomicU32 = AtomicU32::new(0);

/// A server of its own, which a test may stop and start again.
#[derive(Debug)]
pub struct Postgres {
    folder: tempfile::TempDir,
    port: u16,
}

/// The address of a fresh database on the server that all tests share.
pub fn database() -> Result<String> {
    let cluster = CLUSTER.get_or_init(|| Postgres::start().map_err(|e| format!("{e:#}")));
    let cluster = cluster.as_ref().map_err(|e| anyhow::anyhow!("{e}"))?;
    let name = cluster.create_database()?;
    let socket = cluster.folder.path().display();
    Ok(format!(
        "postgres://postgres@localhost:{}/{name}?host={socket}",
        cluster.port
    ))
}

impl Postgres {
    /// Makes a cluster and starts its server.
    pub fn start() -> Result<Postgres> {
        sweep();
        let folder = tempfile::Builder::new().prefix("pg").tempdir_in("/tmp")?;
        std::fs::write(folder.path().join(OWNER), std::process::id().to_string())?;
        let port = std::net::TcpListener::bind("127.0.0.1:0")?
            .local_addr()?
            .port();
        let cluster = Postgres { folder, port };
        cluster.initialise()?;
        cluster.start_again()?;
        Ok(cluster)
    }

    /// The address of a fresh database, over the network as an installation has it.
    pub fn database(&self) -> Result<String> {
        let name = self.create_database()?;
        Ok(format!(
            "postgres://postgres@127.0.0.1:{}/{name}",
            self.port
        ))
    }

    /// Stops the server as a crash does: nobody says goodbye.
    pub fn stop(&self) -> Result<()> {
        let mut stop = as_postgres(&program("pg_ctl")?, &self.folder);
        stop.args(["stop", "-m", "immediate", "-D"])
            .arg(self.data());
        said(stop, "pg_ctl")
    }

    pub fn start_again(&self) -> Result<()> {
        let mut server = as_postgres(&program("postgres")?, &self.folder);
        server.arg("-D").arg(self.data());
        server.arg("-k").arg(self.folder.path());
        server.arg("-p").arg(self.port.to_string());
        for setting in ["listen_addresses=127.0.0.1", "max_connections=800"] {
            server.args(["-c", setting]);
        }
        server.stdout(Stdio::null()).stderr(Stdio::null());
        keep_running(server);
        let socket = format!(".s.PGSQL.{}", self.port);
        wait_for(&self.folder.path().join(socket))
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn initialise(&self) -> Result<()> {
        if is_root() {
            let mut owner = Command::new("chown");
            owner.arg("postgres").arg(self.folder.path());
            said(owner, "chown")?;
        }
        let mut initdb = as_postgres(&program("initdb")?, &self.folder);
        initdb.args(["--no-sync", "-A", "trust", "-U", "postgres", "-E", "UTF8"]);
        initdb.args(["--locale=C", "-D"]).arg(self.data());
        said(initdb, "initdb")?;
        // Tests may forget what they committed; a benchmark switches it on again.
        let settings = std::fs::OpenOptions::new()
            .append(true)
            .open(self.data().join("postgresql.conf"));
        settings?.write_all(b"\nfsync = off\n")?;
        Ok(())
    }

    fn create_database(&self) -> Result<String> {
        let name = format!("firm{}", DATABASES.fetch_add(1, Ordering::SeqCst));
        let mut createdb = as_postgres(&program("createdb")?, &self.folder);
        createdb.arg("-h").arg(self.folder.path());
        createdb.args(["-p", &self.port.to_string(), "-U", "postgres", &name]);
        said(createdb, "createdb")?;
        Ok(name)
    }
}

/// Removes what earlier tests left behind: folders whose process is gone. A shared server lives as
/// long as its process, so nobody is left to remove its folder, and each may hold gigabytes.
fn sweep() {
    let folders = std::fs::read_dir("/tmp").into_iter().flatten().flatten();
    for folder in folders.map(|folder| folder.path()) {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("pg") && is_left_behind(&folder) {
            // Somebody else may be sweeping; what stays now goes the next time.
            drop(std::fs::remove_dir_all(&folder));
        }
    }
}

/// Of a process that says in the folder who it is, and is no more.
fn is_left_behind(folder: &Path) -> bool {
    let owner = std::fs::read_to_string(folder.join(OWNER));
    let owner = owner.ok().and_then(|text| text.parse::<u32>().ok());
    owner.is_some_and(|process| !Path::new("/proc").join(process.to_string()).exists())
}

/// Runs a program to its end; what it said stands in the error.
fn said(mut command: Command, name: &str) -> Result<()> {
    let output = command
        .output()
        .with_context(|| format!("failed to start {name}"))?;
    ensure!(
        output.status.success(),
        "{name}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(())
}

/// From a thread that lasts as long as the server: the parent-death signal means the thread, not
/// the process.
fn keep_running(mut server: Command) {
    std::thread::spawn(move || server.spawn().and_then(|mut running| running.wait()));
}

/// The program with its parent-death signal set, so that the server ends with the tests.
fn as_postgres(program: &Path, folder: &tempfile::TempDir) -> Command {
    let mut command = Command::new("setpriv");
    command.arg("--pdeathsig").arg("INT");
    if is_root() {
        command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]);
    }
    command.arg(program).current_dir(folder.path());
    command
}

fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0)
}

/// Debian keeps the server programs outside the path.
fn program(name: &str) -> Result<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten();
    let mut found: Vec<PathBuf> = versions
        .filter_map(|version| Some(version.ok()?.path().join("bin").join(name)))
        .filter(|path| path.exists())
        .collect();
    found.sort();
    found
        .pop()
        .with_context(|| format!("{name} is missing: install the Debian package postgresql"))
}

fn wait_for(socket: &Path) -> Result<()> {
    for _ in 0..200 {
        if socket.exists() {
            // The socket appears a moment before the server answers.
            std::thread::sleep(Duration::from_millis(200));
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    bail!("PostgreSQL did not start within ten seconds")
}

#[cfg(test)]
mod tests {
    use super::{OWNER, is_left_behind};

    #[test]
    fn only_the_folder_of_a_process_that_is_gone_is_left_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(!is_left_behind(folder.path()), "of somebody unknown");
        let owned_by = |process: u32| {
            let written = std::fs::write(folder.path().join(OWNER), process.to_string());
            written.expect("a file");
            is_left_behind(folder.path())
        };
        assert!(!owned_by(std::process::id()));
        // No system hands out a number as high as this.
        assert!(owned_by(u32::MAX));
    }
}
