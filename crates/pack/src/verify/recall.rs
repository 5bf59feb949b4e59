//! What can only be decided by looking back along the log: former revisions, and the states that signers built upon.
//!
//! Done in one more pass over the leaves, and only when something asks for it, so that no index of the log is held.

use std::collections::HashMap;
use std::io;

use record::commitment::Lineage;
use record::{Digest, Leaf};
use tlog::{Frontier, leaf_hash};

use super::entries::read_leaf;
use super::found::Found;
use super::{Pack, files};
use crate::finding::{Code, Finding};
use crate::layout::ENTRIES;

#[derive(Debug, Default)]
pub(super) struct Recall {
    leaves: HashMap<Digest, Vec<Expected>>,
    heads: Vec<Head>,
}

#[derive(Debug, Clone, Copy)]
struct Expected {
    index: u64,
    lineage: Lineage,
}

#[derive(Debug)]
struct Head {
    index: u64,
    size: u64,
    root: Digest,
}

impl Recall {
    /// The record at `index` continues the leaf `hash`, of the same lineage.
    pub(super) fn expect_leaf(&mut self, index: u64, hash: Digest, lineage: Lineage) {
        self.leaves
            .entry(hash)
            .or_default()
            .push(Expected { index, lineage });
    }

    /// The signature at `index` was made when the log had this size and root.
    pub(super) fn expect_head(&mut self, index: u64, size: u64, root: Digest) {
        self.heads.push(Head { index, size, root });
    }
}

pub(super) fn check(files: Pack<'_>, recall: &Recall, found: &mut Found) -> io::Result<()> {
    if recall.leaves.is_empty() && recall.heads.is_empty() || !files::is_there(files, ENTRIES) {
        return Ok(());
    }
    let mut missing = recall.leaves.clone();
    let mut heads: Vec<&Head> = recall.heads.iter().collect();
    heads.sort_by_key(|head| head.size);
    let mut heads = heads.into_iter().peekable();
    let mut tree = Frontier::default();
    let mut source = files.open(ENTRIES)?;
    loop {
        while let Some(head) = heads.next_if(|head| head.size == tree.size()) {
            if head.index < head.size || head.root != tree.root().into() {
                found.add(no_such_state(head));
            }
        }
        let Some(bytes) = read_leaf(&mut source)? else {
            break;
        };
        let (index, hash) = (tree.size(), leaf_hash(&bytes));
        satisfy(&mut missing, index, hash.into(), &bytes);
        tree.push(hash);
    }
    heads.for_each(|head| found.add(no_such_state(head)));
    missing
        .values()
        .flatten()
        .for_each(|expected| found.add(Finding::new(Code::PrevMissing).at(expected.index)));
    Ok(())
}

/// Strikes out those who waited for this leaf and come after it.
fn satisfy(missing: &mut HashMap<Digest, Vec<Expected>>, index: u64, hash: Digest, bytes: &[u8]) {
    if let Some(waiting) = missing.get_mut(&hash) {
        let lineage = Leaf::parse(bytes).map(|leaf| leaf.lineage).ok();
        waiting.retain(|expected| expected.index <= index || Some(expected.lineage) != lineage);
    }
}

fn no_such_state(head: &Head) -> Finding {
    Finding::new(Code::SignatureOverOtherIntent)
        .at(head.index)
        .arg("why", "it builds upon a state that the log never had")
}
