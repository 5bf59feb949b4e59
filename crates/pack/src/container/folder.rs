//! A pack unpacked into a folder.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use super::{Entry, Files, Opened, judge, too_many, unsafe_path};
use crate::finding::Finding;
use crate::layout::MAX_FILES;
use crate::path::UnsafePath;

/// `signatures/<index>/<part>` is as deep as a pack goes; one more is enough to say so.
const MAX_DEPTH: usize = 4;

struct Folder {
    root: PathBuf,
    entries: Vec<Entry>,
}

pub(super) fn open(root: &Path) -> io::Result<Opened> {
    let mut walk = Walk::default();
    walk.folder(root, "", 0)?;
    if walk.entries.len() > MAX_FILES {
        return Ok(Opened::refused(vec![too_many()]));
    }
    walk.entries.sort_by(|a, b| a.name.cmp(&b.name));
    walk.findings.extend(judge(&walk.entries));
    Ok(Opened::unless(
        walk.findings,
        Folder {
            root: root.to_owned(),
            entries: walk.entries,
        },
    ))
}

impl Files for Folder {
    fn entries(&self) -> &[Entry] {
        &self.entries
    }

    fn open(&self, name: &str) -> io::Result<Box<dyn Read + Send + '_>> {
        let known = self
            .entries
            .binary_search_by(|entry| entry.name.as_str().cmp(name))
            .map_err(|_| io::ErrorKind::NotFound)?;
        let size = self.entries[known].size;
        let file = File::open(self.root.join(name))?;
        Ok(Box::new(BufReader::with_capacity(1 << 16, file.take(size))))
    }
}

#[derive(Default)]
struct Walk {
    entries: Vec<Entry>,
    findings: Vec<Finding>,
}

impl Walk {
    fn folder(&mut self, folder: &Path, prefix: &str, depth: usize) -> io::Result<()> {
        for item in fs::read_dir(folder)? {
            let item = item?;
            if self.entries.len() > MAX_FILES {
                return Ok(());
            }
            let name = format!("{prefix}{}", item.file_name().to_string_lossy());
            self.item(&item, name, depth)?;
        }
        Ok(())
    }

    fn item(&mut self, item: &fs::DirEntry, name: String, depth: usize) -> io::Result<()> {
        let kind = item.file_type()?;
        if kind.is_file() {
            let size = item.metadata()?.len();
            self.entries.push(Entry { name, size });
        } else if !kind.is_dir() {
            self.findings.push(unsafe_path(&name, UnsafePath::NotAFile));
        } else if depth + 1 >= MAX_DEPTH {
            self.findings.push(unsafe_path(&name, UnsafePath::TooDeep));
        } else {
            self.folder(&item.path(), &format!("{name}/"), depth + 1)?;
        }
        Ok(())
    }
}
