//! Programs that the tests ask: installed where we may, named exactly where we may not.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

/// A program that some test asks, and the Debian packages that bring it.
struct Tool {
    name: &'static str,
    is_there: fn() -> bool,
    packages: &'static [&'static str],
}

const TOOLS: [Tool; 9] = [
    Tool {
        name: "Chromium (or CHROMIUM naming one)",
        is_there: has_chromium,
        packages: &["chromium"],
    },
    Tool {
        name: "the PostgreSQL server programs",
        is_there: has_postgres,
        packages: &["postgresql"],
    },
    Tool {
        name: "setpriv",
        is_there: || on_path("setpriv"),
        packages: &["util-linux"],
    },
    Tool {
        name: "Go with golang.org/x/mod, the second opinion on proofs",
        is_there: has_go,
        packages: &["golang-go", "golang-golang-x-mod-dev"],
    },
    Tool {
        name: "pdfinfo and pdftotext",
        is_there: || on_path("pdfinfo") && on_path("pdftotext"),
        packages: &["poppler-utils"],
    },
    Tool {
        name: "qpdf",
        is_there: || on_path("qpdf"),
        packages: &["qpdf"],
    },
    Tool {
        name: "openssl and curl",
        is_there: || on_path("openssl") && on_path("curl"),
        packages: &["openssl", "curl"],
    },
    Tool {
        name: "aiosmtpd, the mail server that catches letters (or: python3 -m pip install aiosmtpd)",
        is_there: has_aiosmtpd,
        packages: &["python3", "python3-aiosmtpd"],
    },
    Tool {
        name: "venv of Python",
        is_there: || said(Command::new("python3").args(["-c", "import venv, ensurepip"])).is_some(),
        packages: &["python3-venv"],
    },
];

/// Makes sure that everything is there, or says what to install.
pub(super) fn ensure() -> Result<()> {
    ensure_node()?;
    ensure_components()?;
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing
        .iter()
        .flat_map(|tool| tool.packages.iter().copied())
        .collect();
    if is_root() && on_path("apt-get") {
        println!("installing {}", packages.join(" "));
        apt(&["update", "-q"])?;
        let install = ["install", "-q", "-y", "--no-install-recommends"];
        apt(&[&install[..], &packages].concat())?;
        ensure_aiosmtpd();
    }
    refuse_if_missing()
}

/// An S3-compatible store to test against, in a folder of its own.
pub(super) fn ensure_moto(tools: &Path) -> Result<()> {
    let folder = tools.join("moto");
    if folder.join("bin/moto_server").exists() {
        return Ok(());
    }
    println!("installing moto into {}", folder.display());
    let made = said(Command::new("python3").args(["-m", "venv"]).arg(&folder));
    let install = ["install", "--quiet", "moto[server]>=5,<6"];
    made.and_then(|_| said(Command::new(folder.join("bin/pip")).args(install)))
        .map(drop)
        .with_context(|| {
            format!(
                "the tests need moto's server: python3 -m venv {0} && {0}/bin/pip install 'moto[server]>=5,<6'",
                folder.display()
            )
        })
}

/// Where `python3` is not Debian's own, its packages come from pip; what is still missing is said later.
fn ensure_aiosmtpd() {
    if !has_aiosmtpd() {
        said(Command::new("python3").args(["-m", "pip", "install", "--quiet", "aiosmtpd"]));
    }
}

fn refuse_if_missing() -> Result<()> {
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|tool| tool.name).collect();
    let packages: Vec<&str> = missing
        .iter()
        .flat_map(|tool| tool.packages.iter().copied())
        .collect();
    bail!(
        "the tests need {}\non Debian: apt-get install --no-install-recommends {}",
        names.join(", "),
        packages.join(" ")
    )
}

fn missing() -> Vec<&'static Tool> {
    TOOLS.iter().filter(|tool| !(tool.is_there)()).collect()
}

fn apt(arguments: &[&str]) -> Result<()> {
    let output = Command::new("apt-get")
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .output()
        .context("failed to start apt-get")?;
    ensure!(
        output.status.success(),
        "apt-get {}:\n{}",
        arguments.join(" "),
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(())
}

fn ensure_node() -> Result<()> {
    let version = said(Command::new("node").arg("--version"));
    let major = version.as_deref().and_then(|text| {
        text.trim()
            .strip_prefix('v')?
            .split('.')
            .next()?
            .parse()
            .ok()
    });
    match major {
        Some(20..) if on_path("npm") => Ok(()),
        Some(20..) => bail!("npm is missing; it comes with Node (https://nodejs.org)"),
        Some(old) => {
            bail!("Node {old} is too old; Countersign needs 20 or later (https://nodejs.org)")
        }
        None => bail!("Node 20 or later is missing (https://nodejs.org)"),
    }
}

fn ensure_components() -> Result<()> {
    let is_there =
        |name: &str| said(Command::new(env!("CARGO")).args([name, "--version"])).is_some();
    if is_there("fmt") && is_there("clippy") {
        return Ok(());
    }
    let added = said(Command::new("rustup").args(["component", "add", "rustfmt", "clippy"]));
    added
        .map(drop)
        .context("rustfmt and clippy are missing: rustup component add rustfmt clippy")
}

/// What a command printed, if it started and succeeded.
fn said(command: &mut Command) -> Option<String> {
    let output = command
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

fn has_chromium() -> bool {
    std::env::var_os("CHROMIUM").map_or_else(
        || Path::new("/usr/bin/chromium").exists(),
        |path| PathBuf::from(path).exists(),
    )
}

/// Debian keeps the server programs outside the path.
fn has_postgres() -> bool {
    let versions = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten();
    versions
        .filter_map(Result::ok)
        .any(|version| version.path().join("bin/postgres").exists())
}

fn has_go() -> bool {
    on_path("go") && Path::new("/usr/share/gocode/src/golang.org/x/mod/sumdb").exists()
}

fn has_aiosmtpd() -> bool {
    said(Command::new("python3").args(["-c", "import aiosmtpd"])).is_some()
}

fn on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).exists())
}

fn is_root() -> bool {
    said(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}
