//! The files of the repository, read once.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use walkdir::{DirEntry, WalkDir};

/// Folders that are made, not written.
const MADE: [&str; 7] = [
    ".git",
    "target",
    "node_modules",
    "dist",
    "shots",
    "countersign-data",
    "countersign-demo",
];

/// One text file, by its path from the root with `/` between the parts.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// Every text file that somebody wrote.
#[derive(Debug)]
pub(crate) struct Repository {
    pub(crate) root: PathBuf,
    pub(crate) files: Vec<File>,
}

impl Repository {
    pub(crate) fn read() -> Result<Repository> {
        let root = root();
        let mut files = Vec::new();
        let entries = WalkDir::new(&root).sort_by_file_name().into_iter();
        for entry in entries.filter_entry(is_written) {
            let entry = entry.context("failed to read the repository")?;
            if entry.file_type().is_file()
                && let Ok(text) = String::from_utf8(std::fs::read(entry.path())?)
            {
                let path = entry.path().strip_prefix(&root)?;
                let path = path.to_string_lossy().replace('\\', "/");
                files.push(File { path, text });
            }
        }
        Ok(Repository { root, files })
    }

    /// The files under `folder` whose names end with `ending`.
    pub(crate) fn under<'a>(
        &'a self,
        folder: &'a str,
        ending: &'a str,
    ) -> impl Iterator<Item = &'a File> {
        self.files
            .iter()
            .filter(move |file| file.path.starts_with(folder) && file.path.ends_with(ending))
    }

    pub(crate) fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    pub(crate) fn text(&self, path: &str) -> Result<&str> {
        let file = self
            .file(path)
            .with_context(|| format!("{path} is missing"))?;
        Ok(&file.text)
    }

    /// Rust that ships: not tests, not benchmarks, not examples, not this program.
    pub(crate) fn product_sources(&self) -> impl Iterator<Item = &File> {
        self.under("crates/", ".rs")
            .filter(|file| !self.is_test(file))
    }

    fn is_test(&self, file: &File) -> bool {
        let path = &file.path;
        ["crates/testkit/", "crates/bench/"]
            .iter()
            .any(|part| path.starts_with(part))
            || ["/tests/", "/tests.rs", "/examples/", "/benches/"]
                .iter()
                .any(|part| path.contains(part))
            || self.is_declared_test(path)
    }

    /// Does the module above declare it under `#[cfg(test)]`?
    fn is_declared_test(&self, path: &str) -> bool {
        let Some((folder, name)) = path.trim_end_matches(".rs").rsplit_once('/') else {
            return false;
        };
        let declaration = format!("#[cfg(test)]\nmod {name};");
        [
            format!("{folder}/mod.rs"),
            format!("{folder}/lib.rs"),
            format!("{folder}.rs"),
        ]
        .iter()
        .filter_map(|above| self.file(above))
        .any(|above| above.text.contains(&declaration))
    }
}

/// The folder that this package lies in, whatever folder it was started from.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask lies in the repository")
        .to_owned()
}

fn is_written(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    !MADE.contains(&name.as_ref())
}
