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

static CLUSTER: OnceLock<Result<Cluster, String>> = OnceLock::new();
static DATABASES: AtomicU32 = AtomicU32::new(0);

struct Cluster {
    folder: tempfile::TempDir,
}

/// The address of a fresh database.
pub fn database() -> Result<String> {
    let cluster = CLUSTER.get_or_init(|| start().map_err(|e| format!("{e:#}")));
    let cluster = cluster.as_ref().map_err(|e| anyhow::anyhow!("{e}"))?;
    let name = format!("firm{}", DATABASES.fetch_add(1, Ordering::SeqCst));
    let socket = cluster.folder.path().display().to_string();
    let made = as_postgres(&program("createdb")?, &cluster.folder)
        .args(["-h", &socket, "-U", "postgres", &name])
        .output()?;
    ensure!(
        made.status.success(),
        "createdb: {}",
        String::from_utf8_lossy(&made.stderr)
    );
    Ok(format!(
        "postgres://postgres@localhost/{name}?host={socket}"
    ))
}

fn start() -> Result<Cluster> {
    let folder = tempfile::Builder::new().prefix("pg").tempdir_in("/tmp")?;
    if is_root() {
        let owned = Command::new("chown")
            .arg("postgres")
            .arg(folder.path())
            .status()?;
        ensure!(
            owned.success(),
            "failed to give the folder to the user postgres"
        );
    }
    let data = folder.path().join("data");
    let made = as_postgres(&program("initdb")?, &folder)
        .args([
            "--no-sync",
            "-A",
            "trust",
            "-U",
            "postgres",
            "-E",
            "UTF8",
            "--locale=C",
            "-D",
        ])
        .arg(&data)
        .output()?;
    ensure!(
        made.status.success(),
        "initdb: {}",
        String::from_utf8_lossy(&made.stderr)
    );
    // Tests may forget what they committed; a benchmark switches it on again.
    let settings = std::fs::OpenOptions::new()
        .append(true)
        .open(data.join("postgresql.conf"));
    settings?.write_all(b"\nfsync = off\n")?;
    let mut server = as_postgres(&program("postgres")?, &folder);
    server
        .arg("-D")
        .arg(&data)
        .args(["-c", "listen_addresses=", "-c", "max_connections=800", "-k"])
        .arg(folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    keep_running(server);
    wait_for(&folder.path().join(".s.PGSQL.5432"))?;
    Ok(Cluster { folder })
}

/// From a thread that never ends: the parent-death signal means the thread, not the process.
fn keep_running(mut server: Command) {
    std::thread::spawn(move || {
        let running = server.spawn();
        while running.is_ok() {
            std::thread::park();
        }
    });
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
