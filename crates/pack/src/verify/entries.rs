//! Step 3: every leaf, once through: their number, the root they add up to, the roots on the way, and the log's clock.

use std::io::{self, Read};

use record::Leaf;
use tlog::{Frontier, Hash, leaf_hash};

use super::found::Found;
use super::log::Log;
use super::time::LogClock;
use super::{Pack, files};
use crate::finding::{Code, Finding};
use crate::layout::ENTRIES;

/// The leaves of `entries.bin`, in order, each checked as it passes.
pub(super) struct Entries<'a> {
    source: Box<dyn Read + Send + 'a>,
    log: &'a Log,
    tree: Frontier,
    clock: LogClock,
}

/// One leaf with its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) index: u64,
    pub(super) hash: Hash,
    /// Absent where the bytes are no leaf; that was reported.
    pub(super) leaf: Option<Leaf>,
}

impl<'a> Entries<'a> {
    /// Opens the leaves and compares their number with the checkpoint.
    pub(super) fn open(files: Pack<'a>, log: &'a Log, found: &mut Found) -> io::Result<Self> {
        let bytes = files
            .entries()
            .iter()
            .find(|entry| entry.name == ENTRIES)
            .map_or(0, |entry| entry.size);
        let size = Leaf::SIZE as u64;
        if Some(bytes) != log.head.size.checked_mul(size) {
            let rest = if bytes.is_multiple_of(size) {
                ""
            } else {
                " and a part of one"
            };
            let found_text = format!("{}{rest}", bytes / size);
            found.add(
                Finding::new(Code::EntryCountMismatch)
                    .arg("expected", log.head.size)
                    .arg("found", found_text),
            );
        }
        let source = if files::is_there(files, ENTRIES) {
            files.open(ENTRIES)?
        } else {
            Box::new(io::empty())
        };
        let entries = Self {
            source,
            log,
            tree: Frontier::default(),
            clock: LogClock::default(),
        };
        entries.compare_former(found);
        Ok(entries)
    }

    /// The next leaf, or `None` after the last.
    pub(super) fn next(&mut self, found: &mut Found) -> io::Result<Option<Entry>> {
        let Some(bytes) = read_leaf(&mut self.source)? else {
            return Ok(None);
        };
        let index = self.tree.size();
        let hash = leaf_hash(&bytes);
        self.tree.push(hash);
        self.compare_former(found);
        let leaf = Leaf::parse(&bytes);
        match &leaf {
            Ok(leaf) => self.clock.pass(index, leaf, found),
            Err(why) => found.add(
                Finding::new(Code::EntryMalformed)
                    .at(index)
                    .arg("why", why.to_string().trim_end_matches('.')),
            ),
        }
        Ok(Some(Entry {
            index,
            hash,
            leaf: leaf.ok(),
        }))
    }

    /// Compares the root, after the last leaf.
    pub(super) fn finish(self, found: &mut Found) {
        if self.tree.size() == self.log.head.size && self.tree.root() != self.log.head.root {
            found.add(Finding::new(Code::RootMismatch));
        }
    }

    /// How many leaves have passed.
    pub(super) fn passed(&self) -> u64 {
        self.tree.size()
    }

    fn compare_former(&self, found: &mut Found) {
        for former in self
            .log
            .former
            .iter()
            .filter(|former| former.head.size == self.tree.size())
        {
            if former.head.root != self.tree.root() {
                found.add(
                    Finding::new(Code::SplitView)
                        .subject(&former.name)
                        .arg("name", &former.name)
                        .arg("size", former.head.size),
                );
            }
        }
    }
}

/// The next 64 bytes; what is left over at the end was counted as a mismatch.
pub(super) fn read_leaf(source: &mut impl Read) -> io::Result<Option<[u8; Leaf::SIZE]>> {
    let mut bytes = [0; Leaf::SIZE];
    match source.read_exact(&mut bytes) {
        Ok(()) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
        Err(error) => Err(error),
    }
}
