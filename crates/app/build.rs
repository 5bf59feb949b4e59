//! Bundles the front end in `web/` into `OUT_DIR/app.css` and `OUT_DIR/app.js`.
//!
//! The crate embeds both with `include_bytes!` and reads `env!("APP_CSS_HASH")` and `env!("APP_JS_HASH")`,
//! ten hex digits of their SHA-256, to link names that change when the bytes do.
//! Node is needed to build, not to run.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, exit};

/// What the bundle is made of, seen from `web/`; anything else may change without a new bundle.
const SOURCES: [&str; 5] = [
    "src",
    "build.mjs",
    "package.json",
    "package-lock.json",
    ".npmrc",
];

fn main() {
    let web = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web");
    for source in SOURCES {
        println!("cargo:rerun-if-changed={}", web.join(source).display());
    }

    if let Err(sentence) = bundle(&web, &out_dir()) {
        eprintln!("{sentence}");
        exit(1);
    }
}

fn bundle(web: &Path, out: &Path) -> Result<(), String> {
    install(web)?;
    run(Command::new("node")
        .arg("build.mjs")
        .arg("--out")
        .arg(out)
        .current_dir(web))?;

    let hashes = out.join("hashes.env");
    let hashes = fs::read_to_string(&hashes).map_err(|error| failed("read", &hashes, &error))?;
    for hash in hashes.lines() {
        println!("cargo:rustc-env={hash}");
    }
    Ok(())
}

/// Installs what the lock file names, unless it is there already.
///
/// Builds with different target folders share `web/node_modules`, so one at a time looks and installs.
fn install(web: &Path) -> Result<(), String> {
    let dist = web.join("dist");
    fs::create_dir_all(&dist).map_err(|error| failed("create", &dist, &error))?;
    let path = dist.join(".install.lock");
    let lock = File::create(&path).map_err(|error| failed("create", &path, &error))?;
    lock.lock().map_err(|error| failed("lock", &path, &error))?;

    if is_installed(web) {
        return Ok(());
    }
    // The checks of the front end (browser, type checker) are not needed to build it.
    run(Command::new(npm())
        .args(["ci", "--omit=dev"])
        .current_dir(web))
}

/// npm writes its own copy of the lock file last, so a copy that is not older is a finished installation.
fn is_installed(web: &Path) -> bool {
    let changed = |name| {
        fs::metadata(web.join(name))
            .and_then(|file| file.modified())
            .ok()
    };
    match (
        changed("node_modules/.package-lock.json"),
        changed("package-lock.json"),
    ) {
        (Some(installed), Some(locked)) => installed >= locked,
        _ => false,
    }
}

fn run(command: &mut Command) -> Result<(), String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| {
        format!(
            "Countersign's pages are bundled with Node, and `{program}` could not be started ({error}). \
             Install Node 20 or later with npm (https://nodejs.org, or your system's `nodejs` and `npm` packages) \
             and build again."
        )
    })?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    Err(format!(
        "{command:?} failed in web/:\n{}",
        String::from_utf8_lossy(&said)
    ))
}

fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

#[expect(
    clippy::disallowed_methods,
    reason = "Cargo tells a build script its output folder in no other way"
)]
fn out_dir() -> PathBuf {
    std::env::var("OUT_DIR")
        .expect("Cargo sets OUT_DIR for build scripts")
        .into()
}

fn failed(verb: &str, path: &Path, error: &std::io::Error) -> String {
    format!("failed to {verb} {}: {error}", path.display())
}
